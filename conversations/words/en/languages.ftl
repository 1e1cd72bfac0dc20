# In which language a child reads, and a person who puts words into another language for them.

language-which = Which language shall I write in?
language-go-on = { $band ->
    [younger] Shall we go on in English?
   *[older] Shall we carry on in English?
}
language-now = { $band ->
    [younger] I will use that. I don't change your words. People read them just as you wrote them.
   *[older] I'll use that where I have the words. I don't translate what you write. People read it as you wrote it.
}
language-english = OK, English from now on.
language-other = { $band ->
    [younger] I don't have words for that one yet. Write in any language. A person will read it.
   *[older] I don't have words in that language yet. Write in any language you like. A person reads it as you wrote it.
}
language-borrowed = { $band ->
    [younger] I have this just in English.
   *[older] I only have this in English.
}
interpreter-ask = { $band ->
    [younger] Shall I ask for a person who speaks your language? It is their job. It won't be your family.
   *[older] Shall I ask for an interpreter? That's someone whose job it is, never your family or a friend.
}
interpreter-sent = { $band ->
    [younger] I have asked { $reader }. You should hear by { $reply_by }.
   *[older] I've asked { $reader } for an interpreter. You should hear by { $reply_by }.
}
interpreter-fine = That's fine. You can ask at any time.
choice-lang-ar = العربية
    .symbol = 🌍
    .also = arabic
choice-lang-ar-go-on = العربية
    .symbol = 👍
    .also = arabic | yes
choice-lang-en = English
    .symbol = 🌍
    .also = english please | in english | no
choice-lang-other = Another language
    .symbol = 🗺️
    .also = another | other
choice-language = Language
    .symbol = 🌍
    .also = languages | another language | change language

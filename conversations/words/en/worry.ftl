# Read aloud before changing. Never "why", never "are you sure", never a promise to keep it secret.

worry-thanks = { $band ->
    [younger] Thank you for telling me. You did the right thing. It is not your fault.
   *[older] Thank you for telling me. You did the right thing. It's not your fault.
}
worry-concern-told = { $band ->
    [younger] I am telling { worry-officer } today. They help keep children safe. In danger? Ring { $emergency }. { $childline_name } is free: { $childline }.
   *[older] I can't keep this to myself. { $officer_seen ->
        [yes] I'm adding it for { worry-officer }, who has read your words.
       *[no] I'm passing your words to { worry-officer } today. Their job is to keep children safe.
    } If you are in danger, ring { $emergency }. { $childline_name } is free, any time: { $childline }.{ worry-unknown }
}
worry-officer = { $officer ->
    [none] the duty worker
   *[other] { $officer } (the duty worker)
}
worry-unknown = { $linked ->
    [yes] {""}
   *[no] {" "}I don't know who you are yet, so I can't send anyone to you.
}
worry-urgent-first = { $band ->
    [younger] Ring { $emergency } now if you can. If you can't talk, ring { $emergency }, listen, then press { $silent_key }.
   *[older] If you can, ring { $emergency } now. If you can't talk, ring { $emergency } on a mobile, listen, then press { $silent_key }.
}
worry-urgent-told = { $linked ->
    [yes] I am telling { worry-officer } right now. You can ring { $childline_name } too: { $childline }.
   *[no] I am telling { worry-officer } right now. I don't know who or where you are. Please ring { $emergency }, or { $childline_name } on { $childline }.
}
worry-unreadable = { $band ->
    [younger] I'm a computer. I could not read that well. A person will read it today.
   *[older] I'm a computer, and I couldn't read that one properly. So a person will read it today. You don't have to say it again.
}
worry-unheard = { $band ->
    [younger] I'm a computer. I can't listen or look. A person will do that today. You don't have to say it again.
   *[older] I'm a computer, so I can't listen or look. A person will do that today. You don't have to say it again.
}
worry-numbers = If you are in danger, ring { $emergency }. { $childline_name } is free, any time: { $childline }.
worry-safe = { $band ->
    [younger] Are you safe right now?
   *[older] You don't have to say any more. Are you safe right now?
}
worry-is-safe = { $band ->
    [younger] OK. If you get scared, ring { $emergency } or tap help now.
   *[older] OK. If that changes, ring { $emergency } or tap help now.
}
worry-not-safe = { $band ->
    [younger] Ring { $emergency } now. If you can, go to a grown-up you trust.
   *[older] Ring { $emergency } now if you can. If there is a safer place near, or someone you trust, go there.
}
worry-unsure = { $band ->
    [younger] OK. I am telling { worry-officer } that too. If you get scared, ring { $emergency }.
   *[older] OK. I'm asking { worry-officer } to look at this now. If it gets worse, ring { $emergency }, or { $childline_name } on { $childline }.
}
worry-dont-write = { $band ->
    [younger] OK. I will ask them not to write to you here.
   *[older] OK. I'm telling them not to write to you here about this. You can still write to me.
}
worry-carry-on = Do you want to carry on with other things, or stop here? Both are fine.
worry-rest = { $band ->
    [younger] We can stop here now. The questions will wait.
   *[older] We can stop here now. The questions can wait.
}
worry-rest-urgent = { $band ->
    [younger] I am still here. You don't have to type.
   *[older] I'm still here, and I keep what you write. You don't have to type.
}
worry-added = { $officer_seen ->
    [yes] I've added that. { worry-officer } is looking at this.
   *[no] I've added that for { worry-officer }. You are not in trouble.
}
worry-added-urgent = { $officer_seen ->
    [yes] I've added that. { worry-officer } has seen this. You don't have to type.
   *[no] I've added that. You don't have to type. Ring { $emergency } if you can.
}
worry-back-thanks = { $band ->
    [younger] Thank you for writing. You are not in trouble. I won't ask you about it.
   *[older] Thank you for writing again. You're not in trouble. I won't argue or ask you about it.
}
worry-changed = { $band ->
    [younger] I changed it as you said. What you said first stays too. Both can matter.
   *[older] I've put that as your answer. What you said first stays in my notes, because both can matter.
}
worry-changed-told = { $band ->
    [younger] It won't go to the people you live with from me. { worry-officer } still has to know. You did nothing wrong.
   *[older] I won't tell the people you live with. { worry-officer } still has to know what you said first. You've done nothing wrong.
}
worry-back-kept = { $band ->
    [younger] I can't take it back. { $officer_seen ->
        [yes] { worry-officer } has read it.
       *[no] It has gone to { worry-officer }.
    } I will add your new words.
   *[older] I can't take it back, though. { $officer_seen ->
        [yes] { worry-officer } has read it.
       *[no] It has gone to { worry-officer }.
    } I'm adding what you just said, word for word.
}
worry-back-not-in-trouble = { $band ->
    [younger] I have added that. You are not in trouble. It is OK to feel scared.
   *[older] I've added that. You're not in trouble, whatever you say next. It's OK to be scared after you tell.
}
worry-back-how = { $band ->
    [younger] How should they talk to you?
   *[older] You can choose how they talk to you. What would you like?
}
worry-back-chosen = Thank you. I've put that first for them.

find-me-name = { $band ->
    [younger] I don't know who you are. What name do you like? You don't have to say.
   *[older] I don't know who you are. What name should { worry-officer } call you? Any name you like. You don't have to say.
}
find-me-where = { $band ->
    [younger] Where are you now? A town is enough. You don't have to say.
   *[older] Where are you? A town or a place is enough. You don't have to say.
}
find-me-reach = { $band ->
    [younger] How can { worry-officer } talk to you? You can stay here. Or you can give a number.
   *[older] How can { worry-officer } reach you? You can stay here and they write here. Or you can give a number.
}
find-me-thanks = { $band ->
    [younger] Thank you. I have told { worry-officer }. I won't ask that again.
   *[older] Thank you. I've added that for { worry-officer }. I won't ask that again.
}
find-me-fine = { $band ->
    [younger] That's fine. { worry-officer } can write to you here. I won't ask again.
   *[older] That's fine. { worry-officer } can still write to you here. I won't ask that again.
}

choice-stay-here = I'll stay here
    .symbol = 💬
    .also = stay here | here | write here | ill stay | stay | on here
choice-dont-write = Don't write to me here
    .symbol = 🔕
    .also = dont write | not here | dont message me here | dont write here | my phone gets checked | phone gets checked | not safe to write
choice-safe-now = I'm safe now
    .symbol = 👍
    .also = yes | safe | im safe | i am safe | yes im safe | yh
choice-not-safe-now = I'm not safe
    .symbol = 🆘
    .also = no | not safe | im not safe | unsafe
choice-a-woman = A woman
    .symbol = 👩
    .also = woman | a lady | lady | female | a girl
choice-at-school = At school
    .symbol = 🏫
    .also = school | in school
choice-with-someone = With someone I trust
    .symbol = 🤝
    .also = someone i trust | with a friend | with my friend
choice-dont-mind = I don't mind
    .symbol = 🙂
    .also = dont mind | whatever | anyone | dont care | i dont care | any
choice-dont-want-to-say = I don't want to say
    .symbol = 🤐
    .also = dont want to say | rather not | nothing | no | none

private-because = { $band ->
    [younger] I can't keep it secret if you may not be safe. I have to tell a person who can help.
   *[older] It's private from most people. It's not secret from people whose job is to keep you safe. I should never pretend it is.
}
find-out-not-from-me = { $band ->
    [younger] I will not tell them. I only tell people whose job is to help you.
   *[older] Not from me. I only tell the people whose job is to keep you safe.
}
find-out-tell-them = { $band ->
    [younger] The person who reads it may need to talk to other grown-ups. You can say what you want first.
   *[older] I can't say what happens after that. You can tell the person who reads it what you are worried about.
}
question-later = { $number ->
    [none] The question will wait. You can do it another day, or never.
   *[other] Not today. Question { $number } will wait.
}

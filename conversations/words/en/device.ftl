# What is written while the chat is locked.

behind-lock-kept = { $band ->
    [younger] This was written while the chat was locked. I gave it to { $iro }.
   *[other] This was written while your chat was locked. I've passed it to { $iro }. If it wasn't you, write and say so.
}

# "This is not me", said in the child's own chat.

not-me-ask = { $band ->
    [younger] Is this your own chat?
   *[other] This chat belongs to one person. Are you that person?
}
choice-it-is-me = Yes, it's me
    .symbol = 🙋
    .also = it is me | its me | yes | yeah | my chat
choice-somebody-else = No, I'm somebody else
    .symbol = 🚪
    .also = no | nope | somebody else | not me
not-me-fine = { $band ->
    [younger] OK. You can go on.
   *[other] Thanks. You can carry on.
}
not-me-closed = { $band ->
    [younger] OK. I have told the office.
   *[other] OK. I've told the office that somebody else was here.
}

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

# Keeping others out. On the page there is a lock; elsewhere it is said what is possible.

lock-can = { $band ->
    [younger] You can lock this chat. Then only you can open it here.
   *[other] You can lock this chat with a word or a pattern. Then only you can open it here.
}
lock-show-ask = { $band ->
    [younger] Shall I show you?
   *[other] Shall I show you how?
}
choice-show-lock = Show me
    .symbol = 🔒
    .also = yes | yeah | yh | ok | yes please | show me how | lock it
lock-where = { $band ->
    [younger] It is at the top. Tap “This phone”. Pick a word or dots that nobody will guess.
   *[other] It's at the top of the page, under “This device”. Pick a word or a pattern that nobody will guess.
}
lock-not-yet = { $band ->
    [younger] You can lock it when I know it is you. “Quick exit” at the top shuts this page at once.
   *[other] You can lock it once you've shown it's you, with your card. “Quick exit” at the top leaves this page at once.
}
lock-telegram = { $band ->
    [younger] I can't lock Telegram. It has its own lock. Look for Passcode in its Settings.
    [middle] I can't lock Telegram, but it has a lock of its own. Look in its Settings, then in Privacy, for Passcode.
   *[older] I can't lock Telegram, but it has a lock of its own. Open its Settings, then Privacy and Security, then Passcode.
}
lock-previews = { $band ->
    [younger] Look for Previews there too. Turn them off, and my words stay off the front of your phone.
   *[other] You can turn off previews there too, under Notifications. Then my words stay off the front of your phone.
}
lock-view = { $band ->
    [younger] This page shuts by itself after an hour. Nothing of it stays on the phone.
   *[other] This page shuts by itself after an hour. Nothing of it stays on the phone. Shut Telegram, and it's gone too.
}
lock-texts = { $band ->
    [younger] I can't lock your texts. A code on the phone keeps people out. You can delete texts: we still have your words.
   *[other] I can't lock your texts. A code on the phone itself keeps people out. You can delete texts you've read: we still have what you told us.
}
lock-texts-plain = { $band ->
    [younger] Shall my texts just say you have a message?
   *[other] Shall my texts only say that you have a message? You text READ when you want to see it.
}
lock-texts-kept = { $band ->
    [younger] OK. Text READ when you want to see it.
   *[other] OK. Text READ when you're ready to see one. I still answer in full when you've just written to me.
}

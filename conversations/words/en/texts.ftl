# What only text messages need. The lines of the bot itself go out as they are, the choices numbered beneath them.

# Where somebody else may see the phone: it says nothing but that there is something.
host-text-waiting = Hi, it's the computer from your card. You have a message. Text READ to see it. Text STOP for no more texts.
# What does not fit into two texts.
host-text-rest = There is more. You can read it all here: { $link }

# Where the child asked a browser to tell them, and it cannot any more: by text or on Telegram, in the same few words.
host-bell-elsewhere = { $app }: You have a new message. Open your page to see it.

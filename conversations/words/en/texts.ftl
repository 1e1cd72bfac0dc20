# What only text messages need. The lines of the bot itself go out as they are, the choices numbered beneath them.

# Where somebody else may see the phone: it says nothing but that there is something.
host-text-waiting = Hi, it's the computer from your card. You have a message. Text READ to see it. Text STOP for no more texts.
# What does not fit into two texts.
host-text-rest = There is more. You can read it all here: { $link }

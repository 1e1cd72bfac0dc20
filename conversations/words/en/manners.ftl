# What is said at any moment: short, plain, never cross.

manners-skipped = That's fine.
manners-kept = { $band ->
    [younger] OK. I kept your words.
   *[older] Thanks. I've kept that, just as you said it.
}
manners-take-your-time = Take all the time you want.
manners-stale = That button was for something before. Here is where we are now.
manners-not-yet = { $band ->
    [younger] I kept that. I can help you best when I know who you are.
   *[older] I've kept that. I can't pass messages to your { $role } until I know who you are.
}
manners-which = I'm not sure what you mean. Here it is again.
manners-menu-later = The menu comes when I know who you are. We are here for now.
manners-nothing-to-skip = There is nothing to skip here. Tap what you like, or write to me.
manners-no-back = This is as far back as we can go.

# Buttons used in many places.

choice-yes = Yes
    .symbol = 👍
    .also = yeah | yh | yep | yup | ye | ya | y | ok | okay | k | ok yes | yes please | yes pls | sure | go on then | go on | fine | alright | course | of course | okay yes | yea | 👍 | yes i am | i am | it is | that is right | right
choice-no = No
    .symbol = 👎
    .also = nope | nah | na | n | no thanks | no thank you | no ta | not really | 👎 | im not | i am not
choice-not-sure = Not sure
    .symbol = 🤷
    .also = i dont know | dont know | dunno | idk | unsure | no idea | maybe | not really sure | 🤷
choice-skip = Skip
    .symbol = ⏭️
choice-something-else = Something else
    .symbol = ✏️
    .also = other | else
choice-not-now = Not now
    .symbol = ⏸️
    .also = later | no | nope | nah | not today | no thanks | maybe later
choice-go-on = Go on
    .symbol = ▶️
    .also = yes | ok | yeah | yh | carry on | ok go on | start | ready | go on then | yes ok | i am ready
choice-carry-on-now = Carry on
    .symbol = ▶️
    .also = yes | yeah | yh | ok | go on | go on then | continue | keep going | carry on then | yes carry on | yes please | start again | go
choice-go-back = Go back
    .symbol = ↩️
    .also = back
# The page's own buttons, which are there at any moment.
host-button-menu = Menu
host-button-help-now = Help now
host-button-who-sees = Who sees this?
host-button-stop = Stop
host-button-back = Back
host-button-skip = Skip
choice-menu = Menu
    .symbol = 📋
choice-menu-back = Back to the menu
    .symbol = 📋
    .also = menu
choice-help-now-here = Help now
    .symbol = 🆘
    .also = help | help now
choice-stop-here = Stop here
    .symbol = ✋
    .also = stop | no | nah | no thanks | stop there | stop for today | thats it | enough
choice-nothing-now = Nothing right now
    .symbol = ➖
    .also = nothing | no | nope | nah | none | no one | nobody | nothing really | not really | nothing to say
choice-thats-all = That's all
    .symbol = ✅
    .also = that is all | thats it | done | no | nope | no more | no one else | nobody else | nothing else | finished | thats enough | no thanks
choice-thanks = Thanks
    .symbol = 🙂
    .also = thank you | thx | ta | ok | ok thanks | cool | k | okay | no | no thanks | nothing
choice-not-yet = Not yet
    .symbol = ⏸️
    .also = no | later | no thanks | not now | nah
choice-yes-my-words = Yes, my words
    .symbol = 📨
    .also = yes | yeah | yh | ok | my words | yes please | pass it on | sure | go on then | yes pass it on | please | k

# On Telegram: the web chat, opened inside it.
host-private-view = Open privately
    .symbol = 🔒

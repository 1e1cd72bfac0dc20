# "This device": its lock, being told, the home screen, forgetting it. $band is younger, middle or older.

device = { $band ->
    [younger] This phone
    *[other] This device
  }
device-close = Close

# The lock.
lock = Lock
lock-is-off = { $band ->
    [younger] You can lock your chat. Then only you can open it.
    *[other] You can lock your chat, so that only you can open it here.
  }
lock-is-on = { $band ->
    [younger] Your chat has a lock. It locks when you stop for { $minutes } minutes.
    *[other] Your chat has a lock. It locks on quick exit, and after { $minutes } minutes without a tap.
  }
lock-with-word = Lock with a word
lock-with-pattern = Lock with a pattern
lock-other-word = New word
lock-other-pattern = New pattern
lock-take-off = Take the lock off
lock-now = Lock now
lock-old-word = Your word now
lock-old-pattern = Your pattern now
lock-new-word = Your secret word
lock-new-word-hint = 4 letters or more. Pick one that people near you won't guess.
lock-new-pattern = Join 4 dots or more
lock-clear = Start the dots again
lock-save = Save
lock-set = Your lock is on.
lock-off = Your lock is off.
lock-short-word = That word is too short. It needs 4 letters or more.
lock-short-pattern = That is too short. Join 4 dots or more.
dot = Dot

# The screen of a locked chat.
lock-title = Locked
lock-your-word = Your secret word
lock-your-pattern = Your pattern
lock-by-card = To open this page, type the word on your card and your birthday.
lock-card = The word on your card
lock-birthday = Your birthday (day and month)
lock-open = Open
lock-wrong = That's not it.
lock-wrong-last = That's not it. One more wrong try closes this page here. Nothing is lost.
lock-left = Tries left:
lock-no-line = You're not connected. This opens when the connection is back.
lock-write = Write what is wrong. A person will read it.
lock-sending = Going now…
lock-kept = We have your words, and a person will read them. In danger now? Call { $emergency }. Open the lock to see the answer.
lock-forgotten = I can't open it
lock-forgotten-line = This device can forget your page. Nothing you wrote is lost. You come back with your card, or ask for a new one.

# Being told.
bell = Tell me
bell-line = { $band ->
    [younger] This phone can tell you when there is something new. It only says: You have a new message.
    *[other] This device can tell you when there is something new. It only says “{ $app }: You have a new message”. Never at night.
  }
bell-shared = Other people may see it on the screen too.
bell-start = Tell me when there is something new
bell-stop = Stop telling me
bell-started = OK. This device will tell you.
bell-stopped = OK. This device will not tell you.
bell-refused = This device can't do that. Its settings may say no.
notice-body = You have a new message

# The home screen.
install = Put it on this phone
install-line = It gets a small picture called “{ $app }”. The picture says nothing about what it is.
install-hint = You can keep this page on your phone. It is called “{ $app }” there.
not-now = Not now

# Forgetting, and somebody else.
forget = Forget this device
forget-line = { $band ->
    [younger] This phone forgets your page. Nothing you wrote is lost. You need your card to come back.
    *[other] You're signed out here and nothing is left on this device. Nothing you sent is lost. To come back you need your card.
  }
not-me = This is not me
not-me-line = If this is somebody else's page, tell us here. It closes on this device and nothing is shown.
wrong-card = This card is not mine
gone = This device has been forgotten
gone-line = Nothing of the page is kept here any more. You can close it.
gone-back = To come back, open the link on your own card.

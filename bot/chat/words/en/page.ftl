# The words around the conversation. $band is younger, middle or older. $iro is a first name, or none.

product = My IRO
skip-to-write = Go to the message box

# The top bar once we know who the child is.
iro-role = your { $role }
iro-line = { $deputy ->
    [none] { $band ->
        [younger] Works { $days }. Answers in about { $count ->
            [one] 1 work day
            *[other] { $count } work days
          }.
        *[other] Works { $days }. Usually answers within { $count ->
            [one] 1 working day
            *[other] { $count } working days
          }.
      }
    *[other] { $back ->
        [none] Away now. { $deputy } stands in.
        *[other] Away until { $back }. { $deputy } stands in.
      }
  }
# Where the IRO may not be named yet, or there is none.
standing-in-line = { $band ->
    [younger] For now { $deputy } reads what you write.
    *[other] For now { $deputy } reads what you write, and answers.
  }

# Three days or more on end.
days-run = { $first } to { $last }

who-sees = Who sees this?
menu = Menu
quick-exit = Quick exit
quick-exit-hint = { $band ->
    [younger] Quick exit hides this page fast. It opens a different page.
    *[other] Quick exit shuts this page and opens a different one. The back button won't bring this page back. The browser's history may still show it.
  }

# Writing.
help-now = Help now
write-label = Write a message
write-here = Write here
send = Send
long = { $band ->
    [younger] That is a lot of words. That is OK.
    *[other] This is a long one. That's fine, all of it will be kept.
  }
too-long = That's as much as fits in one message. Send it, then carry on in the next.

# What became of a message.
not-sent = Not sent yet
kept = Kept safe
read = { $iro ->
    [none] Your { $role } has read this
    *[other] { $iro } has read this
  }
read-by = { $reader } has read this
own-menu = Change or take back
own-why = { $band ->
    [younger] If you take it back, it goes off your screen. We keep a copy. The people who read this can still see it.
    *[other] If you change it or take it back, it changes on your screen. We keep a copy, and the people who read your messages can still see it.
  }
own-change = Change it
own-take-back = Take it back
own-leave = Leave it
own-changing = You are changing what you wrote.
own-changed = You changed this
own-gone = You took this back. It's off your screen. We keep a copy.
their-changed = { $reader } changed this
their-gone = { $reader } took this back.
refused = This one could not be sent. You can write it again.

# Who is talking.
computer = My IRO, a computer
you = You
duty = working today
a-person = a person
chosen = You chose this
choices = What you can tap
conversation = Your messages
more-below = More below
listen = Listen
listen-stop = Stop
today = Today
yesterday = Yesterday

# A lost connection.
lost = { $band ->
    [younger] There is no internet right now.
    *[other] You're not connected right now.
  }
lost-line = { $band ->
    [younger] You can still write. It waits here and goes later.
    *[other] You can keep writing. It waits on this device and goes when the connection is back.
  }
lost-danger = In danger? Call { $emergency }
lost-helpline = { $helpline }, free, any time: { $childline }
starting = Just a moment…

# Without JavaScript.
no-script = This chat needs JavaScript, and it is switched off in this browser.
no-script-help = In danger? Call { $emergency }. You can ring { $helpline } for free, any time, on { $childline }.

# Inside Telegram.
private-closed = This private page is closed. Open it again from your chat in Telegram.

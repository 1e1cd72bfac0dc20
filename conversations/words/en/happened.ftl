# Things that happen outside the chat. Short, and nothing a stranger could read anything into.

officer-took-it = { $band ->
    [younger] { $who } has read what you said. { $who } is a real person who helps keep children safe.
   *[older] { $who } has read what you said. { $who } is a real person. Their job is to keep young people safe, and they are dealing with it now.
}
nobody-yet = { $band ->
    [younger] No one has answered me yet. Please ring { $emergency } now if you are not safe.
   *[older] No one has answered me yet. I'm still trying. If you're not safe, please ring { $emergency } now.
}
concern-closed = { $band ->
    [younger] { $who } has done their part for now. If something else happens, tell me.
   *[older] { $who } has finished with this for now. If something else happens, tell me, or ring { $childline_name }: { $childline }.
}
concern-closed-go-on = { $band ->
    [younger] Shall we go on? You can stop too. Both are fine.
   *[older] We can go on where we stopped, or stop here. Both are fine.
}
reminder = Hi, it's the computer from your card. You can carry on any time, or say stop.
request-late = { $band ->
    [younger] You should have heard by now. I'm sorry. I have told the office.
   *[older] You should have heard back by now. I'm sorry. I've told the office and { $manager }.
}
could-not-process = { $band ->
    [younger] I could not work that out. A person will read it as you wrote it. In danger? Ring { $emergency }.
   *[older] Something went wrong on my side. A person will read that as you wrote it. If you're in danger, ring { $emergency }.
}
too-fast = { $band ->
    [younger] That's a lot. I keep it all, and I look at it all. I'll answer when you go slower.
   *[older] That's a lot of messages. I keep them all and check them all. I'll answer again when you slow down.
}
edited = { $band ->
    [younger] You changed your words. I keep both.
   *[older] I saw that you changed that message. I've kept both, and the new one counts.
}

took-back = OK. You took this back: “{ $said }”. A person can see that you did. We keep a copy.

# The child writes back to their IRO. The computer says this once and then keeps quiet.
iro-sees = { $band ->
    [younger] { $iro_talks } will see this by { $reply_by }. I will be quiet. Tap menu if you want me.
   *[older] { $iro_talks } can see this, and usually answers by { $reply_by }. I'll keep quiet now. Say menu if you want me back.
}

# Above what a person wrote, where no page shows who is writing.
host-person-changed = { $who } changed what they wrote to you:
host-person-took-back = { $who } took back a message to you.
host-sent-beside = There is something more with this. You can open it here: { $web_address } It will ask for your birthday.
host-sent-beside-private = There is something more with this. It opens on a private page.
host-sent-beside-card = There is something more with this. I can only show it with a new card. To ask for one, say: I lost my card
host-person-writes = { $job ->
    [iro] { $who }, your { $role }, writes:
    [next] { $who }, your next { $role }, writes:
    [deputy] { $iro ->
        [none] { $who }, from the { $role } team, writes:
       *[other] { $who }, who stands in for { $iro }, writes:
    }
   *[other] { $who }, a real person, writes:
}

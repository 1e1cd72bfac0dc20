contact-how = How would you like { $reader } to get in touch?
contact-how-other = { $band ->
    [younger] OK. Tell me how.
   *[older] OK. How would you like it to be?
}
contact-begun = { $band ->
    [younger] I have told { $reader } you want to talk.
   *[other] OK. I've told { $reader } you want to talk.
}
contact-begun-deputy = { $iro_away ->
    [away] { $iro_away_until ->
        [none] { $iro } is away.
       *[other] { $iro } is away until { $iro_away_until }.
    }
    [gone] { $iro_before } isn't your { $role } any more.
   *[no_iro] You don't have an { $role } yet.
} { $band ->
    [younger] I have told { $deputy } you want to talk. { $deputy } stands in.
   *[other] { $deputy } stands in. I've told { $deputy } you want to talk.
}
choice-never-mind = Never mind
    .symbol = ↩️
    .also = nevermind | nvm | forget it | forget about it | actually never mind | i dont want it | dont bother
never-mind-ask = { $band ->
    [younger] You asked to talk to { $reader }. Shall I take that back?
   *[other] You've asked to talk to { $reader }. Shall I take that back?
}
choice-take-it-back = Take it back
    .symbol = ↩️
    .also = yes | yeah | yh | take it back | yes please | i dont want it
choice-let-it-be = Leave it
    .symbol = 👍
    .also = no | nah | nope | keep it | leave it as it is
never-mind-fine = That's fine.
contact-no-time-yet = { $band ->
    [younger] You asked to talk to { $reader }. There is no time yet. What would you like?
   *[other] You've asked to talk to { $reader }. No time is fixed yet. What would you like?
}
choice-find-time = Find a time
    .symbol = 🕓
    .also = find a time | pick a time | choose a time | yes
contact-can-wait = { $reader } is back on { $iro_back }. Can it wait until then?
choice-can-wait = It can wait
    .symbol = 👍
    .also = yes | yeah | yh | ok | fine | that is fine | monday is fine | it can | can wait | no rush | yes it can wait
contact-slots = { $band ->
    [younger] Which time is good for you?
   *[other] { $reader } is free at these times. Which is good for you?
}
contact-which = { $band ->
    [younger] Which one do you mean?
   *[other] I want to get it right. Which one do you mean?
}
contact-taken = { $reader } can't do that one.
contact-gone = That time has just gone. I'm sorry.
choice-none-of-these = None of these
    .symbol = ✖️
    .also = none | neither | none of them | not these | none work | they dont work | i cant do any
choice-another-time = Another time
    .symbol = 🕓
    .also = a different time | pick another time | change it | another day | different day | move it | new time
choice-video = Video call
    .symbol = 📹
    .also = video | facetime | video chat | teams | zoom
choice-walk = Go for a walk
    .symbol = 🚶
    .also = walk | a walk | walk and talk
contact-number-this = Shall { $reader } use the number that ends in { $number_ends }?
choice-use-this = Yes, this one
    .symbol = 👍
    .also = yes | yeah | yh | yep | ok | this one | that one | ye
choice-other-number = Another number
    .symbol = 🔢
    .also = no | nah | nope | a different one | different number
contact-number = { $band ->
    [younger] What number can { $reader } ring?
   *[other] What number shall { $reader } ring you on?
}
choice-has-number = { $reader } has it
    .symbol = 👍
    .also = she has it | he has it | they have it | she knows it | has it already | same as last time
contact-place = Where is a good place?
contact-alone = { $band ->
    [younger] Can you be on your own then?
   *[other] { $at_day }, { $at_time }. Can you talk then without anyone listening?
}
contact-not-alone = { $band ->
    [younger] OK. Is the time still good?
   *[other] Thanks for saying. Keep this time, or find another?
}
choice-keep-time = Keep this time
    .symbol = 👍
    .also = keep it | leave it | its fine | it is fine | that is fine | yes | same time
contact-thing = { $how ->
    [call] call
    [video] video call
    [visit] visit
    [walk] walk
   *[other] talk
}
contact-booked = { $how ->
    [call] Booked. { $reader } will ring you on { $at_day } at { $at_time }, from { $meet_phone }. It takes about { $meet_minutes } minutes. Say CHANGE to move it.
   *[other] Booked. Your { contact-thing } with { $reader } is on { $at_day } at { $at_time }. It takes about { $meet_minutes } minutes. Say CHANGE to move it.
}
contact-moved = Done. It's now on { $at_day } at { $at_time }. I've told { $reader }.
contact-words-kept = { $band ->
    [younger] I have given { $reader } your words.
   *[other] I've given { $reader } your words. { $reader } will look for another time.
}
contact-move = Your { contact-thing } with { $reader } is on { $at_day } at { $at_time }. What would you like?
choice-cancel-it = Don't have it
    .symbol = ✖️
    .also = cancel | cancel it | no thanks | forget it | i dont want it
contact-cancelled = OK. I've told { $reader } it's off. You can ask again any time.
contact-stays = OK. It stays as it is.
contact-nothing-fixed = There's no time fixed with { $reader }. Shall I ask?
contact-not-yet = It's on { $at_day } at { $at_time }. If nobody comes, tell me then.
contact-sorry = { $band ->
    [younger] I'm sorry. That's not good enough. I have told { $reader } and the office now.
   *[other] I'm sorry. That's not good enough. I've told { $reader } and the office just now.
}
contact-sorry-what = { $band ->
    [younger] What would you like now?
   *[other] Do you want to wait a bit, or pick another time?
}
contact-sorry-next = What would you like now?
choice-wait-a-bit = Wait 10 minutes
    .symbol = ⏳
    .also = wait | ill wait | i will wait | i can wait | wait a bit
choice-someone-else-please = Someone else
    .symbol = 🧑
    .also = somebody else | a different person | another person
contact-wait = { $band ->
    [younger] OK. Tell me if no one comes soon.
   *[other] OK. If nobody has come in 10 minutes, tell me again.
}
contact-someone = I've asked { $someone } to get in touch with you. { $someone } works with { $reader }.
contact-someone-nobody = I couldn't find anyone else now. Please ring the office on { $office_phone }.
contact-proposed = { $band ->
    [younger] { $reader } can do these times. Which is good?
   *[other] { $reader } can do these times. Which one is good for you?
}
contact-moved-by-iro = { $reader } has to move the time. I'm sorry about that.
contact-agreed = { $reader } said yes. Your { contact-thing } is on { $at_day } at { $at_time }. Say CHANGE to move it.
contact-reminder = { $band ->
    [younger] Your { contact-thing } is soon: { $at_time }.
   *[other] Reminder: your { contact-thing } is at { $at_time }.
}
contact-waited = { $job ->
    [manager_too] Still no answer. I'm sorry. I have now told { $who }, the manager.
    [manager] You should have heard by now. I'm sorry. I have told { $who }, the manager.
    [deputy] You should have heard by now. I'm sorry. I have told { $who }, who works with { $reader }.
   *[other] You should have heard by now. I'm sorry. I have told the office. You can ring { $office_phone }.
}
contact-happened = { $band ->
    [younger] Did { $reader } come or ring?
   *[other] Did your { contact-thing } with { $reader } happen?
}
contact-happened-good = { $band ->
    [younger] Good. Thank you.
   *[other] Good. Thanks for telling me.
}
contact-when-words = When would be better? I'll give { $reader } your words.
contact-when = When is a good time for you?
contact-safe = { $band ->
    [younger] Is it OK if they write to you here?
   *[older] Is it safe for { $reader } to write to you here?
}
contact-today = I have written down that you want it today. If you are not safe, tap help now or write it to me. A person reads that today.
contact-done = { $iro_back ->
    [none] I've asked { $reader }. If you hear nothing, ring the office on { $office_phone }.
   *[other] { $band ->
        [younger] I have asked { $reader }. { $reader } is back on { $iro_back }. You should hear by { $reply_by }.
       *[older] I've asked { $reader }, who is at work on { $iro_back }. You should hear by { $reply_by }. I'll tell you if you don't.
    }
}
contact-done-deputy = { $iro_away ->
    [away] { $iro_away_until ->
        [none] { $iro } is away.
       *[other] { $iro } is away until { $iro_away_until }.
    }
    [gone] { $iro_before } isn't your { $role } any more.
   *[no_iro] You don't have an { $role } yet.
} { $band ->
    [younger] I have asked { $deputy }. You should hear by { $reply_by }.
   *[older] I've asked { $deputy }, who stands in. You should hear by { $reply_by }. I'll tell you if you don't.
}
choice-call = Call me
    .symbol = 📞
    .also = call | ring | ring me | phone | phone me | a call | phone call
choice-message = Message me
    .symbol = 💬
    .also = message | text | text me | a message | write to me | write
choice-visit = Come and see me
    .symbol = 🚗
    .also = visit | visit me | come here | see me | a visit | face to face | in person
choice-before-review = See me before my review
    .symbol = 📅
    .also = before my review | before the review | before the meeting
choice-urgent-today = Today, it can't wait
    .symbol = ⏰
    .also = today | now | right now | cant wait | it cant wait

alone-yes = { $band ->
    [younger] Yes. You can talk to { $iro } on your own.
   *[older] Yes. You can talk to { $iro } on your own before your review. It's your right.
}
alone-ask = Shall I ask { $reader } to fix a day?
alone-fine = That's fine. You can ask me later.

write-ask = { $band ->
    [younger] What do you want to tell { $reader }? Write it here.
   *[older] What would you like to say to { $reader }? I'll pass it on exactly as you write it.
}
write-sent = { $reply_by ->
    [none] { $reader } will see this, in your own words.
   *[other] { $reader } will see this, in your own words. { $reader } usually answers by { $reply_by }.
}
write-fine = That's fine. You can write another time.

pass-on-offer = { $band ->
    [younger] I kept that. Shall I give it to { $reader } in your words?
   *[older] I've kept that. Shall I pass it to { $reader } in your words?
}
pass-on-more = { $band ->
    [younger] I kept that too. Shall I give it all to { $reader }?
   *[older] I've kept that too. Shall I pass it all on to { $reader }?
}
pass-on-kept = { $band ->
    [younger] OK. I won't send it as a note. It stays in our chat, and your { $role } can see the chat.
   *[older] OK, I won't send it as a message. It stays in this chat, which your { $role } can read.
}

contact-how = How would you like { $iro } to get in touch?
contact-how-other = { $band ->
    [younger] OK. Tell me how.
   *[older] OK. How would you like it to be?
}
contact-when = When is a good time for you?
contact-safe = { $band ->
    [younger] Is it OK if they write to you here?
   *[older] Is it safe for { $iro } to write to you here?
}
contact-today = If you are not safe, tap help now or write it to me. A person reads that today.
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
alone-ask = Shall I ask { $iro } to fix a day?
alone-fine = That's fine. You can ask me later.

write-ask = { $band ->
    [younger] What do you want to tell { $iro }? Write it here.
   *[older] What would you like to say to { $iro }? I'll pass it on exactly as you write it.
}
write-sent = { $reply_by ->
    [none] { $reader } will see this, in your own words.
   *[other] { $reader } will see this, in your own words. { $reader } usually answers by { $reply_by }.
}
write-fine = That's fine. You can write another time.

pass-on-offer = { $band ->
    [younger] I kept that. Shall I give it to { $iro } in your words?
   *[older] I've kept that. Shall I pass it to { $iro } in your words?
}
pass-on-more = { $band ->
    [younger] I kept that too. Shall I give it all to { $iro }?
   *[older] I've kept that too. Shall I pass it all on to { $iro }?
}
pass-on-kept = { $band ->
    [younger] OK. I won't send it as a note. It stays in our chat, and your { $role } can see the chat.
   *[older] OK, I won't send it as a message. It stays in this chat, which your { $role } can read.
}

# Somebody to speak for the child.

advocate-yes = { $band ->
    [younger] Yes. A person can speak up for you. It is free.
   *[older] Yes. That's called an advocate. It's your right, and it's free.
}
advocate-what = { $band ->
    [younger] They say what you want them to say. They don't work for your social worker.
   *[older] They say what you want said. They don't work for your social worker or your { $role }.
}
advocate-ask = { $review_on ->
    [none] Shall I ask for one?
   *[other] Your review is on { $review_on }. Shall I ask for one for that?
}
advocate-more = { $band ->
    [younger] They meet you first. You tell them what to say. They can sit with you or go for you.
   *[older] They meet you first, and you tell them what to say. They can sit with you, or speak when you're not there. They keep things private unless someone is not safe.
}
choice-advocate-more = Tell me more
    .symbol = ❓
    .also = more | what is that | what do they do
advocate-how = { $band ->
    [younger] You don't have to go yourself. How should they get in touch with you?
   *[older] You can be there, or let them speak for you. How should they get in touch?
}
choice-voice-note = Voice note
    .symbol = 🎤
    .also = voice | voice message | a voice note
choice-come-here = Come and see me
    .symbol = 🚗
    .also = visit | come to the home | come here | in person
advocate-number = { $band ->
    [younger] Which number can they use? You can skip this.
   *[older] Which number can they use? You don't have to give one.
}
choice-no-number = No number
    .symbol = ➖
    .also = none | i dont have one | dont have one | no phone | no
advocate-share = { $band ->
    [younger] Can I give them your name, your number and the day you meet? Just that.
   *[older] Can I give them your name, your number and when your review is? Nothing else.
}
choice-choose-what = I want to choose
    .symbol = ☑️
    .also = choose | not all | some of it | just my name | only my name
advocate-may-number = Can they have your number?
advocate-may-meeting = { $band ->
    [younger] Can they know when your meeting is?
   *[older] Can they know when your review is?
}
advocate-may-name = { $band ->
    [younger] And your name? I can't ask for you if they don't know it.
   *[older] And your name? Without a name I can't ask for you.
}
advocate-sent = { $quick ->
    [yes] I've asked, and marked it quick. You should hear by { $hear_by }. If not, tell me. If they can't come, you can ask to move the meeting.
   *[no] I've asked. You should hear by { $hear_by }. If not, tell me, or ring { $office_phone }.
}
advocate-not-shared = { $band ->
    [younger] That's fine. I have told them nothing. You can ask at any time.
   *[older] That's fine. I haven't passed anything on. You can ask at any time, or ring the office on { $office_phone }.
}
advocate-later = That's fine. You can ask for one at any time.
advocate-already = { $band ->
    [younger] I have asked for one for you. You should hear by { $hear_by }.
   *[older] You've asked for an advocate already. You should hear by { $hear_by }.
}
advocate-again = Is there something you want to tell me?
choice-not-heard = I have not heard
    .symbol = ⏰
    .also = no | not yet | nobody rang | no one rang | they have not | havent heard | nobody came | nobody has called
advocate-chased = { $band ->
    [younger] I'm sorry. I have told the office. They ask again now.
   *[older] I'm sorry. I've told the office, and they chase it. You can ring them too: { $office_phone }.
}
advocate-offer-ready = I have a question for you. Do you want to look at it now?
advocate-offer = { $band ->
    [younger] You have a meeting soon. A person can come and speak up for you, for free. Do you want that?
   *[older] Your review is on { $review_on }. An advocate can help you say what you want, for free. Do you want one?
}
advocate-refused = { $band ->
    [younger] Not all you asked for will happen. A person can help you ask again, for free. Do you want that?
   *[older] Not everything you asked for was agreed. An advocate can help you ask again, for free. Do you want one?
}
advocate-heard = { $band ->
    [younger] You asked for someone to speak for you. Have they been in touch?
   *[older] You asked for an advocate. Have they been in touch?
}
advocate-heard-good = Good. They are on your side.

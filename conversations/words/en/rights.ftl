advocate-yes = { $band ->
    [younger] Yes. A person can speak up for you. It is free.
   *[older] Yes. That's called an advocate. It's your right, and it's free.
}
advocate-what = { $band ->
    [younger] They say what you want them to say. They don't work for your social worker.
   *[older] They say what you want said. They don't work for your social worker or your { $role }.
}
advocate-ask = Shall I ask for one?
advocate-more = { $band ->
    [younger] They meet you first. You tell them what to say. They can sit with you or go for you.
   *[older] They meet you first, and you tell them what to say. They can sit with you, or speak when you're not there. They keep things private unless someone is not safe.
}
advocate-how = How should they get in touch with you?
advocate-share = { $band ->
    [younger] Can I give them your name and how to reach you? Just that.
   *[older] Can I give them your name, how to reach you and when your review is? Nothing else.
}
advocate-sent = { $band ->
    [younger] I have asked. If no one comes, tell me, or ring { $office_phone }.
   *[older] I've asked for one. If you hear nothing, tell me, or ring the office on { $office_phone }.
}
advocate-later = That's fine. You can ask for one at any time.
choice-advocate-more = Tell me more
    .symbol = ❓
    .also = more | what is that | what do they do
choice-come-here = Come and see me
    .symbol = 🚗
    .also = visit | come to the home | come here | in person
choice-advocate-first = Talk to an advocate first
    .symbol = 🗣️
    .also = advocate | talk to someone first | talk to someone

complain-right = { $band ->
    [younger] You can say when things are wrong. You won't be in trouble.
   *[older] You have a right to complain. It won't change how you are treated.
}
complain-goes = { $band ->
    [younger] It does not go to { $iro }. It goes to { $manager }, the boss.
   *[older] This won't go to { $iro }. It goes to { $manager }, who manages the { $role }s.
}
complain-kept = { $band ->
    [younger] I am giving your words to { $manager }, the boss. They don't go to { $iro }.
   *[older] I'm sending your words to { $manager }, who manages the { $role }s. Not to { $iro }.
}
complain-words = What do you want to say? Write it in your own words.
complain-more = Do you want to add anything?
complain-sent = { $band ->
    [younger] I have sent it to { $manager }, in your words.
   *[older] I've sent that to { $manager }, in your words. You can ring { $manager_phone } as well.
}
complain-advocate = { $band ->
    [younger] A person called an advocate can help you, for free. Do you want one?
   *[older] An advocate can help you with this for free. They don't work for the council. Do you want one?
}

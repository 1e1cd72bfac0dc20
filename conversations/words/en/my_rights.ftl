# What a child has a right to, and sorting out a problem.

home-rights = { $band ->
    [younger] You have a say. What do you want to know?
   *[older] You have rights here. Which one do you want to know about?
}
rights-another = { $band ->
    [younger] Do you want to look at one more?
   *[older] Do you want to look at another one?
}
rights-do = { $band ->
    [younger] Do you want to do something about it?
   *[older] Do you want to do something about it now?
}
choice-rights-other = Another right
    .symbol = ⚖️
    .also = no | another | other | a different one | not now
choice-right-meeting = My meeting
    .symbol = 📅
    .also = my review | the meeting | meeting
choice-right-listened = Being listened to
    .symbol = 👂
    .also = listened | be heard | being heard
choice-right-family = Seeing my family
    .symbol = 👪
    .also = family | family time | see my family
choice-right-worker = A different social worker
    .symbol = 👤
    .also = another social worker | different worker
choice-right-leaving = Leaving care
    .symbol = 🔑
    .also = moving on | leaving | when i leave
right-meeting = { $band ->
    [younger] You can say who comes to your meeting, and where and when it is. You can ask for it sooner.
   *[older] You can say who comes to your review, and where and when it is. You can ask for it earlier. If they say no, they have to tell you why.
}
choice-do-meeting = Say who, where and when
    .symbol = ✏️
    .also = say who | yes | say it
choice-do-earlier = Ask for it sooner
    .symbol = ⏩
    .also = sooner | earlier | ask for it earlier
right-listened = { $band ->
    [younger] { $iro } has to ask what you want, and tell the others. You may not get it all. They have to think about it.
   *[older] What you want has to be asked and thought about before things are decided. It doesn't mean you get all of it. You can ask why.
}
right-family = { $band ->
    [younger] Grown-ups have to think about when you see your family. Brothers and sisters too. You can say what you want.
   *[older] The council has to think about how you see your family, brothers and sisters too. Sometimes a court decides. You can say what you want, and ask why it is as it is.
}
choice-do-family = Say what I want
    .symbol = 💬
    .also = say it | yes | say what
right-leaving = { $band ->
    [younger] There has to be a plan for when you move on. You can say what is in it.
   *[older] You must have a plan for leaving care, and an adviser to help you. You can say what should be in it.
}
choice-do-leaving = Say what I want in it
    .symbol = 💬
    .also = say it | yes | my plan

choice-sort-problem = Sort out a problem
    .symbol = 🔧
    .also = a problem | problem | sort something out | something is wrong
problem-what = { $band ->
    [younger] What is it about? Tap one, or write.
   *[older] What is it about? Tap one, or just write it.
}
choice-problem-home = Where I live
    .symbol = 🏠
    .also = home | my room | my house
choice-problem-person = Someone where I live
    .symbol = 👥
    .also = someone at home | a person at home | someone i live with
choice-problem-school = School
    .symbol = 🏫
    .also = college | my school
choice-problem-family = Seeing my family
    .symbol = 👪
    .also = family | contact | my family | seeing family
choice-problem-money = Money
    .symbol = 💷
    .also = pocket money | cash | allowance
choice-problem-phone = My phone
    .symbol = 📱
    .also = phone | internet | wifi
choice-problem-promised = Something I was promised
    .symbol = 🤝
    .also = promised | a promise | they promised | something promised
choice-problem-worker = Someone who works with me
    .symbol = 👤
    .also = my worker | my social worker | my iro | a worker
problem-person = { $band ->
    [younger] If you don't feel safe, tap Help now. If it is something else, go on.
   *[older] If you don't feel safe there, tap Help now. A person answers that at any hour. If it's something else, go on.
}
problem-words = { $band ->
    [younger] Tell me a bit about it. Short is fine.
   *[older] Tell me a bit about it, in your own words. Short is fine.
}
choice-no-words = I don't want to write it
    .symbol = ➖
    .also = no | dont want to | i dont want to | no words
problem-worker = { $band ->
    [younger] { $iro } can't see it if you complain or ask for a different { $role }. What do you want?
   *[older] { $iro } can't see a complaint, or that you ask for a different { $role }. What would help?
}
problem-promised = { $decision_owner ->
    [none] Is it this one? “{ $decision_plain }”
   *[other] Is it this one? “{ $decision_plain }”
    { $decision_owner } was to do it by { $decision_due }.
}
choice-this-one = Yes, it has not happened
    .symbol = ✅
    .also = yes | yeah | yh | that one | this one | thats it
choice-another-one = Another one
    .symbol = ➡️
    .also = no | next | not that | nope | another
problem-offer = { $band ->
    [younger] I have kept that. Who should help with it?
   *[older] I've kept that. Who should help sort it out?
}
problem-kept = { $band ->
    [younger] That's fine. What you told me is kept. You can come back to it.
   *[older] That's fine. What you wrote is kept, and you can come back to it at any time.
}

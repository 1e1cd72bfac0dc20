# Complaining, and wanting somebody else.

complain-right = { $band ->
    [younger] You can say when things are wrong. You won't be in trouble.
   *[older] You have a right to complain. It won't change how you are treated.
}
complain-goes = { $band ->
    [younger] { $iro } can't see what you say here. It goes to { $manager }, the boss.
   *[older] { $iro } can't see what you write here. It goes to { $manager }, who manages the { $role }s.
}
complain-about = { $band ->
    [younger] Who or what is it about? Tap one, or just write.
   *[older] Who or what is it about? Tap one, or just write it.
}
choice-about-iro = My { $role }
    .symbol = 🧑
    .also = iro | { $iro }
choice-about-worker = My social worker
    .symbol = 👤
    .also = social worker | sw | my sw
choice-about-home = Where I live
    .symbol = 🏠
    .also = home | my home | my placement | my carer | staff | the staff
choice-about-other = Something else
    .symbol = ✏️
    .also = other | else | someone else
complain-words = What do you want to say? Write it in your own words.
choice-advocate-first = Talk to an advocate first
    .symbol = 🗣️
    .also = advocate | an advocate first
complain-kept = { $band ->
    [younger] I have got that, in your words.
   *[older] I've got that, in your own words.
}
complain-how = { $band ->
    [younger] What should happen with it?
   *[older] How do you want it handled?
}
choice-just-sort = Just sort it out
    .symbol = 🔧
    .also = just sort it | sort it | sort it out | fix it | just fix it
choice-make-formal = Make it formal
    .symbol = 📄
    .also = formal | make it a formal complaint | formal complaint | a formal complaint | official
choice-other-iro = A different { $role }
    .symbol = 🔄
    .also = different iro | i want a different iro | another iro | new iro | someone else
choice-talk-first = Talk to someone first
    .symbol = 💬
    .also = talk first | someone to talk to | talk to somebody first
complain-read = { $complaint_to ->
    [none] This goes to the office, in your words: “{ $complaint_words }”
    Is it right? You can write more.
   *[other] This goes to { $complaint_to }, in your words: “{ $complaint_words }”
    Is it right? You can write more.
}
choice-thats-right = That's right
    .symbol = ✅
    .also = yes | yeah | yh | right | its right | that is right | ok | send it | no | nope | nothing | no thats it | thats all
choice-say-again = Say it in other words
    .symbol = ✏️
    .also = take something out | take it out | change it | take out | write it again | say it again
complain-added = { $band ->
    [younger] I have put that in.
   *[older] Added, in your words.
}
complain-anything-else = Anything else?
complain-again = { $band ->
    [younger] Write it the way you want it. That takes the place of what you wrote.
   *[older] Write it the way you want it. It takes the place of what you wrote before.
}
complain-by = { $complaint_to ->
    [none] Somebody should answer you by { $complaint_by }. If not, I will tell you, and it goes up a step.
   *[other] { $complaint_to } should answer you by { $complaint_by }. If not, I will tell you, and it goes up a step.
}
complain-advocate = { $band ->
    [younger] A person called an advocate can help you, for free. Do you want one?
   *[older] An advocate can help you with this, for free. They don't work for the council. Do you want one?
}
complain-any-time = { $band ->
    [younger] OK. Say “my complaint” at any time to see how it goes.
   *[older] OK. Write “my complaint” at any time: to add to it, or to make it formal.
}
complain-one-already = { $band ->
    [younger] You have told me of something before. Here it is.
   *[older] You have a complaint open already. Here is how it stands.
}

complaint-nothing = { $band ->
    [younger] You have not told me of a thing that is wrong.
   *[older] You have no complaint open at the moment.
}
complaint-make-one = Do you want to make one?
complaint-stands = { $complaint_state ->
    [answered] { $complaint_answer ->
        [none] You have had an answer on { $complaint_on }. If it is not sorted out, it need not end here.
       *[other] { $complaint_to } answered on { $complaint_on }: “{ $complaint_answer }”
        If it is not sorted out, it need not end here.
    }
    [late] { $complaint_to ->
        [none] No one wrote back by { $complaint_by }. I'm sorry.
       *[other] No one answered you by { $complaint_by }. I'm sorry. { $complaint_to } has it now.
    }
   *[open] { $complaint_who ->
        [none] { $complaint_to ->
            [none] It has gone to the office. They should answer you by { $complaint_by }.
           *[other] { $complaint_to } has it, and should answer you by { $complaint_by }.
        }
       *[other] { $complaint_who } looks at it. You should have an answer by { $complaint_by }.
    }
}
complaint-ended = { $complaint_result ->
    [taken_back] It ended on { $complaint_on }, as you asked.
   *[other] { $complaint_answer ->
        [none] It ended on { $complaint_on }. You were told what came of it.
       *[other] It ended on { $complaint_on }. { $complaint_to } wrote: “{ $complaint_answer }”
    }
}
complaint-closed = { $complaint_result ->
    [taken_back] It has ended, as you asked.
   *[other] { $band ->
        [younger] So that is what came of it. It has ended now.
       *[older] So that is what was decided. It is closed now.
    }
}
complaint-over = { $kind ->
    [change_iro] Not happy with that? You can complain.
   *[complaint] { $next ->
        [stage_1] Not happy with that? You can make it formal.
        [stage_2] Not happy with that? You can take it up a step. Someone new looks at it then.
        [stage_3] Not happy with that? You can take it up a step. Three people from outside look at it then.
       *[none] Not happy with that? You can go to the Ombudsman. They are not the council.
    }
}
choice-ombudsman = The Ombudsman
    .symbol = 🏛️
    .also = ombudsman | who else | outside the council | go to the ombudsman
complaint-ombudsman = { $band ->
    [younger] The Ombudsman looks at what the council did, and is not the council. It is free.
    You say it in your own words. Ring { $ombudsman } or go to { $ombudsman_site }. A grown-up can help you.
   *[older] The Local Government and Social Care Ombudsman checks councils and is not part of one. It's free.
    You use your own words: ring { $ombudsman } or go to { $ombudsman_site }. An advocate can help you.
}
complaint-ombudsman-later = { $band ->
    [younger] They may ask you to go up each step here first.
   *[older] They mostly ask that you take it up each step here first.
}
complaint-what = What do you want to do?
choice-add-words = Add something
    .symbol = ➕
    .also = add | add to it | more | say more
choice-go-up = { $next ->
    [stage_1] Make it formal
   *[other] Take it up a step
}
    .symbol = ⬆️
    .also = go up | up a step | next step | take it further | further | formal | make it formal | official | a formal complaint
complaint-add = { $band ->
    [younger] What do you want to add?
   *[older] What do you want to add? It goes on just as you write it.
}
complaint-gone-up = { $complaint_stage ->
    [stage_1] { $complaint_to ->
        [none] It is a formal complaint now. You should get an answer by { $complaint_by }.
       *[other] It is a formal complaint now. { $complaint_to } should answer you by { $complaint_by }.
    }
    [stage_2] Someone who has had no part in it will look at it now. You should hear by { $complaint_by }.
   *[stage_3] Three people from outside the council look at it now. They should meet by { $complaint_by }.
}
complaint-moved = { $complaint_stage ->
    [longer] { $complaint_to } needs longer for it. I'm sorry. You should have an answer by { $complaint_by }.
    [looked_at] { $complaint_who } looks at your complaint now. You should hear by { $complaint_by }.
    [stage_1] It is a formal complaint now. { $complaint_to } should answer you by { $complaint_by }.
    [stage_2] It has gone up a step. Someone who had no part in it will look at it. You should hear by { $complaint_by }.
   *[stage_3] It has gone up a step. Three people from outside the council look at it. They should meet by { $complaint_by }.
}
complaint-seen = { $complaint_to } has read what you wrote. You should have an answer by { $complaint_by }.
complaint-news = { $band ->
    [younger] I have news for you. Say “my news” when you are on your own.
   *[older] There is news about something you asked. Write “my news” when you are on your own.
}
complaint-late = { $complaint_was ->
    [none] You should have had an answer by { $was_for }. You have not. I'm sorry.
   *[other] { $complaint_was } should have answered you by { $was_for }, and has not. I'm sorry.
}
complaint-late-now = { $complaint_stage ->
    [up] { $complaint_to ->
        [none] It has gone up a step. It is formal now, and must be answered by { $complaint_by }.
       *[other] It has gone up a step. It is formal now, and { $complaint_to } must answer by { $complaint_by }.
    }
    [change] I have told the managers that you still wait. You can ask for an advocate at any time.
   *[same] { $complaint_to ->
        [none] The managers know. You can take it up a step: write “my complaint”.
       *[other] { $complaint_to } must answer it now. You can take it up a step: write “my complaint”.
    }
}
complaint-answered-ready = There is an answer to something you asked. Do you want to look at it now?
complaint-sorted = { $band ->
    [younger] You have an answer. Is it sorted out now?
   *[older] You have had an answer. Does that sort it out?
}
complaint-sorted-good = { $band ->
    [younger] Good. If it goes wrong again, tell me.
   *[older] Good. If it goes wrong again, you can tell me at any time.
}
complaint-think = { $band ->
    [younger] That's fine. You can tell me later.
   *[older] That's fine. Take your time. Write “my complaint” when you know.
}
complaint-not-sorted = { $band ->
    [younger] OK. I tell them it is not sorted out. It does not have to stop here.
   *[older] OK. They are told that it's not sorted out. It doesn't have to end here.
}

different-iro = { $band ->
    [younger] You can ask for a different { $role }. You don't have to say why.
   *[older] You can ask for a different { $role }, and you don't have to say why.
}
different-iro-who = { $band ->
    [younger] { $manager } is the boss, and decides. { $iro } can't see what you say here.
   *[older] { $manager } manages the { $role }s and decides. { $iro } can't see what you write here.
}
different-iro-words = { $band ->
    [younger] What should { $manager } know? You can just ask.
   *[older] What should { $manager } know? Write it in your own words, or just ask.
}
choice-no-reason = Just ask, no reason
    .symbol = 📨
    .also = just ask | no reason | no why | ask | yes
different-iro-wish = { $band ->
    [younger] What would you like? A man, a woman, someone you know?
   *[older] Is there anything you would like in the next one?
}
choice-nothing-else = Nothing else
    .symbol = ➖
    .also = no | nope | nothing | that is all | thats it | thats all | dont mind | i dont mind
different-iro-by = { $complaint_to ->
    [none] I've asked. They should tell you yes or no, and why, by { $complaint_by }. It may not happen.
   *[other] I've asked { $complaint_to }, who should tell you yes or no by { $complaint_by }. It may not happen.
}
different-worker = { $band ->
    [younger] You can ask for a different social worker. You don't have to say why.
   *[older] You can ask for a different social worker, and you don't have to say why.
}
different-worker-who = { $band ->
    [younger] { $iro } takes it to that worker's boss, who decides.
   *[older] { $iro } takes it to the manager of that team, who decides. { $iro } will read what you write.
}
different-worker-words = { $band ->
    [younger] What should { $iro } tell them? You can just ask.
   *[older] What should { $iro } tell them? Use your own words, or just ask.
}
different-worker-wish = { $band ->
    [younger] What would you like? A man, a woman, someone you know?
   *[older] Is there anything you would like in the next one?
}
different-worker-sent = { $band ->
    [younger] I have told { $iro }, who should answer you by { $reply_by }. It may not happen.
   *[older] I've passed that to { $iro }, who should tell you more by { $reply_by }. I can't promise that it will happen.
}

# When nobody is allocated yet, this stands in for the first name.

iro-nobody = your { $role }

# Pronouns, for use inside other lines.

iro-them = { $iro_pronoun ->
    [she] her
    [he] him
   *[they] them
}

what-iro-job = { $band ->
    [younger] An { $role } checks that grown-ups do what they said they would do.
    [middle] An { $role } runs your review meetings. They check that your plan is right and that people do what they said.
   *[older] An { $role } checks that the council does what your care plan says. They run your reviews and can challenge things.
}
what-iro-you = { $band ->
    [younger] { $iro } wants to know what you think. You can talk to { iro-them } on your own.
    [middle] They are not in your social worker's team. You can ask to talk to them on your own.
   *[older] They don't work in your social worker's team. You can see them alone, and tell them when things are wrong.
}
what-iro-ready = { $band ->
    [younger] Did that make sense? I have three taps to see if I said it well.
   *[older] Did that make sense? Three quick taps will show me if I said it well.
}
choice-what-try = OK, try me
    .symbol = 👍
    .also = ok | yes | yeah | yh | go on | try | sure
choice-what-no-questions = No questions, thanks
    .symbol = ⏸️
    .also = no | nope | nah | no thanks | not now
what-iro-one = { $band ->
    [younger] What does an { $role } check?
   *[older] Which of these does an { $role } do?
}
choice-what-one-right = { $band ->
    [younger] Grown-ups keep their word
   *[older] Checks my plan is followed
}
    .symbol = 🔎
choice-what-one-wrong = { $band ->
    [younger] If I was good
   *[older] Marks how I behave
}
    .symbol = 📝
what-iro-two = { $band ->
    [younger] Can you talk to { $iro } on your own?
   *[older] Can you see your { $role } on your own before your review?
}
choice-what-two-right = Yes, if I want
    .symbol = 👍
    .also = yes | yeah | yh | yep
choice-what-two-wrong = { $band ->
    [younger] No, never
   *[older] No, my social worker has to be there
}
    .symbol = 👎
    .also = no | nope | nah
what-iro-three = { $band ->
    [younger] What if a thing in your plan is wrong?
   *[older] What can you do if your plan is not right for you?
}
choice-what-three-right = { $band ->
    [younger] Tell { $iro }
   *[older] Tell my { $role }, who can act on it
}
    .symbol = 💬
    .also = tell them | tell my iro | tell
choice-what-three-wrong = { $band ->
    [younger] I can do nothing
   *[older] Nothing, it is decided
}
    .symbol = 🤐
    .also = nothing
what-iro-yes = { $band ->
    [younger] Yes, you can.
   *[older] That's it.
}
what-iro-one-told = { $band ->
    [younger] They check what the grown-ups do. They don't check you.
   *[older] They check what the adults do, not how you behave.
}
what-iro-two-told = { $band ->
    [younger] You can. Just ask me or { $iro }.
   *[older] You can. It's your right, and I can ask for you.
}
what-iro-three-told = { $band ->
    [younger] You can tell { $iro }. It is { $iro }'s job to help.
   *[older] You can tell your { $role }. They can ask the council to put it right.
}
what-iro-done = { $band ->
    [younger] Thank you. You can ask me again.
   *[older] Thanks. You can ask me about this again whenever you like.
}

who-iro-know = { $band ->
    [younger] Do you know the name of your { $role }? You can write it.
   *[older] Do you know the name of your { $role }? You can type it, or pick from four.
}
know-iro-ask = { $band ->
    [younger] I ask this now and then. What is your { $role } called? You can write it.
   *[older] I ask everyone this now and then: what is your { $role } called? You can type it, or pick from four. Not sure is fine.
}
who-iro-pick = Which one is it?
who-iro-right = Yes, that's right.
who-iro-not-that = { $band ->
    [younger] Not that one. It is easy to mix up.
   *[older] Not that one. It's easy to lose track, so here it is.
}
who-iro-is = { $iro_full ->
    [none] You don't have an { $role } with a name yet. The office can tell you more: { $office_phone }.
   *[other] { $band ->
        [younger] Your { $role } is { $iro_full }. { $iro } works { $iro_days }. { $iro } checks that grown-ups do what they said.
       *[older] Your { $role } is { $iro_full }. { $iro } checks that your plan is right for you and that people keep to it.
    }
}
who-iro-reach = { $iro_full ->
    [none] I can ask the office to sort this out and contact you.
   *[other] { $band ->
        [younger] You can ring { $iro } on { $iro_phone }, or I can ask { $iro } to ring you.
       *[older] You can ring { $iro } on { $iro_phone }, { $iro_days }. { $review_on ->
            [none] I can ask { $iro } to contact you too.
           *[other] Your next review is on { $review_on }{ $review_time ->
                [none] .
               *[other] {" "}at { $review_time }.
            }
        }
    }
}
standing-in = { $iro_away ->
    [no_iro] You don't have an { $role } with a name yet. Until then { $deputy } reads what you write, and answers.
    [gone] { $iro_before } isn't your { $role } any more. Until you have a new one { $deputy } reads what you write.
   *[away] { $iro_away_until ->
        [none] { $iro } is away. { $deputy } stands in for now, reads what you write and answers.
       *[other] { $iro } is away, and back on { $iro_away_until }. Until then { $deputy } reads what you write, and answers.
    }
}
who-iro-away = { $iro_away ->
    [away] { $iro_away_until ->
        [none] { $iro } is away now.
       *[other] { $iro } is away, and back on { $iro_away_until }.
    }
    [gone] { $iro_before } isn't your { $role } any more.
   *[no_iro] I'll tell you when you have one.
} { $band ->
    [younger] { $deputy } reads what you write now. I can ask { $deputy } to contact you.
   *[older] Until then { $deputy } reads what you write, and answers. I can ask { $deputy } to contact you.
}
who-iro-anything = Is there anything you want to do now?
who-iro-detail = { $iro_detail ->
    [none] I don't know more about { $iro } yet. You can ask { iro-them } yourself.
   *[other] In { $iro }'s own words: “{ $iro_detail }”
}
iro-question-offer = Shall I pass your question on to { $iro }, in your words?
choice-know-pick = Pick from four
    .symbol = 👆
    .also = pick | four | show me | choose
choice-iro-detail = More about { $iro }
    .symbol = 🙂
    .also = more | tell me more | about them
choice-what-is-review = What is a review?
    .symbol = ❓

review-when = { $review_on ->
    [none] { $band ->
        [younger] I don't have a day for your meeting yet. You can ask { $iro }.
       *[older] I don't have a date for your next review yet. You can ask { $iro }, or ring the office on { $office_phone }.
    }
   *[other] Your next review is on { $review_on }{ $review_time ->
        [none] .
       *[other] {" "}at { $review_time }.
    }{ $review_overdue ->
        [yes] {" "}It should have been by { $review_due }. I'm sorry it is late.
       *[no] {""}
    }
}
review-what = { $band ->
    [younger] A review is a meeting about you. The grown-ups say what they will do for you.
   *[older] A review is a meeting about your plan. People check what was promised, and you can say what you want.
}
iro-before = { $iro_before ->
    [none] I don't know who it was before. { $iro } is your { $role } now, and can tell you.
   *[other] You may mean { $iro_before }, who was your { $role } before { $iro }. Sorry if nobody told you.
}
independent-no = { $band ->
    [younger] No. { $iro } is not the boss of your social worker. Your social worker is not { $iro }'s boss.
   *[older] No. { $iro } is not in charge of your social worker. Your social worker is not in charge of { $iro }.
}
independent-say = { $band ->
    [younger] { $iro } can say when things are not right for you.
   *[older] That is what independent means. { $iro } can say so when the plan is not right for you.
}
leaving-yes = Yes, it's true. { $iro } is leaving on { $iro_leaves }. I'm sorry if you heard it from someone else first.
leaving-after = { $iro_does_review ->
    [yes] { $iro } will still be there for your review on { $review_on }.{" "}
   *[no] {""}
}{ $iro_next ->
    [none] I don't know yet who comes after { $iro }. I'll tell you when I do.
   *[other] After that your { $role } is { $iro_next }. You won't have to start again.
}
change-plainly = I have some news for you. It is nothing bad. Shall I say it now?
change-news = { $band ->
    [younger] You will have a new { $role }. It is { $iro_next_full }, from { $iro_next_from }.
   *[older] Your { $role } is changing. From { $iro_next_from } it is { $iro_next_full }.{ $iro_full ->
        [none] {""}
       *[other] {" "}Until then it is { $iro }.
    }
} { $iro_next_shared ->
    [none] {""}
   *[other] { $iro_next } is { $iro_next_shared }'s { $role } too.
}
change-meet = { $iro_next_meet ->
    [none] { $iro_next } will write to you here, at the latest on { $iro_next_from }.
   *[other] { $iro_next_with ->
        [none] You can meet { $iro_next } on { $iro_next_meet }.
       *[other] You can meet { $iro_next } on { $iro_next_meet }. { $iro_next_with } will be there too.
    }
} { $band ->
    [younger] You do not have to tell it all again.
   *[older] You won't have to start again: { $iro_next } can read what you said before.
}
changed-news = { $iro_before ->
    [none] Your { $role } is now { $iro_full }.
   *[other] Your { $role } is now { $iro_full }. It was { $iro_before } before. I'm sorry I could not tell you sooner.
}
leaving-met = I've asked { $iro } to plan a time with { $iro_next } there too. You should hear by { $reply_by }.
leaving-know = { $band ->
    [younger] What should { $iro_next } know about you first?
   *[older] Which things should { $iro_next } know first? Write as much or as little as you like.
}
leaving-known = { $band ->
    [younger] I keep that for { $iro_next }, and I show { $iro } too.
   *[older] That's kept for { $iro_next } in your words. { $iro } sees it too, and can pass it on.
}
asked-handover-know = What { $iro_next } should know
choice-meet-both = Meet { $iro_next } with { $iro } there
    .symbol = 👥
    .also = meet both | meet them together | meet her with him | meet him with her
choice-tell-next = Tell { $iro_next } things first
    .symbol = 💬
    .also = tell them | tell the new one | tell the new one things | tell them stuff | tell my new iro | tell my new iro things
leaving-choose = Is there anything you want to do about it?
leaving-not-known = { $band ->
    [younger] I don't know of that. { $iro } is your { $role } now.
   *[older] I have nothing that says so. { $iro } is your { $role } now. You can ask { iro-them }.
}
choice-say-goodbye = Write to { $iro }
    .symbol = ✉️
    .also = say goodbye | write | goodbye

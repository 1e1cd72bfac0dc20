# After a review: what was decided, and whether it happened.

decided-news = { $band ->
    [younger] { $iro } wants you to know what was decided at your meeting. { $decisions ->
        [1] It is one thing.
       *[other] There are { $decisions } things.
    }
   *[older] { $iro } has written down what was decided at your review{ $held_on ->
        [none] {""}
       *[other] {" "}on { $held_on }
    }. { $decisions ->
        [1] There is one thing.
       *[other] There are { $decisions } things.
    }
}
decided-ready = { $band ->
    [younger] Do you want to see it now?
   *[older] Would you like to see it now? It will still be here later.
}
choice-what-was-decided = Yes, show me
    .symbol = 👀
    .also = yes | yeah | yh | ok | show me | go on | what was decided | tell me | yes please | what is it
decided-line = { $decision_asked ->
    [none] {""}
   *[other] You said: “{ $decision_asked }”{ "\u000A" }
}{ $decision_wish ->
    [yes] The answer is yes.{ "\u000A" }
    [partly] The answer is: some of it. { $decision_why }{ "\u000A" }
    [no] The answer is no. { $decision_why }{ "\u000A" }
   *[none] {""}
}{ $decision_plain }{ "\u000A" }{ $band ->
    [younger] Who does it: { $decision_owner }. By when: { $decision_due }.
   *[older] { $decision_owner } will do this. It should be done by { $decision_due }.
}
decided-more = { $band ->
    [younger] Do you want the next one?
   *[older] There is more. Do you want the next one?
}
choice-next-one = Next one
    .symbol = ▶️
    .also = next | yes | yeah | yh | ok | go on | more | carry on | yes please
choice-dont-agree = I don't agree
    .symbol = ✋
    .also = dont agree | i do not agree | disagree | thats not fair | not fair | thats wrong | i dont want that | i dont like that
choice-enough-now = That's enough for now
    .symbol = ⏸️
    .also = enough | no | nope | nah | later | stop | not now | no thanks
decided-disagree = { $band ->
    [younger] You can say so. { $iro } can hear it, or someone can speak for you, or you can complain.
   *[older] You can say so. Tell { $iro }, ask for someone to speak for you, or complain to { $manager }.
}
decided-all = { $band ->
    [younger] That is all of it. If you don't like a thing, you can say so.
   *[older] That's all of it. If you don't agree with something, you can say so, now or later.
}
choice-thats-fine = That's fine
    .symbol = 👍
    .also = fine | ok | okay | good | thanks | thank you | ok thanks | cool | no | nope | nah | k | yes | great
decided-later = { $band ->
    [younger] OK. Ask me “what was decided” when you want it.
   *[older] OK. Ask me “what was decided” any time and I'll show you.
}
decided-nothing = { $band ->
    [younger] I have nothing new from your meeting yet. { $iro } can tell you more.
   *[older] There is nothing written up for you from your last review yet. You can ask { $iro }.
}

happened-ready = { $band ->
    [younger] Can I ask you about things from your meeting?
   *[older] Can I check something with you from your last review? It's quick.
}
happened-line = { $band ->
    [younger] At your meeting: { $decision_plain }{ "\u000A" }{ $decision_owner } said they would do it by { $decision_due }.
   *[older] At your review it was decided: { $decision_plain }{ "\u000A" }{ $decision_owner } was to do this by { $decision_due }.
}
happened-ask = Has it happened?
choice-happened = Yes
    .symbol = 👍
    .also = yeah | yh | yep | yes it has | it has | it did | it happened | happened | done | ye | all done | yup | yes it happened
choice-not-happened = Not yet
    .symbol = ⏳
    .also = no | nope | nah | not happened | it hasnt | no it hasnt | not really | still waiting | never | didnt happen | it didnt | not at all
choice-dont-know-yet = Don't know
    .symbol = 🤷
    .also = i dont know | dunno | idk | not sure | no idea | maybe | dont know yet
happened-good = { $band ->
    [younger] Good. I will tell { $iro }.
   *[older] Good. { $iro } will see that.
}
happened-passed-on = { $band ->
    [younger] Thank you. { $iro } will look at it by { $act_by }. You will hear what they did.
   *[older] Thanks for saying. That goes to { $iro }, who has to act on it by { $act_by }. You should hear what they did.
}
happened-noted = { $band ->
    [younger] That's OK. I will tell { $iro } you don't know.
   *[older] That's OK. { $iro } will see that you don't know, and can find out.
}
happened-later = That's fine. You can tell me when you like.

review-off = { $band ->
    [younger] Your meeting on { $was_for } is off. I'm sorry. { $new_day ->
        [none] I will tell you the new day.
       *[other] It is now on { $new_day }.
    }
   *[older] Your review on { $was_for } isn't happening that day. I'm sorry. { $new_day ->
        [none] I'll tell you when there is a new day. You can ask { $iro } about it.
       *[other] The new day is { $new_day }. You can ask { $iro } about it.
    }
}
review-moved = { $band ->
    [younger] { $was_for ->
        [none] Your meeting has a new day.
       *[other] Your meeting is not on { $was_for }. It has a new day.
    } It is on { $new_day }{ $new_time ->
        [none] .
       *[other] { " " }at { $new_time }.
    }
   *[older] { $was_for ->
        [none] Your review has a new day.
       *[other] Your review has moved. It isn't on { $was_for } any more.
    } It's on { $new_day }{ $new_time ->
        [none] .
       *[other] { " " }at { $new_time }.
    } If that doesn't suit you, tell { $iro }.
}
# Did they listen? Between reviews: how are things?

feedback-ready = Hi, it's the computer from your card. Do you have one minute?
feedback-intro = { $band ->
    [younger] Three taps about { $iro }. { $iro } can't see them. Only { $manager }, the boss, can. It's mixed in with what others say.
   *[older] Three quick taps about { $iro }. { $iro } never sees them. { $manager } does, but only mixed with what others say.
}
feedback-listened = { $band ->
    [younger] Did { $iro } listen to you?
   *[older] Did { $iro } listen to what you wanted to say?
}
feedback-explained = { $band ->
    [younger] Did { $iro } tell you things so that you got it?
   *[older] Did { $iro } explain things so that they made sense?
}
feedback-difference = { $band ->
    [younger] Did your meeting make things better?
   *[older] Did what { $iro } did make a difference for you?
}
choice-fb-yes = Yes
    .symbol = 👍
    .also = yeah | yh | yep | ye | they did | yes they did | definitely
choice-fb-partly = Partly
    .symbol = 🤏
    .also = a bit | sort of | kind of | kinda | some | sometimes | a little | some of them
choice-fb-no = No
    .symbol = 👎
    .also = nope | nah | not really | not at all | never | no they didnt
feedback-words = { $band ->
    [younger] Shall I give those words to { $manager }? { $iro } won't see them.
   *[older] Shall I pass those words to { $manager }? { $iro } won't see them either way.
}
feedback-thanks = { $band ->
    [younger] Thank you.
   *[older] Thanks. That helps the next young person too.
}
touch-ask = { $band ->
    [younger] Until your next meeting, shall I ask you how things are?
   *[older] Between reviews I can ask how things are. How often would you like that?
}
choice-monthly = Once a month
    .symbol = 📅
    .also = every month | monthly | a month
choice-as-usual = Every { $check_in_usual } weeks
    .symbol = 🗓️
    .also = yes | yeah | ok | sure | whenever | dont mind | i dont mind
choice-seldom = Every three months
    .symbol = ⏳
    .also = three months | now and then | sometimes | not often
choice-not-at-all = Not at all
    .symbol = ➖
    .also = no | nope | nah | never | dont | no thanks
touch-agreed = { $band ->
    [younger] OK. I will ask you then. You can say stop.
   *[older] OK, I'll ask then. Say “check-ins” if you want to change it.
}
touch-never = { $band ->
    [younger] That's fine. You can write to me when you like.
   *[older] That's fine. I won't ask. You can write whenever you like.
}
check-in-how = { $band ->
    [younger] Hi. How are things?
   *[older] Hi. How are things with you? Tap or write.
}
check-in-home = { $band ->
    [younger] Are you happy where you live?
   *[older] Are you happy where you live?
}
check-in-promises = { $band ->
    [younger] Do the grown-ups do what they said?
   *[older] Are people doing what they said they would?
}
check-in-offer = { $band ->
    [younger] Thank you for telling me. { $iro } will read it. Do you want a person to talk to?
   *[older] Thanks for telling me. { $iro } will read that. Do you want to talk to a person?
}
check-in-thanks = { $band ->
    [younger] Thank you. { $iro } can see that.
   *[older] Thanks. { $iro } can see that. You can write whenever you like.
}

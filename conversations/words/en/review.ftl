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

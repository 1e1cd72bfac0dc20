# Getting ready for a review.

ready-offer = { $review_on ->
    [none] Do you want to tell { $iro } what you think?
   *[other] { $band ->
        [younger] Your meeting is on { $review_on }. Do you want to tell { $iro } what you think?
       *[older] Your review is on { $review_on }. Would you like to tell { $iro } what you think before it?
    }
}
ready-offer-plainly = Hi, it's the computer from your card. Do you have a few minutes?
choice-lets-start = Yes, let's start
    .symbol = ▶️
    .also = yes | yeah | yh | ok | okay | start | go on | sure | lets go | yes please | alright
choice-maybe-later = Maybe later
    .symbol = ⏸️
    .also = later | not now | not today | another time | in a bit | maybe
choice-no-thanks = No thanks
    .symbol = 👎
    .also = no | nope | nah | i dont want to | no thank you
ready-later = { $band ->
    [younger] That's fine. Say hi when you want to.
   *[older] That's fine. Say hi whenever you like, right up to the day.
}
ready-no-thanks = { $band ->
    [younger] That's fine. { $iro } can still ask you, and you can still tell me.
   *[older] That's fine. { $iro } may ask you in another way, and you can still tell me.
}

# Starting from last time.

last-time = { $band ->
    [younger] Last time you told me:
   *[older] Before your review on { $last_on } you told me:
}{ "\u000A" }{ $answers_read }{ $last_decided ->
    [none] {""}
   *[other] { "\u000A" }{ $band ->
        [younger] And this was decided:
       *[older] And this is what was decided:
    }{ "\u000A" }{ $last_decided }
}
last-changed = { $band ->
    [younger] Is it still like that?
   *[older] Has anything changed since then?
}
choice-nothing-changed = Nothing has changed
    .symbol = 🟰
    .also = no | nope | nah | same | still the same | the same | all the same | nothing | nothing changed | no change | not really | it is still like that | same as before
choice-things-changed = Some of it has changed
    .symbol = 🔄
    .also = yes | yeah | yh | changed | some | some of it | a bit | things changed | it changed | loads | lots
last-unchanged = { $band ->
    [younger] OK. I tell { $iro } it is all the same.
   *[older] OK. { $iro } will see that nothing has changed for you.
}
last-add = { $band ->
    [younger] Do you want to say one more thing?
   *[older] Is there anything you want to add?
}
choice-add-something = Add something
    .symbol = ➕
    .also = yes | yeah | yh | add | yes please | one thing | something

# Who helped.

helped-who = { $band ->
    [younger] Who helped you with this?
   *[older] Did anyone help you with your answers?
}
choice-helped-iro = { $iro }
    .symbol = 🧑
    .also = my iro | iro
choice-helped-other = Someone else
    .symbol = 👤
    .also = somebody else | another person | my friend | mum | dad | my mum | my dad
choice-nobody-helped = Nobody
    .symbol = 🙂
    .also = no one | no | nope | just me | me | on my own | none
helped-thanks = { $band ->
    [younger] OK. I wrote that down. It is still your words that count.
   *[older] OK, I've noted that next to your answers. They are still yours.
}

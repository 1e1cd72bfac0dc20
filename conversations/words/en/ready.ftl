# Getting ready for a review.

ready-offer = { $band ->
    [younger] Your meeting is on { $review_on }. Do you want to tell { $iro } what you think?
   *[older] Your review is on { $review_on }. Would you like to tell { $iro } what you think before it?
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

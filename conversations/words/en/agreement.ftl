# How child and IRO keep in touch. How often the computer asks how things are stands in review.ftl.

agreement-way = { $touch_how ->
    [message] a message
    [call] a call
   *[visit] a visit
}
agreement-often = { $touch_weeks ->
    [1] every week
   *[other] every { $touch_weeks } weeks
}
choice-see-agreement = { $iro_named ->
        [yes] How { $iro } keeps in touch
       *[no] How my { $role } keeps in touch
    }
    .symbol = 🤝
    .also = keep in touch | how we keep in touch | our agreement
agreement-is = { $band ->
    [younger] You and { $iro } agreed: { agreement-way } { agreement-often }. The next is by { $touch_next }.
   *[older] This is what you and { $iro } agreed: { agreement-way } { agreement-often }. The next one is due by { $touch_next }.
}
agreement-asked = { $band ->
    [younger] You asked for { agreement-way } { agreement-often }. { $iro } has not said yes yet.
   *[older] You asked for { agreement-way } { agreement-often }. { $iro } has not answered that yet.
}
agreement-offered = { $band ->
    [younger] { $iro } would like to be in touch with you: { agreement-way } { agreement-often }. Is that good?
   *[older] { $iro } would like to keep in touch like this: { agreement-way } { agreement-often }. Is that OK for you?
}
choice-agreement-yes = Yes, that's good
    .symbol = 👍
    .also = yes | yeah | ok | sure | yh
choice-agreement-other = I want something else
    .symbol = ✏️
    .also = something else | no | different
agreement-weeks = { $band ->
    [younger] How often should { $iro } be in touch with you?
   *[older] How often would you like { $iro } to be in touch? This is { $iro }, not me.
}
choice-weeks-two = Every 2 weeks
    .symbol = 📅
choice-weeks-four = Every 4 weeks
    .symbol = 🗓️
    .also = every month | monthly
choice-weeks-six = Every 6 weeks
    .symbol = 🗓️
choice-weeks-twelve = Every 12 weeks
    .symbol = 🗓️
agreement-how = How should it be?
choice-by-message = A message here
    .symbol = 💬
    .also = message | text | write
choice-by-call = A call
    .symbol = 📞
    .also = call | ring | phone
choice-by-visit = A visit
    .symbol = 🚗
    .also = visit | come here | see me
agreement-proposed = { $band ->
    [younger] I have asked { $iro }. I will tell you the answer.
   *[older] I've asked { $iro }. { $iro } can say yes or offer something else, and I'll tell you.
}
agreement-yes = { $iro } says yes: { agreement-way } { agreement-often }, from now on.
agreement-carer = { $band ->
    [younger] May your carer know about this too? Both are fine.
   *[older] May the person who looks after you have this in writing too? Only this, nothing you said. Both are fine.
}
agreement-written = { $band ->
    [younger] I wrote it down: { agreement-way } { agreement-often }. Tap More to see it.
   *[older] It's written down: { agreement-way } { agreement-often }. You can see it, and change it, any time under “More”.
}
choice-change-agreement = Change it
    .symbol = ✏️
    .also = change | something else
choice-check-in-often = How often you ask me
    .symbol = 🤖
    .also = check ins | how often you ask

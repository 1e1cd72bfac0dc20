# What children ask for that has no long answer.

have-to-go-no = { $band ->
    [younger] No. You can go, go for a bit, or not go. I can still pass on your words.
   *[older] No one should make you. You can go to all of it, part of it or none. Your words can go without you.
}
phone-cannot-delete = { $band ->
    [younger] I can't delete it. I keep what you said. I can use plain words here.
   *[older] I can't delete it, because what you said is kept. I can keep my own messages plain.
}
phone-write-here = { $band ->
    [younger] Is it OK if { $iro } writes to you here?
   *[older] Is it safe for { $iro } to write to you here?
}
phone-not-here = { $band ->
    [younger] OK. I wrote down: do not write to you here. You can still write to me.
   *[older] OK. I've noted that it's not safe to write to you here. You can still write to me.
}
card-lost-here = { $band ->
    [younger] That's OK. You can still write to me here.
   *[older] That's OK. You can still write here. On a new phone you need a new card.
}
card-lost-ask = Shall I ask the office for a new card?
card-lost-asked = { $band ->
    [younger] I have asked. You can ring the office too: { $office_phone }.
   *[older] I've asked the office. If you need it fast, you can ring them on { $office_phone }.
}

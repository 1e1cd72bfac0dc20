# When care has ended, and the records of it.

left-care-told = Hi{ $name ->
    [none] {""}
   *[other] {" "}{ $name }
}. You don't have an { $role } now, because you have left care. You do still have people: the leaving-care team, and your own adviser there.
left-care-what = I can pass a message on to them, or give you their number.
choice-pass-it-on = Pass a message on
    .symbol = ✉️
    .also = pass it on | message | pass on a message | send a message
choice-left-details = Their number
    .symbol = 📞
    .also = details | number | phone number | who are they | how do i reach them
choice-my-records = My records
    .symbol = 📁
    .also = my record | my file | what was written about me | see what i said before | what i said before | my old words
left-care-words = What should they know? I'll pass it on just as you write it.
left-care-offer = Shall I pass that on to the team for you, in your words?
left-care-kept = OK. I've kept it here. You can ask me later.
left-care-sent = I've sent that to the office, for the leaving-care team, in your words. It's passed on by { $next_office_day }.
left-care-marked = I've sent that to the office, for the leaving-care team, and marked it: “{ $deadline }”. It's passed on by { $next_office_day }.
left-care-all-right = Do you have food and a bed until then?
left-care-good = Good. If that changes, write it here. A person still reads anything worrying, at any hour.
left-care-details = { $leaving_care_phone ->
    [none] You can ring the office on { $office_phone }. Ask for the leaving-care team.
   *[other] You can ring the leaving-care team on { $leaving_care_phone }. If nobody answers, ring the office: { $office_phone }.
}
left-care-anything = Is there anything else I can do?
records-yes = { $band ->
    [younger] Yes. You can ask to see what was written about you. It is free.
   *[older] Yes. What was written about you is yours to ask for. It's free, and it normally takes up to one month.
}
records-ask = Shall I ask for it now?
choice-ask-records = Ask for it now
    .symbol = 📨
    .also = yes | yeah | yh | ok | ask | ask now | yes please | please
choice-records-more = Tell me more first
    .symbol = ❓
    .also = more | tell me more
records-more = { $band ->
    [younger] A person finds it and shows it to you. Some of it may be hard to read. Someone can sit with you.
   *[older] A person collects it and checks it's really you. They may take out what is about other people. Some of it can be hard to read. Someone can go through it with you.
}
records-asked = { $band ->
    [younger] I have asked. You should hear by { $records_by }.
   *[older] I've asked for it. You should have an answer by { $records_by }. It won't be sent to this chat.
}

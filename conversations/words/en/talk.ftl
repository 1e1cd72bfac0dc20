# Answers in passing.

robot-computer = { $band ->
    [younger] No, I'm a computer. I'm not a person.
   *[older] No, I'm a computer. I'm not a person, and I won't pretend to be.
}
robot-people = { $linked ->
    [yes] { $iro } is a real person, and reads what you write on work days.
   *[no] Your { $role } is a real person, and reads what you write on work days.
}
what-is-this = { $band ->
    [younger] I'm a computer. I help children talk to their { $role }. They check grown-ups do what they said.
   *[older] I'm a computer that helps children in care talk to their { $role }. An { $role } checks that your plan is right for you.
}
what-is-this-card = { $band ->
    [younger] The card is so I know it is you.
   *[older] The card is there so that nobody else can be you here.
}
hello-again = { $name ->
    [none] Hi. Good to hear from you.
   *[other] Hi { $name }. Good to hear from you.
}
hello-short = { $name ->
    [none] Hi. I'm a computer. I help you tell { $iro } things.
   *[other] Hi { $name }. I'm a computer. I help you tell { $iro } things.
}
thanks-ok = { $band ->
    [younger] OK. I am here.
   *[older] No problem. I'm here when you want me.
}
rude-calm = { $band ->
    [younger] OK. I'm a computer, so I don't mind.
   *[older] Fair enough. I'm a computer, I can take it.
}
joking-kept = { $band ->
    [younger] OK. I still pass it to a person, in case. You are not in trouble.
   *[older] OK. I still have to pass it on, because if it's true it matters. You're not in trouble.
}
joking-fine = { $band ->
    [younger] OK. That's fine.
   *[older] OK, got it. That's fine.
}
never-tell = { $band ->
    [younger] I never tell what other children say. I won't tell them what you say.
   *[older] I never tell anyone what another person said. That goes for your words too.
}
police-people = { $band ->
    [younger] I don't ring the police. A person reads things that may be worrying.
   *[older] Not by itself. A real person reads anything that sounds dangerous, and they decide what to do.
}
confused-sorry = { $band ->
    [younger] Sorry. I will say it again. You can skip it too.
   *[older] Sorry, I may have put that badly. Here it is again. You can skip it.
}
where-now = { $band ->
    [younger] You can say stop, skip, back, menu or help now at any time.
   *[older] Any time you can say stop, skip, back, menu, who sees this, or help now.
}
wrong-person-cannot = { $band ->
    [younger] I'm a computer. I can't say a thing about any child, or if I know them.
   *[older] I'm a computer that passes messages to a council team. I can't say anything about any child, or if I know one.
}
wrong-person-office = { $band ->
    [younger] A card is just for the child it was sent to. I have told the office. Ring { $office_phone } to talk to them.
   *[older] A card only works for the child it was sent to. I've told the office, and it is stopped. Ring them on { $office_phone }.
}
wrong-person-same = { $band ->
    [younger] I can't say yes or no. You can ring { $office_phone }.
   *[older] I can't answer that, yes or no. I'd say the same to anyone. The office is on { $office_phone }.
}
wrong-person-own = { $band ->
    [younger] Hi. I can't talk about any card or child. You can have a card of your own.
   *[older] Hi. I can't talk about any card or any child but you. You can have a card of your own.
}
wrong-person-own-how = { $band ->
    [younger] Ask your own social worker, or ring { $office_phone }.
   *[older] Ask your own social worker for one, or ring the office on { $office_phone }.
}
wrong-person-with-child = { $band ->
    [younger] Is the child here with you now?
   *[older] I only talk to the child the card was sent to. Are they here with you now?
}
choice-child-here = Yes, they are here
    .symbol = 🧒
    .also = yes | yeah | yep | yh | they are here | he is here | she is here | next to me
choice-child-not-here = No
    .symbol = ➖
    .also = nope | not now | at school | he is not | she is not | they are not
wrong-person-child = { $band ->
    [younger] This is for the child. Is it OK that they help you? I keep a note of it.
   *[older] This one is for the child to tap: is it OK that they help you? I keep a note of it.
}
choice-my-own-card = It is my own card
    .symbol = 🙋
    .also = its my card | my card | it is mine | its mine | i am the child

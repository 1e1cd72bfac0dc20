welcome-computer = { $band ->
    [younger] Hi, I'm My { $role }. I'm a computer. I am not a person. I help you tell your { $role } things.
    [middle] Hi, I'm My { $role }. I'm a computer, not a person. I help you talk to your { $role }. That is the person who checks your plan is right for you.
   *[older] Hi, I'm My { $role }. I'm a computer, not a person. I help you reach your { $role }, who checks the council does what your plan says.
}
welcome-readers = { $band ->
    [younger] Your { $role } and their team read what you write. If you may not be safe, I must tell a grown-up. It is their job to help.
    [middle] Your { $role } and the { $role } team can read what you write. If someone may not be safe, I can't keep it private. I have to tell a person whose job is to help.
   *[older] Your { $role } and the { $role } team can read what you write. If someone may not be safe, I can't keep it private. I have to tell a person whose job is to help, and I'll say so.
}
welcome-agree = { $band ->
    [younger] I can't help in a rush. If you are in danger, ring { $emergency } now. Is it OK to go on?
   *[older] I'm not for emergencies. If you are in danger now, ring { $emergency }. Is it OK to go on?
}
welcome-agree-short = Is it OK to go on?
welcome-not-now = OK. I'll be here when you want me. If you are in danger now, ring { $emergency }.
welcome-again = { $band ->
    [younger] Shall we go on?
   *[older] Shall we go on from where we were?
}
welcome-sixteen = Are you 16 or over? I need to ask that here.
welcome-web-chat = { $band ->
    [younger] This app is for people who are 16. You can talk to me here: { $web_address }
   *[older] This app is only for people of 16 and over. You can have the same chat with me here: { $web_address }
}
welcome-card = What is the word on your card? It has a number after it.
welcome-birthday = Thank you. What day and month is your birthday?
welcome-birthday-again = I need the day and the month. You can write it like 9 May.
welcome-no-match = I can't match that. We can try both again. What is the word on your card?
welcome-no-birthday = I can't match that. We can try again. What day and month is your birthday?
welcome-no-match-add = I can't match that. You can try both again: your birthday, and the first name of your { $role }.
welcome-locked = { $band ->
    [younger] I can't match that, so I have to stop trying. Ask the grown-up who gave you the card. Or ring the office on { $office_phone }.
   *[older] I can't match that, so I have to stop trying now. It is not your fault. Ask the person who gave you the card, or ring the { $role } office on { $office_phone }.
}
welcome-no-card = That's OK. What would you like to do?
welcome-add-only = Tell me your birthday and the first name of your { $role }. Then you can add things. I won't show what was said before.
welcome-add-only-iro = And what is the first name of your { $role }?
welcome-new-card = { $band ->
    [younger] I have asked the office for a new card. If you need one fast, ring { $office_phone }.
   *[older] I've told the office that a new card is needed. I don't know who you are, so please ring them too: { $office_phone }.
}

choice-who = Who sees this?
    .symbol = 👀
    .also = who sees it | who reads this | who can see this | who will see this | who sees
choice-sixteen-yes = 16 or over
    .symbol = ✅
    .also = yes | yeah | yh | yep | i am | im 16 | i am 16 | 16 | 17 | 18 | over 16 | im 17 | i am 17 | yes i am
choice-sixteen-no = Under 16
    .symbol = 🔙
    .also = no | nope | nah | im 15 | i am 15 | 15 | 14 | 13 | 12 | 11 | 10 | im 14 | im 13 | not yet | im not | younger
choice-no-card = I don't have it
    .symbol = 🤷
    .also = i dont have a card | no card | dont have it on me | lost it | i lost it | i have lost it | dont have one | i dont have one | havent got it | i havent got it | havent got one | not got it | what card | i dont know | dont have it | i lost my card | lost my card | forgot it | i forgot it | dont know it | i cant find it | cant find it
choice-dont-know = I don't know
    .symbol = 🤷
    .also = dunno | idk | not sure | i do not know
choice-add-only = Birthday and { $role } name
    .symbol = 🎂
    .also = add only | just add | birthday | add | my birthday | birthday and name
choice-new-card = Ask for a new card
    .symbol = 💌
    .also = new card | a new card | get a new card | i need a new card
choice-found-card = I have my card
    .symbol = 🔎
    .also = found it | i found it | ive got it | i have it | got it | got my card | try again

hello-name = { $band ->
    [younger] Thank you. What shall I call you?
   *[older] Thank you. That matches. What would you like me to call you?
}
hello-other-name = What shall I call you? You can pick any name you like.
hello-shared = { $band ->
    [younger] Can any other people see this screen?
   *[older] Can anyone else see this phone or screen?
}
hello-private-phone = OK. If that changes, just tell me.
hello-plain-messages = { $band ->
    [younger] OK. I will keep my words plain, so they do not say much.
   *[older] Good to know. I'll keep my messages plain, so they don't give much away.
}
hello-added = { $band ->
    [younger] Thank you, that matches. You can add things here. I will not show what you said before.
   *[older] Thanks, that matches. You can add things here. I won't show what you said before, to keep it private.
}
hello-carry-on = { $band ->
    [younger] We can go on from where we stopped. Shall we?
   *[older] We can pick up where we stopped. Do you want to?
}
# Above the answer to what was asked before the child had shown who they are.
first-asked = You wrote before: “{ $said }”
hello-done = { $band ->
    [younger] That was hello. You can stop at any time.
   *[older] That's hello done. You can stop or skip whenever you like.
}
choice-my-name = { $name }
    .symbol = 🙂
    .also = yes | yes please | yeah | that
choice-other-name = Something else
    .symbol = ✏️
    .also = other | another name | no
choice-only-me = Only me
    .symbol = 🙋
    .also = no | just me | nobody | no one | nope | only me can
choice-someone-might = Someone might
    .symbol = 👥
    .also = yes | yeah | yh | maybe | someone can | they might | my carer can | probably | sometimes

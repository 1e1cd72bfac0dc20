home-hello = { $name ->
    [none] Hello again.
   *[other] Hi { $name }.
}
home-menu = What would you like to do?
home-again = { $band ->
    [younger] What next?
   *[older] What would you like to do next?
}
home-more = Here is what else we can do.
choice-wishes = Say what I think
    .symbol = 💬
    .also = wishes | my wishes | wishes and feelings | say what i think | my review | say what i want
choice-who-iro = Who is my { $role }?
    .symbol = 🙂
choice-contact = { $iro_named ->
        [yes] { $deputy ->
            [none] Ask { $iro } to get in touch
           *[other] { $iro_away ->
                [away] Ask { $deputy } to get in touch (for { $iro })
               *[other] Ask { $deputy } to get in touch
            }
        }
       *[no] Ask my { $role } to get in touch
    }
    .symbol = 📞
    .also = contact | get in touch | call me | ask for contact
choice-write = { $iro_named ->
        [yes] { $deputy ->
            [none] Write to { $iro }
           *[other] { $iro_away ->
                [away] Write to { $deputy } (for { $iro })
               *[other] Write to { $deputy }
            }
        }
       *[no] Write to my { $role }
    }
    .symbol = ✉️
    .also = write | send a message | write a message | message
choice-more = More
    .symbol = ➕
    .also = something else | other | more things
choice-what-iro = What is an { $role }?
    .symbol = ❓
choice-my-words = See what I said
    .symbol = 📖
    .also = my words | what i said | read it back
choice-see-decided = What was decided
    .symbol = 📋
    .also = decisions | what they decided
choice-someone-helps = Someone is helping me
    .symbol = 🤝
    .also = somebody is helping me | i have help
choice-my-complaint = My complaint
    .symbol = 📨
    .also = my complaints | see my complaint
choice-rights = My rights
    .symbol = ⚖️
    .also = rights
choice-who-sees-this = Who sees this?
    .symbol = 👀
    .also = who sees
choice-advocate = Someone to speak for me
    .symbol = 🗣️
    .also = advocate | an advocate
choice-complain = Complain
    .symbol = 📣
    .also = complaint | make a complaint
choice-alone = See { $iro } on my own
    .symbol = 🚪
    .also = on my own | alone
choice-review-when = When is my review?
    .symbol = 📅

stop-stopped = { $channel ->
    [sms] { $band ->
        [younger] OK, we stop. I will not text you first. Text hi when you want me. In danger? Ring { $emergency }.
       *[older] OK, we'll stop, and I won't text you first any more. What you've said is kept. Text START or hi any time to begin again. If you're in danger, ring { $emergency }.
    }
   *[other] { $band ->
    [younger] OK, we stop. I keep what you said. You can come back at any time. Just say hi.
   *[older] OK, we'll stop. What you've said is kept. Say hi to come back, any time{ $review_on ->
        [none] {""}
       *[other] {""} before your review on { $review_on }
    }.
   }
}
# Said before it, to a child with whom a person was writing.
stop-person = { $iro_talks ->
    [none] The person who wrote to you can see that you stopped.
   *[other] { $iro_talks } can see that you stopped.
}
stop-still = We have stopped. Come back when you like.

help-now-numbers = { $band ->
    [younger] In danger? Ring { $emergency } now. You can ring { $childline_name } for free at any time: { $childline }.
   *[older] If you are in danger, ring { $emergency } now. You can ring { $childline_name } free at any time: { $childline }. If you can't speak, ring { $emergency }, listen, then press { $silent_key } on a mobile.
}
help-now-choose = { $band ->
    [younger] You can tell me here too. A person will read it.
   *[older] You can write it here as well. A person reads anything worrying, day or night.
}
choice-not-safe = I'm not safe
    .symbol = 🆘
    .also = not safe | im not safe | i am not safe | unsafe
choice-ask-iro = Ask { $reader } to contact me
    .symbol = 📞
    .also = ask | contact me | yes please
not-safe-write = { $band ->
    [younger] You can write more, but you do not have to.
   *[older] You can write what is happening. You don't have to.
}

who-sees-readers = { $linked ->
    [yes] { $deputy ->
        [none] { $band ->
            [younger] { $iro } can see this. { $iro }'s boss can too. Your family and your carer can't see it here.
           *[older] { $iro } can see this. The { $role } manager can too, when { $iro } is away. Your carer, your family and your social worker can't see it here.
        }
       *[other] { $iro_away ->
            [away] { $iro_away_until ->
                [none] { $iro } is away, so { $deputy } sees this for now. { $iro } can see it too.
               *[other] { $iro } is away until { $iro_away_until }, so { $deputy } sees this. { $iro } can see it too.
            }
           *[other] You don't have an { $role } now, so { $deputy } sees this.
        } { $band ->
            [younger] Your family and your carer can't see it here.
           *[older] Your carer, your family and your social worker can't see it here.
        }
    }
   *[no] { $band ->
        [younger] Your { $role } can see this. Their boss can too. Your family and your carer can't see it here.
       *[older] Your { $role } can see this. Their manager can too, when they are away. Your carer, your family and your social worker can't see it here.
    }
}
who-sees-not-secret = { $band ->
    [younger] If you may not be safe, I have to tell a grown-up. It is their job to help. I will tell you.
   *[older] One thing I can't keep to myself: you or someone else not being safe. Then I have to tell a person whose job is to help. I'll tell you when I do.
}

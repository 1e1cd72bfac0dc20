wishes-short-intro = { $band ->
    [younger] I will ask you five things for { $iro }. You can skip. You can stop. There are no wrong answers.
   *[older] I have five questions for { $iro }. You can skip any of them, or stop.
}
wishes-near = { $band ->
    [younger] Is a grown-up with you now?
   *[older] Is anyone sitting with you now?
}
wishes-near-yes = { $band ->
    [younger] That's OK. They may see what you tap.
   *[older] That's OK. They might see your answers.
}
wishes-intro = { $band ->
    [younger] You can tell { $iro } what you want. You can skip. You can stop.
   *[older] This is for you to say what you think. { $review_on ->
        [none] {""}
       *[other] Your next review is on { $review_on }.
    } Start anywhere, skip anything. Only { $iro } sees it unless you say so.
}
wishes-half-way = { $band ->
    [younger] Let's go on from where we stopped.
   *[older] Let's pick up where we stopped.
}
wishes-topics = { $band ->
    [younger] What do you want to talk about?
   *[older] Which one would you like to talk about?
}
wishes-must = { $band ->
    [younger] Three quick things I ask everyone. You can skip.
   *[older] Before we finish, a few quick things I ask everyone. Skip any.
}
wishes-one-more = One more thing. Do you see your brothers and sisters as much as you want?
wishes-say-more = { $band ->
    [younger] Thank you for telling me. Do you want to say more?
   *[older] Thanks for being honest. Do you want to say more about that?
}
wishes-want-help = { $band ->
    [younger] Do you want { $iro } to help with it?
   *[older] Do you want { $iro } to help with that?
}
wishes-listening = { $band ->
    [younger] OK. Write it here.
   *[older] OK. Write as much or as little as you like.
}

choice-topic-home = Where I live{ $done_home ->
    [yes] {" "}(done)
   *[no] {""}
}
    .symbol = 🏠
    .also = where i live | home | my home | house
choice-topic-family = Family and friends{ $done_family ->
    [yes] {" "}(done)
   *[no] {""}
}
    .symbol = 👪
    .also = family and friends | family | friends | my family | my friends
choice-topic-siblings = Brothers and sisters{ $done_siblings ->
    [yes] {" "}(done)
   *[no] {""}
}
    .symbol = 🧒
    .also = brothers and sisters | siblings | my siblings | brothers | sisters | brother | sister | my brother | my sister
choice-topic-school = School or college{ $done_school ->
    [yes] {" "}(done)
   *[no] {""}
}
    .symbol = 🏫
    .also = school or college | school | college
choice-topic-health = Health and feelings{ $done_health ->
    [yes] {" "}(done)
   *[no] {""}
}
    .symbol = 💚
    .also = health and feelings | health | feelings | my health | my feelings
choice-topic-good = What is going well{ $done_good ->
    [yes] {" "}(done)
   *[no] {""}
}
    .symbol = ⭐
    .also = what is going well | going well | good things
choice-topic-worries = Worries{ $done_worries ->
    [yes] {" "}(done)
   *[no] {""}
}
    .symbol = ☁️
    .also = worries | my worries | a worry
choice-topic-plan = My plan{ $done_plan ->
    [yes] {" "}(done)
   *[no] {""}
}
    .symbol = 📄
    .also = my plan | plan | care plan
choice-topic-meeting = My meeting{ $done_meeting ->
    [yes] {" "}(done)
   *[no] {""}
}
    .symbol = 🪑
    .also = my meeting | meeting | the meeting | my review
choice-topic-most = What I most want{ $done_most ->
    [yes] {" "}(done)
   *[no] {""}
}
    .symbol = ✨
    .also = what i most want | what i want most | what i want
choice-topic-pathway = Money, home and work{ $done_pathway ->
    [yes] {" "}(done)
   *[no] {""}
}
    .symbol = 🧭
    .also = money | work | job | jobs | money home and work | pathway plan | my pathway plan | rent
choice-topics-enough = That's all for now
    .symbol = ✅
    .also = that is all | done | finished | no more | nothing else | enough | thats it | thats all

# The questions.

home-how = { $band ->
    [younger] How is it where you live?
    [middle] How are things where you live?
   *[older] How are things where you live? Long or short, both are fine.
}
home-best = { $band ->
    [younger] What is the best bit? You can tap or write.
   *[older] What is the best thing about where you live?
}
home-change = { $band ->
    [younger] What would you change where you live?
   *[older] Is there anything you want to change where you live?
}
family-see = { $band ->
    [younger] Do you see your family and friends as much as you want?
   *[older] Do you see your family and friends as much as you want to?
}
family-who = { $band ->
    [younger] Who do you want to see or talk to more?
   *[older] Is there anyone you want to see or talk to more, or less?
}
siblings-see = Do you see your brothers and sisters as much as you want?
siblings-wish = { $band ->
    [younger] What do you want to do with them?
   *[older] What would you like { $iro } to know about you and them?
}
school-how = { $band ->
    [younger] How is school?
    [middle] How is school?
   *[older] How is school or college going? Long or short, both are fine.
}
school-and-trip = How is school? And the trip there?
must-getting = { $band ->
    [younger] How is the trip to school?
   *[older] How is getting to school or college, and back?
}
school-help = { $band ->
    [younger] What would help you at school?
   *[older] What would make school or college better for you?
}
school-getting = { $band ->
    [younger] How is the trip to school?
   *[older] How is getting there and back?
}
health-feel = { $band ->
    [younger] How do you feel in your body and your head?
   *[older] How have you been feeling, in your body and in yourself?
}
health-body = { $band ->
    [younger] Sleep, food, teeth, feelings. What should { $iro } know?
   *[older] Sleep, food, health, moods. Is there anything { $iro } should know?
}
good-well = { $band ->
    [younger] What is good right now?
   *[older] What is going well for you right now?
}
worries-what = { $band ->
    [younger] Is there a thing that worries you? You pick what to say.
   *[older] Is anything worrying you? You choose what to say, and how much.
}
worries-help = { $band ->
    [younger] What would help?
   *[older] What would help with that, even a little?
}
plan-know = { $band ->
    [younger] Do you know what your plan says? It says who looks after you and how.
   *[older] Do you know what your care plan says?
}
plan-change = { $band ->
    [younger] What would you change in your plan?
   *[older] Is there anything in your plan you want to change or add?
}
meeting-be = { $band ->
    [younger] Do you want to be at your meeting?
   *[older] Do you want to be at your review meeting?
}
meeting-who = { $band ->
    [younger] Who do you want there? You can tap more than one.
   *[older] Who do you want at your meeting? Tap as many as you like, or write.
}
meeting-who-more = Anyone else?
meeting-who-not = { $band ->
    [younger] Who do you not want there?
   *[older] Is there anyone you don't want at your meeting?
}
meeting-speak = { $band ->
    [younger] Who can say things for you at your meeting?
   *[older] Who should speak for you at the meeting, if you don't want to? You can write a name.
}
meeting-alone = { $band ->
    [younger] Do you want to talk with { $iro } first, just you two?
   *[older] Do you want time alone with { $iro } before the meeting?
}
meeting-without-me = { $band ->
    [younger] Is there a thing you don't want to hear or see said there?
   *[older] Is there anything to be said or shown only when you're not in the room?
}
meeting-in-school = { $band ->
    [younger] Your meeting is in school time now. I will tell { $iro }.
   *[older] It's planned in school time now. I've marked that for { $iro }.
}
meeting-where = { $band ->
    [younger] Where do you want to meet?
   *[older] Where would you like the meeting to be?
}
meeting-when = { $band ->
    [younger] When is a good time for you?
   *[older] When would be a good time for it?
}
pathway-home = { $band ->
    [younger] Where do you want to live next?
   *[older] Where do you want to live next, and who with?
}
pathway-money = { $band ->
    [younger] How is it with money?
   *[older] How are you getting on with money and bills?
}
pathway-work = { $band ->
    [younger] What do you want to do for work or college?
   *[older] What do you want to do: work, college, training, something else?
}
pathway-who = { $band ->
    [younger] Who will help you when you have left care?
   *[older] Who will you turn to for help once you've left care?
}
most-one = { $band ->
    [younger] What do you most want to happen?
   *[older] What do you most want to happen? You can say up to three things.
}
most-two = { $band ->
    [younger] What else do you want?
   *[older] Is there a second thing you want?
}
most-three = { $band ->
    [younger] One last thing?
   *[older] And a third, if there is one?
}

choice-face-good = Good
    .symbol = 😀
    .also = great | really good | 🙂 | 😊 | 😃
choice-face-ok = OK
    .symbol = 😐
    .also = ok | okay | alright | so so | meh | its ok | its alright | 😶
choice-face-bad = Not good
    .symbol = ☹️
    .also = bad | sad | not great | not very good | rubbish | 😢 | 🙁 | 😞 | ☹
choice-say-more = Yes
    .symbol = 💬
    .also = yes | yeah | yh | ok | yes please | say more | i do
choice-no-more = No
    .symbol = ➖
    .also = no | nope | nah | no thanks | not really | leave it
choice-yes-help = Yes
    .symbol = 👍
    .also = yes | yeah | yh | ok | yes please
choice-no-help = No
    .symbol = 👎
    .also = no | nope | nah | no thanks
choice-tell-person = Tell a person
    .symbol = 🙋
    .also = tell a person | talk to a person | a person | talk to someone | speak to someone
choice-my-room = My room
    .symbol = 🛏️
    .also = room | bedroom
choice-the-food = The food
    .symbol = 🍽️
    .also = food
choice-the-people = The people
    .symbol = 🧑
    .also = people
choice-see-enough = Yes, it's enough
    .symbol = 👍
    .also = yes | yeah | yh | enough | its enough | yes i do
choice-see-more = I want more
    .symbol = ➕
    .also = more | no | not enough | nope | i want to see them more
choice-see-less = I want less
    .symbol = ➖
    .also = less | too much
choice-no-siblings = I don't have any
    .symbol = 0️⃣
    .also = none | dont have any | i have none | only child | i havent got any
choice-getting-fine = It's fine
    .symbol = 👍
    .also = fine | good | ok | its ok | easy
choice-getting-long = It takes too long
    .symbol = ⏳
    .also = too long | too far | long | its far
choice-getting-hard = I don't like it
    .symbol = 👎
    .also = dont like it | bad | hate it | i hate it
choice-plan-yes = Yes
    .symbol = 👍
    .also = yes | yeah | yh | yep
choice-plan-bit = A bit
    .symbol = 🤏
    .also = a bit | some | sort of | kind of | kinda | some of it
choice-plan-no = No
    .symbol = 👎
    .also = no | nope | nah | not really | what plan | never seen it | i dont know
choice-i-speak = I'll speak myself
    .symbol = 🗣️
    .also = me | myself | i will | i can | i will speak | just me
choice-want-advocate = I want an advocate
    .symbol = 🙋
    .also = an advocate | advocate
choice-alone-yes = Yes please
    .symbol = 👍
    .also = yes | yeah | yh | yes i do | ok | please
choice-alone-no = No thanks
    .symbol = 👎
    .also = no | nope | nah | not really
choice-home-sorted = It's sorted
    .symbol = 🏠
    .also = sorted | all sorted | its fine | fine
choice-money-fine = It's fine
    .symbol = 👍
    .also = fine | ok | good | alright
choice-money-tight = It's hard
    .symbol = 😟
    .also = hard | not good | bad | skint | broke | im broke
choice-got-someone = I've got someone
    .symbol = 👍
    .also = got someone | yes | i have someone
choice-want-someone = I'd like someone
    .symbol = 🙋
    .also = no one | nobody | no | want someone
choice-yes-be = Yes
    .symbol = 👍
    .also = yes | yeah | yh | yes please | i do
choice-part-of-it = For a bit of it
    .symbol = 🤏
    .also = a little bit | a bit | part of it | some of it | for a bit | a little | part | bit of it | a bit of it
choice-no-be = No
    .symbol = 👎
    .also = no | nope | nah | no thanks
choice-send-words = Send my words
    .symbol = ✉️
    .also = send my words | i will send a picture | send a picture | just my words | read my words
choice-my-carer = My carer
    .symbol = 🏡
    .also = carer | my foster carer | foster carer
choice-my-mum = Mum
    .symbol = 👩
    .also = my mum | mom | mam | mummy
choice-my-dad = Dad
    .symbol = 👨
    .also = my dad | daddy
choice-my-teacher = My teacher
    .symbol = 🧑‍🏫
    .also = teacher
choice-everyone-can = Everyone can come
    .symbol = 👍
    .also = no | no one | nobody | none | nope | all fine | i dont mind
choice-at-home = Where I live
    .symbol = 🏠
    .also = home | at home | my house
choice-online = On a screen
    .symbol = 💻
    .also = online | video | on video | teams | zoom | video call
choice-after-school = After school
    .symbol = 🕓
    .also = after college | afternoon | in the afternoon
choice-in-the-day = In the day
    .symbol = 🌤️
    .also = day | daytime | during the day | morning | in the morning
choice-any-time = Any time
    .symbol = 🕐
    .also = anytime | whenever | i dont mind | dont mind | any

# How each question is named when the answers are read back.

asked-home-how = Where you live
asked-home-more = More about where you live
asked-home-want-help = Help with where you live
asked-home-best = The best bit of where you live
asked-home-change = What to change where you live
asked-family-see = Seeing family and friends
asked-family-who = Who you want to see
asked-siblings-see = Seeing brothers and sisters
asked-siblings-wish = You and your brothers and sisters
asked-school-how = School or college
asked-school-more = More about school
asked-school-want-help = Help with school
asked-school-help = What would help at school
asked-school-getting = Getting to school
asked-health-feel = How you feel
asked-health-more = More about how you feel
asked-health-body = Your health
asked-good-well = What is going well
asked-worries-what = What worries you
asked-worries-help = What would help
asked-plan-know = Knowing your plan
asked-plan-change = What to change in your plan
asked-meeting-be = Being at your meeting
asked-meeting-who = Who you want there
asked-meeting-not = Who you don't want there
asked-meeting-where = Where to meet
asked-meeting-when = When to meet
asked-meeting-speak = Who speaks for you
asked-meeting-alone = Time alone with { $iro } first
asked-meeting-without = Not to be said when you are there
asked-pathway-home = Where to live next
asked-pathway-money = Money
asked-pathway-work = Work or college
asked-pathway-who = Who helps after care
asked-most-one = What you most want
asked-most-two = The second thing you want
asked-most-three = The third thing you want

# Reading back.

read-back-line = { $asked }: “{ $said }”{ $share ->
    [review] {" "}(can be said at your meeting)
   *[iro] {""}
}
my-words-list = { $band ->
    [younger] This is what you told me.
   *[older] Here is what you told me, in your words.
}{"\u000A"}{ $answers_read }
my-words-right = Is it right?
my-words-which = Which one?
my-words-what = { $band ->
    [younger] What shall I do with it?
   *[older] What would you like to do with that answer?
}
my-words-new = { $band ->
    [younger] OK. What do you want it to say?
   *[older] OK. What should it say instead? The first one stays in my notes.
}
my-words-share = { $band ->
    [younger] Who may hear this? I show it to { $iro }.
   *[older] Who may hear this? { $iro } can see it now. The rest is up to you.
}
my-words-done = { $band ->
    [younger] All done. { $iro } will read it.
   *[older] Thank you. { $iro } will read it. { $iro } is next at work on { $iro_back }.
}
my-words-later = { $band ->
    [younger] OK. I keep it. We can look again when you like.
   *[older] OK, it's kept. You can look again whenever you like.
}
my-words-nothing = { $band ->
    [younger] There is nothing to show yet.
   *[older] There's nothing to read back yet. That's fine.
}
my-words-hidden = { $band ->
    [younger] I keep what you said. To see it here, I need your card word.
   *[older] What you said is kept for { $iro }. I can't show it here without your card word.
}
choice-yes-right = Yes, that's right
    .symbol = 👍
    .also = yes | yeah | yh | yep | right | correct | ok | all good
choice-change-something = Change something
    .symbol = ✏️
    .also = change it | change | no | nope | not right | change an answer
choice-leave-for-now = Leave it for now
    .symbol = ⏸️
    .also = later | not now | leave it
choice-change-it = Change it
    .symbol = ✏️
    .also = change
choice-take-out = Take it out
    .symbol = 🗑️
    .also = take out | delete it | remove it | delete | remove
choice-only-iro = Only { $iro } can see it
    .symbol = 🔒
    .also = only my iro | private | just my iro | keep it private
choice-at-meeting = Can be said at my meeting
    .symbol = 🗣️
    .also = at my meeting | everyone | say it at my meeting | anyone | can be said at my meeting
choice-choose-each = Choose for each one
    .symbol = 🔀
    .also = choose | some of it | each one

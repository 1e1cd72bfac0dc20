# What a child can set for themselves, and where answers come.

choice-settings = My settings
    .symbol = ⚙️
    .also = settings | change settings | change my settings
settings-ask = What would you like to change?
choice-answers-where = Where I get answers
    .symbol = 📬
    .also = where do you answer | where answers come | answers
choice-phone-shared = Who sees my phone
    .symbol = 👥
    .also = shared phone | my phone
choice-lock-chat = Lock this chat
    .symbol = 🔒
    .also = lock | lock it | a lock | password | passcode
choice-how-often = How often you ask me
    .symbol = 🗓️
    .also = how often | check ins

answers-where = { $band ->
    [younger] Where shall I answer you?
   *[older] Where would you like answers to come?
}
choice-answer-last = Where I wrote last
    .symbol = 🔁
    .also = where i last wrote | the same place | last place
choice-answer-web = On the web page
    .symbol = 💻
    .also = here | web | website | online | the web | on the website
choice-answer-text = By text
    .symbol = 📱
    .also = text | texts | text me | sms | by sms | my phone
choice-answer-telegram = On Telegram
    .symbol = 📨
    .also = telegram | by telegram
answers-kept = { $band ->
    [younger] OK. I will send answers there. If you write in another place, I answer there too.
   *[older] OK. Answers from people will come there. When you write to me somewhere else, I still reply to you there.
}
answers-last = { $band ->
    [younger] OK. I will answer where you wrote last.
   *[older] OK. Answers will come to wherever you wrote last.
}
answers-one-place = { $band ->
    [younger] I only know you in this one place. To use a new one, ask the office for a card: { $office_phone }.
   *[older] This is the only place where I know it's you. To use another one as well, you need a card. The office can give you one: { $office_phone }.
}

# NEEDS CHECKING BY A FLUENT SPEAKER BEFORE USE.
# Who this is, who reads it, and the two checks.

welcome-computer = مرحبًا، أنا My { $role }. أنا كمبيوتر ولست إنسانًا. أساعدك على الوصول إلى { $role }: مسؤول المراجعة المستقل. عمله أن يتأكد من أن خطتك مناسبة لك.
welcome-readers = { $role } وفريقه يمكنهم أن يقرؤوا ما تكتبه، بلغتك كما كتبته. إذا لم يكن أحد بأمان، فلا أستطيع أن أبقي ذلك سرًّا. يجب أن أخبر شخصًا عمله أن يساعد، وسأقول لك.
welcome-agree = أنا لست للطوارئ. إذا كنت في خطر الآن، اتصل بالرقم { $emergency }. { worry-interpreter } هل نكمل؟
welcome-agree-short = هل نكمل؟
welcome-not-now = حسنًا. أنا هنا متى أردت. إذا كنت في خطر الآن، اتصل بالرقم { $emergency }.
welcome-again = هل نكمل من حيث توقفنا؟
welcome-sixteen = هل عمرك 16 سنة أو أكثر؟ يجب أن أسأل هذا هنا.
welcome-web-chat = هذا التطبيق لمن عمرهم 16 سنة أو أكثر فقط. يمكنك أن تتكلم معي هنا: { $web_address }
welcome-card = ما الكلمة المكتوبة على بطاقتك؟ بعدها رقم.
welcome-birthday = شكرًا. ما يوم ميلادك وشهره؟ اكتبهما بالأرقام: اليوم أولًا ثم الشهر، مثل 9/5.
welcome-birthday-again = أحتاج إلى اليوم والشهر بالأرقام، مثل 9/5.
welcome-no-match = هذا لا يطابق ما عندي. يمكننا أن نحاول مرة أخرى. ما الكلمة المكتوبة على بطاقتك؟
welcome-no-match-add = هذا لا يطابق ما عندي. يمكنك أن تحاول مرة أخرى: يوم ميلادك، والاسم الأول لـ { $role }.
welcome-locked = لا أستطيع مطابقة هذا، ولذلك يجب أن أتوقف عن المحاولة. ليس هذا ذنبك. اسأل من أعطاك البطاقة، أو اتصل بمكتب { $role } على { $office_phone }.
welcome-no-card = لا بأس. ماذا تريد أن تفعل؟
welcome-add-only = أخبرني بيوم ميلادك والاسم الأول لـ { $role } بالحروف الإنجليزية. عندها يمكنك أن تضيف أشياء. لن أعرض ما قيل من قبل.
welcome-add-only-iro = وما الاسم الأول لـ { $role }، بالحروف الإنجليزية؟
welcome-new-card = أخبرت المكتب أن هناك حاجة إلى بطاقة جديدة. لا أعرف من أنت، فمن فضلك اتصل بهم أيضًا: { $office_phone }.

choice-who = من يرى هذا؟
    .symbol = 👀
    .also = من يقرا هذا | من يراه
choice-sixteen-yes = 16 أو أكثر
    .symbol = ✅
    .also = نعم
choice-sixteen-no = أقل من 16
    .symbol = 🔙
    .also = لا
choice-no-card = ليست معي
    .symbol = 🤷
    .also = ليس عندي بطاقة | لا اعرف | ضاعت
choice-dont-know = لا أعرف
    .symbol = 🤷
choice-add-only = الميلاد واسم { $role }
    .symbol = 🎂
choice-new-card = أطلب بطاقة جديدة
    .symbol = 💌
    .also = بطاقة جديدة
choice-found-card = بطاقتي معي
    .symbol = 🔎
    .also = وجدتها

hello-name = شكرًا. هذا مطابق. بأي اسم تحب أن أناديك؟
hello-other-name = بأي اسم أناديك؟ اختر أي اسم تحبه.
hello-shared = هل يمكن لأحد غيرك أن يرى هذا الهاتف أو هذه الشاشة؟
hello-private-phone = حسنًا. إذا تغيّر ذلك، فأخبرني.
hello-plain-messages = من الجيد أن أعرف. ستكون رسائلي قصيرة ولا تكشف كثيرًا.
hello-added = شكرًا، هذا مطابق. يمكنك أن تضيف أشياء هنا. لن أعرض ما قلته من قبل، ليبقى خاصًّا.
hello-carry-on = يمكننا أن نكمل من حيث توقفنا. هل تريد؟
hello-done = انتهى التعارف. يمكنك أن تتوقف أو تتخطى متى شئت.
choice-my-name = { $name }
    .symbol = 🙂
    .also = نعم
choice-other-name = اسم آخر
    .symbol = ✏️
    .also = لا
choice-only-me = أنا فقط
    .symbol = 🙋
    .also = لا | لا احد
choice-someone-might = ربما يراه أحد
    .symbol = 👥
    .also = نعم | ربما
hello-again = { $name ->
    [none] وعليكم السلام. سعيد برسالتك.
   *[other] أهلًا { $name }. سعيد برسالتك.
}
hello-short = { $name ->
    [none] أهلًا. أنا كمبيوتر. أساعدك على أن تقول لـ { $iro } ما تريد.
   *[other] أهلًا { $name }. أنا كمبيوتر. أساعدك على أن تقول لـ { $iro } ما تريد.
}
thanks-ok = على الرحب والسعة. أنا هنا متى أردت.

# Which language.
language-which = بأي لغة أكتب إليك؟
language-go-on = هل تحب أن نكمل بالعربية؟
language-now = سأكتب إليك بالعربية حيث عندي الكلمات. أنا لا أترجم ما تكتبه: يُقرأ كما كتبته، بكلماتك أنت.
language-english = حسنًا، بالإنجليزية من الآن.
language-other = ليست عندي كلمات بتلك اللغة بعد. اكتب بأي لغة تريد: يقرؤها شخص كما كتبتها.
language-borrowed = عندي هذا بالإنجليزية فقط، ولا أريد أن أخمّن ترجمته. يمكنك أن تطلب مترجمًا: اكتب «مترجم».
interpreter-ask = هل أطلب لك مترجمًا؟ المترجم شخص هذا عمله. لن نطلب ذلك من أهلك أو أصدقائك.
interpreter-sent = طلبت لك مترجمًا من { $reader }. سيصلك جواب حتى { $reply_by }.
interpreter-fine = لا بأس. يمكنك أن تطلب ذلك في أي وقت.
choice-lang-ar = العربية
    .symbol = 🌍
    .also = نعم | عربي | بالعربية | arabic
choice-lang-ar-go-on = نعم، بالعربية
    .symbol = 👍
    .also = نعم | عربي | العربية | بالعربية | arabic
choice-lang-en = English
    .symbol = 🌍
    .also = الانجليزية | انجليزي | لا
choice-lang-other = لغة أخرى
    .symbol = 🗺️
choice-language = اللغة / Language
    .symbol = 🌍
    .also = اللغة | لغة | language

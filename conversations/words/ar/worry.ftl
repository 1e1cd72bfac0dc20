# NEEDS CHECKING BY A FLUENT SPEAKER BEFORE USE (conversations/languages.yaml says whether somebody has).
# Help now and worries come first: whatever else falls back to English, these lines must not.

worry-thanks = شكرًا لأنك أخبرتني. ما فعلته هو الصواب. هذا ليس ذنبك.
worry-concern-told = لا أستطيع أن أبقي هذا سرًّا. { $officer_seen ->
    [yes] سأضيفه لدى { worry-officer }، وقد تمت قراءة كلماتك.
   *[no] سأرسل كلماتك اليوم إلى { worry-officer }. هذا عمله: حماية الأطفال.
} إذا كنت في خطر، اتصل بالرقم { $emergency }. خط { $childline_name } مجاني في أي وقت: { $childline }. { worry-interpreter }{ worry-unknown }
worry-officer = { $officer ->
    [none] الموظف المناوب
   *[other] { $officer } (الموظف المناوب)
}
worry-interpreter = يمكنك أن تطلب مترجمًا على الهاتف: قل Arabic, please.
worry-unknown = { $linked ->
    [yes] {""}
   *[no] {" "}لا أعرف من أنت بعد، ولذلك لا أستطيع أن أرسل إليك أحدًا.
}
worry-urgent-first = إذا استطعت، اتصل الآن بالرقم { $emergency }. يمكنك أن تطلب مترجمًا: قل Arabic, please. إذا كنت لا تستطيع الكلام، اتصل بالرقم { $emergency } من هاتف محمول، واستمع، ثم اضغط { $silent_key }.
worry-urgent-told = { $linked ->
    [yes] أُبلغ الآن { worry-officer }. يمكنك أيضًا أن تتصل بخط { $childline_name }: { $childline }.
   *[no] أُبلغ الآن { worry-officer }. لا أعرف من أنت ولا أين أنت. من فضلك اتصل بالرقم { $emergency }، أو بخط { $childline_name } على { $childline }.
}
worry-unreadable = أنا كمبيوتر، ولا أفهم بالعربية إلا كلمات قليلة. لذلك سيقرأ شخص ما كتبتَه اليوم، كما كتبتَه بالضبط. لا يلزم أن تكتبه مرة أخرى.
worry-unheard = أنا كمبيوتر، ولا أستطيع أن أسمع أو أرى. سيفعل ذلك شخص اليوم. لا يلزم أن تقوله مرة أخرى.
worry-numbers = إذا كنت في خطر، اتصل بالرقم { $emergency }. خط { $childline_name } مجاني في أي وقت: { $childline }. { worry-interpreter }
worry-safe = لا يلزم أن تقول أكثر. هل أنت بأمان الآن؟
worry-is-safe = حسنًا. إذا تغيّر ذلك، اتصل بالرقم { $emergency } أو اضغط «مساعدة الآن».
worry-not-safe = اتصل الآن بالرقم { $emergency } إذا استطعت. إذا كان هناك مكان أكثر أمانًا بقربك، أو شخص تثق به، فاذهب إليه.
worry-unsure = حسنًا. سأطلب من { worry-officer } النظر في هذا الآن. إذا ساء الأمر، اتصل بالرقم { $emergency }، أو بخط { $childline_name } على { $childline }.
worry-dont-write = حسنًا. سأقول لهم ألا يكتبوا إليك هنا عن هذا. وأنت يمكنك أن تكتب إليّ دائمًا.
worry-carry-on = هل تريد أن نكمل في أمور أخرى، أم نتوقف هنا؟ كلاهما حسن.
worry-rest = يمكننا أن نتوقف هنا الآن. الأسئلة تنتظر.
worry-rest-urgent = أنا ما زلت هنا، وأحتفظ بما تكتبه. لا يلزم أن تكتب.
worry-added = { $officer_seen ->
    [yes] أضفت هذا. { worry-officer } ينظر في الأمر.
   *[no] أضفت هذا لدى { worry-officer }. لست في مشكلة.
}
worry-added-urgent = { $officer_seen ->
    [yes] أضفت هذا. { worry-officer } رأى ما كتبتَه. لا يلزم أن تكتب.
   *[no] أضفت هذا. لا يلزم أن تكتب. اتصل بالرقم { $emergency } إذا استطعت.
}
worry-back-thanks = شكرًا لأنك كتبت مرة أخرى. لست في مشكلة. لن أجادلك ولن أسألك عنه.
worry-changed = جعلت هذا جوابك. وما قلته أولًا يبقى في ملاحظاتي، لأن كليهما قد يكون مهمًّا.
worry-changed-told = لن أخبر الناس الذين تعيش معهم. لكن { worry-officer } يجب أن يعرف ما قلته أولًا. لم تفعل أي شيء خطأ.
worry-back-kept = لكنني لا أستطيع أن أسحبه. { $officer_seen ->
    [yes] { worry-officer } قرأه.
   *[no] وصل إلى { worry-officer }.
} سأضيف ما قلته الآن، كلمة بكلمة.
worry-back-not-in-trouble = أضفت هذا. لست في مشكلة، مهما قلت بعد ذلك. من الطبيعي أن تخاف بعد أن تتكلم.
worry-back-how = يمكنك أن تختار كيف يتكلمون معك. ماذا تفضّل؟
worry-back-chosen = شكرًا. وضعت هذا أولًا لهم.

find-me-name = لا أعرف من أنت. بأي اسم يناديك { worry-officer }؟ أي اسم تريده. لا يلزم أن تقول.
find-me-where = أين أنت الآن؟ يكفي اسم المدينة أو المكان. لا يلزم أن تقول.
find-me-reach = كيف يصل إليك { worry-officer }؟ يمكنك أن تبقى هنا فيكتبون إليك هنا. أو أعطنا رقمًا.
find-me-thanks = شكرًا. أضفت هذا لدى { worry-officer }. لن أسأل عنه مرة أخرى.
find-me-fine = لا بأس. { worry-officer } يمكنه أن يكتب إليك هنا. لن أسأل عن هذا مرة أخرى.

choice-stay-here = سأبقى هنا
    .symbol = 💬
    .also = هنا
choice-dont-write = لا تكتبوا إليّ هنا
    .symbol = 🔕
choice-safe-now = أنا بأمان الآن
    .symbol = 👍
    .also = نعم | انا بامان
choice-not-safe-now = لست بأمان
    .symbol = 🆘
    .also = لا | لست بامان
choice-a-woman = امرأة
    .symbol = 👩
choice-at-school = في المدرسة
    .symbol = 🏫
choice-with-someone = مع شخص أثق به
    .symbol = 🤝
choice-dont-mind = لا يهمني
    .symbol = 🙂
    .also = لا فرق
choice-dont-want-to-say = لا أريد أن أقول
    .symbol = 🤐

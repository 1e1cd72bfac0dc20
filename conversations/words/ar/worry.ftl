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
worry-unknown = { $linked ->
    [yes] {""}
   *[no] {" "}لا أعرف من أنت بعد، ولذلك لا أستطيع أن أرسل إليك أحدًا.
}
worry-interpreter = يمكنك طلب مترجم على الهاتف بكلمتين: Arabic, please.
worry-urgent-first = إذا استطعت، اتصل الآن بالرقم { $emergency }. يمكنك طلب مترجم بكلمتين: Arabic, please. إذا كان الكلام صعبًا، اتصل بالرقم { $emergency } من هاتف محمول، واستمع، ثم اضغط { $silent_key }.
worry-urgent-told = { $linked ->
    [yes] أُبلغ الآن { worry-officer }. يمكنك أيضًا الاتصال بخط { $childline_name }: { $childline }.
   *[no] أُبلغ الآن { worry-officer }. لا أعرف من أنت ولا أين أنت. من فضلك اتصل بالرقم { $emergency }، أو بخط { $childline_name } على { $childline }.
}
worry-unreadable = أنا كمبيوتر، ولا أفهم بالعربية إلا كلمات قليلة. لذلك سيقرأ شخص ما كتبته اليوم، كما كتبته بالضبط. لا يلزم كتابته مرة أخرى.
worry-unheard = أنا كمبيوتر، ولا أستطيع أن أسمع أو أرى. سيفعل ذلك شخص اليوم. لا يلزم قوله مرة أخرى.
worry-numbers = إذا كنت في خطر، اتصل بالرقم { $emergency }. خط { $childline_name } مجاني في أي وقت: { $childline }. { worry-interpreter }
worry-safe = لا يلزم قول المزيد. هل أنت بأمان الآن؟
worry-is-safe = حسنًا. إذا تغيّر ذلك، اتصل بالرقم { $emergency } أو اضغط «مساعدة الآن».
worry-not-safe = اتصل الآن بالرقم { $emergency } إذا استطعت. إذا كان هناك مكان أكثر أمانًا بقربك، أو شخص يمكنك الوثوق به، فاذهب إليه.
worry-unsure = حسنًا. سأطلب من { worry-officer } النظر في هذا الآن. إذا ساء الأمر، اتصل بالرقم { $emergency }، أو بخط { $childline_name } على { $childline }.
worry-dont-write = حسنًا. سأقول لهم ألا يكتبوا إليك هنا عن هذا. أما أنت فيمكنك الكتابة إليّ دائمًا.
worry-carry-on = هل نكمل في أمور أخرى، أم نتوقف هنا؟ كلاهما حسن.
worry-rest = يمكننا أن نتوقف هنا الآن. الأسئلة تنتظر.
worry-rest-urgent = أنا ما زلت هنا، وأحتفظ بكلماتك. لا تلزمك الكتابة.
worry-added = { $officer_seen ->
    [yes] أضفت هذا. { worry-officer } ينظر في الأمر.
   *[no] أضفت هذا لدى { worry-officer }. لست في مشكلة.
}
worry-added-urgent = { $officer_seen ->
    [yes] أضفت هذا. { worry-officer } رأى ما كتبته. لا تلزمك الكتابة.
   *[no] أضفت هذا. لا تلزمك الكتابة. اتصل بالرقم { $emergency } إذا استطعت.
}
worry-back-thanks = شكرًا لأنك كتبت مرة أخرى. لست في مشكلة. لن أجادلك ولن أسألك عنه.
worry-changed = جعلت هذا جوابك. وما قلته أولًا يبقى في ملاحظاتي، لأن كليهما قد يكون مهمًّا.
worry-changed-told = لن أخبر الناس في مكان سكنك. لكن { worry-officer } يجب أن يعرف ما قلته أولًا. ما فعلته ليس خطأ.
worry-back-kept = لكنني لا أستطيع أن أسحبه. { $officer_seen ->
    [yes] { worry-officer } قرأه.
   *[no] وصل إلى { worry-officer }.
} سأضيف ما قلته الآن، كلمة بكلمة.
worry-back-not-in-trouble = أضفت هذا. لست في مشكلة، مهما قلت بعد ذلك. الخوف بعد الكلام شيء طبيعي.
worry-back-how = يمكنك اختيار كيف يتكلمون معك. ما الذي يناسبك؟
worry-back-chosen = شكرًا. وضعت هذا أولًا لهم.

find-me-name = لا أعرف من أنت. بأي اسم يناديك { worry-officer }؟ أي اسم يعجبك. لا يلزم الجواب.
find-me-where = أين أنت الآن؟ يكفي اسم المدينة أو المكان. لا يلزم الجواب.
find-me-reach = كيف يصل إليك { worry-officer }؟ يمكنك البقاء هنا فيكتبون إليك هنا. أو يمكنك إعطاء رقم.
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

private-because = هو خاص عن معظم الناس. لكنه ليس سرًّا عمّن عملهم حمايتك. ولا يجوز أن أدّعي غير ذلك.
find-out-not-from-me = ليس مني. لا أخبر إلا من عملهم حمايتك.
find-out-tell-them = لا أستطيع أن أقول ما يحصل بعد ذلك. يمكنك إخبار من يقرأ كلماتك بما يقلقك.
question-later = { $number ->
    [none] السؤال ينتظر. يمكنك جوابه في يوم آخر، أو عدم جوابه أبدًا.
   *[other] ليس اليوم. السؤال { $number } ينتظر.
}

# NEEDS CHECKING BY A FLUENT SPEAKER BEFORE USE (conversations/languages.yaml says whether somebody has).

wishes-short-intro = عندي خمسة أسئلة من أجل { $iro }. يمكنك تخطّي أي سؤال، أو التوقف.
wishes-near = هل يجلس أحد معك الآن؟
wishes-near-yes = لا بأس. قد تظهر أجوبتك لمن معك.
wishes-intro = هنا مكان رأيك أنت. { $review_on ->
    [none] {""}
   *[other] مراجعتك القادمة: { $review_on }.
} يمكنك البدء من أي مكان وتخطّي أي شيء. لا يظهر هذا إلا لـ { $iro }، إلا إذا أردت غير ذلك.
wishes-half-way = نكمل من حيث توقفنا.
wishes-topics = عن أي شيء بودّك الكلام؟
wishes-must = قبل أن ننتهي، أسئلة قليلة أسألها للجميع. ويمكنك تخطّي أي سؤال.
wishes-one-more = شيء أخير. هل رؤيتك لإخوتك وأخواتك كافية لك؟
wishes-say-more = شكرًا لصراحتك. هل بودّك قول المزيد عن هذا؟
wishes-want-help = هل بودّك مساعدة من { $iro } في هذا؟
wishes-listening = حسنًا. كثيرًا أو قليلًا، كما يناسبك.

choice-topic-home = المكان الذي أسكن فيه{ $done_home ->
    [yes] {" "}(انتهى)
   *[no] {""}
}
    .symbol = 🏠
    .also = السكن | البيت | بيتي
choice-topic-family = أهلي وأصدقائي{ $done_family ->
    [yes] {" "}(انتهى)
   *[no] {""}
}
    .symbol = 👪
    .also = الاهل والاصدقاء | العائلة | الاصدقاء | اهلي | اصدقائي
choice-topic-siblings = إخوتي وأخواتي{ $done_siblings ->
    [yes] {" "}(انتهى)
   *[no] {""}
}
    .symbol = 🧒
    .also = الاخوة والاخوات | اخي | اختي | اخوتي | اخواتي
choice-topic-school = المدرسة أو الكلية{ $done_school ->
    [yes] {" "}(انتهى)
   *[no] {""}
}
    .symbol = 🏫
    .also = المدرسة | الكلية
choice-topic-health = الصحة والمشاعر{ $done_health ->
    [yes] {" "}(انتهى)
   *[no] {""}
}
    .symbol = 💚
    .also = الصحة | المشاعر | صحتي | مشاعري
choice-topic-good = ما يسير جيدًا{ $done_good ->
    [yes] {" "}(انتهى)
   *[no] {""}
}
    .symbol = ⭐
    .also = الاشياء الجيدة
choice-topic-worries = ما يقلقني{ $done_worries ->
    [yes] {" "}(انتهى)
   *[no] {""}
}
    .symbol = ☁️
choice-topic-plan = خطتي{ $done_plan ->
    [yes] {" "}(انتهى)
   *[no] {""}
}
    .symbol = 📄
    .also = الخطة | خطة الرعاية
choice-topic-meeting = اجتماعي{ $done_meeting ->
    [yes] {" "}(انتهى)
   *[no] {""}
}
    .symbol = 🪑
    .also = الاجتماع | مراجعتي | المراجعة
choice-topic-most = أكثر ما أريده{ $done_most ->
    [yes] {" "}(انتهى)
   *[no] {""}
}
    .symbol = ✨
    .also = ما اريده
choice-topic-pathway = المال والسكن والعمل{ $done_pathway ->
    [yes] {" "}(انتهى)
   *[no] {""}
}
    .symbol = 🧭
    .also = المال | العمل
choice-topics-enough = هذا كل شيء الآن
    .symbol = ✅
    .also = انتهيت | يكفي | كفى | لا شيء آخر | هذا كل شيء

home-how = كيف هي الأمور في مكان سكنك؟ الكثير والقليل كلاهما حسن.
home-best = ما أحسن شيء في مكان سكنك؟
home-change = هل هناك شيء بودّك تغييره في مكان سكنك؟
family-see = هل رؤيتك لأهلك وأصدقائك كافية لك؟
family-who = هل هناك من بودّك رؤيته أو الكلام معه أكثر، أو أقل؟
siblings-see = هل رؤيتك لإخوتك وأخواتك كافية لك؟
siblings-wish = ما الذي يجب أن يصل إلى { $iro } عنك وعنهم؟
school-how = كيف المدرسة أو الكلية؟ الكثير والقليل كلاهما حسن.
school-and-trip = كيف المدرسة؟ وكيف الطريق إليها؟
must-getting = كيف طريقك إلى المدرسة أو الكلية، ذهابًا وإيابًا؟
school-help = ما الذي يجعل المدرسة أو الكلية أحسن لك؟
school-getting = كيف الطريق، ذهابًا وإيابًا؟
health-feel = كيف حالك هذه الأيام، في جسمك وفي نفسك؟
health-body = النوم، الأكل، الصحة، المزاج. هل هناك شيء يجب أن يصل إلى { $iro }؟
good-well = ما الذي يسير جيدًا عندك الآن؟
worries-what = هل هناك شيء يقلقك؟ لك وحدك اختيار ما يُقال وكم يُقال.
worries-help = ما الذي يفيد في ذلك، ولو قليلًا؟
plan-know = هل عندك علم بما في خطة رعايتك؟
plan-change = هل هناك شيء في خطتك بودّك تغييره أو إضافته؟
meeting-be = هل بودّك حضور اجتماع المراجعة؟
meeting-who = من بودّك حضوره في اجتماعك؟ يمكنك اختيار أكثر من واحد، أو الكتابة.
meeting-who-more = هل هناك غيرهم؟
meeting-who-not = هل هناك من لا يناسبك حضوره في اجتماعك؟
meeting-speak = من يتكلم عنك في الاجتماع إذا لم يكن بودّك الكلام؟ يمكنك كتابة اسم.
meeting-alone = هل بودّك وقت على انفراد مع { $iro } قبل الاجتماع؟
meeting-without-me = هل هناك شيء لا يُقال ولا يُعرض إلا وأنت خارج الغرفة؟
meeting-in-school = الموعد الآن في وقت المدرسة. كتبت ذلك لـ { $iro }.
meeting-where = أين يناسبك أن يكون الاجتماع؟
meeting-when = ما الوقت المناسب لك؟
pathway-home = أين بودّك السكن بعد ذلك، ومع من؟
pathway-money = كيف أمورك مع المال والفواتير؟
pathway-work = ما الذي بودّك عمله: شغل، كلية، تدريب، شيء آخر؟
pathway-who = من الذي يمكنك طلب مساعدته بعد الخروج من الرعاية؟
most-one = ما أكثر شيء بودّك أن يحصل؟ يمكنك قول ثلاثة أشياء على الأكثر.
most-two = هل هناك شيء ثانٍ؟
most-three = وشيء ثالث، إن كان هناك؟

choice-face-good = جيد
    .symbol = 😀
    .also = ممتاز | كويس | منيح | زين | تمام | جيد جدا
choice-face-ok = لا بأس
    .symbol = 😐
    .also = عادي | ماشي الحال | نص نص | يعني
choice-face-bad = ليس جيدًا
    .symbol = ☹️
choice-say-more = نعم
    .symbol = 💬
    .also = اي | ايوه | ايوا | طيب | حسنا
choice-no-more = لا
    .symbol = ➖
    .also = كلا | لا شكرا | لأ
choice-yes-help = نعم
    .symbol = 👍
    .also = اي | ايوه | ايوا | طيب | حسنا
choice-no-help = لا
    .symbol = 👎
    .also = كلا | لا شكرا | لأ
choice-tell-person = أخبر شخصًا
    .symbol = 🙋
choice-my-room = غرفتي
    .symbol = 🛏️
    .also = الغرفة
choice-the-food = الأكل
    .symbol = 🍽️
    .also = الطعام
choice-the-people = الناس
    .symbol = 🧑
choice-see-enough = نعم، تكفي
    .symbol = 👍
    .also = نعم | كافية | تكفي
choice-see-more = أريد أكثر
    .symbol = ➕
    .also = اكثر | لا | لا تكفي
choice-see-less = أريد أقل
    .symbol = ➖
    .also = اقل
choice-no-siblings = ليس لي إخوة
    .symbol = 0️⃣
    .also = ما عندي اخوة | ليس عندي
choice-getting-fine = الطريق جيد
    .symbol = 👍
    .also = جيد | عادي | سهل
choice-getting-long = الطريق طويل
    .symbol = ⏳
    .also = طويل | بعيد
choice-getting-hard = الطريق لا يعجبني
    .symbol = 👎
choice-plan-yes = نعم
    .symbol = 👍
    .also = اي | ايوه | ايوا
choice-plan-bit = قليلًا
    .symbol = 🤏
    .also = شوي | شوية | بعضها | نوعا ما
choice-plan-no = لا
    .symbol = 👎
    .also = كلا | اي خطة | لا اعرف | لم ارها
choice-i-speak = أتكلم بنفسي
    .symbol = 🗣️
    .also = انا | بنفسي | انا اتكلم
choice-want-advocate = أريد مناصرًا
    .symbol = 🙋
    .also = مناصر
choice-alone-yes = نعم، من فضلك
    .symbol = 👍
    .also = نعم | طيب | حسنا
choice-alone-no = لا، شكرًا
    .symbol = 👎
    .also = لا | كلا
choice-home-sorted = مسألة محلولة
    .symbol = 🏠
    .also = محلولة | تمام
choice-money-fine = أمور المال جيدة
    .symbol = 👍
    .also = تمام | جيد | كويس | منيح | ماشي الحال
choice-money-tight = أمور المال صعبة
    .symbol = 😟
choice-got-someone = عندي من يساعد
    .symbol = 👍
    .also = نعم | عندي
choice-want-someone = أريد من يساعدني
    .symbol = 🙋
choice-yes-be = نعم
    .symbol = 👍
    .also = اي | ايوه | ايوا | نعم من فضلك
choice-part-of-it = جزءًا منه
    .symbol = 🤏
    .also = قليلا | جزء منه | بعضه | شوي
choice-no-be = لا
    .symbol = 👎
    .also = كلا | لا شكرا | لأ
choice-send-words = كلماتي تكفي
    .symbol = ✉️
    .also = كلماتي فقط | تقرأ كلماتي
choice-my-carer = من يرعاني
    .symbol = 🏡
    .also = الحاضنة | العائلة الحاضنة
choice-my-mum = أمي
    .symbol = 👩
choice-my-dad = أبي
    .symbol = 👨
choice-my-teacher = معلمي أو معلمتي
    .symbol = 🧑‍🏫
    .also = معلمي | معلمتي | المعلم | المعلمة | الاستاذ
choice-everyone-can = الجميع يمكنه الحضور
    .symbol = 👍
    .also = لا | لا أحد | الجميع | لا مانع
choice-at-home = حيث أسكن
    .symbol = 🏠
    .also = البيت | في البيت
choice-online = على الشاشة
    .symbol = 💻
    .also = فيديو | اونلاين | انترنت
choice-after-school = بعد المدرسة
    .symbol = 🕓
choice-in-the-day = في النهار
    .symbol = 🌤️
    .also = صباحا
choice-any-time = في أي وقت
    .symbol = 🕐

asked-home-how = مكان سكنك
asked-home-more = المزيد عن مكان سكنك
asked-home-want-help = مساعدة في مكان سكنك
asked-home-best = أحسن شيء في مكان سكنك
asked-home-change = ما يتغيّر في مكان سكنك
asked-family-see = رؤية الأهل والأصدقاء
asked-family-who = من بودّك رؤيته
asked-siblings-see = رؤية الإخوة والأخوات
asked-siblings-wish = أنت وإخوتك وأخواتك
asked-school-how = المدرسة أو الكلية
asked-school-more = المزيد عن المدرسة
asked-school-want-help = مساعدة في المدرسة
asked-school-help = ما يفيد في المدرسة
asked-school-getting = الطريق إلى المدرسة
asked-health-feel = حالك ومشاعرك
asked-health-more = المزيد عن حالك
asked-health-body = صحتك
asked-good-well = ما يسير جيدًا
asked-worries-what = ما يقلقك
asked-worries-help = ما يفيد
asked-plan-know = معرفة خطتك
asked-plan-change = ما يتغيّر في خطتك
asked-meeting-be = حضورك اجتماعك
asked-meeting-who = من يحضر معك
asked-meeting-not = من لا يحضر
asked-meeting-where = مكان الاجتماع
asked-meeting-when = وقت الاجتماع
asked-meeting-speak = من يتكلم عنك
asked-meeting-alone = وقت على انفراد مع { $iro } قبل الاجتماع
asked-meeting-without = ما لا يقال بحضورك
asked-pathway-home = السكن بعد ذلك
asked-pathway-money = المال
asked-pathway-work = العمل أو الكلية
asked-pathway-who = من يساعد بعد الرعاية
asked-most-one = أكثر ما بودّك أن يحصل
asked-most-two = الشيء الثاني الذي بودّك أن يحصل
asked-most-three = الشيء الثالث الذي بودّك أن يحصل

read-back-line = { "\u200F" }{ $asked }: «{ $said }»{ $share ->
    [review] {" "}(يمكن قوله في اجتماعك)
   *[iro] {""}
}
my-words-list = هذا ما قلته لي، بكلماتك.{"\u000A"}{ $answers_read }
my-words-right = هل هو صحيح؟
my-words-which = أيّ واحد؟
my-words-what = ما الذي أفعله بهذا الجواب؟
my-words-new = حسنًا. ما الذي نكتبه بدلًا منه؟ الأول يبقى في ملاحظاتي.
my-words-share = من يمكنه سماع هذا؟ هو ظاهر الآن لـ { $iro }. والباقي لك أنت.
my-words-done = شكرًا. سيصل هذا إلى { $iro } للقراءة. يوم العمل القادم: { $iro_back }.
my-words-later = حسنًا، هو محفوظ. يمكننا النظر فيه مرة أخرى متى شئت.
my-words-nothing = لا شيء هنا بعد لقراءته. لا بأس.
my-words-hidden = ما قلته محفوظ لـ { $iro }. لا أستطيع عرضه هنا من دون الكلمة التي على بطاقتك.
choice-yes-right = نعم، هذا صحيح
    .symbol = 👍
    .also = نعم | صحيح | صح | مضبوط | تمام
choice-change-something = تغيير شيء
    .symbol = ✏️
    .also = تغيير | لا | اغير جوابا
choice-leave-for-now = نتركه الآن
    .symbol = ⏸️
    .also = لاحقا | ليس الآن
choice-change-it = تغييره
    .symbol = ✏️
    .also = تغيير
choice-take-out = حذفه
    .symbol = 🗑️
    .also = حذف | امسحه | احذفه
choice-only-iro = لـ { $iro } فقط
    .symbol = 🔒
    .also = خاص | للمسؤول فقط | للمسؤولة فقط
choice-at-meeting = يمكن قوله في اجتماعي
    .symbol = 🗣️
    .also = في اجتماعي | للجميع
choice-choose-each = أختار لكل واحد
    .symbol = 🔀
    .also = اختار | بعضها

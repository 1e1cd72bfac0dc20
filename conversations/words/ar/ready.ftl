# NEEDS CHECKING BY A FLUENT SPEAKER BEFORE USE (conversations/languages.yaml says whether somebody has).

ready-offer = { $review_on ->
    [none] هل بودّك قول رأيك لـ { $iro }؟
   *[other] مراجعتك يوم { $review_on }. هل بودّك قول رأيك لـ { $iro } قبلها؟
}
ready-offer-plainly = مرحبًا، أنا الكمبيوتر المذكور على بطاقتك. هل عندك بضع دقائق؟
choice-lets-start = نعم، نبدأ
    .symbol = ▶️
    .also = نعم | طيب | حسنا | تمام | ابدأ | يلا | موافق
choice-maybe-later = ربما لاحقًا
    .symbol = ⏸️
    .also = لاحقا | ليس الآن | بعدين | ليس اليوم | ربما
choice-no-thanks = لا، شكرًا
    .symbol = 👎
    .also = لا | لا شكرا | ما بدي | مش عايز
ready-later = لا بأس. تكفي كلمة «مرحبًا» في أي وقت، حتى يوم المراجعة.
ready-no-thanks = لا بأس. قد يأتيك السؤال من { $iro } بطريقة أخرى. والكتابة إليّ تبقى ممكنة.

last-time = قبل مراجعتك يوم { $last_on } قلت لي:{ "\u000A" }{ $answers_read }{ $last_decided ->
    [none] {""}
   *[other] { "\u000A" }وهذا ما تقرر، بالإنجليزية:{ "\u000A" }{ $last_decided }
}
last-changed = هل تغيّر شيء منذ ذلك الوقت؟
choice-nothing-changed = لم يتغيّر شيء
    .symbol = 🟰
    .also = لا | كما هو | نفس الشيء | لا شيء | كله كما هو
choice-things-changed = تغيّر بعضه
    .symbol = 🔄
    .also = نعم | تغير | بعضه | كثير
last-unchanged = حسنًا. سيظهر لـ { $iro } أنه لم يتغيّر شيء عندك.
last-add = هل هناك شيء بودّك إضافته؟
choice-add-something = إضافة شيء
    .symbol = ➕
    .also = نعم | اضافة | شيء واحد

helped-who = هل ساعدك أحد في أجوبتك؟
choice-helped-iro = { $iro }
    .symbol = 🧑
    .also = iro
choice-helped-other = شخص آخر
    .symbol = 👤
    .also = شخص غيره | صديقي | صديقتي
choice-nobody-helped = لم يساعدني أحد
    .symbol = 🙂
    .also = لا | انا فقط
helped-thanks = حسنًا، كتبت ذلك بجانب أجوبتك. وتبقى أجوبتك أنت.

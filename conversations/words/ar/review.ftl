# NEEDS CHECKING BY A FLUENT SPEAKER BEFORE USE (conversations/languages.yaml says whether somebody has).

decided-news = وصل من { $iro } ما تقرر في مراجعتك{ $held_on ->
    [none] {""}
   *[other] {" "}يوم { $held_on }
}. { $decisions ->
    [zero] لا قرارات.
    [one] هو قرار واحد.
    [two] هما قراران.
    [few] هي { $decisions } قرارات.
    [many] هي { $decisions } قرارًا.
   *[other] هي { $decisions } قرار.
}
decided-ready = هل بودّك رؤيته الآن؟ سيبقى هنا لوقت لاحق أيضًا.
choice-what-was-decided = نعم، أراه الآن
    .symbol = 👀
    .also = نعم | طيب | حسنا | ارني | اريد ان ارى
decided-line = { $decision_asked ->
    [none] {""}
   *[other] قلت: «{ $decision_asked }»{ "\u000A" }
}{ $decision_wish ->
    [yes] الجواب: نعم.{ "\u000A" }
    [partly] الجواب: جزء منه. { $decision_why }{ "\u000A" }
    [no] الجواب: لا. { $decision_why }{ "\u000A" }
   *[none] {""}
}بالإنجليزية: «{ $decision_plain }»{ "\u000A" }المسؤول عن ذلك: { $decision_owner }. الموعد: حتى { $decision_due }.
decided-more = هناك المزيد. هل نرى التالي؟
choice-next-one = التالي
    .symbol = ▶️
    .also = نعم | طيب | حسنا | المزيد
choice-dont-agree = لا أوافق
    .symbol = ✋
    .also = لست موافقا | هذا ليس عدلا | هذا غير عادل
choice-enough-now = يكفي الآن
    .symbol = ⏸️
    .also = يكفي | لا | لاحقا | كفى
decided-disagree = من حقك قول ذلك. يمكنك إخبار { $iro }، أو طلب من يتكلم عنك، أو تقديم شكوى إلى { $manager }.
decided-all = هذا كل شيء. إذا لم يعجبك شيء منه، يمكنك قول ذلك الآن أو لاحقًا.
choice-thats-fine = هذا مناسب
    .symbol = 👍
    .also = حسنا | طيب | تمام | شكرا | نعم | لا | جيد
decided-later = حسنًا. بسؤال «ما الذي تقرر» أعرضه لك في أي وقت.
decided-nothing = لم يُكتب لك شيء بعد من مراجعتك الأخيرة. يمكنك سؤال { $iro }.

happened-ready = هل يمكنني سؤالك عن شيء من مراجعتك الأخيرة؟ لن يطول ذلك.
happened-line = تقرر في مراجعتك، بالإنجليزية: «{ $decision_plain }»{ "\u000A" }المسؤول عن ذلك: { $decision_owner }. الموعد كان: حتى { $decision_due }.
happened-ask = هل حصل ذلك؟
choice-happened = نعم
    .symbol = 👍
    .also = حصل | نعم حصل | تم | صار
choice-not-happened = ليس بعد
    .symbol = ⏳
    .also = لا | لم يحصل | ما صار | ما زلت انتظر
choice-dont-know-yet = لا أعرف
    .symbol = 🤷
    .also = لست متاكدا | ما بعرف | مش عارف | لا ادري
happened-good = جيد. سيظهر ذلك لـ { $iro }.
happened-passed-on = شكرًا لقولك ذلك. يصل هذا إلى { $iro }، والرد عليه واجب حتى { $act_by }. ويجب أن يصلك خبر بما جرى.
happened-noted = لا بأس. سيظهر لـ { $iro } أن هذا غير معروف لك، ويمكن السؤال عن الأمر.
happened-later = لا بأس. يمكنك إخباري متى شئت.

review-off = مراجعتك لن تكون يوم { $was_for }. أعتذر عن ذلك. { $new_day ->
    [none] سأخبرك عندما يتحدد يوم جديد. ويمكنك سؤال { $iro } عن ذلك.
   *[other] اليوم الجديد: { $new_day }. ويمكنك سؤال { $iro } عن ذلك.
}
review-moved = { $was_for ->
    [none] لمراجعتك يوم جديد.
   *[other] تغيّر موعد مراجعتك. لم تعد يوم { $was_for }.
} الموعد: { $new_day }{ $new_time ->
    [none] .
   *[other] ، الساعة { $new_time }.
} إذا لم يناسبك، يمكنك قول ذلك لـ { $iro }.

feedback-ready = مرحبًا، أنا الكمبيوتر المذكور على بطاقتك. هل عندك دقيقة؟
feedback-intro = ثلاثة أسئلة سريعة عن { $iro }. أجوبتك لا تظهر أبدًا لـ { $iro }. تصل إلى { $manager } فقط، مخلوطة بأجوبة آخرين.
feedback-listened = هل كان ما بودّك قوله مسموعًا عند { $iro }؟
feedback-explained = هل كان الشرح من { $iro } واضحًا لك؟
feedback-difference = هل كان لعمل { $iro } فرق عندك؟
choice-fb-yes = نعم
    .symbol = 👍
    .also = اي | ايوه | اكيد | طبعا
choice-fb-partly = إلى حد ما
    .symbol = 🤏
    .also = قليلا | نوعا ما | احيانا | شوي
choice-fb-no = لا
    .symbol = 👎
    .also = كلا | ابدا | لأ
feedback-words = هل أوصل هذه الكلمات إلى { $manager }؟ في الحالتين لا تظهر لـ { $iro }.
feedback-thanks = شكرًا. هذا يفيد من يأتي بعدك أيضًا.
touch-ask = بين المراجعات أستطيع سؤالك عن أحوالك. كم مرة يناسبك ذلك؟
choice-monthly = مرة في الشهر
    .symbol = 📅
    .also = كل شهر | شهريا
choice-as-usual = { $check_in_usual ->
        [one] كل أسبوع
        [two] كل أسبوعين
        [few] كل { $check_in_usual } أسابيع
        [many] كل { $check_in_usual } أسبوعًا
       *[other] كل { $check_in_usual } أسبوع
    }
    .symbol = 🗓️
    .also = نعم | طيب | لا فرق | عادي
choice-seldom = كل ثلاثة أشهر
    .symbol = ⏳
    .also = احيانا | ثلاثة اشهر
choice-not-at-all = أبدًا
    .symbol = ➖
    .also = لا | لا شكرا | ولا مرة
touch-agreed = حسنًا، سأسألك عندها. وبكتابة «كم مرة تسألني» يمكنك تغيير ذلك.
touch-never = لا بأس، لن أسألك. والكتابة إليّ ممكنة متى شئت.
check-in-how = مرحبًا. كيف أحوالك؟ بالضغط أو بالكتابة، كما يناسبك.
check-in-home = هل المكان الذي فيه سكنك مريح لك؟
check-in-promises = هل يفعل الناس ما وعدوا به؟
check-in-offer = شكرًا لأنك أخبرتني. سيصل هذا إلى { $iro }. هل بودّك الكلام مع شخص؟
check-in-thanks = شكرًا. يظهر هذا لـ { $iro }. والكتابة إليّ ممكنة متى شئت.

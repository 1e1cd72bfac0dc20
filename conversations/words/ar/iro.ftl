# NEEDS CHECKING BY A FLUENT SPEAKER BEFORE USE (conversations/languages.yaml says whether somebody has).

iro-nobody = مسؤول المراجعة ({ $role })

iro-them = { $iro_pronoun ->
    [she] معها
    [he] معه
   *[they] معه
}

what-iro-job = يتأكد { $role } من أن المجلس المحلي يفعل ما تقوله خطة رعايتك. ويدير اجتماعات المراجعة الخاصة بك، ويستطيع أن يعترض.
what-iro-you = لا يعمل { $role } في فريق الأخصائي الاجتماعي. يمكنك طلب الكلام { iro-them } على انفراد، وقول ما ليس صحيحًا.
what-iro-ready = هل كان هذا واضحًا؟ ثلاثة أسئلة سريعة تبيّن لي هل شرحت جيدًا.
choice-what-try = حسنًا، اسألني
    .symbol = 👍
    .also = نعم | حسنا
choice-what-no-questions = بلا أسئلة، شكرًا
    .symbol = ⏸️
    .also = لا | لا شكرا
what-iro-one = أيّ هذين يفعل { $role }؟
choice-what-one-right = يتأكد من تنفيذ خطتي
    .symbol = 🔎
choice-what-one-wrong = يعطي علامات على سلوكي
    .symbol = 📝
what-iro-two = هل يمكنك لقاء { $role } على انفراد قبل المراجعة؟
choice-what-two-right = نعم، إذا أردت
    .symbol = 👍
    .also = نعم
choice-what-two-wrong = لا، يجب أن يحضر الأخصائي الاجتماعي
    .symbol = 👎
    .also = لا
what-iro-three = ماذا يمكنك فعله إذا كانت خطتك غير مناسبة لك؟
choice-what-three-right = أخبر { $role }، وهو يستطيع أن يتصرف
    .symbol = 💬
choice-what-three-wrong = لا شيء، القرار نهائي
    .symbol = 🤐
    .also = لا شيء
what-iro-yes = نعم، هذا صحيح.
what-iro-one-told = هو يتأكد مما يفعله الكبار، لا من سلوكك.
what-iro-two-told = يمكنك ذلك. هذا حقك، وأستطيع أن أطلبه لك.
what-iro-three-told = يمكنك إخبار { $role }. وهو يستطيع أن يطلب من المجلس المحلي تصحيح الأمر.
what-iro-done = شكرًا. يمكنك سؤالي عن هذا مرة أخرى متى شئت.

who-iro-know = هل عندك اسم { $role } الخاص بك؟ يمكنك كتابته بالحروف الإنجليزية، أو اختياره من أربعة.
know-iro-ask = أسأل الجميع هذا من وقت إلى آخر: ما اسم { $role } الخاص بك؟ يمكنك كتابته بالحروف الإنجليزية، أو اختياره من أربعة. و«لا أعرف» جواب مقبول.
who-iro-pick = أيّهم هو؟
who-iro-right = نعم، هذا صحيح.
who-iro-not-that = ليس هذا. الأسماء تختلط بسهولة، فها هو الاسم.
who-iro-is = { $iro_full ->
    [none] ليس لديك { $role } باسم معروف بعد. المكتب يستطيع أن يخبرك أكثر: { $office_phone }.
   *[other] { $role } الخاص بك: { $iro_full }. عمله أن يتأكد من أن خطتك مناسبة لك وأن الناس يلتزمون بها.
}
who-iro-reach = { $iro_full ->
    [none] أستطيع أن أطلب من المكتب ترتيب هذا والاتصال بك.
   *[other] رقم هاتف { $iro }: { $iro_phone }. { $review_on ->
        [none] أستطيع أيضًا أن أطلب من { $iro } الاتصال بك.
       *[other] مراجعتك القادمة: { $review_on }{ $review_time ->
            [none] .
           *[other] ، الساعة { $review_time }.
        }
    }
}
standing-in = { $iro_away ->
    [no_iro] ليس لديك { $role } باسم معروف بعد. حتى ذلك الوقت تصل كلماتك إلى { $deputy }، ومن هناك يأتي الجواب.
    [gone] انتهى عمل { $iro_before } معك. إلى أن يأتي شخص جديد تصل كلماتك إلى { $deputy }.
   *[away] { $iro_away_until ->
        [none] { $iro } في غياب الآن. تصل كلماتك إلى { $deputy }، ومن هناك يأتي الجواب.
       *[other] { $iro } في غياب، والعودة يوم { $iro_away_until }. حتى ذلك اليوم تصل كلماتك إلى { $deputy }، ومن هناك يأتي الجواب.
    }
}
who-iro-away = { $iro_away ->
    [away] { $iro_away_until ->
        [none] { $iro } في غياب الآن.
       *[other] { $iro } في غياب، والعودة يوم { $iro_away_until }.
    }
    [gone] انتهى عمل { $iro_before } معك.
   *[no_iro] سأخبرك عندما يكون لديك واحد.
} حتى ذلك الوقت تصل كلماتك إلى { $deputy }، ومن هناك يأتي الجواب. أستطيع أن أطلب من { $deputy } التواصل معك.
who-iro-anything = هل بودّك فعل شيء الآن؟
who-iro-detail = { $iro_detail ->
    [none] لا أعرف المزيد عن { $iro } بعد. يمكنك السؤال بنفسك.
   *[other] بكلمات { $iro }، وبالإنجليزية: «{ $iro_detail }»
}
iro-question-offer = هل أوصل سؤالك إلى { $iro } بكلماتك؟
choice-know-pick = أختار من أربعة
    .symbol = 👆
choice-iro-detail = المزيد عن { $iro }
    .symbol = 🙂
    .also = المزيد
choice-what-is-review = ما هي المراجعة؟
    .symbol = ❓

review-when = { $review_on ->
    [none] ليس عندي موعد لمراجعتك القادمة بعد. يمكنك سؤال { $iro }، أو الاتصال بالمكتب على { $office_phone }.
   *[other] مراجعتك القادمة: { $review_on }{ $review_time ->
        [none] .
       *[other] ، الساعة { $review_time }.
    }{ $review_overdue ->
        [yes] {" "}كان يجب أن تكون قبل { $review_due }. أعتذر عن التأخير.
       *[no] {""}
    }
}
review-what = المراجعة اجتماع عن خطتك. يتأكد الناس مما وُعد به، ويمكنك قول رأيك فيها.
iro-before = { $iro_before ->
    [none] لا أعرف من كان قبل ذلك. { $role } الخاص بك الآن: { $iro }. ويمكنك السؤال هناك.
   *[other] ربما المقصود { $iro_before }: هذا من كان معك قبل { $iro }. أعتذر إذا لم يخبرك أحد.
}
independent-no = لا. { $iro } ليس فوق الأخصائي الاجتماعي، والأخصائي الاجتماعي ليس فوق { $iro }.
independent-say = هذا معنى كلمة «مستقل»: يمكن لـ { $iro } القول بصراحة إن الخطة لا تناسبك.
leaving-yes = نعم، هذا صحيح. آخر يوم لـ { $iro } هنا: { $iro_leaves }. أعتذر إذا سمعت ذلك من غيري أولًا.
leaving-after = { $iro_does_review ->
    [yes] في مراجعتك يوم { $review_on } يبقى { $iro } معك.{" "}
   *[no] {""}
}{ $iro_next ->
    [none] لا أعرف بعد من يأتي بعد { $iro }. سأخبرك عندما أعرف.
   *[other] بعد ذلك يكون { $role } الخاص بك: { $iro_next }. لا داعي للبدء من الصفر.
}
change-plainly = عندي خبر لك. ليس خبرًا سيئًا. هل أقوله الآن؟
change-news = سيتغيّر { $role } الخاص بك. من يوم { $iro_next_from } يكون: { $iro_next_full }.{ $iro_full ->
    [none] {""}
   *[other] {" "}وحتى ذلك اليوم: { $iro }.
}{ $iro_next_shared ->
    [none] {""}
   *[other] {" "}{ $iro_next } مع { $iro_next_shared } أيضًا.
}
change-meet = { $iro_next_meet ->
    [none] ستصلك هنا رسالة من { $iro_next }، على أبعد حد يوم { $iro_next_from }.
   *[other] { $iro_next_with ->
        [none] يمكنك لقاء { $iro_next } يوم { $iro_next_meet }.
       *[other] يمكنك لقاء { $iro_next } يوم { $iro_next_meet }، بحضور { $iro_next_with } أيضًا.
    }
} لا داعي للبدء من الصفر: يمكن لـ { $iro_next } قراءة ما قلته من قبل.
changed-news = { $iro_before ->
    [none] { $role } الخاص بك الآن: { $iro_full }.
   *[other] { $role } الخاص بك الآن: { $iro_full }. قبل ذلك كان: { $iro_before }. أعتذر لأنني لم أستطع إخبارك قبل الآن.
}
leaving-met = طلبت من { $iro } ترتيب موعد بحضور { $iro_next } أيضًا. يجب أن يصلك جواب حتى { $reply_by }.
leaving-know = ما أول ما يجب أن يصل إلى { $iro_next } عنك؟ كثيرًا أو قليلًا، كما يناسبك.
leaving-known = حفظت هذا لـ { $iro_next } بكلماتك. ويظهر لـ { $iro } أيضًا، لكي يصل.
asked-handover-know = ما يجب أن يصل إلى { $iro_next } عنك
choice-meet-both = لقاء { $iro_next } بحضور { $iro }
    .symbol = 👥
    .also = لقاء الاثنين معا
choice-tell-next = أخبر { $iro_next } بأشياء أولًا
    .symbol = 💬
    .also = اخبره اولا | اخبرها اولا
leaving-choose = هل هناك شيء بودّك فعله بهذا الشأن؟
leaving-not-known = ليس عندي شيء يقول ذلك. { $role } الخاص بك الآن: { $iro }. ويمكنك الكلام { iro-them } عن ذلك.
choice-say-goodbye = رسالة إلى { $iro }
    .symbol = ✉️

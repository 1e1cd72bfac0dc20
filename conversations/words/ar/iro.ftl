# NEEDS CHECKING BY A FLUENT SPEAKER BEFORE USE.

iro-nobody = مسؤول المراجعة ({ $role })
iro-them = { $iro_pronoun ->
    [she] معها
    [he] معه
   *[they] معه
}
what-iro-job = يتأكد { $role } من أن المجلس المحلي يفعل ما تقوله خطة رعايتك. ويدير اجتماعات المراجعة الخاصة بك، ويستطيع أن يعترض.
what-iro-you = لا يعمل { $role } في فريق الأخصائي الاجتماعي. يمكنك أن تطلب الكلام { iro-them } على انفراد، وأن تقول ما ليس صحيحًا.
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
what-iro-two = هل يمكنك أن ترى { $role } على انفراد قبل المراجعة؟
choice-what-two-right = نعم، إذا أردت
    .symbol = 👍
    .also = نعم
choice-what-two-wrong = لا، يجب أن يحضر الأخصائي الاجتماعي
    .symbol = 👎
    .also = لا
what-iro-three = ماذا يمكنك أن تفعل إذا لم تكن خطتك مناسبة لك؟
choice-what-three-right = أخبر { $role }، وهو يستطيع أن يتصرف
    .symbol = 💬
choice-what-three-wrong = لا شيء، القرار نهائي
    .symbol = 🤐
    .also = لا شيء
what-iro-yes = نعم، هذا صحيح.
what-iro-one-told = هو يتأكد مما يفعله الكبار، لا من سلوكك.
what-iro-two-told = يمكنك ذلك. هذا حقك، وأستطيع أن أطلبه لك.
what-iro-three-told = يمكنك أن تخبر { $role }. وهو يستطيع أن يطلب من المجلس المحلي تصحيح الأمر.
what-iro-done = شكرًا. يمكنك أن تسألني عن هذا مرة أخرى متى شئت.

who-iro-know = هل تعرف اسم { $role } الخاص بك؟ يمكنك أن تكتبه بالحروف الإنجليزية، أو تختار من أربعة.
who-iro-pick = أيّهم هو؟
who-iro-right = نعم، هذا صحيح.
who-iro-not-that = ليس هذا. من السهل أن تختلط الأسماء، فها هو الاسم.
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
who-iro-anything = هل تريد أن تفعل شيئًا الآن؟
who-iro-detail = { $iro_detail ->
    [none] لا أعرف المزيد عن { $iro } بعد. يمكنك أن تسأل بنفسك.
   *[other] كلمات { $iro } نفسها، بالإنجليزية: “{ $iro_detail }”
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
    [none] ليس عندي موعد لمراجعتك القادمة بعد. يمكنك أن تسأل { $iro }، أو تتصل بالمكتب على { $office_phone }.
   *[other] مراجعتك القادمة: { $review_on }{ $review_time ->
        [none] .
       *[other] ، الساعة { $review_time }.
    }{ $review_overdue ->
        [yes] {" "}كان يجب أن تكون قبل { $review_due }. أعتذر عن التأخير.
       *[no] {""}
    }
}
review-what = المراجعة اجتماع عن خطتك. يتأكد الناس مما وُعد به، ويمكنك أن تقول ما تريد.

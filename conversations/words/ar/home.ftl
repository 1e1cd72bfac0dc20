# NEEDS CHECKING BY A FLUENT SPEAKER BEFORE USE (conversations/languages.yaml says whether somebody has).

home-hello = { $name ->
    [none] أهلًا بك مرة أخرى.
   *[other] أهلًا { $name }.
}
home-menu = ماذا بودّك أن نفعل؟
home-again = ماذا بودّك أن نفعل بعد ذلك؟
home-more = هذا ما يمكننا فعله أيضًا.
choice-wishes = أقول رأيي
    .symbol = 💬
    .also = رأيي
choice-who-iro = من هو { $role } الخاص بي؟
    .symbol = 🙂
choice-contact = { $iro_named ->
        [yes] { $deputy ->
            [none] أطلب من { $iro } الاتصال بي
           *[other] أطلب من { $deputy } الاتصال بي
        }
       *[no] أطلب من { $role } الاتصال بي
    }
    .symbol = 📞
    .also = اتصل بي | اريد اتصال
choice-write = { $iro_named ->
        [yes] { $deputy ->
            [none] أكتب إلى { $iro }
           *[other] أكتب إلى { $deputy }
        }
       *[no] أكتب إلى { $role }
    }
    .symbol = ✉️
    .also = اكتب رسالة | رسالة
choice-more = المزيد
    .symbol = ➕
choice-what-iro = ما هو { $role }؟
    .symbol = ❓
choice-my-words = أرى ما قلته
    .symbol = 📖
    .also = كلماتي
choice-see-decided = ما الذي تقرر
    .symbol = 📋
choice-someone-helps = شخص يساعدني
    .symbol = 🤝
choice-rights = حقوقي
    .symbol = ⚖️
choice-who-sees-this = من يرى هذا؟
    .symbol = 👀
choice-advocate = شخص يتكلم عني
    .symbol = 🗣️
    .also = محامي الطفل | مناصر
choice-my-complaint = شكواي
    .symbol = 📨
    .also = شكاوي
choice-complain = أقدّم شكوى
    .symbol = 📣
    .also = شكوى
choice-alone = أرى { $iro } على انفراد
    .symbol = 🚪
    .also = على انفراد
choice-review-when = متى مراجعتي؟
    .symbol = 📅

stop-stopped = حسنًا، نتوقف. ما قلته محفوظ. يمكنك العودة في أي وقت{ $review_on ->
        [none] {""}
       *[other] {""} قبل مراجعتك: { $review_on }
    }.
stop-person = { $iro_talks ->
    [none] من كتب إليك يمكنه رؤية أنك توقفت.
   *[other] يظهر لـ { $iro_talks } أنك توقفت.
}
stop-still = توقفنا. والعودة ممكنة متى شئت.

help-now-numbers = إذا كنت في خطر، اتصل الآن بالرقم { $emergency }. خط { $childline_name } مجاني في أي وقت: { $childline }. { worry-interpreter } إذا كان الكلام صعبًا، اتصل بالرقم { $emergency } من هاتف محمول، واستمع، ثم اضغط { $silent_key }.
help-now-choose = يمكنك كتابته هنا أيضًا. يقرأ شخص كل ما يثير القلق، ليلًا ونهارًا.
choice-not-safe = لست بأمان
    .symbol = 🆘
    .also = لست بامان
choice-ask-iro = أطلب من { $reader } الاتصال بي
    .symbol = 📞
    .also = نعم | اتصل بي
not-safe-write = يمكنك كتابة ما يحدث. لا يلزم ذلك.

who-sees-readers = { $linked ->
    [yes] هذا ظاهر لـ { $iro }. { $deputy ->
        [none] {""}
       *[other] وينوب عنه الآن { $deputy } ويراه أيضًا. {""}
    }ويراه مدير فريق { $role } عند الغياب. أما من يرعاك وأهلك والأخصائي الاجتماعي فلا يرونه هنا.
   *[no] هذا ظاهر لـ { $role } الخاص بك. ويراه المدير عند غيابه. أما من يرعاك وأهلك والأخصائي الاجتماعي فلا يرونه هنا.
}
who-sees-not-secret = شيء واحد لا أستطيع أن أبقيه سرًّا: أن تكون سلامتك أو سلامة غيرك في خطر. عندها يجب أن أخبر شخصًا عمله أن يساعد. وسأقول لك عندما أفعل.

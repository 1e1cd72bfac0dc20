# NEEDS CHECKING BY A FLUENT SPEAKER BEFORE USE.
# The menu, help now, who sees this, stopping.

home-hello = { $name ->
    [none] أهلًا بك مرة أخرى.
   *[other] أهلًا { $name }.
}
home-menu = ماذا تريد أن تفعل؟
home-again = ماذا تريد أن تفعل بعد ذلك؟
home-more = هذا ما يمكننا فعله أيضًا.
home-rights = لك حقوق هنا. أيّها تريد؟
choice-wishes = أقول رأيي
    .symbol = 💬
    .also = رأيي
choice-who-iro = من هو { $role } الخاص بي؟
    .symbol = 🙂
choice-contact = { $iro_named ->
        [yes] أطلب من { $iro } الاتصال بي
       *[no] أطلب من { $role } الاتصال بي
    }
    .symbol = 📞
    .also = اتصل بي | اريد اتصال
choice-write = { $iro_named ->
        [yes] أكتب إلى { $iro }
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
choice-complain = أقدّم شكوى
    .symbol = 📣
    .also = شكوى
choice-alone = أرى { $iro } على انفراد
    .symbol = 🚪
    .also = على انفراد
choice-review-when = متى مراجعتي؟
    .symbol = 📅

stop-stopped = حسنًا، نتوقف. ما قلته محفوظ. يمكنك أن تعود في أي وقت{ $review_on ->
        [none] {""}
       *[other] {""} قبل مراجعتك: { $review_on }
    }.
stop-still = توقفنا. عد متى شئت.

help-now-numbers = إذا كنت في خطر، اتصل الآن بالرقم { $emergency }. خط { $childline_name } مجاني في أي وقت: { $childline }. { worry-interpreter } إذا كنت لا تستطيع الكلام، اتصل بالرقم { $emergency } من هاتف محمول، واستمع، ثم اضغط { $silent_key }.
help-now-choose = يمكنك أن تكتبه هنا أيضًا. يقرأ شخص كل ما يثير القلق، ليلًا ونهارًا.
choice-not-safe = لست بأمان
    .symbol = 🆘
    .also = لست بامان
choice-ask-iro = أطلب من { $reader } الاتصال بي
    .symbol = 📞
    .also = نعم | اتصل بي
not-safe-write = يمكنك أن تكتب ما يحدث. لا يلزم ذلك.

who-sees-readers = { $linked ->
    [yes] { $iro } يمكنه رؤية هذا. ويراه مدير فريق { $role } عند الغياب. أما من يرعاك وأهلك والأخصائي الاجتماعي فلا يرونه هنا.
   *[no] { $role } الخاص بك يمكنه رؤية هذا. ويراه المدير عند غيابه. أما من يرعاك وأهلك والأخصائي الاجتماعي فلا يرونه هنا.
}
who-sees-not-secret = شيء واحد لا أستطيع أن أبقيه سرًّا: ألا تكون أنت أو غيرك بأمان. عندها يجب أن أخبر شخصًا عمله أن يساعد. وسأقول لك عندما أفعل.

advocate-yes = نعم. يُسمّى ذلك مناصرًا (advocate). هذا حقك، وهو مجاني.
advocate-what = يقول ما تريد أنت أن يُقال. لا يعمل لدى الأخصائي الاجتماعي ولا لدى { $role }.
advocate-ask = هل أطلب لك واحدًا؟
advocate-more = يلتقي بك أولًا، وتقول له ما يقول. يمكن أن يجلس معك، أو يتكلم عنك وأنت غير موجود. يبقي كلامك خاصًّا، إلا إذا لم يكن أحد بأمان.
advocate-how = كيف تريد أن يتصل بك؟
advocate-share = هل يمكنني أن أعطيه اسمك وكيف يصل إليك وموعد مراجعتك؟ لا شيء غير ذلك.
advocate-sent = طلبت لك مناصرًا. إذا لم يصلك شيء، فأخبرني، أو اتصل بالمكتب على { $office_phone }.
advocate-later = لا بأس. يمكنك أن تطلب ذلك في أي وقت.
choice-advocate-more = أخبرني أكثر
    .symbol = ❓
choice-come-here = تعالوا لرؤيتي
    .symbol = 🚗

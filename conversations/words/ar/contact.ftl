# NEEDS CHECKING BY A FLUENT SPEAKER BEFORE USE (conversations/languages.yaml says whether somebody has).

contact-how = كيف يناسبك أن يكون التواصل من { $reader } معك؟
contact-how-other = حسنًا. كيف يناسبك أن يكون ذلك؟
contact-can-wait = { $reader } في العمل من جديد: { $iro_back }. هل يمكن الانتظار حتى ذلك اليوم؟
choice-can-wait = يمكن الانتظار
    .symbol = 👍
    .also = نعم | طيب | تمام | حسنا | ليس مستعجلا | عادي
contact-slots = هذه أوقات متاحة عند { $reader }. أيّها يناسبك؟
contact-which = أريد أن أفهمك جيدًا. أيّ وقت هو المقصود؟
contact-taken = هذا الوقت غير متاح عند { $reader }.
contact-gone = فات هذا الوقت قبل قليل. أعتذر.
choice-none-of-these = لا شيء منها
    .symbol = ✖️
    .also = ولا واحد | لا يناسبني | لا
choice-another-time = وقت آخر
    .symbol = 🕓
    .also = يوم آخر | موعد آخر | تغيير
choice-video = مكالمة فيديو
    .symbol = 📹
    .also = فيديو | مكالمة مصورة
choice-walk = مشي معًا
    .symbol = 🚶
    .also = مشي | نمشي
contact-number-this = هل يكون الاتصال من { $reader } على الرقم الذي ينتهي بـ { $number_ends }؟
choice-use-this = نعم، هذا الرقم
    .symbol = 👍
    .also = نعم | هذا
choice-other-number = رقم آخر
    .symbol = 🔢
    .also = لا | رقم غيره
contact-number = على أي رقم يكون الاتصال من { $reader }؟
choice-has-number = رقمي موجود عند { $reader }
    .symbol = 👍
    .also = رقمي موجود | الرقم نفسه
contact-place = أين المكان المناسب لك؟
contact-alone = { $at_day }، الساعة { $at_time }. هل يمكنك الكلام عندها من دون أن يسمعك أحد؟
contact-not-alone = شكرًا لقولك ذلك. هل نبقي هذا الوقت، أم نبحث عن غيره؟
choice-keep-time = نبقي هذا الوقت
    .symbol = 👍
    .also = نعم | الوقت نفسه | نبقيه
contact-thing = { $how ->
    [call] المكالمة
    [video] مكالمة الفيديو
    [visit] الزيارة
    [walk] المشي معًا
   *[other] الكلام
}
contact-booked = { $how ->
    [call] تم تحديد الموعد: مكالمة من { $reader } يوم { $at_day } الساعة { $at_time }، من الرقم { $meet_phone }. مدتها نحو { $meet_minutes ->
        [zero] { $meet_minutes } دقيقة
        [one] دقيقة واحدة
        [two] دقيقتين
        [few] { $meet_minutes } دقائق
       *[other] { $meet_minutes } دقيقة
    }. لتغييره تكفي كتابة «تغيير الموعد».
   *[other] تم تحديد الموعد: { contact-thing } مع { $reader } يوم { $at_day } الساعة { $at_time }. المدة نحو { $meet_minutes ->
        [zero] { $meet_minutes } دقيقة
        [one] دقيقة واحدة
        [two] دقيقتين
        [few] { $meet_minutes } دقائق
       *[other] { $meet_minutes } دقيقة
    }. لتغييره تكفي كتابة «تغيير الموعد».
}
contact-moved = تم. الموعد الآن: { $at_day } الساعة { $at_time }. وصل الخبر إلى { $reader }.
contact-words-kept = وصلت كلماتك إلى { $reader }، وسيُبحث عن وقت آخر.
contact-move = موعدك الآن: { contact-thing } مع { $reader }، { $at_day } الساعة { $at_time }. ما الذي يناسبك؟
choice-cancel-it = إلغاء الموعد
    .symbol = ✖️
    .also = الغاء | الغي الموعد
contact-cancelled = حسنًا. أُلغي الموعد، ووصل الخبر إلى { $reader }. يمكنك الطلب مرة أخرى في أي وقت.
contact-stays = حسنًا. يبقى الموعد كما هو.
contact-nothing-fixed = ليس هناك موعد محدد مع { $reader }. هل أطلب موعدًا؟
contact-not-yet = الموعد: { $at_day } الساعة { $at_time }. إذا لم يأتِ أحد عندها، يمكنك إخباري.
contact-sorry = أعتذر منك. هذا لا يصح. أخبرت { $reader } والمكتب بذلك الآن.
contact-sorry-what = هل ننتظر قليلًا، أم نختار وقتًا آخر؟
contact-sorry-next = ما الذي يناسبك الآن؟
choice-wait-a-bit = أنتظر 10 دقائق
    .symbol = ⏳
    .also = انتظر | انتظر قليلا
choice-someone-else-please = شخص آخر
    .symbol = 🧑
    .also = شخص غيره | غيره
contact-wait = حسنًا. إذا لم يأتِ أحد بعد 10 دقائق، يمكنك إخباري مرة أخرى.
contact-someone = طلبت من { $someone } التواصل معك. { $someone } و{ $reader } في فريق واحد.
contact-someone-nobody = لم أجد شخصًا آخر الآن. رقم المكتب: { $office_phone }.
contact-proposed = هذه أوقات مقترحة من { $reader }. أيّها يناسبك؟
contact-moved-by-iro = لا بد من تغيير الموعد من جهة { $reader }. أعتذر عن ذلك.
contact-agreed = الجواب من { $reader } هو نعم. الموعد: { contact-thing }، { $at_day } الساعة { $at_time }. لتغييره تكفي كتابة «تغيير الموعد».
contact-reminder = تذكير: { contact-thing } الساعة { $at_time }.
contact-waited = { $job ->
    [manager_too] لم يصل جواب بعد. أعتذر. أخبرت الآن { $who } من الإدارة.
    [manager] كان يجب أن يصلك جواب قبل الآن. أعتذر. أخبرت { $who } من الإدارة.
    [deputy] كان يجب أن يصلك جواب قبل الآن. أعتذر. أخبرت { $who }، من فريق { $reader }.
   *[other] كان يجب أن يصلك جواب قبل الآن. أعتذر. أخبرت المكتب. ورقم المكتب: { $office_phone }.
}
contact-happened = هل حصل هذا فعلًا: { contact-thing } مع { $reader }؟
contact-happened-good = جيد. شكرًا لأنك أخبرتني.
contact-when-words = ما الوقت الأفضل لك؟ ستصل كلماتك إلى { $reader }.
contact-when = ما الوقت المناسب لك؟
contact-safe = هل من الآمن أن تصلك هنا رسائل من { $reader }؟
contact-today = سجّلت أن هذا مطلوب اليوم. إذا كنت في خطر، اضغط «مساعدة الآن» أو اكتب ذلك لي. يقرؤه شخص اليوم.
contact-done = { $iro_back ->
    [none] طلبت ذلك من { $reader }. إذا لم يصلك شيء، يمكنك الاتصال بالمكتب على { $office_phone }.
   *[other] طلبت ذلك من { $reader }. يوم العمل القادم: { $iro_back }. سيصلك جواب حتى { $reply_by }. وإذا لم يصلك، فسأقول لك.
}
contact-done-deputy = { $iro_away ->
    [away] { $iro_away_until ->
        [none] { $iro } في غياب الآن.
       *[other] { $iro } في غياب حتى { $iro_away_until }.
    }
    [gone] انتهى عمل { $iro_before } معك.
   *[no_iro] ليس لديك { $role } بعد.
} طلبت ذلك من { $deputy } بالنيابة. يجب أن يصلك جواب حتى { $reply_by }. وإذا لم يصل، فسأخبرك.
choice-call = مكالمة هاتفية
    .symbol = 📞
    .also = مكالمة | هاتف | اتصل بي
choice-message = رسالة
    .symbol = 💬
    .also = راسلني
choice-visit = زيارة
    .symbol = 🚗
    .also = زيارة
choice-before-review = نلتقي قبل مراجعتي
    .symbol = 📅
choice-urgent-today = اليوم، لا يمكن الانتظار
    .symbol = ⏰
    .also = اليوم | الان

alone-yes = نعم. يمكنك الكلام مع { $iro } على انفراد قبل مراجعتك. هذا حقك.
alone-ask = هل أطلب من { $reader } تحديد يوم؟
alone-fine = لا بأس. يمكنك طلب ذلك لاحقًا.

write-ask = ما الذي بودّك قوله لـ { $reader }؟ سأوصله بكلماتك كما هي، وبأي لغة كانت.
write-sent = { $reply_by ->
    [none] سيصل هذا إلى { $reader } بكلماتك أنت.
   *[other] سيصل هذا إلى { $reader } بكلماتك أنت. يصل الجواب عادة حتى { $reply_by }.
}
write-fine = لا بأس. يمكنك الكتابة في وقت آخر.

pass-on-offer = احتفظت بهذا. هل أوصله إلى { $reader } بكلماتك؟
pass-on-more = احتفظت بهذا أيضًا. هل أوصل كل هذا إلى { $reader }؟
pass-on-kept = حسنًا، لن أرسله كرسالة. يبقى في هذه المحادثة، ويمكن لـ { $role } قراءتها.

# The wish that stands from its first word, and taking it back.
contact-begun = حسنًا. قلت لـ { $reader } إن الحديث مرغوب.
contact-begun-deputy = { $iro_away ->
    [away] { $iro_away_until ->
        [none] { $iro } غير موجود الآن.
       *[other] { $iro } غير موجود حتى { $iro_away_until }.
    }
    [gone] لم يعد { $iro_before } هو { $role } الخاص بك.
   *[no_iro] ليس لديك { $role } بعد.
} ينوب عنه { $deputy }، وقلت له إن الحديث مرغوب.
contact-no-time-yet = طلبت الحديث مع { $reader }. لم يُحدَّد وقت بعد. ماذا تحب؟
never-mind-ask = طلبت الحديث مع { $reader }. هل أُلغي هذا الطلب؟
never-mind-fine = لا بأس.
choice-never-mind = لا داعي
    .symbol = ↩️
    .also = لا داعي | انس الأمر | لا يهم
choice-take-it-back = ألغِ الطلب
    .symbol = ↩️
    .also = نعم | ألغه
choice-let-it-be = اتركه كما هو
    .symbol = 👍
    .also = لا | اتركه
choice-find-time = ابحث عن وقت
    .symbol = 🕓
    .also = وقت | اختر وقتا

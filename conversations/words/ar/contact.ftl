# NEEDS CHECKING BY A FLUENT SPEAKER BEFORE USE.
# Asking for contact, and writing to the IRO.

contact-how = كيف تريد أن يتواصل معك { $iro }؟
contact-how-other = حسنًا. كيف تريد أن يكون ذلك؟
contact-when = ما الوقت المناسب لك؟
contact-safe = هل من الآمن أن يكتب إليك { $iro } هنا؟
contact-today = إذا لم تكن بأمان، اضغط «مساعدة الآن» أو اكتب ذلك لي. يقرؤه شخص اليوم.
contact-done = { $iro_back ->
    [none] طلبت ذلك من { $reader }. إذا لم يصلك شيء، اتصل بالمكتب على { $office_phone }.
   *[other] طلبت ذلك من { $reader }. يوم العمل القادم: { $iro_back }. سيصلك جواب حتى { $reply_by }. وإذا لم يصلك، فسأقول لك.
}
choice-call = مكالمة هاتفية
    .symbol = 📞
    .also = مكالمة | هاتف | اتصل بي
choice-message = رسالة
    .symbol = 💬
    .also = راسلني
choice-visit = تعال لرؤيتي
    .symbol = 🚗
    .also = زيارة
choice-before-review = نلتقي قبل مراجعتي
    .symbol = 📅
choice-urgent-today = اليوم، لا يمكن الانتظار
    .symbol = ⏰
    .also = اليوم | الان
choice-after-school = بعد المدرسة
    .symbol = 🕓
choice-in-the-day = في النهار
    .symbol = 🌤️
    .also = صباحا
choice-any-time = في أي وقت
    .symbol = 🕐

alone-yes = نعم. يمكنك أن تتكلم مع { $iro } على انفراد قبل مراجعتك. هذا حقك.
alone-ask = هل أطلب من { $iro } تحديد يوم؟
alone-fine = لا بأس. يمكنك أن تطلب ذلك لاحقًا.

write-ask = ماذا تريد أن تقول لـ { $iro }؟ سأوصله كما تكتبه بالضبط. اكتب بأي لغة تريد.
write-sent = { $reply_by ->
    [none] سيصل هذا إلى { $reader } بكلماتك أنت.
   *[other] سيصل هذا إلى { $reader } بكلماتك أنت. يصل الجواب عادة حتى { $reply_by }.
}
write-fine = لا بأس. يمكنك أن تكتب في وقت آخر.

pass-on-offer = احتفظت بهذا. هل أوصله إلى { $iro } بكلماتك؟
pass-on-more = احتفظت بهذا أيضًا. هل أوصل كل هذا إلى { $iro }؟
pass-on-kept = حسنًا، لن أرسله كرسالة. يبقى في هذه المحادثة، ويستطيع { $role } قراءتها.

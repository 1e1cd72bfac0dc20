# NEEDS CHECKING BY A FLUENT SPEAKER BEFORE USE (conversations/languages.yaml says whether somebody has).

left-care-told = مرحبًا{ $name ->
    [none] {""}
   *[other] {" "}{ $name }
}. ليس لديك { $role } الآن، لأنك خرجت من الرعاية. لكن ما زال هناك أشخاص لك: فريق ما بعد الرعاية، ومرشدك الخاص فيه.
left-care-what = أستطيع أن أوصل إليهم رسالة منك، أو أعطيك رقمهم.
choice-pass-it-on = أوصل رسالة
    .symbol = ✉️
    .also = رسالة | ارسل رسالة
choice-left-details = رقم هاتفهم
    .symbol = 📞
    .also = الرقم | رقمهم | الهاتف
choice-my-records = ملفي
    .symbol = 📁
    .also = سجلاتي | ما كتب عني
left-care-words = ما الذي يجب أن يعرفوه؟ سأوصله بكلماتك كما هي.
left-care-offer = هل أوصل هذا إلى الفريق بكلماتك؟
left-care-kept = حسنًا. احتفظت به هنا. يمكنك طلب ذلك لاحقًا.
left-care-sent = أرسلت هذا بكلماتك إلى المكتب، لفريق ما بعد الرعاية. يصل إليهم حتى { $next_office_day }.
left-care-marked = أرسلت هذا إلى المكتب، لفريق ما بعد الرعاية، مع علامة: «{ $deadline }». يصل إليهم حتى { $next_office_day }.
left-care-all-right = هل عندك طعام ومكان للنوم حتى ذلك اليوم؟
left-care-good = جيد. إذا تغيّر ذلك، يمكنك كتابته هنا. ما زال شخص يقرأ كل ما يثير القلق، في أي ساعة.
left-care-details = { $leaving_care_phone ->
    [none] رقم المكتب: { $office_phone }. عند الاتصال، السؤال عن leaving-care team.
   *[other] رقم فريق ما بعد الرعاية (leaving-care team): { $leaving_care_phone }. وإذا لم يُجب أحد، فرقم المكتب: { $office_phone }.
}
left-care-anything = هل هناك شيء آخر أستطيع أن أفعله؟
records-yes = نعم. من حقك طلب ما كُتب عنك. هو مجاني، ويستغرق عادة شهرًا على الأكثر.
records-ask = هل أطلبه الآن؟
choice-ask-records = أطلبه الآن
    .symbol = 📨
    .also = نعم | من فضلك | طيب | حسنا
choice-records-more = أعرف المزيد أولًا
    .symbol = ❓
    .also = المزيد
records-more = يجمعه شخص، ويتأكد من أنه لك أنت. قد يُحذف منه ما يخص غيرك. قد تصعب قراءة بعضه. يمكن أن يقرأه معك شخص.
records-asked = طلبته لك. يجب أن يصلك جواب حتى { $records_by }. لن يُرسل إلى هذه المحادثة.

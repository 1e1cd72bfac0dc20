# NEEDS CHECKING BY A FLUENT SPEAKER BEFORE USE (conversations/languages.yaml says whether somebody has).

choice-settings = إعداداتي
    .symbol = ⚙️
    .also = الاعدادات | اعدادات
settings-ask = ما الذي بودّك تغييره؟
choice-answers-where = أين تصلني الأجوبة
    .symbol = 📬
    .also = الاجوبة | اين الاجوبة
choice-phone-shared = من يرى هاتفي
    .symbol = 👥
    .also = هاتفي
choice-lock-chat = قفل هذه المحادثة
    .symbol = 🔒
    .also = قفل | كلمة سر
choice-how-often = كم مرة تسألني
    .symbol = 🗓️
    .also = كم مرة

answers-where = أين بودّك أن تصلك الأجوبة؟
choice-answer-last = حيث كتبت آخر مرة
    .symbol = 🔁
    .also = المكان نفسه | آخر مكان
choice-answer-web = على صفحة الإنترنت
    .symbol = 💻
    .also = هنا | الموقع | الويب
choice-answer-text = برسالة نصية
    .symbol = 📱
    .also = رسالة نصية | sms | هاتفي
choice-answer-telegram = على Telegram
    .symbol = 📨
    .also = تلغرام | تيليجرام | telegram
answers-kept = حسنًا. أجوبة الناس تصلك هناك. وما كتبته إليّ في مكان آخر أجيبك عنه هناك أيضًا.
answers-last = حسنًا. تصلك الأجوبة حيث كتبت آخر مرة.
answers-one-place = هذا هو المكان الوحيد الذي أعرفك فيه. لمكان آخر تلزمك بطاقة، وهي من المكتب: { $office_phone }.

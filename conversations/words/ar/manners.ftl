# NEEDS CHECKING BY A FLUENT SPEAKER BEFORE USE.
# What is said at any moment, and the buttons used in many places.

manners-skipped = لا بأس.
manners-kept = شكرًا. احتفظت بما قلته، كما قلته بالضبط.
manners-take-your-time = خذ كل الوقت الذي تريده.
manners-stale = ذلك الزر كان لشيء سابق. نحن الآن هنا.
manners-not-yet = احتفظت بهذا. لا أستطيع أن أوصل رسائل إلى { $role } حتى أعرف من أنت.
manners-which = لست متأكدًا مما تعنيه. ها هو السؤال مرة أخرى.
manners-menu-later = تظهر القائمة عندما أعرف من أنت. نحن الآن هنا.
manners-nothing-to-skip = لا شيء هنا لتخطّيه. اضغط ما تريد، أو اكتب إليّ.
manners-no-back = هذا أول ما عندنا. لا يمكن الرجوع أكثر.

choice-yes = نعم
    .symbol = 👍
    .also = اي | ايوه | ايوا | أجل | طيب | حسنا | موافق | تمام | اوكي | نعم من فضلك | yes | ok
choice-no = لا
    .symbol = 👎
    .also = كلا | لا شكرا | لأ | no
choice-not-sure = لا أعرف
    .symbol = 🤷
    .also = لست متاكدا | ربما | مش عارف | ما بعرف | لا ادري
choice-skip = تخطٍّ
    .symbol = ⏭️
    .also = تخطي
choice-something-else = شيء آخر
    .symbol = ✏️
    .also = غير ذلك
choice-not-now = ليس الآن
    .symbol = ⏸️
    .also = لاحقا | لا | لا شكرا | ليس اليوم
choice-go-on = نكمل
    .symbol = ▶️
    .also = نعم | تابع | اكمل | حسنا | طيب
choice-carry-on-now = نكمل
    .symbol = ▶️
    .also = نعم | تابع | اكمل | حسنا | طيب
choice-go-back = رجوع
    .symbol = ↩️
host-button-menu = القائمة
host-button-help-now = مساعدة الآن
host-button-who-sees = من يرى هذا؟
host-button-stop = توقف
host-button-back = رجوع
host-button-skip = تخطٍّ
choice-menu = القائمة
    .symbol = 📋
choice-menu-back = العودة إلى القائمة
    .symbol = 📋
    .also = القائمة
choice-help-now-here = مساعدة الآن
    .symbol = 🆘
    .also = مساعدة
choice-stop-here = نتوقف هنا
    .symbol = ✋
    .also = توقف | لا | يكفي | كفى
choice-nothing-now = لا شيء الآن
    .symbol = ➖
    .also = لا شيء | لا
choice-thats-all = هذا كل شيء
    .symbol = ✅
    .also = لا | انتهيت | لا شيء اخر
choice-thanks = شكرًا
    .symbol = 🙂
    .also = شكرا لك | حسنا | لا شكرا | لا
choice-not-yet = ليس بعد
    .symbol = ⏸️
    .also = لا | لاحقا | ليس الآن
choice-yes-my-words = نعم، بكلماتي
    .symbol = 📨
    .also = نعم | حسنا | موافق

# A person writes: the line above their words, where everything comes from the bot.
host-person-writes = { $job ->
    [duty] { $who }، شخص حقيقي، يكتب:
   *[iro] { $who }، من فريق { $role }، يكتب:
}

could-not-process = لم أستطع أن أعالج ما كتبتَه. لذلك سيقرؤه شخص كما هو. إذا كنت في خطر، اتصل بالرقم { $emergency }. { worry-interpreter }
too-fast = هذه رسائل كثيرة. أحتفظ بها كلها وأفحصها كلها. سأجيب مرة أخرى عندما تبطئ.

# On Telegram: the web chat, opened inside it.
host-private-view = افتح بخصوصية
    .symbol = 🔒

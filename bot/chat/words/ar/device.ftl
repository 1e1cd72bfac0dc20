# NEEDS CHECKING BY A FLUENT SPEAKER BEFORE USE (conversations/languages.yaml).
# "This device": its lock, being told, the home screen, forgetting it.

device = هذا الجهاز
device-close = إغلاق

# The lock.
lock = القفل
lock-is-off = يمكنك قفل محادثتك، حتى لا يفتحها هنا أحد غيرك.
lock-is-on = لمحادثتك قفل. يُقفل عند «خروج سريع»، وبعد { $minutes ->
    [zero] { $minutes } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $minutes } دقائق
    [many] { $minutes } دقيقة
   *[other] { $minutes } دقيقة
  } بلا لمس.
lock-with-word = قفل بكلمة
lock-with-pattern = قفل بنمط
lock-other-word = كلمة جديدة
lock-other-pattern = نمط جديد
lock-take-off = إزالة القفل
lock-now = قفل الآن
lock-old-word = كلمتك الحالية
lock-old-pattern = نمطك الحالي
lock-new-word = كلمتك السرية
lock-new-word-hint = 4 حروف أو أكثر. الأفضل كلمة لا يخمّنها من حولك.
lock-new-pattern = 4 نقاط متصلة أو أكثر
lock-clear = النمط من جديد
lock-save = حفظ
lock-set = قفلك يعمل الآن.
lock-off = قفلك لا يعمل الآن.
lock-short-word = هذه الكلمة قصيرة. يلزم 4 حروف أو أكثر.
lock-short-pattern = هذا النمط قصير. يلزم 4 نقاط أو أكثر.
dot = نقطة

# The screen of a locked chat.
lock-title = مقفلة
lock-your-word = كلمتك السرية
lock-your-pattern = نمطك
lock-by-card = لفتح هذه الصفحة تلزم الكلمة التي على بطاقتك ويوم ميلادك.
lock-card = الكلمة التي على بطاقتك
lock-birthday = ميلادك (اليوم والشهر)
lock-open = فتح
lock-wrong = ليس هذا.
lock-wrong-last = ليس هذا. محاولة خاطئة أخرى تغلق هذه الصفحة هنا. لا يضيع شيء.
lock-left = المحاولات الباقية:
lock-no-line = لا يوجد اتصال الآن. تُفتح عندما يعود الاتصال.
lock-write = يمكنك كتابة ما يحدث هنا. سيقرؤه شخص.
lock-sending = جارٍ الإرسال…
lock-kept = وصلت كلماتك، وسيقرؤها شخص. في خطر الآن؟ اتصل بالرقم { $emergency }. يظهر الجواب بعد فتح القفل.
lock-forgotten = لا أستطيع فتحها
lock-forgotten-line = يمكن لهذا الجهاز نسيان صفحتك. لا يضيع شيء مما كتبته. العودة تكون ببطاقتك، أو بطلب بطاقة جديدة.

# Being told.
bell = إشعارات
bell-line = يمكن لهذا الجهاز إشعارك عندما يصل شيء جديد. لا يقول إلا «{ $app }: لديك رسالة جديدة». ولا إشعارات في الليل.
bell-shared = قد يراه غيرك على الشاشة أيضًا.
bell-start = إشعاري عندما يصل جديد
bell-stop = بلا إشعارات
bell-started = حسنًا. ستصلك إشعارات على هذا الجهاز.
bell-stopped = حسنًا. لن تصلك إشعارات على هذا الجهاز.
bell-refused = هذا الجهاز لا يسمح بذلك. قد يكون السبب في إعداداته.
notice-body = لديك رسالة جديدة

# The home screen.
install = على شاشة هذا الهاتف
install-line = تظهر صورة صغيرة اسمها «{ $app }». الصورة لا تقول شيئًا عمّا هي.
install-hint = يمكنك إبقاء هذه الصفحة على هاتفك. اسمها هناك «{ $app }».
not-now = ليس الآن

# Forgetting, and somebody else.
forget = نسيان هذا الجهاز
forget-line = تُغلق صفحتك هنا، ولا يبقى شيء على هذا الجهاز. لا يضيع شيء مما أرسلته. للعودة تلزمك بطاقتك.
not-me = هذا ليس أنا
not-me-line = إذا كانت هذه صفحة شخص آخر، يمكنك قول ذلك هنا. تُغلق على هذا الجهاز ولا يظهر شيء.
wrong-card = هذه البطاقة ليست لي
gone = تم نسيان هذا الجهاز
gone-line = لم يبقَ شيء من الصفحة هنا. يمكن إغلاقها الآن.
gone-back = العودة بفتح الرابط الذي على بطاقتك.

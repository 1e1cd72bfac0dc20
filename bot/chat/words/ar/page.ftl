# NEEDS CHECKING BY A FLUENT SPEAKER BEFORE USE (conversations/languages.yaml).
# The words around the conversation.

product = My IRO
skip-to-write = إلى مربع الكتابة

iro-role = { $role } الخاص بك
iro-line = { $deputy ->
    [none] أيام العمل: { $days }. يصل الجواب عادة خلال { $count ->
        [zero] { $count } يوم عمل
        [one] يوم عمل واحد
        [two] يومي عمل
        [few] { $count } أيام عمل
        [many] { $count } يوم عمل
       *[other] { $count } يوم عمل
      }.
   *[other] { $back ->
        [none] غير موجود الآن. ينوب عنه { $deputy }.
       *[other] غير موجود حتى { $back }. ينوب عنه { $deputy }.
    }
  }
standing-in-line = الآن يقرأ { $deputy } ما تكتبه ويجيب عنه.

days-run = من { $first } إلى { $last }

who-sees = من يرى هذا؟
menu = القائمة
quick-exit = خروج سريع
quick-exit-hint = «خروج سريع» يغلق هذه الصفحة ويفتح صفحة أخرى. زر الرجوع لا يعيد هذه الصفحة. لكنها قد تبقى في سجل المتصفح.

help-now = مساعدة الآن
write-label = كتابة رسالة
write-here = الكتابة هنا
send = إرسال
long = هذه رسالة طويلة. لا بأس، كلها تُحفظ.
too-long = هذا أقصى ما تسعه رسالة واحدة. يمكنك إرسالها، ثم متابعة الكتابة في رسالة أخرى.

not-sent = لم تُرسل بعد
kept = محفوظة
read = { $iro ->
    [none] قرأها { $role } الخاص بك
   *[other] قُرئت: { $iro }
  }
read-by = قُرئت: { $reader }
own-menu = تغيير أو سحب
own-why = إذا غيّرتها أو سحبتها، تتغيّر على شاشتك. نحتفظ بنسخة، ويبقى من يقرأ رسائلك قادرًا على رؤيتها.
own-change = تغييرها
own-take-back = سحبها
own-leave = تركها كما هي
own-changing = هذا تغيير لما كتبته.
own-changed = غيّرت هذه
own-gone = سحبت هذه. لم تعد على شاشتك. نحتفظ بنسخة.
their-changed = تغيّرت هذه، من { $reader }
their-gone = سُحبت هذه، من { $reader }.
refused = لم يمكن إرسال هذه. يمكنك كتابتها مرة أخرى.

computer = My IRO، كمبيوتر
you = أنت
duty = في المناوبة اليوم
a-person = شخص
chosen = اخترت هذا
choices = ما يمكنك الضغط عليه
conversation = رسائلك
more-below = المزيد في الأسفل
listen = استماع
listen-stop = إيقاف
today = اليوم
yesterday = أمس

lost = لا يوجد اتصال الآن.
lost-line = يمكنك متابعة الكتابة. تبقى على هذا الجهاز وتُرسل عندما يعود الاتصال.
lost-danger = في خطر؟ اتصل بالرقم { $emergency }
lost-helpline = { $helpline }، مجانًا في أي وقت: { $childline }
starting = لحظة…

no-script = هذه المحادثة تحتاج إلى JavaScript، وهو متوقف في هذا المتصفح.
no-script-help = في خطر؟ اتصل بالرقم { $emergency }. ويمكنك الاتصال بخط { $helpline } مجانًا في أي وقت على { $childline }.

# Inside Telegram.
private-closed = هذه الصفحة الخاصة مغلقة. يمكن فتحها مرة أخرى من محادثتك في Telegram.

# NEEDS CHECKING BY A FLUENT SPEAKER BEFORE USE (conversations/languages.yaml).
# The words around the conversation.

product = My IRO
skip-to-write = إلى مربع الكتابة

iro-role = { $role } الخاص بك
iro-line = أيام العمل: { $days }. يصل الجواب عادة خلال { $count ->
    [one] يوم عمل واحد
    [two] يومي عمل
    [few] { $count } أيام عمل
   *[other] { $count } يوم عمل
  }.

who-sees = من يرى هذا؟
menu = القائمة
quick-exit = خروج سريع
quick-exit-hint = «خروج سريع» يغلق هذه الصفحة ويفتح صفحة أخرى. زر الرجوع لا يعيد هذه الصفحة. لكنها قد تبقى في سجل المتصفح.

help-now = مساعدة الآن
write-label = اكتب رسالة
write-here = اكتب هنا
send = إرسال
long = هذه رسالة طويلة. لا بأس، كلها تُحفظ.
too-long = هذا أقصى ما تسعه رسالة واحدة. أرسلها، ثم أكمل في رسالة أخرى.

not-sent = لم تُرسل بعد
kept = محفوظة
read = { $iro ->
    [none] قرأها { $role } الخاص بك
   *[other] قُرئت: { $iro }
  }
refused = لم يمكن إرسال هذه. يمكنك أن تكتبها مرة أخرى.

computer = My IRO، كمبيوتر
you = أنت
duty = مناوب اليوم
chosen = اخترت هذا
choices = ما يمكنك الضغط عليه
conversation = رسائلك
more-below = المزيد في الأسفل
listen = استمع
listen-stop = توقف
today = اليوم
yesterday = أمس

lost = لا يوجد اتصال الآن.
lost-line = يمكنك أن تكمل الكتابة. تبقى على هذا الجهاز وتُرسل عندما يعود الاتصال.
lost-danger = في خطر؟ اتصل بالرقم { $emergency }
lost-helpline = { $helpline }، مجانًا في أي وقت: { $childline }
starting = لحظة…

no-script = هذه المحادثة تحتاج إلى JavaScript، وهو متوقف في هذا المتصفح.
no-script-help = في خطر؟ اتصل بالرقم { $emergency }. ويمكنك الاتصال بخط { $helpline } مجانًا في أي وقت على { $childline }.

# Inside Telegram.
private-closed = هذه الصفحة الخاصة مغلقة. افتحها مرة أخرى من محادثتك في Telegram.

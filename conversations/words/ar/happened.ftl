# NEEDS CHECKING BY A FLUENT SPEAKER BEFORE USE (conversations/languages.yaml says whether somebody has).

officer-took-it = تمت قراءة ما قلته، من { $who }: شخص حقيقي عمله حماية الصغار والشباب، وهو ينظر في الأمر الآن.
nobody-yet = لم يُجبني أحد بعد. ما زلت أحاول. إذا كنت في خطر، اتصل الآن بالرقم { $emergency }. { worry-interpreter }
concern-closed = انتهى عمل { $who } في هذا الآن. إذا حدث شيء آخر، يمكنك إخباري، أو الاتصال بخط { $childline_name }: { $childline }.
concern-closed-go-on = يمكننا أن نكمل من حيث توقفنا، أو نتوقف هنا. كلاهما حسن.
reminder = مرحبًا، أنا الكمبيوتر المذكور على بطاقتك. يمكننا أن نكمل في أي وقت، أو نتوقف بكلمة «توقف».
request-late = كان يجب أن يصلك جواب قبل الآن. أعتذر. أخبرت المكتب و{ $manager }.
could-not-process = لم أستطع أن أعالج ما كتبته. لذلك سيقرؤه شخص كما هو. إذا كنت في خطر، اتصل بالرقم { $emergency }. { worry-interpreter }
too-fast = هذه رسائل كثيرة. أحتفظ بها كلها وأفحصها كلها. سأجيب مرة أخرى عندما تهدأ الرسائل.
edited = رأيت أنك غيّرت تلك الرسالة. احتفظت بالاثنتين، والجديدة هي المعتمدة.

iro-sees = تصل هذه إلى { $iro_talks }، والجواب عادة حتى { $reply_by }. سأسكت الآن. كلمة «القائمة» تعيدني.

host-person-changed = تغيّرت رسالة إليك من { $who }:
host-person-took-back = سُحبت رسالة إليك من { $who }.
host-sent-beside = مع هذه الرسالة شيء آخر. يمكنك فتحه هنا: { $web_address } سيُطلب منك يوم ميلادك.
host-sent-beside-private = مع هذه الرسالة شيء آخر. يُفتح على صفحة خاصة.
host-sent-beside-card = مع هذه الرسالة شيء آخر. لا أستطيع عرضه إلا ببطاقة جديدة. لطلبها تكفي كتابة: ضاعت بطاقتي
host-person-writes = { $job ->
    [iro] رسالة من { $who }، { $role } الخاص بك:
    [next] رسالة من { $who }، { $role } الخاص بك بعد الآن:
    [deputy] { $iro ->
        [none] رسالة من { $who }، من فريق { $role }:
       *[other] رسالة من { $who }، بالنيابة عن { $iro }:
    }
   *[other] رسالة من { $who }، شخص حقيقي:
}
took-back = حسنًا. سحبت هذا: «{ $said }». يرى شخص أنك سحبته. نحتفظ بنسخة.

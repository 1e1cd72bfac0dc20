# NEEDS CHECKING BY A FLUENT SPEAKER BEFORE USE (conversations/languages.yaml).
# Voice notes, pictures, leaflets.

voice-record = تسجيل رسالة صوتية
voice-asking = المتصفح يسأل عن الميكروفون. للكلام يلزم السماح له.
voice-denied = هذه الصفحة لا تستطيع استعمال الميكروفون. يمكنك تشغيله في المتصفح، أو الكتابة.
voice-no-microphone = لا أجد ميكروفونًا هنا. يمكنك الكتابة.
voice-unsupported = هذا المتصفح لا يستطيع التسجيل. يمكنك الكتابة.
voice-recording = التسجيل يعمل. عند الانتهاء يوقفه زر «إيقاف».
voice-stop = إيقاف
voice-ready = يمكنك سماعها أولًا، ثم إرسالها أو حذفها.
voice-full = هذا أطول ما يمكن. يمكنك إرسالها، ثم تسجيل التالية.
voice-delete = حذف
voice-note = رسالة صوتية
voice-heard = سمعها شخص
file-leaflet = ورقة معلومات
file-drawing = رسمك
file-show = عرض رسمك
file-cannot = لا يمكن تشغيلها الآن
file-cannot-open = لا يمكن فتحها الآن
picture-send = إرسال رسم
picture-too-large = هذه الصورة كبيرة جدًا. تلزم صورة أصغر.

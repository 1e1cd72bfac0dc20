# NEEDS CHECKING BY A FLUENT SPEAKER BEFORE USE (conversations/languages.yaml says whether somebody has).

host-text-waiting = مرحبًا، أنا الكمبيوتر المذكور على بطاقتك. لديك رسالة. لرؤيتها أرسل READ. لإيقاف الرسائل أرسل STOP.
host-text-rest = هناك المزيد. يمكنك قراءته كله هنا: { $link }
host-bell-elsewhere = { $app }: لديك رسالة جديدة. تظهر عند فتح صفحتك.

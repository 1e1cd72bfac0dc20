# NEEDS CHECKING BY A FLUENT SPEAKER BEFORE USE (conversations/languages.yaml says whether somebody has).

have-to-go-no = لا، لا يجوز لأحد أن يجبرك. يمكنك حضور الاجتماع كله، أو جزء منه، أو لا شيء منه. وكلماتك يمكن أن تصل من دونك.
phone-cannot-delete = لا أستطيع مسح هذا، لأن ما قلته محفوظ. لكن أستطيع أن أجعل رسائلي عامة لا تكشف شيئًا.
phone-write-here = هل من الآمن أن تصلك هنا رسائل من { $iro }؟
phone-not-here = حسنًا. سجّلت أن الكتابة إليك هنا ليست آمنة. أما أنت فيمكنك الكتابة إليّ دائمًا.
card-lost-here = لا بأس. تبقى الكتابة هنا ممكنة. على هاتف جديد تلزمك بطاقة جديدة.
card-lost-ask = هل أطلب لك من المكتب بطاقة جديدة؟
card-lost-asked = طلبتها من المكتب. إذا كان الأمر مستعجلًا، فهذا رقم المكتب: { $office_phone }.

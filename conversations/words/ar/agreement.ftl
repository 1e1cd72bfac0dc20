# NEEDS CHECKING BY A FLUENT SPEAKER BEFORE USE (conversations/languages.yaml says whether somebody has).

agreement-way = { $touch_how ->
    [message] رسالة
    [call] مكالمة
   *[visit] زيارة
}
agreement-often = { $touch_weeks ->
    [one] كل أسبوع
    [two] كل أسبوعين
    [few] كل { $touch_weeks } أسابيع
    [many] كل { $touch_weeks } أسبوعًا
   *[other] كل { $touch_weeks } أسبوع
}
choice-see-agreement = { $iro_named ->
        [yes] كيف نبقى على تواصل مع { $iro }
       *[no] كيف نبقى على تواصل مع { $role }
    }
    .symbol = 🤝
    .also = التواصل | اتفاقنا | كيف نتواصل
agreement-is = هذا ما اتفقت عليه مع { $iro }: { agreement-way } { agreement-often }. المرة القادمة: حتى { $touch_next }.
agreement-asked = طلبت { agreement-way } { agreement-often }. لم يصل جواب من { $iro } بعد.
agreement-offered = هذا اقتراح من { $iro } للبقاء على تواصل معك: { agreement-way } { agreement-often }. هل يناسبك؟
choice-agreement-yes = نعم، هذا يناسبني
    .symbol = 👍
    .also = نعم | مناسب | يناسبني | طيب | تمام | حسنا | موافق
choice-agreement-other = أفضّل شيئًا آخر
    .symbol = ✏️
    .also = شيء آخر | لا | غير ذلك
agreement-weeks = كم مرة يناسبك أن يكون التواصل من { $iro } معك؟ أقصد { $iro }، لا أنا.
choice-weeks-two = كل أسبوعين
    .symbol = 📅
choice-weeks-four = كل 4 أسابيع
    .symbol = 🗓️
    .also = كل شهر | مرة في الشهر | شهريا
choice-weeks-six = كل 6 أسابيع
    .symbol = 🗓️
choice-weeks-twelve = كل 12 أسبوعًا
    .symbol = 🗓️
    .also = كل ثلاثة أشهر
agreement-how = بأي طريقة؟
choice-by-message = رسالة هنا
    .symbol = 💬
    .also = رسالة | كتابة
choice-by-call = مكالمة
    .symbol = 📞
    .also = هاتف | تلفون | مكالمة هاتفية
choice-by-visit = زيارة
    .symbol = 🚗
    .also = لقاء
agreement-proposed = أرسلت طلبك إلى { $iro }. قد يأتي الجواب بنعم أو باقتراح آخر، وسأخبرك به.
agreement-yes = الجواب من { $iro } هو نعم: { agreement-way } { agreement-often }، من الآن.
agreement-carer = هل يمكن أن نكتب هذا لمن يرعاك أيضًا؟ هذا فقط، ولا شيء مما قلته. نعم أو لا، كلاهما حسن.
agreement-written = كتبت الاتفاق: { agreement-way } { agreement-often }. تجده دائمًا تحت «المزيد»، ويمكنك تغييره متى شئت.
choice-change-agreement = تغيير هذا
    .symbol = ✏️
    .also = تغيير | اغيره | شيء آخر
choice-check-in-often = كم مرة تسألني أنت
    .symbol = 🤖
    .also = كم مرة تسألني

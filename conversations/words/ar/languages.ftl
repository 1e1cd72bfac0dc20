# NEEDS CHECKING BY A FLUENT SPEAKER BEFORE USE (conversations/languages.yaml says whether somebody has).

language-which = بأي لغة أكتب إليك؟
language-go-on = هل نكمل بالعربية؟
language-now = سأكتب إليك بالعربية حيث عندي الكلمات. أنا لا أترجم كلماتك: تُقرأ كما هي، بكلماتك أنت.
language-english = حسنًا، بالإنجليزية من الآن.
language-other = ليست عندي كلمات بتلك اللغة بعد. يمكنك الكتابة بأي لغة: يقرؤها شخص كما كتبتها.
language-borrowed = عندي هذا بالإنجليزية فقط، ولا أريد أن أخمّن ترجمته. يمكنك طلب مترجم: تكفي كتابة «مترجم».
interpreter-ask = هل أطلب لك مترجمًا؟ المترجم شخص هذا عمله. لن نطلب ذلك من أهلك أو أصدقائك.
interpreter-sent = طلبت لك مترجمًا من { $reader }. سيصلك جواب حتى { $reply_by }.
interpreter-fine = لا بأس. يمكنك طلب ذلك في أي وقت.
choice-lang-ar = العربية
    .symbol = 🌍
    .also = نعم | عربي | بالعربية | arabic
choice-lang-ar-go-on = نعم، بالعربية
    .symbol = 👍
    .also = نعم | عربي | العربية | بالعربية | arabic
choice-lang-en = English
    .symbol = 🌍
    .also = الانجليزية | انجليزي | لا
choice-lang-other = لغة أخرى
    .symbol = 🗺️
choice-language = اللغة / Language
    .symbol = 🌍
    .also = اللغة | لغة | language

# NEEDS CHECKING BY A FLUENT SPEAKER BEFORE USE (conversations/languages.yaml says whether somebody has).

behind-lock-kept = كُتب هذا والمحادثة مقفلة. أوصلته إلى { $iro }. إذا لم يكن منك، يمكنك كتابة ذلك هنا.

not-me-ask = هذه المحادثة لشخص واحد. هل هي لك أنت؟
choice-it-is-me = نعم، هي لي
    .symbol = 🙋
    .also = نعم | انا | لي
choice-somebody-else = لا، لشخص آخر
    .symbol = 🚪
    .also = لا | ليست لي | شخص آخر
not-me-fine = شكرًا. يمكننا أن نكمل.
not-me-closed = حسنًا. أخبرت المكتب أن شخصًا آخر كان هنا.

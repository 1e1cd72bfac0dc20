# NEEDS CHECKING BY A FLUENT SPEAKER BEFORE USE (conversations/languages.yaml says whether somebody has).

sent-voice = أنا كمبيوتر، ولا أستطيع أن أسمع. لكن سيسمعها شخص اليوم: { worry-officer }.{ sent-iro-too } لا يلزم قول ذلك مرة أخرى.
sent-drawing = أنا كمبيوتر، ولا أستطيع أن أراها. لكن سيراها شخص اليوم: { worry-officer }.{ sent-iro-too }
sent-voice-answer = احتفظت برسالتك الصوتية جوابًا. لا أستطيع سماعها، لكن يسمعها اليوم { worry-officer }.{ sent-iro-too }
sent-drawing-answer = احتفظت برسمك جوابًا. لا أستطيع رؤيته، لكن يراه اليوم { worry-officer }.{ sent-iro-too }
sent-iro-too = { $iro_hears ->
    [yes] {" "}ثم يصل ذلك إلى { $iro } أيضًا.
   *[no] {""}
}
sent-lost = لم يصلني هذا، وليس الذنب ذنبك. سيسألك شخص عنه اليوم. يمكنك كتابته، أو إرسال شيء أقصر.
sent-no-pictures = لا أستطيع استقبال الصور ومقاطع الفيديو. قد تُظهر أكثر مما أردت، مثل وجهك أو مكان سكنك. من الأفضل عدم إرسالها مرة أخرى. يمكنك قول ذلك بالكلمات. وسيعرف { worry-officer } بأنك حاولت.
was-heard = { $sent ->
    [drawing] تمت رؤية ما أرسلته، من { $who }. شكرًا لك.
   *[voice] تم سماع رسالتك الصوتية، من { $who }. شكرًا لك.
}
sent-your-voice = رسالتك الصوتية
sent-your-drawing = رسمك
sent-too-many = هذا أكثر مما أستطيع حفظه في ساعة. لم أحفظ الأخير. { worry-officer } يعرف أنك أرسلت المزيد. يمكنك أن تكتب لي، أو تحاول بعد ساعة.

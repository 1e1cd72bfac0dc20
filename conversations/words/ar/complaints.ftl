# NEEDS CHECKING BY A FLUENT SPEAKER BEFORE USE (conversations/languages.yaml says whether somebody has).

complain-right = الشكوى حقك. لن يغيّر ذلك طريقة التعامل معك.
complain-goes = كلماتك هنا لا تظهر لـ { $iro }. تصل إلى { $manager }، من إدارة فريق { $role }.
complain-about = عمّن أو عن أي شيء شكواك؟ يمكنك الضغط على واحد، أو الكتابة.
choice-about-iro = { $role } الخاص بي
    .symbol = 🧑
    .also = مسؤول المراجعة | مسؤولة المراجعة | iro
choice-about-worker = الأخصائي الاجتماعي
    .symbol = 👤
    .also = الاخصائية الاجتماعية | العامل الاجتماعي | العاملة الاجتماعية | الباحثة الاجتماعية | السوشال | social worker
choice-about-home = المكان الذي أسكن فيه
    .symbol = 🏠
    .also = السكن | البيت | مكان سكني
choice-about-other = شيء آخر
    .symbol = ✏️
    .also = غير ذلك | شخص آخر
complain-words = ما الذي بودّك قوله؟ بكلماتك أنت، وبأي لغة.
choice-advocate-first = أتكلم مع مناصر أولًا
    .symbol = 🗣️
    .also = مناصر | المناصر أولا
complain-kept = وصلني هذا، بكلماتك أنت.
complain-how = كيف بودّك أن نتعامل معه؟
choice-just-sort = فقط أصلحوا الأمر
    .symbol = 🔧
    .also = اصلاح الامر | حل المشكلة | اصلحوه
choice-make-formal = شكوى رسمية
    .symbol = 📄
    .also = رسمية | رسمي | اجعلها رسمية
choice-other-iro = { $role } غيره
    .symbol = 🔄
    .also = مسؤول مراجعة آخر | مسؤولة مراجعة أخرى | غيره | غيرها
choice-talk-first = أتكلم مع أحد أولًا
    .symbol = 💬
    .also = اتكلم اولا | الكلام مع أحد أولا
complain-read = { $complaint_to ->
    [none] هذا ما سيصل إلى المكتب، بكلماتك: «{ $complaint_words }»
    هل هو صحيح؟ يمكنك كتابة المزيد.
   *[other] هذا ما سيصل إلى { $complaint_to }، بكلماتك: «{ $complaint_words }»
    هل هو صحيح؟ يمكنك كتابة المزيد.
}
choice-thats-right = هذا صحيح
    .symbol = ✅
    .also = نعم | صحيح | صح | مضبوط | ارسلها | لا | لا شيء | هذا كل شيء | خلص
choice-say-again = أقولها بكلمات أخرى
    .symbol = ✏️
    .also = بكلمات أخرى | تغيير | اكتبها من جديد
complain-added = أضفت هذا، بكلماتك.
complain-anything-else = هل هناك شيء آخر؟
complain-again = يمكنك كتابتها الآن كما يناسبك. سيحلّ ذلك محلّ ما كتبته من قبل.
complain-by = { $complaint_to ->
    [none] يجب أن يصلك جواب حتى { $complaint_by }. وإذا لم يصل، فسأخبرك، وتنتقل الشكوى إلى مرحلة أعلى.
   *[other] يجب أن يصلك جواب من { $complaint_to } حتى { $complaint_by }. وإذا لم يصل، فسأخبرك، وتنتقل الشكوى إلى مرحلة أعلى.
}
complain-advocate = يمكن لمناصر (advocate) مساعدتك في هذا مجانًا. المناصر لا يعمل لدى المجلس المحلي. هل أطلب لك واحدًا؟
complain-any-time = حسنًا. بكتابة «شكواي» في أي وقت يمكنك الإضافة إليها أو جعلها رسمية.
complain-one-already = لديك شكوى مفتوحة من قبل. هذا وضعها الآن.

complaint-nothing = ليست لديك شكوى مفتوحة الآن.
complaint-make-one = هل بودّك تقديم شكوى؟
complaint-stands = { $complaint_state ->
    [answered] { $complaint_answer ->
        [none] وصلك جواب في { $complaint_on }. إذا لم يُحلّ الأمر، لا يلزم أن ينتهي هنا.
       *[other] جواب { $complaint_to } في { $complaint_on }: «{ $complaint_answer }»
        إذا لم يُحلّ الأمر، لا يلزم أن ينتهي هنا.
    }
    [late] { $complaint_to ->
        [none] لم يصل جواب حتى { $complaint_by }. أعتذر عن ذلك.
       *[other] لم يصل جواب حتى { $complaint_by }. أعتذر عن ذلك. شكواك الآن عند { $complaint_to }.
    }
   *[open] { $complaint_who ->
        [none] { $complaint_to ->
            [none] وصلت شكواك إلى المكتب. يجب أن يأتيك الجواب حتى { $complaint_by }.
           *[other] شكواك الآن عند { $complaint_to }، ويجب أن يأتيك الجواب حتى { $complaint_by }.
        }
       *[other] من ينظر في شكواك: { $complaint_who }. يجب أن يصلك جواب حتى { $complaint_by }.
    }
}
complaint-ended = { $complaint_result ->
    [taken_back] انتهى الأمر في { $complaint_on }، كما طلبت.
   *[other] { $complaint_answer ->
        [none] انتهى الأمر في { $complaint_on }، وقيل لك ما تقرر.
       *[other] انتهى الأمر في { $complaint_on }. كلمات { $complaint_to }: «{ $complaint_answer }»
    }
}
complaint-closed = { $complaint_result ->
    [taken_back] انتهى الأمر، كما طلبت.
   *[other] هذا ما تقرر. الأمر مغلق الآن.
}
complaint-over = { $kind ->
    [change_iro] ألا يرضيك ذلك؟ يمكنك تقديم شكوى.
   *[complaint] { $next ->
        [stage_1] ألا يرضيك ذلك؟ يمكنك جعل الشكوى رسمية.
        [stage_2] ألا يرضيك ذلك؟ يمكن أن تنتقل الشكوى إلى مرحلة أعلى، وينظر فيها شخص جديد.
        [stage_3] ألا يرضيك ذلك؟ يمكن أن تنتقل إلى مرحلة أعلى، وينظر فيها ثلاثة أشخاص من خارج المجلس المحلي.
       *[none] ألا يرضيك ذلك؟ يمكنك الذهاب إلى أمين المظالم (Ombudsman)، وهو ليس من المجلس المحلي.
    }
}
choice-ombudsman = أمين المظالم (Ombudsman)
    .symbol = 🏛️
    .also = امين المظالم | خارج المجلس
complaint-ombudsman = أمين المظالم (Local Government and Social Care Ombudsman) يراقب المجالس المحلية وليس منها، وهذا مجاني.
    تكفي كلماتك أنت: الهاتف { $ombudsman } أو الموقع { $ombudsman_site }. ويمكن أن يساعدك مناصر.
complaint-ombudsman-later = في الغالب يطلبون أن تمر الشكوى أولًا بكل مرحلة هنا.
complaint-what = ماذا بودّك أن نفعل؟
choice-add-words = إضافة شيء
    .symbol = ➕
    .also = اضافة | اضيف شيئا | المزيد
choice-go-up = { $next ->
    [stage_1] جعلها رسمية
   *[other] إلى مرحلة أعلى
}
    .symbol = ⬆️
    .also = مرحلة اعلى | الخطوة التالية | رسمية
complaint-add = ما الذي بودّك إضافته؟ سيُضاف بكلماتك كما هي.
complaint-gone-up = { $complaint_stage ->
    [stage_1] { $complaint_to ->
        [none] أصبحت الآن شكوى رسمية. يجب أن يصلك جواب حتى { $complaint_by }.
       *[other] أصبحت الآن شكوى رسمية عند { $complaint_to }. يجب أن يصلك جواب حتى { $complaint_by }.
    }
    [stage_2] سينظر فيها الآن شخص لم تكن له علاقة بالأمر. يجب أن يصلك جواب حتى { $complaint_by }.
   *[stage_3] ينظر فيها الآن ثلاثة أشخاص من خارج المجلس المحلي. موعد اجتماعهم حتى { $complaint_by }.
}
complaint-moved = { $complaint_stage ->
    [longer] تحتاج شكواك عند { $complaint_to } إلى وقت أطول. أعتذر عن ذلك. يجب أن يصلك جواب حتى { $complaint_by }.
    [looked_at] من ينظر في شكواك الآن: { $complaint_who }. يجب أن يصلك جواب حتى { $complaint_by }.
    [stage_1] أصبحت الآن شكوى رسمية عند { $complaint_to }. يجب أن يصلك جواب حتى { $complaint_by }.
    [stage_2] انتقلت إلى مرحلة أعلى. سينظر فيها شخص لم تكن له علاقة بالأمر. يجب أن يصلك جواب حتى { $complaint_by }.
   *[stage_3] انتقلت إلى مرحلة أعلى. ينظر فيها ثلاثة أشخاص من خارج المجلس المحلي. موعد اجتماعهم حتى { $complaint_by }.
}
complaint-seen = تمت قراءة ما كتبته، من { $complaint_to }. يجب أن يصلك جواب حتى { $complaint_by }.
complaint-news = عندي خبر عن شيء سألت عنه. عندما لا يكون أحد بجانبك، تكفي كتابة «أخباري».
complaint-late = { $complaint_was ->
    [none] كان يجب أن يصلك جواب حتى { $was_for }، ولم يصل. أعتذر عن ذلك.
   *[other] كان يجب أن يصلك جواب من { $complaint_was } حتى { $was_for }، ولم يصل. أعتذر عن ذلك.
}
complaint-late-now = { $complaint_stage ->
    [up] { $complaint_to ->
        [none] انتقلت الشكوى إلى مرحلة أعلى. هي رسمية الآن، ويجب الجواب عنها حتى { $complaint_by }.
       *[other] انتقلت الشكوى إلى مرحلة أعلى. هي رسمية الآن عند { $complaint_to }، ويجب الجواب حتى { $complaint_by }.
    }
    [change] أخبرت المديرين أنك ما زلت في الانتظار. ويمكنك طلب مناصر في أي وقت.
   *[same] { $complaint_to ->
        [none] المديرون يعرفون ذلك. يمكن نقل الشكوى إلى مرحلة أعلى بكتابة «شكواي».
       *[other] الجواب الآن على { $complaint_to }. يمكن نقل الشكوى إلى مرحلة أعلى بكتابة «شكواي».
    }
}
complaint-answered-ready = هناك جواب عن شيء سألت عنه. هل بودّك رؤيته الآن؟
complaint-sorted = وصلك جواب. هل حُلّ الأمر الآن؟
complaint-sorted-good = جيد. إذا ساء الأمر مرة أخرى، فأنا هنا في أي وقت.
complaint-think = لا بأس، على مهلك. تكفي كتابة «شكواي» متى شئت.
complaint-not-sorted = حسنًا. سنخبرهم أن الأمر لم يُحلّ. لا يلزم أن ينتهي الأمر هنا.

different-iro = يمكنك طلب { $role } غيره، ولا يلزم ذكر السبب.
different-iro-who = القرار عند { $manager }، من إدارة فريق { $role }. وكلماتك هنا لا تظهر لـ { $iro }.
different-iro-words = ما الذي يجب أن يصل إلى { $manager }؟ بكلماتك أنت، أو الطلب وحده.
choice-no-reason = الطلب وحده، بلا سبب
    .symbol = 📨
    .also = الطلب وحده | بلا سبب | بدون سبب | نعم
different-iro-wish = هل هناك شيء يهمك فيمن يأتي بعده؟
choice-nothing-else = لا شيء آخر
    .symbol = ➖
    .also = لا | لا شيء | هذا كل شيء | لا فرق
different-iro-by = { $complaint_to ->
    [none] أرسلت طلبك. يجب أن يصلك جواب بنعم أو لا، مع السبب، حتى { $complaint_by }. قد لا يحصل ذلك.
   *[other] أرسلت طلبك إلى { $complaint_to }. يجب أن يصلك جواب بنعم أو لا حتى { $complaint_by }. قد لا يحصل ذلك.
}
different-worker = يمكنك طلب أخصائي اجتماعي آخر أو أخصائية أخرى، ولا يلزم ذكر السبب.
different-worker-who = سيصل طلبك مع { $iro } إلى مدير ذلك الفريق، والقرار عند المدير. وسيصل إلى { $iro } ما كتبته.
different-worker-words = ما الذي يجب أن يصل إليهم من { $iro }؟ بكلماتك أنت، أو الطلب وحده.
different-worker-wish = هل هناك شيء يهمك فيمن يأتي بعده؟
different-worker-sent = وصل هذا إلى { $iro }. سيصلك المزيد حتى { $reply_by }. لا أستطيع أن أعدك بأن ذلك سيحصل.

### The words of the room `admin`: its pages, messages and errors.

## البداية
home-empty-title = ابدأ بما لديك
home-empty-text = أربع خطوات تنقلك من ملف نظامك الحالي إلى رف معدود.
home-morning = صباح الخير، { $name }
home-afternoon = طاب نهارك، { $name }
home-evening = مساء الخير، { $name }
home-waiting = { $count ->
    [0] لا شيء ينتظرك
    [zero] لا شيء ينتظرك
    [one] أمر واحد ينتظرك
    [two] أمران ينتظرانك
    [few] { $count } أمور تنتظرك
    [many] { $count } أمرًا ينتظرك
   *[other] { $count } أمر ينتظرك
}
home-nothing = لا شيء ينتظرك
    .hint = ستظهر هنا عمليات الجرد المنتظرة للمراجعة والبضائع في الطريق والملفات التي تحتاج إلى تصحيح.
home-today = اليوم
home-new-count = جرد جديد
home-figures = الأرقام الرئيسية
home-figures-at = حتى { $time }
home-value = قيمة المخزون، ومعه ما في الطريق
home-value-through = مُقيَّم حتى { $time }
home-units = الوحدات الموجودة
    .note = دون ما هو في الطريق
home-variants = المتغيرات
    .note = غير المؤرشفة
home-out = نفد من المخزون
    .note = كان هنا ولم يبق ما يُباع
    .anywhere = في متجر واحد على الأقل
home-counts = عمليات الجرد المفتوحة
    .note = مخططة أو جارية أو للمراجعة
home-moves = حركات اليوم
home-moves-note = { $count ->
    [zero] الأكثر في 14 يومًا: { $count }
    [one] الأكثر في 14 يومًا: واحدة
    [two] الأكثر في 14 يومًا: اثنتان
    [few] الأكثر في 14 يومًا: { $count }
    [many] الأكثر في 14 يومًا: { $count }
   *[other] الأكثر في 14 يومًا: { $count }
}
home-chart = الحركات في آخر 14 يومًا
home-chart-day = اليوم
home-chart-today = اليوم
home-chart-summary = أعمدة للحركات حسب اليوم والمتجر. أكثر الأيام حركةً { $day } بعدد { $count }.
home-wrong = يحتاج إلى نظرة
home-look = عرض
home-proof-failed = { $count ->
    [zero] الدفاتر لا تتطابق
    [one] الدفاتر لا تتطابق: سجل واحد خاطئ
    [two] الدفاتر لا تتطابق: سجلان خاطئان
    [few] الدفاتر لا تتطابق: { $count } سجلات خاطئة
    [many] الدفاتر لا تتطابق: { $count } سجلًا خاطئًا
   *[other] الدفاتر لا تتطابق: { $count } سجل خاطئ
}
home-negative = { $count ->
    [zero] لا رصيد تحت الصفر
    [one] رصيد واحد تحت الصفر
    [two] رصيدان تحت الصفر
    [few] { $count } أرصدة تحت الصفر
    [many] { $count } رصيدًا تحت الصفر
   *[other] { $count } رصيد تحت الصفر
}
home-negative-fact = خرج أكثر مما سُجّل دخوله. عُدّها، أو سجّل ما وصل.
home-review = راجع الجرد «{ $name }»
home-review-do = مراجعة
home-transfer = استلم التحويل { $code }
home-transfer-do = استلام
home-to = إلى
home-shipped = أُرسل { $day }
home-import-ready = استورد { $name }
home-import-ready-fact = فُحص؛ لا يُكتب شيء قبل أن تأذن.
home-import-rows = { $count ->
    [zero] لا صفوف للتصحيح في { $name }
    [one] صحّح صفًا واحدًا من { $name }
    [two] صحّح صفين من { $name }
    [few] صحّح { $count } صفوف من { $name }
    [many] صحّح { $count } صفًا من { $name }
   *[other] صحّح { $count } صف من { $name }
}
home-import-rows-fact = وُضعت جانبًا؛ وكل ما عداها أُدخل.
home-import-rows-do = تصحيح
home-count = عُدّ «{ $name }»
home-count-do = عدّ
home-steps = الخطوات الأولى
home-step-done = تم
home-step-store = افتح متجرك الأول
    .text = منطقته الزمنية تحدد متى ينتهي اليوم، وأماكنه تحدد أين توجد الأشياء.
    .do = فتح متجر
home-step-items = أدخل أصنافك
    .text = خذ الملف الذي يصدّره نظامك الحالي. ترى ما سيتغير قبل أن يتغير شيء.
    .do = استيراد ملف
home-step-stock = سجّل ما على الرفوف
    .text = يكفي استيراد المخزون، أو استلام لكل توريد.
    .do = استلام بضائع
home-step-count = عُدّ رفًا
    .text = خطّط لجرد، وامشِ به مع الهاتف، ثم اعتمد الفروق.
    .do = تخطيط جرد

## الحساب
account-title = حسابك
account-role = الدور
account-business = المنشأة
account-businesses = المنشآت
account-business-do = العمل هنا
account-profile = أنت
account-language-business = كما في المنشأة
account-language-browser = كما يطلب المتصفح
account-password-current = كلمة المرور الحالية
account-password-new = كلمة المرور الجديدة
account-password-again = كلمة المرور الجديدة مرة أخرى
account-password-hint = 12 حرفًا على الأقل. أربع كلمات لا رابط بينها سهلة الحفظ صعبة التخمين.
account-password-do = تغيير كلمة المرور
account-password-changed = تغيّرت كلمة مرورك. سُجّل الخروج من كل جهاز آخر.
account-everywhere = الخروج من كل مكان
account-everywhere-text = ينهي كل جلساتك، على هذا الجهاز وعلى غيره.
account-everywhere-do = الخروج من جميع الأجهزة
password-too-short = كلمة المرور فيها { $min } حرفًا على الأقل. أضف كلمة أو كلمتين.
password-wrong = هذه ليست كلمة مرورك الحالية.
password-same = هذه كلمة مرورك الحالية. اختر غيرها.
password-not-again = هذه تختلف عن كلمة المرور الجديدة أعلاه. اكتبهما مرة أخرى.
password-once = اكتبها أو سلّمها الآن: تُعرض هذه المرة فقط ولا تُحفظ في أي مكان.
password-once-done = سلّمتها

## الأشخاص
people-lead = من يُسمح له بالدخول، وما يجوز له هنا.
people-add = إضافة شخص
people-add-lead = يسجّل الدخول ببريده وبكلمة مرور أولى تسلّمها له.
people-add-effect = يستطيع الدخول فورًا.
people-add-do = إضافة
people-email-hint = من يعمل هنا في منشأة أخرى يحتفظ بكلمة مروره.
people-added = يستطيع { $name } تسجيل الدخول
people-added-known = يستطيع { $email } الدخول بالاسم وكلمة المرور اللذين لديه.
people-you = أنت
people-joined = هنا منذ
people-state = الدخول
people-disabled = ممنوع من الدخول
people-role-legend = ما يجوز له
people-role-do = تغيير الدور
people-role-changed = أصبح لـ{ $name } دور آخر من الآن.
people-password = كلمة المرور
    .text = لمن نسي كلمته. يحصل على كلمة جديدة ويُسجّل خروجه من كل مكان.
people-password-do = إنشاء كلمة مرور جديدة
people-password-set = أصبح لـ{ $name } كلمة مرور جديدة
people-disable = منع الدخول
    .text = يُسجّل خروجه فورًا من كل جهاز ويُمنع من هذه المنشأة حتى تسمح له مرة أخرى.
people-disabled-done = مُنع { $name } من الدخول.
people-enable = السماح بالدخول مجددًا
    .text = بكلمة المرور والدور السابقين.
people-enabled-done = يستطيع { $name } الدخول مجددًا.
people-remove = إزالة من هذه المنشأة
    .text = ما فعله يبقى في السجلات باسمه. ويمكنك إضافته مرة أخرى.
people-removed = لم يعد { $name } هنا.
people-self = هذا أنت. يستطيع مالك آخر تغيير دورك أو منعك؛ أما اسمك وكلمة مرورك ففي حسابك.
person-self = لا يمكنك فعل هذا بنفسك. اطلبه من مالك آخر.
person-last-owner = هذا آخر مالك يستطيع الدخول. اجعل شخصًا آخر مالكًا أولًا.
person-elsewhere = يعمل في منشأة أخرى أيضًا، فلا يغيّر كلمة مروره سواه.
person-email-taken = هذا العنوان لشخص آخر.
member-already = هو هنا بالفعل.

## الإعدادات
settings-stores =
    .note = المتاجر والمستودعات وأماكنها
settings-people =
    .note = من يدخل وما يجوز له
settings-imports =
    .note = ملفات من أنظمة أخرى
settings-verify =
    .note = يعيد جمع كل حركة
settings-account =
    .note = اللغة والمظهر وكلمة المرور
settings-api = واجهة البرمجة
    .note = وصفها، للبرامج
settings-business = هذه المنشأة
settings-name = الاسم
settings-language-hint = لمن لم يختر لغة.
settings-zone = المنطقة الزمنية
    .hint = حيث لا يُقصد متجر، مثل Asia/Riyadh. ولكل متجر منطقته.
settings-currency = العملة
    .hint = بها كل التكاليف والأسعار، فتبقى كما هي.
settings-base = بداية الروابط في الرموز المطبوعة
    .hint = مثل https://id.example.com. المطبوع لا يتغير بعد ذلك: اختر عنوانًا ستحتفظ به.
settings-one-person = شخص واحد يفعل كل شيء
    .hint = عندها يستطيع من يعدّ أن يعتمد بنفسه، بعد نظرة ثانية ومع سبب. ويُذكر ذلك في السجلات.
one-person-owner = لا يغيّر هذا إلا مالك: فهو يسمح باعتماد المرء لما عدّه بنفسه.
public-base-https = ابدأ بـ https://
public-base-host = اكتب اسم المضيف بأحرف صغيرة، مثل id.example.com: بلا منفذ ولا رقم ولا اسم مستخدم.
public-base-path = يجوز في المسار أحرف صغيرة وأرقام وشرطات، مثل /shop.

# $expected, $found (String): مبالغ أو كميات
proof-cost-differs = الحاصل { $expected }، والمكتوب { $found }.
# $expected, $found (String): كميات
proof-cost-quantity-differs = الموجود هناك { $expected }، والمقوَّم أو المنتظر { $found }.
## إثبات الدفاتر
proof-lead = يعيد جمع الدفتر ويقارنه بكل ما هو محفوظ.
proof-now = أثبت الآن
proof-under-way = إثبات قيد التنفيذ.
proof-none = لم يُثبت قط
    .hint = يقرأ الإثبات كل حركة ولا يوقف عمل أحد.
proof-history = الإثباتات
proof-of = إثبات { $time }
proof-clean = الدفاتر صحيحة
    .text = نجح كل فحص، على كل سجل.
# $time (String): from when on
proof-clean-since = ما سُجّل منذ { $time } صحيح
    .text = وكذلك كل ما مسّه، من أول حركة له. وما لم يُنظر فيه مذكور أدناه.
proof-unseen = ما لم يُنظر فيه
proof-unseen-before = ما سُجّل قبل ذلك، إلا ما تحرّك مخزونه بعده.
proof-unseen-still = المخزون الذي لم يتحرك منذ ذلك الحين: رصيده وما وُعد به منه ودفعاته وقيمته.
proof-unseen-days = مجاميع التكلفة اليومية.
proof-unseen-own = هل كل ما تذكره الدفاتر يخص هذه المنشأة.
proof-untouched = لا شيء منذ ذلك الحين
proof-start = إثبات الدفاتر
proof-extent = ما يُثبت
proof-extent-all = كل شيء
    .hint = من أول حركة.
proof-extent-last = منذ آخر إثبات سليم
    .hint = ما لم ينظر فيه أي إثبات سليم بعد. وإن لم يوجد، أو وجد الأخير خطأ: كل شيء.
proof-extent-day = منذ يوم معيّن
    .hint = ما سُجّل منذ ذلك الحين وكل ما مسّه.
# $time (String): from when on
proof-extent-since = منذ { $time }
proof-since-day = اليوم
proof-wrong = { $count ->
    [zero] لا سجل خاطئ
    [one] سجل واحد خاطئ
    [two] سجلان خاطئان
    [few] { $count } سجلات خاطئة
    [many] { $count } سجلًا خاطئًا
   *[other] { $count } سجل خاطئ
}
    .text = أوائلها من كل نوع أدناه. لا يسمح النظام بتغيير هذه السجلات: كتب شخص أو شيء في قاعدة البيانات نفسها.
proof-checks = ما فُحص
proof-check = الفحص
proof-examined = السجلات المقروءة
proof-took = المدة
proof-took-less = أقل من ثانية
proof-took-seconds = { $count ->
    [zero] أقل من ثانية
    [one] ثانية واحدة
    [two] ثانيتان
    [few] { $count } ثوانٍ
    [many] { $count } ثانية
   *[other] { $count } ثانية
}
proof-outcome = النتيجة
proof-right = صحيح
proof-wrong-rows = { $count ->
    [zero] لا خطأ
    [one] خطأ واحد
    [two] خطآن
    [few] { $count } أخطاء
    [many] { $count } خطأً
   *[other] { $count } خطأ
}
proof-more = { $count ->
    [zero] لا غيرها.
    [one] وواحد آخر خاطئ.
    [two] واثنان آخران خاطئان.
    [few] و{ $count } أخرى خاطئة.
    [many] و{ $count } أخرى خاطئة.
   *[other] و{ $count } أخرى خاطئة.
}
proof-what = ما الخطأ
proof-key = أين
proof-seq = الرقم التسلسلي
proof-posting = القيد
proof-operation = كتبه

proof-sequence = التسلسل
    .hint = حركات الصنف في كل مكان مرقمة بلا فجوات، وكل رصيد ينتج عما قبله.
proof-chain = سلسلة الحركات
    .hint = تحمل كل حركة بصمة الحركة التي قبلها.
proof-balance = الأرصدة
    .hint = المحفوظ كموجود هو ما تركته آخر حركة.
proof-double-entry = القيد المزدوج
    .hint = ما يأخذه كل قيد من مكان يضعه في آخر.
proof-posting-hash = القيود
    .hint = بصمة كل قيد تشمل كل ما فيه وكل حركاته.
proof-promise = الوعود
    .hint = ما يجوز لكل متجر بيعه هو المتاح في أماكنه.
proof-reserved = المحجوز
    .hint = الموعود به من كل صنف هو المفتوح من حجوزاته.
proof-shortage = النواقص
    .hint = ما وُعد به فوق المخزون مسجل نقصًا.
proof-cost-entries = قيود القيمة
    .hint = يترك كل قيد ما تركه القيد السابق مضافًا إليه هو نفسه.
proof-cost-pools = قيمة المخزون
    .hint = قيمة المخزون هي مجموع قيوده، وهي أيضًا ما بقي من طبقاته.
proof-cost-layers = طبقات التكلفة
    .hint = خرج من كل طبقة ما دخلها بالضبط، عدا ما بقي منها.
proof-cost-quantity = المخزون المقوَّم
    .hint = ما قُوِّم وما ينتظر التقويم هو الموجود في المتاجر.
proof-cost-days = تكاليف الأيام
    .hint = مجاميع كل يوم هي مجاميع قيوده.
proof-floor = لا شيء تحت الصفر
    .hint = لا يقل أي موضع عن الصفر إلا حيث يُسمح بذلك أو يثبته الجرد.
proof-transit = في الطريق
    .hint = ما هو في الطريق إلى كل متجر هو ما تقوله تحويلاته.
proof-own = كله ملكها
    .hint = ما تذكره الدفاتر من متاجر وأماكن وأصناف ودفعات يخص هذه المنشأة.
proof-late = ما قُيّد متأخرًا
    .hint = ما قُيّد بعد حدوثه مدوَّن مع وقت حدوثه.
proof-counted = الجرد
    .hint = وقت آخر جرد لمكان هو وقت آخر جرد قائم له.
proof-seal = الأختام
    .hint = كل ختم موقّع من هذا النظام ويذكر ما قبله ويشمل سجلاته.
proof-sealed-rows = السجلات المختومة
    .hint = كل قيد مختوم أو على وشك ذلك، ولا سجل مختوم مفقود.
proof-audit = السجلات
    .hint = من فعل ماذا، كما كُتب.

proof-sequence-gap = ينبغي أن يكون هنا الرقم { $expected }، والموجود { $found }.
proof-running-balance = ينبغي أن يكون الرصيد بعد هذه الحركة { $expected }، والمكتوب { $found }.
proof-hash = ينبغي أن تبدأ البصمة بـ { $expected }، والمكتوب { $found }. تغيّر شيء في هذا السجل.
proof-balance-differs = بحسب الدفتر ينبغي أن يوجد { $expected }، والمحفوظ { $found }.
proof-balance-orphan = المحفوظ كموجود { $found }، ولم يتحرك هنا شيء قط.
proof-balance-missing = بحسب الدفتر ينبغي أن يوجد { $expected }، ولا شيء محفوظ.
proof-legs-missing = في هذا القيد { $found } حركات، وقد كُتب بعدد { $expected }.
proof-not-balanced = حركات سطر مجموعها { $found } وليس { $expected }.
proof-legs-orphan = هذه الحركات لا تتبع أي قيد.
proof-promise-differs = المتاح في المتجر { $expected }، وبحسب سجله يجوز بيع { $found }.
proof-reserved-differs = المفتوح من الحجوزات { $expected }، والسجل يقول إن الموعود به { $found }.
proof-shortage-differs = الموعود به زائد بمقدار { $expected }، والمسجل نقصًا { $found }.
proof-below-floor = يوجد { $found } حيث لا يجوز أن يكون شيء تحت الصفر.
proof-transit-differs = في الطريق { $expected } بحسب السجل؛ والتحويلات تقول { $found }.
proof-late-differs = فيما قُيّد متأخرًا تقول الحركة { $expected } ويقول ملحقها { $found }.
proof-of-nobody = يُذكر هنا ما لا تملكه هذه المنشأة.
proof-late-orphan = ملحق لقيد متأخر بلا حركة.
proof-counted-differs = آخر جرد كان في { $expected }، والمكتوب { $found }.
proof-seal-missing = ختم قبل الرقم { $number } مفقود أو استُبدل.
proof-seal-forged = الختم { $number } ليس موقّعًا بمفتاح هذا النظام.
proof-seal-broken = السجلات تحت الختم { $number } ليست التي صُنع عليها.
proof-row-changed = تغيّر هذا السجل بعد كتابته.
proof-row-gone = سجل مختوم مفقود.

## The words of the room `admin`: its pages, messages and errors.

## Imports: what is wrong with a file
import-file-empty = هذا الملف فارغ. صدّره مرة أخرى وتأكد من أنه يحتوي على صفوف.
import-file-no-rows = يحتوي هذا الملف على أسماء أعمدة دون صفوف تحتها. صدّره مرة أخرى مع صفوفه.
import-file-spreadsheet = هذا جدول بيانات ({ $kind }) وليس ملف CSV. افتحه واختر «حفظ باسم» ثم «CSV UTF-8» واستورد الملف الناتج.
import-file-pdf = هذا مستند PDF ولا يمكن قراءته كجدول. صدّر البيانات بصيغة CSV بدلاً منه.
import-file-archive = هذا أرشيف مضغوط ({ $kind }). فك ضغطه واستورد ملف CSV الموجود داخله.
import-file-picture = هذه صورة ({ $kind }) وليست جدولاً. اختر ملف CSV الذي يصدّره نظامك.
import-file-markup = هذا ملف { $kind } وليس CSV مهما كان اسمه. افتحه في برنامج جداول واحفظه بصيغة «CSV UTF-8».
import-file-binary = هذا ليس ملفاً نصياً: يحتوي السطر { $line } على بايتات لا توجد في أي نص. احفظ الجدول بصيغة «CSV UTF-8» وحاول مجدداً.
import-file-unreadable = تعذرت قراءة الملف حتى نهايته. ارفعه مرة أخرى.
import-file-one-column = عُثر على عمود واحد فقط. يجب أن تفصل بين الأعمدة فاصلة أو فاصلة منقوطة أو علامة جدولة أو خط عمودي.
import-file-too-many-columns = عدد أعمدة هذا الملف { $count }، والحد الأقصى { $limit }. احذف الأعمدة غير اللازمة.
import-file-too-many-rows = يحتوي هذا الملف على أكثر من { $limit } صف. قسّمه واستورد أجزاءه واحداً تلو الآخر.
import-columns-missing = حدد الأعمدة المطلوب قراءتها: لم يُربط شيء بالحقول { $columns }.
import-mapping-stale = يقرأ الربط المحفوظ عموداً باسم «{ $column }» غير موجود في هذا الملف. اربط الأعمدة من جديد.
import-not-this-source = هذا ليس ملفاً من { $wanted }، بل يبدو من { $found }. اختر المصدر الصحيح أو دعه يُكتشف تلقائياً.
import-not-this-kind = لا يمكن استيراد ملف من { $found } على أنه { $wanted ->
    [catalog] أصناف
    [inventory] مخزون
   *[other] مبيعات
}. اختر ما يحتويه.
import-kind-unclear = لا توضح الأعمدة هل يحتوي هذا الملف على أصناف أم مخزون أم مبيعات. اختر واحداً.
import-dates-ambiguous = في العمود «{ $column }» يمكن قراءة كل تاريخ بطريقتين: «{ $sent }» يعني { $first } أو { $second }. حدد الصحيح منهما.
import-dates-mixed = في العمود «{ $column }» تبدأ بعض التواريخ باليوم («{ $first }») وأخرى بالشهر («{ $second }»). حدد الصحيح أو اكتبها كلها بالطريقة نفسها.

## Imports: what is wrong with a row
import-row-too-many-cells = يحتوي هذا الصف على { $cells } خلية بينما عدد الأعمدة { $columns }. يجب وضع النص الذي يحتوي على الفاصل بين علامتي اقتباس.
import-row-too-few-cells = يحتوي هذا الصف على { $cells } خلية بينما عدد الأعمدة { $columns }. ربما قطعه سطر جديد داخل نص.
import-row-total = يبدو هذا مجموع الجدول: اترك هذا الصف.
import-quote-unclosed = تبدأ هنا علامة اقتباس نصاً ولا تنهيه أخرى. أضف علامة الإغلاق، أو كرر العلامة الموجودة داخل النص.
import-cell-too-long = إحدى خلايا هذا الصف أكبر من { $limit } كيلوبايت. اختصرها، أو لعل علامة اقتباس ناقصة.
import-text-too-long = هذا طويل جداً. الحد الأقصى للأحرف: { $limit }.
import-text-control = يحتوي هذا النص على رموز تحكم غير مرئية. اكتبه من جديد.
import-text-damaged = بعض حروف هذا النص تالفة (�). صدّر الملف من جديد بترميز UTF-8 أو اكتب النص مجدداً.
import-key-missing = لا شيء يبيّن أي صنف هذا. أدخل رمزه أو الباركود، أو اسمه في قائمة الأصناف.
import-location-missing = لا يذكر هذا الصف مكان المخزون. أدخل الموقع.
import-quantity-missing = أدخل الكمية.
import-date-missing = أدخل تاريخ البيع.
import-code-shortened = اختصر برنامج الجداول هذا الرمز وضاعت أرقامه الأخيرة. نسّق العمود كنص وأدخل الرمز من جديد.
import-code-decimals = ظن برنامج أن هذا الرمز عدد فأضاف إليه كسوراً عشرية. احذفها.
import-code-formula = توجد هنا صيغة بدل الرمز. اكتب الرمز نفسه.
import-cell-error = لم يستطع برنامج الجداول حساب هذا فكتب خطأ مكانه. اكتب ما يجب أن يكون هنا، أو أفرغ الخلية.
import-barcode-check-digit = الرقم الأخير من { $code } لا يوافق بقية الأرقام، وينبغي أن يكون { $expected }. قارنه بالمنتج فقد يكون الخطأ في رقم آخر.
import-barcode-invalid = لا يمكن أن يكون هذا باركود: فهو أطول من { $limit } حرفاً أو يحتوي على رموز غير مرئية.
import-number-not-one = هذا ليس عدداً. اكتبه بالأرقام دون كلمات أو وحدات.
import-number-other-style = الفاصلة العشرية هنا تختلف عن بقية العمود. اكتب أعداد العمود كلها بالطريقة نفسها.
import-number-ambiguous = يمكن قراءة هذا بطريقتين: { $first } أو { $second }. اكتبه دون فاصل للآلاف، أو حدد الفاصلة العشرية المستعملة في الملف.
import-number-too-large = هذا العدد أكبر من أن يُحفظ. تحقق من عدم وجود أرقام زائدة أو باركود في عمود خاطئ.
import-number-too-fine = الحد الأقصى للخانات العشرية: { $limit }. قرّب العدد.
import-price-negative = لا يمكن أن يكون السعر أو التكلفة أقل من الصفر.
import-stock-negative = لا يمكن أن يكون على الرف أقل من لا شيء: فقد بيع أكثر مما سُجّل. عدّ الموجود واكتبه أو اكتب 0.
import-stock-fraction = يُحفظ هذا الصنف بقطع كاملة. اكتب عدداً صحيحاً.
import-status-unknown = هذه ليست حالة مخزون. اكتب available أو damaged أو quarantine أو quality_control أو safety.
import-pair-not-one = «{ $piece }» ليس اسمًا مع قيمة. اكتب الاسم=القيمة، وضع شرطة عمودية (|) بين كل اثنين.
import-pack-not-one = «{ $piece }» ليست عبوة مع رمزها. اكتب الوحدة والكمية والرمز، مثل case 12=14006381333931.
import-quantity-zero = بيع لا شيء لا يغيّر شيئاً. اكتب الكمية أو احذف الصف.
import-sale-kind-unknown = هذا لا يبيّن هل خرجت البضاعة أم عادت أم أُلغي السطر. اكتب بيع أو مرتجع أو ملغى، أو لا تجعل هذا العمود مقروءاً.
import-refund-unclear = كمية موجبة بسعر أقل من الصفر: إن عادت بضاعة فعلامة السالب للكمية لا للسعر.
import-date-not-one = هذا ليس تاريخاً يمكن قراءته. اكتبه هكذا: 2024-05-31 14:30.
import-date-other-order = اليوم والشهر هنا بعكس ترتيبهما في بقية الملف.
import-duplicate-sku = هذا الرمز موجود في السطر { $line }. لكل متغير رمز خاص به؛ احذف أحد الصفين أو صححه.
import-duplicate-variant = المتغير نفسه موجود في السطر { $line } ولا رمز يميّز بينهما. احذف أحد الصفين أو أعط كلاً منهما رمزاً.
import-duplicate-stock = مخزون هذا المتغير في هذا المكان مذكور في السطر { $line }. واحد منهما فقط صحيح؛ احذف الصف الآخر.
import-picture-alone = تخص هذه الصورة صنفاً رُفضت كل صفوفه. ستدخل معها بعد تصحيحها.
import-item-too-large = عدد صفوف هذا الصنف يتجاوز { $limit }. قسّمه إلى عدة أصناف.

## Imports: what is told of a row that was taken
import-note-apostrophe = أُزيلت علامة تميز بها برامج الجداول النص ((') في البداية أو ="…").
import-note-zero-lost = أُبقي كما هو. ربما ضاع صفر من البداية: به يصير باركود صحيحاً.
import-note-barcode-shared = للسطر { $line } الباركود نفسه ويحتفظ به؛ يدخل هذا الصف من دونه.
import-note-same-options = للسطر { $line } الخيارات نفسها برمز آخر. غيّر اسم أحدهما وإلا تعذر التمييز بينهما.
import-note-state-unknown = هذه الحالة غير معروفة ولم تُعتمد.
import-note-sale-kind-unknown = هذه الكلمة غير معروفة. أُخذ السطر حسب كميته: فوق 0 مبيع، وتحته مرتجع.

## Imports: the fields a column can be read as
import-field-sku = رمز الصنف
import-field-barcode = الباركود
import-field-name = اسم الصنف
import-field-variant-name = اسم المتغير
import-field-description = الوصف
import-field-brand = العلامة التجارية
import-field-category = الفئة
import-field-tags = الوسوم
import-field-state = الحالة
import-field-archived = مؤرشف
import-field-option1-name = الخيار 1: الاسم
import-field-option1-value = الخيار 1: القيمة
import-field-option2-name = الخيار 2: الاسم
import-field-option2-value = الخيار 2: القيمة
import-field-option3-name = الخيار 3: الاسم
import-field-option3-value = الخيار 3: القيمة
import-field-axis = خيار باسم عموده
import-field-price = سعر البيع
import-field-cost = التكلفة
import-field-currency = العملة
import-field-supplier = المورد
import-field-supplier-code = رمز المورد
import-field-image = رابط الصورة
import-field-attributes = السمات (الاسم=القيمة)
import-field-packs = باركود العبوات (case 12=الرمز)
import-field-supplier-codes = رموز موردين أخرى (المورد=الرمز)
import-field-variant-image = رابط صورة المتغير
import-field-unit = الوحدة
import-field-group = رمز مجموعة الصنف
import-field-external-id = المعرف في النظام الآخر
import-field-stockable = يُحفظ في المخزون
import-field-location = المتجر أو المستودع
import-field-bin = الرف
import-field-stock-status = حالة المخزون
import-field-on-hand = الكمية المتوفرة
import-field-new-on-hand = الكمية الجديدة
import-field-receipt = رقم الفاتورة
import-field-quantity = الكمية المباعة
import-field-unit-price = سعر الوحدة
import-field-sold-at = تاريخ البيع
import-field-sold-time = وقت البيع
import-field-customer = العميل
import-field-sale-kind = نوع البيع
import-field-voided = ملغى
import-field-product-kind = نوع المنتج

# The pager under the rows set aside, told apart from that of the changes.
import-aside-pages = صفحات السطور المُنحّاة

## Imports: the pages

import-item-unknown = لا يُعرف صنف بهذا. استورد الأصناف أولًا أو صحّحه.
import-item-several = أصناف عدة تُعرف بهذا. اكتب رمز صنف لا يحمله إلا واحد منها.
import-item-archived = هذا الصنف مؤرشف، وسيدخل إليه مخزون. أعده أولًا، أو اترك هذا الصف.
import-bin-unknown = لا يوجد في المتجر مكان باسم «{ $place }»، ولا يمكن إنشاء مكان بهذا الاسم. اكتب رمز مكان.
import-stock-stale = تحرّك المخزون منذ إعداد هذا الملف: هو هنا الآن { $ours }. لم يتغيّر شيء.
import-sale-short = بيع { $wanted }، لكن المسجّل { $available } فقط. استلم ما كان موجودًا أو عُدّه، ثم حاول مجددًا.
import-currency-other = هذا السعر بعملة { $currency }، والأسعار هنا بعملة { $ours }. حوّله.
import-note-unit-unknown = الوحدة «{ $unit }» غير معروفة وتُركت كما هي.
import-not-now = لا يمكن ذلك الآن: الاستيراد { $state ->
    [uploading] ما زال يُرفع
    [checking] قيد الفحص
    [asking] ينتظر جوابًا
    [ready] مفحوص ولم يُنفَّذ بعد
    [running] قيد التنفيذ
    [done] مكتمل
    [failed] متروك
    [undoing] قيد التراجع
    [undone] متراجَع عنه
   *[discarded] ملغى
}.
import-file-too-large = هذا الملف أكبر من { $limit } ميغابايت. قسّمه واستورد أجزاءه واحدًا بعد آخر.
import-file-missing = اختر ملفًا أولًا.
import-places-unknown = { $count ->
    [one] موقع واحد في هذا الملف ليس متجرًا هنا بعد. حدّد أي متجر هو.
    [two] موقعان في هذا الملف ليسا متجرين هنا بعد. حدّد أي متجرين هما.
    [few] { $count } مواقع في هذا الملف ليست متاجر هنا بعد. حدّد أي متاجر هي.
   *[other] { $count } موقعًا في هذا الملف ليست متاجر هنا بعد. حدّد أي متاجر هي.
}
import-store-missing = في هذا الملف سطور لا تذكر متجرها. اختره.
import-gave-up = تُرك العمل بعد محاولات عدة. لم يُنجز شيء نصف إنجاز: حاول مجددًا فيكمل من حيث توقف.
import-moved-meanwhile = ظل المخزون يتحرك أثناء الكتابة. حاول مجددًا.
import-undo-stock-gone = استُورد { $wanted }، ولم يبق حيث وُضع سوى { $available }.
import-undo-counted = جُرد منذ ذلك الحين: ما جُرد يبقى كما هو.
import-undo-touched = تغيّر بعد ذلك، فيبقى كما هو.
# $place (String), $to (String): أين كان؛ وإلى أين عاد
import-undo-elsewhere = عاد إلى { $to }: أُرشف { $place } بعد ذلك.
import-undo-store-archived = أُرشف متجره بعد ذلك، فيبقى كما هو.
import-undo-kept = ما أُضيف هنا يبقى: { $field }.
import-title = عمليات الاستيراد
import-sub = أدخِل أصنافك ومخزونك ومبيعاتك كملفات، وأخرجها من جديد.
import-upload-title = استيراد ملف
import-upload-label = ملف CSV
import-upload-hint = تصديرات Shopify وSquare، أو تصديراتنا، أو أي جدول محفوظ بصيغة CSV؛ { $limit } ميغابايت على الأكثر. ترى ما سيتغيّر قبل كتابة أي شيء.
import-upload-do = رفع وفحص
import-list-title = عمليات استيراد سابقة
import-list-empty-title = لم يُستورد شيء بعد
import-list-empty-text = صدّر أصنافك ومخزونك من النظام الذي تستخدمه اليوم، واختر الملف أعلاه.
import-col-file = الملف
import-col-holds = يحتوي على
import-col-state = الحالة
import-col-written = المكتوب
import-col-aside = المُنحّى
import-col-by = بواسطة
import-col-when = متى
import-kind-catalog = أصناف
import-kind-inventory = مخزون
import-kind-sales = مبيعات
import-kind-both = الأصناف والمخزون
import-state-uploading = انقطع الرفع
import-state-checking = قيد الفحص
import-state-asking = يسأل عن أمر
import-state-ready = جاهز للاستيراد
import-state-running = قيد الاستيراد
import-state-done = اكتمل
import-state-failed = لم يُقرأ
import-state-stopped = تُرك
import-state-undoing = قيد التراجع
import-state-undone = تم التراجع عنه
import-state-discarded = ملغى
import-source-shopify-products = منتجات Shopify
import-source-shopify-inventory = مخزون Shopify
import-source-square-library = كتالوج Square
import-source-woocommerce = منتجات WooCommerce
import-source-stockroom = تصدير من Stockroom
import-source-generic = جدول
export-title = إخراج ملفات
export-text = يمكن استيراد كل منها من جديد، ولا يغيّر شيئًا ما لم تغيّره.
export-catalog = الأصناف
export-inventory = المخزون حسب المكان
export-shopify-inventory = المخزون لـ Shopify
import-steps = خطوات الاستيراد
import-step-upload = الرفع
import-step-options = الخيارات
import-step-check = الفحص
import-step-import = الاستيراد
import-check-title = افحص قبل أن يتغيّر شيء
import-read-as = { $rows ->
    [one] سطر واحد
    [two] سطران
    [few] { $rows } أسطر
   *[other] { $rows } سطرًا
} · قُرئ على أنه { $source }
import-discard = إلغاء الاستيراد
import-tally-new = جديد
import-tally-changed = متغيّر
import-tally-unchanged = بلا تغيير
import-tally-refused = مُنحّى
import-tally-stock = المخزون
import-tally-units = وحدات
import-tally-value = القيمة بالتكلفة
import-aside-line = السطر { $line }
import-aside-right = الصواب: { $value }
import-told-both = يحتوي الملف على أصناف ومخزونها: يُستورد الاثنان معًا. لاستيراد أحدهما فقط اختره تحت «يحتوي على».
import-told-not-known = { $count ->
    [one] سطر واحد لا يذكر شيئًا عن المخزون (فارغ أو غير مُخزَّن). إنه غير معروف، وهذا ليس صفرًا، ولا يغيّر شيئًا.
    [two] سطران لا يذكران شيئًا عن المخزون (فارغان أو غير مُخزَّنين). إنه غير معروف، وهذا ليس صفرًا، ولا يغيّر شيئًا.
    [few] { $count } أسطر لا تذكر شيئًا عن المخزون (فارغة أو غير مُخزَّنة). إنه غير معروف، وهذا ليس صفرًا، ولا يغيّر شيئًا.
   *[other] { $count } سطرًا لا تذكر شيئًا عن المخزون (فارغة أو غير مُخزَّنة). إنه غير معروف، وهذا ليس صفرًا، ولا يغيّر شيئًا.
}
import-told-not-stock = { $count ->
    [one] بند واحد ليس بضاعة: بريد أو رسوم أو خصومات.
    [two] بندان ليسا بضاعة: بريد أو رسوم أو خصومات.
    [few] { $count } بنود ليست بضاعة: بريد أو رسوم أو خصومات.
   *[other] { $count } بندًا ليست بضاعة: بريد أو رسوم أو خصومات.
}
import-told-left-out = { $count ->
    [one] سطر واحد يخص موقعًا متروكًا.
    [two] سطران يخصان مواقع متروكة.
    [few] { $count } أسطر تخص مواقع متروكة.
   *[other] { $count } سطرًا تخص مواقع متروكة.
}
import-told-stale = { $count ->
    [one] سطر واحد قديم: تحرّك المخزون منذ إعداد الملف.
    [two] سطران قديمان: تحرّك المخزون منذ إعداد الملف.
    [few] { $count } أسطر قديمة: تحرّك المخزون منذ إعداد الملف.
   *[other] { $count } سطرًا قديمة: تحرّك المخزون منذ إعداد الملف.
}
import-told-short = { $count ->
    [one] بيع واحد يزيد على ما سُجّل.
    [two] عمليتا بيع تزيدان على ما سُجّل.
    [few] { $count } عمليات بيع تزيد على ما سُجّل.
   *[other] { $count } عملية بيع تزيد على ما سُجّل.
}
import-told-bins = { $count ->
    [one] مكان واحد يذكره الملف يُنشأ في متجره.
    [two] مكانان يذكرهما الملف يُنشآن في متجريهما.
    [few] { $count } أماكن يذكرها الملف تُنشأ في متاجرها.
   *[other] { $count } مكانًا يذكرها الملف تُنشأ في متاجرها.
}
import-told-unread = لم يُقرأ: { $columns }.
import-told-before = استُورد الملف نفسه من قبل.
import-told-before-link = عرض ذلك الاستيراد
import-note-rows = { $count ->
    [one] السطر { $lines }
    [two] السطران: { $lines }
    [few] { $count } أسطر: { $lines }
   *[other] { $count } سطرًا: { $lines }
}
import-aside-title = { $count ->
    [one] سطر واحد مُنحّى
    [two] سطران مُنحّيان
    [few] { $count } أسطر مُنحّاة
   *[other] { $count } سطرًا مُنحّاة
}
import-aside-text = السطور الأخرى لا تنتظر هذه. صحّحها هنا، أو في الملف ثم استورده من جديد: السطور التي سبق استيرادها تُعرف.
import-aside-download = تنزيل مع الأسباب
import-aside-suggestions = { $count ->
    [one] قبول الاقتراح
    [two] قبول الاقتراحين
    [few] قبول الاقتراحات الـ{ $count }
   *[other] قبول الاقتراحات الـ{ $count }
}
import-aside-caption = السطور المُنحّاة، وما الخطأ فيها وما الصواب
import-col-row = السطر
import-col-column = العمود
import-col-sent = ما أرسلته
import-col-wrong = ما الخطأ
import-col-right = ما الصواب
import-col-decision = القرار
import-row-empty = (فارغ)
import-row-whole = السطر كله
import-row-right = القيمة الصحيحة للسطر { $row }، { $column }
import-row-use = استخدام
import-row-skip = تخطّي
import-row-back = إعادته
import-row-skip-label = تخطّي السطر { $row }
import-row-use-label = استخدام للسطر { $row }
import-row-mended = يدخل في التنفيذ التالي
import-row-passed = متروك
import-changes-title = { $count ->
    [0] لن يُكتب أي سطر
    [one] سيُكتب سطر واحد
    [two] سيُكتب سطران
    [few] ستُكتب { $count } أسطر
   *[other] سيُكتب { $count } سطرًا
}
import-changes-undone-title = { $count ->
    [zero] لم يُكتب شيء
    [one] كُتب صف واحد ثم أُلغي
    [two] كُتب صفان ثم أُلغيا
    [few] كُتبت { $count } صفوف ثم أُلغيت
    [many] كُتب { $count } صفًا ثم أُلغيت
   *[other] كُتب { $count } صف ثم أُلغيت
}
import-changes-done-title = { $count ->
    [0] لم يُكتب أي سطر
    [one] كُتب سطر واحد
    [two] كُتب سطران
    [few] كُتبت { $count } أسطر
   *[other] كُتب { $count } سطرًا
}
import-changes-caption = ما يتغيّر، القيم القديمة والجديدة
import-changes-views = أي تغييرات
import-changes-all = الكل
import-changes-new = جديد
import-changes-changed = متغيّر
import-changes-stock = مخزون
import-changes-none = لا تُعرض المبيعات واحدة واحدة؛ الأرقام أعلاه تخصها.
import-col-item = الصنف
import-col-what = ما يتغيّر
import-col-now = الآن
import-col-becomes = يصبح
import-col-after = بعد الاستيراد
import-change-new = صنف جديد
import-change-nothing = غير موجود بعد
import-change-not-known = غير معروف
import-change-unpriced = بلا سعر
import-change-on-hand = { $store }، الموجود
import-change-price = السعر
import-change-cost = التكلفة
import-change-name = الاسم
import-change-description = الوصف
import-change-brand = العلامة التجارية
import-change-category = الفئة
import-change-unit = الوحدة
import-change-whole = وحدات كاملة
import-change-state = الحالة
import-change-axes = الخيارات
import-change-options = الخيارات
import-change-sku = رمز الصنف
import-change-barcode = الباركود
import-change-supplier-code = رمز المورّد
import-change-image-links = روابط الصور
import-nothing-written = لم يُكتب شيء بعد.
import-can-be-undone = يمكن التراجع عن الاستيراد.
import-do = { $count ->
    [one] استيراد سطر واحد
    [two] استيراد سطرين
    [few] استيراد { $count } أسطر
   *[other] استيراد { $count } سطرًا
}
import-options = الخيارات
import-do-mended = { $count ->
    [one] استيراد سطر مصحَّح واحد
    [two] استيراد سطرين مصحَّحين
    [few] استيراد { $count } أسطر مصحَّحة
   *[other] استيراد { $count } سطرًا مصحَّحًا
}
import-options-title = ما يحتويه هذا الملف
import-options-sub = ما عُرف مُدخل مسبقًا. غيّر ما هو خطأ وأعد الفحص.
import-option-auto = ما عُرف
import-option-auto-found = ما عُرف: { $found }
import-option-kind = يحتوي على
import-option-source = يأتي من
import-option-dates = تبدأ التواريخ بـ
import-dates-day-first = اليوم
import-dates-month-first = الشهر
import-option-decimal = تُفصل الكسور العشرية بـ
import-decimal-point = نقطة
import-decimal-comma = فاصلة
import-option-delimiter = تُفصل الأعمدة بـ
import-delimiter-comma = فاصلة
import-delimiter-semicolon = فاصلة منقوطة
import-delimiter-tab = علامة جدولة
import-delimiter-bar = خط عمودي
import-option-encoding = ترميز الحروف
import-option-encoding-hint = فقط إذا بدت الحروف خاطئة.
import-option-store = السطور التي بلا موقع تخص
import-option-choose-store = اختر متجرًا
import-option-overwrite = حيث يختلف المخزون هنا
import-overwrite-keep = اتركه ونحِّ السطر
import-overwrite-set = اجعله كما في الملف
import-columns-title = الأعمدة
import-columns-caption = أعمدة الملف، وقيمها الأولى، وكيف تُقرأ
import-col-values = القيم الأولى
import-col-field = يُقرأ على أنه
import-column-none = لا يُقرأ
import-column-field = ما هو العمود { $column }
import-places-title = المواقع
import-places-text = يذكرها الملف. سطور كل موقع تذهب إلى المتجر الذي تختاره.
import-places-caption = مواقع الملف والمتاجر التي تقابلها
import-col-location = في الملف
import-col-rows = السطور
import-col-store = المتجر
import-place-choose = اختر
import-place-skip = ترك هذه السطور
import-place-create = فتح متجر جديد بهذا الاسم
import-place-store = المتجر المقابل لـ { $place }
import-options-do = إعادة الفحص
import-checking-title = فحص { $file }
import-running-title = استيراد { $file }
import-undoing-title = التراجع عن { $file }
import-busy-text = يمكنك إغلاق هذه الصفحة: العمل مستمر، وما أُنجز لا يضيع.
import-busy-wait = بانتظار دوره …
import-busy-progress = { $done } من { $total } سطر
import-busy-again = النظر مجددًا
import-failed-title = تعذّر استيراد هذا الملف
import-stopped-title = لم يكتمل هذا الاستيراد
import-undo-stopped-title = لم يكتمل التراجع
# $count (Number): صفوف
import-partly-written = { $count ->
    [zero] لم يُكتب أي صف.
    [one] كُتب صف واحد.
    [two] كُتب صفان.
    [few] كُتبت { $count } صفوف.
    [many] كُتب { $count } صفًا.
   *[other] كُتب { $count } صف.
} تابع لكتابة الباقي، أو تراجع عن الاستيراد.
import-failed-again = اختيار ملف آخر
import-retry = حاول مجددًا
import-go-on = تابع
import-done-title = تم استيراد الملف
import-done-sub = { $when }، بواسطة { $by }
import-undo = التراجع عن هذا الاستيراد
import-undo-title = هل تتراجع عن هذا الاستيراد؟
import-undo-text = المخزون الذي أدخله يُسترد بقيود عكسية، سطرًا سطرًا؛ لا يُحذف شيء. تُؤرشف الأصناف الجديدة وتُستعاد القيم المتغيّرة حيث لم يمسها أحد بعد ذلك. وما لا يمكن استرداده يُذكر.
import-undo-do = التراجع عن الاستيراد
import-undone-title = تم التراجع عن الاستيراد
import-kept-title = { $count ->
    [one] أمر واحد ليس كما كان
    [two] أمران ليسا كما كانا
    [few] { $count } أمور ليست كما كانت
   *[other] { $count } أمرًا ليست كما كانت
}
import-kept-caption = ما ليس كما كان، ولماذا
import-col-why = لماذا
import-discarded-title = أُلغي هذا الاستيراد
import-discarded-text = لم يُكتب شيء، والملف لم يعد موجودًا.
import-flash-discarded = أُلغي الاستيراد. لم يُكتب شيء.
import-flash-suggestions = قُبلت الاقتراحات. تدخل في التنفيذ التالي.
import-uploading-title = انقطع هذا الرفع
import-uploading-text = لم يصل الملف كله. استورده من جديد.
import-upload-failed = انقطع الرفع. استورد الملف من جديد.

## سجل الأشخاص وعمليات الاستيراد والإعدادات
did-admin-add-person = سُمح بالدخول
did-admin-change-role = تغيّر الدور
did-admin-disable-person = مُنع الدخول
did-admin-enable-person = سُمح بالدخول مجددًا
did-admin-reset-password = أُنشئت كلمة مرور جديدة
did-admin-remove-person = أُزيل من هذه المنشأة
did-admin-edit-account = عُدّل الحساب
did-admin-change-password = غُيّرت كلمة المرور من صاحبها
changed-person-name = الاسم
changed-email = البريد الإلكتروني
changed-role = الدور
changed-theme = المظهر
did-admin-begin-import = رُفع الملف
did-admin-start-import = بدأ الاستيراد
did-admin-mend-row = صُحّح السطر
did-admin-pass-over-row = تُرك السطر
    .back = أُعيد السطر
did-admin-take-suggestions = قُبلت الاقتراحات
changed-cells = التصحيح
changed-rows = الصفوف المصحّحة
did-admin-run-mended = بدأ استيراد الصفوف المصحّحة
did-admin-end-import-run = انتهى الاستيراد
did-admin-discard-import = أُلغي الاستيراد
did-admin-undo-import = بدأ التراجع
did-admin-end-import-undo = تم التراجع عن الاستيراد
did-admin-sweep-import = أُزيل الملف
changed-file = الملف
changed-new = صفوف جديدة
changed-changed = صفوف تغيّرت
changed-aside = صفوف منحّاة
did-admin-change-settings = عُدّلت الإعدادات
changed-public-base = { settings-base }
changed-one-person = { settings-one-person }
proof-serial = القطع
    .hint = كل قطعة مرقّمة في مكان واحد أو ليست في أي مكان، وسطرها يحدده.
proof-lot = الدفعات
    .hint = كل دفعة تسرد حركاتها، وما هو متتبَّع مميَّز.
proof-serial-twice = هذه القطعة موجودة { $found } مرة.
proof-serial-astray = هذه القطعة في غير المكان الذي يذكره سطرها.
proof-lot-list = هذه الحركة وقائمة دفعتها لا تتطابقان.
proof-lot-untold = مخزون هذا الصنف غير مميَّز كما يشترط الصنف.
import-stock-tracked = يُتتبَّع هذا الصنف بالدفعات أو الأرقام التسلسلية: استلمه أو عُدّه أو صححه بها.
import-sale-tracked = هذا الصنف متتبَّع، والملف لا يذكر الدفعة أو القطعة. أدخله يدويًا.
import-kit = هذا طقم، ولا مخزون له بذاته. اذكر مكوّناته.

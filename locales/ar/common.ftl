### كلمات مشتركة بين كل الأقسام.

## What went wrong, as a whole
error-invalid = { $count ->
    [zero] لا توجد حقول تحتاج إلى مراجعة.
    [one] حقل واحد يحتاج إلى مراجعة.
    [two] حقلان يحتاجان إلى مراجعة.
    [few] { $count } حقول تحتاج إلى مراجعة.
    [many] { $count } حقلًا تحتاج إلى مراجعة.
   *[other] { $count } حقل تحتاج إلى مراجعة.
}
error-stale = غيّر شخص آخر هذا أثناء عملك عليه. أعد التحميل لترى الجديد، ثم كرّر تغييرك.
error-not-found = لم نعثر على هذا. ربما أُرشف، أو أنه يخص غيرك.
error-forbidden = دورك لا يسمح بهذا. راجع مالك النشاط إذا كنت تحتاج إليه.
error-foreign = لم يُرسَل هذا من إحدى صفحاتنا، أو أُرسِل من صفحة قديمة. لم يتغيّر شيء. افتح الصفحة من جديد ثم كرّره.
error-signed-out = لقد سُجّل خروجك. سجّل الدخول مجددًا للمتابعة.
error-too-many = { $seconds ->
    [one] محاولات كثيرة جدًا. أعد المحاولة بعد ثانية.
    [two] محاولات كثيرة جدًا. أعد المحاولة بعد ثانيتين.
    [few] محاولات كثيرة جدًا. أعد المحاولة بعد { $seconds } ثوانٍ.
   *[other] محاولات كثيرة جدًا. أعد المحاولة بعد { $seconds } ثانية.
}
error-unavailable = لا يمكن تنفيذ هذا الآن. لم يتغيّر شيء. أعد المحاولة بعد لحظات.
error-timed-out = يستغرق هذا وقتًا أطول مما ننتظر الجواب. ما بدأ مستمر: تأكّد هل اكتمل قبل أن تكرّره.
error-internal = حدث خطأ من جانبنا ولم يتغيّر شيء. إذا تكرر، أبلغ الدعم بهذا المرجع: { $reference }.

## What is wrong with a field
field-required = املأ هذا الحقل.
field-too-long = { $max ->
    [one] يتسع هذا الحقل لحرف واحد على الأكثر.
    [two] يتسع هذا الحقل لحرفين على الأكثر.
    [few] يتسع هذا الحقل لـ { $max } أحرف على الأكثر.
    [many] يتسع هذا الحقل لـ { $max } حرفًا على الأكثر.
   *[other] يتسع هذا الحقل لـ { $max } حرف على الأكثر.
}
field-control-characters = يحتوي النص على رموز تحكم غير مرئية. اكتبه بدلًا من لصقه.
field-unknown-choice = اختر أحد الخيارات المعروضة.
# $typed (String): what the address says
filter-unknown-choice = «{ $typed }» ليس من هذه الخيارات. اختر واحدًا منها أو اترك الحقل مفتوحًا.
# $typed (String): what the address says
filter-unknown-id = لا نعرف «{ $typed }». اترك هذا الحقل فارغًا أو اختر من جديد في القائمة.
filter-misread = تظهر القائمة حين يصبح عنوانها مقروءًا.
cursor-unreadable = لا يبيّن هذا العنوان من أين تُستأنف القائمة. ابدأ من صفحتها الأولى.
# $store (String): the code that the address names
store-unknown = لا يوجد متجر مفتوح باسم { $store }: ربما أُرشف، أو كُتب العنوان خطأً. لم يُنفَّذ شيء. اختر المتجر المقصود ثم أرسل من جديد.
field-email = هذا ليس عنوان بريد إلكتروني. شكله: ⁦name@example.com⁩.

quantity-not-a-number = اكتب رقمًا بالأرقام.
quantity-too-many-decimals = تُحفظ ست منازل عشرية على الأكثر.
line-unit = الوحدة
unit-other-class = الوحدة { $unit } تقيس شيئًا آخر: يُحفظ هذا الصنف بالوحدة { $base }.
unit-unknown = ليس لهذا الصنف وحدة { $unit }. اختر إحدى وحداته، أو أضف هذه الوحدة في صفحته.
quantity-too-small = هذا أقل مما يمكن حفظه: أقل من جزء من مليون من الوحدة الأساسية.
quantity-too-large = هذا الرقم كبير جدًا. الحد 13 رقمًا قبل الفاصلة العشرية.
quantity-not-positive = اكتب رقمًا أكبر من صفر.
quantity-negative = اكتب صفرًا أو أكثر.
quantity-not-whole = اكتب عددًا صحيحًا: يُعدّ هذا بالقطعة.
quantity-ambiguous = يمكن قراءة هذا الرقم بطريقتين. اكتب { $whole } أو { $fraction }.
quantity-mark = تُكتب الكسور العشرية هنا بعد نقطة. هل تقصد { $right }؟

money-not-a-number = اكتب مبلغًا بالأرقام.
money-too-many-decimals = { $max ->
    [one] تُحفظ منزلة عشرية واحدة على الأكثر.
    [two] تُحفظ منزلتان عشريتان على الأكثر.
    [few] تُحفظ { $max } منازل عشرية على الأكثر.
   *[other] تُحفظ { $max } منزلة عشرية على الأكثر.
}
money-too-large = هذا المبلغ كبير جدًا. الحد 13 رقمًا قبل الفاصلة العشرية.
money-negative = اكتب مبلغًا يساوي صفرًا أو أكثر.
money-ambiguous = يمكن قراءة هذا المبلغ بطريقتين. اكتب { $whole } أو { $fraction }.
money-mark = تُكتب الكسور العشرية هنا بعد نقطة. هل تقصد { $right }؟
money-other-currency = هذا بعملة أخرى. المبالغ هنا بعملة { $expected }.
currency-unknown = هذا ليس رمز عملة. يتكوّن الرمز من ثلاثة أحرف لاتينية كبيرة، مثل SAR.

date-not-a-date = هذا ليس تاريخًا. اكتب اليوم والشهر والسنة، مثل { $example }.
date-no-such-day = لا يوجد هذا اليوم في ذلك الشهر.
date-out-of-range = اكتب تاريخًا بين عامي 1900 و2199.
date-in-future = هذا التاريخ لم يأتِ بعد. اكتب اليوم أو يومًا قبله.

gtin-not-one = هذا ليس رقم باركود. يتكوّن من 8 أو 12 أو 13 أو 14 رقمًا.
gtin-check-digit = الرقم الأخير لا يوافق الأرقام الأخرى؛ الصحيح هو { $expected }. تحقّق من الكتابة أو امسح الرمز.
## What the API expects where it cannot read a value
field-unreadable = لا تناسب هذه القيمة هذا الحقل. تبيّن وثيقة الواجهة في /api/v1/openapi.json ما يناسبه.
field-expects-text = المتوقع هنا نص بين علامتي اقتباس.
field-expects-number = المتوقع هنا عدد.
field-expects-whole = المتوقع هنا عدد صحيح.
field-expects-yes-no = المتوقع هنا true أو false.
field-expects-list = المتوقع هنا قائمة بين قوسين مربعين.
field-expects-object = المتوقع هنا كائن بين قوسين معقوفين.
field-expects-id = المتوقع هنا معرّف، مثل 0195f3a1-7c2e-7d10-9b1e-3f0a5c2d8e41.
field-expects-date = المتوقع هنا تاريخ أو وقت بصيغة ISO 8601، مثل 2026-11-17.
# $choices (String): every value there is
field-expects-one-of = المتوقع هنا واحد من: { $choices }.
field-unknown = لا يوجد هنا حقل بهذا الاسم. احذفه أو صحّح اسمه.
# $line (Number), $column (Number): where reading stopped
body-not-json = المحتوى ليس كائن JSON: انظر السطر { $line }، الحرف { $column }.
query-unreadable = في العنوان معطيات لا يمكن قراءتها.
body-too-large = هذا أكبر مما نقبله. قسّمه وأرسل الأجزاء.
tenant-slug-invalid = الاسم القصير للمنشأة من 2 إلى 40 من الحروف الصغيرة والأرقام والشرطات.
tenant-slug-taken = توجد منشأة بهذا الاسم القصير بالفعل.
idempotency-key-invalid = لا يمكن إرسال هذا النموذج مرة أخرى بهذه الصورة. أعد تحميل الصفحة.
idempotency-key-reused = أُرسل هذا من قبل مرةً بمحتوى آخر. أعد تحميل الصفحة.
request-still-running = الشيء نفسه قيد التنفيذ. انتظر لحظة ثم تحقق هل تم.
# What a program sends, not a person

## The trade's kinds
status-available = متاح
status-damaged = تالف
status-quarantine = محجور

place-zone = منطقة
place-aisle = ممر
place-bin = رفّ
place-supplier = المورّد
place-customer = الزبون
place-loss = الفاقد
place-found = المعثور عليه
place-transit = في الطريق

posting-opening = سُجّل المخزون الافتتاحي
posting-receipt = استُلم
posting-sale = بيع
posting-sale-return = أُرجع
posting-adjustment = عُدّل
posting-move = نُقل
posting-status-change = تغيّرت الحالة
posting-transfer-ship = أُرسل
posting-transfer-receive = وصل
posting-transfer-cancel = أُلغي التحويل
posting-count = جُرد
posting-reversal = تُراجع عنه
posting-count-offset = بقي كما جُرد

reason-damaged = تالف
    .stock = يُخرجه من المخزون.
    .cost = تصبح تكلفته خسارة.
reason-stolen = مسروق
    .stock = يُخرجه من المخزون.
    .cost = تصبح تكلفته خسارة بسبب السرقة.
reason-lost = مفقود
    .stock = يُخرجه من المخزون.
    .cost = تصبح تكلفته خسارة.
reason-expired = منتهي الصلاحية
    .stock = يُخرجه من المخزون.
    .cost = تصبح تكلفته خسارة بسبب انتهاء الصلاحية.
reason-given-away = أُهدي
    .stock = يُخرجه من المخزون.
    .cost = تصبح تكلفته مصروف دعاية.
reason-own-use = استعمال داخلي
    .stock = يُخرجه من المخزون.
    .cost = تصبح تكلفته مصروفًا على النشاط.
reason-found = عُثر عليه
    .stock = يُضيفه إلى المخزون.
    .cost = يدخل بالتكلفة الحالية.
reason-count-error = خطأ في جرد سابق
    .stock = يُصحّح المخزون زيادةً أو نقصًا.
    .cost = يصبح الفرق خسارة أو ربحًا.
reason-other = سبب آخر
    .stock = يُغيّر المخزون كما تحدّد.
    .cost = يصبح الفرق خسارة أو ربحًا. أضف ملاحظة.

role-owner = المالك
    .hint = يستطيع كل شيء ويحدّد صلاحيات غيره.
role-manager = المدير
    .hint = يدير المتاجر: المخزون والجرد والاستيراد والأصناف.
role-clerk = البائع
    .hint = يعمل في المتجر: يبيع ويستلم وينقل ويجرد.
role-buyer = المشتريات
    .hint = يتولى الكتالوج وما يُشترى.
role-accountant = المحاسب
    .hint = يرى كل شيء بما فيه التكاليف والقيم؛ ولا يغيّر شيئًا.

door-page = على الموقع
door-api = عبر الواجهة البرمجية
door-import = بالاستيراد
door-floor = على الهاتف
door-job = تلقائيًا
door-command = من سطر الأوامر
actor-system = Stockroom

## Units: a number with its unit, and the unit's name for menus
unit-each = { $count ->
    [one] قطعة واحدة
    [two] قطعتان
    [few] { $count } قطع
   *[other] { $count } قطعة
}
    .name = قطعة
unit-pack = { $count ->
    [one] عبوة واحدة
    [two] عبوتان
    [few] { $count } عبوات
   *[other] { $count } عبوة
}
    .name = عبوة
unit-box = { $count ->
    [one] علبة واحدة
    [two] علبتان
    [few] { $count } علب
   *[other] { $count } علبة
}
    .name = علبة
unit-case = { $count ->
    [one] صندوق واحد
    [two] صندوقان
    [few] { $count } صناديق
    [many] { $count } صندوقًا
   *[other] { $count } صندوق
}
    .name = صندوق
unit-case-of = صندوق من { $size }
unit-g = { $count } غ
    .name = غرام
unit-kg = { $count } كغ
    .name = كيلوغرام
unit-cm = { $count } سم
    .name = سنتيمتر
unit-m = { $count } م
    .name = متر
unit-ml = { $count } مل
    .name = مليلتر
unit-l = { $count } ل
    .name = لتر

## Actions
action-save = حفظ
action-cancel = إلغاء
action-back = رجوع
action-search = بحث
action-close = إغلاق
action-undo = تراجع
action-edit = تعديل
action-archive = أرشفة
action-restore = استعادة
action-add = إضافة
action-remove = إزالة
action-export = تصدير
action-import = استيراد
action-apply = تطبيق
action-reload = إعادة التحميل
action-more = المزيد
action-open = فتح
action-help = مساعدة

## Navigation and frame
nav-label = القائمة الرئيسية
nav-label-phone = القائمة الرئيسية، الهاتف
nav-here = أنت هنا
nav-skip = انتقل إلى المحتوى
nav-home = الرئيسية
nav-catalog = الكتالوج
nav-stock = المخزون
nav-counts = الجرد
nav-labels = الملصقات
nav-floor = وضع المتجر
nav-scan = مسح
nav-settings = الإعدادات
nav-imports = الاستيراد
nav-people = الأشخاص
nav-stores = المتاجر
nav-verify = التحقق من السجلات
nav-overview = نظرة عامة
nav-history = السجلّ
nav-notifications = الإشعارات

search-label = ابحث أو امسح
search-clear = مسح البحث
store-switch = تغيير المتجر
store-all = كل المتاجر
theme-label = المظهر
theme-light = فاتح
theme-dark = داكن
theme-system = حسب الجهاز
language-label = اللغة
account-label = حسابك، { $name }
account-sign-out = تسجيل الخروج
shortcuts-title = اختصارات لوحة المفاتيح
palette-title = البحث والأوامر
palette-placeholder = صنف أو باركود أو صفحة أو إجراء
palette-go = الانتقال إلى
palette-do = تنفيذ
palette-items = الأصناف
palette-stores = المتاجر
palette-all = كل الأصناف التي فيها «{ $q }»
palette-none = لا شيء هنا بهذا الاسم.
palette-choose = اختيار
palette-open = فتح
palette-close = إغلاق
key-palette = البحث في كل شيء والانتقال إلى أي مكان
key-search = البحث في هذه القائمة
key-help = عرض هذه المفاتيح
key-move = التنقل بين النتائج
key-open = فتح المحدد
key-close = إغلاق النافذة العائمة
key-range = تحديد كل الصفوف حتى هذا الصف
key-shift = Shift
key-click = نقر
key-single = المفاتيح المفردة مفعّلة ( / و ؟ )

unsaved-title = الخروج دون حفظ؟


notice-saved = تم الحفظ.
notice-undone = تم التراجع.
notice-archived = تمت الأرشفة.
notice-restored = تمت الاستعادة.

## Tables and lists
table-rows = { $count ->
    [zero] لا صفوف
    [one] صف واحد
    [two] صفّان
    [few] { $count } صفوف
    [many] { $count } صفًا
   *[other] { $count } صف
}
table-columns = الأعمدة
table-filters = عوامل التصفية
table-filter-remove = أزل عامل التصفية { $name }
table-filters-clear = إزالة الكل
table-nothing-found = لا نتائج
    .hint = جرّب كلمات أقل أو أزل أحد عوامل التصفية.
table-nothing-so-far = لا شيء حتى الآن
    .hint = هذه الكلمات موجودة في أصناف كثيرة، لكنها لم تجتمع بعد. تابع إلى الصفحة التالية أو اكتب كلمة أقل شيوعًا.
table-select = اختر { $name }
table-select-all = اختيار الكل
table-selected = { $count ->
    [zero] لم يُختر شيء
    [one] عنصر واحد مختار
    [two] عنصران مختاران
    [few] { $count } عناصر مختارة
    [many] { $count } عنصرًا مختارًا
   *[other] { $count } عنصر مختار
}
table-selection-clear = إلغاء الاختيار
table-compact = متراص
table-roomy = واسع
table-views = طرق العرض المحفوظة
table-view-save = حفظ طريقة العرض
bulk-selected = المحدد
table-selected-do = ما يُفعل بالصفوف المحددة
list-view-name = اسم العرض
list-view-hint = يحفظ هذه المرشحات والأعمدة لك. وما كان بالاسم نفسه يُستبدل.
list-view-saved = حُفظ العرض { $name }.
list-view-removed = أُزيل العرض.
list-view-remove = إزالة العرض { $name }
list-views-full = لا مكان لعرض آخر: الحد الأقصى { $count }. أزل واحدًا أولًا.
list-view-effect = لا يراه أحد غيرك.
list-view-query = لا يمكن حفظ هذه المرشحات في عرض. أزل بعضها أولًا.
list-column-up = تقديم { $name }
list-column-down = تأخير { $name }
list-columns-show = عرض هذه
list-columns-reset = كالمعتاد
bulk-labels = طباعة الملصقات
bulk-count = تخطيط جرد
bulk-activate = تفعيل
bulk-none = لم يُحدد شيء. حدد الصفوف أولًا ثم اختر ما تريد فعله.
bulk-state-done = المغيَّر: { $done }. وما بقي كما كان: { $left }.
table-total = المجموع
table-as-table = العرض كجدول
count-and-more = أكثر من { $count }

pager-label = الصفحات
pager-first = الصفحة الأولى
pager-next = التالي

## Short words
as-of = حتى { $time }
not-known-here = غير معروف هنا
    .hint = لم يُسجّل مخزون من هذا الصنف في هذا المتجر قط. وهذا ليس كالصفر.
none = لا شيء
unknown = غير معروف
all = الكل
yes = نعم
no = لا
optional = اختياري
note = ملاحظة
details = التفاصيل
name = الاسم
who = مَن
when = متى
why = لماذا؟
state-draft = مسودة
state-active = نشط
state-archived = مؤرشف
by-person = بواسطة { $name }
day-today = اليوم
day-yesterday = أمس
day-today-heading = اليوم، { $date }
day-yesterday-heading = أمس، { $date }

## Signing in
signin-title = تسجيل الدخول
signin-lead = أهلًا بعودتك.
signin-lost = انتهت جلستك قبل الإرسال ولم يُحفظ شيء. سجّل الدخول ثم أرسل مرة أخرى.
signin-unsent = انتهت جلستك قبل الإرسال ولم يُحفظ شيء. سجّل الدخول: ما كتبته محفوظ ويمكنك إرساله بعد ذلك.
unsent-title = لم يُرسل بعد
unsent-lead = لم يُحفظ شيء من هذا لأن جلستك انتهت قبل الإرسال. يمكنك إرساله الآن باسم { $name } من { $business }.
unsent-send = أرسل الآن
unsent-leave = تجاهله
unsent-several = لم يُحتفظ بما كتبته لأنك تنتمي إلى عدة أنشطة وقد يكون لغير هذا النشاط. لم يُحفظ شيء منه.
signin-email = البريد الإلكتروني
signin-password = كلمة المرور
    .show = إظهار كلمة المرور
    .hide = إخفاء كلمة المرور
signin-submit = تسجيل الدخول
signin-failed = البريد الإلكتروني وكلمة المرور غير متطابقين. تحقّق منهما وأعد المحاولة.
signin-forgot = نسيت كلمة المرور؟ اطلب واحدة جديدة من مالك النشاط.
signin-tenant = أي نشاط تجاري؟

## Pages for errors
error-page-401-title = سجّل الدخول أولًا
error-page-409-title = هناك ما يمنع ذلك
error-page-412-title = سبقك شخص آخر
error-page-422-title = لا يمكن قبول هذا كما هو
error-page-403-title = هذه الصفحة غير متاحة لك
error-page-403-text = دورك لا يشمل هذه الصفحة. يستطيع مالك النشاط تغيير ذلك.
error-page-404-title = لا شيء هنا
error-page-404-text = ربما كُتب العنوان خطأً، أو أُرشف ما كان هنا.
error-page-store-title = لا نعرف هذا المتجر
# $store (String): the code that the address names
error-page-store-text = لا يوجد هنا متجر باسم { $store }. ربما أُرشف، أو كُتب العنوان خطأً. اعرض هذه الصفحة في متجر آخر، أو استعد { $store } من المخزون، المتاجر.
error-page-405-title = لا يمكن فعل هذا هنا
error-page-405-text = ارجع وأعد المحاولة من الصفحة نفسها.
error-page-413-title = هذا كبير جدًا
error-page-413-text = الملف أو النموذج أكبر مما نقبل. قسّمه وأرسل الأجزاء.
error-page-429-title = مهلًا قليلًا
error-page-429-text = كان ذلك كثيرًا دفعة واحدة. انتظر لحظة ثم أعد المحاولة.
error-page-500-title = حدث خطأ من جانبنا
error-page-500-text = لم يتغيّر شيء. أعد المحاولة؛ وإذا تكرر، أبلغ الدعم بالمرجع أدناه.
error-page-503-title = نعود بعد لحظات
error-page-503-text = ⁦Stockroom⁩ مشغول أو يجري تحديثه. لم يضع شيء. أعد المحاولة بعد دقيقة.
error-page-reference = المرجع: { $reference }
error-page-home = إلى الصفحة الرئيسية

## What a problem of the API is: the page of its type
problem-code = الرمز
problem-status = رمز الحالة
problem-means = ماذا يعني
problem-do = ماذا تفعل
problem-advice-401 = افتح جلسة بواسطة POST /api/v1/sessions ثم أرسل الطلب من جديد برمزها.
problem-advice-403 = اطلب بحساب يسمح دوره بذلك وبرمز هذه الجلسة. إن أُعيد الطلب كما هو رُفض من جديد.
problem-advice-404 = تحقّق من المعرّف: ربما كُتب خطأً أو أُرشف أو كان لمنشأة أخرى. إن أُعيد الطلب كما هو لم يجد شيئًا أيضًا.
problem-advice-409 = اقرأ الوضع الحالي ثم قرّر من جديد. إن أُعيد الطلب كما هو رُفض ما دام الوضع كذلك.
problem-advice-412 = اقرأ الشيء من جديد وخذ نسخته الجديدة ثم كرّر تغييرك عليها.
problem-advice-422 = يسمّي «errors» في الجواب كل حقل وما الخطأ فيه وما الصواب. صحّحه ثم أرسل الطلب من جديد.
problem-advice-429 = انتظر عدد الثواني الذي يحدّده الترويس Retry-After ثم أرسل الطلب من جديد.
problem-advice-500 = أرسل الطلب من جديد بالمفتاح Idempotency-Key نفسه: لا يُنفَّذ شيء مرتين. إن تكرّر ذلك فأعطِ الدعم الرقم المرجعي.
problem-advice-503 = انتظر عدد الثواني الذي يحدّده الترويس Retry-After أو بضع ثوانٍ، ثم أرسل الطلب من جديد بالمفتاح Idempotency-Key نفسه: لا يُنفَّذ شيء مرتين.

## السجلّ
# $name (String): of what it is
history-title = سجل { $name }
history-sub = كل ما جرى تغييره، الأحدث أولًا.
history-more = { $count ->
    [zero] ولا تغيير آخر
    [one] وتغيير آخر
    [two] وتغييران آخران
    [few] و{ $count } تغييرات أخرى
    [many] و{ $count } تغييرًا آخر
   *[other] و{ $count } تغيير آخر
}
history-none = لم يتغير شيء بعد
    .hint = كل ما يتغير من الآن فصاعدًا يظهر هنا: مَن غيّره، ومتى، وكيف كان قبل ذلك.
change-was = قبل:
change-now = الآن:
did-other = جرى تغيير
changed-name = الاسم
changed-state = الحالة
changed-zone = المنطقة الزمنية
changed-locale = اللغة

## How pieces are told apart
status-quality-control = فحص الجودة
status-safety = مخزون احتياطي
channel-till = نقطة البيع
channel-pickup = الاستلام من المتجر
channel-online = البيع عبر الإنترنت
posting-supplier-return = أُعيد إلى المورّد
tracking = التتبع
    .hint = كيف تُميَّز قطعه. لا يمكن تغييره إلا ما دام لا مخزون منه سيُميَّز خطأً.
tracking-none = بلا تتبع
    .hint = كل قطعه متماثلة.
tracking-lot = حسب الدفعة
    .hint = كل حركة تذكر دفعتها.
tracking-serial = حسب الرقم التسلسلي
    .hint = لكل قطعة رقمها وهي في مكان واحد.
tracking-lot-expiry = حسب الدفعة، مع آخر يوم للاستعمال
    .hint = ما تنتهي صلاحيته أولًا يُباع أولًا، والمنتهي لا يُباع.

## How pieces are told apart
## The name of a table that stands under a title of the same words
table-of = { $what }، في جدول

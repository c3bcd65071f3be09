### The words of the room `stock`: its pages, messages and errors.

## المخزون
stock-title = المخزون المتوفر
stock-search = الاسم أو رمز الصنف أو الباركود
item = الصنف
item-sku = رمز الصنف
on-hand = الموجود
promised = المحجوز
available = المتاح
offered = المعروض
store = المتجر
quantity = الكمية
unit-cost = تكلفة الوحدة
delivery-note = إشعار التسليم
why-number = لماذا { $number }؟
errors-title = هناك ما يحتاج إلى تصحيح
stock-sub = ما الموجود وأين، حتى { $time }.
# $count (Number): rows shown
stock-caption = المخزون حسب الصنف والمتجر، { $count ->
    [zero] لا سطور
    [one] سطر واحد
    [two] سطران
    [few] { $count } سطور
    [many] { $count } سطرًا
   *[other] { $count } سطر
 }
stock-caption-store = المخزون في { $store }، { $count ->
    [zero] لا سطور
    [one] سطر واحد
    [two] سطران
    [few] { $count } سطور
    [many] { $count } سطرًا
   *[other] { $count } سطر
 }
# $count (Number): stores not shown
stock-more-stores = { $count ->
    [zero] تظهر كل المتاجر.
    [one] متجر واحد آخر لا يظهر هنا. اختره من مبدّل المتاجر.
    [two] متجران آخران لا يظهران هنا. اختر أحدهما من مبدّل المتاجر.
    [few] { $count } متاجر أخرى لا تظهر هنا. اختر أحدها من مبدّل المتاجر.
    [many] { $count } متجرًا آخر لا تظهر هنا. اختر أحدها من مبدّل المتاجر.
   *[other] { $count } متجر آخر لا تظهر هنا. اختر أحدها من مبدّل المتاجر.
 }
stock-view-all = كل المخزون
stock-view-low = قليل
stock-view-out = نافد
stock-view-oversold = بيع أكثر من الموجود
stock-state-in = متوفر
stock-state-low = قليل
stock-state-out = نافد
stock-state-oversold = بيع أكثر من الموجود
stock-not-known = غير معروف بعد
stock-show-all = عرض كل المخزون
stock-empty = لا أصناف بعد
    .hint = استورد ملف النظام الذي تستعمله اليوم أو أنشئ صنفك الأول. يظهر المخزون هنا مع أول حركة.
on-hand-after = موجود
status = الحالة
kind = النوع
reason = السبب
place = المكان
places = الأماكن
lines = السطور
days = الأيام
from-day = من يوم
to-day = حتى يوم
when-hint = الآن، ما لم تذكر غير ذلك.
flow-to = إلى

## الاستلام
receive-title = استلام بضاعة
receive-sub = ما وصل من دون طلبية.
receive-do = استلام
receive-effect = يزيد المخزون. لا يُطلب شيء ولا يُدفع شيء.
receive-done = تم استلام { $quantity }.

## الأماكن والحركات بالكلمات
posting-reason = { $what }: { $reason }
place-in-store = { $place }، { $store }
place-with-status = { $place } ({ $status })
place-and-more = { $place } و{ $count ->
    [zero] لا شيء غيره
    [one] مكان آخر
    [two] مكانان آخران
    [few] { $count } أماكن أخرى
    [many] { $count } مكانًا آخر
   *[other] { $count } مكان آخر
 }

## سطور النموذج
pick-placeholder = رمز الصنف أو الباركود أو الاسم
pick-which = أيّها تقصد؟
pick-several = { $count ->
    [zero] لا صنف يطابق ذلك.
    [one] هل تقصد هذا الصنف؟
    [two] صنفان يطابقان ذلك. اختر أحدهما.
    [few] { $count } أصناف تطابق ذلك. اختر واحدًا.
    [many] { $count } صنفًا يطابق ذلك. اختر واحدًا.
   *[other] { $count } صنف يطابق ذلك. اختر واحدًا.
 }
pick-unknown = لا نعرف صنفًا بهذا الرمز أو الاسم. تحقق من الكتابة أو أنشئ الصنف أولًا.
pick-no-item = هذا الرمز لا يدل على صنف.
line-add = إضافة سطر
lines-caption = { $what }، سطرًا سطرًا
line-drop = حذف السطر
line-drop-number = حذف السطر { $number }
line-field = { $field }، السطر { $number }
choose-place = اختر مكانًا
choose-store = اختر متجرًا
choose-status = اختر حالة
place-default = المكان الافتراضي للمتجر
place-wherever = حيثما وُجد
place-from = من
place-to = إلى

## البيع
sell-title = بيع
sell-sub = بيع في { $store } من دون طلبية.
sell-do = بيع
sell-effect = يُنقص المخزون، من المكان الافتراضي أولًا.
sell-done = تم بيع { $quantity }.
unit-price = سعر الوحدة
receipt-number = رقم الإيصال

## الإرجاع
takeback-title = استلام مرتجع
takeback-sub = ما يعيده الزبون إلى { $store }.
takeback-do = استلام المرتجع
takeback-effect = يزيد المخزون. لا يُباع من جديد إلا ما هو متاح.
takeback-done = تم استلام { $quantity } مرتجعًا.
return-status = يعود بحالة

## المخزون الافتتاحي
opening-title = إدخال المخزون الافتتاحي
opening-sub = ما كان في { $store } عندما بدأت مع Stockroom.
opening-do = إدخال المخزون
opening-effect = يزيد المخزون، مرة واحدة لكل صنف ومكان. ما يتغير بعد ذلك تسويات.
opening-done = تم إدخال { $quantity }.
opening-reference = القائمة

## النقل
move-title = نقل
move-sub = من مكان في { $store } إلى مكان آخر.
move-do = نقل
move-effect = يبقى مخزون المتجر كما هو.
move-done = تم نقل { $quantity }.

## تغيير الحالة
status-title = تغيير الحالة
status-sub = عزل بضاعة في { $store } أو إعادتها إلى البيع.
status-do = تغيير الحالة
status-effect = يبقى مخزون المتجر كما هو. لا يُباع إلا ما هو متاح.
status-done = تم تغيير حالة { $quantity }.
status-from = من
status-to = إلى

## التسوية
adjust-title = تسوية المخزون
adjust-sub = أي صنف في { $store } لا يوافق الدفاتر؟
adjust-item-sub = { $item }، في { $store }
adjust-other = صنف آخر
adjust-place = { $place } · { $status }: الموجود { $quantity }
adjust-places-known = حيث يوجد
adjust-places-new = حيث لم يوجد قط
adjust-mode = هذا العدد هو
adjust-to = الموجود الآن
    .hint = تُضبط الدفاتر عليه.
adjust-by = مقدار التغيير
    .hint = زيادة، أو نقصان مع علامة الطرح.
adjust-effects = { $stock } { $cost }
adjust-effect = يبقى التغيير في السجل مع سببه ويمكن التراجع عنه.
adjust-do = تسوية المخزون
adjust-done-more = زاد المخزون بمقدار { $quantity }.
adjust-done-less = نقص المخزون بمقدار { $quantity }.
adjust-nothing = هذا ما تقوله الدفاتر أصلًا. لم يتغير شيء.
adjust-stale = حدثت حركة منذ أن فتحت الصفحة. انظر إلى العدد الآن وقرر من جديد.
adjust-one-way = اذكر إما مقدار التغيير وإما الموجود الآن.

## الحركات
movements-title = الحركات
movements-days-reversed = اليوم الأول بعد اليوم الأخير، فلا شيء بينهما. غيّر أحدهما.
movements-sub = كل المتاجر، الأحدث أولًا.
movements-sub-store = { $store }، الأحدث أولًا.
movements-time = الوقت
movements-what = ما حدث
movements-where = من وإلى
movements-change = التغيير
movements-after = بقي هناك
movements-newest = الأحدث
movements-older = الأقدم
movements-one-place = مكان واحد
movements-none = لم يتحرك شيء بعد
    .hint = استلم بضاعة أو أدخل المخزون الافتتاحي أو استورد ملفًا؛ تبقى كل حركة هنا دائمًا.
movements-none-here = لا شيء حتى الآن
    .hint = هناك حركات أقدم لم يُنظر فيها بعد. تابع في الأسفل.

## لماذا العدد هكذا
why-sub = { $item }، في { $place }
why-story = كيف نتج
why-panel-title = { $what } في { $place }
why-counted = تم الجرد، { $date }
why-opened = المخزون الافتتاحي، { $date }
why-carried = مرحّل مما قبل { $date }
why-sales = { $what } في { $count ->
    [zero] لا عمليات بيع
    [one] عملية بيع واحدة
    [two] عمليتي بيع
    [few] { $count } عمليات بيع
    [many] { $count } عملية بيع
   *[other] { $count } عملية بيع
 }
why-times = { $what }، { $count ->
    [zero] ولا مرة
    [one] مرة واحدة
    [two] مرتين
    [few] { $count } مرات
    [many] { $count } مرة
   *[other] { $count } مرة
 }
why-once = { $what }، { $date }
why-document = التفاصيل
why-show = عرض
why-movements = عرض الحركات
why-where = أين يوجد
why-where-caption = { $item } حسب المكان
why-not-for-sale = تالف أو محجور

## قيد واحد
posting-title = { $what } { $when }
posting-booked = سُجّل
posting-day = يوم المتجر
posting-door = كيف
posting-effect = الأثر
posting-beside = يرافق
posting-late = القيد المعني
posting-counted-since = جُرد بعد ذلك
    .link = ما جُرد يبقى كما هو
posting-reference = الرقم
posting-reverses = يتراجع عن قيد آخر
posting-undone = تم التراجع عنه
posting-partly-undone = تم التراجع عن بعضه
posting-counter-entry = القيد العكسي
posting-line-undone = تم التراجع عنه
posting-more-lines = هذه السطور الأولى، وهناك المزيد.
posting-selected = المحدد
posting-lines-gone = بعض هذه السطور تم التراجع عنه من قبل أو لم يوجد قط.
table-selected-head = تحديد
reverse-title = تراجع
reverse-effect = قيد عكسي يعيد كل شيء إلى حيث كان. يبقى الاثنان في السجل.
reverse-why = لماذا؟
reverse-do = { $count ->
    [zero] لا سطور للتراجع عنها
    [one] التراجع عن هذا السطر
    [two] التراجع عن السطرين
    [few] التراجع عن { $count } سطور
    [many] التراجع عن { $count } سطرًا
   *[other] التراجع عن { $count } سطر
 }
reverse-some = التراجع عن هذه السطور
reverse-done = { $count ->
    [zero] لم يتم التراجع عن شيء.
    [one] تم التراجع عن سطر واحد. هذا قيده العكسي.
    [two] تم التراجع عن سطرين. هذا القيد العكسي.
    [few] تم التراجع عن { $count } سطور. هذا القيد العكسي.
    [many] تم التراجع عن { $count } سطرًا. هذا القيد العكسي.
   *[other] تم التراجع عن { $count } سطر. هذا القيد العكسي.
 }
reverse-short = { $item }: لم يبق هناك سوى { $available }، ولا يمكن استرجاع { $wanted }.

## التحويلات
transfer = تحويل
transfers-title = التحويلات
transfers-sub = بضاعة في طريقها من متجر إلى آخر.
transfers-open = في الطريق
transfers-none = لا تحويلات
    .hint = يُخرج التحويل البضاعة من متجر ويبقيها في الطريق حتى يستلمها المتجر الآخر.
transfer-heading = التحويل { $code }
transfer-draft = مسودة
transfer-shipped = في الطريق
transfer-partly = وصل بعضه
transfer-received = وصل
transfer-cancelled = ملغى
transfer-from = من
transfer-to = إلى
transfer-sent-on = تاريخ الإرسال
transfer-sent-by = أُرسل { $date } بيد { $name }
transfer-quantity = المُرسل
transfer-arrived = الواصل
transfer-damaged = التالف
transfer-missing = المفقود
transfer-returned = العائد
transfer-left = في الطريق
history-detail = { $who }، { $when }
ship-title = إرسال بضاعة
ship-sub = من { $store } إلى متجر آخر.
ship-do = إرسال
ship-effect = يُخرج البضاعة من هذا المتجر، وتبقى في الطريق حتى يستلمها الآخر.
ship-done = تم إرسال { $quantity }.
arrive-title = استلام ما وصل
arrive-good = سليم
arrive-damaged = تالف
arrive-close = لن يصل المزيد
    .hint = ما بقي في الطريق يُسجّل مفقودًا.
arrive-caption = ما وصل، سطرًا سطرًا
arrive-effect = ما وصل يوضع في مكانه، وما لم يصل يبقى في الطريق.
arrive-do = استلام
arrive-damage = لماذا تلف بعضه
arrive-over = إن وصل أكثر مما أُرسل
    .none = لم يصل أكثر
    .hint = لا يُستلم الزائد إلا إذا قلت من أين هو.
over-sender = حزم المرسل أكثر
    .hint = يخرج من رفّ المرسل بقدر ما تذكره سجلاته هناك.
over-found = لا أحد يعلم من أين
    .hint = يُسجّل معثورًا عليه.
arrive-lost = لماذا فُقد الباقي
arrive-more = ظهر المزيد منه
arrive-more-effect = يوضع في مكانه مع ما وصل من قبل.
# $quantity (String)
transfer-more = { $quantity } فوق المُرسل
transfer-surplus = الزائد
transfer-done = وصل التحويل { $code }.
transfer-done-partly = تم الاستلام. ما زال بعض { $code } في الطريق.
cancel-title = إلغاء التحويل
cancel-effect = ما وصل يبقى. ويمكن التراجع عن كليهما ما دامت البضاعة حيث ذهبت.
cancel-do = إلغاء التحويل
cancel-to = مصير ما هو في الطريق
cancel-home = يعود إلى المرسل
    .hint = إلى المكان الافتراضي للمرسل.
cancel-write-off = يُشطب
    .hint = فُقد في الطريق، خسارةً على المتجر المستلم.
cancel-reason = لماذا فُقد
    .none = فقط إذا شُطب
cancel-sent-by-mistake = أُرسل خطأً
cancel-done = أُلغي التحويل { $code }.

## المتاجر وأماكنها
stores-title = المتاجر
stores-sub = محلات ومستودعات، لكل منها أماكنه.
stores-search = الاسم أو الرمز
stores-nothing-so-far = لا شيء حتى الآن
    .hint = هناك متاجر لم يُنظر فيها بعد. تابع إلى الصفحة التالية.
store-code = الرمز
    .hint = من حرفين إلى 16 حرفًا لاتينيًا كبيرًا أو رقمًا أو شرطة، مثل DUBAI. يُطبع على الرفوف ولا يتغير.
store-zone = المنطقة الزمنية
    .hint = مثل Asia/Dubai.
store-currency = العملة
    .hint = ثلاثة حروف، مثل AED.
store-open = مفتوح
store-new = فتح متجر
store-new-sub = يبدأ بمكان واحد للبضاعة، ويمكن إضافة غيره.
store-new-effect = لا مخزون هناك بعد.
store-new-do = فتح المتجر
store-opened = تم فتح { $name }.
store-has-stock = { $count ->
    [zero] لا أصناف هنا.
    [one] ما زال هنا صنف واحد. انقله أو اشطبه أولًا.
    [two] ما زال هنا صنفان. انقلهما أو اشطبهما أولًا.
    [few] ما زالت هنا { $count } أصناف. انقلها أو اشطبها أولًا.
    [many] ما زال هنا { $count } صنفًا. انقلها أو اشطبها أولًا.
   *[other] ما زال هنا { $count } صنف. انقلها أو اشطبها أولًا.
 }
store-has-transfers = { $count ->
    [zero] لا تحويلات في الطريق.
    [one] ما زال تحويل واحد من هنا أو إلى هنا في الطريق. استلمه أو ألغه أولًا.
    [two] ما زال تحويلان من هنا أو إلى هنا في الطريق. استلمهما أو ألغهما أولًا.
    [few] ما زالت { $count } تحويلات من هنا أو إلى هنا في الطريق. استلمها أو ألغها أولًا.
    [many] ما زال { $count } تحويلًا من هنا أو إلى هنا في الطريق. استلمها أو ألغها أولًا.
   *[other] ما زال { $count } تحويل من هنا أو إلى هنا في الطريق. استلمها أو ألغها أولًا.
 }
place-scan = رمز المسح
places-caption = أماكن { $store }
places-labels = طباعة الملصقات
place-add = إضافة مكان
place-added = تمت إضافة المكان { $place }.
place-edit = تعديل { $place }
place-menu = ماذا تفعل بالمكان { $place }
place-code = الرمز
    .hint = حتى 32 حرفًا لاتينيًا أو رقمًا أو نقطة أو شرطة، مثل F3-02.
place-name-hint = رمزه، ما لم تعطه اسمًا.
place-parent = داخل
place-top = المتجر نفسه
place-is-default = افتراضي
place-make-default = جعله الافتراضي
place-negative = يجوز أن ينزل تحت الصفر
    .hint = يجوز للصندوق أن يبيع هنا ما لم يُسجّل بعد.
place-stock = ما يوجد هنا
place-stock-caption = ما يوجد في { $place }، صنفًا صنفًا
place-with-inside = مع الأماكن التي بداخله
place-only-here = هنا فقط
place-inside = الأماكن التي بداخله
place-inside-caption = الأماكن داخل { $place }
place-inside-more = هناك المزيد. ابحث عنها برموزها بين أماكن المتجر.
place-in-places = { $count ->
    [zero] لا أماكن
    [one] مكان واحد
    [two] مكانان
    [few] { $count } أماكن
    [many] { $count } مكانًا
   *[other] { $count } مكان
 }
place-empty = لا شيء هنا
    .hint = ما يُستلم أو يُنقل أو يُجرد هنا يظهر بكمياته.
place-nothing-so-far = لا شيء في هذه الصفحة
    .hint = يوجد هنا الكثير، لكن ليس من الأصناف التي نُظر فيها حتى الآن. تابع إلى الصفحة التالية.
place-move = نقل من هنا
place-count = جرد هذا المكان
place-label = طباعة ملصقه
places-search = بداية رمز المكان
places-more = هناك أماكن أكثر مما يظهر. ابحث عن مكان برمزه.
place-archived = أُرشِف { $place } للتو. اختر مكانًا آخر، أو أعده أولًا.
place-other-store = { $place } مكان في { $store }. اختر مكانًا من هذا المتجر، أو اختر المتجر الآخر أولًا.
location-has-stock = { $count ->
    [zero] لا أصناف هنا.
    [one] ما زال هنا صنف واحد. انقله أولًا.
    [two] ما زال هنا صنفان. انقلهما أولًا.
    [few] ما زالت هنا { $count } أصناف. انقلها أولًا.
    [many] ما زال هنا { $count } صنفًا. انقلها أولًا.
   *[other] ما زال هنا { $count } صنف. انقلها أولًا.
 }
location-has-places = { $count ->
    [zero] لا أماكن في داخله.
    [one] في داخله مكان واحد. أرشفه أو انقله أولًا.
    [two] في داخله مكانان. أرشفهما أو انقلهما أولًا.
    [few] في داخله { $count } أماكن. أرشفها أو انقلها أولًا.
    [many] في داخله { $count } مكانًا. أرشفها أو انقلها أولًا.
   *[other] في داخله { $count } مكان. أرشفها أو انقلها أولًا.
 }
location-is-default = تأتي البضاعة إلى هنا ما لم يُذكر غيره. اجعل مكانًا آخر افتراضيًا أولًا.
location-inside-itself = لا يمكن أن يكون المكان داخل نفسه.
location-too-deep = لا تزيد الأماكن على 32 مستوى.
location-parent-archived = { $place } مؤرشف. اختر مكانًا آخر، أو أعده أولًا.

## ما قد يكون خطأ
# $field (String): what it is called; $error (String); $number (Number): the line's
error-in-field = { $field }: { $error }
error-in-line = السطر { $number }، { $field }: { $error }
error-of-line = السطر { $number }: { $error }
variant-twice = هذا الصنف في سطر آخر. اجمعهما في سطر واحد.
opening-known = سُجّل هذا هنا من قبل، وتقول الدفاتر { $on_hand }. سوِّه بدلًا من ذلك.
move-same-place = اختر مكانًا غير الذي هو فيه.
status-same = اختر حالة غير الحالية.
reason-only-takes = هذا السبب يُنقص المخزون. للزيادة اختر «عُثر عليه» أو «خطأ في جرد سابق».
reason-only-brings = هذا السبب يزيد المخزون. للإنقاص اختر سببًا آخر.
reason-other-note = اذكر السبب بكلمات قليلة.
transfer-over = لا يوجد في الطريق سوى { $left }. إن وصل أكثر فقل أدناه من أين هو.
transfer-line-twice = هذا السطر من التحويل مكرر هنا.
transfer-same-store = اختر متجرًا غير المرسل.
transfer-not-open = لم يبق شيء من هذا التحويل في الطريق.
transfer-none-came = اكتب كم وصل من سطر واحد على الأقل، أو قل إن الباقي مفقود.
transfer-home-no-loss = ما يعود إلى المرسل ليس مفقودًا: لا تذكر سبب الفقد.
transfer-undo-there = هذا من التحويل { $code } ويُتراجع عنه هناك: ألغه.
stock-insufficient = لا يوجد هنا سوى { $available }، ولا يمكن أخذ { $wanted }.
variant-unknown = هذا الصنف غير موجود هنا.
variant-archived = { $sku } مؤرشف. أعده أولًا، ثم يمكن تحريكه وعدّه من جديد.
variant-draft = { $sku } ما زال مسودة وليس معروضًا للبيع بعد. فعّله أولًا.
lines-none = أضف سطرًا واحدًا على الأقل.
lines-too-many = { $max ->
    [one] سطر واحد على الأكثر.
    [two] سطران على الأكثر.
    [few] { $max } أسطر على الأكثر. ما زاد يُستورد كملف.
   *[other] { $max } سطر على الأكثر. ما زاد يُستورد كملف.
 }
posting-already-reversed = تم التراجع عن هذا من قبل.
posting-is-a-reversal = هذا تراجع بحد ذاته ولا يمكن التراجع عنه. أدخله من جديد.
posting-is-an-offset = هذا يرافق قيدًا آخر ليبقى الجرد كما هو. يُلغى بإلغاء ذلك الجرد.
store-code-invalid = رمز المتجر من حرفين إلى 16 حرفًا لاتينيًا كبيرًا أو رقمًا أو شرطة، مثل DUBAI.
store-code-taken = متجر آخر يحمل هذا الرمز.
location-code-invalid = رمز المكان حتى 32 حرفًا لاتينيًا أو رقمًا أو نقطة أو شرطة، مثل F3-02.
location-code-taken = مكان آخر في هذا المتجر يحمل هذا الرمز.
zone-unknown = لا توجد منطقة زمنية كهذه. مثال: Asia/Dubai.

## الجرد
counts-title = عمليات الجرد
counts-sub = ما يُجرد الآن، وما ينتظر المراجعة، وما تم ترحيله.
counts-empty-title = لا توجد عمليات جرد بعد
counts-empty-text = خطّط لجرد حسب الموضع أو الفئة أو الصنف، ثم اجرد بالهاتف.
count-number = الجرد
count-scope = ما يُجرد
count-scope-locations = مواضع
count-scope-category = فئة
count-scope-items = أصناف محددة
count-scope-everything = كل شيء
count-state = الحالة
count-state-open = مخطط
count-state-counting = قيد الجرد
count-state-review = للمراجعة
count-state-posted = مُرحَّل
count-state-cancelled = ملغى
count-lines = البنود المجرودة
count-places = المواضع
count-places-finished = المواضع المنتهية
count-places-done = { $done } من { $total }
count-places-caption = مواضع هذا الجرد ومدى تقدم كل منها
count-planned = التخطيط
count-planned-by = خطّطه { $name }، { $day }
count-asked = { $count ->
    [zero] لا شيء لإعادة الجرد
    [one] بند واحد لإعادة الجرد
    [two] بندان لإعادة الجرد
    [few] { $count } بنود لإعادة الجرد
    [many] { $count } بندًا لإعادة الجرد
   *[other] { $count } بند لإعادة الجرد
}
count-counted-lines = { $count ->
    [zero] لا بنود مجرودة
    [one] بند واحد مجرود
    [two] بندان مجرودان
    [few] { $count } بنود مجرودة
    [many] { $count } بندًا مجرودًا
   *[other] { $count } بند مجرود
}

## تخطيط جرد
count-plan-title = تخطيط جرد
count-plan-sub = حدّد ما يُجرد ومدى الدقة. يستمر البيع أثناء ذلك.
count-plan-name-hint = ما يُسمّى به في المتجر، مثل الرفوف الأمامية.
count-plan-scope = ما يُجرد
count-scope-locations-hint = اختر أدناه مواضع أو مناطق كاملة.
count-scope-category-hint = كل أصناف الفئات المختارة أدناه أينما كانت.
count-scope-items-hint = الأصناف المذكورة أدناه فقط.
count-scope-everything-hint = كل صنف في المتجر.
count-plan-locations = المواضع
count-plan-categories = الفئات
count-plan-items = الأصناف
count-plan-items-hint = رمز صنف أو باركود واحد في كل سطر.
count-plan-unknown = لا يوجد صنف { $code }.
count-plan-blind = جرد أعمى
count-plan-blind-hint = لا يرى أحد الكمية المتوقعة قبل إرسال الجرد، فيكون الجرد أصدق.
count-plan-rule = إعادة الجرد
count-plan-rule-hint = الفرق الأكبر يعيد جرده شخص آخر قبل قبوله.
count-plan-limit-quantity = وحدات أكثر من
count-plan-limit-value = قيمة بالتكلفة أكثر من
count-plan-effect = لا يتغير شيء قبل اعتماد الفروق وترحيلها.
count-plan-do = خطّط الجرد
count-plan-done = تم تخطيط { $number } وهو بانتظار الجرد في المتجر.

## جرد
count-steps = خطوات هذا الجرد
count-step-counted = الجرد
count-step-review = المراجعة
count-step-posted = الترحيل
count-is-blind = أعمى
count-go-floor = اجرد في المتجر
count-submit = أرسل للمراجعة
count-submit-done = أُرسل. سينظر المراجع الآن في الفروق.
count-submit-anyway = أرسل على أي حال
count-submit-title = { $count ->
    [zero] لا أماكن غير منتهية
    [one] مكان واحد لم ينته
    [two] مكانان لم ينتهيا
    [few] { $count } أماكن لم تنته
    [many] { $count } مكانًا لم ينته
   *[other] { $count } مكان لم ينته
}
count-submit-text = ما لم يُمسح هناك يُعد غير مجرود، لا صفرًا. ويراه المراجع في قائمة.
count-review-go = راجع
count-cancel = ألغِ الجرد
count-cancel-not = تابع الجرد
count-cancel-title = هل تلغي هذا الجرد؟
count-cancel-text = يبقى ما مُسح مسجلاً، لكن لا يُرحَّل منه شيء.
count-cancel-done = أُلغي الجرد.
count-place = الموضع
count-place-open = لم يبدأ
count-place-finished = أنهاه { $name }، { $time }
count-to-recount = لإعادة الجرد

## مراجعة الجرد
count-review-title = مراجعة { $name }
count-counted-by = جرده { $names }، { $day }، من { $from } إلى { $to }
count-match = مطابقة
count-differ = مختلفة
count-uncounted = غير مجرودة
count-missing-found = ناقص وزائد
count-net = الصافي بالتكلفة
count-unvalued = { $count ->
    [zero] 0 قيمتها غير معروفة
    [one] واحد قيمته غير معروفة
    [two] اثنان قيمتهما غير معروفة
    [few] { $count } قيمتها غير معروفة
    [many] { $count } قيمتها غير معروفة
   *[other] { $count } قيمتها غير معروفة
}
count-differ-title = { $count ->
    [zero] لا بنود مختلفة
    [one] بند واحد مختلف
    [two] بندان مختلفان
    [few] { $count } بنود مختلفة
    [many] { $count } بندًا مختلفًا
   *[other] { $count } بند مختلف
}
count-differ-caption = البنود المختلفة مع القيمة والقرار
count-uncounted-title = { $count ->
    [zero] لا أصناف غير مجرودة
    [one] صنف واحد لم يُجرد
    [two] صنفان لم يُجردا
    [few] { $count } أصناف لم تُجرد
    [many] { $count } صنفًا لم يُجرد
   *[other] { $count } صنف لم يُجرد
}
count-uncounted-hint = غير المجرود ليس صفرًا. لا يتغير شيء لهذه حتى يقرر أحد.
count-uncounted-caption = أصناف لها مخزون هنا ولم يجردها أحد
count-expected = المتوقع
count-counted = المجرود
count-difference = الفرق
count-value = القيمة بآخر تكلفة
count-known = ما نعرفه
count-last-moved = آخر حركة
count-decision = القرار
count-decision-for = القرار بشأن { $item }
count-accept = قبول
count-recount = إعادة
count-reject = تجاهل
count-count = اجرد
count-leave = اترك
count-waits-recount = بانتظار إعادة الجرد
count-line-is-posted = مُرحَّل
count-moved = تحرك أثناء الجرد
count-books-at = هو في الدفاتر في { $place }: يُنقل إلى هنا
count-books-on-its-way = هو في الدفاتر في الطريق إلى { $store }
count-books-elsewhere = هو في الدفاتر في { $store } في { $place }: { $status }
count-stray = ليس ضمن خطة هذا الجرد
count-before = الجرد الأول: { $quantity }
count-over-quantity = فوق حد الوحدات، لذا يُطلب جرد ثانٍ
count-over-value = فوق حد القيمة، لذا يُطلب جرد ثانٍ
count-over-unknown = قيمته غير معروفة، لذا يُطلب جرد ثانٍ
count-mine = أنت من جرده
count-by = جرده { $names }
count-accept-under = اقبل كل ما دون
count-accept-under-do = اقبل هذه
count-review-all-right = كل ما جُرد يطابق الدفاتر.
count-reason = لماذا تعتمد جردك بنفسك
count-reason-hint = تعمل وحدك، فانظر مرة ثانية واذكر ما رأيت. يبقى مسجلاً.
count-bar = مقبولة: { $accepted }، لإعادة الجرد: { $asked }، بانتظار القرار: { $undecided }.
count-bar-may = لم تجرد هنا، فيمكنك الاعتماد.
count-bar-mine = جردت بعض هذا بنفسك؛ يعتمد تلك البنود شخص آخر.
count-bar-one = جردت هنا وتعمل وحدك: اذكر السبب.
count-decide = احفظ القرارات
count-decide-done = القرارات: مقبولة { $accepted }، لإعادة الجرد { $recounted }، متجاهلة { $rejected }.
count-decide-nothing = لم يُتخذ قرار جديد.
# $left (Number): lines left, whose value is not known
count-decide-left = القرارات: مقبولة { $accepted }، لإعادة الجرد { $recounted }، متجاهلة { $rejected }. { $left ->
    [zero] لم يبقَ أي بند.
    [one] بقي بند واحد لأن قيمته غير معروفة.
    [two] بقي بندان لأن قيمتهما غير معروفة.
    [few] بقيت { $left } بنود لأن قيمتها غير معروفة.
    [many] بقي { $left } بندًا لأن قيمتها غير معروفة.
   *[other] بقي { $left } بند لأن قيمتها غير معروفة.
 }
count-post = { $count ->
    [zero] رحّل 0 تسويات، { $value }
    [one] رحّل تسوية واحدة، { $value }
    [two] رحّل تسويتين، { $value }
    [few] رحّل { $count } تسويات، { $value }
    [many] رحّل { $count } تسوية، { $value }
   *[other] رحّل { $count } تسوية، { $value }
}
count-post-cut-short = { $count ->
    [zero] رُحّل. لم يلزم تغيير شيء.
    [one] رُحّل: صُحّح بند واحد.
    [two] رُحّل: صُحّح بندان.
    [few] رُحّل: صُحّحت { $count } بنود.
    [many] رُحّل: صُحّح { $count } بندًا.
   *[other] رُحّل: صُحّح { $count } بند.
} { $short ->
    [one] بقي من دفعة واحدة في الدفاتر أقل مما كان ناقصًا؛ خُصم ما بقي. أعد عدّها.
    [two] بقي من دفعتين في الدفاتر أقل مما كان ناقصًا؛ خُصم ما بقي. أعد عدّهما.
    [few] بقي من { $short } دفعات في الدفاتر أقل مما كان ناقصًا؛ خُصم ما بقي. أعد عدّها.
    [many] بقي من { $short } دفعة في الدفاتر أقل مما كان ناقصًا؛ خُصم ما بقي. أعد عدّها.
   *[other] بقي من { $short } دفعة في الدفاتر أقل مما كان ناقصًا؛ خُصم ما بقي. أعد عدّها.
}
count-post-matched = رحّل
count-post-done = { $count ->
    [zero] رُحّل. لم يلزم تغيير شيء.
    [one] رُحّل: صُحّح بند واحد.
    [two] رُحّل: صُحّح بندان.
    [few] رُحّل: صُحّحت { $count } بنود.
    [many] رُحّل: صُحّح { $count } بندًا.
   *[other] رُحّل: صُحّح { $count } بند.
}

## رموز لا تخص شيئًا
count-unknown = رموز مجهولة
count-unknown-title = { $count ->
    [zero] لا رموز مجهولة
    [one] رمز مجهول واحد
    [two] رمزان مجهولان
    [few] { $count } رموز مجهولة
    [many] { $count } رمزًا مجهولاً
   *[other] { $count } رمز مجهول
}
count-unknown-hint = هذه المسحات محفوظة. حدّد ما هي أو تجاهلها.
count-unknown-line = { $quantity } في { $place }، مسحها { $who }
count-unknown-item = رمز الصنف أو الباركود
count-unknown-which = قد يكون { $items }.
count-unknown-link = اربط
count-unknown-aside = تجاهل
count-unknown-link-done = { $count ->
    [zero] لم تُحسب مسحات.
    [one] حُسبت مسحة واحدة للصنف.
    [two] حُسبت مسحتان للصنف.
    [few] حُسبت { $count } مسحات للصنف.
    [many] حُسبت { $count } مسحة للصنف.
   *[other] حُسبت { $count } مسحة للصنف.
}
count-unknown-aside-done = { $count ->
    [zero] لم تُتجاهل مسحات.
    [one] تُجوهلت مسحة واحدة.
    [two] تُجوهلت مسحتان.
    [few] تُجوهلت { $count } مسحات.
    [many] تُجوهلت { $count } مسحة.
   *[other] تُجوهلت { $count } مسحة.
}

## ما يرفضه الجرد
count-scope-empty = اختر واحدًا على الأقل.
count-scope-large = { $max ->
    [zero] لا يمكن الاختيار.
    [one] واحد على الأكثر.
    [two] اثنان على الأكثر.
    [few] { $max } على الأكثر. اجرد كل شيء أو خطّط لعدة عمليات.
    [many] { $max } على الأكثر. اجرد كل شيء أو خطّط لعدة عمليات.
   *[other] { $max } على الأكثر. اجرد كل شيء أو خطّط لعدة عمليات.
}
count-closed = لا يقبل هذا الجرد مسحات أخرى.
count-line-decided = هذا البند محسوم بالفعل.
count-recount-other = سبق أن جردته. يعيد جرده شخص آخر.
count-place-outside = هذا الموضع ليس ضمن الجرد.
count-code-unreadable = تعذرت قراءة هذا الرمز. امسحه مرة أخرى.
count-undo-nothing = لا توجد مسحة كهذه للتراجع عنها.
count-undo-other = لا يتراجع عنها إلا من مسحها أو المراجع.
count-blind = هذا الجرد أعمى: تظهر الفروق بعد إرساله.
count-nothing-counted = لم يُجرد شيء بعد.
count-not-in-review = هذا الجرد ليس قيد المراجعة.
count-line-posted = هذا البند مُرحَّل بالفعل.
count-line-moved = تحرك المخزون هنا أثناء الجرد، لذا يُعاد جرده أولاً.
count-line-stray = هذا ليس ضمن خطة الجرد. انظر إليه ثم اقبله وحده.
count-line-uncounted = لم يُجرد بعد، فلا شيء لقبوله.
count-needs-recount = الفرق يتجاوز الحد: يعيد جرده شخص آخر أولاً.
count-own-line = أنت من جرده، فيقبله شخص آخر.
count-own-post = جردت بعض هذه البنود، فيرحّلها شخص آخر.
count-reason-needed = انظر مرة ثانية واذكر لماذا تقبل جردك.
count-nothing-to-post = لا شيء مقبول للترحيل.
count-posted = هذا الجرد مُرحَّل بالفعل.
count-partly-posted = رُحّل بعض هذا الجرد فلا يمكن إلغاؤه. تجاهل الباقي.
count-plan-second = الجرد مرتين
    .hint = يعيد شخص آخر جرد كل شيء دون أن يرى ما وجده الأول. لا يسري حيث يعمل شخص واحد وحده.

## برامج الجرد
programmes-title = برامج الجرد
programmes-sub = ما يُجرد في المتجر وكم مرة. وما يحين موعده يُخطَّط تلقائيًا كعملية جرد.
programmes-none = لا برامج جرد بعد
    .hint = يبقي البرنامج كل رف مجرودًا دون إغلاق المتجر: الأهم يُجرد أكثر.
programme-new = برنامج جديد
programme-save = احفظ البرنامج
programme-effect = ابتداءً من يومه التالي ينتظر ما حان موعده في المتجر كعملية جرد.
programme-done-saved = حُفظ البرنامج.
programme-change = تعديل البرنامج
programme-name-hint = تُسمّى به عمليات جرده مع يومها.
programme-kind = ما يجرده
programme-kind-classes = أصناف حسب الفئة
    .hint = الفئة A التي تشكل الأكثر يحين دورها أكثر.
programme-kind-places = المواضع بالدور
    .hint = المواضع التي فيها مخزون، الأقدم جردًا أولًا.
programme-kind-empty-places = المواضع الخالية
    .hint = مواضع لا مخزون فيها بحسب السجلات: من يكون هناك يقول هل هي خالية.
programme-kind-sample = عينة عشوائية
    .hint = أصناف بالمصادفة، فلا يعلم أحد أيها.
programme-size = الحد الأقصى في العملية
    .hint = أصناف أو مواضع.
programme-every = عملية جرد كل كذا يومًا
    .hint = فقط إن حان موعد شيء.
programme-days-a = من جديد بعد كذا يومًا
    .hint = في الأصناف حسب الفئة هي أصناف الفئة A. ولا تتبعه العينة.
programme-classes = الفئات
    .hint = للأصناف حسب الفئة فقط.
programme-measure = تُحدد الفئات حسب
programme-measure-value = قيمة الموجود بالتكلفة
programme-measure-velocity = الوحدات المبيعة في 90 يومًا
programme-share-a = تشكل الفئة A، بالمئة
programme-share-b = الفئتان A وB معًا، بالمئة
programme-days-b = الفئة B من جديد بعد أيام
programme-days-c = الفئة C من جديد بعد أيام
programme-tolerance = السماح
programme-active = يخطط لعمليات الجرد
    .hint = وإلا فالبرنامج متوقف.
programme-rests = متوقف
programme-next = القادم في
programme-last = آخر ما خُطط
programme-never = لم يُجرد قط
programme-due = ما حان موعده
programme-due-now = حان موعده
programme-class = الفئة
programme-interval = الفترة بالأيام
programme-items = أصناف
programme-counts = عمليات جرده
programme-counts-none = لم يُخطط شيء بعد
    .hint = يُخطط ما حان موعده في يومه، أو الآن بالزر أعلاه.
programme-plan = خطط الآن لما حان موعده
programme-nothing-due = لم يحن موعد شيء.
programme-count-open = العملية { $number } من هذا البرنامج ما زالت مفتوحة. أنهها أو ألغها أولًا.
programme-planned-today = خطط هذا البرنامج لعملية جرد اليوم فعلًا.
number-out-of-range = اكتب عددًا من { $min } إلى { $max }.
number-not-whole = اكتب عددًا صحيحًا.
did-stock-save-count-programme = حُفظ البرنامج
did-stock-plan-due-count = خُطط لما حان موعده
## صحة الدفاتر وما يُفقد
accuracy-title = الدقة
accuracy-sub = مدى صحة السجلات بحسب ما جُرد ورُحّل. عمليات الجرد المتراجع عنها مستثناة.
accuracy-tolerable = ضمن السماح
accuracy-by-lines = الدقة حسب البنود
accuracy-expected = المتوقع بالتكلفة
accuracy-off = الفرق بالتكلفة
accuracy-by-value = الدقة حسب القيمة
shrinkage-title = الفاقد
shrinkage-sub = ما سُجّل مفقودًا وما سُجّل معثورًا عليه، بالتكلفة. ما تُراجع عنه مخصوم. حسب من جرد: ما جرده أقل أو أكثر من المتوقع.
shrinkage-lost = المفقود
shrinkage-lost-value = المفقود بالتكلفة
shrinkage-found = المعثور عليه
shrinkage-found-value = المعثور عليه بالتكلفة
shrinkage-net = صافي الخسارة
figures-from = من يوم
figures-to = إلى يوم
figures-by = حسب
figures-by-month = الشهر
figures-by-store = المتجر
figures-by-category = الفئة
figures-by-reason = السبب
figures-by-counter = من جرد
figures-total = المجموع
figures-of-none = بلا
figures-unvalued = تكلفة غير معروفة
figures-none = لا شيء في هذه الأيام
    .hint = اختر أيامًا أخرى أو متجرًا آخر.
figures-days-reversed = اليوم الأخير قبل الأول.
figures-days-many = اختر أقل من { $max } يومًا.
## ملاحظات وصور ومن يتحقق من بند
evidence-title = ملاحظات وصور
evidence-none = لا ملاحظات على هذا البند.
evidence-add = دوّن شيئًا
evidence-add-do = أضف
evidence-link = ملاحظة أو صورة
evidence-of = { evidence-link }: { $item }
evidence-photo = صورة
evidence-photo-hint = بصيغة JPEG أو PNG أو WebP، بحد أقصى { $max } م.ب.
evidence-photo-by = صورة من { $name }
evidence-done = دُوّن.
evidence-photo-kind = هذه ليست صورة يمكن عرضها. اختر JPEG أو PNG أو WebP.
evidence-photo-large = هذه الصورة أكبر من { $max } م.ب. التقط أصغر منها.
evidence-upload-failed = لم تصل الصورة كاملة. أرسلها مرة أخرى.
evidence-full = على هذا البند { $max } من الملاحظات والصور فعلًا.
investigation-title = التحقق منه
investigation-effect = لا يُقبل هذا البند حتى يتم ذلك، ولا تنتظره البنود الأخرى.
investigation-who = من
investigation-me = أنا
investigation-until = حتى
investigation-what = ما يُتحقق منه
investigation-open = اطلب التحقق منه
investigation-outcome = ما نتج عنه
investigation-end = انتهى التحقق
investigation-done-opened = هناك من يتحقق من هذا البند.
investigation-done-ended = يمكن البت في البند من جديد.
investigation-goes-on = جارٍ
investigation-late = متأخر
investigation-over-state = انتهى
investigation-by = { $name }، حتى { $day }
investigation-line = { $name } يتحقق منه حتى { $day }
investigation-past = اختر اليوم أو يومًا بعده.
investigation-over = لم يعد أحد يتحقق من هذا البند.
count-line-investigated = هناك من يتحقق من هذا البند. يُقبل بعد انتهائه.
did-stock-add-count-evidence = دُوّنت ملاحظة أو صورة
did-stock-investigate-count-line = بند للتحقق منه
did-stock-end-investigation = تم التحقق من بند
did-stock-deal-count-places = وُزعت المواضع
changed-looks-into-it = من يتحقق منه
changed-until = حتى
changed-outcome = ما نتج عنه
changed-places = المواضع
changed-dealt-to = وُزعت على

## المواضع موزعة على الأشخاص
count-deal-title = من يجرد أين
count-deal-effect = يرى كل شخص مواضعه أولًا. ومن يمر يستطيع أن يجرد أيًا منها مع ذلك.
count-deal-people = بين
count-deal-evenly = وزّع بالتساوي
count-deal-each = موضعًا موضعًا
count-deal-anybody = من يأتي أولًا
count-deal-do = احفظ التوزيع
count-deal-who = من
count-deal-nobody = علّم من سيجرد.
count-deal-done = { $count ->
    [zero] لم توزع مواضع.
    [one] وُزع موضع واحد.
    [two] وُزع موضعان.
    [few] وُزعت { $count } مواضع.
    [many] وُزع { $count } موضعًا.
   *[other] وُزع { $count } موضع.
}
count-counted-last = آخر ما جُرد

## المتجر
floor-to-desk = إلى المكتب
floor-counts = عمليات الجرد
floor-no-counts = لا شيء للجرد
floor-no-counts-text = يخطط المدير لعمليات الجرد من المكتب.
floor-work = أعمال أخرى
floor-receive = استلام
floor-transfer = نقل
floor-label = طباعة الملصقات
floor-lookup = استعلام
floor-lookup-blind = يمكن الاستعلام عن المخزون من جديد بعد إرسال الجرد الأعمى.
floor-leave = مغادرة الجرد
floor-place = الموضع
floor-go = انتقل
floor-ready = جاهز للمسح
floor-ready-hint = أو اكتب رمز صنف أو رمزًا
floor-mode = كل مسحة
floor-mode-one = كل مسحة تضيف 1
floor-mode-enter = إدخال الكمية
floor-count = اجرد
floor-current = الصنف الحالي
floor-counted-one = جُرد، 1 إضافي
floor-counted-fewer = أقل بواحد
floor-counted-n = جُرد: { $quantity }
floor-counted-set = ضُبط على { $n }
# $entered (String): 1 case; $pack (String): base units in one, 12 or 1/3; $base (String): 12 pieces
floor-counted-unit = { $entered } في كل منها { $pack } = { $base }
floor-unit = الوحدة
    .hint = اتركها فارغة لوحدة الرمز نفسه.
count-unit-of-unknown = لا أحد يعرف هذا الرمز بعد، فلا يُعرف كم قطعة في تلك الوحدة. اترك الوحدة فارغة أو اكتب عدد القطع.
floor-undone = تم التراجع
floor-sending = جارٍ الإرسال…
floor-unknown = ليس في الدليل
floor-unknown-text = لا يخص هذا الرمز أي صنف. المسحة محفوظة؛ حدّد ما هي.
floor-unknown-link = اربط بصنف
floor-unknown-draft = أنشئ مسودة صنف
floor-unknown-later = قرّر لاحقًا
floor-unknown-later-hint = «قرّر لاحقًا» يضعه في صفحة المراجعة ليستمر الجرد.
floor-refused = لم يُجرد
floor-stray = ليس ضمن هذا الجرد
floor-stray-text = هذا الصنف ليس ضمن هذا الجرد. المسحة محفوظة للمراجع؛ تابع بالصنف التالي.
floor-fewer = أقل بواحد
floor-more = أكثر بواحد
floor-here = { $unit }، في هذا الموضع
floor-last = آخر المسحات
floor-none-yet = لم يُمسح شيء بعد.
floor-saved = محفوظ
floor-waiting = { $count ->
    [zero] لا شيء ينتظر
    [one] واحدة تنتظر
    [two] اثنتان تنتظران
    [few] { $count } تنتظر
    [many] { $count } تنتظر
   *[other] { $count } تنتظر
}
floor-sync-now = أرسل الآن
floor-signed-out = سجّل الدخول مجددًا
floor-no-store = لا يحتفظ هذا المتصفح بشيء. غادر الوضع الخاص أو وفّر مساحة.
floor-finish = أنهِ { $place }
floor-finish-empty = نعم، { $place } خالٍ
floor-finish-wait = انتظر حتى يُرسل كل شيء، ثم أنهِ.
floor-finish-title = هل تنهي { $place }؟
floor-finish-left = { $count ->
    [zero] كل شيء هنا ممسوح
    [one] صنف واحد لم يُمسح بعد
    [two] صنفان لم يُمسحا بعد
    [few] { $count } أصناف لم تُمسح بعد
    [many] { $count } صنفًا لم يُمسح بعد
   *[other] { $count } صنف لم يُمسح بعد
}
# $count (Number): items that the page does not list
floor-finish-more = { $count ->
    [zero] كل الأصناف مدرجة هنا.
    [one] صنف واحد آخر غير مدرج هنا، ويُترك للمراجع.
    [two] صنفان آخران غير مدرجين هنا، ويُتركان للمراجع.
    [few] { $count } أصناف أخرى غير مدرجة هنا، وتُترك للمراجع.
    [many] { $count } صنفًا آخر غير مدرج هنا، وتُترك للمراجع.
   *[other] { $count } صنف آخر غير مدرج هنا، وتُترك للمراجع.
}
floor-finished = انتهى ذلك الموضع.
floor-none-here = لا يوجد هنا
floor-empty-ask = ينبغي أن يكون هذا الموضع خاليًا. هل هو كذلك؟ إن كان فأنهه، وإلا فامسح ما فيه.
floor-blind = ما يتوقعه النظام مخفي حتى يُرسل الجرد.
floor-sound-off = أوقف الصوت
floor-sound-on = شغّل الصوت
floor-keyboard = اكتب رمزًا
floor-place-now = أنت الآن في { $place }
floor-place-other = ذلك الموضع ليس ضمن هذا الجرد.
floor-asked-title = أعد جرد هذه
floor-asked-not-mine = أنت جردته؛ يعيده شخص آخر
floor-asked-done = جُرد
floor-quantity-bad = اكتب كمية صفر أو أكثر.

## سجل المتاجر وعمليات الجرد والتحويلات
did-stock-create-store = افتُتح المتجر
did-stock-edit-store = عُدّل المتجر
did-stock-archive-store = أُرشف المتجر
    .back = استُعيد المتجر
changed-code = الرمز
did-stock-create-location = أُضيف المكان
did-stock-edit-location = عُدّل المكان
did-stock-archive-location = أُرشف المكان
    .back = استُعيد المكان
did-stock-set-default-location = اختير المكان الافتراضي
changed-kind = النوع
changed-parent = داخل
changed-allow-negative = يجوز أن ينزل تحت الصفر
did-stock-plan-count = خُطط للجرد
did-stock-finish-count-place = انتهى الموقع
changed-none = عُدّت على أنها غير موجودة
changed-left = تُركت دون عدّ
did-stock-submit-count = أُرسل للمراجعة
did-stock-decide-count-lines = حُسمت الفروق
did-stock-decide-unknown-code = حُسم رمز مجهول
did-stock-post-count = رُحّل
did-stock-cancel-count = أُلغي الجرد
changed-number = الرقم
changed-store = المتجر
changed-lines = السطور
changed-count-lines = السطور المجرودة
changed-accepted = السطور المقبولة
changed-recount = سطور يعاد جردها
changed-rejected = سطور جرى تجاهلها
changed-second-look = نظرة ثانية
changed-unknown-code = الرمز الممسوح
changed-scans = عمليات المسح
changed-posted = سطور غيّرت المخزون
changed-cut-short = دفعات بقي منها أقل مما كان ناقصًا
changed-matched = سطور مطابقة
did-stock-ship-transfer = أُرسلت البضاعة
did-stock-receive-transfer = استُلمت البضاعة
did-stock-cancel-transfer = أُلغي التحويل
did-stock-reverse-posting = تم التراجع عن الاستلام
changed-from = من
changed-to = إلى
changed-called-back = ما هو في الطريق
transfer-booked = في السجلات

## إقفال الدفاتر
periods-title = الفترات
periods-sub = إلى أي يوم أُقفلت دفاتر كل متجر. لا يُسجَّل بعد ذلك ما حدث في يوم مقفل.
period-open = مفتوحة
period-through = مقفلة حتى
period-counts = عمليات جرد مفتوحة
period-on-the-way = تحويلات في الطريق
period-changed = آخر تغيير
period-close-title = إقفال الدفاتر
period-close-effect = تُرفض بعد ذلك مبيعات ذلك اليوم وما قبله واستلاماته وجرده في كل مكان. أنهِ عمليات الجرد المفتوحة أولًا: ما وجدته يُسجَّل في يوم الجرد.
period-close-do = إقفال الدفاتر
period-reopen-title = إعادة فتح الدفاتر
period-reopen-effect = يبقى في سجل كل متجر من أعاد فتحها ومتى ولماذا.
period-keep = تبقى مقفلة حتى
    .hint = إن تُرك فارغًا فُتح كل شيء من جديد.
period-reopen-do = إعادة فتح الدفاتر
# $day (Date); $count (Number): stores
period-closed-done = أُقفلت حتى { $day }: { $count ->
    [zero] لا متاجر.
    [one] متجر واحد.
    [two] متجران.
    [few] { $count } متاجر.
    [many] { $count } متجرًا.
   *[other] { $count } متجر.
 }
# $day (Date); $count (Number): stores
period-reopened-done = أُعيد فتحها بعد { $day }: { $count ->
    [zero] لا متاجر.
    [one] متجر واحد.
    [two] متجران.
    [few] { $count } متاجر.
    [many] { $count } متجرًا.
   *[other] { $count } متجر.
 }
# $count (Number): stores
period-reopened-all-done = كل شيء مفتوح من جديد: { $count ->
    [zero] لا متاجر.
    [one] متجر واحد.
    [two] متجران.
    [few] { $count } متاجر.
    [many] { $count } متجرًا.
   *[other] { $count } متجر.
 }
# $store (String): its code; $day (Date)
period-closed = دفاتر { $store } مقفلة حتى { $day }. اذكر تاريخًا لاحقًا، أو اطلب من المحاسب إعادة فتحها.
# $day (Date): the last that is over
period-not-over = لم يمضِ على انتهاء ذلك اليوم وقت كافٍ في كل المتاجر. آخر يوم يمكن إقفاله هو { $day }.
period-closed-already = هذه الدفاتر مقفلة إلى ذلك الحد فعلًا.
period-open-already = هذه الدفاتر ليست مقفلة بعد ذلك اليوم.
did-stock-close-period = أُقفلت الدفاتر
did-stock-reopen-period = أُعيد فتح الدفاتر
books-title = الفترات والتقييم عبر الزمن
books-sub = أي أيام أُقفلت وأُعيد فتحها، ومن فعل ذلك ولماذا، وكيف اختيرت طريقة تقييم المخزون.
books-frozen = ثابت منذ
books-not-frozen = ليس بعد: لم يتحرك شيء.
books-of-store = ما جرى على دفاتر هذا المتجر.
changed-closed-through = مقفلة حتى
changed-reason = السبب

## المخزون في وقت سابق
as-of-title = المخزون في تاريخ معين
# $day (Date)
as-of-day-end = في نهاية يوم { $day }.
# $day (Date); $time (String): 18:00
as-of-instant = في { $day } الساعة { $time }.
as-of-sub-now = مع كل ما قُيّد متأخرًا أو جُرد أو أُلغي منذ ذلك الحين.
as-of-sub-then = كما كانت الدفاتر تقول حينها، من دون ما قُيّد أو أُلغي بعد ذلك.
as-of-known = أي إجابة
as-of-known-now = حسب ما يُعرف الآن
as-of-known-then = حسب ما كان يُعرف حينها
as-of-day = اليوم
as-of-time = الوقت
as-of-sub = ما كان موجودًا وأين في أي لحظة من الماضي، إلى جانب الموجود الآن.
as-of-slide = التمرير إلى يوم
    .hint = مفاتيح الأسهم تنتقل يومًا، ومفاتيح الصفحات شهرًا.
as-of-quick = الأكثر طلبًا
as-of-month-end = نهاية الشهر الماضي
as-of-quarter-end = نهاية الربع الماضي
as-of-year-ago = قبل سنة
as-of-yesterday = أمس
as-of-moment = الآن
# $zone (String): Europe/London
as-of-zone = المنطقة الزمنية: { $zone }.
# $day (Date)
as-of-closed = الدفاتر مقفلة حتى { $day }.
as-of-nothing = لم يتحرك شيء هنا بعد، فلا ماضي يُعرض.
# $day (Date)
as-of-before = لم يكن قد تحرك شيء هنا بعد: أول حركة كانت في { $day }.
# $time (String): a date and time
as-of-before-booked = لم يكن في الدفاتر شيء بعد: أُجري أول قيد في { $time }. وقد يُعرف الآن عن تلك اللحظة أكثر.
as-of-then = الموجود حينها
as-of-way = في الطريق حينها
as-of-now = الموجود الآن
as-of-change = التغير منذ ذلك

## الوعود: الحجوزات والنواقص
reservation = الحجز
reservations-title = الحجوزات
reservations-sub = ما وُعد به أحد: حجوزات مؤقتة تنتهي وتخصيصات تبقى.
reservations-none = لا شيء محجوز
    .hint = ما حُجز لسلة أو لطلب يبقى هنا حتى يُشحن أو يُترك.
# $code (String)
reservation-heading = الحجز { $code }
reservation-hold = حجز مؤقت
reservation-allocation = تخصيص
reservation-active = قائم
reservation-shipped = مشحون
reservation-released = متروك
reservation-expired-state = منتهٍ
reservation-reference = رقم الطلب أو السلة
reservation-made = حُجز في
reservation-expires = ينتهي في
reservation-wanted = المحجوز
# $number (Number)
reservation-posting = القيد { $number }
reservation-acts = ماذا بعد
    .hint = الشحن يبيع الموعود به من مكانه. وما يُترك يصبح متاحًا للجميع.
reservation-do-ship = اشحنه كله
reservation-do-convert = اجعله طلبًا
reservation-do-extend = أبقه 15 دقيقة أخرى
reservation-do-release = اتركه
reservation-done-shipped = شُحن.
reservation-done-released = تُرك، وهو متاح من جديد.
reservation-done-extended = بقي 15 دقيقة أخرى.
reservation-done-converted = يبقى موعودًا به حتى يُشحن أو يُترك.
reserve-title = حجز مخزون
# $store (String)
reserve-sub = في { $store }: يُحجز الكل أو لا شيء.
reserve-do = احجز
reserve-effect = يبقى على الرف ولا يستطيع غير صاحبه بيعه.
reserve-lasts = لأي مدة
reserve-order = لطلب، حتى يُشحن
reserve-15-minutes = 15 دقيقة
reserve-1-hour = ساعة
reserve-1-day = يوم
reserve-1-week = أسبوع
# $quantity (Quantity)
reserve-done = حُجز { $quantity }.
# $available, $wanted (Quantity)
reservation-short = المتاح هنا { $available } من { $wanted }.
# $available, $wanted, $there (Quantity); $store (String)
reservation-short-elsewhere = المتاح هنا { $available } من { $wanted }. لدى { $store } { $there }.
# $available, $wanted, $coming (Quantity); $code (String)
reservation-short-incoming = المتاح هنا { $available } من { $wanted }. في الطريق { $coming } مع { $code }.
# $available, $wanted, $held (Quantity); $code (String)
reservation-short-held = المتاح هنا { $available } من { $wanted }. يحتجز { $code } { $held }.
reservation-expired = انتهى هذا الحجز المؤقت، وما كان يحفظه متاح للجميع. احجز من جديد.
reservation-ended = انتهى هذا الحجز: شُحن أو تُرك.
reservation-not-a-hold = هذا تخصيص: يبقى حتى يُشحن أو يُترك.
reservation-minutes-hold = الحجز المؤقت وحده ينتهي. اترك هذا فارغًا أو اجعله حجزًا مؤقتًا.
# $max (Number)
reservation-minutes = اذكر من 1 إلى { $max } دقيقة.
reservation-store-unknown = لا يوجد متجر كهذا قيد الاستخدام.
reservation-line-unknown = ليس في هذا الحجز سطر كهذا، أو ذُكر مرتين.
# $promised (Quantity)
reservation-more-than-promised = لم يبق موعودًا به من هذا السطر إلا { $promised }.
store-has-promises = { $count ->
    [zero] لا أصناف موعود بها من هذا المتجر.
    [one] صنف واحد موعود به من هذا المتجر. اشحن حجزه أو اتركه أولًا.
    [two] صنفان موعود بهما من هذا المتجر. اشحن حجزيهما أو اتركهما أولًا.
    [few] { $count } أصناف موعود بها من هذا المتجر. اشحن حجوزاتها أو اتركها أولًا.
    [many] { $count } صنفًا موعودًا به من هذا المتجر. اشحن حجوزاتها أو اتركها أولًا.
   *[other] { $count } صنف موعود به من هذا المتجر. اشحن حجوزاتها أو اتركها أولًا.
 }
shortages-title = النواقص
shortages-sub = الموعود به أكثر من الموجود. ما يصل يسده، وكذلك ترك وعد.
shortages-none = لا نقص
    .hint = يمكن الوفاء بكل وعد.
shortage-short = الناقص
shortage-sellable = القابل للبيع
shortage-since = منذ
shortage-held = موعود به لـ

## What is kept back from ways of selling
buffers-title = المحتجز جانبًا
buffers-sub = ما يُحتجز من المخزون عن قنوات البيع. من بين قاعدتين ممكنتين تُعتمد الأدق.
buffers-none = لا شيء محتجز جانبًا
    .hint = احتجز بعض المخزون كي يبقى ما بيع عبر الإنترنت موجودًا عند تجهيزه، أو لأوقات الشدة.
buffer-new = احتجاز شيء
buffer-effect = يبقى على الرف ويمكن بيعه مباشرة في المتجر. تُستبدل القاعدة التي تقول الشيء نفسه؛ والصفر يعني أنه لا يُحتجز شيء.
buffer-do = احتجاز
buffer-for = الغرض
buffer-for-safety = مخزون احتياطي عن كل القنوات
buffer-for-till = نقطة البيع
buffer-for-pickup = الاستلام من المتجر
buffer-for-online = البيع عبر الإنترنت
buffer-of = من ماذا
buffer-of-everything = كل شيء
buffer-of-category = الفئة { $name }
buffer-of-gone = شيء لم يعد موجودًا
buffer-category = الفئة
buffer-item = الصنف
    .hint = رمز الصنف أو الباركود أو الاسم. اتركه فارغًا لفئة كاملة أو لكل شيء.
buffer-all-variants = كل تنويعات هذا الصنف
buffer-percent-field = أو نسبة مئوية من القابل للبيع
buffer-percent = اكتب نسبة من 0 إلى 100 بمنزلتين عشريتين على الأكثر.
buffer-of-several = اختر فئة أو صنفًا، لا كليهما.
buffer-remove = إنهاء الاحتجاز: { $of }
buffer-done = صار محتجزًا من الآن.
buffer-done-nothing = لا يُحتجز منه شيء من الآن.
buffer-removed = أُزيلت القاعدة، وعادت القاعدة الأعم إلى الاعتماد.
did-stock-set-buffer = احتُجز جانبًا
did-stock-remove-buffer = أُنهي الاحتجاز
changed-keeps = الغرض
changed-item = الصنف
changed-quantity = الكمية
changed-percent = النسبة المئوية
reserve-channel = قناة البيع
reserve-counter = البيع المباشر في المتجر
reservation-short-kept = المتاح لقناة البيع هذه { $available } من { $wanted }؛ والمحتجز هنا { $kept }.
available-by = المتاح: { $channel }
why-number-of = لماذا { $number }، { $of }؟
why-kept = محتجز: { $for }
why-rules = القواعد
why-owed = وُعد بأكثر من الموجود
why-held-more = { $count ->
    [zero] ولا غيره
    [one] وواحد آخر
    [two] واثنان آخران
    [few] و{ $count } أخرى
    [many] و{ $count } أخرى
   *[other] و{ $count } أخرى
 }
why-channels = حسب قناة البيع
why-channels-caption = ما يبقى من { $item } لكل قناة بيع

## Lots, serial numbers, last days
lot = الدفعة
serials = الأرقام التسلسلية
    .hint = رقم في كل سطر، كما يُمسح.
lot-expires = آخر يوم
    .hint = يجوز بيعه حتى هذا اليوم.
lot-made = تاريخ الصنع
lot-dated = { $lot }، آخر يوم { $day }
lots-unasked = الدفعة أو آخر يوم أو الأرقام التسلسلية
lot-named = الدفعة { $code }
lot-named-serial = رقم { $code }
lots-title = الدفعات والأرقام التسلسلية
lots-sub = ما تنتهي صلاحيته أولًا يأتي أولًا. وبرمزها تُعرف كل دفعة أينما ذهبت.
lots-none = لا شيء متتبَّع بعد
    .hint = حدّد أن صنفًا يُتتبَّع بالدفعة أو بالرقم التسلسلي، فيظهر هنا ما تستلمه منه.
lots-there = في المخزون
lots-soon = خلال 30 يومًا
lots-expired = منتهية الصلاحية
lots-search = دفعة أو رقم تسلسلي
lot-held-state = موقوف
lot-recalled-state = مسحوب
lot-expired-state = منتهي الصلاحية
lot-soon-state = يقترب انتهاؤه
lot-heading = الدفعة { $code }
lot-heading-serial = الرقم التسلسلي { $code }
lot-file = الكل في ملف
lot-where = أين هو
lot-flows = من أين أتى وإلى أين ذهب
lot-story = ما جرى له
lot-nowhere = لا شيء منه هنا
    .hint = خرج كله: والوجهة مذكورة أدناه.
lot-ways-out = طرق التصريف
lot-write-off = إتلاف أو تبرع
lot-flow-end = من أو إلى
lot-came = دخل
lot-went = خرج
lot-flows-more = جرت عليه أكثر من عشرة آلاف حركة: هذه مجاميع العشرة آلاف الأولى، والملف يضمها كلها.
lot-do = الإجراء
lot-do-hold = إيقافه
    .hint = محجوب عن البيع في كل المتاجر إلى أن يُفحص.
lot-do-recall = سحبه
    .hint = محجوب عن البيع في كل مكان ومطلوب ردّه من حيث ذهب.
lot-hold-title = إيقاف أو سحب
lot-hold-do = حجبه عن البيع
lot-release-title = إعادته إلى البيع
lot-release-effect = ما عُزل لأجله ولا يزال في مكانه يعود متاحًا، ما لم يمضِ آخر يوم له.
lot-release-do = الإفراج عنه
lot-days-title = تواريخه
lot-done-held = حُجب عن البيع: { $quantity }.
lot-done-recalled = سُحب؛ وحُجب عن البيع: { $quantity }.
lot-done-released = عاد إلى البيع: { $quantity }.
lot-done-edited = صُححت تواريخه.
supplier-return-title = إعادة إلى المورّد
supplier-return-sub = بضائع من { $store } تعود إلى من سلّمها.
supplier-return-do = إعادة
supplier-return-effect = تخرج من مخزون المتجر فورًا.
supplier-return-number = رقم الإرجاع
supplier-return-done = أُعيد إلى المورّد: { $quantity }.
reason-none = بلا سبب
in-transit = في الطريق
lot-needed = اذكر الدفعة كما هي مكتوبة على البضاعة.
lot-which = هنا عدة دفعات: { $lots }. اذكر أيها.
lot-unknown = لا توجد دفعة { $lot } من هذا الصنف.
lot-not-tracked = هذا الصنف لا يُتتبَّع بالدفعات. اترك الدفعة فارغة.
serial-needed = حدِّد القطعة: اذكر رقمها التسلسلي.
lot-day-needed = اذكر آخر يوم يجوز فيه استعمال هذه الدفعة.
lot-other-day = الدفعة { $lot } معروفة بآخر يوم { $day }. اذكر ذلك اليوم، أو صحح الدفعة أولًا.
lot-no-day = الدفعة { $lot } معروفة بلا آخر يوم. اتركه فارغًا، أو صحح الدفعة أولًا.
lot-expired = كان آخر يوم لهذه الدفعة { $day }. استلمها تالفة أو محجورة، أو أعدها.
lot-short-lived = آخر يوم لهذه الدفعة { $day }، والصنف يشترط عند الاستلام { $days } يومًا إضافيًا على الأقل. استلمها محجورة أو أعدها.
lot-made-later = يبدو أن هذه الدفعة صُنعت بعد وصولها. راجع التاريخ.
lot-expires-before-made = آخر يوم يسبق تاريخ الصنع.
lot-held = الدفعة { $lot } موقوفة أو مسحوبة: لا يجوز أن يصبح شيء منها متاحًا. أفرج عنها أولًا، أو استلمها محجورة.
lot-expired-available = كان آخر يوم للدفعة { $lot } هو { $day }: لا يجوز أن يصبح شيء منها متاحًا. أعدها أو أتلفها أو تبرع بها.
lot-is-so = الدفعة على هذه الحال أصلًا.
lot-recalled = الدفعة مسحوبة. وينتهي ذلك بإعادتها إلى البيع.
count-piece-on-its-way = { $serial } في الدفاتر في الطريق إلى { $store }. استلم التحويل أولًا، أو تجاهل البند.
count-piece-other-store = { $serial } في الدفاتر في { $store }. اطلب إرساله من هناك واستلمه، أو تجاهل البند.
count-piece-set-apart = { $serial } معزول في الدفاتر في { $place }: لا يطرح الجرد شيئًا للبيع. غيّر حالته أولًا، أو تجاهل البند.
serial-count = اذكر رقمًا تسلسليًا لكل قطعة: { $given } من { $wanted }.
serial-twice = الرقم التسلسلي { $serial } مكرر.
serial-unknown = لا توجد قطعة بالرقم التسلسلي { $serial }.
serial-elsewhere = الرقم التسلسلي { $serial } في مكان آخر. ابحث عنه وانقله، أو راجع الرقم.
serial-gone = الرقم التسلسلي { $serial } لم يعد في أي متجر.
serial-not-tracked = هذا الصنف لا يُتتبَّع بالرقم التسلسلي. اترك الأرقام فارغة.
serial-adjust-by = اذكر كم قطعة تدخل أو تخرج، وأرقامها.
tracking-changed = يُتتبَّع { $sku } بطريقة غير المذكورة هنا. أعد تحميل الصفحة؛ وما بيع قبل التتبع يعود كمرتجع.
lot-going = الدفعة
    .hint = ما تنتهي صلاحيته أولًا، ما لم تحدد.

## Lots, serial numbers, last days
lot-where-caption = الأماكن التي فيها شيء منه
lot-flows-caption = المجاميع حسب المتجر
lot-story-caption = حركاته
## قيمة المخزون

value-title = قيمة المخزون
value-by-item = حسب الصنف
value-totals = حسب المتجر والفئة
value-all = المخزون كله
value-by-store = حسب المتجر
value-by-category = حسب الفئة
value-category = الفئة
value-no-category = بلا فئة
value-no-stores = تُقوَّم المتاجر كلها معًا
    .hint = ليس لمتجر نصيب منفصل عن غيره.
value-nothing = لم يُقوَّم شيء بعد
    .hint = ما يدخل قيمته ما كلّف، ويظهر هنا بعد لحظة.
value-now = كما هو الآن.
value-each = للوحدة
value-worth = القيمة
value-on-the-way = في الطريق
# $store (String): a store's name
value-on-the-way-to = في الطريق إلى { $store }
value-lots = التشغيلات كل على حدة
# $when (String): an instant
value-through = مقوَّم حتى { $when }.
# $count (Number)
value-waiting = { $count ->
    [zero] لا حركة تنتظر التقويم.
    [one] حركة واحدة تنتظر التقويم.
    [two] حركتان تنتظران التقويم.
    [few] { $count } حركات تنتظر التقويم.
    [many] { $count } حركة تنتظر التقويم.
   *[other] { $count } حركة تنتظر التقويم.
}
value-of-it = كم يساوي
value-of-it-of = كم يساوي: { $item }
value-file = تنزيل
value-through-day = مُقيَّم حتى
account-side = الجانب
layers-all = كل الطبقات
entries-all = كل القيود
# $item (String)
value-why = لماذا هذه قيمة { $item }
# $quantity, $value (String)
value-so-much = { $quantity } بقيمة { $value }
# $quantity, $value (String)
value-owed = خرج { $quantity } قبل أن يدخل، بقيمة { $value } بحسب المعلوم حينها. ما يدخل تاليًا يصحّح ذلك.
value-standard = التكلفة المعيارية
layers-title = ما بقي مما دخل
layer-since = دخل في
layer-in = الداخل
layer-left = الباقي
entries-title = ما غيّر القيمة
entry-after = القيمة بعدها
account-cost-title = تكلفة فترة
account-cost-sub = كيف انتقلت قيمة المخزون من بداية أول يوم إلى نهاية آخر يوم.
account-from = من
account-to = إلى
account-opening = أول المدة
account-in = الداخل
account-out = الخارج
account-adjusted = التسويات
account-closing = آخر المدة
account-cost-of-sales = تكلفة المبيعات
account-what = البيان
# $day (Date)
period-ends-before = آخر يوم يسبق أول يوم، { $day }.
costing-title = طريقة التقويم
costing-sub = ما يخرج قيمته ما تقوله الطريقة، وما يبقى قيمته الباقي.
costing-effect = اختر قبل أن يتحرك شيء: فمن أول حركة تبقى كما هي.
costing-method = الطريقة
costing-scope = ما يُقوَّم معًا
costing-since = مستخدمة منذ
costing-frozen-why = تحرّك المخزون منذ ذلك، فتبقى كما هي. والصنف الذي لم يتحرك منه شيء بعد يمكن تقويمه بطريقة أخرى من صفحة قيمته.
costing-items = أصناف تُقوَّم بطريقة أخرى
    .hint = لا صنف يُقوَّم بطريقة أخرى.
costing-item-title = تقويم هذا الصنف بطريقة أخرى
costing-item-effect = لكل أشكال الصنف، إلى أن يتحرك أولها.
costing-as-all = كغيره من الأصناف
costing-done = من الآن يُقوَّم بهذه الطريقة.
costing-frozen = تحرّك شيء من قبل، فتبقى طريقة التقويم كما هي.
cost-method-fifo = الوارد أولًا يُصرف أولًا
    .hint = ما دخل أولًا يخرج أولًا، بما كلّف.
cost-method-average = المتوسط المرجّح
    .hint = قيمة الكل واحدة: ما كلّف في المتوسط.
cost-method-standard = التكلفة المعيارية
    .hint = قيمة كل وحدة ما حُدّد لها، وما كلّفته زيادة أو نقصًا يظهر انحرافًا.
cost-method-specific = حسب التشغيلة أو الرقم التسلسلي
    .hint = قيمة كل تشغيلة وكل رقم تسلسلي ما كلّفه هو نفسه.
cost-scope-store = كل متجر على حدة
cost-scope-company = المتاجر كلها معًا
cost-kind-receipt = مستلَم
cost-kind-opening = مخزون افتتاحي
cost-kind-found = موجود بالجرد
cost-kind-returned = مرتجع من العملاء
cost-kind-transfer-in = من متاجر أخرى
cost-kind-sold = مبيع
cost-kind-lost = مفقود ومستهلك
cost-kind-sent-back = مُعاد إلى الموردين
cost-kind-transfer-out = إلى متاجر أخرى
cost-kind-true-up = تكلفة عُرفت لاحقًا
cost-kind-landed = تكلفة أُضيفت لاحقًا
cost-kind-landed-gone = منها لما كان قد خرج
cost-kind-revalued = إعادة تقويم
cost-kind-variance = انحراف عن المعيار
cost-kind-correction = تصحيح بالتراجع
revalue-title = إعادة التقويم
revalue-effect = قيمة الوحدة من الآن فصاعدًا. يُحفظ الفرق والسبب.
revalue-everywhere = في المتاجر كلها.
# $store (String)
revalue-here = في { $store } وحده، إلا إذا كانت المتاجر كلها تُقوَّم معًا.
revalue-do = إعادة التقويم
# $value (String): an amount with its sign
revalue-done = أُعيد التقويم: { $value }.
revaluation-nothing = لن تتغير قيمة شيء من الموجود.
late-cost-title = إضافة تكلفة
late-cost-effect = توزَّع على سطور الاستلام. ما زال في المخزون يتحمل نصيبه أينما كان الآن، والباقي تكلفة لما خرج.
late-cost-kind = ما هي
late-cost-landed = شحن وجمارك وتأمين
late-cost-invoice = الفاتورة تقول غير ذلك
late-cost-sign = تجعل البضاعة
late-cost-more = أغلى
late-cost-less = أرخص
late-cost-amount = المبلغ
late-cost-by = توزَّع
late-cost-by-value = حسب تكلفة كل سطر
late-cost-by-quantity = حسب الكمية الواردة
late-cost-reference = رقم الفاتورة
late-cost-do = إضافة التكلفة
# $value, $on_hand, $gone (String): amounts
late-cost-done = أُضيف { $value }: منها { $on_hand } لما في المخزون، و{ $gone } لما خرج.
cost-not-a-receipt = لا يتحمل تكلفة كهذه إلا استلام أو مخزون افتتاحي.
cost-nothing-to-bear = لم يبق من سطوره قائمًا ما يتحمل هذه التكلفة.
cost-changes-title = تغييرات القيمة
cost-changes-sub = ما غيّره الناس من قيمة المخزون: إعادات التقويم والتكاليف التي أُضيفت لاحقًا. يمكن التراجع عن كل منها.
cost-changes-none = لم يتغير شيء بعد
    .hint = تظهر هنا إعادات التقويم والتكاليف التي تضاف لاحقًا.
cost-changes-all = كل التغييرات
cost-change-revaluation = إعادة تقويم
cost-change-undoes = تراجع عن تغيير
cost-change-of = التغيير الذي تم التراجع عنه
cost-change-on-hand = لما في المخزون
cost-change-gone = لما خرج
cost-change-receipt = الاستلام
cost-change-billed = حسب الفاتورة
cost-change-undo-effect = يُقيَّد العكس: يتحمل ما بقي من البضاعة منه قدر ما يستطيع، والباقي تكلفة لما خرج. يبقى الاثنان في السجل.
cost-change-undo-done = تم التراجع: { $value }، منها { $on_hand } في المخزون و{ $gone } لما خرج.
cost-change-undone = تم التراجع عن هذا التغيير من قبل. انظر قائمة التغييرات.
cost-change-is-undo = هذا التغيير تراجعٌ عن تغيير آخر. أعد التغيير الأول بدلًا من ذلك.
cost-change-unknown = هذا التغيير سابق لحفظ ما يتغير. أعد تقويم الصنف أو أضف التكلفة المعاكسة إلى الاستلام.
cost-receipt-undone = تم التراجع عن سطر من الاستلام بعد ذلك ومعه تكلفته. سجّل الاستلام من جديد بما كلّفه.
cost-revalued-since = أُعيد التقويم مرة أخرى بعد ذلك. تراجع عنها أولًا أو أعد التقويم من جديد.
cost-moved-since = ذهب بعض هذه البضاعة إلى متجر آخر بعد ذلك أو تم التراجع عنه. أعد تقويم ما هو موجود أو أضف التكلفة المعاكسة إلى الاستلام.
cost-no-standard-before = لم يكن قبل هذا معيار. أعد التقويم بما تساويه الوحدة بدلًا من ذلك.
rate-title = مفوتَر بعملة أخرى
rate-currency = العملة
# $currency (String): a code
rate-rate = سعر الصرف
    .hint = هذا القدر من { $currency } للوحدة الواحدة.
rate-source = مصدر السعر
rate-date = يوم السعر
# $currency (String): a code
rate-of-own-currency = { $currency } عملتك أنت: اترك السعر فارغًا.
rate-out-of-range = اكتب سعرًا أكبر من صفر، بعشر منازل عشرية على الأكثر.
money-zero = اكتب مبلغًا غير الصفر.
did-stock-set-costing = اختيار طريقة التقويم
did-stock-set-item-costing = اختيار طريقة تقويم الصنف
did-stock-revalue-stock = إعادة تقويم
did-stock-add-late-cost = إضافة تكلفة
did-stock-undo-cost-change = تراجع عن تغيير في القيمة
changed-costing = طريقة التقويم
changed-method = أسلوب التقويم
changed-scope = ما يُقوَّم معًا
count-counted-caption = آخر الأسطر المعدودة
value-store-caption = قيمة مخزون كل متجر
value-category-caption = قيمة مخزون كل فئة

## وحدات الأسطر
entered-as = { $entered } = { $base }
entered-part = جزء من { $entered } = { $base }

## الأطقم في الأسطر
kit-part-of = جزء من { $quantity } ×
kit-holds-no-stock = هذا طقم ولا مخزون له بذاته. استعمل مكوّناته بدلًا منه.
kit-which-component = لا يُعرف لأي مكوّن هذا. أدخل المكوّنات في أسطر خاصة بها.
kit-component-insufficient = لا يوجد من { $sku } إلا { $available }، والمطلوب { $wanted }.
reservation-kit-whole = لا تُشحن إلا أطقم كاملة. اشحن من كل مكوّن ما تأخذه أطقم كاملة.
reservation-short-kit = لا يمكن تجهيز إلا { $available } من { $wanted }: ينفد { $sku } أولًا.
stock-state-kit = طقم
stock-can-make = يمكن تجهيز { $quantity }. اعرض ممّ تتكوّن

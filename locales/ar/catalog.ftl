### The words of the room `catalog`: its pages, messages and errors.

## كل الأصناف
items-title = الأصناف
items-sub = مرتبة حسب الاسم
items-sub-store = مرتبة حسب الاسم · مخزون { $store }
items-all = عرض كل الأصناف
items-none = لا توجد أصناف بعد
    .hint = الصنف هو ما تبيعه، بمتغيراته ورموزه وأسعاره. استورد ملف النظام الذي تستخدمه اليوم، أو أضف أول صنف يدويًا.
items-import = استيراد ملف
item-new = صنف جديد

categories-title = الفئات
categories-sub = غيّر أسماءها، أو ادمج فئتين في واحدة، أو أنشئ فئة قبل أن يكون فيها شيء.
categories-none = لا توجد فئات بعد
    .hint = أنشئ فئة هنا، أو اكتبها في أحد الأصناف.
categories-search = بداية الاسم
categories-all = كل الفئات
category-without = بلا فئة
category-new = فئة جديدة
category-create = إنشاء الفئة
category-rename = تغيير الاسم
category-rename-title = تغيير اسم { $name }
category-merge = الدمج مع فئة أخرى
category-merge-title = دمج { $name } مع فئة أخرى
category-merge-effect = تنتقل كل أصناف { $name } إلى الفئة التي تختارها، وتُحذف { $name }. لا يمكن التراجع عن ذلك.
category-merge-into = الفئة التي تبقى
category-merge-choose = اختر فئة
category-merge-do = دمج الفئتين
category-merge-instead = ادمجهما بدلًا من ذلك
category-open-other = افتح تلك الفئة
category-delete = حذف
category-archived = الأصناف المؤرشفة
category-under-way = أصنافها في طريقها إلى فئة أخرى، ثم تُحذف:
category-created = أُنشئت الفئة { $name }.
category-deleted = حُذفت الفئة { $name }.
category-merged = { $count ->
    [0] لم يكن في { $name } أي صنف، وقد حُذفت.
    [zero] لم يكن في { $name } أي صنف، وقد حُذفت.
    [one] صار صنف واحد من { $name } هنا، وحُذفت { $name }.
    [two] صار صنفان من { $name } هنا، وحُذفت { $name }.
    [few] صارت { $count } أصناف من { $name } هنا، وحُذفت { $name }.
    [many] صار { $count } صنفًا من { $name } هنا، وحُذفت { $name }.
   *[other] صار { $count } صنف من { $name } هنا، وحُذفت { $name }.
}
category-merge-begun = { $count ->
    [zero] لم ينتقل أي صنف من { $name } بعد. تتبعها البقية من تلقاء نفسها.
    [one] صار صنف واحد من { $name } هنا. تتبعه البقية من تلقاء نفسها.
    [two] صار صنفان من { $name } هنا. تتبعهما البقية من تلقاء نفسها.
    [few] صارت { $count } أصناف من { $name } هنا. تتبعها البقية من تلقاء نفسها.
    [many] صار { $count } صنفًا من { $name } هنا. تتبعها البقية من تلقاء نفسها.
   *[other] صار { $count } صنف من { $name } هنا. تتبعها البقية من تلقاء نفسها.
}

## صنف واحد
item-state = الحالة
state-phase-out = قيد الإيقاف
item-category = الفئة
item-brand = العلامة التجارية
item-variant = المتغير
item-variants = المتغيرات
item-variants-stock = الموجود في كل متجر، والمتاح إجمالًا
item-price = السعر
item-price-range = من { $from } إلى { $to }
item-price-lowest = أدنى سعر
item-price-highest = أعلى سعر
item-cost = التكلفة
item-margin = هامش الربح
item-place = المكان
item-unit = الوحدة
item-whole = وحدات كاملة فقط
item-handle = الاسم المختصر
item-created = تاريخ الإضافة
item-gtin = GTIN
item-barcode = الباركود
item-supplier = المورّد
item-supplier-code = رمز المورّد
item-description = الوصف
item-pictures = روابط الصور
item-picture = الصورة { $number }
item-movements = الحركات
item-past = المخزون السابق
item-facts = المعلومات
item-latest = آخر التغييرات
item-labels = طباعة الملصقات
item-adjust = تسوية
item-make = تغيير الحالة إلى: { $state }
item-variant-count = { $count ->
    [zero] بلا متغيرات
    [one] متغير واحد
    [two] متغيران
    [few] { $count } متغيرات
    [many] { $count } متغيرًا
   *[other] { $count } متغير
}
item-all-variants = كل المتغيرات
item-find-variant = البحث عن متغير
item-variants-more = { $count ->
    [zero] لا يوجد غيرها.
    [one] يوجد واحد آخر. ابحث عنه.
    [two] يوجد اثنان آخران. ابحث عنهما.
    [few] توجد { $count } أخرى. ابحث عنها.
    [many] يوجد { $count } آخر. ابحث عنها.
   *[other] يوجد { $count } آخر. ابحث عنها.
}
item-stock-by-place = المخزون حسب المكان
item-stock-none = لم يُسجَّل أي مخزون قط
    .hint = استلم بضاعة أو اجردها أو استورد مخزونك، فيظهر هنا حسب المتجر والمكان.
item-unit-of = { $unit } من { $size }

barcodes-title = رموز الباركود
barcodes-none = لا يوجد باركود بعد
    .hint = امسح رمزًا أو اكتبه أدناه. كل رمز يدل على متغير واحد فقط.
supplier-codes-title = رموز المورّدين
supplier-codes-none = لا يوجد رمز مورّد بعد
    .hint = ما يسميه به المورّد في إشعارات التسليم، ليُعثر عليه بهذا الرمز أيضًا.

## الإضافة والتعديل
item-new-sub = نموذج واحد للصنف وكل متغيراته.
item-what = ما هو
    .hint = يبحث الناس بالاسم، وتساعد العلامة والفئة على العثور عليه.
item-category-hint = اختر فئة أو اكتب فئة جديدة.
item-unit-hint = الوحدة التي يُعد بها مخزونه.
item-whole-hint = لا يمكن بيع نصف وحدة أو استلامه أو عدّه.
item-state-active = معروض للبيع.
item-state-draft = قيد التحضير، غير معروض للبيع بعد.
item-state-phase-out = يباع حتى ينفد ولا يُشترى من جديد.
item-state-archived = محفوظ جانبًا، ويبقى سجله.
item-prices = السعر والرموز
    .hint = كل هذا يمكن تأجيله، ويمكن أن يختلف كل متغير لاحقًا.
item-cost-hint = آخر ما كلّفتك الوحدة الواحدة، من دون ضريبة.
item-sku-hint = رمزك الخاص له. إن تركته فارغًا أنشأنا واحدًا.
item-barcode-hint = امسحه، أو اكتب الأرقام التي تحت الخطوط.
item-options = الخيارات
    .hint = إن كان يأتي بألوان أو مقاسات عدة، فاذكر ما يختلف واكتب المتوفر منه مفصولًا بفواصل. كل تركيبة تصبح متغيرًا.
item-axis = الخيار { $number }
item-axis-values = المتوفر منه
item-axis-1 = اللون
    .values = أحمر، أزرق
item-axis-2 = المقاس
    .values = صغير، متوسط، كبير
item-axis-3 = الخامة
    .values = قطن، كتان
item-axes = أسماء الخيارات
    .hint = ما تختلف فيه المتغيرات. أما خصائص كل متغير فتُعدَّل في صفحته.
attributes-title = الخصائص
    .hint = مادته وموسمه وطريقة العناية به: اسم وقيمة لكل خاصية. والبحث يشمل القيم أيضًا.
attribute-what = القيمة
attribute-name = اسم الخاصية { $number }
attribute-value = قيمة الخاصية { $number }
attribute-add = إضافة خاصية
attribute-drop = إزالة الخاصية { $number }
item-more = المزيد عنه
    .hint = لمن يريد أن يعرف أكثر.
item-pictures-hint = رابط في كل سطر يبدأ بـ https://. نحفظ الروابط ولا ننزّل الصور.
item-handle-hint = في الملفات والعناوين. إن تركته فارغًا تكوّن من الاسم.
item-new-effect = يضيف الصنف. أما مخزونه فيأتي مع أول استلام أو جرد أو استيراد.
item-create = إنشاء الصنف
item-created-notice = أصبح { $name } في قائمة أصنافك.
item-duplicates = ربما كان لديك هذا الصنف:
item-duplicates-anyway = هذا صنف آخر. أنشئه مع ذلك.
item-duplicates-anyway-save = هذا صنف آخر. احفظه مع ذلك.
item-duplicate-barcode = الباركود نفسه
item-edit = تعديل { $name }
item-stale = غيّر شخص آخر هذا أثناء عملك عليه. ما كتبته محفوظ. راجعه ثم احفظ مرة أخرى ليحل محل تغييره.

variant-edit = تعديل المتغير
variant-new = متغير جديد
variant-create = إضافة المتغير
variant-added = أُضيف المتغير { $sku }.
variant-as-item = مثل الصنف
    .hint = يتبع حالة الصنف.
axes-of = خيارات { $name }
axes-add = إضافة خيارات
axes-change = تعديل الخيارات
axis-drop = إزالة الخيار { $number }
axes-more = خيارات جديدة
    .hint = { $count ->
        [zero] اذكر ما تختلف فيه المتغيرات، كاللون مثلًا.
        [one] اذكر ما تختلف فيه المتغيرات، كاللون مثلًا، وقيمة المتغير الموجود. ثم يمكنك إضافة البقية.
        [two] اذكر ما تختلف فيه المتغيرات، وقيمة المتغيرين الموجودين. ويمكن تعديل كل منهما بعد ذلك.
        [few] اذكر ما تختلف فيه المتغيرات، وقيمة المتغيرات الموجودة. ويمكن تعديل كل منها بعد ذلك.
        [many] اذكر ما تختلف فيه المتغيرات، وقيمة المتغيرات الموجودة. ويمكن تعديل كل منها بعد ذلك.
       *[other] اذكر ما تختلف فيه المتغيرات، وقيمة المتغيرات الموجودة. ويمكن تعديل كل منها بعد ذلك.
    }
axis-value = { $count ->
    [zero] قيمة المتغيرات
    [one] قيمة المتغير
    [two] قيمة المتغيرين كليهما
    [few] قيمة المتغيرات الـ{ $count } كلها
    [many] قيمة الـ{ $count } متغيرًا كلها
   *[other] قيمة الـ{ $count } متغير كلها
}
axes-effect = تُميَّز المتغيرات بخيارات أخرى، ويبقى مخزونها ورموزها كما هي.

barcode-kind = النوع
barcode-own = رمز خاص
barcode-under = ما تحت الرمز
barcode-unit = الوحدة التي تحت الرمز
barcode-pack = عدد ما فيها
barcode-pack-hint = 1 للقطعة الواحدة، و12 لصندوق من 12.
barcode-add = إضافة باركود
barcode-added = أُضيف الباركود { $code }.
barcode-removed = أُزيل الباركود { $code }.
barcode-remove = إزالة { $code }
supplier-code-add = إضافة رمز مورّد

## السجل
did-catalog-create-item = أُضيف الصنف
did-catalog-add-variant = أُضيف متغير
did-catalog-edit-item = عُدّل الصنف
did-catalog-edit-variant = عُدّل المتغير
did-catalog-change-axes = عُدّلت الخيارات
did-catalog-set-item-state = تغيّرت الحالة
did-catalog-archive-item = أُرشف
did-catalog-restore-item = استُعيد
did-catalog-add-barcode = أُضيف باركود
did-catalog-remove-barcode = أُزيل باركود
did-catalog-add-supplier-code = أُضيف رمز مورّد
did-catalog-remove-supplier-code = أُزيل رمز مورّد
did-catalog-create-category = أُنشئت الفئة
did-catalog-rename-category = تغيّر اسم الفئة
did-catalog-merge-categories = دُمجت فئتان
did-catalog-move-merged = دُمجت فئتان
did-catalog-delete-category = حُذفت الفئة
changed-handle = الاسم المختصر
changed-description = الوصف
changed-brand = العلامة التجارية
changed-category = الفئة
changed-unit = الوحدة
changed-whole = وحدات كاملة فقط
changed-axes = الخيارات
changed-attribute = الخاصية
changed-image-links = روابط الصور
changed-sku = رمز الصنف
changed-options = الخيار
changed-price = السعر
changed-cost = التكلفة
changed-barcode = الباركود
changed-supplier-code = رمز المورّد
changed-variants-added = المتغيرات
changed-merged = ضُمّت إليها
changed-merged-into = دُمجت في

## المسح
scan-title = ما هذا الرمز؟
scan-code = امسح رمزًا أو اكتبه
scan-nothing = امسح شيئًا
    .hint = صنف أو رف أو صندوق: أيًا كان الرمز تصل إلى الصفحة التي يدل عليها.
scan-several = يدل هذا الرمز على أكثر من شيء. اختر واحدًا.
scan-by = معروف بـ
scan-by-gtin = GTIN
scan-by-barcode = باركود
scan-by-supplier = رمز { $supplier }
scan-unknown = لا شيء هنا يحمل الرمز { $code }
    .hint = ربما كان لصنف ليس له باركود بعد، أو لصنف ليس في قائمتك.
scan-check-digit = رقمه الأخير لا يوافق الأرقام الأخرى، والصحيح { $expected }. امسحه مرة أخرى.
scan-new-item = صنف جديد بهذا الرمز
scan-search = البحث عنه
scan-container = { $code } هو رقم وحدة شحن. فيها بضاعة لكنها ليست بضاعة.
scan-command = { $code } أمر للهاتف. امسحه في وضع صالة البيع.
scan-unreadable = لا يمكن قراءة هذا رمزًا. امسحه مرة أخرى أو اكتبه.

## ما قد يكون خطأ
sku-taken = الرمز { $sku } يخص { $name }. لكل متغير رمزه.
sku-twice = ذُكر المتغير { $sku } مرتين.
handle-taken = لدى { $name } هذا الاسم المختصر. اختر غيره.
barcode-taken = الرمز { $code } موجود عند { $name } ({ $sku }). الرمز يدل على شيء واحد، فأزله من هناك أولًا.
barcode-with-options = لكل متغير باركود خاص به. اترك هذا فارغًا وأضف الرموز إلى المتغيرات.
options-taken = المتغير { $sku } هو هذا تمامًا.
options-too-many = الخيارات أكثر مما للصنف.
axis-twice = ذُكر هذا الخيار مرتين.
variants-same = سيصبح المتغيران { $sku } و{ $other } متطابقين.
axis-value-missing = يحتاج المتغير { $sku } إلى قيمة هنا.
axes-too-many = { $max ->
    [zero] لا يمكن أن يختلف الصنف في شيء.
    [one] يمكن أن يختلف الصنف في أمر واحد فقط.
    [two] يمكن أن يختلف الصنف في أمرين على الأكثر.
    [few] يمكن أن يختلف الصنف في { $max } أمور على الأكثر.
    [many] يمكن أن يختلف الصنف في { $max } أمرًا على الأكثر.
   *[other] يمكن أن يختلف الصنف في { $max } أمر على الأكثر.
}
axes-fixed = { $count ->
    [zero] ليست لهذا الصنف خيارات تُسمّى.
    [one] لهذا الصنف خيار واحد يُسمّى.
    [two] لهذا الصنف خياران يُسمّيان.
    [few] لهذا الصنف { $count } خيارات تُسمّى.
    [many] لهذا الصنف { $count } خيارًا يُسمّى.
   *[other] لهذا الصنف { $count } خيار يُسمّى.
}
attribute-twice = هذا الاسم موجود هنا من قبل.
attributes-too-many = { $max ->
    [zero] لا يمكن أن تكون للصنف خصائص.
    [one] يمكن أن تكون للصنف خاصية واحدة فقط.
    [two] يمكن أن تكون للصنف خاصيتان على الأكثر.
    [few] يمكن أن تكون للصنف { $max } خصائص على الأكثر.
    [many] يمكن أن تكون للصنف { $max } خاصية على الأكثر.
   *[other] يمكن أن تكون للصنف { $max } خاصية على الأكثر.
}
variants-too-many = { $max ->
    [zero] لا يتسع الصنف لأي متغير.
    [one] يتسع الصنف لمتغير واحد على الأكثر.
    [two] يتسع الصنف لمتغيرين على الأكثر.
    [few] يتسع الصنف لـ { $max } متغيرات على الأكثر.
    [many] يتسع الصنف لـ { $max } متغيرًا على الأكثر.
   *[other] يتسع الصنف لـ { $max } متغير على الأكثر.
}
codes-too-many = { $max ->
    [zero] لا مكان هنا لأي رمز.
    [one] يتسع المكان لرمز واحد على الأكثر.
    [two] يتسع المكان لرمزين على الأكثر.
    [few] يتسع المكان لـ { $max } رموز على الأكثر.
    [many] يتسع المكان لـ { $max } رمزًا على الأكثر.
   *[other] يتسع المكان لـ { $max } رمز على الأكثر.
}
links-too-many = { $max ->
    [zero] لا مكان هنا لأي رابط.
    [one] يتسع المكان لرابط واحد على الأكثر.
    [two] يتسع المكان لرابطين على الأكثر.
    [few] يتسع المكان لـ { $max } روابط على الأكثر.
    [many] يتسع المكان لـ { $max } رابطًا على الأكثر.
   *[other] يتسع المكان لـ { $max } رابط على الأكثر.
}
link-invalid = هذا ليس رابطًا لصورة. يبدأ الرابط بـ https:// وليس فيه فراغات.
item-has-stock = ما زال منه مخزون. بعه أو أخرجه أو سجّله مفقودًا ثم أرشفه.
item-unit-fixed = تحرك مخزونه بهذه الوحدة، فلا تتغير.
item-whole-fixed = تحرك مخزونه، وربما بكسور، فلا يمكن تغيير هذا.
catalog-busy = حفظ شخص آخر الرمز نفسه في اللحظة نفسها. لم يتغير شيء، حاول مرة أخرى.
category-taken = للفئة { $name } هذا الاسم من قبل. اختر اسمًا آخر أو ادمج الفئتين.
category-same = لا تُدمج الفئة مع نفسها. اختر فئة أخرى.
category-merging = ما زالت أصناف تنتقل من { $name } أو إليها. حاول مرة أخرى بعد لحظات.
category-counted = الجرد { $count } يشمل الفئة { $name }. رحّله أو ألغه أولًا.
category-has-items = { $count ->
    [zero] ليس في { $name } أي صنف.
    [one] في { $name } صنف واحد، مع المؤرشف. انقله إلى فئة أخرى أو ادمج الفئتين.
    [two] في { $name } صنفان، مع المؤرشف. انقلهما إلى فئة أخرى أو ادمج الفئتين.
    [few] في { $name } { $count } أصناف، مع المؤرشف منها. انقلها إلى فئة أخرى أو ادمج الفئتين.
    [many] في { $name } { $count } صنفًا، مع المؤرشف منها. انقلها إلى فئة أخرى أو ادمج الفئتين.
   *[other] في { $name } { $count } صنف، مع المؤرشف منها. انقلها إلى فئة أخرى أو ادمج الفئتين.
}

# The caption of the table under “Stock by place”; it names the region it scrolls in, so it is not the same.
item-stock-caption = الموجود والمحجوز والمتاح في كل مكان

## Tracking
tracking-of = تتبع { $name }
tracking-lots = الدفعات
tracking-pieces = القطع
life-title = العمر المتبقي
    .hint = يُشترط في الدفعات ذات آخر يوم، بعدد الأيام بعد اليوم نفسه. ما كان أقصر لا يُستلم متاحًا ولا يُباع بتلك الطريقة.
life-receipt = عند الاستلام
life-till = عند الصندوق
life-pickup = عند الاستلام من المتجر
life-online = عند الشحن إلى العميل
life-days = يوم
life-not-days = اذكر أيامًا كاملة، من 0 إلى { $max }.
life-too-long = لا يمكن اشتراط أكثر من { $max } يومًا.
tracking-counted = الصنف قيد الجرد. أنهِ الجرد أو ألغه أولًا.
tracking-in-stock = المخزون الحالي غير مميز بهذه الطريقة. أخرجه من الدفاتر أولًا، ثم غيّر هذا، ثم أدخله بدفعاته أو أرقامه.
tracking-without-day = بعض الدفعات في المخزون بلا آخر يوم. حدده أولًا.

## Tracking
did-catalog-set-tracking = تغيّر التتبع
changed-tracking = التتبع
changed-life-receipt = العمر المتبقي عند الاستلام بالأيام
changed-life-till = العمر المتبقي عند الصندوق بالأيام
changed-life-pickup = العمر المتبقي عند الاستلام من المتجر بالأيام
changed-life-online = العمر المتبقي عند الشحن بالأيام

## الوحدات الخاصة
units-title = الوحدات
    .hint = الصناديق والعلب وكل ما يصل به الصنف أو يباع به.
unit-add = أضف وحدة أو غيّرها
unit-effect = الواحدة منها تساوي هذا العدد من الوحدة الأساسية: { $base }. ما أُدخل من قبل يبقى على عدد يومه.
unit-name =
    .hint = case أو pack أو box أو اسم من عندك. اسم وحدة موجودة يغيّرها.
unit-num = الوحدات الأساسية
unit-den = في هذا العدد من الوحدة
    .hint = عادةً 1. إذا كانت ثلاث منها وحدة أساسية واحدة: 1 في 3.
unit-fractions = يجوز إدخال كسور منها
unit-in = بالوحدة الأساسية ({ $base })
unit-from = المصدر
unit-from-base = الوحدة الأساسية
unit-from-known = معروفة للجميع
unit-from-own = خاصة بالصنف
unit-from-barcode = يذكرها باركود
unit-archive = أرشفة { $unit }
unit-ratio = اكتب أعدادًا صحيحة من 1 فأكثر.
unit-known = معنى { $unit } معروف من قبل. سمِّ الوحدة باسم آخر.
unit-barcode-differs = يقول باركود إن تحت هذه الوحدة { $pack }. غيّر الباركود، أو اكتب العدد نفسه هنا.
unit-has-barcode = هناك باركود للوحدة { $unit }. أزل الباركود أولًا.
units-too-many = للصنف { $max } وحدة خاصة على الأكثر.
barcode-pack-differs = في الوحدة { $unit } من هذا الصنف { $pack }. اكتب العدد نفسه هنا، أو غيّر الوحدة.
did-catalog-set-variant-unit = حُددت وحدة
did-catalog-archive-variant-unit = أُرشفت وحدة
changed-own-unit = الوحدة
changed-unit-fractions = وحدة تقبل الكسور

## الأطقم
kit-title = طقم
    .hint = يُباع الطقم كمجموعة من أصناف أخرى. ولا مخزون له بذاته: ما يُباع منه يُؤخذ من مكوّناته.
kit-components = المكوّنات
kit-each = ما يأخذه الطقم الواحد
kit-makes = يمكن تجهيزه
kit-makes-caption = كم يمكن لكل متجر أن يجهّز
kit-makes-none = لم يكن لدى أي متجر شيء من مكوّناته بعد.
kit-none = هذا ليس طقمًا
    .hint = أضف ما يأخذه الواحد منه. ومن حينها لا مخزون له بذاته.
kit-add = إضافة مكوّن
kit-effect = الكمية بالوحدة الأساسية للمكوّن. وما بيع من قبل يبقى كما بيع.
kit-remove = إخراج { $item } من الطقم
kit-of-itself = لا يمكن أن يحتوي الطقم نفسه. اختر صنفًا آخر.
kit-of-kit = { $sku } طقم. اذكر مكوّناته بدلًا منه.
kit-component-twice = { $sku } في الطقم أصلًا. أخرجه أولًا ثم أضفه بكميته الجديدة.
kit-has-stock = تحرّك مخزون هذا الصنف من قبل أو هو قيد الجرد، فلا يمكن أن يصير طقمًا. أنشئ صنفًا جديدًا للطقم.
kit-is-component = هذا الصنف مكوّن في طقم آخر، فلا يمكن أن يكون طقمًا.
kit-too-many = للطقم { $max } من المكوّنات على الأكثر.
did-catalog-set-kit = تغيير الطقم
changed-kit = المكوّنات

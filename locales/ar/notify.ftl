### كلمات غرفة `notify`: صفحاتها ورسائلها وأخطاؤها.

## الملصقات: الصفحة
labels-title = الملصقات
labels-sub = للأصناف وللأماكن، على أوراق أو على لفّة.
labels-document = ملصقات، { $sheet }
labels-what = ما سيُطبع
labels-find = ابحث عن صنف أو مكان
    .placeholder = اسم أو رمز صنف أو باركود أو F1-01
labels-found = نتائج البحث
labels-found-none = لا شيء هنا بهذا الاسم.
labels-add = إضافة { $name }
labels-typed = رموز، رمز في كل سطر
    .hint = رمز الصنف أو الباركود أو رمز المكان، ومعه عدد إن أردت عدة ملصقات: ⁦85123A * 3⁩
labels-list = في القائمة
labels-copies-of = عدد الملصقات لـ { $name }
labels-remove = إزالة { $name }
labels-count = { $count ->
    [zero] لا ملصقات
    [one] ملصق واحد
    [two] ملصقان
    [few] { $count } ملصقات
    [many] { $count } ملصقًا
   *[other] { $count } ملصق
}
labels-sheet = الورقة أو اللفّة
labels-start = البدء عند الخانة
    .hint = تُعدّ الخانات صفًّا بعد صف. ما قبلها مستعمل ويبقى فارغًا.
labels-start-of = من { $places }
labels-printer = الطابعة
    .hint = تُرسم الخطوط على نقاط الطابعة نفسها لتبقى حادة.
dpi-any = ليزر أو نفث حبر
dpi-203 = طابعة ملصقات، ⁦203 dpi⁩
dpi-300 = طابعة ملصقات، ⁦300 dpi⁩
dpi-600 = طابعة ملصقات، ⁦600 dpi⁩
labels-symbology = نوع الرمز
symbology-auto = ما يناسب كل رمز
labels-content = على كل ملصق
labels-price = السعر
labels-preview = معاينة
labels-preview-do = عرض المعاينة
labels-sheets = { $count ->
    [zero] لا صفحات
    [one] صفحة واحدة
    [two] صفحتان
    [few] { $count } صفحات
    [many] { $count } صفحة
   *[other] { $count } صفحة
}
labels-picture = الورقة { $page } كما ستخرج: { $count ->
    [zero] لا ملصقات
    [one] ملصق واحد
    [two] ملصقان
    [few] { $count } ملصقات
    [many] { $count } ملصقًا
   *[other] { $count } ملصق
}
labels-shown-first = تظهر أول { $shown } من { $pages }، وتُطبع كلها.
labels-empty = لا شيء للطباعة بعد
    .text = ابحث عن أصناف أو أماكن، أو اكتب رموزها، ثم اضغط «عرض المعاينة».
labels-stopped = لا يمكن طباعة شيء بعد
    .text = أصلح ما هو مُعلَّم، فتظهر الورقة هنا كما ستخرج.
labels-print-do = { $count ->
    [zero] لا ملصقات للطباعة
    [one] طباعة ملصق واحد
    [two] طباعة ملصقين
    [few] طباعة { $count } ملصقات
    [many] طباعة { $count } ملصقًا
   *[other] طباعة { $count } ملصق
}
labels-print = طباعة الملصقات
labels-fits = كل رمز يتّسع له الملصق مع هوامشه الفاتحة ويمكن مسحه.
labels-scale = اطبع بمقياس 100٪ دون ملاءمة الصفحة، وإلا صغرت الرموز.
labels-qr-no-base = { $count ->
    [zero] لا رمز QR يحمل
    [one] رمز QR واحد يحمل
    [two] رمزا QR يحملان
    [few] { $count } رموز QR تحمل
    [many] { $count } رمز QR تحمل
   *[other] { $count } رمز QR تحمل
} رقم GTIN وحده، وهو لا يقود إلى صفحة: ليس للمنشأة عنوان عام على الويب بعد. حدّده قبل أن تطبع الكثير، فالورق لا يُغيَّر لاحقًا.
labels-qr-no-gtin = { $count ->
    [zero] لا رمز QR يحمل
    [one] رمز QR واحد يحمل
    [two] رمزا QR يحملان
    [few] { $count } رموز QR تحمل
    [many] { $count } رمز QR تحمل
   *[other] { $count } رمز QR تحمل
} رمز الصنف الخاص، وهو لا يقود إلى صفحة: فلا رقم GTIN يُصنع منه عنوان.

## الأوراق واللفّات
sheet-a4-21 = ⁦A4⁩، 21 ملصقًا
    .hint = ⁦63.5 × 38.1⁩ مم، مثل ⁦Avery L7160⁩
sheet-letter-30 = ⁦Letter⁩، 30 ملصقًا
    .hint = ⁦2 5/8 × 1⁩ بوصة، مثل ⁦Avery 5160⁩
sheet-a4-65 = ⁦A4⁩، 65 ملصقًا
    .hint = ⁦38.1 × 21.2⁩ مم، مثل ⁦Avery L7651⁩
sheet-roll-50x25 = لفّة، ⁦50 × 25⁩ مم
    .hint = واحدًا بعد آخر
sheet-roll-57x32 = لفّة، ⁦57 × 32⁩ مم
    .hint = واحدًا بعد آخر
print-sheet-named = { $sheet ->
    [a4-21] { sheet-a4-21 }
    [letter-30] { sheet-letter-30 }
    [a4-65] { sheet-a4-65 }
    [roll-50x25] { sheet-roll-50x25 }
    [roll-57x32] { sheet-roll-57x32 }
   *[other] { $sheet }
}
print-smallest-named = { $smallest ->
    [a4-21] { sheet-a4-21 }
    [letter-30] { sheet-letter-30 }
    [a4-65] { sheet-a4-65 }
    [roll-50x25] { sheet-roll-50x25 }
    [roll-57x32] { sheet-roll-57x32 }
   *[other] { $smallest }
}

## ما لا يمكن طباعته
label-unknown = لا شيء هنا له الرمز { $code }. تحقّق منه، أو ابحث عن الصنف باسمه.
# $count (Number); $code (String)
label-places = { $count ->
    [zero] لا متجر فيه
    [one] متجر واحد فيه
    [two] متجران فيهما
    [few] { $count } متاجر فيها
    [many] { $count } متجرًا فيها
   *[other] { $count } متجر فيها
 } المكان { $code }. اختر المتجر، أو اكتب الرمز المطبوع على ملصق المكان.
label-ambiguous = { $code } باركود لـ { $barcode } ورمز الصنف { $sku }. ابحث باسم ما تقصده.
label-price-currency = الأسعار محفوظة بعملة { $prices } وهذا المتجر يبيع بعملة { $store }. اطبع بلا أسعار، أو لمتجر آخر.
print-no-labels = اختر صنفًا أو مكانًا واحدًا على الأقل.
print-too-many-lines = لا تتسع الطباعة الواحدة لأكثر من { $limit } ملصق مختلف. اطبع الباقي بعدها.
print-too-many-labels = عدد الملصقات { $labels } أكثر من { $limit } في طباعة واحدة. اطبع بعضها الآن والباقي بعدها.
print-copies = { $label }: اطبع عددًا من 1 إلى { $limit }.
print-start = لا توجد خانة { $start } على { print-sheet-named }. اختر خانة من 1 إلى { $places }.
print-unknown-sheet = لا توجد ورقة { $sheet }. اختر واحدة مما هو معروض.
print-code = { $label }: لا يمكن طباعة { $code } بصيغة { $symbology }. { $fault ->
    [check-digit] يجب أن يكون رقمه الأخير { $expected }. صحّح الباركود في الكتالوج.
    [length] عدد خاناته لا يناسبها. اختر «{ symbology-auto }».
    [not-compressible] تنقصه الأصفار التي تحذفها هذه الصيغة القصيرة. اختر «{ symbology-auto }».
    [empty] هو فارغ. أعط الصنف رمزًا أو باركود.
   *[other] فيه حروف لا تعرفها هذه الصيغة. اختر «{ symbology-auto }» أو QR.
}
print-does-not-fit = { $label }: يحتاج { $code } إلى { $needed } مم ليُقرأ من هذه الطابعة، وفي { print-sheet-named } { $available } مم. { $smallest ->
    [none] لا ورقة تتسع له. اختر QR أو رمزًا أقصر.
   *[other] أصغر ما يتسع له: { print-smallest-named }. أو اختر QR فهو أصغر.
}
print-cannot-shape = { $label }: { $script ->
    [emoji] لا يمكن طباعة الرموز التعبيرية مثل { $character }
    [symbol] لا يمكن طباعة العلامة { $character }
    [control] في الاسم علامة خفية لا يمكن طباعتها
   *[other] لا نستطيع بعد كتابة { $character } وخطّه كما ينبغي أن يظهر
}. اطبع بلا أسماء، أو سمّه بحروف لاتينية أو يونانية أو كيريلية.
print-price-too-long = { $label }: لا يتّسع { print-sheet-named } للسعر { $price }. اختر ملصقات أكبر، أو اطبع بلا أسعار.
print-writer = تعذّر رسم الملصقات. حاول مرة أخرى.

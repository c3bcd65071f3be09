### The words of the room `admin`: its pages, messages and errors.

## الرئيسية
home-empty-title = ابدأ بما لديك
home-empty-text = استورد الملف الذي يصدّره نظامك الحالي، أو أدخل أصنافك الأولى.

## الحساب
account-title = حسابك
account-role = الدور
account-business = الشركة
account-everywhere = تسجيل الخروج من كل مكان
account-everywhere-text = ينهي كل جلساتك على هذا الجهاز وعلى جميع الأجهزة الأخرى.
account-everywhere-do = تسجيل الخروج من كل الأجهزة

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
import-status-unknown = هذه ليست حالة مخزون. اكتب available أو damaged أو quarantine.
import-quantity-zero = بيع لا شيء لا يغيّر شيئاً. اكتب الكمية أو احذف الصف.
import-date-not-one = هذا ليس تاريخاً يمكن قراءته. اكتبه هكذا: 2024-05-31 14:30.
import-date-other-order = اليوم والشهر هنا بعكس ترتيبهما في بقية الملف.
import-duplicate-sku = هذا الرمز موجود في السطر { $line }. لكل متغير رمز خاص به؛ احذف أحد الصفين أو صححه.
import-duplicate-variant = المتغير نفسه موجود في السطر { $line } ولا رمز يميّز بينهما. احذف أحد الصفين أو أعط كلاً منهما رمزاً.
import-duplicate-stock = مخزون هذا المتغير في هذا المكان مذكور في السطر { $line }. واحد منهما فقط صحيح؛ احذف الصف الآخر.
import-picture-alone = تخص هذه الصورة صنفاً رُفضت كل صفوفه. ستدخل معها بعد تصحيحها.
import-item-too-large = عدد صفوف هذا الصنف يتجاوز { $limit }. قسّمه إلى عدة أصناف.

## Imports: what is told of a row that was taken
import-note-apostrophe = أُزيلت علامة (') من البداية: تستعملها برامج الجداول لتمييز النص.
import-note-zero-lost = أُبقي كما هو. ربما ضاع صفر من البداية: به يصير باركود صحيحاً.
import-note-barcode-shared = للسطر { $line } الباركود نفسه. سيعرض المسح كليهما.
import-note-same-options = للسطر { $line } الخيارات نفسها برمز آخر. غيّر اسم أحدهما وإلا تعذر التمييز بينهما.
import-note-state-unknown = هذه الحالة غير معروفة ولم تُعتمد.

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

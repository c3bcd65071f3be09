### The words of the room `stock`: its pages, messages and errors.

## المخزون
stock-title = المخزون المتوفر
stock-search = الاسم أو رمز الصنف أو الباركود
item = الصنف
item-sku = رمز الصنف
on-hand = الموجود
promised = المحجوز
available = المتاح
store = المتجر
quantity = الكمية
unit-cost = تكلفة الوحدة
delivery-note = إشعار التسليم
why-number = لماذا { $number }؟
errors-title = هناك ما يحتاج إلى تصحيح

## الاستلام
receive-title = استلام بضاعة
receive-sub = ما وصل من دون طلبية.
receive-do = استلام
receive-effect = يزيد المخزون. لا يُطلب شيء ولا يُدفع شيء.
receive-done = تم استلام { $quantity }.

## ما قد يكون خطأ
stock-insufficient = لا يوجد هنا سوى { $available }، ولا يمكن أخذ { $wanted }.
variant-unknown = هذا الصنف غير موجود هنا.
lines-none = أضف سطرًا واحدًا على الأقل.
lines-too-many = { $max ->
    [one] سطر واحد على الأكثر.
    [two] سطران على الأكثر.
    [few] { $max } أسطر على الأكثر. ما زاد يُستورد كملف.
   *[other] { $max } سطر على الأكثر. ما زاد يُستورد كملف.
 }
posting-already-reversed = تم التراجع عن هذا من قبل.
posting-is-a-reversal = هذا تراجع بحد ذاته ولا يمكن التراجع عنه. أدخله من جديد.
store-code-invalid = رمز المتجر من حرفين إلى 16 حرفًا لاتينيًا كبيرًا أو رقمًا أو شرطة، مثل DUBAI.
store-code-taken = متجر آخر يحمل هذا الرمز.
location-code-invalid = رمز المكان حتى 32 حرفًا لاتينيًا أو رقمًا أو نقطة أو شرطة، مثل F3-02.
location-code-taken = مكان آخر في هذا المتجر يحمل هذا الرمز.
zone-unknown = لا توجد منطقة زمنية كهذه. مثال: Asia/Dubai.

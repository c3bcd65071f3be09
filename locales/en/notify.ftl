### The words of the room `notify`: its pages, messages and errors.

## Labels: the page
labels-title = Labels
labels-sub = For items and for places, on sheets or on a roll.
# $sheet (String): what is written on the box of labels
labels-document = Labels, { $sheet }
labels-what = What to print
labels-find = Find an item or a place
    .placeholder = Name, SKU, barcode, F1-01
labels-found = Found
labels-found-none = Nothing here is called that.
# $name (String): an item or a place
labels-add = Add { $name }
labels-typed = Codes, one to a line
    .hint = SKU, barcode or a place’s code, with a number for several labels: 85123A * 3
labels-list = On the list
# $name (String): an item or a place
labels-copies-of = Labels for { $name }
# $name (String): an item or a place
labels-remove = Remove { $name }
# $count (Number): how many are to be printed
labels-count = { $count ->
    [one] { $count } label
   *[other] { $count } labels
}
labels-sheet = Sheet or roll
labels-start = Start at place
    .hint = Counted along the rows. Earlier places are used up and stay empty.
# $places (Number): labels to a sheet
labels-start-of = of { $places }
labels-printer = Printer
    .hint = Bars are laid on the printer’s own dots, so that they stay sharp.
dpi-any = Laser or ink-jet
dpi-203 = Label printer, 203 dpi
dpi-300 = Label printer, 300 dpi
dpi-600 = Label printer, 600 dpi
labels-symbology = Code
symbology-auto = What suits each code
labels-content = On each label
labels-price = Price
labels-preview = Preview
labels-preview-do = Show preview
# $count (Number): sheets, or labels of a roll
labels-sheets = { $count ->
    [one] { $count } page
   *[other] { $count } pages
}
# $page, $count (Number)
labels-picture = Sheet { $page } as it will come out: { $count ->
    [one] { $count } label
   *[other] { $count } labels
}
# $shown, $pages (Number)
labels-shown-first = The first { $shown } of { $pages } are shown; all are printed.
labels-empty = Nothing to print yet
    .text = Find items or places, or type their codes, and press “Show preview”.
labels-stopped = Nothing can be printed yet
    .text = Put right what is marked; the sheet then shows here as it will come out.
# $count (Number): labels, copies counted
labels-print-do = { $count ->
    [one] Print one label
   *[other] Print { $count } labels
}
labels-print = Print labels
labels-fits = Every code fits with its quiet zones and will scan.
labels-scale = Print at 100 %, not fitted to the page, or the codes shrink.
# $count (Number): labels
labels-qr-no-base = { $count ->
    [one] One QR code carries
   *[other] { $count } QR codes carry
} the bare GTIN, which leads to no page: the business has no public web address yet. Set one before you print many, because paper cannot be changed later.
# $count (Number): labels
labels-qr-no-gtin = { $count ->
    [one] One QR code carries
   *[other] { $count } QR codes carry
} the item’s own code, which leads to no page: there is no GTIN to make an address of.

## Sheets and rolls, by the code that a request calls them
sheet-a4-21 = A4, 21 labels
    .hint = 63.5 × 38.1 mm, as Avery L7160
sheet-letter-30 = Letter, 30 labels
    .hint = 2 5/8 × 1 in, as Avery 5160
sheet-a4-65 = A4, 65 labels
    .hint = 38.1 × 21.2 mm, as Avery L7651
sheet-roll-50x25 = Roll, 50 × 25 mm
    .hint = One after the other
sheet-roll-57x32 = Roll, 57 × 32 mm
    .hint = One after the other
# $sheet (String): a code
print-sheet-named = { $sheet ->
    [a4-21] { sheet-a4-21 }
    [letter-30] { sheet-letter-30 }
    [a4-65] { sheet-a4-65 }
    [roll-50x25] { sheet-roll-50x25 }
    [roll-57x32] { sheet-roll-57x32 }
   *[other] { $sheet }
}
# $smallest (String): a code
print-smallest-named = { $smallest ->
    [a4-21] { sheet-a4-21 }
    [letter-30] { sheet-letter-30 }
    [a4-65] { sheet-a4-65 }
    [roll-50x25] { sheet-roll-50x25 }
    [roll-57x32] { sheet-roll-57x32 }
   *[other] { $smallest }
}

## What cannot be printed. $label (String): the item or place
# $code (String): as it was asked
label-unknown = Nothing here has the code { $code }. Check it, or find the item by its name.
# $count (Number); $code (String)
label-places = { $count ->
    [one] A store has
   *[other] { $count } stores have
 } a place { $code }. Choose the store, or type the code on the place’s label.
# $code, $barcode, $sku (String): the code, and the two items it could mean
label-ambiguous = { $code } is a barcode of { $barcode } and the SKU of { $sku }. Find the one you mean by its name.
# $prices, $store (String): currencies
label-price-currency = Prices are kept in { $prices } and this store sells in { $store }. Print without prices, or for another store.
print-no-labels = Choose at least one item or place.
# $limit (Number)
print-too-many-lines = At most { $limit } different labels go into one print. Print the rest after it.
# $labels, $limit (Number)
print-too-many-labels = { $labels } labels are more than the { $limit } of one print. Print some of them now and the rest after.
# $limit (Number)
print-copies = { $label }: print between 1 and { $limit }.
# $start, $places (Number)
print-start = There is no place { $start } on { print-sheet-named }. Choose one from 1 to { $places }.
print-unknown-sheet = There is no sheet { $sheet }. Choose one of those offered.
# $fault (String); $expected (Number): the check digit that would be right
print-code = { $label }: { $code } cannot be printed as { $symbology }. { $fault ->
    [check-digit] Its last digit should be { $expected }. Put the barcode right in the catalog.
    [length] It has too few or too many characters for it. Choose “{ symbology-auto }”.
    [not-compressible] It lacks the zeros that this short form leaves out. Choose “{ symbology-auto }”.
    [empty] It is empty. Give the item a SKU or a barcode.
   *[other] It has characters that this code does not know. Choose “{ symbology-auto }” or QR.
}
# $needed, $available (Number): millimetres
print-does-not-fit = { $label }: { $code } needs { $needed } mm to scan on this printer, and { print-sheet-named } has { $available } mm. { $smallest ->
    [none] No sheet holds it. Choose QR or a shorter code.
   *[other] The smallest that holds it is { print-smallest-named }. Or choose QR, which needs less room.
}
# $character (String): the first that cannot be written
print-cannot-shape = { $label }: { $script ->
    [emoji] emoji such as { $character } cannot be printed
    [symbol] the sign { $character } cannot be printed
    [control] an invisible sign in the name cannot be printed
   *[other] we cannot yet write { $character } and its script as it should look
}. Print without names, or name it in Latin, Greek or Cyrillic letters.
# $price (String): as it would be printed
print-price-too-long = { $label }: the price { $price } does not fit on { print-sheet-named }. Choose larger labels or print without prices.
print-writer = The labels could not be drawn. Try again.

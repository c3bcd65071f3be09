### The words of the room `catalog`: its pages, messages and errors.

## All items
items-title = Items
items-sub = Sorted by name
# $store (String): its name
items-sub-store = Sorted by name · stock of { $store }
items-all = Show all items
items-none = No items yet
    .hint = An item is what you sell, with its variants, codes and prices. Bring in the file of the system you use today, or add the first one by hand.
items-import = Import a file
item-new = New item

categories-title = Categories
categories-sub = Rename them, merge two into one, or make one before anything is in it.
categories-none = No categories yet
    .hint = Make one here, or name one on an item.
categories-search = Beginning of the name
categories-all = All categories
category-without = Without a category
category-new = New category
category-create = Create category
category-rename = Rename
# $name (String): the category's, here and below
category-rename-title = Rename { $name }
category-merge = Merge with another
category-merge-title = Merge { $name } with another category
category-merge-effect = All items of { $name } go to the category you choose, and { $name } is deleted. This cannot be undone.
category-merge-into = Category that stays
category-merge-choose = Choose a category
category-merge-do = Merge categories
category-merge-instead = Merge with it instead
category-open-other = Open that category
category-delete = Delete
category-archived = Archived items
# The name of the other follows.
category-under-way = Its items are moving to another category, and then it is deleted:
category-created = The category { $name } is made.
category-deleted = The category { $name } is deleted.
# $count (Number): items that were moved
category-merged = { $count ->
    [0] { $name } had no items and is deleted.
    [one] One item of { $name } is here now, and { $name } is deleted.
   *[other] { $count } items of { $name } are here now, and { $name } is deleted.
}
category-merge-begun = { $count ->
    [one] One item of { $name } is here now. The others follow by themselves.
   *[other] { $count } items of { $name } are here now. The others follow by themselves.
}

## One item
item-state = State
state-phase-out = Phase-out
item-category = Category
item-brand = Brand
item-variant = Variant
item-variants = Variants
item-variants-stock = On hand by store, available in all
item-price = Price
# $from, $to (String): amounts
item-price-range = { $from } to { $to }
item-price-lowest = Lowest price
item-price-highest = Highest price
item-cost = Cost
item-margin = Margin
item-place = Place
item-unit = Unit
item-whole = Whole units only
item-handle = Short name
item-created = Added
item-gtin = GTIN
item-barcode = Barcode
item-supplier = Supplier
item-supplier-code = Supplier’s code
item-description = Description
item-pictures = Links to pictures
# $number (Number): which one
item-picture = Picture { $number }
item-movements = Movements
item-past = Past stock
item-facts = Facts
item-latest = Latest changes
item-labels = Print labels
item-adjust = Adjust
# $state (String): "Draft"
item-make = Set to: { $state }
item-variant-count = { $count ->
    [one] { $count } variant
   *[other] { $count } variants
}
item-all-variants = All variants
item-find-variant = Find a variant
item-variants-more = { $count ->
    [one] One more. Search to find it.
   *[other] { $count } more. Search to find them.
}
item-stock-by-place = Stock by place
item-stock-none = No stock was ever recorded
    .hint = Receive goods, count them or import your stock, and it shows here by store and place.
# $unit (String): "Case"; $size (Number): base units in it
item-unit-of = { $unit } of { $size }

barcodes-title = Barcodes
barcodes-none = No barcode yet
    .hint = Scan or type one below. A code means one variant only.
supplier-codes-title = Supplier codes
supplier-codes-none = No supplier code yet
    .hint = What a supplier calls it on delivery notes, so that it is found by that code too.

## Adding and changing
item-new-sub = One form for an item and all its variants.
item-what = What it is
    .hint = The name is what people look for; brand and category help to find it.
item-category-hint = Choose one or type a new one.
item-unit-hint = What its stock is counted in.
item-whole-hint = A half cannot be sold, received or counted.
item-state-active = For sale.
item-state-draft = Being prepared; not for sale yet.
item-state-phase-out = Sold until it is gone, not bought again.
item-state-archived = Put away. It keeps its history.
item-prices = Price and codes
    .hint = All of this can wait, and each variant may differ later.
item-cost-hint = What one last cost you, without tax.
item-sku-hint = Your own code for it. Left empty, we make one.
item-barcode-hint = Scan it, or type the digits under the bars.
# Example axes, and what there is on each
item-options = Options
    .hint = If it comes in several colours or sizes, name what differs and list what there is, with commas. Each combination becomes a variant.
# $number (Number): 1 to 3
item-axis = Option { $number }
item-axis-values = What there is
item-axis-1 = Colour
    .values = Red, Blue
item-axis-2 = Size
    .values = S, M, L
item-axis-3 = Material
    .values = Cotton, Linen
item-axes = Names of the options
    .hint = What its variants differ in. What each variant is, is changed there.
attributes-title = Attributes
    .hint = What it is made of, for which season, how to care for it: a name and a value each. Their values are searched too.
attribute-what = Value
# $number (Number): which one
attribute-name = Name of attribute { $number }
attribute-value = Value of attribute { $number }
attribute-add = Add an attribute
attribute-drop = Remove attribute { $number }
item-more = More about it
    .hint = For those who want to know more.
item-pictures-hint = One a line, beginning with https://. We keep them and do not fetch them.
item-handle-hint = In files and addresses. Left empty, it is made from the name.
item-new-effect = Adds the item. Its stock comes with the first receipt, count or import.
item-create = Create item
# $name (String): the item's
item-created-notice = { $name } is in your catalog.
item-duplicates = You may have this already:
item-duplicates-anyway = This is another item. Create it all the same.
item-duplicates-anyway-save = This is another item. Save it all the same.
# Beside the name of an item that has the code that was typed.
item-duplicate-barcode = same barcode
# $name (String): the item's
item-edit = Edit { $name }
item-stale = Somebody changed this while you were working on it. What you typed is kept. Check it, then save again to replace what they did.

variant-edit = Edit variant
variant-new = New variant
variant-create = Add variant
# $sku (String)
variant-added = Variant { $sku } is added.
variant-as-item = As the item
    .hint = It goes where the item goes.
# $name (String): the item's
axes-of = Options of { $name }
axes-add = Add options
axes-change = Change options
# $number (Number): 1 to 3
axis-drop = Remove option { $number }
# $count (Number): the variants there are
axes-more = New options
    .hint = { $count ->
        [one] Name what differs, such as the colour, and what the variant you have is. Then you can add the others.
       *[other] Name what differs, and what the variants you have are. Each can be changed afterwards.
    }
axis-value = { $count ->
    [one] What the variant is
   *[other] What all { $count } variants are
}
axes-effect = Variants are told apart by other options. Their stock and codes stay as they are.

barcode-kind = Kind
barcode-own = Own code
barcode-under = Under the code
barcode-unit = Unit under the code
barcode-pack = How many are in it
barcode-pack-hint = 1 for a single one, 12 for a case of 12.
barcode-add = Add barcode
# $code (String)
barcode-added = Barcode { $code } is added.
barcode-removed = Barcode { $code } is removed.
barcode-remove = Remove { $code }
supplier-code-add = Add supplier code

## History
did-catalog-create-item = Item added
did-catalog-add-variant = Variant added
did-catalog-edit-item = Item changed
did-catalog-edit-variant = Variant changed
did-catalog-change-axes = Options changed
did-catalog-set-item-state = State changed
did-catalog-archive-item = Archived
did-catalog-restore-item = Restored
did-catalog-add-barcode = Barcode added
did-catalog-remove-barcode = Barcode removed
did-catalog-add-supplier-code = Supplier code added
did-catalog-remove-supplier-code = Supplier code removed
did-catalog-create-category = Category made
did-catalog-rename-category = Category renamed
did-catalog-merge-categories = Categories merged
did-catalog-move-merged = Categories merged
did-catalog-delete-category = Category deleted
changed-handle = Short name
changed-description = Description
changed-brand = Brand
changed-category = Category
changed-unit = Unit
changed-whole = Whole units only
changed-axes = Options
changed-attribute = Attribute
changed-image-links = Links to pictures
changed-sku = SKU
changed-options = Option
changed-price = Price
changed-cost = Cost
changed-barcode = Barcode
changed-supplier-code = Supplier code
changed-variants-added = Variants
changed-merged = Merged in
changed-merged-into = Merged into

## Scanning
scan-title = What is this code?
scan-code = Scan or type a code
scan-nothing = Scan something
    .hint = An item, a shelf or a case: whatever the code is, you get to the page it stands for.
scan-several = This code stands for several things. Choose one.
scan-by = Known by
scan-by-gtin = GTIN
scan-by-barcode = Barcode
# $supplier (String): its name
scan-by-supplier = Code of { $supplier }
# $code (String)
scan-unknown = Nothing here has the code { $code }
    .hint = It may belong to an item that has no barcode yet, or to one that is not in your catalog.
# $expected (Number): the digit that would be right
scan-check-digit = Its last digit does not fit the others; it should be { $expected }. Scan it again.
scan-new-item = New item with this code
scan-search = Search for it
# $code (String)
scan-container = { $code } is a shipping container’s number. It holds goods but is none.
scan-command = { $code } is a command for the phone. Scan it in floor mode.
scan-unreadable = This cannot be read as a code. Scan it again, or type it.

## What can be wrong
# $sku, $name (String): whose it is
sku-taken = The SKU { $sku } belongs to { $name }. Each variant needs its own.
sku-twice = The variant { $sku } is named twice.
# $name (String): the other item's
handle-taken = { $name } has this short name already. Choose another.
# $code, $sku, $name (String): whose it is
barcode-taken = The code { $code } is under { $name } ({ $sku }) already. A code means one thing; remove it there first.
barcode-with-options = Each variant has a barcode of its own. Leave this empty and add them to the variants.
# $sku (String): the other variant's
options-taken = The variant { $sku } is exactly this already.
options-too-many = There are more options than the item has.
axis-twice = This option is named twice.
# $sku, $other (String): two variants
variants-same = The variants { $sku } and { $other } would be the same then.
# $sku (String): the variant's
axis-value-missing = The variant { $sku } needs a value here.
axes-too-many = { $max ->
    [one] An item can differ in one thing only.
   *[other] An item can differ in at most { $max } things.
}
axes-fixed = { $count ->
    [0] This item has no options to name.
    [one] This item has one option to name.
   *[other] This item has { $count } options to name.
}
attribute-twice = This name is there already.
attributes-too-many = { $max ->
    [one] An item can have one attribute only.
   *[other] An item can have at most { $max } attributes.
}
variants-too-many = { $max ->
    [one] At most one variant fits in an item.
   *[other] At most { $max } variants fit in an item.
}
codes-too-many = { $max ->
    [one] At most one code fits here.
   *[other] At most { $max } codes fit here.
}
links-too-many = { $max ->
    [one] At most one link fits here.
   *[other] At most { $max } links fit here.
}
link-invalid = This is not a link to a picture. It begins with https:// and has no spaces.
item-has-stock = There is still stock of this. Sell it, move it out or count it as gone, then archive it.
item-unit-fixed = Stock of this has moved in its unit, so the unit stays.
item-whole-fixed = Stock of this has moved in fractions, or may have, so this cannot be changed.
catalog-busy = Somebody saved the same code at the same moment. Nothing was changed; try again.
# $name (String): the other's
category-taken = The category { $name } has this name already. Choose another, or merge the two.
category-same = A category cannot be merged with itself. Choose another.
category-merging = Items are still moving out of { $name } or into it. Try again in a moment.
# $count (String): the count's name
category-counted = The count { $count } is of the category { $name }. Post it or cancel it first.
# $count (Number): its items
category-has-items = { $count ->
    [one] { $name } has one item, archived ones included. Move it to another category, or merge the two.
   *[other] { $name } has { $count } items, archived ones included. Move them to another category, or merge the two.
}

# The caption of the table under “Stock by place”; it names the region it scrolls in, so it is not the same.
item-stock-caption = On hand, promised and available at each place

## Tracking
tracking-of = Tracking of { $name }
tracking-lots = Lots
tracking-pieces = Pieces
life-title = Remaining life
    .hint = Asked of lots with a last day, in days after the day itself. What lives shorter is not taken in as available, and not sold that way.
life-receipt = When it is delivered
life-till = Over the counter
life-pickup = Picked up in a store
life-online = Sent to the customer
life-days = days
life-not-days = Give whole days, 0 to { $max }.
life-too-long = At most { $max } days can be asked for.
tracking-counted = The item is being counted. Finish or cancel the count first.
tracking-in-stock = Stock of it is not told apart in this way. Book it out first, change this, and book it in again with its lots or numbers.
tracking-without-day = Some lots in stock have no last day. Give them one first.

## Tracking
did-catalog-set-tracking = Tracking changed
changed-tracking = Tracking
changed-life-receipt = Life left at delivery, in days
changed-life-till = Life left over the counter, in days
changed-life-pickup = Life left at pick-up, in days
changed-life-online = Life left when sent, in days

## Units of a variant's own
units-title = Units
    .hint = Cases, boxes and whatever else it comes or is sold in.
unit-add = Add or change a unit
unit-effect = One of it is so many of the base unit: { $base }. What was entered before keeps the number of its day.
unit-name =
    .hint = case, pack, box, or a name of your own. The name of one that is there changes it.
unit-num = Base units
unit-den = In so many of this unit
    .hint = 1 as a rule. Three of it are one base unit: 1 in 3.
unit-fractions = Fractions of it may be entered
unit-in = Of the base unit ({ $base })
unit-from = Where from
unit-from-base = Base unit
unit-from-known = Everybody knows it
unit-from-own = Its own
unit-from-barcode = A barcode tells it
unit-archive = Put away { $unit }
unit-ratio = Type whole numbers of 1 or more.
unit-known = What { $unit } is, is known already. Give the unit another name.
unit-barcode-differs = A barcode says that { $pack } are under this unit. Change the barcode, or type the same here.
unit-has-barcode = A barcode is of the unit { $unit }. Remove the barcode first.
units-too-many = An item has at most { $max } units of its own.
barcode-pack-differs = One { $unit } of this item is { $pack }. Type the same here, or change the unit.
did-catalog-set-variant-unit = Unit set
did-catalog-archive-variant-unit = Unit put away
changed-own-unit = Unit
changed-unit-fractions = Unit with fractions

## Kits
kit-title = Kit
    .hint = A kit is sold as a bundle of other items. It holds no stock of its own: what is sold of it is taken from its components.
kit-components = Components
kit-each = One kit takes
kit-makes = Can be made
kit-makes-caption = How many each store can make
kit-makes-none = No store has had any of its components yet.
kit-none = This is not a kit
    .hint = Add what one of it takes. From then on it holds no stock of its own.
kit-add = Add a component
kit-effect = The quantity is in the component’s base unit. What was sold before stays as it was sold.
# $item (String): the component's name
kit-remove = Take { $item } out of the kit
kit-of-itself = A kit cannot contain itself. Choose another item.
# $sku (String)
kit-of-kit = { $sku } is a kit. Name its components instead.
# $sku (String)
kit-component-twice = { $sku } is in the kit already. Take it out first, then add it with its new quantity.
kit-has-stock = Stock of this item has moved or is being counted, so it cannot become a kit. Make a new item for the kit.
kit-is-component = This item is a component of another kit, so it cannot be a kit itself.
# $max (Number)
kit-too-many = A kit has at most { $max } components.
did-catalog-set-kit = Kit changed
changed-kit = Components

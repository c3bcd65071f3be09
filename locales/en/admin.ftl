### The words of the room `admin`: its pages, messages and errors.

## Home
home-empty-title = Begin with what you have
home-empty-text = Four steps take you from your present system’s file to a counted shelf.
# $name (String): the person’s first name
home-morning = Good morning, { $name }
home-afternoon = Good afternoon, { $name }
home-evening = Good evening, { $name }
# $count (Number): tasks in the list
home-waiting = { $count ->
    [0] nothing waits for you
    [one] one thing waits for you
   *[other] { $count } things wait for you
}
home-nothing = Nothing waits for you
    .hint = Counts to review, goods on their way and files to mend will show up here.
home-today = Today
home-new-count = New count
home-figures = Key figures
home-figures-at = as of { $time }
home-value = Stock value, on hand and on the way
# $time (String)
home-value-through = valued through { $time }
home-units = Units on hand
    .note = without what is on its way
home-variants = Variants
    .note = not archived
home-out = Out of stock
    .note = were here, none left to sell
    .anywhere = in at least one store
home-counts = Open counts
    .note = planned, walked or in review
home-moves = Movements today
# $count (Number): movements of the busiest of the last days
home-moves-note = { $count ->
    [one] most in 14 days: one
   *[other] most in 14 days: { $count }
}
home-chart = Movements, last 14 days
home-chart-day = Day
home-chart-today = Today
# $count (Number): movements of that day
# $day (String): the busiest day
home-chart-summary = Bars of movements per day and store. The busiest day was { $day }, with { $count }.
home-wrong = Needs a look
home-look = Look
# $count (Number): rows that are wrong
home-proof-failed = { $count ->
    [one] The books do not add up: one row is wrong
   *[other] The books do not add up: { $count } rows are wrong
}
# $count (Number): balances below zero
home-negative = { $count ->
    [one] One balance is below zero
   *[other] { $count } balances are below zero
}
home-negative-fact = More went out than was booked in. Count them, or book in what came.
# $name (String): the count’s name
home-review = Review the count “{ $name }”
home-review-do = Review
# $code (String): the transfer’s code
home-transfer = Take in transfer { $code }
home-transfer-do = Take in
home-to = to
# $day (String): the day it left
home-shipped = sent { $day }
# $name (String): the file’s name
home-import-ready = Import { $name }
home-import-ready-fact = Checked; nothing is written until you say so.
# $count (Number): rows set aside
# $name (String): the file’s name
home-import-rows = { $count ->
    [one] Mend one row of { $name }
   *[other] Mend { $count } rows of { $name }
}
home-import-rows-fact = Set aside; everything else is in.
home-import-rows-do = Mend
# $name (String): the count’s name
home-count = Count “{ $name }”
home-count-do = Count
home-steps = First steps
home-step-done = Done
home-step-store = Open your first store
    .text = Its time zone says when a day ends; its places say where things stand.
    .do = Open a store
home-step-items = Bring in your items
    .text = Take the file your present system exports. You see what would change before anything does.
    .do = Import a file
home-step-stock = Book in what stands on the shelves
    .text = An import of stock does it, or a receipt for each delivery.
    .do = Receive goods
home-step-count = Count a shelf
    .text = Plan a count, walk it with a phone, approve the differences.
    .do = Plan a count

## Account
account-title = Your account
account-role = Role
account-business = Business
account-businesses = Businesses
account-business-do = Work here
account-profile = You
account-language-business = As the business
account-language-browser = As the browser asks
account-password-current = Present password
account-password-new = New password
account-password-again = New password, once more
account-password-hint = At least 12 characters. Four unrelated words are easy to keep and hard to guess.
account-password-do = Change password
account-password-changed = Your password is changed. Every other device is signed out.
account-everywhere = Sign out everywhere
account-everywhere-text = Ends every session of yours, on this device and all others.
account-everywhere-do = Sign out on all devices
# $min (Number): characters wanted
password-too-short = A password has at least { $min } characters. Add a word or two.
password-wrong = This is not your present password.
password-same = This is your present password. Choose another.
password-not-again = This differs from the new password above. Type both again.
password-once = Write it down or pass it on now: it is shown this once and kept nowhere.
password-once-done = I have passed it on

## People
people-lead = Who may come in, and what they may do here.
people-add = Add a person
people-add-lead = They sign in with their e-mail and a first password that you pass on.
people-add-effect = They may come in at once.
people-add-do = Add
people-email-hint = Somebody who works in another business here keeps the password they have.
# $name (String): the person’s
people-added = { $name } may sign in
# $email (String): their address
people-added-known = { $email } may come in, with the name and password they have already.
people-you = you
people-joined = Here since
people-state = Entry
people-disabled = Shut out
people-role-legend = What they may do
people-role-do = Change role
# $name (String): the person’s
people-role-changed = { $name } has another role, from now on.
people-password = Password
    .text = For somebody who forgot theirs. They get a new one and are signed out everywhere.
people-password-do = Make a new password
# $name (String): the person’s
people-password-set = { $name } has a new password
people-disable = Shut out
    .text = Signs them out at once, on every device, and keeps them out of this business until you let them in again.
# $name (String): the person’s
people-disabled-done = { $name } is shut out.
people-enable = Let in again
    .text = They come in with the password and role they had.
# $name (String): the person’s
people-enabled-done = { $name } may come in again.
people-remove = Remove from this business
    .text = What they did stays in the histories under their name. You can add them again.
# $name (String): the person’s
people-removed = { $name } is no longer here.
people-self = This is you. Another owner can change your role or shut you out; your name and password are in your account.
person-self = You cannot do this to yourself. Ask another owner.
person-last-owner = This is the last owner who may come in. Make somebody else an owner first.
person-elsewhere = They work in another business too, so only they can change their password.
person-email-taken = Somebody has this address already.
member-already = They are here already.

## Settings
settings-stores =
    .note = Shops, warehouses and the places in them
settings-people =
    .note = Who may come in, and what they may do
settings-imports =
    .note = Files from other systems
settings-verify =
    .note = Re-adds every movement
settings-account =
    .note = Language, looks, password
settings-api = API
    .note = Its description, for programs
settings-business = This business
settings-name = Name
settings-language-hint = For people who have chosen none.
settings-zone = Time zone
    .hint = Where no store is meant, such as Europe/London. Each store has its own.
settings-currency = Currency
    .hint = All costs and prices are in it, so it stays.
settings-base = Base of the links in printed codes
    .hint = Such as https://id.example.com. What is printed cannot be changed later: choose an address you will keep.
settings-one-person = One person does everything
    .hint = Who counts may then approve it themselves, after a second look and with a reason. Histories mark it.
one-person-owner = Only an owner can switch this: it lets people approve what they counted themselves.
public-base-https = Begin with https://
public-base-host = Write the host by its name in small letters, such as id.example.com: no port, no number, no sign-in.
public-base-path = The path may have small letters, digits and hyphens, such as /shop.

## Proof of the books
proof-lead = Re-adds the ledger and compares it with everything that is kept.
proof-now = Prove now
proof-under-way = A proof is under way.
proof-none = Never proven
    .hint = A proof reads every movement and stops nobody’s work.
proof-history = Proofs
# $time (String): when it was made
proof-of = Proof of { $time }
proof-clean = The books are right
    .text = Every check was passed, over every row.
# $time (String): from when on
proof-clean-since = What was recorded since { $time } is right
    .text = And all that it touched, from its first movement on. What was not looked at is below.
proof-unseen = Not looked at
proof-unseen-before = What was recorded before, except of stock that has moved since.
proof-unseen-still = Stock that has not moved since: its balance, what is promised of it, its lots and its value.
proof-unseen-days = The sums of cost by day.
proof-unseen-own = Whether all that the books speak of is this business’s own.
proof-untouched = nothing since
proof-start = Prove the books
proof-extent = What is proved
proof-extent-all = Everything
    .hint = From the first movement on.
proof-extent-last = Since the last clean proof
    .hint = What no clean proof has looked at yet. Without one, or after one that was not clean: everything.
proof-extent-day = Since a day
    .hint = What was recorded since then, and all that it touched.
# $time (String): from when on
proof-extent-since = since { $time }
proof-since-day = Day
# $count (Number): rows that are wrong
proof-wrong = { $count ->
    [one] One row is wrong
   *[other] { $count } rows are wrong
}
    .text = The first of each kind are below. Rows cannot be changed through Stockroom: somebody or something has written to the database itself.
proof-checks = What was checked
proof-check = Check
proof-examined = Rows looked at
proof-took = Took
proof-took-less = less than a second
proof-took-seconds = { $count ->
    [one] one second
   *[other] { $count } seconds
}
proof-outcome = Outcome
proof-right = Right
# $count (Number): rows that are wrong
proof-wrong-rows = { $count ->
    [one] 1 wrong
   *[other] { $count } wrong
}
# $count (Number): rows not shown
proof-more = { $count ->
    [one] One more is wrong.
   *[other] { $count } more are wrong.
}
proof-what = What is wrong
proof-key = Where
proof-seq = Sequence
proof-posting = Posting
proof-operation = Written by

proof-sequence = Sequences
    .hint = Each place’s movements of an item are numbered without gaps, and each balance follows from the one before.
proof-chain = Chain of movements
    .hint = Each movement carries the digest of the one before it.
proof-balance = Balances
    .hint = What is kept as on hand is what the last movement left.
proof-double-entry = Double entry
    .hint = What each posting takes from one place it brings to another.
proof-posting-hash = Postings
    .hint = Each posting’s digest covers all it says and all its movements.
proof-promise = Promises
    .hint = What each store may sell is what stands available in its places.
proof-reserved = Reserved
    .hint = What is promised of each item is what is open of its reservations.
proof-shortage = Shortages
    .hint = What promises exceed the stock by is told as short.
proof-cost-entries = Entries of value
    .hint = Each entry leaves what the one before it left, and itself.
proof-cost-pools = Value of stock
    .hint = What stock is worth is what its entries come to, and what is left of its layers.
proof-cost-layers = Layers of cost
    .hint = Out of each layer came exactly what went in, but for what is left of it.
proof-cost-quantity = Valued stock
    .hint = What is valued, and what waits to be, is what stands in the stores.
proof-cost-days = Days of cost
    .hint = The sums of each day are those of its entries.
proof-floor = Nothing below nought
    .hint = No place holds less than nought, but where that is allowed or a count says so.
proof-transit = On the way
    .hint = What is on its way to each store is what its transfers say.
proof-own = All its own
    .hint = What the books speak of, stores, places, items, lots, is this business’s own.
proof-late = Told late
    .hint = What was booked later than it happened is noted with when it happened.
proof-counted = Counted
    .hint = When a place was last counted is when the last count that stands counted it.
proof-seal = Seals
    .hint = Each seal is signed by this system, names the one before and covers its rows.
proof-sealed-rows = Sealed rows
    .hint = Every posting is sealed or about to be, and no sealed row is gone.
proof-audit = Histories
    .hint = Who did what is as it was written.

# $expected, $found (String): numbers
proof-sequence-gap = Number { $expected } should come here; { $found } does.
# $expected, $found (String): quantities
proof-running-balance = The balance after this movement should be { $expected }; { $found } is written.
# $expected, $found (String): the beginnings of two digests
proof-hash = The digest should begin { $expected }; { $found } is written. Something in this row was changed.
# $expected, $found (Quantity)
proof-balance-differs = { $expected } should be on hand, says the ledger; { $found } is kept.
# $found (Quantity)
proof-balance-orphan = { $found } is kept as on hand, but nothing ever moved here.
# $expected (Quantity)
proof-balance-missing = { $expected } should be on hand, says the ledger; nothing is kept.
# $expected, $found (String): how many
proof-legs-missing = This posting has { $found } movements; it was written with { $expected }.
# $expected, $found (String): quantities
proof-not-balanced = The movements of a line add up to { $found }, not to { $expected }.
proof-legs-orphan = These movements belong to no posting.
# $expected, $found (Quantity)
proof-promise-differs = { $expected } stand available in the store; { $found } may be sold, says its row.
# $expected, $found (String): quantities
proof-reserved-differs = { $expected } is open of the reservations; { $found } is promised, says its row.
# $expected, $found (String): quantities
proof-shortage-differs = { $expected } too much is promised; { $found } is told as short.
# $expected, $found (String): amounts or quantities
proof-cost-differs = It comes to { $expected }; { $found } is written.
# $expected, $found (String): quantities
proof-cost-quantity-differs = { $expected } stand there; { $found } are valued or wait to be.
# $found (Quantity)
proof-below-floor = { $found } stand where nothing may be below nought.
# $expected, $found (Quantity)
proof-transit-differs = { $expected } are on the way, says the ledger; the transfers say { $found }.
# $expected, $found (Quantity)
proof-late-differs = Of what was booked late the movement says { $expected }, its note { $found }.
proof-of-nobody = Here something is named that this business does not have.
proof-late-orphan = A note of something booked late has no movement.
# $expected, $found (String): instants
proof-counted-differs = Last counted at { $expected }; it says { $found }.
# $number (Number): the seal’s
proof-seal-missing = A seal before number { $number } is missing or was replaced.
# $number (Number): the seal’s
proof-seal-forged = Seal { $number } was not signed by this system’s key.
# $number (Number): the seal’s
proof-seal-broken = The rows under seal { $number } are not those it was made over.
proof-row-changed = This row was changed after it was written.
proof-row-gone = A row that was sealed is gone.

## The words of the room `admin`: its pages, messages and errors.

## Imports: what is wrong with a file
import-file-empty = This file is empty. Export it again and check that it holds rows.
import-file-no-rows = This file has column names but no rows below them. Export it again with its rows.
# $kind (String): the file’s ending or format
import-file-spreadsheet = This is a spreadsheet ({ $kind }), not a CSV file. Open it, choose “Save as” and “CSV UTF-8”, and import that file.
import-file-pdf = This is a PDF document. It cannot be read as a table: export the data as CSV instead.
# $kind (String): the file’s ending or format
import-file-archive = This is a packed archive ({ $kind }). Unpack it and import the CSV file inside.
# $kind (String): the file’s ending or format
import-file-picture = This is a picture ({ $kind }), not a table. Choose the CSV file that your system exports.
# $kind (String): the file’s ending or format
import-file-markup = This is { $kind }, not CSV, whatever its name says. Open it in a spreadsheet and save it as “CSV UTF-8”.
# $line (Number): a line of the file
import-file-binary = This is not a text file: line { $line } holds bytes that no text has. Save the table as “CSV UTF-8” and try again.
import-file-unreadable = The file could not be read to its end. Upload it again.
import-file-one-column = Only one column was found. Columns must be separated by a comma, a semicolon, a tab or a vertical bar.
# $count (Number): how many there are
# $limit (Number): how many are allowed
import-file-too-many-columns = This file has { $count } columns; { $limit } can be read. Delete columns that are not needed.
# $limit (Number): how many are allowed
import-file-too-many-rows = This file has more than { $limit } rows. Split it and import the parts one after the other.
# $columns (String): fields without a column
import-columns-missing = Say which columns to read: nothing is mapped to { $columns }.
# $column (String): the column’s name
import-mapping-stale = The saved mapping reads a column “{ $column }” that this file does not have. Map the columns again.
# $wanted (String): the source that was chosen
# $found (String): the source it looks like
import-not-this-source = This is not a file of { $wanted }; it looks like { $found }. Choose the right source, or let it be found out.
# $found (String): the source it looks like
# $wanted (String): catalog, inventory or sales
import-not-this-kind = A file of { $found } cannot be imported as { $wanted ->
    [catalog] items
    [inventory] stock
   *[other] sales
}. Choose what it holds.
import-kind-unclear = The columns do not tell whether this file holds items, stock or sales. Choose one.
# $column (String): the column’s name
# $sent (String): a value of the file
# $first (Date): one reading
# $second (Date): the other
import-dates-ambiguous = In the column “{ $column }” every date can be read in two ways: “{ $sent }” is { $first } or { $second }. Say which is right.
# $column (String): the column’s name
# $first (String): a value of the file
# $second (String): a value of the file
import-dates-mixed = In the column “{ $column }” some dates have the day first (“{ $first }”) and others the month (“{ $second }”). Say which is right, or write all of them alike.

## Imports: what is wrong with a row
# $cells (Number): cells in the row
# $columns (Number): columns of the header
import-row-too-many-cells = This row has { $cells } cells, but there are { $columns } columns. A text that contains the separator must stand in quotation marks.
# $cells (Number): cells in the row
# $columns (Number): columns of the header
import-row-too-few-cells = This row has { $cells } cells, but there are { $columns } columns. It may have been broken by a line end inside a text.
import-row-total = This looks like the totals of the table: leave the row out.
import-quote-unclosed = A quotation mark begins a text here and none ends it. Add the closing mark, or write a mark inside a text twice.
# $limit (Number): how many are allowed
import-cell-too-long = A cell of this row is larger than { $limit } kB. Shorten it; or a quotation mark is missing.
# $limit (Number): how many are allowed
import-text-too-long = This is too long. Characters kept at most: { $limit }.
import-text-control = This contains invisible control characters. Type it again.
import-text-damaged = Some letters of this are damaged (�). Export the file again as UTF-8, or type the text anew.
import-key-missing = Nothing tells which item this is. Fill in its SKU or barcode, or for an item list its name.
import-location-missing = This row does not say where the stock is. Fill in the location.
import-quantity-missing = Fill in how many.
import-date-missing = Fill in when it was sold.
import-code-shortened = A spreadsheet has shortened this code and its last digits are lost. Format the column as text there, and enter the code again.
import-code-decimals = A program has taken this code for a number and added decimals. Remove them.
import-code-formula = A formula stands here instead of a code. Write the code itself.
import-cell-error = A spreadsheet could not work this out and wrote an error instead. Write what belongs here, or empty the cell.
# $code (String): the barcode
# $expected (Number): the right last digit
import-barcode-check-digit = The last digit of { $code } does not fit the others; it should be { $expected }. Compare it with the product: another digit may be the wrong one.
# $limit (Number): how many are allowed
import-barcode-invalid = This cannot be a barcode: it is longer than { $limit } characters or holds invisible ones.
import-number-not-one = This is not a number. Write it in digits, without words or units.
import-number-other-style = The decimal mark here is not the one of the rest of the column. Write all numbers of a column alike.
# $first (String): one reading
# $second (String): the other
import-number-ambiguous = This can be read in two ways: { $first } or { $second }. Write it without a thousands separator, or say which decimal mark the file uses.
import-number-too-large = This number is too large to be kept. Check it for digits too many, or a barcode in the wrong column.
# $limit (Number): how many are allowed
import-number-too-fine = Decimals kept at most: { $limit }. Round the number.
import-price-negative = A price or cost cannot be below zero.
import-stock-negative = Less than nothing cannot be on a shelf: more was sold than was booked in. Count it and write what is there, or 0.
import-stock-fraction = This item is kept in whole pieces. Write a whole number.
import-status-unknown = This is no state of stock. Write available, damaged, quarantine, quality_control or safety.
import-pair-not-one = “{ $piece }” is no name with a value. Write name=value, and a bar (|) between several.
import-pack-not-one = “{ $piece }” is no pack with its barcode. Write unit, quantity and code, such as case 12=14006381333931.
import-quantity-zero = A sale of nothing changes nothing. Write how many, or leave the row out.
import-sale-kind-unknown = This does not tell whether goods went, came back, or the line was cancelled. Write sale, return or voided; or do not have this column read.
import-refund-unclear = More than nothing at a price below zero: if goods came back, the minus belongs to the quantity and not to the price.
import-date-not-one = This is not a date that can be read. Write it as 2024-05-31 14:30.
import-date-other-order = Day and month are the other way round here than in the rest of the file.
# $line (Number): a line of the file
import-duplicate-sku = This SKU is already on line { $line }. Each variant needs a SKU of its own; delete one of the rows or correct it.
# $line (Number): a line of the file
import-duplicate-variant = The same variant is already on line { $line }, and no SKU tells them apart. Delete one of the rows or give each a SKU.
# $line (Number): a line of the file
import-duplicate-stock = The stock of this variant at this place is already on line { $line }. Only one can be right; delete the other row.
import-picture-alone = This picture belongs to an item whose rows were all refused. It goes in with them once they are mended.
# $limit (Number): how many are allowed
import-item-too-large = This item has more rows than { $limit }. Split it into several items.

## Imports: what is told of a row that was taken
import-note-apostrophe = A mark of spreadsheets for text (an apostrophe in front, or ="…") was removed.
import-note-zero-lost = Kept as it is. A leading zero may have been lost: with it, it would be a valid barcode.
# $line (Number): a line of the file
import-note-barcode-shared = Line { $line } has the same barcode and keeps it; this row goes in without it.
# $line (Number): a line of the file
import-note-same-options = Line { $line } has the same options under another SKU. Give one of them another name, or people cannot tell them apart.
import-note-state-unknown = This state is not known and was left as it is.
import-note-sale-kind-unknown = This word is not known. The line was taken by its quantity: sold above 0, come back below.

## Imports: the fields a column can be read as
import-field-sku = SKU
import-field-barcode = Barcode
import-field-name = Item name
import-field-variant-name = Variant name
import-field-description = Description
import-field-brand = Brand
import-field-category = Category
import-field-tags = Tags
import-field-state = State
import-field-archived = Archived
import-field-option1-name = Option 1: name
import-field-option1-value = Option 1: value
import-field-option2-name = Option 2: name
import-field-option2-value = Option 2: value
import-field-option3-name = Option 3: name
import-field-option3-value = Option 3: value
import-field-axis = Option named by its column
import-field-price = Selling price
import-field-cost = Cost
import-field-currency = Currency
import-field-supplier = Supplier
import-field-supplier-code = Supplier’s code
import-field-image = Picture link
import-field-attributes = Attributes (name=value)
import-field-packs = Barcodes of packs (case 12=code)
import-field-supplier-codes = More supplier codes (supplier=code)
import-field-variant-image = Variant’s picture link
import-field-unit = Unit
import-field-group = Item code or handle
import-field-external-id = Id in the other system
import-field-stockable = Kept in stock
import-field-location = Store or warehouse
import-field-bin = Bin
import-field-stock-status = State of the stock
import-field-on-hand = On hand
import-field-new-on-hand = New on hand
import-field-receipt = Receipt number
import-field-quantity = Quantity sold
import-field-unit-price = Unit price
import-field-sold-at = Date sold
import-field-sold-time = Time sold
import-field-customer = Customer
import-field-sale-kind = Kind of sale
import-field-voided = Cancelled
import-field-product-kind = Kind of product

## Imports: of a row beside the books
import-item-unknown = No item is known by this. Bring the items in first, or correct it.
import-item-several = Several items go by this. Write a SKU that only one of them has.
import-item-archived = This item is archived, and stock would come to it. Bring the item back first, or leave the row out.
# $place (String): the place as the file names it
import-bin-unknown = The store has no place “{ $place }”, and none can be made of that name. Write the code of a place.
# $ours (Number): what the books say
import-stock-stale = Stock has moved since this file was made: it is { $ours } here now. Nothing was changed.
# $available (Number): how many are there
# $wanted (Number): how many were sold
import-sale-short = { $wanted } were sold, but only { $available } are booked in. Receive or count what was there, then try again.
# $currency (String): of the file
# $ours (String): of the business
import-currency-other = This price is in { $currency }; prices here are in { $ours }. Convert it.
# $unit (String): the file’s word
import-note-unit-unknown = The unit “{ $unit }” is not known and was left as it is.

## Imports: what cannot be done, or must be answered
# $state (String): where the import stands
import-not-now = This cannot be done now: the import is { $state ->
    [uploading] still being uploaded
    [checking] being checked
    [asking] waiting for an answer
    [ready] checked and not run yet
    [running] running
    [done] done
    [failed] given up
    [undoing] being undone
    [undone] undone
   *[discarded] cancelled
}.
# $limit (Number): megabytes
import-file-too-large = This file is larger than { $limit } MB. Split it and bring the parts in one after the other.
import-file-missing = Choose a file first.
# $count (Number): how many locations
import-places-unknown = { $count ->
    [one] One location of this file is no store here yet. Say which store it is.
   *[other] { $count } locations of this file are no stores here yet. Say which stores they are.
}
import-store-missing = Rows of this file do not say which store they are about. Choose it.
import-gave-up = The work was given up after several tries. Nothing is half done: try again, it goes on where it stopped.
import-moved-meanwhile = Stock kept moving while this was written. Try again.
# $available (Number): how many are there
# $wanted (Number): how many were brought in
import-undo-stock-gone = { $wanted } were brought in, but only { $available } are left where they were put.
import-undo-counted = It was counted since: what was counted stays.
import-undo-touched = It was changed since, so it stays as it is.
# $place (String), $to (String): where it stood before; where it came back to
import-undo-elsewhere = It came back to { $to }: { $place } was archived since.
import-undo-store-archived = Its store was archived since, so it stays as it is.
# $field (String): a field’s name
import-undo-kept = What was added here stays: { $field }.

## Imports: the list
import-title = Imports
import-sub = Bring your items, stock and sales in as files, and take them out again.
import-upload-title = Bring a file in
import-upload-label = CSV file
# $limit (Number): megabytes
import-upload-hint = Exports of Shopify and Square, our own, or any table saved as CSV; at most { $limit } MB. You see what would change before anything is written.
import-upload-do = Upload and check
import-list-title = Earlier imports
import-list-empty-title = Nothing brought in yet
import-list-empty-text = Export your items and stock from the system you use today, and choose the file above.
import-col-file = File
import-col-holds = Holds
import-col-state = State
import-col-written = Written
import-col-aside = Set aside
import-col-by = By
import-col-when = When
import-kind-catalog = Items
import-kind-inventory = Stock
import-kind-sales = Sales
import-kind-both = Items and stock
import-state-uploading = Upload broken off
import-state-checking = Checking
import-state-asking = Asks something
import-state-ready = Ready to import
import-state-running = Importing
import-state-done = Done
import-state-failed = Not read
import-state-stopped = Given up
import-state-undoing = Undoing
import-state-undone = Undone
import-state-discarded = Cancelled
import-source-shopify-products = Shopify products
import-source-shopify-inventory = Shopify inventory
import-source-square-library = Square library
import-source-woocommerce = WooCommerce products
import-source-stockroom = a Stockroom export
import-source-generic = a table
export-title = Take files out
export-text = Each can be brought in again and changes nothing unless you change it.
export-catalog = Items
export-inventory = Stock by place
export-shopify-inventory = Stock for Shopify

## Imports: the check
import-steps = Steps of the import
import-step-upload = Upload
import-step-options = Options
import-step-check = Check
import-step-import = Import
import-check-title = Check before anything changes
# $rows (Number): rows of the file
# $source (String): where it comes from
import-read-as = { $rows ->
    [one] 1 row
   *[other] { $rows } rows
} · read as { $source }
import-discard = Cancel import
import-tally-new = New
import-tally-changed = Changed
import-tally-unchanged = Unchanged
import-tally-refused = Set aside
import-tally-stock = Stock
import-tally-units = units
import-tally-value = Value at cost
# $line (String): where the row stands in the file
import-aside-line = Line { $line }
# $value (String): what the cell should say
import-aside-right = Right would be: { $value }
import-told-both = The file holds items and their stock: both come in at once. To bring only one of them, choose it under “It holds”.
# $count (Number): rows
import-told-not-known = { $count ->
    [one] 1 row says nothing of stock (blank, or not stocked). It is not known, which is not 0, and changes nothing.
   *[other] { $count } rows say nothing of stock (blank, or not stocked). It is not known, which is not 0, and changes nothing.
}
# $count (Number): rows
import-told-not-stock = { $count ->
    [one] 1 line is no stock: postage, fees, discounts.
   *[other] { $count } lines are no stock: postage, fees, discounts.
}
# $count (Number): rows
import-told-left-out = { $count ->
    [one] 1 row is of a location that is left out.
   *[other] { $count } rows are of locations that are left out.
}
# $count (Number): rows
import-told-stale = { $count ->
    [one] 1 row is out of date: stock has moved since the file was made.
   *[other] { $count } rows are out of date: stock has moved since the file was made.
}
# $count (Number): rows
import-told-short = { $count ->
    [one] 1 sale is of more than was booked in.
   *[other] { $count } sales are of more than was booked in.
}
# $count (Number): places
import-told-bins = { $count ->
    [one] 1 place that the file names is made in its store.
   *[other] { $count } places that the file names are made in their stores.
}
# $columns (String): their names
import-told-unread = Not read: { $columns }.
import-told-before = The same file was brought in before.
import-told-before-link = See that import
# $count (Number): rows
# $lines (String): the first of them
import-note-rows = { $count ->
    [one] row { $lines }
   *[other] { $count } rows: { $lines }
}
# $count (Number): rows
import-aside-title = { $count ->
    [one] 1 row is set aside
   *[other] { $count } rows are set aside
}
import-aside-text = The other rows do not wait for these. Put them right here, or in the file and bring it again: rows already imported are recognised.
import-aside-download = Download with reasons
# $count (Number): rows
import-aside-suggestions = { $count ->
    [one] Take the suggestion
   *[other] Take all { $count } suggestions
}
import-aside-caption = Rows set aside, with what is wrong and what would be right
import-col-row = Row
import-col-column = Column
import-col-sent = You sent
import-col-wrong = What is wrong
import-col-right = What would be right
import-col-decision = Decision
import-row-empty = (empty)
import-row-whole = The whole row
# $row (Number): the line
# $column (String): its name
import-row-right = Right value for row { $row }, { $column }
import-row-use = Use
import-row-skip = Skip
import-row-back = Take up again
# $row (Number): the line
import-row-skip-label = Skip row { $row }
# $row (Number): the line
import-row-use-label = Use for row { $row }
import-row-mended = Goes in with the next run
import-row-passed = Left out
# $count (Number): rows
import-changes-title = { $count ->
    [0] No row will be written
    [one] 1 row will be written
   *[other] { $count } rows will be written
}
# $count (Number): rows
import-changes-undone-title = { $count ->
    [one] One row was written and taken back
   *[other] { $count } rows were written and taken back
}
import-changes-done-title = { $count ->
    [0] No row was written
    [one] 1 row was written
   *[other] { $count } rows were written
}
import-changes-caption = What changes, old and new values
import-changes-views = Which changes
import-changes-all = All
import-changes-new = New
import-changes-changed = Changed
import-changes-stock = Stock
import-changes-none = Sales are not listed one by one; the figures above are theirs.
import-col-item = Item
import-col-what = What changes
import-col-now = Now
import-col-becomes = becomes
import-col-after = After import
import-change-new = New item
import-change-nothing = not there yet
import-change-not-known = not known
import-change-unpriced = no price
# $store (String): its name
import-change-on-hand = { $store }, on hand
import-change-price = Price
import-change-cost = Cost
import-change-name = Name
import-change-description = Description
import-change-brand = Brand
import-change-category = Category
import-change-unit = Unit
import-change-whole = Whole units
import-change-state = State
import-change-axes = Options
import-change-options = Options
import-change-sku = SKU
import-change-barcode = Barcode
import-change-supplier-code = Supplier’s code
import-change-image-links = Picture links
import-nothing-written = Nothing has been written yet.
import-can-be-undone = An import can be undone.
# $count (Number): rows
import-do = { $count ->
    [one] Import 1 row
   *[other] Import { $count } rows
}
import-options = Options
# $count (Number): rows
import-do-mended = { $count ->
    [one] Import 1 mended row
   *[other] Import { $count } mended rows
}

## Imports: the options
import-options-title = What this file holds
import-options-sub = What was found out is filled in. Change what is wrong, and have it checked again.
import-option-auto = Found out
# $found (String): what was found
import-option-auto-found = Found out: { $found }
import-option-kind = It holds
import-option-source = It comes from
import-option-dates = Dates begin with
import-dates-day-first = the day
import-dates-month-first = the month
import-option-decimal = Decimals are set off by
import-decimal-point = a point
import-decimal-comma = a comma
import-option-delimiter = Columns are separated by
import-delimiter-comma = a comma
import-delimiter-semicolon = a semicolon
import-delimiter-tab = a tab
import-delimiter-bar = a vertical bar
import-option-encoding = Letters are written in
import-option-encoding-hint = Only if letters look wrong.
import-option-store = Rows without a location are about
import-option-choose-store = Choose a store
import-option-overwrite = Where the stock here is another
import-overwrite-keep = leave it, and set the row aside
import-overwrite-set = set it to the file’s
import-columns-title = Columns
import-columns-caption = The file’s columns, their first values, and what they are read as
import-col-values = First values
import-col-field = Read as
import-column-none = Not read
# $column (String): its name
import-column-field = What the column { $column } is
import-places-title = Locations
import-places-text = The file names these. Rows of a location go to the store you choose.
import-places-caption = Locations of the file and the stores they are
import-col-location = In the file
import-col-rows = Rows
import-col-store = Store
import-place-choose = Choose
import-place-skip = Leave these rows out
import-place-create = Open a new store of this name
# $place (String): the location’s name
import-place-store = Store for { $place }
import-options-do = Check again

## Imports: work under way, and its end
# $file (String): the file’s name
import-checking-title = Checking { $file }
# $file (String): the file’s name
import-running-title = Importing { $file }
# $file (String): the file’s name
import-undoing-title = Undoing { $file }
import-busy-text = You may close this page: the work goes on, and what has been done is not lost.
import-busy-wait = Waiting for its turn …
# $done (Number): rows
# $total (Number): rows
import-busy-progress = { $done } of { $total } rows
import-busy-again = Look again
import-failed-title = This file could not be brought in
import-stopped-title = This import is not finished
import-undo-stopped-title = The undo is not finished
# $count (Number): rows
import-partly-written = { $count ->
    [one] 1 row has been written.
   *[other] { $count } rows have been written.
} Go on to write the rest, or undo the import.
import-failed-again = Choose another file
import-retry = Try again
import-go-on = Go on
import-done-title = The file is in
# $when (String): date and time
# $by (String): a person
import-done-sub = { $when }, by { $by }
import-undo = Undo this import
import-undo-title = Undo this import?
import-undo-text = Stock that it brought is taken back by counter-entries, line by line; nothing is deleted. New items are archived, changed values restored, where nobody has touched them since. What cannot be taken back is told.
import-undo-do = Undo the import
import-undone-title = The import is undone
# $count (Number): rows
import-kept-title = { $count ->
    [one] 1 thing is not as it was before
   *[other] { $count } things are not as they were before
}
import-kept-caption = What is not as it was before, and why
import-col-why = Why
import-discarded-title = This import was cancelled
import-discarded-text = Nothing was written, and the file is gone.
import-flash-discarded = The import was cancelled. Nothing was written.
import-flash-suggestions = Suggestions taken. They go in with the next run.
import-uploading-title = This upload was broken off
import-uploading-text = Not the whole file has arrived. Bring it in again.
import-upload-failed = The upload was broken off. Bring the file in again.

# The pager under the rows set aside, told apart from that of the changes.
import-aside-pages = Pages of rows set aside

## Histories of people, imports and settings
did-admin-add-person = Let in
did-admin-change-role = Role changed
did-admin-disable-person = Shut out
did-admin-enable-person = Let in again
did-admin-reset-password = New password made
did-admin-remove-person = Removed from this business
did-admin-edit-account = Account changed
did-admin-change-password = Own password changed
changed-person-name = Name
changed-email = E-mail
changed-role = Role
changed-theme = Appearance
did-admin-begin-import = File uploaded
did-admin-start-import = Import started
did-admin-mend-row = Row corrected
did-admin-pass-over-row = Row left out
    .back = Row taken up again
did-admin-take-suggestions = Suggestions taken
changed-cells = Corrected
changed-rows = Rows corrected
did-admin-run-mended = Import of corrected rows started
did-admin-end-import-run = Import ended
did-admin-discard-import = Import cancelled
did-admin-undo-import = Undo started
did-admin-end-import-undo = Import undone
did-admin-sweep-import = File cleared away
changed-file = File
changed-new = New rows
changed-changed = Changed rows
changed-aside = Rows set aside
did-admin-change-settings = Settings changed
changed-public-base = { settings-base }
changed-one-person = { settings-one-person }
proof-serial = Pieces
    .hint = Each numbered piece is in one place or in none, and its row says where.
proof-lot = Lots
    .hint = Each lot lists its movements, and what is tracked is told apart.
proof-serial-twice = This piece is there { $found } times.
proof-serial-astray = This piece is elsewhere than its row says.
proof-lot-list = This movement and its lot’s list do not agree.
proof-lot-untold = Stock of this item is not told apart as the item asks for.
import-stock-tracked = This item is tracked by lots or serial numbers: receive, count or adjust it with them.
import-sale-tracked = This item is tracked, and the file does not say which lot or piece. Enter it by hand.
import-kit = This is a kit, which holds no stock of its own. Name its components.

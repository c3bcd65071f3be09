### Words that all rooms share.

## What went wrong, as a whole
# $count (Number): how many fields are wrong
error-invalid = { $count ->
    [one] One field needs your attention.
   *[other] { $count } fields need your attention.
}
error-stale = Somebody changed this while you were working on it. Load it again to see what is new, then repeat your change.
error-not-found = We cannot find this. It may have been archived, or it belongs to somebody else.
error-forbidden = Your role does not allow this. Ask an owner of your business if you need it.
error-foreign = This was not sent from a page of ours, or from one that is too old. Nothing was changed. Open the page again, then repeat it.
error-signed-out = You are signed out. Sign in again to go on.
# $seconds (Number): how long to wait
error-too-many = { $seconds ->
    [one] Too many attempts. Try again in one second.
   *[other] Too many attempts. Try again in { $seconds } seconds.
}
error-unavailable = We cannot do this just now. Nothing was changed. Try again in a moment.
error-timed-out = This takes longer than we wait for an answer. What was begun goes on: look whether it is done before you repeat it.
# $reference (String): finds the cause in the log
error-internal = Something went wrong on our side, and nothing was changed. If it happens again, tell support this reference: { $reference }.

## What is wrong with a field
field-required = Fill this in.
# $max (Number): letters allowed
field-too-long = { $max ->
    [one] At most one character fits here.
   *[other] At most { $max } characters fit here.
}
field-control-characters = This contains invisible control characters. Type it again instead of pasting it.
field-unknown-choice = Choose one of the options offered.
# $typed (String): what the address says
filter-unknown-choice = “{ $typed }” is none of these. Choose one, or leave it open.
# $typed (String): what the address says
filter-unknown-id = “{ $typed }” is nothing we know. Leave this empty, or choose again in the list.
filter-misread = The list is shown once its address can be read.
cursor-unreadable = This address does not say where in the list to go on. Begin at its first page.
# $store (String): the code that the address names
store-unknown = No open store is called { $store }: it was archived, or the address is mistyped. Nothing was done. Choose the store this is for, then send it again.
field-email = This is not an e-mail address. It looks like name@example.com.

quantity-not-a-number = Type a number in digits.
quantity-too-many-decimals = At most six decimals can be kept.
line-unit = Unit
unit-other-class = { $unit } measures something else: this is kept in { $base }.
unit-unknown = This item has no unit { $unit }. Choose one of its units, or give it this one on its page.
quantity-too-small = This is less than can be kept: less than a millionth of the base unit.
quantity-too-large = This number is too large. At most 13 digits fit before the decimal mark.
quantity-not-positive = Type a number greater than zero.
quantity-negative = Type zero or more.
quantity-not-whole = Type a whole number: this is counted in whole pieces.
# $whole, $fraction (String): the two readings, as one would type them
quantity-ambiguous = This can be read in two ways. Type { $whole } or { $fraction }.
# $right (String): how it is typed in this language
quantity-mark = Decimals take a point here. Did you mean { $right }?

money-not-a-number = Type an amount in digits.
# $max (Number): decimals allowed
money-too-many-decimals = { $max ->
    [one] At most one decimal can be kept.
   *[other] At most { $max } decimals can be kept.
}
money-too-large = This amount is too large. At most 13 digits fit before the decimal mark.
money-negative = Type an amount of zero or more.
money-ambiguous = This can be read in two ways. Type { $whole } or { $fraction }.
money-mark = Decimals take a point here. Did you mean { $right }?
# $expected (String): a currency's code
money-other-currency = This is in another currency. Amounts here are in { $expected }.
currency-unknown = This is no currency code. It has three capital letters, such as GBP.

# $example (String): a date as one would type it
date-not-a-date = This is not a date. Type day, month and year, such as { $example }.
date-no-such-day = That month does not have this day.
date-out-of-range = Type a date between 1900 and 2199.
date-in-future = This date is still to come. Type today or an earlier day.

gtin-not-one = This is not a barcode number. It has 8, 12, 13 or 14 digits.
# $expected (Number): the digit that would be right
gtin-check-digit = The last digit does not fit the others; it should be { $expected }. Check for a slip, or scan the code.
## What the API expects where it cannot read a value
field-unreadable = This value does not fit here. The API’s document at /api/v1/openapi.json says what does.
field-expects-text = A text is expected here, in quotation marks.
field-expects-number = A number is expected here.
field-expects-whole = A whole number is expected here.
field-expects-yes-no = true or false is expected here.
field-expects-list = A list is expected here, in square brackets.
field-expects-object = An object is expected here, in braces.
field-expects-id = An id is expected here, such as 0195f3a1-7c2e-7d10-9b1e-3f0a5c2d8e41.
field-expects-date = A date or a moment in ISO 8601 is expected here, such as 2026-11-17.
# $choices (String): every value there is
field-expects-one-of = One of these is expected here: { $choices }.
field-unknown = There is no such field here. Leave it out, or mend its name.
# $line (Number), $column (Number): where reading stopped
body-not-json = The body is no JSON object: look at line { $line }, character { $column }.
query-unreadable = The address has questions in it that cannot be read.
body-too-large = This is larger than we take. Split it and send the parts.
tenant-slug-invalid = A business’s short name is small letters, digits and dashes, 2 to 40 of them.
tenant-slug-taken = There is a business of this short name already.
idempotency-key-invalid = This form cannot be sent twice under this key. Load the page again.
idempotency-key-reused = This was already sent once, with something else in it. Load the page again.
request-still-running = The same is being done already. Wait a moment, then look whether it is done.
# What a program sends, not a person

## The trade's kinds
status-available = Available
status-damaged = Damaged
status-quarantine = Quarantine

place-zone = Zone
place-aisle = Aisle
place-bin = Bin
place-supplier = Supplier
place-customer = Customer
place-loss = Loss
place-found = Found
place-transit = On the way

posting-opening = Opening stock entered
posting-receipt = Received
posting-sale = Sold
posting-sale-return = Returned
posting-adjustment = Adjusted
posting-move = Moved
posting-status-change = Status changed
posting-transfer-ship = Sent
posting-transfer-receive = Arrived
posting-transfer-cancel = Transfer cancelled
posting-count = Counted
posting-reversal = Undone
posting-count-offset = Kept as counted

reason-damaged = Damaged
    .stock = Takes it out of stock.
    .cost = Its cost becomes a loss.
reason-stolen = Stolen
    .stock = Takes it out of stock.
    .cost = Its cost becomes a loss from theft.
reason-lost = Lost
    .stock = Takes it out of stock.
    .cost = Its cost becomes a loss.
reason-expired = Expired
    .stock = Takes it out of stock.
    .cost = Its cost becomes a loss from expiry.
reason-given-away = Given away
    .stock = Takes it out of stock.
    .cost = Its cost becomes a marketing expense.
reason-own-use = Used ourselves
    .stock = Takes it out of stock.
    .cost = Its cost becomes an expense of the business.
reason-found = Found
    .stock = Adds it to stock.
    .cost = It comes in at the current cost.
reason-count-error = Miscounted before
    .stock = Sets stock right, up or down.
    .cost = The difference becomes a loss or a gain.
reason-other = Other reason
    .stock = Changes stock as you say.
    .cost = The difference becomes a loss or a gain. Add a note.

role-owner = Owner
    .hint = May do everything, and says who else may.
role-manager = Manager
    .hint = Runs the stores: stock, counts, imports, items.
role-clerk = Clerk
    .hint = Works the floor: sells, receives, moves and counts.
role-buyer = Buyer
    .hint = Keeps the catalog and what is bought.
role-accountant = Accountant
    .hint = Sees everything, costs and values included; changes nothing.

door-page = on the website
door-api = through the API
door-import = by import
door-floor = on a phone
door-job = automatically
door-command = from the command line
actor-system = Stockroom

## Units: a number with its unit, and the unit's name for menus
unit-each = { $count ->
    [one] { $count } piece
   *[other] { $count } pieces
}
    .name = Piece
unit-pack = { $count ->
    [one] { $count } pack
   *[other] { $count } packs
}
    .name = Pack
unit-box = { $count ->
    [one] { $count } box
   *[other] { $count } boxes
}
    .name = Box
unit-case = { $count ->
    [one] { $count } case
   *[other] { $count } cases
}
    .name = Case
# $size (Number): pieces in one
unit-case-of = Case of { $size }
unit-g = { $count } g
    .name = Gram
unit-kg = { $count } kg
    .name = Kilogram
unit-cm = { $count } cm
    .name = Centimetre
unit-m = { $count } m
    .name = Metre
unit-ml = { $count } ml
    .name = Millilitre
unit-l = { $count } l
    .name = Litre

## Actions
action-save = Save
action-cancel = Cancel
action-back = Back
action-search = Search
action-close = Close
action-undo = Undo
action-edit = Edit
action-archive = Archive
action-restore = Restore
action-add = Add
action-remove = Remove
action-export = Export
action-import = Import
action-apply = Apply
action-reload = Load again
action-more = More
action-open = Open
action-help = Help

## Navigation and frame
nav-label = Main
nav-label-phone = Main, phone
nav-here = You are here
nav-skip = Skip to content
nav-home = Home
nav-catalog = Catalog
nav-stock = Stock
nav-counts = Counts
nav-labels = Labels
nav-floor = Floor mode
nav-scan = Scan
nav-settings = Settings
nav-imports = Imports
nav-people = People
nav-stores = Stores
nav-verify = Proof of the books
nav-overview = Overview
nav-history = History
nav-notifications = Notifications

search-label = Search or scan
search-clear = Clear the search
store-switch = Change store
store-all = All stores
theme-label = Appearance
theme-light = Light
theme-dark = Dark
theme-system = As the device
language-label = Language
# $name (String): the person's
account-label = Your account, { $name }
account-sign-out = Sign out
shortcuts-title = Keyboard shortcuts
palette-title = Search and commands
palette-placeholder = Item, barcode, page or action
palette-go = Go to
palette-do = Do
palette-items = Items
palette-stores = Stores
# $q (String): what was typed
palette-all = All items with “{ $q }”
palette-none = Nothing here goes by that name.
palette-choose = choose
palette-open = open
palette-close = close
key-palette = Search everything, go anywhere
key-search = Search this list
key-help = Show these keys
key-move = Move along what was found
key-open = Open what is marked
key-close = Close what floats
key-range = Select all rows up to this one
key-shift = Shift
key-click = click
key-single = Single keys are on ( / and ? )

unsaved-title = Leave without saving?


notice-saved = Saved.
notice-undone = Undone.
notice-archived = Archived.
notice-restored = Restored.

## Tables and lists
table-rows = { $count ->
    [0] No rows
    [one] { $count } row
   *[other] { $count } rows
}
table-columns = Columns
table-filters = Filters
# $name (String): the filter's
table-filter-remove = Remove the filter { $name }
table-filters-clear = Clear all
table-nothing-found = Nothing found
    .hint = Try fewer words or remove a filter.
table-nothing-so-far = Nothing so far
    .hint = These words are on many items, but not yet together. Go on to the next page, or type a rarer word.
# $name (String): what the row is about
table-select = Select { $name }
table-select-all = Select all
table-selected = { $count ->
    [one] { $count } selected
   *[other] { $count } selected
}
table-selection-clear = Clear the selection
table-compact = Compact
table-roomy = Roomy
table-views = Saved views
table-view-save = Save view
bulk-selected = Selected
table-selected-do = What to do with the rows selected
list-view-name = Name of the view
list-view-hint = Keeps these filters and columns for you. One of the same name is replaced.
# $name (String): the view's
list-view-saved = The view { $name } is saved.
list-view-removed = The view is removed.
# $name (String): the view's
list-view-remove = Remove the view { $name }
# $count (Number): how many fit
list-views-full = There is no room for another view: { $count } are the most. Remove one first.
list-view-effect = Only you see it.
list-view-query = These filters cannot be kept as a view. Remove some of them first.
# $name (String): the column's heading
list-column-up = Move { $name } forward
list-column-down = Move { $name } back
list-columns-show = Show these
list-columns-reset = As usual
bulk-labels = Print labels
bulk-count = Plan a count
bulk-activate = Activate
bulk-none = Nothing was selected. Tick rows first, then choose what to do.
# $done, $left (Number): items changed, and not
bulk-state-done = Changed: { $done }. Left as they were: { $left }.
table-total = Total
table-as-table = Show as a table
# $count (Number): as many as were counted; there are more
count-and-more = { $count }+

pager-label = Pages
pager-first = First page
pager-next = Next

## Short words
# $time (String)
as-of = as of { $time }
not-known-here = Not known here
    .hint = No stock of this was ever recorded in this store. That is not the same as zero.
none = None
unknown = Unknown
all = All
yes = Yes
no = No
optional = optional
note = Note
details = Details
name = Name
who = Who
when = When
why = Why?
state-draft = Draft
state-active = Active
state-archived = Archived
# $name (String): a person's
by-person = by { $name }
day-today = today
day-yesterday = yesterday
# $date (String)
day-today-heading = Today, { $date }
day-yesterday-heading = Yesterday, { $date }

## Signing in
signin-title = Sign in
signin-lead = Welcome back.
signin-lost = You were signed out before this was sent, and nothing of it was saved. Sign in, and send it again.
signin-unsent = You were signed out before this was sent, so nothing of it was saved. Sign in: what you typed is kept, and you can send it then.
unsent-title = Not sent yet
# $name (String): who is signed in; $business (String): their business
unsent-lead = Nothing of this was saved, because you were signed out before it was sent. You can send it now as { $name } of { $business }.
unsent-send = Send it now
unsent-leave = Leave it
unsent-several = What you typed was not kept: you belong to several businesses, and it may be for another. Nothing of it was saved.
signin-email = E-mail
signin-password = Password
    .show = Show password
    .hide = Hide password
signin-submit = Sign in
signin-failed = E-mail and password do not match. Check both and try again.
signin-forgot = Forgotten your password? Ask an owner of your business for a new one.
signin-tenant = Which business?

## Pages for errors
error-page-401-title = Sign in first
error-page-409-title = Something stands in the way
error-page-412-title = Somebody was quicker
error-page-422-title = This cannot be taken as it is
error-page-403-title = This is not open to you
error-page-403-text = Your role does not include this page. An owner of your business can change that.
error-page-404-title = There is nothing here
error-page-404-text = The address may be mistyped, or what was here has been archived.
error-page-store-title = We do not know this store
# $store (String): the code that the address names
error-page-store-text = No store here is called { $store }. It may have been archived, or the address is mistyped. Look at this page in another store, or find { $store } under Stock, Stores and restore it.
error-page-405-title = This cannot be done here
error-page-405-text = Go back and try again from the page itself.
error-page-413-title = This is too large
error-page-413-text = The file or form is larger than we take. Split it and send the parts.
error-page-429-title = Slower, please
error-page-429-text = That was too much at once. Wait a moment, then try again.
error-page-500-title = Something went wrong on our side
error-page-500-text = Nothing was changed. Try again; if it happens again, tell support the reference below.
error-page-503-title = Back in a moment
error-page-503-text = Stockroom is busy or being updated. Nothing was lost. Try again in a minute.
# $reference (String): finds the cause in the log
error-page-reference = Reference: { $reference }
error-page-home = Go to the start page

## What a problem of the API is: the page of its type
problem-code = Code
problem-status = Status
problem-means = What it means
problem-do = What to do
problem-advice-401 = Open a session with POST /api/v1/sessions, then send the request again with its token.
problem-advice-403 = Ask with an account whose role allows it, with this session’s own token. Sent again as it is, the request is refused again.
problem-advice-404 = Check the id: it may be mistyped, archived, or another business’s. Sent again as it is, the request finds nothing again.
problem-advice-409 = Read how things stand now, then decide anew. Sent again as it is, the request is refused for as long as things stay so.
problem-advice-412 = Read the thing again, take its new version, and repeat your change on it.
problem-advice-422 = The answer’s “errors” names each field, with what is wrong and what would be right. Mend them, then send the request again.
problem-advice-429 = Wait for as many seconds as the header Retry-After says, then send the request again.
problem-advice-500 = Send the request again under the same Idempotency-Key: nothing is done twice. If it happens again, tell support the reference.
problem-advice-503 = Wait for as many seconds as the header Retry-After says, or a few, then send the request again under the same Idempotency-Key: nothing is done twice.

## History
# $name (String): of what it is
history-title = History of { $name }
history-sub = Everything that was changed, newest first.
history-more = { $count ->
    [one] and one more change
   *[other] and { $count } more changes
}
history-none = Nothing was changed yet
    .hint = Whatever is changed from now on stands here: who, when, and what it was before.
change-was = before:
change-now = now:
did-other = Changed
changed-name = Name
changed-state = State
changed-zone = Time zone
changed-locale = Language

## How pieces are told apart
status-quality-control = Quality control
status-safety = Safety stock
channel-till = Till
channel-pickup = Pickup at the store
channel-online = Online
posting-supplier-return = Returned to supplier
tracking = Tracking
    .hint = How its pieces are told apart. It can be changed only while no stock of it would be told apart wrongly.
tracking-none = Not tracked
    .hint = All its pieces are the same.
tracking-lot = By lot
    .hint = Each movement says which lot.
tracking-serial = By serial number
    .hint = Each piece has its own number and is in one place.
tracking-lot-expiry = By lot, with a last day
    .hint = What expires first is sold first; what is over is not sold.

## How pieces are told apart
## The name of a table that stands under a title of the same words
table-of = { $what }, as a table

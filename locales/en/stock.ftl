### The words of the room `stock`: its pages, messages and errors.

## Stock on hand
stock-title = Stock on hand
stock-search = Name, SKU, barcode
item = Item
item-sku = SKU
on-hand = On hand
promised = Promised
available = Available
offered = Offered
store = Store
quantity = Quantity
unit-cost = Cost of one
delivery-note = Delivery note
why-number = Why { $number }?
errors-title = Something needs your attention
stock-sub = What is where, as of { $time }.
# $count (Number): rows shown
stock-caption = Stock on hand by item and store, { $count ->
    [one] { $count } row
   *[other] { $count } rows
 }
stock-caption-store = Stock on hand in { $store }, { $count ->
    [one] { $count } row
   *[other] { $count } rows
 }
# $count (Number): stores not shown
stock-more-stores = { $count ->
    [one] One more store is not shown. Choose it in the store switcher.
   *[other] { $count } more stores are not shown. Choose one in the store switcher.
 }
stock-view-all = All stock
stock-view-low = Low
stock-view-out = Out
stock-view-oversold = Oversold
stock-state-in = In stock
stock-state-low = Low
stock-state-out = Out
stock-state-oversold = Oversold
stock-not-known = Not known yet
stock-show-all = Show all stock
stock-empty = No items yet
    .hint = Bring in the file of the system you use today, or make your first item. Stock appears here with its first movement.
on-hand-after = on hand
status = Status
kind = Kind
reason = Reason
place = Place
places = Places
lines = Lines
days = Days
from-day = From
to-day = Up to
when-hint = Now, unless you say otherwise.
flow-to = to

## Receiving
receive-title = Receive goods
receive-sub = What came in without an order.
receive-do = Receive
receive-effect = Adds to stock. Nothing is ordered or paid.
receive-done = { $quantity } received.

## Places and movements in words
# $what (String): what happened; $reason (String)
posting-reason = { $what }: { $reason }
# $place, $store (String)
place-in-store = { $place }, { $store }
# $status (String): in small letters where the language allows
place-with-status = { $place } ({ $status })
# $count (Number): places besides the first
place-and-more = { $place } and { $count ->
    [one] one more
   *[other] { $count } more
 }

## Lines of a form
pick-placeholder = SKU, barcode or name
pick-which = Which one?
pick-several = { $count ->
    [one] Is this the one you mean?
   *[other] { $count } items match. Choose one.
 }
pick-unknown = We know no item by this code or name. Check for a slip, or make the item first.
pick-no-item = This code stands for something else than an item.
line-add = Add a line
# $what (String): what the lines are of
lines-caption = { $what }, line by line
line-drop = Drop the line
line-drop-number = Drop line { $number }
# $field (String): "Item"; $number (Number): the line's
line-field = { $field }, line { $number }
choose-place = Choose a place
choose-store = Choose a store
choose-status = Choose a status
place-default = The store’s default place
place-wherever = Wherever it is
place-from = From
place-to = To

## Selling
sell-title = Sell
sell-sub = A sale of { $store } without an order.
sell-do = Sell
sell-effect = Takes it out of stock, from the default place first.
sell-done = { $quantity } sold.
unit-price = Price of one
receipt-number = Receipt number

## Taking back
takeback-title = Take back
takeback-sub = What a customer returns to { $store }.
takeback-do = Take back
takeback-effect = Adds to stock. Only what is available can be sold again.
takeback-done = { $quantity } taken back.
return-status = Comes back as

## Opening stock
opening-title = Enter opening stock
opening-sub = What was on the shelves of { $store } when you began with Stockroom.
opening-do = Enter stock
opening-effect = Adds to stock, once for each item and place. Later changes are adjustments.
opening-done = { $quantity } entered.
opening-reference = List

## Moving
move-title = Move
move-sub = From one place of { $store } to another.
move-do = Move
move-effect = What the store has stays the same.
move-done = { $quantity } moved.

## Changing the status
status-title = Change status
status-sub = Set goods of { $store } apart, or let them be sold again.
status-do = Change status
status-effect = What the store has stays the same. Only available goods can be sold.
status-done = Status of { $quantity } changed.
status-from = From
status-to = To

## Adjusting
adjust-title = Adjust stock
adjust-sub = Which item of { $store } is not as the books say?
# $item, $store (String)
adjust-item-sub = { $item }, in { $store }
adjust-other = Another item
# $place, $status (String), $quantity (Number)
adjust-place = { $place } · { $status }: { $quantity } on hand
adjust-places-known = Where it is
adjust-places-new = Where it has never been
adjust-mode = This number is
adjust-to = What is there now
    .hint = The books are set to it.
adjust-by = The change
    .hint = More, or with a minus less.
# $stock, $cost (String): what the reason does to each
adjust-effects = { $stock } { $cost }
adjust-effect = The change stays in the history with its reason and can be undone.
adjust-do = Adjust stock
adjust-done-more = Stock raised by { $quantity }.
adjust-done-less = Stock lowered by { $quantity }.
adjust-nothing = That is what the books say already. Nothing was changed.
adjust-stale = This has moved since you opened the page. Look at the number now and decide again.
adjust-one-way = Say either the change or what is there now.

## Movements
movements-title = Movements
movements-days-reversed = The first day is after the last: nothing can lie between them. Change one of the two.
movements-sub = All stores, newest first.
movements-sub-store = { $store }, newest first.
movements-time = Time
movements-what = What happened
movements-where = From and to
movements-change = Change
movements-after = Left there
movements-newest = Newest
movements-older = Older
movements-one-place = One place
movements-none = Nothing has moved yet
    .hint = Receive goods, enter opening stock or import a file; each movement then stands here for good.
movements-none-here = Nothing found so far
    .hint = There are older movements that were not looked at yet. Go on to them below.

## Why a number is what it is
# $item, $place (String)
why-sub = { $item }, in { $place }
why-story = How it came about
# $what (String): "On hand"; $place (String)
why-panel-title = { $what } in { $place }
why-counted = Counted, { $date }
why-opened = Opening stock, { $date }
why-carried = Carried over from before { $date }
# $what (String): what happened; $count (Number)
why-sales = { $what } in { $count ->
    [one] { $count } sale
   *[other] { $count } sales
 }
why-times = { $what }, { $count ->
    [one] once
   *[other] { $count } times
 }
why-once = { $what }, { $date }
why-document = Details
why-show = Show
why-movements = Show the movements
why-where = Where it is
# $item (String)
why-where-caption = { $item } by place
why-not-for-sale = Damaged or in quarantine

## One posting
# $what (String): "Sold"; $when (String): its number or its time
posting-title = { $what } { $when }
posting-booked = Booked
posting-day = Store’s day
posting-door = How
posting-effect = Effect
posting-beside = Stands beside
posting-late = the posting concerned
posting-counted-since = Counted since
    .link = what was counted stays
posting-reference = Number
posting-reverses = Takes back another posting
posting-undone = Undone
posting-partly-undone = Partly undone
posting-counter-entry = Counter-entry
posting-line-undone = Undone
posting-more-lines = These are the first lines; there are more.
posting-selected = Selected
posting-lines-gone = Some of these lines were taken back already, or never were.
table-selected-head = Select
reverse-title = Undo
reverse-effect = A counter-entry moves everything back to where it came from. Both stay in the history.
reverse-why = Why?
reverse-do = { $count ->
    [one] Undo this line
   *[other] Undo all { $count } lines
 }
reverse-some = Undo these lines
reverse-done = { $count ->
    [one] One line undone. This is its counter-entry.
   *[other] { $count } lines undone. This is the counter-entry.
 }
# $item (String), $available, $wanted (Number)
reverse-short = { $item }: there are only { $available } there now; { $wanted } cannot be taken back.

## Transfers
transfer = Transfer
transfers-title = Transfers
transfers-sub = Goods on their way from one store to another.
transfers-open = On the way
transfers-none = No transfers
    .hint = A transfer takes goods out of one store and keeps them on the way until the other store takes them in.
# $code (String)
transfer-heading = Transfer { $code }
transfer-draft = Draft
transfer-shipped = On the way
transfer-partly = Partly arrived
transfer-received = Arrived
transfer-cancelled = Cancelled
transfer-from = From
transfer-to = To
transfer-sent-on = Sent on
# $date, $name (String)
transfer-sent-by = sent { $date } by { $name }
transfer-quantity = Sent
transfer-arrived = Arrived
transfer-damaged = Damaged
transfer-missing = Lost
transfer-returned = Returned
transfer-left = On the way
# $who, $when (String)
history-detail = { $who }, { $when }
ship-title = Send goods
ship-sub = From { $store } to another store.
ship-do = Send
ship-effect = Takes it out of this store; it is on the way until the other store takes it in.
ship-done = { $quantity } sent.
arrive-title = Take in what arrived
arrive-good = In good order
arrive-damaged = Damaged
arrive-close = Nothing more will come
    .hint = What is still on the way is written off as lost.
arrive-caption = What arrived, line by line
arrive-effect = What arrived goes on the shelf; what did not stays on the way.
arrive-do = Take in
arrive-damage = Why some is damaged
arrive-over = If more came than was sent
    .none = No more came
    .hint = More is taken in only if you say where it is from.
over-sender = The sender packed more
    .hint = Comes off the sender’s shelf, as far as its books have it there.
over-found = Nobody knows where from
    .hint = Is booked as found.
arrive-lost = Why the rest is lost
arrive-more = More turned up of it
arrive-more-effect = It goes on the shelf, beside what has arrived already.
# $quantity (String)
transfer-more = { $quantity } more than sent
transfer-surplus = More came
transfer-done = Transfer { $code } has arrived.
transfer-done-partly = Taken in. Some of { $code } is still on the way.
cancel-title = Cancel the transfer
cancel-effect = What has arrived stays. Either can be undone as long as the goods are where they went.
cancel-do = Cancel the transfer
cancel-to = What becomes of what is on the way
cancel-home = It goes home
    .hint = Back to the sender’s default place.
cancel-write-off = It is written off
    .hint = Lost on the way, as the receiving store’s loss.
cancel-reason = Why it is lost
    .none = Only if it is written off
cancel-sent-by-mistake = Sent by mistake
cancel-done = Transfer { $code } was cancelled.

## Stores and their places
stores-title = Stores
stores-sub = Shops and warehouses, each with its places.
stores-search = Name or code
stores-nothing-so-far = Nothing so far
    .hint = There are stores that were not looked at yet. Go on to the next page.
store-code = Code
    .hint = 2 to 16 capital letters, digits or hyphens, such as LONDON. It is printed on shelves and stays.
store-zone = Time zone
    .hint = Such as Europe/London.
store-currency = Currency
    .hint = Three letters, such as GBP.
store-open = Open
store-new = Open a store
store-new-sub = It begins with one place for goods; more can follow.
store-new-effect = Nobody has stock there yet.
store-new-do = Open the store
store-opened = { $name } is open.
# $count (Number): items
store-has-stock = { $count ->
    [one] One item is still in stock here. Move it elsewhere or write it off first.
   *[other] { $count } items are still in stock here. Move them elsewhere or write them off first.
 }
store-has-transfers = { $count ->
    [one] One transfer to or from here is still on the way. Take it in or cancel it first.
   *[other] { $count } transfers to or from here are still on the way. Take them in or cancel them first.
 }
place-scan = Scan code
places-caption = Places of { $store }
places-labels = Print labels
place-add = Add a place
# $place (String): its code
place-added = Place { $place } added.
place-edit = Change { $place }
place-menu = What to do with { $place }
place-code = Code
    .hint = Up to 32 letters, digits, dots, hyphens or underscores, such as F3-02.
place-name-hint = Its code, unless you give it a name.
place-parent = Inside
place-top = The store itself
place-is-default = Default
place-make-default = Make it the default
place-negative = May go below zero
    .hint = A till may sell here what was not booked in yet.
place-stock = What lies here
# $place (String)
place-stock-caption = What lies at { $place }, item by item
place-with-inside = With the places inside
place-only-here = Only here
place-inside = Places inside
place-inside-caption = Places inside { $place }
place-inside-more = There are more. Find them by their codes among the places of the store.
# $count (Number): at how many places
place-in-places = { $count ->
    [one] { $count } place
   *[other] { $count } places
 }
place-empty = Nothing lies here
    .hint = What is received, moved or counted here shows up with its quantities.
place-nothing-so-far = Nothing on this page
    .hint = Much lies here, but none of the items looked through so far. Go on to the next page.
place-move = Move from here
place-count = Count it
place-label = Print its label
places-search = How a place’s code begins
places-more = There are more places than are shown. Look for one by its code.
place-archived = { $place } has just been archived. Choose another place, or bring it back first.
# $place (String): its code; $store (String): a name
place-other-store = { $place } is a place of { $store }. Choose one of this store, or the other store first.
location-has-stock = { $count ->
    [one] One item still stands here. Move it first.
   *[other] { $count } items still stand here. Move them first.
 }
location-has-places = { $count ->
    [one] One place is inside this one. Archive or move it first.
   *[other] { $count } places are inside this one. Archive or move them first.
 }
location-is-default = Goods go here when nobody says where. Make another place the default first.
location-inside-itself = A place cannot be inside itself.
location-too-deep = Places can be 32 levels deep at most.
location-parent-archived = { $place } is archived. Choose another place, or bring it back first.

## What can be wrong
# $field (String): what it is called; $error (String); $number (Number): the line's
error-in-field = { $field }: { $error }
error-in-line = Line { $number }, { $field }: { $error }
error-of-line = Line { $number }: { $error }
variant-twice = This item stands in another line already. Put both into one.
# $on_hand (Number)
opening-known = This was booked here before; the books say { $on_hand }. Adjust it instead.
move-same-place = Choose another place than the one it is in.
status-same = Choose another status than the present one.
reason-only-takes = This reason takes stock away. To add stock, choose Found or Miscounted before.
reason-only-brings = This reason adds stock. To take stock away, choose another.
reason-other-note = Say in a few words why.
# $left (Number)
transfer-over = Only { $left } are on the way. If more came, say below where it is from.
transfer-line-twice = This line of the transfer is here twice.
transfer-same-store = Choose another store than the sender.
transfer-not-open = Nothing of this transfer is on the way any more.
transfer-none-came = Type how many came of at least one line, or say that the rest is lost.
transfer-home-no-loss = What goes home is not lost: leave out why it is lost.
# $code (String)
transfer-undo-there = This belongs to transfer { $code } and is undone there: cancel it.
stock-insufficient = There are only { $available } here; { $wanted } cannot be taken.
variant-unknown = There is no such item here.
variant-archived = { $sku } is archived. Bring it back first: then it can be moved and counted again.
variant-draft = { $sku } is still a draft and not for sale yet. Make it active first.
lines-none = Add at least one line.
lines-too-many = { $max ->
    [one] At most one line fits.
   *[other] At most { $max } lines fit. Larger work goes in as a file.
 }
posting-already-reversed = This was taken back already.
posting-is-a-reversal = This takes something back itself and cannot be taken back. Enter it anew instead.
posting-is-an-offset = This stands beside another posting so that a count stays as it was. It goes when that count is undone.
store-code-invalid = A store’s code has 2 to 16 capital letters, digits or hyphens, such as LONDON.
store-code-taken = Another store has this code.
location-code-invalid = A place’s code has up to 32 letters, digits, dots, hyphens or underscores, such as F3-02.
location-code-taken = Another place of this store has this code.
zone-unknown = There is no such time zone. One looks like Europe/London.

## Counts
counts-title = Counts
counts-sub = What is counted, what waits for review, what was posted.
counts-empty-title = No counts yet
counts-empty-text = Plan one by shelf, by category or by item, then count it with a phone.
count-number = Count
count-scope = What is counted
count-scope-locations = Places
count-scope-category = A category
count-scope-items = Some items
count-scope-everything = Everything
count-state = State
count-state-open = Planned
count-state-counting = Being counted
count-state-review = To review
count-state-posted = Posted
count-state-cancelled = Cancelled
count-lines = Lines counted
count-places = Places
count-places-finished = Places finished
count-places-done = { $done } of { $total }
count-places-caption = Places of this count, and how far each is
count-planned = Planned
count-planned-by = planned by { $name }, { $day }
count-asked = { $count ->
    [one] one to recount
   *[other] { $count } to recount
}
count-counted-lines = { $count ->
    [one] one line counted
   *[other] { $count } lines counted
}

## Planning a count
count-plan-title = Plan a count
count-plan-sub = Say what is counted and how careful to be. Selling goes on meanwhile.
count-plan-name-hint = What it is called on the floor, such as Front shelves.
count-plan-scope = What is counted
count-scope-locations-hint = Choose shelves or whole zones below.
count-scope-category-hint = All items of the categories chosen below, wherever they stand.
count-scope-items-hint = Only the items listed below.
count-scope-everything-hint = Every item in the store.
count-plan-locations = Places
count-plan-categories = Categories
count-plan-items = Items
count-plan-items-hint = One SKU or barcode a line.
count-plan-unknown = There is no item { $code }.
count-plan-blind = Count blind
count-plan-blind-hint = Nobody sees what is expected until the count is sent in. Counts are more honest so.
count-plan-rule = Count again
count-plan-rule-hint = A larger difference is counted again by somebody else before it can be accepted.
count-plan-limit-quantity = More units than
count-plan-limit-value = Worth more at cost than
count-plan-effect = Nothing changes until differences are approved and posted.
count-plan-do = Plan the count
count-plan-done = { $number } is planned. It waits on the floor.

## A count
count-steps = Steps of this count
count-step-counted = Counted
count-step-review = Review
count-step-posted = Posted
count-is-blind = Blind
count-go-floor = Count on the floor
count-submit = Send in for review
count-submit-done = Sent in. A reviewer looks at the differences now.
count-submit-anyway = Send in anyway
count-submit-title = { $count ->
    [one] One place is not finished
   *[other] { $count } places are not finished
}
count-submit-text = What was not scanned there counts as not counted, never as none. The reviewer sees it listed.
count-review-go = Review
count-cancel = Cancel the count
count-cancel-not = Keep counting
count-cancel-title = Cancel this count?
count-cancel-text = What was scanned stays on record, but nothing of it is posted.
count-cancel-done = The count is cancelled.
count-place = Place
count-place-open = Not begun
count-place-finished = Finished by { $name }, { $time }
count-to-recount = To recount

## Reviewing a count
count-review-title = Review { $name }
count-counted-by = counted by { $names }, { $day }, { $from } to { $to }
count-match = Match
count-differ = Differ
count-uncounted = Not counted
count-missing-found = Missing and found
count-net = Net at cost
# $count (Number): lines that differ and whose cost is not known
count-unvalued = { $count ->
    [one] one of unknown value
   *[other] { $count } of unknown value
}
count-differ-title = { $count ->
    [one] One line differs
   *[other] { $count } lines differ
}
count-differ-caption = Lines that differ, with value and decision
count-uncounted-title = { $count ->
    [one] One item was not counted
   *[other] { $count } items were not counted
}
count-uncounted-hint = Not counted is not zero. Nothing changes for these until someone says so.
count-uncounted-caption = Items with stock here that nobody counted
count-expected = Expected
count-counted = Counted
count-difference = Difference
count-value = Value at last cost
count-known = What we know
count-last-moved = Last moved
count-decision = Decision
count-decision-for = Decision for { $item }
count-accept = Accept
count-recount = Recount
count-reject = Set aside
count-count = Count
count-leave = Leave
count-waits-recount = Waits for a recount
count-line-is-posted = Posted
count-moved = Moved while counting
count-books-at = The books have it at { $place }: it is moved here
count-books-on-its-way = The books have it on its way to { $store }
count-books-elsewhere = The books have it in { $store } at { $place }: { $status }
count-stray = Not in this plan
count-before = First count: { $quantity }
count-over-quantity = Above the limit in units, so a second count is asked for
count-over-value = Above the limit in value, so a second count is asked for
count-over-unknown = Its value is not known, so a second count is asked for
count-mine = You counted this
count-by = Counted by { $names }
count-accept-under = Accept all under
count-accept-under-do = Accept these
count-review-all-right = Everything counted matches the books.
count-reason = Why you approve your own count
count-reason-hint = You work alone, so look a second time and say what you saw. It stays on record.
count-bar = { $accepted } accepted, { $asked } to recount, { $undecided } to decide.
count-bar-may = You did not count here, so you may approve.
count-bar-mine = You counted some of this; somebody else approves those lines.
count-bar-one = You counted here and work alone: give a reason.
count-decide = Save decisions
count-decide-done = Decided: { $accepted } accepted, { $recounted } to recount, { $rejected } set aside.
count-decide-nothing = Nothing was decided anew.
# $left (Number): lines left, whose value is not known
count-decide-left = Decided: { $accepted } accepted, { $recounted } to recount, { $rejected } set aside. { $left ->
    [one] One line was left: its value is not known.
   *[other] { $left } lines were left: their value is not known.
 }
count-post = { $count ->
    [one] Post one adjustment, { $value }
   *[other] Post { $count } adjustments, { $value }
}
count-post-cut-short = { $count ->
    [0] Posted. Nothing had to change.
    [one] Posted: one line was put right.
   *[other] Posted: { $count } lines were put right.
} { $short ->
    [one] Of one lot the books have less left by now than was missing; as much as is left was taken off. Count it again.
   *[other] Of { $short } lots the books have less left by now than was missing; as much as is left was taken off. Count them again.
}
count-post-matched = Post
count-post-done = { $count ->
    [0] Posted. Nothing had to change.
    [one] Posted: one line was put right.
   *[other] Posted: { $count } lines were put right.
}

## Codes that belong to nothing
count-unknown = Unknown codes
count-unknown-title = { $count ->
    [one] One unknown code
   *[other] { $count } unknown codes
}
count-unknown-hint = These scans are kept. Say what they are, or set them aside.
count-unknown-line = { $quantity } at { $place }, scanned by { $who }
count-unknown-item = SKU or barcode of the item
count-unknown-which = It could be { $items }.
count-unknown-link = Link
count-unknown-aside = Set aside
count-unknown-link-done = { $count ->
    [one] One scan is counted under the item now.
   *[other] { $count } scans are counted under the item now.
}
count-unknown-aside-done = { $count ->
    [one] One scan was set aside.
   *[other] { $count } scans were set aside.
}

## What counting refuses
count-scope-empty = Choose at least one.
count-scope-large = { $max ->
    [one] At most one can be chosen.
   *[other] At most { $max } can be chosen. Count everything, or make several counts.
}
count-closed = This count takes no more scans.
count-line-decided = This line is decided already.
count-recount-other = You counted this before. Somebody else counts it again.
count-place-outside = This place is not part of the count.
count-code-unreadable = This code cannot be read. Scan it again.
count-undo-nothing = There is no such scan to take back.
count-undo-other = Only who scanned it, or a reviewer, takes this back.
count-blind = This count is blind: differences show once it is sent in.
count-nothing-counted = Nothing is counted yet.
count-not-in-review = This count is not in review.
count-line-posted = This line is posted already.
count-line-moved = Stock moved here while it was counted, so it is counted again first.
count-line-stray = This is not in the plan of the count. Look at it, then accept it by itself.
count-line-uncounted = This is not counted yet, so there is nothing to accept.
count-needs-recount = The difference passes the limit: it is counted again by somebody else first.
count-own-line = You counted this, so somebody else accepts it.
count-own-post = You counted some of these lines, so somebody else posts them.
count-reason-needed = Look a second time and say why you accept your own count.
count-nothing-to-post = Nothing is accepted, so there is nothing to post.
count-posted = This count is posted already.
count-partly-posted = Some of this count is posted, so it can no longer be cancelled. Set the rest aside.
count-plan-second = Count twice
    .hint = All of it is counted again by somebody else, who does not see what the first found. Not where one person works alone.

## Count programmes
programmes-title = Count programmes
programmes-sub = What of a store is counted how often. What is due is planned by itself as a count.
programmes-none = No count programmes yet
    .hint = A programme keeps every shelf counted without closing the shop: what matters most is counted most often.
programme-new = New programme
programme-save = Save the programme
programme-effect = From its next day on, what is due waits on the floor as a count.
programme-done-saved = The programme is saved.
programme-change = Change the programme
programme-name-hint = Its counts are called by it, with their day.
programme-kind = What it counts
programme-kind-classes = Items by class
    .hint = Class A, which makes up most, comes round most often.
programme-kind-places = Places in turn
    .hint = Places with stock, the one counted longest ago first.
programme-kind-empty-places = Empty places
    .hint = Places without stock in the books: whoever is there says whether they are empty.
programme-kind-sample = A random sample
    .hint = Items by chance, so that nobody knows which.
programme-size = At most so many in a count
    .hint = Items or places.
programme-every = A count each so many days
    .hint = Only if anything is due.
programme-days-a = Again after so many days
    .hint = Of items by class, those of class A. A sample does not go by it.
programme-classes = Classes
    .hint = Only for items by class.
programme-measure = Classes go by
programme-measure-value = Value on hand at cost
programme-measure-velocity = Units sold in 90 days
programme-share-a = Class A makes up, in percent
programme-share-b = Classes A and B together, in percent
programme-days-b = Class B again after days
programme-days-c = Class C again after days
programme-tolerance = Tolerance
programme-active = It plans counts
    .hint = Without it the programme rests.
programme-rests = Rests
programme-next = Next on
programme-last = Last planned
programme-never = Never counted
programme-due = What is due
programme-due-now = Due
programme-class = Class
programme-interval = Interval in days
programme-items = Items
programme-counts = Its counts
programme-counts-none = Nothing planned yet
    .hint = What is due is planned on its day, or now with the button above.
programme-plan = Plan what is due now
programme-nothing-due = Nothing is due.
# $number (String): CNT-0007
programme-count-open = { $number } of this programme is still open. Finish or cancel it first.
programme-planned-today = This programme planned a count today already.
# $min, $max (Number)
number-out-of-range = Type a number from { $min } to { $max }.
number-not-whole = Type a whole number.
did-stock-save-count-programme = Programme saved
did-stock-plan-due-count = What was due was planned
## How right the books are, and what goes missing
accuracy-title = Accuracy
accuracy-sub = How right the books were, by what was counted and posted. Counts that were undone are left out.
accuracy-tolerable = Within tolerance
accuracy-by-lines = Accuracy by lines
accuracy-expected = Expected, at cost
accuracy-off = Differed, at cost
accuracy-by-value = Accuracy by value
shrinkage-title = Shrinkage
shrinkage-sub = What was booked as gone and as found, at cost. What was undone is taken off. By counter: what they counted less or more than expected.
shrinkage-lost = Lost
shrinkage-lost-value = Lost, at cost
shrinkage-found = Found
shrinkage-found-value = Found, at cost
shrinkage-net = Net loss
figures-from = From
figures-to = To
figures-by = By
figures-by-month = Month
figures-by-store = Store
figures-by-category = Category
figures-by-reason = Reason
figures-by-counter = Counter
figures-total = Together
figures-of-none = None
figures-unvalued = Cost not known
figures-none = Nothing on these days
    .hint = Choose other days, or another store.
figures-days-reversed = The last day is before the first.
# $max (Number)
figures-days-many = Choose fewer than { $max } days.
## Notes, photos, and who looks into a line
evidence-title = Notes and photos
evidence-none = Nothing is noted about this line.
evidence-add = Note something
evidence-add-do = Add
evidence-link = Note or photo
# $item (String)
evidence-of = { evidence-link }: { $item }
evidence-photo = Photo
# $max (Number): megabytes
evidence-photo-hint = JPEG, PNG or WebP, at most { $max } MB.
# $name (String)
evidence-photo-by = Photo by { $name }
evidence-done = Noted.
evidence-photo-kind = This is no photo that can be shown. Choose a JPEG, PNG or WebP.
# $max (Number): megabytes
evidence-photo-large = This photo is larger than { $max } MB. Take a smaller one.
evidence-upload-failed = The photo did not arrive whole. Send it again.
# $max (Number)
evidence-full = This line has { $max } notes and photos already.
investigation-title = Look into it
investigation-effect = Until that is done this line is not accepted. The others do not wait for it.
investigation-who = Who
investigation-me = Me
investigation-until = Until
investigation-what = What to look into
investigation-open = Have it looked into
investigation-outcome = What came of it
investigation-end = Done looking into it
investigation-done-opened = Somebody looks into this line.
investigation-done-ended = The line can be decided again.
investigation-goes-on = Under way
investigation-late = Overdue
investigation-over-state = Done
# $name (String), $day (Date)
investigation-by = { $name }, until { $day }
# $name (String), $day (Date)
investigation-line = { $name } looks into it until { $day }
investigation-past = Choose today or a later day.
investigation-over = Nobody looks into this line any more.
count-line-investigated = Somebody looks into this line. It is accepted once they are done.
did-stock-add-count-evidence = Line noted or photographed
did-stock-investigate-count-line = Line to be looked into
did-stock-end-investigation = Line looked into
did-stock-deal-count-places = Places dealt out
changed-looks-into-it = Who looks into it
changed-until = Until
changed-outcome = What came of it
changed-places = Places
changed-dealt-to = Dealt to

## Places dealt out to people
count-deal-title = Who counts where
count-deal-effect = Everybody sees their own places first. Whoever comes by may still count any of them.
count-deal-people = Among
count-deal-evenly = Share out evenly
count-deal-each = Place by place
count-deal-anybody = Whoever comes first
count-deal-do = Save who counts where
count-deal-who = Who
count-deal-nobody = Tick who is to count.
count-deal-done = { $count ->
    [one] One place is dealt out.
   *[other] { $count } places are dealt out.
}
count-counted-last = Counted last

## The floor
floor-to-desk = To the desk
floor-counts = Counts
floor-no-counts = Nothing to count
floor-no-counts-text = A manager plans counts at the desk.
floor-work = Other work
floor-receive = Receive
floor-transfer = Transfer
floor-label = Print labels
floor-lookup = Look up
floor-lookup-blind = Stock can be looked up again once the blind count is sent in.
floor-leave = Leave the count
floor-place = Place
floor-go = Go there
floor-ready = Ready to scan
floor-ready-hint = or type a SKU or code
floor-mode = Each scan
floor-mode-one = Each scan adds 1
floor-mode-enter = Enter quantity
floor-count = Count
floor-current = Current item
floor-counted-one = Counted, 1 more
floor-counted-fewer = 1 fewer
floor-counted-n = Counted: { $quantity }
floor-counted-set = Set to { $n }
# $entered (String): 1 case; $pack (String): base units in one, 12 or 1/3; $base (String): 12 pieces
floor-counted-unit = { $entered } of { $pack } = { $base }
floor-unit = Unit
    .hint = Leave it empty for the unit under the code.
count-unit-of-unknown = Nobody knows this code yet, so nobody can tell how many pieces that unit holds. Leave the unit empty, or type the pieces.
floor-undone = Taken back
floor-sending = sending…
floor-unknown = Not in the catalog
floor-unknown-text = This code belongs to no item. The scan is kept; choose what it is.
floor-unknown-link = Link to an item
floor-unknown-draft = Make a draft item
floor-unknown-later = Decide later
floor-unknown-later-hint = “Decide later” puts it on the review page, so the count can go on.
floor-refused = Not counted
floor-stray = Not part of this count
floor-stray-text = This item is not part of this count. The scan is kept for the reviewer; go on with the next one.
floor-fewer = One fewer
floor-more = One more
floor-here = { $unit }, on this shelf
floor-last = Last scans
floor-none-yet = Nothing scanned yet.
floor-saved = Saved
floor-waiting = { $count ->
    [one] { $count } waiting
   *[other] { $count } waiting
}
floor-sync-now = Send now
floor-signed-out = Sign in again
floor-no-store = This browser keeps nothing, so scans cannot be stored. Leave private mode or free some space.
floor-finish = Finish { $place }
# $place (String)
floor-finish-empty = Yes, { $place } is empty
floor-finish-wait = Wait until everything is sent, then finish.
floor-finish-title = Finish { $place }?
floor-finish-left = { $count ->
    [0] Everything here is scanned
    [one] One item not scanned yet
   *[other] { $count } items not scanned yet
}
# $count (Number): items that the page does not list
floor-finish-more = { $count ->
    [one] One more item is not listed here. It is left for the reviewer.
   *[other] { $count } more items are not listed here. They are left for the reviewer.
}
floor-finished = That shelf is finished.
floor-none-here = None here
floor-empty-ask = This place should be empty. Is it? Finish it if so, or scan what is there.
floor-blind = What the system expects is hidden until the count is sent in.
floor-sound-off = Sound off
floor-sound-on = Sound on
floor-keyboard = Type a code
floor-place-now = Now at { $place }
floor-place-other = That place is not part of this count.
floor-asked-title = Count these again
floor-asked-not-mine = you counted it; somebody else does
floor-asked-done = counted
floor-quantity-bad = Type a quantity of zero or more.

## Histories of stores, counts and transfers
did-stock-create-store = Store opened
did-stock-edit-store = Store changed
did-stock-archive-store = Store archived
    .back = Store restored
changed-code = Code
did-stock-create-location = Place added
did-stock-edit-location = Place changed
did-stock-archive-location = Place archived
    .back = Place restored
did-stock-set-default-location = Default place chosen
changed-kind = Kind
changed-parent = Inside
changed-allow-negative = May go below zero
did-stock-plan-count = Count planned
did-stock-finish-count-place = Place finished
changed-none = Counted as none
changed-left = Left uncounted
did-stock-submit-count = Sent in for review
did-stock-decide-count-lines = Differences decided
did-stock-decide-unknown-code = Unknown code settled
did-stock-post-count = Posted
did-stock-cancel-count = Count cancelled
changed-number = Number
changed-store = Store
changed-lines = Lines
changed-count-lines = Lines counted
changed-accepted = Lines accepted
changed-recount = Lines to recount
changed-rejected = Lines set aside
changed-second-look = Second look
changed-unknown-code = Scanned code
changed-scans = Scans
changed-posted = Lines that changed stock
changed-cut-short = Lots of which less was left than was missing
changed-matched = Lines that matched
did-stock-ship-transfer = Goods sent
did-stock-receive-transfer = Goods taken in
did-stock-cancel-transfer = Transfer cancelled
did-stock-reverse-posting = Arrival undone
changed-from = From
changed-to = To
changed-called-back = What is on the way
transfer-booked = In the books

## Closing the books
periods-title = Periods
periods-sub = How far each store’s books are closed. Nothing that happened on a closed day is booked any more.
period-open = Open
period-through = Closed through
period-counts = Open counts
period-on-the-way = Transfers on the way
period-changed = Last changed
period-close-title = Close books
period-close-effect = Sales, receipts and counts of that day and before are refused from then on, at every door. Settle open counts first: what they found is booked on the day it was counted.
period-close-do = Close books
period-reopen-title = Reopen books
period-reopen-effect = Who reopened them, when and why stays in each store’s history.
period-keep = Keep closed through
    .hint = Nothing typed: everything is open again.
period-reopen-do = Reopen books
# $day (Date); $count (Number): stores
period-closed-done = Closed through { $day }: { $count ->
    [one] one store.
   *[other] { $count } stores.
 }
# $day (Date); $count (Number): stores
period-reopened-done = Reopened after { $day }: { $count ->
    [one] one store.
   *[other] { $count } stores.
 }
# $count (Number): stores
period-reopened-all-done = Everything is open again: { $count ->
    [one] one store.
   *[other] { $count } stores.
 }
# $store (String): its code; $day (Date)
period-closed = The books of { $store } are closed through { $day }. Give a later date, or have an accountant reopen them.
# $day (Date): the last that is over
period-not-over = That day is not over long enough in every store. The last that can be closed is { $day }.
period-closed-already = These books are closed that far already.
period-open-already = These books are not closed beyond that day.
did-stock-close-period = Books closed
did-stock-reopen-period = Books reopened
books-title = Periods and valuing over time
books-sub = Which days were closed and reopened, by whom and why, and how stock came to be valued.
books-frozen = Stays as it is since
books-not-frozen = Not yet: nothing has moved.
books-of-store = What was done to this store’s books.
changed-closed-through = Closed through
changed-reason = Reason

## Stock at an instant of the past
as-of-title = Stock as of a day
# $day (Date)
as-of-day-end = At the end of { $day }.
# $day (Date); $time (String): 18:00
as-of-instant = On { $day } at { $time }.
as-of-sub-now = With what was booked late, counted or undone since.
as-of-sub-then = As the books said it then; what was booked or undone since is not in it.
as-of-known = Which answer
as-of-known-now = As known now
as-of-known-then = As known then
as-of-day = Day
as-of-time = Time
as-of-sub = What was where at any instant of the past, beside what there is now.
as-of-slide = Slide to a day
    .hint = Arrow keys go by a day, page keys by a month.
as-of-quick = Often asked for
as-of-month-end = End of last month
as-of-quarter-end = End of last quarter
as-of-year-ago = A year ago
as-of-yesterday = Yesterday
as-of-moment = Now
# $zone (String): Europe/London
as-of-zone = Time zone: { $zone }.
# $day (Date)
as-of-closed = Books closed through { $day }.
as-of-nothing = Nothing has moved here yet, so there is no past to tell of.
# $day (Date)
as-of-before = Nothing had moved here yet: the first movement is of { $day }.
# $time (String): a date and time
as-of-before-booked = Nothing was in the books yet: the first entry was made on { $time }. What is known now of this instant may be more.
as-of-then = On hand then
as-of-way = In transit then
as-of-now = On hand now
as-of-change = Change since

## Promises: reservations and shortages
reservation = Reservation
reservations-title = Reservations
reservations-sub = What is promised to somebody: holds that lapse, allocations that stand.
reservations-none = Nothing is reserved
    .hint = What is reserved for a basket or an order stands here until it is shipped or let go.
# $code (String): R-3F7K2Q9A
reservation-heading = Reservation { $code }
reservation-hold = Hold
reservation-allocation = Allocation
reservation-active = Active
reservation-shipped = Shipped
reservation-released = Let go
reservation-expired-state = Lapsed
reservation-reference = Order or basket number
reservation-made = Reserved on
reservation-expires = Lapses on
reservation-wanted = Reserved
# $number (Number)
reservation-posting = Posting { $number }
reservation-acts = What next
    .hint = Shipping sells what is promised, from where it stands. What is let go is free for anybody.
reservation-do-ship = Ship all of it
reservation-do-convert = Make it an order
reservation-do-extend = Keep 15 more minutes
reservation-do-release = Let it go
reservation-done-shipped = Shipped.
reservation-done-released = Let go: it is free again.
reservation-done-extended = Kept for another 15 minutes.
reservation-done-converted = It stands now until it is shipped or let go.
reserve-title = Reserve stock
# $store (String)
reserve-sub = At { $store }: all of it is reserved, or nothing.
reserve-do = Reserve
reserve-effect = It stays on the shelf and is nobody else’s to sell.
reserve-lasts = For how long
reserve-order = For an order, until it is shipped
reserve-15-minutes = 15 minutes
reserve-1-hour = An hour
reserve-1-day = A day
reserve-1-week = A week
# $quantity (Quantity)
reserve-done = { $quantity } reserved.
# $available, $wanted (Quantity)
reservation-short = { $available } of { $wanted } are free here.
# $available, $wanted, $there (Quantity); $store (String)
reservation-short-elsewhere = { $available } of { $wanted } are free here. { $store } has { $there }.
# $available, $wanted, $coming (Quantity); $code (String): of a transfer
reservation-short-incoming = { $available } of { $wanted } are free here. { $coming } are on their way with { $code }.
# $available, $wanted, $held (Quantity); $code (String): of a reservation
reservation-short-held = { $available } of { $wanted } are free here. { $code } holds { $held }.
reservation-expired = This hold has lapsed: what it kept is free for anybody. Reserve again.
reservation-ended = This reservation is over: it was shipped or let go.
reservation-not-a-hold = This is an allocation: it stands until it is shipped or let go.
reservation-minutes-hold = Only a hold lapses. Leave this out, or make it a hold.
# $max (Number)
reservation-minutes = Say from 1 to { $max } minutes.
reservation-store-unknown = There is no such store in use.
reservation-line-unknown = This reservation has no such line, or it is named twice.
# $promised (Quantity)
reservation-more-than-promised = Only { $promised } of this line are still promised.
# $count (Number): items
store-has-promises = { $count ->
    [one] One item is promised from this store. Ship its reservation or let it go first.
   *[other] { $count } items are promised from this store. Ship their reservations or let them go first.
 }
shortages-title = Shortages
shortages-sub = More is promised than there is. What comes in makes it good; so does letting a promise go.
shortages-none = Nothing is short
    .hint = Every promise can be kept.
shortage-short = Short by
shortage-sellable = Sellable
shortage-since = Since
shortage-held = Promised to

## What is kept back from ways of selling
buffers-title = Kept back
buffers-sub = What of the stock is kept from ways of selling. Of each two rules that could count, the more specific one does.
buffers-none = Nothing is kept back
    .hint = Keep some back so that what is sold online is still there when it is picked, or for hard times.
buffer-new = Keep something back
buffer-effect = It stays on the shelf and may still be sold over the counter. A rule that says the same is replaced; nought says that nothing is kept.
buffer-do = Keep it back
buffer-for = Kept for
buffer-for-safety = Safety stock, from every channel
buffer-for-till = Till
buffer-for-pickup = Pickup at the store
buffer-for-online = Online
buffer-of = Of what
buffer-of-everything = Everything
# $name (String): of a category
buffer-of-category = Category { $name }
buffer-of-gone = Something that is gone
buffer-category = Category
buffer-item = Item
    .hint = SKU, barcode or name. Leave it empty for a whole category, or for everything.
buffer-all-variants = All variants of this item
buffer-percent-field = Or percent of what is sellable
buffer-percent = Type a percentage from 0 to 100 with at most two decimals.
buffer-of-several = Choose a category or an item, not both.
# $of (String): what the rule is of
buffer-remove = No longer keep back: { $of }
buffer-done = It is kept back from now on.
buffer-done-nothing = Nothing of it is kept back from now on.
buffer-removed = The rule is gone. What is less specific counts again.
did-stock-set-buffer = Kept back
did-stock-remove-buffer = No longer kept back
changed-keeps = Kept for
changed-item = Item
changed-quantity = Quantity
changed-percent = Percent
reserve-channel = Way of selling
reserve-counter = Over the counter
# $available, $wanted, $kept (Quantity)
reservation-short-kept = { $available } of { $wanted } are free for this way of selling; { $kept } are kept back here.
# $channel (String)
available-by = Available: { $channel }
# $number (String): a quantity; $of (String): a way of selling
why-number-of = Why { $number }, { $of }?
# $for (String)
why-kept = Kept back: { $for }
why-rules = Rules
why-owed = Too much promised already
# $count (Number)
why-held-more = { $count ->
    [one] and one more
   *[other] and { $count } more
 }
why-channels = By way of selling
# $item (String)
why-channels-caption = What is left of { $item } for each way of selling

## Lots, serial numbers, last days
lot = Lot
serials = Serial numbers
    .hint = One in a line, as they are scanned.
lot-expires = Last day
    .hint = It may be sold through this day.
lot-made = Made on
lot-dated = { $lot }, last day { $day }
lots-unasked = Lot, last day or serial numbers
lot-named = Lot { $code }
lot-named-serial = No. { $code }
lots-title = Lots and serial numbers
lots-sub = What expires first comes first. By its code each lot is found, wherever it went.
lots-none = Nothing is tracked yet
    .hint = Say of an item that it is tracked by lot or serial number; what you receive of it then stands here.
lots-there = In stock
lots-soon = Within 30 days
lots-expired = Expired
lots-search = Lot or serial number
lot-held-state = On hold
lot-recalled-state = Recalled
lot-expired-state = Expired
lot-soon-state = Expires soon
lot-heading = Lot { $code }
lot-heading-serial = Serial number { $code }
lot-file = All of it as a file
lot-where = Where it is
lot-flows = Where it came from and went
lot-story = What happened to it
lot-nowhere = None of it is here
    .hint = All of it went: to whom stands below.
lot-ways-out = Ways out
lot-write-off = Scrap or give away
lot-flow-end = From or to
lot-came = Came
lot-went = Went
lot-flows-more = It has moved more than ten thousand times: these are the sums of the first ten thousand. The file has all of them.
lot-do = What to do
lot-do-hold = Hold it
    .hint = Kept from sale in every store until somebody has looked.
lot-do-recall = Recall it
    .hint = Kept from sale everywhere, and called back from where it went.
lot-hold-title = Hold or recall
lot-hold-do = Keep it from sale
lot-release-title = Let it be sold again
lot-release-effect = What was set apart for it and is still there becomes available again, unless its last day is over.
lot-release-do = Let it go
lot-days-title = Its days
lot-done-held = Kept from sale: { $quantity }.
lot-done-recalled = Recalled; kept from sale: { $quantity }.
lot-done-released = For sale again: { $quantity }.
lot-done-edited = Its days are set right.
supplier-return-title = Return to supplier
supplier-return-sub = Goods of { $store } go back to who delivered them.
supplier-return-do = Return
supplier-return-effect = They leave the store’s stock at once.
supplier-return-number = Return number
supplier-return-done = Returned to the supplier: { $quantity }.
reason-none = No reason given
in-transit = In transit
lot-needed = Say which lot it is, as it stands on the goods.
lot-which = Several lots are here: { $lots }. Say which.
lot-unknown = There is no lot { $lot } of this item.
lot-not-tracked = This item is not tracked by lots. Leave the lot out.
serial-needed = Say which piece it is: its serial number.
lot-day-needed = Give the last day on which this lot may be used.
lot-other-day = Lot { $lot } is known with the last day { $day }. Give that day, or set the lot right first.
lot-no-day = Lot { $lot } is known without a last day. Leave it out, or set the lot right first.
lot-expired = This lot’s last day was { $day }. Take it in as damaged or in quarantine, or send it back.
lot-short-lived = This lot’s last day is { $day }; the item asks for at least { $days } days more when it comes. Take it in as quarantine, or send it back.
lot-made-later = This lot would have been made after it came. Check the date.
lot-expires-before-made = The last day lies before the day on which it was made.
lot-held = Lot { $lot } is on hold or recalled: none of it may become available. Release the lot first, or take it in as quarantine.
lot-expired-available = The last day of lot { $lot } was { $day }: none of it may become available. Return, scrap or give it away.
lot-is-so = The lot is so already.
lot-recalled = The lot is recalled. That ends by letting it be sold again.
count-piece-on-its-way = The books have { $serial } on its way to { $store }. Take the transfer in first, or set the line aside.
count-piece-other-store = The books have { $serial } in { $store }. Have it sent from there and take it in, or set the line aside.
count-piece-set-apart = The books have { $serial } set apart at { $place }: a count lets nothing in for sale. Change its status first, or set the line aside.
serial-count = Give a serial number for each piece: { $given } for { $wanted }.
serial-twice = Serial number { $serial } is here twice.
serial-unknown = There is no piece with the serial number { $serial }.
serial-elsewhere = Serial number { $serial } is somewhere else. Look it up and move it, or check the number.
serial-gone = Serial number { $serial } is in no store any more.
serial-not-tracked = This item is not tracked by serial number. Leave the numbers out.
serial-adjust-by = Say how many pieces come or go, and their numbers.
tracking-changed = { $sku } is tracked in another way than this says. Load the page again; what was sold before it was tracked is taken back as a return.
lot-going = Lot
    .hint = What expires first, unless you say.

## Lots, serial numbers, last days
lot-where-caption = Places that have some
lot-flows-caption = Sums by store
lot-story-caption = Movements of it
## What stock is worth

value-title = Value of stock
value-by-item = By item
value-totals = By store and category
value-all = All stock
value-by-store = By store
value-by-category = By category
value-category = Category
value-no-category = In no category
value-no-stores = All stores are valued together
    .hint = No store’s part is apart from the others’.
value-nothing = Nothing is valued yet
    .hint = What comes in is worth what it cost; it shows here a moment later.
value-now = As it is now.
value-each = Each
value-worth = Value
value-on-the-way = On the way
# $store (String): a store's name
value-on-the-way-to = On the way to { $store }
value-lots = Lots apart
# $when (String): an instant
value-through = Valued through { $when }.
# $count (Number)
value-waiting = { $count ->
    [one] One movement waits to be valued.
   *[other] { $count } movements wait to be valued.
}
value-of-it = What it is worth
# $item (String)
value-of-it-of = What it is worth: { $item }
value-file = Download
value-through-day = Valued through
account-side = Side
layers-all = All layers
entries-all = All entries
# $item (String)
value-why = Why { $item } is worth this
# $quantity, $value (String)
value-so-much = { $quantity } worth { $value }
# $quantity, $value (String)
value-owed = { $quantity } left before it came, at { $value } as far as was known. What comes in next makes that right.
value-standard = Standard cost
layers-title = What is left of what came in
layer-since = Came
layer-in = Came in
layer-left = Left
entries-title = What changed its value
entry-after = Value after
account-cost-title = Cost of a period
account-cost-sub = How the value of stock went from the first day’s beginning to the last day’s end.
account-from = From
account-to = To
account-opening = Opening
account-in = In
account-out = Out
account-adjusted = Adjusted
account-closing = Closing
account-cost-of-sales = Cost of sales
account-what = What
# $day (Date)
period-ends-before = The last day comes before the first, { $day }.
costing-title = How stock is valued
costing-sub = What leaves is worth what the method says; what stays is worth the rest.
costing-effect = Choose before anything moves: from the first movement on it stays as it is.
costing-method = Method
costing-scope = Valued together
costing-since = In use since
costing-frozen-why = Stock has moved since, so this stays as it is. An item of which nothing has moved yet can still be valued in another way, on its page of value.
costing-items = Valued otherwise
    .hint = No item is valued in another way.
costing-item-title = Value this item otherwise
costing-item-effect = For all variants of the item, until the first of them moves.
costing-as-all = As all others
costing-done = From now on it is valued that way.
costing-frozen = Something has moved already, so the way it is valued stays as it is.
cost-method-fifo = First in, first out
    .hint = What came first leaves first, at what it cost.
cost-method-average = Weighted average
    .hint = All of it is worth the same: what it cost on average.
cost-method-standard = Standard cost
    .hint = Each unit is worth what was set; what it cost more or less is told as a variance.
cost-method-specific = By lot or serial
    .hint = Each lot and each serial is worth what it cost itself.
cost-scope-store = Store by store
cost-scope-company = All stores together
cost-kind-receipt = Received
cost-kind-opening = Opening stock
cost-kind-found = Found
cost-kind-returned = Returned by customers
cost-kind-transfer-in = From other stores
cost-kind-sold = Sold
cost-kind-lost = Lost and used up
cost-kind-sent-back = Sent back to suppliers
cost-kind-transfer-out = To other stores
cost-kind-true-up = Cost known since
cost-kind-landed = Cost added later
cost-kind-landed-gone = Of it, for what had left
cost-kind-revalued = Revalued
cost-kind-variance = Variance from standard
cost-kind-correction = Corrected by an undo
revalue-title = Revalue
revalue-effect = What one unit is worth from now on. The difference and the reason are kept.
revalue-everywhere = In all stores.
# $store (String)
revalue-here = In { $store } alone, unless all stores are valued together.
revalue-do = Revalue
# $value (String): an amount with its sign
revalue-done = Revalued: { $value }.
revaluation-nothing = Nothing there would be worth anything else.
late-cost-title = Add a cost
late-cost-effect = It is dealt to the lines of the receipt. What is still in stock bears its part, wherever it is by now; the rest is a cost of what has left.
late-cost-kind = What it is
late-cost-landed = Freight, duty, insurance
late-cost-invoice = The invoice says otherwise
late-cost-sign = It makes the goods
late-cost-more = Dearer
late-cost-less = Cheaper
late-cost-amount = Amount
late-cost-by = Dealt out
late-cost-by-value = By what each line cost
late-cost-by-quantity = By how much came
late-cost-reference = Invoice number
late-cost-do = Add cost
# $value, $on_hand, $gone (String): amounts
late-cost-done = { $value } added: { $on_hand } to what is in stock, { $gone } to what has left.
cost-not-a-receipt = Only a receipt or opening stock can bear such a cost.
cost-nothing-to-bear = No line of it stands that could bear this cost.
cost-changes-title = Changes of value
cost-changes-sub = What people changed of the value of stock: revaluations, and costs that came later. Each can be taken back.
cost-changes-none = Nothing was changed yet
    .hint = Revaluations and costs that come later are listed here.
cost-changes-all = All changes
cost-change-revaluation = Revaluation
cost-change-undoes = Takes back a change
cost-change-of = The change that it takes back
cost-change-on-hand = To what is in stock
cost-change-gone = To what has left
cost-change-receipt = Receipt
cost-change-billed = As billed
cost-change-undo-effect = The opposite is booked: what is left of the goods bears as much of it as it can, the rest is a cost of what has left. Both stay in the history.
# $value (String): an amount with its sign; $on_hand, $gone (String): amounts
cost-change-undo-done = Taken back: { $value }, of it { $on_hand } in stock and { $gone } of what has left.
cost-change-undone = This change has been taken back already. Look at the list of changes.
cost-change-is-undo = This change takes back another one. Make the first change anew instead.
cost-change-unknown = This change is from before it was kept what was changed. Revalue the item, or add the opposite cost to the receipt.
cost-receipt-undone = A line of the receipt was taken back since, and its cost went with it. Enter the receipt anew with what it cost.
cost-revalued-since = It was revalued again since. Take that back first, or revalue once more.
cost-moved-since = Some of these goods went to another store since, or were taken back. Revalue what is there, or add the opposite cost to the receipt.
cost-no-standard-before = There was no standard before this one. Revalue to what one unit is worth instead.
rate-title = Billed in another currency
rate-currency = Currency
# $currency (String): a code
rate-rate = Rate
    .hint = So much { $currency } for one unit of it.
rate-source = Where the rate is from
rate-date = Day of the rate
# $currency (String): a code
rate-of-own-currency = { $currency } is your own currency: leave the rate out.
rate-out-of-range = Type a rate above zero, with at most ten decimals.
money-zero = Type an amount other than zero.
did-stock-set-costing = Way of valuing chosen
did-stock-set-item-costing = Item’s way of valuing chosen
did-stock-revalue-stock = Revalued
did-stock-add-late-cost = Cost added
did-stock-undo-cost-change = Change of value taken back
changed-costing = Way of valuing
changed-method = Method of valuing
changed-scope = Valued together
count-counted-caption = Lines counted last
value-store-caption = What each store’s stock is worth
value-category-caption = What each category’s stock is worth

## Units of lines
# $entered: what was typed: 2 cases; $base: the same in the base unit: 24
entered-as = { $entered } = { $base }
entered-part = Part of { $entered } = { $base }

## Kits in lines
# $quantity: how many of the kit
kit-part-of = Part of { $quantity } ×
kit-holds-no-stock = This is a kit, which holds no stock of its own. Use its components instead.
kit-which-component = Nobody can tell which component this is of. Enter the components as lines of their own.
# $sku (String): the component
kit-component-insufficient = There are only { $available } of { $sku }; this takes { $wanted }.
reservation-kit-whole = Only whole kits can be shipped. Ship as much of each component as whole kits take.
# $sku (String): the component that runs out first
reservation-short-kit = Only { $available } of { $wanted } can be made: { $sku } runs out first.
stock-state-kit = Kit
# $quantity: how many
stock-can-make = { $quantity } can be made. Show what they are made of

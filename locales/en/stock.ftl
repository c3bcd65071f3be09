### The words of the room `stock`: its pages, messages and errors.

## Stock on hand
stock-title = Stock on hand
stock-search = Name, SKU, barcode
item = Item
item-sku = SKU
on-hand = On hand
promised = Promised
available = Available
store = Store
quantity = Quantity
unit-cost = Cost of one
delivery-note = Delivery note
why-number = Why { $number }?
errors-title = Something needs your attention

## Receiving
receive-title = Receive goods
receive-sub = What came in without an order.
receive-do = Receive
receive-effect = Adds to stock. Nothing is ordered or paid.
receive-done = { $quantity } received.

## What can be wrong
stock-insufficient = There are only { $available } here; { $wanted } cannot be taken.
variant-unknown = There is no such item here.
lines-none = Add at least one line.
lines-too-many = { $max ->
    [one] At most one line fits.
   *[other] At most { $max } lines fit. Larger work goes in as a file.
 }
posting-already-reversed = This was taken back already.
posting-is-a-reversal = This takes something back itself and cannot be taken back. Enter it anew instead.
store-code-invalid = A store’s code has 2 to 16 capital letters, digits or hyphens, such as LONDON.
store-code-taken = Another store has this code.
location-code-invalid = A place’s code has up to 32 letters, digits, dots, hyphens or underscores, such as F3-02.
location-code-taken = Another place of this store has this code.
zone-unknown = There is no such time zone. One looks like Europe/London.

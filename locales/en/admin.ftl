### The words of the room `admin`: its pages, messages and errors.

## Home
home-empty-title = Begin with what you have
home-empty-text = Bring in the file your present system exports, or enter your first items.

## Account
account-title = Your account
account-role = Role
account-business = Business
account-everywhere = Sign out everywhere
account-everywhere-text = Ends every session of yours, on this device and all others.
account-everywhere-do = Sign out on all devices

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
import-status-unknown = This is no state of stock. Write available, damaged or quarantine.
import-quantity-zero = A sale of nothing changes nothing. Write how many, or leave the row out.
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
import-note-apostrophe = An apostrophe in front was removed: spreadsheets use it to mark text.
import-note-zero-lost = Kept as it is. A leading zero may have been lost: with it, it would be a valid barcode.
# $line (Number): a line of the file
import-note-barcode-shared = Line { $line } has the same barcode. A scan will offer both.
# $line (Number): a line of the file
import-note-same-options = Line { $line } has the same options under another SKU. Give one of them another name, or people cannot tell them apart.
import-note-state-unknown = This state is not known and was left as it is.

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

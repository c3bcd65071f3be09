//! What a file is: its delimiter, its header, where it comes from and what it is about.

use crate::import::{
    bytes::{Decoded, Encoding},
    fields::{Field, normal},
    limits,
    mapping::Mapping,
    own,
    problem::{FileProblem, file},
    records::{Record, Records},
    row::{ImportKind, Source},
    shopify, square, woocommerce,
};
use std::{collections::HashSet, io::Cursor};

/// How a file is laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    pub delimiter: u8,
    pub header: Vec<String>,
    /// The line the header stands on; none where the file has no header and its columns are called A, B, C.
    pub header_line: Option<u64>,
    /// Records from the file's beginning to the header, and the header itself.
    pub skip: usize,
}

const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Finds the delimiter and the header in the beginning of a file.
///
/// # Errors
/// A file of a single column, of too many, or without a row.
pub fn layout(sample: &str, chosen: Option<u8>) -> Result<Layout, FileProblem> {
    let known: HashSet<&str> =
        Field::ALL.iter().flat_map(|field| field.words()).chain([shopify::HEADERS, square::HEADERS, woocommerce::HEADERS].concat()).collect();
    // Excel writes and reads a first line `sep=;`.
    let told = sample.get(..4).filter(|start| start.eq_ignore_ascii_case("sep=")).and_then(|_| sample.as_bytes().get(4)).copied();
    let above = usize::from(told.is_some());
    let fixed = chosen.or(told.filter(|byte| DELIMITERS.contains(byte)));
    let mut best: Option<(Score, Layout)> = None;
    for delimiter in DELIMITERS.into_iter().filter(|delimiter| fixed.is_none_or(|fixed| fixed == *delimiter)) {
        let records = records(sample, delimiter);
        if let Some((score, layout)) = header(records.get(above..).unwrap_or_default(), delimiter, above, &known)
            && best.as_ref().is_none_or(|(other, _)| score > *other)
        {
            best = Some((score, layout));
        }
    }
    let Some((_, layout)) = best else { return Err(FileProblem::new(file::EMPTY)) };
    match layout.header.len() {
        0 | 1 => Err(FileProblem::new(file::ONE_COLUMN)),
        count if count > limits::COLUMNS => Err(FileProblem::new(file::TOO_MANY_COLUMNS).with("count", count).with("limit", limits::COLUMNS)),
        _ => Ok(layout),
    }
}

fn records(sample: &str, delimiter: u8) -> Vec<Record> {
    let mut records = Records::new(Decoded::new(Cursor::new(sample.as_bytes()), Encoding::Utf8), delimiter);
    let mut all = Vec::new();
    // A cursor cannot fail.
    while let Ok(Some(record)) = records.read() {
        all.push(record);
        if all.len() == 200 {
            break;
        }
    }
    all
}

/// How well a delimiter fits: known names in the header; rows as wide as it; its width.
type Score = (usize, usize, usize);

fn header(records: &[Record], delimiter: u8, above: usize, known: &HashSet<&str>) -> Option<(Score, Layout)> {
    let width = usual_width(records)?;
    let rows_of = |width: usize| records.iter().filter(|record| record.len() == width).count();
    let named = |record: &Record| {
        let words: Vec<String> = record.cells().map(normal).filter(|name| known.contains(name.as_str())).collect();
        // A word that stands in cells as well tells a header only beside another.
        if words.len() == 1 && words.iter().all(|word| VALUES.contains(&word.as_str())) { 0 } else { words.len() }
    };
    let mut best: Option<(usize, usize)> = None;
    for (index, record) in records.iter().enumerate().take(limits::HEADER_WITHIN) {
        let filled = record.cells().filter(|cell| !cell.trim().is_empty()).count();
        let names = named(record);
        // One known word alone is a title ("Inventory"), unless the table has only one column.
        if names > 0 && (filled > 1 || width == 1) && best.is_none_or(|(_, other)| names > other) {
            best = Some((index, names));
        }
    }
    let by_looks = || records.iter().take(limits::HEADER_WITHIN).position(|record| record.len() == width && looks_like_header(record));
    // One name alone may stand in a row below a header of which no name is known.
    if let Some((index, 1)) = best
        && let Some(above) = by_looks().filter(|above| *above < index)
    {
        best = Some((above, 1));
    }
    let (index, names) = match best {
        Some((index, names)) => (Some(index), names),
        None => (by_looks(), 0),
    };
    let layout = match index.and_then(|index| records.get(index)) {
        Some(record) => Layout { delimiter, header: trimmed(record), header_line: Some(record.line), skip: above + index.unwrap_or_default() + 1 },
        None => Layout { delimiter, header: (0..width).map(letters).collect(), header_line: None, skip: above },
    };
    let wide = layout.header.len();
    let fitting = if wide > 1 { rows_of(wide) } else { 0 };
    Some(((names, fitting, wide), layout))
}

/// Names of columns that are values too.
const VALUES: [&str; 36] = [
    "active",
    "aktiv",
    "actif",
    "activo",
    "attivo",
    "archived",
    "archiviert",
    "available",
    "instock",
    "type",
    "item",
    "article",
    "product",
    "produkt",
    "produit",
    "articulo",
    "unit",
    "units",
    "stk",
    "stuck",
    "stueck",
    "stock",
    "inventory",
    "store",
    "shop",
    "warehouse",
    "location",
    "lager",
    "text",
    "date",
    "time",
    "return",
    "color",
    "size",
    "image",
    "photo",
];

/// Column names without white space around; empty ones at the end, which Excel leaves, stay, or rows would not fit.
fn trimmed(record: &Record) -> Vec<String> {
    record.cells().map(|cell| cell.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').to_owned()).collect()
}

/// The commonest width of the first rows.
fn usual_width(records: &[Record]) -> Option<usize> {
    records.iter().map(Record::len).max_by_key(|width| (records.iter().filter(|record| record.len() == *width).count(), *width))
}

/// Every cell says something, no two the same, and none is a number.
fn looks_like_header(record: &Record) -> bool {
    let mut seen = HashSet::new();
    record.cells().all(|cell| {
        let cell = cell.trim();
        !cell.is_empty()
            && cell.chars().any(char::is_alphabetic)
            && !cell.starts_with(|c: char| c.is_ascii_digit())
            && seen.insert(cell.to_lowercase())
    })
}

/// A, B, …, Z, AA: what a spreadsheet calls a column that has no name.
pub fn letters(mut index: usize) -> String {
    let mut name = String::new();
    loop {
        name.insert(0, char::from(b'A' + u8::try_from(index % 26).unwrap_or_default()));
        match (index / 26).checked_sub(1) {
            Some(next) => index = next,
            None => return name,
        }
    }
}

/// What the header says the file is. The kind is open where a table could be anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recognised {
    pub source: Source,
    pub kind: Option<ImportKind>,
    /// What else could be read from the same file.
    pub also: Vec<ImportKind>,
    pub mapping: Mapping,
    /// Its rows bring items and their stock at once, unless one of the two is asked for.
    pub both: bool,
}

/// Recognises the source by the header. A hint decides where the header fits several.
///
/// # Errors
/// The file is not from the source it is said to be, or does not hold the kind that is asked for.
pub fn recognise(header: &[String], source: Option<Source>, kind: Option<ImportKind>) -> Result<Recognised, FileProblem> {
    let known = known_source(header, kind);
    let found = match (source, known) {
        (None, Some(known)) => known,
        (None | Some(Source::Generic), _) => generic(header, kind),
        (Some(wanted), Some(known)) if known.source == wanted => known,
        (Some(wanted), known) => {
            let found = known.map_or(Source::Generic, |known| known.source);
            return Err(FileProblem::new(file::NOT_THIS_SOURCE).with("wanted", wanted.name()).with("found", found.name()));
        }
    };
    match (kind, found.kind) {
        (Some(wanted), Some(is)) if wanted != is && !found.also.contains(&wanted) => {
            Err(FileProblem::new(file::NOT_THIS_KIND).with("wanted", wanted.tag()).with("found", found.source.name()))
        }
        _ => Ok(found),
    }
}

fn known_source(header: &[String], kind: Option<ImportKind>) -> Option<Recognised> {
    let names: Vec<String> = header.iter().map(|name| normal(name)).collect();
    if let Some((kind, mapping)) = own::recognise(header) {
        return Some(Recognised { source: Source::Stockroom, kind: Some(kind), also: Vec::new(), mapping, both: false });
    }
    if let Some(mapping) = shopify::inventory_mapping(header, &names) {
        return Some(Recognised { source: Source::ShopifyInventory, kind: Some(ImportKind::Inventory), also: Vec::new(), mapping, both: false });
    }
    if let Some(mapping) = shopify::products_mapping(header, &names) {
        return Some(Recognised { source: Source::ShopifyProducts, kind: Some(ImportKind::Catalog), also: Vec::new(), mapping, both: false });
    }
    if let Some(mapping) = square::mapping(header, &names) {
        let (kind, also) = match kind {
            Some(ImportKind::Inventory) => (ImportKind::Inventory, ImportKind::Catalog),
            _ => (ImportKind::Catalog, ImportKind::Inventory),
        };
        return Some(Recognised { source: Source::SquareLibrary, kind: Some(kind), also: vec![also], mapping, both: true });
    }
    if let Some(mapping) = woocommerce::mapping(header, &names) {
        let both = mapping.has(Field::OnHand);
        let (kind, also) = match kind {
            Some(ImportKind::Inventory) => (ImportKind::Inventory, vec![ImportKind::Catalog]),
            _ => (ImportKind::Catalog, if both { vec![ImportKind::Inventory] } else { Vec::new() }),
        };
        return Some(Recognised { source: Source::WooCommerce, kind: Some(kind), also, mapping, both });
    }
    None
}

/// Any other table: the kind is told by what its columns are called.
fn generic(header: &[String], kind: Option<ImportKind>) -> Recognised {
    let [catalog, inventory, sales] = [ImportKind::Catalog, ImportKind::Inventory, ImportKind::Sales].map(|kind| Mapping::by_names(header, kind));
    let key = |mapping: &Mapping| mapping.has(Field::Sku) || mapping.has(Field::Barcode) || mapping.has(Field::Name);
    let is_sales = (sales.missing(ImportKind::Sales).is_empty() && (sales.has(Field::Receipt) || sales.has(Field::UnitPrice)))
        || is_till(header, &sales, &inventory);
    let is_stock = key(&inventory) && inventory.missing(ImportKind::Inventory).is_empty();
    let about_items = [Field::Price, Field::Cost, Field::Description, Field::Brand, Field::Category].into_iter().any(|field| catalog.has(field));
    let is_catalog = key(&catalog) && (about_items || (catalog.has(Field::Name) && catalog.has(Field::Sku)) || catalog.has(Field::Barcode));
    let fits: Vec<ImportKind> = if is_sales {
        // Its quantities are what went, not what is there.
        vec![ImportKind::Sales]
    } else {
        [
            // A column of quantities beside prices is an item list that happens to tell stock, unless it also tells where.
            (is_stock && (!about_items || inventory.has(Field::Location)), ImportKind::Inventory),
            (is_catalog, ImportKind::Catalog),
            (is_stock, ImportKind::Inventory),
        ]
        .into_iter()
        .filter_map(|(fits, kind)| fits.then_some(kind))
        .collect()
    };
    // A receipt's number has no place in a list of items, nor in one of stock: what else it may be, is asked.
    let unclear = kind.is_none() && !is_sales && has_receipt(&sales);
    let both = kind.is_none() && is_stock && is_catalog && !is_sales && !unclear && catalog.has(Field::Name);
    let kind = kind.or(fits.first().copied().filter(|_| !unclear));
    let mut also: Vec<ImportKind> = fits.into_iter().filter(|other| Some(*other) != kind).collect();
    also.dedup();
    let mapping = match kind {
        Some(ImportKind::Inventory) => inventory,
        Some(ImportKind::Sales) => sales,
        Some(ImportKind::Catalog) | None => catalog,
    };
    Recognised { source: Source::Generic, kind, also, mapping, both }
}

/// A receipt's number, the time of a sale, or the clock beside the date, and quantities: what went over a counter, also
/// where a column that is needed is not known. So are quantities that are called sold, and receipts with money or a date,
/// unless another column tells what is there.
fn is_till(header: &[String], sales: &Mapping, inventory: &Mapping) -> bool {
    const SALE: [&str; 12] = ["sold", "sale", "receipt", "invoice", "transaction", "verkauf", "bon", "beleg", "vente", "venta", "ticket", "البيع"];
    const SOLD: [&str; 6] = ["sold", "verkauft", "vendu", "vendid", "venta", "المباع"];
    const MONEY: [&str; 10] = ["total", "revenue", "grosssales", "netsales", "umsatz", "summe", "gesamt", "montant", "importe", "المجموع"];
    let says = |name: &str, words: &[&str]| words.iter().any(|word| normal(name).contains(word));
    let is = |field: Field, words: &[&str]| sales.columns.iter().any(|mapped| mapped.field == field && says(&mapped.column.name, words));
    let counted = sales.has(Field::Quantity);
    if counted && (sales.has(Field::Receipt) || [Field::SoldAt, Field::SoldTime].into_iter().any(|field| is(field, &SALE))) {
        return true;
    }
    if counted && sales.has(Field::SoldAt) && sales.has(Field::SoldTime) {
        return true;
    }
    let mut there =
        inventory.of(Field::OnHand).chain(inventory.of(Field::NewOnHand)).filter(|index| !sales.of(Field::Quantity).any(|sold| sold == *index));
    if there.next().is_some() || !inventory.places.is_empty() {
        return false;
    }
    let money = sales.has(Field::UnitPrice) || sales.has(Field::SoldAt) || header.iter().any(|name| says(name, &MONEY));
    is(Field::Quantity, &SOLD) || (has_receipt(sales) && money)
}

/// Whether a column is surely a receipt's: `Order` alone may be the place in a list.
fn has_receipt(sales: &Mapping) -> bool {
    let of_receipt = |name: &str| !["order", "commande", "pedido", "ticket", "bon"].contains(&normal(name).as_str());
    sales.columns.iter().any(|mapped| mapped.field == Field::Receipt && of_receipt(&mapped.column.name))
}

/// The columns of a table that describes items and holds their stock: those of an item list, with those of a stock list
/// that are left.
#[must_use]
pub fn both(header: &[String]) -> Mapping {
    let mut mapping = Mapping::by_names(header, ImportKind::Catalog);
    for mapped in Mapping::by_names(header, ImportKind::Inventory).columns {
        let stock = [Field::Location, Field::Bin, Field::OnHand, Field::NewOnHand].contains(&mapped.field);
        if stock && mapping.columns.iter().all(|known| known.column.index != mapped.column.index) {
            mapping.columns.push(mapped);
        }
    }
    mapping
}

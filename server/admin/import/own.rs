//! Our own files: their headers never change, so what we export can always be read again.

use crate::import::{
    fields::{Field, normal},
    mapping::Mapping,
    row::ImportKind,
};

/// Items, a row for each variant.
pub const CATALOG: &[(&str, Field)] = &[
    ("SKU", Field::Sku),
    ("Name", Field::Name),
    ("Item", Field::Group),
    ("Option 1 name", Field::Option1Name),
    ("Option 1 value", Field::Option1Value),
    ("Option 2 name", Field::Option2Name),
    ("Option 2 value", Field::Option2Value),
    ("Option 3 name", Field::Option3Name),
    ("Option 3 value", Field::Option3Value),
    ("Barcodes", Field::Barcode),
    ("Description", Field::Description),
    ("Brand", Field::Brand),
    ("Category", Field::Category),
    ("Tags", Field::Tags),
    ("Price", Field::Price),
    ("Cost", Field::Cost),
    ("Currency", Field::Currency),
    ("Supplier", Field::Supplier),
    ("Supplier code", Field::SupplierCode),
    ("Unit", Field::Unit),
    ("State", Field::State),
    ("Image links", Field::Image),
    ("Attributes", Field::Attributes),
    ("Barcodes of packs", Field::Packs),
    ("More supplier codes", Field::SupplierCodes),
];

/// Stock, a row for each variant, place and status. "On hand" is what we know, "New on hand" what somebody writes next
/// to it; blank is not known.
pub const INVENTORY: &[(&str, Field)] = &[
    ("SKU", Field::Sku),
    ("Name", Field::Name),
    ("Store", Field::Location),
    ("Location", Field::Bin),
    ("Status", Field::StockStatus),
    ("On hand", Field::OnHand),
    ("New on hand", Field::NewOnHand),
];

/// Sales, a row for each line of a receipt.
pub const SALES: &[(&str, Field)] = &[
    ("Receipt", Field::Receipt),
    ("Sold at", Field::SoldAt),
    ("Store", Field::Location),
    ("SKU", Field::Sku),
    ("Description", Field::Description),
    ("Kind", Field::SaleKind),
    ("Quantity", Field::Quantity),
    ("Unit price", Field::UnitPrice),
];

/// What separates several values in one of our cells.
pub const BETWEEN: char = '|';

/// The header of our file of this kind.
#[must_use]
pub fn header(kind: ImportKind) -> Vec<&'static str> {
    table(kind).iter().map(|(name, _)| *name).collect()
}

fn table(kind: ImportKind) -> &'static [(&'static str, Field)] {
    match kind {
        ImportKind::Catalog => CATALOG,
        ImportKind::Inventory => INVENTORY,
        ImportKind::Sales => SALES,
    }
}

/// Names of which only our own tables have several.
const UNMISTAKABLE: [&str; 7] = ["Item", "Option 1 value", "Barcodes", "State", "Image links", "Barcodes of packs", "More supplier codes"];

/// Whether a header is ours, of whose columns some may have been taken out.
fn is_ours(kind: ImportKind, mapping: &Mapping) -> bool {
    let has = |name: &&str| mapping.columns.iter().any(|mapped| normal(&mapped.column.name) == normal(name));
    match kind {
        ImportKind::Catalog => mapping.has(Field::Sku) && UNMISTAKABLE.iter().filter(|name| has(name)).count() > 3,
        ImportKind::Inventory => ["SKU", "Store", "Status", "On hand"].iter().all(has),
        ImportKind::Sales => table(kind).iter().all(|(name, _)| has(name)),
    }
}

/// Recognises one of our headers, in any order, with or without columns that people have added, and without some that
/// they may have taken out.
#[must_use]
pub fn recognise(header: &[String]) -> Option<(ImportKind, Mapping)> {
    let names: Vec<String> = header.iter().map(|name| normal(name)).collect();
    for kind in [ImportKind::Catalog, ImportKind::Inventory, ImportKind::Sales] {
        let mut mapping = Mapping::default();
        for (name, field) in table(kind) {
            if let Some(index) = names.iter().position(|other| *other == normal(name)) {
                mapping.add(*field, header, index);
            }
        }
        if is_ours(kind, &mapping) {
            return Some((kind, mapping));
        }
    }
    None
}

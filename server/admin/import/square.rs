//! Square's item library: a row for each variation, with a group of columns for each location. It tells both what there
//! is and how many.

use crate::import::{
    cells::Cells,
    fields::{Field, after, normal},
    limits,
    mapping::{Column, Mapping, Place},
    plan::Plan,
    problem::row,
    records::Record,
    row::{CatalogRow, ImportKind, Outcome, Raw, Refused, State, StockRow},
    seen::Seen,
    shopify::by_table,
    text,
};

/// Column names of Square's alone, for finding the header row.
pub const HEADERS: &[&str] = &[
    "token",
    "itemname",
    "variationname",
    "permalink",
    "squareonlineitemvisibility",
    "itemtype",
    "weightkg",
    "socialmedialinktitle",
    "socialmedialinkdescription",
    "shippingenabled",
    "selfserveorderingenabled",
    "deliveryenabled",
    "pickupenabled",
    "onlinesaleprice",
    "sellable",
    "containsalcohol",
    "skipdetailscreeninpos",
];

const LIBRARY: &[(Field, &[&str])] = &[
    (Field::ExternalId, &["token"]),
    (Field::Group, &["referencehandle"]),
    (Field::Name, &["itemname"]),
    (Field::VariantName, &["variationname"]),
    (Field::Sku, &["sku"]),
    (Field::Description, &["description"]),
    (Field::Category, &["reportingcategory", "categories", "category"]),
    (Field::Barcode, &["gtin"]),
    (Field::Price, &["price"]),
    (Field::Archived, &["archived"]),
    (Field::Stockable, &["stockable"]),
    (Field::Option1Name, &["optionname1"]),
    (Field::Option1Value, &["optionvalue1"]),
    (Field::Option2Name, &["optionname2"]),
    (Field::Option2Value, &["optionvalue2"]),
    (Field::Option3Name, &["optionname3"]),
    (Field::Option3Value, &["optionvalue3"]),
    (Field::Cost, &["defaultunitcost"]),
    (Field::Supplier, &["defaultvendorname", "defaultvendor"]),
    (Field::SupplierCode, &["defaultvendorcode"]),
    (Field::Unit, &["unitandprecision"]),
];

/// The mapping of a library export, if the header is one.
#[must_use]
pub fn mapping(header: &[String], names: &[String]) -> Option<Mapping> {
    let has = |name: &str| names.iter().any(|other| other == name);
    if !has("itemname") || !has("variationname") {
        return None;
    }
    let mut mapping = by_table(header, names, &[LIBRARY]);
    for (index, name) in header.iter().enumerate() {
        if let Some(location) = after(name, "currentquantity") {
            place(&mut mapping, location).current = Some(Column { index, name: name.clone() });
        } else if let Some(location) = after(name, "newquantity") {
            place(&mut mapping, location).new = Some(Column { index, name: name.clone() });
        }
    }
    // "Price High Street" is a location's price only where High Street is one.
    for (index, name) in header.iter().enumerate() {
        if let Some(known) = after(name, "price").and_then(|location| mapping.places.iter_mut().find(|place| is_same(&place.name, location))) {
            known.price = Some(Column { index, name: name.clone() });
        }
    }
    (has("token") || has("referencehandle") || !mapping.places.is_empty()).then_some(mapping)
}

fn is_same(a: &str, b: &str) -> bool {
    a == b || (normal(a) == normal(b) && !normal(a).is_empty())
}

fn place<'a>(mapping: &'a mut Mapping, name: &str) -> &'a mut Place {
    let index = mapping.places.iter().position(|place| is_same(&place.name, name)).unwrap_or_else(|| {
        mapping.places.push(Place { name: text::one_line(name), ..Place::default() });
        mapping.places.len() - 1
    });
    &mut mapping.places[index]
}

/// Reads a variation: what it is, and how many are where. Refused as a whole, because it comes back as a whole.
pub fn read(plan: &Plan, record: Record, seen: &mut Seen, out: &mut Vec<Outcome>) {
    let mut cells = Cells::new(plan, record);
    let name = cells.text(Field::Name, limits::NAME);
    let options = cells.options("Variation", &["Regular"]);
    let (sku, barcodes) = (cells.sku(), cells.barcodes());
    let handle = cells.text(Field::Group, limits::LINE);
    let token = cells.text(Field::ExternalId, limits::LINE);
    let Some(group) = handle.clone().or_else(|| name.clone()).or_else(|| sku.clone()) else {
        cells.problem(Field::Name, row::KEY_MISSING);
        return cells.refuse(out);
    };
    let mut location_prices = Vec::new();
    let mut stock = Vec::new();
    // What is not stockable (a service, a gift card) has no stock to tell of.
    let stockable = !cells.is_no(Field::Stockable);
    for place in &plan.mapping.places {
        if let Some(price) = place.price.as_ref().and_then(|column| cells.price_at(column.index)) {
            location_prices.push((place.name.clone(), price));
        }
        if stockable {
            let (current, new) =
                cells.stocks(place.current.as_ref().map(|column| column.index), place.new.as_ref().map(|column| column.index), false);
            stock.push(StockRow {
                line: cells.line(),
                sku: sku.clone(),
                barcodes: barcodes.clone(),
                group: Some(group.clone()),
                options: options.clone(),
                item_name: name.clone(),
                location: Some(place.name.clone()),
                current,
                new,
                ..StockRow::default()
            });
        }
    }
    let item = CatalogRow {
        line: cells.line(),
        group,
        external_id: token,
        item_name: name,
        description: cells.html(Field::Description),
        category: cells.text(Field::Category, limits::SHORT),
        options,
        sku,
        barcodes,
        price: cells.price(Field::Price),
        cost: cells.price(Field::Cost),
        supplier: cells.text(Field::Supplier, limits::SHORT),
        supplier_code: cells.text(Field::SupplierCode, limits::CODE),
        state: cells.is_yes(Field::Archived).then_some(State::Archived),
        unit: cells.text(Field::Unit, limits::LINE),
        location_prices,
        ..CatalogRow::default()
    };
    cells.unique_variant(seen, &item);
    match cells.finish() {
        (raw, Err(problems)) => out.push(Outcome::Problem(Refused { raw, problems })),
        (raw, Ok(notes)) => {
            let raw = Raw::from(raw);
            if plan.kind == ImportKind::Catalog {
                out.push(Outcome::Catalog(Box::new(CatalogRow { notes, raw: raw.clone(), ..item })));
            }
            if plan.kind == ImportKind::Inventory || plan.stock_too {
                out.extend(stock.into_iter().map(|row| Outcome::Stock(Box::new(StockRow { raw: raw.clone(), ..row }))));
            }
        }
    }
}

//! Shopify's two files.
//!
//! Products: the item's own fields stand on the first row of a handle only, further rows are variants or just pictures,
//! and `Title` / `Default Title` means that there are no variants. Inventory: a row for each variant and location;
//! before 2022 a column for each location.

use crate::import::{
    cells::Cells,
    fields::{Field, normal},
    limits,
    mapping::{Column, Mapping, Place},
    plan::Plan,
    problem::{RowProblem, row},
    records::Record,
    row::{CatalogRow, Outcome, Refused, Stock, StockRow},
    seen::Seen,
    text,
};

/// Column names of Shopify's alone, for finding the header row.
pub const HEADERS: &[&str] = &[
    "option1linkedto",
    "option2linkedto",
    "option3linkedto",
    "variantgrams",
    "variantinventorytracker",
    "variantinventorypolicy",
    "variantfulfillmentservice",
    "variantcompareatprice",
    "variantrequiresshipping",
    "varianttaxable",
    "imageposition",
    "imagealttext",
    "giftcard",
    "seotitle",
    "seodescription",
    "variantweightunit",
    "varianttaxcode",
    "published",
    "hscode",
    "coo",
    "incoming",
    "incomingnoteditable",
    "unavailable",
    "unavailablenoteditable",
    "committed",
    "committednoteditable",
];

const OPTIONS: &[(Field, &[&str])] = &[
    (Field::Option1Name, &["option1name"]),
    (Field::Option1Value, &["option1value"]),
    (Field::Option2Name, &["option2name"]),
    (Field::Option2Value, &["option2value"]),
    (Field::Option3Name, &["option3name"]),
    (Field::Option3Value, &["option3value"]),
];

/// Old names and, after them, those since 2025.
const PRODUCTS: &[(Field, &[&str])] = &[
    (Field::Group, &["handle", "urlhandle"]),
    (Field::Name, &["title"]),
    (Field::Description, &["bodyhtml", "description"]),
    (Field::Brand, &["vendor"]),
    (Field::Category, &["type", "productcategory"]),
    (Field::Tags, &["tags"]),
    (Field::Sku, &["variantsku", "sku"]),
    (Field::Price, &["variantprice", "price"]),
    (Field::Barcode, &["variantbarcode", "variantbarcodes", "barcode"]),
    (Field::Image, &["imagesrc", "productimageurl"]),
    (Field::VariantImage, &["variantimage", "variantimageurl"]),
    (Field::Cost, &["costperitem"]),
    (Field::State, &["status"]),
];

const INVENTORY: &[(Field, &[&str])] = &[
    (Field::Group, &["handle", "urlhandle"]),
    (Field::Name, &["title"]),
    (Field::Sku, &["sku"]),
    (Field::Location, &["location"]),
    (Field::Bin, &["binname", "bin"]),
    (Field::OnHand, &["onhandcurrent", "onhand", "availablenoteditable", "available"]),
    (Field::NewOnHand, &["onhandnew"]),
];

/// Maps by a table of names: the first that is there, or all for a field that takes several.
pub fn by_table(header: &[String], names: &[String], tables: &[&[(Field, &[&str])]]) -> Mapping {
    let mut mapping = Mapping::default();
    for (field, words) in tables.iter().copied().flatten() {
        for word in *words {
            if let Some(index) = names.iter().position(|name| name == word)
                && (field.many() || !mapping.has(*field))
            {
                mapping.add(*field, header, index);
            }
        }
    }
    mapping
}

/// The mapping of a product export, if the header is one.
#[must_use]
pub fn products_mapping(header: &[String], names: &[String]) -> Option<Mapping> {
    let has = |name: &str| names.iter().any(|other| other == name);
    let marks = [
        "variantsku",
        "variantprice",
        "bodyhtml",
        "imagesrc",
        "productimageurl",
        "publishedononlinestore",
        "continuesellingwhenoutofstock",
        "variantinventorytracker",
        "inventorytracker",
    ];
    ((has("handle") || has("urlhandle")) && has("title") && marks.into_iter().any(has)).then(|| by_table(header, names, &[PRODUCTS, OPTIONS]))
}

/// The mapping of an inventory export of any of the three kinds, if the header is one.
#[must_use]
pub fn inventory_mapping(header: &[String], names: &[String]) -> Option<Mapping> {
    let at = |name: &str| names.iter().position(|other| other == name);
    let any = |words: &[&str]| words.iter().any(|word| at(word).is_some());
    if !any(&["handle", "urlhandle"]) || any(&["variantprice", "price", "bodyhtml", "imagesrc"]) {
        return None;
    }
    let mut mapping = by_table(header, names, &[INVENTORY, OPTIONS]);
    if mapping.has(Field::Location) && (mapping.has(Field::OnHand) || mapping.has(Field::NewOnHand)) {
        return Some(mapping);
    }
    // The oldest: what follows `COO` are locations.
    let after = at("coo")?;
    if mapping.has(Field::Location) || at("option1value").is_none() {
        return None;
    }
    mapping.columns.retain(|mapped| !matches!(mapped.field, Field::OnHand | Field::NewOnHand | Field::Bin));
    mapping.places = header
        .iter()
        .enumerate()
        .skip(after + 1)
        .filter(|(_, name)| !name.is_empty() && normal(name) != "error")
        .map(|(index, name)| Place { name: name.clone(), current: Some(Column { index, name: name.clone() }), ..Place::default() })
        .collect();
    (!mapping.places.is_empty()).then_some(mapping)
}

/// Reads products, keeping the rows of the handle at hand.
#[derive(Default)]
pub struct Products {
    handle: String,
    /// Rows that are variants, and whether each was refused.
    rows: Vec<Result<Box<CatalogRow>, Refused>>,
    /// Rows that are pictures alone, kept in case no variant is left to carry them.
    pictures: Vec<Record>,
    links: Vec<String>,
    /// Of text in the rows kept.
    bytes: usize,
    item: Item,
}

/// The fields of the first row of a handle.
#[derive(Clone, Default)]
struct Item {
    title: Option<String>,
    axes: [Option<String>; 3],
}

const AXES: [(Field, Field); 3] =
    [(Field::Option1Name, Field::Option1Value), (Field::Option2Name, Field::Option2Value), (Field::Option3Name, Field::Option3Value)];

impl Products {
    pub fn read(&mut self, plan: &Plan, record: Record, seen: &mut Seen, out: &mut Vec<Outcome>) {
        let mut cells = Cells::new(plan, record);
        let handle = cells.peek(Field::Group).unwrap_or_default().to_owned();
        if handle != self.handle || handle.is_empty() {
            self.flush(plan, out);
            self.handle.clone_from(&handle);
        }
        self.bytes += cells.size();
        if self.rows.len() + self.pictures.len() >= limits::PER_ITEM || self.bytes > limits::ITEM_BYTES {
            let problem = RowProblem::new(cells.line(), plan.name(Field::Group), &handle, row::ITEM_TOO_LARGE).with("limit", limits::PER_ITEM);
            out.push(Outcome::Problem(Refused { raw: cells.into_record(), problems: vec![problem] }));
            return;
        }
        let links = cells.links(Field::Image);
        let is_variant =
            [Field::Sku, Field::Price, Field::Barcode, Field::Option1Value, Field::Name].into_iter().any(|field| cells.peek(field).is_some());
        if !is_variant && !links.is_empty() && cells.is_sound() {
            self.links.extend(links);
            self.pictures.push(cells.into_record());
            return;
        }
        let read = variant(&mut cells, &handle, &mut self.item);
        cells.unique_variant(seen, &read);
        let (record, outcome) = cells.finish();
        self.links.extend(links);
        self.rows.push(match outcome {
            Ok(notes) => Ok(Box::new(CatalogRow { notes, raw: self.item.completed(plan, &record).into(), ..read })),
            Err(problems) => Err(Refused { raw: self.item.completed(plan, &record), problems }),
        });
    }

    /// Hands out the handle at hand: its pictures go with the first variant that was taken.
    pub fn flush(&mut self, plan: &Plan, out: &mut Vec<Outcome>) {
        let mut links = std::mem::take(&mut self.links);
        let mut kept = Vec::new();
        links.retain(|link| {
            let new = !kept.contains(link);
            kept.push(link.clone());
            new
        });
        links.truncate(limits::PER_VARIANT);
        let carried = self.rows.iter().any(Result::is_ok);
        let mut links = Some(links);
        for read in self.rows.drain(..) {
            out.push(match read {
                Ok(mut row) => {
                    if let Some(links) = links.take() {
                        let own = std::mem::replace(&mut row.image_links, links);
                        for link in own {
                            if !row.image_links.contains(&link) {
                                row.image_links.push(link);
                            }
                        }
                    }
                    Outcome::Catalog(row)
                }
                Err(refused) => Outcome::Problem(refused),
            });
        }
        for picture in self.pictures.drain(..) {
            // With a variant taken the picture is taken too, and its row has nothing else to say.
            if !carried {
                let problem = RowProblem::new(picture.line, plan.name(Field::Image), plan.cell(&picture, Field::Image), row::PICTURE_ALONE);
                out.push(Outcome::Problem(Refused { raw: picture, problems: vec![problem] }));
            }
        }
        self.item = Item::default();
        self.bytes = 0;
        self.handle.clear();
    }
}

/// Reads one variant; on the first row of its handle also what it has in common with the others.
fn variant(cells: &mut Cells<'_>, handle: &str, item: &mut Item) -> CatalogRow {
    if let Some(title) = cells.text(Field::Name, limits::NAME) {
        item.title = Some(title);
    }
    let mut options = Vec::new();
    for ((name, value), axis) in AXES.into_iter().zip(&mut item.axes) {
        if let Some(name) = cells.text(name, limits::AXIS) {
            *axis = Some(name);
        }
        if let Some(value) = cells.text(value, limits::OPTION) {
            options.push((axis.clone().unwrap_or_default(), value));
        }
    }
    let sku = cells.sku();
    let barcodes = cells.barcodes();
    if handle.is_empty() && sku.is_none() && barcodes.is_empty() {
        cells.problem(Field::Group, row::KEY_MISSING);
    }
    CatalogRow {
        line: cells.line(),
        group: if handle.is_empty() { sku.clone().unwrap_or_default() } else { handle.to_owned() },
        item_name: item.title.clone(),
        description: cells.html(Field::Description),
        brand: cells.text(Field::Brand, limits::SHORT),
        category: cells.text(Field::Category, limits::SHORT),
        tags: cells.tags(),
        options: without_default(options),
        price: cells.price(Field::Price),
        cost: cells.price(Field::Cost),
        image_links: cells.links(Field::VariantImage),
        state: cells.state(),
        sku,
        barcodes,
        ..CatalogRow::default()
    }
}

impl Item {
    /// The record with its item's title and option names where its own cells are blank, so that it means the same when
    /// it comes back without its first row.
    fn completed(&self, plan: &Plan, record: &Record) -> Record {
        let fills = [
            (Field::Name, &self.title),
            (Field::Option1Name, &self.axes[0]),
            (Field::Option2Name, &self.axes[1]),
            (Field::Option3Name, &self.axes[2]),
        ];
        record.replaced(|index, old| {
            let (_, text) = fills.iter().find(|(field, _)| plan.column(*field) == Some(index))?;
            // An option's name without a value would make an axis that the variant does not have.
            old.trim().is_empty().then(|| (*text).clone()).flatten()
        })
    }
}

/// `Title` = `Default Title` is how Shopify says that there are no variants.
fn without_default(options: Vec<(String, String)>) -> Vec<(String, String)> {
    match options.as_slice() {
        [(_, value)] if value == "Default Title" => Vec::new(),
        _ => options,
    }
}

/// Reads a row of an inventory file: one location, or in the oldest files all of them.
pub fn inventory(plan: &Plan, record: Record, seen: &mut Seen, out: &mut Vec<Outcome>) {
    let mut cells = Cells::new(plan, record);
    let mut options = Vec::new();
    for (name, value) in AXES {
        let name = cells.text(name, limits::AXIS);
        if let Some(value) = cells.text(value, limits::OPTION) {
            options.push((name.unwrap_or_default(), value));
        }
    }
    let base = StockRow {
        line: cells.line(),
        sku: cells.sku(),
        group: cells.text(Field::Group, limits::LINE),
        options: without_default(options),
        item_name: cells.text(Field::Name, limits::LINE),
        location: cells.text(Field::Location, limits::LINE),
        bin: cells.text(Field::Bin, limits::LINE),
        ..StockRow::default()
    };
    if base.sku.is_none() && base.group.is_none() {
        cells.problem(Field::Sku, row::KEY_MISSING);
    }
    let rows = if plan.mapping.places.is_empty() {
        if base.location.is_none() {
            cells.problem(Field::Location, row::LOCATION_MISSING);
        }
        let (current, new) = (plan.column(Field::OnHand), plan.column(Field::NewOnHand));
        let (current, new) = cells.stocks(current, new, true);
        vec![StockRow { current, new, ..base }]
    } else {
        let mut rows = Vec::new();
        for place in &plan.mapping.places {
            let (current, _) = cells.stocks(place.current.as_ref().map(|column| column.index), None, true);
            rows.push(StockRow { location: Some(text::one_line(&place.name)), current, new: Stock::NotKnown, ..base.clone() });
        }
        rows
    };
    cells.deliver_stock(rows, seen, out);
}

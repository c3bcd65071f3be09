//! WooCommerce's product export: a row for each product, and below a variable one a row for each of its variations,
//! which names its parent by SKU or as `id:123`. What is for sale are simple products and variations; a variable
//! product's row tells what its variations have in common.

use crate::import::{
    cells::Cells,
    fields::Field,
    limits,
    mapping::Mapping,
    plan::Plan,
    problem::row,
    records::Record,
    row::{CatalogRow, ImportKind, Outcome, Raw, Refused, State, Stock, StockRow},
    seen::Seen,
    shopify::by_table,
};
use std::{collections::HashMap, sync::Arc};

/// Column names of WooCommerce's alone, for finding the header row.
pub const HEADERS: &[&str] = &[
    "id",
    "gtinupceanorisbn",
    "published",
    "isfeatured",
    "visibilityincatalog",
    "shortdescription",
    "datesalepricestarts",
    "datesalepriceends",
    "taxstatus",
    "taxclass",
    "lowstockamount",
    "backordersallowed",
    "soldindividually",
    "allowcustomerreviews",
    "purchasenote",
    "shippingclass",
    "downloadlimit",
    "downloadexpirydays",
    "groupedproducts",
    "upsells",
    "crosssells",
    "externalurl",
    "buttontext",
    "attribute1visible",
    "attribute1global",
];

/// English, German, French, Spanish: the export writes its names in the shop's language.
const PRODUCTS: &[(Field, &[&str])] = &[
    (Field::ExternalId, &["id"]),
    (Field::ProductKind, &["type", "typ", "tipo"]),
    (Field::Sku, &["sku", "artikelnummer", "ugs"]),
    (Field::Barcode, &["gtinupceanorisbn", "gtinupceanoderisbn", "gtinupceanouisbn", "gtinupceanoisbn"]),
    (Field::Name, &["name", "nom", "nombre"]),
    (Field::State, &["published", "veroffentlicht", "publie", "publicado"]),
    (Field::Description, &["description", "beschreibung", "descripcion"]),
    (Field::OnHand, &["stock", "lager", "bestand", "lagerbestand", "inventario"]),
    (Field::Price, &["regularprice", "regularerpreis", "tarifregulier", "prixregulier", "precionormal"]),
    (Field::Cost, &["costofgoods", "metawccogcost"]),
    (Field::Category, &["categories", "kategorien", "categorias"]),
    (Field::Tags, &["tags", "schlagworter", "etiquettes", "etiquetas"]),
    (Field::Brand, &["brands", "marken", "marques", "marcas"]),
    (Field::Image, &["images", "bilder", "imagenes"]),
    (Field::Group, &["parent", "ubergeordnet", "ubergeordnetesprodukt", "superior"]),
    (Field::Option1Name, &["attribute1name", "attribut1name", "namedesattributs1", "nomdelattribut1", "nombredelatributo1"]),
    (Field::Option1Value, &["attribute1values", "attribut1werte", "wertedesattributs1", "valeursdelattribut1", "valoresdelatributo1"]),
    (Field::Option2Name, &["attribute2name", "attribut2name", "namedesattributs2", "nomdelattribut2", "nombredelatributo2"]),
    (Field::Option2Value, &["attribute2values", "attribut2werte", "wertedesattributs2", "valeursdelattribut2", "valoresdelatributo2"]),
    (Field::Option3Name, &["attribute3name", "attribut3name", "namedesattributs3", "nomdelattribut3", "nombredelatributo3"]),
    (Field::Option3Value, &["attribute3values", "attribut3werte", "wertedesattributs3", "valeursdelattribut3", "valoresdelatributo3"]),
];

/// The mapping of a product export, whole or with columns left out, if the header is one.
#[must_use]
pub fn mapping(header: &[String], names: &[String]) -> Option<Mapping> {
    let mapping = by_table(header, names, &[PRODUCTS]);
    // Each of these is rare in other tables, and three of them are in none.
    let marks = [Field::State, Field::Price, Field::Group, Field::Option1Value].into_iter().filter(|field| mapping.has(*field)).count();
    let known = names.iter().filter(|name| HEADERS.contains(&name.as_str()) && !matches!(name.as_str(), "id" | "published")).count();
    let is_one = mapping.has(Field::ProductKind) && mapping.has(Field::Name) && marks >= 2 && marks + known.min(2) >= 3;
    is_one.then_some(mapping)
}

/// What a variable product's variations have in common.
#[derive(Default)]
struct Parent {
    /// Its SKU, else its id: variations name it by either, and are one item all the same.
    key: String,
    name: Option<String>,
    description: Option<String>,
    brand: Option<String>,
    category: Option<String>,
    tags: Vec<String>,
    state: Option<State>,
    links: Vec<String>,
}

/// Reads products, keeping the parents seen so far, and variations that stand before theirs.
#[derive(Default)]
pub struct Products {
    parents: HashMap<String, Arc<Parent>>,
    /// Of text in the parents kept.
    bytes: usize,
    /// By parent, in the file's order.
    waiting: Vec<(String, Record)>,
    waiting_bytes: usize,
}

/// Bytes of parents' texts that are kept; beyond it descriptions are left out, and names stay.
const PARENTS_BYTES: usize = 64 * 1024 * 1024;

impl Products {
    pub fn read(&mut self, plan: &Plan, record: Record, seen: &mut Seen, out: &mut Vec<Outcome>) {
        let cells = Cells::new(plan, record);
        let kind = cells.peek(Field::ProductKind).unwrap_or_default().to_lowercase();
        if kind.split(',').any(|word| word.trim() == "variable") {
            return self.parent(plan, cells, seen, out);
        }
        let parent = cells.peek(Field::Group).map(str::to_owned);
        if let Some(parent) = &parent
            && !self.parents.contains_key(parent)
            && self.waiting.len() < limits::PER_ITEM
            && self.waiting_bytes < limits::ITEM_BYTES
        {
            self.waiting_bytes += cells.size();
            self.waiting.push((parent.clone(), cells.into_record()));
            return;
        }
        let known = parent.as_ref().and_then(|parent| self.parents.get(parent)).cloned();
        product(plan, cells, known.as_deref(), seen, out);
    }

    /// Keeps what a variable product says, and reads the variations that have waited for it.
    fn parent(&mut self, plan: &Plan, mut cells: Cells<'_>, seen: &mut Seen, out: &mut Vec<Outcome>) {
        let keys: Vec<String> =
            cells.peek(Field::Sku).map(str::to_owned).into_iter().chain(cells.peek(Field::ExternalId).map(|id| format!("id:{id}"))).collect();
        let room = self.bytes < PARENTS_BYTES;
        let parent = Parent {
            key: keys.first().cloned().unwrap_or_default(),
            name: cells.text(Field::Name, limits::NAME),
            description: description(&mut cells).filter(|_| room),
            brand: cells.text(Field::Brand, limits::SHORT),
            category: category(&mut cells),
            tags: cells.tags(),
            state: state(&cells),
            links: if room { links(&mut cells) } else { Vec::new() },
        };
        self.bytes += parent.description.as_ref().map_or(0, String::len) + parent.links.iter().map(String::len).sum::<usize>();
        let parent = Arc::new(parent);
        for key in &keys {
            self.parents.insert(key.clone(), Arc::clone(&parent));
        }
        // What can be read of it holds for its variations, whatever is wrong with the rest.
        let (raw, outcome) = cells.finish();
        if let Err(problems) = outcome {
            out.push(Outcome::Problem(Refused { raw, problems }));
        }
        let (mine, others): (Vec<_>, Vec<_>) = std::mem::take(&mut self.waiting).into_iter().partition(|(of, _)| keys.contains(of));
        self.waiting = others;
        self.waiting_bytes = self.waiting.iter().map(|(_, record)| record.size()).sum();
        for (_, record) in mine {
            product(plan, Cells::new(plan, record), Some(&parent), seen, out);
        }
    }

    /// Hands out the variations whose parent is not in the file.
    pub fn flush(&mut self, plan: &Plan, seen: &mut Seen, out: &mut Vec<Outcome>) {
        self.waiting_bytes = 0;
        for (_, record) in self.waiting.drain(..) {
            product(plan, Cells::new(plan, record), None, seen, out);
        }
    }
}

/// Reads what is for sale: what it is, and how many there are where that is managed. Refused as a whole, because it
/// comes back as a whole.
fn product(plan: &Plan, mut cells: Cells<'_>, parent: Option<&Parent>, seen: &mut Seen, out: &mut Vec<Outcome>) {
    let of = cells.text(Field::Group, limits::LINE);
    let of = of.map(|of| parent.map(|parent| parent.key.clone()).filter(|key| !key.is_empty()).unwrap_or(of));
    let is_variation = of.is_some();
    // Some shops' variations carry the SKU of their parent, which then is no variant's.
    let sku = cells.sku().filter(|sku| of.as_ref() != Some(sku));
    let barcodes = cells.barcodes();
    // Its parent's name is the item's, and its own has its values behind.
    let own_name = cells.text(Field::Name, if parent.is_some() { limits::LINE } else { limits::NAME });
    // Attributes of a simple product are properties and not a choice.
    let options = if is_variation { cells.options("Variation", &[]) } else { Vec::new() };
    let name = parent.and_then(|parent| parent.name.clone()).or_else(|| own_name.map(|name| without_values(name, &options)));
    let id = cells.peek(Field::ExternalId).map(|id| format!("id:{id}"));
    let Some(group) = of.or_else(|| sku.clone()).or(id).or_else(|| name.clone()) else {
        cells.problem(Field::Sku, row::KEY_MISSING);
        return cells.refuse(out);
    };
    let (current, _) = cells.stocks(plan.column(Field::OnHand), None, false);
    let own = own_fields(&mut cells, parent, is_variation);
    let item = CatalogRow {
        line: cells.line(),
        group,
        external_id: cells.text(Field::ExternalId, limits::LINE),
        item_name: name,
        options,
        sku,
        barcodes,
        price: cells.price(Field::Price),
        cost: cells.price(Field::Cost),
        ..own
    };
    let stock = StockRow { current, ..StockRow::beside(&item) };
    cells.unique_variant(seen, &item);
    let (raw, outcome) = cells.finish();
    // The variation's own name is its parent's with its values behind: alone it must mean the same, and be of the same item.
    let own = |index: usize| match plan.column(Field::Name) == Some(index) {
        true => item.item_name.clone(),
        false => (plan.column(Field::Group) == Some(index)).then(|| item.group.clone()),
    };
    let raw = if is_variation { raw.replaced(|index, _| own(index)) } else { raw };
    match outcome {
        Err(problems) => out.push(Outcome::Problem(Refused { raw, problems })),
        Ok(notes) => {
            let raw = Raw::from(raw);
            let alone = plan.kind == ImportKind::Inventory;
            if !alone {
                out.push(Outcome::Catalog(Box::new(CatalogRow { notes, raw: raw.clone(), ..item })));
            }
            // Where no stock is managed there is nothing to ask a store for.
            if alone || (plan.stock_too && current != Stock::NotKnown) {
                out.push(Outcome::Stock(Box::new(StockRow { raw, ..stock })));
            }
        }
    }
}

/// The fields of the item: a variation has those of its parent, and pictures of its own.
fn own_fields(cells: &mut Cells<'_>, parent: Option<&Parent>, is_variation: bool) -> CatalogRow {
    let mut image_links = parent.map(|parent| parent.links.clone()).unwrap_or_default();
    for link in links(cells) {
        if !image_links.contains(&link) && image_links.len() < limits::PER_VARIANT {
            image_links.push(link);
        }
    }
    match parent {
        Some(parent) => CatalogRow {
            description: parent.description.clone(),
            brand: parent.brand.clone(),
            category: parent.category.clone(),
            tags: parent.tags.clone(),
            state: parent.state,
            image_links,
            ..CatalogRow::default()
        },
        // Alone, what its row says is of the variation and not of the item.
        None if is_variation => CatalogRow { image_links, ..CatalogRow::default() },
        None => CatalogRow {
            description: description(cells),
            brand: cells.text(Field::Brand, limits::SHORT),
            category: category(cells),
            tags: cells.tags(),
            state: state(cells),
            image_links,
            ..CatalogRow::default()
        },
    }
}

/// `Tee - Red, L` without the values behind.
fn without_values(name: String, options: &[(String, String)]) -> String {
    let values: Vec<&str> = options.iter().map(|(_, value)| value.as_str()).collect();
    let bare = name.strip_suffix(&format!(" - {}", values.join(", "))).filter(|bare| !values.is_empty() && !bare.trim().is_empty());
    bare.map(str::to_owned).unwrap_or(name)
}

/// A description, in which the export writes line breaks as `\n`.
fn description(cells: &mut Cells<'_>) -> Option<String> {
    let text = cells.html(Field::Description)?.replace("\\n", "\n");
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// The first of several, with those it is in: `Clothing > Shirts`.
fn category(cells: &mut Cells<'_>) -> Option<String> {
    let all = cells.text(Field::Category, limits::CELL)?;
    // A comma that belongs to a name has a stroke before it.
    let first = all.replace("\\,", "\u{0}");
    let first = first.split(',').next().unwrap_or_default().replace('\u{0}', ",").trim().to_owned();
    Some(first.chars().take(limits::SHORT).collect::<String>()).filter(|first| !first.is_empty())
}

/// Links between commas.
fn links(cells: &mut Cells<'_>) -> Vec<String> {
    let all = cells.links(Field::Image);
    let each =
        all.iter().flat_map(|link| link.split(",http").enumerate().map(|(at, part)| if at == 0 { part.to_owned() } else { format!("http{part}") }));
    each.take(limits::PER_VARIANT).collect()
}

/// 1 is shown to everybody, 0 to the shop only, -1 is a draft.
fn state(cells: &Cells<'_>) -> Option<State> {
    match cells.peek(Field::State)? {
        "1" => Some(State::Active),
        "0" | "-1" => Some(State::Draft),
        _ => None,
    }
}

//! Any table whose columns are mapped: item lists and stock lists, ours included.

use crate::import::{
    cells::Cells,
    fields::Field,
    limits,
    plan::Plan,
    problem::row,
    records::Record,
    row::{CatalogRow, Outcome, Refused, State, StockRow},
    seen::Seen,
};

/// Reads an item's row.
pub fn catalog(plan: &Plan, record: Record, seen: &mut Seen, out: &mut Vec<Outcome>) {
    let mut cells = Cells::new(plan, record);
    let name = cells.text(Field::Name, limits::NAME);
    let (sku, barcodes) = (cells.sku(), cells.barcodes());
    let group = cells.text(Field::Group, limits::NAME);
    let options = cells.options("Variant", &[]);
    // A table without a column for it: rows are variants of one item where they tell axes and share a name.
    let key = group.or_else(|| if options.is_empty() { sku.clone().or_else(|| name.clone()) } else { name.clone().or_else(|| sku.clone()) });
    if sku.is_none() && barcodes.is_empty() && name.is_none() && key.is_none() {
        cells.problem(Field::Sku, row::KEY_MISSING);
    }
    let mut image_links = cells.links(Field::Image);
    image_links.extend(cells.links(Field::VariantImage));
    let archived = cells.is_yes(Field::Archived).then_some(State::Archived);
    let item = CatalogRow {
        line: cells.line(),
        group: key.or_else(|| barcodes.first().map(ToString::to_string)).unwrap_or_default(),
        external_id: cells.text(Field::ExternalId, limits::NAME),
        item_name: name,
        description: cells.html(Field::Description),
        brand: cells.text(Field::Brand, limits::NAME),
        category: cells.text(Field::Category, limits::NAME),
        tags: cells.tags(),
        options,
        sku,
        barcodes,
        price: cells.price(Field::Price),
        currency: cells.text(Field::Currency, 16),
        cost: cells.price(Field::Cost),
        supplier: cells.text(Field::Supplier, limits::NAME),
        supplier_code: cells.text(Field::SupplierCode, limits::NAME),
        image_links,
        state: cells.state().or(archived),
        unit: cells.text(Field::Unit, limits::NAME),
        ..CatalogRow::default()
    };
    cells.unique_variant(seen, &item);
    let (raw, outcome) = cells.finish();
    out.push(match outcome {
        Ok(notes) => Outcome::Catalog(Box::new(CatalogRow { notes, raw: raw.into(), ..item })),
        Err(problems) => Outcome::Problem(Refused { raw, problems }),
    });
}

/// Reads a row of stock: of one place, or of all those that have columns of their own.
pub fn inventory(plan: &Plan, record: Record, seen: &mut Seen, out: &mut Vec<Outcome>) {
    let mut cells = Cells::new(plan, record);
    let base = StockRow {
        line: cells.line(),
        sku: cells.sku(),
        barcodes: cells.barcodes(),
        group: cells.text(Field::Group, limits::NAME),
        options: cells.options("Variant", &[]),
        item_name: cells.text(Field::Name, limits::NAME),
        location: cells.text(Field::Location, limits::NAME),
        bin: cells.text(Field::Bin, limits::NAME),
        status: cells.status(),
        ..StockRow::default()
    };
    if base.sku.is_none() && base.barcodes.is_empty() && base.group.is_none() && base.item_name.is_none() {
        cells.problem(Field::Sku, row::KEY_MISSING);
    }
    if base.location.is_none() && plan.column(Field::Location).is_some() {
        cells.problem(Field::Location, row::LOCATION_MISSING);
    }
    let mut rows = Vec::new();
    let (current, new) = (plan.column(Field::OnHand), plan.column(Field::NewOnHand));
    if current.is_some() || new.is_some() {
        let (current, new) = cells.stocks(current, new, false);
        rows.push(StockRow { current, new, ..base.clone() });
    }
    for place in &plan.mapping.places {
        let index = |column: &Option<crate::import::mapping::Column>| column.as_ref().map(|column| column.index);
        let (current, new) = cells.stocks(index(&place.current), index(&place.new), false);
        rows.push(StockRow { location: Some(place.name.clone()), current, new, ..base.clone() });
    }
    cells.deliver_stock(rows, seen, out);
}

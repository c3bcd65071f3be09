//! Any table whose columns are mapped: item lists and stock lists, ours included.

use crate::import::{
    cells::Cells,
    codes::is_told,
    fields::Field,
    groups::Groups,
    limits,
    plan::Plan,
    problem::row,
    records::Record,
    row::{CatalogRow, Outcome, Raw, Refused, State, Stock, StockRow},
    seen::Seen,
};

/// Reads an item's row, with its stock where the table brings both. Refused as a whole, because it comes back as a whole.
pub fn catalog(plan: &Plan, record: Record, seen: &mut Seen, groups: &mut Groups, out: &mut Vec<Outcome>) {
    let mut cells = Cells::new(plan, record);
    if cells.is_total() {
        return cells.refuse(out);
    }
    let name = cells.text(Field::Name, limits::NAME);
    let (sku, barcodes) = (cells.sku(), cells.barcodes());
    let group = cells.text(Field::Group, limits::LINE);
    let options = cells.options("Variant", &[]);
    // A table without a column for it: rows are variants of one item where they tell axes and share a name.
    let key = group.or_else(|| if options.is_empty() { sku.clone().or_else(|| name.clone()) } else { name.clone().or_else(|| sku.clone()) });
    if sku.is_none() && barcodes.is_empty() && name.is_none() && key.is_none() {
        cells.problem(Field::Sku, row::KEY_MISSING);
    }
    let mut image_links = cells.links(Field::Image);
    image_links.extend(cells.links(Field::VariantImage));
    let archived = cells.is_yes(Field::Archived).then_some(State::Archived);
    let mut item = CatalogRow {
        line: cells.line(),
        group: key.or_else(|| barcodes.first().map(ToString::to_string)).unwrap_or_default(),
        external_id: cells.text(Field::ExternalId, limits::LINE),
        item_name: name,
        description: cells.html(Field::Description),
        brand: cells.text(Field::Brand, limits::SHORT),
        category: cells.text(Field::Category, limits::SHORT),
        tags: cells.tags(),
        options,
        sku,
        barcodes,
        price: cells.price(Field::Price),
        currency: cells.text(Field::Currency, 16),
        cost: cells.price(Field::Cost),
        supplier: cells.text(Field::Supplier, limits::SHORT),
        supplier_code: cells.text(Field::SupplierCode, limits::CODE),
        supplier_codes: cells.supplier_codes(),
        packs: cells.packs(),
        attributes: cells.attributes(),
        image_links,
        state: cells.state().or(archived),
        unit: cells.text(Field::Unit, limits::LINE),
        ..CatalogRow::default()
    };
    groups.axes(plan, &cells.record, &mut item);
    // A table of items and their stock tells an item once for each place that it is at.
    let another_place = plan.stock_too && plan.column(Field::Location).or(plan.column(Field::Bin)).is_some() && is_told(seen, &item);
    if !another_place {
        cells.unique_variant(seen, &item);
    }
    let stock = if plan.stock_too {
        let base = stock_of(&mut cells, &item);
        figures(&mut cells, base)
    } else {
        Vec::new()
    };
    cells.unique_stock(seen, &stock);
    let (raw, outcome) = cells.finish();
    let notes = match outcome {
        Ok(notes) => notes,
        Err(problems) => {
            let raw = groups.named(plan, &item, raw);
            return out.push(Outcome::Problem(Refused { raw, problems }));
        }
    };
    let (item, raw) = groups.settled(plan, item, raw);
    let (raw, name, mut notes) = (Raw::from(raw), item.item_name.clone(), Some(notes));
    if !another_place {
        out.push(Outcome::Catalog(Box::new(CatalogRow { notes: notes.take().unwrap_or_default(), raw: raw.clone(), ..item })));
    }
    // Where nothing is known of stock there is nothing to ask a store for.
    for row in stock.into_iter().filter(|row| another_place || row.current != Stock::NotKnown || row.new != Stock::NotKnown) {
        let notes = notes.take().unwrap_or_default();
        out.push(Outcome::Stock(Box::new(StockRow { item_name: name.clone(), notes, raw: raw.clone(), ..row })));
    }
}

/// The stock side of an item's row.
fn stock_of(cells: &mut Cells<'_>, item: &CatalogRow) -> StockRow {
    StockRow { location: cells.text(Field::Location, limits::LINE), bin: cells.text(Field::Bin, limits::LINE), ..StockRow::beside(item) }
}

/// A row's figures: of one place, and of those that have columns of their own.
fn figures(cells: &mut Cells<'_>, base: StockRow) -> Vec<StockRow> {
    let plan = cells.plan;
    // What no stock is kept of (a service, a gift card) has none to tell of.
    let kept = !cells.is_no(Field::Stockable);
    let mut figure = |current, new| if kept { cells.stocks(current, new, false) } else { (Stock::NotKnown, Stock::NotKnown) };
    let mut rows = Vec::new();
    let (current, new) = (plan.column(Field::OnHand), plan.column(Field::NewOnHand));
    if current.is_some() || new.is_some() {
        let (current, new) = figure(current, new);
        rows.push(StockRow { current, new, ..base.clone() });
    }
    for place in &plan.mapping.places {
        let index = |column: &Option<crate::import::mapping::Column>| column.as_ref().map(|column| column.index);
        let (current, new) = figure(index(&place.current), index(&place.new));
        rows.push(StockRow { location: Some(place.name.clone()), current, new, ..base.clone() });
    }
    rows
}

/// Reads a row of stock: of one place, or of all those that have columns of their own.
pub fn inventory(plan: &Plan, record: Record, seen: &mut Seen, out: &mut Vec<Outcome>) {
    let mut cells = Cells::new(plan, record);
    if cells.is_total() {
        return cells.refuse(out);
    }
    let base = StockRow {
        line: cells.line(),
        sku: cells.sku(),
        barcodes: cells.barcodes(),
        group: cells.text(Field::Group, limits::LINE),
        options: cells.options("Variant", &[]),
        item_name: cells.text(Field::Name, limits::LINE),
        location: cells.text(Field::Location, limits::LINE),
        bin: cells.text(Field::Bin, limits::LINE),
        status: cells.status(),
        ..StockRow::default()
    };
    if base.sku.is_none() && base.barcodes.is_empty() && base.group.is_none() && base.item_name.is_none() {
        cells.problem(Field::Sku, row::KEY_MISSING);
    }
    if base.location.is_none() && plan.column(Field::Location).is_some() {
        cells.problem(Field::Location, row::LOCATION_MISSING);
    }
    let rows = figures(&mut cells, base);
    cells.deliver_stock(rows, seen, out);
}

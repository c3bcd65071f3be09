//! Rows of one item each tell fields of it, and not always the same. What a field of the item is, the first row says
//! that says anything of it; later rows are about their variant alone. So a file says the same however often it comes,
//! and in whatever parts.

use crate::import::{fields::Field, plan::Plan, records::Record, row::CatalogRow, seen::print, text};
use std::collections::HashMap;

/// The fields of the item other than its name, and the bit each has in [`Told::said`].
const FIELDS: [(u8, Field); 8] = [
    (0, Field::Description),
    (1, Field::Brand),
    (2, Field::Category),
    (3, Field::Tags),
    (4, Field::State),
    (4, Field::Archived),
    (5, Field::Unit),
    (6, Field::Attributes),
];

/// Columns of an option's name and of its value.
const PAIRS: [(Field, Field); 3] =
    [(Field::Option1Name, Field::Option1Value), (Field::Option2Name, Field::Option2Value), (Field::Option3Name, Field::Option3Value)];

/// What the file has told of an item.
#[derive(Default)]
struct Told {
    name: Option<Box<str>>,
    /// What its options are called, where its rows have numbered pairs of columns for them.
    axes: [Option<Box<str>>; 3],
    said: u8,
}

/// Items by the digest of what holds their variants together.
#[derive(Default)]
pub struct Groups {
    items: HashMap<[u8; 16], Told>,
    /// Of names kept.
    bytes: usize,
}

/// Bytes of names that are kept, about a million items; beyond it rows are taken as they are.
const BYTES: usize = 64 * 1024 * 1024;

impl Groups {
    /// Gives the row's options the names that an earlier row of its item has told: some programs write them once for each
    /// item, on its first row.
    pub fn axes(&mut self, plan: &Plan, record: &Record, row: &mut CatalogRow) {
        if row.options.is_empty() || PAIRS.iter().all(|(name, _)| plan.column(*name).is_none()) {
            return;
        }
        let key = print(&["item", &row.group]);
        if self.bytes > BYTES && !self.items.contains_key(&key) {
            return;
        }
        let told = self.items.entry(key).or_default();
        let has_value = |(_, value): &(Field, Field)| !text::cell(plan.cell(record, *value)).is_empty();
        let slots = PAIRS.iter().zip(&mut told.axes).filter(|(pair, _)| has_value(pair));
        for ((_, axis), (name, _)) in slots.zip(&mut row.options) {
            match axis {
                Some(axis) if name.is_empty() => name.push_str(axis),
                None if !name.is_empty() => {
                    self.bytes += name.len();
                    *axis = Some(Box::from(name.as_str()));
                }
                _ => {}
            }
        }
    }

    /// The names that [`Groups::axes`] has given, in a record whose own are blank: it must mean the same alone.
    fn with_axes(&self, plan: &Plan, row: &CatalogRow, raw: Record) -> Record {
        let Some(told) = self.items.get(&print(&["item", &row.group])).filter(|_| !row.options.is_empty()) else { return raw };
        raw.replaced(|index, old| {
            let slot = PAIRS.iter().position(|(name, _)| plan.column(*name) == Some(index))?;
            let (_, value) = PAIRS.get(slot)?;
            let blank = text::cell(old).is_empty() && !text::cell(plan.cell(&raw, *value)).is_empty();
            told.axes.get(slot)?.as_deref().filter(|_| blank).map(str::to_owned)
        })
    }

    /// A row without what earlier rows of its item have said otherwise, and its record to match, so that it means the
    /// same when it comes back alone. Tables in which every row is an item of its own are left as they are.
    pub fn settled(&mut self, plan: &Plan, mut row: CatalogRow, raw: Record) -> (CatalogRow, Record) {
        if row.options.is_empty() && plan.column(Field::Group).is_none() {
            return (row, raw);
        }
        let key = print(&["item", &row.group]);
        if self.bytes > BYTES && !self.items.contains_key(&key) {
            return (row, raw);
        }
        let told = self.items.entry(key).or_default();
        if told.name.is_none() {
            told.name = row.item_name.as_deref().map(Box::from);
            self.bytes += 64 + row.item_name.as_ref().map_or(0, String::len);
        }
        row.item_name = told.name.as_deref().map(str::to_owned);
        let before = told.said;
        let mut first = |bit: u8, says: bool| {
            if says {
                told.said |= 1 << bit;
            }
            before & (1 << bit) == 0
        };
        row.description = row.description.take().filter(|_| first(0, true));
        row.brand = row.brand.take().filter(|_| first(1, true));
        row.category = row.category.take().filter(|_| first(2, true));
        if !first(3, !row.tags.is_empty()) {
            row.tags.clear();
        }
        if !first(6, !row.attributes.is_empty()) {
            row.attributes.clear();
        }
        row.state = row.state.take().filter(|_| first(4, true));
        row.unit = row.unit.take().filter(|_| first(5, true));
        let blank = |index: usize| FIELDS.iter().any(|(bit, field)| before & (1 << bit) != 0 && plan.of(*field).contains(&index));
        let name = row.item_name.clone();
        let raw = raw.replaced(|index, _| if plan.column(Field::Name) == Some(index) { name.clone() } else { blank(index).then(String::new) });
        let raw = self.with_axes(plan, &row, raw);
        (row, raw)
    }

    /// The record of a row that is refused, with its item's name and those of its options as earlier rows have them.
    #[must_use]
    pub fn named(&self, plan: &Plan, row: &CatalogRow, raw: Record) -> Record {
        let raw = self.with_axes(plan, row, raw);
        let told = self.items.get(&print(&["item", &row.group])).and_then(|told| told.name.as_deref()).filter(|_| row.item_name.is_some());
        match told {
            Some(name) => raw.replaced(|index, _| (plan.column(Field::Name) == Some(index)).then(|| name.to_owned())),
            None => raw,
        }
    }
}

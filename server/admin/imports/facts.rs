//! A file's facts as people see them.

use super::scope::overwrites;
use crate::import::{Field, FileFacts, Finding, ImportKind, Source};
use admin_rules::{FileKind, ImportColumn, ImportFacts};

/// Fields that are read and have no place in the catalog yet: their columns are named with those that are not read.
const UNKEPT: [Field; 4] = [Field::Tags, Field::ExternalId, Field::Customer, Field::UnitPrice];

/// What a table of items and their stock has beside the fields of items.
const STOCK: [Field; 4] = [Field::Location, Field::Bin, Field::OnHand, Field::NewOnHand];

/// What a column is read as; those of a location are its stock.
fn field_of(facts: &FileFacts, index: usize) -> Option<Field> {
    let is = |column: &Option<crate::import::Column>| column.as_ref().is_some_and(|column| column.index == index);
    let own = facts.mapping.columns.iter().find(|mapped| mapped.column.index == index).map(|mapped| mapped.field);
    let of_place = |place: &crate::import::Place| if is(&place.current) { Some(Field::OnHand) } else { is(&place.new).then_some(Field::NewOnHand) };
    own.or_else(|| facts.mapping.places.iter().find_map(of_place))
}

/// What the file holds, where that is known.
pub(crate) fn kind_of(facts: &FileFacts) -> Option<FileKind> {
    facts.kind.and_then(|kind| FileKind::of_tag(kind.tag()))
}

pub(crate) fn seen(facts: &FileFacts) -> ImportFacts {
    let word = |value: serde_json::Result<serde_json::Value>| value.ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default();
    let kind = facts.kind.unwrap_or(ImportKind::Catalog);
    let columns: Vec<ImportColumn> = facts
        .header
        .iter()
        .enumerate()
        .map(|(index, name)| ImportColumn {
            name: name.clone(),
            samples: facts.samples.get(index).cloned().unwrap_or_default(),
            field: field_of(facts, index).map(|field| field.tag().to_owned()),
            suggested: facts.suggestions.iter().find(|guess| guess.column.index == index).map(|guess| guess.field.tag().to_owned()),
        })
        .collect();
    let mut unread = facts.unread.clone();
    for mapped in &facts.mapping.columns {
        let alone = match mapped.field {
            // A supplier is kept with its own code for the item, and with none it is not.
            Field::Supplier => !facts.mapping.has(Field::SupplierCode),
            // What it says is said of stock.
            Field::Stockable => kind == ImportKind::Catalog && !facts.both,
            field => UNKEPT.contains(&field),
        };
        if alone {
            unread.push(mapped.column.name.clone());
        }
    }
    // What a location has of its own beside stock is not kept, nor is that where items alone are read.
    let alone = kind == ImportKind::Catalog && !facts.both && facts.source == Source::Generic;
    let of_place = |place: &crate::import::Place| {
        let stock = [&place.current, &place.new].into_iter().filter(|_| alone).flatten();
        stock.chain(&place.price).map(|column| column.name.clone()).collect::<Vec<_>>()
    };
    unread.extend(facts.mapping.places.iter().flat_map(of_place));
    ImportFacts {
        source: word(serde_json::to_value(facts.source)),
        kind: kind_of(facts),
        encoding: word(serde_json::to_value(facts.encoding)),
        delimiter: facts.delimiter.to_string(),
        rows: facts.rows,
        columns,
        unread,
        missing: facts.missing.iter().map(|any| any.iter().map(|field| field.tag().to_owned()).collect()).collect(),
        dates: String::from(match &facts.dates {
            Finding::Plain => "plain",
            Finding::Order(crate::import::DateOrder::DayFirst) => "day_first",
            Finding::Order(crate::import::DateOrder::MonthFirst) => "month_first",
            Finding::Ambiguous(..) => "ambiguous",
            Finding::Mixed(..) => "mixed",
        }),
        fields: if facts.source == Source::Generic {
            let fits = |field: &Field| field.is_of(kind) || (facts.both && STOCK.contains(field));
            Field::ALL.iter().copied().filter(fits).map(|field| field.tag().to_owned()).collect()
        } else {
            Vec::new()
        },
        places: facts.mapping.places.iter().map(|place| place.name.clone()).collect(),
        overwrites: overwrites(facts),
        both: facts.both,
    }
}

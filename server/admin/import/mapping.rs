//! Which column is what: found by the names columns go by, corrected by people, saved per tenant.

use crate::import::{
    fields::{Field, normal},
    names::{self, Names},
    problem::{FileProblem, file},
    row::ImportKind,
};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// A column of a file. Found again by its name; its place counts where names repeat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    pub index: usize,
    pub name: String,
}

/// A field and the column it is read from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapped {
    pub field: Field,
    pub column: Column,
}

/// A location that has columns of its own: `Current Quantity High Street`, `inventory_Main`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    pub name: String,
    pub current: Option<Column>,
    pub new: Option<Column>,
    pub price: Option<Column>,
}

/// A mapping as people see and save it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    pub columns: Vec<Mapped>,
    #[serde(default)]
    pub places: Vec<Place>,
}

/// A column nobody mapped that might be something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suggestion {
    pub field: Field,
    pub column: Column,
    pub because: Because,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Because {
    /// A word of its name is one such columns go by.
    Name,
    /// Its values are valid barcodes.
    Values,
}

impl Mapping {
    /// The columns whose names, all of them or without what stands in brackets, are known for a field of this kind.
    #[must_use]
    pub fn by_names(header: &[String], kind: ImportKind) -> Self {
        let names = Names::of(header);
        let mut mapping = Self { places: names::places(header, &names, kind), ..Self::default() };
        let mut taken: HashSet<usize> = mapping.of_places().collect();
        if let Some(order) = names.order_of_lines().filter(|_| kind == ImportKind::Sales) {
            mapping.add(Field::Receipt, header, order);
            taken.insert(order);
        }
        for compared in [&names.full, &names.numbered, &names.bare] {
            for field in Field::ALL.iter().copied().filter(|field| field.is_of(kind)) {
                // Of several columns of categories the likeliest is read; the others are named with those that are not.
                let many = field.many() && field != Field::Category;
                for word in field.words() {
                    if !many && mapping.has(field) {
                        break;
                    }
                    for (index, _) in compared.iter().enumerate().filter(|(_, name)| name.as_str() == word) {
                        if field == Field::Name && names.is_number(index) {
                            continue;
                        }
                        let asks = field.is_number() && header.get(index).is_some_and(|name| name.trim_end().ends_with(['?', '؟']));
                        // `In stock?` is answered with yes or no, and not with a number.
                        if !asks && (many || !mapping.has(field)) && taken.insert(index) {
                            mapping.add(field, header, index);
                        }
                    }
                }
            }
        }
        // Where no column is called a name, the description is what people call the thing by.
        if kind == ImportKind::Catalog && !mapping.has(Field::Name) {
            for mapped in mapping.columns.iter_mut().filter(|mapped| mapped.field == Field::Description) {
                mapped.field = Field::Name;
            }
        }
        names::store_and_place(&mut mapping, header, &names, kind);
        mapping
    }

    /// The columns of locations that have columns of their own.
    pub fn of_places(&self) -> impl Iterator<Item = usize> {
        self.places.iter().flat_map(|place| [&place.current, &place.new, &place.price]).flatten().map(|column| column.index)
    }

    pub fn add(&mut self, field: Field, header: &[String], index: usize) {
        if let Some(name) = header.get(index) {
            self.columns.push(Mapped { field, column: Column { index, name: name.clone() } });
        }
    }

    #[must_use]
    pub fn has(&self, field: Field) -> bool {
        self.columns.iter().any(|mapped| mapped.field == field)
    }

    /// The field's columns, in order.
    pub fn of(&self, field: Field) -> impl Iterator<Item = usize> {
        self.columns.iter().filter(move |mapped| mapped.field == field).map(|mapped| mapped.column.index)
    }

    /// The same mapping for this file's header: columns are found by name wherever they stand now.
    ///
    /// # Errors
    /// [`file::MAPPING_STALE`] with the first column that is not there.
    pub fn bind(&self, header: &[String]) -> Result<Self, FileProblem> {
        let names: Vec<String> = header.iter().map(|name| normal(name)).collect();
        let find = |column: &Column| {
            let name = normal(&column.name);
            let index = if names.get(column.index) == Some(&name) { Some(column.index) } else { names.iter().position(|other| *other == name) };
            match index {
                Some(index) => Ok(Column { index, name: header.get(index).cloned().unwrap_or_default() }),
                None => Err(FileProblem::new(file::MAPPING_STALE).with("column", column.name.as_str())),
            }
        };
        let columns =
            self.columns.iter().map(|mapped| Ok(Mapped { field: mapped.field, column: find(&mapped.column)? })).collect::<Result<_, _>>()?;
        let place = |place: &Place| {
            let find = |column: &Option<Column>| column.as_ref().map(find).transpose();
            Ok(Place { name: place.name.clone(), current: find(&place.current)?, new: find(&place.new)?, price: find(&place.price)? })
        };
        Ok(Self { columns, places: self.places.iter().map(place).collect::<Result<_, _>>()? })
    }

    /// Groups of fields of which one is required and none is mapped.
    #[must_use]
    pub fn missing(&self, kind: ImportKind) -> Vec<&'static [Field]> {
        let placed = kind == ImportKind::Inventory && self.places.iter().any(|place| place.current.is_some() || place.new.is_some());
        let met = |any: &[Field]| any.iter().any(|field| self.has(*field)) || (placed && any.contains(&Field::OnHand));
        required(kind).iter().copied().filter(|any| !met(any)).collect()
    }

    /// Columns that nothing is read from, by name.
    #[must_use]
    pub fn unread(&self, header: &[String]) -> Vec<String> {
        let read: HashSet<usize> = self.columns.iter().map(|mapped| mapped.column.index).chain(self.of_places()).collect();
        header
            .iter()
            .enumerate()
            .filter(|(index, name)| !read.contains(index) && !name.trim().is_empty() && !is_error_column(header, *index))
            .map(|(_, name)| name.clone())
            .collect()
    }

    /// Guesses for columns that are not mapped, to fields that are not either.
    #[must_use]
    pub fn suggestions(&self, header: &[String], kind: ImportKind, looks_like_barcodes: impl Fn(usize) -> bool) -> Vec<Suggestion> {
        let unread = self.unread(header);
        let mut found = Vec::new();
        for (index, name) in header.iter().enumerate().filter(|(_, name)| unread.contains(name)) {
            let column = || Column { index, name: name.clone() };
            let open = |field: &Field| field.is_of(kind) && !self.has(*field) && !matches!(field, Field::Axis);
            if open(&Field::Barcode) && looks_like_barcodes(index) {
                found.push(Suggestion { field: Field::Barcode, column: column(), because: Because::Values });
                continue;
            }
            let parts: Vec<String> = name.split(|c: char| !c.is_alphanumeric()).map(normal).filter(|part| part.chars().count() > 2).collect();
            let named = |field: &Field| field.words().any(|word| parts.iter().any(|part| part == word));
            if let Some(field) = Field::ALL.iter().copied().filter(open).find(named) {
                found.push(Suggestion { field, column: column(), because: Because::Name });
            }
        }
        found
    }
}

/// One of each group is required for a file of this kind.
#[must_use]
pub fn required(kind: ImportKind) -> &'static [&'static [Field]] {
    match kind {
        ImportKind::Catalog => &[&[Field::Sku, Field::Barcode, Field::Name, Field::Group]],
        ImportKind::Inventory => &[&[Field::Sku, Field::Barcode, Field::Group, Field::Name], &[Field::OnHand, Field::NewOnHand]],
        ImportKind::Sales => &[&[Field::Sku, Field::Barcode], &[Field::Quantity], &[Field::SoldAt]],
    }
}

/// The name of the column that our quarantine files add.
pub const ERROR: &str = "Error";

/// Our own column of errors, when a mended quarantine file comes back: the last one, under its own name.
#[must_use]
pub fn is_error_column(header: &[String], index: usize) -> bool {
    index + 1 == header.len() && header.get(index).is_some_and(|name| name.trim().eq_ignore_ascii_case(ERROR))
}

/// Whether the file is one of ours, of what was set aside.
#[must_use]
pub fn has_error_column(header: &[String]) -> bool {
    header.len().checked_sub(1).is_some_and(|last| is_error_column(header, last))
}

//! Columns by their names: what ends in a number sign, what stands in brackets, and which of several places is which.

use crate::import::{
    fields::{Field, normal},
    mapping::{Column, Mapping, Place},
    row::ImportKind,
};
use std::collections::HashSet;

/// A header's names in the ways they are compared.
pub struct Names {
    /// All of each.
    pub full: Vec<String>,
    /// `Product #`, `Article N°`: with "number" for the sign at its end; blank where there is none.
    pub numbered: Vec<String>,
    /// Without what stands in brackets.
    pub bare: Vec<String>,
}

impl Names {
    #[must_use]
    pub fn of(header: &[String]) -> Self {
        let all = |name: fn(&str) -> String| header.iter().map(|header| name(header)).collect();
        Self { full: all(normal), numbered: all(|name| number_of(name).unwrap_or_default()), bare: all(|name| normal(bare(name))) }
    }

    /// Whether the column is about a number or code: never a name, whatever its first word is.
    #[must_use]
    pub fn is_number(&self, index: usize) -> bool {
        self.numbered.get(index).is_some_and(|name| !name.is_empty())
    }

    fn position(&self, wanted: &str) -> Option<usize> {
        self.full.iter().position(|name| name == wanted)
    }

    /// A shop's orders have a row for each line, and call the order's number its name.
    #[must_use]
    pub fn order_of_lines(&self) -> Option<usize> {
        self.position("lineitemquantity").and_then(|_| self.position("name"))
    }
}

fn bare(name: &str) -> &str {
    name.split(['(', '[']).next().unwrap_or_default()
}

fn number_of(name: &str) -> Option<String> {
    let name = bare(name).trim_end();
    let lower = name.to_lowercase();
    let sign = ["#", "no.", "nr.", "n°", "nº", "no", "nr"].into_iter().find(|sign| lower.ends_with(sign))?;
    // The last word of several: `Casino` is none.
    let before = lower.strip_suffix(sign)?;
    let stem = normal(before);
    (!stem.is_empty() && (sign == "#" || before.ends_with(|c: char| !c.is_alphanumeric()))).then(|| stem + "number")
}

/// Columns that are named after a store or warehouse, and those that may be a place in one.
const STORES: [&str; 19] = [
    "store",
    "storename",
    "shop",
    "warehouse",
    "warehousename",
    "outlet",
    "branch",
    "filiale",
    "lager",
    "magasin",
    "entrepot",
    "boutique",
    "almacen",
    "tienda",
    "sucursal",
    "negozio",
    "magazzino",
    "المتجر",
    "الفرع",
];
const WITHIN: [&str; 5] = ["location", "locationname", "lagerort", "emplacement", "الموقع"];

/// Where a table names the store and the location, the location is a place in the store.
pub fn store_and_place(mapping: &mut Mapping, header: &[String], names: &Names, kind: ImportKind) {
    let named = |index: usize, words: &[&str]| names.bare.get(index).is_some_and(|name| words.contains(&name.as_str()));
    let Some(at) = mapping.columns.iter().position(|mapped| mapped.field == Field::Location && named(mapped.column.index, &WITHIN)) else { return };
    let free = |index: &usize| mapping.columns.iter().all(|mapped| mapped.column.index != *index);
    let Some(store) = (0..header.len()).filter(free).find(|index| named(*index, &STORES)) else { return };
    let place = mapping.columns.remove(at).column.index;
    mapping.add(Field::Location, header, store);
    if Field::Bin.is_of(kind) && !mapping.has(Field::Bin) {
        mapping.add(Field::Bin, header, place);
    }
}

/// What stands in brackets behind a figure and is no place.
const NO_PLACES: [&str; 34] = [
    "pcs",
    "pc",
    "pieces",
    "units",
    "kg",
    "g",
    "lb",
    "lbs",
    "oz",
    "l",
    "m",
    "ea",
    "each",
    "stk",
    "stuck",
    "stuecke",
    "ud",
    "uds",
    "pz",
    "szt",
    "current",
    "new",
    "old",
    "total",
    "all",
    "sum",
    "gesamt",
    "physical",
    "actual",
    "system",
    "noteditable",
    "editable",
    "optional",
    "required",
];

/// The locations that have columns of their own: `inventory_Main_Street`, and figures whose names differ by what stands in
/// brackets, as `In stock [Main]` or `Bestand (Nord)`.
#[must_use]
pub fn places(header: &[String], names: &Names, kind: ImportKind) -> Vec<Place> {
    let mut places = outlets(header);
    // A column of locations says where its rows' figures are.
    let located = names.full.iter().any(|name| Field::Location.words().any(|word| word == name));
    if kind == ImportKind::Sales || located || !places.is_empty() {
        return places;
    }
    let known: HashSet<&str> = Field::ALL.iter().flat_map(|field| field.words()).collect();
    let bracketed: Vec<(usize, &str)> = header
        .iter()
        .enumerate()
        .filter(|(index, _)| names.full.get(*index).is_none_or(|name| !known.contains(name.as_str())))
        .filter_map(|(index, name)| in_brackets(name).map(|text| (index, text)))
        .collect();
    let of = |field: Field| {
        let word = move |index: &usize| names.bare.get(*index).is_some_and(|name| field.words().any(|word| word == name));
        bracketed.iter().copied().filter(move |(index, _)| word(index))
    };
    let column = |index: usize| header.get(index).map(|name| Column { index, name: name.clone() });
    for (field, new) in [(Field::OnHand, false), (Field::NewOnHand, true)] {
        for (index, text) in of(field) {
            let at = places.iter().position(|place| place.name == text).unwrap_or_else(|| {
                places.push(Place { name: text.to_owned(), ..Place::default() });
                places.len() - 1
            });
            if let Some(place) = places.get_mut(at) {
                let slot = if new { &mut place.new } else { &mut place.current };
                // Of two figures of a place the first counts.
                *slot = slot.take().or_else(|| column(index));
            }
        }
    }
    if places.len() > 1 {
        for (index, text) in of(Field::Price) {
            if let Some(place) = places.iter_mut().find(|place| place.name == text) {
                place.price = place.price.take().or_else(|| column(index));
            }
        }
    }
    places
}

/// What stands in a name's brackets and may be a place: no unit, no remark.
fn in_brackets(name: &str) -> Option<&str> {
    let (_, rest) = name.split_once(['(', '['])?;
    let text = rest.trim_end().strip_suffix([')', ']'])?.trim();
    let told = normal(text);
    let figure = [Field::OnHand, Field::NewOnHand, Field::Unit].iter().any(|field| field.words().any(|word| word == told));
    let word = text.starts_with(char::is_alphanumeric) && text.chars().any(char::is_alphabetic);
    (word && !figure && !NO_PLACES.contains(&told.as_str())).then_some(text)
}

/// Vend and Lightspeed X write one column per outlet: `inventory_Main_Street`.
fn outlets(header: &[String]) -> Vec<Place> {
    header
        .iter()
        .enumerate()
        .filter_map(|(index, name)| {
            let (start, outlet) = name.trim().split_once('_')?;
            let outlet = outlet.trim();
            if normal(start) != "inventory" {
                return None;
            }
            let current = Some(Column { index, name: name.clone() });
            (!outlet.is_empty()).then(|| Place { name: outlet.replace('_', " "), current, ..Place::default() })
        })
        .collect()
}

//! Names and values in one cell of our own file: `Material=Cotton|Season=Winter`. A backslash takes `|`, `=` and itself
//! for what they are.

use crate::import::{cells::Cells, fields::Field, limits, own, problem::row, row::PackCode, text};
use vocabulary::{Code, Quantity};

const IS: char = '=';
const PLAIN: char = '\\';

/// Pairs as one cell has them.
#[must_use]
pub fn written<'a>(pairs: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let mut cell = String::new();
    for (name, value) in pairs {
        if !cell.is_empty() {
            cell.push(own::BETWEEN);
        }
        for (text, end) in [(name, Some(IS)), (value, None)] {
            for c in text.chars() {
                if matches!(c, own::BETWEEN | IS | PLAIN) {
                    cell.push(PLAIN);
                }
                cell.push(c);
            }
            cell.extend(end);
        }
    }
    cell
}

/// The pairs of a cell, or the first piece that is none.
///
/// # Errors
/// A piece without `=`, or with nothing on one of its sides.
pub fn read(cell: &str) -> Result<Vec<(String, String)>, String> {
    let (mut pairs, mut name, mut text) = (Vec::new(), None::<String>, String::new());
    let mut end = |name: Option<String>, text: String| match (name, text) {
        (None, text) if text.trim().is_empty() => Ok(()),
        (Some(name), value) if !name.trim().is_empty() && !value.trim().is_empty() => {
            pairs.push((name.trim().to_owned(), value.trim().to_owned()));
            Ok(())
        }
        (Some(name), value) => Err(format!("{name}{IS}{value}")),
        (None, text) => Err(text),
    };
    let mut chars = cell.chars();
    while let Some(c) = chars.next() {
        match c {
            PLAIN => text.extend(chars.next()),
            own::BETWEEN => end(name.take(), std::mem::take(&mut text))?,
            IS if name.is_none() => name = Some(std::mem::take(&mut text)),
            other => text.push(other),
        }
    }
    end(name, text)?;
    Ok(pairs)
}

impl Cells<'_> {
    fn pairs(&mut self, field: Field) -> Vec<(String, String)> {
        let Some(index) = self.plan.of(field).iter().copied().find(|index| self.at(*index).is_some()) else { return Vec::new() };
        let Some(cell) = self.at(index).map(text::one_line).and_then(|cell| self.checked(index, cell, limits::CELL)) else { return Vec::new() };
        read(&cell).unwrap_or_else(|piece| {
            let problem = self.about(index, row::PAIR_NOT_ONE).with("piece", piece);
            self.problems.push(problem);
            Vec::new()
        })
    }

    /// What is said of the item by name and value.
    pub fn attributes(&mut self) -> Vec<(String, String)> {
        self.pairs(Field::Attributes)
    }

    /// Supplier and code, beyond the first.
    pub fn supplier_codes(&mut self) -> Vec<(String, String)> {
        self.pairs(Field::SupplierCodes)
    }

    /// Barcodes with what is under each: `case 12=14006381333931`.
    pub fn packs(&mut self) -> Vec<PackCode> {
        let read = |(what, code): (String, String)| {
            let (unit, pack) = what.rsplit_once(' ').ok_or(())?;
            let pack: Quantity = pack.parse().map_err(|_| ())?;
            let code = Code::read(&code).map_err(|_| ())?;
            Ok::<_, ()>(PackCode { code, unit: unit.trim().to_owned(), pack })
        };
        let mut packs = Vec::new();
        for (what, code) in self.pairs(Field::Packs) {
            match read((what.clone(), code.clone())) {
                Ok(pack) => packs.push(pack),
                Err(()) => self.pack_is_none(&format!("{what}{IS}{code}")),
            }
        }
        packs
    }

    fn pack_is_none(&mut self, piece: &str) {
        if let Some(index) = self.plan.column(Field::Packs) {
            let problem = self.about(index, row::PACK_NOT_ONE).with("piece", piece);
            self.problems.push(problem);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_no_pair_is_named() {
        assert_eq!(read("Material=Cotton| |Season = Winter|"), Ok(vec![("Material".into(), "Cotton".into()), ("Season".into(), "Winter".into())]));
        assert_eq!(read("Use=a=b"), Ok(vec![("Use".into(), "a=b".into())]));
        assert_eq!(read("Material=Cotton|Winter"), Err("Winter".into()));
        assert_eq!(read("=Cotton"), Err("=Cotton".into()));
        assert_eq!(read("Material="), Err("Material=".into()));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(pairs in prop::collection::vec(("[a-z|=\\\\'é]{1,8}", "[a-z |=\\\\]{0,8}[a-z]"), 0..5)) {
            let cell = written(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())));
            let trimmed: Vec<(String, String)> = pairs.into_iter().map(|(name, value)| (name, value.trim().to_owned())).collect();
            prop_assert_eq!(read(&cell), Ok(trimmed));
        }
    }
}

//! Tests of the import as a whole: files in, outcomes out.

use crate::import::{CatalogRow, FileFacts, FileProblem, Hint, ImportKind, Outcome, Refused, SaleRow, StockRow, open};
use std::{collections::BTreeMap, io::Cursor};

mod properties;
mod real;
mod shapes;
mod shops;
mod sold;
mod sources;
mod traps;
mod values;
mod words;

/// Everything that comes out of a file.
pub struct Read {
    pub facts: FileFacts,
    pub outcomes: Vec<Outcome>,
}

pub fn read_with(bytes: impl AsRef<[u8]>, hint: &Hint) -> Result<Read, FileProblem> {
    let opened = open(Cursor::new(bytes.as_ref().to_vec()), hint)?;
    let facts = opened.facts.clone();
    let outcomes = opened.rows()?.collect::<Result<Vec<_>, _>>()?;
    Ok(Read { facts, outcomes })
}

pub fn read(bytes: impl AsRef<[u8]>) -> Read {
    read_with(bytes, &Hint::default()).unwrap()
}

pub fn read_as(bytes: impl AsRef<[u8]>, kind: ImportKind) -> Read {
    read_with(bytes, &Hint { kind: Some(kind), ..Hint::default() }).unwrap()
}

impl Read {
    /// How many of each kind: catalog, stock, sale, refused.
    pub fn tally(&self) -> (usize, usize, usize, usize) {
        let count = |wanted: fn(&Outcome) -> bool| self.outcomes.iter().filter(|outcome| wanted(outcome)).count();
        (
            count(|outcome| matches!(outcome, Outcome::Catalog(_))),
            count(|outcome| matches!(outcome, Outcome::Stock(_))),
            count(|outcome| matches!(outcome, Outcome::Sale(_))),
            count(|outcome| matches!(outcome, Outcome::Problem(_))),
        )
    }

    /// How often each code is told as a reason to refuse.
    pub fn problems(&self) -> BTreeMap<&str, usize> {
        let mut codes = BTreeMap::new();
        for outcome in &self.outcomes {
            if let Outcome::Problem(refused) = outcome {
                refused.problems.iter().for_each(|problem| *codes.entry(problem.code()).or_default() += 1);
            }
        }
        codes
    }

    pub fn notes(&self) -> BTreeMap<&str, usize> {
        let mut codes = BTreeMap::new();
        for outcome in &self.outcomes {
            let notes = match outcome {
                Outcome::Catalog(row) => &row.notes,
                Outcome::Stock(row) => &row.notes,
                Outcome::Sale(row) => &row.notes,
                Outcome::Problem(_) => continue,
            };
            notes.iter().for_each(|note| *codes.entry(note.code()).or_default() += 1);
        }
        codes
    }

    pub fn catalog(&self) -> Vec<&CatalogRow> {
        self.outcomes.iter().filter_map(|outcome| if let Outcome::Catalog(row) = outcome { Some(row.as_ref()) } else { None }).collect()
    }

    pub fn stock(&self) -> Vec<&StockRow> {
        self.outcomes.iter().filter_map(|outcome| if let Outcome::Stock(row) = outcome { Some(row.as_ref()) } else { None }).collect()
    }

    pub fn sales(&self) -> Vec<&SaleRow> {
        self.outcomes.iter().filter_map(|outcome| if let Outcome::Sale(row) = outcome { Some(row.as_ref()) } else { None }).collect()
    }

    pub fn refused(&self) -> Vec<&Refused> {
        self.outcomes.iter().filter_map(|outcome| if let Outcome::Problem(refused) = outcome { Some(refused) } else { None }).collect()
    }

    /// Every problem as `line column code suggestion`.
    pub fn told(&self) -> Vec<String> {
        let tell = |problem: &crate::import::RowProblem| {
            let suggestion = problem.suggestion.as_deref().unwrap_or("-");
            format!("{} {} {} {suggestion}", problem.line, problem.column, problem.code().trim_start_matches("import-"))
        };
        self.refused().iter().flat_map(|refused| &refused.problems).map(tell).collect()
    }
}

//! Whether a till's line stands: what its file says of it in columns such as `Void?`, `Storno`, `Cancelled at`, `Status`.

use crate::import::{
    blanks::is_unknown,
    cells::Cells,
    dates,
    fields::{Field, normal},
    row::{NotStock, SaleKind},
    sale_words::{Word, is_doubtful, is_refunded, told},
};

/// What such a cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Stands,
    /// It never happened.
    Void,
    /// A yes, or a date. Of a line below nought it may as well say that the line is what cancels.
    Flagged,
    /// Money went back; whether the goods did, and whether another line says so, is not told.
    Refunded,
    Is(SaleKind),
    /// A word that could mean that nothing was sold.
    Unknown,
    /// A word that is not known and hints at nothing.
    Unheard,
}

impl Cells<'_> {
    /// What the columns say, the worst of it, and where.
    pub fn standing(&self) -> Option<(usize, Standing)> {
        let columns = self.plan.of(Field::Voided).iter().copied();
        let said = columns.filter_map(|index| Some((index, read(self.plan.title(index), self.at(index)?)?)));
        said.max_by_key(|(_, standing)| match standing {
            Standing::Stands => 0,
            Standing::Unheard => 1,
            Standing::Is(_) => 2,
            Standing::Unknown => 3,
            Standing::Refunded => 4,
            Standing::Flagged => 5,
            Standing::Void => 6,
        })
    }
}

fn read(title: &str, cell: &str) -> Option<Standing> {
    if is_unknown(cell) {
        return None;
    }
    let (title, word) = (normal(title), normal(cell));
    let titled = |words: &[&str]| words.iter().any(|word| title.contains(word));
    // `Status` is answered with a word; `Void?`, `Cancelled at` and `Refunded` ask for a yes, a date, a number.
    if !titled(&["status", "statut", "etat", "estado", "zustand", "الحالة"]) {
        let yes = if titled(&["refund", "return", "exchange", "rembours", "erstatt", "retour", "reembols", "devuel"]) {
            Standing::Refunded
        } else {
            Standing::Flagged
        };
        let is_number = cell.bytes().any(|byte| byte.is_ascii_digit()) && cell.bytes().all(|byte| byte.is_ascii_digit() || b".,-".contains(&byte));
        match word.as_str() {
            "no" | "n" | "false" | "nein" | "non" | "falsch" | "faux" | "falso" | "لا" | "none" => return Some(Standing::Stands),
            "yes" | "y" | "true" | "ja" | "j" | "oui" | "o" | "si" | "s" | "x" | "wahr" | "vrai" | "verdadero" | "نعم" => return Some(yes),
            // Also a date of noughts, which some databases write for none.
            _ if !word.is_empty() && word.bytes().all(|byte| byte == b'0') => return Some(Standing::Stands),
            _ if dates::is_date(cell) || is_number => return Some(yes),
            _ => {}
        }
    }
    if is_refunded(cell) {
        return Some(Standing::Refunded);
    }
    Some(match told(cell) {
        Some(Word::Cancelled | Word::Is(SaleKind::NotStock(NotStock::Void))) => Standing::Void,
        Some(Word::Is(SaleKind::Sale)) => Standing::Stands,
        // Of a whole receipt this is no line that cancels another.
        Some(Word::Is(SaleKind::Cancellation)) => Standing::Flagged,
        None if is_doubtful(cell) => Standing::Unknown,
        // Of what was paid with, or by what way it went, nothing follows.
        Some(Word::Is(SaleKind::NotStock(_))) | None => Standing::Unheard,
        Some(Word::Is(kind)) => Standing::Is(kind),
    })
}

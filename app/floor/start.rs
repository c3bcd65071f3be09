//! What a page gives the phone to begin with. Everything here is in the HTML, so nothing of what is expected is: the page
//! is made from `ShowCount`, which does not know it.

use serde::Serialize;
use std::collections::BTreeMap;

/// A count as the phone begins with it.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Start {
    pub count: String,
    /// Who counts: what somebody else scanned on this phone is not sent in this one's name.
    pub person: String,
    pub csrf: String,
    pub places: Vec<Place>,
    /// Where one is.
    pub place: String,
    pub lines: Vec<Line>,
    /// The person's last scans, the newest first.
    pub scans: Vec<Scanned>,
    /// The decimal mark of the person's language.
    pub decimal: char,
    /// What groups digits in it.
    pub group: char,
    /// Words of what moves, in the person's language; `{n}`, `{place}` and `{unit}` stand for what they say. Units are
    /// under `unit-…`, reasons of refusals under `no-…`.
    pub words: BTreeMap<String, String>,
    /// "{n} waiting", by plural form.
    pub waiting: Plural,
}

/// A place of the count.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Place {
    pub id: String,
    pub code: String,
    pub name: String,
    /// What its shelf label says.
    pub scan: String,
    pub done: bool,
}

impl Place {
    /// "Front shelves, F3", or the code alone where the name says no more.
    #[must_use]
    pub fn label(&self) -> String {
        if self.name == self.code || self.name.is_empty() { self.code.clone() } else { format!("{}, {}", self.name, self.code) }
    }
}

/// How much is counted of a variant at a place.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Line {
    pub place: String,
    pub variant: String,
    /// The lot's id, or the piece's; empty where it is not told apart.
    pub lot: String,
    pub counted: String,
}

/// A scan the server has.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Scanned {
    pub id: String,
    pub place: String,
    pub code: String,
    pub variant: String,
    /// The lot's id, or the piece's; empty where it is not told apart.
    pub lot: String,
    /// How that is named.
    pub lot_code: String,
    /// It is one piece with a number.
    pub serial: bool,
    pub sku: String,
    pub name: String,
    /// `add` or `set`
    pub kind: String,
    /// In the base unit.
    pub quantity: String,
    /// "1 case of 12 = 12 pieces", where another unit was counted.
    pub entered: String,
    /// The item is no part of the count's plan.
    pub stray: bool,
}

/// Something to be counted again.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    pub place: String,
    pub place_code: String,
    pub name: String,
    pub sku: String,
    /// In words, why not by this person, or that it is done; empty when it waits for them.
    pub said: String,
}

/// What only the page needs, not the phone.
#[derive(Clone, Debug, Default)]
pub struct Page {
    pub name: String,
    pub store: String,
    /// The id of the scan that the form makes.
    pub scan: String,
    pub asked: Vec<Asked>,
    /// What was done before, said once.
    pub notice: String,
    /// After a form was sent, what it did; what it did it to is the newest scan, and so much of it is counted.
    pub said: String,
    pub counted: String,
    /// Why the form, or its code, was refused; its code and quantity are kept as they were typed.
    pub refused: String,
    /// Why its quantity was.
    pub refused_quantity: String,
    /// What the newest scan does not tell of an item that is known: of which lot it is, or which piece.
    pub unsaid: String,
    pub typed: String,
    pub typed_quantity: String,
    pub typed_unit: String,
    /// What units are called, to choose between.
    pub units: Vec<String>,
    /// Where an unknown code is linked to an item; empty where the person may not.
    pub link: String,
    /// Where a draft is made of it; the code goes to the end.
    pub draft: String,
    pub words: Words,
}

/// Words that stand still.
#[derive(Clone, Debug, Default)]
pub struct Words {
    pub leave: String,
    pub place: String,
    pub go: String,
    pub ready: String,
    pub ready_hint: String,
    pub mode: String,
    pub mode_one: String,
    pub mode_enter: String,
    pub quantity: String,
    pub unit: String,
    pub unit_hint: String,
    pub count: String,
    pub current: String,
    pub unknown: String,
    pub unknown_text: String,
    pub unknown_link: String,
    pub unknown_draft: String,
    pub unknown_later: String,
    pub unknown_later_hint: String,
    pub stray: String,
    pub stray_text: String,
    pub fewer: String,
    pub more: String,
    pub last: String,
    pub undo: String,
    pub none_yet: String,
    pub saved: String,
    pub sync_now: String,
    pub finish: String,
    pub sound_off: String,
    pub keyboard: String,
    pub asked_title: String,
}

/// A number's words in a language with plural forms: which form each of 0 to 100 takes. A formatter of the whole language
/// would weigh more than all the rest of the module.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Plural {
    /// The different sentences, `{n}` for the number.
    pub forms: Vec<String>,
    pub of: Vec<usize>,
}

impl Plural {
    /// Asks a language for all its forms. `say` writes the sentence for a number; `mark` is how it writes that number.
    #[must_use]
    pub fn ask(say: impl Fn(i64) -> String, mark: impl Fn(i64) -> String) -> Self {
        let mut plural = Self::default();
        for n in 0..=100 {
            let form = say(n).replace(&mark(n), "{n}");
            let at = plural.forms.iter().position(|known| *known == form).unwrap_or_else(|| {
                plural.forms.push(form);
                plural.forms.len() - 1
            });
            plural.of.push(at);
        }
        plural
    }
}

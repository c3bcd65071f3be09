//! Scans as the phone keeps them, and what they come to.

use crate::number::{self, ONE};
use std::collections::{HashMap, HashSet};

/// Whether the server has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sent {
    #[default]
    Waiting,
    Taken,
    /// The server said no. It is kept, and shown with the reason.
    Refused,
}

/// Something that was scanned, typed or pressed on this phone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Event {
    pub id: String,
    pub count: String,
    pub person: String,
    pub place: String,
    /// `add`, `set` or `undo`
    pub kind: String,
    pub code: String,
    /// Empty where a code stands for it.
    pub variant: String,
    /// The lot's id, or the piece's, where a button was pressed for one of an item whose pieces are told apart.
    pub lot: String,
    /// How that is named.
    pub lot_code: String,
    /// It is one piece with a number.
    pub serial: bool,
    /// Of `unit`, else of the unit under the code, in the machine's form.
    pub quantity: String,
    /// The unit that was chosen; empty for the one under the code, or the base unit where a button was pressed.
    pub unit: String,
    /// The same in the base unit, where a unit was chosen.
    pub base: String,
    /// In words, where another unit than the base unit was counted.
    pub entered: String,
    /// Empty but for an undo.
    pub undoes: String,
    pub at: String,
    pub sent: Sent,
    /// It is kept, but nobody knows the code.
    pub unknown: bool,
    /// It is kept, but the item is no part of the count's plan.
    pub stray: bool,
    pub name: String,
    pub sku: String,
    /// Why it was refused.
    pub said: String,
}

impl Event {
    /// What it is a scan of, as far as it says so itself.
    #[must_use]
    pub fn subject(&self) -> Subject {
        Subject { code: self.code.clone(), variant: self.variant.clone(), lot: self.lot.clone() }
    }

    /// Its quantity in millionths.
    #[must_use]
    pub fn micro(&self) -> i64 {
        number::read(&self.quantity, '.').unwrap_or_default()
    }
}

/// What a code means here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    pub code: String,
    pub variant: String,
    /// The lot's id, or the piece's; empty where it is not told apart.
    pub lot: String,
    /// How that is named.
    pub lot_code: String,
    /// It is one piece with a number: it counts as one, however often it is scanned.
    pub serial: bool,
    pub sku: String,
    pub name: String,
    pub option_text: String,
    pub unit: String,
    /// Base units under the code, in the machine's form.
    pub pack: String,
    /// The unit under the code, where that is another than the base unit.
    pub pack_unit: String,
    /// The other units in which it may be counted.
    pub units: Vec<Unit>,
}

/// A unit: one of it is `num / den` base units.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unit {
    pub unit: String,
    pub num: i64,
    pub den: i64,
}

impl Item {
    /// Its name with what sets the variant apart, and the lot or the number.
    #[must_use]
    pub fn label(&self) -> String {
        let parts = [&self.name, &self.option_text, &self.lot_code];
        parts.into_iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(", ")
    }
}

/// How much the server has of each line: by place, variant and lot.
pub type Lines = HashMap<(String, String, String), i64>;
/// What is known of codes.
pub type Known = HashMap<String, Item>;

/// What one counts: a variant that is known, or a lot or a piece of it, or a code that is not yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    pub code: String,
    pub variant: String,
    /// Empty where it is not told apart.
    pub lot: String,
}

impl Subject {
    /// What a code is of, as far as it is known.
    #[must_use]
    pub fn of(code: &str, known: Option<&Item>) -> Self {
        let (variant, lot) = known.map(|item| (item.variant.clone(), item.lot.clone())).unwrap_or_default();
        Self { code: code.to_owned(), variant, lot }
    }
}

fn is_of(event: &Event, place: &str, subject: &Subject, known: &Known) -> bool {
    if event.place != place || event.kind == "undo" {
        return false;
    }
    if subject.variant.is_empty() {
        return event.variant.is_empty() && event.code == subject.code;
    }
    if !event.variant.is_empty() {
        return event.variant == subject.variant && event.lot == subject.lot;
    }
    known.get(&event.code).is_some_and(|item| item.variant == subject.variant && item.lot == subject.lot)
}

/// Whether a scan was of this, wherever.
fn is_scan_of(event: &Event, subject: &Subject, known: &Known) -> bool {
    if event.variant.is_empty() && !subject.code.is_empty() && event.code == subject.code {
        return true;
    }
    let variant = if event.variant.is_empty() { known.get(&event.code).map(|item| item.variant.as_str()) } else { Some(event.variant.as_str()) };
    variant.is_some_and(|variant| variant == subject.variant)
}

/// Whether this is no part of a count, as the server said of a scan of it before.
#[must_use]
pub fn is_stray(events: &[Event], count: &str, known: &Known, subject: &Subject) -> bool {
    events.iter().any(|event| event.stray && event.count == count && is_scan_of(event, subject, known))
}

/// Whether this is one piece with a number.
fn is_piece(subject: &Subject, known: &Known) -> bool {
    !subject.lot.is_empty() && known.values().any(|item| item.serial && item.lot == subject.lot)
}

/// In base units.
fn amount(event: &Event, known: &Known) -> i64 {
    if let Some(base) = number::read(&event.base, '.') {
        return base;
    }
    let pack = known.get(&event.code).filter(|_| event.variant.is_empty()).and_then(|item| number::read(&item.pack, '.')).unwrap_or(ONE);
    number::times(event.micro(), pack)
}

/// How much is counted at a place: what the server has, and what waits to be sent on top of it.
#[must_use]
pub fn total(events: &[Event], lines: &Lines, known: &Known, place: &str, subject: &Subject) -> i64 {
    let undone: HashMap<&str, &Event> = events.iter().filter(|event| event.kind == "undo").map(|undo| (undo.undoes.as_str(), undo)).collect();
    let base = lines.get(&(place.to_owned(), subject.variant.clone(), subject.lot.clone())).copied();
    let mut total = base.unwrap_or_default();
    for event in events.iter().filter(|event| is_of(event, place, subject, known) && event.sent != Sent::Refused) {
        // The server's figure holds what it has taken; a code nobody knows has no figure there.
        let in_base = event.sent == Sent::Taken && !subject.variant.is_empty();
        match (undone.get(event.id.as_str()), in_base) {
            (None, false) if event.kind == "set" => total = amount(event, known),
            (None, false) => total = total.saturating_add(amount(event, known)).max(0),
            (Some(undo), true) if undo.sent == Sent::Waiting && event.kind == "add" => total = total.saturating_sub(amount(event, known)).max(0),
            _ => {}
        }
    }
    if is_piece(subject, known) { total.min(ONE) } else { total }
}

/// The last scans of a count that still stand, the newest first.
#[must_use]
pub fn last<'a>(events: &'a [Event], count: &str, most: usize) -> Vec<&'a Event> {
    let undone: HashSet<&str> = events.iter().filter(|event| event.kind == "undo").map(|undo| undo.undoes.as_str()).collect();
    events.iter().rev().filter(|event| event.count == count && event.kind != "undo" && !undone.contains(event.id.as_str())).take(most).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(id: &str, kind: &str, code: &str, quantity: &str, sent: Sent) -> Event {
        let text = str::to_owned;
        Event {
            id: text(id),
            count: text("c"),
            place: text("p"),
            kind: text(kind),
            code: text(code),
            quantity: text(quantity),
            sent,
            ..Event::default()
        }
    }

    fn known() -> Known {
        let item = |code: &str, pack: &str| Item { code: code.into(), variant: String::from("v"), pack: pack.into(), ..Item::default() };
        HashMap::from([(String::from("each"), item("each", "1")), (String::from("case"), item("case", "12"))])
    }

    fn subject() -> Subject {
        Subject { code: String::from("each"), variant: String::from("v"), lot: String::new() }
    }

    #[test]
    fn what_waits_comes_on_top_of_what_the_server_has() {
        let lines = Lines::from([((String::from("p"), String::from("v"), String::new()), 10 * ONE)]);
        let events = [
            event("1", "add", "each", "1", Sent::Taken),
            event("2", "add", "each", "1", Sent::Waiting),
            event("3", "add", "case", "2", Sent::Waiting),
            event("4", "add", "each", "50", Sent::Refused),
        ];
        assert_eq!(total(&events, &lines, &known(), "p", &subject()), 35 * ONE);
        assert_eq!(total(&events, &lines, &known(), "q", &subject()), 0);
    }

    #[test]
    fn a_unit_that_was_chosen_counts_its_pieces() {
        let chosen =
            Event { unit: String::from("case"), base: String::from("36"), variant: String::from("v"), ..event("1", "set", "", "3", Sent::Waiting) };
        let events = [chosen, event("2", "add", "case", "1", Sent::Waiting)];
        assert_eq!(total(&events, &Lines::new(), &known(), "p", &subject()), 48 * ONE);
    }

    #[test]
    fn an_undo_that_waits_is_taken_off_at_once() {
        let lines = Lines::from([((String::from("p"), String::from("v"), String::new()), 10 * ONE)]);
        let undo = Event { undoes: String::from("1"), ..event("9", "undo", "", "0", Sent::Waiting) };
        let events = [event("1", "add", "each", "3", Sent::Taken), undo];
        assert_eq!(total(&events, &lines, &known(), "p", &subject()), 7 * ONE);
        assert!(last(&events, "c", 5).is_empty());
    }

    #[test]
    fn what_is_no_part_of_a_count_is_known_by_each_of_its_codes_and_in_that_count_alone() {
        let events = [Event { stray: true, ..event("1", "add", "case", "1", Sent::Taken) }, event("2", "add", "other", "1", Sent::Taken)];
        assert!(is_stray(&events, "c", &known(), &subject()), "by another code of the item");
        assert!(!is_stray(&events, "d", &known(), &subject()), "another count may be of it");
        let other = Subject { code: String::from("other"), variant: String::from("w"), lot: String::new() };
        assert!(!is_stray(&events, "c", &known(), &other));
        let pressed = [Event { stray: true, variant: String::from("w"), ..event("3", "set", "", "1", Sent::Taken) }];
        assert!(is_stray(&pressed, "c", &known(), &other));
        assert!(!is_stray(&pressed, "c", &known(), &Subject::default()), "nothing is nothing");
    }

    #[test]
    fn each_lot_is_counted_by_itself_and_a_piece_is_one() {
        let of = |code: &str, lot: &str, serial| Item { code: code.into(), variant: String::from("v"), lot: lot.into(), serial, ..Item::default() };
        let known = Known::from([
            (String::from("a"), of("a", "A", false)),
            (String::from("b"), of("b", "B", false)),
            (String::from("s"), of("s", "S", true)),
        ]);
        let events = [
            event("1", "add", "a", "1", Sent::Waiting),
            event("2", "add", "a", "1", Sent::Waiting),
            event("3", "add", "b", "1", Sent::Waiting),
            event("4", "add", "s", "1", Sent::Waiting),
            event("5", "add", "s", "1", Sent::Waiting),
            Event { variant: String::from("v"), lot: String::from("B"), ..event("6", "set", "", "7", Sent::Waiting) },
        ];
        let lines = Lines::from([((String::from("p"), String::from("v"), String::from("A")), 10 * ONE)]);
        let counted = |code: &str| total(&events, &lines, &known, "p", &Subject::of(code, known.get(code)));
        assert_eq!((counted("a"), counted("b"), counted("s")), (12 * ONE, 7 * ONE, ONE));
    }

    #[test]
    fn a_code_nobody_knows_is_counted_by_itself() {
        let unknown = Subject { code: String::from("?"), variant: String::new(), lot: String::new() };
        let events =
            [event("1", "add", "?", "1", Sent::Taken), event("2", "add", "?", "1", Sent::Waiting), event("3", "set", "?", "5", Sent::Waiting)];
        assert_eq!(total(&events, &Lines::new(), &known(), "p", &unknown), 5 * ONE);
        assert_eq!(last(&events, "c", 2).iter().map(|event| event.id.as_str()).collect::<Vec<_>>(), ["3", "2"]);
    }
}

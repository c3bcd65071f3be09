//! What the phone knows, in one place. Everything that changes it paints afterwards.

use crate::{
    data,
    model::{Event, Item, Known, Lines, Sent, Subject, Unit, total},
    number,
};
use std::{cell::RefCell, collections::HashMap};
use wasm_bindgen::JsValue;

/// How it stands with the server.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Link {
    #[default]
    Fine,
    /// The last try did not get through.
    Offline,
    /// It wants a new sign-in; what waits is kept.
    SignedOut,
    /// This browser keeps nothing: what is scanned cannot be stored before it is shown.
    NoStore,
}

/// How a scan is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mood {
    #[default]
    Ready,
    Good,
    /// Stored here; what the code means is not known yet.
    Waiting,
    Unknown,
    /// Stored and counted; the item is no part of the count.
    Stray,
    Refused,
}

/// The card of the current item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    pub mood: Mood,
    pub subject: Subject,
    pub name: String,
    pub detail: String,
    pub unit: String,
    /// What has just happened.
    pub said: String,
}

/// A place of the count.
#[derive(Clone, Debug, Default)]
pub struct Place {
    pub id: String,
    pub code: String,
    pub name: String,
    pub scan: String,
}

/// All of it.
#[derive(Default)]
pub struct App {
    pub count: String,
    pub person: String,
    pub csrf: String,
    pub places: Vec<Place>,
    pub place: String,
    pub decimal: char,
    /// What groups digits.
    pub group: char,
    words: JsValue,
    plural: (Vec<String>, Vec<usize>),
    /// Quantities are entered rather than scanned one by one.
    pub enter: bool,
    pub card: Card,
    pub events: Vec<Event>,
    pub lines: Lines,
    pub known: Known,
    pub link: Link,
    pub muted: bool,
    /// Codes are typed by hand, so the phone's keyboard may come up.
    pub typing: bool,
    /// Turns with each scan, so that the card moves each time.
    pub beat: bool,
}

thread_local! {
    static APP: RefCell<App> = RefCell::default();
}

/// Looks.
pub fn with<T>(look: impl FnOnce(&App) -> T) -> T {
    APP.with_borrow(look)
}

/// Changes. Nothing of the page is called from inside.
pub fn change<T>(change: impl FnOnce(&mut App) -> T) -> T {
    APP.with_borrow_mut(change)
}

impl App {
    /// Reads what the page brought.
    #[must_use]
    pub fn read(start: &JsValue) -> Self {
        let text = |field| data::text(start, field);
        let plural = data::get(start, "waiting");
        let index = |value: &JsValue| value.as_f64().map_or(0, whole);
        let mut app = Self {
            count: text("count"),
            person: text("person"),
            csrf: text("csrf"),
            place: text("place"),
            decimal: text("decimal").chars().next().unwrap_or('.'),
            group: text("group").chars().next().unwrap_or(','),
            words: data::get(start, "words"),
            plural: (
                data::list(&plural, "forms").iter().filter_map(JsValue::as_string).collect(),
                data::list(&plural, "of").iter().map(index).collect(),
            ),
            ..Self::default()
        };
        for place in data::list(start, "places") {
            let text = |field| data::text(&place, field);
            app.places.push(Place { id: text("id"), code: text("code"), name: text("name"), scan: text("scan") });
        }
        for line in data::list(start, "lines") {
            app.set_line(&line, "place");
        }
        for scan in data::list(start, "scans").iter().rev() {
            let mut event = data::event(scan);
            (event.count, event.person, event.sent) = (app.count.clone(), app.person.clone(), Sent::Taken);
            event.unknown = event.variant.is_empty();
            if !event.unknown {
                // Its quantity is in base units already, whatever the code held.
                let (variant, sku, name) = (event.variant.clone(), event.sku.clone(), event.name.clone());
                let (lot, lot_code, serial) = (event.lot.clone(), event.lot_code.clone(), event.serial);
                let code = key(&variant, &lot);
                app.known.insert(code.clone(), Item { code, variant, lot, lot_code, serial, sku, name, pack: String::from("1"), ..Item::default() });
            }
            app.events.push(event);
        }
        app
    }

    /// Takes the server's figure of a line.
    pub fn set_line(&mut self, line: &JsValue, place: &str) {
        let counted = number::read(&data::text(line, "counted"), '.').unwrap_or_default();
        self.lines.insert((data::text(line, place), data::text(line, "variant"), data::text(line, "lot")), counted);
    }

    /// A word; empty where there is none.
    #[must_use]
    pub fn word(&self, id: &str) -> String {
        data::text(&self.words, id)
    }

    /// Why a scan is refused, or what it does not tell: a code and what is said of it.
    #[must_use]
    pub fn refusal(&self, said: &JsValue) -> String {
        let mut words = self.word(&format!("no-{}", data::text(said, "code")));
        if words.is_empty() {
            return self.word("refused");
        }
        for param in data::list(said, "params") {
            // A name, and a value by its kind.
            let param = js_sys::Array::from(&param);
            let (name, value) = (param.get(0).as_string().unwrap_or_default(), param.get(1));
            let value = if data::text(&value, "text").is_empty() { data::text(&value, "date") } else { data::text(&value, "text") };
            words = words.replace(&format!("{{{name}}}"), &value);
        }
        words
    }

    /// What a unit is called.
    #[must_use]
    pub fn unit(&self, unit: &str) -> String {
        let word = self.word(&format!("unit-{unit}"));
        if word.is_empty() { unit.to_owned() } else { word }
    }

    /// A unit to choose: "Case (12)".
    #[must_use]
    pub fn choice(&self, unit: &Unit) -> String {
        format!("{} ({})", self.unit(&unit.unit), pack(unit))
    }

    /// "3 × Case of 12 = 36 Piece".
    #[must_use]
    pub fn say_entered(&self, quantity: i64, unit: &Unit, base: i64, base_unit: &str) -> String {
        let write = |quantity, unit: &str, between| format!("{}{between}{}", number::write(quantity, self.decimal), self.unit(unit));
        let words = self.word("counted_unit").replace("{entered}", &write(quantity, &unit.unit, " × ")).replace("{pack}", &pack(unit));
        words.replace("{base}", &write(base, base_unit, " "))
    }

    /// The same of a code that has a case under it; nothing of any other.
    #[must_use]
    pub fn say_scanned(&self, quantity: i64, item: &Item) -> String {
        let Some(unit) = item.units.iter().find(|unit| unit.unit == item.pack_unit) else { return String::new() };
        number::in_base(quantity, unit.num, unit.den).map(|base| self.say_entered(quantity, unit, base, &item.unit)).unwrap_or_default()
    }

    /// "12 waiting".
    #[must_use]
    pub fn say_waiting(&self, n: usize) -> String {
        // What is greater goes by its last two digits where these are 3 or more, else as 100 does: right in all our languages.
        let at = match n {
            0..=100 => n,
            _ if n % 100 < 3 => 100,
            _ => n % 100,
        };
        let form = self.plural.1.get(at).and_then(|form| self.plural.0.get(*form));
        form.map_or_else(|| n.to_string(), |form| form.replace("{n}", &n.to_string()))
    }

    /// How many scans of this person the server has not.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.events.iter().filter(|event| event.sent == Sent::Waiting && event.person == self.person).count()
    }

    /// Where one is.
    #[must_use]
    pub fn here(&self) -> Place {
        self.places.iter().find(|place| place.id == self.place).cloned().unwrap_or_default()
    }

    /// How much is counted of the card's item here.
    #[must_use]
    pub fn counted(&self) -> i64 {
        total(&self.events, &self.lines, &self.known, &self.place, &self.card.subject)
    }

    /// The card's item, if it is known.
    #[must_use]
    pub fn item(&self) -> Option<Item> {
        let subject = &self.card.subject;
        self.known.get(&subject.code).or_else(|| self.known.get(&key(&subject.variant, &subject.lot))).cloned()
    }

    /// Replaces scans by their newer selves.
    pub fn renew(&mut self, changed: &HashMap<String, Event>) {
        for event in &mut self.events {
            if let Some(new) = changed.get(&event.id) {
                event.clone_from(new);
            }
        }
    }
}

/// How many base units one of a unit is: "12", "1/3".
fn pack(unit: &Unit) -> String {
    if unit.den == 1 { unit.num.to_string() } else { format!("{}/{}", unit.num, unit.den) }
}

/// Under what an item that the page brought is known.
fn key(variant: &str, lot: &str) -> String {
    if lot.is_empty() { variant.to_owned() } else { format!("{variant} {lot}") }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small index that the server wrote")]
fn whole(number: f64) -> usize {
    number as usize
}

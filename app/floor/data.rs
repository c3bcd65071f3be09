//! Objects of the browser, read and written field by field. Its own parser does the rest: a derived one weighs more than
//! all that is read with it.

use crate::model::{Event, Item, Sent, Unit};
use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A field as it is; undefined where there is none.
#[must_use]
pub fn get(object: &JsValue, field: &str) -> JsValue {
    Reflect::get(object, &field.into()).unwrap_or(JsValue::UNDEFINED)
}

/// A text field; empty where it is missing or something else.
#[must_use]
pub fn text(object: &JsValue, field: &str) -> String {
    get(object, field).as_string().unwrap_or_default()
}

/// The values of a list; none where it is none.
#[must_use]
pub fn list(object: &JsValue, field: &str) -> Vec<JsValue> {
    get(object, field).dyn_into::<Array>().map(|array| array.iter().collect()).unwrap_or_default()
}

/// Reads JSON; undefined where it is none.
#[must_use]
pub fn parse(json: &str) -> JsValue {
    JSON::parse(json).unwrap_or(JsValue::UNDEFINED)
}

/// Writes JSON.
#[must_use]
pub fn write(value: &JsValue) -> String {
    JSON::stringify(value).map(String::from).unwrap_or_default()
}

/// An object of these fields.
#[must_use]
pub fn object(fields: &[(&str, &str)]) -> Object {
    let object = Object::new();
    for (field, value) in fields {
        put(&object, field, &(*value).into());
    }
    object
}

/// Sets a field.
pub fn put(object: &Object, field: &str, value: &JsValue) {
    // A plain object of our own takes any field.
    let _ = Reflect::set(object, &field.into(), value);
}

/// A scan as it is kept.
#[must_use]
pub fn boxed_event(event: &Event) -> JsValue {
    let sent = match event.sent {
        Sent::Waiting => "waiting",
        Sent::Taken => "taken",
        Sent::Refused => "refused",
    };
    let yes = |is: bool| if is { "yes" } else { "" };
    object(&[
        ("id", &event.id),
        ("count", &event.count),
        ("person", &event.person),
        ("place", &event.place),
        ("kind", &event.kind),
        ("code", &event.code),
        ("variant", &event.variant),
        ("lot", &event.lot),
        ("lot_code", &event.lot_code),
        ("serial", yes(event.serial)),
        ("quantity", &event.quantity),
        ("unit", &event.unit),
        ("base", &event.base),
        ("entered", &event.entered),
        ("undoes", &event.undoes),
        ("at", &event.at),
        ("sent", sent),
        ("unknown", yes(event.unknown)),
        ("stray", yes(event.stray)),
        ("name", &event.name),
        ("sku", &event.sku),
        ("said", &event.said),
    ])
    .into()
}

/// A scan as it was kept, or as the page brought it.
#[must_use]
pub fn event(object: &JsValue) -> Event {
    let text = |field| text(object, field);
    Event {
        id: text("id"),
        count: text("count"),
        person: text("person"),
        place: text("place"),
        kind: text("kind"),
        code: text("code"),
        variant: text("variant"),
        lot: text("lot"),
        lot_code: text("lot_code"),
        serial: get(object, "serial").is_truthy(),
        quantity: text("quantity"),
        unit: text("unit"),
        base: text("base"),
        entered: text("entered"),
        undoes: text("undoes"),
        at: text("at"),
        sent: match text("sent").as_str() {
            "taken" => Sent::Taken,
            "refused" => Sent::Refused,
            _ => Sent::Waiting,
        },
        unknown: !text("unknown").is_empty(),
        stray: get(object, "stray").is_truthy(),
        name: text("name"),
        sku: text("sku"),
        said: text("said"),
    }
}

/// What a code means, as it is kept.
#[must_use]
pub fn boxed_item(item: &Item) -> JsValue {
    object(&[
        ("code", &item.code),
        ("variant", &item.variant),
        ("lot_id", &item.lot),
        ("lot_code", &item.lot_code),
        ("serial", if item.serial { "yes" } else { "" }),
        ("sku", &item.sku),
        ("name", &item.name),
        ("option_text", &item.option_text),
        ("unit", &item.unit),
        ("pack", &item.pack),
        ("pack_unit", &item.pack_unit),
        ("chosen", &kept_units(&item.units)),
    ])
    .into()
}

/// What a code means, as it was kept or as the server said it.
#[must_use]
pub fn item(object: &JsValue) -> Item {
    // The server says a lot as one, the phone keeps it beside the rest.
    let said = get(object, "lot");
    let (lot, lot_code, serial) = if said.is_object() {
        (text(&said, "lot"), text(&said, "code"), get(&said, "serial").is_truthy())
    } else {
        (text(object, "lot_id"), text(object, "lot_code"), get(object, "serial").is_truthy())
    };
    let text = |field| text(object, field);
    Item {
        code: text("code"),
        variant: text("variant"),
        lot,
        lot_code,
        serial,
        sku: text("sku"),
        name: text("name"),
        option_text: text("option_text"),
        unit: text("unit"),
        pack: text("pack"),
        pack_unit: text("pack_unit"),
        units: units(object),
    }
}

/// Units in one text: no name holds a tab or a line break.
fn kept_units(units: &[Unit]) -> String {
    units.iter().map(|unit| format!("{}\t{}\t{}", unit.unit, unit.num, unit.den)).collect::<Vec<_>>().join("\n")
}

/// The units of an item, as they were kept or as the server said them.
fn units(object: &JsValue) -> Vec<Unit> {
    let said = list(object, "units");
    if !said.is_empty() {
        return said.iter().map(|unit| Unit { unit: text(unit, "unit"), num: whole(unit, "num"), den: whole(unit, "den") }).collect();
    }
    let kept = text(object, "chosen");
    let unit = |line: &str| {
        let mut parts = line.split('\t');
        Some(Unit { unit: parts.next()?.to_owned(), num: parts.next()?.parse().ok()?, den: parts.next()?.parse().ok()? })
    };
    kept.lines().filter_map(unit).collect()
}

#[expect(clippy::cast_possible_truncation, reason = "a whole number that the server wrote; beyond 2^53 no unit goes")]
fn whole(object: &JsValue, field: &str) -> i64 {
    get(object, field).as_f64().unwrap_or_default() as i64
}

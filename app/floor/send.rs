//! Sending what waits: in batches, one flight at a time, for as long as it takes. What the server has taken it answers by
//! id, so that a batch sent twice counts once.

use crate::{
    data, device, engine, keep,
    model::{Event, Sent, is_stray},
    paint,
    state::{App, Link, change, with},
};
use js_sys::Array;
use std::{cell::Cell, collections::HashMap};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Headers, RequestInit, Response};

/// Scans of one flight.
const BATCH: usize = 200;

thread_local! {
    static FLYING: Cell<bool> = const { Cell::new(false) };
}

/// How a flight ended.
enum Flight {
    Landed(JsValue),
    /// No answer, or none that says anything of the scans: they wait.
    Failed(Link),
    /// The server cannot take this batch as it is.
    Refused(String),
}

/// Sends all that waits. Returns at once where a flight is under way: that one goes on until nothing waits.
pub async fn all() {
    if FLYING.replace(true) {
        return;
    }
    let mut most = BATCH;
    while let Some(batch) = waiting(most) {
        match fly(&batch).await {
            Flight::Landed(taken) => {
                change(|app| app.link = Link::Fine);
                land(&taken).await;
                most = BATCH;
            }
            Flight::Refused(code) if batch.len() == 1 => refuse(&batch, &code).await,
            // One bad scan must not hold up the others: they are sent one by one, and it alone is refused.
            Flight::Refused(_) => most = 1,
            Flight::Failed(link) => {
                change(|app| app.link = link);
                paint::all();
                break;
            }
        }
    }
    FLYING.set(false);
}

/// The oldest scans that wait, all of one count.
fn waiting(most: usize) -> Option<Vec<Event>> {
    with(|app| {
        let mine = |event: &&Event| event.sent == Sent::Waiting && event.person == app.person;
        let count = &app.events.iter().find(mine)?.count;
        Some(app.events.iter().filter(mine).filter(|event| event.count == *count).take(most).cloned().collect())
    })
}

async fn fly(batch: &[Event]) -> Flight {
    match post(batch).await {
        Ok(response) if response.ok() => match body(&response).await {
            taken if taken.is_object() => Flight::Landed(taken),
            _ => Flight::Failed(Link::Offline),
        },
        // A new sign-in, or a page made before it: what waits is kept until there is one.
        Ok(response) if matches!(response.status(), 401 | 403) => Flight::Failed(Link::SignedOut),
        Ok(response) if matches!(response.status(), 404 | 409 | 422) => Flight::Refused(data::text(&body(&response).await, "code")),
        _ => Flight::Failed(Link::Offline),
    }
}

async fn body(response: &Response) -> JsValue {
    let Ok(text) = response.text() else { return JsValue::UNDEFINED };
    JsFuture::from(text).await.ok().and_then(|text| text.as_string()).map_or(JsValue::UNDEFINED, |text| data::parse(&text))
}

async fn post(batch: &[Event]) -> Result<Response, JsValue> {
    let scans = Array::new();
    for event in batch {
        let scan = data::object(&[
            ("id", &event.id),
            ("location", &event.place),
            ("kind", &event.kind),
            ("code", &event.code),
            ("quantity", &event.quantity),
            ("at", &event.at),
        ]);
        for (field, value) in [("variant", &event.variant), ("undoes", &event.undoes), ("unit", &event.unit)] {
            if !value.is_empty() {
                data::put(&scan, field, &value.into());
            }
        }
        // A button was pressed for a lot, or for a piece: it is told by its name.
        if event.serial {
            data::put(&scan, "serial", &event.lot_code.as_str().into());
        } else if !event.lot_code.is_empty() {
            data::put(&scan, "lot", &data::object(&[("code", &event.lot_code)]));
        }
        scans.push(&scan);
    }
    let request = data::object(&[("sent_at", &device::now())]);
    data::put(&request, "scans", &scans);
    let headers = Headers::new()?;
    headers.set("content-type", "application/json")?;
    headers.set("x-csrf-token", &with(|app| app.csrf.clone()))?;
    // A key of its own: each scan has its id, and the clock in the body makes no two requests alike.
    headers.set("idempotency-key", &device::stamp().0)?;
    let init = RequestInit::new();
    init.set_method("POST");
    init.set_headers(&headers);
    init.set_body(&data::write(&request).into());
    let count = batch.first().map(|event| event.count.as_str()).unwrap_or_default();
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    JsFuture::from(window.fetch_with_str_and_init(&format!("/api/v1/counts/{count}/scans"), &init)).await?.dyn_into()
}

/// Notes what the server took, first on the phone, then on the screen.
async fn land(taken: &JsValue) {
    let items: Vec<_> = data::list(taken, "codes").iter().map(data::item).collect();
    let strays: Vec<String> = data::list(taken, "stray").iter().filter_map(JsValue::as_string).collect();
    let results: HashMap<String, JsValue> = data::list(taken, "results").into_iter().map(|result| (data::text(&result, "scan"), result)).collect();
    let mut changed: Vec<Event> =
        with(|app| app.events.iter().filter(|event| event.sent == Sent::Waiting && results.contains_key(&event.id)).cloned().collect());
    for event in &mut changed {
        let Some(result) = results.get(&event.id) else { continue };
        let outcome = data::text(result, "outcome");
        event.sent = if outcome == "refused" { Sent::Refused } else { Sent::Taken };
        if event.sent == Sent::Refused {
            event.said = with(|app| app.refusal(&data::get(result, "said")));
        } else if outcome == "unknown" && data::get(result, "said").is_object() {
            event.said = with(|app| app.refusal(&data::get(result, "said")));
        }
        let item = items.iter().find(|item| item.code == event.code);
        if let Some(item) = item {
            (event.name, event.sku) = (item.label(), item.sku.clone());
            if event.entered.is_empty() && event.sent == Sent::Taken && event.variant.is_empty() {
                event.entered = with(|app| app.say_scanned(event.micro(), item));
            }
        }
        // One that was taken before may be unknown as well: its answer was lost, not its meaning.
        let told = outcome == "duplicate" && item.is_none() && event.variant.is_empty() && event.kind != "undo";
        event.unknown = outcome == "unknown" || told;
        let variant = item.map_or(&event.variant, |item| &item.variant);
        event.stray = event.kind != "undo" && event.sent == Sent::Taken && strays.contains(variant);
    }
    // What cannot be noted is sent again, and answered "duplicate".
    let _ = keep::events(&changed).await;
    let _ = keep::codes(&items).await;
    let changed: HashMap<String, Event> = changed.into_iter().map(|event| (event.id.clone(), event)).collect();
    // Whoever scans it once more was told as they did.
    let untold = |app: &App, event: &&Event| event.stray && !is_stray(&app.events, &event.count, &app.known, &event.subject());
    let stray = with(|app| changed.values().filter(|event| untold(app, event)).max_by(|a, b| a.id.cmp(&b.id)).cloned());
    change(|app| {
        app.known.extend(items.into_iter().map(|item| (item.code.clone(), item)));
        for line in data::list(taken, "lines") {
            app.set_line(&line, "location");
        }
        app.renew(&changed);
    });
    engine::landed(&changed, stray.as_ref());
}

/// A batch of one that the server cannot take: kept, told, and out of the way.
async fn refuse(batch: &[Event], code: &str) {
    let said = with(|app| app.refusal(&data::object(&[("code", code)])));
    let refused: Vec<Event> = batch.iter().map(|event| Event { sent: Sent::Refused, said: said.clone(), ..event.clone() }).collect();
    let _ = keep::events(&refused).await;
    let refused: HashMap<String, Event> = refused.into_iter().map(|event| (event.id.clone(), event)).collect();
    change(|app| app.renew(&refused));
    engine::landed(&refused, None);
}

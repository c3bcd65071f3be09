//! Sliding over days. Every day is called what the server calls it; here are the steps, and the form that is sent when
//! somebody has come to rest.

use crate::{dom, months};
use std::{cell::Cell, rc::Rc};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlFormElement, HtmlInputElement, KeyboardEvent, Storage};

const HOOK: &str = "input[data-days]";
/// Milliseconds of rest after which the page is asked for: keys go day by day.
const REST: i32 = 500;
/// Keeps that the slider was what was used, for the page that comes.
const USED: &str = "stockroom-days-used";

pub fn wake() {
    let Some(slider) = dom::first::<HtmlInputElement>(HOOK) else { return };
    let told = |name: &str| slider.get_attribute(name).unwrap_or_default();
    let at = slider.default_value();
    let days = Rc::new(Days {
        names: told("data-days").split('|').map(str::to_owned).collect(),
        months: told("data-months").split(' ').filter_map(|at| at.parse().ok()).collect(),
        first: told("data-first"),
        shown: (!slider.has_attribute("data-apart")).then(|| at.clone()),
        moves: Cell::new(0),
        slider: slider.clone(),
    });
    // A browser that comes back to the page has put it where it was left, which is not what the page shows.
    slider.set_value(&at);
    slider.set_disabled(false);
    if storage().is_some_and(|storage| storage.get_item(USED).is_ok_and(|used| used.is_some())) {
        forget();
        let _ = slider.focus();
    }
    let of = Rc::clone(&days);
    dom::on(&slider, "input", move |_: Event| of.say());
    let of = Rc::clone(&days);
    dom::on(&slider, "change", move |_: Event| of.rests());
    dom::on(&slider, "keydown", move |event: KeyboardEvent| {
        let by = match event.key().as_str() {
            "PageUp" => 1,
            "PageDown" => -1,
            _ => return,
        };
        event.prevent_default();
        days.slider.set_value(&months::turned(&days.months, days.at(), by, days.last()).to_string());
        days.say();
        days.rests();
    });
}

fn storage() -> Option<Storage> {
    dom::window()?.session_storage().ok()?
}

fn forget() {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(USED);
    }
}

struct Days {
    names: Vec<String>,
    months: Vec<i64>,
    first: String,
    /// Which day the page shows, where it is one as a whole.
    shown: Option<String>,
    /// How often it was moved: who comes to rest is only the last.
    moves: Cell<u32>,
    slider: HtmlInputElement,
}

impl Days {
    fn at(&self) -> i64 {
        self.slider.value().parse().unwrap_or_default()
    }

    fn last(&self) -> i64 {
        i64::try_from(self.names.len()).unwrap_or(1) - 1
    }

    /// Calls the day by its name, to those who hear and to those who see.
    fn say(&self) {
        let name = usize::try_from(self.at()).ok().and_then(|at| self.names.get(at)).cloned().unwrap_or_default();
        dom::set(&self.slider, "aria-valuetext", &name);
        let seen = self.slider.closest(".slider").ok().flatten().and_then(|slider| slider.query_selector("[data-said]").ok().flatten());
        if let Some(seen) = seen {
            seen.set_text_content(Some(&name));
        }
    }

    /// Asks for the page of the day where it came to rest, unless that is the one that is shown.
    fn rests(self: &Rc<Self>) {
        let mine = self.moves.get().wrapping_add(1);
        self.moves.set(mine);
        let days = Rc::clone(self);
        wasm_bindgen_futures::spawn_local(async move {
            dom::pause(REST).await;
            if days.moves.get() == mine && days.shown.as_ref() != Some(&days.slider.value()) {
                days.go();
            }
        });
    }

    fn go(&self) {
        let Some(form) = self.slider.form() else { return };
        let field = |name: &str| -> Option<HtmlInputElement> {
            form.query_selector(&format!("input[name={name}]")).ok().flatten().and_then(|field| field.dyn_into().ok())
        };
        let Some(day) = field("day") else { return };
        day.set_value(&self.date());
        // A day that is slid to is meant as a whole.
        if let Some(time) = field("time") {
            time.set_value("");
        }
        let focused = dom::document().and_then(|document| document.active_element());
        if focused.as_ref() == Some(self.slider.unchecked_ref::<Element>())
            && let Some(storage) = storage()
        {
            let _ = storage.set_item(USED, "1");
        }
        sent(&form);
    }

    /// The day as `2026-11-30`.
    fn date(&self) -> String {
        let day = js_sys::Date::new(&self.first.as_str().into());
        let at = u32::try_from(self.at()).unwrap_or_default();
        day.set_utc_date(day.get_utc_date() + at);
        day.to_iso_string().as_string().unwrap_or_default().chars().take(10).collect()
    }
}

fn sent(form: &HtmlFormElement) {
    // Every form here can be sent as it is.
    let _ = form.request_submit();
}

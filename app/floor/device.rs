//! The phone itself: its clock, its ids, its sounds, its fields.

use js_sys::Date;
use std::cell::{Cell, RefCell};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AudioContext, Element, HtmlElement, HtmlInputElement, HtmlSelectElement, OscillatorType};

thread_local! {
    static LAST: Cell<u64> = const { Cell::new(0) };
    static AUDIO: RefCell<Option<AudioContext>> = const { RefCell::new(None) };
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the milliseconds of a date")]
fn now_ms() -> u64 {
    Date::now() as u64
}

/// Now, in milliseconds, never the same twice: scans keep their order.
fn tick() -> u64 {
    let now = now_ms().max(LAST.get().saturating_add(1));
    LAST.set(now);
    now
}

#[expect(clippy::cast_precision_loss, reason = "the milliseconds of a date")]
fn iso(milliseconds: u64) -> String {
    Date::new(&JsValue::from_f64(milliseconds as f64)).to_iso_string().into()
}

/// A new id, ordered by its time (UUID version 7), and that time.
#[must_use]
pub fn stamp() -> (String, String) {
    let now = tick();
    let mut random = [0_u8; 10];
    if let Some(crypto) = web_sys::window().and_then(|window| window.crypto().ok()) {
        // Without randomness the time alone would have to do, and two phones could meet.
        let _ = crypto.get_random_values_with_u8_array(&mut random);
    }
    random[0] = random[0] & 0x0f | 0x70;
    random[2] = random[2] & 0x3f | 0x80;
    let rest: String = random.iter().map(|byte| format!("{byte:02x}")).collect();
    let hex = format!("{now:012x}{rest}");
    let id = [hex.get(0..8), hex.get(8..12), hex.get(12..16), hex.get(16..20), hex.get(20..32)];
    (id.into_iter().flatten().collect::<Vec<_>>().join("-"), iso(now))
}

/// The device's clock, for the server to see how far it is off.
#[must_use]
pub fn now() -> String {
    Date::new_0().to_iso_string().into()
}

fn element(id: &str) -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(id)
}

/// A text field of the page.
#[must_use]
pub fn input(id: &str) -> Option<HtmlInputElement> {
    element(id)?.dyn_into().ok()
}

/// The text of an element; empty where there is none.
#[must_use]
pub fn text_of(id: &str) -> String {
    element(id).and_then(|element| element.text_content()).unwrap_or_default()
}

/// The value of a form's field, by its name.
#[must_use]
pub fn field_of(form: &Element, name: &str) -> String {
    let field = form.query_selector(&format!("[name={name}]")).ok().flatten().and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    field.map(|field| field.value()).unwrap_or_default()
}

/// Puts the cursor into a field. Where it is there already nothing is touched: the next scan may be half typed.
pub fn focus(id: &str) {
    let active = web_sys::window().and_then(|window| window.document()).and_then(|document| document.active_element());
    if let Some(input) = input(id)
        && active.is_none_or(|active| active != **input)
    {
        let _ = input.focus();
    }
}

/// The same, and what is there is written over.
pub fn focus_to_replace(id: &str) {
    focus(id);
    if let Some(input) = input(id) {
        input.select();
    }
}

/// Whether keys go to a field that somebody types into.
#[must_use]
pub fn is_typing_elsewhere() -> bool {
    let active = web_sys::window().and_then(|window| window.document()).and_then(|document| document.active_element());
    active.is_some_and(|active| {
        let radio = active.dyn_ref::<HtmlInputElement>().is_some_and(|input| input.type_() == "radio");
        matches!(active.tag_name().as_str(), "INPUT" | "SELECT" | "TEXTAREA") && !radio
    })
}

/// Says something to whoever does not see the screen.
pub fn announce(words: &str, at_once: bool) {
    if let Some(region) = element(if at_once { "live-assertive" } else { "live-polite" }) {
        region.set_text_content(Some(words));
    }
}

/// The three sounds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    Ok,
    Warn,
    Bad,
}

/// Keys as fast as only a scanner presses them: when the first came, when the last, and how many.
#[derive(Clone, Copy, Default)]
struct Burst {
    first: u64,
    last: u64,
    keys: usize,
}

thread_local! {
    static BURST: Cell<Burst> = const { Cell::new(Burst { first: 0, last: 0, keys: 0 }) };
}

/// Slowest keys of a scanner, in milliseconds from one to the next; a longer pause begins a burst anew.
const SCANNER: u64 = 90;

/// Notes a key into the quantity's field.
pub fn key_typed() {
    let (now, burst) = (now_ms(), BURST.get());
    let goes_on = burst.keys > 0 && now.saturating_sub(burst.last) <= SCANNER;
    BURST.set(if goes_on { Burst { last: now, keys: burst.keys + 1, ..burst } } else { Burst { first: now, last: now, keys: 1 } });
}

/// How many of the last characters typed there came from a scanner rather than from fingers; `None` where none did.
#[must_use]
pub fn scanned_keys() -> Option<usize> {
    let burst = BURST.take();
    let quick = burst.last.saturating_sub(burst.first) <= SCANNER / 2 * u64::try_from(burst.keys).unwrap_or(u64::MAX);
    (burst.keys >= 4 && quick).then_some(burst.keys)
}

/// A beep and, where the phone can, a hum; nothing when muted.
pub fn signal(tone: Tone, muted: bool) {
    let hum = match tone {
        Tone::Ok => 30,
        Tone::Warn => 120,
        Tone::Bad => 300,
    };
    if let Some(window) = web_sys::window() {
        window.navigator().vibrate_with_duration(hum);
    }
    if !muted {
        // A phone without sound counts as well as one with it.
        let _ = beep(tone);
    }
}

fn beep(tone: Tone) -> Result<(), JsValue> {
    let audio = AUDIO.with_borrow_mut(|audio| {
        if audio.is_none() {
            *audio = AudioContext::new().ok();
        }
        audio.clone()
    });
    let Some(audio) = audio else { return Ok(()) };
    if audio.state() == web_sys::AudioContextState::Suspended {
        let _ = audio.resume()?;
    }
    let (pitch, length, shape) = match tone {
        Tone::Ok => (1_320.0, 0.07, OscillatorType::Sine),
        Tone::Warn => (660.0, 0.16, OscillatorType::Triangle),
        Tone::Bad => (196.0, 0.35, OscillatorType::Square),
    };
    let (oscillator, gain) = (audio.create_oscillator()?, audio.create_gain()?);
    oscillator.set_type(shape);
    oscillator.frequency().set_value(pitch);
    gain.gain().set_value(0.12);
    oscillator.connect_with_audio_node(&gain)?;
    gain.connect_with_audio_node(&audio.destination())?;
    oscillator.start()?;
    let _ = gain.gain().set_target_at_time(0.0, audio.current_time(), length)?;
    let stop = wasm_bindgen::closure::Closure::once_into_js(move || {
        let _ = oscillator.stop();
    });
    if let Some(window) = web_sys::window() {
        window.set_timeout_with_callback_and_timeout_and_arguments_0(stop.unchecked_ref(), 600)?;
    }
    Ok(())
}

const MUTED: &str = "floor-muted";

/// Whether this phone was muted.
#[must_use]
pub fn is_muted() -> bool {
    let storage = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
    storage.and_then(|storage| storage.get_item(MUTED).ok().flatten()).is_some()
}

/// Remembers it.
pub fn keep_muted(muted: bool) {
    if let Some(storage) = web_sys::window().and_then(|window| window.local_storage().ok().flatten()) {
        let _ = if muted { storage.set_item(MUTED, "1") } else { storage.remove_item(MUTED) };
    }
}

/// The element a handler was called for.
#[must_use]
pub fn target<T: JsCast>(event: &web_sys::Event) -> Option<T> {
    event.target()?.dyn_into().ok()
}

/// Gives up the field so that the scanner's is next.
pub fn blur(id: &str) {
    if let Some(html) = element(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = html.blur();
    }
}

const UNIT: &str = "card-unit-choice";

fn unit_choice() -> Option<HtmlSelectElement> {
    element(UNIT)?.dyn_into().ok()
}

/// The unit that was chosen beside the quantity; none: the base unit.
#[must_use]
pub fn chosen_unit() -> Option<String> {
    unit_choice().map(|choice| choice.value()).filter(|unit| !unit.is_empty())
}

/// Back to the base unit.
pub fn choose_no_unit() {
    if let Some(choice) = unit_choice() {
        choice.set_value("");
    }
}

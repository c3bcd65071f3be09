//! Work under way, followed without loading the page again. The same page is asked for and its bar is taken over: what it
//! says is the server's, in the person's language.

use crate::dom;
use web_sys::{DomParser, Element, SupportedType};

/// Milliseconds between two looks.
const AGAIN: i32 = 1000;
/// The longest pause while nothing answers.
const MOST: i32 = 15_000;
/// What is read out of the progress: each of so many parts, once.
const PARTS: u64 = 4;

const HOOK: &str = "[data-follow]";

pub fn wake() {
    wasm_bindgen_futures::spawn_local(async {
        let (mut pause, mut part) = (AGAIN, 0);
        loop {
            dom::pause(pause).await;
            match look().await {
                Seen::Going(now) => {
                    pause = AGAIN;
                    if now > part {
                        part = now;
                        said();
                    }
                }
                Seen::Nothing => pause = (pause * 2).min(MOST),
                Seen::Over => {
                    // The page of what came of it; a browser that leaves needs no further look.
                    if let Some(window) = dom::window() {
                        let _ = window.location().reload();
                    }
                    return;
                }
            }
        }
    });
}

enum Seen {
    /// It goes on: how many of its parts are done.
    Going(u64),
    /// No answer; it may be there again later.
    Nothing,
    Over,
}

async fn look() -> Seen {
    let Some(address) = dom::window().and_then(|window| window.location().href().ok()) else { return Seen::Nothing };
    let Some(response) = dom::fetch(&address).await else { return Seen::Nothing };
    if response.status() >= 500 {
        return Seen::Nothing;
    }
    let Some(html) = dom::text(&response).await else { return Seen::Nothing };
    let Some(page) = DomParser::new().ok().and_then(|parser| parser.parse_from_string(&html, SupportedType::TextHtml).ok()) else {
        return Seen::Nothing;
    };
    let (Ok(Some(new)), Some(old)) = (page.query_selector(HOOK), dom::first::<Element>(HOOK)) else { return Seen::Over };
    // Checking has become running: another page, with another heading.
    if new.get_attribute("data-follow") != old.get_attribute("data-follow") {
        return Seen::Over;
    }
    take_over(&old, &new);
    Seen::Going(share(&new))
}

/// The bar itself stays, so that it moves and does not begin anew.
fn take_over(old: &Element, new: &Element) {
    for (mine, fresh) in dom::all::<Element>(old, ".words > span").iter().zip(dom::all::<Element>(new, ".words > span")) {
        mine.set_text_content(fresh.text_content().as_deref());
    }
    let (Ok(Some(mine)), Ok(Some(fresh))) = (old.query_selector("progress"), new.query_selector("progress")) else { return };
    for name in ["max", "value"] {
        match fresh.get_attribute(name) {
            Some(value) => dom::set(&mine, name, &value),
            None => drop(mine.remove_attribute(name)),
        }
    }
}

fn share(of: &Element) -> u64 {
    let Ok(Some(bar)) = of.query_selector("progress") else { return 0 };
    let number = |name: &str| bar.get_attribute(name).and_then(|value| value.parse::<u64>().ok());
    number("value").unwrap_or(0).saturating_mul(PARTS) / number("max").unwrap_or(1).max(1)
}

fn said() {
    if let Some(words) = dom::first::<Element>("[data-follow] .words > span").and_then(|words| words.text_content()) {
        dom::say(&words);
    }
}

//! The phone's page as the server draws it. What the module moves has an id or a `data-act`.

use crate::{CountFloor, Page, Scanned, Start, Words, number};
use leptos::prelude::*;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// Last scans shown.
const LAST: usize = 5;

/// A drawing of the sprite.
fn icon(name: &'static str, class: &'static str) -> AnyView {
    view! { <svg class=format!("icon {class}") aria-hidden="true"><use href=format!("/icons.svg#{name}")></use></svg> }.into_any()
}

/// The same, where the module may change it.
fn changing_icon(id: &'static str, name: &'static str, class: &'static str) -> AnyView {
    view! { <svg class=format!("icon {class}") aria-hidden="true"><use id=id href=format!("/icons.svg#{name}")></use></svg> }.into_any()
}

/// Counting on the floor: the whole page.
#[component]
pub fn Floor(
    start: Start,
    page: Page,
    /// Where one says which lot or which pieces it is, without the module.
    lots: AnyView,
) -> impl IntoView {
    // Not to end the block early, whatever an item is called.
    let data = serde_json::to_string(&start).unwrap_or_default().replace('<', "\\u003c");
    view! {
        <CountFloor>
            <script type="application/json" id="floor-start" inner_html=data></script>
            <div class="floor">
                {top(&start, &page)}
                <div class="floor-body">
                    {notice(&page)} {asked(&start, &page)} {place(&start, &page.words)} {mode(&page.words)} {scan_form(&start, &page, lots)} {card(&start, &page)}
                    {last_scans(&start, &page.words)}
                </div>
                {foot(&start, &page.words)}
            </div>
        </CountFloor>
    }
}

fn top(start: &Start, page: &Page) -> AnyView {
    let words = page.words.clone();
    let here = start.places.iter().find(|place| place.id == start.place).map(crate::Place::label).unwrap_or_default();
    view! {
        <header class="floor-top">
            <a class="btn btn-quiet btn-icon" href="/floor" aria-label=words.leave>{icon("i-chevron-left", "icon-dir icon-lg")}</a>
            <div class="where">
                <h1 class="truncate" id="here" dir="auto">{here}</h1>
                <small class="mute truncate block" dir="auto">{format!("{} · {}", page.store, page.name)}</small>
            </div>
            <button type="button" class="badge badge-ok badge-lg" id="badge" data-act="sync">
                {changing_icon("badge-icon", "i-circle-check", "")}
                <span id="badge-said">{words.saved}</span>
                <span class="sr">" "{words.sync_now}</span>
            </button>
        </header>
    }
    .into_any()
}

fn notice(page: &Page) -> Option<AnyView> {
    (!page.notice.is_empty())
        .then(|| view! { <p class="notice notice-ok" role="status">{icon("i-circle-check", "")}<span>{page.notice.clone()}</span></p> }.into_any())
}

/// What is to be counted again, and by whom not.
fn asked(start: &Start, page: &Page) -> Option<AnyView> {
    if page.asked.is_empty() {
        return None;
    }
    let lines = page
        .asked
        .iter()
        .map(|line| {
            let href = format!("/floor/counts/{}?place={}", start.count, line.place);
            let said = (!line.said.is_empty()).then(|| format!(" · {}", line.said));
            view! {
                <li>
                    <a href=href><bdi dir="ltr" class="code">{line.place_code.clone()}</bdi>" "{line.name.clone()}</a>
                    <small class="mute block"><bdi dir="ltr">{line.sku.clone()}</bdi>{said}</small>
                </li>
            }
            .into_any()
        })
        .collect::<Vec<_>>();
    let view = view! {
        <section class="card stack stack-2" aria-labelledby="asked">
            <h2 id="asked" class="type-base">{page.words.asked_title.clone()}</h2>
            <ul class="stack stack-2">{lines}</ul>
        </section>
    };
    Some(view.into_any())
}

/// Where one is. A shelf's label, scanned, does the same.
fn place(start: &Start, words: &Words) -> AnyView {
    let options = start
        .places
        .iter()
        .map(|place| {
            let label = if place.name == place.code { place.code.clone() } else { format!("{} · {}", place.code, place.name) };
            let label = if place.done { format!("✓ {label}") } else { label };
            view! { <option value=place.id.clone() selected=place.id == start.place>{label}</option> }.into_any()
        })
        .collect::<Vec<_>>();
    view! {
        <form method="get" action=format!("/floor/counts/{}", start.count) class="floor-place">
            <label class="sr" for="place">{words.place.clone()}</label>
            <select class="input select" id="place" name="place" data-act="place">{options}</select>
            <button class="btn plain-only">{words.go.clone()}</button>
        </form>
    }
    .into_any()
}

fn mode(words: &Words) -> AnyView {
    view! {
        <fieldset class="awake-only">
            <legend class="sr">{words.mode.clone()}</legend>
            <div class="segment segment-floor">
                <label><input type="radio" name="mode" value="one" checked=true data-act="mode"/>{words.mode_one.clone()}</label>
                <label><input type="radio" name="mode" value="enter" data-act="mode"/>{words.mode_enter.clone()}</label>
            </div>
        </fieldset>
    }
    .into_any()
}

fn scan_form(start: &Start, page: &Page, lots: AnyView) -> AnyView {
    let words = page.words.clone();
    let wrong = |id: &'static str, said: String| {
        (!said.is_empty()).then(move || view! { <p class="error" id=id role="alert">{icon("i-circle-alert", "")}<span>{said}</span></p> })
    };
    let (code, quantity) = (wrong("code-error", page.refused.clone()), wrong("quantity-error", page.refused_quantity.clone()));
    view! {
        <form method="post" action=format!("/floor/counts/{}", start.count) class="floor-scan" data-act="scan">
            <input type="hidden" name="csrf" value=start.csrf.clone()/>
            <input type="hidden" name="scan" value=page.scan.clone()/>
            <input type="hidden" name="place" id="scan-place" value=start.place.clone()/>
            <label class="ready" for="code">
                {icon("i-scan-barcode", "icon-lg")}
                <span><b>{words.ready}</b><br/>{words.ready_hint}</span>
            </label>
            <input
                class="input floor-code"
                id="code"
                name="code"
                dir="ltr"
                value=page.typed.clone()
                maxlength="512"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                enterkeyhint="done"
                aria-describedby=code.is_some().then_some("code-error")
                aria-invalid=code.is_some().then_some("true")
            />
            {code}
            <div class="row plain-only">
                <label class="label" for="quantity">{words.quantity}</label>
                <input
                    class="input input-num"
                    id="quantity"
                    name="quantity"
                    value=if page.typed_quantity.is_empty() { String::from("1") } else { page.typed_quantity.clone() }
                    inputmode="decimal"
                    autocomplete="off"
                    aria-describedby=quantity.is_some().then_some("quantity-error")
                    aria-invalid=quantity.is_some().then_some("true")
                />
            </div>
            <div class="row plain-only">
                <label class="label" for="unit">{words.unit}</label>
                <input
                    class="input floor-unit"
                    id="unit"
                    name="unit"
                    value=page.typed_unit.clone()
                    maxlength="16"
                    list="units"
                    dir="auto"
                    autocomplete="off"
                    autocapitalize="off"
                    aria-describedby="unit-hint"
                />
                <datalist id="units">{page.units.iter().map(|unit| view! { <option value=unit.clone()></option> }).collect::<Vec<_>>()}</datalist>
            </div>
            <p class="small mute plain-only" id="unit-hint">{words.unit_hint}</p>
            {quantity}
            {lots}
            <button class="btn btn-floor btn-block when-typing">{words.count}</button>
        </form>
    }
    .into_any()
}

/// Both cards; the module shows the one that fits.
fn card(start: &Start, page: &Page) -> AnyView {
    let newest = start.scans.first().filter(|_| !page.said.is_empty());
    let is_unknown = newest.is_some_and(|scan| scan.variant.is_empty());
    let shown = newest.cloned().unwrap_or_default();
    view! {
        {counted(&shown, page, newest.is_none() || is_unknown)}
        {unknown(&shown.code, page, !is_unknown)}
    }
    .into_any()
}

fn counted(scan: &Scanned, page: &Page, hidden: bool) -> AnyView {
    let words = page.words.clone();
    let (class, sign) = if scan.stray { ("scan-card scan-bad", "i-circle-alert") } else { ("scan-card scan-good", "i-circle-check") };
    view! {
        <section class=class id="card" aria-label=words.current hidden=hidden>
            <p class="result">
                {changing_icon("card-icon", sign, "icon-lg")}
                <span id="card-said">{page.said.clone()}</span>
                <bdi dir="ltr" class="push tnum truncate" id="card-detail">{scan.sku.clone()}</bdi>
            </p>
            <div class="who">
                <div>
                    <h2><bdi id="card-name">{scan.name.clone()}</bdi></h2>
                    <p class="small mute"><bdi dir="ltr" id="card-code">{scan.code.clone()}</bdi></p>
                </div>
            </div>
            <div class="qty awake-only" id="card-qty">
                <button type="button" class="btn btn-floor" aria-label=words.fewer data-act="fewer">{icon("i-minus", "icon-xl")}</button>
                <input id="counted" inputmode="decimal" autocomplete="off" aria-label=words.quantity value=page.counted.clone() data-act="set"/>
                <button type="button" class="btn btn-floor" aria-label=words.more data-act="more">{icon("i-plus", "icon-xl")}</button>
                <span class="unit" id="card-unit"></span>
            </div>
            <p class="row pad awake-only" id="card-units" hidden=true>
                <label class="label" for="card-unit-choice">{words.unit}</label>
                <select class="input select" id="card-unit-choice" data-act="unit"></select>
            </p>
            <p class="plain-only floor-number tnum">{page.counted.clone()}</p>
            <p class="pad" id="card-stray" hidden=!scan.stray>{words.stray_text}</p>
        </section>
    }
    .into_any()
}

fn unknown(code: &str, page: &Page, hidden: bool) -> AnyView {
    let words = page.words.clone();
    let link = (!page.link.is_empty()).then(|| {
        view! { <a class="btn btn-floor btn-primary btn-block" href=page.link.clone()>{icon("i-link", "")}{words.unknown_link}</a> }
    });
    let draft = (!page.draft.is_empty()).then(|| {
        let (href, to) = (format!("{}{}", page.draft, utf8_percent_encode(code, NON_ALPHANUMERIC)), page.draft.clone());
        view! { <a class="btn btn-floor btn-block" id="unknown-draft" data-to=to href=href hidden=!page.unsaid.is_empty()>{icon("i-plus", "")}{words.unknown_draft}</a> }
    });
    view! {
        <section class="scan-card scan-bad" id="unknown" aria-label=page.words.unknown.clone() hidden=hidden>
            <p class="result">
                {icon("i-circle-alert", "icon-lg")}
                <span id="unknown-said">{if page.unsaid.is_empty() { words.unknown } else { page.unsaid.clone() }}</span>
                <bdi dir="ltr" class="push tnum truncate" id="unknown-code">{code.to_owned()}</bdi>
            </p>
            <div class="stack stack-3 pad">
                <p id="unknown-text" hidden=!page.unsaid.is_empty()>{words.unknown_text}</p>
                {link}
                {draft}
                <button type="button" class="btn btn-floor btn-block btn-quiet awake-only" data-act="later">{words.unknown_later}</button>
                <p class="small mute">{words.unknown_later_hint}</p>
            </div>
        </section>
    }
    .into_any()
}

fn last_scans(start: &Start, words: &Words) -> AnyView {
    let rows = start.scans.iter().take(LAST).map(|scan| last_scan(start, words, Some(scan))).collect::<Vec<_>>();
    let none = rows.is_empty();
    view! {
        <section aria-labelledby="last-head">
            <h2 id="last-head" class="small mute">{words.last.clone()}</h2>
            <ul class="last" id="last">{rows}</ul>
            <p class="mute small floor-none" id="last-none" hidden=!none>{words.none_yet.clone()}</p>
            <template id="last-row">{last_scan(start, words, None)}</template>
        </section>
    }
    .into_any()
}

/// A row; without a scan the pattern that the module fills.
fn last_scan(start: &Start, words: &Words, scan: Option<&Scanned>) -> AnyView {
    let scan = scan.cloned().unwrap_or_default();
    let amount = number::write(number::read(&scan.quantity, '.').unwrap_or_default(), start.decimal);
    let q = match (scan.kind.as_str(), amount.strip_prefix('-')) {
        ("set", _) => format!("={amount}"),
        (_, Some(fewer)) => format!("\u{2212}{fewer}"),
        _ => format!("+{amount}"),
    };
    let place = start.places.iter().find(|place| place.id == scan.place).map(|place| place.code.clone()).unwrap_or_default();
    let name = if scan.name.is_empty() { words.unknown.clone() } else { scan.name.clone() };
    let what = if scan.sku.is_empty() { scan.code.clone() } else { scan.sku.clone() };
    let entered = if scan.entered.is_empty() { String::new() } else { format!("{} · ", scan.entered) };
    let stray = if scan.stray { format!(" · {}", words.stray) } else { String::new() };
    view! {
        <li>
            <bdi dir="ltr" class="q">{q}</bdi>
            <span class="what"><span class="truncate block" dir="auto">{name.clone()}</span><small class="truncate block" dir="auto">{format!("{entered}{what} · {place}{stray}")}</small></span>
            <form method="post" action=format!("/floor/counts/{}/undo", start.count) data-act="undo">
                <input type="hidden" name="csrf" value=start.csrf.clone()/>
                <input type="hidden" name="scan" value=scan.id/>
                <input type="hidden" name="place" value=scan.place/>
                <button class="btn btn-quiet">{icon("i-undo-2", "icon-dir")}{words.undo.clone()}<span class="sr">{format!(" {name}, {what}")}</span></button>
            </form>
        </li>
    }
    .into_any()
}

fn foot(start: &Start, words: &Words) -> AnyView {
    let here = start.places.iter().find(|place| place.id == start.place).map(|place| place.code.clone()).unwrap_or_default();
    let base = format!("/floor/counts/{}/finish?place=", start.count);
    view! {
        <footer class="floor-foot">
            <div class="row awake-only">
                <button type="button" class="btn btn-floor btn-icon" id="keyboard" aria-label=words.keyboard.clone() aria-pressed="false" data-act="keyboard">
                    {icon("i-keyboard", "icon-lg")}
                </button>
                <button type="button" class="btn btn-floor btn-icon" id="mute" aria-label=words.sound_off.clone() data-act="mute">
                    {changing_icon("mute-icon", "i-volume-2", "icon-lg")}
                </button>
            </div>
            <a class="btn btn-floor btn-primary" id="finish" data-act="finish" data-to=base.clone() href=format!("{base}{}", start.place)>
                {icon("i-check", "icon-lg")}
                <span id="finish-said">{words.finish.replace("{place}", &here)}</span>
            </a>
        </footer>
    }
    .into_any()
}

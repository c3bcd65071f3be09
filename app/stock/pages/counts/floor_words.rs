//! The words of the phone: those that stand on the page, and those that its module says.

use floor::Words as Standing;
use std::collections::BTreeMap;
use words::Words;

/// The words that stand still.
pub(super) fn standing(words: Words) -> Standing {
    let t = |id: &str| words.t(id);
    Standing {
        leave: t("floor-leave"),
        place: t("floor-place"),
        go: t("floor-go"),
        ready: t("floor-ready"),
        ready_hint: t("floor-ready-hint"),
        mode: t("floor-mode"),
        mode_one: t("floor-mode-one"),
        mode_enter: t("floor-mode-enter"),
        quantity: t("quantity"),
        unit: t("floor-unit"),
        unit_hint: t("floor-unit.hint"),
        count: t("floor-count"),
        current: t("floor-current"),
        unknown: t("floor-unknown"),
        unknown_text: t("floor-unknown-text"),
        unknown_link: t("floor-unknown-link"),
        unknown_draft: t("floor-unknown-draft"),
        unknown_later: t("floor-unknown-later"),
        unknown_later_hint: t("floor-unknown-later-hint"),
        stray: t("floor-stray"),
        stray_text: t("floor-stray-text"),
        fewer: t("floor-fewer"),
        more: t("floor-more"),
        last: t("floor-last"),
        undo: t("action-undo"),
        none_yet: t("floor-none-yet"),
        saved: t("floor-saved"),
        sync_now: t("floor-sync-now"),
        finish: words.with("floor-finish", &[("place", "{place}".into())]),
        sound_off: t("floor-sound-off"),
        keyboard: t("floor-keyboard"),
        asked_title: t("floor-asked-title"),
    }
}

/// Why the server refuses a scan, or what that does not tell. What they are said of stands in braces.
const REFUSALS: [&str; 24] = [
    "count-unit-of-unknown",
    "unit-unknown",
    "unit-other-class",
    "quantity-too-small",
    "kit-holds-no-stock",
    "count-closed",
    "count-line-decided",
    "count-recount-other",
    "count-place-outside",
    "count-code-unreadable",
    "count-undo-nothing",
    "count-undo-other",
    "variant-unknown",
    "field-required",
    "quantity-negative",
    "quantity-not-whole",
    "quantity-too-large",
    "error-not-found",
    "lot-needed",
    "lot-day-needed",
    "lot-other-day",
    "lot-not-tracked",
    "serial-needed",
    "serial-not-tracked",
];

/// Units that items are kept in.
pub(super) const UNITS: [&str; 10] = ["each", "pack", "box", "case", "g", "kg", "cm", "m", "ml", "l"];

/// The words the module says. What it fills in stands in braces.
pub(super) fn moving(words: Words) -> BTreeMap<String, String> {
    let plain = [
        ("unknown", "floor-unknown"),
        ("refused", "floor-refused"),
        ("stray", "floor-stray"),
        ("stray_text", "floor-stray-text"),
        ("undone", "floor-undone"),
        ("sending", "floor-sending"),
        ("saved", "floor-saved"),
        ("signed_out", "floor-signed-out"),
        ("no_store", "floor-no-store"),
        ("finish_wait", "floor-finish-wait"),
        ("sound_on", "floor-sound-on"),
        ("sound_off", "floor-sound-off"),
        ("place_other", "floor-place-other"),
        ("quantity_bad", "floor-quantity-bad"),
        ("counted_one", "floor-counted-one"),
        ("counted_fewer", "floor-counted-fewer"),
    ];
    let filled = [
        ("counted_set", "floor-counted-set", "n"),
        ("finish", "floor-finish", "place"),
        ("place_now", "floor-place-now", "place"),
        ("here", "floor-here", "unit"),
    ];
    // So much of a unit, how many base units that holds, and what it comes to.
    let holes = ["entered", "pack", "base"].map(|hole| (hole, format!("{{{hole}}}").into()));
    let counted_unit = words.with("floor-counted-unit", &holes);
    plain
        .into_iter()
        .map(|(name, id)| (name.to_owned(), words.t(id)))
        .chain(filled.into_iter().map(|(name, id, hole)| (name.to_owned(), words.with(id, &[(hole, format!("{{{hole}}}").into())]))))
        .chain([(String::from("counted_unit"), counted_unit)])
        .chain(UNITS.into_iter().map(|unit| (format!("unit-{unit}"), words.t(&format!("unit-{unit}.name")))))
        .chain(
            REFUSALS.into_iter().map(|code| {
                (format!("no-{code}"), words.with(code, &["lot", "day", "unit", "base"].map(|hole| (hole, format!("{{{hole}}}").into()))))
            }),
        )
        .collect()
}

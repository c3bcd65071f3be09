//! The locations a file names, and the stores they are.

use admin_rules::ImportView;
use kit::{Cell, Choice, Column, RowOf, Section, Select, Table};
use leptos::prelude::*;
use stock_rules::{CreateStore, is_store_code};
use vocabulary::Permission;
use wire::{Typed, Visit};

use super::tell;

pub(crate) fn section(visit: &Visit, view: &ImportView, typed: &Typed) -> Option<AnyView> {
    let words = visit.words;
    let places: Vec<_> = view.found.unknown.iter().chain(&view.found.known).cloned().collect();
    if places.is_empty() {
        return None;
    }
    let may_open = visit.may(Permission::PlaceWrite);
    let columns = vec![
        Column::new("location", words.t("import-col-location")),
        Column::num("rows", words.t("import-col-rows")),
        Column::new("store", words.t("import-col-store")),
    ];
    let rows = places
        .into_iter()
        .enumerate()
        .map(|(at, place)| {
            let mut choices: Vec<Choice> = visit.stores.iter().map(|store| Choice::new(store.id.to_string(), store.name.clone())).collect();
            if may_open && place.store.is_none() {
                choices.push(Choice::new("open", words.t("import-place-create")));
            }
            choices.push(Choice::new("skip", words.t("import-place-skip")));
            let name = format!("p{at}");
            let label = words.with("import-place-store", &[("place", place.name.as_str().into())]);
            let (value, error) = (typed.value(&name), typed.error(&name));
            RowOf::new(vec![
                Cell::head(view! { <bdi>{place.name}</bdi> }),
                Cell::num(tell::count(words, place.rows), false),
                Cell::new(view! { <Select name label choices prompt=words.t("import-place-choose") value error hide_label=true/> }),
            ])
        })
        .collect::<Vec<_>>();
    Some(
        view! {
            <Section title=words.t("import-places-title") id="places" class="above-6">
                <p class="hint below-2">{words.t("import-places-text")}</p>
                <Table caption=words.t("import-places-caption") columns rows/>
            </Section>
        }
        .into_any(),
    )
}

/// A store of this name, with a code made from it that no other has: `High Street` is `HIGH-STREET`.
pub(crate) fn store_named(visit: &Visit, name: &str, taken: &[String]) -> CreateStore {
    let letters: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_uppercase() } else { '-' }).collect();
    let stem: String = letters.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-").chars().take(12).collect();
    let stem = stem.trim_matches('-').to_owned();
    let is_free = |code: &String| is_store_code(code) && visit.store_by_code(code).is_none() && !taken.contains(code);
    let code = std::iter::once(stem.clone())
        .chain((2..100).map(|n| format!("{stem}-{n}")))
        .chain((1..100).map(|n| format!("STORE-{n}")))
        .find(is_free)
        .unwrap_or_default();
    CreateStore {
        code,
        name: name.chars().take(120).collect(),
        zone: visit.words.zone.name().to_owned(),
        locale: visit.actor.locale.tag().to_owned(),
        currency: visit.currency,
    }
}

//! The day's work, the most urgent first.

use admin_rules::Task;
use kit::{Glyph, LinkButton, Mark, Queue, Size, StoreName, Tone, Weight};
use leptos::prelude::*;
use vocabulary::StoreId;
use wire::Visit;

pub(super) fn list(visit: &Visit, tasks: Vec<Task>) -> impl IntoView + use<> {
    let tasks = tasks.into_iter().map(|task| one(visit, task)).collect();
    view! { <Queue tasks label=visit.words.t("home-today")/> }
}

fn one(visit: &Visit, task: Task) -> kit::Task {
    let words = visit.words;
    let store = |id: StoreId| {
        visit.store_by_id(id).map(|store| {
            let (name, mark) = (store.name.clone(), Mark(store.mark));
            view! { <StoreName name mark/> }
        })
    };
    let act = |word: &str, href: &str| {
        let (label, href) = (words.t(word), href.to_owned());
        view! { <LinkButton label href size=Size::Small weight=Weight::Secondary/> }
    };
    let number = |number: i64| format!("CNT-{number:04}");
    match task {
        Task::ProofFailed { proof, at, wrong } => {
            let href = format!("/admin/verify/{proof}");
            kit::Task::new(Glyph::Scale, words.with("home-proof-failed", &[("count", wrong.into())]), href.clone())
                .fact(words.date_time(at))
                .due(view! { <kit::State label=words.t("home-wrong") tone=Tone::Bad/> })
                .action(act("home-look", &href))
        }
        Task::Negative { keys } => {
            let href = super::in_store(visit, "/stock?view=oversold");
            kit::Task::new(Glyph::Boxes, words.with("home-negative", &[("count", keys.into())]), href.clone())
                .fact(words.t("home-negative-fact"))
                .due(view! { <kit::State label=words.t("home-wrong") tone=Tone::Bad/> })
                .action(act("home-look", &href))
        }
        Task::ReviewCount { count, number: n, name, store: at } => {
            let href = format!("/stock/counts/{count}/review");
            kit::Task::new(Glyph::ClipboardCheck, words.with("home-review", &[("name", name.into())]), href.clone())
                .fact(store(at))
                .fact(view! { <kit::Code value=number(n)/> })
                .action(act("home-review-do", &href))
        }
        Task::ReceiveTransfer { transfer, code, from, to, shipped_at } => {
            let href = format!("/stock/transfers/{transfer}");
            kit::Task::new(Glyph::Truck, words.with("home-transfer", &[("code", words.code(&code).into())]), href.clone())
                .fact(view! { {store(from)}" "<kit::Icon name=Glyph::ArrowRight class="icon-dir"/>" "<span class="sr">{words.t("home-to")}</span>{store(to)} })
                .fact(words.with("home-shipped", &[("day", words.day(shipped_at).into())]))
                .action(act("home-transfer-do", &href))
        }
        Task::RunImport { import, name } => {
            let href = format!("/admin/imports/{import}");
            kit::Task::new(Glyph::Upload, words.with("home-import-ready", &[("name", words.code(&name).into())]), href.clone())
                .fact(words.t("home-import-ready-fact"))
                .action(act("home-look", &href))
        }
        Task::MendImport { import, name, rows } => {
            let href = format!("/admin/imports/{import}");
            kit::Task::new(Glyph::Upload, words.with("home-import-rows", &[("count", rows.into()), ("name", words.code(&name).into())]), href.clone())
                .fact(words.t("home-import-rows-fact"))
                .action(act("home-import-rows-do", &href))
        }
        Task::Count { count, number: n, name, store: at } => {
            let href = format!("/stock/counts/{count}");
            kit::Task::new(Glyph::ScanBarcode, words.with("home-count", &[("name", name.into())]), href.clone())
                .fact(store(at))
                .fact(view! { <kit::Code value=number(n)/> })
                .action(act("home-count-do", &href))
        }
    }
}

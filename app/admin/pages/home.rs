//! Home: what to do, what is wrong.

use axum::{extract::State, response::IntoResponse};
use kit::{Empty, Glyph, LinkButton, PageHead, Weight, render};
use leptos::prelude::*;
use wire::{Nav, PageDoc, PageResult, PageState, Visit};

pub(crate) async fn show(State(_): State<PageState>, visit: Visit) -> PageResult {
    let words = visit.words;
    let title = words.t("nav-home");
    let heading = title.clone();
    let tenant = visit.tenant_name.clone();
    let body = render(move || {
        view! {
            <PageHead title=heading sub=view! { {tenant} }/>
            <Empty
                title=words.t("home-empty-title")
                text=words.t("home-empty-text")
                icon=Glyph::Upload
                actions=view! { <LinkButton label=words.t("nav-stock") href="/stock" weight=Weight::Primary/> }
            />
        }
    });
    Ok(PageDoc::new(title, Nav::Home, body).into_response())
}

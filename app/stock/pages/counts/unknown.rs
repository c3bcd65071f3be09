//! Codes that belong to nothing: link them to an item, or set them aside. Nothing is guessed, nothing is dropped.

use axum::extract::{Path, State};
use kit::{Button, Code, Form as FormView, Glyph, Input, Section, Weight};
use leptos::prelude::*;
use stock_rules::{DecideUnknownCode, UnknownCode};
use vocabulary::{AppError, Ask, CountId, Key, Permission, Said};
use wire::{PageError, PageResult, PageState, Posted, Visit};

pub(super) async fn submit(State(state): State<PageState>, Path(count): Path<CountId>, Posted { visit, key, fields }: Posted) -> PageResult {
    let aside = fields.get("act") == "aside";
    let item = (!aside).then(|| fields.get("item").trim().to_owned());
    let decide = DecideUnknownCode { count, code: fields.get("code").to_owned(), item };
    let back = if fields.get("back") == "review" { format!("/stock/counts/{count}/review") } else { format!("/stock/counts/{count}") };
    let said = match state.desk.run(Ask::new(&visit.actor, key, decide)).await {
        Ok(decided) => Said::new(if aside { "count-unknown-aside-done" } else { "count-unknown-link-done" }).with("count", decided.scans),
        Err(AppError::Invalid { fields: wrong }) => wrong.into_iter().next().map_or_else(|| Said::new("variant-unknown"), |wrong| wrong.said),
        Err(AppError::Conflict { said }) => said,
        Err(error) => return Err(PageError(error)),
    };
    Ok(visit.done(&format!("{back}#unknown"), said).await)
}

/// The codes, each with what one may do about it.
pub(super) fn section(visit: &Visit, count: CountId, codes: &[UnknownCode], from_review: bool) -> impl IntoView + use<> {
    let words = visit.words;
    let may = visit.may(Permission::CountReview);
    let back = if from_review { "review" } else { "" };
    let rows = codes
        .iter()
        .enumerate()
        .map(|(at, code)| {
            let said = words.with(
                "count-unknown-line",
                &[("quantity", code.quantity.into()), ("place", words.code(&code.location_code).into()), ("who", words.list(&code.counters).into())],
            );
            let form = may.then(|| {
                let hidden = vec![(String::from("code"), code.code.clone()), (String::from("back"), back.to_owned())];
                let (csrf, key) = (visit.token.clone(), Key::random().as_str().to_owned());
                view! {
                    <FormView action=format!("/stock/counts/{count}/unknown") csrf idempotency=key hidden class="row row-end">
                        <Input name="item" id=format!("item-{at}") label=words.t("count-unknown-item") value=""/>
                        <Button label=words.t("count-unknown-link") icon=Glyph::Link name="act" value="link"/>
                        <Button label=words.t("count-unknown-aside") weight=Weight::Quiet name="act" value="aside"/>
                    </FormView>
                }
            });
            view! { <li class="stack stack-2"><p><Code value=code.code.clone()/>" "<span class="mute small">{said}</span></p>{form}</li> }.into_any()
        })
        .collect::<Vec<_>>();
    let title = words.with("count-unknown-title", &[("count", codes.len().into())]);
    view! {
        <Section title id="unknown" class="above-8">
            <p class="hint below-2">{words.t("count-unknown-hint")}</p>
            <ul class="stack">{rows}</ul>
        </Section>
    }
}

//! Codes that belong to nothing: link them to an item, or set them aside. Nothing is guessed, nothing is dropped.

use axum::extract::{Path, State};
use kit::{Button, Code, Form as FormView, Glyph, Input, Section, Weight};
use leptos::prelude::*;
use stock_rules::{DecideUnknownCode, LotGiven, UnknownCode};
use vocabulary::{AppError, Ask, CountId, Key, Permission, Said, Tracking};
use wire::{PageError, PageResult, PageState, Posted, Visit};

pub(super) async fn submit(State(state): State<PageState>, Path(count): Path<CountId>, Posted { visit, key, fields }: Posted) -> PageResult {
    let aside = fields.get("act") == "aside";
    let item = (!aside).then(|| fields.get("item").trim().to_owned());
    let given = |name: &str| Some(fields.get(name).trim()).filter(|text| !aside && !text.is_empty());
    let expires_on = given("expires_on").and_then(|day| visit.words.read_date(day).ok());
    let lot = given("lot").map(|code| LotGiven { code: code.to_owned(), expires_on, made_on: None });
    let serial = given("serial").map(str::to_owned);
    // Of what item it is stands there already, where that is known.
    let item = item.filter(|item| !item.is_empty() || (lot.is_none() && serial.is_none()));
    let decide = DecideUnknownCode { count, code: fields.get("code").to_owned(), item, lot, serial };
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
                        <Input name="item" id=format!("item-{at}") label=words.t("count-unknown-item") value=code.sku.clone().unwrap_or_default()/>
                        {tracked(visit, at, code.tracking)}
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

/// Which lot or which piece it was, where the item's are told apart.
fn tracked(visit: &Visit, at: usize, tracking: Option<Tracking>) -> Option<AnyView> {
    let words = visit.words;
    let day = |tracking: Tracking| {
        tracking.expires().then(|| view! { <Input name="expires_on" id=format!("day-{at}") label=words.t("lot-expires") kind="date" value=""/> })
    };
    match tracking? {
        Tracking::None => None,
        Tracking::Serial => {
            Some(view! { <Input name="serial" id=format!("serial-{at}") label=words.t("count-serial") value="" maxlength=64/> }.into_any())
        }
        tracking => Some(view! { <Input name="lot" id=format!("lot-{at}") label=words.t("lot") value="" maxlength=64/> {day(tracking)} }.into_any()),
    }
}

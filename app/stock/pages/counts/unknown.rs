//! Codes that belong to nothing: link them to an item, or set them aside. Nothing is guessed, nothing is dropped.

use crate::rows::{LotTyped, lot_fields, lots_unasked};
use axum::extract::{Path, State};
use kit::{Button, Code, Form as FormView, Glyph, Input, Section, Weight};
use leptos::prelude::*;
use stock_rules::{DecideUnknownCode, UnknownCode};
use vocabulary::{AppError, Ask, CountId, Key, Permission, Said};
use wire::{Fields, PageError, PageResult, PageState, Posted, Typed, Visit};

pub(super) async fn submit(State(state): State<PageState>, Path(count): Path<CountId>, Posted { visit, key, fields }: Posted) -> PageResult {
    let aside = fields.get("act") == "aside";
    let item = (!aside).then(|| fields.get("item").trim().to_owned());
    let typed = if aside { LotTyped::default() } else { LotTyped::read(&fields, fields.get("told")) };
    let back = if fields.get("back") == "review" { format!("/stock/counts/{count}/review") } else { format!("/stock/counts/{count}") };
    let (lot, serials) = match typed.all(visit.words) {
        Ok(told) => told,
        Err((_, said)) => return Ok(visit.done(&format!("{back}#unknown"), said).await),
    };
    // Of what item it is stands there already, where that is known.
    let item = item.filter(|item| !item.is_empty() || (lot.is_none() && serials.is_empty()));
    let decide = DecideUnknownCode { count, code: fields.get("code").to_owned(), location: fields.get("place").parse().ok(), item, lot, serials };
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
                // Of which the fields' names begin so: there are as many forms as codes.
                let prefix = format!("told{at}.");
                let hidden = [("told", prefix.clone()), ("code", code.code.clone()), ("place", code.location.to_string()), ("back", back.to_owned())];
                let hidden = hidden.map(|(name, value)| (name.to_owned(), value)).to_vec();
                let day = code.expires_on.map(|day| day.to_string()).unwrap_or_default();
                let told = LotTyped { expires_on: day, ..LotTyped::default() };
                let typed = Typed::new(words, &Fields::default(), &[]);
                let told = match code.tracking {
                    Some(tracking) => lot_fields(words, &prefix, |word| words.t(word), tracking, &told, true, &typed),
                    None => Some(lots_unasked(words, &prefix, &told, &typed, "")),
                };
                let item = code.sku.clone().unwrap_or_default();
                let hint = if code.could_be.is_empty() {
                    String::new()
                } else {
                    words.with("count-unknown-which", &[("items", words.list(&code.could_be).into())])
                };
                let (csrf, key) = (visit.token.clone(), Key::random().as_str().to_owned());
                view! {
                    <FormView action=format!("/stock/counts/{count}/unknown") csrf idempotency=key hidden class="row row-end">
                        <Input name="item" id=format!("item-{at}") label=words.t("count-unknown-item") hint value=item/>
                        {told}
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

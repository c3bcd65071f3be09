//! Sign in, sign out.

use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use kit::{Button, ErrorSummary, Form, Input, Notice, PageHead, Tone, Weight, render};
use leptos::prelude::*;
use serde::Deserialize;
use vocabulary::{AppError, Said};
use wire::{Fields, Frame, Guest, Nav, PageDoc, PageError, PageResult, PageState, Posted, Unsent, Visit, local, see_other, send_on};

#[derive(Deserialize)]
pub(crate) struct Ask {
    #[serde(default)]
    next: String,
    /// A form was sent after the session had ended.
    lost: Option<String>,
}

pub(crate) async fn show(visit: Option<axum::Extension<Visit>>, guest: Guest, Query(ask): Query<Ask>) -> Response {
    // Somebody signed in has no business here.
    if visit.is_some() {
        return see_other(local(&ask.next));
    }
    let notice = ask.lost.map(|_| "signin-lost");
    page(&guest, "", &ask.next, None, notice, None).into_response()
}

pub(crate) async fn submit(State(state): State<PageState>, guest: Guest, fields: Fields) -> PageResult {
    let (email, password, next) = (fields.get("email"), fields.get("password"), fields.get("next"));
    let unsent = Unsent::of(local(fields.get("unsent_to")).to_owned(), local(next).to_owned(), Fields::parse(fields.get("unsent")));
    match state.gate.sign_in(&guest.session, email, password).await {
        Ok(person) => match unsent {
            Some(unsent) if person.tenants.len() == 1 => {
                unsent.keep(&guest.session).await;
                Ok(see_other(Unsent::ASKED))
            }
            // Who belongs to several businesses begins in the first: what was typed may be another's.
            Some(_) => {
                guest.notice(Said::new("unsent-several")).await;
                Ok(see_other(local(next)))
            }
            None => Ok(see_other(local(next))),
        },
        Err(AppError::Conflict { said }) => {
            let wrong = guest.words.said(&said);
            Ok(page(&guest, email, next, Some(wrong), None, unsent.as_ref()).status(StatusCode::UNPROCESSABLE_ENTITY).into_response())
        }
        Err(error) => Err(PageError(error)),
    }
}

pub(crate) async fn leave(State(state): State<PageState>, posted: Posted) -> PageResult {
    state.gate.sign_out(&posted.visit.session).await?;
    Ok(see_other("/signin"))
}

/// The sign-in page in the place of a form's answer: what was typed goes along.
#[must_use]
pub fn instead_of(unsent: &Unsent, guest: &Guest) -> PageDoc {
    page(guest, "", &unsent.back, None, Some("signin-unsent"), Some(unsent)).status(StatusCode::FORBIDDEN)
}

/// What had been typed before a session ended: who signed in now sends it, or leaves it.
pub(crate) async fn unsent(visit: Visit) -> PageResult {
    let Some(unsent) = Unsent::kept(&visit.session).await else { return Ok(see_other("/")) };
    let words = visit.words;
    let title = words.t("unsent-title");
    let lead = words.with("unsent-lead", &[("name", visit.actor.name.as_str().into()), ("business", visit.tenant_name.as_str().into())]);
    let (heading, csrf) = (title.clone(), visit.token.clone());
    let body = render(move || {
        view! {
            <PageHead title=heading sub=view! { {lead} }/>
            <Form action=Unsent::ASKED csrf hidden=unsent.typed class="row">
                <Button label=words.t("unsent-send") weight=Weight::Primary name=ACT value="send"/>
                <Button label=words.t("unsent-leave") name=ACT value="leave"/>
            </Form>
        }
    });
    Ok(PageDoc::new(title, Nav::None, body).into_response())
}

/// The button of that page which was pressed; no form of another page has such a field.
const ACT: &str = "unsent_act";

pub(crate) async fn send_or_leave(posted: Posted) -> Response {
    let Some(unsent) = Unsent::taken(&posted.visit.session).await else { return see_other("/") };
    if posted.fields.get(ACT) == "send" { send_on(&unsent.to) } else { see_other(&unsent.back) }
}

fn page(guest: &Guest, email: &str, next: &str, wrong: Option<String>, notice: Option<&'static str>, unsent: Option<&Unsent>) -> PageDoc {
    let words = guest.words;
    let title = words.t("signin-title");
    // The address keeps where one was going too: the choice of language comes back to it.
    let action = wire::address("/signin", &[("next", Some(next.to_owned()).filter(|next| !next.is_empty()))]);
    let (heading, csrf, next, email) = (title.clone(), guest.token.clone(), next.to_owned(), email.to_owned());
    let mut hidden = vec![(String::from("next"), next)];
    hidden.extend(unsent.into_iter().flat_map(|unsent| [(String::from("unsent_to"), unsent.to.clone()), (String::from("unsent"), unsent.written())]));
    let body = render(move || {
        let errors = wrong.clone().map(|text| (String::from("email"), text)).into_iter().collect::<Vec<_>>();
        view! {
            <PageHead title=heading sub=view! { {words.t("signin-lead")} }/>
            {notice.map(|said| view! { <Notice tone=Tone::Warn class="below-5">{words.t(said)}</Notice> })}
            <Form action csrf hidden>
                <ErrorSummary title=words.t("errors-title") errors/>
                <Input name="email" label=words.t("signin-email") kind="email" value=email autocomplete="username" required=true autofocus=true/>
                <Input name="password" label=words.t("signin-password") kind="password" autocomplete="current-password" required=true/>
                <Button label=words.t("signin-submit") weight=Weight::Primary block=true/>
            </Form>
            <p class="small mute">{words.t("signin-forgot")}</p>
        }
    });
    PageDoc::new(title, Nav::None, body).frame(Frame::Front)
}

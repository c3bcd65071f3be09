//! One person: role, password, whether they may come in.

use super::roles;
use crate::{once::shown_once, password, told};
use ::lists::history::Face;
use admin_rules::{ChangeRole, DisablePerson, EnablePerson, PersonChanged, PersonShown, RemovePerson, ResetPassword, ShowPerson};
use axum::{
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use kit::{
    Badge, Button, DescriptionList, ErrorSummary, Fact, Form as FormView, FormActions, Glyph, Notice, PageHead, RadioGroup, Section, Tone, Weight,
    render,
};
use leptos::prelude::*;
use vocabulary::{AppError, Ask, FieldError, Key, Operation, PersonId, Role, Said};
use wire::{Fields, Form, Nav, PageDoc, PageError, PageResult, PageState, Posted, Typed, Visit, refused};
use words::Words;

/// What the fields are called, for the summary of what is wrong.
const LABELS: &[(&str, &str)] = &[("role", "people-role-legend")];

pub(crate) async fn show(State(state): State<PageState>, visit: Visit, Path(person): Path<String>) -> PageResult {
    let shown = load(&state, &visit, &person).await?;
    Ok(page(&visit, &shown, &Fields::default(), &[]).into_response())
}

async fn load(state: &PageState, visit: &Visit, person: &str) -> Result<PersonShown, PageError> {
    let person: PersonId = person.parse().map_err(|_| AppError::NotFound)?;
    Ok(state.desk.ask(&visit.actor, ShowPerson { person }).await?)
}

pub(crate) async fn change_role(State(state): State<PageState>, Path(person): Path<String>, posted: Posted) -> PageResult {
    let shown = load(&state, &posted.visit, &person).await?;
    let mut form = Form::new(posted.visit.words, &posted.fields);
    let role = form.pick("role", Role::of_tag(form.raw("role")));
    match form.finish(role) {
        Ok(role) => act(&state, posted, &shown, ChangeRole { person: shown.row.person, role }, "people-role-changed").await,
        Err(errors) => Ok(page(&posted.visit, &shown, &posted.fields, &errors).refused().into_response()),
    }
}

pub(crate) async fn disable(State(state): State<PageState>, Path(person): Path<String>, posted: Posted) -> PageResult {
    let shown = load(&state, &posted.visit, &person).await?;
    act(&state, posted, &shown, DisablePerson { person: shown.row.person }, "people-disabled-done").await
}

pub(crate) async fn enable(State(state): State<PageState>, Path(person): Path<String>, posted: Posted) -> PageResult {
    let shown = load(&state, &posted.visit, &person).await?;
    act(&state, posted, &shown, EnablePerson { person: shown.row.person }, "people-enabled-done").await
}

pub(crate) async fn remove(State(state): State<PageState>, Path(person): Path<String>, posted: Posted) -> PageResult {
    let shown = load(&state, &posted.visit, &person).await?;
    act(&state, posted, &shown, RemovePerson { person: shown.row.person }, "people-removed").await
}

pub(crate) async fn reset(State(state): State<PageState>, Path(person): Path<String>, posted: Posted) -> PageResult {
    let Posted { visit, key, fields } = posted;
    let shown = load(&state, &visit, &person).await?;
    let password = password::generate();
    let reset = ResetPassword { person: shown.row.person, password: password.clone() };
    match state.desk.run(Ask::new(&visit.actor, key, reset)).await {
        Ok(changed) => {
            let title = visit.words.with("people-password-set", &[("name", changed.name.as_str().into())]);
            Ok(shown_once(&visit, title, &shown.row.email, &password, "/admin/people").into_response())
        }
        Err(error) => Ok(page(&visit, &shown, &fields, &refused(error)?).refused().into_response()),
    }
}

/// Does it, and says so on the list; or says on this page why not.
async fn act<O>(state: &PageState, posted: Posted, shown: &PersonShown, operation: O, done: &str) -> Result<Response, PageError>
where
    O: Operation<Reply = PersonChanged>,
{
    let Posted { visit, key, fields } = posted;
    match state.desk.run(Ask::new(&visit.actor, key, operation)).await {
        Ok(changed) => Ok(visit.done("/admin/people", Said::new(done).with("name", changed.name)).await),
        Err(error) => Ok(page(&visit, shown, &fields, &refused(error)?).refused().into_response()),
    }
}

/// A form of one button.
fn press(visit: &Visit, shown: &PersonShown, act: &str, label: String, weight: Weight) -> impl IntoView + use<> {
    let (csrf, key, action) = (visit.token.clone(), Key::random().as_str().to_owned(), format!("/admin/people/{}/{act}", shown.row.person));
    view! { <FormView action csrf idempotency=key><FormActions><Button label weight/></FormActions></FormView> }
}

fn page(visit: &Visit, shown: &PersonShown, fields: &Fields, errors: &[FieldError]) -> PageDoc {
    let words = visit.words;
    let title = shown.row.name.clone();
    let typed = Typed::new(words, fields, errors);
    let (heading, visit, shown) = (title.clone(), visit.clone(), shown.clone());
    let body = render(move || {
        let disabled = shown.row.disabled_at.is_some();
        let state = disabled.then(|| view! { <Badge label=words.t("people-disabled") tone=Tone::Warn icon=Glyph::Lock/> });
        let acts = if shown.is_asker {
            view! { <Notice><p>{words.t("people-self")}" "<a href="/admin/account">{words.t("account-title")}</a></p></Notice> }.into_any()
        } else {
            acts(&visit, &shown, &typed).into_any()
        };
        view! {
            <PageHead title=heading sub=view! { <bdi dir="ltr">{shown.row.email.clone()}</bdi> } actions=state/>
            {told::person(&visit, &shown).tabs(&visit, Face::Overview)}
            <div class="stack stack-8">
                <ErrorSummary title=words.t("errors-title") errors=typed.summary(LABELS)/>
                <DescriptionList facts=facts(words, &shown) start=true/>
                {acts}
            </div>
        }
    });
    PageDoc::new(title, Nav::People, body).under(words.t("nav-settings"), "/admin/settings").under(words.t("nav-people"), "/admin/people")
}

fn facts(words: Words, shown: &PersonShown) -> Vec<Fact> {
    let mut facts =
        vec![Fact::new(words.t("account-role"), words.role(shown.row.role)), Fact::new(words.t("people-joined"), words.day(shown.row.joined_at))];
    if let Some(at) = shown.row.disabled_at {
        facts.push(Fact::new(words.t("people-disabled"), words.date_time(at)));
    }
    facts
}

fn acts(visit: &Visit, shown: &PersonShown, typed: &Typed) -> impl IntoView + use<> {
    let words = visit.words;
    let (csrf, key, action) = (visit.token.clone(), Key::random().as_str().to_owned(), format!("/admin/people/{}/role", shown.row.person));
    let role = Some(typed.value("role")).filter(|role| !role.is_empty()).unwrap_or_else(|| shown.row.role.tag().to_owned());
    let wrong = typed.error("role");
    let password = if shown.is_elsewhere {
        view! { <p class="mute">{words.t("person-elsewhere")}</p> }.into_any()
    } else {
        press(visit, shown, "password", words.t("people-password-do"), Weight::Secondary).into_any()
    };
    // Either may be done, never both.
    let (act, word) = if shown.row.disabled_at.is_some() { ("enable", "people-enable") } else { ("disable", "people-disable") };
    let entry = press(visit, shown, act, words.t(word), Weight::Secondary);
    let entry = view! {
        <Section title=words.t(word) id=act class="stack">
            <p class="mute">{words.t(&format!("{word}.text"))}</p>
            {entry}
        </Section>
    };
    let remove = press(visit, shown, "remove", words.t("people-remove"), Weight::Danger);
    view! {
        <div class="stack stack-8">
            <Section title=words.t("account-role") id="roles">
                <FormView action csrf idempotency=key>
                    <RadioGroup name="role" legend=words.t("people-role-legend") choices=roles(words) value=role error=wrong/>
                    <div class="row"><Button label=words.t("people-role-do") weight=Weight::Primary/></div>
                </FormView>
            </Section>
            <Section title=words.t("people-password") id="password" class="stack">
                <p class="mute">{words.t("people-password.text")}</p>
                {password}
            </Section>
            {entry}
            <Section title=words.t("people-remove") id="remove" class="stack">
                <p class="mute">{words.t("people-remove.text")}</p>
                {remove}
            </Section>
        </div>
    }
}

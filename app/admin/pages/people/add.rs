//! Let somebody in. Their first password is shown once, on the page that answers; it is kept nowhere else.

use super::roles;
use crate::{once::shown_once, password};
use admin_rules::AddPerson;
use axum::{extract::State, response::IntoResponse};
use kit::{ActionBar, Button, ErrorSummary, Form as FormView, Input, LinkButton, PageHead, RadioGroup, Weight, render};
use leptos::prelude::*;
use vocabulary::{Ask, FieldError, Key, Permission, Role, Said};
use wire::{Fields, Form, Nav, PageDoc, PageResult, PageState, Posted, Typed, Visit, refused};

/// What the fields are called, for the summary of what is wrong.
const LABELS: &[(&str, &str)] = &[("name", "name"), ("email", "signin-email"), ("role", "account-role")];

pub(crate) async fn show(visit: Visit) -> PageResult {
    visit.needs(Permission::PeopleManage)?;
    let fields = Fields(vec![(String::from("role"), Role::Clerk.tag().to_owned())]);
    Ok(page(&visit, &Key::random(), &fields, &[]).into_response())
}

pub(crate) async fn submit(State(state): State<PageState>, Posted { visit, key, fields }: Posted) -> PageResult {
    visit.needs(Permission::PeopleManage)?;
    let password = password::generate();
    let mut form = Form::new(visit.words, &fields);
    let (name, email) = (form.text("name", 120), form.text("email", 254));
    let role = form.pick("role", Role::of_tag(form.raw("role")));
    let add = name.zip(email).zip(role).map(|((name, email), role)| AddPerson { name, email, role, password: password.clone() });
    let add = match form.finish(add) {
        Ok(add) => add,
        Err(errors) => return Ok(page(&visit, &key, &fields, &errors).refused().into_response()),
    };
    let (name, email) = (add.name.clone(), add.email.clone());
    match state.desk.run(Ask::new(&visit.actor, key.clone(), add)).await {
        Ok(added) if added.is_new => {
            let title = visit.words.with("people-added", &[("name", name.as_str().into())]);
            Ok(shown_once(&visit, title, &email, &password, "/admin/people").into_response())
        }
        Ok(_) => Ok(visit.done("/admin/people", Said::new("people-added-known").with("email", email)).await),
        Err(error) => {
            let errors = refused(error)?;
            Ok(page(&visit, &key, &fields, &errors).refused().into_response())
        }
    }
}

fn page(visit: &Visit, key: &Key, fields: &Fields, errors: &[FieldError]) -> PageDoc {
    let words = visit.words;
    let title = words.t("people-add");
    let typed = Typed::new(words, fields, errors);
    let (heading, csrf, key) = (title.clone(), visit.token.clone(), key.as_str().to_owned());
    let body = render(move || {
        view! {
            <PageHead title=heading sub=view! { {words.t("people-add-lead")} }/>
            <FormView action="/admin/people/new" csrf idempotency=key>
                <ErrorSummary title=words.t("errors-title") errors=typed.summary(LABELS)/>
                <Input
                    name="name"
                    label=words.t("name")
                    value=typed.value("name")
                    error=typed.error("name")
                    autocomplete="off"
                    maxlength=120
                    required=true
                />
                <Input
                    name="email"
                    label=words.t("signin-email")
                    kind="email"
                    value=typed.value("email")
                    error=typed.error("email")
                    hint=words.t("people-email-hint")
                    autocomplete="off"
                    maxlength=254
                    dir="ltr"
                    required=true
                />
                <RadioGroup name="role" legend=words.t("account-role") choices=roles(words) value=typed.value("role") error=typed.error("role")/>
                <ActionBar words=view! { {words.t("people-add-effect")} }>
                    <LinkButton label=words.t("action-cancel") href="/admin/people"/>
                    <Button label=words.t("people-add-do") weight=Weight::Primary/>
                </ActionBar>
            </FormView>
        }
    });
    PageDoc::new(title, Nav::People, body).under(words.t("nav-settings"), "/admin/settings").under(words.t("nav-people"), "/admin/people")
}

//! Settings: the ways to everything that is set up once, and what holds for the whole business.

use crate::told;
use ::lists::history::Face;
use admin_rules::{ChangeSettings, Settings, ShowSettings};
use axum::{extract::State, response::IntoResponse};
use kit::{
    Button, Checkbox, Choice, ErrorSummary, Form as FormView, FormActions, Glyph, Input, PageHead, Queue, Section, Select, Task, Weight, render,
};
use leptos::prelude::*;
use vocabulary::{AppError, Ask, FieldError, Key, Locale, Permission, Said};
use wire::{Fields, Form, Nav, PageDoc, PageResult, PageState, Posted, Typed, Visit, refused};

/// What the fields are called, for the summary of what is wrong.
const LABELS: &[(&str, &str)] = &[
    ("name", "settings-name"),
    ("locale", "language-label"),
    ("zone", "settings-zone"),
    ("currency", "settings-currency"),
    ("public_base", "settings-base"),
];

pub(crate) async fn show(State(state): State<PageState>, visit: Visit) -> PageResult {
    let settings = load(&state, &visit).await?;
    Ok(page(&visit, settings.as_ref(), &Fields::default(), &[]).into_response())
}

/// The settings, for who may change them; others find here only the ways on.
async fn load(state: &PageState, visit: &Visit) -> Result<Option<Settings>, AppError> {
    match visit.may(Permission::SettingsWrite) {
        true => state.desk.ask(&visit.actor, ShowSettings {}).await.map(Some),
        false => Ok(None),
    }
}

pub(crate) async fn change(State(state): State<PageState>, Posted { visit, key, fields }: Posted) -> PageResult {
    let mut form = Form::new(visit.words, &fields);
    // What must be there is the desk's to say, with all else that is wrong.
    let (name, zone, base) = (form.optional_text("name", 120), form.optional_text("zone", 64), form.optional_text("public_base", 200));
    let change = name.zip(zone).zip(base).map(|((name, zone), public_base)| ChangeSettings {
        name,
        locale: fields.get("locale").to_owned(),
        zone,
        public_base,
        one_person: fields.has("one_person"),
    });
    let outcome = match form.finish(change) {
        Ok(change) => state.desk.run(Ask::new(&visit.actor, key, change)).await,
        Err(fields) => Err(AppError::Invalid { fields }),
    };
    match outcome {
        Ok(_) => Ok(visit.done("/admin/settings", Said::new("notice-saved")).await),
        Err(error) => {
            let errors = refused(error)?;
            let settings = load(&state, &visit).await?;
            Ok(page(&visit, settings.as_ref(), &fields, &errors).refused().into_response())
        }
    }
}

fn page(visit: &Visit, settings: Option<&Settings>, fields: &Fields, errors: &[FieldError]) -> PageDoc {
    let words = visit.words;
    let title = words.t("nav-settings");
    let (heading, visit, typed) = (title.clone(), visit.clone(), Typed::new(words, fields, errors));
    let sent = !fields.0.is_empty();
    let settings = settings.cloned();
    let body = render(move || {
        // Whoever may not change the settings has nothing to do with what they were.
        let tabs = settings.as_ref().map(|_| told::settings(&visit).tabs(&visit, Face::Overview));
        let form = settings.map(|settings| form(&visit, &settings, &typed, sent));
        let ways = ways(&visit);
        view! {
            <PageHead title=heading sub=view! { {visit.tenant_name.clone()} }/>
            {tabs}
            <div class="stack stack-8">
                <ErrorSummary title=words.t("errors-title") errors=typed.summary(LABELS)/>
                <Queue tasks=ways label=words.t("nav-settings")/>
                {form}
            </div>
        }
    });
    PageDoc::new(title, Nav::Settings, body)
}

/// A way on: what one must be allowed, its word, the message with its note, its address, its icon.
type Way = (Permission, &'static str, &'static str, &'static str, Glyph);

const WAYS: [Way; 6] = [
    (Permission::StockRead, "nav-stores", "settings-stores", "/stock/stores", Glyph::House),
    (Permission::PeopleManage, "nav-people", "settings-people", "/admin/people", Glyph::KeyRound),
    (Permission::Import, "nav-imports", "settings-imports", "/admin/imports", Glyph::Upload),
    (Permission::Verify, "nav-verify", "settings-verify", "/admin/verify", Glyph::Scale),
    (Permission::Own, "account-title", "settings-account", "/admin/account", Glyph::Settings),
    (Permission::Own, "settings-api", "settings-api", "/api/v1/openapi.json", Glyph::Link),
];

fn ways(visit: &Visit) -> Vec<Task> {
    let words = visit.words;
    WAYS.into_iter()
        .filter(|way| visit.may(way.0))
        .map(|(_, word, note, href, icon)| Task::new(icon, words.t(word), href).fact(words.t(&format!("{note}.note"))))
        .collect()
}

fn form(visit: &Visit, settings: &Settings, typed: &Typed, sent: bool) -> impl IntoView + use<> {
    let words = visit.words;
    let (csrf, key, typed, settings) = (visit.token.clone(), Key::random().as_str().to_owned(), typed.clone(), settings.clone());
    let value = |name: &str, kept: &str| if sent { typed.value(name) } else { kept.to_owned() };
    let one_person = if sent { typed.has("one_person") } else { settings.one_person };
    let languages: Vec<Choice> = Locale::SPOKEN.into_iter().map(|locale| Choice::new(locale.tag(), locale.name())).collect();
    let (name, locale, zone) = (value("name", &settings.name), value("locale", &settings.locale), value("zone", &settings.zone));
    let base = value("public_base", &settings.public_base);
    // Only an owner may switch it; a box that cannot be changed is not sent, so its value goes along unseen.
    let owner = visit.may(Permission::PeopleManage);
    let hidden = if owner || !settings.one_person { Vec::new() } else { vec![(String::from("one_person"), String::from("on"))] };
    let hint = if owner { words.t("settings-one-person.hint") } else { words.t("one-person-owner") };
    view! {
        <Section title=words.t("settings-business") id="business">
            <FormView action="/admin/settings" csrf idempotency=key hidden>
                <Input name="name" label=words.t("settings-name") value=name error=typed.error("name") maxlength=120 required=true/>
                <Select
                    name="locale"
                    label=words.t("language-label")
                    choices=languages
                    value=locale
                    error=typed.error("locale")
                    hint=words.t("settings-language-hint")
                />
                <Input
                    name="zone"
                    label=words.t("settings-zone")
                    value=zone
                    error=typed.error("zone")
                    hint=words.t("settings-zone.hint")
                    maxlength=64
                    dir="ltr"
                    required=true
                />
                <Input
                    name="currency"
                    label=words.t("settings-currency")
                    value=settings.currency.code()
                    dir="ltr"
                    hint=words.t("settings-currency.hint")
                    readonly=true
                />
                <Input
                    name="public_base"
                    label=words.t("settings-base")
                    value=base
                    error=typed.error("public_base")
                    hint=words.t("settings-base.hint")
                    optional=words.t("optional")
                    maxlength=200
                    dir="ltr"
                    inputmode="url"
                />
                <Checkbox
                    name="one_person"
                    label=words.t("settings-one-person")
                    checked=one_person
                    hint
                    error=typed.error("one_person")
                    switch=true
                    disabled=!owner
                />
                <FormActions><Button label=words.t("action-save") weight=Weight::Primary/></FormActions>
            </FormView>
        </Section>
    }
}

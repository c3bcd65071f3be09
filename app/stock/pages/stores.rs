//! Opening a store.

use axum::{extract::State, response::IntoResponse};
use kit::{ActionBar, Button, Choice, ErrorSummary, FieldRow, Form as FormView, Input, PageHead, Select, Weight, render};
use leptos::prelude::*;
use stock_rules::CreateStore;
use vocabulary::{Ask, FieldError, Key, Locale, NAME_MAX, Permission, Said};
use wire::{Fields, Form, Nav, PageDoc, PageResult, PageState, Posted, Typed, Visit, refused};

pub(crate) async fn new(visit: Visit) -> PageResult {
    crate::common::allowed(&visit, Permission::PlaceWrite)?;
    let (locale, currency) = (visit.words.locale.tag().to_owned(), visit.currency.code().to_owned());
    let zone = visit.stores.first().map_or(visit.words.zone, |store| store.zone).name().to_owned();
    let fields = [("locale", locale), ("currency", currency), ("zone", zone)];
    let fields = Fields(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect());
    Ok(page(&visit, &Key::random(), &fields, &[]).into_response())
}

pub(crate) async fn create(State(state): State<PageState>, Posted { visit, key, fields }: Posted) -> PageResult {
    crate::common::allowed(&visit, Permission::PlaceWrite)?;
    let operation = match read(&visit, &fields) {
        Ok(operation) => operation,
        Err(errors) => return Ok(page(&visit, &key, &fields, &errors).refused().into_response()),
    };
    let (code, name) = (operation.code.clone(), operation.name.clone());
    match state.desk.run(Ask::new(&visit.actor, key.clone(), operation)).await {
        Ok(_) => Ok(visit.done(&format!("/stock/stores/{code}"), Said::new("store-opened").with("name", name)).await),
        Err(error) => {
            let errors = refused(error)?;
            Ok(page(&visit, &key, &fields, &errors).refused().into_response())
        }
    }
}

fn read(visit: &Visit, fields: &Fields) -> Result<CreateStore, Vec<FieldError>> {
    let mut form = Form::new(visit.words, fields);
    // People type codes in small letters; they are printed in capitals.
    let code = form.optional_text("code", 16).map(|code| code.to_uppercase());
    // What must be there is the desk's to say, with all else that is wrong.
    let name = form.optional_text("name", NAME_MAX);
    let zone = form.optional_text("zone", 64);
    let locale = form.optional_text("locale", 8);
    let currency = form.text("currency", 3).map(|code| code.to_uppercase());
    let currency = match currency.as_deref().map(str::parse) {
        Some(Ok(currency)) => Some(currency),
        Some(Err(_)) => {
            form.wrong(FieldError::new("currency", "currency-unknown"));
            None
        }
        None => None,
    };
    let all = code.zip(name).zip(zone).zip(locale).zip(currency);
    form.finish(all.map(|((((code, name), zone), locale), currency)| CreateStore { code, name, zone, locale, currency }))
}

/// Languages to choose between, each by its own name.
pub(crate) fn languages() -> Vec<Choice> {
    Locale::SPOKEN.into_iter().map(|locale| Choice::new(locale.tag(), locale.name())).collect()
}

/// Every time zone by its name, as suggestions while one types.
pub(crate) fn zones() -> impl IntoView {
    let named = chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name()).filter(|name| name.contains('/') && !name.starts_with("Etc/"));
    let options = named.map(|name| view! { <option value=name></option> }).collect_view();
    view! { <datalist id="zones">{options}</datalist> }
}

fn page(visit: &Visit, key: &Key, fields: &Fields, errors: &[FieldError]) -> PageDoc {
    let words = visit.words;
    let title = words.t("store-new");
    let typed = Typed::new(words, fields, errors);
    let summary = crate::common::summary(words, errors);
    let (heading, csrf, key) = (title.clone(), visit.token.clone(), key.as_str().to_owned());
    let body = render(move || {
        view! {
            <PageHead title=heading sub=view! { {words.t("store-new-sub")} }/>
            <FormView action="/stock/stores/new" csrf idempotency=key>
                <ErrorSummary title=words.t("errors-title") errors=summary/>
                <FieldRow>
                    <Input name="name" label=words.t("name") value=typed.value("name") error=typed.error("name") required=true maxlength=120_u32/>
                    <Input
                        name="code"
                        label=words.t("store-code")
                        hint=words.t("store-code.hint")
                        value=typed.value("code")
                        error=typed.error("code")
                        dir="ltr"
                        required=true
                        maxlength=16_u32
                        autocomplete="off"
                    />
                    <Input
                        name="zone"
                        label=words.t("store-zone")
                        hint=words.t("store-zone.hint")
                        value=typed.value("zone")
                        error=typed.error("zone")
                        list="zones"
                        dir="ltr"
                        required=true
                        autocomplete="off"
                    />
                    <Select name="locale" label=words.t("language-label") choices=languages() value=typed.value("locale") error=typed.error("locale")/>
                    <Input
                        name="currency"
                        label=words.t("store-currency")
                        hint=words.t("store-currency.hint")
                        value=typed.value("currency")
                        error=typed.error("currency")
                        dir="ltr"
                        maxlength=3_u32
                        required=true
                    />
                </FieldRow>
                {zones()}
                <ActionBar words=view! { {words.t("store-new-effect")} }><Button label=words.t("store-new-do") weight=Weight::Primary/></ActionBar>
            </FormView>
        }
    });
    PageDoc::new(title, Nav::Stock, body).under(words.t("nav-stock"), "/stock").under(words.t("stores-title"), "/stock/stores")
}

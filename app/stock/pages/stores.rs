//! Stores, and opening one.

use axum::{extract::State, response::IntoResponse};
use kit::{
    ActionBar, Badge, Button, Cell, Choice, Code, Column, ErrorSummary, FieldRow, Form as FormView, Glyph, Input, LinkButton, Mark, PageHead, RowOf,
    Select, StoreName, Table, Weight, render,
};
use leptos::prelude::*;
use stock_rules::{CreateStore, ListStores, StoreRow};
use vocabulary::{Ask, FieldError, Key, Locale, NAME_MAX, Permission, Said};
use wire::{Fields, Form, Nav, PageDoc, PageResult, PageState, Posted, Typed, Visit, refused};
use words::Words;

pub(crate) async fn list(State(state): State<PageState>, visit: Visit) -> PageResult {
    let stores = state.desk.ask(&visit.actor, ListStores {}).await?.stores;
    let words = visit.words;
    let title = words.t("stores-title");
    let heading = title.clone();
    let body = render(|| {
        let new = visit
            .may(Permission::PlaceWrite)
            .then(|| view! { <LinkButton label=words.t("store-new") href="/stock/stores/new" icon=Glyph::Plus weight=Weight::Primary/> });
        let table = table(words, &stores);
        view! { <PageHead title=heading sub=view! { {words.t("stores-sub")} } actions=new/>{table} }
    });
    Ok(PageDoc::new(title, Nav::Stock, body).under(words.t("nav-stock"), "/stock").into_response())
}

fn table(words: Words, stores: &[StoreRow]) -> impl IntoView + use<> {
    let columns = vec![
        Column::new("name", words.t("store")),
        Column::new("code", words.t("store-code")),
        Column::num("places", words.t("places")),
        Column::new("zone", words.t("store-zone")),
        Column::new("locale", words.t("language-label")),
        Column::new("currency", words.t("store-currency")),
        Column::new("state", words.t("status")),
    ];
    let rows = stores
        .iter()
        .map(|store| {
            let (name, mark, href) = (store.name.clone(), Mark(store.mark), format!("/stock/stores/{}", store.code));
            let state = if store.archived {
                view! { <Badge label=words.t("state-archived") line=true/> }.into_any()
            } else {
                view! { <Badge label=words.t("store-open") tone=kit::Tone::Ok/> }.into_any()
            };
            let locale = Locale::of_tag(&store.locale).map_or("", Locale::name);
            RowOf::new(vec![
                Cell::head(view! { <a href=href><StoreName name mark/></a> }),
                Cell::new(view! { <Code value=store.code.clone()/> }),
                Cell::num(words.count(store.locations), store.locations == 0),
                Cell::new(view! { <bdi>{store.zone.clone()}</bdi> }).class("sub"),
                Cell::new(locale).class("sub"),
                Cell::new(store.currency.code().to_owned()).class("sub"),
                Cell::new(state),
            ])
        })
        .collect();
    view! { <Table caption=words.t("stores-title") columns rows phone=kit::OnPhone::RecordsInTwos/> }
}

pub(crate) async fn new(visit: Visit) -> PageResult {
    crate::common::allowed(&visit, Permission::PlaceWrite)?;
    let (locale, currency) = (visit.words.locale.tag().to_owned(), visit.currency.code().to_owned());
    let zone = visit.stores.first().map_or(chrono_tz::UTC, |store| store.zone).name().to_owned();
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
    let code = form.text("code", 16).map(|code| code.to_uppercase());
    let name = form.text("name", NAME_MAX);
    let zone = form.text("zone", 64);
    let locale = form.text("locale", 8);
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

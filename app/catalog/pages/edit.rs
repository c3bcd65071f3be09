//! Changes what is said of an item as a whole.

use crate::{
    attribute_rows,
    common::{Sheet, address, id, lines, may_write, renamed, unit_choices},
    duplicates::warning,
};
use axum::{
    extract::{Path, State},
    response::IntoResponse,
};
use catalog_rules::{
    AXIS_MAX, DESCRIPTION_MAX, Duplicate, EditItem, FindDuplicates, HANDLE_MAX, ItemView, ListCategories, NAME_MAX, SHORT_MAX, ShowItem,
    check_attributes,
};
use kit::{
    ActionBar, Button, Checkbox, ErrorSummary, FieldRow, Form as FormView, FormSection, Input, LinkButton, Notice, PageHead, Select, TextArea, Tone,
    Weight, render,
};
use leptos::prelude::*;
use vocabulary::{AppError, Ask, FieldError, ItemId, Key, Said};
use wire::{Fields, Form, Nav, PageDoc, PageError, PageResult, PageState, Posted, Typed, Visit, refused};

/// What the fields are called, for the summary of what is wrong.
const LABELS: &[(&str, &str)] = &[
    ("name", "name"),
    ("brand", "item-brand"),
    ("category", "item-category"),
    ("unit", "item-unit"),
    ("whole", "item-whole"),
    ("description", "item-description"),
    ("image_links", "item-pictures"),
    ("handle", "item-handle"),
];

/// Why the form is shown again, beyond what is wrong with it.
enum Again {
    No,
    /// Somebody was faster.
    Stale,
    /// By its new name it may be one that is there already.
    Same(Vec<Duplicate>),
}

pub(crate) async fn show(State(desk): State<PageState>, visit: Visit, Path(item): Path<String>) -> PageResult {
    may_write(&visit)?;
    let item = desk.desk.ask(&visit.actor, ShowItem { item: id(&item)?, variant: None }).await?;
    let fields = as_it_is(&item);
    Ok(page(&desk, &visit, &Key::random(), &item, &fields, &[], Again::No).await?.into_response())
}

fn as_it_is(item: &ItemView) -> Fields {
    let mut fields = vec![
        ("version", item.version.to_string()),
        ("name", item.name.clone()),
        ("handle", item.handle.clone()),
        ("brand", item.brand.clone()),
        ("category", item.category.as_ref().map(|category| category.name.clone()).unwrap_or_default()),
        ("description", item.description.clone()),
        ("unit", item.unit.clone()),
        ("image_links", item.image_links.join("\n")),
    ];
    fields.extend(item.whole.then(|| ("whole", String::from("on"))));
    let axes = item.axes.iter().enumerate().map(|(at, axis)| (format!("axis{}", at + 1), axis.clone()));
    Fields(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).chain(axes).chain(attribute_rows::fields(&item.attributes)).collect())
}

pub(crate) async fn submit(State(desk): State<PageState>, Path(item): Path<String>, Posted { visit, key, mut fields }: Posted) -> PageResult {
    may_write(&visit)?;
    let id: ItemId = id(&item)?;
    let item = desk.desk.ask(&visit.actor, ShowItem { item: id, variant: None }).await?;
    let edited = attribute_rows::settle(&mut fields);
    let read = read(&visit, &item, &fields);
    if edited {
        let errors = attribute_rows::wrong_so_far(read.err());
        let page = page(&desk, &visit, &key, &item, &fields, &errors, Again::No).await?;
        return Ok(if errors.is_empty() { page.into_response() } else { page.refused().into_response() });
    }
    let edit = match read {
        Ok(edit) => edit,
        Err(errors) => return Ok(page(&desk, &visit, &key, &item, &fields, &errors, Again::No).await?.refused().into_response()),
    };
    // As of a new item; of one that keeps its name somebody said so when it was made.
    if (edit.name != item.name || edit.brand != item.brand) && !fields.has("anyway") {
        let find = FindDuplicates { name: edit.name.clone(), brand: Some(edit.brand.clone()), barcode: None, except: Some(id) };
        let found = desk.desk.ask(&visit.actor, find).await?.found;
        if !found.is_empty() {
            return Ok(page(&desk, &visit, &key, &item, &fields, &[], Again::Same(found)).await?.refused().into_response());
        }
    }
    match desk.desk.run(Ask::new(&visit.actor, key.clone(), edit)).await {
        Ok(_) => Ok(visit.done(&address(&format!("/catalog/items/{id}"), &visit, &[]), Said::new("notice-saved")).await),
        // What was typed stays; whoever looks and saves again means it.
        Err(AppError::Stale) => {
            fields.0.retain(|(name, _)| name != "version");
            fields.0.push((String::from("version"), item.version.to_string()));
            Ok(page(&desk, &visit, &Key::random(), &item, &fields, &[], Again::Stale).await?.refused().into_response())
        }
        Err(error) => {
            let errors = match error {
                AppError::Invalid { fields } => renamed(fields, own_name),
                other => refused(other)?,
            };
            Ok(page(&desk, &visit, &key, &item, &fields, &errors, Again::No).await?.refused().into_response())
        }
    }
}

/// The form's field for the operation's.
fn own_name(field: &str) -> String {
    if let Some(row) = attribute_rows::own_name(field) {
        return row;
    }
    if field.starts_with("image_links") {
        return String::from("image_links");
    }
    match field.strip_prefix("axes[").and_then(|rest| rest.split(']').next()?.parse::<usize>().ok()) {
        Some(at) => format!("axis{}", at + 1),
        None if field == "axes" => String::from("axis1"),
        None => field.to_owned(),
    }
}

fn read(visit: &Visit, item: &ItemView, fields: &Fields) -> Result<EditItem, Vec<FieldError>> {
    let mut form = Form::new(visit.words, fields);
    let version = form.choice::<i64>("version").unwrap_or_default();
    let attributes = attribute_rows::read(fields);
    for wrong in renamed(check_attributes(&attributes), own_name) {
        form.wrong(wrong);
    }
    let edit = EditItem {
        item: item.item,
        version,
        name: form.text("name", NAME_MAX).unwrap_or_default(),
        handle: form.text("handle", HANDLE_MAX).unwrap_or_default(),
        brand: form.optional_text("brand", SHORT_MAX).unwrap_or_default(),
        category: form.optional_text("category", SHORT_MAX).filter(|category| !category.is_empty()),
        description: form.optional_text("description", DESCRIPTION_MAX).unwrap_or_default(),
        unit: form.choice("unit").unwrap_or_default(),
        whole: fields.has("whole"),
        axes: (1..=item.axes.len()).map(|number| form.text(&format!("axis{number}"), AXIS_MAX).unwrap_or_default()).collect(),
        attributes: Some(attributes),
        image_links: lines(fields.get("image_links")),
    };
    form.finish(Some(edit))
}

async fn page(
    desk: &PageState,
    visit: &Visit,
    key: &Key,
    item: &ItemView,
    fields: &Fields,
    errors: &[FieldError],
    again: Again,
) -> Result<PageDoc, PageError> {
    let categories = desk.desk.ask(&visit.actor, ListCategories { names_only: true, ..ListCategories::default() }).await?.categories;
    let words = visit.words;
    let typed = Typed::new(words, fields, errors);
    let names = categories.into_iter().map(|row| row.name).collect();
    let body = render(|| body(visit, key, item, Sheet::new(typed), names, &again));
    let href = address(&format!("/catalog/items/{}", item.item), visit, &[]);
    let doc = PageDoc::new(words.t("action-edit"), Nav::Catalog, body);
    Ok(doc.under(words.t("items-title"), address("/catalog/items", visit, &[])).under(item.name.clone(), href))
}

fn body(visit: &Visit, key: &Key, item: &ItemView, typed: Sheet, categories: Vec<String>, again: &Again) -> impl IntoView + use<> {
    let words = visit.words;
    let path = format!("/catalog/items/{}", item.item);
    let (csrf, key, action) = (visit.token.clone(), key.as_str().to_owned(), format!("{path}/edit"));
    let hidden = vec![(String::from("version"), typed.value("version"))];
    let known = categories.into_iter().map(|name| view! { <option value=name></option> }.into_any()).collect::<Vec<_>>();
    let axes = (1..=item.axes.len())
        .map(|number| {
            let (name, label) = (format!("axis{number}"), words.with("item-axis", &[("number", number.into())]));
            let (value, error) = (typed.value(&name), typed.error(&name));
            view! { <Input name label value error maxlength=60 required=true/> }.into_any()
        })
        .collect::<Vec<_>>();
    let axes = (!axes.is_empty()).then(|| view! { <FormSection title=words.t("item-axes") text=words.t("item-axes.hint")>{axes}</FormSection> });
    let whole = typed.has("whole");
    let same = if let Again::Same(found) = again { warning(visit, found, "item-duplicates-anyway-save") } else { None };
    view! {
        <PageHead title=words.with("item-edit", &[("name", item.name.as_str().into())])/>
        {matches!(again, Again::Stale).then(|| view! { <Notice tone=Tone::Warn>{words.t("item-stale")}</Notice> })}
        <FormView action csrf idempotency=key hidden>
            {attribute_rows::enter(words.t("action-save"))}
            <ErrorSummary title=words.t("errors-title") errors=typed.summary(LABELS)/>
            {same}
            <FormSection title=words.t("item-what") text=words.t("item-what.hint")>
                <Input name="name" label=words.t("name") value=typed.value("name") error=typed.error("name") maxlength=200 required=true/>
                <FieldRow>
                    <Input name="brand" label=words.t("item-brand") value=typed.value("brand") error=typed.error("brand") maxlength=120 optional=words.t("optional")/>
                    <Input name="category" label=words.t("item-category") value=typed.value("category") error=typed.error("category") hint=words.t("item-category-hint") list="categories" maxlength=120 optional=words.t("optional") autocomplete="off"/>
                </FieldRow>
                <datalist id="categories">{known}</datalist>
                <Select name="unit" label=words.t("item-unit") choices=unit_choices(words) value=typed.value("unit") error=typed.error("unit") hint=words.t("item-unit-hint")/>
                <Checkbox name="whole" label=words.t("item-whole") hint=words.t("item-whole-hint") checked=whole error=typed.error("whole")/>
            </FormSection>
            {axes}
            {attribute_rows::view(words, typed)}
            <FormSection title=words.t("item-more") text=words.t("item-more.hint")>
                <TextArea name="description" label=words.t("item-description") value=typed.value("description") error=typed.error("description") rows=6 optional=words.t("optional")/>
                <TextArea name="image_links" label=words.t("item-pictures") value=typed.value("image_links") error=typed.error("image_links") hint=words.t("item-pictures-hint") rows=3 optional=words.t("optional")/>
                <Input name="handle" dir="ltr" label=words.t("item-handle") value=typed.value("handle") error=typed.error("handle") hint=words.t("item-handle-hint") maxlength=255 required=true/>
            </FormSection>
            <ActionBar>
                <LinkButton label=words.t("action-cancel") href=path/>
                <Button label=words.t("action-save") weight=Weight::Primary name="do" value="save"/>
            </ActionBar>
        </FormView>
    }
}

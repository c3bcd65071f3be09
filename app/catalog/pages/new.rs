//! A new item, with its variants where it has some: the names of up to three axes, and what there is on each.

use crate::{
    attribute_rows,
    common::{Sheet, address, lines, may_write, query, renamed, unit_choices},
    duplicates::warning,
};
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Response},
};
use catalog_rules::{
    AXES_MAX, AXIS_MAX, CategoryRow, CreateItem, DESCRIPTION_MAX, Duplicate, FindDuplicates, HANDLE_MAX, ItemState, ListCategories, NAME_MAX,
    NewBarcode, NewVariant, SHORT_MAX, SKU_MAX, SupplierCode, VARIANTS_MAX, check_amount, check_attributes, read_barcode,
};
use kit::{
    ActionBar, Button, Choice, ErrorSummary, FieldRow, Form as FormView, FormSection, Input, LinkButton, PageHead, RadioGroup, Select, TextArea,
    Weight, render,
};
use leptos::prelude::*;
use vocabulary::{AppError, Ask, Code, FieldError, Key, Said};
use wire::{Fields, Form, Nav, PageDoc, PageError, PageResult, PageState, Posted, Typed, Visit, refused};

/// What the fields are called, for the summary of what is wrong.
const LABELS: &[(&str, &str)] = &[
    ("name", "name"),
    ("brand", "item-brand"),
    ("category", "item-category"),
    ("unit", "item-unit"),
    ("state", "item-state"),
    ("price", "item-price"),
    ("cost", "item-cost"),
    ("sku", "item-sku"),
    ("barcode", "item-barcode"),
    ("supplier", "item-supplier"),
    ("supplier_code", "item-supplier-code"),
    ("description", "item-description"),
    ("image_links", "item-pictures"),
    ("handle", "item-handle"),
];

pub(crate) async fn show(State(desk): State<PageState>, visit: Visit, raw: RawQuery) -> PageResult {
    may_write(&visit)?;
    let asked = query(&raw);
    let fields = Fields(
        [("name", asked.get("name")), ("barcode", asked.get("barcode")), ("unit", "each"), ("state", ItemState::Active.tag())]
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect(),
    );
    Ok(page(&desk, &visit, &Key::random(), &fields, &[], Vec::new()).await?.into_response())
}

pub(crate) async fn submit(State(desk): State<PageState>, Posted { visit, key, mut fields }: Posted) -> PageResult {
    may_write(&visit)?;
    let edited = attribute_rows::settle(&mut fields);
    let read = read(&visit, &fields);
    if edited {
        let errors = attribute_rows::wrong_so_far(read.err());
        let page = page(&desk, &visit, &key, &fields, &errors, Vec::new()).await?;
        return Ok(if errors.is_empty() { page.into_response() } else { page.refused().into_response() });
    }
    let new = match read {
        Ok(new) => new,
        Err(errors) => return refuse(&desk, &visit, &key, &fields, &errors).await,
    };
    // Two of the same name are nearly always one by mistake; so somebody says that they are not.
    if !fields.has("anyway") {
        let barcode = new.variants.first().and_then(|variant| variant.barcodes.first()).map(|barcode| barcode.code.clone());
        let find = FindDuplicates { name: new.name.clone(), brand: Some(new.brand.clone()), barcode, except: None };
        let found = desk.desk.ask(&visit.actor, find).await?.found;
        if !found.is_empty() {
            return Ok(page(&desk, &visit, &key, &fields, &[], found).await?.refused().into_response());
        }
    }
    let name = new.name.clone();
    match desk.desk.run(Ask::new(&visit.actor, key.clone(), new)).await {
        Ok(saved) => {
            let path = address(&format!("/catalog/items/{}", saved.item), &visit, &[]);
            Ok(visit.done(&path, Said::new("item-created-notice").with("name", name)).await)
        }
        Err(error) => {
            let errors = match error {
                AppError::Invalid { fields } => renamed(fields, own_name),
                other => refused(other)?,
            };
            refuse(&desk, &visit, &key, &fields, &errors).await
        }
    }
}

async fn refuse(desk: &PageState, visit: &Visit, key: &Key, fields: &Fields, errors: &[FieldError]) -> Result<Response, PageError> {
    Ok(page(desk, visit, key, fields, errors, Vec::new()).await?.refused().into_response())
}

/// The form's field for the operation's.
fn own_name(field: &str) -> String {
    if let Some(row) = attribute_rows::own_name(field) {
        return row;
    }
    let own = field.split_once("].").filter(|(start, _)| start.starts_with("variants[")).map_or(field, |(_, own)| own);
    let number = |prefix: &str| own.strip_prefix(prefix)?.split(']').next()?.parse::<usize>().ok();
    match own {
        "axes" => String::from("axis1"),
        "options" | "variants" => String::from("values1"),
        own if own.starts_with("barcodes") => String::from("barcode"),
        "supplier_codes[0].supplier" => String::from("supplier"),
        own if own.starts_with("supplier_codes") => String::from("supplier_code"),
        own if own.starts_with("image_links") => String::from("image_links"),
        own => match (number("axes["), number("options[")) {
            (Some(at), _) => format!("axis{}", at + 1),
            (_, Some(at)) => format!("values{}", at + 1),
            _ => own.to_owned(),
        },
    }
}

fn read(visit: &Visit, fields: &Fields) -> Result<CreateItem, Vec<FieldError>> {
    let mut form = Form::new(visit.words, fields);
    let name = form.text("name", NAME_MAX).unwrap_or_default();
    let brand = form.optional_text("brand", SHORT_MAX).unwrap_or_default();
    let category = form.optional_text("category", SHORT_MAX).filter(|category| !category.is_empty());
    let description = form.optional_text("description", DESCRIPTION_MAX).unwrap_or_default();
    let handle = form.optional_text("handle", HANDLE_MAX).filter(|handle| !handle.is_empty());
    let unit = form.choice::<String>("unit");
    let state = form.pick("state", ItemState::of_tag(fields.get("state")));
    let price = form.optional_money("price", visit.currency).flatten().map(|money| money.amount);
    let cost = form.optional_money("cost", visit.currency).flatten().map(|money| money.amount);
    for wrong in [check_amount("price", price), check_amount("cost", cost)].into_iter().flatten() {
        form.wrong(wrong);
    }
    let sku = form.optional_text("sku", SKU_MAX).filter(|sku| !sku.is_empty());
    let barcode = form.optional_text("barcode", Code::MAX).filter(|code| !code.is_empty());
    if let Some(wrong) = barcode.as_deref().and_then(|code| read_barcode("barcode", code).err()) {
        form.wrong(wrong);
    }
    let (supplier, code) =
        (form.optional_text("supplier", SHORT_MAX).unwrap_or_default(), form.optional_text("supplier_code", SKU_MAX).unwrap_or_default());
    let (axes, places) = axes(&mut form);
    let options = products(&places);
    if options.len() > 1 && barcode.is_some() {
        form.wrong(FieldError::new("barcode", "barcode-with-options"));
    }
    let supplier_codes = if supplier.is_empty() && code.is_empty() { Vec::new() } else { vec![SupplierCode { supplier, code }] };
    let many = options.len() > 1;
    let variants = options
        .into_iter()
        .enumerate()
        .map(|(at, options)| NewVariant {
            // One SKU names one thing: of several variants each gets its own from the one typed.
            sku: sku.as_ref().map(|sku| if many { format!("{sku}-{}", at + 1) } else { sku.clone() }),
            options,
            price,
            cost,
            barcodes: barcode.iter().map(NewBarcode::each).collect(),
            supplier_codes: supplier_codes.clone(),
        })
        .collect();
    let image_links = lines(fields.get("image_links"));
    let attributes = attribute_rows::read(fields);
    for wrong in renamed(check_attributes(&attributes), own_name) {
        form.wrong(wrong);
    }
    let new = CreateItem { name, handle, description, brand, category, unit, whole: None, axes, variants, attributes, image_links, state };
    form.finish(Some(new))
}

/// The axes that were named, and what there is on each.
fn axes(form: &mut Form<'_>) -> (Vec<String>, Vec<Vec<String>>) {
    let (mut axes, mut places) = (Vec::new(), Vec::new());
    for number in 1..=AXES_MAX {
        let (axis, values) = (format!("axis{number}"), format!("values{number}"));
        let name = form.optional_text(&axis, AXIS_MAX).unwrap_or_default();
        let mut typed: Vec<String> =
            form.raw(&values).split([',', ';', '،', '\n']).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty()).collect();
        let mut seen = Vec::new();
        typed.retain(|value| {
            let new = !seen.contains(&value.to_lowercase());
            seen.push(value.to_lowercase());
            new
        });
        match (name.is_empty(), typed.is_empty()) {
            (true, true) => {}
            (true, false) => form.wrong(FieldError::new(&axis, "field-required")),
            (false, true) => form.wrong(FieldError::new(&values, "field-required")),
            (false, false) => {
                axes.push(name);
                places.push(typed);
            }
        }
    }
    if places.iter().map(Vec::len).product::<usize>() > VARIANTS_MAX {
        form.wrong(FieldError::new("values1", "variants-too-many").with("max", VARIANTS_MAX));
        places.clear();
    }
    (axes, places)
}

/// Every combination of one place of each axis.
fn products(places: &[Vec<String>]) -> Vec<Vec<String>> {
    places.iter().fold(vec![Vec::new()], |all, axis| {
        all.iter().flat_map(|options: &Vec<String>| axis.iter().map(move |place| options.iter().cloned().chain([place.clone()]).collect())).collect()
    })
}

async fn page(
    desk: &PageState,
    visit: &Visit,
    key: &Key,
    fields: &Fields,
    errors: &[FieldError],
    same: Vec<Duplicate>,
) -> Result<PageDoc, PageError> {
    let categories = desk.desk.ask(&visit.actor, ListCategories { names_only: true, ..ListCategories::default() }).await?.categories;
    let words = visit.words;
    let typed = Typed::new(words, fields, errors);
    let body = render(|| body(visit, key, Sheet::new(typed), categories, same));
    let doc = PageDoc::new(words.t("item-new"), Nav::Catalog, body);
    Ok(doc.under(words.t("items-title"), address("/catalog/items", visit, &[])))
}

fn body(visit: &Visit, key: &Key, typed: Sheet, categories: Vec<CategoryRow>, same: Vec<Duplicate>) -> impl IntoView + use<> {
    let words = visit.words;
    let (csrf, key, cancel) = (visit.token.clone(), key.as_str().to_owned(), address("/catalog/items", visit, &[]));
    let parts = (
        warning(visit, &same, "item-duplicates-anyway"),
        what(visit, typed, categories),
        prices(visit, typed),
        options(visit, typed),
        attribute_rows::view(words, typed),
        more(visit, typed),
    );
    view! {
        <PageHead title=words.t("item-new") sub=view! { {words.t("item-new-sub")} }/>
        <FormView action="/catalog/items/new" csrf idempotency=key>
            {attribute_rows::enter(words.t("item-create"))}
            <ErrorSummary title=words.t("errors-title") errors=typed.summary(LABELS)/>
            {parts}
            <ActionBar words=view! { {words.t("item-new-effect")} }>
                <LinkButton label=words.t("action-cancel") href=cancel/>
                <Button label=words.t("item-create") weight=Weight::Primary name="do" value="save"/>
            </ActionBar>
        </FormView>
    }
}

/// What it is.
fn what(visit: &Visit, typed: Sheet, categories: Vec<CategoryRow>) -> impl IntoView + use<> {
    let words = visit.words;
    let known = categories.into_iter().map(|row| view! { <option value=row.name></option> }.into_any()).collect::<Vec<_>>();
    let states = [ItemState::Active, ItemState::Draft]
        .map(|state| Choice::new(state.tag(), crate::common::state_word(words, state)).hint(words.t(&format!("item-state-{}", state.tag()))));
    view! {
        <FormSection title=words.t("item-what") text=words.t("item-what.hint")>
            <Input name="name" label=words.t("name") value=typed.value("name") error=typed.error("name") maxlength=200 required=true autofocus=!attribute_rows::is_adding(typed)/>
            <FieldRow>
                <Input name="brand" label=words.t("item-brand") value=typed.value("brand") error=typed.error("brand") maxlength=120 optional=words.t("optional")/>
                <Input
                    name="category"
                    label=words.t("item-category")
                    value=typed.value("category")
                    error=typed.error("category")
                    hint=words.t("item-category-hint")
                    list="categories"
                    maxlength=120
                    optional=words.t("optional")
                    autocomplete="off"
                />
            </FieldRow>
            <datalist id="categories">{known}</datalist>
            <Select name="unit" label=words.t("item-unit") choices=unit_choices(words) value=typed.value("unit") error=typed.error("unit") hint=words.t("item-unit-hint")/>
            <RadioGroup name="state" legend=words.t("item-state") choices=states.to_vec() value=typed.value("state") error=typed.error("state")/>
        </FormSection>
    }
}

/// What it costs and what it goes by.
fn prices(visit: &Visit, typed: Sheet) -> impl IntoView + use<> {
    let words = visit.words;
    let (currency, again) = (visit.currency.code().to_owned(), visit.currency.code().to_owned());
    view! {
        <FormSection title=words.t("item-prices") text=words.t("item-prices.hint")>
            <FieldRow>
                <Input name="price" label=words.t("item-price") value=typed.value("price") error=typed.error("price") suffix=currency numeric=true optional=words.t("optional")/>
                <Input name="cost" label=words.t("item-cost") value=typed.value("cost") error=typed.error("cost") suffix=again numeric=true hint=words.t("item-cost-hint") optional=words.t("optional")/>
            </FieldRow>
            <FieldRow>
                <Input name="sku" label=words.t("item-sku") value=typed.value("sku") error=typed.error("sku") hint=words.t("item-sku-hint") maxlength=64 dir="ltr" autocomplete="off" optional=words.t("optional")/>
                <Input name="barcode" label=words.t("item-barcode") value=typed.value("barcode") error=typed.error("barcode") hint=words.t("item-barcode-hint") maxlength=64 dir="ltr" inputmode="text" autocomplete="off" optional=words.t("optional")/>
            </FieldRow>
            <FieldRow>
                <Input name="supplier" label=words.t("item-supplier") value=typed.value("supplier") error=typed.error("supplier") maxlength=120 optional=words.t("optional")/>
                <Input name="supplier_code" label=words.t("item-supplier-code") value=typed.value("supplier_code") error=typed.error("supplier_code") maxlength=64 dir="ltr" autocomplete="off" optional=words.t("optional")/>
            </FieldRow>
        </FormSection>
    }
}

/// The axes: what it comes in.
fn options(visit: &Visit, typed: Sheet) -> impl IntoView + use<> {
    let words = visit.words;
    let rows = (1..=AXES_MAX)
        .map(|number| {
            let (axis, values) = (format!("axis{number}"), format!("values{number}"));
            let (axis_value, axis_error) = (typed.value(&axis), typed.error(&axis));
            let (typed_values, values_error) = (typed.value(&values), typed.error(&values));
            let label = words.with("item-axis", &[("number", number.into())]);
            let (axis_example, values_example) = (words.t(&format!("item-axis-{number}")), words.t(&format!("item-axis-{number}.values")));
            view! {
                <FieldRow>
                    <Input name=axis label=label value=axis_value error=axis_error placeholder=axis_example maxlength=60/>
                    <Input name=values label=words.t("item-axis-values") value=typed_values error=values_error placeholder=values_example/>
                </FieldRow>
            }
            .into_any()
        })
        .collect::<Vec<_>>();
    view! { <FormSection title=words.t("item-variants") text=words.t("item-options.hint")>{rows}</FormSection> }
}

fn more(visit: &Visit, typed: Sheet) -> impl IntoView + use<> {
    let words = visit.words;
    view! {
        <FormSection title=words.t("item-more") text=words.t("item-more.hint")>
            <TextArea name="description" label=words.t("item-description") value=typed.value("description") error=typed.error("description") rows=4 optional=words.t("optional")/>
            <TextArea name="image_links" label=words.t("item-pictures") value=typed.value("image_links") error=typed.error("image_links") hint=words.t("item-pictures-hint") rows=2 optional=words.t("optional")/>
            <Input name="handle" dir="ltr" label=words.t("item-handle") value=typed.value("handle") error=typed.error("handle") hint=words.t("item-handle-hint") maxlength=255 optional=words.t("optional")/>
        </FormSection>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_find_their_fields() {
        for (field, own) in [
            ("name", "name"),
            ("axes[1]", "axis2"),
            ("variants", "values1"),
            ("variants[3].options[1]", "values2"),
            ("variants[0].barcodes[0].code", "barcode"),
            ("variants[0].supplier_codes[0].code", "supplier_code"),
            ("variants[0].price", "price"),
            ("image_links[2]", "image_links"),
            ("attributes[1].value", "attributes[1].value"),
        ] {
            assert_eq!(own_name(field), own, "{field}");
        }
    }

    #[test]
    fn every_combination_is_a_variant() {
        let places = [vec!["Red".to_owned(), "Blue".to_owned()], vec!["M".to_owned(), "L".to_owned()]];
        assert_eq!(products(&places).iter().map(|options| options.join("/")).collect::<Vec<_>>(), ["Red/M", "Red/L", "Blue/M", "Blue/L"]);
        assert_eq!(products(&[]), [Vec::<String>::new()]);
    }
}

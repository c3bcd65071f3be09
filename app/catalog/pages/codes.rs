//! The codes of a variant: barcodes, and what suppliers call it. Each is added and removed by a form of its own.

use crate::{
    common::{Sheet, address, id, may_write, renamed, unit_choices},
    item::{under, variant_href},
};
use axum::{
    extract::{Path, State},
    response::IntoResponse,
};
use catalog_rules::{
    AddBarcode, AddSupplierCode, FindVariant, ItemView, NewBarcode, RemoveBarcode, RemoveSupplierCode, SHORT_MAX, SKU_MAX, ShowItem, SupplierCode,
    VariantView, read_barcode,
};
use kit::{
    Button, Cell, Code as CodeView, Column, Empty, ErrorSummary, FieldRow, Form as FormView, FormActions, Glyph, Input, LinkButton, PageHead, RowOf,
    Section, Select, Size, Table, Weight, render,
};
use leptos::prelude::*;
use vocabulary::{AppError, Ask, Code, FieldError, Key, Said, VariantId};
use wire::{Fields, Form, Nav, PageDoc, PageError, PageResult, PageState, Posted, Typed, Visit, refused};

/// A variant with its item.
pub(crate) async fn found(desk: &PageState, visit: &Visit, variant: &str) -> Result<(ItemView, VariantView), PageError> {
    may_write(visit)?;
    let variant: VariantId = id(variant)?;
    let item = desk.desk.ask(&visit.actor, FindVariant { variant }).await?.item;
    let item = desk.desk.ask(&visit.actor, ShowItem { item, variant: Some(variant) }).await?;
    let variant = item.variants.iter().find(|one| one.variant == variant).cloned().ok_or(AppError::NotFound)?;
    Ok((item, variant))
}

pub(crate) fn doc(visit: &Visit, item: &ItemView, variant: &VariantView, title: String, body: String) -> PageDoc {
    let doc = PageDoc::new(title, Nav::Catalog, body).under(visit.words.t("items-title"), address("/catalog/items", visit, &[]));
    doc.under(item.name.clone(), variant_href(visit, item.item, variant.variant))
}

/// What was refused, by the form's fields.
pub(crate) fn told(error: AppError, prefix: &str) -> Result<Vec<FieldError>, PageError> {
    match error {
        AppError::Invalid { fields } => Ok(renamed(fields, |field| field.strip_prefix(prefix).unwrap_or(field).to_owned())),
        other => refused(other),
    }
}

pub(crate) fn sub(item: &ItemView, variant: &VariantView) -> String {
    if variant.option_text.is_empty() { item.name.clone() } else { format!("{}, {}", item.name, variant.option_text) }
}

pub(crate) async fn show(State(desk): State<PageState>, visit: Visit, Path(variant): Path<String>) -> PageResult {
    let (item, variant) = found(&desk, &visit, &variant).await?;
    let fields = Fields(vec![(String::from("unit"), String::from("each")), (String::from("pack"), String::from("1"))]);
    Ok(barcodes_page(&visit, &Key::random(), &item, &variant, &fields, &[]).into_response())
}

pub(crate) async fn submit(State(desk): State<PageState>, Path(variant): Path<String>, Posted { visit, key, fields }: Posted) -> PageResult {
    let (item, variant) = found(&desk, &visit, &variant).await?;
    let mut form = Form::new(visit.words, &fields);
    let (code, unit, pack) = (form.text("code", Code::MAX), form.choice::<String>("unit"), form.quantity("pack"));
    if let Some(wrong) = code.as_deref().and_then(|code| read_barcode("code", code).err()) {
        form.wrong(wrong);
    }
    let barcode = code.zip(unit).zip(pack).map(|((code, unit), pack)| NewBarcode { code, unit, pack });
    let barcode = match form.finish(barcode) {
        Ok(barcode) => barcode,
        Err(errors) => return Ok(barcodes_page(&visit, &key, &item, &variant, &fields, &errors).refused().into_response()),
    };
    match desk.desk.run(Ask::new(&visit.actor, key.clone(), AddBarcode { variant: variant.variant, barcode })).await {
        Ok(saved) => {
            let printed = Code::read(&saved.code).map_or(saved.code, |code| code.to_string());
            let path = format!("/catalog/variants/{}/barcodes", variant.variant);
            Ok(visit.done(&path, Said::new("barcode-added").with("code", visit.words.code(&printed))).await)
        }
        Err(error) => {
            let errors = told(error, "barcode.")?;
            Ok(barcodes_page(&visit, &key, &item, &variant, &fields, &errors).refused().into_response())
        }
    }
}

pub(crate) async fn remove(State(desk): State<PageState>, Path(variant): Path<String>, Posted { visit, key, fields }: Posted) -> PageResult {
    let (_, variant) = found(&desk, &visit, &variant).await?;
    let code = fields.get("code").to_owned();
    let printed = Code::read(&code).map_or_else(|_| code.clone(), |code| code.to_string());
    desk.desk.run(Ask::new(&visit.actor, key, RemoveBarcode { variant: variant.variant, code })).await?;
    let path = format!("/catalog/variants/{}/barcodes", variant.variant);
    Ok(visit.done(&path, Said::new("barcode-removed").with("code", visit.words.code(&printed))).await)
}

/// The button that removes one code, a form by itself.
pub(crate) fn remove_button(visit: &Visit, action: String, hidden: Vec<(String, String)>, label: String) -> impl IntoView + use<> {
    let (csrf, key) = (visit.token.clone(), Key::random().as_str().to_owned());
    view! {
        <FormView action csrf idempotency=key hidden class="row">
            <Button label icon=Glyph::X icon_only=true size=Size::Small weight=Weight::Quiet/>
        </FormView>
    }
}

fn barcodes_page(visit: &Visit, key: &Key, item: &ItemView, variant: &VariantView, fields: &Fields, errors: &[FieldError]) -> PageDoc {
    let words = visit.words;
    let typed = Typed::new(words, fields, errors);
    let path = format!("/catalog/variants/{}/barcodes", variant.variant);
    let body = render(|| {
        let typed = Sheet::new(typed);
        let columns = vec![
            Column::new("code", words.t("item-barcode")),
            Column::new("kind", words.t("barcode-kind")),
            Column::new("unit", words.t("barcode-under")),
            Column::new("remove", words.t("action-remove")).hide_label(),
        ];
        let rows: Vec<RowOf> = variant
            .barcodes
            .iter()
            .map(|code| {
                let hidden = vec![(String::from("code"), code.code.clone())];
                let label = words.with("barcode-remove", &[("code", words.code(&code.printed).into())]);
                RowOf::new(vec![
                    Cell::head(view! { <CodeView value=code.printed.clone()/> }),
                    Cell::new(words.t(if code.is_gtin { "item-gtin" } else { "barcode-own" })).class("sub"),
                    Cell::new(under(visit, &code.unit, code.pack)),
                    Cell::new(remove_button(visit, format!("{path}/remove"), hidden, label)),
                ])
            })
            .collect();
        let list = if rows.is_empty() {
            view! { <Empty title=words.t("barcodes-none") text=words.t("barcodes-none.hint") icon=Glyph::ScanBarcode plain=true/> }.into_any()
        } else {
            view! { <Table caption=words.t("barcodes-title") columns rows/> }.into_any()
        };
        let (csrf, key, back) = (visit.token.clone(), key.as_str().to_owned(), variant_href(visit, item.item, variant.variant));
        view! {
            <PageHead title=words.t("barcodes-title") sub=view! { {sub(item, variant)} } actions=view! { <LinkButton label=words.t("action-back") href=back/> }/>
            {list}
            <Section title=words.t("barcode-add") id="add" class="above-6">
                <FormView action=path.clone() csrf idempotency=key>
                    <ErrorSummary title=words.t("errors-title") errors=typed.summary(&[("code", "item-barcode"), ("unit", "barcode-unit"), ("pack", "barcode-pack")])/>
                    <Input name="code" label=words.t("item-barcode") value=typed.value("code") error=typed.error("code") hint=words.t("item-barcode-hint") maxlength=64 dir="ltr" autocomplete="off" required=true/>
                    <FieldRow>
                        <Select name="unit" label=words.t("barcode-unit") choices=unit_choices(words) value=typed.value("unit") error=typed.error("unit")/>
                        <Input name="pack" label=words.t("barcode-pack") value=typed.value("pack") error=typed.error("pack") hint=words.t("barcode-pack-hint") numeric=true required=true/>
                    </FieldRow>
                    <FormActions><Button label=words.t("barcode-add") weight=Weight::Primary/></FormActions>
                </FormView>
            </Section>
        }
    });
    doc(visit, item, variant, words.t("barcodes-title"), body)
}

pub(crate) async fn show_supplier(State(desk): State<PageState>, visit: Visit, Path(variant): Path<String>) -> PageResult {
    let (item, variant) = found(&desk, &visit, &variant).await?;
    Ok(supplier_page(&visit, &Key::random(), &item, &variant, &Fields::default(), &[]).into_response())
}

pub(crate) async fn submit_supplier(State(desk): State<PageState>, Path(variant): Path<String>, Posted { visit, key, fields }: Posted) -> PageResult {
    let (item, variant) = found(&desk, &visit, &variant).await?;
    let mut form = Form::new(visit.words, &fields);
    let (supplier, code) = (form.text("supplier", SHORT_MAX), form.text("code", SKU_MAX));
    let code = supplier.zip(code).map(|(supplier, code)| SupplierCode { supplier, code });
    let supplier_code = match form.finish(code) {
        Ok(code) => code,
        Err(errors) => return Ok(supplier_page(&visit, &key, &item, &variant, &fields, &errors).refused().into_response()),
    };
    match desk.desk.run(Ask::new(&visit.actor, key.clone(), AddSupplierCode { variant: variant.variant, supplier_code })).await {
        Ok(_) => Ok(visit.done(&format!("/catalog/variants/{}/supplier-codes", variant.variant), Said::new("notice-saved")).await),
        Err(error) => {
            let errors = told(error, "supplier_code.")?;
            Ok(supplier_page(&visit, &key, &item, &variant, &fields, &errors).refused().into_response())
        }
    }
}

pub(crate) async fn remove_supplier(State(desk): State<PageState>, Path(variant): Path<String>, Posted { visit, key, fields }: Posted) -> PageResult {
    let (_, variant) = found(&desk, &visit, &variant).await?;
    let supplier_code = SupplierCode { supplier: fields.get("supplier").to_owned(), code: fields.get("code").to_owned() };
    desk.desk.run(Ask::new(&visit.actor, key, RemoveSupplierCode { variant: variant.variant, supplier_code })).await?;
    Ok(visit.done(&format!("/catalog/variants/{}/supplier-codes", variant.variant), Said::new("notice-saved")).await)
}

fn supplier_page(visit: &Visit, key: &Key, item: &ItemView, variant: &VariantView, fields: &Fields, errors: &[FieldError]) -> PageDoc {
    let words = visit.words;
    let typed = Typed::new(words, fields, errors);
    let path = format!("/catalog/variants/{}/supplier-codes", variant.variant);
    let body = render(|| {
        let typed = Sheet::new(typed);
        let columns = vec![
            Column::new("supplier", words.t("item-supplier")),
            Column::new("code", words.t("item-supplier-code")),
            Column::new("remove", words.t("action-remove")).hide_label(),
        ];
        let rows: Vec<RowOf> = variant
            .supplier_codes
            .iter()
            .map(|code| {
                let hidden = vec![(String::from("supplier"), code.supplier.clone()), (String::from("code"), code.code.clone())];
                let label = words.with("barcode-remove", &[("code", words.code(&code.code).into())]);
                RowOf::new(vec![
                    Cell::head(code.supplier.clone()),
                    Cell::new(view! { <CodeView value=code.code.clone()/> }),
                    Cell::new(remove_button(visit, format!("{path}/remove"), hidden, label)),
                ])
            })
            .collect();
        let list = if rows.is_empty() {
            view! { <Empty title=words.t("supplier-codes-none") text=words.t("supplier-codes-none.hint") icon=Glyph::Truck plain=true/> }.into_any()
        } else {
            view! { <Table caption=words.t("supplier-codes-title") columns rows/> }.into_any()
        };
        let (csrf, key, back) = (visit.token.clone(), key.as_str().to_owned(), variant_href(visit, item.item, variant.variant));
        view! {
            <PageHead title=words.t("supplier-codes-title") sub=view! { {sub(item, variant)} } actions=view! { <LinkButton label=words.t("action-back") href=back/> }/>
            {list}
            <Section title=words.t("supplier-code-add") id="add" class="above-6">
                <FormView action=path.clone() csrf idempotency=key>
                    <ErrorSummary title=words.t("errors-title") errors=typed.summary(&[("supplier", "item-supplier"), ("code", "item-supplier-code")])/>
                    <FieldRow>
                        <Input name="supplier" label=words.t("item-supplier") value=typed.value("supplier") error=typed.error("supplier") maxlength=120 required=true/>
                        <Input name="code" label=words.t("item-supplier-code") value=typed.value("code") error=typed.error("code") maxlength=64 dir="ltr" autocomplete="off" required=true/>
                    </FieldRow>
                    <FormActions><Button label=words.t("supplier-code-add") weight=Weight::Primary/></FormActions>
                </FormView>
            </Section>
        }
    });
    doc(visit, item, variant, words.t("supplier-codes-title"), body)
}

//! The forms of a category: a new one, another name, and the merge with another.

use crate::common::{Sheet, address, id, may_write, query};
use axum::{
    extract::{Path, RawQuery, State},
    response::IntoResponse,
};
use catalog_rules::{CategoryView, CreateCategory, ListCategories, MergeCategories, RenameCategory, SHORT_MAX, ShowCategory};
use kit::{Button, Choice, ErrorSummary, Form as FormView, FormActions, Input, LinkButton, Notice, PageHead, Select, Tone, Weight, render};
use leptos::prelude::*;
use vocabulary::{AppError, Ask, CategoryId, FieldError, Key, Param, Said};
use wire::{Fields, Form, Nav, PageDoc, PageError, PageResult, PageState, Posted, Typed, Visit, refused};

/// What the fields are called, for the summary of what is wrong.
const LABELS: &[(&str, &str)] = &[("name", "name"), ("into", "category-merge-into")];

const LIST: &str = "/catalog/categories";

fn path(category: CategoryId) -> String {
    format!("{LIST}/{category}")
}

async fn found(desk: &PageState, visit: &Visit, category: &str) -> Result<CategoryView, PageError> {
    may_write(visit)?;
    Ok(desk.desk.ask(&visit.actor, ShowCategory { category: id(category)? }).await?)
}

/// A form as it is shown: what was typed, and what came of it.
struct Shown<'a> {
    visit: &'a Visit,
    key: &'a Key,
    fields: &'a Fields,
    errors: &'a [FieldError],
    /// Somebody was faster.
    stale: bool,
}

impl<'a> Shown<'a> {
    fn new(visit: &'a Visit, key: &'a Key, fields: &'a Fields, errors: &'a [FieldError]) -> Self {
        Self { visit, key, fields, errors, stale: false }
    }

    fn doc(&self, title: &str, body: String) -> PageDoc {
        let words = self.visit.words;
        let doc = PageDoc::new(words.t(title), Nav::Catalog, body).under(words.t("items-title"), address("/catalog/items", self.visit, &[]));
        doc.under(words.t("categories-title"), address(LIST, self.visit, &[]))
    }

    /// The category that has the name that was typed.
    fn taken_by(&self) -> Option<String> {
        let taken = self.errors.iter().find(|error| error.said.code == "category-taken")?;
        taken.said.params.iter().find_map(|(name, value)| match value {
            Param::Text(id) if name == "category" => Some(id.clone()),
            _ => None,
        })
    }

    fn stale(&self) -> Option<AnyView> {
        let words = self.visit.words;
        self.stale.then(|| view! { <Notice tone=Tone::Warn>{words.t("item-stale")}</Notice> }.into_any())
    }
}

/// The fields with the version that is there now: whoever looks and sends them again means it.
fn renewed(mut fields: Fields, category: &CategoryView) -> Fields {
    fields.0.retain(|(name, _)| name != "version");
    fields.0.push((String::from("version"), category.version.to_string()));
    fields
}

pub(crate) async fn new(visit: Visit, raw: RawQuery) -> PageResult {
    may_write(&visit)?;
    let fields = Fields(vec![(String::from("name"), query(&raw).get("name").to_owned())]);
    Ok(new_page(&Shown::new(&visit, &Key::random(), &fields, &[])).into_response())
}

pub(crate) async fn submit_new(State(desk): State<PageState>, Posted { visit, key, fields }: Posted) -> PageResult {
    may_write(&visit)?;
    let mut form = Form::new(visit.words, &fields);
    let name = form.text("name", SHORT_MAX);
    let outcome = match form.finish(name) {
        Ok(name) => desk.desk.run(Ask::new(&visit.actor, key.clone(), CreateCategory { name })).await,
        Err(fields) => Err(AppError::Invalid { fields }),
    };
    match outcome {
        Ok(saved) => {
            let there = address(&path(saved.category), &visit, &[]);
            Ok(visit.done(&there, Said::new("category-created").with("name", saved.name)).await)
        }
        Err(error) => {
            let errors = refused(error)?;
            Ok(new_page(&Shown::new(&visit, &key, &fields, &errors)).refused().into_response())
        }
    }
}

fn new_page(shown: &Shown<'_>) -> PageDoc {
    let words = shown.visit.words;
    let there = shown.taken_by().map(|id| address(&format!("{LIST}/{id}"), shown.visit, &[]));
    let body = render(|| {
        let offer = there.map(|href| view! { <LinkButton label=words.t("category-open-other") href/> }.into_any());
        name_form(
            shown,
            format!("{LIST}/new"),
            Vec::new(),
            [words.t("category-new"), words.t("category-create")],
            offer,
            address(LIST, shown.visit, &[]),
        )
    });
    shown.doc("category-new", body)
}

/// The form of a name; `said` are its title and its button.
fn name_form(
    shown: &Shown<'_>,
    action: String,
    hidden: Vec<(String, String)>,
    said: [String; 2],
    offer: Option<AnyView>,
    cancel: String,
) -> impl IntoView + use<> {
    let words = shown.visit.words;
    let typed = Sheet::new(Typed::new(words, shown.fields, shown.errors));
    let (csrf, key, stale, [title, button]) = (shown.visit.token.clone(), shown.key.as_str().to_owned(), shown.stale(), said);
    view! {
        <PageHead title=title/>
        {stale}
        <FormView action csrf idempotency=key hidden>
            <ErrorSummary title=words.t("errors-title") errors=typed.summary(LABELS)/>
            <Input name="name" label=words.t("name") value=typed.value("name") error=typed.error("name") maxlength=120 required=true autofocus=true autocomplete="off"/>
            <FormActions>
                <Button label=button weight=Weight::Primary/>
                {offer}
                <LinkButton label=words.t("action-cancel") href=cancel/>
            </FormActions>
        </FormView>
    }
}

pub(crate) async fn edit(State(desk): State<PageState>, visit: Visit, Path(category): Path<String>) -> PageResult {
    let category = found(&desk, &visit, &category).await?;
    let fields = renewed(Fields(vec![(String::from("name"), category.name.clone())]), &category);
    Ok(edit_page(&category, &Shown::new(&visit, &Key::random(), &fields, &[])).into_response())
}

pub(crate) async fn submit_edit(State(desk): State<PageState>, Path(category): Path<String>, Posted { visit, key, fields }: Posted) -> PageResult {
    let category = found(&desk, &visit, &category).await?;
    let mut form = Form::new(visit.words, &fields);
    let (version, name) = (form.choice("version"), form.text("name", SHORT_MAX));
    let rename = version.zip(name).map(|(version, name)| RenameCategory { category: category.category, version, name });
    let outcome = match form.finish(rename) {
        Ok(rename) => desk.desk.run(Ask::new(&visit.actor, key.clone(), rename)).await,
        Err(fields) => Err(AppError::Invalid { fields }),
    };
    match outcome {
        Ok(_) => Ok(visit.done(&address(&path(category.category), &visit, &[]), Said::new("notice-saved")).await),
        Err(AppError::Stale) => {
            let (key, fields) = (Key::random(), renewed(fields, &category));
            let shown = Shown { stale: true, ..Shown::new(&visit, &key, &fields, &[]) };
            Ok(edit_page(&category, &shown).refused().into_response())
        }
        Err(error) => {
            let errors = refused(error)?;
            Ok(edit_page(&category, &Shown::new(&visit, &key, &fields, &errors)).refused().into_response())
        }
    }
}

fn edit_page(category: &CategoryView, shown: &Shown<'_>) -> PageDoc {
    let words = shown.visit.words;
    let here = path(category.category);
    // Two of one name are mostly one by mistake: then the items go together.
    let merge = shown.taken_by().map(|other| address(&format!("{here}/merge"), shown.visit, &[("into", &other)]));
    let body = render(|| {
        let offer = merge.map(|href| view! { <LinkButton label=words.t("category-merge-instead") href/> }.into_any());
        let title = words.with("category-rename-title", &[("name", category.name.as_str().into())]);
        let hidden = vec![(String::from("version"), shown.fields.get("version").to_owned())];
        name_form(shown, format!("{here}/edit"), hidden, [title, words.t("action-save")], offer, address(&here, shown.visit, &[]))
    });
    shown.doc("category-rename", body).under(category.name.clone(), address(&here, shown.visit, &[]))
}

pub(crate) async fn merge(State(desk): State<PageState>, visit: Visit, Path(category): Path<String>, raw: RawQuery) -> PageResult {
    let category = found(&desk, &visit, &category).await?;
    let fields = renewed(Fields(vec![(String::from("into"), query(&raw).get("into").to_owned())]), &category);
    Ok(merge_page(&desk, &category, &Shown::new(&visit, &Key::random(), &fields, &[])).await?.into_response())
}

pub(crate) async fn submit_merge(State(desk): State<PageState>, Path(category): Path<String>, Posted { visit, key, fields }: Posted) -> PageResult {
    let category = found(&desk, &visit, &category).await?;
    let mut form = Form::new(visit.words, &fields);
    let (version, into) = (form.choice("version"), form.choice("into"));
    let merge = version.zip(into).map(|(version, into)| MergeCategories { category: category.category, version, into });
    let outcome = match form.finish(merge) {
        Ok(merge) => desk.desk.run(Ask::new(&visit.actor, key.clone(), merge)).await,
        Err(fields) => Err(AppError::Invalid { fields }),
    };
    match outcome {
        Ok(merged) => {
            let code = if merged.under_way { "category-merge-begun" } else { "category-merged" };
            let said = Said::new(code).with("name", category.name).with("count", merged.moved);
            Ok(visit.done(&address(&path(merged.category), &visit, &[]), said).await)
        }
        Err(AppError::Stale) => {
            let (key, fields) = (Key::random(), renewed(fields, &category));
            let shown = Shown { stale: true, ..Shown::new(&visit, &key, &fields, &[]) };
            Ok(merge_page(&desk, &category, &shown).await?.refused().into_response())
        }
        Err(error) => {
            let errors = refused(error)?;
            Ok(merge_page(&desk, &category, &Shown::new(&visit, &key, &fields, &errors)).await?.refused().into_response())
        }
    }
}

async fn merge_page(desk: &PageState, category: &CategoryView, shown: &Shown<'_>) -> Result<PageDoc, PageError> {
    let all = desk.desk.ask(&shown.visit.actor, ListCategories { names_only: true, ..ListCategories::default() }).await?.categories;
    let others: Vec<Choice> =
        all.into_iter().filter(|row| row.id != category.category).map(|row| Choice::new(row.id.to_string(), row.name)).collect();
    let words = shown.visit.words;
    let here = path(category.category);
    let body = render(|| {
        let typed = Sheet::new(Typed::new(words, shown.fields, shown.errors));
        let title = words.with("category-merge-title", &[("name", category.name.as_str().into())]);
        let effect = words.with("category-merge-effect", &[("name", category.name.as_str().into())]);
        let hidden = vec![(String::from("version"), typed.value("version"))];
        let (csrf, key, cancel) = (shown.visit.token.clone(), shown.key.as_str().to_owned(), address(&here, shown.visit, &[]));
        view! {
            <PageHead title=title sub=view! { {effect} }/>
            {shown.stale()}
            <FormView action=format!("{here}/merge") csrf idempotency=key hidden>
                <ErrorSummary title=words.t("errors-title") errors=typed.summary(LABELS)/>
                <Select name="into" label=words.t("category-merge-into") choices=others value=typed.value("into") error=typed.error("into") prompt=words.t("category-merge-choose") required=true/>
                <FormActions>
                    <Button label=words.t("category-merge-do") weight=Weight::Destroy/>
                    <LinkButton label=words.t("action-cancel") href=cancel/>
                </FormActions>
            </FormView>
        }
    });
    Ok(shown.doc("category-merge", body).under(category.name.clone(), address(&here, shown.visit, &[])))
}

//! What an item's variants differ in: its axes are named anew, taken away and added, the first ones too.

use crate::common::{Sheet, address, id, may_write, renamed};
use axum::{
    extract::{Path, State},
    response::IntoResponse,
};
use catalog_rules::{AXES_MAX, AXIS_MAX, AxisChange, ChangeAxes, ItemView, OPTION_MAX, ShowItem};
use kit::{
    ActionBar, Button, Checkbox, ErrorSummary, FieldRow, Form as FormView, FormSection, Input, LinkButton, Notice, PageHead, Tone, Weight, render,
};
use leptos::prelude::*;
use vocabulary::{AppError, Ask, FieldError, ItemId, Key, Said};
use wire::{Fields, Form, Nav, PageDoc, PageResult, PageState, Posted, Typed, Visit, refused};

pub(crate) async fn show(State(desk): State<PageState>, visit: Visit, Path(item): Path<String>) -> PageResult {
    may_write(&visit)?;
    let item = desk.desk.ask(&visit.actor, ShowItem { item: id(&item)?, variant: None }).await?;
    Ok(page(&visit, &Key::random(), &item, &as_it_is(&item), &[], false).into_response())
}

fn as_it_is(item: &ItemView) -> Fields {
    let axes = item.axes.iter().zip(1..).flat_map(|(axis, number)| [(format!("axis{number}"), axis.clone()), (format!("was{number}"), axis.clone())]);
    Fields([(String::from("version"), item.version.to_string())].into_iter().chain(axes).collect())
}

pub(crate) async fn submit(State(desk): State<PageState>, Path(item): Path<String>, Posted { visit, key, fields }: Posted) -> PageResult {
    may_write(&visit)?;
    let id: ItemId = id(&item)?;
    let item = desk.desk.ask(&visit.actor, ShowItem { item: id, variant: None }).await?;
    // The fields are numbered by the axes there were; of another item's version the numbers may mean others.
    if fields.get("version") != item.version.to_string() {
        return Ok(page(&visit, &Key::random(), &item, &for_now(&item, fields), &[], true).refused().into_response());
    }
    let (change, numbers) = match read(&visit, &item, &fields) {
        Ok(read) => read,
        Err(errors) => return Ok(page(&visit, &key, &item, &fields, &errors, false).refused().into_response()),
    };
    match desk.desk.run(Ask::new(&visit.actor, key.clone(), change)).await {
        Ok(_) => Ok(visit.done(&address(&format!("/catalog/items/{id}"), &visit, &[]), Said::new("notice-saved")).await),
        Err(AppError::Stale) => Ok(page(&visit, &Key::random(), &item, &fields, &[], true).refused().into_response()),
        Err(error) => {
            let errors = match error {
                AppError::Invalid { fields: wrong } => renamed(wrong, |field| own_name(field, &numbers, &fields)),
                other => refused(other)?,
            };
            Ok(page(&visit, &key, &item, &fields, &errors, false).refused().into_response())
        }
    }
}

/// What was typed, for the item as it is now. Where its axes are others, what was typed of the old ones goes; new ones stay.
fn for_now(item: &ItemView, mut fields: Fields) -> Fields {
    let was: Vec<String> = (1..=AXES_MAX).map(|number| fields.get(&format!("was{number}")).to_owned()).filter(|was| !was.is_empty()).collect();
    if was == item.axes {
        fields.0.retain(|(name, _)| name != "version");
        fields.0.push((String::from("version"), item.version.to_string()));
        return fields;
    }
    let mut now = as_it_is(item);
    let typed = (was.len() + 1..=AXES_MAX).map(|number| [format!("axis{number}"), format!("value{number}")]);
    let typed = typed.map(|names| names.map(|name| fields.get(&name).to_owned())).filter(|[axis, value]| !axis.is_empty() || !value.is_empty());
    for (number, [axis, value]) in (item.axes.len() + 1..=AXES_MAX).zip(typed) {
        now.0.extend([(format!("axis{number}"), axis), (format!("value{number}"), value)]);
    }
    now
}

/// The form's field for the operation's; `numbers` are those the axes have in the form.
fn own_name(field: &str, numbers: &[usize], fields: &Fields) -> String {
    if field == "axes" {
        // They are too few: one that goes would have to stay.
        let gone = (1..=AXES_MAX).map(|number| format!("drop{number}")).find(|name| fields.has(name));
        return gone.unwrap_or_else(|| String::from("axis1"));
    }
    let at = field.strip_prefix("axes[").and_then(|rest| rest.split_once(']')).and_then(|(at, rest)| Some((at.parse::<usize>().ok()?, rest)));
    match at.and_then(|(at, rest)| Some((numbers.get(at)?, rest))) {
        Some((number, rest)) if rest.starts_with(".value") => format!("value{number}"),
        Some((number, _)) => format!("axis{number}"),
        None => field.to_owned(),
    }
}

/// The change, and the number in the form of each of its axes.
fn read(visit: &Visit, item: &ItemView, fields: &Fields) -> Result<(ChangeAxes, Vec<usize>), Vec<FieldError>> {
    let mut form = Form::new(visit.words, fields);
    let version = form.choice::<i64>("version").unwrap_or_default();
    let (mut axes, mut numbers) = (Vec::new(), Vec::new());
    for number in 1..=AXES_MAX {
        let (name, value) = (format!("axis{number}"), format!("value{number}"));
        let axis = if number <= item.axes.len() {
            if fields.has(&format!("drop{number}")) {
                continue;
            }
            AxisChange { name: form.text(&name, AXIS_MAX).unwrap_or_default(), was: Some(number - 1), ..AxisChange::default() }
        } else if form.raw(&name).is_empty() && form.raw(&value).is_empty() {
            continue;
        } else {
            AxisChange { name: form.text(&name, AXIS_MAX).unwrap_or_default(), value: form.text(&value, OPTION_MAX), ..AxisChange::default() }
        };
        axes.push(axis);
        numbers.push(number);
    }
    if item.axes.is_empty() && axes.is_empty() {
        form.wrong(FieldError::new("axis1", "field-required"));
    }
    form.finish(Some((ChangeAxes { item: item.item, version, axes }, numbers)))
}

fn page(visit: &Visit, key: &Key, item: &ItemView, fields: &Fields, errors: &[FieldError], stale: bool) -> PageDoc {
    let words = visit.words;
    let typed = Typed::new(words, fields, errors);
    let title = words.with("axes-of", &[("name", item.name.as_str().into())]);
    let heading = title.clone();
    let path = format!("/catalog/items/{}", item.item);
    let (csrf, key, action) = (visit.token.clone(), key.as_str().to_owned(), format!("{path}/axes"));
    let (back, cancel) = (address(&path, visit, &[]), address(&path, visit, &[]));
    let body = render(|| {
        let typed = Sheet::new(typed);
        let was = (1..=item.axes.len()).map(|number| format!("was{number}")).map(|name| (name.clone(), typed.value(&name)));
        let hidden = [(String::from("version"), typed.value("version"))].into_iter().chain(was).collect();
        let sections = (known(visit, item, typed), more(visit, item, typed));
        view! {
            <PageHead title=heading/>
            {stale.then(|| view! { <Notice tone=Tone::Warn>{words.t("item-stale")}</Notice> })}
            <FormView action csrf idempotency=key hidden>
                <ErrorSummary title=words.t("errors-title") errors=typed.summary(&[])/>
                {sections}
                <ActionBar words=view! { {words.t("axes-effect")} }>
                    <LinkButton label=words.t("action-cancel") href=cancel/>
                    <Button label=words.t("action-save") weight=Weight::Primary/>
                </ActionBar>
            </FormView>
        }
    });
    let doc = PageDoc::new(title, Nav::Catalog, body);
    doc.under(words.t("items-title"), address("/catalog/items", visit, &[])).under(item.name.clone(), back)
}

/// The axes there are.
fn known(visit: &Visit, item: &ItemView, typed: Sheet) -> impl IntoView + use<> {
    let words = visit.words;
    let axes = (1..=item.axes.len())
        .map(|number| {
            let (axis, drop) = (format!("axis{number}"), format!("drop{number}"));
            let (value, error, wrong, checked) = (typed.value(&axis), typed.error(&axis), typed.error(&drop), typed.has(&drop));
            let (label, remove) = (words.with("item-axis", &[("number", number.into())]), words.with("axis-drop", &[("number", number.into())]));
            view! {
                <Input name=axis label value error maxlength=60/>
                <Checkbox name=drop label=remove checked error=wrong/>
            }
            .into_any()
        })
        .collect::<Vec<_>>();
    (!axes.is_empty()).then(|| view! { <FormSection title=words.t("item-axes") text=words.t("item-axes.hint")>{axes}</FormSection> })
}

/// Room for those there are not yet.
fn more(visit: &Visit, item: &ItemView, typed: Sheet) -> impl IntoView + use<> {
    let words = visit.words;
    let count = item.variants.len();
    let axes = (item.axes.len() + 1..=AXES_MAX)
        .map(|number| {
            let (axis, value) = (format!("axis{number}"), format!("value{number}"));
            let (typed_axis, axis_error) = (typed.value(&axis), typed.error(&axis));
            let (typed_value, value_error) = (typed.value(&value), typed.error(&value));
            let (label, example) = (words.with("item-axis", &[("number", number.into())]), words.t(&format!("item-axis-{number}")));
            let what = words.with("axis-value", &[("count", count.into())]);
            view! {
                <FieldRow>
                    <Input name=axis label value=typed_axis error=axis_error placeholder=example maxlength=60/>
                    <Input name=value label=what value=typed_value error=value_error maxlength=100/>
                </FieldRow>
            }
            .into_any()
        })
        .collect::<Vec<_>>();
    let hint = words.with("axes-more.hint", &[("count", count.into())]);
    (!axes.is_empty()).then(|| view! { <FormSection title=words.t("axes-more") text=hint>{axes}</FormSection> })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_find_their_fields() {
        let fields = Fields(vec![(String::from("drop2"), String::from("on"))]);
        for (field, own) in [("axes[0].name", "axis1"), ("axes[1].value", "value3"), ("axes[1].values[0].value", "value3"), ("axes", "drop2")] {
            assert_eq!(own_name(field, &[1, 3], &fields), own, "{field}");
        }
        assert_eq!(own_name("axes", &[1], &Fields::default()), "axis1");
    }
}

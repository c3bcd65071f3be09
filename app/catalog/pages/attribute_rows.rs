//! The attributes of an item as rows of a form. Rows are added and dropped by buttons of the form itself, so that it works
//! without script.

use crate::common::Sheet;
use catalog_rules::{ATTRIBUTE_NAME_MAX, ATTRIBUTE_VALUE_MAX, ATTRIBUTES_MAX, Attribute};
use kit::{Button, Cell, Column, Density, FormSection, Glyph, Input, OnPhone, RowOf, Size, Table, Weight};
use leptos::prelude::*;
use vocabulary::FieldError;
use wire::Fields;
use words::Words;

/// What the button says that adds a row.
const ADD: &str = "attribute-add";
/// What the buttons say that drop one, but for its number.
const DROP: &str = "attribute-drop-";

fn names(at: usize) -> [String; 2] {
    [format!("attributes[{at}].name"), format!("attributes[{at}].value")]
}

/// Attributes as a form's fields.
pub(crate) fn fields(attributes: &[Attribute]) -> impl Iterator<Item = (String, String)> {
    attributes.iter().enumerate().flat_map(|(at, attribute)| {
        let [name, value] = names(at);
        [(name, attribute.name.clone()), (value, attribute.value.clone())]
    })
}

/// The rows that are not blank, in their order: the operation's attributes have the same numbers. One more than there may
/// be is read, so that it is refused and not lost.
pub(crate) fn read(fields: &Fields) -> Vec<Attribute> {
    (0..=ATTRIBUTES_MAX)
        .map(names)
        .take_while(|[name, _]| fields.has(name))
        .map(|[name, value]| Attribute { name: fields.get(&name).trim().to_owned(), value: fields.get(&value).trim().to_owned() })
        .filter(|attribute| !attribute.name.is_empty() || !attribute.value.is_empty())
        .collect()
}

/// Closes the numbers of the rows up, without the blank ones. Answers whether a button asked for a row more or less: then
/// the form is shown again and nothing is done.
pub(crate) fn settle(typed: &mut Fields) -> bool {
    let asked = typed.get("do").to_owned();
    let dropped: Option<usize> = asked.strip_prefix(DROP).and_then(|at| at.parse().ok());
    if let Some(names) = dropped.map(names) {
        typed.0.iter_mut().filter(|(name, _)| names.contains(name)).for_each(|(_, value)| value.clear());
    }
    let mut rows = read(typed);
    if asked == ADD && rows.len() < ATTRIBUTES_MAX {
        rows.push(Attribute::default());
    }
    typed.0.retain(|(name, _)| !name.starts_with("attributes["));
    typed.0.extend(fields(&rows));
    dropped.is_some() || asked == ADD
}

/// What is told while rows come and go: a field that is still empty is not wrong yet, what was written already is.
pub(crate) fn wrong_so_far(errors: Option<Vec<FieldError>>) -> Vec<FieldError> {
    errors.unwrap_or_default().into_iter().filter(|error| error.said.code != "field-required").collect()
}

/// The form's field for the operation's: what is wrong with all of them is said at the first.
pub(crate) fn own_name(field: &str) -> Option<String> {
    let [first, _] = names(0);
    field.starts_with("attributes").then(|| if field == "attributes" { first } else { field.to_owned() })
}

/// Whether somebody asked for another row, which then has the focus.
pub(crate) fn is_adding(typed: Sheet) -> bool {
    typed.value("do") == ADD
}

/// The first button of a form is the one Enter presses: the form's own, and none that adds or drops a row.
pub(crate) fn enter(label: String) -> impl IntoView {
    view! { <Button label class="sr" name="do" value="save" attr:tabindex="-1" attr:aria-hidden="true"/> }
}

/// The rows as a table of fields.
pub(crate) fn view(words: Words, typed: Sheet) -> impl IntoView + use<> {
    let count = (0..=ATTRIBUTES_MAX).take_while(|at| typed.has(&names(*at)[0])).count();
    let adding = is_adding(typed);
    let rows = (0..count.max(1))
        .map(|at| {
            let [name, value] = names(at);
            let number = [("number", (at + 1).into())];
            let (typed_name, name_error, name_label) = (typed.value(&name), typed.error(&name), words.with("attribute-name", &number));
            let (typed_value, value_error, value_label) = (typed.value(&value), typed.error(&value), words.with("attribute-value", &number));
            let drop = (count > 0).then(|| {
                let label = words.with("attribute-drop", &number);
                view! { <Button label icon=Glyph::X icon_only=true weight=Weight::Quiet size=Size::Small name="do" value=format!("{DROP}{at}")/> }
            });
            let most = |most: usize| u32::try_from(most).unwrap_or(u32::MAX);
            let name = view! {
                <Input name label=name_label value=typed_name error=name_error hide_label=true maxlength=most(ATTRIBUTE_NAME_MAX) autofocus=adding && at + 1 == count/>
            };
            let value = view! { <Input name=value label=value_label value=typed_value error=value_error hide_label=true maxlength=most(ATTRIBUTE_VALUE_MAX)/> };
            RowOf::new(vec![Cell::head(name), Cell::new(value), Cell::new(drop).class("drop")])
        })
        .collect();
    let columns = vec![
        Column::new("name", words.t("name")),
        Column::new("value", words.t("attribute-what")),
        Column::new("drop", words.t("action-remove")).hide_label(),
    ];
    let add = (count < ATTRIBUTES_MAX)
        .then(|| view! { <div class="row"><Button label=words.t("attribute-add") icon=Glyph::Plus name="do" value=ADD size=Size::Small/></div> });
    view! {
        <FormSection title=words.t("attributes-title") text=words.t("attributes-title.hint")>
            <Table caption=words.t("attributes-title") columns rows density=Density::Roomy phone=OnPhone::RecordsInTwos class="table-lines"/>
            {add}
        </FormSection>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(rows: &[(&str, &str)], asked: &str) -> Fields {
        let rows: Vec<Attribute> = rows.iter().map(|(name, value)| Attribute { name: (*name).to_owned(), value: (*value).to_owned() }).collect();
        Fields(fields(&rows).chain([(String::from("do"), asked.to_owned())]).collect())
    }

    #[test]
    fn rows_come_and_go() {
        let rows = [("Material", "Cotton"), ("", " "), ("Season", "Winter")];
        let mut plain = typed(&rows, "");
        assert!(!settle(&mut plain));
        assert_eq!(plain.get("attributes[1].name"), "Season");
        assert!(!plain.has("attributes[2].name"));
        let mut more = typed(&rows, ADD);
        assert!(settle(&mut more));
        assert!(more.has("attributes[2].name"));
        let mut less = typed(&rows, "attribute-drop-0");
        assert!(settle(&mut less));
        assert_eq!((less.get("attributes[0].name"), read(&less).len()), ("Season", 1));
    }

    #[test]
    fn errors_find_their_fields() {
        assert_eq!(own_name("attributes").as_deref(), Some("attributes[0].name"));
        assert_eq!(own_name("attributes[3].value").as_deref(), Some("attributes[3].value"));
        assert_eq!(own_name("name"), None);
    }
}

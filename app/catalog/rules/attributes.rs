//! What is said of an item by name and value: what it is made of and the like.

use crate::{check_line, tidy};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{FieldChange, FieldError};

/// Attributes of an item.
pub const ATTRIBUTES_MAX: usize = 30;
/// Characters of an attribute's name.
pub const ATTRIBUTE_NAME_MAX: usize = 60;
/// Characters of an attribute's value.
pub const ATTRIBUTE_VALUE_MAX: usize = 200;

/// Something said of an item: "Material" is "Cotton".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Attribute {
    /// 1 to 60 characters; each of an item's is another, upper and lower case being the same.
    pub name: String,
    /// 1 to 200 characters.
    pub value: String,
}

impl Attribute {
    /// As changes tell it: "Material: Cotton".
    #[must_use]
    pub fn said(&self) -> String {
        format!("{}: {}", self.name, self.value)
    }

    /// Whether this is its name, upper and lower case being the same.
    #[must_use]
    pub fn is_called(&self, name: &str) -> bool {
        self.key() == tidy(name).to_lowercase()
    }

    fn key(&self) -> String {
        tidy(&self.name).to_lowercase()
    }
}

/// The attributes of an item: at most thirty, each with a name of its own and a value.
#[must_use]
pub fn check_attributes(attributes: &[Attribute]) -> Vec<FieldError> {
    let mut wrong = Vec::new();
    if attributes.len() > ATTRIBUTES_MAX {
        wrong.push(FieldError::new("attributes", "attributes-too-many").with("max", ATTRIBUTES_MAX));
        return wrong;
    }
    for (at, attribute) in attributes.iter().enumerate() {
        let field = format!("attributes[{at}].name");
        let bad = check_line(&field, &attribute.name, ATTRIBUTE_NAME_MAX, true);
        let twice = attributes.iter().take(at).any(|other| other.key() == attribute.key());
        wrong.extend(bad.or_else(|| twice.then(|| FieldError::new(&field, "attribute-twice"))));
        wrong.extend(check_line(&format!("attributes[{at}].value"), &attribute.value, ATTRIBUTE_VALUE_MAX, true));
    }
    wrong
}

/// Attributes as they are kept: tidied.
#[must_use]
pub fn kept_attributes(attributes: &[Attribute]) -> Vec<Attribute> {
    attributes.iter().map(|attribute| Attribute { name: tidy(&attribute.name), value: tidy(&attribute.value) }).collect()
}

/// What changed, attribute by attribute; where it is only their order, the names in it.
#[must_use]
pub fn attribute_changes(was: &[Attribute], now: &[Attribute]) -> Vec<FieldChange> {
    let change = |from: Option<String>, to: Option<String>| FieldChange { field: String::from("attribute"), from, to };
    let find = |all: &[Attribute], one: &Attribute| all.iter().find(|other| other.key() == one.key()).map(Attribute::said);
    let mut changes: Vec<FieldChange> =
        now.iter().map(|one| change(find(was, one), Some(one.said()))).filter(|change| change.from != change.to).collect();
    changes.extend(was.iter().filter(|one| find(now, one).is_none()).map(|one| change(Some(one.said()), None)));
    if changes.is_empty() && was != now {
        let names = |all: &[Attribute]| Some(all.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join(", "));
        changes.push(change(names(was), names(now)));
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(pairs: &[(&str, &str)]) -> Vec<Attribute> {
        pairs.iter().map(|(name, value)| Attribute { name: (*name).to_owned(), value: (*value).to_owned() }).collect()
    }

    fn told(was: &[(&str, &str)], now: &[(&str, &str)]) -> Vec<(Option<String>, Option<String>)> {
        attribute_changes(&of(was), &of(now)).into_iter().map(|change| (change.from, change.to)).collect()
    }

    #[test]
    fn each_has_a_name_of_its_own_and_a_value() {
        let all = of(&[("Material", "Cotton"), (" material", "Linen"), ("", "x"), ("Season", " "), ("Fit", &"x".repeat(201)), ("a\nb", "x")]);
        let wrong: Vec<String> = check_attributes(&all).into_iter().map(|wrong| format!("{}: {}", wrong.field, wrong.said.code)).collect();
        assert_eq!(
            wrong,
            [
                "attributes[1].name: attribute-twice",
                "attributes[2].name: field-required",
                "attributes[3].value: field-required",
                "attributes[4].value: field-too-long",
                "attributes[5].name: field-control-characters",
            ]
        );
        let many: Vec<Attribute> = (0..31).map(|n| Attribute { name: format!("N{n}"), value: "x".into() }).collect();
        assert_eq!(check_attributes(&many)[0].said.code, "attributes-too-many");
        assert_eq!(check_attributes(&many[..30]), []);
    }

    #[test]
    fn changes_are_told_one_by_one() {
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(told(&[("Fit", "Slim")], &[("Fit", "Slim")]), []);
        assert_eq!(
            told(&[("Material", "Cotton"), ("Fit", "Slim")], &[("Season", "Winter"), ("material", "Linen")]),
            [(None, some("Season: Winter")), (some("Material: Cotton"), some("material: Linen")), (some("Fit: Slim"), None)]
        );
        assert_eq!(told(&[("A", "1"), ("B", "2")], &[("B", "2"), ("A", "1")]), [(some("A, B"), some("B, A"))]);
    }
}

//! The axes of an item that is there: named anew, added, taken away, and where its variants are on them then.

use crate::{ItemEdited, OPTION_MAX, check_axes, check_line, option_text, tidy};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use utoipa::ToSchema;
use vocabulary::{FieldError, ItemId, Kind, Operation, Permission, VariantId};

/// Replaces the axes of an item. Those it has and that are not named go, where its variants stay distinct without them.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeAxes {
    pub item: ItemId,
    /// The version that was read; another one now means somebody else was faster.
    pub version: i64,
    /// As they are to be, in their order: at most three.
    pub axes: Vec<AxisChange>,
}

/// An axis as it is to be.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AxisChange {
    /// 1 to 60 characters.
    pub name: String,
    /// Which of the axes there are it is, counted from nought; none for a further one.
    #[serde(default)]
    pub was: Option<usize>,
    /// What all variants are that have no place on it yet and are not among `values`: 1 to 100 characters.
    #[serde(default)]
    pub value: Option<String>,
    /// What single variants are. On a further axis every variant needs a place, by this or by `value`.
    #[serde(default)]
    pub values: Vec<AxisValue>,
}

/// What a variant is on an axis.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AxisValue {
    pub variant: VariantId,
    /// 1 to 100 characters.
    pub value: String,
}

impl Operation for ChangeAxes {
    type Reply = ItemEdited;
    const NAME: &'static str = "catalog.change_axes";
    const NEEDS: Permission = Permission::CatalogWrite;
    const KIND: Kind = Kind::Command;
}

/// A variant and its places on the axes there are; a place may be missing.
#[derive(Clone, Copy, Debug)]
pub struct Placed<'a> {
    pub variant: VariantId,
    pub sku: &'a str,
    pub options: &'a [String],
}

/// The places of the variants on the axes as they are to be, in the order of the variants. `fold` is how texts are
/// compared: two variants are the same when all their places are.
///
/// # Errors
/// What is wrong with a name, a number or a value; `axis-value-missing` with the `sku` that has no place on a further axis;
/// `variants-same` with the two, `sku` and `other`, that differ today and would not then.
pub fn place_anew(
    axes: &[String],
    variants: &[Placed<'_>],
    change: &[AxisChange],
    fold: impl Fn(&str) -> String,
) -> Result<Vec<Vec<String>>, Vec<FieldError>> {
    let mut wrong = check_names(axes.len(), change);
    for (at, axis) in change.iter().enumerate() {
        wrong.extend(check_values(at, axis, variants));
    }
    let places: Vec<Vec<String>> = variants.iter().map(|variant| change.iter().map(|axis| place(axis, variant)).collect()).collect();
    for (at, axis) in change.iter().enumerate().filter(|(_, axis)| axis.was.is_none()) {
        let without = variants.iter().zip(&places).find(|(_, places)| places.get(at).is_none_or(String::is_empty));
        match without {
            Some(_) if axis.value.is_none() && axis.values.is_empty() => {
                wrong.push(FieldError::new(&format!("axes[{at}].value"), "field-required"));
            }
            // A value that is empty was told already.
            Some((variant, _)) if axis.value.is_none() && !axis.values.iter().any(|one| one.variant == variant.variant) => {
                wrong.push(FieldError::new(&format!("axes[{at}].values"), "axis-value-missing").with("sku", variant.sku));
            }
            _ => {}
        }
    }
    if wrong.is_empty() {
        wrong.extend(same(variants, &places, fold));
    }
    if wrong.is_empty() { Ok(places) } else { Err(wrong) }
}

fn check_names(count: usize, change: &[AxisChange]) -> Vec<FieldError> {
    let names: Vec<String> = change.iter().map(|axis| axis.name.clone()).collect();
    let mut wrong = check_axes(&names);
    for error in wrong.iter_mut().filter(|error| error.field != "axes") {
        error.field.push_str(".name");
    }
    for (at, axis) in change.iter().enumerate() {
        let field = format!("axes[{at}].was");
        let Some(was) = axis.was else { continue };
        if was >= count {
            wrong.push(FieldError::new(&field, "field-unknown-choice"));
        } else if change.iter().take(at).any(|other| other.was == Some(was)) {
            wrong.push(FieldError::new(&field, "axis-twice"));
        }
    }
    wrong
}

fn check_values(at: usize, axis: &AxisChange, variants: &[Placed<'_>]) -> Vec<FieldError> {
    let mut wrong = Vec::new();
    wrong.extend(axis.value.as_deref().and_then(|value| check_line(&format!("axes[{at}].value"), value, OPTION_MAX, true)));
    let known: HashMap<VariantId, &str> = variants.iter().map(|variant| (variant.variant, variant.sku)).collect();
    let mut named = HashMap::new();
    for (number, one) in axis.values.iter().enumerate() {
        let field = |name: &str| format!("axes[{at}].values[{number}].{name}");
        wrong.extend(check_line(&field("value"), &one.value, OPTION_MAX, true));
        match known.get(&one.variant) {
            None => wrong.push(FieldError::new(&field("variant"), "field-unknown-choice")),
            Some(sku) if named.insert(one.variant, ()).is_some() => {
                wrong.push(FieldError::new(&field("variant"), "sku-twice").with("sku", *sku));
            }
            Some(_) => {}
        }
    }
    wrong
}

/// Where a variant is on an axis: what is said of it, else where it was, else what is said of all.
fn place(axis: &AxisChange, variant: &Placed<'_>) -> String {
    let own = axis.values.iter().find(|one| one.variant == variant.variant).map(|one| tidy(&one.value));
    let was = axis.was.and_then(|was| variant.options.get(was)).filter(|was| !was.is_empty()).cloned();
    own.or(was).or_else(|| axis.value.as_deref().map(tidy)).unwrap_or_default()
}

/// Two variants that differ now and would not then. Some have been the same before, for files bring such; they may stay so.
fn same(variants: &[Placed<'_>], places: &[Vec<String>], fold: impl Fn(&str) -> String) -> Option<FieldError> {
    let mut first: HashMap<String, (String, &str)> = HashMap::new();
    for (variant, places) in variants.iter().zip(places) {
        let before = fold(&option_text(variant.options));
        let (other, sku) = first.entry(fold(&option_text(places))).or_insert_with(|| (before.clone(), variant.sku));
        if *other != before {
            return Some(FieldError::new("axes", "variants-same").with("sku", *sku).with("other", variant.sku));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    fn kept(name: &str, was: usize) -> AxisChange {
        AxisChange { name: name.to_owned(), was: Some(was), ..AxisChange::default() }
    }

    fn more(name: &str, value: &str) -> AxisChange {
        AxisChange { name: name.to_owned(), value: Some(value.to_owned()), ..AxisChange::default() }
    }

    fn id(number: u8) -> VariantId {
        format!("00000000-0000-7000-8000-0000000000{number:02}").parse().unwrap()
    }

    /// Two shirts, red and blue, both M.
    fn done(change: &[AxisChange]) -> Result<Vec<Vec<String>>, Vec<String>> {
        let (red, blue) = (texts(&["Red", "M"]), texts(&["Blue", "M"]));
        let variants = [Placed { variant: id(1), sku: "R", options: &red }, Placed { variant: id(2), sku: "B", options: &blue }];
        place_anew(&texts(&["Colour", "Size"]), &variants, change, str::to_lowercase)
            .map_err(|wrong| wrong.into_iter().map(|wrong| format!("{}: {}", wrong.field, wrong.said.code)).collect())
    }

    #[test]
    fn places_follow_their_axes() {
        assert_eq!(done(&[kept("Size", 1), kept("Shade", 0)]).unwrap(), [texts(&["M", "Red"]), texts(&["M", "Blue"])]);
        assert_eq!(
            done(&[kept("Colour", 0), more("Cloth", " Fine  linen ")]).unwrap(),
            [texts(&["Red", "Fine linen"]), texts(&["Blue", "Fine linen"])]
        );
        let one = AxisValue { variant: id(2), value: "L".into() };
        let change = AxisChange { values: vec![one], ..more("Length", "M") };
        assert_eq!(done(&[kept("Colour", 0), change]).unwrap(), [texts(&["Red", "M"]), texts(&["Blue", "L"])]);
    }

    #[test]
    fn variants_stay_distinct() {
        assert_eq!(done(&[kept("Size", 1)]).unwrap_err(), ["axes: variants-same"]);
        assert_eq!(done(&[]).unwrap_err(), ["axes: variants-same"]);
        assert!(done(&[kept("Colour", 0)]).is_ok());
        // The same before and after: no harm is done.
        let nothing = Vec::new();
        let twins = [1, 2].map(|number| Placed { variant: id(number), sku: "T", options: &nothing });
        assert!(place_anew(&[], &twins, &[more("Colour", "Red")], str::to_lowercase).is_ok());
    }

    #[test]
    fn what_is_wrong_is_told_by_its_field() {
        let bare = |name: &str| AxisChange { name: name.to_owned(), ..AxisChange::default() };
        assert_eq!(done(&[kept("Colour", 0), bare(" ")]).unwrap_err(), ["axes[1].name: field-required", "axes[1].value: field-required"]);
        assert_eq!(done(&[kept("Colour", 0), more("colour ", "x")]).unwrap_err(), ["axes[1].name: axis-twice"]);
        assert_eq!(
            done(&[kept("Colour", 0), kept("Size", 0), kept("Length", 2)]).unwrap_err(),
            ["axes[1].was: axis-twice", "axes[2].was: field-unknown-choice"]
        );
        assert_eq!(done(&[kept("A", 0), kept("B", 1), more("C", "c"), more("D", "d")]).unwrap_err(), ["axes: axes-too-many"]);
        let stranger = AxisValue { variant: id(3), value: "x".into() };
        let one = |value: &str| AxisValue { variant: id(1), value: value.to_owned() };
        let some = AxisChange { values: vec![one("x"), one("y"), stranger], ..bare("Cloth") };
        let wrong = ["axes[1].values[1].variant: sku-twice", "axes[1].values[2].variant: field-unknown-choice", "axes[1].values: axis-value-missing"];
        assert_eq!(done(&[kept("Colour", 0), some]).unwrap_err(), wrong);
    }
}

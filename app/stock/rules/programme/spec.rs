//! A programme as it is made, changed, listed and shown.

use crate::{AbcClass, CountRow};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{CountId, Cursor, FieldError, Kind, Operation, Page, Permission, ProgrammeId, Quantity, Scope, StoreId, check_name};

/// What a programme counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProgrammeKind {
    /// Items, those that matter most the most often.
    Classes,
    /// Places with stock, one after the other.
    Places,
    /// Places that should be empty: are they?
    EmptyPlaces,
    /// Some items by chance.
    Sample,
}

impl ProgrammeKind {
    pub const ALL: [Self; 4] = [Self::Classes, Self::Places, Self::EmptyPlaces, Self::Sample];

    /// The number it is stored as. Never reused.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Classes => 1,
            Self::Places => 2,
            Self::EmptyPlaces => 3,
            Self::Sample => 4,
        }
    }

    #[must_use]
    pub fn of_code(code: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The word it goes by in forms and the API.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Classes => "classes",
            Self::Places => "places",
            Self::EmptyPlaces => "empty_places",
            Self::Sample => "sample",
        }
    }

    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.tag() == tag)
    }
}

/// What classes go by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ClassMeasure {
    /// What is on hand, at cost.
    Value,
    /// Units sold in the last [`VELOCITY_DAYS`] days.
    Velocity,
}

impl ClassMeasure {
    pub const ALL: [Self; 2] = [Self::Value, Self::Velocity];

    /// The number it is stored as. Never reused.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Value => 1,
            Self::Velocity => 2,
        }
    }

    #[must_use]
    pub fn of_code(code: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.code() == code)
    }

    /// The word it goes by in forms and the API.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::Velocity => "velocity",
        }
    }

    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.tag() == tag)
    }
}

/// How far back sales are looked at to tell how quick an item is, in days.
pub const VELOCITY_DAYS: i64 = 90;
/// Most items or places of one count of a programme.
pub const PROGRAMME_SIZE_MAX: u16 = 1000;
/// Longest interval, in days.
pub const PROGRAMME_DAYS_MAX: u16 = 1825;

/// What a programme does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProgrammeSpec {
    /// 1 to 100 characters.
    pub name: String,
    pub kind: ProgrammeKind,
    #[serde(default = "value")]
    pub measure: ClassMeasure,
    /// Class A makes up so many percent of the whole, and class B comes after it up to so many: 1 to 99, and more than that
    /// up to 100.
    #[serde(default = "eighty")]
    pub share_a: u8,
    #[serde(default = "ninety_five")]
    pub share_b: u8,
    /// Counted again after so many days, 1 to 1825: class A, B and C. What has no classes goes by the first; a sample by none.
    #[serde(default = "days")]
    pub days: [u16; 3],
    /// Most items or places of one count: 1 to 1000.
    pub size: u16,
    /// A count is planned each so many days, 1 to 1825, if anything is due.
    #[serde(default = "one")]
    pub every_days: u16,
    /// Nobody sees what is expected while it is counted.
    #[serde(default = "yes")]
    pub blind: bool,
    /// All of it is counted a second time by somebody else, who does not see what the first came to.
    #[serde(default)]
    pub second_count: bool,
    /// Tolerance: a difference of more units than this is counted again.
    #[serde(default)]
    pub limit_quantity: Option<Quantity>,
    /// Tolerance: a difference worth more than this at cost is counted again.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "decimal")]
    pub limit_value: Option<Decimal>,
    /// A programme that rests plans nothing.
    #[serde(default = "yes")]
    pub active: bool,
}

fn value() -> ClassMeasure {
    ClassMeasure::Value
}

fn eighty() -> u8 {
    80
}

fn ninety_five() -> u8 {
    95
}

fn days() -> [u16; 3] {
    [30, 90, 365]
}

fn one() -> u16 {
    1
}

fn yes() -> bool {
    true
}

impl ProgrammeSpec {
    /// One of a kind, with what is usual.
    #[must_use]
    pub fn usual(name: &str, kind: ProgrammeKind) -> Self {
        Self {
            name: name.to_owned(),
            kind,
            measure: value(),
            share_a: eighty(),
            share_b: ninety_five(),
            days: days(),
            size: 20,
            every_days: one(),
            blind: true,
            second_count: false,
            limit_quantity: None,
            limit_value: None,
            active: true,
        }
    }

    /// What is wrong with it, as far as that can be told from it alone.
    #[must_use]
    pub fn check(&self) -> Vec<FieldError> {
        let mut wrong = Vec::new();
        let mut between = |field: &str, value: u16, least: u16, most: u16| {
            if !(least..=most).contains(&value) {
                wrong.push(FieldError::new(field, "number-out-of-range").with("min", i64::from(least)).with("max", i64::from(most)));
            }
        };
        between("size", self.size, 1, PROGRAMME_SIZE_MAX);
        between("every_days", self.every_days, 1, PROGRAMME_DAYS_MAX);
        let classes = self.kind == ProgrammeKind::Classes;
        if classes {
            between("share_a", self.share_a.into(), 1, 99);
            between("share_b", self.share_b.into(), u16::from(self.share_a.min(99)) + 1, 100);
        }
        for (at, days) in self.days.into_iter().enumerate().filter(|(at, _)| classes || (*at == 0 && self.kind != ProgrammeKind::Sample)) {
            between(&format!("days[{at}]"), days, 1, PROGRAMME_DAYS_MAX);
        }
        if self.name.chars().count() > 100 {
            wrong.push(FieldError::new("name", "field-too-long").with("max", 100_usize));
        }
        wrong.extend(check_name("name", &self.name).err());
        if self.limit_quantity.is_some_and(Quantity::is_negative) {
            wrong.push(FieldError::new("limit_quantity", "quantity-negative"));
        }
        if self.limit_value.is_some_and(|limit| limit.is_sign_negative() && !limit.is_zero()) {
            wrong.push(FieldError::new("limit_value", "money-negative"));
        }
        wrong
    }
}

/// Makes a programme, or changes one.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SaveCountProgramme {
    /// The one to change; a new one is made unless said.
    #[serde(default)]
    pub programme: Option<ProgrammeId>,
    /// As it was last told; needed to change one.
    #[serde(default)]
    pub version: Option<i64>,
    /// Of an older programme, its own.
    pub store: StoreId,
    pub spec: ProgrammeSpec,
}

/// A programme after it was saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CountProgrammeSaved {
    pub programme: ProgrammeId,
    pub version: i64,
}

impl Operation for SaveCountProgramme {
    type Reply = CountProgrammeSaved;
    const NAME: &'static str = "stock.save_count_programme";
    const NEEDS: Permission = Permission::CountReview;
    const KIND: Kind = Kind::Command;

    fn scope(&self) -> Scope {
        Scope::Store(self.store)
    }
}

/// Programmes, the oldest first.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ListCountProgrammes {
    #[serde(default)]
    pub store: Option<StoreId>,
    #[serde(default)]
    pub cursor: Option<Cursor>,
}

/// A programme in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CountProgrammeRow {
    pub programme: ProgrammeId,
    pub store: StoreId,
    pub version: i64,
    pub spec: ProgrammeSpec,
    /// The store's day on which it next plans a count, if it is active.
    #[schema(value_type = String, format = "date")]
    pub next_on: NaiveDate,
    /// The count that it planned last, and on which day.
    pub last_count: Option<CountId>,
    #[schema(value_type = Option<String>, format = "date")]
    pub last_on: Option<NaiveDate>,
}

impl Operation for ListCountProgrammes {
    type Reply = Page<CountProgrammeRow>;
    const NAME: &'static str = "stock.list_count_programmes";
    const NEEDS: Permission = Permission::CountReview;
    const KIND: Kind = Kind::Query;
}

/// One programme, what of it is due, and what it planned.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShowCountProgramme {
    pub programme: ProgrammeId,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CountProgrammeView {
    pub head: CountProgrammeRow,
    /// Of items by class, each class; else one.
    pub classes: Vec<ProgrammeClass>,
    /// The counts that it planned, the newest first; at most 20.
    pub counts: Vec<CountRow>,
}

/// How much of a programme there is of a class, and how much of that is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ProgrammeClass {
    /// `A`, `B` or `C`; none where there are no classes.
    #[schema(value_type = Option<String>)]
    pub class: Option<AbcClass>,
    pub all: i64,
    pub due: i64,
    /// Never counted; due too.
    pub never: i64,
}

impl Operation for ShowCountProgramme {
    type Reply = CountProgrammeView;
    const NAME: &'static str = "stock.show_count_programme";
    const NEEDS: Permission = Permission::CountReview;
    const KIND: Kind = Kind::Query;
}

/// Plans what of a programme is due, as a count. Once a day, and not while its last count is still open.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanDueCount {
    pub programme: ProgrammeId,
}

/// What was planned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DueCountPlanned {
    /// None where nothing is due.
    pub count: Option<CountId>,
    /// `CNT-0007`; empty where nothing is due.
    pub number: String,
    /// How many items or places.
    pub of: i64,
}

impl Operation for PlanDueCount {
    type Reply = DueCountPlanned;
    const NAME: &'static str = "stock.plan_due_count";
    const NEEDS: Permission = Permission::CountReview;
    const KIND: Kind = Kind::Command;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(change: impl FnOnce(&mut ProgrammeSpec)) -> Vec<String> {
        let mut spec = ProgrammeSpec::usual("Front shelves", ProgrammeKind::Classes);
        change(&mut spec);
        spec.check().into_iter().map(|error| format!("{} {}", error.field, error.said.code)).collect()
    }

    #[test]
    fn what_cannot_be_is_told_all_at_once() {
        assert!(wrong(|_| ()).is_empty());
        let all = wrong(|spec| {
            *spec = ProgrammeSpec { share_a: 0, share_b: 101, size: 0, every_days: 0, days: [0, 1, 2000], ..spec.clone() };
            spec.limit_value = "-1".parse().ok();
        });
        let range = |field: &str| format!("{field} number-out-of-range");
        let expected = [range("size"), range("every_days"), range("share_a"), range("share_b"), range("days[0]"), range("days[2]")];
        assert_eq!(all, [expected.to_vec(), vec![String::from("limit_value money-negative")]].concat());
        assert_eq!(wrong(|spec| (spec.share_a, spec.share_b) = (80, 80)), [range("share_b")]);
    }

    #[test]
    fn what_a_kind_does_not_go_by_is_not_looked_at() {
        assert!(wrong(|spec| (spec.kind, spec.share_a, spec.days) = (ProgrammeKind::Sample, 0, [0, 0, 0])).is_empty());
        let places = wrong(|spec| (spec.kind, spec.days) = (ProgrammeKind::Places, [0, 0, 0]));
        assert_eq!(places, ["days[0] number-out-of-range"]);
    }
}

//! How right the books are, and what goes missing: figures over time.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{FieldError, Kind, Operation, Permission, PostingKind, Quantity, Reason, StoreId};

/// What figures are told by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FiguresBy {
    /// The month of the store's day.
    #[default]
    Month,
    Store,
    /// The item's, as it is now.
    Category,
    /// Why stock was booked as gone or found. Not of accuracy.
    Reason,
    /// Who counted.
    Counter,
}

impl FiguresBy {
    pub const ALL: [Self; 5] = [Self::Month, Self::Store, Self::Category, Self::Reason, Self::Counter];

    /// The word it goes by in URLs and the API.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Store => "store",
            Self::Category => "category",
            Self::Reason => "reason",
            Self::Counter => "counter",
        }
    }

    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|by| by.tag() == tag)
    }
}

/// The longest time that is looked at, in days: two years.
pub const FIGURES_DAYS_MAX: i64 = 731;
/// Most groups of one answer, the largest first; months in their order.
pub const FIGURES_MAX: usize = 500;

/// What is wrong with the days of a question.
#[must_use]
pub fn check_days(from: NaiveDate, to: NaiveDate) -> Option<FieldError> {
    let days = to.signed_duration_since(from).num_days();
    match days {
        days if days < 0 => Some(FieldError::new("to", "figures-days-reversed")),
        days if days >= FIGURES_DAYS_MAX => Some(FieldError::new("from", "figures-days-many").with("max", FIGURES_DAYS_MAX)),
        _ => None,
    }
}

/// How right the books were, by what was counted and posted on some days. Counts that were taken back are not in it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CountAccuracy {
    #[serde(default)]
    pub store: Option<StoreId>,
    /// The stores' days, both included; two years at most.
    #[schema(value_type = String, format = "date")]
    pub from: NaiveDate,
    #[schema(value_type = String, format = "date")]
    pub to: NaiveDate,
    /// By `month` unless said; not by `reason`.
    #[serde(default)]
    pub by: FiguresBy,
}

/// Figures by group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AccuracyFigures {
    pub rows: Vec<AccuracyRow>,
    /// Of all rows.
    pub total: AccuracyRow,
}

/// What was counted of a group.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AccuracyRow {
    /// `2026-11`, the store's id, the category's or the counter's name; empty for what has none, and for the total.
    pub of: String,
    /// Lines counted.
    pub lines: i64,
    /// Lines whose difference was within their count's tolerance; without one, those that were right.
    pub tolerable: i64,
    /// What was expected at cost, of lines whose cost is known.
    #[schema(value_type = String, format = "decimal")]
    pub expected_value: Decimal,
    /// What differed at cost, whichever way, of the same lines.
    #[schema(value_type = String, format = "decimal")]
    pub off_value: Decimal,
    /// Lines that differ and whose cost is not known.
    pub unvalued: i64,
}

impl AccuracyRow {
    /// Lines within tolerance ÷ lines counted: the inventory record accuracy of the APICS Dictionary, and the complement of the
    /// share of inaccurate records that N. DeHoratius and A. Raman measure in "Inventory Record Inaccuracy: An Empirical
    /// Analysis", Management Science 54 (2008). From 0 to 1; none where nothing was counted.
    #[must_use]
    pub fn by_lines(&self) -> Option<Decimal> {
        (self.lines > 0).then(|| Decimal::from(self.tolerable) / Decimal::from(self.lines))
    }

    /// 1 − Σ |difference at cost| ÷ Σ expected at cost, not below nought: differences do not make up for each other. After the
    /// gross variance of D. J. Piasecki, "Inventory Accuracy: People, Processes, & Technology" (2003). From 0 to 1; none where
    /// nothing of known value was expected.
    #[must_use]
    pub fn by_value(&self) -> Option<Decimal> {
        (self.expected_value > Decimal::ZERO).then(|| (Decimal::ONE - self.off_value / self.expected_value).max(Decimal::ZERO))
    }

    /// Adds another row's figures to this one's.
    pub fn add(&mut self, other: &Self) {
        self.lines += other.lines;
        self.tolerable += other.tolerable;
        self.expected_value += other.expected_value;
        self.off_value += other.off_value;
        self.unvalued += other.unvalued;
    }
}

impl Operation for CountAccuracy {
    type Reply = AccuracyFigures;
    const NAME: &'static str = "stock.count_accuracy";
    const NEEDS: Permission = Permission::ValueRead;
    const KIND: Kind = Kind::Query;
}

/// What went missing on some days, and what was found: all that was booked to a store's losses or from what was found there, by
/// counts, adjustments and transfers, less what of it was taken back on those days. By counter, what they counted less or more
/// than was expected.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StockShrinkage {
    #[serde(default)]
    pub store: Option<StoreId>,
    /// The stores' days, both included; two years at most.
    #[schema(value_type = String, format = "date")]
    pub from: NaiveDate,
    #[schema(value_type = String, format = "date")]
    pub to: NaiveDate,
    /// By `month` unless said.
    #[serde(default)]
    pub by: FiguresBy,
}

/// Figures by group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ShrinkageFigures {
    pub rows: Vec<ShrinkageRow>,
    /// Of all rows.
    pub total: ShrinkageRow,
}

/// What went missing of a group, and what was found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ShrinkageRow {
    /// `2026-11`, the store's id, the category's or the counter's name; empty for what has none, by reason and for the total.
    pub of: String,
    /// By reason: what booked it, and why where a reason was given.
    pub kind: Option<PostingKind>,
    pub reason: Option<Reason>,
    /// In base units.
    pub lost: Quantity,
    pub found: Quantity,
    /// At what a unit cost when it was booked, of what that is known of.
    #[schema(value_type = String, format = "decimal")]
    pub lost_value: Decimal,
    #[schema(value_type = String, format = "decimal")]
    pub found_value: Decimal,
    /// Lines whose cost is not known.
    pub unvalued: i64,
}

impl ShrinkageRow {
    /// Lost less found, at cost: shrinkage as the National Retail Federation's security survey defines it, the book's value
    /// less the counted. Below nought where more was found.
    #[must_use]
    pub fn net(&self) -> Decimal {
        self.lost_value - self.found_value
    }

    /// Adds another row's figures to this one's.
    pub fn add(&mut self, other: &Self) {
        self.lost += other.lost;
        self.found += other.found;
        self.lost_value += other.lost_value;
        self.found_value += other.found_value;
        self.unvalued += other.unvalued;
    }
}

impl Operation for StockShrinkage {
    type Reply = ShrinkageFigures;
    const NAME: &'static str = "stock.shrinkage";
    const NEEDS: Permission = Permission::ValueRead;
    const KIND: Kind = Kind::Query;
}

/// Whether a difference is within a count's tolerance: not over any limit; without limits, none at all.
#[must_use]
pub fn tolerable(variance: Quantity, value: Option<Decimal>, limit_quantity: Option<Quantity>, limit_value: Option<Decimal>) -> bool {
    let limited = limit_quantity.is_some() || limit_value.is_some();
    variance.is_zero() || (limited && crate::over_limit(variance, value, limit_quantity, limit_value).is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 1, day).unwrap()
    }

    #[test]
    fn days_are_in_order_and_not_too_many() {
        assert!(check_days(day(5), day(5)).is_none());
        assert_eq!(check_days(day(5), day(4)).unwrap().said.code, "figures-days-reversed");
        let two_years = day(1) + chrono::Days::new(730);
        assert!(check_days(day(1), two_years).is_none());
        assert_eq!(check_days(day(1), two_years.succ_opt().unwrap()).unwrap().field, "from");
    }

    #[test]
    fn accuracy_by_lines_and_by_value() {
        let mut row = AccuracyRow { lines: 8, tolerable: 6, expected_value: 200.into(), off_value: 50.into(), ..AccuracyRow::default() };
        assert_eq!((row.by_lines(), row.by_value()), ("0.75".parse().ok(), "0.75".parse().ok()));
        row.off_value = 500.into();
        assert_eq!(row.by_value(), Some(Decimal::ZERO), "more wrong than there was");
        assert_eq!((AccuracyRow::default().by_lines(), AccuracyRow::default().by_value()), (None, None), "nothing counted is not nought");
    }

    #[test]
    fn what_is_tolerable_goes_by_the_counts_limits() {
        let two = Quantity::whole(2);
        assert!(tolerable(Quantity::ZERO, None, None, None));
        assert!(!tolerable(Quantity::ONE, None, None, None), "without limits nothing may differ");
        assert!(tolerable(-two, None, Some(two), None));
        assert!(!tolerable(Quantity::whole(3), None, Some(two), None));
        assert!(!tolerable(Quantity::ONE, None, None, Some(5.into())), "nobody knows what it is worth");
    }
}

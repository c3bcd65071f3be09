//! What a period cost: opening + in − out ± what was adjusted = closing.

use super::Watermark;
use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{CostKind, CostSide, Currency, FieldError, Kind, Operation, Permission, StoreId};

/// How the value of stock went from the beginning of a period to its end, by the stores' own days.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShowCostAccount {
    /// The first day.
    #[schema(value_type = String, format = "date")]
    pub from: NaiveDate,
    /// The last day; not before the first.
    #[schema(value_type = String, format = "date")]
    pub to: NaiveDate,
    /// Of this store, with what is on its way to it; of all together unless said, and where all are valued together.
    #[serde(default)]
    pub store: Option<StoreId>,
}

impl Operation for ShowCostAccount {
    type Reply = CostAccount;
    const NAME: &'static str = "stock.show_cost_account";
    const NEEDS: Permission = Permission::ValueRead;
    const KIND: Kind = Kind::Query;
}

/// The account of a period. `opening` and all its lines sum to `closing`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CostAccount {
    pub currency: Currency,
    pub watermark: Watermark,
    /// The store it is of; none: of all.
    pub store: Option<StoreId>,
    #[schema(value_type = String, format = "decimal")]
    pub opening: Decimal,
    /// What came in, what went out, what was adjusted; only kinds that there were.
    pub lines: Vec<AccountLine>,
    #[schema(value_type = String, format = "decimal")]
    pub closing: Decimal,
    /// The cost of what was sold: what left to customers less what came back, and what is known better of it since.
    #[schema(value_type = String, format = "decimal")]
    pub cost_of_sales: Decimal,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AccountLine {
    pub kind: CostKind,
    /// Less than nought where it took from the value.
    #[schema(value_type = String, format = "decimal")]
    pub value: Decimal,
}

/// The days of an account.
#[must_use]
pub fn check_account(from: NaiveDate, to: NaiveDate) -> Vec<FieldError> {
    let mut wrong: Vec<FieldError> = [("from", from), ("to", to)].into_iter().filter_map(|(field, day)| crate::check_day(field, day)).collect();
    if wrong.is_empty() && to < from {
        wrong.push(FieldError::new("to", "period-ends-before").with("day", from));
    }
    wrong
}

/// The account out of the sum of all days before the period, and the sums of its kinds.
#[must_use]
pub fn decide_account(opening: Decimal, sums: &[(CostKind, Decimal)]) -> (Vec<AccountLine>, Decimal, Decimal) {
    let mut lines: Vec<AccountLine> =
        sums.iter().filter(|(_, value)| !value.is_zero()).map(|(kind, value)| AccountLine { kind: *kind, value: value.normalize() }).collect();
    lines.sort_by_key(|line| (line.kind.side(), line.kind));
    let closing = lines.iter().map(|line| line.value).sum::<Decimal>() + opening;
    let sold = lines.iter().filter(|line| line.kind.is_cost_of_sales()).map(|line| -line.value).sum::<Decimal>();
    (lines, closing.normalize(), sold.normalize())
}

impl CostAccount {
    /// The sum of a side.
    #[must_use]
    pub fn side(&self, side: CostSide) -> Decimal {
        self.lines.iter().filter(|line| line.kind.side() == side).map(|line| line.value).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(raw: &str) -> Decimal {
        raw.parse().unwrap()
    }

    #[test]
    fn an_account_reconciles() {
        let sums = [
            (CostKind::TrueUp, d("-1.60")),
            (CostKind::Sold, d("-30")),
            (CostKind::Returned, d("4")),
            (CostKind::Receipt, d("50")),
            (CostKind::Lost, d("0")),
        ];
        let (lines, closing, sold) = decide_account(d("10"), &sums);
        let kinds: Vec<CostKind> = lines.iter().map(|line| line.kind).collect();
        assert_eq!(kinds, [CostKind::Receipt, CostKind::Returned, CostKind::Sold, CostKind::TrueUp]);
        assert_eq!((closing, sold), (d("32.4"), d("27.6")));
    }

    #[test]
    fn a_period_ends_after_it_begins() {
        let day = |raw: &str| raw.parse::<NaiveDate>().unwrap();
        assert!(check_account(day("2026-11-01"), day("2026-11-01")).is_empty());
        assert_eq!(check_account(day("2026-11-02"), day("2026-11-01"))[0].said.code, "period-ends-before");
        assert_eq!(check_account(day("0001-11-02"), day("2026-11-01"))[0].said.code, "date-out-of-range");
    }
}

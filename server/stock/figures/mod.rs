//! How right the books are, and what goes missing: figures over time, from what counts came to and what was booked as gone.

mod accuracy;
pub(crate) mod results;
mod shrinkage;

use crate::Stock;
use platform::{Registry, rest::Api};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use stock_rules::{CountAccuracy, FIGURES_MAX, FiguresBy, StockShrinkage};

/// The operations of figures.
#[must_use]
pub(crate) fn register(registry: Registry) -> Registry {
    registry.on::<CountAccuracy>(Stock).on::<StockShrinkage>(Stock)
}

/// Their routes.
#[must_use]
pub(crate) fn api(api: Api) -> Api {
    api.get::<CountAccuracy>("/count-accuracy", "How right the books were, by what was counted")
        .get::<StockShrinkage>("/shrinkage", "What went missing, and what was found")
}

/// The rest of a statement that groups by `of`: months in their order, others by what is most of `measure`.
fn grouped(select: &mut QueryBuilder<MySql>, by: FiguresBy, key: &str, measure: &str) {
    select.push(" GROUP BY ").push(key);
    let order = if by == FiguresBy::Month { String::from("1") } else { format!("{measure} DESC, 1") };
    select.push(" ORDER BY ").push(order).push(" LIMIT ").push_bind(i64::try_from(FIGURES_MAX).unwrap_or(500));
}

fn value(value: Option<Decimal>) -> Decimal {
    value.unwrap_or_default().normalize()
}

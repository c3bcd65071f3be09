//! Quantities in the units that lines name: turned into base units once, before anything is decided about them.

use crate::plan::Checks;
use ledger::{Entered, read::VariantFacts, units};
use platform::{OpError, Tx};
use rust_decimal::Decimal;
use std::collections::HashMap;
use stock_rules::{EnteredQuantity, InUnit, OwnUnit, decide_entered};
use vocabulary::{PostingId, Quantity, Ratio, VariantId};

/// Turns the quantities of lines into base units where they stand, and says what was typed of those that named a unit. What
/// is wrong goes to `checks`: such a line is looked at further as if it were of one.
///
/// # Errors
/// When the database fails.
pub(crate) async fn enter<L: InUnit>(
    tx: &mut Tx,
    checks: &mut Checks,
    facts: &HashMap<VariantId, VariantFacts>,
    lines: &mut [L],
) -> Result<Vec<Option<Entered>>, OpError> {
    let other = |line: &L| facts.get(&line.variant()).is_some_and(|known| line.unit().is_some_and(|unit| unit != known.unit));
    let of: Vec<VariantId> = lines.iter().filter(|line| other(line)).map(InUnit::variant).collect();
    if of.is_empty() {
        return Ok(vec![None; lines.len()]);
    }
    let own = own(tx, &of).await?;
    let mut all = Vec::with_capacity(lines.len());
    for (at, line) in lines.iter_mut().enumerate() {
        let unit = line.unit().map(str::to_owned);
        let (Some(unit), Some(known)) = (unit, facts.get(&line.variant())) else {
            all.push(None);
            continue;
        };
        let own = own.get(&known.id).map_or([].as_slice(), Vec::as_slice);
        all.push(one(checks, &format!("lines[{at}]."), line.quantity(), &unit, &known.unit, own));
        line.settle();
    }
    Ok(all)
}

/// The same for a quantity that is not a line's: what is wrong is told of `quantity` and of `unit`.
///
/// # Errors
/// When the database fails.
pub(crate) async fn enter_one(
    tx: &mut Tx,
    checks: &mut Checks,
    known: &VariantFacts,
    quantity: &mut Quantity,
    unit: Option<&str>,
) -> Result<Option<Entered>, OpError> {
    let Some(unit) = unit.map(str::trim).filter(|unit| !unit.is_empty() && *unit != known.unit) else { return Ok(None) };
    let own = own(tx, &[known.id]).await?.remove(&known.id).unwrap_or_default();
    Ok(one(checks, "", quantity, unit, &known.unit, &own))
}

/// What was typed of a posting's lines, by line: only of those that named a unit.
///
/// # Errors
/// When the database fails.
pub(crate) async fn entered(tx: &mut Tx, posting: PostingId) -> Result<HashMap<i32, EnteredQuantity>, OpError> {
    let tenant = tx.tenant();
    let rows: Vec<(i32, String, Decimal, i64, i64, Decimal)> =
        sqlx::query_as("SELECT line, unit, quantity, num, den, base FROM entered_quantity WHERE tenant_id = ? AND posting_id = ?")
            .bind(tenant)
            .bind(posting.0)
            .fetch_all(tx.conn())
            .await?;
    let kept = |value: Decimal| Quantity::new(value).map_err(anyhow::Error::new);
    rows.into_iter()
        .map(|(line, unit, quantity, num, den, base)| Ok((line, EnteredQuantity { unit, quantity: kept(quantity)?, num, den, base: kept(base)? })))
        .collect()
}

async fn own(tx: &mut Tx, of: &[VariantId]) -> Result<HashMap<VariantId, Vec<OwnUnit>>, OpError> {
    let own = |own: units::Own| OwnUnit { unit: own.unit, ratio: own.ratio, whole: own.whole };
    Ok(units::of(tx, of).await?.into_iter().map(|(variant, all)| (variant, all.into_iter().map(own).collect())).collect())
}

fn one(checks: &mut Checks, line: &str, quantity: &mut Quantity, unit: &str, base: &str, own: &[OwnUnit]) -> Option<Entered> {
    match decide_entered(line, *quantity, unit, base, own) {
        Ok(entered) => {
            let entered = entered?;
            *quantity = entered.base;
            let ratio = Ratio::new(entered.num, entered.den)?;
            Some(Entered { unit: entered.unit, quantity: entered.quantity, ratio, base: entered.base })
        }
        Err(wrong) => {
            checks.add([wrong]);
            *quantity = Quantity::ONE;
            None
        }
    }
}

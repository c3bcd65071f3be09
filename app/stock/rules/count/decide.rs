//! What may be done with scans and lines, and by whom.

use crate::{CountDecision, CountLineState, CountState, EnteredQuantity, OverLimit, OwnUnit, decide_entered};
use rust_decimal::Decimal;
use vocabulary::{Quantity, Ratio, Said};

/// A line as it stands when somebody scans for it: its latest round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineStands {
    pub round: u16,
    pub state: CountLineState,
    /// The scanner counted it in a round before.
    pub counted_before: bool,
}

/// In which round a scan counts.
///
/// # Errors
/// `count-closed`, `count-line-decided`, or `count-recount-other`: a recount is by another person, unless the business is
/// one.
pub fn decide_scan(count: CountState, line: Option<LineStands>, one_person: bool) -> Result<u16, Said> {
    let closed = || Said::new("count-closed");
    let line = match (count, line) {
        (CountState::Posted | CountState::Cancelled, _) | (CountState::Review, None) => return Err(closed()),
        (CountState::Open | CountState::Counting, None) => return Ok(1),
        (_, Some(line)) => line,
    };
    let waits = match count {
        CountState::Review => line.state == CountLineState::Asked,
        _ => matches!(line.state, CountLineState::Open | CountLineState::Asked),
    };
    if !waits {
        return Err(if count == CountState::Review { closed() } else { Said::new("count-line-decided") });
    }
    if line.counted_before && !one_person {
        return Err(Said::new("count-recount-other"));
    }
    Ok(line.round)
}

/// How much a scan adds, in base units: rounded nowhere, so that a part of a piece is told.
///
/// # Errors
/// `quantity-negative`, `quantity-not-whole` or `quantity-too-large`.
pub fn scanned_quantity(quantity: Quantity, pack: Quantity, whole: bool, may_be_negative: bool) -> Result<Quantity, Said> {
    if quantity.is_negative() && !may_be_negative {
        return Err(Said::new("quantity-negative"));
    }
    let base = quantity.decimal().checked_mul(pack.decimal()).ok_or_else(|| Said::new("quantity-too-large"))?;
    let base = Quantity::new(base).map_err(|error| Said::new(error.code()))?;
    if whole && !base.is_whole() {
        return Err(Said::new("quantity-not-whole"));
    }
    Ok(base)
}

/// What is known of an item when it is scanned.
#[derive(Clone, Copy, Debug)]
pub struct Scannable<'a> {
    /// Base units under the code.
    pub pack: Quantity,
    /// The unit under the code; empty where it tells none.
    pub under: &'a str,
    /// The base unit, and whether no fraction of it is taken.
    pub base: &'a str,
    pub whole: bool,
    /// The units that the item has besides.
    pub own: &'a [OwnUnit],
}

/// How much a scan counts, in base units: so many of the unit that was named, else of the one under the code. And what was
/// typed, where that was another unit than the base unit. A code whose pack is another number than the item's unit of that name
/// tells pieces.
///
/// # Errors
/// As `scanned_quantity` and `decide_entered` have them.
pub fn decide_scanned(
    quantity: Quantity,
    unit: Option<&str>,
    of: Scannable<'_>,
    may_be_negative: bool,
) -> Result<(Quantity, Option<EnteredQuantity>), Said> {
    if let Some(unit) = unit.map(str::trim).filter(|unit| !unit.is_empty()) {
        let entered = decide_entered("", quantity, unit, of.base, of.own).map_err(|wrong| wrong.said)?;
        let base = entered.as_ref().map_or(quantity, |entered| entered.base);
        return Ok((scanned_quantity(base, Quantity::ONE, of.whole, may_be_negative)?, entered));
    }
    let base = scanned_quantity(quantity, of.pack, of.whole, may_be_negative)?;
    let own = of.own.iter().find(|own| own.unit == of.under && own.unit != of.base).map(|own| own.ratio);
    let ratio = own.filter(|ratio| Ratio::of(of.pack) == Some(*ratio));
    let entered = ratio.map(|ratio| EnteredQuantity { unit: of.under.to_owned(), quantity, num: ratio.num(), den: ratio.den(), base });
    Ok((base, entered))
}

/// Counted less expected.
#[must_use]
pub fn variance(counted: Quantity, expected: Option<Quantity>) -> Quantity {
    // Where the ledger knew nothing at that moment, everything counted is found.
    counted - expected.unwrap_or(Quantity::ZERO)
}

/// What a difference is worth at cost: nought where nothing differs, whatever that costs; none where no cost is known.
#[must_use]
pub fn worth(variance: Quantity, cost: Option<Decimal>) -> Option<Decimal> {
    if variance.is_zero() { Some(Decimal::ZERO) } else { cost.map(|cost| variance.times(cost)) }
}

/// Which limit of the count a difference passes. "More than": a difference of just the limit is let be. One whose value
/// nobody knows is over any limit in value.
#[must_use]
pub fn over_limit(variance: Quantity, value: Option<Decimal>, limit_quantity: Option<Quantity>, limit_value: Option<Decimal>) -> Option<OverLimit> {
    if limit_quantity.is_some_and(|limit| variance.abs() > limit) {
        return Some(OverLimit::Quantity);
    }
    let limit = limit_value?;
    match value {
        None => Some(OverLimit::ValueUnknown),
        Some(value) => (value.abs() > limit).then_some(OverLimit::Value),
    }
}

/// A line as somebody decides it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineDecided {
    pub state: CountLineState,
    pub round: u16,
    pub counted: bool,
    /// The decider scanned it, in this round or one before.
    pub by_me: bool,
    pub over: Option<OverLimit>,
    /// Stock moved there between its first and last scan.
    pub moved: bool,
    /// It is no part of the count's plan.
    pub stray: bool,
}

/// What a line becomes, or why it cannot.
///
/// # Errors
/// `count-line-posted`, `count-line-uncounted`, `count-line-moved`, `count-needs-recount`, `count-own-line` or
/// `count-reason-needed`.
pub fn decide_line(line: LineDecided, decision: CountDecision, one_person: bool, reason: &str) -> Result<CountLineState, Said> {
    if matches!(line.state, CountLineState::Posted | CountLineState::Recount) {
        return Err(Said::new("count-line-posted"));
    }
    match decision {
        CountDecision::Reject => return Ok(CountLineState::Rejected),
        // Asked already: once more would only open a round nobody counted in.
        CountDecision::Recount if !line.counted => return Ok(CountLineState::Asked),
        CountDecision::Recount => return Ok(CountLineState::Recount),
        CountDecision::Accept => {}
    }
    if !line.counted {
        return Err(Said::new("count-line-uncounted"));
    }
    // In any round, and for a business of one as well: which of its scans stock went between, nobody can tell (R7). A
    // recount of one scan has nothing between.
    if line.moved {
        return Err(Said::new("count-line-moved"));
    }
    if one_person {
        let second_look = line.by_me || (line.over.is_some() && line.round == 1);
        return if second_look && reason.trim().is_empty() { Err(Said::new("count-reason-needed")) } else { Ok(CountLineState::Accepted) };
    }
    if line.over.is_some() && line.round == 1 {
        return Err(Said::new("count-needs-recount"));
    }
    if line.by_me {
        return Err(Said::new("count-own-line"));
    }
    Ok(CountLineState::Accepted)
}

/// What a line becomes that was picked together with others. What is not in the plan is accepted by itself alone: there is
/// something about it to look at.
///
/// # Errors
/// Those of [`decide_line`], or `count-line-stray`.
pub fn decide_picked(line: LineDecided, decision: CountDecision, one_person: bool, reason: &str) -> Result<CountLineState, Said> {
    if line.stray && decision == CountDecision::Accept {
        return Err(Said::new("count-line-stray"));
    }
    decide_line(line, decision, one_person, reason)
}

/// What an "accept all under" does with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InBulk {
    Takes,
    /// Nobody knows whether it is worth less.
    ValueUnknown,
    Leaves,
}

/// Whether an "accept all under" takes a line: nothing about it asks for a second look, and it is known to be worth less.
#[must_use]
pub fn in_bulk(line: LineDecided, value: Option<Decimal>, under: Decimal) -> InBulk {
    // One that was asked for and is counted by now waits for a decision like any other.
    let waits = matches!(line.state, CountLineState::Open | CountLineState::Asked) && line.counted;
    match value {
        None if waits => InBulk::ValueUnknown,
        Some(value) if waits && !line.by_me && line.over.is_none() && !line.moved && !line.stray && value.abs() < under => InBulk::Takes,
        _ => InBulk::Leaves,
    }
}

/// What state a count is in once nothing or something is left to decide.
#[must_use]
pub fn after_posting(undecided: i64, asked: i64, unknown: i64) -> CountState {
    if undecided + asked + unknown == 0 { CountState::Posted } else { CountState::Review }
}

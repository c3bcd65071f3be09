//! The committer: the one place where a change to stock is made.
//!
//! Locks go places, stores and lots (shared), promises, balances, numbered pieces, each in primary-key order, so that no two postings wait for
//! each other. Sequence, running balance and hash are given under the key's lock and written in the same transaction as
//! the new balance.

use crate::{
    Posted, Posting, cost,
    lock::{Held, Key, Promise, keys_of, lock_balances, lock_promises, out_of_range, promises_of},
    period::hold_period,
    places::PutAway,
    shortage, stands,
    tracked::Tracked,
    write::{write, write_balances, write_promises},
};
use platform::{
    OpError, Tx,
    sabotage::{self, Fault},
};
use std::collections::BTreeMap;
use uuid::Uuid;
use vocabulary::{Actor, AppError, FieldError, PostingId, Quantity};

/// Writes a posting, and beside it what keeps the counts that were made since as they are. A posting without lines is a
/// mistake of the planner: what changes nothing is not posted.
///
/// # Errors
/// `period-closed`; `stock-insufficient` on each field whose place would fall below nought, all at once;
/// `posting-already-reversed`; `lot-held`, `lot-expired-available`, `tracking-changed`; `serial-elsewhere` on the field of a line's
/// serial numbers; or the database's own, after which the caller rolls back.
pub async fn post(tx: &mut Tx, actor: &Actor, posting: Posting) -> Result<Posted, OpError> {
    check_double_entry(&posting)?;
    let put_away = PutAway::hold(tx, &posting).await?;
    hold_period(tx, &posting).await?;
    let tracked = Tracked::hold(tx, &posting).await?;
    tracked.check(&posting, &put_away)?;
    let mut promises = promises_of(&posting.lines);
    lock_promises(tx, &mut promises).await?;
    let mut held = keys_of(&posting.lines);
    lock_balances(tx, &mut held).await?;
    let beside = if sabotage::on(Fault::CountNotKept) { Vec::new() } else { stands::beside(tx, &posting, &mut held).await? };
    stands::count_in(&beside, &mut promises, &mut held);
    put_away.refuse(&held)?;
    refuse_shortages(&held)?;

    // What brings comes first, so that the rest finds there what it takes.
    let (before, after): (Vec<_>, Vec<_>) = beside.into_iter().partition(|beside| beside.posting.brings());
    let ids: Vec<PostingId> = before.iter().map(|_| PostingId::new()).collect();
    let id = PostingId::new();
    let mut also = Vec::with_capacity(before.len() + after.len());
    for (own, beside) in ids.into_iter().zip(before) {
        also.push(beside.write(tx, actor, own, id, &mut held).await?);
    }
    let mut posted = write(tx, actor, id, &posting, &mut held).await?;
    for beside in after {
        also.push(beside.write(tx, actor, PostingId::new(), id, &mut held).await?);
    }
    posted.also = also;
    tracked.settle(tx, &posting, &held).await?;
    let tick = cost::tick(tx.now(), &promises, &held);
    write_balances(tx, tick, &held).await?;
    write_promises(tx, tick, &promises).await?;
    cost::enqueue(tx, tick, &posted).await?;
    let undercut = |promise: &Promise| promise.promised.is_positive() && !promise.change.is_zero();
    let keys: Vec<_> = promises.iter().filter(|(_, promise)| undercut(promise)).map(|(key, _)| *key).collect();
    shortage::settle(tx, &keys, id.0).await?;
    Ok(posted)
}

/// The legs of every line sum to nought for every variant and lot of it; each leg moves something.
fn check_double_entry(posting: &Posting) -> Result<(), OpError> {
    let broken = |why: &str| Err(OpError::Other(anyhow::anyhow!("{} posting {why}", posting.kind.tag())));
    if posting.lines.is_empty() {
        return broken("has no lines");
    }
    for line in &posting.lines {
        let mut sums: BTreeMap<(Uuid, Uuid), Quantity> = BTreeMap::new();
        for leg in &line.legs {
            if leg.quantity.is_zero() {
                return broken("has a leg of nought");
            }
            *sums.entry((leg.variant.0, leg.lot.0)).or_default() += leg.quantity;
        }
        if line.legs.len() < 2 || sums.values().any(|sum| !sum.is_zero()) {
            return broken("does not balance");
        }
    }
    Ok(())
}

/// Every place that would fall below nought, told at once.
fn refuse_shortages(held: &BTreeMap<Key, Held>) -> Result<(), OpError> {
    let mut fields: Vec<FieldError> = Vec::new();
    for held in held.values() {
        let after = held.on_hand.checked_add(held.change).map_err(out_of_range)?;
        if held.change.is_negative() && after.is_negative() && !held.may_be_negative && !sabotage::on(Fault::FloorIgnored) {
            fields.push(FieldError::new(&held.field, "stock-insufficient").with("available", held.on_hand).with("wanted", held.change.abs()));
        }
    }
    if fields.is_empty() { Ok(()) } else { Err(AppError::Invalid { fields }.into()) }
}

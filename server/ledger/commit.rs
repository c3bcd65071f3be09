//! The committer: the one place where a change to stock is made.
//!
//! Locks go places, stores and lots (shared), promises, balances, numbered pieces, each in primary-key order, so that no two postings wait for
//! each other. Sequence, running balance and hash are given under the key's lock and written in the same transaction as
//! the new balance.

use crate::{
    Posted, Posting, cost,
    lock::{Held, Key, PromiseKey, Promises, keys_of, lock_balances, lock_promises, out_of_range, promises_of},
    period::{FRESH, hold_period},
    places::PutAway,
    posting::Line,
    shortage, stands,
    tracked::Tracked,
    write::{Entry, enter, write, write_balances, write_promises},
};
use platform::{
    OpError, Tx, Verdict,
    sabotage::{self, Fault},
};
use std::collections::BTreeMap;
use uuid::Uuid;
use vocabulary::{Actor, AppError, FieldError, LotId, PostingId, Quantity};

/// Writes a posting, and beside it what keeps the counts that were made since as they are. A posting without lines is a
/// mistake of the planner: what changes nothing is not posted.
///
/// # Errors
/// `period-closed`; `stock-insufficient` on each field whose place would fall below nought, all at once;
/// `posting-already-reversed`; `lot-held`, `lot-expired-available`, `tracking-changed`; `serial-elsewhere` on the field of a line's
/// serial numbers; or the database's own, after which the caller rolls back.
pub async fn post(tx: &mut Tx, actor: &Actor, posting: Posting) -> Result<Posted, OpError> {
    check_double_entry(&posting)?;
    let put_away = PutAway::hold(tx, &[&posting]).await?;
    hold_period(tx, &posting).await?;
    let tracked = Tracked::hold(tx, &posting).await?;
    tracked.check(&posting, &put_away)?;
    let mut book = Book::open(tx, &posting.lines).await?;
    let mut beside = if sabotage::on(Fault::CountNotKept) { Vec::new() } else { stands::beside(tx, &posting, &mut book.held).await? };
    stands::count_in(&beside, &mut book.promises, &mut book.held);
    put_away.refuse(&book.held)?;
    refuse_shortages(&book.held)?;

    // What brings comes first, so that the rest finds there what it takes.
    beside.sort_by_key(|beside| !beside.posting.brings());
    let first = beside.partition_point(|beside| beside.posting.brings());
    let ids: Vec<PostingId> = (0..=beside.len()).map(|_| PostingId::new()).collect();
    let id = *ids.get(first).ok_or_else(|| anyhow::anyhow!("there is an id for each posting"))?;
    beside.iter_mut().for_each(|beside| beside.stands_by(id));
    let (before, after) = beside.split_at(first);
    let all = before.iter().map(|beside| &beside.posting).chain([&posting]).chain(after.iter().map(|beside| &beside.posting));
    let entries = ids.iter().zip(all).map(|(own, one)| enter(tx, actor, *own, one, &mut book.held)).collect::<Result<Vec<Entry<'_>>, OpError>>()?;
    write(tx, &entries).await?;
    let mut also: Vec<Posted> = entries.iter().map(Entry::posted).collect();
    let mut posted = also.remove(first);
    let kept = ids.iter().filter(|own| **own != id).zip(&beside);
    for (own, beside) in kept {
        beside.note(tx, *own).await?;
    }
    posted.also = also;
    tracked.settle(tx, &posting, &book.held).await?;
    book.promises.values_mut().for_each(|promise| promise.moved = true);
    let posted = vec![posted];
    let undercut = book.promises.keys().map(|key| (*key, id.0)).collect();
    book.close(tx, &posted, &undercut).await?;
    posted.into_iter().next().ok_or_else(|| anyhow::anyhow!("what was posted is told").into())
}

/// Whether a posting may be written with others: what it needs to know besides its keys needs no look of its own.
pub(crate) fn goes_together(tx: &Tx, posting: &Posting) -> bool {
    let legs = || posting.lines.iter().flat_map(|line| &line.legs);
    let fresh = posting.occurred_at > tx.now() - FRESH && posting.lines.iter().all(|line| line.at.is_none());
    fresh && posting.reverses.is_none() && !posting.uncounts && legs().all(|leg| leg.lot == LotId::NONE)
}

/// Writes several postings in one pass: one order of locks over all of their keys, each table's rows in one statement. They
/// go in their order, each on what those before it left. What does not fit after them, or is not alone on its keys with a
/// count, is to be tried by itself; it has written nothing.
///
/// # Errors
/// `OpError::Again` where nothing can be said of one of them without taking all of them back; or the database's own.
pub(crate) async fn post_together(tx: &mut Tx, asked: &[(&Actor, Posting)]) -> Result<Vec<Verdict<Posted>>, OpError> {
    let postings: Vec<&Posting> = asked.iter().map(|(_, posting)| posting).collect();
    postings.iter().try_for_each(|posting| check_double_entry(posting))?;
    let put_away = PutAway::hold(tx, &postings).await?;
    let mut book = Book::open(tx, postings.iter().flat_map(|posting| &posting.lines)).await?;
    book.promises.values_mut().for_each(|promise| promise.change = Quantity::ZERO);
    let (mut entries, mut fits): (Vec<Entry<'_>>, Vec<bool>) = (Vec::with_capacity(asked.len()), Vec::with_capacity(asked.len()));
    let mut undercut: BTreeMap<PromiseKey, Uuid> = BTreeMap::new();
    for (actor, posting) in asked {
        let mut wants = keys_of(&posting.lines);
        for (key, want) in &mut wants {
            want.on_hand = book.held.get(key).map_or(Quantity::ZERO, |held| held.on_hand);
        }
        let stands = stands::stands_by_itself(posting, &book.held) && Tracked::default().check(posting, &put_away).is_ok();
        let fit = stands && put_away.refuse(&wants).is_ok() && refuse_shortages(&wants).is_ok();
        fits.push(fit);
        if !fit {
            continue;
        }
        let id = PostingId::new();
        for (key, changed) in promises_of(&posting.lines) {
            if let Some(promise) = book.promises.get_mut(&key) {
                promise.change += changed.change;
                promise.moved = true;
            }
            // What takes is to blame; what brings only where nothing has taken.
            if changed.change.is_negative() {
                undercut.insert(key, id.0);
            } else if !changed.change.is_zero() {
                undercut.entry(key).or_insert(id.0);
            }
        }
        entries.push(enter(tx, actor, id, posting, &mut book.held)?);
    }
    // A row that was made for one that does not go would stay, without a movement.
    if book.made && entries.len() < asked.len() {
        return Err(OpError::Again);
    }
    write(tx, &entries).await?;
    let posted: Vec<Posted> = entries.iter().map(Entry::posted).collect();
    book.close(tx, &posted, &undercut).await?;
    let mut posted = posted.into_iter();
    Ok(fits.into_iter().map(|fit| if fit { posted.next().map_or(Verdict::Alone, Verdict::Done) } else { Verdict::Alone }).collect())
}

/// What is posted on, under its locks.
struct Book {
    promises: Promises,
    held: BTreeMap<Key, Held>,
    /// Some rows were not there before.
    made: bool,
}

impl Book {
    async fn open<'a>(tx: &mut Tx, lines: impl IntoIterator<Item = &'a Line> + Clone) -> Result<Self, OpError> {
        let (mut promises, mut held) = (promises_of(lines.clone()), keys_of(lines));
        let made = lock_promises(tx, &mut promises).await?;
        let made = lock_balances(tx, &mut held).await? || made;
        Ok(Self { promises, held, made })
    }

    /// Writes what is there now, and what is to be done about it: its value, and what is short of what was promised by which
    /// posting.
    async fn close(&self, tx: &mut Tx, posted: &[Posted], undercut: &BTreeMap<PromiseKey, Uuid>) -> Result<(), OpError> {
        let tick = cost::tick(tx.now(), &self.promises, &self.held);
        write_balances(tx, tick, &self.held).await?;
        write_promises(tx, tick, &self.promises).await?;
        cost::enqueue(tx, tick, posted).await?;
        let changed = self.promises.iter().filter(|(_, promise)| promise.promised.is_positive() && !promise.change.is_zero());
        let keys: Vec<(PromiseKey, Uuid)> = changed.filter_map(|(key, _)| Some((*key, *undercut.get(key)?))).collect();
        shortage::settle(tx, &keys).await
    }
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

//! Weighs some rows of a file against the database: what each would do, or, of catalog rows in a run, does. The check
//! and the run come here alike, so that the one shows what the other writes.

use super::{
    archived, items, sales,
    scope::Scope,
    stock,
    variants::{self, Match, Told},
};
use crate::import::{CatalogRow, Outcome, RowProblem, SaleRow, StockRow, row::Raw, seen::print};
use admin_rules::{Change, ChangeKind, Tally};
use catalog::upsert::Outlook;
use catalog_rules::{UpsertItem, UpsertOutcome, Upserted};
use ledger::{Posting, read::VariantFacts};
use platform::{OpError, Tx, db::push_list};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use sqlx::{MySql, QueryBuilder};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use uuid::Uuid;
use vocabulary::{FieldChange, LocationId, LotId, Quantity, Status, StoreId, Tracking, VariantId};

/// Where a balance is kept.
pub(crate) type Key = (LocationId, VariantId, LotId, Status);

/// What a check must remember from part to part, because nothing is written.
#[derive(Default)]
pub(crate) struct Pending {
    /// Variants the file brings, by the digests of what they go by.
    pub variants: HashMap<[u8; 16], Coming>,
    pub balances: HashMap<Key, Quantity>,
    pub bins: BTreeMap<(StoreId, String), String>,
    pub prints: HashSet<[u8; 16]>,
    /// Items and variants that an undo had put away and that the file brings back.
    pub woken: HashSet<Uuid>,
    /// Variants of the books that the file puts away.
    pub put_away: HashSet<Uuid>,
    /// The lines of sales of what was not there, to be tried once more when all is read.
    pub short: BTreeSet<u64>,
}

/// What is known of a variant that is not written yet.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Coming {
    pub whole: bool,
    pub archived: bool,
    pub cost: Option<Decimal>,
}

/// Whether it is done or only shown.
pub(crate) enum Mode<'a> {
    Check(&'a mut Pending),
    Run,
}

/// A row to be set aside.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Aside {
    pub line: u64,
    pub nth: u32,
    pub cells: Vec<String>,
    pub problems: Vec<RowProblem>,
}

/// What a line of the file came to; of several of its outcomes the highest counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Rank {
    LeftOut,
    NotStock,
    NotKnown,
    Unplaced,
    Unchanged,
    Changed,
    New,
    Refused,
}

/// What rows came to.
#[derive(Default)]
pub(crate) struct Weighed {
    pub ranks: BTreeMap<u64, Rank>,
    pub aside: BTreeMap<u64, Aside>,
    pub changes: Vec<Change>,
    pub notes: Vec<RowProblem>,
    pub postings: Vec<Posting>,
    /// Of these the ledger must find each balance as it was read.
    pub exact: usize,
    pub read: HashMap<Key, Quantity>,
    pub upserted: Vec<Upserted>,
    pub prints: Vec<[u8; 16]>,
    /// Locations by name: how many rows, and the store.
    pub places: BTreeMap<String, (u64, Option<StoreId>)>,
    pub unknown: BTreeMap<String, u64>,
    pub homeless: u64,
    pub figures: Tally,
}

impl Weighed {
    pub fn rank(&mut self, line: u64, rank: Rank) {
        let entry = self.ranks.entry(line).or_insert(rank);
        *entry = rank.max(*entry);
    }

    /// Sets a row aside; further problems of the same row are added.
    pub fn refuse(&mut self, line: u64, nth: u32, raw: &Raw, problems: Vec<RowProblem>) {
        self.rank(line, Rank::Refused);
        let cells = || raw.0.cells().map(str::to_owned).collect();
        let aside = self.aside.entry(line).or_insert_with(|| Aside { line, nth, cells: cells(), problems: Vec::new() });
        aside.problems.extend(problems);
    }

    pub fn is_refused(&self, line: u64) -> bool {
        self.aside.contains_key(&line)
    }

    /// The tally of the lines, with the figures counted by the way.
    pub fn tally(&self) -> Tally {
        let mut tally = self.figures;
        for rank in self.ranks.values() {
            let count = match rank {
                Rank::LeftOut => &mut tally.left_out,
                Rank::NotStock => &mut tally.not_stock,
                Rank::NotKnown => &mut tally.not_known,
                Rank::Unplaced => &mut tally.unplaced,
                Rank::Unchanged => &mut tally.unchanged,
                Rank::Changed => &mut tally.changed,
                Rank::New => &mut tally.new,
                Rank::Refused => &mut tally.refused,
            };
            *count += 1;
        }
        tally
    }

    /// Stock that comes or goes.
    pub fn moves(&mut self, change: Quantity, cost: Option<Decimal>) {
        if change.is_negative() {
            self.figures.less += change.abs();
        } else {
            self.figures.more += change;
        }
        // A sum that no number holds is of no use as a figure.
        let worth = cost.and_then(|cost| change.decimal().checked_mul(cost)).unwrap_or_default();
        self.figures.value = self.figures.value.checked_add(worth).unwrap_or(self.figures.value);
    }
}

/// A variant that a row is about: one of the books, or one that the same file brings.
#[derive(Clone, Debug)]
pub(crate) enum Subject {
    Known { facts: VariantFacts, archived: bool },
    Coming(Coming),
}

impl Subject {
    pub fn whole(&self) -> bool {
        match self {
            Self::Known { facts, .. } => facts.whole,
            Self::Coming(coming) => coming.whole,
        }
    }

    /// How its pieces are told apart; what is coming by a file is not.
    pub fn tracking(&self) -> Tracking {
        match self {
            Self::Known { facts, .. } => facts.tracking,
            Self::Coming(_) => Tracking::None,
        }
    }

    pub fn cost(&self) -> Option<Decimal> {
        match self {
            Self::Known { facts, .. } => facts.cost,
            Self::Coming(coming) => coming.cost,
        }
    }

    pub fn id(&self) -> Option<VariantId> {
        if let Self::Known { facts, .. } = self { Some(facts.id) } else { None }
    }

    /// It, where it is a bundle of others and holds no stock.
    pub fn kit(&self) -> Option<VariantId> {
        if let Self::Known { facts, .. } = self { facts.kit.then_some(facts.id) } else { None }
    }

    /// Whether it is put away: nothing may come of it then.
    pub fn is_archived(&self) -> bool {
        match self {
            Self::Known { archived, .. } => *archived,
            Self::Coming(coming) => coming.archived,
        }
    }
}

/// Weighs rows; in a run, writes those of the catalog. Stock is left to the caller, as postings.
///
/// # Errors
/// When the database fails, or the catalog is busy.
pub(crate) async fn weigh(tx: &mut Tx, scope: &Scope, rows: &[Outcome], mode: &mut Mode<'_>) -> Result<Weighed, OpError> {
    let mut weighed = Weighed::default();
    let (mut catalog_rows, mut stock_rows, mut sale_rows): (Vec<&CatalogRow>, Vec<&StockRow>, Vec<&SaleRow>) = Default::default();
    for row in rows {
        match row {
            Outcome::Catalog(row) => catalog_rows.push(row),
            Outcome::Stock(row) => stock_rows.push(row),
            Outcome::Sale(row) => sale_rows.push(row),
            Outcome::Problem(refused) => {
                weighed.refuse(refused.raw.line, 0, &refused.raw.clone().into(), refused.problems.clone());
            }
        }
    }
    for notes in
        catalog_rows.iter().map(|row| &row.notes).chain(stock_rows.iter().map(|row| &row.notes)).chain(sale_rows.iter().map(|row| &row.notes))
    {
        weighed.notes.extend(notes.iter().cloned());
    }
    if !catalog_rows.is_empty() {
        weigh_catalog(tx, scope, &catalog_rows, &stock_rows, mode, &mut weighed).await?;
    }
    if !stock_rows.is_empty() {
        stock::weigh(tx, scope, &stock_rows, mode, &mut weighed).await?;
    }
    if !sale_rows.is_empty() {
        sales::weigh(tx, scope, &sale_rows, mode, &mut weighed).await?;
    }
    Ok(weighed)
}

async fn weigh_catalog(
    tx: &mut Tx,
    scope: &Scope,
    rows: &[&CatalogRow],
    stock: &[&StockRow],
    mode: &mut Mode<'_>,
    weighed: &mut Weighed,
) -> Result<(), OpError> {
    let packed = items::packed(tx, rows).await?;
    let (mut taken, mut upserts): (Vec<&CatalogRow>, Vec<UpsertItem>) = (Vec::with_capacity(rows.len()), Vec::with_capacity(rows.len()));
    for row in rows {
        match items::said(scope, row, &packed) {
            Ok((upsert, notes)) => {
                weighed.notes.extend(notes);
                taken.push(row);
                upserts.push(upsert);
            }
            Err(problems) => weighed.refuse(row.line, 0, &row.raw, problems),
        }
    }
    archived::wake(tx, &mut upserts).await?;
    refuse_parts(tx, scope, stock, &mut taken, &mut upserts, weighed).await?;
    let (done, outlooks): (Vec<Upserted>, Vec<Outlook>) = match mode {
        Mode::Check(_) => catalog::upsert::foresee(tx, &upserts).await?.into_iter().unzip(),
        Mode::Run => (catalog::upsert::apply(tx, &upserts).await?, vec![Outlook::default(); upserts.len()]),
    };
    for (((row, upsert), done), outlook) in taken.iter().zip(&upserts).zip(&done).zip(outlooks) {
        if let Mode::Check(pending) = mode
            && outlook.archived
        {
            pending.put_away.extend(done.variant.map(Uuid::from));
        }
        match done.outcome {
            UpsertOutcome::Refused => {
                let problems = done.problems.iter().map(|wrong| items::trouble(scope, row, wrong)).collect();
                weighed.refuse(row.line, 0, &row.raw, problems);
            }
            UpsertOutcome::Unchanged => weighed.rank(row.line, Rank::Unchanged),
            UpsertOutcome::New => {
                weighed.rank(row.line, Rank::New);
                let told = change(row, done, ChangeKind::New, "new");
                // One that is made when the row is written is another than the one that was tried.
                let sku = if outlook.sku_open { String::new() } else { told.sku.clone() };
                weighed.changes.push(Change { sku, to: row.price.map(|price| price.normalize().to_string()), ..told });
                if let Mode::Check(pending) = mode
                    && scope.brings_both()
                {
                    let coming = Coming { whole: outlook.whole, archived: outlook.archived, cost: row.cost };
                    for print in prints(row.sku.as_deref(), upsert.handle.as_deref(), &row.options) {
                        pending.variants.insert(print, coming);
                    }
                }
            }
            UpsertOutcome::Changed => {
                weighed.rank(row.line, Rank::Changed);
                if let Mode::Check(pending) = mode {
                    let wakes = |changes: &[FieldChange]| changes.iter().any(|told| told.field == "state" && told.to.as_deref() != Some("archived"));
                    pending.woken.extend(done.item.map(Uuid::from).filter(|_| wakes(&done.item_changes)));
                    pending.woken.extend(done.variant.map(Uuid::from).filter(|_| wakes(&done.variant_changes)));
                }
                for told in done.item_changes.iter().chain(&done.variant_changes) {
                    let values = Change { from: told.from.clone(), to: told.to.clone(), ..change(row, done, ChangeKind::Changed, &told.field) };
                    weighed.changes.push(values);
                }
            }
        }
    }
    weighed.upserted = done;
    Ok(())
}

/// Sets rows aside whose stock is a part of what comes whole, before anything of them is written: a row of an item and its
/// stock is refused as a whole.
async fn refuse_parts(
    tx: &mut Tx,
    scope: &Scope,
    stock: &[&StockRow],
    rows: &mut Vec<&CatalogRow>,
    upserts: &mut Vec<UpsertItem>,
    weighed: &mut Weighed,
) -> Result<(), OpError> {
    let is_part = |row: &&&StockRow| row.wanted().known().is_some_and(|wanted| !wanted.is_whole());
    let parts: HashMap<u64, &StockRow> = stock.iter().filter(is_part).map(|row| (row.line, *row)).collect();
    if !rows.iter().any(|row| parts.contains_key(&row.line)) {
        return Ok(());
    }
    let foreseen = catalog::upsert::foresee(tx, upserts).await?;
    let (mut kept_rows, mut kept) = (Vec::with_capacity(rows.len()), Vec::with_capacity(rows.len()));
    for ((row, upsert), (_, outlook)) in std::mem::take(rows).into_iter().zip(std::mem::take(upserts)).zip(foreseen) {
        match parts.get(&row.line).filter(|_| outlook.whole) {
            Some(part) => weighed.refuse(row.line, 0, &row.raw, vec![stock::is_part(scope, part)]),
            None => {
                kept_rows.push(row);
                kept.push(upsert);
            }
        }
    }
    (*rows, *upserts) = (kept_rows, kept);
    Ok(())
}

fn change(row: &CatalogRow, done: &Upserted, kind: ChangeKind, field: &str) -> Change {
    let sku = if done.sku.is_empty() { row.sku.clone().unwrap_or_default() } else { done.sku.clone() };
    let name = row.item_name.clone().unwrap_or_default();
    Change { line: row.line, kind, sku, name, field: field.to_owned(), store: None, from: None, to: None }
}

/// The digests of what a variant of the file goes by.
pub(crate) fn prints(sku: Option<&str>, group: Option<&str>, options: &[(String, String)]) -> Vec<[u8; 16]> {
    let mut all = Vec::new();
    if let Some(sku) = sku {
        all.push(print(&["sku", sku]));
    }
    if let Some(group) = group {
        let options = items::named_options(options);
        let mut parts = vec!["place", group];
        parts.extend(options.iter().flat_map(|(axis, value)| [axis.as_str(), value.as_str()]));
        all.push(print(&parts));
    }
    all
}

/// The variants rows are about; those of whom none or several are known come with why.
///
/// # Errors
/// When the database fails.
pub(crate) async fn subjects(tx: &mut Tx, told: &[Told<'_>], mode: &Mode<'_>) -> Result<Vec<Result<Subject, Match>>, OpError> {
    let found = variants::find(tx, told).await?;
    let ids: Vec<VariantId> = found.iter().filter_map(|found| if let Match::One(id) = found { Some(*id) } else { None }).collect();
    let facts = ledger::read::variants(tx, &ids).await?;
    let archived = archived_of(tx, &ids, mode).await?;
    Ok(told
        .iter()
        .zip(found)
        .map(|(told, found)| match found {
            Match::One(id) => match facts.get(&id).cloned() {
                Some(facts) => Ok(Subject::Known { facts, archived: archived.contains(&id) }),
                None => Err(Match::None(None)),
            },
            other => {
                let coming = match mode {
                    Mode::Check(pending) => prints(told.sku, told.group.filter(|_| told.sku.is_none()), told.options)
                        .into_iter()
                        .find_map(|print| pending.variants.get(&print)),
                    Mode::Run => None,
                };
                coming.map_or(Err(other), |coming| Ok(Subject::Coming(*coming)))
            }
        })
        .collect())
}

/// Of these variants, those that are archived; in a check, without those that the file brings back and with those that it
/// puts away.
async fn archived_of(tx: &mut Tx, ids: &[VariantId], mode: &Mode<'_>) -> Result<HashSet<VariantId>, OpError> {
    let (mut found, tenant) = (HashSet::new(), tx.tenant());
    let stays = |thing: &Uuid| if let Mode::Check(pending) = mode { !pending.woken.contains(thing) } else { true };
    for ids in ids.chunks(500) {
        let mut select = QueryBuilder::<MySql>::new("SELECT id, item_id FROM variant WHERE tenant_id = ");
        select.push_bind(tenant).push(" AND state = 4 AND id IN ");
        push_list(&mut select, ids.iter().map(|id| id.0));
        let rows: Vec<(Uuid, Uuid)> = select.build_query_as().fetch_all(tx.conn()).await?;
        found.extend(rows.into_iter().filter(|(id, item)| stays(id) && stays(item)).map(|(id, _)| VariantId(id)));
    }
    if let Mode::Check(pending) = mode {
        found.extend(ids.iter().filter(|id| pending.put_away.contains(&id.0)));
    }
    Ok(found)
}

//! Takes back one posting of an import, line by line: what is gone from where it was put is told, the rest goes back.

use super::{Imports, aside, head::Head};
use admin_rules::{ImportState, KeptRow};
use ledger::{Line, Posting, read, told};
use platform::{Done, Handle, OpError, Tx, db::push_list};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use sqlx::{MySql, QueryBuilder};
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;
use vocabulary::{Actor, AppError, ImportId, Kind, Operation, Permission, PostingId, Quantity, Said, VariantId};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct UndoPosting {
    pub import: ImportId,
    pub posting: PostingId,
}

impl Operation for UndoPosting {
    type Reply = ();
    const NAME: &'static str = "admin.undo_import_posting";
    const NEEDS: Permission = Permission::Import;
    const KIND: Kind = Kind::Command;
}

/// Where a balance is kept: location, variant, lot, status.
type Key = (Uuid, Uuid, Uuid, u8);

impl Handle<UndoPosting> for Imports {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, undo: UndoPosting) -> Result<Done<()>, OpError> {
        let head = Head::load(tx, undo.import).await?;
        head.must_be(&[ImportState::Undoing])?;
        let posting = match ledger::reversal(tx, undo.posting, None).await {
            Ok(posting) => posting,
            // Taken back already, by this job or by hand.
            Err(OpError::App(AppError::Conflict { said })) if said.code == "posting-already-reversed" => return Ok(Done::reply(())),
            Err(error) => return Err(error),
        };
        let balances = balances(tx, &posting).await?;
        let (lines, short) = sort_out(posting.lines, balances);
        tell(tx, undo.import, undo.posting, &short).await?;
        if lines.is_empty() {
            return Ok(Done::reply(()));
        }
        let (kind, store) = (posting.kind, posting.store);
        let posted = ledger::post(tx, actor, Posting { lines, ..posting }).await?;
        let (trail, event) = told(kind, store, &posted);
        Ok(Done::reply(()).trail(trail).event(event))
    }
}

/// A line that cannot be taken back, and what is there of it.
struct Short {
    line: i32,
    variant: VariantId,
    available: Quantity,
    wanted: Quantity,
}

/// The lines that can go, in their order, and those that would leave less than nothing.
fn sort_out(lines: Vec<Line>, mut balances: HashMap<Key, Quantity>) -> (Vec<Line>, Vec<Short>) {
    let (mut going, mut short) = (Vec::with_capacity(lines.len()), Vec::new());
    for line in lines {
        let mut after = touched(&balances, &line);
        let mut missing = None;
        for leg in line.legs.iter().filter(|leg| !leg.place.kind.is_virtual()) {
            let balance = after.entry((leg.place.location.0, leg.variant.0, leg.lot.0, leg.status.code())).or_default();
            let before = *balance;
            *balance += leg.quantity;
            if leg.quantity.is_negative() && balance.is_negative() && !leg.place.allow_negative {
                missing = Some(Short { line: line.number, variant: leg.variant, available: before, wanted: leg.quantity.abs() });
            }
        }
        match missing {
            Some(missing) => short.push(missing),
            None => {
                balances.extend(after);
                going.push(line);
            }
        }
    }
    (going, short)
}

/// The balances that a line touches.
fn touched(balances: &HashMap<Key, Quantity>, line: &Line) -> HashMap<Key, Quantity> {
    let keys = line.legs.iter().map(|leg| (leg.place.location.0, leg.variant.0, leg.lot.0, leg.status.code()));
    keys.filter_map(|key| Some((key, *balances.get(&key)?))).collect()
}

async fn balances(tx: &mut Tx, posting: &Posting) -> Result<HashMap<Key, Quantity>, OpError> {
    let variants: BTreeSet<Uuid> = posting.lines.iter().flat_map(|line| &line.legs).map(|leg| leg.variant.0).collect();
    let variants: Vec<Uuid> = variants.into_iter().collect();
    let (mut found, tenant) = (HashMap::new(), tx.tenant());
    for ids in variants.chunks(500) {
        let mut select = QueryBuilder::<MySql>::new("SELECT location_id, variant_id, lot_id, status, on_hand FROM stock_balance WHERE tenant_id = ");
        select.push_bind(tenant).push(" AND variant_id IN ");
        push_list(&mut select, ids.iter().copied());
        let rows: Vec<(Uuid, Uuid, Uuid, u8, Decimal)> = select.build_query_as().fetch_all(tx.conn()).await?;
        for (location, variant, lot, status, on_hand) in rows {
            found.insert((location, variant, lot, status), Quantity::new(on_hand).map_err(anyhow::Error::new)?);
        }
    }
    Ok(found)
}

async fn tell(tx: &mut Tx, import: ImportId, posting: PostingId, short: &[Short]) -> Result<(), OpError> {
    if short.is_empty() {
        return Ok(());
    }
    let ids: Vec<VariantId> = short.iter().map(|short| short.variant).collect();
    let facts = read::variants(tx, &ids).await?;
    let rows: Vec<_> = short
        .iter()
        .filter_map(|short| {
            let known = facts.get(&short.variant)?;
            let said = Said::new("import-undo-stock-gone").with("available", short.available).with("wanted", short.wanted);
            Some((posting.0, short.line, KeptRow { sku: known.sku.clone(), name: known.name.clone(), said }))
        })
        .collect();
    aside::keep_kept(tx, import, &rows).await
}

//! Writes some rows of a running import: one command, whole or not at all. A part that was written before is answered
//! and not repeated, so a run that was cut short goes on where it stopped.

use super::{
    Imports, aside,
    head::{Head, not_now},
    scope::Scope,
    weigh::{Aside, Mode, Weighed, weigh},
};
use crate::import::{Outcome, SaleRow};
use admin_rules::{AsideState, ImportState, Tally};
use catalog_rules::{UpsertOutcome, Upserted};
use ledger::{Posted, told};
use platform::{Done, Event, Handle, OpError, Trail, Tx};
use serde::{Deserialize, Serialize};
use sqlx::{MySql, QueryBuilder};
use std::collections::{BTreeMap, BTreeSet};
use vocabulary::{Actor, ImportId, Kind, Operation, Permission, Said};

/// Rows of a file, or mended ones, to be written.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct WritePart {
    pub import: ImportId,
    /// The part's number in the file; none for mended rows.
    pub part: Option<u32>,
    /// The lines of mended rows, also of those of which nothing is left to write.
    pub lines: Vec<u64>,
    pub rows: Vec<Outcome>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct PartWritten {
    pub tally: Tally,
}

impl Operation for WritePart {
    type Reply = PartWritten;
    const NAME: &'static str = "admin.write_import_part";
    const NEEDS: Permission = Permission::Import;
    const KIND: Kind = Kind::Command;
}

/// What the ledger says when a balance moved between reading and writing: the part is tried again.
pub(crate) const MOVED: &str = "import-moved-meanwhile";

impl Handle<WritePart> for Imports {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, part: WritePart) -> Result<Done<PartWritten>, OpError> {
        let head = Head::lock(tx, part.import).await?;
        if head.state != ImportState::Running {
            return Err(not_now(head.state));
        }
        let mut tally = head.tally;
        let next_part = head.next_part;
        match part.part {
            Some(number) if number < next_part => return Ok(Done::reply(PartWritten { tally })),
            Some(number) if number > next_part => return Err(anyhow::anyhow!("part {number} before part {next_part}").into()),
            _ => {}
        }
        let mended = part.part.is_none();
        let states = aside::states(tx, part.import, lines_of(&part)).await?;
        let rows = choose(part.rows, mended, &states);
        let next_effect = head.next_effect;
        let mut scope = Scope::load(tx, head, None).await?;
        scope.decided = mended;
        let mut weighed = weigh(tx, &scope, &rows, &mut Mode::Run).await?;
        let (mut trails, mut events) = (catalog::upsert::trails(&weighed.upserted), catalog::upsert::events(&weighed.upserted));
        post(tx, actor, &mut weighed, &mut trails, &mut events).await?;
        keep_prints(tx, part.import, &weighed).await?;

        let asked: BTreeSet<u64> = if mended { part.lines.into_iter().collect() } else { rows.iter().map(Outcome::line).collect() };
        let gone: Vec<u64> = asked.iter().copied().filter(|line| states.contains_key(line) && !weighed.is_refused(*line)).collect();
        aside::drop(tx, part.import, &gone).await?;
        let set_aside: Vec<Aside> = std::mem::take(&mut weighed.aside).into_values().collect();
        aside::keep(tx, part.import, &set_aside, true).await?;
        let effects = keep_effects(tx, part.import, next_effect, &weighed.upserted).await?;

        let of_part = weighed.tally();
        if mended {
            // They were counted as refused when the file was read.
            tally.add(&Tally { refused: 0, short: 0, stale: 0, ..of_part });
            tally.refused = tally.refused.saturating_sub(gone.len() as u64);
        } else {
            // Rows that were mended, or are passed over, come later or not at all.
            let held = states.values().filter(|state| **state != AsideState::Waiting).count() as u64;
            tally.add(&Tally { refused: of_part.refused + held, ..of_part });
        }
        let tenant = tx.tenant();
        sqlx::query("UPDATE import SET next_part = next_part + ?, next_effect = next_effect + ?, tally = ? WHERE tenant_id = ? AND id = ?")
            .bind(i32::from(!mended))
            .bind(effects)
            .bind(serde_json::to_string(&tally)?)
            .bind(tenant)
            .bind(part.import.0)
            .execute(tx.conn())
            .await?;
        let mut done = Done::reply(PartWritten { tally });
        (done.trails, done.events) = (trails, events);
        Ok(done)
    }
}

fn lines_of(part: &WritePart) -> Vec<u64> {
    let lines: BTreeSet<u64> = part.rows.iter().map(Outcome::line).chain(part.lines.iter().copied()).collect();
    lines.into_iter().collect()
}

/// The rows to write now: of the file those that nobody put right or passed over, of the mended those still marked so.
fn choose(rows: Vec<Outcome>, mended: bool, states: &BTreeMap<u64, AsideState>) -> Vec<Outcome> {
    let wanted = |row: &Outcome| match states.get(&row.line()) {
        Some(AsideState::Mended) => mended,
        Some(AsideState::PassedOver) => false,
        Some(AsideState::Waiting) | None => !mended,
    };
    rows.into_iter().filter(wanted).collect()
}

/// Posts what was weighed, and holds it against the balances that were read.
async fn post(tx: &mut Tx, actor: &Actor, weighed: &mut Weighed, trails: &mut Vec<Trail>, events: &mut Vec<Event>) -> Result<(), OpError> {
    for (at, posting) in std::mem::take(&mut weighed.postings).into_iter().enumerate() {
        let posted = ledger::post(tx, actor, posting).await?;
        if at < weighed.exact {
            hold_against(weighed, &posted)?;
        }
        for (trail, event) in told(&posted) {
            trails.push(trail);
            events.push(event);
        }
    }
    Ok(())
}

/// A figure of a file is a balance to have afterwards: it is wrong if somebody moved stock since it was compared.
fn hold_against(weighed: &mut Weighed, posted: &Posted) -> Result<(), OpError> {
    for leg in posted.legs.iter().filter(|leg| leg.seq > 0) {
        let balance = weighed.read.entry((leg.leg.place.location, leg.leg.variant, leg.leg.lot, leg.leg.status)).or_default();
        *balance += leg.leg.quantity;
        if *balance != leg.balance_after {
            return Err(OpError::conflict(Said::new(MOVED)));
        }
    }
    Ok(())
}

async fn keep_prints(tx: &mut Tx, import: ImportId, weighed: &Weighed) -> Result<(), OpError> {
    let tenant = tx.tenant();
    for prints in weighed.prints.chunks(500) {
        let mut insert = QueryBuilder::<MySql>::new("INSERT INTO import_sale (tenant_id, print, import_id) ");
        insert.push_values(prints, |mut row, print| {
            row.push_bind(tenant).push_bind(print.to_vec()).push_bind(import.0);
        });
        insert.build().execute(tx.conn()).await?;
    }
    Ok(())
}

/// What a part did to the catalog, for its undo.
async fn keep_effects(tx: &mut Tx, import: ImportId, number: i32, done: &[Upserted]) -> Result<i32, OpError> {
    let effects: Vec<&Upserted> = done.iter().filter(|row| matches!(row.outcome, UpsertOutcome::New | UpsertOutcome::Changed)).collect();
    if effects.is_empty() {
        return Ok(0);
    }
    let tenant = tx.tenant();
    sqlx::query("INSERT INTO import_effect (tenant_id, import_id, part, detail) VALUES (?, ?, ?, ?)")
        .bind(tenant)
        .bind(import.0)
        .bind(number)
        .bind(serde_json::to_string(&effects)?)
        .execute(tx.conn())
        .await?;
    Ok(1)
}

/// Gives a sales line that was set aside back its place among equal ones.
pub(crate) fn with_nth(outcome: Outcome, nth: u32) -> Outcome {
    match outcome {
        Outcome::Sale(row) => Outcome::Sale(Box::new(SaleRow { nth: row.nth.max(nth), ..*row })),
        other => other,
    }
}

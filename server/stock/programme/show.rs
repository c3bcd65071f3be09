//! One programme, what of it is due, and what it planned.

use crate::{
    Stock,
    count::session::{ListRow, ROW},
    programme::{due, one},
};
use chrono::TimeDelta;
use platform::{Done, Handle, OpError, Tx};
use stock_rules::{AbcClass, CountProgrammeRow, CountProgrammeView, CountRow, ProgrammeClass, ProgrammeKind, ShowCountProgramme, Turn};
use uuid::Uuid;
use vocabulary::{Actor, ProgrammeId};

/// Most counts that are listed.
const COUNTS: i64 = 20;

impl Handle<ShowCountProgramme> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, show: ShowCountProgramme) -> Result<Done<CountProgrammeView>, OpError> {
        let head = one(tx, show.programme, false).await?;
        let turns = due::turns(tx, &head).await?;
        let classes = classes(&head, &turns, tx.now());
        Ok(Done::reply(CountProgrammeView { classes, counts: counts(tx, show.programme).await?, head }))
    }
}

fn classes(head: &CountProgrammeRow, turns: &[Turn<Uuid>], now: chrono::DateTime<chrono::Utc>) -> Vec<ProgrammeClass> {
    let by_class = head.spec.kind == ProgrammeKind::Classes;
    let classes = if by_class { AbcClass::ALL.to_vec() } else { vec![AbcClass::A] };
    let many = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    classes
        .into_iter()
        .zip(head.spec.days)
        .map(|(class, days)| {
            let of: Vec<&Turn<Uuid>> = turns.iter().filter(|turn| turn.class == class).collect();
            let due_by = now - TimeDelta::days(days.into());
            // Of a sample anything may be drawn at any time.
            let is_due = |turn: &&&Turn<Uuid>| head.spec.kind == ProgrammeKind::Sample || turn.counted_at.is_none_or(|at| at <= due_by);
            let never = of.iter().filter(|turn| turn.counted_at.is_none()).count();
            ProgrammeClass { class: by_class.then_some(class), all: many(of.len()), due: many(of.iter().filter(is_due).count()), never: many(never) }
        })
        .collect()
}

async fn counts(tx: &mut Tx, programme: ProgrammeId) -> Result<Vec<CountRow>, OpError> {
    let tenant = tx.tenant();
    let mut select = sqlx::QueryBuilder::<sqlx::MySql>::new(ROW);
    select.push_bind(tenant).push(" AND s.id IN (SELECT d.count_id FROM count_due d WHERE d.tenant_id = s.tenant_id AND d.programme_id = ");
    select.push_bind(programme.0).push(") ORDER BY s.number DESC LIMIT ").push_bind(COUNTS);
    let rows: Vec<ListRow> = select.build_query_as().fetch_all(tx.conn()).await?;
    Ok(rows.into_iter().filter_map(ListRow::told).collect())
}

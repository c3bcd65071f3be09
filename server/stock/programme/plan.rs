//! Plans what of a programme is due, as a count: once a day, and not while its last count is still open.

use crate::{
    Stock, count,
    programme::{due, one, today},
};
use chrono::{Days, NaiveDate};
use platform::{Done, Handle, OpError, Trail, Tx};
use stock_rules::{CountProgrammeRow, CountScope, DueCountPlanned, PlanCount, PlanDueCount, ProgrammeKind};
use uuid::Uuid;
use vocabulary::{Actor, CountId, LocationId, Said, VariantId};

impl Handle<PlanDueCount> for Stock {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, plan: PlanDueCount) -> Result<Done<DueCountPlanned>, OpError> {
        let programme = one(tx, plan.programme, true).await?;
        let on = today(tx, programme.store).await?;
        if let Some(number) = open_count(tx, &programme).await? {
            return Err(OpError::conflict(Said::new("programme-count-open").with("number", stock_rules::count_number(number))));
        }
        if programme.last_on.is_some_and(|last| last >= on) {
            return Err(OpError::conflict(Said::new("programme-planned-today")));
        }
        let turns = due::turns(tx, &programme).await?;
        let due = due::due(&programme, &turns, on, tx.now());
        next(tx, &programme, on).await?;
        if due.is_empty() {
            return Ok(Done::reply(DueCountPlanned { count: None, number: String::new(), of: 0 }));
        }
        let of = i64::try_from(due.len()).unwrap_or(i64::MAX);
        let planned = count::plan::planned(tx, actor, &scope(&programme, due, on)).await?;
        mark(tx, &programme, planned.reply.count, on).await?;
        let trail = Trail::of("count_programme", programme.programme).with("number", &planned.reply.number).with("lines", of);
        let reply = DueCountPlanned { count: Some(planned.reply.count), number: planned.reply.number, of };
        Ok(Done { reply, trails: planned.trails, events: planned.events }.trail(trail))
    }
}

/// The number of its count that is neither posted nor cancelled.
async fn open_count(tx: &mut Tx, programme: &CountProgrammeRow) -> Result<Option<i32>, OpError> {
    let tenant = tx.tenant();
    Ok(sqlx::query_scalar(
        "SELECT s.number FROM count_due d JOIN count_session s ON s.tenant_id = d.tenant_id AND s.id = d.count_id \
         WHERE d.tenant_id = ? AND d.programme_id = ? AND s.state IN (1, 2, 3) LIMIT 1",
    )
    .bind(tenant)
    .bind(programme.programme.0)
    .fetch_optional(tx.conn())
    .await?)
}

fn scope(programme: &CountProgrammeRow, due: Vec<Uuid>, on: NaiveDate) -> PlanCount {
    let spec = &programme.spec;
    let of_places = matches!(spec.kind, ProgrammeKind::Places | ProgrammeKind::EmptyPlaces);
    let (locations, variants) = if of_places { (due, Vec::new()) } else { (Vec::new(), due) };
    PlanCount {
        store: programme.store,
        name: format!("{} {on}", spec.name),
        scope: if of_places { CountScope::Locations } else { CountScope::Items },
        locations: locations.into_iter().map(LocationId).collect(),
        categories: Vec::new(),
        variants: variants.into_iter().map(VariantId).collect(),
        blind: spec.blind,
        limit_quantity: spec.limit_quantity,
        limit_value: spec.limit_value,
        second_count: spec.second_count,
    }
}

/// When the programme comes round again, whether or not anything was due.
async fn next(tx: &mut Tx, programme: &CountProgrammeRow, on: NaiveDate) -> Result<(), OpError> {
    let tenant = tx.tenant();
    let next_on = on.checked_add_days(Days::new(programme.spec.every_days.into())).unwrap_or(NaiveDate::MAX);
    sqlx::query("UPDATE count_programme SET next_on = ? WHERE tenant_id = ? AND id = ?")
        .bind(next_on)
        .bind(tenant)
        .bind(programme.programme.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Notes that the programme planned this count on this day: its key allows no other.
async fn mark(tx: &mut Tx, programme: &CountProgrammeRow, count: CountId, on: NaiveDate) -> Result<(), OpError> {
    let tenant = tx.tenant();
    sqlx::query("INSERT INTO count_due (tenant_id, programme_id, due_on, count_id) VALUES (?, ?, ?, ?)")
        .bind(tenant)
        .bind(programme.programme.0)
        .bind(on)
        .bind(count.0)
        .execute(tx.conn())
        .await?;
    if programme.spec.kind == ProgrammeKind::EmptyPlaces {
        sqlx::query("UPDATE count_session SET empty_places = TRUE WHERE tenant_id = ? AND id = ?")
            .bind(tenant)
            .bind(count.0)
            .execute(tx.conn())
            .await?;
    }
    Ok(())
}

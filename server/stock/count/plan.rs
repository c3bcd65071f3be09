//! Plans a count.

use crate::Stock;
use platform::{Done, Event, Handle, OpError, Trail, Tx, db::push_list, error::is_duplicate};
use sqlx::{MySql, QueryBuilder};
use std::collections::{BTreeSet, HashMap};
use stock_rules::{CountPlanned, CountScope, PlanCount, check_plan, count_number};
use uuid::Uuid;
use vocabulary::{Actor, AppError, CountId, PersonId};

impl Handle<PlanCount> for Stock {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, plan: PlanCount) -> Result<Done<CountPlanned>, OpError> {
        planned(tx, actor, &plan).await
    }
}

/// Plans a count: by hand, or because a programme has come round.
///
/// # Errors
/// What is wrong with the plan; not found where its store is not the tenant's, or put away.
pub(crate) async fn planned(tx: &mut Tx, actor: &Actor, plan: &PlanCount) -> Result<Done<CountPlanned>, OpError> {
    let wrong = check_plan(plan);
    if !wrong.is_empty() {
        return Err(AppError::Invalid { fields: wrong }.into());
    }
    let tenant = tx.tenant();
    let store: Option<Uuid> = sqlx::query_scalar("SELECT id FROM store WHERE tenant_id = ? AND id = ? AND archived_at IS NULL")
        .bind(tenant)
        .bind(plan.store.0)
        .fetch_optional(tx.conn())
        .await?;
    store.ok_or_else(OpError::not_found)?;
    let (places, scope) = match plan.scope {
        CountScope::Everything => (BTreeSet::new(), BTreeSet::new()),
        CountScope::Locations => (places(tx, plan).await?, BTreeSet::new()),
        CountScope::Category => (BTreeSet::new(), known(tx, "category", &plan.categories.iter().map(|id| id.0).collect()).await?),
        CountScope::Items => (BTreeSet::new(), known(tx, "variant", &plan.variants.iter().map(|id| id.0).collect()).await?),
    };
    let count = CountId::new();
    let number = write(tx, actor, count, plan).await?;
    write_scope(tx, count, plan.scope, &scope).await?;
    write_places(tx, count, &places).await?;
    let number = count_number(number);
    let trail = Trail::of("count", count).with("number", &number).with("name", plan.name.trim()).with("store", plan.store);
    let event = Event::new("count.planned", count, &serde_json::json!({ "count": count, "number": number, "store": plan.store }));
    Ok(Done::reply(CountPlanned { count, number }).trail(trail).event(event))
}

/// The places named, and all that are in them.
async fn places(tx: &mut Tx, plan: &PlanCount) -> Result<BTreeSet<Uuid>, OpError> {
    let tenant = tx.tenant();
    let rows: Vec<(Uuid, Uuid)> =
        sqlx::query_as("SELECT id, parent_id FROM location WHERE tenant_id = ? AND store_id = ? AND kind < 10 AND archived_at IS NULL LIMIT 20000")
            .bind(tenant)
            .bind(plan.store.0)
            .fetch_all(tx.conn())
            .await?;
    let known: BTreeSet<Uuid> = rows.iter().map(|(id, _)| *id).collect();
    let mut chosen: BTreeSet<Uuid> = plan.locations.iter().map(|location| location.0).collect();
    if !chosen.is_subset(&known) {
        return Err(OpError::invalid("locations", "field-unknown-choice"));
    }
    let mut children: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    for (id, parent) in rows.into_iter().filter(|(id, parent)| id != parent) {
        children.entry(parent).or_default().push(id);
    }
    let mut open: Vec<Uuid> = chosen.iter().copied().collect();
    while let Some(place) = open.pop() {
        for child in children.get(&place).into_iter().flatten() {
            if chosen.insert(*child) {
                open.push(*child);
            }
        }
    }
    Ok(chosen)
}

/// All of these categories or variants, if they are the tenant's.
async fn known(tx: &mut Tx, table: &'static str, ids: &BTreeSet<Uuid>) -> Result<BTreeSet<Uuid>, OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("SELECT id FROM ");
    select.push(table).push(" WHERE tenant_id = ").push_bind(tenant).push(" AND id IN ");
    push_list(&mut select, ids.iter().copied());
    let found: BTreeSet<Uuid> = select.build_query_scalar::<Uuid>().fetch_all(tx.conn()).await?.into_iter().collect();
    let field = if table == "category" { "categories" } else { "variants" };
    if found.len() == ids.len() { Ok(found) } else { Err(OpError::invalid(field, "field-unknown-choice")) }
}

/// How often another count may take the number we were about to.
const TRIES: usize = 20;

async fn write(tx: &mut Tx, actor: &Actor, count: CountId, plan: &PlanCount) -> Result<i32, OpError> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let person = actor.person.unwrap_or(PersonId(Uuid::nil()));
    for _ in 0..TRIES {
        let last: Option<i32> =
            sqlx::query_scalar("SELECT MAX(number) FROM count_session WHERE tenant_id = ?").bind(tenant).fetch_one(tx.conn()).await?;
        let number = last.unwrap_or(0).saturating_add(1);
        let written = sqlx::query(
            "INSERT INTO count_session (tenant_id, id, number, store_id, name, scope_kind, blind, limit_quantity, limit_value, second_count, state, \
             planned_at, planned_by, planned_name) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?)",
        )
        .bind(tenant)
        .bind(count.0)
        .bind(number)
        .bind(plan.store.0)
        .bind(plan.name.trim())
        .bind(plan.scope.code())
        .bind(plan.blind)
        .bind(plan.limit_quantity.map(vocabulary::Quantity::decimal))
        .bind(plan.limit_value)
        .bind(plan.second_count)
        .bind(now)
        .bind(person.0)
        .bind(&actor.name)
        .execute(tx.conn())
        .await;
        match written {
            Ok(_) => return Ok(number),
            // Another count was planned in this moment and has the number.
            Err(error) if is_duplicate(&error, Some("count_session_number")) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(OpError::Again)
}

async fn write_scope(tx: &mut Tx, count: CountId, scope: CountScope, refs: &BTreeSet<Uuid>) -> Result<(), OpError> {
    if refs.is_empty() {
        return Ok(());
    }
    let tenant = tx.tenant();
    let mut insert = QueryBuilder::<MySql>::new("INSERT INTO count_scope (tenant_id, count_id, kind, ref_id) ");
    insert.push_values(refs, |mut row, id| {
        row.push_bind(tenant).push_bind(count.0).push_bind(scope.code()).push_bind(*id);
    });
    insert.build().execute(tx.conn()).await?;
    Ok(())
}

async fn write_places(tx: &mut Tx, count: CountId, places: &BTreeSet<Uuid>) -> Result<(), OpError> {
    let tenant = tx.tenant();
    let places: Vec<Uuid> = places.iter().copied().collect();
    for places in places.chunks(1000) {
        let mut insert = QueryBuilder::<MySql>::new("INSERT INTO count_place (tenant_id, count_id, location_id, planned, finished_by) ");
        insert.push_values(places, |mut row, place| {
            row.push_bind(tenant).push_bind(count.0).push_bind(*place).push("TRUE").push_bind(Uuid::nil());
        });
        insert.build().execute(tx.conn()).await?;
    }
    Ok(())
}

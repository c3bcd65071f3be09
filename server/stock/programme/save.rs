//! Makes a programme, or changes one.

use crate::{
    Stock,
    programme::{one, today},
};
use platform::{Done, Event, Handle, OpError, Trail, Tx};
use stock_rules::{CountProgrammeSaved, ProgrammeSpec, SaveCountProgramme};
use vocabulary::{Actor, AppError, FieldError, ProgrammeId, Quantity};

impl Handle<SaveCountProgramme> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, save: SaveCountProgramme) -> Result<Done<CountProgrammeSaved>, OpError> {
        let mut wrong = save.spec.check();
        if save.programme.is_some() && save.version.is_none() {
            wrong.push(FieldError::new("version", "field-required"));
        }
        if !wrong.is_empty() {
            return Err(AppError::Invalid { fields: wrong }.into());
        }
        let (programme, version) = match save.programme {
            Some(programme) => (programme, change(tx, programme, &save).await?),
            None => (make(tx, &save).await?, 1),
        };
        let name = save.spec.name.trim().to_owned();
        let trail = Trail::of("count_programme", programme).with("name", &name).with("store", save.store);
        let event = Event::new("count_programme.saved", programme, &serde_json::json!({ "programme": programme, "name": name, "store": save.store }));
        Ok(Done::reply(CountProgrammeSaved { programme, version }).trail(trail).event(event))
    }
}

async fn make(tx: &mut Tx, save: &SaveCountProgramme) -> Result<ProgrammeId, OpError> {
    let (tenant, now, programme) = (tx.tenant(), tx.now(), ProgrammeId::new());
    let next_on = today(tx, save.store).await?;
    let insert = sqlx::query(
        "INSERT INTO count_programme (name, kind, measure, share_a, share_b, days_a, days_b, days_c, size, every_days, blind, second_count, \
         limit_quantity, limit_value, active, next_on, created_at, store_id, tenant_id, id) \
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    );
    bound(insert, &save.spec).bind(next_on).bind(now).bind(save.store.0).bind(tenant).bind(programme.0).execute(tx.conn()).await?;
    Ok(programme)
}

/// A programme stays in its store, and of its kind: what it planned tells of those.
async fn change(tx: &mut Tx, programme: ProgrammeId, save: &SaveCountProgramme) -> Result<i64, OpError> {
    let was = one(tx, programme, true).await?;
    if Some(was.version) != save.version {
        return Err(AppError::Stale.into());
    }
    let mut wrong = Vec::new();
    if was.store != save.store {
        wrong.push(FieldError::new("store", "field-unknown-choice"));
    }
    if was.spec.kind != save.spec.kind {
        wrong.push(FieldError::new("kind", "field-unknown-choice"));
    }
    if !wrong.is_empty() {
        return Err(AppError::Invalid { fields: wrong }.into());
    }
    let tenant = tx.tenant();
    let update = sqlx::query(
        "UPDATE count_programme SET name = ?, kind = ?, measure = ?, share_a = ?, share_b = ?, days_a = ?, days_b = ?, days_c = ?, size = ?, \
         every_days = ?, blind = ?, second_count = ?, limit_quantity = ?, limit_value = ?, active = ?, version = version + 1 \
         WHERE tenant_id = ? AND id = ?",
    );
    bound(update, &save.spec).bind(tenant).bind(programme.0).execute(tx.conn()).await?;
    Ok(was.version + 1)
}

type Query<'q> = sqlx::query::Query<'q, sqlx::MySql, sqlx::mysql::MySqlArguments>;

/// What a programme does, in the order in which both statements name it.
fn bound<'q>(query: Query<'q>, spec: &ProgrammeSpec) -> Query<'q> {
    let [a, b, c] = spec.days;
    query
        .bind(spec.name.trim().to_owned())
        .bind(spec.kind.code())
        .bind(spec.measure.code())
        .bind(spec.share_a)
        .bind(spec.share_b)
        .bind(a)
        .bind(b)
        .bind(c)
        .bind(spec.size)
        .bind(spec.every_days)
        .bind(spec.blind)
        .bind(spec.second_count)
        .bind(spec.limit_quantity.map(Quantity::decimal))
        .bind(spec.limit_value)
        .bind(spec.active)
}

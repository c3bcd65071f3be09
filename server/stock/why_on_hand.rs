//! Why is it 47? One statement reads the number and its last movements, so that both are of the same instant.

use crate::{
    Stock, buffer, known,
    reservation::{held_by, offered},
};
use chrono::{DateTime, Utc};
use ledger::read;
use platform::{Done, Handle, OpError, Tx};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use stock_rules::{Availability, ByChannel, HeldBy, KeptBack, OnHandStory, STORY_MAX, StoryLeg, WhyOnHand, decide_story};
use uuid::Uuid;
use vocabulary::{Actor, LocationId, PostingId, PostingKind, Quantity, Reason, StoreId};

type Row = (Uuid, Decimal, u8, u8, DateTime<Utc>, String, String, Uuid, String, Option<Decimal>, Option<Decimal>, Option<Decimal>);

/// What is asked about.
struct Scope {
    store: StoreId,
    location: Option<LocationId>,
    code: String,
}

impl Handle<WhyOnHand> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, why: WhyOnHand) -> Result<Done<OnHandStory>, OpError> {
        let tenant = tx.tenant();
        let scope = scope(tx, &why).await?;
        let (sku, name, option_text): (String, String, String) =
            sqlx::query_as("SELECT sku, name, option_text FROM variant WHERE tenant_id = ? AND id = ?")
                .bind(tenant)
                .bind(why.variant.0)
                .fetch_optional(tx.conn())
                .await?
                .ok_or_else(OpError::not_found)?;
        let rows = legs(tx, &why, &scope).await?;
        let quantity = |value: Decimal| Quantity::new(value).map_err(anyhow::Error::new);
        let on_hand = quantity(rows.first().and_then(|row| row.9).unwrap_or_default())?;
        let sellable = quantity(rows.first().and_then(|row| row.10).unwrap_or_default())?;
        let promised = quantity(rows.first().and_then(|row| row.11).unwrap_or_default())?;
        let more = rows.len() > STORY_MAX;
        let known = !rows.is_empty();
        // Newest first from the database; a story begins at its beginning.
        let legs: Vec<StoryLeg> = rows.into_iter().take(STORY_MAX).rev().map(leg).collect::<Result<_, OpError>>()?;
        let (begins, parts) = decide_story(&legs, on_hand, more);
        let whole_store = scope.location.is_none() && why.status.is_none() && known;
        let left = if whole_store { Some(left(tx, &why, scope.store, sellable, promised).await?) } else { None };
        Ok(Done::reply(OnHandStory {
            variant: why.variant,
            sku,
            name,
            option_text,
            store: scope.store,
            location: scope.location,
            location_code: scope.code,
            status: why.status,
            known,
            begins,
            parts,
            on_hand,
            not_for_sale: whole_store.then(|| on_hand - sellable),
            promised: whole_store.then_some(promised),
            held_by: left.as_ref().map(|left| left.held_by.clone()).unwrap_or_default(),
            kept: left.as_ref().map(|left| left.asked.safety.into_iter().chain(left.asked.buffer).map(KeptBack::from).collect()).unwrap_or_default(),
            available: left.as_ref().map(|left| left.asked.available),
            by_channel: left.map(|left| left.by_channel),
            as_of: tx.now(),
        }))
    }
}

/// What is left of a store's stock, and who and what has the rest.
struct Left {
    asked: Availability,
    by_channel: ByChannel,
    held_by: Vec<HeldBy>,
}

/// Most reservations that are named.
const NAMED: usize = 20;

async fn left(tx: &mut Tx, why: &WhyOnHand, store: StoreId, sellable: Quantity, promised: Quantity) -> Result<Left, OpError> {
    let facts = read::variants(tx, &[why.variant]).await?;
    let of = offered(facts.get(&why.variant).ok_or_else(OpError::not_found)?);
    let buffers = buffer::rules(tx, [&of], buffer::Rules { channel: None, stores: Some(&[store]) }).await?;
    let by = |channel| buffers.decide_availability(&of, store, sellable, promised, channel);
    let mut held_by = held_by(tx, &[why.variant], Some(store)).await?.remove(&why.variant).unwrap_or_default();
    held_by.truncate(NAMED);
    Ok(Left { asked: by(why.channel), by_channel: ByChannel::of(|channel| by(Some(channel)).available), held_by })
}

async fn scope(tx: &mut Tx, why: &WhyOnHand) -> Result<Scope, OpError> {
    let tenant = tx.tenant();
    if let Some(location) = why.location {
        let row: Option<(Uuid, String)> = sqlx::query_as("SELECT store_id, code FROM location WHERE tenant_id = ? AND id = ? AND kind < 10")
            .bind(tenant)
            .bind(location.0)
            .fetch_optional(tx.conn())
            .await?;
        let (store, code) = row.ok_or_else(OpError::not_found)?;
        return Ok(Scope { store: StoreId(store), location: Some(location), code });
    }
    let store = why.store.ok_or_else(|| OpError::invalid("store", "field-required"))?;
    known::store(tx, store).await?;
    Ok(Scope { store, location: None, code: String::new() })
}

async fn legs(tx: &mut Tx, why: &WhyOnHand, scope: &Scope) -> Result<Vec<Row>, OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        // In this order and by this key, or a variant that moves a lot is read whole and sorted.
        "SELECT STRAIGHT_JOIN m.posting_id, m.quantity, p.kind, p.reason, p.occurred_at, p.actor_name, p.document_kind, p.document_id, p.document_ref, \
         (SELECT SUM(b.on_hand) FROM stock_balance b JOIN location bl ON bl.tenant_id = b.tenant_id AND bl.id = b.location_id WHERE bl.kind < 10",
    );
    let narrow = |select: &mut QueryBuilder<MySql>, table: &str| {
        for (column, id) in [("variant_id", Some(why.variant.0)), ("store_id", Some(scope.store.0)), ("location_id", scope.location.map(|one| one.0))]
        {
            if let Some(id) = id {
                select.push(" AND ").push(table).push(".").push(column).push(" = ").push_bind(id);
            }
        }
        if let Some(status) = why.status {
            select.push(" AND ").push(table).push(".status = ").push_bind(status.code());
        }
        select.push(" AND ").push(table).push(".tenant_id = ").push_bind(tenant);
    };
    narrow(&mut select, "b");
    select.push(
        "), s.sellable, s.promised FROM stock_movement m FORCE INDEX (stock_movement_store) JOIN posting p ON p.tenant_id = m.tenant_id AND p.id = m.posting_id \
         JOIN location l FORCE INDEX (PRIMARY) ON l.tenant_id = m.tenant_id AND l.id = m.location_id \
         LEFT JOIN stock_promise s ON s.tenant_id = m.tenant_id AND s.store_id = m.store_id AND s.variant_id = m.variant_id \
         WHERE l.kind < 10 AND m.seq > 0",
    );
    narrow(&mut select, "m");
    select.push(" ORDER BY m.posting_id DESC, m.leg DESC LIMIT ").push_bind(i64::try_from(STORY_MAX + 1).unwrap_or(201));
    Ok(select.build_query_as().fetch_all(tx.conn()).await?)
}

fn leg(row: Row) -> Result<StoryLeg, OpError> {
    let (posting, change, kind, reason, at, who, document_kind, document, reference, ..) = row;
    Ok(StoryLeg {
        posting: PostingId(posting),
        kind: PostingKind::of_code(kind).ok_or_else(|| anyhow::anyhow!("posting {posting} is of the unknown kind {kind}"))?,
        reason: Reason::of_code(reason),
        change: Quantity::new(change).map_err(anyhow::Error::new)?,
        at,
        who,
        document_kind,
        document,
        reference,
    })
}

//! How stock is valued, and for which items otherwise.

use crate::{Stock, books_history};
use ledger::cost::policy;
use platform::{Done, Event, Handle, OpError, Trail, Tx};
use stock_rules::{Costing, ItemCosting, SetCosting, SetItemCosting, ShowCosting};
use uuid::Uuid;
use vocabulary::{Actor, CostMethod};

/// Most items that are listed.
const ITEMS: i64 = 200;

impl Handle<ShowCosting> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, _: ShowCosting) -> Result<Done<Costing>, OpError> {
        Ok(Done::reply(costing(tx).await?))
    }
}

impl Handle<SetCosting> for Stock {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, set: SetCosting) -> Result<Done<Costing>, OpError> {
        let before = policy::set(tx, actor, set.method, set.scope).await?;
        let trail = Trail::of("costing", Uuid::nil()).listed(books_history::LIST).changed("method", &before.method.tag(), &set.method.tag()).changed(
            "scope",
            &before.scope.tag(),
            &set.scope.tag(),
        );
        let event = Event::new("stock.costing_set", Uuid::nil(), &serde_json::json!({ "method": set.method, "scope": set.scope }));
        Ok(Done::reply(costing(tx).await?).trail(trail).event(event))
    }
}

impl Handle<SetItemCosting> for Stock {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, set: SetItemCosting) -> Result<Done<Costing>, OpError> {
        let before = policy::set_item(tx, actor, set.item, set.method).await?;
        let tag = |method: Option<CostMethod>| method.map(CostMethod::tag).unwrap_or_default();
        let trail = Trail::of("item", set.item).listed(books_history::LIST).changed("costing", &tag(before), &tag(set.method));
        let event = Event::new("stock.item_costing_set", set.item, &serde_json::json!({ "item": set.item, "method": set.method }));
        Ok(Done::reply(costing(tx).await?).trail(trail).event(event))
    }
}

async fn costing(tx: &mut Tx) -> Result<Costing, OpError> {
    let policy = policy::show(tx).await?;
    let tenant = tx.tenant();
    let rows: Vec<(Uuid, String, u8)> = sqlx::query_as(
        "SELECT m.item_id, i.name, m.method FROM cost_method m JOIN item i ON i.tenant_id = m.tenant_id AND i.id = m.item_id \
         WHERE m.tenant_id = ? ORDER BY i.name, m.item_id LIMIT ?",
    )
    .bind(tenant)
    .bind(ITEMS)
    .fetch_all(tx.conn())
    .await?;
    let items =
        rows.into_iter().filter_map(|(item, name, method)| Some(ItemCosting { item: item.into(), name, method: CostMethod::of_code(method)? }));
    Ok(Costing { method: policy.method, scope: policy.scope, frozen_at: policy.frozen_at, changed_by: policy.changed_by, items: items.collect() })
}

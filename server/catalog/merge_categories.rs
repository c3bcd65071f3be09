//! Merges two categories: the items of one go to the other, some hundred in a transaction. The first go with the request;
//! what is left is a job's, and until it is done who names the category means the one that stays (`upsert::load`).

use crate::{
    Catalog,
    category::{self, Head, must_be_settled},
    sql::push_list,
};
use catalog_rules::{CategoriesMerged, MergeCategories};
use platform::{
    Done, Event, Handle, OpError, Trail, Tx,
    jobs::{self, JobContext, NewJob, Runner, Work},
    registry::BoxFuture,
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sqlx::{MySql, QueryBuilder};
use uuid::Uuid;
use vocabulary::{Actor, Ask, CategoryId, Door, FieldError, ItemId, Key, Kind, Operation, Permission};

/// Items moved in one transaction: each has a trail and an event of its own.
const MOST: usize = 500;

const MOVE: &str = "catalog.move_merged";

impl Handle<MergeCategories> for Catalog {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, merge: MergeCategories) -> Result<Done<CategoriesMerged>, OpError> {
        if merge.category == merge.into {
            return Err(FieldError::new("into", "category-same").into());
        }
        let heads = category::lock(tx, &[merge.category.0, merge.into.0]).await?;
        let find = |id: CategoryId| heads.iter().find(|head| head.id == id.0);
        let from = find(merge.category).ok_or_else(OpError::not_found)?;
        from.must_be(merge.version)?;
        let into = find(merge.into).ok_or_else(|| FieldError::new("into", "field-unknown-choice"))?;
        // The same again takes up a merge whose job came to nothing.
        if from.merged_into != Some(into.id) {
            must_be_settled(tx, from).await?;
            must_be_settled(tx, into).await?;
        }
        let step = step(tx, from, into).await?;
        if step.under_way {
            let tenant = tx.tenant();
            sqlx::query("UPDATE category SET merged_into = ?, version = version + 1 WHERE tenant_id = ? AND id = ?")
                .bind(into.id)
                .bind(tenant)
                .bind(from.id)
                .execute(tx.conn())
                .await?;
            let payload = serde_json::to_value(MoveMerged { category: merge.category })?;
            let job = NewJob { person: actor.person, ..NewJob::new(MOVE, payload).once(merge.category.to_string()) };
            jobs::enqueue(tx, job).await?;
        }
        let moved = i64::try_from(step.items.len()).unwrap_or(i64::MAX);
        let reply = CategoriesMerged { category: merge.into, moved, under_way: step.under_way };
        let done = step.told(Done::reply(reply), from, into);
        Ok(done
            .trail(Trail::of("category", merge.category).with("merged_into", &into.name))
            .trail(Trail::of("category", merge.into).with("merged", &from.name))
            .event(Event::new("category.merged", merge.category, &json!({ "category": merge.category, "into": merge.into }))))
    }
}

/// What one transaction moved.
struct Step {
    items: Vec<ItemId>,
    under_way: bool,
}

impl Step {
    /// The trail and the event of each item.
    fn told<R>(&self, mut done: Done<R>, from: &Head, into: &Head) -> Done<R> {
        for item in &self.items {
            done.trails.push(Trail::of("item", *item).changed("category", &from.name, &into.name));
            done.events.push(Event::new("item.changed", *item, &json!({ "item": item, "variants": [] })));
        }
        done
    }
}

/// Moves the next items; the category goes with its last. Their versions rise: whoever has one open to edit it would put
/// it back by the old category's name.
async fn step(tx: &mut Tx, from: &Head, into: &Head) -> Result<Step, OpError> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let items: Vec<Uuid> =
        sqlx::query_scalar("SELECT id FROM item FORCE INDEX (item_category_state) WHERE tenant_id = ? AND category_id = ? LIMIT ? FOR UPDATE")
            .bind(tenant)
            .bind(from.id)
            .bind(i64::try_from(MOST).unwrap_or(500))
            .fetch_all(tx.conn())
            .await?;
    if !items.is_empty() {
        let mut update = QueryBuilder::<MySql>::new("UPDATE item SET category_id = ");
        update.push_bind(into.id).push(", version = version + 1, updated_at = ").push_bind(now);
        update.push(" WHERE tenant_id = ").push_bind(tenant).push(" AND id IN ");
        push_list(&mut update, items.iter().copied());
        update.build().persistent(false).execute(tx.conn()).await?;
    }
    let under_way = items.len() == MOST;
    if !under_way {
        sqlx::query("DELETE FROM category WHERE tenant_id = ? AND id = ?").bind(tenant).bind(from.id).execute(tx.conn()).await?;
    }
    Ok(Step { items: items.into_iter().map(ItemId).collect(), under_way })
}

/// Moves the next items of a category that is being merged; answers whether there may be more.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct MoveMerged {
    category: CategoryId,
}

impl Operation for MoveMerged {
    type Reply = bool;
    const NAME: &'static str = MOVE;
    const NEEDS: Permission = Permission::CatalogWrite;
    const KIND: Kind = Kind::Command;
}

impl Handle<MoveMerged> for Catalog {
    async fn handle(&self, tx: &mut Tx, _: &Actor, rest: MoveMerged) -> Result<Done<bool>, OpError> {
        // Gone: another run of the job was the last.
        let Some(from) = category::lock(tx, &[rest.category.0]).await?.pop() else { return Ok(Done::reply(false)) };
        let Some(into) = from.merged_into else { return Ok(Done::reply(false)) };
        let into = category::lock(tx, &[into]).await?.pop().ok_or_else(OpError::not_found)?;
        let step = step(tx, &from, &into).await?;
        Ok(step.told(Done::reply(step.under_way), &from, &into))
    }
}

struct Rest;

impl Work for Rest {
    fn run<'a>(&'a self, context: &'a JobContext, payload: Value) -> BoxFuture<'a, Result<(), OpError>> {
        Box::pin(async move {
            let rest: MoveMerged = serde_json::from_value(payload)?;
            // What was begun comes to its end, also where whoever began it may no longer change items.
            let Actor { person, name, .. } = context.actor.clone();
            let actor = Actor { person, name, ..Actor::system(context.tenant, Door::Job) };
            // A key of its own for each step: one that is done twice only moves the next items.
            while context.desk.run(Ask::new(&actor, Key::random(), rest.clone())).await? {}
            Ok(())
        })
    }
}

/// Every job of this room.
#[must_use]
pub fn jobs(runner: Runner) -> Runner {
    runner.on(MOVE, Rest)
}

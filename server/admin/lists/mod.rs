//! How somebody looks at the lists: their own, in this business, and nobody else's.

use crate::{Admin, account::asker};
use admin_rules::{ChooseColumns, ListLook, LookKept, RemoveView, SaveView, SavedView, ShowList, VIEWS_MAX, check_view, columns_kept, columns_of};
use platform::{Done, Handle, OpError, Registry, Tx};
use uuid::Uuid;
use vocabulary::{Actor, AppError, Said, ViewId};

pub(crate) fn register(registry: Registry) -> Registry {
    registry.on::<ShowList>(Admin).on::<ChooseColumns>(Admin).on::<SaveView>(Admin).on::<RemoveView>(Admin)
}

impl Handle<ShowList> for Admin {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, show: ShowList) -> Result<Done<ListLook>, OpError> {
        let (tenant, person) = (tx.tenant(), asker(actor)?);
        let list = show.list.tag();
        // Every list asks this: in one statement. What has no id are the columns.
        let rows: Vec<(Option<Uuid>, String, String)> = sqlx::query_as(
            "SELECT NULL AS id, '' AS name, shown AS query FROM list_columns WHERE tenant_id = ? AND person_id = ? AND list = ? UNION ALL \
             (SELECT id, name, query FROM list_view WHERE tenant_id = ? AND person_id = ? AND list = ? ORDER BY id LIMIT 50)",
        )
        .bind(tenant)
        .bind(person.0)
        .bind(list)
        .bind(tenant)
        .bind(person.0)
        .bind(list)
        .fetch_all(tx.conn())
        .await?;
        let mut look = ListLook::default();
        for (id, name, query) in rows {
            match id {
                None => look.columns = columns_of(&query),
                Some(id) => look.views.push(SavedView { view: id.into(), name, query }),
            }
        }
        look.views.sort_by_key(|view| view.view);
        Ok(Done::reply(look))
    }
}

impl Handle<ChooseColumns> for Admin {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, choose: ChooseColumns) -> Result<Done<LookKept>, OpError> {
        let (tenant, person, shown) = (tx.tenant(), asker(actor)?, columns_kept(&choose.columns));
        sqlx::query("INSERT INTO list_columns (tenant_id, person_id, list, shown) VALUES (?, ?, ?, ?) ON DUPLICATE KEY UPDATE shown = VALUES(shown)")
            .bind(tenant)
            .bind(person.0)
            .bind(choose.list.tag())
            .bind(&shown)
            .execute(tx.conn())
            .await?;
        Ok(Done::reply(LookKept {}))
    }
}

impl Handle<SaveView> for Admin {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, save: SaveView) -> Result<Done<SavedView>, OpError> {
        let (tenant, person, now) = (tx.tenant(), asker(actor)?, tx.now());
        let name = check_view(&save.name, &save.query).map_err(|fields| AppError::Invalid { fields })?;
        let list = save.list.tag();
        sqlx::query("DELETE FROM list_view WHERE tenant_id = ? AND person_id = ? AND list = ? AND name = ?")
            .bind(tenant)
            .bind(person.0)
            .bind(list)
            .bind(&name)
            .execute(tx.conn())
            .await?;
        let kept: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM list_view WHERE tenant_id = ? AND person_id = ? AND list = ?")
            .bind(tenant)
            .bind(person.0)
            .bind(list)
            .fetch_one(tx.conn())
            .await?;
        let most = i64::try_from(VIEWS_MAX).unwrap_or(i64::MAX);
        if kept >= most {
            return Err(OpError::conflict(Said::new("list-views-full").with("count", most)));
        }
        let view = ViewId::new();
        sqlx::query("INSERT INTO list_view (tenant_id, id, person_id, list, name, query, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)")
            .bind(tenant)
            .bind(view.0)
            .bind(person.0)
            .bind(list)
            .bind(&name)
            .bind(&save.query)
            .bind(now)
            .execute(tx.conn())
            .await?;
        Ok(Done::reply(SavedView { view, name, query: save.query }))
    }
}

impl Handle<RemoveView> for Admin {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, remove: RemoveView) -> Result<Done<LookKept>, OpError> {
        let (tenant, person) = (tx.tenant(), asker(actor)?);
        let gone = sqlx::query("DELETE FROM list_view WHERE tenant_id = ? AND id = ? AND person_id = ?")
            .bind(tenant)
            .bind(remove.view.0)
            .bind(person.0)
            .execute(tx.conn())
            .await?
            .rows_affected();
        if gone == 0 { Err(OpError::not_found()) } else { Ok(Done::reply(LookKept {})) }
    }
}

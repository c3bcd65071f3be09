//! One's own account, with the businesses one may work in.

use super::asker;
use crate::Admin;
use admin_rules::{Account, Business, ShowAccount};
use platform::{Done, Handle, OpError, Tx};
use vocabulary::{Actor, Role};

impl Handle<ShowAccount> for Admin {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, _: ShowAccount) -> Result<Done<Account>, OpError> {
        let (person, here) = (asker(actor)?, tx.tenant());
        let row: Option<(String, String, String, String)> =
            sqlx::query_as("SELECT name, email, locale, theme FROM person WHERE id = ?").bind(person.0).fetch_optional(tx.conn()).await?;
        let (name, email, locale, theme) = row.ok_or_else(OpError::not_found)?;
        let rows: Vec<(i64, String, String)> = sqlx::query_as(
            "SELECT t.id, t.name, m.role FROM membership m JOIN tenant t ON t.id = m.tenant_id \
             WHERE m.person_id = ? AND m.disabled_at IS NULL ORDER BY t.name, t.id LIMIT 200",
        )
        .bind(person.0)
        .fetch_all(tx.conn())
        .await?;
        let businesses = rows
            .into_iter()
            .filter_map(|(tenant, name, role)| Some(Business { tenant, name, role: Role::of_tag(&role)?, is_here: tenant == here }))
            .collect();
        Ok(Done::reply(Account { name, email, locale, theme, businesses }))
    }
}

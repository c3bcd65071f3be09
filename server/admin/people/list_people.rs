//! Everybody of the business, by name.

use crate::Admin;
use admin_rules::{ListPeople, PersonRow};
use chrono::{DateTime, Utc};
use platform::{Done, Handle, OpError, Tx};
use sqlx::{MySql, QueryBuilder};
use uuid::Uuid;
use vocabulary::{Actor, Cursor, Page, PersonId, Role};

#[derive(sqlx::FromRow)]
pub(super) struct Row {
    id: Uuid,
    name: String,
    email: String,
    role: String,
    created_at: DateTime<Utc>,
    disabled_at: Option<DateTime<Utc>>,
}

impl Row {
    /// `None` where the role is one this version does not know.
    pub(super) fn told(self) -> Option<PersonRow> {
        Some(PersonRow {
            person: PersonId(self.id),
            name: self.name,
            email: self.email,
            role: Role::of_tag(&self.role)?,
            joined_at: self.created_at,
            disabled_at: self.disabled_at,
        })
    }
}

impl Handle<ListPeople> for Admin {
    async fn handle(&self, tx: &mut Tx, _: &Actor, list: ListPeople) -> Result<Done<Page<PersonRow>>, OpError> {
        let tenant = tx.tenant();
        let mut select = QueryBuilder::<MySql>::new(
            "SELECT p.id, p.name, p.email, m.role, m.created_at, m.disabled_at FROM membership m JOIN person p ON p.id = m.person_id WHERE m.tenant_id = ",
        );
        select.push_bind(tenant);
        if let Some(Cursor(after)) = &list.cursor
            && let [name, id] = after.as_slice()
            && let Ok(id) = id.parse::<Uuid>()
        {
            select.push(" AND p.name >= ").push_bind(name.clone()).push(" AND (p.name > ").push_bind(name.clone());
            select.push(" OR p.id > ").push_bind(id).push(")");
        }
        select.push(" ORDER BY p.name, p.id LIMIT ").push_bind(i64::try_from(Page::<PersonRow>::SIZE + 1).unwrap_or(51));
        let rows: Vec<Row> = select.build_query_as().fetch_all(tx.conn()).await?;
        let page = Page::of(rows, Page::<PersonRow>::SIZE, |row| Cursor(vec![row.name.clone(), row.id.to_string()]));
        Ok(Done::reply(Page { rows: page.rows.into_iter().filter_map(Row::told).collect(), next: page.next }))
    }
}

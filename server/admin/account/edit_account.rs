//! How one is called and spoken to.

use super::asker;
use crate::Admin;
use admin_rules::{AccountChanged, EditAccount, check_own_locale, check_theme};
use platform::{Done, Handle, OpError, Trail, Tx};
use vocabulary::{Actor, AppError, check_name};

impl Handle<EditAccount> for Admin {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, edit: EditAccount) -> Result<Done<AccountChanged>, OpError> {
        let person = asker(actor)?;
        let mut wrong = Vec::new();
        let mut note = |error| wrong.push(error);
        let name = check_name("name", &edit.name).map_err(&mut note).unwrap_or_default();
        let locale = check_own_locale(&edit.locale).map_err(&mut note).unwrap_or_default();
        check_theme(&edit.theme).map_err(&mut note).unwrap_or_default();
        if !wrong.is_empty() {
            return Err(AppError::Invalid { fields: wrong }.into());
        }
        let row: Option<(String, String, String)> =
            sqlx::query_as("SELECT name, locale, theme FROM person WHERE id = ? FOR UPDATE").bind(person.0).fetch_optional(tx.conn()).await?;
        let (old_name, old_locale, old_theme) = row.ok_or_else(OpError::not_found)?;
        sqlx::query("UPDATE person SET name = ?, locale = ?, theme = ? WHERE id = ?")
            .bind(&name)
            .bind(locale)
            .bind(&edit.theme)
            .bind(person.0)
            .execute(tx.conn())
            .await?;
        let trail = Trail::of("person", person).changed("name", &old_name, &name).changed("locale", &old_locale, &locale.to_owned()).changed(
            "theme",
            &old_theme,
            &edit.theme,
        );
        Ok(Done::reply(AccountChanged {}).edited(trail))
    }
}

//! Changes the business's settings.

use super::{entity, load};
use crate::Admin;
use admin_rules::{ChangeSettings, SettingsChanged, check_locale, check_public_base};
use platform::{Done, Handle, OpError, Trail, Tx};
use vocabulary::{Actor, AppError, FieldError, Permission, check_name};

impl Handle<ChangeSettings> for Admin {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, change: ChangeSettings) -> Result<Done<SettingsChanged>, OpError> {
        let before = load(tx, true).await?;
        let mut wrong = Vec::new();
        let mut note = |error| wrong.push(error);
        let name = check_name("name", &change.name).map_err(&mut note).unwrap_or_default();
        let locale = check_locale(&change.locale)
            .and_then(|locale| locale.ok_or_else(|| FieldError::new("locale", "field-required")))
            .map_err(&mut note)
            .unwrap_or_default();
        // chrono-tz holds every zone that stores may be in, and a few old names that mean one of them.
        let zone = change.zone.trim().parse::<chrono_tz::Tz>().map_err(|_| FieldError::new("zone", "zone-unknown")).map_err(&mut note);
        let base = check_public_base(&change.public_base).map_err(&mut note).unwrap_or_default();
        if change.one_person != before.one_person && !actor.may(Permission::PeopleManage) {
            // Who approves counts must not be able to let themselves approve their own.
            note(FieldError::new("one_person", "one-person-owner"));
        }
        let (true, Ok(zone)) = (wrong.is_empty(), zone) else { return Err(AppError::Invalid { fields: wrong }.into()) };
        let tenant = tx.tenant();
        sqlx::query("UPDATE tenant SET name = ?, locale = ?, zone = ?, public_base = ?, one_person = ? WHERE id = ?")
            .bind(&name)
            .bind(locale.tag())
            .bind(zone.name())
            .bind(&base)
            .bind(change.one_person)
            .bind(tenant)
            .execute(tx.conn())
            .await?;
        let trail = Trail::of("tenant", entity(tx))
            .changed("name", &before.name, &name)
            .changed("locale", &before.locale, &locale.tag().to_owned())
            .changed("zone", &before.zone, &zone.name().to_owned())
            .changed("public_base", &before.public_base, &base)
            .changed("one_person", &before.one_person, &change.one_person);
        Ok(Done::reply(SettingsChanged {}).edited(trail))
    }
}

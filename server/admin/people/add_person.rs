//! Lets somebody in.

use crate::Admin;
use admin_rules::{AddPerson, PersonAdded, check_email, check_password};
use platform::{Done, Handle, OpError, Trail, Tx, identity, tenancy};
use uuid::Uuid;
use vocabulary::{Actor, AppError, PersonId, check_name};

impl Handle<AddPerson> for Admin {
    async fn handle(&self, tx: &mut Tx, _: &Actor, add: AddPerson) -> Result<Done<PersonAdded>, OpError> {
        let mut wrong = Vec::new();
        let mut note = |error| wrong.push(error);
        let name = check_name("name", &add.name).map_err(&mut note).unwrap_or_default();
        let email = check_email(&add.email).map_err(&mut note).unwrap_or_default();
        check_password(&add.password).map_err(&mut note).unwrap_or_default();
        if !wrong.is_empty() {
            return Err(AppError::Invalid { fields: wrong }.into());
        }
        let known: Option<Uuid> = sqlx::query_scalar("SELECT id FROM person WHERE email = ?").bind(&email).fetch_optional(tx.conn()).await?;
        let person = match known {
            // Their name and password are theirs, and hold in other businesses too.
            Some(id) => PersonId(id),
            None => {
                let secret = identity::hash_password(add.password.reveal()).await?;
                identity::create_person(tx, &email, &name, &secret).await?
            }
        };
        tenancy::join(tx, person, add.role).await?;
        let trail = Trail::of("person", person).with("email", &email).with("role", add.role.tag());
        Ok(Done::reply(PersonAdded { person, is_new: known.is_none() }).trail(trail))
    }
}

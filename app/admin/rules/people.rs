//! Who works here: the people of a business, and what an owner may do about them.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{Cursor, FieldError, Kind, Operation, Page, Permission, PersonId, Role, Said, Secret};

/// Everybody of the business, by name.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ListPeople {
    #[serde(default)]
    pub cursor: Option<Cursor>,
}

/// Somebody as the list shows them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PersonRow {
    pub person: PersonId,
    pub name: String,
    pub email: String,
    pub role: Role,
    pub joined_at: DateTime<Utc>,
    /// Since when they may not come in.
    pub disabled_at: Option<DateTime<Utc>>,
}

impl Operation for ListPeople {
    type Reply = Page<PersonRow>;
    const NAME: &'static str = "admin.list_people";
    const NEEDS: Permission = Permission::PeopleManage;
    const KIND: Kind = Kind::Query;
}

/// One of them.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShowPerson {
    pub person: PersonId,
}

/// Somebody, and what can be done about them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PersonShown {
    pub row: PersonRow,
    /// They work in another business too: their password is not ours to set.
    pub is_elsewhere: bool,
    /// Who asks: nobody shuts themselves out.
    pub is_asker: bool,
}

impl Operation for ShowPerson {
    type Reply = PersonShown;
    const NAME: &'static str = "admin.show_person";
    const NEEDS: Permission = Permission::PeopleManage;
    const KIND: Kind = Kind::Query;
}

/// Lets somebody in. A person this system knows already keeps their name and password; the ones given here are for
/// somebody new.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AddPerson {
    pub name: String,
    pub email: String,
    pub role: Role,
    /// The first password, at least 12 characters. It is not given back.
    pub password: Secret,
}

/// Somebody who was let in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PersonAdded {
    pub person: PersonId,
    /// The password given is theirs; false when they had one already.
    pub is_new: bool,
}

impl Operation for AddPerson {
    type Reply = PersonAdded;
    const NAME: &'static str = "admin.add_person";
    const NEEDS: Permission = Permission::PeopleManage;
    const KIND: Kind = Kind::Command;
}

/// Gives somebody another role.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeRole {
    pub person: PersonId,
    pub role: Role,
}

/// Keeps somebody out, at once and on every device, until they are let in again.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DisablePerson {
    pub person: PersonId,
}

/// Lets somebody in again.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EnablePerson {
    pub person: PersonId,
}

/// Gives somebody a new password, because they forgot theirs. Their sessions end.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ResetPassword {
    pub person: PersonId,
    /// At least 12 characters. It is not given back.
    pub password: Secret,
}

/// Takes somebody out of the business. What they did stays in its histories under their name.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RemovePerson {
    pub person: PersonId,
}

/// Whom it was done to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PersonChanged {
    pub person: PersonId,
    pub name: String,
}

macro_rules! changes_person {
    ($($operation:ident $name:literal),+ $(,)?) => {$(
        impl Operation for $operation {
            type Reply = PersonChanged;
            const NAME: &'static str = $name;
            const NEEDS: Permission = Permission::PeopleManage;
            const KIND: Kind = Kind::Command;
        }
    )+};
}

changes_person! {
    ChangeRole "admin.change_role",
    DisablePerson "admin.disable_person",
    EnablePerson "admin.enable_person",
    ResetPassword "admin.reset_password",
    RemovePerson "admin.remove_person",
}

/// May this be done to them? Nobody shuts themselves out, and a business never loses its last owner: `owners_left` are
/// the owners who may come in, without the one it is about.
///
/// # Errors
/// `person-self`, `person-last-owner`.
pub fn decide_change(asker: Option<PersonId>, person: PersonId, is_owner: bool, owners_left: i64) -> Result<(), Said> {
    if asker == Some(person) {
        return Err(Said::new("person-self"));
    }
    if is_owner && owners_left < 1 {
        return Err(Said::new("person-last-owner"));
    }
    Ok(())
}

/// An address as it is kept: without spaces around it.
///
/// # Errors
/// `field-email` where it cannot be one; not every address is looked up, only its form.
pub fn check_email(raw: &str) -> Result<String, FieldError> {
    let email = raw.trim();
    let form = email.split_once('@').is_some_and(|(name, domain)| {
        let labels =
            domain.split('.').count() >= 2 && domain.split('.').all(|label| !label.is_empty() && !label.starts_with('-') && !label.ends_with('-'));
        !name.is_empty() && name.len() <= 64 && labels
    });
    let clean = email.chars().all(|c| !c.is_control() && !c.is_whitespace() && !"<>()[],;:\\\"".contains(c)) && email.matches('@').count() == 1;
    if form && clean && email.len() <= 254 { Ok(email.to_owned()) } else { Err(FieldError::new("email", "field-email")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_shuts_themselves_out() {
        let me = PersonId::new();
        assert_eq!(decide_change(Some(me), me, true, 3).unwrap_err().code, "person-self");
        assert!(decide_change(Some(me), PersonId::new(), false, 1).is_ok());
    }

    #[test]
    fn the_last_owner_stays() {
        let (me, them) = (PersonId::new(), PersonId::new());
        assert_eq!(decide_change(Some(me), them, true, 0).unwrap_err().code, "person-last-owner");
        assert_eq!(decide_change(None, them, true, 0).unwrap_err().code, "person-last-owner", "not from the command line either");
        assert!(decide_change(Some(me), them, true, 1).is_ok());
    }

    #[test]
    fn an_address_has_a_form() {
        for good in ["a@b.co", " maya.okafor+till@hart-finch.example ", "o'neil@example.com", "jörg@müller.example"] {
            assert_eq!(check_email(good).unwrap(), good.trim());
        }
        for bad in ["", "maya", "maya@", "@b.co", "a@b", "a@@b.co", "a b@c.co", "a@b..co", "a@-b.co", "<a@b.co>", "a@b.co,c@d.co", "a\u{0}@b.co"] {
            assert_eq!(check_email(bad).unwrap_err().said.code, "field-email", "{bad:?}");
        }
    }
}

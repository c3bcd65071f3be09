//! Who may come in, and who may not any more.

use admin_rules::{AddPerson, ChangeRole, DisablePerson, EnablePerson, ListPeople, RemovePerson, ResetPassword, ShowPerson};
use platform::identity::Gate;
use std::sync::Arc;
use testkit::{Person, Shop, refused};
use tower_sessions::Session;
use vocabulary::{AppError, PersonId, Role, Secret};
use wire::Gate as _;

const PASSWORD: &str = "three blind mice run";

fn add(email: &str, role: Role) -> AddPerson {
    AddPerson { name: String::from("Nia Cole"), email: email.to_owned(), role, password: Secret::new(PASSWORD) }
}

fn id(person: &Person) -> PersonId {
    person.actor.person.unwrap()
}

fn conflict(code: &str) -> Vec<(String, String)> {
    vec![(String::from("conflict"), code.to_owned())]
}

/// Signs in as a browser does; the session is kept.
async fn signs_in(shop: &Shop, email: &str, password: &str) -> Result<Session, AppError> {
    let gate = Gate::new(shop.database.clone());
    let session = Session::new(None, Arc::new(gate.sessions()), None);
    gate.sign_in(&session, email, password).await?;
    session.save().await.unwrap();
    Ok(session)
}

/// Whether the session's cookie still opens anything.
async fn is_open(shop: &Shop, session: &Session) -> bool {
    let gate = Gate::new(shop.database.clone());
    let again = Session::new(session.id(), Arc::new(gate.sessions()), None);
    again.get::<PersonId>(platform::session::PERSON).await.unwrap().is_some()
}

async fn trails(shop: &Shop, person: PersonId) -> Vec<String> {
    let mut root = shop.db.root().await;
    sqlx::query_scalar("SELECT operation FROM audit WHERE tenant_id = ? AND entity_kind = 'person' AND entity_id = ? ORDER BY id")
        .bind(shop.tenant.0)
        .bind(person.0)
        .fetch_all(&mut root)
        .await
        .unwrap()
}

testkit::on_both! {
    async fn somebody_is_let_in_and_works(shop: Shop) {
        let owner = shop.owner();
        let added = owner.does(add(" nia@hart-finch.example ", Role::Clerk)).await;
        assert!(added.is_new);
        signs_in(&shop, "nia@hart-finch.example", PASSWORD).await.unwrap();
        let page = owner.does(ListPeople::default()).await;
        let nia = page.rows.iter().find(|row| row.person == added.person).unwrap();
        assert_eq!((nia.name.as_str(), nia.role), ("Nia Cole", Role::Clerk));
        assert_eq!(refused(owner.tries(add("NIA@hart-finch.example", Role::Buyer)).await), [("email".into(), "member-already".into())]);
        assert_eq!(trails(&shop, added.person).await, ["admin.add_person"]);
    }

    async fn what_is_wrong_is_said_field_by_field(shop: Shop) {
        let wrong = AddPerson { name: String::new(), email: String::from("nia"), role: Role::Clerk, password: Secret::new("x".repeat(300)) };
        let told = refused(shop.owner().tries(wrong).await);
        assert_eq!(told, [("name".into(), "field-required".into()), ("email".into(), "field-email".into()), ("password".into(), "field-too-long".into())]);
        let short = AddPerson { password: Secret::new("short"), ..add("nia@hart-finch.example", Role::Clerk) };
        assert_eq!(refused(shop.owner().tries(short).await), [("password".into(), "password-too-short".into())]);
    }

    async fn a_password_is_kept_nowhere(shop: Shop) {
        shop.owner().does(add("nia@hart-finch.example", Role::Clerk)).await;
        let mut root = shop.db.root().await;
        let kept: Vec<String> = sqlx::query_scalar("SELECT CAST(reply AS CHAR) FROM idempotency WHERE reply IS NOT NULL").fetch_all(&mut root).await.unwrap();
        let audit: Vec<String> = sqlx::query_scalar("SELECT detail FROM audit").fetch_all(&mut root).await.unwrap();
        let secrets: Vec<String> = sqlx::query_scalar("SELECT secret FROM credential").fetch_all(&mut root).await.unwrap();
        assert!(kept.iter().chain(&audit).chain(&secrets).all(|text| !text.contains(PASSWORD)));
    }

    async fn the_last_owner_stays_and_nobody_shuts_themselves_out(shop: Shop) {
        let owner = shop.owner();
        for outcome in [
            refused(owner.tries(ChangeRole { person: id(&owner), role: Role::Clerk }).await),
            refused(owner.tries(DisablePerson { person: id(&owner) }).await),
            refused(owner.tries(RemovePerson { person: id(&owner) }).await),
            refused(owner.tries(ResetPassword { person: id(&owner), password: Secret::new(PASSWORD) }).await),
        ] {
            assert_eq!(outcome, conflict("person-self"));
        }
        let second = shop.another(Role::Owner).await;
        owner.does(DisablePerson { person: id(&second) }).await;
        // A shut-out owner does not count: the first is the last now. The system itself is held to that too.
        let mut system = shop.owner();
        system.actor.person = None;
        assert_eq!(refused(system.tries(RemovePerson { person: id(&owner) }).await), conflict("person-last-owner"));
        owner.does(EnablePerson { person: id(&second) }).await;
        second.does(ChangeRole { person: id(&owner), role: Role::Manager }).await;
    }

    async fn two_owners_cannot_remove_each_other_at_once(shop: Shop) {
        let (one, two) = (shop.owner(), shop.another(Role::Owner).await);
        let (a, b) = tokio::join!(one.tries(RemovePerson { person: id(&two) }), two.tries(RemovePerson { person: id(&one) }));
        assert_eq!(usize::from(a.is_ok()) + usize::from(b.is_ok()), 1, "{a:?} {b:?}");
        let mut root = shop.db.root().await;
        let owners: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM membership WHERE role = 'owner'").fetch_one(&mut root).await.unwrap();
        assert_eq!(owners, 1);
    }

    async fn being_shut_out_ends_every_session_at_once(shop: Shop) {
        let owner = shop.owner();
        let nia = owner.does(add("nia@hart-finch.example", Role::Clerk)).await.person;
        let (till, phone) = (signs_in(&shop, "nia@hart-finch.example", PASSWORD).await.unwrap(), signs_in(&shop, "nia@hart-finch.example", PASSWORD).await.unwrap());
        assert!(is_open(&shop, &till).await && is_open(&shop, &phone).await);
        owner.does(DisablePerson { person: nia }).await;
        assert!(!is_open(&shop, &till).await && !is_open(&shop, &phone).await);
        assert!(Gate::new(shop.database.clone()).member(shop.tenant, nia).await.unwrap().is_none());
        assert_eq!(signs_in(&shop, "nia@hart-finch.example", PASSWORD).await.unwrap_err().said().code, "signin-failed");
        owner.does(EnablePerson { person: nia }).await;
        let till = signs_in(&shop, "nia@hart-finch.example", PASSWORD).await.unwrap();
        owner.does(RemovePerson { person: nia }).await;
        assert!(!is_open(&shop, &till).await);
        assert_eq!(trails(&shop, nia).await, ["admin.add_person", "admin.disable_person", "admin.enable_person", "admin.remove_person"]);
    }

    async fn a_new_password_ends_the_sessions_of_the_old(shop: Shop) {
        let owner = shop.owner();
        let nia = owner.does(add("nia@hart-finch.example", Role::Clerk)).await.person;
        let till = signs_in(&shop, "nia@hart-finch.example", PASSWORD).await.unwrap();
        owner.does(ResetPassword { person: nia, password: Secret::new("another one altogether") }).await;
        assert!(!is_open(&shop, &till).await);
        signs_in(&shop, "nia@hart-finch.example", PASSWORD).await.unwrap_err();
        signs_in(&shop, "nia@hart-finch.example", "another one altogether").await.unwrap();
    }

    async fn who_works_elsewhere_keeps_their_password_and_their_other_work(shop: Shop) {
        let other = shop.neighbour().await;
        let nia = shop.owner().does(add("nia@hart-finch.example", Role::Clerk)).await.person;
        let again = other.owner().does(AddPerson { password: Secret::new("not hers at all, ever"), ..add("nia@hart-finch.example", Role::Manager) }).await;
        assert_eq!((again.person, again.is_new), (nia, false));
        let session = signs_in(&shop, "nia@hart-finch.example", PASSWORD).await.unwrap();
        let taken = other.owner().tries(ResetPassword { person: nia, password: Secret::new("mine to use from now") }).await;
        assert_eq!(refused(taken), conflict("person-elsewhere"));
        assert!(is_open(&shop, &session).await, "a refusal ends nothing");
        // Shut out there, still at work here.
        other.owner().does(DisablePerson { person: nia }).await;
        let gate = Gate::new(shop.database.clone());
        let left: Vec<_> = gate.tenants(nia).await.unwrap().into_iter().map(|(tenant, ..)| tenant).collect();
        assert_eq!(left, [shop.tenant]);
        signs_in(&shop, "nia@hart-finch.example", PASSWORD).await.unwrap();
    }

    async fn the_neighbours_people_are_nobody_here(shop: Shop) {
        let other = shop.neighbour().await;
        let theirs = id(&other.clerk());
        let owner = shop.owner();
        assert_eq!(owner.tries(ShowPerson { person: theirs }).await, Err(AppError::NotFound));
        assert_eq!(owner.tries(ChangeRole { person: theirs, role: Role::Owner }).await, Err(AppError::NotFound));
        assert_eq!(owner.tries(DisablePerson { person: theirs }).await, Err(AppError::NotFound));
        assert_eq!(owner.tries(EnablePerson { person: theirs }).await, Err(AppError::NotFound));
        assert_eq!(owner.tries(RemovePerson { person: theirs }).await, Err(AppError::NotFound));
        assert_eq!(owner.tries(ResetPassword { person: theirs, password: Secret::new(PASSWORD) }).await, Err(AppError::NotFound));
        assert!(owner.does(ListPeople::default()).await.rows.iter().all(|row| row.person != theirs));
    }
}

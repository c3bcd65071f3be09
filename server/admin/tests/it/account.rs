//! One's own account and the business's settings.

use admin_rules::{ChangePassword, ChangeSettings, EditAccount, ShowAccount, ShowSettings};
use platform::identity;
use testkit::{Person, Shop, refused};
use vocabulary::{PersonId, Role, Secret};

/// Gives a person of the testkit, who has no password, one.
async fn with_password(shop: &Shop, person: &Person, password: &str) -> PersonId {
    let id = person.actor.person.unwrap();
    let mut tx = shop.database.begin(shop.tenant).await.unwrap();
    identity::set_password(&mut tx, id, password).await.unwrap();
    tx.commit().await.unwrap();
    id
}

fn settings() -> ChangeSettings {
    ChangeSettings {
        name: String::from("Hart & Finch"),
        locale: String::from("de"),
        zone: String::from("Europe/Berlin"),
        public_base: String::from("https://id.hart-finch.example/"),
        one_person: false,
    }
}

testkit::on_both! {
    async fn one_says_how_one_is_called_and_spoken_to(shop: Shop) {
        let clerk = shop.clerk();
        clerk.does(EditAccount { name: String::from(" Priya Shah "), locale: String::from("ar"), theme: String::from("dark") }).await;
        let account = clerk.does(ShowAccount {}).await;
        assert_eq!((account.name.as_str(), account.locale.as_str(), account.theme.as_str()), ("Priya Shah", "ar", "dark"));
        assert_eq!(account.businesses.len(), 1);
        let wrong = EditAccount { name: String::new(), locale: String::from("tlh"), theme: String::from("pink") };
        let told: Vec<String> = refused(clerk.tries(wrong).await).into_iter().map(|(field, _)| field).collect();
        assert_eq!(told, ["name", "locale", "theme"]);
    }

    async fn only_who_knows_the_password_changes_it(shop: Shop) {
        let clerk = shop.clerk();
        let id = with_password(&shop, &clerk, "three blind mice run").await;
        let change = |current: &str, password: &str| ChangePassword { current: Secret::new(current), password: Secret::new(password) };
        assert_eq!(refused(clerk.tries(change("wrong", "a new one, long enough")).await), [("current".into(), "password-wrong".into())]);
        assert_eq!(refused(clerk.tries(change("three blind mice run", "short")).await), [("password".into(), "password-too-short".into())]);
        assert_eq!(refused(clerk.tries(change("three blind mice run", "three blind mice run")).await), [("password".into(), "password-same".into())]);
        clerk.does(change("three blind mice run", "a new one, long enough")).await;
        let mut tx = shop.database.begin(shop.tenant).await.unwrap();
        assert!(identity::is_password(&mut tx, id, "a new one, long enough").await.unwrap());
        assert!(!identity::is_password(&mut tx, id, "three blind mice run").await.unwrap());
    }

    async fn settings_are_kept_and_their_changes_told(shop: Shop) {
        let owner = shop.owner();
        owner.does(settings()).await;
        let kept = owner.does(ShowSettings {}).await;
        assert_eq!((kept.locale.as_str(), kept.zone.as_str(), kept.public_base.as_str()), ("de", "Europe/Berlin", "https://id.hart-finch.example"));
        let mut root = shop.db.root().await;
        let detail: String = sqlx::query_scalar("SELECT detail FROM audit WHERE entity_kind = 'tenant'").fetch_one(&mut root).await.unwrap();
        assert!(detail.contains("Europe/Berlin") && detail.contains("Europe/London"), "{detail}");
        let wrong = ChangeSettings { name: String::new(), zone: String::from("Mars/Olympus"), public_base: String::from("http://x"), ..settings() };
        let told: Vec<String> = refused(owner.tries(wrong).await).into_iter().map(|(_, code)| code).collect();
        assert_eq!(told, ["field-required", "zone-unknown", "public-base-https"]);
    }

    async fn a_manager_cannot_let_themselves_approve_their_own_counts(shop: Shop) {
        let alone = ChangeSettings { one_person: true, ..settings() };
        assert_eq!(refused(shop.manager().tries(alone.clone()).await), [("one_person".into(), "one-person-owner".into())]);
        shop.owner().does(alone.clone()).await;
        shop.manager().does(alone).await;
        assert!(shop.person(Role::Owner).does(ShowSettings {}).await.one_person);
    }
}

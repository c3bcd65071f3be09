//! Sessions: how long they hold, by browser and by token alike, and what becomes of their ids.

use chrono::{DateTime, TimeDelta, Utc};
use platform::{
    identity::{self, Gate},
    session::{PERSON, RENEWED, Sessions},
};
use std::sync::Arc;
use testkit::Shop;
use tower_sessions::{Session, session::Id};
use vocabulary::{PersonId, Role};
use wire::Gate as _;

const PASSWORD: &str = "three blind mice";

/// The session of this id as a request finds it. As the API does, without saying for how long: the store knows.
fn session(shop: &Shop, id: Option<Id>) -> Session {
    Session::new(id, Arc::new(Sessions::new(shop.database.clone())), None)
}

async fn person(shop: &Shop, id: Id) -> Option<PersonId> {
    session(shop, Some(id)).get(PERSON).await.unwrap()
}

/// The owner signs in within this session; its id then.
async fn sign_in(shop: &Shop, session: &Session) -> Id {
    let owner = shop.person(Role::Owner).actor.person.unwrap();
    let mut tx = shop.database.begin(shop.tenant).await.unwrap();
    identity::set_password(&mut tx, owner, PASSWORD).await.unwrap();
    tx.commit().await.unwrap();
    Gate::new(shop.database.clone()).sign_in(session, "owner@hart-finch.example", PASSWORD).await.unwrap();
    session.save().await.unwrap();
    session.id().unwrap()
}

/// When the only session ends, and what is kept in it.
async fn kept(shop: &Shop) -> (DateTime<Utc>, String) {
    sqlx::query_as("SELECT expires_at, CAST(data AS CHAR) FROM session").fetch_one(&mut shop.db.root().await).await.unwrap()
}

testkit::on_both! {
    async fn a_session_holds_for_twelve_hours_after_its_last_use(shop: Shop) {
        let id = sign_in(&shop, &session(&shop, None)).await;
        for _ in 0..3 {
            shop.clock.advance(TimeDelta::hours(11));
            assert!(person(&shop, id).await.is_some());
        }
        // A sweep in between takes none that holds.
        Sessions::new(shop.database.clone()).sweep().await.unwrap();
        // After a use that was not written down, because one was a moment before, it holds as long.
        shop.clock.advance(TimeDelta::minutes(4));
        assert!(person(&shop, id).await.is_some());
        shop.clock.advance(TimeDelta::hours(12));
        assert!(person(&shop, id).await.is_some());
        shop.clock.advance(TimeDelta::minutes(12 * 60 + 6));
        assert_eq!(person(&shop, id).await, None);
        assert_eq!(Sessions::new(shop.database.clone()).sweep().await.unwrap(), 1);
    }

    async fn a_use_is_written_down_every_few_minutes_alone(shop: Shop) {
        let id = sign_in(&shop, &session(&shop, None)).await;
        let (end, _) = kept(&shop).await;
        shop.clock.advance(TimeDelta::minutes(4));
        let used = session(&shop, Some(id));
        assert!(used.get::<PersonId>(PERSON).await.unwrap().is_some());
        assert_eq!((used.get::<bool>(RENEWED).await.unwrap(), kept(&shop).await.0), (None, end));
        shop.clock.advance(TimeDelta::minutes(2));
        let used = session(&shop, Some(id));
        assert_eq!(used.get::<bool>(RENEWED).await.unwrap(), Some(true), "its cookie is to be sent anew");
        let later = kept(&shop).await.0 - end;
        assert!((TimeDelta::minutes(6)..TimeDelta::minutes(7)).contains(&later), "{later}");
        // That it was put off is this request's to know and nobody's to keep.
        assert!(!used.is_modified());
        used.insert("more", 1).await.unwrap();
        used.save().await.unwrap();
        let (_, data) = kept(&shop).await;
        assert!(data.contains("more") && !data.contains(RENEWED), "{data}");
        assert_eq!(session(&shop, Some(id)).get::<bool>(RENEWED).await.unwrap(), None);
    }

    async fn who_signed_out_does_not_come_back_by_a_use(shop: Shop) {
        let id = sign_in(&shop, &session(&shop, None)).await;
        shop.clock.advance(TimeDelta::hours(1));
        session(&shop, Some(id)).flush().await.unwrap();
        assert_eq!(person(&shop, id).await, None);
        let left: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM session").fetch_one(&mut shop.db.root().await).await.unwrap();
        assert_eq!(left, 0);
    }

    async fn the_id_changes_at_sign_in(shop: Shop) {
        // One that somebody may have planted in the browser.
        let planted = session(&shop, None);
        planted.insert("before", 1).await.unwrap();
        planted.save().await.unwrap();
        let before = planted.id().unwrap();
        let visitor = session(&shop, Some(before));
        let after = sign_in(&shop, &visitor).await;
        assert_ne!(before, after);
        assert!(person(&shop, after).await.is_some());
        assert_eq!(person(&shop, before).await, None);
        assert_eq!(session(&shop, Some(before)).get::<i32>("before").await.unwrap(), None, "the old id opens nothing at all");
        // And again where somebody signs in who is signed in.
        let again = sign_in(&shop, &session(&shop, Some(after))).await;
        assert_ne!(after, again);
        assert_eq!(person(&shop, after).await, None);
    }
}

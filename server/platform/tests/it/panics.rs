//! A request that panics takes nobody along: whoever was in its group is done without it.

use platform::{Asked, Desk, Done, Handle, HandleTogether, OpError, Registry, Tx, Verdict};
use serde::{Deserialize, Serialize};
use vocabulary::{Actor, AppError, Ask, Key, Kind, Operation, Permission};

/// Told back what it was asked; thirteen panics.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Echo(u32);

impl Operation for Echo {
    type Reply = u32;
    const NAME: &'static str = "test.echo";
    const NEEDS: Permission = Permission::Count;
    const KIND: Kind = Kind::Command;
}

struct Echoes;

impl Handle<Echo> for Echoes {
    async fn handle(&self, _: &mut Tx, _: &Actor, echo: Echo) -> Result<Done<u32>, OpError> {
        assert_ne!(echo.0, 13, "on purpose");
        Ok(Done::reply(echo.0))
    }
}

impl HandleTogether<Echo> for Echoes {
    async fn handle_together(&self, _: &mut Tx, asked: &[Asked<'_, Echo>]) -> Result<Vec<Verdict<Done<u32>>>, OpError> {
        assert!(asked.iter().all(|one| one.operation.0 != 13), "on purpose");
        Ok(asked.iter().map(|one| Verdict::Done(Done::reply(one.operation.0))).collect())
    }
}

testkit::on_both! {
    async fn who_panics_in_a_group_is_told_so_and_the_others_are_done(shop: Shop) {
        let desk = Desk::new(Registry::default().together::<Echo>(Echoes), shop.database.clone());
        let actor = shop.clerk().actor;
        let all = (0..40).map(|number| desk.run(Ask::new(&actor, Key::random(), Echo(number))));
        for (number, told) in (0..).zip(futures::future::join_all(all).await) {
            match told {
                Err(AppError::Internal { .. }) => assert_eq!(number, 13),
                other => assert_eq!(other, Ok(number)),
            }
        }
    }
}

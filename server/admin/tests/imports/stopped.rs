//! A run that is cut short goes on where it stopped: nothing is lost, and nothing is done twice.

use crate::*;
use admin_rules::{Answers, ImportState, StartImport};
use platform::jobs::{JobContext, Runner, Work};
use serde_json::Value;
use std::{fmt::Write, future::Future, pin::Pin, time::Duration};

/// Dies in the middle of the run it is given, as a process does that is killed: its parts so far are written, its job
/// is held, and nobody will say how it ended.
struct Dying(Box<dyn Work>, u64);

impl Work for Dying {
    fn run<'a>(&'a self, context: &'a JobContext, payload: Value) -> Pin<Box<dyn Future<Output = Result<(), platform::OpError>> + Send + 'a>> {
        Box::pin(async move {
            let run = self.0.run(context, payload);
            match tokio::time::timeout(Duration::from_millis(self.1), run).await {
                Ok(done) => done,
                Err(_) => Err(platform::OpError::Other(anyhow::anyhow!("cut short"))),
            }
        })
    }
}

const ROWS: u32 = 2600;

testkit::on_both! {
    async fn a_run_goes_on_where_it_stopped(shop: Shop) {
        let manager = shop.manager();
        let (mut items, mut stock) = (String::from("SKU,Name,Price\n"), String::from("SKU,Store,On hand\n"));
        for n in 0..ROWS {
            writeln!(items, "S{n},Item {n},{}.50", n % 90).unwrap();
            writeln!(stock, "S{n},LONDON,{}", n % 50 + 1).unwrap();
        }
        for (name, file) in [("items.csv", &items), ("stock.csv", &stock)] {
            let checked = checks(&shop, &manager, name, file, Answers::default()).await;
            manager.does(StartImport { import: checked.id }).await;
            // Cut short again and again, a little later each time, until it is through.
            let mut cuts = 0;
            for patience in std::iter::successors(Some(150), |patience| Some(patience * 2)) {
                let runner = admin::imports::jobs(Runner::new(shop.desk.clone()));
                let runner = runner.on("admin.import_run", Dying(admin::imports::run_work(), patience));
                runner.drain().await.unwrap();
                if sees(&manager, checked.id).await.state == ImportState::Done {
                    break;
                }
                cuts += 1;
                assert!(cuts < 8, "it was given up");
                // The pause before the next try is over.
                shop.clock.advance(chrono::TimeDelta::hours(1));
            }
            let done = sees(&manager, checked.id).await;
            assert_eq!((done.state, done.tally), (ImportState::Done, checked.tally), "after {cuts} cuts");
            println!("{name}: cut short {cuts} times");
        }
        assert_eq!((shop.rows("variant").await, shop.rows("stock_balance").await), (i64::from(ROWS), i64::from(ROWS)));
        let expected: u32 = (0..ROWS).map(|n| n % 50 + 1).sum();
        assert_eq!(stock_of(&shop, shop.store).await, whole(i32::try_from(expected).unwrap()));
        shop.proves().await;
    }

    async fn what_was_put_away_writes_nothing(shop: Shop) {
        let manager = shop.manager();
        let begun = admin::imports::upload::file(&shop.desk, &manager.actor, "a.csv", std::io::Cursor::new("SKU,Name\nA,Apron\n"), Answers::default()).await.unwrap();
        manager.does(admin_rules::DiscardImport { import: begun.import }).await;
        work(&shop).await;
        assert_eq!(sees(&manager, begun.import).await.state, ImportState::Discarded);
        assert_eq!(refusal(manager.tries(StartImport { import: begun.import }).await).await, "import-not-now");
        assert_eq!((shop.rows("import_chunk").await, shop.rows("item").await), (0, 0));
    }
}

//! Tests in the trade's words, each on a database of its own, on both engines.
//!
//! ```text
//! testkit::on_both! {
//!     async fn a_sale_takes_from_the_shelf(shop: Shop) {
//!         let mug = shop.item("MUG", 5).await;
//!         …
//!         shop.proves().await;
//!     }
//! }
//! ```
//!
//! When a test is over the books of its database are proved, whatever it was about: see `after.rs`.
//!
//! `make test` starts the servers and sets `STOCKROOM_TEST_MARIADB_URL` and `STOCKROOM_TEST_MYSQL_URL`; by hand,
//! `scripts/mariadb.sh start DIR` prints the one, `scripts/mysql9.sh start DIR` the other. A test whose server is
//! missing fails: nothing is skipped.

mod after;
mod clock;
mod database;
mod line;
mod shop;

pub use after::After;
pub use clock::ManualClock;
pub use database::{Engine, TestDatabase};
pub use line::{Cut, Far, Line};
pub use shop::{Person, Shop, refused};

/// Runs a test in a shop of its own, and asks of its database what must hold when it is over.
///
/// # Panics
/// When the test does, or that does not hold.
pub async fn tries<F: Future<Output = ()>>(on: Engine, test: impl FnOnce(Shop) -> F) {
    let shop = Shop::open(on).await;
    let after = shop.after();
    Box::pin(test(shop)).await;
    after.holds().await;
}

/// Runs each test on MariaDB and on MySQL, with a [`Shop`] of its own.
#[macro_export]
macro_rules! on_both {
    ($($(#[$doc:meta])* async fn $name:ident($shop:ident: Shop) $body:block)+) => {$(
        $(#[$doc])*
        mod $name {
            #[allow(unused_imports)]
            use super::*;

            async fn test($shop: $crate::Shop) $body

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn mariadb() {
                $crate::tries($crate::Engine::MariaDb, test).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn mysql() {
                $crate::tries($crate::Engine::MySql, test).await;
            }
        }
    )+};
}

//! What each operation of a busy day costs the database, exactly: statements, rows it goes to, rows it writes. No time is
//! measured, so that it is the same on any machine (design R18). Each is one line, done for the second time, in a shop of forty
//! items: the first time makes the rows that are kept of a key from then on.
//!
//! Where an operation has come to cost another number on purpose, the failure tells the table as it should be.

use crate::{
    count::{planned, scan},
    reserve::{lost, ship, wanted},
    sell::sale,
    shift::{bin, moved},
    transfer::{receive as arrive, ship as send},
};
use chrono::TimeDelta;
use sqlx::AssertSqlSafe;
use stock_rules::{AdjustStock, ReceiveGoods, RecordScans, ReleaseReservation, ReservationKind, ReserveStock};
use testkit::{Engine, Shop};
use vocabulary::{Operation, Quantity, Reason, VariantId};

/// Statements that read or write rows, rows gone to, and rows written, changed or taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Effort {
    statements: i64,
    read: i64,
    written: i64,
}

const fn effort(statements: i64, read: i64, written: i64) -> Effort {
    Effort { statements, read, written }
}

/// The engines do not count rows alike, those of temporary tables among them; the statements are the same.
const MARIADB: [(&str, Effort); 11] = [
    ("receive", effort(18, 42, 14)),
    ("sell", effort(18, 47, 15)),
    ("adjust", effort(18, 42, 14)),
    ("move", effort(20, 48, 16)),
    ("hold", effort(11, 18, 8)),
    ("release", effort(13, 22, 8)),
    ("ship", effort(27, 74, 20)),
    ("expire", effort(9, 29, 8)),
    ("send", effort(23, 80, 21)),
    ("take in", effort(20, 42, 21)),
    ("scan", effort(17, 28, 7)),
];

const MYSQL: [(&str, Effort); 11] = [
    ("receive", effort(18, 27, 17)),
    ("sell", effort(18, 29, 18)),
    ("adjust", effort(18, 27, 17)),
    ("move", effort(20, 33, 20)),
    ("hold", effort(11, 20, 13)),
    ("release", effort(13, 23, 13)),
    ("ship", effort(27, 54, 28)),
    ("expire", effort(9, 32, 19)),
    ("send", effort(23, 55, 27)),
    ("take in", effort(20, 37, 26)),
    ("scan", effort(17, 31, 7)),
];

/// A shop, and what its operations cost.
struct Till {
    shop: Shop,
    taken: Vec<(&'static str, Effort)>,
}

impl Till {
    async fn account(&self) -> Effort {
        let mut tx = self.shop.database.begin(self.shop.tenant).await.unwrap();
        let status = "SHOW SESSION STATUS WHERE Variable_name LIKE 'Handler\\_read\\_%' OR Variable_name IN ('Handler_write', 'Handler_update', \
                      'Handler_delete', 'Com_select', 'Com_insert', 'Com_update', 'Com_delete')";
        let counters: Vec<(String, String)> = sqlx::query_as(status).fetch_all(tx.conn()).await.unwrap();
        tx.rollback().await.unwrap();
        let sum = |begins: &[&str]| {
            let ours = counters.iter().filter(|(name, _)| begins.iter().any(|begins| name.starts_with(begins)));
            ours.map(|(_, value)| value.parse::<i64>().unwrap()).sum()
        };
        effort(sum(&["Com_"]), sum(&["Handler_read"]), sum(&["Handler_write", "Handler_update", "Handler_delete"]))
    }

    /// Does it twice, and notes what the second time cost.
    async fn does<O: Operation>(&mut self, name: &'static str, [first, second]: [O; 2]) -> [O::Reply; 2] {
        let first = self.shop.manager().does(first).await;
        let before = self.before().await;
        let second = self.shop.manager().does(second).await;
        self.note(name, before).await;
        [first, second]
    }

    /// The account, and what it costs to ask for it.
    async fn before(&self) -> (Effort, Effort) {
        (self.account().await, self.account().await)
    }

    async fn note(&mut self, name: &'static str, (first, second): (Effort, Effort)) {
        let third = self.account().await;
        let cost = |of: fn(&Effort) -> i64| of(&third) - of(&second) - (of(&second) - of(&first));
        self.taken.push((name, effort(cost(|cost| cost.statements), cost(|cost| cost.read), cost(|cost| cost.written))));
    }
}

fn receipt(shop: &Shop, variant: VariantId) -> ReceiveGoods {
    shop.receipt(variant, 3)
}

fn promise(shop: &Shop, variant: VariantId) -> ReserveStock {
    wanted(ReservationKind::Hold, &[(variant, 1, Some(shop.store))])
}

fn found(shop: &Shop, variant: VariantId) -> AdjustStock {
    AdjustStock { change: Some(Quantity::ONE), reason: Reason::Found, ..lost(shop, variant, 1) }
}

async fn busy_day(shop: Shop) -> Vec<(&'static str, Effort)> {
    let shop = shop.on_one_connection();
    let mut items = Vec::new();
    for at in 0..40 {
        items.push(shop.stocked(&format!("I{at:02}"), 50).await);
    }
    let back = bin(&shop, "BACK").await;
    let count = planned(&shop).await;
    analyze(&shop).await;
    let mug = items[0];
    let mut till = Till { shop, taken: Vec::new() };
    till.does("receive", [(); 2].map(|()| receipt(&till.shop, mug))).await;
    till.does("sell", [(); 2].map(|()| sale(&till.shop, &[(mug, "1")]))).await;
    till.does("adjust", [(); 2].map(|()| found(&till.shop, mug))).await;
    till.does("move", [(); 2].map(|()| moved(&till.shop, till.shop.floor, back, mug, "1"))).await;
    let holds = till.does("hold", [(); 2].map(|()| promise(&till.shop, mug))).await.map(|reply| reply.reserved.unwrap());
    till.does("release", holds.map(|held| ReleaseReservation { reservation: held.reservation, fence: held.fence })).await;
    let mut ships = Vec::new();
    for _ in 0..2 {
        ships.push(ship(&till.shop.manager().does(promise(&till.shop, mug)).await.reserved.unwrap()));
    }
    till.does("ship", <[_; 2]>::try_from(ships).unwrap()).await;
    for _ in 0..2 {
        till.shop.manager().does(promise(&till.shop, mug)).await;
        till.shop.clock.advance(TimeDelta::minutes(16));
        let before = till.before().await;
        stock::sweep(&till.shop.desk, till.shop.tenant).await.unwrap();
        till.note("expire", before).await;
    }
    let first = till.taken.len() - 2;
    till.taken.remove(first);
    let sent = till.does("send", [(); 2].map(|()| send(&till.shop, &[(mug, "1")]))).await;
    till.does("take in", sent.map(|sent| arrive(sent.transfer, &[(0, "1", "0")], false))).await;
    till.does("scan", [(); 2].map(|()| RecordScans { count, scans: vec![scan(&till.shop, "I01", 1)], sent_at: None })).await;
    till.shop.proves().await;
    till.taken
}

/// Takes the statistics that plans are made by.
async fn analyze(shop: &Shop) {
    let mut root = shop.db.root().await;
    let tables: Vec<String> = sqlx::query_scalar("SELECT CAST(table_name AS CHAR) FROM information_schema.tables WHERE table_schema = DATABASE()")
        .fetch_all(&mut root)
        .await
        .unwrap();
    for table in tables {
        sqlx::raw_sql(AssertSqlSafe(format!("ANALYZE TABLE `{table}`"))).fetch_all(&mut root).await.unwrap();
    }
}

fn holds_to(taken: &[(&'static str, Effort)], table: &[(&str, Effort)]) {
    let line =
        |(name, Effort { statements, read, written }): &(&str, Effort)| format!("    (\"{name}\", effort({statements}, {read}, {written})),\n");
    assert!(taken == table, "what operations cost has changed; it is now\n{}", taken.iter().map(line).collect::<String>());
}

testkit::on_both! {
    async fn what_an_operation_costs_is_exact(shop: Shop) {
        let table = match shop.db.engine {
            Engine::MariaDb => MARIADB,
            Engine::MySql => MYSQL,
        };
        holds_to(&busy_day(shop).await, &table);
    }
}

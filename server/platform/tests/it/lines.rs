//! The desk's log: one line of each operation, whichever door it came by and however it ended.

use sqlx::Executor;
use std::{
    cell::RefCell,
    collections::BTreeMap,
    fmt::Debug,
    sync::{Arc, Once},
};
use stock_rules::ListStores;
use testkit::{Engine, Shop};
use tracing::{
    Event, Metadata, Subscriber,
    field::{Field, Visit},
    span::{Attributes, Id, Record},
};
use vocabulary::{AppError, Ask, Key, VariantId};

type Line = BTreeMap<&'static str, String>;

thread_local! {
    /// The lines of this thread that tell of an operation, by field.
    static HEARD: RefCell<Vec<Line>> = const { RefCell::new(Vec::new()) };
}

/// Hears all threads, each for itself, from the first that listens to the end of the process. One that came and went
/// with a test would leave lines unheard: a place in the code that first speaks in the moment between two listeners is
/// noted as one that nobody wants to hear.
struct Lines;

impl Lines {
    fn listen() -> Self {
        static ONCE: Once = Once::new();
        ONCE.call_once(|| tracing::subscriber::set_global_default(Self).unwrap());
        tracing::callsite::rebuild_interest_cache();
        HEARD.take();
        Self
    }

    /// What this thread said since, of each line its operation, level, outcome and attempts.
    fn take(&self) -> Vec<String> {
        let of = |line: &Line, name| line.get(name).cloned().unwrap_or_default();
        let heard = HEARD.take();
        heard.iter().map(|line| format!("{} {} {} {}", of(line, "level"), of(line, "operation"), of(line, "outcome"), of(line, "attempts"))).collect()
    }
}

struct Fields(BTreeMap<&'static str, String>);

impl Visit for Fields {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.0.insert(field.name(), format!("{value:?}"));
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.name(), value.to_owned());
    }
}

impl Subscriber for Lines {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        *metadata.level() <= tracing::Level::INFO
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut fields = Fields(BTreeMap::from([("level", event.metadata().level().to_string())]));
        event.record(&mut fields);
        if fields.0.contains_key("operation") {
            HEARD.with_borrow_mut(|heard| heard.push(fields.0));
        }
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

/// Each on one thread, so that what is listened to is all there is.
async fn one_line_each(engine: Engine) {
    let shop = Shop::open(engine).await;
    let mug = shop.item("MUG").await;
    let lines = Lines::listen();
    let pages = wire::Desk::new(Arc::new(shop.desk.clone()));
    let (clerk, manager) = (shop.clerk().actor, shop.manager().actor);
    // Done, as a command and as a question.
    shop.desk.run(Ask::new(&manager, Key::random(), shop.receipt(mug, 5))).await.unwrap();
    assert_eq!(lines.take(), ["INFO stock.receive_goods done 1"]);
    pages.ask(&clerk, ListStores::default()).await.unwrap();
    assert_eq!(lines.take(), ["INFO stock.list_stores done 1"]);
    // Refused by a rule.
    shop.desk.run(Ask::new(&manager, Key::random(), shop.receipt(VariantId::new(), 5))).await.unwrap_err();
    assert_eq!(lines.take(), ["INFO stock.receive_goods refused 1"]);
    // Not permitted: by the command line's door, and by that of pages and the API.
    let forbidden = || admin_rules::ProveBooks::default();
    assert_eq!(shop.desk.run(Ask::new(&clerk, Key::random(), forbidden())).await.unwrap_err(), AppError::Forbidden);
    assert_eq!(lines.take(), ["INFO admin.prove_books refused 0"]);
    assert_eq!(pages.run(Ask::new(&clerk, Key::random(), forbidden())).await.unwrap_err(), AppError::Forbidden);
    assert_eq!(lines.take(), ["INFO admin.prove_books refused 0"]);
    // Failed: one line still, with the cause beside the reference that was told.
    shop.db.root().await.execute("RENAME TABLE store TO elsewhere").await.unwrap();
    let failed = pages.ask(&manager, ListStores::default()).await.unwrap_err();
    let AppError::Internal { reference } = failed else { panic!("{failed:?}") };
    let heard = HEARD.with_borrow(Clone::clone);
    assert!(heard[0]["cause"].contains("store") && heard[0]["refused"].contains(&reference), "{heard:?}");
    assert_eq!(lines.take(), ["ERROR stock.list_stores failed 1"]);
}

#[tokio::test]
async fn one_line_each_mariadb() {
    one_line_each(Engine::MariaDb).await;
}

#[tokio::test]
async fn one_line_each_mysql() {
    one_line_each(Engine::MySql).await;
}

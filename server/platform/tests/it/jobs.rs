//! The queue: what fails, what falls silent, who takes what, and what waits for what.

use chrono::{DateTime, TimeDelta, Utc};
use platform::{
    Database, OpError, housekeeping,
    identity::Gate,
    jobs::{self, JobContext, NewJob, Runner, Work, enqueue},
    registry::BoxFuture,
};
use serde_json::{Value, json};
use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::Duration,
};
use testkit::Shop;
use tokio::sync::{Notify, Semaphore, watch};
use vocabulary::{AppError, JobId, TenantId};

/// Notes each run's payload, and ends it as it was told to.
#[derive(Clone, Default)]
struct Noted {
    runs: Arc<Mutex<Vec<Value>>>,
    fails: bool,
    refuses: bool,
    unwanted: Arc<AtomicBool>,
}

impl Noted {
    fn runs(&self) -> usize {
        self.runs.lock().unwrap().len()
    }
}

impl Work for Noted {
    fn run<'a>(&'a self, _: &'a JobContext, payload: Value) -> BoxFuture<'a, Result<(), OpError>> {
        Box::pin(async move {
            // Long enough for another to come in between.
            tokio::time::sleep(Duration::from_millis(2)).await;
            self.runs.lock().unwrap().push(payload);
            match self {
                Self { fails: true, .. } => Err(OpError::Other(anyhow::anyhow!("it never works"))),
                Self { refuses: true, .. } => Err(AppError::NotFound.into()),
                _ => Ok(()),
            }
        })
    }

    fn is_wanted<'a>(&'a self, _: &'a Database, _: TenantId) -> BoxFuture<'a, Result<bool, OpError>> {
        Box::pin(async { Ok(!self.unwanted.load(Ordering::SeqCst)) })
    }
}

/// Begins, and does not end before it is let.
#[derive(Clone)]
struct Held {
    begun: Arc<Notify>,
    count: Arc<AtomicUsize>,
    let_go: Arc<Semaphore>,
}

impl Default for Held {
    fn default() -> Self {
        Self { begun: Arc::default(), count: Arc::default(), let_go: Arc::new(Semaphore::new(0)) }
    }
}

impl Work for Held {
    fn run<'a>(&'a self, _: &'a JobContext, _: Value) -> BoxFuture<'a, Result<(), OpError>> {
        Box::pin(async move {
            self.count.fetch_add(1, Ordering::SeqCst);
            self.begun.notify_one();
            let _ = self.let_go.acquire().await;
            Ok(())
        })
    }
}

async fn queue(shop: &Shop, job: NewJob) -> Option<JobId> {
    let mut tx = shop.database.begin(shop.tenant).await.unwrap();
    let id = enqueue(&mut tx, job).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// State, tries, when it is due, and what the last try came to.
async fn look(shop: &Shop, id: JobId) -> (u8, i32, DateTime<Utc>, String) {
    let mut tx = shop.database.begin_read(shop.tenant).await.unwrap();
    let row = sqlx::query_as("SELECT state, attempts, run_at, last_error FROM job WHERE tenant_id = ? AND id = ?")
        .bind(shop.tenant.0)
        .bind(id.0)
        .fetch_one(tx.conn())
        .await
        .unwrap();
    tx.commit().await.unwrap();
    row
}

/// Waits for what must come about within seconds.
async fn until(what: &str, mut came: impl FnMut() -> bool) {
    for _ in 0..600 {
        if came() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    panic!("it did not come about: {what}");
}

const WAITING: u8 = 0;
const RUNNING: u8 = 1;
const DONE: u8 = 2;
const DEAD: u8 = 3;

testkit::on_both! {
    async fn what_fails_rests_longer_each_time_and_is_then_given_up(shop: Shop) {
        let work = Noted { fails: true, ..Noted::default() };
        let runner = Runner::new(shop.desk.clone()).on("test.fails", work.clone());
        let id = queue(&shop, NewJob { max_attempts: 4, ..NewJob::new("test.fails", Value::Null) }).await.unwrap();
        let mut rests = Vec::new();
        for tries in 1..4 {
            runner.drain().await.unwrap();
            // Not due before its rest is over.
            runner.drain().await.unwrap();
            let (state, attempts, run_at, error) = look(&shop, id).await;
            assert_eq!((state, attempts, work.runs()), (WAITING, tries, usize::try_from(tries).unwrap()));
            assert!(error.contains("it never works"), "{error}");
            // The clock has gone on a few milliseconds since.
            let rest = run_at - shop.database.now();
            rests.push((rest + TimeDelta::milliseconds(500)).num_seconds());
            shop.clock.advance(rest);
        }
        assert_eq!(rests, [2, 4, 8]);
        runner.drain().await.unwrap();
        let (state, attempts, _, error) = look(&shop, id).await;
        assert_eq!((state, attempts), (DEAD, 4));
        assert!(error.contains("it never works"), "{error}");
        shop.clock.advance(TimeDelta::days(1));
        runner.drain().await.unwrap();
        assert_eq!(work.runs(), 4);
    }

    async fn what_falls_silent_each_time_is_given_up_as_well(shop: Shop) {
        let held = Held::default();
        let runner = Runner::new(shop.desk.clone()).on("test.silent", held.clone());
        let id = queue(&shop, NewJob { max_attempts: 3, ..NewJob::new("test.silent", Value::Null) }).await.unwrap();
        for tries in 1..=3 {
            // Its process dies: nobody renews the lease, nobody says how it ended.
            tokio::select! {
                _ = runner.drain() => panic!("it ended"),
                () = held.begun.notified() => {}
            }
            assert_eq!(look(&shop, id).await.1, tries);
            // While the lease holds nobody else takes it.
            runner.drain().await.unwrap();
            assert_eq!(look(&shop, id).await.0, RUNNING);
            shop.clock.advance(TimeDelta::seconds(31));
        }
        runner.drain().await.unwrap();
        let (state, attempts, _, error) = look(&shop, id).await;
        assert_eq!((state, attempts, held.count.load(Ordering::SeqCst)), (DEAD, 3, 3));
        assert_eq!(error, "the process that ran it fell silent, on try 3 of 3");
        shop.clock.advance(TimeDelta::days(1));
        runner.drain().await.unwrap();
        assert_eq!(held.count.load(Ordering::SeqCst), 3);
    }

    /// A process that sleeps through its lease comes to itself and says how the job ended: that is another's to say by now.
    async fn who_has_lost_a_job_does_not_finish_it(shop: Shop) {
        let (slow, again) = (Held::default(), Noted { refuses: true, ..Noted::default() });
        let id = queue(&shop, NewJob::new("test.slow", Value::Null)).await.unwrap();
        let first = Runner::new(shop.desk.clone()).on("test.slow", slow.clone());
        let first = tokio::spawn(async move { first.drain().await });
        slow.begun.notified().await;
        shop.clock.advance(TimeDelta::seconds(31));
        Runner::new(shop.desk.clone()).on("test.slow", again.clone()).drain().await.unwrap();
        assert_eq!(look(&shop, id).await.0, DEAD);
        slow.let_go.add_permits(1);
        first.await.unwrap().unwrap();
        assert_eq!((look(&shop, id).await.0, again.runs()), (DEAD, 1));
    }

    async fn no_two_runners_take_the_same_job(shop: Shop) {
        const JOBS: u64 = 60;
        let neighbour = shop.neighbour().await;
        for n in 0..JOBS {
            queue(if n % 3 == 0 { &neighbour } else { &shop }, NewJob::new("test.counts", json!(n))).await.unwrap();
        }
        let work = Noted::default();
        // Each with connections of its own, as processes have.
        let mut runners = tokio::task::JoinSet::new();
        for _ in 0..4 {
            let runner = Runner::new(shop.desk_at(shop.db.url())).on("test.counts", work.clone());
            runners.spawn(async move { runner.drain().await.unwrap() });
        }
        runners.join_all().await;
        let mut taken: Vec<u64> = work.runs.lock().unwrap().iter().map(|n| n.as_u64().unwrap()).collect();
        taken.sort_unstable();
        assert_eq!(taken, (0..JOBS).collect::<Vec<_>>());
        let once: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM job WHERE state = ? AND attempts = 1 AND epoch = 1").bind(DONE).fetch_one(&mut shop.db.root().await).await.unwrap();
        assert_eq!(once, i64::try_from(JOBS).unwrap());
    }

    async fn a_word_is_queued_once_while_it_waits(shop: Shop) {
        let neighbour = shop.neighbour().await;
        let job = |kind| NewJob::new(kind, Value::Null).once("books");
        assert!(queue(&shop, job("test.a")).await.is_some());
        assert!(queue(&shop, job("test.a")).await.is_none());
        // Another kind's word and another tenant's are their own.
        assert!(queue(&shop, job("test.b")).await.is_some());
        assert!(queue(&neighbour, job("test.a")).await.is_some());
        let work = Noted::default();
        Runner::new(shop.desk.clone()).on("test.a", work.clone()).drain().await.unwrap();
        assert_eq!(work.runs(), 2, "a kind that nobody here knows is left to who does");
        // Done, it may be asked for again; failed and waiting for its next try, not.
        assert!(queue(&shop, job("test.a")).await.is_some());
        Runner::new(shop.desk.clone()).on("test.a", Noted { fails: true, ..Noted::default() }).drain().await.unwrap();
        assert!(queue(&shop, job("test.a")).await.is_none());
    }

    async fn the_clock_queues_for_every_tenant_what_is_wanted(shop: Shop) {
        let _neighbour = shop.neighbour().await;
        let (often, seldom, never) = (Noted::default(), Noted::default(), Noted::default());
        never.unwanted.store(true, Ordering::SeqCst);
        let runner = Runner::new(shop.desk.clone())
            .on("test.often", often.clone())
            .on("test.seldom", seldom.clone())
            .on("test.never", never.clone())
            .every(Duration::from_millis(100), "test.often")
            .every(Duration::from_secs(3600), "test.seldom")
            .every(Duration::from_millis(100), "test.never");
        let (stop, stopped) = watch::channel(false);
        let running = tokio::spawn(Arc::new(runner).run(stopped));
        until("what comes round often runs for both tenants again and again", || often.runs() >= 6).await;
        stop.send(true).unwrap();
        running.await.unwrap();
        assert_eq!((seldom.runs(), never.runs()), (2, 0));
        // What is drained by hand runs what is queued, and queues nothing.
        let (before, runner) = (often.runs(), Runner::new(shop.desk.clone()).on("test.seldom", seldom.clone()).every(Duration::from_millis(1), "test.seldom"));
        runner.drain().await.unwrap();
        assert_eq!((often.runs(), seldom.runs()), (before, 2));
    }

    async fn nothing_short_waits_behind_something_long(shop: Shop) {
        let neighbour = shop.neighbour().await;
        let (long, short) = (Held::default(), Noted::default());
        let first = queue(&shop, NewJob::new("test.long", Value::Null)).await.unwrap();
        shop.clock.advance(TimeDelta::seconds(1));
        let second = queue(&shop, NewJob::new("test.long", Value::Null)).await.unwrap();
        let theirs = queue(&neighbour, NewJob::new("test.long", Value::Null)).await.unwrap();
        let runner = Runner::new(shop.desk.clone())
            .on("test.long", long.clone())
            .on("test.short", short.clone())
            .every(Duration::from_millis(100), "test.short");
        let (stop, stopped) = watch::channel(false);
        let running = tokio::spawn(Arc::new(runner).run(stopped));
        until("each tenant's first long one runs", || long.count.load(Ordering::SeqCst) == 2).await;
        let seen = short.runs();
        until("short ones go on", || short.runs() >= seen + 4).await;
        // What one tenant asked for is done one after another.
        assert_eq!((look(&shop, first).await.0, look(&shop, second).await.0, look(&neighbour, theirs).await.0), (RUNNING, WAITING, RUNNING));
        // Asked to stop it begins nothing any more, and finishes what it has begun.
        stop.send(true).unwrap();
        tokio::time::sleep(Duration::from_millis(700)).await;
        assert!(!running.is_finished());
        let seen = short.runs();
        long.let_go.add_permits(10);
        running.await.unwrap();
        assert_eq!((look(&shop, first).await.0, look(&shop, second).await.0, look(&neighbour, theirs).await.0), (DONE, WAITING, DONE));
        assert_eq!((short.runs(), long.count.load(Ordering::SeqCst)), (seen, 2));
    }

    async fn what_was_given_up_is_listed_put_back_and_at_last_forgotten(shop: Shop) {
        let neighbour = shop.neighbour().await;
        // What the asker got wrong is given up at once.
        let wrong = Noted { refuses: true, ..Noted::default() };
        let runner = Runner::new(shop.desk.clone()).on("test.wrong", wrong.clone()).on("test.clock", wrong.clone()).every(Duration::from_secs(1), "test.clock");
        assert_eq!(runner.asked().collect::<Vec<_>>(), ["test.wrong"]);
        let id = queue(&shop, NewJob::new("test.wrong", Value::Null)).await.unwrap();
        let by_clock = queue(&shop, NewJob::new("test.clock", Value::Null)).await.unwrap();
        queue(&neighbour, NewJob::new("test.wrong", Value::Null)).await.unwrap();
        runner.drain().await.unwrap();
        let dead = jobs::dead(&shop.database, shop.tenant, Some("test.wrong")).await.unwrap();
        assert_eq!(dead.iter().map(|dead| (dead.job, dead.attempts)).collect::<Vec<_>>(), [(id, 1)]);
        assert!(dead[0].error.contains("not-found"), "{dead:?}");
        assert_eq!(jobs::dead(&shop.database, shop.tenant, None).await.unwrap().len(), 2);
        // Put back by its id, and by its kind; never another tenant's, nor what comes round by itself.
        let asked = runner.asked().collect::<Vec<_>>();
        assert_eq!(jobs::requeue(&shop.database, neighbour.tenant, Some(id), &asked).await.unwrap(), 0);
        assert_eq!(jobs::requeue(&shop.database, shop.tenant, Some(by_clock), &asked).await.unwrap(), 0);
        assert_eq!(jobs::requeue(&shop.database, shop.tenant, Some(id), &asked).await.unwrap(), 1);
        assert_eq!((look(&shop, id).await.0, look(&shop, id).await.1), (WAITING, 0));
        runner.drain().await.unwrap();
        assert_eq!((look(&shop, id).await.0, wrong.runs()), (DEAD, 4));
        assert_eq!(jobs::requeue(&shop.database, shop.tenant, None, &asked).await.unwrap(), 1);
        let mended = Noted::default();
        Runner::new(shop.desk.clone()).on("test.wrong", mended.clone()).drain().await.unwrap();
        assert_eq!((look(&shop, id).await.0, mended.runs()), (DONE, 1));
        // The sweep takes the done after a week and the dead after thirty days.
        let sweep = |shop: &Shop| {
            let (desk, gate, key) = (shop.desk.clone(), Gate::new(shop.database.clone()), shop.seal_key.clone());
            async move { housekeeping::jobs(Runner::new(desk), gate.sessions(), key).drain().await.unwrap() }
        };
        for (days, left) in [(6, vec![by_clock, id]), (2, vec![by_clock]), (21, vec![by_clock]), (2, vec![])] {
            shop.clock.advance(TimeDelta::days(days));
            queue(&shop, NewJob::new("platform.sweep", Value::Null)).await.unwrap();
            sweep(&shop).await;
            let mut kept: Vec<JobId> = sqlx::query_scalar::<_, uuid::Uuid>("SELECT id FROM job WHERE tenant_id = ? AND kind LIKE 'test.%'")
                .bind(shop.tenant.0)
                .fetch_all(&mut shop.db.root().await)
                .await
                .unwrap()
                .into_iter()
                .map(JobId)
                .collect();
            kept.sort_by_key(|job| *job != by_clock);
            assert_eq!(kept, left, "after {days} more days");
        }
    }
}

//! The one desk. It alone authorises, scopes to the tenant, deduplicates, opens the transaction, runs the handler,
//! writes audit and outbox rows, commits, retries, and logs one line.

mod together;
mod turns;

use crate::{
    audit::{self, Deed},
    db::Database,
    error::{OpError, Remedy, is_lock_wait, remedy},
    idempotency::{self, Claim},
    lanes::Lanes,
    outbox,
    registry::{BoxFuture, Registry, Slot},
    sabotage::{self, Fault},
};
use rand::Rng;
use sha2::{Digest, Sha256};
use std::{
    any::{Any, TypeId},
    sync::Arc,
    time::{Duration, Instant},
};
use turns::Turns;
use vocabulary::{Actor, AppError, Ask, Key, Kind, Operation, Permission};

/// How often a command is tried in all.
const ATTEMPTS: u32 = 6;
/// How long a command may take, retries included.
const DEADLINE: Duration = Duration::from_secs(8);

/// Cheap to clone; one per process.
#[derive(Clone)]
pub struct Desk(Arc<Inner>);

struct Inner {
    registry: Registry,
    database: Database,
    lanes: Lanes<together::LaneKey, together::Waiting>,
    writing: Turns,
    reading: Turns,
}

/// An operation whose type has been put aside so that one loop serves all.
struct Request {
    name: &'static str,
    id: TypeId,
    kind: Kind,
    actor: Actor,
    key: Key,
    operation: Box<dyn Any + Send + Sync>,
}

impl Desk {
    #[must_use]
    pub fn new(registry: Registry, database: Database) -> Self {
        let (writing, reading) = (Turns::of(&database), Turns::of(&database));
        Self(Arc::new(Inner { registry, database, lanes: Lanes::default(), writing, reading }))
    }

    #[must_use]
    pub fn database(&self) -> &Database {
        &self.0.database
    }

    /// The names of all operations answered here.
    #[must_use]
    pub fn operations(&self) -> &[&'static str] {
        self.0.registry.names()
    }

    /// Answers an operation.
    ///
    /// # Errors
    /// What the asker is to be told.
    pub async fn run<O: Operation>(&self, ask: Ask<O>) -> Result<O::Reply, AppError> {
        let request =
            Request { name: O::NAME, id: TypeId::of::<O>(), kind: O::KIND, actor: ask.actor, key: ask.key, operation: Box::new(ask.operation) };
        let reply = self.admit(request, O::NEEDS).await?;
        reply.downcast::<O::Reply>().map(|reply| *reply).map_err(|_| AppError::Internal { reference: String::from("reply-type") })
    }

    /// Every door's way in: whoever may not is told so, and the log as well.
    fn admit(&self, request: Request, needs: Permission) -> BoxFuture<'_, Result<Box<dyn Any + Send>, AppError>> {
        if !request.actor.may(needs) && !sabotage::on(Fault::PermissionSkipped) {
            Line::of(&request).write(0, Some(&Refusal::from(AppError::Forbidden)));
            return Box::pin(async { Err(AppError::Forbidden) });
        }
        self.dispatch(request)
    }

    /// A command runs on a task of its own: a client that hangs up must neither cut a transaction in two nor leave its
    /// connection inside one.
    fn dispatch(&self, request: Request) -> BoxFuture<'_, Result<Box<dyn Any + Send>, AppError>> {
        let desk = self.clone();
        if request.kind == Kind::Command && self.slot(&request).is_ok_and(Slot::groups) {
            return Box::pin(async move { desk.answer_together(request).await });
        }
        let line = Line::of(&request);
        Box::pin(async move {
            let work = async move { desk.serve(&request).await };
            let (attempts, outcome) =
                tokio::spawn(work).await.unwrap_or_else(|panic| (1, Err(Refusal::internal(&anyhow::anyhow!("panicked: {panic}")))));
            line.write(attempts, outcome.as_ref().err());
            outcome.map_err(|refusal| refusal.told)
        })
    }

    /// The reply, or what is told in its place, and at which attempt.
    async fn serve(&self, request: &Request) -> (u32, Result<Box<dyn Any + Send>, Refusal>) {
        let started = Instant::now();
        let mut attempt = 1;
        let outcome = loop {
            let outcome = match request.kind {
                Kind::Query => self.query(request).await,
                Kind::Command => self.command(request).await,
            };
            let again = match &outcome {
                Err(OpError::Db(error)) => remedy(error) != Remedy::Final,
                Err(error) => matches!(error, OpError::Again),
                Ok(_) => false,
            };
            if !again || sabotage::on(Fault::RetryGivenUp) || attempt == ATTEMPTS || started.elapsed() > DEADLINE {
                break outcome;
            }
            if let Err(OpError::Db(error)) = &outcome {
                self.0.database.doubts(error);
            }
            // Full jitter, so that two that met do not meet again.
            let most = 10u64 << attempt.min(5);
            let pause = rand::thread_rng().gen_range(5..=most);
            tokio::time::sleep(Duration::from_millis(pause)).await;
            attempt += 1;
        };
        (attempt, outcome.map_err(Refusal::from))
    }

    fn slot(&self, request: &Request) -> Result<&dyn Slot, OpError> {
        Ok(self.0.registry.slot(request.id).ok_or_else(|| anyhow::anyhow!("{} has no handler", request.name))?)
    }

    async fn query(&self, request: &Request) -> Result<Box<dyn Any + Send>, OpError> {
        let slot = self.slot(request)?;
        let _turn = self.0.reading.take(request.actor.tenant).await?;
        let mut tx = self.0.database.begin_read(request.actor.tenant).await?;
        match slot.call(&mut tx, &request.actor, request.operation.as_ref()).await {
            Ok(answer) => {
                tx.commit().await?;
                Ok(answer.reply)
            }
            Err(error @ OpError::App(_)) => {
                tx.rollback().await?;
                Err(error)
            }
            Err(error) => Err(error),
        }
    }

    async fn command(&self, request: &Request) -> Result<Box<dyn Any + Send>, OpError> {
        let slot = self.slot(request)?;
        let hash = fingerprint(request.name, &request.actor, &slot.fingerprint(request.operation.as_ref())?);
        let _turn = self.0.writing.take(request.actor.tenant).await?;
        let mut tx = self.0.database.begin(request.actor.tenant).await?;
        match idempotency::claim(&mut tx, &request.key, &hash).await? {
            Claim::Replay(stored) => {
                tx.rollback().await?;
                slot.revive(stored)
            }
            Claim::Fresh => {
                let answer = match slot.call(&mut tx, &request.actor, request.operation.as_ref()).await {
                    Ok(answer) => answer,
                    Err(error) => {
                        // Any error undoes everything: a lock that was not had in time undoes only its statement.
                        let lock_wait = matches!(&error, OpError::Db(error) if is_lock_wait(error));
                        if sabotage::on(Fault::CommitAfterError) || lock_wait && sabotage::on(Fault::CommitAfterLockTimeout) {
                            tx.commit().await?
                        } else {
                            tx.rollback().await?
                        };
                        return Err(error);
                    }
                };
                let deed = Deed { actor: &request.actor, operation: request.name, trails: answer.trails };
                audit::write(&mut tx, vec![deed]).await?;
                outbox::write(&mut tx, &answer.events).await?;
                idempotency::keep(&mut tx, &request.key, &answer.stored).await?;
                tx.commit().await?;
                Ok(answer.reply)
            }
        }
    }
}

/// What makes two requests the same: the operation, who asks, and every value in it.
fn fingerprint(name: &str, actor: &Actor, operation: &[u8]) -> [u8; 32] {
    let person = actor.person.map(|person| *person.0.as_bytes()).unwrap_or_default();
    Sha256::new().chain_update(name.as_bytes()).chain_update([0]).chain_update(person).chain_update(operation).finalize().into()
}

/// What the asker hears of an error, and what the log is told beside it.
struct Refusal {
    told: AppError,
    /// Under the reference in what is told, where there is one.
    cause: Option<String>,
}

impl From<AppError> for Refusal {
    fn from(told: AppError) -> Self {
        Self { told, cause: None }
    }
}

impl From<OpError> for Refusal {
    fn from(error: OpError) -> Self {
        match error {
            OpError::App(error) => error.into(),
            OpError::Db(error) if matches!(error, sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed) || remedy(&error) != Remedy::Final => {
                Self { told: AppError::Unavailable, cause: Some(error.to_string()) }
            }
            OpError::Db(error) => Self::internal(&anyhow::Error::new(error)),
            OpError::Other(error) => Self::internal(&error),
            OpError::Again => Self { told: AppError::Unavailable, cause: Some(error.to_string()) },
        }
    }
}

impl Refusal {
    fn internal(cause: &anyhow::Error) -> Self {
        let reference = uuid::Uuid::now_v7().simple().to_string().split_off(20);
        Self { told: AppError::Internal { reference }, cause: Some(format!("{cause:#}")) }
    }
}

/// The one line that tells of an operation, however it ends.
struct Line {
    operation: &'static str,
    tenant: i64,
    door: &'static str,
    role: &'static str,
    started: Instant,
}

impl Line {
    fn of(request: &Request) -> Self {
        let Actor { tenant, door, role, .. } = &request.actor;
        Self { operation: request.name, tenant: tenant.0, door: door.tag(), role: role.tag(), started: Instant::now() }
    }

    /// `attempts`: nought, when it was not tried at all.
    fn write(&self, attempts: u32, refusal: Option<&Refusal>) {
        let duration_ms = u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX);
        let refused = refusal.map(|refusal| tracing::field::display(&refusal.told));
        let cause = refusal.and_then(|refusal| refusal.cause.as_deref());
        macro_rules! line {
            ($level:ident, $outcome:literal) => {
                tracing::$level!(
                    operation = self.operation,
                    tenant.id = self.tenant,
                    door = self.door,
                    role = self.role,
                    attempts,
                    duration_ms,
                    outcome = $outcome,
                    refused,
                    cause,
                    "{}",
                    self.operation
                )
            };
        }
        match refusal.map(|refusal| &refusal.told) {
            None => line!(info, "done"),
            Some(AppError::Internal { .. }) => line!(error, "failed"),
            Some(AppError::Unavailable) => line!(warn, "failed"),
            Some(_) => line!(info, "refused"),
        }
    }
}

impl wire::Dispatch for Desk {
    fn dispatch(&self, call: wire::Call) -> BoxFuture<'_, Result<Box<dyn Any + Send>, AppError>> {
        let wire::Call { name, id, kind, needs, actor, key, operation } = call;
        self.admit(Request { name, id, kind, actor, key, operation }, needs)
    }
}

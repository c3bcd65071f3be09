//! The one desk. It alone authorises, scopes to the tenant, deduplicates, opens the transaction, runs the handler,
//! writes audit and outbox rows, commits, retries, and logs one line.

use crate::{
    audit,
    db::Database,
    error::{OpError, Remedy, remedy},
    idempotency::{self, Claim},
    outbox,
    registry::{BoxFuture, Registry},
};
use rand::Rng;
use sha2::{Digest, Sha256};
use std::{
    any::{Any, TypeId},
    sync::Arc,
    time::{Duration, Instant},
};
use vocabulary::{Actor, AppError, Ask, Key, Kind, Operation};

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
        Self(Arc::new(Inner { registry, database }))
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
        if !ask.actor.may(O::NEEDS) {
            tracing::info!(operation = O::NAME, tenant.id = ask.actor.tenant.0, role = ask.actor.role.tag(), "forbidden");
            return Err(AppError::Forbidden);
        }
        let request =
            Request { name: O::NAME, id: TypeId::of::<O>(), kind: O::KIND, actor: ask.actor, key: ask.key, operation: Box::new(ask.operation) };
        let reply = self.dispatch(request).await?;
        reply.downcast::<O::Reply>().map(|reply| *reply).map_err(|_| AppError::Internal { reference: String::from("reply-type") })
    }

    /// A command runs on a task of its own: a client that hangs up must neither cut a transaction in two nor leave its
    /// connection inside one.
    fn dispatch(&self, request: Request) -> BoxFuture<'_, Result<Box<dyn Any + Send>, AppError>> {
        let desk = self.clone();
        Box::pin(async move {
            let work = async move { desk.serve(request).await };
            tokio::spawn(work).await.unwrap_or_else(|panic| Err(internal("desk", &anyhow::anyhow!("panicked: {panic}"))))
        })
    }

    async fn serve(&self, request: Request) -> Result<Box<dyn Any + Send>, AppError> {
        let started = Instant::now();
        let mut attempt = 1;
        let outcome = loop {
            let outcome = match request.kind {
                Kind::Query => self.query(&request).await,
                Kind::Command => self.command(&request).await,
            };
            let again = matches!(&outcome, Err(OpError::Db(error)) if remedy(error) != Remedy::Final);
            if !again || attempt == ATTEMPTS || started.elapsed() > DEADLINE {
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
        let outcome = outcome.map_err(|error| tell(request.name, error));
        tracing::info!(
            operation = request.name,
            tenant.id = request.actor.tenant.0,
            door = request.actor.door.tag(),
            attempts = attempt,
            duration_ms = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX),
            outcome = outcome.as_ref().err().map_or("done", |error| if error.status() == 500 { "failed" } else { "refused" }),
            refused = outcome.as_ref().err().map(tracing::field::display),
            "{}",
            request.name
        );
        outcome
    }

    async fn query(&self, request: &Request) -> Result<Box<dyn Any + Send>, OpError> {
        let slot = self.0.registry.slot(request.id).ok_or_else(|| anyhow::anyhow!("{} has no handler", request.name))?;
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
        let slot = self.0.registry.slot(request.id).ok_or_else(|| anyhow::anyhow!("{} has no handler", request.name))?;
        let hash = fingerprint(request.name, &request.actor, &slot.fingerprint(request.operation.as_ref())?);
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
                        tx.rollback().await?;
                        return Err(error);
                    }
                };
                audit::write(&mut tx, &request.actor, request.name, answer.trails).await?;
                outbox::write(&mut tx, answer.events).await?;
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

/// What the asker hears of an error; the rest goes to the log under the reference.
fn tell(name: &str, error: OpError) -> AppError {
    match error {
        OpError::App(error) => error,
        OpError::Db(sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed) => AppError::Unavailable,
        OpError::Db(error) if remedy(&error) != Remedy::Final => {
            tracing::warn!(operation = name, cause = %error, "gave up after retries");
            AppError::Unavailable
        }
        OpError::Db(error) => internal(name, &anyhow::Error::new(error)),
        OpError::Other(error) => internal(name, &error),
    }
}

fn internal(name: &str, cause: &anyhow::Error) -> AppError {
    let reference = uuid::Uuid::now_v7().simple().to_string().split_off(20);
    tracing::error!(operation = name, reference, cause = format!("{cause:#}"), "failed");
    AppError::Internal { reference }
}

impl wire::Dispatch for Desk {
    fn dispatch(&self, call: wire::Call) -> BoxFuture<'_, Result<Box<dyn Any + Send>, AppError>> {
        let wire::Call { name, id, kind, needs, actor, key, operation } = call;
        if !actor.may(needs) {
            return Box::pin(async { Err(AppError::Forbidden) });
        }
        Self::dispatch(self, Request { name, id, kind, actor, key, operation })
    }
}

//! One object-safe method behind a typed one.

use std::{
    any::{Any, TypeId},
    future::Future,
    pin::Pin,
    sync::Arc,
};
use vocabulary::{Actor, AppError, Ask, Key, Kind, Operation, Permission};

type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// An operation whose type has been put aside, with what the desk must know of it.
pub struct Call {
    pub name: &'static str,
    pub id: TypeId,
    pub kind: Kind,
    pub needs: Permission,
    pub actor: Actor,
    pub key: Key,
    pub operation: Box<dyn Any + Send + Sync>,
}

/// What stands behind the desk. The reply is the operation's own, boxed.
pub trait Dispatch: Send + Sync {
    fn dispatch(&self, call: Call) -> BoxFuture<'_, Result<Box<dyn Any + Send>, AppError>>;
}

/// Where pages, server functions and REST routes hand in operations.
#[derive(Clone)]
pub struct Desk(Arc<dyn Dispatch>);

impl Desk {
    #[must_use]
    pub fn new(behind: Arc<dyn Dispatch>) -> Self {
        Self(behind)
    }

    /// # Errors
    /// What the asker is to be told.
    pub async fn run<O: Operation>(&self, ask: Ask<O>) -> Result<O::Reply, AppError> {
        let call = Call {
            name: O::NAME,
            id: TypeId::of::<O>(),
            kind: O::KIND,
            needs: O::NEEDS,
            actor: ask.actor,
            key: ask.key,
            operation: Box::new(ask.operation),
        };
        let reply = self.0.dispatch(call).await?;
        reply.downcast::<O::Reply>().map(|reply| *reply).map_err(|_| AppError::Internal { reference: String::from("reply-type") })
    }

    /// Asks a question: a query needs no key.
    ///
    /// # Errors
    /// What the asker is to be told.
    pub async fn ask<O: Operation>(&self, actor: &Actor, operation: O) -> Result<O::Reply, AppError> {
        self.run(Ask::new(actor, Key::random(), operation)).await
    }
}

//! Which handler answers which operation. Built once at start; a double registration stops the start.

use crate::{audit::Trail, db::Tx, error::OpError, outbox::Event};
use std::{
    any::{Any, TypeId},
    collections::HashMap,
    future::Future,
    marker::PhantomData,
    pin::Pin,
};
use vocabulary::{Actor, AppError, Kind, Operation};

pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// What a handler hands back: the reply, and what is to be written beside it.
pub struct Done<R> {
    pub reply: R,
    pub trails: Vec<Trail>,
    pub events: Vec<Event>,
}

impl<R> Done<R> {
    /// An answer that changed nothing.
    #[must_use]
    pub fn reply(reply: R) -> Self {
        Self { reply, trails: Vec::new(), events: Vec::new() }
    }

    #[must_use]
    pub fn trail(mut self, trail: Trail) -> Self {
        self.trails.push(trail);
        self
    }

    /// The trail of an edit; none where what was said was so already.
    #[must_use]
    pub fn edited(self, trail: Trail) -> Self {
        if trail.detail.is_empty() { self } else { self.trail(trail) }
    }

    #[must_use]
    pub fn event(mut self, event: Event) -> Self {
        self.events.push(event);
        self
    }
}

/// Answers one operation inside the desk's transaction: of a query, a read-only one. Operations that move stock
/// implement the ledger's `Plan` instead and do not write.
pub trait Handle<O: Operation>: Send + Sync + 'static {
    fn handle(&self, tx: &mut Tx, actor: &Actor, operation: O) -> impl Future<Output = Result<Done<O::Reply>, OpError>> + Send;
}

/// What becomes of one of several requests that are answered together.
pub enum Verdict<T> {
    Done(T),
    /// It writes nothing; the others go on.
    Refused(AppError),
    /// It has written nothing, and is to be answered by itself: what it asks is not done with others, or its refusal may be
    /// due to them.
    Alone,
}

/// One of several requests.
pub struct Asked<'a, O> {
    pub actor: &'a Actor,
    pub operation: &'a O,
}

/// Answers many requests of one kind that arrived together in one transaction, each with a verdict of its own, in their
/// order. Whoever cannot say what becomes of one of them fails: then all are taken back and each is answered by itself.
pub trait HandleTogether<O: Operation>: Handle<O> {
    fn handle_together(&self, tx: &mut Tx, asked: &[Asked<'_, O>]) -> impl Future<Output = Result<Vec<Verdict<Done<O::Reply>>>, OpError>> + Send;
}

/// The reply twice: as a value for the asker, as JSON for the key.
pub(crate) struct Answer {
    pub reply: Box<dyn Any + Send>,
    pub stored: serde_json::Value,
    pub trails: Vec<Trail>,
    pub events: Vec<Event>,
}

pub(crate) trait Slot: Send + Sync {
    fn call<'a>(&'a self, tx: &'a mut Tx, actor: &'a Actor, operation: &'a (dyn Any + Send + Sync)) -> BoxFuture<'a, Result<Answer, OpError>>;
    fn revive(&self, stored: serde_json::Value) -> Result<Box<dyn Any + Send>, OpError>;
    fn fingerprint(&self, operation: &(dyn Any + Send + Sync)) -> Result<Vec<u8>, OpError>;
    /// Whether several of its kind may be answered together.
    fn groups(&self) -> bool {
        false
    }
    fn call_together<'a>(&'a self, _: &'a mut Tx, asked: &'a [Untyped<'a>]) -> BoxFuture<'a, Result<Vec<Verdict<Answer>>, OpError>> {
        Box::pin(async { Ok(asked.iter().map(|_| Verdict::Alone).collect()) })
    }
}

/// One of several requests whose type has been put aside.
pub(crate) type Untyped<'a> = (&'a Actor, &'a (dyn Any + Send + Sync));

struct Handler<O, H>(H, PhantomData<fn(O)>);

fn mistyped(name: &str) -> OpError {
    OpError::Other(anyhow::anyhow!("{name} was dispatched with another type"))
}

impl<O: Operation, H: Handle<O>> Slot for Handler<O, H> {
    fn call<'a>(&'a self, tx: &'a mut Tx, actor: &'a Actor, operation: &'a (dyn Any + Send + Sync)) -> BoxFuture<'a, Result<Answer, OpError>> {
        Box::pin(async move {
            let operation = operation.downcast_ref::<O>().ok_or_else(|| mistyped(O::NAME))?.clone();
            answer::<O>(self.0.handle(tx, actor, operation).await?)
        })
    }

    fn revive(&self, stored: serde_json::Value) -> Result<Box<dyn Any + Send>, OpError> {
        Ok(Box::new(serde_json::from_value::<O::Reply>(stored)?))
    }

    fn fingerprint(&self, operation: &(dyn Any + Send + Sync)) -> Result<Vec<u8>, OpError> {
        let operation = operation.downcast_ref::<O>().ok_or_else(|| mistyped(O::NAME))?;
        Ok(serde_json::to_vec(operation)?)
    }
}

fn answer<O: Operation>(done: Done<O::Reply>) -> Result<Answer, OpError> {
    // Only a command's reply is kept; a query need not be written as JSON.
    let stored = if O::KIND == Kind::Command { serde_json::to_value(&done.reply)? } else { serde_json::Value::Null };
    Ok(Answer { reply: Box::new(done.reply), stored, trails: done.trails, events: done.events })
}

/// A handler that can answer several at once.
struct Together<O, H>(Handler<O, H>);

impl<O: Operation, H: HandleTogether<O>> Slot for Together<O, H> {
    fn call<'a>(&'a self, tx: &'a mut Tx, actor: &'a Actor, operation: &'a (dyn Any + Send + Sync)) -> BoxFuture<'a, Result<Answer, OpError>> {
        self.0.call(tx, actor, operation)
    }

    fn revive(&self, stored: serde_json::Value) -> Result<Box<dyn Any + Send>, OpError> {
        self.0.revive(stored)
    }

    fn fingerprint(&self, operation: &(dyn Any + Send + Sync)) -> Result<Vec<u8>, OpError> {
        self.0.fingerprint(operation)
    }

    fn groups(&self) -> bool {
        true
    }

    fn call_together<'a>(&'a self, tx: &'a mut Tx, asked: &'a [Untyped<'a>]) -> BoxFuture<'a, Result<Vec<Verdict<Answer>>, OpError>> {
        Box::pin(async move {
            let typed = asked.iter().map(|(actor, operation)| {
                let operation = operation.downcast_ref::<O>().ok_or_else(|| mistyped(O::NAME))?;
                Ok(Asked { actor, operation })
            });
            let typed = typed.collect::<Result<Vec<_>, OpError>>()?;
            let verdicts = self.0.0.handle_together(tx, &typed).await?;
            let untyped = verdicts.into_iter().map(|verdict| {
                Ok(match verdict {
                    Verdict::Done(done) => Verdict::Done(answer::<O>(done)?),
                    Verdict::Refused(refused) => Verdict::Refused(refused),
                    Verdict::Alone => Verdict::Alone,
                })
            });
            untyped.collect()
        })
    }
}

/// Every operation the process answers.
#[derive(Default)]
pub struct Registry {
    slots: HashMap<TypeId, Box<dyn Slot>>,
    names: Vec<&'static str>,
}

impl Registry {
    /// # Panics
    /// When the operation already has a handler: a mistake in the wiring, found at start.
    #[must_use]
    pub fn on<O: Operation>(self, handler: impl Handle<O>) -> Self {
        self.add::<O>(Box::new(Handler(handler, PhantomData::<fn(O)>)))
    }

    /// As [`Registry::on`], of a command that often comes many at a time: they are then answered together.
    ///
    /// # Panics
    /// As [`Registry::on`].
    #[must_use]
    pub fn together<O: Operation>(self, handler: impl HandleTogether<O>) -> Self {
        self.add::<O>(Box::new(Together(Handler(handler, PhantomData::<fn(O)>))))
    }

    fn add<O: Operation>(mut self, slot: Box<dyn Slot>) -> Self {
        let before = self.slots.insert(TypeId::of::<O>(), slot);
        assert!(before.is_none(), "{} has two handlers", O::NAME);
        assert!(!self.names.contains(&O::NAME), "{} is the name of two operations", O::NAME);
        self.names.push(O::NAME);
        self
    }

    pub(crate) fn slot(&self, id: TypeId) -> Option<&dyn Slot> {
        self.slots.get(&id).map(AsRef::as_ref)
    }

    /// The names of all operations, in the order of their registration.
    #[must_use]
    pub fn names(&self) -> &[&'static str] {
        &self.names
    }
}

//! How a room's operation that moves stock is answered: it plans, the ledger writes.

use crate::{Counted, Guard, Posted, Posting, commit::post, stands::note_counted};
use platform::{Done, Event, Handle, OpError, Trail, Tx};
use std::future::Future;
use vocabulary::{Actor, LotId, Operation};

/// Makes the reply out of what was written.
type Reply<R> = Box<dyn FnOnce(&[Posted]) -> R + Send>;

/// What a planning handler returns. All its postings are written, or none.
pub struct Planned<R> {
    pub postings: Vec<Posting>,
    pub guards: Vec<Guard>,
    /// Stock that was found to be as it is, whether or not something is posted for it.
    pub counted: Vec<Counted>,
    pub trails: Vec<Trail>,
    pub events: Vec<Event>,
    reply: Reply<R>,
}

impl<R> Planned<R> {
    #[must_use]
    pub fn new(postings: Vec<Posting>, reply: impl FnOnce(&[Posted]) -> R + Send + 'static) -> Self {
        Self { postings, guards: Vec::new(), counted: Vec::new(), trails: Vec::new(), events: Vec::new(), reply: Box::new(reply) }
    }

    #[must_use]
    pub fn guard(mut self, guard: Guard) -> Self {
        self.guards.push(guard);
        self
    }

    #[must_use]
    pub fn counted(mut self, counted: Vec<Counted>) -> Self {
        self.counted = counted;
        self
    }

    #[must_use]
    pub fn trail(mut self, trail: Trail) -> Self {
        self.trails.push(trail);
        self
    }

    #[must_use]
    pub fn event(mut self, event: Event) -> Self {
        self.events.push(event);
        self
    }
}

/// Reads, decides, and says what is to be posted. Writes nothing itself.
pub trait Plan<O: Operation>: Send + Sync + 'static {
    fn plan(&self, tx: &mut Tx, actor: &Actor, operation: O) -> impl Future<Output = Result<Planned<O::Reply>, OpError>> + Send;
}

/// Makes a planner a handler of the desk: `registry.on::<ReceiveGoods>(Moves(Stock))`.
pub struct Moves<H>(pub H);

impl<O: Operation, H: Plan<O>> Handle<O> for Moves<H> {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, operation: O) -> Result<Done<O::Reply>, OpError> {
        let mut planned = self.0.plan(tx, actor, operation).await?;
        // Documents before stock rows: everybody locks in this order.
        for guard in planned.guards {
            guard.hold(tx).await?;
        }
        let mut posted = Vec::with_capacity(planned.postings.len());
        for posting in planned.postings {
            let written = post(tx, actor, posting).await?;
            for (trail, event) in told(&written) {
                planned.trails.push(trail);
                planned.events.push(event);
            }
            posted.push(written);
        }
        note_counted(tx, &planned.counted, &posted).await?;
        let reply = (planned.reply)(&posted);
        Ok(Done { reply, trails: planned.trails, events: planned.events })
    }
}

/// What is told of a posting, and of all that was posted beside it: the trail and the event of each, in the order in which
/// they were written. For handlers that post themselves, because they write documents of their own in the same breath; all
/// others plan.
pub fn told(posted: &Posted) -> impl Iterator<Item = (Trail, Event)> {
    let one = |posted: &Posted| (Trail::of("posting", posted.id.0).with("kind", posted.kind.tag()).with("store", posted.store), event(posted));
    posted.all().into_iter().map(one)
}

/// Most legs an event lists; a reader of a larger posting asks for it by its id.
const LISTED: usize = 100;

fn event(posted: &Posted) -> Event {
    let legs: Vec<_> = posted
        .legs
        .iter()
        .filter(|posted| posted.seq > 0)
        .take(LISTED)
        .map(|posted| {
            serde_json::json!({
                "store": posted.leg.place.store,
                "location": posted.leg.place.location,
                "variant": posted.leg.variant,
                "lot": (posted.leg.lot != LotId::NONE).then_some(posted.leg.lot),
                "status": posted.leg.status,
                "quantity": posted.leg.quantity,
                "on_hand": posted.balance_after,
                "seq": posted.seq,
            })
        })
        .collect();
    Event::new(
        "stock.posted",
        posted.id.0,
        &serde_json::json!({ "posting": posted.id, "kind": posted.kind, "legs": posted.legs.len(), "keys": legs }),
    )
}

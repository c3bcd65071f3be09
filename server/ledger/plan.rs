//! How a room's operation that moves stock is answered: it plans, the ledger writes.

use crate::{
    Ahead, Counted, Guard, Posted, Posting,
    ahead::plan_on,
    commit::{goes_together, post, post_together},
    stands::note_counted,
};
use platform::{Asked, Done, Event, Handle, HandleTogether, OpError, Trail, Tx, Verdict};
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

    /// Whether its posting may be written with those of others.
    fn goes_together(&self, tx: &Tx) -> bool {
        self.postings.len() < 2 && self.counted.is_empty() && self.postings.iter().all(|posting| goes_together(tx, posting))
    }

    /// When its postings are written: the reply, and what is told of them.
    fn done(mut self, posted: &[Posted]) -> Done<R> {
        for (trail, event) in posted.iter().flat_map(told) {
            self.trails.push(trail);
            self.events.push(event);
        }
        Done { reply: (self.reply)(posted), trails: self.trails, events: self.events }
    }
}

/// Reads, decides, and says what is to be posted. Writes nothing itself.
pub trait Plan<O: Operation>: Send + Sync + 'static {
    fn plan(&self, tx: &mut Tx, actor: &Actor, operation: O) -> impl Future<Output = Result<Planned<O::Reply>, OpError>> + Send;

    /// What it will ask for, where it may be planned with others of its kind: then what it decides depends on nothing but
    /// that, and on its posting. None: it goes by itself.
    fn foresee(&self, _: &O) -> Option<Ahead> {
        None
    }
}

/// Makes a planner a handler of the desk: `registry.on::<ReceiveGoods>(Moves(Stock))`.
pub struct Moves<H>(pub H);

impl<O: Operation, H: Plan<O>> Handle<O> for Moves<H> {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, operation: O) -> Result<Done<O::Reply>, OpError> {
        let mut planned = self.0.plan(tx, actor, operation).await?;
        // Documents before stock rows: everybody locks in this order.
        for guard in std::mem::take(&mut planned.guards) {
            guard.hold(tx).await?;
        }
        let mut posted = Vec::with_capacity(planned.postings.len());
        for posting in std::mem::take(&mut planned.postings) {
            posted.push(post(tx, actor, posting).await?);
        }
        note_counted(tx, &planned.counted, &posted).await?;
        Ok(planned.done(&posted))
    }
}

impl<O: Operation, H: Plan<O>> HandleTogether<O> for Moves<H> {
    async fn handle_together(&self, tx: &mut Tx, asked: &[Asked<'_, O>]) -> Result<Vec<Verdict<Done<O::Reply>>>, OpError> {
        let foreseen: Vec<Option<Ahead>> = asked.iter().map(|one| self.0.foresee(one.operation)).collect();
        let mut all = Ahead::default();
        foreseen.iter().flatten().for_each(|ahead| all.add(ahead));
        all.read(tx).await?;

        let (mut verdicts, mut plans, mut postings) = (Vec::with_capacity(asked.len()), Vec::new(), Vec::new());
        for (one, ahead) in asked.iter().zip(foreseen) {
            let mut verdict = Verdict::Alone;
            if ahead.is_some_and(|ahead| ahead.is_plain(tx)) {
                match self.0.plan(tx, one.actor, one.operation.clone()).await {
                    Ok(mut planned) if planned.goes_together(tx) => {
                        if let Some(posting) = planned.postings.pop() {
                            plan_on(tx, &posting);
                            postings.push((one.actor, posting));
                            plans.push((verdicts.len(), planned));
                        } else {
                            verdict = Verdict::Done(planned.done(&[]));
                        }
                    }
                    Ok(_) => {}
                    Err(OpError::App(refused)) => verdict = Verdict::Refused(refused),
                    Err(error) => return Err(error),
                }
            }
            verdicts.push(verdict);
        }
        if postings.is_empty() {
            return Ok(verdicts);
        }
        // Documents before stock rows: everybody locks in this order.
        let mut guarded = false;
        for guard in plans.iter_mut().flat_map(|(_, planned)| std::mem::take(&mut planned.guards)) {
            guarded = true;
            guard.hold(tx).await?;
        }
        let written = post_together(tx, &postings).await?;
        if written.iter().any(|verdict| !matches!(verdict, Verdict::Done(_))) {
            // What was written for one that does not go is taken back only with all.
            if guarded {
                return Err(OpError::Again);
            }
            // Who was refused may have been so because of one that does not go.
            verdicts.iter_mut().filter(|verdict| matches!(verdict, Verdict::Refused(_))).for_each(|verdict| *verdict = Verdict::Alone);
        }
        for ((at, planned), written) in plans.into_iter().zip(written) {
            if let (Verdict::Done(posted), Some(verdict)) = (written, verdicts.get_mut(at)) {
                *verdict = Verdict::Done(planned.done(&[posted]));
            }
        }
        Ok(verdicts)
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

//! Requests that arrive together are answered together: one transaction, one pass of locks, each table's rows in one
//! statement, a verdict to each. What cannot be done in company (a key that is known, a refusal that may be due to the
//! others, any error of the database) is taken back and done by itself, so that nothing is decided here that would be
//! decided otherwise alone.

use super::{Desk, Line, Refusal, Request, fingerprint};
use crate::{
    audit::{self, Deed},
    db::Tx,
    error::OpError,
    idempotency::{self, Answered},
    outbox,
    registry::{Answer, Slot, Untyped, Verdict},
    sabotage::{self, Fault},
};
use std::{
    any::{Any, TypeId},
    sync::Arc,
};
use tokio::sync::oneshot;
use vocabulary::{AppError, Key};

/// A tenant and a kind of operation.
pub(super) type LaneKey = (i64, TypeId);

type Reply = Box<dyn Any + Send>;

/// A request that waits for its group.
pub(super) struct Waiting {
    request: Request,
    hash: [u8; 32],
    line: Line,
    answer: oneshot::Sender<Result<Reply, AppError>>,
}

impl Waiting {
    /// Says what became of it: to the log, and to whoever asked, if they are still there.
    fn tell(self, attempts: u32, outcome: Result<Reply, Refusal>) {
        self.line.write(attempts, outcome.as_ref().err());
        self.answer.send(outcome.map_err(|refusal| refusal.told)).ok();
    }
}

impl Desk {
    /// Answers a request with others that arrived with it. Whoever hangs up meanwhile changes nothing of that.
    pub(super) async fn answer_together(&self, request: Request) -> Result<Reply, AppError> {
        let line = Line::of(&request);
        let operation = self.slot(&request).and_then(|slot| slot.fingerprint(request.operation.as_ref()));
        let operation = match operation {
            Ok(operation) => operation,
            Err(error) => {
                let refusal = Refusal::from(error);
                line.write(0, Some(&refusal));
                return Err(refusal.told);
            }
        };
        let hash = fingerprint(request.name, &request.actor, &operation);
        let tenant = if sabotage::on(Fault::LaneWithoutTenant) { 0 } else { request.actor.tenant.0 };
        let key = (tenant, request.id);
        let (answer, told) = oneshot::channel();
        if self.0.lanes.join(key, operation.len(), Waiting { request, hash, line, answer }) {
            tokio::spawn(self.clone().run_lane(key));
        }
        told.await.unwrap_or_else(|_| Err(Refusal::internal(&anyhow::anyhow!("its group panicked")).told))
    }

    async fn run_lane(self, key: LaneKey) {
        loop {
            let group = self.0.lanes.next(key);
            if group.is_empty() {
                return;
            }
            // On a task of its own: one that panics must not leave the others behind it waiting.
            tokio::spawn(self.clone().answer_group(group)).await.ok();
        }
    }

    async fn answer_group(self, group: Vec<Waiting>) {
        let group = Arc::new(group);
        let verdicts = match group.as_slice() {
            [_] => None,
            _ => self.verdicts(&group).await,
        };
        let verdicts = verdicts.unwrap_or_else(|| group.iter().map(|_| Verdict::Alone).collect());
        // The task that had it as well is over.
        for (one, verdict) in Arc::into_inner(group).unwrap_or_default().into_iter().zip(verdicts) {
            match verdict {
                Verdict::Done(reply) => one.tell(1, Ok(reply)),
                Verdict::Refused(refused) => one.tell(1, Err(refused.into())),
                Verdict::Alone => drop(tokio::spawn(self.clone().answer_alone(one))),
            }
        }
    }

    /// What becomes of a group; none: it was taken back. On a task of its own: whoever panics takes nobody along.
    async fn verdicts(&self, group: &Arc<Vec<Waiting>>) -> Option<Vec<Verdict<Reply>>> {
        let (desk, members) = (self.clone(), group.clone());
        let taken_back: OpError = match tokio::spawn(async move { desk.command_together(&members).await }).await {
            Ok(Ok(verdicts)) => return Some(verdicts),
            Ok(Err(error)) => error,
            Err(panic) => anyhow::anyhow!("panicked: {panic}").into(),
        };
        if let OpError::Db(error) = &taken_back {
            self.0.database.doubts(error);
        }
        tracing::debug!(error = %taken_back, requests = group.len(), "a group was taken back");
        None
    }

    async fn answer_alone(self, one: Waiting) {
        let (one, desk) = (Arc::new(one), self.clone());
        let asked = one.clone();
        let (attempts, outcome) = tokio::spawn(async move { desk.serve(&asked.request).await })
            .await
            .unwrap_or_else(|panic| (1, Err(Refusal::internal(&anyhow::anyhow!("panicked: {panic}")))));
        if let Some(one) = Arc::into_inner(one) {
            one.tell(attempts, outcome);
        }
    }

    /// All of it, or an error and nothing of it.
    async fn command_together(&self, group: &[Waiting]) -> Result<Vec<Verdict<Reply>>, OpError> {
        let Some(first) = group.first() else { return Ok(Vec::new()) };
        let slot = self.slot(&first.request)?;
        let _turn = self.0.writing.take(first.request.actor.tenant).await?;
        let mut tx = self.0.database.begin(first.request.actor.tenant).await?.together();
        match decide(&mut tx, slot, group).await {
            Ok(verdicts) => {
                let changed = verdicts.iter().any(|verdict| matches!(verdict, Verdict::Done(_)));
                if changed {
                    tx.commit().await?
                } else {
                    tx.rollback().await?
                }
                Ok(verdicts)
            }
            Err(error) => {
                // Any error undoes everything: a lock that was not had in time undoes only its statement.
                tx.rollback().await?;
                Err(error)
            }
        }
    }
}

/// What becomes of each, written as far as it is done.
async fn decide(tx: &mut Tx, slot: &dyn Slot, group: &[Waiting]) -> Result<Vec<Verdict<Reply>>, OpError> {
    let keys: Vec<&Key> = group.iter().map(|one| &one.request.key).collect();
    let mut known = idempotency::known(tx, &keys).await?;
    // The same key twice in one group: the second is answered as the first was.
    let fresh: Vec<(usize, &Key)> = (0..).zip(keys).filter(|(_, key)| known.insert(key.as_str().to_owned())).collect();
    let asked: Vec<Untyped<'_>> =
        fresh.iter().filter_map(|(at, _)| group.get(*at)).map(|one| (&one.request.actor, one.request.operation.as_ref())).collect();
    let answers = slot.call_together(tx, &asked).await?;
    if answers.len() != fresh.len() {
        return Err(anyhow::anyhow!("{} requests have {} verdicts", fresh.len(), answers.len()).into());
    }
    let mut verdicts: Vec<Option<Verdict<Reply>>> = group.iter().map(|_| None).collect();
    let (mut deeds, mut events, mut answered) = (Vec::new(), Vec::new(), Vec::new());
    for ((at, key), verdict) in fresh.into_iter().zip(answers) {
        let Some((one, told)) = group.get(at).zip(verdicts.get_mut(at)) else { continue };
        *told = Some(match verdict {
            Verdict::Done(Answer { reply, stored, trails, events: happened }) => {
                deeds.push(Deed { actor: &one.request.actor, operation: one.request.name, trails });
                events.extend(happened);
                answered.push(Answered { key, hash: one.hash, reply: stored });
                Verdict::Done(reply)
            }
            Verdict::Refused(refused) => Verdict::Refused(refused),
            Verdict::Alone => Verdict::Alone,
        });
    }
    audit::write(tx, deeds).await?;
    outbox::write(tx, &events).await?;
    idempotency::keep_all(tx, answered).await?;
    Ok(verdicts.into_iter().map(|verdict| verdict.unwrap_or(Verdict::Alone)).collect())
}

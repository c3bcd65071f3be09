//! Posts what was accepted: each difference as of its line's moment, so that nothing sold since is undone.

use super::{session::Session, unknown, weigh};
use crate::{Stock, figures::results, plan::number};
use chrono::{DateTime, NaiveDate, Utc};
use ledger::{Bind, Counted, Document, Guard, Line, Place, Plan, Planned, Posting, StorePlaces, read};
use platform::{Event, OpError, Trail, Tx};
use std::collections::{BTreeMap, HashMap};
use stock_rules::{CountLineState, CountPosted, CountState, PostCount, after_posting};
use uuid::Uuid;
use vocabulary::{Actor, AppError, FieldError, LocationId, LotId, PersonId, PlaceKind, PostingKind, Quantity, Said, Status, VariantId};

const CLOSE: &str = "UPDATE count_session SET state = 4, version = version + 1, ended_at = ?, ended_name = ? \
                     WHERE tenant_id = ? AND id = ? AND state = 3 AND version = ?";
const KEEP_OPEN: &str = "UPDATE count_session SET version = version + 1 WHERE tenant_id = ? AND id = ? AND state = 3 AND version = ?";
const LINES: &str = "UPDATE count_line SET state = 5 WHERE tenant_id = ? AND count_id = ? AND state = 2";

impl Plan<PostCount> for Stock {
    async fn plan(&self, tx: &mut Tx, actor: &Actor, post: PostCount) -> Result<Planned<CountPosted>, OpError> {
        if post.reason.chars().count() > 500 {
            return Err(FieldError::new("reason", "field-too-long").with("max", 500_usize).into());
        }
        let session = Session::load(tx, post.count).await?;
        match session.state {
            CountState::Review => {}
            CountState::Posted => return Err(OpError::conflict(Said::new("count-posted"))),
            _ => return Err(OpError::conflict(Said::new("count-not-in-review"))),
        }
        let me = actor.person.unwrap_or(PersonId(Uuid::nil()));
        hold(tx, &session).await?;
        let lines = weigh::lines(tx, &session, me).await?;
        let accepted: Vec<&weigh::Weighed> = lines.iter().filter(|line| line.state == CountLineState::Accepted).collect();
        if accepted.is_empty() {
            return Err(OpError::conflict(Said::new("count-nothing-to-post")));
        }
        let adjusted: Vec<&weigh::Weighed> = accepted.iter().filter(|line| line.variance.is_some_and(|v| !v.is_zero())).copied().collect();
        check_poster(&session, &adjusted, post.reason.trim())?;
        let postings = postings(tx, &session, &adjusted, post.reason.trim()).await?;
        let state = state_after(tx, &session, &lines).await?;
        let many = |n| i64::try_from(n).unwrap_or(i64::MAX);
        let (of, all, changed) = (session.id, many(accepted.len()), many(adjusted.len()));
        let mut trail = Trail::of("count", of).with("posted", changed).with("matched", all - changed).changed("state", &session.state, &state);
        if session.one_person && !post.reason.trim().is_empty() {
            trail = trail.with("second_look", post.reason.trim());
        }
        let event =
            Event::new("count.posted", of, &serde_json::json!({ "count": of, "number": session.number, "adjusted": changed, "state": state }));
        let reply = move |posted: &[ledger::Posted]| CountPosted {
            count: of,
            state,
            // One over midnight has two, and is undone on each of their pages.
            posting: if let [posting] = posted { Some(posting.id) } else { None },
            adjusted: changed,
            matched: all - changed,
        };
        let mut guards = guards(tx, actor, &session, state, accepted.len());
        guards.extend(results::guards(tx, weigh::of(&session), &accepted.iter().filter_map(|line| line.result()).collect::<Vec<_>>()).await?);
        let planned = Planned::new(postings, reply).counted(counted(&session, &accepted)).trail(trail).event(event);
        Ok(guards.into_iter().fold(planned, Planned::guard))
    }
}

/// Keeps the stock of what was accepted as it is until this is committed: what is booked late waits, and then finds it
/// counted.
async fn hold(tx: &mut Tx, session: &Session) -> Result<(), OpError> {
    let tenant = tx.tenant();
    let accepted: Vec<Uuid> = sqlx::query_scalar("SELECT DISTINCT variant_id FROM count_line WHERE tenant_id = ? AND count_id = ? AND state = 2")
        .bind(tenant)
        .bind(session.id.0)
        .fetch_all(tx.conn())
        .await?;
    let accepted: Vec<VariantId> = accepted.into_iter().map(VariantId).collect();
    read::claim_promises(tx, session.store, &accepted).await?;
    Ok(())
}

/// What is found to be as it is by posting these lines, whether they change anything or not.
fn counted(session: &Session, accepted: &[&weigh::Weighed]) -> Vec<Counted> {
    let found = accepted.iter().filter(|line| line.counted.is_some());
    found
        .filter_map(|line| {
            let (location, variant) = line.key;
            Some(Counted {
                store: session.store,
                location,
                variant,
                lot: LotId::NONE,
                status: Status::Available,
                at: line.last_at?,
                document: session.id.0,
            })
        })
        .collect()
}

/// Who counted a line that changes stock does not post it, unless the business is one person and has said why.
fn check_poster(session: &Session, adjusted: &[&weigh::Weighed], reason: &str) -> Result<(), OpError> {
    if session.one_person {
        let unsaid = adjusted.iter().any(|line| line.mine && line.note.is_empty());
        return if unsaid && reason.is_empty() { Err(FieldError::new("reason", "count-reason-needed").into()) } else { Ok(()) };
    }
    if adjusted.iter().any(|line| line.mine) { Err(OpError::conflict(Said::new("count-own-post"))) } else { Ok(()) }
}

/// One posting for each of the store's days: a count over midnight belongs to both.
async fn postings(tx: &mut Tx, session: &Session, adjusted: &[&weigh::Weighed], note: &str) -> Result<Vec<Posting>, OpError> {
    if adjusted.is_empty() {
        return Ok(Vec::new());
    }
    let places = StorePlaces::load(tx, session.store).await?;
    let (found, loss) = (places.of(PlaceKind::Found)?, places.of(PlaceKind::Loss)?);
    let mut shelves: HashMap<LocationId, Place> = HashMap::new();
    let mut days: BTreeMap<NaiveDate, (DateTime<Utc>, Vec<Line>)> = BTreeMap::new();
    for line in adjusted {
        let (location, variant) = line.key;
        let shelf = match shelves.get(&location) {
            Some(shelf) => *shelf,
            None => {
                // A count is a fact: if more was booked out since than was there, that is the other booking's mistake, and
                // the balance shows it. Nothing refuses the count.
                let shelf = Place { allow_negative: true, ..Place::load(tx, location).await? };
                shelves.insert(location, shelf);
                shelf
            }
        };
        let variance = line.variance.unwrap_or(Quantity::ZERO);
        let (from, to) = if variance.is_negative() { (shelf, loss) } else { (found, shelf) };
        let at = line.last_at.unwrap_or_else(|| tx.now());
        let (until, lines) = days.entry(places.business_date(at)).or_insert((at, Vec::new()));
        *until = at.max(*until);
        let line = Line::moved(number(lines.len()), variant, variance.abs(), Status::Available, from, to).costing(line.cost).happening(Some(at));
        lines.push(line);
    }
    let document = Document { kind: "count", id: session.id.0, reference: session.number.clone() };
    let one = |(at, lines)| Posting { document: document.clone(), note: note.to_owned(), ..Posting::new(PostingKind::Count, &places, at, lines) };
    Ok(days.into_values().map(one).collect())
}

/// Whether anything is left to decide once this is posted.
async fn state_after(tx: &mut Tx, session: &Session, lines: &[weigh::Weighed]) -> Result<CountState, OpError> {
    let waiting = |state| i64::try_from(lines.iter().filter(|line| line.state == state && line.counted.is_some()).count()).unwrap_or(i64::MAX);
    let asked = lines.iter().filter(|line| line.state == CountLineState::Asked).count();
    let unknown = unknown::list(tx, session).await?.len();
    let many = |n| i64::try_from(n).unwrap_or(i64::MAX);
    Ok(after_posting(waiting(CountLineState::Open), many(asked), many(unknown)))
}

/// The count must be as it was read, and exactly the lines weighed are marked as posted.
fn guards(tx: &Tx, actor: &Actor, session: &Session, state: CountState, accepted: usize) -> Vec<Guard> {
    let of = [Bind::Number(tx.tenant()), Bind::Id(session.id.0)];
    let version = [Bind::Number(session.version)];
    let (sql, binds) = if state == CountState::Posted {
        (CLOSE, [vec![Bind::Instant(tx.now()), Bind::Text(actor.name.clone())], of.to_vec(), version.to_vec()].concat())
    } else {
        (KEEP_OPEN, [of.to_vec(), version.to_vec()].concat())
    };
    let rows = u64::try_from(accepted).unwrap_or(u64::MAX);
    vec![Guard { sql, binds, rows: 1, refusal: AppError::Stale }, Guard { sql: LINES, binds: of.to_vec(), rows, refusal: AppError::Stale }]
}

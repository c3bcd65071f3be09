//! Posts what was accepted: each difference as of its line's moment, so that nothing sold since is undone.

use super::{
    bars,
    keys::{KEYS, Key, narrow},
    pieces::{self, Becomes, Pieces},
    session::Session,
    unknown,
    weigh::{self, Weighed},
};
use crate::{Stock, figures::results, plan::number};
use chrono::{DateTime, NaiveDate, Utc};
use ledger::{Bind, Counted, Document, Guard, Line, Place, Plan, Planned, Posting, Share, StorePlaces, lots, read};
use platform::{Event, OpError, Trail, Tx};
use rust_decimal::Decimal;
use sqlx::{MySql, QueryBuilder};
use std::collections::{BTreeMap, BTreeSet, HashMap};
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
        let accepted: Vec<&Weighed> = lines.iter().filter(|line| line.state == CountLineState::Accepted).collect();
        if accepted.is_empty() {
            return Err(OpError::conflict(Said::new("count-nothing-to-post")));
        }
        let Changes { all: adjusted, cut_short, untaken } = changes(tx, &session, &accepted).await?;
        check_poster(&session, &adjusted, post.reason.trim())?;
        let postings = postings(tx, &session, &adjusted, post.reason.trim()).await?;
        let state = state_after(tx, &session, &lines).await?;
        let many = |n| i64::try_from(n).unwrap_or(i64::MAX);
        let (of, changed) = (session.id, many(adjusted.len()));
        let matched = many(accepted.len()) - changed - untaken;
        let mut trail = Trail::of("count", of).with("posted", changed).with("matched", matched).changed("state", &session.state, &state);
        if cut_short > 0 {
            trail = trail.with("cut_short", cut_short);
        }
        if session.one_person && !post.reason.trim().is_empty() {
            trail = trail.with("second_look", post.reason.trim());
        }
        let event = Event::new(
            "count.posted",
            of,
            &serde_json::json!({ "count": of, "number": session.number, "adjusted": changed, "cut_short": cut_short, "state": state }),
        );
        let reply = move |posted: &[ledger::Posted]| CountPosted {
            count: of,
            state,
            // One over midnight has two, and is undone on each of their pages.
            posting: if let [posting] = posted { Some(posting.id) } else { None },
            adjusted: changed,
            matched,
            cut_short,
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
    let accepted: Vec<(Uuid, Uuid)> =
        sqlx::query_as("SELECT DISTINCT variant_id, lot_id FROM count_line WHERE tenant_id = ? AND count_id = ? AND state = 2")
            .bind(tenant)
            .bind(session.id.0)
            .fetch_all(tx.conn())
            .await?;
    // Lots are locked before promises.
    lots::share(tx, &accepted.iter().map(|(_, lot)| LotId(*lot)).collect()).await?;
    let accepted: BTreeSet<VariantId> = accepted.into_iter().map(|(variant, _)| VariantId(variant)).collect();
    let accepted: Vec<VariantId> = accepted.into_iter().collect();
    read::claim_promises(tx, session.store, &accepted).await?;
    Ok(())
}

/// What is found to be as it is by posting these lines, whether they change anything or not.
fn counted(session: &Session, accepted: &[&Weighed]) -> Vec<Counted> {
    let found = accepted.iter().filter(|line| line.counted.is_some());
    found
        .filter_map(|line| {
            let (location, variant, lot) = line.key;
            Some(Counted { store: session.store, location, variant, lot, status: Status::Available, at: line.last_at?, document: session.id.0 })
        })
        .collect()
}

/// What posting a line changes.
struct Change<'a> {
    line: &'a Weighed,
    /// How much more, or less, is there.
    by: Quantity,
    /// Of a piece that the books have at another place of the store: where.
    from: Option<LocationId>,
}

/// What posting lines changes.
struct Changes<'a> {
    all: Vec<Change<'a>>,
    /// Lines of lots of which less is left than was missing.
    cut_short: i64,
    /// Those of which nothing is left: they change nothing.
    untaken: i64,
}

/// What is changed by posting these lines: what differs, and pieces that were counted where the books do not have them.
///
/// # Errors
/// What the books know of a piece or a lot by now may forbid what was accepted: `count-piece-other-store`,
/// `count-piece-on-its-way`, `count-piece-set-apart`, `lot-held`, `lot-expired-available`. Nothing is posted then.
async fn changes<'a>(tx: &mut Tx, session: &Session, accepted: &[&'a Weighed]) -> Result<Changes<'a>, OpError> {
    let (mut of_pieces, others): (Vec<&Weighed>, Vec<&Weighed>) = accepted.iter().copied().partition(|line| line.is_piece());
    let mut changes = Changes { all: Vec::with_capacity(others.len()), cut_short: 0, untaken: 0 };
    let left = left(tx, &others).await?;
    for line in others {
        let Some(variance) = line.variance.filter(|variance| !variance.is_zero()) else { continue };
        if let Some(said) = bars::of_lot(session, line).filter(|_| variance.is_positive()) {
            return Err(OpError::conflict(said));
        }
        let by = left.get(&line.key).map_or(variance, |left| variance.max(-*left));
        changes.cut_short += i64::from(by != variance);
        if by.is_zero() {
            changes.untaken += 1;
        } else {
            changes.all.push(Change { line, by, from: None });
        }
    }
    let mut pieces = Pieces::load(tx, session.id, &of_pieces).await?;
    of_pieces.sort_by_key(|line| line.last_at);
    for line in of_pieces {
        let becomes = pieces.settle(line);
        let bars = match &becomes {
            Becomes::Comes(from) => line.lot.as_ref().and_then(|lot| from.bars(session.store, &lot.code)).or_else(|| bars::of_lot(session, line)),
            Becomes::Found => bars::of_lot(session, line),
            Becomes::Stays | Becomes::Lost => None,
        };
        if let Some(said) = bars {
            return Err(OpError::conflict(said));
        }
        let (by, from) = match becomes {
            Becomes::Stays => continue,
            Becomes::Found => (Quantity::ONE, None),
            Becomes::Lost => (-Quantity::ONE, None),
            Becomes::Comes(from) => (Quantity::ONE, Some(from.location)),
        };
        changes.all.push(Change { line, by, from });
    }
    Ok(changes)
}

/// How much the books have left of the lots of which some was missing, under the promises that [`hold`] locked. Of a lot
/// nothing is there that did not come: if more was booked out since it was counted than was there, what is missing of it is
/// as much as is left. One that was counted later already stands as it was counted then.
async fn left(tx: &mut Tx, lines: &[&Weighed]) -> Result<HashMap<Key, Quantity>, OpError> {
    let less = |line: &&&Weighed| line.lot.is_some() && line.variance.is_some_and(Quantity::is_negative);
    let counted: HashMap<Key, Option<DateTime<Utc>>> = lines.iter().filter(less).map(|line| (line.key, line.last_at)).collect();
    let (tenant, keys) = (tx.tenant(), counted.keys().copied().collect::<BTreeSet<Key>>().into_iter().collect::<Vec<Key>>());
    let mut left: HashMap<Key, Quantity> = keys.iter().map(|key| (*key, Quantity::ZERO)).collect();
    for keys in keys.chunks(KEYS) {
        let mut select =
            QueryBuilder::<MySql>::new("SELECT location_id, variant_id, lot_id, on_hand, counted_at FROM stock_balance WHERE tenant_id = ");
        select.push_bind(tenant).push(" AND status = ").push_bind(Status::Available.code());
        narrow(&mut select, "", keys);
        let rows: Vec<(Uuid, Uuid, Uuid, Decimal, Option<DateTime<Utc>>)> = select.build_query_as().fetch_all(tx.conn()).await?;
        for (location, variant, lot, on_hand, counted_at) in rows {
            let key: Key = (location.into(), variant.into(), lot.into());
            if counted_at > counted.get(&key).copied().flatten() {
                left.remove(&key);
            } else {
                left.insert(key, Quantity::new(on_hand).map_err(anyhow::Error::new)?);
            }
        }
    }
    Ok(left)
}

/// A place as a count takes it. A count is a fact: if more was booked out since than was there, that is the other booking's
/// mistake, and the balance shows it. Nothing refuses the count.
async fn shelf(tx: &mut Tx, shelves: &mut HashMap<LocationId, Place>, location: LocationId) -> Result<Place, OpError> {
    if let Some(shelf) = shelves.get(&location) {
        return Ok(*shelf);
    }
    let shelf = Place { allow_negative: true, ..Place::load(tx, location).await? };
    shelves.insert(location, shelf);
    Ok(shelf)
}

/// Who counted a line that changes stock does not post it, unless the business is one person and has said why.
fn check_poster(session: &Session, adjusted: &[Change<'_>], reason: &str) -> Result<(), OpError> {
    if session.one_person {
        let unsaid = adjusted.iter().any(|change| change.line.mine && change.line.note.is_empty());
        return if unsaid && reason.is_empty() { Err(FieldError::new("reason", "count-reason-needed").into()) } else { Ok(()) };
    }
    if adjusted.iter().any(|change| change.line.mine) { Err(OpError::conflict(Said::new("count-own-post"))) } else { Ok(()) }
}

/// One posting for each of the store's days: a count over midnight belongs to both.
async fn postings(tx: &mut Tx, session: &Session, adjusted: &[Change<'_>], note: &str) -> Result<Vec<Posting>, OpError> {
    if adjusted.is_empty() {
        return Ok(Vec::new());
    }
    let places = StorePlaces::load(tx, session.store).await?;
    let (found, loss) = (places.of(PlaceKind::Found)?, places.of(PlaceKind::Loss)?);
    let mut shelves: HashMap<LocationId, Place> = HashMap::new();
    let mut days: BTreeMap<NaiveDate, (DateTime<Utc>, Vec<Line>)> = BTreeMap::new();
    for Change { line, by, from } in adjusted {
        let (location, variant, lot) = line.key;
        let here = shelf(tx, &mut shelves, location).await?;
        let at = line.last_at.unwrap_or_else(|| tx.now());
        let (until, lines) = days.entry(places.business_date(at)).or_insert((at, Vec::new()));
        *until = at.max(*until);
        let number = number(lines.len());
        let posted = if let Some(from) = *from {
            pieces::moved(number, (variant, lot), shelf(tx, &mut shelves, from).await?, here)
        } else {
            let (from, to) = if by.is_negative() { (here, loss) } else { (found, here) };
            Line::shared(number, variant, &[Share { lot, quantity: by.abs() }], Status::Available, from, to)
        };
        lines.push(posted.costing(line.cost).happening(Some(at)));
    }
    let document = Document { kind: "count", id: session.id.0, reference: session.number.clone() };
    let one = |(at, lines)| Posting { document: document.clone(), note: note.to_owned(), ..Posting::new(PostingKind::Count, &places, at, lines) };
    Ok(days.into_values().map(one).collect())
}

/// Whether anything is left to decide once this is posted.
async fn state_after(tx: &mut Tx, session: &Session, lines: &[Weighed]) -> Result<CountState, OpError> {
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

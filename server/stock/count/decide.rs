//! Decides lines: accepts, asks for a recount, sets aside. Who counted a line does not accept it.

use super::{
    investigate,
    keys::{KEYS, Key, narrow},
    session::Session,
    weigh::{self, Weighed},
};
use crate::Stock;
use platform::{Done, Event, Handle, OpError, Trail, Tx};
use sqlx::{MySql, QueryBuilder};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use stock_rules::{
    CountLineState, CountState, DecideCountLines, InBulk, LineDecided, LineRefused, LinesDecided, LookedInto, PickedLine, SCANS_MAX, decide_line,
    decide_picked, in_bulk,
};
use uuid::Uuid;
use vocabulary::{Actor, FieldError, PersonId, Said};

/// Most decisions of one request.
const MOST: usize = 5 * SCANS_MAX;

impl Handle<DecideCountLines> for Stock {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, decide: DecideCountLines) -> Result<Done<LinesDecided>, OpError> {
        for (field, lines) in [("lines", decide.lines.len()), ("picked", decide.picked.as_ref().map_or(0, |picked| picked.lines.len()))] {
            if lines > MOST {
                return Err(FieldError::new(field, "lines-too-many").with("max", MOST).into());
            }
        }
        if decide.reason.chars().count() > 500 {
            return Err(FieldError::new("reason", "field-too-long").with("max", 500_usize).into());
        }
        let session = Session::load(tx, decide.count).await?;
        session.step(tx).await?;
        if session.state != CountState::Review {
            return Err(OpError::conflict(Said::new("count-not-in-review")));
        }
        let me = actor.person.unwrap_or(PersonId(Uuid::nil()));
        let lines = weigh::lines(tx, &session, me).await?;
        let looked_into = investigate::open(tx, session.id).await?;
        let (becomes, reply) = judge(&session, &lines, &decide, &looked_into);
        write(tx, actor, &session, &becomes, decide.reason.trim()).await?;
        let mut trail =
            Trail::of("count", session.id).with("accepted", reply.accepted).with("recount", reply.recounted).with("rejected", reply.rejected);
        if session.one_person && !decide.reason.trim().is_empty() {
            // One pair of eyes: that they looked twice, and why, stands in the books.
            trail = trail.with("second_look", decide.reason.trim());
        }
        let facts = serde_json::json!({ "count": session.id, "accepted": reply.accepted, "recount": reply.recounted, "rejected": reply.rejected });
        Ok(Done::reply(reply).trail(trail).event(Event::new("count.decided", session.id, &facts)))
    }
}

/// What a line becomes, and from which round.
type Becomes = BTreeMap<Key, (u16, CountLineState)>;

fn judge(session: &Session, lines: &[Weighed], decide: &DecideCountLines, looked_into: &BTreeMap<Key, LookedInto>) -> (Becomes, LinesDecided) {
    let by_key: HashMap<Key, &Weighed> = lines.iter().map(|line| (line.key, line)).collect();
    let (mut becomes, mut reply) = (Becomes::new(), LinesDecided::default());
    // Nobody counted it: it may be asked for, or left.
    let uncounted = LineDecided { state: CountLineState::Open, round: 1, counted: false, by_me: false, over: None, moved: false, stray: false };
    let stands = |key| by_key.get(&key).map_or(uncounted, |line| line.judged());
    let mut settle = |key: Key, round, judged| match judged {
        // What somebody looks into waits for them.
        Ok(CountLineState::Accepted) if looked_into.contains_key(&key) => {
            reply.refused.push(LineRefused { location: key.0, variant: key.1, said: Said::new("count-line-investigated") });
        }
        Ok(state) => {
            becomes.insert(key, (round, state));
        }
        Err(said) => reply.refused.push(LineRefused { location: key.0, variant: key.1, said }),
    };
    for wanted in &decide.lines {
        let key = (wanted.location, wanted.variant);
        let line = stands(key);
        settle(key, line.round, decide_line(line, wanted.decision, session.one_person, &decide.reason));
    }
    // What is said of a line by itself holds before what is said of it with others.
    let alone: BTreeSet<Key> = decide.lines.iter().map(|line| (line.location, line.variant)).collect();
    if let Some(picked) = &decide.picked {
        let keys: BTreeSet<Key> = picked.lines.iter().map(|PickedLine { location, variant }| (*location, *variant)).collect();
        for key in keys.difference(&alone).copied() {
            let line = stands(key);
            settle(key, line.round, decide_picked(line, picked.decision, session.one_person, &decide.reason));
        }
    }
    if let Some(under) = decide.accept_under {
        for line in lines.iter().filter(|line| !looked_into.contains_key(&line.key)) {
            match in_bulk(line.judged(), line.value, under) {
                InBulk::Takes => {
                    becomes.entry(line.key).or_insert((line.round, CountLineState::Accepted));
                }
                InBulk::ValueUnknown if !becomes.contains_key(&line.key) => reply.value_unknown += 1,
                InBulk::ValueUnknown | InBulk::Leaves => {}
            }
        }
    }
    for (_, state) in becomes.values() {
        match state {
            CountLineState::Accepted => reply.accepted += 1,
            CountLineState::Rejected => reply.rejected += 1,
            _ => reply.recounted += 1,
        }
    }
    (becomes, reply)
}

async fn write(tx: &mut Tx, actor: &Actor, session: &Session, becomes: &Becomes, note: &str) -> Result<(), OpError> {
    check_keys(tx, session, becomes).await?;
    let all: Vec<_> = becomes.iter().collect();
    for lines in all.chunks(KEYS) {
        put(tx, actor, session, note, lines.iter().map(|(key, (round, state))| (**key, *round, *state))).await?;
        // A recount is a line of the next round, not counted yet.
        let again = lines.iter().filter(|(_, (_, state))| *state == CountLineState::Recount);
        put(tx, actor, session, "", again.map(|(key, (round, _))| (**key, round + 1, CountLineState::Asked))).await?;
    }
    Ok(())
}

/// A line that is made here must be of the count's store and the tenant's catalog.
async fn check_keys(tx: &mut Tx, session: &Session, becomes: &Becomes) -> Result<(), OpError> {
    let tenant = tx.tenant();
    let keys: Vec<Key> = becomes.keys().copied().collect();
    for keys in keys.chunks(KEYS) {
        let mut select =
            QueryBuilder::<MySql>::new("SELECT COUNT(*) FROM (SELECT DISTINCT b.location_id, b.variant_id FROM stock_balance b WHERE b.tenant_id = ");
        select.push_bind(tenant).push(" AND b.store_id = ").push_bind(session.store.0);
        narrow(&mut select, "b.", keys);
        select.push(" UNION SELECT l.location_id, l.variant_id FROM count_line l WHERE l.tenant_id = ").push_bind(tenant);
        select.push(" AND l.count_id = ").push_bind(session.id.0);
        narrow(&mut select, "l.", keys);
        select.push(") known");
        let known: i64 = select.build_query_scalar().fetch_one(tx.conn()).await?;
        if usize::try_from(known).unwrap_or_default() != keys.len() {
            return Err(OpError::not_found());
        }
    }
    Ok(())
}

/// Writes what lines become; makes those that are not there.
///
/// # Errors
/// When the database fails.
pub(super) async fn put(
    tx: &mut Tx,
    actor: &Actor,
    session: &Session,
    note: &str,
    lines: impl Iterator<Item = (Key, u16, CountLineState)>,
) -> Result<(), OpError> {
    let lines: Vec<_> = lines.collect();
    if lines.is_empty() {
        return Ok(());
    }
    let (tenant, now) = (tx.tenant(), tx.now());
    let person = actor.person.map_or(Uuid::nil(), |person| person.0);
    let mut insert = QueryBuilder::<MySql>::new(
        "INSERT INTO count_line (tenant_id, count_id, location_id, variant_id, round, person_id, person_name, state, note, decided_at, decided_by, \
         decided_name) ",
    );
    insert.push_values(lines, |mut row, ((location, variant), round, state)| {
        row.push_bind(tenant)
            .push_bind(session.id.0)
            .push_bind(location.0)
            .push_bind(variant.0)
            .push_bind(round)
            .push_bind(Uuid::nil())
            .push("''")
            .push_bind(state.code())
            .push_bind(note)
            .push_bind(now)
            .push_bind(person)
            .push_bind(&actor.name);
    });
    insert.push(
        " ON DUPLICATE KEY UPDATE state = VALUES(state), note = VALUES(note), decided_at = VALUES(decided_at), decided_by = VALUES(decided_by), \
         decided_name = VALUES(decided_name)",
    );
    insert.build().execute(tx.conn()).await?;
    Ok(())
}

//! A count beside the books, for those who may approve.

use super::{
    entered, investigate,
    keys::Key,
    session::{self, Session},
    uncounted, unknown,
    weigh::{self, Weighed},
};
use crate::Stock;
use platform::{Done, Handle, OpError, Tx};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use stock_rules::{CountLineState, CountReview, CountState, EnteredQuantity, LookedInto, REVIEW_MAX, ReviewCount, ReviewLine, ReviewTotals};
use vocabulary::{Actor, PersonId, Said};

impl Handle<ReviewCount> for Stock {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, ask: ReviewCount) -> Result<Done<CountReview>, OpError> {
        let session = Session::load(tx, ask.count).await?;
        if session.blind && matches!(session.state, CountState::Open | CountState::Counting) {
            // Blind is blind for everybody, or the reviewer who lends a hand knows what to find.
            return Err(OpError::conflict(Said::new("count-blind")));
        }
        let me = actor.person.unwrap_or(PersonId(uuid::Uuid::nil()));
        let lines = weigh::lines(tx, &session, me).await?;
        let looks = investigate::open(tx, session.id).await?;
        let unknown = unknown::list(tx, &session).await?;
        let mut typed = entered::of_lines(tx, &session).await?;
        let mut totals = totals(&lines);
        let ended = matches!(session.state, CountState::Posted | CountState::Cancelled);
        let uncounted = if ended { Vec::new() } else { uncounted::list(tx, &session, None).await? };
        totals.unknown = i64::try_from(unknown.len()).unwrap_or(i64::MAX);
        totals.uncounted = uncounted::how_many_beside(tx, &session, None, uncounted.len()).await?;
        let counters: BTreeSet<&str> = lines.iter().flat_map(|line| &line.counters).map(|counter| counter.name.as_str()).collect();
        let review = CountReview {
            count: session::row(tx, session.id).await?,
            counters: counters.into_iter().map(str::to_owned).collect(),
            first_at: lines.iter().filter_map(|line| line.first_at).min(),
            last_at: lines.iter().filter_map(|line| line.last_at).max(),
            i_counted: lines.iter().any(|line| line.mine),
            one_person: session.one_person,
            differ: lines.into_iter().filter(is_to_decide).take(REVIEW_MAX).map(|line| told(line, &looks, &mut typed)).collect(),
            uncounted,
            unknown,
            totals,
        };
        Ok(Done::reply(review))
    }
}

/// What the reviewer looks at: all but what was right from the start, and what was left uncounted.
fn is_to_decide(line: &Weighed) -> bool {
    !line.matches() && (line.counted.is_some() || line.state == CountLineState::Asked)
}

fn totals(lines: &[Weighed]) -> ReviewTotals {
    let mut totals = ReviewTotals::default();
    for line in lines {
        let value = line.value.unwrap_or(Decimal::ZERO);
        if line.counted.is_some() {
            totals.counted += 1;
            if line.matches() {
                totals.matched += 1;
            } else {
                totals.differ += 1;
            }
        }
        let unvalued = i64::from(line.counted.is_some() && !line.matches() && line.value.is_none());
        if line.state != CountLineState::Rejected {
            totals.unvalued += unvalued;
            let side = if value.is_sign_negative() { &mut totals.missing } else { &mut totals.found };
            *side += value;
        }
        match line.state {
            CountLineState::Accepted if !line.matches() => {
                totals.accepted += 1;
                totals.accepted_value += value;
                totals.accepted_unvalued += unvalued;
            }
            CountLineState::Asked if line.counted.is_none() => totals.asked += 1,
            CountLineState::Open | CountLineState::Asked if line.counted.is_some() => totals.undecided += 1,
            _ => {}
        }
    }
    totals
}

fn told(line: Weighed, looks: &BTreeMap<Key, LookedInto>, typed: &mut HashMap<(Key, u16), Vec<EnteredQuantity>>) -> ReviewLine {
    let (round, mine) = (line.round, line.mine);
    let counters: BTreeSet<String> = line.counters.into_iter().filter(|counter| counter.round == round).map(|counter| counter.name).collect();
    ReviewLine {
        location: line.key.0,
        location_code: line.location_code,
        variant: line.key.1,
        lot: line.lot,
        sku: line.sku,
        name: line.name,
        option_text: line.option_text,
        round,
        state: line.state,
        expected: line.expected,
        counted: line.counted,
        variance: line.variance,
        value: line.value,
        moved: line.moved,
        stray: line.stray,
        over: line.over,
        counters: counters.into_iter().collect(),
        mine,
        before: line.before,
        entered: typed.remove(&(line.key, round)).unwrap_or_default(),
        note: line.note,
        decided_by: line.decided_by,
        last_at: line.last_at,
        looked_into: looks.get(&line.key).cloned(),
        books: line.books,
        barred: line.barred,
    }
}

//! What arrived damaged is posted apart from what is in good order, with why.

use ledger::{Line, Posting};
use vocabulary::{PostingKind, Quantity, Reason, Status};

/// Parts arrivals into what is in good order and what is damaged: that has a reason. Each part takes from the way what it
/// brings, of each lot its own.
pub(super) fn apart(postings: Vec<Posting>, reason: Reason) -> Vec<Posting> {
    let mut all = Vec::with_capacity(postings.len() + 1);
    for posting in postings {
        if posting.kind != PostingKind::TransferReceive {
            all.push(posting);
            continue;
        }
        let (good, bad): (Vec<_>, Vec<_>) = posting.lines.iter().map(split).unzip();
        let lines = |lines: Vec<Option<Line>>| lines.into_iter().flatten().collect::<Vec<Line>>();
        for (lines, reason) in [(lines(good), None), (lines(bad), Some(reason))] {
            if !lines.is_empty() {
                all.push(Posting { lines, reason, ..posting.clone() });
            }
        }
    }
    all
}

/// What of a line is in good order, and what is damaged.
fn split(line: &Line) -> (Option<Line>, Option<Line>) {
    let brought = |status: Status| line.legs.iter().filter(move |leg| leg.quantity.is_positive() && leg.status == status);
    let (mut good, mut bad) = (Line { legs: Vec::new(), ..line.clone() }, Line { legs: Vec::new(), ..line.clone() });
    let mut damaged: Vec<_> = brought(Status::Damaged).map(|leg| (leg.lot, leg.quantity)).collect();
    for leg in line.legs.iter().filter(|leg| leg.quantity.is_negative()) {
        let mut left = -leg.quantity;
        for (_, wanted) in damaged.iter_mut().filter(|(lot, wanted)| *lot == leg.lot && wanted.is_positive()) {
            let taken = left.min(*wanted);
            if taken.is_positive() {
                (*wanted, left) = (*wanted - taken, left - taken);
                bad.legs.push(ledger::Leg { quantity: -taken, ..*leg });
            }
        }
        if left.is_positive() {
            good.legs.push(ledger::Leg { quantity: -left, ..*leg });
        }
    }
    good.legs.extend(line.legs.iter().filter(|leg| leg.quantity.is_positive() && leg.status != Status::Damaged));
    bad.legs.extend(brought(Status::Damaged));
    let some = |line: Line| line.legs.iter().map(|leg| leg.quantity).any(|quantity: Quantity| !quantity.is_zero()).then_some(line);
    (some(good), some(bad))
}

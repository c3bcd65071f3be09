//! Why a line is not accepted as it is. A count says what is there; it brings nothing from another store, takes nothing in
//! that is on its way, and lets nothing in for sale that may not be sold: who decides is told where the books have it.

use super::{
    pieces::{Becomes, Pieces},
    session::Session,
    weigh::Weighed,
};
use ledger::lots;
use platform::{OpError, Tx};
use stock_rules::{CountLineState, usable_on};
use vocabulary::{LotState, Quantity, Said};

/// Finds out of each line that found more than the books had where they have that, and why it is not accepted.
///
/// # Errors
/// When the database fails.
pub(super) async fn look(tx: &mut Tx, session: &Session, mut lines: Vec<Weighed>) -> Result<Vec<Weighed>, OpError> {
    for line in lines.iter_mut().filter(|line| found_more(line)) {
        line.barred = of_lot(session, line);
    }
    if !lines.iter().any(|line| line.is_piece() && found_more(line)) {
        return Ok(lines);
    }
    let mut pending: Vec<usize> = (0..lines.len()).filter(|at| lines.get(*at).is_some_and(|line| line.is_piece() && waits(line))).collect();
    let mut pieces = Pieces::load(tx, session.id, &pending.iter().filter_map(|at| lines.get(*at)).collect::<Vec<_>>()).await?;
    pending.sort_by_key(|at| lines.get(*at).and_then(|line| line.last_at));
    for at in pending {
        let Some(line) = lines.get_mut(at) else { continue };
        match pieces.settle(line) {
            Becomes::Comes(books) => {
                let bars = line.lot.as_ref().and_then(|lot| books.bars(session.store, &lot.code));
                line.barred = bars.or_else(|| line.barred.take());
                line.books = Some(books);
            }
            // What the books know of it since holds: nothing comes in.
            Becomes::Stays => line.barred = None,
            Becomes::Found | Becomes::Lost => {}
        }
    }
    Ok(lines)
}

fn waits(line: &Weighed) -> bool {
    line.counted.is_some() && !matches!(line.state, CountLineState::Rejected | CountLineState::Posted)
}

fn found_more(line: &Weighed) -> bool {
    waits(line) && line.lot.is_some() && line.variance.is_some_and(Quantity::is_positive)
}

/// Why nothing more of a lot, or of a piece, is let in for sale: it is held or called back, or was over when it was counted.
pub(super) fn of_lot(session: &Session, line: &Weighed) -> Option<Said> {
    let lot = line.lot.as_ref()?;
    if line.lot_state != LotState::Free {
        return Some(Said::new("lot-held").with("lot", lot.code.as_str()));
    }
    let last = lot.expires_on.and_then(lots::last_day)?;
    let over = line.last_at.is_some_and(|at| !usable_on(Some(last), session.day(at)));
    over.then(|| Said::new("lot-expired-available").with("lot", lot.code.as_str()).with("day", last))
}

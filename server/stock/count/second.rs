//! A second count: everything is counted again by somebody else, who does not see what the first came to.

use super::{decide::put, keys::KEYS, session::Session, weigh::Weighed};
use platform::{OpError, Tx};
use stock_rules::CountLineState;
use vocabulary::Actor;

/// Whether somebody else is to count a line before anything of it is settled. Where the business is one person there is nobody
/// else.
pub(super) fn is_due(session: &Session, line: &Weighed) -> bool {
    session.second_count && !session.one_person && line.state == CountLineState::Open && line.round == 1 && line.counted.is_some()
}

/// Asks for the second count of all that was counted once.
///
/// # Errors
/// When the database fails.
pub(super) async fn ask(tx: &mut Tx, actor: &Actor, session: &Session, lines: &[Weighed]) -> Result<(), OpError> {
    let due: Vec<&Weighed> = lines.iter().filter(|line| is_due(session, line)).collect();
    for lines in due.chunks(KEYS) {
        put(tx, actor, session, "", lines.iter().map(|line| (line.key, line.round, CountLineState::Recount))).await?;
        put(tx, actor, session, "", lines.iter().map(|line| (line.key, line.round + 1, CountLineState::Asked))).await?;
    }
    Ok(())
}

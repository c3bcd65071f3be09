//! Pieces with numbers that were counted: each is in one place. One that was counted at a place while the books have it at
//! another is moved there.

use super::weigh::Weighed;
use chrono::{DateTime, Utc};
use ledger::{Leg, Line, Place, lots};
use platform::{OpError, Tx};
use std::collections::{BTreeSet, HashMap};
use vocabulary::{CountId, LocationId, LotId, Quantity, Status, VariantId};

/// Where the books have pieces while the lines of a count are posted, one after another.
#[derive(Default)]
pub(super) struct Pieces {
    at: HashMap<LotId, (LocationId, Status)>,
    /// When something was last booked of a piece, or it was last counted.
    since: HashMap<LotId, DateTime<Utc>>,
    /// When a piece was last counted as being somewhere.
    seen: HashMap<LotId, DateTime<Utc>>,
}

/// What a line does to its piece.
pub(super) enum Becomes {
    /// It is there, or what is known of it since holds.
    Stays,
    /// Nobody knew where it was.
    Found,
    /// It was there, and is not.
    Lost,
    /// The books have it elsewhere.
    Comes(LocationId, Status),
}

impl Pieces {
    /// Reads where the pieces of these lines are.
    ///
    /// # Errors
    /// When the database fails.
    pub(super) async fn load(tx: &mut Tx, count: CountId, lines: &[&Weighed]) -> Result<Self, OpError> {
        let ids: BTreeSet<LotId> = lines.iter().filter(|line| line.is_piece()).map(|line| line.key.2).collect();
        if ids.is_empty() {
            return Ok(Self::default());
        }
        let mut seen: HashMap<LotId, DateTime<Utc>> = HashMap::new();
        for (lot, at) in lines.iter().filter(|line| line.is_here()).filter_map(|line| Some((line.key.2, line.last_at?))) {
            let last = seen.entry(lot).or_insert(at);
            *last = at.max(*last);
        }
        let mut at = HashMap::new();
        for (lot, is) in lots::where_are(tx, &ids).await?.into_iter().filter(|(_, is)| is.present) {
            let status = Status::of_code(is.status).ok_or_else(|| anyhow::anyhow!("piece {lot} is in the unknown status {}", is.status))?;
            at.insert(lot, (is.location, status));
        }
        Ok(Self { at, since: lots::last_told(tx, &ids, count.0).await?, seen })
    }

    /// What a line does to its piece; lines come in the order of their moments.
    pub(super) fn settle(&mut self, line: &Weighed) -> Becomes {
        let (location, _, lot) = line.key;
        if line.last_at.zip(self.since.get(&lot)).is_some_and(|(counted, told)| counted < *told) {
            return Becomes::Stays;
        }
        // One that was seen is where it was seen last.
        if self.seen.get(&lot).is_some_and(|seen| !line.is_here() || line.last_at != Some(*seen)) {
            return Becomes::Stays;
        }
        let here = (location, Status::Available);
        let (is, counted) = (self.at.get(&lot).copied(), line.is_here());
        match (is, counted) {
            (Some(is), true) if is == here => Becomes::Stays,
            (is, true) => {
                self.at.insert(lot, here);
                is.map_or(Becomes::Found, |(from, status)| Becomes::Comes(from, status))
            }
            (Some(is), false) if is == here => {
                self.at.remove(&lot);
                Becomes::Lost
            }
            (_, false) => Becomes::Stays,
        }
    }
}

/// One piece from where the books had it, in whatever status, to where it was counted.
pub(super) fn moved(number: i32, (variant, lot): (VariantId, LotId), from: (Place, Status), to: Place) -> Line {
    let leg = |place, status, quantity| Leg { place, variant, lot, status, quantity };
    Line::of(number, "quantity", vec![leg(from.0, from.1, -Quantity::ONE), leg(to, Status::Available, Quantity::ONE)])
}

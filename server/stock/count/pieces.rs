//! Pieces with numbers that were counted: each is in one place. One that was counted at a place while the books have it at
//! another is moved there.

use super::weigh::Weighed;
use chrono::{DateTime, Utc};
use ledger::{Leg, Line, Place, lots};
use platform::{OpError, Tx, db::push_list};
use sqlx::{MySql, QueryBuilder};
use std::collections::{BTreeSet, HashMap};
use stock_rules::PieceAt;
use uuid::Uuid;
use vocabulary::{CountId, LocationId, LotId, PlaceKind, Quantity, Status, VariantId};

/// Where the books have pieces while the lines of a count are posted, one after another.
#[derive(Default)]
pub(super) struct Pieces {
    at: HashMap<LotId, PieceAt>,
    /// When something was last booked of a piece, or it was last counted.
    since: HashMap<LotId, DateTime<Utc>>,
    /// When a piece was last counted as being somewhere.
    seen: HashMap<LotId, DateTime<Utc>>,
    /// Settled by a line that saw it: of two that saw it at one instant the first.
    settled: BTreeSet<LotId>,
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
    Comes(PieceAt),
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
        let are = lots::where_are(tx, &ids).await?;
        let at = places(tx, are).await?;
        Ok(Self { at, since: lots::last_told(tx, &ids, count.0).await?, seen, settled: BTreeSet::new() })
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
        if line.is_here() && !self.settled.insert(lot) {
            return Becomes::Stays;
        }
        let is_here = self.at.get(&lot).is_some_and(|at| (at.location, at.status) == (location, Status::Available));
        match (line.is_here(), is_here) {
            (true, true) | (false, false) => Becomes::Stays,
            (true, false) => self.at.remove(&lot).map_or(Becomes::Found, Becomes::Comes),
            (false, true) => {
                self.at.remove(&lot);
                Becomes::Lost
            }
        }
    }
}

/// The places of pieces that are somewhere.
async fn places(tx: &mut Tx, are: HashMap<LotId, lots::Whereabouts>) -> Result<HashMap<LotId, PieceAt>, OpError> {
    let ids: BTreeSet<Uuid> = are.values().filter(|is| is.present).map(|is| is.location.0).collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT l.id, l.code, l.kind, l.store_id, s.code FROM location l JOIN store s ON s.tenant_id = l.tenant_id AND s.id = l.store_id \
         WHERE l.tenant_id = ",
    );
    select.push_bind(tenant).push(" AND l.id IN ");
    push_list(&mut select, ids);
    let rows: Vec<(Uuid, String, u8, Uuid, String)> = select.build_query_as().fetch_all(tx.conn()).await?;
    let known: HashMap<LocationId, _> = rows.into_iter().map(|(id, code, kind, store, of)| (LocationId(id), (code, kind, store, of))).collect();
    let mut at = HashMap::with_capacity(are.len());
    for (lot, is) in are.into_iter().filter(|(_, is)| is.present) {
        let status = Status::of_code(is.status).ok_or_else(|| anyhow::anyhow!("piece {lot} is in the unknown status {}", is.status))?;
        let (code, kind, store, of) = known.get(&is.location).cloned().ok_or_else(|| anyhow::anyhow!("piece {lot} is at no place of ours"))?;
        let on_its_way = PlaceKind::of_code(kind) == Some(PlaceKind::Transit);
        at.insert(lot, PieceAt { store: store.into(), store_code: of, location: is.location, location_code: code, status, on_its_way });
    }
    Ok(at)
}

/// One piece from where the books had it to where it was counted.
pub(super) fn moved(number: i32, (variant, lot): (VariantId, LotId), from: Place, to: Place) -> Line {
    let leg = |place, quantity| Leg { place, variant, lot, status: Status::Available, quantity };
    Line::of(number, "quantity", vec![leg(from, -Quantity::ONE), leg(to, Quantity::ONE)])
}

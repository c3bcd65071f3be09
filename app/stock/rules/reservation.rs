//! What is promised to somebody: holds that lapse, allocations that stand, and what becomes of them.

use crate::{KitOfLines, LotGiven, sell::till};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use utoipa::ToSchema;
use vocabulary::{
    Channel, Cursor, FieldError, Kind, Operation, Page, Permission, PostingId, Quantity, ReservationId, StoreId, TransferId, VariantId, decide_makes,
    decide_taken, short_code,
};

/// How firmly something is promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReservationKind {
    /// For a basket: it lapses unless it is kept alive.
    Hold,
    /// For an order: it stands until it is shipped or released.
    Allocation,
}

impl ReservationKind {
    pub const ALL: [Self; 2] = [Self::Hold, Self::Allocation];

    /// The number it is stored as. Never reused.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Hold => 1,
            Self::Allocation => 2,
        }
    }

    #[must_use]
    pub fn of_code(code: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The word it goes by in forms and the API.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Hold => "hold",
            Self::Allocation => "allocation",
        }
    }
}

/// Where a reservation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReservationState {
    /// Something of it is promised.
    Active,
    /// All of it was shipped, or what was left was released.
    Shipped,
    /// It was let go before anything was shipped.
    Released,
    /// The hold lapsed.
    Expired,
}

impl ReservationState {
    pub const ALL: [Self; 4] = [Self::Active, Self::Shipped, Self::Released, Self::Expired];

    /// The number it is stored as. Never reused.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Active => 1,
            Self::Shipped => 2,
            Self::Released => 3,
            Self::Expired => 4,
        }
    }

    #[must_use]
    pub fn of_code(code: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// The word it goes by in URLs and the API.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Shipped => "shipped",
            Self::Released => "released",
            Self::Expired => "expired",
        }
    }

    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.tag() == tag)
    }
}

/// A reservation's number as people say it: `R-3F7K2Q9A`.
#[must_use]
pub fn reservation_code(reservation: ReservationId) -> String {
    short_code('R', reservation.0)
}

/// How long a hold lasts unless said, in minutes.
pub const HOLD_MINUTES: u32 = 15;
/// The longest, and the longest it is kept alive by at once: a week.
pub const HOLD_MINUTES_MAX: u32 = 7 * 24 * 60;

/// Promises stock, all lines or none. Demand is summed by store and item: two lines of one do not both see all of it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReserveStock {
    pub kind: ReservationKind,
    /// 1 to 500.
    pub lines: Vec<ReserveLine>,
    /// Where lines that name no store may be promised, the best first; all stores in use, by code, unless said.
    #[serde(default)]
    pub stores: Vec<StoreId>,
    /// How long a hold lasts: 1 to 10,080; 15 unless said. Not of an allocation.
    #[serde(default)]
    pub minutes: Option<u32>,
    /// The order's or the basket's number: at most 64 characters.
    #[serde(default)]
    pub reference: String,
    /// At most 500 characters.
    #[serde(default)]
    pub note: String,
}

/// How much of what is wanted, and where.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReserveLine {
    pub variant: VariantId,
    /// In `unit`; more than nought.
    pub quantity: Quantity,
    /// In which unit the quantity is told: one of the variant's, or one that turns into its base unit; the base unit unless said.
    #[serde(default)]
    pub unit: Option<String>,
    /// From this store; wherever it is unless said, from one store if one has enough.
    #[serde(default)]
    pub store: Option<StoreId>,
}

/// Either a reservation, or what is short of each line that is: then nothing is promised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StockReserved {
    /// None where something is short.
    pub reserved: Option<Reserved>,
    pub short: Vec<ShortLine>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Reserved {
    pub reservation: ReservationId,
    pub code: String,
    /// Needed to change or ship it.
    pub fence: i64,
    /// Of a hold.
    pub expires_at: Option<DateTime<Utc>>,
    /// Which store promises how much of which line of the request.
    pub plan: Vec<PlannedLine>,
    /// Which lines of the plan were asked for as a kit.
    #[serde(default)]
    pub kits: Vec<KitLines>,
}

/// A kit among lines: `parts` of them from `line` on are what `quantity` of it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct KitLines {
    pub line: i32,
    pub parts: i32,
    /// The kit.
    pub variant: VariantId,
    pub quantity: Quantity,
}

/// A part of a line, at a store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PlannedLine {
    /// The line's number in the request, from 0.
    pub line: usize,
    /// Its own number in the reservation, from 0: a line that several stores promise has one in each.
    pub number: i32,
    pub variant: VariantId,
    pub store: StoreId,
    pub quantity: Quantity,
}

/// A line that cannot be promised, and what could be done about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ShortLine {
    /// The line's number in the request, from 0.
    pub line: usize,
    pub variant: VariantId,
    /// Of a kit: what runs out first. The rest is told of it, but for the quantities, which are of the kit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub component: Option<VariantId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub component_sku: Option<String>,
    pub wanted: Quantity,
    /// What is left for it where it may be promised.
    pub available: Quantity,
    /// Stores that have some left, the most first; at most 20.
    pub elsewhere: Vec<StoreAvailable>,
    /// Who holds it where it was wanted, newest first; at most 20.
    pub held_by: Vec<HeldBy>,
    /// What is on its way there; at most 20.
    pub incoming: Vec<Incoming>,
    /// Other variants of the item of which there is enough; at most 20.
    pub instead: Vec<VariantId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StoreAvailable {
    pub store: StoreId,
    pub available: Quantity,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct HeldBy {
    pub reservation: ReservationId,
    pub code: String,
    pub store: StoreId,
    pub quantity: Quantity,
    pub expires_at: Option<DateTime<Utc>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Incoming {
    pub transfer: TransferId,
    pub code: String,
    pub to: StoreId,
    pub quantity: Quantity,
    pub shipped_at: DateTime<Utc>,
}

impl Operation for ReserveStock {
    type Reply = StockReserved;
    const NAME: &'static str = "stock.reserve_stock";
    const NEEDS: Permission = Permission::Sell;
    const KIND: Kind = Kind::Command;
}

/// A reservation after something was done to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ReservationSaved {
    pub reservation: ReservationId,
    pub code: String,
    pub state: ReservationState,
    pub fence: i64,
    pub expires_at: Option<DateTime<Utc>>,
    /// What was written in the books.
    pub postings: Vec<PostingId>,
}

/// Keeps a hold alive: it lasts so many minutes from now at least.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExtendReservation {
    pub reservation: ReservationId,
    /// As it was last told.
    pub fence: i64,
    /// 1 to 10,080; 15 unless said.
    #[serde(default)]
    pub minutes: Option<u32>,
}

impl Operation for ExtendReservation {
    type Reply = ReservationSaved;
    const NAME: &'static str = "stock.extend_reservation";
    const NEEDS: Permission = Permission::Sell;
    const KIND: Kind = Kind::Command;
}

/// Makes a hold an allocation: the basket became an order.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConvertReservation {
    pub reservation: ReservationId,
    /// As it was last told.
    pub fence: i64,
}

impl Operation for ConvertReservation {
    type Reply = ReservationSaved;
    const NAME: &'static str = "stock.convert_reservation";
    const NEEDS: Permission = Permission::Sell;
    const KIND: Kind = Kind::Command;
}

/// Lets go of all that is still promised.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReleaseReservation {
    pub reservation: ReservationId,
    /// As it was last told.
    pub fence: i64,
}

impl Operation for ReleaseReservation {
    type Reply = ReservationSaved;
    const NAME: &'static str = "stock.release_reservation";
    const NEEDS: Permission = Permission::Sell;
    const KIND: Kind = Kind::Command;
}

/// Ships what was promised: it is sold, from where it stands. What is left stays promised.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShipReservation {
    pub reservation: ReservationId,
    /// As it was last told.
    pub fence: i64,
    /// Each line at most once; all that is still promised unless said.
    #[serde(default)]
    pub lines: Vec<ShippedLine>,
    /// By which way it goes to the customer; over the counter unless said.
    #[serde(default = "till")]
    pub channel: Channel,
    /// At most 500 characters.
    #[serde(default)]
    pub note: String,
}

#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShippedLine {
    /// The line's number in the reservation, from 0.
    pub line: i32,
    /// More than nought, and no more than is promised.
    pub quantity: Quantity,
    /// Which lot, where the item is tracked by lots; what expires first is taken unless said.
    #[serde(default)]
    pub lot: Option<LotGiven>,
    /// Its pieces' numbers, one for each, where the item is tracked by serial number.
    #[serde(default)]
    pub serials: Vec<String>,
}

impl Operation for ShipReservation {
    type Reply = ReservationSaved;
    const NAME: &'static str = "stock.ship_reservation";
    const NEEDS: Permission = Permission::Sell;
    const KIND: Kind = Kind::Command;
}

/// Reservations, newest first.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ListReservations {
    /// Only these; all unless said.
    #[serde(default)]
    pub state: Option<ReservationState>,
    #[serde(default)]
    pub cursor: Option<Cursor>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ReservationRow {
    pub reservation: ReservationId,
    pub code: String,
    pub kind: ReservationKind,
    /// A hold that has lapsed is told as expired even before anybody has cleared it away.
    pub state: ReservationState,
    pub fence: i64,
    pub reference: String,
    pub expires_at: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
    pub who: String,
    pub lines: i64,
    /// What is still promised, over all lines.
    pub open: Quantity,
}

impl Operation for ListReservations {
    type Reply = Page<ReservationRow>;
    const NAME: &'static str = "stock.list_reservations";
    const NEEDS: Permission = Permission::StockRead;
    const KIND: Kind = Kind::Query;
}

/// One reservation with its lines.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ShowReservation {
    pub reservation: ReservationId,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ReservationView {
    pub head: ReservationRow,
    pub note: String,
    pub lines: Vec<ReservationLine>,
    /// Which lines were asked for as a kit.
    #[serde(default)]
    pub kits: Vec<KitOfLines>,
    /// What was written in the books for it.
    pub postings: Vec<PostingId>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ReservationLine {
    pub line: i32,
    pub store: StoreId,
    pub variant: VariantId,
    pub sku: String,
    pub name: String,
    pub option_text: String,
    pub quantity: Quantity,
    pub shipped: Quantity,
    /// Still promised.
    pub open: Quantity,
}

impl Operation for ShowReservation {
    type Reply = ReservationView;
    const NAME: &'static str = "stock.show_reservation";
    const NEEDS: Permission = Permission::StockRead;
    const KIND: Kind = Kind::Query;
}

/// What is wrong with how long a reservation is to last.
#[must_use]
pub fn check_reserve(reserve: &ReserveStock) -> Option<FieldError> {
    match (reserve.kind, reserve.minutes) {
        (ReservationKind::Allocation, Some(_)) => Some(FieldError::new("minutes", "reservation-minutes-hold")),
        (_, minutes) => check_minutes(minutes),
    }
}

/// How long a hold lasts.
#[must_use]
pub fn check_minutes(minutes: Option<u32>) -> Option<FieldError> {
    let wrong = minutes.is_some_and(|minutes| !(1..=HOLD_MINUTES_MAX).contains(&minutes));
    wrong.then(|| FieldError::new("minutes", "reservation-minutes").with("max", HOLD_MINUTES_MAX as usize))
}

/// What is free of a variant at a store.
pub type Free = BTreeMap<(StoreId, VariantId), Quantity>;

/// In their order, each once.
fn each_once(stores: &[StoreId]) -> Vec<StoreId> {
    let mut seen = BTreeSet::new();
    stores.iter().copied().filter(|store| seen.insert(*store)).collect()
}

/// A line as it is decided: so much of a variant, or so many of a kit, each of which takes all its parts from one store.
#[derive(Clone, Debug)]
pub struct WantedLine {
    /// What one of it takes of which variant: of what is no kit one of itself.
    pub parts: Vec<(VariantId, Quantity)>,
    /// The kit that it asks for.
    pub kit: Option<VariantId>,
    pub quantity: Quantity,
    pub store: Option<StoreId>,
}

impl WantedLine {
    /// A line that asks for no kit.
    #[must_use]
    pub fn of(line: &ReserveLine) -> Self {
        Self { parts: vec![(line.variant, Quantity::ONE)], kit: None, quantity: line.quantity, store: line.store }
    }

    /// How many of it a store has left.
    #[must_use]
    pub fn left(&self, free: &Free, store: StoreId) -> Quantity {
        let of = |variant: VariantId| free.get(&(store, variant)).copied().unwrap_or_default().max(Quantity::ZERO);
        match self.kit {
            Some(_) => decide_makes(self.parts.iter().map(|(variant, each)| (of(*variant), *each))),
            None => self.parts.iter().map(|(variant, _)| of(*variant)).sum(),
        }
    }

    /// What so many of it take of a part; what is more than the ledger holds is no plan's.
    fn taken(&self, quantity: Quantity, each: Quantity) -> Quantity {
        if self.kit.is_some() { decide_taken(quantity, each).unwrap_or(quantity) } else { quantity }
    }
}

/// Which store promises what, and which of the lines are a kit's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReservationPlan {
    pub lines: Vec<PlannedLine>,
    pub kits: Vec<KitLines>,
}

/// Decides which store promises how much of which line: lines that name a store first, for they have no choice; the others
/// from one store if one has enough, else from several, in the order of the stores. A kit is never torn apart between two.
///
/// # Errors
/// The lines that are short, each with what is left for it.
pub fn decide_reservation(lines: &[WantedLine], mut free: Free, stores: &[StoreId]) -> Result<ReservationPlan, Vec<(usize, Quantity)>> {
    let (mut taken, mut short) = (Vec::with_capacity(lines.len()), Vec::new());
    let order = (0..lines.len()).filter(|at| lines[*at].store.is_some()).chain((0..lines.len()).filter(|at| lines[*at].store.is_none()));
    for at in order {
        let line = &lines[at];
        let choices: Vec<StoreId> = line.store.map_or_else(|| each_once(stores), |store| vec![store]);
        let available: Quantity = choices.iter().map(|store| line.left(&free, *store)).sum();
        if available < line.quantity {
            short.push((at, available));
            continue;
        }
        let whole = choices.iter().find(|store| line.left(&free, **store) >= line.quantity).copied();
        let mut wanted = line.quantity;
        for store in whole.map_or(choices, |store| vec![store]) {
            let quantity = line.left(&free, store).min(wanted);
            if quantity.is_positive() {
                for (variant, each) in &line.parts {
                    free.entry((store, *variant)).and_modify(|free| *free = *free - line.taken(quantity, *each));
                }
                taken.push((at, store, quantity));
                wanted = wanted - quantity;
            }
        }
    }
    if !short.is_empty() {
        short.sort_unstable_by_key(|(at, _)| *at);
        return Err(short);
    }
    taken.sort_by_key(|(at, ..)| *at);
    let mut plan = ReservationPlan::default();
    for (at, store, quantity) in taken {
        let (line, first) = (&lines[at], plan.lines.len());
        let number = |number: usize| i32::try_from(number).unwrap_or(i32::MAX);
        for (variant, each) in &line.parts {
            let number = number(plan.lines.len());
            plan.lines.push(PlannedLine { line: at, number, variant: *variant, store, quantity: line.taken(quantity, *each) });
        }
        plan.kits.extend(line.kit.map(|variant| KitLines { line: number(first), parts: number(line.parts.len()), variant, quantity }));
    }
    Ok(plan)
}

/// How many kits a part of their lines is: `shipped` are the quantities of it beside those of all of `lines`, of which there
/// are `kits`. None where it is no whole number of kits.
#[must_use]
pub fn decide_kits_shipped(kits: Quantity, lines: &[(Quantity, Quantity)]) -> Option<Quantity> {
    let (first, of) = lines.first()?;
    let whole = |shipped: Quantity, of: Quantity| kits.times(shipped.decimal()).checked_div(of.decimal());
    let many = whole(*first, *of).and_then(|many| Quantity::new(many).ok()).filter(|many| many.is_whole())?;
    let fits = |(shipped, of): &(Quantity, Quantity)| many.decimal().checked_mul(of.decimal()) == shipped.decimal().checked_mul(kits.decimal());
    lines.iter().all(fits).then_some(many)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(n: u128) -> uuid::Uuid {
        uuid::Uuid::from_u128(n)
    }

    fn line(variant: u128, quantity: i32, store: Option<u128>) -> WantedLine {
        let store = store.map(|store| StoreId(id(store)));
        WantedLine::of(&ReserveLine { variant: VariantId(id(variant)), quantity: Quantity::whole(quantity), unit: None, store })
    }

    /// So many kits of two of 7 and one of 8.
    fn kit(quantity: i32, store: Option<u128>) -> WantedLine {
        let parts = vec![(VariantId(id(7)), q(2)), (VariantId(id(8)), q(1))];
        WantedLine { parts, kit: Some(VariantId(id(9))), quantity: q(quantity), store: store.map(|store| StoreId(id(store))) }
    }

    fn free(all: &[(u128, u128, i32)]) -> Free {
        all.iter().map(|(store, variant, n)| ((StoreId(id(*store)), VariantId(id(*variant))), Quantity::whole(*n))).collect()
    }

    fn decided(lines: &[WantedLine], all: &[(u128, u128, i32)]) -> Result<Vec<(usize, u128, Quantity)>, Vec<(usize, Quantity)>> {
        let stores = [StoreId(id(1)), StoreId(id(2))];
        decide_reservation(lines, free(all), &stores)
            .map(|plan| plan.lines.into_iter().map(|part| (part.line, part.store.0.as_u128(), part.quantity)).collect())
    }

    fn q(n: i32) -> Quantity {
        Quantity::whole(n)
    }

    #[test]
    fn lines_of_one_item_do_not_both_see_all_of_it() {
        let lines = [line(7, 6, Some(1)), line(7, 6, Some(1))];
        assert_eq!(decided(&lines, &[(1, 7, 10)]), Err(vec![(1, q(4))]));
        assert_eq!(decided(&lines, &[(1, 7, 12)]), Ok(vec![(0, 1, q(6)), (1, 1, q(6))]));
    }

    #[test]
    fn one_store_with_enough_goes_before_two_with_some() {
        assert_eq!(decided(&[line(7, 5, None)], &[(1, 7, 3), (2, 7, 5)]), Ok(vec![(0, 2, q(5))]));
        assert_eq!(decided(&[line(7, 5, None)], &[(1, 7, 3), (2, 7, 4)]), Ok(vec![(0, 1, q(3)), (0, 2, q(2))]));
        assert_eq!(decided(&[line(7, 8, None)], &[(1, 7, 3), (2, 7, 4)]), Err(vec![(0, q(7))]));
    }

    #[test]
    fn a_store_that_is_named_twice_has_what_it_has_once() {
        let twice = [StoreId(id(1)), StoreId(id(1))];
        let decided = |n| decide_reservation(&[line(7, n, None)], free(&[(1, 7, 3)]), &twice);
        assert_eq!(decided(5), Err(vec![(0, q(3))]));
        assert_eq!(decided(3).map(|plan| plan.lines.len()), Ok(1));
    }

    #[test]
    fn a_kit_takes_its_parts_from_one_store_and_sums_with_other_lines() {
        let all = [(1, 7, 5), (1, 8, 9), (2, 7, 2), (2, 8, 1)];
        // Three kits could be made of the pieces of both stores together, and three are: two here, one there.
        assert_eq!(decided(&[kit(3, None)], &all), Ok(vec![(0, 1, q(4)), (0, 1, q(2)), (0, 2, q(2)), (0, 2, q(1))]));
        assert_eq!(decided(&[kit(4, None)], &all), Err(vec![(0, q(3))]));
        // One store has six of 7 and the other six of 8: no kit is made of pieces of both.
        assert_eq!(decided(&[kit(1, None)], &[(1, 7, 6), (2, 8, 6)]), Err(vec![(0, q(0))]));
        assert_eq!(decided(&[line(7, 2, Some(1)), kit(2, Some(1))], &all), Err(vec![(1, q(1))]));
        assert_eq!(decided(&[kit(2, Some(1)), line(7, 2, Some(1))], &all), Err(vec![(1, q(1))]));
        let plan = decide_reservation(&[line(8, 1, Some(1)), kit(2, Some(1))], free(&all), &[]).unwrap();
        assert_eq!(plan.kits, [KitLines { line: 1, parts: 2, variant: VariantId(id(9)), quantity: q(2) }]);
        assert_eq!(plan.lines.iter().map(|line| line.number).collect::<Vec<_>>(), [0, 1, 2]);
    }

    #[test]
    fn only_whole_kits_are_shipped() {
        assert_eq!(decide_kits_shipped(q(3), &[(q(2), q(6)), (q(1), q(3))]), Some(q(1)));
        assert_eq!(decide_kits_shipped(q(3), &[(q(6), q(6)), (q(3), q(3))]), Some(q(3)));
        assert_eq!(decide_kits_shipped(q(3), &[(q(2), q(6)), (q(2), q(3))]), None);
        assert_eq!(decide_kits_shipped(q(3), &[(q(1), q(6)), (q(1), q(3))]), None);
        assert_eq!(decide_kits_shipped(q(3), &[(q(2), q(6)), (q(0), q(3))]), None);
    }

    #[test]
    fn who_names_a_store_comes_first() {
        let lines = [line(7, 5, None), line(7, 5, Some(1))];
        assert_eq!(decided(&lines, &[(1, 7, 5), (2, 7, 5)]), Ok(vec![(0, 2, q(5)), (1, 1, q(5))]));
    }

    #[test]
    fn what_is_owed_is_not_there() {
        assert_eq!(decided(&[line(7, 1, None)], &[(1, 7, -4), (2, 7, 1)]), Ok(vec![(0, 2, q(1))]));
        assert_eq!(decided(&[line(7, 1, Some(1)), line(8, 2, None)], &[(1, 7, -4), (2, 8, 1)]), Err(vec![(0, q(0)), (1, q(1))]));
    }

    #[test]
    fn how_long_a_hold_lasts() {
        assert!(check_minutes(None).is_none() && check_minutes(Some(1)).is_none() && check_minutes(Some(HOLD_MINUTES_MAX)).is_none());
        assert!(check_minutes(Some(0)).is_some() && check_minutes(Some(HOLD_MINUTES_MAX + 1)).is_some());
    }
}

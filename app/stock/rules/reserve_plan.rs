//! Which store promises what of a reservation's lines.

use crate::{KitLines, PlannedLine, ReserveLine};
use std::collections::{BTreeMap, BTreeSet};
use vocabulary::{Quantity, StoreId, VariantId, decide_makes, decide_taken};

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
    use crate::{HOLD_MINUTES_MAX, check_minutes};

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

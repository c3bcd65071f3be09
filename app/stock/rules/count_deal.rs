//! The places of a count, dealt out to people: several count in one session, each on their own shelves.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{CountId, Kind, LocationId, Operation, Permission, PersonId};

/// Deals places of a count out to people. Whoever comes by may still count there: a shelf that waits for somebody ill is
/// nobody's loss.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DealCountPlaces {
    pub count: CountId,
    /// 1 to 1000; each place once.
    pub places: Vec<PlaceDealt>,
}

/// Who counts a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlaceDealt {
    pub location: LocationId,
    /// Whoever comes first unless said.
    #[serde(default)]
    pub person: Option<PersonId>,
}

/// How many places were dealt out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PlacesDealt {
    pub places: i64,
}

impl Operation for DealCountPlaces {
    type Reply = PlacesDealt;
    const NAME: &'static str = "stock.deal_count_places";
    const NEEDS: Permission = Permission::CountReview;
    const KIND: Kind = Kind::Command;
}

/// Deals places out to people in turn, in stretches as equal as can be: neighbours stay together, and nobody has more than one
/// place more than another.
#[must_use]
pub fn decide_deal(places: usize, people: usize) -> Vec<usize> {
    (0..places).map(|place| if people == 0 { 0 } else { place * people / places }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_stay_together_and_shares_are_equal() {
        assert_eq!(decide_deal(7, 3), [0, 0, 0, 1, 1, 2, 2]);
        assert_eq!(decide_deal(2, 5), [0, 2]);
        assert_eq!(decide_deal(3, 1), [0, 0, 0]);
        assert!(decide_deal(0, 2).is_empty());
        for (places, people) in (1..40).flat_map(|places| (1..9).map(move |people| (places, people))) {
            let dealt = decide_deal(places, people);
            let shares: Vec<usize> = (0..people).map(|one| dealt.iter().filter(|person| **person == one).count()).collect();
            let (least, most) = (shares.iter().min().unwrap(), shares.iter().max().unwrap());
            assert!(most - least <= 1 && dealt.is_sorted(), "{places} to {people}: {shares:?}");
        }
    }
}

//! Items in classes, so that the few that matter most are counted most often.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// What share of the whole an item belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum AbcClass {
    A,
    B,
    C,
}

impl AbcClass {
    pub const ALL: [Self; 3] = [Self::A, Self::B, Self::C];

    /// As it is said.
    #[must_use]
    pub fn letter(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
        }
    }
}

/// Sorts items into classes: the largest first, class A is what reaches `share_a` percent of the sum, class B what reaches
/// `share_b`, class C the rest. The item that crosses a share belongs to the class that it completes. What measures nought
/// or less is class C. Items that measure alike go by their key, so that the same figures give the same classes.
///
/// The method is H. Ford Dickie's, "ABC Inventory Analysis Shoots for Dollars, not Pennies", Factory Management and
/// Maintenance 109 (1951), after Pareto's curve.
#[must_use]
pub fn decide_classes<K: Ord + Copy>(items: &[(K, Decimal)], share_a: u8, share_b: u8) -> Vec<(K, AbcClass)> {
    let counts = |measure: Decimal| if measure > Decimal::ZERO { measure } else { Decimal::ZERO };
    let mut items: Vec<(K, Decimal)> = items.iter().map(|(key, measure)| (*key, counts(*measure))).collect();
    items.sort_unstable_by(|(a, most), (b, less)| less.cmp(most).then(a.cmp(b)));
    let whole: Decimal = items.iter().map(|(_, measure)| *measure).sum();
    let reaches = |share: u8| whole * Decimal::from(share) / Decimal::ONE_HUNDRED;
    let (a, b) = (reaches(share_a), reaches(share_b));
    let mut before = Decimal::ZERO;
    items
        .into_iter()
        .map(|(key, measure)| {
            let class = match measure {
                measure if measure.is_zero() => AbcClass::C,
                _ if before < a => AbcClass::A,
                _ if before < b => AbcClass::B,
                _ => AbcClass::C,
            };
            before += measure;
            (key, class)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn classes(measures: &[i64], share_a: u8, share_b: u8) -> String {
        let items: Vec<(usize, Decimal)> = measures.iter().map(|measure| Decimal::from(*measure)).enumerate().collect();
        let mut classes = decide_classes(&items, share_a, share_b);
        classes.sort_unstable();
        classes.into_iter().map(|(_, class)| class.letter()).collect()
    }

    #[test]
    fn the_few_that_make_up_most_are_class_a() {
        assert_eq!(classes(&[800, 100, 50, 30, 20], 80, 95), "ABBCC");
        assert_eq!(classes(&[20, 30, 50, 100, 800], 80, 95), "CCBBA", "whatever their order");
        assert_eq!(classes(&[10, 10, 10, 10], 50, 75), "AABC", "alike, by their keys");
    }

    #[test]
    fn what_crosses_a_share_completes_its_class() {
        assert_eq!(classes(&[60, 40], 50, 90), "AB");
        assert_eq!(classes(&[100], 80, 95), "A");
    }

    #[test]
    fn what_measures_nothing_is_class_c() {
        assert_eq!(classes(&[0, -5, 10], 80, 95), "CCA");
        assert_eq!(classes(&[0, 0], 80, 95), "CC");
        assert_eq!(classes(&[], 80, 95), "");
    }
}

//! What of a programme is due.

use crate::AbcClass;
use chrono::{DateTime, TimeDelta, Utc};

/// Something that is counted again and again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn<K> {
    pub key: K,
    /// Of what has no classes, the first.
    pub class: AbcClass,
    /// When it was last counted; never, if none. Of what stands in several places, where that is longest ago.
    pub counted_at: Option<DateTime<Utc>>,
}

/// What is due, the first to be counted first, at most `size`: what was never counted, then what is overdue the longest; of
/// two alike what is of the better class, then by key. `days` are the classes' intervals: a thing is due when so many days
/// have gone by since it was counted.
#[must_use]
pub fn decide_due<K: Ord + Copy>(turns: &[Turn<K>], days: [u16; 3], now: DateTime<Utc>, size: usize) -> Vec<K> {
    let interval = |class: AbcClass| {
        let [a, b, c] = days;
        TimeDelta::days(i64::from(match class {
            AbcClass::A => a,
            AbcClass::B => b,
            AbcClass::C => c,
        }))
    };
    let due_since = |turn: &Turn<K>| turn.counted_at.map(|at| at + interval(turn.class));
    // None sorts before every instant.
    let mut due: Vec<(Option<DateTime<Utc>>, AbcClass, K)> =
        turns.iter().map(|turn| (due_since(turn), turn.class, turn.key)).filter(|(since, ..)| since.is_none_or(|since| since <= now)).collect();
    due.sort_unstable();
    due.into_iter().take(size).map(|(.., key)| key).collect()
}

/// A sample of keys, each as likely as any other, the same for the same seed: everybody who asks on that day gets it.
#[must_use]
pub fn decide_sample(keys: &[u128], seed: u128, size: usize) -> Vec<u128> {
    let mut drawn: Vec<(u64, u128)> = keys.iter().map(|key| (mixed(seed, *key), *key)).collect();
    drawn.sort_unstable();
    drawn.dedup();
    drawn.truncate(size);
    drawn.into_iter().map(|(_, key)| key).collect()
}

/// A number that looks like chance: the output step of `SplitMix64` (Steele, Lea, Flood, "Fast splittable pseudorandom number
/// generators", OOPSLA 2014) over both.
fn mixed(seed: u128, key: u128) -> u64 {
    let halves = [(seed >> 64) as u64, seed as u64, (key >> 64) as u64, key as u64];
    halves.into_iter().fold(0, |state: u64, half| {
        let mut z = (state ^ half).wrapping_add(0x9E37_79B9_7F4A_7C15);
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn day(day: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::days(day)
    }

    fn turn(key: char, class: AbcClass, counted: Option<i64>) -> Turn<char> {
        Turn { key, class, counted_at: counted.map(day) }
    }

    #[test]
    fn each_class_has_its_interval() {
        let turns = [turn('a', AbcClass::A, Some(0)), turn('b', AbcClass::B, Some(0)), turn('c', AbcClass::C, Some(0))];
        let due = |on| decide_due(&turns, [30, 90, 365], day(on), 10).into_iter().collect::<String>();
        assert_eq!([due(29), due(30), due(90), due(364), due(365)], ["", "a", "ab", "ab", "abc"]);
    }

    #[test]
    fn what_was_never_counted_comes_first_and_no_more_than_so_many() {
        let turns = [
            turn('a', AbcClass::A, Some(5)),
            turn('b', AbcClass::C, None),
            turn('c', AbcClass::A, None),
            turn('d', AbcClass::A, Some(2)),
            turn('e', AbcClass::A, Some(99)),
        ];
        let due = |size| decide_due(&turns, [30, 90, 365], day(100), size).into_iter().collect::<String>();
        assert_eq!([due(10), due(3), due(0)], ["cbda", "cbd", ""]);
    }

    #[test]
    fn a_sample_is_fair_and_the_same_for_the_same_day() {
        let keys: Vec<u128> = (0..20).collect();
        assert_eq!(decide_sample(&keys, 7, 5), decide_sample(&keys, 7, 5));
        assert_eq!(decide_sample(&keys, 7, 50).len(), 20, "no more than there are");
        let mut drawn: BTreeMap<u128, u32> = BTreeMap::new();
        for seed in 0..4000 {
            decide_sample(&keys, seed, 5).into_iter().for_each(|key| *drawn.entry(key).or_default() += 1);
        }
        // A quarter of 4,000 each; five standard deviations are 137.
        assert!(drawn.len() == 20 && drawn.values().all(|times| (863..=1137).contains(times)), "{drawn:?}");
    }
}

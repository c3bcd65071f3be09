//! Who waits to be answered together. A lane is for what can be answered by one pass: one kind of request of one tenant, say.
//! Whoever finds nobody at work goes at once: nobody waits for company. While one group is being answered the next gathers
//! behind it, so that groups are the larger the more there is to do.

use std::{
    collections::{HashMap, VecDeque},
    hash::Hash,
    sync::{Mutex, MutexGuard, PoisonError},
};

/// Most requests of one group.
const MOST: usize = 64;
/// Most of what they ask, in bytes of JSON: a few large ones are a group as well.
const MOST_BYTES: usize = 64 * 1024;
/// How many groups of one lane are at work at once: while the database writes one, the desk prepares the other.
const RUNNERS: usize = 2;
/// A second group is begun only for so many: fewer are better off in the next.
const WORTH: usize = 12;

pub(crate) struct Lanes<K, T>(Mutex<HashMap<K, Lane<T>>>);

struct Lane<T> {
    waiting: VecDeque<(usize, T)>,
    running: usize,
}

impl<K, T> Default for Lanes<K, T> {
    fn default() -> Self {
        Self(Mutex::new(HashMap::new()))
    }
}

impl<K: Copy + Eq + Hash, T> Lanes<K, T> {
    /// Joins a lane. True: nobody will come for it, so that whoever joined has to run the lane.
    pub fn join(&self, key: K, bytes: usize, one: T) -> bool {
        let mut lanes = self.lock();
        let lane = lanes.entry(key).or_insert_with(|| Lane { waiting: VecDeque::new(), running: 0 });
        lane.waiting.push_back((bytes, one));
        let run = lane.running == 0 || lane.running < RUNNERS && lane.waiting.len() >= WORTH;
        lane.running += usize::from(run);
        run
    }

    /// The next group of a lane, in the order of their coming; none: whoever runs it is done.
    pub fn next(&self, key: K) -> Vec<T> {
        let mut lanes = self.lock();
        let Some(lane) = lanes.get_mut(&key) else { return Vec::new() };
        let (mut group, mut bytes) = (Vec::new(), 0);
        while let Some((size, _)) = lane.waiting.front()
            && (group.is_empty() || group.len() < MOST && bytes + size <= MOST_BYTES)
        {
            if let Some((size, one)) = lane.waiting.pop_front() {
                bytes += size;
                group.push(one);
            }
        }
        if group.is_empty() {
            lane.running -= 1;
            if lane.running == 0 {
                lanes.remove(&key);
            }
        }
        group
    }

    /// Nothing panics while it holds this.
    fn lock(&self) -> MutexGuard<'_, HashMap<K, Lane<T>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_finds_nobody_at_work_goes_at_once_and_the_others_go_together() {
        let lanes = Lanes::default();
        assert!(lanes.join(1, 10, 'a'));
        assert_eq!(lanes.next(1), ['a']);
        assert!(!lanes.join(1, 10, 'b') && !lanes.join(1, 10, 'c'));
        assert_eq!(lanes.next(1), ['b', 'c']);
        assert!(lanes.next(1).is_empty());
        assert!(lanes.join(1, 10, 'd'), "the lane was left");
    }

    #[test]
    fn a_group_is_bounded_by_number_and_by_size_and_one_alone_may_be_of_any() {
        let lanes = Lanes::default();
        assert!(lanes.join(1, MOST_BYTES * 2, 0));
        assert!(!lanes.join(1, MOST_BYTES, 1));
        assert!(!lanes.join(1, 1, 2));
        assert_eq!(lanes.next(1), [0]);
        assert_eq!(lanes.next(1), [1]);
        assert_eq!(lanes.next(1), [2]);
        let _: Vec<bool> = (0..=MOST).map(|one| lanes.join(1, 1, one)).collect();
        assert_eq!((lanes.next(1).len(), lanes.next(1).len()), (MOST, 1));
    }

    #[test]
    fn a_second_is_called_when_many_wait_and_lanes_know_nothing_of_each_other() {
        let lanes = Lanes::default();
        let runners = (0..MOST).filter(|one| lanes.join(1, 1, *one)).count();
        assert_eq!(runners, RUNNERS);
        assert!(lanes.join(2, 1, 0), "another's");
    }
}

//! Who waits to be answered together. A lane is for one kind of request of one tenant. Whoever finds nobody at work goes at
//! once: nobody waits for company. While one group is being committed the next gathers behind it, so that groups are the
//! larger the more there is to do.

use std::{
    any::TypeId,
    collections::{HashMap, VecDeque},
    sync::{Mutex, MutexGuard, PoisonError},
};

/// A tenant and a kind of operation.
pub(super) type LaneKey = (i64, TypeId);

/// Most requests of one group.
const MOST: usize = 64;
/// Most of what they ask, in bytes of JSON: a few large ones are a group as well.
const MOST_BYTES: usize = 64 * 1024;
/// How many groups of one lane are at work at once: while the database writes one, the desk prepares the other.
const RUNNERS: usize = 2;
/// A second group is begun only for so many: fewer are better off in the next.
const WORTH: usize = 12;

pub(super) struct Lanes<T>(Mutex<HashMap<LaneKey, Lane<T>>>);

struct Lane<T> {
    waiting: VecDeque<(usize, T)>,
    running: usize,
}

impl<T> Default for Lanes<T> {
    fn default() -> Self {
        Self(Mutex::new(HashMap::new()))
    }
}

impl<T> Lanes<T> {
    /// Joins a lane. True: nobody will come for it, so that whoever joined has to run the lane.
    pub fn join(&self, key: LaneKey, bytes: usize, one: T) -> bool {
        let mut lanes = self.lock();
        let lane = lanes.entry(key).or_insert_with(|| Lane { waiting: VecDeque::new(), running: 0 });
        lane.waiting.push_back((bytes, one));
        let run = lane.running == 0 || lane.running < RUNNERS && lane.waiting.len() >= WORTH;
        lane.running += usize::from(run);
        run
    }

    /// The next group of a lane, in the order of their coming; none: whoever runs it is done.
    pub fn next(&self, key: LaneKey) -> Vec<T> {
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
    fn lock(&self) -> MutexGuard<'_, HashMap<LaneKey, Lane<T>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: fn() -> LaneKey = || (1, TypeId::of::<u8>());

    #[test]
    fn who_finds_nobody_at_work_goes_at_once_and_the_others_go_together() {
        let lanes = Lanes::default();
        assert!(lanes.join(KEY(), 10, 'a'));
        assert_eq!(lanes.next(KEY()), ['a']);
        assert!(!lanes.join(KEY(), 10, 'b') && !lanes.join(KEY(), 10, 'c'));
        assert_eq!(lanes.next(KEY()), ['b', 'c']);
        assert!(lanes.next(KEY()).is_empty());
        assert!(lanes.join(KEY(), 10, 'd'), "the lane was left");
    }

    #[test]
    fn a_group_is_bounded_by_number_and_by_size_and_one_alone_may_be_of_any() {
        let lanes = Lanes::default();
        assert!(lanes.join(KEY(), MOST_BYTES * 2, 0));
        assert!(!lanes.join(KEY(), MOST_BYTES, 1));
        assert!(!lanes.join(KEY(), 1, 2));
        assert_eq!(lanes.next(KEY()), [0]);
        assert_eq!(lanes.next(KEY()), [1]);
        assert_eq!(lanes.next(KEY()), [2]);
        let _: Vec<bool> = (0..=MOST).map(|one| lanes.join(KEY(), 1, one)).collect();
        assert_eq!((lanes.next(KEY()).len(), lanes.next(KEY()).len()), (MOST, 1));
    }

    #[test]
    fn a_second_is_called_when_many_wait_and_lanes_know_nothing_of_each_other() {
        let lanes = Lanes::default();
        let runners = (0..MOST).filter(|one| lanes.join(KEY(), 1, *one)).count();
        assert_eq!(runners, RUNNERS);
        assert!(lanes.join((2, TypeId::of::<u8>()), 1, 0), "another tenant's");
    }
}

//! How many there are, for a glance at a list: what may be very many is not counted to its end.

use serde::{Deserialize, Serialize};

/// How many there are, as far as they were counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Counted {
    pub count: i64,
    /// There are more than that.
    pub more: bool,
}

impl Counted {
    /// Most that are counted.
    pub const MOST: i64 = 200;

    /// Out of a count that went on to one more than [`Counted::MOST`].
    #[must_use]
    pub fn of(count: i64) -> Self {
        Self { count: count.min(Self::MOST), more: count > Self::MOST }
    }

    /// There are none.
    #[must_use]
    pub fn is_none(self) -> bool {
        self.count == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_counted_only_so_far() {
        for (count, told) in [(0, (0, false)), (200, (200, false)), (201, (200, true))] {
            let counted = Counted::of(count);
            assert_eq!((counted.count, counted.more), told);
        }
        assert!(Counted::of(0).is_none());
    }
}

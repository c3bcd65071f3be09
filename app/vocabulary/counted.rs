//! How many there are, for a glance at a list: what may be very many is not counted to its end.

use serde::{Deserialize, Serialize};

/// How many there are, as far as they were counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Counted {
    pub count: i64,
    /// There are more, that were not gone through.
    pub more: bool,
}

impl Counted {
    /// Most that are counted.
    pub const MOST: i64 = 200;

    /// Out of so many gone through, at most one more than [`Counted::MOST`], and so many counted of them.
    #[must_use]
    pub fn of(read: i64, count: i64) -> Self {
        Self { count: count.min(Self::MOST), more: read > Self::MOST }
    }

    /// There are none.
    #[must_use]
    pub fn is_none(self) -> bool {
        self.count == 0 && !self.more
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_counted_only_so_far() {
        for (read, count, told) in [(0, 0, (0, false)), (200, 200, (200, false)), (201, 201, (200, true)), (201, 7, (7, true))] {
            let counted = Counted::of(read, count);
            assert_eq!((counted.count, counted.more), told);
        }
        assert!(Counted::of(0, 0).is_none() && Counted::of(9, 0).is_none() && !Counted::of(201, 0).is_none());
    }
}

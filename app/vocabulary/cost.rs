//! The kinds of what stock is worth.

use crate::stock::tagged;
use serde::{Deserialize, Serialize};

tagged! {
    /// How stock is valued when it leaves.
    CostMethod {
        /// What came first leaves first.
        Fifo = 1 "fifo",
        /// All of it is worth the same, weighted by what it cost.
        Average = 2 "average",
        /// Each unit is worth what was set for it; what it cost more or less is a variance.
        Standard = 3 "standard",
        /// Each lot and each serial is worth what it cost itself; what came first of it leaves first.
        Specific = 4 "specific",
    }
}

impl CostMethod {
    /// Whether what comes in is mixed with what is there.
    #[must_use]
    pub fn mixes(self) -> bool {
        matches!(self, Self::Average | Self::Standard)
    }
}

tagged! {
    /// Which stock is valued together.
    CostScope { Store = 1 "store", Company = 2 "company" }
}

tagged! {
    /// Why what stock is worth changed.
    CostKind {
        Receipt = 1 "receipt",
        Opening = 2 "opening",
        /// Found by a count or set right by hand.
        Found = 3 "found",
        /// A customer brought it back.
        Returned = 4 "returned",
        TransferIn = 5 "transfer_in",
        Sold = 6 "sold",
        /// Lost, broken, given away, counted as gone.
        Lost = 7 "lost",
        /// Back to the supplier.
        SentBack = 8 "sent_back",
        TransferOut = 9 "transfer_out",
        /// It left below nought at its last known cost; now it is known what it cost.
        TrueUp = 10 "true_up",
        /// A cost that came later for what had been received.
        Landed = 11 "landed",
        /// The part of such a cost that belongs to what had left already.
        LandedGone = 12 "landed_gone",
        Revalued = 13 "revalued",
        /// What it cost more or less than its standard.
        Variance = 14 "variance",
        /// What was undone had been sold on at its cost by then: what left is worth what it really was.
        Correction = 15 "correction",
    }
}

/// Which side of the account of a period a kind stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CostSide {
    In,
    Out,
    Adjusted,
}

impl CostKind {
    #[must_use]
    pub fn side(self) -> CostSide {
        match self {
            Self::Receipt | Self::Opening | Self::Found | Self::TransferIn => CostSide::In,
            Self::Sold | Self::Returned | Self::Lost | Self::SentBack | Self::TransferOut => CostSide::Out,
            Self::TrueUp | Self::Landed | Self::LandedGone | Self::Revalued | Self::Variance | Self::Correction => CostSide::Adjusted,
        }
    }

    /// Whether it belongs to the cost of what was sold: what left to customers, less what came back, and what is known
    /// better of it since.
    #[must_use]
    pub fn is_cost_of_sales(self) -> bool {
        matches!(self, Self::Sold | Self::Returned | Self::TrueUp | Self::LandedGone | Self::Correction)
    }

    /// Whether a movement brought it: an undo takes that back. What only says better what it was worth stays.
    #[must_use]
    pub fn is_of_a_movement(self) -> bool {
        self.side() != CostSide::Adjusted
    }
}

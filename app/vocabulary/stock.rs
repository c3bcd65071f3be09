//! The trade's kinds: places, statuses, why stock moved.

use serde::{Deserialize, Serialize};

macro_rules! tagged {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal $tag:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        $crate::schema::tags!($name);

        impl $name {
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The number it is stored as. Never reused.
            #[must_use]
            pub fn code(self) -> u8 {
                match self { $(Self::$variant => $code),+ }
            }

            #[must_use]
            pub fn of_code(code: u8) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }

            /// The word it goes by in URLs, files and the API; also the end of its message's id.
            #[must_use]
            pub fn tag(self) -> &'static str {
                match self { $(Self::$variant => $tag),+ }
            }

            #[must_use]
            pub fn of_tag(tag: &str) -> Option<Self> {
                match tag { $($tag => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

pub(crate) use tagged;

tagged! {
    /// What state stock is in. Only `available` may be sold.
    Status {
        Available = 1 "available",
        Damaged = 2 "damaged",
        /// Set apart until somebody decides: returned, held, recalled, expired.
        Quarantine = 3 "quarantine",
        /// It has come, and is looked at before it may be sold.
        QualityControl = 4 "quality_control",
        /// Kept back for hard times: good, and not for sale.
        Safety = 5 "safety",
    }
}

tagged! {
    /// How an item's pieces are told apart.
    #[derive(Default)]
    Tracking {
        /// Not at all.
        #[default]
        None = 0 "none",
        /// By the lot they were made in.
        Lot = 1 "lot",
        /// Each by its own number.
        Serial = 2 "serial",
        /// By their lot, each of which has a last day on which it may be used.
        LotExpiry = 3 "lot_expiry",
    }
}

impl Tracking {
    /// Whether each movement says which lot, or which piece, it moves.
    #[must_use]
    pub fn is_tracked(self) -> bool {
        self != Self::None
    }

    #[must_use]
    pub fn is_serial(self) -> bool {
        self == Self::Serial
    }

    /// Whether every lot has its last day.
    #[must_use]
    pub fn expires(self) -> bool {
        self == Self::LotExpiry
    }
}

tagged! {
    /// Whether a lot may be sold.
    LotState {
        Free = 1 "free",
        /// Kept from sale until somebody has looked.
        Held = 2 "held",
        /// Called back from where it went.
        Recalled = 3 "recalled",
    }
}

tagged! {
    /// By which way goods are sold: each may ask for its own remaining life, and keep its own buffer.
    Channel { Till = 1 "till", Pickup = 2 "pickup", Online = 3 "online" }
}

tagged! {
    /// What a location is. The virtual ones are the other side of every posting: each store has its own, so that no two
    /// stores' sales queue on one row.
    PlaceKind {
        Zone = 1 "zone",
        Aisle = 2 "aisle",
        Bin = 3 "bin",
        Supplier = 10 "supplier",
        Customer = 11 "customer",
        /// Where stock goes that is gone: shrinkage, breakage, theft.
        Loss = 12 "loss",
        /// Where stock comes from that nobody knew of: counts, openings.
        Found = 13 "found",
        /// On the road between two stores: a real place, with a balance.
        Transit = 14 "transit",
    }
}

impl PlaceKind {
    /// Places of which no balance is kept: they stand for the world outside.
    #[must_use]
    pub fn is_virtual(self) -> bool {
        matches!(self, Self::Supplier | Self::Customer | Self::Loss | Self::Found)
    }

    /// Where goods can stand in a store.
    #[must_use]
    pub fn holds_stock(self) -> bool {
        matches!(self, Self::Zone | Self::Aisle | Self::Bin)
    }
}

tagged! {
    /// What happened.
    PostingKind {
        Opening = 1 "opening",
        Receipt = 2 "receipt",
        Sale = 3 "sale",
        SaleReturn = 4 "sale_return",
        Adjustment = 5 "adjustment",
        Move = 6 "move",
        StatusChange = 7 "status_change",
        TransferShip = 8 "transfer_ship",
        TransferReceive = 9 "transfer_receive",
        TransferCancel = 10 "transfer_cancel",
        Count = 11 "count",
        Reversal = 12 "reversal",
        /// Beside what happened before a count and was booked after it: what was counted stays as it was counted.
        CountOffset = 13 "count_offset",
        /// Goods go back to who delivered them.
        SupplierReturn = 14 "supplier_return",
    }
}

tagged! {
    /// Why stock was adjusted. Each says what it does to stock and to cost; the words are in `stock.ftl`.
    Reason {
        Damaged = 1 "damaged",
        Stolen = 2 "stolen",
        Lost = 3 "lost",
        Expired = 4 "expired",
        GivenAway = 5 "given_away",
        OwnUse = 6 "own_use",
        Found = 7 "found",
        CountError = 8 "count_error",
        Other = 9 "other",
    }
}

impl Reason {
    /// Whether it takes stock away (its cost is a loss) rather than brings it back.
    #[must_use]
    pub fn takes_away(self) -> bool {
        !matches!(self, Self::Found)
    }
}

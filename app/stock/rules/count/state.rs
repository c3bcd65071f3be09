//! What states a count and its lines go through.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

macro_rules! states {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal $tag:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

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

            /// The word it goes by in URLs and forms, and the end of its message's id.
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

states! {
    /// How far a count has come.
    CountState {
        /// Planned; nothing is scanned yet.
        Open = 1 "open",
        Counting = 2 "counting",
        /// Sent in: somebody looks at the differences.
        Review = 3 "review",
        Posted = 4 "posted",
        Cancelled = 5 "cancelled",
    }
}

states! {
    /// What a count is of.
    CountScope { Locations = 1 "locations", Category = 2 "category", Items = 3 "items", Everything = 4 "everything" }
}

states! {
    /// What became of a line.
    CountLineState {
        /// Nothing is decided yet.
        Open = 1 "open",
        Accepted = 2 "accepted",
        /// Counted again: the next round holds.
        Recount = 3 "recount",
        /// Set aside: nothing changes for it.
        Rejected = 4 "rejected",
        Posted = 5 "posted",
        /// Somebody is to count it, and may while the rest is reviewed.
        Asked = 6 "asked",
    }
}

states! {
    /// What a scan says.
    ScanKind {
        /// So many more; fewer where negative.
        Add = 1 "add",
        /// So many in all.
        Set = 2 "set",
        /// Another scan was a mistake.
        Undo = 3 "undo",
    }
}

states! {
    /// What one decides of a line.
    CountDecision { Accept = 1 "accept", Recount = 2 "recount", Reject = 3 "reject" }
}

/// A count's number as people know it.
#[must_use]
pub fn count_number(number: i32) -> String {
    format!("CNT-{number:04}")
}

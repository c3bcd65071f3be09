//! Who may do what. A person has one role in a tenant; a role is a set of permissions.

use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Everything, and who else may.
    Owner,
    /// Runs the stores: stock, counts, imports, items.
    Manager,
    /// Works the floor: sells, receives, moves, counts. Approves nothing.
    Clerk,
    /// Keeps the catalog and what is bought.
    Buyer,
    /// Reads everything, values included; closes the books and says what stock is worth, and moves nothing.
    Accountant,
}

/// What an operation needs. One per kind of act, not per screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Permission {
    /// Signed in, and nothing more.
    Own,
    CatalogRead,
    CatalogWrite,
    StockRead,
    /// See what stock costs and is worth.
    ValueRead,
    /// Say what stock is worth: revalue it, add costs that came later.
    CostWrite,
    Sell,
    Receive,
    Move,
    Adjust,
    /// Send and take in transfers.
    Transfer,
    /// Keep a lot from sale, call it back, let it go.
    LotHold,
    /// Undo somebody's posting.
    Reverse,
    Count,
    /// Plan counts, see what was expected, approve differences.
    CountReview,
    LabelPrint,
    Import,
    Export,
    PlaceWrite,
    /// Close the books of a store through a day, and reopen them.
    PeriodClose,
    PeopleManage,
    SettingsWrite,
    Verify,
}

crate::schema::tags!(Role);

impl Role {
    pub const ALL: [Self; 5] = [Self::Owner, Self::Manager, Self::Clerk, Self::Buyer, Self::Accountant];

    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Manager => "manager",
            Self::Clerk => "clerk",
            Self::Buyer => "buyer",
            Self::Accountant => "accountant",
        }
    }

    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.tag() == tag)
    }

    #[must_use]
    pub fn may(self, wanted: Permission) -> bool {
        use Permission as P;
        match self {
            Self::Owner => true,
            // Who runs the shop does not close its books: what they booked late is for the accountant to let in.
            Self::Manager => !matches!(wanted, P::PeopleManage | P::PeriodClose),
            Self::Clerk => {
                matches!(wanted, P::Own | P::CatalogRead | P::StockRead | P::Sell | P::Receive | P::Move | P::Transfer | P::Count | P::LabelPrint)
            }
            Self::Buyer => matches!(
                wanted,
                P::Own | P::CatalogRead | P::CatalogWrite | P::StockRead | P::ValueRead | P::Receive | P::LabelPrint | P::Import | P::Export
            ),
            Self::Accountant => {
                matches!(wanted, P::Own | P::CatalogRead | P::StockRead | P::ValueRead | P::CostWrite | P::Export | P::PeriodClose | P::Verify)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_counts_does_not_approve() {
        assert!(Role::Clerk.may(Permission::Count));
        assert!(!Role::Clerk.may(Permission::CountReview));
        assert!(!Role::Clerk.may(Permission::Adjust));
        assert!(!Role::Accountant.may(Permission::Sell));
        assert!(!Role::Manager.may(Permission::PeopleManage));
        assert!(Role::Accountant.may(Permission::PeriodClose) && !Role::Manager.may(Permission::PeriodClose));
    }
}

//! An item's life: draft, active, phase-out, archived.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{ItemId, Kind, Operation, Permission};

/// Where an item stands in its life.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ItemState {
    /// Being prepared; not for sale.
    Draft,
    #[default]
    Active,
    /// Sold until it is gone, not bought again.
    PhaseOut,
    /// Put away. Kept, because what moved is never deleted.
    Archived,
}

impl ItemState {
    pub const ALL: [Self; 4] = [Self::Draft, Self::Active, Self::PhaseOut, Self::Archived];

    /// The number it is stored as. Never reused.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Draft => 1,
            Self::Active => 2,
            Self::PhaseOut => 3,
            Self::Archived => 4,
        }
    }

    #[must_use]
    pub fn of_code(code: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// The word it goes by in URLs, files and the API; also the end of its message's id.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Active => "active",
            Self::PhaseOut => "phase_out",
            Self::Archived => "archived",
        }
    }

    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.tag() == tag)
    }

    /// What a variant is in effect: its item's state, or its own where it has one and the item itself is out and about.
    #[must_use]
    pub fn with_own(self, own: Option<Self>) -> Self {
        match (self, own) {
            (Self::Active | Self::PhaseOut, Some(own)) => self.max(own),
            _ => self,
        }
    }
}

/// Moves an item, with its variants, to another state. Archiving is refused while any store has stock of it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetItemState {
    pub item: ItemId,
    /// The version that was read; another one now means somebody else was faster.
    pub version: i64,
    pub state: ItemState,
}

/// An item whose state was set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ItemStateSet {
    pub item: ItemId,
    pub version: i64,
    pub state: ItemState,
}

impl Operation for SetItemState {
    type Reply = ItemStateSet;
    const NAME: &'static str = "catalog.set_item_state";
    const NEEDS: Permission = Permission::CatalogWrite;
    const KIND: Kind = Kind::Command;
}

/// Puts an item away. Refused while any store has stock of it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ArchiveItem {
    pub item: ItemId,
    pub version: i64,
}

impl Operation for ArchiveItem {
    type Reply = ItemStateSet;
    const NAME: &'static str = "catalog.archive_item";
    const NEEDS: Permission = Permission::CatalogWrite;
    const KIND: Kind = Kind::Command;
}

/// Takes an archived item out again: it is active then.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RestoreItem {
    pub item: ItemId,
    pub version: i64,
}

impl Operation for RestoreItem {
    type Reply = ItemStateSet;
    const NAME: &'static str = "catalog.restore_item";
    const NEEDS: Permission = Permission::CatalogWrite;
    const KIND: Kind = Kind::Command;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_variant_is_what_its_item_is_unless_it_is_stricter() {
        assert_eq!(ItemState::Active.with_own(None), ItemState::Active);
        assert_eq!(ItemState::Active.with_own(Some(ItemState::Archived)), ItemState::Archived);
        assert_eq!(ItemState::PhaseOut.with_own(Some(ItemState::PhaseOut)), ItemState::PhaseOut);
        assert_eq!(ItemState::Archived.with_own(Some(ItemState::PhaseOut)), ItemState::Archived);
        assert_eq!(ItemState::Draft.with_own(Some(ItemState::Archived)), ItemState::Draft);
    }

    #[test]
    fn codes_and_tags_come_back() {
        for state in ItemState::ALL {
            assert_eq!(ItemState::of_code(state.code()), Some(state));
            assert_eq!(ItemState::of_tag(state.tag()), Some(state));
        }
        assert_eq!(ItemState::of_code(0), None);
    }
}

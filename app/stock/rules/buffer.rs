//! What is kept back from ways of selling: the rules that people set.

use crate::check_amount;
use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{
    BufferId, CategoryId, Channel, Cursor, FieldError, HistoryRow, ItemId, Kind, Operation, Page, Permission, Quantity, StoreId, VariantId,
};

/// What something is kept back for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum BufferFor {
    /// For hard times: from whoever sells by any channel.
    Safety,
    /// From who sells at the till.
    Till,
    /// From who promises it for pickup at the store.
    Pickup,
    /// From who sells it online.
    Online,
}

impl BufferFor {
    pub const ALL: [Self; 4] = [Self::Safety, Self::Till, Self::Pickup, Self::Online];

    /// The number it is stored as. Never reused; a channel's is the channel's own.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Safety => 0,
            Self::Till => Channel::Till.code(),
            Self::Pickup => Channel::Pickup.code(),
            Self::Online => Channel::Online.code(),
        }
    }

    #[must_use]
    pub fn of_code(code: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|keeps| keeps.code() == code)
    }

    /// The word it goes by in forms and the API.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Safety => "safety",
            Self::Till => Channel::Till.tag(),
            Self::Pickup => Channel::Pickup.tag(),
            Self::Online => Channel::Online.tag(),
        }
    }

    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|keeps| keeps.tag() == tag)
    }

    #[must_use]
    pub fn of_channel(channel: Channel) -> Self {
        match channel {
            Channel::Till => Self::Till,
            Channel::Pickup => Self::Pickup,
            Channel::Online => Self::Online,
        }
    }
}

/// Of what something is kept back, the widest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BufferOf {
    Everything,
    Category(CategoryId),
    Item(ItemId),
    Variant(VariantId),
}

impl BufferOf {
    /// The number its kind is stored as. Never reused.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Everything => 0,
            Self::Category(_) => 1,
            Self::Item(_) => 2,
            Self::Variant(_) => 3,
        }
    }

    /// The id it is of; sixteen zero bytes for everything.
    #[must_use]
    pub fn id(self) -> uuid::Uuid {
        match self {
            Self::Everything => uuid::Uuid::nil(),
            Self::Category(id) => id.0,
            Self::Item(id) => id.0,
            Self::Variant(id) => id.0,
        }
    }

    #[must_use]
    pub fn of_code(code: u8, id: uuid::Uuid) -> Option<Self> {
        match code {
            0 => Some(Self::Everything),
            1 => Some(Self::Category(id.into())),
            2 => Some(Self::Item(id.into())),
            3 => Some(Self::Variant(id.into())),
            _ => None,
        }
    }
}

/// Says how much is kept back, of what, where and for what; a rule that says the same is replaced. Of each two that could
/// count, the more specific one does: a rule of nought says that nothing is kept.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetBuffer {
    pub keeps: BufferFor,
    /// At this store; at every store unless said.
    #[serde(default)]
    pub store: Option<StoreId>,
    /// Of the items of this category. At most one of category, item and variant; of everything unless said.
    #[serde(default)]
    pub category: Option<CategoryId>,
    #[serde(default)]
    pub item: Option<ItemId>,
    #[serde(default)]
    pub variant: Option<VariantId>,
    /// So much at each store, in each item's base unit; nought or more.
    #[serde(default)]
    pub quantity: Quantity,
    /// Such a part of what is sellable, rounded up, where that is more: 0 to 100, at most two decimals.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub percent: Option<Decimal>,
}

impl SetBuffer {
    /// Of what it is.
    ///
    /// # Errors
    /// `buffer-of-several`.
    pub fn of(&self) -> Result<BufferOf, FieldError> {
        let all = [self.category.map(BufferOf::Category), self.item.map(BufferOf::Item), self.variant.map(BufferOf::Variant)];
        let mut all = all.into_iter().flatten();
        match (all.next(), all.next()) {
            (None, _) => Ok(BufferOf::Everything),
            (Some(of), None) => Ok(of),
            (Some(_), Some(_)) => Err(FieldError::new("variant", "buffer-of-several")),
        }
    }
}

impl Operation for SetBuffer {
    type Reply = BufferRow;
    const NAME: &'static str = "stock.set_buffer";
    const NEEDS: Permission = Permission::SettingsWrite;
    const KIND: Kind = Kind::Command;
}

/// Takes a rule away: what is less specific counts again.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RemoveBuffer {
    pub buffer: BufferId,
}

impl Operation for RemoveBuffer {
    type Reply = ();
    const NAME: &'static str = "stock.remove_buffer";
    const NEEDS: Permission = Permission::SettingsWrite;
    const KIND: Kind = Kind::Command;
}

/// What is kept back, the newest rule first.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ListBuffers {
    /// Only what is kept for this; all unless said.
    #[serde(default)]
    pub keeps: Option<BufferFor>,
    /// Only rules that may count for this variant: its own, its item's, its category's and those of everything.
    #[serde(default)]
    pub variant: Option<VariantId>,
    #[serde(default)]
    pub cursor: Option<Cursor>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct BufferRow {
    pub buffer: BufferId,
    pub keeps: BufferFor,
    /// None: at every store.
    pub store: Option<StoreId>,
    /// At most one of these; none: of everything.
    pub category: Option<CategoryId>,
    pub item: Option<ItemId>,
    pub variant: Option<VariantId>,
    /// The category's or the item's name; empty of everything, and of what is gone.
    pub name: String,
    /// A variant's.
    pub sku: String,
    pub option_text: String,
    pub quantity: Quantity,
    #[schema(value_type = String)]
    pub percent: Decimal,
    pub changed_at: DateTime<Utc>,
    pub who: String,
}

impl Operation for ListBuffers {
    type Reply = Page<BufferRow>;
    const NAME: &'static str = "stock.list_buffers";
    const NEEDS: Permission = Permission::StockRead;
    const KIND: Kind = Kind::Query;
}

/// What was done to the rules, newest first.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BufferHistory {
    #[serde(default)]
    pub cursor: Option<Cursor>,
}

impl Operation for BufferHistory {
    type Reply = Page<HistoryRow>;
    const NAME: &'static str = "stock.buffer_history";
    const NEEDS: Permission = Permission::StockRead;
    const KIND: Kind = Kind::Query;
}

/// What is wrong with how much a rule keeps.
#[must_use]
pub fn check_buffer(set: &SetBuffer) -> Vec<FieldError> {
    let mut wrong: Vec<FieldError> = set.of().err().into_iter().collect();
    wrong.extend(check_amount("quantity", set.quantity, false));
    let percent = set.percent.unwrap_or_default();
    if percent.is_sign_negative() && !percent.is_zero() || percent > Decimal::ONE_HUNDRED || percent.normalize().scale() > 2 {
        wrong.push(FieldError::new("percent", "buffer-percent"));
    }
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_with_a_rule() {
        let set = |quantity: &str, percent: Option<&str>, category, item| {
            let percent = percent.map(|percent| percent.parse().unwrap());
            let set =
                SetBuffer { keeps: BufferFor::Online, store: None, category, item, variant: None, quantity: quantity.parse().unwrap(), percent };
            check_buffer(&set).into_iter().map(|wrong| (wrong.field, wrong.said.code.to_string())).collect::<Vec<_>>()
        };
        assert_eq!(set("0", Some("100"), Some(CategoryId::new()), None), []);
        assert_eq!(set("0", Some("12.50"), None, None), []);
        assert_eq!(set("-1", None, None, None), [("quantity".into(), "quantity-negative".into())]);
        for wrong in ["-1", "100.01", "0.001"] {
            assert_eq!(set("0", Some(wrong), None, None), [("percent".into(), "buffer-percent".into())], "{wrong}");
        }
        assert_eq!(set("0", None, Some(CategoryId::new()), Some(ItemId::new())), [("variant".into(), "buffer-of-several".into())]);
    }
}

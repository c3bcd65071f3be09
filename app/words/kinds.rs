//! The trade's kinds by name. Their tags are words with underscores, message ids have hyphens.

use crate::Words;
use vocabulary::{Channel, CostKind, CostMethod, CostScope, Door, PlaceKind, PostingKind, Reason, Role, Status};

impl Words {
    /// `status-…`: "Available".
    #[must_use]
    pub fn status(&self, status: Status) -> String {
        self.t(&message_id("status", status.tag()))
    }

    /// `channel-…`: "Pickup at the store".
    #[must_use]
    pub fn channel(&self, channel: Channel) -> String {
        self.t(&message_id("channel", channel.tag()))
    }

    /// `place-…`: "Bin".
    #[must_use]
    pub fn place(&self, kind: PlaceKind) -> String {
        self.t(&message_id("place", kind.tag()))
    }

    /// `posting-…`, as histories say it: "Received".
    #[must_use]
    pub fn posting(&self, kind: PostingKind) -> String {
        self.t(&message_id("posting", kind.tag()))
    }

    /// `reason-…`: "Damaged".
    #[must_use]
    pub fn reason(&self, reason: Reason) -> String {
        self.t(&message_id("reason", reason.tag()))
    }

    /// What an adjustment for this reason does to stock, and to cost.
    #[must_use]
    pub fn reason_effects(&self, reason: Reason) -> (String, String) {
        let id = message_id("reason", reason.tag());
        (self.t(&format!("{id}.stock")), self.t(&format!("{id}.cost")))
    }

    /// `role-…`: "Owner".
    #[must_use]
    pub fn cost_method(&self, method: CostMethod) -> String {
        self.t(&message_id("cost-method", method.tag()))
    }

    #[must_use]
    pub fn cost_scope(&self, scope: CostScope) -> String {
        self.t(&message_id("cost-scope", scope.tag()))
    }

    #[must_use]
    pub fn cost_kind(&self, kind: CostKind) -> String {
        self.t(&message_id("cost-kind", kind.tag()))
    }

    #[must_use]
    pub fn role(&self, role: Role) -> String {
        self.t(&message_id("role", role.tag()))
    }

    /// `door-…`, as audits say it: "by import".
    #[must_use]
    pub fn door(&self, door: Door) -> String {
        self.t(&message_id("door", door.tag()))
    }
}

/// The id of a kind's message: `posting` and `sale_return` make `posting-sale-return`.
#[must_use]
pub fn message_id(kind: &str, tag: &str) -> String {
    format!("{kind}-{}", tag.replace('_', "-"))
}

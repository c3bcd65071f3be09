//! A transfer is called back: what is on its way goes home, or is written off.

use crate::TransferSaved;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{FieldError, Kind, Operation, Permission, Quantity, Reason, TransferId};

/// Calls a transfer back: what is on its way goes home, or is written off. What has arrived stays.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CancelTransfer {
    pub transfer: TransferId,
    pub to: CancelTo,
    /// Why it is written off; needed then, and only then.
    #[serde(default)]
    pub reason: Option<Reason>,
    /// Why; at most 500 characters. Needed where it goes home.
    #[serde(default)]
    pub note: String,
    /// As the transfer was last told; where something was done to it since, it is refused.
    #[serde(default)]
    pub version: Option<i64>,
}

/// What becomes of what is on its way when a transfer is called back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CancelTo {
    /// To the sender's default place.
    Home,
    /// Lost, as the receiver's loss.
    WriteOff,
}

impl CancelTo {
    pub const ALL: [Self; 2] = [Self::Home, Self::WriteOff];

    /// The word it goes by in forms and the API.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::WriteOff => "write_off",
        }
    }

    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|to| to.tag() == tag)
    }
}

impl CancelTransfer {
    /// What is wrong with why it is called back.
    #[must_use]
    pub fn check(&self) -> Vec<FieldError> {
        match (self.to, self.reason) {
            (CancelTo::Home, _) if self.note.trim().is_empty() => vec![FieldError::new("note", "field-required")],
            (CancelTo::Home, Some(_)) => vec![FieldError::new("reason", "transfer-home-no-loss")],
            (CancelTo::Home, None) => Vec::new(),
            (CancelTo::WriteOff, None) => vec![FieldError::new("reason", "field-required")],
            (CancelTo::WriteOff, Some(reason)) => crate::check_reason(reason, -Quantity::ONE, &self.note).into_iter().collect(),
        }
    }
}

impl Operation for CancelTransfer {
    type Reply = TransferSaved;
    const NAME: &'static str = "stock.cancel_transfer";
    const NEEDS: Permission = Permission::Transfer;
    const KIND: Kind = Kind::Command;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_calls_back_says_where_to_and_why() {
        let cancel = |to, reason, note: &str| CancelTransfer { transfer: TransferId::new(), to, reason, note: note.to_owned(), version: None };
        let told = |cancel: CancelTransfer| cancel.check().into_iter().map(|error| (error.field, error.said.code)).collect::<Vec<_>>();
        let error = |field: &str, code: &str| vec![(field.to_owned(), code.to_owned())];
        assert_eq!(told(cancel(CancelTo::Home, None, " ")), error("note", "field-required"));
        assert_eq!(told(cancel(CancelTo::Home, Some(Reason::Lost), "turned round")), error("reason", "transfer-home-no-loss"));
        assert_eq!(told(cancel(CancelTo::Home, None, "turned round")), []);
        assert_eq!(told(cancel(CancelTo::WriteOff, None, "")), error("reason", "field-required"));
        assert_eq!(told(cancel(CancelTo::WriteOff, Some(Reason::Found), "")), error("reason", "reason-only-brings"));
        assert_eq!(told(cancel(CancelTo::WriteOff, Some(Reason::Other), "")), error("note", "reason-other-note"));
        assert_eq!(told(cancel(CancelTo::WriteOff, Some(Reason::Stolen), "")), []);
    }
}

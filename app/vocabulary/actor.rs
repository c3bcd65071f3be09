//! Who acts, for whom, through which door.

use crate::{Locale, Permission, PersonId, Role, TenantId};
use serde::{Deserialize, Serialize};

/// The verified author of a request. Made by the session, an API key or a job row; by nothing a client can write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    pub tenant: TenantId,
    /// `None` for the system itself (a job, the command line).
    pub person: Option<PersonId>,
    /// As shown in histories; empty for the system.
    pub name: String,
    pub role: Role,
    pub locale: Locale,
    pub door: Door,
}

/// Where a request came in; audited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Door {
    Page,
    Api,
    Import,
    Floor,
    Job,
    Command,
}

impl Door {
    pub const ALL: [Self; 6] = [Self::Page, Self::Api, Self::Import, Self::Floor, Self::Job, Self::Command];

    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|door| door.tag() == tag)
    }

    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Api => "api",
            Self::Import => "import",
            Self::Floor => "floor",
            Self::Job => "job",
            Self::Command => "command",
        }
    }
}

impl Actor {
    /// The system, working for one tenant.
    #[must_use]
    pub fn system(tenant: TenantId, door: Door) -> Self {
        Self { tenant, person: None, name: String::new(), role: Role::Owner, locale: Locale::En, door }
    }

    #[must_use]
    pub fn may(&self, wanted: Permission) -> bool {
        self.role.may(wanted)
    }
}

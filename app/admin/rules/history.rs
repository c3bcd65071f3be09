//! What was done to people, imports and the business's settings. Each is read by whoever may see the thing itself.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{Cursor, HistoryRow, ImportId, Kind, Operation, Page, Permission, PersonId};

/// What was done to somebody of the business, and by them to their own account while they worked here; newest first.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PersonHistory {
    pub person: PersonId,
    #[serde(default)]
    pub cursor: Option<Cursor>,
}

impl Operation for PersonHistory {
    type Reply = Page<HistoryRow>;
    const NAME: &'static str = "admin.person_history";
    const NEEDS: Permission = Permission::PeopleManage;
    const KIND: Kind = Kind::Query;
}

/// What was done with an import, newest first. What it wrote is in the histories of what it wrote to.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ImportHistory {
    pub import: ImportId,
    #[serde(default)]
    pub cursor: Option<Cursor>,
}

impl Operation for ImportHistory {
    type Reply = Page<HistoryRow>;
    const NAME: &'static str = "admin.import_history";
    const NEEDS: Permission = Permission::Import;
    const KIND: Kind = Kind::Query;
}

/// What was changed in the settings of the business, newest first.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SettingsHistory {
    #[serde(default)]
    pub cursor: Option<Cursor>,
}

impl Operation for SettingsHistory {
    type Reply = Page<HistoryRow>;
    const NAME: &'static str = "admin.settings_history";
    const NEEDS: Permission = Permission::SettingsWrite;
    const KIND: Kind = Kind::Query;
}

//! How somebody looks at the lists of the desk: which columns, in which order, and the views they saved under a name.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{FieldError, Kind, Operation, Permission, ViewId, check_name};

/// A list of the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ListOf {
    Items,
    Stock,
    Movements,
    Counts,
    Transfers,
    Stores,
    Periods,
    AsOf,
    Lots,
    Reservations,
    Shortages,
    Buffers,
    Valuation,
    Accuracy,
    Shrinkage,
    Imports,
    People,
}

impl ListOf {
    pub const ALL: [Self; 17] = [
        Self::Items,
        Self::Stock,
        Self::Movements,
        Self::Counts,
        Self::Transfers,
        Self::Stores,
        Self::Periods,
        Self::AsOf,
        Self::Lots,
        Self::Reservations,
        Self::Shortages,
        Self::Buffers,
        Self::Valuation,
        Self::Accuracy,
        Self::Shrinkage,
        Self::Imports,
        Self::People,
    ];

    /// The word it is stored under.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Items => "items",
            Self::Stock => "stock",
            Self::Movements => "movements",
            Self::Counts => "counts",
            Self::Transfers => "transfers",
            Self::Stores => "stores",
            Self::Periods => "periods",
            Self::AsOf => "as-of",
            Self::Lots => "lots",
            Self::Reservations => "reservations",
            Self::Shortages => "shortages",
            Self::Buffers => "buffers",
            Self::Valuation => "valuation",
            Self::Accuracy => "accuracy",
            Self::Shrinkage => "shrinkage",
            Self::Imports => "imports",
            Self::People => "people",
        }
    }

    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|list| list.tag() == tag)
    }

    /// Where it is.
    #[must_use]
    pub fn path(self) -> &'static str {
        match self {
            Self::Items => "/catalog/items",
            Self::Stock => "/stock",
            Self::Movements => "/stock/movements",
            Self::Counts => "/stock/counts",
            Self::Transfers => "/stock/transfers",
            Self::Stores => "/stock/stores",
            Self::Periods => "/stock/periods",
            Self::AsOf => "/stock/as-of",
            Self::Lots => "/stock/lots",
            Self::Reservations => "/stock/reservations",
            Self::Shortages => "/stock/shortages",
            Self::Buffers => "/stock/buffers",
            Self::Valuation => "/stock/value",
            Self::Accuracy => "/stock/counts/accuracy",
            Self::Shrinkage => "/stock/counts/shrinkage",
            Self::Imports => "/admin/imports",
            Self::People => "/admin/people",
        }
    }
}

/// Most views of one list.
pub const VIEWS_MAX: usize = 12;
/// Most columns a list may have.
const COLUMNS_MAX: usize = 24;
/// Longest name of a view, in characters.
pub const VIEW_NAME_MAX: u32 = 60;
/// Longest address of a view.
const QUERY_MAX: usize = 1_000;

/// How the asker looks at a list.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ShowList {
    pub list: ListOf,
}

/// What is kept of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ListLook {
    /// The columns in their order; none chosen: as the list has them.
    pub columns: Vec<String>,
    pub views: Vec<SavedView>,
}

/// A view of a list under a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SavedView {
    pub view: ViewId,
    pub name: String,
    /// What stands behind the list's address.
    pub query: String,
}

impl Operation for ShowList {
    type Reply = ListLook;
    const NAME: &'static str = "admin.show_list";
    const NEEDS: Permission = Permission::Own;
    const KIND: Kind = Kind::Query;
}

/// Chooses the columns of a list; none: as the list has them.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChooseColumns {
    pub list: ListOf,
    pub columns: Vec<String>,
}

/// It is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LookKept {}

impl Operation for ChooseColumns {
    type Reply = LookKept;
    const NAME: &'static str = "admin.choose_columns";
    const NEEDS: Permission = Permission::Own;
    const KIND: Kind = Kind::Command;
}

/// Keeps a view of a list under a name; one of that name is replaced.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SaveView {
    pub list: ListOf,
    pub name: String,
    /// What stands behind the list's address.
    #[serde(default)]
    pub query: String,
}

impl Operation for SaveView {
    type Reply = SavedView;
    const NAME: &'static str = "admin.save_view";
    const NEEDS: Permission = Permission::Own;
    const KIND: Kind = Kind::Command;
}

/// Takes a saved view away.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RemoveView {
    pub view: ViewId,
}

impl Operation for RemoveView {
    type Reply = LookKept;
    const NAME: &'static str = "admin.remove_view";
    const NEEDS: Permission = Permission::Own;
    const KIND: Kind = Kind::Command;
}

/// Whether it can be a column's key.
fn is_key(key: &str) -> bool {
    (1..=24).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
}

/// The columns as they are kept; keys no list could have are left out, and so is what is there twice.
#[must_use]
pub fn columns_kept(columns: &[String]) -> String {
    let mut kept: Vec<&str> = Vec::new();
    for key in columns.iter().map(String::as_str).filter(|key| is_key(key)) {
        if !kept.contains(&key) && kept.len() < COLUMNS_MAX {
            kept.push(key);
        }
    }
    kept.join(",")
}

/// And back.
#[must_use]
pub fn columns_of(kept: &str) -> Vec<String> {
    kept.split(',').filter(|key| is_key(key)).take(COLUMNS_MAX).map(str::to_owned).collect()
}

/// A view as it can be kept.
///
/// # Errors
/// What is wrong with its name or its address.
pub fn check_view(name: &str, query: &str) -> Result<String, Vec<FieldError>> {
    let name = check_name("name", name).map_err(|error| vec![error])?;
    if name.chars().count() > VIEW_NAME_MAX as usize {
        return Err(vec![FieldError::new("name", "field-too-long").with("max", i64::from(VIEW_NAME_MAX))]);
    }
    // It was made by a list's own links: anything else is nobody's view.
    if query.len() > QUERY_MAX || query.bytes().any(|byte| !byte.is_ascii_graphic() || byte == b'#') {
        return Err(vec![FieldError::new("query", "list-view-query")]);
    }
    Ok(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_come_back_as_they_were_kept() {
        let columns: Vec<String> = ["sku", "on-hand", "sku", "Bad", "a,b", ""].map(str::to_owned).to_vec();
        assert_eq!(columns_kept(&columns), "sku,on-hand");
        assert_eq!(columns_of("sku,on-hand"), ["sku", "on-hand"]);
        assert_eq!(columns_of(""), Vec::<String>::new());
    }

    #[test]
    fn a_view_has_a_name_and_an_address_of_ours() {
        assert_eq!(check_view(" Low in London ", "store=LONDON&view=low"), Ok(String::from("Low in London")));
        for (name, query) in [("", ""), ("a\u{7}", ""), ("a", "q=\r\nSet-Cookie"), ("a", "q=1#x")] {
            assert!(check_view(name, query).is_err(), "{name:?} {query:?}");
        }
        assert!(check_view(&"a".repeat(61), "").is_err());
        assert!(check_view("a", &"q".repeat(1001)).is_err());
    }
}

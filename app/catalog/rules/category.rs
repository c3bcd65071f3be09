//! Categories kept in order: made, renamed, merged, deleted.

use crate::{CategoryRef, SHORT_MAX, check_line, tidy};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{CategoryId, Counted, Cursor, FieldError, HistoryRow, Kind, Operation, Page, Permission};

/// A category's name as it is kept.
///
/// # Errors
/// `field-required`, `field-too-long`, `field-control-characters`.
pub fn category_name(name: &str) -> Result<String, FieldError> {
    match check_line("name", name, SHORT_MAX, true) {
        Some(wrong) => Err(wrong),
        None => Ok(tidy(name)),
    }
}

/// One category.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ShowCategory {
    pub category: CategoryId,
}

/// A category with how many items are in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CategoryView {
    pub category: CategoryId,
    pub name: String,
    pub version: i64,
    pub created_at: DateTime<Utc>,
    /// Items in it that are not archived.
    pub items: Counted,
    /// Items in it that are.
    pub archived: Counted,
    /// Its items are on their way to this one; it goes when the last has gone.
    pub merging_into: Option<CategoryRef>,
}

impl Operation for ShowCategory {
    type Reply = CategoryView;
    const NAME: &'static str = "catalog.show_category";
    const NEEDS: Permission = Permission::CatalogRead;
    const KIND: Kind = Kind::Query;
}

/// Changes of a category, newest first.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct CategoryHistory {
    pub category: CategoryId,
    #[serde(default)]
    pub cursor: Option<Cursor>,
}

impl Operation for CategoryHistory {
    type Reply = Page<HistoryRow>;
    const NAME: &'static str = "catalog.category_history";
    const NEEDS: Permission = Permission::CatalogRead;
    const KIND: Kind = Kind::Query;
}

/// Makes a category that no item is in yet.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateCategory {
    /// 1 to 120 characters; unique in the tenant, whatever its case and accents.
    pub name: String,
}

impl Operation for CreateCategory {
    type Reply = CategorySaved;
    const NAME: &'static str = "catalog.create_category";
    const NEEDS: Permission = Permission::CatalogWrite;
    const KIND: Kind = Kind::Command;
}

/// A category that was made or renamed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CategorySaved {
    pub category: CategoryId,
    pub name: String,
    pub version: i64,
}

/// Gives a category another name; its items stay in it. A name that another has is refused with `category-taken`, which
/// tells the other's id as `category`: whoever means that one merges the two.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RenameCategory {
    pub category: CategoryId,
    pub version: i64,
    /// As of [`CreateCategory`].
    pub name: String,
}

impl Operation for RenameCategory {
    type Reply = CategorySaved;
    const NAME: &'static str = "catalog.rename_category";
    const NEEDS: Permission = Permission::CatalogWrite;
    const KIND: Kind = Kind::Command;
}

/// All items of one category go to another, and it is deleted. More than 500 items are moved by a job; from now on who
/// names the category means the other.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MergeCategories {
    /// The one that goes.
    pub category: CategoryId,
    pub version: i64,
    /// The one that stays.
    pub into: CategoryId,
}

/// Categories that were merged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CategoriesMerged {
    /// The one that stays.
    pub category: CategoryId,
    /// Items moved so far.
    pub moved: i64,
    /// A job moves the others.
    pub under_way: bool,
}

impl Operation for MergeCategories {
    type Reply = CategoriesMerged;
    const NAME: &'static str = "catalog.merge_categories";
    const NEEDS: Permission = Permission::CatalogWrite;
    const KIND: Kind = Kind::Command;
}

/// Deletes a category that no item is in, not even an archived one.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeleteCategory {
    pub category: CategoryId,
    pub version: i64,
}

/// A category that was deleted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CategoryDeleted {
    pub category: CategoryId,
}

impl Operation for DeleteCategory {
    type Reply = CategoryDeleted;
    const NAME: &'static str = "catalog.delete_category";
    const NEEDS: Permission = Permission::CatalogWrite;
    const KIND: Kind = Kind::Command;
}

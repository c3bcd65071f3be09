//! All pages, by room.

use axum::Router;
use wire::PageState;

/// The router of everything that is a page: of the rooms that `has` names, and what belongs to none.
pub fn pages(has: impl Fn(&str) -> bool) -> Router<PageState> {
    let each = [
        ("admin", admin_pages::routes()),
        ("catalog", catalog_pages::routes()),
        ("stock", stock_pages::routes()),
        ("notify", notify_pages::routes()),
    ];
    each.into_iter().filter(|(room, _)| has(room)).fold(crate::problems::routes(), |all, (_, routes)| all.merge(routes))
}

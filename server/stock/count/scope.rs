//! What belongs to a count's plan.

use super::session::Session;
use platform::{OpError, Tx, db::push_list};
use sqlx::{MySql, QueryBuilder};
use std::collections::BTreeSet;
use stock_rules::CountScope;
use uuid::Uuid;
use vocabulary::VariantId;

/// Variants per statement.
const MOST: usize = 1000;

/// Which of these variants are no part of the plan. A plan of places or of everything is of all that stands there.
///
/// # Errors
/// When the database fails.
pub(super) async fn stray(tx: &mut Tx, session: &Session, variants: BTreeSet<VariantId>) -> Result<BTreeSet<VariantId>, OpError> {
    let planned = match session.scope {
        CountScope::Everything | CountScope::Locations => return Ok(BTreeSet::new()),
        CountScope::Category => {
            "SELECT v.id FROM variant v JOIN item i ON i.tenant_id = v.tenant_id AND i.id = v.item_id \
             JOIN count_scope c ON c.tenant_id = i.tenant_id AND c.kind = 2 AND c.ref_id = i.category_id WHERE v.tenant_id = "
        }
        CountScope::Items => {
            "SELECT c.ref_id AS id FROM count_scope c JOIN variant v ON v.tenant_id = c.tenant_id AND v.id = c.ref_id \
                              WHERE c.kind = 3 AND c.tenant_id = "
        }
    };
    let tenant = tx.tenant();
    let asked: Vec<VariantId> = variants.iter().copied().collect();
    let mut stray = variants;
    for variants in asked.chunks(MOST) {
        let mut select = QueryBuilder::<MySql>::new(planned);
        select.push_bind(tenant).push(" AND c.count_id = ").push_bind(session.id.0).push(" AND v.id IN ");
        push_list(&mut select, variants.iter().map(|variant| variant.0));
        for variant in select.build_query_scalar::<Uuid>().fetch_all(tx.conn()).await? {
            stray.remove(&VariantId(variant));
        }
    }
    Ok(stray)
}

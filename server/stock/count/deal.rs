//! Deals the places of a count out to people.

use super::{people, session::Session};
use crate::Stock;
use platform::{Done, Event, Handle, OpError, Trail, Tx, db::push_list};
use sqlx::{MySql, QueryBuilder};
use std::collections::{BTreeMap, BTreeSet};
use stock_rules::{CountState, DealCountPlaces, PlacesDealt, SCOPE_MAX};
use uuid::Uuid;
use vocabulary::{Actor, FieldError, PersonId, Said};

impl Handle<DealCountPlaces> for Stock {
    async fn handle(&self, tx: &mut Tx, _: &Actor, deal: DealCountPlaces) -> Result<Done<PlacesDealt>, OpError> {
        if deal.places.is_empty() || deal.places.len() > SCOPE_MAX {
            return Err(FieldError::new("places", "number-out-of-range").with("min", 1_i64).with("max", SCOPE_MAX).into());
        }
        let session = Session::hold(tx, deal.count).await?;
        if !matches!(session.state, CountState::Open | CountState::Counting) {
            return Err(OpError::conflict(Said::new("count-closed")));
        }
        let places: BTreeMap<Uuid, Option<PersonId>> = deal.places.iter().map(|place| (place.location.0, place.person)).collect();
        if places.len() != deal.places.len() || !all_known(tx, &session, places.keys().copied().collect()).await? {
            return Err(OpError::invalid("places", "field-unknown-choice"));
        }
        let mut names: BTreeMap<PersonId, String> = BTreeMap::new();
        for person in places.values().flatten().copied().collect::<BTreeSet<_>>() {
            names.insert(person, people::name_of(tx, person, "places").await?);
        }
        let tenant = tx.tenant();
        let mut insert = QueryBuilder::<MySql>::new(
            "INSERT INTO count_place (tenant_id, count_id, location_id, planned, finished_by, assigned_to, assigned_name) ",
        );
        insert.push_values(&places, |mut row, (location, person)| {
            let name = person.and_then(|person| names.get(&person)).cloned().unwrap_or_default();
            row.push_bind(tenant).push_bind(session.id.0).push_bind(*location).push("FALSE").push_bind(Uuid::nil());
            row.push_bind(person.map(|person| person.0)).push_bind(name);
        });
        insert.push(" ON DUPLICATE KEY UPDATE assigned_to = VALUES(assigned_to), assigned_name = VALUES(assigned_name)");
        insert.build().execute(tx.conn()).await?;
        let dealt = i64::try_from(places.len()).unwrap_or(i64::MAX);
        let who = names.into_values().collect::<Vec<_>>().join(", ");
        let trail = Trail::of("count", session.id).with("places", dealt).with("dealt_to", who);
        let event = Event::new("count.places_dealt", session.id, &serde_json::json!({ "count": session.id, "places": dealt }));
        Ok(Done::reply(PlacesDealt { places: dealt }).trail(trail).event(event))
    }
}

/// All of these are places of the count's store, in use; of a count of places, those that it was planned of.
async fn all_known(tx: &mut Tx, session: &Session, places: Vec<Uuid>) -> Result<bool, OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("SELECT COUNT(*) FROM location l WHERE l.tenant_id = ");
    select.push_bind(tenant).push(" AND l.store_id = ").push_bind(session.store.0).push(" AND l.kind < 10 AND l.archived_at IS NULL");
    if session.scope == stock_rules::CountScope::Locations {
        select.push(" AND EXISTS (SELECT 1 FROM count_place p WHERE p.tenant_id = l.tenant_id AND p.location_id = l.id AND p.planned");
        select.push(" AND p.count_id = ").push_bind(session.id.0).push(")");
    }
    select.push(" AND l.id IN ");
    push_list(&mut select, places.iter().copied());
    let known: i64 = select.build_query_scalar().fetch_one(tx.conn()).await?;
    Ok(usize::try_from(known).ok() == Some(places.len()))
}

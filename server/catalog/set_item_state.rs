//! Moves an item to another state; archiving and restoring are two such moves.

use crate::{
    Catalog, change,
    upsert::{
        load::{self, Lock, Variants},
        world::World,
        write,
    },
};
use catalog_rules::{ArchiveItem, ItemState, ItemStateSet, RestoreItem, SetItemState};
use platform::{Done, Event, Handle, OpError, Trail, Tx};
use serde_json::json;
use vocabulary::{Actor, Said};

impl Handle<SetItemState> for Catalog {
    async fn handle(&self, tx: &mut Tx, _: &Actor, set: SetItemState) -> Result<Done<ItemStateSet>, OpError> {
        let mut world = World::default();
        let item = change::item(tx, &mut world, set.item, set.version).await?;
        let before = item.state;
        if before == set.state {
            return Ok(Done::reply(ItemStateSet { item: set.item, version: set.version, state: before }));
        }
        item.state = set.state;
        item.copies_changed = true;
        item.touch();
        let version = item.version;
        if set.state == ItemState::Archived {
            // A posting that brings some holds its variant: whoever comes second sees what the first has done.
            load::variants(tx, &mut world, Lock::ForUpdate, Variants::Of(&[set.item.0])).await?;
            load::stock(tx, &mut world, &[set.item.0]).await?;
            if world.stocked.contains(&set.item.0) {
                return Err(OpError::conflict(Said::new("item-has-stock")));
            }
        }
        write::write(tx, &mut world).await?;
        let reply = ItemStateSet { item: set.item, version, state: set.state };
        let kind = match set.state {
            ItemState::Archived => "item.archived",
            _ => "item.state_changed",
        };
        Ok(Done::reply(reply).trail(Trail::of("item", set.item).changed("state", &before.tag(), &set.state.tag())).event(Event::new(
            kind,
            set.item,
            &json!({ "item": set.item, "from": before, "to": set.state }),
        )))
    }
}

impl Handle<ArchiveItem> for Catalog {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, archive: ArchiveItem) -> Result<Done<ItemStateSet>, OpError> {
        let ArchiveItem { item, version } = archive;
        self.handle(tx, actor, SetItemState { item, version, state: ItemState::Archived }).await
    }
}

impl Handle<RestoreItem> for Catalog {
    async fn handle(&self, tx: &mut Tx, actor: &Actor, restore: RestoreItem) -> Result<Done<ItemStateSet>, OpError> {
        let RestoreItem { item, version } = restore;
        self.handle(tx, actor, SetItemState { item, version, state: ItemState::Active }).await
    }
}

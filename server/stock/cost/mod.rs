//! What stock is worth. The ledger values it; here is who asks, and what they may change.

mod account;
mod adjust;
mod among;
mod changes;
mod costing;
mod layers;
mod valuation;
mod worth;

use crate::Stock;
use ledger::as_of;
use platform::{OpError, Registry, Tx, rest::Api};
use stock_rules::{
    AddLateCost, Known, ListCostChanges, ListCostEntries, ListLayers, ListValuation, RevalueStock, SetCosting, SetItemCosting, ShowCostAccount,
    ShowCostChange, ShowCosting, ShowLayers, ShowWorth, UndoCostChange, Watermark,
};
use vocabulary::VariantId;

pub(crate) fn register(registry: Registry) -> Registry {
    registry
        .on::<ShowCosting>(Stock)
        .on::<SetCosting>(Stock)
        .on::<SetItemCosting>(Stock)
        .on::<ListValuation>(Stock)
        .on::<ShowWorth>(Stock)
        .on::<ShowCostAccount>(Stock)
        .on::<ShowLayers>(Stock)
        .on::<ListLayers>(Stock)
        .on::<ListCostEntries>(Stock)
        .on::<RevalueStock>(Stock)
        .on::<AddLateCost>(Stock)
        .on::<ListCostChanges>(Stock)
        .on::<ShowCostChange>(Stock)
        .on::<UndoCostChange>(Stock)
}

pub(crate) fn api(api: Api) -> Api {
    api.get::<ShowCosting>("/costing", "How stock is valued")
        .put::<SetCosting>("/costing", "Choose how stock is valued, before anything has moved")
        .put::<SetItemCosting>("/costing/items/{item}", "Choose how one item is valued, before anything of it has moved")
        .get::<ListValuation>("/valuation", "What each variant in stock is worth, now or at any instant")
        .get::<ShowWorth>("/valuation/totals", "What stock is worth by store and by category, now or at any instant")
        .get::<ShowCostAccount>("/valuation/account", "The cost of a period: opening, in, out, adjusted, closing")
        .get::<ShowLayers>("/valuation/{variant}", "Why a variant is worth what it is worth")
        .get::<ListLayers>("/valuation/{variant}/layers", "What is left of what came in, pool by pool")
        .get::<ListCostEntries>("/valuation/{variant}/entries", "What changed the value of a pool, the newest first")
        .post::<RevalueStock>("/revaluations", "Say what one unit of a variant is worth from now on")
        .post::<AddLateCost>("/postings/{posting}/costs", "Add a cost that came later to what a receipt brought")
        .get::<ListCostChanges>("/cost-changes", "What people changed of the value of stock, the newest first")
        .get::<ShowCostChange>("/cost-changes/{change}", "One such change")
        .post::<UndoCostChange>("/cost-changes/{change}/reversal", "Take such a change back")
}

fn known(known: Known) -> as_of::Known {
    match known {
        Known::Then => as_of::Known::Then,
        Known::Now => as_of::Known::Now,
    }
}

async fn watermark(tx: &mut Tx, variant: Option<VariantId>) -> Result<Watermark, OpError> {
    let (through, waiting) = ledger::cost::worth::watermark(tx, variant).await?;
    Ok(Watermark { through, waiting })
}

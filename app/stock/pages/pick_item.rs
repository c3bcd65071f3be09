//! Choosing an item without script: one types or scans its SKU, barcode or name; the server says what that means. What is
//! exact is taken, what may mean several things gives a choice, the unknown is told. Nothing is guessed.

use catalog_rules::{ResolveScan, Resolved, ScanDetails, SearchVariants, ShowVariantUnits, VariantHit, VariantUnit};
use kit::Choice;
use leptos::prelude::*;
use stock_rules::ShowStock;
use vocabulary::{AppError, FieldError, Quantity, Tracking, VariantId};
use wire::{PageError, PageState, Visit};

use crate::common::item_label;

/// Most that a name gives to choose from.
const CHOICES: u16 = 12;

/// What was typed, as far as it is known what it means.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pick {
    /// As it was typed; the SKU once it is known.
    pub typed: String,
    pub variant: Option<VariantId>,
    /// The item's name once it is known.
    pub label: String,
    /// How its pieces are told apart, once it is known.
    pub tracking: Tracking,
    /// The units in which a quantity of it may be told, the base unit first.
    pub units: Vec<VariantUnit>,
    /// The unit under the code that was scanned, and how many base units that is; not of one base unit.
    pub under: Option<(String, Quantity)>,
    /// What a code told besides: its lot, its last day, its number.
    pub told: ScanDetails,
    /// What it may mean.
    pub choices: Vec<Choice>,
}

impl Pick {
    /// A variant that is known by its id, from an address; nothing where it is not the tenant's.
    pub(crate) async fn of(state: &PageState, visit: &Visit, variant: VariantId) -> Result<Self, PageError> {
        match state.desk.ask(&visit.actor, ShowStock { variant, store: None }).await {
            Ok(stock) => {
                let label = item_label(&stock.name, &stock.option_text);
                Ok(Self { typed: stock.sku, variant: Some(variant), label, tracking: stock.tracking, ..Self::default() })
            }
            Err(AppError::NotFound) => Ok(Self::default()),
            Err(error) => Err(PageError(error)),
        }
    }

    /// Finds out what was typed; `field` is told what is wrong.
    ///
    /// # Errors
    /// The inner one is to be shown at the field.
    pub(crate) async fn resolve(&mut self, state: &PageState, visit: &Visit, field: &str) -> Result<Result<(), FieldError>, PageError> {
        if self.variant.is_some() {
            return Ok(Ok(()));
        }
        if self.typed.is_empty() {
            return Ok(Err(FieldError::new(field, "field-required")));
        }
        let scan = ResolveScan { code: self.typed.clone(), store: visit.store.as_ref().map(|store| store.id) };
        let hits: Vec<VariantHit> = match state.desk.ask(&visit.actor, scan).await {
            Ok(Resolved::Variant { of }) => {
                self.take(&of.variant);
                self.under = Some((of.unit, of.pack)).filter(|(_, pack)| *pack != Quantity::ONE);
                self.told = of.details;
                return Ok(Ok(()));
            }
            Ok(Resolved::Several { choices }) => choices.into_iter().map(|choice| choice.variant).collect(),
            Ok(Resolved::Unknown { expected_digit: Some(digit), .. }) => {
                return Ok(Err(FieldError::new(field, "gtin-check-digit").with("expected", i64::from(digit))));
            }
            Ok(Resolved::Unknown { .. }) => {
                let search = SearchVariants { q: self.typed.clone(), limit: Some(CHOICES) };
                state.desk.ask(&visit.actor, search).await?.hits
            }
            Ok(_) => return Ok(Err(FieldError::new(field, "pick-no-item"))),
            Err(AppError::Invalid { .. }) => Vec::new(),
            Err(error) => return Err(PageError(error)),
        };
        if hits.is_empty() {
            return Ok(Err(FieldError::new(field, "pick-unknown")));
        }
        self.choices = hits.iter().map(choice).collect();
        Ok(Err(FieldError::new(field, "pick-several").with("count", hits.len())))
    }

    /// Finds out in which units it may be told.
    pub(crate) async fn ask_units(&mut self, state: &PageState, visit: &Visit) -> Result<(), PageError> {
        let Some(variant) = self.variant else { return Ok(()) };
        self.units = match state.desk.ask(&visit.actor, ShowVariantUnits { variant }).await {
            Ok(told) => told.units,
            Err(AppError::NotFound) => Vec::new(),
            Err(error) => return Err(PageError(error)),
        };
        Ok(())
    }

    fn take(&mut self, hit: &VariantHit) {
        self.typed.clone_from(&hit.sku);
        self.variant = Some(hit.variant);
        self.label = item_label(&hit.name, &hit.option_text);
        self.tracking = hit.tracking;
    }
}

/// What was typed may mean any of these: each leads on.
pub(crate) fn choice_list(choices: Vec<(String, Choice)>) -> impl IntoView {
    let items: Vec<_> = choices
        .into_iter()
        .map(|(href, choice)| {
            let hint = choice.hint.get().unwrap_or_default();
            view! { <li><a href=href>{choice.label}</a>" "<span class="sub">{hint}</span></li> }
        })
        .collect();
    (!items.is_empty()).then(|| view! { <ul class="stack stack-2">{items}</ul> })
}

fn choice(hit: &VariantHit) -> Choice {
    Choice::new(hit.variant.to_string(), item_label(&hit.name, &hit.option_text)).hint(hit.sku.clone())
}

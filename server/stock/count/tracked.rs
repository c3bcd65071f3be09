//! Which lot, or which piece, a scan is of: what its code says, and what is said with it.

use super::resolve::Known;
use catalog_rules::ScanDetails;
use chrono::NaiveDate;
use ledger::lots::{self, Lot, Name, NewLot};
use platform::{OpError, Tx};
use std::collections::{BTreeSet, HashMap};
use stock_rules::{LOT_CODE_MAX, LotGiven, LotNamed, check_told};
use uuid::Uuid;
use vocabulary::{LotId, Said, Tracking};

/// What is told of a lot, or of a piece.
#[derive(Clone, Debug, Default)]
pub(super) struct Told {
    pub lot: Option<LotGiven>,
    pub serial: Option<String>,
}

impl Told {
    pub(super) fn new(lot: Option<&LotGiven>, serial: Option<&str>) -> Self {
        let lot = lot.filter(|lot| **lot != LotGiven::default()).cloned();
        Self { lot, serial: serial.map(str::trim).filter(|serial| !serial.is_empty()).map(str::to_owned) }
    }

    /// What a GS1 code says.
    pub(super) fn of_code(details: &ScanDetails) -> Self {
        let lot = details.lot.clone().map(|code| LotGiven { code, expires_on: details.expiry, made_on: None });
        Self { lot, serial: details.serial.clone() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.lot.is_none() && self.serial.is_none()
    }

    /// What is said with a scan holds before what its code says.
    pub(super) fn or(self, code: &Self) -> Self {
        Self { lot: self.lot.or_else(|| code.lot.clone()), serial: self.serial.or_else(|| code.serial.clone()) }
    }

    /// How the lot or the piece is named, as far as the item's pieces are told apart and it is told.
    pub(super) fn name(&self, known: &Known) -> Option<Name> {
        let code = match known.tracking {
            Tracking::None => None,
            Tracking::Lot | Tracking::LotExpiry => self.lot.as_ref().map(|lot| lot.code.trim()),
            Tracking::Serial => self.serial.as_deref().map(str::trim),
        };
        let code = code.filter(|code| !code.is_empty() && code.chars().count() <= LOT_CODE_MAX)?;
        Some((known.variant, known.tracking.is_serial(), code.to_owned()))
    }

    fn last_day(&self) -> Option<NaiveDate> {
        self.lot.as_ref().and_then(|lot| lot.expires_on)
    }

    /// What is wrong with what somebody says of an item.
    pub(super) fn check(&self, known: &Known) -> Option<Said> {
        let serials: Vec<String> = self.serial.iter().cloned().collect();
        check_told("", known.tracking, self.lot.as_ref(), &serials).into_iter().next().map(|wrong| wrong.said)
    }

    /// Why it is not of this lot, or of none that may be made: its last day is another, or is needed and not told.
    pub(super) fn contradicts(&self, known: &Known, lot: Option<&Lot>) -> Option<Said> {
        match (lot, self.last_day()) {
            (None, None) if known.tracking.expires() => Some(Said::new("lot-day-needed")),
            (Some(Lot { code, expires_on: Some(last), .. }), Some(told)) if *last != told => {
                Some(Said::new("lot-other-day").with("lot", code.as_str()).with("day", *last))
            }
            _ => None,
        }
    }

    fn new_lot(&self, known: &Known) -> Option<NewLot> {
        let (variant, serial, code) = self.name(known)?;
        let given = self.lot.as_ref().filter(|_| !serial);
        let (expires_on, made_on) = given.map(|given| (given.expires_on, given.made_on)).unwrap_or_default();
        Some(NewLot { variant, serial, code, expires_on, made_on })
    }
}

/// Finds the lots and pieces that are told, and makes those that are missing where they may be made: what is counted is
/// there, so it is one.
///
/// # Errors
/// When the database fails.
pub(super) async fn find(tx: &mut Tx, told: &[(&Known, Told)], may_make: bool) -> Result<HashMap<Name, Lot>, OpError> {
    let names: BTreeSet<Name> = told.iter().filter_map(|(known, told)| told.name(known)).collect();
    if names.is_empty() {
        return Ok(HashMap::new());
    }
    let names: Vec<Name> = names.into_iter().collect();
    let mut found = lots::find(tx, &names).await?;
    let missing = |known: &Known, told: &Told| told.name(known).is_some_and(|name| !found.contains_key(&name));
    let new = told.iter().filter(|(known, told)| may_make && missing(known, told) && told.contradicts(known, None).is_none());
    let new: Vec<NewLot> = new.filter_map(|(known, told)| told.new_lot(known)).collect();
    if !new.is_empty() {
        found.extend(lots::open(tx, &new).await?);
    }
    Ok(found)
}

pub(super) fn named(lot: &Lot) -> LotNamed {
    LotNamed { lot: lot.id, serial: lot.serial, code: lot.code.clone(), expires_on: lot.expires_on }
}

/// Which lot, for a reply: none of what is not tracked.
pub(super) fn told(lot: LotId) -> Option<LotId> {
    (lot != LotId::NONE).then_some(lot)
}

/// What a statement that joins `lot` as `t` tells of it.
#[derive(sqlx::FromRow)]
pub(super) struct Joined {
    pub lot_id: Uuid,
    pub serial: Option<bool>,
    pub lot_code: Option<String>,
    pub expires_on: Option<NaiveDate>,
}

impl Joined {
    pub(super) fn named(self) -> Option<LotNamed> {
        let (serial, code) = self.serial.zip(self.lot_code)?;
        Some(LotNamed { lot: LotId(self.lot_id), serial, code, expires_on: self.expires_on.and_then(lots::last_day) })
    }
}

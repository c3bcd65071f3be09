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
        let lot = LotGiven { code: details.lot.clone().unwrap_or_default(), expires_on: details.expiry, made_on: None };
        Self { lot: Some(lot).filter(|lot| *lot != LotGiven::default()), serial: details.serial.clone() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.lot.is_none() && self.serial.is_none()
    }

    /// What is said with a scan holds before what its code says; a code that tells no more than a last day tells that of the lot
    /// that is said.
    pub(super) fn or(self, code: &Self) -> Self {
        Self { lot: one_lot(self.lot, code.lot.as_ref()), serial: self.serial.or_else(|| code.serial.clone()) }
    }

    /// The last day that is told without a lot that it is of.
    pub(super) fn day_alone(&self) -> Option<NaiveDate> {
        self.lot.as_ref().filter(|lot| lot.code.trim().is_empty()).and_then(|lot| lot.expires_on)
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
        let lot = self.lot.clone().and_then(|lot| one_lot(Some(lot), known.told.lot.as_ref()));
        check_told("", known.tracking, lot.as_ref(), &serials).into_iter().next().map(|wrong| wrong.said)
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

/// A lot as it is said, and as a code tells it, where they are the same or one of them does not say which.
fn one_lot(said: Option<LotGiven>, code: Option<&LotGiven>) -> Option<LotGiven> {
    let (Some(said), Some(code)) = (&said, code) else { return said.or_else(|| code.cloned()) };
    let (named, told) = (said.code.trim(), code.code.trim());
    if !named.is_empty() && !told.is_empty() && named != told {
        return Some(said.clone());
    }
    Some(LotGiven {
        code: if named.is_empty() { told.to_owned() } else { named.to_owned() },
        expires_on: said.expires_on.or(code.expires_on),
        made_on: said.made_on.or(code.made_on),
    })
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

#[cfg(test)]
mod tests {
    use super::*;
    use catalog_rules::{ReadingKind, read_scan};
    use vocabulary::{Quantity, VariantId};

    fn told(code: &str) -> Told {
        match read_scan(code).unwrap().kind {
            ReadingKind::Gs1(gs1) => Told::of_code(&gs1.details),
            other => panic!("{other:?}"),
        }
    }

    fn known(tracking: Tracking, told: Told) -> Known {
        let text = String::new;
        Known {
            variant: VariantId::new(),
            sku: text(),
            name: text(),
            option_text: text(),
            unit: text(),
            whole: true,
            pack: Quantity::ONE,
            tracking,
            kit: false,
            under: String::new(),
            own: Vec::new(),
            told,
        }
    }

    fn given(code: &str, day: Option<&str>) -> LotGiven {
        LotGiven { code: code.to_owned(), expires_on: day.map(|day| day.parse().unwrap()), made_on: None }
    }

    #[test]
    fn a_code_keeps_all_that_it_tells() {
        let all = told("(01)09506000134352(17)270131(10)A7(21)S9");
        assert_eq!((all.lot.clone(), all.serial.as_deref()), (Some(given("A7", Some("2027-01-31"))), Some("S9")));
        assert_eq!(all.name(&known(Tracking::LotExpiry, Told::default())).unwrap().2, "A7");
        assert_eq!(all.name(&known(Tracking::Serial, Told::default())).unwrap().2, "S9");
        assert!(told("(01)09506000134352").is_empty());
    }

    #[test]
    fn a_last_day_without_a_lot_is_of_the_lot_that_is_said() {
        let day = told("(01)09506000134352(17)270131");
        assert_eq!(day.day_alone(), Some("2027-01-31".parse().unwrap()));
        assert_eq!(day.name(&known(Tracking::LotExpiry, Told::default())), None, "of which lot is not told");
        let said = Told { lot: Some(given("A7", None)), serial: None };
        assert_eq!(said.clone().or(&day).lot, Some(given("A7", Some("2027-01-31"))));
        let code = told("(01)09506000134352(10)A7");
        let day_said = Told { lot: Some(given("", Some("2027-01-31"))), serial: None };
        assert_eq!(day_said.check(&known(Tracking::LotExpiry, code.clone())), None);
        assert_eq!(day_said.check(&known(Tracking::LotExpiry, Told::default())).unwrap().code, "lot-needed");
        assert_eq!(day_said.or(&code).lot, Some(given("A7", Some("2027-01-31"))));
        let other = Told { lot: Some(given("B1", None)), serial: None };
        assert_eq!(other.or(&told("(01)09506000134352(17)270131(10)A7")).lot, Some(given("B1", None)), "the day is of another lot");
    }
}

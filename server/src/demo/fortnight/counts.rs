//! The counts that are under way.

use super::{Fortnight, Hand, Shop, pieces};
use stock_rules::{CountScope, FinishPlace, NewScan, PlanCount, RecordScans, ScanKind, SubmitCount};
use uuid::Uuid;
use vocabulary::{Quantity, ScanId};

impl Fortnight<'_> {
    /// One that waits for its review, with a few differences, and one that waits for somebody to walk it.
    pub(super) async fn counts(&mut self) -> anyhow::Result<()> {
        let Some(Shop { store, front, shelves, .. }) = self.shops.first() else { return Ok(()) };
        let (store, front, shelves) = (*store, *front, shelves.iter().copied().take(4).collect::<Vec<_>>());
        let plan = PlanCount {
            store,
            name: self.names[0].to_owned(),
            scope: CountScope::Locations,
            locations: vec![front],
            categories: Vec::new(),
            variants: Vec::new(),
            blind: true,
            limit_quantity: Some(Quantity::whole(5)),
            limit_value: None,
            second_count: false,
        };
        let count = self.does(Hand::Manager, plan.clone()).await?.count;
        for (place, shelf) in (0_usize..).zip(shelves) {
            let mut scans = Vec::new();
            for (nth, (_, ware, many)) in (0_usize..).zip(self.standing(&[shelf])) {
                // One thing in nine is not as the books say, and the last thing of the last shelf is overlooked.
                let counted = match (nth + place * 2) % 9 {
                    3 => many.saturating_sub(1 + self.dice.below(2)),
                    7 => many + 1,
                    _ => many,
                };
                scans.push(NewScan {
                    // The same again where a load goes on.
                    id: ScanId(Uuid::from_u64_pair(u64::from(self.done), (place * 100 + nth) as u64)),
                    location: shelf,
                    kind: ScanKind::Set,
                    code: String::new(),
                    variant: Some(self.variant(ware)?),
                    lot: None,
                    serial: None,
                    quantity: pieces(counted),
                    unit: None,
                    undoes: None,
                    at: None,
                });
            }
            if place == 3 {
                scans.pop();
            }
            if !scans.is_empty() {
                self.does(Hand::Clerk, RecordScans { count, scans, sent_at: None }).await?;
            }
            self.does(Hand::Clerk, FinishPlace { count, location: shelf, answers: Vec::new() }).await?;
        }
        self.does(Hand::Clerk, SubmitCount { count }).await?;
        if let Some(Shop { store, back, .. }) = self.shops.get(1) {
            let next = PlanCount { store: *store, name: self.names[1].to_owned(), locations: vec![*back], ..plan };
            self.does(Hand::Manager, next).await?;
        }
        Ok(())
    }
}

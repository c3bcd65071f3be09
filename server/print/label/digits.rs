//! The digits under a barcode, in the trade's layout.

use super::{CAPS, place::Place};
use crate::{Length, fit::Grid, font::Face, symbol::Layout};

/// The largest digits: those of a GS1 symbol at its target size are 2.75 mm with their margins.
const LARGEST: Length = Length::um(3_000);

/// How a symbol's digits are set; lengths from the end of its bars.
pub(super) struct Digits {
    layout: Option<Layout>,
    per_inch: i64,
    size: Length,
    /// What they take below the bars.
    pub height: Length,
    pub baseline: Length,
    /// What stands left of the first bar.
    pub lead: Length,
}

impl Digits {
    pub fn of(grid: Grid<'_>, per_inch: i64) -> Self {
        let module = |count: i64| Length::of_dots(count * grid.module, per_inch);
        let layout = Layout::of(grid.symbol.symbology);
        let text = &grid.symbol.text;
        let size = if layout.is_some() {
            // A digit has seven modules; at nine a tabular one of ours is just under six wide.
            module(9).min(LARGEST)
        } else {
            let wide = Face::Regular.width(text, Length::um(1_000)).in_tenths().max(1);
            let most = Length::of_dots(grid.width(), per_inch).in_tenths() * 10_000 / wide;
            // Set a little apart they are read aloud without losing the place: see `put`.
            Length::tenths(most * 9 / 10).min(Length::um(2_800)).min(module(9).max(Length::um(2_000)))
        };
        let gap = if layout.is_some() { module(1) } else { module(2).min(Length::um(700)) };
        let baseline = gap + size.per_mille(CAPS);
        let lead = match &layout {
            Some(layout) if layout.groups.first().is_some_and(|&(_, from, _)| from < 0) => module(2) + Face::Regular.width("0", size),
            _ => Length::ZERO,
        };
        // Guard bars are five modules long, which is always less than a digit and its gap.
        Self { layout, per_inch, size, height: baseline.max(module(5)), baseline, lead }
    }

    /// Puts the digits under bars that begin at dot `x` and end at `bottom`.
    pub fn put(&self, place: &mut Place, grid: Grid<'_>, x: i64, bottom: Length) {
        let before = place.drawing.runs.len();
        let modules = |count: i64| Length::of_dots(count * grid.module, self.per_inch);
        let left = Length::of_dots(x, self.per_inch);
        let baseline = bottom + self.baseline;
        let text = &grid.symbol.text;
        if let Some(layout) = &self.layout {
            let mut at = 0;
            for &(count, from, to) in layout.groups {
                let Some(group) = text.get(at..at + count) else {
                    break;
                };
                at += count;
                let digit = Face::Regular.width("0", self.size);
                let count = i64::try_from(count).unwrap_or(1);
                let (x, tracking) = if from < 0 {
                    (left + modules(to) - digit, Length::ZERO)
                } else if count == 1 {
                    (left + modules(from), Length::ZERO)
                } else {
                    let pitch = modules(to - from) / count;
                    (left + modules(from) + (pitch - digit) / 2, pitch - digit)
                };
                place.run(group, Face::Regular, self.size, x, baseline, tracking);
            }
        } else {
            let width = Length::of_dots(grid.width(), self.per_inch);
            let gaps = i64::try_from(text.chars().count()).unwrap_or(1).max(2) - 1;
            let natural = Face::Regular.width(text, self.size);
            let tracking = ((width - natural) / gaps).min(self.size.per_mille(90)).max(Length::ZERO);
            let x = left + (width - natural - tracking * gaps) / 2;
            place.run(text, Face::Regular, self.size, x, baseline, tracking);
        }
        place.drawing.digits = place.drawing.runs.len() - before;
    }
}

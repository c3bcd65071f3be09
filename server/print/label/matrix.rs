//! A label with a matrix symbol.

use super::{Drawing, LEAD, LEAST_PRICE, Page, RISE, place::Place};
use crate::{
    Dpi, Length, PrintError,
    fit::{self, EDGE, Grid},
    font::Face,
    text::Lines,
};

impl Page<'_> {
    /// The matrix at the left, all words at its right.
    pub(super) fn beside_matrix(&self, dpi: Dpi) -> Result<Option<Drawing>, PrintError> {
        let (per_inch, scale) = (self.per_inch, &self.scale);
        let (width, height) = (self.sheet.label_width, self.sheet.label_height);
        let right = width - scale.pad;
        let most = fit::available(self.symbol, self.sheet).dots_at_most(per_inch);
        let roomy = (width - EDGE * 2).per_mille(420).dots_at_most(per_inch).min(most);
        let fitting = |has: i64| Grid::sizes(self.symbol, dpi).find(|grid| grid.whole() <= has);
        let Some(grid) = fitting(roomy).or_else(|| fitting(most)) else {
            return Ok(None);
        };
        let quiet = grid.quiet().0;
        // Its modules begin where a barcode's text would, unless the words need what that leaves at the edge.
        let tight = EDGE.dots_at_least(per_inch) + quiet;
        let aligned = tight.max(scale.pad.dots(per_inch));
        let beside = |x: i64| right - self.length(x + grid.width() + quiet);
        let x = if beside(aligned) < fit::WORDS { tight } else { aligned };
        let y = (height.dots_at_most(per_inch) - grid.width()) / 2;
        let left = self.length(x + grid.width() + quiet);
        let room = beside(x);

        let mut place = Place::default();
        let name = self.name(room, 2);
        let mut under = place.block(&name, Face::SemiBold, left, scale.pad);
        // From the bottom up: the number, the code if it is digits and not the number, the price.
        let mut line = height - scale.foot;
        let code = &self.symbol.text;
        let shown = code.len() <= 14 && code.bytes().all(|byte| byte.is_ascii_digit()) && *code != self.words.sku;
        let price =
            if self.words.price.is_empty() { Length::ZERO } else { self.price_size(room, LEAST_PRICE).ok_or_else(|| self.price_too_long())? };
        let numbers = [self.words.sku.as_str(), if shown { code.as_str() } else { "" }];
        for number in numbers.into_iter().filter(|number| !number.is_empty()) {
            let lines = self.small(number, room, scale.small);
            if line - lines.size.per_mille(LEAD) - price > under {
                place.block_on(&lines, Face::Regular, left, line);
                line = line - lines.size.per_mille(LEAD + 100);
            }
        }
        if price > Length::ZERO {
            // Room for a comma's tail over a number that was made small.
            line = line - price.per_mille(80);
            place.block_on(&Lines { size: price, lines: vec![self.words.price.clone()] }, Face::SemiBold, left, line);
            line = line - price.per_mille(RISE + 150);
        }
        if !self.words.detail.is_empty() {
            let lines = self.small(&self.words.detail, room, name.size);
            if under + lines.size.per_mille(LEAD) < line {
                under = place.block(&lines, Face::Regular, left, under);
            }
        }
        if under > line + scale.gap {
            return Ok(None);
        }
        place.symbol(grid, x, y, grid.width());
        Ok(Some(place.drawing))
    }
}

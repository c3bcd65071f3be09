//! Putting lines and symbols on a label.

use super::{Drawing, LEAD, RISE, Run};
use crate::{
    Length,
    fit::{Dots, Grid},
    font::Face,
    text::Lines,
};

#[derive(Default)]
pub(super) struct Place {
    pub drawing: Drawing,
}

impl Place {
    /// Lines from a top edge down, left-aligned; gives where they end.
    pub fn block(&mut self, block: &Lines, face: Face, x: Length, top: Length) -> Length {
        let mut baseline = top + block.size.per_mille(RISE);
        for line in &block.lines {
            self.run(line, face, block.size, x, baseline, Length::ZERO);
            baseline = baseline + block.size.per_mille(LEAD);
        }
        if block.lines.is_empty() { top } else { baseline - block.size.per_mille(RISE) }
    }

    /// Lines on a baseline, left-aligned.
    pub fn block_on(&mut self, block: &Lines, face: Face, x: Length, baseline: Length) {
        for line in &block.lines {
            self.run(line, face, block.size, x, baseline, Length::ZERO);
        }
    }

    /// A line that ends at a right edge.
    pub fn line_to(&mut self, text: &str, face: Face, size: Length, right: Length, baseline: Length) {
        self.run(text, face, size, right - face.width(text, size), baseline, Length::ZERO);
    }

    /// The lines of a block that each end at a right edge.
    pub fn lines_to(&mut self, block: &Lines, face: Face, right: Length, baseline: Length) {
        for line in &block.lines {
            self.line_to(line, face, block.size, right, baseline);
        }
    }

    pub fn run(&mut self, text: &str, face: Face, size: Length, x: Length, baseline: Length, tracking: Length) {
        let gaps = i64::try_from(text.chars().count()).unwrap_or_default() - 1;
        if gaps >= 0 {
            let width = face.width(text, size) + tracking * gaps;
            self.drawing.runs.push(Run { face, size, x, baseline, tracking, width, text: text.to_owned() });
        }
    }

    /// A symbol's bars with its corner at a dot.
    pub fn symbol(&mut self, grid: Grid<'_>, x: i64, y: i64, height: i64) {
        let (left, right) = grid.quiet();
        // A matrix has its margin above and below too.
        let above = if grid.is_matrix() { left } else { 0 };
        self.drawing.quiet = Some(Dots { x: x - left, y: y - above, width: left + grid.width() + right, height: height + above * 2 });
        self.drawing.bars.extend(grid.draw(height).into_iter().map(|bar| Dots { x: bar.x + x, y: bar.y + y, ..bar }));
    }
}

//! The line of totals that spreadsheets and reports put below a table.

use crate::import::{
    cells::Cells,
    fields::{Field, normal},
    problem::row,
    row::Source,
    text,
};

/// As [`normal`] leaves them.
const WORDS: &str = "total totals grandtotal subtotal subtotals summe summen gesamt gesamtsumme zwischensumme endsumme totaux totalgeneral soustotal \
    totales subtotales suma المجموع المجموعالكلي الاجمالي الاجماليالعام";

impl Cells<'_> {
    /// Whether the record is one: its first text is such a word, and no other cell says what it would be about. Then that is
    /// its problem.
    pub fn is_total(&mut self) -> bool {
        if !self.is_sound() || self.plan.source == Source::Stockroom {
            return false;
        }
        let says = |cell: &str| cell.chars().any(char::is_alphabetic);
        let Some(first) = (0..self.record.len()).find(|index| self.at(*index).is_some_and(says)) else { return false };
        let word = normal(self.at(first).unwrap_or_default());
        let is_word = WORDS.split_whitespace().any(|known| known == word);
        let columns = [Field::Sku, Field::Barcode, Field::Name, Field::SoldAt].into_iter().flat_map(|field| self.plan.of(field));
        let told = columns.copied().any(|index| index != first && self.record.get(index).is_some_and(|cell| !text::cell(cell).is_empty()));
        if is_word && !told {
            let problem = self.about(first, row::ROW_TOTAL);
            self.problems.push(problem);
        }
        is_word && !told
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_as_normal_leaves_it() {
        for word in WORDS.split_whitespace() {
            assert_eq!(normal(word), word);
        }
    }
}

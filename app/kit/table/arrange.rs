//! Columns as somebody chose them: which, and in which order. The cells follow.

use std::collections::HashMap;

use super::model::{Cell, Column, ColumnGroup, RowOf};

/// What is left of a table when only the chosen columns are shown.
pub(super) struct Arranged {
    pub columns: Vec<Column>,
    pub groups: Vec<ColumnGroup>,
    pub rows: Vec<RowOf>,
    pub foot: Option<RowOf>,
}

/// Columns under one head stay together: the choice holds within each group, and within each run of columns outside of
/// groups.
pub(super) fn arrange(columns: Vec<Column>, groups: Vec<ColumnGroup>, rows: Vec<RowOf>, foot: Option<RowOf>, chosen: &[String]) -> Arranged {
    let place: HashMap<&str, usize> = chosen.iter().enumerate().map(|(at, key)| (key.as_str(), at)).collect();
    let shown = |column: &Column| if place.is_empty() { !column.extra } else { column.fixed || place.contains_key(column.key) };
    let (mut order, mut heads, mut starts) = (Vec::new(), Vec::new(), Vec::new());
    for (run, content) in runs(columns.len(), groups) {
        let mut kept: Vec<usize> = run.filter(|at| columns.get(*at).is_some_and(shown)).collect();
        // A fixed column that was not chosen stands first; the sort leaves equals as they are.
        kept.sort_by_key(|at| columns.get(*at).and_then(|column| place.get(column.key)).map_or(0, |place| place + 1));
        match content {
            Some(content) if !kept.is_empty() => {
                starts.extend(kept.first().copied());
                heads.push(ColumnGroup { span: kept.len(), content });
            }
            Some(_) => {}
            None => heads.extend(kept.iter().map(|_| ColumnGroup::none())),
        }
        order.extend(kept);
    }
    let grouped = !starts.is_empty();
    let cut = |row: RowOf| RowOf { cells: cells(row.cells, &order, &starts), ..row };
    Arranged {
        columns: order.iter().filter_map(|at| columns.get(*at).cloned()).collect(),
        groups: if grouped { heads } else { Vec::new() },
        rows: rows.into_iter().map(cut).collect(),
        foot: foot.map(cut),
    }
}

/// The runs of columns that keep together, each with its group's head if it has one.
fn runs(width: usize, groups: Vec<ColumnGroup>) -> Vec<(std::ops::Range<usize>, Option<leptos::prelude::AnyView>)> {
    let mut runs: Vec<(std::ops::Range<usize>, Option<leptos::prelude::AnyView>)> = Vec::new();
    let mut at = 0;
    for group in groups {
        let to = at + group.span.max(1);
        match runs.last_mut() {
            Some((last, None)) if group.span == 0 => last.end = to,
            _ => runs.push((at..to, (group.span > 0).then_some(group.content))),
        }
        at = to;
    }
    if at < width {
        runs.push((at..width, None));
    }
    runs
}

fn cells(cells: Vec<Cell>, order: &[usize], starts: &[usize]) -> Vec<Cell> {
    let mut cells: Vec<Option<Cell>> = cells.into_iter().map(Some).collect();
    order
        .iter()
        .filter_map(|at| {
            let cell = cells.get_mut(*at).and_then(Option::take)?;
            // The line before a group is its first column's, whichever that is now.
            Some(if starts.contains(at) { cell.class("group-start") } else { cell })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(chosen: &[&str], groups: Vec<ColumnGroup>) -> (Vec<&'static str>, Vec<usize>) {
        let columns = ["sku", "name", "a", "b", "a", "b", "state"].map(|key| Column::new(key, key)).to_vec();
        let columns = columns.into_iter().map(|column| if column.key == "name" { column.fixed() } else { column }).collect();
        let chosen: Vec<String> = chosen.iter().map(|key| (*key).to_owned()).collect();
        let rows = vec![RowOf::new((0..7).map(|_| Cell::empty()).collect())];
        let arranged = arrange(columns, groups, rows, None, &chosen);
        assert_eq!(arranged.rows[0].cells.len(), arranged.columns.len());
        (arranged.columns.iter().map(|column| column.key).collect(), arranged.groups.iter().map(|group| group.span).collect())
    }

    fn stores() -> Vec<ColumnGroup> {
        vec![ColumnGroup::none(), ColumnGroup::none(), ColumnGroup::new(2, ()), ColumnGroup::new(2, ()), ColumnGroup::none()]
    }

    #[test]
    fn unchosen_a_table_is_as_it_was() {
        assert_eq!(table(&[], stores()), (vec!["sku", "name", "a", "b", "a", "b", "state"], vec![0, 0, 2, 2, 0]));
    }

    #[test]
    fn columns_go_and_move_within_their_group() {
        assert_eq!(table(&["state", "b", "a", "name", "sku"], stores()).0, ["name", "sku", "b", "a", "b", "a", "state"]);
        // What names the row stays, and a group without a column goes.
        assert_eq!(table(&["sku"], stores()), (vec!["name", "sku"], vec![]));
        assert_eq!(table(&["b"], stores()), (vec!["name", "b", "b"], vec![0, 1, 1]));
    }
}

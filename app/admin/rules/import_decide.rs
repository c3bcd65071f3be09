//! What a row of stock comes to, beside what the books say.

use vocabulary::Quantity;

/// What is to be done about a key's stock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StockDecision {
    /// The row says nothing.
    NotKnown,
    /// It says what is known already. So does a 0 where nothing ever moved: there is nothing to enter.
    Unchanged,
    /// The first figure of this key.
    Open(Quantity),
    Adjust {
        from: Quantity,
        to: Quantity,
    },
    /// The file's current figure is not ours: stock has moved since. What was meant, where that can be told.
    Stale {
        ours: Quantity,
        meant: Option<Quantity>,
    },
    Negative,
    /// A part of a whole unit.
    Fraction,
}

/// What a row of stock says.
#[derive(Clone, Copy, Debug, Default)]
pub struct StockSaid {
    /// What the file's system believes is there.
    pub current: Option<Quantity>,
    /// What somebody wrote next to it.
    pub new: Option<Quantity>,
    /// A lone current figure is the truth, rather than what was true when the file was made.
    pub overwrite: bool,
}

/// Decides a row of stock. `ours` is `None` where the key has never moved.
#[must_use]
pub fn decide_stock(ours: Option<Quantity>, whole: bool, said: StockSaid) -> StockDecision {
    let Some(wanted) = said.new.or(said.current) else { return StockDecision::NotKnown };
    if wanted.is_negative() {
        return StockDecision::Negative;
    }
    if whole && !wanted.is_whole() {
        return StockDecision::Fraction;
    }
    let Some(ours) = ours else {
        return if wanted.is_zero() { StockDecision::Unchanged } else { StockDecision::Open(wanted) };
    };
    if ours == wanted {
        return StockDecision::Unchanged;
    }
    match (said.current, said.new) {
        (Some(current), Some(new)) if current != ours => {
            let meant = ours + (new - current);
            StockDecision::Stale { ours, meant: (!meant.is_negative()).then_some(meant) }
        }
        (Some(_), None) if !said.overwrite => StockDecision::Stale { ours, meant: None },
        _ => StockDecision::Adjust { from: ours, to: wanted },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decide(ours: Option<i32>, current: Option<i32>, new: Option<i32>) -> StockDecision {
        let said = StockSaid { current: current.map(Quantity::whole), new: new.map(Quantity::whole), overwrite: false };
        decide_stock(ours.map(Quantity::whole), true, said)
    }

    #[test]
    fn the_first_figure_opens() {
        assert_eq!(decide(None, Some(7), None), StockDecision::Open(Quantity::whole(7)));
        assert_eq!(decide(None, Some(7), Some(9)), StockDecision::Open(Quantity::whole(9)));
        assert_eq!(decide(None, Some(-3), Some(65)), StockDecision::Open(Quantity::whole(65)));
        assert_eq!(decide(None, Some(0), None), StockDecision::Unchanged);
        assert_eq!(decide(None, None, None), StockDecision::NotKnown);
    }

    #[test]
    fn a_new_figure_counts_where_the_current_one_is_ours() {
        assert_eq!(decide(Some(7), Some(7), Some(9)), StockDecision::Adjust { from: Quantity::whole(7), to: Quantity::whole(9) });
        assert_eq!(decide(Some(7), None, Some(9)), StockDecision::Adjust { from: Quantity::whole(7), to: Quantity::whole(9) });
        // Brought in again: it is 9 already.
        assert_eq!(decide(Some(9), Some(7), Some(9)), StockDecision::Unchanged);
        assert_eq!(decide(Some(27), Some(31), Some(32)), StockDecision::Stale { ours: Quantity::whole(27), meant: Some(Quantity::whole(28)) });
        assert_eq!(decide(Some(1), Some(31), Some(2)), StockDecision::Stale { ours: Quantity::ONE, meant: None });
    }

    #[test]
    fn a_lone_figure_sets_only_where_that_was_said() {
        assert_eq!(decide(Some(8), Some(10), None), StockDecision::Stale { ours: Quantity::whole(8), meant: None });
        let said = StockSaid { current: Some(Quantity::whole(10)), new: None, overwrite: true };
        assert_eq!(decide_stock(Some(Quantity::whole(8)), true, said), StockDecision::Adjust { from: Quantity::whole(8), to: Quantity::whole(10) });
    }

    #[test]
    fn nothing_less_than_nothing_and_no_halves() {
        assert_eq!(decide(None, Some(-1), None), StockDecision::Negative);
        let half = StockSaid { current: "0.5".parse().ok(), ..StockSaid::default() };
        assert_eq!(decide_stock(None, true, half), StockDecision::Fraction);
        assert_eq!(decide_stock(None, false, half), StockDecision::Open("0.5".parse().unwrap()));
    }
}

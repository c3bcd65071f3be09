//! What arrives of a transfer: less than was sent, damaged, or more.

use crate::ArrivedLine;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use vocabulary::{FieldError, Quantity, Reason};

/// Where more comes from than was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum OverFrom {
    /// The sender packed more than was written down: off its shelves, as far as its books have it there; what they do not have
    /// was found.
    Sender,
    /// Nobody knows: it was found.
    Found,
}

impl OverFrom {
    pub const ALL: [Self; 2] = [Self::Sender, Self::Found];

    /// The word it goes by in forms and the API.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Sender => "sender",
            Self::Found => "found",
        }
    }

    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|from| from.tag() == tag)
    }

    /// Why there is more, unless said.
    #[must_use]
    pub fn reason(self) -> Reason {
        match self {
            Self::Sender => Reason::CountError,
            Self::Found => Reason::Found,
        }
    }
}

/// What an arrival does to a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Arrival {
    pub line: i32,
    /// Of what was on its way, in good order.
    pub received: Quantity,
    /// Of what was on its way, damaged.
    pub damaged: Quantity,
    /// Of what was on its way, lost.
    pub missing: Quantity,
    /// More than was on its way, in good order.
    pub surplus: Quantity,
    /// More than was on its way, damaged.
    pub surplus_damaged: Quantity,
}

impl Arrival {
    fn is_nothing(&self) -> bool {
        [self.received, self.damaged, self.missing, self.surplus, self.surplus_damaged].iter().all(|quantity| quantity.is_zero())
    }
}

/// What an arrival does to each line of a transfer, in the transfer's order; lines to which nothing happens are left
/// out. `lines` are number, what is still on its way, and whether it comes in whole units. With `over` more may arrive than
/// is on its way; what is on its way is taken to be what is in good order first.
///
/// # Errors
/// All at once, on `lines[i].line`, `.received` and `.damaged`: unknown or repeated lines, amounts below nought or in
/// parts of a unit, `transfer-over` where more arrives than is on its way; `transfer-none-came` where nothing happens at all.
pub fn decide_arrival(arrived: &[ArrivedLine], close: bool, over: bool, lines: &[(i32, Quantity, bool)]) -> Result<Vec<Arrival>, Vec<FieldError>> {
    let mut wrong = Vec::new();
    for (at, line) in arrived.iter().enumerate() {
        let field = |name: &str| format!("lines[{at}].{name}");
        if arrived.iter().take(at).any(|before| before.line == line.line) {
            wrong.push(FieldError::new(&field("line"), "transfer-line-twice"));
        }
        let Some((_, left, whole)) = lines.iter().find(|(number, ..)| *number == line.line) else {
            wrong.push(FieldError::new(&field("line"), "field-unknown-choice"));
            continue;
        };
        wrong.extend(crate::check_amount(&field("received"), line.received, *whole));
        wrong.extend(crate::check_amount(&field("damaged"), line.damaged, *whole));
        if line.received + line.damaged > *left && !over {
            wrong.push(FieldError::new(&field("received"), "transfer-over").with("left", *left));
        }
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let arrivals: Vec<Arrival> = lines
        .iter()
        .map(|(number, left, _)| {
            let line = arrived.iter().find(|line| line.line == *number);
            let (good, bad) = line.map_or_else(Default::default, |line| (line.received, line.damaged));
            let received = good.min(*left);
            let damaged = bad.min(*left - received);
            let missing = if close { *left - received - damaged } else { Quantity::ZERO };
            Arrival { line: *number, received, damaged, missing, surplus: good - received, surplus_damaged: bad - damaged }
        })
        .filter(|arrival| !arrival.is_nothing())
        .collect();
    if arrivals.is_empty() { Err(vec![FieldError::new("lines", "transfer-none-came")]) } else { Ok(arrivals) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINES: [(i32, Quantity, bool); 2] = [(0, Quantity::ONE, true), (1, Quantity::ONE, false)];

    fn arrived(line: i32, received: &str, damaged: &str) -> ArrivedLine {
        ArrivedLine { line, received: received.parse().unwrap(), damaged: damaged.parse().unwrap() }
    }

    #[test]
    fn some_arrives_and_the_rest_stays_on_its_way_or_is_lost() {
        let half: Quantity = "0.5".parse().unwrap();
        let open = decide_arrival(&[arrived(1, "0.5", "0")], false, false, &LINES).unwrap();
        assert_eq!(open, [Arrival { line: 1, received: half, ..Arrival::default() }]);
        let closed = decide_arrival(&[arrived(1, "0.25", "0.25")], true, false, &LINES).unwrap();
        assert_eq!(closed[0], Arrival { line: 0, missing: Quantity::ONE, ..Arrival::default() });
        assert_eq!(closed[1].missing, half);
    }

    #[test]
    fn more_than_was_on_its_way_is_told_apart() {
        let arrivals = decide_arrival(&[arrived(0, "3", "2"), arrived(1, "0.5", "2")], false, true, &LINES).unwrap();
        let (two, half) = (Quantity::whole(2), "0.5".parse().unwrap());
        let first = Arrival { line: 0, received: Quantity::ONE, surplus: two, surplus_damaged: two, ..Arrival::default() };
        let second = Arrival { line: 1, received: half, damaged: half, surplus_damaged: "1.5".parse().unwrap(), ..Arrival::default() };
        assert_eq!(arrivals, [first, second]);
    }

    #[test]
    fn every_mistake_is_told() {
        let wrong =
            decide_arrival(&[arrived(0, "0.5", "-1"), arrived(1, "1", "0.5"), arrived(1, "0", "0"), arrived(7, "1", "0")], false, false, &LINES);
        let codes: Vec<(String, String)> = wrong.unwrap_err().into_iter().map(|error| (error.field, error.said.code)).collect();
        let expected = [
            ("lines[0].received", "quantity-not-whole"),
            ("lines[0].damaged", "quantity-negative"),
            ("lines[1].received", "transfer-over"),
            ("lines[2].line", "transfer-line-twice"),
            ("lines[3].line", "field-unknown-choice"),
        ];
        assert_eq!(codes, expected.map(|(field, code)| (field.to_owned(), code.to_owned())));
        assert_eq!(decide_arrival(&[], false, false, &LINES).unwrap_err()[0].said.code, "transfer-none-came");
        assert!(decide_arrival(&[arrived(0, "0", "0")], false, false, &LINES).is_err());
    }
}

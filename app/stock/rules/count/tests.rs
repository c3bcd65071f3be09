use crate::*;
use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use rust_decimal::Decimal;
use uuid::Uuid;
use vocabulary::{PersonId, Quantity, Ratio, ScanId};

fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::seconds(1_000_000 + seconds)
}

fn id(n: u128) -> ScanId {
    ScanId(Uuid::from_u128(n))
}

fn event(n: u128, kind: ScanKind, quantity: i32, seconds: i64) -> ScanEvent {
    let person = PersonId(Uuid::from_u128(7));
    ScanEvent { id: id(n), kind, quantity: Quantity::whole(quantity), undoes: id(n), at: at(seconds), person, name: String::from("Priya") }
}

fn undo(n: u128, of: u128, seconds: i64) -> ScanEvent {
    ScanEvent { undoes: id(of), ..event(n, ScanKind::Undo, 0, seconds) }
}

fn counted(events: &[ScanEvent]) -> Option<Quantity> {
    fold(events).unwrap().map(|line| line.counted)
}

#[test]
fn nothing_is_not_zero() {
    assert_eq!(counted(&[]), None);
    assert_eq!(counted(&[event(1, ScanKind::Add, 1, 0), undo(2, 1, 1)]), None);
    assert_eq!(counted(&[event(1, ScanKind::Set, 0, 0)]), Some(Quantity::ZERO));
}

#[test]
fn a_quantity_entered_begins_anew_and_scans_add_to_it() {
    let line = [event(1, ScanKind::Add, 1, 0), event(2, ScanKind::Set, 12, 1), event(3, ScanKind::Add, 1, 2)];
    assert_eq!(counted(&line), Some(Quantity::whole(13)));
    let undone = [line.as_slice(), &[undo(4, 2, 3)]].concat();
    assert_eq!(counted(&undone), Some(Quantity::whole(2)));
}

#[test]
fn the_moment_is_the_last_scan_that_stands() {
    let line =
        fold(&[event(1, ScanKind::Add, 1, 10), event(2, ScanKind::Add, 1, 5), event(3, ScanKind::Add, 1, 30), undo(4, 3, 40)]).unwrap().unwrap();
    assert_eq!((line.first_at, line.last_at), (at(5), at(10)));
}

#[test]
fn a_fast_clock_is_put_right() {
    // The device is an hour ahead; it scanned two minutes before it sent.
    let (received, planned) = (at(10_000), at(0));
    let moment = scan_moment(Some(at(13_480)), Some(at(13_600)), received, planned);
    assert_eq!(moment, at(9_880));
    assert_eq!(scan_moment(Some(at(20_000)), None, received, planned), received);
    assert_eq!(scan_moment(Some(at(-500)), None, received, planned), planned);
    assert_eq!(scan_moment(None, None, received, planned), received);
    assert_eq!(scan_moment(Some(DateTime::<Utc>::MAX_UTC), Some(DateTime::<Utc>::MIN_UTC), received, planned), received);
}

fn stands(state: CountLineState, round: u16, counted_before: bool) -> Option<LineStands> {
    Some(LineStands { round, state, counted_before })
}

fn scan(count: CountState, line: Option<LineStands>) -> Result<u16, String> {
    decide_scan(count, line, false).map_err(|said| said.code)
}

#[test]
fn a_recount_is_by_another_person() {
    use {CountLineState as L, CountState as C};
    assert_eq!(scan(C::Counting, None), Ok(1));
    assert_eq!(scan(C::Review, None), Err("count-closed".into()));
    assert_eq!(scan(C::Review, stands(L::Asked, 2, false)), Ok(2));
    assert_eq!(scan(C::Review, stands(L::Asked, 2, true)), Err("count-recount-other".into()));
    assert_eq!(decide_scan(C::Review, stands(L::Asked, 2, true), true), Ok(2));
    assert_eq!(scan(C::Review, stands(L::Accepted, 1, false)), Err("count-closed".into()));
    assert_eq!(scan(C::Posted, stands(L::Asked, 2, false)), Err("count-closed".into()));
    assert_eq!(scan(C::Counting, stands(L::Accepted, 1, false)), Err("count-line-decided".into()));
}

#[test]
fn half_a_piece_is_refused_but_half_a_case_is_six() {
    let half: Quantity = "0.5".parse().unwrap();
    assert_eq!(scanned_quantity(half, Quantity::ONE, true, false).unwrap_err().code, "quantity-not-whole");
    assert_eq!(scanned_quantity(half, Quantity::whole(12), true, false), Ok(Quantity::whole(6)));
    assert_eq!(scanned_quantity(Quantity::whole(-1), Quantity::ONE, true, false).unwrap_err().code, "quantity-negative");
    let most: Quantity = "9999999999999".parse().unwrap();
    assert_eq!(scanned_quantity(most, most, true, false).unwrap_err().code, "quantity-too-large");
}

#[test]
fn a_unit_that_is_named_is_meant_whatever_the_code_is_of() {
    let q = |text: &str| text.parse::<Quantity>().unwrap();
    let unit = |unit: &str, num| OwnUnit { unit: unit.into(), ratio: Ratio::new(num, 1).unwrap(), whole: true };
    let own = [unit("case", 12), unit("tray", 6)];
    let counts = |quantity: &str, named: Option<&str>, pack: &str, under: &str| {
        let of = Scannable { pack: q(pack), under, base: "each", whole: true, own: &own };
        let counted = decide_scanned(q(quantity), named, of, false);
        counted.map(|(base, typed)| (base, typed.map(|typed| (typed.unit, typed.num, typed.base)))).map_err(|said| said.code)
    };
    let typed = |unit: &str, num, base: &str| Some((unit.to_owned(), num, q(base)));
    assert_eq!(counts("2", None, "12", "case"), Ok((q("24"), typed("case", 12, "24"))));
    assert_eq!(counts("2", None, "1", "each"), Ok((q("2"), None)));
    assert_eq!(counts("2", None, "24", "case"), Ok((q("48"), None)), "the item's case is another one: pieces are told");
    assert_eq!(counts("5", Some("each"), "12", "case"), Ok((q("5"), None)));
    assert_eq!(counts("2", Some(" tray "), "12", "case"), Ok((q("12"), typed("tray", 6, "12"))));
    assert_eq!(counts("2", Some(""), "12", "case"), counts("2", None, "12", "case"));
    assert_eq!(counts("1.5", Some("case"), "1", ""), Err("quantity-not-whole".into()));
    assert_eq!(counts("1", Some("kg"), "1", ""), Err("unit-other-class".into()));
    assert_eq!(counts("-1", Some("case"), "1", ""), Err("quantity-negative".into()));
}

#[test]
fn limits_are_passed_not_met() {
    let five = Some(Quantity::whole(5));
    assert_eq!(over_limit(Quantity::whole(-5), None, five, None), None);
    assert_eq!(over_limit(Quantity::whole(-6), None, five, None), Some(OverLimit::Quantity));
    let pounds = |pounds: i64| Some(Decimal::from(pounds));
    assert_eq!(over_limit(Quantity::ONE, pounds(-26), None, pounds(25)), Some(OverLimit::Value));
}

/// Five hundred of unknown cost may be worth anything; none of unknown cost is worth nothing.
#[test]
fn what_nobody_knows_the_value_of_is_over_any_limit_in_value() {
    let (gone, some) = (Quantity::whole(-500), Some(Decimal::from(25)));
    assert_eq!(over_limit(gone, worth(gone, None), None, some), Some(OverLimit::ValueUnknown));
    assert_eq!(over_limit(gone, worth(gone, None), Some(Quantity::whole(500)), None), None, "there is no limit in value");
    assert_eq!(over_limit(gone, worth(gone, None), Some(Quantity::whole(499)), some), Some(OverLimit::Quantity));
    assert_eq!(over_limit(Quantity::ZERO, worth(Quantity::ZERO, None), None, some), None);
    assert_eq!(worth(gone, Some(Decimal::from(2))), Some(Decimal::from(-1000)));
}

fn decided(by_me: bool, over: Option<OverLimit>, round: u16) -> LineDecided {
    LineDecided { state: CountLineState::Open, round, counted: true, by_me, over, moved: false, stray: false }
}

#[test]
fn who_counts_does_not_approve() {
    let accept = |line, one_person, reason| decide_line(line, CountDecision::Accept, one_person, reason).map_err(|said| said.code);
    assert_eq!(accept(decided(false, None, 1), false, ""), Ok(CountLineState::Accepted));
    assert_eq!(accept(decided(true, None, 1), false, "I looked again"), Err("count-own-line".into()));
    assert_eq!(accept(decided(true, None, 1), true, " "), Err("count-reason-needed".into()));
    assert_eq!(accept(decided(true, None, 1), true, "I looked again"), Ok(CountLineState::Accepted));
    assert_eq!(accept(decided(false, Some(OverLimit::Value), 1), false, ""), Err("count-needs-recount".into()));
    assert_eq!(accept(decided(false, Some(OverLimit::Value), 2), false, ""), Ok(CountLineState::Accepted));
    let uncounted = LineDecided { counted: false, state: CountLineState::Asked, ..decided(false, None, 2) };
    assert_eq!(accept(uncounted, false, ""), Err("count-line-uncounted".into()));
    assert_eq!(decide_line(uncounted, CountDecision::Recount, false, "").unwrap(), CountLineState::Asked);
    let posted = LineDecided { state: CountLineState::Posted, ..decided(false, None, 1) };
    assert_eq!(accept(posted, false, ""), Err("count-line-posted".into()));
}

/// R7: what moved while it was counted is counted again, in whatever round, and by a business of one as well.
#[test]
fn what_moved_while_it_was_counted_asks_for_a_recount() {
    for (round, one_person) in [(1, false), (2, false), (1, true)] {
        let line = LineDecided { moved: true, ..decided(false, None, round) };
        let accepted = decide_line(line, CountDecision::Accept, one_person, "I looked again");
        assert_eq!(accepted.map_err(|said| said.code), Err("count-line-moved".into()));
        assert_eq!(decide_line(line, CountDecision::Recount, one_person, "").unwrap(), CountLineState::Recount);
        assert_eq!(decide_line(line, CountDecision::Reject, one_person, "").unwrap(), CountLineState::Rejected);
    }
}

#[test]
fn what_is_not_in_the_plan_is_accepted_by_itself_alone() {
    let line = LineDecided { stray: true, ..decided(false, None, 1) };
    let together = |decision| decide_picked(line, decision, false, "").map_err(|said| said.code);
    assert_eq!(together(CountDecision::Accept), Err("count-line-stray".into()));
    assert_eq!(together(CountDecision::Reject), Ok(CountLineState::Rejected));
    assert_eq!(decide_line(line, CountDecision::Accept, false, "").unwrap(), CountLineState::Accepted);
    assert_eq!(decide_picked(decided(false, None, 1), CountDecision::Accept, false, "").unwrap(), CountLineState::Accepted);
    assert_eq!(decide_picked(decided(true, None, 1), CountDecision::Accept, false, "").unwrap_err().code, "count-own-line");
}

#[test]
fn bulk_takes_only_what_nobody_would_look_at_twice() {
    let (one, five) = (Some(Decimal::ONE), Decimal::from(5));
    let line = decided(false, None, 1);
    let takes = |line, value| in_bulk(line, value, five) == InBulk::Takes;
    assert!(takes(line, Some(Decimal::from(-4))));
    assert!(!takes(line, Some(Decimal::from(-5))));
    let asked = LineDecided { state: CountLineState::Asked, round: 2, ..line };
    assert!(takes(asked, one), "recounted by now");
    assert!(!takes(LineDecided { counted: false, ..asked }, one), "still to be recounted");
    assert!(!takes(LineDecided { moved: true, ..line }, one), "moved while counting");
    assert!(!takes(LineDecided { stray: true, ..line }, one), "not in the plan");
    assert!(!takes(decided(true, None, 1), one), "one's own");
    assert!(!takes(decided(false, Some(OverLimit::Quantity), 1), one));
    assert_eq!(in_bulk(line, None, five), InBulk::ValueUnknown);
    assert_eq!(in_bulk(LineDecided { state: CountLineState::Rejected, ..line }, None, five), InBulk::Leaves, "it waits for nobody");
    assert_eq!(in_bulk(LineDecided { counted: false, ..asked }, None, five), InBulk::Leaves);
}

#[test]
fn a_plan_names_what_it_counts() {
    let plan = PlanCount {
        store: vocabulary::StoreId::new(),
        name: String::from(" "),
        scope: CountScope::Locations,
        locations: Vec::new(),
        categories: Vec::new(),
        variants: Vec::new(),
        blind: true,
        limit_quantity: Some(Quantity::whole(-1)),
        limit_value: None,
        second_count: false,
    };
    let fields: Vec<_> = check_plan(&plan).into_iter().map(|wrong| (wrong.field, wrong.said.code)).collect();
    let expected = [("name", "field-required"), ("locations", "count-scope-empty"), ("limit_quantity", "quantity-negative")];
    assert_eq!(fields, expected.map(|(field, code)| (field.to_owned(), code.to_owned())));
}

fn events() -> impl Strategy<Value = Vec<ScanEvent>> {
    let one = (0_u8..3, -3_i32..9, 0_i64..50, 0_usize..20);
    proptest::collection::vec(one, 0..20).prop_map(|all| {
        all.into_iter()
            .enumerate()
            .map(|(n, (kind, quantity, seconds, of))| match kind {
                0 => event(n as u128, ScanKind::Add, quantity, seconds),
                1 => event(n as u128, ScanKind::Set, quantity.abs(), seconds),
                _ => undo(n as u128, of as u128, seconds),
            })
            .collect()
    })
}

proptest! {
    #[test]
    fn the_order_of_arrival_does_not_matter(events in events(), seed in any::<u64>()) {
        let mut shuffled = events.clone();
        shuffled.sort_by_key(|event| event.id.0.as_u128().wrapping_mul(u128::from(seed | 1)) % 1_009);
        prop_assert_eq!(fold(&events), fold(&shuffled));
    }

    #[test]
    fn a_line_is_never_below_nought_and_undoing_all_leaves_it_uncounted(events in events()) {
        if let Some(line) = fold(&events).unwrap() {
            prop_assert!(!line.counted.is_negative());
            prop_assert!(line.first_at <= line.last_at);
        }
        let undone = events.iter().enumerate().map(|(n, event)| ScanEvent { undoes: event.id, ..undo(10_000 + n as u128, 0, 0) });
        let all: Vec<_> = events.iter().cloned().chain(undone).collect();
        prop_assert_eq!(fold(&all), Ok(None));
    }

    #[test]
    fn nobody_approves_their_own_count(over in any::<bool>(), round in 1_u16..4, reason in ".*") {
        let line = decided(true, over.then_some(OverLimit::Quantity), round);
        prop_assert!(decide_line(line, CountDecision::Accept, false, &reason).is_err());
    }
}

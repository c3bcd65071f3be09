//! A month further or back, among days that are counted.

/// The same day of another month, `by` months on: its last where it has fewer; at most `last`, at least 0. `months` tells
/// where months begin, in days from the first day, which lies in the first of them; two more than the last day needs.
pub fn turned(months: &[i64], at: i64, by: i64, last: i64) -> i64 {
    let here = months.iter().rposition(|begins| *begins <= at).unwrap_or_default();
    let begins = |month: i64| usize::try_from(month).ok().and_then(|month| months.get(month)).copied();
    let month = i64::try_from(here).unwrap_or_default() + by;
    let (Some(this), Some(other)) = (months.get(here), begins(month)) else { return if by < 0 { 0 } else { last } };
    let longest = begins(month + 1).map_or(0, |next| next - other - 1);
    (other + (at - this).min(longest)).clamp(0, last)
}

#[cfg(test)]
mod tests {
    use super::turned;

    #[test]
    fn a_month_on_is_the_same_day_of_it_or_its_last() {
        // From 20 January: February has 28 days, March 31, April 30, May 31; the last day is 20 April.
        let (months, last) = ([-19, 12, 40, 71, 101, 132], 90);
        assert_eq!(turned(&months, 0, 1, last), 31, "20 January, 20 February");
        assert_eq!(turned(&months, 31, -1, last), 0);
        assert_eq!(turned(&months, 11, 1, last), 39, "31 January, 28 February");
        assert_eq!(turned(&months, 39, 1, last), 67, "28 February, 28 March");
        assert_eq!(turned(&months, 70, -1, last), 39, "31 March, 28 February");
        assert_eq!(turned(&months, 12, -1, last), 0, "1 February, no further back than the first day");
        assert_eq!(turned(&months, 70, 1, last), 90, "31 March, no further than the last day");
        assert_eq!(turned(&months, 5, -1, last), 0);
        assert_eq!(turned(&[], 5, 1, last), 90);
    }
}

//! What stands behind a time: how far the clock that told it is from UTC.

/// Minutes east of UTC. What is several zones in different parts of the world (`CST`, `IST`, `BST`, `AST`) is none here.
const ZONES: &[(&str, i32)] = &[
    ("z", 0),
    ("utc", 0),
    ("gmt", 0),
    ("wet", 0),
    ("west", 60),
    ("cet", 60),
    ("mez", 60),
    ("cest", 120),
    ("mesz", 120),
    ("sast", 120),
    ("eet", 120),
    ("eest", 180),
    ("msk", 180),
    ("sgt", 480),
    ("hkt", 480),
    ("awst", 480),
    ("jst", 540),
    ("acst", 570),
    ("aest", 600),
    ("acdt", 630),
    ("aedt", 660),
    ("nzst", 720),
    ("nzdt", 780),
    ("est", -300),
    ("edt", -240),
    ("cdt", -300),
    ("mst", -420),
    ("mdt", -360),
    ("pst", -480),
    ("pdt", -420),
    ("akst", -540),
    ("akdt", -480),
    ("hst", -600),
];

/// The minutes east of UTC that these letters or digits mean; `Some(None)` where they leave it to the store's own clock,
/// and `None` where they are no zone.
pub fn read(raw: &str) -> Option<Option<i32>> {
    let lower = raw.to_ascii_lowercase();
    if lower.is_empty() {
        return Some(None);
    }
    if let Some((_, minutes)) = ZONES.iter().find(|(name, _)| *name == lower) {
        return Some(Some(*minutes));
    }
    let signed = lower.strip_prefix("utc").or_else(|| lower.strip_prefix("gmt")).unwrap_or(&lower);
    if let Some(minutes) = offset(signed.trim_start()) {
        return Some(Some(minutes));
    }
    // Such a name says nothing for sure, but a till has its store's clock: `CST`, `ET`.
    let is_name = (2..=5).contains(&raw.len()) && raw.ends_with('T') && raw.bytes().all(|byte| byte.is_ascii_uppercase());
    is_name.then_some(None)
}

/// `+01:00`, `-0330`, `+2`.
fn offset(raw: &str) -> Option<i32> {
    let (sign, digits) = raw.strip_prefix('+').map(|rest| (1, rest)).or_else(|| raw.strip_prefix('-').map(|rest| (-1, rest)))?;
    let digits = digits.replace(':', "");
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (hours, minutes) = match digits.len() {
        1 | 2 => (digits.as_str(), "0"),
        4 => digits.split_at(2),
        _ => return None,
    };
    let (hours, minutes): (i32, i32) = (hours.parse().ok()?, minutes.parse().ok()?);
    (hours <= 14 && minutes < 60).then_some(sign * (hours * 60 + minutes))
}

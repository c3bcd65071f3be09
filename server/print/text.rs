//! Text for labels: what can be set, how wide it is, where it breaks.

use crate::{
    Length, PrintError,
    font::{FACES, Face},
};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
use unicode_script::{Script, UnicodeScript};

/// A text as it is set: composed, with plain spaces, without what cannot be seen.
///
/// One glyph to a character is all we do, so only scripts that need no shaping and that our fonts have are let through.
///
/// # Errors
/// [`PrintError::CannotShape`] with the first character we would set wrong; the label is left for the caller to name.
pub(crate) fn settable(text: &str) -> Result<String, PrintError> {
    let composed;
    let text = if is_nfc_quick(text.chars()) == IsNormalized::Yes {
        text
    } else {
        composed = text.nfc().collect::<String>();
        composed.as_str()
    };
    let mut set = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_whitespace() {
            if !set.is_empty() && !set.ends_with(' ') {
                set.push(' ');
            }
        } else if !is_invisible(c) {
            if !can_set(c) {
                return Err(PrintError::CannotShape { label: String::new(), character: c, script: script_of(c) });
            }
            set.push(c);
        }
    }
    set.truncate(set.trim_end().len());
    Ok(set)
}

/// Marks without a glyph of their own that leave a text readable when dropped. Those that steer right-to-left text stay,
/// and are refused: dropping them could turn a text around.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{2060}' | '\u{feff}' | '\u{fe0e}' | '\u{fe0f}')
}

fn can_set(c: char) -> bool {
    let alone = match c.script() {
        Script::Latin | Script::Greek | Script::Cyrillic => true,
        // A control or a steering mark is common to all scripts and must not get through for that.
        Script::Common => !c.is_control() && !matches!(c, '\u{200c}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2061}'..='\u{206f}'),
        // Combining marks that did not compose would need to be placed.
        _ => false,
    };
    alone && FACES.iter().all(|face| face.has(c))
}

/// The script's English name; what belongs to none is a symbol, an emoji or a control.
fn script_of(c: char) -> &'static str {
    match c.script() {
        Script::Common if c.is_control() => "control",
        Script::Common if matches!(c, '\u{2600}'..='\u{27bf}' | '\u{1f000}'..='\u{1faff}') => "emoji",
        Script::Common => "symbol",
        Script::Inherited => "combining mark",
        script => script.full_name(),
    }
}

/// Lines of one text in one size.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Lines {
    pub size: Length,
    pub lines: Vec<String>,
}

/// How a text may be fitted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Room {
    pub face: Face,
    pub width: Length,
    pub lines: usize,
    /// The size it is set in where there is room.
    pub size: Length,
    /// The size below which it is cut rather than made smaller.
    pub least: Length,
}

/// Sizes go down in steps of a tenth of a millimetre: finer ones cannot be seen.
const STEP: Length = Length::um(100);

/// Sets a text: first on more lines, then smaller, and only then shorter, with an ellipsis.
pub(crate) fn fit(text: &str, room: Room) -> Lines {
    let mut size = room.size;
    loop {
        if let Some(lines) = wrap(text, room, size) {
            return Lines { size, lines: even(lines, text, room, size) };
        }
        if size <= room.least {
            return Lines { size, lines: cut(text, room, size) };
        }
        size = (size - STEP).max(room.least);
    }
}

/// The largest size at which a text fits on one line, if it is not below the least.
pub(crate) fn size_on_one_line(text: &str, room: Room) -> Option<Length> {
    let mut size = room.size;
    while room.face.width(text, size) > room.width {
        if size <= room.least {
            return None;
        }
        size = (size - STEP).max(room.least);
    }
    Some(size)
}

/// The parts between which a line may break: after spaces and slashes, and after hyphens with a word before them
/// (`T-Light` stays whole).
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let mut word = 0;
    text.split_inclusive(move |c: char| {
        word += 1;
        let ends = c == ' ' || c == '/' || (matches!(c, '-' | '–' | '—') && word > 3);
        if ends || c == '-' {
            word = 0;
        }
        ends
    })
}

/// The same number of lines, as even as they can be while the last stays the shortest: one with a single word looks
/// forgotten, one that sticks out looks wrong.
fn even(lines: Vec<String>, text: &str, room: Room, size: Length) -> Vec<String> {
    let mut best = lines;
    let mut narrower = room;
    while best.len() > 1 {
        let widest = best.iter().map(|line| room.face.width(line, size)).max().unwrap_or_default();
        narrower.width = widest - Length::tenths(1);
        match wrap(text, narrower, size) {
            Some(lines) if lines.len() == best.len() && !sticks_out(&lines, room.face, size) => best = lines,
            _ => break,
        }
    }
    best
}

/// Whether the last line is wider than the one before.
fn sticks_out(lines: &[String], face: Face, size: Length) -> bool {
    matches!(lines, [.., before, last] if face.width(last, size) > face.width(before, size))
}

/// Fills line after line; `None` where the lines or a single word's width do not suffice.
fn wrap(text: &str, room: Room, size: Length) -> Option<Vec<String>> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for part in parts(text) {
        let longer = format!("{line}{part}");
        if room.face.width(longer.trim_end(), size) <= room.width {
            line = longer;
        } else {
            if line.is_empty() || lines.len() + 1 >= room.lines || room.face.width(part.trim_end(), size) > room.width {
                return None;
            }
            lines.push(line.trim_end().to_owned());
            part.clone_into(&mut line);
        }
    }
    if !line.is_empty() {
        lines.push(line.trim_end().to_owned());
    }
    Some(lines)
}

/// Fills all lines at one size and ends the last one with an ellipsis. A word wider than a line is broken anywhere.
fn cut(text: &str, room: Room, size: Length) -> Vec<String> {
    let mut lines = Vec::new();
    let mut rest = text;
    while lines.len() + 1 < room.lines && !rest.is_empty() {
        let fits = longest(rest, |line| room.face.width(line.trim_end(), size) <= room.width);
        let ends = parts(rest).scan(0, |at, part| {
            *at += part.len();
            Some(*at)
        });
        let at_a_break = ends.take_while(|&at| at <= fits).last();
        let at = at_a_break.unwrap_or(fits);
        if at == 0 {
            break;
        }
        lines.push(rest[..at].trim_end().to_owned());
        rest = rest[at..].trim_start();
    }
    if !rest.is_empty() {
        let with_dots = |line: &str| format!("{}…", line.trim_end());
        let at = longest(rest, |line| room.face.width(&with_dots(line), size) <= room.width);
        let whole = room.face.width(rest, size) <= room.width;
        lines.push(if whole { rest.to_owned() } else { with_dots(&rest[..at]) });
    }
    lines
}

/// How many bytes of a text can be taken, a character at a time, while it still fits.
fn longest(text: &str, fits: impl Fn(&str) -> bool) -> usize {
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
    ends.take_while(|&at| fits(&text[..at])).last().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn room(width: i64, lines: usize) -> Room {
        let (size, least) = (Length::um(3_900), Length::um(2_900));
        Room { face: Face::SemiBold, width: Length::um(width), lines, size, least }
    }

    #[test]
    fn a_name_wraps_then_shrinks_then_is_cut() {
        let wide = fit("White Hanging Heart T-Light Holder", room(55_000, 2));
        assert_eq!((wide.size, wide.lines.len()), (Length::um(3_900), 2));
        let narrow = fit("White Hanging Heart T-Light Holder", room(30_000, 2));
        assert!(narrow.size < Length::um(3_900) && narrow.size >= Length::um(2_900), "{narrow:?}");
        assert_eq!(narrow.lines.join(" "), "White Hanging Heart T-Light Holder");
        let cut = fit("White Hanging Heart T-Light Holder", room(16_000, 2));
        assert_eq!(cut.size, Length::um(2_900));
        assert!(cut.lines.len() == 2 && cut.lines[1].ends_with('…'), "{cut:?}");
    }

    #[test]
    fn one_long_word_is_broken() {
        let word = fit("Donaudampfschifffahrtsgesellschaftskapitän", room(20_000, 2));
        assert_eq!(word.lines.len(), 2);
        assert!(word.lines[1].ends_with('…'));
        for line in &word.lines {
            assert!(Face::SemiBold.width(line, word.size) <= Length::um(20_000), "{line}");
        }
    }

    #[test]
    fn what_cannot_be_seen_is_dropped_and_what_can_is_composed() {
        assert_eq!(settable("  Cafe\u{301}\u{200b}\t No\u{a0}1 \n").as_deref(), Ok("Café No 1"));
        assert_eq!(settable("").as_deref(), Ok(""));
    }

    #[test]
    fn what_we_would_set_wrong_is_refused_by_name() {
        for (text, character, script) in [
            ("Tea شاي", 'ش', "Arabic"),
            ("תה", 'ת', "Hebrew"),
            ("चाय", 'च', "Devanagari"),
            ("ชา", 'ช', "Thai"),
            ("緑茶", '緑', "Han"),
            ("Tea 🍵", '🍵', "emoji"),
            ("x\u{332}", '\u{332}', "combining mark"),
            ("abc\u{202e}def", '\u{202e}', "symbol"),
            ("a\u{7}b", '\u{7}', "control"),
        ] {
            assert_eq!(settable(text), Err(PrintError::CannotShape { label: String::new(), character, script }), "{text}");
        }
    }
}

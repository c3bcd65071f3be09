//! A password for somebody else to begin with: made here, shown once, kept nowhere.

use vocabulary::Secret;

/// Letters and digits that nobody takes for one another: no i, l, o, no 1. Thirty-two of them, so that each is five bits.
const LETTERS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz023456789";

/// Sixteen of them in four groups: eighty random bits.
pub(crate) fn generate() -> Secret {
    let random: Vec<u8> = [uuid::Uuid::new_v4(), uuid::Uuid::new_v4()]
        .iter()
        // The bytes of a UUID that its version and variant leave alone.
        .flat_map(|id| id.as_bytes().iter().enumerate().filter(|(at, _)| *at != 6 && *at != 8).map(|(_, byte)| *byte).collect::<Vec<_>>())
        .collect();
    let letters: Vec<char> = random.iter().take(16).map(|byte| char::from(LETTERS[usize::from(byte & 31)])).collect();
    Secret::new(letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_long_and_never_the_same() {
        let (one, two) = (generate(), generate());
        assert_eq!(one.reveal().len(), 19);
        assert!(one.reveal().bytes().all(|b| b == b'-' || LETTERS.contains(&b)));
        assert_ne!(one, two);
    }
}

//! Names that people give: to stores, places, counts, each other, themselves.

use crate::FieldError;

/// Most characters of a name.
pub const NAME_MAX: usize = 120;

/// A name as it is kept: trimmed, on one line, of 1 to [`NAME_MAX`] characters.
///
/// # Errors
/// What is wrong, on the field `field`.
pub fn check_name(field: &str, raw: &str) -> Result<String, FieldError> {
    let name = raw.trim();
    if name.is_empty() {
        return Err(FieldError::new(field, "field-required"));
    }
    if name.chars().any(char::is_control) {
        return Err(FieldError::new(field, "field-control-characters"));
    }
    if name.chars().count() > NAME_MAX {
        return Err(FieldError::new(field, "field-too-long").with("max", NAME_MAX));
    }
    Ok(name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_letters_on_one_line() {
        let code = |raw: &str| check_name("name", raw).unwrap_err().said.code;
        assert_eq!(check_name("name", "  Zoë 🦉 ").unwrap(), "Zoë 🦉");
        assert_eq!(code(" "), "field-required");
        assert_eq!(code("a\u{0}b"), "field-control-characters");
        assert_eq!(code("a\nb"), "field-control-characters");
        assert_eq!(code(&"x".repeat(NAME_MAX + 1)), "field-too-long");
    }
}

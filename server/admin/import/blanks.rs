//! What people and programs write where there is nothing to write.

/// Words for "nobody knows", which is neither zero nor a mistake.
#[must_use]
pub fn is_unknown(cell: &str) -> bool {
    const WORDS: &[&str] = &[
        "not stocked",
        "n/a",
        "na",
        "n.a.",
        "null",
        "-",
        "–",
        "—",
        "unknown",
        // WooCommerce: it is managed with that of all variations.
        "parent",
        "nicht geführt",
        "unbekannt",
        "non stocké",
        "inconnu",
        "sin existencias registradas",
        "غير معروف",
    ];
    let cell = cell.to_lowercase();
    cell.is_empty() || WORDS.contains(&cell.as_str())
}

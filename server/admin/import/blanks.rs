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

/// What is written where there is no code; a code of that name is none either.
#[must_use]
pub fn is_no_code(cell: &str) -> bool {
    const WORDS: &[&str] = &[
        "none",
        "no barcode",
        "does not apply",
        "not applicable",
        "keine",
        "kein",
        "ohne",
        "nicht zutreffend",
        "aucun",
        "sans",
        "ne s'applique pas",
        "non applicable",
        "ninguno",
        "no aplica",
        "no procede",
        "لا يوجد",
        "لا ينطبق",
    ];
    let cell = cell.to_lowercase();
    // That word is WooCommerce's for stock.
    cell != "parent" && (is_unknown(&cell) || WORDS.contains(&cell.as_str()))
}

/// What a spreadsheet shows where a formula failed, in the languages we speak.
#[must_use]
pub fn is_cell_error(cell: &str) -> bool {
    const WORDS: &[&str] = &[
        "#REF!",
        "#N/A",
        "#VALUE!",
        "#NAME?",
        "#DIV/0!",
        "#NULL!",
        "#NUM!",
        "#SPILL!",
        "#CALC!",
        "#FIELD!",
        "#BEZUG!",
        "#NV",
        "#WERT!",
        "#ZAHL!",
        "#ÜBERLAUF!",
        "#VALEUR!",
        "#NOM?",
        "#NOMBRE!",
        "#NUL!",
        "#¡REF!",
        "#¡VALOR!",
        "#¿NOMBRE?",
        "#¡DIV/0!",
        "#¡NUM!",
        "#¡NULO!",
        "#N/D",
    ];
    cell.starts_with('#') && WORDS.contains(&cell.to_uppercase().as_str())
}

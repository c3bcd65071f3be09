//! What `stockroom import` says: the figures, the first changes, the notes, and what to say to it where it must ask.

use admin_rules::{Change, ChangeKind, ImportColumn, ImportFacts, ImportView};
use vocabulary::Quantity;
use words::{Words, message_id};

/// Changes that are shown one by one.
const SHOWN: usize = 20;

/// Prints the figures, and what is told beside them.
pub(super) fn figures(words: Words, view: &ImportView) {
    let tally = &view.tally;
    if let Some(facts) = &view.facts {
        let source = words.t(&message_id("import-source", &facts.source));
        println!("{} · {}", view.name, words.with("import-read-as", &[("rows", facts.rows.into()), ("source", source.into())]));
    }
    for (id, rows) in [
        ("import-tally-new", tally.new),
        ("import-tally-changed", tally.changed),
        ("import-tally-unchanged", tally.unchanged),
        ("import-tally-refused", tally.refused),
    ] {
        println!("  {:<14} {:>9}", words.t(id), words.count(i64::try_from(rows).unwrap_or(i64::MAX)));
    }
    if !(tally.more.is_zero() && tally.less.is_zero()) {
        println!("  {:<14} {:>9}", words.t("import-tally-stock"), words.delta(tally.more - tally.less));
    }
    for (id, rows) in [
        ("import-told-not-known", tally.not_known),
        ("import-told-not-stock", tally.not_stock),
        ("import-told-left-out", tally.left_out),
        ("import-told-stale", tally.stale),
        ("import-told-short", tally.short),
        ("import-told-bins", view.found.bins.len() as u64),
    ] {
        if rows > 0 {
            println!("  {}", words.with(id, &[("count", rows.into())]));
        }
    }
    if let Some(facts) = view.facts.as_ref().filter(|facts| !facts.unread.is_empty()) {
        println!("  {}", words.with("import-told-unread", &[("columns", words.list(&facts.unread).into())]));
    }
    for column in view.facts.iter().flat_map(|facts| &facts.columns).filter(|column| column.field.is_none() && column.suggested.is_some()) {
        println!("    --map '{}={}'", column.name, field(column));
    }
    for note in &view.found.notes {
        let lines: Vec<String> = note.lines.iter().map(u64::to_string).collect();
        let more = if note.rows > note.lines.len() as u64 { "…" } else { "" };
        let rows = words.with("import-note-rows", &[("count", note.rows.into()), ("lines", format!("{}{more}", lines.join(", ")).into())]);
        println!("  {} {} ({rows})", note.column, words.said(&note.said));
    }
}

/// Prints the first changes: the line, the item, what changes, the old value and the new one.
pub(super) fn changes(words: Words, view: &ImportView, all: &[Change]) {
    println!("{}", words.with("import-changes-title", &[("count", view.tally.written().into())]));
    for change in all.iter().take(SHOWN) {
        let what = match change.kind {
            ChangeKind::New => words.t("import-change-new"),
            ChangeKind::Stock => words.with("import-change-on-hand", &[("store", change.store.clone().unwrap_or_default().into())]),
            ChangeKind::Changed => words.t(&message_id("import-change", &change.field)),
        };
        let nothing = if change.kind == ChangeKind::Stock { "import-change-not-known" } else { "import-change-nothing" };
        let was = value(words, change, change.from.as_ref()).unwrap_or_else(|| words.t(nothing));
        let becomes = value(words, change, change.to.as_ref()).unwrap_or_else(|| words.t("import-change-unpriced"));
        println!("  {:>6}  {} {}  {what}: {was} → {becomes}", change.line, change.sku, change.name);
    }
    let listed = view.lists.new + view.lists.changed + view.lists.stock;
    if listed > SHOWN as u64 {
        println!("       …");
    }
}

/// A value as people write it; a price as the file has it, which is in the business's currency.
fn value(words: Words, change: &Change, raw: Option<&String>) -> Option<String> {
    let raw = raw?;
    Some(match (change.kind, change.field.as_str()) {
        (ChangeKind::Stock, _) => raw.parse::<Quantity>().map_or_else(|_| raw.clone(), |quantity| words.quantity(quantity)),
        (ChangeKind::Changed, "state") => words.t(&message_id("state", raw)),
        (ChangeKind::Changed, "unit") => words.t(&message_id("unit", raw)),
        _ => raw.clone(),
    })
}

/// Says why nothing was imported, and what to say.
pub(super) fn explain(words: Words, view: &ImportView) {
    let code = view.problem.as_ref().map(|said| said.code.as_str()).unwrap_or_default();
    if let Some(problem) = &view.problem {
        eprintln!("{}", words.said(problem));
    }
    for place in &view.found.unknown {
        eprintln!("  --location '{}=CODE'   ({})", place.name, place.rows);
    }
    if view.found.homeless > 0 {
        eprintln!("  --store CODE");
    }
    match code {
        "import-dates-ambiguous" | "import-dates-mixed" => eprintln!("  --dates day-first | --dates month-first"),
        "import-kind-unclear" | "import-not-this-kind" => eprintln!("  --kind catalog | --kind inventory | --kind sales"),
        "import-not-this-source" => eprintln!("  --source auto | --source generic"),
        "import-file-one-column" => eprintln!("  --separator comma | semicolon | tab | bar"),
        _ => {}
    }
    if let Some(facts) = view.facts.as_ref().filter(|_| ["import-columns-missing", "import-kind-unclear", "import-mapping-stale"].contains(&code)) {
        columns(words, facts);
    }
}

/// Lists a file's columns with their first values, as the options that would map them, and what they can be mapped to.
pub(super) fn columns(words: Words, facts: &ImportFacts) {
    // The column of what was wrong, of a file that was set aside, is ours.
    let ours = facts.columns.last().is_some_and(|last| last.name.trim().eq_ignore_ascii_case("Error"));
    for column in facts.columns.iter().take(facts.columns.len() - usize::from(ours)) {
        eprintln!("  --map '{}={}'   {}", column.name, field(column), column.samples.iter().take(3).cloned().collect::<Vec<_>>().join(" · "));
    }
    if !facts.fields.is_empty() {
        eprintln!("{}:", words.t("import-col-field"));
        for tag in &facts.fields {
            eprintln!("  {tag:<18} {}", words.t(&message_id("import-field", tag)));
        }
    }
}

fn field(column: &ImportColumn) -> &str {
    column.field.as_deref().or(column.suggested.as_deref()).unwrap_or("FIELD")
}

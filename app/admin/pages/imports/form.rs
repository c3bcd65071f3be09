//! What was found out of a file, as fields to be corrected, and what was typed into them.

use admin_rules::{Answers, ColumnAnswer, FileKind, ImportView, PlaceAnswer};
use kit::{Choice, FieldRow, Select};
use leptos::prelude::*;
use vocabulary::StoreId;
use wire::{Fields, Typed, Visit};
use words::{Words, message_id};

/// A choice among words, the first of which is what was found out.
fn choices(words: Words, prefix: &str, tags: &[&str], found: Option<&str>) -> Vec<Choice> {
    let found = found.filter(|tag| tags.contains(tag)).map(|tag| words.t(&message_id(prefix, tag)));
    std::iter::once(auto(words, found)).chain(tags.iter().map(|tag| Choice::new(*tag, words.t(&message_id(prefix, tag))))).collect()
}

/// "Found out", and what.
fn auto(words: Words, found: Option<String>) -> Choice {
    Choice::new("", found.map_or_else(|| words.t("import-option-auto"), |found| words.with("import-option-auto-found", &[("found", found.into())])))
}

/// The names of encodings are the same in every language.
const ENCODINGS: [(&str, &str); 6] = [
    ("utf8", "UTF-8"),
    ("utf8_bom", "UTF-8 (BOM)"),
    ("utf16_le", "UTF-16 LE"),
    ("utf16_be", "UTF-16 BE"),
    ("windows1252", "Windows-1252"),
    ("windows1256", "Windows-1256"),
];

const DELIMITERS: [(&str, &str); 4] =
    [(",", "import-delimiter-comma"), (";", "import-delimiter-semicolon"), ("\t", "import-delimiter-tab"), ("|", "import-delimiter-bar")];

const SOURCES: [&str; 6] = ["shopify_products", "shopify_inventory", "square_library", "woocommerce", "stockroom", "generic"];

/// The fields about the file as a whole.
pub(crate) fn about_file(visit: &Visit, view: &ImportView, typed: &Typed) -> impl IntoView + use<> {
    let words = visit.words;
    let facts = view.facts.as_ref();
    let mut kinds = choices(words, "import-kind", &FileKind::ALL.map(FileKind::tag), facts.and_then(|facts| facts.kind).map(FileKind::tag));
    if let Some(first) = kinds.first_mut().filter(|_| facts.is_some_and(|facts| facts.both)) {
        *first = auto(words, Some(words.t("import-kind-both")));
    }
    let sources = choices(words, "import-source", &SOURCES, facts.map(|facts| facts.source.as_str()));
    let found_mark = facts.and_then(|facts| DELIMITERS.iter().find(|(mark, _)| *mark == facts.delimiter)).map(|(_, id)| words.t(id));
    let delimiters = std::iter::once(auto(words, found_mark)).chain(DELIMITERS.iter().map(|(mark, id)| Choice::new(*mark, words.t(id)))).collect();
    let found_letters = facts.and_then(|facts| ENCODINGS.iter().find(|(tag, _)| *tag == facts.encoding)).map(|(_, name)| String::from(*name));
    let encodings = std::iter::once(auto(words, found_letters)).chain(ENCODINGS.iter().map(|(tag, name)| Choice::new(*tag, *name))).collect();
    let dates = choices(words, "import-dates", &["day_first", "month_first"], facts.map(|facts| facts.dates.as_str()));
    let decimals = choices(words, "import-decimal", &["point", "comma"], None);
    let stores: Vec<Choice> = visit.stores.iter().map(|store| Choice::new(store.id.to_string(), store.name.clone())).collect();
    let both = facts.is_some_and(|facts| facts.both);
    let is_stock = both || facts.and_then(|facts| facts.kind).is_none_or(|kind| kind != FileKind::Catalog);
    let is_inventory = both || facts.and_then(|facts| facts.kind).is_none_or(|kind| kind == FileKind::Inventory);
    let select = |name: &'static str, id: &str, choices: Vec<Choice>| {
        let (label, value, error) = (words.t(id), typed.value(name), typed.error(name));
        let hint = (name == "encoding").then(|| words.t("import-option-encoding-hint"));
        let prompt = (name == "store").then(|| words.t("import-option-choose-store"));
        view! { <Select name label choices value error hint prompt/> }.into_any()
    };
    let store = is_stock.then(|| select("store", "import-option-store", stores));
    let overwrite = is_inventory.then(|| {
        let choices = vec![Choice::new("keep", words.t("import-overwrite-keep")), Choice::new("set", words.t("import-overwrite-set"))];
        select("overwrite", "import-option-overwrite", choices)
    });
    let stock = (store.is_some() || overwrite.is_some()).then(|| view! { <FieldRow>{store}{overwrite}</FieldRow> });
    let (kind, source) = (select("kind", "import-option-kind", kinds), select("source", "import-option-source", sources));
    let (dates, decimal) = (select("dates", "import-option-dates", dates), select("decimal", "import-option-decimal", decimals));
    let delimiter = select("delimiter", "import-option-delimiter", delimiters);
    let encoding = select("encoding", "import-option-encoding", encodings);
    view! {
        <FieldRow>{kind}{source}</FieldRow>
        {stock}
        <FieldRow>{dates}{decimal}</FieldRow>
        <FieldRow>{delimiter}{encoding}</FieldRow>
    }
}

/// The form as it begins: what was said, and of columns and places what was found.
pub(crate) fn fields(view: &ImportView) -> Fields {
    let answers = &view.answers;
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let overwrites = answers.overwrite.or_else(|| view.facts.as_ref().map(|facts| facts.overwrites)).unwrap_or_default();
    let mut all = vec![
        (String::from("kind"), text(&answers.kind)),
        (String::from("source"), text(&answers.source)),
        (String::from("dates"), text(&answers.dates)),
        (String::from("decimal"), text(&answers.decimal)),
        (String::from("delimiter"), text(&answers.delimiter)),
        (String::from("encoding"), text(&answers.encoding)),
        (String::from("store"), answers.store.map(|store| store.to_string()).unwrap_or_default()),
        (String::from("overwrite"), String::from(if overwrites { "set" } else { "keep" })),
    ];
    if let Some(facts) = &view.facts {
        for (at, column) in facts.columns.iter().enumerate() {
            all.push((format!("f{at}"), column.field.clone().or_else(|| column.suggested.clone()).unwrap_or_default()));
        }
    }
    for (at, place) in view.found.unknown.iter().chain(&view.found.known).enumerate() {
        let store = place.store.map(|store| store.to_string());
        let left_out = answers.places.iter().any(|answer| answer.name == place.name && answer.store.is_none());
        all.push((format!("p{at}"), store.unwrap_or_else(|| String::from(if left_out { "skip" } else { "" }))));
    }
    Fields(all)
}

/// What is said of a location: a store, left out, or one to be opened.
pub(crate) enum PlaceSaid {
    Known(PlaceAnswer),
    ToOpen(String),
}

/// Reads what was typed; of places also those that are to be opened.
pub(crate) fn read(visit: &Visit, view: &ImportView, typed: &Fields) -> (Answers, Vec<PlaceSaid>) {
    let said = |name: &str| Some(typed.get(name).to_owned()).filter(|value| !value.is_empty());
    let store_of = |raw: &str| raw.parse::<StoreId>().ok().filter(|id| visit.store_by_id(*id).is_some());
    let columns = view.facts.as_ref().filter(|facts| !facts.fields.is_empty()).map(|facts| {
        let mapped = facts.columns.iter().enumerate().filter_map(|(at, column)| {
            let field = said(&format!("f{at}"))?;
            Some(ColumnAnswer { column: at, name: column.name.clone(), field })
        });
        mapped.collect::<Vec<_>>()
    });
    // The same columns as were found are found again, and need not be said.
    let found = |facts: &admin_rules::ImportFacts| {
        let columns = facts
            .columns
            .iter()
            .enumerate()
            .filter_map(|(at, column)| Some(ColumnAnswer { column: at, name: column.name.clone(), field: column.field.clone()? }));
        columns.collect::<Vec<_>>()
    };
    let as_found = view.answers.columns.is_none() && view.facts.as_ref().map(found) == columns;
    // Another kind or source has other fields: its columns are found anew.
    let same_file = said("kind") == view.answers.kind && said("source") == view.answers.source && said("delimiter") == view.answers.delimiter;
    let mut places: Vec<PlaceSaid> = Vec::new();
    for (at, place) in view.found.unknown.iter().chain(&view.found.known).enumerate() {
        let name = place.name.clone();
        match typed.get(&format!("p{at}")) {
            "skip" => places.push(PlaceSaid::Known(PlaceAnswer { name, store: None })),
            "open" => places.push(PlaceSaid::ToOpen(name)),
            raw => places.extend(store_of(raw).map(|store| PlaceSaid::Known(PlaceAnswer { name, store: Some(store) }))),
        }
    }
    let answers = Answers {
        source: said("source"),
        kind: said("kind"),
        encoding: said("encoding"),
        delimiter: said("delimiter"),
        dates: said("dates"),
        decimal: said("decimal"),
        columns: columns.filter(|_| same_file && !as_found),
        store: store_of(typed.get("store")),
        places: Vec::new(),
        overwrite: match typed.get("overwrite") {
            "set" => Some(true),
            "keep" => Some(false),
            _ => None,
        }
        .filter(|said| view.answers.overwrite.is_some() || view.facts.as_ref().is_none_or(|facts| facts.overwrites != *said)),
    };
    (answers, places)
}

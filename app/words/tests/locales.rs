//! The files in `locales/`: every language says everything, with the same variables, in its own words.

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey},
    parser,
};
use std::collections::{BTreeMap, BTreeSet};
use vocabulary::{Door, Locale, PlaceKind, PostingKind, QuantityError, Reason, Role, Status};
use words::{ROOMS, has, message_id, message_ids};

/// Messages whose text is the same in English and in the other language, because it is.
const SAME: &[(&str, &str)] = &[
    ("fr", "tracking-lots"),
    ("fr", "lot"),
    ("fr", "lot-going"),
    ("fr", "lot-heading"),
    ("fr", "lot-named"),
    ("de", "optional"),
    ("ar", "actor-system"),
    ("ar", "item-gtin"),
    ("ar", "key-shift"),
    ("ar", "scan-by-gtin"),
    ("de", "actor-system"),
    ("de", "barcodes-title"),
    ("de", "changed-barcode"),
    ("de", "changed-person-name"),
    ("de", "import-change-barcode"),
    ("de", "import-change-name"),
    ("de", "import-field-barcode"),
    ("de", "import-field-sku"),
    ("de", "item-barcode"),
    ("de", "item-gtin"),
    ("de", "scan-by-barcode"),
    ("de", "scan-by-gtin"),
    ("es", "actor-system"),
    ("es", "import-field-sku"),
    ("es", "item-gtin"),
    ("es", "scan-by-gtin"),
    ("es", "table-total"),
    ("fr", "actor-system"),
    ("fr", "changed-description"),
    ("fr", "import-change-description"),
    ("fr", "import-field-description"),
    ("fr", "import-kind-inventory"),
    ("fr", "import-title"),
    ("fr", "item-axis"),
    ("fr", "item-description"),
    ("fr", "item-gtin"),
    ("fr", "nav-stock"),
    ("fr", "note"),
    ("fr", "scan-by-gtin"),
    ("fr", "table-total"),
    ("fr", "unit-l.name"),
    ("fr", "unit-ml.name"),
];

#[derive(Debug, Default)]
struct Message {
    text: String,
    variables: BTreeSet<String>,
    /// The keys of each choice by plural form.
    plurals: Vec<BTreeSet<String>>,
}

fn file(lang: &str, room: &str) -> String {
    let path = format!("{}/../../locales/{lang}/{room}.ftl", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The messages and attributes of a file by id. Refuses what cannot be parsed and what is there twice.
fn read(lang: &str, room: &str) -> BTreeMap<String, Message> {
    let source = file(lang, room);
    let resource = parser::parse(source.as_str()).unwrap_or_else(|(_, errors)| panic!("{lang}/{room}.ftl: {errors:?}"));
    let mut all = BTreeMap::new();
    let mut add = |id: String, pattern: &Pattern<&str>| {
        let mut message = Message::default();
        walk(pattern, &mut message);
        assert!(all.insert(id.clone(), message).is_none(), "{lang}/{room}.ftl has {id} twice");
    };
    for entry in &resource.body {
        if let Entry::Message(message) = entry {
            message.value.iter().for_each(|pattern| add(message.id.name.to_owned(), pattern));
            message.attributes.iter().for_each(|attribute| add(format!("{}.{}", message.id.name, attribute.id.name), &attribute.value));
        }
    }
    all
}

fn walk(pattern: &Pattern<&str>, message: &mut Message) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => message.text.push_str(value),
            PatternElement::Placeable { expression: Expression::Inline(inline) } => walk_inline(inline, message),
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                walk_inline(selector, message);
                let keys: BTreeSet<String> = variants
                    .iter()
                    .filter_map(|variant| match variant.key {
                        VariantKey::Identifier { name } => Some(name.to_owned()),
                        VariantKey::NumberLiteral { .. } => None,
                    })
                    .collect();
                message.plurals.extend(keys.contains("one").then_some(keys));
                variants.iter().for_each(|variant| walk(&variant.value, message));
            }
        }
    }
}

fn walk_inline(inline: &InlineExpression<&str>, message: &mut Message) {
    match inline {
        InlineExpression::VariableReference { id } => {
            message.variables.insert(id.name.to_owned());
            message.text.push('$');
        }
        InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => message.text.push_str(value),
        InlineExpression::MessageReference { .. } | InlineExpression::TermReference { .. } => {}
        InlineExpression::FunctionReference { id, .. } => {
            panic!("no function {} is known", id.name)
        }
        InlineExpression::Placeable { .. } => panic!("a placeable in a placeable"),
    }
}

fn others() -> impl Iterator<Item = &'static str> {
    Locale::SPOKEN.into_iter().filter(|locale| *locale != Locale::En).map(Locale::tag)
}

#[test]
fn every_language_says_everything_with_the_same_variables() {
    let mut wrong = Vec::new();
    for room in ROOMS {
        let english = read("en", room);
        for lang in others() {
            let theirs = read(lang, room);
            for (id, message) in &english {
                match theirs.get(id) {
                    None => wrong.push(format!("{lang}/{room}.ftl lacks {id}")),
                    Some(their) if their.variables != message.variables => {
                        wrong.push(format!("{lang}/{room}.ftl: {id} has {:?}, English has {:?}", their.variables, message.variables));
                    }
                    Some(_) => {}
                }
            }
            wrong.extend(theirs.keys().filter(|id| !english.contains_key(*id)).map(|id| format!("{lang}/{room}.ftl has {id}, English does not")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_message_is_left_in_english() {
    let (mut left, mut allowed) = (Vec::new(), BTreeSet::new());
    for room in ROOMS {
        let english = read("en", room);
        for lang in others() {
            for (id, message) in read(lang, room) {
                // A sign or two, as in "$ kg", are no words.
                let words = message.text.chars().filter(|letter| letter.is_alphabetic()).count() > 2;
                if !words || english.get(&id).is_none_or(|ours| ours.text != message.text) {
                    continue;
                }
                match SAME.iter().find(|same| **same == (lang, id.as_str())) {
                    Some(same) => drop(allowed.insert(*same)),
                    None => left.push(format!("{lang}/{room}.ftl: {id} = {}", message.text)),
                }
            }
        }
    }
    assert!(left.is_empty(), "{}", left.join("\n"));
    assert_eq!(allowed, SAME.iter().copied().collect(), "what is allowed to be the same is not");
}

#[test]
fn no_message_is_in_two_rooms() {
    for locale in Locale::SPOKEN {
        let mut seen = BTreeSet::new();
        for id in message_ids(locale) {
            assert!(seen.insert(id.clone()), "{}: {id} is there twice", locale.tag());
        }
    }
}

/// Arabic has a dual, and another form from three to ten.
#[test]
fn arabic_plurals_are_whole() {
    for room in ROOMS {
        for (id, message) in read("ar", room) {
            for keys in message.plurals {
                assert!(keys.contains("two") && keys.contains("few"), "ar/{room}.ftl: {id} has only {keys:?}");
            }
        }
    }
}

#[test]
fn no_message_holds_markup() {
    for locale in Locale::SPOKEN {
        for room in ROOMS {
            for (id, message) in read(locale.tag(), room) {
                assert!(!message.text.contains(['<', '>']), "{}/{room}.ftl: {id} = {}", locale.tag(), message.text);
            }
        }
    }
}

/// Whatever the vocabulary can say by a code has words.
#[test]
fn the_vocabulary_has_words() {
    let mut ids: Vec<String> = [
        "error-invalid",
        "error-stale",
        "error-not-found",
        "error-forbidden",
        "error-signed-out",
        "error-too-many",
        "error-unavailable",
        "error-internal",
        "gtin-not-one",
        "gtin-check-digit",
        "currency-unknown",
        "idempotency-key-invalid",
    ]
    .map(str::to_owned)
    .to_vec();
    ids.extend([QuantityError::NotANumber, QuantityError::TooManyDecimals, QuantityError::TooLarge].map(|error| error.code().to_owned()));
    ids.extend(Door::ALL.map(|door| message_id("door", door.tag())));
    ids.extend(Role::ALL.map(|role| message_id("role", role.tag())));
    ids.extend(Status::ALL.iter().map(|status| message_id("status", status.tag())));
    ids.extend(PlaceKind::ALL.iter().map(|kind| message_id("place", kind.tag())));
    ids.extend(PostingKind::ALL.iter().map(|kind| message_id("posting", kind.tag())));
    for reason in Reason::ALL {
        let id = message_id("reason", reason.tag());
        ids.extend([format!("{id}.stock"), format!("{id}.cost"), id]);
    }
    for locale in Locale::SPOKEN {
        for id in &ids {
            assert!(has(locale, id), "{} lacks {id}", locale.tag());
        }
    }
}

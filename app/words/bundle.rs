//! The messages: one Fluent bundle for each language, made when it is first asked for.

use crate::{Arg, Words, number, pseudo};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use fluent_syntax::ast::Entry;
use rust_decimal::Decimal;
use std::{borrow::Cow, str::FromStr, sync::OnceLock};
use unic_langid::{LanguageIdentifier, langid};
use vocabulary::{Direction, Locale};

/// The rooms that have words: a file each in every language's folder.
pub const ROOMS: [&str; 5] = ["common", "catalog", "stock", "admin", "notify"];

macro_rules! rooms {
    ($lang:literal) => {
        [
            include_str!(concat!("../../locales/", $lang, "/common.ftl")),
            include_str!(concat!("../../locales/", $lang, "/catalog.ftl")),
            include_str!(concat!("../../locales/", $lang, "/stock.ftl")),
            include_str!(concat!("../../locales/", $lang, "/admin.ftl")),
            include_str!(concat!("../../locales/", $lang, "/notify.ftl")),
        ]
    };
}

/// The files of a language, in the order of [`ROOMS`]. The pseudo-locales are made of the English ones.
fn sources(locale: Locale) -> [&'static str; ROOMS.len()] {
    match locale {
        Locale::En | Locale::EnXa | Locale::ArXb => rooms!("en"),
        Locale::De => rooms!("de"),
        Locale::Fr => rooms!("fr"),
        Locale::Es => rooms!("es"),
        Locale::Ar => rooms!("ar"),
    }
}

/// The language whose plural rules hold.
fn plural_language(locale: Locale) -> LanguageIdentifier {
    match locale {
        Locale::En | Locale::EnXa | Locale::ArXb => langid!("en"),
        Locale::De => langid!("de"),
        Locale::Fr => langid!("fr"),
        Locale::Es => langid!("es"),
        Locale::Ar => langid!("ar"),
    }
}

type Bundle = FluentBundle<FluentResource>;

fn bundle(locale: Locale) -> &'static Bundle {
    static BUNDLES: [OnceLock<Bundle>; 7] = [const { OnceLock::new() }; 7];
    let at = match locale {
        Locale::En => 0,
        Locale::De => 1,
        Locale::Fr => 2,
        Locale::Es => 3,
        Locale::Ar => 4,
        Locale::EnXa => 5,
        Locale::ArXb => 6,
    };
    BUNDLES[at].get_or_init(|| load(locale, &sources(locale)))
}

fn load(locale: Locale, sources: &[&str]) -> Bundle {
    let mut bundle = FluentBundle::new_concurrent(vec![plural_language(locale)]);
    bundle.set_use_isolating(false);
    bundle.set_transform(match locale {
        Locale::EnXa => Some(|text| Cow::Owned(pseudo::accented(text))),
        Locale::ArXb => Some(|text| Cow::Owned(pseudo::mirrored(text))),
        _ => None,
    });
    // The formatter is a plain function and cannot hold a locale, so there is one for each.
    bundle.set_formatter(Some(match locale {
        Locale::En => |value, _| print(value, Locale::En),
        Locale::De => |value, _| print(value, Locale::De),
        Locale::Fr => |value, _| print(value, Locale::Fr),
        Locale::Es => |value, _| print(value, Locale::Es),
        Locale::Ar => |value, _| print(value, Locale::Ar),
        Locale::EnXa => |value, _| print(value, Locale::EnXa),
        Locale::ArXb => |value, _| print(value, Locale::ArXb),
    }));
    for source in sources {
        // What cannot be parsed is left out; a test refuses such a file, and a later file never replaces a message.
        let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(rest, _)| rest);
        if bundle.add_resource(resource).is_err() {
            continue;
        }
    }
    bundle
}

/// How a value in a message is printed: a number as the language writes it; a text, where the language runs from right to
/// left, kept apart from what stands around it. `12 mugs` would read `mugs 12` there.
fn print(value: &FluentValue<'_>, locale: Locale) -> Option<String> {
    let number = match value {
        FluentValue::Number(number) => number,
        FluentValue::String(text) if locale.direction() == Direction::RightToLeft => return isolated(text),
        _ => return None,
    };
    if let Some(text) = &number.options.currency {
        return Some(text.clone());
    }
    Decimal::from_str(&number.as_string()).ok().map(|exact| number::decimal(locale, exact))
}

/// In the direction of its first letter. What is kept apart already, and nothing, stay as they are.
pub(crate) fn isolated(text: &str) -> Option<String> {
    let is_apart = text.starts_with(['\u{2066}', '\u{2067}', '\u{2068}']) && text.ends_with('\u{2069}');
    (!text.is_empty() && !is_apart).then(|| format!("\u{2068}{text}\u{2069}"))
}

/// The message in the reader's language, else in English, else its id between marks that catch the eye.
pub(crate) fn format(words: &Words, id: &str, args: &[(&str, Arg)]) -> String {
    let given = (!args.is_empty()).then(|| args.iter().map(|(name, arg)| (*name, arg.value(words))).collect::<FluentArgs<'_>>());
    say([words.locale, Locale::En].into_iter().map(bundle), id, given.as_ref())
}

/// What the first of the bundles that has the message says; a later one is made only when it is needed.
fn say<'a>(mut bundles: impl Iterator<Item = &'a Bundle>, id: &str, args: Option<&FluentArgs<'_>>) -> String {
    bundles.find_map(|bundle| render(bundle, id, args)).unwrap_or_else(|| format!("⟦{id}⟧"))
}

fn render(bundle: &Bundle, id: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
    let (id, attribute) = match id.split_once('.') {
        Some((id, attribute)) => (id, Some(attribute)),
        None => (id, None),
    };
    let message = bundle.get_message(id)?;
    let pattern = match attribute {
        Some(name) => message.get_attribute(name)?.value(),
        None => message.value()?,
    };
    // A variable that was not given shows as `{$name}`: as visible as a missing message.
    // Written and not formatted: that would print the whole once more, as if it were a variable's text.
    let mut said = String::new();
    bundle.write_pattern(&mut said, pattern, args, &mut Vec::new()).ok()?;
    Some(said)
}

/// Whether the language itself, not its fallback, has the message or `id.attribute`.
#[must_use]
pub fn has(locale: Locale, id: &str) -> bool {
    let bundle = bundle(locale);
    match id.split_once('.') {
        Some((id, attribute)) => bundle.get_message(id).is_some_and(|message| message.get_attribute(attribute).is_some()),
        None => bundle.get_message(id).is_some_and(|message| message.value().is_some()),
    }
}

/// Every message of a language, and every attribute as `id.attribute`, in the order of the files.
#[must_use]
pub fn message_ids(locale: Locale) -> Vec<String> {
    let mut ids = Vec::new();
    for source in sources(locale) {
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(rest, _)| rest);
        for entry in resource.entries() {
            let Entry::Message(message) = entry else {
                continue;
            };
            let id = message.id.name;
            ids.extend(message.value.is_some().then(|| id.to_owned()));
            ids.extend(message.attributes.iter().map(|attribute| format!("{id}.{}", attribute.id.name)));
        }
    }
    ids
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_language_lacks_is_said_in_english() {
        let german = load(Locale::De, &["a = eins\nb =\n    .x = zwei\n"]);
        let english = load(Locale::En, &["a = one\nb = two\nc = three\n"]);
        let said = ["a", "b", "b.x", "c", "a.x", "d"].map(|id| say([&german, &english].into_iter(), id, None));
        assert_eq!(said, ["eins", "two", "zwei", "three", "⟦a.x⟧", "⟦d⟧"]);
    }

    #[test]
    fn a_broken_or_repeated_message_does_not_harm_the_others() {
        let bundle = load(Locale::En, &["a = one\nb two\nc = three\n", "a = another\nd = four\n"]);
        let said = ["a", "b", "c", "d"].map(|id| say([&bundle].into_iter(), id, None));
        assert_eq!(said, ["one", "⟦b⟧", "three", "four"]);
    }
}

//! The faces of people, imports and the settings, and how their histories are told.

use ::lists::history::{Faces, Tells};
use admin_rules::{ImportView, PersonShown};
use kit::Glyph;
use vocabulary::{Locale, Role};
use wire::{Nav, Visit};
use words::message_id;

/// The faces of somebody.
pub(crate) fn person(visit: &Visit, shown: &PersonShown) -> Faces {
    let under = vec![under_settings(visit), (visit.words.t("nav-people"), String::from("/admin/people"))];
    faces(Nav::People, shown.row.name.clone(), under, &format!("/admin/people/{}", shown.row.person))
}

/// The faces of an import.
pub(crate) fn import(visit: &Visit, view: &ImportView) -> Faces {
    let under = vec![(visit.words.t("import-title"), String::from("/admin/imports"))];
    faces(Nav::Imports, view.name.clone(), under, &format!("/admin/imports/{}", view.id))
}

/// The faces of the settings.
pub(crate) fn settings(visit: &Visit) -> Faces {
    faces(Nav::Settings, visit.words.t("nav-settings"), Vec::new(), "/admin/settings")
}

fn under_settings(visit: &Visit) -> (String, String) {
    (visit.words.t("nav-settings"), String::from("/admin/settings"))
}

fn faces(nav: Nav, name: String, under: Vec<(String, String)>, path: &str) -> Faces {
    Faces { name, nav, under, overview: path.to_owned(), history: format!("{path}/history"), more: Vec::new() }
}

/// A language by its own name; none chosen is the business's.
fn language(visit: &Visit, raw: &str) -> Option<String> {
    match raw {
        "" => Some(visit.words.t("account-language-business")),
        admin_rules::BROWSER => Some(visit.words.t("account-language-browser")),
        tag => Locale::of_tag(tag).map(|locale| locale.name().to_owned()),
    }
}

/// Tells of the people of the business.
pub(crate) struct People;

impl Tells for People {
    const OF: &'static str = "person";

    fn value(visit: &Visit, field: &str, raw: &str) -> Option<String> {
        let words = visit.words;
        match field {
            // The act says it.
            "disabled" | "password" => None,
            "role" => Role::of_tag(raw).map(|role| words.role(role)),
            "locale" => language(visit, raw),
            "theme" => admin_rules::THEMES.contains(&raw).then(|| words.t(&message_id("theme", raw))),
            _ => Some(raw.to_owned()),
        }
    }

    fn glyph(operation: &str) -> Glyph {
        match operation {
            "admin.add_person" => Glyph::Plus,
            "admin.disable_person" => Glyph::Lock,
            "admin.enable_person" => Glyph::Check,
            "admin.change_role" | "admin.reset_password" | "admin.change_password" => Glyph::KeyRound,
            "admin.remove_person" => Glyph::X,
            _ => Glyph::Pencil,
        }
    }
}

/// Tells of imports.
pub(crate) struct Imports;

impl Tells for Imports {
    const OF: &'static str = "import";

    fn value(visit: &Visit, field: &str, raw: &str) -> Option<String> {
        let words = visit.words;
        match field {
            "state" => Some(words.t(&message_id("import-state", raw))),
            "new" | "changed" | "aside" | "rows" => raw.parse().ok().filter(|rows| *rows != 0_i64).map(|rows| words.count(rows)),
            "file" | "cells" => Some(raw.to_owned()),
            _ => None,
        }
    }

    fn glyph(operation: &str) -> Glyph {
        match operation {
            "admin.begin_import" => Glyph::Upload,
            "admin.end_import_run" => Glyph::Check,
            "admin.mend_row" | "admin.take_suggestions" => Glyph::Pencil,
            "admin.discard_import" | "admin.sweep_import" => Glyph::X,
            "admin.undo_import" | "admin.end_import_undo" => Glyph::Undo2,
            _ => Glyph::RefreshCw,
        }
    }
}

/// Tells of the settings.
pub(crate) struct Settings;

impl Tells for Settings {
    const OF: &'static str = "tenant";

    fn value(visit: &Visit, field: &str, raw: &str) -> Option<String> {
        match field {
            "locale" => language(visit, raw),
            "one_person" => Some(visit.words.t(if raw == "true" { "yes" } else { "no" })),
            _ => Some(raw.to_owned()).filter(|value| !value.is_empty()),
        }
    }

    fn glyph(_: &str) -> Glyph {
        Glyph::Settings
    }
}

//! Small marks: states, badges, stores, keys. Never colour alone: an icon and a word go with it.

use leptos::prelude::*;

use crate::{
    icon::{Glyph, Icon},
    text::classes,
};

/// What a thing means to the person looking. What is normal is `Neutral`; colour is for what needs someone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    #[default]
    Neutral,
    Ok,
    Warn,
    Bad,
    Info,
    Accent,
}

impl Tone {
    /// The class that colours text.
    pub const fn text_class(self) -> &'static str {
        match self {
            Self::Neutral => "mute",
            Self::Ok => "ok",
            Self::Warn => "warn",
            Self::Bad => "bad",
            Self::Info => "info",
            Self::Accent => "accent",
        }
    }

    /// The icon that says the same to those who do not see the colour.
    pub const fn glyph(self) -> Glyph {
        match self {
            Self::Neutral | Self::Accent => Glyph::Check,
            Self::Ok => Glyph::CircleCheck,
            Self::Warn => Glyph::TriangleAlert,
            Self::Bad => Glyph::CircleAlert,
            Self::Info => Glyph::Info,
        }
    }

    const fn badge_class(self) -> &'static str {
        match self {
            Self::Neutral => "",
            Self::Ok => "badge-ok",
            Self::Warn => "badge-warn",
            Self::Bad => "badge-bad",
            Self::Info => "badge-info",
            Self::Accent => "badge-accent",
        }
    }
}

/// The state of a row, in a table: an icon and a word, no ground. "In stock", "Low", "Out".
#[component]
pub fn State(
    #[prop(into)] label: String,
    #[prop(optional)] tone: Tone,
    /// Another icon than the tone's own.
    #[prop(default = None, into)]
    icon: Option<Glyph>,
) -> impl IntoView {
    view! {
        <span class=classes(&["status", tone.text_class()])>
            <Icon name=icon.unwrap_or(tone.glyph())/>
            {label}
        </span>
    }
}

/// The state of the thing a page is about, or a kind: a pill. Neutral ones have no icon unless given; `line` is for what
/// has left ("Archived"); `large` for the floor.
#[component]
pub fn Badge(
    #[prop(into)] label: String,
    #[prop(optional)] tone: Tone,
    #[prop(default = None, into)] icon: Option<Glyph>,
    #[prop(default = false)] line: bool,
    #[prop(default = false)] large: bool,
) -> impl IntoView {
    let icon = icon.or((tone != Tone::Neutral).then(|| tone.glyph()));
    let line = if line { "badge-line" } else { "" };
    let large = if large { "badge-lg" } else { "" };
    view! {
        <span class=classes(&["badge", tone.badge_class(), line, large])>
            {icon.map(|name| view! { <Icon name/> })}
            {label}
        </span>
    }
}

/// Which of the four store colours; 0 is the mark of all stores. Stores share colours past the fourth, which is why the
/// name always stands beside the mark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mark(pub u8);

impl Mark {
    pub const ALL_STORES: Self = Self(0);

    pub(crate) const fn dot(self) -> &'static str {
        if self.0 == 0 {
            return "dot dot-all";
        }
        match (self.0 - 1) % 4 {
            0 => "dot dot-1",
            1 => "dot dot-2",
            2 => "dot dot-3",
            _ => "dot dot-4",
        }
    }

    /// The class of a chart's bar in this store's colour.
    pub(crate) const fn series(self) -> &'static str {
        match self.0 % 4 {
            1 => "s1",
            2 => "s2",
            3 => "s3",
            _ => "s4",
        }
    }
}

/// A store's name with its mark.
#[component]
pub fn StoreName(#[prop(into)] name: String, mark: Mark) -> impl IntoView {
    view! { <span class="store"><i class=mark.dot()></i><bdi>{name}</bdi></span> }
}

/// Keys to press: `<Keys keys=vec!["G", "S"]/>`.
#[component]
pub fn Keys(keys: Vec<&'static str>) -> impl IntoView {
    view! {
        <span class="keys">
            {keys.into_iter().map(|key| view! { <kbd class="kbd">{key}</kbd> }.into_any()).collect::<Vec<_>>()}
        </span>
    }
}

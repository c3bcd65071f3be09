//! Figures: numbers that line up, differences, codes, key figures. Numbers come in formatted for the reader's language.

use leptos::prelude::*;

use crate::{
    chart::Sparkline,
    icon::{Glyph, Icon},
    text::{Text, classes},
};

/// A number. In a table its cell ([`Cell::num`](crate::Cell::num)) lines it up. With `why` it is a link to what it is made
/// of, underlined with dots; `why_label` is the question in full: "Why 47?".
#[component]
pub fn Num(
    #[prop(into)] value: String,
    /// Where it is explained.
    #[prop(optional, into)]
    why: Text,
    /// The id of a [`WhyPanel`](crate::WhyPanel) on this page; the number is then a button that opens it.
    #[prop(optional, into)]
    opens: Text,
    #[prop(optional, into)] why_label: Text,
    /// Zero is faint, so that what is there stands out.
    #[prop(default = false)]
    zero: bool,
    #[prop(optional, into)] class: String,
) -> impl IntoView {
    let class = classes(&["tnum", if zero { "zero" } else { "" }, &class]);
    if let Some(panel) = opens.get() {
        return view! {
            <button type="button" class=classes(&["why", &class]) popovertarget=panel aria-label=why_label.get()>
                {value}
            </button>
        }
        .into_any();
    }
    match why.get() {
        Some(href) => view! { <a class=classes(&["why", &class]) href=href aria-label=why_label.get()>{value}</a> }.into_any(),
        None => view! { <span class=class>{value}</span> }.into_any(),
    }
}

/// Which way a difference goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    More,
    Less,
    Same,
}

/// A signed difference. `value` carries its sign ("+24", "−13", with U+2212); `alarm` colours what should not be.
#[component]
pub fn Delta(#[prop(into)] value: String, sign: Sign, #[prop(default = false)] alarm: bool) -> impl IntoView {
    let tone = match (alarm, sign) {
        (_, Sign::Same) => "zero",
        (true, Sign::Less) => "bad",
        (true, Sign::More) => "warn",
        (false, _) => "",
    };
    view! { <bdi dir="ltr" class=classes(&["tnum", "medium", tone])>{value}</bdi> }
}

/// Longest code that keeps to one line, in characters: a GTIN, an SSCC and what people make up fit.
const LONG: usize = 20;

/// A code (SKU, GTIN, document number): written from left to right in every language, and linked where it leads somewhere.
#[component]
pub fn Code(#[prop(into)] value: String, #[prop(optional, into)] href: Text) -> impl IntoView {
    // What is shortened somewhere is told whole.
    let long = value.chars().count() > LONG;
    let title = long.then(|| value.clone());
    let code = view! { <bdi dir="ltr" class=if long { "code code-long" } else { "code" } title=title>{value}</bdi> };
    match href.get() {
        Some(href) => view! { <a href=href>{code}</a> }.into_any(),
        None => code.into_any(),
    }
}

/// A moment in words, with the machine's form beside it.
#[component]
pub fn Time(
    /// RFC 3339.
    #[prop(into)]
    at: String,
    #[prop(into)] words: String,
) -> impl IntoView {
    view! { <time datetime=at>{words}</time> }
}

/// One key figure in a [`StatRow`]: what it is, how much, and how that compares. The whole figure is a link if it has one.
#[component]
pub fn Stat(
    #[prop(into)] label: String,
    #[prop(into)] value: String,
    #[prop(optional, into)] href: Text,
    /// "1.8% more than last week"
    #[prop(optional, into)]
    note: Text,
    #[prop(default = None, into)] note_icon: Option<Glyph>,
    /// The last values, oldest first; drawn beneath. The note says in words what they show.
    #[prop(optional)]
    trend: Vec<i64>,
    /// A line to compare the trend with.
    #[prop(default = None, into)]
    target: Option<i64>,
) -> impl IntoView {
    let label = match href.get() {
        Some(href) => view! { <a href=href>{label}</a> }.into_any(),
        None => label.into_any(),
    };
    let note = note.get().map(|note| {
        view! { <p class="d">{note_icon.map(|name| view! { <Icon name/> })}{note}</p> }
    });
    view! {
        <div class="kpi">
            <p class="k">{label}</p>
            <p class="v">{value}</p>
            {note}
            {(trend.len() > 1).then(|| view! { <Sparkline values=trend target=target/> })}
        </div>
    }
}

/// Key figures side by side: six on a wide screen, two on a phone. `label` names them: "Key figures".
#[component]
pub fn StatRow(#[prop(into)] label: String, children: Children) -> impl IntoView {
    view! { <section aria-label=label><div class="kpis">{children()}</div></section> }
}

/// One figure of a [`TallyRow`].
#[derive(Clone, Debug, Default)]
pub struct Tally {
    pub label: String,
    pub value: String,
    /// Small words after the figure: "of 212 lines".
    pub note: Text,
    pub icon: Option<Glyph>,
}

impl Tally {
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self { label: label.into(), value: value.into(), ..Self::default() }
    }

    #[must_use]
    pub fn note(mut self, note: impl Into<Text>) -> Self {
        self.note = note.into();
        self
    }

    #[must_use]
    pub fn icon(mut self, icon: Glyph) -> Self {
        self.icon = Some(icon);
        self
    }
}

/// The sums of one piece of work (a count, an import), above its lines.
#[component]
pub fn TallyRow(tallies: Vec<Tally>) -> impl IntoView {
    let parts = tallies
        .into_iter()
        .map(|tally| {
            view! {
                <div>
                    <dt>{tally.icon.map(|name| view! { <Icon name/> })}{tally.label}</dt>
                    <dd>
                        {tally.value}
                        {tally.note.get().map(|note| view! { " " <small class="small">{note}</small> })}
                    </dd>
                </div>
            }
            .into_any()
        })
        .collect::<Vec<_>>();
    view! { <dl class="tally">{parts}</dl> }
}

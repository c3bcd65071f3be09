//! "Why 47?": how a number comes about, ending in the number asked about.

use leptos::prelude::*;

use crate::{
    button::{Button, Size, Weight},
    figure::Code,
    icon::Glyph,
    text::{Text, classes},
};

/// How a line of the sum stands: one that counts, a sum on the way, or the answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WhyKind {
    #[default]
    Part,
    Sum,
    Answer,
}

/// A line of the sum.
#[derive(Clone, Debug, Default)]
pub struct WhyLine {
    /// "Received on 18 Nov"
    pub label: String,
    /// "+24"
    pub amount: String,
    /// "Priya Shah, approved by Tom Ellis"
    pub note: Text,
    /// The document, as a code and where it is.
    pub document: Option<(String, String)>,
    pub kind: WhyKind,
}

impl WhyLine {
    pub fn new(label: impl Into<String>, amount: impl Into<String>) -> Self {
        Self { label: label.into(), amount: amount.into(), ..Self::default() }
    }

    pub fn sum(label: impl Into<String>, amount: impl Into<String>) -> Self {
        Self { kind: WhyKind::Sum, ..Self::new(label, amount) }
    }

    pub fn answer(label: impl Into<String>, amount: impl Into<String>) -> Self {
        Self { kind: WhyKind::Answer, ..Self::new(label, amount) }
    }

    #[must_use]
    pub fn note(mut self, note: impl Into<Text>) -> Self {
        self.note = note.into();
        self
    }

    #[must_use]
    pub fn document(mut self, code: impl Into<String>, href: impl Into<String>) -> Self {
        self.document = Some((code.into(), href.into()));
        self
    }
}

/// The sum behind a number. With `close` it is a popover that a [`Num`](crate::Num) with `opens` this id shows (beside the
/// number on a desk, a sheet at the foot of a phone); without, it stands in the page.
#[component]
pub fn WhyPanel(
    #[prop(into)] id: String,
    /// "Why 47?"
    #[prop(into)]
    title: String,
    /// "Available in London Shop, as of 11:42 today"
    #[prop(optional, into)]
    sub: Text,
    lines: Vec<WhyLine>,
    /// Further: "Show all 12 movements", and where.
    #[prop(optional)]
    links: Vec<(String, String)>,
    /// The word on the button that closes it.
    #[prop(optional, into)]
    close: Text,
) -> impl IntoView {
    let rows = lines.into_iter().map(why_row).collect::<Vec<_>>();
    let links = links.into_iter().map(|(label, href)| view! { <a href=href>{label}</a> }.into_any()).collect::<Vec<_>>();
    let heading = format!("{id}-title");
    let floats = close.is_some();
    let closing = close.get().map(|label| {
        view! {
            <Button
                label
                kind="button"
                weight=Weight::Quiet
                size=Size::Small
                icon=Glyph::X
                icon_only=true
                attr:popovertarget=id.clone()
                attr:popovertargetaction="hide"
            />
        }
    });
    view! {
        <div
            class=classes(&["popover", "why-panel", if floats { "" } else { "popover-static" }])
            id=id
            popover=floats.then_some("auto")
            role=if floats { "dialog" } else { "group" }
            aria-labelledby=heading
        >
            <header>
                <div>
                    <h3 id=heading.clone()>{title.clone()}</h3>
                    {sub.get().map(|sub| view! { <p class="small mute">{sub}</p> })}
                </div>
                {closing}
            </header>
            <div class="body">
                <table class="sum">
                    <caption class="sr">{title}</caption>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {(!links.is_empty()).then(|| view! { <footer>{links}</footer> })}
        </div>
    }
}

fn why_row(line: WhyLine) -> AnyView {
    let class = match line.kind {
        WhyKind::Part => None,
        WhyKind::Sum => Some("total"),
        WhyKind::Answer => Some("total answer"),
    };
    let note = line.note.get().map(|note| view! { <span class="w block">{note}</span> });
    let document = line.document.map(|(code, href)| view! { " " <Code value=code href=href/> });
    view! {
        <tr class=class>
            <th scope="row">{line.label}{document}{note}</th>
            <td>{line.amount}</td>
        </tr>
    }
    .into_any()
}

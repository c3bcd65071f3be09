//! What stands in a page: heads, sections, cards beside the work, facts, histories, queues.

use leptos::prelude::*;

use crate::{
    icon::{Glyph, Icon},
    state::Tone,
    text::{Piece, Text, classes},
};

/// The head of a page: its one `h1`, a line about it, and what can be done (one primary button).
#[component]
pub fn PageHead(
    #[prop(into)] title: String,
    #[prop(optional, into)] sub: Piece,
    #[prop(optional, into)] actions: Piece,
    #[prop(optional, into)] class: String,
) -> impl IntoView {
    view! {
        <div class=classes(&["page-head", &class])>
            <div>
                <h1><bdi>{title}</bdi></h1>
                {sub.get().map(|sub| view! { <p class="meta">{sub}</p> })}
            </div>
            {actions.get().map(|actions| view! { <div class="row">{actions}</div> })}
        </div>
    }
}

/// The head of a page about one item: picture, name, codes, states, what can be done.
#[component]
pub fn ItemHead(
    #[prop(into)] title: String,
    /// The codes and facts under the name, each a `<span>`.
    #[prop(optional, into)]
    ids: Piece,
    #[prop(optional, into)] states: Piece,
    #[prop(optional, into)] actions: Piece,
    /// A picture of 72 px; without one the sign of an item.
    #[prop(optional, into)]
    picture: Piece,
) -> impl IntoView {
    let picture = picture.get().unwrap_or_else(|| view! { <Icon name=Glyph::Package class="icon-xl"/> }.into_any());
    view! {
        <div class="page-head">
            <div class="item-head">
                <span class="thumb thumb-lg hide-phone">{picture}</span>
                <div>
                    <h1><bdi>{title}</bdi></h1>
                    {ids.get().map(|ids| view! { <div class="ids">{ids}</div> })}
                    {states.get().map(|states| view! { <div class="row">{states}</div> })}
                </div>
            </div>
            {actions.get().map(|actions| view! { <div class="row">{actions}</div> })}
        </div>
    }
}

/// A part of the page under its `h2`. `id` names the heading, for links.
#[component]
pub fn Section(
    #[prop(into)] title: String,
    #[prop(into)] id: String,
    #[prop(optional, into)] actions: Piece,
    #[prop(optional, into)] class: String,
    children: Children,
) -> impl IntoView {
    view! {
        <section aria-labelledby=id class=class>
            <div class="section-head"><h2 id=id.clone()>{title}</h2>{actions.get()}</div>
            {children()}
        </section>
    }
}

/// Something beside the work. The work itself has hairlines, not boxes.
#[component]
pub fn Card(
    #[prop(optional, into)] title: Text,
    #[prop(optional, into)] id: Text,
    #[prop(optional, into)] actions: Piece,
    #[prop(optional, into)] class: String,
    children: Children,
) -> impl IntoView {
    let id = id.get();
    let head = title.get().map(|title| {
        view! { <div class="card-head"><h2 id=id.clone()>{title}</h2>{actions.get()}</div> }
    });
    view! { <section class=classes(&["card", &class]) aria-labelledby=id>{head}{children()}</section> }
}

/// The work, and beside it on a desk what belongs to it.
#[component]
pub fn Columns(children: Children, #[prop(into)] side: Piece) -> impl IntoView {
    view! {
        <div class="cols cols-side">
            <div class="stack stack-8">{children()}</div>
            <div class="stack stack-6">{side.get()}</div>
        </div>
    }
}

/// Parts one below the other, 16 px apart; `class` may be `stack-2` (8 px) to `stack-8` (32 px).
#[component]
pub fn Stack(#[prop(optional, into)] class: String, children: Children) -> impl IntoView {
    view! { <div class=classes(&["stack", &class])>{children()}</div> }
}

/// One fact of a [`DescriptionList`].
pub struct Fact {
    label: String,
    value: AnyView,
}

impl Fact {
    pub fn new(label: impl Into<String>, value: impl IntoView + 'static) -> Self {
        Self { label: label.into(), value: value.into_any() }
    }
}

/// Facts about one thing. Values keep to the end (they are mostly figures), or to the start with `start` (words).
#[component]
pub fn DescriptionList(facts: Vec<Fact>, #[prop(default = false)] start: bool) -> impl IntoView {
    let facts = facts.into_iter().map(|fact| view! { <dt>{fact.label}</dt><dd>{fact.value}</dd> }.into_any()).collect::<Vec<_>>();
    view! { <dl class=if start { "facts facts-start" } else { "facts" }>{facts}</dl> }
}

/// Something that happened, or that calls for someone.
pub struct Event {
    /// What happened; may hold links.
    pub what: AnyView,
    /// Who and when, or what to do about it.
    pub detail: Option<AnyView>,
    pub icon: Glyph,
    pub tone: Tone,
}

impl Event {
    pub fn new(icon: Glyph, what: impl IntoView + 'static) -> Self {
        Self { what: what.into_any(), detail: None, icon, tone: Tone::Neutral }
    }

    /// An alert: its tone's icon and colour.
    pub fn alert(tone: Tone, what: impl IntoView + 'static) -> Self {
        Self { tone, ..Self::new(tone.glyph(), what) }
    }

    #[must_use]
    pub fn detail(mut self, detail: impl IntoView + 'static) -> Self {
        self.detail = Some(detail.into_any());
        self
    }
}

/// A history, newest first, or alerts. The icon's meaning is in the words beside it.
#[component]
pub fn Timeline(#[prop(into)] label: String, events: Vec<Event>) -> impl IntoView {
    let events = events
        .into_iter()
        .map(|event| {
            let tone = if event.tone == Tone::Neutral { "faint" } else { event.tone.text_class() };
            view! {
                <li>
                    <Icon name=event.icon class=tone/>
                    <div>
                        <div>{event.what}</div>
                        {event.detail.map(|detail| view! { <div>{detail}</div> })}
                    </div>
                </li>
            }
            .into_any()
        })
        .collect::<Vec<_>>();
    view! { <ul class="feed" aria-label=label>{events}</ul> }
}

/// Work that waits for someone.
pub struct Task {
    icon: Glyph,
    title: String,
    href: String,
    facts: Vec<AnyView>,
    due: Option<AnyView>,
    action: Option<AnyView>,
}

impl Task {
    pub fn new(icon: Glyph, title: impl Into<String>, href: impl Into<String>) -> Self {
        Self { icon, title: title.into(), href: href.into(), facts: Vec::new(), due: None, action: None }
    }

    /// What one should know before beginning: the store, the size, how long it has waited.
    #[must_use]
    pub fn fact(mut self, fact: impl IntoView + 'static) -> Self {
        self.facts.push(view! { <span>{fact}</span> }.into_any());
        self
    }

    #[must_use]
    pub fn due(mut self, due: impl IntoView + 'static) -> Self {
        self.due = Some(due.into_any());
        self
    }

    /// A small button or link that begins it.
    #[must_use]
    pub fn action(mut self, action: impl IntoView + 'static) -> Self {
        self.action = Some(action.into_any());
        self
    }
}

/// The work that waits, most urgent first.
#[component]
pub fn Queue(tasks: Vec<Task>, #[prop(optional, into)] label: Text) -> impl IntoView {
    let tasks = tasks
        .into_iter()
        .map(|task| {
            view! {
                <li>
                    <Icon name=task.icon/>
                    <div>
                        <p class="t"><a href=task.href>{task.title}</a></p>
                        <p class="m">{task.facts}</p>
                    </div>
                    <div class="do">
                        {task.due.map(|due| view! { <span class="due">{due}</span> })}
                        {task.action}
                    </div>
                </li>
            }
            .into_any()
        })
        .collect::<Vec<_>>();
    view! { <ul class="queue" aria-label=label.get()>{tasks}</ul> }
}

/// From where to where: `<Flow from="F3-02" to="Customer" word="to"/>`; the word is read in place of the arrow.
#[component]
pub fn Flow(#[prop(into)] from: String, #[prop(into)] to: String, #[prop(into)] word: String) -> impl IntoView {
    view! {
        <span class="flow sub">
            <bdi>{from}</bdi>
            <Icon name=Glyph::ArrowRight/>
            <span class="sr">{word}</span>
            <bdi>{to}</bdi>
        </span>
    }
}

/// What was and what is: an old value struck out, the new one beside it. The words are read before each.
#[component]
pub fn Change(#[prop(into)] was: String, #[prop(into)] now: String, #[prop(into)] was_word: String, #[prop(into)] now_word: String) -> impl IntoView {
    view! {
        <span class="flow">
            <del class="was"><span class="sr">{was_word} " "</span><bdi>{was}</bdi></del>
            <Icon name=Glyph::ArrowRight/>
            <ins class="now"><span class="sr">{now_word} " "</span><bdi>{now}</bdi></ins>
        </span>
    }
}

/// A bar code or a label as it will be printed, on white paper in either theme. `svg` is our own drawing
/// (the `print` crate's), never anything a person typed. `label` says what it reads.
#[component]
pub fn BarcodePreview(#[prop(into)] svg: String, #[prop(into)] label: String, #[prop(default = false)] small: bool) -> impl IntoView {
    let class = if small { "paper label-mini code-mini" } else { "paper label-mini" };
    view! { <div class=class role="img" aria-label=label inner_html=svg></div> }
}

/// A way into a task on the floor: large enough for gloves. Stands in a [`Tiles`].
#[component]
pub fn Tile(#[prop(into)] label: String, #[prop(into)] href: String, icon: Glyph, #[prop(optional, into)] note: Text) -> impl IntoView {
    view! {
        <li>
            <a class="tile" href=href>
                <Icon name=icon class="icon-xl"/>
                <span>{label}{note.get().map(|note| view! { <small>{note}</small> })}</span>
            </a>
        </li>
    }
}

/// The tiles of the floor's first page.
#[component]
pub fn Tiles(children: Children) -> impl IntoView {
    view! { <ul class="tiles">{children()}</ul> }
}

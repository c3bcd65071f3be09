//! What was done to one thing, told in one way whatever it is: its tabs, its History page, and an act in words. What the
//! values of a room's things are called, the room says.

use kit::{Change, Code, Empty, Event, Glyph, PageHead, Pager, Tab, Tabs, Time, Timeline, render};
use leptos::prelude::*;
use vocabulary::{Cursor, Door, FieldChange, HistoryRow, Page};
use wire::{Fields, Nav, PageDoc, Visit};
use words::{Words, message_id};

/// Most changes of one act that are told one by one.
const TOLD: usize = 12;

/// Fields whose values are too long to be told: that they changed is enough.
const LONG: [&str; 1] = ["description"];

/// How a room tells of its things.
pub trait Tells {
    /// What they are in the ids of messages: `changed-person-name` is said before `changed-name`.
    const OF: &'static str;

    /// A machine's value as people read it; none where it is not worth telling.
    fn value(visit: &Visit, field: &str, raw: &str) -> Option<String>;

    /// The sign of an operation.
    fn glyph(operation: &str) -> Glyph;

    /// False for a change that goes without saying.
    fn is_told(_change: &FieldChange) -> bool {
        true
    }
}

/// A face of a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    Overview,
    History,
}

/// The faces of one thing, each a page with an address that stays.
pub struct Faces {
    /// What it is called.
    pub name: String,
    pub nav: Nav,
    /// What it is found under: label and address.
    pub under: Vec<(String, String)>,
    /// Where it is shown.
    pub overview: String,
    /// Where its history is.
    pub history: String,
    /// Faces between the two.
    pub more: Vec<Tab>,
}

impl Faces {
    /// The tabs, for the head of each of its pages.
    pub fn tabs(&self, visit: &Visit, here: Face) -> impl IntoView + use<> {
        let words = visit.words;
        let mut tabs = vec![Tab::new(words.t("nav-overview"), self.overview.clone(), here == Face::Overview)];
        tabs.extend(self.more.iter().cloned());
        tabs.push(Tab::new(words.t("nav-history"), self.history.clone(), here == Face::History).icon(Glyph::History));
        view! { <Tabs label=self.name.clone() tabs/> }
    }

    /// The History page.
    #[must_use]
    pub fn page<T: Tells>(&self, visit: &Visit, page: &Page<HistoryRow>) -> PageDoc {
        let words = visit.words;
        let body = render(|| self.body::<T>(visit, page));
        let mut doc = PageDoc::new(words.with("history-title", &[("name", self.name.as_str().into())]), self.nav, body);
        for (label, href) in &self.under {
            doc = doc.under(label.clone(), href.clone());
        }
        doc = doc.under(self.name.clone(), self.overview.clone());
        // Whose history it is, the crumb before says.
        if let Some(here) = doc.crumbs.last_mut() {
            here.0 = words.t("nav-history");
        }
        doc
    }

    fn body<T: Tells>(&self, visit: &Visit, page: &Page<HistoryRow>) -> impl IntoView + use<T> {
        let words = visit.words;
        let acts = acts::<T>(visit, page, &self.history);
        view! {
            <PageHead title=self.name.clone() sub=view! { {words.t("history-sub")} }/>
            {self.tabs(visit, Face::History)}
            {acts}
        }
    }
}

/// A page of acts, and the way to the next: of the history that is at this address.
pub fn acts<T: Tells>(visit: &Visit, page: &Page<HistoryRow>, path: &str) -> impl IntoView + use<T> {
    let words = visit.words;
    let later = turned_to(visit).is_some();
    let list = if page.rows.is_empty() {
        view! { <Empty title=words.t("history-none") text=words.t("history-none.hint") icon=Glyph::History plain=true/> }.into_any()
    } else {
        timeline(words.t("nav-history"), page.rows.iter().map(|row| said::<T>(visit, row)).collect()).into_any()
    };
    let joint = if path.contains('?') { '&' } else { '?' };
    let next = page.next.as_ref().map(|cursor| format!("{}{joint}{CURSOR}={}", path, cursor.encode()));
    let back = later.then(|| path.to_owned());
    let pager = (next.is_some() || later).then(|| {
        view! {
            <Pager
                label=words.t("pager-label")
                summary=String::new()
                back_label=words.t("pager-first")
                next_label=words.t("pager-next")
                back
                next
            />
        }
    });
    view! { {list} {pager} }
}

/// The parameter that has a page's place.
const CURSOR: &str = "cursor";

/// The page of a history that is asked for; none: the first.
#[must_use]
pub fn turned_to(visit: &Visit) -> Option<Cursor> {
    let (_, query) = visit.path.split_once('?')?;
    Cursor::decode(Fields::parse(query).get(CURSOR))
}

/// Acts one below the other, newest first.
pub fn timeline(label: String, events: Vec<Event>) -> impl IntoView {
    view! { <Timeline label events/> }
}

/// One act with what it changed.
pub fn said<T: Tells>(visit: &Visit, row: &HistoryRow) -> Event {
    let words = visit.words;
    let part = (!row.part.is_empty()).then(|| view! { " " <Code value=row.part.clone()/> });
    // What it is about stands beside the act: a place that is called by its code is not told twice.
    let is_part = |change: &FieldChange| change.from.is_none() && !row.part.is_empty() && change.to.as_ref() == Some(&row.part);
    let told = row.changes.iter().filter(|change| T::is_told(change) && !is_part(change));
    let mut changes: Vec<AnyView> = told.filter_map(|change| changed::<T>(visit, change)).collect();
    let rest = changes.len().saturating_sub(TOLD);
    changes.truncate(TOLD);
    let rest = (rest > 0).then(|| view! { <p class="mute">{words.with("history-more", &[("count", rest.into())])}</p> });
    let who = if row.who.is_empty() { words.t("actor-system") } else { row.who.clone() };
    let by = match row.door {
        Door::Page => who,
        door => format!("{who} · {}", words.door(door)),
    };
    let (at, when) = (row.at.to_rfc3339(), words.date_time(row.at));
    Event::new(T::glyph(&row.operation), view! { <span class="medium">{act(words, row)}</span> {part} {changes} {rest} })
        .detail(view! { <span class="small mute"><bdi>{by}</bdi> " · " <Time at=at words=when/></span> })
}

/// What was done: `did-…` by the operation's name. Where one operation puts away and brings back, `.back` says the second.
fn act(words: Words, row: &HistoryRow) -> String {
    let id = message_id("did", &row.operation.replace('.', "_"));
    let back = format!("{id}.back");
    let taken_back = row.changes.iter().any(|change| change.to.as_deref() == Some("false"));
    if taken_back && words::has(words.locale, &back) {
        return words.t(&back);
    }
    // Other rooms do things to a room's things too (an import): each says so by its door.
    if words::has(words.locale, &id) { words.t(&id) } else { words.t("did-other") }
}

/// "Price £2.75 → £2.95"; where there was nothing before, or is nothing now, only the one.
fn changed<T: Tells>(visit: &Visit, change: &FieldChange) -> Option<AnyView> {
    let words = visit.words;
    let field = field::<T>(words, &change.field);
    if LONG.contains(&change.field.as_str()) {
        return Some(view! { <p>{field}</p> }.into_any());
    }
    let value = |raw: &Option<String>| raw.as_deref().and_then(|raw| T::value(visit, &change.field, raw));
    let told = match (value(&change.from), value(&change.to)) {
        (Some(was), Some(now)) => view! { <Change was now was_word=words.t("change-was") now_word=words.t("change-now")/> }.into_any(),
        (None, Some(now)) => view! { <bdi>{now}</bdi> }.into_any(),
        (Some(was), None) => view! { <del class="was"><span class="sr">{words.t("change-was")} " "</span><bdi>{was}</bdi></del> }.into_any(),
        (None, None) => return None,
    };
    Some(view! { <p>{field} " " {told}</p> }.into_any())
}

/// What a field is called.
fn field<T: Tells>(words: Words, field: &str) -> String {
    let ids = [message_id("changed", &format!("{}_{field}", T::OF)), message_id("changed", field)];
    ids.iter().find(|id| words::has(words.locale, id)).map_or_else(|| field.to_owned(), |id| words.t(id))
}

//! What moved, newest first, with both ends of each movement.

use crate::{
    common::{address, ends, glyph, happened, item_label, item_link, lot_name, place_label, store_code, who},
    pick_item::{Pick, choice_list},
};
use admin_rules::ListOf;
use axum::{
    extract::{Query, RawQuery, State},
    response::{IntoResponse, Response},
};
use chrono::NaiveDate;
use kit::{
    Button, Cell, Choice, Code, Column, Delta, Density, Disclosure, Empty, Filter, FilterChips, Flow, Glyph, Icon, Input, Menu, MenuItem, PageHead,
    Pager, RowOf, SearchBox, Sign, Size, Table, Toolbar, render,
};
use leptos::prelude::*;
use lists::{ListAt, Narrow as Narrows, Tools};
use serde::Deserialize;
use stock_rules::{ListMovements, LotNamed, MovementRow, ShowLocation, ShowLot, ShowStock};
use vocabulary::{AppError, Cursor, LocationId, LotId, Page, PostingKind, Quantity, VariantId};
use wire::{Nav, PageDoc, PageResult, PageState, Visit, see_other};
use words::Words;

#[derive(Default, Deserialize)]
pub(crate) struct Ask {
    variant: Option<String>,
    lot: Option<String>,
    location: Option<String>,
    kind: Option<String>,
    from: Option<String>,
    to: Option<String>,
    /// An item as one types it; becomes `variant`.
    item: Option<String>,
    cursor: Option<String>,
}

impl Ask {
    pub(crate) fn list(&self, visit: &Visit) -> ListMovements {
        ListMovements {
            variant: self.variant.as_deref().and_then(|id| id.parse().ok()),
            lot: self.lot.as_deref().and_then(|id| id.parse().ok()),
            store: visit.store.as_ref().map(|store| store.id),
            location: self.location.as_deref().and_then(|id| id.parse().ok()),
            kind: self.kind.as_deref().and_then(PostingKind::of_tag),
            from: self.from.as_deref().and_then(|day| visit.words.read_date(day).ok()),
            to: self.to.as_deref().and_then(|day| visit.words.read_date(day).ok()),
            cursor: self.cursor.as_deref().and_then(Cursor::decode),
        }
    }
}

/// The answer to an address whose filters cannot be read.
pub(crate) fn misread(visit: &Visit, query: Option<&str>) -> Option<Response> {
    let words = visit.words;
    let kinds = PostingKind::ALL.iter().map(|kind| Choice::new(kind.tag(), words.posting(*kind))).collect();
    let narrows = vec![
        Narrows::id::<VariantId>("variant", words.t("item")),
        Narrows::id::<LotId>("lot", words.t("lot")),
        Narrows::id::<LocationId>("location", words.t("place")),
        Narrows::choice("kind", words.t("kind"), kinds),
        Narrows::day("from", words.t("from-day")),
        Narrows::day("to", words.t("to-day")),
    ];
    lists::misread(visit, query, ListAt { path: ListOf::Movements.path(), title: words.t("movements-title"), nav: Nav::Stock }, narrows)
}

/// What narrows the list.
#[derive(Clone, Default)]
struct Narrow {
    variant: Option<VariantId>,
    item: String,
    /// The place's code and name.
    place: String,
    /// The lot's code, or the piece's number.
    lot: String,
    list: ListMovements,
    /// What was typed for an item, and what is wrong with it.
    typed: String,
    wrong: Option<String>,
    /// What it may mean.
    choices: Vec<Choice>,
}

impl Narrow {
    fn at(&self, visit: &Visit) -> String {
        let list = &self.list;
        address(
            "/stock/movements",
            &[
                ("store", store_code(visit)),
                ("variant", list.variant.map(|one| one.to_string())),
                ("lot", list.lot.map(|one| one.to_string())),
                ("location", list.location.map(|one| one.to_string())),
                ("kind", list.kind.map(|kind| kind.tag().to_owned())),
                ("from", list.from.map(|day| day.to_string())),
                ("to", list.to.map(|day| day.to_string())),
                ("cursor", list.cursor.as_ref().map(Cursor::encode)),
            ],
        )
    }

    fn with(&self, change: impl FnOnce(&mut ListMovements)) -> Self {
        let mut other = self.clone();
        other.list.cursor = None;
        change(&mut other.list);
        other
    }
}

pub(crate) async fn show(State(state): State<PageState>, visit: Visit, RawQuery(query): RawQuery, Query(ask): Query<Ask>) -> PageResult {
    if let Some(misread) = misread(&visit, query.as_deref()) {
        return Ok(misread);
    }
    let mut narrow = Narrow { list: ask.list(&visit), ..Narrow::default() };
    if let Some(typed) = ask.item.as_deref().map(str::trim).filter(|typed| !typed.is_empty()) {
        let mut pick = Pick { typed: typed.to_owned(), ..Pick::default() };
        match pick.resolve(&state, &visit, "item").await? {
            // Once it is known, its address names it.
            Ok(()) => return Ok(see_other(&narrow.with(|list| list.variant = pick.variant).at(&visit))),
            Err(_) if pick.choices.len() == 1 => {
                let only = pick.choices.first().and_then(|choice| choice.value.parse().ok());
                return Ok(see_other(&narrow.with(|list| list.variant = only).at(&visit)));
            }
            Err(error) => {
                narrow.typed = typed.to_owned();
                narrow.wrong = Some(visit.words.field_error(&error));
                narrow.choices = pick.choices;
            }
        }
    }
    if narrow.list.from.zip(narrow.list.to).is_some_and(|(from, to)| from > to) {
        narrow.wrong = Some(visit.words.t("movements-days-reversed"));
    }
    if let Some(variant) = narrow.list.variant {
        match state.desk.ask(&visit.actor, ShowStock { variant, store: None }).await {
            Ok(stock) => narrow.item = item_label(&stock.name, &stock.option_text),
            Err(error) => return Err(error.into()),
        }
        narrow.variant = narrow.list.variant;
    }
    if let Some(lot) = narrow.list.lot {
        narrow.lot = state.desk.ask(&visit.actor, ShowLot { lot }).await?.head.code;
    }
    if let Some(location) = narrow.list.location {
        narrow.place = match state.desk.ask(&visit.actor, ShowLocation { location }).await {
            Ok(view) => place_label(&view.place.code, &view.place.name),
            // Where goods come from and go to has no name; a place that there is not, the list itself refuses.
            Err(AppError::NotFound) => visit.words.t("movements-one-place"),
            Err(error) => return Err(error.into()),
        };
    }
    let page = state.desk.ask(&visit.actor, narrow.list.clone()).await?;
    let title = visit.words.t("movements-title");
    let look = Tools::load(&state, &visit, ListOf::Movements).await?;
    let body = render(|| body(&visit, &narrow, &page, &look));
    Ok(PageDoc::new(title, Nav::Stock, body).under(visit.words.t("nav-stock"), address("/stock", &[("store", store_code(&visit))])).into_response())
}

fn body(visit: &Visit, narrow: &Narrow, page: &Page<MovementRow>, look: &Tools) -> impl IntoView + use<> {
    let words = visit.words;
    let next = page.next.clone().map(|cursor| narrow.with(|list| list.cursor = Some(cursor)).at(visit));
    let back = narrow.list.cursor.is_some().then(|| narrow.with(|_| ()).at(visit));
    let narrowed = narrow.list.variant.is_some()
        || narrow.list.lot.is_some()
        || narrow.list.kind.is_some()
        || narrow.list.from.is_some()
        || narrow.list.to.is_some();
    let table = if page.rows.is_empty() {
        let (title, text) = match (narrowed, next.is_some()) {
            (_, true) => (words.t("movements-none-here"), words.t("movements-none-here.hint")),
            (true, false) => (words.t("table-nothing-found"), words.t("table-nothing-found.hint")),
            (false, false) => (words.t("movements-none"), words.t("movements-none.hint")),
        };
        view! { <Empty title text icon=Glyph::History/> }.into_any()
    } else {
        let with_item = narrow.list.variant.is_none();
        rows_of(visit, with_item, narrow.list.is_by_day(), &page.rows, words.t("movements-title"), look.chosen()).into_any()
    };
    let sub = match &visit.store {
        Some(store) => words.with("movements-sub-store", &[("store", store.name.as_str().into())]),
        None => words.t("movements-sub"),
    };
    view! {
        <PageHead title=words.t("movements-title") sub=view! { {sub} }/>
        {look.tabs(visit, Vec::new())}
        {tools(visit, narrow, look.end(visit, &columns(words, narrow.list.variant.is_none())))}
        {table}
        <Pager label=words.t("pager-label") summary=String::new() back_label=words.t("movements-newest") next_label=words.t("movements-older") back next/>
    }
}

fn tools(visit: &Visit, narrow: &Narrow, end: impl IntoView + 'static) -> AnyView {
    let words = visit.words;
    let list = &narrow.list;
    let mut filters = Vec::new();
    let mut chip = |word: &str, value: String, remove: Narrow| {
        let name = words.t(word);
        let remove_label = words.with("table-filter-remove", &[("name", name.as_str().into())]);
        filters.push(Filter { name, value, remove: remove.at(visit), remove_label, ..Filter::default() });
    };
    if list.variant.is_some() {
        chip("item", narrow.item.clone(), narrow.with(|list| list.variant = None));
    }
    if list.lot.is_some() {
        chip("lot", narrow.lot.clone(), narrow.with(|list| list.lot = None));
    }
    if list.location.is_some() {
        chip("place", narrow.place.clone(), narrow.with(|list| list.location = None));
    }
    if let Some(kind) = list.kind {
        chip("kind", words.posting(kind), narrow.with(|list| list.kind = None));
    }
    if let Some(day) = list.from {
        chip("from-day", words.date(day), narrow.with(|list| list.from = None));
    }
    if let Some(day) = list.to {
        chip("to-day", words.date(day), narrow.with(|list| list.to = None));
    }
    let kinds = PostingKind::ALL
        .iter()
        .map(|kind| {
            MenuItem::link(words.posting(*kind), narrow.with(|list| list.kind = Some(*kind)).at(visit))
                .icon(glyph(*kind))
                .current(list.kind == Some(*kind))
        })
        .collect();
    let add = view! { <Menu label=words.t("kind") icon=Some(Glyph::Plus) chip=true items=kinds/> };
    let keep: Vec<(String, String)> = kept(visit, &narrow.with(|list| list.variant = None).list);
    let keep_days = kept(visit, &narrow.with(|list| (list.from, list.to) = (None, None)).list);
    let clear = Some((words.t("table-filters-clear"), address("/stock/movements", &[("store", store_code(visit))])));
    let choices = narrow.choices.iter().filter_map(|choice| {
        let variant = choice.value.parse().ok()?;
        Some((narrow.with(|list| list.variant = Some(variant)).at(visit), choice.clone()))
    });
    let choices = choice_list(choices.collect());
    let wrong = narrow.wrong.clone().map(|wrong| view! { <kit::Notice tone=kit::Tone::Warn>{wrong}{choices}</kit::Notice> });
    let (from, to) = (list.from.map(|day| day.to_string()).unwrap_or_default(), list.to.map(|day| day.to_string()).unwrap_or_default());
    let (typed, days_open) = (narrow.typed.clone(), list.from.is_some() || list.to.is_some());
    let hidden = keep_days.into_iter().map(|(name, value)| view! { <kit::Hidden name value/> }).collect_view();
    view! {
        <Toolbar label=words.t("table-filters")>
            <SearchBox
                action="/stock/movements"
                name="item"
                label=words.t("stock-search")
                go=words.t("action-search")
                value=typed
                placeholder=words.t("stock-search")
                keep
            />
            <FilterChips filters clear add/>
            <Disclosure label=words.t("days") open=days_open>
                <form method="get" action="/stock/movements" class="row">
                    {hidden}
                    <Input name="from" kind="date" label=words.t("from-day") value=from/>
                    <Input name="to" kind="date" label=words.t("to-day") value=to/>
                    <Button label=words.t("action-apply") size=Size::Small/>
                </form>
            </Disclosure>
            {end}
        </Toolbar>
        {wrong}
    }
    .into_any()
}

/// The list's parameters as fields of a form.
fn kept(visit: &Visit, list: &ListMovements) -> Vec<(String, String)> {
    let pairs = [
        ("store", store_code(visit)),
        ("variant", list.variant.map(|one| one.to_string())),
        ("lot", list.lot.map(|one| one.to_string())),
        ("location", list.location.map(|one| one.to_string())),
        ("kind", list.kind.map(|kind| kind.tag().to_owned())),
        ("from", list.from.map(|day| day.to_string())),
        ("to", list.to.map(|day| day.to_string())),
    ];
    pairs.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect()
}

/// All columns there are; a list of one item does not name it again.
pub(crate) fn columns(words: Words, with_item: bool) -> Vec<Column> {
    let mut columns = vec![Column::new("time", words.t("movements-time"))];
    if with_item {
        columns.push(Column::new("item", words.t("item")).fixed());
    }
    let what = Column::new("what", words.t("movements-what"));
    columns.push(if with_item { what } else { what.fixed() });
    columns.extend([
        Column::new("where", words.t("movements-where")),
        Column::num("change", words.t("movements-change")),
        Column::num("after", words.t("movements-after")),
        Column::new("who", words.t("who")),
    ]);
    columns
}

/// Movements as a part of another page, in the order in which they were posted.
pub(crate) fn table(visit: &Visit, with_item: bool, rows: &[MovementRow], caption: String) -> impl IntoView + use<> {
    rows_of(visit, with_item, false, rows, caption, Vec::new())
}

fn rows_of(visit: &Visit, with_item: bool, by_day: bool, rows: &[MovementRow], caption: String, chosen: Vec<String>) -> impl IntoView + use<> {
    let words = visit.words;
    let mut all = Vec::with_capacity(rows.len() + 8);
    let mut day = None;
    for row in rows {
        let of_day = if by_day { row.occurred_at } else { row.posted_at };
        let this = words.day_of(of_day);
        if day != Some(this) {
            day = Some(this);
            all.push(RowOf::group(words.day_heading(of_day)));
        }
        all.push(movement(visit, row, with_item, this));
    }
    view! { <Table caption columns=columns(words, with_item) chosen rows=all density=Density::Compact/> }
}

fn movement(visit: &Visit, row: &MovementRow, with_item: bool, day: NaiveDate) -> RowOf {
    let words = visit.words;
    let href = format!("/stock/postings/{}", row.posting);
    let what = happened(words, row.kind, row.reason);
    let (icon, reference) = (glyph(row.kind), row.reference.clone());
    let link =
        if reference.is_empty() { view! { <a href=href>{what}</a> }.into_any() } else { view! { {what}" "<Code value=reference href/> }.into_any() };
    let lots = lot_names(words, row);
    let (beside_item, beside_what) = if with_item { (lots, None) } else { (None, lots) };
    let what = view! { <span class="row nowrap-row"><span class="faint"><Icon name=icon/></span><span>{link}{beside_what}</span></span> };
    let flow = {
        let (from, to, word) = (ends(words, visit, &row.from), ends(words, visit, &row.to), words.t("flow-to"));
        view! { <Flow from to word/> }
    };
    let mut cells = vec![Cell::new(time(words, row, day)).class("sub tnum nowrap")];
    // Each row is named by one cell: by its item, or by what happened to the one item of the list.
    if with_item {
        let item = item_link(row.variant, &row.name, &row.option_text);
        cells.push(Cell::head(view! { {item}{beside_item} }));
        cells.push(Cell::new(what).class("wide"));
    } else {
        cells.push(Cell::head(what));
    }
    cells.extend([Cell::new(flow).class("wide"), change(words, row), left(words, row), Cell::new(who(words, &row.who)).class("sub nowrap")]);
    RowOf::new(cells)
}

/// The lots, or the pieces, that a movement was of: the first of them, and how many more.
fn lot_names(words: Words, row: &MovementRow) -> Option<AnyView> {
    let lots = lots_of(row);
    let name = lot_name(words, lots.first()?);
    let more = (lots.len() > 1).then(|| format!(" +{}", words.count(i64::try_from(lots.len() - 1).unwrap_or(i64::MAX))));
    Some(view! { " "<span class="sub nowrap">{name}{more}</span> }.into_any())
}

/// Each lot of a movement once.
pub(crate) fn lots_of(row: &MovementRow) -> Vec<&LotNamed> {
    let mut lots: Vec<&LotNamed> = Vec::new();
    for lot in row.from.iter().chain(&row.to).filter_map(|end| end.lot.as_ref()) {
        if !lots.iter().any(|known| known.lot == lot.lot) {
            lots.push(lot);
        }
    }
    lots
}

/// When it happened, with the day where that is not the one it stands under.
fn time(words: Words, row: &MovementRow, day: NaiveDate) -> String {
    if words.day_of(row.occurred_at) == day { words.time(row.occurred_at) } else { words.date_time(row.occurred_at) }
}

fn change(words: Words, row: &MovementRow) -> Cell {
    let sign = match row.change {
        none if none == Quantity::ZERO => Sign::Same,
        less if less.is_negative() => Sign::Less,
        _ => Sign::More,
    };
    // Nothing changed for the store, but something moved: say how much.
    let value = if row.change.is_zero() { words.quantity(row.quantity) } else { words.delta(row.change) };
    Cell::new(view! { <Delta value sign/> })
}

/// What was then at the place it left or came to.
fn left(words: Words, row: &MovementRow) -> Cell {
    let end = if row.change.is_negative() { row.from.first() } else { row.to.first() };
    match end.and_then(|end| end.after) {
        Some(after) => Cell::num(words.quantity(after), after.is_zero()),
        None => Cell::empty(),
    }
}

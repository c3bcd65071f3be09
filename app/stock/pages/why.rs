//! "Why 47?": how a number came about, ending in the number asked about, and where the goods stand.

use crate::buffers::keeps_word;
use crate::common::{address, item_label, place_label, store_name, who, why_label};
use axum::{
    extract::{Query, State},
    response::IntoResponse,
};
use kit::{Cell, Column, Columns, Density, Empty, Glyph, LinkButton, Num, PageHead, RowOf, Section, Table, WhyLine, WhyPanel, render};
use leptos::prelude::*;
use serde::Deserialize;
use stock_rules::{OnHandStory, PlaceBalance, ShowStock, StartKind, StoryPart, VariantStock, WhyOnHand};
use vocabulary::{AppError, Channel, Permission, PostingKind, Quantity, Status, VariantId};
use wire::{Nav, PageDoc, PageResult, PageState, Visit};
use words::Words;

#[derive(Deserialize)]
pub(crate) struct Ask {
    variant: Option<String>,
    location: Option<String>,
    status: Option<String>,
    /// `available`, or what is on hand.
    of: Option<String>,
    /// By which way of selling it is available.
    channel: Option<String>,
}

pub(crate) async fn show(State(state): State<PageState>, visit: Visit, Query(ask): Query<Ask>) -> PageResult {
    let variant: VariantId = ask.variant.as_deref().and_then(|id| id.parse().ok()).ok_or(AppError::NotFound)?;
    // A place or a state that is none is not every place and every state.
    let location = ask.location.as_deref().filter(|id| !id.is_empty()).map(|id| id.parse().map_err(|_| AppError::NotFound)).transpose()?;
    let status = ask.status.as_deref().filter(|tag| !tag.is_empty()).map(|tag| Status::of_tag(tag).ok_or(AppError::NotFound)).transpose()?;
    let channel = ask.channel.as_deref().filter(|tag| !tag.is_empty()).map(|tag| Channel::of_tag(tag).ok_or(AppError::NotFound)).transpose()?;
    let store = visit.store.as_ref().or_else(|| visit.stores.first()).map(|store| store.id);
    let why = WhyOnHand { variant, store: store.filter(|_| location.is_none()), location, status, channel };
    let story = state.desk.ask(&visit.actor, why).await?;
    let stock = state.desk.ask(&visit.actor, ShowStock { variant, store: Some(story.store) }).await?;
    let of_available = ask.of.as_deref() == Some("available") && story.available.is_some();
    let words = visit.words;
    let number = words.quantity(if of_available { story.available.unwrap_or_default() } else { story.on_hand });
    let title = if story.known { why_label(words, &number) } else { words.t("not-known-here") };
    let heading = title.clone();
    let body = render(|| body(&visit, heading, &story, &stock, of_available.then_some(channel)));
    let store = visit.store_by_id(story.store).map(|store| store.code.clone());
    let doc = PageDoc::new(title, Nav::Stock, body)
        .under(words.t("nav-stock"), address("/stock", &[("store", store)]))
        .under(item_label(&story.name, &story.option_text), format!("/catalog/variants/{variant}"));
    Ok(doc.into_response())
}

fn body(visit: &Visit, title: String, story: &OnHandStory, stock: &VariantStock, asked: Option<Option<Channel>>) -> impl IntoView + use<> {
    let words = visit.words;
    let item = item_label(&story.name, &story.option_text);
    let place = match (&story.location, visit.store_by_id(story.store)) {
        (Some(_), Some(store)) => {
            words.with("place-in-store", &[("place", story.location_code.as_str().into()), ("store", store.name.as_str().into())])
        }
        (_, Some(store)) => store.name.clone(),
        _ => String::new(),
    };
    let sub = words.with("why-sub", &[("item", item.as_str().into()), ("place", place.as_str().into())]);
    let movements = address(
        "/stock/movements",
        &[
            ("variant", Some(story.variant.to_string())),
            ("store", visit.store_by_id(story.store).map(|store| store.code.clone())),
            ("location", story.location.map(|location| location.to_string())),
        ],
    );
    let adjust = visit.may(Permission::Adjust).then(|| {
        let href = address(
            "/stock/adjust",
            &[("variant", Some(story.variant.to_string())), ("store", visit.store_by_id(story.store).map(|store| store.code.clone()))],
        );
        view! { <LinkButton label=words.t("adjust-title") href icon=Glyph::Pencil/> }
    });
    if !story.known {
        let text = words.t("not-known-here.hint");
        return view! {
            <PageHead title=title sub=view! { {sub} } actions=adjust/>
            <Empty title=words.t("not-known-here") text icon=Glyph::CircleHelp/>
        }
        .into_any();
    }
    let panel = {
        let lines = lines(visit, story, asked);
        let what = match asked {
            Some(Some(channel)) => words.with("available-by", &[("channel", words.channel(channel).into())]),
            Some(None) => words.t("available"),
            None => words.t("on-hand"),
        };
        let title = words.with("why-panel-title", &[("what", what.into()), ("place", place.into())]);
        let sub = words.with("as-of", &[("time", words.time(story.as_of).into())]);
        let links = vec![(words.t("why-movements"), movements)];
        view! { <Section title=words.t("why-story") id="story"><WhyPanel id="why" title sub lines links/></Section> }
    };
    let side = view! { {channels(visit, story, asked)} {places(visit, stock)} };
    view! {
        <PageHead title=title sub=view! { {sub} } actions=adjust/>
        <Columns side=side>{panel}</Columns>
    }
    .into_any()
}

/// The sum, line by line: of what is available by some way, or of what is on hand.
fn lines(visit: &Visit, story: &OnHandStory, asked: Option<Option<Channel>>) -> Vec<WhyLine> {
    let words = visit.words;
    let mut all = Vec::new();
    if let Some(start) = &story.begins {
        let day = words.day(start.at);
        let word = match start.kind {
            StartKind::Counted => "why-counted",
            StartKind::Opened => "why-opened",
            StartKind::Carried => "why-carried",
        };
        let mut line = WhyLine::new(words.with(word, &[("date", day.into())]), words.quantity(start.amount));
        if start.kind != StartKind::Carried {
            line = line.note(who(words, &start.who));
        }
        if let Some(posting) = start.posting {
            let reference = if start.reference.is_empty() { words.t("why-document") } else { start.reference.clone() };
            line = line.document(reference, format!("/stock/postings/{posting}"));
        }
        all.push(line);
    }
    all.extend(story.parts.iter().map(|part| self::part(visit, story, part)));
    let Some(channel) = asked else {
        all.push(WhyLine::answer(words.t("on-hand"), words.quantity(story.on_hand)));
        return all;
    };
    all.push(WhyLine::sum(words.t("on-hand"), words.quantity(story.on_hand)));
    if let Some(apart) = story.not_for_sale.filter(|apart| !apart.is_zero()) {
        all.push(WhyLine::new(words.t("why-not-for-sale"), words.delta(-apart)));
    }
    if let Some(promised) = story.promised.filter(|promised| !promised.is_zero()) {
        let mut line = WhyLine::new(words.t("promised"), words.delta(-promised));
        if let Some(held) = story.held_by.first() {
            line = line.document(held.code.clone(), format!("/stock/reservations/{}", held.reservation));
        }
        if story.held_by.len() > 1 {
            line = line.note(words.with("why-held-more", &[("count", (story.held_by.len() - 1).into())]));
        }
        all.push(line);
    }
    all.extend(story.kept.iter().filter(|kept| !kept.quantity.is_zero()).map(|kept| {
        let rules = address("/stock/buffers", &[("variant", Some(story.variant.to_string())), ("keeps", Some(kept.keeps.tag().to_owned()))]);
        let label = words.with("why-kept", &[("for", keeps_word(words, kept.keeps).into())]);
        WhyLine::new(label, words.delta(-kept.quantity)).document(words.t("why-rules"), rules)
    }));
    // What is owed already is owed by nobody who sells by this way: it has nought.
    let owed = story.on_hand - story.not_for_sale.unwrap_or_default() - story.promised.unwrap_or_default();
    if channel.is_some() && owed.is_negative() {
        all.push(WhyLine::new(words.t("why-owed"), words.delta(-owed)));
    }
    let what = channel.map_or_else(|| words.t("available"), |channel| words.with("available-by", &[("channel", words.channel(channel).into())]));
    all.push(WhyLine::answer(what, words.quantity(story.available.unwrap_or_default())));
    all
}

/// Movements of a kind: one tells its day and its document, several how many they were.
fn part(visit: &Visit, story: &OnHandStory, part: &StoryPart) -> WhyLine {
    let words = visit.words;
    let what = crate::common::happened(words, part.kind, part.reason);
    let amount = words.delta(part.change);
    if part.postings > 1 {
        let list = address(
            "/stock/movements",
            &[
                ("variant", Some(story.variant.to_string())),
                ("store", visit.store_by_id(story.store).map(|store| store.code.clone())),
                ("kind", Some(part.kind.tag().to_owned())),
            ],
        );
        let word = if part.kind == PostingKind::Sale { "why-sales" } else { "why-times" };
        let times = words.with(word, &[("what", what.into()), ("count", part.postings.into())]);
        return WhyLine::new(times, amount).document(words.t("why-show"), list);
    }
    let label = words.with("why-once", &[("what", what.into()), ("date", words.day(part.at).into())]);
    let reference = if part.reference.is_empty() { words.t("why-document") } else { part.reference.clone() };
    WhyLine::new(label, amount).note(who(words, &part.who)).document(reference, format!("/stock/postings/{}", part.posting))
}

/// What is left to each way of selling; each number can be asked why.
fn channels(visit: &Visit, story: &OnHandStory, asked: Option<Option<Channel>>) -> Option<impl IntoView + use<>> {
    let words = visit.words;
    let by_channel = story.by_channel?;
    let counter = story.on_hand - story.not_for_sale.unwrap_or_default() - story.promised.unwrap_or_default();
    let store = visit.store_by_id(story.store).map(|store| store.code.clone());
    let row = |channel: Option<Channel>, left: Quantity| {
        let of = [
            ("variant", Some(story.variant.to_string())),
            ("store", store.clone()),
            ("of", Some(String::from("available"))),
            ("channel", channel.map(|channel| channel.tag().to_owned())),
        ];
        let name = channel.map_or_else(|| words.t("reserve-counter"), |channel| words.channel(channel));
        let (value, why) = (words.quantity(left), address("/stock/why", &of));
        let why_label = words.with("why-number-of", &[("number", value.as_str().into()), ("of", name.as_str().into())]);
        let class = if asked == Some(channel) { "medium" } else { "" };
        RowOf::new(vec![Cell::head(name).class(class), Cell::new(view! { <Num value why why_label zero=left.is_zero()/> })])
    };
    let mut rows = vec![row(None, counter)];
    rows.extend(Channel::ALL.iter().map(|channel| row(Some(*channel), by_channel.get(*channel))));
    let columns = vec![Column::new("channel", words.t("reserve-channel")), Column::num("available", words.t("available"))];
    let item = item_label(&story.name, &story.option_text);
    let caption = words.with("why-channels-caption", &[("item", item.as_str().into())]);
    Some(view! {
        <Section title=words.t("why-channels") id="channels">
            <Table caption columns rows density=Density::Compact/>
        </Section>
    })
}

/// Where it stands, place by place; each number can be asked why.
fn places(visit: &Visit, stock: &VariantStock) -> impl IntoView + use<> {
    let words = visit.words;
    let columns = vec![Column::new("place", words.t("place")), Column::new("status", words.t("status")), Column::num("on-hand", words.t("on-hand"))];
    let rows = stock.places.iter().map(|place| balance(words, stock.variant, place)).collect();
    let item = item_label(&stock.name, &stock.option_text);
    let caption = words.with("why-where-caption", &[("item", item.as_str().into())]);
    let store = stock.stores.first().map(|store| store_name(visit, store.store));
    view! {
        <Section title=words.t("why-where") id="where" actions=store>
            <Table caption columns rows density=Density::Compact/>
        </Section>
    }
}

fn balance(words: Words, variant: VariantId, place: &PlaceBalance) -> RowOf {
    let why = address(
        "/stock/why",
        &[("variant", Some(variant.to_string())), ("location", Some(place.location.to_string())), ("status", Some(place.status.tag().to_owned()))],
    );
    let value = words.quantity(place.on_hand);
    let why_label = why_label(words, &value);
    let zero = place.on_hand.is_zero();
    RowOf::new(vec![
        Cell::head(place_label(&place.code, &place.name)),
        Cell::new(words.status(place.status)).class("sub"),
        Cell::new(view! { <Num value why why_label zero/> }),
    ])
}

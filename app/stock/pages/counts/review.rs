//! Reviewing a count: differences with their value, what was not counted, what is unknown; decided here, then posted.

use super::{
    picked,
    review_lines::{self, differ, field, lot, uncounted},
    show::steps,
    unknown,
};
use crate::common::{store_name, undo};
use axum::{
    extract::{Path, State},
    response::IntoResponse,
};
use kit::{ActionBar, Button, ErrorSummary, Form as FormView, Glyph, Input, Notice, PageHead, Section, Tally, TallyRow, Tone, Weight, render};
use leptos::prelude::*;
use rust_decimal::Decimal;
use stock_rules::{CountDecision, CountReview, CountState, DecideCountLines, LineDecision, LinesDecided, PostCount, ReviewCount};
use vocabulary::{AppError, Ask, CountId, FieldError, Key, Money, Said};
use wire::{Fields, Form, Nav, PageDoc, PageError, PageResult, PageState, Posted, Typed, Visit, refused};
use words::Words;

/// What the fields are called, for the summary of what is wrong.
const LABELS: &[(&str, &str)] = &[("reason", "count-reason"), ("under", "count-accept-under")];

pub(super) async fn show(State(state): State<PageState>, visit: Visit, Path(count): Path<CountId>) -> PageResult {
    match state.desk.ask(&visit.actor, ReviewCount { count }).await {
        Ok(review) => Ok(page(&visit, review, &Fields::default(), &[]).into_response()),
        // Blind and still being counted: the count's own page says how far it is.
        Err(AppError::Conflict { said }) => Ok(visit.done(&format!("/stock/counts/{count}"), said).await),
        Err(error) => Err(PageError(error)),
    }
}

pub(super) async fn submit(State(state): State<PageState>, Path(count): Path<CountId>, Posted { visit, key, fields }: Posted) -> PageResult {
    let review = state.desk.ask(&visit.actor, ReviewCount { count }).await?;
    let here = format!("/stock/counts/{count}/review");
    let (act, reason) = (fields.get("act").to_owned(), fields.get("reason").trim().to_owned());
    let mut form = Form::new(visit.words, &fields);
    let under = if act == "under" { form.optional_money("under", visit.currency).map(|under| under.map(|under| under.amount)) } else { Some(None) };
    if act == "under" && under == Some(None) {
        form.wrong(FieldError::new("under", "field-required"));
    }
    let under = match form.finish(under) {
        Ok(under) => under,
        Err(errors) => return Ok(page(&visit, review, &fields, &errors).refused().into_response()),
    };
    let together = picked::read(&review, &fields);
    if together.as_ref().is_some_and(|picked| picked.lines.is_empty()) {
        return Ok(visit.done(&here, Said::new("bulk-none")).await);
    }
    let mut lines = decisions(&review, &fields);
    // The bar's button was pressed last: what it says of a picked line holds.
    lines.retain(|line| {
        !together.iter().flat_map(|picked| &picked.lines).any(|one| (one.location, one.variant, one.lot) == (line.location, line.variant, line.lot))
    });
    if !lines.is_empty() || together.is_some() || under.is_some() {
        let decide = DecideCountLines { count, lines, picked: together, accept_under: under, reason: reason.clone() };
        let decided = match state.desk.run(Ask::new(&visit.actor, key.part("decide"), decide)).await {
            Ok(decided) => decided,
            Err(error) => {
                let errors = review_refused(error)?;
                return Ok(page(&visit, review, &fields, &errors).refused().into_response());
            }
        };
        if !decided.refused.is_empty() {
            let review = state.desk.ask(&visit.actor, ReviewCount { count }).await?;
            let errors = told(&decided);
            // What went through is shown as it is now; what did not keeps what was chosen.
            let refused: Vec<String> = decided.refused.iter().map(|line| field(line.location, line.variant, line.lot)).collect();
            let kept = fields.0.iter().filter(|(name, _)| !name.starts_with(review_lines::PREFIX) || refused.contains(name));
            let fields = Fields(kept.cloned().collect());
            return Ok(page(&visit, review, &fields, &errors).refused().into_response());
        }
        // What the button said was of the decisions before these: they are shown first.
        return Ok(visit.done(&here, outcome(&decided)).await);
    }
    if act != "post" {
        return Ok(visit.done(&here, Said::new("count-decide-nothing")).await);
    }
    match state.desk.run(Ask::new(&visit.actor, key.part("post"), PostCount { count, reason })).await {
        Ok(posted) => {
            let said = match posted.cut_short {
                0 => Said::new("count-post-done"),
                short => Said::new("count-post-cut-short").with("short", short),
            };
            let said = said.with("count", posted.adjusted);
            let to = if posted.state == CountState::Posted { format!("/stock/counts/{count}") } else { here };
            match posted.posting.and_then(|posting| undo(&visit, posting)) {
                Some(undo) => Ok(visit.done_with_undo(&to, said, undo).await),
                None => Ok(visit.done(&to, said).await),
            }
        }
        Err(error) => {
            let errors = review_refused(error)?;
            Ok(page(&visit, review, &fields, &errors).refused().into_response())
        }
    }
}

fn outcome(decided: &LinesDecided) -> Said {
    let said = match (decided.accepted + decided.recounted + decided.rejected, decided.value_unknown) {
        (0, 0) => return Said::new("count-decide-nothing"),
        (_, 0) => Said::new("count-decide-done"),
        (_, left) => Said::new("count-decide-left").with("left", left),
    };
    said.with("accepted", decided.accepted).with("recounted", decided.recounted).with("rejected", decided.rejected)
}

fn review_refused(error: AppError) -> Result<Vec<FieldError>, PageError> {
    if error == AppError::Stale { Ok(vec![FieldError::new("main", "error-stale")]) } else { refused(error) }
}

fn told(decided: &LinesDecided) -> Vec<FieldError> {
    decided.refused.iter().map(|line| FieldError { field: field(line.location, line.variant, line.lot), said: line.said.clone() }).collect()
}

/// The decisions that are not what stands already.
fn decisions(review: &CountReview, fields: &Fields) -> Vec<LineDecision> {
    let wanted = |location, variant, lot| {
        let decision = CountDecision::of_tag(fields.get(&field(location, variant, lot)))?;
        Some(LineDecision { location, variant, lot, decision })
    };
    let differ = review.differ.iter().filter_map(|line| {
        let decided = wanted(line.location, line.variant, lot(line.lot.as_ref()))?;
        (review_lines::stands(line) != Some(decided.decision)).then_some(decided)
    });
    let uncounted = review.uncounted.iter().filter_map(|line| wanted(line.location, line.variant, lot(line.lot.as_ref())));
    differ.chain(uncounted).collect()
}

/// An amount at cost with its sign.
fn delta(visit: &Visit, amount: Decimal) -> String {
    visit.words.money_delta(Money::new(amount, visit.currency).rounded())
}

fn page(visit: &Visit, review: CountReview, fields: &Fields, errors: &[FieldError]) -> PageDoc {
    let words = visit.words;
    let title = words.with("count-review-title", &[("name", review.count.name.as_str().into())]);
    let (number, of) = (review.count.number.clone(), format!("/stock/counts/{}", review.count.id));
    let typed = Typed::new(words, fields, errors);
    let body = render(|| body(visit, &review, &typed));
    let doc = PageDoc::new(title, Nav::Counts, body).under(words.t("nav-counts"), "/stock/counts").under(number, of);
    if picked::may(&review) { doc.with_bulk() } else { doc }
}

fn body(visit: &Visit, review: &CountReview, typed: &Typed) -> impl IntoView + use<> {
    let words = visit.words;
    let id = review.count.id;
    let in_review = review.count.state == CountState::Review;
    let (csrf, key, action) = (visit.token.clone(), Key::random().as_str().to_owned(), format!("/stock/counts/{id}/review"));
    let section = (!review.differ.is_empty()).then(|| {
        let title = words.with("count-differ-title", &[("count", review.totals.differ.into())]);
        let bulk = (in_review && review.totals.undecided > 0).then(|| accept_under(visit, typed));
        let table = differ(visit, review, typed);
        view! { <Section title id="differ" actions=bulk>{table}</Section> }
    });
    let missing = (!review.uncounted.is_empty()).then(|| {
        let title = words.with("count-uncounted-title", &[("count", review.totals.uncounted.into())]);
        let table = uncounted(visit, review, typed);
        view! {
            <Section title id="uncounted" class="above-8">
                <p class="hint below-2">{words.t("count-uncounted-hint")}</p>
                {table}
            </Section>
        }
    });
    let codes = (!review.unknown.is_empty()).then(|| unknown::section(visit, id, &review.unknown, true));
    let nothing = review.differ.is_empty() && review.uncounted.is_empty() && review.unknown.is_empty();
    let nothing = nothing.then(|| view! { <Notice tone=Tone::Ok class="above-6">{words.t("count-review-all-right")}</Notice> });
    let reason = (in_review && review.one_person && review.i_counted).then(|| {
        view! {
            <Input
                name="reason"
                label=words.t("count-reason")
                hint=words.t("count-reason-hint")
                value=typed.value("reason")
                error=typed.error("reason")
                maxlength=500
            />
        }
    });
    let errors = typed.summary(LABELS);
    let bulk = picked::may(review).then(|| picked::bar(visit));
    view! {
        <PageHead title=review.count.name.clone() sub=counted_by(visit, review) actions=steps(words, review.count.state)/>
        {tallies(visit, review)}
        <FormView action csrf idempotency=key id=picked::FORM class="stack above-6">
            <ErrorSummary title=words.t("errors-title") errors/>
            {section}
            {missing}
            {reason}
        </FormView>
        {codes}
        {nothing}
        {in_review.then(|| bar(visit, review))}
        {bulk}
    }
}

/// "Count CNT-0318 · London Shop · counted by Priya Shah and Dan Reeve, 22 November, 18:30 to 19:25"
fn counted_by(visit: &Visit, review: &CountReview) -> impl IntoView + use<> {
    let words = visit.words;
    let when = review.first_at.zip(review.last_at).map(|(first, last)| {
        let pairs = [
            ("names", words.list(&review.counters).into()),
            ("day", words.day(first).into()),
            ("from", words.time(first).into()),
            ("to", words.time(last).into()),
        ];
        words.with("count-counted-by", &pairs)
    });
    let number = words.code(&review.count.number);
    view! { {number} " · " {store_name(visit, review.count.store)} {when.map(|when| format!(" · {when}"))} }
}

fn tallies(visit: &Visit, review: &CountReview) -> impl IntoView + use<> {
    let (words, totals) = (visit.words, &review.totals);
    let without = if totals.unvalued > 0 { unvalued(words, totals.unvalued) } else { String::new() };
    let tallies = vec![
        Tally::new(words.t("count-lines"), words.count(totals.counted)),
        Tally::new(words.t("count-match"), words.count(totals.matched)).icon(Glyph::Check),
        Tally::new(words.t("count-differ"), words.count(totals.differ)).icon(Glyph::Scale),
        Tally::new(words.t("count-uncounted"), words.count(totals.uncounted)).icon(Glyph::CircleHelp),
        Tally::new(words.t("count-missing-found"), delta(visit, totals.missing)).note(delta(visit, totals.found)),
        Tally::new(words.t("count-net"), delta(visit, totals.missing + totals.found)).note(without),
    ];
    view! { <TallyRow tallies/> }
}

/// How many lines no sum of money holds.
fn unvalued(words: Words, count: i64) -> String {
    words.with("count-unvalued", &[("count", count.into())])
}

fn accept_under(visit: &Visit, typed: &Typed) -> AnyView {
    let words = visit.words;
    let symbol = words.currency(visit.currency);
    let error = typed.error("under");
    view! {
        <div class="row">
            <span class="small mute" aria-hidden="true">{words.t("count-accept-under")}</span>
            <Input
                name="under"
                label=words.t("count-accept-under")
                value=typed.value("under")
                error
                prefix=symbol
                numeric=true
                hide_label=true
                class="field-short"
            />
            <Button label=words.t("count-accept-under-do") icon=Glyph::Check name="act" value="under"/>
        </div>
    }
    .into_any()
}

/// What is done, what is left, and what the buttons will do.
fn bar(visit: &Visit, review: &CountReview) -> impl IntoView + use<> {
    let (words, totals) = (visit.words, &review.totals);
    let left = totals.undecided + totals.unknown;
    let said = words.with("count-bar", &[("accepted", totals.accepted.into()), ("asked", totals.asked.into()), ("undecided", left.into())]);
    let may = match (review.i_counted, review.one_person) {
        (false, _) => "count-bar-may",
        (true, true) => "count-bar-one",
        (true, false) => "count-bar-mine",
    };
    let post = post_label(words, visit, review);
    let nothing = totals.accepted == 0 && !(totals.matched > 0 && totals.differ == 0);
    view! {
        <ActionBar words=view! { <strong>{said}</strong> " " <span class="hide-phone">{words.t(may)}</span> } class="above-6">
            <Button label=words.t("count-decide") form=picked::FORM name="act" value="decide"/>
            <Button label=post form=picked::FORM name="act" value="post" weight=Weight::Primary disabled=nothing/>
        </ActionBar>
    }
}

fn post_label(words: Words, visit: &Visit, review: &CountReview) -> String {
    let totals = &review.totals;
    if totals.accepted == 0 {
        return words.t("count-post-matched");
    }
    let mut worth = Vec::new();
    if totals.accepted_unvalued < totals.accepted {
        worth.push(delta(visit, totals.accepted_value));
    }
    if totals.accepted_unvalued > 0 {
        worth.push(unvalued(words, totals.accepted_unvalued));
    }
    words.with("count-post", &[("count", totals.accepted.into()), ("value", words.list(&worth).into())])
}

//! What a problem of the API is: the page that its `type` names. Public, because a program's maker reads it.

use axum::{
    Extension, Router,
    extract::Path,
    response::{IntoResponse, Response},
    routing::get,
};
use kit::{Code, DescriptionList, Fact, PageHead, Section, render};
use leptos::prelude::*;
use vocabulary::{AppError, Said};
use wire::{Frame, Guest, Nav, PageDoc, PageError, PageState, Visit};
use words::Words;

pub(crate) fn routes() -> Router<PageState> {
    Router::new().route("/problems/{code}", get(show))
}

/// What stands in the way of a request that is right in itself: each is told with 409.
pub const CONFLICTS: [&str; 69] = [
    "catalog-busy",
    "category-counted",
    "category-has-items",
    "category-merging",
    "cost-change-is-undo",
    "cost-change-undone",
    "cost-change-unknown",
    "cost-moved-since",
    "cost-no-standard-before",
    "cost-not-a-receipt",
    "cost-nothing-to-bear",
    "cost-receipt-undone",
    "cost-revalued-since",
    "costing-frozen",
    "count-blind",
    "count-closed",
    "count-line-posted",
    "count-not-in-review",
    "count-nothing-counted",
    "count-nothing-to-post",
    "count-own-post",
    "count-partly-posted",
    "count-piece-on-its-way",
    "count-piece-other-store",
    "count-piece-set-apart",
    "count-posted",
    "evidence-full",
    "import-file-empty",
    "import-file-too-large",
    "import-file-unreadable",
    "import-moved-meanwhile",
    "import-not-now",
    "import-undo-store-archived",
    "import-upload-failed",
    "investigation-over",
    "item-has-stock",
    "kit-holds-no-stock",
    "list-views-full",
    "location-has-places",
    "location-has-stock",
    "location-is-default",
    "location-parent-archived",
    "lot-expired-available",
    "lot-held",
    "period-closed-already",
    "period-open-already",
    "person-elsewhere",
    "place-archived",
    "posting-already-reversed",
    "posting-is-a-reversal",
    "posting-is-an-offset",
    "programme-count-open",
    "programme-planned-today",
    "quantity-not-a-number",
    "quantity-too-large",
    "quantity-too-many-decimals",
    "request-still-running",
    "reservation-ended",
    "reservation-expired",
    "reservation-not-a-hold",
    "revaluation-nothing",
    "signin-failed",
    "store-has-promises",
    "store-has-stock",
    "store-has-transfers",
    "tracking-changed",
    "transfer-not-open",
    "transfer-undo-there",
    "variant-archived",
];

/// One error of each kind that can be told.
fn kinds() -> [AppError; 10] {
    [
        AppError::Invalid { fields: Vec::new() },
        AppError::Stale,
        AppError::NotFound,
        AppError::Forbidden,
        AppError::Foreign,
        AppError::SignedOut,
        AppError::TooMany { retry_after_s: 0 },
        AppError::Unavailable,
        AppError::TimedOut,
        AppError::Internal { reference: String::new() },
    ]
}

/// The status a code is told with; `None` for what is no problem of ours.
fn status(code: &str) -> Option<u16> {
    let whole = kinds().iter().find(|error| error.said().code == code).map(AppError::status);
    whole.or_else(|| CONFLICTS.contains(&code).then(|| AppError::conflict(Said::new(code)).status()))
}

/// What a code says, where what it is about is not known: `…` stands for it.
fn meaning(words: Words, code: &str) -> String {
    let mut rest = words.t(code);
    let mut text = String::new();
    while let Some((before, after)) = rest.split_once("{$") {
        let Some((_, end)) = after.split_once('}') else { break };
        text.push_str(before);
        text.push('…');
        rest = end.to_owned();
    }
    text + &rest
}

async fn show(guest: Guest, visit: Option<Extension<Visit>>, Path(code): Path<String>) -> Response {
    let Some(status) = status(&code) else { return PageError(AppError::NotFound).into_response() };
    let words = guest.words;
    let title = words.t(&format!("error-page-{status}-title"));
    let heading = title.clone();
    let facts =
        vec![Fact::new(words.t("problem-code"), view! { <Code value=code.clone()/> }), Fact::new(words.t("problem-status"), status.to_string())];
    let (means, advice) = (meaning(words, &code), words.t(&format!("problem-advice-{status}")));
    let body = render(move || {
        view! {
            <PageHead title=heading/>
            <div class="stack">
                <DescriptionList facts start=true/>
                <Section title=words.t("problem-means") id="means"><p>{means}</p></Section>
                <Section title=words.t("problem-do") id="do"><p>{advice}</p></Section>
            </div>
        }
    });
    let frame = if visit.is_some() { Frame::Shell } else { Frame::Front };
    PageDoc::new(title, Nav::None, body).frame(frame).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;
    use vocabulary::Locale;

    /// Every problem has words for what it is, what it means and what to do, and none of them shows a variable.
    #[test]
    fn every_problem_is_explained_in_every_language() {
        let codes: Vec<String> = kinds().iter().map(|error| error.said().code).chain(CONFLICTS.map(String::from)).collect();
        for locale in Locale::SPOKEN {
            let words = Words::new(locale, chrono_tz::UTC, chrono::DateTime::UNIX_EPOCH);
            for code in &codes {
                let status = status(code).unwrap();
                for id in [code.clone(), format!("error-page-{status}-title"), format!("problem-advice-{status}")] {
                    assert!(words::has(locale, &id), "{} {id}", locale.tag());
                }
                assert!(!meaning(words, code).contains('{'), "{} {code}: {}", locale.tag(), meaning(words, code));
            }
        }
    }

    #[test]
    fn what_is_no_problem_has_no_page() {
        assert_eq!([status("error-stale"), status("count-blind"), status("nav-stock"), status("")], [Some(412), Some(409), None, None]);
    }
}

//! Counting: scans come in as events, lines are added up from them, a reviewer decides, the ledger posts.

mod bars;
mod cancel;
mod counters;
mod deal;
mod decide;
mod empty;
mod entered;
mod evidence;
mod expected;
mod finish;
mod history;
mod investigate;
mod keys;
mod lines;
mod list;
mod people;
mod pieces;
pub(crate) mod plan;
mod post;
mod record;
mod resolve;
mod review;
mod scope;
mod second;
pub(crate) mod session;
mod show;
mod submit;
mod take;
mod tracked;
mod uncounted;
mod undo;
mod unknown;
mod weigh;

use crate::Stock;
use ledger::Moves;
use platform::{Registry, rest::Api};
use stock_rules::{
    AddCountEvidence, CancelCount, CountHistory, DealCountPlaces, DecideCountLines, DecideUnknownCode, EndInvestigation, FinishPlace,
    InvestigateCountLine, ListCounts, ListUncounted, PlanCount, PostCount, RecordScans, ReviewCount, ShowCount, ShowCountEvidence, ShowCountPhoto,
    SubmitCount, UndoScan,
};

/// The operations of counting.
#[must_use]
pub(crate) fn register(registry: Registry) -> Registry {
    registry
        .on::<PlanCount>(Stock)
        .on::<ListCounts>(Stock)
        .on::<ShowCount>(Stock)
        .on::<CountHistory>(Stock)
        .on::<RecordScans>(Stock)
        .on::<UndoScan>(Stock)
        .on::<ListUncounted>(Stock)
        .on::<FinishPlace>(Stock)
        .on::<SubmitCount>(Stock)
        .on::<ReviewCount>(Stock)
        .on::<DecideCountLines>(Stock)
        .on::<DecideUnknownCode>(Stock)
        .on::<PostCount>(Moves(Stock))
        .on::<CancelCount>(Stock)
        .on::<DealCountPlaces>(Stock)
        .on::<AddCountEvidence>(Stock)
        .on::<ShowCountEvidence>(Stock)
        .on::<ShowCountPhoto>(Stock)
        .on::<InvestigateCountLine>(Stock)
        .on::<EndInvestigation>(Stock)
}

/// Their routes.
#[must_use]
pub(crate) fn api(api: Api) -> Api {
    api.get::<ListCounts>("/counts", "Counts, the newest first")
        .post::<PlanCount>("/counts", "Plan a count")
        .get::<ShowCount>("/counts/{count}", "A count as those who count see it")
        .get::<CountHistory>("/counts/{count}/history", "What was done to a count")
        .post::<RecordScans>("/counts/{count}/scans", "Take scans in, each once")
        .post::<UndoScan>("/counts/{count}/scans/{scan}/undo", "Take a scan back")
        .get::<ListUncounted>("/counts/{count}/places/{location}/uncounted", "What has stock at a place and was not counted")
        .post::<FinishPlace>("/counts/{count}/places/{location}/finish", "Finish a place")
        .post::<SubmitCount>("/counts/{count}/submit", "Send a count in for review")
        .get::<ReviewCount>("/counts/{count}/review", "A count beside the books")
        .post::<DecideCountLines>("/counts/{count}/decisions", "Accept, recount or set aside lines")
        .post::<DecideUnknownCode>("/counts/{count}/unknown", "Say what an unknown code is")
        .post::<PostCount>("/counts/{count}/post", "Post what was accepted")
        .post::<CancelCount>("/counts/{count}/cancel", "Cancel a count")
        .post::<DealCountPlaces>("/counts/{count}/places", "Deal places of a count out to people")
        .get::<ShowCountEvidence>("/counts/{count}/evidence", "What is noted about a count's lines, and who looks into which")
        .post::<AddCountEvidence>("/counts/{count}/evidence", "Note something about a line of a count, or photograph it")
        .get::<ShowCountPhoto>("/counts/{count}/evidence/{evidence}", "A photo of a line of a count")
        .post::<InvestigateCountLine>("/counts/{count}/investigations", "Have somebody look into a line of a count")
        .post::<EndInvestigation>("/counts/{count}/investigations/end", "Say what looking into a line came to")
}

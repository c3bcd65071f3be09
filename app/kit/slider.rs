//! Days to slide over.

use leptos::prelude::*;

use crate::text::Text;

/// A day of a [`DaySlider`] that is marked on its scale.
#[derive(Clone, Debug)]
pub struct DayMark {
    /// Which day, from 0.
    pub at: usize,
    /// What it is called under its mark, where there is room; on a phone there is none.
    pub label: Text,
}

/// A range of days, drawn whole by the server and asleep: the island `Days` wakes it, says each day as it is slid over and
/// sends the form that it stands in with the day in its field `day`. Without script it is not shown; the form's own fields do
/// the same.
#[component]
pub fn DaySlider(
    #[prop(into)] id: String,
    #[prop(into)] label: String,
    /// Which keys go how far.
    #[prop(into)]
    hint: String,
    /// What each day is called, the first first. Two or more.
    days: Vec<String>,
    /// The first of them as `2026-11-30`.
    #[prop(into)]
    first: String,
    /// Which day is shown.
    at: usize,
    /// What is shown is called so: that day, or a moment of it, or a day beyond the ends.
    #[prop(into)]
    value: String,
    /// What is shown is not that day as a whole: one may slide to it.
    #[prop(default = false)]
    apart: bool,
    /// Where months begin, counted in days from the first: the one the first lies in, and as far as two months after the last.
    months: Vec<i64>,
    marks: Vec<DayMark>,
    /// How many of the days are closed, and that in words.
    #[prop(default = None)]
    closed: Option<(usize, String)>,
    /// The language runs from right to left, and so do the days.
    #[prop(default = false)]
    rtl: bool,
) -> impl IntoView {
    let last = days.len().saturating_sub(1);
    // In hundredths of a percent of the width, from its left end.
    let place = move |at: usize| {
        let share = (at * 10_000 + last / 2).checked_div(last).unwrap_or_default().min(10_000);
        percent(if rtl { 10_000 - share } else { share })
    };
    let ticks = marks.iter().map(|mark| {
        let x = place(mark.at);
        let words = mark.label.clone().get().map(|label| view! { <text class="between" x=x.clone() y="22" text-anchor="middle">{label}</text> });
        view! { <line class=if words.is_some() { "tick tick-long" } else { "tick" } x1=x.clone() x2=x y1="0" y2="6"></line>{words} }.into_any()
    });
    let ticks: Vec<AnyView> = ticks.collect();
    let shut = closed.as_ref().map(|(count, _)| {
        let width = percent((count.saturating_sub(1) * 10_000).checked_div(last).unwrap_or_default().min(10_000));
        let x = if rtl { place((*count).saturating_sub(1)) } else { percent(0) };
        view! { <rect class="closed" x=x width=width y="0" height="3"></rect> }
    });
    let ends = [(0, "start"), (last, "end")].map(|(at, anchor)| {
        let words = days.get(at).cloned().unwrap_or_default();
        view! { <text x=place(at) y="22" text-anchor=anchor>{words}</text> }
    });
    let months = months.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    let (hint_id, closed_id) = (format!("{id}-hint"), format!("{id}-closed"));
    let told = if closed.is_some() { format!("{hint_id} {closed_id}") } else { hint_id.clone() };
    view! {
        <div class="slider">
            <p class="row spread">
                <label class="label" for=id.clone()>{label}</label>
                // Said by the slider itself, too.
                <span class="tnum strong" aria-hidden="true" data-said="">{value.clone()}</span>
            </p>
            <input
                type="range"
                id=id
                min="0"
                max=last.to_string()
                step="1"
                value=at.to_string()
                aria-valuetext=value
                aria-describedby=told
                data-days=days.join("|")
                data-months=months
                data-first=first
                data-apart=apart
                autocomplete="off"
                disabled=true
            />
            <svg class="scale" aria-hidden="true" focusable="false">{shut}{ticks}{ends}</svg>
            <p class="hint keys-hint" id=hint_id>{hint}</p>
            {closed.map(|(_, words)| view! { <p class="hint" id=closed_id>{words}</p> })}
        </div>
    }
}

/// Hundredths of a percent as `12.50%`.
fn percent(hundredths: usize) -> String {
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

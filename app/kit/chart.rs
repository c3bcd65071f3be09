//! Charts as SVG from the server, in our colours, each with its table. Whole numbers only: what a bar stands for is given
//! in its smallest unit (pence, grams), so that no rounding hides in the drawing.

use std::{fmt::Write as _, sync::Arc};

use leptos::prelude::*;

use crate::{
    icon::{Glyph, Icon},
    state::{Mark, StoreName},
    table::{Cell, Column, Density, OnPhone, RowOf, Table},
    text::Text,
};

/// Writes a chart's value for the reader: `Formatter::new(|value| words.number(value))`.
#[derive(Clone)]
pub struct Formatter(Arc<dyn Fn(i64) -> String + Send + Sync>);

impl Formatter {
    pub fn new(format: impl Fn(i64) -> String + Send + Sync + 'static) -> Self {
        Self(Arc::new(format))
    }

    fn write(&self, value: i64) -> String {
        (self.0)(value)
    }
}

/// A length in hundredths, as SVG writes it. The drawing is 100 high, so this is finer than any screen.
fn hundredths(value: i64) -> String {
    format!("{}.{:02}", value / 100, value % 100)
}

/// `value` of `whole`, in hundredths of `length`.
fn share(value: i64, whole: i64, length: i64) -> i64 {
    let part = i128::from(value) * i128::from(length) * 100 / i128::from(whole.max(1));
    i64::try_from(part).unwrap_or(i64::MAX)
}

/// The last values as a line, oldest first. It is decoration: the figure and its note say what it shows.
#[component]
pub fn Sparkline(
    values: Vec<i64>,
    /// A dashed line to compare with.
    #[prop(default = None, into)]
    target: Option<i64>,
) -> impl IntoView {
    let all = || values.iter().copied().chain(target);
    let (low, high) = (all().min().unwrap_or(0), all().max().unwrap_or(0));
    // Between 2 and 26 of 28, so that the stroke's ends are not cut off; a flat line runs through the middle.
    let height = |value: i64| match high.saturating_sub(low) {
        0 => 1400,
        span => 2600 - share(value.saturating_sub(low), span, 24),
    };
    let steps = i64::try_from(values.len().saturating_sub(1)).unwrap_or(0);
    let mut line = String::new();
    for (at, value) in (0_i64..).zip(&values) {
        let x = share(at, steps, 100);
        let _ = write!(line, "{}{} {}", if at == 0 { 'M' } else { 'L' }, hundredths(x), hundredths(height(*value)));
    }
    let base = target.map(|target| view! { <path class="base" d=format!("M0 {}H100", hundredths(height(target)))></path> });
    let end = values.last().map(|last| {
        view! { <path class="end" d=format!("M100 {}h0.01", hundredths(height(*last)))></path> }
    });
    view! {
        <svg class="spark" viewBox="0 0 100 28" preserveAspectRatio="none" aria-hidden="true">
            {base}
            <path d=line></path>
            {end}
        </svg>
    }
}

/// What one colour of bar stands for.
#[derive(Clone, Debug)]
pub struct Series {
    pub name: String,
    pub mark: Mark,
}

/// One place on the chart's foot, with a value for each series.
#[derive(Clone, Debug)]
pub struct Point {
    /// In the table: "10 November".
    pub label: String,
    /// Under the bar: "10".
    pub short: Text,
    pub values: Vec<i64>,
}

/// Stacked bars over time, with the same as a table behind a summary. Values are zero or more.
#[component]
pub fn BarChart(
    #[prop(into)] title: String,
    /// What is to be seen, in a sentence: "Saturdays are highest; the peak was 122 on 21 November."
    #[prop(into)]
    summary: String,
    /// The head of the table's first column: "Day".
    #[prop(into)]
    axis: String,
    series: Vec<Series>,
    points: Vec<Point>,
    format: Formatter,
    /// "Show as a table"
    #[prop(into)]
    table_label: String,
) -> impl IntoView {
    let peak = points.iter().map(|point| point.values.iter().sum::<i64>()).max().unwrap_or(0);
    let top = round_up(peak);
    let legend = series.iter().map(|series| view! { <StoreName name=series.name.clone() mark=series.mark/> }.into_any()).collect::<Vec<_>>();
    let bars = (0_i64..).zip(&points).flat_map(|(at, point)| stack(at, point, &series, top)).collect::<Vec<_>>();
    let width = i64::try_from(points.len()).unwrap_or(1).max(1) * 10;
    // Past two weeks not every word has room under its bar.
    let every = points.len().div_ceil(14).max(1);
    let feet = points
        .iter()
        .enumerate()
        .map(|(at, point)| {
            let word = point.short.clone().or(point.label.as_str());
            let word = if at % every == 0 { word } else { String::new() };
            view! { <span><span>{word}</span></span> }.into_any()
        })
        .collect::<Vec<_>>();
    let mut columns = vec![Column::new("label", axis)];
    columns.extend(series.iter().map(|series| Column::num("value", series.name.clone())));
    let rows = points
        .into_iter()
        .map(|point| {
            let mut cells = vec![Cell::head(point.label)];
            cells.extend(point.values.into_iter().map(|value| Cell::num(format.write(value), value == 0)));
            RowOf::new(cells)
        })
        .collect();
    view! {
        <figure class="chart">
            <figcaption>
                <h2>{title.clone()}</h2>
                <span class="legend">{legend}</span>
            </figcaption>
            <div class="plot-box" role="img" aria-label=summary>
                <div class="y" aria-hidden="true">
                    <span>{format.write(top)}</span>
                    <span>{format.write(top / 2)}</span>
                    <span>{format.write(0)}</span>
                </div>
                <svg class="plot" viewBox=format!("0 0 {width} 100") preserveAspectRatio="none" aria-hidden="true">
                    <path class="grid" d=format!("M0 0H{width}M0 50H{width}")></path>
                    <path class="axis" d=format!("M0 100H{width}")></path>
                    {bars}
                </svg>
                <div class="x" aria-hidden="true">{feet}</div>
            </div>
            <details class="data">
                <summary><Icon name=Glyph::ChevronRight/>{table_label}</summary>
                <Table caption=title columns rows density=Density::Compact phone=OnPhone::Scroll/>
            </details>
        </figure>
    }
}

/// The bars of one point, from the foot up, with a hair of canvas between them.
fn stack(at: i64, point: &Point, series: &[Series], top: i64) -> Vec<AnyView> {
    let mut reached = 0;
    let mut bars = Vec::new();
    for (value, series) in point.values.iter().zip(series) {
        let from = share(reached, top, 100);
        reached += value;
        let to = share(reached, top, 100);
        let height = (to - from - 70).max(0);
        if height == 0 {
            continue;
        }
        bars.push(
            view! {
                <rect
                    class=series.mark.series()
                    x=format!("{}.2", at * 10 + 2)
                    y=hundredths(10_000 - to)
                    width="5.6"
                    height=hundredths(height)
                ></rect>
            }
            .into_any(),
        );
    }
    bars
}

/// The next number that a scale can end in and be halved without a fraction.
fn round_up(peak: i64) -> i64 {
    if let Some(top) = [2, 4, 6, 8, 10].into_iter().find(|top| *top >= peak) {
        return top;
    }
    let mut power = 1_i64;
    loop {
        for step in [12, 16, 20, 24, 30, 40, 60, 80, 100] {
            let top = power.saturating_mul(step);
            if top >= peak {
                return top;
            }
        }
        power = power.saturating_mul(10);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_ends_in_a_round_number_that_can_be_halved() {
        for (peak, top) in [(0, 2), (1, 2), (3, 4), (9, 10), (11, 12), (122, 160), (161, 200), (5_001, 6_000)] {
            assert_eq!(round_up(peak), top, "of {peak}");
        }
        assert_eq!(round_up(i64::MAX), i64::MAX);
    }

    #[test]
    fn lengths_are_written_with_two_places() {
        assert_eq!(hundredths(share(1, 3, 100)), "33.33");
        assert_eq!(hundredths(share(0, 0, 100)), "0.00");
        assert_eq!(hundredths(5), "0.05");
    }
}

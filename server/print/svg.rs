//! Pages as SVG, for the web page: the same drawings, in micrometres.

use crate::{Job, Length, PagePreview, Sheet, job::Laid, label::Drawing};
use std::fmt::Write as _;

/// One preview for each page of a job that was laid out.
pub(crate) fn write(job: &Job, laid: &Laid) -> Vec<PagePreview> {
    let drawn: Vec<String> = laid.drawings.iter().map(|drawing| label(drawing, job.dpi.per_inch())).collect();
    let pages = laid.pages(job);
    pages.iter().enumerate().map(|(i, places)| page(job, i, places, &drawn)).collect()
}

fn page(job: &Job, index: usize, places: &[(usize, usize)], drawn: &[String]) -> PagePreview {
    let (sheet, page) = (job.sheet, index + 1);
    let mut svg = format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" font-family="Inter, sans-serif"><defs>"##,
        um(sheet.page_width),
        um(sheet.page_height)
    );
    let mut used: Vec<usize> = places.iter().map(|&(_, drawing)| drawing).collect();
    used.dedup();
    for drawing in used {
        let content = drawn.get(drawing).map_or("", String::as_str);
        add(&mut svg, format_args!(r#"<g id="label-{page}-{drawing}">{content}</g>"#));
    }
    svg.push_str("</defs>");
    let first = places.first().map_or(0, |&(place, _)| place);
    let last = places.last().map_or(0, |&(place, _)| place);
    for place in 0..first {
        outline(&mut svg, sheet, place, r##"class="place-used" fill="#efedea" stroke="#8a8780" stroke-dasharray="700 500""##);
    }
    for &(place, drawing) in places {
        let (x, y) = outline(&mut svg, sheet, place, r##"class="label" fill="#fff" stroke="#d8d5cf""##);
        add(&mut svg, format_args!(r##"<use href="#label-{page}-{drawing}" x="{x}" y="{y}"/>"##));
    }
    for place in last + 1..sheet.places() {
        outline(&mut svg, sheet, place, r##"class="place-free" fill="none" stroke="#d8d5cf""##);
    }
    svg.push_str("</svg>");
    PagePreview { page, labels: places.len(), svg }
}

/// A place's outline; gives its corner.
fn outline(svg: &mut String, sheet: &Sheet, place: usize, look: &str) -> (i64, i64) {
    let (x, y) = sheet.corner_of(place);
    let (x, y) = (um(x), um(y));
    let [width, height, corner] = [sheet.label_width, sheet.label_height, sheet.corner].map(um);
    add(svg, format_args!(r#"<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="{corner}" stroke-width="200" {look}/>"#));
    (x, y)
}

/// One label's elements, from its corner.
fn label(drawing: &Drawing, per_inch: i64) -> String {
    let mut svg = String::from(r##"<path fill="#000" d=""##);
    let dots = |count: i64| um(Length::of_dots(count, per_inch));
    for bar in &drawing.bars {
        let (x, y) = (dots(bar.x), dots(bar.y));
        // Edges are rounded, not widths: neighbours stay neighbours.
        let (width, height) = (dots(bar.x + bar.width) - x, dots(bar.y + bar.height) - y);
        add(&mut svg, format_args!("M{x} {y}h{width}v{height}h-{width}z"));
    }
    svg.push_str(r#""/>"#);
    for run in &drawing.runs {
        let adjust = if run.tracking == Length::ZERO { "spacingAndGlyphs" } else { "spacing" };
        add(
            &mut svg,
            format_args!(
                r##"<text x="{}" y="{}" font-size="{}" font-weight="{}" textLength="{}" lengthAdjust="{adjust}" fill="#000">{}</text>"##,
                um(run.x),
                um(run.baseline),
                um(run.size),
                run.face.weight(),
                um(run.width),
                escaped(&run.text)
            ),
        );
    }
    svg
}

fn um(length: Length) -> i64 {
    (length.in_tenths() + 5).div_euclid(10)
}

/// A string takes what is written to it: there is no error to be had.
fn add(svg: &mut String, what: std::fmt::Arguments<'_>) {
    let _ = svg.write_fmt(what);
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

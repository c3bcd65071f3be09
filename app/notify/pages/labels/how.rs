//! How it shall be printed: the sheet, where on it to begin, the printer, and what stands on each label.

use super::{Page, view};
use kit::{Checkbox, Choice, FieldSet, Input, PictureChoice, PictureChoices, Select};
use leptos::prelude::*;
use notify_rules::{LabelDpi, LabelSheet, LabelSymbology};
use std::fmt::Write as _;
use words::Words;

pub(super) fn column(words: Words, page: &Page) -> impl IntoView + use<> {
    let wish = page.wish.clone();
    let fields = ["sheet", "start", "price", "symbology", "dpi"];
    let [sheet_wrong, start_wrong, price_wrong, symbology_wrong, dpi_wrong] = fields.map(|name| view::wrong(words, page, |field| field == name));
    let (name, price, sku) = (wish.name, wish.price, wish.sku);
    let sheets = page.sheets.iter().map(|sheet| sheet_choice(words, sheet)).collect::<Vec<_>>();
    let chosen = page.sheets.iter().find(|sheet| sheet.code == wish.sheet);
    let places = chosen.map_or(1, |sheet| sheet.places);
    let printers = LabelDpi::ALL.iter().map(|dpi| Choice::new(dpi.tag(), words.t(&format!("dpi-{}", dpi.tag())))).collect::<Vec<_>>();
    let symbologies = LabelSymbology::ALL
        .iter()
        .map(|symbology| Choice::new(symbology.tag(), symbology.name().map_or_else(|| words.t("symbology-auto"), |name| words.code(name))))
        .collect::<Vec<_>>();
    let start = (places > 1 || start_wrong.is_some()).then(|| {
        view! {
            <Input
                name="start"
                label=words.t("labels-start")
                value=wish.start.clone()
                suffix=words.with("labels-start-of", &[("places", places.into())])
                inputmode="numeric"
                autocomplete="off"
                hint=words.t("labels-start.hint")
                error=start_wrong
            />
        }
    });
    view! {
        <PictureChoices name="sheet" legend=words.t("labels-sheet") choices=sheets value=wish.sheet error=sheet_wrong/>
        {start}
        <FieldSet legend=words.t("labels-content")>
            <Checkbox name="name" label=words.t("name") checked=name/>
            <Checkbox name="price" label=words.t("labels-price") checked=price error=price_wrong/>
            <Checkbox name="sku" label=words.t("item-sku") checked=sku/>
        </FieldSet>
        <Select name="symbology" label=words.t("labels-symbology") choices=symbologies value=wish.symbology error=symbology_wrong/>
        <Select name="dpi" label=words.t("labels-printer") choices=printers value=wish.dpi hint=words.t("labels-printer.hint") error=dpi_wrong/>
    }
}

fn sheet_choice(words: Words, sheet: &LabelSheet) -> PictureChoice {
    let id = format!("sheet-{}", sheet.code);
    PictureChoice { value: sheet.code.clone(), label: words.t(&id), hint: words.t(&format!("{id}.hint")).into(), picture: picture(sheet) }
}

/// The tallest a picture may be, and the widest, in pixels.
const TALL: i64 = 36;
const WIDE: i64 = 44;

/// A sheet in small: its labels in their grid, or one label of a roll with its bars. Drawn in tenths of a millimetre.
fn picture(sheet: &LabelSheet) -> String {
    let (width, height) = (sheet.page_width_um / 100, sheet.page_height_um / 100);
    // As large as fits, in the paper's own proportions.
    let (w, h) = if width * TALL <= height * WIDE { (width * TALL / height.max(1), TALL) } else { (WIDE, height * WIDE / width.max(1)) };
    let hair = width / w.max(1);
    let mut marks = String::new();
    if sheet.is_roll {
        let (left, top) = (width / 5, height * 2 / 5);
        for (at, thick) in [1, 2, 1, 1, 2, 1, 2, 1, 1, 2].into_iter().enumerate() {
            let x = left + i64::try_from(at).unwrap_or_default() * width * 6 / 100;
            // A string takes what is written to it.
            let _ = write!(marks, "M{x} {top}h{}v{}h-{}z", thick * hair, height * 2 / 5, thick * hair);
        }
    } else {
        let (columns, rows) = (i64::from(sheet.columns).max(1), i64::from(sheet.rows).max(1));
        let (across, down) = (width * 9 / 10 / columns, height * 9 / 10 / rows);
        for place in 0..columns * rows {
            let (x, y) = (width / 20 + place % columns * across, height / 20 + place / columns * down);
            let _ = write!(marks, "M{x} {y}h{}v{}h-{}z", across - hair, down - hair, across - hair);
        }
    }
    format!(
        r##"<svg width="{w}" height="{h}" viewBox="0 0 {width} {height}" fill="none" stroke="currentColor"><rect width="{width}" height="{height}" stroke-width="{}"/><path d="{marks}" fill="currentColor" stroke="none" opacity=".55"/></svg>"##,
        hair * 2
    )
}

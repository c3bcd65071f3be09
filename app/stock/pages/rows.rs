//! The lines of a form: an item, a quantity, and what else a line has. Lines are added and dropped by buttons of the form
//! itself, so that it works without script; Enter, which a scanner types, adds a line.

use crate::{common::unit_name, pick_item::Pick};
use kit::{
    Button, Cell, Choice, Column, Density, Disclosure, FieldRow, Glyph, Hidden, Input, OnPhone, RadioGroup, RowOf, Select, Size, Table, TextArea,
    Weight,
};
use leptos::prelude::*;
use stock_rules::{LINES_MAX, LOT_CODE_MAX, LotGiven};
use vocabulary::{Currency, FieldError, Money, Quantity, Ratio, Status, Tracking, VariantId};
use wire::{Fields, PageError, PageState, Typed, Visit};
use words::Words;

/// What a line has besides its item and its quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extra {
    None,
    /// An amount for one, named by this word.
    Money(&'static str, Currency),
    /// The same, in the tenant's currency unless the form says another, with its rate.
    Cost(&'static str, Currency),
    /// What state it is in.
    Status(&'static str),
}

/// A line as it was typed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Row {
    pub pick: Pick,
    pub quantity: String,
    /// In which unit that is; empty for the base unit.
    pub unit: String,
    pub extra: String,
    pub lot: LotTyped,
}

/// Which lot, or which pieces, as it was typed; asked for where the item is tracked.
#[derive(Clone, Debug, Default)]
pub(crate) struct LotTyped {
    pub code: String,
    pub expires_on: String,
    /// One in a line.
    pub serials: String,
}

/// What a line tells of its lot or its pieces.
pub(crate) type Told = (Option<LotGiven>, Vec<String>);

impl LotTyped {
    /// Reads the fields whose names begin so.
    pub(crate) fn read(fields: &Fields, prefix: &str) -> Self {
        let typed = |field: &str| fields.get(&format!("{prefix}{field}")).trim().to_owned();
        Self { code: typed("lot"), expires_on: typed("lot.expires_on"), serials: typed("serials") }
    }

    /// Something was typed.
    pub(crate) fn is_told(&self) -> bool {
        [&self.code, &self.expires_on, &self.serials].into_iter().any(|typed| !typed.is_empty())
    }

    /// What it tells of an item's lot or pieces.
    ///
    /// # Errors
    /// The field and what is wrong with it: its last day is no day.
    pub(crate) fn told(&self, words: Words, tracking: Tracking) -> Result<Told, (String, vocabulary::Said)> {
        let day = (!self.expires_on.is_empty()).then(|| words.read_date(&self.expires_on)).transpose();
        let expires_on = day.map_err(|said| (String::from("lot.expires_on"), said))?;
        let lot = LotGiven { code: self.code.clone(), expires_on, made_on: None };
        let serials = self.serials.lines().map(str::trim).filter(|serial| !serial.is_empty()).map(str::to_owned).collect();
        Ok(match tracking {
            Tracking::None => (None, Vec::new()),
            Tracking::Serial => (None, serials),
            Tracking::Lot | Tracking::LotExpiry => (Some(lot).filter(|lot| *lot != LotGiven::default()), Vec::new()),
        })
    }
}

impl LotTyped {
    /// What it tells of an item of which nobody knows yet how its pieces are told apart.
    ///
    /// # Errors
    /// As [`LotTyped::told`].
    pub(crate) fn all(&self, words: Words) -> Result<Told, (String, vocabulary::Said)> {
        let ((lot, _), (_, serials)) = (self.told(words, Tracking::LotExpiry)?, self.told(words, Tracking::Serial)?);
        Ok((lot, serials))
    }
}

impl Row {
    /// The unit that the line names; none for the base unit.
    pub(crate) fn unit(&self) -> Option<String> {
        let base = self.pick.units.first().is_some_and(|base| base.unit == self.unit);
        (!self.unit.is_empty() && !base).then(|| self.unit.clone())
    }

    /// So much of the line's unit in base units, as far as it is known.
    fn base(&self, quantity: Quantity) -> Quantity {
        let unit = self.pick.units.iter().find(|unit| unit.unit == self.unit);
        let base = unit.and_then(|unit| Ratio::new(unit.num, unit.den)).and_then(|ratio| ratio.base(quantity).ok());
        base.unwrap_or(quantity)
    }

    /// What the line tells of its lot or its pieces.
    ///
    /// # Errors
    /// The field and what is wrong with it: its last day is no day.
    pub(crate) fn told(&self, words: Words) -> Result<Told, (String, vocabulary::Said)> {
        self.lot.told(words, self.pick.tracking)
    }

    /// Fills in what a code told, where nothing else was typed.
    fn take_told(&mut self) {
        let told = std::mem::take(&mut self.pick.told);
        let fill = |typed: &mut String, told: Option<String>| {
            if typed.is_empty() {
                *typed = told.unwrap_or_default();
            }
        };
        fill(&mut self.lot.code, told.lot);
        fill(&mut self.lot.expires_on, told.expiry.map(|day| day.to_string()));
        fill(&mut self.lot.serials, told.serial);
    }
}

impl Row {
    /// A code that has a case under it was scanned: it is cases that are told, and one of them unless said.
    fn take_under(&mut self, words: Words) {
        let Some((unit, pack)) = self.pick.under.take() else { return };
        let known = self.pick.units.iter().find(|known| known.unit == unit).and_then(|known| Ratio::new(known.num, known.den));
        let blank = self.quantity.is_empty();
        if known.is_some() && known == Ratio::of(pack) {
            self.unit = unit;
            if blank {
                self.quantity = words.quantity(Quantity::ONE);
            }
        } else if blank {
            // The item calls another number by that name, or none: then it is the pieces that are told.
            self.quantity = words.quantity(pack);
        }
    }
}

/// All lines that are not blank, in their order: the operation's lines have the same numbers.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rows {
    pub rows: Vec<Row>,
    /// A button asked for another line, or for one less: the form is shown again and nothing is done.
    pub edited: bool,
    /// Another line was asked for.
    pub wants_more: bool,
}

impl Rows {
    /// A form with a line begun for each item.
    pub(crate) fn begin(picks: Vec<Pick>) -> Self {
        let rows = picks.into_iter().filter(|pick| pick.variant.is_some()).map(|pick| Row { pick, ..Row::default() }).collect();
        Self { rows, ..Self::default() }
    }

    /// Reads what the browser sent. A variant found before counts only while its text stands unchanged.
    pub(crate) fn read(fields: &Fields) -> Self {
        let asked = fields.get("do");
        let dropped: Option<usize> = asked.strip_prefix("drop-").and_then(|at| at.parse().ok());
        let mut rows = Vec::new();
        for at in 0..=LINES_MAX {
            let name = |field: &str| format!("lines[{at}].{field}");
            if !fields.has(&name("item")) {
                break;
            }
            if dropped == Some(at) {
                continue;
            }
            let typed = fields.get(&name("item")).trim().to_owned();
            let chosen: Option<VariantId> = fields.get(&name("choice")).parse().ok();
            let known = typed == fields.get(&name("known"));
            let variant = chosen.or_else(|| fields.get(&name("variant")).parse().ok().filter(|_| known));
            // A choice's name is read again: it was not shown as taken yet.
            let label = if chosen.is_some() { String::new() } else { fields.get(&name("label")).to_owned() };
            let tracking = Tracking::of_tag(fields.get(&name("tracking"))).filter(|_| variant.is_some()).unwrap_or_default();
            let row = Row {
                lot: LotTyped::read(fields, &name("")),
                pick: Pick { typed, variant, label, tracking, ..Pick::default() },
                quantity: fields.get(&name("quantity")).trim().to_owned(),
                // Of another item it may mean nothing, or something else.
                unit: if known { fields.get(&name("unit")).trim().to_owned() } else { String::new() },
                extra: fields.get(&name("extra")).trim().to_owned(),
            };
            let blank = row.pick.typed.is_empty() && row.quantity.is_empty();
            if !blank {
                rows.push(row);
            }
        }
        Self { rows, edited: dropped.is_some() || asked == "add", wants_more: asked == "add" }
    }

    /// Finds out what was typed in each line.
    pub(crate) async fn resolve(&mut self, state: &PageState, visit: &Visit) -> Result<Vec<FieldError>, PageError> {
        let mut wrong = Vec::new();
        for (at, row) in self.rows.iter_mut().enumerate() {
            if let Some(variant) = row.pick.variant.filter(|_| row.pick.label.is_empty()) {
                row.pick = Pick::of(state, visit, variant).await?;
            }
            if let Err(error) = row.pick.resolve(state, visit, &format!("lines[{at}].item")).await? {
                wrong.push(error);
            }
            row.take_told();
            row.pick.ask_units(state, visit).await?;
            row.take_under(visit.words);
        }
        Ok(wrong)
    }

    /// The parts of what comes whole, as far as that is known before the form is handed in.
    pub(crate) fn fractions(&self, words: Words) -> Vec<FieldError> {
        let whole = |row: &Row| row.pick.units.iter().find(|unit| unit.unit == row.unit).or(row.pick.units.first()).is_some_and(|unit| unit.whole);
        let is_part = |row: &Row| whole(row) && words.read_quantity(&row.quantity).is_ok_and(|quantity| !quantity.is_whole());
        let parts = self.rows.iter().enumerate().filter(|(_, row)| is_part(row));
        parts.map(|(at, _)| FieldError::new(&format!("lines[{at}].quantity"), "quantity-not-whole")).collect()
    }

    /// All that is told, in base units.
    pub(crate) fn total(&self, words: Words) -> Quantity {
        self.rows.iter().filter_map(|row| Some(row.base(words.read_quantity(&row.quantity).ok()?))).sum()
    }

    /// The lines as values, each made by `make` of variant, quantity and line; what is wrong goes to `wrong`.
    pub(crate) fn values<T>(
        &self,
        words: Words,
        wrong: &mut Vec<FieldError>,
        make: impl Fn(VariantId, Quantity, &Row) -> Result<T, (String, vocabulary::Said)>,
    ) -> Vec<T> {
        if self.rows.is_empty() {
            wrong.push(FieldError::new("lines[0].item", "lines-none"));
        }
        let mut all = Vec::with_capacity(self.rows.len());
        for (at, row) in self.rows.iter().enumerate() {
            let quantity = words.read_quantity(&row.quantity).map_err(|said| wrong.push(FieldError { field: format!("lines[{at}].quantity"), said }));
            // What else is wrong with the line is told too: a stand-in takes the place of what is not known.
            let known = row.pick.variant.zip(quantity.ok());
            let (variant, amount) = known.unwrap_or_else(|| (VariantId::new(), Quantity::ONE));
            match make(variant, amount, row) {
                Ok(value) => all.extend(known.map(|_| value)),
                Err((name, said)) => wrong.push(FieldError { field: format!("lines[{at}].{name}"), said }),
            }
        }
        all
    }
}

/// The amount of a line; none where nothing was typed.
pub(crate) fn money(words: Words, row: &Row, currency: Currency) -> Result<Option<Money>, (String, vocabulary::Said)> {
    if row.extra.is_empty() {
        return Ok(None);
    }
    words.read_money(&row.extra, currency).map(Some).map_err(|said| (String::from("extra"), said))
}

/// The lines as a table of fields. `typed` says what is wrong with each; goods that come tell their last day too.
pub(crate) fn view(words: Words, rows: &Rows, extra: Extra, comes: bool, typed: &Typed) -> impl IntoView + use<> {
    let mut shown = rows.rows.clone();
    if shown.is_empty() || rows.wants_more {
        shown.push(Row::default());
    }
    let focus = shown.len() - 1;
    let mut columns = vec![Column::new("item", words.t("item")), Column::num("quantity", words.t("quantity"))];
    match extra {
        Extra::None => {}
        Extra::Money(word, _) | Extra::Cost(word, _) => columns.push(Column::num("extra", words.t(word))),
        Extra::Status(word) => columns.push(Column::new("extra", words.t(word))),
    }
    columns.push(Column::new("drop", words.t("line-drop")).hide_label());
    let many = shown.len() > 1;
    let table: Vec<RowOf> = shown
        .into_iter()
        .enumerate()
        .map(|(at, row)| {
            let name = |field: &str| format!("lines[{at}].{field}");
            let mut cells = vec![
                Cell::head(view! {
                    {item_cell(words, at, &row.pick, typed, rows.wants_more && at == focus)}
                    {lot_cell(words, at, &row, comes, typed)}
                })
                .class("line-item"),
                Cell::new(view! {
                    {amount_cell(words, at, "quantity", "quantity", &row.quantity, typed, String::new())}
                    {unit_cell(words, at, &row, typed)}
                }),
            ];
            match extra {
                Extra::None => {}
                Extra::Money(word, currency) | Extra::Cost(word, currency) => {
                    let other = if matches!(extra, Extra::Cost(..)) { typed.value("currency").to_uppercase().parse().ok() } else { None };
                    let currency = other.unwrap_or(currency);
                    cells.push(Cell::new(amount_cell(words, at, "extra", word, &row.extra, typed, words.currency(currency))));
                }
                Extra::Status(word) => {
                    let label = line_label(words, word, at);
                    let choices = Status::ALL.iter().map(|status| Choice::new(status.tag(), words.status(*status))).collect();
                    let value = if row.extra.is_empty() { Status::Quarantine.tag().to_owned() } else { row.extra.clone() };
                    cells.push(Cell::new(
                        view! { <Select name=name("extra") label choices value hide_label=true error=typed.error(&name("extra"))/> },
                    ));
                }
            }
            let drop = many.then(|| {
                let label = words.with("line-drop-number", &[("number", (at + 1).into())]);
                view! { <Button label icon=Glyph::X icon_only=true weight=Weight::Quiet size=Size::Small name="do" value=format!("drop-{at}")/> }
            });
            cells.push(Cell::new(drop).class("drop"));
            RowOf::new(cells)
        })
        .collect();
    view! {
        // The first button of a form is the one Enter presses: it adds a line, and drops none.
        <Button label=words.t("line-add") class="sr" name="do" value="add" attr:tabindex="-1" attr:aria-hidden="true"/>
        <Table caption=words.t("lines") columns rows=table density=Density::Roomy phone=OnPhone::RecordsInTwos class="table-lines"/>
        <div class="row"><Button label=words.t("line-add") icon=Glyph::Plus name="do" value="add" size=Size::Small/></div>
    }
}

fn line_label(words: Words, word: &str, at: usize) -> String {
    words.with("line-field", &[("field", words.t(word).into()), ("number", (at + 1).into())])
}

fn amount_cell(words: Words, at: usize, field: &str, word: &str, value: &str, typed: &Typed, prefix: String) -> impl IntoView + use<> {
    let (name, label, value) = (format!("lines[{at}].{field}"), line_label(words, word, at), value.to_owned());
    let error = typed.error(&name);
    view! { <Input name label value error numeric=true hide_label=true prefix/> }
}

/// In which unit, where the item has more than one.
fn unit_cell(words: Words, at: usize, row: &Row, typed: &Typed) -> Option<AnyView> {
    let name = format!("lines[{at}].unit");
    let error = typed.error(&name);
    if row.pick.units.len() < 2 && error.is_none() {
        return None;
    }
    let (label, value) = (line_label(words, "line-unit", at), row.unit.clone());
    let choices = row.pick.units.iter().map(|unit| Choice::new(unit.unit.clone(), unit_name(words, &unit.unit))).collect();
    Some(view! { <Select name label choices value hide_label=true error/> }.into_any())
}

fn item_cell(words: Words, at: usize, pick: &Pick, typed: &Typed, focus: bool) -> impl IntoView + use<> {
    let name = |field: &str| format!("lines[{at}].{field}");
    let known = pick.variant.map(|variant| {
        let (variant, text, label) = (variant.to_string(), pick.typed.clone(), pick.label.clone());
        let tracking = pick.tracking.is_tracked().then(|| view! { <Hidden name=name("tracking") value=pick.tracking.tag().to_owned()/> });
        view! {
            {tracking}
            <Hidden name=name("variant") value=variant/>
            <Hidden name=name("known") value=text/>
            <Hidden name=name("label") value=label/>
        }
    });
    let error = typed.error(&name("item"));
    let choices = (!pick.choices.is_empty()).then(|| {
        let choices = pick.choices.clone();
        view! { <RadioGroup name=name("choice") legend=words.t("pick-which") choices/> }
    });
    let (field, label, value, hint) = (name("item"), line_label(words, "item", at), pick.typed.clone(), pick.label.clone());
    view! {
        <Input
            name=field
            label
            value
            hint
            error
            hide_label=true
            autofocus=focus
            autocomplete="off"
            placeholder=words.t("pick-placeholder")
        />
        {known}
        {choices}
    }
}

/// Which lot, or which pieces, where the item is tracked.
fn lot_cell(words: Words, at: usize, row: &Row, comes: bool, typed: &Typed) -> Option<AnyView> {
    lot_fields(words, &format!("lines[{at}]."), |word| line_label(words, word, at), row.pick.tracking, &row.lot, comes, typed)
}

/// All of those fields, folded away, for an item of which nobody knows yet how its pieces are told apart.
pub(crate) fn lots_unasked(words: Words, prefix: &str, lot: &LotTyped, typed: &Typed, class: &'static str) -> AnyView {
    let fields = |tracking| lot_fields(words, prefix, |word| words.t(word), tracking, lot, true, typed);
    let (open, (lot, pieces)) = (lot.is_told(), (fields(Tracking::LotExpiry), fields(Tracking::Serial)));
    view! {
        <div class=class>
            <Disclosure label=words.t("lots-unasked") open=open><div class="stack stack-3">{lot} {pieces}</div></Disclosure>
        </div>
    }
    .into_any()
}

/// The fields by which a line, or a form of one item, tells its lot or its pieces; `prefix` begins their names.
pub(crate) fn lot_fields(
    words: Words,
    prefix: &str,
    label: impl Fn(&str) -> String,
    tracking: Tracking,
    lot: &LotTyped,
    comes: bool,
    typed: &Typed,
) -> Option<AnyView> {
    let named = |field: &str| {
        let name = format!("{prefix}{field}");
        let error = typed.error(&name);
        (name, error)
    };
    match tracking {
        Tracking::None => None,
        Tracking::Serial => {
            let ((name, error), label) = (named("serials"), label("serials"));
            let (value, hint) = (lot.serials.clone(), words.t("serials.hint"));
            Some(view! { <TextArea name label value hint error rows=2/> }.into_any())
        }
        Tracking::Lot | Tracking::LotExpiry => {
            let ((name, error), code, value) = (named("lot"), label("lot"), lot.code.clone());
            let (optional, hint) = if comes { (String::new(), String::new()) } else { (words.t("optional"), words.t("lot-going.hint")) };
            let most = u32::try_from(LOT_CODE_MAX).unwrap_or(64);
            let expires = comes.then(|| {
                let ((name, error), label, value) = (named("lot.expires_on"), label("lot-expires"), lot.expires_on.clone());
                view! { <Input name kind="date" label value error/> }
            });
            let fields = view! {
                <FieldRow>
                    <Input name label=code value hint error optional maxlength=most autocomplete="off"/>
                    {expires}
                </FieldRow>
            };
            Some(fields.into_any())
        }
    }
}

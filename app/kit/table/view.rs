//! How a table is drawn.

use leptos::prelude::*;

use crate::{
    choice::PickBox,
    icon::{Glyph, Icon},
    table::{
        arrange::{Arranged, arrange},
        model::{Cell, Column, ColumnGroup, Density, OnPhone, Order, RowOf},
    },
    text::{Piece, Text, classes},
};

/// A table: caption, columns, rows. Long working lists are `sticky` (their head stays) and `bleed` to the page's edges.
#[component]
pub fn Table(
    /// What the table holds, and of how much: "Stock on hand by item and store, 30 of 412". Names its region too.
    #[prop(into)]
    caption: String,
    columns: Vec<Column>,
    rows: Vec<RowOf>,
    /// A first row of heads over several columns each. Their spans cover the columns in order.
    #[prop(optional)]
    groups: Vec<ColumnGroup>,
    /// The keys of the columns somebody chose, in their order; none: as the table has them.
    #[prop(optional)]
    chosen: Vec<String>,
    /// Sums, at the foot.
    #[prop(default = None, into)]
    foot: Option<RowOf>,
    /// The rows have a [`Pick`]; the head of that column, read out: "Select".
    #[prop(optional, into)]
    pick_head: Text,
    /// In the head of that column, instead of nothing: an island that picks all.
    #[prop(optional, into)]
    pick_all: Piece,
    #[prop(default = false)] show_caption: bool,
    #[prop(optional)] density: Density,
    #[prop(optional)] phone: OnPhone,
    #[prop(default = false)] sticky: bool,
    #[prop(default = false)] bleed: bool,
    #[prop(optional, into)] id: Text,
    #[prop(optional, into)] class: String,
) -> impl IntoView {
    let Arranged { columns, groups, rows, foot } = arrange(columns, groups, rows, foot, &chosen);
    let density = match density {
        Density::Compact => "table-compact",
        Density::Normal => "",
        Density::Roomy => "table-roomy",
    };
    let on_phone = match phone {
        OnPhone::Records => "stack-phone",
        OnPhone::RecordsInTwos => "stack-phone stack-phone-2",
        OnPhone::Cards => "cards-phone",
        OnPhone::Scroll => "",
    };
    // Cells laid out as a grid are no table to a browser any more; the roles say again that they are.
    let roles = phone != OnPhone::Scroll;
    let region = if bleed { "bleed list-region" } else { "scroller" };
    let picks = pick_head.is_some();
    let width = columns.len() + usize::from(picks);
    let head = heads(&columns, groups, pick_head, pick_all, roles);
    let foot = foot.map(|foot| {
        view! { <tfoot role=role(roles, "rowgroup")>{row(foot, &columns, picks, roles, width)}</tfoot> }
    });
    let bodies = bodies(rows, &columns, picks, roles, width);
    view! {
        <div class=region role="region" aria-label=caption tabindex="0">
            <table
                id=id.get()
                class=classes(&["table", density, if sticky { "table-sticky" } else { "" }, on_phone, &class])
                role=role(roles, "table")
            >
                <caption class=if show_caption { "" } else { "sr" }>{caption.clone()}</caption>
                <thead role=role(roles, "rowgroup")>{head}</thead>
                {bodies}
                {foot}
            </table>
        </div>
    }
}

fn role(roles: bool, role: &'static str) -> Option<&'static str> {
    roles.then_some(role)
}

fn heads(columns: &[Column], groups: Vec<ColumnGroup>, pick: Text, pick_all: Piece, roles: bool) -> AnyView {
    let tall = (!groups.is_empty()).then_some(2);
    let pick = pick.get().map(|words| {
        let content = pick_all.get().unwrap_or_else(|| view! { <span class="sr">{words}</span> }.into_any());
        view! { <th role=role(roles, "columnheader") scope="col" rowspan=tall class="pick">{content}</th> }
    });
    if groups.is_empty() {
        let cells = columns.iter().map(|column| head(column, None, "", roles)).collect::<Vec<_>>();
        return view! { <tr role=role(roles, "row")>{pick}{cells}</tr> }.into_any();
    }
    let (mut over, mut under, mut at) = (Vec::new(), Vec::new(), 0);
    for group in groups {
        if group.span == 0 {
            over.extend(columns.get(at).map(|column| head(column, tall, "", roles)));
            at += 1;
            continue;
        }
        let span = group.span;
        over.push(
            view! {
                <th role=role(roles, "columnheader") scope="colgroup" colspan=span class="group-start group-head">
                    {group.content}
                </th>
            }
            .into_any(),
        );
        for (nth, column) in columns.iter().skip(at).take(span).enumerate() {
            under.push(head(column, None, if nth == 0 { "group-start" } else { "" }, roles));
        }
        at += span;
    }
    view! {
        <tr role=role(roles, "row")>{pick}{over}</tr>
        <tr role=role(roles, "row")>{under}</tr>
    }
    .into_any()
}

fn head(column: &Column, tall: Option<usize>, more: &str, roles: bool) -> AnyView {
    let label = column.label.clone();
    let now = column.sort.as_ref().and_then(|sort| sort.now);
    let content = match &column.sort {
        Some(sort) => {
            let arrow = now.map(|order| match order {
                Order::Ascending => Glyph::ArrowUp,
                Order::Descending => Glyph::ArrowDown,
            });
            view! { <a href=sort.href.clone()>{label}{arrow.map(|name| view! { <Icon name/> })}</a> }.into_any()
        }
        None if column.hide_label => view! { <span class="sr">{label}</span> }.into_any(),
        None => label.into_any(),
    };
    let sorted = now.map(|order| match order {
        Order::Ascending => "ascending",
        Order::Descending => "descending",
    });
    view! {
        <th
            role=role(roles, "columnheader")
            scope="col"
            rowspan=tall
            class=classes(&[&column.classes(), more])
            aria-sort=sorted
            data-col=column.key
        >
            {content}
        </th>
    }
    .into_any()
}

/// One `<tbody>`, or one for each group of rows: `scope="rowgroup"` is about the body its head stands in.
fn bodies(rows: Vec<RowOf>, columns: &[Column], picks: bool, roles: bool, width: usize) -> Vec<AnyView> {
    let mut bodies: Vec<Vec<AnyView>> = vec![Vec::new()];
    for one in rows {
        if one.group.is_some() && bodies.last().is_some_and(|body| !body.is_empty()) {
            bodies.push(Vec::new());
        }
        if let Some(body) = bodies.last_mut() {
            body.push(row(one, columns, picks, roles, width));
        }
    }
    bodies.into_iter().map(|body| view! { <tbody role=role(roles, "rowgroup")>{body}</tbody> }.into_any()).collect()
}

fn row(row: RowOf, columns: &[Column], picks: bool, roles: bool, width: usize) -> AnyView {
    if let Some(words) = row.group {
        return view! {
            <tr role=role(roles, "row") class="day">
                <th role=role(roles, "rowheader") scope="rowgroup" colspan=width>{words}</th>
            </tr>
        }
        .into_any();
    }
    let pick = picks.then(|| {
        let content = row.pick.map(|pick| {
            view! { <PickBox name=pick.name value=pick.value label=pick.label checked=pick.checked form=pick.form/> }
        });
        view! { <td role=role(roles, "cell") class="pick">{content}</td> }
    });
    let cells = row.cells.into_iter().zip(columns).map(|(one, column)| cell(one, column, roles)).collect::<Vec<_>>();
    view! { <tr role=role(roles, "row") class=some(row.class) id=row.id.get()>{pick}{cells}</tr> }.into_any()
}

fn cell(cell: Cell, column: &Column, roles: bool) -> AnyView {
    let class = some(classes(&[&column.classes(), &cell.class]));
    if cell.head {
        return view! { <th role=role(roles, "rowheader") scope="row" class=class>{cell.content}</th> }.into_any();
    }
    let label = (!column.hide_label).then(|| column.label.clone());
    let (over, after) = (cell.over.get(), cell.after.get());
    match cell.content {
        Some(content) => view! {
            <td role=role(roles, "cell") class=class data-label=label data-store=over data-word=after>{content}</td>
        }
        .into_any(),
        // No marker inside: on a phone `td:empty` is not shown at all.
        None => view! { <td role=role(roles, "cell") class=class data-label=label></td> }.into_any(),
    }
}

fn some(class: String) -> Option<String> {
    (!class.is_empty()).then_some(class)
}

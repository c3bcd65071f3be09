//! A working list with all that stands around it, and tables of other kinds.

use kit::*;
use leptos::prelude::*;

use super::Specimen;

fn pick(value: &str, label: &str, checked: bool) -> Pick {
    Pick { name: "pick", value: value.to_owned(), label: format!("Select {label}"), checked, form: "bulk".into() }
}

fn stock_row(sku: &str, name: &str, sub: &str, figures: [i64; 4], state: AnyView, checked: bool) -> RowOf {
    let [a, b, c, d] = figures;
    let num = |value: i64| Cell::num(value.to_string().replace('-', "−"), value == 0);
    let (name, sub) = (name.to_owned(), sub.to_owned());
    let label = format!("{name}, {sub}");
    RowOf::new(vec![
        Cell::new(view! { <Code value=sku/> }).class("sub"),
        Cell::head(view! { <a href="/item">{name}</a> " " <span class="sub">{sub}</span> }),
        num(a).class("oh s1 group-start").after("on hand"),
        num(b).class("av s1 lead").over("London"),
        num(c).class("oh s2 group-start").after("on hand"),
        num(d).class("av s2 lead").over("Leeds"),
        Cell::new(state).class("group-start"),
    ])
    .pick(pick(sku, &label, checked))
}

fn stock() -> impl IntoView {
    let columns = vec![
        Column::new("sku", "SKU").class("c-sku code"),
        Column::new("name", "Item").class("c-name").sort("?sort=-name", Some(Order::Ascending)),
        Column::num("on_hand_1", "On hand").sort("?sort=on_hand_1", None),
        Column::num("available_1", "Available").sort("?sort=available_1", None),
        Column::num("on_hand_2", "On hand").sort("?sort=on_hand_2", None),
        Column::num("available_2", "Available").sort("?sort=available_2", None),
        Column::new("state", "Status").class("c-status"),
    ];
    let groups = vec![
        ColumnGroup::none(),
        ColumnGroup::none(),
        ColumnGroup::new(2, view! { <StoreName name="London Shop" mark=Mark(1)/> }),
        ColumnGroup::new(2, view! { <StoreName name="Leeds Shop" mark=Mark(2)/> }),
        ColumnGroup::none(),
    ];
    let in_stock = || view! { <State label="In stock"/> }.into_any();
    let low = || view! { <State label="Low" tone=Tone::Warn/> }.into_any();
    let rows = vec![
        stock_row("22726", "Alarm Clock Bakelike", "Green", [9, 8, 4, 4], in_stock(), true),
        stock_row("22727", "Alarm Clock Bakelike", "Red", [3, 1, 0, 0], low(), false),
        stock_row("85099B", "Jumbo Bag", "Red", [5, -1, 12, 12], view! { <State label="Oversold" tone=Tone::Bad/> }.into_any(), false),
    ];
    view! {
        <Table
            caption="Stock on hand by item and store, 3 of 412 shown, sorted by name"
            columns
            groups
            rows
            pick_head="Select"
            density=Density::Compact
            phone=OnPhone::Cards
            sticky=true
            bleed=true
            class="table-stock"
        />
    }
}

fn movements() -> impl IntoView {
    let columns = vec![
        Column::new("time", "Time"),
        Column::new("what", "What happened"),
        Column::new("where", "From and to"),
        Column::num("change", "Change"),
        Column::num("after", "On hand after"),
        Column::new("more", "More").hide_label(),
    ];
    let line = |time: &'static str, code: &'static str, change: &'static str, sign, after: &'static str| {
        RowOf::new(vec![
            Cell::new(time).class("sub tnum nowrap"),
            Cell::head(view! { "Sold " <Code value=code href="/s"/> }),
            Cell::new(view! { <Flow from="F3-02" to="Customer" word="to"/> }),
            Cell::new(view! { <Delta value=change sign/> }),
            Cell::new(view! { <Num value=after why="/why" why_label=format!("Why {after}?")/> }),
            Cell::empty(),
        ])
    };
    let rows = vec![
        RowOf::group("Today, 23 November"),
        line("11:20", "S-20431", "−2", Sign::Less, "53"),
        line("09:41", "S-20418", "−1", Sign::Less, "55").id("s-20418"),
        RowOf::group("Saturday 21 November"),
        line("16:32", "S-20397", "+4", Sign::More, "56").class("is-cursor"),
    ];
    let foot = RowOf::new(vec![Cell::empty(), Cell::head("Total"), Cell::empty(), Cell::num("+1", false), Cell::empty(), Cell::empty()]);
    view! { <Table caption="Movements in London Shop" columns rows foot density=Density::Compact show_caption=true id="movements"/> }
}

fn small() -> impl IntoView {
    let columns = || vec![Column::new("place", "Place"), Column::num("n", "On hand").sort("?sort=n", Some(Order::Descending))];
    let rows = || {
        vec![
            RowOf::new(vec![Cell::head(view! { <StoreName name="London Shop" mark=Mark(1)/> }), Cell::num("53", false)]),
            RowOf::new(vec![Cell::head("Shop floor, F3-02").class("sub indent"), Cell::num("0", true)]),
        ]
    };
    view! {
        <Table caption="Stock by place" columns=columns() rows=rows() density=Density::Roomy phone=OnPhone::Scroll/>
        <Table caption="Stock by place, in twos" columns=columns() rows=rows() phone=OnPhone::RecordsInTwos/>
    }
}

pub fn specimens() -> impl IntoView {
    let filter = |name: &str, value: &str, edit: &str| Filter {
        name: name.to_owned(),
        value: value.to_owned(),
        remove: "?".to_owned(),
        remove_label: format!("Remove filter: {name}"),
        edit: edit.into(),
    };
    let choice = |key: &str, fixed, shown| ColumnChoice {
        key: key.to_owned(),
        label: key.to_owned(),
        shown,
        fixed,
        up: format!("Move {key} up"),
        down: format!("Move {key} down"),
    };
    let keep = || vec![("store".to_owned(), "LON".to_owned())];
    let add = view! { <Menu label="Filter" icon=Some(Glyph::Plus) chip=true items=vec![MenuItem::link("Supplier", "?filter=supplier")]/> };
    view! {
        <Specimen title="A working list" note="Filters in sight, address holds the state.">
            <div>
                <ViewTabs label="Saved views" tabs=vec![
                    Tab::new("All stock", "?", true).count("1,198"),
                    Tab::new("Low or out", "?view=low", false).count("51"),
                ]/>
                <Toolbar label="Filters">
                    <SearchBox action="/stock" label="Search these items" placeholder="Name, SKU, barcode" go="Search" keep=keep()/>
                    <FilterChips
                        filters=vec![filter("Store", "All three", ""), filter("Category", "Gifts, Kitchen", "?edit=category")]
                        clear=("Clear all".to_owned(), "?".to_owned())
                        add
                    />
                    <span class="push hide-phone">
                        <ColumnChooser action="/stock" csrf="token" label="Columns" apply="Show these" reset="As the list has them" count="3 of 4" columns=vec![
                            choice("SKU", true, true),
                            choice("On hand", false, true),
                            choice("Promised", false, false),
                        ]/>
                    </span>
                </Toolbar>
                {stock()}
                <Pager label="Pages" summary="1–30 of 412" back_label="Back" next_label="Next" next="?after=x"/>
            </div>
            <form id="bulk" method="post" action="/bulk">
                <Hidden name=CSRF_FIELD value="token"/>
                <BulkBar label="Selected" clear=("Clear selection".to_owned(), "?".to_owned())>
                    <Button label="Adjust" weight=Weight::Quiet icon=Glyph::Pencil formaction="/bulk/adjust"/>
                    <Button label="Labels" weight=Weight::Quiet icon=Glyph::Printer formaction="/bulk/labels"/>
                </BulkBar>
            </form>
        </Specimen>
        <Specimen title="Tables" note="Rows 32, 36 or 44. Hairlines, no boxes.">
            {movements()}
            {small()}
        </Specimen>
        <Specimen title="Error page">
            <ErrorPage
                title="This item is not here"
                text="It may have been merged with another. Search for its code."
                reference="Reference 7F3A-22"
                actions=view! { <LinkButton label="Search" href="/search"/> }
            />
        </Specimen>
    }
}

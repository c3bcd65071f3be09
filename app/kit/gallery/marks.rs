//! Type, buttons, badges, figures, notices, what floats.

use kit::*;
use leptos::prelude::*;

use super::Specimen;

pub fn specimens() -> impl IntoView {
    view! { {type_and_buttons()} {badges()} {figures()} {floats()} {tells()} {item()} {floor()} }
}

fn type_and_buttons() -> impl IntoView {
    view! {
        <Specimen title="Type" note="Inter; Vazirmatn for Arabic. Figures tabular.">
            <Stack class="stack-2">
                <p class="type-xl medium tnum">"£184,206 " <span class="small mute">"24/32 key figure"</span></p>
                <p class="type-lg strong">"White Hanging Heart T-Light Holder "<span class="small mute">"20/28 page title"</span></p>
                <p>"Counted on " <Time at="2026-11-17T18:40:00Z" words="17 November"/> " by Priya Shah."</p>
                <p class="small mute">"Not counted is not zero."</p>
            </Stack>
        </Specimen>
        <Specimen title="Buttons" note="One primary a page. 32 px desk, 44 touch, 56 floor.">
            <Row>
                <Button label="Rest" weight=Weight::Primary/>
                <Button label="Posting" weight=Weight::Primary icon=Glyph::RefreshCw busy=true/>
                <Button label="Not yet" weight=Weight::Primary disabled=true/>
                <Button label="Rest"/>
                <Button label="With icon" icon=Glyph::Download/>
                <Button label="Not yet" icon=Glyph::Download disabled=true/>
            </Row>
            <Row>
                <Button label="Quiet" weight=Weight::Quiet/>
                <Button label="Archive" weight=Weight::Danger icon=Glyph::Archive/>
                <Button label="Archive 3 items" weight=Weight::Destroy/>
                <LinkButton label="A link" href="/x"/>
                <LinkButton label="Not to be had"/>
            </Row>
            <Row>
                <Button label="More" icon=Glyph::Ellipsis icon_only=true/>
                <Button label="Small" size=Size::Small/>
                <ButtonGroup>
                    <LinkButton label="Back" href="/b" icon=Glyph::ChevronLeft icon_only=true/>
                    <LinkButton label="On" href="/o" icon=Glyph::ChevronRight icon_only=true/>
                </ButtonGroup>
                <Button label="Floor, 56 px" size=Size::Floor weight=Weight::Primary icon=Glyph::Check/>
            </Row>
        </Specimen>
        <Specimen title="Icons">
            <Row class="row-wide">
                {Glyph::ALL.iter().map(|name| view! { <Icon name=*name size=IconSize::Large/> }.into_any()).collect::<Vec<_>>()}
            </Row>
        </Specimen>
    }
}

fn badges() -> impl IntoView {
    view! {
        <Specimen title="Badges, status, keys" note="An icon and a word; colour only helps.">
            <Row>
                <Badge label="Draft"/>
                <Badge label="Active" tone=Tone::Ok/>
                <Badge label="Late" tone=Tone::Warn/>
                <Badge label="Refused" tone=Tone::Bad/>
                <Badge label="New" tone=Tone::Info/>
                <Badge label="Yours" tone=Tone::Accent/>
                <Badge label="Archived" line=true/>
                <Badge label="12 waiting" tone=Tone::Warn icon=Glyph::CloudOff large=true/>
            </Row>
            <Row class="row-wide">
                <State label="In stock"/>
                <State label="Low" tone=Tone::Warn/>
                <State label="Out" tone=Tone::Bad/>
                <State label="Too many" tone=Tone::Info icon=Glyph::Layers/>
                <StoreName name="London Shop" mark=Mark(1)/>
                <StoreName name="Leeds Shop" mark=Mark(2)/>
                <StoreName name="Warehouse" mark=Mark(3)/>
                <StoreName name="Fifth" mark=Mark(5)/>
                <StoreName name="All stores" mark=Mark::ALL_STORES/>
            </Row>
            <Row class="row-wide"><Keys keys=vec!["G", "S"]/><Keys keys=vec!["/"]/><BrandMark/></Row>
        </Specimen>
    }
}

fn figures() -> impl IntoView {
    let stat = |label: &str, value: &str, note: &str, trend: Vec<i64>| {
        view! { <Stat label value href="/stock" note=note note_icon=Glyph::ArrowUp trend/> }
    };
    let series = vec![
        Series { name: "London Shop".to_owned(), mark: Mark(1) },
        Series { name: "Leeds Shop".to_owned(), mark: Mark(2) },
        Series { name: "Warehouse".to_owned(), mark: Mark(3) },
    ];
    let days = [
        [42, 21, 12],
        [38, 19, 18],
        [45, 24, 9],
        [61, 30, 22],
        [74, 39, 0],
        [58, 28, 0],
        [31, 14, 26],
        [36, 18, 15],
        [44, 20, 19],
        [52, 27, 24],
        [68, 33, 31],
        [81, 41, 0],
        [63, 30, 0],
        [29, 12, 17],
    ];
    let points = days
        .iter()
        .zip(10..)
        .map(|(values, day)| Point { label: format!("{day} November"), short: Text::from(format!("{day}")), values: values.to_vec() })
        .collect();
    view! {
        <Specimen title="Figures" note="Every number answers “why?”.">
            <StatRow label="Key figures">
                {stat("Stock value at cost", "£184,206", "1.8% more than last week", vec![1, 3, 2, 5, 6, 5, 8, 9, 12])}
                {stat("Out of stock", "14", "3 fewer than last week", vec![22, 21, 23, 19, 17, 14])}
                {stat("Below reorder point", "37", "5 more than last week", vec![4, 4, 4, 4])}
                {stat("Overdue orders", "3", "Oldest by 4 days", Vec::new())}
                <Stat label="Open counts" value="2"/>
                <Stat label="Shrinkage, 30 days" value="£412" note="0.22%; target 0.30%" trend=vec![9, 8, 5, 3] target=7/>
            </StatRow>
            <TallyRow tallies=vec![
                Tally::new("Counted", "212").note("of 212 lines").icon(Glyph::Check),
                Tally::new("Differ", "9").icon(Glyph::TriangleAlert),
                Tally::new("Value", "−£65.49"),
            ]/>
            <Row class="row-wide">
                <Num value="47" opens="why-47" why_label="Why 47?"/>
                <Num value="22" why="/why/22" why_label="Why 22?"/>
                <Num value="0" zero=true/>
                <Delta value="+24" sign=Sign::More/>
                <Delta value="−13" sign=Sign::Less alarm=true/>
                <Delta value="0" sign=Sign::Same/>
                <Code value="85123A" href="/catalog/85123A"/>
                <Code value="5012345678900"/>
                <Flow from="F3-02" to="Customer" word="to"/>
                <Change was="£2.75" now="£2.95" was_word="was" now_word="now"/>
            </Row>
            <BarChart
                title="Units out, last 14 days"
                summary="Saturdays are highest; the peak was 122 on 21 November."
                axis="Day"
                series
                points
                format=Formatter::new(|value| value.to_string())
                table_label="Show as a table"
            />
            <Sparkline values=vec![3, 1, 4, 1, 5]/>
        </Specimen>
    }
}

fn lines() -> Vec<WhyLine> {
    vec![
        WhyLine::new("Counted on 17 Nov", "41").note("Priya Shah, approved by Tom Ellis"),
        WhyLine::new("Received on 18 Nov", "+24").document("TR-0198", "/transfers/TR-0198"),
        WhyLine::new("Sold in 7 sales", "−12"),
        WhyLine::sum("On hand", "53"),
        WhyLine::new("Promised to 3 orders", "−6"),
        WhyLine::answer("Available", "47"),
    ]
}

fn floats() -> impl IntoView {
    view! {
        <Specimen title="Popover, menu, dialog" note="Only what floats has a shadow.">
            <Row class="row-wide top">
                <Menu label="More" items=vec![
                    MenuItem::link("Adjust", "/adjust").icon(Glyph::Pencil),
                    MenuItem::link("Print labels", "/labels").icon(Glyph::Printer).current(true),
                    MenuItem::Line,
                    MenuItem::post("Archive", "/archive", vec![(CSRF_FIELD.to_owned(), "token".to_owned())])
                        .icon(Glyph::Archive)
                        .danger(),
                ]/>
                <Menu label="Language" icon=None show_label=true items=vec![MenuItem::link("Deutsch", "?lang=de")]/>
                <WhyPanel
                    id="why-static"
                    title="Why 47?"
                    sub="Available in London Shop, as of 11:42 today"
                    lines=lines()
                    links=vec![("Show all 12 movements".to_owned(), "/movements".to_owned())]
                />
                <WhyPanel
                    id="why-47"
                    title="Why 47?"
                    sub="Available in London Shop, as of 11:42 today"
                    lines=lines()
                    links=vec![("Show all 12 movements".to_owned(), "/movements".to_owned())]
                    close="Close"
                />
                <Button label="Archive 3 items" weight=Weight::Danger icon=Glyph::Archive opens="archive"/>
                <Dialog
                    id="archive"
                    title="Archive 3 items?"
                    close="Close"
                    actions=view! {
                        <DialogLeave label="Keep them" dialog="archive"/>
                        <Button label="Archive 3 items" weight=Weight::Destroy/>
                    }
                >
                    <p>"They leave lists and searches; their movements stay. 22943 still has 20 on hand, worth £49.00."</p>
                </Dialog>
            </Row>
            <Disclosure label="More about this" open=true><p>"What is seldom asked for."</p></Disclosure>
        </Specimen>
    }
}

fn tells() -> impl IntoView {
    view! {
        <Specimen title="Notices" note="They say what to do next.">
            <Stack class="stack-2">
                <Notice>"Prices change at midnight. 32 labels are ready to print."</Notice>
                <Notice tone=Tone::Ok>"Count CNT-0311 is posted: 4 adjustments, −£11.20."</Notice>
                <Notice tone=Tone::Warn>"Tom Ellis changed this item at 11:40. " <a href="/both">"See both versions"</a></Notice>
                <Notice tone=Tone::Bad>"Not saved: 2 more are promised than there are."</Notice>
                <Notice tone=Tone::Neutral icon=Glyph::Lock>"Hidden until the count is sent in."</Notice>
            </Stack>
        </Specimen>
        <Specimen title="Progress and steps">
            <Progress id="import" words="Importing, row 812 of 1,187" share="68%" value=812_u64 max=1187/>
            <Progress id="wait" words="Reading the file"/>
            <Steps
                label="Import"
                steps=vec!["Upload".into(), "Match columns".into(), "Check".into(), "Import".into()]
                at=2
            />
        </Specimen>
        <Specimen title="Empty, loading, gone" note="Teaches: what it is, what to do, another way in.">
            <Empty
                title="No counts yet"
                text="A count compares the shelf with the book, shelf by shelf, on a phone. Selling can go on meanwhile."
                icon=Glyph::ClipboardCheck
                actions=view! {
                    <LinkButton label="New count" href="/counts/new" icon=Glyph::Plus weight=Weight::Primary/>
                    <LinkButton label="Bring a spreadsheet" href="/import" icon=Glyph::Upload/>
                }
            />
            <Card><Skeleton label="Loading"/></Card>
        </Specimen>
    }
}

fn item() -> impl IntoView {
    const BARS: &str = r##"<svg viewBox="0 0 60 20" aria-hidden="true"><path d="M4 2h1v12h-1zM7 2h2v12h-2zM12 2h1v12h-1zM16 2h3v12h-3zM22 2h1v12h-1zM26 2h2v12h-2z" fill="#111"/></svg>"##;
    let side = view! {
        <Card title="Barcodes" id="barcodes" actions=view! { <LinkButton label="Add" href="/b" size=Size::Small weight=Weight::Quiet icon=Glyph::Plus/> }>
            <BarcodePreview svg=BARS label="5012345678900" small=true/>
        </Card>
        <MakingColumns
            what=view! {
                <LineList label="On the list" lines=vec![
                    Line::new("White Hanging Heart", view! { <Button label="Remove White Hanging Heart" icon=Glyph::X icon_only=true size=Size::Small/> }),
                    Line::new("Regency Cakestand", view! { <input class="input input-num input-few" id="few" aria-label="Labels" value="1000" aria-invalid="true" aria-describedby="few-error"/> })
                        .wrong("few", "Print between 1 and 999."),
                ]/>
            }
            how=view! {
                <PictureChoices name="sheet" legend="Sheet" value="a4" choices=vec![
                    PictureChoice { value: "a4".into(), label: "A4, 21 labels".into(), hint: "63.5 × 38.1 mm".into(), picture: BARS.into() },
                    PictureChoice { value: "roll".into(), label: "Roll".into(), hint: Text::default(), picture: BARS.into() },
                ]/>
            }
            result=view! { <SheetDesk sheets=vec![("Sheet 1: one label".to_owned(), BARS.to_owned())]/> }
        />
        <Card title="Buying and value" id="buying">
            <DescriptionList facts=vec![
                Fact::new("Average cost", "£1.46"),
                Fact::new("Ordered in", "cases of 12"),
            ]/>
        </Card>
        <Card title="Latest changes" id="latest">
            <DescriptionList start=true facts=vec![Fact::new("Price", view! { <Change was="£2.75" now="£2.95" was_word="was" now_word="now"/> })]/>
        </Card>
    };
    view! {
        <Specimen title="A page about one thing">
            <ItemHead
                title="White Hanging Heart T-Light Holder"
                ids=view! { <span>"White"</span><span>"SKU " <b><Code value="85123A"/></b></span> }
                states=view! { <Badge label="Active" tone=Tone::Ok/><Badge label="Above reorder point" icon=Glyph::Check/> }
                actions=view! { <LinkButton label="Adjust" href="/adjust" icon=Glyph::Pencil/> }
            />
            <Tabs label="This item" tabs=vec![
                Tab::new("Overview", "#o", true),
                Tab::new("Movements", "#m", false).count("214"),
                Tab::new("History", "#h", false).icon(Glyph::History),
            ]/>
            <Columns side>
                <Section title="Today" id="today" actions=view! { <a class="small" href="/all">"All 5"</a> }>
                    <Queue tasks=vec![
                        Task::new(Glyph::Truck, "Receive PO-1042 from Ashdown Ceramics", "/po/1042")
                            .fact(view! { <StoreName name="Warehouse" mark=Mark(3)/> })
                            .fact("18 lines, 420 units")
                            .due(view! { <span class="bad strong">"Now"</span> })
                            .action(view! { <LinkButton label="Receive" href="/po/1042" size=Size::Small/> }),
                        Task::new(Glyph::Tag, "Print 32 labels for tomorrow’s prices", "/labels").due("Today"),
                    ]/>
                </Section>
                <Section title="History" id="history">
                    <Timeline label="History" events=vec![
                        Event::alert(Tone::Warn, "Regency Cakestand runs out on Friday")
                            .detail(view! { "8 left, 2 a day. " <a href="/order">"Order now"</a> }),
                        Event::new(Glyph::Pencil, "Price £2.75 to £2.95").detail("Tom Ellis, 16 Nov, 09:12"),
                    ]/>
                </Section>
            </Columns>
        </Specimen>
    }
}

fn floor() -> impl IntoView {
    view! {
        <Specimen title="Floor" note="Tiles, 56 px targets, one big number.">
            <div class="floor floor-sample">
                <Tiles>
                    <Tile label="Count" href="/floor/count" icon=Glyph::ClipboardCheck note="2 waiting for you"/>
                    <Tile label="Receive" href="/floor/receive" icon=Glyph::Truck note="PO-1042 at the door"/>
                    <Tile label="Transfer" href="/floor/transfer" icon=Glyph::ArrowLeftRight/>
                    <Tile label="Look up" href="/floor/look-up" icon=Glyph::Search/>
                </Tiles>
            </div>
        </Specimen>
    }
}

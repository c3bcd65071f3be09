//! Every component in every state, as one page. `cargo run -p kit --example gallery > gallery.html` prints it; the tests
//! read it. A component that is not here has been looked at by nobody.

mod forms;
mod lists;
mod marks;

use kit::*;
use leptos::prelude::*;

/// A line of the gallery: what is shown, and why it is so.
#[component]
pub fn Specimen(title: &'static str, #[prop(default = "")] note: &'static str, children: Children) -> impl IntoView {
    view! {
        <section class="specimen">
            <div><h2>{title}</h2><p class="hint">{note}</p></div>
            <div class="demo">{children()}</div>
        </section>
    }
}

/// What a gallery is printed with.
#[derive(Clone, Copy, Debug, Default)]
pub struct Look {
    pub theme: Theme,
    /// The page runs from right to left. The words stay English: this is about the layout.
    pub rtl: bool,
}

fn head(look: Look) -> Head {
    Head {
        lang: if look.rtl { "ar".to_owned() } else { "en".to_owned() },
        dir: if look.rtl { "rtl" } else { "ltr" },
        theme: look.theme,
        nonce: "bm9uY2U".to_owned(),
        version: "0".to_owned(),
        module: None,
        public: false,
    }
}

/// The whole page, doctype and all.
pub fn page(look: Look) -> String {
    document(|| shell(look).into_any())
}

/// A page in front of the work.
pub fn front(look: Look) -> String {
    document(move || {
        view! {
            <Front
                head=head(look)
                title="Sign in"
                skip="Skip to content"
                aside=view! {
                    <Select
                        name="lang"
                        label="Language"
                        hide_label=true
                        choices=vec![Choice::new("en", "English"), Choice::new("de", "Deutsch")]
                        value="en"
                    />
                }
                foot=view! { <span class="row row-wide"><a href="/help">"Help"</a></span> }
            >
                <div><h1>"Sign in to Hart & Finch Gifts"</h1><p class="mute">"hartfinch.stockroom.example"</p></div>
                <Form action="/sign-in" csrf="token" class="card stack">
                    <Input name="email" label="E-mail" kind="email" autocomplete="username" value="maya@hartfinch.example"/>
                    <Input
                        name="password"
                        label="Password"
                        kind="password"
                        autocomplete="current-password"
                        error="This e-mail and password do not belong together. 4 more tries before a pause of 5 minutes."
                        aside=view! { <a class="small" href="/forgotten">"Forgotten it?"</a> }
                    />
                    <Checkbox
                        name="shared"
                        label="This is a shared till or phone"
                        hint="Signs out after 15 minutes without use"
                    />
                    <Button label="Sign in" weight=Weight::Primary block=true/>
                </Form>
            </Front>
        }
        .into_any()
    })
}

fn document(view: impl FnOnce() -> AnyView) -> String {
    format!("<!doctype html>{}", render(view))
}

fn shell(look: Look) -> impl IntoView {
    let nav = vec![
        NavItem::new(Glyph::House, "Home", "/", false).count("7"),
        NavItem::new(Glyph::Package, "Catalog", "/catalog", false),
        NavItem::new(Glyph::Boxes, "Stock", "/stock", false),
        NavItem::new(Glyph::ClipboardCheck, "Counts", "/counts", false).count("2"),
        NavItem::new(Glyph::Truck, "Purchasing", "/purchasing", false).count("3"),
        NavItem::new(Glyph::ShoppingBag, "Orders", "/orders", false).count("12"),
        NavItem::new(Glyph::Tag, "Labels", "/labels", false),
        NavItem::new(Glyph::ChartColumn, "Reports", "/reports", false),
    ];
    let phone = vec![
        NavItem::new(Glyph::House, "Home", "/", false),
        NavItem::new(Glyph::Boxes, "Stock", "/stock", false),
        NavItem::new(Glyph::ScanBarcode, "Scan", "/floor", false),
        NavItem::new(Glyph::ClipboardCheck, "Counts", "/counts", false),
        NavItem::new(Glyph::Menu, "More", "/more", true),
    ];
    let foot = vec![NavItem::new(Glyph::ScanBarcode, "Floor mode", "/floor", false), NavItem::new(Glyph::Settings, "Settings", "/settings", true)];
    let store = |name: &str, mark, current| StoreLink { name: name.to_owned(), mark: Mark(mark), href: format!("?store={mark}"), current };
    let stores = Stores {
        company: "Hart & Finch Gifts".to_owned(),
        links: vec![store("All stores", 0, true), store("London Shop", 1, false), store("Leeds Shop", 2, false), store("Warehouse", 3, false)],
    };
    let user = User {
        initials: "MO".to_owned(),
        label: "Your account, Maya Okafor".to_owned(),
        menu: vec![
            MenuItem::link("Profile", "/profile").icon(Glyph::Settings),
            MenuItem::Line,
            MenuItem::post("Sign out", "/sign-out", vec![(CSRF_FIELD.to_owned(), "token".to_owned())]),
        ],
    };
    let words = ShellWords {
        skip: "Skip to content".to_owned(),
        main_nav: "Main".to_owned(),
        phone_nav: "Main, phone".to_owned(),
        crumbs: "You are here".to_owned(),
        store: "Store".to_owned(),
        search: "Search or scan".to_owned(),
        help: "Help and keyboard shortcuts".to_owned(),
        notifications: "Notifications, 3 new".to_owned(),
    };
    let links = ShellLinks {
        home: "/".to_owned(),
        search: Some("/search".to_owned()),
        notifications: Some("/notifications".to_owned()),
        help: Some("/help".to_owned()),
    };
    let crumbs = vec![Crumb::new("Settings", "/settings"), Crumb::here("Components")];
    let flash = FlashMessage { text: "3 items archived".to_owned(), tone: Tone::Ok };
    let undo = view! {
        <Form action="/undo" csrf="token" class=""><Button label="Undo" size=Size::Small weight=Weight::Quiet/></Form>
    };
    let gallery_css = view! { <link rel="stylesheet" href="/gallery.css"/> };
    view! {
        <Shell
            head=head(look)
            title="Components"
            words
            links
            nav
            nav_foot=foot
            nav_phone=phone
            crumbs
            stores
            user
            flash
            undo
            has_bulk=true
            more=gallery_css
        >
            <PageHead
                title="Components"
                sub="Each part in each state."
                actions=view! {
                    <LinkButton label="Export" href="/export" icon=Glyph::Download download=true/>
                    <LinkButton label="Adjust stock" href="/adjust" icon=Glyph::Pencil weight=Weight::Primary/>
                }
            />
            {marks::specimens()}
            {forms::specimens()}
            {lists::specimens()}
        </Shell>
    }
}

//! Reads the gallery: what every component must be for someone who does not see it, and what the policy forbids.

#[path = "../gallery/mod.rs"]
mod gallery;

use std::collections::BTreeSet;

use gallery::Look;
use kit::*;
use leptos::prelude::*;

fn html(view: impl FnOnce() -> AnyView) -> String {
    // The renderer leaves comments between neighbours; they say nothing to a person.
    render(view).replace("<!>", "")
}

/// The values of an attribute, in order.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    html.match_indices(&start).filter_map(|(at, found)| html[at + found.len()..].split('"').next()).collect()
}

/// The opening tags with this name.
fn tags<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!("<{name}");
    html.match_indices(&start)
        .map(|(at, _)| &html[at..=at + html[at..].find('>').unwrap_or(0)])
        .filter(|tag| !tag[start.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '-'))
        .collect()
}

fn page() -> String {
    gallery::page(Look::default())
}

#[test]
fn nothing_is_styled_or_scripted_inline() {
    for page in [page(), gallery::front(Look::default())] {
        assert!(!page.contains(" style="), "a style attribute, which the policy forbids");
        assert!(!page.contains("<style"), "a style element");
        assert!(!page.contains("javascript:"));
        for handler in [" onclick", " onload", " onchange", " onsubmit"] {
            assert!(!page.contains(handler), "{handler}");
        }
        assert!(tags(&page, "script").is_empty(), "a page without islands loads no script");
    }
}

#[test]
fn ids_are_unique_and_all_that_refers_to_them_finds_them() {
    for page in [page(), gallery::front(Look::default())] {
        let ids = values(&page, "id");
        let unique: BTreeSet<_> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "an id twice: {ids:?}");
        for attribute in ["for", "aria-describedby", "aria-labelledby", "popovertarget", "form", "list"] {
            for value in values(&page, attribute) {
                for id in value.split(' ') {
                    assert!(unique.contains(id), "{attribute}={id} leads nowhere");
                }
            }
        }
    }
}

#[test]
fn every_control_has_a_name() {
    let page = page();
    let labelled: BTreeSet<_> = values(&page, "for").into_iter().collect();
    for name in ["input", "select", "textarea"] {
        for tag in tags(&page, name) {
            if tag.contains("type=\"hidden\"") || tag.contains("aria-label=") {
                continue;
            }
            let id = values(tag, "id");
            let inside_label = ["checkbox", "radio"].iter().any(|kind| tag.contains(&format!("type=\"{kind}\"")));
            assert!(inside_label || id.first().is_some_and(|id| labelled.contains(id)), "no label: {tag}");
        }
    }
}

#[test]
fn every_table_says_what_it_is() {
    let page = page();
    let tables: Vec<_> = page.match_indices("<table").collect();
    assert!(tables.len() > 4);
    for (at, _) in tables {
        let table = &page[at..];
        let caption = table.find("<caption").expect("a caption");
        assert!(caption < table.find("<tr").expect("rows"), "the caption comes first");
    }
    for tag in tags(&page, "th") {
        assert!(tag.contains(" scope="), "a head of nothing: {tag}");
    }
    for tag in tags(&page, "div").into_iter().filter(|tag| tag.contains("role=\"region\"")) {
        assert!(tag.contains("aria-label=") && tag.contains("tabindex=\"0\""), "{tag}");
    }
    assert_eq!(values(&page, "aria-sort"), ["ascending", "descending", "descending"]);
}

#[test]
fn icons_are_hidden_and_each_has_its_drawing() {
    for tag in tags(&page(), "svg") {
        assert!(tag.contains("aria-hidden=\"true\"") || tag.contains("role=\"img\""), "{tag}");
    }
    let sprite = include_str!("../../../public/icons.svg");
    for glyph in Glyph::ALL {
        assert!(sprite.contains(&format!("<symbol id=\"{}\"", glyph.id())), "{glyph:?} has no drawing");
    }
}

#[test]
fn colours_are_named_in_the_tokens_only() {
    for (file, css) in [
        ("shell", include_str!("../../../style/shell.css")),
        ("button", include_str!("../../../style/button.css")),
        ("field", include_str!("../../../style/field.css")),
        ("badge", include_str!("../../../style/badge.css")),
        ("table", include_str!("../../../style/table.css")),
    ] {
        for colour in ["oklch(", "rgb(", "hsl(", ": #"] {
            assert!(!css.contains(colour), "{colour} in {file}.css");
        }
        for side in ["margin-left", "margin-right", "padding-left", "padding-right", "text-align: left", "text-align: right"] {
            assert!(!css.contains(side), "{side} in {file}.css would not turn round");
        }
    }
}

#[test]
fn a_field_ties_its_label_hint_and_error_to_its_control() {
    let html = html(|| view! { <Input name="qty" label="Quantity" hint="In units" error="Enter a number" value="x\"y" required=true/> }.into_any());
    assert!(html.contains(r#"<label for="qty""#), "{html}");
    let input = tags(&html, "input")[0];
    for part in [r#"id="qty""#, r#"name="qty""#, r#"aria-describedby="qty-hint qty-error""#, r#"aria-invalid="true""#, " required"] {
        assert!(input.contains(part), "{part} in {input}");
    }
    assert!(html.contains(r#"id="qty-hint""#) && html.contains(r#"id="qty-error""#));
    assert!(html.contains("x&quot;y"), "what was typed comes back, escaped");
}

#[test]
fn a_field_with_nothing_wrong_says_nothing_of_errors() {
    let wrong: Option<String> = None;
    let html = html(|| view! { <Input name="qty" label="Quantity" error=wrong/> }.into_any());
    assert!(!html.contains("aria-invalid") && !html.contains("aria-describedby") && !html.contains("class=\"error\""), "{html}");
}

#[test]
fn passwords_and_files_are_never_sent_back() {
    for kind in ["password", "file"] {
        let html = html(move || view! { <Input name="x" label="X" kind value="secret"/> }.into_any());
        assert!(!html.contains("secret"), "{html}");
    }
}

#[test]
fn a_text_that_begins_with_a_line_break_keeps_it() {
    let html = html(|| view! { <TextArea name="why" label="Why" value="\nsecond line"/> }.into_any());
    assert!(html.contains(">\n\nsecond line</textarea>"), "{html}");
}

/// Leptos writes what stands in a textarea as it is: a text could end the element and go on as HTML.
#[test]
fn a_long_text_stays_in_its_field() {
    let html = html(|| view! { <TextArea name="why" label="Why" value="</textarea><script>alert(1)</script> &amp;"/> }.into_any());
    assert!(html.contains("&lt;/textarea>&lt;script>alert(1)&lt;/script> &amp;amp;</textarea>"), "{html}");
}

#[test]
fn a_form_posts_with_its_token_and_key() {
    let html = html(|| view! { <Form action="/x" csrf="t" idempotency="k">"…"</Form> }.into_any());
    assert!(html.contains(r#"method="post""#) && html.contains(r#"action="/x""#) && html.contains("novalidate"), "{html}");
    assert!(html.contains(r#"<input type="hidden" name="csrf" value="t">"#), "{html}");
    assert!(html.contains(r#"<input type="hidden" name="idempotency_key" value="k">"#), "{html}");
}

#[test]
fn errors_are_summed_up_as_links_and_only_when_there_are_any() {
    let some = html(|| view! { <ErrorSummary title="One thing" errors=vec![("qty".into(), "Enter <b>".into())]/> }.into_any());
    assert!(some.contains(r#"role="alert""#) && some.contains(r##"<a href="#qty">Enter &lt;b&gt;</a>"##), "{some}");
    let none = html(|| view! { <ErrorSummary title="None" errors=Vec::new()/> }.into_any());
    assert!(!none.contains("alert"), "{none}");
}

#[test]
fn a_button_with_only_an_icon_has_a_name_and_one_that_opens_submits_nothing() {
    let html = html(|| view! { <Button label="More" icon=Glyph::Ellipsis icon_only=true/> <Button label="Ask" opens="dialog"/> }.into_any());
    let buttons = tags(&html, "button");
    assert!(buttons[0].contains(r#"aria-label="More""#) && buttons[0].contains(r#"type="submit""#), "{html}");
    assert!(buttons[1].contains(r#"popovertarget="dialog""#) && buttons[1].contains(r#"type="button""#), "{html}");
}

#[test]
fn an_unknown_number_is_an_empty_cell_and_a_phone_knows_its_column() {
    let html = html(|| {
        let columns = vec![Column::new("name", "Item"), Column::num("n", "On hand"), Column::num("m", "Available")];
        let rows = vec![RowOf::new(vec![Cell::head("Mug"), Cell::empty(), Cell::num("0", true)])];
        view! { <Table caption="Stock" columns rows/> }.into_any()
    });
    assert!(html.contains(r#"data-label="On hand" class="num"></td>"#), "{html}");
    assert!(html.contains(r#"data-label="Available" class="num zero">0</td>"#), "{html}");
    assert!(html.contains(r#"scope="row""#) && html.contains(r#"role="rowheader""#), "{html}");
}

#[test]
fn the_document_knows_its_language_direction_theme_and_where_its_script_is() {
    let head = Head {
        lang: "ar".to_owned(),
        dir: "rtl",
        theme: Theme::Dark,
        nonce: "n0".to_owned(),
        version: "7".to_owned(),
        module: Some("admin"),
        public: false,
    };
    let html = html(move || view! { <Document head title="T" skip="S"><main id="main"></main></Document> }.into_any());
    let root = tags(&html, "html")[0];
    for part in [r#"lang="ar""#, r#"dir="rtl""#, r#"data-theme="dark""#] {
        assert!(root.contains(part), "{root}");
    }
    let script = tags(&html, "script")[0];
    for part in [r#"type="module""#, r#"nonce="n0""#, r#"src="/pkg/boot.js?v=7""#, r#"data-module="admin""#] {
        assert!(script.contains(part), "{script}");
    }
    assert!(html.contains("/pkg/stockroom.css?v=7"));
    assert!(html.contains(r#"aria-live="polite""#) && html.contains(r#"aria-live="assertive""#));
    assert!(html.contains(r##"<a href="#main" class="skip">"##), "{html}");
}

#[test]
fn a_title_is_text_and_nothing_else() {
    let page = render(|| view! { <Document head=Head::default() title="Mugs & <cups>" skip="S">"."</Document> });
    let title = page.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next());
    assert_eq!(title, Some("Mugs &amp; &lt;cups> · Stockroom"), "a comment in a title would be read out");
}

#[test]
fn one_first_heading_and_one_main() {
    let front = gallery::front(Look { theme: Theme::Light, rtl: true });
    assert_eq!(tags(&front, "h1").len(), 1);
    assert_eq!(tags(&front, "main").len(), 1);
    assert_eq!(tags(&page(), "main").len(), 1);
}

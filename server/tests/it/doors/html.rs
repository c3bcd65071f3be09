//! What a page links to and which forms are on it: as much of HTML as our own pages have.

/// A form with its fields as they were rendered, boxes and choices that are not made left out of `fields`.
#[derive(Clone, Debug, Default)]
pub struct Form {
    pub id: String,
    pub action: String,
    pub post: bool,
    pub fields: Vec<Field>,
}

#[derive(Clone, Debug)]
pub struct Field {
    pub name: String,
    pub value: String,
    pub kind: Kind,
    /// Sent when nothing is touched.
    pub on: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Hidden,
    Text,
    /// Never given back.
    Secret,
    Number,
    Choice,
    Button,
    File,
}

/// The addresses of ours that a page links to, and its forms.
pub fn read(page: &str) -> (Vec<String>, Vec<Form>) {
    let (mut links, mut forms): (Vec<String>, Vec<Form>) = (Vec::new(), Vec::new());
    let mut open: Option<usize> = None;
    let mut select: Option<(String, String)> = None;
    for (name, attributes, text) in tags(page) {
        let of = |wanted: &str| attributes.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.clone());
        let field = |kind: Kind, on: bool, value: String| Field { name: of("name").unwrap_or_default(), value, kind, on };
        match name.as_str() {
            "a" | "link" => links.extend(of("href").filter(|href| href.starts_with('/'))),
            "form" => {
                let post = of("method").is_some_and(|method| method.eq_ignore_ascii_case("post"));
                forms.push(Form { id: of("id").unwrap_or_default(), action: of("action").unwrap_or_default(), post, fields: Vec::new() });
                open = Some(forms.len() - 1);
            }
            "/form" => open = None,
            "input" | "textarea" | "button" => {
                let Some(form) = home(&forms, open, of("form")) else { continue };
                let value = of("value").unwrap_or_default();
                let field = match (name.as_str(), of("type").as_deref()) {
                    ("textarea", _) => field(Kind::Text, true, text),
                    ("button", _) | (_, Some("submit")) => field(Kind::Button, false, value),
                    (_, Some("hidden")) => field(Kind::Hidden, true, value),
                    _ if of("readonly").is_some() => field(Kind::Hidden, true, value),
                    (_, Some("checkbox" | "radio")) => field(Kind::Choice, of("checked").is_some(), value),
                    (_, Some("password")) => field(Kind::Secret, true, value),
                    (_, Some("file")) => field(Kind::File, true, value),
                    _ if of("inputmode").is_some() => field(Kind::Number, true, value),
                    _ => field(Kind::Text, true, value),
                };
                if !field.name.is_empty() {
                    forms[form].fields.push(field);
                }
            }
            "select" => select = of("name").map(|name| (name, of("form").unwrap_or_default())),
            "/select" => select = None,
            "option" => {
                let Some((name, form)) = &select else { continue };
                let Some(form) = home(&forms, open, Some(form.clone()).filter(|form| !form.is_empty())) else { continue };
                // A list with nothing chosen sends its first.
                let first = !forms[form].fields.iter().any(|field| field.name == *name);
                let chosen = of("selected").is_some();
                if chosen {
                    forms[form].fields.iter_mut().filter(|field| field.name == *name).for_each(|field| field.on = false);
                }
                let value = of("value").unwrap_or(text);
                forms[form].fields.push(Field { name: name.clone(), value, kind: Kind::Choice, on: first || chosen });
            }
            _ => {}
        }
    }
    (links, forms)
}

/// The form a field belongs to: the one it names, else the one around it.
fn home(forms: &[Form], open: Option<usize>, named: Option<String>) -> Option<usize> {
    named.and_then(|id| forms.iter().position(|form| form.id == id)).or(open)
}

type Tag = (String, Vec<(String, String)>, String);

/// A page's tags with their attributes and the text up to the next.
fn tags(page: &str) -> Vec<Tag> {
    let mut all = Vec::new();
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let name: String = rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '/' || *c == '-').collect();
        rest = &rest[name.len()..];
        let mut attributes = Vec::new();
        loop {
            rest = rest.trim_start();
            if rest.is_empty() || rest.starts_with('>') {
                break;
            }
            let end = rest.find(|c: char| c == '=' || c == '>' || c.is_whitespace()).unwrap_or(rest.len());
            let attribute = rest[..end].to_owned();
            rest = &rest[end..];
            let mut value = String::new();
            if let Some(quoted) = rest.strip_prefix("=\"") {
                let end = quoted.find('"').unwrap_or(quoted.len());
                value = unescaped(&quoted[..end]);
                rest = quoted.get(end + 1..).unwrap_or("");
            } else if let Some(bare) = rest.strip_prefix('=') {
                let end = bare.find(|c: char| c == '>' || c.is_whitespace()).unwrap_or(bare.len());
                value = unescaped(&bare[..end]);
                rest = &bare[end..];
            }
            attributes.push((attribute, value));
        }
        rest = rest.strip_prefix('>').unwrap_or(rest);
        let text = unescaped(&rest[..rest.find('<').unwrap_or(rest.len())]);
        if ["script", "style"].contains(&name.as_str()) {
            rest = rest.split_once(&format!("</{name}")).map_or("", |(_, after)| after);
        }
        all.push((name, attributes, text));
    }
    all
}

fn unescaped(text: &str) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#39;", "'"), ("&amp;", "&")]
        .into_iter()
        .fold(text.to_owned(), |text, (escaped, plain)| text.replace(escaped, plain))
}

#[test]
fn a_form_is_read_as_a_browser_sends_it() {
    let (links, forms) = read(
        "<a href=\"/a?b=1&amp;c=2\">x</a><!-- <a href=\"/no\"> --><form action=\"/do\" method=\"post\" id=f><input name=a value=1>\
         <select name=\"s\"><option value=\"1\">One<option value=\"2\" selected>Two</select><textarea name=t>T&lt;</textarea></form>\
         <button form=f name=b value=go>Go</button>",
    );
    assert_eq!(links, ["/a?b=1&c=2"]);
    let sent: Vec<(&str, &str, bool)> = forms[0].fields.iter().map(|field| (field.name.as_str(), field.value.as_str(), field.on)).collect();
    assert_eq!(sent, [("a", "1", true), ("s", "1", false), ("s", "2", true), ("t", "T<", true), ("b", "go", false)]);
}

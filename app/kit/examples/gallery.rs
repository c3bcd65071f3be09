//! Prints the gallery: `cargo run -p kit --example gallery [page|front] [system|light|dark] [ltr|rtl] > gallery.html`.
//! Serve it beside the built style sheet (scripts/css.sh), `public/` and `style/gallery.css` to look at it.

#[path = "../gallery/mod.rs"]
mod gallery;

use gallery::Look;
use kit::Theme;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let has = |word: &str| args.iter().any(|arg| arg == word);
    let theme = if has("light") {
        Theme::Light
    } else if has("dark") {
        Theme::Dark
    } else {
        Theme::System
    };
    let look = Look { theme, rtl: has("rtl") };
    println!("{}", if has("front") { gallery::front(look) } else { gallery::page(look) });
}

//! The palette's dialog and the list of keys. Both are whole in the page; an island opens and works them.

use leptos::prelude::*;

use crate::{
    form::Hidden,
    icon::{Glyph, Icon, IconSize},
    state::Mark,
};

/// What stands before an option's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OptionSign {
    Icon(Glyph),
    Store(Mark),
}

/// Somewhere to go or something to do.
#[derive(Clone, Debug)]
pub struct PaletteOption {
    pub label: String,
    pub href: String,
    pub sign: OptionSign,
}

/// Options under a word of theirs: pages, actions, stores.
#[derive(Clone, Debug)]
pub struct PaletteGroup {
    pub label: String,
    pub options: Vec<PaletteOption>,
}

/// The palette's words, in the page's language.
#[derive(Clone, Debug, Default)]
pub struct PaletteWords {
    /// "Search and commands"
    pub title: String,
    /// "Item, barcode, page or action"
    pub placeholder: String,
    /// "Items"
    pub items: String,
    /// "All items with {q}", with `{q}` for what is typed
    pub all: String,
    pub none: String,
    pub choose: String,
    pub open: String,
    pub close: String,
}

/// The palette: a dialog with one field and a list of options. `search` is where the field alone leads, with `keep` in its
/// address; `item` is where a found variant leads, with `{variant}` for its id.
#[component]
pub fn PaletteBox(
    words: PaletteWords,
    #[prop(into)] search: String,
    #[prop(optional)] keep: Vec<(String, String)>,
    #[prop(into)] item: String,
    groups: Vec<PaletteGroup>,
) -> impl IntoView {
    let PaletteWords { title, placeholder, items, all, none, choose, open, close } = words;
    let kept: String = keep.iter().map(|(name, value)| format!("{name}={value}&")).collect();
    let to = format!("{search}?{kept}q=");
    let keep = keep.into_iter().map(|(name, value)| view! { <Hidden name value/> }.into_any()).collect::<Vec<_>>();
    let groups =
        groups.into_iter().enumerate().filter(|(_, group)| !group.options.is_empty()).map(|(nth, group)| options(nth, group)).collect::<Vec<_>>();
    let (label, list_label, group_label) = (title.clone(), title.clone(), items.clone());
    view! {
        <dialog id="palette" class="palette" aria-label=label>
            <form method="get" action=search role="search" class="palette-field">
                {keep}
                <Icon name=Glyph::Search/>
                <label class="sr" for="palette-q">{title}</label>
                <input
                    id="palette-q"
                    type="text"
                    name="q"
                    role="combobox"
                    aria-expanded="true"
                    aria-controls="palette-list"
                    aria-autocomplete="list"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    enterkeyhint="go"
                    placeholder=placeholder
                />
                <button type="button" class="btn btn-quiet btn-icon only-phone" data-palette-close="" aria-label=close.clone()><Icon name=Glyph::X/></button>
            </form>
            <div id="palette-list" class="palette-list" role="listbox" aria-label=list_label>
                {groups}
                <div role="group" aria-label=group_label hidden>
                    <span class="palette-head" aria-hidden="true">{items}</span>
                    <div id="palette-items" role="presentation"></div>
                    <a role="option" aria-selected="false" tabindex="-1" id="palette-all" href=to.clone() data-to=to.clone() data-words=all hidden>
                        <Icon name=Glyph::Search/>
                        <span class="what"></span>
                    </a>
                </div>
            </div>
            <p id="palette-none" class="palette-none" role="status" hidden>{none}</p>
            <footer class="hide-phone" aria-hidden="true">
                <span><kbd class="kbd"><Icon name=Glyph::ArrowUp/></kbd><kbd class="kbd"><Icon name=Glyph::ArrowDown/></kbd>{choose}</span>
                <span><kbd class="kbd"><Icon name=Glyph::CornerDownLeft/></kbd>{open}</span>
                <span><kbd class="kbd">"Esc"</kbd>{close}</span>
            </footer>
            <template id="palette-item">
                <a role="option" aria-selected="false" tabindex="-1" data-to=item>
                    <Icon name=Glyph::Package/>
                    <span class="what"></span>
                    <span class="option sub"></span>
                    <bdi class="code push" dir="ltr"></bdi>
                </a>
            </template>
        </dialog>
    }
}

fn options(nth: usize, group: PaletteGroup) -> AnyView {
    let options = group
        .options
        .into_iter()
        .enumerate()
        .map(|(at, option)| {
            let sign = match option.sign {
                OptionSign::Icon(name) => view! { <Icon name/> }.into_any(),
                OptionSign::Store(mark) => view! { <i class=mark.dot()></i> }.into_any(),
            };
            let (find, label) = (option.label.clone(), option.label);
            view! {
                <a role="option" aria-selected="false" tabindex="-1" id=format!("palette-{nth}-{at}") href=option.href data-find=find>
                    {sign}
                    <span class="what">{label}</span>
                </a>
            }
            .into_any()
        })
        .collect::<Vec<_>>();
    let (label, head) = (group.label.clone(), group.label);
    view! {
        <div role="group" aria-label=label>
            <span class="palette-head" aria-hidden="true">{head}</span>
            {options}
        </div>
    }
    .into_any()
}

/// A key, or several pressed together, and what they do.
#[derive(Clone, Debug)]
pub struct KeyLine {
    /// `⌘` stands for the command key, which is `Ctrl` where there is none.
    pub keys: Vec<String>,
    pub what: String,
}

/// The keys of the desk, in the popover `keys`. `single` is the switch's word for those of one letter: it is shown where
/// the keys work.
#[component]
pub fn KeyList(lines: Vec<KeyLine>, #[prop(into)] single: String) -> impl IntoView {
    let lines = lines
        .into_iter()
        .map(|line| {
            let keys = line
                .keys
                .into_iter()
                .map(|key| match key.as_str() {
                    "⌘" => view! { <kbd class="kbd" data-command-key=""><Icon name=Glyph::Command size=IconSize::Normal/></kbd> }.into_any(),
                    _ => view! { <kbd class="kbd">{key}</kbd> }.into_any(),
                })
                .collect::<Vec<_>>();
            view! { <div><dt><span class="keys">{keys}</span></dt><dd>{line.what}</dd></div> }.into_any()
        })
        .collect::<Vec<_>>();
    view! {
        <dl class="key-list">{lines}</dl>
        <div id="keys-switch" hidden>
            <label class="check"><input type="checkbox" id="keys-single" checked=true/>{single}</label>
        </div>
    }
}

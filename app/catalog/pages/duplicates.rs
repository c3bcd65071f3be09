//! The warning that there may be one already, with the way to say that this is another.

use crate::common::address;
use catalog_rules::{Duplicate, DuplicateWhy};
use kit::{Checkbox, Notice, Tone};
use leptos::prelude::*;
use wire::Visit;

/// Nothing where there is none; `anyway` is the message beside the box to tick.
pub(crate) fn warning(visit: &Visit, same: &[Duplicate], anyway: &str) -> Option<AnyView> {
    let words = visit.words;
    let links = same
        .iter()
        .map(|item| {
            let href = address(&format!("/catalog/items/{}", item.item), visit, &[]);
            let brand = item.brand.clone();
            let why = (item.why == DuplicateWhy::Barcode).then(|| view! { " " <span class="sub">{words.t("item-duplicate-barcode")}</span> });
            view! { <li><a href=href><bdi>{item.name.clone()}</bdi></a> " " <span class="sub">{brand}</span>{why}</li> }.into_any()
        })
        .collect::<Vec<_>>();
    let (title, anyway) = (words.t("item-duplicates"), words.t(anyway));
    (!links.is_empty()).then(|| {
        view! {
            <Notice tone=Tone::Warn>
                <p class="medium">{title}</p>
                <ul>{links}</ul>
                <Checkbox name="anyway" label=anyway/>
            </Notice>
        }
        .into_any()
    })
}

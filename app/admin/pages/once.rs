//! A password, shown once. It is in this answer and nowhere else: not in the session, not in the books.

use kit::{Code, DescriptionList, Fact, LinkButton, Notice, PageHead, Tone, Weight, render};
use leptos::prelude::*;
use vocabulary::Secret;
use wire::{Nav, PageDoc, Visit};

/// The page that tells a new password, and where to go on.
pub(crate) fn shown_once(visit: &Visit, title: String, email: &str, password: &Secret, back: &'static str) -> PageDoc {
    let words = visit.words;
    let (heading, email, password) = (title.clone(), email.to_owned(), password.reveal().to_owned());
    let body = render(move || {
        let facts = vec![
            Fact::new(words.t("signin-email"), view! { <bdi dir="ltr">{email}</bdi> }),
            Fact::new(words.t("signin-password"), view! { <span class="strong"><Code value=password/></span> }),
        ];
        view! {
            <PageHead title=heading/>
            <div class="stack">
                <Notice tone=Tone::Warn><p>{words.t("password-once")}</p></Notice>
                <DescriptionList facts start=true/>
                <div class="row"><LinkButton label=words.t("password-once-done") href=back weight=Weight::Primary/></div>
            </div>
        }
    });
    PageDoc::new(title, Nav::People, body).under(words.t("nav-settings"), "/admin/settings").under(words.t("nav-people"), "/admin/people")
}

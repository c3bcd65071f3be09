//! One's own account: who one is here, and the way out on all devices.

use axum::{extract::State, response::IntoResponse};
use kit::{Button, DescriptionList, Fact, Form, PageHead, Section, Weight, render};
use leptos::prelude::*;
use wire::{Nav, PageDoc, PageResult, PageState, Posted, Visit, see_other};

pub(crate) async fn show(visit: Visit) -> PageResult {
    let words = visit.words;
    let title = words.t("account-title");
    let heading = title.clone();
    let body = render(move || {
        let facts = vec![
            Fact::new(words.t("name"), view! { {visit.actor.name.clone()} }),
            Fact::new(words.t("signin-email"), view! { <bdi dir="ltr">{visit.email.clone()}</bdi> }),
            Fact::new(words.t("account-role"), view! { {words.role(visit.actor.role)} }),
            Fact::new(words.t("account-business"), view! { {visit.tenant_name.clone()} }),
        ];
        view! {
            <PageHead title=heading/>
            <DescriptionList facts/>
            <Section title=words.t("account-everywhere") id="everywhere">
                <p>{words.t("account-everywhere-text")}</p>
                <Form action="/admin/account/everywhere" csrf=visit.token.clone()>
                    <Button label=words.t("account-everywhere-do") weight=Weight::Danger/>
                </Form>
            </Section>
        }
    });
    Ok(PageDoc::new(title, Nav::Settings, body).into_response())
}

pub(crate) async fn leave_everywhere(State(state): State<PageState>, posted: Posted) -> PageResult {
    state.gate.sign_out_everywhere(posted.visit.person).await?;
    Ok(see_other("/signin"))
}

//! One's own account: how one is called and spoken to, the password, the businesses one works in, the way out.

use admin_rules::{Account, BROWSER, ChangePassword, EditAccount, ShowAccount};
use axum::{extract::State, response::IntoResponse};
use kit::{
    Button, Choice, DescriptionList, ErrorSummary, Fact, Form as FormView, FormActions, Input, PageHead, RadioGroup, Section, Select, Weight, render,
};
use leptos::prelude::*;
use vocabulary::{AppError, Ask, FieldError, Key, Locale, Said, Secret, TenantId};
use wire::{Fields, Form, Nav, PageDoc, PageResult, PageState, Posted, Typed, Visit, refused, see_other};
use words::Words;

/// What the fields are called, for the summary of what is wrong.
const LABELS: &[(&str, &str)] = &[
    ("name", "name"),
    ("locale", "language-label"),
    ("theme", "theme-label"),
    ("current", "account-password-current"),
    ("password", "account-password-new"),
    ("again", "account-password-again"),
];

pub(crate) async fn show(State(state): State<PageState>, visit: Visit) -> PageResult {
    let account = state.desk.ask(&visit.actor, ShowAccount {}).await?;
    Ok(page(&visit, &account, &Fields::default(), &[]).into_response())
}

pub(crate) async fn edit(State(state): State<PageState>, Posted { visit, key, fields }: Posted) -> PageResult {
    let mut form = Form::new(visit.words, &fields);
    let name = form.text("name", 120);
    let edit = name.map(|name| EditAccount { name, locale: fields.get("locale").to_owned(), theme: fields.get("theme").to_owned() });
    let outcome = match form.finish(edit) {
        Ok(edit) => state.desk.run(Ask::new(&visit.actor, key, edit)).await,
        Err(fields) => Err(AppError::Invalid { fields }),
    };
    match outcome {
        Ok(_) => Ok(visit.done("/admin/account", Said::new("notice-saved")).await),
        Err(error) => again(&state, &visit, &fields, error).await,
    }
}

pub(crate) async fn change_password(State(state): State<PageState>, Posted { visit, key, fields }: Posted) -> PageResult {
    let (current, password) = (fields.get("current"), fields.get("password"));
    // Typed twice, because nobody sees what they type.
    if password != fields.get("again") {
        return again(&state, &visit, &fields, AppError::invalid("again", "password-not-again")).await;
    }
    let change = ChangePassword { current: Secret::new(current), password: Secret::new(password) };
    match state.desk.run(Ask::new(&visit.actor, key, change)).await {
        // All sessions have ended; this device goes on with the new password.
        Ok(_) => match state.gate.sign_in(&visit.session, &visit.email, password).await {
            Ok(_) => {
                state.gate.choose_tenant(&visit.session, visit.person, visit.actor.tenant).await?;
                Ok(visit.done("/admin/account", Said::new("account-password-changed")).await)
            }
            Err(_) => Ok(see_other("/signin")),
        },
        Err(error) => again(&state, &visit, &fields, error).await,
    }
}

pub(crate) async fn choose_business(State(state): State<PageState>, Posted { visit, fields, .. }: Posted) -> PageResult {
    let tenant: i64 = fields.get("tenant").parse().map_err(|_| AppError::NotFound)?;
    state.gate.choose_tenant(&visit.session, visit.person, TenantId(tenant)).await?;
    Ok(see_other("/"))
}

pub(crate) async fn leave_everywhere(State(state): State<PageState>, posted: Posted) -> PageResult {
    state.gate.sign_out_everywhere(posted.visit.person).await?;
    Ok(see_other("/signin"))
}

/// The page once more, with what was typed and what is wrong with it.
async fn again(state: &PageState, visit: &Visit, fields: &Fields, error: AppError) -> PageResult {
    let errors = refused(error)?;
    let account = state.desk.ask(&visit.actor, ShowAccount {}).await?;
    Ok(page(visit, &account, fields, &errors).refused().into_response())
}

fn page(visit: &Visit, account: &Account, fields: &Fields, errors: &[FieldError]) -> PageDoc {
    let words = visit.words;
    let title = words.t("account-title");
    let kept = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    // What was typed comes first; forms that were not sent show what is kept.
    let mut typed = fields.clone();
    typed.0.extend([kept("name", &account.name), kept("locale", &account.locale), kept("theme", &account.theme)]);
    let typed = Typed::new(words, &typed, errors);
    let (heading, visit, account) = (title.clone(), visit.clone(), account.clone());
    let body = render(move || {
        let facts =
            vec![Fact::new(words.t("account-role"), words.role(visit.actor.role)), Fact::new(words.t("account-business"), visit.tenant_name.clone())];
        view! {
            <PageHead title=heading/>
            <div class="stack stack-8">
                <ErrorSummary title=words.t("errors-title") errors=typed.summary(LABELS)/>
                <DescriptionList facts start=true/>
                {profile(&visit, &typed)}
                {password(&visit, &typed)}
                {businesses(&visit, &account)}
                <Section title=words.t("account-everywhere") id="everywhere" class="stack">
                    <p class="mute">{words.t("account-everywhere-text")}</p>
                    <FormView action="/admin/account/everywhere" csrf=visit.token.clone()>
                        <FormActions><Button label=words.t("account-everywhere-do") weight=Weight::Danger/></FormActions>
                    </FormView>
                </Section>
            </div>
        }
    });
    PageDoc::new(title, Nav::Settings, body)
}

fn languages(words: Words) -> Vec<Choice> {
    let open = [Choice::new("", words.t("account-language-business")), Choice::new(BROWSER, words.t("account-language-browser"))];
    open.into_iter().chain(Locale::SPOKEN.into_iter().map(|locale| Choice::new(locale.tag(), locale.name()))).collect()
}

fn profile(visit: &Visit, typed: &Typed) -> impl IntoView + use<> {
    let words = visit.words;
    let (csrf, key, typed) = (visit.token.clone(), Key::random().as_str().to_owned(), typed.clone());
    let themes = admin_rules::THEMES.into_iter().map(|theme| Choice::new(theme, words.t(&format!("theme-{theme}")))).collect::<Vec<_>>();
    view! {
        <Section title=words.t("account-profile") id="profile">
            <FormView action="/admin/account" csrf idempotency=key>
                <Input
                    name="name"
                    label=words.t("name")
                    value=typed.value("name")
                    error=typed.error("name")
                    autocomplete="name"
                    maxlength=120
                    required=true
                />
                <Select name="locale" label=words.t("language-label") choices=languages(words) value=typed.value("locale") error=typed.error("locale")/>
                <RadioGroup name="theme" legend=words.t("theme-label") choices=themes value=typed.value("theme") error=typed.error("theme")/>
                <FormActions><Button label=words.t("action-save") weight=Weight::Primary/></FormActions>
            </FormView>
        </Section>
    }
}

fn password(visit: &Visit, typed: &Typed) -> impl IntoView + use<> {
    let (words, email) = (visit.words, visit.email.clone());
    let (csrf, key, typed) = (visit.token.clone(), Key::random().as_str().to_owned(), typed.clone());
    view! {
        <Section title=words.t("signin-password") id="passwords">
            <FormView action="/admin/account/password" csrf idempotency=key>
                // Password managers want to know whose it is.
                <Input name="username" label=words.t("signin-email") value=email autocomplete="username" dir="ltr" readonly=true/>
                <Input
                    name="current"
                    label=words.t("account-password-current")
                    kind="password"
                    error=typed.error("current")
                    autocomplete="current-password"
                    required=true
                />
                <Input
                    name="password"
                    label=words.t("account-password-new")
                    kind="password"
                    error=typed.error("password")
                    hint=words.t("account-password-hint")
                    autocomplete="new-password"
                    required=true
                />
                <Input
                    name="again"
                    label=words.t("account-password-again")
                    kind="password"
                    error=typed.error("again")
                    autocomplete="new-password"
                    required=true
                />
                <FormActions><Button label=words.t("account-password-do")/></FormActions>
            </FormView>
        </Section>
    }
}

/// Nothing where there is nothing to choose.
fn businesses(visit: &Visit, account: &Account) -> Option<impl IntoView + use<>> {
    let words = visit.words;
    let csrf = visit.token.clone();
    let here = account.businesses.iter().find(|business| business.is_here).map(|business| business.tenant.to_string());
    let choices: Vec<Choice> = account
        .businesses
        .iter()
        .map(|business| Choice::new(business.tenant.to_string(), business.name.clone()).hint(words.role(business.role)))
        .collect();
    (choices.len() > 1).then(move || {
        view! {
            <Section title=words.t("account-businesses") id="businesses">
                <FormView action="/admin/account/business" csrf>
                    <RadioGroup name="tenant" legend=words.t("signin-tenant") choices value=here.unwrap_or_default()/>
                    <FormActions><Button label=words.t("account-business-do")/></FormActions>
                </FormView>
            </Section>
        }
    })
}

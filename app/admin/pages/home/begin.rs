//! How a business begins: four steps in their order, those that are done and the next one.

use admin_rules::Begun;
use kit::{Event, Glyph, LinkButton, Queue, Section, Size, Timeline, Tone, Weight};
use leptos::prelude::*;
use vocabulary::Permission;
use wire::Visit;

/// A step: whether it is done, its message, where it is done, its icon, what one must be allowed.
struct Step {
    done: bool,
    word: &'static str,
    href: &'static str,
    icon: Glyph,
    needs: Permission,
}

fn steps(begun: &Begun) -> Vec<Step> {
    let step = |done, word, href, icon, needs| Step { done, word, href, icon, needs };
    vec![
        step(begun.store, "home-step-store", "/stock/stores/new", Glyph::House, Permission::PlaceWrite),
        step(begun.items, "home-step-items", "/admin/imports", Glyph::Upload, Permission::Import),
        step(begun.stock, "home-step-stock", "/stock/receive", Glyph::Boxes, Permission::Receive),
        step(begun.counted, "home-step-count", "/stock/counts/new", Glyph::ClipboardCheck, Permission::CountReview),
    ]
}

/// The page of a business that has just begun: what is left to do, the next step first.
pub(super) fn page(visit: &Visit, begun: &Begun) -> impl IntoView + use<> {
    let words = visit.words;
    let mut is_next = true;
    let tasks = steps(begun)
        .into_iter()
        .map(|step| {
            let task = kit::Task::new(step.icon, words.t(step.word), step.href).fact(words.t(&format!("{}.text", step.word)));
            if step.done {
                return task.due(view! { <kit::State label=words.t("home-step-done") tone=Tone::Ok/> });
            }
            let weight = if is_next { Weight::Primary } else { Weight::Secondary };
            is_next = false;
            let label = words.t(&format!("{}.do", step.word));
            if visit.may(step.needs) { task.action(view! { <LinkButton label href=step.href size=Size::Small weight/> }) } else { task }
        })
        .collect();
    view! {
        <Section title=words.t("home-empty-title") id="begin" class="stack">
            <p class="mute">{words.t("home-empty-text")}</p>
            <Queue tasks label=words.t("home-empty-title")/>
        </Section>
    }
}

/// Beside the work: the steps, until the last is done.
pub(super) fn side(visit: &Visit, begun: &Begun) -> Option<AnyView> {
    let words = visit.words;
    let steps = steps(begun);
    if steps.iter().all(|step| step.done) {
        return None;
    }
    let events = steps
        .into_iter()
        .map(|step| {
            let label = words.t(step.word);
            if step.done {
                return Event::alert(Tone::Ok, label);
            }
            let what = if visit.may(step.needs) { view! { <a href=step.href>{label}</a> }.into_any() } else { label.into_any() };
            Event::new(step.icon, what).detail(words.t(&format!("{}.text", step.word)))
        })
        .collect();
    let view = view! { <Section title=words.t("home-steps") id="steps"><Timeline label=words.t("home-steps") events/></Section> };
    Some(view.into_any())
}

//! Rows picked in a list. The boxes are a form's and the bar counts them by itself; here are the box for all of the page,
//! the range with the shift key, and the number for those who do not see the bar.

use crate::dom;
use std::{cell::Cell, rc::Rc};
use web_sys::{Element, Event, HtmlInputElement, MouseEvent};

const BOXES: &str = "tbody .pick input[type=checkbox]";

pub fn wake() {
    let Some(all) = dom::by_id::<HtmlInputElement>("pick-all") else { return };
    let Ok(Some(table)) = all.closest("table") else { return };
    let boxes: Rc<Vec<HtmlInputElement>> = Rc::new(dom::all(&table, BOXES));
    if boxes.is_empty() {
        return;
    }
    if let Ok(Some(label)) = all.closest("[hidden]") {
        dom::show(&label, true);
    }
    // A browser that comes back to the page ticks what was ticked.
    paint(&all, &boxes, false);
    let last: Rc<Cell<Option<usize>>> = Rc::default();
    for (at, one) in boxes.iter().enumerate() {
        let (all, of_all, of_range, range, last) = (all.clone(), Rc::clone(&boxes), Rc::clone(&boxes), Rc::clone(&last), Rc::clone(&last));
        let me = one.clone();
        dom::on(one, "click", move |event: MouseEvent| {
            if event.shift_key()
                && let Some(from) = range.get()
            {
                let (from, to) = (from.min(at), from.max(at));
                for other in of_range.iter().take(to + 1).skip(from) {
                    other.set_checked(me.checked());
                }
            }
            last.set(Some(at));
        });
        dom::on(one, "change", move |_: Event| paint(&all, &of_all, true));
    }
    let (me, of_all) = (all.clone(), Rc::clone(&boxes));
    dom::on(&all, "change", move |_: Event| {
        for one in of_all.iter() {
            one.set_checked(me.checked());
        }
        paint(&me, &of_all, true);
    });
    if let Some(clear) = dom::by_id::<Element>("pick-none") {
        dom::show(&clear, true);
        let boxes = Rc::clone(&boxes);
        dom::on(&clear, "click", move |event: Event| {
            event.prevent_default();
            for one in boxes.iter() {
                one.set_checked(false);
            }
            paint(&all, &boxes, true);
            // The bar goes, and the button that was pressed with it.
            let _ = all.focus();
        });
    }
}

fn paint(all: &HtmlInputElement, boxes: &[HtmlInputElement], say: bool) {
    let picked = boxes.iter().filter(|one| one.checked()).count();
    all.set_checked(picked == boxes.len());
    all.set_indeterminate(picked > 0 && picked < boxes.len());
    for one in boxes {
        if let Ok(Some(row)) = one.closest("tr") {
            let _ = row.class_list().toggle_with_force("is-selected", one.checked());
        }
    }
    if say {
        let label = dom::first::<Element>(".bulkbar").and_then(|bar| bar.get_attribute("aria-label")).unwrap_or_default();
        dom::say(&format!("{label} {picked}"));
    }
}

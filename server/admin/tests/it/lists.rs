//! How somebody looks at a list is theirs, in one business.

use admin_rules::{ChooseColumns, ListOf, RemoveView, SaveView, ShowList, VIEWS_MAX};
use testkit::refused;
use vocabulary::AppError;

fn view(name: &str, query: &str) -> SaveView {
    SaveView { list: ListOf::Stock, name: name.into(), query: query.into() }
}

testkit::on_both! {
    async fn columns_and_views_are_kept_for_who_chose_them(shop: Shop) {
        let (owner, clerk) = (shop.owner(), shop.clerk());
        let columns = ["item", "available"].map(String::from).to_vec();
        owner.does(ChooseColumns { list: ListOf::Stock, columns: columns.clone() }).await;
        owner.does(view("Low in London", "store=LONDON&view=low")).await;
        let look = owner.does(ShowList { list: ListOf::Stock }).await;
        assert_eq!(look.columns, columns);
        assert_eq!(look.views.iter().map(|view| view.name.as_str()).collect::<Vec<_>>(), ["Low in London"]);
        // Another list, and another person, know nothing of it.
        assert_eq!(owner.does(ShowList { list: ListOf::Items }).await, Default::default());
        assert_eq!(clerk.does(ShowList { list: ListOf::Stock }).await, Default::default());
        let theirs = look.views[0].view;
        assert!(matches!(clerk.tries(RemoveView { view: theirs }).await, Err(AppError::NotFound)));
        // None chosen is as the list has them; a name twice is one view.
        owner.does(ChooseColumns { list: ListOf::Stock, columns: Vec::new() }).await;
        owner.does(view("Low in London", "view=low")).await;
        let look = owner.does(ShowList { list: ListOf::Stock }).await;
        assert_eq!((look.columns.len(), look.views.len(), look.views[0].query.as_str()), (0, 1, "view=low"));
        owner.does(RemoveView { view: look.views[0].view }).await;
        assert_eq!(owner.does(ShowList { list: ListOf::Stock }).await.views, []);
    }

    async fn views_are_bounded_and_have_a_name(shop: Shop) {
        let owner = shop.owner();
        assert_eq!(refused(owner.tries(view(" ", "")).await)[0].0, "name");
        assert_eq!(refused(owner.tries(view("a", "q=\n")).await)[0].0, "query");
        for number in 0..VIEWS_MAX {
            owner.does(view(&format!("View {number}"), "")).await;
        }
        assert!(matches!(owner.tries(view("One more", "")).await, Err(AppError::Conflict { said }) if said.code == "list-views-full"));
        // One of them can still be replaced.
        owner.does(view("View 0", "view=out")).await;
    }
}

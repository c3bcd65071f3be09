//! The admin room over REST.

use admin_rules::{
    AddPerson, ChangePassword, ChangeRole, ChangeSettings, ChooseColumns, DisablePerson, EditAccount, EnablePerson, ListPeople, ListProofs,
    PersonHistory, ProveBooks, RemovePerson, RemoveView, ResetPassword, SaveView, SettingsHistory, ShowAccount, ShowHome, ShowList, ShowPerson,
    ShowProof, ShowSettings,
};
use axum::Router;
use platform::rest::Api;
use wire::PageState;

/// Every route of this room.
#[must_use]
pub fn api() -> Api {
    crate::imports::rest::add(Api::new("admin"))
        .get::<ShowHome>("/home", "What waits for somebody, and how things stand")
        .get::<ShowAccount>("/account", "One's own account")
        .put::<EditAccount>("/account", "Change one's name, language or looks")
        .post::<ChangePassword>("/account/password", "Change one's own password; every session ends")
        .get::<ListPeople>("/people", "The people of the business")
        .post::<AddPerson>("/people", "Let somebody in")
        .get::<ShowPerson>("/people/{person}", "One person")
        .get::<PersonHistory>("/people/{person}/history", "What was done to somebody")
        .delete::<RemovePerson>("/people/{person}", "Take somebody out of the business")
        .put::<ChangeRole>("/people/{person}/role", "Give somebody another role")
        .post::<DisablePerson>("/people/{person}/disable", "Keep somebody out, at once")
        .post::<EnablePerson>("/people/{person}/enable", "Let somebody in again")
        .post::<ResetPassword>("/people/{person}/password", "Give somebody a new password")
        .get::<ShowList>("/lists/{list}", "How one looks at a list: its columns and saved views")
        .put::<ChooseColumns>("/lists/{list}/columns", "Choose a list's columns")
        .post::<SaveView>("/lists/{list}/views", "Keep a view of a list under a name")
        .delete::<RemoveView>("/views/{view}", "Take a saved view away")
        .get::<ShowSettings>("/settings", "What holds for the whole business")
        .put::<ChangeSettings>("/settings", "Change it")
        .get::<SettingsHistory>("/settings/history", "What was changed in it")
        .get::<ListProofs>("/proofs", "Proofs of the books")
        .post::<ProveBooks>("/proofs", "Prove the books; the proof will be under the id given back")
        .get::<ShowProof>("/proofs/{proof}", "One proof with all it found")
}

pub fn routes() -> Router<PageState> {
    api().router
}

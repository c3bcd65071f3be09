//! What was done to people and to the settings is told to who may see them, and to nobody else.

use admin_rules::{
    AddPerson, ChangeRole, ChangeSettings, DisablePerson, EditAccount, EnablePerson, PersonHistory, RemovePerson, ResetPassword, SettingsHistory,
};
use testkit::Person;
use vocabulary::{AppError, HistoryRow, Page, PersonId, Role, Secret};

const PASSWORD: &str = "three blind mice run";

fn add(role: Role) -> AddPerson {
    AddPerson { name: String::from("Nia Cole"), email: String::from("nia@shared.example"), role, password: Secret::new(PASSWORD) }
}

/// "owner admin.change_role; role clerk → buyer", the latest first.
fn told(page: &Page<HistoryRow>) -> Vec<String> {
    let change = |change: &vocabulary::FieldChange| {
        format!("; {} {} → {}", change.field, change.from.as_deref().unwrap_or("-"), change.to.as_deref().unwrap_or("-"))
    };
    page.rows.iter().map(|row| format!("{} {}{}", row.who, row.operation, row.changes.iter().map(change).collect::<String>())).collect()
}

async fn of(who: &Person, person: PersonId) -> Vec<String> {
    told(&who.does(PersonHistory { person, cursor: None }).await)
}

testkit::on_both! {
    async fn somebody_has_a_history(shop: Shop) {
        let owner = shop.owner();
        let nia = owner.does(add(Role::Clerk)).await.person;
        owner.does(ChangeRole { person: nia, role: Role::Buyer }).await;
        owner.does(DisablePerson { person: nia }).await;
        owner.does(EnablePerson { person: nia }).await;
        owner.does(ResetPassword { person: nia, password: Secret::new("another one altogether") }).await;
        let mut herself = shop.clerk();
        (herself.actor.person, herself.actor.name) = (Some(nia), String::from("Nia Cole"));
        herself.does(EditAccount { name: "Nia Stone".into(), locale: "ar".into(), theme: "dark".into() }).await;
        assert_eq!(of(&owner, nia).await, [
            "Nia Cole admin.edit_account; locale  → ar; name Nia Cole → Nia Stone; theme system → dark",
            "owner admin.reset_password; password - → set",
            "owner admin.enable_person; disabled true → false",
            "owner admin.disable_person; disabled false → true",
            "owner admin.change_role; role clerk → buyer",
            "owner admin.add_person; email - → nia@shared.example; role - → clerk",
        ]);
    }

    async fn a_person_is_told_of_only_where_they_work(shop: Shop) {
        let other = shop.neighbour().await;
        let (owner, theirs) = (shop.owner(), other.owner());
        let nia = owner.does(add(Role::Clerk)).await.person;
        // Nobody there, until she is let in; then only what was done there.
        assert_eq!(theirs.tries(PersonHistory { person: nia, cursor: None }).await, Err(AppError::NotFound));
        theirs.does(add(Role::Manager)).await;
        assert_eq!(of(&theirs, nia).await, ["owner admin.add_person; email - → nia@shared.example; role - → manager"]);
        assert_eq!(of(&owner, nia).await, ["owner admin.add_person; email - → nia@shared.example; role - → clerk"]);
        // Whoever has left is nobody, though the books keep what was done; whoever comes back has their history again.
        owner.does(RemovePerson { person: nia }).await;
        assert_eq!(owner.tries(PersonHistory { person: nia, cursor: None }).await, Err(AppError::NotFound));
        owner.does(add(Role::Buyer)).await;
        assert_eq!(of(&owner, nia).await[1], "owner admin.remove_person; role clerk → -");
        assert_eq!(owner.tries(PersonHistory { person: PersonId::new(), cursor: None }).await, Err(AppError::NotFound));
        assert_eq!(shop.manager().tries(PersonHistory { person: nia, cursor: None }).await, Err(AppError::Forbidden));
    }

    async fn a_persons_history_is_read_page_by_page(shop: Shop) {
        let owner = shop.owner();
        let nia = owner.does(add(Role::Clerk)).await.person;
        for _ in 0..30 {
            owner.does(DisablePerson { person: nia }).await;
            owner.does(EnablePerson { person: nia }).await;
        }
        let first = owner.does(PersonHistory { person: nia, cursor: None }).await;
        assert_eq!((first.rows.len(), first.rows[0].operation.as_str()), (Page::<HistoryRow>::SIZE, "admin.enable_person"));
        let second = owner.does(PersonHistory { person: nia, cursor: first.next }).await;
        assert_eq!((second.rows.len(), second.next.is_none(), second.rows[10].operation.as_str()), (11, true, "admin.add_person"));
    }

    async fn the_settings_have_a_history(shop: Shop) {
        let other = shop.neighbour().await;
        assert!(shop.manager().does(SettingsHistory::default()).await.rows.is_empty(), "nothing was changed yet");
        let change = ChangeSettings {
            name: "Hart & Finch".into(), locale: "de".into(), zone: "Europe/Berlin".into(), public_base: "https://id.hart-finch.example".into(),
            one_person: true,
        };
        shop.owner().does(change.clone()).await;
        shop.owner().does(change.clone()).await;
        other.owner().does(ChangeSettings { name: "Nordlicht".into(), ..change }).await;
        assert_eq!(told(&shop.manager().does(SettingsHistory::default()).await), [
            "owner admin.change_settings; locale en → de; name hart-finch → Hart & Finch; one_person false → true; \
             public_base  → https://id.hart-finch.example; zone Europe/London → Europe/Berlin",
        ]);
        assert_eq!(shop.clerk().tries(SettingsHistory::default()).await, Err(AppError::Forbidden));
    }
}

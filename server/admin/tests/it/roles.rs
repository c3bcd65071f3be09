//! Who may ask what: every operation of people, settings, account, start page and proof, by every role.

use admin_rules::{
    AddPerson, ChangePassword, ChangeRole, ChangeSettings, DisablePerson, EditAccount, EnablePerson, ListPeople, ListProofs, PersonHistory,
    ProveBooks, RemovePerson, ResetPassword, SettingsHistory, ShowAccount, ShowHome, ShowPerson, ShowProof, ShowSettings,
};
use testkit::Shop;
use vocabulary::{AppError, Operation, PersonId, ProofId, Role, Secret};

/// Which roles the desk lets through to the operation, whatever it then says.
async fn let_through<O: Operation>(shop: &Shop, operation: O) -> Vec<Role> {
    let mut roles = Vec::new();
    for role in Role::ALL {
        if shop.person(role).tries(operation.clone()).await.err() != Some(AppError::Forbidden) {
            roles.push(role);
        }
    }
    roles
}

testkit::on_both! {
    async fn each_role_asks_what_it_may(shop: Shop) {
        use Role::{Accountant, Manager, Owner};
        let (person, secret) = (PersonId::new(), || Secret::new("x"));
        let managing = [
            let_through(&shop, ListPeople::default()).await,
            let_through(&shop, ShowPerson { person }).await,
            let_through(&shop, PersonHistory { person, cursor: None }).await,
            let_through(&shop, AddPerson { name: String::new(), email: String::new(), role: Owner, password: secret() }).await,
            let_through(&shop, ChangeRole { person, role: Owner }).await,
            let_through(&shop, DisablePerson { person }).await,
            let_through(&shop, EnablePerson { person }).await,
            let_through(&shop, ResetPassword { person, password: secret() }).await,
            let_through(&shop, RemovePerson { person }).await,
        ];
        assert!(managing.iter().all(|roles| roles == &[Owner]), "{managing:?}");
        let setting = [
            let_through(&shop, ShowSettings {}).await,
            let_through(&shop, SettingsHistory::default()).await,
            let_through(&shop, ChangeSettings { name: String::new(), locale: String::new(), zone: String::new(), public_base: String::new(), one_person: false }).await,
        ];
        assert!(setting.iter().all(|roles| roles == &[Owner, Manager]), "{setting:?}");
        let proving = [
            let_through(&shop, ListProofs::default()).await,
            let_through(&shop, ShowProof { proof: ProofId::new() }).await,
            let_through(&shop, ProveBooks::default()).await,
        ];
        assert!(proving.iter().all(|roles| roles == &[Owner, Manager, Accountant]), "{proving:?}");
        let own = [
            let_through(&shop, ShowHome::default()).await,
            let_through(&shop, ShowAccount {}).await,
            let_through(&shop, EditAccount { name: String::new(), locale: String::new(), theme: String::new() }).await,
            let_through(&shop, ChangePassword { current: secret(), password: secret() }).await,
        ];
        assert!(own.iter().all(|roles| roles == &Role::ALL), "{own:?}");
    }
}

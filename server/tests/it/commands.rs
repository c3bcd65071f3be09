//! The binary's commands as an operator calls them: what they print, and their exit codes.

use std::{
    path::Path,
    process::{Command, Output},
};
use testkit::Shop;

fn stockroom(url: &str, folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_stockroom"))
        .args(arguments)
        .current_dir(folder)
        .env("DATABASE_URL", url)
        .env("STOCKROOM_DATA", folder)
        .env("RUST_BACKTRACE", "0")
        .env("STOCKROOM_OWNER_PASSWORD", "correct horse battery staple")
        .env("STOCKROOM_LOG", "off")
        .output()
        .unwrap()
}

/// The exit code, and all that was said.
fn said(output: &Output) -> (Option<i32>, String) {
    (output.status.code(), format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr)))
}

testkit::on_both! {
    async fn verify_tells_by_its_exit_code_whether_the_books_are_right(shop: Shop) {
        shop.stocked("MUG", 5).await;
        let folder = tempfile::tempdir().unwrap();
        // Made where seals are first signed; nothing is sealed here yet.
        platform::seal::SealKey::load_or_make(&folder.path().join("seal.key")).unwrap();
        let verify = || said(&stockroom(shop.db.url(), folder.path(), &["verify", "--tenant", "hart-finch"]));
        let (code, text) = verify();
        assert_eq!(code, Some(0), "{text}");
        shop.is_spoilt();
        let mut root = shop.db.root().await;
        sqlx::query("UPDATE stock_balance SET on_hand = on_hand + 1").execute(&mut root).await.unwrap();
        let (code, text) = verify();
        assert_eq!(code, Some(1), "{text}");
        assert!(text.contains("5") && text.contains("6"), "what was expected and what was found: {text}");
    }

    async fn what_is_exported_is_imported_again_and_changes_nothing(shop: Shop) {
        shop.stocked("MUG", 5).await;
        let folder = tempfile::tempdir().unwrap();
        for kind in ["catalog", "inventory"] {
            let file = format!("{kind}.csv");
            let (code, text) = said(&stockroom(shop.db.url(), folder.path(), &["export", "--tenant", "hart-finch", "--kind", kind, "--out", &file]));
            assert_eq!(code, Some(0), "{text}");
            let import = ["import", "--tenant", "hart-finch", "--kind", kind, &file];
            let (code, text) = said(&stockroom(shop.db.url(), folder.path(), &import));
            assert_eq!(code, Some(0), "{text}");
        }
        assert_eq!((shop.rows("item").await, shop.on_hand(shop_mug(&shop).await).await), (1, vocabulary::Quantity::whole(5)));
    }

    async fn an_import_says_by_its_exit_code_what_became_of_the_rows(shop: Shop) {
        let folder = tempfile::tempdir().unwrap();
        let import = |text: &str, more: &[&str]| {
            std::fs::write(folder.path().join("items.csv"), text).unwrap();
            let arguments = [&["import", "--tenant", "hart-finch", "--kind", "catalog"], more, &["items.csv"]].concat();
            said(&stockroom(shop.db.url(), folder.path(), &arguments))
        };
        let good = "SKU,Name,Price\nCUP,Cup,4.50\n";
        let (code, text) = import(good, &["--dry-run"]);
        assert_eq!((code, shop.rows("item").await), (Some(0), 0), "a dry run writes nothing: {text}");
        let (code, text) = import(good, &[]);
        assert_eq!((code, shop.rows("item").await), (Some(0), 1), "{text}");
        let (code, text) = import("SKU,Name,Price\nPOT,Pot,free\nPAN,Pan,9\n", &[]);
        assert_eq!((code, shop.rows("item").await), (Some(1), 2), "the other row went in: {text}");
        let aside = std::fs::read_dir(folder.path()).unwrap().filter_map(|file| file.ok()?.file_name().into_string().ok()).filter(|name| name != "items.csv" && name.ends_with(".csv")).collect::<Vec<_>>();
        assert_eq!(aside.len(), 1, "the row that was set aside is in a file beside it: {aside:?}");
        assert!(std::fs::read_to_string(folder.path().join(&aside[0])).unwrap().contains("POT"));
        let (code, text) = import("What,Ever\n1,2\n", &[]);
        assert_eq!(code, Some(2), "nothing was imported: {text}");
        for wrong in [&["import", "--tenant", "hart-finch", "missing.csv"][..], &["import", "--tenant", "nobody", "items.csv"], &["import", "--tenant", "hart-finch", "--store", "NOWHERE", "items.csv"]] {
            let (code, text) = said(&stockroom(shop.db.url(), folder.path(), wrong));
            assert_eq!(code, Some(2), "nothing was imported: {text}");
        }
    }

    async fn a_tenant_is_made_and_listed(shop: Shop) {
        let folder = tempfile::tempdir().unwrap();
        let run = |arguments: &[&str]| said(&stockroom(shop.db.url(), folder.path(), arguments));
        let new = ["tenant", "create", "--slug", "corner-shop", "--name", "Corner Shop", "--currency", "EUR", "--zone", "Europe/Berlin", "--owner", "ada@corner.example", "--owner-name", "Ada Lovelace"];
        let (code, text) = run(&new);
        assert_eq!(code, Some(0), "{text}");
        let (code, text) = run(&["tenant", "list"]);
        assert!(code == Some(0) && text.contains("corner-shop") && text.contains("hart-finch"), "{text}");
        assert_ne!(run(&new).0, Some(0), "the name is taken");
    }
}

async fn shop_mug(shop: &Shop) -> vocabulary::VariantId {
    shop.clerk().does(catalog_rules::SearchVariants { q: String::from("MUG"), limit: None }).await.hits[0].variant
}

#[test]
fn what_is_served_can_be_asked_without_a_database() {
    let folder = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str]| stockroom("mysql://nobody@127.0.0.1:1/none", folder.path(), arguments);
    let document: serde_json::Value = serde_json::from_slice(&run(&["openapi"]).stdout).unwrap();
    assert!(document["openapi"].as_str().unwrap().starts_with("3."));
    assert!(document["paths"].as_object().unwrap().len() > 50);
    let routes: serde_json::Value = serde_json::from_slice(&run(&["routes", "--json"]).stdout).unwrap();
    assert_eq!((&routes["/stock/"], &routes["/api/v1/receipts"]), (&"stock".into(), &"stock".into()));
}

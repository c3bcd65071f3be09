//! What a person does with a file, in a line each.

use admin_rules::{
    Answers, AsideFile, AsideRow, Change, ImportState, ImportView, KeptRow, ListAside, ListChanges, ListKept, MendRow, MendedCell, RunMended,
    ShowImport, StartImport, UndoImport,
};
use platform::jobs::Runner;
use std::io::Cursor;
use testkit::{Person, Shop};
use vocabulary::{AppError, ImportId, Page, Quantity};

pub fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/import/fixtures/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

pub fn whole(units: i32) -> Quantity {
    Quantity::whole(units)
}

/// Works off every job that is due.
pub async fn work(shop: &Shop) {
    admin::imports::jobs(Runner::new(shop.desk.clone())).drain().await.unwrap();
}

/// Uploads a file and has it checked.
pub async fn checks(shop: &Shop, who: &Person, name: &str, bytes: impl AsRef<[u8]>, answers: Answers) -> ImportView {
    let begun = admin::imports::upload::file(&shop.desk, &who.actor, name, Cursor::new(bytes.as_ref().to_vec()), answers).await.unwrap();
    work(shop).await;
    sees(who, begun.import).await
}

pub async fn sees(who: &Person, import: ImportId) -> ImportView {
    who.does(ShowImport { import }).await
}

/// Runs a checked import to its end.
pub async fn runs(shop: &Shop, who: &Person, view: &ImportView) -> ImportView {
    assert_eq!(view.state, ImportState::Ready, "{:?} {:?}", view.problem, view.found);
    who.does(StartImport { import: view.id }).await;
    work(shop).await;
    let done = sees(who, view.id).await;
    assert_eq!(done.state, ImportState::Done, "{:?}", done.problem);
    done
}

/// Checks and runs a file, as the manager.
pub async fn brings(shop: &Shop, name: &str, bytes: impl AsRef<[u8]>) -> ImportView {
    let who = shop.manager();
    let view = checks(shop, &who, name, bytes, Answers::default()).await;
    runs(shop, &who, &view).await
}

/// Runs what was mended since.
pub async fn runs_mended(shop: &Shop, import: ImportId) -> ImportView {
    shop.manager().does(RunMended { import }).await;
    work(shop).await;
    sees(&shop.manager(), import).await
}

pub async fn undoes(shop: &Shop, import: ImportId) -> ImportView {
    shop.manager().does(UndoImport { import }).await;
    work(shop).await;
    let view = sees(&shop.manager(), import).await;
    assert_eq!(view.state, ImportState::Undone, "{:?}", view.problem);
    view
}

/// The rows set aside as the file they came in.
pub async fn aside_file(shop: &Shop, import: ImportId) -> String {
    let (mut text, mut cursor) = (String::new(), None);
    loop {
        let portion = shop.manager().does(AsideFile { import, cursor }).await;
        text.push_str(&portion.text);
        cursor = portion.next;
        if cursor.is_none() {
            return text;
        }
    }
}

pub async fn aside(shop: &Shop, import: ImportId) -> Vec<AsideRow> {
    let (mut all, mut cursor) = (Vec::new(), None);
    loop {
        let page: Page<AsideRow> = shop.manager().does(ListAside { import, cursor }).await;
        all.extend(page.rows);
        cursor = page.next;
        if cursor.is_none() {
            return all;
        }
    }
}

/// What is wrong with the rows set aside, by code.
pub async fn troubles(shop: &Shop, import: ImportId) -> std::collections::BTreeMap<String, usize> {
    let mut codes = std::collections::BTreeMap::new();
    for row in aside(shop, import).await {
        row.troubles.iter().for_each(|trouble| *codes.entry(trouble.said.code.clone()).or_default() += 1);
    }
    codes
}

pub async fn changes(shop: &Shop, import: ImportId) -> Vec<Change> {
    let page: Page<Change> = shop.manager().does(ListChanges { import, kind: None, cursor: None }).await;
    page.rows
}

pub async fn kept(shop: &Shop, import: ImportId) -> Vec<KeptRow> {
    let page: Page<KeptRow> = shop.manager().does(ListKept { import, cursor: None }).await;
    page.rows
}

/// What a whole store has, available, by the books.
pub async fn stock_of(shop: &Shop, store: vocabulary::StoreId) -> Quantity {
    let mut tx = shop.database.begin_read(shop.tenant).await.unwrap();
    let sum: Option<rust_decimal::Decimal> =
        sqlx::query_scalar("SELECT SUM(on_hand) FROM stock_balance WHERE tenant_id = ? AND store_id = ? AND status = 1")
            .bind(shop.tenant.0)
            .bind(store.0)
            .fetch_one(tx.conn())
            .await
            .unwrap();
    tx.rollback().await.unwrap();
    Quantity::new(sum.unwrap_or_default()).unwrap()
}

pub async fn refusal<T: std::fmt::Debug>(outcome: Result<T, AppError>) -> String {
    outcome.unwrap_err().said().code
}

/// Puts cells of a row right.
pub async fn mends(shop: &Shop, import: ImportId, line: u64, cells: &[(&str, &str)]) {
    let cells = cells.iter().map(|(column, value)| MendedCell { column: (*column).into(), value: (*value).into() }).collect();
    shop.manager().does(MendRow { import, line, cells }).await;
}

/// The same, and runs it.
pub async fn runs_mended_with(shop: &Shop, import: ImportId, line: u64, cells: &[(&str, &str)]) -> ImportView {
    mends(shop, import, line, cells).await;
    runs_mended(shop, import).await
}

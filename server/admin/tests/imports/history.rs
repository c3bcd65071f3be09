//! What was done with a file is told: who brought it in, what became of it, and that it was taken back.

use crate::*;
use admin_rules::{Answers, DiscardImport, ImportHistory, PassOver};
use testkit::Shop;
use vocabulary::{AppError, Door, HistoryRow, ImportId};

const FILE: &str = "Name,SKU,Price\nA glass,GLASS-1,2.50\nB glass,GLASS-2,x\n";

async fn of(shop: &Shop, import: ImportId) -> Vec<HistoryRow> {
    shop.manager().does(ImportHistory { import, cursor: None }).await.rows
}

/// "manager admin.start_import; state ready → running"
fn line(row: &HistoryRow) -> String {
    let change = |change: &vocabulary::FieldChange| {
        format!("; {} {} → {}", change.field, change.from.as_deref().unwrap_or("-"), change.to.as_deref().unwrap_or("-"))
    };
    let part = if row.part.is_empty() { String::new() } else { format!(" {}", row.part) };
    format!("{} {}{part}{}", row.who, row.operation, row.changes.iter().map(change).collect::<String>())
}

testkit::on_both! {
    async fn an_import_tells_what_became_of_it(shop: Shop) {
        let import = brings(&shop, "glasses.csv", FILE).await.id;
        for back in [false, true] {
            shop.manager().does(PassOver { import, line: 3, back }).await;
        }
        runs_mended_with(&shop, import, 3, &[("Price", "3.50")]).await;
        undoes(&shop, import).await;
        let rows = of(&shop, import).await;
        assert_eq!(rows.iter().map(line).collect::<Vec<_>>(), [
            "manager admin.end_import_undo; state undoing → undone",
            "manager admin.undo_import; state done → undoing",
            "manager admin.end_import_run; aside - → 0; changed - → 0; new - → 2; state running → done",
            "manager admin.run_mended; state done → running",
            "manager admin.mend_row 3; cells - → Price: 3.50",
            "manager admin.pass_over_row 3; passed - → false",
            "manager admin.pass_over_row 3; passed - → true",
            "manager admin.end_import_run; aside - → 1; changed - → 0; new - → 1; state running → done",
            "manager admin.start_import; state ready → running",
            "manager admin.begin_import; file - → glasses.csv",
        ]);
        assert_eq!((rows[1].door, rows[2].door), (Door::Page, Door::Import), "what a job does, it does by import");
    }

    async fn nobody_reads_the_neighbours_imports(shop: Shop) {
        let other = shop.neighbour().await;
        let import = checks(&other, &other.manager(), "glasses.csv", FILE, Answers::default()).await.id;
        other.manager().does(DiscardImport { import }).await;
        assert_eq!(line(&of(&other, import).await[0]), "manager admin.discard_import; state ready → discarded");
        assert_eq!(shop.owner().tries(ImportHistory { import, cursor: None }).await, Err(AppError::NotFound));
        assert_eq!(shop.owner().tries(ImportHistory { import: ImportId::new(), cursor: None }).await, Err(AppError::NotFound));
        assert_eq!(other.clerk().tries(ImportHistory { import, cursor: None }).await, Err(AppError::Forbidden));
    }
}

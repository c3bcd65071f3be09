//! Imports: a file comes in piece by piece, is checked by a job, run by a job, and can be undone by one. `import` reads
//! files and knows no database; this knows the database and reads no files. One operation per file.

mod append_import;
mod archived;
mod aside;
mod aside_file;
mod begin_import;
mod check;
mod check_import;
mod check_steps;
mod discard_import;
mod export_file;
mod export_items;
mod export_stock;
mod facts;
mod file;
mod head;
mod import_history;
mod items;
mod jobs;
mod list_aside;
mod list_changes;
mod list_imports;
mod list_kept;
mod look;
mod mapping;
mod mend_row;
mod parts;
pub mod rest;
mod run;
mod run_mended;
mod run_steps;
mod sales;
mod scope;
mod show_import;
mod start_import;
mod stock;
mod sweep;
mod take_suggestions;
mod undo;
mod undo_effects;
mod undo_import;
mod undo_posting;
mod undo_steps;
pub mod upload;
mod variants;
mod weigh;
mod write_part;

use admin_rules::{
    AppendImport, AsideFile, BeginImport, CheckImport, DiscardImport, ExportFile, ImportHistory, ListAside, ListChanges, ListImports, ListKept,
    MendRow, PassOver, RunMended, ShowImport, StartImport, TakeSuggestions, UndoImport,
};
use platform::{Registry, jobs::Runner};

/// Answers what is asked of imports.
pub struct Imports;

/// Every operation of imports; those of their jobs are named last and have no door of their own.
#[must_use]
pub fn register(registry: Registry) -> Registry {
    registry
        .on::<BeginImport>(Imports)
        .on::<AppendImport>(Imports)
        .on::<CheckImport>(Imports)
        .on::<StartImport>(Imports)
        .on::<RunMended>(Imports)
        .on::<DiscardImport>(Imports)
        .on::<UndoImport>(Imports)
        .on::<ShowImport>(Imports)
        .on::<ImportHistory>(Imports)
        .on::<ListImports>(Imports)
        .on::<ListAside>(Imports)
        .on::<AsideFile>(Imports)
        .on::<ListChanges>(Imports)
        .on::<ListKept>(Imports)
        .on::<MendRow>(Imports)
        .on::<PassOver>(Imports)
        .on::<TakeSuggestions>(Imports)
        .on::<ExportFile>(Imports)
        .on::<check_steps::ClearChecked>(Imports)
        .on::<check_steps::KeepChecked>(Imports)
        .on::<check_steps::DropChecked>(Imports)
        .on::<check_steps::EndCheck>(Imports)
        .on::<write_part::WritePart>(Imports)
        .on::<run_steps::TryShort>(Imports)
        .on::<run_steps::EndRun>(Imports)
        .on::<undo_posting::UndoPosting>(Imports)
        .on::<undo_effects::UndoEffects>(Imports)
        .on::<archived::KeepArchived>(Imports)
        .on::<undo_steps::TellKept>(Imports)
        .on::<undo_steps::EndUndo>(Imports)
        .on::<sweep::SweepImport>(Imports)
}

/// The jobs of imports.
#[must_use]
pub fn jobs(runner: Runner) -> Runner {
    jobs::add(runner)
}

/// What runs an import; for tests that cut it short.
#[must_use]
pub fn run_work() -> Box<dyn platform::jobs::Work> {
    jobs::run_work()
}

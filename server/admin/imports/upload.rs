//! Hands a file in, portion by portion, for those who have it at hand: the command line, the demo, tests, the API.

use admin_rules::{Answers, AppendImport, BeginImport, CheckImport, Cutter, FILE_MAX, ImportBegun};
use platform::Desk;
use std::io::Read;
use vocabulary::{Actor, AppError, Ask, ImportId, Key};

/// Uploads a whole file and has it checked.
///
/// # Errors
/// `import-file-too-large`; what the desk says.
pub async fn file(desk: &Desk, actor: &Actor, name: &str, mut from: impl Read, answers: Answers) -> Result<ImportBegun, AppError> {
    let begun = desk.run(Ask::new(actor, Key::random(), BeginImport { name: name.to_owned() })).await?;
    let (mut cutter, mut number, mut buffer) = (Cutter::default(), 0, vec![0; 64 * 1024]);
    loop {
        let length = from.read(&mut buffer).map_err(|_| AppError::conflict(vocabulary::Said::new("import-file-unreadable")))?;
        if length == 0 {
            break;
        }
        for piece in cutter.take(buffer.get(..length).unwrap_or_default()) {
            append(desk, actor, begun.import, &mut number, piece).await?;
        }
        if cutter.taken > FILE_MAX {
            return Err(AppError::conflict(super::append_import::too_large()));
        }
    }
    if let Some(piece) = cutter.rest() {
        append(desk, actor, begun.import, &mut number, piece).await?;
    }
    desk.run(Ask::new(actor, Key::random(), CheckImport { import: begun.import, answers })).await
}

async fn append(desk: &Desk, actor: &Actor, import: ImportId, number: &mut u32, piece: admin_rules::Piece) -> Result<(), AppError> {
    desk.run(Ask::new(actor, Key::random(), AppendImport { import, number: *number, piece })).await?;
    *number += 1;
    Ok(())
}

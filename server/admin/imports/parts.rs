//! A file's rows in parts of at most five hundred, read on a thread of its own: a few parts are in memory at a time.

use super::file::{Pieces, Trouble};
use crate::import::{FileFacts, FileProblem, Hint, Opened, Outcome, open};
use platform::OpError;
use sha2::{Digest, Sha256};
use std::io::{Read, Seek, SeekFrom};
use tokio::{
    sync::mpsc,
    task::{JoinHandle, spawn_blocking},
};

/// Rows of a part; a record with many locations may go over it, because its rows stay together.
pub(crate) const PART: usize = 500;

/// Some of a file's rows.
pub(crate) struct Part {
    pub number: u32,
    pub rows: Vec<Outcome>,
    /// Rows of the file read so far.
    pub read: u64,
}

/// What a file is, before its rows are read.
pub(crate) struct Looked {
    pub facts: FileFacts,
    pub sha256: [u8; 32],
}

/// A file whose rows can be read, and where it is said if the database fails meanwhile.
pub(crate) struct Open {
    pub opened: Opened<Pieces>,
    trouble: Trouble,
}

/// Opens a file on a thread that may block, and takes its digest where that is asked for.
///
/// # Errors
/// The outer one when the database fails or the thread dies; the inner one is the file's.
pub(crate) async fn look(mut file: Pieces, hint: Hint, digest: bool) -> Result<Result<(Looked, Open), FileProblem>, OpError> {
    let trouble = file.trouble();
    let work = move || {
        let mut hash = Sha256::new();
        if digest {
            let mut buffer = vec![0; 256 * 1024];
            loop {
                match file.read(&mut buffer) {
                    Ok(0) => break,
                    Ok(length) => hash.update(buffer.get(..length).unwrap_or_default()),
                    Err(_) => return Err(unreadable()),
                }
            }
            file.seek(SeekFrom::Start(0)).map_err(|_| unreadable())?;
        }
        let opened = open(file, &hint)?;
        Ok((Looked { facts: opened.facts.clone(), sha256: hash.finalize().into() }, opened))
    };
    let looked = spawn_blocking(work).await.map_err(anyhow::Error::new)?;
    if looked.is_err() {
        trouble.check()?;
    }
    Ok(looked.map(|(looked, opened)| (looked, Open { opened, trouble })))
}

fn unreadable() -> FileProblem {
    FileProblem::new(crate::import::problem::file::UNREADABLE)
}

/// A file's rows as they are read.
pub(crate) struct Parts {
    from: mpsc::Receiver<Result<Part, FileProblem>>,
    thread: Option<JoinHandle<()>>,
    trouble: Trouble,
}

impl Parts {
    /// The next rows; none when the file is at its end.
    ///
    /// # Errors
    /// The outer one when the database fails or the thread dies, which is no end of the file; the inner one is the file's.
    pub async fn next(&mut self) -> Result<Option<Result<Part, FileProblem>>, OpError> {
        let next = self.from.recv().await;
        match &next {
            Some(Ok(_)) => {}
            Some(Err(_)) => self.trouble.check()?,
            None => {
                if let Some(thread) = self.thread.take() {
                    thread.await.map_err(anyhow::Error::new)?;
                }
            }
        }
        Ok(next)
    }
}

/// Reads the file's rows; the channel holds two parts, then reading waits.
pub(crate) fn read(open: Open) -> Parts {
    let Open { opened, trouble } = open;
    let (to, from) = mpsc::channel(2);
    let thread = spawn_blocking(move || {
        let mut rows = match opened.rows() {
            Ok(rows) => rows,
            Err(problem) => {
                let _ = to.blocking_send(Err(problem));
                return;
            }
        };
        let (mut number, mut held): (u32, Vec<Outcome>) = (0, Vec::with_capacity(PART));
        while let Some(outcome) = rows.next() {
            let outcome = match outcome {
                Ok(outcome) => outcome,
                Err(problem) => {
                    let _ = to.blocking_send(Err(problem));
                    return;
                }
            };
            if held.len() >= PART && held.last().is_some_and(|last| last.line() != outcome.line()) {
                let rows_now = std::mem::replace(&mut held, Vec::with_capacity(PART));
                if to.blocking_send(Ok(Part { number, rows: rows_now, read: rows.rows_read() })).is_err() {
                    return;
                }
                number += 1;
            }
            held.push(outcome);
        }
        if !held.is_empty() {
            let _ = to.blocking_send(Ok(Part { number, rows: held, read: rows.rows_read() }));
        }
    });
    Parts { from, thread: Some(thread), trouble }
}

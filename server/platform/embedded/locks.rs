//! Who uses the database, and whose turn it is to start or stop it. Both are locks that the system lets go of when a
//! process ends, however it ends.

use std::fs::{File, OpenOptions, TryLockError};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::time::{Duration, Instant};

use super::error::{At, EmbeddedError};
use super::folder::Folder;

/// Long enough for a set-up, or for the recovery after a crash that another process waits for.
const PATIENCE: Duration = Duration::from_secs(180);

fn open(path: &Path) -> Result<File, EmbeddedError> {
    OpenOptions::new().read(true).write(true).create(true).truncate(false).mode(0o600).open(path).at(path)
}

/// While it is held, nobody else starts, joins or leaves.
#[derive(Debug)]
pub(super) struct Gate {
    _file: File,
}

impl Gate {
    pub async fn pass(folder: &Folder) -> Result<Self, EmbeddedError> {
        let began = Instant::now();
        loop {
            match Self::try_pass(folder)? {
                Some(gate) => return Ok(gate),
                None if began.elapsed() > PATIENCE => {
                    return Err(EmbeddedError::Busy { folder: folder.root.clone(), seconds: PATIENCE.as_secs(), log: folder.log() });
                }
                None => tokio::time::sleep(Duration::from_millis(20)).await,
            }
        }
    }

    pub fn try_pass(folder: &Folder) -> Result<Option<Self>, EmbeddedError> {
        let path = folder.root.join("gate");
        let file = open(&path)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Self { _file: file })),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error).at(&path),
        }
    }
}

/// This process counts among the users of the database as long as it holds this.
#[derive(Debug)]
pub(super) struct Registration {
    file: File,
}

impl Registration {
    /// The caller holds the gate: only there does anybody ask for the whole lock.
    pub fn enter(folder: &Folder, _gate: &Gate) -> Result<Self, EmbeddedError> {
        let path = folder.root.join("lock");
        let file = open(&path)?;
        match file.try_lock_shared() {
            Ok(()) => Ok(Self { file }),
            Err(TryLockError::WouldBlock) => Err(EmbeddedError::Busy { folder: folder.root.clone(), seconds: 0, log: folder.log() }),
            Err(TryLockError::Error(error)) => Err(error).at(&path),
        }
    }

    /// Gives the registration up, and says whether it was the last one.
    pub fn leave(&self, _gate: &Gate) -> bool {
        self.file.unlock().is_ok() && self.file.try_lock().is_ok()
    }
}

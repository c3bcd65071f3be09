//! The uploaded file as its reader wants it: bytes to read and rewind, piece by piece out of the database, one piece in
//! memory at a time. Only for threads that may block.

use platform::{Database, OpError};
use std::{
    io::{self, Read, Seek, SeekFrom},
    sync::{Arc, Mutex, PoisonError},
};
use tokio::runtime::Handle;
use vocabulary::{ImportId, TenantId};

/// Why the database did not give a piece. The reader of a file only knows that it could not be read; here is said that
/// it was not the file's fault.
#[derive(Clone, Default)]
pub(crate) struct Trouble(Arc<Mutex<Option<OpError>>>);

impl Trouble {
    fn keep(&self, error: OpError) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
    }

    /// To be asked before a file's problem is believed.
    ///
    /// # Errors
    /// That of the database, for the job to try again.
    pub fn check(&self) -> Result<(), OpError> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take().map_or(Ok(()), Err)
    }
}

/// An uploaded file.
pub(crate) struct Pieces {
    database: Database,
    tenant: TenantId,
    import: ImportId,
    runtime: Handle,
    size: u64,
    piece: u64,
    at: u64,
    held: Option<(u64, Vec<u8>)>,
    trouble: Trouble,
}

impl Pieces {
    /// `size` is the file's, in bytes; all pieces but the last have the same.
    #[must_use]
    pub fn new(database: Database, tenant: TenantId, import: ImportId, size: u64) -> Self {
        Self {
            database,
            tenant,
            import,
            runtime: Handle::current(),
            size,
            piece: admin_rules::PIECE as u64,
            at: 0,
            held: None,
            trouble: Trouble::default(),
        }
    }

    /// Where it will be said that the database failed.
    #[must_use]
    pub fn trouble(&self) -> Trouble {
        self.trouble.clone()
    }

    fn load(&self, number: u64) -> io::Result<Vec<u8>> {
        let read = async {
            let mut tx = self.database.begin_read(self.tenant).await?;
            let bytes: Option<Vec<u8>> = sqlx::query_scalar("SELECT bytes FROM import_chunk WHERE tenant_id = ? AND import_id = ? AND number = ?")
                .bind(self.tenant.0)
                .bind(self.import.0)
                .bind(i64::try_from(number).unwrap_or(i64::MAX))
                .fetch_optional(tx.conn())
                .await?;
            tx.commit().await?;
            Ok::<_, OpError>(bytes)
        };
        match self.runtime.block_on(read) {
            Ok(Some(bytes)) => Ok(bytes),
            Ok(None) => Err(io::Error::new(io::ErrorKind::UnexpectedEof, "a piece of the file is missing")),
            Err(error) => {
                self.trouble.keep(error);
                Err(io::Error::other("the database did not give a piece of the file"))
            }
        }
    }
}

impl Read for Pieces {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.at >= self.size || into.is_empty() {
            return Ok(0);
        }
        let number = self.at / self.piece;
        if self.held.as_ref().is_none_or(|(held, _)| *held != number) {
            self.held = Some((number, self.load(number)?));
        }
        let Some((_, bytes)) = &self.held else { return Ok(0) };
        let from = usize::try_from(self.at % self.piece).map_err(io::Error::other)?;
        let rest = bytes.get(from..).unwrap_or_default();
        let length = rest.len().min(into.len());
        if length == 0 {
            return Err(io::Error::new(io::ErrorKind::UnexpectedEof, "a piece of the file is too short"));
        }
        into.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
        self.at += length as u64;
        Ok(length)
    }
}

impl Seek for Pieces {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let target = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.size.checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = target.ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "before the beginning"))?;
        Ok(self.at)
    }
}

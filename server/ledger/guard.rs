//! What must hold, and be written, beside a posting: one conditional statement on a room's own document.

use chrono::{DateTime, Utc};
use platform::{OpError, Tx};
use rust_decimal::Decimal;
use uuid::Uuid;
use vocabulary::AppError;

/// A value of a guard's statement.
#[derive(Clone, Debug)]
pub enum Bind {
    Id(Uuid),
    Number(i64),
    Decimal(Decimal),
    Text(String),
    Instant(DateTime<Utc>),
}

/// A statement that must touch exactly `rows` rows, or the posting is refused with `refusal` and writes nothing.
#[derive(Clone, Debug)]
pub struct Guard {
    pub sql: &'static str,
    pub binds: Vec<Bind>,
    pub rows: u64,
    pub refusal: AppError,
}

impl Guard {
    pub(crate) async fn hold(self, tx: &mut Tx) -> Result<(), OpError> {
        let mut query = sqlx::query(self.sql);
        for bind in self.binds {
            query = match bind {
                Bind::Id(id) => query.bind(id),
                Bind::Number(number) => query.bind(number),
                Bind::Decimal(decimal) => query.bind(decimal),
                Bind::Text(text) => query.bind(text),
                Bind::Instant(instant) => query.bind(instant),
            };
        }
        let touched = query.execute(tx.conn()).await?.rows_affected();
        if touched == self.rows { Ok(()) } else { Err(self.refusal.into()) }
    }
}

//! An import's own row.

use super::jobs;
use crate::import::{self, Field, FileFacts, Hint, Mapped, Mapping, Place};
use admin_rules::{Answers, Found, ImportState, ImportWays, Tally};
use chrono::{DateTime, Utc};
use platform::{OpError, Tx};
use serde::de::DeserializeOwned;
use sqlx::FromRow;
use uuid::Uuid;
use vocabulary::{AppError, FieldError, ImportId, JobId, Said};

/// An import as it is kept.
#[derive(Clone, Debug)]
pub(crate) struct Head {
    pub id: ImportId,
    pub name: String,
    pub size: u64,
    pub pieces: u32,
    pub state: ImportState,
    pub round: i32,
    pub answers: Answers,
    pub facts: Option<FileFacts>,
    pub found: Found,
    pub problem: Option<Said>,
    pub tally: Tally,
    pub next_part: u32,
    pub next_effect: i32,
    pub job: JobId,
    pub by: String,
    pub created_at: DateTime<Utc>,
    pub ended_at: Option<DateTime<Utc>>,
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    name: String,
    size: i64,
    pieces: i32,
    state: u8,
    round: i32,
    answers: String,
    facts: String,
    found: String,
    problem: String,
    tally: String,
    next_part: i32,
    next_effect: i32,
    job_id: Uuid,
    person_name: String,
    created_at: DateTime<Utc>,
    ended_at: Option<DateTime<Utc>>,
}

const ALL: &str = "SELECT id, name, size, pieces, state, round, answers, facts, found, problem, tally, next_part, next_effect, job_id, person_name, \
                   created_at, ended_at FROM import WHERE tenant_id = ? AND id = ?";
const LOCKED: &str = "SELECT id, name, size, pieces, state, round, answers, facts, found, problem, tally, next_part, next_effect, job_id, person_name, \
                      created_at, ended_at FROM import WHERE tenant_id = ? AND id = ? FOR UPDATE";

impl Head {
    /// # Errors
    /// Not found.
    pub async fn load(tx: &mut Tx, id: ImportId) -> Result<Self, OpError> {
        Self::read(tx, ALL, id).await
    }

    /// The same, held until the transaction ends.
    ///
    /// # Errors
    /// Not found.
    pub async fn lock(tx: &mut Tx, id: ImportId) -> Result<Self, OpError> {
        Self::read(tx, LOCKED, id).await
    }

    async fn read(tx: &mut Tx, sql: &'static str, id: ImportId) -> Result<Self, OpError> {
        let tenant = tx.tenant();
        let row: Option<Row> = sqlx::query_as(sql).bind(tenant).bind(id.0).fetch_optional(tx.conn()).await?;
        let row = row.ok_or_else(OpError::not_found)?;
        Ok(Self {
            id: ImportId(row.id),
            name: row.name,
            size: u64::try_from(row.size).unwrap_or_default(),
            pieces: u32::try_from(row.pieces).unwrap_or_default(),
            state: ImportState::of_code(row.state).ok_or_else(|| anyhow::anyhow!("import {id} is in an unknown state"))?,
            round: row.round,
            answers: read_json(&row.answers)?.unwrap_or_default(),
            facts: read_json(&row.facts)?,
            found: read_json(&row.found)?.unwrap_or_default(),
            problem: read_json(&row.problem)?,
            tally: read_json(&row.tally)?.unwrap_or_default(),
            next_part: u32::try_from(row.next_part).unwrap_or_default(),
            next_effect: row.next_effect,
            job: JobId(row.job_id),
            by: row.person_name,
            created_at: row.created_at,
            ended_at: row.ended_at,
        })
    }

    /// Refuses what cannot be done with an import in this state.
    ///
    /// # Errors
    /// `import-not-now`.
    pub fn must_be(&self, states: &[ImportState]) -> Result<(), OpError> {
        if states.contains(&self.state) { Ok(()) } else { Err(not_now(self.state)) }
    }

    /// Whether parts of its file are in the books.
    pub fn has_written(&self) -> bool {
        self.next_part > 0 || self.next_effect > 0
    }

    /// What can be done with it now.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn ways(&self, tx: &mut Tx) -> Result<ImportWays, OpError> {
        let stopped = self.state.is_busy() && jobs::state(tx, self.job).await?.is_stopped();
        Ok(ImportWays::of(self.state, stopped, self.has_written()))
    }

    /// Refuses what is none of the ways.
    ///
    /// # Errors
    /// `import-not-now`.
    pub async fn must(&self, tx: &mut Tx, way: impl FnOnce(ImportWays) -> bool) -> Result<(), OpError> {
        if way(self.ways(tx).await?) { Ok(()) } else { Err(not_now(self.state)) }
    }

    /// The facts, once there are any.
    ///
    /// # Errors
    /// `import-not-now`.
    pub fn facts(&self) -> Result<&FileFacts, OpError> {
        self.facts.as_ref().ok_or_else(|| not_now(self.state))
    }

    /// What is said of the file, for its reader.
    ///
    /// # Errors
    /// Field errors where a word is not known.
    pub fn hint(&self) -> Result<Hint, OpError> {
        hint(&self.answers, self.facts.as_ref())
    }
}

pub(crate) fn not_now(state: ImportState) -> OpError {
    OpError::conflict(Said::new("import-not-now").with("state", state.tag()))
}

/// JSON that is empty where there is nothing.
///
/// # Errors
/// When it is damaged.
pub(crate) fn read_json<T: DeserializeOwned>(text: &str) -> Result<Option<T>, OpError> {
    if text.is_empty() { Ok(None) } else { Ok(Some(serde_json::from_str(text)?)) }
}

/// One word of an enumeration as serde writes it.
fn word<T: DeserializeOwned>(field: &str, said: Option<&String>, wrong: &mut Vec<FieldError>) -> Option<T> {
    let said = said?;
    let read = serde_json::from_value(serde_json::Value::String(said.clone())).ok();
    if read.is_none() {
        wrong.push(FieldError::new(field, "field-unknown-choice"));
    }
    read
}

/// Answers as the file's reader takes them.
///
/// # Errors
/// A field error for each word that is not known.
pub(crate) fn hint(answers: &Answers, facts: Option<&FileFacts>) -> Result<Hint, OpError> {
    let mut wrong = Vec::new();
    let mut mapping = None;
    if let Some(columns) = &answers.columns {
        let mut mapped = Vec::new();
        for (at, answer) in columns.iter().enumerate() {
            match Field::ALL.iter().copied().find(|field| field.tag() == answer.field) {
                Some(field) => mapped.push(Mapped { field, column: import::Column { index: answer.column, name: answer.name.clone() } }),
                None => wrong.push(FieldError::new(&format!("columns[{at}].field"), "field-unknown-choice")),
            }
        }
        mapping = Some(with_places(mapped, facts.map(|facts| facts.mapping.places.clone()).unwrap_or_default()));
    }
    let delimiter = answers.delimiter.as_ref().and_then(|text| text.chars().next());
    let hint = Hint {
        source: word("source", answers.source.as_ref(), &mut wrong),
        kind: word("kind", answers.kind.as_ref(), &mut wrong),
        encoding: word("encoding", answers.encoding.as_ref(), &mut wrong),
        delimiter,
        mapping,
        dates: word("dates", answers.dates.as_ref(), &mut wrong),
        decimal: word("decimal", answers.decimal.as_ref(), &mut wrong),
        both: facts.is_some_and(|facts| facts.both),
    };
    if wrong.is_empty() { Ok(hint) } else { Err(AppError::Invalid { fields: wrong }.into()) }
}

/// Locations with columns of their own are found by their names. Said to be stock, such a column stays its location's;
/// said to be something else, it is that.
fn with_places(mut columns: Vec<Mapped>, mut places: Vec<Place>) -> Mapping {
    let said = |columns: &[Mapped], index: usize| columns.iter().find(|mapped| mapped.column.index == index).map(|mapped| mapped.field);
    for place in &mut places {
        for (column, field) in [(&mut place.current, Field::OnHand), (&mut place.new, Field::NewOnHand), (&mut place.price, Field::ExternalId)] {
            let Some(index) = column.as_ref().map(|column| column.index) else { continue };
            match said(&columns, index) {
                Some(other) if other != field => *column = None,
                _ => columns.retain(|mapped| mapped.column.index != index),
            }
        }
    }
    places.retain(|place| place.current.is_some() || place.new.is_some());
    Mapping { columns, places }
}

/// Sets an import's state, and a job that works on it.
///
/// # Errors
/// When the database fails.
pub(crate) async fn set_state(tx: &mut Tx, id: ImportId, state: ImportState, job: Option<JobId>) -> Result<(), OpError> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let ended = matches!(state, ImportState::Done | ImportState::Failed | ImportState::Undone | ImportState::Discarded).then_some(now);
    sqlx::query("UPDATE import SET state = ?, job_id = COALESCE(?, job_id), ended_at = COALESCE(?, ended_at) WHERE tenant_id = ? AND id = ?")
        .bind(state.code())
        .bind(job.map(|job| job.0))
        .bind(ended)
        .bind(tenant)
        .bind(id.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}

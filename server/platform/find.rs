//! Which variants have the words that were typed. A prefix of one letter may match half of a catalog, so reads are
//! bounded: a word is either rare, and its variants are read whole, or so common that going through a list in its order
//! and asking each row soon fills a page.

use crate::{
    db::{Tx, push_list},
    error::OpError,
    search::fold,
};
use sqlx::{MySql, QueryBuilder};
use std::collections::HashSet;
use uuid::Uuid;
use vocabulary::Gtin;

/// Variants that the rarest word may have to be read whole.
const WHOLE: usize = 10_000;
/// So few have a word that looking for a rarer one costs more than it saves.
const FEW: usize = 1_000;
/// Variants asked in one statement: below the length from which MariaDB makes a table of a list.
pub const ASKED: usize = 250;
/// Rows read by their ids in one statement, for the same reason.
pub const MANY: usize = 900;
/// Rows of the rarest word that are looked at while somebody types.
const GLANCE: usize = 3_000;
/// Rows read for each variant wanted, because one may come several times.
const AS_OFTEN: usize = 4;
/// Most words that are looked at.
const WORDS: usize = 6;
/// Longest word that is looked at, in characters: longer ones are kept only so far.
const LETTERS: usize = 40;

/// What was typed, as prefixes of words, the longest first: they are likely the rarest.
#[must_use]
pub fn prefixes(typed: &str) -> Vec<String> {
    let mut words: Vec<String> = typed
        .split_whitespace()
        .take(WORDS)
        .map(|word| match word.parse::<Gtin>() {
            // One number in all its lengths: as it is printed it is a word of its own.
            Ok(gtin) => gtin.printed(),
            Err(_) => fold(word).chars().filter(|c| c.is_alphanumeric()).take(LETTERS).collect(),
        })
        .filter(|word| !word.is_empty())
        .collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    words.dedup();
    words
}

/// What is known of the words typed.
pub enum Typed {
    /// Nothing that could be searched for.
    Nothing,
    /// All variants that have every word, by id.
    Rare(Vec<Uuid>),
    /// Every word is common: more than 10,000 variants have it.
    Common { words: Vec<String> },
}

/// Looks up the words typed: of each at most 10,001 rows of the key are counted, and the rarest is read.
///
/// # Errors
/// When the database fails.
pub async fn typed(tx: &mut Tx, typed: &str) -> Result<Typed, OpError> {
    let words = prefixes(typed);
    let mut variants = if let [word] = words.as_slice() {
        let variants = with_word(tx, word, WHOLE + 1).await?;
        if variants.len() > WHOLE {
            return Ok(Typed::Common { words });
        }
        variants
    } else {
        let Some(rarest) = Rarest::of(tx, &words, WHOLE + 1).await? else { return Ok(Typed::Nothing) };
        if rarest.rows > WHOLE {
            return Ok(Typed::Common { words });
        }
        rarest.with_all(tx, WHOLE, None).await?
    };
    variants.sort_unstable();
    variants.dedup();
    Ok(Typed::Rare(variants))
}

/// Variants that have a word with this prefix, at most so many: the shortest words first, so those that are the prefix.
///
/// # Errors
/// When the database fails.
pub async fn with_word(tx: &mut Tx, prefix: &str, most: usize) -> Result<Vec<Uuid>, OpError> {
    let tenant = tx.tenant();
    Ok(sqlx::query_scalar("SELECT variant_id FROM search_token WHERE tenant_id = ? AND token >= ? AND token < ? ORDER BY token, variant_id LIMIT ?")
        .bind(tenant)
        .bind(prefix)
        .bind(end_of(prefix))
        .bind(i64::try_from(most).unwrap_or(i64::MAX))
        .fetch_all(tx.conn())
        .await?)
}

/// Those of the variants that have all the words.
///
/// # Errors
/// When the database fails.
pub async fn having(tx: &mut Tx, variants: &[Uuid], words: &[String]) -> Result<Vec<Uuid>, OpError> {
    if words.is_empty() {
        return Ok(variants.to_vec());
    }
    let tenant = tx.tenant();
    let mut all = Vec::new();
    for some in variants.chunks(ASKED) {
        let mut select = QueryBuilder::<MySql>::new("SELECT variant_id FROM search_text WHERE tenant_id = ");
        select.push_bind(tenant).push(" AND variant_id IN ");
        push_list(&mut select, some.iter().copied());
        push_words(&mut select, "words", words);
        all.extend(select.build_query_scalar::<Uuid>().fetch_all(tx.conn()).await?);
    }
    Ok(all)
}

/// Where the words with this prefix end.
#[must_use]
pub fn end_of(prefix: &str) -> String {
    format!("{prefix}\u{10ffff}")
}

/// Narrows to the texts that have a word with each prefix. Words are letters and digits: nothing of a pattern is in them.
fn push_words<'a>(select: &mut QueryBuilder<MySql>, column: &str, words: impl IntoIterator<Item = &'a String>) {
    for word in words {
        select.push(" AND ").push(column).push(" LIKE ").push_bind(format!("% {word}%"));
    }
}

/// Narrows a select to the variants, by the column of their ids, that have a word with each prefix. A scalar question for
/// each row, on purpose: neither database turns it into a join that would read all texts first.
pub fn push_has_words(select: &mut QueryBuilder<MySql>, tenant: i64, id: &str, words: &[String]) {
    select.push(" AND (SELECT 1 FROM search_text t WHERE t.tenant_id = ").push_bind(tenant).push(" AND t.variant_id = ").push(id);
    push_words(select, "t.words", words);
    select.push(") = 1");
}

/// Some variants that have a word with each prefix, for somebody who types: of the rarest word some thousand rows are gone
/// through; whoever wants others types on. Those that have the words as they stand come before those with longer ones.
///
/// # Errors
/// When the database fails.
pub async fn some_with(tx: &mut Tx, words: &[String], enough: usize) -> Result<Vec<Uuid>, OpError> {
    if let [word] = words {
        return with_word(tx, word, enough).await;
    }
    // A word that few have is gone through whole; among common ones it matters little which leads.
    let Some(rarest) = Rarest::of(tx, words, FEW + 1).await? else { return Ok(Vec::new()) };
    let mut found = rarest.with_all(tx, GLANCE, Some(enough * AS_OFTEN)).await?;
    let mut seen = HashSet::new();
    found.retain(|variant| seen.insert(*variant));
    found.truncate(enough);
    Ok(found)
}

/// The word that the fewest rows have, and the others.
struct Rarest<'a> {
    word: &'a String,
    others: Vec<&'a String>,
    /// How many rows have it, as far as they were counted.
    rows: usize,
}

impl<'a> Rarest<'a> {
    /// Counts each word's rows, but no further than would make a difference; none where there are no words.
    async fn of(tx: &mut Tx, words: &'a [String], most: usize) -> Result<Option<Self>, OpError> {
        let Some(first) = words.first() else { return Ok(None) };
        let (mut word, mut rows) = (first, most);
        for other in words {
            let counted = count(tx, other, rows).await?;
            if counted < rows {
                (word, rows) = (other, counted);
            }
            if rows <= FEW {
                break;
            }
        }
        Ok(Some(Self { word, others: words.iter().filter(|other| *other != word).collect(), rows }))
    }

    /// The variants among the first rows of this word, as many as are looked at, that have the other words too, each as
    /// often as it has the word.
    async fn with_all(&self, tx: &mut Tx, looked_at: usize, enough: Option<usize>) -> Result<Vec<Uuid>, OpError> {
        let tenant = tx.tenant();
        // In this order and by these keys: one row of each of those variants, never all texts.
        let mut select = QueryBuilder::<MySql>::new("SELECT STRAIGHT_JOIN c.variant_id FROM (SELECT variant_id FROM search_token WHERE tenant_id = ");
        select.push_bind(tenant).push(" AND token >= ").push_bind(self.word.clone()).push(" AND token < ").push_bind(end_of(self.word));
        select.push(" ORDER BY token, variant_id LIMIT ").push_bind(i64::try_from(looked_at).unwrap_or(i64::MAX));
        select.push(") c JOIN search_text t ON t.tenant_id = ").push_bind(tenant).push(" AND t.variant_id = c.variant_id");
        push_words(&mut select, "t.words", self.others.iter().copied());
        if let Some(enough) = enough {
            select.push(" LIMIT ").push_bind(i64::try_from(enough).unwrap_or(i64::MAX));
        }
        Ok(select.build_query_scalar().fetch_all(tx.conn()).await?)
    }
}

/// How many rows there are of words with this prefix; no more than so many are counted.
async fn count(tx: &mut Tx, prefix: &str, most: usize) -> Result<usize, OpError> {
    let tenant = tx.tenant();
    let rows: i64 =
        sqlx::query_scalar("SELECT COUNT(*) FROM (SELECT 1 FROM search_token WHERE tenant_id = ? AND token >= ? AND token < ? LIMIT ?) w")
            .bind(tenant)
            .bind(prefix)
            .bind(end_of(prefix))
            .bind(i64::try_from(most).unwrap_or(i64::MAX))
            .fetch_one(tx.conn())
            .await?;
    Ok(usize::try_from(rows).unwrap_or(usize::MAX))
}

/// Those of the variants that are not archived, by name.
///
/// # Errors
/// When the database fails.
pub async fn by_name(tx: &mut Tx, variants: Vec<Uuid>, most: usize) -> Result<Vec<Uuid>, OpError> {
    if variants.is_empty() {
        return Ok(Vec::new());
    }
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("SELECT v.id FROM variant v FORCE INDEX (PRIMARY) WHERE v.tenant_id = ");
    select.push_bind(tenant).push(" AND v.state < 4 AND v.id IN ");
    push_list(&mut select, variants);
    select.push(" ORDER BY v.name, v.option_text, v.id LIMIT ").push_bind(i64::try_from(most).unwrap_or(100));
    Ok(select.build_query_scalar().fetch_all(tx.conn()).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_and_the_longest_first() {
        assert_eq!(prefixes(" Gläser  T-Light ** r"), ["glaser", "tlight", "r"]);
        assert_eq!(prefixes("0042563008123"), ["042563008123"]);
        assert_eq!(prefixes("42563008123"), ["42563008123"], "eleven digits are no GTIN");
        assert!(prefixes("** --").is_empty());
    }
}

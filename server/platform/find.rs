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

/// Variants that a word may have to be read whole.
const WHOLE: usize = 10_000;
/// Words that are read whole; those after them are asked of what is left.
const READ: usize = 3;
/// So few are left that asking them is cheaper than reading another word.
const FEW: usize = 1_000;
/// Variants asked in one statement: below the length from which MariaDB makes a table of a list.
pub const ASKED: usize = 250;
/// Rows read by their ids in one statement, for the same reason.
pub const MANY: usize = 900;
/// Rows of the rarest word that are looked at while somebody types: at first, and if those bring too few.
const GLANCES: [i64; 2] = [1_000, 4_000];
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
    /// All variants that have the rarer words, by id, and the words that they have yet to be asked for.
    Rare { variants: Vec<Uuid>, others: Vec<String> },
    /// Every word is common: more than 10,000 variants have it.
    Common { words: Vec<String> },
}

/// Looks up the words typed: of each at most 10,001 rows of the key.
///
/// # Errors
/// When the database fails.
pub async fn typed(tx: &mut Tx, typed: &str) -> Result<Typed, OpError> {
    let words = prefixes(typed);
    let mut found: Option<Vec<Uuid>> = None;
    let mut others = Vec::new();
    for (at, word) in words.iter().enumerate() {
        if at >= READ || found.as_ref().is_some_and(|found| found.len() <= FEW) {
            others.push(word.clone());
            continue;
        }
        let mut with = with_word(tx, word, WHOLE + 1).await?;
        if with.len() > WHOLE {
            others.push(word.clone());
            continue;
        }
        with.sort_unstable();
        with.dedup();
        if let Some(found) = &found {
            with.retain(|id| found.binary_search(id).is_ok());
        }
        found = Some(with);
    }
    Ok(match found {
        Some(variants) => Typed::Rare { variants, others },
        None if words.is_empty() => Typed::Nothing,
        None => Typed::Common { words },
    })
}

/// Variants that have a word with this prefix, at most so many: the shortest words first, so those that are the prefix.
///
/// # Errors
/// When the database fails.
pub async fn with_word(tx: &mut Tx, prefix: &str, most: usize) -> Result<Vec<Uuid>, OpError> {
    let tenant = tx.tenant();
    Ok(sqlx::query_scalar(
        "SELECT variant_id FROM search_token FORCE INDEX (PRIMARY) WHERE tenant_id = ? AND token >= ? AND token < ? ORDER BY token, variant_id LIMIT ?",
    )
    .bind(tenant)
    .bind(prefix)
    .bind(end_of(prefix))
    .bind(i64::try_from(most).unwrap_or(i64::MAX))
    .fetch_all(tx.conn())
    .await?)
}

/// Those of the variants that have all the words, until there are enough.
///
/// # Errors
/// When the database fails.
pub async fn having(tx: &mut Tx, variants: &[Uuid], words: &[String], enough: usize) -> Result<Vec<Uuid>, OpError> {
    if words.is_empty() {
        return Ok(variants.iter().take(enough).copied().collect());
    }
    let tenant = tx.tenant();
    let mut all = Vec::new();
    for some in variants.chunks(ASKED) {
        let mut left: Vec<Uuid> = some.to_vec();
        for word in words {
            if left.is_empty() {
                break;
            }
            let mut select =
                QueryBuilder::<MySql>::new("SELECT DISTINCT variant_id FROM search_token FORCE INDEX (search_token_variant) WHERE tenant_id = ");
            select.push_bind(tenant).push(" AND variant_id IN ");
            push_list(&mut select, left.iter().copied());
            select.push(" AND token >= ").push_bind(word.clone()).push(" AND token < ").push_bind(end_of(word));
            left = select.build_query_scalar().persistent(false).fetch_all(tx.conn()).await?;
        }
        all.extend(left);
        if all.len() >= enough {
            break;
        }
    }
    Ok(all)
}

/// Where the words with this prefix end.
#[must_use]
pub fn end_of(prefix: &str) -> String {
    format!("{prefix}\u{10ffff}")
}

/// Narrows a select to the variants, by the column of their ids, that have a word with each prefix. A scalar question for
/// each row, on purpose: neither database turns it into a join that would read all of a common word first.
pub fn push_has_words(select: &mut QueryBuilder<MySql>, tenant: i64, id: &str, words: &[String]) {
    for word in words {
        select.push(" AND (SELECT 1 FROM search_token t FORCE INDEX (search_token_variant) WHERE t.tenant_id = ").push_bind(tenant);
        select.push(" AND t.variant_id = ").push(id).push(" AND t.token >= ").push_bind(word.clone());
        select.push(" AND t.token < ").push_bind(end_of(word)).push(" LIMIT 1) = 1");
    }
}

/// Some variants that have a word with each prefix, for somebody who types: of the rarest word a few rows are gone
/// through, and if those bring too few, some thousands; whoever wants others types on. What is a word as it stands is
/// asked as that word first, because its rows lie together; only if that brings nothing, as the beginning of longer ones.
///
/// # Errors
/// When the database fails.
pub async fn some_with(tx: &mut Tx, words: &[String], enough: usize) -> Result<Vec<Uuid>, OpError> {
    if let [word] = words {
        return with_word(tx, word, enough).await;
    }
    let mut known = Vec::with_capacity(words.len());
    for word in words {
        known.push(Known::of(tx, word).await?);
    }
    known.sort_by_key(|word| word.rows);
    let Some((rarest, others)) = known.split_first() else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    for looked_at in GLANCES {
        found = glance(tx, rarest, others, looked_at, enough).await?;
        if found.len() >= enough / 4 || rarest.rows <= looked_at {
            break;
        }
    }
    if found.is_empty() && known.iter().any(|word| word.is_whole) {
        let begun: Vec<Known> = known.into_iter().map(|word| Known { is_whole: false, ..word }).collect();
        let Some((rarest, others)) = begun.split_first() else { return Ok(found) };
        found = glance(tx, rarest, others, GLANCES[0] / 2, enough).await?;
    }
    Ok(found)
}

/// A word typed, and what there is of it.
struct Known {
    word: String,
    /// It is a word of some variant as it stands, and not only how one begins.
    is_whole: bool,
    /// How many rows have it: no more are counted than would be looked at.
    rows: i64,
}

impl Known {
    async fn of(tx: &mut Tx, word: &str) -> Result<Self, OpError> {
        let (tenant, most) = (tx.tenant(), GLANCES[0] + 1);
        let (whole, begun): (i64, i64) = sqlx::query_as(
            "SELECT (SELECT COUNT(*) FROM (SELECT 1 FROM search_token FORCE INDEX (PRIMARY) WHERE tenant_id = ? AND token = ? LIMIT ?) w), \
             (SELECT COUNT(*) FROM (SELECT 1 FROM search_token FORCE INDEX (PRIMARY) WHERE tenant_id = ? AND token >= ? AND token < ? LIMIT ?) b)",
        )
        .bind(tenant)
        .bind(word)
        .bind(most)
        .bind(tenant)
        .bind(word)
        .bind(end_of(word))
        .bind(most)
        .fetch_one(tx.conn())
        .await?;
        Ok(Self { word: word.to_owned(), is_whole: whole > 0, rows: if whole > 0 { whole } else { begun } })
    }

    /// Narrows to the rows of this word.
    fn push(&self, select: &mut QueryBuilder<MySql>, column: &str) {
        if self.is_whole {
            select.push(format!("{column} = ")).push_bind(self.word.clone());
        } else {
            select.push(format!("{column} >= ")).push_bind(self.word.clone());
            select.push(format!(" AND {column} < ")).push_bind(end_of(&self.word));
        }
    }
}

/// Goes through so many rows of the rarest word, and asks each for the others.
async fn glance(tx: &mut Tx, rarest: &Known, others: &[Known], looked_at: i64, enough: usize) -> Result<Vec<Uuid>, OpError> {
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new(
        "SELECT STRAIGHT_JOIN c.variant_id FROM (SELECT variant_id FROM search_token FORCE INDEX (PRIMARY) WHERE tenant_id = ",
    );
    select.push_bind(tenant).push(" AND ");
    rarest.push(&mut select, "token");
    select.push(" ORDER BY token, variant_id LIMIT ").push_bind(looked_at).push(") c");
    // In this order and by these keys: a few words of each of those rows, never all rows of a word. Whole words come
    // first, being asked the quickest: their rows lie together, while a variant's words may lie anywhere.
    let (whole, begun): (Vec<&Known>, Vec<&Known>) = others.iter().partition(|word| word.is_whole);
    for (at, word) in whole.into_iter().chain(begun).enumerate() {
        let key = if word.is_whole { "PRIMARY" } else { "search_token_variant" };
        select.push(format!(" JOIN search_token t{at} FORCE INDEX ({key}) ON t{at}.tenant_id = ")).push_bind(tenant);
        select.push(format!(" AND t{at}.variant_id = c.variant_id AND "));
        word.push(&mut select, &format!("t{at}.token"));
    }
    // A prefix may be that of several of a variant's words: then it comes as often.
    select.push(" LIMIT ").push_bind(i64::try_from(enough * AS_OFTEN).unwrap_or(i64::MAX));
    let mut found: Vec<Uuid> = select.build_query_scalar().fetch_all(tx.conn()).await?;
    let mut seen = HashSet::new();
    found.retain(|variant| seen.insert(*variant));
    found.truncate(enough);
    Ok(found)
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
    Ok(select.build_query_scalar().persistent(false).fetch_all(tx.conn()).await?)
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

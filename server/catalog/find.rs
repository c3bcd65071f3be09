//! Which variants have the words that were typed. A prefix of one letter may match half of a catalog, so reads are
//! bounded: a word is either rare, and its variants are read whole, or so common that going through a list in its order
//! and asking each row soon fills a page.

use crate::sql::push_list;
use platform::{OpError, Tx, search::fold};
use sqlx::{MySql, QueryBuilder};
use uuid::Uuid;
use vocabulary::Gtin;

/// Most variants of a rare word.
pub(crate) const RARE: usize = 2_000;
/// Most words that are looked at.
const WORDS: usize = 6;
/// Longest word that is looked at, in characters: longer ones are kept only so far.
const LETTERS: usize = 40;

/// What was typed, as prefixes of words, the longest first: they are likely the rarest.
pub(crate) fn prefixes(typed: &str) -> Vec<String> {
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
pub(crate) enum Typed {
    /// Nothing that could be searched for.
    Nothing,
    /// All variants with the rarest word, and the words that they have yet to be asked for.
    Rare { variants: Vec<Uuid>, others: Vec<String> },
    /// Every word is common; some of the variants with the longest of them, those with the shortest words first.
    Common { some: Vec<Uuid>, words: Vec<String> },
}

/// Looks up the words typed, at most 2,001 rows of the key for each.
pub(crate) async fn typed(tx: &mut Tx, typed: &str) -> Result<Typed, OpError> {
    let words = prefixes(typed);
    let mut some = Vec::new();
    for word in &words {
        let mut found = with_word(tx, word).await?;
        if found.len() <= RARE {
            found.sort_unstable();
            found.dedup();
            return Ok(Typed::Rare { variants: found, others: words.iter().filter(|other| *other != word).cloned().collect() });
        }
        if some.is_empty() {
            some = found;
        }
    }
    if words.is_empty() { Ok(Typed::Nothing) } else { Ok(Typed::Common { some, words }) }
}

async fn with_word(tx: &mut Tx, prefix: &str) -> Result<Vec<Uuid>, OpError> {
    let tenant = tx.tenant();
    Ok(sqlx::query_scalar("SELECT variant_id FROM search_token WHERE tenant_id = ? AND token >= ? AND token < ? ORDER BY token, variant_id LIMIT ?")
        .bind(tenant)
        .bind(prefix)
        .bind(end_of(prefix))
        .bind(i64::try_from(RARE + 1).unwrap_or(i64::MAX))
        .fetch_all(tx.conn())
        .await?)
}

/// Where the words with this prefix end.
pub(crate) fn end_of(prefix: &str) -> String {
    format!("{prefix}\u{10ffff}")
}

/// Narrows a select over `variant v` to those that have a word with each prefix. A scalar question for each row, on
/// purpose: neither database turns it into a join that would read all of a common word first.
pub(crate) fn push_has_words(select: &mut QueryBuilder<MySql>, tenant: i64, words: &[String]) {
    for word in words {
        select.push(" AND (SELECT 1 FROM search_token t WHERE t.tenant_id = ").push_bind(tenant);
        select.push(" AND t.variant_id = v.id AND t.token >= ").push_bind(word.clone());
        select.push(" AND t.token < ").push_bind(end_of(word)).push(" LIMIT 1) = 1");
    }
}

/// The items of variants, of those that have all the words.
pub(crate) async fn items_of(tx: &mut Tx, variants: &[Uuid], words: &[String]) -> Result<Vec<Uuid>, OpError> {
    if variants.is_empty() {
        return Ok(Vec::new());
    }
    let tenant = tx.tenant();
    let mut select = QueryBuilder::<MySql>::new("SELECT DISTINCT v.item_id FROM variant v WHERE v.tenant_id = ");
    select.push_bind(tenant).push(" AND v.id IN ");
    push_list(&mut select, variants.iter().copied());
    push_has_words(&mut select, tenant, words);
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

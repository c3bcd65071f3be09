//! Secrets come from a variable or from the file that `…_FILE` names, as container platforms hand them in.

use anyhow::Context as _;

/// What was given, else what the file in `{variable}_FILE` holds, without the line's end.
///
/// # Errors
/// When that file cannot be read, or holds nothing.
pub fn given_or_file(given: Option<&str>, variable: &str) -> anyhow::Result<Option<String>> {
    if let Some(given) = given.filter(|given| !given.is_empty()) {
        return Ok(Some(given.to_owned()));
    }
    let name = format!("{variable}_FILE");
    let Some(file) = std::env::var_os(&name).filter(|file| !file.is_empty()) else { return Ok(None) };
    let file = std::path::PathBuf::from(file);
    let text = std::fs::read_to_string(&file).with_context(|| format!("{name} names {}", file.display()))?;
    let text = text.trim_end_matches(['\r', '\n']);
    anyhow::ensure!(!text.is_empty(), "{name} names {}, which is empty", file.display());
    Ok(Some(text.to_owned()))
}

//! `stockroom openapi`

pub fn run() -> anyhow::Result<()> {
    println!("{}", crate::rest::openapi().to_pretty_json()?);
    Ok(())
}

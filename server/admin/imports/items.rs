//! Catalog rows as the catalog takes them, and what it says of them as problems of the file.

use super::scope::Scope;
use crate::import::{
    CatalogRow, Field, RowProblem, State,
    fields::normal,
    problem::{note, row},
};
use catalog_rules::{Attribute, ItemState, LINKS_MAX, NewBarcode, SupplierCode, UpsertItem, check_link, handle_of};
use platform::{OpError, Tx, db::push_list, search::fold};
use sqlx::{MySql, QueryBuilder};
use std::collections::HashSet;
use vocabulary::{Code, FieldError, Param, Quantity};

/// A row as the catalog takes it, and what is to be told of how it was understood.
///
/// # Errors
/// What cannot be taken over.
pub(crate) fn said(scope: &Scope, from: &CatalogRow, packed: &HashSet<String>) -> Result<(UpsertItem, Vec<RowProblem>), Vec<RowProblem>> {
    if let Some(currency) =
        from.currency.as_ref().filter(|currency| from.price.or(from.cost).is_some() && !currency.eq_ignore_ascii_case(&scope.currency))
    {
        let problem = RowProblem::new(from.line, scope.title(Field::Currency), currency, row::CURRENCY_OTHER);
        return Err(vec![problem.with("currency", currency.as_str()).with("ours", scope.currency.as_str())]);
    }
    let mut notes = Vec::new();
    let unit = from.unit.as_deref().and_then(|word| {
        let unit = unit_of(word);
        if unit.is_none() {
            notes.push(RowProblem::new(from.line, scope.title(Field::Unit), word, note::UNIT_UNKNOWN).with("unit", word));
        }
        unit
    });
    let barcodes = from.barcodes.iter().filter(|code| !is_shared(from, code) && !packed.contains(&code.key()));
    let links = from.image_links.iter().filter(|link| check_link("link", link).is_none()).take(LINKS_MAX);
    let first = from.supplier.as_ref().zip(from.supplier_code.as_ref());
    let more = from.supplier_codes.iter().map(|(supplier, code)| (supplier, code));
    let supplier_codes = first.into_iter().chain(more).map(|(supplier, code)| SupplierCode { supplier: supplier.clone(), code: code.clone() });
    let barcodes = barcodes.map(|code| NewBarcode { code: code.to_string(), unit: String::from("each"), pack: Quantity::ONE });
    let packs = from.packs.iter().filter(|pack| !is_shared(from, &pack.code)).map(|pack| {
        let unit = unit_of(&pack.unit).map_or_else(|| pack.unit.clone(), str::to_owned);
        NewBarcode { code: pack.code.to_string(), unit, pack: pack.pack }
    });
    let item = UpsertItem {
        handle: Some(handle(&from.group, from.item_name.as_deref())).filter(|handle| !handle.is_empty()),
        name: from.item_name.clone(),
        description: from.description.clone(),
        brand: from.brand.clone(),
        category: from.category.clone(),
        whole: None,
        unit: unit.map(str::to_owned),
        state: from.state.map(state),
        wakes: false,
        options: named_options(&from.options),
        attributes: from.attributes.iter().map(|(name, value)| Attribute { name: name.clone(), value: value.clone() }).collect(),
        sku: from.sku.clone(),
        price: from.price,
        cost: from.cost,
        barcodes: barcodes.chain(packs).collect(),
        supplier_codes: supplier_codes.collect(),
        image_links: links.cloned().collect(),
    };
    Ok((item, notes))
}

/// What an item's variants are held together by: the file's own word for it, or its name as addresses have it.
pub(crate) fn handle(group: &str, name: Option<&str>) -> String {
    let made = if name == Some(group) { handle_of(&fold(group)) } else { String::new() };
    if made.is_empty() { group.to_owned() } else { made }
}

/// Options whose axis the file does not name get one, so that they can be told apart.
pub(crate) fn named_options(options: &[(String, String)]) -> Vec<(String, String)> {
    let named = |(at, (axis, value)): (usize, &(String, String))| {
        let axis = if axis.trim().is_empty() { format!("Option {}", at + 1) } else { axis.clone() };
        (axis, value.clone())
    };
    options.iter().enumerate().map(named).collect()
}

/// A barcode that an earlier row of the file has: a code means one thing, and that row keeps it.
fn is_shared(row: &CatalogRow, code: &Code) -> bool {
    let code = Param::Text(code.to_string());
    row.notes.iter().any(|told| told.code() == note::BARCODE_SHARED && told.said.params.iter().any(|(name, value)| name == "code" && *value == code))
}

fn state(state: State) -> ItemState {
    match state {
        State::Draft => ItemState::Draft,
        State::Active => ItemState::Active,
        State::PhaseOut => ItemState::PhaseOut,
        State::Archived => ItemState::Archived,
    }
}

/// The unit a word stands for.
fn unit_of(word: &str) -> Option<&'static str> {
    Some(match normal(word).as_str() {
        "each" | "ea" | "piece" | "pieces" | "pc" | "pcs" | "unit" | "units" | "stuck" | "stk" | "st" | "stueck" | "piece1" | "unite" | "unidad"
        | "ud" | "uds" | "u" | "قطعة" | "حبة" | "peritem" => "each",
        "pack" | "packet" | "packung" | "pk" | "paquet" | "paquete" | "pkg" | "عبوة" => "pack",
        "box" | "schachtel" | "boite" | "caja" | "صندوق" => "box",
        "case" | "karton" | "carton" | "ctn" | "كرتون" => "case",
        "g" | "gr" | "gram" | "grams" | "gramm" | "gramme" | "gramo" | "gramos" | "غرام" => "g",
        "kg" | "kilo" | "kilogram" | "kilograms" | "kilogramm" | "kilogramme" | "kilogramo" | "كيلوغرام" => "kg",
        "cm" | "centimeter" | "centimetre" | "zentimeter" => "cm",
        "m" | "meter" | "metre" | "metro" | "متر" => "m",
        "ml" | "milliliter" | "millilitre" => "ml",
        "l" | "liter" | "litre" | "ltr" | "litro" | "لتر" => "l",
        _ => return None,
    })
}

/// Of these codes, those that stand for more than one piece: a file that only names a code says nothing of its pack.
///
/// # Errors
/// When the database fails.
pub(crate) async fn packed(tx: &mut Tx, rows: &[&CatalogRow]) -> Result<HashSet<String>, OpError> {
    let mut codes: Vec<String> = rows.iter().flat_map(|row| row.barcodes.iter().map(Code::key)).collect();
    codes.sort_unstable();
    codes.dedup();
    let (mut found, tenant) = (HashSet::new(), tx.tenant());
    for codes in codes.chunks(500) {
        let mut select = QueryBuilder::<MySql>::new("SELECT code FROM barcode WHERE tenant_id = ");
        select.push_bind(tenant).push(" AND code IN ");
        push_list(&mut select, codes.iter().cloned());
        select.push(" AND (pack <> 1 OR unit <> 'each')");
        let rows: Vec<(String,)> = select.build_query_as().fetch_all(tx.conn()).await?;
        found.extend(rows.into_iter().map(|(code,)| code));
    }
    Ok(found)
}

/// What the catalog refuses, told of the file's column.
pub(crate) fn trouble(scope: &Scope, from: &CatalogRow, wrong: &FieldError) -> RowProblem {
    let stem = wrong.field.split(['[', '.']).next().unwrap_or_default();
    let field = match stem {
        "sku" => Field::Sku,
        // A pack's code has more to be wrong with than itself.
        "barcodes" if wrong.field.ends_with("unit") || wrong.field.ends_with("pack") => Field::Packs,
        "barcodes" => Field::Barcode,
        "attributes" => Field::Attributes,
        "name" => Field::Name,
        "handle" => Field::Group,
        "description" => Field::Description,
        "brand" => Field::Brand,
        "category" => Field::Category,
        "unit" | "whole" => Field::Unit,
        "state" => Field::State,
        "price" => Field::Price,
        "cost" => Field::Cost,
        "supplier_codes" if wrong.field.ends_with("supplier") => Field::Supplier,
        "supplier_codes" => Field::SupplierCode,
        "image_links" => Field::Image,
        _ => Field::Option1Value,
    };
    // Options may have columns that are called as their axes are.
    let index = scope.facts.mapping.of(field).next().or_else(|| (field == Field::Option1Value).then(|| axis(scope, wrong)).flatten());
    match index {
        Some(index) => {
            let title = scope.facts.header.get(index).map_or("", String::as_str);
            RowProblem { said: wrong.said.clone(), ..RowProblem::new(from.line, title, from.raw.0.get(index).unwrap_or_default(), "") }
        }
        // No column is mapped to it: what is missing is named all the same.
        None => RowProblem { said: wrong.said.clone().with("field", field.tag()), ..RowProblem::new(from.line, "", "", "") },
    }
}

/// The column of the option that is meant, else of the first.
fn axis(scope: &Scope, wrong: &FieldError) -> Option<usize> {
    let nth = wrong.field.split(['[', ']']).nth(1).and_then(|nth| nth.parse().ok()).unwrap_or(0);
    let mut axes = scope.facts.mapping.of(Field::Axis).skip(nth);
    axes.next().or_else(|| scope.facts.mapping.of(Field::Axis).next())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_go_by_many_words() {
        assert_eq!(["Stück", "PCS", "Kg", "Liter", "Karton"].map(unit_of), [Some("each"), Some("each"), Some("kg"), Some("l"), Some("case")]);
        assert_eq!(unit_of("furlong"), None);
        for unit in catalog_rules::UNITS {
            assert_eq!(unit_of(unit), Some(unit));
        }
    }

    #[test]
    fn an_axis_without_a_name_gets_one() {
        let told = [(String::new(), String::from("Red")), (String::from("Size"), String::from("L"))];
        assert_eq!(named_options(&told)[0].0, "Option 1");
        assert_eq!(named_options(&told)[1].0, "Size");
    }
}

//! The JSON Schema of a record, for editors that complete keys and show what they mean.
//!
//! It is draft-07, which TOML editors read; a date of TOML is a string with the format `date` to them. The types here
//! mirror those of [`record`](crate::record) and are only described, never built; a test holds the keys of both
//! together. The words of a value come from the model's vocabularies.

mod types;
#[cfg(test)]
mod tests;

use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use serde_json::{Map, Value};

use types::Record;

/// The name of the file that the first line of a record names (`#:schema ./reservations.schema.json`).
pub const FILE: &str = "reservations.schema.json";

/// The JSON Schema (draft-07) of a record, indented, with a line end behind it.
pub fn schema() -> String {
    let generator = SchemaSettings::draft07().into_generator();
    let mut root = generator.into_root_schema_for::<Record>();
    RecursiveTransform(as_toml).transform(&mut root);
    format!("{:#}\n", root.as_value())
}

/// Takes out what TOML does not have: nothing in it is null, and no number has a size.
fn as_toml(schema: &mut Schema) {
    let Some(object) = schema.as_object_mut() else { return };
    if let Some(Value::Array(types)) = object.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            object.insert("type".into(), only);
        }
    }
    if let Some(Value::Array(mut choices)) = object.remove("anyOf") {
        let all = choices.len();
        choices.retain(|choice| choice.get("type").is_none_or(|name| name != "null"));
        let key = if choices.len() < all { "allOf" } else { "anyOf" };
        object.insert(key.into(), choices.into());
    }
    sizeless(object);
}

fn sizeless(object: &mut Map<String, Value>) {
    if object.get("format").and_then(Value::as_str).is_some_and(|format| format.contains("int")) {
        object.remove("format");
    }
}

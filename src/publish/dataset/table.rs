//! A table of a dataset: its fields stand once, as what is written and as what describes it.

use serde_json::{Map, Value, json};

use crate::export::guarded;

/// What a field holds.
#[derive(Clone, Copy)]
pub(super) enum Type {
    /// Text.
    Text,
    /// A day, as `YYYY-MM-DD`.
    Date,
    /// A whole number.
    Integer,
    /// `true` or `false`.
    Boolean,
    /// One of some words.
    OneOf(&'static [&'static str]),
}

/// A field: its name, what it holds, what it means, and what a row has there.
pub(super) struct Field<R> {
    name: &'static str,
    holds: Type,
    about: &'static str,
    get: fn(&R) -> Option<String>,
}

/// A field.
pub(super) const fn field<R>(
    name: &'static str,
    holds: Type,
    about: &'static str,
    get: fn(&R) -> Option<String>,
) -> Field<R> {
    Field { name, holds, about, get }
}

/// What a table is: its name, what a row of it is, its key, and the fields that lead to the keys of other tables.
pub(super) struct Shape<R> {
    /// Its name, and that of its file without the ending.
    pub name: &'static str,
    /// What a row of it is.
    pub about: &'static str,
    /// The fields that tell one row from every other.
    pub key: &'static [&'static str],
    /// A field, the table that it leads to, and the key there.
    pub leads_to: &'static [(&'static str, &'static str, &'static str)],
    /// What a row has.
    pub fields: Vec<Field<R>>,
}

/// A table as it is written, and as a descriptor tells of it.
pub(super) struct Written {
    /// The name of its file.
    pub path: String,
    /// What that holds.
    pub csv: Vec<u8>,
    /// What tells of it.
    pub descriptor: Value,
}

impl<R> Shape<R> {
    /// Writes rows.
    ///
    /// # Errors
    /// What a writer says that could not write into memory; none is expected.
    pub fn write(&self, rows: &[R]) -> Result<Written, csv::Error> {
        let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        writer.write_record(self.fields.iter().map(|field| field.name))?;
        for row in rows {
            let cell = |field: &Field<R>| {
                (field.get)(row).map_or_else(String::new, |text| guarded(&text).into_owned())
            };
            writer.write_record(self.fields.iter().map(cell))?;
        }
        let csv = writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))?;
        let path = format!("{}.csv", self.name);
        let descriptor = self.descriptor(&path);
        Ok(Written { path, csv, descriptor })
    }

    fn descriptor(&self, path: &str) -> Value {
        let leads = |(field, table, key): &(&str, &str, &str)| json!({ "fields": [field], "reference": { "resource": table, "fields": [key] } });
        json!({
            "name": self.name,
            "$schema": "https://datapackage.org/profiles/2.0/dataresource.json",
            "type": "table",
            "path": path,
            "description": self.about,
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": {
                "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
                "fields": self.fields.iter().map(|field| field.descriptor(self.key)).collect::<Vec<_>>(),
                "missingValues": [""],
                "primaryKey": self.key,
                "foreignKeys": self.leads_to.iter().map(leads).collect::<Vec<_>>(),
            },
        })
    }
}

impl<R> Field<R> {
    fn descriptor(&self, key: &[&str]) -> Value {
        let mut said = Map::new();
        said.insert("name".into(), self.name.into());
        let name = match self.holds {
            Type::Text | Type::OneOf(_) => "string",
            Type::Date => "date",
            Type::Integer => "integer",
            Type::Boolean => "boolean",
        };
        said.insert("type".into(), name.into());
        said.insert("description".into(), self.about.into());
        let mut constraints = Map::new();
        if key.contains(&self.name) {
            constraints.insert("required".into(), true.into());
        }
        if let Type::OneOf(words) = self.holds {
            said.insert("categories".into(), json!(words));
            constraints.insert("enum".into(), json!(words));
        }
        if !constraints.is_empty() {
            said.insert("constraints".into(), constraints.into());
        }
        said.into()
    }
}

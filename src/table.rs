//! The neutral table that every report becomes and every format is made of: columns and cells, no domain.

use std::borrow::Cow;

use crate::language::Language;

/// A column: a stable English key for programs, a translated heading for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// For programs; never changes with the language.
    pub key: String,
    /// For people.
    pub heading: String,
    /// Whether people's formats show it even where it is empty or the same throughout.
    pub stays: bool,
    /// Where a table is too wide for a terminal, columns of a higher rank are left out first; 0 never is.
    pub spare: u8,
}

/// What a cell says to programs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Value {
    /// Nothing: not the same as an empty text.
    #[default]
    Absent,
    /// A text.
    Text(String),
    /// A number.
    Number(i64),
    /// True; what is not true is absent.
    True,
}

/// A cell: its value for programs and, where that differs, what people see.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// For programs.
    pub value: Value,
    shown: Option<String>,
    /// Whether people see it in a lighter mark.
    pub faint: bool,
}

impl Cell {
    /// A cell with nothing in it.
    pub fn absent() -> Self {
        Self::default()
    }

    /// A text that is the same for programs and people.
    pub fn text(text: impl Into<String>) -> Self {
        Self { value: Value::Text(text.into()), ..Self::default() }
    }

    /// A text where there is one.
    pub fn maybe(text: Option<impl Into<String>>) -> Self {
        text.map_or_else(Self::absent, Self::text)
    }

    /// True, or nothing.
    pub fn flag(flag: bool) -> Self {
        Self { value: if flag { Value::True } else { Value::Absent }, ..Self::default() }
    }

    /// A number where there is one.
    pub fn number(number: Option<i64>) -> Self {
        Self { value: number.map_or(Value::Absent, Value::Number), ..Self::default() }
    }

    /// The same cell, shown to people in other words.
    pub fn shown(mut self, shown: impl Into<String>) -> Self {
        self.shown = Some(shown.into());
        self
    }

    /// The same cell in a lighter mark.
    pub fn faint(mut self) -> Self {
        self.faint = true;
        self
    }

    /// What people see; empty where there is nothing.
    pub fn for_people(&self) -> Cow<'_, str> {
        match (&self.shown, &self.value) {
            (Some(shown), _) => Cow::Borrowed(shown),
            (None, Value::Absent) => Cow::Borrowed(""),
            (None, Value::Text(text)) => Cow::Borrowed(text),
            (None, Value::Number(number)) => Cow::Owned(number.to_string()),
            (None, Value::True) => Cow::Borrowed("true"),
        }
    }
}

/// A report, ready for any format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The language of headings and sentences.
    pub language: Language,
    /// What the report is about, a line each.
    pub head: Vec<String>,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, as many cells in each as there are columns.
    pub rows: Vec<Vec<Cell>>,
    /// What stands in place of a table without rows, a sentence.
    pub empty: String,
    /// What stands below, a line each.
    pub foot: Vec<String>,
}

/// A table as people see it: without the columns that say nothing, which are said above it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condensed {
    /// Columns and cells that are shown.
    pub columns: Vec<Column>,
    /// Their rows.
    pub rows: Vec<Vec<Cell>>,
    /// Heading and value of each column that is the same throughout.
    pub constant: Vec<(String, String)>,
}

impl Table {
    /// Leaves out columns that are empty or, of two rows or more, the same throughout.
    pub fn condense(&self) -> Condensed {
        let mut kept = Vec::new();
        let mut constant = Vec::new();
        for (at, column) in self.columns.iter().enumerate() {
            if column.stays {
                kept.push(at);
                continue;
            }
            let mut values = self.rows.iter().filter_map(|row| row.get(at)).map(Cell::for_people);
            let Some(first) = values.next() else { continue };
            if values.any(|value| value != first) {
                kept.push(at);
            } else if !first.is_empty() {
                match self.rows.len() {
                    1 => kept.push(at),
                    _ => constant.push((column.heading.clone(), first.into_owned())),
                }
            }
        }
        let pick = |row: &Vec<Cell>| kept.iter().filter_map(|at| row.get(*at).cloned()).collect();
        Condensed {
            columns: kept.iter().filter_map(|at| self.columns.get(*at).cloned()).collect(),
            rows: self.rows.iter().map(pick).collect(),
            constant,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[&[&str]]) -> Table {
        let column = |key: &&str| Column {
            key: (*key).into(),
            heading: key.to_uppercase(),
            stays: *key == "a",
            spare: 0,
        };
        let cell = |text: &&str| if text.is_empty() { Cell::absent() } else { Cell::text(*text) };
        Table {
            language: Language::english(),
            head: Vec::new(),
            columns: ["a", "b", "c"].iter().map(column).collect(),
            rows: rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
            empty: String::new(),
            foot: Vec::new(),
        }
    }

    #[test]
    fn what_says_nothing_is_left_out() {
        let condensed = table(&[&["1", "x", ""], &["1", "x", ""]]).condense();
        assert_eq!(condensed.columns.iter().map(|c| c.key.as_str()).collect::<Vec<_>>(), ["a"]);
        assert_eq!(condensed.constant, [("B".to_owned(), "x".to_owned())]);
        assert_eq!(condensed.rows.len(), 2);
    }

    #[test]
    fn one_row_keeps_what_it_has() {
        let condensed = table(&[&["1", "x", ""]]).condense();
        assert_eq!(condensed.columns.iter().map(|c| c.key.as_str()).collect::<Vec<_>>(), ["a", "b"]);
    }
}

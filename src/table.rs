//! The neutral table that every report becomes and every format is made of: columns and cells, no domain.
//!
//! Programs read its columns. People see its [`View`]s: a view is one column or several of them beside one another, and
//! is said above the table where it would say the same in each row.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use chrono::NaiveDate;

use crate::language::Language;
use crate::vocabulary::Kind;

/// A column: a stable English key for programs, a translated heading for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// For programs; never changes with the language.
    pub key: String,
    /// For people.
    pub heading: String,
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
    /// A day.
    Date(NaiveDate),
    /// True; what is not true is absent.
    True,
}

/// A cell: its value for programs and, where that differs, what people see.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// For programs.
    pub value: Value,
    shown: Option<String>,
    beside: Option<String>,
    /// The kind whose colour it has.
    pub kind: Option<Kind>,
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

    /// A day where there is one.
    pub fn day(day: Option<NaiveDate>) -> Self {
        Self { value: day.map_or(Value::Absent, Value::Date), ..Self::default() }
    }

    /// A count; what no number of a program can hold is absent.
    pub fn count(count: usize) -> Self {
        Self::number(i64::try_from(count).ok())
    }

    /// The same cell, shown to people in other words.
    pub fn shown(mut self, shown: impl Into<String>) -> Self {
        self.shown = Some(shown.into());
        self
    }

    /// The same cell, shown in other words where it stands in one view with another: `(deferred)`.
    pub fn beside(mut self, beside: impl Into<String>) -> Self {
        self.beside = Some(beside.into());
        self
    }

    /// The same cell in the colour of a kind.
    pub fn coloured(mut self, kind: Kind) -> Self {
        self.kind = Some(kind);
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
            (None, Value::Date(day)) => Cow::Owned(day.to_string()),
            (None, Value::True) => Cow::Borrowed("true"),
        }
    }

    /// Whether people see the same text in both, whatever its colour.
    fn says_the_same(&self, other: &Self) -> bool {
        self.value == other.value && self.shown == other.shown
    }

    fn beside_another(&self) -> Cow<'_, str> {
        self.beside.as_deref().map_or_else(|| self.for_people(), Cow::Borrowed)
    }
}

/// When people see a view as a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// Always.
    Always,
    /// Where a row has something.
    Filled,
    /// Where rows differ; what is the same throughout is said above the table, or not at all where nothing stands there.
    Varied,
    /// The same, but it stays a column where nothing stands above the table: without it a row would say too much.
    Qualifying,
}

/// One column for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// Its heading.
    pub heading: String,
    /// The keys of the columns in it: the first is what it is about, the others stand beside that in the same cell.
    pub keys: Vec<String>,
    /// When it is seen.
    pub presence: Presence,
    /// The keys of the columns that say what a row is about here: a terminal does not say it again where they are those of
    /// the row above. Nothing where each row says it.
    pub grouped_by: Vec<String>,
    /// Whether it is one of many alike, of which some may stand in a further table below.
    pub serial: bool,
    /// Where a table is too wide for a terminal, views of a higher rank are left out first; 0 never is.
    pub spare: u8,
}

impl View {
    /// A view of a single column.
    pub fn of(column: &Column, presence: Presence) -> Self {
        Self {
            heading: column.heading.clone(),
            keys: vec![column.key.clone()],
            presence,
            grouped_by: Vec::new(),
            serial: false,
            spare: 0,
        }
    }

    /// The same view as one of many alike.
    pub fn serial(mut self) -> Self {
        self.serial = true;
        self
    }
}

/// A report, ready for any format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The language of headings and sentences.
    pub language: Language,
    /// What kind of answer it is, in a few words.
    pub caption: String,
    /// What the report is about, a line each.
    pub head: Vec<String>,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, as many cells in each as there are columns.
    pub rows: Vec<Vec<Cell>>,
    /// What people see of them.
    pub views: Vec<View>,
    /// What stands in place of a table without rows, a sentence.
    pub empty: String,
    /// Where the answer comes from, a line each.
    pub sources: Vec<String>,
    /// What stands below, a line each.
    pub foot: Vec<String>,
}

/// A column that a table does not have, or that is asked for twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownColumn {
    /// What was asked for.
    pub asked: String,
    /// The nearest key; none where nothing is near.
    pub nearest: Option<String>,
    /// The keys there are.
    pub legal: Vec<String>,
}

impl fmt::Display for UnknownColumn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.legal.contains(&self.asked) {
            return write!(f, "the column \"{}\" is asked for twice", self.asked);
        }
        write!(f, "no column \"{}\"", self.asked)?;
        if let Some(nearest) = &self.nearest {
            write!(f, "; did you mean {nearest}?")?;
        }
        write!(f, "; there are {}", self.legal.join(", "))
    }
}

impl std::error::Error for UnknownColumn {}

/// What people see of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condensed<'t> {
    /// The views that are shown.
    pub views: Vec<&'t View>,
    /// What each row shows, as many as there are views.
    pub rows: Vec<Vec<Shown<'t>>>,
    /// Heading and value of each view that is the same throughout.
    pub constant: Vec<(&'t str, String)>,
}

/// What a row shows in a view.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown<'t> {
    /// What it is about; empty where there is nothing, or where the row above says it.
    pub main: Cow<'t, str>,
    /// What stands beside that.
    pub beside: Vec<Cow<'t, str>>,
    /// The kind whose colour it has.
    pub kind: Option<Kind>,
    /// Whether it is in a lighter mark.
    pub faint: bool,
}

impl Shown<'_> {
    /// All of it in one line.
    pub fn text(&self) -> String {
        let parts = std::iter::once(&self.main).chain(&self.beside).filter(|part| !part.is_empty());
        parts.map(AsRef::as_ref).collect::<Vec<&str>>().join(" ")
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.main.is_empty() && self.beside.iter().all(|part| part.is_empty())
    }
}

/// What stands around a table that people see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Around {
    /// Lines above it, which say what is the same throughout.
    Lines,
    /// The same, and rows are seen below one another: what the row above says of its group is not said again.
    Screen,
    /// Nothing.
    Nothing,
}

impl Table {
    /// Keeps the columns of some keys, in that order, in every format.
    ///
    /// # Errors
    /// A key that is no column's, or that stands twice.
    pub fn select(&mut self, keys: &[String]) -> Result<(), UnknownColumn> {
        let mut chosen = Vec::new();
        for key in keys {
            match self.at(key) {
                Some(at) if !chosen.contains(&at) => chosen.push(at),
                _ => return Err(self.unknown(key)),
            }
        }
        for row in &mut self.rows {
            *row = chosen.iter().filter_map(|at| row.get(*at).cloned()).collect();
        }
        self.columns = chosen.iter().filter_map(|at| self.columns.get(*at).cloned()).collect();
        self.views = self.columns.iter().map(|column| View::of(column, Presence::Always)).collect();
        self.sources.clear();
        Ok(())
    }

    /// Shows people every column that holds something.
    pub fn widen(&mut self) {
        let alike = self.views.iter().filter(|view| view.serial).flat_map(|view| &view.keys);
        let alike: BTreeSet<&String> = alike.collect();
        let views = self.columns.iter().map(|column| {
            let view = View::of(column, Presence::Filled);
            if alike.contains(&column.key) { view.serial() } else { view }
        });
        self.views = views.collect();
        self.sources.clear();
    }

    /// The place of a column.
    pub fn at(&self, key: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.key == key)
    }

    /// The cell of a row in a column.
    pub fn cell_mut(&mut self, row: usize, key: &str) -> Option<&mut Cell> {
        let at = self.at(key)?;
        self.rows.get_mut(row)?.get_mut(at)
    }

    fn unknown(&self, asked: &str) -> UnknownColumn {
        let legal: Vec<String> = self.columns.iter().map(|column| column.key.clone()).collect();
        let near = |key: &&String| strsim::normalized_damerau_levenshtein(&asked.to_lowercase(), key);
        let nearest = legal.iter().max_by(|a, b| near(a).total_cmp(&near(b))).filter(|key| near(key) >= 0.5);
        UnknownColumn { asked: asked.to_owned(), nearest: nearest.cloned(), legal }
    }

    /// What people see: without views that are empty or, of two rows or more, the same throughout.
    pub fn condense(&self, around: Around) -> Condensed<'_> {
        // A matrix has a column for each paragraph: they are not gone through for each key.
        let known: BTreeMap<&String, usize> =
            self.columns.iter().enumerate().map(|(at, column)| (&column.key, at)).collect();
        let at = |keys: &[String]| keys.iter().filter_map(|key| known.get(key).copied()).collect();
        let places: Vec<Vec<usize>> = self.views.iter().map(|view| at(&view.keys)).collect();
        let mut condensed = Condensed { views: Vec::new(), rows: Vec::new(), constant: Vec::new() };
        let mut kept = Vec::new();
        for (view, places) in self.views.iter().zip(&places) {
            match self.constant(view, places, around) {
                None => {
                    kept.push((view, places));
                    condensed.views.push(view);
                }
                Some(value) if !value.is_empty() => condensed.constant.push((&view.heading, value)),
                Some(_) => {}
            }
        }
        let groups: Vec<Vec<usize>> = kept.iter().map(|(view, _)| at(&view.grouped_by)).collect();
        let mut above: Option<&Vec<Cell>> = None;
        for row in &self.rows {
            let cells = kept.iter().zip(&groups).map(|((_, places), group)| {
                let mut shown = shown(row, places);
                let same = |at: &usize| {
                    let pair = above.and_then(|above| above.get(*at)).zip(row.get(*at));
                    pair.is_some_and(|(above, cell)| above.says_the_same(cell))
                };
                if around == Around::Screen && !group.is_empty() && group.iter().all(same) {
                    shown.main = Cow::Borrowed("");
                }
                shown
            });
            condensed.rows.push(cells.collect());
            above = Some(row);
        }
        condensed
    }

    /// What a view says throughout, where that is no column: empty where it says nothing.
    fn constant(&self, view: &View, places: &[usize], around: Around) -> Option<String> {
        if view.presence == Presence::Always {
            return None;
        }
        let mut rows = self.rows.iter();
        let first = rows.next().map(|row| shown(row, places).text()).unwrap_or_default();
        if first.is_empty() {
            return rows.all(|row| shown(row, places).is_empty()).then_some(first);
        }
        let lifted = match view.presence {
            Presence::Always | Presence::Filled => false,
            Presence::Varied => true,
            Presence::Qualifying => around != Around::Nothing,
        };
        let same = |row: &Vec<Cell>| shown(row, places).text() == first;
        (lifted && self.rows.len() > 1 && rows.all(same)).then_some(first)
    }
}

fn shown<'t>(row: &'t [Cell], places: &[usize]) -> Shown<'t> {
    let mut cells = places.iter().filter_map(|at| row.get(*at));
    let Some(first) = cells.next() else { return Shown::default() };
    let beside = cells.map(Cell::beside_another).filter(|text| !text.is_empty());
    Shown { main: first.for_people(), beside: beside.collect(), kind: first.kind, faint: first.faint }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[&[&str]]) -> Table {
        let column = |key: &&str| Column { key: (*key).into(), heading: key.to_uppercase() };
        let columns: Vec<Column> = ["a", "b", "c"].iter().map(column).collect();
        let presence =
            |column: &Column| if column.key == "a" { Presence::Always } else { Presence::Qualifying };
        let cell = |text: &&str| if text.is_empty() { Cell::absent() } else { Cell::text(*text) };
        Table {
            language: Language::english(),
            caption: String::new(),
            head: Vec::new(),
            views: columns.iter().map(|column| View::of(column, presence(column))).collect(),
            columns,
            rows: rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
            empty: String::new(),
            sources: Vec::new(),
            foot: Vec::new(),
        }
    }

    fn headings<'t>(condensed: &Condensed<'t>) -> Vec<&'t str> {
        condensed.views.iter().map(|view| view.heading.as_str()).collect()
    }

    #[test]
    fn what_says_nothing_is_left_out() {
        let table = table(&[&["1", "x", ""], &["1", "x", ""]]);
        let condensed = table.condense(Around::Lines);
        assert_eq!(headings(&condensed), ["A"]);
        assert_eq!(condensed.constant, [("B", "x".to_owned())]);
        assert_eq!(condensed.rows.len(), 2);
        assert_eq!(headings(&table.condense(Around::Nothing)), ["A", "B"]);
    }

    #[test]
    fn one_row_keeps_what_it_has() {
        let table = table(&[&["1", "x", ""]]);
        assert_eq!(headings(&table.condense(Around::Lines)), ["A", "B"]);
    }

    #[test]
    fn cells_of_one_view_stand_beside_one_another() {
        let mut table = table(&[&["1", "x", ""], &["2", "", "y"]]);
        table.views = vec![View { keys: vec!["a".into(), "c".into()], ..table.views[0].clone() }];
        table.rows[1][2] = Cell::text("y").beside("(y)");
        let condensed = table.condense(Around::Lines);
        assert_eq!((condensed.rows[0][0].text(), condensed.rows[1][0].text()), ("1".into(), "2 (y)".into()));
    }

    #[test]
    fn a_screen_says_a_group_once() {
        let mut table = table(&[&["1", "x", ""], &["1", "y", ""], &["2", "y", ""]]);
        table.views[0].grouped_by = vec!["a".into()];
        let first = |around| {
            let condensed = table.condense(around);
            condensed.rows.iter().map(|row| row[0].text()).collect::<Vec<_>>()
        };
        assert_eq!(first(Around::Screen), ["1", "", "2"]);
        assert_eq!(first(Around::Lines), ["1", "1", "2"]);
    }

    #[test]
    fn columns_are_chosen_by_key_in_the_order_asked_for() {
        let keys = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect::<Vec<_>>();
        let mut chosen = table(&[&["1", "x", ""]]);
        chosen.select(&keys(&["c", "a"])).unwrap();
        assert_eq!(chosen.columns.iter().map(|column| column.key.as_str()).collect::<Vec<_>>(), ["c", "a"]);
        assert_eq!(headings(&chosen.condense(Around::Lines)), ["C", "A"]);
        let refused = |asked: &[&str]| table(&[]).select(&keys(asked)).unwrap_err().to_string();
        assert_eq!(refused(&["a", "bb"]), "no column \"bb\"; did you mean b?; there are a, b, c");
        assert_eq!(refused(&["a", "a"]), "the column \"a\" is asked for twice");
    }

    #[test]
    fn a_wide_table_shows_all_that_holds_something() {
        let mut wide = table(&[&["1", "x", ""], &["2", "x", ""]]);
        wide.widen();
        assert_eq!(headings(&wide.condense(Around::Lines)), ["A", "B"]);
    }
}

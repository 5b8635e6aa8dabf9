//! `cite`: positions as citations, for people and for programs that make footnotes of them.
//!
//! Sources of the formats: <https://docs.citationstyles.org/en/stable/specification.html>,
//! <https://ctan.org/pkg/bibtex>.

use chrono::{Datelike, NaiveDate};
use serde_json::{Map, Value, json};

use crate::fold::visible;
use crate::language::{End, Language, words};
use crate::model::{Delegation, Label, Outcome, Position, Reach, Register, Resolution, Source};
use crate::reference::{self, Wanted};
use crate::report::{Filter, Row, rows};

/// How citations are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Citation {
    /// A line each, to be read.
    Text,
    /// CSL JSON, for pandoc and reference managers.
    Csl,
    /// BibTeX.
    Bibtex,
}

/// Which positions are cited.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cited {
    /// Those of these delegations, or made on their behalf; of all where none is named.
    pub delegations: Vec<Delegation>,
    /// Those that name these paragraphs, what these contain, or what contains them; any where none is named.
    pub paragraphs: Vec<Wanted>,
}

/// Cites the positions asked for that the filter lets through, in the order of the register.
///
/// # Errors
/// What a writer says that could not write into memory; none is expected.
pub fn cite(
    register: &Register,
    filter: &Filter,
    cited: &Cited,
    citation: Citation,
) -> Result<String, serde_json::Error> {
    let items: Vec<Item<'_>> =
        filter.resolutions(register).flat_map(|resolution| items(resolution, filter, cited)).collect();
    Ok(match citation {
        Citation::Text if items.is_empty() => format!("{}\n", words(&filter.language).no_position_of("")),
        Citation::Text => {
            items.iter().map(|item| format!("{}\n", visible(&item.text(&filter.language)))).collect()
        }
        Citation::Csl => {
            let all: Vec<Value> = items.iter().map(|item| item.csl(&filter.language)).collect();
            format!("{}\n", serde_json::to_string_pretty(&all)?)
        }
        Citation::Bibtex => {
            items.iter().map(|item| item.bibtex(&filter.language)).collect::<Vec<_>>().join("\n")
        }
    })
}

/// A position, and the rows of it that are cited.
struct Item<'r> {
    resolution: &'r Resolution,
    position: &'r Position,
    rows: Vec<Row<'r>>,
}

fn items<'r>(resolution: &'r Resolution, filter: &Filter, cited: &Cited) -> Vec<Item<'r>> {
    let labels = reference::labels(&cited.paragraphs, resolution);
    let is_of = |row: &Row<'_>| {
        let own = row.delegation.into_iter().chain(row.on_behalf_of());
        cited.delegations.is_empty() || own.into_iter().any(|code| cited.delegations.contains(code))
    };
    let reaches = |known: &Label| {
        labels.iter().any(|label| label == known || label.contains(known) || known.contains(label))
    };
    let is_on = |row: &Row<'_>| cited.paragraphs.is_empty() || row.paragraph.as_ref().is_some_and(reaches);
    let mut items: Vec<Item<'r>> = Vec::new();
    for row in rows(resolution, filter).into_iter().filter(|row| is_of(row) && is_on(row)) {
        let Some(position) = row.position else { continue };
        match items.last_mut() {
            Some(item) if std::ptr::eq(item.position, position) => item.rows.push(row),
            _ => items.push(Item { resolution, position, rows: vec![row] }),
        }
    }
    items
}

impl Item<'_> {
    fn name(&self, language: &Language) -> String {
        self.resolution.name(language, &self.position.delegation)
    }

    /// "reservation (PP9 and PP10)", with the phrase that it is about.
    fn title(&self, language: &Language) -> String {
        let words = words(language);
        let kind = words.kind(self.position.kind.into());
        let labels: Vec<String> =
            self.rows.iter().filter_map(|row| Some(row.paragraph.as_ref()?.to_string())).collect();
        let first = self.rows.first();
        let on = match first.and_then(|row| row.reach) {
            _ if !labels.is_empty() => words.list(&labels),
            Some(Reach::Unknown) => words.part_not_stated().to_owned(),
            _ => words.entire_text().to_owned(),
        };
        let phrase = first.and_then(|row| row.phrase(language)).map(|phrase| words.quoted(phrase));
        let on: Vec<String> = [on].into_iter().chain(phrase).collect();
        format!("{kind} ({})", on.join(words.comma()))
    }

    fn heading(&self, language: &Language) -> String {
        let title = self.resolution.text(language, |block| block.title.as_deref());
        title.map_or_else(|| self.resolution.id.to_string(), str::to_owned)
    }

    fn fact(
        &self,
        language: &Language,
        of: fn(&crate::model::LanguageBlock) -> Option<&str>,
    ) -> Option<String> {
        self.resolution.text(language, |block| of(block)).map(str::to_owned)
    }

    fn source(&self) -> Option<&Source> {
        self.resolution.sources.iter().find(|source| source.id == self.position.source)
    }

    /// Title and place of the source.
    fn place(&self, language: &Language) -> String {
        let title = self.source().and_then(|source| source.title.clone());
        let title = title.unwrap_or_else(|| self.position.source.to_string());
        let parts: Vec<String> = [title].into_iter().chain(self.position.locator.clone()).collect();
        parts.join(words(language).comma())
    }

    fn day(&self) -> Option<NaiveDate> {
        self.position.life.made().or(self.resolution.outcome.map(Outcome::date))
    }

    /// The id of its first row, which names it in reports too.
    fn id(&self) -> &str {
        self.rows.first().map_or("", |row| &row.id)
    }

    fn text(&self, language: &Language) -> String {
        let words = words(language);
        let origin = [
            self.resolution.symbol.clone(),
            self.fact(language, |block| block.body.as_deref()),
            self.fact(language, |block| block.meeting.as_deref()),
            self.fact(language, |block| block.place.as_deref()),
        ];
        let origin: Vec<String> = origin.into_iter().flatten().collect();
        let end = End {
            rejected: matches!(self.resolution.outcome, Some(Outcome::Rejected(_))),
            date: self.resolution.outcome.map(Outcome::date),
            by: self.resolution.by,
        };
        let sentences = [
            words.pair(&self.name(language), &self.title(language)),
            self.heading(language),
            origin.join(words.comma()),
            words.end(end),
            self.place(language),
            self.source().and_then(|source| source.url.clone()).unwrap_or_default(),
        ];
        let stop = if language.primary() == "zh" { "。" } else { ". " };
        let said: Vec<String> = sentences.into_iter().filter(|sentence| !sentence.is_empty()).collect();
        format!("{}{}", said.join(stop), stop.trim_end())
    }

    fn csl(&self, language: &Language) -> Value {
        let mut item = Map::new();
        let text = |value: String| Value::from(visible(&value).into_owned());
        let fields = [
            ("container-title", Some(self.heading(language))),
            ("publisher", self.fact(language, |block| block.body.as_deref())),
            ("publisher-place", self.fact(language, |block| block.place.as_deref())),
            ("event-title", self.fact(language, |block| block.meeting.as_deref())),
            ("number", self.resolution.symbol.clone()),
            ("genre", Some(words(language).kind(self.position.kind.into()).to_owned())),
            ("note", Some(self.place(language))),
            ("URL", self.source().and_then(|source| source.url.clone())),
            ("language", Some(language.to_string())),
        ];
        item.insert("id".into(), self.id().into());
        item.insert("type".into(), "chapter".into());
        item.insert("author".into(), json!([{ "literal": text(self.name(language)) }]));
        item.insert("title".into(), text(self.title(language)));
        item.extend(fields.into_iter().filter_map(|(key, value)| Some((key.to_owned(), text(value?)))));
        if let Some(day) = self.day() {
            item.insert("issued".into(), json!({ "date-parts": [[day.year(), day.month(), day.day()]] }));
        }
        item.into()
    }

    fn bibtex(&self, language: &Language) -> String {
        let whole = |value: String| format!("{{{}}}", escaped(&value));
        let day = self.day();
        let fields = [
            ("author", Some(whole(self.name(language)))),
            ("title", Some(whole(self.title(language)))),
            ("booktitle", Some(whole(self.heading(language)))),
            ("publisher", self.fact(language, |block| block.body.as_deref()).map(whole)),
            ("series", self.fact(language, |block| block.meeting.as_deref()).map(whole)),
            ("address", self.fact(language, |block| block.place.as_deref()).map(whole)),
            ("number", self.resolution.symbol.clone().map(whole)),
            ("year", day.map(|day| day.year().to_string())),
            ("month", day.map(|day| day.month().to_string())),
            ("day", day.map(|day| day.day().to_string())),
            ("url", self.source().and_then(|source| source.url.as_deref()).map(escaped)),
            ("note", Some(escaped(&self.place(language)))),
        ];
        let fields =
            fields.into_iter().filter_map(|(name, value)| Some(format!("  {name} = {{{}}},\n", value?)));
        format!("@incollection{{{},\n{}}}\n", key(self.id()), fields.collect::<String>())
    }
}

/// A text that BibTeX and LaTeX read as it stands: what they would take for a command is written as one for the sign itself.
/// BibTeX counts braces, also behind a backslash: those that do not pair are named.
fn escaped(text: &str) -> String {
    let (open, close) = match pairs(text) {
        true => ("\\{", "\\}"),
        false => ("\\textbraceleft{}", "\\textbraceright{}"),
    };
    let mut safe = String::with_capacity(text.len());
    for c in visible(text).chars() {
        match c {
            '&' | '%' | '$' | '#' | '_' => safe.extend(['\\', c]),
            '{' => safe.push_str(open),
            '}' => safe.push_str(close),
            '~' => safe.push_str("\\textasciitilde{}"),
            '^' => safe.push_str("\\textasciicircum{}"),
            '\\' => safe.push_str("\\textbackslash{}"),
            c => safe.push(c),
        }
    }
    safe
}

/// Whether each brace of a text has its other.
fn pairs(text: &str) -> bool {
    let depth = text.chars().try_fold(0usize, |depth, c| match c {
        '{' => Some(depth + 1),
        '}' => depth.checked_sub(1),
        _ => Some(depth),
    });
    depth == Some(0)
}

/// A key of letters, digits and what BibTeX allows between them.
fn key(id: &str) -> String {
    let legal = |c: char| if c.is_ascii_alphanumeric() || ".-:".contains(c) { c } else { ':' };
    id.chars().map(legal).collect()
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn what_latex_would_run_is_a_sign() {
        assert_eq!(escaped("50% & \\input{x}"), "50\\% \\& \\textbackslash{}input\\{x\\}");
        assert_eq!(escaped("}{"), "\\textbraceright{}\\textbraceleft{}");
    }
}

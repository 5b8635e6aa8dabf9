//! Walking a TOML table by hand, so that every fault of shape is gathered with its place.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::codes::{IMPOSSIBLE_DATE, MISSING_KEY, UNKNOWN_KEY, UNKNOWN_SECTION, WRONG_TYPE};
use super::hint::{self, Hint};
use super::nearest::nearest;
use super::raw::{Date, Placed, RawTexts};
use super::sections::Sections;
use crate::fold::{is_invisible, visible};
use crate::language::Language;
use crate::problem::{About, Code, Problem, SourceText};

/// So many faults of a record are kept: a file of 8 MiB may have millions.
pub(crate) const MOST_FAULTS: usize = 100_000;

/// The problems found so far in one text.
pub(super) struct Findings<'a> {
    pub source: &'a SourceText,
    pub problems: Vec<Problem>,
    /// How many more there are than are kept.
    pub unlisted: usize,
    pub sections: Sections,
}

impl Findings<'_> {
    pub fn add(
        &mut self,
        code: &'static Code,
        span: Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.add_about(code, span, message, help, About::default());
    }

    /// Adds a fault with what it is about.
    pub fn add_about(
        &mut self,
        code: &'static Code,
        span: Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
        about: About,
    ) {
        if self.problems.len() >= MOST_FAULTS {
            self.unlisted += 1;
            return;
        }
        let problem = Problem::new(code, self.source, span, told(&message.into()), told(&help.into()));
        self.problems.push(problem.with(about));
    }
}

/// What is told of a fault, fit for one line: what cannot be seen is shown as escapes, and a very long text, which
/// holds a value of the file, is cut in its middle.
pub(crate) fn told(text: &str) -> String {
    const HEAD: usize = 300;
    const TAIL: usize = 100;
    // Two characters that join or part the letters of a word are seen by what they do.
    let hidden = |c: char| is_invisible(c) && !matches!(c, '\u{200c}' | '\u{200d}');
    let escaped = |c: char| if hidden(c) { c.escape_unicode().to_string() } else { c.to_string() };
    let shown = match visible(text) {
        shown if shown.contains(hidden) => shown.chars().map(escaped).collect(),
        shown => shown,
    };
    if shown.len() <= HEAD + TAIL {
        return shown.into_owned();
    }
    let head = shown.char_indices().nth(HEAD).map_or(shown.len(), |(at, _)| at);
    let tail = shown.char_indices().rev().nth(TAIL).map_or(0, |(at, _)| at);
    if tail <= head {
        return shown.into_owned();
    }
    format!("{} … {}", &shown[..head], &shown[tail..])
}

/// One table of the file, of which keys are taken; what is left at the end is unknown.
pub(super) struct Section<'t> {
    name: String,
    /// What a fault of one of its keys is about.
    about: About,
    header: Range<usize>,
    entries: Vec<(&'t Spanned<Cow<'t, str>>, &'t Spanned<DeValue<'t>>)>,
    legal: &'static [&'static str],
    /// The keys that are there, whatever their values.
    present: BTreeSet<&'t str>,
}

impl<'t> Section<'t> {
    /// `name` is how messages call it, `about` its table, `legal` the keys that the format has there.
    pub fn new(
        name: impl Into<String>,
        about: About,
        header: Range<usize>,
        table: &'t DeTable<'t>,
        legal: &'static [&'static str],
    ) -> Self {
        let mut entries: Vec<_> = table.iter().collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        let present = table.iter().map(|(key, _)| key.get_ref().as_ref()).collect();
        Self { name: name.into(), about, header, entries, legal, present }
    }

    /// What is wrong with one of its keys; in a table of texts it is the key of that.
    fn about(&self, key: &str) -> About {
        let mut about = self.about.clone();
        if about.keys.is_empty() {
            about.keys.push(key.to_owned());
        }
        about
    }

    pub fn header(&self) -> Range<usize> {
        self.header.clone()
    }

    /// All entries in the file's order, for tables whose keys are data.
    pub fn take_all(&mut self) -> Vec<(Placed<String>, &'t Spanned<DeValue<'t>>)> {
        let taken = std::mem::take(&mut self.entries);
        taken
            .into_iter()
            .map(|(key, value)| (Placed::new(key.get_ref().to_string(), key.span()), value))
            .collect()
    }

    fn take(&mut self, key: &str) -> Option<(Range<usize>, &'t Spanned<DeValue<'t>>)> {
        let at = self.entries.iter().position(|(known, _)| known.get_ref() == key)?;
        let (key, value) = self.entries.remove(at);
        // An empty place has what the parser made up for a value that it could not read, and told of.
        let made_up =
            value.span().is_empty() && !matches!(value.get_ref(), DeValue::Table(_) | DeValue::Array(_));
        (!made_up).then(|| (key.span(), value))
    }

    /// Whether the file has the key, whatever its value.
    pub fn has(&self, key: &str) -> bool {
        self.present.contains(key)
    }

    /// Reports what nobody took.
    pub fn finish(self, findings: &mut Findings<'_>) {
        let mut homeless = BTreeSet::new();
        for (key, value) in &self.entries {
            // Of keys whose header is gone the first is told: they are one fault.
            if let Some(home) = hint::header_above(&self.name, key.get_ref()) {
                if homeless.insert(home) {
                    let message = format!("unknown key `{}` in {}", key.get_ref(), self.name);
                    let tag = self.name.trim_matches(['[', ']']);
                    let help = format!("did you mean `{home}`? write the header [{tag}.{home}] above it");
                    let about = self.about(key.get_ref()).meaning(Some(home));
                    findings.add_about(&UNKNOWN_KEY, key.span(), message, help, about);
                }
                continue;
            }
            let table = matches!(value.get_ref(), DeValue::Table(_))
                || matches!(value.get_ref(), DeValue::Array(list) if list.iter().any(|item| item.get_ref().is_table()));
            let (code, what) = if table { (&UNKNOWN_SECTION, "section") } else { (&UNKNOWN_KEY, "key") };
            let word = key.get_ref();
            let nearest = self.nearest(findings.source, key);
            let hint = nearest.map(|known| format!("did you mean `{known}`? ")).unwrap_or_default();
            let legal = || Hint {
                help: format!("{hint}legal here: {}", self.legal.join(", ")),
                key: nearest.map(str::to_owned),
            };
            let meant = || match hint::meant(&self.name, word, table) {
                // What stands beside the key that it would be is something else.
                Some(Hint { key: Some(key), .. }) if !table && self.has(&key) => None,
                // A misspelt key of this section is nearer than the same word of another one.
                Some(meant) if hint.is_empty() || meant.key.is_some() => Some(meant),
                _ => None,
            };
            // A word that is nearly one of the sections is no language.
            let belongs = self.belongs(word, table && nearest.is_none()).map(Hint::only);
            let Hint { help, key: meant } = belongs.or_else(meant).unwrap_or_else(legal);
            let message = format!("unknown {what} `{word}` in {}", self.name);
            findings.add_about(code, key.span(), message, help, self.about(word).meaning(meant));
        }
    }

    /// The key that is meant by one which is not of this section. A full stop may have come into it, and one of two letters
    /// may have lost one of them.
    fn nearest(&self, source: &SourceText, key: &Spanned<Cow<'t, str>>) -> Option<&'static str> {
        let word = key.get_ref().as_ref();
        let rest = source.text().get(key.span().end..).unwrap_or_default();
        let behind = rest.strip_prefix('.').and_then(|rest| rest.split(['.', '=', ']', ' ', '\n']).next());
        let whole = behind.map(|behind| format!("{word}{behind}"));
        let short = || {
            let shorts =
                ["id", "on", "by"].into_iter().filter(|key| self.legal.contains(key) && !self.has(key));
            shorts.into_iter().find(|key| word.len() < 3 && word.contains(|c| key.contains(c)))
        };
        nearest(word, self.legal.iter().copied())
            .or_else(|| nearest(&whole?, self.legal.iter().copied()))
            .or_else(short)
    }

    /// Where a key or section belongs that stands in the wrong place.
    fn belongs(&self, key: &str, section: bool) -> Option<String> {
        const OF_RESOLUTION: &[&str] =
            &["id", "symbol", "adopted", "rejected", "by", "preambular", "operative"];
        let root = self.name == "the record";
        match key {
            "format" => Some("`format = 1` stands once, above the first section".into()),
            key if root && !section && OF_RESOLUTION.contains(&key) => {
                Some("write it below the header [resolution]".into())
            }
            tag if root && section && matches!(tag.len(), 2 | 3) && tag.parse::<Language>().is_ok() => {
                Some(format!("what is in a language stands under [language.{tag}]"))
            }
            _ => None,
        }
    }

    /// Reports that a required key is missing.
    pub fn require(&self, findings: &mut Findings<'_>, key: &str, help: &str) {
        self.require_any(findings, &[key], help);
    }

    /// Reports that all of some keys are missing, of which one is required.
    pub fn require_any(&self, findings: &mut Findings<'_>, keys: &[&str], help: &str) {
        // A value that could not be read has been reported already; it is not missing.
        if keys.iter().any(|key| self.has(key)) {
            return;
        }
        let shown: Vec<String> =
            keys.iter().map(|key| format!("`{}`", as_written(&self.name, key))).collect();
        let shown = match shown.as_slice() {
            [others @ .., last] if !others.is_empty() => format!("{} or {last}", others.join(", ")),
            one => one.concat(),
        };
        let keys = keys.iter().map(|key| (*key).to_owned()).collect();
        let about = About { keys, ..self.about.clone() };
        findings.add_about(&MISSING_KEY, self.header(), format!("{} has no {shown}", self.name), help, about);
    }

    fn wrong(&self, findings: &mut Findings<'_>, key: &str, value: &Spanned<DeValue<'_>>, expected: &str) {
        if value.span().is_empty() {
            // What the parser made up in place of a value that it could not read, and told of.
            return;
        }
        if let (DeValue::Array(items), "a table of texts" | "a section") =
            (value.get_ref(), expected.split(',').next().unwrap_or_default())
            && items.iter().any(|item| item.get_ref().is_table())
        {
            let line = findings.source.line(findings.source.place(value.span().start).0).trim();
            let inner = line.trim_matches(['[', ']', ' ']);
            let message = format!("`{key}` in {} stands under two brackets", self.name);
            let help = format!("write [{inner}], with one bracket at both ends: there is only one");
            findings.add_about(&WRONG_TYPE, value.span(), message, help, self.about(key));
            return;
        }
        let found = describe(value.get_ref());
        let message = format!("`{key}` in {} is {found}, expected {expected}", self.name);
        let written = hint::written(findings.source.text(), value).unwrap_or("…");
        let advice = hint::advice(&self.name, key, value.get_ref(), written, expected);
        let help = advice.unwrap_or_else(|| match mended(findings.source.text(), key, value, expected) {
            Some(mended) => format!("write {mended}"),
            None => format!("write it as {expected}"),
        });
        findings.add_about(&WRONG_TYPE, value.span(), message, help, self.about(key));
    }

    pub fn string(&mut self, findings: &mut Findings<'_>, key: &str) -> Option<Placed<String>> {
        let (_, value) = self.take(key)?;
        match value.get_ref() {
            DeValue::String(text) => Some(Placed::new(text.to_string(), value.span())),
            _ => {
                self.wrong(findings, key, value, "text in quotation marks");
                None
            }
        }
    }

    pub fn integer(&mut self, findings: &mut Findings<'_>, key: &str) -> Option<Placed<i64>> {
        let (_, value) = self.take(key)?;
        let number = match value.get_ref() {
            DeValue::Integer(digits) => {
                // One too large for the type is too large for every key.
                let digits = i64::from_str_radix(&digits.as_str().replace('_', ""), digits.radix());
                Some(digits.unwrap_or(i64::MAX))
            }
            _ => None,
        };
        if number.is_none() {
            self.wrong(findings, key, value, "a whole number");
        }
        number.map(|number| Placed::new(number, value.span()))
    }

    pub fn boolean(&mut self, findings: &mut Findings<'_>, key: &str) -> Option<Placed<bool>> {
        let (_, value) = self.take(key)?;
        match value.get_ref() {
            DeValue::Boolean(truth) => Some(Placed::new(*truth, value.span())),
            _ => {
                self.wrong(findings, key, value, "true or false");
                None
            }
        }
    }

    pub fn date(&mut self, findings: &mut Findings<'_>, key: &str) -> Option<Placed<Date>> {
        let (_, value) = self.take(key)?;
        let DeValue::Datetime(stamp) = value.get_ref() else {
            self.wrong(findings, key, value, "a date such as 2022-10-15, without quotation marks");
            return None;
        };
        let (Some(date), None, None) = (stamp.date, stamp.time, stamp.offset) else {
            self.wrong(findings, key, value, "a date such as 2022-10-15, without a time of day");
            return None;
        };
        let day = Date::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day));
        if day.is_none() {
            let message =
                format!("`{key}` in {} is {date}, a day that the calendar does not have", self.name);
            let help = "write a day that exists, such as 2022-10-15";
            findings.add_about(&IMPOSSIBLE_DATE, value.span(), message, help, self.about(key));
        }
        day.map(|day| Placed::new(day, value.span()))
    }

    pub fn strings(&mut self, findings: &mut Findings<'_>, key: &str) -> Option<Placed<Vec<Placed<String>>>> {
        let (_, value) = self.take(key)?;
        let DeValue::Array(items) = value.get_ref() else {
            self.wrong(findings, key, value, hint::list_such_as(key));
            return None;
        };
        let mut list = Vec::new();
        for item in items.iter() {
            match item.get_ref() {
                DeValue::String(text) => list.push(Placed::new(text.to_string(), item.span())),
                _ => self.wrong(findings, key, item, "text in quotation marks"),
            }
        }
        // A list of which nothing could be read has been reported; it is not an empty one.
        (items.is_empty() || !list.is_empty()).then(|| Placed::new(list, value.span()))
    }

    /// A table of texts: `phrase.en = "…"`, `[units]`, `[language.en.subjects]`.
    pub fn texts(&mut self, findings: &mut Findings<'_>, key: &str) -> RawTexts {
        let Some((_, value)) = self.take(key) else { return Vec::new() };
        let DeValue::Table(table) = value.get_ref() else {
            self.wrong(findings, key, value, "a table of texts");
            return Vec::new();
        };
        let mut inner =
            Section::new(format!("`{key}` of {}", self.name), self.about(key), value.span(), table, &[]);
        let mut texts = RawTexts::new();
        for (key, value) in inner.take_all() {
            match value.get_ref() {
                DeValue::String(text) => texts.push((key, Placed::new(text.to_string(), value.span()))),
                _ => inner.wrong(findings, &key.value, value, "text in quotation marks"),
            }
        }
        texts
    }

    pub fn table(
        &mut self,
        findings: &mut Findings<'_>,
        key: &str,
    ) -> Option<(Range<usize>, &'t DeTable<'t>)> {
        let (header, value) = self.take(key)?;
        match value.get_ref() {
            DeValue::Table(table) => {
                let own = findings.source.text().get(value.span()).is_some_and(|text| text.starts_with('['));
                Some((if own { value.span() } else { header }, table))
            }
            _ => {
                self.wrong(findings, key, value, &format!("a section, [{key}]"));
                None
            }
        }
    }

    pub fn tables(&mut self, findings: &mut Findings<'_>, key: &str) -> Vec<(Range<usize>, &'t DeTable<'t>)> {
        let Some((_, value)) = self.take(key) else { return Vec::new() };
        let expected = format!("sections, each under [[{key}]]");
        let DeValue::Array(items) = value.get_ref() else {
            if value.get_ref().is_table() {
                let at = findings.source.place(value.span().start).0;
                let line = findings.source.line(at).trim_start();
                let alone = || format!("write [[{key}]] alone, and what belongs to it on lines below");
                let (message, help) = if !line.starts_with('[') {
                    (format!("`{key}` has a value"), alone())
                } else if line.starts_with("[[") {
                    (format!("`{key}` has another name behind it"), alone())
                } else {
                    let help =
                        format!("write [[{key}]], with two brackets at both ends: there may be several");
                    (format!("`{key}` stands under single brackets"), help)
                };
                findings.add_about(&WRONG_TYPE, value.span(), message, help, self.about(key));
            } else {
                self.wrong(findings, key, value, &expected);
            }
            return Vec::new();
        };
        let mut tables = Vec::new();
        for item in items.iter() {
            match item.get_ref() {
                DeValue::Table(table) => tables.push((item.span(), table)),
                _ => self.wrong(findings, key, item, &expected),
            }
        }
        tables
    }
}

/// A key as a person writes it: a section of the record under its header.
fn as_written(name: &str, key: &str) -> String {
    if name == "the record" && key == "resolution" { format!("[{key}]") } else { key.to_owned() }
}

/// How a value should have been written, where only its signs are wrong: quotation marks or brackets.
fn mended(source: &str, key: &str, value: &Spanned<DeValue<'_>>, expected: &str) -> Option<String> {
    let written = hint::written(source, value)?;
    match value.get_ref() {
        _ if key == "format" => Some("`format = 1`".into()),
        DeValue::String(text) if expected.starts_with("a whole number") => {
            text.trim().parse::<u32>().ok().map(|number| format!("{number}, without quotation marks"))
        }
        DeValue::String(text) if expected.starts_with("true") => ["true", "false"]
            .contains(&text.trim())
            .then(|| format!("{}, without quotation marks", text.trim())),
        DeValue::String(_) if expected.starts_with("a list") => Some(format!("[{written}]")),
        DeValue::Integer(_) if key == "on" => Some(format!("a label: \"PP{written}\" or \"OP{written}\"")),
        DeValue::Integer(_) | DeValue::Float(_) | DeValue::Datetime(_) if expected.starts_with("text") => {
            Some(format!("\"{written}\""))
        }
        DeValue::Array(items) if expected.starts_with("text") && items.len() == 1 => {
            let inner = written.trim_start_matches('[').trim_end_matches(']').trim();
            Some(format!("{inner}, without brackets"))
        }
        _ => None,
    }
}

fn describe(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "text",
        DeValue::Integer(_) => "a number",
        DeValue::Float(_) => "a number with a fraction",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a section",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_in_its_middle() {
        let short = "x".repeat(400);
        assert_eq!(told(&short), short);
        let long = format!("{}{}{}", "a".repeat(300), "b".repeat(50), "c".repeat(101));
        assert_eq!(told(&long), format!("{} … {}", "a".repeat(300), "c".repeat(101)));
        // 401 bytes of fewer letters: nothing is cut where head and tail would meet.
        let wide = "ب".repeat(390);
        assert_eq!(told(&wide), wide);
        assert_eq!(told("a\u{1b}b"), visible("a\u{1b}b"));
        assert_eq!(told("OP\u{200b}1 ن\u{200c}م"), "OP\\u{200b}1 ن\u{200c}م");
    }
}

//! Brackets and braces of values that are not closed.

use std::ops::Range;

use super::super::broken::begins_with_key;
use super::super::codes::SYNTAX;
use super::is_bare_path;
use super::told::{TWO_KINDS, Told, is_of_two_kinds};

/// A value with a bracket that is not closed before the next key or header.
pub(super) struct Open {
    /// The lines of the value, from that of its key on.
    pub lines: Range<usize>,
    /// The last sign that is not closed, and where it stands.
    sign: char,
    at: usize,
    /// Whether others within it are not closed either, as in `[["OP3"]`.
    within: bool,
}

impl Open {
    /// Where it is told, and what.
    pub fn told(&self, text: &str) -> (Range<usize>, Told) {
        let lines = &text[self.lines.clone()];
        let last = lines.rfind('\n').map_or(0, |at| at + 1);
        let value = lines[last..].split('=').next_back().unwrap_or_default().trim();
        let end = self.lines.end;
        match self.sign {
            '[' if is_of_two_kinds(value) => {
                (last_of(text, &self.lines), (&SYNTAX, TWO_KINDS.into(), "write \" at both ends".into()))
            }
            '[' if lines.matches('"').count() % 2 == 1 => {
                let help = "write \" before and behind each value, as in [\"OP3\", \"OP9\"]";
                (self.at..end, (&SYNTAX, "a quotation mark is missing in the list".into(), help.into()))
            }
            '[' if !self.within => {
                let help = "write `]` behind its last value";
                (last_of(text, &self.lines), (&SYNTAX, "a list is not closed".into(), help.into()))
            }
            '[' => {
                let help =
                    "take out those that are too many: a list stands in one pair, as in [\"OP3\", \"OP9\"]";
                (self.at..end, (&SYNTAX, "brackets are opened that are not closed".into(), help.into()))
            }
            _ => {
                let help = "write `}` behind the last value that it holds, or \" where a text begins";
                (self.at..end, (&SYNTAX, "`{` is not closed on its line".into(), help.into()))
            }
        }
    }
}

/// The last character of some lines.
fn last_of(text: &str, lines: &Range<usize>) -> Range<usize> {
    let last = text[lines.clone()].chars().next_back().map_or(0, char::len_utf8);
    lines.end - last..lines.end
}

/// A value while it is read.
struct Reading {
    from: usize,
    /// Where the last of its lines ends that has something on it.
    end: usize,
    open: Vec<(char, usize)>,
    /// Whether a list within has been closed: what is open then was opened once too often.
    closed: bool,
}

impl Reading {
    fn line(&mut self, line: &str, at: usize) {
        let mut quote = None;
        for (offset, sign) in line.char_indices() {
            match (quote, sign) {
                (Some(open), sign) if open == sign => quote = None,
                (None, '#') => break,
                (None, '"' | '\'') => quote = Some(sign),
                (None, '[' | '{') => self.open.push((sign, at + offset)),
                (None, ']' | '}') => {
                    let own = |(open, _): &mut (char, usize)| (*open == '[') == (sign == ']');
                    self.closed |= self.open.pop_if(own).is_some();
                }
                _ => {}
            }
        }
        if !line.trim().is_empty() {
            self.end = at + line.trim_end().len();
        }
    }

    fn finish(self) -> Option<Open> {
        let (sign, at) = *self.open.last()?;
        let within = self.open.len() > 1 || self.closed;
        Some(Open { lines: self.from..self.end, sign, at, within })
    }
}

/// Every value that is not closed where the next key begins, or the next header.
pub(super) fn brackets(text: &str) -> Vec<Open> {
    let mut found = Vec::new();
    let mut reading: Option<Reading> = None;
    let (mut at, mut long) = (0, None);
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        if let Some(mark) = long {
            // What stands in a long text opens nothing.
            long = Some(mark).filter(|mark| !line.contains(*mark));
            continue;
        }
        let bare = line.trim();
        let header = bare.starts_with('[') && bare.ends_with(']') && is_bare_path(bare);
        if header || begins_with_key(line) {
            found.extend(reading.take().and_then(Reading::finish));
        }
        if begins_with_key(line) {
            let value = line.find('=').map_or(0, |equals| equals + 1);
            long = ["\"\"\"", "'''"].into_iter().find(|mark| line.matches(mark).count() % 2 == 1);
            let mut own = Reading { from: start, end: start, open: Vec::new(), closed: false };
            if long.is_none() {
                own.line(&line[value..], start + value);
            }
            reading = Some(own);
        } else if let Some(reading) = reading.as_mut().filter(|reading| !header && !reading.open.is_empty()) {
            reading.line(line, start);
        }
    }
    found.extend(reading.and_then(Reading::finish));
    found
}

#[cfg(test)]
mod tests {
    use super::brackets;

    #[test]
    fn what_is_closed_is_none() {
        for text in [
            "on = [\"OP3\"]\nkind = \"x\"\n",
            "on = [\n  \"OP3\", # ]\n  \"OP9\",\n]\n[units]\n",
            "on = [[\"a\"], [\"b\"]]\n",
            "title = \"a [ b\"\nbody = '{'\n",
            "note.en = \"\"\"\n[ {\n\"\"\"\non = []\n",
            "# on = [\n[[source]]\n",
        ] {
            assert!(brackets(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn what_is_not_closed_ends_where_the_next_key_begins() {
        for (text, lines, place, message) in [
            ("on = {\"a\"]\nk = 1", "on = {\"a\"]", "{\"a\"]", "`{` is not closed on its line"),
            ("on = [\"OP3\"\n\nkind = 1\n", "on = [\"OP3\"", "\"", "a list is not closed"),
            ("on = [\n\"a\",\n[units]\n", "on = [\n\"a\",", ",", "a list is not closed"),
            ("on = [[\"a\"]\nk = 1", "on = [[\"a\"]", "[[\"a\"]", "brackets are opened that are not closed"),
            (
                "on = [\"a, \"b\"]\nk = 1",
                "on = [\"a, \"b\"]",
                "[\"a, \"b\"]",
                "a quotation mark is missing in the list",
            ),
            (
                "on = [\"a\", \"b]\nk = 1",
                "on = [\"a\", \"b]",
                "[\"a\", \"b]",
                "a quotation mark is missing in the list",
            ),
            ("on = [#\"a\"]\nk = [1]\n", "on = [#\"a\"]", "]", "a list is not closed"),
            (
                "on = [\"a\", [\"b\"]\n",
                "on = [\"a\", [\"b\"]",
                "[\"a\", [\"b\"]",
                "brackets are opened that are not closed",
            ),
            ("p = { \"x\"\n", "p = { \"x\"", "{ \"x\"", "`{` is not closed on its line"),
            (
                "on = [\"a\"{, \"b\"]\nk = 1",
                "on = [\"a\"{, \"b\"]",
                "{, \"b\"]",
                "`{` is not closed on its line",
            ),
            (
                "on = ['a\"]\nk = 1",
                "on = ['a\"]",
                "]",
                "a text begins with one kind of quotation mark and ends with the other",
            ),
        ] {
            let found = brackets(text);
            let [open] = found.as_slice() else { panic!("{text}: {}", found.len()) };
            let (span, told) = open.told(text);
            assert_eq!(
                (&text[open.lines.clone()], &text[span], told.1.as_str()),
                (lines, place, message),
                "{text}"
            );
        }
    }
}

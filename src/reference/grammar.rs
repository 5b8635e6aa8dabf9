//! From the tokens of a reference to what is wanted, by recursive descent.
//!
//! ```text
//! reference = item { (","|"and")? item }
//! item      = part? body
//! body      = "sub-paragraph"? marks "of" body | ordinals "sub-paragraph" "of" body | numbers heading? | heading numbers behind
//! numbers   = number { (","|"and") number },  number = n "bis"? marks? | n "to" n
//! behind    = { "of"? half | "of"? part | "of" unit number | "," "paragraph" number }
//! ```

use super::paragraph::{Heading, Wanted};
use super::token::Token;
use super::word::{Half, letter};
use crate::model::Number;

/// A reference longer than that is none that a person wrote.
const MOST: usize = 1_000;

/// Reads tokens; where they are no reference, what is wrong, where that can be said.
pub(super) fn parse(tokens: &[Token]) -> Result<Vec<Wanted>, Option<String>> {
    if tokens.len() > MOST {
        return Err(None);
    }
    let mut parser = Parser { tokens, at: 0, part: None, wrong: None };
    let mut wanted = Vec::new();
    loop {
        while parser.is_between() {
            parser.at += 1;
        }
        if parser.at >= tokens.len() {
            break;
        }
        match parser.item() {
            Some(items) => wanted.extend(items),
            None => return Err(parser.wrong),
        }
    }
    if wanted.is_empty() { Err(None) } else { Ok(wanted) }
}

struct Parser<'t> {
    tokens: &'t [Token],
    at: usize,
    /// The part that "part II, …" says for all that follows.
    part: Option<String>,
    /// What is wrong, where that can be said.
    wrong: Option<String>,
}

/// A number with what belongs to it.
#[derive(Clone)]
struct Entry {
    first: Number,
    path: Vec<String>,
    last: Option<u32>,
    ordinal: bool,
    from_end: bool,
}

impl<'t> Parser<'t> {
    fn look(&self, ahead: usize) -> Option<&'t Token> {
        self.tokens.get(self.at + ahead)
    }

    fn peek(&self) -> Option<&'t Token> {
        self.look(0)
    }

    fn skip(&mut self, token: &Token) -> bool {
        let is = self.peek() == Some(token);
        self.at += usize::from(is);
        is
    }

    fn is_number(&self, ahead: usize) -> bool {
        self.ordinal(ahead).is_some()
    }

    /// Of a number, whether it is an ordinal.
    fn ordinal(&self, ahead: usize) -> Option<bool> {
        match self.look(ahead)? {
            Token::Number(_, _, ordinal) => Some(*ordinal),
            Token::Last => Some(true),
            _ => None,
        }
    }

    /// How many tokens a separator here takes, before what passes a test.
    fn separator(&self, test: impl Fn(&Self, usize) -> bool) -> Option<usize> {
        let is = |ahead| match self.look(ahead) {
            Some(Token::Comma | Token::And) => true,
            // Spanish "and"; a letter of a list where no number follows.
            Some(Token::Word(word)) => ["y", "e"].contains(&word.as_str()) && self.is_number(ahead + 1),
            _ => false,
        };
        let length = (0..3).take_while(|ahead| is(*ahead)).count();
        (length > 0 && test(self, length)).then_some(length)
    }

    fn fail<T>(&mut self, message: &str) -> Option<T> {
        self.wrong.get_or_insert_with(|| message.to_owned());
        None
    }

    /// Whether what stands here only joins items.
    fn is_between(&self) -> bool {
        match self.peek() {
            Some(Token::Comma | Token::And) => true,
            // "من 9 إلى 11"; "OP3 of the text"
            Some(Token::Of) => self.at == 0 || self.at + 1 == self.tokens.len(),
            Some(Token::Word(word)) => {
                word == "y"
                    && matches!(self.look(1), Some(Token::Half(_) | Token::Paragraph | Token::Number(..)))
            }
            _ => false,
        }
    }

    fn item(&mut self) -> Option<Vec<Wanted>> {
        let part = match self.part_before() {
            Some((part, lasts)) => {
                if lasts {
                    self.part = Some(part.clone());
                }
                Some(part)
            }
            None => self.part.clone(),
        };
        self.body(part)
    }

    /// "part II,", "II/", "II" before what it is a part of; and whether it is said for all that follows.
    fn part_before(&mut self) -> Option<(String, bool)> {
        let heading = |ahead| matches!(self.look(ahead), Some(Token::Half(_) | Token::Paragraph));
        let comma = |ahead| usize::from(self.look(ahead) == Some(&Token::Comma));
        match self.peek()? {
            Token::Part(id) if self.at + 1 < self.tokens.len() => {
                self.at += 1;
                while matches!(self.peek(), Some(Token::Comma | Token::Of | Token::Slash)) {
                    self.at += 1;
                }
                Some((id.clone(), true))
            }
            Token::Word(id) if self.look(1) == Some(&Token::Slash) => {
                self.at += 2;
                Some((id.clone(), false))
            }
            Token::Number(id, suffix, false) if self.look(1) == Some(&Token::Slash) => {
                self.at += 2;
                Some((format!("{id}{suffix}"), false))
            }
            Token::Word(id) if heading(1 + comma(1)) => {
                self.at += 1 + comma(1);
                Some((id.clone(), false))
            }
            _ => None,
        }
    }

    fn body(&mut self, part: Option<String>) -> Option<Vec<Wanted>> {
        if let Some(places) = self.counted() {
            let base = self.base(part)?;
            return Some(places.into_iter().map(|place| base.clone().counted(place)).collect());
        }
        if matches!(self.peek(), Some(Token::Sub | Token::Mark(_))) {
            return self.below(part);
        }
        // "section 3" of a record that counts sections
        if let Some(Token::Part(id)) = self.peek() {
            let number: Number = id.parse().ok()?;
            self.at += 1;
            let entry = Entry::of(number);
            return Some(vec![entry.wanted(part, Heading::Word("section".into()))]);
        }
        if self.is_number(0) {
            let numbers = self.numbers()?;
            let heading = if numbers.iter().all(|entry| entry.ordinal) { self.heading() } else { None };
            return self.behind(part, heading.unwrap_or(Heading::Any), numbers);
        }
        let start = self.at;
        let heading = self.heading()?;
        if self.peek() == Some(&Token::Of) && self.is_number(1) {
            self.at += 1;
        }
        if let Some(entry) = self.bracketed() {
            return self.behind(part, heading, vec![entry]);
        }
        if matches!((&heading, self.peek()), (Heading::Any, Some(Token::Mark(_)))) {
            return self.below(part);
        }
        if !self.is_number(0) {
            let bare = self.at == self.tokens.len() && start == 0;
            return if bare { self.fail("it names no number") } else { None };
        }
        let numbers = self.numbers()?;
        self.behind(part, heading, numbers)
    }

    /// "paragraph (3)"
    fn bracketed(&mut self) -> Option<Entry> {
        let Some(Token::Mark(mark)) = self.peek() else { return None };
        let first: Number = mark.parse().ok()?;
        if self.look(1) == Some(&Token::Of) && !matches!(self.look(2), Some(Token::Half(_) | Token::Part(_)))
        {
            return None;
        }
        self.at += 1;
        Some(Entry::of(first))
    }

    /// What stands before or behind numbers: "operative paragraphs", "paragraphs of the preamble", "preamble,
    /// paragraph", "rules".
    fn heading(&mut self) -> Option<Heading> {
        match self.peek()? {
            Token::Half(half) => {
                self.at += 1;
                let comma = usize::from(self.peek() == Some(&Token::Comma));
                let clause =
                    matches!(self.peek(), Some(Token::Word(word)) if word.trim_end_matches('s') == "clause");
                let paragraph =
                    self.look(comma) == Some(&Token::Paragraph) && (comma == 0 || self.is_number(2));
                if paragraph || clause {
                    self.at += 1 + comma;
                }
                Some(Heading::Half(*half))
            }
            Token::Paragraph => {
                self.at += 1;
                let of = usize::from(self.peek() == Some(&Token::Of));
                if let Some(Token::Half(half)) = self.look(of) {
                    self.at += 1 + of;
                    return Some(Heading::Half(*half));
                }
                Some(Heading::Any)
            }
            Token::Word(_) => {
                let mut words = Vec::new();
                while let Some(Token::Word(word)) = self.peek() {
                    words.push(word.as_str());
                    self.at += 1;
                }
                Some(Heading::Word(words.join(" ")))
            }
            _ => None,
        }
    }

    fn numbers(&mut self) -> Option<Vec<Entry>> {
        let mut numbers = self.entry()?;
        loop {
            let ordinal = numbers.last().is_some_and(|entry| entry.ordinal);
            // "paragraph 3 and ninth …": another item begins.
            let alike = |parser: &Self, ahead: usize| {
                let of = usize::from(parser.look(ahead) == Some(&Token::Of));
                parser.ordinal(ahead + of) == Some(ordinal)
                    && parser.look(ahead + of + 1) != Some(&Token::Slash)
            };
            let next = self.separator(alike).or_else(|| alike(self, 0).then_some(0));
            let Some(length) = next else { return Some(numbers) };
            self.at += length;
            self.skip(&Token::Of);
            numbers.extend(self.entry()?);
        }
    }

    /// "9", "9 bis", "3 (a) and (b)", "3a", "9 to 12"
    fn entry(&mut self) -> Option<Vec<Entry>> {
        // "the first three", "the last two": not the first and 3.
        if self.ordinal(0) == Some(true) && self.ordinal(1) == Some(false) {
            return self.fail("it counts paragraphs; ask for them by their numbers, as in OP1-3");
        }
        if self.skip(&Token::Last) {
            return Some(vec![Entry { ordinal: true, from_end: true, ..Entry::of(1.into()) }]);
        }
        let Some(Token::Number(whole, glued, ordinal)) = self.peek() else { return None };
        self.at += 1;
        let mut suffix = if glued == "tens" { String::new() } else { glued.clone() };
        if let (Some(Token::Suffix(word)), true) = (self.peek(), suffix.is_empty()) {
            self.at += 1;
            suffix = (*word).to_owned();
        }
        let first = match suffix.as_str() {
            "" if *whole > 0 => Number::from(*whole),
            _ => format!("{whole}{suffix}").parse().ok()?,
        };
        let entry = Entry { ordinal: *ordinal, ..Entry::of(first) };
        if let Some(paths) = self.sub_marks()? {
            return Some(paths.into_iter().map(|path| Entry { path, ..entry.clone() }).collect());
        }
        let Some(last) = self.end_of_range() else { return Some(vec![entry]) };
        if !entry.first.suffix().is_empty() {
            return None;
        }
        if last < *whole {
            return self.fail("the range runs backwards");
        }
        Some(vec![Entry { last: Some(last), ..entry }])
    }

    /// The marks of sub-paragraphs behind a number: inner none where there are none.
    #[allow(clippy::option_option, reason = "none is a fault, none inside it nothing")]
    fn sub_marks(&mut self) -> Option<Option<Vec<Vec<String>>>> {
        let comma = usize::from(self.peek() == Some(&Token::Comma));
        if self.look(comma) == Some(&Token::Sub) {
            // In "3, sub-paragraph (a) of 5" the sub-paragraph belongs to what follows.
            let start = self.at;
            self.at += comma + 1;
            let paths = self.paths()?;
            // "of OP5", but not "of the preamble", which is said of 3.
            let half = matches!(self.look(1), Some(Token::Half(_)));
            let paragraph = usize::from(self.look(2) == Some(&Token::Paragraph));
            let other = self.is_number(1)
                || self.look(1) == Some(&Token::Paragraph)
                || (half && self.is_number(2 + paragraph));
            if self.peek() == Some(&Token::Of) && other {
                self.at = start;
                return Some(None);
            }
            return Some(Some(paths));
        }
        if matches!(self.look(comma), Some(Token::Mark(_))) {
            self.at += comma;
            return self.paths().map(Some);
        }
        // "3 a"
        if let Some(Token::Word(word)) = self.peek()
            && word.len() == 1
            && word.is_ascii()
            && !matches!(
                self.look(1),
                Some(Token::Number(..) | Token::Half(_) | Token::Paragraph | Token::Word(_))
            )
        {
            self.at += 1;
            return Some(Some(vec![vec![word.clone()]]));
        }
        Some(None)
    }

    fn end_of_range(&mut self) -> Option<u32> {
        let to = match self.peek()? {
            Token::To => true,
            Token::Word(word) => word == "a",
            _ => false,
        };
        let words = (1..4).take_while(|ahead| {
            matches!(self.look(*ahead), Some(Token::Half(_) | Token::Paragraph | Token::Of))
        });
        let at = words.count() + 1;
        let Some(Token::Number(last, suffix, _)) = self.look(at).filter(|_| to) else { return None };
        if !suffix.is_empty() && suffix != "tens" {
            return None;
        }
        self.at += at + 1;
        Some(*last)
    }

    /// "(a)(i) and (b)", "(a) to (c)", "a"
    fn paths(&mut self) -> Option<Vec<Vec<String>>> {
        let mut paths = vec![self.path()?];
        loop {
            let mark = |parser: &Self, ahead: usize| {
                let sub = usize::from(parser.look(ahead) == Some(&Token::Sub));
                matches!(parser.look(ahead + sub), Some(Token::Mark(_)))
            };
            let range = self.peek() == Some(&Token::To) && mark(self, 1);
            let Some(length) = self.separator(mark).or(range.then_some(1)) else { return Some(paths) };
            self.at += length;
            self.skip(&Token::Sub);
            let more = self.path()?;
            let last = paths.last()?.clone();
            let (own, base) = last.split_last()?;
            match more.as_slice() {
                [to] if range => paths.extend(between(own, to)?.into_iter().map(|mark| join(base, mark))),
                [mark] => paths.push(join(base, mark.clone())),
                _ if range => return None,
                _ => paths.push(more),
            }
        }
    }

    fn path(&mut self) -> Option<Vec<String>> {
        if let Some(Token::Word(word)) = self.peek()
            && word.chars().count() == 1
        {
            self.at += 1;
            return Some(vec![letter(word)]);
        }
        let mut path = Vec::new();
        while let Some(Token::Mark(mark)) = self.peek() {
            path.push(mark.clone());
            self.at += 1;
        }
        (!path.is_empty()).then_some(path)
    }

    /// "sub-paragraph (a) of operative paragraph 3"; and "subparagraph 3 (a)"
    fn below(&mut self, part: Option<String>) -> Option<Vec<Wanted>> {
        let worded = self.skip(&Token::Sub);
        if worded && self.is_number(0) {
            let numbers = self.numbers()?;
            return self.behind(part, Heading::Any, numbers);
        }
        let paths = self.paths()?;
        if !self.skip(&Token::Of) {
            self.skip(&Token::Comma);
        }
        let base = self.base(part)?;
        Some(paths.into_iter().map(|path| base.clone().below(path)).collect())
    }

    /// What sub-paragraphs are of: one paragraph.
    fn base(&mut self, part: Option<String>) -> Option<Wanted> {
        let base = self.body(part)?;
        let [base] = base.as_slice() else { return None };
        (!base.is_range() && !base.is_counted()).then(|| base.clone())
    }

    /// "first and third sub-paragraphs of", "الفقرة الفرعية الأولى من": the how manieth they are.
    fn counted(&mut self) -> Option<Vec<u32>> {
        let before = usize::from(self.peek() == Some(&Token::Sub));
        let mut ahead = before;
        let mut places = Vec::new();
        while let Some(Token::Number(place, suffix, true)) = self.look(ahead) {
            suffix.is_empty().then(|| places.push(*place))?;
            ahead += 1;
            ahead += usize::from(
                matches!(self.look(ahead), Some(Token::And | Token::Comma)) && self.is_number(ahead + 1),
            );
        }
        let behind = usize::from(self.look(ahead) == Some(&Token::Sub));
        let is = !places.is_empty()
            && before + behind == 1
            && self.look(ahead + behind) == Some(&Token::Of)
            && places.iter().all(|place| *place > 0);
        self.at += if is { ahead + behind + 1 } else { 0 };
        is.then_some(places)
    }

    /// What stands behind numbers, and what they all mean.
    fn behind(
        &mut self,
        mut part: Option<String>,
        mut heading: Heading,
        numbers: Vec<Entry>,
    ) -> Option<Vec<Wanted>> {
        loop {
            let of = usize::from(self.peek() == Some(&Token::Of));
            if let (Heading::Any, 1, Some(Token::Word(_))) = (&heading, of, self.look(1)) {
                return self.in_unit(part, &numbers);
            }
            if let Some((half, length)) = self.half_behind(of) {
                if matches!(heading, Heading::Half(known) if known != half)
                    || matches!(heading, Heading::Word(_))
                {
                    return self.fail("it says two things of the same numbers; ask for each by itself");
                }
                heading = Heading::Half(half);
                self.at += length;
            } else if let Some((id, length)) = self.part_behind(of) {
                part = Some(id);
                self.at += length;
            } else if let Some(inner) = self.paragraph_of(&heading, &numbers) {
                let outer = numbers.first()?.clone().wanted(part, heading);
                return Some(nested(&outer, &inner));
            } else {
                return Some(
                    numbers.into_iter().map(|entry| entry.wanted(part.clone(), heading.clone())).collect(),
                );
            }
        }
    }

    /// "of the preamble", "preambular paragraphs" with no number behind it, which would be its own.
    fn half_behind(&self, of: usize) -> Option<(Half, usize)> {
        let paragraph = |ahead| usize::from(self.look(ahead) == Some(&Token::Paragraph));
        let before = paragraph(of);
        let Some(Token::Half(half)) = self.look(of + before) else { return None };
        let length = of + before + 1 + paragraph(of + before + 1);
        (!self.is_number(length)).then_some((*half, length))
    }

    /// "of part II"; "part II" and ", part II" where nothing follows that it could belong to.
    fn part_behind(&self, of: usize) -> Option<(String, usize)> {
        let comma = if of == 0 { usize::from(self.peek() == Some(&Token::Comma)) } else { of };
        let Some(Token::Part(id)) = self.look(comma) else { return None };
        let after = comma + 1 + usize::from(self.look(comma + 1) == Some(&Token::Comma));
        let begins = matches!(
            self.look(after),
            Some(Token::Half(_) | Token::Paragraph | Token::Number(..) | Token::Word(_) | Token::Sub)
        );
        (of == 1 || !begins).then(|| (id.clone(), comma + 1))
    }

    /// "paragraph 2 (c) of rule 6"
    fn in_unit(&mut self, part: Option<String>, numbers: &[Entry]) -> Option<Vec<Wanted>> {
        self.at += 1;
        let outer = self.body(part)?;
        let [outer] = outer.as_slice() else { return None };
        Some(nested(outer, numbers))
    }

    /// "rule 6, paragraph 2 (c)"
    fn paragraph_of(&mut self, heading: &Heading, numbers: &[Entry]) -> Option<Vec<Entry>> {
        let start = self.at;
        let comma = usize::from(self.peek() == Some(&Token::Comma));
        let plain = matches!(heading, Heading::Word(_)) && numbers.len() == 1;
        if !plain || self.look(comma) != Some(&Token::Paragraph) || !self.is_number(comma + 1) {
            return None;
        }
        self.at += comma + 1;
        let inner = self.numbers();
        let of = usize::from(self.peek() == Some(&Token::Of));
        if inner.is_none() || self.half_behind(of).is_some() {
            self.at = start;
            return None;
        }
        inner
    }
}

impl Entry {
    fn of(first: Number) -> Self {
        Self { first, path: Vec::new(), last: None, ordinal: false, from_end: false }
    }

    fn wanted(self, part: Option<String>, heading: Heading) -> Wanted {
        let wanted = Wanted::new(part, heading, self.first, self.path, self.last);
        if self.from_end { wanted.at_end() } else { wanted }
    }
}

/// Numbered paragraphs below another one.
fn nested(outer: &Wanted, numbers: &[Entry]) -> Vec<Wanted> {
    let marks = numbers.iter().flat_map(|entry| {
        let more = entry.last.map_or(0, |last| (last - entry.first.whole()).min(99));
        let first = std::iter::once(entry.first.to_string());
        let rest = (1..=more).map(|further| (entry.first.whole() + further).to_string());
        first.chain(rest).map(|number| std::iter::once(number).chain(entry.path.iter().cloned()).collect())
    });
    marks.map(|path: Vec<String>| outer.clone().below(path)).collect()
}

fn join(base: &[String], mark: String) -> Vec<String> {
    base.iter().cloned().chain([mark]).collect()
}

/// The letters, or numbers, after the first up to the last.
fn between(first: &str, last: &str) -> Option<Vec<String>> {
    if let (Ok(first), Ok(last)) = (first.parse::<u32>(), last.parse::<u32>()) {
        let fits = first < last && last - first < 100;
        return fits.then(|| (first + 1..=last).map(|number| number.to_string()).collect());
    }
    let (&[from], &[to]) = (first.as_bytes(), last.as_bytes()) else { return None };
    let fits = from.is_ascii_lowercase() && to.is_ascii_lowercase() && from < to;
    fits.then(|| (from + 1..=to).map(|letter| char::from(letter).to_string()).collect())
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::*;

    fn read(text: &str) -> Option<String> {
        let wanted = parse(&tokens(text)?).ok()?;
        Some(wanted.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn every_suffix_is_read() {
        for suffix in ["bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies"]
        {
            assert_eq!(read(&format!("OP9 {suffix}")), Some(format!("OP9{suffix}")));
        }
    }

    #[test]
    fn what_is_wanted() {
        for (text, want) in [
            ("OP 3 y PP 4", Some("OP3 PP4")),
            ("3 y 4", Some("3 4")),
            ("OP3 a 5", Some("OP3-5")),
            ("OP3 (a) to (c) and (e)", Some("OP3(a) OP3(b) OP3(c) OP3(e)")),
            ("OP3 (1) to (3)", Some("OP3(1) OP3(2) OP3(3)")),
            ("OP3 (a) and (b)(ii)", Some("OP3(a) OP3(b)(ii)")),
            ("0th sub-paragraph of OP3", None),
            ("OP3 (c) to (a)", None),
            ("OP3 (3) to (3)", None),
            ("OP3 (1) to (101)", None),
            ("OP3 (60) to (62)", Some("OP3(60) OP3(61) OP3(62)")),
            ("3 foo 4", Some("3 foo 4")),
            ("3, sub-paragraph (a) of 5", Some("3 5(a)")),
            ("OP3, part II, OP4", Some("OP3 II/OP4")),
            ("OP3, paragraph 2", Some("OP3 2")),
            ("9preambular", Some("PP9")),
            ("9 paragraph preambular", Some("PP9")),
            ("9 of paragraph preambular", Some("PP9")),
            ("rule 6, paragraph 2 of the preamble", Some("rule 6 PP2")),
            ("rule 6, paragraph 2", Some("rule 6(2)")),
            ("OP3, 2/OP4", Some("OP3 2/OP4")),
            ("OP3 (a)(i) to (iii)", None),
            ("OP3 (aa) to (bb)", None),
            ("OP9 bis to 11", None),
            ("OP9 to 11 bis", None),
            ("OP9 to 9", Some("OP9-9")),
            ("rule 6, paragraphs 2 and 3", Some("rule 6(2) rule 6(3)")),
            ("paragraphs 2 to 4 of rule 6", Some("rule 6(2) rule 6(3) rule 6(4)")),
            ("paragraph 2 (c) of rules 6 and 7", None),
            ("sub-paragraphs (a) of OP3 to 5", None),
            ("sub-paragraph 3 (a)", Some("3(a)")),
            ("paragraph (a) of OP3", Some("OP3(a)")),
            ("paragraph (3) of OP", Some("OP3")),
            ("OP3, sub-paragraph (a) of OP5", Some("OP3 OP5(a)")),
            ("OP3, sub-paragraph (a) of operative paragraph 5", Some("OP3 OP5(a)")),
            ("paragraph 3, sub-paragraph (a) of the preamble", Some("PP3(a)")),
            ("9 of the operative paragraphs", Some("OP9")),
            ("9 and 10 operative paragraphs", Some("OP9 OP10")),
            ("OP3, part II", Some("II/OP3")),
            ("OP3, part II OP4", Some("OP3 II/OP4")),
            ("part II: OP3 and OP4", Some("II/OP3 II/OP4")),
            ("II/OP3 and OP4", Some("II/OP3 OP4")),
            ("2/OP3", Some("2/OP3")),
            ("OP3 and 2/OP4", Some("OP3 2/OP4")),
            ("section 3", Some("section 3")),
            ("first and second sub-paragraphs of OP3", Some("sub-paragraph 1 of OP3 sub-paragraph 2 of OP3")),
            ("first sub-paragraph", None),
            ("last", Some("the last paragraph")),
            ("last two OPs", None),
            ("the first three operative paragraphs", None),
            ("first and 3rd OPs", Some("OP1 OP3")),
            ("OP3 of", Some("OP3")),
            ("of OP3", Some("OP3")),
            ("OP3 of of", None),
            (", and", None),
            ("", None),
        ] {
            assert_eq!(read(text).as_deref(), want, "{text}");
        }
    }

    #[test]
    fn nobody_writes_a_thousand_words() {
        let many = |count: usize| vec![Token::Number(3, String::new(), false); count];
        assert_eq!(parse(&many(1_000)).map(|wanted| wanted.len()), Ok(1_000));
        assert_eq!(parse(&many(1_001)), Err(None));
        let inner = Entry { last: Some(500), ..Entry::of(1.into()) };
        let rule = Wanted::new(None, Heading::Word("rule".into()), 6.into(), Vec::new(), None);
        assert_eq!(nested(&rule, &[inner]).len(), 100);
    }
}

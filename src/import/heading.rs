//! What the heading of a resolution says: title, body, meeting, place, date, way of adoption, symbol.

use std::collections::BTreeSet;
use std::ops::Range;

use chrono::NaiveDate;

use super::block::{Block, Role};
use super::codes::HEADING_CONTRADICTION;
use super::lead::{Lead, note_mark};
use super::mapped::Mapped;
use super::shape::{End, end, glued};
use super::words::{self, Words, contains};
use super::{date, symbol, vote};
use crate::fold::{digit, fold};
use crate::names;
use crate::problem::{Problem, SourceText};
use crate::vocabulary::Way;

/// What a heading says; what it does not say is absent.
#[derive(Clone, Debug, Default)]
pub struct Heading {
    /// The title, without the number before it.
    pub title: Option<Mapped>,
    /// The body that adopted it.
    pub body: Option<String>,
    /// The meeting at which it did.
    pub meeting: Option<String>,
    /// Where that was.
    pub place: Option<String>,
    /// When it was adopted, or rejected.
    pub date: Option<NaiveDate>,
    /// How.
    pub way: Option<Way>,
    /// Whether it was put to a vote and not adopted.
    pub rejected: bool,
    /// The symbol as printed.
    pub symbol: Option<String>,
    /// The marks of notes in it, with their places in the document.
    pub marks: Vec<(String, Range<usize>)>,
}

/// Reads the blocks before an opening formula, the formula, and what stands behind the text. `notes` are the marks that
/// notes have.
pub fn read(
    source: &SourceText,
    words: &'static Words,
    heading: &[Block],
    formula: &Block,
    tail: &[Block],
    notes: &BTreeSet<String>,
    problems: &mut Vec<Problem>,
) -> Heading {
    let mut found = Heading::default();
    let lines: Vec<Line> =
        heading.iter().chain([formula]).filter_map(|block| line(words, block, notes, &mut found)).collect();
    let Some((formula, lines)) = lines.split_last() else { return found };
    let lines = &without_lists(lines)[..];
    let lines = &without_symbols(lines, &mut found)[..];
    opening(words, formula.text.text(), &mut found);
    let adoption = lines.iter().position(|line| words.is_adoption(&line.folded));
    let said: Vec<&Line> = match adoption {
        Some(at) => std::iter::once(&lines[at])
            .chain(lines[at + 1..].iter().take(2).take_while(|line| line.folded.starts_with('(')))
            .collect(),
        None => lines
            .iter()
            .filter(|line| line.folded.starts_with('(') && date::find(line.text.text()).is_some())
            .take(1)
            .collect(),
    };
    said.iter().for_each(|line| adopted(words, line, &mut found));
    let ways = lines.iter().filter(|line| words.is_adoption(&line.folded));
    found.way = found.way.or_else(|| ways.filter_map(|line| way(words, &line.folded)).next());
    found.hear(source, words, tail, problems);
    let city = said.iter().find_map(|line| city(line.text.text()));
    found.place = city.as_deref().map(|city| place(lines, city)).or_else(|| stated(words, lines));
    if found.meeting.is_none() {
        found.meeting =
            lines.iter().find(|line| is_session(words, line)).map(|line| line.text.text().to_owned());
    }
    found.title = title(words, lines, adoption, city.as_deref(), &found);
    found
}

#[derive(Clone)]
struct Line {
    text: Mapped,
    folded: String,
}

/// The lines of a heading without the lists of a vote.
fn without_lists(lines: &[Line]) -> Vec<Line> {
    let mut listed = false;
    let plain = lines.iter().filter(|line| {
        listed = vote::is_listing(&line.folded) || (listed && vote::is_name(line.text.text()));
        !listed
    });
    plain.cloned().collect()
}

/// The lines of a heading without the symbols that stand beside a title, of which one is kept: that of a resolution or
/// decision before that of another document.
fn without_symbols(lines: &[Line], found: &mut Heading) -> Vec<Line> {
    let symbols = lines.iter().filter_map(|line| symbol::find(line.text.text()).map(|(_, symbol)| symbol));
    let symbols: Vec<&str> = symbols.collect();
    let own = symbols.iter().find(|symbol| symbol::is_of_text(symbol)).or_else(|| symbols.first());
    found.symbol = own.map(|symbol| (*symbol).to_owned());
    let plain = lines.iter().map(|line| {
        let Some((at, _)) = symbol::find(line.text.text()) else { return line.clone() };
        let whole = line.text.text();
        let signs = |c: char| matches!(c, ':' | '.' | '-' | '–' | '—' | '|' | ',' | ' ');
        let (before, after) =
            (whole[..at.start].trim_end_matches(signs), whole[at.end..].trim_start_matches(signs));
        // A word or two beside it are no title: "United Nations A/RES/78/167".
        let text = match (before.is_empty(), after.is_empty()) {
            (false, true) => line.text.slice(0..before.len()),
            (true, false) => line.text.slice(whole.len() - after.len()..whole.len()),
            _ => return line.clone(),
        };
        let folded = fold(text.text());
        if folded.split(' ').count() < 2 { line.clone() } else { Line { text, folded } }
    });
    plain.collect()
}

/// A block of the heading without marks of notes, which are kept.
fn line(words: &Words, block: &Block, notes: &BTreeSet<String>, found: &mut Heading) -> Option<Line> {
    if block.role == Role::Note {
        return None;
    }
    if let Lead::Mark(mark) = &block.lead {
        found.marks.push((mark.clone(), block.place..block.place + mark.len()));
    }
    let marks = block.references.iter().map(|reference| (reference.mark.clone(), reference.place.clone()));
    found.marks.extend(marks);
    let alone = block.text.text();
    if alone.chars().count() <= 2 && alone.chars().all(|c| digit(c).is_some()) && !alone.is_empty() {
        found.marks.push((fold(alone), block.text.whole()));
        return None;
    }
    // Plain numbers end many lines of a heading: "Agenda item 3", "Add.2".
    let plain = fold(block.text.text());
    let formal = words.formal.iter().any(|start| plain.starts_with(start))
        || plain.contains('/')
        || plain.starts_with('[');
    let mut marks = glued(block.text.text(), |mark| mark.len() == 1 && !formal && words.tag != "zh");
    marks.extend(bracketed_mark(block.text.text()).filter(|(mark, _)| notes.contains(mark)));
    let starred =
        block.text.text().rsplit_once(' ').filter(|(_, last)| note_mark(last) == Some(("*".into(), 3)));
    marks.extend(starred.map(|(head, last)| ("*".to_owned(), head.len() + 1..head.len() + 1 + last.len())));
    let gone: Vec<_> = marks.iter().map(|(_, range)| range.clone()).collect();
    found.marks.extend(marks.into_iter().map(|(mark, range)| (mark, block.text.span(&range))));
    let text = if gone.is_empty() { block.text.trimmed() } else { block.text.without(&gone).trimmed() };
    let folded = fold(text.text());
    (!folded.is_empty()).then_some(Line { text, folded })
}

/// The mark at the end of "Title (1)", and the bytes that it takes.
pub fn bracketed_mark(text: &str) -> Option<(String, Range<usize>)> {
    let inner = text.strip_suffix(')')?;
    let at = inner.rfind('(')?;
    let digits: Option<String> = inner[at + 1..].chars().map(|c| char::from_digit(digit(c)?, 10)).collect();
    digits.filter(|digits| (1..=2).contains(&digits.len()) && at > 0).map(|mark| (mark, at..text.len()))
}

/// Body and meeting, from "The 145th Assembly of the Union," or "The General Assembly,".
fn opening(words: &Words, formula: &str, found: &mut Heading) {
    let bare = formula.trim_end_matches([',', '،', '，', ':']).trim();
    let skip = words
        .formula
        .iter()
        .filter(|start| start.ends_with([' ', '\'']))
        .find(|start| fold(bare).starts_with(start.trim_end()));
    let inner = match skip {
        Some(start) => bare.chars().skip(start.chars().count()).collect::<String>(),
        None => bare.to_owned(),
    };
    let (inner, held) = session(inner.trim(), words);
    found.meeting = held.map(str::to_owned);
    let split = if words.tag == "ar" { split_arabic(inner) } else { split_latin(inner) };
    match split {
        Some((meeting, body)) => {
            found.meeting = found.meeting.take().or(Some(meeting));
            found.body = Some(body);
        }
        None if !inner.is_empty() => found.body = Some(inner.to_owned()),
        None => {}
    }
}

/// A formula and the session that it names: "The Conference, meeting at its 113th Session, 2025".
fn session<'t>(inner: &'t str, words: &Words) -> (&'t str, Option<&'t str>) {
    let split = inner.split_once([',', '،', '，']);
    let Some((body, rest)) = split else { return (inner, None) };
    let folded = fold(rest);
    if !contains(&folded, words.session) {
        return (inner, None);
    }
    // The number and what stands behind it are the meeting's name.
    let starts = [" its ", " في ", " sa ", " su "];
    let start = starts.iter().filter_map(|word| rest.find(word).map(|at| at + word.len())).min().unwrap_or(0);
    (body.trim(), Some(rest[start..].trim()))
}

fn split_latin(inner: &str) -> Option<(String, String)> {
    let joints = [" of the ", " de la ", " de l'", " de l’", " del ", " of "];
    let (meeting, body) = joints.iter().find_map(|joint| inner.split_once(joint))?;
    let ordinal = |word: &str| {
        let word = fold(word);
        word.chars().any(char::is_numeric)
            || (word.ends_with("th")
                && !["health", "north", "south", "youth", "earth"].contains(&word.as_str()))
            || ["first", "second", "third"].iter().any(|end| word.ends_with(end))
    };
    meeting.split(' ').any(ordinal).then(|| (meeting.to_owned(), body.to_owned()))
}

/// "الجمعية العامة الـ145 للاتحاد": the meeting ends with its number, and the body follows with "of".
fn split_arabic(inner: &str) -> Option<(String, String)> {
    let mut at = 0;
    for word in inner.split_inclusive(' ') {
        at += word.len();
        if word.chars().any(char::is_numeric) {
            let (meeting, body) = (inner[..at].trim(), inner[at..].trim());
            let body = match body.strip_prefix("لل") {
                Some(rest) => format!("ال{rest}"),
                None => body.strip_prefix('ل').unwrap_or(body).to_owned(),
            };
            return (!body.is_empty()).then(|| (meeting.to_owned(), body));
        }
    }
    None
}

fn adopted(words: &Words, line: &Line, found: &mut Heading) {
    found.date = found.date.or_else(|| date::find(line.text.text()));
    found.way = found.way.or_else(|| way(words, &line.folded));
    found.rejected |= contains(&line.folded, words.rejected);
}

/// The way of adoption that a folded text names.
pub fn way(words: &Words, folded: &str) -> Option<Way> {
    words.ways.iter().find(|(word, _)| folded.contains(word)).map(|(_, way)| *way)
}

impl Heading {
    /// Takes in what sentences say became of the text: whether it was adopted, how and when.
    pub fn decide(
        &mut self,
        source: &SourceText,
        outcomes: &[(Option<bool>, Option<Way>, Mapped)],
        problems: &mut Vec<Problem>,
    ) {
        for (adopted, way, sentence) in outcomes {
            if let (Some(way), Some(other)) = (way, self.way.filter(|other| Some(*other) != *way)) {
                let message = format!("“{way}” is the way of adoption here and “{other}” before");
                problems.push(Problem::new(&HEADING_CONTRADICTION, source, sentence.whole(), message, ""));
            }
            self.rejected |= *adopted == Some(false);
            self.way = self.way.or(*way);
            self.date = self.date.or_else(|| adopted.and_then(|_| date::find(sentence.text())));
        }
    }

    /// Takes in what lines behind the text, or a note, say of the adoption.
    pub fn hear(&mut self, source: &SourceText, words: &Words, said: &[Block], problems: &mut Vec<Problem>) {
        let mut meeting = false;
        for block in said.iter().filter(|block| block.role == Role::Text && block.text.text().len() < 100_000)
        {
            let text = block.text.text();
            let folded = fold(text.get(..text.len().min(4000)).unwrap_or(text));
            let signature = words.is_meeting(&folded);
            let adopted =
                words.is_adoption(&folded) || folded.starts_with('[') && contains(&folded, words.adopted);
            let dated = signature || adopted || (meeting && date::is_all(text));
            let day = dated.then(|| date::find(text)).flatten();
            meeting = signature;
            // What became of the text the reader of sentences says, where it knows the language.
            let read = words.tag.parse().is_ok_and(|language| crate::words::Words::of(&language).is_some());
            let way = (adopted && !read).then(|| way(words, &folded)).flatten();
            self.rejected |= adopted && !read && contains(&folded, words.rejected);
            let other = match (day, self.date, way, self.way) {
                (Some(day), Some(date), _, _) if day != date => {
                    Some(format!("the date {day} stands here and {date} in the heading"))
                }
                (_, _, Some(way), Some(other)) if way != other => {
                    Some(format!("“{way}” is the way of adoption here and “{other}” in the heading"))
                }
                _ => None,
            };
            if let Some(message) = other {
                problems.push(Problem::new(&HEADING_CONTRADICTION, source, block.text.whole(), message, ""));
            }
            self.date = self.date.or(day);
            self.way = self.way.or(way);
        }
    }
}

/// The town in "(Kigali, 15 October 2022)".
fn city(text: &str) -> Option<String> {
    let inner = text.rsplit_once('(')?.1;
    let (town, rest) = inner.split_once([',', '،'])?;
    let town = town.trim();
    let plain = !town.is_empty() && town.chars().count() < 40 && !town.chars().any(char::is_numeric);
    (plain && date::find(rest).is_some()).then(|| town.to_owned())
}

/// The town with its country, where a line of the heading has both.
fn place(lines: &[Line], city: &str) -> String {
    let city_folded = fold(city);
    let whole = lines.iter().find(|line| {
        let rest = line.folded.strip_prefix(&city_folded);
        let plain = !line.text.text().chars().any(char::is_numeric) && line.folded.chars().count() < 80;
        plain && rest.is_some_and(|rest| rest.starts_with([',', '،', '(', ' ']))
    });
    whole.map_or_else(|| city.to_owned(), |line| line.text.text().to_owned())
}

/// The place that a line of a heading states: "Kigali, Rwanda, 11 and 12 February 2034", "Muscat, 19 November 2034", and
/// beside the line of a session "Bujumbura, Burundi".
fn stated(words: &Words, lines: &[Line]) -> Option<String> {
    let held = |at: usize| lines.get(at).is_some_and(|line| is_session(words, line));
    lines.iter().enumerate().find_map(|(at, line)| {
        let text = line.text.text();
        if text.starts_with(['(', '[']) || text.chars().count() > 100 || end(text) != End::Open {
            return None;
        }
        let parts: Vec<&str> = text.split([',', '،']).map(str::trim).collect();
        let plain = |part: &&&str| !part.is_empty() && !part.chars().any(char::is_numeric);
        let named = parts.iter().take_while(plain).count();
        let dated = parts.len() == named + 1 && date::find(text).is_some();
        let beside = parts.len() == named && (held(at + 1) || at.checked_sub(1).is_some_and(held));
        match parts[..named] {
            [town, land] if (dated || beside) && is_town(town) && is_land(land) => {
                text.find(land).map(|at| text[..at + land.len()].to_owned())
            }
            [town] if dated && !town.contains(' ') && !date::is_weekday(town) => Some(town.to_owned()),
            _ => None,
        }
    })
}

fn is_town(text: &str) -> bool {
    text.split(' ').count() <= 3 && !is_land(text)
}

fn is_land(text: &str) -> bool {
    text.chars().count() > 3 && matches!(names::find(text), names::Found::One(_))
}

fn is_session(words: &Words, line: &Line) -> bool {
    let folded = &line.folded;
    let length = folded.chars().count();
    let ends = words.session.iter().take(1).any(|word| folded.contains(word));
    ends && length < 80 && end(line.text.text()) == End::Open && !words.is_adoption(folded)
}

fn title(
    words: &Words,
    lines: &[Line],
    adoption: Option<usize>,
    city: Option<&str>,
    found: &Heading,
) -> Option<Mapped> {
    if let Some(numbered) = lines.iter().rev().find_map(|line| numbered(&line.text)) {
        return Some(numbered);
    }
    let fits = |line: &&Line| is_title(words, line, city, found);
    let (before, after) = lines.split_at(adoption.map_or(0, |at| at + 1));
    let strict = after.iter().rev().find(fits).or_else(|| before.iter().rev().find(fits));
    strict.map(|line| line.text.clone())
}

/// The title in "58/1. Title".
fn numbered(text: &Mapped) -> Option<Mapped> {
    let whole = text.text();
    let digits = |part: &str| !part.is_empty() && part.len() < 5 && part.bytes().all(|b| b.is_ascii_digit());
    let end = whole.find(|c: char| !(c.is_ascii_digit() || c == '/'))?;
    let (one, two) = whole[..end].split_once('/')?;
    let rest = whole[end..].trim_start_matches(['.', ' ', '-', '–']);
    (digits(one) && digits(two) && rest.chars().any(char::is_alphabetic))
        .then(|| text.slice(whole.len() - rest.len()..whole.len()))
}

fn is_title(words: &Words, line: &Line, city: Option<&str>, found: &Heading) -> bool {
    let folded = &line.folded;
    let same = |other: &Option<String>| other.as_ref().is_some_and(|other| fold(other) == *folded);
    let long = folded.chars().count();
    let formal = words.formal.iter().any(|start| {
        let start = start.trim_end();
        folded == start
            || (folded.starts_with(start)
                && matches!(
                    start,
                    "distr"
                        | "original"
                        | "agenda item"
                        | "item"
                        | "البند"
                        | "point"
                        | "tema"
                        | "пункт"
                        | "ge."
                ))
    });
    let held = words.session.iter().any(|word| folded.contains(word))
        && folded.chars().any(char::is_numeric)
        && long < 60;
    let town =
        city.is_some_and(|city| folded.contains(&fold(city)) && long < fold(city).chars().count() + 30);
    (3..1000).contains(&long)
        && words::script(line.text.text()) == words.script()
        && matches!(end(line.text.text()), End::Open)
        && !(formal || held || town || same(&found.body) || same(&found.meeting) || same(&found.place))
        && !folded.starts_with(['(', '['])
        && !words.is_adoption(folded)
        && !words.is_meeting(folded)
        && !date::is_all(line.text.text())
        && symbol::find(line.text.text()).is_none_or(|(at, _)| is_beside(line.text.text(), &at))
        && !words.formula.iter().any(|start| folded.starts_with(start) && same_body(words, folded))
}

/// Whether a title stands on both sides of a symbol: "Recommendation X/Rec(2022)5 of the Council on harbours".
fn is_beside(text: &str, symbol: &Range<usize>) -> bool {
    symbol.start > 0 && text[symbol.end..].split_whitespace().count() > 3
}

/// Whether a line names nothing but the body.
fn same_body(words: &Words, folded: &str) -> bool {
    words.is_formula(&format!("{folded},")) && folded.chars().count() < 60 && words.tag != "zh"
}

//! The texts of a document whose format marks what they are: what is marked and encoded is put beside what is printed.
//!
//! What is printed comes first. What is encoded fills what print leaves out, and each contradiction is a warning.

mod list;
mod forms;
mod vote;

use super::block::{Block, Class, Role};
use super::body;
use super::codes::{DATE_METADATA_DIFFERS, LANGUAGE_NOT_READ};
use super::door::akn::Facts;
use super::heading::Heading;
use super::mapped::Mapped;
use super::version::{Cut, Version, marks};
use super::words::{self, Words};
use crate::fold::fold;
use crate::problem::{Problem, SourceText};
use crate::vocabulary::Way;

/// Reads each of the texts that a format marks in a document.
pub fn versions(
    source: &SourceText,
    document: usize,
    blocks: &[Block],
    texts: &[Facts],
    problems: &mut Vec<Problem>,
) -> Vec<Version> {
    let texts = texts.iter().flat_map(|facts| lettered(blocks, facts));
    texts.filter_map(|facts| version(source, document, blocks, &facts, problems)).collect()
}

/// The resolutions under one symbol that stand in one text: each has its letter for a heading and its opening formula,
/// and the numbering starts again behind that.
fn lettered(blocks: &[Block], facts: &Facts) -> Vec<Facts> {
    let own = facts.blocks.clone();
    let is_one = |block: &Block| block.class == Class::Body && block.lead.is_one();
    let mut starts: Vec<(usize, Mapped)> = Vec::new();
    for at in own.clone().filter(|at| blocks[*at].class == Class::Formula) {
        let headings = blocks[own.start..at].iter().rev().take_while(|block| block.class == Class::Heading);
        let headings: Vec<&Block> = headings.collect();
        let letter = headings.iter().find(|block| {
            let text = block.text.text();
            text.len() == 1 && text.bytes().all(|b| b.is_ascii_uppercase())
        });
        let from = starts.last().map_or(own.start, |(start, _)| *start);
        let restarts = starts.is_empty() || blocks[from..at].iter().any(is_one);
        if let Some(letter) = letter.filter(|_| restarts) {
            starts.push((at - headings.len(), letter.text.clone()));
        }
    }
    if starts.len() < 2 {
        return vec![facts.clone()];
    }
    let ends = starts.iter().skip(1).map(|(start, _)| *start).chain([own.end]);
    let parts = starts.iter().zip(ends).enumerate().map(|(at, ((start, letter), end))| Facts {
        blocks: if at == 0 { own.start..end } else { *start..end },
        cover: if at == 0 { facts.cover.clone() } else { own.start..starts[0].0 },
        letter: Some(letter.clone()),
        ..facts.clone()
    });
    parts.collect()
}

fn version(
    source: &SourceText,
    document: usize,
    blocks: &[Block],
    facts: &Facts,
    problems: &mut Vec<Problem>,
) -> Option<Version> {
    let own = blocks.get(facts.blocks.clone())?;
    let place = own.first().map_or(0..0, |block| block.text.whole());
    let Some(words) = language(own, facts.language.as_deref()) else {
        let tag = facts.language.as_deref().unwrap_or("that it does not name");
        let message = format!("the language {} is not read", crate::fold::visible(tag));
        problems.push(Problem::new(&LANGUAGE_NOT_READ, source, place, message, ""));
        return None;
    };
    let is_head = |block: &&Block| block.class == Class::Heading || block.role == Role::Note;
    let first = own.iter().take_while(is_head).count();
    let cover = blocks.get(facts.cover.clone()).unwrap_or_default();
    let heading: Vec<Block> = cover.iter().chain(&own[..first]).cloned().collect();
    let rest = &own[first..];
    let opening = rest.iter().position(|block| block.class == Class::Formula);
    let opening = opening.filter(|at| rest[..*at].iter().all(|block| block.role == Role::Note));
    let nothing = Block { place: place.start, ..Block::default() };
    let formula = opening.map_or(&nothing, |at| &rest[at]);
    let inside = &rest[opening.map_or(0, |at| at + 1)..];
    let known = marks(blocks);
    let mut body = body::marked::read(source, words, inside, &known, opening.is_some());
    problems.append(&mut body.problems);
    let (inside, tail) = inside.split_at(body.length);
    let (votes, tail) = vote::read(source, words, tail, facts, problems);
    let cut = Cut { source, document, words, heading: &heading, formula, inside, tail: &tail, known: &known };
    let mut version = cut.version(body, problems);
    version.place = place;
    version.iri.clone_from(&facts.iri);
    if !votes.is_empty() {
        version.votes = votes;
    }
    let voted = version.votes.iter().any(|vote| vote.on.is_empty());
    complete(source, words, &mut version.heading, facts, voted, problems);
    Some(version)
}

/// The language of a text: what its letters and small words say comes before what is encoded.
fn language(blocks: &[Block], encoded: Option<&str>) -> Option<&'static Words> {
    let text =
        blocks.iter().filter(|block| matches!(block.class, Class::Preamble | Class::Body | Class::Formula));
    let sample: String = text.take(8).map(|block| format!("{} ", block.text.text())).collect();
    let tag = encoded.map(two_letters);
    let known = words::ALL.into_iter().find(|words| Some(words.tag) == tag.as_deref());
    match (words::language(&sample), known) {
        (Some(found), Some(known)) if found.script() == known.script() && known.script() == 1 => {
            Some(if sample.len() > 200 { found } else { known })
        }
        // A language of this script whose words are not known is none of those that are.
        (Some(found), None) if found.script() == 1 && tag.is_some() => None,
        (found, known) => found.or(known),
    }
}

/// The two letters of ISO 639 for the three that Akoma Ntoso has.
fn two_letters(tag: &str) -> String {
    let pairs = [
        ("eng", "en"),
        ("ara", "ar"),
        ("fra", "fr"),
        ("fre", "fr"),
        ("spa", "es"),
        ("rus", "ru"),
        ("zho", "zh"),
        ("chi", "zh"),
        ("deu", "de"),
        ("ger", "de"),
    ];
    let bare = tag.split(['-', '_']).next().unwrap_or(tag).to_ascii_lowercase();
    pairs.iter().find(|(three, _)| *three == bare).map_or(bare, |(_, two)| (*two).to_owned())
}

/// Puts what is marked and encoded beside what the heading prints.
fn complete(
    source: &SourceText,
    words: &Words,
    heading: &mut Heading,
    facts: &Facts,
    voted: bool,
    problems: &mut Vec<Problem>,
) {
    let text = |marked: &Option<Mapped>| marked.as_ref().map(|text| text.text().to_owned());
    if let Some(symbol) = text(&facts.symbol) {
        let symbol = symbol.trim_matches(['*', ' ']).to_owned();
        let letter = text(&facts.letter).filter(|letter| !symbol.ends_with(&format!(" {letter}")));
        heading.symbol = Some(letter.map_or(symbol.clone(), |letter| format!("{symbol} {letter}")));
    }
    let adopts = |text: &&Mapped| words.is_adoption(&fold(text.text()));
    let other = facts.headings.iter().find(|text| !adopts(text)).map(|text| {
        let bare = text.text().trim_end_matches([',', ' ']).len();
        text.slice(0..bare)
    });
    heading.title = facts.title.clone().or(other).or_else(|| heading.title.take());
    // Where a printed line has a town and a date it is read from words that are not marked as such.
    heading.place = None;
    heading.body = text(&facts.subsidiary).or_else(|| text(&facts.body)).or_else(|| heading.body.take());
    heading.meeting =
        text(&facts.session).or_else(|| text(&facts.meeting)).or_else(|| heading.meeting.take());
    date(source, heading, facts, problems);
    let outcome = fold(&facts.outcome);
    heading.rejected |= ["veto", "not adopted", "rejected", "not been adopted", "failed"]
        .iter()
        .any(|word| outcome.contains(word));
    let encoded = way(&outcome);
    // "Adopted without a vote" that is printed stands against counts that are only encoded.
    heading.way = if voted { Some(Way::Vote) } else { heading.way.or(encoded) };
}

/// The printed date of adoption, else the encoded one.
fn date(source: &SourceText, heading: &mut Heading, facts: &Facts, problems: &mut Vec<Problem>) {
    let marked = facts.marked_day.as_ref().map(|(day, _)| *day);
    let printed = heading.date.or(marked);
    if let (Some(printed), Some((day, place))) = (printed, &facts.work_day)
        && printed != *day
    {
        let message = format!("{day} is encoded as the day of adoption, and {printed} is printed");
        problems.push(Problem::new(&DATE_METADATA_DIFFERS, source, place.clone(), message, ""));
    }
    heading.date = printed.or(facts.work_day.as_ref().map(|(day, _)| *day)).or(facts.step_day);
}

/// The way of adoption that is encoded, `adoptedWithoutVote` or a sentence.
fn way(outcome: &str) -> Option<Way> {
    let has = |words: &[&str]| words.iter().any(|word| outcome.contains(word));
    if has(&["withoutvote", "without vote", "without a vote"]) {
        Some(Way::WithoutVote)
    } else if has(&["consensus"]) {
        Some(Way::Consensus)
    } else if has(&["acclamation"]) {
        Some(Way::Acclamation)
    } else if has(&["recordedvote", "recorded vote", "unanimous", "veto", "votes"]) {
        Some(Way::Vote)
    } else {
        None
    }
}

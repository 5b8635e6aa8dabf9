//! A sentence as a row of items: what matters to a vote, and what may be passed over.

use super::{Mention, Side};
use crate::citation::{Counts, citation};
use crate::model::Label;
use crate::words::{Gap, Meaning, Sign, Term, Terms};

/// What an item is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A number that counts votes, or may.
    Number(u32),
    /// A side.
    Side(Side),
    /// Names, with the words between them that are no delegation's.
    Names(Vec<Mention>, Vec<std::ops::Range<usize>>),
    /// Paragraphs.
    Paragraphs(Vec<Label>),
    /// Any other sign.
    Sign(Sign),
    /// A mark of punctuation.
    Mark(char),
    /// A word that nobody knows.
    Word,
}

/// An item with its place among the terms.
#[derive(Clone, Debug)]
pub struct Item {
    /// What it is.
    pub kind: Kind,
    /// Where it stands, in bytes of the text.
    pub span: std::ops::Range<usize>,
    /// What stands before it.
    pub gap: Gap,
}

impl Item {
    /// Whether it has that sign.
    pub fn is(&self, sign: Sign) -> bool {
        self.kind == Kind::Sign(sign)
    }

    /// Whether it is that mark.
    pub fn is_mark(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }

    /// The number that it is.
    pub fn number(&self) -> Option<u32> {
        if let Kind::Number(number) = self.kind { Some(number) } else { None }
    }

    /// The side that it is.
    pub fn side(&self) -> Option<Side> {
        if let Kind::Side(side) = self.kind { Some(side) } else { None }
    }
}

/// The items of a sentence: `range` of the terms.
pub fn items(terms: &Terms, range: std::ops::Range<usize>, counts: Counts) -> Vec<Item> {
    let mut found: Vec<Item> = Vec::new();
    let list = &terms.list[range];
    let mut at = 0;
    while let Some(term) = list.get(at) {
        let (kind, length) = item(terms, list, at, counts, &found);
        let length = length.max(1);
        let end = list.get(at + length - 1).map_or(term.span.end, |last| last.span.end);
        if let Some(kind) = kind {
            found.push(Item { kind, span: term.span.start..end.max(term.span.end), gap: term.gap });
        }
        at += length;
    }
    found
}

/// The item that begins at a term, none where it says nothing, and how many terms it takes.
fn item(terms: &Terms, list: &[Term], at: usize, counts: Counts, before: &[Item]) -> (Option<Kind>, usize) {
    let rest = &list[at..];
    let Some(term) = rest.first() else { return (None, 1) };
    if let Some(length) = date(rest).or_else(|| numbered(rest)) {
        return (None, length);
    }
    if let Some(cited) = citation(rest, counts).filter(|cited| !cited.labels.is_empty()) {
        return (Some(Kind::Paragraphs(cited.labels)), cited.length);
    }
    if let Some((names, unknown, length)) = super::list::names(terms, rest, before) {
        return (Some(Kind::Names(names, unknown)), length);
    }
    let number = |at: usize| rest.get(at).is_some_and(|term| matches!(term.meaning, Meaning::Number(_)));
    match term.meaning {
        Meaning::Number(_) if term.text.len() < 8 && percentage(rest) => (None, 1),
        Meaning::Number(number) => (Some(Kind::Number(number)), 1),
        Meaning::Sign(sign) => (Some(sided(sign, rest, before, counts)), 1),
        Meaning::Mark(mark) => (Some(Kind::Mark(mark)), 1),
        Meaning::Stop => (None, 1),
        // A number in quotation marks is a number: "4" دول.
        Meaning::Quote if number(1) => (Some(Kind::Word), 1),
        Meaning::Quote | Meaning::Symbol | Meaning::Word | Meaning::Name(_) => (Some(Kind::Word), 1),
    }
}

/// A sign, or the side that it says where it stands beside a count.
fn sided(sign: Sign, rest: &[Term], before: &[Item], counts: Counts) -> Kind {
    let counted = before
        .last()
        .is_some_and(|item| item.number().is_some() || item.is(Sign::Members) || item.is(Sign::Ballots));
    let next = |at: usize| rest.get(at).map(|term| term.meaning);
    let ends = matches!(
        next(1),
        None | Some(
            Meaning::Mark(',' | ';' | ')' | '-')
                | Meaning::Stop
                | Meaning::Sign(Sign::And)
                | Meaning::Number(_)
        )
    );
    let colon = matches!(next(1), Some(Meaning::Mark(':' | '-' | '=')))
        && matches!(next(2), Some(Meaning::Number(_)));
    match sign {
        Sign::InFavour => Kind::Side(Side::InFavour),
        Sign::Against => Kind::Side(Side::Against),
        Sign::Abstain => Kind::Side(Side::Abstaining),
        // Behind the outcome a number of those who reject is no second outcome: "بتأييد 35 عضوا ورفض 8 أعضاء".
        Sign::Reject
            if matches!(next(1), Some(Meaning::Number(_)))
                && before.iter().any(|item| item.is(Sign::Adopt)) =>
        {
            Kind::Side(Side::Against)
        }
        Sign::Preambular => match counts[0] {
            Some(count @ 1..=100) => Kind::Paragraphs(preamble(count)),
            _ => Kind::Sign(sign),
        },
        Sign::Accept if counted || voiced(before) => Kind::Side(Side::InFavour),
        Sign::For if counted && ends || matches!(next(1), Some(Meaning::Sign(Sign::Which))) => {
            Kind::Side(Side::InFavour)
        }
        Sign::For | Sign::Not
            if matches!(next(1), Some(Meaning::Mark('|')))
                || (before.is_empty() && matches!(next(1), Some(Meaning::Mark(':')))) =>
        {
            Kind::Side(if sign == Sign::For { Side::InFavour } else { Side::Against })
        }
        Sign::For if colon || matches!(next(1), Some(Meaning::Mark('|'))) => Kind::Side(Side::InFavour),
        Sign::Not
            if matches!(next(1), Some(Meaning::Number(_)))
                && before.iter().any(|item| item.side().is_some()) =>
        {
            Kind::Side(Side::Against)
        }
        Sign::Not if colon || (ends && before.last().is_some_and(|item| item.number().is_some())) => {
            Kind::Side(Side::Against)
        }
        Sign::Kind(crate::vocabulary::PositionKind::Opposition) | Sign::Objects
            if counted || voiced(before) =>
        {
            Kind::Side(Side::Against)
        }
        other => Kind::Sign(other),
    }
}

/// The paragraphs of the preamble.
fn preamble(count: u32) -> Vec<Label> {
    let number = |number: u32| number.to_string().parse().ok();
    (1..=count).filter_map(number).map(|number| Label::new(crate::model::Unit::pp(), number)).collect()
}

/// Whether an act here is that of delegations whose names stand right before it, or of nobody: "no objections".
fn voiced(before: &[Item]) -> bool {
    let last = before.iter().rev().find(|item| !item.is(Sign::Filler));
    last.is_some_and(|item| item.is(Sign::Not))
}

/// The length of a date at the start: "12 June 2019", "June 12, 2019", "12 حزيران/يونيه 2019", "in 2019".
fn date(rest: &[Term]) -> Option<usize> {
    let month =
        |at: usize| rest.get(at).is_some_and(|term| matches!(term.meaning, Meaning::Sign(Sign::Month(_))));
    let figure = |at: usize, most: u32| {
        rest.get(at).is_some_and(|term| matches!(term.meaning, Meaning::Number(n) if n > 0 && n <= most))
    };
    let day = |at: usize| {
        let ordinal =
            rest.get(at).is_some_and(|term| matches!(term.meaning, Meaning::Sign(Sign::Ordinal(_))));
        ordinal || figure(at, 31)
    };
    let mut at = usize::from(day(0));
    at += rest.get(at).filter(|term| term.is(Sign::Of) && at > 0).map_or(0, |_| 1);
    if !month(at) {
        let year = |n: u32| (1800..2200).contains(&n);
        let said = rest.first().is_some_and(|term| term.is(Sign::In));
        let year = rest.get(1).is_some_and(|term| matches!(term.meaning, Meaning::Number(n) if year(n)));
        return (said && year).then_some(2);
    }
    at += 1;
    // Two names of one month stand with a bar between them.
    if rest.get(at).is_some_and(|term| term.is_mark('/')) && month(at + 1) {
        at += 2;
    }
    let before_year = usize::from(at == 1 && day(at));
    at += before_year;
    at += usize::from(before_year > 0 && rest.get(at).is_some_and(|term| term.is_mark(',')));
    at += rest.get(at).filter(|term| term.is(Sign::Of) && figure(at + 1, 2200)).map_or(0, |_| 1);
    Some(at + usize::from(figure(at, 2200)))
}

/// The length of what has a number that counts nothing: a meeting, a page, a rule, a symbol, an hour.
fn numbered(rest: &[Term]) -> Option<usize> {
    let sign = |at: usize, wanted: fn(Sign) -> bool| {
        rest.get(at).is_some_and(|term| matches!(term.meaning, Meaning::Sign(sign) if wanted(sign)))
    };
    let number = |at: usize| rest.get(at).is_some_and(|term| matches!(term.meaning, Meaning::Number(_)));
    let holder = |sign: Sign| matches!(sign, Sign::Meeting | Sign::Part | Sign::Body | Sign::OtherText);
    if sign(0, |sign| matches!(sign, Sign::Ordinal(_))) && sign(1, holder) {
        return Some(2);
    }
    if sign(0, holder) && number(1) && !sign(2, |sign| matches!(sign, Sign::Ballots | Sign::Members)) {
        return Some(2);
    }
    // "57th", "63rd": letters glued to figures are no count.
    let ordinal = rest.first().is_some_and(|term| {
        matches!(term.meaning, Meaning::Number(_))
            && term.text.starts_with(|c: char| c.is_ascii_digit())
            && term.text.ends_with(|c: char| c.is_alphabetic())
    });
    (ordinal && (sign(1, holder) || rest[0].text.len() > 2)).then_some(1)
}

/// Whether a number is a percentage or a part of one.
fn percentage(rest: &[Term]) -> bool {
    let percent = |at: usize| rest.get(at).is_some_and(|term| term.is_mark('%') || term.is_mark('٪'));
    let decimal = rest.get(1).is_some_and(|term| term.is_mark('.') || term.is_mark(',')) && percent(3);
    percent(1) || decimal
}

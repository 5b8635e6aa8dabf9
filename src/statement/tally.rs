//! Counts of a vote: which number is on which side.

use super::Side;
use super::item::{Item, Kind};
use crate::words::Sign;

/// A number with its side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// How many.
    pub number: u32,
    /// On which side, as far as the words say.
    pub side: Option<Side>,
    /// Its place among the items.
    pub at: usize,
    /// The last of the items that say its side, or the number itself.
    pub end: usize,
}

/// The numbers of a sentence that count votes, each with its side. `rejected` says that the text was not adopted, so that
/// of two numbers without sides the first is the one against.
pub fn tally(items: &[Item], rejected: bool) -> Vec<Count> {
    let mut counts: Vec<Count> = Vec::new();
    for at in 0..items.len() {
        if let Some(number) = items[at].number().or_else(|| nobody(items, at)) {
            counts.push(Count { number, side: None, at, end: at });
        }
    }
    counts.retain(|count| !is_other(items, count.at));
    dashes(items, &mut counts);
    columns(items, &mut counts);
    let sides_first = sides_first(items, &counts);
    for index in 0..counts.len() {
        if counts[index].side.is_none() {
            let (at, next) = (counts[index].at, counts.get(index + 1).map_or(items.len(), |next| next.at));
            let found = if sides_first {
                left(items, at).or_else(|| right(items, at, next))
            } else {
                right(items, at, next).or_else(|| left(items, at))
            };
            if let Some((side, end)) = found {
                (counts[index].side, counts[index].end) = (Some(side), end.max(at));
            }
        }
    }
    against_each_other(items, &mut counts, rejected);
    left_over(items, &mut counts, rejected);
    counts
}

/// Zero, where a denial stands before a side: "without any vote against".
fn nobody(items: &[Item], at: usize) -> Option<u32> {
    if !items[at].is(Sign::Not) {
        return None;
    }
    let passed = |item: &&Item| item.is(Sign::Filler) || item.is(Sign::Vote) || item.is(Sign::Ballots);
    let next = items[at + 1..].iter().take(4).find(|item| !passed(item))?;
    next.side().filter(|side| *side != Side::InFavour).map(|_| 0)
}

/// Whether a number counts something else: who is present, a majority that is needed, those who took no part.
pub fn is_other(items: &[Item], at: usize) -> bool {
    let mut passed = false;
    for item in items[at + 1..].iter().take(6) {
        match item.kind {
            Kind::Sign(Sign::Threshold | Sign::Absent) => return true,
            Kind::Sign(Sign::Members | Sign::Filler | Sign::Ballots | Sign::Which)
            | Kind::Word
            | Kind::Side(_) => {}
            // "11 of the 15 members": the second number is the whole.
            Kind::Sign(Sign::Of) => passed = true,
            Kind::Number(_) if passed => return false,
            _ => break,
        }
    }
    let before: Vec<&Item> = items[..at].iter().rev().take(7).collect();
    let whole = before.iter().position(|item| item.is(Sign::Of)).is_some_and(|of| {
        before[..of]
            .iter()
            .all(|item| item.is(Sign::Filler) || item.is(Sign::Body) || item.kind == Kind::Word)
            && before.get(of + 1).is_some_and(|item| {
                item.number().is_some() || item.is(Sign::Ballots) || item.is(Sign::Members)
            })
    });
    let needed =
        before.iter().take(2).take_while(|item| !item.is_mark(':')).any(|item| item.is(Sign::Threshold));
    whole || needed && !versus_after(items, at)
}

/// Whether another count is held against the one at a place.
fn versus_after(items: &[Item], at: usize) -> bool {
    items[at + 1..].iter().take(3).any(|item| {
        item.is(Sign::Versus) || item.is(Sign::Ballots) || item.is_mark('-') || item.side().is_some()
    })
}

/// The place after a group in brackets that begins at a place, or the place itself.
fn after_brackets(items: &[Item], at: usize) -> usize {
    if !items.get(at).is_some_and(|item| item.is_mark('(')) {
        return at;
    }
    let close = items[at..].iter().position(|item| item.is_mark(')'));
    close.map_or(items.len(), |close| at + close + 1)
}

/// "104-37-2", "3 (Mali, Peru)-0-8": in favour, against, abstaining.
fn dashes(items: &[Item], counts: &mut [Count]) {
    let joined = |one: &Count, other: &Count| {
        let after = after_brackets(items, one.at + 1);
        items.get(after).is_some_and(|item| item.is_mark('-')) && after + 1 == other.at
    };
    let mut at = 0;
    while at < counts.len() {
        let run = 1 + counts[at..].windows(2).take_while(|pair| joined(&pair[0], &pair[1])).count();
        if (2..=3).contains(&run) {
            for (count, side) in
                counts[at..at + run].iter_mut().zip([Side::InFavour, Side::Against, Side::Abstaining])
            {
                count.side = Some(side);
            }
        }
        at += run;
    }
}

/// A table: all sides in one row, and as many numbers in the next.
fn columns(items: &[Item], counts: &mut [Count]) {
    let sides: Vec<(usize, Side)> =
        items.iter().enumerate().filter_map(|(at, item)| Some((at, item.side()?))).collect();
    let (Some(last), Some(first)) = (sides.last(), counts.first()) else { return };
    if sides.len() > 1 && sides.len() == counts.len() && last.0 < first.at {
        for (count, (_, side)) in counts.iter_mut().zip(&sides) {
            count.side = Some(*side);
        }
    }
}

/// Whether sides stand before their numbers throughout: "Yes: 35. No: 8."
fn sides_first(items: &[Item], counts: &[Count]) -> bool {
    let Some(first) = counts.first() else { return false };
    let adjacent = |count: &Count| {
        let opens = |item: &Item| [':', '(', '=', '|'].iter().any(|mark| item.is_mark(*mark));
        let before = items[..count.at].iter().rev().find(|item| !(item.is(Sign::Filler) || opens(item)));
        before.is_some_and(|item| item.side().is_some())
    };
    adjacent(first) && counts.iter().filter(|count| adjacent(count)).count() * 2 >= counts.len()
}

/// Whether an item may stand between a number and its side.
fn passes(item: &Item) -> bool {
    matches!(
        item.kind,
        Kind::Sign(
            Sign::Filler
                | Sign::Ballots
                | Sign::Members
                | Sign::Vote
                | Sign::Of
                | Sign::Which
                | Sign::On
                | Sign::In
                | Sign::For
                | Sign::Text
                | Sign::It
                | Sign::Body
                | Sign::To
        ) | Kind::Word
    )
}

/// The side behind a number, before the next one.
fn right(items: &[Item], at: usize, next: usize) -> Option<(Side, usize)> {
    let mut place = after_brackets(items, at + 1);
    let mut words = 0;
    while place < next {
        let item = items.get(place)?;
        if let Some(side) = item.side() {
            // "38 votes against 12" holds one number against the other.
            let held = side == Side::Against
                && place + 1 == next
                && next < items.len()
                && plain_versus(items, at, place);
            return (!held).then_some((side, place));
        }
        words += usize::from(item.kind == Kind::Word);
        // A number that counts something else: "ten of the 14 members".
        if !(passes(item) || item.number().is_some()) || words > 3 {
            return None;
        }
        place += 1;
    }
    None
}

/// Whether nothing but votes stands between a number and "against".
fn plain_versus(items: &[Item], at: usize, side: usize) -> bool {
    items[at + 1..side]
        .iter()
        .all(|item| item.is(Sign::Ballots) || item.is(Sign::Filler) || item.is(Sign::Members))
}

/// The side before a number.
fn left(items: &[Item], at: usize) -> Option<(Side, usize)> {
    let mut words = 0;
    for item in items[..at].iter().rev() {
        if let Some(side) = item.side() {
            return Some((side, at));
        }
        let opens = [':', '(', '=', '|'].iter().any(|mark| item.is_mark(*mark));
        words += usize::from(item.kind == Kind::Word);
        if !(passes(item) || opens) || words > 2 {
            return None;
        }
    }
    None
}

/// "24 votes to 6": of two numbers held against each other the first is the winning side.
fn against_each_other(items: &[Item], counts: &mut [Count], rejected: bool) {
    for index in 0..counts.len().saturating_sub(1) {
        let (one, other) = (counts[index], counts[index + 1]);
        let between = &items[one.at + 1..other.at];
        let versus =
            between.iter().rev().find(|item| !(item.is(Sign::Filler) || item.is(Sign::Ballots))).is_some_and(
                |item| item.is(Sign::Versus) || item.is(Sign::To) || item.side() == Some(Side::Against),
            );
        let plain = between.iter().all(|item| {
            passes(item)
                || item.is(Sign::Versus)
                || item.side().is_some()
                || item.is_mark(',')
                || item.is_mark('(')
                || item.is_mark(')')
                || matches!(item.kind, Kind::Names(..))
        });
        if !versus || !plain {
            continue;
        }
        let sides = if rejected { [Side::Against, Side::InFavour] } else { [Side::InFavour, Side::Against] };
        let opposite = |side: Side| if side == Side::InFavour { Side::Against } else { Side::InFavour };
        let held_against =
            between.iter().any(|item| item.side() == Some(Side::Against)) && one.side.is_none();
        match (one.side, other.side) {
            (None, None) => (counts[index].side, counts[index + 1].side) = (Some(sides[0]), Some(sides[1])),
            (None, Some(Side::Against)) if held_against && rejected => {
                (counts[index].side, counts[index + 1].side) = (Some(sides[0]), Some(sides[1]));
            }
            (None, Some(side)) if side != Side::Abstaining => counts[index].side = Some(opposite(side)),
            (Some(side), None) if side != Side::Abstaining => counts[index + 1].side = Some(opposite(side)),
            _ => {}
        }
    }
}

/// One number of votes without a side, beside others that have theirs, is that of the side that is left and wins.
fn left_over(items: &[Item], counts: &mut [Count], rejected: bool) {
    let has = |side: Side, counts: &[Count]| counts.iter().any(|count| count.side == Some(side));
    let open: Vec<usize> = (0..counts.len()).filter(|index| counts[*index].side.is_none()).collect();
    let [one] = open[..] else { return };
    let votes = items[counts[one].at + 1..]
        .iter()
        .find(|item| !item.is(Sign::Filler))
        .is_some_and(|item| item.is(Sign::Ballots));
    let listed = items.iter().any(|item| item.side().is_some());
    if !has(Side::InFavour, counts)
        && (votes || has(Side::Against, counts))
        && (!rejected || has(Side::Against, counts) || listed)
    {
        counts[one].side = Some(Side::InFavour);
    }
}

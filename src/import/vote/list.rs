//! A printed list of delegations.

use std::ops::Range;

use super::Voter;
use crate::fold::fold;
use crate::names::{Found, find, find_joined};

/// What is no delegation, and where it stands in the list.
pub type Unknown = (Range<usize>, String);

/// The delegations of a list, whether it was cut short ("…"), and what is no delegation, each with its place.
pub fn read(text: &str) -> (Vec<Voter>, bool, Vec<Unknown>) {
    let cut = text.contains('…') || text.contains("...");
    let pieces = pieces(text);
    let mut voters = Vec::new();
    let mut unknown = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        let (range, taken) = whole(text, &pieces, at);
        at += taken;
        match delegation(&text[range.clone()]) {
            Some(voter) => voters.push(voter),
            None => joined(text, range, &mut voters, &mut unknown),
        }
    }
    (voters, cut, unknown)
}

/// The stretches between commas, semicolons and line ends that stand in no brackets, without what surrounds a name.
fn pieces(text: &str) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let (mut depth, mut start) = (0usize, 0);
    for (at, c) in text.char_indices().chain([(text.len(), ',')]) {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ',' | '،' | ';' | '؛' | '\n' | '、' if depth == 0 || at == text.len() => {
                let trimmed = trim(text, start..at);
                if !trimmed.is_empty() && !is_nobody(&text[trimmed.clone()]) {
                    pieces.push(trimmed);
                }
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    pieces
}

fn trim(text: &str, range: Range<usize>) -> Range<usize> {
    let out =
        |c: char| c.is_whitespace() || matches!(c, '.' | '…' | ']' | '[' | '*' | '-' | '–' | '—' | ':' | '•');
    let piece = text.get(range.clone()).unwrap_or_default();
    let start = range.start + (piece.len() - piece.trim_start_matches(out).len());
    let end = range.start + piece.trim_end_matches(out).len();
    let bare = &text[start..end.max(start)];
    let skip = ["and ", "et ", "y "].iter().find(|word| bare.starts_with(*word)).map_or(0, |word| word.len());
    start + skip..end.max(start + skip)
}

/// What stands where a side has nobody.
fn is_nobody(piece: &str) -> bool {
    matches!(
        fold(piece).as_str(),
        "none"
            | "nil"
            | "no one"
            | "nobody"
            | "لا احد"
            | "لا يوجد"
            | "لا شيء"
            | "neant"
            | "aucun"
            | "ninguno"
            | "ninguna"
    )
}

/// A piece, or two of them that are one inverted name: "Korea, Republic of".
fn whole(text: &str, pieces: &[Range<usize>], at: usize) -> (Range<usize>, usize) {
    let own = pieces[at].clone();
    let Some(next) = pieces.get(at + 1) else { return (own, 1) };
    let both = own.start..next.end;
    let inverted =
        find_joined(&text[next.clone()]) == Found::None && matches!(find(&text[both.clone()]), Found::One(_));
    if inverted { (both, 2) } else { (own, 1) }
}

fn delegation(name: &str) -> Option<Voter> {
    let voter = |code: &str, name: &str| Voter { code: code.to_owned(), name: name.trim().to_owned() };
    match find(name) {
        Found::One(code) => Some(voter(code, name)),
        Found::Several(_) => None,
        Found::None => match find_joined(name) {
            Found::One(code) => Some(voter(code, name.trim().strip_prefix('و').unwrap_or(name))),
            _ => None,
        },
    }
}

/// How many times "and" may stand in one name.
const LONGEST: usize = 4;

/// Names joined by "and", the longest first, or something unknown.
fn joined(text: &str, range: Range<usize>, voters: &mut Vec<Voter>, unknown: &mut Vec<Unknown>) {
    let piece = &text[range.clone()];
    for joint in [" and ", " et ", " y ", " و"] {
        let ends = piece.match_indices(joint).map(|(at, _)| at).chain([piece.len()]);
        let ends: Vec<usize> = ends.collect();
        let (mut start, mut next, mut found) = (0, 0, Vec::new());
        while next < ends.len() {
            let last = ends.len().min(next + LONGEST);
            let name = (next..last).rev().find_map(|at| Some((at, delegation(&piece[start..ends[at]])?)));
            let Some((at, voter)) = name else { break };
            found.push(voter);
            start = ends[at] + joint.len();
            next = at + 1;
        }
        if next == ends.len() && found.len() > 1 {
            voters.extend(found);
            return;
        }
    }
    unknown.push((range, piece.to_owned()));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> String {
        read(text).0.iter().map(|voter| voter.code.clone()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn names_are_split_right() {
        assert_eq!(
            codes(
                "Algeria, Bolivia (Plurinational State of), Bosnia and Herzegovina and Trinidad and Tobago]"
            ),
            "DZ BO BA TT"
        );
        assert_eq!(
            codes("Cuba, Korea, Republic of, Iran (Islamic Republic of) and Viet Nam."),
            "CU KR IR VN"
        );
        assert_eq!(codes("الجزائر، بوليفيا (دولة - المتعددة القوميات)، والسودان وفييت نام"), "DZ BO SD VN");
        assert_eq!(codes("None"), "");
        let (voters, cut, unknown) = read("Chad, Nutopia, Cuba, …");
        assert_eq!((voters.len(), cut, unknown.len()), (2, true, 1));
    }
}

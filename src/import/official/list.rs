//! A printed list of delegations in any of the languages: names with brackets, commas and conjunctions of their own.

use std::ops::Range;

use crate::fold::fold;
use crate::names::{Found, find, find_joined};

/// What stands in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Listed {
    /// A delegation: its code, and its name as printed.
    Delegation(String, String),
    /// Something that is no name of a delegation.
    Unknown(String),
}

/// What joins the last two names.
const JOINTS: [&str; 9] = [" and ", " et ", " y ", " e ", " и ", " und ", " و", "和", "以及"];

/// How many commas or conjunctions may stand in one name.
const LONGEST: usize = 4;

/// What stands in a list, each with its place in the text. The longest name is the one that is meant.
pub fn read(text: &str) -> Vec<(Listed, Range<usize>)> {
    let pieces = pieces(text);
    let mut listed = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        let last = pieces.len().min(at + LONGEST);
        // "Korea, Republic of": what follows a comma is no name of its own then.
        let whole = (at..last).rev().find_map(|end| {
            let range = pieces[at].start..pieces[end].end;
            let alone =
                end == at || pieces[at + 1..=end].iter().all(|piece| code(&text[piece.clone()]).is_none());
            Some((end, range.clone(), code(&text[range]).filter(|_| alone)?))
        });
        match whole {
            Some((end, range, (code, name))) => {
                listed.push((Listed::Delegation(code, name), range));
                at = end + 1;
            }
            None => {
                joined(text, pieces[at].clone(), &mut listed);
                at += 1;
            }
        }
    }
    listed
}

/// Names joined by conjunctions, the longest first, or something unknown.
fn joined(text: &str, range: Range<usize>, listed: &mut Vec<(Listed, Range<usize>)>) {
    let piece = &text[range.clone()];
    for joint in JOINTS {
        let mut ends: Vec<usize> = piece.match_indices(joint).map(|(at, _)| at).collect();
        if ends.is_empty() {
            continue;
        }
        ends.push(piece.len());
        let (mut start, mut next, mut found) = (0, 0, Vec::new());
        while next < ends.len() {
            let last = ends.len().min(next + LONGEST);
            let name = (next..last).rev().find_map(|at| Some((at, code(piece.get(start..ends[at])?)?)));
            let Some((at, (code, name))) = name else { break };
            found.push((Listed::Delegation(code, name), range.start + start..range.start + ends[at]));
            start = ends[at] + joint.len();
            next = at + 1;
        }
        if next == ends.len() && found.len() > 1 {
            listed.extend(found);
            return;
        }
    }
    listed.push((Listed::Unknown(piece.to_owned()), range));
}

/// The stretches between separators that stand in no brackets, without what surrounds a name.
fn pieces(text: &str) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let (mut depth, mut start) = (0usize, 0);
    for (at, c) in text.char_indices().chain([(text.len(), ',')]) {
        match c {
            '(' | '（' => depth += 1,
            ')' | '）' => depth = depth.saturating_sub(1),
            ',' | '،' | '，' | ';' | '؛' | '；' | '、' | '\n' if depth == 0 || at == text.len() => {
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
    let out = |c: char| {
        c.is_whitespace() || matches!(c, '.' | '。' | '…' | ']' | '[' | '*' | '-' | '–' | '—' | ':' | '•')
    };
    let piece = text.get(range.clone()).unwrap_or_default();
    let start = range.start + (piece.len() - piece.trim_start_matches(out).len());
    let end = range.start + piece.trim_end_matches(out).len();
    let bare = &text[start..end.max(start)];
    let skip = JOINTS.iter().map(|joint| joint.trim_start()).filter(|joint| joint.ends_with(' '));
    let skip = skip.filter(|joint| bare.starts_with(joint)).map(str::len).next().unwrap_or(0);
    start + skip..end.max(start + skip)
}

/// What stands where a side has nobody.
fn is_nobody(piece: &str) -> bool {
    let words = [
        "none",
        "nil",
        "nobody",
        "لا احد",
        "لا يوجد",
        "neant",
        "aucun",
        "aucune",
        "ninguno",
        "ninguna",
        "нет",
        "никто",
        "无",
    ];
    words.contains(&fold(piece).as_str())
}

/// The code of a delegation, and its name without what is joined to it.
fn code(name: &str) -> Option<(String, String)> {
    let name = name.trim();
    match find(name) {
        Found::One(code) => Some((code.to_owned(), name.to_owned())),
        Found::Several(_) => None,
        Found::None => match find_joined(name) {
            Found::One(code) => Some((code.to_owned(), name.strip_prefix('و').unwrap_or(name).to_owned())),
            _ => None,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> String {
        let listed = read(text).into_iter().map(|(listed, _)| match listed {
            Listed::Delegation(code, _) => code,
            Listed::Unknown(text) => format!("<{text}>"),
        });
        listed.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn names_with_brackets_commas_and_conjunctions_are_one() {
        for (text, found) in [
            (
                "Chad, Bolivia (Plurinational State of), Bosnia and Herzegovina, Antigua and Barbuda and Cuba]",
                "TD BO BA AG CU",
            ),
            ("Korea, Republic of, Iran (Islamic Republic of), Nowhereland.", "KR IR <Nowhereland>"),
            ("Tchad, Tchéquie et Thaïlande.", "TD CZ TH"),
            ("Trinidad y Tabago, Fiji y Yemen", "TT FJ YE"),
            ("الجزائر، وإريتريا، وبوليفيا (دولة - المتعددة القوميات)، هولندا (مملكة)]", "DZ ER BO NL"),
            ("Босния и Герцеговина, Боливия (Многонациональное Государство), Чад.", "BA BO TD"),
            ("多民族玻利维亚国、波斯尼亚和黑塞哥维那、中国和古巴]", "BO BA CN CU"),
            ("UNITED KINGDOM, CÔTE D'IVOIRE", "GB CI"),
            ("None", ""),
        ] {
            assert_eq!(codes(text), found, "{text}");
        }
    }
}

//! What pages have and the text has not: page numbers, running heads and feet.

use std::collections::HashMap;

use super::line::{Gap, Line};
use crate::fold::{digit, fold};
use crate::import::lead::{Lead, lead};
use crate::import::words::{self, Words};
use crate::import::{date, symbol};

/// What a line is, as far as it matters here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    /// A page number, or the number of the print: certain.
    Number,
    /// It stands more than once, alone and without an end: likely.
    Repeated,
}

/// The lines without page furniture; what follows some begins a page.
pub(super) fn without(lines: Vec<Line>) -> Vec<Line> {
    let folded: Vec<String> = lines.iter().map(|line| fold(line.text.text())).collect();
    let languages = languages(&lines);
    let formula = first_formula(&folded).unwrap_or(0);
    let kinds = kinds(&lines, &folded, formula);
    let mut drop = vec![false; lines.len()];
    let mut at = 0;
    while at < lines.len() {
        let end = (at..lines.len()).find(|next| kinds[*next] == Kind::Text).unwrap_or(lines.len());
        if end > at && at > formula {
            let inside = at.checked_sub(1).is_some_and(|before| !is_end(&folded[before], languages[before]))
                || (end < lines.len() && is_body(&lines[end], &folded[end], languages[end]));
            let paged = kinds[at..end].contains(&Kind::Number) || lines[at].gap == Gap::Page;
            for line in at..end {
                let sure = inside || (paged && symbol::is_symbol(lines[line].text.text()));
                drop[line] = kinds[line] == Kind::Number || (sure && exposed(&lines, line, paged));
            }
        } else {
            let paged = at..=end.min(lines.len() - 1);
            let paged = end - at > 1 || paged.into_iter().any(|line| lines[line].gap == Gap::Page);
            for line in at..end {
                let mark = is_mark(lines[line].text.text()) && !paged;
                drop[line] = kinds[line] == Kind::Number && !mark;
            }
        }
        at = end.max(at) + 1;
    }
    let mut kept: Vec<Line> = Vec::with_capacity(lines.len());
    let mut page = false;
    for (line, drop) in lines.into_iter().zip(drop) {
        if drop {
            page = true;
        } else {
            kept.push(Line { gap: if page { Gap::Page } else { line.gap }, ..line });
            page = false;
        }
    }
    kept
}

/// The language of each line; one with too few words has that of the line before it.
fn languages(lines: &[Line]) -> Vec<Option<&'static Words>> {
    let mut last: Option<&'static Words> = None;
    let each = lines.iter().map(|line| {
        let text = line.text.text();
        let own = words::language(text);
        last = own.or(last.filter(|last| words::script(text) == 0 || words::script(text) == last.script()));
        last
    });
    each.collect()
}

/// Whether a line may be the mark of a note that stands alone.
fn is_mark(text: &str) -> bool {
    text.len() == 1
}

fn exposed(lines: &[Line], at: usize, paged: bool) -> bool {
    paged || lines[at].gap != Gap::Line || lines.get(at + 1).is_none_or(|next| next.gap != Gap::Line)
}

fn first_formula(folded: &[String]) -> Option<usize> {
    (0..folded.len()).find(|at| formula_at(folded, *at).is_some())
}

/// The language of an opening formula that begins at a line and ends there or in the next one.
pub(super) fn formula_at(folded: &[String], at: usize) -> Option<&'static Words> {
    let line = folded.get(at)?;
    let begins =
        |words: &&Words| line.len() < 400 && words.formula.iter().any(|start| line.starts_with(start));
    words::ALL.into_iter().filter(begins).find(|words| {
        let next = folded.get(at + 1).filter(|next| next.len() < 400);
        words.is_formula(line) || next.is_some_and(|next| words.is_formula(&format!("{line} {next}")))
    })
}

fn kinds(lines: &[Line], folded: &[String], formula: usize) -> Vec<Kind> {
    let keys: Vec<Option<String>> = folded.iter().map(|line| repeatable(line).then(|| key(line))).collect();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    keys.iter().flatten().for_each(|key| *counts.entry(key).or_default() += 1);
    let mut kinds = Vec::with_capacity(lines.len());
    for at in 0..lines.len() {
        let text = lines[at].text.text();
        let note = folded.get(at + 1).zip(words::language(lines.get(at + 1).map_or("", |l| l.text.text())));
        // Beside a running head or the end of a page it is the page's number.
        let beside = |other: usize| lines.get(other).is_some_and(|line| symbol::is_symbol(line.text.text()));
        let paged = lines[at].gap == Gap::Page
            || lines.get(at + 1).is_some_and(|next| next.gap == Gap::Page)
            || at.checked_sub(1).is_some_and(beside)
            || beside(at + 1);
        let before_note =
            !paged && is_mark(text) && note.is_some_and(|(next, words)| words.is_about_positions(next));
        let repeated =
            || keys[at].as_deref().is_some_and(|key| counts.get(key).is_some_and(|count| *count > 1));
        let number = |line: &Line| is_number(line.text.text());
        let numbered = lines.get(at + 1).is_some_and(number) || at > 0 && number(&lines[at - 1]);
        let alone = at > formula && symbol::is_symbol(text) && (lines[at].gap != Gap::Line || numbered);
        // Beside the number of a page, as the heading begins or with its symbol behind it.
        let again = at > formula && numbered && keys[at].is_some();
        let mut heads = folded[..formula.min(folded.len())].iter();
        let last =
            text.rsplit_once(' ').map(|(_, last)| last).filter(|last| symbol::is_symbol(last)).map(fold);
        let symbolled = again && last.is_some_and(|last| heads.clone().any(|head| head.contains(&last)));
        let headed_anew =
            again && heads.any(|head| head.contains(' ') && folded[at].starts_with(head.as_str()));
        let headed = !paged
            && is_mark(text)
            && (at + 1..folded.len().min(at + 3)).any(|next| formula_at(folded, next).is_some());
        let number = symbolled || is_number(text) || is_numbered_symbol(text);
        kinds.push(if number && !before_note && !headed {
            Kind::Number
        } else if repeated() || alone || headed_anew {
            Kind::Repeated
        } else {
            Kind::Text
        });
    }
    kinds
}

/// Page numbers: `2`, `- 2 -`, `2/7`, `Page 2 of 7`; the number of a print: `23-25878 (E)`, `GE.25-05123`.
pub(super) fn is_number(text: &str) -> bool {
    if text.len() > 40 {
        return false;
    }
    let print = text.strip_prefix("GE.").unwrap_or(text);
    let (head, tail) = print.split_once(' ').unwrap_or((print, ""));
    let digits = |part: &str| !part.is_empty() && part.chars().all(|c| digit(c).is_some());
    let code = head
        .split_once('-')
        .is_some_and(|(year, number)| digits(year) && digits(number) && year.len() == 2 && number.len() >= 5);
    if code && (tail.is_empty() || (tail.starts_with('(') && tail.ends_with(')'))) {
        return true;
    }
    let starred = text.strip_prefix('*').and_then(|rest| rest.strip_suffix('*'));
    if starred.is_some_and(|inner| inner.len() > 5 && digits(inner)) {
        return true;
    }
    // A row of a table is none.
    if text.starts_with('|') && text.matches('|').count() > 2 {
        return false;
    }
    let inner = text.trim_matches(|c: char| matches!(c, '-' | '–' | '—' | ' ' | '|' | '~'));
    let mut parts = inner.split([' ', '/', '|']).filter(|part| !part.is_empty());
    let (mut numbers, mut others) = (0, 0);
    let fits = parts.all(|part| {
        let number = part.chars().all(|c| digit(c).is_some()) && part.chars().count() <= 3;
        let word = matches!(
            fold(part).as_str(),
            "page" | "of" | "صفحه" | "من" | "pagina" | "de" | "p." | "стр." | "第" | "页" | "sur"
        );
        numbers += usize::from(number);
        others += usize::from(word);
        number || word
    });
    fits && (1..=2).contains(&numbers) && others <= 2
}

/// The symbol of a document and the number of a page of it: `A/RES/78/167 2/7`.
fn is_numbered_symbol(text: &str) -> bool {
    let parts = text.split_once(' ');
    parts.is_some_and(|(symbol, number)| symbol::is_symbol(symbol) && is_number(number))
}

/// A line as it is compared with others: running heads may have the page's number in them.
fn key(folded: &str) -> String {
    folded.chars().map(|c| if c.is_ascii_digit() { '#' } else { c }).collect()
}

/// Whether a line may be a running head at all.
fn repeatable(folded: &str) -> bool {
    let length = folded.chars().count();
    let plain = matches!(lead(folded).0, Lead::None)
        && !folded.ends_with([';', ',', ':', '؛', '،', '.', '。', '；', '，']);
    (4..120).contains(&length) && plain && !folded.starts_with(['[', '(']) && {
        let Some(words) = words::language(folded) else { return true };
        !words.is_adoption(folded)
            && !words.is_annex(folded)
            && !words.is_meeting(folded)
            && !date::is_all(folded)
    }
}

/// Whether a text is over after a line: it has an end, or it is a line about a meeting.
fn is_end(folded: &str, words: Option<&'static Words>) -> bool {
    // A number alone on its line has its paragraph below it.
    let (lead, rest) = lead(folded);
    if matches!(lead, Lead::Number { .. } | Lead::Bracketed(_)) && rest == folded.len() {
        return false;
    }
    let bare = folded.trim_end_matches([')', ']', '"', '\'', '*', ' ']);
    bare.ends_with(['.', '。', ';', '؛', '；', ',', '،', '，', ':'])
        || date::is_all(folded)
        || words.is_some_and(|words| words.is_meeting(folded) || words.is_annex(folded))
}

/// Whether a line can only stand in the text of a resolution.
fn is_body(line: &Line, folded: &str, words: Option<&'static Words>) -> bool {
    let text = line.text.text();
    match lead(text).0 {
        Lead::Number { whole, .. } => whole > 1,
        Lead::Bracketed(_) => true,
        _ => {
            text.starts_with(|c: char| c.is_lowercase() || digit(c).is_some())
                || words.is_some_and(|words| {
                    (words.opens_preambular(folded) || words.opens_operative(folded))
                        && !words.is_adoption(folded)
                })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::line::lines;
    use super::*;

    fn kept(text: &str) -> String {
        without(lines(text)).iter().map(|line| line.text.text()).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn page_numbers() {
        for text in ["2", "- 2 -", "2/7", "Page 2 of 7", "– ٢ –", "23-25878 (E)", "GE.25-05123", "*2325878*"]
        {
            assert!(is_number(text), "{text}");
        }
        for text in ["2.", "2022", "15-11", "2 goats", "(2)", "A/RES/78/167"] {
            assert!(!is_number(text), "{text}");
        }
    }

    #[test]
    fn running_heads_go_and_headings_stay() {
        let text = "A/X/1\nUnion of Harbours\n\nThe Assembly,\n\nNoting the wide\n\nA/X/1\n\n2/3\n\nsea,\n\nUnion of Harbours\n3\nNoting boats,\n\n1. Decides.\n";
        assert_eq!(
            kept(text),
            "A/X/1|Union of Harbours|The Assembly,|Noting the wide|sea,|Noting boats,|1. Decides."
        );
    }

    #[test]
    fn a_second_heading_stays() {
        let text = "Union of Harbours\n\nThe Assembly,\n\n1. Decides.\n\nUnion of Harbours\n\nOn boats\n\nThe Assembly,\n\n1. Decides.";
        assert_eq!(kept(text).matches("Union of Harbours").count(), 2);
    }
}

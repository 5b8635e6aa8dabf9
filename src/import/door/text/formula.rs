//! Opening formulas that are printed without the comma behind them or, in Arabic, without the particle before them.

use super::line::{Gap, Line};
use crate::fold::fold;
use crate::import::lead::{Lead, lead};
use crate::import::mapped::Mapped;
use crate::import::shape::starts_lower;
use crate::import::words::{self, Words};

/// Puts a comma behind a line that can only be an opening formula: it names what adopts resolutions, and what follows
/// it is the first paragraph of one.
pub(super) fn complete(lines: &mut [Line]) {
    for at in 0..lines.len() {
        if lacks_particle(lines, at) {
            let text = &mut lines[at].text;
            let mut whole = Mapped::new("إن ", text.place(0));
            whole.append(text);
            *text = whole;
        }
        let Some(last) = end(lines, at) else { continue };
        let text = &mut lines[last].text;
        let place = text.place(text.text().len());
        text.push(',', place);
    }
}

/// Whether a line that stands by itself only names a body, "المؤتمر الثلاثون،", and the first paragraph of a preamble
/// follows it.
fn lacks_particle(lines: &[Line], at: usize) -> bool {
    let folded = fold(lines[at].text.text());
    let Some(next) = lines.get(at + 1) else { return false };
    let arabic = words::ALL.into_iter().find(|words| words.tag == "ar");
    lines[at].gap != Gap::Line
        && next.gap != Gap::Line
        && folded.split(' ').count() < 12
        && arabic.is_some_and(|words| {
            let named = words.bodies.iter().any(|body| {
                let bare = folded.strip_prefix("ال").unwrap_or(&folded);
                bare.starts_with(body)
            });
            named && words.is_formula(&format!("ان {folded}")) && opens(next, words)
        })
}

/// The last line of a formula without a comma that begins at a line.
fn end(lines: &[Line], at: usize) -> Option<usize> {
    let first = lines[at].text.text();
    if lines[at].width > 160 || starts_lower(first) || first.ends_with([',', '،', '，', ':', '.', ';', '؛'])
    {
        return None;
    }
    let mut whole = fold(first);
    let starts = |words: &&Words| words.formula.iter().any(|start| whole.starts_with(start));
    let words = words::ALL.into_iter().find(starts)?;
    for last in at..lines.len().min(at + 3) {
        if last > at {
            let next = &lines[last];
            if next.gap != Gap::Line || next.width > 160 {
                return None;
            }
            whole = format!("{whole} {}", fold(next.text.text()));
        }
        if whole.ends_with([',', '،', '，', ':']) {
            return None;
        }
        if opens(lines.get(last + 1)?, words) {
            return words.is_formula(&format!("{whole},")).then_some(last);
        }
    }
    None
}

/// Whether a line begins the text of a resolution.
fn opens(line: &Line, words: &Words) -> bool {
    let text = line.text.text();
    let (lead, rest) = lead(text);
    let folded = fold(&text[rest..]);
    let case = words.is_caseless() || !starts_lower(&text[rest..]);
    case && match lead {
        Lead::None => words.surely_opens_preambular(&folded),
        Lead::Number { whole: 1, .. } => words.opens_operative(&folded),
        _ => false,
    }
}

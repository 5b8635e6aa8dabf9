//! Where one language version ends and the next begins: told by their scripts, line by line, whatever stands between.

use super::furniture::{formula_at, is_number};
use super::line::Line;
use super::view::formula_end_in;
use crate::fold::fold;
use crate::import::lead::{Lead, lead};
use crate::import::symbol;
use crate::import::words::{self, Words};

/// How wide a line of a heading may be that stands in another script than its version.
const HEADING: usize = 100;

/// For each line, whether the heading of a version begins with it that is in another script than the version before.
pub(super) fn borders(lines: &[Line]) -> Vec<bool> {
    let mut each = vec![false; lines.len()];
    let formulas = formulas(lines);
    for pair in formulas.windows(2) {
        let [(before, old), (at, new)] = pair else { continue };
        if old.script() != new.script() {
            each[border(lines, before + 1, *at, new)] = true;
        }
    }
    each
}

/// The lines that are opening formulas, with their languages.
fn formulas(lines: &[Line]) -> Vec<(usize, &'static Words)> {
    let folded: Vec<String> = lines.iter().map(|line| fold(line.text.text())).collect();
    let glued = |at: usize| {
        let text = lines[at].text.text();
        let begins = |words: &&Words| words.formula.iter().any(|start| folded[at].starts_with(start));
        words::ALL.into_iter().filter(begins).find(|words| formula_end_in(text, words).is_some())
    };
    let plain = (0..lines.len()).filter(|at| lead(lines[*at].text.text()).0 == Lead::None);
    plain.filter_map(|at| Some((at, formula_at(&folded, at).or_else(|| glued(at))?))).collect()
}

/// The first line of the heading before a formula: behind the last line that is of the version before it.
fn border(lines: &[Line], from: usize, formula: usize, words: &Words) -> usize {
    let scripts = |at: &usize| script(lines[*at].text.text());
    let foreign = |at: &usize| !matches!(scripts(at), 0) && scripts(at) != words.script();
    // Headings in other scripts have lines in the Latin one: the symbol's, the organization's.
    let stays = |at: &usize| scripts(at) == 1 && is_heading(&lines[*at], words);
    let start = (from..formula).rev().find(|at| foreign(at) && !stays(at)).map_or(from, |at| at + 1);
    let first = (start..formula).find(|at| scripts(at) == words.script()).unwrap_or(formula);
    (start..first).rev().take_while(|at| symbol::is_symbol(lines[*at].text.text())).last().unwrap_or(first)
}

/// The script of a line; none for a symbol and for page numbers, which stand in versions in all scripts.
fn script(text: &str) -> u8 {
    if symbol::is_symbol(text) || is_number(text) { 0 } else { words::script(text) }
}

/// Whether a line in the Latin script may stand in a heading.
fn is_heading(line: &Line, words: &Words) -> bool {
    let text = line.text.text();
    let about = words::language(text).is_some_and(|own| own.is_about_positions(&fold(text)));
    words.script() != 1
        && line.width < HEADING
        && lead(text).0 == Lead::None
        && !about
        && !text.ends_with([';', ',', ':'])
}

#[cfg(test)]
mod tests {
    use super::super::line::lines;
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let lines = lines(text);
        let borders = borders(&lines);
        let begun = lines.iter().zip(borders).filter(|(_, border)| *border);
        begun.map(|(line, _)| line.text.text().to_owned()).collect()
    }

    const ENGLISH: &str = "Union of Harbours\nOn boats\nThe Assembly,\nNoting the sea,\n1. Decides.\n";
    const ARABIC: &str = "X/RES/1\nالجمعية\nUnion of Harbours\nLights. For all.\nبشأن السفن\nإن الجمعية العامة،\nإذ تلاحظ البحر،\n1. تقرر.\n";

    #[test]
    fn the_heading_of_the_next_version_begins_behind_the_text_of_the_one_before() {
        assert_eq!(found(&format!("{ENGLISH}{ARABIC}")), ["X/RES/1"]);
        assert_eq!(found(&format!("{ARABIC}{ENGLISH}")), ["Union of Harbours"]);
        let signed = format!("{ARABIC}الجلسة 12\n{ENGLISH}");
        assert_eq!(found(&signed), ["Union of Harbours"]);
        assert!(found(ENGLISH).is_empty());
    }
}

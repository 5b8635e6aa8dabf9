//! Paragraphs of a resolution that no opening formula leads to, so that nothing was taken from them.

use super::block::{Block, Role};
use super::codes::NOT_A_RESOLUTION;
use super::lead::Lead;
use super::shape::{End, end};
use super::words;
use crate::fold::fold;
use crate::problem::{Problem, SourceText};

/// How many paragraphs make a text of a resolution.
const ENOUGH: usize = 2;

/// Reports the first of several paragraphs among blocks outside the texts that were read; behind an annex only those
/// in another script than `script`, that of the version before: an annex has paragraphs of its own. Whether there were any.
pub fn report(
    source: &SourceText,
    blocks: &[Block],
    script: Option<u8>,
    problems: &mut Vec<Problem>,
) -> bool {
    let mut annexed = false;
    let mut found: Vec<&Block> = Vec::new();
    for block in blocks.iter().filter(|block| block.role == Role::Text) {
        let text = block.text.text();
        let folded = fold(text.get(..text.len().min(400)).unwrap_or(text));
        annexed |= words::language(text).is_some_and(|words| words.is_annex(&folded));
        let own = script.is_some_and(|script| words::script(text) == script);
        if is_paragraph(block, &folded) && !(annexed && own) {
            found.push(block);
        }
    }
    let Some(first) = found.first().filter(|_| found.len() >= ENOUGH) else { return false };
    let message = format!(
        "{} paragraphs stand here and behind it, and no opening formula before them; they were not taken",
        found.len()
    );
    let whole = first.text.whole();
    let place = first.place..whole.end.min(first.place + 80).max(first.place);
    let help = "put the line that names the body and ends with a comma before the first of them";
    problems.push(Problem::new(&NOT_A_RESOLUTION, source, place, message, help));
    true
}

/// Whether a block can only be a paragraph of a resolution.
fn is_paragraph(block: &Block, folded: &str) -> bool {
    let text = block.text.text();
    let Some(words) = words::language(text) else { return false };
    match block.lead {
        Lead::None => {
            let ends = matches!(end(text), End::Comma | End::Semicolon);
            let opens = words.surely_opens_preambular(folded)
                || (words.opens_operative(folded) && !words.is_about_positions(folded));
            ends && opens && text.chars().count() > 12
        }
        Lead::Number { .. } => words.opens_operative(folded),
        Lead::Bracketed(_) | Lead::Bullet | Lead::Mark(_) => false,
    }
}

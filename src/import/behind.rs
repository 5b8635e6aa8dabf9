//! What stands behind the text of a version and may be a note that has lost its mark, or never had one.

use std::borrow::Cow;

use super::block::{Block, Role};
use super::codes::NOT_UNDERSTOOD;
use super::heading::way;
use super::lead::Lead;
use super::mapped::Mapped;
use super::notes::{self, Found};
use super::shape::{End, end};
use super::words::{self, Words};
use super::{date, quote, speaker, vote};
use crate::fold::fold;
use crate::note::Context;
use crate::problem::{Problem, SourceText};
use crate::vocabulary::Way;

/// How long a heading over a list of positions may be: "Reservations".
const HEADING: usize = 40;

/// The blocks of a note without a mark. Behind an annex, which may speak of positions itself, only what names a
/// delegation can be of one.
pub fn note(
    source: &SourceText,
    words: &'static Words,
    tail: &[Block],
    context: &Context,
    problems: &mut Vec<Problem>,
) -> Option<Found> {
    let mut blocks: Vec<Cow<'_, Block>> = Vec::new();
    let (mut annexed, mut listing) = (false, false);
    for block in tail.iter().filter(|block| block.role == Role::Text) {
        // "Adopted by 3 votes to 1. Chad expressed reservations on …"
        let block = match vote::beside(words, &block.text).or_else(|| unlabelled(&block.text)) {
            Some(text) => Cow::Owned(Block { text, ..block.clone() }),
            None => Cow::Borrowed(block),
        };
        let text = block.text.text();
        let folded = fold(text.get(..text.len().min(4000)).unwrap_or(""));
        if words.is_annex(&folded) {
            (annexed, listing) = (true, false);
            continue;
        }
        // A note that names no kind is a note too; in an annex it may speak of the annex.
        let says = !annexed && notes::says_position(text, words, context);
        let about = says || words.is_about_positions(&folded);
        let named = about && (says || speaker::names_one(text));
        let item = listing && (block.lead == Lead::Bullet || speaker::begins(text));
        let list = about && end(text) == End::Colon && block.lead == Lead::None;
        if item || (may_be_note(words, &block, &folded, named) && about && (!annexed || named || list)) {
            let heading = about && end(text) == End::Open && text.chars().count() < HEADING;
            listing = item || heading || (about && text.contains(':')) || block.lead == Lead::Bullet;
            blocks.push(block);
            continue;
        }
        listing = false;
        if !annexed
            && end(text) == End::Stop
            && text.chars().count() > 60
            && may_be_note(words, &block, &folded, named)
        {
            let message =
                format!("“{}” stands behind the text and is no note that is understood", quote(text));
            let whole = block.text.whole();
            let start = whole.start..whole.end.min(whole.start + 80);
            problems.push(Problem::new(&NOT_UNDERSTOOD, source, start, message, ""));
        }
    }
    // A heading of a list without an item is none.
    let said = blocks.iter().any(|block| speaker::names_one(block.text.text()));
    let blocks: Vec<&Block> = blocks.iter().map(AsRef::as_ref).collect();
    notes::unmarked(if annexed && !said { &[] } else { &blocks })
}

/// A note without the word before it, which in Arabic begins as a paragraph of the preamble does: "ملاحظة: …".
fn unlabelled(text: &Mapped) -> Option<Mapped> {
    let whole = text.text();
    let (label, _) = whole.split_once(':')?;
    let known = label.len() < 24 && matches!(fold(label).trim(), "ملاحظه" | "ملاحظات" | "note" | "notes");
    known.then(|| text.slice(label.len() + 1..whole.len()).trimmed())
}

/// Whether a block behind the text may be of a note: it is no signature, no vote and no paragraph. `named` says that
/// it speaks of positions and names a delegation.
fn may_be_note(words: &Words, block: &Block, folded: &str, named: bool) -> bool {
    let text = block.text.text();
    let signature = words.is_meeting(folded) || date::is_all(text);
    // "Adopted by consensus, with reservations by Chad on operative paragraph 1."
    let said = named && way(words, folded) != Some(Way::Vote) && !vote::is_listing(folded);
    let vote = (vote::is_vote(words, folded) && !said) || (!named && vote::is_name(text));
    let numbered = matches!(block.lead, Lead::Number { .. } | Lead::Bracketed(_));
    let paragraph = (numbered && !(named && speaker::begins(text)))
        || words.opens_operative(folded)
        || words.opens_preambular(folded);
    !(signature || vote || paragraph) && words::script(text) == words.script()
}

//! Lines joined to paragraphs: over line ends, over pages, around the notes that stand between.

use std::collections::HashSet;

use super::border::borders;
use super::hyphen::{Known, divided};
use super::line::{Gap, Line};
use super::survey::{lost_openings, marks, numbered, widths};
use super::view::{View, formula_end, goes_on, is_formal, is_numbered_title, is_way, unspaced};
use crate::fold::{digit, fold};
use crate::import::block::{Block, Role};
use crate::import::date;
use crate::import::heading::way;
use crate::import::lead::{Lead, follows, is_first, lead};
use crate::import::numbering::{Fit, Place, fit};
use crate::import::shape::{End, end, part, starts_lower};
use crate::import::speaker;
use crate::import::vote::{counts_vote, is_listing, is_tally};
use crate::import::words::{self, Words};
use crate::names;

/// How many characters wide a line may be that was broken to fit a page.
const WIDEST: usize = 140;

/// Where in a document a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Region {
    /// Before an opening formula.
    Head,
    /// Behind one, before the first operative paragraph.
    Preamble,
    /// In the operative paragraphs.
    Operative,
    /// In a note.
    Note,
    /// Behind the text: signatures, votes, annexes, the next heading.
    Tail,
}

/// Joins lines to blocks.
pub(super) fn blocks(lines: &[Line]) -> Vec<Block> {
    let mut joiner = Joiner {
        lines,
        widths: widths(lines),
        known: Known::new(lines),
        marks: marks(lines),
        lost: lost_openings(lines),
        numbered: numbered(lines),
        borders: borders(lines),
        blocks: Vec::new(),
        open: None,
        suspended: None,
        region: Region::Head,
        before: Region::Head,
        last: 0,
        listed: false,
        annexed: false,
        words: words::ALL[0],
    };
    for at in 0..lines.len() {
        let view = joiner.view(at);
        joiner.take(&view);
    }
    joiner.finish();
    joiner.suspended.take().into_iter().for_each(|block| joiner.blocks.push(block));
    joiner.blocks
}

struct Joiner<'a> {
    lines: &'a [Line],
    widths: Vec<usize>,
    known: Known,
    marks: HashSet<String>,
    lost: bool,
    /// For each line, whether the operative paragraphs of its version carry numbers, and the first comes below it.
    numbered: Vec<bool>,
    /// For each line, whether another language version begins with it.
    borders: Vec<bool>,
    blocks: Vec<Block>,
    open: Option<Block>,
    /// The paragraph that a note interrupted.
    suspended: Option<Block>,
    region: Region,
    /// The region in which the note stands.
    before: Region,
    last: u32,
    /// A numbered list inside a preambular paragraph is under way.
    listed: bool,
    annexed: bool,
    words: &'static Words,
}

impl<'a> Joiner<'a> {
    fn view(&mut self, at: usize) -> View<'a> {
        let line = &self.lines[at];
        let text = line.text.text();
        let script = words::script(text);
        let same = script == 0 || script == self.words.script();
        let words = words::language(text).unwrap_or(if same { self.words } else { words::ALL[0] });
        self.words = words;
        if let Some((lead, rest)) = line.known.as_ref().and_then(|known| known.lead.clone()) {
            return View { line, at, folded: fold(text), words, lead, rest };
        }
        let (mut lead, mut rest) = lead(text);
        if let Some((mark, length)) = self.plain_mark(line).or_else(|| self.lone_mark(at)) {
            (lead, rest) = (Lead::Mark(mark), length);
        }
        if matches!(&lead, Lead::Mark(mark) if mark == "*" && text.starts_with("* ") && !self.is_note(mark, &fold(text), words))
        {
            lead = Lead::Bullet;
        }
        // "(1)" is the mark of a note on positions where it stands at the end of a line, too.
        if let Lead::Bracketed(mark) = &lead
            && self.marks.contains(&format!("({mark})"))
            && words.is_about_positions(&fold(text))
        {
            lead = Lead::Mark(mark.clone());
        }
        View { line, at, folded: fold(text), words, lead, rest }
    }

    /// A star begins a note where one stands at a word, or where the text is about positions; else it is a bullet.
    fn is_note(&self, mark: &str, folded: &str, words: &Words) -> bool {
        self.marks.contains(mark) || words.is_about_positions(folded)
    }

    /// A number that stands alone on the line before a note, where it stands at a word, too.
    fn lone_mark(&self, at: usize) -> Option<(String, usize)> {
        let text = self.lines[at].text.text();
        let digits: String =
            text.chars().map_while(digit).filter_map(|d| char::from_digit(d, 10)).take(3).collect();
        let alone = (1..=2).contains(&digits.len()) && text.chars().count() == digits.len();
        let next = self.lines.get(at + 1).filter(|_| alone && self.marks.contains(&digits))?.text.text();
        let words = words::language(next)?;
        words.is_about_positions(&fold(next)).then_some((digits, text.len()))
    }

    /// A number without a full stop at the start of a line is the mark of a note where it stands at a word, too.
    fn plain_mark(&self, line: &Line) -> Option<(String, usize)> {
        let (text, gap) = (line.text.text(), line.gap);
        let digits: String =
            text.chars().map_while(digit).filter_map(|d| char::from_digit(d, 10)).take(4).collect();
        // The notes below a drawn line follow one another.
        let next = || match self.open.as_ref().map(|open| &open.lead) {
            Some(Lead::Mark(last)) if self.region == Region::Note => follows(last, &digits),
            _ => false,
        };
        let known = self.marks.contains(&digits) || line.ruled || next();
        if digits.is_empty() || digits.len() > 2 || !known {
            return None;
        }
        let length: usize = text.chars().take(digits.len()).map(char::len_utf8).sum();
        // Notes below a drawn line may be a list: "1. A number of …".
        let listed = line.ruled && self.marks.contains(&digits) && text[length..].starts_with(". ");
        let length = length + usize::from(listed);
        let rest = text[length..].strip_prefix(' ').unwrap_or_default();
        let begins = rest.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
        let over = self.open.as_ref().is_none_or(|open| end(open.text.text()) != End::Open);
        let about = || words::language(rest).is_some_and(|words| words.is_about_positions(&fold(rest)));
        let outside =
            gap != Gap::Line || (over && (matches!(self.region, Region::Tail | Region::Note) || about()));
        (begins && outside).then_some((digits, length + 1))
    }

    fn take(&mut self, view: &View<'_>) {
        if self.borders[view.at] {
            self.leave();
        }
        if self.region == Region::Note {
            if self.note_goes_on(view) {
                return self.in_note(view);
            }
            self.finish();
            self.open = self.suspended.take();
            self.region = self.before;
        }
        if self.begins_note(view) {
            return self.begin_note(view);
        }
        match self.region {
            Region::Head | Region::Tail => self.outside(view),
            _ => self.inside(view),
        }
    }

    /// Behind the last line of a version: nothing that follows is of its paragraphs or its notes.
    fn leave(&mut self) {
        self.finish();
        self.blocks.extend(self.suspended.take());
        (self.region, self.last, self.listed, self.annexed) = (Region::Head, 0, false, false);
    }

    fn begins_note(&self, view: &View<'_>) -> bool {
        if view.line.is_of_note() {
            return true;
        }
        let Lead::Mark(_) = view.lead else { return false };
        let alone = view.body().is_empty();
        let next = self.lines.get(view.at + 1).map(|line| fold(line.text.text()));
        let announced = || next.is_some_and(|next| view.words.is_about_positions(&next));
        match self.region {
            Region::Head => !alone && view.words.is_about_positions(&view.folded),
            _ if alone => announced(),
            _ => {
                let done = self.open.as_ref().is_none_or(|open| end(open.text.text()) != End::Open);
                done || view.apart() || !starts_lower(view.body())
            }
        }
    }

    fn begin_note(&mut self, view: &View<'_>) {
        if matches!(self.region, Region::Head | Region::Tail) {
            self.finish();
        }
        self.suspended = self.open.take();
        self.before = self.region;
        self.region = Region::Note;
        self.begin(view, Role::Note);
    }

    fn note_goes_on(&self, view: &View<'_>) -> bool {
        if view.line.is_of_note() {
            return true;
        }
        // The notes of the format's own say themselves where they end.
        if view.at.checked_sub(1).is_some_and(|before| self.lines[before].is_of_note()) {
            return false;
        }
        // Some bodies put a dash before each paragraph of the preamble.
        let body = fold(view.body().get(..view.body().len().min(400)).unwrap_or(view.body()));
        let preambular = self.before == Region::Preamble
            && view.words.surely_opens_preambular(&body)
            && !view.words.is_about_positions(&body);
        if matches!(view.lead, Lead::Mark(_)) || (view.lead == Lead::Bullet && !preambular) {
            return true;
        }
        let Some(open) = self.open.as_ref().filter(|_| view.lead != Lead::Bullet) else { return false };
        if self.is_listed(view, open) {
            return true;
        }
        let over = view.apart() || (end(open.text.text()) != End::Open && !view.body().is_empty());
        let fits = over && matches!(view.lead, Lead::Number { .. }) && self.fit(view, true) != Fit::Not;
        if fits
            || view.words.opens_preambular(&view.folded)
                && (view.apart() || end(open.text.text()) != End::Open)
        {
            return false;
        }
        let about = view.words.is_about_positions(&view.folded);
        let script = words::script(open.text.text()) == words::script(view.text());
        // The note is over, and the sentence that it stands in goes on.
        let broken = self.suspended.as_ref().is_some_and(|open| end(open.text.text()) == End::Open);
        let small = view.words.is_caseless() || starts_lower(view.body());
        if broken && small && !about && script && end(open.text.text()) == End::Stop {
            return false;
        }
        match view.line.gap {
            Gap::Line => {
                let adopted = end(open.text.text()) == End::Stop
                    && view.words.is_adoption(&view.folded)
                    && date::find(view.text()).is_some();
                open.text.text().is_empty()
                    || !(self.ends_body(view) || adopted || words::formula(view.text()).is_some())
            }
            _ if open.text.text().is_empty() => true,
            Gap::Blank => about && script && !self.ends_body(view) && !starts_lower(view.body()),
            Gap::Page if end(open.text.text()) == End::Stop => {
                about
                    && script
                    && self.suspended.is_none()
                    && !self.ends_body(view)
                    && !starts_lower(view.body())
            }
            Gap::Page => script && !self.ends_body(view) && self.is_rest_of_note(view),
        }
    }

    /// Whether a line is an item of a note's list, "1. Chad on …": a delegation stands first in it, behind a colon or
    /// another such item.
    fn is_listed(&self, view: &View<'_>, open: &Block) -> bool {
        let text = open.text.text();
        let after = end(text) == End::Colon || (end(text) != End::Comma && speaker::begins(text));
        let apart = view.apart() || view.lead != Lead::None || end(text) == End::Colon;
        after && apart && speaker::begins(view.body())
    }

    /// Whether what begins a page is the rest of the note that the page before it broke off: where the paragraph that
    /// the note stands in broke off, too, it has to speak of positions.
    fn is_rest_of_note(&self, view: &View<'_>) -> bool {
        let next = self.lines[view.at + 1..].iter().take_while(|line| line.gap == Gap::Line).take(12);
        let plain = |line: &&Line| lead(line.text.text()).0 == Lead::None;
        let rest: Vec<String> = next.take_while(plain).map(|line| fold(line.text.text())).collect();
        let whole = format!("{} {}", view.folded, rest.join(" "));
        let broken = self.suspended.as_ref().is_some_and(|open| end(open.text.text()) == End::Open);
        // "… reservations on" / "paragraph 2."
        let first = view.folded.split(' ').take(2).collect::<Vec<_>>().join(" ");
        view.words.is_about_positions(&whole)
            || view.words.names_paragraphs(&first)
            || (!broken && (starts_lower(view.body()) || view.words.names_paragraphs(&whole)))
    }

    fn in_note(&mut self, view: &View<'_>) {
        let over = self.open.as_ref().is_none_or(|open| end(open.text.text()) != End::Open);
        let item = self.open.as_ref().is_some_and(|open| self.is_listed(view, open));
        let listed = matches!(view.lead, Lead::Bullet | Lead::Mark(_))
            || (view.lead != Lead::None && over)
            || item && (over || view.lead != Lead::None);
        // What a page broke off goes on.
        let new = view.line.gap == Gap::Blank || (view.apart() && over) || listed;
        let empty = self.open.as_ref().is_some_and(|open| open.text.text().is_empty());
        if new && !(empty && view.lead == Lead::None) {
            self.finish();
            self.begin(view, Role::Note);
        } else {
            self.append(view);
        }
    }

    /// A line in a heading or behind the text.
    fn outside(&mut self, view: &View<'_>) {
        if let Some(at) = formula_end(view) {
            return self.glued_formula(view, at);
        }
        if self.returns(view) {
            self.region = Region::Operative;
            return self.inside(view);
        }
        if self.joins_outside(view) {
            self.append(view);
        } else {
            self.finish();
            self.begin(view, Role::Text);
        }
        self.annexed |= view.words.is_annex(&view.folded);
        let open = self.open.as_ref();
        let next = self.lines.get(view.at + 1).filter(|next| !self.lost && goes_on(next, view.words));
        if next.is_none()
            && open.is_some_and(|open| open.lead == Lead::None && words::formula(open.text.text()).is_some())
        {
            self.enter();
        }
    }

    /// An opening formula with the first paragraph behind it in the same line.
    fn glued_formula(&mut self, view: &View<'_>, at: usize) {
        self.finish();
        let first = Line { text: view.line.text.slice(0..at).trimmed(), ..view.line.clone() };
        self.begin(&View { line: &first, folded: String::new(), lead: Lead::None, ..*view }, Role::Text);
        self.enter();
        let text = view.line.text.slice(at..view.text().len()).trimmed();
        let line = Line { text, gap: Gap::Blank, ..view.line.clone() };
        let (lead, rest) = lead(line.text.text());
        self.inside(&View { line: &line, folded: fold(line.text.text()), lead, rest, ..*view });
    }

    /// Whether the numbering goes on behind what looked like the end of the text.
    fn returns(&self, view: &View<'_>) -> bool {
        self.region == Region::Tail
            && !self.annexed
            && self.last > 0
            && matches!(view.lead, Lead::Number { .. })
            && view.words.may_open_operative(&fold(view.body()))
            && self.fit(view, true) == Fit::Next
    }

    /// Behind an opening formula.
    fn enter(&mut self) {
        self.finish();
        self.region = Region::Preamble;
        (self.last, self.annexed, self.listed) = (0, false, false);
    }

    fn joins_outside(&self, view: &View<'_>) -> bool {
        let Some(open) = &self.open else { return false };
        let text = open.text.text();
        if self.names_end(view) || words::formula(view.text()).is_some() {
            return false;
        }
        if (view.apart() && !self.goes_over_page(view)) || (text.len() > 4000 && self.region == Region::Head)
        {
            return false;
        }
        // A formula may go on behind its first comma.
        if goes_on(view.line, view.words) && !self.lost && words::formula(text).is_some() {
            return true;
        }
        // Longer texts are no lines of a heading.
        let text = if text.len() > 4000 { "" } else { text };
        let unbalanced = text.matches('(').count() > text.matches(')').count()
            || text.matches('[').count() > text.matches(']').count();
        if unbalanced || view.lead != Lead::None {
            return unbalanced;
        }
        let folded = fold(text.get(..text.len().min(600)).unwrap_or(text));
        if view.words.formula.iter().any(|start| folded.starts_with(start))
            && end(text) == End::Open
            && view.words.is_formula(&format!("{folded} {}", view.folded))
        {
            return true;
        }
        let wide = !self.deliberate(view);
        if view.words.is_adoption(&folded) && !is_listing(&folded) {
            let dated = date::find(text).is_some();
            let goes_on = wide || date::find(view.text()).is_some();
            let ends_sentence = end(text) == End::Comma || is_way(&view.folded, view.words);
            return starts_lower(view.text())
                || (goes_on
                    && (!dated || ends_sentence)
                    && !view.text().starts_with('(')
                    && !is_numbered_title(view.text()));
        }
        if is_listing(&folded) && !is_listing(&view.folded) && !view.words.is_adoption(&view.folded) {
            return wide || end(text) == End::Comma;
        }
        if is_formal(&folded, view.words)
            || is_formal(&view.folded, view.words)
            || words::script(text) != words::script(view.text())
        {
            return starts_lower(view.text()) && words::script(text) == words::script(view.text());
        }
        wide || starts_lower(view.text()) || is_numbered_title(text) && text.len() < 12
    }

    /// Whether the end of a page stands in the middle of a line of a heading that was broken to fit.
    fn goes_over_page(&self, view: &View<'_>) -> bool {
        let Some(open) = self.open.as_ref().map(|open| open.text.text()) else { return false };
        let folded = fold(open.get(..open.len().min(600)).unwrap_or(open));
        let formula = || {
            let begins = view.words.formula.iter().any(|start| folded.starts_with(start));
            begins && view.words.is_formula(&format!("{folded} {}", view.folded))
        };
        let plain = || {
            // A sentence on the adoption may name the session, which a line of its own may be, too.
            if view.words.is_adoption(&folded) && date::find(open).is_none() {
                return !view.text().starts_with('(') && !is_numbered_title(view.text());
            }
            !is_formal(&folded, view.words) && !is_formal(&view.folded, view.words)
        };
        if self.region == Region::Tail && view.line.gap == Gap::Page {
            return self.breaks_off(view, open);
        }
        self.region == Region::Head
            && view.line.gap == Gap::Page
            && end(open) == End::Open
            && (formula() || (!self.deliberate(view) && plain()))
    }

    /// Whether a text behind the resolution that names delegations, a note or a list, goes on behind the end of a page.
    fn breaks_off(&self, view: &View<'_>, open: &str) -> bool {
        let near = (view.at + 1..self.lines.len()).take(15).take_while(|at| !self.borders[*at]);
        // A heading may follow that begins with the page.
        let headed = || near.clone().any(|at| words::formula(self.lines[at].text.text()).is_some());
        view.lead == Lead::None
            && matches!(end(open), End::Open | End::Comma)
            && words::script(open) == words::script(view.text())
            && !is_formal(&view.folded, view.words)
            && !view.words.is_annex(&view.folded)
            && speaker::names_one(open)
            && ((!view.words.is_caseless() && starts_lower(view.text())) || !headed())
    }

    /// Whether a line and the one before it are a name each: a vote's list with a name a line.
    fn names_end(&self, view: &View<'_>) -> bool {
        let before =
            view.at.checked_sub(1).and_then(|at| self.lines.get(at)).map_or("", |line| line.text.text());
        let label = before.rsplit([':', '：']).next().unwrap_or_default().trim();
        let name = |text: &str| {
            text.len() < 100 && names::find(text.trim_matches(['[', ']', '.', ' '])) != names::Found::None
        };
        (label.is_empty() && is_listing(&fold(before)) || name(label)) && name(view.text())
    }

    /// A line in the text of a resolution.
    fn inside(&mut self, view: &View<'_>) {
        let done = self.open.as_ref().is_none_or(|open| end(open.text.text()) != End::Open);
        if (done && (self.is_formula_here(view) || self.ends_body(view))) || is_tally(&view.folded) {
            self.finish();
            self.region = Region::Tail;
            return self.outside(view);
        }
        if done && (view.apart() || self.part_begins(view)) && part(view.text()).is_some() {
            self.finish();
            self.begin(
                &View { line: view.line, folded: String::new(), lead: Lead::None, rest: 0, ..*view },
                Role::Text,
            );
            self.finish();
            (self.region, self.last) = (Region::Preamble, 0);
            return;
        }
        if self.begins(view, done) {
            if self.is_over(view) {
                self.finish();
                self.region = Region::Tail;
                return self.outside(view);
            }
            if view.lead == Lead::None {
                self.count(view);
            }
            self.finish();
            self.begin(view, Role::Text);
        } else {
            self.append(view);
        }
    }

    /// Whether what follows a heading that no blank line sets apart begins a part.
    fn part_begins(&self, view: &View<'_>) -> bool {
        let next = self.lines.get(view.at + 1).map_or("", |line| line.text.text());
        view.line.width < 100 && (lead(next).0.is_one() || view.words.opens_preambular(&fold(next)))
    }

    fn is_formula_here(&self, view: &View<'_>) -> bool {
        let next = self.lines.get(view.at + 1).filter(|next| next.gap == Gap::Line);
        words::formula(view.text()).is_some()
            || (view.apart()
                && view.words.formula.iter().any(|start| view.folded.starts_with(start))
                && view.folded.len() < 200
                && next.is_some_and(|next| {
                    next.width < 150
                        && view.words.is_formula(&format!("{} {}", view.folded, fold(next.text.text())))
                }))
    }

    /// Whether a line can only stand behind the text.
    fn ends_body(&self, view: &View<'_>) -> bool {
        let folded = &view.folded;
        // Lines on a meeting and its day stand behind a full stop; a year may stand alone in the last line of a
        // paragraph.
        let over = self.open.as_ref().is_none_or(|open| end(open.text.text()) == End::Stop);
        // Without a blank line before it such a line is short, as what it follows is.
        let alone = || view.line.width < 80 && self.region == Region::Operative && self.deliberate(view);
        let signed = over && end(view.text()) == End::Open && (view.apart() || alone());
        let set_off = view.apart()
            || (over
                && self.region == Region::Operative
                && (self.deliberate(view)
                    || date::find(view.text()).is_some()
                    || begins_capital(view) && tells_way(view)));
        let bracketed =
            folded.starts_with('[') || matches!(self.region, Region::Operative | Region::Note) && set_off;
        view.lead == Lead::None
            && (view.words.is_annex(folded)
                || (signed && view.words.is_meeting(folded) && !starts_lower(view.text()))
                || (signed && date::is_all(view.text()))
                || (bracketed && view.words.is_adoption(folded) && !view.words.opens_preambular(folded))
                || (over
                    && self.region == Region::Operative
                    && (leads_note(view) || view.text().starts_with('|')))
                || is_listing(folded))
    }

    /// Whether the text ended before this line, which begins a block of its own.
    fn is_over(&self, view: &View<'_>) -> bool {
        let Some(open) = &self.open else { return false };
        let last = self.region == Region::Operative && end(open.text.text()) == End::Stop;
        last && view.lead == Lead::None && view.apart() && !view.words.opens_operative(&view.folded)
    }

    fn begins(&mut self, view: &View<'_>, done: bool) -> bool {
        let Some(open) = &self.open else {
            self.count(view);
            return true;
        };
        let ending = end(open.text.text());
        if open.text.text().is_empty() && view.lead == Lead::None {
            // The number stands on a line of its own.
            return false;
        }
        match &view.lead {
            Lead::Number { .. } => return self.begins_number(view, done, ending),
            Lead::Bracketed(mark) => {
                let begins = begins_letter(open, mark, ending, view);
                let first = mark == "1" && ending != End::Colon && self.region == Region::Preamble;
                if begins && first && view.words.may_open_operative(&fold(view.body())) {
                    self.region = Region::Operative;
                }
                return begins;
            }
            Lead::Bullet => return done || view.apart() || open.lead == Lead::Bullet,
            Lead::Mark(_) | Lead::None => {}
        }
        let capital = begins_capital(view);
        // Where operative paragraphs carry numbers, their verbs may begin any line of one.
        let unnumbered = !self.numbered.get(view.at).is_some_and(|numbered| *numbered) && self.last == 0;
        let operative = self.leads_in(view) || (unnumbered && view.words.opens_operative(&view.folded));
        let opener = match self.region {
            // In the middle of a sentence a word that only ends as openings do is one of the sentence: "Trafficking".
            Region::Preamble if !done => view.words.surely_opens_preambular(&view.folded) || operative,
            Region::Preamble => view.words.opens_preambular(&view.folded) || operative,
            _ => operative && capital,
        };
        let deliberate = self.deliberate(view);
        // Operative paragraphs do not end with a comma.
        let listed = self.region == Region::Operative && ending == End::Comma;
        match view.line.gap {
            Gap::Line => {
                // Most Arabic openings may stand in a sentence, and there is no capital to tell.
                let strong = !view.words.is_caseless() || operative || view.words.is_strong(&view.folded);
                (opener && capital && (deliberate || done && strong))
                    || (done && deliberate && capital && !listed)
            }
            Gap::Blank => done || (opener && capital),
            Gap::Page if !done => opener && capital,
            // The first words of paragraphs are known: others go on with the sentence before the page's end.
            Gap::Page if ending == End::Stop => true,
            Gap::Page => self.lost || (capital && (ending != End::Comma || opener)),
        }
    }

    /// Whether a line stands between the preamble and the numbered paragraphs: "RESOLVES:", "يقرر ما يلي:".
    fn leads_in(&self, view: &View<'_>) -> bool {
        let short = view.folded.len() < 80 && view.folded.split(' ').count() <= 5;
        short
            && self.region == Region::Preamble
            && view.words.opens_operative(&view.folded)
            && begins_capital(view)
            && self.lines.get(view.at + 1).is_some_and(|next| lead(next.text.text()).0.is_one())
    }

    fn begins_number(&mut self, view: &View<'_>, done: bool, ending: End) -> bool {
        let verb = view.words.opens_operative(&fold(view.body()));
        if self.region == Region::Preamble && (self.listed || ending == End::Colon) && !verb {
            // A numbered list inside a preambular paragraph.
            self.listed = true;
            return done || view.apart();
        }
        if self.fit(view, done) == Fit::Not {
            return false;
        }
        self.count(view);
        true
    }

    fn fit(&self, view: &View<'_>, done: bool) -> Fit {
        let Lead::Number { whole, suffix } = &view.lead else { return Fit::Not };
        let body = view.body();
        let verb = view.words.opens_operative(&fold(body))
            || (view.words.tag == "ar" && view.words.may_open_operative(&fold(body)));
        let begins = verb || body.is_empty() || !starts_lower(body);
        fit(self.last, *whole, suffix, Place { done, apart: view.apart(), begins, verb })
    }

    /// Counts the number of a line that begins a paragraph.
    fn count(&mut self, view: &View<'_>) {
        // Some bodies number the paragraphs of the preamble, too.
        if self.region == Region::Preamble && view.words.surely_opens_preambular(&fold(view.body())) {
            return;
        }
        if let Lead::Number { whole, .. } = view.lead {
            self.last = if self.fit(view, true) == Fit::Restart { whole } else { self.last.max(whole) };
            self.region = Region::Operative;
        } else if self.region == Region::Preamble
            && view.words.opens_operative(&view.folded)
            && !starts_lower(view.text())
            && (!self.numbered.get(view.at).is_some_and(|numbered| *numbered) || self.leads_in(view))
        {
            self.region = Region::Operative;
        }
    }

    /// Whether the line before ended where it need not have: the first word of this one would have had room.
    fn deliberate(&self, view: &View<'_>) -> bool {
        let Some(before) = view.at.checked_sub(1).and_then(|at| self.lines.get(at)) else { return true };
        // No page is as wide: paragraphs are lines here.
        if before.width > WIDEST {
            return true;
        }
        let first = view.text().split(' ').next().unwrap_or_default().chars().count();
        let width = self.widths.get(view.at).copied().unwrap_or(0);
        (before.width + 1 + first) * 100 <= width * 75
    }

    fn begin(&mut self, view: &View<'_>, role: Role) {
        let lead = view.lead.clone();
        let text = view.line.text.slice(view.rest..view.text().len());
        let (place, apart) = (view.line.text.place(0), view.apart());
        let border = std::mem::take(&mut self.borders[view.at]);
        self.open = Some(Block { role, lead, text, place, apart, border, ..Block::default() });
    }

    fn append(&mut self, view: &View<'_>) {
        // A number that is no lead belongs to the text.
        let Some(open) = &mut self.open else { return };
        let next = &view.line.text;
        let before = view.at.checked_sub(1).and_then(|at| self.lines.get(at));
        let ends = |sign: &[char]| open.text.text().ends_with(sign);
        let divides = before.is_some_and(|line| divided(line).is_some()) && ends(&['-', '‐']);
        if before.is_some_and(|line| line.soft) && !divides {
            // The soft hyphen itself is gone already.
        } else if divides {
            if before.is_some_and(|line| !self.known.keeps(line, next.text())) {
                let length = open.text.text().trim_end_matches(['-', '‐']).len();
                open.text.truncate(length);
            }
        } else if !ends(&['(', '[', '«', '“']) && !unspaced(open.text.text(), next.text()) {
            open.text.push(' ', next.place(0).saturating_sub(1));
        }
        open.text.append(next);
    }

    fn finish(&mut self) {
        self.blocks.extend(self.open.take());
    }
}

/// Whether a line says how a text was adopted: by consensus, by a vote that it counts.
fn tells_way(view: &View<'_>) -> bool {
    way(view.words, &view.folded).is_some() || counts_vote(view.words, &view.folded)
}

/// Whether a line is the first of a note without a mark: "The following delegations expressed reservations:", "Chad
/// expressed …".
fn leads_note(view: &View<'_>) -> bool {
    let delegations = words::contains(&view.folded, &["delegation", "member", "وفد", "وفود", "دول"]);
    begins_capital(view)
        && view.words.is_about_positions(&view.folded)
        && (speaker::names_one(view.text()) || delegations && end(view.text()) == End::Colon)
}

/// Whether a line begins as a paragraph may: not with a small letter, and not with a figure, which is a year or a
/// number in a sentence where it is no number of a paragraph.
fn begins_capital(view: &View<'_>) -> bool {
    let text = view.text();
    let figure = text.chars().next().is_some_and(|c| digit(c).is_some());
    !figure && (view.words.is_caseless() || !starts_lower(text))
}

fn begins_letter(open: &Block, mark: &str, ending: End, view: &View<'_>) -> bool {
    let follows = matches!(&open.lead, Lead::Bracketed(last) if follows(last, mark));
    match ending {
        End::Open => view.apart() && (follows || is_first(mark)) || follows && !starts_lower(view.body()),
        End::Colon => true,
        _ => view.apart() || follows || matches!(open.lead, Lead::Bracketed(_)) || is_first(mark),
    }
}

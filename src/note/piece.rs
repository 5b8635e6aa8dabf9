//! The constituents of a clause: who, what kind, on what, and the words that join them.

use super::mark::{Marked, Name, What};
use super::members::objections;
use super::object::{Aim, Aims};
use super::rules::{LONGEST_RUN, Rules};
use super::sign::Sign;
use super::token::Gap;
use super::{Doubt, Mention, UNNAMED_DELEGATION};
use crate::fold::fold;
use crate::model::{Label, PositionKind};

/// The weight of a delegation's own statement: more than that of a view, less than that of a position.
pub(super) const STATES: u8 = 4;

/// Behind "it" at the beginning of a sentence: nobody is meant.
pub(super) const IMPERSONAL: &[&str] = &["was", "is", "were", "are", "would", "will"];

/// What is put in between commas has no more terminals than that.
pub(super) const LONGEST_ASIDE: usize = 60;

/// Delegations that stand together.
#[derive(Clone, Debug, Default)]
pub(super) struct Group {
    pub mentions: Vec<Mention>,
    /// For whom else they speak.
    pub on_behalf_of: Vec<Mention>,
    /// How many members are in doubt.
    pub strangers: usize,
}

/// A constituent.
#[derive(Clone, Debug)]
pub(super) enum Part {
    Who(Group),
    /// Of a kind, with its weight against others in one clause.
    Kind(PositionKind, u8),
    /// An objection to a delegation's position, and whether that is called a reservation, or the like.
    Objection(Option<Mention>, bool),
    /// "together with": more of those who are said to have done it.
    With(Group),
    /// Whose position another position is about.
    Regards(Mention),
    Stance,
    AnotherPosition,
    Objects,
    On(Aims),
    /// A word that leads to an object, and something else stands there.
    OnNothing,
    By,
    And,
    But,
    Comma,
    Colon,
    Flag(Sign),
    /// Of the delegations named before, some: "the former", "the first two".
    Pick(Picked),
    /// "…, which it later withdrew", "…, which Togo withdrew": who did, where that is said.
    TailWithdraw(Vec<Mention>),
    /// Words put in between that name paragraphs, which "it" may go back to.
    Aside(Vec<Aim>),
    /// "…, on which Kenya also expressed a reservation"
    Relative,
    /// The name of a person.
    Person,
    /// What follows explains and says nothing of positions.
    Tail,
    /// Words in no list.
    Other,
}

/// Which of the delegations named before are meant.
#[derive(Clone, Copy, Debug)]
pub(super) enum Picked {
    /// Of two, the one.
    OfTwo(usize),
    /// So many from a place on.
    From(usize, usize),
    /// So many up to the last.
    Last(usize),
}

/// A constituent with its place among the terminals.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub part: Part,
    pub from: usize,
    pub to: usize,
}

/// Cuts the terminals of a sentence into constituents.
pub(super) struct Cutter<'a> {
    pub rules: Rules<'a>,
    pub marked: &'a Marked,
    pub doubts: Vec<Doubt>,
    /// The constituent before is a view or a wish.
    pub weak: bool,
    /// The constituent before is a reservation.
    pub reserves: bool,
}

impl Cutter<'_> {
    /// The constituents of the terminals from `from` to `to`.
    pub(super) fn pieces(&mut self, from: usize, to: usize) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = Vec::new();
        let mut at = from;
        while at < to {
            self.weak = matches!(pieces.last(), Some(Piece { part: Part::Kind(_, ..=3), .. }));
            self.reserves =
                matches!(pieces.last(), Some(Piece { part: Part::Kind(PositionKind::Reservation, _), .. }));
            let (part, next) = self.piece(at, to, &pieces);
            let next = next.clamp(at + 1, to.max(at + 1));
            match part {
                Some(Part::Flag(Sign::Behalf)) => {
                    let (group, end) = self.behalf(next, to);
                    self.speaks_for(&mut pieces, group, at, end);
                    at = end;
                    continue;
                }
                Some(part) => pieces.push(Piece { part, from: at, to: next }),
                None => {}
            }
            at = next;
        }
        objections(&pieces)
    }

    fn piece(&mut self, at: usize, to: usize, pieces: &[Piece]) -> (Option<Part>, usize) {
        let before = pieces.last().map(|piece| &piece.part);
        let rules = &self.rules;
        if let Some(end) = rules.occasion(at).filter(|end| *end <= to) {
            // "at the previous session": what was done there was not done on this text.
            let earlier = (at..end).any(|at| rules.is(at, Sign::Former));
            return (earlier.then_some(Part::Flag(Sign::Unreal)), end);
        }
        if let Some(comma) = self.apposition(at, to, pieces) {
            return (None, comma + 1);
        }
        if let Some(end) = self.manner(at, to, pieces) {
            return (None, end);
        }
        if pieces.is_empty() && self.text_tells(at) {
            return (Some(Part::Tail), to);
        }
        match rules.what(at) {
            Some(What::Name(_)) => self.who(at, to),
            // A semicolon that parts no sentences stands in brackets.
            Some(What::Mark(',' | ';')) => (Some(Part::Comma), at + 1),
            Some(What::Mark(':')) => (Some(Part::Colon), at + 1),
            Some(What::Mark('(')) if rules.is(at + 1, Sign::See) => {
                let closed = (at..to).find(|end| rules.is_mark(*end, ')'));
                (None, closed.map_or(at + 1, |end| end + 1))
            }
            Some(What::Mark(open @ ('(' | '-'))) if self.put_in(at, to, open).is_some() => {
                (None, self.put_in(at, to, open).unwrap_or(at + 1))
            }
            Some(What::Mark('(' | '-' | '[')) => match rules.object(at + 1).filter(|(_, end)| *end <= to) {
                Some((aims, end)) => (Some(Part::On(aims)), end),
                None => (None, at + 1),
            },
            Some(What::Mark('/')) if rules.items.get(at + 1).is_some_and(|item| item.gap != Gap::Glued) => {
                (Some(Part::Comma), at + 1)
            }
            Some(What::Mark('|' | ')' | ']' | '"' | '”' | '“' | '\'' | '’' | '.' | '…')) => {
                (None, at + 1)
            }
            // "Second: paragraph 7: Qatar"
            Some(What::Sign(Sign::Ordinal(_)))
                if pieces.is_empty() && rules.is_mark(at + 1, ':') && rules.object(at + 2).is_some() =>
            {
                (None, at + 2)
            }
            Some(What::Sign(sign)) => {
                let (joining, referring) =
                    (self.joining(sign, at, to, pieces), self.referring(sign, at, before));
                joining
                    .or(referring)
                    .or_else(|| self.aside_word(sign, at, to))
                    .unwrap_or_else(|| self.sign(at, to, sign))
            }
            // "Mexico and 14 other delegations", "some 20 delegations"
            Some(What::Number) if rules.is(at + 1, Sign::Others) => self.others(at + 1),
            Some(What::Number) if rules.is(at + 1, Sign::Delegation) && pieces.is_empty() => (None, at + 1),
            // "Kuwait's reservation: “We cannot agree …”" are its words, and no phrase of the text.
            Some(What::Quote) if matches!(before, Some(Part::Colon)) => {
                let phrase = rules.object(at).filter(|(aims, end)| {
                    *end <= to && aims.list.iter().all(|aim| matches!(aim, Aim::Paragraphs { .. }))
                });
                phrase.map_or((Some(Part::Other), at + 1), |(aims, end)| (Some(Part::On(aims)), end))
            }
            Some(What::Quote | What::Number) => self.object_or(at, to, Some(Part::Other)),
            Some(What::Unknown) if self.describes_kind(at) => (None, at + 1),
            // "Gabon joined Togo in expressing a reservation"
            Some(What::Unknown) if self.joins(at, "joined") => self.with(at, to),
            Some(What::Unknown) => match self.begins(at, to).filter(|_| is_fresh(pieces)) {
                Some(comma) => self.skipped(at, comma),
                None => (Some(Part::Other), self.unknown_run(at, to)),
            },
            Some(What::Symbol) => (None, at + 1),
            Some(What::Mark(_)) => (Some(Part::Other), at + 1),
            Some(What::Stop) | None => (None, at + 1),
        }
    }

    /// "and India on 21": a number alone, which is what the paragraphs before it are.
    pub(super) fn ellipsis(&self, at: usize, to: usize, pieces: &[Piece]) -> Option<(Aims, usize)> {
        let number = self.rules.past(at + 1, &[Sign::Article]);
        let ordinal = matches!(self.rules.what(number), Some(What::Sign(Sign::Ordinal(_))));
        if !(self.rules.what(number) == Some(What::Number) || ordinal)
            || self.rules.numbered(at + 1).is_some()
        {
            return None;
        }
        let [rest @ .., Piece { part: Part::Who(_) | Part::Kind(..), .. }] = pieces else { return None };
        let before = rest.iter().rev().take(LONGEST_RUN).find_map(|piece| match &piece.part {
            Part::On(aims) => Some(aims),
            _ => None,
        })?;
        let [Aim::Paragraphs { labels, phrase: None, open: false }] = before.list.as_slice() else {
            return None;
        };
        let one_unit = labels.iter().all(|label| Some(label.unit()) == labels.first().map(Label::unit));
        let found = self.rules.bare_numbers(before, at + 1);
        let found = found.or_else(|| self.rules.bare_ordinals(before, at + 1));
        let (found, end) = found.filter(|_| one_unit && before.doubt.is_none())?;
        let ends = matches!(
            self.rules.what(end),
            None | Some(What::Stop | What::Mark(',' | ';' | ')') | What::Sign(Sign::And | Sign::Filler))
        );
        let list = vec![Aim::Paragraphs { labels: found.labels, phrase: None, open: false }];
        (ends && end <= to).then_some((Aims { list, doubt: None }, end))
    }

    /// Whether "to" that is written together with a delegation says whose a position is: "للعراق تحفظ على".
    pub(super) fn owns(&self, at: usize, pieces: &[Piece]) -> bool {
        let particle = self.rules.items.get(at).is_some_and(|item| item.text.is_empty());
        let name = self.rules.past(at + 1, &[Sign::Delegation]);
        let before = pieces.last().map(|piece| &piece.part);
        if particle && matches!(before, Some(Part::Flag(Sign::Delegation))) {
            // "العضوان الحكوميان لسنغافورة"
            return matches!(self.rules.what(name), Some(What::Name(_)));
        }
        let fresh = matches!(before, None | Some(Part::And | Part::Comma | Part::But));
        let members = |at: &usize| {
            matches!(
                self.rules.what(*at),
                Some(What::Name(_) | What::Mark(',') | What::Sign(Sign::And | Sign::To | Sign::Delegation))
            )
        };
        let after = (name..name + LONGEST_RUN).find(|at| !members(at));
        let kind = |at: usize| match self.rules.what(at) {
            Some(What::Sign(Sign::Kind(kind))) => weight(kind) >= 5,
            Some(What::Sign(sign)) => sign == Sign::Objects,
            _ => false,
        };
        !self.rules.grammar.capitals
            && particle
            && fresh
            && matches!(self.rules.what(name), Some(What::Name(_)))
            && after.is_some_and(kind)
    }

    /// "reservations, one on paragraph 3 and the other on paragraph 4": of several delegations, which?
    pub(super) fn one_of(&self, at: usize, pieces: &[Piece]) -> Option<Part> {
        let leads = self.rules.is_any(at + 1, &[Sign::On, Sign::From, Sign::To]);
        let listed =
            matches!(pieces.last().map(|piece| &piece.part), Some(Part::Comma | Part::And | Part::Colon));
        let whose = last(pieces).find_map(|piece| match &piece.part {
            Part::Who(group) => Some(group.mentions.len() + group.strangers),
            _ => None,
        });
        (leads && listed && whose.is_some_and(|count| count > 1)).then_some(Part::Other)
    }

    /// "paragraph 6, particularly sub-paragraph (b)": a part of what was named, which names nothing new.
    pub(super) fn within(&self, at: usize, pieces: &[Piece]) -> Option<usize> {
        let before = last(pieces).find(|piece| !matches!(piece.part, Part::Comma))?;
        let Part::On(Aims { list, doubt: None }) = &before.part else { return None };
        let whole = |aim: &Aim| match aim {
            Aim::Paragraphs { labels, .. } => labels.iter().all(|label| label.path().is_empty()),
            _ => false,
        };
        let word = self.rules.past(at + 1, &[Sign::Article, Sign::On, Sign::In, Sign::To]);
        let named = self.rules.is(word, Sign::SubParagraph) && list.iter().all(whole);
        let (_, end) = self.rules.worded_paths(word + 1).filter(|_| named)?;
        (!self.rules.is_any(end, &[Sign::Of, Sign::In])).then(|| self.rules.past(end, &[Sign::OfIt]))
    }

    /// The comma behind "not B" in "it was A, and not B, that expressed reservations".
    pub(super) fn instead_of(&self, at: usize, to: usize, pieces: &[Piece]) -> Option<usize> {
        let joins = |piece: &&Piece| matches!(piece.part, Part::And | Part::Comma);
        let before = pieces.iter().rev().take(3).find(|piece| !joins(piece))?;
        let comma = pieces.iter().rev().take(2).any(|piece| matches!(piece.part, Part::Comma));
        let name = self.rules.past(at + 1, &[Sign::Article, Sign::Delegation]);
        let other = matches!(self.rules.what(name), Some(What::Name(_)));
        if !comma || !other || !matches!(before.part, Part::Who(_)) {
            return None;
        }
        let that = [Sign::That, Sign::Which, Sign::Filler, Sign::It];
        let kind = |at: usize| matches!(self.rules.what(at), Some(What::Sign(Sign::Kind(_) | Sign::Objects)));
        let closes = |at: usize| self.rules.is_any(at, &that) || kind(at);
        self.next_comma(at, to).filter(|comma| closes(comma + 1))
    }

    /// Words that stand for delegations or paragraphs named before.
    fn referring(&self, sign: Sign, at: usize, before: Option<&Part>) -> Option<(Option<Part>, usize)> {
        // "وأبدى الأخير تحفظا": a paragraph would be of the other gender.
        let said = |text: &str| self.rules.items.get(at).is_some_and(|item| item.text == text);
        let behind_verb = at.checked_sub(1).is_some_and(|verb| {
            matches!(self.rules.what(verb), Some(What::Sign(Sign::Filler | Sign::Kind(_) | Sign::Objects)))
        });
        if !self.rules.grammar.capitals && behind_verb && said("الاخير") {
            return Some((Some(Part::Pick(Picked::OfTwo(1))), at + 1));
        }
        if let Some(which) = self.masculine(sign, at).filter(|_| behind_verb) {
            return Some((Some(Part::Pick(Picked::OfTwo(which))), at + 1));
        }
        let picked = match sign {
            Sign::OnIt => {
                // "thereon" may go back to the sentence before.
                let said = if self.rules.grammar.capitals { Aim::Same } else { Aim::It };
                let part =
                    matches!(before, Some(Part::Kind(..) | Part::Objects | Part::Stance | Part::Who(_)))
                        .then(|| Part::On(Aims::one(said)));
                return Some((part, at + 1));
            }
            Sign::Ordinal(number) => Picked::From(number as usize - 1, 1),
            Sign::Firsts(many) => Picked::From(0, many as usize),
            Sign::Lasts(many) => Picked::Last(many as usize),
            _ => return None,
        };
        // "فنأت الأولى بنفسها عن"
        let subject = !self.rules.grammar.capitals
            && behind_verb
            && matches!(before, Some(Part::Kind(..)))
            && self.rules.is(at + 1, Sign::Filler);
        (subject || self.picks(at, before)).then_some((Some(Part::Pick(picked)), at + 1))
    }

    /// "فعارض الأول الفقرة 3": an ordinal that is of no paragraph, as its form and its place tell.
    fn masculine(&self, sign: Sign, at: usize) -> Option<usize> {
        let Sign::Ordinal(number @ (1 | 2)) = sign else { return None };
        let object = matches!(
            self.rules.what(at + 1),
            Some(What::Sign(Sign::On | Sign::From | Sign::To | Sign::Unit(_)))
        );
        (object && self.rules.is_word(at, &["الاول", "الثاني"])).then_some(number as usize - 1)
    }

    /// Persons, rules and reasons, which say nothing of positions, and delegations that are not named.
    fn aside_word(&mut self, sign: Sign, at: usize, to: usize) -> Option<(Option<Part>, usize)> {
        match sign {
            Sign::For => {
                // "its preference for …" has an object, and anything else a reason.
                let otherwise = if self.weak { Part::OnNothing } else { Part::Tail };
                Some(self.object_after(at, to, otherwise))
            }
            Sign::Honorific => Some((Some(Part::Person), self.rules.person(at + 1).min(to))),
            Sign::Others => Some(self.others(at)),
            Sign::Under => {
                Some(match self.rules.agenda(at).or_else(|| self.rules.basis(at)).filter(|end| *end <= to) {
                    Some(end) => (None, end),
                    None => self.sign(at, to, Sign::In),
                })
            }
            _ => None,
        }
    }

    /// Words up to a comma that are passed over, which may name paragraphs.
    pub(super) fn skipped(&self, at: usize, comma: usize) -> (Option<Part>, usize) {
        let names = (at..comma).any(|at| matches!(self.rules.what(at), Some(What::Sign(Sign::Unit(_)))));
        let aims =
            (at..comma).find_map(|at| self.rules.numbered(at)).filter(|(found, _)| found.doubt.is_none());
        let aims = aims.map(|(found, _)| Aim::Paragraphs { labels: found.labels, phrase: None, open: false });
        (names.then_some(Part::Aside(aims.into_iter().collect())), comma + 1)
    }

    /// Whether a word at the end says that what was said is said of one more.
    pub(super) fn is_too(&self, at: usize) -> bool {
        const WORDS: &[&str] = &["likewise", "too", "similarly", "كذلك", "ايضا"];
        self.rules.items.get(at).is_some_and(|item| WORDS.contains(&item.text.as_str()))
    }

    /// Whether a delegation stands behind a word, and what it did together with another behind that.
    pub(super) fn joins(&self, at: usize, word: &str) -> bool {
        let said = word.is_empty() || self.rules.items.get(at).is_some_and(|item| item.text == word);
        let name = self.rules.past(at + 1, &[Sign::Article, Sign::Delegation, Sign::Of]);
        said && matches!(self.rules.what(name), Some(What::Name(_)))
            && self.rules.is(name + 1, Sign::In)
            && matches!(
                self.rules.what(name + 2),
                Some(What::Sign(Sign::Filler | Sign::Kind(_) | Sign::Objects))
            )
    }

    /// Whether "also" right behind an object adds a delegation to those before.
    pub(super) fn adds_delegation(&self, at: usize, pieces: &[Piece]) -> bool {
        let also = self.rules.items.get(at).is_some_and(|item| item.text.ends_with("كذلك"));
        let after = self.rules.past(at + 1, &[Sign::Delegation, Sign::To]);
        let before = last_said(pieces);
        also && matches!(self.rules.what(after), Some(What::Name(_))) && matches!(before, Some(Part::On(_)))
    }

    /// The place after what is missing, where that is what a delegation regrets.
    pub(super) fn lacking(&self, at: usize, pieces: &[Piece]) -> usize {
        let regrets = pieces.iter().rev().take(LONGEST_RUN).find_map(|piece| match piece.part {
            Part::Kind(_, weight) => Some(weight),
            _ => None,
        });
        if regrets != Some(3) {
            return at;
        }
        let mut end = self.rules.past(at, &[Sign::Article, Sign::Intro, Sign::To]);
        while self.rules.what(end) == Some(What::Quote) {
            end = self.rules.separator(end + 1).unwrap_or(end + 1);
        }
        end
    }

    /// Whether "the first" and "the second" stand for delegations here: an object follows.
    fn picks(&self, at: usize, before: Option<&Part>) -> bool {
        let leads = self.rules.is_any(at + 1, &[Sign::On, Sign::From, Sign::To]);
        let after = self.rules.past(at + 1, &[Sign::On, Sign::From, Sign::To]);
        leads && matches!(before, Some(Part::Comma | Part::And)) && self.rules.object(after).is_some()
    }

    /// Delegations that are not named: members of a list, and a doubt.
    fn others(&mut self, at: usize) -> (Option<Part>, usize) {
        let end = self.rules.past(at + 1, &[Sign::Delegation]);
        self.doubts.push(Doubt {
            code: &UNNAMED_DELEGATION,
            span: self.rules.span(at, end),
            message: format!("\"{}\" does not say which delegations they were", self.rules.words(at, end)),
            help: "see who it was in the record of the meeting".into(),
        });
        (Some(Part::Who(Group { strangers: 1, ..Group::default() })), end)
    }

    pub(super) fn sign(&mut self, at: usize, to: usize, sign: Sign) -> (Option<Part>, usize) {
        use Sign::{
            AnotherPosition, Article, AsWhole, Because, Bits, By, Condition, Contents, Filler, For, Foreign,
            Former, From, In, Intro, It, Kind, Numbered, Objects, Of, On, OnRecord, Operative, Ordinal,
            Other, Own, Portion, Preambular, Same, Say, Some as Certain, Stance, SubParagraph, Suffix, To,
            Unit, Which, Whole,
        };
        let part = match sign {
            Kind(kind) => Part::Kind(kind, weight(kind)),
            OnRecord => Part::Kind(PositionKind::Unclassified, 2),
            Say => Part::Kind(PositionKind::Explanation, 1),
            Sign::States => Part::Kind(PositionKind::Explanation, STATES),
            Objects => Part::Objects,
            Stance => Part::Stance,
            AnotherPosition => Part::AnotherPosition,
            By => Part::By,
            From if !self.comes_from(at + 1) => return self.object_after(at, to, Part::OnNothing),
            Of | From => return self.object_after(at, to, Part::By),
            Sign::First => Part::Pick(Picked::OfTwo(0)),
            Sign::Second if self.rules.words(at, at + 1).contains("last") => Part::Pick(Picked::Last(1)),
            Sign::Second => Part::Pick(Picked::OfTwo(1)),
            On | To | In => return self.object_after(at, to, Part::OnNothing),
            Sign::And => Part::And,
            Sign::But => Part::But,
            It if self.opposes_it(at) => Part::On(Aims::one(Aim::It)),
            Because if self.takes_up_reason(at) => return (None, at + 1),
            Because | For => {
                let end = self.resumes(at, to).unwrap_or(to);
                let end = self.bracket(at, to).map_or(end, |close| close.min(end));
                self.swallows(at, end);
                return (Some(self.tail(at, end)), end);
            }
            // "subject to its reservation" is the reservation, and no condition of it.
            Condition if self.kind_behind(at + 1) => return (None, at + 1),
            Condition => {
                let end = self.clause_of_condition(at, to);
                return (Some(Part::Flag(sign)), end.unwrap_or_else(|| self.condition(at + 1, to)));
            }
            Sign::Honorific | Sign::Others | Sign::OfIt | Sign::Both => return (None, at + 1),
            Sign::At | Sign::Meeting | Sign::Month | Sign::Under | Sign::Except | Sign::Wherever => {
                Part::Other
            }
            Sign::Firsts(_) | Sign::Lasts(_) => return self.object_or(at, to, Some(Part::Other)),
            Filler | It | Sign::OnIt | Which | Suffix(_) => return (None, at + 1),
            Contents | Bits | Unit(_)
                if self.rules.is(at + 1, Sign::Following) && self.rules.object(at).is_none() =>
            {
                return (Some(Part::Flag(Sign::Following)), at + 2);
            }
            Sign::Following if self.rules.is_any(at + 1, &[Contents, Bits]) => {
                return (Some(Part::Flag(sign)), at + 2);
            }
            Other | Foreign | Former | Numbered | Sign::See => Part::Other,
            Article | Same | Whole | AsWhole | Certain => return self.object_or(at, to, None),
            Unit(_)
            | Preambular
            | Operative
            | Sign::Part
            | SubParagraph
            | Ordinal(_)
            | Own
            | Bits
            | Contents
            | Intro
            | Portion => return self.object_or(at, to, Some(Part::Other)),
            flag => Part::Flag(flag),
        };
        (Some(part), at + 1)
    }

    /// Who has the position that a sentence begins with: "its sole reservation".
    pub(super) fn of_speaker(&self, at: usize) -> Option<Sign> {
        let sign = match self.rules.items.get(at)?.text.as_str() {
            "its" => Sign::It,
            "their" => Sign::They,
            _ => return None,
        };
        let kind = self.rules.past(at + 1, &[Sign::Filler]);
        let position =
            matches!(self.rules.what(kind), Some(What::Sign(Sign::Kind(kind))) if weight(kind) >= 5);
        position.then_some(sign)
    }

    /// A name that one delegation has.
    pub(super) fn mention(&self, at: usize, index: usize) -> Option<Mention> {
        let Name { whose, text } = self.marked.names.get(index)?;
        let [delegation] = whose.as_slice() else { return None };
        let span = self.rules.span(at, at + 1);
        Some(Mention { delegation: delegation.clone(), name: text.clone(), span })
    }

    /// "For that reason it dissociated itself …": the reason was said before.
    fn takes_up_reason(&self, at: usize) -> bool {
        let words = self.rules.items.get(at).and_then(|item| self.rules.text.get(item.span.clone()));
        let said = words.map(fold).unwrap_or_default();
        let last = said.rsplit(' ').next().unwrap_or_default();
        let subject = self.rules.past(at + 1, &[Sign::Article, Sign::Delegation, Sign::Of]);
        self.rules.grammar.reasons.contains(&last)
            && matches!(
                self.rules.what(subject),
                Some(What::Name(_) | What::Sign(Sign::It | Sign::They | Sign::We))
            )
    }

    /// The text, or a paragraph of it, says something of a delegation: "The resolution recalls that Peru …".
    fn text_tells(&self, at: usize) -> bool {
        if self.rules.is(at, Sign::Say) {
            return !self.rules.grammar.capitals && self.rules.own(at + 1).is_some();
        }
        let Some((aims, end)) = self.rules.object(at) else { return false };
        let say = self.rules.is(end, Sign::Say) && self.rules.is(end + 1, Sign::That);
        say && aims.doubt.is_none()
            && matches!(aims.list.as_slice(), [Aim::Entire { .. } | Aim::Paragraphs { .. }])
    }

    /// "Russia opposed it"
    fn opposes_it(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.rules.what(before));
        self.rules.grammar.capitals
            && self.rules.items.get(at).is_some_and(|item| item.text == "it")
            && matches!(before, Some(What::Sign(Sign::Kind(PositionKind::Opposition))))
    }

    fn kind_behind(&self, at: usize) -> bool {
        let after = self.rules.past(at, &[Sign::Article, Sign::Filler, Sign::On]);
        self.rules.is_any(at, &[Sign::Article, Sign::On])
            && matches!(self.rules.what(after), Some(What::Sign(Sign::Kind(_))))
    }

    /// Whether who it comes from stands here, and not what one dissociates from.
    fn comes_from(&self, at: usize) -> bool {
        let at = self.rules.past(at, &[Sign::Article, Sign::Delegation, Sign::Filler]);
        matches!(self.rules.what(at), Some(What::Name(_) | What::Unknown | What::Sign(Sign::Others)))
    }

    fn object_or(&self, at: usize, to: usize, otherwise: Option<Part>) -> (Option<Part>, usize) {
        match self.rules.object(at).filter(|(_, end)| *end <= to) {
            Some((aims, end)) => (Some(Part::On(aims)), end),
            None => (otherwise, at + 1),
        }
    }

    fn object_after(&mut self, at: usize, to: usize, otherwise: Part) -> (Option<Part>, usize) {
        if self.rules.is(at + 1, Sign::It) {
            return (Some(Part::On(Aims::one(Aim::It))), at + 2);
        }
        let after = self.rules.past(at + 1, &[Sign::Filler, Sign::On, Sign::To]);
        if matches!(otherwise, Part::OnNothing)
            && let Some((aims, end)) = self.rules.topic(after).filter(|(_, end)| *end <= to)
        {
            return (Some(Part::On(aims)), end);
        }
        if let Some((aims, end)) = self.rules.object(after).filter(|(_, end)| *end <= to) {
            return (Some(Part::On(aims)), end);
        }
        if matches!(otherwise, Part::OnNothing)
            && let Some((aims, end)) = self.rules.loose_phrase(after).filter(|(_, end)| *end <= to)
        {
            return (Some(Part::On(aims)), end);
        }
        if self.reserves
            && let Some((aims, end)) = self.rules.vague_topic(after).filter(|(_, end)| *end <= to)
        {
            return (Some(Part::On(aims)), end);
        }
        if matches!(otherwise, Part::Tail) {
            return self.sign(at, to, Sign::Because);
        }
        (Some(otherwise), at + 1)
    }

    fn unknown_run(&self, mut at: usize, to: usize) -> usize {
        loop {
            at += 1;
            let joined = self.rules.past(at, &[Sign::Of, Sign::Article]);
            let gap = self.rules.items.get(joined).map(|item| item.gap);
            if joined >= to || self.rules.what(joined) != Some(What::Unknown) || gap >= Some(Gap::Line) {
                return at;
            }
            at = joined;
        }
    }
}

/// The last constituents, the last first.
pub(super) fn last(pieces: &[Piece]) -> impl Iterator<Item = &Piece> {
    pieces.iter().rev().take(LONGEST_RUN)
}

/// Whether a sentence has only begun.
pub(super) fn is_fresh(pieces: &[Piece]) -> bool {
    pieces.len() < 3 && pieces.iter().all(|piece| matches!(piece.part, Part::And))
}

/// Whether what follows a comma is put in behind a delegation, before anything is said of it.
pub(super) fn aside(pieces: &[Piece]) -> bool {
    let [rest @ .., Piece { part: Part::Who(_), .. }, Piece { part: Part::Comma, .. }] = pieces else {
        return false;
    };
    // "the delegation of Malta, whose"
    let rest = match rest {
        [before @ .., Piece { part: Part::Flag(Sign::Delegation), .. }, Piece { part: Part::By, .. }]
            if matches!(
                before.last().map(|piece| &piece.part),
                None | Some(Part::And | Part::But | Part::Comma)
            ) =>
        {
            before
        }
        _ => rest,
    };
    matches!(
        rest.last().map(|piece| &piece.part),
        None | Some(
            Part::And
                | Part::But
                | Part::Comma
                | Part::Colon
                | Part::Person
                | Part::Kind(_, 5..)
                | Part::Flag(Sign::Delegation | Sign::That)
        )
    )
}

/// How much a kind weighs against another one in the same clause: "in explanation of position it expressed a
/// reservation" is a reservation.
pub(super) fn weight(kind: PositionKind) -> u8 {
    match kind {
        PositionKind::Unclassified => 2,
        PositionKind::Explanation => 3,
        _ => 5,
    }
}

/// The last of some pieces that is more than a comma.
pub(super) fn last_said(pieces: &[Piece]) -> Option<&Part> {
    let last = pieces.iter().rev().take(LONGEST_RUN).map(|piece| &piece.part);
    last.into_iter().find(|part| !matches!(part, Part::Comma))
}

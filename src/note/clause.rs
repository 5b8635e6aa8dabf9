//! From constituents to clauses: which delegations, which kind and which objects belong together.

use super::mark::What;
use super::object::Aim;
use super::piece::{Group, Part, Picked, Piece, STATES};
use super::rules::Rules;
use super::sign::Sign;
use super::{Doubt, Mention};
use crate::model::PositionKind;

/// A clause as far as it stands in the text.
#[derive(Clone, Debug, Default)]
pub(super) struct Clause {
    /// The terminals it takes, from and to.
    pub from: usize,
    pub to: usize,
    pub who: Option<Group>,
    /// More of them, in groups of their own since some of them speak for others.
    pub also: Vec<Group>,
    /// Words, from and to, that stand where a delegation is wanted.
    pub strangers: Vec<(usize, usize)>,
    pub kind: Option<(PositionKind, u8)>,
    pub aims: Vec<Aim>,
    pub regarding: Option<Mention>,
    /// The objects stand before the delegations.
    pub object_first: bool,
    /// The delegations were taken from the clause before.
    pub inherits: bool,
    pub flags: Vec<Sign>,
    /// A colon ends it: it is the head of what follows.
    pub colon: bool,
    /// A colon stands between delegations and objects.
    pub pairs: bool,
    /// The kind was said before the delegations: "Reservations were expressed by".
    pub kind_first: bool,
    /// The kind was said last: "Kenya on paragraph 3 expressed reservations".
    pub kind_last: bool,
    /// Why it gives no statement.
    pub doubt: Option<Doubt>,
    /// Two kinds stand in it, and which of them it is, is not clear.
    pub torn: bool,
    /// Something in it is about paragraphs, though not understood.
    pub has_object: bool,
    /// Words of what was said were passed over: "expressed its preference for stronger language".
    pub skipped: bool,
    /// It tells at its end that the position was taken back: "…, which it later withdrew".
    pub undone: bool,
    /// No verb stands between the delegations and the kind: "and Malta its opposition".
    pub verbless: bool,
    /// The terminal that says the kind.
    pub kind_at: usize,
    /// Its delegations are "the former" or the like.
    pub picked: bool,
}

impl Clause {
    pub(super) fn has(&self, flag: Sign) -> bool {
        self.flags.contains(&flag)
    }

    /// Whether it names paragraphs, and nothing in it is in doubt but whether the position was taken.
    pub(super) fn names(&self) -> bool {
        let paragraphs = |aim: &Aim| matches!(aim, Aim::Paragraphs { .. });
        let clear = self.doubt.is_none() || self.has(Sign::Unreal);
        clear && !self.aims.is_empty() && self.aims.iter().all(paragraphs)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.who.is_none() && self.kind.is_none() && self.aims.is_empty() && !self.has_object
    }
}

/// Builds the clauses of one segment.
pub(super) struct Builder<'a> {
    pub(super) rules: &'a Rules<'a>,
    pub(super) pieces: &'a [Piece],
    pub(super) clauses: Vec<Clause>,
    pub(super) now: Clause,
    /// The constituent before was an object, or leads to another one.
    pub(super) in_objects: bool,
    /// "in particular" stands before what comes.
    pub(super) open: bool,
    /// Why nothing more of the segment is understood.
    pub(super) broken: Option<Doubt>,
    /// What a delegation said besides follows: "…, stating that paragraph 6 …".
    pub(super) muted: bool,
    /// Words put in between name paragraphs, which the position may be on.
    pub(super) aside: Option<Doubt>,
    /// Those paragraphs, which "it" may go back to.
    pub(super) topic: Vec<Aim>,
    /// The delegations that come are added to those before.
    pub(super) adds: bool,
    /// The delegations that "the former" and "the first two" are among.
    pub(super) listed: Vec<Mention>,
}

impl<'a> Builder<'a> {
    /// With the delegations that were listed last before the segment.
    pub(super) fn new(rules: &'a Rules<'a>, pieces: &'a [Piece], listed: Vec<Mention>) -> Self {
        Self {
            rules,
            pieces,
            clauses: Vec::new(),
            now: Clause::default(),
            in_objects: false,
            open: false,
            broken: None,
            muted: false,
            listed,
            aside: None,
            topic: Vec::new(),
            adds: false,
        }
    }

    /// The clauses, in order, and the delegations that were listed last.
    pub(super) fn clauses(mut self) -> (Vec<Clause>, Vec<Mention>) {
        for at in 0..self.pieces.len() {
            self.take(at);
        }
        self.close();
        (self.clauses, self.listed)
    }

    fn take(&mut self, at: usize) {
        let Some(piece) = self.pieces.get(at) else { return };
        let mut contiguous = false;
        if self.muted {
            self.muted_piece(piece);
            return;
        }
        match &piece.part {
            Part::Who(group) => self.who(at, group),
            Part::Kind(kind, weight) => self.kind(*kind, *weight, at),
            Part::Objects if self.now.has(Sign::ThatPosition) => self.kind(PositionKind::Objection, 6, at),
            Part::Objects => {
                self.kind(PositionKind::Opposition, 5, at);
                self.now.flags.push(Sign::Objects);
            }
            Part::Objection(regarding, called) => {
                self.kind(PositionKind::Objection, 6, at);
                // "the position of Türkiye" may be any of its positions.
                if !called {
                    self.now.flags.push(Sign::Stance);
                }
                self.now.regarding.clone_from(regarding);
            }
            Part::With(group) => self.with(at, group),
            Part::Regards(mention) => self.now.regarding = Some(mention.clone()),
            Part::On(aims) => {
                self.objects(&aims.list, aims.doubt.as_ref(), at);
                contiguous = true;
            }
            Part::And | Part::Comma | Part::By => contiguous = self.in_objects,
            Part::But => self.but(piece),
            Part::Aside(aims) => {
                self.aside = Some(self.rules.unclear(piece.from, piece.to));
                self.topic.clone_from(aims);
            }
            Part::Relative => {
                self.close();
                self.now.from = piece.from;
                (self.now.aims, self.now.has_object, self.now.object_first) = (vec![Aim::It], true, true);
                if self.rules.is(piece.to, Sign::It) {
                    // "…, on which it expressed a reservation"
                    let before = self.clauses.last();
                    self.now.who = before.and_then(|before| before.who.clone());
                    self.now.also = before.map(|before| before.also.clone()).unwrap_or_default();
                }
            }
            Part::TailWithdraw(whose) => self.taken_back(whose, piece),
            Part::OnNothing => self.leads_nowhere(at),
            Part::Colon => self.colon(piece),
            Part::Flag(flag) => {
                self.flag(*flag, at);
                contiguous = *flag == Sign::Particular && self.in_objects;
            }
            Part::Other => self.other(at),
            Part::Tail => {
                self.tail(piece);
                // "paragraph 4 (which went too far) and paragraph 7"
                contiguous = self.in_objects && self.rules.is_mark(piece.to, ')');
            }
            // "two reservations, the first on paragraph 3 and the second on paragraph 7"
            Part::Pick(_) if self.picks_position(at) => contiguous = self.in_objects,
            Part::Pick(which) => self.pick(at, *which),
            Part::Stance | Part::AnotherPosition | Part::Person => {}
        }
        self.in_objects = contiguous;
        if !self.now.is_empty() || !self.now.flags.is_empty() {
            self.now.to = piece.to;
        }
    }

    /// Whether "the first" is a position of one delegation, and not a delegation.
    fn picks_position(&self, at: usize) -> bool {
        let object = matches!(self.pieces.get(at + 1).map(|piece| &piece.part), Some(Part::On(_)));
        object && self.listed.len() == 1 && self.now.who.is_some()
    }

    pub(super) fn begin(&mut self, piece: &Piece) {
        if self.now.is_empty() && self.now.flags.is_empty() {
            self.now.from = piece.from;
        }
    }

    pub(super) fn close(&mut self) {
        let mut done = std::mem::take(&mut self.now);
        if self.open && !done.aims.is_empty() {
            // "paragraphs 3 and 5 in particular"
            open_all(&mut done.aims);
        }
        self.open = false;
        done.doubt = done.doubt.or_else(|| self.broken.clone());
        if let Some(doubt) = self.aside.take()
            && done.aims.is_empty()
            && done.kind.is_some_and(|(_, weight)| weight >= 5)
        {
            // "Iran, unable to accept paragraph 6, placed its reservation on record."
            done.doubt.get_or_insert(doubt);
        }
        let nothing =
            done.kind.is_none() && done.aims.is_empty() && !done.has_object && done.flags.is_empty();
        if done.inherits && nothing {
            // "… but joined the consensus": words that are not understood may take back what was said before them.
            if let Some(before) = self.clauses.last_mut() {
                before.doubt = before.doubt.take().or(done.doubt);
            }
            return;
        }
        if !done.is_empty() || done.doubt.is_some() || !done.flags.is_empty() {
            self.clauses.push(done);
        }
    }

    pub(super) fn doubt(&mut self, piece: &Piece) {
        self.now.doubt.get_or_insert_with(|| self.rules.not_understood(piece.from, piece.to));
    }

    /// "the former on paragraph 3 and the latter on paragraph 8"
    fn pick(&mut self, at: usize, picked: Picked) {
        let Some(piece) = self.pieces.get(at) else { return };
        self.begin(piece);
        let range = match picked {
            Picked::OfTwo(at) if self.listed.len() == 2 => at..at + 1,
            Picked::OfTwo(_) => usize::MAX..usize::MAX,
            Picked::From(at, many) => at..at + many,
            Picked::Last(many) => self.listed.len().wrapping_sub(many)..self.listed.len(),
        };
        let Some(mentions) = self.listed.get(range).map(<[Mention]>::to_vec) else {
            self.doubt(piece);
            self.broken.clone_from(&self.now.doubt);
            return;
        };
        // What was said of all is said of each now.
        let of_all = self.now.who.is_some() && self.now.aims.is_empty() && !self.now.has_object;
        let (kind, doubt) = (self.now.kind, self.now.doubt.clone());
        if of_all {
            self.now = Clause::default();
        } else {
            self.close();
        }
        let who = Group { mentions, ..Group::default() };
        self.now = Clause { from: piece.from, who: Some(who), picked: true, ..Clause::default() };
        if of_all {
            (self.now.kind, self.now.doubt) = (kind, doubt);
        }
    }

    /// "…, which it later withdrew", "…, which Togo later withdrew"
    fn taken_back(&mut self, whose: &[Mention], piece: &Piece) {
        let several =
            self.now.who.as_ref().is_some_and(|who| who.mentions.len() > 1) || !self.now.also.is_empty();
        let what = |at: usize| self.rules.what(at);
        let one = (piece.from..piece.to)
            .take_while(|at| !self.rules.is(*at, Sign::Withdraw))
            .any(|at| self.rules.is(at, Sign::It));
        if (piece.from..piece.to).any(|at| matches!(what(at), Some(What::Sign(Sign::Unit(_)))))
            || (several && one)
        {
            self.doubt(piece);
        } else if whose.is_empty() {
            self.now.flags.push(Sign::Withdraw);
            self.now.undone = true;
        } else {
            self.close();
            let who = Some(Group { mentions: whose.to_vec(), ..Group::default() });
            let flags = vec![Sign::Withdraw];
            self.now = Clause { from: piece.from, who, flags, ..Clause::default() };
        }
    }

    fn who(&mut self, at: usize, group: &Group) {
        let Some(piece) = self.pieces.get(at) else { return };
        self.begin(piece);
        // "Several delegations, including Cuba, …" leaves the list of delegations open, not that of paragraphs.
        self.open &= !self.now.aims.is_empty();
        // "opposition to Qatar", and in Arabic "the reservation of Cuba" without a word between
        let another = self.agent_of_another(at)
            || self.follows(at, |part| matches!(part, Part::OnNothing | Part::Kind(..) | Part::Stance));
        let listed = self.is_listed(at);
        let unsaid = self.now.aims.is_empty() && !self.now.has_object;
        if self.now.who.is_none() {
            self.now.who = Some(group.clone());
            self.listed.clone_from(&group.mentions);
        } else if unsaid && self.now.has(Sign::That) && self.in_content() && !self.is_same(group) {
            // "Nepal understood that Sri Lanka had a reservation"
            self.doubt(piece);
            self.broken.clone_from(&self.now.doubt);
        } else if std::mem::take(&mut self.adds) && unsaid {
            self.now.also.push(group.clone());
        } else if (unsaid && !listed && self.is_same(group)) || self.fills(group, unsaid) {
            // "The Mission of Qatar has the honour to inform the Secretariat that Qatar …"
        } else if another && !unsaid && self.in_content() && self.now.has(Sign::That) {
            // "its understanding that paragraph 3 did not apply to Greenland"
            self.now.skipped = true;
        } else if self.waits() || another {
            self.doubt(piece);
        } else if unsaid && self.follows(at, |part| matches!(part, Part::Flag(Sign::Not))) {
            // "تحفظت نيبال دون سري لانكا"
            self.doubt(piece);
        } else if unsaid && listed && (self.now.kind.is_none() || self.now.kind_first) {
            // A member in doubt stood between the two, or words about the one before.
            self.now.also.push(group.clone());
            self.listed.extend(group.mentions.iter().cloned());
        } else if !unsaid || self.now.kind.is_some() {
            self.another_who(at, group);
        } else {
            self.doubt(piece);
        }
    }

    /// "A, together with B, expressed reservations"; "A … on paragraph 3 and, together with B, on paragraph 9".
    fn with(&mut self, at: usize, group: &Group) {
        let Some(piece) = self.pieces.get(at) else { return };
        let unsaid = self.now.aims.is_empty() && !self.now.has_object;
        let comma = self.pieces.get(at + 1).is_some_and(|piece| matches!(piece.part, Part::Comma));
        let next = self.pieces.get(at + 1 + usize::from(comma)).map(|piece| &piece.part);
        if self.now.who.is_none() {
            self.who(at, group);
        } else if self.now.regarding.is_some() || self.waits() {
            self.doubt(piece);
        } else if unsaid {
            self.now.also.push(group.clone());
            self.listed.extend(group.mentions.iter().cloned());
        } else if matches!(next, Some(Part::On(_))) && self.now.kind.is_some() {
            self.go_on(piece.from);
            self.now.also.push(group.clone());
        } else {
            self.doubt(piece);
        }
    }

    /// Whether delegations stand as a member of a list.
    fn is_listed(&self, mut at: usize) -> bool {
        let from = self.pieces.get(at).map_or(0, |piece| piece.from);
        while self.follows(at, |part| matches!(part, Part::Flag(Sign::Delegation) | Part::Person)) {
            at -= 1;
        }
        let before = at.checked_sub(1).and_then(|before| self.pieces.get(before));
        let words = |from: usize, to: usize| (from..to).any(|at| self.rules.is(at, Sign::Filler));
        match before {
            // "Finland noted Chad's reservation"
            Some(Piece { part: Part::Who(_), to, .. }) => !words(*to, from),
            Some(Piece { part, .. }) => matches!(part, Part::And | Part::Comma | Part::By),
            None => false,
        }
    }

    fn is_same(&self, group: &Group) -> bool {
        let whose = |group: &Group| -> Vec<_> {
            group.mentions.iter().map(|mention| mention.delegation.clone()).collect()
        };
        group.strangers == 0 && self.now.who.as_ref().is_some_and(|before| whose(before) == whose(group))
    }

    /// Whether it is said for whom somebody speaks, and not yet who.
    fn waits(&self) -> bool {
        self.now.who.as_ref().is_some_and(|who| who.mentions.is_empty() && who.strangers == 0)
    }

    /// Takes the place that waits for delegations, if there is one.
    fn fills(&mut self, group: &Group, unsaid: bool) -> bool {
        let one = group.mentions.len() == 1 && group.on_behalf_of.is_empty();
        let waits = self.waits();
        let Some(before) = &mut self.now.who else { return false };
        let it = !self.rules.grammar.capitals && matches!(self.now.aims.as_slice(), [Aim::It]);
        if self.now.inherits && (unsaid || it) {
            // A verb that stands before its own delegations.
            *before = group.clone();
            self.now.also.clear();
            self.now.inherits = false;
            return true;
        }
        let last = self.now.also.last_mut().filter(|last| last.mentions.is_empty() && last.strangers == 0);
        let place = match last {
            // "Benin and, on behalf of the African Group, Senegal"
            Some(last) => last,
            // "Speaking on behalf of the African Group, Egypt …"
            None if waits => before,
            None => return false,
        };
        if one {
            place.mentions.clone_from(&group.mentions);
            place.strangers = group.strangers;
            self.listed.extend(group.mentions.iter().cloned());
        }
        one
    }

    /// A clause of its own, for other delegations.
    fn another_who(&mut self, at: usize, group: &Group) {
        let Some(piece) = self.pieces.get(at) else { return };
        // "…, together with Pakistan": what is not understood before a name is about the name as well.
        let suspect = self.follows(at, |part| matches!(part, Part::Other));
        let object_first = self.now.object_first;
        self.close();
        self.listed.clone_from(&group.mentions);
        self.now = Clause { from: piece.from, object_first, who: Some(group.clone()), ..Clause::default() };
        if suspect {
            self.doubt(piece);
        }
    }

    /// Inside what a delegation said besides, only another position would matter.
    fn muted_piece(&mut self, piece: &Piece) {
        let position =
            matches!(piece.part, Part::Kind(_, 5..) | Part::Objects | Part::Objection(..) | Part::Who(_));
        if position && self.broken.is_none() {
            self.close();
            self.doubt(piece);
            self.broken.clone_from(&self.now.doubt);
        }
    }

    pub(super) fn follows(&self, at: usize, is: impl Fn(&Part) -> bool) -> bool {
        at.checked_sub(1).and_then(|before| self.pieces.get(before)).is_some_and(|piece| is(&piece.part))
    }

    /// "Norway noted the reservation expressed by Cuba": a second "by" right after a kind is not the speaker's.
    fn agent_of_another(&self, at: usize) -> bool {
        if !self.follows(at, |part| matches!(part, Part::By)) {
            return false;
        }
        let before = at.checked_sub(2).and_then(|before| self.pieces.get(before)).map(|piece| &piece.part);
        self.now.kind.is_some() && matches!(before, Some(Part::Kind(..) | Part::Stance | Part::Objects))
    }

    fn kind(&mut self, kind: PositionKind, weight: u8, at: usize) {
        let Some(piece) = self.pieces.get(at) else { return };
        self.begin(piece);
        let complete = self.now.who.is_some() && self.now.kind.is_some() && !self.now.aims.is_empty();
        let joined = self.follows(at, |part| matches!(part, Part::And));
        if complete && weight == 1 && !joined {
            self.muted = true;
            return;
        }
        if complete
            && weight <= 3
            && self.follows(at, |part| {
                matches!(part, Part::On(_) | Part::Other | Part::OnNothing | Part::Kind(_, ..=3))
            })
        {
            // "expressed a reservation on paragraph 5 in explanation of its vote" is one position.
            return;
        }
        if self.now.has(Sign::Unreal) && weight >= 5 {
            // "stated that it had intended to reserve its position"
            self.doubt(piece);
        }
        self.end_before_kind((kind, weight), at, complete);
        self.part_verbs(weight, piece.from);
        if self.now.has(Sign::Support) {
            if self.follows(at, |part| matches!(part, Part::And | Part::But)) {
                // "supported paragraph 3 and expressed a reservation on paragraph 4"
                self.go_on(piece.from);
            } else {
                self.doubt(piece);
            }
        }
        self.take_kind((kind, weight), at);
    }

    /// What a kind ends of the clause that it stands in: another one, that has all, or one without its subject.
    fn end_before_kind(&mut self, (kind, weight): (PositionKind, u8), at: usize, complete: bool) {
        let Some(piece) = self.pieces.get(at) else { return };
        let lost =
            complete && self.follows(at, |part| matches!(part, Part::Other | Part::Flag(Sign::Unreal)));
        let denied = self.now.has(Sign::Not) && !self.now.aims.is_empty() || self.now.has(Sign::Vote);
        if denied
            && self.now.kind.is_none()
            && self.now.who.is_some()
            && self.follows(at, |part| matches!(part, Part::And | Part::But | Part::Comma))
        {
            // "could not agree to paragraph 6 and entered a reservation on it"
            self.go_on(piece.from);
        }
        if complete && self.precedes_subject(at) {
            let object_first = self.now.object_first;
            self.close();
            (self.now.from, self.now.object_first) = (piece.from, object_first);
        } else if complete {
            // "Qatar expressed a reservation on OP5 and dissociated itself from OP6"
            self.go_on(piece.from);
        }
        if lost {
            self.doubt(piece);
        }
        let conflict = self.now.kind.is_some_and(|(before, old)| old == weight && before != kind);
        let objects = self.now.kind.is_none() && self.now.who.is_some() && !self.now.aims.is_empty();
        if (conflict || objects) && self.precedes_subject(at) {
            // A verb that stands before its own delegations.
            self.close();
            self.now.from = piece.from;
        }
    }

    /// Takes the kind of the clause: of two the one with more weight.
    fn take_kind(&mut self, (kind, weight): (PositionKind, u8), at: usize) {
        let Some(piece) = self.pieces.get(at) else { return };
        self.now.kind_first |= self.now.who.is_none();
        let bracket = piece.from.checked_sub(1).is_some_and(|before| self.rules.is_mark(before, '('));
        self.now.kind_last = self.now.kind.is_none()
            && self.now.who.is_some()
            && !self.now.aims.is_empty()
            && !self.now.object_first
            && !bracket;
        match self.now.kind {
            Some((before, old)) if old == weight && before != kind => {
                self.doubt(piece);
                self.now.torn = true;
            }
            Some((_, old)) if old >= weight => {}
            _ => {
                self.now.kind = Some((kind, weight));
                self.now.kind_at = piece.from;
                self.now.verbless = self.is_verbless(at);
            }
        }
    }

    /// Whether nothing but an article stands between the delegations and a constituent behind them.
    fn is_verbless(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.pieces.get(before));
        let (Some(Piece { part: Part::Who(_), to, .. }), Some(piece)) = (before, self.pieces.get(at)) else {
            return false;
        };
        piece.from > *to && (*to..piece.from).all(|at| self.rules.is(at, Sign::Article))
    }

    /// What was said is complete, and the same delegations are said to have done more.
    pub(super) fn go_on(&mut self, from: usize) {
        let (who, also) = (self.now.who.clone(), self.now.also.clone());
        let object_first = self.now.object_first;
        self.close();
        self.now = Clause { from, who, also, inherits: true, object_first, ..Clause::default() };
    }

    /// "but", "while": nothing before it is joined with what follows.
    fn but(&mut self, piece: &Piece) {
        let said = self.now.kind.is_some()
            || [Sign::Support, Sign::Vote, Sign::Joined].into_iter().any(|flag| self.now.has(flag));
        let rather = self.rather(piece).then_some(self.now.kind).flatten();
        if self.now.who.is_some() && said {
            self.go_on(piece.to);
            self.now.kind = rather;
        } else if self.now.who.is_some() || !self.now.aims.is_empty() {
            self.close();
            self.now.from = piece.to;
        }
    }

    /// In "علّلت A تصويتها وأبدت B تحفظا" the last of what seemed to be a list is of the second verb.
    fn part_verbs(&mut self, weight: u8, from: usize) {
        let weaker = self.now.kind.is_some_and(|(_, old)| old < weight) && self.now.kind_first;
        if !weaker || self.rules.grammar.capitals || !self.now.aims.is_empty() {
            return;
        }
        if let Some(last) = self.now.also.pop() {
            self.close();
            self.now = Clause { from, who: Some(last), ..Clause::default() };
        }
    }

    /// Whether delegations stand right behind, of which this is the verb.
    fn precedes_subject(&self, at: usize) -> bool {
        let joined = self.follows(at, |part| matches!(part, Part::And | Part::But | Part::Comma));
        let passed = |part: &Part| match part {
            Part::Flag(Sign::Delegation) | Part::By | Part::Person => true,
            Part::On(aims) => aims.list == [Aim::It],
            _ => false,
        };
        let after = self.pieces.iter().skip(at + 1).map(|piece| &piece.part).find(|part| !passed(part));
        joined && matches!(after, Some(Part::Who(_)))
    }

    fn colon(&mut self, piece: &Piece) {
        let complete = self.now.who.is_some() && self.now.kind.is_some() && !self.now.aims.is_empty();
        if complete {
            // What follows explains.
            self.now.flags.push(Sign::Because);
            return;
        }
        let pairs = self.now.kind.is_none() && (self.now.who.is_some() == self.now.aims.is_empty());
        if pairs {
            // "Czech Republic: operative paragraph 3", or the other way round
            self.now.pairs = true;
            return;
        }
        if self.now.who.is_some() && !self.now.aims.is_empty() {
            // "… Qatar operative paragraph 5: Oman": which of the two the paragraph belongs to is not said.
            self.doubt(piece);
            self.broken.clone_from(&self.now.doubt);
        }
        self.now.colon = true;
        self.close();
    }

    /// Whether a word says nothing of the position of its clause.
    fn is_no_flag(&mut self, flag: Sign, complete: bool) -> bool {
        if self.now.has(Sign::Proposal) && matches!(flag, Sign::Not | Sign::Support) {
            // "proposed an amendment that was not accepted"
            return true;
        }
        if flag == Sign::Not && complete && self.in_content() && self.now.has(Sign::That) {
            // "considered that paragraph 4 was not balanced"
            self.now.skipped = true;
            return true;
        }
        // "Bolivia has a reservation, as does Cuba, on paragraph 3."
        let adds = flag == Sign::Likewise
            && self.now.who.is_some()
            && self.now.kind.is_some()
            && self.now.aims.is_empty()
            && !self.now.has_object;
        self.adds |= adds;
        adds
    }

    fn flag(&mut self, flag: Sign, at: usize) {
        let complete = self.now.who.is_some() && self.now.kind.is_some() && !self.now.aims.is_empty();
        let joined = self.follows(at, |part| matches!(part, Part::And | Part::But | Part::Comma));
        let Some(piece) = self.pieces.get(at) else { return };
        if self.is_no_flag(flag, complete) {
            return;
        }
        match flag {
            // "stated that paragraph 5 should have been stronger"
            Sign::Unreal if self.in_content() && self.now.has(Sign::That) => self.now.skipped = true,
            Sign::Unreal => self.doubt(piece),
            Sign::Not if complete && !self.in_content() && self.takes_back(at) => self.doubt(piece),
            Sign::Support if complete && joined => self.go_on(piece.from),
            // "a reservation supported …": whose is which?
            Sign::Support if self.now.kind.is_some_and(|(_, weight)| !matches!(weight, 1 | STATES)) => {
                self.doubt(piece);
            }
            Sign::Withdraw | Sign::Right | Sign::Announce | Sign::Vote if complete && joined => {
                self.go_on(piece.from);
            }
            Sign::ThatPosition if complete => {
                self.close();
                self.now.from = piece.from;
            }
            Sign::ThatPosition if self.now.has(Sign::Objects) => {
                self.now.kind = Some((PositionKind::Objection, 6));
            }
            Sign::Particular => self.open = true,
            Sign::Likewise
                if !self.now.aims.is_empty() && self.now.kind.is_some() && self.now.who.is_some() =>
            {
                let from = self.now.to;
                self.close();
                self.now.from = from;
            }
            // "…, and Bahrain on paragraph 6, and Oman expressed none", with the negation before its delegation
            Sign::Not
                if !self.now.aims.is_empty()
                    && self.now.who.is_some()
                    && self.now.kind.is_none()
                    && joined =>
            {
                self.go_on(piece.from);
            }
            // "… on paragraph 5 but not on paragraph 6"
            Sign::Not if !self.now.aims.is_empty() && self.now.kind.is_some() && self.now.who.is_some() => {
                let (who, kind, from) = (self.now.who.clone(), self.now.kind, self.now.to);
                let also = self.now.also.clone();
                self.close();
                self.now = Clause { from, who, also, kind, inherits: true, ..Clause::default() };
            }
            _ => {}
        }
        if !self.now.has(flag) {
            self.now.flags.push(flag);
        }
    }

    /// "Peru's reservation on paragraph 4 was not honoured": what is denied is neither another object nor another act.
    fn takes_back(&self, at: usize) -> bool {
        const LOOSE: &[&str] = &[
            "without", "rather", "instead", "free", "unlike", "nor", "neither", "no", "none", "دون", "بدون",
            "بلا", "من",
        ];
        let text = self.pieces.get(at).and_then(|piece| self.rules.items.get(piece.from));
        let loose = text.is_some_and(|item| LOOSE.contains(&item.text.as_str()));
        let next = self.pieces.get(at + 1).map(|piece| &piece.part);
        !loose && matches!(next, None | Some(Part::Other | Part::Comma))
    }

    /// An explanation says nothing of positions; but where the object was not named before it, it may be in there.
    fn tail(&mut self, piece: &Piece) {
        let unplaced = |aim: &Aim| matches!(aim, Aim::Unknown { phrase: Some(_) });
        let open = self.now.kind.is_some()
            && (self.now.aims.is_empty() && !self.now.has_object || self.now.aims.iter().any(unplaced));
        let names_object = |at: usize| {
            matches!(
                self.rules.what(at),
                Some(What::Quote | What::Sign(Sign::Unit(_) | Sign::Own | Sign::Intro))
            )
        };
        let unsaid = self.now.who.is_some() && self.now.kind.is_none();
        let kind = |at: usize| matches!(self.rules.what(at), Some(What::Sign(Sign::Kind(_))));
        if open && (piece.from..piece.to).any(names_object) {
            self.doubt(piece);
        } else if unsaid && (piece.from..piece.to).any(kind) {
            self.now.flags.push(Sign::Because);
            self.doubt(piece);
        }
    }

    /// Words in no list: a name that is not known where a name is wanted, else a reason for doubt.
    fn other(&mut self, at: usize) {
        let Some(piece) = self.pieces.get(at) else { return };
        let part = |at: usize| self.pieces.get(at).map(|piece| &piece.part);
        let nobody = self.now.who.is_none() && self.now.kind.is_some() && self.now.has(Sign::Not);
        if nobody && self.rules.is_word(piece.from, &["سوي"]) {
            // "لم يتحفظ عليها سوى عمان": what is denied of all others is so of one.
            self.now.flags.retain(|flag| *flag != Sign::Not);
            return;
        }
        let before = at.checked_sub(1).and_then(part);
        let starts = matches!(
            before,
            None | Some(
                Part::And | Part::But | Part::Comma | Part::By | Part::Colon | Part::Flag(Sign::Delegation)
            )
        );
        let after = part(at + 1);
        let wanted = matches!(
            after,
            Some(Part::On(_) | Part::Kind(..) | Part::Objects | Part::Colon | Part::And | Part::Comma)
        ) || (after.is_none()
            && matches!(before, Some(Part::And | Part::Comma | Part::By | Part::Colon)));
        // Other words of the lists, such as an ordinal, are no name.
        let unknown = self.rules.what(piece.from) == Some(What::Unknown);
        let capital =
            self.rules.items.get(piece.from).is_some_and(|item| item.capital) || !self.rules.grammar.capitals;
        let content = self.in_content();
        let complete = self.now.who.is_some() && self.now.kind.is_some() && !self.now.aims.is_empty();
        if complete
            && !self.rules.grammar.capitals
            && matches!(before, Some(Part::And))
            && self.names_soon(at)
        {
            // A verb that is not known, before its own delegations.
            self.close();
            self.now.from = piece.from;
            self.doubt(piece);
            return;
        }
        if starts && wanted && capital && unknown && !content {
            self.who(at, &Group { strangers: 1, ..Group::default() });
            self.now.strangers.push((piece.from, piece.to));
            return;
        }
        self.begin(piece);
        if content {
            self.now.skipped = true;
        } else {
            self.doubt(piece);
        }
    }

    /// Whether delegations stand behind a constituent, and nothing but loose words before them.
    fn names_soon(&self, at: usize) -> bool {
        let next = self.pieces.iter().skip(at + 1).take(4);
        let mut next = next.skip_while(|piece| {
            matches!(piece.part, Part::Other | Part::OnNothing | Part::Flag(Sign::Delegation))
        });
        matches!(next.next(), Some(Piece { part: Part::Who(_), .. }))
    }

    /// Whether the words here are those of what a delegation said, or wants to say later: free, up to the paragraphs.
    pub(super) fn in_content(&self) -> bool {
        let that = self.now.has(Sign::That);
        let said = self.now.kind.is_some_and(|(kind, weight)| match kind {
            PositionKind::Explanation => that || weight >= 3,
            PositionKind::Interpretation => that,
            _ => false,
        });
        said || (self.now.has(Sign::Right) && self.now.aims.is_empty())
    }
}

pub(super) fn open_all(aims: &mut [Aim]) {
    for aim in aims {
        if let Aim::Paragraphs { open, .. } = aim {
            *open = true;
        }
    }
}

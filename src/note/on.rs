//! What the position of a clause is on, as its objects come one after the other.

use super::Doubt;
use super::clause::{Builder, open_all};
use super::mark::What;
use super::object::Aim;
use super::piece::{Part, Piece};
use super::rules::LONGEST_RUN;
use super::sign::Sign;

impl Builder<'_> {
    /// "no reservation on paragraph 6 but on paragraph 7": what is denied of the one is so of the other.
    pub(super) fn rather(&self, piece: &Piece) -> bool {
        let on = self.rules.is(piece.to, Sign::On);
        let word = self.rules.items.get(piece.from).is_some_and(|item| {
            matches!(item.text.as_str(), "but" | "وانما" | "انما" | "بل" | "ولكن" | "لكن")
        });
        let next = self.pieces.partition_point(|other| other.from < piece.to);
        let behind = self.pieces.get(next..).unwrap_or_default();
        let acts = |other: &Piece| {
            matches!(
                other.part,
                Part::Who(_) | Part::Kind(..) | Part::Objects | Part::Objection(..) | Part::Flag(_)
            )
        };
        let bare = behind.len() <= LONGEST_RUN && !behind.iter().any(acts);
        word && on && bare && self.now.has(Sign::Not) && !self.now.aims.is_empty()
    }

    /// Whether an object behind what is complete stands before a verb of its own.
    pub(super) fn begins_next(&self, at: usize) -> bool {
        let complete = self.now.who.is_some() && self.now.kind.is_some() && !self.now.aims.is_empty();
        let apart = self.follows(at, |part| matches!(part, Part::Comma | Part::And));
        let comma = self.pieces.get(at + 1).is_some_and(|piece| matches!(piece.part, Part::Comma));
        let verb = match self.pieces.get(at + 1 + usize::from(comma)).map(|piece| &piece.part) {
            Some(Part::Kind(kind, weight)) => {
                *weight > 1 && self.now.kind.is_some_and(|(now, _)| now != *kind)
            }
            Some(Part::Objects) => true,
            _ => false,
        };
        complete && apart && verb
    }

    pub(super) fn objects(&mut self, aims: &[Aim], doubt: Option<&Doubt>, at: usize) {
        let Some(piece) = self.pieces.get(at) else { return };
        self.begin(piece);
        self.before_objects(aims, at);
        let same = matches!(aims, [Aim::Same | Aim::SameOne | Aim::It]);
        if self.is_object_of_noun(aims) || (doubt.is_none() && self.narrows(aims, at)) {
            return;
        }
        // "paragraph 3 “gender”": whether the position is on the word or on all is not said.
        let glued = self.rules.what(piece.from) == Some(What::Quote)
            && self.follows(at, |part| matches!(part, Part::On(_)))
            && self.pieces.get(at - 1).is_some_and(|before| before.to == piece.from);
        let apart = !self.now.aims.is_empty() && (glued || !self.in_objects) && !same;
        if apart && !self.now.has(Sign::Particular) {
            self.doubt(piece);
        }
        if !self.now.aims.is_empty() && same {
            // "With regard to paragraph 9, reservations on it were expressed by …"
            return;
        }
        self.now.has_object = true;
        self.now.kind_last = false;
        if let Some(doubt) = doubt {
            self.now.doubt.get_or_insert_with(|| doubt.clone());
        }
        let it = same && self.now.aims.is_empty() && !self.now.inherits && !self.topic.is_empty();
        let mut fresh = if it { self.topic.clone() } else { aims.to_vec() };
        if self.open {
            self.open = false;
            open_all(&mut fresh);
            self.particularize(&mut fresh, piece);
        }
        self.now.aims.extend(fresh);
    }

    /// "On paragraph 3: an objection to the text by Somalia": the text is what such a noun always has behind it.
    fn is_object_of_noun(&self, aims: &[Aim]) -> bool {
        let named = |aim: &Aim| matches!(aim, Aim::Paragraphs { .. });
        aims == [Aim::Entire { said: false }]
            && self.now.object_first
            && self.now.who.is_none()
            && self.now.kind.is_some()
            && !self.now.aims.is_empty()
            && self.now.aims.iter().all(named)
    }

    /// What objects end or begin of the clause that they stand in.
    fn before_objects(&mut self, aims: &[Aim], at: usize) {
        let Some(piece) = self.pieces.get(at) else { return };
        let general = matches!(self.now.aims.as_slice(), [Aim::Entire { said: false }]);
        let special =
            aims.iter().any(|aim| matches!(aim, Aim::Paragraphs { .. } | Aim::Entire { said: true }));
        if general && special && self.now.object_first && self.now.who.is_some() && !self.now.inherits {
            // "Reservations to the resolution were expressed by Iran (paragraph 9), India (paragraph 3) …"
            self.now.aims.clear();
            self.now.object_first = false;
        }
        let more =
            self.now.who.is_some() && self.now.object_first && !self.in_objects && !self.now.aims.is_empty();
        if self.begins_next(at) {
            // "…, and, with regard to paragraph 5, explained its position"
            self.go_on(piece.from);
        }
        let subject =
            self.pieces.iter().skip(at + 1).take(12).any(|piece| matches!(piece.part, Part::Who(_)));
        if more && subject {
            // "On OP5, Qatar expressed a reservation, and on OP6 India"
            self.close();
            self.now.from = piece.from;
        }
        if self.now.aims.is_empty() && self.now.who.is_none() && !self.now.has_object {
            self.now.object_first = true;
        }
        let put_in = self.now.who.is_some()
            && self.now.kind.is_none()
            && self.now.aims.is_empty()
            && !self.now.inherits
            && self.follows(at, |part| matches!(part, Part::Comma))
            && self.follows(at - 1, |part| matches!(part, Part::And));
        if put_in {
            // "Cyprus, Malta, and, with regard to paragraph 7, Greece": whose is the paragraph?
            self.doubt(piece);
            self.broken.clone_from(&self.now.doubt);
        }
    }

    /// "on paragraph 6, specifically the words “in all circumstances”", "in paragraph 3, Mauritius had reservations on
    /// the phrase “legacy”": the phrase stands in the paragraph that was named before it.
    pub(super) fn narrows(&mut self, fresh: &[Aim], at: usize) -> bool {
        let phrases = fresh.iter().map(|aim| match aim {
            Aim::Unknown { phrase: Some(phrase) } => Some(phrase.clone()),
            _ => None,
        });
        let Some(phrases) = phrases.collect::<Option<Vec<String>>>() else { return false };
        let [Aim::Paragraphs { labels, phrase: None, open: false }] = self.now.aims.as_slice() else {
            return false;
        };
        let from = self.pieces.get(at).map_or(0, |piece| piece.from);
        let exactly = (from.saturating_sub(4)..from).any(|at| {
            let text = self.rules.items.get(at).map_or("", |item| item.text.as_str());
            self.rules.grammar.exactly.iter().any(|word| text.trim_start_matches('و') == *word)
        });
        let comma = self.follows(at, |part| matches!(part, Part::Comma));
        let fits = match labels.as_slice() {
            _ if self.open && !exactly => false,
            [_] => exactly || comma || (self.now.object_first && !self.in_objects),
            _ => self.now.object_first && !self.in_objects,
        };
        if !fits {
            return false;
        }
        let labels = labels.clone();
        let with = |phrase| Aim::Paragraphs { labels: labels.clone(), phrase: Some(phrase), open: false };
        self.now.aims = phrases.into_iter().map(with).collect();
        self.open = false;
        true
    }

    /// "certain paragraphs, in particular paragraph 5": what is named takes the place of what was left open.
    pub(super) fn particularize(&mut self, fresh: &mut Vec<Aim>, piece: &Piece) {
        let vague = |aim: &Aim| matches!(aim, Aim::Unknown { phrase: None } | Aim::Entire { said: false });
        let named = |aims: &[Aim]| {
            aims.iter()
                .flat_map(|aim| match aim {
                    Aim::Paragraphs { labels, phrase: None, .. } => labels.clone(),
                    _ => Vec::new(),
                })
                .collect::<Vec<_>>()
        };
        if self.now.aims.last().is_some_and(vague) {
            self.now.aims.pop();
            return;
        }
        let before = named(&self.now.aims);
        if before.is_empty() {
            return;
        }
        // "paragraphs 3 to 7, in particular paragraph 5" names nothing new.
        let inner = named(fresh);
        let nothing_new =
            inner.iter().all(|label| before.iter().any(|known| known == label || known.contains(label)));
        if nothing_new && !inner.is_empty() {
            fresh.clear();
        } else {
            self.doubt(piece);
        }
    }

    /// "opposition to", and no object follows: the word belongs to something else.
    pub(super) fn leads_nowhere(&mut self, at: usize) {
        let Some(piece) = self.pieces.get(at) else { return };
        let comma = self.pieces.get(at + 1).is_some_and(|piece| matches!(piece.part, Part::Comma));
        let followed = self.pieces.get(at + 1 + usize::from(comma)).map(|piece| &piece.part);
        let followed = followed.filter(|part| !comma || matches!(part, Part::Flag(Sign::Particular)));
        let harmless = matches!(
            followed,
            Some(
                Part::On(_)
                    | Part::Kind(..)
                    | Part::Stance
                    | Part::OnNothing
                    | Part::By
                    | Part::Objection(..)
                    | Part::Objects
            ) | Some(Part::Flag(
                Sign::Particular
                    | Sign::Following
                    | Sign::Condition
                    | Sign::Later
                    | Sign::ThatPosition
                    | Sign::That
            ))
        );
        // "reservations on:", and not "reservations on the wording:"
        let colon = matches!(followed, Some(Part::Colon))
            && self.pieces.get(at + 1).is_some_and(|colon| colon.from == piece.to);
        if harmless || colon {
            return;
        }
        if self.in_content() {
            self.now.skipped = true;
        } else if self.now.kind.is_some() {
            self.doubt(piece);
        }
    }
}

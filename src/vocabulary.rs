//! The closed vocabularies of the register: kinds, reaches, statuses, ways of adoption.
//!
//! They stand before the languages, which have a word for each value, and are offered by [`model`](crate::model) too.

use std::fmt;
use std::str::FromStr;

/// A word that is none of a vocabulary; it names the legal ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownWord {
    /// The legal words, in their order.
    pub legal: &'static [&'static str],
}

impl fmt::Display for UnknownWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "legal are {}", self.legal.join(", "))
    }
}

impl std::error::Error for UnknownWord {}

/// Defines an enumeration whose values are words: one list gives the type, the words, reading and showing.
macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$doc])* $variant,)+ }

        impl $name {
            /// Every value, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// Every word, in the same order.
            pub const WORDS: &'static [&'static str] = &[$($word),+];

            /// The word that stands in records and in programs' formats.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }

        impl FromStr for $name {
            type Err = UnknownWord;

            fn from_str(word: &str) -> Result<Self, UnknownWord> {
                match word { $($word => Ok(Self::$variant),)+ _ => Err(UnknownWord { legal: Self::WORDS }) }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }
    };
}

vocabulary! {
    /// What a delegation put on record in a position.
    PositionKind {
        /// It does not accept what the paragraph or text says.
        Reservation = "reservation",
        /// It opposed, or objected to, the text.
        Opposition = "opposition",
        /// It dissociates itself from the text or the consensus.
        Dissociation = "dissociation",
        /// It says how it understands the text.
        Interpretation = "interpretation",
        /// It said what it thinks of the text, without a stronger word.
        Explanation = "explanation",
        /// It objects to another delegation's position.
        Objection = "objection",
        /// A source lists it as on record and does not say what of.
        Unclassified = "unclassified",
    }
}

vocabulary! {
    /// What a delegation's name in a vote's list says.
    Ballot {
        /// It voted for the text.
        InFavour = "in-favour",
        /// It voted against the text.
        Against = "against",
        /// It abstained.
        Abstention = "abstention",
    }
}

vocabulary! {
    /// The kind of a row: of a position, or of a ballot.
    Kind {
        /// See [`PositionKind::Reservation`].
        Reservation = "reservation",
        /// See [`PositionKind::Opposition`].
        Opposition = "opposition",
        /// See [`PositionKind::Dissociation`].
        Dissociation = "dissociation",
        /// See [`PositionKind::Interpretation`].
        Interpretation = "interpretation",
        /// See [`PositionKind::Explanation`].
        Explanation = "explanation",
        /// See [`PositionKind::Objection`].
        Objection = "objection",
        /// See [`PositionKind::Unclassified`].
        Unclassified = "unclassified",
        /// See [`Ballot::InFavour`].
        InFavour = "in-favour",
        /// See [`Ballot::Against`].
        Against = "against",
        /// See [`Ballot::Abstention`].
        Abstention = "abstention",
    }
}

impl From<PositionKind> for Kind {
    fn from(kind: PositionKind) -> Self {
        match kind {
            PositionKind::Reservation => Self::Reservation,
            PositionKind::Opposition => Self::Opposition,
            PositionKind::Dissociation => Self::Dissociation,
            PositionKind::Interpretation => Self::Interpretation,
            PositionKind::Explanation => Self::Explanation,
            PositionKind::Objection => Self::Objection,
            PositionKind::Unclassified => Self::Unclassified,
        }
    }
}

impl From<Ballot> for Kind {
    fn from(ballot: Ballot) -> Self {
        match ballot {
            Ballot::InFavour => Self::InFavour,
            Ballot::Against => Self::Against,
            Ballot::Abstention => Self::Abstention,
        }
    }
}

vocabulary! {
    /// How a position reaches a paragraph.
    Reach {
        /// The paragraph is named.
        Named = "named",
        /// The paragraph is named, but only for a phrase in it.
        Phrase = "phrase",
        /// Implied: the position is on the whole resolution.
        Entire = "entire",
        /// The source does not say which part.
        Unknown = "unknown",
    }
}

vocabulary! {
    /// What holds a position back from being a plain one.
    Status {
        /// It stands under a condition.
        Conditional = "conditional",
        /// The right to make it was reserved for later.
        Deferred = "deferred",
    }
}

vocabulary! {
    /// The way in which a resolution was adopted or rejected.
    Way {
        /// Adopted by consensus.
        Consensus = "consensus",
        /// Adopted without a vote.
        WithoutVote = "without-vote",
        /// Adopted by acclamation.
        Acclamation = "acclamation",
        /// Put to a recorded vote.
        Vote = "vote",
    }
}

vocabulary! {
    /// Where in a record a search found its words.
    Field {
        /// The resolution's title.
        Title = "title",
        /// The subject of a paragraph.
        Subject = "subject",
        /// The text of a paragraph.
        Text = "text",
        /// The phrase of a position.
        Phrase = "phrase",
        /// The note of a position.
        Note = "note",
    }
}

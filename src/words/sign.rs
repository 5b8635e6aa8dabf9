//! What a form says, whatever the language.

use std::str::FromStr;

use crate::vocabulary::PositionKind;

/// Declares the signs that have no value, with the name that the files of words have for each.
macro_rules! signs {
    ($($(#[$doc:meta])* $name:literal => $sign:ident),* $(,)?) => {
        /// What a form says, whatever the language.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Sign {
            $($(#[$doc])* $sign,)*
            /// A position of that kind, by verb or noun.
            Kind(PositionKind),
            /// A cardinal number.
            Number(u32),
            /// An ordinal number.
            Ordinal(u32),
            /// A month, 1 to 12.
            Month(u32),
            /// What is numbered beside paragraphs, by its letters: `RULE`.
            Unit(&'static str),
            /// What belongs to the number before it: `bis`.
            Suffix(&'static str),
        }

        impl Sign {
            fn plain(name: &str) -> Option<Self> {
                match name {
                    $($name => Some(Self::$sign),)*
                    _ => None,
                }
            }
        }
    };
}

signs! {
    /// "objected": to the text, or to another's position.
    "object" => Objects,
    /// A position or statement without a word for its kind.
    "stance" => Stance,
    /// A verb of saying.
    "say" => Say,
    /// "accept", "support": a position only where it is denied.
    "accept" => Accept,
    /// "join" the consensus: denied it is a dissociation.
    "join" => Join,
    /// "reserved its right": for later.
    "right" => Right,
    /// "withdrew".
    "withdraw" => Withdraw,
    /// "did likewise".
    "likewise" => Likewise,
    /// What is told of somebody and is no position: thanks, the chair, sponsors.
    "tell" => Tell,
    /// "not", "no", "without".
    "not" => Not,
    /// What holds a position back.
    "condition" => Condition,
    /// "at a later stage".
    "later" => Later,
    /// What did not happen: "would have", "had intended to", "if".
    "unreal" => Unreal,
    /// "voted", "the vote".
    "vote" => Vote,
    /// Votes that are counted: "24 votes".
    "ballots" => Ballots,
    /// Who votes, counted: "24 members".
    "members" => Members,
    /// The side in favour.
    "in-favour" => InFavour,
    /// The side against.
    "against" => Against,
    /// The side that abstained.
    "abstain" => Abstain,
    /// Who took no part, or was absent: no side.
    "absent" => Absent,
    /// What stands between the winning and the losing count: "24 to 6".
    "versus" => Versus,
    /// "adopted", "carried", "retained".
    "adopt" => Adopt,
    /// "rejected", "not carried".
    "reject" => Reject,
    /// "unanimously", with no vote against.
    "unanimous" => Unanimous,
    /// "without a vote".
    "without-vote" => WithoutVote,
    /// "by consensus".
    "consensus" => Consensus,
    /// "by acclamation".
    "acclamation" => Acclamation,
    /// "two-thirds majority", "quorum": numbers with it are no counts.
    "threshold" => Threshold,
    /// "delegation of", "representative of".
    "delegation" => Delegation,
    /// "Mr.": the name of a person follows.
    "honorific" => Honorific,
    /// Delegations that are not named.
    "others" => Others,
    /// "we", "my delegation".
    "first-person" => FirstPerson,
    /// "it", "she".
    "it" => It,
    /// "they".
    "they" => They,
    /// A body that adopts: "the Conference".
    "body" => Body,
    /// A paragraph, of whichever half.
    "paragraph" => Paragraph,
    /// A paragraph of the preamble, by its own word.
    "preambular-paragraph" => PreambularParagraph,
    /// An operative paragraph, by its own word.
    "operative-paragraph" => OperativeParagraph,
    /// "preambular", "of the preamble".
    "preambular" => Preambular,
    /// "operative", "of the operative part".
    "operative" => Operative,
    /// A sub-paragraph, a lettered item.
    "sub-paragraph" => SubParagraph,
    /// A part in which the numbering starts again.
    "part" => Part,
    /// "last".
    "last" => Last,
    /// The text itself, by any of its names.
    "text" => Text,
    /// "entire".
    "entire" => Entire,
    /// "certain", "some" of its paragraphs.
    "some" => Some,
    /// Parts, wording, provisions of a text.
    "wording" => Wording,
    /// A text of its own that is not this one.
    "other-text" => OtherText,
    /// "the words", "the reference to": a phrase follows.
    "phrase" => Phrase,
    /// Less than a paragraph: "sentence", "chapeau".
    "portion" => Portion,
    /// An amendment, a motion, a deletion.
    "proposal" => Proposal,
    /// "this", "that", "the same".
    "same" => Same,
    /// "wherever it appears".
    "wherever" => Wherever,
    /// What leads to what a position is on.
    "on" => On,
    /// "in".
    "in" => In,
    /// "of".
    "of" => Of,
    /// "by".
    "by" => By,
    /// "from".
    "from" => From,
    /// "for".
    "for" => For,
    /// "to", also the end of a range.
    "to" => To,
    /// "with".
    "with" => With,
    /// "and".
    "and" => And,
    /// "nor".
    "nor" => Nor,
    /// "but", "while": another clause.
    "but" => But,
    /// "after", "before": another act, told beside.
    "after" => After,
    /// "that": what was said follows.
    "that" => That,
    /// "which", "who".
    "which" => Which,
    /// "because", "for these reasons".
    "because" => Because,
    /// "on behalf of".
    "behalf" => Behalf,
    /// "respectively".
    "respectively" => Respectively,
    /// "in particular", "among them": the list is not complete.
    "particular" => Particular,
    /// "namely", "being".
    "namely" => Namely,
    /// "except".
    "except" => Except,
    /// "at the request of", "submitted by": who is named there took no position by it.
    "mover" => Mover,
    /// A meeting or session, which has a number of its own.
    "meeting" => Meeting,
    /// Articles and other words that change nothing.
    "filler" => Filler,
}

/// A name that no sign has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownSign;

impl FromStr for Sign {
    type Err = UnknownSign;

    /// A sign by the name that the files of words have for it; a value stands behind the name: `number 24`.
    fn from_str(text: &str) -> Result<Self, UnknownSign> {
        let (name, value) = text.split_once(' ').unwrap_or((text, ""));
        let number = || value.parse().map_err(|_| UnknownSign);
        match name {
            "kind" => value.parse().map(Self::Kind).map_err(|_| UnknownSign),
            "number" => number().map(Self::Number),
            "ordinal" => number().map(Self::Ordinal),
            "month" => number().map(Self::Month),
            "unit" => {
                UNITS.iter().find(|unit| **unit == value).map(|unit| Self::Unit(unit)).ok_or(UnknownSign)
            }
            "suffix" => SUFFIXES
                .iter()
                .find(|suffix| **suffix == value)
                .map(|suffix| Self::Suffix(suffix))
                .ok_or(UnknownSign),
            _ => Self::plain(text).ok_or(UnknownSign),
        }
    }
}

/// The letters of what is numbered beside paragraphs.
const UNITS: &[&str] = &[
    "RULE",
    "ARTICLE",
    "REGULATION",
    "PRINCIPLE",
    "GUIDELINE",
    "RECOMMENDATION",
    "MEASURE",
    "OBJECTIVE",
    "CLAUSE",
    "ITEM",
    "POINT",
    "STANDARD",
    "ACTION",
    "COMMITMENT",
    "SECTION",
];

/// What belongs to a number, in the order of the counts that it stands for.
const SUFFIXES: &[&str] =
    &["bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies"];

//! What can be wrong with the meaning of a record.

use crate::problem::Code;

/// Defines the codes: name of the constant, severity, whether it is of one line, name, cause, remedy.
macro_rules! codes {
    ($($const:ident $severity:ident $($line:ident)? $name:literal, $cause:literal, $remedy:literal;)+) => {
        $(pub(super) static $const: Code = Code::$severity($name, $cause, $remedy)$(.$line())?;)+
    };
}

/// Reported between the records of a corpus, see [`crate::corpus`].
pub static DUPLICATE_RESOLUTION: Code = Code::error(
    "duplicate-resolution",
    "Two records of a corpus have the same id.",
    "Give one of them another id, or keep one of the two files.",
);

codes! {
    MALFORMED_ID error of_one_line "malformed-id",
        "An id has characters that an id may not have.",
        "A resolution's id is lower-case letters, digits, '.' and '-'; a source's is a word without blanks.";
    DUPLICATE_SOURCE error "duplicate-source",
        "Two sources of a record have the same id.", "Give one of them another id.";
    MALFORMED_SHA256 error of_one_line "malformed-sha256",
        "A SHA-256 is not 64 hexadecimal digits.", "Copy it again, as `sha256sum FILE` prints it.";
    UNKNOWN_WAY error of_one_line "unknown-way",
        "The way of adoption is none of the format's.", "Write consensus, without-vote, acclamation or vote.";
    IMPOSSIBLE_COUNT error of_one_line "impossible-count",
        "A count is below zero or beyond reason.", "Count again; a count is 0 to 1,000,000.";
    ADOPTED_AND_REJECTED error "adopted-and-rejected",
        "A resolution is both adopted and rejected.", "Keep the one that is true.";
    REJECTED_WITHOUT_VOTE error "rejected-without-vote",
        "A resolution is rejected in a way that is no vote.",
        "Only a vote rejects: write `by = \"vote\"`, or `adopted` for `rejected`.";
    MALFORMED_UNIT error of_one_line "malformed-unit",
        "A unit is not upper-case letters, or is one of the built-in PP and OP.",
        "Declare other units in upper-case letters: RULE = \"rule\".";
    MALFORMED_PART error of_one_line "malformed-part",
        "The id of a part has characters that it may not have.", "A part is letters, digits, '.' and '-', such as II.";
    DUPLICATE_PART error "duplicate-part", "Two parts have the same id.", "Keep one, or correct the other's id.";
    MALFORMED_LANGUAGE error of_one_line "malformed-language",
        "A language is no BCP 47 tag, or stands twice in another spelling.",
        "Write a tag such as en, ar or zh-Hant, once.";
    INVISIBLE_CHARACTER error of_one_line "invisible-character",
        "A text holds control characters or invisible ones, which can make it show as what it is not.",
        "Take them out; a name or a phrase holds none, other texts no controls of direction.";
    EMPTY_TEXT error of_one_line "empty-text",
        "A text is empty.", "Write it, or take the key out: what is missing is not known.";
    UNKNOWN_KIND error of_one_line "unknown-kind",
        "The kind of a position is none of the format's.",
        "Write reservation, opposition, dissociation, interpretation, explanation, objection or unclassified.";
    BALLOT_IN_POSITION error of_one_line "ballot-in-position",
        "A ballot (in-favour, against, abstention) stands in a position.",
        "Ballots stand in [[vote]] only, in the lists voted-in-favour, voted-against and voted-abstaining.";
    UNKNOWN_STATUS error of_one_line "unknown-status",
        "The status of a position is none of the format's.", "Write conditional or deferred, or take it out.";
    UNKNOWN_SCOPE error of_one_line "unknown-scope",
        "The scope of a position is none of the format's.", "Write entire or unknown, or `on` with labels.";
    ON_AND_SCOPE error "on-and-scope",
        "A position has both `on` and `scope`.", "Keep `on` where paragraphs are named, else `scope`.";
    NO_TARGET error "no-target",
        "A position has neither `on` nor `scope`.",
        "Write `on` with labels, or `scope = \"entire\"`, or `scope = \"unknown\"` where the source does not say.";
    EMPTY_ON error of_one_line "empty-on",
        "A list of labels is empty.",
        "Write the labels; a position on the whole text has `scope = \"entire\"`, a vote on it no `on`.";
    PHRASE_WITHOUT_PARAGRAPH error "phrase-without-paragraph",
        "A position on the entire text has a phrase.", "Name the paragraphs that the phrase stands in with `on`.";
    OPEN_WITHOUT_ON error "open-without-on",
        "`open` says that a list of paragraphs is not complete, and there is no list.",
        "Take `open` out, or name the paragraphs with `on`.";
    REGARDING_WITHOUT_OBJECTION error "regarding-without-objection",
        "Only an objection is about another delegation's position.",
        "Take `regarding` out, or write `kind = \"objection\"`.";
    WITHDRAWN_BEFORE_MADE error "withdrawn-before-made",
        "A position was withdrawn before it was made.", "Correct one of the two dates.";
    WITHDRAWN_BEFORE_ADOPTION warning "withdrawn-before-adoption",
        "A position was withdrawn before the day that stands in for its making.",
        "Correct the date, or record with `made` when the position was made.";
    UNLIKELY_DATE warning of_one_line "unlikely-date",
        "A date is centuries from those that a register is about.",
        "Look for digits that are exchanged, and write a day of another calendar as one of the Gregorian.";
    MALFORMED_LABEL error of_one_line "malformed-label",
        "A label is not unit, number and path.", "Write it as in PP9, OP3(a), OP14bis or II/OP3.";
    UNKNOWN_UNIT error of_one_line "unknown-unit",
        "A label has a unit that the record does not declare.", "Declare it in [units]: RULE = \"rule\".";
    UNKNOWN_PART error of_one_line "unknown-part",
        "A label is in a part that the record does not declare.", "Declare it: [[part]] with its id.";
    LABEL_PAST_END error of_one_line "label-past-end",
        "A label has a number past the last paragraph.", "Correct the label, or the count.";
    DUPLICATE_LABEL error "duplicate-label", "A label stands twice in one list.", "Keep it once.";
    UNKNOWN_DELEGATION error of_one_line "unknown-delegation",
        "A delegation is no code of ISO 3166-1 and no slug.",
        "Write the two upper-case letters of ISO 3166-1 alpha-2, or a lower-case slug for a bloc or an unnamed author.";
    DUPLICATE_DELEGATION error "duplicate-delegation",
        "A delegation stands twice in one list, or speaks on behalf of itself.", "Keep it once.";
    OBJECTION_TO_ITSELF error "objection-to-itself",
        "A delegation objects to its own position.",
        "Write in `regarding` whose position the objection is about; on a text it is an opposition or a reservation.";
    DOUBLE_VOTE error "double-vote",
        "A delegation stands in two lists of one vote, or twice in one.", "A delegation votes once; keep the right one.";
    COUNT_MISMATCH error "count-mismatch",
        "The count of a vote and its list do not agree.",
        "Correct one of the two, or write `lists = \"incomplete\"` where the source itself does not add up.";
    UNKNOWN_LISTS error "unknown-lists",
        "`lists` has a word that the format does not have.", "Write `lists = \"incomplete\"`, or take it out.";
    VOTE_CONTRADICTS_ADOPTION error "vote-contradicts-adoption",
        "There is a vote on the whole text, and the resolution was not put to a vote.",
        "Write `by = \"vote\"`, or `on` where the vote was on paragraphs.";
    DUPLICATE_VOTE error "duplicate-vote",
        "There are two votes on the whole text, or two on the same paragraphs.", "Keep the one that counts.";
    OUTCOME_CONTRADICTS_VOTE warning "outcome-contradicts-vote",
        "The text was adopted with no more in favour than against.",
        "Look whether the counts are exchanged, or `adopted` should be `rejected`.";
    UNKNOWN_SOURCE error of_one_line "unknown-source",
        "A position or vote names a source that the record does not have.", "Correct the id, or add the [[source]].";
    UNUSED_SOURCE warning "unused-source",
        "A source is used by no position and no vote, while another is.", "Take it out, or name it where it is used.";
    DUPLICATE_POSITION error "duplicate-position",
        "The same position stands twice.", "Keep one; another kind or phrase makes another position, and one made anew has the first withdrawn.";
    MISSING_NAME error "missing-name",
        "A delegation that is used has no name in one of the record's languages.",
        "Add it to the [language.TAG.delegations] that the help line names.";
    SAME_NAME warning "same-name",
        "Two delegations have the same name in one language.", "Look which of them is meant.";
    NAME_OF_ANOTHER warning "name-of-another",
        "A name is that of another country than the code's.", "Look which of the two is meant.";
    NAME_WITHOUT_LETTERS warning "name-without-letters",
        "The name of a delegation has no letter.", "Write the name as the source has it.";
    NAME_IN_ANOTHER_SCRIPT warning "name-in-another-script",
        "The name of a delegation has no letter of the script in which its language is written.",
        "Write the name in that language, or look whether it stands under the wrong one.";
    PHRASE_NOT_FOUND error "phrase-not-found",
        "A phrase does not stand in the paragraph's text.",
        "Correct the phrase, or the label; case, accents and letter variants do not count.";
    PHRASE_TWICE warning "phrase-twice",
        "A phrase stands more than once in the paragraph's text.",
        "Write more of its words, so that it stands once; otherwise nothing is to be done.";
    SAME_SUBJECT warning "same-subject",
        "A subject is the same in two languages.", "Translate it.";
    SAME_TEXT warning "same-text",
        "Two paragraphs have the same text.", "Look whether one of them was pasted twice.";
    PARAGRAPHS_DIFFER error "paragraphs-differ",
        "Two languages have different numbers of paragraphs.",
        "One of the texts lacks a paragraph, or has one cut in two; compare them.";
}

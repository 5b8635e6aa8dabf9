//! What can be wrong with a document, or doubtful in it.

use crate::problem::Code;

macro_rules! codes {
    ($($kind:ident $name:ident = $code:literal, $cause:literal, $remedy:literal;)+) => {
        $(pub(crate) static $name: Code = Code::$kind($code, $cause, $remedy);)+

        /// Every code that this room itself reports; the doubts of notes are those of [`note`](crate::note).
        pub const CODES: &[&Code] = &[$(&$name),+];
    };
}

codes! {
    error FORMAT_NOT_READ = "format-not-read",
        "The document is of a format that is not read: RTF, OpenDocument, EPUB, an image, an archive.",
        "Save it as DOCX, HTML, PDF or plain text; take the documents out of an archive first.";
    error NOT_WELL_FORMED = "not-well-formed",
        "An XML document breaks the rules of XML, so nothing of it can be read for certain.",
        "Fetch the document again; where it was published so, mend it at the place named.";
    error UNKNOWN_ENTITY = "unknown-entity",
        "An XML document uses an entity that XML itself does not have. Those that a document declares are not expanded: \
         they can name files, and grow without end.",
        "Write the characters themselves.";
    error NESTED_TOO_DEEP = "nested-too-deep",
        "Elements of an XML document stand more than a thousand deep in one another.",
        "See whether it is the right file: no published document does.";
    error LANGUAGE_NOT_READ = "language-not-read",
        "The document is in a language in which paragraphs and votes cannot be told apart.",
        "Import another language version of it.";
    error ENCRYPTED_DOCUMENT = "encrypted-document",
        "The document is encrypted, and nobody asked for its password.",
        "Open it in the program that made it and save it without a password.";
    error DAMAGED_DOCUMENT = "damaged-document",
        "The document is not whole: it was cut off, or it is not what its format demands.",
        "Get it again, or open it in the program that made it and save it anew.";
    error DOCUMENT_TOO_LARGE = "document-too-large",
        "The document is larger, once unpacked, than a resolution can be.",
        "Cut the resolution out of it.";
    error SCANNED_DOCUMENT = "scanned-document",
        "The document shows pages and does not hold their characters, as scans do.",
        "Have its text recognised (OCR) and import what that gives; read it over before, as recognition errs.";
    error EMPTY_DOCUMENT = "empty-document",
        "The document holds no text.",
        "See whether it is the right file; a scanned document has no text of its own.";
    error NUL_IN_DOCUMENT = "nul-in-document",
        "The document holds a NUL character, as files do that are no text.",
        "Save it as plain text in UTF-8.";
    error NOT_UTF_16 = "not-utf-16",
        "The document begins as UTF-16 does and holds units that are none.",
        "Save it as plain text in UTF-8.";
    warning UNREADABLE_CHARACTERS = "unreadable-characters",
        "The document holds bytes that are no characters of its encoding.",
        "Compare the place with the published document, or save the document as UTF-8.";
    warning NOT_A_RESOLUTION = "not-a-resolution",
        "The document has neither an opening formula with paragraphs nor a note on positions.",
        "See whether it is a resolution; the line that names the body and ends with a comma begins its text.";
    warning NOT_UNDERSTOOD = "not-understood",
        "A stretch of the text is none that the reader knows, and nothing was taken from it.",
        "Read it, and complete the record by hand.";
    warning NOTES_NOT_READ = "notes-not-read",
        "A sentence names a delegation and may say a position, in a language whose notes are not read.",
        "Read it, and record the position by hand, or import the version in English or Arabic.";
    warning NOTE_NOT_FOUND = "note-not-found",
        "The mark of a note stands in the text, and the note itself does not.",
        "Look for the note in the published document: positions may be on record.";
    warning NUMBERING_GAP = "numbering-gap",
        "A number or letter is missing in the numbering of paragraphs.",
        "Compare the document with the published one; a paragraph may be lost.";
    warning NUMBERING_REPEAT = "numbering-repeat",
        "A number or letter stands twice in the numbering of paragraphs.",
        "Compare the document with the published one; only the first of the two was taken.";
    warning NUMBER_PAST_END = "number-past-end",
        "A position or a vote names a paragraph past the last one.",
        "Correct the number and record the position by hand.";
    warning PARAGRAPH_NOT_FOUND = "paragraph-not-found",
        "A position names a sub-paragraph, or a paragraph between two numbers, that the text does not have.",
        "Compare the note with the text and record the position by hand.";
    warning VERSIONS_DIFFER = "versions-differ",
        "The language versions of a resolution say different things.",
        "Compare both with the published document; what is disputed was not taken.";
    warning SAME_VERSION_TWICE = "same-version-twice",
        "A resolution stands twice in the same language.",
        "Leave one of the two out; the first was taken.";
    warning PHRASE_NOT_IN_PARAGRAPH = "phrase-not-in-paragraph",
        "The words that a position is about do not stand in the paragraph that it names.",
        "See which words or which paragraph are meant and record the position by hand.";
    warning STANDARD_NAME_USED = "standard-name-used",
        "A language version does not print the name of a delegation, so the standard name was taken.",
        "See that the name is the one that the body uses.";
    warning VOTE_CONTRADICTION = "vote-contradiction",
        "The counts of a vote and the lists of who voted how do not agree.",
        "See the record of the meeting; the lists were kept as incomplete.";
    warning VOTE_NOT_UNDERSTOOD = "vote-not-understood",
        "A part of a vote could not be read: a name that is no delegation, or counts that are not clear.",
        "Complete the vote by hand.";
    warning VOTE_LIST_DIFFERS = "vote-list-differs",
        "The printed list of those who voted one way is longer or shorter than the printed count.",
        "See the record of the meeting; the count was taken, and the lists are kept as incomplete.";
    warning VOTE_METADATA_DIFFERS = "vote-metadata-differs",
        "What is encoded of a vote is not what is printed.",
        "See the record of the meeting; what is printed was taken.";
    warning VOTED_TWICE = "voted-twice",
        "A delegation stands in two lists of one vote.",
        "See the record of the meeting; it was left in the list that its count confirms, else in none.";
    warning DATE_METADATA_DIFFERS = "date-metadata-differs",
        "The date of adoption that is encoded is not the one that is printed.",
        "See the record of the meeting; the printed date was taken.";
    warning VOTE_ON_PROPOSAL = "vote-on-proposal",
        "A vote is told that was on an amendment, a motion or a deletion, and not on the text.",
        "Nothing needs to be done; such votes are not kept in a record of the resolution.";
    warning VOTE_CORRECTED = "vote-corrected",
        "A delegation told afterwards that it had meant to vote otherwise.",
        "The vote stands as it was counted; say so in a note of your own where it matters.";
    warning VOTE_AND_CONSENSUS = "vote-and-consensus",
        "A vote on the text is told, and the text is said to be adopted without one.",
        "See in the record of the meeting which is right; the vote was not taken.";
    warning REJECTED_WITHOUT_DATE = "rejected-without-date",
        "The document says that the text was not adopted, and prints no date, without which a record cannot hold that.",
        "Look for the date of the meeting and add `rejected = DATE` to the record.";
    warning HEADING_CONTRADICTION = "heading-contradiction",
        "The document gives two dates or two ways of adoption.",
        "Compare with the published document; the one in the adoption line was taken.";
}

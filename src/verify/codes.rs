//! What a document may say otherwise than the record.

use crate::problem::Code;

/// Defines the codes and lists them: constant, severity, name, cause, remedy.
macro_rules! codes {
    ($($const:ident $severity:ident $name:literal, $cause:literal, $remedy:literal;)+) => {
        $(pub(super) static $const: Code = Code::$severity($name, $cause, $remedy);)+

        /// Every code of this room.
        pub const CODES: &[&Code] = &[$(&$const),+];
    };
}

codes! {
    NOT_IN_DOCUMENT error "not-in-document",
        "The document holds several resolutions and none of the record's symbol or title.",
        "Name the document that the record came from.";
    NOT_RECORDED warning "resolution-not-recorded",
        "A document holds a resolution of which the corpus has no record.",
        "Import the document into the folder of records, or leave it out.";
    TITLE_DIFFERS error "title-differs",
        "The document has another title.", "Correct the title in the record.";
    SYMBOL_DIFFERS error "symbol-differs",
        "The document has another symbol.", "Correct the symbol in the record.";
    DATE_DIFFERS error "date-differs",
        "The document has another date of adoption or rejection.", "Correct the date in the record.";
    WAY_DIFFERS error "way-differs",
        "The document says another way of adoption.", "Correct `by` in the record.";
    COUNT_DIFFERS error "count-differs",
        "The document has another number of paragraphs.", "Count again, and correct the record.";
    TEXT_DIFFERS error "text-differs",
        "The document has another text of a paragraph.", "Import the document again.";
    NAME_NOT_PRINTED error "name-not-printed",
        "A name of a delegation does not stand in the document.", "Write the name as the document prints it.";
    PHRASE_NOT_PRINTED error "phrase-not-printed",
        "A phrase does not stand in the document's paragraph.", "Correct the phrase, or the label.";
    POSITION_NOT_PRINTED error "position-not-printed",
        "A recorded position is not found in the document.", "Take it out, or correct what it is on.";
    POSITION_NOT_RECORDED error "position-not-recorded",
        "A position found in the document is not in the record.", "Record it with `reservations add`.";
    POSITION_DIFFERS error "position-differs",
        "A position is recorded otherwise than the document states it.", "Correct the key that the message names.";
    VOTE_DIFFERS error "vote-differs",
        "A vote is recorded otherwise than the document states it.", "Correct the vote in the record.";
    VERSIONS_DISAGREE error "versions-disagree",
        "The language versions of the document say different things, and the record was not made from these files.",
        "See which is right, and correct the record.";
    SHA256_DIFFERS warning "sha256-differs",
        "The file is not the one that the record was made from.",
        "Where it says the same, nothing is to be done; else record the SHA-256 of the right file.";
}

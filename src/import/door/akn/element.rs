//! What the elements of Akoma Ntoso are, as far as a reader of the printed text minds.

/// What an element does to the text in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// It holds a text of its own: a resolution, a collection of them, a statement.
    Document,
    /// Facts that are not printed.
    Metadata,
    /// Nothing in it is printed text.
    Hidden,
    /// The lines before the text.
    Cover,
    /// Where the title stands.
    Preface,
    /// The opening formula and the preambular paragraphs.
    Preamble,
    /// "The General Assembly,".
    Formula,
    /// The operative paragraphs.
    Body,
    /// What stands behind the text: the meeting, the vote.
    Conclusions,
    /// Another document that is attached.
    Annex,
    /// A heading inside the text.
    Heading,
    /// A note.
    Note,
    /// The number or letter of a paragraph.
    Number,
    /// A row of a table.
    Row,
    /// A cell of it.
    Cell,
    /// A paragraph, or what holds paragraphs: text in it is apart from the text around it.
    Apart,
    /// The end of a line.
    Break,
    /// A superscript.
    Raised,
    /// Part of a sentence.
    Inline,
}

/// Each element that is not [`Kind::Inline`], sorted by name.
const ELEMENTS: &[(&str, Kind)] = &[
    ("act", Kind::Document),
    ("administrationOfOath", Kind::Apart),
    ("alinea", Kind::Apart),
    ("amendment", Kind::Document),
    ("annex", Kind::Annex),
    ("article", Kind::Apart),
    ("attachment", Kind::Annex),
    ("attachments", Kind::Annex),
    ("authorialNote", Kind::Note),
    ("bill", Kind::Document),
    ("block", Kind::Apart),
    ("blockContainer", Kind::Apart),
    ("blockList", Kind::Apart),
    ("body", Kind::Body),
    ("book", Kind::Apart),
    ("br", Kind::Break),
    ("caption", Kind::Heading),
    ("chapter", Kind::Apart),
    ("citation", Kind::Apart),
    ("citations", Kind::Apart),
    ("clause", Kind::Apart),
    ("collectionBody", Kind::Hidden),
    ("conclusions", Kind::Conclusions),
    ("container", Kind::Apart),
    ("content", Kind::Apart),
    ("coverPage", Kind::Cover),
    ("crossHeading", Kind::Heading),
    ("debate", Kind::Document),
    ("debateBody", Kind::Body),
    ("division", Kind::Apart),
    ("doc", Kind::Document),
    ("documentCollection", Kind::Document),
    ("eol", Kind::Break),
    ("foreign", Kind::Hidden),
    ("formula", Kind::Formula),
    ("hcontainer", Kind::Apart),
    ("heading", Kind::Heading),
    ("indent", Kind::Apart),
    ("intro", Kind::Apart),
    ("item", Kind::Apart),
    ("judgment", Kind::Document),
    ("judgmentBody", Kind::Body),
    ("level", Kind::Apart),
    ("li", Kind::Apart),
    ("list", Kind::Apart),
    ("listIntroduction", Kind::Apart),
    ("listWrapUp", Kind::Apart),
    ("longTitle", Kind::Apart),
    ("mainBody", Kind::Body),
    ("meta", Kind::Metadata),
    ("num", Kind::Number),
    ("officialGazette", Kind::Document),
    ("ol", Kind::Apart),
    ("p", Kind::Apart),
    ("paragraph", Kind::Apart),
    ("part", Kind::Apart),
    ("point", Kind::Apart),
    ("portion", Kind::Document),
    ("portionBody", Kind::Body),
    ("preamble", Kind::Preamble),
    ("preface", Kind::Preface),
    ("presentation", Kind::Hidden),
    ("recital", Kind::Apart),
    ("recitals", Kind::Apart),
    ("remark", Kind::Inline),
    ("section", Kind::Apart),
    ("statement", Kind::Document),
    ("subFlow", Kind::Note),
    ("subheading", Kind::Heading),
    ("subparagraph", Kind::Apart),
    ("subpoint", Kind::Apart),
    ("subsection", Kind::Apart),
    ("sup", Kind::Raised),
    ("table", Kind::Apart),
    ("tblock", Kind::Apart),
    ("td", Kind::Cell),
    ("th", Kind::Cell),
    ("title", Kind::Apart),
    ("toc", Kind::Hidden),
    ("tr", Kind::Row),
    ("transitional", Kind::Apart),
    ("ul", Kind::Apart),
    ("wrapUp", Kind::Apart),
];

/// What an element is; its name is without its prefix.
pub(super) fn kind(name: &str) -> Kind {
    let found = ELEMENTS.binary_search_by(|(known, _)| (*known).cmp(name)).ok();
    found.and_then(|at| ELEMENTS.get(at)).map_or(Kind::Inline, |(_, kind)| *kind)
}

/// Whether the style of a paragraph is that of a heading: `H1`, `H23`, `HCh`; `H4` to `H6` too.
pub(super) fn is_heading_style(class: &str) -> bool {
    class.split(' ').any(|word| {
        word.strip_prefix('H').is_some_and(|rest| {
            rest == "Ch"
                || rest == "M"
                || (!rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit() || b == b'G'))
        })
    })
}

/// Whether the style of a paragraph is that of a note.
pub(super) fn is_note_style(class: &str) -> bool {
    class.split(' ').any(|word| matches!(word, "FootnoteText" | "EndnoteText"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_sorted_and_styles_are_known() {
        assert!(ELEMENTS.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert_eq!((kind("span"), kind("mainBody")), (Kind::Inline, Kind::Body));
        assert!(is_heading_style("H23") && is_heading_style("H1G") && !is_heading_style("SingleTxtG"));
        assert!(is_note_style("FootnoteText") && !is_note_style("SingleTxt"));
    }
}

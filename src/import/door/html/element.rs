//! What elements of a page are: tables of names.

use super::tokens::Tag;

/// Elements that begin a paragraph and end one.
const BLOCKS: [&str; 49] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "search",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Elements that have no end.
const EMPTY: [&str; 15] = [
    "area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta",
    "source", "track", "wbr",
];

/// Elements whose text is none of the document's, or was deleted from it.
const LEFT_OUT: [&str; 28] = [
    "aside", "audio", "button", "canvas", "datalist", "del", "dialog", "footer", "head", "iframe", "map",
    "menu", "nav", "noframes", "noscript", "object", "rp", "rt", "s", "script", "search", "select", "strike",
    "style", "svg", "template", "textarea", "video",
];

/// Parts of pages by the names that their makers give them, in `class`, `id`, `role` or LibreOffice's `title`.
const FURNITURE: [&str; 44] = [
    "alert",
    "banner",
    "breadcrumb",
    "breadcrumbs",
    "complementary",
    "contentinfo",
    "cookie",
    "cookie-banner",
    "cookies",
    "footer",
    "global-footer",
    "global-header",
    "header",
    "lang-switcher",
    "language-switcher",
    "main-menu",
    "masthead",
    "menu",
    "menubar",
    "mw-editsection",
    "mw-jump-link",
    "nav",
    "navbar",
    "navbox",
    "navigation",
    "no-print",
    "noprint",
    "page-footer",
    "page-header",
    "pager",
    "pagination",
    "print-hide",
    "screen-reader-text",
    "share",
    "sidebar",
    "site-footer",
    "site-header",
    "skip-link",
    "skip-to-content",
    "social",
    "sr-only",
    "toolbar",
    "topbar",
    "visually-hidden",
];

/// Inline elements with which a page may begin.
const INLINE: [&str; 14] =
    ["a", "b", "br", "em", "font", "i", "img", "link", "meta", "script", "span", "strong", "style", "title"];

/// Whether a page may begin with an element.
pub(super) fn is_of_pages(name: &str) -> bool {
    BLOCKS.contains(&name) || INLINE.contains(&name)
}

/// Whether an element begins a paragraph.
pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name)
}

/// Whether an element has no end.
pub(super) fn is_empty(name: &str) -> bool {
    EMPTY.contains(&name)
}

/// Whether an element is left out with all that is in it. `in_article` says that it stands in the page's main part,
/// where a header holds the title.
pub(super) fn is_left_out(tag: &Tag, in_article: bool) -> bool {
    let named = |attribute: &str| {
        let names = tag.get(attribute).unwrap_or_default();
        let mut names = names.split_ascii_whitespace();
        names.any(|name| FURNITURE.contains(&name.to_ascii_lowercase().as_str()))
    };
    let notes = ["class", "id", "role"].iter().filter_map(|name| tag.get(name)).any(|names| {
        let names = names.to_ascii_lowercase();
        names.contains("footnote") || names.contains("endnote")
    });
    let title = || ["class", "id"].iter().filter_map(|name| tag.get(name)).any(|name| name.contains("title"));
    let style = tag.get("style").unwrap_or_default().to_ascii_lowercase().replace(' ', "");
    let hidden = tag.get("hidden").is_some_and(|value| value != "until-found")
        || tag.get("aria-hidden") == Some("true")
        || style.contains("display:none")
        || style.contains("visibility:hidden")
        || style.contains("mso-hide:all");
    let name = tag.name.as_str();
    hidden && name != "body"
        || !notes
            && (LEFT_OUT.contains(&name)
                || name == "header" && !in_article && !title()
                || is_part(name)
                    && (["class", "id", "role"].iter().any(|attribute| named(attribute)) && !title())
                || name == "div" && named("title"))
}

/// Whether an element may be a part of a page, which is known by its name.
fn is_part(name: &str) -> bool {
    matches!(name, "div" | "ul" | "ol" | "section" | "p" | "span" | "a" | "table" | "td" | "form" | "dl")
}

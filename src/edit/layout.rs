//! Where things stand in a record's text.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

/// A key and its value, a section, or an item of a list, with its places in bytes of the text.
#[derive(Debug)]
pub(super) struct Node {
    /// The key without quotation marks; empty for an item of a list.
    pub key: String,
    /// The key as written, with quotation marks.
    pub key_span: Range<usize>,
    /// The value as written; of a section with a header the header, of one without the word of its name.
    pub span: Range<usize>,
    /// Whether it is a table of any notation.
    pub is_table: bool,
    /// Entries of a table and items of a list, in the text's order.
    pub children: Vec<Node>,
}

impl Node {
    fn new(key: &str, key_span: Range<usize>, value: &toml::Spanned<DeValue<'_>>) -> Self {
        let span = value.span();
        let (is_table, children) = match value.get_ref() {
            DeValue::Table(table) => (true, nodes(table)),
            DeValue::Array(items) => {
                (false, items.iter().map(|item| Self::new("", item.span(), item)).collect())
            }
            _ => (false, Vec::new()),
        };
        Self { key: key.to_owned(), key_span, span, is_table, children }
    }

    /// The entry of that key.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.children.iter().find(|child| child.key == key)
    }

    /// Where the last of it ends.
    pub fn end(&self) -> usize {
        self.children.iter().map(Self::end).fold(self.span.end, usize::max)
    }

    /// Whether it is written in braces.
    pub fn is_inline(&self, text: &str) -> bool {
        self.is_table && text.get(self.span.clone()).is_some_and(|own| own.starts_with('{'))
    }

    /// Whether it is a section with a header of its own.
    pub fn has_header(&self, text: &str) -> bool {
        self.is_table && text.get(self.span.clone()).is_some_and(|own| own.starts_with('['))
    }
}

fn nodes(table: &DeTable<'_>) -> Vec<Node> {
    let mut nodes: Vec<_> =
        table.iter().map(|(key, value)| Node::new(key.get_ref(), key.span(), value)).collect();
    nodes.sort_by_key(|node| node.key_span.start);
    nodes
}

/// The root of a text; none where it is no TOML.
pub(super) fn read(text: &str) -> Option<Node> {
    let table = DeTable::parse(text).ok()?;
    Some(Node {
        key: String::new(),
        key_span: 0..0,
        span: 0..0,
        is_table: true,
        children: nodes(table.get_ref()),
    })
}

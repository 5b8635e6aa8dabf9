//! Tags and text of a page, one after the other, from the tokenizer of html5ever.

use std::cell::RefCell;

use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

/// A tag.
#[derive(Debug)]
pub(super) struct Tag {
    pub name: String,
    pub closing: bool,
    attributes: Vec<(String, String)>,
}

impl Tag {
    /// The value of an attribute; empty where it has none.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// What takes the tags and the text of a page.
pub(super) trait Reader {
    /// The start or the end of an element.
    fn tag(&mut self, tag: &Tag);
    /// Characters, entities resolved.
    fn text(&mut self, text: &str);
}

/// Gives a page to a reader.
pub(super) fn read(page: &str, reader: &mut impl Reader) {
    let sink = Sink { reader: RefCell::new(reader) };
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(page.into());
    // It stops for scripts, which this sink never asks for.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
}

struct Sink<'a, R> {
    reader: RefCell<&'a mut R>,
}

impl<R: Reader> TokenSink for Sink<'_, R> {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut reader = self.reader.borrow_mut();
        match token {
            Token::CharacterTokens(text) => reader.text(&text),
            Token::TagToken(tag) => {
                let attributes = tag.attrs.iter();
                let attributes = attributes.map(|one| (one.name.local.to_string(), one.value.to_string()));
                let closing = tag.kind == TagKind::EndTag;
                let tag = Tag { name: tag.name.to_string(), closing, attributes: attributes.collect() };
                reader.tag(&tag);
                return match tag.name.as_str() {
                    _ if closing => TokenSinkResult::Continue,
                    "script" => TokenSinkResult::RawData(RawKind::ScriptData),
                    "style" | "xmp" | "iframe" | "noembed" | "noframes" => {
                        TokenSinkResult::RawData(RawKind::Rawtext)
                    }
                    "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
                    "plaintext" => TokenSinkResult::Plaintext,
                    _ => TokenSinkResult::Continue,
                };
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

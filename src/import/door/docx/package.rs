//! The parts of a package, found by its relationships.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::markup::{Event, Markup};

/// How many bytes a part may have once it is unpacked; a document of a thousand pages has a tenth of it.
pub(super) const LARGEST: u64 = 64 << 20;

/// Why a document cannot be read.
#[derive(Debug)]
pub(super) enum Unreadable {
    /// It has a password.
    Encrypted,
    /// It is not what the format demands.
    Damaged(String),
    /// The part with this name is too large.
    TooLarge(String),
}

/// The parts that are read.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub document: String,
    pub styles: Option<String>,
    pub numbering: Option<String>,
    pub footnotes: Option<String>,
    pub endnotes: Option<String>,
    pub settings: Option<String>,
}

/// A package.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
}

impl<'a> Package<'a> {
    /// Opens a package.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Unreadable> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| unreadable(&error))?;
        Ok(Self { archive })
    }

    /// The parts of a document.
    pub fn parts(&mut self) -> Result<Parts, Unreadable> {
        let root = self.text("_rels/.rels")?.unwrap_or_default();
        let main = related(&root, "", "/officeDocument")?.unwrap_or_else(|| "word/document.xml".to_owned());
        let Some(document) = self.text(&main)? else {
            return Err(Unreadable::Damaged(format!("{main} is not in it")));
        };
        let (folder, file) = main.rsplit_once('/').unwrap_or(("", &main));
        let relations = self.text(&format!("{folder}/_rels/{file}.rels"))?.unwrap_or_default();
        let mut part = |kind: &str| -> Result<Option<String>, Unreadable> {
            match related(&relations, folder, kind)? {
                Some(name) => self.text(&name),
                None => Ok(None),
            }
        };
        Ok(Parts {
            styles: part("/styles")?,
            numbering: part("/numbering")?,
            footnotes: part("/footnotes")?,
            endnotes: part("/endnotes")?,
            settings: part("/settings")?,
            document,
        })
    }

    /// A part as text; none where there is none.
    fn text(&mut self, name: &str) -> Result<Option<String>, Unreadable> {
        let file = match self.archive.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(unreadable(&error)),
        };
        let mut bytes = Vec::new();
        let length = file.take(LARGEST + 1).read_to_end(&mut bytes);
        length.map_err(|error| Unreadable::Damaged(format!("{name}: {error}")))?;
        if bytes.len() as u64 > LARGEST {
            return Err(Unreadable::TooLarge(name.to_owned()));
        }
        // UTF-16 with its mark, else UTF-8: XML in packages is in one of the two.
        let (text, _, faulty) = encoding_rs::UTF_8.decode(&bytes);
        if faulty {
            return Err(Unreadable::Damaged(format!("{name} is not in UTF-8 or UTF-16")));
        }
        Ok(Some(text.into_owned()))
    }
}

fn unreadable(error: &ZipError) -> Unreadable {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Unreadable::Encrypted,
        error => Unreadable::Damaged(error.to_string()),
    }
}

/// The part to which relationships of one kind point, from the part in `folder`.
fn related(relations: &str, folder: &str, kind: &str) -> Result<Option<String>, Unreadable> {
    let mut markup = Markup::new(relations);
    while let Some(event) = markup.next()? {
        let Event::Start(element) = &event else { continue };
        let of_kind = element.get("Type").is_some_and(|of| of.ends_with(kind));
        let outside = element.get("TargetMode").is_some_and(|mode| mode == "External");
        if element.name() != "Relationship" || !of_kind || outside {
            continue;
        }
        let Some(target) = element.get("Target") else { continue };
        return Ok(Some(match target.strip_prefix('/') {
            Some(whole) => whole.to_owned(),
            None if folder.is_empty() => target,
            None => format!("{folder}/{target}"),
        }));
    }
    Ok(None)
}

//! The contents of pages: glyphs and drawn lines with their places.

use std::collections::HashMap;
use std::rc::Rc;

use lopdf::content::{Content, ContentOperations, Operation};
use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId, Stream};

use super::Unreadable;
use super::font::Font;

/// How many bytes a stream may have once it is unpacked, and all that is drawn of a document together.
const LARGEST: usize = 64 << 20;

/// How many glyphs a document may have: more than a book of a thousand pages.
const MOST: usize = 4_000_000;

/// A clip that hides nothing.
const EVERYWHERE: [f64; 4] = [f64::NEG_INFINITY, f64::NEG_INFINITY, f64::INFINITY, f64::INFINITY];

/// A path without points.
const NOWHERE: [f64; 4] = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];

/// How deep forms may stand in forms.
const DEEPEST: usize = 12;

/// A character on a page. Lengths are in points, from the lower left corner.
#[derive(Clone, Debug)]
pub(super) struct Glyph {
    pub x: f64,
    pub y: f64,
    /// How far the next one is.
    pub width: f64,
    pub size: f64,
    pub text: String,
}

/// A page.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub glyphs: Vec<Glyph>,
    /// Horizontal lines that are drawn: where they begin and end, and how high they are.
    pub rules: Vec<(f64, f64, f64)>,
    /// How many pictures stand on it.
    pub pictures: usize,
}

/// Reads the pages of a document.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Page>, Unreadable> {
    let options = LoadOptions::with_max_decompressed_size(LARGEST);
    let mut document = Document::load_mem_with_options(bytes, options).map_err(|error| unreadable(&error))?;
    if document.is_encrypted() {
        document.decrypt("").map_err(|_| Unreadable::Encrypted)?;
    }
    let mut pages = Vec::new();
    let (mut glyphs, mut left) = (0, LARGEST);
    for id in document.get_pages().into_values() {
        let mut drawing = Drawing::new(&document, id, left);
        drawing.page(id)?;
        left = drawing.left;
        glyphs += drawing.page.glyphs.len();
        if glyphs > MOST {
            return Err(Unreadable::TooLarge(format!("the PDF has more than {MOST} characters")));
        }
        pages.push(drawing.page);
    }
    if pages.is_empty() {
        return Err(Unreadable::Damaged("it has no pages".to_owned()));
    }
    Ok(pages)
}

fn unreadable(error: &lopdf::Error) -> Unreadable {
    match error {
        lopdf::Error::Decryption(_)
        | lopdf::Error::InvalidPassword
        | lopdf::Error::UnsupportedSecurityHandler(_) => Unreadable::Encrypted,
        lopdf::Error::Decompress(_) => {
            Unreadable::TooLarge(format!("a part of the PDF has more than {} MiB", LARGEST >> 20))
        }
        error => Unreadable::Damaged(error.to_string()),
    }
}

/// A transformation of places: x' = a x + c y + e, y' = b x + d y + f.
#[derive(Clone, Copy, Debug)]
struct Matrix([f64; 6]);

impl Matrix {
    const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// This one, and then another.
    fn then(self, next: Self) -> Self {
        let ([a, b, c, d, e, f], [g, h, i, j, k, l]) = (self.0, next.0);
        Self([
            a * g + b * i,
            a * h + b * j,
            c * g + d * i,
            c * h + d * j,
            e * g + f * i + k,
            e * h + f * j + l,
        ])
    }

    fn moved(self, x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y]).then(self)
    }

    fn place(self, x: f64, y: f64) -> (f64, f64) {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }
}

/// How text and lines are drawn at a moment.
#[derive(Clone)]
struct State<'a> {
    space: Matrix,
    font: Option<Rc<Font<'a>>>,
    size: f64,
    letters: f64,
    words: f64,
    scale: f64,
    leading: f64,
    rise: f64,
    /// What is drawn outside is not seen: left, bottom, right, top.
    clip: [f64; 4],
}

struct Drawing<'a> {
    document: &'a Document,
    page: Page,
    state: State<'a>,
    saved: Vec<State<'a>>,
    text: Matrix,
    line: Matrix,
    fonts: HashMap<*const Dictionary, Rc<Font<'a>>>,
    /// The last point of the path, and the box around all of it.
    point: Option<(f64, f64)>,
    bounds: [f64; 4],
    /// The path becomes a clip once it is drawn.
    clips: bool,
    /// The marked contents that are open.
    marked: Vec<Marked>,
    /// How many bytes may still be unpacked.
    left: usize,
}

/// What the marking of a content says.
enum Marked {
    Nothing,
    /// The head or foot of a page.
    Furniture,
    /// The text that it shows, till it is written.
    Actual(Option<String>),
}

impl<'a> Drawing<'a> {
    fn new(document: &'a Document, id: ObjectId, left: usize) -> Self {
        let turned = inherited(document, id, b"Rotate").and_then(|turn| turn.as_i64().ok()).unwrap_or(0);
        let space = match turned.rem_euclid(360) {
            90 => Matrix([0.0, -1.0, 1.0, 0.0, 0.0, 0.0]),
            180 => Matrix([-1.0, 0.0, 0.0, -1.0, 0.0, 0.0]),
            270 => Matrix([0.0, 1.0, -1.0, 0.0, 0.0, 0.0]),
            _ => Matrix::IDENTITY,
        };
        let state = State {
            space,
            font: None,
            size: 0.0,
            letters: 0.0,
            words: 0.0,
            scale: 1.0,
            leading: 0.0,
            rise: 0.0,
            clip: EVERYWHERE,
        };
        Self {
            document,
            page: Page::default(),
            state,
            saved: Vec::new(),
            text: Matrix::IDENTITY,
            line: Matrix::IDENTITY,
            fonts: HashMap::new(),
            point: None,
            bounds: NOWHERE,
            clips: false,
            marked: Vec::new(),
            left,
        }
    }

    fn page(&mut self, id: ObjectId) -> Result<(), Unreadable> {
        let content =
            self.document.get_page_content_with_limit(id, self.left).map_err(|error| unreadable(&error))?;
        let resources = inherited(self.document, id, b"Resources").and_then(|object| object.as_dict().ok());
        self.left = self.left.saturating_sub(content.len());
        self.draw(&content, resources, 0)
    }

    fn draw(
        &mut self,
        content: &[u8],
        resources: Option<&'a Dictionary>,
        depth: usize,
    ) -> Result<(), Unreadable> {
        let operations: ContentOperations<'_> = <Content>::decode_iter(content);
        for operation in operations {
            // What is damaged in a page is left out.
            let Ok(operation) = operation else { continue };
            if self.page.glyphs.len() > MOST {
                return Err(Unreadable::TooLarge(format!("the PDF has more than {MOST} characters")));
            }
            if operation.operator == "Do" {
                self.form(&operation, resources, depth)?;
            } else {
                self.operate(&operation, resources);
            }
        }
        Ok(())
    }

    fn operate(&mut self, operation: &Operation, resources: Option<&'a Dictionary>) {
        let numbers: Vec<f64> = operation.operands.iter().filter_map(number).collect();
        match (operation.operator.as_str(), &numbers[..]) {
            ("q", _) if self.saved.len() < 1024 => self.saved.push(self.state.clone()),
            ("Q", _) => self.state = self.saved.pop().unwrap_or_else(|| self.state.clone()),
            ("cm", [a, b, c, d, e, f]) => {
                self.state.space = Matrix([*a, *b, *c, *d, *e, *f]).then(self.state.space);
            }
            ("BT", _) => self.set_line(Matrix::IDENTITY),
            ("Tm", [a, b, c, d, e, f]) => self.set_line(Matrix([*a, *b, *c, *d, *e, *f])),
            ("Td", [x, y]) => self.set_line(self.line.moved(*x, *y)),
            ("TD", [x, y]) => {
                self.state.leading = -y;
                self.set_line(self.line.moved(*x, *y));
            }
            ("T*", _) => self.next_line(),
            ("Tf", [.., size]) => {
                self.state.size = *size;
                self.state.font = self.font(operation, resources);
            }
            ("Tc", [value]) => self.state.letters = *value,
            ("Tw", [value]) => self.state.words = *value,
            ("Tz", [value]) => self.state.scale = value / 100.0,
            ("TL", [value]) => self.state.leading = *value,
            ("Ts", [value]) => self.state.rise = *value,
            ("'", _) => {
                self.next_line();
                self.show_all(operation);
            }
            ("\"", [words, letters]) => {
                (self.state.words, self.state.letters) = (*words, *letters);
                self.next_line();
                self.show_all(operation);
            }
            ("Tj" | "TJ", _) => self.show_all(operation),
            ("BDC" | "BMC", _) => self.mark(operation, resources),
            ("EMC", _) => drop(self.marked.pop()),
            ("BI", _) => self.page.pictures += 1,
            (name, numbers) => self.trace(name, numbers),
        }
    }

    /// Paths, as far as they are horizontal lines or hide what is outside.
    fn trace(&mut self, operator: &str, numbers: &[f64]) {
        match (operator, numbers) {
            ("m", [x, y]) => self.point = Some(self.reach(*x, *y)),
            ("l", [x, y]) => {
                let (from, to) = (self.point, self.reach(*x, *y));
                if let Some((x, y)) = from.filter(|from| (from.1 - to.1).abs() < 1.0) {
                    self.rule(x, to.0, y);
                }
                self.point = Some(to);
            }
            ("c" | "v" | "y", [points @ .., x, y]) => {
                for point in points.chunks_exact(2) {
                    self.reach(point[0], point[1]);
                }
                self.point = Some(self.reach(*x, *y));
            }
            ("re", [x, y, width, height]) => {
                let (from, to) = (self.reach(*x, *y), self.reach(x + width, y + height));
                if (from.1 - to.1).abs() < 2.5 {
                    self.rule(from.0, to.0, from.1);
                }
            }
            ("W" | "W*", _) => self.clips = true,
            ("n" | "f" | "F" | "f*" | "B" | "B*" | "b" | "b*" | "S" | "s", _) => {
                let bounds = std::mem::replace(&mut self.bounds, NOWHERE);
                if std::mem::take(&mut self.clips) {
                    let [left, bottom, right, top] = self.state.clip;
                    self.state.clip = [
                        left.max(bounds[0]),
                        bottom.max(bounds[1]),
                        right.min(bounds[2]),
                        top.min(bounds[3]),
                    ];
                }
            }
            _ => {}
        }
    }

    /// Takes a point into the path.
    fn reach(&mut self, x: f64, y: f64) -> (f64, f64) {
        let (x, y) = self.state.space.place(x, y);
        let [left, bottom, right, top] = self.bounds;
        self.bounds = [left.min(x), bottom.min(y), right.max(x), top.max(y)];
        (x, y)
    }

    /// Whether a glyph is seen, by its middle.
    fn is_seen(&self, glyph: &Glyph) -> bool {
        let [left, bottom, right, top] = self.state.clip;
        let (x, y) = (glyph.x + glyph.width / 2.0, glyph.y + glyph.size * 0.25);
        left - 1.0 <= x && x <= right + 1.0 && bottom - 1.0 <= y && y <= top + 1.0
    }

    fn rule(&mut self, from: f64, to: f64, y: f64) {
        if (from - to).abs() > 20.0 && self.page.rules.len() < 10_000 {
            self.page.rules.push((from.min(to), from.max(to), y));
        }
    }

    fn set_line(&mut self, matrix: Matrix) {
        (self.text, self.line) = (matrix, matrix);
    }

    fn next_line(&mut self) {
        self.set_line(self.line.moved(0.0, -self.state.leading));
    }

    fn font(&mut self, operation: &Operation, resources: Option<&'a Dictionary>) -> Option<Rc<Font<'a>>> {
        let name = operation.operands.first()?.as_name().ok()?;
        let font = entry(self.document, resources?, b"Font", name)?.as_dict().ok()?;
        let read = self.fonts.entry(std::ptr::from_ref(font));
        Some(Rc::clone(read.or_insert_with(|| Rc::new(Font::read(self.document, font)))))
    }

    fn show_all(&mut self, operation: &Operation) {
        for operand in &operation.operands {
            match operand {
                Object::String(bytes, _) => self.show(bytes),
                Object::Array(parts) => {
                    for part in parts {
                        match part {
                            Object::String(bytes, _) => self.show(bytes),
                            other => {
                                let back = number(other).unwrap_or(0.0) / 1000.0;
                                let by = -back * self.state.size * self.state.scale;
                                self.text = self.text.moved(by, 0.0);
                            }
                        }
                    }
                }
                _ => {}
            }
        }
    }

    fn show(&mut self, bytes: &[u8]) {
        let Some(font) = self.state.font.clone() else { return };
        for character in font.characters(bytes) {
            let State { size, letters, words, scale, rise, .. } = self.state;
            let words = if character.blank { words } else { 0.0 };
            let advance = (character.width * size + letters + words) * scale;
            let matrix = self.text.then(self.state.space);
            let (x, y) = matrix.place(0.0, rise);
            let [a, b, c, d, ..] = matrix.0;
            // Upright, however slanted its letters are drawn.
            let height = (a * d - b * c).abs() / a.hypot(b).max(1e-9) * size.abs();
            // Text that runs up or down a page is a stamp or stands in a margin.
            if a.abs() > b.abs() && height > 0.5 && x.is_finite() && y.is_finite() {
                let text = self.actual().unwrap_or(character.text);
                // A mirrored text would run to the left; no producer does that.
                self.push(Glyph { x, y, width: (a * advance).abs(), size: height, text });
            }
            self.text = self.text.moved(advance, 0.0);
        }
    }

    fn push(&mut self, glyph: Glyph) {
        let furniture = self.marked.iter().any(|marked| matches!(marked, Marked::Furniture));
        if !furniture && !glyph.text.is_empty() && self.is_seen(&glyph) && self.page.glyphs.len() <= MOST {
            self.page.glyphs.push(glyph);
        }
    }

    /// The text that the marking of a content puts in the place of its glyphs: once, and nothing for the others.
    fn actual(&mut self) -> Option<String> {
        self.marked.iter_mut().rev().find_map(|marked| match marked {
            Marked::Actual(text) => Some(text.take().unwrap_or_default()),
            _ => None,
        })
    }

    fn mark(&mut self, operation: &Operation, resources: Option<&Dictionary>) {
        let properties = match operation.operands.get(1) {
            Some(Object::Dictionary(inline)) => Some(inline),
            Some(Object::Name(name)) => resources
                .and_then(|resources| entry(self.document, resources, b"Properties", name))
                .and_then(|properties| properties.as_dict().ok()),
            _ => None,
        };
        let tag = operation.operands.first().and_then(|tag| tag.as_name().ok());
        let kind = properties.and_then(|properties| properties.get(b"Type").and_then(Object::as_name).ok());
        let actual = properties.and_then(|properties| properties.get(b"ActualText").ok());
        let actual = actual.and_then(|text| lopdf::decode_text_string(text).ok());
        self.marked.push(match (tag, kind, actual) {
            (Some(b"Artifact"), Some(b"Pagination"), _) => Marked::Furniture,
            (_, _, Some(text)) => Marked::Actual(Some(text)),
            _ => Marked::Nothing,
        });
    }

    fn form(
        &mut self,
        operation: &Operation,
        resources: Option<&'a Dictionary>,
        depth: usize,
    ) -> Result<(), Unreadable> {
        let stream = operation
            .operands
            .first()
            .and_then(|name| name.as_name().ok())
            .and_then(|name| entry(self.document, resources?, b"XObject", name)?.as_stream().ok());
        let Some(stream) = stream else { return Ok(()) };
        let kind = stream.dict.get(b"Subtype").and_then(Object::as_name).unwrap_or(b"");
        if kind == b"Image" {
            self.page.pictures += 1;
        }
        if kind != b"Form" || depth >= DEEPEST {
            return Ok(());
        }
        self.draw_form(stream, resources, depth)
    }

    fn draw_form(
        &mut self,
        form: &'a Stream,
        resources: Option<&'a Dictionary>,
        depth: usize,
    ) -> Result<(), Unreadable> {
        let content = form.get_plain_content_with_limit(self.left).map_err(|error| unreadable(&error))?;
        // A form that is drawn again and again costs each time.
        let Some(left) = self.left.checked_sub(content.len() + 64) else {
            return Err(Unreadable::TooLarge(format!(
                "the pages of the PDF have more than {} MiB",
                LARGEST >> 20
            )));
        };
        self.left = left;
        let own = form.dict.get_deref(b"Resources", self.document).and_then(Object::as_dict).ok();
        let matrix = form.dict.get_deref(b"Matrix", self.document).and_then(Object::as_array).ok();
        let matrix: Vec<f64> = matrix.into_iter().flatten().filter_map(number).collect();
        let outer = (self.state.clone(), self.text, self.line, std::mem::take(&mut self.saved));
        if let [a, b, c, d, e, f] = matrix[..] {
            self.state.space = Matrix([a, b, c, d, e, f]).then(self.state.space);
        }
        let drawn = self.draw(&content, own.or(resources), depth + 1);
        (self.state, self.text, self.line, self.saved) = outer;
        drawn
    }
}

fn number(object: &Object) -> Option<f64> {
    object.as_float().ok().map(f64::from)
}

/// A named thing of a kind among resources.
fn entry<'a>(
    document: &'a Document,
    resources: &'a Dictionary,
    kind: &[u8],
    name: &[u8],
) -> Option<&'a Object> {
    resources.get_deref(kind, document).ok()?.as_dict().ok()?.get_deref(name, document).ok()
}

/// What a page says, or what holds it.
fn inherited<'a>(document: &'a Document, id: ObjectId, key: &[u8]) -> Option<&'a Object> {
    let mut next = document.get_dictionary(id).ok()?;
    for _ in 0..64 {
        if let Ok(found) = next.get_deref(key, document) {
            return Some(found);
        }
        next = next.get_deref(b"Parent", document).ok()?.as_dict().ok()?;
    }
    None
}

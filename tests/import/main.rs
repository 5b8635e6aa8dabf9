//! Import, judged by documents of which it is known what must come out.

mod document;
mod layout;
mod text;

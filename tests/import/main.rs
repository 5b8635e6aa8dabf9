//! Import, judged by documents of which it is known what must come out.

mod document;
mod kigali;
mod layout;
mod text;
mod vote;

//! Import, judged by documents of which it is known what must come out.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test may"
)]

mod adoption;
mod adversary;
mod bodies;
mod cases;
mod document;
mod kigali;
mod layout;
mod reflow;
mod text;
mod traps;
mod unseen;
mod vote;

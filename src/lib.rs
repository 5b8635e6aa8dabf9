//! Positions that delegations put on record about resolutions: a register, its look-ups and its reports.
//!
//! One way through the code; a module imports only what stands before it in this file:
//!
//! ```text
//! text --record--> raw records --check--> Register --report--> Table --export--> bytes
//! documents --import--^      \____ problems ____/
//! ```

pub mod fold;
pub mod language;
pub mod model;
pub mod names;
pub mod note;
pub mod problem;

//! Positions that delegations put on record about resolutions: a register, its look-ups and its reports.
//!
//! One way through the code; a module imports only what stands before it in this file:
//!
//! ```text
//! text --record--> raw records --check--> Register --report--> Table --export--> bytes
//! documents --import--^      \____ problems ____/
//! ```

pub mod problem;
pub mod fold;
pub mod vocabulary;
pub mod language;
pub mod names;
pub mod model;
pub mod words;
pub mod citation;
pub mod statement;
pub mod note;
pub mod reference;
pub mod record;
pub mod import;
pub mod check;
pub mod schema;
pub mod corpus;
pub mod edit;
pub mod diff;
pub mod verify;
pub mod diagnostic;
pub mod store;
pub mod table;
pub mod report;
pub mod export;
pub mod publish;

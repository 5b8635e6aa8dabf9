//! Stand-in.
use crate::problem::{Code, Problem};
/// People.
pub fn for_people(problems: &[Problem], _: bool) -> String {
    problems
        .iter()
        .map(|p| {
            let (l, c) = p.place();
            format!(
                "{}[{}]: {}\n --> {}:{l}:{c}\n help: {}\n",
                p.code.severity.as_str(),
                p.code.name,
                p.message,
                p.file(),
                p.help
            )
        })
        .collect()
}
/// Sarif.
pub fn sarif(_: &[Problem], _: &str, _: &[&Code]) -> String {
    String::new()
}
/// Github.
pub fn github(_: &[Problem]) -> String {
    String::new()
}

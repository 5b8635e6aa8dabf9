//! Problems as commands to GitHub's workflow runner, which shows them beside the lines of a pull request.

use std::fmt::Write as _;

use crate::fold::visible;
use crate::problem::Problem;

/// One line a problem: `::error file=a.toml,line=14,col=8,title=unknown-kind::message%0Ahelp`.
///
/// What a file contains cannot begin another command: ends of lines and the signs of the commands' own are escaped.
pub fn github(problems: &[Problem]) -> String {
    let mut lines = String::new();
    for problem in problems {
        let (line, column) = problem.place();
        let found = problem.found_at().map(|place| format!("{place}: ")).unwrap_or_default();
        let mut message = format!("{found}{}", visible(&problem.message));
        if !problem.help.is_empty() {
            let _ = write!(message, "\n{}", visible(&problem.help));
        }
        let _ = writeln!(
            lines,
            "::{} file={},line={line},col={column},title={}::{}",
            problem.code.severity.as_str(),
            property(problem.file()),
            problem.code.name,
            data(&message),
        );
    }
    lines
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::{Code, SourceText};

    static ODD: Code = Code::warning("odd", "It is odd.", "Look.");

    #[test]
    fn every_sign_of_the_commands_is_escaped() {
        let source = SourceText::new("a,b:c%\n.toml", "\nx");
        let problem = Problem::new(&ODD, &source, 1..2, "100 %\n::error::no", "look, please: there");
        assert_eq!(
            github(&[problem]),
            "::warning file=a%2Cb%3Ac%25%0A.toml,line=2,col=1,title=odd::100 %25\\u{a}::error::no%0Alook, please: there\n"
        );
        assert_eq!(github(&[]), "");
    }
}

use proptest::prelude::*;

use super::*;

/// A record as some person may have laid it out.
fn laid_out() -> impl Strategy<Value = String> {
    let remark = prop_oneof![Just(""), Just(" # a remark"), Just("\t#é [x] \"y"), Just("   ")];
    let between = prop_oneof![3 => Just(""), 1 => Just("\n"), 1 => Just("# [[position]]\n"), 1 => Just("   # q = 'x\n\n")];
    let count = OWN.lines().count();
    let per_line = proptest::collection::vec((0..4usize, remark, between), count);
    (per_line, any::<bool>(), any::<bool>(), any::<bool>()).prop_map(|(per_line, crlf, ended, last)| {
        let mut text = String::new();
        for (line, (spacing, remark, between)) in OWN.lines().zip(per_line) {
            let line = match (spacing, line.split_once(" = ")) {
                (_, _) if line.starts_with('#') || line.is_empty() => line.to_owned(),
                (0, Some((key, value))) => format!("  {key}={value}{remark}"),
                (1, Some((key, value))) => format!("{key} \t =   {value}{remark}"),
                (2, Some((key, value))) => format!(
                    "\t{key} = {}{remark}",
                    value.replace("[\"", "[\n  \"").replace("\", \"", "\" # c\n  , \"")
                ),
                (0, None) => format!("  {}{remark}", line.replace("[[", "[[  ").replace("]]", " ]]")),
                _ => format!("{line}{remark}"),
            };
            text.push_str(between);
            text.push_str(&line);
            text.push('\n');
        }
        text.push_str(if last { "# the last" } else { "" });
        text.push_str(if ended { "\n" } else { "" });
        if crlf { text.replace('\n', "\r\n") } else { text }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(ProptestConfig::default().cases.min(96)))]

    #[test]
    fn an_added_position_leaves_every_other_byte(text in laid_out(), number in 10u32..28, who in prop_oneof![Just("KZ"), Just("FR"), Just("african-group")], note in "[ -~é\n]{1,20}x") {
        let old = resolution(&text);
        let note = [("en".parse().unwrap(), note)].into();
        let edited = added(&text, &NewPosition { note, ..on(who, &[&format!("OP{number}")]) });
        let base = if text.ends_with('\n') { text.clone() } else { format!("{text}{}", if text.contains("\r\n") { "\r\n" } else { "\n" }) };
        let new = if edited.text.ends_with('\n') { edited.text.clone() } else { format!("{}{}", edited.text, if text.contains("\r\n") { "\r\n" } else { "\n" }) };
        prop_assert!(put_in(&base, &new).len() <= 10);
        prop_assert_eq!(edited.text.ends_with('\n'), text.ends_with('\n'));
        let now = resolution(&edited.text);
        prop_assert_eq!(&now.positions[..old.positions.len()], &old.positions[..]);
        prop_assert_eq!(now.positions.len(), old.positions.len() + 1);
        prop_assert_eq!(edited.text.contains("\r\n"), text.contains("\r\n"));
        prop_assert_eq!(edited.text.replace("\r\n", "").contains('\n'), text.replace("\r\n", "").contains('\n'));
    }

    #[test]
    fn a_withdrawn_part_leaves_the_rest(text in laid_out(), which in 1usize..7) {
        let all = ["PP9", "PP10", "OP9"];
        let part: Vec<&str> = all.iter().enumerate().filter(|(at, _)| which & (1 << at) != 0).map(|(_, label)| *label).collect();
        let edited = withdrawn(&text, &withdrawal("KZ", &part, "2023-01-01"));
        let remarks = |text: &str| text.lines().filter_map(|line| line.split_once('#').map(|(_, remark)| remark.trim_end().to_owned())).collect::<Vec<_>>();
        // A remark goes with its label, so their order may be another one.
        let sorted = |text: &str| { let mut all = remarks(text); all.sort(); all };
        prop_assert_eq!(sorted(&edited.text), sorted(&text));
        let again = resolution(&edited.text);
        let standing: Vec<String> = again.positions.iter().filter(|p| p.delegation == code("KZ") && p.life.withdrawn().is_none()).flat_map(|p| match &p.target {
            Target::Paragraphs { on, .. } => on.as_slice().iter().map(ToString::to_string).collect(),
            _ => Vec::new(),
        }).collect();
        let kept: Vec<&str> = all.iter().filter(|label| !part.contains(label)).copied().collect();
        prop_assert_eq!(standing, kept);
    }
}

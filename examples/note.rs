//! dbg
fn main() {
    let mut args = std::env::args().skip(1);
    let lang = args.next().unwrap().parse().unwrap();
    let text = args.next().unwrap();
    let r = reservations::note::read(&lang, &text, &Default::default());
    for s in &r.statements {
        println!(
            "{:?} {:?} {:?} {:?} re {:?}",
            s.delegations.iter().map(|d| d.delegation.as_str()).collect::<Vec<_>>(),
            s.kind,
            s.target,
            s.status,
            s.regarding
        );
    }
    for d in &r.doubts {
        println!("{}: {} | {}", d.code.name, d.message, d.help);
    }
}

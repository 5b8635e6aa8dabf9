//! dbg
fn main() {
    let soups: &[(&str,&str)] = &[
        ("en","Qatar expressed a reservation on the reference to labour mobility in operative paragraph 5. "),
        ("en","Qatar on operative paragraph 5, "),
        ("en","Qatar, "), ("en","and "), ("en", "the reference to x "), ("en","\" "), ("en","“ "), ("en","‘a "), ("en","( "), ("en","paragraph "),
        ("en","3, "), ("en","(a) "), ("en","OP3(a) and "), ("en","paragraphs 3 and 5 of the preamble and "), ("en","Qatar withdrew its reservation. "), ("en","Qatar expressed a reservation on OP3. Qatar withdrew its reservation on OP4. "),
        ("en","Kazakstan on OP3; "), ("en","reservation "), ("en","objected to the reservation of Qatar "), ("en","on behalf of Mali and Niger "), ("en","because Qatar "), ("en","in particular "), ("en","paragraph 3 to "), ("en","certain "), ("en", "the "), ("en","of the resolution "), ("en","section II, "), ("en","((((("), ("en","a\n"), ("en","Qatar\n"), ("en","xx "), ("en","X "), ("en","1. "), ("en","\n- Qatar"), ("en","not "), ("en","the first "), ("en", "OP1-400, "), ("en","subject to "), ("en","entire "),("en","this "),("en","(a) and "),("en","first, "),("en","not on OP3 "),("en","Qatar on behalf of "),("en","the reference to “x” "),("en","the delegation of "),("ar","كل "),
        ("ar","و"), ("ar","ول"), ("ar","وبل "), ("ar","قطر و"), ("ar","أعربت قطر عن تحفظها على الفقرة 5 من المنطوق. "), ("ar","الفقرة "), ("ar","من "), ("ar","الإشارة إلى س "), ("ar","إن "),("ar","ـ"),
    ];
    for (lang, soup) in soups {
        let tag = lang.parse().unwrap();
        let mut times = vec![];
        for size in [250_000usize, 1_000_000] {
            let text = soup.repeat(size / soup.len());
            let t = std::time::Instant::now();
            let r = reservations::note::read(&tag, &text, &Default::default());
            times.push((t.elapsed().as_secs_f64(), r.statements.len()+r.doubts.len()));
        }
        let ratio = times[1].0/times[0].0;
        println!("{ratio:6.1} {:8.3}s {:6} {soup:?}", times[1].0, times[1].1);
    }
}

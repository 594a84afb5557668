//! What README.md shows of an answer is what planlint prints.

use std::fs;
use std::path::Path;

use crate::cli::run;

#[test]
fn the_answer_shown_is_the_answer_printed() {
    let readme = fs::read_to_string("README.md").expect("a README");
    let (_, shown) = readme.split_once("$ planlint answer ").expect("an answer in the README");
    let (shown, _) = shown.split_once("\n```").expect("the end of the block");
    let (arguments, shown) = shown.split_once('\n').expect("what is printed");
    let arguments: Vec<&str> = ["answer"].into_iter().chain(arguments.split(' ')).collect();
    // As at a terminal.
    let (code, printed, err) =
        run(Path::new("plan-specs"), &[&arguments[..], &["--format", "brief"]].concat());
    assert_eq!(code, 0, "{err}");
    let mut rest = printed.as_str();
    for part in shown.split("\n  …\n") {
        let place = rest.find(part).unwrap_or_else(|| panic!("not printed:\n{part}\n\nbut:\n{rest}"));
        rest = &rest[place + part.len()..];
    }
    assert!((10..=30).contains(&shown.lines().count()), "long enough to tell, short enough to read");
}

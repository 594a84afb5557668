//! The program: everything it does is in the library.

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let inputs: Vec<planlint::Input> = arguments
        .iter()
        .map(|path| planlint::Input { path: path.clone(), bytes: std::fs::read(path).unwrap_or_default() })
        .collect();
    let options = planlint::report::CheckOptions {
        year: None,
        as_of: jiff::civil::date(2026, 6, 30),
        require_mega_backdoor: false,
        selection: planlint::report::selection::Selection::default(),
    };
    let report = planlint::check(&inputs, &options);
    print!("{}", planlint::render::json::json(&report, planlint::render::json::Passing::Left));
}

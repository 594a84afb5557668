//! Laying 2,000 plans of some 60 lines side by side: `cargo bench --bench compare`.

mod sample;

use planlint::compare::choice::Choice;
use planlint::compare::compare;
use planlint::compare::filter::Filter;
use planlint::render::Style;
use planlint::render::compare::{Arrangement, Format, Request, render};
use planlint::report::CheckOptions;
use planlint::report::adjust::Adjustments;
use planlint::report::selection::Selection;
use planlint::syntax::decode::Notation;

const PLANS: usize = 2_000;

fn main() {
    divan::main();
}

fn options() -> CheckOptions {
    CheckOptions {
        year: None,
        as_of: jiff::civil::date(2026, 6, 30),
        require_mega_backdoor: false,
        selection: Selection::default(),
        adjustments: Adjustments::default(),
    }
}

/// From texts to the summary on a terminal, on all cores: what a user waits for.
#[divan::bench]
fn whole(bencher: divan::Bencher<'_, '_>) {
    let inputs = sample::inputs(PLANS, Notation::Yaml);
    let filter = Filter::parse("after-tax.allowed = yes and after-tax.limit >= 8% of pay").expect("a filter");
    bencher.bench(|| {
        let mut comparison = compare(&inputs, &options());
        comparison.keep(&filter);
        let choice = Choice::default();
        let arrangement = Arrangement::ByVerdict;
        let request = Request { comparison: &comparison, choice: &choice, arrangement, filter: None };
        render(&request, Format::Full, &Style::PLAIN).map(|bytes| bytes.len())
    });
}

#[divan::bench(args = [Format::Full, Format::Csv, Format::Json, Format::Html])]
fn write(bencher: divan::Bencher<'_, '_>, format: Format) {
    let comparison = compare(&sample::inputs(PLANS, Notation::Yaml), &options());
    let choice = Choice::default();
    let arrangement = Arrangement::ByVerdict;
    let request = Request { comparison: &comparison, choice: &choice, arrangement, filter: None };
    bencher.bench(|| render(&request, format, &Style::PLAIN).map(|bytes| bytes.len()));
}

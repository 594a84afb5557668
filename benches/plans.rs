//! Reading, judging and rendering 1,000 plans of some 60 lines: `cargo bench --bench plans`.

mod sample;

use planlint::render::json::Passing;
use planlint::render::{self, Format, Style};
use planlint::report::CheckOptions;
use planlint::report::adjust::Adjustments;
use planlint::report::selection::Selection;
use planlint::source::{FileId, SourceFile};
use planlint::syntax::decode::Notation;
use planlint::syntax::{dsl, yaml};

const PLANS: usize = 1_000;

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

fn files(notation: Notation) -> Vec<SourceFile> {
    let inputs = sample::inputs(PLANS, notation).into_iter().enumerate();
    let text = |bytes| String::from_utf8(bytes).expect("internal error: a sample is not UTF-8");
    inputs
        .map(|(index, input)| SourceFile::new(FileId(index as u32), input.path, text(input.bytes)))
        .collect()
}

#[divan::bench(args = [Notation::Yaml, Notation::Dsl])]
fn read(bencher: divan::Bencher<'_, '_>, notation: Notation) {
    let files = files(notation);
    bencher.bench(|| {
        let elections = |file: &SourceFile| match notation {
            Notation::Yaml => yaml::read(file).0.len(),
            Notation::Dsl => dsl::read(file).0.len(),
        };
        files.iter().map(elections).sum::<usize>()
    });
}

#[divan::bench(args = [Notation::Yaml, Notation::Dsl])]
fn check(bencher: divan::Bencher<'_, '_>, notation: Notation) {
    let inputs = sample::inputs(PLANS, notation);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("internal error: no thread");
    bencher.bench(|| pool.install(|| planlint::check(&inputs, &options())).findings.len());
}

#[divan::bench(args = [Format::Full, Format::Concise, Format::Json])]
fn render(bencher: divan::Bencher<'_, '_>, format: Format) {
    let report = planlint::check(&sample::inputs(PLANS, Notation::Yaml), &options());
    bencher.bench(|| render::render(&report, format, &Style::PLAIN, Passing::Left).len());
}

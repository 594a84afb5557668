//! The whole process, as a user starts it: `cargo bench --bench process` prints processor time for one plan and for
//! 1,000 plan files with all rules and JSON out, on one thread, and a report of 2,000 plans. Linux only: it reads /proc.

mod sample;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use planlint::syntax::decode::Notation;

const RUNS: u32 = 20;
/// Clock ticks of /proc are hundredths of a second on every Linux that planlint runs on.
const TICK_MILLISECONDS: u64 = 10;

fn main() {
    let folder = std::env::temp_dir().join(format!("planlint-bench-{}", std::process::id()));
    for (name, notation) in [("yaml", Notation::Yaml), ("dsl", Notation::Dsl)] {
        let plans = folder.join(name);
        std::fs::create_dir_all(plans.join("plans")).expect("a folder");
        let mut bytes = 0;
        for input in sample::inputs(1_000, notation) {
            bytes += input.bytes.len();
            std::fs::write(plans.join(&input.path), &input.bytes).expect("a file");
        }
        println!("1,000 plans in {name}, {} KB:", bytes / 1024);
        measure(&plans, &["check", ".", "--format", "json", "-j", "1", "--exit-zero"]);
    }
    println!("a report of 2,000 plans in yaml, four threads at most:");
    for input in sample::inputs(2_000, Notation::Yaml) {
        let path = folder.join("many").join(&input.path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, &input.bytes).expect("a file");
    }
    measure(&folder.join("many"), &["report", "plans", "--out", "site", "-q", "-j", "4"]);
    println!("one plan in yaml:");
    measure(&folder.join("yaml"), &["check", "plans/0001.plan.yaml", "--format", "json", "--exit-zero"]);
    // What is left behind in the temporary folder does no harm.
    let _ = std::fs::remove_dir_all(&folder);
}

fn measure(folder: &Path, arguments: &[&str]) {
    let program = PathBuf::from(env!("CARGO_BIN_EXE_planlint"));
    let (before, began) = (children_ticks(), Instant::now());
    for _ in 0..RUNS {
        let status =
            Command::new(&program).args(arguments).current_dir(folder).stdout(Stdio::null()).status();
        assert!(status.is_ok_and(|status| status.success()), "the run failed");
    }
    let wall = began.elapsed() / RUNS;
    let processor = (children_ticks() - before) * TICK_MILLISECONDS * 1_000 / u64::from(RUNS);
    println!("  {wall:?} from start to exit, {processor} us of processor time (mean of {RUNS} runs)");
}

/// Processor time of all ended children, user and system.
fn children_ticks() -> u64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let behind_name = stat.rsplit(") ").next().unwrap_or_default();
    behind_name.split(' ').skip(13).take(2).filter_map(|field| field.parse::<u64>().ok()).sum()
}

//! The whole process of a batch: `cargo bench --bench batch` tests 1,000 plans, each by its own spec, with a million
//! participants in one file, and reads the same file without testing anything, to compare.

mod generated;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const PLANS: u64 = 1_000;
const ROWS: usize = 1_000_000;
const RUNS: usize = 3;

const TERMS: &str = "\
type: 401(k)
year: 2026
eligibility: { deferrals: age 21 and 1 year of service, entry: semiannual }
deferrals: { pre-tax: yes, roth: yes, catch-up: yes, super-catch-up: yes }
after-tax: { allowed: yes }
match: { formula: discretionary }
testing: { adp: current year, acp: current year, qnec: adp, top-paid-group: no, otherwise-excludable: together }
";

fn main() {
    let folder = std::env::temp_dir().join(format!("planlint-bench-batch-{}", std::process::id()));
    std::fs::create_dir_all(folder.join("plans")).expect("a folder");
    for plan in 0..PLANS {
        let spec = format!("plan: Plan {plan}\nid: P{plan:05}\n{TERMS}");
        std::fs::write(folder.join(format!("plans/{plan}.plan.yaml")), spec).expect("a file");
    }
    let census = generated::csv(&generated::rows(1, PLANS, ROWS));
    std::fs::write(folder.join("census.csv"), census).expect("a file");
    let batch = ["test", "--all", "plans", "--census", "census.csv", "--format", "jsonl"];
    measure(&folder, "read only", &["census", "census.csv"]);
    measure(&folder, "table only", &batch);
    measure(&folder, "results in a folder", &[batch.as_slice(), &["--out", "out"]].concat());
    // What is left behind in the temporary folder does no harm.
    let _ = std::fs::remove_dir_all(&folder);
}

/// The quickest of some runs: what disturbs one makes it slower only.
fn measure(folder: &Path, name: &str, arguments: &[&str]) {
    let run = |_| {
        let began = Instant::now();
        let mut command = Command::new(env!("CARGO_BIN_EXE_planlint"));
        let status = command.args(arguments).current_dir(folder).stdout(Stdio::null()).status();
        assert!(status.is_ok_and(|status| status.code().is_some_and(|code| code < 2)), "the run failed");
        began.elapsed()
    };
    let quickest = (0..RUNS).map(run).min().unwrap_or(Duration::ZERO);
    println!("{name}: {quickest:?} from start to exit (the quickest of {RUNS} runs)");
}

//! Runs that are broken off, and folders of results that hold something else.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::{Folder, HEADER, generated, people};

const PLANS: u64 = 80;

/// So many plans, and their census, in which some fail.
fn many(name: &str) -> (Folder, String) {
    let census = generated::csv(&generated::rows(5, PLANS, 8_000));
    let folder = Folder::new(name, &[]);
    (0..PLANS).for_each(|plan| folder.plan(&format!("P{plan:05}.plan.yaml"), &format!("plan: Plan {plan}")));
    (folder, census)
}

/// Files of finished plans in the journal.
fn finished(journal: &Path) -> usize {
    fs::read_dir(journal).map_or(0, |entries| {
        let is_plan = |entry: &fs::DirEntry| entry.path().extension().is_some_and(|end| end == "json");
        entries.flatten().filter(is_plan).count()
    })
}

/// Starts a run, gives it the half of its census, and kills it when it has finished some plans.
fn kill_midway(folder: &Folder, census: &str) {
    let mut child = Command::new(assert_cmd::cargo::cargo_bin("planlint"))
        .env_clear()
        .current_dir(&folder.0)
        .args(["test", "--all", "plans", "--census", "-", "--out", "out", "-j", "1"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .expect("a run");
    let mut input = child.stdin.take().expect("its input");
    input.write_all(&census.as_bytes()[..census.len() / 2]).expect("a run that reads");
    let began = Instant::now();
    while finished(&folder.0.join("out/.planlint-journal")) < 5 {
        assert!(began.elapsed() < Duration::from_secs(60), "no plan is finished");
        std::thread::sleep(Duration::from_millis(5));
    }
    child.kill().expect("a run to kill");
    child.wait().expect("its end");
}

#[test]
fn a_run_that_is_killed_is_continued_to_the_same_bytes() {
    let (folder, census) = many("killed");
    let arguments = ["--census", "-", "--out", "whole"];
    let (code, undisturbed, err) = folder.run_with(&arguments, &census);
    assert_eq!((code, err.as_str()), (1, ""));

    kill_midway(&folder, &census);
    assert!(!folder.0.join("out/results.json").exists() && !folder.0.join("out/plans").exists());
    let journal = folder.0.join("out/.planlint-journal");
    // What a machine without power may leave: a file half written, and one that lost its end.
    fs::write(journal.join(".tmpAbCdEf"), "{\"key\":1,\"li").expect("a file");
    let some = fs::read_dir(&journal).expect("the journal").flatten().map(|entry| entry.path());
    let some =
        some.into_iter().find(|path| path.extension().is_some_and(|end| end == "json")).expect("a plan");
    let whole = fs::read(&some).expect("a file");
    fs::write(&some, &whole[..whole.len() / 2]).expect("a file");

    let (code, continued, err) = folder.run_with(&["--census", "-", "--out", "out"], &census);
    assert_eq!((code, continued), (1, undisturbed));
    assert!(err.contains("were tested by an earlier run that was broken off"), "{err}");
    let bytes = |out: &str| folder.files(out).into_values().collect::<Vec<_>>();
    assert_eq!(bytes("out"), bytes("whole"));
    assert!(!journal.exists(), "what it held is in the results");
}

#[test]
fn a_result_is_taken_over_only_if_all_it_rests_on_is_the_same() {
    let (folder, census) = many("changed");
    kill_midway(&folder, &census);
    // Whoever was 0.1% of pay from failing may fail now: every plan is tested anew.
    for plan in 0..PLANS {
        let path = folder.0.join(format!("plans/P{plan:05}.plan.yaml"));
        let text = fs::read_to_string(&path).expect("a file").replace("adp: current year", "adp: prior year");
        fs::write(path, text).expect("a file");
    }
    let (_, changed, err) = folder.run_with(&["--census", "-", "--out", "out", "--format", "csv"], &census);
    assert_eq!(err, "");
    let (_, fresh, _) = folder.run_with(&["--census", "-", "--format", "csv"], &census);
    assert_eq!(changed, fresh);
}

#[test]
fn the_journal_holds_nobody_who_is_in_no_result() {
    let (folder, census) = many("private");
    kill_midway(&folder, &census);
    let journal = folder.files("out/.planlint-journal");
    let names: usize = journal
        .values()
        .map(|text| String::from_utf8_lossy(text).matches("\"employee_id\":\"E").count())
        .sum();
    let refunds: usize =
        journal.values().map(|text| String::from_utf8_lossy(text).matches("E0000").count()).sum();
    assert!(
        names < 2_000 && refunds < 4_000,
        "only those whom a finding or a refund is about: {names}, {refunds}"
    );
    #[cfg(unix)]
    for path in journal.keys().filter(|path| path.extension().is_some_and(|end| end == "json")) {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(folder.0.join(path)).expect("a file").permissions().mode();
        assert_eq!(mode & 0o077, 0, "{path:?}");
    }
}

#[test]
fn results_go_to_a_folder_of_their_own() {
    let census = [HEADER, &people("a", 8000)].concat();
    let folder = Folder::new("own", &[("in/census.csv", &census), ("other/notes.txt", "mine")]);
    folder.plan("a.plan.yaml", "plan: A");
    folder.write("fake/results.csv", "mine");
    folder.write("file", "mine");
    for (out, part) in [
        ("other", "has `notes.txt` in it"),
        ("fake", "not of an earlier run"),
        ("file", "is no folder"),
        ("plans", "has `a.plan.yaml` in it"),
        ("in", "has `census.csv` in it"),
    ] {
        let before = folder.files(".");
        let (code, _, err) = folder.run(&["--census", "in/census.csv", "--out", out]);
        assert_eq!(code, 2, "{out}: {err}");
        assert!(err.contains(part), "{err}");
        assert_eq!(folder.files("."), before, "{out}");
    }
    // An input in the folder of an earlier run.
    assert_eq!(folder.run(&["--census", "in/census.csv", "--out", "out"]).0, 1);
    let earlier = folder.files("out");
    let (code, _, err) = folder.run(&["--census", "out/results.csv", "--out", "out"]);
    assert_eq!((code, err.contains("has the input out/results.csv in it")), (2, true), "{err}");
    assert_eq!(folder.files("out"), earlier);
}

#[test]
fn a_second_run_replaces_the_first_and_what_is_gone_goes() {
    let census = [HEADER, &people("a", 8000), &people("b", 1000)].concat();
    let folder = Folder::new("second", &[("census.csv", &census)]);
    folder.plan("a.plan.yaml", "plan: A");
    folder.plan("b.plan.yaml", "plan: B");
    assert_eq!(folder.run(&["--census", "census.csv", "--out", "out"]).0, 1);
    assert_eq!(folder.files("out/plans").len(), 2);
    folder.write("census.csv", &[HEADER, &people("a", 1000)].concat());
    fs::remove_file(folder.0.join("plans/b.plan.yaml")).expect("a file");
    folder.write("out/plans/mine.json", "{}");
    assert_eq!(folder.run(&["--census", "census.csv", "--out", "out"]).0, 0);
    let left: Vec<_> = folder.files("out/plans").into_keys().collect();
    assert_eq!(left, [Path::new("out/plans/a.json"), Path::new("out/plans/mine.json")]);
    assert_eq!(fs::read_to_string(folder.0.join("out/refunds.csv")).expect("a file").lines().count(), 1);
}

#[cfg(unix)]
#[test]
fn a_journal_that_is_a_link_costs_nobody_a_file() {
    let census = [HEADER, &people("a", 1000)].concat();
    let folder = Folder::new("linked-journal", &[("census.csv", &census), ("elsewhere/notes.txt", "mine")]);
    folder.plan("a.plan.yaml", "plan: A");
    fs::create_dir(folder.0.join("out")).expect("a folder");
    let link = folder.0.join("out/.planlint-journal");
    std::os::unix::fs::symlink(folder.0.join("elsewhere"), link).expect("a link");
    let (code, _, err) = folder.run(&["--census", "census.csv", "--out", "out"]);
    assert_eq!((code, err.contains("`.planlint-journal` in it is no folder")), (2, true), "{err}");
    assert_eq!(folder.files("elsewhere").len(), 1);
}

//! `planlint diff` as a program: exit codes, folders, git.

use std::path::Path;
use std::process::Command;

use crate::cli::{BAD, Folder, GOOD, run};

#[test]
fn exit_codes_are_those_of_the_contract() {
    let folder = Folder::new("diff-exit");
    folder.write("good.plan", GOOD);
    folder.write("bad.plan", BAD.replace("Bad", "Good"));
    folder.write("broken.plan", "plan \"Broken\" {");
    folder.write("left/a.plan", GOOD);
    folder.write("right/a.plan", GOOD);
    folder.write("right/b.plan", GOOD.replace("Good", "Other"));
    let code = |arguments: &[&str]| {
        let all: Vec<&str> =
            ["diff"].iter().chain(arguments).chain(&["--as-of", "2026-05-01"]).copied().collect();
        run(&folder.0, &all).0
    };
    assert_eq!(code(&["good.plan", "good.plan"]), 0);
    assert_eq!(code(&["good.plan", "bad.plan"]), 1);
    assert_eq!(code(&["good.plan", "bad.plan", "--exit-zero"]), 0);
    assert_eq!(code(&["bad.plan", "good.plan", "--fail-on", "never"]), 0);
    assert_eq!(code(&["left", "right", "--format", "json"]), 0);
    assert_eq!(code(&["good.plan"]), 2);
    assert_eq!(code(&["good.plan", "nowhere.plan"]), 2);
    assert_eq!(code(&["good.plan", "left"]), 2);
    assert_eq!(code(&["good.plan", "good.plan", "--ignore", "no-such-rule"]), 2);
    assert_eq!(code(&["good.plan", "broken.plan", "--exit-zero"]), 3);
}

#[test]
fn a_concern_is_left_out_by_its_name() {
    let folder = Folder::new("diff-ignore");
    let of = |schedule: &str| {
        format!(
            "plan \"A\" {{ type 401(k); year 2026; match {{ formula 50% of first 6% of pay; vesting {schedule} }} }}\n"
        )
    };
    folder.write("old.plan", of("immediate"));
    folder.write("new.plan", of("3-year cliff"));
    let arguments = ["diff", "old.plan", "new.plan", "--as-of", "2026-05-01"];
    let (code, shown, _) = run(&folder.0, &arguments);
    assert!(code == 1 && shown.contains("error[cut-back-vesting]"), "{shown}");
    let without: Vec<&str> = arguments.into_iter().chain(["--ignore", "cut-back-vesting"]).collect();
    let (code, shown, _) = run(&folder.0, &without);
    assert!(code == 0 && !shown.contains("cut-back-vesting"), "{shown}");
}

/// Runs git with nothing of the caller's settings; `None` if there is no git.
fn git(folder: &Path, arguments: &[&str]) -> Option<()> {
    let settings = ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"];
    let done = Command::new("git")
        .args(settings)
        .args(arguments)
        .current_dir(folder)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .output()
        .ok()?;
    assert!(done.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
    Some(())
}

#[test]
fn two_revisions_of_a_repository_are_compared() {
    let folder = Folder::new("diff-git");
    let at = folder.0.as_path();
    if git(at, &["init", "-q", "."]).is_none() {
        eprintln!("skipped: there is no git on this machine");
        return;
    }
    folder.write("plans/good.plan", GOOD);
    folder.write("plans/same.plan.yaml", "plan: Same\ntype: 401(k)\nyear: 2026\n");
    let commit =
        |message: &str| git(at, &["add", "."]).and_then(|()| git(at, &["commit", "-q", "-m", message]));
    commit("one").expect("a commit");
    folder.write("plans/good.plan", GOOD.replace("any time", "none"));
    commit("two").expect("a commit");
    let diff = |arguments: &[&str]| {
        let all: Vec<&str> = ["diff", "--as-of", "2026-05-01"].iter().chain(arguments).copied().collect();
        run(at, &all)
    };
    let (code, shown, said) = diff(&["--git", "HEAD~1..HEAD"]);
    assert_eq!(code, 1, "{shown}{said}");
    assert!(
        shown.contains("after-tax: any time → none") && shown.contains("HEAD~1:plans/good.plan:6:26"),
        "{shown}"
    );
    assert!(shown.contains("1 plan differs, 1 unchanged"), "{shown}");
    assert_eq!(diff(&["--git", "HEAD~1...HEAD"]).0, 1);
    assert_eq!(diff(&["--git", "HEAD~1..HEAD", "plans/same.plan.yaml"]).0, 0);
    assert_eq!(diff(&["--git", "HEAD"]).0, 0, "the files are as they were committed");
    folder.write("plans/good.plan", GOOD);
    assert_eq!(diff(&["--git", "HEAD~1"]).0, 0);
    assert_eq!(diff(&["--git", "HEAD"]).1.matches("none → any time").count(), 1);
    for refused in ["nope..HEAD", "-x..HEAD", "HEAD..--upload-pack=x"] {
        let (code, _, said) = diff(&[&format!("--git={refused}")]);
        assert!(code == 2 && said.contains("no revision"), "{refused}: {said}");
    }
    assert_eq!(diff(&["--git", "HEAD~1..HEAD", "nowhere"]).0, 2);
}

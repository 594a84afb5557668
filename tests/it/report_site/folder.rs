//! The folder of a report: what it may replace, what it refuses, what a failure leaves behind.

use std::fs;

use super::{mixed, report, texts};
use crate::cli::Folder;

/// The names in a folder.
fn names(folder: &Folder) -> Vec<String> {
    let entries = fs::read_dir(&folder.0).expect("a folder").map(|entry| entry.expect("an entry"));
    let mut names: Vec<String> =
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_report_replaces_a_report_and_nothing_is_left_of_the_old_one() {
    let folder = mixed("site-again");
    assert_eq!(report(&folder, &["plans", "--out", "site"]).0, 3);
    let (code, out, err) = report(&folder, &["plans/blocked.plan", "--out", "site"]);
    assert_eq!((code, out.as_str()), (0, ""));
    assert!(err.contains("1 plan in 6 files; begin with site/index.html"), "{err}");
    assert_eq!(names(&folder), ["plans", "site"]);
    let pages = texts(&folder.0.join("site")).into_keys().filter(|path| path.starts_with("plans/")).count();
    assert_eq!(pages, 1);
    fs::create_dir(folder.0.join("empty")).expect("a folder");
    assert_eq!(
        report(&folder, &["plans/blocked.plan", "--out", "empty", "-q"]),
        (0, String::new(), String::new())
    );
}

#[test]
fn what_people_wrote_or_changed_is_left_as_it_is() {
    let folder = mixed("site-own");
    let arguments = ["plans", "--out", "site"];
    report(&folder, &arguments);
    let before = texts(&folder.0.join("site"));
    for (file, text) in [("site/notes.txt", "mine"), ("site/letters/acme-sons-401-k-2026.txt", "answered")] {
        let kept = fs::read_to_string(folder.0.join(file)).ok();
        folder.write(file, text);
        let (code, _, err) = report(&folder, &arguments);
        assert_eq!(code, 2, "{err}");
        assert!(err.contains("is left as it is") && err.contains(file.trim_start_matches("site/")), "{err}");
        assert_eq!(fs::read_to_string(folder.0.join(file)).expect("the file"), text);
        match kept {
            Some(kept) => drop(folder.write(file, &kept)),
            None => fs::remove_file(folder.0.join(file)).expect("gone"),
        }
    }
    assert_eq!(texts(&folder.0.join("site")), before);
    folder.write("other/own.txt", "mine");
    folder.write("file", "mine");
    for out in ["other", "file"] {
        let (code, _, err) = report(&folder, &["plans", "--out", out]);
        assert_eq!(code, 2);
        assert!(err.contains("left as it is"), "{err}");
    }
    assert_eq!(names(&folder), ["file", "other", "plans", "site"]);
}

#[test]
fn a_report_goes_neither_over_nor_into_what_is_read() {
    let folder = mixed("site-inputs");
    for (out, why) in [
        ("plans", "is read; reports go elsewhere"),
        ("plans/site", "lies in"),
        (".", "is or holds"),
        ("plans/../plans/site", "lies in"),
        ("nowhere/site", "no such folder to make it in"),
    ] {
        let (code, _, err) = report(&folder, &["plans", "--out", out]);
        assert_eq!(code, 2, "{out}");
        assert!(err.contains(why), "{out}: {err}");
    }
    assert_eq!(names(&folder), ["plans"]);
}

#[test]
fn without_a_browser_nothing_is_written() {
    let folder = mixed("site-no-browser");
    let arguments = ["plans", "--out", "site", "--pdf", "--chromium", "./none"];
    let (code, _, err) = report(&folder, &arguments);
    assert_eq!((code, err.as_str()), (2, "planlint: --chromium ./none: no such program\n"));
    assert_eq!(names(&folder), ["plans"]);
}

#[cfg(unix)]
#[test]
fn a_browser_prints_each_plan_and_one_that_fails_leaves_nothing() {
    use std::os::unix::fs::PermissionsExt;
    let folder = mixed("site-browser");
    let browser = |script: &str| {
        let path = folder.write("browser", script);
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).expect("a program");
    };
    let arguments = ["plans", "--out", "site", "--pdf", "--chromium", "./browser"];
    browser("#!/bin/sh\nexit 1\n");
    let (code, _, err) = report(&folder, &arguments);
    assert_eq!(code, 3, "{err}");
    assert!(err.contains("cannot be printed: the browser ended with exit status: 1"), "{err}");
    assert_eq!(names(&folder), ["browser", "plans"]);
    let copy = "#!/bin/sh\nfor a; do case $a in --print-to-pdf=*) to=${a#*=};; *.html) of=$a;; esac; done\n\
                /bin/cp \"$of\" \"$to\"\n";
    browser(copy);
    assert_eq!(report(&folder, &arguments).0, 3, "for the file without a plan");
    let files = texts(&folder.0.join("site"));
    let printed: Vec<&String> = files.keys().filter(|path| path.ends_with(".pdf")).collect();
    assert_eq!(printed.len(), 4, "{printed:?}");
    for path in printed {
        let paper = &files[path];
        assert!(!paper.contains("<nav") && !paper.contains("href=\"../"), "nothing on paper leads nowhere");
    }
}

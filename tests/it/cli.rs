//! The program as a whole: exit codes, paths, standard input, what never happens to a file.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;

/// A folder of its own for a test, gone afterwards.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("planlint-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }

    pub fn write(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(&path, text).expect("a file");
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// planlint in a folder, with nothing of the caller's environment.
pub fn planlint(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::cargo_bin("planlint").expect("the program");
    command.env_clear().current_dir(folder).args(arguments);
    command
}

pub fn run(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let Output { status, stdout, stderr } = planlint(folder, arguments).output().expect("a run");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (status.code().expect("an exit code"), text(stdout), text(stderr))
}

pub const GOOD: &str = "plan \"Good\" {\n  type 401(k)\n  year 2026\n  goals mega backdoor\n  after-tax { allowed yes }\n  in-service { after-tax any time }\n}\n";
pub const BAD: &str =
    "plan \"Bad\" {\n  type 401(k)\n  year 2026\n  goals mega backdoor\n  after-tax { allowed no }\n}\n";
const SILENT: &str = "plan \"Silent\" { type 401(k); year 2026 }\n";

#[test]
fn exit_codes_are_those_of_the_contract() {
    let folder = Folder::new("exit");
    folder.write("good.plan", GOOD);
    folder.write("bad.plan", BAD);
    folder.write("silent.plan", SILENT);
    folder.write("broken.plan", "plan \"Broken\" {");
    folder.write("latin1.plan", b"plan \"Caf\xe9\" { type 401(k) }");
    let code = |arguments: &[&str]| run(&folder.0, arguments).0;
    assert_eq!(code(&["check", "good.plan"]), 0);
    assert_eq!(code(&["check", "bad.plan"]), 1);
    assert_eq!(code(&["check", "bad.plan", "--exit-zero"]), 0);
    assert_eq!(code(&["check", "bad.plan", "--fail-on", "never"]), 0);
    assert_eq!(code(&["check", "bad.plan", "--ignore", "mega-backdoor"]), 0);
    assert_eq!(code(&["check", "good.plan", "--require", "mega-backdoor"]), 0);
    assert_eq!(code(&["check", "silent.plan"]), 0);
    assert_eq!(code(&["check", "silent.plan", "--require", "mega-backdoor"]), 1);
    assert_eq!(code(&["check", "broken.plan"]), 3);
    assert_eq!(code(&["check", "broken.plan", "--exit-zero"]), 3);
    assert_eq!(code(&["check", "latin1.plan", "--exit-zero"]), 3);
    assert_eq!(code(&["check", "nowhere.plan"]), 2);
    assert_eq!(code(&["check", "--select", "no-such-rule", "good.plan"]), 2);
    assert_eq!(code(&["explain", "no-such-rule"]), 2);
    assert_eq!(code(&["explain", "no-route-to-roth"]), 0);
    assert_eq!(code(&["limits", "1999"]), 2);
    assert_eq!(code(&["limits", "2026"]), 0);
    assert_eq!(code(&["--no-such-flag"]), 2);
    assert_eq!(code(&["--help"]), 0);
}

#[test]
fn what_cannot_be_used_is_said_in_one_line_each() {
    let folder = Folder::new("lines");
    folder.write("empty/readme.txt", "no plan");
    let (code, out, err) = run(&folder.0, &["check", "nowhere", "empty", "also-nowhere.plan"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert_eq!(
        err,
        "planlint: nowhere: no such file or folder\nplanlint: empty: no plan spec in this folder (*.plan, *.plan.yaml)\n\
         planlint: also-nowhere.plan: no such file or folder\n"
    );
    let (code, _, err) = run(&folder.0, &["check", "--select", "no-rout-to-roth,limts"]);
    assert_eq!(code, 2);
    assert_eq!(
        err,
        "planlint: --select: no rule or group is called `no-rout-to-roth`; did you mean `no-route-to-roth`?\n\
         planlint: --select: no rule or group is called `limts`; did you mean `limits`?\n"
    );
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_read_ends_with_3_and_the_others_are_judged() {
    let folder = Folder::new("unreadable");
    folder.write("good.plan", GOOD);
    // A link to itself cannot be read even by root.
    std::os::unix::fs::symlink("loop.plan", folder.0.join("loop.plan")).expect("a link");
    std::os::unix::fs::symlink("good.plan", folder.0.join("linked.plan")).expect("a link");
    let (code, out, _) = run(&folder.0, &["check", ".", "--format", "concise", "--quiet"]);
    assert_eq!((code, out.as_str()), (0, ""), "links are not followed in folders");
    let device = folder.write("sub/../dir.plan/keep.txt", "");
    let (code, _, err) = run(&folder.0, &["check", "good.plan", device.to_str().expect("a path")]);
    assert_eq!(code, 3, "{err}");
}

#[test]
fn folders_are_walked_without_hidden_ones_and_each_plan_once() {
    let folder = Folder::new("walk");
    for name in ["b.plan", "a.plan.yaml", "sub/c.plan.yml", ".hidden/d.plan", "target/e.plan", "notes.yaml"] {
        let text = if name.ends_with(".plan") { SILENT } else { "plan: Y\ntype: 401(k)\nyear: 2026\n" };
        folder.write(name, text);
    }
    let (code, out, _) = run(&folder.0, &["check", ".", "b.plan", "sub", "--format", "json"]);
    assert_eq!(code, 0);
    let report: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    let paths: Vec<&str> =
        report["plans"].as_array().expect("plans").iter().filter_map(|plan| plan["path"].as_str()).collect();
    assert_eq!(paths, ["a.plan.yaml", "b.plan", "sub/c.plan.yml"]);
}

#[test]
fn standard_input_has_the_name_that_it_is_given() {
    let folder = Folder::new("stdin");
    let check = |name: &str, text: &str| {
        let mut command =
            planlint(&folder.0, &["check", "-", "--stdin-filename", name, "--format", "concise", "--quiet"]);
        String::from_utf8(command.write_stdin(text).output().expect("a run").stdout).expect("UTF-8")
    };
    assert!(check("x/acme.plan", BAD).starts_with("x/acme.plan:5:23: error[after-tax-not-allowed] "));
    assert!(
        check("acme.plan.yaml", "plan: A\ntype: 401(k\n")
            .contains("acme.plan.yaml:2:7: error[unreadable-value]")
    );
}

#[test]
fn the_same_bytes_come_out_at_any_number_of_threads() {
    let folder = Folder::new("threads");
    for index in 0..60 {
        let text = if index % 3 == 0 { BAD } else { SILENT };
        folder.write(&format!("{index:02}.plan"), text);
    }
    let outputs: Vec<String> = ["1", "2", "7"]
        .iter()
        .map(|jobs| run(&folder.0, &["check", ".", "--format", "json", "-j", jobs]).1)
        .collect();
    assert!(outputs[0].len() > 10_000);
    assert_eq!(outputs[0], outputs[1]);
    assert_eq!(outputs[0], outputs[2]);
}

#[test]
fn fmt_formats_in_place_and_leaves_what_it_cannot_read() {
    let folder = Folder::new("fmt");
    let wild = folder.write("wild.plan", "plan \"A\" {type 401(k)\r\n# why\r\nyear 2026}\r\n");
    let broken = folder.write("broken.plan", "plan \"A\" {");
    assert_eq!(run(&folder.0, &["fmt", "--check", "wild.plan"]).0, 1);
    let (code, diff, _) = run(&folder.0, &["fmt", "--diff", "wild.plan"]);
    assert_eq!(code, 1);
    assert!(diff.contains("+  type 401(k)"), "{diff}");
    assert_eq!(run(&folder.0, &["fmt", "wild.plan"]).0, 0);
    assert_eq!(
        fs::read_to_string(&wild).expect("a file"),
        "plan \"A\" {\r\n  type 401(k)\r\n  # why\r\n  year 2026\r\n}\r\n"
    );
    assert_eq!(run(&folder.0, &["fmt", "--check", "wild.plan"]).0, 0);
    assert_eq!(run(&folder.0, &["fmt", "."]).0, 3);
    assert_eq!(fs::read_to_string(&broken).expect("a file"), "plan \"A\" {");
}

#[cfg(unix)]
#[test]
fn fmt_writes_through_no_link_that_it_did_not_make_and_keeps_permissions() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = Folder::new("fmt-link");
    let wild = folder.write("wild.plan", "plan \"A\" {type 401(k)\nyear 2026}\n");
    let mine = folder.write("mine.txt", "mine");
    fs::set_permissions(&wild, fs::Permissions::from_mode(0o640)).expect("permissions");
    symlink(&mine, folder.0.join("wild.plan.planlint-tmp")).expect("a link");
    assert_eq!(run(&folder.0, &["fmt", "wild.plan"]).0, 0);
    assert_eq!(fs::read_to_string(&mine).expect("a file"), "mine");
    assert_eq!(fs::metadata(&wild).expect("a file").permissions().mode() & 0o777, 0o640);
    assert_eq!(fs::read_dir(&folder.0).expect("a folder").count(), 3, "nothing is left beside it");
}

#[test]
fn convert_and_init_never_overwrite() {
    let folder = Folder::new("convert");
    folder.write("good.plan", GOOD);
    assert_eq!(run(&folder.0, &["convert", "good.plan", "--to", "yaml", "--out", "good.plan.yaml"]).0, 0);
    assert_eq!(run(&folder.0, &["convert", "good.plan", "--to", "yaml", "--out", "good.plan"]).0, 2);
    let (code, back, _) = run(&folder.0, &["convert", "good.plan.yaml", "--to", "dsl"]);
    assert_eq!(code, 0);
    assert!(back.contains("in-service {\n    after-tax  any time"), "{back}");
    folder.write("blank.plan.yaml", "plan: A\nworkforce:\n  senior staff: { status: HCE }\n");
    assert_eq!(run(&folder.0, &["convert", "blank.plan.yaml", "--to", "dsl"]).0, 3, "the DSL cannot say it");
    fs::remove_file(folder.0.join("blank.plan.yaml")).expect("a file");
    for template in ["mega-backdoor", "safe-harbor", "403b", "457b", "solo"] {
        for notation in ["--yaml", "--dsl"] {
            assert_eq!(run(&folder.0, &["init", "--template", template, notation]).0, 0);
            assert_eq!(run(&folder.0, &["init", "--template", template, notation]).0, 2, "overwritten");
        }
    }
    let (_, out, _) =
        run(&folder.0, &["check", ".", "--select", "language", "--format", "concise", "--quiet"]);
    assert_eq!(out, "", "templates have findings of form");
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_a_full_disk_cuts_off_is_no_success() {
    let folder = Folder::new("full-disk");
    folder.write("good.plan", GOOD);
    for arguments in
        [&["check", "good.plan"] as &[&str], &["check", "--format", "json", "good.plan"], &["rules"]]
    {
        let full = fs::File::options().write(true).open("/dev/full").expect("a device");
        let program = assert_cmd::cargo::cargo_bin("planlint");
        let mut command = std::process::Command::new(program);
        let run =
            command.env_clear().current_dir(&folder.0).args(arguments).stdout(full).output().expect("a run");
        assert_eq!(run.status.code(), Some(3), "{arguments:?}");
        assert!(String::from_utf8_lossy(&run.stderr).contains("standard output: cannot be written"));
    }
}

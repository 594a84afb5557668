//! The recipes for CI: well-formed, about things that exist, and run as they stand on plan specs.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_yaml::Value;

use crate::cli::{BAD, Folder, GOOD, run};

const STALE: &str =
    "plan \"Stale\" {\n  type 401(k)\n  year 2026\n  limits { annual-additions $70,000 }\n}\n";

fn yaml(path: &str) -> Value {
    let text = fs::read_to_string(path).expect(path);
    serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("{value:?} is no text"))
}

fn list(value: &Value) -> &[Value] {
    value.as_sequence().unwrap_or_else(|| panic!("{value:?} is no list"))
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_mapping().expect("a mapping").keys().map(text).collect()
}

/// The hook of an id, and its command line.
fn hook(id: &str) -> Vec<String> {
    let hooks = yaml(".pre-commit-hooks.yaml");
    let hook = list(&hooks).iter().find(|hook| hook["id"] == id).unwrap_or_else(|| panic!("no hook {id}"));
    let arguments = hook.get("args").map(list).unwrap_or_default();
    text(&hook["entry"]).split(' ').chain(arguments.iter().map(text)).map(str::to_owned).collect()
}

#[test]
fn all_that_is_yaml_under_ci_is_well_formed() {
    let mut read = 0;
    for folder in ["ci/recipes", "ci/github-action"] {
        for entry in fs::read_dir(folder).expect(folder) {
            yaml(&entry.expect("an entry").path().to_string_lossy());
            read += 1;
        }
    }
    assert!(read >= 4, "{read} files");
}

#[test]
fn hooks_that_the_recipe_names_exist_and_planlint_takes_their_arguments() {
    let recipe = yaml("ci/recipes/pre-commit-config.yaml");
    let release = concat!("v", env!("CARGO_PKG_VERSION"));
    for repository in list(&recipe["repos"]) {
        assert_eq!(repository["rev"], release);
        for named in list(&repository["hooks"]) {
            hook(text(&named["id"]));
        }
    }
    for described in list(&yaml(".pre-commit-hooks.yaml")) {
        let line = hook(text(&described["id"]));
        let mut arguments: Vec<&str> = line.iter().map(String::as_str).collect();
        assert_eq!(arguments.remove(0), "planlint");
        let folder = Folder::new("hook");
        folder.write("good.plan", GOOD);
        run(&folder.0, &["fmt", "good.plan"]);
        // pre-commit adds the files of the commit.
        let (code, _, err) = run(&folder.0, &[&arguments[..], &["good.plan"]].concat());
        assert_eq!(code, 0, "{line:?}: {err}");
    }
}

#[test]
fn the_workflow_uses_the_action_as_it_is() {
    let workflow = yaml("ci/recipes/github-workflow.yml");
    let action = yaml("ci/github-action/action.yml");
    let steps = list(&workflow["jobs"]["planlint"]["steps"]);
    let ours = concat!("OWNER/planlint/ci/github-action@v", env!("CARGO_PKG_VERSION"));
    let step = steps.iter().find(|step| step["uses"] == ours).expect("the step that uses the action");
    let inputs = keys(&action["inputs"]);
    for key in keys(&step["with"]) {
        assert!(inputs.contains(&key), "the action has no input `{key}`");
    }
    let upload = steps.iter().find(|step| text(&step["uses"]).contains("upload-sarif")).expect("an upload");
    assert_eq!(upload["with"]["sarif_file"], step["with"]["sarif"]);
}

/// A machine of CI: plan specs, and the planlint that is tested on its PATH.
#[cfg(unix)]
fn machine(name: &str, plans: &[(&str, &str)]) -> Folder {
    let folder = Folder::new(name);
    for (name, text) in plans {
        folder.write(&format!("plans/{name}.plan"), text);
    }
    fs::create_dir_all(folder.0.join("planlint/bin")).expect("a folder");
    let program = PathBuf::from(assert_cmd::cargo::cargo_bin!("planlint"));
    std::os::unix::fs::symlink(program, folder.0.join("planlint/bin/planlint")).expect("a link");
    folder
}

/// A script in bash, as the runners start it.
#[cfg(unix)]
fn bash(folder: &Path, script: &str, variables: &[(&str, &str)]) -> (Option<i32>, String) {
    let path = format!("{}:/usr/bin:/bin", folder.join("planlint/bin").display());
    let mut command = Command::new("/usr/bin/env");
    command.args(["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]);
    command.env_clear().env("PATH", path).env("RUNNER_TEMP", folder).current_dir(folder);
    let output = command.envs(variables.iter().copied()).output().expect("bash");
    let all = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8_lossy(&all).into_owned())
}

/// The step of the action that checks, with its defaults but for some inputs.
#[cfg(unix)]
fn action(folder: &Path, inputs: &[(&str, &str)]) -> (Option<i32>, String) {
    let action = yaml("ci/github-action/action.yml");
    let step = list(&action["runs"]["steps"]).last().expect("a step").clone();
    let variables: Vec<(&str, &str)> = step["env"]
        .as_mapping()
        .expect("variables")
        .iter()
        .map(|(name, value)| {
            let input = text(value).trim_start_matches("${{ inputs.").trim_end_matches(" }}");
            let given = inputs.iter().find(|(name, _)| *name == input).map(|(_, value)| *value);
            (text(name), given.unwrap_or_else(|| text(&action["inputs"][input]["default"])))
        })
        .collect();
    bash(folder, text(&step["run"]), &variables)
}

#[cfg(unix)]
#[test]
fn the_action_runs_as_it_stands_and_leaves_the_settings_their_say() {
    let folder = machine("action", &[("good", GOOD), ("stale", STALE)]);
    let (code, out) = action(&folder.0, &[]);
    assert_eq!(code, Some(0), "{out}");
    assert!(out.contains("::warning file=plans/stale.plan,line=4,"), "{out}");
    let sarif = fs::read_to_string(folder.0.join("planlint.sarif")).expect("a report");
    assert!(sarif.contains("limit-stale"));
    folder.write("planlint.toml", "fail-on = \"warning\"\n");
    assert_eq!(action(&folder.0, &[]).0, Some(1), "an input that nobody gave is set aside for planlint.toml");
    assert_eq!(action(&folder.0, &[("fail-on", "error")]).0, Some(0));
    folder.write("more/bad.plan", BAD);
    let inputs = [("paths", "plans more"), ("arguments", "--fail-on error --select mega-backdoor")];
    let (code, out) = action(&folder.0, &inputs);
    assert_eq!(code, Some(1), "{out}");
    assert!(out.contains("more/bad.plan") && !out.contains("stale.plan"), "{out}");
    let (code, _) = action(&folder.0, &[("paths", "plans; touch harm"), ("sarif", "$(touch harm).sarif")]);
    assert_eq!((code, folder.0.join("harm").exists()), (Some(2), false), "an input is no command");
}

#[cfg(unix)]
#[test]
fn the_job_of_gitlab_runs_as_it_stands_and_writes_what_it_hands_over() {
    let job = yaml("ci/recipes/gitlab-ci.yml")["planlint"].clone();
    let folder = machine("gitlab", &[("bad", BAD), ("good", GOOD)]);
    let script: Vec<&str> = list(&job["script"]).iter().map(text).collect();
    let (code, out) = bash(&folder.0, &script.join("\n"), &[]);
    assert_eq!(code, Some(1), "{out}");
    for (kind, file) in job["artifacts"]["reports"].as_mapping().expect("reports") {
        assert!(folder.0.join(text(file)).exists(), "{kind:?}: {file:?} is not written");
    }
}

#[test]
fn the_container_has_all_that_a_release_has() {
    let manifest = fs::read_to_string("Cargo.toml").expect("a manifest");
    let (_, features) = manifest.split_once("[features]\n").expect("features");
    let lines = features.lines().take_while(|line| !line.is_empty()).filter(|line| !line.starts_with('#'));
    let names: Vec<&str> = lines.filter_map(|line| line.split(" = ").next()).collect();
    let container = fs::read_to_string("ci/Containerfile").expect("a recipe");
    assert!(container.contains(&format!("--features {}\n", names.join(","))), "{names:?}");
    // What the container runs where nothing else is said.
    assert!(container.ends_with("ENTRYPOINT [\"planlint\"]\nCMD [\"check\", \".\"]\n"), "{container}");
}

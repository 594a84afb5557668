//! Plans are read again when their files change.

use std::time::{Duration, Instant};

use serde_json::Value;

use super::client::Server;
use crate::cli::{BAD, Folder, GOOD};

/// Waits until the list of plans is as wanted.
fn until(server: &Server, wanted: impl Fn(&Value) -> bool) -> Value {
    let began = Instant::now();
    loop {
        let plans = server.get("/api/plans").json();
        if wanted(&plans) {
            return plans;
        }
        assert!(began.elapsed() < Duration::from_secs(20), "{plans}");
        std::thread::sleep(Duration::from_millis(100));
    }
}

#[test]
fn what_changes_is_read_again() {
    let folder = Folder::new("serve-reload");
    let path = folder.write("one.plan", GOOD);
    let server = Server::start(&folder.0, &["."]);
    assert_eq!(server.get("/api/plans").json()[0]["mega_backdoor"]["verdict"], "available");
    folder.write("one.plan", BAD);
    until(&server, |plans| plans[0]["mega_backdoor"]["verdict"] == "blocked");
    folder.write("two.plan", GOOD);
    let plans = until(&server, |plans| plans.as_array().is_some_and(|plans| plans.len() == 2));
    assert_eq!(plans[0]["id"], "one-dsl", "an id stays what it was");
    std::fs::remove_file(path).expect("removed");
    until(&server, |plans| plans[0]["id"] == "two-dsl");
}

#[test]
fn a_file_that_breaks_shows_its_findings() {
    let folder = Folder::new("serve-breaks");
    folder.write("one.plan", GOOD);
    let server = Server::start(&folder.0, &["."]);
    folder.write("one.plan", "plan \"Good\" {\n  type 401(k");
    let plans =
        until(&server, |plans| plans[0]["mega_backdoor"].is_null() || plans[0]["summary"]["errors"] != 0);
    assert_eq!(plans[0]["id"], "one-dsl");
    let check = server.get("/api/check/one-dsl").json();
    assert_eq!(check["findings"][0]["rule"], "syntax-error", "{check}");
    let page = server.get("/plan/one-dsl");
    assert!(page.status == 200 && page.body.contains("syntax-error"), "{}", page.body);
    let form = server.get("/plan/one-dsl/answer");
    assert!(form.status == 200 && !form.body.contains("id=\"pay\""), "no answer from what cannot be read");
    std::fs::remove_file(folder.0.join("one.plan")).expect("removed");
    until(&server, |plans| plans.as_array().is_some_and(Vec::is_empty));
    assert!(server.get("/").body.contains("no plan spec in this folder"));
    folder.write("one.plan", GOOD);
    until(&server, |plans| plans[0]["mega_backdoor"]["verdict"] == "available");
}

//! `planlint serve`: what it answers, and what it refuses, over real connections.

mod answers;
mod client;
mod doors;
mod reload;
mod strangers;

use crate::cli::{BAD, Folder, GOOD, run};
use client::Server;

#[test]
fn plans_and_checks_are_those_of_the_command_line() {
    let folder = Folder::new("serve-plans");
    folder.write("plans/good.plan", GOOD);
    folder.write("plans/sub/bad.plan", BAD);
    let server = Server::start(&folder.0, &["plans"]);
    let plans = server.get("/api/plans");
    assert_eq!((plans.status, plans.header("content-type")), (200, Some("application/json")));
    let plans = plans.json();
    let ids: Vec<&str> =
        plans.as_array().expect("a list").iter().filter_map(|plan| plan["id"].as_str()).collect();
    assert_eq!(ids, ["good-dsl", "sub-bad-dsl"]);
    assert_eq!(plans[0]["plan"], "Good");
    assert_eq!(plans[0]["type"], "401(k)");
    assert_eq!(plans[0]["year"], 2026);
    assert_eq!(plans[0]["mega_backdoor"]["verdict"], "available");
    assert_eq!(plans[1]["mega_backdoor"]["verdict"], "blocked");
    for (id, path) in [("good-dsl", "plans/good.plan"), ("sub-bad-dsl", "plans/sub/bad.plan")] {
        let (_, printed, _) = run(&folder.0, &["check", path, "--format", "json", "--isolated"]);
        let served = server.get(&format!("/api/check/{id}"));
        assert_eq!((served.status, served.body), (200, printed), "{id}");
    }
}

#[test]
fn of_a_file_with_several_plans_each_has_its_own_check() {
    let folder = Folder::new("serve-several");
    folder.write("two.plan", format!("{GOOD}\n{BAD}"));
    let server = Server::start(&folder.0, &["two.plan"]);
    let plans = server.get("/api/plans").json();
    assert_eq!((&plans[0]["id"], &plans[1]["id"]), (&"two-dsl-good".into(), &"two-dsl-bad".into()));
    let check = server.get("/api/check/two-dsl-bad").json();
    assert_eq!(check["plans"].as_array().map(Vec::len), Some(1));
    assert_eq!(check["plans"][0]["plan"], "Bad");
    assert!(
        check["findings"].as_array().expect("findings").iter().all(|found| found["plan"] == "Bad"),
        "{check}"
    );
    assert!(check["summary"]["errors"].as_u64().expect("a number") > 0, "{check}");
}

#[test]
fn what_is_not_there_is_refused_with_a_reason() {
    let folder = Folder::new("serve-refused");
    folder.write("good.plan", GOOD);
    let server = Server::start(&folder.0, &["good.plan"]);
    server.get("/api/check/none").refused(404);
    server.get("/api/nothing").refused(404);
    server.get("/api").refused(404);
    server.get("/api/answer").refused(405);
    server.request("DELETE", "/api/plans", &[], "").refused(405);
    for page in ["/nothing", "/plan/none", "/plan/none/answer", "/assets/none.js"] {
        let reply = server.get(page);
        assert_eq!(reply.status, 404, "{page}");
        assert!(reply.body.starts_with("<!doctype html>"), "{page}");
    }
}

#[test]
fn pages_are_in_the_language_that_is_asked_for() {
    let folder = Folder::new("serve-language");
    folder.write("good.plan", GOOD);
    let server = Server::start(&folder.0, &["good.plan"]);
    let language = |path: &str, accepted: &str| {
        let reply = server.request("GET", path, &[("accept-language", accepted)], "");
        assert_eq!(reply.status, 200);
        let at = reply.body.find("<html lang=\"").expect("a language") + 12;
        reply.body[at..at + 2].to_owned()
    };
    assert_eq!(language("/", "fr, ko;q=0.5"), "ko");
    assert_eq!(language("/?lang=es", "ko"), "es");
    assert_eq!(language("/?lang=xx", "zh-CN"), "zh");
    assert_eq!(language("/plan/good-dsl", "*"), "en");
    assert!(server.get("/?lang=es").body.contains("href=\"/plan/good-dsl?lang=es\""));
}

#[test]
fn the_list_is_filtered_without_a_script() {
    let folder = Folder::new("serve-filter");
    folder.write("good.plan", GOOD);
    folder.write("bad.plan", BAD);
    let server = Server::start(&folder.0, &["."]);
    let shown = |query: &str| {
        let body = server.get(&format!("/?{query}")).body;
        (body.contains("/plan/good-dsl"), body.contains("/plan/bad-dsl"))
    };
    assert_eq!(shown(""), (true, true));
    assert_eq!(shown("q=GOO&verdict="), (true, false));
    assert_eq!(shown("verdict=blocked"), (false, true));
    assert_eq!(shown("q=nothing"), (false, false));
    assert_eq!(
        shown("verdict=%00&q=%F0%9F"),
        (false, false),
        "what is no text finds nothing and harms nothing"
    );
}

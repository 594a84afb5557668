//! Answers over the API and on the page: the published examples, the command line's JSON, and facts that cannot be used.

use serde_json::json;

use super::client::Server;
use crate::cli::{Folder, run};

fn example(year: i16) -> String {
    format!(
        "plan \"Example\" {{\n  type 401(k)\n  year {year}\n  deferrals {{ pre-tax up to 100% of pay; roth up to 100% of pay; catch-up yes }}\n  \
         match {{ formula 50% of first 6% of pay; period payroll; true-up yes }}\n  nonelective {{ formula none }}\n  \
         after-tax {{ allowed yes; limit none }}\n  in-plan-roth {{ allowed yes; sources after-tax }}\n  in-service {{ after-tax any time }}\n}}\n"
    )
}

fn served(name: &str) -> (Folder, Server) {
    let folder = Folder::new(name);
    for year in [2020, 2021, 2023, 2024, 2025, 2026] {
        folder.write(&format!("{year}.plan"), example(year));
    }
    let server = Server::start(&folder.0, &[".", "--as-of", "2026-06-01"]);
    (folder, server)
}

#[test]
fn the_published_examples_have_their_numbers_in_the_api_and_on_the_page() {
    let (_folder, server) = served("serve-examples");
    let examples = [
        (2020, "100000", "19500", "5000", "32500.00", "$32,500"),
        (2021, "100000", "19500", "5000", "33500.00", "$33,500"),
        (2023, "150000", "22500", "10000", "33500.00", "$33,500"),
        (2024, "300000", "23000", "15000", "31000.00", "$31,000"),
        (2025, "150000", "23500", "10000", "36500.00", "$36,500"),
    ];
    for (year, pay, deferrals, employer, left, shown) in examples {
        let facts = json!({ "pay": pay, "pre_tax": deferrals, "match": employer });
        let answer =
            server.post("/api/answer", &json!({ "plan": format!("{year}-dsl"), "facts": facts })).json();
        assert_eq!(answer["room"]["remaining"], left, "{year}: {answer}");
        assert_eq!(answer["verdict"], "yes", "{year}");
        let pairs = format!("pay={pay}&pre_tax={deferrals}&match={employer}&hire_date=");
        let page = server.send(&format!("/plan/{year}-dsl/answer"), &pairs);
        assert!(page.body.contains(shown), "{year}: {}", page.body);
    }
}

#[test]
fn the_api_says_what_the_command_line_says() {
    let (folder, server) = served("serve-same");
    let facts = json!({ "pay": "40000", "age": 30, "pre_tax": 24500, "match": "5500.00", "tax_rate": 24.5, "hce": false });
    let flags = [
        "--pay",
        "40000",
        "--age",
        "30",
        "--pre-tax",
        "24500",
        "--match",
        "5500",
        "--tax-rate",
        "24.5",
        "--hce",
        "no",
    ];
    for lang in ["en", "es", "ko", "zh"] {
        let served = server.post("/api/answer", &json!({ "plan": "2026-dsl", "facts": facts, "lang": lang }));
        let arguments = ["answer", "2026.plan", "--format", "json", "--as-of", "2026-06-01", "--lang", lang];
        let (code, printed, err) = run(&folder.0, &[&arguments[..], &flags].concat());
        assert_eq!((code, served.status), (0, 200), "{err}");
        assert_eq!(served.body, printed, "{lang}");
    }
    let answer = server.post("/api/answer", &json!({ "plan": "2026-dsl", "facts": facts })).json();
    assert_eq!(
        (&answer["room"]["remaining"], &answer["room"]["binding"]),
        (&json!("10000.00"), &json!("pay"))
    );
    let facts = json!({ "pay": "300000", "age": 61, "pre_tax": "34750", "match": "23500" });
    let answer = server.post("/api/answer", &json!({ "plan": "2025-dsl", "facts": facts })).json();
    assert_eq!(answer["room"]["remaining"], "23000.00");
}

#[test]
fn what_cannot_be_used_is_refused_without_being_told_again() {
    let (folder, server) = served("serve-unusable");
    folder.write("broken.plan", "plan \"Broken\" {\n  type 401(k");
    let broken = Server::start(&folder.0, &["broken.plan"]);
    let secret = "31415926secret";
    let refused = |body: &str, status: u16| {
        let reply = server.request("POST", "/api/answer", &[], body);
        let error = reply.refused(status);
        assert!(!reply.body.contains("31415926"), "{error}");
        error
    };
    refused("", 400);
    refused("[]", 400);
    refused(&"[".repeat(60_000), 400);
    refused(&format!("{{\"plan\": \"{secret}\"}}"), 404);
    refused(&format!("{{\"plan\": \"2026-dsl\", \"facts\": \"{secret}\"}}"), 400);
    refused("{\"plan\": \"2026-dsl\", \"year\": 2026}", 400);
    refused("{\"facts\": {}}", 400);
    refused("{\"plan\": \"2026-dsl\", \"lang\": \"fr\"}", 400);
    refused("\u{0}\u{ff}", 400);
    let unusable =
        format!("{{\"plan\": \"2026-dsl\", \"facts\": {{\"pay\": \"{secret}\", \"pre_taxes\": 1}}}}");
    let error = refused(&unusable, 422);
    assert!(error.contains("`pay`") && error.contains("`pre_tax`"), "{error}");
    refused("{\"plan\": \"2026-dsl\", \"facts\": {\"age\": 40, \"birth_date\": \"1986-01-01\"}}", 422);
    refused("{\"plan\": \"2026-dsl\", \"facts\": {\"periods_left\": 4, \"pay_periods\": 2}}", 422);
    let reply = broken.post("/api/answer", &json!({ "plan": "broken-dsl", "facts": {} }));
    assert!(reply.refused(422).contains("/api/check/broken-dsl"));
}

#[test]
fn the_form_keeps_what_was_typed_and_nobody_else_does() {
    let (_folder, server) = served("serve-form");
    let typed = "pay=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E&age=40&lang=es&tax_rate=24&unknown=1";
    let page = server.send("/plan/2026-dsl/answer", typed);
    assert_eq!(page.status, 200);
    assert!(page.body.contains("<html lang=\"es\">") && !page.body.contains("<script>"), "{}", page.body);
    assert!(
        page.body.contains("value=\"40\"") && page.body.contains("aria-invalid=\"true\""),
        "{}",
        page.body
    );
    assert!(page.body.contains("<details open=\"open\">"), "further facts that were told are seen");
    let again = server.get("/plan/2026-dsl/answer");
    assert!(!again.body.contains("value=\"40\""), "nothing is kept");
    assert_eq!(again.header("set-cookie"), None);
}

#[test]
fn answers_are_saved_by_who_asks() {
    let (_folder, server) = served("serve-saved");
    let pairs = "pay=300000&pre_tax=23000&match=15000";
    for (format, kind, ending) in [("html", "text/html", "html"), ("markdown", "text/markdown", "md")] {
        let reply = server.send(&format!("/plan/2024-dsl/answer/{format}"), pairs);
        assert_eq!(reply.status, 200);
        assert!(reply.header("content-type").is_some_and(|own| own.starts_with(kind)));
        let name = format!("attachment; filename=\"2024-dsl.{ending}\"");
        assert_eq!(reply.header("content-disposition"), Some(name.as_str()));
        assert!(reply.body.contains("$31,000"), "{}", reply.body);
    }
    assert_eq!(server.send("/plan/2024-dsl/answer/exe", pairs).status, 404);
    let wrong = server.send("/plan/2024-dsl/answer/html", "pay=lots");
    assert!(wrong.header("content-disposition").is_none() && wrong.body.contains("aria-invalid"));
}

#[test]
fn every_example_plan_is_answered_in_every_language() {
    let server = Server::start(std::path::Path::new(env!("CARGO_MANIFEST_DIR")), &["plan-specs"]);
    let plans = server.get("/api/plans").json();
    let plans = plans.as_array().expect("a list");
    assert!(plans.len() > 40);
    for plan in plans {
        let id = plan["id"].as_str().expect("an id");
        for lang in ["en", "es", "ko", "zh"] {
            let answer = server.post("/api/answer", &json!({ "plan": id, "facts": {}, "lang": lang }));
            assert_eq!(answer.status, 200, "{id}: {}", answer.body);
            if plan["mega_backdoor"]["verdict"] != "available" {
                assert_ne!(answer.json()["verdict"], "yes", "{id}");
            }
            let page = server.get(&format!("/plan/{id}/answer?lang={lang}"));
            assert!(page.status == 200 && page.body.contains(&format!("<html lang=\"{lang}\">")), "{id}");
        }
    }
}

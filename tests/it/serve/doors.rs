//! The token, and how the server ends.

use super::client::Server;
use crate::cli::{Folder, GOOD, run};

const TOKEN: &str = "correct-horse-battery";

fn guarded(name: &str) -> (Folder, Server) {
    let folder = Folder::new(name);
    folder.write("good.plan", GOOD);
    folder.write("token", format!("{TOKEN}\n"));
    let server = Server::start(&folder.0, &["good.plan", "--token-file", "token"]);
    (folder, server)
}

#[test]
fn without_the_token_there_is_nothing_to_see() {
    let (_folder, server) = guarded("serve-token");
    let refused = server.get("/api/plans");
    refused.refused(401);
    assert_eq!(refused.header("www-authenticate"), Some("Bearer"));
    let page = server.get("/plan/good-dsl");
    assert_eq!((page.status, page.header("location")), (303, Some("/sign-in")));
    let with = |token: &str| {
        server.request("GET", "/api/plans", &[("authorization", &format!("Bearer {token}"))], "")
    };
    assert_eq!(with(TOKEN).status, 200);
    with("correct-horse-batterz").refused(401);
    assert_eq!(
        server.get(&format!("/api/plans?token={TOKEN}")).status,
        401,
        "a token in an address opens nothing"
    );
}

#[test]
fn who_signs_in_is_given_a_cookie_that_is_not_the_token() {
    let (_folder, server) = guarded("serve-cookie");
    let form = server.get("/sign-in");
    assert_eq!(form.status, 200);
    assert!(form.body.contains("type=\"password\""), "{}", form.body);
    let wrong = server.send("/sign-in", "token=guess");
    assert_eq!((wrong.status, wrong.header("set-cookie")), (403, None));
    let right = server.send("/sign-in", &format!("token={TOKEN}"));
    assert_eq!((right.status, right.header("location")), (303, Some("/")));
    let cookie = right.header("set-cookie").expect("a cookie");
    assert!(
        cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict") && !cookie.contains(TOKEN),
        "{cookie}"
    );
    let pair = cookie.split(';').next().expect("a pair");
    assert_eq!(server.request("GET", "/plan/good-dsl", &[("cookie", pair)], "").status, 200);
}

#[test]
fn an_address_that_others_reach_demands_a_token() {
    let folder = Folder::new("serve-listen");
    folder.write("good.plan", GOOD);
    let mut server = Server::start(&folder.0, &["good.plan", "--listen", "0.0.0.0"]);
    let token = server.line();
    let token = token.strip_prefix("token: ").expect("a token");
    assert_eq!(token.len(), 64);
    server.get("/api/plans").refused(401);
    let bearer = format!("Bearer {token}");
    assert_eq!(server.request("GET", "/api/plans", &[("authorization", &bearer)], "").status, 200);
}

#[test]
fn what_cannot_be_served_is_said() {
    let folder = Folder::new("serve-usage");
    folder.write("good.plan", GOOD);
    folder.write("short", "short");
    let fails = |arguments: &[&str]| {
        let (code, out, err) = run(&folder.0, &[&["serve", "--isolated"], arguments].concat());
        assert_eq!((code, out.as_str()), (2, ""), "{err}");
        err
    };
    assert!(fails(&["nowhere"]).contains("nowhere: no such file or folder"));
    assert!(fails(&["--token-file", "short"]).contains("16 characters"));
    assert!(fails(&["--token-file", "none"]).contains("cannot be read"));
    assert!(fails(&["--listen", "somewhere.example"]).contains("an IP address is expected"));
    let server = Server::start(&folder.0, &["good.plan"]);
    let port = server.address.split(':').nth(1).expect("a port");
    assert!(fails(&["good.plan", "--port", port]).contains("--port 0"));
}

#[cfg(unix)]
#[test]
fn asked_to_end_it_ends_well() {
    use std::io::Write;
    for signal in ["-TERM", "-INT"] {
        let (_folder, mut server) = guarded(&format!("serve-end{signal}"));
        let mut idle = server.connect();
        idle.write_all(b"GET /").expect("sent");
        let id = server.child.id().to_string();
        let sent = std::process::Command::new("kill").args([signal, &id]).status().expect("kill");
        assert!(sent.success());
        let status = server.child.wait().expect("an end");
        assert_eq!(status.code(), Some(0), "{signal}");
    }
}

//! Hosts, origins, sizes, slow clients and paths that no page of ours sends.

use std::io::{ErrorKind, Write};
use std::time::{Duration, Instant};

use super::client::{Server, read};
use crate::cli::{Folder, GOOD};

fn served(name: &str) -> (Folder, Server) {
    let folder = Folder::new(name);
    folder.write("secret.txt", "not a plan");
    folder.write("plans/good.plan", GOOD);
    let server = Server::start(&folder.0, &["plans"]);
    (folder, server)
}

#[test]
fn a_foreign_host_is_refused() {
    let (_folder, server) = served("serve-host");
    let port = server.address.split(':').nth(1).expect("a port").to_owned();
    let status = |host: &str| server.request("GET", "/api/plans", &[("host", host)], "");
    for known in [format!("127.0.0.1:{port}"), format!("localhost:{port}"), format!("[::1]:{port}")] {
        assert_eq!(status(&known).status, 200, "{known}");
    }
    for foreign in ["evil.example", &format!("evil.example:{port}"), "127.0.0.1", "localhost:1", ""] {
        status(foreign).refused(421);
    }
    server.raw(b"GET /api/plans HTTP/1.1\r\nconnection: close\r\n\r\n").refused(400);
    let twice = format!("GET /api/plans HTTP/1.1\r\nhost: {0}\r\nhost: evil.example\r\n\r\n", server.address);
    server.raw(twice.as_bytes()).refused(400);
    let line = format!(
        "GET http://evil.example/api/plans HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n\r\n",
        server.address
    );
    server.raw(line.as_bytes()).refused(421);
}

#[test]
fn a_page_elsewhere_cannot_post() {
    let (_folder, server) = served("serve-origin");
    let own = format!("http://{}", server.address);
    let status =
        |headers: &[(&str, &str)]| server.request("POST", "/plan/good-dsl/answer", headers, "").status;
    assert_eq!(status(&[]), 200);
    assert_eq!(status(&[("origin", &own)]), 200);
    assert_eq!(status(&[("sec-fetch-site", "same-origin"), ("origin", "null")]), 200);
    assert_eq!(status(&[("origin", "http://evil.example")]), 403);
    assert_eq!(status(&[("origin", "null")]), 403);
    assert_eq!(status(&[("sec-fetch-site", "cross-site")]), 403);
    assert_eq!(status(&[("sec-fetch-site", "same-site"), ("origin", &own)]), 403);
}

#[test]
fn a_large_body_is_refused_and_the_answer_is_read() {
    let (_folder, server) = served("serve-large");
    let large = "x".repeat(10 * 1024 * 1024);
    server.request("POST", "/api/answer", &[], &large).refused(413);
    let asks = [("expect", "100-continue")];
    server.request("POST", "/api/answer", &asks, &"x".repeat(100 * 1024)).refused(413);
    let mut chunked = format!(
        "POST /api/answer HTTP/1.1\r\nhost: {}\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\n",
        server.address
    );
    chunked.push_str(&format!("20000\r\n{}\r\n0\r\n\r\n", "x".repeat(0x20000)));
    server.raw(chunked.as_bytes()).refused(413);
    let head = format!("GET / HTTP/1.1\r\nhost: {}\r\nx: {}\r\n\r\n", server.address, "y".repeat(64 * 1024));
    let mut stream = server.connect();
    // The connection may end while the head is still being sent.
    let _ = stream.write_all(head.as_bytes());
    assert_ne!(read(stream).status, 200);
    assert_eq!(server.get("/api/plans").status, 200);
}

#[test]
fn a_slow_client_is_dropped_and_holds_nobody_up() {
    let (_folder, server) = served("serve-slow");
    let mut slow: Vec<_> = (0..20).map(|_| server.connect()).collect();
    for stream in &mut slow {
        stream.write_all(b"GET / HTTP/1.1\r\nhost: ").expect("sent");
    }
    let mut body = server.connect();
    let head =
        format!("POST /api/answer HTTP/1.1\r\nhost: {}\r\ncontent-length: 1000\r\n\r\n{{", server.address);
    body.write_all(head.as_bytes()).expect("sent");
    let began = Instant::now();
    assert_eq!(server.get("/api/plans").status, 200);
    assert!(began.elapsed() < Duration::from_secs(3), "others are answered at once");
    for stream in slow {
        read(stream);
    }
    assert!(began.elapsed() < Duration::from_secs(9), "a head has five seconds");
    read(body).refused(408);
    assert!(began.elapsed() < Duration::from_secs(15), "a body has ten");
}

#[test]
fn who_never_reads_is_dropped() {
    let (_folder, server) = served("serve-unread");
    let mut deaf = server.connect();
    deaf.set_write_timeout(Some(Duration::from_secs(25))).expect("a time limit");
    let request = format!("GET /plan/good-dsl HTTP/1.1\r\nhost: {}\r\n\r\n", server.address);
    // Asks until neither end has room for more; it is the server that breaks off.
    let error = (0..1_000_000).find_map(|_| deaf.write_all(request.as_bytes()).err()).expect("an end");
    let kinds = [ErrorKind::ConnectionReset, ErrorKind::BrokenPipe, ErrorKind::ConnectionAborted];
    assert!(kinds.contains(&error.kind()), "{error}");
    assert_eq!(server.get("/api/plans").status, 200);
}

#[test]
fn no_path_leads_out_of_the_plans() {
    let (_folder, server) = served("serve-paths");
    let paths = [
        "/../secret.txt",
        "/assets/../../secret.txt",
        "/assets/..%2f..%2fsecret.txt",
        "/plan/..%2f..%2fsecret.txt",
        "/api/check/../secret.txt",
        "/api/check/..%2fsecret.txt",
        "/api/check/%2e%2e",
        "/api/check/plans%2fgood.plan",
        "/plan/%00",
        "/plan/%ff",
        "/api/check/%ff%fe",
        "//etc/passwd",
        "/plan/good-dsl/../../secret.txt",
    ];
    for path in paths {
        let reply = server.get(path);
        assert!((400..500).contains(&reply.status), "{path}: {reply:?}");
        if path.starts_with("/api/") {
            reply.refused(404);
        }
        assert!(!reply.body.contains("not a plan"), "{path}");
    }
}

#[test]
fn every_answer_has_the_headers() {
    let (_folder, server) = served("serve-headers");
    let replies = [
        server.get("/"),
        server.get("/plan/good-dsl"),
        server.get("/plan/good-dsl/answer"),
        server.get("/api/plans"),
        server.get("/nothing"),
        server.get("/api/nothing"),
        server.request("GET", "/", &[("host", "evil.example")], ""),
    ];
    for reply in replies {
        let policy = reply.header("content-security-policy").expect("a policy");
        assert!(policy.starts_with("default-src 'none'; ") && !policy.contains("unsafe"), "{policy}");
        assert!(
            policy.contains("frame-ancestors 'none'") && policy.contains("form-action 'self'"),
            "{policy}"
        );
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "DENY"),
            ("cache-control", "no-store"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
        ] {
            assert_eq!(reply.header(name), Some(value), "{reply:?}");
        }
        assert!(reply.header("permissions-policy").is_some() && reply.header("server").is_none());
        assert!(matches!(reply.header("referrer-policy"), Some("no-referrer" | "same-origin")));
        // What the policy would not let run is not there either.
        for inline in ["<style", "style=\"", "onclick", "<script>", "src=\"http", "javascript:"] {
            assert!(!reply.body.contains(inline), "{inline} in {}", reply.body);
        }
    }
}

#[test]
fn a_script_in_a_plans_name_runs_nowhere() {
    let folder = Folder::new("serve-script");
    let name = "<script>alert(1)</script>\\\"><img src=x onerror=alert(2)>";
    folder.write("evil.plan", GOOD.replace("Good", name));
    folder.write("\"><script>alert(3)<!--.plan", "plan \"Broken\" {");
    let server = Server::start(&folder.0, &["."]);
    let plans = server.get("/api/plans").json();
    let ids: Vec<String> = plans
        .as_array()
        .expect("a list")
        .iter()
        .map(|plan| plan["id"].as_str().expect("an id").to_owned())
        .collect();
    assert_eq!(ids.len(), 2, "{plans}");
    let mut pages = vec!["/".to_owned(), "/?q=%3Cscript%3Ealert(1)&verdict=%22%3E%3Cscript%3E".to_owned()];
    for id in ids {
        assert!(id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'), "{id}");
        pages.extend([format!("/plan/{id}"), format!("/plan/{id}/answer")]);
    }
    for page in pages {
        let reply = server.get(&page);
        assert_eq!(reply.status, 200, "{page}");
        assert!(!reply.body.contains("<script>") && !reply.body.contains("<img"), "{page}: {}", reply.body);
    }
}

//! Answers a second: `cargo bench --bench serve` starts the server and asks it for a minute over four connections; another
//! number of seconds may be given. It fails on any answer that is not one. Processor time is read on Linux alone.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

const CONNECTIONS: usize = 4;
const SECONDS: u64 = 60;
/// Clock ticks of /proc are hundredths of a second on every Linux that planlint runs on.
const TICKS: u64 = 100;
const PLAN: &str = "plan \"Bench\" {\n  type 401(k)\n  year 2026\n  goals mega backdoor\n  match { formula 50% of first 6% of pay }\n  \
    nonelective { formula none }\n  after-tax { allowed yes }\n  in-plan-roth { allowed yes; sources after-tax }\n  in-service { after-tax any time }\n}\n";
const BODY: &str =
    r#"{"plan":"bench-dsl","facts":{"pay":"300000","age":40,"pre_tax":"24500","match":"auto"},"lang":"en"}"#;

fn main() {
    let seconds = std::env::args().filter_map(|argument| argument.parse().ok()).next().unwrap_or(SECONDS);
    let path = std::env::temp_dir().join(format!("planlint-bench-{}", std::process::id())).join("bench.plan");
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(&path, PLAN).expect("a file");
    let mut server = Command::new(env!("CARGO_BIN_EXE_planlint"))
        .args(["serve", "--port", "0", "--isolated"])
        .arg(&path)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the server");
    let mut line = String::new();
    BufReader::new(server.stdout.take().expect("an output")).read_line(&mut line).expect("an address");
    let address = line.trim().strip_prefix("http://").expect("an address").to_owned();
    let began = Instant::now();
    let until = began + Duration::from_secs(seconds);
    let asking: Vec<_> = (0..CONNECTIONS)
        .map(|_| {
            let address = address.clone();
            thread::spawn(move || ask(&address, until))
        })
        .collect();
    let mut times: Vec<Duration> = asking.into_iter().flat_map(|one| one.join().expect("no error")).collect();
    times.sort_unstable();
    let (took, ticks) = (began.elapsed(), ticks(server.id()));
    let a_second = times.len() as u128 * 1000 / took.as_millis();
    let (median, slow) = (times[times.len() / 2], times[times.len() * 99 / 100]);
    println!("{} answers in {took:.1?} without an error: {a_second} a second", times.len());
    println!("half within {median:.2?}, 99 of 100 within {slow:.2?}");
    println!("processor time of the server: {} s", ticks / TICKS);
    server.kill().expect("ended");
    // What is left behind in the temporary folder does no harm.
    let _ = server.wait().map(|_| fs::remove_file(path));
}

/// Asks over one connection until the time is over; returns how long each answer took.
fn ask(address: &str, until: Instant) -> Vec<Duration> {
    let mut stream = TcpStream::connect(address).expect("a connection");
    stream.set_nodelay(true).expect("a stream without delay");
    let length = BODY.len();
    let request =
        format!("POST /api/answer HTTP/1.1\r\nhost: {address}\r\ncontent-length: {length}\r\n\r\n{BODY}");
    let mut reader = BufReader::new(stream.try_clone().expect("a stream"));
    let mut times = Vec::new();
    while Instant::now() < until {
        let began = Instant::now();
        stream.write_all(request.as_bytes()).expect("sent");
        answered(&mut reader);
        times.push(began.elapsed());
    }
    times
}

fn answered(reader: &mut impl BufRead) {
    let (mut length, mut first) = (0, true);
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).expect("a line");
        assert!(!first || line.starts_with("HTTP/1.1 200 "), "{line}");
        first = false;
        if let Some(value) = line.strip_prefix("content-length: ") {
            length = value.trim().parse().expect("a length");
        }
        if line.trim().is_empty() {
            break;
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).expect("a body");
    assert!(body.starts_with(b"{\n  \"schema\": \"planlint/answer/1\""), "an answer");
}

/// Processor time of a process, in hundredths of a second.
fn ticks(process: u32) -> u64 {
    let line = fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    let after_name = line.rsplit_once(')').map_or("", |(_, rest)| rest);
    let field =
        |number: usize| after_name.split_whitespace().nth(number).and_then(|text| text.parse::<u64>().ok());
    field(11).unwrap_or(0) + field(12).unwrap_or(0)
}

//! Formats that programs read: whole, typed, and harmless whatever a plan is called.

use planlint::compare::choice::Choice;
use planlint::render::compare::Format;
use roxmltree::Document;
use serde_json::Value;

use super::{PLANS, compared, everything, written};

const HOSTILE: &str = "plan: \"=HYPERLINK(\\\"http://x\\\")|<script>alert(1)</script>\\e[2J\\u202e`@team` \\n# x\"\ntype: 401(k)\nyear: 2026\n\
    employer:\n  name: \"@SUM(1+1)|cmd <img src=x onerror=alert(1)> \\\"'\"\nafter-tax:\n  called: \"=1+1\"\n  allowed: yes\n";

fn plans() -> Vec<(&'static str, &'static str)> {
    PLANS.iter().copied().chain([("plans/=<b>.plan.yaml", HOSTILE)]).collect()
}

#[test]
fn json_holds_every_plan_and_every_provision() {
    let text = written(&compared(&plans()), &Choice::default(), Format::Json, 80);
    let json: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(json["schema"], "planlint/compare/1");
    assert_eq!(json["plans"].as_array().map(Vec::len), Some(5));
    let birch = &json["plans"][0];
    assert_eq!(birch["plan"], "Birch 401(k)");
    assert_eq!(birch["mega_backdoor"]["verdict"], "available");
    let limit = &birch["provisions"]["after-tax.limit"];
    assert_eq!((&limit["state"], &limit["value"]), (&Value::from("stated"), &Value::from("10% of pay")));
    assert_eq!(json["plans"][2]["provisions"]["after-tax.allowed"]["state"], "unknown");
    assert_eq!(json["plans"][2]["provisions"]["match.formula"]["state"], "not-stated");
    assert!(!text.contains('\u{1b}') && !text.contains('\u{202e}'));
}

#[test]
fn csv_has_a_line_a_plan_and_no_formula() {
    let text = written(&compared(&plans()), &Choice::default(), Format::Csv, 80);
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().expect("a header").clone();
    let at = |name: &str| header.iter().position(|heading| heading == name).expect(name);
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), 5);
    assert_eq!(&rows[0][at("room")], "36000.00", "{text}");
    assert_eq!(&rows[1][at("match.vesting")], "3-year cliff");
    for cell in rows.iter().flat_map(csv::StringRecord::iter) {
        assert!(!cell.starts_with(['=', '+', '-', '@', '|', '\t', '\r']), "{cell}");
    }
}

#[test]
fn a_page_is_well_formed_and_runs_nothing_but_its_own_script() {
    let page = written(&compared(&plans()), &everything(), Format::Html, 80);
    let body = page.strip_prefix("<!doctype html>\n").expect("a page");
    let document = Document::parse(body).expect("well-formed");
    let elements = || document.descendants().filter(|node| node.is_element());
    let named = |name: &str| elements().filter(|node| node.tag_name().name() == name).count();
    assert_eq!((named("script"), named("img"), named("link"), named("iframe")), (1, 0, 0, 0));
    for node in elements() {
        for attribute in node.attributes() {
            assert!(!attribute.name().starts_with("on") && attribute.name() != "src", "{attribute:?}");
        }
    }
    let script = elements().find(|node| node.tag_name().name() == "script").and_then(|node| node.text());
    let hash = sha256_base64(script.expect("a script").as_bytes());
    assert!(page.contains(&format!("script-src 'sha256-{hash}'")), "the page lets no script run but {hash}");
    assert!(page.contains("&lt;script&gt;") || page.contains("&#60;script&#62;"));
}

#[test]
fn markdown_makes_no_markup_of_plans() {
    let text = written(&compared(&plans()), &everything(), Format::Markdown, 80);
    for raw in ["<script>", "<img", "\u{1b}", "\u{202e}", "`@team`"] {
        assert!(!text.contains(raw), "{raw}: {text}");
    }
    for line in text.lines().filter(|line| line.starts_with('|')) {
        let bars = line.replace("\\|", "").matches('|').count();
        assert!(bars >= 3, "{line}");
    }
}

#[test]
fn a_terminal_sees_no_control_characters() {
    let text = written(&compared(&plans()), &everything(), Format::Full, 120);
    assert!(!text.chars().any(|c| c != '\n' && c.is_control() || c == '\u{202e}'), "{text:?}");
}

/// Typed cells, read back by a library that is not the one that wrote them.
#[cfg(feature = "xlsx")]
#[test]
fn a_workbook_has_typed_cells_and_no_formula() {
    use calamine::{Data, Reader, Xlsx};
    use planlint::render::compare::{Arrangement, Request, render};
    let comparison = compared(&plans());
    let choice = Choice::default();
    let request = Request {
        comparison: &comparison,
        choice: &choice,
        arrangement: Arrangement::ByVerdict,
        filter: None,
    };
    let write = || render(&request, Format::Xlsx, &planlint::render::Style::PLAIN).expect("a workbook");
    let bytes = write();
    assert_eq!(bytes, write(), "the same bytes each time");
    let mut workbook: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes)).expect("a workbook");
    assert_eq!(workbook.sheet_names(), ["Summary", "Provisions", "Findings", "Questions"]);
    let summary = workbook.worksheet_range("Summary").expect("a sheet");
    let header: Vec<String> =
        summary.rows().next().expect("a header").iter().map(ToString::to_string).collect();
    let at = |name: &str| header.iter().position(|heading| heading == name).expect(name);
    let birch = summary.rows().nth(1).expect("a plan");
    assert_eq!(birch[at("room")], Data::Float(36000.0));
    assert_eq!(birch[at("mega backdoor")], Data::String("available".to_owned()));
    let hostile = summary.rows().nth(5).expect("a plan");
    assert!(
        matches!(&hostile[at("plan")], Data::String(text) if text.starts_with("=HYPERLINK")),
        "text, as it is"
    );
    for name in ["Summary", "Provisions", "Findings", "Questions"] {
        let formulas = workbook.worksheet_formula(name).expect("formulas");
        assert!(formulas.used_cells().all(|(_, _, formula)| formula.is_empty()), "{name}");
    }
}

/// SHA-256 (FIPS 180-4) in base64: how a browser knows the script.
fn sha256_base64(bytes: &[u8]) -> String {
    let mut primes = (2_u64..).filter(|n| (2..*n).take_while(|d| d * d <= *n).all(|d| n % d != 0));
    let primes: Vec<u64> = primes.by_ref().take(64).collect();
    // The first 32 bits behind the point of a root: the root of the number moved by 32 places, in integers.
    let cube_root = |number: u128| {
        let bits = (0..42).rev();
        bits.fold(0_u128, |root, bit| {
            let more = root | 1 << bit;
            if more * more * more <= number { more } else { root }
        })
    };
    let constants: Vec<u32> = primes.iter().map(|prime| cube_root(u128::from(*prime) << 96) as u32).collect();
    let mut state: Vec<u32> =
        primes[..8].iter().map(|prime| (u128::from(*prime) << 64).isqrt() as u32).collect();
    let mut message = bytes.to_vec();
    message.push(0x80);
    message.resize(message.len() + (120 - message.len() % 64) % 64, 0);
    message.extend((bytes.len() as u64 * 8).to_be_bytes());
    for block in message.chunks(64) {
        let mut w: Vec<u32> =
            block.chunks(4).map(|word| u32::from_be_bytes(word.try_into().expect("four bytes"))).collect();
        for i in 16..64 {
            let (a, b) = (w[i - 15], w[i - 2]);
            let s0 = a.rotate_right(7) ^ a.rotate_right(18) ^ (a >> 3);
            let s1 = b.rotate_right(17) ^ b.rotate_right(19) ^ (b >> 10);
            w.push(w[i - 16].wrapping_add(s0).wrapping_add(w[i - 7]).wrapping_add(s1));
        }
        let mut v = state.clone();
        for i in 0..64 {
            let s1 = v[4].rotate_right(6) ^ v[4].rotate_right(11) ^ v[4].rotate_right(25);
            let choice = (v[4] & v[5]) ^ (!v[4] & v[6]);
            let one =
                v[7].wrapping_add(s1).wrapping_add(choice).wrapping_add(constants[i]).wrapping_add(w[i]);
            let s0 = v[0].rotate_right(2) ^ v[0].rotate_right(13) ^ v[0].rotate_right(22);
            let two = s0.wrapping_add((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]));
            v.rotate_right(1);
            v[4] = v[4].wrapping_add(one);
            v[0] = one.wrapping_add(two);
        }
        state.iter_mut().zip(v).for_each(|(own, add)| *own = own.wrapping_add(add));
    }
    let digest: Vec<u8> = state.iter().flat_map(|word| word.to_be_bytes()).collect();
    let letter = |six: u32| {
        let table = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        char::from(table[(six & 63) as usize])
    };
    let group = |three: &[u8]| {
        let get = |i: usize| u32::from(three.get(i).copied().unwrap_or(0));
        let all = get(0) << 16 | get(1) << 8 | get(2);
        let letters = [all >> 18, all >> 12, all >> 6, all].map(letter);
        letters
            .into_iter()
            .enumerate()
            .map(|(i, c)| if i > three.len() { '=' } else { c })
            .collect::<String>()
    };
    digest.chunks(3).map(group).collect()
}

//! The form of suppressions, right and wrong, with the exact places of what is wrong.

use super::read;

#[test]
fn rules_reason_date_and_name_are_told_apart() {
    for text in [
        "# planlint: allow(one, two) agreed in May until=2026-12-31 by=\"Jo Doe\"",
        "#planlint:allow(one,two,) agreed by=\"Jo Doe\" in May until=2026-12-31",
        "#  planlint:  allow ( one , two )  until=2026-12-31 by=\"Jo Doe\" agreed in May",
    ] {
        let directive = read(text).expect("a directive").expect("well formed");
        let rules: Vec<&str> = directive.rules.iter().map(|rule| rule.text).collect();
        assert_eq!(rules, ["one", "two"], "{text}");
        assert_eq!(directive.reason, "agreed in May", "{text}");
        assert_eq!(directive.by.as_deref(), Some("Jo Doe"), "{text}");
        assert_eq!(directive.until.map(|(date, _)| date.to_string()).as_deref(), Some("2026-12-31"));
    }
}

#[test]
fn other_comments_are_left_alone() {
    for text in [
        "#",
        "# planlint finds this",
        "# see planlint: it is a checker",
        "# x=1",
        "#planlinter: x",
        "# Planlint: a checker",
    ] {
        assert_eq!(read(text), None, "{text}");
    }
}

#[test]
fn what_is_wrong_is_told_at_its_place() {
    for (text, place, problem) in [
        ("# planlint: allow(one)", "planlint: allow(one)", "it gives no reason"),
        ("# planlint: allow(one) --", "planlint: allow(one)", "it gives no reason"),
        ("# planlint: allow() why", "()", "it names no rule"),
        ("# planlint: allow(one why", "w", "neither a comma nor `)` follows a rule's name"),
        ("# planlint: allow(one", "", "neither a comma nor `)` follows a rule's name"),
        ("# planlint: allow(one,", "(one,", "`(` is never closed"),
        ("# planlint: allow one why", "o", "the rules do not stand in parentheses"),
        ("# planlint: alow(one) why", "alow", "`allow` is all that can follow `planlint:`"),
        ("# planlint: ", "", "`allow` is all that can follow `planlint:`"),
        ("# planlint allow(one) why", "planlint", "there is no colon behind `planlint`"),
        ("# Planlint: allow(one) why", "Planlint", "`planlint` is written in lower case"),
        ("#PLANLINT:Allow(one) why", "PLANLINT", "`planlint` is written in lower case"),
        (
            "# note # planlint: allow(a) b",
            "planlint: allow(a) b",
            "it stands behind other words of the comment",
        ),
        ("# planlint: allow(one) why untill=2026-01-01", "untill=2026-01-01", "it has no `untill=`"),
        ("# planlint: allow(one) why by=", "by=", "`by=` names nobody"),
        ("# planlint: allow(a) b by=x by=y", "by=y", "`by=` stands in it twice"),
    ] {
        let malformed = read(text).expect(text).expect_err(text);
        assert_eq!((&text[malformed.at.clone()], malformed.problem.as_str()), (place, problem), "{text}");
    }
    let text = "# planlint: allow(one) why until=2026-13-01";
    let malformed = read(text).expect(text).expect_err(text);
    assert!(malformed.problem.starts_with("the date behind `until=` cannot be read"), "{malformed:?}");
    assert!(text[malformed.at].contains("13"));
}

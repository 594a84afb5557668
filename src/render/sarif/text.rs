//! Texts as SARIF messages. A brace begins a placeholder there (3.11.5) and `[text](address)` is a link (3.11.6):
//! neither may come from a plan.

/// A text that says the same as a message string.
pub fn message(text: &str) -> String {
    text.replace('{', "{{").replace('}', "}}").replace("](", "] (")
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_plan_makes_no_link_and_no_placeholder() {
        assert_eq!(super::message("`[law](https://x)` {0}"), "`[law] (https://x)` {{0}}");
    }
}

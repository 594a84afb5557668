//! Text in cells of spreadsheets: none of it is a formula.

use super::safe;

/// A text on one line that no spreadsheet takes for a formula: those that begin like one get an apostrophe.
pub fn cell(text: &str) -> String {
    let line = safe::line(text);
    // The full-width signs count too: a spreadsheet in Japanese or Chinese takes them for the others.
    let begins_formula = |c: char| "=+-@\t\r\n|＝＋－＠".contains(c);
    let is_formula = text.starts_with(begins_formula) || line.trim_start().starts_with(begins_formula);
    if is_formula { format!("'{line}") } else { line.into_owned() }
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn no_cell_is_a_formula() {
        for text in ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1", "|cmd"] {
            assert!(cell(text).starts_with('\''), "{text:?}: {}", cell(text));
        }
        for text in ["Acme = Birch", "401(k)", "", "100% + 1"] {
            assert_eq!(cell(text), text);
        }
    }
}

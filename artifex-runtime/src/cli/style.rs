//! Colours, and tables for the terminal.

use anstyle::{AnsiColor, Style};

/// `error:`
pub(super) const ERROR: Style = AnsiColor::Red.on_default().bold();
/// `warning:`
pub(super) const WARNING: Style = AnsiColor::Yellow.on_default().bold();
/// Carets and margins.
pub(super) const FRAME: Style = AnsiColor::Blue.on_default().bold();
/// What matters in a line.
pub(super) const STRONG: Style = Style::new().bold();
/// What can be skipped.
pub(super) const DIM: Style = Style::new().dimmed();
/// What went well.
pub(super) const GOOD: Style = AnsiColor::Green.on_default().bold();

/// Text in a style; the stream drops the style where colours are off.
pub(super) fn paint(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}

/// Rows as columns that are as wide as their widest cell; the last column is not padded.
pub(super) fn table(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |k: usize| rows.iter().filter_map(|row| row.get(k)).map(|cell| cell.chars().count()).max().unwrap_or(0);
    let widths: Vec<_> = (0..columns).map(width).collect();
    let mut out = String::new();
    for row in rows {
        for (k, cell) in row.iter().enumerate() {
            out.push_str(cell);
            if k + 1 < row.len() {
                out.extend(std::iter::repeat_n(' ', widths[k] - cell.chars().count() + 2));
            }
        }
        out.push('\n');
    }
    out
}

/// A whole number with commas: `1,234,567`.
pub(super) fn thousands(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (k, digit) in digits.chars().enumerate() {
        if k > 0 && (digits.len() - k).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{table, thousands};

    #[test]
    fn columns_line_up() {
        let rows = [vec!["a".into(), "b".into()], vec!["ccc".into(), "d".into()]];
        assert_eq!(table(&rows), "a    b\nccc  d\n");
    }

    #[test]
    fn groups_of_three() {
        assert_eq!([0, 999, 1000, 1_234_567].map(thousands), ["0", "999", "1,000", "1,234,567"]);
    }
}

//! Colours, and tables for the terminal.

use crate::config::text::Text;
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
pub(super) fn thousands(n: u64) -> String {
    let mut text = Text::<32>::EMPTY;
    text.push_thousands(n);
    text.to_string()
}

/// Bytes in the largest unit of which there is one: `1.5 MiB`.
#[expect(clippy::cast_precision_loss, reason = "shown with one decimal")]
pub(super) fn bytes(n: u64) -> String {
    const UNITS: [&str; 6] = ["KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];
    let Some(unit) = (n.max(1).ilog2() / 10).checked_sub(1) else { return format!("{n} bytes") };
    format!("{:.1} {}", n as f64 / (1_u64 << (10 * (unit + 1))) as f64, UNITS[unit as usize])
}

#[cfg(test)]
mod tests {
    use super::{bytes, table, thousands};

    #[test]
    fn columns_line_up() {
        let rows = [vec!["a".into(), "b".into()], vec!["ccc".into(), "d".into()]];
        assert_eq!(table(&rows), "a    b\nccc  d\n");
    }

    #[test]
    fn groups_of_three() {
        assert_eq!([0, 999, 1000, 1_234_567].map(thousands), ["0", "999", "1,000", "1,234,567"]);
    }

    #[test]
    fn sizes_in_memory() {
        assert_eq!([0, 1023, 1024, 3 << 29].map(bytes), ["0 bytes", "1023 bytes", "1.0 KiB", "1.5 GiB"]);
        assert_eq!(bytes(u64::MAX), "16.0 EiB");
    }
}

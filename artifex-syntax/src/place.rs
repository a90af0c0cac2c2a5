//! Where something stands in a text, for people.

use super::doc::{Source, Span};
use super::hidden::Hidden;
use super::text::Text;

/// Longest part of a source line that is shown, in bytes.
const LINE: usize = 160;

/// A place in a text: line and column, both from 1, the column in characters, and the line itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place<'a> {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The text of the line.
    pub text: &'a str,
    /// The byte that the line starts at.
    pub start: usize,
    /// How many characters of the line the span covers, at least 1.
    pub width: usize,
}

/// The place of a span in its source.
#[must_use]
pub const fn place(span: Span, text: &str) -> Place<'_> {
    let bytes = text.as_bytes();
    let start = clamp(span.start as usize, bytes.len());
    let (mut line, mut line_start, mut i) = (1, 0, 0);
    while i < start {
        if bytes[i] == b'\n' {
            line += 1;
            line_start = i + 1;
        }
        i += 1;
    }
    let mut line_end = start;
    while line_end < bytes.len() && bytes[line_end] != b'\n' {
        line_end += 1;
    }
    if line_end > line_start && bytes[line_end - 1] == b'\r' {
        line_end -= 1;
    }
    let mut end = clamp(span.end as usize, line_end);
    if end < start {
        end = start;
    }
    let width = count(bytes, start, end);
    Place {
        line,
        column: count(bytes, line_start, start) + 1,
        text: text.split_at(line_end).0.split_at(line_start).1,
        start: line_start,
        width: if width == 0 { 1 } else { width },
    }
}

const fn clamp(n: usize, max: usize) -> usize {
    if n < max { n } else { max }
}

/// Characters of `bytes[start..end]`.
const fn count(bytes: &[u8], start: usize, end: usize) -> usize {
    let (mut i, mut n) = (start, 0);
    while i < end {
        if bytes[i] & 0xC0 != 0x80 {
            n += 1;
        }
        i += 1;
    }
    n
}

/// Appends the place of a span, with its line and a caret: ` --> file:line:column` and the line below. The line has a mask for
/// each secret. Nothing, if the span is in none of the sources.
pub const fn push_place<const N: usize>(out: &mut Text<N>, span: Span, sources: &[Source<'_>], hidden: &Hidden) {
    let span = hidden.whole(span);
    let index = span.source as usize;
    if index >= sources.len() {
        return;
    }
    let source = sources[index];
    let place = place(span, source.text);
    let mut number = Text::<20>::EMPTY;
    number.push_int(place.line as i128);
    let margin = number.as_str().len();
    out.push("\n");
    out.push_repeated(" ", margin);
    out.push("--> ");
    out.push(source.name);
    out.push(":");
    out.push(number.as_str());
    out.push(":");
    out.push_int(place.column as i128);
    if hidden.all() {
        return;
    }
    let (start, end) = (place.start, place.start + place.text.len());
    let from = clamp(span.start as usize, end);
    let [mut line, mut before, mut marked] = [Text::<N>::EMPTY; 3];
    hidden.push(&mut line, span.source, source.text, start, end);
    hidden.push(&mut before, span.source, source.text, start, from);
    hidden.push(&mut marked, span.source, source.text, from, clamp(span.end as usize, end));
    let column = count(before.as_str().as_bytes(), 0, before.as_str().len());
    let width = count(marked.as_str().as_bytes(), 0, marked.as_str().len());
    out.push("\n");
    out.push_repeated(" ", margin);
    out.push(" |\n");
    out.push(number.as_str());
    out.push(" | ");
    out.push_clipped(line.as_str(), LINE);
    if column < LINE {
        out.push("\n");
        out.push_repeated(" ", margin);
        out.push(" | ");
        push_indent(out, before.as_str(), column);
        out.push_repeated("^", clamp(if width == 0 { 1 } else { width }, LINE));
    }
}

/// Blanks as wide as the first `columns` characters of `line`: a tab stays a tab, so that the caret stands right.
const fn push_indent<const N: usize>(out: &mut Text<N>, line: &str, columns: usize) {
    let bytes = line.as_bytes();
    let (mut i, mut done) = (0, 0);
    while i < bytes.len() && done < columns {
        if bytes[i] & 0xC0 != 0x80 {
            out.push(if bytes[i] == b'\t' { "\t" } else { " " });
            done += 1;
        }
        i += 1;
    }
    out.push_repeated(" ", columns - done);
}

#[cfg(test)]
mod tests {
    use super::place;
    use crate::doc::Span;

    #[test]
    fn places_at_the_ends() {
        assert_eq!((place(Span::new(0, 0), "").line, place(Span::new(0, 0), "").column), (1, 1));
        let last = place(Span::new(99, 99), "a\nb");
        assert_eq!((last.line, last.column, last.text), (2, 2, "b"));
        let multi = place(Span::new(0, 9), "ab\ncd\nefg");
        assert_eq!((multi.width, multi.text), (2, "ab")); // the caret stays on its line
    }
}

//! What a check found: every error with its place, and how it is shown.

use super::doc::{Doc, Span};
use super::hidden::Hidden;
use super::text::Text;

/// Longest message, in bytes.
const MESSAGE: usize = 448;
/// Longest rendered error: the message, the place, the line and the caret.
const RENDERED: usize = 1024;
/// Longest part of a source line that is shown, in bytes.
const LINE: usize = 160;

/// How many errors the compiler shows for one file or literal.
pub const AT_COMPILE_TIME: usize = 16;

/// What kind of mistake an error is, for programs that read the errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// The file cannot be read.
    Unreadable,
    /// The text is not TOML, JSON or YAML, or is too much of it.
    Syntax,
    /// Files that extend one another in a circle, or the like.
    Extends,
    /// A key that the config does not have.
    UnknownField,
    /// A required field that is absent.
    MissingField,
    /// A value of the wrong type.
    WrongType,
    /// A value outside its range or set, or one that does not match its pattern.
    OutOfRange,
    /// A `type` that no config has, or none at all.
    UnknownType,
    /// A rule between fields does not hold.
    Rule,
    /// One field under two of its names.
    DuplicateField,
    /// A table of a version that is not this program's; a warning where it can be read all the same.
    Version,
    /// A warning: an old name of a field.
    Renamed,
    /// A warning: something that will go away.
    Deprecated,
}

impl Code {
    /// The code in `--format json`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::Syntax => "syntax",
            Self::Extends => "extends",
            Self::UnknownField => "unknown-field",
            Self::MissingField => "missing-field",
            Self::WrongType => "wrong-type",
            Self::OutOfRange => "out-of-range",
            Self::UnknownType => "unknown-type",
            Self::Rule => "rule",
            Self::DuplicateField => "duplicate-field",
            Self::Version => "version",
            Self::Renamed => "renamed",
            Self::Deprecated => "deprecated",
        }
    }
}

/// Whether a document can be used as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// It cannot.
    Error,
    /// It can, but should be changed.
    Warning,
}

impl Severity {
    /// The word before a message.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// One error or warning of a document.
#[derive(Clone, Copy, Debug)]
pub struct Issue {
    /// Which of the two it is.
    pub severity: Severity,
    /// What kind of mistake it is.
    pub code: Code,
    /// Where it stands.
    pub span: Span,
    /// What is wrong, and what to do.
    pub message: Text<MESSAGE>,
}

impl Issue {
    const BLANK: Self =
        Self { severity: Severity::Error, code: Code::Syntax, span: Span::new(0, 0), message: Text::EMPTY };
}

/// Up to `N` errors, in the order of the document, and the number of all; and up to `N` warnings.
#[derive(Clone, Copy, Debug)]
pub struct Report<const N: usize = AT_COMPILE_TIME> {
    issues: [Issue; N],
    count: usize,
    warnings: [Issue; N],
    warning_count: usize,
    hidden: Hidden,
}

impl<const N: usize> Report<N> {
    /// No errors.
    pub const EMPTY: Self = Self {
        issues: [Issue::BLANK; N],
        count: 0,
        warnings: [Issue::BLANK; N],
        warning_count: 0,
        hidden: Hidden::NONE,
    };

    /// The errors found, in the order of the document.
    #[must_use]
    pub const fn issues(&self) -> &[Issue] {
        self.issues.split_at(self.kept()).0
    }

    /// The warnings, in the order of the document. They do not count as errors.
    #[must_use]
    pub const fn warnings(&self) -> &[Issue] {
        self.warnings.split_at(self.kept_warnings()).0
    }

    /// How many errors there are, with those that were not kept.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.count
    }

    const fn kept(&self) -> usize {
        if self.count < N { self.count } else { N }
    }

    const fn kept_warnings(&self) -> usize {
        if self.warning_count < N { self.warning_count } else { N }
    }

    /// Adds an error.
    pub const fn add(&mut self, code: Code, span: Span, message: Text<MESSAGE>) {
        if self.count < N {
            self.issues[self.count] = Issue { severity: Severity::Error, code, span, message };
        }
        self.count += 1;
    }

    /// Adds a warning.
    pub const fn warn(&mut self, code: Code, span: Span, message: Text<MESSAGE>) {
        if self.warning_count < N {
            self.warnings[self.warning_count] = Issue { severity: Severity::Warning, code, span, message };
        }
        self.warning_count += 1;
    }

    /// Marks the place of a secret: no line shows it.
    pub const fn hide(&mut self, span: Span) {
        self.hidden.add(span);
    }

    /// The places of secrets.
    #[must_use]
    pub const fn hidden(&self) -> &Hidden {
        &self.hidden
    }

    /// Puts errors and warnings in the order of the document; those at one place keep the order they were found in.
    pub const fn sort(&mut self) {
        let (kept, kept_warnings) = (self.kept(), self.kept_warnings());
        sort(&mut self.issues, kept);
        sort(&mut self.warnings, kept_warnings);
    }

    /// Fails the build with the `k`-th error of a file, if there is one; the last kept error says how many follow.
    ///
    /// # Panics
    /// While a constant is evaluated, which is how the compiler is told.
    #[track_caller]
    pub const fn fail_nth(&self, k: usize, doc: &Doc<'_>) {
        if k < self.kept() {
            let mut text = render(&self.issues[k], doc, &self.hidden);
            if k + 1 == N && self.count > N {
                text.push("\n   and ");
                text.push_int((self.count - N) as i128);
                text.push(" more");
            }
            panic!("{}", text.as_str())
        }
    }

    /// Fails the build with the errors of one token of an inline config: rustc's own caret shows the token.
    ///
    /// # Panics
    /// While a constant is evaluated, which is how the compiler is told.
    #[track_caller]
    pub const fn fail_at(&self, token: u32) {
        let mut all = Text::<RENDERED>::EMPTY;
        let mut k = 0;
        while k < self.kept() {
            if self.issues[k].span.start == token {
                if !all.as_str().is_empty() {
                    all.push("\n");
                }
                all.push(self.issues[k].message.as_str());
            }
            k += 1;
        }
        assert!(all.as_str().is_empty(), "{}", all.as_str());
    }
}

const fn sort(issues: &mut [Issue], kept: usize) {
    let mut i = 1;
    while i < kept {
        let mut j = i;
        while j > 0 && before(issues[j].span, issues[j - 1].span) {
            let issue = issues[j];
            issues[j] = issues[j - 1];
            issues[j - 1] = issue;
            j -= 1;
        }
        i += 1;
    }
}

const fn before(a: Span, b: Span) -> bool {
    a.source < b.source || (a.source == b.source && a.start < b.start)
}

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

/// The error as the compiler, the loader and the command line show it: message, place, line and caret. The line has a mask
/// for each secret.
#[must_use]
pub const fn render(issue: &Issue, doc: &Doc<'_>, hidden: &Hidden) -> Text<RENDERED> {
    let mut out = Text::EMPTY;
    out.push(issue.message.as_str());
    let span = hidden.whole(issue.span);
    let index = span.source as usize;
    if index >= doc.sources.len() {
        return out;
    }
    let source = doc.sources[index];
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
        return out;
    }
    let (start, end) = (place.start, place.start + place.text.len());
    let from = clamp(span.start as usize, end);
    let [mut line, mut before, mut marked] = [Text::<RENDERED>::EMPTY; 3];
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
        push_indent(&mut out, before.as_str(), column);
        out.push_repeated("^", clamp(if width == 0 { 1 } else { width }, LINE));
    }
    out
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
    use super::{Code, Issue, Report, Severity, place, render};
    use crate::config::doc::{Data, Doc, Node, Source, Span};
    use crate::config::hidden::Hidden;
    use crate::config::text::Text;

    fn message<const N: usize>(text: &str) -> Text<N> {
        let mut out = Text::EMPTY;
        out.push(text);
        out
    }

    #[test]
    fn a_rendered_error() {
        let text = "a = 1\r\n\tgrün = \"ß\" # x\n";
        let start = u32::try_from(text.find('"').unwrap()).unwrap();
        let issue = Issue {
            severity: Severity::Error,
            code: Code::WrongType,
            span: Span::new(start, start + 4),
            message: message("`grün` is wrong"),
        };
        let root = Node::new(Span::new(0, 0), Data::Table(&[]));
        let doc = Doc { sources: &[Source { name: "x.toml", text }], root };
        let expected = "`grün` is wrong\n --> x.toml:2:9\n  |\n2 | \tgrün = \"ß\" # x\n  | \t       ^^^";
        assert_eq!(render(&issue, &doc, &Hidden::NONE).as_str(), expected);
        let mut hidden = Hidden::NONE;
        hidden.add(issue.span);
        let expected = "`grün` is wrong\n --> x.toml:2:9\n  |\n2 | \tgrün = *** # x\n  | \t       ^^^";
        assert_eq!(render(&issue, &doc, &hidden).as_str(), expected);
        let expected = "`grün` is wrong\n --> x.toml:2:9";
        assert_eq!(render(&issue, &doc, &Hidden::ALL).as_str(), expected);
    }

    #[test]
    fn places_at_the_ends() {
        assert_eq!((place(Span::new(0, 0), "").line, place(Span::new(0, 0), "").column), (1, 1));
        let last = place(Span::new(99, 99), "a\nb");
        assert_eq!((last.line, last.column, last.text), (2, 2, "b"));
        let multi = place(Span::new(0, 9), "ab\ncd\nefg");
        assert_eq!((multi.width, multi.text), (2, "ab")); // the caret stays on its line
    }

    #[test]
    fn sorted_by_place_and_counted_past_the_cap() {
        let mut report = Report::<2>::EMPTY;
        report.add(Code::Rule, Span::new(5, 6), message("b"));
        report.add(Code::Rule, Span::new(1, 2), message("a"));
        report.add(Code::Rule, Span::new(0, 2), message("c"));
        report.sort();
        assert_eq!(report.issues().iter().map(|i| i.message.as_str()).collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(report.count(), 3);
    }

    #[test]
    fn warnings_do_not_count() {
        let mut report = Report::<2>::EMPTY;
        report.warn(Code::Deprecated, Span::new(5, 6), message("b"));
        report.warn(Code::Deprecated, Span::new(1, 2), message("a"));
        report.warn(Code::Deprecated, Span::new(0, 2), message("c"));
        report.sort();
        assert_eq!((report.count(), report.issues().len()), (0, 0));
        assert_eq!(report.warnings().iter().map(|i| i.message.as_str()).collect::<Vec<_>>(), ["a", "b"]);
        assert!(report.warnings().iter().all(|issue| issue.severity == Severity::Warning));
    }
}

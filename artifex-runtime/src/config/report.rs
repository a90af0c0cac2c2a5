//! What a check found: every error with its place, and how it is shown.

use super::doc::{Doc, Span};
use super::hidden::Hidden;
use super::text::Text;
use artifex_syntax::place::push_place;

pub use artifex_syntax::error::Code;
pub use artifex_syntax::place::{Place, place};

/// Longest message, in bytes.
const MESSAGE: usize = 448;
/// Longest rendered error: the message, the place, the line and the caret.
const RENDERED: usize = 1024;
/// How many errors the compiler shows for one file or literal.
pub const AT_COMPILE_TIME: usize = 16;

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

    /// Adds an error. Where there are too many, the last of the document are dropped.
    pub const fn add(&mut self, code: Code, span: Span, message: Text<MESSAGE>) {
        keep(&mut self.issues, self.count, &Issue { severity: Severity::Error, code, span, message });
        self.count += 1;
    }

    /// Adds a warning.
    pub const fn warn(&mut self, code: Code, span: Span, message: Text<MESSAGE>) {
        keep(&mut self.warnings, self.warning_count, &Issue { severity: Severity::Warning, code, span, message });
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

/// Adds an issue after `count` others; if there is no room, in the place of the one that stands last in the document.
const fn keep(issues: &mut [Issue], count: usize, issue: &Issue) {
    if count < issues.len() {
        issues[count] = *issue;
        return;
    }
    let (mut last, mut k) = (0, 1);
    while k < issues.len() {
        if !before(issues[k].span, issues[last].span) {
            last = k;
        }
        k += 1;
    }
    if issues.is_empty() || !before(issue.span, issues[last].span) {
        return;
    }
    while last + 1 < issues.len() {
        issues[last] = issues[last + 1];
        last += 1;
    }
    issues[last] = *issue;
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

/// The error as the compiler, the loader and the command line show it: message, place, line and caret. The line has a mask
/// for each secret.
#[must_use]
pub const fn render(issue: &Issue, doc: &Doc<'_>, hidden: &Hidden) -> Text<RENDERED> {
    let mut out = Text::EMPTY;
    out.push(issue.message.as_str());
    push_place(&mut out, issue.span, doc.sources, hidden);
    out
}

#[cfg(test)]
mod tests {
    use super::{Code, Issue, Report, Severity, render};
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
    fn sorted_by_place_and_counted_past_the_cap() {
        let mut report = Report::<2>::EMPTY;
        report.add(Code::Rule, Span::new(5, 6), message("b"));
        report.add(Code::Rule, Span::new(1, 2), message("a"));
        report.add(Code::Rule, Span::new(0, 2), message("c"));
        report.add(Code::Rule, Span::new(1, 2), message("d"));
        report.sort();
        assert_eq!(report.issues().iter().map(|i| i.message.as_str()).collect::<Vec<_>>(), ["c", "a"]);
        assert_eq!(report.count(), 4);
    }

    #[test]
    fn warnings_do_not_count() {
        let mut report = Report::<2>::EMPTY;
        report.warn(Code::Deprecated, Span::new(5, 6), message("b"));
        report.warn(Code::Deprecated, Span::new(1, 2), message("a"));
        report.warn(Code::Deprecated, Span::new(0, 2), message("c"));
        report.sort();
        assert_eq!((report.count(), report.issues().len()), (0, 0));
        assert_eq!(report.warnings().iter().map(|i| i.message.as_str()).collect::<Vec<_>>(), ["c", "a"]);
        assert!(report.warnings().iter().all(|issue| issue.severity == Severity::Warning));
    }
}

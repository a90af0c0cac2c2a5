//! What is wrong with a config, for people and for programs.

use super::{Layer, Layered};
use crate::config::doc::{Data, Doc, Node, Source, Span};
use crate::config::front::SyntaxError;
use crate::config::report::{Code, Issue, Severity, place, render};
use crate::config::text::Text;
use std::fmt;

/// How many errors are kept; the rest is counted.
pub(super) const KEPT: usize = 128;

/// The errors of the layers themselves, while they are read. Those past the limit are only counted: to show an error costs a
/// pass over its text.
#[derive(Clone, Debug, Default)]
pub(super) struct Problems {
    list: Vec<Diagnostic>,
    more: usize,
}

impl Problems {
    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    pub(super) fn add(&mut self, diagnostic: Diagnostic) {
        if self.list.len() < KEPT {
            self.list.push(diagnostic);
        } else {
            self.more += 1;
        }
    }

    pub(super) fn add_all(&mut self, errors: Vec<SyntaxError>, texts: &[Layered]) {
        for error in errors {
            if self.list.len() < KEPT {
                self.list.push(Diagnostic::at(error.code, error.span, &error.message, texts));
            } else {
                self.more += 1;
            }
        }
    }

    pub(super) fn into_error(self) -> ConfigError {
        ConfigError { diagnostics: self.list, more: self.more }
    }
}

/// Everything that is wrong with a config.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigError {
    /// The errors, in the order of the document.
    pub diagnostics: Vec<Diagnostic>,
    /// How many more there are.
    pub more: usize,
}

/// One error or warning of a config.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which of the two it is.
    pub severity: Severity,
    /// What kind of mistake it is.
    pub code: Code,
    /// What is wrong, and what to do.
    pub message: String,
    /// Where it stands, if it stands in a text.
    pub place: Option<Location>,
    rendered: Option<String>,
}

/// A place in a file, an argument or the like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The file as it was named, or `command line`.
    pub source: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The characters that the error covers.
    pub width: usize,
}

impl Diagnostic {
    /// An error at a place of a text.
    pub(super) fn at(code: Code, span: Span, message: &str, texts: &[Layered]) -> Self {
        let sources: Vec<_> = texts.iter().map(|text| Source { name: &text.name, text: &text.text }).collect();
        let doc = Doc { sources: &sources, root: Node::new(Span::default(), Data::Table(&[])) };
        let location = texts.get(span.source as usize).map(|text| {
            let place = place(span, &text.text);
            Location { source: text.name.clone(), line: place.line, column: place.column, width: place.width }
        });
        // The place alone: a message of the loader may be longer than one of the walker.
        let severity = Severity::Error;
        let shown = render(&Issue { severity, code, span, message: Text::EMPTY }, &doc);
        let rendered = Some(format!("{message}{}", shown.as_str()));
        Self { severity, code, message: message.to_owned(), place: location, rendered }
    }

    /// What the walker found.
    pub(super) fn of(issue: &Issue, texts: &[Layered]) -> Self {
        Self { severity: issue.severity, ..Self::at(issue.code, issue.span, issue.message.as_str(), texts) }
    }

    /// An error in an argument of the command line.
    pub(in crate::config) fn of_argument(code: Code, span: Span, message: &str, argument: &str) -> Self {
        let text = Layered { layer: Layer::CommandLine, name: "command line".to_owned(), text: argument.to_owned() };
        Self::at(code, span, message, &[text])
    }

    /// An error that has no place.
    pub(super) fn placeless(code: Code, message: String) -> Self {
        Self { severity: Severity::Error, code, message, place: None, rendered: None }
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.rendered.as_ref().unwrap_or(&self.message))
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (k, diagnostic) in self.diagnostics.iter().enumerate() {
            if k > 0 {
                f.write_str("\n\n")?;
            }
            diagnostic.fmt(f)?;
        }
        if self.more > 0 {
            write!(f, "\n\nand {} more", self.more)?;
        }
        Ok(())
    }
}

impl std::error::Error for ConfigError {}

//! What is wrong with a config, for people and for programs.

use super::{Layer, Layered};
use crate::config::doc::{Data, Doc, Node, Source, Span};
use crate::config::front::SyntaxError;
use crate::config::hidden::Hidden;
use crate::config::report::{Code, Issue, Severity, place, render};
use crate::config::text::Text;
use std::fmt;

/// How many errors are kept; the rest is counted.
pub(super) const KEPT: usize = 128;

/// The errors of the layers themselves, while they are read. Those past the limit are only counted: to show an error costs a
/// pass over its text.
#[derive(Clone, Debug, Default)]
pub(super) struct Problems {
    list: Vec<Problem>,
    more: usize,
}

/// An error of a layer. How one in a text is shown depends on the secrets of the config, which only the type tells.
#[derive(Clone, Debug)]
enum Problem {
    Ready(Diagnostic),
    InText(SyntaxError),
}

impl Problems {
    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    pub(super) fn add(&mut self, diagnostic: Diagnostic) {
        self.push(Problem::Ready(diagnostic));
    }

    pub(super) fn add_all(&mut self, errors: Vec<SyntaxError>) {
        for error in errors {
            self.push(Problem::InText(error));
        }
    }

    fn push(&mut self, problem: Problem) {
        if self.list.len() < KEPT {
            self.list.push(problem);
        } else {
            self.more += 1;
        }
    }

    /// The errors; `secrets` are the names of secret fields.
    pub(super) fn into_error(self, texts: &[Layered], secrets: &[&str]) -> ConfigError {
        // Where the values stand in a wrong line is not known, so a line that names a secret is not shown. Variables of the
        // environment are in capitals.
        let tells = |shown: &str| {
            let shown = shown.to_lowercase();
            secrets.iter().any(|name| shown.contains(&name.to_lowercase()))
        };
        let diagnostic = |problem| match problem {
            Problem::Ready(diagnostic) => diagnostic,
            Problem::InText(SyntaxError { code, span, message }) => {
                let line = texts.get(span.source as usize).map_or("", |text| place(span, &text.text).text);
                let hidden = if tells(line) { Hidden::ALL } else { Hidden::NONE };
                // A path tells nothing.
                let of_value = !matches!(code, Code::Extends | Code::Unreadable);
                let message = if of_value && tells(&message) { "not of the form key=value" } else { &message };
                Diagnostic::at(code, span, message, texts, &hidden)
            }
        };
        ConfigError { diagnostics: self.list.into_iter().map(diagnostic).collect(), more: self.more }
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
    pub(super) fn at(code: Code, span: Span, message: &str, texts: &[Layered], hidden: &Hidden) -> Self {
        let sources: Vec<_> = texts.iter().map(|text| Source { name: &text.name, text: &text.text }).collect();
        let doc = Doc { sources: &sources, root: Node::new(Span::default(), Data::Table(&[])) };
        let location = texts.get(span.source as usize).map(|text| {
            let place = place(hidden.whole(span), &text.text);
            Location { source: text.name.clone(), line: place.line, column: place.column, width: place.width }
        });
        // The place alone: a message of the loader may be longer than one of the walker.
        let severity = Severity::Error;
        let shown = render(&Issue { severity, code, span, message: Text::EMPTY }, &doc, hidden);
        let rendered = Some(format!("{message}{}", shown.as_str()));
        Self { severity, code, message: message.to_owned(), place: location, rendered }
    }

    /// What the walker found.
    pub(super) fn of(issue: &Issue, texts: &[Layered], hidden: &Hidden) -> Self {
        Self { severity: issue.severity, ..Self::at(issue.code, issue.span, issue.message.as_str(), texts, hidden) }
    }

    /// An error in an argument of the command line.
    pub(in crate::config) fn of_argument(code: Code, span: Span, message: &str, argument: &str) -> Self {
        let text = Layered { layer: Layer::CommandLine, name: "command line".to_owned(), text: argument.to_owned() };
        Self::at(code, span, message, &[text], &Hidden::NONE)
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

/// A config that TOML cannot say.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{field}` is nothing, for which TOML has no word; use JSON or YAML")]
pub struct NoWord {
    /// The value that is nothing: a field whose default is something, or an element of a list or a map.
    pub field: String,
}

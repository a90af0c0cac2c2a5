//! What is wrong with a text, as plain data.

use super::doc::Span;
use super::front::DEEPEST;

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

/// A mistake in the syntax: its place and what it is.
#[derive(Clone, Debug)]
pub struct SyntaxError {
    /// What kind of mistake it is, normally [`Code::Syntax`].
    pub code: Code,
    /// Where it stands.
    pub span: Span,
    /// What is wrong.
    pub message: String,
}

impl SyntaxError {
    /// A mistake in the syntax.
    pub(crate) fn new(span: Span, message: impl Into<String>) -> Self {
        Self { code: Code::Syntax, span, message: message.into() }
    }

    /// A value that lies too deep.
    pub(crate) fn too_deep(span: Span) -> Self {
        Self::new(span, format!("more than {DEEPEST} tables and lists lie in one another here; make it flatter"))
    }
}

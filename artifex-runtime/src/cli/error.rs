//! How a command fails: what it says and the code that it exits with.

use super::style::{ERROR, FRAME, WARNING, paint};
use crate::config::{ConfigError, Diagnostic, Severity};
use std::fmt::{Display, Write as _};
use std::process::ExitCode;

/// Why a command did not do what it was asked to.
#[derive(Debug)]
pub(super) enum Failure {
    /// The input is wrong.
    Input(String),
    /// A config is wrong.
    Config(ConfigError),
    /// The run failed.
    Run(String),
    /// Ctrl-C.
    Interrupted(String),
    /// Everything has been said already; the input is wrong.
    Said,
}

impl Failure {
    /// The input is wrong.
    pub(super) fn input(error: impl Display) -> Self {
        Self::Input(error.to_string())
    }

    /// The run failed.
    pub(super) fn run(error: impl Display) -> Self {
        Self::Run(error.to_string())
    }

    pub(super) fn exit_code(&self) -> ExitCode {
        ExitCode::from(match self {
            Self::Input(_) | Self::Config(_) | Self::Said => 1,
            Self::Run(_) => 3,
            Self::Interrupted(_) => 130,
        })
    }

    pub(super) fn print(&self) {
        match self {
            Self::Input(text) | Self::Run(text) => anstream::eprintln!("{} {text}", paint(ERROR, "error:")),
            Self::Interrupted(text) => anstream::eprintln!("{text}"),
            Self::Config(error) => anstream::eprint!("{}", diagnostics(error)),
            Self::Said => {}
        }
    }
}

impl From<ConfigError> for Failure {
    fn from(error: ConfigError) -> Self {
        Self::Config(error)
    }
}

/// Warnings, each as rustc would show it.
pub(super) fn warnings(warnings: &[Diagnostic]) -> String {
    let mut out = String::new();
    for diagnostic in warnings {
        push(&mut out, diagnostic);
    }
    out
}

fn push(out: &mut String, diagnostic: &Diagnostic) {
    let text = diagnostic.to_string();
    let mut lines = text.lines();
    let message = lines.next().unwrap_or("");
    let head = format!("{}[{}]:", diagnostic.severity.as_str(), diagnostic.code.as_str());
    let style = if diagnostic.severity == Severity::Error { ERROR } else { WARNING };
    let _ = writeln!(out, "{} {message}", paint(style, &head));
    for line in lines {
        out.push_str(&frame(line));
        out.push('\n');
    }
    out.push('\n');
}

/// All errors of a config, each as rustc would show it, and their number.
pub(super) fn diagnostics(error: &ConfigError) -> String {
    let mut out = String::new();
    for diagnostic in &error.diagnostics {
        push(&mut out, diagnostic);
    }
    let count = error.diagnostics.len() + error.more;
    let noun = if count == 1 { "error" } else { "errors" };
    out.push_str(&paint(ERROR, &format!("{count} {noun}")));
    if error.more > 0 {
        let _ = write!(out, ", {} of them not shown", error.more);
    }
    out.push('\n');
    out
}

/// A line of a rendered error with its margin and caret coloured.
fn frame(line: &str) -> String {
    if let Some((margin, rest)) = line.split_once("--> ")
        && margin.trim().is_empty()
    {
        return format!("{margin}{} {rest}", paint(FRAME, "-->"));
    }
    match line.split_once('|') {
        Some((margin, rest)) if margin.trim().chars().all(|c| c.is_ascii_digit()) => {
            let caret = rest.trim_start().starts_with('^') && rest.trim().chars().all(|c| c == '^');
            let rest = if caret { paint(ERROR, rest) } else { rest.to_owned() };
            format!("{}{rest}", paint(FRAME, &format!("{margin}|")))
        }
        _ => line.to_owned(),
    }
}

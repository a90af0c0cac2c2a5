//! Sweeps: one command line for many runs. `train.lr=1e-3,1e-4` is two of them.

use super::doc::Span;
use super::front::span;
use super::load::{ConfigError, Diagnostic};
use super::report::Code;

/// How many runs a sweep may have.
pub const MOST_RUNS: usize = 1_000;
/// Longest name of a run, in characters.
const LONGEST_NAME: usize = 80;

/// All runs of a command line: every assignment with commas, outside of brackets, braces and quotes, stands for one run with
/// each of its values, and several for all combinations. The last such assignment changes fastest. Every run has all
/// assignments, in their order, as [`Loader::set`](crate::config::Loader::set) wants them; without commas there is one run.
///
/// ```
/// use artifex::config::sweep::{expand, name};
///
/// let arguments = ["train.lr=1e-3,1e-4", "seed=7", "dims=[8, 8],[16]"].map(str::to_owned);
/// let runs = expand(&arguments)?;
/// assert_eq!(runs[1], ["train.lr=1e-3", "seed=7", "dims=[16]"]);
/// assert_eq!(name(&runs, 1), "lr-1e-3_dims-16");
/// assert_eq!(runs.len(), 4);
/// # Ok::<(), artifex::config::ConfigError>(())
/// ```
///
/// # Errors
/// [`ConfigError`] if there are more than [`MOST_RUNS`] runs, a value is empty or stands twice, a bracket or a quote is not
/// closed, or a key that is swept stands in two assignments.
pub fn expand(assignments: &[String]) -> Result<Vec<Vec<String>>, ConfigError> {
    let mut axes = Vec::new();
    let mut errors = Vec::new();
    for assignment in assignments {
        match alternatives(assignment) {
            Ok(values) => axes.push(values),
            Err((at, message)) => errors.push(error(assignment, at, &message)),
        }
    }
    if errors.is_empty() {
        for (k, assignment) in assignments.iter().enumerate() {
            let key = key(assignment);
            let earlier = (0..k).find(|j| self::key(&assignments[*j]) == key);
            if let Some(j) = earlier
                && (axes[j].len() > 1 || axes[k].len() > 1)
            {
                let message = format!("`{key}` is swept and set twice; give all its values in one list");
                errors.push(error(assignment, span(0, 0, key.len()), &message));
            }
        }
        let runs = axes.iter().fold(1_usize, |runs, axis| runs.saturating_mul(axis.len()));
        if runs > MOST_RUNS {
            let widest = assignments.iter().zip(&axes).max_by_key(|(_, axis)| axis.len());
            let assignment = widest.map_or("", |(assignment, _)| assignment);
            let counts: Vec<_> = axes.iter().map(Vec::len).filter(|n| *n > 1).map(|n| n.to_string()).collect();
            let message = format!(
                "a sweep of more than {MOST_RUNS} runs ({}); give fewer values, or several commands",
                counts.join(" x ")
            );
            errors.push(error(assignment, span(0, 0, assignment.len()), &message));
        }
    }
    if !errors.is_empty() {
        return Err(ConfigError { diagnostics: errors, more: 0 });
    }
    let mut runs = vec![Vec::new()];
    for values in axes {
        runs = runs
            .iter()
            .flat_map(|run: &Vec<String>| {
                values.iter().map(move |value| [run.as_slice(), std::slice::from_ref(value)].concat())
            })
            .collect();
    }
    Ok(runs)
}

/// A name for run `index` of a sweep, fit for a file: the values in which the runs differ, `lr-1e-3_batch_size-64`, or
/// nothing if there is one run. No two runs of a sweep have the same name.
#[must_use]
pub fn name(runs: &[Vec<String>], index: usize) -> String {
    let Some(run) = runs.get(index).filter(|_| runs.len() > 1) else { return String::new() };
    let varying: Vec<usize> =
        (0..run.len()).filter(|k| runs.iter().any(|other| other.get(*k) != run.get(*k))).collect();
    let names: Vec<String> = runs.iter().map(|run| plain_name(run, &varying)).collect();
    let mut sorted: Vec<&String> = names.iter().collect();
    sorted.sort();
    // What is left of two values may be the same; then every run has its number.
    if sorted.is_sorted_by(|a, b| a < b) { names[index].clone() } else { format!("{}_{}", names[index], index + 1) }
}

fn plain_name(run: &[String], varying: &[usize]) -> String {
    let last = |k: usize| run.get(k).map_or("", |assignment| key(assignment).rsplit('.').next().unwrap_or_default());
    let parts = varying.iter().map(|k| {
        let assignment = run.get(*k).map_or("", String::as_str);
        // The last name of a path will do unless two paths share it.
        let shared = varying.iter().filter(|other| last(**other) == last(*k)).count() > 1;
        let key = if shared { key(assignment) } else { last(*k) };
        let value = assignment.split_once('=').map_or("", |(_, value)| value);
        format!("{}-{}", safe(key), safe(value))
    });
    parts.collect::<Vec<_>>().join("_").chars().take(LONGEST_NAME).collect()
}

/// Letters, digits and `.`, `_`, `+`, `-` stay; everything else is a dash, none at an end and no two in a row.
fn safe(text: &str) -> String {
    let mut out = String::new();
    for c in text.trim().chars() {
        if c.is_alphanumeric() || matches!(c, '.' | '_' | '+' | '-') {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    out.trim_end_matches('-').to_owned()
}

/// What stands before the `=`.
fn key(assignment: &str) -> &str {
    assignment.split('=').next().unwrap_or_default().trim()
}

/// `key=a,b` as `key=a` and `key=b`; one assignment for a value without commas, as it is.
fn alternatives(assignment: &str) -> Result<Vec<String>, (Span, String)> {
    let Some((head, value)) = assignment.split_once('=').filter(|(_, value)| value.contains(',')) else {
        return Ok(vec![assignment.to_owned()]);
    };
    let start = head.len() + 1;
    let mut found: Vec<String> = Vec::new();
    for range in split(value).map_err(|(at, message)| (span(0, start + at, start + at + 1), message))? {
        let text = value[range.clone()].trim();
        let place = span(0, start + range.start, start + range.end);
        if text.is_empty() {
            return Err((place, format!("an empty value among those of `{}`; remove the comma", key(assignment))));
        }
        let whole = format!("{head}={text}");
        if found.contains(&whole) {
            return Err((place, format!("`{text}` stands twice among the values of `{}`", key(assignment))));
        }
        found.push(whole);
    }
    // One value after all, for instance a list: as it was written.
    Ok(if found.len() == 1 { vec![assignment.to_owned()] } else { found })
}

/// The parts of a value between its outer commas, or the place of what is never closed.
fn split(value: &str) -> Result<Vec<std::ops::Range<usize>>, (usize, String)> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut open: Vec<(char, usize)> = Vec::new();
    let mut quote: Option<(char, usize)> = None;
    let mut escaped = false;
    // A quote opens a string only where a value can start: `it's` has none.
    let mut fresh = true;
    for (at, c) in value.char_indices() {
        if let Some((mark, _)) = quote {
            if escaped {
                escaped = false;
            } else if c == '\\' && mark == '"' {
                escaped = true;
            } else if c == mark {
                quote = None;
            }
            continue;
        }
        match c {
            '"' | '\'' if fresh => quote = Some((c, at)),
            '[' | '{' => open.push((c, at)),
            ']' if open.last().is_some_and(|(mark, _)| *mark == '[') => drop(open.pop()),
            '}' if open.last().is_some_and(|(mark, _)| *mark == '{') => drop(open.pop()),
            ',' if open.is_empty() => {
                parts.push(start..at);
                start = at + 1;
            }
            _ => {}
        }
        fresh = matches!(c, ',' | '[' | '{' | '=') || (fresh && c.is_whitespace());
    }
    if let Some((mark, at)) = quote.or_else(|| open.last().copied()) {
        return Err((at, format!("`{mark}` is never closed")));
    }
    parts.push(start..value.len());
    Ok(parts)
}

fn error(assignment: &str, at: Span, message: &str) -> Diagnostic {
    Diagnostic::of_argument(Code::Syntax, at, message, assignment)
}

#[cfg(test)]
mod tests {
    use super::{expand, name};

    fn runs(arguments: &[&str]) -> Vec<String> {
        let arguments: Vec<String> = arguments.iter().map(|text| (*text).to_owned()).collect();
        expand(&arguments).unwrap().iter().map(|run| run.join(" ")).collect()
    }

    fn error(arguments: &[&str]) -> String {
        let arguments: Vec<String> = arguments.iter().map(|text| (*text).to_owned()).collect();
        expand(&arguments).unwrap_err().to_string()
    }

    #[test]
    fn the_last_key_changes_fastest() {
        assert_eq!(runs(&["a=1,2", "b=x", "c=3,4"]), ["a=1 b=x c=3", "a=1 b=x c=4", "a=2 b=x c=3", "a=2 b=x c=4"]);
        assert_eq!(runs(&[]), [""]);
        assert_eq!(runs(&["a=1", "b"]), ["a=1 b"]);
    }

    #[test]
    fn commas_inside_values() {
        assert_eq!(runs(&["a=[1, 2]"]), ["a=[1, 2]"]);
        assert_eq!(runs(&["a=[1, 2], [3]"]), ["a=[1, 2]", "a=[3]"]);
        assert_eq!(runs(&["a={b = [1, 2], c = 3}"]), ["a={b = [1, 2], c = 3}"]);
        assert_eq!(runs(&[r#"a="x,\"y",'p,q\',z"#]), [r#"a="x,\"y""#, r"a='p,q\'", "a=z"]);
        assert_eq!(runs(&["a=[\"]\", 1],it's,2]"]), ["a=[\"]\", 1]", "a=it's", "a=2]"]);
        // Without a comma nothing is looked at: it may be a word.
        assert_eq!(runs(&["a=x[", "b=\"y"]), ["a=x[ b=\"y"]);
        assert_eq!(runs(&["a=ä,ö=1"]), ["a=ä", "a=ö=1"]);
    }

    #[test]
    fn what_cannot_be_swept() {
        assert_eq!(
            error(&["a=1,,2"]),
            "an empty value among those of `a`; remove the comma\n --> command line:1:5\n  |\n1 | a=1,,2\n  |     ^"
        );
        assert!(
            error(&["a=1,"]).starts_with("an empty value among those of `a`; remove the comma\n --> command line:1:5")
        );
        assert_eq!(
            error(&["a.b=2, 1,2"]),
            "`2` stands twice among the values of `a.b`\n --> command line:1:10\n  |\n1 | a.b=2, 1,2\n  |          ^"
        );
        assert!(error(&["a=1,[2"]).starts_with("`[` is never closed\n --> command line:1:5"));
        assert!(error(&["a=1,'2"]).starts_with("`'` is never closed\n --> command line:1:5"));
        assert_eq!(
            error(&["a=1,2", "b=1", "a = 3"]),
            "`a` is swept and set twice; give all its values in one list\n --> command line:1:1\n  |\n1 | a = 3\n  | ^"
        );
        let eleven = "0,1,2,3,4,5,6,7,8,9,10";
        let of = |key: &str| format!("{key}={eleven}");
        assert_eq!(
            error(&[&of("a"), "x=1", &of("b"), &of("c")]),
            format!(
                "a sweep of more than 1000 runs (11 x 11 x 11); give fewer values, or several commands\n \
                 --> command line:1:1\n  |\n1 | c={eleven}\n  | {}",
                "^".repeat(24)
            )
        );
        assert_eq!(runs(&[&of("a"), &of("b")]).len(), 121);
        // Both mistakes of a command line are shown.
        assert_eq!(error(&["a=1,", "b=,1"]).matches("an empty value").count(), 2);
    }

    #[test]
    fn names_say_what_differs_and_are_unique() {
        let names = |arguments: &[&str]| {
            let arguments: Vec<String> = arguments.iter().map(|text| (*text).to_owned()).collect();
            let runs = expand(&arguments).unwrap();
            (0..runs.len()).map(|k| name(&runs, k)).collect::<Vec<_>>()
        };
        assert_eq!(names(&["seed=1"]), [""]);
        assert_eq!(names(&["x.lr=1e-3,0.5", "seed=1"]), ["lr-1e-3", "lr-0.5"]);
        assert_eq!(names(&["x.lr=1,2", "y.lr=3,4"])[1], "x.lr-1_y.lr-4");
        assert_eq!(names(&["dims=[8, 8],[16]", "file=a/b,\"c d\""])[1], "dims-8-8_file-c-d");
        assert_eq!(names(&["a=x/y,x y,z"]), ["a-x-y_1", "a-x-y_2", "a-z_3"]);
        let long = "w".repeat(200);
        let names = names(&[&format!("a={long}1,{long}2")]);
        assert_eq!(names[0].chars().count(), 82);
        assert_ne!(names[0], names[1]);
    }
}

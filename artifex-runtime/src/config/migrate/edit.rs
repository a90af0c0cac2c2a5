//! Lossless edits of a TOML text: only the bytes of what changes are touched.

use super::insert::{Comments, above, line_end, line_start, lines_of, put};
use super::layout::{Home, Inline, Layout, Path, Step, cut, names};
use crate::config::report::place;
use crate::config::{Span, toml_text};
use std::ops::Range;

/// Why a text cannot be edited.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EditError {
    /// The text is not TOML.
    #[error("line {line}, column {column}: {message}")]
    Syntax {
        /// The line, from 1.
        line: usize,
        /// The column in characters, from 1.
        column: usize,
        /// What is wrong.
        message: String,
    },
    /// The new name is already in use.
    #[error("line {line}, column {column}: `{from}` cannot become `{to}`, which is set here; remove one of them")]
    Taken {
        /// The line, from 1.
        line: usize,
        /// The column in characters, from 1.
        column: usize,
        /// The key to be renamed.
        from: String,
        /// What it would be called.
        to: String,
    },
    /// A value stands where a path needs a table.
    #[error(
        "line {line}, column {column}: `{parent}` is not a table, so it cannot hold `{path}`; make it one or remove it"
    )]
    NotATable {
        /// The line, from 1.
        line: usize,
        /// The column in characters, from 1.
        column: usize,
        /// What is not a table.
        parent: String,
        /// What was to be set.
        path: String,
    },
    /// A value is moved into or out of the elements of a list.
    #[error("line {line}, column {column}: `{from}` cannot move to `{to}`: one of them is in the elements of a list")]
    InList {
        /// The line, from 1.
        line: usize,
        /// The column in characters, from 1.
        column: usize,
        /// Where it is.
        from: String,
        /// Where it was to go.
        to: String,
    },
    /// A table is moved into itself, or over a table that it is in.
    #[error("`{from}` cannot move to `{to}`: one is inside the other")]
    Inside {
        /// Where it is.
        from: String,
        /// Where it was to go.
        to: String,
    },
    /// What was to be set is not a value.
    #[error("`{0}` is not a TOML value; strings need quotes")]
    Value(String),
    /// The path has no key.
    #[error("a path needs at least one key")]
    NoKey,
    /// The edit would leave a text that is not TOML: a header extends a table that stands on one line.
    #[error("`{path}` cannot be put where it belongs: {message}; write the table around it under a [header]")]
    Unwritable {
        /// What was to be put somewhere.
        path: String,
        /// What TOML says.
        message: String,
    },
}

/// Bytes of a text, and what takes their place.
pub(super) type Edit = (Range<usize>, String);

/// A path as it is written in a file.
pub(super) fn dotted(path: &[&str]) -> String {
    path.iter().map(|name| toml_text::key(name)).collect::<Vec<_>>().join(".")
}

fn read(text: &str) -> Result<Layout<'_>, EditError> {
    Layout::of(text).map_err(|(line, column, message)| EditError::Syntax { line, column, message })
}

fn line_column(text: &str, at: usize) -> (usize, usize) {
    let offset = u32::try_from(at).unwrap_or(u32::MAX);
    let place = place(Span::new(offset, offset), text);
    (place.line, place.column)
}

/// Applies edits that do not overlap, and makes sure that the result is TOML.
fn apply(text: &str, mut edits: Vec<Edit>, path: &[&str]) -> Result<String, EditError> {
    edits.sort_by_key(|(range, _)| range.start);
    let mut out = text.to_owned();
    for (range, new) in edits.into_iter().rev() {
        out.replace_range(range, &new);
    }
    match toml_text::parse(&out, 0) {
        Ok(_) => Ok(out),
        Err(errors) => {
            let message = errors.into_iter().next().map_or(String::new(), |error| error.message);
            Err(EditError::Unwritable { path: dotted(path), message })
        }
    }
}

/// Gives a key another name, wherever the text writes it: in headers, dotted keys, inline tables. Where the path goes through a
/// list of tables, in each of them. A text without the key stays as it is.
///
/// # Errors
/// [`EditError`]: the text is not TOML, or the new name is in use.
pub fn rename_key(text: &str, from: &[&str], to: &str) -> Result<String, EditError> {
    let Some((last, parent)) = from.split_last() else { return Err(EditError::NoKey) };
    let layout = read(text)?;
    if *last == to {
        return Ok(text.to_owned());
    }
    let depth = from.len();
    let mut edits = Vec::new();
    let mut renamed: Vec<&[Step]> = Vec::new();
    for section in &layout.sections {
        if section.keys.len() >= depth && names(&section.at).starts_with(from) {
            edits.push((section.keys[depth - 1].span.clone(), toml_text::key(to)));
            renamed.push(cut(&section.at, depth));
        }
    }
    for pair in &layout.pairs {
        let outside = names(layout.home(pair.home)).len();
        if outside < depth && names(&pair.at).starts_with(from) {
            edits.push((pair.keys[depth - 1 - outside].span.clone(), toml_text::key(to)));
            renamed.push(cut(&pair.at, depth));
        }
    }
    for path in renamed {
        let mut taken = key_path(path).to_vec();
        taken.pop();
        taken.push(Step::Key(to.to_owned()));
        if let Some(at) = found(&layout, &taken) {
            let (line, column) = line_column(text, at);
            let to = dotted(&[parent, &[to]].concat());
            return Err(EditError::Taken { line, column, from: dotted(from), to });
        }
    }
    apply(text, edits, from)
}

/// A path without the position in a list that ends it.
fn key_path(path: &[Step]) -> &[Step] {
    match path.split_last() {
        Some((Step::Index(_), rest)) => key_path(rest),
        _ => path,
    }
}

/// Where the text first writes something at or below a path.
fn found(layout: &Layout<'_>, path: &[Step]) -> Option<usize> {
    let sections =
        layout.sections.iter().filter(|section| section.at.starts_with(path)).map(|section| section.span.start);
    let pairs = layout.pairs.iter().filter(|pair| pair.at.starts_with(path)).map(|pair| pair.span().start);
    sections.chain(pairs).min()
}

/// Removes a key: its value or its whole table, the comment behind it, and the comment above it that is about it alone. Where the
/// path goes through a list of tables, in each of them. A text without the key stays as it is. A table that only dotted keys
/// made is gone with the last of them.
///
/// # Errors
/// [`EditError`]: the text is not TOML.
pub fn remove(text: &str, path: &[&str]) -> Result<String, EditError> {
    if path.is_empty() {
        return Err(EditError::NoKey);
    }
    let layout = read(text)?;
    let gone = |at: &[Step]| names(at).starts_with(path);
    let mut edits: Vec<Edit> = Vec::new();
    for (k, section) in layout.sections.iter().enumerate() {
        if gone(&section.at) {
            let start = above(&layout, section.span.start);
            let end = layout.sections.get(k + 1).map_or(text.len(), |next| above(&layout, next.span.start));
            edits.push((start..end, String::new()));
        } else {
            for number in section.pairs.iter().filter(|number| gone(&layout.pairs[**number].at)) {
                edits.push((lines_of(&layout, *number), String::new()));
            }
        }
    }
    for inline in layout.inlines.iter().filter(|inline| !gone(&inline.at)) {
        edits.extend(without(&layout, inline, &gone));
    }
    // At the end of the file, the blank lines before what is gone have nothing to keep apart.
    let mut end = text.len();
    while let Some((range, _)) = edits.iter().find(|(range, _)| range.end == end && range.start < end) {
        end = range.start;
    }
    if end < text.len() && layout.sections.iter().any(|section| above(&layout, section.span.start) == end) {
        let kept = text[..end].trim_end().len();
        let blank = if kept == 0 { 0 } else { line_end(text, kept) };
        edits.push((blank.min(end)..end, String::new()));
    }
    apply(text, edits, path)
}

/// The edits that take pairs out of an inline table, with their commas.
fn without(layout: &Layout<'_>, inline: &Inline, gone: &dyn Fn(&[Step]) -> bool) -> Vec<Edit> {
    let spans: Vec<_> = inline.pairs.iter().map(|number| layout.pairs[*number].span()).collect();
    let kept: Vec<_> = inline.pairs.iter().map(|number| !gone(&layout.pairs[*number].at)).collect();
    let Some(last_kept) = kept.iter().rposition(|kept| *kept) else {
        return if spans.is_empty() { Vec::new() } else { vec![(inline.span.clone(), "{}".to_owned())] };
    };
    let mut edits = Vec::new();
    for k in (0..last_kept).filter(|k| !kept[*k]) {
        edits.push((spans[k].start..spans[k + 1].start, String::new()));
    }
    if last_kept + 1 < spans.len() {
        edits.push((spans[last_kept].end..spans[spans.len() - 1].end, String::new()));
    }
    edits
}

/// Gives a key a value, written as TOML: `3`, `"text"`, `[1, 2]`. A value that is there is replaced, its comments stay; else it is
/// added behind its neighbours. Where the path goes through a list of tables, in each of them.
///
/// # Errors
/// [`EditError`]: the text is not TOML, `value` is not a value, or something on the way is not a table.
pub fn set(text: &str, path: &[&str], value: &str) -> Result<String, EditError> {
    let Some((last, parent)) = path.split_last() else { return Err(EditError::NoKey) };
    let value = value.trim();
    let assignment = format!("v = {value}");
    let whole = |layout: &Layout<'_>| layout.pairs.first().is_some_and(|pair| pair.value == (4..assignment.len()));
    if !Layout::of(&assignment).is_ok_and(|layout| whole(&layout)) {
        return Err(EditError::Value(value.to_owned()));
    }
    let layout = read(text)?;
    for (at, span) in &layout.scalars {
        let through = names(at);
        if through.len() < path.len() && path.starts_with(&through) {
            let (line, column) = line_column(text, span.start);
            return Err(EditError::NotATable { line, column, parent: dotted(&through), path: dotted(path) });
        }
    }
    // A table of several lines makes way as a whole.
    let spread = layout.sections.iter().any(|section| names(&section.at).starts_with(path))
        || layout.pairs.iter().any(|pair| {
            let outside = names(layout.home(pair.home)).len();
            names(&pair.at).starts_with(path) && outside < path.len() && names(&pair.at).len() > path.len()
        });
    if spread {
        return set(&remove(text, path)?, path, value);
    }
    let mut edits = Vec::new();
    for (table, rest) in holders(&layout, parent) {
        edits.push(put(&layout, &table, &[rest, &[*last]].concat(), value, None));
    }
    apply(text, edits, path)
}

/// The tables at `parent`; or, where they do not exist, the deepest on the way, with the keys that are missing.
fn holders<'p>(layout: &Layout<'_>, parent: &'p [&'p str]) -> Vec<(Path, &'p [&'p str])> {
    let tables = layout.tables();
    let mut out: Vec<(Path, &[&str])> = Vec::new();
    for depth in (0..=parent.len()).rev() {
        for table in tables.iter().filter(|table| names(table) == parent[..depth]) {
            let deeper = parent.get(depth).is_some_and(|next| {
                let mut below = table.to_vec();
                below.push(Step::Key((*next).to_owned()));
                // It goes on: a table that is looked at already, or a list, whose elements are.
                found(layout, &below).is_some()
            });
            if !deeper {
                out.push((table.to_vec(), &parent[depth..]));
            }
        }
    }
    out
}

/// Moves a value or a table to another path, with its comments. A text without it stays as it is.
///
/// # Errors
/// [`EditError`]: the text is not TOML, the new path is in use, or the way there leads into or out of a list.
pub fn move_key(text: &str, from: &[&str], to: &[&str]) -> Result<String, EditError> {
    let (Some((last, parent)), Some(_)) = (to.split_last(), from.last()) else { return Err(EditError::NoKey) };
    if from[..from.len() - 1] == *parent {
        return rename_key(text, from, last);
    }
    if from.starts_with(to) || to.starts_with(from) {
        return Err(EditError::Inside { from: dotted(from), to: dotted(to) });
    }
    let layout = read(text)?;
    let shared = from.iter().zip(to).take_while(|(a, b)| a == b).count();
    let mut edits = Vec::new();
    let mut pairs = Vec::new();
    for section in layout.sections.iter().filter(|section| names(&section.at).starts_with(from)) {
        target(&layout, &section.at, section.span.start, from, to, shared)?;
        let keys = &section.keys;
        edits.push((keys[0].span.start..keys[from.len() - 1].span.end, dotted(to)));
    }
    for (number, pair) in layout.pairs.iter().enumerate() {
        let outside = names(layout.home(pair.home)).len();
        if outside >= from.len() || !names(&pair.at).starts_with(from) {
            continue;
        }
        let base = target(&layout, &pair.at, pair.span().start, from, to, shared)?;
        let rest: Vec<String> = names(&pair.at)[from.len()..].iter().map(|name| (*name).to_owned()).collect();
        let mut comments = Comments::default();
        if let Home::Section(_) = pair.home {
            let lines = lines_of(&layout, number);
            text[lines.start..line_start(text, pair.span().start)].clone_into(&mut comments.above);
            text[pair.value.end..lines.end].trim_end().clone_into(&mut comments.behind);
        }
        pairs.push((base, rest, text[pair.value.clone()].to_owned(), comments));
    }
    let mut out = apply(text, edits, to)?;
    if pairs.is_empty() {
        return Ok(out);
    }
    out = remove(&out, from)?;
    for (base, rest, value, comments) in pairs {
        let layout = read(&out)?;
        let rest: Vec<_> = to[shared..].iter().copied().chain(rest.iter().map(String::as_str)).collect();
        // The deepest table on the way that exists.
        let mut table = base;
        let mut missing = &rest[..];
        while let [next, more @ ..] = missing
            && !more.is_empty()
        {
            let below: Path = table.iter().cloned().chain([Step::Key((*next).to_owned())]).collect();
            if let Some((_, span)) = layout.scalars.iter().find(|(at, _)| *at == below) {
                let (line, column) = line_column(&out, span.start);
                return Err(EditError::NotATable { line, column, parent: dotted(&names(&below)), path: dotted(to) });
            }
            if !layout.tables().contains(&below.as_slice()) {
                break;
            }
            (table, missing) = (below, more);
        }
        let edit = put(&layout, &table, missing, &value, Some(&comments));
        out = apply(&out, vec![edit], to)?;
    }
    Ok(out)
}

/// The table that both ends of a move are in. Neither way from there may lead through a list, and nothing may be at its end.
fn target(
    layout: &Layout<'_>,
    at: &[Step],
    start: usize,
    from: &[&str],
    to: &[&str],
    shared: usize,
) -> Result<Path, EditError> {
    let base = cut(at, shared);
    let mut goal = base.to_vec();
    goal.extend(to[shared..].iter().map(|key| Step::Key((*key).to_owned())));
    let (line, column) = line_column(layout.text, found(layout, &goal).unwrap_or(start));
    if found(layout, &goal).is_some() {
        return Err(EditError::Taken { line, column, from: dotted(from), to: dotted(to) });
    }
    let out_of_a_list = key_path(cut(at, from.len()))[base.len()..].iter().any(|step| matches!(step, Step::Index(_)));
    let into_a_list = layout.tables().iter().any(|table| {
        let deep = names(table);
        deep.len() > shared
            && to.starts_with(&deep)
            && table[base.len().min(table.len())..].iter().any(|step| matches!(step, Step::Index(_)))
    });
    if out_of_a_list || into_a_list {
        return Err(EditError::InList { line, column, from: dotted(from), to: dotted(to) });
    }
    Ok(base.to_vec())
}

#[cfg(test)]
#[path = "edit_tests.rs"]
mod tests;

//! Where new lines go in a TOML text, and which lines belong to a value.

use super::edit::{Edit, dotted};
use super::layout::{Home, Layout, Path, Section, Step, names};
use crate::config::toml_text;
use std::fmt::Write as _;
use std::ops::Range;

pub(super) fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

/// Behind the newline that ends the line.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |newline| at + newline + 1)
}

/// The whole lines of a pair of a section, with the comment that is about it alone.
pub(super) fn lines_of(layout: &Layout<'_>, number: usize) -> Range<usize> {
    let pair = &layout.pairs[number];
    let end = line_end(layout.text, pair.value.end);
    // Under one comment with others, it may be about them too.
    let next = layout.text[end..line_end(layout.text, end)].trim();
    let alone = next.is_empty() || next.starts_with(['#', '[']);
    let start = pair.span().start;
    (if alone { above(layout, start) } else { line_start(layout.text, start) })..end
}

/// The start of the lines that belong to what starts at `at`: its own, and the comment directly above. The comment that opens the
/// file is about the file, and `#:` talks to editors.
pub(super) fn above(layout: &Layout<'_>, at: usize) -> usize {
    let own = line_start(layout.text, at);
    let mut start = own;
    while start > 0 {
        let line = line_start(layout.text, start - 1);
        let comment = layout.text[line..start].trim();
        if !comment.starts_with('#') || comment.starts_with("#:") || inside_a_value(layout, line) {
            break;
        }
        start = line;
    }
    if start == 0 { own } else { start }
}

/// A line of a text of several lines may look like a comment.
fn inside_a_value(layout: &Layout<'_>, at: usize) -> bool {
    layout.pairs.iter().any(|pair| pair.value.contains(&at))
}

/// Text that goes with a pair to another place: the comment lines above it and the one behind it.
#[derive(Clone, Debug, Default)]
pub(super) struct Comments {
    pub above: String,
    pub behind: String,
}

/// The edit that puts `keys = value` into a table.
pub(super) fn put(
    layout: &Layout<'_>,
    table: &[Step],
    keys: &[&str],
    value: &str,
    comments: Option<&Comments>,
) -> Edit {
    let at: Path = table.iter().cloned().chain(keys.iter().map(|key| Step::Key((*key).to_owned()))).collect();
    if let Some(pair) = layout.pairs.iter().find(|pair| pair.at == at) {
        return (pair.value.clone(), value.to_owned());
    }
    let new = format!("{} = {value}", dotted(keys));
    if let Some(inline) = layout.inlines.iter().find(|inline| inline.at == table) {
        return match inline.pairs.last() {
            Some(last) => (layout.pairs[*last].value.end..layout.pairs[*last].value.end, format!(", {new}")),
            None => (inline.span.clone(), format!("{{ {new} }}")),
        };
    }
    let section = layout.sections.iter().find(|section| section.at == table);
    if table.is_empty() && keys.len() > 1 {
        let (Some((last, parent)), text) = (keys.split_last(), layout.text) else { return (0..0, String::new()) };
        let pair = with_comments(&format!("{} = {value}", toml_text::key(last)), "", comments);
        let gap = if text.is_empty() {
            ""
        } else if text.ends_with('\n') {
            "\n"
        } else {
            "\n\n"
        };
        return (text.len()..text.len(), newlines(text, &format!("{gap}[{}]\n{pair}", dotted(parent))));
    }
    if let Some(section) = section {
        return into_section(layout, section, &new, comments);
    }
    // The table exists through dotted keys: one more of them.
    let through = layout.pairs.iter().rev().find(|pair| {
        pair.at.len() > table.len() && pair.at.starts_with(table) && layout.home(pair.home).len() < table.len()
    });
    if let Some(pair) = through {
        let count = table.len() - layout.home(pair.home).len();
        let prefix = &layout.text[pair.keys[0].span.start..pair.keys[count - 1].span.end];
        let new = format!("{prefix}.{new}");
        return match pair.home {
            Home::Inline(_) => (pair.value.end..pair.value.end, format!(", {new}")),
            Home::Section(_) => behind(layout, pair.span().start, pair.value.end, &new, comments),
        };
    }
    // The table exists through the headers of others: a header of its own before the first.
    let first = layout.sections.iter().find(|section| section.at.starts_with(table));
    let start = first.map_or(layout.text.len(), |section| above(layout, section.span.start));
    let pair = with_comments(&new, "", comments);
    (start..start, newlines(layout.text, &format!("[{}]\n{pair}\n", dotted(&names(table)))))
}

fn into_section(layout: &Layout<'_>, section: &Section, new: &str, comments: Option<&Comments>) -> Edit {
    let text = layout.text;
    if let Some(last) = section.pairs.last() {
        let pair = &layout.pairs[*last];
        return behind(layout, pair.span().start, pair.value.end, new, comments);
    }
    if !section.keys.is_empty() {
        return behind(layout, section.span.start, section.span.end, new, comments);
    }
    // The start of a file without pairs: before the first header.
    let Some(first) = layout.sections.get(1) else {
        let gap = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
        return (text.len()..text.len(), newlines(text, &format!("{gap}{}", with_comments(new, "", comments))));
    };
    // A byte order mark stays in front.
    let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let start = above(layout, first.span.start).max(mark);
    (start..start, newlines(text, &format!("{}\n", with_comments(new, "", comments))))
}

/// A line behind the one that ends at `end`, as far indented as the one that starts at `start`.
fn behind(layout: &Layout<'_>, start: usize, end: usize, new: &str, comments: Option<&Comments>) -> Edit {
    let text = layout.text;
    let indent = &text[line_start(text, start)..start];
    let at = line_end(text, end);
    let gap = if text[..at].ends_with('\n') { "" } else { "\n" };
    (at..at, newlines(text, &format!("{gap}{}", with_comments(new, indent, comments))))
}

fn with_comments(pair: &str, indent: &str, comments: Option<&Comments>) -> String {
    let none = Comments::default();
    let Comments { above, behind } = comments.unwrap_or(&none);
    let mut out = String::new();
    for line in above.lines() {
        let _ = writeln!(out, "{indent}{}", line.trim());
    }
    let _ = writeln!(out, "{indent}{pair}{behind}");
    out
}

/// New lines end as the others do.
fn newlines(text: &str, new: &str) -> String {
    if text.contains("\r\n") { new.replace("\r\n", "\n").replace('\n', "\r\n") } else { new.to_owned() }
}

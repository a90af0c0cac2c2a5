//! YAML: text to a spanned tree. YAML 1.2 with the core schema's scalars, anchors, aliases and merge keys; no tags.

use super::{DEEPEST, Entries, Format, SyntaxError, span};
use crate::doc::{Num, Span};
use crate::tree::{Tree, TreeEntry, TreeValue};
use saphyr_parser::{Event, Marker, Parser, ScalarStyle, StrInput};
use std::collections::HashMap;

/// How much anchors and aliases may add to a document, in bytes: a few lines of them can stand for gigabytes.
const LARGEST_COPY: usize = 4 << 20;
/// What a value counts for beside its text, in bytes.
const VALUE: usize = 32;

/// Parses a YAML text. An empty text is an empty table, as in TOML.
///
/// # Errors
/// Every key that stands twice, tag and misused alias up to the first syntax error, where the parser stops.
pub(super) fn parse(text: &str, source: u32) -> Result<Tree, Vec<SyntaxError>> {
    let mut reader = Reader {
        text,
        source,
        parser: Parser::new_from_str(text),
        offsets: offsets(text),
        anchors: HashMap::new(),
        copied: 0,
        errors: Vec::new(),
    };
    let tree = match reader.document() {
        Ok(tree) => tree,
        Err(error) => {
            reader.errors.push(error);
            Tree::table()
        }
    };
    if reader.errors.is_empty() {
        return Ok(tree);
    }
    reader.errors.sort_by_key(|error| error.span);
    Err(reader.errors)
}

/// The byte of every character, if there are characters of more than one: the parser counts characters.
fn offsets(text: &str) -> Option<Vec<usize>> {
    (!text.is_ascii()).then(|| text.char_indices().map(|(at, _)| at).collect())
}

struct Reader<'a> {
    text: &'a str,
    source: u32,
    parser: Parser<'a, StrInput<'a>>,
    offsets: Option<Vec<usize>>,
    /// What each anchor stands for; nothing while its value is being read.
    anchors: HashMap<usize, Option<Tree>>,
    /// How much was copied, in bytes.
    copied: usize,
    errors: Vec<SyntaxError>,
}

impl<'a> Reader<'a> {
    fn byte(&self, marker: &Marker) -> usize {
        match &self.offsets {
            None => marker.index().min(self.text.len()),
            Some(offsets) => offsets.get(marker.index()).copied().unwrap_or(self.text.len()),
        }
    }

    fn at(&self, range: saphyr_parser::Span) -> Span {
        span(self.source, self.byte(&range.start), self.byte(&range.end))
    }

    fn next(&mut self) -> Result<(Event<'a>, Span), SyntaxError> {
        match self.parser.next_event() {
            Some(Ok((event, range))) => Ok((event, self.at(range))),
            // After the end of the stream nobody asks.
            None => Ok((Event::StreamEnd, span(self.source, self.text.len(), self.text.len()))),
            Some(Err(error)) => {
                let start = self.byte(error.marker());
                let width = self.text[start..].chars().next().map_or(0, char::len_utf8);
                let at = span(self.source, start, start + width);
                // A nesting of flow collections that the parser does not follow.
                if error.info() == "recursion limit exceeded" {
                    return Err(SyntaxError::too_deep(at));
                }
                Err(SyntaxError::new(at, format!("not YAML: {}", error.info())))
            }
        }
    }

    fn document(&mut self) -> Result<Tree, SyntaxError> {
        let top = span(self.source, 0, 0);
        let mut tree = Tree { span: top, value: TreeValue::Table(Vec::new()) };
        let mut documents = 0;
        loop {
            let (event, at) = self.next()?;
            match event {
                Event::StreamEnd => return Ok(tree),
                Event::DocumentStart(_) if documents == 1 => {
                    return Err(SyntaxError::new(
                        at,
                        "not a config: a second YAML document starts here; a file holds one",
                    ));
                }
                Event::DocumentStart(_) => {
                    documents += 1;
                    let (event, at) = self.next()?;
                    let empty = matches!(&event, Event::Scalar(text, ..) if text.is_empty()) && at.start == at.end;
                    let root = self.node(event, at, Some(top), 1)?;
                    if !empty {
                        tree = root;
                    }
                }
                _ => {}
            }
        }
    }

    /// The value that starts with an event. `name` is where a block table stands for: the place of its key, as it is that of
    /// the header in TOML. `level` counts the tables and lists around the value and itself.
    fn node(&mut self, event: Event<'a>, at: Span, name: Option<Span>, level: usize) -> Result<Tree, SyntaxError> {
        if let Event::MappingStart(..) | Event::SequenceStart(..) = event
            && level > DEEPEST
        {
            return Err(SyntaxError::too_deep(name.filter(|name| name.end > 0).unwrap_or(at)));
        }
        let (anchor, tag) = match &event {
            Event::Scalar(_, _, anchor, tag) | Event::MappingStart(anchor, tag) | Event::SequenceStart(anchor, tag) => {
                (*anchor, tag.as_ref())
            }
            _ => (0, None),
        };
        if let Some(tag) = tag {
            let shown = if tag.is_yaml_core_schema() { format!("!!{}", tag.suffix) } else { tag.to_string() };
            let message =
                format!("the tag `{shown}` is not supported; leave it out, the config's type says what this is");
            self.errors.push(SyntaxError::new(at, message));
        }
        if anchor > 0 {
            self.anchors.insert(anchor, None);
        }
        let tree = match event {
            Event::Scalar(text, style, ..) => {
                let value = scalar(&text, style);
                let span = if at.start == at.end { name.unwrap_or(at) } else { at };
                Tree { span, value }
            }
            Event::Alias(id) => self.alias(id, at, level)?,
            Event::SequenceStart(..) => self.list(at, level)?,
            Event::MappingStart(..) => self.table(at, name, level)?,
            _ => Tree { span: at, value: TreeValue::Null },
        };
        if anchor > 0 {
            self.count(&tree, at)?;
            self.anchors.insert(anchor, Some(tree.clone()));
        }
        Ok(tree)
    }

    fn list(&mut self, at: Span, level: usize) -> Result<Tree, SyntaxError> {
        let mut items = Vec::new();
        loop {
            let (event, place) = self.next()?;
            if event == Event::SequenceEnd {
                return Ok(Tree { span: self.whole(at, place), value: TreeValue::List(items) });
            }
            items.push(self.node(event, place, None, level + 1)?);
        }
    }

    fn table(&mut self, at: Span, name: Option<Span>, level: usize) -> Result<Tree, SyntaxError> {
        let mut entries = Entries::new(Format::Yaml, self.text);
        let mut merge: Option<TreeEntry> = None;
        let end = loop {
            let (event, place) = self.next()?;
            if event == Event::MappingEnd {
                break place;
            }
            let merges = matches!(&event, Event::Scalar(text, ScalarStyle::Plain, ..) if text == "<<");
            let key = self.key(event, place, level)?;
            let (event, at) = self.next()?;
            let value = self.node(event, at, Some(place), level + 1)?;
            let Some(key) = key else { continue };
            let entry = TreeEntry { key, span: place, value };
            match &merge {
                _ if !merges => entries.add(entry, &mut self.errors),
                None => merge = Some(entry),
                Some(first) => {
                    super::duplicate(Format::Yaml, self.text, "<<", place, first.span, &mut self.errors);
                }
            }
        };
        if let Some(merge) = merge {
            self.merge(merge.value, &mut entries);
        }
        // A table in braces ends with one; a block ends where the next thing starts.
        let flow = end.end > end.start;
        let span = name.filter(|_| !flow).unwrap_or_else(|| self.whole(at, end));
        Ok(Tree { span, value: TreeValue::Table(entries.list) })
    }

    /// Adds the entries behind `<<` that the table itself does not have; of several tables the first counts.
    fn merge(&mut self, value: Tree, entries: &mut Entries<'_>) {
        let place = value.span;
        let sources = match value.value {
            TreeValue::List(items) => items,
            _ => vec![value],
        };
        for source in sources {
            let TreeValue::Table(merged) = source.value else {
                let message = "`<<` merges tables: expected a table, an alias of one, or a list of these";
                let place = if source.span.start < source.span.end { source.span } else { place };
                self.errors.push(SyntaxError::new(place, message));
                continue;
            };
            for entry in merged {
                if !entries.has(&entry.key) {
                    entries.add(entry, &mut self.errors);
                }
            }
        }
    }

    /// A key is the text of a scalar, whatever it looks like. Nothing, after an error, for anything else.
    fn key(&mut self, event: Event<'a>, at: Span, level: usize) -> Result<Option<String>, SyntaxError> {
        let plain = match &event {
            Event::Scalar(text, style, ..) => Some((text.to_string(), scalar(text, *style) == TreeValue::Null)),
            _ => None,
        };
        let tree = self.node(event, at, None, level + 1)?;
        let found = match (plain, tree.value) {
            (Some((text, false)), _) | (None, TreeValue::Str(text) | TreeValue::Num(_, text)) => return Ok(Some(text)),
            (_, TreeValue::List(_)) => "a list",
            (_, TreeValue::Table(_)) => "a table",
            (_, TreeValue::Bool(_)) => "a boolean",
            _ => "nothing",
        };
        self.errors.push(SyntaxError::new(at, format!("a key is a name, this is {found}")));
        Ok(None)
    }

    /// A copy of what an anchor stands for, at the place of the alias; the values in it keep their places.
    fn alias(&mut self, id: usize, at: Span, level: usize) -> Result<Tree, SyntaxError> {
        let Some(Some(target)) = self.anchors.get(&id) else {
            return Err(SyntaxError::new(at, "this alias stands inside of what it is an alias of"));
        };
        if level + height(target) > DEEPEST + 1 {
            return Err(SyntaxError::too_deep(at));
        }
        let copy = Tree { span: at, value: target.value.clone() };
        self.count(&copy, at)?;
        Ok(copy)
    }

    fn count(&mut self, tree: &Tree, at: Span) -> Result<(), SyntaxError> {
        self.copied += weight(tree);
        if self.copied > LARGEST_COPY {
            let mib = LARGEST_COPY >> 20;
            let message = format!("the anchors and aliases up to here copy more than {mib} MiB; write what is meant");
            return Err(SyntaxError::new(at, message));
        }
        Ok(())
    }

    /// From the first byte of a collection to its last.
    fn whole(&self, start: Span, end: Span) -> Span {
        let text = &self.text[..end.end as usize];
        let trimmed = u32::try_from(text.trim_end().len()).unwrap_or(u32::MAX);
        Span { end: trimmed.max(start.end), ..start }
    }
}

/// Tables and lists in one another, with this one.
fn height(tree: &Tree) -> usize {
    match &tree.value {
        TreeValue::List(items) => 1 + items.iter().map(height).max().unwrap_or(0),
        TreeValue::Table(entries) => 1 + entries.iter().map(|entry| height(&entry.value)).max().unwrap_or(0),
        _ => 0,
    }
}

fn weight(tree: &Tree) -> usize {
    VALUE
        + match &tree.value {
            TreeValue::Str(text) | TreeValue::Num(_, text) => text.len(),
            TreeValue::List(items) => items.iter().map(weight).sum(),
            TreeValue::Table(entries) => entries.iter().map(|entry| entry.key.len() + weight(&entry.value)).sum(),
            TreeValue::Null | TreeValue::Bool(_) | TreeValue::Other(_) => 0,
        }
}

/// The value of a scalar: the core schema for a plain one, text for a quoted one or a block.
fn scalar(text: &str, style: ScalarStyle) -> TreeValue {
    if style != ScalarStyle::Plain {
        return TreeValue::Str(text.to_owned());
    }
    match text {
        "" | "~" | "null" | "Null" | "NULL" => TreeValue::Null,
        "true" | "True" | "TRUE" => TreeValue::Bool(true),
        "false" | "False" | "FALSE" => TreeValue::Bool(false),
        _ => number(text).map_or_else(|| TreeValue::Str(text.to_owned()), |(value, text)| TreeValue::Num(value, text)),
    }
}

/// A number of the core schema, and its text as TOML and JSON would have it: `.5` is `0.5`.
fn number(text: &str) -> Option<(Num, String)> {
    for (prefix, radix) in [("0x", 16), ("0o", 8)] {
        if let Some(digits) = text.strip_prefix(prefix) {
            let valid = !digits.is_empty() && digits.chars().all(|c| c.is_digit(radix));
            // Beyond an i128 a float: out of the range of every integer field.
            let float = || {
                digits.chars().filter_map(|c| c.to_digit(radix)).fold(0.0, |x, d| x * f64::from(radix) + f64::from(d))
            };
            let value = i128::from_str_radix(digits, radix).map_or_else(|_| Num::Float(float()), Num::Int);
            return valid.then(|| (value, text.to_owned()));
        }
    }
    let (sign, rest) = match text.as_bytes().first()? {
        b'-' => ("-", &text[1..]),
        b'+' => ("+", &text[1..]),
        _ => ("", text),
    };
    match rest {
        ".inf" | ".Inf" | ".INF" => {
            let value = if sign == "-" { f64::NEG_INFINITY } else { f64::INFINITY };
            return Some((Num::Float(value), format!("{sign}inf")));
        }
        ".nan" | ".NaN" | ".NAN" if sign.is_empty() => return Some((Num::Float(f64::NAN), "nan".to_owned())),
        _ => {}
    }
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let (mantissa, exponent) = match rest.find(['e', 'E']) {
        Some(at) => (&rest[..at], &rest[at..]),
        None => (rest, ""),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let power = exponent.get(1..).map_or("0", |power| power.strip_prefix(['+', '-']).unwrap_or(power));
    let some_digits = !whole.is_empty() || fraction.is_some_and(|fraction| !fraction.is_empty());
    if !some_digits || power.is_empty() || !digits(whole) || !digits(fraction.unwrap_or("")) || !digits(power) {
        return None;
    }
    let mut plain = format!("{sign}{}", whole.trim_start_matches('0'));
    if plain.len() == sign.len() {
        plain.push('0');
    }
    if let Some(fraction) = fraction {
        plain.push('.');
        plain.push_str(if fraction.is_empty() { "0" } else { fraction });
    }
    plain.push_str(exponent);
    let value = match plain.parse() {
        Ok(value) if fraction.is_none() && exponent.is_empty() => Num::Int(value),
        _ => Num::Float(plain.parse().ok()?),
    };
    Some((value, plain))
}

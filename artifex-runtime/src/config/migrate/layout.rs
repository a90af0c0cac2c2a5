//! Where everything stands in a TOML text: each key of each header and pair, with the path it means. This is what lossless edits
//! need; `toml_edit` keeps neither the order of dotted keys nor a missing last newline.

use crate::config::report::place;
use crate::config::{Span, toml_text};
use std::collections::HashMap;
use std::ops::Range;
use toml_parser::decoder::Encoding;
use toml_parser::parser::{Event, EventKind, parse_document};

/// A step of a path.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Step {
    Key(String),
    Index(usize),
}

/// A place in the document: keys, and positions in lists.
pub(super) type Path = Vec<Step>;

/// The keys of a path.
pub(super) fn names(path: &[Step]) -> Vec<&str> {
    path.iter()
        .filter_map(|step| match step {
            Step::Key(name) => Some(name.as_str()),
            Step::Index(_) => None,
        })
        .collect()
}

/// The start of a path, up to its `count`-th key.
pub(super) fn cut(path: &[Step], count: usize) -> &[Step] {
    let mut keys = 0;
    for (k, step) in path.iter().enumerate() {
        if matches!(step, Step::Key(_)) {
            if keys == count {
                return &path[..k];
            }
            keys += 1;
        }
    }
    path
}

#[derive(Debug)]
pub(super) struct Key {
    pub span: Range<usize>,
    pub name: String,
}

/// `[a.b]`, `[[a.b]]`, or the start of the file, and the pairs below it.
#[derive(Debug)]
pub(super) struct Section {
    pub keys: Vec<Key>,
    pub span: Range<usize>,
    pub at: Path,
    pub pairs: Vec<usize>,
}

/// `{ .. }`.
#[derive(Debug)]
pub(super) struct Inline {
    pub span: Range<usize>,
    pub at: Path,
    pub pairs: Vec<usize>,
}

/// What a pair stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Home {
    Section(usize),
    Inline(usize),
}

/// `key = value`.
#[derive(Debug)]
pub(super) struct Pair {
    pub keys: Vec<Key>,
    pub value: Range<usize>,
    pub at: Path,
    pub home: Home,
}

impl Pair {
    pub fn span(&self) -> Range<usize> {
        self.keys.first().map_or(self.value.start, |key| key.span.start)..self.value.end
    }
}

/// The whole text.
#[derive(Debug)]
pub(super) struct Layout<'a> {
    pub text: &'a str,
    /// The first is the start of the file, without a header.
    pub sections: Vec<Section>,
    pub inlines: Vec<Inline>,
    pub pairs: Vec<Pair>,
    /// Where values stand that are neither tables nor lists.
    pub scalars: Vec<(Path, Range<usize>)>,
}

/// A syntax error: line, column, message.
pub(super) type Syntax = (usize, usize, String);

impl<'a> Layout<'a> {
    /// Reads a text. It is parsed in full first, so that what follows need not look for mistakes.
    pub fn of(text: &'a str) -> Result<Self, Syntax> {
        if let Err(errors) = toml_text::parse(text, 0) {
            let (span, message) =
                errors.into_iter().next().map_or((Span::default(), String::new()), |error| (error.span, error.message));
            let place = place(span, text);
            return Err((place.line, place.column, message));
        }
        let source = toml_parser::Source::new(text);
        let tokens = source.lex().into_vec();
        let mut events: Vec<Event> = Vec::new();
        parse_document(&tokens, &mut events, &mut ());
        // Only what carries meaning.
        events.retain(|event| {
            !matches!(
                event.kind(),
                EventKind::Whitespace
                    | EventKind::Comment
                    | EventKind::Newline
                    | EventKind::KeySep
                    | EventKind::ValueSep
                    | EventKind::Error
            )
        });
        let layout = Self { text, sections: Vec::new(), inlines: Vec::new(), pairs: Vec::new(), scalars: Vec::new() };
        let mut reader = Reader { layout, events: events.into_iter().peekable(), lists: HashMap::new() };
        reader.document();
        Ok(reader.layout)
    }

    /// The path of what holds a pair.
    pub fn home(&self, home: Home) -> &[Step] {
        match home {
            Home::Section(k) => &self.sections[k].at,
            Home::Inline(k) => &self.inlines[k].at,
        }
    }

    /// Every table of the document, also those that headers and dotted keys only pass through; each once.
    pub fn tables(&self) -> Vec<&[Step]> {
        let mut out: Vec<&[Step]> = vec![&[]];
        let sections = self.sections.iter().map(|section| section.at.as_slice());
        let pairs = self.pairs.iter().map(|pair| &pair.at[..pair.at.len() - 1]);
        let inlines = self.inlines.iter().map(|inline| inline.at.as_slice());
        for path in sections.chain(pairs).chain(inlines) {
            for end in 1..=path.len() {
                // A list itself is no table.
                let list = matches!(path.get(end), Some(Step::Index(_)));
                if !list && !out.contains(&&path[..end]) {
                    out.push(&path[..end]);
                }
            }
        }
        out
    }
}

struct Reader<'a> {
    layout: Layout<'a>,
    events: std::iter::Peekable<std::vec::IntoIter<Event>>,
    /// How many elements each array of tables has so far.
    lists: HashMap<Path, usize>,
}

impl Reader<'_> {
    fn document(&mut self) {
        self.layout.sections.push(Section { keys: Vec::new(), span: 0..0, at: Vec::new(), pairs: Vec::new() });
        while let Some(event) = self.events.peek() {
            match event.kind() {
                EventKind::StdTableOpen => self.header(false),
                EventKind::ArrayTableOpen => self.header(true),
                EventKind::SimpleKey => self.pair(Home::Section(self.layout.sections.len() - 1)),
                _ => {
                    self.events.next();
                }
            }
        }
    }

    fn header(&mut self, list: bool) {
        let start = self.events.next().map_or(0, |open| open.span().start());
        let keys = self.keys();
        let end = self.events.next().map_or(start, |close| close.span().end());
        let mut at = Path::new();
        for (k, key) in keys.iter().enumerate() {
            at.push(Step::Key(key.name.clone()));
            if list && k + 1 == keys.len() {
                let count = self.lists.entry(at.clone()).or_default();
                *count += 1;
                at.push(Step::Index(*count - 1));
            } else if let Some(count) = self.lists.get(&at) {
                at.push(Step::Index(*count - 1));
            }
        }
        self.layout.sections.push(Section { keys, span: start..end, at, pairs: Vec::new() });
    }

    fn keys(&mut self) -> Vec<Key> {
        let mut keys = Vec::new();
        while let Some(event) = self.events.next_if(|event| event.kind() == EventKind::SimpleKey) {
            let span = event.span().start()..event.span().end();
            keys.push(Key { name: decode(&self.layout.text[span.clone()], event.encoding(), &event), span });
        }
        keys
    }

    fn pair(&mut self, home: Home) {
        let keys = self.keys();
        self.events.next_if(|event| event.kind() == EventKind::KeyValSep);
        let mut at = self.layout.home(home).to_vec();
        at.extend(keys.iter().map(|key| Step::Key(key.name.clone())));
        // Entered before its value, so that pairs stand in the order of the text.
        let number = self.layout.pairs.len();
        self.layout.pairs.push(Pair { keys, value: 0..0, at: at.clone(), home });
        match home {
            Home::Section(k) => self.layout.sections[k].pairs.push(number),
            Home::Inline(k) => self.layout.inlines[k].pairs.push(number),
        }
        self.layout.pairs[number].value = self.value(at);
    }

    fn value(&mut self, at: Path) -> Range<usize> {
        let Some(event) = self.events.next() else { return 0..0 };
        let start = event.span().start();
        let mut end = event.span().end();
        match event.kind() {
            EventKind::ArrayOpen => {
                let mut k = 0;
                while self.events.peek().is_some_and(|event| event.kind() != EventKind::ArrayClose) {
                    let mut at = at.clone();
                    at.push(Step::Index(k));
                    self.value(at);
                    k += 1;
                }
                end = self.events.next().map_or(end, |close| close.span().end());
            }
            EventKind::InlineTableOpen => {
                let number = self.layout.inlines.len();
                self.layout.inlines.push(Inline { span: start..end, at, pairs: Vec::new() });
                while self.events.peek().is_some_and(|event| event.kind() == EventKind::SimpleKey) {
                    self.pair(Home::Inline(number));
                }
                end = self.events.next().map_or(end, |close| close.span().end());
                self.layout.inlines[number].span.end = end;
            }
            _ => self.layout.scalars.push((at, start..end)),
        }
        start..end
    }
}

fn decode(raw: &str, encoding: Option<Encoding>, event: &Event) -> String {
    let mut name = String::new();
    toml_parser::Raw::new_unchecked(raw, encoding, event.span()).decode_key(&mut name, &mut ());
    name
}

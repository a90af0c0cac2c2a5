//! All front ends: equal values for equal documents, an error with its place for everything else, and never a panic.

mod json;
mod noise;
mod yaml;

use artifex::config::fingerprint;
use artifex::config::toml_text::write;
use artifex_syntax::doc::Span;
use artifex_syntax::front::{Format, SyntaxError, parse};
use artifex_syntax::place::place;
use artifex_syntax::tree::{Tree, TreeEntry, TreeValue};
use std::fmt::Write as _;
use std::path::Path;

const ALL: [Format; 3] = [Format::Toml, Format::Json, Format::Yaml];

/// Pseudo-random numbers: xorshift64.
struct Rng(u64);

impl Rng {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(n).unwrap()).unwrap()
    }

    fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())]
    }
}

/// `line:column: message` of every error.
fn shown(text: &str, errors: &[SyntaxError]) -> Vec<String> {
    let show = |error: &SyntaxError| {
        let place = place(error.span, text);
        format!("{}:{}: {}", place.line, place.column, error.message)
    };
    errors.iter().map(show).collect()
}

fn errors(format: Format, text: &str) -> Vec<String> {
    match parse(format, text, 0) {
        Ok(tree) => panic!("{text:?} is {tree:?}"),
        Err(errors) => shown(text, &errors),
    }
}

// ---- Values ----

/// The tree without its places, and with the numbers' texts made from the numbers.
fn bare(tree: &Tree) -> Tree {
    let value = match &tree.value {
        TreeValue::Num(value, _) => TreeValue::Num(*value, String::new()),
        TreeValue::List(items) => TreeValue::List(items.iter().map(bare).collect()),
        TreeValue::Table(entries) => {
            let entry = |entry: &TreeEntry| TreeEntry {
                key: entry.key.clone(),
                span: Span::default(),
                value: bare(&entry.value),
            };
            let mut entries: Vec<_> = entries.iter().map(entry).collect();
            entries.sort_by(|a, b| a.key.cmp(&b.key));
            TreeValue::Table(entries)
        }
        other => other.clone(),
    };
    value.into()
}

const TEXTS: [&str; 16] = [
    "",
    "a",
    "true",
    "null",
    "~",
    "1e-4",
    "0x1F",
    "- x",
    "a: b # c",
    "\"q\" 'r'",
    "ü 😀",
    "two\nlines\n",
    "\t\u{1}\\",
    "<<",
    "yes",
    " space ",
];

fn any_tree(rng: &mut Rng, depth: usize) -> Tree {
    match if depth == 0 { rng.below(5) } else { rng.below(8) } {
        0 => TreeValue::Bool(rng.below(2) == 0).into(),
        1 => Tree::int(rng.pick(&[0, -1, 7, 1 << 40, i64::MIN.into(), i64::MAX.into()])),
        2 => {
            let x = rng.pick(&[0.5, -1e-4, 1e300, 2.5e-12, 3.0, -0.25]);
            Tree::float(x, format!("{x:?}"))
        }
        3 | 4 => Tree::string(rng.pick(&TEXTS)),
        5 => TreeValue::List((0..rng.below(4)).map(|_| any_tree(rng, depth - 1)).collect()).into(),
        _ => any_table(rng, depth - 1),
    }
}

fn any_table(rng: &mut Rng, depth: usize) -> Tree {
    let mut entries: Vec<TreeEntry> = Vec::new();
    for _ in 0..rng.below(6) {
        let key = format!("{}{}", rng.pick(&TEXTS), rng.below(50));
        if entries.iter().all(|entry| entry.key != key) {
            entries.push(TreeEntry { key, span: Span::default(), value: any_tree(rng, depth) });
        }
    }
    TreeValue::Table(entries).into()
}

/// A tree as YAML, in blocks or in braces as the dice fall.
fn yaml(rng: &mut Rng, tree: &Tree, indent: usize, out: &mut String) {
    let flow = rng.below(4) == 0;
    match &tree.value {
        TreeValue::List(items) if !flow && !items.is_empty() => {
            for item in items {
                let _ = write!(out, "\n{}- ", " ".repeat(indent));
                yaml(rng, item, indent + 2, out);
            }
        }
        TreeValue::Table(entries) if !flow && !entries.is_empty() => {
            for entry in entries {
                let _ = write!(out, "\n{}{}: ", " ".repeat(indent), serde_json::to_string(&entry.key).unwrap());
                yaml(rng, &entry.value, indent + 2, out);
            }
        }
        // JSON is YAML in braces.
        _ => out.push_str(&serde_json::to_string(tree).unwrap()),
    }
}

#[test]
fn one_document_in_three_formats() {
    let mut rng = Rng(0x5EED);
    for round in 0..400 {
        let tree = any_table(&mut rng, 4);
        let (toml, json) = (write(&tree, &|_| None), serde_json::to_string_pretty(&tree).unwrap());
        let mut block = String::new();
        yaml(&mut rng, &tree, 0, &mut block);
        for (format, text) in [(Format::Toml, &toml), (Format::Json, &json), (Format::Yaml, &block)] {
            let read = parse(format, text, 0).unwrap_or_else(|errors| panic!("{round}: {text}\n{errors:?}"));
            assert_eq!(bare(&read), bare(&tree), "{round}: {text}");
            assert_eq!(fingerprint(&read), fingerprint(&tree));
            inside(&read, text);
            // What a front end reads, TOML can say.
            assert_eq!(
                bare(&parse(Format::Toml, &write(&read, &|_| None), 0).unwrap()),
                bare(&tree),
                "{round}: {text}"
            );
        }
    }
}

/// Every place of a tree is one of its text.
fn inside(tree: &Tree, text: &str) {
    let check = |span: Span| {
        assert!(text.get(span.start as usize..span.end as usize).is_some(), "{span:?} of {text:?}");
    };
    check(tree.span);
    match &tree.value {
        TreeValue::List(items) => items.iter().for_each(|item| inside(item, text)),
        TreeValue::Table(entries) => entries.iter().for_each(|entry| {
            check(entry.span);
            inside(&entry.value, text);
        }),
        _ => {}
    }
}

#[test]
fn formats_go_by_extension() {
    for (name, format) in [
        ("a.toml", Some(Format::Toml)),
        ("b/c.d.JSON", Some(Format::Json)),
        ("x.yaml", Some(Format::Yaml)),
        ("x.yml", Some(Format::Yaml)),
        ("x.ini", None),
        ("toml", None),
    ] {
        assert_eq!(Format::of(Path::new(name)), format, "{name}");
    }
}

/// The text at every leaf's and every key's place.
fn places<'a>(tree: &Tree, text: &'a str, out: &mut Vec<&'a str>) {
    let at = |span: Span| &text[span.start as usize..span.end as usize];
    match &tree.value {
        TreeValue::Table(entries) => {
            for entry in entries {
                out.push(at(entry.span));
                places(&entry.value, text, out);
            }
        }
        TreeValue::List(items) => items.iter().for_each(|item| places(item, text, out)),
        _ => out.push(at(tree.span)),
    }
}

#[test]
fn keys_and_values_have_their_places() {
    let of = |format: Format, text: &'static str| {
        let mut out = Vec::new();
        places(&parse(format, text, 0).unwrap(), text, &mut out);
        out
    };
    assert_eq!(of(Format::Toml, "\"ü\" = 1\n[b.c]\nd = [2, \"ä\"]"), ["\"ü\"", "1", "b", "c", "d", "2", "\"ä\""]);
    assert_eq!(
        of(Format::Json, "{\"ü\": 1, \"b\": {\"c\": [2, \"\\u00e4\"]}}"),
        ["\"ü\"", "1", "\"b\"", "\"c\"", "2", "\"\\u00e4\""]
    );
    assert_eq!(
        of(Format::Yaml, "ü: 1\r\nb:\r\n  c: [2, 'ä']\r\n  d:\r\n    - x: .5 # 😀\r\n      y: z"),
        ["ü", "1", "b", "c", "2", "'ä'", "d", "x", ".5", "y", "z"]
    );
    // A table in a block is at its key, where something is missing in it; one in braces at its braces.
    let text = "a:\n  b: 1\nc: {d: 2}\ne:\n  - f\n\n# end\n";
    let tree = parse(Format::Yaml, text, 0).unwrap();
    let at = |key: &str| {
        let span = tree.get(key).unwrap().span;
        &text[span.start as usize..span.end as usize]
    };
    assert_eq!([at("a"), at("c"), at("e")], ["a", "{d: 2}", "- f\n\n# end"]);
}

// ---- TOML ----

#[test]
fn malformed_toml() {
    let mut wrong = Vec::new();
    let deep = |n: usize| format!("x = 1\na = {}{}", "[".repeat(n), "]".repeat(n));
    assert!(parse(Format::Toml, &deep(63), 0).is_ok());
    let too_deep = "more than 64 tables and lists lie in one another here; make it flatter";
    let dotted = format!("{} = 1", vec!["a"; 66].join("."));
    for (text, expected) in [
        (
            "a = \nb = 1\n c",
            vec![
                "1:5: not TOML: string values must be quoted, expected literal string".to_owned(),
                "3:3: not TOML: key with no value, expected `=`".to_owned(),
            ],
        ),
        ("a = 1\na = 2", vec!["2:1: not TOML: duplicate key".to_owned()]),
        ("a = [1, 2", vec!["1:10: not TOML: unclosed array, expected `]`".to_owned()]),
        (&deep(64), vec![format!("2:68: {too_deep}")]),
        (&deep(100_000), vec![format!("2:85: {too_deep}")]),
        (&dotted, vec![format!("1:127: {too_deep}")]),
    ] {
        let found = errors(Format::Toml, text);
        if found != expected {
            wrong.push(format!("{text:.60}\n{found:?}\n{expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

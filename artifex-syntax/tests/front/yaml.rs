//! YAML alone.

use super::{bare, errors};
use artifex::config::toml_text::write;
use artifex_syntax::doc::Num;
use artifex_syntax::front::{Format, parse};
use artifex_syntax::place::place;
use artifex_syntax::tree::TreeValue;

fn yaml_value(text: &str) -> TreeValue {
    let tree = parse(Format::Yaml, &format!("a: {text}"), 0).unwrap_or_else(|errors| panic!("{text}: {errors:?}"));
    tree.get("a").unwrap().value.clone()
}

#[test]
fn yaml_scalars_are_those_of_the_core_schema() {
    for (text, value, written) in [
        ("12", Num::Int(12), "12"),
        ("-0", Num::Int(0), "-0"),
        ("+7", Num::Int(7), "+7"),
        ("010", Num::Int(10), "10"),
        ("0x1F", Num::Int(31), "0x1F"),
        ("0o17", Num::Int(15), "0o17"),
        ("170141183460469231731687303715884105727", Num::Int(i128::MAX), "170141183460469231731687303715884105727"),
        (
            "0xffffffffffffffffffffffffffffffffff",
            Num::Float(8.711_228_593_176_025e40),
            "0xffffffffffffffffffffffffffffffffff",
        ),
        ("1e-4", Num::Float(1e-4), "1e-4"),
        ("1.0e-4", Num::Float(1e-4), "1.0e-4"),
        ("1E+5", Num::Float(1e5), "1E+5"),
        (".5", Num::Float(0.5), "0.5"),
        ("-.5e1", Num::Float(-5.0), "-0.5e1"),
        ("1.", Num::Float(1.0), "1.0"),
        ("007.5", Num::Float(7.5), "7.5"),
        (".inf", Num::Float(f64::INFINITY), "inf"),
        ("-.INF", Num::Float(f64::NEG_INFINITY), "-inf"),
    ] {
        assert_eq!(yaml_value(text), TreeValue::Num(value, written.to_owned()), "{text}");
    }
    assert!(matches!(yaml_value(".nan"), TreeValue::Num(Num::Float(x), text) if x.is_nan() && text == "nan"));
    for text in [
        "yes",
        "no",
        "on",
        "off",
        "y",
        "1_000",
        "1e",
        "e5",
        ".",
        "-",
        "+",
        "1.2.3",
        "0x",
        "0xG",
        "-0x1",
        "0b1",
        "1:30",
        "-.nan",
        "inf",
        "2001-01-01",
        "nULL",
        "tRUE",
    ] {
        // "-" alone would be a list.
        let quoted = if text == "-" { "'-'" } else { text };
        assert_eq!(yaml_value(quoted), TreeValue::Str(text.to_owned()), "{text}");
    }
    for text in ["'1'", "\"true\"", "'null'", "|-\n  1", ">-\n  1"] {
        assert!(matches!(yaml_value(text), TreeValue::Str(_)), "{text}");
    }
    for text in ["", "~", "null", "Null", "NULL"] {
        assert_eq!(yaml_value(text), TreeValue::Null, "{text}");
    }
    assert_eq!([yaml_value("True"), yaml_value("FALSE")], [TreeValue::Bool(true), TreeValue::Bool(false)]);
    // What TOML has for a number is a number that TOML reads.
    let numbers = "a: 010\nb: .5\nc: 1.\nd: 0o17\ne: -.inf\nf: 0x1F\ng: +1E+5";
    let tree = parse(Format::Yaml, numbers, 0).unwrap();
    assert_eq!(bare(&parse(Format::Toml, &write(&tree, &|_| None), 0).unwrap()), bare(&tree));
}

#[test]
fn yaml_anchors_and_merges() {
    let read = |text: &str| bare(&parse(Format::Yaml, text, 0).unwrap_or_else(|errors| panic!("{text}: {errors:?}")));
    let toml = |text: &str| bare(&parse(Format::Toml, text, 0).unwrap());
    assert_eq!(read(""), toml(""));
    assert_eq!(read("# nothing\n---\n# more\n"), toml(""));
    assert_eq!(read("%YAML 1.2\n---\na: 1\n...\n"), toml("a = 1"));
    assert_eq!(read("a: &x [1, {b: 2}]\nc: *x"), toml("a = [1, {b = 2}]\nc = [1, {b = 2}]"));
    // The nearest anchor of a name counts.
    assert_eq!(read("a: &x 1\nb: *x\nc: &x 2\nd: *x"), toml("a = 1\nb = 1\nc = 2\nd = 2"));
    assert_eq!(read("&k a: 1\nb: {*k : 2}"), toml("a = 1\nb = {a = 2}"));
    // The table's own keys win wherever `<<` stands; of several tables the first does; nothing is merged deeply.
    let base = "base: &b {x: 1, y: {p: 1}}\nother: &o {x: 5, z: 6}\n";
    let toml_base = "base = {x = 1, y = {p = 1}}\nother = {x = 5, z = 6}\n";
    for (yaml, expected) in [
        ("t:\n  <<: *b\n  x: 2", "t = {x = 2, y = {p = 1}}"),
        ("t:\n  x: 2\n  y: {q: 3}\n  <<: *b", "t = {x = 2, y = {q = 3}}"),
        ("t: {<<: [*o, *b]}", "t = {x = 5, z = 6, y = {p = 1}}"),
        ("t: {<<: [*b, *o], z: 7}", "t = {x = 1, y = {p = 1}, z = 7}"),
        ("t: {<<: {v: 1}}", "t = {v = 1}"),
        ("t: {'<<': 1}", "t = {'<<' = 1}"),
    ] {
        assert_eq!(read(&format!("{base}{yaml}")), toml(&format!("{toml_base}{expected}")), "{yaml}");
    }
    // An alias stands where it is written, the values in it where they are written.
    let text = "a: &x\n  k: 1\nb: *x\n";
    let tree = parse(Format::Yaml, text, 0).unwrap();
    let alias = tree.get("b").unwrap();
    assert_eq!(place(alias.span, text).line, 3);
    assert_eq!(place(alias.get("k").unwrap().span, text).line, 2);
    // Keys are names, whatever they look like.
    assert_eq!(read("1: a\ntrue: b\n'': c"), toml("1 = 'a'\ntrue = 'b'\n'' = 'c'"));
}

#[test]
fn malformed_yaml() {
    let mut wrong = Vec::new();
    let bomb =
        (1..30).fold("a0: &a0 [x, x]\n".to_owned(), |text, k| format!("{text}a{k}: &a{k} [*a{0}, *a{0}]\n", k - 1));
    let wide = format!(
        "a: &a {}\n{}",
        "x".repeat(100_000),
        (0..60).fold(String::new(), |text, k| format!("{text}b{k}: *a\n"))
    );
    let deep_flow = format!("a: {}", "[".repeat(100_000));
    let closed_flow = format!("a: {}{}", "[".repeat(64), "]".repeat(64));
    let deep_block = format!("a:\n {}", "- ".repeat(10_000));
    let deep_alias =
        (1..40).fold("a0: &a0 [[x]]\n".to_owned(), |text, k| format!("{text}a{k}: &a{k} [[*a{}]]\n", k - 1));
    let too_deep = "more than 64 tables and lists lie in one another here; make it flatter";
    for (text, expected) in [
        ("- 1\n- 2", vec!["1:1: a config is a table of keys and values, this is a list".to_owned()]),
        ("word", vec!["1:1: a config is a table of keys and values, this is a string".to_owned()]),
        ("ü: 1\na: [1, 2\nb: 3", vec!["3:2: not YAML: illegal placement of ':' indicator".to_owned()]),
        ("a: 'x\n", vec!["1:4: not YAML: while scanning a quoted scalar, found unexpected end of stream".to_owned()]),
        ("a: 1\n  b: 2\n", vec!["2:4: not YAML: mapping values are not allowed in this context".to_owned()]),
        ("a: @x", vec!["1:4: not YAML: unexpected character: `@'".to_owned()]),
        ("a: *x", vec!["1:4: not YAML: while parsing node, found unknown anchor".to_owned()]),
        ("a: 1\n---\nb: 2", vec!["2:1: not a config: a second YAML document starts here; a file holds one".to_owned()]),
        (
            "a: 1\nb: {c: 1, 'c': 2}\na: 3",
            vec![
                "2:11: not YAML: the key `c` stands twice in this table, first on line 2".to_owned(),
                "3:1: not YAML: the key `a` stands twice in this table, first on line 1".to_owned(),
            ],
        ),
        (
            "a: !!int 3\nb: !x [1]\na: 2",
            vec![
                "1:4: the tag `!!int` is not supported; leave it out, the config's type says what this is".to_owned(),
                "2:4: the tag `!x` is not supported; leave it out, the config's type says what this is".to_owned(),
                "3:1: not YAML: the key `a` stands twice in this table, first on line 1".to_owned(),
            ],
        ),
        (
            "? [a]\n: 1\n~: 2",
            vec!["1:3: a key is a name, this is a list".to_owned(), "3:1: a key is a name, this is nothing".to_owned()],
        ),
        ("a: &x [*x]", vec!["1:8: this alias stands inside of what it is an alias of".to_owned()]),
        (
            "a: {<<: 1}",
            vec!["1:9: `<<` merges tables: expected a table, an alias of one, or a list of these".to_owned()],
        ),
        (
            "a: {<<: [{b: 1}, 2]}",
            vec!["1:18: `<<` merges tables: expected a table, an alias of one, or a list of these".to_owned()],
        ),
        (
            "a:\n  <<: {b: 1}\n  <<: {c: 1}",
            vec!["3:3: not YAML: the key `<<` stands twice in this table, first on line 2".to_owned()],
        ),
        (&deep_flow, vec![format!("1:259: {too_deep}")]),
        (&closed_flow, vec![format!("1:67: {too_deep}")]),
        (&deep_block, vec![format!("2:128: {too_deep}")]),
        (&deep_alias, vec![format!("32:13: {too_deep}")]),
    ] {
        let found = errors(Format::Yaml, text);
        if found != expected {
            wrong.push(format!("{text:.60}\n{found:?}\n{expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    for text in [bomb, wide] {
        let found = errors(Format::Yaml, &text);
        assert_eq!(found.len(), 1);
        assert!(
            found[0].ends_with("the anchors and aliases up to here copy more than 4 MiB; write what is meant"),
            "{found:?}"
        );
    }
}

//! JSON alone.

use super::{Rng, errors};
use artifex_syntax::doc::Num;
use artifex_syntax::front::{Format, parse};
use artifex_syntax::tree::TreeValue;

#[test]
fn json_values() {
    let text = r#"{"$schema": "x.json", "big": 170141183460469231731687303715884105727, "over": 1e400,
        "more": 999999999999999999999999999999999999999999, "n": null, "neg": -0, "f": 1.50, "t": {"$schema": 1}}"#;
    let tree = parse(Format::Json, text, 0).unwrap();
    let number = |key: &str| match &tree.get(key).unwrap().value {
        TreeValue::Num(value, text) => (*value, text.clone()),
        other => panic!("{other:?}"),
    };
    assert_eq!(number("big").0, Num::Int(i128::MAX));
    assert_eq!(number("over").0, Num::Float(f64::INFINITY));
    assert_eq!(number("more").0, Num::Float(1e42));
    assert_eq!(number("neg").0, Num::Int(0));
    assert_eq!(number("f"), (Num::Float(1.5), "1.50".to_owned()));
    assert_eq!(tree.get("n").unwrap().value, TreeValue::Null);
    // For editors, and at the root alone.
    assert!(tree.get("$schema").is_none() && tree.get("t").unwrap().get("$schema").is_some());
}

#[test]
fn malformed_json() {
    let mut wrong = Vec::new();
    let deep = format!("{{\"a\": {}", "[".repeat(100_000));
    for (text, expected) in [
        ("", vec!["1:1: not JSON: there is no value, expected `{`"]),
        ("[1]", vec!["1:1: a config is a table of keys and values, this is a list"]),
        ("null", vec!["1:1: a config is a table of keys and values, this is nothing"]),
        ("{\n  \"a\": 1", vec!["1:1: not JSON: unterminated object"]),
        ("{\"a\": [1, 2}", vec!["1:12: not JSON: unexpected close brace"]),
        ("{\"a\": 1,}", vec!["1:8: not JSON: trailing commas are not allowed"]),
        ("{\"a\": 1\n \"b\": 2}", vec!["1:8: not JSON: expected comma"]),
        ("{\"a\" 1}", vec!["1:6: not JSON: expected colon after the string or word in object property"]),
        ("{a: 1}", vec!["1:2: not JSON: expected string for object property"]),
        ("{\"a\": tru}", vec!["1:7: not JSON: unexpected token"]),
        ("{\"a\": 'x'}", vec!["1:7: not JSON: single-quoted strings are not allowed"]),
        ("{\"a\": 0x1F}", vec!["1:7: not JSON: hexadecimal numbers are not allowed"]),
        ("{\"a\": +1}", vec!["1:7: not JSON: unary plus on numbers is not allowed"]),
        ("{\"a\": .5}", vec!["1:7: not JSON: leading or trailing decimal points on numbers are not allowed"]),
        ("{\"a\": 01}", vec!["1:8: not JSON: expected comma"]),
        ("{\"a\": NaN}", vec!["1:7: not JSON: unexpected token"]),
        ("{\"a\": 1} // x", vec!["1:10: not JSON: comments are not allowed"]),
        ("{} {}", vec!["1:4: not JSON: text cannot contain more than one JSON value"]),
        ("{\"ü\": \"x}", vec!["1:7: not JSON: unterminated string literal"]),
        ("{\"a\": \"\\q\"}", vec!["1:8: not JSON: invalid escape"]),
        ("{\"a\": \"x\ty\"}", vec!["1:9: not JSON: a control character in a string; write it as `\\u0009`"]),
        ("{\"a\":\u{a0}1}", vec!["1:6: not JSON: the character U+00A0 may stand in strings only; put a space there"]),
        (
            "{\"a\": 1,\n \"b\": {\"c\": 1, \"c\": 2},\n \"a\": 3}",
            vec![
                "2:16: not JSON: the key `c` stands twice in this table, first on line 2",
                "3:2: not JSON: the key `a` stands twice in this table, first on line 1",
            ],
        ),
        (&deep, vec!["1:70: more than 64 tables and lists lie in one another here; make it flatter"]),
    ] {
        let found = errors(Format::Json, text);
        if found != expected {
            wrong.push(format!("{text:.60}\n{found:?}\n{expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// Another parser of the same format has the last word on what is valid.
#[test]
fn json_is_exactly_json() {
    const TOKENS: [&str; 24] = [
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"a\"",
        "\"b\"",
        "1",
        "-2",
        "0",
        "3.5",
        "1e5",
        "true",
        "null",
        " ",
        "\n",
        "\t",
        "\u{c}",
        "\"\\ud800\"",
        "\"\\ud83d\\ude00\"",
        "\"\u{7f}\"",
        "x",
        "/**/",
    ];
    let mut rng = Rng(77);
    let (mut valid, mut invalid) = (0, 0);
    for _ in 0..60_000 {
        let mut text = String::from("{\"k\":");
        for _ in 0..rng.below(8) {
            text.push_str(rng.pick(&TOKENS));
        }
        text.push('}');
        let other = serde_json::from_str::<serde_json::Value>(&text);
        // It has no infinity for numbers that are too large; here that is a matter of the field.
        if other.as_ref().is_err_and(|error| error.to_string().starts_with("number out of range")) {
            continue;
        }
        let expected = other.is_ok();
        let found = match parse(Format::Json, &text, 0) {
            Ok(_) => true,
            // The other parser lets a key stand twice.
            Err(errors) => errors.iter().all(|error| error.message.contains("stands twice")),
        };
        assert_eq!(found, expected, "{text}");
        *(if expected { &mut valid } else { &mut invalid }) += 1;
    }
    assert!(valid > 1_000 && invalid > 1_000, "{valid} {invalid}");
}

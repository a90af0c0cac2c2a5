//! Texts that nobody would write, and very large ones.

use super::{ALL, Rng, inside};
use artifex_syntax::doc::Source;
use artifex_syntax::front::{Format, parse};
use artifex_syntax::place::place;

/// Parses a text in every way a user could ask for, and looks at every place.
fn survive(format: Format, text: &str) -> bool {
    let source = Source { name: "x", text };
    match parse(format, text, 0) {
        Ok(tree) => {
            inside(&tree, source.text);
            true
        }
        Err(errors) => {
            assert!(!errors.is_empty());
            for error in errors.iter().take(8) {
                assert!(!error.message.is_empty() && error.span.start <= error.span.end);
                let _ = place(error.span, source.text);
            }
            false
        }
    }
}

#[test]
fn noise_never_panics() {
    const TOKENS: [&str; 40] = [
        "a",
        "b",
        "key",
        "1",
        "-1.5",
        "true",
        "null",
        "~",
        "\"s\"",
        "'t'",
        "\"",
        "'",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        ": ",
        "=",
        " = ",
        "\n",
        "\n  ",
        "\n    ",
        "- ",
        "? ",
        "&x ",
        "*x ",
        "<<: ",
        "!t ",
        "|\n",
        ">-\n",
        "#c\n",
        "---\n",
        "...\n",
        "%YAML 1.2\n",
        "[[t]]\n",
        "[t.u]\n",
        "ü😀",
        "\t",
    ];
    for format in ALL {
        let mut rng = Rng(0xA11CE + format.name().len() as u64);
        let mut total = 0;
        let mut valid = 0;
        while total < 2 << 20 {
            let longest = rng.pick(&[4, 16, 64, 256, 4096]);
            let bytes: Vec<u8> = (0..rng.below(longest)).map(|_| rng.next().to_le_bytes()[3]).collect();
            // Files that are not UTF-8 are refused before.
            let text = String::from_utf8_lossy(&bytes);
            valid += usize::from(survive(format, &text));
            total += text.len();
        }
        while total < 4 << 20 {
            // Half of it at the place of a value, else hardly anything is JSON.
            let wrapped = rng.below(2) == 0;
            let mut text = String::from(if wrapped { "{\"k\":" } else { "" });
            let longest = rng.pick(&[4, 8, 16, 64, 512]);
            for _ in 0..rng.below(longest) {
                text.push_str(rng.pick(&TOKENS));
            }
            if wrapped {
                text.push('}');
            }
            valid += usize::from(survive(format, &text));
            total += text.len() + 1;
        }
        assert!(valid > 50, "{}: {valid}", format.name());
    }
}

#[test]
fn large_texts_take_no_more_than_their_size() {
    // All near the largest size of a file; anything quadratic in it would take minutes.
    let lines = |line: &dyn Fn(usize) -> String| (0..150_000).fold(String::new(), |text, k| text + &line(k));
    let table = |text: String| format!("{{{text}\"end\": 0}}");
    for (format, text, valid) in [
        (Format::Toml, lines(&|k| format!("k{k} = {k}\n")), true),
        (Format::Json, table(lines(&|k| format!("\"k{k}\": {k},\n"))), true),
        (Format::Yaml, lines(&|k| format!("k{k}: ü{k}\n")), true),
        (Format::Yaml, table(lines(&|k| format!("k{k}: [{k}],\n"))), true),
        (Format::Toml, lines(&|_| "k = 1\n".to_owned()), false),
        (Format::Json, table(lines(&|_| "\"k\": 1,\n".to_owned())), false),
        (Format::Yaml, lines(&|_| "k: ü\n".to_owned()), false),
        (Format::Yaml, lines(&|k| format!("k{k}: !t &a{k} x\n")), false),
        (Format::Yaml, "&a ".repeat(1 << 20), false),
        (Format::Yaml, "? ".repeat(1 << 20), false),
        (Format::Yaml, format!("a: {}", "'\n".repeat(1 << 20)), false),
        (Format::Json, format!("{{\"a\": \"{}", "\\u00e4".repeat(1 << 19)), false),
    ] {
        assert_eq!(survive(format, &text), valid, "{text:.40}");
    }
}

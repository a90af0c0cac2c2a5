//! Patterns mean the same to the walker, to Rust's `regex` and to a JSON Schema validator.
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "the numbers of generated documents are small or meant to be at the limits"
)]

#[allow(dead_code, reason = "each test uses a part")]
mod documents;

use artifex::config::ModelConfig;
use artifex::config::pattern::{Fit, Pattern};
use documents::{Shape, document};
use regex::Regex;
use serde_json::{Value as Json, json};

/// Strings for each pattern.
const CASES: usize = 10_000;

/// What `\s` and `.` are to `regex`, which has other sets in mind.
const SPACE: &str = r"\t-\r \u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}\u{feff}";
const LINE_END: &str = r"\n\r\u{2028}\u{2029}";

macro_rules! patterns {
    ($($name:ident = $text:literal as $rust:expr;)*) => {
        #[derive(ModelConfig)]
        #[allow(dead_code, reason = "only the schema is read")]
        struct Patterns {
            $(#[config(pattern = $text)] $name: String,)*
        }

        /// Each with the same in the words of `regex`.
        fn patterns() -> Vec<(&'static Pattern, Regex)> {
            let texts = [$(($text, String::from($rust))),*];
            let of = |(field, (text, rust)): (&artifex::config::schema::Field, (&str, String))| {
                let pattern = field.constraint.pattern.unwrap();
                assert_eq!(pattern.text, text);
                (pattern, Regex::new(&rust).unwrap())
            };
            Patterns::SCHEMA.fields.iter().zip(texts).map(of).collect()
        }
    };
}

patterns! {
    p01 = "^[a-z_]+$" as "^[a-z_]+$";
    p02 = "a" as "a";
    p03 = "ab|ba" as "ab|ba";
    p04 = "^a" as "^a";
    p05 = "b$" as "b$";
    p06 = "^(a|ab)(c|bcd)(d*)$" as "^(a|ab)(c|bcd)(d*)$";
    p07 = "^(?:a*)*b+?$" as "^(?:a*)*b+?$";
    p08 = "^a{2,3}?b{0}c{1,}$" as "^a{2,3}?b{0}c{1,}$";
    p09 = "(a|b|)c{2}" as "(a|b|)c{2}";
    p10 = r"^\d+$" as "^[0-9]+$";
    p11 = r"^\D+$" as "^[^0-9]+$";
    p12 = r"^\w+$" as "^[A-Za-z0-9_]+$";
    p13 = r"\W" as "[^A-Za-z0-9_]";
    p14 = r"^\s+$" as format!("^[{SPACE}]+$");
    p15 = r"^\S*$" as format!("^[^{SPACE}]*$");
    p16 = r"^\S\s\S" as format!("^[^{SPACE}][{SPACE}][^{SPACE}]");
    p17 = "^.$" as format!("^[^{LINE_END}]$");
    p18 = "^a.*b$" as format!("^a[^{LINE_END}]*b$");
    p19 = "^[.]$" as r"^\.$";
    p20 = "^[^ab]$" as "^[^ab]$";
    p21 = r"[^\w\s.-]" as format!(r"[^A-Za-z0-9_{SPACE}.\-]");
    p22 = r"^[\d-]+$" as r"^[0-9\-]+$";
    p23 = r"^[\D-]{3}$" as "^[^0-9]{3}$";
    p24 = r"^[\S\n]{2}$" as format!(r"^(?:[^{SPACE}]|\n){{2}}$");
    p25 = r"^[^\S ]$" as r"^[\t-\r\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}\u{feff}]$";
    p26 = r"^[\W\d]$" as "^[^A-Za-z_]$";
    p27 = "^é+$" as "^é+$";
    p28 = "[à-ÿ]𝄞" as "[à-ÿ]𝄞";
    p29 = r"^[\u00e0-\u00ff\u{1d11e}\x41]{2}$" as r"^[à-ÿ𝄞A]{2}$";
    p30 = r"^[\t\n\v\f\r]+$" as r"^[\t-\r]+$";
    p31 = r"^\^\$\\\.\*\+\?\(\)\[\]\{\}\|$" as r"^\^\$\\\.\*\+\?\(\)\[\]\{\}\|$";
    p32 = r"[\[\]\\\-\^]" as r"[\[\]\\\-\^]";
    p33 = "[-a^]{2}" as r"[\-a\^]{2}";
    p34 = "^[&~a(){}|.*+?$]+$" as r"^[&\~a(){}|.*+?$]+$";
    p35 = "^$" as "^$";
    p36 = "^(a|b)$" as "^(a|b)$";
    p37 = "^a_b" as "^a_b";
    p38 = "^a-b$" as "^a-b$";
    p39 = "([ab][^c]){2}$" as "([ab][^c]){2}$";
    p40 = "<a>#'\"&~`!@%,;:=/ " as r#"<a>\#'"&~`!@%,;:=/ "#;
}

/// Reproducible strings: xorshift64*. Half of them of few characters, so that they match now and then.
struct Strings(u64);

impl Strings {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        usize::try_from(self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33).unwrap() % n
    }

    fn character(&mut self) -> char {
        const COMMON: &[char] = &['a', 'b', 'c', 'd', '_', '-', '.', '0', '7', 'A', 'Z', ' ', 'é', '𝄞'];
        const EDGE: &str = "\0\t\n\u{b}\u{c}\r\u{1c}\u{1f} !/09:@AZ[\\]^_`az{|}~\u{7f}\u{85}\u{a0}àÿĀſK٣\u{1680}\u{180e}\
                            \u{1fff}\u{2000}\u{200a}\u{200b}\u{2027}\u{2028}\u{2029}\u{202a}\u{202f}\u{205f}\u{2060}\
                            \u{3000}\u{d7ff}\u{e000}\u{fefe}\u{feff}\u{ff00}\u{ffff}\u{10000}😀\u{10ffff}";
        match self.below(4) {
            0 => EDGE.chars().nth(self.below(EDGE.chars().count())).unwrap(),
            1 => char::from_u32(u32::try_from(self.below(0x11_0000)).unwrap()).unwrap_or('a'),
            _ => COMMON[self.below(COMMON.len())],
        }
    }

    fn string(&mut self) -> String {
        let few: Vec<char> = (0..=self.below(3)).map(|_| self.character()).collect();
        let len = self.below(8);
        if self.below(2) == 0 {
            return (0..len).map(|_| self.character()).collect();
        }
        (0..len).map(|_| few[self.below(few.len())]).collect()
    }
}

/// Random strings, and some that the pattern matches or nearly matches.
fn strings(pattern: &Pattern, seed: u64) -> impl Iterator<Item = String> {
    let mut strings = Strings(seed);
    let shape = Shape::of_json(&json!({ "type": "string", "pattern": pattern.portable }));
    (0..CASES as u64).map(move |k| match document(&shape, k) {
        Json::String(text) if k % 4 < 2 => text,
        _ => strings.string(),
    })
}

#[test]
fn all_engines_agree() {
    for (k, (pattern, regex)) in patterns().into_iter().enumerate() {
        let validate = |pattern: &str| jsonschema::validator_for(&json!({ "pattern": pattern })).unwrap();
        let portable = validate(pattern.portable);
        let mut matches = 0;
        for text in strings(pattern, 1 + k as u64) {
            let expected = regex.is_match(&text);
            matches += usize::from(expected);
            assert_eq!(pattern.fit(&text) == Fit::Match, expected, "the walker: {} on {text:?}", pattern.text);
            assert_eq!(portable.is_valid(&json!(text)), expected, "jsonschema: {} on {text:?}", pattern.portable);
        }
        assert!((CASES / 100..CASES * 99 / 100).contains(&matches), "{}: {matches} strings match", pattern.text);
    }
}

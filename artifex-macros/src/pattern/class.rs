//! Sets of characters, as ECMA-262 has them.

use regex_syntax::hir::{Class, ClassUnicode, ClassUnicodeRange, Hir};

/// What `\d`, `\w` and `\s` stand for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// `\d`
    Digit,
    /// `\w`
    Word,
    /// `\s`: `WhiteSpace` and `LineTerminator`.
    Space,
}

const SPACES: &[(char, char)] = &[
    ('\t', '\r'),
    (' ', ' '),
    ('\u{a0}', '\u{a0}'),
    ('\u{1680}', '\u{1680}'),
    ('\u{2000}', '\u{200a}'),
    ('\u{2028}', '\u{2029}'),
    ('\u{202f}', '\u{202f}'),
    ('\u{205f}', '\u{205f}'),
    ('\u{3000}', '\u{3000}'),
    ('\u{feff}', '\u{feff}'),
];

/// `\s` written out, to stand in brackets.
pub const SPACES_TEXT: &str = r"\t-\r\x20\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff";
/// `\S` written out, to stand in brackets.
pub const NO_SPACES_TEXT: &str = concat!(
    r"\x00-\x08\x0e-\x1f\x21-\x9f\xa1-\u167f\u1681-\u1fff\u200b-\u2027\u202a-\u202e\u2030-\u205e\u2060-\u2fff",
    r"\u3001-\ufefe\uff00-\u{10ffff}",
);
/// `.` written out.
pub const DOT_TEXT: &str = r"[^\n\r\u2028\u2029]";

/// The set of some ranges.
pub fn set(ranges: &[(char, char)]) -> ClassUnicode {
    ClassUnicode::new(ranges.iter().map(|(first, last)| ClassUnicodeRange::new(*first, *last)))
}

/// What `.` stands for: all but the ends of lines.
pub fn dot() -> ClassUnicode {
    let mut dot = set(&[('\n', '\n'), ('\r', '\r'), ('\u{2028}', '\u{2029}')]);
    dot.negate();
    dot
}

/// The expression of a set.
pub fn hir(set: ClassUnicode) -> Hir {
    Hir::class(Class::Unicode(set))
}

impl Named {
    /// The set.
    pub fn set(self, negated: bool) -> ClassUnicode {
        let mut set = match self {
            Self::Digit => set(&[('0', '9')]),
            Self::Word => set(&[('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')]),
            Self::Space => set(SPACES),
        };
        if negated {
            set.negate();
        }
        set
    }
}

//! The spanned document: what a front end or a macro read, untyped, with the place of every key and value.
//!
//! A [`Doc`] only borrows. Macros emit one as a constant; the loader freezes a parsed [`Tree`](crate::tree::Tree) into one. Both
//! are walked by the same `check` of the library.

/// A range of bytes in one of the document's sources. In an inline `config!` it is the number of a token, twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// Index into [`Doc::sources`].
    pub source: u32,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The bytes `start..end` of source 0.
    #[must_use]
    pub const fn new(start: u32, end: u32) -> Self {
        Self { source: 0, start, end }
    }

    /// Whether `other` lies in this range.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.source == other.source && self.start <= other.start && other.end <= self.end
    }
}

/// A text that values come from: a file, the command line, the environment, a Rust value.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// What to call it in messages: a path as the user wrote it, or `command line`.
    pub name: &'a str,
    /// Its text.
    pub text: &'a str,
}

/// A number with the text the user wrote, so that messages need no number formatting.
#[derive(Clone, Copy, Debug)]
pub struct Number<'a> {
    /// The value.
    pub value: Num,
    /// The value as written.
    pub text: &'a str,
}

/// The value of a number. Integers stay integers: `f64` is exact only up to 2^53.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Num {
    /// Any integer of TOML, JSON or YAML.
    Int(i128),
    /// Any float, with `nan` and the infinities.
    Float(f64),
}

impl Num {
    /// The nearest `f64`.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "the nearest float is what is asked for")]
    pub const fn as_f64(self) -> f64 {
        match self {
            Self::Int(n) => n as f64,
            Self::Float(x) => x,
        }
    }

    /// The integer, if the number is one; `3.0` and `1e3` are.
    #[must_use]
    pub const fn as_int(self) -> Option<i128> {
        match self {
            Self::Int(n) => Some(n),
            // 2^126: every float below it is exactly representable as an i128.
            #[expect(
                clippy::cast_possible_truncation,
                clippy::float_cmp,
                reason = "an exact whole number is asked for"
            )]
            Self::Float(x) if x.abs() < 8.507_059_173_023_462e37 && x.trunc() == x => Some(x as i128),
            Self::Float(_) => None,
        }
    }

    /// Exact order of two numbers; `None` if either is `nan`.
    #[must_use]
    pub const fn compare(self, other: Self) -> Option<i8> {
        macro_rules! order {
            ($a:expr, $b:expr) => {
                if $a < $b {
                    Some(-1)
                } else if $a > $b {
                    Some(1)
                } else {
                    Some(0)
                }
            };
        }
        // Most numbers and their bounds are of one kind, which takes the compiler the fewest calls.
        match (self, other) {
            (Self::Int(a), Self::Int(b)) => return order!(a, b),
            (Self::Float(a), Self::Float(b)) if !a.is_nan() && !b.is_nan() => return order!(a, b),
            _ => {}
        }
        if let (Some(a), Some(b)) = (self.as_int(), other.as_int()) {
            return order!(a, b);
        }
        let (a, b) = (self.as_f64(), other.as_f64());
        if a.is_nan() || b.is_nan() { None } else { order!(a, b) }
    }
}

/// A value and its place.
#[derive(Clone, Copy, Debug)]
pub struct Node<'a> {
    /// Where the value stands. For a table of a TOML file: its header.
    pub span: Span,
    /// The value.
    pub data: Data<'a>,
}

/// An untyped value.
#[derive(Clone, Copy, Debug)]
pub enum Data<'a> {
    /// No value: an absent optional field, JSON's `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// An integer or a float.
    Num(Number<'a>),
    /// A string.
    Str(&'a str),
    /// A list.
    List(&'a [Node<'a>]),
    /// A table; the entries stand in the order of the file.
    Table(&'a [Entry<'a>]),
    /// Something no config field can hold, with its name: a TOML date.
    Other(&'static str),
}

impl Data<'_> {
    /// What kind of value this is, with its article, for messages.
    #[must_use]
    pub const fn noun(&self) -> &'static str {
        match self {
            Self::Null => "nothing",
            Self::Bool(_) => "a boolean",
            Self::Num(Number { value: Num::Int(_), .. }) => "an integer",
            Self::Num(Number { value: Num::Float(_), .. }) => "a float",
            Self::Str(_) => "a string",
            Self::List(_) => "a list",
            Self::Table(_) => "a table",
            Self::Other(noun) => noun,
        }
    }
}

/// One `key = value` of a table.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// The key.
    pub key: &'a str,
    /// FNV-1a hash of the key.
    pub hash: u32,
    /// Where the key stands.
    pub span: Span,
    /// The value.
    pub value: Node<'a>,
}

impl<'a> Entry<'a> {
    /// An entry; computes the hash.
    #[must_use]
    pub const fn new(key: &'a str, span: Span, value: Node<'a>) -> Self {
        Self { key, hash: super::text::hash(key), span, value }
    }
}

impl<'a> Node<'a> {
    /// A value and its place.
    #[must_use]
    pub const fn new(span: Span, data: Data<'a>) -> Self {
        Self { span, data }
    }

    /// The entry of `key`, if this is a table that has it.
    #[must_use]
    pub const fn get(&self, key: &str) -> Option<&'a Entry<'a>> {
        match self.get_at(key, super::text::hash(key)) {
            Some((_, entry)) => Some(entry),
            None => None,
        }
    }

    /// The entry of `key`, whose hash is known, and its number in the table.
    #[must_use]
    pub const fn get_at(&self, key: &str, hash: u32) -> Option<(usize, &'a Entry<'a>)> {
        let Data::Table(entries) = self.data else { return None };
        let count = entries.len();
        let mut i = 0;
        while i < count {
            if entries[i].hash == hash && super::text::same(entries[i].key, key) {
                return Some((i, &entries[i]));
            }
            i += 1;
        }
        None
    }
}

/// A whole document: its sources and its root table.
#[derive(Clone, Copy, Debug)]
pub struct Doc<'a> {
    /// The texts that the spans point into, in the order that errors are shown in.
    pub sources: &'a [Source<'a>],
    /// The root, normally a table.
    pub root: Node<'a>,
}

/// What `check_file!` and `include_config!` write a document with: each value takes few words, for the time that rustc takes goes
/// by them. Not part of the public interface.
#[doc(hidden)]
pub mod written {
    use super::{Data, Entry, Node, Num, Number, Span};

    /// An entry of a table. The hash is that of the key.
    #[must_use]
    pub const fn entry<'a>(source: u32, start: u32, end: u32, key: &'a str, hash: u32, value: Node<'a>) -> Entry<'a> {
        Entry { key, hash, span: Span { source, start, end }, value }
    }

    macro_rules! values {
        ($($name:ident($($value:ident: $ty:ty),*) $data:expr;)+) => {$(
            /// A value and its place.
            #[must_use]
            pub const fn $name<'a>(source: u32, start: u32, end: u32 $(, $value: $ty)*) -> Node<'a> {
                Node { span: Span { source, start, end }, data: $data }
            }
        )+};
    }
    values! {
        null() Data::Null;
        boolean(value: bool) Data::Bool(value);
        int(n: i128, text: &'a str) Data::Num(Number { value: Num::Int(n), text });
        float(x: f64, text: &'a str) Data::Num(Number { value: Num::Float(x), text });
        string(text: &'a str) Data::Str(text);
        list(items: &'a [Node<'a>]) Data::List(items);
        table(entries: &'a [Entry<'a>]) Data::Table(entries);
        other(noun: &'static str) Data::Other(noun);
    }
}

#[cfg(test)]
mod tests {
    use super::Num::{Float, Int};

    #[test]
    fn numbers_compare_exactly_beyond_two_to_the_53() {
        let big = (1_i128 << 53) + 1;
        assert_eq!(Int(big).compare(Float(9_007_199_254_740_992.0)), Some(1));
        assert_eq!(Int(1).compare(Float(1.5)), Some(-1));
        assert_eq!(Float(f64::NAN).compare(Int(1)), None);
        assert_eq!(Float(f64::INFINITY).compare(Int(i128::MAX)), Some(1));
        assert_eq!(Int(3).compare(Float(3.0)), Some(0));
        assert_eq!(Float(-0.0).compare(Float(0.0)), Some(0));
        assert_eq!(Float(f64::NAN).compare(Float(1.0)), None);
    }

    #[test]
    fn whole_floats_are_integers() {
        assert_eq!(Float(1e3).as_int(), Some(1000));
        assert_eq!(Float(2.5).as_int(), None);
        assert_eq!(Float(1e300).as_int(), None);
        assert_eq!(Float(f64::NAN).as_int(), None);
    }
}

//! What a config type is, as constant data. `#[derive(ModelConfig)]` writes it; everything else is a function that walks it.

use super::cost::CostFn;
use super::doc::{Data, Entry, Node, Number};
use super::pattern::Pattern;
use super::rule::Rule;
use super::version::Version;

/// A config type: its fields in declaration order and the rules that relate them.
#[derive(Clone, Copy, Debug)]
pub struct Schema {
    /// Name of the Rust type.
    pub name: &'static str,
    /// The value of `type = ".."` that selects this config in a union.
    pub tag: Option<&'static str>,
    /// The doc comment.
    pub doc: &'static str,
    /// The version that files may say they have, and the way to it.
    pub version: Option<Version>,
    /// The fields, in declaration order.
    pub fields: &'static [Field],
    /// The rules, in declaration order.
    pub rules: &'static [Rule],
    /// What it costs; `None` if it does not say.
    pub cost: Option<CostFn>,
}

/// A field of a config.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// The key in a file.
    pub name: &'static str,
    /// FNV-1a hash of the key.
    pub hash: u32,
    /// The doc comment.
    pub doc: &'static str,
    /// What the field holds.
    pub kind: Kind,
    /// What happens when it is absent.
    pub presence: Presence,
    /// What values it may have.
    pub constraint: Constraint,
    /// What else is known of it.
    pub notes: Notes,
}

/// What is known of a field beside its values.
#[derive(Clone, Copy, Debug)]
pub struct Notes {
    /// The unit of its numbers.
    pub unit: Option<&'static str>,
    /// A value to show; it was checked against the field's own constraint while the crate was compiled.
    pub example: Option<Node<'static>>,
    /// Its old names, which are accepted with a warning.
    pub renamed_from: &'static [&'static str],
    /// Why it should not be used any more, and what to use.
    pub deprecated: Option<&'static str>,
    /// The first version of the config that has it.
    pub since: Option<u32>,
    /// Whether its value is never shown.
    pub secret: bool,
}

impl Notes {
    /// Nothing.
    pub const NONE: Self =
        Self { unit: None, example: None, renamed_from: &[], deprecated: None, since: None, secret: false };
}

/// What happens when a field is absent.
#[derive(Clone, Copy, Debug)]
pub enum Presence {
    /// An error.
    Required,
    /// `None`.
    Optional,
    /// This value; it was checked against the field's own constraint while the crate was compiled.
    Default(Node<'static>),
}

impl Presence {
    /// The presence of a field without `#[config(default)]`.
    #[must_use]
    pub const fn of(kind: &Kind) -> Self {
        match kind {
            Kind::Option(_) => Self::Optional,
            _ => Self::Required,
        }
    }
}

/// What a field holds.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// `bool`.
    Bool,
    /// A whole number in a range.
    Int {
        /// The Rust type.
        name: &'static str,
        /// Smallest value.
        min: i128,
        /// Largest value.
        max: i128,
    },
    /// A finite floating-point number; `max` is the largest one that a file may have.
    Float {
        /// The Rust type.
        name: &'static str,
        /// Largest number; the finite value of the Rust type nearest to it is its largest.
        max: f64,
    },
    /// A string.
    Str,
    /// A path in the file system.
    Path,
    /// One of a closed set of words.
    Enum(&'static Enum),
    /// A list; the length is fixed for `[T; N]`.
    List {
        /// What the elements are.
        element: &'static Kind,
        /// The length, if it is fixed.
        len: Option<usize>,
    },
    /// A list with a kind for each element.
    Tuple(&'static [Self]),
    /// Values by names that the user chooses.
    Map {
        /// What the values are.
        value: &'static Kind,
    },
    /// A value that may be absent.
    Option(&'static Kind),
    /// A nested config.
    Table(&'static Schema),
    /// One of several configs, chosen by `type = ".."`.
    Union(&'static Union),
    /// Whatever a file can say.
    Any,
}

impl Kind {
    /// What the kind expects, with its article, for messages.
    #[must_use]
    pub const fn noun(&self) -> &'static str {
        match self {
            Self::Bool => "a boolean",
            Self::Int { .. } => "an integer",
            Self::Float { .. } => "a number",
            Self::Str | Self::Enum(_) => "a string",
            Self::Path => "a path (a string)",
            Self::List { .. } | Self::Tuple(_) => "a list",
            Self::Option(inner) => inner.noun(),
            Self::Map { .. } | Self::Table(_) | Self::Union(_) => "a table",
            Self::Any => "any value",
        }
    }
}

/// A unit enum.
#[derive(Clone, Copy, Debug)]
pub struct Enum {
    /// Name of the Rust type.
    pub name: &'static str,
    /// The doc comment.
    pub doc: &'static str,
    /// The words, in declaration order.
    pub words: &'static [Word],
}

/// A value of a unit enum.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// The word in a file.
    pub name: &'static str,
    /// The doc comment of the variant.
    pub doc: &'static str,
    /// Why it should not be used any more, and what to use.
    pub deprecated: Option<&'static str>,
}

/// A tagged union of configs.
#[derive(Clone, Copy, Debug)]
pub struct Union {
    /// Name of the Rust type.
    pub name: &'static str,
    /// The doc comment.
    pub doc: &'static str,
    /// The configs, in declaration order.
    pub variants: &'static [Variant],
    /// Whether types that are registered at run time are accepted too.
    pub open: bool,
}

/// One config of a union.
#[derive(Clone, Copy, Debug)]
pub struct Variant {
    /// The value of `type = ".."`.
    pub tag: &'static str,
    /// The config.
    pub schema: &'static Schema,
    /// Why it should not be used any more, and what to use.
    pub deprecated: Option<&'static str>,
}

impl Variant {
    /// The variant of a config under its own tag; a config without a tag goes by its type's name.
    #[must_use]
    pub const fn of(schema: &'static Schema) -> Self {
        let tag = match schema.tag {
            Some(tag) => tag,
            None => schema.name,
        };
        Self { tag, schema, deprecated: None }
    }
}

/// What values a field may have, beyond its kind.
#[derive(Clone, Copy, Debug)]
pub struct Constraint {
    /// Smallest number.
    pub min: Option<Bound>,
    /// Largest number.
    pub max: Option<Bound>,
    /// What a number is a whole multiple of; above zero.
    pub multiple_of: Option<Number<'static>>,
    /// The only values allowed, if not empty.
    pub one_of: &'static [Data<'static>],
    /// Smallest number of elements, entries or characters.
    pub min_len: Option<usize>,
    /// Largest number of elements, entries or characters.
    pub max_len: Option<usize>,
    /// What a string or a path matches.
    pub pattern: Option<&'static Pattern>,
    /// What holds for each element of a list or each value of a map.
    pub each: Option<&'static Constraint>,
    /// What holds for each key of a map.
    pub keys: Option<&'static Constraint>,
}

impl Constraint {
    /// No constraint.
    pub const NONE: Self = Self {
        min: None,
        max: None,
        multiple_of: None,
        one_of: &[],
        min_len: None,
        max_len: None,
        pattern: None,
        each: None,
        keys: None,
    };
}

/// An end of a range.
#[derive(Clone, Copy, Debug)]
pub struct Bound {
    /// The end, and its text as written in the attribute.
    pub number: Number<'static>,
    /// Whether the end itself is outside the range.
    pub exclusive: bool,
}

impl Field {
    /// What a table has for this field, under its name or an old one: of two files the stronger counts, whose entry is the
    /// later one; in one file the name counts before an old one, and that there are two is an error.
    #[must_use]
    pub const fn entry<'a>(&self, table: &Node<'a>) -> Option<&'a Entry<'a>> {
        let mut found = table.get_at(self.name, self.hash);
        let mut i = 0;
        while i < self.notes.renamed_from.len() {
            let old = self.notes.renamed_from[i];
            let other = table.get_at(old, super::text::hash(old));
            found = match (found, other) {
                (Some((at, entry)), Some((other_at, other)))
                    if other_at < at || other.span.source == entry.span.source =>
                {
                    Some((at, entry))
                }
                (found, None) => found,
                (_, other) => other,
            };
            i += 1;
        }
        match found {
            Some((_, entry)) => Some(entry),
            None => None,
        }
    }
}

impl Schema {
    /// The field called `name`.
    #[must_use]
    pub const fn field(&self, name: &str) -> Option<&'static Field> {
        let hash = super::text::hash(name);
        let mut i = 0;
        while i < self.fields.len() {
            if self.fields[i].hash == hash && super::text::same(self.fields[i].name, name) {
                return Some(&self.fields[i]);
            }
            i += 1;
        }
        None
    }

    /// The number of the field that a key of a file means: by its name, else by an old one.
    #[must_use]
    pub const fn accepts(&self, key: &str) -> Option<usize> {
        let mut k = 0;
        while k < self.fields.len() {
            if super::text::same(self.fields[k].name, key) {
                return Some(k);
            }
            k += 1;
        }
        let mut k = 0;
        while k < self.fields.len() {
            let old = self.fields[k].notes.renamed_from;
            let mut i = 0;
            while i < old.len() {
                if super::text::same(old[i], key) {
                    return Some(k);
                }
                i += 1;
            }
            k += 1;
        }
        None
    }

    /// The first paragraph of the doc comment, on one line.
    #[must_use]
    pub fn summary(&self) -> String {
        let paragraph = self.doc.split("\n\n").next().unwrap_or("");
        paragraph.lines().map(str::trim).collect::<Vec<_>>().join(" ")
    }
}

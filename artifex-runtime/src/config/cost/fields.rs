//! A config as its cost function reads it.

use super::sample;
use crate::config::check::{Message, never_the_word, unknown_field};
use crate::config::doc::{Data, Node, Num, Number, Span};
use crate::config::rule::table_schema;
use crate::config::schema::{Constraint, Field, Kind, Presence, Schema, Variant};
use crate::config::text::same;

/// The fields of a checked config, with defaults filled in, as a cost function reads them: by their names in files.
///
/// A name that the config does not have, or a field that is read as what it is not, is an error of the compiler: the derive
/// calls the cost function with sample values of all fields. So a cost function gives an answer for any values of the fields,
/// also for those that a rule forbids together: it subtracts with `saturating_sub`, say.
#[derive(Clone, Copy, Debug)]
pub struct Fields<'a> {
    schema: &'static Schema,
    origin: Origin<'a>,
}

/// Where the values come from.
#[derive(Clone, Copy, Debug)]
pub(super) enum Origin<'a> {
    /// A value of a document; the whole number at `halved`, if any, is read as half of what it is.
    Document { node: Node<'a>, halved: Option<Span> },
    /// Made up: a word is the one of this number.
    Sample(usize),
}

/// A union's config that is registered at run time, in a place where only the types of the compiler are known.
static REGISTERED: Schema =
    Schema { name: "a registered type", tag: None, doc: "", version: None, fields: &[], rules: &[], cost: None };

impl<'a> Fields<'a> {
    /// The fields of a table that was checked against the schema.
    #[must_use]
    pub const fn new(schema: &'static Schema, table: Node<'a>) -> Self {
        Self { schema, origin: Origin::Document { node: table, halved: None } }
    }

    /// The same with half of the whole number that stands at a place, for a search of what makes a network large.
    pub(super) const fn halving(schema: &'static Schema, table: Node<'a>, place: Span) -> Self {
        Self { schema, origin: Origin::Document { node: table, halved: Some(place) } }
    }

    /// Made-up values, among them the `k`-th word of each enum; see [`samples`](super::samples).
    #[must_use]
    pub const fn sample(schema: &'static Schema, k: usize) -> Self {
        Self { schema, origin: Origin::Sample(k) }
    }

    /// The `type` of the config, by which a union chooses it.
    #[must_use]
    pub const fn tag(&self) -> &'static str {
        Variant::of(self.schema).tag
    }

    /// Whether the config is the one with this `type`.
    #[must_use]
    pub const fn is_type(&self, tag: &str) -> bool {
        same(self.tag(), tag)
    }

    /// A field of any kind, if it is set or has a default.
    ///
    /// # Panics
    /// If the config has no such field. This and every panic below is an error of the compiler, at the call.
    #[must_use]
    #[track_caller]
    pub const fn get(&self, name: &str) -> Option<Item<'a>> {
        let field = self.field(name);
        let (kind, presence) = match &field.kind {
            Kind::Option(inner) => (*inner, &field.presence),
            kind => (kind, &field.presence),
        };
        let origin = match (&self.origin, presence) {
            (Origin::Document { node, halved }, presence) => {
                let node = match (field.entry(node), presence) {
                    (Some(entry), _) => entry.value,
                    (None, Presence::Default(default)) => *default,
                    (None, _) => return None,
                };
                if let Data::Null = node.data {
                    return None;
                }
                Origin::Document { node, halved: *halved }
            }
            (Origin::Sample(k), Presence::Default(default)) if *k == 0 || !sample::varies(kind) => {
                Origin::Document { node: *default, halved: None }
            }
            (Origin::Sample(k), Presence::Optional) if *k % 2 == 1 => return None,
            (Origin::Sample(k), _) => Origin::Sample(*k),
        };
        Some(Item { field, kind, constraint: &field.constraint, origin })
    }

    /// A field that always has a value.
    #[track_caller]
    const fn item(&self, name: &str) -> Item<'a> {
        if let Presence::Optional = self.field(name).presence {
            let mut message = Message::EMPTY;
            message.push("`");
            message.push(name);
            message.push("` may be absent: read it with `get`, which gives an `Option`");
            panic!("{}", message.as_str())
        }
        match self.get(name) {
            Some(item) => item,
            // What is required is there in a checked document.
            None => panic!("the document was not checked"),
        }
    }

    #[track_caller]
    const fn field(&self, name: &str) -> &'static Field {
        match self.schema.field(name) {
            Some(field) => field,
            None => panic!("{}", unknown_field("the cost", self.schema, name).as_str()),
        }
    }

    /// Whether a field is set or has a default.
    ///
    /// # Panics
    /// As [`Fields::get`].
    #[must_use]
    #[track_caller]
    pub const fn is_set(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// A whole number as a size; see [`Item::size`].
    ///
    /// # Panics
    /// If the field is no whole number.
    #[must_use]
    #[track_caller]
    pub const fn size(&self, name: &str) -> usize {
        self.item(name).size()
    }

    /// A whole number.
    ///
    /// # Panics
    /// If the field is none.
    #[must_use]
    #[track_caller]
    pub const fn int(&self, name: &str) -> i128 {
        self.item(name).int()
    }

    /// A number.
    ///
    /// # Panics
    /// If the field is none.
    #[must_use]
    #[track_caller]
    pub const fn float(&self, name: &str) -> f64 {
        self.item(name).float()
    }

    /// A boolean.
    ///
    /// # Panics
    /// If the field is none.
    #[must_use]
    #[track_caller]
    pub const fn flag(&self, name: &str) -> bool {
        self.item(name).flag()
    }

    /// A string, a path, or the word of an enum.
    ///
    /// # Panics
    /// If the field is none of them.
    #[must_use]
    #[track_caller]
    pub const fn word(&self, name: &str) -> &'a str {
        self.item(name).word()
    }

    /// Whether an enum has this word, or a string this value.
    ///
    /// # Panics
    /// If the field is neither, and if the enum has no such word.
    #[must_use]
    #[track_caller]
    pub const fn is(&self, name: &str, word: &str) -> bool {
        self.item(name).is(word)
    }

    /// A list.
    ///
    /// # Panics
    /// If the field is none.
    #[must_use]
    #[track_caller]
    pub const fn list(&self, name: &str) -> List<'a> {
        self.item(name).list()
    }

    /// A nested config; for a union, the one that is chosen: see [`Fields::is_type`].
    ///
    /// # Panics
    /// If the field is none.
    #[must_use]
    #[track_caller]
    pub const fn table(&self, name: &str) -> Fields<'a> {
        self.item(name).table()
    }
}

/// The value of a field, or an element of a list.
#[derive(Clone, Copy, Debug)]
pub struct Item<'a> {
    /// The field that it is, or is in.
    field: &'static Field,
    /// What it is; never an `Option`.
    kind: &'static Kind,
    constraint: &'static Constraint,
    origin: Origin<'a>,
}

impl<'a> Item<'a> {
    #[track_caller]
    const fn wrong(&self, wanted: &str) -> ! {
        let mut message = Message::EMPTY;
        message.push("the cost reads `");
        message.push(self.field.name);
        message.push("` as ");
        message.push(wanted);
        message.push("; it holds ");
        message.push(self.kind.noun());
        panic!("{}", message.as_str())
    }

    /// A whole number as a size: 0 if it is below, the largest size if it is above.
    ///
    /// # Panics
    /// If this is no whole number.
    #[must_use]
    #[track_caller]
    #[expect(clippy::cast_sign_loss, reason = "inside the range of a size")]
    pub const fn size(&self) -> usize {
        let n = self.int();
        if n < 0 {
            0
        } else if n > usize::MAX as i128 {
            usize::MAX
        } else {
            n as usize
        }
    }

    /// A whole number.
    ///
    /// # Panics
    /// If this is none.
    #[must_use]
    #[track_caller]
    pub const fn int(&self) -> i128 {
        let Kind::Int { min, max, .. } = self.kind else { self.wrong("a whole number") };
        match &self.origin {
            Origin::Document { node, halved } => {
                let Some(n) = whole(node) else { return 0 };
                match halved {
                    Some(place) if place.source == node.span.source && place.start == node.span.start => n - n / 2,
                    _ => n,
                }
            }
            Origin::Sample(k) => sample::int(*min, *max, self.constraint, *k),
        }
    }

    /// A number.
    ///
    /// # Panics
    /// If this is none.
    #[must_use]
    #[track_caller]
    #[expect(clippy::cast_precision_loss, reason = "the nearest float is what is asked for")]
    pub const fn float(&self) -> f64 {
        match (self.kind, &self.origin) {
            (Kind::Int { .. }, _) => self.int() as f64,
            (Kind::Float { .. }, Origin::Document { node: Node { data: Data::Num(number), .. }, .. }) => {
                number.value.as_f64()
            }
            (Kind::Float { .. }, Origin::Sample(k)) => sample::float(self.constraint, *k),
            (Kind::Float { .. }, _) => 0.0,
            _ => self.wrong("a number"),
        }
    }

    /// A boolean.
    ///
    /// # Panics
    /// If this is none.
    #[must_use]
    #[track_caller]
    pub const fn flag(&self) -> bool {
        match (self.kind, &self.origin) {
            (Kind::Bool, Origin::Document { node: Node { data: Data::Bool(value), .. }, .. }) => *value,
            (Kind::Bool, Origin::Sample(k)) => *k % 2 == 1,
            (Kind::Bool, _) => false,
            _ => self.wrong("a boolean"),
        }
    }

    /// A string, a path, or the word of an enum.
    ///
    /// # Panics
    /// If this is none of them.
    #[must_use]
    #[track_caller]
    pub const fn word(&self) -> &'a str {
        match (self.kind, &self.origin) {
            (
                Kind::Enum(_) | Kind::Str | Kind::Path,
                Origin::Document { node: Node { data: Data::Str(text), .. }, .. },
            ) => text,
            (Kind::Enum(words), Origin::Sample(k)) => words.words[*k % words.words.len()].name,
            (Kind::Str | Kind::Path, Origin::Sample(k)) => sample::text(self.constraint, *k),
            (Kind::Enum(_) | Kind::Str | Kind::Path, _) => "",
            _ => self.wrong("a word"),
        }
    }

    /// Whether an enum has this word, or a string this value.
    ///
    /// # Panics
    /// If this is neither, and if the enum has no such word.
    #[must_use]
    #[track_caller]
    pub const fn is(&self, word: &str) -> bool {
        if let Kind::Enum(words) = self.kind {
            let (mut known, mut i) = (false, 0);
            while i < words.words.len() {
                known |= same(words.words[i].name, word);
                i += 1;
            }
            assert!(known, "{}", never_the_word(self.field.name, words, word).as_str());
        }
        same(self.word(), word)
    }

    /// A list.
    ///
    /// # Panics
    /// If this is none.
    #[must_use]
    #[track_caller]
    pub const fn list(&self) -> List<'a> {
        match self.kind {
            Kind::List { .. } | Kind::Tuple(_) => List(*self),
            _ => self.wrong("a list"),
        }
    }

    /// A nested config; for a union, the one that is chosen.
    ///
    /// # Panics
    /// If this is none.
    #[must_use]
    #[track_caller]
    pub const fn table(&self) -> Fields<'a> {
        let schema = match (self.kind, &self.origin) {
            (Kind::Table(schema), _) => *schema,
            (Kind::Union(_), Origin::Document { node, .. }) => match table_schema(self.kind, node) {
                Some(schema) => schema,
                None => &REGISTERED,
            },
            (Kind::Union(union), Origin::Sample(k)) => match union.variants.len() {
                0 => &REGISTERED,
                n => union.variants[*k % n].schema,
            },
            _ => self.wrong("a config"),
        };
        Fields { schema, origin: self.origin }
    }
}

const fn whole(node: &Node<'_>) -> Option<i128> {
    match node.data {
        Data::Num(Number { value, .. }) => Num::as_int(value),
        _ => None,
    }
}

/// A list of a config.
#[derive(Clone, Copy, Debug)]
pub struct List<'a>(Item<'a>);

impl<'a> List<'a> {
    /// How many elements it has.
    #[must_use]
    pub const fn len(&self) -> usize {
        match (self.0.kind, &self.0.origin) {
            (_, Origin::Document { node: Node { data: Data::List(nodes), .. }, .. }) => nodes.len(),
            (Kind::Tuple(kinds), _) => kinds.len(),
            (Kind::List { len: Some(len), .. }, _) => *len,
            _ => sample::len(self.0.constraint),
        }
    }

    /// Whether it has none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// An element.
    #[must_use]
    pub const fn get(&self, index: usize) -> Option<Item<'a>> {
        let Item { field, kind, constraint, origin } = self.0;
        if index >= self.len() {
            return None;
        }
        let kind = match kind {
            Kind::List { element, .. } => *element,
            Kind::Tuple(kinds) if index < kinds.len() => &kinds[index],
            _ => return None,
        };
        let origin = match origin {
            Origin::Document { node: Node { data: Data::List(nodes), .. }, halved } => {
                Origin::Document { node: nodes[index], halved }
            }
            other => other,
        };
        let constraint = match constraint.each {
            Some(each) => each,
            None => &Constraint::NONE,
        };
        Some(Item { field, kind, constraint, origin })
    }

    /// An element that is a size; see [`Item::size`].
    ///
    /// # Panics
    /// If the list is shorter, and if the element is no whole number.
    #[must_use]
    #[track_caller]
    pub const fn size(&self, index: usize) -> usize {
        match self.get(index) {
            Some(item) => item.size(),
            None => self.shorter(index),
        }
    }

    /// The product of elements that are sizes: of the numbers of an image, for instance.
    ///
    /// # Panics
    /// If the elements are no whole numbers.
    #[must_use]
    #[track_caller]
    pub const fn product(&self) -> usize {
        let (mut product, mut k) = (1_usize, 0);
        while k < self.len() {
            product = product.saturating_mul(self.size(k));
            k += 1;
        }
        product
    }

    #[track_caller]
    const fn shorter(&self, index: usize) -> ! {
        let mut message = Message::EMPTY;
        message.push("the cost reads element ");
        message.push_int(index as i128);
        message.push(" of `");
        message.push(self.0.field.name);
        message.push("`, which has ");
        message.push_int(self.len() as i128);
        message.push(": ask its `len` first");
        panic!("{}", message.as_str())
    }
}

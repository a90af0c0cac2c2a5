//! A document in Rust tokens as the macros see it: untyped values with their places, and the constant they turn into.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// Where something stands: the number of a token, twice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// A value and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Where it stands.
    pub place: Place,
    /// What it is.
    pub data: Data,
}

/// An untyped value.
#[derive(Clone, Debug, PartialEq)]
pub enum Data {
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A string.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// A table, in order of appearance.
    Table(Vec<Entry>),
}

/// A number and its text, as written but without a Rust suffix.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// The value.
    pub value: Num,
    /// The text.
    pub text: String,
}

/// The value of a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Num {
    /// A whole number.
    Int(i128),
    /// A floating-point number, with `nan` and the infinities.
    Float(f64),
}

impl Num {
    /// Order of two numbers, for checks of attributes against each other.
    #[expect(clippy::cast_precision_loss, reason = "bounds beyond 2^53 that differ by a few units do not occur")]
    pub fn partial_cmp(self, other: Self) -> Option<std::cmp::Ordering> {
        match (self, other) {
            (Self::Int(a), Self::Int(b)) => Some(a.cmp(&b)),
            (Self::Int(a), Self::Float(b)) => (a as f64).partial_cmp(&b),
            (Self::Float(a), Self::Int(b)) => a.partial_cmp(&(b as f64)),
            (Self::Float(a), Self::Float(b)) => a.partial_cmp(&b),
        }
    }
}

/// One `key = value`.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// Where the key stands.
    pub place: Place,
    /// The value.
    pub value: Node,
}

// `at` is the path prefix of the types: `__config::`, or nothing inside a block that imports them, which keeps the
// output of large files short.

impl Place {
    /// `Span::new(start, end)`.
    pub fn tokens(self, at: &TokenStream) -> TokenStream {
        let (start, end) = (Literal::u32_unsuffixed(self.start), Literal::u32_unsuffixed(self.end));
        quote!(#at Span::new(#start, #end))
    }
}

impl Node {
    /// The same value without places: a default stands in no document.
    pub fn unplaced(mut self) -> Self {
        self.place = Place::default();
        match &mut self.data {
            Data::List(nodes) => *nodes = std::mem::take(nodes).into_iter().map(Self::unplaced).collect(),
            Data::Table(entries) => {
                for entry in entries {
                    entry.place = Place::default();
                    entry.value = entry.value.clone().unplaced();
                }
            }
            Data::Bool(_) | Data::Number(_) | Data::Text(_) => {}
        }
        self
    }

    /// `Node::new(span, data)`.
    pub fn tokens(&self, at: &TokenStream) -> TokenStream {
        let (place, data) = (self.place.tokens(at), self.data.tokens(at));
        quote!(#at Node::new(#place, #data))
    }
}

impl Entry {
    /// `Entry::new(key, span, value)`.
    pub fn tokens(&self, at: &TokenStream) -> TokenStream {
        let (key, place, value) = (&self.key, self.place.tokens(at), self.value.tokens(at));
        quote!(#at Entry::new(#key, #place, #value))
    }
}

impl Data {
    /// `Data::Bool(true)` and the like.
    pub fn tokens(&self, at: &TokenStream) -> TokenStream {
        match self {
            Self::Bool(value) => quote!(#at Data::Bool(#value)),
            Self::Number(number) => {
                let number = number.tokens(at);
                quote!(#at Data::Num(#number))
            }
            Self::Text(text) => quote!(#at Data::Str(#text)),
            Self::List(nodes) => {
                let nodes = nodes.iter().map(|node| node.tokens(at));
                quote!(#at Data::List(&[#(#nodes),*]))
            }
            Self::Table(entries) => {
                let entries = entries.iter().map(|entry| entry.tokens(at));
                quote!(#at Data::Table(&[#(#entries),*]))
            }
        }
    }
}

impl Number {
    /// `Number { value, text }`.
    pub fn tokens(&self, at: &TokenStream) -> TokenStream {
        let text = &self.text;
        let value = match self.value {
            Num::Int(n) => {
                let n = Literal::i128_unsuffixed(n);
                quote!(#at Num::Int(#n))
            }
            Num::Float(x) if x.is_nan() => quote!(#at Num::Float(::core::primitive::f64::NAN)),
            Num::Float(f64::INFINITY) => quote!(#at Num::Float(::core::primitive::f64::INFINITY)),
            Num::Float(f64::NEG_INFINITY) => quote!(#at Num::Float(::core::primitive::f64::NEG_INFINITY)),
            Num::Float(x) => {
                let x = Literal::f64_unsuffixed(x);
                quote!(#at Num::Float(#x))
            }
        };
        quote!(#at Number { value: #value, text: #text })
    }
}

//! Nothing of the output depends on what is in scope.
#![no_implicit_prelude]
#![deny(warnings)]
#![allow(non_camel_case_types, non_upper_case_globals, dead_code)]

// Names that the output could mean by mistake.
struct Option;
struct Result;
struct Vec;
struct String;
struct Node;
struct Data;
struct Span;
struct Value;
struct Kind;
struct str;
struct f64;
const node: u8 = 0;
const entry: u8 = 0;
const tag: u8 = 0;
const field: u8 = 0;
const config: u8 = 0;
const default: u8 = 0;
mod core {}
mod std {}
mod config {}
mod serde {}
mod schemars {}

/// Words.
#[::core::prelude::v1::derive(::artifex::ModelConfig, ::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq)]
pub enum Word {
    One,
    r#Two,
}

#[::core::prelude::v1::derive(::artifex::ModelConfig, ::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq)]
#[config(crate = ::artifex, tag = "inner", rule(x < 2.0), rule(all(list, v in [1, 2]) && !is_set(r#loop), "m"))]
pub struct Inner {
    #[config(default = 0.5, min = 0, exclusive_max = 1)]
    x: ::core::primitive::f64,
    #[config(default = [1, 2], len(min = 1), each(one_of(1, 2)))]
    list: ::std::vec::Vec<u8>,
    r#loop: ::core::option::Option<::std::string::String>,
    #[config(default = "one")]
    word: Word,
}

#[::core::prelude::v1::derive(::artifex::ModelConfig, ::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq)]
pub enum Either {
    Inner(Inner),
    Other(Other<Inner>),
}

#[::core::prelude::v1::derive(::artifex::ModelConfig, ::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq)]
// The arguments of `new` are called like the fields, and Rust takes an argument for the constant of that name.
#[config(tag = "other", new = false)]
pub struct Other<S> {
    node: S,
    #[config(default)]
    schema: Inner,
}

type OtherInner = Other<Inner>;

#[::core::prelude::v1::derive(::artifex::ModelConfig, ::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq)]
pub struct Empty {}

pub mod list {
    pub use super::Empty;
    pub use super::Inner;
    ::artifex::models! { Inner, Empty }
}

::artifex::factory! { pub enum Zoo: crate::list }
::artifex::check_file!(Inner, "../files/empty.toml");
::artifex::check_file!(Either, "../files/union.toml");

fn main() {
    let inner = ::artifex::config!(Inner { x = 0.25, "list" = [2], });
    let read = ::artifex::include_config!(Inner, "../files/empty.toml");
    let either = ::artifex::include_config!(Either, "../files/union.toml");
    let other = ::artifex::config!(OtherInner { node = { list = [1, 1], word = "two" } });
    ::std::assert_ne!(inner, read);
    ::std::assert_ne!(either, Either::Other(other));
}

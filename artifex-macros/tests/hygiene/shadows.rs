//! Types, values and modules of the user that have the names of the standard ones.
#![expect(dead_code, reason = "most of them only have to be there")]

use super::{errors, there_and_back};
use artifex::ModelConfig as Derive;

mod core {}
mod std {}
mod config {}
mod artifex_ {}
mod serde {}
struct Result;
struct Ok;
struct Err;
struct Some;
struct None;
struct Box;
struct Node;
struct Schema;
struct Kind;
struct Tree;
struct Value;
struct ModelConfig;
trait Clone {}
trait Default {}
trait Iterator {}

/// Not the string of the standard library.
#[derive(::core::clone::Clone, Debug, PartialEq, Derive)]
struct String {
    #[config(default = "x")]
    text: ::std::string::String,
}

/// Not the option.
#[derive(::core::clone::Clone, Debug, PartialEq, Derive)]
struct Option<T> {
    inner: T,
}

/// Not the vector.
#[derive(::core::clone::Clone, Debug, PartialEq, Derive)]
struct Vec<T> {
    first: T,
}

/// Not the number.
#[derive(::core::clone::Clone, Debug, PartialEq, Derive)]
#[expect(non_camel_case_types, reason = "it is named like a number")]
enum u32 {
    One,
    Two,
}

#[derive(::core::clone::Clone, Debug, PartialEq, Derive)]
#[config(rule(text.text != "y"))]
struct All {
    #[config(default)]
    text: String,
    #[config(default = { inner = { text = "in" } })]
    option: Option<String>,
    vec: Vec<Option<u32>>,
    #[config(default = "two")]
    number: u32,
    real: ::std::option::Option<::std::vec::Vec<::core::primitive::u32>>,
}

#[test]
fn the_types_in_scope_are_meant() {
    let all: All = there_and_back("vec = { first = { inner = \"one\" } }");
    assert_eq!(all.text.text, "x");
    assert_eq!(all.option.inner.text, "in");
    assert_eq!((all.vec.first.inner, all.number, all.real), (u32::One, u32::Two, ::std::option::Option::None));
    assert_eq!(
        errors::<All>("text = { text = \"y\" }\nnumber = 2"),
        [
            "missing field `vec` (a table) in `All`",
            "rule `text.text != \"y\"` of `All` does not hold: text.text is \"y\"",
            "`number` is 2, expected a string",
        ]
    );
}

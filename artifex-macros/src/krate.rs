//! Where the library is. A macro that looks like a function is called by a `macro_rules` macro of the library, which puts
//! `($crate)` before what the user wrote: a crate may then know the library by any name, or through a crate that re-exports
//! it. A derive has no such caller; it takes `#[config(crate = path)]`.

use syn::parse::ParseStream;
use syn::{Path, Result, parenthesized};

/// `($crate)`
pub fn parse(input: ParseStream) -> Result<Path> {
    let content;
    parenthesized!(content in input);
    content.call(Path::parse_mod_style)
}

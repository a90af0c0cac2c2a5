//! Through another crate's re-export, where `::artifex` is something else.
#![no_implicit_prelude]

extern crate core as artifex;

use ::artifex_macros_renamed::engine;

mod mine {
    #[::core::prelude::v1::derive(
        crate::engine::ModelConfig, ::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq,
    )]
    #[config(crate = crate::engine, tag = "mine")]
    pub struct MyConfig {
        pub x: ::core::primitive::u8,
    }

    crate::engine::models! { MyConfig }
}

engine::factory! { pub enum Zoo: crate::mine, ::artifex_macros_renamed::models }
engine::check_file!(Zoo, "../files/zoo.toml");

fn main() {
    let zoo = engine::include_config!(Zoo, "../files/zoo.toml");
    ::std::assert_eq!(zoo, engine::config::config!(Zoo { type = "mine", x = 3 }));
    ::std::assert_eq!(zoo, Zoo::MyConfig(mine::MyConfig { x: 3 }));
    ::std::assert_ne!(zoo, ::core::convert::From::from(::artifex_macros_renamed::included()));
}

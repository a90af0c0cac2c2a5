//! The config classes of the Python library that this project follows, and every rule by which it validates them, written
//! as attributes and nothing else: no check here is code.
//!
//! A class is a struct, its parents are flattened fields, its rules are constraints and `rule(..)`. For each there is a
//! table of documents that are accepted and documents that are rejected, with the whole message. Where the library reports
//! a wrong type, so does ours.

/// The functions that hold the tables of a section, one for each class: each is a test, and all are counted.
macro_rules! classes {
    ($($class:ident)+) => {
        pub const CLASSES: &[fn() -> $crate::case::Tally] = &[$($class),+];

        mod class {
            $(#[test]
            fn $class() {
                super::$class();
            })+
        }
    };
}

mod autoregressive;
mod backbones;
mod case;
mod data;
mod diffusion;
mod distributed;
mod elsewhere;
mod energy;
mod experiment;
mod extensions;
mod flow;
mod foundations;
mod gan;
mod geometric;
mod networks;
mod search;
mod training;
mod vae;

use case::Tally;

/// The name of a section and its classes.
type Section = (&'static str, &'static [fn() -> Tally]);

const SECTIONS: &[Section] = &[
    ("foundations", foundations::CLASSES),
    ("networks", networks::CLASSES),
    ("backbones", backbones::CLASSES),
    ("vae", vae::CLASSES),
    ("gan", gan::CLASSES),
    ("diffusion", diffusion::CLASSES),
    ("energy", energy::CLASSES),
    ("flow", flow::CLASSES),
    ("autoregressive", autoregressive::CLASSES),
    ("geometric", geometric::CLASSES),
    ("training", training::CLASSES),
    ("data", data::CLASSES),
    ("experiment", experiment::CLASSES),
    ("distributed", distributed::CLASSES),
    ("search", search::CLASSES),
    ("extensions", extensions::CLASSES),
    ("elsewhere", elsewhere::CLASSES),
];

/// Classes, documents accepted and documents rejected of each section, so that none is lost unnoticed.
#[test]
fn sections() {
    let count = |(name, classes): &Section| {
        let Tally { accepted, rejected } = classes.iter().fold(Tally::default(), |sum, class| sum + class());
        (*name, classes.len(), accepted, rejected)
    };
    assert_eq!(
        SECTIONS.iter().map(count).collect::<Vec<_>>(),
        [
            ("foundations", 3, 24, 14),
            ("networks", 14, 114, 111),
            ("backbones", 5, 47, 46),
            ("vae", 5, 41, 53),
            ("gan", 6, 102, 99),
            ("diffusion", 9, 90, 118),
            ("energy", 5, 24, 31),
            ("flow", 8, 43, 38),
            ("autoregressive", 5, 38, 41),
            ("geometric", 12, 70, 79),
            ("training", 3, 56, 43),
            ("data", 5, 33, 34),
            ("experiment", 5, 22, 33),
            ("distributed", 1, 18, 23),
            ("search", 6, 39, 30),
            ("extensions", 20, 94, 96),
            ("elsewhere", 11, 97, 65),
        ]
    );
}

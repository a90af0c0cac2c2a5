//! Structs that are made by other macros, and inside functions.

use super::{errors, there_and_back};
use artifex::config::ModelConfig;

macro_rules! config {
    (
        $(#[$attr:meta])* $vis:vis struct $name:ident: $tag:literal, $message:expr;
        $($field:ident: $ty:ty = $default:expr, $min:literal..=$max:literal, $doc:literal, $key:literal;)*
    ) => {
        $(#[$attr])*
        #[derive(Clone, Debug, PartialEq, ModelConfig)]
        #[config(tag = $tag)]
        #[config(rule(width > 1, $message))]
        $vis struct $name {
            $(
                #[doc = $doc]
                #[config(default = $default, min = $min, max = $max, rename = $key)]
                $field: $ty,
            )*
        }
    };
}

const DEPTH: u32 = 3;

config! {
    /// Made by a macro.
    pub(crate) struct Made: "made", "too narrow";
    width: u32 = 4, 1..=10, "Width.", "width";
    depth: u32 = DEPTH + 1, 0..=9, "Depth.", "deep";
    shift: f64 = -0.5, -1.0..=1, "Shift.", "shift";
    maybe: Option<i8> = -1, -3..=3, "Perhaps.", "maybe";
}

macro_rules! lists {
    ($name:ident, $($value:expr),*; $one:expr, $of:literal, $len:expr, $step:expr) => {
        #[derive(Clone, Debug, PartialEq, ModelConfig)]
        struct $name {
            #[config(default = [$($value),*], len(min = $len), each(multiple_of = $step))]
            list: Vec<u32>,
            #[config(default = { a = $one, b = 2 }, example = { a = $one })]
            map: std::collections::BTreeMap<String, u32>,
            #[config(default = $of, one_of($of, "b"))]
            word: String,
        }
    };
}

lists!(Lists, 2, 4; 7, "a", 1, 2);

#[test]
fn fragments_of_macro_rules() {
    let made: Made = there_and_back("maybe = 2");
    assert_eq!(made, Made { width: 4, depth: 4, shift: -0.5, maybe: Some(2) });
    assert_eq!(Made::SCHEMA.fields[1].doc, "Depth.");
    assert_eq!(
        errors::<Made>("width = 1\ndeep = 10\nshift = -1.5"),
        [
            "too narrow (rule `width > 1` of `Made` does not hold: width is 1)",
            "`deep` is 10, above the maximum 9",
            "`shift` is -1.5, below the minimum -1.0",
        ]
    );
    let lists: Lists = there_and_back("");
    assert_eq!((lists.list, lists.map["a"], lists.word), (vec![2, 4], 7, "a".to_owned()));
}

macro_rules! wrap {
    ($ty:ident { $($input:tt)* }) => {
        artifex::config!($ty { $($input)* })
    };
    ($ty:ty, $value:expr, $list:expr) => {
        artifex::config!($ty { width = $value, deep = $list })
    };
}

#[test]
fn calls_inside_other_macros() {
    assert_eq!(wrap!(Made { width = 2 }).width, 2);
    assert_eq!(wrap!(Made, 3, -0).depth, 0);
}

#[test]
fn structs_inside_functions() {
    const DEFAULT: u8 = 7;

    /// A local one.
    #[derive(Clone, Debug, PartialEq, ModelConfig)]
    struct Local {
        #[config(default = DEFAULT, max = 8)]
        x: u8,
        #[config(default = "b")]
        word: Word,
    }

    #[derive(Clone, Copy, Debug, PartialEq, ModelConfig)]
    enum Word {
        A,
        B,
    }

    let local: Local = there_and_back("word = \"a\"");
    assert_eq!(local, Local { x: 7, word: Word::A });
    let inner = || {
        #[derive(Debug, PartialEq, ModelConfig)]
        struct Local {
            y: u8,
        }
        artifex::config!(Local { y = 1 }).y
    };
    assert_eq!((inner(), artifex::config!(Local {}).word), (1, Word::B));
}

mod visibility {
    use artifex::ModelConfig;

    #[derive(Clone, Debug, PartialEq, ModelConfig)]
    struct Private {
        #[config(default = 1)]
        x: u8,
    }

    #[derive(Clone, Copy, Debug, PartialEq, ModelConfig)]
    enum Hidden {
        On,
        Off,
    }

    /// "Quotes" and \back\slashes\, {braces}, `ticks`, a \u{7f}, #hashes#"#,
    /// and a second line.
    ///
    #[doc = "C:\\new\t\"x\""]
    /** A block
     * comment. */
    #[derive(Clone, Debug, PartialEq, ModelConfig)]
    pub(crate) struct Seen {
        #[config(default)]
        private: Private,
        /// "It's \n not a newline."
        #[config(default = "on")]
        #[cfg(any())]
        gone: Hidden,
        #[config(default = "off")]
        word: Hidden,
        pub(in crate::generated) number: Option<u8>,
    }

    impl Seen {
        pub(crate) fn parts(&self) -> (u8, bool) {
            (self.private.x, self.word == Hidden::On)
        }
    }
}

#[test]
fn private_types_and_odd_comments() {
    let seen: visibility::Seen = there_and_back("word = \"on\"\nnumber = 3");
    assert_eq!((seen.parts(), seen.number), ((1, true), Some(3)));
    assert_eq!(
        visibility::Seen::SCHEMA.doc,
        "\"Quotes\" and \\back\\slashes\\, {braces}, `ticks`, a \\u{7f}, #hashes#\"#,\nand a second line.\n\nC:\\new\t\"x\"\nA block\n    * comment."
    );
}

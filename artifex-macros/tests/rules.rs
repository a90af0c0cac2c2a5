//! What rules say of lists and maps.

use artifex::ModelConfig;
use artifex::config::{Loader, Value};
use std::collections::BTreeMap;

fn errors<T: Value>(text: &str) -> Vec<String> {
    match Loader::new().text("a.toml", text).load::<T>() {
        Ok(_) => Vec::new(),
        Err(error) => error.diagnostics.iter().map(|diagnostic| diagnostic.message.clone()).collect(),
    }
}

mod elements {
    use super::*;

    #[derive(ModelConfig)]
    #[config(rule(range[0] < range[1]), rule(steps[0] == 1), rule(all(grid, v[0] <= v[1])))]
    struct Ranges {
        #[config(default = [0.0, 1.0])]
        range: (f64, f64),
        steps: Option<Vec<u32>>,
        #[config(default = [])]
        grid: Vec<[i64; 2]>,
    }

    #[test]
    fn elements_are_compared() {
        for sound in ["", "range = [-1, -0.5]", "steps = [1, 10]", "grid = [[1, 2], [3, 3]]"] {
            assert_eq!(errors::<Ranges>(sound), [""; 0], "{sound}");
        }
        assert_eq!(
            errors::<Ranges>("range = [1, 1]\nsteps = [2]\ngrid = [[1, 2], [3, 1]]"),
            [
                "rule `range[0] < range[1]` of `Ranges` does not hold: range is [1, 1]",
                "rule `steps[0] == 1` of `Ranges` does not hold: steps is [2]",
                "rule `all(grid, v[0] <= v[1])` of `Ranges` does not hold: grid is [[1, 2], [3, 1]]",
            ]
        );
    }

    #[test]
    fn a_missing_element_breaks_no_rule() {
        assert_eq!(errors::<Ranges>("steps = []"), [""; 0]);
        assert_eq!(errors::<Ranges>("range = [1]"), ["`range` has 1 element, expected exactly 2"]);
    }
}

mod collections {
    use super::*;

    #[derive(ModelConfig)]
    #[config(
        rule(unique(words, more)),
        rule(all(words, v in sizes), "every word has a size"),
        rule(first in words),
        rule(all(sizes, v <= largest))
    )]
    struct Features {
        words: Vec<String>,
        #[config(default = [])]
        more: Vec<String>,
        #[config(default = { a = 1 })]
        sizes: BTreeMap<String, u32>,
        #[config(default = 9)]
        largest: u32,
        first: Option<String>,
    }

    #[test]
    fn lists_and_maps_are_looked_through() {
        for sound in [
            "words = []",
            "words = [\"a\"]",
            "words = [\"a\", \"b\"]\nsizes = { a = 1, b = 9, c = 1 }\nmore = [\"c\"]\nfirst = \"b\"",
        ] {
            assert_eq!(errors::<Features>(sound), [""; 0], "{sound}");
        }
        for (wrong, message) in [
            (
                "words = [\"a\", \"a\"]",
                "rule `unique(words, more)` of `Features` does not hold: words is [\"a\", \"a\"], more is []",
            ),
            (
                "words = [\"a\"]\nmore = [\"b\", \"a\"]",
                "rule `unique(words, more)` of `Features` does not hold: words is [\"a\"], more is [\"b\", \"a\"]",
            ),
            (
                "words = []\nmore = [\"b\", \"b\"]",
                "rule `unique(words, more)` of `Features` does not hold: words is [], more is [\"b\", \"b\"]",
            ),
            (
                "words = [\"a\", \"b\"]",
                "every word has a size (rule `all(words, v in sizes)` of `Features` does not hold: words is [\"a\", \"b\"], \
                 sizes is a table)",
            ),
            (
                "words = [\"a\"]\nfirst = \"b\"",
                "rule `first in words` of `Features` does not hold: first is \"b\", words is [\"a\"]",
            ),
            (
                "words = []\nsizes = { a = 9, b = 10 }",
                "rule `all(sizes, v <= largest)` of `Features` does not hold: sizes is a table, largest is 9",
            ),
        ] {
            assert_eq!(errors::<Features>(wrong), [message], "{wrong}");
        }
    }
}

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
                "rule `all(grid, v[0] <= v[1])` of `Ranges` does not hold: grid is [[1, 2], [3, 1]], grid[1] is [3, 1]",
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
                "rule `unique(words, more)` of `Features` does not hold: words is [\"a\", \"a\"], words[1] is \"a\", more is []",
            ),
            (
                "words = [\"a\"]\nmore = [\"b\", \"a\"]",
                "rule `unique(words, more)` of `Features` does not hold: words is [\"a\"], more is [\"b\", \"a\"], more[1] is \"a\"",
            ),
            (
                "words = []\nmore = [\"b\", \"b\"]",
                "rule `unique(words, more)` of `Features` does not hold: words is [], more is [\"b\", \"b\"], more[1] is \"b\"",
            ),
            (
                "words = [\"a\", \"b\"]",
                "every word has a size (rule `all(words, v in sizes)` of `Features` does not hold: words is [\"a\", \"b\"], \
                 words[1] is \"b\", sizes is a table)",
            ),
            (
                "words = [\"a\"]\nfirst = \"b\"",
                "rule `first in words` of `Features` does not hold: first is \"b\", words is [\"a\"]",
            ),
            (
                "words = []\nsizes = { a = 9, b = 10 }",
                "rule `all(sizes, v <= largest)` of `Features` does not hold: sizes is a table, sizes.b is 10, largest is 9",
            ),
        ] {
            assert_eq!(errors::<Features>(wrong), [message], "{wrong}");
        }
    }
}

mod places {
    use super::*;

    #[derive(ModelConfig)]
    #[config(rule(len(sizes) > 0 && all(sizes, v % 2 == 0), "sizes are even"))]
    #[config(rule(when(strict, flag || all(grid[1], v < 9))))]
    #[config(rule(!all(sizes, v == 2)), rule(all(keys, len(v) > 2)))]
    struct Shape {
        #[config(default = [2, 4])]
        sizes: Vec<u32>,
        #[config(default = [[0, 0], [0, 0]])]
        grid: [[u32; 2]; 2],
        #[config(default = true)]
        strict: bool,
        #[config(default = false)]
        flag: bool,
        #[config(default = [], secret)]
        keys: Vec<String>,
    }

    fn error(files: &[(&str, &str)]) -> String {
        let loader = files.iter().fold(Loader::new(), |loader, (name, text)| loader.text(name, text));
        loader.load::<Shape>().unwrap_err().to_string()
    }

    #[test]
    fn the_caret_stands_on_the_element() {
        assert_eq!(
            error(&[("a.toml", "sizes = [\n    2,\n    33,\n    5,\n]")]),
            "sizes are even (rule `len(sizes) > 0 && all(sizes, v % 2 == 0)` of `Shape` does not hold: sizes is [2, 33, 5], \
             sizes[1] is 33)\n --> a.toml:3:5\n  |\n3 |     33,\n  |     ^^"
        );
        assert_eq!(
            error(&[("a.toml", "grid = [[1, 2], [3, 10]]")]),
            "rule `when(strict, flag || all(grid[1], v < 9))` of `Shape` does not hold: strict is true, flag is false, \
             grid is [[1, 2], [3, 10]], grid[1][1] is 10\n --> a.toml:1:21\n  |\n1 | grid = [[1, 2], [3, 10]]\n  |                     ^^"
        );
        // What was set last broke it.
        assert!(
            error(&[("a.toml", "grid = [[1, 2], [3, 10]]\nstrict = false"), ("b.toml", "strict = true")])
                .ends_with("grid[1][1] is 10\n --> b.toml:1:10\n  |\n1 | strict = true\n  |          ^^^^")
        );
    }

    #[test]
    fn no_element_is_named_where_none_is_to_blame() {
        assert!(error(&[("a.toml", "sizes = []")]).contains("does not hold: sizes is [])\n --> a.toml:1:9"));
        assert!(error(&[("a.toml", "sizes = [2, 2]")]).contains("does not hold: sizes is [2, 2]\n --> a.toml:1:9"));
    }

    #[test]
    fn a_secret_element_is_not_shown() {
        assert_eq!(
            error(&[("a.toml", "keys = [\"long\", \"x\"]")]),
            "rule `all(keys, len(v) > 2)` of `Shape` does not hold: keys is ***, keys[1] is ***\n --> a.toml:1:8\n  |\n1 | keys = ***\n  |        ^^^"
        );
    }
}

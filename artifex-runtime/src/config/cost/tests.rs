//! What a cost function reads, from documents and from samples.

use super::{Cost, Fields, cost_of, cost_of_tree, dense, samples, weigh};
use crate::config::tree::Tree;
use crate::config::{Loader, ModelConfig, Span};
use bumpalo::Bump;

/// Words.
#[derive(Clone, Copy, Debug, PartialEq, ModelConfig)]
enum Word {
    One,
    Two,
    Three,
}

/// A part.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "part")]
struct Part {
    #[config(default = 2)]
    width: usize,
}

/// Another part.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "other")]
struct Other {
    #[config(min = 0.5, exclusive_max = 1)]
    share: f64,
}

/// One of the parts.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
enum Parts {
    Part(Part),
    Other(Other),
}

/// Every kind of field, with constraints.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(cost(Self::cost))]
struct Net {
    #[config(min = 5)]
    least: usize,
    #[config(exclusive_min = 1.5, max = 7)]
    above: u8,
    #[config(min = 3, multiple_of = 8)]
    step: u32,
    #[config(exclusive_max = 0)]
    below: i64,
    #[config(one_of(4, 9))]
    listed: usize,
    #[config(len(min = 3), each(min = 6))]
    sizes: Vec<usize>,
    #[config(len(max = 1))]
    few: Vec<usize>,
    pair: (usize, Word),
    shape: [usize; 3],
    word: Word,
    #[config(one_of("a", "b"))]
    text: String,
    flag: bool,
    window: Option<u32>,
    #[config(default = 7, renamed_from = "old")]
    renamed: usize,
    parts: Parts,
}

impl Net {
    const fn cost(fields: &Fields<'_>) -> Cost {
        dense(fields.size("least"), fields.list("sizes").size(0), fields.flag("flag"))
    }
}

const TEXT: &str = r#"
least = 5
above = 6
step = 16
below = -3
listed = 9
sizes = [6, 7, 8]
few = []
pair = [3, "two"]
shape = [4, 5, 6]
word = "three"
text = "b"
flag = true
window = 11
old = 12
parts = { type = "other", share = 0.75 }
"#;

#[test]
fn a_document_is_read_by_names() {
    let loaded = Loader::new().text("net.toml", TEXT).load::<Net>().unwrap();
    let arena = Bump::new();
    // As written, without defaults and under an old name.
    let tree = crate::config::toml_text::parse(TEXT, 0).unwrap();
    let fields = Fields::new(Net::SCHEMA, tree.freeze(&arena));
    assert_eq!((fields.size("least"), fields.int("above"), fields.int("below")), (5, 6, -3));
    // A size is never negative.
    assert_eq!((fields.size("below"), fields.size("renamed")), (0, 12));
    let sizes = fields.list("sizes");
    assert_eq!((sizes.len(), sizes.size(2), sizes.product()), (3, 8, 6 * 7 * 8));
    assert!(fields.list("few").is_empty() && fields.list("few").get(0).is_none());
    assert!(fields.list("pair").get(1).unwrap().is("two"));
    assert_eq!((fields.word("word"), fields.word("text"), fields.flag("flag")), ("three", "b", true));
    assert!(fields.is("word", "three") && !fields.is("word", "one"));
    assert_eq!(fields.get("window").map(|item| item.size()), Some(11));
    let other = fields.table("parts");
    assert!(other.is_type("other") && !other.is_type("part") && other.tag() == "other");
    assert!((other.float("share") - 0.75).abs() < 1e-9);
    assert_eq!(cost_of(&loaded.value), Some(dense(5, 6, true)));
    assert_eq!(cost_of(&Part { width: 1 }), None);
    assert_eq!(cost_of_tree(Net::SCHEMA, &loaded.resolved), Some(dense(5, 6, true)));

    // What is left out has its default, or is not set.
    let tree = Tree::table();
    let fields = Fields::new(Net::SCHEMA, tree.freeze(&arena));
    assert_eq!(fields.size("renamed"), 7);
    assert!(fields.is_set("renamed") && !fields.is_set("window"));
}

#[test]
fn the_number_that_weighs_most_is_found() {
    let text = TEXT.replace("[6, 7, 8]", "[600, 7, 8]");
    let loaded = Loader::new().text("net.toml", &text).load::<Net>().unwrap();
    let arena = Bump::new();
    let costing = weigh(Net::SCHEMA, loaded.resolved.freeze(&arena)).unwrap();
    let start = u32::try_from(text.find("600").unwrap()).unwrap();
    let place = Some(Span::new(start, start + 3));
    assert_eq!(costing.cost, dense(5, 600, true));
    assert_eq!((costing.parameters, costing.flops, costing.activations), (place, place, place));
}

#[test]
fn samples_are_what_the_constraints_allow() {
    // As many as the longest enum has words.
    assert_eq!(samples(Net::SCHEMA), 3);
    assert_eq!(samples(Part::SCHEMA), 2);
    let sample = |k| Fields::sample(Net::SCHEMA, k);
    let fields = sample(0);
    let ints = ["least", "above", "step", "below", "listed", "renamed"].map(|name| fields.int(name));
    assert_eq!(ints, [5, 2, 8, -1, 4, 7]);
    assert_eq!((fields.list("sizes").len(), fields.list("sizes").size(2)), (3, 6));
    assert_eq!((fields.list("few").len(), fields.list("shape").len(), fields.list("pair").len()), (1, 3, 2));
    assert!((sample(1).table("parts").float("share") - 0.75).abs() < 1e-9);
    // Each of them shows something else.
    assert_eq!([0, 1, 2].map(|k| sample(k).word("word")), ["one", "two", "three"]);
    assert_eq!([0, 1].map(|k| sample(k).word("text")), ["a", "b"]);
    assert_eq!([0, 1].map(|k| sample(k).flag("flag")), [false, true]);
    assert_eq!([0, 1].map(|k| sample(k).is_set("window")), [true, false]);
    assert_eq!([0, 1].map(|k| sample(k).table("parts").tag()), ["part", "other"]);
}

#[test]
fn named_parts_add_up() {
    let net = dense(2, 3, true).named("a").then(dense(3, 1, false)).then(dense(1, 2, false).named("b").times(3));
    let parts: Vec<_> = net.parts().iter().map(|part| (part.name, part.parameters)).collect();
    assert_eq!((parts, net.parameters), (vec![("a", 9), ("b", 6)], 9 + 3 + 6));
    // A whole hides its parts; parts beyond the eighth count, but are not told apart.
    assert_eq!(net.named("all").parts().len(), 1);
    let many = (0..10).fold(Cost::ZERO, |sum, _| sum.then(dense(1, 1, false).named("x")));
    assert_eq!((many.parts().len(), many.parameters), (8, 10));
}

//! What `include_config!` and `config!` read.

use artifex::ModelConfig;
use std::path::PathBuf;

#[derive(Debug, PartialEq, ModelConfig)]
enum Order {
    FirstOrder,
    SecondOrder,
}

#[derive(Debug, PartialEq, ModelConfig)]
struct Layer {
    width: u32,
    #[config(default = true)]
    bias: bool,
}

#[derive(Debug, PartialEq, ModelConfig)]
enum Head {
    Layer(Layer),
    Pair(Pair<Layer>),
}

#[derive(Debug, PartialEq, ModelConfig)]
struct Pair<T> {
    left: T,
    right: Option<T>,
}

#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "all")]
struct All {
    text: String,
    path: PathBuf,
    int: i64,
    large: u64,
    float: f64,
    small: f32,
    flag: bool,
    order: Order,
    list: Vec<Vec<i32>>,
    array: [f64; 2],
    layers: Vec<Layer>,
    pair: Pair<Layer>,
    head: Head,
    #[config(default = -1.5)]
    shift: f64,
    #[config(default = [[1, 2], []])]
    nested: Vec<Vec<u8>>,
    #[config(default = { type = "layer", width = 7 })]
    other: Head,
    unset: Option<u8>,
}

fn all() -> All {
    All {
        text: "two\nlines \"\u{e9}\"".to_owned(),
        path: PathBuf::from("data/x"),
        int: -5,
        large: u64::MAX,
        float: 1e-3,
        small: 0.1,
        flag: true,
        order: Order::SecondOrder,
        list: vec![vec![1, 2], vec![]],
        array: [0.5, 2.0],
        layers: vec![Layer { width: 1, bias: true }, Layer { width: 2, bias: false }],
        pair: Pair { left: Layer { width: 3, bias: true }, right: None },
        head: Head::Pair(Pair {
            left: Layer { width: 255, bias: true },
            right: Some(Layer { width: 5, bias: false }),
        }),
        shift: -1.5,
        nested: vec![vec![1, 2], vec![]],
        other: Head::Layer(Layer { width: 7, bias: true }),
        unset: None,
    }
}

artifex::check_file!(All, "../files/all.toml");
artifex::check_file!(Pair<Layer>, "../files/pair.toml");

fn generic<T: Default>() -> (T, All) {
    (T::default(), artifex::include_config!(All, "../files/all.toml"))
}

fn main() {
    assert_eq!(artifex::include_config!(All, "../files/all.toml"), all());
    assert_eq!(generic::<u8>().1, all());
    let inline = artifex::config!(All {
        text = "two\nlines \"\u{e9}\"",
        path = "data/x",
        int = -5,
        large = 18_446_744_073_709_551_615,
        float = 1e-3f64,
        small = 0.1,
        flag = true,
        order = "second_order",
        list = [[1, 2], [],],
        array = [0.5, 2],
        layers = [{ width = 1 }, { width = 2, bias = false }],
        pair = { left = { width = 3 } },
        head = { type = "pair", left = { width = 0xFF }, right = { width = 5u32, bias = false } },
    });
    assert_eq!(inline, all());
}

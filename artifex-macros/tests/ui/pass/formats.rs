//! What `include_config!` reads from JSON and YAML, and from files that extend others.

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
    Pair(Pair),
}

#[derive(Debug, PartialEq, ModelConfig)]
struct Pair {
    left: Layer,
    right: Option<Layer>,
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
    pair: Pair,
    head: Head,
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
        unset: None,
    }
}

#[derive(Debug, PartialEq, ModelConfig)]
struct Named {
    #[config(renamed_from("width", "depth"))]
    layers: u32,
    #[config(renamed_from = "size")]
    height: u32,
    #[config(renamed_from = "tempo")]
    rate: u32,
    inner: Option<Inner>,
}

#[derive(Debug, PartialEq, ModelConfig)]
struct Inner {
    #[config(renamed_from = "depth")]
    layers: u32,
}

artifex::check_file!(All, "../files/all.json");
artifex::check_file!(All, "../files/all.yaml");
artifex::check_file!(All, "../files/extends/run.toml");
artifex::check_file!(Named, "../files/names/top.json");

fn main() {
    assert_eq!(artifex::include_config!(All, "../files/all.toml"), all());
    assert_eq!(artifex::include_config!(All, "../files/all.json"), all());
    assert_eq!(artifex::include_config!(All, "../files/all.yaml"), all());

    // Tables merge key by key; the last file of a list is the strongest, and one that is reached twice counts where it is
    // weakest.
    let mut expected = all();
    expected.text = "from all.yml".to_owned();
    expected.path = PathBuf::from("from-gpu");
    expected.large = 0;
    expected.list = vec![vec![7]];
    expected.pair.left.bias = false;
    expected.head = Head::Pair(Pair {
        left: Layer { width: 255, bias: true },
        right: Some(Layer { width: 6, bias: false }),
    });
    assert_eq!(artifex::include_config!(All, "../files/extends/run.toml"), expected);

    // A byte order mark is no part of a text.
    let marked = artifex::include_config!(Layer, "../files/extends/on_mark.json");
    assert_eq!(marked, Layer { width: 4, bias: false });

    // Each file may call a field by another of its names: the strongest file counts, under whichever name. As in the loader.
    let named = Named { layers: 8, height: 6, rate: 9, inner: Some(Inner { layers: 7 }) };
    assert_eq!(artifex::include_config!(Named, "../files/names/top.json"), named);

    // A text in place.
    let layer = Layer { width: 4, bias: false };
    assert_eq!(artifex::config!(Layer, toml = "width = 4\nbias = false"), layer);
    assert_eq!(artifex::config!(Layer, json = r#"{"width": 4, "bias": false}"#,), layer);
    assert_eq!(artifex::config!(Layer, yaml = "{width: 4, bias: false}"), layer);
}

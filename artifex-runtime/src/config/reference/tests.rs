use super::example::minimal;
use super::{Entry, document, index};
use crate::config::schema::{Field, Kind, Schema, Union, Variant};
use crate::config::{Code, Doc, ModelConfig as _, Report, Value as _, check, toml_text};
use configs::{Classifier, Constant, Rate, Run, WarmUp};
use std::path::Path;

/// Compares with `tests/golden/<name>`; `UPDATE_EXPECT=1 cargo test` blesses.
fn golden(name: &str, found: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&path, found).unwrap();
        return;
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(found == expected, "{name} differs; UPDATE_EXPECT=1 blesses this:\n{found}");
    // Links lead to headings, and no line is much too long.
    let headings: Vec<_> = found.lines().filter(|line| line.starts_with('#')).collect();
    for target in found.split("](#").skip(1) {
        let target = &target[..target.find(')').unwrap()];
        assert!(headings.iter().any(|line| super::anchor(line.trim_start_matches(['#', ' '])) == target), "{target}");
    }
}

mod configs {
    use crate::config::ModelConfig;
    use std::collections::BTreeMap;

    /// A convolutional classifier.
    ///
    /// Images go through [`Backbone`], then through one dense layer. What `#` and | mean here: nothing.
    ///
    /// # Example
    /// - as a list
    /// - of two
    #[derive(ModelConfig)]
    #[config(tag = "classifier")]
    #[config(rule(classes > 1 || !is_set(weights), "one class has no weights"))]
    #[config(rule(len(backbone.widths) == len(backbone.strides)))]
    pub struct Classifier {
        /// Number of classes.
        #[config(min = 1)]
        classes: u32,
        /// The layers before the last.
        backbone: Backbone,
        /// Another, for the second image of a pair. Its documentation is longer than one line of this page can be, so that it has to be
        /// filled anew.
        second: Option<Backbone>,
        /// What is minimised.
        #[config(default = "cross_entropy")]
        loss: Loss,
        #[config(default = "max")]
        pooling: Pooling,
        /// Weights of the classes.
        #[config(len(min = 1, max = 1000), each(exclusive_min = 0, max = 1))]
        weights: Option<Vec<f64>>,
        /// How long a batch may take.
        #[config(default = 250, unit = "ms", example = 100, renamed_from = "timeout", multiple_of = 10)]
        patience: u32,
        /// The key of the tracker.
        #[config(secret, deprecated = "set it in the environment")]
        key: Option<String>,
        /// Weights of further losses by their names.
        #[config(default = {}, keys(len(min = 1), pattern = r"^\w+$"), values(min = 0))]
        terms: BTreeMap<String, f64>,
        /// Smallest and largest scale, and whether they are drawn evenly.
        scales: Option<(f64, f64, bool)>,
        /// Mean of each channel.
        #[config(default = [0.485, 0.456, 0.406])]
        mean: [f64; 3],
        /// Names for the report.
        #[config(default = ["background", "person", "bicycle", "car", "motorcycle", "aeroplane"])]
        #[config(each(len(min = 1), pattern = "^(a|[b-z ]){1,20}`?$"))]
        names: Vec<String>,
    }

    /// Layers.
    #[derive(ModelConfig)]
    pub struct Backbone {
        /// Channels of each layer.
        #[config(len(min = 1), each(min = 1))]
        widths: Vec<usize>,
        /// Strides of each layer.
        #[config(each(one_of(1, 2)))]
        strides: Vec<u8>,
        /// Share of values that are dropped.
        #[config(default = 0.0, min = 0, exclusive_max = 1)]
        dropout: f64,
        /// Start from these weights.
        weights: Option<std::path::PathBuf>,
    }

    /// What is minimised.
    #[derive(ModelConfig)]
    pub enum Loss {
        /// For one class per image.
        #[config(rename = "cross_entropy")]
        CrossEntropy,
        /// For any number of them.
        #[config(rename = "sigmoid")]
        Sigmoid,
    }

    #[derive(ModelConfig)]
    pub enum Pooling {
        #[config(rename = "max")]
        Max,
        #[config(rename = "mean")]
        Mean,
    }

    /// How a run is scheduled.
    #[derive(ModelConfig)]
    pub struct Run {
        /// A word for it, with `a|b` in code and [a link](https://example.org).
        #[config(len(min = 1, max = 20), default = "a|`b`")]
        name: String,
        /// Learning rates, one after the other.
        #[config(default = [])]
        rates: Vec<Rate>,
        #[config(default = "adam", one_of("adam", "s|g`d"))]
        optimizer: String,
    }

    /// A rate.
    #[derive(ModelConfig)]
    pub enum Rate {
        Constant(Constant),
        WarmUp(WarmUp),
    }

    /// The same for all steps | forever.
    ///
    /// Not seen in tables.
    #[derive(ModelConfig)]
    #[config(tag = "constant")]
    pub struct Constant {
        /// The rate.
        #[config(exclusive_min = 0)]
        rate: f64,
    }

    /// Rising from [`Constant`] on.
    #[derive(ModelConfig)]
    #[config(tag = "warm-up")]
    pub struct WarmUp {
        /// How long.
        #[config(max = 1_000)]
        steps: u16,
    }
}

#[test]
fn the_page_of_a_config() {
    golden("reference-classifier.md", &document(&Classifier::KIND, "Classifier", &[]));
}

#[test]
fn the_page_of_a_config_without_required_fields_and_with_a_union() {
    // The tag is the one of the union, not the config's own.
    golden("reference-run.md", &document(&Run::KIND, "A run_of|`it`", &[]));
}

#[test]
fn examples_have_no_structural_error() {
    for kind in [Classifier::KIND, Run::KIND, Rate::KIND] {
        let text = toml_text::write(&minimal(&kind, &[]).unwrap(), &|_| None);
        let page = document(&kind, "Page", &[]);
        assert!(text.is_empty() || page.contains(&text), "{page}");
        let tree = toml_text::parse(&text, 0).unwrap();
        let arena = bumpalo::Bump::new();
        let report: Report<8> = check(&kind, &Doc { sources: &[], root: tree.freeze(&arena) }, &[]);
        assert!(report.issues().iter().all(|issue| issue.code == Code::Rule), "{text}");
    }
}

#[test]
fn a_page_is_the_same_every_time_and_has_each_type_once() {
    let page = document(&Classifier::KIND, "Classifier", &[]);
    assert_eq!(page, document(&Classifier::KIND, "Classifier", &[]));
    assert_eq!(page.matches("## `Backbone`").count(), 1);
    assert_eq!(page.matches("](#backbone)").count(), 3);
}

static LOOP: Schema = Schema {
    name: "Loop",
    fields: &[Field { kind: Kind::Table(&LOOP), ..WarmUp::SCHEMA.fields[0] }],
    ..*WarmUp::SCHEMA
};
static TREE: Union =
    Union { name: "Tree", doc: "", variants: &[Variant::of(&BRANCH), Variant::of(Constant::SCHEMA)], open: true };
static BRANCH: Schema = Schema {
    name: "Branch",
    tag: Some("branch"),
    fields: &[Field { kind: Kind::List { element: &Kind::Union(&TREE), len: None }, ..WarmUp::SCHEMA.fields[0] }],
    ..*WarmUp::SCHEMA
};

#[test]
fn recursive_types_end() {
    let page = document(&Kind::Table(&LOOP), "Loop", &[]);
    assert!(page.contains("- **`steps`**: [`Loop`](#loop) table. Required."), "{page}");
    assert!(
        page.contains("No file is a valid config of this type: no value fits all of its required fields."),
        "{page}"
    );
    let page = document(&Kind::Union(&TREE), "Trees", &[WarmUp::SCHEMA]);
    assert!(page.contains("list of [`Tree`](#trees) tables with a `type`"), "{page}");
    assert!(
        page.contains("| `\"warm-up\"` | [`WarmUp`](#warmup) | Rising from [`Constant`](#constant) on. |"),
        "{page}"
    );
    assert!(page.contains("A program may register more."), "{page}");
}

#[test]
fn two_types_of_one_name_have_two_sections() {
    static OTHER: Schema = Schema { name: "Constant", doc: "Another.", ..*WarmUp::SCHEMA };
    static BOTH: Union =
        Union { name: "Both", doc: "", variants: &[Variant::of(Constant::SCHEMA), Variant::of(&OTHER)], open: false };
    let page = document(&Kind::Union(&BOTH), "Both", &[]);
    assert!(page.contains("## `Constant`\n") && page.contains("## `Constant` (2)\n"), "{page}");
    assert!(page.contains("| `\"warm-up\"` | [`Constant`](#constant-2) | Another. |"), "{page}");
}

#[test]
fn a_list_of_configs_has_a_page_too() {
    let page = document(&<Vec<Constant>>::KIND, "Rates", &[]);
    assert_eq!(document(&u64::KIND, "Seed", &[]), "# Seed\n\nAn integer, at least 0.\n");
    assert!(page.starts_with("# Rates\n\nA list of [`Constant`](#constant) tables.\n\n## `Constant`\n"), "{page}");
}

#[test]
fn an_index_is_a_table_of_links() {
    let entries = [
        Entry { title: "Classifier", file: "the classifier.md", kind: &Classifier::KIND },
        Entry { title: "Rate|s", file: "rates.md", kind: &Rate::KIND },
    ];
    assert_eq!(
        index("Configs", &entries),
        "# Configs\n\n| config | `type` | about |\n|---|---|---|\n\
         | [Classifier](the%20classifier.md) | `classifier` | A convolutional classifier. |\n\
         | [Rate\\|s](rates.md) |  | A rate. |\n"
    );
}

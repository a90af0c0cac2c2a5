//! Files that extend others.

use super::super::{Layer, Loader};
use super::{Files, Train, Whole};
use crate::config::ModelConfig;
use crate::config::tree::TreeValue;

#[test]
fn extended_files_are_weaker_layers() {
    let files = Files::new(&[
        ("run.toml", "extends = [\"base.yaml\", \"sub/gpu.json\"]\nseed = 1"),
        ("base.yaml", "extends: sub/root.toml\nname: base\ntrain: {rate: 0.25, out: from-base}\ndims: [7]\n"),
        ("sub/gpu.json", "{\"extends\": [], \"train\": {\"batch_size\": 8, \"out\": \"from-gpu\"}}"),
        ("sub/root.toml", "seed = 9\nname = \"root\"\ndims = [1, 2, 3]\n[train]\nrate = 0.125\nbatch_size = 2\n"),
    ]);
    let loaded = files.loader("run.toml").set("dims=[5]").load::<Whole>().unwrap();
    let root = files.0.path();
    // Every path starts at the folder of its own file.
    let train = Train { batch_size: 8, rate: 0.25, out: Some(root.join("sub/from-gpu")) };
    let expected = Whole { seed: 1, name: "base".into(), dims: vec![5], train, choice: None };
    assert_eq!(loaded.value, expected);
    let origin = |key: &str| files.shown(&loaded.origin(loaded.resolved.get(key).unwrap()));
    assert_eq!([origin("seed"), origin("name"), origin("dims")], ["run.toml:2", "base.yaml:2", "command line"]);
    assert!(loaded.resolved.get("extends").is_none());
    assert_eq!(loaded.layer(loaded.resolved.get("name").unwrap()), &Layer::File(root.join("base.yaml")));
    // Before a type is chosen.
    assert!(files.loader("base.yaml").untyped().get("name").is_some());
}

#[test]
fn a_file_that_is_reached_twice_is_one_layer() {
    let files = Files::new(&[
        ("run.toml", "extends = [\"a.toml\", \"./sub/../b.toml\"]"),
        ("a.toml", "extends = \"base.toml\"\nseed = 2"),
        ("b.toml", "extends = \"base.toml\"\nname = \"b\""),
        ("base.toml", "seed = 1\nname = \"base\""),
        ("sub/x", ""),
        ("twice.toml", "extends = [\"broken.yaml\", \"over.toml\"]"),
        ("over.toml", "extends = \"broken.yaml\""),
        ("broken.yaml", "a: [1"),
    ]);
    let value = files.loader("run.toml").load::<Whole>().unwrap().value;
    assert_eq!((value.seed, value.name.as_str()), (2, "b"));
    // Its errors are told once.
    assert_eq!(files.error("twice.toml").matches("not YAML").count(), 1);
}

#[test]
fn errors_in_extended_files_have_their_places() {
    let files = Files::new(&[
        ("run.toml", "seed = -1\nextends = \"base.json\""),
        ("base.json", "{\"nmae\": \"x\",\n \"train\": {\"batch_size\": 0}}"),
        ("syntax.toml", "extends = [\"broken.yaml\", \"none.toml\", 3, \"base.ini\"]"),
        ("broken.yaml", "a: [1"),
        ("base.ini", ""),
        ("wrong.toml", "extends = { file = \"x.toml\" }"),
        ("folder.toml", "extends = \"\""),
    ]);
    assert_eq!(
        files.error("run.toml"),
        "`seed` is -1, outside 0 to 18446744073709551615 (`u64`)\n --> run.toml:1:8\n  |\n1 | seed = -1\n  |        ^^\n\n\
         unknown field `nmae` in `Whole`; did you mean `name`?\n --> base.json:1:2\n  |\n\
         1 | {\"nmae\": \"x\",\n  |  ^^^^^^\n\n\
         `batch_size` is 0, below the minimum 1\n --> base.json:2:26\n  |\n2 |  \"train\": {\"batch_size\": 0}}\n  \
         |                          ^"
    );
    let text = files.error("syntax.toml");
    let blocks: Vec<&str> = text.split("\n\n").collect();
    assert_eq!(blocks.len(), 4, "{text}");
    assert!(
        blocks[0].starts_with("`extends` takes the path of a config file or a list of paths\n --> syntax.toml:1:40")
    );
    assert!(
        blocks[1].starts_with("not YAML: while parsing a flow sequence, expected ',' or ']'\n --> broken.yaml:1:6")
    );
    assert!(blocks[2].starts_with("none.toml: there is no such file\n --> syntax.toml:1:27\n"), "{text}");
    assert!(
        blocks[3].starts_with("base.ini: unknown extension `.ini`; the name of a config file ends in .toml"),
        "{text}"
    );
    assert!(blocks[3].contains("\n --> syntax.toml:1:43\n"), "{text}");
    assert!(
        files
            .error("wrong.toml")
            .starts_with("`extends` takes the path of a config file or a list of paths\n --> wrong.toml:1:11")
    );
    assert!(files.error("folder.toml").contains("this is a directory, expected a config file\n --> folder.toml:1:11"));
    // A text is no file: it extends nothing.
    let error = Loader::new().text("x.toml", "extends = \"base.json\"").load::<Whole>().unwrap_err();
    assert!(error.to_string().starts_with("unknown field `extends` in `Whole`"));
}

#[test]
fn circles_and_long_chains_of_extends() {
    let files = Files::new(&[
        ("a.toml", "extends = \"sub/b.yaml\""),
        ("sub/b.yaml", "extends: ../c.json\n"),
        ("c.json", "{\"extends\": \"a.toml\"}"),
        ("self.toml", "extends = \"self.toml\""),
    ]);
    assert_eq!(
        files.error("a.toml"),
        "this file extends itself: a.toml -> sub/b.yaml -> sub/../c.json -> sub/../a.toml\n --> sub/../c.json:1:13\n  |\n\
         1 | {\"extends\": \"a.toml\"}\n  |             ^^^^^^^^"
    );
    assert!(
        files.error("self.toml").starts_with("this file extends itself: self.toml -> self.toml\n --> self.toml:1:11")
    );
    let chain: Vec<(String, String)> =
        (0..40).map(|k| (format!("f{k}.toml"), format!("extends = \"f{}.toml\"", k + 1))).collect();
    let files = Files::new(&chain.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect::<Vec<_>>());
    std::fs::write(files.0.path().join("f40.toml"), "seed = 4").unwrap();
    // 16 files in a row are fine.
    assert_eq!(files.loader("f25.toml").load::<Whole>().unwrap().value.seed, 4);
    let text = files.error("f24.toml");
    assert!(text.starts_with("more than 16 files extend one another: f24.toml -> f25.toml -> f26.toml"), "{text}");
    assert!(text.contains(" -> f39.toml -> f40.toml\n --> f39.toml:1:11\n"), "{text}");
    assert!(files.error("f0.toml").contains("--> f15.toml:1:11"));
}

/// Names that changed.
#[derive(Debug, PartialEq, ModelConfig)]
struct Named {
    /// Layers.
    #[config(renamed_from("width", "depth"))]
    layers: u32,
    /// Height.
    #[config(renamed_from = "size")]
    height: u32,
    /// Inside.
    #[config(renamed_from = "within")]
    inner: Option<Inside>,
}

/// Inside.
#[derive(Debug, PartialEq, ModelConfig)]
struct Inside {
    /// Layers.
    #[config(renamed_from = "depth")]
    layers: u32,
    /// Rate.
    rate: u32,
}

#[test]
fn files_that_extend_one_another_may_use_other_names() {
    let files = Files::new(&[
        ("top.json", "{\"extends\": \"middle.yaml\", \"depth\": 8}"),
        ("middle.yaml", "extends: base.toml\nwidth: 5\nheight: 6\ninner: {layers: 7}"),
        ("base.toml", "layers = 1\nsize = 2\n[within]\ndepth = 4\nrate = 9"),
        ("twice.toml", "layers = 1\nwidth = 2\nheight = 3"),
        ("over.toml", "extends = \"twice.toml\"\ndepth = 4"),
    ]);
    let loaded = files.loader("top.json").load::<Named>().unwrap();
    // Tables merge under whichever name.
    assert_eq!(loaded.value, Named { layers: 8, height: 6, inner: Some(Inside { layers: 7, rate: 9 }) });
    // Only what counts is warned of.
    let warnings: Vec<_> = loaded.warnings.iter().map(|warning| files.shown(&warning.to_string())).collect();
    assert_eq!(warnings.len(), 1, "{warnings:?}");
    assert!(warnings[0].starts_with("`depth` is an old name; the field is now called `layers`\n --> top.json:1:28"));
    // Two names in one file are a mistake, unless a stronger file says what counts.
    assert!(
        files
            .loader("twice.toml")
            .load::<Named>()
            .unwrap_err()
            .to_string()
            .starts_with("`width` and `layers` are the same field, `layers`; remove `width`, an old name\n --> ")
    );
    let loaded = files.loader("over.toml").load::<Named>().unwrap();
    assert_eq!(loaded.value.layers, 4);
    let TreeValue::Table(entries) = &loaded.resolved.value else { panic!("not a table") };
    assert_eq!(entries.iter().map(|entry| entry.key.as_str()).collect::<Vec<_>>(), ["layers", "height"]);
}

#[test]
fn lines_of_extends_keep_secrets() {
    /// With a secret.
    #[derive(Debug, ModelConfig)]
    struct Server {
        /// The key.
        #[config(secret)]
        key: String,
    }
    let files = Files::new(&[("run.json", "{\"key\": \"s3cret\", \"extends\": \"keys.json\"}")]);
    let error = files.loader("run.json").load::<Server>().unwrap_err().to_string();
    assert_eq!(files.shown(&error), "keys.json: there is no such file\n --> run.json:1:30");
}

//! What the attributes of fields and types do, seen through the library: loading, its errors, JSON Schema.

use artifex::config::json_schema::document;
use artifex::config::{Loaded, Loader, ModelConfig, Value};
use serde_json::{Value as Json, json};

fn load<T: Value>(text: &str) -> Result<Loaded<T>, Vec<String>> {
    Loader::new()
        .text("a.toml", text)
        .load::<T>()
        .map_err(|error| error.diagnostics.iter().map(|diagnostic| diagnostic.message.clone()).collect())
}

fn errors<T: Value + std::fmt::Debug>(text: &str) -> Vec<String> {
    load::<T>(text).map(|loaded| loaded.value).expect_err("the text is wrong")
}

fn properties<T: Value>() -> Json {
    document(&T::KIND, "T", &[])["properties"].clone()
}

mod multiple_of {
    use super::*;

    #[derive(Debug, PartialEq, ModelConfig)]
    struct Steps {
        #[config(default = 16, multiple_of = 8)]
        width: u32,
        #[config(default = 0.3, multiple_of = 0.1)]
        rate: f64,
        #[config(default = [4, 8], each(multiple_of = 4))]
        sizes: Vec<i64>,
        #[config(multiple_of = 2)]
        even: Option<u8>,
    }

    #[test]
    fn multiples_are_checked() {
        assert_eq!(load::<Steps>("rate = 0.7\neven = 4").unwrap().value.rate.to_string(), "0.7");
        assert_eq!(
            errors::<Steps>("width = 12\nrate = 0.35\nsizes = [8, 0, -6]\neven = 3"),
            [
                "`width` is 12, not a multiple of 8",
                "`rate` is 0.35, not a multiple of 0.1",
                "`sizes[2]` is -6, not a multiple of 4",
                "`even` is 3, not a multiple of 2",
            ]
        );
    }

    #[test]
    fn multiples_in_json_schema() {
        let properties = properties::<Steps>();
        assert_eq!(properties["width"]["multipleOf"], json!(8));
        assert_eq!(properties["rate"]["multipleOf"], json!(0.1));
        assert_eq!(properties["sizes"]["items"]["multipleOf"], json!(4));
        assert_eq!(properties["even"]["multipleOf"], json!(2));
    }
}

mod pattern {
    use super::*;
    use std::collections::BTreeMap;
    use std::path::PathBuf;

    #[derive(Debug, PartialEq, ModelConfig)]
    struct Run {
        #[config(default = "run_1", pattern = "^[a-z0-9_]+$")]
        name: String,
        #[config(pattern = r"^\S.*\.toml$", len(max = 20))]
        path: Option<PathBuf>,
        #[config(default = [], each(pattern = "^#"))]
        tags: Vec<Option<String>>,
        #[config(default = {}, keys(pattern = "^[A-Z]$"), values(pattern = "x"))]
        by_letter: BTreeMap<String, String>,
        #[config(pattern = "^[a-z]+$", secret)]
        key: Option<String>,
    }

    #[test]
    fn patterns_are_checked() {
        let run = load::<Run>("path = 'a b.toml'\ntags = ['#a']\nby_letter = { A = 'axa' }").unwrap().value;
        assert_eq!((run.name.as_str(), run.path), ("run_1", Some(PathBuf::from("a b.toml"))));
        assert_eq!(
            errors::<Run>(
                "name = \"Run\"\npath = \"a\\tb.tom\"\ntags = [\"#\", \"\", \"\\n#\"]\nby_letter = { A = \"y\", \"é\" = \"x\" }\nkey = \"a1\""
            ),
            [
                "`name` is \"Run\", which does not match the pattern `^[a-z0-9_]+$`: character 1, \"R\", does not fit",
                "`path` is \"a\tb.tom\", which does not match the pattern `^\\S.*\\.toml$`: it ends too early",
                "`tags[1]` is \"\", which does not match the pattern `^#`: it ends too early",
                "`tags[2]` is \"\n#\", which does not match the pattern `^#`: character 1 does not fit",
                "`by_letter.A` is \"y\", which does not match the pattern `x`",
                "a key of `by_letter` is \"é\", which does not match the pattern `^[A-Z]$`: character 1, \"é\", does not fit",
                "`key` is ***, which does not match the pattern `^[a-z]+$`",
            ]
        );
    }

    #[test]
    fn patterns_in_json_schema() {
        let properties = properties::<Run>();
        assert_eq!(properties["name"], json!({ "type": "string", "pattern": "^[a-z0-9_]+$", "default": "run_1" }));
        // What engines read in their own way is spelled out, and the author's own words stand beside it.
        let spaces = r"\t-\r\x20\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff";
        assert_eq!(
            properties["path"],
            json!({
                "type": ["string", "null"], "maxLength": 20, "x-artifex-pattern": r"^\S.*\.toml$",
                "pattern": format!(r"^[^{spaces}][^\n\r\u2028\u2029]*\.toml$"),
            })
        );
        assert_eq!(properties["tags"]["items"], json!({ "type": ["string", "null"], "pattern": "^#" }));
        assert_eq!(properties["by_letter"]["propertyNames"], json!({ "type": "string", "pattern": "^[A-Z]$" }));
        assert_eq!(properties["by_letter"]["additionalProperties"], json!({ "type": "string", "pattern": "x" }));
    }
}

mod unit_and_example {
    use super::*;

    #[derive(Debug, PartialEq, ModelConfig)]
    struct Server {
        /// Time to wait.
        #[config(unit = "ms", example = 250, min = 1)]
        timeout: u32,
        #[config(unit = "px", example = [3, 4], default = [1, 2])]
        size: [u32; 2],
        /// A name.
        #[config(example = "digits")]
        name: Option<String>,
    }

    #[test]
    fn units_and_examples_in_json_schema() {
        let properties = properties::<Server>();
        assert_eq!(
            properties["timeout"],
            json!({
                "type": "integer", "minimum": 1, "maximum": u32::MAX, "description": "Time to wait.\n\nUnit: ms",
                "examples": [250], "x-unit": "ms",
            })
        );
        assert_eq!(
            (&properties["size"]["description"], &properties["size"]["examples"]),
            (&json!("Unit: px"), &json!([[3, 4]]))
        );
        assert_eq!(
            (&properties["name"]["description"], &properties["name"]["examples"]),
            (&json!("A name."), &json!(["digits"]))
        );
    }

    #[test]
    fn an_example_is_no_default() {
        assert_eq!(errors::<Server>(""), ["missing field `timeout` (an integer) in `Server`"]);
        assert_eq!(load::<Server>("timeout = 3").unwrap().value, Server { timeout: 3, size: [1, 2], name: None });
    }
}

mod rename {
    use super::*;

    #[derive(Debug, PartialEq, ModelConfig)]
    #[config(rename_all = "camelCase")]
    enum Activation {
        LeakyRelu,
        #[config(rename = "silu")]
        SiLU,
    }

    #[derive(Debug, PartialEq, ModelConfig)]
    #[config(rename_all = "kebab-case")]
    struct Half {
        latent_dim: u32,
        #[config(default = "leakyRelu")]
        hidden_act: Activation,
    }

    #[derive(Debug, PartialEq, ModelConfig)]
    #[config(rename_all = "PascalCase")]
    enum Source {
        CsvFile(Half),
    }

    #[derive(Debug, PartialEq, ModelConfig)]
    #[config(rename_all = "kebab-case")]
    #[config(rule(left_half."latent-dim" == Right."latent-dim"), rule(first_size > 1))]
    struct Pair {
        left_half: Half,
        #[config(rename = "Right")]
        right_half: Half,
        #[config(default = 2)]
        first_size: u32,
        #[config(default = { type = "CsvFile", "latent-dim" = 3 })]
        data_source: Source,
    }

    const GOOD: &str = "left-half = { latent-dim = 2 }\nRight = { latent-dim = 2, hidden-act = \"silu\" }";

    #[test]
    fn files_use_the_outside_names() {
        let pair = load::<Pair>(GOOD).unwrap().value;
        assert_eq!(pair.right_half.hidden_act, Activation::SiLU);
        assert_eq!(pair.data_source, Source::CsvFile(Half { latent_dim: 3, hidden_act: Activation::LeakyRelu }));
        let text = serde_json::to_string(&pair).unwrap();
        assert_eq!(
            text,
            "{\"left-half\":{\"latent-dim\":2,\"hidden-act\":\"leakyRelu\"},\
             \"Right\":{\"latent-dim\":2,\"hidden-act\":\"silu\"},\"first-size\":2,\
             \"data-source\":{\"type\":\"CsvFile\",\"latent-dim\":3,\"hidden-act\":\"leakyRelu\"}}"
        );
        assert_eq!(serde_json::from_str::<Pair>(&text).unwrap(), pair);
    }

    #[test]
    fn errors_use_the_outside_names() {
        assert_eq!(
            errors::<Pair>("left-half = { latent-dim = 2 }\nRight = { latent-dim = 3 }\nfirst-size = 1"),
            [
                "rule `left-half.latent-dim == Right.latent-dim` of `Pair` does not hold: left-half.latent-dim is 2, \
                 Right.latent-dim is 3",
                "rule `first-size > 1` of `Pair` does not hold: first-size is 1",
            ]
        );
        assert_eq!(
            errors::<Pair>(&format!("{GOOD}\nfirst_size = 3\ndata-source = {{ type = \"csv\" }}")),
            [
                "unknown field `first_size` in `Pair`; did you mean `first-size`?",
                "unknown type \"csv\", expected one of \"CsvFile\"",
            ]
        );
        assert_eq!(
            errors::<Half>("hidden-act = \"relu\""),
            [
                "missing field `latent-dim` (an integer) in `Half`",
                "`hidden-act` is \"relu\", expected one of \"leakyRelu\", \"silu\"",
            ]
        );
    }

    #[test]
    fn schemas_use_the_outside_names() {
        let names: Vec<_> = properties::<Pair>().as_object().unwrap().keys().cloned().collect();
        // The last two are what a file says of itself.
        assert_eq!(names, ["left-half", "Right", "first-size", "data-source", "$schema", "extends"]);
        assert_eq!(Pair::SCHEMA.rules[1].text, "first-size > 1");
        assert_eq!(properties::<Half>()["hidden-act"]["enum"], json!(["leakyRelu", "silu"]));
    }
}

mod old_names {
    use super::*;
    use artifex::config::{Code, Severity};

    #[derive(Debug, PartialEq, ModelConfig)]
    enum Mode {
        Keep,
        #[config(deprecated = "use \"keep\"")]
        Drop,
    }

    #[derive(Debug, PartialEq, ModelConfig)]
    #[config(rule(kl_weight < 5))]
    struct Vae {
        #[config(renamed_from("beta", "kl"), min = 0)]
        kl_weight: i64,
        #[config(default = "keep")]
        mode: Mode,
        #[config(deprecated = "the optimizer decides")]
        warm_up: Option<u32>,
        #[config(renamed_from = "inner_net")]
        inner: Option<Inner>,
    }

    #[derive(Debug, PartialEq, ModelConfig)]
    struct Inner {
        #[config(renamed_from = "width", default = 8)]
        channels: u32,
        #[config(default = 1)]
        depth: u32,
    }

    #[derive(Debug, PartialEq, ModelConfig)]
    enum Model {
        Vae(Vae),
        #[config(deprecated = "use \"vae\"")]
        Old(Inner),
    }

    fn warnings<T: Value>(text: &str) -> Vec<String> {
        let loaded = load::<T>(text).unwrap_or_else(|errors| panic!("{errors:?}"));
        assert!(loaded.warnings.iter().all(|warning| warning.severity == Severity::Warning));
        loaded.warnings.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn old_names_are_accepted_with_a_warning() {
        assert_eq!(warnings::<Vae>("kl_weight = 1"), [""; 0]);
        assert_eq!(
            warnings::<Vae>("mode = \"drop\"\nbeta = 2\nwarm_up = 3"),
            [
                "`mode` is \"drop\", which is deprecated: use \"keep\"\n --> a.toml:1:8\n  |\n1 | mode = \"drop\"\n  |        ^^^^^^",
                "`beta` is an old name; the field is now called `kl_weight`\n --> a.toml:2:1\n  |\n2 | beta = 2\n  | ^^^^",
                "`warm_up` is deprecated: the optimizer decides\n --> a.toml:3:1\n  |\n3 | warm_up = 3\n  | ^^^^^^^",
            ]
        );
        assert_eq!(
            warnings::<Model>("type = \"old\"\nwidth = 3"),
            [
                "the type \"old\" is deprecated: use \"vae\"\n --> a.toml:1:8\n  |\n1 | type = \"old\"\n  |        ^^^^^",
                "`width` is an old name; the field is now called `channels`\n --> a.toml:2:1\n  |\n2 | width = 3\n  | ^^^^^",
            ]
        );
    }

    #[test]
    fn the_values_under_old_names_count() {
        let loaded = load::<Vae>("kl = 2\n[inner_net]\nwidth = 16").unwrap();
        let inner = Some(Inner { channels: 16, depth: 1 });
        assert_eq!(loaded.value, Vae { kl_weight: 2, mode: Mode::Keep, warm_up: None, inner });
        assert_eq!(loaded.warnings.iter().map(|warning| warning.code).collect::<Vec<_>>(), [Code::Renamed; 3]);
        assert_eq!(
            loaded.to_toml().unwrap(),
            "kl_weight = 2  # a.toml:1\nmode = \"keep\"  # default\n\n[inner]\nchannels = 16  # a.toml:3\ndepth = 1  # default\n"
        );
        assert_eq!(errors::<Vae>("beta = -1"), ["`beta` is -1, below the minimum 0"]);
        assert_eq!(errors::<Vae>("beta = 7"), ["rule `kl_weight < 5` of `Vae` does not hold: kl_weight is 7"]);
        let config: Vae = artifex::config!(Vae { beta = 3 });
        assert_eq!(config.kl_weight, 3);
        assert_eq!(serde_json::from_str::<Vae>(r#"{"beta": 4}"#).unwrap().kl_weight, 4);
    }

    #[test]
    fn two_names_in_one_file_are_an_error() {
        assert_eq!(
            errors::<Vae>("beta = 2\nkl_weight = 1\nkl = 3"),
            [
                "`beta` and `kl_weight` are the same field, `kl_weight`; remove `beta`, an old name",
                "`kl` and `kl_weight` are the same field, `kl_weight`; remove `kl`, an old name",
            ]
        );
        assert_eq!(
            errors::<Vae>("kl = 3\nbeta = 2"),
            ["`kl` and `beta` are the same field, `kl_weight`; remove `kl`, an old name"]
        );
    }

    #[test]
    fn a_stronger_layer_overrides_under_any_name() {
        for (file, set) in [("beta = 1", "kl_weight=4"), ("kl_weight = 1", "beta=4"), ("kl = 1", "beta=4")] {
            let loaded = Loader::new().text("a.toml", file).set(set).load::<Vae>().unwrap();
            assert_eq!(loaded.value.kl_weight, 4, "{file} {set}");
        }
        let loaded =
            Loader::new().text("a.toml", "kl = 1\ninner_net = { width = 2, depth = 3 }").set("inner.channels=4");
        assert_eq!(loaded.load::<Vae>().unwrap().value.inner, Some(Inner { channels: 4, depth: 3 }));
    }

    #[test]
    fn old_names_in_json_schema() {
        let schema = document(&Vae::KIND, "T", &[]);
        let properties = &schema["properties"];
        assert_eq!(
            properties["beta"],
            json!({
                "type": "integer", "minimum": 0, "maximum": i64::MAX, "description": "Renamed to `kl_weight`.",
                "deprecated": true,
            })
        );
        assert_eq!(properties["warm_up"]["deprecated"], json!(true));
        assert_eq!(properties["warm_up"]["description"], json!("Deprecated: the optimizer decides"));
        assert_eq!(properties["mode"]["x-enum-deprecated"], json!({ "drop": "use \"keep\"" }));
        assert!(schema["required"].is_null());
        assert_eq!(
            schema["allOf"],
            json!([
                { "oneOf": [{ "required": ["kl_weight"] }, { "required": ["beta"] }, { "required": ["kl"] }] },
                { "oneOf": [
                    { "required": ["inner"] }, { "required": ["inner_net"] },
                    { "not": { "anyOf": [{ "required": ["inner"] }, { "required": ["inner_net"] }] } },
                ] },
                // The rule `kl_weight < 5`, under each of the names.
                {
                    "x-error-message": "rule `kl_weight < 5` of `Vae` does not hold",
                    "properties": {
                        "kl_weight": { "exclusiveMaximum": 5 },
                        "beta": { "exclusiveMaximum": 5 },
                        "kl": { "exclusiveMaximum": 5 },
                    },
                },
            ])
        );
        assert_eq!(document(&Model::KIND, "T", &[])["oneOf"][1]["deprecated"], json!(true));
    }
}

mod secret {
    use super::*;

    #[derive(Debug, PartialEq, ModelConfig)]
    #[config(rule(len(server.api_key) > 3), rule(ok != "no"))]
    struct App {
        server: Server,
        #[config(default = "yes")]
        ok: String,
    }

    #[derive(Debug, PartialEq, ModelConfig)]
    struct Server {
        #[config(secret, renamed_from = "token", len(min = 2), default = "none")]
        api_key: String,
        #[config(secret, min = 1000, max = 9999)]
        pin: Option<u32>,
        #[config(secret, one_of("hunter2", "hunter3"))]
        word: Option<String>,
        #[config(secret, each(len = 2))]
        codes: Option<Vec<String>>,
        #[config(default = 80)]
        port: u16,
    }

    fn shown(text: &str) -> String {
        Loader::new().text("a.toml", text).load::<App>().unwrap_err().to_string()
    }

    #[test]
    fn messages_and_lines_do_not_show_the_value() {
        assert_eq!(
            shown("[server]\napi_key = 5678\npin = 12\nword = \"hunter1\"\ncodes = [\"ab\", \"xyz\"] # why"),
            "`api_key` is ***, expected a string\n --> a.toml:2:11\n  |\n2 | api_key = ***\n  |           ^^^\n\n\
             `pin` is ***, below the minimum 1000\n --> a.toml:3:7\n  |\n3 | pin = ***\n  |       ^^^\n\n\
             `word` is ***, expected one of \"hunter2\", \"hunter3\"\n --> a.toml:4:8\n  |\n4 | word = ***\n  |        ^^^\n\n\
             `codes[1]` has 3 characters, expected exactly 2\n --> a.toml:5:9\n  |\n5 | codes = *** # why\n  |         ^^^"
        );
    }

    #[test]
    fn neighbours_rules_and_typos_do_not_show_it_either() {
        let text = shown("server = { token = \"s3cret\", port = true, pin = 4321 }");
        assert_eq!(
            text,
            "`port` is a boolean, expected an integer\n --> a.toml:1:37\n  |\n\
             1 | server = { token = ***, port = true, pin = *** }\n  |                                ^^^^"
        );
        let text = shown("api_key = \"s3cret\"");
        assert_eq!(
            text,
            "unknown field `api_key` in `App`; its fields are `server`, `ok`\n --> a.toml:1:1\n  |\n1 | api_key = ***\n  | ^^^^^^^\n\n\
             missing field `server` (a table) in `App`\n --> a.toml:1:1\n  |\n1 | api_key = ***\n  | ^"
        );
        let text = shown("[server]\napi_key = \"s3c\"");
        assert_eq!(
            text,
            "rule `len(server.api_key) > 3` of `App` does not hold: server.api_key is ***\n --> a.toml:2:11\n  |\n\
             2 | api_key = ***\n  |           ^^^"
        );
        assert_eq!(
            shown("[server]\napi_kye = \"s3cret\""),
            "unknown field `api_kye` in `Server`; did you mean `api_key`?\n --> a.toml:2:1\n  |\n2 | api_kye = ***\n  | ^^^^^^^"
        );
    }

    #[test]
    fn a_line_that_is_not_toml_is_not_shown_if_it_names_a_secret() {
        let text = shown("[server]\napi_key = s3cret\nport = = 2");
        assert!(!text.contains("s3cret") && text.contains("a.toml:2:11") && text.contains("3 | port = = 2"), "{text}");
        let error = Loader::new().text("a.toml", "").set("server.pin:4321").load::<App>().unwrap_err().to_string();
        assert_eq!(error, "not of the form key=value\n --> command line:1:1");
        let error = Loader::new().text("a.toml", "").set("server.pin=432").load::<App>().unwrap_err().to_string();
        assert!(error.contains("1 | server.pin=***\n"), "{error}");
    }

    #[test]
    fn a_loaded_config_does_not_show_it() {
        let text = "[server]\napi_key = \"s3cret\"\npin = 4321\ncodes = [\"q7\"]";
        let layers = Loader::new().text("a.toml", text);
        assert!(!format!("{layers:?}").contains("s3cret"));
        let loaded = layers.load::<App>().unwrap();
        assert_eq!(loaded.value.server.api_key, "s3cret");
        let toml = loaded.to_toml().unwrap();
        assert_eq!(
            toml,
            "ok = \"yes\"  # default\n\n[server]\napi_key = \"***\"  # a.toml:2\npin = \"***\"  # a.toml:3\n\
             codes = \"***\"  # a.toml:4\nport = 80  # default\n"
        );
        let debug = format!("{loaded:?}");
        assert!(
            debug.contains("***") && ["s3cret", "4321", "q7"].iter().all(|secret| !debug.contains(secret)),
            "{debug}"
        );
    }

    #[test]
    fn secrets_in_json_schema() {
        let properties = properties::<Server>();
        assert_eq!(properties["api_key"], json!({ "type": "string", "minLength": 2, "writeOnly": true }));
        assert_eq!(properties["port"]["writeOnly"], Json::Null);
    }
}

mod maps {
    use super::*;
    use std::collections::BTreeMap;

    #[derive(Debug, PartialEq, ModelConfig)]
    struct Group {
        #[config(default = 1, renamed_from = "factor")]
        scale: u32,
        file: Option<std::path::PathBuf>,
    }

    #[derive(Debug, PartialEq, ModelConfig)]
    #[config(rule(len(rates) != 3, "three are too many"))]
    struct Optimizer {
        #[config(default = { all = 0.5 }, len(min = 1), keys(len(min = 2), one_of("all", "bias", "x", "norm")), values(min = 0))]
        rates: BTreeMap<String, f64>,
        #[config(default)]
        groups: BTreeMap<String, Group>,
        #[config(values(len = 2, each(max = 9)))]
        pairs: Option<BTreeMap<String, Vec<u8>>>,
        #[config(default = [], each(values(max = 1)))]
        list: Vec<BTreeMap<String, i32>>,
    }

    fn map<T>(entries: impl IntoIterator<Item = (&'static str, T)>) -> BTreeMap<String, T> {
        entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
    }

    #[test]
    fn maps_load_with_defaults_layers_and_paths() {
        let loaded = Loader::new()
            .text("dir/a.toml", "groups.a = { factor = 2 }\n[groups.b]\nfile = \"x.csv\"")
            .set("groups.a.scale=3")
            .set("groups.b.file=y.csv")
            .load::<Optimizer>()
            .unwrap();
        let groups =
            map([("a", Group { scale: 3, file: None }), ("b", Group { scale: 1, file: Some("y.csv".into()) })]);
        assert_eq!(loaded.value, Optimizer { rates: map([("all", 0.5)]), groups, pairs: None, list: vec![] });
        let text = serde_json::to_string(&loaded.value).unwrap();
        assert_eq!(
            text,
            r#"{"rates":{"all":0.5},"groups":{"a":{"scale":3},"b":{"scale":1,"file":"y.csv"}},"list":[]}"#
        );
        assert_eq!(serde_json::from_str::<Optimizer>(&text).unwrap(), loaded.value);
        let file = load::<Optimizer>("[groups.b]\nfile = \"x.csv\"").unwrap().to_toml().unwrap();
        assert!(file.contains("[groups.b]\nscale = 1  # default\nfile = \"/"), "{file}");
        assert_eq!(load::<Optimizer>("rates = { bias = 1 }").unwrap().value.rates, map([("bias", 1.0)]));
    }

    #[test]
    fn maps_are_checked() {
        assert_eq!(
            errors::<Optimizer>(
                "rates = { x = -1, nrom = 2 }\ngroups.a = { scal = 2 }\npairs = { p = [1, 10], q = [1] }\nlist = [{}, { k = 2 }]"
            ),
            [
                "a key of `rates` has 1 character, expected at least 2",
                "`rates.x` is -1, below the minimum 0",
                "a key of `rates` is \"nrom\", expected one of \"all\", \"bias\", \"x\", \"norm\"; did you mean \"norm\"?",
                "unknown field `scal` in `Group`; did you mean `scale`?",
                "`pairs.p[1]` is 10, above the maximum 9",
                "`pairs.q` has 1 element, expected exactly 2",
                "`list[1].k` is 2, above the maximum 1",
            ]
        );
        assert_eq!(errors::<Optimizer>("rates = {}"), ["`rates` has 0 entries, expected at least 1"]);
        assert_eq!(errors::<Optimizer>("rates = 1"), ["`rates` is 1, expected a table"]);
        assert_eq!(
            errors::<Optimizer>("rates = { all = 1, bias = 1, norm = 1 }"),
            ["three are too many (rule `len(rates) != 3` of `Optimizer` does not hold: rates is a table)"]
        );
    }

    #[test]
    fn maps_in_json_schema() {
        let properties = properties::<Optimizer>();
        assert_eq!(
            properties["rates"],
            json!({
                "type": "object", "additionalProperties": { "type": "number", "minimum": 0 }, "minProperties": 1,
                "propertyNames": { "type": "string", "minLength": 2, "enum": ["all", "bias", "x", "norm"] },
                "default": { "all": 0.5 },
            })
        );
        assert_eq!(properties["groups"]["additionalProperties"]["$ref"], json!("#/$defs/Group"));
        assert_eq!(properties["pairs"]["additionalProperties"]["items"]["maximum"], json!(9));
    }
}

mod tuples {
    use super::*;
    use std::path::PathBuf;

    #[derive(Debug, PartialEq, ModelConfig)]
    struct Point {
        #[config(default = 1, renamed_from = "old")]
        x: u32,
        #[config(secret)]
        key: Option<String>,
    }

    #[derive(Debug, PartialEq, ModelConfig)]
    #[config(rule(sum(range) < 10))]
    struct Schedule {
        #[config(default = [0.5, 3])]
        range: (f64, u8),
        file: Option<(String, PathBuf, Point)>,
        #[config(default = [[1, true]])]
        list: Vec<(u8, bool)>,
        #[config(default = [1, 2, 3, 4, 5, "6"])]
        six: (u8, u8, u8, u8, u8, String),
    }

    #[test]
    fn tuples_load_and_read_back() {
        let loaded = Loader::new()
            .text(
                "/dir/a.toml",
                "range = [1, 2]\nfile = [\"n\", \"x.csv\", { old = 3, key = \"k3y\" }]\nlist = [[2, false]]",
            )
            .load::<Schedule>()
            .unwrap();
        let file = Some(("n".to_owned(), "/dir/x.csv".into(), Point { x: 3, key: Some("k3y".into()) }));
        let six = (1, 2, 3, 4, 5, "6".to_owned());
        assert_eq!(loaded.value, Schedule { range: (1.0, 2), file, list: vec![(2, false)], six });
        assert!(
            loaded.to_toml().unwrap().contains(r#"file = ["n", "/dir/x.csv", { x = 3, key = "***" }]"#),
            "{}",
            loaded.to_toml().unwrap()
        );
        let text = serde_json::to_string(&loaded.value).unwrap();
        assert_eq!(serde_json::from_str::<Schedule>(&text).unwrap(), loaded.value);
        assert_eq!(load::<Schedule>("").unwrap().value.range, (0.5, 3));
    }

    #[test]
    fn tuples_are_checked() {
        assert_eq!(
            errors::<Schedule>("range = [\"a\", 300, 1]\nlist = [[1]]\nfile = 3"),
            [
                "`range` has 3 elements, expected exactly 2",
                "`range[0]` is a string, expected a number",
                "`range[1]` is 300, outside 0 to 255 (`u8`)",
                "`list[0]` has 1 element, expected exactly 2",
                "`file` is 3, expected a list",
            ]
        );
        assert_eq!(
            errors::<Schedule>("range = [9, 1]"),
            ["rule `sum(range) < 10` of `Schedule` does not hold: range is [9, 1]"]
        );
    }

    #[test]
    fn tuples_in_json_schema() {
        assert_eq!(
            properties::<Schedule>()["range"],
            json!({
                "type": "array",
                "prefixItems": [{ "type": "number" }, { "type": "integer", "minimum": 0, "maximum": 255 }],
                "items": false, "minItems": 2, "maxItems": 2, "default": [0.5, 3],
            })
        );
    }
}

mod expressions {
    use super::*;

    const WIDTH: u32 = 12;

    #[derive(Debug, PartialEq, ModelConfig)]
    enum Activation {
        Relu,
        Tanh,
    }

    const fn twice(x: i64) -> i64 {
        2 * x
    }

    #[derive(Debug, PartialEq, ModelConfig)]
    #[config(rule(width < 100))]
    struct Net {
        #[config(default = WIDTH, min = 1)]
        width: u32,
        #[config(default = 1 << 10)]
        steps: Option<usize>,
        #[config(default = std::f64::consts::PI)]
        angle: f64,
        #[config(default = -twice(21))]
        shift: i64,
        #[config(default = Activation::Tanh)]
        act: Activation,
        #[config(default = concat!("a", "b"))]
        name: String,
        #[config(default = !cfg!(any()))]
        flag: bool,
    }

    #[test]
    fn defaults_are_evaluated() {
        let loaded = load::<Net>("").unwrap();
        let net = Net {
            width: 12,
            steps: Some(1024),
            angle: std::f64::consts::PI,
            shift: -42,
            act: Activation::Tanh,
            name: "ab".to_owned(),
            flag: true,
        };
        assert_eq!(loaded.value, net);
        let text = loaded.to_toml().unwrap();
        assert!(
            text.starts_with("width = 12  # default\nsteps = 1024  # default\nangle = 3.141592653589793  #"),
            "{text}"
        );
        assert_eq!(load::<Net>(&text).unwrap().value, net);
        assert_eq!(artifex::config!(Net { act = "relu" }).steps, Some(1024));
        assert_eq!(properties::<Net>()["steps"]["default"], json!(1024));
        assert_eq!(properties::<Net>()["act"]["default"], json!("tanh"));
    }
}

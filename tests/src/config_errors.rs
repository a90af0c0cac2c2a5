//! Every mistake a user can make in a config: its text, its place, and that all of them are shown.

use artifex::config::{ConfigError, Loader, ModelConfig, Value};

/// What to do with the input.
#[derive(Debug, PartialEq, ModelConfig)]
enum Mode {
    /// Throw it away.
    Drop,
    /// Keep it.
    KeepAll,
}

/// Inner config.
#[derive(Debug, PartialEq, ModelConfig)]
struct Inner {
    /// Width.
    #[config(min = 1, max = 64)]
    width: u32,
    /// Rate.
    #[config(default = 0.5, min = 0.0, exclusive_max = 1.0)]
    rate: f64,
}

/// One choice.
#[derive(Debug, PartialEq, ModelConfig)]
struct Small {
    #[config(default = 1)]
    size: u8,
}

/// Another choice.
#[derive(Debug, PartialEq, ModelConfig)]
struct Large {
    #[config(min = 10)]
    size: u64,
}

/// A choice.
#[derive(Debug, PartialEq, ModelConfig)]
enum Choice {
    Small(Small),
    VeryLarge(Large),
}

/// The outermost config.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "outer")]
#[config(rule(left.width == right.width))]
#[config(rule(len(dims) % 2 == 0 && all(dims, v <= 100), "dims come in pairs"))]
#[config(rule(when(mode == "drop", is_set(reason)), "dropping needs a reason"))]
struct Outer {
    left: Inner,
    right: Inner,
    #[config(default = "keep_all")]
    mode: Mode,
    reason: Option<String>,
    #[config(default = [1, 2], len(min = 1), each(min = 1))]
    dims: Vec<u32>,
    #[config(default = [0.5, 0.5])]
    range: [f64; 2],
    choice: Option<Choice>,
    #[config(default = true)]
    flag: bool,
    #[config(default = "a", one_of("a", "bc"))]
    word: String,
}

const GOOD: &str = "left = { width = 4 }\nright = { width = 4 }\n";

fn errors<T: Value>(text: &str) -> ConfigError {
    match Loader::new().text("x.toml", text).load::<T>() {
        Ok(_) => panic!("accepted: {text}"),
        Err(error) => error,
    }
}

/// The messages with their places.
fn messages<T: Value>(text: &str) -> Vec<String> {
    let error = errors::<T>(text);
    error
        .diagnostics
        .iter()
        .map(|diagnostic| {
            let place = diagnostic.place.as_ref().map(|p| format!("{}:{}", p.line, p.column));
            format!("{} {}", place.unwrap_or_default(), diagnostic.message)
        })
        .collect()
}

/// One error below the good lines.
fn one(line: &str) -> String {
    let found = messages::<Outer>(&format!("{GOOD}{line}"));
    assert_eq!(found.len(), 1, "{found:?}");
    found[0].clone()
}

#[test]
fn what_is_accepted() {
    let text = format!(
        "type = \"outer\"\n{GOOD}mode = \"drop\"\nreason = \"old\"\ndims = [3, 1e2]\nchoice = {{ type = \"very_large\", size = 10 }}"
    );
    let config = Loader::new().text("x.toml", &text).load::<Outer>().unwrap().value;
    let inner = || Inner { width: 4, rate: 0.5 };
    let expected = Outer {
        left: inner(),
        right: inner(),
        mode: Mode::Drop,
        reason: Some("old".into()),
        dims: vec![3, 100],
        range: [0.5, 0.5],
        choice: Some(Choice::VeryLarge(Large { size: 10 })),
        flag: true,
        word: "a".into(),
    };
    assert_eq!(config, expected);
}

#[test]
fn unknown_fields() {
    assert_eq!(one("falg = false"), "3:1 unknown field `falg` in `Outer`; did you mean `flag`?");
    assert_eq!(one("Flag = false"), "3:1 unknown field `Flag` in `Outer`; did you mean `flag`?");
    assert_eq!(
        one("zzzzzz = 1"),
        "3:1 unknown field `zzzzzz` in `Outer`; its fields are `left`, `right`, `mode`, `reason`, `dims`, `range`, \
         `choice`, `flag`, `word`"
    );
}

#[test]
fn missing_fields() {
    let found = messages::<Outer>("[left]\nrate = 0.1\n[right]\nwidth = 3");
    assert_eq!(found, ["1:1 missing field `width` (an integer) in `Inner`"]);
    let found = messages::<Outer>("");
    assert_eq!(
        found,
        ["1:1 missing field `left` (a table) in `Outer`", "1:1 missing field `right` (a table) in `Outer`"]
    );
}

#[test]
fn wrong_types() {
    assert_eq!(one("flag = 1"), "3:8 `flag` is 1, expected a boolean");
    assert_eq!(one("flag = 2020-01-01"), "3:8 `flag` is a date, expected a boolean");
    assert_eq!(one("dims = 3"), "3:8 `dims` is 3, expected a list");
    assert_eq!(one("dims = [1, \"x\"]"), "3:12 `dims[1]` is a string, expected an integer");
    assert_eq!(one("dims = [1, 2.5]"), "3:12 `dims[1]` is 2.5, expected an integer");
    assert_eq!(one("reason = []"), "3:10 `reason` is a list, expected a string");
    assert_eq!(one("range = [1.0, true]"), "3:15 `range[1]` is a boolean, expected a number");
    assert_eq!(one("choice = 3"), "3:10 `choice` is 3, expected a table");
}

#[test]
fn ranges_and_lengths() {
    assert_eq!(one("dims = [1, 0]"), "3:12 `dims[1]` is 0, below the minimum 1");
    assert_eq!(one("dims = []"), "3:8 `dims` has 0 elements, expected at least 1");
    assert_eq!(one("range = [1]"), "3:9 `range` has 1 element, expected exactly 2");
    assert_eq!(one("range = [nan, 1]"), "3:10 `range[0]` is nan, expected a finite number");
    assert_eq!(one("range = [1, 1e400]"), "3:13 `range[1]` is 1e400, expected a finite number");
    assert_eq!(one("dims = [1, -1]"), "3:12 `dims[1]` is -1, outside 0 to 4294967295 (`u32`)");
    assert_eq!(
        one("dims = [1, 99999999999999999999]").split(", ").next(),
        Some("3:12 `dims[1]` is 99999999999999999999")
    );
    let found = messages::<Outer>("left = { width = 65, rate = 1 }\nright = { width = 65, rate = -0.1 }");
    assert_eq!(
        found,
        [
            "1:18 `width` is 65, above the maximum 64",
            "1:29 `rate` is 1, must be below 1.0",
            "2:19 `width` is 65, above the maximum 64",
            "2:30 `rate` is -0.1, below the minimum 0.0",
        ]
    );
}

#[test]
fn words() {
    assert_eq!(
        one("mode = \"keepall\""),
        "3:8 `mode` is \"keepall\", expected one of \"drop\", \"keep_all\"; did you mean \"keep_all\"?"
    );
    assert_eq!(one("mode = \"x\""), "3:8 `mode` is \"x\", expected one of \"drop\", \"keep_all\"");
    assert_eq!(one("word = \"xyz\""), "3:8 `word` is \"xyz\", expected one of \"a\", \"bc\"");
    assert_eq!(one("word = \"cb\""), "3:8 `word` is \"cb\", expected one of \"a\", \"bc\"; did you mean \"bc\"?");
}

#[test]
fn unions() {
    assert_eq!(one("choice = { size = 1 }"), "3:10 missing `type`, expected one of \"small\", \"very_large\"");
    assert_eq!(
        one("choice = { type = \"smal\" }"),
        "3:19 unknown type \"smal\", expected one of \"small\", \"very_large\"; did you mean \"small\"?"
    );
    // Errors come from the chosen variant alone.
    assert_eq!(one("choice = { type = \"small\", size = 256 }"), "3:35 `size` is 256, outside 0 to 255 (`u8`)");
    assert_eq!(one("choice = { type = \"very_large\", size = 9 }"), "3:40 `size` is 9, below the minimum 10");
    assert_eq!(one("choice = { type = 7 }"), "3:19 `type` is 7, expected a string");
    assert_eq!(one("type = \"inner\""), "3:8 `type` is \"inner\", but the type of `Outer` is \"outer\"");
}

#[test]
fn rules() {
    assert_eq!(
        messages::<Outer>("left = { width = 4 }\nright = { width = 5 }"),
        ["2:19 rule `left.width == right.width` of `Outer` does not hold: left.width is 4, right.width is 5"]
    );
    assert_eq!(
        one("dims = [1, 2, 3]"),
        "3:8 dims come in pairs (rule `len(dims) % 2 == 0 && all(dims, v <= 100)` of `Outer` does not hold: dims is [1, 2, 3])"
    );
    assert_eq!(
        one("dims = [1, 101]"),
        "3:12 dims come in pairs (rule `len(dims) % 2 == 0 && all(dims, v <= 100)` of `Outer` does not hold: dims is [1, 101], dims[1] is 101)"
    );
    assert_eq!(
        one("mode = \"drop\""),
        "3:8 dropping needs a reason (rule `when(mode == \"drop\", is_set(reason))` of `Outer` does not hold: \
         mode is \"drop\", reason is not set)"
    );
}

#[test]
fn a_rule_waits_for_the_values_it_reads() {
    // 0 is an error of its own; that it also differs from 4 says nothing more.
    assert_eq!(
        messages::<Outer>("left = { width = 0 }\nright = { width = 4 }"),
        ["1:18 `width` is 0, below the minimum 1"]
    );
}

#[test]
fn a_mistyped_key_is_one_error() {
    // Neither is `width` reported as missing nor the rule that reads `left` as broken.
    assert_eq!(
        messages::<Outer>("left = { wdith = 4 }\nright = { width = 4 }"),
        ["1:10 unknown field `wdith` in `Inner`; did you mean `width`?"]
    );
    assert_eq!(
        messages::<Outer>("lfet = { width = 4 }\nright = { width = 5 }"),
        ["1:1 unknown field `lfet` in `Outer`; did you mean `left`?"]
    );
    assert_eq!(one("mode = \"drop\"\nreasn = \"x\""), "4:1 unknown field `reasn` in `Outer`; did you mean `reason`?");
}

#[test]
fn all_errors_in_the_order_of_the_file() {
    let text = "\
falg = true
left = { width = 0 }
mode = \"keep\"
dims = [1, 2, 3]

[right]
width = \"4\"
";
    let expected = "\
unknown field `falg` in `Outer`; did you mean `flag`?
 --> x.toml:1:1
  |
1 | falg = true
  | ^^^^

`width` is 0, below the minimum 1
 --> x.toml:2:18
  |
2 | left = { width = 0 }
  |                  ^

`mode` is \"keep\", expected one of \"drop\", \"keep_all\"
 --> x.toml:3:8
  |
3 | mode = \"keep\"
  |        ^^^^^^

dims come in pairs (rule `len(dims) % 2 == 0 && all(dims, v <= 100)` of `Outer` does not hold: dims is [1, 2, 3])
 --> x.toml:4:8
  |
4 | dims = [1, 2, 3]
  |        ^^^^^^^^^

`width` is a string, expected an integer
 --> x.toml:7:9
  |
7 | width = \"4\"
  |         ^^^";
    assert_eq!(errors::<Outer>(text).to_string(), expected);
}

#[test]
fn the_command_line_is_a_layer_with_places_of_its_own() {
    let load = |arguments: &[&str]| {
        let loader = arguments.iter().fold(Loader::new().text("x.toml", GOOD), |loader, argument| loader.set(argument));
        loader.load::<Outer>()
    };
    // Quotes may be left out where the field is a string, whatever the text looks like.
    let config = load(&["mode=drop", "reason=123", "dims=[7, 8]", "left.rate=0.25"]).unwrap().value;
    assert_eq!(config.reason.as_deref(), Some("123"));
    assert_eq!((config.mode, config.dims, config.left.rate), (Mode::Drop, vec![7, 8], 0.25));
    // The chosen variant decides what `size` is.
    let config = load(&["choice.type=small", "choice.size=3"]).unwrap().value;
    assert_eq!(config.choice, Some(Choice::Small(Small { size: 3 })));

    let text = |arguments: &[&str]| load(arguments).unwrap_err().to_string();
    assert_eq!(
        text(&["left.widht=3"]),
        "unknown field `widht` in `Inner`; did you mean `width`?\n --> command line:1:6\n  |\n1 | left.widht=3\n  |      ^^^^^"
    );
    assert_eq!(
        text(&["left.width=many"]),
        "`width` is a string, expected an integer\n --> command line:1:12\n  |\n1 | left.width=many\n  |            ^^^^"
    );
    assert_eq!(
        text(&["left.width"]),
        "`left.width` sets nothing, expected key=value, for instance train.batch_size=64\n --> command line:1:1\n  |\n\
         1 | left.width\n  | ^^^^^^^^^^"
    );
    assert!(text(&["left.width=[1"]).starts_with("not TOML: unclosed array"));
    assert!(text(&["=3"]).contains("command line:1"));
    // The rule sees the layered values and points at the one that was set last, though `right.width` stands behind it.
    assert_eq!(
        text(&["left.width=9"]),
        "rule `left.width == right.width` of `Outer` does not hold: left.width is 9, right.width is 4\n \
         --> command line:1:12\n  |\n1 | left.width=9\n  |            ^"
    );
}

#[test]
fn provenance() {
    let loaded = Loader::new().text("x.toml", GOOD).set("left.width=4").load::<Outer>().unwrap();
    let origin = |path: [&str; 2]| loaded.origin(loaded.resolved.get(path[0]).unwrap().get(path[1]).unwrap());
    assert_eq!(origin(["left", "width"]), "command line");
    assert_eq!(origin(["right", "width"]), "x.toml:2");
    assert_eq!(origin(["right", "rate"]), "default");
}

#[test]
fn unreadable_files() {
    let directory = tempfile::tempdir().unwrap();
    let load = |name: &str| {
        let error = Loader::new().file(&directory.path().join(name)).load::<Outer>().unwrap_err();
        error.to_string().replace(&format!("{}/", directory.path().display()), "")
    };
    assert_eq!(load("none.toml"), "none.toml: there is no such file");
    std::fs::write(directory.path().join("binary.toml"), [b'a', 0xFF, 0xFE]).unwrap();
    assert_eq!(load("binary.toml"), "binary.toml: not a text file: byte 1 is not UTF-8");
    std::fs::create_dir(directory.path().join("folder.toml")).unwrap();
    assert_eq!(load("folder.toml"), "folder.toml: this is a directory, expected a TOML file");
    std::fs::write(directory.path().join("large.toml"), vec![b'\n'; (4 << 20) + 1]).unwrap();
    assert_eq!(load("large.toml"), "large.toml: 4194305 bytes are too many for a config; the limit is 4194304");
    std::fs::write(directory.path().join("empty.toml"), "").unwrap();
    assert!(load("empty.toml").starts_with("missing field `left` (a table) in `Outer`\n --> empty.toml:1:1"));
    std::fs::write(directory.path().join("bom.toml"), format!("\u{feff}{GOOD}")).unwrap();
    assert!(Loader::new().file(&directory.path().join("bom.toml")).load::<Outer>().is_ok());
    std::fs::write(directory.path().join("deep.toml"), format!("a = {}", "[".repeat(200_000))).unwrap();
    assert!(load("deep.toml").starts_with("more than 64 tables and lists lie in one another here"));
}

#[test]
fn a_config_written_in_rust_obeys_the_same_rules() {
    let inner = |width| Inner { width, rate: 0.5 };
    let config = Outer {
        left: inner(4),
        right: inner(5),
        mode: Mode::KeepAll,
        reason: None,
        dims: vec![],
        range: [0.0, f64::NAN],
        choice: None,
        flag: false,
        word: "a".into(),
    };
    let error = artifex::config::validate_value(&config).unwrap_err();
    let messages: Vec<_> = error.diagnostics.iter().map(|diagnostic| diagnostic.message.as_str()).collect();
    assert_eq!(messages.len(), 3, "{messages:?}");
    assert!(messages.contains(&"`dims` has 0 elements, expected at least 1"));
    assert!(messages.contains(&"`range[1]` is nan, expected a finite number"));
    assert_eq!(error.diagnostics[0].place.as_ref().unwrap().source, "Outer (from Rust)");
}

//! Fields of any value: `serde_json::Value`, alone and in options, lists and maps.

use artifex::ModelConfig;
use artifex::config::diff::diff;
use artifex::config::fingerprint::fingerprint;
use artifex::config::reference::words;
use artifex::config::schema::{Constraint, Kind};
use artifex::config::{Loader, ModelConfig as _, Value, json_schema, validate_value};
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;

/// A name that is not the type's own.
type Anything = Json;

/// A config with fields of any value.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
struct Notes {
    /// What else there is to say.
    extra: Json,
    #[config(default = {}, keys(len(min = 2)))]
    metadata: BTreeMap<String, Json>,
    #[config(default = [], len(max = 2))]
    steps: Vec<Anything>,
    maybe: Option<Json>,
    #[config(default = { kind = "none", parts = [1, 2.5, [true]] })]
    given: Json,
}

fn load(name: &str, text: &str) -> Result<Notes, String> {
    Loader::new().text(name, text).load().map(|loaded| loaded.value).map_err(|error| {
        let messages = error.diagnostics.iter().map(|one| one.message.clone());
        messages.collect::<Vec<_>>().join("\n")
    })
}

const TOML: &str = r#"
extra = { deep = [1, -2.5, "x", { y = true }], "a key" = {} }
steps = [3, "four"]
maybe = 18446744073709551615

[metadata]
author = "me"
runs = [1, 2]

[metadata.nested]
of = { any = "depth" }
"#;

const JSON: &str = r#"{
  "extra": { "deep": [1, -2.5, "x", { "y": true }], "a key": {} },
  "steps": [3, "four"],
  "maybe": 18446744073709551615,
  "metadata": { "author": "me", "runs": [1, 2], "nested": { "of": { "any": "depth" } } }
}"#;

const YAML: &str = "
extra: {deep: [1, -2.5, x, {y: true}], a key: {}}
steps: [3, four]
maybe: 18446744073709551615
metadata:
  author: me
  runs: [1, 2]
  nested: {of: {any: depth}}
";

#[test]
fn every_format_says_it() {
    let toml = load("a.toml", TOML).unwrap();
    assert_eq!(toml.extra, json!({ "deep": [1, -2.5, "x", { "y": true }], "a key": {} }));
    assert_eq!(toml.metadata["nested"], json!({ "of": { "any": "depth" } }));
    assert_eq!(toml.maybe, Some(json!(u64::MAX)));
    assert_eq!(toml.given, json!({ "kind": "none", "parts": [1, 2.5, [true]] }));
    assert_eq!(load("a.json", JSON).unwrap(), toml);
    assert_eq!(load("a.yaml", YAML).unwrap(), toml);
    validate_value(&toml).unwrap();
}

#[test]
fn what_is_written_reads_back() {
    let value = load("a.toml", TOML).unwrap();
    let loaded = Loader::new().text("a.toml", TOML).load::<Notes>().unwrap();
    let again = Loader::new().text("b.toml", &loaded.to_toml().unwrap()).load::<Notes>().unwrap();
    assert_eq!(again.value, value);
    assert_eq!(diff(&loaded.resolved, &again.resolved), []);
    assert_eq!(fingerprint(&loaded.resolved), fingerprint(&again.resolved));
    let text = serde_json::to_string(&value).unwrap();
    assert_eq!(serde_json::from_str::<Notes>(&text).unwrap(), value);
    let folder = tempfile::tempdir().unwrap();
    for name in ["a.toml", "a.json", "a.yaml"] {
        use artifex::config::ConfigFile as _;
        let path = folder.path().join(name);
        value.save(&path).unwrap();
        assert_eq!(Notes::load(&path).unwrap(), value, "{name}");
    }
}

#[test]
fn null_is_a_value_in_lists_and_tables_alone() {
    let value =
        load("a.json", r#"{ "extra": [null, { "x": null }], "metadata": { "of": null }, "steps": [null] }"#).unwrap();
    assert_eq!(value.extra, json!([null, { "x": null }]));
    assert_eq!(value.metadata["of"], Json::Null);
    assert_eq!(value.steps, [Json::Null]);
    assert_eq!(value.maybe, None);
    validate_value(&value).unwrap();
    let text = serde_json::to_string(&value).unwrap();
    assert_eq!(load("b.json", &text).unwrap(), value);
    assert_eq!(load("c.json", r#"{ "extra": null }"#).unwrap_err(), "`extra` is nothing, expected any value");
    assert_eq!(load("d.json", r#"{ "extra": 1, "maybe": null }"#).unwrap().maybe, None);
    assert_eq!(load("e.toml", "").unwrap_err(), "missing field `extra` (any value) in `Notes`");
}

#[test]
fn what_no_program_can_hold_is_refused_where_it_stands() {
    for (text, message) in [
        ("extra = 1979-05-27", "`extra` is a date, which no config can hold; write it as a string"),
        ("extra = { at = [07:32:00] }", "a value in `extra` is a date, which no config can hold; write it as a string"),
        ("extra = nan", "`extra` is nan, expected a finite number"),
        ("extra = 1\nmetadata.xy = [-inf]", "a value in `metadata.xy` is -inf, expected a finite number"),
        ("extra = 1\nsteps = [1, [inf]]", "a value in `steps[1]` is inf, expected a finite number"),
        ("extra = 1\nmetadata.x = 1", "a key of `metadata` has 1 character, expected at least 2"),
        ("extra = 1\nsteps = {}", "`steps` is a table, expected a list"),
    ] {
        assert_eq!(load("a.toml", text).unwrap_err(), message, "{text}");
    }
    assert_eq!(
        load("a.json", r#"{ "extra": 18446744073709551616 }"#).unwrap_err(),
        "`extra` is 18446744073709551616, outside -9223372036854775808 to 18446744073709551615"
    );
    let deep = format!("{{ \"extra\": {}{} }}", "[".repeat(80), "]".repeat(80));
    assert!(load("a.json", &deep).is_err());
}

#[test]
fn layers_merge_its_tables() {
    let loaded = Loader::new()
        .text("a.toml", "extra = { a = 1, b = 2 }\nmetadata = { one = 1 }")
        .env_from(
            "X",
            [("X__EXTRA", "{ b = [3, \"x\"] }"), ("X__MAYBE", "some words"), ("X__METADATA", "{ two = 2.5 }")],
        )
        .set("metadata.two.of=true")
        .set("extra.c=plain words")
        .set("steps=[1, 'x']")
        .load::<Notes>()
        .unwrap();
    assert_eq!(loaded.value.extra, json!({ "a": 1, "b": [3, "x"], "c": "plain words" }));
    assert_eq!(
        loaded.value.metadata,
        BTreeMap::from([("one".into(), json!(1)), ("two".into(), json!({ "of": true }))])
    );
    assert_eq!(loaded.value.maybe, Some(json!("some words")));
    assert_eq!(loaded.value.steps, [json!(1), json!("x")]);
    let extra = loaded.resolved.get("extra").unwrap();
    let origins: Vec<_> = ["a", "b", "c"].iter().map(|key| loaded.origin(extra.get(key).unwrap())).collect();
    assert_eq!(origins, ["a.toml:1", "X__EXTRA", "command line"]);
    let error = Loader::new().text("a.toml", "").env_from("X", [("X__EXTRA__A", "1")]).load::<Notes>().unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("the variable `X__EXTRA__A` sets nothing: `extra` is any value and has no fields"),
        "{error}"
    );
}

#[test]
fn differences_are_shown_by_place() {
    let resolved = |text: &str| Loader::new().text("a.json", text).load::<Notes>().unwrap().resolved;
    let changes = diff(
        &resolved(r#"{ "extra": { "a": [1, 2], "b": 1 } }"#),
        &resolved(r#"{ "extra": { "a": [1, "x"], "c": { "d": true } } }"#),
    );
    let lines: Vec<_> = changes.iter().map(ToString::to_string).collect();
    assert_eq!(lines, ["extra.a[1]: 2 -> \"x\"", "- extra.b = 1", "+ extra.c = { d = true }"]);
}

#[test]
fn schemas_and_documentation_say_any_value() {
    let schema = json_schema::document(&Notes::KIND, "Notes", &[]);
    let field = |name: &str| schema["properties"][name].clone();
    assert_eq!(
        field("extra"),
        json!({ "type": ["boolean", "number", "string", "array", "object"], "description": "What else there is to say." })
    );
    assert_eq!(field("metadata")["additionalProperties"], json!({}));
    assert_eq!(field("steps")["items"], json!({}));
    assert_eq!(field("maybe"), json!({}));
    let words = |kind: &Kind| words::describe(kind, &Constraint::NONE, &|_| String::new());
    assert_eq!(words(&Json::KIND), "any value");
    assert_eq!(words(&Vec::<Json>::KIND), "list of values of any kind");
    assert_eq!(words(&BTreeMap::<String, Json>::KIND), "table of values of any kind by name");
    assert!(matches!(Notes::SCHEMA.fields[0].kind, Kind::Any));
}

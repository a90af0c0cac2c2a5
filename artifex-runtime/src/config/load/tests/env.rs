//! The environment.

use super::super::{Layer, Loader};
use super::{Choice, Inner, Large, Small, Train, Whole};
use crate::config::{ConfigError, ModelConfig};
use std::ffi::OsString;

#[allow(non_snake_case, reason = "two names with one meaning are wanted")]
/// A field whose name has the separator in it, and one that could be meant too.
#[derive(Debug, PartialEq, ModelConfig)]
struct Odd {
    /// One level.
    #[config(default = 1)]
    train__rate: u32,
    /// Two levels.
    #[config(default)]
    train: Train,
}

fn environment(variables: &[(&str, &str)]) -> Loader {
    Loader::new().env_from("ARTIFEX", variables.iter().copied())
}

fn env_error(variables: &[(&str, &str)]) -> String {
    environment(variables).load::<Whole>().unwrap_err().to_string()
}

#[test]
fn the_environment_lies_between_files_and_arguments() {
    let value = Loader::new()
        .set("seed=3")
        .env_from(
            "ARTIFEX",
            [
                ("ARTIFEX__SEED", "2"),
                ("ARTIFEX__TRAIN__BATCH_SIZE", "64"),
                ("artifex__Train__rate", "1e-3"),
                ("ARTIFEX__NAME", " 123 "),
                ("ARTIFEX__DIMS", "[4, 5]"),
                ("ARTIFEX__TRAIN__OUT", "some dir/x=y"),
                ("ARTIFEX_HOME", "not ours"),
                ("ARTIFEXX__SEED", "not ours"),
                ("OTHER", "not ours"),
            ],
        )
        .text("x.toml", "seed = 1\nname = \"file\"\ntrain = { batch_size = 1, rate = 2 }")
        .load::<Whole>()
        .unwrap()
        .value;
    let train = Train { batch_size: 64, rate: 1e-3, out: Some("some dir/x=y".into()) };
    assert_eq!(value, Whole { seed: 3, name: "123".into(), dims: vec![4, 5], train, choice: None });
}

#[test]
fn types_in_the_environment_choose_the_other_fields() {
    let variables = [
        ("ARTIFEX__CHOICE__BATCH_SIZE", "11"),
        ("ARTIFEX__CHOICE__INNER__SIZE", "4"),
        ("ARTIFEX__CHOICE__INNER__TYPE", "small"),
        ("ARTIFEX__CHOICE__TYPE", "large"),
    ];
    let inner = Some(Inner::Small(Small { size: 4 }));
    let expected = Some(Choice::Large(Large { batch_size: 11, inner }));
    assert_eq!(environment(&variables).load::<Whole>().unwrap().value.choice, expected);
    // A file may choose, too.
    let loaded =
        environment(&[("ARTIFEX__CHOICE__SIZE", "7")]).text("x.toml", "choice.type = \"small\"").load::<Whole>();
    let loaded = loaded.unwrap();
    assert_eq!(loaded.value.choice, Some(Choice::Small(Small { size: 7 })));
    let size = loaded.resolved.get("choice").unwrap().get("size").unwrap();
    assert_eq!((loaded.origin(size).as_str(), loaded.layer(size)), ("ARTIFEX__CHOICE__SIZE", &Layer::Environment));
    assert_eq!(
        env_error(&[("ARTIFEX__CHOICE__SIZE", "7")]),
        "the variable `ARTIFEX__CHOICE__SIZE` sets nothing: which fields there are depends on `type`; set \
         `ARTIFEX__CHOICE__TYPE` too\n --> environment:1:18\n  |\n1 | ARTIFEX__CHOICE__SIZE=7\n  |                  ^^^^"
    );
    // A wrong type is one mistake, whatever else is set.
    let text = env_error(&[("ARTIFEX__CHOICE__TYPE", "smal"), ("ARTIFEX__CHOICE__SIZE", "7")]);
    assert_eq!(
        text,
        "unknown type \"smal\", expected one of \"small\", \"large\"; did you mean \"small\"?\n --> environment:1:23\n  |\n\
         1 | ARTIFEX__CHOICE__TYPE=smal\n  |                       ^^^^"
    );
}

#[test]
fn unknown_variables() {
    assert_eq!(
        env_error(&[("ARTIFEX__TRIAN__BATCH_SIZE", "64")]),
        "the variable `ARTIFEX__TRIAN__BATCH_SIZE` sets nothing: `Whole` has no field `trian`; did you mean \
         `ARTIFEX__TRAIN__BATCH_SIZE`?\n --> environment:1:10\n  |\n1 | ARTIFEX__TRIAN__BATCH_SIZE=64\n  |          ^^^^^"
    );
    // `_` separates nothing.
    assert_eq!(
        env_error(&[("ARTIFEX__TRAIN_RATE", "1")]).lines().next().unwrap(),
        "the variable `ARTIFEX__TRAIN_RATE` sets nothing: `Whole` has no field `train_rate`; its fields are `seed`, `name`, \
         `dims`, `train`, `choice`"
    );
    assert_eq!(
        env_error(&[("ARTIFEX__SEED__X", "1")]),
        "the variable `ARTIFEX__SEED__X` sets nothing: `seed` is an integer and has no fields\n --> environment:1:16\n  |\n\
         1 | ARTIFEX__SEED__X=1\n  |                ^"
    );
    assert!(
        env_error(&[("ARTIFEX__", "1")])
            .starts_with("the variable `ARTIFEX__` sets nothing: `Whole` has no field ``; its")
    );
    assert_eq!(
        env_error(&[("ARTIFEX__SEED", "1"), ("artifex__seed", "2")]).lines().next().unwrap(),
        "`artifex__seed` and `ARTIFEX__SEED` set the same field; unset one"
    );
    // Names that no system has do no harm.
    let error = Loader::new().env_from("=", [("=__SEDE=", "1")]).load::<Whole>().unwrap_err().to_string();
    assert!(error.starts_with("the variable `=__SEDE=` sets nothing: `Whole` has no field `sede=`"), "{error}");
    let both = env_error(&[("ARTIFEX__SEDE", "1"), ("ARTIFEX__NAEM", "2")]);
    assert_eq!(both.matches("sets nothing").count(), 2, "{both}");
}

#[test]
fn names_with_the_separator_are_resolved_or_ambiguous() {
    let load = |name: &str| Loader::new().env_from("A", [(name, "5")]).load::<Odd>();
    assert_eq!(load("A__TRAIN__BATCH_SIZE").unwrap().value.train.batch_size, 5);
    assert!(load("A__TRAIN__RATE").unwrap_err().to_string().starts_with(
        "the variable `A__TRAIN__RATE` can stand for more than one field; set it in a file\n --> environment:1:4"
    ));
}

#[test]
fn values_of_variables() {
    assert_eq!(
        env_error(&[("ARTIFEX__TRAIN__BATCH_SIZE", "many")]),
        "`batch_size` is a string, expected an integer\n --> environment:1:28\n  |\n\
         1 | ARTIFEX__TRAIN__BATCH_SIZE=many\n  |                            ^^^^"
    );
    assert_eq!(
        env_error(&[("ARTIFEX__TRAIN__BATCH_SIZE", " 0")]),
        "`batch_size` is 0, below the minimum 1\n --> environment:1:29\n  |\n\
         1 | ARTIFEX__TRAIN__BATCH_SIZE= 0\n  |                             ^"
    );
    assert_eq!(
        env_error(&[("ARTIFEX__SEED", "")]),
        "`ARTIFEX__SEED` is empty, expected an integer; unset it to leave the field alone\n --> environment:1:1\n  |\n\
         1 | ARTIFEX__SEED=\n  | ^^^^^^^^^^^^^"
    );
    assert_eq!(
        env_error(&[("ARTIFEX__DIMS", "[1, x]")]),
        "not TOML: string values must be quoted, expected literal string\n --> environment:1:19\n  |\n\
         1 | ARTIFEX__DIMS=[1, x]\n  |                   ^"
    );
    // A value cannot bring entries of its own.
    assert!(env_error(&[("ARTIFEX__SEED", "1\nname = \"y\"")]).starts_with("`seed` is a string, expected an integer"));
    let value =
        environment(&[("ARTIFEX__NAME", "\"a b\""), ("ARTIFEX__TRAIN", "{ rate = 3 }")]).load::<Whole>().unwrap().value;
    assert_eq!((value.name.as_str(), value.train.rate), ("a b", 3.0));
    assert_eq!(environment(&[("ARTIFEX__NAME", "")]).load::<Whole>().unwrap().value.name, "");
    // A broken file is mended first: it may decide what the variables mean.
    let text = environment(&[("ARTIFEX__CHOICE__SIZE", "1")]).text("x.toml", "a =").load::<Whole>().unwrap_err();
    assert_eq!(text.diagnostics.len(), 1);
}

#[cfg(unix)]
#[test]
fn variables_that_are_no_text() {
    use std::os::unix::ffi::OsStringExt as _;
    let bad = OsString::from_vec(vec![b'x', 0xFF]);
    let all = [(OsString::from("ARTIFEX__SEED"), bad.clone()), (OsString::from("PATH"), bad)];
    let (good, problems) = super::super::env::variables("ARTIFEX", all.into_iter());
    assert!(good.is_empty());
    let text = ConfigError { diagnostics: problems, more: 0 }.to_string();
    assert_eq!(text, "the environment variable `ARTIFEX__SEED` is not UTF-8; set it to text or unset it");
}

#[test]
fn the_environment_of_the_process() {
    // Nothing with this prefix is set, and what else is set is left alone.
    let value = Loader::new().env("ARTIFEX_TEST_OF_THE_LOADER").load::<Whole>().unwrap().value;
    assert_eq!(value.seed, 0);
}

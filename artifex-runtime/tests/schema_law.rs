//! The law of the JSON Schemas: a document is accepted by the schema exactly when the walker finds no error in it. For rules
//! that JSON Schema cannot say it is one-sided: what the walker accepts, the schema accepts.
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "the numbers of generated documents are small or meant to be at the limits"
)]

#[allow(dead_code, reason = "each test uses a part")]
mod documents;
mod samples;

use artifex::config::schema::{Kind, Schema};
use artifex::config::{Code, Doc, Report, Tree, check, json_schema};
use documents::{Shape, document};
use serde::Deserialize as _;
use serde_json::Value as Json;

/// What the walker says about a document: each error with its code.
fn errors(kind: &Kind, document: &Json) -> Vec<(Code, String)> {
    let tree = Tree::deserialize(document).unwrap();
    let arena = bumpalo::Bump::new();
    let doc = Doc { sources: &[], root: tree.freeze(&arena) };
    let report: Report<256> = check(kind, &doc, samples::REGISTERED);
    report.issues().iter().map(|issue| (issue.code, issue.message.as_str().to_owned())).collect()
}

const fn has_rules(kind: &Kind) -> bool {
    matches!(kind, Kind::Table(Schema { rules: [_, ..], .. }))
}

/// What a schema knows of the rules of a config.
#[derive(PartialEq)]
enum Rules {
    /// All that they say.
    Said,
    /// A part.
    Unsaid,
}

fn judge(name: &str, kind: &Kind, cases: u64, rules: &Rules) {
    let schema = json_schema::document(kind, name, samples::REGISTERED);
    let validator = jsonschema::validator_for(&schema).unwrap();
    let shape = Shape::of_kind(kind, samples::REGISTERED);
    let (mut accepted, mut broken_rules, mut disagreements) = (0, 0, Vec::new());
    for seed in 0..cases {
        let document = document(&shape, seed);
        let errors = errors(kind, &document);
        let sound = errors.is_empty();
        // A schema may know a rule, so it may reject what breaks one.
        let broken_rule = !sound && errors.iter().all(|(code, _)| *code == Code::Rule);
        let valid = validator.is_valid(&document);
        accepted += u64::from(valid);
        broken_rules += u64::from(broken_rule);
        if valid != sound && (*rules == Rules::Said || !broken_rule) {
            let schema_says: Vec<_> = validator.iter_errors(&document).map(|error| error.to_string()).collect();
            disagreements.push(format!(
                "seed {seed}:\n{document:#}\nthe schema: {}\nthe walker: {}",
                if valid { "accepted".to_owned() } else { schema_says.join("; ") },
                if errors.is_empty() { "accepted".to_owned() } else { format!("{errors:?}") },
            ));
        }
    }
    assert!(
        disagreements.is_empty(),
        "{name}: {} of {cases} disagreements; the first:\n{}",
        disagreements.len(),
        disagreements.iter().take(5).cloned().collect::<Vec<_>>().join("\n\n")
    );
    assert!((cases / 8..cases * 7 / 8).contains(&accepted), "{name}: {accepted} of {cases} accepted");
    if has_rules(kind) {
        assert!(broken_rules > cases / 8, "{name}: {broken_rules} of {cases} break a rule and nothing else");
    }
    println!("{name}: {cases} cases, {accepted} accepted, {broken_rules} break a rule and nothing else");
}

#[test]
fn numbers() {
    judge("Numbers", &samples::kinds()[0].1, 6000, &Rules::Said);
}

#[test]
fn lengths() {
    judge("Lengths", &samples::kinds()[1].1, 6000, &Rules::Said);
}

#[test]
fn tables_unions_recursion_and_rules() {
    for (name, kind) in &samples::kinds()[2..] {
        let cases = if has_rules(kind) { 10_000 } else { 2000 };
        judge(name, kind, cases, if *name == "Ruled" { &Rules::Unsaid } else { &Rules::Said });
    }
}

/// `one_of` on an enum leaves some of its words, and those keep their descriptions.
#[test]
fn words_keep_their_descriptions() {
    let schema = json_schema::document(&samples::kinds()[1].1, "Lengths", &[]);
    let field = &schema["properties"]["r"];
    assert_eq!(field["enum"], serde_json::json!(["first", "third word"]));
    assert_eq!(field["x-enum-descriptions"], serde_json::json!(["The first.", ""]));
}

//! Every profile accepts what the canonical schema accepts: for the committed schemas, proved where the algebra of schemas can
//! decide it and tried on documents in any case.
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "the numbers of generated documents are small or meant to be at the limits"
)]

#[allow(dead_code, reason = "each test uses a part")]
mod documents;
mod samples;

use artifex::config::json_schema;
use artifex::config::profiles::{Profile, apply};
use documents::part::alone;
use documents::{Shape, document};
use jsonschema::canonical::{Containment, Satisfiability};
use jsonschema::canonicalize;
use serde_json::{Value as Json, json};
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// A canonical schema with every form that one can have, some of which no committed schema needs.
const EVERY_FORM: &str = include_str!("golden/canonical.json");

fn committed() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schemas");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    files
}

/// The committed schemas that are canonical, and one with everything that the derive can say.
fn schemas() -> Vec<(String, Json)> {
    let read = |file: PathBuf| {
        let schema = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
        (file.file_name().unwrap().to_string_lossy().into_owned(), schema)
    };
    let mut all: Vec<(String, Json)> = committed().into_iter().map(read).collect();
    all.retain(|(_, schema)| schema["$schema"] == json_schema::DIALECT);
    assert!(!all.is_empty(), "no canonical schema in schemas/");
    all.push(("every form".to_owned(), serde_json::from_str(EVERY_FORM).unwrap()));
    for (name, kind) in samples::kinds() {
        all.push((name.to_owned(), json_schema::document(&kind, name, samples::REGISTERED)));
    }
    all
}

/// The schema as the algebra takes it: without its dialect, for schemas of two dialects are not compared (a tuple, which they
/// write differently, is written as in the canonical one), and without bounds that it cannot calculate with. Both sides of a comparison are changed alike, and no profile touches a bound.
fn operand(mut schema: Json) -> Json {
    const LARGEST: f64 = 1e15;
    fn visit(value: &mut Json) {
        match value {
            Json::Number(number) if number.as_f64().is_some_and(|x| x.abs() > LARGEST) => {
                *value = if number.as_f64() > Some(0.0) { json!(LARGEST as i64) } else { json!(-LARGEST as i64) };
            }
            Json::Object(object) => {
                if object.get("items").is_some_and(Json::is_array) {
                    let list = object.shift_remove("items").unwrap();
                    object.insert("prefixItems".into(), list);
                    let others = object.shift_remove("additionalItems");
                    object.extend(others.map(|others| ("items".to_owned(), others)));
                }
                object.values_mut().for_each(visit);
            }
            Json::Array(items) => items.iter_mut().for_each(visit),
            _ => {}
        }
    }
    schema.as_object_mut().unwrap().shift_remove("$schema");
    visit(&mut schema);
    schema
}

#[test]
fn profiles_accept_the_same_documents() {
    const CASES: u64 = 3000;
    for (name, canonical) in schemas() {
        let shape = Shape::of_json(&canonical);
        let judge = jsonschema::validator_for(&canonical).unwrap();
        let profiles: Vec<_> = [Profile::Vscode, Profile::Taplo]
            .map(|profile| (profile, jsonschema::validator_for(&apply(profile, canonical.clone())).unwrap()))
            .into();
        let mut accepted = 0;
        for seed in 0..CASES {
            let document = document(&shape, seed);
            let expected = judge.is_valid(&document);
            accepted += u64::from(expected);
            for (profile, validator) in &profiles {
                assert_eq!(
                    validator.is_valid(&document),
                    expected,
                    "{name}: the {profile} profile and the canonical schema (right) judge differently, seed {seed}:\n{document:#}"
                );
            }
        }
        // The more rules there are, the fewer random documents keep all of them; a few dozen of each kind are enough.
        assert!((CASES / 128..CASES * 7 / 8).contains(&accepted), "{name}: {accepted} of {CASES} accepted");
    }
}

/// Every schema, and every definition and union of one as a schema of its own, for what is too large to be decided as a whole.
/// Each once: the schemas have most of their definitions in common, and that of a whole run defines what others are about.
fn parts() -> Vec<(String, Json)> {
    fn unions(value: &Json, found: &mut Vec<Json>) {
        if value.get("oneOf").is_some() {
            found.push(value.clone());
        }
        match value {
            Json::Object(object) => object.values().for_each(|inner| unions(inner, found)),
            Json::Array(items) => items.iter().for_each(|inner| unions(inner, found)),
            _ => {}
        }
    }
    let (mut parts, mut seen) = (schemas(), HashSet::new());
    let titles: HashSet<String> =
        parts.iter().filter_map(|(_, schema)| Some(schema["title"].as_str()?.to_owned())).collect();
    for (name, schema) in schemas() {
        let mut of_schema = Vec::new();
        unions(&schema, &mut of_schema);
        let definitions = schema["$defs"].as_object().into_iter().flat_map(|definitions| definitions.keys());
        for definition in definitions.filter(|name| !titles.contains(*name)) {
            of_schema.push(json!({ "$ref": format!("#/$defs/{definition}"), "unevaluatedProperties": false }));
        }
        for part in of_schema {
            let title =
                format!("{name}: {}", part.get("$ref").or_else(|| part.get("description")).unwrap_or(&Json::Null));
            let mut part = alone(part, &schema);
            part["$schema"] = json_schema::DIALECT.into();
            if seen.insert(part.to_string()) {
                parts.push((title, part));
            }
        }
    }
    parts
}

#[test]
fn profiles_are_proved_equal() {
    let (mut proved, mut undecided) = (0, Vec::new());
    for (name, canonical) in parts() {
        let a = canonicalize(&operand(canonical.clone())).unwrap();
        assert_ne!(a.satisfiability(), Satisfiability::No, "{name} accepts no document");
        for profile in [Profile::Vscode, Profile::Taplo] {
            let b = canonicalize(&operand(apply(profile, canonical.clone()))).unwrap();
            for (wider, narrower, mistake) in [(&a, &b, "more"), (&b, &a, "less")] {
                match wider.covers(narrower) {
                    Ok(Containment::Yes) => proved += 1,
                    Ok(Containment::No) => {
                        panic!("{name}: the {profile} profile accepts {mistake} than the canonical one")
                    }
                    // The documents of the other test have to do.
                    Ok(Containment::Unknown) | Err(_) => undecided.push(format!("{name} {profile}")),
                }
            }
        }
    }
    assert!(proved > 2 * undecided.len(), "{proved} comparisons are proved, but not these:\n{}", undecided.join("\n"));
    println!("{proved} proved; undecided: {undecided:#?}");
}

#[test]
fn profiles_are_byte_stable_and_complete() {
    for (name, canonical) in schemas() {
        for profile in Profile::ALL {
            let text = serde_json::to_string(&apply(profile, canonical.clone())).unwrap();
            assert_eq!(serde_json::to_string(&apply(profile, canonical.clone())).unwrap(), text, "{name} {profile}");
            if profile != Profile::Canonical {
                assert!(text.contains("http://json-schema.org/draft-07/schema#"), "{name} {profile}");
                for newer in ["$defs", "unevaluatedProperties", "dependentRequired", "x-artifex", "x-enum", "x-error"] {
                    assert!(!text.contains(newer), "{name} {profile}: `{newer}` is not for this profile");
                }
            }
        }
        let canonical_again = apply(Profile::Canonical, canonical.clone());
        assert_eq!(serde_json::to_string(&canonical_again).unwrap(), serde_json::to_string(&canonical).unwrap());
    }
}

/// No editor reads what stands beside a `$ref`.
#[test]
fn references_stand_alone() {
    fn visit(value: &Json, at: &str) {
        match value {
            Json::Object(object) => {
                assert!(!object.contains_key("$ref") || object.len() == 1, "siblings of a reference at {at}: {value}");
                object.iter().for_each(|(key, inner)| visit(inner, &format!("{at}/{key}")));
            }
            Json::Array(items) => items.iter().enumerate().for_each(|(k, inner)| visit(inner, &format!("{at}/{k}"))),
            _ => {}
        }
    }
    for (name, canonical) in schemas() {
        visit(&apply(Profile::Vscode, canonical.clone()), &format!("{name} vscode"));
        visit(&apply(Profile::Taplo, canonical), &format!("{name} taplo"));
    }
}

#[test]
fn names_of_profiles() {
    for profile in Profile::ALL {
        assert_eq!(profile.to_string().parse(), Ok(profile));
    }
    assert_eq!(Profile::default(), Profile::Canonical);
    assert_eq!(
        "vs".parse::<Profile>().unwrap_err().to_string(),
        "unknown schema profile \"vs\", expected one of \"canonical\", \"vscode\", \"taplo\""
    );
    assert_eq!(format!("{:>8}", Profile::Taplo), "   taplo");
}

/// The profiles to the byte. `UPDATE_EXPECT=1 cargo test` blesses them.
#[test]
fn golden_profiles() {
    for profile in Profile::ALL {
        let found = format!("{:#}\n", apply(profile, serde_json::from_str(EVERY_FORM).unwrap()));
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/{profile}.json"));
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            std::fs::write(&path, &found).unwrap();
        }
        let expected = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(found == expected, "{} differs; UPDATE_EXPECT=1 blesses this:\n{found}", path.display());
    }
}

//! No schema takes back what it promised: every document that the last version of a schema accepted, the present one accepts.
//! The last version is the newest one in git's history that differs, so that the proof is the same before a commit and after.
//!
//! Proved by the algebra of schemas where it can decide it, and tried on documents that the last version accepts in any case.
//! A break that is meant stands in `tests/breaking.toml`, with its reason.

#[allow(
    dead_code,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "each test uses a part; the numbers of generated documents are small or meant to be at the limits"
)]
#[path = "../../artifex-runtime/tests/documents/mod.rs"]
mod documents;

use artifex::config::{Loader, ModelConfig, Num, json_schema};
use documents::part::alone;
use documents::{Shape, document};
use jsonschema::canonical::Containment;
use jsonschema::error::ValidationErrorKind;
use jsonschema::{ValidationError, canonicalize};
use serde_json::{Value as Json, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The breaks that are meant.
#[derive(Debug, ModelConfig)]
struct Breaking {
    #[config(default = [])]
    breaks: Vec<Break>,
}

/// That a version of a schema accepts documents which the present one refuses.
#[derive(Debug, ModelConfig)]
struct Break {
    /// The schema, in `schemas/`.
    #[config(len(min = 1))]
    file: String,
    /// Git's name for the text of the last version before the break: `git rev-parse REVISION:schemas/FILE`.
    #[config(len = 40)]
    old: String,
    /// Why.
    #[config(len(min = 20))]
    reason: String,
}

/// A version of a schema in the history.
struct Version {
    blob: String,
    revision: String,
    schema: Json,
}

/// A repository with a history.
struct Repository {
    root: PathBuf,
}

impl Repository {
    /// The repository of a folder.
    fn open(root: &Path) -> Result<Self, String> {
        let repository = Self { root: root.to_owned() };
        let needed = "the test compares the schemas with their last versions, which it reads from git's history";
        match repository.git(&["rev-parse", "--is-shallow-repository"]) {
            Ok(shallow) if shallow.trim() == "false" => Ok(repository),
            Ok(_) => Err(format!("{needed}, and this clone is shallow: run `git fetch --unshallow`")),
            Err(error) => Err(format!("{needed}: it needs git and a full clone of the repository ({error})")),
        }
    }

    fn git(&self, arguments: &[&str]) -> Result<String, String> {
        let mut git = Command::new("git");
        // A hook of git sets these for a repository of its own.
        for variable in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] {
            git.env_remove(variable);
        }
        let output = git.arg("-C").arg(&self.root).args(arguments).output().map_err(|error| format!("git: {error}"))?;
        if output.status.success() {
            Ok(String::from_utf8_lossy(&output.stdout).into_owned())
        } else {
            Err(format!("git {}: {}", arguments.join(" "), String::from_utf8_lossy(&output.stderr).trim()))
        }
    }

    /// The newest committed version of a file that differs from `present`; nothing for a file that is new.
    fn last_version(&self, file: &str, present: &Json) -> Result<Option<Version>, String> {
        for revision in self.git(&["log", "--format=%H", "--", file])?.lines() {
            let name = format!("{revision}:./{file}");
            // The revision that removed the file has none.
            let (Ok(blob), Ok(text)) = (self.git(&["rev-parse", &name]), self.git(&["show", &name])) else { continue };
            let schema: Json = serde_json::from_str(&text).map_err(|error| format!("{name}: {error}"))?;
            if schema != *present {
                return Ok(Some(Version { blob: blob.trim().into(), revision: revision.into(), schema }));
            }
        }
        Ok(None)
    }
}

/// What became of the documents of a version.
#[derive(Debug, PartialEq)]
enum Verdict {
    /// All are accepted, by proof.
    Proved,
    /// So many were tried, and all are accepted.
    Tried(u64),
    /// Some are not: how it is known.
    Broken(String),
}

/// Whether the algebra knows that `new` accepts what `old` accepts.
fn contained(old: &Json, new: &Json) -> Containment {
    let (old, new) = operands(old, new);
    match (canonicalize(&old), canonicalize(&new)) {
        (Ok(old), Ok(new)) => new.covers(&old).unwrap_or(Containment::Unknown),
        _ => Containment::Unknown,
    }
}

/// The document without what is not needed for `holds`.
fn smallest(document: Json, holds: &dyn Fn(&Json) -> bool) -> Json {
    /// Everything that stands in a table or a list, as paths.
    fn places(value: &Json, at: &str, found: &mut Vec<String>) {
        let inner: Vec<(String, &Json)> = match value {
            Json::Object(table) => table.iter().map(|(key, inner)| (format!("{at}/{key}"), inner)).collect(),
            Json::Array(items) => items.iter().enumerate().map(|(k, inner)| (format!("{at}/{k}"), inner)).collect(),
            _ => Vec::new(),
        };
        for (place, inner) in inner {
            found.push(place.clone());
            places(inner, &place, found);
        }
    }
    fn remove(document: &mut Json, place: &str) -> Option<Json> {
        let (parent, key) = place.rsplit_once('/')?;
        match document.pointer_mut(parent)? {
            Json::Object(table) => table.shift_remove(key),
            Json::Array(items) => key.parse().ok().filter(|k| *k < items.len()).map(|k: usize| items.remove(k)),
            _ => None,
        }
    }
    let mut document = document;
    loop {
        let mut all = Vec::new();
        places(&document, "", &mut all);
        let less = all.iter().find_map(|place| {
            let mut less = document.clone();
            remove(&mut less, place).filter(|_| holds(&less)).map(|_| less)
        });
        match less {
            Some(less) => document = less,
            None => return document,
        }
    }
}

/// Where and why a document is refused; of a union, by the config that its `type` chooses.
fn why(error: &ValidationError<'_>) -> String {
    if let ValidationErrorKind::OneOfNotValid { context } | ValidationErrorKind::AnyOf { context } = error.kind() {
        let tag = format!("{}/type", error.instance_path());
        let chosen = context.iter().find(|errors| errors.iter().all(|inner| inner.instance_path().as_str() != tag));
        if let Some(inner) = chosen.and_then(|errors| errors.first()) {
            return why(inner);
        }
    }
    let place = error.instance_path().to_string();
    let place = if place.is_empty() { "the whole" } else { &place };
    format!("refused at {place}, by {}: {error}", error.schema_path())
}

/// How many documents are tried.
const CASES: u64 = 20_000;

/// Whether `new` accepts what `old` accepts.
fn compare(old: &Json, new: &Json) -> Verdict {
    let (accepts, shape) = (jsonschema::validator_for(old).unwrap(), Shape::of_json(old));
    let judge = jsonschema::validator_for(new).unwrap();
    let mut tried = 0;
    for document in (0..CASES).map(|seed| document(&shape, seed)).filter(|document| accepts.is_valid(document)) {
        tried += 1;
        if !judge.is_valid(&document) {
            let example = smallest(document, &|document| accepts.is_valid(document) && !judge.is_valid(document));
            let reason = judge.iter_errors(&example).next().map(|error| why(&error)).unwrap_or_default();
            return Verdict::Broken(format!("{example:#}\n{reason}"));
        }
    }
    match contained(old, new) {
        Containment::Yes => return Verdict::Proved,
        Containment::No => return Verdict::Broken("the algebra of schemas proves it, without an example".to_owned()),
        Containment::Unknown => {}
    }
    // What is too large to be decided as a whole: at least none of its parts has become narrower.
    for name in old["$defs"].as_object().into_iter().flat_map(|definitions| definitions.keys()) {
        if new["$defs"].get(name).is_none() {
            continue;
        }
        let definition = json!({ "$ref": format!("#/$defs/{name}"), "unevaluatedProperties": false });
        let (old, new) = (alone(definition.clone(), old), alone(definition, new));
        if old != new && contained(&old, &new) == Containment::No {
            return Verdict::Broken(format!("the algebra of schemas proves it for `{name}`, without an example"));
        }
    }
    assert!(tried > CASES / 100, "only {tried} of {CASES} documents were accepted before, which shows nothing");
    Verdict::Tried(tried)
}

/// Two schemas as the algebra takes them: without their dialect, and with numbers that it can calculate with. Those beyond
/// become others in the same order, and none of them neighbours.
fn operands(old: &Json, new: &Json) -> (Json, Json) {
    const LARGEST: i64 = 1_000_000_000_000_000;
    const BEYOND: f64 = 1e15;
    fn number(value: &Json) -> Option<Num> {
        let whole = value.as_i64().map(i128::from).or_else(|| value.as_u64().map(i128::from));
        whole.map(Num::Int).or_else(|| value.as_f64().map(Num::Float))
    }
    fn is_large(value: &Json) -> bool {
        value.as_f64().is_some_and(|x| x.abs() > BEYOND)
    }
    fn collect(value: &Json, found: &mut Vec<Num>) {
        match value {
            Json::Number(_) if is_large(value) => found.extend(number(value)),
            Json::Object(object) => object.values().for_each(|inner| collect(inner, found)),
            Json::Array(items) => items.iter().for_each(|inner| collect(inner, found)),
            _ => {}
        }
    }
    fn replace(value: &mut Json, large: &[Num]) {
        match value {
            Json::Number(_) if is_large(value) => {
                let own = number(value);
                let is_it = |n: &Num| own.is_some_and(|own| own.compare(*n) == Some(0));
                let count = |n: usize| i64::try_from(n).unwrap();
                let below_zero = count(large.iter().filter(|n| n.as_f64() < 0.0).count());
                let rank = count(large.iter().position(is_it).unwrap_or(0));
                *value = if rank < below_zero {
                    (-LARGEST - 16 * (below_zero - rank)).into()
                } else {
                    (LARGEST + 16 * (rank - below_zero + 1)).into()
                };
            }
            Json::Object(object) => object.values_mut().for_each(|inner| replace(inner, large)),
            Json::Array(items) => items.iter_mut().for_each(|inner| replace(inner, large)),
            _ => {}
        }
    }
    let mut large = Vec::new();
    collect(old, &mut large);
    collect(new, &mut large);
    large.sort_by(|a, b| a.compare(*b).unwrap_or(0).cmp(&0));
    large.dedup_by(|a, b| a.compare(*b) == Some(0));
    let operand = |schema: &Json| {
        let mut schema = schema.clone();
        schema.as_object_mut().unwrap().shift_remove("$schema");
        replace(&mut schema, &large);
        schema
    };
    (operand(old), operand(new))
}

/// What is wrong with the schemas of `folder`, given the breaks that are meant, and what was found of each.
fn judge(repository: &Repository, folder: &str, meant: &[Break]) -> Result<Vec<String>, String> {
    let mut files: Vec<_> = fs::read_dir(repository.root.join(folder))
        .map_err(|error| format!("{folder}: {error}"))?
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| Path::new(name).extension().is_some_and(|extension| extension == "json"))
        .collect();
    files.sort();
    let (mut found, mut wrong) = (Vec::new(), Vec::new());
    for entry in meant.iter().filter(|entry| !files.contains(&entry.file)) {
        wrong.push(format!("tests/breaking.toml names {}, which is no schema of {folder}/", entry.file));
    }
    for name in &files {
        let file = format!("{folder}/{name}");
        let text = fs::read_to_string(repository.root.join(&file)).map_err(|error| format!("{file}: {error}"))?;
        let present: Json = serde_json::from_str(&text).map_err(|error| format!("{file}: {error}"))?;
        assert_eq!(present["$schema"], json_schema::DIALECT, "{file} is not canonical");
        let last = repository.last_version(&file, &present)?;
        let entries: Vec<_> = meant.iter().filter(|entry| entry.file == *name).collect();
        let Some(last) = last else {
            wrong.extend(
                entries.iter().map(|_| format!("tests/breaking.toml names {file}, which has no other version")),
            );
            found.push(format!("{file}: new"));
            continue;
        };
        let since = format!("{file} since {}", &last.revision[..12]);
        for entry in entries.iter().filter(|entry| entry.old != last.blob) {
            wrong.push(format!(
                "tests/breaking.toml is stale: it names version {} of {file}, and the last one is {}; remove the entry",
                entry.old, last.blob
            ));
        }
        let is_meant = entries.iter().any(|entry| entry.old == last.blob);
        match (compare(&last.schema, &present), is_meant) {
            (Verdict::Broken(how), false) => wrong.push(format!(
                "{since}: a document that was accepted is not accepted any more:\n{how}\nIf this is meant, say so in \
                 tests/breaking.toml:\n\n[[breaks]]\nfile = \"{name}\"\nold = \"{}\"\nreason = \"..\"\n",
                last.blob
            )),
            (Verdict::Broken(_), true) => found.push(format!("{since}: broken, as tests/breaking.toml says")),
            (verdict, true) => {
                wrong.push(format!("tests/breaking.toml is unneeded for {since}: {verdict:?}; remove the entry"));
            }
            (verdict, false) => found.push(format!("{since}: {verdict:?}")),
        }
    }
    if wrong.is_empty() { Ok(found) } else { Err(wrong.join("\n")) }
}

#[test]
fn what_was_accepted_is_accepted() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("breaking.toml");
    let meant = Loader::new().file(&path).load::<Breaking>().unwrap_or_else(|error| panic!("{error}")).value;
    let found = Repository::open(&root).and_then(|repository| judge(&repository, "schemas", &meant.breaks));
    println!("{}", found.unwrap_or_else(|wrong| panic!("{wrong}")).join("\n"));
}

/// A repository with one schema, whose versions are these; the last one is committed if `committed` says so.
fn repository(versions: &[Json], committed: bool) -> (tempfile::TempDir, Repository) {
    let folder = tempfile::tempdir().unwrap();
    let git = |arguments: &[&str]| {
        let identity = ["-C", folder.path().to_str().unwrap(), "-c", "user.name=t", "-c", "user.email=t@t"];
        let output = Command::new("git").args(identity).args(arguments).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    };
    git(&["init", "-q"]);
    fs::create_dir(folder.path().join("schemas")).unwrap();
    git(&["commit", "-q", "--allow-empty", "-m", "0"]);
    for (k, version) in versions.iter().enumerate() {
        fs::write(folder.path().join("schemas/a.json"), version.to_string()).unwrap();
        if committed || k + 1 < versions.len() {
            git(&["add", "-A"]);
            git(&["commit", "-q", "-m", "a version"]);
        }
    }
    let repository = Repository::open(folder.path()).unwrap();
    (folder, repository)
}

fn schema(size: &Json, required: &[&str]) -> Json {
    json!({
        "$schema": json_schema::DIALECT,
        "type": "object",
        "properties": { "size": size, "name": { "type": "string" } },
        "required": required,
        "unevaluatedProperties": false,
    })
}

fn up_to(max: u64) -> Json {
    json!({ "type": "integer", "minimum": 0, "maximum": max })
}

#[test]
fn a_break_is_found_before_and_after_it_is_committed() {
    for committed in [false, true] {
        let (wide, narrow) = (schema(&up_to(9), &[]), schema(&up_to(8), &[]));
        let (_folder, repository) = repository(&[narrow.clone(), wide, narrow], committed);
        let wrong = judge(&repository, "schemas", &[]).unwrap_err();
        assert!(wrong.starts_with("schemas/a.json since "), "{wrong}");
        assert!(wrong.contains("\"size\": 9"), "{wrong}");
        assert!(wrong.contains("refused at /size, by /properties/size/maximum: 9 is greater than"), "{wrong}");
        let old = wrong.split("old = \"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let meant = |file: &str, old: &str| Break { file: file.into(), old: old.into(), reason: String::new() };
        let found = judge(&repository, "schemas", &[meant("a.json", &old)]).unwrap();
        assert!(found[0].ends_with("broken, as tests/breaking.toml says"), "{found:?}");
        let stale = judge(&repository, "schemas", &[meant("a.json", &old), meant("a.json", &"0".repeat(40))]);
        assert!(stale.unwrap_err().starts_with("tests/breaking.toml is stale: it names version 0000"));
        let unknown = judge(&repository, "schemas", &[meant("a.json", &old), meant("b.json", &old)]);
        assert_eq!(unknown.unwrap_err(), "tests/breaking.toml names b.json, which is no schema of schemas/");
    }
}

#[test]
fn what_is_wider_is_no_break() {
    for committed in [false, true] {
        let (_folder, repository) = repository(&[schema(&up_to(8), &["name"]), schema(&up_to(9), &[])], committed);
        let found = judge(&repository, "schemas", &[]).unwrap();
        assert!(found[0].ends_with(": Proved"), "{found:?}");
        let last = repository.git(&["log", "--format=%H", "--reverse", "--", "schemas/a.json"]).unwrap();
        let old = repository.git(&["rev-parse", &format!("{}:schemas/a.json", last.lines().next().unwrap())]).unwrap();
        let entry = Break { file: "a.json".into(), old: old.trim().into(), reason: String::new() };
        let wrong = judge(&repository, "schemas", &[entry]).unwrap_err();
        assert!(wrong.starts_with("tests/breaking.toml is unneeded for schemas/a.json since "), "{wrong}");
    }
}

#[test]
fn a_new_schema_has_nothing_to_prove() {
    for committed in [false, true] {
        let (_folder, repository) = repository(&[schema(&up_to(8), &[])], committed);
        assert_eq!(judge(&repository, "schemas", &[]).unwrap(), ["schemas/a.json: new"]);
    }
}

/// Bounds that the algebra cannot calculate with are not taken for equal, nor neighbours for the same.
#[test]
fn large_bounds_are_compared() {
    let bounds = [1_u64 << 60, (1 << 60) + 1, u64::MAX - 1, u64::MAX].map(|max| schema(&up_to(max), &[]));
    for (k, old) in bounds.iter().enumerate() {
        for (n, new) in bounds.iter().enumerate() {
            assert_eq!(contained(old, new), if n >= k { Containment::Yes } else { Containment::No }, "{old} {new}");
        }
    }
    let above = |min: i64| schema(&json!({ "type": "integer", "minimum": min }), &[]);
    assert_eq!(contained(&above(i64::MIN + 1), &above(i64::MIN)), Containment::Yes);
    assert_eq!(contained(&above(i64::MIN), &above(i64::MIN + 1)), Containment::No);
}

#[test]
fn without_a_history_it_says_what_is_needed() {
    let (folder, _) = repository(&[schema(&up_to(8), &[]), schema(&up_to(9), &[])], true);
    let clone = tempfile::tempdir().unwrap();
    let source = format!("file://{}", folder.path().display());
    let shallow = Command::new("git").args(["clone", "-q", "--depth", "1", &source]).arg(clone.path()).status();
    assert!(shallow.unwrap().success());
    let wrong = Repository::open(clone.path()).err().unwrap();
    assert!(wrong.ends_with("and this clone is shallow: run `git fetch --unshallow`"), "{wrong}");
    let nothing = tempfile::tempdir().unwrap();
    let wrong = Repository::open(nothing.path()).err().unwrap();
    assert!(wrong.contains("it needs git and a full clone of the repository (git rev-parse"), "{wrong}");
}

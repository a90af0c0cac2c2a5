//! Bringing a file of an older version up to date, without touching anything else in it: comments, order and layout stay.

pub mod edit;
mod file;
mod insert;
mod layout;

use crate::config::doc::Num;
use crate::config::toml_text;
use crate::config::tree::{Tree, TreeValue};
use edit::dotted;

pub use crate::config::version::{Migration, Step, assert_chain};
pub use edit::{EditError, move_key, remove, rename_key, set};
pub use file::{File, update};

impl Step {
    /// Does the step to the table at a path.
    fn apply(&self, text: &str, table: &[&str]) -> Result<String, EditError> {
        let at = |path: &[&'static str]| [table, path].concat();
        match self {
            Self::Rename { from, to } => rename_key(text, &at(from), to),
            Self::Move { from, to } => move_key(text, &at(from), &at(to)),
            Self::Remove { path } => remove(text, &at(path)),
            Self::Set { path, value } => set(text, &at(path), value),
        }
    }

    /// What the step did to the table at a path, in words.
    fn done(&self, table: &[&str]) -> String {
        let at = |path: &[&'static str]| dotted(&[table, path].concat());
        match self {
            Self::Rename { from, to } => {
                let parent = &from[..from.len().saturating_sub(1)];
                format!("renamed `{}` to `{}`", at(from), at(&[parent, &[*to]].concat()))
            }
            Self::Move { from, to } => format!("moved `{}` to `{}`", at(from), at(to)),
            Self::Remove { path } => format!("removed `{}`", at(path)),
            Self::Set { path, value } => format!("set `{}` to `{value}`", at(path)),
        }
    }

    /// Whether the step has something to do to a table.
    fn applies(&self, table: &Tree) -> bool {
        match self {
            Self::Set { .. } => true,
            Self::Rename { from: path, .. } | Self::Move { from: path, .. } | Self::Remove { path } => {
                path.iter().try_fold(table, |tree, key| tree.get(key)).is_some()
            }
        }
    }
}

/// A file of the newest version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Migrated {
    /// The text; the one that came in, to the byte, if it was of the newest version.
    pub text: String,
    /// What was changed, in order: ``1 -> 2: renamed `a` to `b` ``. Steps that had nothing to do are not listed.
    pub applied: Vec<String>,
}

/// Why a file cannot be brought up to date.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MigrateError {
    /// The file is from a newer program.
    #[error("`{key}` is {found}, but the newest version that this program knows is {newest}; use a newer program")]
    Newer {
        /// The key of the version.
        key: String,
        /// The version of the file.
        found: u32,
        /// The newest version there is.
        newest: u32,
    },
    /// The version is not a version.
    #[error("`{key}` is {found}, expected a version: a whole number from 0 to {}", u32::MAX)]
    NotAVersion {
        /// The key of the version.
        key: String,
        /// What is there.
        found: String,
    },
    /// The file is older than the oldest migration, or between two.
    #[error(
        "`{key}` is {found}, and there is no way from that version to {newest}; the oldest version known is {oldest}"
    )]
    NoWay {
        /// The key of the version.
        key: String,
        /// The version of the file.
        found: u32,
        /// The newest version there is.
        newest: u32,
        /// The oldest version there is a migration for.
        oldest: u32,
    },
    /// The tables of a list are of different versions or types.
    #[error(
        "the tables of the list `{path}` are of different versions or types; bring them to one version by hand first"
    )]
    Mixed {
        /// The path of the list.
        path: String,
    },
    /// A field stands under its old name and under its new one.
    #[error("line {line}, column {column}: `{from}` cannot become `{to}`, which is set too; remove one of them")]
    Taken {
        /// The line, from 1.
        line: usize,
        /// The column in characters, from 1.
        column: usize,
        /// The old name.
        from: String,
        /// The new name.
        to: String,
    },
    /// A text says several things in one place, not all of which change.
    #[error(
        "a name stands for several tables at once, so that a change to one changes another (`{path}`); rename it by hand"
    )]
    Entangled {
        /// What would change as well. Its value may be a secret.
        path: String,
    },
    /// A step of a migration that only TOML files can take.
    #[error("the file is {format}, where only names and versions can be rewritten; do this by hand: {step}")]
    Format {
        /// What the step would have done.
        step: String,
        /// The format.
        format: &'static str,
    },
    /// The text is not of its format.
    #[error("line {line}, column {column}: {message}")]
    Syntax {
        /// The line, from 1.
        line: usize,
        /// The column in characters, from 1.
        column: usize,
        /// What is wrong.
        message: String,
    },
    /// A step failed.
    #[error("from version {from} to {to}: {error}")]
    Step {
        /// The version before.
        from: u32,
        /// The version after.
        to: u32,
        /// Why.
        error: EditError,
    },
    /// The text cannot be read, or its version cannot be written.
    #[error(transparent)]
    Text(#[from] EditError),
}

/// Applies what lies between the version of a file and the newest, and writes the newest version to `version_key`, a key of the
/// root. A file without that key has the version of the first migration. Without migrations, or for a file of the newest
/// version, the text stays as it is.
///
/// # Errors
/// [`MigrateError`]: the file is newer than the newest version, or a step failed. Nothing is half done: the text that came in is
/// still there.
pub fn migrate(text: &str, migrations: &'static [Migration], version_key: &str) -> Result<Migrated, MigrateError> {
    let unchanged = Migrated { text: text.to_owned(), applied: Vec::new() };
    let newest = migrations.iter().map(|migration| migration.to_version).max();
    let oldest = migrations.iter().map(|migration| migration.from_version).min();
    let (Some(newest), Some(oldest)) = (newest, oldest) else { return Ok(unchanged) };
    let version = version_of(text, version_key)?.unwrap_or(oldest);
    let key = || version_key.to_owned();
    if version > newest {
        return Err(MigrateError::Newer { key: key(), found: version, newest });
    }
    if version == newest {
        return Ok(unchanged);
    }
    let Migrated { mut text, mut applied } = unchanged;
    for (Migration { from_version: from, to_version: to, .. }, step) in chain(migrations, version, newest, version_key)?
    {
        let after = step.apply(&text, &[]).map_err(|error| MigrateError::Step { from, to, error })?;
        if after != text {
            applied.push(format!("{from} -> {to}: {}", step.done(&[])));
            text = after;
        }
    }
    let text = set(&text, &[version_key], &newest.to_string())?;
    Ok(Migrated { text, applied })
}

/// The steps between two versions, each with its migration. Without migrations there is nothing to be done.
fn chain(
    migrations: &'static [Migration],
    found: u32,
    newest: u32,
    key: &str,
) -> Result<Vec<(Migration, &'static Step)>, MigrateError> {
    let mut steps = Vec::new();
    let mut version = found;
    let oldest = migrations.iter().map(|migration| migration.from_version).min();
    while let (Some(oldest), true) = (oldest, version < newest) {
        let next =
            migrations.iter().find(|migration| migration.from_version == version && migration.to_version > version);
        let Some(migration) = next else {
            return Err(MigrateError::NoWay { key: key.to_owned(), found, newest, oldest });
        };
        steps.extend(migration.steps.iter().map(|step| (*migration, step)));
        version = migration.to_version;
    }
    Ok(steps)
}

/// The version that a text says it has.
fn version_of(text: &str, key: &str) -> Result<Option<u32>, MigrateError> {
    // An edit that does nothing reads the text, and names the place of a mistake.
    remove(text, &[key])?;
    let Ok(tree) = toml_text::parse(text, 0) else { return Ok(None) };
    let Some(value) = tree.get(key) else { return Ok(None) };
    version_number(value).map(Some).ok_or_else(|| not_a_version(key.to_owned(), value))
}

/// The number of a version.
fn version_number(value: &Tree) -> Option<u32> {
    match &value.value {
        TreeValue::Num(Num::Int(n), _) => u32::try_from(*n).ok(),
        _ => None,
    }
}

fn not_a_version(key: String, value: &Tree) -> MigrateError {
    let found = match &value.value {
        TreeValue::Other(noun) => (*noun).to_owned(),
        _ => toml_text::inline(value),
    };
    MigrateError::NotAVersion { key, found }
}

#[cfg(test)]
mod tests {
    use super::{MigrateError, Migration, Step, assert_chain, migrate};

    const MIGRATIONS: &[Migration] = &[
        Migration {
            from_version: 1,
            to_version: 2,
            steps: &[
                Step::Rename { from: &["train", "lr"], to: "learning_rate" },
                Step::Remove { path: &["train", "legacy"] },
            ],
        },
        Migration {
            from_version: 2,
            to_version: 4,
            steps: &[
                Step::Move { from: &["train", "ema"], to: &["optimizer", "ema"] },
                Step::Set { path: &["optimizer", "name"], value: "\"adam\"" },
            ],
        },
    ];
    const _: () = assert_chain(MIGRATIONS);

    const OLD: &str = "\
#:schema ../schemas/run.json
# The digits.

name = 'digits'   # as in the paper

[train]
  # Tuned by hand.
  lr = 1e-3
  legacy = true
  steps = 1_000

[train.ema]  # slow
decay = 0.99
";

    #[test]
    fn a_file_goes_through_all_versions() {
        let migrated = migrate(OLD, MIGRATIONS, "version").unwrap();
        assert_eq!(
            migrated.text,
            "\
#:schema ../schemas/run.json
# The digits.

name = 'digits'   # as in the paper
version = 4

[train]
  # Tuned by hand.
  learning_rate = 1e-3
  steps = 1_000

[optimizer]
name = \"adam\"

[optimizer.ema]  # slow
decay = 0.99
"
        );
        assert_eq!(
            migrated.applied,
            [
                "1 -> 2: renamed `train.lr` to `train.learning_rate`",
                "1 -> 2: removed `train.legacy`",
                "2 -> 4: moved `train.ema` to `optimizer.ema`",
                "2 -> 4: set `optimizer.name` to `\"adam\"`",
            ]
        );
        // And then it is of the newest version.
        let again = migrate(&migrated.text, MIGRATIONS, "version").unwrap();
        assert_eq!((again.text, again.applied.len()), (migrated.text, 0));
    }

    #[test]
    fn only_what_is_newer_than_the_file_is_applied() {
        let migrated = migrate("version = 2 # yes\n[train]\nlr = 1\n", MIGRATIONS, "version").unwrap();
        assert_eq!(migrated.text, "version = 4 # yes\n[train]\nlr = 1\n\n[optimizer]\nname = \"adam\"\n");
        assert_eq!(migrated.applied, ["2 -> 4: set `optimizer.name` to `\"adam\"`"]);
        assert_eq!(migrate("x = 1", &[], "version").unwrap().text, "x = 1");
    }

    fn error(text: &str) -> String {
        migrate(text, MIGRATIONS, "version").unwrap_err().to_string()
    }

    #[test]
    fn errors_name_the_versions_and_the_place() {
        assert_eq!(
            error("version = 5"),
            "`version` is 5, but the newest version that this program knows is 4; use a newer program"
        );
        assert_eq!(
            error("version = 3"),
            "`version` is 3, and there is no way from that version to 4; the oldest version known is 1"
        );
        for (text, found) in
            [("\"2\"", "\"2\""), ("-1", "-1"), ("2.5", "2.5"), ("2020-01-01", "a date"), ("{ a = 1 }", "{ a = 1 }")]
        {
            assert_eq!(
                error(&format!("version = {text}")),
                format!("`version` is {found}, expected a version: a whole number from 0 to 4294967295")
            );
        }
        assert_eq!(
            error("\n[train]\nlr = 1\nlearning_rate = 2"),
            "from version 1 to 2: line 4, column 1: `train.lr` cannot become `train.learning_rate`, which is set here; \
             remove one of them"
        );
        assert!(matches!(migrate("x = \n", MIGRATIONS, "version"), Err(MigrateError::Text(_))));
        assert!(error("a = 1\nx = \n").starts_with("line 2, column 5: not TOML: "), "{}", error("a = 1\nx = \n"));
    }
}

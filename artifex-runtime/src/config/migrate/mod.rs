//! Bringing a file of an older version up to date, without touching anything else in it: comments, order and layout stay.

pub mod edit;
mod insert;
mod layout;

use crate::config::doc::Num;
use crate::config::toml_text;
use crate::config::tree::TreeValue;
use edit::dotted;

pub use crate::config::version::{Migration, Step, assert_chain};
pub use edit::{EditError, move_key, remove, rename_key, set};

impl Step {
    fn apply(&self, text: &str) -> Result<String, EditError> {
        match self {
            Self::Rename { from, to } => rename_key(text, from, to),
            Self::Move { from, to } => move_key(text, from, to),
            Self::Remove { path } => remove(text, path),
            Self::Set { path, value } => set(text, path, value),
        }
    }

    /// What the step did, in words.
    fn done(&self) -> String {
        match self {
            Self::Rename { from, to } => {
                let parent = &from[..from.len().saturating_sub(1)];
                format!("renamed `{}` to `{}`", dotted(from), dotted(&[parent, &[*to]].concat()))
            }
            Self::Move { from, to } => format!("moved `{}` to `{}`", dotted(from), dotted(to)),
            Self::Remove { path } => format!("removed `{}`", dotted(path)),
            Self::Set { path, value } => format!("set `{}` to `{value}`", dotted(path)),
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
pub fn migrate(text: &str, migrations: &[Migration], version_key: &str) -> Result<Migrated, MigrateError> {
    let unchanged = Migrated { text: text.to_owned(), applied: Vec::new() };
    let newest = migrations.iter().map(|migration| migration.to_version).max();
    let oldest = migrations.iter().map(|migration| migration.from_version).min();
    let (Some(newest), Some(oldest)) = (newest, oldest) else { return Ok(unchanged) };
    let mut version = version_of(text, version_key)?.unwrap_or(oldest);
    let key = || version_key.to_owned();
    if version > newest {
        return Err(MigrateError::Newer { key: key(), found: version, newest });
    }
    if version == newest {
        return Ok(unchanged);
    }
    let found = version;
    let Migrated { mut text, mut applied } = unchanged;
    while version < newest {
        let next =
            migrations.iter().find(|migration| migration.from_version == version && migration.to_version > version);
        let Some(Migration { from_version: from, to_version: to, steps }) = next.copied() else {
            return Err(MigrateError::NoWay { key: key(), found, newest, oldest });
        };
        for step in steps {
            let after = step.apply(&text).map_err(|error| MigrateError::Step { from, to, error })?;
            if after != text {
                applied.push(format!("{from} -> {to}: {}", step.done()));
                text = after;
            }
        }
        version = to;
    }
    let text = set(&text, &[version_key], &newest.to_string())?;
    Ok(Migrated { text, applied })
}

/// The version that a text says it has.
fn version_of(text: &str, key: &str) -> Result<Option<u32>, MigrateError> {
    // An edit that does nothing reads the text, and names the place of a mistake.
    remove(text, &[key])?;
    let Ok(tree) = toml_text::parse(text, 0) else { return Ok(None) };
    let Some(value) = tree.get(key) else { return Ok(None) };
    let number = match &value.value {
        TreeValue::Num(Num::Int(n), _) => u32::try_from(*n).ok(),
        _ => None,
    };
    let found = match &value.value {
        TreeValue::Other(noun) => (*noun).to_owned(),
        _ => toml_text::inline(value),
    };
    number.map(Some).ok_or(MigrateError::NotAVersion { key: key.to_owned(), found })
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

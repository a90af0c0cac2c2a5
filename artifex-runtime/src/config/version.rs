//! Versions of a config, and what changed between them.

/// The key of a table's version, where its config has one.
pub const KEY: &str = "version";

/// The version of a config: `#[config(version = 3, migrations = MIGRATIONS)]`. A table that does not say its version is of the
/// newest.
#[derive(Clone, Copy, Debug)]
pub struct Version {
    /// The newest version, which this program knows.
    pub number: u32,
    /// The way from older versions. Without any, only names have changed, and an older file is read as it is.
    pub migrations: &'static [Migration],
}

/// What changed between two versions of a config.
///
/// ```
/// use artifex::config::migrate::{Migration, Step, assert_chain, migrate};
///
/// const MIGRATIONS: &[Migration] = &[Migration {
///     from_version: 1,
///     to_version: 2,
///     steps: &[Step::Rename { from: &["train", "lr"], to: "learning_rate" }],
/// }];
/// // The compiler sees to it that no version is left out.
/// const _: () = assert_chain(MIGRATIONS);
///
/// let migrated = migrate("[train]\nlr = 1e-3  # tuned\n", MIGRATIONS, "version")?;
/// assert_eq!(migrated.text, "version = 2\n\n[train]\nlearning_rate = 1e-3  # tuned\n");
/// assert_eq!(migrated.applied, ["1 -> 2: renamed `train.lr` to `train.learning_rate`"]);
/// # Ok::<(), artifex::config::migrate::MigrateError>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// The version that it starts from.
    pub from_version: u32,
    /// The version that it leads to.
    pub to_version: u32,
    /// What is done, in order.
    pub steps: &'static [Step],
}

/// One change. A step whose key is not in the file does nothing; only [`Step::Set`] adds one. Where a path goes through a list of
/// tables, a step is done in each of them.
#[derive(Clone, Copy, Debug)]
pub enum Step {
    /// A key has another name.
    Rename {
        /// The path of the key.
        from: &'static [&'static str],
        /// The new name.
        to: &'static str,
    },
    /// A value or table is at another path.
    Move {
        /// Where it was.
        from: &'static [&'static str],
        /// Where it is.
        to: &'static [&'static str],
    },
    /// A key is gone.
    Remove {
        /// The path of the key.
        path: &'static [&'static str],
    },
    /// A key has this value, whatever it was before.
    Set {
        /// The path of the key.
        path: &'static [&'static str],
        /// The value, as TOML.
        value: &'static str,
    },
}

/// Fails the build unless each migration goes up, and starts where the one before it ended.
///
/// # Panics
/// While a constant is evaluated, which is how the compiler is told.
#[track_caller]
pub const fn assert_chain(migrations: &[Migration]) {
    let mut k = 0;
    while k < migrations.len() {
        assert!(
            migrations[k].from_version < migrations[k].to_version,
            "a migration leads to a version that is not newer"
        );
        assert!(
            k == 0 || migrations[k - 1].to_version == migrations[k].from_version,
            "a migration does not start at the version where the one before it ended"
        );
        k += 1;
    }
}

/// Fails the build unless the migrations are a chain that leads to the version of their config. The derive calls it, spanned at
/// `migrations`.
///
/// # Panics
/// While a constant is evaluated, which is how the compiler is told.
#[track_caller]
pub const fn assert_migrations(version: &Version) {
    assert_chain(version.migrations);
    assert!(!version.migrations.is_empty(), "there is no migration in the list");
    assert!(
        version.migrations[version.migrations.len() - 1].to_version == version.number,
        "the last migration does not lead to the version of the config"
    );
}

#[cfg(test)]
mod tests {
    use super::{Migration, Version, assert_chain, assert_migrations};

    const fn migration(from_version: u32, to_version: u32) -> Migration {
        Migration { from_version, to_version, steps: &[] }
    }

    #[test]
    #[should_panic(expected = "does not start at the version where the one before it ended")]
    fn a_gap_is_refused() {
        assert_chain(&[migration(1, 2), migration(3, 4)]);
    }

    #[test]
    #[should_panic(expected = "a version that is not newer")]
    fn a_step_back_is_refused() {
        assert_chain(&[migration(2, 2)]);
    }

    #[test]
    #[should_panic(expected = "does not lead to the version of the config")]
    fn a_chain_that_ends_early_is_refused() {
        const EARLY: &[Migration] = &[migration(1, 2)];
        assert_migrations(&Version { number: 3, migrations: EARLY });
    }
}

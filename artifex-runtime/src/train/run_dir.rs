//! The directory of a run: what is where in it, and how it comes to be.

use crate::config::front::Format;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// The name of a run's config.
const TOML: &str = "config.toml";
/// Its name where TOML cannot say it.
const YAML: &str = "config.yaml";

/// The config of a run in a directory: that in TOML, unless there is one in YAML alone.
#[must_use]
pub fn config_of(directory: &Path) -> PathBuf {
    let (toml, yaml) = (directory.join(TOML), directory.join(YAML));
    if !toml.is_file() && yaml.is_file() { yaml } else { toml }
}

/// A run's directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunDir {
    path: PathBuf,
}

/// Why there is no run directory.
#[derive(Debug, thiserror::Error)]
pub enum RunDirError {
    /// The name of the run cannot be part of a path.
    #[error("the run's name is {0:?}, expected letters, digits, `-`, `_`, `+` and `.`, not starting with `.`")]
    Name(String),
    /// A directory could not be made, or a file not be written.
    #[error("{}: cannot be written: {error}", path.display())]
    Write {
        /// The directory or file.
        path: PathBuf,
        /// The cause.
        error: std::io::Error,
    },
    /// There is no such directory.
    #[error("{}: there is no such run", .0.display())]
    Missing(PathBuf),
    /// The directory is not that of a run.
    #[error("{}: this is no run: it has no config.toml", .0.display())]
    Foreign(PathBuf),
}

impl RunDir {
    /// Makes `<runs>/<name>-<n>`, with the smallest n that is free. Runs that start at the same time get different ones.
    ///
    /// # Errors
    /// [`RunDirError`] if the name is no name, or the directory cannot be made.
    pub fn create(runs: &Path, name: &str) -> Result<Self, RunDirError> {
        let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '+');
        if name.is_empty() || name.starts_with('.') || !name.chars().all(fits) {
            return Err(RunDirError::Name(name.to_owned()));
        }
        let write = |path: &Path, error| RunDirError::Write { path: path.to_owned(), error };
        fs::create_dir_all(runs).map_err(|error| write(runs, error))?;
        let mut n = 1;
        loop {
            let path = runs.join(format!("{name}-{n}"));
            match fs::create_dir(&path) {
                Ok(()) => return Ok(Self { path }),
                Err(error) if error.kind() == ErrorKind::AlreadyExists => n += 1,
                Err(error) => return Err(write(&path, error)),
            }
        }
    }

    /// The directory of a run that exists.
    ///
    /// # Errors
    /// [`RunDirError`] if it does not, or is something else.
    pub fn open(path: &Path) -> Result<Self, RunDirError> {
        if !path.is_dir() {
            return Err(RunDirError::Missing(path.to_owned()));
        }
        let run = Self { path: path.to_owned() };
        if !run.config().is_file() {
            return Err(RunDirError::Foreign(path.to_owned()));
        }
        Ok(run)
    }

    /// The directory itself.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The resolved config.
    #[must_use]
    pub fn config(&self) -> PathBuf {
        config_of(&self.path)
    }

    /// Writes the resolved config. There is one: that of another format is removed once this one is there.
    ///
    /// # Errors
    /// [`RunDirError::Write`].
    pub fn write_config(&self, format: Format, text: &str) -> Result<(), RunDirError> {
        let own = if format == Format::Toml { TOML } else { YAML };
        self.write(&self.path.join(own), text)?;
        for other in [TOML, YAML].into_iter().filter(|other| *other != own) {
            let path = self.path.join(other);
            match fs::remove_file(&path) {
                Err(error) if error.kind() != ErrorKind::NotFound => return Err(RunDirError::Write { path, error }),
                _ => {}
            }
        }
        Ok(())
    }

    /// The metrics, a JSON object a line.
    #[must_use]
    pub fn metrics(&self) -> PathBuf {
        self.path.join("metrics.jsonl")
    }

    /// What the tokens of a model of text are.
    #[must_use]
    pub fn tokenizer(&self) -> PathBuf {
        self.path.join("tokenizer.json")
    }

    /// The folder of checkpoints.
    #[must_use]
    pub fn checkpoints(&self) -> PathBuf {
        self.path.join("checkpoints")
    }

    /// The folder of samples.
    #[must_use]
    pub fn samples(&self) -> PathBuf {
        self.path.join("samples")
    }

    /// The report.
    #[must_use]
    pub fn report(&self) -> PathBuf {
        self.path.join("report.html")
    }

    /// Writes a file of the run.
    ///
    /// # Errors
    /// [`RunDirError::Write`].
    pub fn write(&self, path: &Path, text: &str) -> Result<(), RunDirError> {
        fs::write(path, text).map_err(|error| RunDirError::Write { path: path.to_owned(), error })
    }
}

#[cfg(test)]
mod tests {
    use super::{Format, RunDir, RunDirError};

    #[test]
    fn numbers_count_up_and_names_are_names() {
        let folder = tempfile::tempdir().unwrap();
        let name = |name| RunDir::create(folder.path(), name).map(|run| run.path().file_name().unwrap().to_owned());
        assert_eq!(name("a").unwrap(), "a-1");
        assert_eq!(name("a").unwrap(), "a-2");
        assert_eq!(name("größe_2.5").unwrap(), "größe_2.5-1");
        for bad in ["", "a/b", "..", ".x", "a b", "a\\b"] {
            assert!(matches!(name(bad), Err(RunDirError::Name(_))), "{bad}");
        }
    }

    #[test]
    fn what_is_no_run_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        assert!(matches!(RunDir::open(&folder.path().join("x")), Err(RunDirError::Missing(_))));
        assert!(matches!(RunDir::open(folder.path()), Err(RunDirError::Foreign(_))));
        std::fs::write(folder.path().join("config.toml"), "").unwrap();
        assert!(RunDir::open(folder.path()).is_ok());
    }

    #[test]
    fn a_run_has_one_config() {
        let folder = tempfile::tempdir().unwrap();
        let run = RunDir::create(folder.path(), "a").unwrap();
        for (format, name) in [
            (Format::Toml, "config.toml"),
            (Format::Yaml, "config.yaml"),
            (Format::Yaml, "config.yaml"),
            (Format::Toml, "config.toml"),
        ] {
            run.write_config(format, "x").unwrap();
            let names: Vec<_> =
                std::fs::read_dir(run.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
            assert_eq!(names, [name]);
            assert_eq!(RunDir::open(run.path()).unwrap().config(), run.path().join(name));
        }
    }
}

//! Checkpoints: everything that is needed to continue a run exactly.
//!
//! A checkpoint is a folder `step-00000123` with `model.safetensors`, `optimizer.safetensors` and `state.json`. It is written
//! under a temporary name, flushed to the disk and then renamed, so that a kill at any moment leaves whole checkpoints only.
//! Sizes and CRC-32 sums of the files are in `state.json`, which carries its own sum.

mod files;
mod state;

pub use state::{Best, CheckpointState, FORMAT_VERSION, FileRecord};

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use crate::nn::params::{NamedTensor, ParamError, check_shapes};

/// The model's tensors.
const MODEL_FILE: &str = "model.safetensors";
/// The optimiser's tensors.
const OPTIMIZER_FILE: &str = "optimizer.safetensors";
/// Everything else.
const STATE_FILE: &str = "state.json";
/// Beginning of a checkpoint's name.
const PREFIX: &str = "step-";
/// Beginning of the name while it is written.
const TEMPORARY: &str = ".writing-";

/// Why a checkpoint could not be written or read.
#[non_exhaustive]
#[derive(Debug, thiserror::Error)]
pub enum CheckpointError {
    /// The disk said no.
    #[error("cannot {action} {path}: {source}", path = path.display())]
    Io {
        /// What was tried.
        action: &'static str,
        /// On what.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: io::Error,
    },
    /// There is no checkpoint.
    #[error("{path} holds no checkpoint; start the run anew", path = .0.display())]
    None(PathBuf),
    /// A file of the checkpoint is missing.
    #[error("{path} is missing; the checkpoint is incomplete, use an older one", path = .0.display())]
    MissingFile(PathBuf),
    /// A file is shorter or longer than it was written.
    #[error("{path} has {found} bytes instead of {expected}; it was cut off, use an older checkpoint", path = path.display())]
    Size {
        /// The file.
        path: PathBuf,
        /// Its size when it was written.
        expected: u64,
        /// Its size now.
        found: u64,
    },
    /// The contents of a file changed since it was written.
    #[error("{path} is damaged ({reason}); use an older checkpoint", path = path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// How it was noticed.
        reason: String,
    },
    /// Another version of this program wrote it.
    #[error("{path} has format {found}, but this version reads format {FORMAT_VERSION}; use the version that wrote it", path = path.display())]
    Version {
        /// The file.
        path: PathBuf,
        /// Its format.
        found: u32,
    },
    /// It is of another kind of model.
    #[error("{path} is of a `{found}` model, but the config says `{expected}`; use the run's own config", path = path.display())]
    OtherModel {
        /// The checkpoint.
        path: PathBuf,
        /// Its model.
        found: String,
        /// The config's model.
        expected: String,
    },
    /// Its tensors do not fit the model.
    #[error("{path} does not fit the model: {source}", path = path.display())]
    OtherShapes {
        /// The file.
        path: PathBuf,
        /// The first tensor that does not fit.
        #[source]
        source: ParamError,
    },
    /// The config changed.
    #[error(
        "{path} was written with another config (fingerprint {found}, now {expected}); use the run's own config, or start a \
         new run",
        path = path.display()
    )]
    OtherConfig {
        /// The checkpoint.
        path: PathBuf,
        /// Fingerprint of the config it was written with.
        found: String,
        /// Fingerprint of the config now.
        expected: String,
    },
    /// A value is infinite or undefined.
    #[error("tensor `{0}` holds infinite or undefined values; the training diverged, no checkpoint was written")]
    NotFinite(String),
}

impl CheckpointError {
    /// Makes an error of a failed access.
    fn io(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::Io { action, path, source }
    }

    fn damaged(path: &Path, reason: impl Into<String>) -> Self {
        Self::Damaged { path: path.to_owned(), reason: reason.into() }
    }
}

/// A checkpoint that was read and found whole.
#[derive(Clone, Debug)]
pub struct Checkpoint {
    /// Step, streams, position in the data.
    pub state: CheckpointState,
    /// The model's tensors.
    pub model: Vec<NamedTensor>,
    /// The optimiser's tensors.
    pub optimizer: Vec<NamedTensor>,
}

/// The checkpoints of one run.
#[derive(Clone, Debug)]
pub struct CheckpointStore {
    folder: PathBuf,
    model: String,
    fingerprint: String,
    keep_last: usize,
}

impl CheckpointStore {
    /// The store in `RUN/checkpoints`. `model` is the tag of the model and `fingerprint` a hash of the config; a checkpoint
    /// with others is refused.
    #[must_use]
    pub fn new(run: &Path, model: &str, fingerprint: &str, keep_last: usize) -> Self {
        Self {
            folder: run.join("checkpoints"),
            model: model.to_owned(),
            fingerprint: fingerprint.to_owned(),
            keep_last: keep_last.max(1),
        }
    }

    /// Writes a checkpoint, then removes all but the latest ones. Returns its folder.
    ///
    /// # Errors
    /// [`CheckpointError::NotFinite`] if a tensor diverged, [`CheckpointError::Io`] if the disk does not take it; the
    /// checkpoints that were there stay.
    pub fn save(
        &self,
        mut state: CheckpointState,
        model: &[NamedTensor],
        optimizer: &[NamedTensor],
    ) -> Result<PathBuf, CheckpointError> {
        let broken = |tensor: &&NamedTensor| tensor.data.iter().any(|value| !value.is_finite());
        if let Some(tensor) = model.iter().chain(optimizer).find(broken) {
            return Err(CheckpointError::NotFinite(tensor.name.clone()));
        }
        std::fs::create_dir_all(&self.folder).map_err(CheckpointError::io("create", &self.folder))?;
        self.remove_leftovers()?;
        let name = format!("{PREFIX}{:08}", state.step);
        let temporary = self.folder.join(format!("{TEMPORARY}{name}"));
        std::fs::create_dir(&temporary).map_err(CheckpointError::io("create", &temporary))?;
        state.format_version = FORMAT_VERSION;
        state.model.clone_from(&self.model);
        state.fingerprint.clone_from(&self.fingerprint);
        state.files = BTreeMap::new();
        for (file, tensors) in [(MODEL_FILE, model), (OPTIMIZER_FILE, optimizer)] {
            let bytes = files::encode(tensors, &temporary.join(file))?;
            files::write_synced(&temporary.join(file), &bytes)?;
            state.files.insert(file.to_owned(), FileRecord::of(&bytes));
        }
        files::write_synced(&temporary.join(STATE_FILE), &state.to_bytes())?;
        files::sync_folder(&temporary)?;
        let path = self.folder.join(&name);
        if path.exists() {
            // The same step again, after a resume: it is moved aside, not removed, until the new one stands.
            let old = self.folder.join(format!("{TEMPORARY}old-{name}"));
            std::fs::rename(&path, &old).map_err(CheckpointError::io("move", &path))?;
        }
        std::fs::rename(&temporary, &path).map_err(CheckpointError::io("rename", &temporary))?;
        files::sync_folder(&self.folder)?;
        self.remove_leftovers()?;
        self.remove_old()?;
        Ok(path)
    }

    /// The steps of the whole checkpoints, oldest first, with their folders.
    ///
    /// # Errors
    /// [`CheckpointError::Io`] if the folder cannot be read; a folder that does not exist has no checkpoint.
    pub fn list(&self) -> Result<Vec<(u64, PathBuf)>, CheckpointError> {
        let mut found: Vec<(u64, PathBuf)> = self
            .entries()?
            .into_iter()
            .filter_map(|path| {
                let step = path.file_name()?.to_str()?.strip_prefix(PREFIX)?.parse().ok()?;
                path.join(STATE_FILE).is_file().then_some((step, path))
            })
            .collect();
        found.sort();
        Ok(found)
    }

    /// The folder of the latest checkpoint; unfinished ones are passed over.
    ///
    /// # Errors
    /// [`CheckpointError::Io`] if the folder cannot be read.
    pub fn latest(&self) -> Result<Option<PathBuf>, CheckpointError> {
        Ok(self.list()?.pop().map(|(_, path)| path))
    }

    /// Reads the checkpoint in `path` and checks that it is whole and belongs to this run: `shapes` are the names and shapes
    /// of the model's tensors.
    ///
    /// # Errors
    /// [`CheckpointError`] saying what is wrong with it.
    pub fn load(&self, path: &Path, shapes: &[(String, Vec<usize>)]) -> Result<Checkpoint, CheckpointError> {
        let state = CheckpointState::read(&path.join(STATE_FILE))?;
        if state.model != self.model {
            return Err(CheckpointError::OtherModel {
                path: path.to_owned(),
                found: state.model,
                expected: self.model.clone(),
            });
        }
        let read = |name: &str| {
            let file = path.join(name);
            let Some(record) = state.files.get(name) else {
                return Err(CheckpointError::damaged(&path.join(STATE_FILE), format!("it does not list {name}")));
            };
            files::decode(&files::read_checked(&file, record)?, &file)
        };
        let (model, optimizer) = (read(MODEL_FILE)?, read(OPTIMIZER_FILE)?);
        check_shapes(shapes, &model)
            .map_err(|source| CheckpointError::OtherShapes { path: path.join(MODEL_FILE), source })?;
        if state.fingerprint != self.fingerprint {
            return Err(CheckpointError::OtherConfig {
                path: path.to_owned(),
                found: state.fingerprint,
                expected: self.fingerprint.clone(),
            });
        }
        Ok(Checkpoint { state, model, optimizer })
    }

    fn entries(&self) -> Result<Vec<PathBuf>, CheckpointError> {
        match std::fs::read_dir(&self.folder) {
            Ok(entries) => entries
                .map(|entry| entry.map(|entry| entry.path()).map_err(CheckpointError::io("read", &self.folder)))
                .collect(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
            Err(error) => Err(CheckpointError::io("read", &self.folder)(error)),
        }
    }

    /// Removes what a killed run left half-written.
    fn remove_leftovers(&self) -> Result<(), CheckpointError> {
        let unfinished = |path: &PathBuf| {
            path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with(TEMPORARY))
        };
        for path in self.entries()?.iter().filter(|path| unfinished(path)) {
            std::fs::remove_dir_all(path).map_err(CheckpointError::io("remove", path))?;
        }
        Ok(())
    }

    fn remove_old(&self) -> Result<(), CheckpointError> {
        let all = self.list()?;
        for (_, path) in &all[..all.len().saturating_sub(self.keep_last)] {
            // Under a name that counts as unfinished first: a kill half-way must not leave a broken checkpoint.
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let aside = self.folder.join(format!("{TEMPORARY}old-{name}"));
            std::fs::rename(path, &aside).map_err(CheckpointError::io("move", path))?;
            std::fs::remove_dir_all(&aside).map_err(CheckpointError::io("remove", &aside))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;

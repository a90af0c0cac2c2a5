//! A config as a file of its own, for programs that save the config beside what they made with it and load it again.

use super::front::Format;
use super::load::{ConfigError, Loader, NoWord, validate_value};
use super::toml_text;
use super::value::ModelConfig;
use artifex_syntax::files::unknown_extension;
use std::path::{Path, PathBuf};

/// Saving and loading, with the names that users of burn's `Config` know.
///
/// ```
/// use artifex::ModelConfig;
/// use artifex::config::ConfigFile as _;
///
/// #[derive(Clone, Debug, PartialEq, ModelConfig)]
/// struct NetConfig {
///     d_model: usize,
///     #[config(default = 0.1, min = 0.0, exclusive_max = 1.0)]
///     dropout: f64,
/// }
///
/// # let folder = std::env::temp_dir().join("artifex-doc-config-file");
/// # std::fs::create_dir_all(&folder)?;
/// # let path = folder.join("net.json");
/// let config = NetConfig::new(512).with_dropout(0.2);
/// config.save(&path)?;
/// assert_eq!(NetConfig::load(&path)?, config);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub trait ConfigFile: ModelConfig {
    /// Writes the config to a file; the extension says the format: `.toml`, `.json`, `.yaml` or `.yml`. Secrets are written as
    /// they are.
    ///
    /// # Errors
    /// [`SaveError`] if the config is wrong, for then it could not be loaded, or if the file cannot be written.
    fn save(&self, path: impl AsRef<Path>) -> Result<(), SaveError> {
        let path = path.as_ref();
        let unknown = || SaveError::Extension(unknown_extension(&path.display().to_string(), path));
        let format = Format::of(path).ok_or_else(unknown)?;
        validate_value(self)?;
        let tree = self.encode();
        let failed = |reason: String| SaveError::Write { path: path.to_owned(), reason };
        let mut text = match format {
            Format::Toml => match tree.nothing() {
                None => toml_text::write(&tree, &|_| None),
                Some(field) => return Err(SaveError::Nothing { path: path.to_owned(), reason: NoWord { field } }),
            },
            Format::Json => serde_json::to_string_pretty(&tree).map_err(|error| failed(error.to_string()))?,
            Format::Yaml => serde_saphyr::to_string(&tree).map_err(|error| failed(error.to_string()))?,
        };
        if !text.ends_with('\n') {
            text.push('\n');
        }
        std::fs::write(path, text).map_err(|error| failed(error.to_string()))
    }

    /// Reads the config from a file and what it extends; the extension says the format.
    ///
    /// # Errors
    /// [`ConfigError`] with every error of the file.
    fn load(path: impl AsRef<Path>) -> Result<Self, ConfigError> {
        Loader::new().file(path.as_ref()).load().map(|loaded| loaded.value)
    }

    /// Reads the config from the bytes of a JSON text.
    ///
    /// # Errors
    /// [`ConfigError`] with every error of the text.
    fn load_binary(data: &[u8]) -> Result<Self, ConfigError> {
        Loader::new().text("config.json", &String::from_utf8_lossy(data)).load().map(|loaded| loaded.value)
    }
}

impl<T: ModelConfig> ConfigFile for T {}

/// Why a config is not saved.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SaveError {
    /// The name of the file does not say its format.
    #[error("{0}")]
    Extension(String),
    /// A value is nothing where that is not the same as no value.
    #[error("{}: {reason}", path.display())]
    Nothing {
        /// The file.
        path: PathBuf,
        /// Which value.
        reason: NoWord,
    },
    /// The config is not allowed.
    #[error(transparent)]
    Invalid(#[from] ConfigError),
    /// The file cannot be written.
    #[error("{}: cannot be written: {reason}", path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: String,
    },
}

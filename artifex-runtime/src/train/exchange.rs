//! Folders in the layout of Hugging Face: `config.json`, tensors as safetensors, and perhaps `tokenizer.json`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::models::autoregressive::HuggingFace;
use crate::nn::tensor_file::{self, TensorFileError};

/// The model's config.
const CONFIG: &str = "config.json";
/// All tensors.
const TENSORS: &str = "model.safetensors";
/// Which of several files each tensor is in.
const INDEX: &str = "model.safetensors.index.json";
/// The tokenizer, if there is one.
pub const TOKENIZER: &str = "tokenizer.json";

/// Why a folder cannot be written or read.
#[derive(Debug, thiserror::Error)]
pub enum ExchangeError {
    /// The disk said no.
    #[error("{}: cannot be {action}: {error}", path.display())]
    Io {
        /// What was tried.
        action: &'static str,
        /// On what.
        path: PathBuf,
        /// What the system said.
        error: std::io::Error,
    },
    /// Files of another model would be mixed with those of this one.
    #[error("{}: the folder is not empty; give another one", .0.display())]
    Full(PathBuf),
    /// There is no model in a folder.
    #[error(
        "{}: there is no {CONFIG} and {TENSORS} in the folder; give that of a model of Hugging Face's with weights as safetensors",
        .0.display()
    )]
    Empty(PathBuf),
    /// A file does not hold what it should.
    #[error("{}: {problem}", path.display())]
    Content {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        problem: String,
    },
}

/// Writes a model, and the text of its `tokenizer.json` if it has one, into a folder, which is made if need be.
///
/// # Errors
/// [`ExchangeError::Io`], [`ExchangeError::Full`], or [`ExchangeError::Content`] if a tensor cannot be written.
pub fn write_folder(model: &HuggingFace, tokenizer: Option<&str>, folder: &Path) -> Result<(), ExchangeError> {
    let io = |path: &Path, error| ExchangeError::Io { action: "written", path: path.to_owned(), error };
    fs::create_dir_all(folder).map_err(|error| io(folder, error))?;
    if fs::read_dir(folder).map_err(|error| io(folder, error))?.next().is_some() {
        return Err(ExchangeError::Full(folder.to_owned()));
    }
    if let Some(tokenizer) = tokenizer {
        let path = folder.join(TOKENIZER);
        fs::write(&path, tokenizer).map_err(|error| io(&path, error))?;
    }
    let path = folder.join(TENSORS);
    // Theirs say which library the layout of the tensors is that of.
    let bytes = tensor_file::encode(&model.tensors, &[("format", "pt")])
        .map_err(|error| ExchangeError::Content { path: path.clone(), problem: error.to_string() })?;
    fs::write(&path, bytes).map_err(|error| io(&path, error))?;
    let path = folder.join(CONFIG);
    fs::write(&path, format!("{:#}\n", model.config)).map_err(|error| io(&path, error))
}

/// Reads a model from a folder; its tensors may be in several files, and of half precision.
///
/// # Errors
/// [`ExchangeError`] naming the file.
pub fn read_folder(folder: &Path) -> Result<HuggingFace, ExchangeError> {
    let [config, index, all] = [CONFIG, INDEX, TENSORS].map(|name| folder.join(name));
    if !config.is_file() || !(all.is_file() || index.is_file()) {
        return Err(ExchangeError::Empty(folder.to_owned()));
    }
    let config = read_json(&config)?;
    let files = if all.is_file() { vec![all] } else { parts(&index, &read_json(&index)?)? };
    let mut tensors = Vec::new();
    for path in files {
        let bytes = read(&path)?;
        let read = tensor_file::decode_some(&bytes, |name| !is_mask(name)).map_err(|error| {
            let problem = match error {
                TensorFileError::Format(error) => format!("this is no safetensors file: {error}; load the file again"),
                error => error.to_string(),
            };
            ExchangeError::Content { path: path.clone(), problem }
        })?;
        tensors.extend(read);
    }
    Ok(HuggingFace { config, tensors })
}

/// The files that an index names, each once.
fn parts(index: &Path, json: &serde_json::Value) -> Result<Vec<PathBuf>, ExchangeError> {
    let names = json["weight_map"].as_object().map(|map| map.values().map(serde_json::Value::as_str).collect());
    let Some(Some(names)) = names.map(|names: Vec<_>| names.into_iter().collect::<Option<BTreeSet<_>>>()) else {
        let problem =
            "`weight_map` is not an object that gives the file of each tensor; load the file again".to_owned();
        return Err(ExchangeError::Content { path: index.to_owned(), problem });
    };
    Ok(names.into_iter().map(|name| index.with_file_name(name)).collect())
}

/// Whether a tensor is the causal mask that files of GPT-2 hold among their weights, in some of them as booleans.
fn is_mask(name: &str) -> bool {
    name.ends_with(".attn.bias") || name.ends_with(".attn.masked_bias")
}

fn read(path: &Path) -> Result<Vec<u8>, ExchangeError> {
    fs::read(path).map_err(|error| ExchangeError::Io { action: "read", path: path.to_owned(), error })
}

fn read_json(path: &Path) -> Result<serde_json::Value, ExchangeError> {
    let problem = |error| format!("this is no JSON: {error}; load the file again");
    serde_json::from_slice(&read(path)?)
        .map_err(|error| ExchangeError::Content { path: path.to_owned(), problem: problem(error) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::nn::NamedTensor;
    use safetensors::tensor::{Dtype, TensorView, serialize};
    use serde_json::json;

    fn model() -> HuggingFace {
        let tensor =
            |name: &str, data: &[f32]| NamedTensor { name: name.into(), shape: vec![1, data.len()], data: data.into() };
        HuggingFace {
            config: json!({"model_type": "gpt2"}),
            tensors: vec![tensor("a", &[1.5, -2.0]), tensor("b", &[0.1])],
        }
    }

    fn sorted(mut tensors: Vec<NamedTensor>) -> Vec<NamedTensor> {
        tensors.sort_by(|a, b| a.name.cmp(&b.name));
        tensors
    }

    #[test]
    fn a_folder_reads_back() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("out");
        write_folder(&model(), Some("{}"), &out).unwrap();
        let read = read_folder(&out).unwrap();
        assert_eq!((sorted(read.tensors), read.config), (model().tensors, model().config));
        assert_eq!(fs::read_to_string(out.join(TOKENIZER)).unwrap(), "{}");
        let error = write_folder(&model(), None, &out).unwrap_err().to_string();
        assert_eq!(error, format!("{}: the folder is not empty; give another one", out.display()));
    }

    #[test]
    fn masks_are_left_out() {
        let folder = tempfile::tempdir().unwrap();
        let view = |dtype, bytes| TensorView::new(dtype, vec![1], bytes).unwrap();
        let bias = ("h.0.attn.c_attn.bias", view(Dtype::F32, &[0, 0, 0, 0]));
        let mask = ("h.0.attn.bias", view(Dtype::BOOL, &[1]));
        fs::write(folder.path().join(CONFIG), "{}").unwrap();
        fs::write(folder.path().join(TENSORS), serialize([bias, mask], None).unwrap()).unwrap();
        let read = read_folder(folder.path()).unwrap().tensors;
        assert_eq!(read.into_iter().map(|tensor| tensor.name).collect::<Vec<_>>(), ["h.0.attn.c_attn.bias"]);
    }

    #[test]
    fn several_files_are_read() {
        let folder = tempfile::tempdir().unwrap();
        for (name, tensor) in ["1.safetensors", "2.safetensors"].into_iter().zip(model().tensors) {
            fs::write(folder.path().join(name), tensor_file::encode(&[tensor], &[]).unwrap()).unwrap();
        }
        fs::write(folder.path().join(CONFIG), "{}").unwrap();
        let index = json!({"weight_map": {"a": "1.safetensors", "b": "2.safetensors"}});
        fs::write(folder.path().join(INDEX), index.to_string()).unwrap();
        assert_eq!(sorted(read_folder(folder.path()).unwrap().tensors), model().tensors);
        let wrong =
            || read_folder(folder.path()).unwrap_err().to_string().replace(&folder.path().display().to_string(), "");
        fs::write(folder.path().join("1.safetensors"), "no file").unwrap();
        assert!(wrong().starts_with("/1.safetensors: this is no safetensors file: "), "{}", wrong());
        fs::remove_file(folder.path().join("1.safetensors")).unwrap();
        assert!(wrong().starts_with("/1.safetensors: cannot be read: "), "{}", wrong());
        for index in ["{}", "{\"weight_map\": {\"a\": 1}}"] {
            fs::write(folder.path().join(INDEX), index).unwrap();
            assert_eq!(
                wrong(),
                "/model.safetensors.index.json: `weight_map` is not an object that gives the file of each tensor; load the file \
                 again"
            );
        }
        fs::write(folder.path().join(CONFIG), "{").unwrap();
        assert!(wrong().starts_with("/config.json: this is no JSON: "), "{}", wrong());
        fs::remove_file(folder.path().join(CONFIG)).unwrap();
        assert_eq!(
            wrong(),
            ": there is no config.json and model.safetensors in the folder; give that of a model of Hugging Face's with weights \
             as safetensors"
        );
    }
}

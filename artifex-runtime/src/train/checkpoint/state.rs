//! The part of a checkpoint that is not tensors.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::CheckpointError;
use super::files::read;
use crate::data::DataPosition;
use crate::rng::RngsState;

/// Version of the layout of a checkpoint.
pub const FORMAT_VERSION: u32 = 1;

/// Where a run was when a checkpoint was written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckpointState {
    /// Version of the layout; [`FORMAT_VERSION`].
    pub format_version: u32,
    /// Tag of the model; set by the store.
    pub model: String,
    /// Hash of the config; set by the store.
    pub fingerprint: String,
    /// Updates done.
    pub step: u64,
    /// The batch that comes next.
    pub position: DataPosition,
    /// The random streams.
    pub rngs: RngsState,
    /// The best evaluation so far.
    pub best: Option<Best>,
    /// Sizes and sums of the other files; set by the store.
    pub files: BTreeMap<String, FileRecord>,
}

/// The evaluation with the lowest first term: the total loss, for most models.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Best {
    /// Updates done before it.
    pub step: u64,
    /// Its first term.
    #[serde(with = "exact")]
    pub total: f64,
}

/// What a file was when it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileRecord {
    /// Its size.
    pub bytes: u64,
    /// Its CRC-32 (ISO-HDLC).
    pub crc32: u32,
}

impl FileRecord {
    pub(super) fn of(bytes: &[u8]) -> Self {
        Self { bytes: bytes.len() as u64, crc32: crc32fast::hash(bytes) }
    }
}

/// The one field that every version has.
#[derive(Deserialize)]
struct Version {
    format_version: u32,
}

/// What stands between the state and its sum, and after the sum.
const SUM_START: &str = ",\n\"crc32\": \"";
const SUM_END: &str = "\"}\n";

impl CheckpointState {
    /// `{"state": {..}, "crc32": "........"}` with the sum of everything before it.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        // Plain data with string keys: serialisation cannot fail.
        let state = serde_json::to_string_pretty(self).unwrap_or_default();
        let text = format!("{{\"state\": {state}");
        let sum = crc32fast::hash(text.as_bytes());
        format!("{text}{SUM_START}{sum:08x}{SUM_END}").into_bytes()
    }

    /// Reads and checks a state file.
    pub(super) fn read(path: &Path) -> Result<Self, CheckpointError> {
        let bytes = read(path)?;
        let damaged = |reason: &str| CheckpointError::damaged(path, reason);
        let text = std::str::from_utf8(&bytes).map_err(|_| damaged("it is not text"))?;
        let parts = text.strip_suffix(SUM_END).and_then(|text| text.rsplit_once(SUM_START));
        let (text, sum) = parts.ok_or_else(|| damaged("its end is missing"))?;
        if format!("{:08x}", crc32fast::hash(text.as_bytes())) != sum {
            return Err(damaged("its contents do not have the CRC-32 that it says"));
        }
        let state = text.strip_prefix("{\"state\": ").ok_or_else(|| damaged("its beginning is missing"))?;
        // The version first: another one may have other fields.
        let Version { format_version: found } =
            serde_json::from_str(state).map_err(|error| CheckpointError::damaged(path, error.to_string()))?;
        if found != FORMAT_VERSION {
            return Err(CheckpointError::Version { path: path.to_owned(), found });
        }
        serde_json::from_str(state).map_err(|error| CheckpointError::damaged(path, error.to_string()))
    }
}

/// Numbers as text: the reader of JSON numbers may miss the last bit.
mod exact {
    use serde::{Deserialize, Deserializer, Serializer, de};

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature is serde's")]
    pub(super) fn serialize<S: Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&value.to_string())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

//! Files of tensors, written and read with checks.

use std::fs::File;
use std::io::{ErrorKind, Write};
use std::path::Path;

use super::{CheckpointError, FileRecord};
use crate::nn::params::NamedTensor;
use crate::nn::tensor_file;

/// The safetensors form of the tensors; `path` is for messages.
pub(super) fn encode(tensors: &[NamedTensor], path: &Path) -> Result<Vec<u8>, CheckpointError> {
    tensor_file::encode(tensors, &[]).map_err(|error| CheckpointError::Io {
        action: "encode",
        path: path.to_owned(),
        source: std::io::Error::other(error),
    })
}

/// The tensors of a safetensors file.
pub(super) fn decode(bytes: &[u8], path: &Path) -> Result<Vec<NamedTensor>, CheckpointError> {
    tensor_file::decode(bytes).map_err(|error| CheckpointError::damaged(path, error.to_string()))
}

/// Writes a file and waits until the disk has it.
pub(super) fn write_synced(path: &Path, bytes: &[u8]) -> Result<(), CheckpointError> {
    File::create(path)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .map_err(CheckpointError::io("write", path))
}

/// Waits until the disk has the names in a folder.
pub(super) fn sync_folder(path: &Path) -> Result<(), CheckpointError> {
    // Only Unix can open a folder to sync it; elsewhere the rename is as safe as the file system makes it.
    if cfg!(unix) {
        File::open(path).and_then(|folder| folder.sync_all()).map_err(CheckpointError::io("flush", path))?;
    }
    Ok(())
}

/// Reads a file.
pub(super) fn read(path: &Path) -> Result<Vec<u8>, CheckpointError> {
    std::fs::read(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => CheckpointError::MissingFile(path.to_owned()),
        _ => CheckpointError::io("read", path)(error),
    })
}

/// Reads a file and compares its size and sum with those recorded.
pub(super) fn read_checked(path: &Path, record: &FileRecord) -> Result<Vec<u8>, CheckpointError> {
    let bytes = read(path)?;
    let found = FileRecord::of(&bytes);
    if found.bytes != record.bytes {
        return Err(CheckpointError::Size { path: path.to_owned(), expected: record.bytes, found: found.bytes });
    }
    if found.crc32 != record.crc32 {
        return Err(CheckpointError::damaged(
            path,
            format!("CRC-32 {:08x} instead of {:08x}", found.crc32, record.crc32),
        ));
    }
    Ok(bytes)
}

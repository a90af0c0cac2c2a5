//! Reading a file whole, decompressed.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use flate2::bufread::MultiGzDecoder;

use super::DataError;

/// The contents of a file. Compression is known by its first bytes and not by the file's name.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, DataError> {
    let raw = read_raw(path).map_err(|source| DataError::Read { path: path.to_owned(), source })?;
    decompress(raw, path)
}

fn read_raw(path: &Path) -> io::Result<Vec<u8>> {
    let mut file = File::open(path)?;
    // Without this, reading a directory fails differently on each system.
    if file.metadata()?.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    let mut raw = Vec::new();
    file.read_to_end(&mut raw)?;
    Ok(raw)
}

/// Decompresses gzip data (also of several members, as `cat a.gz b.gz` makes); other data is returned as it is.
pub(super) fn decompress(raw: Vec<u8>, path: &Path) -> Result<Vec<u8>, DataError> {
    const GZIP_MAGIC: [u8; 2] = [0x1f, 0x8b];
    if !raw.starts_with(&GZIP_MAGIC) {
        return Ok(raw);
    }
    // Text and images seldom shrink by more than this; a better guess would only save a copy.
    let mut contents = Vec::with_capacity(raw.len().saturating_mul(8));
    match MultiGzDecoder::new(raw.as_slice()).read_to_end(&mut contents) {
        Ok(_) => Ok(contents),
        Err(source) => Err(DataError::Gzip { path: path.to_owned(), good_bytes: contents.len(), source }),
    }
}

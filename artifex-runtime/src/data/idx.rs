//! IDX files: the format in which MNIST was published, and of the sets that follow it.

use std::path::Path;

use super::image_set::{Images, Pixels};
use super::{DataError, IdxConfig, Splits, file_name, source};

/// Held-out fraction where the config gives neither a fraction nor a file.
const HELD_OUT: f64 = 0.1;

/// What can be wrong with an IDX file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum IdxProblem {
    /// It does not start as an IDX file of unsigned bytes does.
    #[error(
        "starts with {found:02x?}, but an IDX file of unsigned bytes starts with 00 00 08 and its number of dimensions; give \
         one, as it is or compressed with gzip"
    )]
    Magic {
        /// The first bytes, at most four.
        found: Vec<u8>,
    },
    /// Its number of dimensions is not that of what it is given as.
    #[error(
        "the file has {found} dimension{}, but {}; give the files of images and labels in their own fields",
        if *found == 1 { "" } else { "s" },
        if *labels { "labels have 1" } else { "images have 3 (number, height, width) or 4 (and channels)" }
    )]
    Dimensions {
        /// Dimensions of the file.
        found: u8,
        /// Whether labels were expected.
        labels: bool,
    },
    /// The file ends in its header.
    #[error("the file ends in its header of {expected} bytes; copy or download it again")]
    Header {
        /// Bytes of the whole header.
        expected: usize,
    },
    /// The file holds less or more than its header says.
    #[error(
        "the header says {dimensions:?}, which needs {expected} bytes after it, but there are {found}; copy or download the file again"
    )]
    Length {
        /// Sizes in the header.
        dimensions: Vec<usize>,
        /// Bytes they need; as a text because damaged headers give more than any integer holds.
        expected: String,
        /// Bytes there are.
        found: usize,
    },
}

/// The contents of an IDX file.
struct Idx {
    dimensions: Vec<usize>,
    data: Vec<u8>,
}

impl IdxConfig {
    pub(super) fn load(&self, base: &Path) -> Result<Splits, DataError> {
        let train = load_images(base, &self.images, self.labels.as_deref())?;
        let Some(path) = &self.held_out_images else {
            return train.split_at_random(self.held_out.unwrap_or(HELD_OUT), self.split_seed.unwrap_or(0));
        };
        let held_out = load_images(base, path, self.held_out_labels.as_deref())?;
        if train.shape != held_out.shape {
            return Err(DataError::HeldOutShape {
                train_path: base.join(&self.images),
                train: train.shape,
                held_out_path: base.join(path),
                held_out: held_out.shape,
            });
        }
        Ok(Images::pair(train, held_out))
    }
}

/// Images and, if there is a file of them, their classes.
fn load_images(base: &Path, images: &Path, labels: Option<&Path>) -> Result<Images, DataError> {
    let images_path = base.join(images);
    let Idx { dimensions, data } = read(&images_path, false)?;
    let &[count, height, width] = dimensions.first_chunk().unwrap_or(&[0; 3]);
    let shape = [height, width, dimensions.get(3).copied().unwrap_or(1)];
    if data.is_empty() {
        return Err(DataError::Empty { path: images_path });
    }
    let labels = match labels.map(|path| base.join(path)) {
        None => None,
        Some(labels_path) => {
            let labels = read(&labels_path, true)?.data;
            if labels.len() != count {
                return Err(DataError::LabelCount { images_path, images: count, labels_path, labels: labels.len() });
            }
            Some(labels.into_iter().map(i64::from).collect())
        }
    };
    Ok(Images { name: file_name(&images_path), shape, pixels: Pixels::Bytes(data), max_value: 255.0, labels })
}

fn read(path: &Path, labels: bool) -> Result<Idx, DataError> {
    parse(source::read(path)?, labels).map_err(|(byte, problem)| DataError::Idx {
        path: path.to_owned(),
        byte,
        problem,
    })
}

/// Takes a file apart: two zero bytes, the type (8 for unsigned bytes), the number of dimensions, the big-endian sizes, the
/// values. An error comes with the byte it is at.
fn parse(mut file: Vec<u8>, labels: bool) -> Result<Idx, (usize, IdxProblem)> {
    let &[0, 0, 8, rank] = file.first_chunk::<4>().unwrap_or(&[1; 4]) else {
        return Err((0, IdxProblem::Magic { found: file.into_iter().take(4).collect() }));
    };
    if labels != (rank == 1) || !matches!(rank, 1 | 3 | 4) {
        return Err((3, IdxProblem::Dimensions { found: rank, labels }));
    }
    let header = 4 + 4 * usize::from(rank);
    let Some(sizes) = file.get(4..header) else {
        return Err((file.len(), IdxProblem::Header { expected: header }));
    };
    let dimensions: Vec<usize> =
        sizes.as_chunks::<4>().0.iter().map(|size| u32::from_be_bytes(*size) as usize).collect();
    let expected = dimensions.iter().try_fold(1usize, |product, &size| product.checked_mul(size));
    let found = file.len() - header;
    if expected != Some(found) {
        let byte = header + found.min(expected.unwrap_or(usize::MAX));
        let expected = expected.map_or_else(|| "more than 2^64".to_owned(), |expected| expected.to_string());
        return Err((byte, IdxProblem::Length { dimensions, expected, found }));
    }
    file.drain(..header);
    Ok(Idx { dimensions, data: file })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn idx(dimensions: &[u32], data: &[u8]) -> Vec<u8> {
        let mut file = vec![0, 0, 8, dimensions.len() as u8];
        dimensions.iter().for_each(|size| file.extend(size.to_be_bytes()));
        file.extend(data);
        file
    }

    #[test]
    fn sizes_and_values_are_read() {
        let images = parse(idx(&[2, 1, 3], &[1, 2, 3, 4, 5, 6]), false).unwrap();
        assert_eq!((images.dimensions, images.data), (vec![2, 1, 3], vec![1, 2, 3, 4, 5, 6]));
        assert_eq!(parse(idx(&[1, 1, 2, 3], &[7; 6]), false).unwrap().dimensions, [1, 1, 2, 3]);
        assert_eq!(parse(idx(&[3], &[7, 8, 9]), true).unwrap().data, [7, 8, 9]);
    }

    #[test]
    fn damaged_files_are_refused_with_the_byte() {
        let error = |file: Vec<u8>, labels| {
            let (byte, problem) = parse(file, labels).err().unwrap();
            DataError::Idx { path: "x".into(), byte, problem }.to_string()
        };
        let magic = "an IDX file of unsigned bytes starts with 00 00 08";
        assert!(error(vec![], false).starts_with("x: byte 0: starts with [], but "));
        let text = error(b"P5 28 28".to_vec(), false);
        assert!(text.starts_with("x: byte 0: starts with [50, 35, 20, 32], but ") && text.contains(magic), "{text}");
        assert!(error(vec![0, 0, 13, 3, 0, 0], false).contains(magic));
        assert_eq!(
            error(idx(&[3], &[1; 3]), false),
            "x: byte 3: the file has 1 dimension, but images have 3 (number, height, width) or 4 (and channels); give the \
             files of images and labels in their own fields"
        );
        assert!(error(idx(&[1, 1, 1], &[1]), true).contains("3 dimensions, but labels have 1;"));
        assert!(error(idx(&[1, 1], &[1]), false).contains("2 dimensions"));
        assert!(
            error(idx(&[1, 1, 1], &[])[..9].to_vec(), false)
                .starts_with("x: byte 9: the file ends in its header of 16")
        );
        assert_eq!(
            error(idx(&[2, 1, 3], &[1; 5]), false),
            "x: byte 21: the header says [2, 1, 3], which needs 6 bytes after it, but there are 5; copy or download the file \
             again"
        );
        assert!(error(idx(&[2, 1, 3], &[1; 7]), false).starts_with("x: byte 22: "));
        let huge = error(idx(&[u32::MAX; 4], &[1; 7]), false);
        assert!(huge.contains("needs more than 2^64 bytes after it, but there are 7"), "{huge}");
    }
}

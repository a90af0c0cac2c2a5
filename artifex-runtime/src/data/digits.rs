//! The built-in handwritten digits.

use std::path::Path;

use super::csv_images::{self, Layout};
use super::{DataError, DigitsConfig, LabelColumn, Splits, source};

/// scikit-learn's `digits.csv.gz`, unchanged.
static DIGITS: &[u8] = include_bytes!("../../assets/digits.csv.gz");

impl DigitsConfig {
    pub(super) fn load(&self) -> Result<Splits, DataError> {
        let path = Path::new("built-in digits.csv.gz");
        let text = source::decompress(DIGITS.to_vec(), path)?;
        let layout = Layout { shape: [8, 8, 1], max_value: 16.0, label_column: LabelColumn::Last, header: false };
        csv_images::parse(&text, &layout, "digits".to_owned(), path)?.split_off_last(self.held_out)
    }
}

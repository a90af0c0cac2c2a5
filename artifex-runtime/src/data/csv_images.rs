//! Images as rows of a CSV file.

use std::path::Path;

use super::image_set::{Images, Pixels};
use super::{CsvImagesConfig, DataError, LabelColumn, Splits, source};

/// What can be wrong with a line of a CSV file of images.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum CsvProblem {
    /// The number of columns does not fit the shape.
    #[error(
        "{found} columns, but shape {shape:?} makes {} pixels{}; correct `shape` or `label_column`, and separate columns by \
         commas",
        shape.iter().product::<usize>(),
        if *label { " and a label" } else { "" }
    )]
    Width {
        /// Columns of the line.
        found: usize,
        /// Height, width, channels.
        shape: [usize; 3],
        /// Whether one column is the label.
        label: bool,
    },
    /// A column does not hold a number.
    #[error(
        "column {column}: `{text}` is not a number{}",
        if *first_line { "; if the first line names the columns, set `header = true`" } else { "; correct the file" }
    )]
    NotANumber {
        /// The column, counted from 1.
        column: usize,
        /// What it holds, cut to a few characters.
        text: String,
        /// Whether this is the file's first line.
        first_line: bool,
    },
    /// A pixel is negative, too large, or not finite.
    #[error(
        "column {column}: {value} is not between 0 and `max_value` = {max}; set `max_value` to the value of a white pixel, \
         or correct the file or `label_column`"
    )]
    Range {
        /// The column, counted from 1.
        column: usize,
        /// The pixel.
        value: f64,
        /// The largest allowed.
        max: f64,
    },
    /// A label is no class number.
    #[error("column {column}: the label {value} is not a whole number from 0 on; correct the file or `label_column`")]
    Label {
        /// The column, counted from 1.
        column: usize,
        /// What it holds.
        value: f64,
    },
}

/// How the lines are laid out.
pub(super) struct Layout {
    pub shape: [usize; 3],
    pub max_value: f64,
    pub label_column: LabelColumn,
    pub header: bool,
}

impl CsvImagesConfig {
    pub(super) fn load(&self, base: &Path) -> Result<Splits, DataError> {
        let path = base.join(&self.path);
        let text = source::read(&path)?;
        let layout = Layout {
            shape: self.shape,
            max_value: self.max_value,
            label_column: self.label_column,
            header: self.header,
        };
        parse(&text, &layout, super::file_name(&path), &path)?.split_at_random(self.held_out, self.split_seed)
    }
}

/// All images of a text. Lines that are empty are passed over.
pub(super) fn parse(text: &[u8], layout: &Layout, name: String, path: &Path) -> Result<Images, DataError> {
    let row = Row::new(layout);
    let first = text.iter().position(|&byte| byte == b'\n').unwrap_or(text.len());
    // The first line's length tells about how many lines there are; a pixel takes at least two bytes of text.
    let expected = (text.len() / (first + 1)).saturating_mul(row.pixels.len()).min(text.len() / 2 + 1);
    let mut pixels = Pixels::Bytes(Vec::with_capacity(expected));
    let mut labels = Vec::new();
    let mut rest = text;
    let mut line = 0;
    while !rest.is_empty() {
        line += 1;
        if (line == 1 && layout.header) || matches!(rest, [b'\n', ..] | [b'\r', b'\n', ..]) {
            rest = after_line(rest);
            continue;
        }
        rest = row.parse(rest, &mut pixels, &mut labels).map_err(|problem| {
            // A wrong width makes numbers look wrong that are not, so it is what to report.
            let found = columns(rest);
            let label = row.label.is_some();
            let problem = match problem {
                _ if found != row.columns => CsvProblem::Width { found, shape: layout.shape, label },
                CsvProblem::NotANumber { column, text, .. } => {
                    CsvProblem::NotANumber { column, text, first_line: line == 1 }
                }
                other => other,
            };
            DataError::Csv { path: path.to_owned(), line, problem }
        })?;
    }
    if pixels.len() == 0 {
        return Err(DataError::Empty { path: path.to_owned() });
    }
    #[expect(clippy::cast_possible_truncation, reason = "pixels are f32")]
    let max_value = layout.max_value as f32;
    Ok(Images { name, shape: layout.shape, pixels, max_value, labels: row.label.map(|_| labels) })
}

/// What every line must be.
struct Row {
    columns: usize,
    /// The columns that are pixels.
    pixels: std::ops::Range<usize>,
    /// The column that is the label.
    label: Option<usize>,
    max: f64,
    /// Whole numbers up to this are stored as bytes.
    max_byte: u32,
    shape: [usize; 3],
}

impl Row {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to a byte")]
    fn new(layout: &Layout) -> Self {
        let size: usize = layout.shape.iter().product();
        let (columns, pixels, label) = match layout.label_column {
            LabelColumn::Last => (size + 1, 0..size, Some(size)),
            LabelColumn::First => (size + 1, 1..size + 1, Some(0)),
            LabelColumn::None => (size, 0..size, None),
        };
        let max_byte = layout.max_value.clamp(0.0, 255.0) as u32;
        Self { columns, pixels, label, max: layout.max_value, max_byte, shape: layout.shape }
    }

    /// Reads one line; what follows it is returned.
    fn parse<'a>(
        &self,
        mut rest: &'a [u8],
        pixels: &mut Pixels,
        labels: &mut Vec<i64>,
    ) -> Result<&'a [u8], CsvProblem> {
        if self.label == Some(0) {
            rest = self.parse_label(rest, 0, labels)?;
        }
        let mut column = self.pixels.start;
        if let Pixels::Bytes(bytes) = pixels {
            // The common case in one tight loop: short whole numbers.
            while column < self.pixels.end
                && let Some((value, after)) = small_number(rest)
                && value <= self.max_byte
                && self.ends_well(column, after)
            {
                #[expect(clippy::cast_possible_truncation, reason = "at most max_byte")]
                bytes.push(value as u8);
                rest = after.get(1..).unwrap_or_default();
                column += 1;
            }
        }
        for column in column..self.pixels.end {
            let (value, after) = self.field(rest, column)?;
            if !(0.0..=self.max).contains(&value) {
                return Err(CsvProblem::Range { column: column + 1, value, max: self.max });
            }
            pixels.push(value);
            rest = after;
        }
        match self.label {
            Some(label) if label > 0 => self.parse_label(rest, label, labels),
            _ => Ok(rest),
        }
    }

    fn parse_label<'a>(&self, rest: &'a [u8], column: usize, labels: &mut Vec<i64>) -> Result<&'a [u8], CsvProblem> {
        let (value, after) = self.field(rest, column)?;
        // Labels may be written as floats (`3.0`); 2^31 is far more classes than there are.
        if value.fract() != 0.0 || !(0.0..2_147_483_648.0).contains(&value) {
            return Err(CsvProblem::Label { column: column + 1, value });
        }
        #[expect(clippy::cast_possible_truncation, reason = "a whole number below 2^31")]
        labels.push(value as i64);
        Ok(after)
    }

    /// Any number, and what follows its comma or line end. A field of a wrong line end is no number.
    fn field<'a>(&self, rest: &'a [u8], column: usize) -> Result<(f64, &'a [u8]), CsvProblem> {
        let end = rest.iter().position(|byte| matches!(byte, b',' | b'\n')).unwrap_or(rest.len());
        let text = String::from_utf8_lossy(rest[..end].trim_ascii());
        match text.parse() {
            Ok(value) if self.ends_well(column, &rest[end..]) => Ok((value, rest.get(end + 1..).unwrap_or_default())),
            Ok(_) => Err(CsvProblem::Width { found: columns(rest), shape: self.shape, label: self.label.is_some() }),
            Err(_) => {
                let text = text.chars().take(20).collect();
                Err(CsvProblem::NotANumber { column: column + 1, text, first_line: false })
            }
        }
    }

    /// Whether a field is followed by a comma, or the last one by the end of the line.
    #[inline]
    fn ends_well(&self, column: usize, after: &[u8]) -> bool {
        match after.first() {
            Some(b',') => column + 1 < self.columns,
            Some(b'\n') | None => column + 1 == self.columns,
            Some(_) => false,
        }
    }
}

impl Pixels {
    /// Adds a value; a first one that is no byte turns all into floats.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bytes are checked, others are f32")]
    fn push(&mut self, value: f64) {
        match self {
            Self::Bytes(bytes) if value.fract() == 0.0 && value <= 255.0 => bytes.push(value as u8),
            Self::Bytes(bytes) => {
                let mut floats: Vec<f32> = bytes.iter().map(|&byte| f32::from(byte)).collect();
                floats.push(value as f32);
                *self = Self::Floats(floats);
            }
            Self::Floats(floats) => floats.push(value as f32),
        }
    }
}

/// A number of one to three digits at the beginning, and what follows.
#[inline]
fn small_number(rest: &[u8]) -> Option<(u32, &[u8])> {
    let digit = |i: usize| rest.get(i).map(|byte| u32::from(byte.wrapping_sub(b'0'))).filter(|&digit| digit < 10);
    let first = digit(0)?;
    let Some(second) = digit(1) else { return Some((first, &rest[1..])) };
    let Some(third) = digit(2) else { return Some((10 * first + second, &rest[2..])) };
    Some((100 * first + 10 * second + third, &rest[3..]))
}

/// How many columns the line has that starts here.
fn columns(rest: &[u8]) -> usize {
    1 + rest.iter().take_while(|&&byte| byte != b'\n').filter(|&&byte| byte == b',').count()
}

/// What follows the line that starts here.
fn after_line(rest: &[u8]) -> &[u8] {
    rest.iter().position(|&byte| byte == b'\n').map_or(&[], |end| &rest[end + 1..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layout(label_column: LabelColumn) -> Layout {
        Layout { shape: [1, 3, 1], max_value: 255.0, label_column, header: false }
    }

    fn parsed(text: &str, layout: &Layout) -> Images {
        parse(text.as_bytes(), layout, "test".to_owned(), Path::new("test.csv")).unwrap()
    }

    fn message(text: &str, layout: &Layout) -> String {
        parse(text.as_bytes(), layout, "test".to_owned(), Path::new("test.csv")).unwrap_err().to_string()
    }

    #[test]
    fn the_label_is_where_it_is_said_to_be() {
        let text = "1,20,255,7\n0,0,3,0\n";
        let last = parsed(text, &layout(LabelColumn::Last));
        assert_eq!((last.pixels, last.labels), (Pixels::Bytes(vec![1, 20, 255, 0, 0, 3]), Some(vec![7, 0])));
        let first = parsed(text, &layout(LabelColumn::First));
        assert_eq!((first.pixels, first.labels), (Pixels::Bytes(vec![20, 255, 7, 0, 3, 0]), Some(vec![1, 0])));
        let none = parsed(text, &Layout { shape: [2, 2, 1], ..layout(LabelColumn::None) });
        assert_eq!((none.pixels, none.labels), (Pixels::Bytes(vec![1, 20, 255, 7, 0, 0, 3, 0]), None));
    }

    #[test]
    fn headers_line_ends_spaces_and_empty_lines_are_understood() {
        let expected = Pixels::Bytes(vec![1, 2, 3, 4, 5, 6]);
        for text in [
            "1,2,3,0\n4,5,6,1",
            "1,2,3,0\r\n4,5,6,1\r\n",
            " 1, 2 ,3,0\n\n4,5,6,1\n\n\r\n",
            "1.0,2e0,+3,0\n004,5,6,1.0\n",
        ] {
            let images = parsed(text, &layout(LabelColumn::Last));
            assert_eq!((images.pixels, images.labels), (expected.clone(), Some(vec![0, 1])), "{text:?}");
        }
        let header = Layout { header: true, ..layout(LabelColumn::Last) };
        assert_eq!(parsed("a,b,c,label\n1,2,3,0\n4,5,6,1\n", &header).pixels, expected);
    }

    #[test]
    fn fractions_make_floats_of_everything() {
        let unit = Layout { max_value: 1.0, ..layout(LabelColumn::Last) };
        let images = parsed("0,1,0,3\n0.25,1,1e-3,4\n0,1,1,5\n", &unit);
        assert_eq!(images.pixels, Pixels::Floats(vec![0.0, 1.0, 0.0, 0.25, 1.0, 1e-3, 0.0, 1.0, 1.0]));
        let wide = Layout { max_value: 4095.0, ..layout(LabelColumn::Last) };
        assert_eq!(parsed("255,256,4095,0\n", &wide).pixels, Pixels::Floats(vec![255.0, 256.0, 4095.0]));
    }

    #[test]
    fn errors_tell_line_column_cause_and_cure() {
        let last = layout(LabelColumn::Last);
        let width = |found| {
            format!(
                "{found} columns, but shape [1, 3, 1] makes 3 pixels and a label; correct `shape` or `label_column`, and \
                 separate columns by commas"
            )
        };
        assert_eq!(message("1,2,3,4\n1,2,3\n", &last), format!("test.csv:2: {}", width(3)));
        assert_eq!(message("1,2,3,4,5\n", &last), format!("test.csv:1: {}", width(5)));
        assert_eq!(message("1,2,3,4,\n", &last), format!("test.csv:1: {}", width(5)));
        assert_eq!(message("1;2;3;4\n", &last), format!("test.csv:1: {}", width(1)));
        assert_eq!(message("\n\n1,300,3\n1,2,3,4", &last), format!("test.csv:3: {}", width(3)));
        assert_eq!(
            message("1,2,3,4\n1,x2,3,4\n", &last),
            "test.csv:2: column 2: `x2` is not a number; correct the file"
        );
        assert_eq!(
            message("a,b,c,d\n", &last),
            "test.csv:1: column 1: `a` is not a number; if the first line names the columns, set `header = true`"
        );
        assert!(message("1,,3,4\n", &last).starts_with("test.csv:1: column 2: `` is not a number"));
        for (value, shown) in [("256", "256"), ("-1", "-1"), ("nan", "NaN"), ("1e99", "1e99"), ("inf", "inf")] {
            let message = message(&format!("1,2,3,4\n1,2,{value},4"), &last);
            let shown = format!("{}", shown.parse::<f64>().unwrap());
            assert!(
                message.starts_with(&format!("test.csv:2: column 3: {shown} is not between 0 and `max_value` = 255; ")),
                "{message}"
            );
        }
        for label in ["1.5", "-1", "nan", "1e12"] {
            let message = message(&format!("1,2,3,{label}"), &last);
            assert!(message.contains(": column 4: the label ") && message.contains("label_column"), "{message}");
        }
        for text in ["", "\n", "\r\n\n"] {
            assert_eq!(
                message(text, &last),
                "test.csv: there is no image in the file; check that it is the right one and complete"
            );
        }
        assert!(message("a,b,c,d\n", &Layout { header: true, ..last }).contains("no image"));
    }
}

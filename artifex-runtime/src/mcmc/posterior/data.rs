//! Tables of numbers for regressions.

use std::path::{Path, PathBuf};

use crate::config::ModelConfig;
use crate::data::{DataError, read_file};

/// Rows of numbers: what explains, and what is explained.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub enum TableConfig {
    /// The numbers stand in the config.
    Inline(InlineTableConfig),
    /// A CSV file.
    Csv(CsvTableConfig),
}

/// Numbers in the config.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(rule(len(x) == len(y), "one y for each row of x"))]
pub struct InlineTableConfig {
    /// Rows of the explaining variables, all of the same length.
    #[config(len(min = 1), each(len(min = 1)))]
    pub x: Vec<Vec<f64>>,
    /// What they explain.
    #[config(len(min = 1))]
    pub y: Vec<f64>,
}

/// A CSV file with a row of numbers on each line. Its first line names the columns where it is not all numbers.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
pub struct CsvTableConfig {
    /// The file; it may be compressed with gzip. A relative path starts at the folder of the config file.
    pub path: PathBuf,
    /// The name of the column that is explained; the last column if it is left out.
    pub target: Option<String>,
}

/// Why a table cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TableError {
    /// The file cannot be read.
    #[error(transparent)]
    Read(#[from] DataError),
    /// The file is no text.
    #[error("{}: the file is no UTF-8 text; save it as CSV in UTF-8", .0.display())]
    NotText(PathBuf),
    /// There are no rows, or there is no column left to explain with.
    #[error("{}: {what}", path.display())]
    Columns {
        /// The file.
        path: PathBuf,
        /// What is missing.
        what: String,
    },
    /// A line has another number of columns than the first.
    #[error("{}:{line}: {found} columns, but the first line has {expected}; separate columns by commas", path.display())]
    Width {
        /// The file.
        path: PathBuf,
        /// The line, counted from 1.
        line: usize,
        /// Its columns.
        found: usize,
        /// Those of the first line.
        expected: usize,
    },
    /// A column holds no number.
    #[error("{}:{line}: column {column}: `{text}` is not a finite number; correct the file", path.display())]
    NotANumber {
        /// The file.
        path: PathBuf,
        /// The line, counted from 1.
        line: usize,
        /// The column, counted from 1.
        column: usize,
        /// What it holds.
        text: String,
    },
    /// A row in the config has another length than the first.
    #[error("`x[{row}]` has {found} numbers, but `x[0]` has {expected}; all rows are of one length")]
    Row {
        /// The row, counted from 0.
        row: usize,
        /// Its length.
        found: usize,
        /// That of the first row.
        expected: usize,
    },
    /// A number in the config is not finite.
    #[error("row {0} of the data holds a number that is not finite")]
    NotFinite(usize),
    /// What is explained is not 0 or 1.
    #[error("row {row} of the data has y = {value}; a logistic regression explains 0 and 1")]
    NotBinary {
        /// The row, counted from 0.
        row: usize,
        /// Its y.
        value: f64,
    },
}

/// Numbers to explain, with what explains them.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Table {
    /// The names of the explaining columns.
    pub names: Vec<String>,
    /// Rows of them.
    pub x: Vec<Vec<f64>>,
    pub y: Vec<f64>,
}

impl TableConfig {
    pub(super) fn load(&self, base: &Path) -> Result<Table, TableError> {
        match self {
            Self::Inline(config) => config.load(),
            Self::Csv(config) => {
                let path = base.join(&config.path);
                let bytes = read_file(&path)?;
                let text = String::from_utf8(bytes).map_err(|_| TableError::NotText(path.clone()))?;
                parse(&text, config.target.as_deref(), &path)
            }
        }
    }
}

impl InlineTableConfig {
    fn load(&self) -> Result<Table, TableError> {
        let expected = self.x[0].len();
        for (row, (x, y)) in self.x.iter().zip(&self.y).enumerate() {
            if x.len() != expected {
                return Err(TableError::Row { row, found: x.len(), expected });
            }
            if !x.iter().chain([y]).all(|value| value.is_finite()) {
                return Err(TableError::NotFinite(row));
            }
        }
        Ok(Table { names: numbered(expected), x: self.x.clone(), y: self.y.clone() })
    }
}

/// Names of columns that have none.
fn numbered(columns: usize) -> Vec<String> {
    (1..=columns).map(|k| k.to_string()).collect()
}

/// The table of a text; lines that are empty are passed over.
fn parse(text: &str, target: Option<&str>, path: &Path) -> Result<Table, TableError> {
    let missing = |what: String| TableError::Columns { path: path.to_owned(), what };
    let mut lines = text.trim_start_matches('\u{feff}').lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let cells = |line: &str| line.split(',').map(|cell| cell.trim().trim_matches('"').to_owned()).collect::<Vec<_>>();
    let mut lines = lines.by_ref().peekable();
    let first = lines.peek().map(|(_, line)| cells(line)).ok_or_else(|| missing("there are no rows".to_owned()))?;
    let columns = first.len();
    if columns < 2 {
        return Err(missing(
            "the first line has one column; one is explained by others, separated by commas".to_owned(),
        ));
    }
    let header = first.iter().any(|cell| cell.parse::<f64>().is_err());
    let explained = match target {
        None => columns - 1,
        Some(name) if !header => {
            return Err(missing(format!("`target` is {name:?}, and the first line does not name the columns")));
        }
        Some(name) => first.iter().position(|cell| cell == name).ok_or_else(|| {
            missing(format!("there is no column {name:?} for `target`; there are {}", first.join(", ")))
        })?,
    };
    let mut names = if header { first } else { numbered(columns) };
    names.remove(explained);
    if header {
        lines.next();
    }
    let mut table = Table { names, x: Vec::new(), y: Vec::new() };
    for (at, line) in lines {
        let cells = cells(line);
        if cells.len() != columns {
            let (path, found) = (path.to_owned(), cells.len());
            return Err(TableError::Width { path, line: at + 1, found, expected: columns });
        }
        let mut row = Vec::with_capacity(columns);
        for (k, text) in cells.into_iter().enumerate() {
            match text.parse::<f64>() {
                Ok(value) if value.is_finite() => row.push(value),
                _ => {
                    return Err(TableError::NotANumber { path: path.to_owned(), line: at + 1, column: k + 1, text });
                }
            }
        }
        table.y.push(row.remove(explained));
        table.x.push(row);
    }
    if table.y.is_empty() { Err(missing("there are no rows".to_owned())) } else { Ok(table) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str, target: Option<&str>) -> Result<Table, String> {
        parse(text, target, Path::new("t.csv")).map_err(|error| error.to_string())
    }

    #[test]
    fn columns_are_found_by_name_or_place() {
        let plain = table("1,2,3\n\n4,5,6\r\n", None).unwrap();
        assert_eq!((plain.names, plain.x), (vec!["1".into(), "2".into()], vec![vec![1.0, 2.0], vec![4.0, 5.0]]));
        assert_eq!(plain.y, [3.0, 6.0]);
        let named = table("\u{feff}a, \"b\",c\n1,2,3\n", Some("b")).unwrap();
        assert_eq!((named.names, named.x, named.y), (vec!["a".into(), "c".into()], vec![vec![1.0, 3.0]], vec![2.0]));
    }

    #[test]
    fn errors_tell_place_cause_and_cure() {
        for (text, target, expected) in [
            ("", None, "t.csv: there are no rows"),
            ("a,b\n", None, "t.csv: there are no rows"),
            ("1\n2\n", None, "t.csv: the first line has one column; one is explained by others, separated by commas"),
            ("a,b\n1,2\n1\n", None, "t.csv:3: 1 columns, but the first line has 2; separate columns by commas"),
            ("1,2\n1,x\n", None, "t.csv:2: column 2: `x` is not a finite number; correct the file"),
            ("1,2\n1,inf\n", None, "t.csv:2: column 2: `inf` is not a finite number; correct the file"),
            ("a,b\n1,2\n", Some("c"), "t.csv: there is no column \"c\" for `target`; there are a, b"),
            ("1,2\n", Some("c"), "t.csv: `target` is \"c\", and the first line does not name the columns"),
        ] {
            assert_eq!(table(text, target).unwrap_err(), expected);
        }
        let inline = InlineTableConfig { x: vec![vec![1.0], vec![1.0, 2.0]], y: vec![0.0, 1.0] };
        let error = inline.load().unwrap_err().to_string();
        assert_eq!(error, "`x[1]` has 2 numbers, but `x[0]` has 1; all rows are of one length");
    }
}

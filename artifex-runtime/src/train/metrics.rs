//! The file of metrics: one JSON object a line.

use std::fs::{File, OpenOptions};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

use super::callback::{Callback, CallbackError, EvalEvent, StepEvent};
use crate::models::DynModel;

/// Appends to `metrics.jsonl`: `{"step": 10, "split": "train", "total": .., "learning_rate": ..}` for every reported update
/// and `{"step": 10, "split": "held_out", "total": ..}` for every evaluation.
#[derive(Debug)]
pub struct MetricsFile {
    path: PathBuf,
    file: BufWriter<File>,
}

impl MetricsFile {
    /// Opens the file for appending.
    ///
    /// Lines of updates after `keep_until` are removed first: a resumed run writes them again.
    ///
    /// # Errors
    /// [`CallbackError`] with the path if it cannot be read or written.
    pub fn open(path: &Path, keep_until: u64) -> Result<Self, CallbackError> {
        let fail = |source| CallbackError { what: format!("cannot write the metrics to {}", path.display()), source };
        let kept = match std::fs::read_to_string(path) {
            Ok(text) => text.split_inclusive('\n').filter(|line| is_kept(line, keep_until)).collect::<String>(),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
            Err(error) => return Err(fail(error)),
        };
        // Written beside and renamed, so that a kill at any moment leaves the old or the new file.
        let temporary = path.with_extension("jsonl.tmp");
        std::fs::write(&temporary, kept).and_then(|()| std::fs::rename(&temporary, path)).map_err(fail)?;
        let file = OpenOptions::new().append(true).open(path).map_err(fail)?;
        Ok(Self { path: path.to_owned(), file: BufWriter::new(file) })
    }

    fn write(
        &mut self,
        step: u64,
        split: &str,
        values: impl Iterator<Item = (&'static str, f64)>,
    ) -> Result<(), CallbackError> {
        let mut line = Map::new();
        line.insert("step".into(), step.into());
        line.insert("split".into(), split.into());
        line.extend(values.map(|(name, value)| (name.to_owned(), Value::from(value))));
        let written = writeln!(self.file, "{}", Value::Object(line)).and_then(|()| self.file.flush());
        written.map_err(|source| CallbackError {
            what: format!("cannot write the metrics to {}", self.path.display()),
            source,
        })
    }
}

/// A whole line of an update up to `keep_until`; a line cut by a kill is not kept.
fn is_kept(line: &str, keep_until: u64) -> bool {
    line.ends_with('\n')
        && serde_json::from_str::<Value>(line)
            .ok()
            .and_then(|value| value.get("step").and_then(Value::as_u64))
            .is_some_and(|step| step <= keep_until)
}

impl Callback for MetricsFile {
    fn on_step(&mut self, event: &StepEvent<'_>) -> Result<(), CallbackError> {
        let Some(losses) = event.losses else { return Ok(()) };
        let extra = [
            ("learning_rate", Some(event.learning_rate)),
            ("gradient_norm", event.gradient_norm),
            ("steps_per_second", event.steps_per_second),
        ];
        let extra = extra.into_iter().filter_map(|(name, value)| value.map(|value| (name, value)));
        self.write(event.step, "train", losses.iter().copied().chain(extra))
    }

    fn on_eval(&mut self, event: &EvalEvent<'_>, _model: &dyn DynModel) -> Result<(), CallbackError> {
        self.write(event.step, "held_out", event.losses.iter().copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(step: u64) -> StepEvent<'static> {
        StepEvent {
            step,
            total_steps: 9,
            epoch: 1,
            learning_rate: 0.1,
            losses: Some(&[("total", 0.5)]),
            gradient_norm: None,
            steps_per_second: None,
        }
    }

    #[test]
    fn lines_after_the_checkpoint_are_written_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("metrics.jsonl");
        let mut file = MetricsFile::open(&path, 0).unwrap();
        for number in 1..=3 {
            file.on_step(&step(number)).unwrap();
        }
        file.on_step(&StepEvent { losses: None, ..step(4) }).unwrap();
        drop(file);
        // A line cut in the middle by a kill.
        let text = std::fs::read_to_string(&path).unwrap();
        assert_eq!(text.lines().count(), 3);
        std::fs::write(&path, text + "{\"step\": 1, \"spl").unwrap();
        let mut file = MetricsFile::open(&path, 2).unwrap();
        file.on_step(&step(3)).unwrap();
        let lines: Vec<String> = std::fs::read_to_string(&path).unwrap().lines().map(str::to_owned).collect();
        assert_eq!(lines[2], r#"{"step":3,"split":"train","total":0.5,"learning_rate":0.1}"#);
        assert_eq!(lines.len(), 3);
    }
}

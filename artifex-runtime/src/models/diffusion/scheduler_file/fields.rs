//! The fields of a file: read by name, and none forgotten.

use std::collections::HashSet;

use serde_json::{Map, Value as Json};

use super::SchedulerFileError;

/// The fields of one scheduler.
#[derive(Debug)]
pub(super) struct Fields {
    class: &'static str,
    values: Map<String, Json>,
    read: HashSet<&'static str>,
}

/// Fields that only other classes of diffusers have. A file that was converted from one of them still holds them.
const OF_OTHERS: [&str; 46] = [
    "algorithm_type",
    "base_image_seq_len",
    "base_shift",
    "beta_end",
    "beta_schedule",
    "beta_start",
    "clip_sample",
    "clip_sample_range",
    "disable_corrector",
    "dynamic_thresholding_ratio",
    "euler_at_final",
    "final_sigmas_type",
    "flow_shift",
    "interpolation_type",
    "invert_sigmas",
    "lambda_min_clipped",
    "lower_order_final",
    "max_image_seq_len",
    "max_shift",
    "noise_sampler_seed",
    "original_inference_steps",
    "predict_x0",
    "prediction_type",
    "rescale_betas_zero_snr",
    "sample_max_value",
    "set_alpha_to_one",
    "shift",
    "shift_terminal",
    "sigma_max",
    "sigma_min",
    "skip_prk_steps",
    "solver_order",
    "solver_p",
    "solver_type",
    "steps_offset",
    "stochastic_sampling",
    "thresholding",
    "time_shift_type",
    "timestep_scaling",
    "timestep_spacing",
    "timestep_type",
    "trained_betas",
    "use_dynamic_shifting",
    "use_flow_sigmas",
    "use_lu_lambdas",
    "variance_type",
];

/// The text with the numbers quoted that Python writes and JSON does not have: `NaN`, `Infinity` and `-Infinity`.
fn quoted(text: &str) -> String {
    let (mut out, mut rest, mut inside) = (String::with_capacity(text.len()), text, false);
    while let Some(first) = rest.chars().next() {
        let word = ["-Infinity", "Infinity", "NaN"].into_iter().find(|word| !inside && rest.starts_with(word));
        let taken = match (word, first) {
            (Some(word), _) => {
                out.push('"');
                out.push_str(word);
                out.push('"');
                word.len()
            }
            (None, '\\') if inside => {
                // Whatever is escaped belongs to the string.
                let escaped = rest.chars().take(2).map(char::len_utf8).sum();
                out.push_str(&rest[..escaped]);
                escaped
            }
            (None, first) => {
                inside ^= first == '"';
                out.push(first);
                first.len_utf8()
            }
        };
        rest = &rest[taken..];
    }
    out
}

/// The object that a file holds.
pub(super) fn object(text: &str) -> Result<Map<String, Json>, SchedulerFileError> {
    match serde_json::from_str(&quoted(text)) {
        Ok(Json::Object(values)) => Ok(values),
        Ok(other) => Err(SchedulerFileError::Json(format!("expected an object, found {other}"))),
        Err(error) => Err(SchedulerFileError::Json(error.to_string())),
    }
}

impl Fields {
    pub(super) fn new(class: &'static str, values: Map<String, Json>) -> Self {
        Self { class, values, read: HashSet::new() }
    }

    /// The value of a field, unless it is left out or null.
    fn get(&mut self, field: &'static str) -> Option<&Json> {
        self.read.insert(field);
        self.values.get(field).filter(|value| !value.is_null())
    }

    /// A field by a reader of its kind.
    fn of<T>(
        &mut self,
        field: &'static str,
        default: T,
        expected: &'static str,
        read: impl Fn(&Json) -> Option<T>,
    ) -> Result<T, SchedulerFileError> {
        let wrong =
            |found: &Json| SchedulerFileError::Value { field: field.into(), found: found.to_string(), expected };
        self.get(field).map_or(Ok(default), |value| read(value).ok_or_else(|| wrong(value)))
    }

    pub(super) fn flag(&mut self, field: &'static str, default: bool) -> Result<bool, SchedulerFileError> {
        self.of(field, default, "true or false", Json::as_bool)
    }

    pub(super) fn number(&mut self, field: &'static str, default: f64) -> Result<f64, SchedulerFileError> {
        self.of(field, default, "a number", |value| match value.as_str() {
            Some("Infinity") => Some(f64::INFINITY),
            Some("-Infinity") => Some(f64::NEG_INFINITY),
            _ => value.as_f64(),
        })
    }

    pub(super) fn count(&mut self, field: &'static str, default: usize) -> Result<usize, SchedulerFileError> {
        let count = |value: &Json| value.as_u64().and_then(|count| usize::try_from(count).ok());
        self.of(field, default, "a whole number that is not negative", count)
    }

    pub(super) fn counts(&mut self, field: &'static str) -> Result<Vec<usize>, SchedulerFileError> {
        let count = |value: &Json| value.as_u64().and_then(|count| usize::try_from(count).ok());
        let counts = |value: &Json| value.as_array()?.iter().map(count).collect();
        self.of(field, Vec::new(), "a list of whole numbers that are not negative", counts)
    }

    pub(super) fn text(&mut self, field: &'static str, default: &str) -> Result<String, SchedulerFileError> {
        self.of(field, default.to_owned(), "a text", |value| value.as_str().map(str::to_owned))
    }

    /// One of several texts, and what each stands for.
    pub(super) fn choice<T: Copy>(
        &mut self,
        field: &'static str,
        default: &str,
        choices: &[(&str, T)],
        remedy: &'static str,
    ) -> Result<T, SchedulerFileError> {
        let found = self.text(field, default)?;
        let choice = choices.iter().find(|(name, _)| *name == found);
        choice.map(|(_, choice)| *choice).ok_or_else(|| self.unsupported(field, remedy))
    }

    /// A field that must be false, or left out.
    pub(super) fn never(&mut self, field: &'static str, remedy: &'static str) -> Result<(), SchedulerFileError> {
        if self.flag(field, false)? { Err(self.unsupported(field, remedy)) } else { Ok(()) }
    }

    /// A field that must be null, or left out.
    pub(super) fn nothing(&mut self, field: &'static str, remedy: &'static str) -> Result<(), SchedulerFileError> {
        if self.get(field).is_some() { Err(self.unsupported(field, remedy)) } else { Ok(()) }
    }

    /// A field whose value does not matter, given the others.
    pub(super) fn ignore(&mut self, field: &'static str) {
        self.read.insert(field);
    }

    /// The error of a field's value.
    pub(super) fn unsupported(&self, field: &str, remedy: &'static str) -> SchedulerFileError {
        let found = self.values.get(field).map_or_else(|| "left out".to_owned(), Json::to_string);
        SchedulerFileError::Unsupported { class: self.class, field: field.to_owned(), found, remedy }
    }

    /// All fields have been read, or are none of this class.
    pub(super) fn finish(self) -> Result<(), SchedulerFileError> {
        let known = |field: &str| {
            // What begins so is not of the scheduler but of the file.
            field.starts_with('_') || self.read.contains(field) || OF_OTHERS.contains(&field)
        };
        let unknown = self.values.keys().find(|field| !known(field));
        unknown.map_or(Ok(()), |field| Err(SchedulerFileError::Unknown(field.clone())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_json_does_not_have_are_read() {
        let text = r#"{"a": -Infinity, "b": [NaN, Infinity], "c": "say \"NaN\" \\", "d": "Infinity", "e": "ü"}"#;
        let mut fields = Fields::new("x", object(text).unwrap());
        assert_eq!(fields.number("a", 0.0).unwrap(), f64::NEG_INFINITY);
        assert_eq!(fields.text("c", "").unwrap(), "say \"NaN\" \\");
        assert_eq!(fields.number("d", 0.0).unwrap(), f64::INFINITY);
        assert!(object("[1]").is_err() && object("{").is_err());
    }
}

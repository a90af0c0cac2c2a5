//! Documents that a config accepts and rejects, as a table of edits to one sound document.

use artifex::config::{Code, ConfigError, Loader, ModelConfig, Value, json_schema, validate_value};
use jsonschema::Validator;
use std::fmt::Debug;
use std::marker::PhantomData;
use std::ops::Add;

/// How many documents a class, or a section, accepts and rejects.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tally {
    pub accepted: usize,
    pub rejected: usize,
}

impl Add for Tally {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { accepted: self.accepted + other.accepted, rejected: self.rejected + other.rejected }
    }
}

/// A class and a sound document of it.
pub struct Case<T> {
    base: &'static str,
    given: &'static str,
    schema: Validator,
    tally: Tally,
    class: PhantomData<T>,
}

impl<T: Value + Debug + PartialEq> Case<T> {
    /// The document has what is required, and nothing else.
    #[track_caller]
    pub fn new(base: &'static str) -> Self {
        Self::edited(base, "")
    }

    /// The same with edits that all others come after.
    #[track_caller]
    pub fn edited(base: &'static str, given: &'static str) -> Self {
        let schema = jsonschema::validator_for(&json_schema::document(&T::KIND, "Case", &[])).unwrap();
        Self { base, given, schema, tally: Tally::default(), class: PhantomData }.accepts("")
    }

    /// Edits are assignments of the command line, separated by `;`. What is accepted is read again as it was written,
    /// and the JSON Schema accepts it.
    #[track_caller]
    pub fn accepts(mut self, edits: &str) -> Self {
        let value = self.load(edits).unwrap_or_else(|error| panic!("`{edits}` is rejected:\n{error}"));
        if let Err(error) = validate_value(&value) {
            panic!("`{edits}` is accepted, but not the value that it makes:\n{error}");
        }
        let written = serde_json::to_value(value.encode()).unwrap();
        let read = Loader::new().text("written.json", &written.to_string()).load::<T>().unwrap();
        assert_eq!(read.value, value, "{written}");
        if let Err(error) = self.schema.validate(&written) {
            panic!("`{edits}` is accepted, but not by the JSON Schema: {error}");
        }
        self.tally.accepted += 1;
        self
    }

    /// The messages of all errors, a line each, in the order of the document.
    #[track_caller]
    pub fn rejects(mut self, edits: &str, messages: &str) -> Self {
        let Err(error) = self.load(edits) else { panic!("`{edits}` is accepted, expected:\n{messages}") };
        assert_eq!(lines(&error), messages, "the messages for `{edits}`");
        self.tally.rejected += 1;
        self
    }

    /// The fields that a document must have: what an empty one is told.
    #[track_caller]
    pub fn requires(mut self, fields: &str) -> Self {
        let error = Loader::new().text("empty.toml", "").load::<T>().expect_err("something is required");
        let missing = error.diagnostics.iter().filter(|diagnostic| diagnostic.code == Code::MissingField);
        let names: Vec<_> = missing.filter_map(|diagnostic| diagnostic.message.split('`').nth(1)).collect();
        assert_eq!(names.join(" "), fields, "the fields that are required");
        self.tally.rejected += 1;
        self
    }

    /// The edits say what the defaults say.
    #[track_caller]
    pub fn defaults(self, edits: &str) -> Self {
        let load = |edits| self.load(edits).unwrap_or_else(|error| panic!("`{edits}` is rejected:\n{error}"));
        for edit in edits.split(';') {
            assert_eq!(load(edit), load(""), "`{edit}` is not the default");
        }
        self.accepts(edits)
    }

    /// Whole numbers from 1.
    #[track_caller]
    pub fn positive(self, fields: &str) -> Self {
        fields.split(' ').fold(self, |case, field| {
            let message = format!("`{}` is 0, below the minimum 1", last(field));
            case.accepts(&format!("{field}=1")).rejects(&format!("{field}=0"), &message)
        })
    }

    /// Numbers above 0.
    #[track_caller]
    pub fn above_zero(self, fields: &str) -> Self {
        fields.split(' ').fold(self, |case, field| {
            let message = format!("`{}` is 0, must be above 0", last(field));
            case.accepts(&format!("{field}=1e-9")).rejects(&format!("{field}=0"), &message)
        })
    }

    /// Numbers from 0.
    #[track_caller]
    pub fn not_negative(self, fields: &str) -> Self {
        fields.split(' ').fold(self, |case, field| {
            let message = format!("`{}` is -1, below the minimum 0", last(field));
            case.accepts(&format!("{field}=0")).rejects(&format!("{field}=-1"), &message)
        })
    }

    /// Lists of at least one number, each from 1.
    #[track_caller]
    pub fn shape(self, fields: &str) -> Self {
        fields.split(' ').fold(self, |case, field| {
            let name = last(field);
            case.accepts(&format!("{field}=[1]"))
                .rejects(&format!("{field}=[]"), &format!("`{name}` has 0 elements, expected at least 1"))
                .rejects(&format!("{field}=[1, 0]"), &format!("`{name}[1]` is 0, below the minimum 1"))
        })
    }

    /// Pairs of numbers from 1; another length is a wrong type.
    #[track_caller]
    pub fn pair(self, fields: &str) -> Self {
        fields.split(' ').fold(self, |case, field| {
            let name = last(field);
            case.accepts(&format!("{field}=[1, 1]"))
                .rejects(&format!("{field}=[1]"), &format!("`{name}` has 1 element, expected exactly 2"))
                .rejects(&format!("{field}=[0, 1]"), &format!("`{name}[0]` is 0, below the minimum 1"))
        })
    }

    /// A table that says it is of another class than `U`.
    #[track_caller]
    pub fn wrong_class<U: ModelConfig>(self, path: &str, class: &str) -> Self {
        let (name, tag) = (U::SCHEMA.name, U::SCHEMA.tag.unwrap_or_default());
        let message = format!("`type` is \"{class}\", but the type of `{name}` is \"{tag}\"");
        self.rejects(&format!("{path}.type={class}"), &message)
    }

    /// What several classes have in common.
    #[track_caller]
    pub fn with(self, part: impl FnOnce(Self) -> Self) -> Self {
        part(self)
    }

    /// Goes on with another sound document.
    #[track_caller]
    pub fn and(self, base: &'static str) -> Self {
        Self { base, given: "", ..self }.accepts("")
    }

    /// Goes on with a document that is not sound until it is edited.
    pub fn unsound(self, base: &'static str) -> Self {
        Self { base, given: "", ..self }
    }

    pub fn tally(self) -> Tally {
        self.tally
    }

    fn load(&self, edits: &str) -> Result<T, ConfigError> {
        let edits = self.given.split(';').chain(edits.split(';')).map(str::trim).filter(|edit| !edit.is_empty());
        let loader = edits.fold(Loader::new().text("base.toml", self.base), Loader::set);
        loader.load().map(|loaded| loaded.value)
    }
}

/// The name by which messages call a field.
fn last(path: &str) -> &str {
    path.rsplit('.').next().unwrap_or(path)
}

fn lines(error: &ConfigError) -> String {
    let messages: Vec<_> = error.diagnostics.iter().map(|diagnostic| diagnostic.message.as_str()).collect();
    messages.join("\n")
}

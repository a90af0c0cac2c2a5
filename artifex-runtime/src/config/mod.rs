//! The config compiler: schemas as constant data, spanned documents, one walker that checks one against the other, and what
//! is made from them. Nothing here knows about models.

pub mod check;
pub mod cost;
pub mod decimal;
pub mod diff;
pub mod fingerprint;
pub mod flatten;
pub mod interop;
pub mod json_schema;
pub mod load;
pub mod migrate;
pub mod pattern;
pub mod profiles;
pub mod reference;
pub mod report;
pub mod rule;
pub mod save;
pub mod schema;
mod secret;
pub mod sweep;
pub mod toml_text;
pub mod value;
pub mod version;
pub mod yaml_text;

pub use crate::{
    __budget as budget, __check_file as check_file, __config as config, __include_config as include_config,
};
pub use artifex_macros::ModelConfig;
pub use artifex_syntax::{doc, front, hidden, text, tree};
pub use check::check;
pub use doc::{Data, Doc, Entry, Node, Num, Number, Source, Span};
pub use fingerprint::fingerprint;
pub use load::{ConfigError, Diagnostic, Layer, Loaded, Loader, Location, NoWord, validate_value};
pub use profiles::Profile;
pub use report::{Code, Issue, Report, Severity};
pub use save::{ConfigFile, SaveError};
pub use schema::Schema;
pub use tree::Tree;
pub use value::{ModelConfig, Unchecked, Value};

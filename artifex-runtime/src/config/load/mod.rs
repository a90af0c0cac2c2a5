//! From files and the command line to a typed config: parse, layer, check, decode.

mod defaults;
mod env;
mod error;
mod layers;
mod names;
#[cfg(test)]
mod tests;

use super::check::check;
use super::doc::{Doc, Source};
use super::fingerprint::fingerprint;
use super::front::{self, Format};
use super::hidden::MASK;
use super::report::{Code, Report, place};
use super::schema::{Kind, Schema};
use super::secret;
use super::toml_text;
use super::tree::{Tree, TreeValue};
use super::value::Value;
use super::yaml_text;
use artifex_syntax::files::{LARGEST, Reader, too_large, unknown_extension, without_mark};
use bumpalo::Bump;
use defaults::{DEFAULTS, each_path, fill_defaults, leave_out};
pub use error::{ConfigError, Diagnostic, Location, NoWord};
use error::{KEPT, Problems};
pub(super) use names::use_new_names;
use names::{leave_variants, use_its_names};
use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// Files are relative to the current directory, and called what the user calls them.
pub(crate) fn reader() -> Reader<'static> {
    Reader { folder: Path::new(""), largest: LARGEST, name: |_, path| path.display().to_string() }
}

/// Where a value comes from, weakest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Layer {
    /// The default of its field.
    Default,
    /// A file.
    File(PathBuf),
    /// A variable of the environment.
    Environment,
    /// An argument of the command line.
    CommandLine,
    /// A value in a Rust program.
    Rust,
}

/// A text that values come from.
#[derive(Clone)]
struct Layered {
    layer: Layer,
    name: String,
    text: String,
}

impl fmt::Debug for Layered {
    /// Without the text: it may hold secrets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Layered").field("layer", &self.layer).field("name", &self.name).finish_non_exhaustive()
    }
}

/// A layer that waits for the schema; the numbers are those of texts.
#[derive(Clone)]
enum Pending {
    /// A file.
    File(Tree),
    /// Variables, each with the part of its name that stands for a field.
    Environment(Vec<(u32, Range<usize>)>),
    /// An assignment.
    Argument(u32),
}

impl Pending {
    /// Stronger layers have higher ranks; layers of one rank keep the order they were given in.
    fn rank(&self) -> u8 {
        match self {
            Self::File(_) => 0,
            Self::Environment(_) => 1,
            Self::Argument(_) => 2,
        }
    }
}

/// Reads a config from its layers, weakest first: defaults, files, environment, command line. Files among each other, and
/// arguments, keep the order they are given in. An argument or variable that chooses another `type` of a table leaves behind what only the
/// old type was told.
///
/// ```
/// use artifex::config::{Loader, ModelConfig};
///
/// /// A schedule.
/// #[derive(Debug, PartialEq, ModelConfig)]
/// struct Schedule {
///     /// Steps.
///     #[config(default = 100, min = 1)]
///     steps: u32,
/// }
///
/// let loaded = Loader::new().text("x.toml", "").set("steps=250").load::<Schedule>()?;
/// assert_eq!(loaded.value, Schedule { steps: 250 });
/// let error = Loader::new().text("x.toml", "stps = 3").load::<Schedule>().unwrap_err();
/// assert!(error.to_string().starts_with("unknown field `stps` in `Schedule`; did you mean `steps`?\n --> x.toml:1:1"));
/// # Ok::<(), artifex::config::ConfigError>(())
/// ```
#[derive(Clone, Default)]
pub struct Loader {
    texts: Vec<Layered>,
    layers: Vec<Pending>,
    registered: Vec<&'static Schema>,
    problems: Problems,
}

/// A config and where each of its values comes from.
#[derive(Clone)]
pub struct Loaded<T> {
    /// The config.
    pub value: T,
    /// Everything that the layers say, and the defaults of what they do not. With its secrets; see [`Loaded::redacted`].
    pub resolved: Tree,
    /// What is accepted, but should be changed: old names, and what is deprecated.
    pub warnings: Vec<Diagnostic>,
    texts: Vec<Layered>,
    registered: Vec<&'static Schema>,
}

impl<T: Value> fmt::Debug for Loaded<T> {
    /// As text, for the value itself would show its secrets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = toml_text::write(&self.redacted(), &|_| None);
        f.debug_struct("Loaded").field("resolved", &text).field("warnings", &self.warnings).finish_non_exhaustive()
    }
}

impl<T: Value> Loaded<T> {
    /// The resolved config with `***` in the place of every secret.
    #[must_use]
    pub fn redacted(&self) -> Tree {
        let mut tree = self.resolved.clone();
        secret::redact(&T::KIND, &mut tree, &self.registered);
        tree
    }

    /// The resolved config as a TOML file that means the same wherever it lies: paths are absolute, and every value has its
    /// origin in a comment. Secrets are left out, with `***` in their place.
    ///
    /// # Errors
    /// [`NoWord`] if something is nothing where that is not the same as no value; see [`Loaded::to_file`].
    pub fn to_toml(&self) -> Result<String, NoWord> {
        let tree = self.anywhere();
        match tree.nothing() {
            Some(field) => Err(NoWord { field }),
            None => Ok(toml_text::write(&tree, &|value| Some(self.origin(value)))),
        }
    }

    /// The same in TOML, or in YAML if TOML cannot say it.
    #[must_use]
    pub fn to_file(&self) -> (Format, String) {
        self.to_toml().map_or_else(
            |_| (Format::Yaml, yaml_text::write(&self.anywhere(), &|value| Some(self.origin(value)))),
            |text| (Format::Toml, text),
        )
    }

    /// The resolved config without secrets, and without what depends on the folder or goes without saying.
    fn anywhere(&self) -> Tree {
        let mut tree = self.redacted();
        each_path(&T::KIND, &mut tree, &self.registered, &mut |_, path| {
            if path == MASK {
                return;
            }
            if let Ok(absolute) = std::path::absolute(&*path) {
                *path = absolute.to_string_lossy().into_owned();
            }
        });
        leave_out(&T::KIND, &mut tree, &self.registered);
        tree
    }

    /// The [`fingerprint`](fn@super::fingerprint::fingerprint) of a part of the value, such as the model of a run. Paths do not count: they say where files are, and change
    /// with the folder, not what is in them.
    #[must_use]
    pub fn fingerprint<U: Value>(&self, part: &U) -> String {
        let mut tree = part.encode();
        each_path(&U::KIND, &mut tree, &self.registered, &mut |_, path| path.clear());
        fingerprint(&tree)
    }

    /// The layer that a value of [`Loaded::resolved`] comes from.
    #[must_use]
    pub fn layer(&self, tree: &Tree) -> &Layer {
        self.texts.get(tree.span.source as usize).map_or(&Layer::Default, |text| &text.layer)
    }

    /// The layer of a value in words, with the line for a file: `vae.toml:3`, `ARTIFEX__SEED`, `command line`, `default`.
    #[must_use]
    pub fn origin(&self, tree: &Tree) -> String {
        match self.texts.get(tree.span.source as usize) {
            None => "default".to_owned(),
            Some(text) => match &text.layer {
                Layer::File(_) => format!("{}:{}", text.name, place(tree.span, &text.text).line),
                Layer::Environment => text.text.split('=').next().unwrap_or_default().to_owned(),
                _ => text.name.clone(),
            },
        }
    }
}

impl fmt::Debug for Loader {
    /// The names of the layers alone: the values may be secrets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Loader").field("texts", &self.texts).finish_non_exhaustive()
    }
}

impl Loader {
    /// No layers: everything is a default.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file over the files so far; its format goes by its extension: `.toml`, `.json`, `.yaml` or `.yml`. The files
    /// that its `extends = "base.toml"` names, or a list of them, are weaker layers: relative to the folder of the file, in
    /// any format, the last the strongest of them. A file that is reached twice counts where it is weakest. Mistakes are
    /// errors of [`Loader::load`].
    #[must_use]
    pub fn file(mut self, path: &Path) -> Self {
        match reader().chain(path, self.next_source()) {
            Ok(chain) => {
                for file in chain.files {
                    self.add_text(Layer::File(file.path), file.name, file.text);
                }
                if chain.errors.is_empty() {
                    self.layers.extend(chain.layers.into_iter().map(Pending::File));
                }
                self.problems.add_all(chain.errors);
            }
            Err(message) => self.problems.add(Diagnostic::placeless(Code::Unreadable, message)),
        }
        self
    }

    /// Adds a text over the files so far, as if it were a file called `name`; without an extension it is TOML. It extends
    /// nothing: no file is read.
    #[must_use]
    pub fn text(mut self, name: &str, text: &str) -> Self {
        let path = Path::new(name);
        let format = if path.extension().is_none() { Some(Format::Toml) } else { Format::of(path) };
        let Some(format) = format else {
            self.problems.add(Diagnostic::placeless(Code::Unreadable, unknown_extension(name, path)));
            return self;
        };
        let size = text.len() as u64;
        if size > LARGEST {
            self.problems.add(Diagnostic::placeless(Code::Unreadable, too_large(name, size, LARGEST)));
            return self;
        }
        // A byte order mark is no part of the text.
        let text = without_mark(text).to_owned();
        let source = self.add_text(Layer::File(path.to_owned()), name.to_owned(), text);
        match front::parse(format, &self.texts[source as usize].text, source) {
            Ok(tree) => self.layers.push(Pending::File(tree)),
            Err(errors) => self.problems.add_all(errors),
        }
        self
    }

    /// Adds the variables of the environment that start with the prefix and two underscores; two more separate the levels:
    /// `ARTIFEX__TRAIN__BATCH_SIZE=64` for `env("ARTIFEX")` is `train.batch_size = 64`. They are weaker than the command
    /// line and stronger than files, whatever is added first. Case makes no difference. Values are written as for
    /// [`Loader::set`].
    #[must_use]
    pub fn env(mut self, prefix: &str) -> Self {
        let (variables, problems) = env::variables(prefix, std::env::vars_os());
        for problem in problems {
            self.problems.add(problem);
        }
        self.env_from(prefix, variables)
    }

    /// [`Loader::env`] with variables from elsewhere; those without the prefix are left alone.
    #[must_use]
    pub fn env_from<N, V>(mut self, prefix: &str, variables: impl IntoIterator<Item = (N, V)>) -> Self
    where
        N: Into<String>,
        V: Into<String>,
    {
        let own = variables.into_iter().map(|(name, value)| (name.into(), value.into()));
        let mut own: Vec<(String, String)> = own.filter(|(name, _)| env::has_prefix(name, prefix)).collect();
        // The environment has no order; errors shall have one.
        own.sort();
        let mut sources = Vec::new();
        for (name, value) in own {
            let source = self.add_text(Layer::Environment, "environment".to_owned(), format!("{name}={value}"));
            sources.push((source, prefix.len() + env::SEPARATOR.len()..name.len()));
        }
        self.layers.push(Pending::Environment(sources));
        self
    }

    /// Adds `key.path=value` over the arguments so far, which are stronger than files and the environment. The value is TOML;
    /// where the field is a string, quotes may be left out.
    #[must_use]
    pub fn set(mut self, assignment: &str) -> Self {
        let source = self.add_text(Layer::CommandLine, "command line".to_owned(), assignment.to_owned());
        self.layers.push(Pending::Argument(source));
        self
    }

    /// The number of the next text.
    fn next_source(&self) -> u32 {
        u32::try_from(self.texts.len()).unwrap_or(DEFAULTS)
    }

    fn add_text(&mut self, layer: Layer, name: String, text: String) -> u32 {
        let source = self.next_source();
        self.texts.push(Layered { layer, name, text });
        source
    }

    /// Accepts a config that is registered at run time wherever an open union stands.
    #[must_use]
    pub fn register(mut self, schema: &'static Schema) -> Self {
        self.registered.push(schema);
        self
    }

    /// What the files so far say together, not checked: to look which type of config they hold before one is loaded.
    #[must_use]
    pub fn untyped(&self) -> Tree {
        let mut whole = Tree::table();
        for layer in &self.layers {
            if let Pending::File(tree) = layer {
                whole.merge(tree.clone());
            }
        }
        whole
    }

    /// Parses, layers, checks and decodes.
    ///
    /// # Errors
    /// [`ConfigError`] with every error that the layers have.
    pub fn load<T: Value>(self) -> Result<Loaded<T>, ConfigError> {
        let Self { texts, mut layers, registered, mut problems } = self;
        layers.sort_by_key(Pending::rank);
        let mut whole: Option<Tree> = None;
        let empty = Tree::table();
        for layer in layers {
            let below = whole.as_ref().unwrap_or(&empty);
            let is_file = matches!(layer, Pending::File(_));
            let added = match layer {
                Pending::File(tree) => Ok(tree),
                Pending::Argument(source) => {
                    layers::parse_assignment(&texts[source as usize], source, &T::KIND, below, &registered)
                }
                // Which fields there are may depend on the files.
                Pending::Environment(_) if !problems.is_empty() => continue,
                Pending::Environment(sources) => env::layer(&sources, &texts, &T::KIND, below, &registered),
            };
            match (added, &mut whole) {
                (Ok(tree), Some(whole)) => {
                    use_its_names(&T::KIND, whole, &tree, &registered);
                    if is_file {
                        // What is missing at the root is missing in the strongest file, not in its base.
                        whole.span = tree.span;
                    } else {
                        leave_variants(&T::KIND, whole, &tree, &registered);
                    }
                    whole.merge(tree);
                }
                (Ok(tree), None) => whole = Some(tree),
                (Err(errors), _) => problems.add_all(errors),
            }
        }
        if !problems.is_empty() {
            return Err(problems.into_error(&texts, &secret::names(&T::KIND, &registered)));
        }
        let mut tree = whole.unwrap_or(empty);
        // A path in a file starts at the file's folder; one of the command line at the current directory.
        each_path(&T::KIND, &mut tree, &registered, &mut |span, path| {
            let layer = texts.get(span.source as usize).map(|text| &text.layer);
            if let Some(Layer::File(file)) = layer
                && let Some(folder) = file.parent()
            {
                *path = folder.join(&*path).to_string_lossy().into_owned();
            }
        });
        let (value, warnings) = validate(&tree, &texts, &registered)?;
        let mut resolved = tree;
        use_new_names(&T::KIND, &mut resolved, &registered);
        fill_defaults(&T::KIND, &mut resolved, &registered);
        Ok(Loaded { value, resolved, warnings, texts, registered })
    }
}

/// Checks a config that was written in Rust, with the same rules and messages as a file.
///
/// # Errors
/// [`ConfigError`] with every error; the places are in the config's own TOML form.
pub fn validate_value<T: Value>(value: &T) -> Result<(), ConfigError> {
    let tree = value.encode();
    if tree.nothing().is_some() {
        // TOML has no word for it.
        return validate_tree::<T>(&tree).map(|_| ());
    }
    let text = toml_text::write(&tree, &|_| None);
    let name = match T::KIND {
        Kind::Table(schema) => schema.name,
        Kind::Union(union) => union.name,
        _ => "value",
    };
    let texts = [Layered { layer: Layer::Rust, name: format!("{name} (from Rust)"), text }];
    let tree = toml_text::parse(&texts[0].text, 0).map_err(|errors| ConfigError {
        diagnostics: errors.into_iter().map(|error| Diagnostic::placeless(error.code, error.message)).collect(),
        more: 0,
    })?;
    validate::<T>(&tree, &texts, &[]).map(|_| ())
}

/// Checks and decodes a tree that has no text.
///
/// # Errors
/// [`ConfigError`] with every error, without places.
pub fn validate_tree<T: Value>(tree: &Tree) -> Result<T, ConfigError> {
    validate(tree, &[], &[]).map(|(value, _)| value)
}

/// The value and the warnings.
fn validate<T: Value>(
    tree: &Tree,
    texts: &[Layered],
    registered: &[&'static Schema],
) -> Result<(T, Vec<Diagnostic>), ConfigError> {
    let arena = Bump::new();
    let sources: Vec<_> = texts.iter().map(|text| Source { name: &text.name, text: &text.text }).collect();
    let doc = Doc { sources: &sources, root: tree.freeze(&arena) };
    let report: Report<KEPT> = check(&T::KIND, &doc, registered);
    let mut hidden = *report.hidden();
    let secrets = secret::names(&T::KIND, registered);
    if !secrets.is_empty() {
        secret::hide(tree, &secrets, &mut hidden);
    }
    if report.count() == 0 {
        let value = T::decode(&doc.root).map_err(|error| ConfigError {
            diagnostics: vec![Diagnostic::placeless(Code::WrongType, error.to_string())],
            more: 0,
        })?;
        return Ok((value, report.warnings().iter().map(|issue| Diagnostic::of(issue, texts, &hidden)).collect()));
    }
    let diagnostics = report.issues().iter().map(|issue| Diagnostic::of(issue, texts, &hidden)).collect();
    Err(ConfigError { diagnostics, more: report.count() - report.issues().len() })
}

/// The schema of a table: of the variant that its `type` names, for a union.
#[must_use]
pub fn schema_of(kind: &Kind, tree: &Tree, registered: &[&'static Schema]) -> Option<&'static Schema> {
    match kind {
        Kind::Option(inner) => schema_of(inner, tree, registered),
        Kind::Table(schema) => Some(schema),
        Kind::Union(union) => {
            let TreeValue::Str(tag) = &tree.get("type")?.value else { return None };
            let own = union.variants.iter().copied();
            let others = registered.iter().filter(|_| union.open).map(|schema| super::schema::Variant::of(schema));
            own.chain(others).find(|variant| variant.tag == tag).map(|variant| variant.schema)
        }
        _ => None,
    }
}

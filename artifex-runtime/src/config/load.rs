//! From files and the command line to a typed config: parse, layer, check, decode.

use super::check::check;
use super::doc::{Doc, Source, Span};
use super::hidden::{Hidden, MASK};
use super::report::{Code, Report, Severity, place, render};
use super::schema::{Kind, Presence, Schema};
use super::secret;
use super::text::Text;
use super::toml_text;
use super::tree::{Tree, TreeEntry, TreeValue};
use super::value::Value;
use bumpalo::Bump;
use std::fmt;
use std::path::{Path, PathBuf};

/// Largest config file that is read, in bytes.
const LARGEST: usize = 4 << 20;
/// How many errors are kept; the rest is counted.
const KEPT: usize = 128;

/// Where a value comes from, weakest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Layer {
    /// The default of its field.
    Default,
    /// A file.
    File(PathBuf),
    /// An argument of the command line.
    CommandLine,
    /// A value in a Rust program.
    Rust,
}

/// The source of defaults: not a text, so it has no place.
const DEFAULTS: u32 = u32::MAX;

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

/// Reads a config from its layers.
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
#[derive(Clone, Debug, Default)]
pub struct Loader {
    texts: Vec<Layered>,
    registered: Vec<&'static Schema>,
    problems: Vec<Diagnostic>,
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
    #[must_use]
    pub fn to_toml(&self) -> String {
        let mut tree = self.redacted();
        each_path(&T::KIND, &mut tree, &self.registered, &mut |_, path| {
            if path == MASK {
                return;
            }
            if let Ok(absolute) = std::path::absolute(&*path) {
                *path = absolute.to_string_lossy().into_owned();
            }
        });
        toml_text::write(&tree, &|value| Some(self.origin(value)))
    }

    /// The layer that a value of [`Loaded::resolved`] comes from.
    #[must_use]
    pub fn layer(&self, tree: &Tree) -> &Layer {
        self.texts.get(tree.span.source as usize).map_or(&Layer::Default, |text| &text.layer)
    }

    /// The layer of a value in words, with the line for a file: `vae.toml:3`, `command line`, `default`.
    #[must_use]
    pub fn origin(&self, tree: &Tree) -> String {
        match self.texts.get(tree.span.source as usize) {
            None => "default".to_owned(),
            Some(text) => match &text.layer {
                Layer::File(_) => format!("{}:{}", text.name, place(tree.span, &text.text).line),
                _ => text.name.clone(),
            },
        }
    }
}

impl Loader {
    /// No layers: everything is a default.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a TOML file over the layers so far. An unreadable file is an error of [`Loader::load`].
    #[must_use]
    pub fn file(mut self, path: &Path) -> Self {
        let name = path.display().to_string();
        match read(path) {
            Ok(text) => self.texts.push(Layered { layer: Layer::File(path.to_owned()), name, text }),
            Err(message) => {
                self.problems.push(Diagnostic::without_place(Code::Unreadable, message));
            }
        }
        self
    }

    /// Adds a TOML text over the layers so far, as if it were a file called `name`.
    #[must_use]
    pub fn text(mut self, name: &str, text: &str) -> Self {
        let layer = Layer::File(PathBuf::from(name));
        self.texts.push(Layered { layer, name: name.to_owned(), text: text.to_owned() });
        self
    }

    /// Adds `key.path=value` over the layers so far. The value is TOML; where the field is a string, quotes may be left out.
    #[must_use]
    pub fn set(mut self, assignment: &str) -> Self {
        self.texts.push(Layered {
            layer: Layer::CommandLine,
            name: "command line".to_owned(),
            text: assignment.to_owned(),
        });
        self
    }

    /// Accepts a config that is registered at run time wherever an open union stands.
    #[must_use]
    pub fn register(mut self, schema: &'static Schema) -> Self {
        self.registered.push(schema);
        self
    }

    /// Parses, layers, checks and decodes.
    ///
    /// # Errors
    /// [`ConfigError`] with every error that the layers have.
    pub fn load<T: Value>(self) -> Result<Loaded<T>, ConfigError> {
        let Self { texts, registered, mut problems } = self;
        let mut tree = Tree::table();
        let secrets = secret::names(&T::KIND, &registered);
        for (index, text) in texts.iter().enumerate() {
            let source = u32::try_from(index).unwrap_or(DEFAULTS);
            let parsed = match text.layer {
                Layer::CommandLine => parse_assignment(text, source, &T::KIND, &tree, &registered),
                _ => toml_text::parse(&text.text, source),
            };
            match parsed {
                Ok(layer) => {
                    if index == 0 {
                        tree = layer;
                    } else {
                        use_its_names(&T::KIND, &mut tree, &layer, &registered);
                        tree.merge(layer);
                    }
                }
                Err(errors) => problems.extend(errors.into_iter().map(|error| {
                    // Where the values stand in a wrong line is not known, so a line that names a secret is not shown.
                    let tells = |shown: &str| secrets.iter().any(|name| shown.contains(name));
                    let mut message = Text::EMPTY;
                    message.push(if tells(&error.message) { "not of the form key=value" } else { &error.message });
                    let severity = Severity::Error;
                    let hidden = if tells(place(error.span, &text.text).text) { Hidden::ALL } else { Hidden::NONE };
                    let issue = super::report::Issue { severity, code: error.code, span: error.span, message };
                    Diagnostic::of(&issue, &texts, &hidden)
                })),
            }
        }
        if !problems.is_empty() {
            return Err(ConfigError { diagnostics: problems, more: 0 });
        }
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
    let text = toml_text::write(&value.encode(), &|_| None);
    let name = match T::KIND {
        Kind::Table(schema) => schema.name,
        Kind::Union(union) => union.name,
        _ => "value",
    };
    let texts = [Layered { layer: Layer::Rust, name: format!("{name} (from Rust)"), text }];
    let tree = toml_text::parse(&texts[0].text, 0).map_err(|errors| ConfigError {
        diagnostics: errors.into_iter().map(|error| Diagnostic::without_place(error.code, error.message)).collect(),
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
            diagnostics: vec![Diagnostic::without_place(Code::WrongType, error.to_string())],
            more: 0,
        })?;
        return Ok((value, report.warnings().iter().map(|issue| Diagnostic::of(issue, texts, &hidden)).collect()));
    }
    let diagnostics = report.issues().iter().map(|issue| Diagnostic::of(issue, texts, &hidden)).collect();
    Err(ConfigError { diagnostics, more: report.count() - report.issues().len() })
}

/// Reads a text file, or says why it is no config.
fn read(path: &Path) -> Result<String, String> {
    let name = path.display();
    let bytes = std::fs::read(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => format!("{name}: there is no such file"),
        std::io::ErrorKind::IsADirectory => format!("{name}: this is a directory, expected a TOML file"),
        _ => format!("{name}: cannot be read: {error}"),
    })?;
    if bytes.len() > LARGEST {
        return Err(format!("{name}: {} bytes are too many for a config; the limit is {LARGEST}", bytes.len()));
    }
    let text = String::from_utf8(bytes)
        .map_err(|error| format!("{name}: not a text file: byte {} is not UTF-8", error.utf8_error().valid_up_to()))?;
    // Editors on Windows may put a byte order mark in front.
    Ok(text.strip_prefix('\u{feff}').map_or(text.clone(), str::to_owned))
}

/// `a.b=value` as a tree of one leaf.
fn parse_assignment(
    text: &Layered,
    source: u32,
    kind: &Kind,
    below: &Tree,
    registered: &[&'static Schema],
) -> Result<Tree, Vec<toml_text::SyntaxError>> {
    let whole = &text.text;
    let Some((path, value)) = whole.split_once('=') else {
        return Err(vec![toml_text::SyntaxError {
            code: Code::Syntax,
            span: span_of(source, 0, whole.len()),
            message: format!("`{whole}` sets nothing, expected key=value, for instance train.batch_size=64"),
        }]);
    };
    // TOML first: it knows numbers, lists, quotes and dotted keys.
    let parsed = toml_text::parse(whole, source);
    let names: Vec<&str> = path.trim().split('.').map(str::trim).collect();
    let wants_text = kind_at(kind, below, &names, registered).is_some_and(is_text);
    match parsed {
        Ok(tree) if !wants_text || leaf_is_text(&tree) => Ok(tree),
        Err(errors) if !wants_text || names.iter().any(|name| name.is_empty()) => {
            // A bare word for a field that takes none still is a word: the walker then says what the field takes.
            let value = value.trim();
            if value.is_empty() || names.iter().any(|name| name.is_empty()) || value.starts_with(['[', '{', '"', '\''])
            {
                return Err(errors);
            }
            Ok(leaf(&names, whole, path.len() + 1, source))
        }
        _ => Ok(leaf(&names, whole, path.len() + 1, source)),
    }
}

/// The text behind the `=` at `start` as a string at the end of a path.
fn leaf(names: &[&str], whole: &str, start: usize, source: u32) -> Tree {
    let raw = &whole[start..];
    let text = raw.trim();
    let begin = start + (raw.len() - raw.trim_start().len());
    let unquoted = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(text);
    let mut tree =
        Tree { span: span_of(source, begin, begin + text.len()), value: TreeValue::Str(unquoted.to_owned()) };
    let mut end = start - 1;
    for name in names.iter().rev() {
        let at = whole[..end].rfind(name).unwrap_or(0);
        let span = span_of(source, at, at + name.len());
        tree = Tree { span, value: TreeValue::Table(vec![TreeEntry { key: (*name).to_owned(), span, value: tree }]) };
        end = at;
    }
    tree
}

fn span_of(source: u32, start: usize, end: usize) -> Span {
    let offset = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Span { source, start: offset(start), end: offset(end) }
}

fn leaf_is_text(tree: &Tree) -> bool {
    match &tree.value {
        TreeValue::Table(entries) => entries.last().is_some_and(|entry| leaf_is_text(&entry.value)),
        TreeValue::Str(_) => true,
        _ => false,
    }
}

fn is_text(kind: Kind) -> bool {
    match kind {
        Kind::Str | Kind::Path | Kind::Enum(_) => true,
        Kind::Option(inner) => is_text(*inner),
        _ => false,
    }
}

/// The kind of the value at `path`, given what the weaker layers say (they choose the variants of unions).
fn kind_at(kind: &Kind, tree: &Tree, path: &[&str], registered: &[&'static Schema]) -> Option<Kind> {
    let Some((name, rest)) = path.split_first() else { return Some(*kind) };
    if let Kind::Option(inner) = kind {
        return kind_at(inner, tree, path, registered);
    }
    if let Kind::Map { value } = kind {
        return kind_at(value, tree.get(name).unwrap_or(&Tree::table()), rest, registered);
    }
    if *name == "type" && matches!(kind, Kind::Union(_)) {
        return Some(Kind::Str);
    }
    let schema = schema_of(kind, tree, registered)?;
    let field = &schema.fields[schema.accepts(name)?];
    let empty = Tree::table();
    kind_at(&field.kind, tree.get(name).unwrap_or(&empty), rest, registered)
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

/// A layer may call a field by another of its names than the layers below: they then follow it, so that it overrides them.
fn use_its_names(kind: &Kind, below: &mut Tree, layer: &Tree, registered: &[&'static Schema]) {
    if let Kind::Option(inner) = kind {
        return use_its_names(inner, below, layer, registered);
    }
    if let (Kind::Map { value }, TreeValue::Table(entries), TreeValue::Table(weaker)) =
        (kind, &layer.value, &mut below.value)
    {
        for entry in entries {
            if let Some(weak) = weaker.iter_mut().find(|weak| weak.key == entry.key) {
                use_its_names(value, &mut weak.value, &entry.value, registered);
            }
        }
        return;
    }
    let schema = schema_of(kind, layer, registered).or_else(|| schema_of(kind, below, registered));
    let (Some(schema), TreeValue::Table(entries)) = (schema, &layer.value) else { return };
    let TreeValue::Table(weaker) = &mut below.value else { return };
    for entry in entries {
        let Some(k) = schema.accepts(&entry.key) else { continue };
        let mut same = weaker.iter_mut().filter(|weak| schema.accepts(&weak.key) == Some(k));
        // Two names in the weaker layer are an error of its own.
        if let (Some(weak), None) = (same.next(), same.next()) {
            weak.key.clone_from(&entry.key);
            use_its_names(&schema.fields[k].kind, &mut weak.value, &entry.value, registered);
        }
    }
}

/// Renames the fields of a checked tree that have an old name.
fn use_new_names(kind: &Kind, tree: &mut Tree, registered: &[&'static Schema]) {
    if let (Kind::Option(inner), false) = (kind, tree.value == TreeValue::Null) {
        return use_new_names(inner, tree, registered);
    }
    if let (Kind::List { element, .. }, TreeValue::List(items)) = (kind, &mut tree.value) {
        for item in items {
            use_new_names(element, item, registered);
        }
        return;
    }
    if let (Kind::Tuple(kinds), TreeValue::List(items)) = (kind, &mut tree.value) {
        for (kind, item) in kinds.iter().zip(items) {
            use_new_names(kind, item, registered);
        }
        return;
    }
    if let (Kind::Map { value }, TreeValue::Table(entries)) = (kind, &mut tree.value) {
        for entry in entries {
            use_new_names(value, &mut entry.value, registered);
        }
        return;
    }
    let Some(schema) = schema_of(kind, tree, registered) else { return };
    let TreeValue::Table(entries) = &mut tree.value else { return };
    for entry in entries {
        if let Some(k) = schema.accepts(&entry.key) {
            schema.fields[k].name.clone_into(&mut entry.key);
            use_new_names(&schema.fields[k].kind, &mut entry.value, registered);
        }
    }
}

/// Adds the default of every field that a checked tree leaves out, and puts the fields in the order of the schema.
fn fill_defaults(kind: &Kind, tree: &mut Tree, registered: &[&'static Schema]) {
    if let (Kind::Option(inner), false) = (kind, tree.value == TreeValue::Null) {
        return fill_defaults(inner, tree, registered);
    }
    if let (Kind::List { element, .. }, TreeValue::List(items)) = (kind, &mut tree.value) {
        for item in items {
            fill_defaults(element, item, registered);
        }
        return;
    }
    if let (Kind::Tuple(kinds), TreeValue::List(items)) = (kind, &mut tree.value) {
        for (kind, item) in kinds.iter().zip(items) {
            fill_defaults(kind, item, registered);
        }
        return;
    }
    if let (Kind::Map { value }, TreeValue::Table(entries)) = (kind, &mut tree.value) {
        for entry in entries {
            fill_defaults(value, &mut entry.value, registered);
        }
        return;
    }
    let Some(schema) = schema_of(kind, tree, registered) else { return };
    let TreeValue::Table(entries) = &mut tree.value else { return };
    for field in schema.fields {
        if let Presence::Default(node) = &field.presence
            && entries.iter().all(|entry| entry.key != field.name)
        {
            let mut value = Tree::thaw(node);
            set_source(&mut value, DEFAULTS);
            let span = Span { source: DEFAULTS, start: 0, end: 0 };
            entries.push(TreeEntry { key: field.name.to_owned(), span, value });
        }
        if let Some(entry) = entries.iter_mut().find(|entry| entry.key == field.name) {
            fill_defaults(&field.kind, &mut entry.value, registered);
        }
    }
    let order = |key: &str| schema.fields.iter().position(|field| field.name == key).map_or(0, |k| k + 1);
    entries.sort_by_key(|entry| order(&entry.key));
}

/// Calls `change` with the span and the text of every path of a tree.
fn each_path(kind: &Kind, tree: &mut Tree, registered: &[&'static Schema], change: &mut dyn FnMut(Span, &mut String)) {
    match (kind, &mut tree.value) {
        (Kind::Path, TreeValue::Str(path)) => change(tree.span, path),
        (Kind::Option(inner), _) => each_path(inner, tree, registered, change),
        (Kind::List { element, .. }, TreeValue::List(items)) => {
            for item in items {
                each_path(element, item, registered, change);
            }
        }
        (Kind::Tuple(kinds), TreeValue::List(items)) => {
            for (kind, item) in kinds.iter().zip(items) {
                each_path(kind, item, registered, change);
            }
        }
        (Kind::Map { value }, TreeValue::Table(entries)) => {
            for entry in entries {
                each_path(value, &mut entry.value, registered, change);
            }
        }
        (Kind::Table(_) | Kind::Union(_), _) => {
            let Some(schema) = schema_of(kind, tree, registered) else { return };
            let TreeValue::Table(entries) = &mut tree.value else { return };
            for entry in entries {
                if let Some(k) = schema.accepts(&entry.key) {
                    each_path(&schema.fields[k].kind, &mut entry.value, registered, change);
                }
            }
        }
        _ => {}
    }
}

fn set_source(tree: &mut Tree, source: u32) {
    tree.span.source = source;
    match &mut tree.value {
        TreeValue::List(items) => items.iter_mut().for_each(|item| set_source(item, source)),
        TreeValue::Table(entries) => entries.iter_mut().for_each(|entry| set_source(&mut entry.value, source)),
        _ => {}
    }
}

// ---- Errors ----

/// Everything that is wrong with a config.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigError {
    /// The errors, in the order of the document.
    pub diagnostics: Vec<Diagnostic>,
    /// How many more there are.
    pub more: usize,
}

/// One error or warning of a config.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which of the two it is.
    pub severity: Severity,
    /// What kind of mistake it is.
    pub code: Code,
    /// What is wrong, and what to do.
    pub message: String,
    /// Where it stands, if it stands in a text.
    pub place: Option<Location>,
    rendered: Option<String>,
}

/// A place in a file, an argument or the like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The file as it was named, or `command line`.
    pub source: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The characters that the error covers.
    pub width: usize,
}

impl Diagnostic {
    fn without_place(code: Code, message: String) -> Self {
        Self { severity: Severity::Error, code, message, place: None, rendered: None }
    }

    fn of(issue: &super::report::Issue, texts: &[Layered], hidden: &Hidden) -> Self {
        let sources: Vec<_> = texts.iter().map(|text| Source { name: &text.name, text: &text.text }).collect();
        let empty = super::doc::Node::new(Span::default(), super::doc::Data::Table(&[]));
        let doc = Doc { sources: &sources, root: empty };
        let location = texts.get(issue.span.source as usize).map(|text| {
            let place = place(hidden.whole(issue.span), &text.text);
            Location { source: text.name.clone(), line: place.line, column: place.column, width: place.width }
        });
        Self {
            severity: issue.severity,
            code: issue.code,
            message: issue.message.as_str().to_owned(),
            place: location,
            rendered: Some(render(issue, &doc, hidden).as_str().to_owned()),
        }
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.rendered.as_ref().unwrap_or(&self.message))
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (k, diagnostic) in self.diagnostics.iter().enumerate() {
            if k > 0 {
                f.write_str("\n\n")?;
            }
            diagnostic.fmt(f)?;
        }
        if self.more > 0 {
            write!(f, "\n\nand {} more", self.more)?;
        }
        Ok(())
    }
}

impl std::error::Error for ConfigError {}

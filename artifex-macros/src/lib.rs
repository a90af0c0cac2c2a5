//! The macros of the [`artifex`](https://docs.rs/artifex-runtime) library, which re-exports them.
//!
//! A macro works in stages, each of which collects its errors: `syntax` reads tokens into attributes, `model` makes a typed
//! form of them, `validate` checks what can be said without types, `emit` writes constants. What depends on types is checked
//! by those constants while rustc evaluates them; a failure is shown at the token its statement is spanned at.

mod budget;
mod case;
mod constant;
mod document;
mod emit;
mod errors;
mod factory;
mod file;
#[cfg(test)]
mod golden;
mod inline;
mod krate;
mod literal;
mod model;
mod pattern;
mod rule;
mod syntax;
mod validate;

use errors::Errors;
use proc_macro::TokenStream;
use std::path::PathBuf;
use syn::parse_macro_input;

/// Makes a struct a config, and an enum a choice of words or of configs.
///
/// - A struct with named fields is a config: a table in a file. It gets `Value` and `ModelConfig`.
/// - An enum without fields is one of some words, the `snake_case` names of its variants: `LeakyRelu` is `"leaky_relu"`,
///   `MSELoss` is `"mse_loss"`, `Conv2D` is `"conv2d"`, `UNet` is `"unet"`. It gets `Value`.
/// - An enum whose variants each hold one config is a union: a table whose `type` is the `snake_case` name of a variant. It
///   gets `Value`.
///
/// A struct also gets `new(..)` with the fields that have no default, in their order, and `with_x(..)` for every other, as with
/// burn's `Config`; [`ConfigFile`] has `save` and `load`.
///
/// [`ConfigFile`]: https://docs.rs/artifex-runtime/latest/artifex/config/trait.ConfigFile.html
///
/// All get `serde::Serialize`, `serde::Deserialize` and `schemars::JsonSchema`, through the same schema and checks. Doc
/// comments become descriptions. Type parameters are config values; a config owns what it holds, so lifetimes are not
/// possible.
///
/// ```
/// use artifex::config::{Loader, ModelConfig as _};
/// use artifex::ModelConfig;
///
/// /// The function between two layers.
/// #[derive(Debug, PartialEq, ModelConfig)]
/// pub enum Activation {
///     /// max(0, x)
///     Relu,
///     /// x sigmoid(x)
///     #[config(rename = "silu")]
///     SiLU,
/// }
///
/// /// Attention over a sequence.
/// #[derive(Debug, PartialEq, ModelConfig)]
/// #[config(tag = "attention")]
/// #[config(rule(channels % heads == 0, "the heads share the channels equally"))]
/// #[config(rule(when(is_set(window), all(window, v % 2 == 1))))]
/// pub struct AttentionConfig {
///     /// Width of the sequence.
///     #[config(min = 1)]
///     pub channels: usize,
///     /// Number of heads.
///     #[config(default = 8, min = 1)]
///     pub heads: usize,
///     /// Probability of dropping a weight.
///     #[config(default = 0.0, min = 0.0, exclusive_max = 1.0)]
///     pub dropout: f64,
///     /// Function of the feed-forward part.
///     #[config(default = "relu")]
///     pub activation: Activation,
///     /// Sizes of the local windows; all positions without it.
///     #[config(len(min = 1, max = 3), each(min = 1))]
///     pub window: Option<Vec<usize>>,
/// }
///
/// let loaded = Loader::new().text("a.toml", "channels = 64\nactivation = \"silu\"").load::<AttentionConfig>().unwrap();
/// assert_eq!(loaded.value.activation, Activation::SiLU);
/// assert_eq!(AttentionConfig::SCHEMA.rules[0].text, "channels % heads == 0");
///
/// let error = Loader::new().text("a.toml", "channels = 63").load::<AttentionConfig>().unwrap_err();
/// assert!(error.to_string().starts_with("the heads share the channels equally (rule `channels % heads == 0`"));
/// ```
///
/// # Attributes of a struct
/// | key | meaning |
/// |---|---|
/// | `tag = "vae"` | the `type` by which a factory's union chooses this config |
/// | `rule(condition)`, `rule(condition, "message")` | what must hold between fields; any number of rules |
/// | `cost(function)` | what it costs: the name of a `const fn(&Fields<'_>) -> Cost` of `artifex::config::cost`, for `artifex explain` and [`budget!`] |
/// | `rename_all = "kebab-case"` | the style of the fields' names in files, one of serde's (enums too: of the variants' names) |
/// | `version = 3` | the newest version; files may say `version = 3`, and one of a newer version is refused |
/// | `version = 3, migrations = MIGRATIONS` | the way from older versions, for `artifex migrate` |
/// | `new = false` | no `new(..)` and `with_x(..)`, for a type that has a `new` of its own |
/// | `crate = path` | where the library is, if not `::artifex` (enums too); the other macros find it by themselves |
///
/// # Attributes of a field
/// | key | meaning |
/// |---|---|
/// | `default = value` | a number, a string, `true`, `false`, `[..]` or `{ key = value }` |
/// | `default = expression` | a constant of the field's type: `WIDTH`, `1 << 10`, `Activation::Relu`; a `&str` for strings |
/// | `default` | a config made of its own defaults |
/// | `min`, `max`, `exclusive_min`, `exclusive_max` | the ends of a number's range |
/// | `multiple_of = n` | what a number is a whole multiple of, as written in decimal: 0.3 is a multiple of 0.1 |
/// | `one_of(value, ..)` | the only values allowed |
/// | `len = n`, `len(min = n, max = n)` | elements of a list, entries of a map, characters of a string |
/// | `pattern = "^[a-z_]+$"` | what a string or a path must match, see below |
/// | `each(..)` | the constraints above for the elements of a list |
/// | `keys(..)`, `values(..)` | the same for a `BTreeMap<String, T>`; of its keys `one_of`, `len` and `pattern` |
/// | `flatten` | the fields and rules of the config in the field stand in this table, in place of a key |
/// | `flatten, default = { key = value }` | other defaults for some of them |
/// | `skip` | in no file: the field starts as `Default::default()` |
/// | `rename = "key"` | the name in files |
/// | `renamed_from = "old"`, `renamed_from("old", ..)` | old names, which files may use with a warning |
/// | `deprecated = "what to use"` | files that give it a value get a warning |
/// | `since = 2` | the version of the config that brought the field |
/// | `secret` | messages, `Loaded::to_toml` and its `Debug` show `***` for the value |
/// | `unit = "ms"` | the unit of its numbers, for descriptions |
/// | `example = value` | a value to show, of the same form as a default |
///
/// A field without a default is required, unless it is an `Option`. A variant may have
/// `rename = "word"` and `deprecated = ".."`.
///
/// # Patterns
/// A pattern is a regular expression as JSON Schema has it: it is searched for, so `^..$` speaks of the whole string, and it
/// goes into the schemas for editors. It is compiled with the crate; values are matched in linear time. It means what
/// ECMA-262 says: `\d` is `[0-9]`, `\w` is `[A-Za-z0-9_]`, `\s` is its list of white space, and `.` is any character but the
/// ends of lines (U+2028 and U+2029 too); the schemas spell the last two out. What not every engine reads like this is refused, with what to write instead: flags, lookaround, references
/// back, named groups, `\b`, `\p{..}`, operations inside brackets, and anchors that are not the first or the last character.
///
/// # Rules
/// Fields by dotted paths (`encoder.latent_dim`, `encoder.type`), numbers, `"strings"`, `true`, `false`, the operators
/// `== != < <= > >= + - * / % && || !` with the precedence they have in Rust, and
/// `len(x)`, `sum(x)`, `prod(x)`, `x[0]`, `all(x, condition on v)` for the elements of a list or the values of a map,
/// `unique(x, y)` if no value stands twice in some lists, `x in [a, b]`, `x in path` for a list or the keys of a map,
/// `is_set(path)`, `when(condition, rule)`. A rule over a field that is not set says nothing. A path starts at a field by its name in files or in Rust; below, a name
/// that is no Rust word stands in quotes: `encoder."latent-dim"`.
///
/// # Errors
/// All mistakes in attributes are reported at their tokens: unknown keys with a suggestion, a default that is outside its own
/// range, a rule that reads a field that does not exist or one of the wrong kind, a bound of something that is not a number.
#[proc_macro_derive(ModelConfig, attributes(config))]
pub fn model_config(input: TokenStream) -> TokenStream {
    expand_derive(parse_macro_input!(input)).into()
}

fn expand_derive(input: syn::DeriveInput) -> proc_macro2::TokenStream {
    let mut errors = Errors::default();
    let mut input = model::read(input, &mut errors);
    validate::validate(&input, &mut errors);
    if !errors.is_empty() {
        input.weaken();
    }
    emit::emit(&input, &errors)
}

/// What the library's `check_file!` calls, with the library's path: `($crate) Type, "path.toml"`.
#[proc_macro]
pub fn check_file(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as file::Input);
    file::check(&input, source_of(&input).as_deref()).into()
}

/// What the library's `budget!` calls, with the library's path: `($crate) Type, "path.toml", limits`.
#[proc_macro]
pub fn budget(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as budget::Input);
    budget::budget(&input, source_of(input.file()).as_deref()).into()
}

/// What the library's `include_config!` calls, with the library's path: `($crate) Type, "path.toml"`.
#[proc_macro]
pub fn include_config(input: TokenStream) -> TokenStream {
    match syn::parse(input) {
        Ok(input) => file::include(&input, source_of(&input).as_deref()),
        Err(error) => literal::failed(&error),
    }
    .into()
}

/// The Rust file that the path of a config file stands in.
fn source_of(input: &file::Input) -> Option<PathBuf> {
    input.path().span().unwrap().local_file()
}

/// What the library's `config!` calls, with the library's path: `($crate) Type { key = value }`.
#[proc_macro]
pub fn config(input: TokenStream) -> TokenStream {
    match syn::parse(input) {
        Ok(input) => literal::expand(&input),
        Err(error) => literal::failed(&error),
    }
    .into()
}

/// Lists the configs of a module for [`factory!`]: `models! { VAEConfig, GANConfig }`.
///
/// One list a module. The names are those of the module, and `pub` wherever a factory uses them; a config of a submodule is
/// brought here with `pub use`. See [`factory!`] for an example.
#[proc_macro]
pub fn models(input: TokenStream) -> TokenStream {
    let list = parse_macro_input!(input);
    let here = proc_macro::Span::call_site();
    let file = here.local_file().filter(|file| file.is_relative()).unwrap_or_default();
    factory::models(&list, &format!("{}:{}:{}", file.display(), here.line(), here.column())).into()
}

/// What the library's `factory!` calls, with the library's path: `($crate) pub enum Zoo: a::models, b::models`.
#[proc_macro]
pub fn factory(input: TokenStream) -> TokenStream {
    factory::factory(&parse_macro_input!(input)).into()
}

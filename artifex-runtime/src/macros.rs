//! The macros that look like functions. Each hands its input to a procedural macro, with the path by which the library is
//! known: so they work in a crate that knows the library by another name.
//!
//! An exported macro stands at the root of the crate, where `config` and `factory` are modules too. Under names of their own
//! they can be re-exported without the modules.

/// Checks a config file against a config type while the crate compiles: `check_file!(Type, "path.toml")`.
///
/// The file is TOML, JSON or YAML by its extension, as for the loader, and it may extend others. The path is relative to the
/// source file, as for `include_str!`, and an edit of the file, or of one that it extends, re-runs the check. Every mistake is an
/// error of the build, with file, line and column and the line itself; the first 16 are shown:
///
/// ```text
/// error[E0080]: evaluation panicked: unknown field `kl_wieght` in `VAEConfig`; did you mean `kl_weight`?
///                --> configs/vae.toml:1:1
///                 |
///               1 | kl_wieght = 1.0
///                 | ^^^^^^^^^
///   --> src/main.rs:26:33
/// ```
///
/// It stands where items stand. The type may be a config, a union or a factory's enum; one with parameters is written with
/// them, `Run<VAEConfig>`. A file has at most 1 MiB.
///
/// One thing the loader does and the compiler does not: where a file calls a table by another of its names than the file that
/// it extends (`renamed_from`), the loader merges the two. Here that is an error that says which name to use.
///
/// ```
/// # mod main {
/// use artifex::ModelConfig;
///
/// #[derive(ModelConfig)]
/// pub struct WarmUp {
///     #[config(default = 100, min = 1)]
///     pub steps: u32,
/// }
///
/// artifex::check_file!(WarmUp, "../tests/samples/warm_up.toml");
/// # }
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __check_file {
    ($($input:tt)*) => {
        $crate::__private::check_file! { ($crate) $($input)* }
    };
}

/// Checks a file as [`check_file!`](crate::check_file!) does, and what its config costs: `budget!(Type, "path.toml", parameters <= 1_000_000)`.
///
/// The cost is that of the type's `#[config(cost(function))]`; that of a factory's enum or of a union is that of the config
/// which the file chooses, that of a run the one of its model. A limit is an upper one, `<=` or `<`, of a field of
/// `artifex::config::cost::Cost` (`parameters`, `flops`, `activations`) or of one of its methods, `bytes(DType::F32)` for
/// instance, and a constant `u64`. A budget that is broken is an error of the build, which names the part and the place in
/// the file that weigh most:
///
/// ```text
/// error[E0080]: evaluation panicked: `parameters` is 234,634, over the budget of 200,000; this number adds most
///                --> configs/net.toml:1:11
///                 |
///               1 | hidden = [256, 128]
///                 |           ^^^
///   --> src/main.rs:26:53
/// ```
///
/// ```
/// # mod main {
/// use artifex::ModelConfig;
/// use artifex::config::cost::{Cost, DType, Fields, dense};
///
/// #[derive(ModelConfig)]
/// #[config(cost(Self::cost))]
/// pub struct NetConfig {
///     #[config(default = 100, min = 1)]
///     pub hidden: usize,
/// }
///
/// impl NetConfig {
///     const fn cost(fields: &Fields<'_>) -> Cost {
///         dense(784, fields.size("hidden"), true).then(dense(fields.size("hidden"), 10, true))
///     }
/// }
///
/// artifex::budget!(
///     NetConfig,
///     "../tests/samples/net.toml",
///     parameters <= 80_000,
///     bytes(DType::F32) < 1 << 20,
/// );
/// # }
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __budget {
    ($($input:tt)*) => {
        $crate::__private::budget! { ($crate) $($input)* }
    };
}

/// A config from a file that is part of the program: `include_config!(Type, "path.toml")`.
///
/// The expression is of the config type. The file, and what it extends, is checked while the crate compiles, as by
/// [`check_file!`](crate::check_file!), and is not needed at run time; nothing can fail then. Paths in it stay as they are
/// written.
///
/// ```
/// use artifex::ModelConfig;
///
/// #[derive(ModelConfig)]
/// pub struct WarmUp {
///     #[config(default = 100, min = 1)]
///     pub steps: u32,
/// }
///
/// let warm_up = artifex::include_config!(WarmUp, "../tests/samples/warm_up.toml");
/// assert_eq!(warm_up.steps, 500);
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __include_config {
    ($($input:tt)*) => {
        $crate::__private::include_config! { ($crate) $($input)* }
    };
}

/// A config written in place: `config!(Type { key = value, nested = { .. }, list = [..] })`.
///
/// The expression is of the config type; what is left out has its default. Everything is checked while the crate compiles,
/// ranges and rules too, and a mistake is an error at its token. Values are what a file may hold: numbers, strings (also for
/// the words of enums and for paths), `true`, `false`, lists and tables; a union's table says its `type`.
///
/// ```
/// use artifex::{ModelConfig, config};
///
/// #[derive(Debug, PartialEq, ModelConfig)]
/// pub struct EncoderConfig {
///     #[config(min = 1)]
///     pub latent_dim: u32,
///     #[config(default = [64], len(min = 1), each(min = 1))]
///     pub hidden: Vec<u32>,
/// }
///
/// #[derive(Debug, PartialEq, ModelConfig)]
/// pub struct NetConfig {
///     pub encoder: EncoderConfig,
///     #[config(default = -1.0)]
///     pub shift: f64,
/// }
///
/// let net = config!(NetConfig { encoder = { latent_dim = 8, hidden = [32, 16] } });
/// assert_eq!((net.encoder.hidden, net.shift), (vec![32, 16], -1.0));
/// ```
///
/// A config can also be a text in one of the formats of files, `config!(Type, toml = "..")`, `json` or `yaml`. A mistake is then
/// an error at the literal, with its line and column in the text.
///
/// ```
/// # use artifex::{ModelConfig, config};
/// # #[derive(Debug, PartialEq, ModelConfig)]
/// # pub struct EncoderConfig {
/// #     pub latent_dim: u32,
/// # }
/// let encoder = config!(EncoderConfig, yaml = "latent_dim: 8");
/// assert_eq!(encoder, config!(EncoderConfig { latent_dim = 8 }));
/// ```
///
/// ```compile_fail
/// # use artifex::{ModelConfig, config};
/// # #[derive(ModelConfig)]
/// # pub struct EncoderConfig {
/// #     #[config(min = 1)]
/// #     pub latent_dim: u32,
/// # }
/// let encoder = config!(EncoderConfig { latent_dim = 0 }); // `latent_dim` is 0, below the minimum 1
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __config {
    ($($input:tt)*) => {
        $crate::__private::config! { ($crate) $($input)* }
    };
}

/// Makes an enum of all configs that some modules list with [`models!`](crate::models!): `factory! { pub enum Zoo: artifex::models,
/// crate::models }`.
///
/// The modules may be of other crates. The enum has a variant for each config, named like it, and derives `Clone`, `Debug`
/// and `PartialEq`, so its configs must. It is a union by the configs' tags (the type's name for a config without one): two
/// equal tags are an error at the second entry. It gets `Value`, `From` each config, the impls of serde and schemars and,
/// with the library's feature `models`, the library's `Factory`, for which each config must have a model.
///
#[cfg_attr(not(feature = "models"), doc = "```")]
#[cfg_attr(feature = "models", doc = "```ignore (the config has no model)")]
/// mod mine {
///     use artifex::ModelConfig;
///
///     #[derive(Clone, Debug, PartialEq, ModelConfig)]
///     #[config(tag = "linear")]
///     pub struct LinearConfig {
///         pub slope: f64,
///     }
///
///     artifex::models! { LinearConfig }
/// }
///
/// artifex::factory! {
///     /// The models of this program.
///     pub enum Zoo: mine
/// }
///
/// use artifex::config::Loader;
/// let zoo = Loader::new().text("x.toml", "type = \"linear\"\nslope = 2").load::<Zoo>().unwrap().value;
/// assert_eq!(zoo, mine::LinearConfig { slope: 2.0 }.into());
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __factory {
    ($($input:tt)*) => {
        $crate::__private::factory! { ($crate) $($input)* }
    };
}

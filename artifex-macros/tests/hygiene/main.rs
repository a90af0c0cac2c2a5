//! What users may call their things, and how they may make them: the derive minds neither.

mod generated;
mod generics;
mod large;
mod names;
mod shadows;

use artifex::config::{ConfigError, Loader, Value};

fn load<T: Value>(text: &str) -> Result<T, ConfigError> {
    Loader::new().text("a.toml", text).load::<T>().map(|loaded| loaded.value)
}

/// The messages of a text that is wrong.
fn errors<T: Value + std::fmt::Debug>(text: &str) -> Vec<String> {
    let error = load::<T>(text).expect_err("the text is wrong");
    error.diagnostics.into_iter().map(|diagnostic| diagnostic.message).collect()
}

/// The value of a text, which is also what its own text gives.
fn there_and_back<T: Value + PartialEq + std::fmt::Debug>(text: &str) -> T {
    let value = load::<T>(text).unwrap();
    let again = load::<T>(&artifex::config::toml_text::write(&value.encode(), &|_| None)).unwrap();
    assert_eq!(again, value);
    value
}

#[test]
fn another_name_of_the_library() {
    use artifex_macros_renamed::models::{Activation, AnyConfig, NetConfig};
    let included = artifex_macros_renamed::included();
    assert_eq!((included.latent_dim, included.sizes.len(), included.activation), (4, 1, Activation::Relu));
    let AnyConfig::Tower(tower) = artifex_macros_renamed::inline() else { panic!("not a tower") };
    assert_eq!((tower.floor.latent_dim, tower.heights), (8, [1, 2]));
    assert_eq!(
        errors::<NetConfig>("latent-dim = 3"),
        [
            "an even \"size\" (rule `latent-dim % 2 == 0 && all(sizes, v > 0)` of `NetConfig` does not hold: latent-dim is 3, sizes is [64])"
        ]
    );
}

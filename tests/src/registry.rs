//! Types that are registered at run time: reached from a config file, checked like the others, trained like the others.

use artifex::config::{ModelConfig, Tree, validate_value};
use artifex::factory::{Build, BuildContext, ModelFactory, ModelSpec, ModelTypeRegistry, RegistryError, Zoo};
use artifex::models::vae::VAEConfig;
use artifex::models::{Family, SampleOptions, Samples};
use artifex::train::{RunConfig, TrainConfig, Trainer};
use std::path::Path;

/// A config of the user's own: a square VAE in two numbers.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "custom_type")]
struct SquareConfig {
    /// Side of the images.
    #[config(min = 1)]
    side: usize,
    /// Units of the hidden layer.
    #[config(default = 4, min = 1)]
    width: usize,
}

impl SquareConfig {
    fn to_vae(&self) -> VAEConfig {
        let mut config = VAEConfig::example();
        config.encoder.input_shape = vec![self.side, self.side, 1];
        config.decoder.output_shape = vec![self.side, self.side, 1];
        config.encoder.hidden_dims = vec![self.width];
        config.decoder.hidden_dims = vec![self.width];
        config
    }
}

/// The same tag as one of the zoo.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "vae")]
struct TakenConfig {}

fn registry() -> ModelTypeRegistry {
    let mut registry = ModelTypeRegistry::new();
    registry.register_builder(Family::Vae, |config: &SquareConfig, cx| config.to_vae().build(cx)).unwrap();
    registry
}

const RUN: &str = r#"
[model]
type = "custom_type"
side = 8

[data]
type = "digits"

[train]
steps = 3
optimizer = { type = "adam" }
"#;

type Run = RunConfig<ModelSpec<Zoo>>;

fn context() -> BuildContext {
    BuildContext::new(artifex::device::cpu().autodiff(), 0)
}

#[test]
fn a_config_file_reaches_the_custom_builder() {
    let factory = ModelFactory::<Zoo>::new(registry()).unwrap();
    let loaded = factory.loader().text("run.toml", RUN).load::<Run>().unwrap();
    let run = loaded.value;
    assert_eq!(run.model.tag(), "custom_type");
    let mut cx = context();
    let mut model = factory.create(&run.model, &mut cx).unwrap();
    // 64 pixels, 4 hidden units, mean and log-variance of 8; and back.
    assert_eq!(model.num_params(), 64 * 4 + 4 + 2 * (4 * 8 + 8) + 8 * 4 + 4 + 4 * 64 + 64);
    let splits = run.data.load(Path::new("")).unwrap();
    let config: TrainConfig = run.train;
    let summary = Trainer::new(&mut *model, &splits, &config, &cx.device, cx.rngs.clone()).unwrap().run().unwrap();
    assert_eq!(summary.steps, 3);
    let Samples::Images(images) = model.generate(2, &SampleOptions::default(), &mut cx.rngs).unwrap() else {
        panic!("no images")
    };
    assert_eq!(images.dims(), [2, 8, 8, 1]);
}

#[test]
fn its_configs_are_checked_like_all_others() {
    let factory = ModelFactory::<Zoo>::new(registry()).unwrap();
    let error =
        |text: &str| factory.loader().text("run.toml", text).load::<Run>().unwrap_err().diagnostics.remove(0).message;
    assert_eq!(
        error(&RUN.replace("side = 8", "side = 8\nwidht = 3")),
        "unknown field `widht` in `SquareConfig`; did you mean `width`?"
    );
    assert_eq!(error(&RUN.replace("side = 8", "side = 0")), "`side` is 0, below the minimum 1");
    // As many types as fit are listed, and the registered one is known whether it is among them or not.
    let unknown = error(&RUN.replace("custom_type", "custom_typ"));
    assert!(
        unknown.starts_with("Unknown config type: \"custom_typ\", expected one of \"vae\", \"beta_vae\"")
            && unknown.ends_with("; did you mean \"custom_type\"?"),
        "{unknown}"
    );
    // Without the registration nobody knows the type.
    let closed = ModelFactory::<Zoo>::default();
    let error = closed.loader().text("run.toml", RUN).load::<Run>().unwrap_err().to_string();
    assert!(
        error.starts_with("Unknown config type: \"custom_type\", expected one of \"vae\", \"beta_vae\""),
        "{error}"
    );
    assert!(!error.contains("did you mean"), "{error}");
}

#[test]
fn an_untyped_map_is_built_too() {
    let factory = ModelFactory::<Zoo>::new(registry()).unwrap();
    let map = Tree::table().with("side", Tree::int(5)).tagged("custom_type");
    let spec = factory.parse(&map).unwrap();
    assert!(factory.create(&spec, &mut context()).is_ok());
}

#[test]
fn registering_twice_and_looking_up_nothing_are_errors() {
    let mut registry = registry();
    let again = registry.register_builder(Family::Vae, |config: &SquareConfig, cx| config.to_vae().build(cx));
    let expected = "the type \"custom_type\" of `SquareConfig` is already registered by `SquareConfig`; \
                    give one of them another tag";
    assert_eq!(again.unwrap_err().to_string(), expected);
    assert_eq!(registry.get_builder("custom_type").unwrap().schema().name, "SquareConfig");
    assert_eq!(
        registry.get_builder("x").unwrap_err().to_string(),
        "no builder is registered for the type \"x\"; registered: custom_type"
    );
    registry.clear();
    assert!(registry.list_builders().is_empty());
    let error = registry.get_builder("custom_type").unwrap_err().to_string();
    assert_eq!(error, "no builder is registered for the type \"custom_type\"; registered: none");

    registry.register_builder(Family::Vae, |_: &TakenConfig, cx| VAEConfig::example().build(cx)).unwrap();
    let error = ModelFactory::<Zoo>::new(registry).unwrap_err();
    assert!(matches!(error, RegistryError::Taken { tag: "vae", .. }), "{error}");
}

#[test]
fn a_registered_config_can_be_written_as_rust() {
    let wrong = SquareConfig { side: 0, width: 1 };
    assert_eq!(validate_value(&wrong).unwrap_err().diagnostics[0].message, "`side` is 0, below the minimum 1");
}

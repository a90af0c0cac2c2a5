//! Generative adversarial networks.

use crate::case::{Case, Tally};
use crate::foundations::BaseConfig;
use crate::networks::{
    ConditionalDiscriminatorConfig, ConditionalGeneratorConfig, ConvDiscriminatorConfig, ConvGeneratorConfig,
    CycleGANGeneratorConfig, DiscriminatorConfig, GeneratorConfig, PatchGANDiscriminatorConfig,
};
use artifex::ModelConfig;
use artifex::config::Value;
use std::collections::BTreeMap;
use std::fmt::Debug;

classes! { gan_config wgan_config lsgan_config conditional_gan_config cycle_gan_config dcgan_config }

/// What the discriminator's scores are compared by.
#[derive(Debug, PartialEq, ModelConfig)]
pub enum AdversarialLoss {
    Vanilla,
    Wasserstein,
    LeastSquares,
    Hinge,
}

/// How a generator and a discriminator are trained against each other; which networks they are is said beside it.
#[derive(Debug, PartialEq, ModelConfig)]
pub struct Adversarial {
    #[config(flatten)]
    pub base: BaseConfig,
    #[config(default = 2e-4, exclusive_min = 0)]
    pub generator_lr: f64,
    #[config(default = 2e-4, exclusive_min = 0)]
    pub discriminator_lr: f64,
    #[config(default = 0.5, min = 0, exclusive_max = 1)]
    pub beta1: f64,
    #[config(default = 0.999, min = 0, exclusive_max = 1)]
    pub beta2: f64,
    #[config(default = "vanilla")]
    pub loss_type: AdversarialLoss,
    #[config(default = 0.0, min = 0)]
    pub gradient_penalty_weight: f64,
    #[config(default)]
    pub rngs_seeds: BTreeMap<String, i64>,
}

/// The rules of all of them.
fn adversarial<T: Value + Debug + PartialEq>(case: Case<T>) -> Case<T> {
    case.rejects("name=''", "`name` has 0 characters, expected at least 1")
        .defaults("rngs_seeds={}")
        .accepts("rngs_seeds={ params = 1, sample = -1 }")
        .above_zero("generator_lr discriminator_lr")
        .not_negative("beta1 beta2 gradient_penalty_weight")
        .accepts("beta1=0.999; beta2=0.999")
        .rejects("beta1=1", "`beta1` is 1, must be below 1")
        .rejects("beta2=1", "`beta2` is 1, must be below 1")
        .accepts("loss_type=vanilla")
        .accepts("loss_type=wasserstein")
        .accepts("loss_type=least_squares")
        .accepts("loss_type=hinge")
        .rejects(
            "loss_type=mse",
            "`loss_type` is \"mse\", expected one of \"vanilla\", \"wasserstein\", \"least_squares\", \"hinge\"",
        )
}

/// One generator and one discriminator, or several of them by name.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "gan")]
#[config(rule(is_set(generator) != is_set(generators), "either one generator, or several by name"))]
#[config(rule(is_set(discriminator) != is_set(discriminators), "either one discriminator, or several by name"))]
pub struct GANConfig {
    #[config(flatten)]
    pub adversarial: Adversarial,
    pub generator: Option<GeneratorConfig>,
    #[config(len(min = 1))]
    pub generators: Option<BTreeMap<String, GeneratorConfig>>,
    pub discriminator: Option<DiscriminatorConfig>,
    #[config(len(min = 1))]
    pub discriminators: Option<BTreeMap<String, DiscriminatorConfig>>,
}

const ONE: &str = "
name = 'g'
generator = { name = 'g', hidden_dims = [8], activation = 'relu', latent_dim = 4, output_shape = [8, 8, 1] }
discriminator = { name = 'd', hidden_dims = [8], activation = 'leaky_relu', input_shape = [8, 8, 1] }
";

const NONE: &str = "name = 'g'";

const SEVERAL: &str = "
name = 'g'
[generators]
a = { name = 'a', hidden_dims = [8], activation = 'relu', latent_dim = 4, output_shape = [8, 8, 1] }
[discriminators]
a = { name = 'a', hidden_dims = [8], activation = 'leaky_relu', input_shape = [8, 8, 1] }
b = { name = 'b', hidden_dims = [8], activation = 'leaky_relu', input_shape = [8, 8, 1] }
";

fn gan_config() -> Tally {
    Case::<GANConfig>::new(ONE)
        .defaults("generator_lr=0.0002; discriminator_lr=0.0002; beta1=0.5; beta2=0.999; loss_type=vanilla")
        .defaults("gradient_penalty_weight=0")
        .with(adversarial)
        .positive("generator.latent_dim")
        .rejects("generator=3", "`generator` is 3, expected a table")
        .wrong_class::<GeneratorConfig>("generator", "discriminator")
        .wrong_class::<DiscriminatorConfig>("discriminator", "generator")
        .and(SEVERAL)
        .positive("generators.a.latent_dim")
        .rejects("generators=3", "`generators` is 3, expected a table")
        .rejects("generators.b=3", "`generators.b` is 3, expected a table")
        .wrong_class::<GeneratorConfig>("generators.a", "discriminator")
        .wrong_class::<DiscriminatorConfig>("discriminators.b", "generator")
        .rejects(
            "generator={ name = 'g', hidden_dims = [8], activation = 'relu', latent_dim = 4, output_shape = [8] }",
            "either one generator, or several by name (rule `is_set(generator) != is_set(generators)` of `GANConfig` \
             does not hold: generator is a table, generators is a table)",
        )
        .rejects(
            "discriminator={ name = 'd', hidden_dims = [8], activation = 'relu', input_shape = [8] }",
            "either one discriminator, or several by name (rule `is_set(discriminator) != is_set(discriminators)` of \
             `GANConfig` does not hold: discriminator is a table, discriminators is a table)",
        )
        .unsound(NONE)
        .rejects(
            "",
            "either one generator, or several by name (rule `is_set(generator) != is_set(generators)` of `GANConfig` \
             does not hold: generator is not set, generators is not set)\n\
             either one discriminator, or several by name (rule `is_set(discriminator) != is_set(discriminators)` of \
             `GANConfig` does not hold: discriminator is not set, discriminators is not set)",
        )
        .rejects(
            "generators={}; discriminators={}",
            "`generators` has 0 entries, expected at least 1\n`discriminators` has 0 entries, expected at least 1",
        )
        .tally()
}

/// The distance of Wasserstein.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "wgan")]
pub struct WGANConfig {
    #[config(flatten, default = {
        loss_type = "wasserstein",
        gradient_penalty_weight = 10.0,
        generator_lr = 1e-4,
        discriminator_lr = 1e-4,
        beta1 = 0.0,
        beta2 = 0.9,
    })]
    pub adversarial: Adversarial,
    pub generator: ConvGeneratorConfig,
    pub discriminator: ConvDiscriminatorConfig,
    #[config(default = 5, min = 1)]
    pub critic_iterations: usize,
    #[config(default = true)]
    pub use_gradient_penalty: bool,
}

/// That a network is of its class.
fn conv_networks<T: Value + Debug + PartialEq>(case: Case<T>) -> Case<T> {
    case.accepts("generator.type=conv_generator; discriminator.type=conv_discriminator")
        .accepts("generator.kernel_size=[3, 3]; discriminator.kernel_size=[3, 3]")
        .wrong_class::<ConvGeneratorConfig>("generator", "generator")
        .wrong_class::<ConvDiscriminatorConfig>("discriminator", "discriminator")
        .rejects(
            "generator={ a = {} }",
            "unknown field `a` in `ConvGeneratorConfig`; its fields are `name`, `description`, `tags`, `metadata`, \
             `hidden_dims`, `activation`, `batch_norm`, `dropout_rate`, `latent_dim`, `output_shape`, `use_bias`, \
             `output_activation`, `kernel_size`, `stride`, `padding` and 2 more",
        )
}

fn wgan_config() -> Tally {
    Case::<WGANConfig>::new(ONE)
        .requires("name generator discriminator")
        .defaults("loss_type=wasserstein; gradient_penalty_weight=10.0; generator_lr=0.0001; discriminator_lr=0.0001")
        .defaults("beta1=0.0; beta2=0.9; critic_iterations=5; use_gradient_penalty=true")
        .with(adversarial)
        .with(conv_networks)
        .positive("critic_iterations")
        .tally()
}

/// Squared distances to three targets.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "lsgan")]
pub struct LSGANConfig {
    #[config(flatten, default = { loss_type = "least_squares" })]
    pub adversarial: Adversarial,
    pub generator: ConvGeneratorConfig,
    pub discriminator: ConvDiscriminatorConfig,
    #[config(default = 0.0)]
    pub a: f64,
    #[config(default = 1.0)]
    pub b: f64,
    #[config(default = 1.0)]
    pub c: f64,
}

fn lsgan_config() -> Tally {
    Case::<LSGANConfig>::new(ONE)
        .requires("name generator discriminator")
        .defaults("a=0; b=1; c=1; loss_type=least_squares; generator_lr=0.0002; beta1=0.5; beta2=0.999")
        .with(adversarial)
        .with(conv_networks)
        .tally()
}

/// Networks that are told the class.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "conditional_gan")]
pub struct ConditionalGANConfig {
    #[config(flatten)]
    pub adversarial: Adversarial,
    pub generator: ConditionalGeneratorConfig,
    pub discriminator: ConditionalDiscriminatorConfig,
}

fn conditional_gan_config() -> Tally {
    Case::<ConditionalGANConfig>::new(ONE)
        .requires("name generator discriminator")
        .defaults("loss_type=vanilla; generator_lr=0.0002; beta1=0.5; beta2=0.999")
        .with(adversarial)
        .accepts("generator.type=conditional_generator; discriminator.type=conditional_discriminator")
        .positive("generator.conditional.num_classes discriminator.conditional.num_classes")
        .wrong_class::<ConditionalGeneratorConfig>("generator", "conv_generator")
        .wrong_class::<ConditionalDiscriminatorConfig>("discriminator", "conv_discriminator")
        .rejects(
            "generator={ a = {} }",
            "unknown field `a` in `ConditionalGeneratorConfig`; its fields are `name`, `description`, `tags`, \
             `metadata`, `hidden_dims`, `activation`, `batch_norm`, `dropout_rate`, `latent_dim`, `output_shape`, \
             `use_bias`, `output_activation`, `conditional`, `kernel_size` and 4 more",
        )
        .tally()
}

/// Two generators, from each kind of image to the other, and their discriminators.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "cyclegan")]
pub struct CycleGANConfig {
    #[config(flatten)]
    pub adversarial: Adversarial,
    #[config(len = 2)]
    pub generator: BTreeMap<String, CycleGANGeneratorConfig>,
    #[config(len = 2)]
    pub discriminator: BTreeMap<String, PatchGANDiscriminatorConfig>,
    #[config(each(min = 1))]
    pub input_shape_a: [usize; 3],
    #[config(each(min = 1))]
    pub input_shape_b: [usize; 3],
    #[config(default = 10.0, min = 0)]
    pub lambda_cycle: f64,
    #[config(default = 0.5, min = 0)]
    pub lambda_identity: f64,
}

const CYCLE: &str = "
name = 'c'
input_shape_a = [8, 8, 1]
input_shape_b = [8, 8, 3]
[generator.a_to_b]
name = 'ab'
hidden_dims = [8]
activation = 'relu'
latent_dim = 0
input_shape = [8, 8, 1]
output_shape = [8, 8, 3]
[generator.b_to_a]
name = 'ba'
hidden_dims = [8]
activation = 'relu'
latent_dim = 0
input_shape = [8, 8, 3]
output_shape = [8, 8, 1]
[discriminator]
disc_a = { name = 'a', hidden_dims = [8], activation = 'leaky_relu', input_shape = [8, 8, 1] }
disc_b = { name = 'b', hidden_dims = [8], activation = 'leaky_relu', input_shape = [8, 8, 3] }
";

fn cycle_gan_config() -> Tally {
    Case::<CycleGANConfig>::new(CYCLE)
        .requires("name generator discriminator input_shape_a input_shape_b")
        .defaults("lambda_cycle=10.0; lambda_identity=0.5; loss_type=vanilla; beta1=0.5")
        .with(adversarial)
        .rejects(
            "generator.c={ name = 'c', hidden_dims = [8], activation = 'relu', latent_dim = 0, input_shape = [8], \
             output_shape = [8] }",
            "`generator` has 3 entries, expected exactly 2",
        )
        .rejects(
            "discriminator.c={ name = 'c', hidden_dims = [8], activation = 'relu', input_shape = [8] }",
            "`discriminator` has 3 entries, expected exactly 2",
        )
        .wrong_class::<CycleGANGeneratorConfig>("generator.a_to_b", "generator")
        .rejects("generator=3", "`generator` is 3, expected a table")
        .rejects("discriminator=3", "`discriminator` is 3, expected a table")
        .accepts("input_shape_a=[1, 1, 1]; input_shape_b=[1, 1, 1]")
        .rejects("input_shape_a=[8, 8]", "`input_shape_a` has 2 elements, expected exactly 3")
        .rejects("input_shape_a=[8, 0, 1]", "`input_shape_a[1]` is 0, below the minimum 1")
        .rejects("input_shape_b=[8, 8, 1, 1]", "`input_shape_b` has 4 elements, expected exactly 3")
        .rejects("input_shape_b=[8, 8, 0]", "`input_shape_b[2]` is 0, below the minimum 1")
        .not_negative("lambda_cycle lambda_identity")
        .unsound(
            "
            name = 'c'
            input_shape_a = [8, 8, 1]
            input_shape_b = [8, 8, 3]
            generator = { name = 'g', latent_dim = 0 }
            discriminator = { name = 'd', hidden_dims = [8] }
            ",
        )
        .rejects(
            "",
            "`generator.name` is a string, expected a table\n`generator.latent_dim` is 0, expected a table\n\
             `discriminator.name` is a string, expected a table\n`discriminator.hidden_dims` is a list, expected a table",
        )
        .tally()
}

/// One generator and one discriminator of convolutions.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "dcgan")]
pub struct DCGANConfig {
    #[config(flatten)]
    pub adversarial: Adversarial,
    pub generator: ConvGeneratorConfig,
    pub discriminator: ConvDiscriminatorConfig,
}

fn dcgan_config() -> Tally {
    Case::<DCGANConfig>::new(ONE)
        .requires("name generator discriminator")
        .defaults("generator_lr=0.0002; discriminator_lr=0.0002; beta1=0.5; beta2=0.999; loss_type=vanilla")
        .with(adversarial)
        .with(conv_networks)
        .tally()
}

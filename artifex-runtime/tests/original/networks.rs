//! Encoders, decoders, generators and discriminators.

use crate::case::{Case, Tally};
use crate::foundations::{Activation, BaseNetworkConfig, no_activation};
use artifex::config::{Loader, ModelConfig, Value};
use std::fmt::Debug;

classes! {
    generator_config discriminator_config encoder_config decoder_config conv_generator_config conv_discriminator_config
    conditional_params conditional_generator_config conditional_discriminator_config cycle_gan_generator_config
    patch_gan_discriminator_config multi_scale_patch_gan_config style_gan3_generator_config
    style_gan3_discriminator_config
}

// ---- What several of them have ----

/// What a generator gives.
#[derive(Debug, PartialEq, ModelConfig)]
pub struct GeneratorOutput {
    #[config(len(min = 1), each(min = 1))]
    pub output_shape: Vec<usize>,
    #[config(default = true)]
    pub use_bias: bool,
    #[config(default = "tanh")]
    pub output_activation: Option<Activation>,
}

/// How convolutions fill the border.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(rename_all = "UPPERCASE")]
pub enum Padding {
    Same,
    Valid,
}

/// The form of convolutions.
#[derive(Debug, PartialEq, ModelConfig)]
pub struct Convolutions {
    #[config(default = [4, 4], each(min = 1))]
    pub kernel_size: [usize; 2],
    #[config(default = [2, 2], each(min = 1))]
    pub stride: [usize; 2],
    #[config(default = "SAME")]
    pub padding: Padding,
}

/// Normalisation over the batch.
#[derive(Debug, PartialEq, ModelConfig)]
pub struct BatchNorm {
    #[config(default = 0.9, exclusive_min = 0, exclusive_max = 1)]
    pub batch_norm_momentum: f64,
    #[config(default = false)]
    pub batch_norm_use_running_avg: bool,
}

/// The square images of `StyleGAN3`.
#[derive(Debug, PartialEq, ModelConfig)]
// The divisors of a power of 2 are the smaller powers of 2.
#[config(rule(4_294_967_296 % img_resolution == 0, "the resolution is a power of 2"))]
pub struct StyleGAN3Images {
    #[config(default = 256, min = 4)]
    pub img_resolution: u32,
    #[config(default = 3, min = 1)]
    pub img_channels: usize,
}

fn output<T: Value + Debug + PartialEq>(case: Case<T>) -> Case<T> {
    case.defaults("use_bias=true; output_activation=tanh")
        .shape("output_shape")
        .accepts("output_activation=sigmoid")
        .rejects("output_activation=mish", &no_activation("output_activation", "mish"))
}

fn convolutions<T: Value + Debug + PartialEq>(case: Case<T>) -> Case<T> {
    case.defaults("kernel_size=[4, 4]; stride=[2, 2]; padding=SAME")
        .pair("kernel_size stride")
        .accepts("padding=VALID")
        .rejects("padding=same", "`padding` is \"same\", expected one of \"SAME\", \"VALID\"; did you mean \"SAME\"?")
}

fn batch_norm<T: Value + Debug + PartialEq>(case: Case<T>) -> Case<T> {
    case.defaults("batch_norm_momentum=0.9; batch_norm_use_running_avg=false")
        .accepts("batch_norm_momentum=1e-9")
        .accepts("batch_norm_momentum=0.999")
        .rejects("batch_norm_momentum=0", "`batch_norm_momentum` is 0, must be above 0")
        .rejects("batch_norm_momentum=1", "`batch_norm_momentum` is 1, must be below 1")
}

fn images<T: ModelConfig + Debug + PartialEq>(case: Case<T>) -> Case<T> {
    case.defaults("img_resolution=256; img_channels=3")
        .accepts("img_resolution=4")
        .accepts("img_resolution=1024")
        .rejects("img_resolution=2", "`img_resolution` is 2, below the minimum 4")
        .rejects(
            "img_resolution=96",
            &format!(
                "the resolution is a power of 2 (rule `4_294_967_296 % img_resolution == 0` of `{}` does not hold: \
                 img_resolution is 96)",
                T::SCHEMA.name
            ),
        )
        .positive("img_channels")
}

// ---- The networks ----

/// From a latent to a sample.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "generator")]
pub struct GeneratorConfig {
    #[config(flatten)]
    pub network: BaseNetworkConfig,
    #[config(min = 1)]
    pub latent_dim: usize,
    #[config(flatten)]
    pub output: GeneratorOutput,
}

const GENERATOR: &str = "name = 'g'\nhidden_dims = [8]\nactivation = 'relu'\nlatent_dim = 4\noutput_shape = [8, 8, 1]";

fn generator_config() -> Tally {
    // TOML has no word for nothing.
    let linear = r#"{ "name": "g", "hidden_dims": [8], "activation": "relu", "latent_dim": 4, "output_shape": [8],
        "output_activation": null }"#;
    let linear: GeneratorConfig = Loader::new().text("linear.json", linear).load().unwrap().value;
    assert_eq!(linear.output.output_activation, None);
    Case::<GeneratorConfig>::new(GENERATOR)
        .requires("name hidden_dims activation latent_dim output_shape")
        .rejects("dropout_rate=2", "`dropout_rate` is 2, above the maximum 1")
        .positive("latent_dim")
        .with(output)
        .tally()
}

/// From a sample to a score.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "discriminator")]
pub struct DiscriminatorConfig {
    #[config(flatten)]
    pub network: BaseNetworkConfig,
    #[config(len(min = 1), each(min = 1))]
    pub input_shape: Vec<usize>,
    #[config(default = 0.2, exclusive_min = 0)]
    pub leaky_relu_slope: f64,
}

const DISCRIMINATOR: &str = "name = 'd'\nhidden_dims = [8]\nactivation = 'leaky_relu'\ninput_shape = [8, 8, 1]";

fn discriminator_config() -> Tally {
    Case::<DiscriminatorConfig>::new(DISCRIMINATOR)
        .requires("name hidden_dims activation input_shape")
        .defaults("leaky_relu_slope=0.2")
        .rejects("hidden_dims=[]", "`hidden_dims` has 0 elements, expected at least 1")
        .shape("input_shape")
        .above_zero("leaky_relu_slope")
        .tally()
}

/// From a sample to a latent.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "encoder")]
pub struct EncoderConfig {
    #[config(flatten)]
    pub network: BaseNetworkConfig,
    #[config(len(min = 1), each(min = 1))]
    pub input_shape: Vec<usize>,
    #[config(min = 1)]
    pub latent_dim: usize,
    #[config(default = true)]
    pub use_batch_norm: bool,
    #[config(default = false)]
    pub use_layer_norm: bool,
}

fn encoder_config() -> Tally {
    Case::<EncoderConfig>::new(
        "name = 'e'\nhidden_dims = [8]\nactivation = 'relu'\ninput_shape = [8, 8, 1]\nlatent_dim = 4",
    )
    .requires("name hidden_dims activation input_shape latent_dim")
    .defaults("use_batch_norm=true; use_layer_norm=false")
    .rejects("activation=mish", &no_activation("activation", "mish"))
    .shape("input_shape")
    .positive("latent_dim")
    .tally()
}

/// From a latent to a sample.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "decoder")]
pub struct DecoderConfig {
    #[config(flatten)]
    pub network: BaseNetworkConfig,
    #[config(min = 1)]
    pub latent_dim: usize,
    #[config(len(min = 1), each(min = 1))]
    pub output_shape: Vec<usize>,
    #[config(default = "sigmoid")]
    pub output_activation: Option<Activation>,
}

fn decoder_config() -> Tally {
    Case::<DecoderConfig>::new(
        "name = 'd'\nhidden_dims = [8]\nactivation = 'relu'\nlatent_dim = 4\noutput_shape = [8, 8, 1]",
    )
    .requires("name hidden_dims activation latent_dim output_shape")
    .defaults("output_activation=sigmoid")
    .rejects("name=''", "`name` has 0 characters, expected at least 1")
    .positive("latent_dim")
    .shape("output_shape")
    .accepts("output_activation=tanh")
    .rejects("output_activation=mish", &no_activation("output_activation", "mish"))
    .tally()
}

/// A generator of transposed convolutions.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "conv_generator")]
pub struct ConvGeneratorConfig {
    #[config(flatten)]
    pub generator: GeneratorConfig,
    #[config(flatten)]
    pub convolutions: Convolutions,
    #[config(flatten)]
    pub batch_norm: BatchNorm,
}

fn conv_generator_config() -> Tally {
    Case::<ConvGeneratorConfig>::new(GENERATOR)
        .requires("name hidden_dims activation latent_dim output_shape")
        .positive("latent_dim")
        .with(output)
        .with(convolutions)
        .with(batch_norm)
        .tally()
}

/// A discriminator of convolutions.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "conv_discriminator")]
pub struct ConvDiscriminatorConfig {
    #[config(flatten)]
    pub discriminator: DiscriminatorConfig,
    #[config(flatten)]
    pub convolutions: Convolutions,
    #[config(flatten)]
    pub batch_norm: BatchNorm,
    #[config(default = false)]
    pub use_instance_norm: bool,
    #[config(default = 1, min = 1)]
    pub output_dim: usize,
}

fn conv_discriminator_config() -> Tally {
    Case::<ConvDiscriminatorConfig>::new(DISCRIMINATOR)
        .requires("name hidden_dims activation input_shape")
        .defaults("use_instance_norm=false; output_dim=1")
        .shape("input_shape")
        .with(convolutions)
        .with(batch_norm)
        .positive("output_dim")
        .tally()
}

/// The classes that a conditional network knows.
#[derive(Debug, PartialEq, ModelConfig)]
pub struct ConditionalParams {
    #[config(default = 10, min = 1)]
    pub num_classes: usize,
    #[config(default = 100, min = 1)]
    pub embedding_dim: usize,
}

fn conditional_params() -> Tally {
    Case::<ConditionalParams>::new("")
        .defaults("num_classes=10; embedding_dim=100")
        .positive("num_classes embedding_dim")
        .tally()
}

/// A generator that is told the class.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "conditional_generator")]
pub struct ConditionalGeneratorConfig {
    #[config(flatten)]
    pub generator: GeneratorConfig,
    #[config(default)]
    pub conditional: ConditionalParams,
    #[config(flatten)]
    pub convolutions: Convolutions,
    #[config(flatten)]
    pub batch_norm: BatchNorm,
}

fn conditional_generator_config() -> Tally {
    Case::<ConditionalGeneratorConfig>::new(GENERATOR)
        .defaults("conditional={ num_classes = 10, embedding_dim = 100 }")
        .positive("latent_dim conditional.num_classes conditional.embedding_dim")
        .with(convolutions)
        .with(batch_norm)
        .tally()
}

/// A discriminator that is told the class.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "conditional_discriminator")]
pub struct ConditionalDiscriminatorConfig {
    #[config(flatten)]
    pub discriminator: DiscriminatorConfig,
    #[config(default)]
    pub conditional: ConditionalParams,
    #[config(flatten)]
    pub convolutions: Convolutions,
    #[config(default = [2, 2], each(min = 1))]
    pub stride_first: [usize; 2],
    #[config(flatten)]
    pub batch_norm: BatchNorm,
}

fn conditional_discriminator_config() -> Tally {
    Case::<ConditionalDiscriminatorConfig>::new(DISCRIMINATOR)
        .defaults("conditional={}; stride_first=[2, 2]")
        .positive("conditional.num_classes conditional.embedding_dim")
        .above_zero("leaky_relu_slope")
        .with(convolutions)
        .pair("stride_first")
        .with(batch_norm)
        .tally()
}

/// From an image to an image; a latent is not needed.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "cyclegan_generator")]
pub struct CycleGANGeneratorConfig {
    #[config(flatten)]
    pub network: BaseNetworkConfig,
    #[config(min = 0)]
    pub latent_dim: i64,
    #[config(flatten)]
    pub output: GeneratorOutput,
    #[config(len(min = 1), each(min = 1))]
    pub input_shape: Vec<usize>,
    #[config(default = 6, min = 1)]
    pub n_residual_blocks: usize,
    #[config(default = true)]
    pub use_skip_connections: bool,
}

fn cycle_gan_generator_config() -> Tally {
    Case::<CycleGANGeneratorConfig>::new(
        "name = 'g'\nhidden_dims = [8]\nactivation = 'relu'\nlatent_dim = 0\ninput_shape = [8, 8, 1]\n\
         output_shape = [8, 8, 1]",
    )
    .requires("name hidden_dims activation latent_dim output_shape input_shape")
    .defaults("n_residual_blocks=6; use_skip_connections=true")
    .not_negative("latent_dim")
    .with(output)
    .shape("input_shape")
    .positive("n_residual_blocks")
    .tally()
}

/// A discriminator that scores patches.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "patchgan_discriminator")]
pub struct PatchGANDiscriminatorConfig {
    #[config(flatten)]
    pub discriminator: DiscriminatorConfig,
    #[config(default = 64, min = 1)]
    pub num_filters: usize,
    #[config(default = 3, min = 1)]
    pub num_layers: usize,
    #[config(default = false)]
    pub use_bias: bool,
    #[config(default = [1, 1], each(min = 1))]
    pub last_kernel_size: [usize; 2],
    #[config(flatten)]
    pub convolutions: Convolutions,
}

fn patch_gan_discriminator_config() -> Tally {
    Case::<PatchGANDiscriminatorConfig>::new(DISCRIMINATOR)
        .requires("name hidden_dims activation input_shape")
        .defaults("num_filters=64; num_layers=3; use_bias=false; last_kernel_size=[1, 1]")
        .shape("input_shape")
        .positive("num_filters num_layers")
        .pair("last_kernel_size")
        .with(convolutions)
        .tally()
}

/// How images are made smaller.
#[derive(Debug, PartialEq, ModelConfig)]
pub enum Pooling {
    Avg,
    Max,
}

/// Patch discriminators at several sizes of the image.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(rule(len(num_layers_per_disc) == num_discriminators, "one number of layers for each discriminator"))]
pub struct MultiScalePatchGANConfig {
    pub discriminator: PatchGANDiscriminatorConfig,
    #[config(default = 3, min = 1)]
    pub num_discriminators: usize,
    #[config(each(min = 1))]
    pub num_layers_per_disc: Option<Vec<usize>>,
    #[config(default = "avg")]
    pub pooling_method: Pooling,
    #[config(default = 16, min = 1)]
    pub minimum_size: usize,
}

fn multi_scale_patch_gan_config() -> Tally {
    Case::<MultiScalePatchGANConfig>::new(
        "discriminator = { name = 'd', hidden_dims = [8], activation = 'relu', input_shape = [8, 8, 1] }",
    )
    .requires("discriminator")
    .defaults("num_discriminators=3; pooling_method=avg; minimum_size=16")
    .positive("discriminator.num_layers num_discriminators minimum_size")
    .accepts("num_layers_per_disc=[3, 3, 1]")
    .accepts("num_discriminators=2; num_layers_per_disc=[3, 4]")
    .rejects(
        "num_layers_per_disc=[3, 3]",
        "one number of layers for each discriminator (rule `len(num_layers_per_disc) == num_discriminators` of \
         `MultiScalePatchGANConfig` does not hold: num_layers_per_disc is [3, 3], num_discriminators is 3)",
    )
    .rejects("num_layers_per_disc=[3, 3, 0]", "`num_layers_per_disc[2]` is 0, below the minimum 1")
    .accepts("pooling_method=max")
    .rejects("pooling_method=sum", "`pooling_method` is \"sum\", expected one of \"avg\", \"max\"")
    .wrong_class::<PatchGANDiscriminatorConfig>("discriminator", "discriminator")
    .tally()
}

/// The generator of `StyleGAN3`.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "stylegan3_generator")]
pub struct StyleGAN3GeneratorConfig {
    #[config(flatten)]
    pub generator: GeneratorConfig,
    #[config(default = 512, min = 1)]
    pub style_dim: usize,
    #[config(default = 8, min = 1)]
    pub mapping_layers: usize,
    #[config(flatten)]
    pub images: StyleGAN3Images,
}

fn style_gan3_generator_config() -> Tally {
    Case::<StyleGAN3GeneratorConfig>::new(GENERATOR)
        .requires("name hidden_dims activation latent_dim output_shape")
        .defaults("style_dim=512; mapping_layers=8")
        .positive("latent_dim style_dim mapping_layers")
        .with(images)
        .tally()
}

/// The discriminator of `StyleGAN3`.
#[derive(Debug, PartialEq, ModelConfig)]
#[config(tag = "stylegan3_discriminator")]
pub struct StyleGAN3DiscriminatorConfig {
    #[config(flatten)]
    pub discriminator: DiscriminatorConfig,
    #[config(flatten)]
    pub images: StyleGAN3Images,
    #[config(default = 64, min = 1)]
    pub base_channels: usize,
    #[config(default = 512, min = 1)]
    pub max_channels: usize,
}

fn style_gan3_discriminator_config() -> Tally {
    Case::<StyleGAN3DiscriminatorConfig>::new(DISCRIMINATOR)
        .requires("name hidden_dims activation input_shape")
        .defaults("base_channels=64; max_channels=512")
        .above_zero("leaky_relu_slope")
        .with(images)
        .positive("base_channels max_channels")
        .tally()
}

//! The documented examples: from TOML and written as Rust, built, trained a step and sampled at the documented shapes.

use artifex::config::Loader;
use artifex::factory::{BuildContext, ModelFactory, ModelSpec, Zoo, create_model};
use artifex::models::autoregressive::{PixelCNN, PixelCNNConfig};
use artifex::models::diffusion::{DDPMConfig, Diffusion};
use artifex::models::energy::{EBM, EBMConfig, EnergyNetworkConfig, EnergyNetworkType, MCMCSampler};
use artifex::models::flow::RealNVPConfig;
use artifex::models::gan::{DCGANConfig, GAN};
use artifex::models::vae::{DecoderConfig, EncoderConfig, EncoderType, ReconstructionLoss, VAEConfig};
use artifex::models::{
    Batch, GenerativeModel, ImageBatch, PointBatch, Progress, SampleOptions, Samples, TrainContext, Trainable,
};
use artifex::nn::optim::{AdamConfig, Optimizer, OptimizerConfig};
use artifex::nn::{Activation, Dual};
use artifex::prelude::{Module as _, Tensor};

/// The factory page's VAE, as a file.
const MY_VAE: &str = r#"
type = "vae"
name = "my_vae"
kl_weight = 1.0
encoder_type = "dense"

[encoder]
input_shape = [28, 28, 1]
latent_dim = 32
hidden_dims = [256, 128]
activation = "relu"

[decoder]
output_shape = [28, 28, 1]
latent_dim = 32
hidden_dims = [128, 256]
activation = "relu"
"#;

/// The same in Rust.
fn my_vae() -> VAEConfig {
    VAEConfig {
        name: Some("my_vae".into()),
        encoder: EncoderConfig {
            name: None,
            input_shape: vec![28, 28, 1],
            latent_dim: 32,
            hidden_dims: vec![256, 128],
            activation: Activation::Relu,
            dropout_rate: 0.0,
            use_batch_norm: false,
        },
        decoder: DecoderConfig {
            name: None,
            latent_dim: 32,
            output_shape: vec![28, 28, 1],
            hidden_dims: vec![128, 256],
            activation: Activation::Relu,
            output_activation: Activation::Sigmoid,
            dropout_rate: 0.0,
            use_batch_norm: false,
        },
        encoder_type: EncoderType::Dense,
        kl_weight: 1.0,
        reconstruction_loss_type: ReconstructionLoss::Mse,
        levels: None,
    }
}

/// The concepts page's VAE with a latent of 128.
fn beta_vae() -> VAEConfig {
    let mut config = VAEConfig { name: Some("beta_vae".into()), ..my_vae() };
    config.encoder.latent_dim = 128;
    config.decoder.latent_dim = 128;
    config
}

/// The documented streams.
fn context() -> BuildContext {
    let mut cx = BuildContext::new(artifex::device::cpu().autodiff(), 0);
    cx.rngs = cx.rngs.with_seed("params", 42).with_seed("dropout", 43).with_seed("sample", 44);
    cx
}

fn build_train_sample(config: &VAEConfig) {
    let mut cx = context();
    let latent = config.encoder.latent_dim;
    let model = create_model(config, &mut cx).unwrap();
    let images = cx.rngs.stream("data").uniform_tensor([3, 28, 28, 1], &cx.device);
    let batch = ImageBatch { images, labels: None };

    let output = model.forward(&batch, &mut cx.rngs);
    assert_eq!(output.mean.dims(), [3, latent]);
    assert_eq!(output.log_var.dims(), [3, latent]);
    let Some(Samples::Images(images)) = model.reconstruct(&batch, &mut cx.rngs) else { panic!("no images") };
    assert_eq!(images.dims(), [3, 28, 28, 1]);

    let loss = |model: &artifex::models::vae::VAE, cx: &mut BuildContext| {
        let output = model.forward(&batch, &mut cx.rngs);
        model.loss(&batch, &output, &mut cx.rngs).values().unwrap()[0].1
    };
    let before = loss(&model, &mut cx);
    let mut optimizer = Optimizer::new(OptimizerConfig::Adam(AdamConfig::default()));
    let mut step =
        TrainContext { optimizer: &mut optimizer, rngs: &mut cx.rngs, progress: Progress::at(0), learning_rate: 1e-3 };
    let (model, _) = model.train_step(&batch, &mut step);
    let after = loss(&model, &mut cx);
    assert!(after < before, "a step of training took the loss from {before} to {after}");

    let Samples::Images(images) = model.generate(5, &SampleOptions::default(), &mut cx.rngs).unwrap() else {
        panic!("no images")
    };
    assert_eq!(images.dims(), [5, 28, 28, 1]);
    // One sample is one image of exactly that size.
    let Samples::Images(image) = model.generate(1, &SampleOptions::default(), &mut cx.rngs).unwrap() else {
        panic!("no images")
    };
    assert_eq!(image.squeeze_dim::<3>(3).dims(), [1, 28, 28]);
}

#[test]
fn the_file_is_the_rust_config() {
    let loaded = Loader::new().text("my_vae.toml", MY_VAE).load::<VAEConfig>().unwrap();
    assert_eq!(loaded.value, my_vae());
    let spec = Loader::new().text("my_vae.toml", MY_VAE).load::<ModelSpec<Zoo>>().unwrap().value;
    assert_eq!(spec, ModelSpec::Known(Zoo::VAEConfig(my_vae())));
    // And so is the inline form, which the compiler has checked.
    let inline = artifex::config!(VAEConfig {
        name = "my_vae",
        encoder = { input_shape = [28, 28, 1], latent_dim = 32, hidden_dims = [256, 128] },
        decoder = { output_shape = [28, 28, 1], latent_dim = 32, hidden_dims = [128, 256] },
    });
    assert_eq!(inline, my_vae());
}

#[test]
fn example_1_my_vae() {
    build_train_sample(&my_vae());
}

#[test]
fn example_2_beta_vae() {
    build_train_sample(&beta_vae());
}

/// The factory page's DCGAN, as a file. Its shapes are channels, height and width.
const DCGAN: &str = r#"
type = "dcgan"
name = "dcgan"

[generator]
latent_dim = 100
hidden_dims = [512, 256, 128, 64]
output_shape = [1, 28, 28]
kernel_size = [4, 4]
stride = [2, 2]
padding = "SAME"
activation = "relu"

[discriminator]
input_shape = [1, 28, 28]
hidden_dims = [64, 128, 256, 512]
kernel_size = [4, 4]
stride = [2, 2]
padding = "SAME"
activation = "leaky_relu"
"#;

#[test]
fn example_3_dcgan() {
    let config = Loader::new().text("dcgan.toml", DCGAN).load::<DCGANConfig>().unwrap().value;
    let mut cx = BuildContext::new(artifex::device::cpu().autodiff(), 0);
    cx.rngs = cx.rngs.with_seed("params", 0).with_seed("dropout", 1).with_seed("sample", 2);
    let model: GAN = create_model(&config, &mut cx).unwrap();
    let plain = artifex::device::cpu();

    // The generator: (B, 100) to (B, 1, 28, 28); the discriminator: (B, 1, 28, 28) to (B, 1).
    let z = cx.rngs.stream("sample").normal_tensor([3, 100], &plain);
    let values = model.valid().generator().forward(z, None, &mut cx.rngs);
    let images = values.clone().reshape([3, 1, 28, 28]);
    let score = model.valid().discriminator().forward(Dual::plain(values), None, &mut cx.rngs);
    assert_eq!((images.dims(), score.value.dims()), ([3, 1, 28, 28], [3, 1]));

    // A step of both players.
    let images = cx.rngs.stream("data").uniform_tensor([4, 28, 28, 1], &plain);
    let batch = Batch::Images(ImageBatch { images, labels: None });
    model.accepts(&batch).unwrap();
    let own = model.optimizers();
    let rate = own[0].1.learning_rate();
    let mut optimizer = Optimizer::new(own[0].1.clone()).with_part(own[1].0, own[1].1.clone());
    let mut step =
        TrainContext { optimizer: &mut optimizer, rngs: &mut cx.rngs, progress: Progress::at(0), learning_rate: rate };
    let (model, losses) = model.train_step(&batch, &mut step);
    let names: Vec<_> = losses.values().unwrap().into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["discriminator_loss", "real_score", "fake_score", "generator_loss"]);
    let losses = losses.values().unwrap();
    assert!(losses.iter().all(|(_, value)| value.is_finite()), "{losses:?}");

    // Samples: n images of 28 x 28 with one channel, which stands last as in all data here.
    let samples = model.valid().generate(5, &SampleOptions::default(), &mut cx.rngs).unwrap();
    let Samples::Images(images) = samples else { panic!("no images") };
    assert_eq!(images.clone().dims(), [5, 28, 28, 1]);
    assert_eq!(images.permute([0, 3, 1, 2]).dims(), [5, 1, 28, 28]);
}

/// The factory page's DDPM, as a file. Its shape has the channels first, which `in_channels` tells.
const DDPM_CHANNELS_FIRST: &str = r#"
type = "ddpm"
name = "ddpm"
input_shape = [3, 32, 32]

[backbone]
type = "unet"
in_channels = 3
out_channels = 3
base_channels = 64
channel_mults = [1, 2, 4]

[noise_schedule]
schedule_type = "linear"
num_timesteps = 1000
beta_start = 1e-4
beta_end = 2e-2
"#;

/// The concepts page's DDPM. Its shape has the channels last.
const DDPM_CHANNELS_LAST: &str = r#"
type = "ddpm"
name = "ddpm"
input_shape = [28, 28, 1]

[backbone]
type = "unet"
in_channels = 1
out_channels = 1
hidden_dims = [64, 128]
channel_mult = [1, 2]
activation = "silu"

[noise_schedule]
schedule_type = "cosine"
num_timesteps = 1000
"#;

/// Builds, trains a step and samples. The last in two steps instead of the documented 1000, which take minutes; a trained model takes
/// them.
fn diffuse(text: &str, [height, width, channels]: [usize; 3]) {
    let documented = Loader::new().text("ddpm.toml", text).load::<DDPMConfig>().unwrap().value;
    let mut cx = BuildContext::new(artifex::device::cpu().autodiff(), 0);
    assert_eq!(create_model(&documented, &mut cx).unwrap().sampler().evaluations(), 1000);
    let two = Loader::new().text("ddpm.toml", text).set("sampler={ type = 'ddpm', steps = 2 }");
    let model: Diffusion = create_model(&two.load::<DDPMConfig>().unwrap().value, &mut cx).unwrap();

    // The network: (B, C, H, W) and a time for each of B to (B, C, H, W).
    let plain = artifex::device::cpu();
    let values = height * width * channels;
    let x = cx.rngs.stream("data").normal_tensor([2, values], &plain);
    let prediction = model.valid().network().forward(x, Tensor::from_floats([0.0, 999.0], &plain), None, &mut cx.rngs);
    assert_eq!(prediction.reshape([2, channels, height, width]).dims(), [2, channels, height, width]);

    let images = cx.rngs.stream("data").uniform_tensor([2, height, width, channels], &plain);
    let batch = Batch::Images(ImageBatch { images, labels: None });
    model.accepts(&batch).unwrap();
    let mut optimizer = Optimizer::new(OptimizerConfig::Adam(AdamConfig::default()));
    let mut step =
        TrainContext { optimizer: &mut optimizer, rngs: &mut cx.rngs, progress: Progress::at(0), learning_rate: 1e-3 };
    let (model, losses) = model.train_step(&batch, &mut step);
    // The network starts at 0, so the first loss is the mean square of normal noise.
    let loss = losses.values().unwrap()[0].1;
    assert!((loss - 1.0).abs() < 0.15, "{loss}");

    // Samples have the channels last, as all data here.
    let samples = model.generate(1, &SampleOptions::default(), &mut cx.rngs).unwrap();
    let Samples::Images(images) = samples else { panic!("no images") };
    assert_eq!(images.dims(), [1, height, width, channels]);
}

#[test]
fn example_4_ddpm_with_channels_first() {
    diffuse(DDPM_CHANNELS_FIRST, [32, 32, 3]);
}

#[test]
fn example_5_ddpm_with_channels_last() {
    diffuse(DDPM_CHANNELS_LAST, [28, 28, 1]);
}

/// The factory page's energy-based model, as a file.
const EBM_FILE: &str = r#"
type = "ebm"
name = "ebm"
input_dim = 784

[energy_network]
hidden_dims = [256, 256]
activation = "swish"

[mcmc]
n_steps = 60
step_size = 0.01

[sample_buffer]
capacity = 10000
"#;

#[test]
fn example_7_ebm() {
    let config = Loader::new().text("ebm.toml", EBM_FILE).load::<EBMConfig>().unwrap().value;
    let EnergyNetworkConfig { network_type, activation, .. } = &config.energy_network;
    assert_eq!((*network_type, *activation), (EnergyNetworkType::Mlp, Activation::Swish));
    assert_eq!(config.energy.mcmc.sampler, MCMCSampler::Langevin);
    let mut cx = BuildContext::new(artifex::device::cpu().autodiff(), 0);
    let model: EBM = create_model(&config, &mut cx).unwrap();

    // Points (B, 784) to energies (B).
    let points = cx.rngs.stream("data").uniform_tensor([4, 784], &artifex::device::cpu());
    let batch = Batch::Points(PointBatch { points, labels: None });
    model.accepts(&batch).unwrap();
    let before = model.valid().forward(&batch, &mut cx.rngs).energy;
    assert_eq!(before.dims(), [4]);

    // A step: the energy of the data falls below that of the chains.
    let mut optimizer = Optimizer::new(OptimizerConfig::Adam(AdamConfig::default()));
    let mut step =
        TrainContext { optimizer: &mut optimizer, rngs: &mut cx.rngs, progress: Progress::at(0), learning_rate: 1e-3 };
    let (model, losses) = model.train_step(&batch, &mut step);
    assert!(losses.values().unwrap().iter().all(|(_, value)| value.is_finite()));
    let after = model.valid().forward(&batch, &mut cx.rngs).energy;
    assert!((after - before).mean().into_scalar::<f64>() < 0.0);

    // Samples (n, 784), without a shape.
    for n in [1, 5] {
        let samples = model.valid().generate(n, &SampleOptions::default(), &mut cx.rngs).unwrap();
        let Samples::Points(points) = samples else { panic!("no points") };
        assert_eq!(points.dims(), [n, 784]);
    }
}

/// The `PixelCNN`, as a file.
const PIXELCNN: &str = r#"
type = "pixelcnn"
name = "pixelcnn"
image_shape = [28, 28, 1]
hidden_channels = 64
num_layers = 8
"#;

#[test]
fn example_8_pixelcnn() {
    let config = Loader::new().text("pixelcnn.toml", PIXELCNN).load::<PixelCNNConfig>().unwrap().value;
    let mut cx = BuildContext::new(artifex::device::cpu().autodiff(), 0);
    let model: PixelCNN = create_model(&config, &mut cx).unwrap();

    // Images (B, 28, 28, 1) of 256 levels to their scores, (B, 784, 256).
    let images = cx.rngs.stream("data").uniform_tensor([1, 28, 28, 1], &artifex::device::cpu());
    let batch = ImageBatch { images, labels: None };
    model.accepts(&batch).unwrap();
    assert_eq!(model.valid().forward(&batch, &mut cx.rngs).said.dims(), [1, 784, 256]);

    let mut optimizer = Optimizer::new(OptimizerConfig::Adam(AdamConfig::default()));
    let mut step =
        TrainContext { optimizer: &mut optimizer, rngs: &mut cx.rngs, progress: Progress::at(0), learning_rate: 1e-3 };
    let (model, losses) = model.train_step(&batch, &mut step);
    // About even at first: 8 bits for each value.
    let losses = losses.values().unwrap();
    assert!(losses[1].0 == "bits_per_dim" && (losses[1].1 - 8.0).abs() < 2.0, "{losses:?}");

    let samples = model.valid().generate(1, &SampleOptions::default(), &mut cx.rngs).unwrap();
    let Samples::Images(images) = samples else { panic!("no images") };
    assert_eq!(images.dims(), [1, 28, 28, 1]);
}

/// The concepts page's `RealNVP`, as a file.
const REALNVP: &str = r#"
type = "realnvp"
name = "realnvp"
input_dim = 784
num_coupling_layers = 8

[coupling_network]
hidden_dims = [256, 256]
activation = "relu"
"#;

#[test]
fn example_6_realnvp() {
    let config = Loader::new().text("realnvp.toml", REALNVP).load::<RealNVPConfig>().unwrap().value;
    // And written as Rust.
    let inline = artifex::config!(RealNVPConfig {
        name = "realnvp",
        input_dim = 784,
        num_coupling_layers = 8,
        coupling_network = { hidden_dims = [256, 256], activation = "relu" },
    });
    assert_eq!(config, inline);
    let mut cx = context();
    let model = create_model(&config, &mut cx).unwrap();
    let points = cx.rngs.stream("data").uniform_tensor([4, 784], &cx.device);
    let batch = Batch::Points(PointBatch { points, labels: None });
    model.accepts(&batch).unwrap();

    // (B, 784) to latents (B, 784), determinants (B) and log-likelihoods (B).
    let output = model.forward(&batch, &mut cx.rngs);
    assert_eq!((output.z.dims(), output.log_det.dims(), output.log_prob.dims()), ([4, 784], [4], [4]));

    let mut optimizer = Optimizer::new(OptimizerConfig::Adam(AdamConfig::default()));
    let mut model = model;
    let mut losses = Vec::new();
    for step in 0..2 {
        let progress = Progress::at(step);
        let mut cx = TrainContext { optimizer: &mut optimizer, rngs: &mut cx.rngs, progress, learning_rate: 1e-3 };
        let terms;
        (model, terms) = model.train_step(&batch, &mut cx);
        losses.push(terms.values().unwrap()[0].1);
    }
    assert!(losses[1] < losses[0], "a step of training: {losses:?}");

    let Samples::Points(samples) = model.valid().generate(5, &SampleOptions::default(), &mut cx.rngs).unwrap() else {
        panic!("no points")
    };
    assert_eq!(samples.dims(), [5, 784]);
}

#[test]
fn the_factory_builds_what_the_type_says() {
    let factory = ModelFactory::<Zoo>::default();
    let build = |tag: &str, extra: &str| {
        let text = MY_VAE.replace("type = \"vae\"", &format!("type = \"{tag}\"\n{extra}"));
        let spec = Loader::new().text("x.toml", &text).load::<ModelSpec<Zoo>>().unwrap().value;
        let model = factory.create(&spec, &mut context()).unwrap();
        format!("{model:?}")
    };
    assert!(!build("vae", "").contains("BetaVAE"));
    assert!(build("beta_vae", "beta_default = 4.0").contains("BetaVAE"));
}

#[test]
fn the_factory_refuses_with_the_documented_words() {
    let factory = ModelFactory::<Zoo>::default();
    let error = |text: &str| {
        let tree = artifex::config::toml_text::parse(text, 0).unwrap();
        factory.parse(&tree).unwrap_err().to_string()
    };
    let untyped = error("kl_weight = 1.0");
    assert!(
        untyped.starts_with("Expected a model config, got a table without `type`; its type is one of \"vae\""),
        "{untyped}"
    );
    let unknown = error("type = \"veta_vae\"");
    assert!(
        unknown.starts_with("Unknown config type: \"veta_vae\", expected one of \"vae\", \"beta_vae\""),
        "{unknown}"
    );
    assert!(unknown.contains("did you mean \"beta_vae\"?"), "{unknown}");
}

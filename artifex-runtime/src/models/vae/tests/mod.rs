#![allow(
    clippy::float_cmp,
    clippy::cast_precision_loss,
    clippy::type_complexity,
    clippy::items_after_statements,
    reason = "exact results and small numbers in tests"
)]

mod bound;
mod capacity;
mod conditional;
mod cost;
pub(super) mod fields;
mod gradient;
mod likelihood;

use super::*;
use crate::models::{Batch, DynModel, Dynamic, LogProbKind, Progress, TrainContext};
use crate::nn::Activation;
use crate::nn::optim::{AdamConfig, Optimizer, OptimizerConfig};
use crate::nn::params;
use crate::rng::Stream;
use burn::tensor::Int;

/// A VAE with mirrored hidden layers.
pub(super) fn config(shape: [usize; 3], hidden: &[usize], latent_dim: usize) -> VAEConfig {
    VAEConfig {
        name: None,
        encoder: EncoderConfig {
            name: None,
            input_shape: shape.to_vec(),
            latent_dim,
            hidden_dims: hidden.to_vec(),
            activation: Activation::Relu,
            dropout_rate: 0.0,
            use_batch_norm: false,
        },
        decoder: DecoderConfig {
            name: None,
            latent_dim,
            hidden_dims: hidden.iter().rev().copied().collect(),
            output_shape: shape.to_vec(),
            activation: Activation::Relu,
            output_activation: Activation::Sigmoid,
            dropout_rate: 0.0,
            use_batch_norm: false,
        },
        encoder_type: EncoderType::Dense,
        kl_weight: 1.0,
        reconstruction_loss_type: ReconstructionLoss::Bce,
        levels: None,
    }
}

pub(super) fn device() -> Device {
    Device::flex().autodiff()
}

pub(super) fn build(config: &VAEConfig) -> VAE {
    VAE::new(config, &device(), &mut Rngs::new(7))
}

/// `count` images of random pixels.
pub(super) fn batch(count: usize, [h, w, c]: [usize; 3]) -> ImageBatch {
    let images = Stream::from_seed(11).uniform_tensor([count, h, w, c], &Device::flex());
    ImageBatch { images, labels: None }
}

/// Class labels on the CPU.
pub(super) fn labels<const N: usize>(classes: [i32; N]) -> Tensor<1, Int> {
    Tensor::from_ints(classes, &Device::flex())
}

pub(super) fn host<const D: usize>(x: Tensor<D>) -> Vec<f32> {
    x.into_data().try_to_vec::<f32>().unwrap()
}

/// The values of samples that are images.
pub(super) fn images(samples: Samples) -> Vec<f32> {
    let Samples::Images(images) = samples else { panic!("no images") };
    host(images)
}

fn total(losses: &Losses) -> f64 {
    losses.values().unwrap()[0].1
}

#[track_caller]
fn assert_near(found: f64, expected: f64, tolerance: f64) {
    assert!((found - expected).abs() <= tolerance, "{found} is not {expected}");
}

#[test]
fn divergence_equals_the_closed_form() {
    let device = Device::flex();
    let mean = Tensor::<2>::from_floats([[0.5, -1.0, 0.0], [1.0, 2.0, -0.5]], &device);
    let log_var = Tensor::<2>::from_floats([[0.0, 0.3, -1.0], [-0.2, 0.1, 0.5]], &device);
    let kl = host(gaussian_kl(mean, log_var));
    assert_near(kl[0].into(), 0.833_869_124_4, 1e-6);
    assert_near(kl[1].into(), 2.711_311_470_9, 1e-6);
    let zero = Tensor::<2>::zeros([1, 5], &device);
    assert_near(host(gaussian_kl(zero.clone(), zero))[0].into(), 0.0, 0.0);
}

#[test]
fn squared_error_is_summed_over_the_pixels() {
    let mut config = config([4, 4, 1], &[3], 2);
    config.decoder.output_activation = Activation::Identity;
    config.reconstruction_loss_type = ReconstructionLoss::Mse;
    let device = Device::flex();
    let head = OutputHead::new(&config, &device);
    let loss = head.reconstruction_loss(Tensor::zeros([2, 16], &device), Tensor::ones([2, 4, 4, 1], &device));
    assert_eq!(host(loss), [16.0, 16.0]);
    let likelihood = head.log_likelihood(Tensor::zeros([1, 16], &device), Tensor::ones([1, 4, 4, 1], &device));
    assert_near(host(likelihood)[0].into(), -8.0 - 8.0 * (2.0 * std::f64::consts::PI).ln(), 1e-5);
}

/// Examples 1 and 2 of the documentation of the original.
#[test]
fn shapes_of_the_documented_examples() {
    for latent in [32, 128] {
        let mut config = config([28, 28, 1], &[256, 128], latent);
        config.reconstruction_loss_type = ReconstructionLoss::Mse;
        let mut rngs = Rngs::new(42).with_seed("dropout", 43).with_seed("sample", 44);
        let model = VAE::new(&config, &device(), &mut rngs);
        let batch = batch(5, [28, 28, 1]);
        model.accepts(&batch).unwrap();
        let output = model.forward(&batch, &mut rngs);
        assert_eq!(output.reconstruction().dims(), [5, 28, 28, 1]);
        assert_eq!((output.mean.dims(), output.log_var.dims()), ([5, latent], [5, latent]));
        let Samples::Images(images) = model.sample(3, &SampleOptions::default(), &mut rngs).unwrap() else {
            panic!("no images")
        };
        assert_eq!(images.dims(), [3, 28, 28, 1]);
        assert!(host(images).iter().all(|x| (0.0..=1.0).contains(x)));
        let names: Vec<_> = model.loss(&batch, &output, &mut rngs).iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["total", "reconstruction", "kl"]);
    }
}

#[test]
fn convolutional_networks_return_the_exact_size() {
    for shape in [[28, 28, 1], [7, 5, 3]] {
        for kind in [EncoderType::Cnn, EncoderType::Resnet] {
            let mut config = config(shape, &[4, 6, 8], 3);
            config.encoder_type = kind;
            let model = build(&config);
            let (batch, mut rngs) = (batch(2, shape), Rngs::new(0));
            let output = model.forward(&batch, &mut rngs);
            assert_eq!(output.reconstruction().dims(), [2, shape[0], shape[1], shape[2]]);
            let gradients = model.loss(&batch, &output, &mut rngs).total().backward();
            let mut optimizer = Optimizer::new(OptimizerConfig::Adam(AdamConfig::default())).with_clip_norm(Some(1e9));
            let model = optimizer.step(model, gradients, 1e-3);
            assert!(optimizer.gradient_norm().unwrap() > 0.0);
            // Every parameter has a state, so every parameter had a gradient.
            assert_eq!(optimizer.export().unwrap().len(), 3 * params::shapes(&model).len());
        }
    }
}

#[test]
fn a_few_steps_reduce_the_loss_of_a_fixed_batch() {
    for kind in [EncoderType::Dense, EncoderType::Cnn, EncoderType::Resnet] {
        let mut config = config([8, 8, 1], &[16], 4);
        config.encoder_type = kind;
        let (mut model, batch, mut rngs) = (build(&config), batch(32, [8, 8, 1]), Rngs::new(1));
        let mut optimizer =
            Optimizer::new(OptimizerConfig::Adam(AdamConfig { learning_rate: 0.01, ..Default::default() }));
        let mut losses = Vec::new();
        for step in 0..20 {
            let mut cx = TrainContext {
                optimizer: &mut optimizer,
                rngs: &mut rngs,
                progress: Progress::at(step),
                learning_rate: 0.01,
            };
            let (next, terms) = model.train_step(&batch, &mut cx);
            model = next;
            losses.push(total(&terms));
        }
        assert!(losses[1] < losses[0] && losses[19] < 0.97 * losses[0], "{kind:?}: {losses:?}");
    }
}

#[test]
fn the_bound_is_the_negative_loss() {
    let mut config = config([4, 4, 1], &[8], 2);
    let batch = batch(6, [4, 4, 1]);
    // The same draw of the latents in both.
    let both = |config: &VAEConfig| {
        let model = build(config).valid();
        let bound = model.log_prob(&batch, &mut Rngs::new(3)).unwrap();
        assert_eq!(bound.kind, LogProbKind::LowerBound);
        let output = model.forward(&batch, &mut Rngs::new(3));
        let losses = model.loss(&batch, &output, &mut Rngs::new(3)).values().unwrap();
        (f64::from(host(bound.values.mean())[0]), losses)
    };
    let (bound, losses) = both(&config);
    assert_near(bound, -losses[0].1, 1e-4);
    config.reconstruction_loss_type = ReconstructionLoss::Mse;
    let (bound, losses) = both(&config);
    assert_near(bound, -0.5 * losses[1].1 - 8.0 * (2.0 * std::f64::consts::PI).ln() - losses[2].1, 1e-4);
}

#[test]
fn baseline_is_that_of_independent_pixels() {
    let device = Device::flex();
    let images = |values: [f32; 4]| ImageBatch {
        images: Tensor::<1>::from_floats(values, &device).reshape([2, 1, 2, 1]),
        labels: None,
    };
    let mut config = config([1, 2, 1], &[3], 2);
    let (train, held_out) = (images([0.0, 1.0, 0.5, 1.0]), images([1.0, 1.0, 0.0, 0.0]));
    // Means of the pixels over `train`: .25 and 1, the latter kept at .999.
    let expected = 0.5 * (-0.25f64.ln() - 0.999f64.ln() - 0.75f64.ln() - 0.001f64.ln());
    let found = build(&config).baseline(&train, &held_out).unwrap();
    assert_near(found.value, expected, 1e-4);
    config.reconstruction_loss_type = ReconstructionLoss::Mse;
    let found = build(&config).baseline(&train, &held_out).unwrap();
    assert_near(found.value, 0.5 * (0.5625 + 0.0625 + 1.0), 1e-6);
    assert_eq!(found.name, "independent pixels");
}

#[test]
fn initial_values_depend_on_the_seed_and_the_path_alone() {
    let small = config([4, 4, 1], &[8, 6], 2);
    let names = |model: &VAE| params::export(model).unwrap();
    assert_eq!(names(&build(&small)), names(&build(&small)));
    let other = VAE::new(&small, &device(), &mut Rngs::new(8));
    assert_ne!(names(&other), names(&build(&small)));

    let mut deeper = small.clone();
    deeper.decoder.hidden_dims = vec![6, 8, 9];
    let (before, after) = (names(&build(&small)), names(&build(&deeper)));
    let mut kept = 0;
    for tensor in &before {
        let same = after.iter().find(|other| other.name == tensor.name).unwrap();
        if same.shape == tensor.shape {
            assert_eq!(same, tensor);
            kept += 1;
        }
    }
    // Only the weight of the output layer has another shape.
    assert_eq!(kept, before.len() - 1);
    assert!(before.iter().any(|tensor| tensor.name == "encoder.body.hidden.0.linear.weight"));
}

#[test]
fn the_encoder_type_does_not_appear_in_names() {
    let mut config = config([4, 4, 1], &[3], 2);
    config.encoder_type = EncoderType::Cnn;
    let names: Vec<String> = params::shapes(&build(&config)).into_iter().map(|(name, _)| name).collect();
    assert!(names.contains(&"encoder.body.hidden.0.weight".to_owned()), "{names:?}");
    assert!(names.contains(&"decoder.body.up.output.bias".to_owned()), "{names:?}");
}

#[test]
fn dropout_acts_in_training_only() {
    let mut config = config([4, 4, 1], &[32], 2);
    config.encoder.dropout_rate = 0.5;
    let (model, batch) = (build(&config), batch(4, [4, 4, 1]));
    let mean = |model: &VAE, seed| host(model.encode(batch.images.clone(), &mut Rngs::new(seed)).0);
    assert_ne!(mean(&model, 1), mean(&model, 2));
    assert_eq!(mean(&model, 1), mean(&model, 1));
    let evaluated = model.valid();
    assert_eq!(mean(&evaluated, 1), mean(&evaluated, 2));
    config.encoder.dropout_rate = 0.0;
    assert_eq!(mean(&evaluated, 1), mean(&build(&config), 1));
}

#[test]
fn interpolation_starts_and_ends_at_the_reconstructions() {
    let (model, batch) = (build(&config([4, 4, 1], &[8], 2)).valid(), batch(2, [4, 4, 1]));
    let mut rngs = Rngs::new(0);
    let image = |i| batch.images.clone().narrow(0, i, 1).squeeze_dim::<3>(0);
    let path = model.interpolate(image(0), image(1), 5, &mut rngs);
    assert_eq!(path.dims(), [5, 4, 4, 1]);
    let Some(Samples::Images(ends)) = model.reconstruct(&batch, &mut rngs) else { panic!() };
    let (path, ends) = (host(path), host(ends));
    for i in 0..16 {
        assert!((path[i] - ends[i]).abs() < 1e-6 && (path[4 * 16 + i] - ends[16 + i]).abs() < 1e-6);
    }
}

#[test]
fn a_traversal_changes_one_variable() {
    let (model, batch) = (build(&config([4, 4, 1], &[8], 3)).valid(), batch(1, [4, 4, 1]));
    let mut rngs = Rngs::new(0);
    let found = host(model.traverse(batch.images.clone().squeeze_dim::<3>(0), 1, 3, &mut rngs));
    let mean = host(model.encode(batch.images.clone(), &mut rngs).0);
    let rows = [-3.0, 0.0, 3.0].map(|value| [mean[0], value, mean[2]]);
    assert_eq!(found, host(model.decode(Tensor::<2>::from_floats(rows, &Device::flex()), &mut rngs)));
    let pictures = model.pictures(&batch, &mut rngs);
    let shapes: Vec<_> = pictures.iter().map(|picture| (picture.name, picture.images.dims()[0])).collect();
    // There is no pair for a line; one row of eleven images for each variable.
    assert_eq!(shapes, [("traversal", 33)]);
}

#[test]
fn temperature_scales_the_latent() {
    let model = build(&config([4, 4, 1], &[8], 2)).valid();
    let draw = |temperature, seed| {
        let options = SampleOptions::default().with_temperature(temperature);
        model.generate(2, &options, &mut Rngs::new(seed)).map(|samples| match samples {
            Samples::Images(images) => host(images),
            _ => panic!("no images"),
        })
    };
    let zero = model.decode(Tensor::zeros([2, 2], &Device::flex()), &mut Rngs::new(0));
    assert_eq!(draw(0.0, 1).unwrap(), host(zero));
    assert_ne!(draw(1.0, 1).unwrap(), draw(0.5, 1).unwrap());
    assert_ne!(draw(1.0, 1).unwrap(), draw(1.0, 2).unwrap());
    assert_eq!(draw(-1.0, 1).unwrap_err(), SampleError::Temperature(-1.0));
    assert!(draw(f64::NAN, 1).is_err());
}

#[test]
fn other_shapes_are_refused_with_both_named() {
    let model = build(&config([4, 4, 1], &[8], 2));
    let error = model.accepts(&batch(2, [4, 5, 1])).unwrap_err().to_string();
    assert!(error.contains("[4, 5, 1]") && error.contains("[4, 4, 1]") && error.contains("encoder.input_shape"));
    let dynamic = Dynamic::new(model);
    assert!(dynamic.accepts(Batch::Images(batch(2, [4, 5, 1]))).is_err());
    assert!(dynamic.accepts(Batch::Images(batch(2, [4, 4, 1]))).is_ok());
}

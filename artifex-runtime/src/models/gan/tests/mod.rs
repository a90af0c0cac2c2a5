mod cost;
mod fields;
mod penalty;

use super::*;
use crate::models::{Build, BuildContext, BuildError, DynModel, Dynamic, ImageBatch, PointBatch, Progress};
use crate::nn::optim::{AdamConfig, Optimizer};
use crate::rng::Stream;

pub(super) fn device() -> Device {
    Device::flex().autodiff()
}

pub(super) fn build<C: Build<Model = GAN>>(config: &C) -> GAN {
    config.build(&mut BuildContext::new(device(), 7)).unwrap()
}

pub(super) fn host<const D: usize>(x: Tensor<D>) -> Vec<f32> {
    x.into_data().try_to_vec::<f32>().unwrap()
}

/// `count` images of random pixels, of the classes 0, 1, 2 and again.
pub(super) fn images(count: usize, [h, w, c]: [usize; 3]) -> Batch {
    let images = Stream::from_seed(11).uniform_tensor([count, h, w, c], &Device::flex());
    let labels: Vec<i64> = (0..count as i64).map(|i| i % 3).collect();
    Batch::Images(ImageBatch {
        images,
        labels: Some(Tensor::from_data(TensorData::new(labels, [count]), &Device::flex())),
    })
}

/// `count` points around (3, -1).
fn points(count: usize, seed: u64) -> Batch {
    let centre = Tensor::<2>::from_floats([[3.0, -1.0]], &Device::flex());
    let points = Stream::from_seed(seed).normal_tensor::<2>([count, 2], &Device::flex()) * 0.5 + centre;
    Batch::Points(PointBatch { points, labels: None })
}

/// A small GAN of points.
fn of_points() -> GANConfig {
    crate::config!(GANConfig {
        generator_lr = 5e-3,
        discriminator_lr = 5e-3,
        generator = {
            latent_dim = 2, hidden_dims = [16], output_shape = [2], output_activation = "identity",
        },
        discriminator = { input_shape = [2], hidden_dims = [16] },
    })
}

/// Every model's example, with the shape of its images.
pub(super) fn conv_examples() -> Vec<(&'static str, GAN)> {
    vec![
        ("dcgan", build(&DCGANConfig::example())),
        ("wgan", build(&WGANConfig::example())),
        ("lsgan", build(&LSGANConfig::example())),
        ("conditional_gan", build(&ConditionalGANConfig::example())),
    ]
}

/// Trains for some steps with the model's own optimisers, as the trainer does; the losses of each step.
pub(super) fn train(mut model: GAN, batch: &Batch, steps: u64, rngs: &mut Rngs) -> (GAN, Vec<Losses>) {
    let own = model.optimizers();
    let first = own[0].1.clone();
    let rate = first.learning_rate();
    let mut optimizer =
        own.into_iter().fold(Optimizer::new(first), |optimizer, (part, config)| optimizer.with_part(part, config));
    let mut losses = Vec::new();
    for step in 0..steps {
        let progress = Progress::at(step);
        let mut cx = TrainContext { optimizer: &mut optimizer, rngs, progress, learning_rate: rate };
        let (next, terms) = model.train_step(batch, &mut cx);
        model = next;
        losses.push(terms);
    }
    (model, losses)
}

fn terms(losses: &Losses) -> Vec<(&'static str, f64)> {
    losses.values().unwrap()
}

fn evaluate(model: &GAN, batch: &Batch) -> f64 {
    let (model, mut rngs) = (model.valid(), Rngs::new(3));
    let output = model.forward(batch, &mut rngs);
    let losses = model.loss(batch, &output, &mut rngs);
    let values = terms(&losses);
    assert_eq!((values.len(), values[0].0), (1, "energy_distance"));
    values[0].1
}

/// Example 3 of the documentation of the original, through its layers.
#[test]
fn shapes_of_the_documented_example() {
    let config = crate::config!(DCGANConfig {
        name = "dcgan",
        generator = {
            latent_dim = 100, hidden_dims = [512, 256, 128, 64], output_shape = [1, 28, 28], kernel_size = [4, 4],
            stride = [2, 2], padding = "SAME", activation = "relu",
        },
        discriminator = {
            input_shape = [1, 28, 28], hidden_dims = [64, 128, 256, 512], kernel_size = [4, 4], stride = [2, 2],
            padding = "SAME", activation = "leaky_relu",
        },
    });
    let model = build(&config).valid();
    let mut rngs = Rngs::new(0);
    let z = rngs.stream("sample").normal_tensor::<2>([3, 100], &Device::flex());
    let values = model.generator().forward(z, None, &mut rngs);
    assert_eq!(values.dims(), [3, 28 * 28]);
    assert!(host(values.clone()).iter().all(|x| (-1.0..=1.0).contains(x)));
    let score = model.discriminator().forward(Dual::plain(values.clone()), None, &mut rngs);
    assert_eq!(score.value.dims(), [3, 1]);
    let Samples::Images(images) = model.samples(values) else { panic!("no images") };
    assert_eq!(images.dims(), [3, 28, 28, 1]);
    // Without batch norm, the numbers that the original's layers would have on a grid of 2 x 2 instead of 1 x 1.
    let learnt: Vec<_> = model.components().into_iter().map(|part| part.params).collect();
    let norms = [2 * (512 + 256 + 128 + 64), 2 * (128 + 256 + 512)];
    assert_eq!(learnt[0] - norms[0], 2_805_697 - (100 * 512 + 512) + (100 * 2048 + 2048));
    assert_eq!(learnt[1] - norms[1], 16 * (64 + 64 * 128 + 128 * 256 + 256 * 512) + 960 + 2048 + 1);
}

#[test]
fn images_return_in_their_own_order_and_range() {
    // Two channels, and sides that differ: every mistake of order shows.
    let config = crate::config!(DCGANConfig {
        generator = { latent_dim = 2, hidden_dims = [3], output_shape = [2, 3, 4] },
        discriminator = { input_shape = [2, 3, 4], hidden_dims = [3] },
    });
    let model = build(&config);
    let batch = images(2, [3, 4, 2]);
    let values = model.values(&batch).unwrap();
    let Batch::Images(ImageBatch { images, .. }) = &batch else { panic!("no images") };
    let pixels = host(images.clone());
    // Row 1, column 2, channel 1 of the second image.
    let expected = 2.0 * pixels[24 + (4 + 2) * 2 + 1] - 1.0;
    assert_eq!(host(values.clone())[24 + 12 + 4 + 2], expected);
    let Samples::Images(back) = model.samples(values) else { panic!("no images") };
    assert_eq!(back.dims(), [2, 3, 4, 2]);
    assert!(host(back).iter().zip(&pixels).all(|(a, b)| (a - b).abs() < 1e-6));
    // Without tanh, images stay as they are.
    let config = crate::config!(GANConfig {
        generator = { latent_dim = 2, hidden_dims = [3], output_shape = [3, 4, 2], output_activation = "sigmoid" },
        discriminator = { input_shape = [3, 4, 2], hidden_dims = [3] },
    });
    assert_eq!(host(build(&config).values(&batch).unwrap()), pixels);
}

#[test]
fn a_gan_learns_where_points_are() {
    let (batch, held_out) = (points(128, 1), points(200, 2));
    let model = build(&of_points());
    let before = evaluate(&model, &held_out);
    let (model, losses) = train(model, &batch, 400, &mut Rngs::new(1));
    let after = evaluate(&model, &held_out);
    assert!(before > 2.0 && after < 0.2 * before, "{before} to {after}");
    let names: Vec<_> = losses[0].iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["discriminator_loss", "real_score", "fake_score", "generator_loss"]);
    let baseline = model.baseline(&batch, &held_out).unwrap();
    assert_eq!(baseline.name, "independent coordinates");
    // The coordinates of these points are independent.
    assert!(baseline.value.abs() < 0.03, "{baseline:?}");
}

#[test]
fn every_game_is_played_by_both() {
    let batch = points(128, 1);
    for loss in ["vanilla", "minimax", "wasserstein", "least_squares", "hinge"] {
        let mut config = of_points();
        config.adversarial.loss_type = match loss {
            "minimax" => AdversarialLoss::Minimax,
            "wasserstein" => AdversarialLoss::Wasserstein,
            "least_squares" => AdversarialLoss::LeastSquares,
            "hinge" => AdversarialLoss::Hinge,
            _ => AdversarialLoss::Vanilla,
        };
        // The discriminator alone: its loss falls.
        config.adversarial.critic_iterations = 1_000;
        let (model, losses) = train(build(&config), &batch, 60, &mut Rngs::new(1));
        let first = |losses: &Losses| terms(losses)[0].1;
        assert!(first(&losses[59]) < first(&losses[0]) - 0.05, "{loss}: {:?}", terms(&losses[59]));
        assert!(losses.iter().all(|losses| losses.get("generator_loss").is_none()));
        // Then the generator: its samples come nearer, and its score rises.
        let (model, before) = (model, first(&losses[59]));
        let distance = evaluate(&model, &batch);
        let mut model = model;
        model.rules.critic_iterations = 1;
        let (model, losses) = train(model, &batch, 60, &mut Rngs::new(2));
        assert!(evaluate(&model, &batch) < distance, "{loss}");
        assert!(first(&losses[59]) > before - 1e-6 || loss == "wasserstein", "{loss}");
    }
}

#[test]
fn the_generator_is_updated_every_few_steps() {
    let mut config = of_points();
    config.adversarial.critic_iterations = 3;
    let (_, losses) = train(build(&config), &points(16, 1), 7, &mut Rngs::new(1));
    let updated: Vec<bool> = losses.iter().map(|losses| losses.get("generator_loss").is_some()).collect();
    assert_eq!(updated, [false, false, true, false, false, true, false]);
}

#[test]
fn convolutional_models_learn_a_step_and_sample() {
    let batch = images(6, [8, 8, 1]);
    for (name, model) in conv_examples() {
        model.accepts(&batch).unwrap();
        let before = params::export(&model).unwrap();
        let (model, losses) = train(model, &batch, 5, &mut Rngs::new(1));
        assert!(losses.iter().flat_map(terms).all(|(_, value)| value.is_finite()), "{name}");
        // Every parameter of both players has moved, but biases right before a norm, which cancels them.
        let after = params::export(&model).unwrap();
        for (before, after) in before.iter().zip(&after) {
            let cancelled = before.name.ends_with("bias") && !before.name.contains("norm");
            assert!(cancelled || before.data != after.data, "{name}: {} has not moved", before.name);
        }
        let model = model.valid();
        let Samples::Images(images) = model.generate(5, &SampleOptions::default(), &mut Rngs::new(0)).unwrap() else {
            panic!("no images")
        };
        assert_eq!(images.dims(), [5, 8, 8, 1]);
        assert!(host(images).iter().all(|x| (0.0..=1.0).contains(x)), "{name}");
        assert!(evaluate(&model, &batch).is_finite());
    }
}

#[test]
fn weights_are_clipped() {
    let mut config = WGANConfig::example();
    (config.use_gradient_penalty, config.weight_clip) = (false, 0.02);
    let largest = |model: &GAN| {
        let tensors = params::export(&model.discriminator).unwrap();
        tensors.iter().flat_map(|tensor| &tensor.data).fold(0.0_f32, |most, x| most.max(x.abs()))
    };
    let model = build(&config);
    assert!(largest(&model) > 0.1);
    let weight = |model: &GAN| params::export(&model.generator).unwrap().swap_remove(0);
    let generator = weight(&model);
    let (model, losses) = train(model, &images(4, [8, 8, 1]), 1, &mut Rngs::new(1));
    assert_eq!(largest(&model), 0.02);
    // The generator is not touched, and there is no penalty.
    assert!(weight(&model) == generator);
    assert!(losses[0].get("gradient_penalty").is_none());
    // They are still learnt.
    let before = params::export(&model.discriminator).unwrap();
    let (model, _) = train(model, &images(4, [8, 8, 1]), 1, &mut Rngs::new(1));
    assert!(params::export(&model.discriminator).unwrap() != before);
}

/// With spectral norm every layer's weight has the singular value 1, so a discriminator with `ReLU`s is not steeper than 1.
#[test]
fn spectral_norm_limits_the_slope() {
    let mut config = of_points();
    config.discriminator.spectral_norm = true;
    config.adversarial.critic_iterations = 1_000;
    config.adversarial.loss_type = AdversarialLoss::Wasserstein;
    let steepest = |model: &GAN| {
        let x = Tensor::<2>::from_inner(Stream::from_seed(4).normal_tensor([256, 2], &Device::flex())).require_grad();
        let frozen = model.discriminator.clone().no_grad();
        let score = frozen.forward(Dual::plain(x.clone()), None, &mut Rngs::new(0)).value;
        let gradients = score.sum().backward();
        let slope = x.grad(&gradients).unwrap().square().sum_dim(1).sqrt();
        host(slope).into_iter().fold(0.0, f32::max)
    };
    let (limited, losses) = train(build(&config), &points(128, 1), 300, &mut Rngs::new(1));
    assert!(steepest(&limited) <= 1.001, "{}", steepest(&limited));
    // It is a Lipschitz critic that has learnt: the estimate of the distance is positive.
    assert!(terms(&losses[299])[0].1 < -1.0);
    config.discriminator.spectral_norm = false;
    let (free, _) = train(build(&config), &points(128, 1), 300, &mut Rngs::new(1));
    assert!(steepest(&free) > 2.0);
}

#[test]
fn truncation_and_temperature_narrow_the_samples() {
    let model = build(&of_points()).valid();
    let draw = |options: &SampleOptions, seed| match model.generate(400, options, &mut Rngs::new(seed)) {
        Ok(Samples::Points(points)) => host(points),
        Ok(_) => panic!("no points"),
        Err(error) => panic!("{error}"),
    };
    let spread = |values: &[f32]| {
        let mean = values.iter().sum::<f32>() / 800.0;
        values.iter().map(|x| (x - mean).powi(2)).sum::<f32>() / 800.0
    };
    let all = SampleOptions::default();
    assert_ne!(draw(&all, 1), draw(&all, 2));
    let narrow = draw(&all.with_truncation(Some(0.3)), 1);
    assert!(spread(&narrow) < 0.3 * spread(&draw(&all, 1)));
    assert_eq!(narrow, draw(&all.with_truncation(Some(0.3)), 1));
    assert!(spread(&draw(&all.with_temperature(0.1), 1)) < 0.3 * spread(&draw(&all, 1)));
    let refused =
        |limit| model.generate(1, &all.with_truncation(Some(limit)), &mut Rngs::new(1)).unwrap_err().to_string();
    for limit in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        assert!(
            refused(limit)
                .ends_with("but it must be a finite number above 0: the largest magnitude of a latent variable")
        );
    }
    let none = model.generate(0, &all, &mut Rngs::new(1)).unwrap_err();
    assert_eq!(none, SampleError::Empty);
}

#[test]
fn classes_reach_both_networks() {
    let model = build(&ConditionalGANConfig::example()).valid();
    let mut rngs = Rngs::new(5);
    let z = rngs.stream("sample").normal_tensor::<2>([1, 32], &Device::flex());
    let class = |k: i64| Some(Tensor::<1, Int>::from_data(TensorData::new(vec![k], [1]), &Device::flex()));
    let image = |k| model.generator().forward(z.clone(), class(k), &mut Rngs::new(0));
    assert_ne!(host(image(0)), host(image(1)));
    let score = |k| host(model.discriminator().forward(Dual::plain(image(0)), class(k), &mut Rngs::new(0)).value);
    assert_ne!(score(0), score(1));
    // Samples go through the classes.
    assert_eq!(GenerativeModel::classes(&model), Some(10));
    let classes = |options: &SampleOptions| {
        let classes = model.sample_classes(12, options, &Device::flex()).unwrap().unwrap();
        classes.into_data().try_to_vec_as::<i64>().unwrap()
    };
    let all = SampleOptions::default();
    assert_eq!(classes(&all), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1]);
    assert_eq!(classes(&all.with_class(7)), [7; 12]);
    let refused = |model: &GAN, class| model.generate(1, &all.with_class(class), &mut Rngs::new(0)).unwrap_err();
    assert_eq!(refused(&model, 10), SampleError::Class { class: 10, classes: 10 });
    assert_eq!(refused(&build(&DCGANConfig::example()), 1), SampleError::NoClasses(1));
}

/// The distance of pairs of image and class sees samples of the wrong class, and the baseline is that of the classes.
#[test]
fn classes_are_compared_too() {
    let model = build(&ConditionalGANConfig::example()).valid();
    // Class k is an image of brightness k / 2.
    let labelled = |shift: usize, count: usize| {
        let labels: Vec<i64> = (0..count as i64).map(|i| i % 3).collect();
        let values: Vec<f32> = (0..count).flat_map(|i| [((i + shift) % 3) as f32 / 2.0; 64]).collect();
        Batch::Images(ImageBatch {
            images: Tensor::from_data(TensorData::new(values, [count, 8, 8, 1]), &Device::flex()),
            labels: Some(Tensor::from_data(TensorData::new(labels, [count]), &Device::flex())),
        })
    };
    let distance = |samples: &Batch| {
        let batch = labelled(0, 300);
        let Batch::Images(ImageBatch { images, .. }) = samples else { panic!("no images") };
        terms(&model.loss(&batch, &Samples::Images(images.clone()), &mut Rngs::new(0)))[0].1
    };
    let (right, wrong) = (distance(&labelled(0, 300)), distance(&labelled(1, 300)));
    // Three points, 4 apart: pairs of right images and classes agree, wrong ones are never the same.
    assert!(right.abs() < 0.05 && wrong > 0.2, "{right} {wrong}");
    let baseline = model.baseline(&labelled(0, 600), &labelled(0, 300)).unwrap();
    assert_eq!(baseline.name, "independent pixels of each class");
    // Within a class all pixels are the same, so drawing them for themselves makes the class's own image.
    assert!(baseline.value.abs() < 0.05, "{baseline:?}");
    // A model that is told nothing mixes brightnesses within an image.
    let plain = build(&DCGANConfig::example()).baseline(&labelled(0, 600), &labelled(0, 300)).unwrap();
    assert!(plain.name == "independent pixels" && plain.value > 0.5, "{plain:?}");
}

#[test]
fn data_that_does_not_fit_is_refused_with_what_to_do() {
    let refuse = |model: &GAN, batch: Batch| model.accepts(&batch).unwrap_err().to_string();
    let (dense, conv) = (build(&GANConfig::example()), build(&DCGANConfig::example()));
    assert_eq!(
        refuse(&dense, points(2, 1)),
        "the data set gives points, but the model learns from images; choose another `data.type` or model"
    );
    assert_eq!(
        refuse(&dense, images(2, [8, 7, 1])),
        "the data set's examples have shape [8, 7, 1], but the model was built for [8, 8, 1]; make \
         `generator.output_shape` equal to the shape of the data"
    );
    // In the order of a convolution's shape.
    assert!(
        refuse(&conv, images(2, [9, 7, 3])).contains("have shape [3, 9, 7], but the model was built for [1, 8, 8];")
    );
    let flat = build(&of_points());
    assert_eq!(
        refuse(&flat, images(2, [8, 8, 1])),
        "the data set gives images, but the model learns from points; choose another `data.type` or model"
    );
    let three = Batch::Points(PointBatch { points: Tensor::zeros([2, 3], &Device::flex()), labels: None });
    assert!(refuse(&flat, three).contains("have shape [3], but the model was built for [2];"));
    let told = build(&ConditionalGANConfig::example());
    let Batch::Images(batch) = images(2, [8, 8, 1]) else { panic!("no images") };
    assert_eq!(
        refuse(&told, Batch::Images(ImageBatch { labels: None, ..batch })),
        "the data set has no classes, but the model learns from them; choose data with labels, or a model without classes"
    );
    assert!(Dynamic::new(told).accepts(images(2, [8, 8, 1])).is_ok());
}

#[test]
fn images_too_small_for_the_kernel_are_refused() {
    let mut config = DCGANConfig::example();
    config.generator.convolutions.padding = crate::nn::Padding::Valid;
    let error = config.build(&mut BuildContext::new(device(), 0)).unwrap_err();
    assert!(matches!(error, BuildError::Model(_)));
    assert_eq!(
        error.to_string(),
        "`generator`: images of 8x8 are too small for 2 convolutions with a 4x4 kernel, stride 2x2 and padding \"VALID\"; \
         use fewer `hidden_dims`, a smaller kernel, or padding \"SAME\""
    );
}

#[test]
fn the_players_have_their_own_optimisers() {
    let mut config = of_points();
    (config.adversarial.generator_lr, config.adversarial.discriminator_lr) = (1e-9, 1e-2);
    let model = build(&config);
    let adam = |learning_rate| AdamConfig { learning_rate, beta1: 0.5, ..AdamConfig::default() };
    let own = model.optimizers();
    assert_eq!(own[0], ("generator", OptimizerConfig::Adam(adam(1e-9))));
    assert_eq!(own[1], ("discriminator", OptimizerConfig::Adam(adam(1e-2))));
    let before = params::export(&model).unwrap();
    let (model, _) = train(model, &points(16, 1), 1, &mut Rngs::new(1));
    for (before, after) in before.iter().zip(params::export(&model).unwrap()) {
        let moved = before.data.iter().zip(&after.data).fold(0.0_f32, |most, (a, b)| most.max((a - b).abs()));
        // Adam's first step is the learning rate.
        let expected = if before.name.starts_with("generator") { 0.0..1e-6 } else { 0.0099..0.0101 };
        assert!(expected.contains(&moved), "{}: {moved}", before.name);
    }
}

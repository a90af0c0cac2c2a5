mod backbones;
mod continuous;
mod cost;
mod edit;
mod fields;
mod guidance;
mod latent;

use super::*;
use crate::models::{Build, BuildContext, DynModel, Dynamic, ImageBatch, PointBatch, Progress};
use crate::nn::optim::{AdamConfig, Optimizer, OptimizerConfig};
use crate::rng::Stream;

pub(super) fn build<C: Build<Model = Diffusion>>(config: &C) -> Diffusion {
    config.build(&mut BuildContext::new(Device::flex().autodiff(), 7)).unwrap()
}

pub(super) fn host<const D: usize>(x: Tensor<D>) -> Vec<f32> {
    x.into_data().try_to_vec::<f32>().unwrap()
}

/// `count` images of random pixels, of the classes 0, 1, 2 and again.
pub(super) fn images(count: usize, [h, w, c]: [usize; 3]) -> Batch {
    let images = Stream::from_seed(11).uniform_tensor([count, h, w, c], &Device::flex());
    Batch::Images(ImageBatch { images, labels: Some(labels(count)) })
}

pub(super) fn labels(count: usize) -> Tensor<1, Int> {
    let labels: Vec<i64> = (0..count as i64).map(|i| i % 3).collect();
    Tensor::from_data(TensorData::new(labels, [count]), &Device::flex())
}

/// `count` points of the classes 0, 1, 2 and again, around (-1.5, 0), (0, 0) and (1.5, 0).
pub(super) fn points(count: usize, seed: u64) -> Batch {
    let labels = labels(count);
    let x = (labels.clone().float() - 1.0) * 1.5;
    let centres = Tensor::stack::<2>(vec![x.clone(), x * 0.0], 1);
    let points = Stream::from_seed(seed).normal_tensor::<2>([count, 2], &Device::flex()) * 0.2 + centres;
    Batch::Points(PointBatch { points, labels: Some(labels) })
}

/// `count` sines of random frequencies and phases.
pub(super) fn waves(count: usize, length: usize) -> Batch {
    let random = Stream::from_seed(4).uniform(2 * count);
    let values: Vec<f32> = random
        .as_chunks::<2>()
        .0
        .iter()
        .flat_map(|[frequency, phase]| (0..length).map(move |t| (t as f32 * (0.3 + frequency) + 6.3 * phase).sin()))
        .collect();
    let points = Tensor::from_data(TensorData::new(values, [count, length]), &Device::flex());
    Batch::Points(PointBatch { points, labels: Some(labels(count)) })
}

/// A small model of points.
pub(super) fn of_points() -> DDPMConfig {
    crate::config!(DDPMConfig {
        input_shape = [2],
        backbone = { type = "mlp", hidden_dims = [32, 32], time_embedding_dim = 16 },
        noise_schedule = { num_timesteps = 50, beta_end = 0.2 },
        sampler = { type = "ddim", steps = 10 },
    })
}

/// Trains for some steps, as the trainer does; the losses of each step.
pub(super) fn train(mut model: Diffusion, batch: &Batch, steps: u64, rngs: &mut Rngs) -> (Diffusion, Vec<f64>) {
    let mut optimizer = Optimizer::new(OptimizerConfig::Adam(AdamConfig::default()));
    let mut losses = Vec::new();
    for step in 0..steps {
        let mut cx =
            TrainContext { optimizer: &mut optimizer, rngs, progress: Progress::at(step), learning_rate: 1e-2 };
        let (next, terms) = model.train_step(batch, &mut cx);
        model = next;
        losses.push(terms.values().unwrap()[0].1);
    }
    (model, losses)
}

pub(super) fn evaluate(model: &Diffusion, batch: &Batch) -> f64 {
    let (model, mut rngs) = (model.valid(), Rngs::new(3));
    let output = model.forward(batch, &mut rngs);
    model.loss(batch, &output, &mut rngs).values().unwrap()[0].1
}

pub(super) fn sample(model: &Diffusion, n: usize, options: &SampleOptions, seed: u64) -> Tensor<2> {
    match model.generate(n, options, &mut Rngs::new(seed)).unwrap() {
        Samples::Points(points) => points,
        Samples::Images(images) => images.flatten::<2>(1, 3),
        Samples::Tokens(_) => panic!("no tokens"),
    }
}

#[test]
fn a_network_that_knows_the_noise_has_no_loss() {
    let (model, batch) = (build(&of_points()), points(30, 1));
    let mut output = model.forward(&batch, &mut Rngs::new(0));
    output.prediction = output.target();
    assert_eq!(model.loss(&batch, &output, &mut Rngs::new(0)).values().unwrap(), [("total", 0.0)]);
    assert_eq!((output.noised().dims(), output.time().dims()), ([30, 2], [30]));
}

#[test]
fn training_beats_the_best_prediction_for_normal_data() {
    let (train_set, held_out) = (points(300, 1), points(300, 2));
    let model = build(&of_points());
    let baseline = model.baseline(&train_set, &held_out).unwrap();
    assert_eq!(baseline.name, "Gaussian denoiser");
    let before = evaluate(&model, &held_out);
    let (model, _) = train(model, &train_set, 400, &mut Rngs::new(1));
    let after = evaluate(&model, &held_out);
    assert!(after < baseline.value && baseline.value < before, "{before}, {}, {after}", baseline.value);
    // Points lie around three places, and not between them.
    let x = host(sample(&model, 300, &SampleOptions::default(), 0));
    let near = |[x, y]: &[f32; 2]| [-1.5, 0.0, 1.5].iter().any(|centre| (x - centre).hypot(*y) < 0.6);
    assert!(x.as_chunks::<2>().0.iter().filter(|point| near(point)).count() > 240);
}

/// Samples and evaluation come from the average, training from the network; both are in the saved tensors, but only one is learnt.
#[test]
fn the_average_is_what_samples_are_drawn_with() {
    let (model, batch) = (build(&of_points()), points(60, 1));
    let own = |model: &Diffusion| params::export(&model.network).unwrap();
    let average = |model: &Diffusion| params::export(model.running_network.as_ref().unwrap()).unwrap();
    assert_eq!(own(&model), average(&model));
    assert_eq!(params::learnt(&model), params::learnt(&model.network));
    assert_eq!(params::export(&model).unwrap().len(), 2 * own(&model).len());
    let (first, _) = train(model, &batch, 1, &mut Rngs::new(1));
    // One step: a tenth of the old value is kept.
    let start = own(&build(&of_points()));
    for ((average, own), start) in average(&first).iter().zip(own(&first)).zip(&start) {
        for ((average, own), start) in average.data.iter().zip(own.data).zip(&start.data) {
            assert!((average - (0.1 * start + 0.9 * own)).abs() < 1e-6);
        }
    }
    let mut without = of_points();
    without.diffusion.denoiser.ema_decay = 0.0;
    let without = build(&without);
    assert!(without.running_network.is_none());
    let (second, losses) = train(first, &batch, 30, &mut Rngs::new(2));
    assert!(losses.iter().all(|loss| loss.is_finite()));
    // The same numbers, drawn with the network itself.
    let swapped = Diffusion { running_network: None, ..second.clone() };
    let options = SampleOptions::default();
    assert_ne!(host(sample(&second, 4, &options, 0)), host(sample(&swapped, 4, &options, 0)));
    assert_ne!(evaluate(&second, &batch), evaluate(&swapped, &batch));
    let again = |model: &Diffusion| {
        let output = model.forward(&batch, &mut Rngs::new(5));
        host(output.prediction.without_autodiff())
    };
    assert_eq!(again(&second), again(&swapped), "training takes the network itself");
}

/// A model that is saved and loaded goes on exactly: the average too.
#[test]
fn a_saved_model_goes_on_exactly() {
    let batch = points(60, 1);
    let mut rngs = Rngs::new(1);
    let mut optimizer = Optimizer::new(OptimizerConfig::Adam(AdamConfig::default()));
    let mut model = Dynamic::new(build(&of_points()));
    let step = |model: &mut Dynamic<Diffusion>, optimizer: &mut Optimizer, rngs: &mut Rngs, step| {
        let mut cx = TrainContext { optimizer, rngs, progress: Progress::at(step), learning_rate: 1e-2 };
        let _ = model.train_step(batch.clone(), &mut cx).unwrap();
    };
    for at in 0..5 {
        step(&mut model, &mut optimizer, &mut rngs, at);
    }
    let mut other = Dynamic::new(build(&of_points()));
    other.import(model.export().unwrap()).unwrap();
    let (mut other_optimizer, mut other_rngs) = (optimizer.clone(), rngs.clone());
    for at in 5..10 {
        step(&mut model, &mut optimizer, &mut rngs, at);
        step(&mut other, &mut other_optimizer, &mut other_rngs, at);
    }
    assert_eq!(model.export().unwrap(), other.export().unwrap());
}

#[test]
fn backbones_make_images_of_any_size() {
    for shape in [[8, 8, 1], [7, 5, 2], [1, 3, 1]] {
        for backbone in [
            "{ type = 'mlp', hidden_dims = [8], time_embedding_dim = 4 }",
            "{ type = 'unet', hidden_dims = [4, 6, 8], num_res_blocks = 1, attention_resolutions = [4, 2], norm_groups = 2, \
              time_embedding_dim = 4 }",
            "{ type = 'dit', patch_size = 1, hidden_size = 8, depth = 2, num_heads = 2 }",
            "{ type = 'unet', base_channels = 4, channel_mults = [1, 2], num_res_blocks = 2, use_attention = false, \
              resamp_with_conv = false, time_embedding_dim = 4 }",
        ] {
            let text =
                format!("input_shape = {shape:?}\nbackbone = {backbone}\nsampler = {{ type = 'ddim', steps = 2 }}");
            let config = crate::config::Loader::new().text("x.toml", &text).load::<DDPMConfig>().unwrap().value;
            let (model, batch) = (build(&config), images(3, shape));
            model.accepts(&batch).unwrap();
            let (model, losses) = train(model, &batch, 2, &mut Rngs::new(0));
            assert!(losses.iter().all(|loss| loss.is_finite()));
            let samples = model.generate(2, &SampleOptions::default(), &mut Rngs::new(0)).unwrap();
            let Samples::Images(images) = samples else { panic!("no images") };
            assert_eq!(images.dims(), [2, shape[0], shape[1], shape[2]]);
            assert!(host(images).iter().all(|x| (0.0..=1.0).contains(x)));
        }
    }
}

/// Signals of any length and number of channels; their noise can be told.
#[test]
fn signals_of_any_length_are_learnt() {
    for (shape, values) in [("[8, 1]", 8), ("[13, 2]", 26), ("[1, 3]", 3)] {
        let text = format!(
            "input_shape = {shape}\nbackbone = {{ type = 'unet_1d', hidden_dims = [8, 8, 8], num_res_blocks = 1, time_embedding_dim = 8 \
             }}\nnoise_schedule = {{ num_timesteps = 50, beta_end = 0.2 }}\nsampler = {{ type = 'ddim', steps = 2 }}"
        );
        let config = crate::config::Loader::new().text("x.toml", &text).load::<DDPMConfig>().unwrap().value;
        let (model, batch) = (build(&config), waves(64, values));
        model.accepts(&batch).unwrap();
        let before = evaluate(&model, &batch);
        let (model, losses) = train(model, &batch, 30, &mut Rngs::new(0));
        assert!(losses.iter().all(|loss| loss.is_finite()));
        let after = evaluate(&model, &batch);
        // Of one instant there is nothing that others tell.
        assert!(values == 3 || after < 0.8 * before, "{shape}: {before}, {after}");
        assert_eq!(sample(&model, 2, &SampleOptions::default(), 0).dims(), [2, values]);
    }
}

/// Many samples are made in parts; each is as if it had been drawn alone.
#[test]
fn samples_follow_their_options() {
    let (model, _) = train(build(&of_points()), &points(60, 1), 20, &mut Rngs::new(1));
    let options = SampleOptions::default();
    let four = host(sample(&model, 4, &options, 9));
    assert_eq!(host(sample(&model, 2, &options, 9)), four[..4]);
    assert_ne!(host(sample(&model, 4, &options, 8)), four);
    // Without noise at the start, and none drawn, all are one.
    let cold = host(sample(&model, 3, &options.with_temperature(0.0), 9));
    assert!(cold[..2] == cold[2..4] && cold[..2] == cold[4..]);
    assert_ne!(host(sample(&model, 4, &options.with_truncation(Some(0.1)), 9)), four);
    let refuse = |n, options: &SampleOptions| model.generate(n, options, &mut Rngs::new(0)).unwrap_err();
    assert_eq!(refuse(0, &options), SampleError::Empty);
    assert_eq!(refuse(1, &options.with_class(2)), SampleError::NoClasses(2));
    assert_eq!(refuse(1, &options.with_temperature(-1.0)), SampleError::Temperature(-1.0));
}

#[test]
fn classes_are_needed_where_they_are_learnt() {
    let mut config = of_points();
    let guidance = crate::config!(ClassGuidanceConfig { num_classes = 3 });
    config.diffusion.denoiser.conditional = Some(guidance);
    let model = build(&config);
    assert_eq!(model.classes(), Some(3));
    let Batch::Points(PointBatch { points, .. }) = points(3, 1) else { panic!() };
    let unlabelled = Batch::Points(PointBatch { points, labels: None });
    assert_eq!(model.accepts(&unlabelled), Err(BatchError::NoClasses));
    assert!(build(&of_points()).accepts(&unlabelled).is_ok());
    let error = model.generate(1, &SampleOptions::default().with_class(3), &mut Rngs::new(0)).unwrap_err();
    assert_eq!(error, SampleError::Class { class: 3, classes: 3 });
}

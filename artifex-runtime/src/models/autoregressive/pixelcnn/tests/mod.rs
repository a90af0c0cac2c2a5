//! What a `PixelCNN` must do, whatever it has learnt, and what it can learn.

mod fields;

use super::*;
use crate::models::{Progress, TrainContext};
use crate::nn::optim::{AdamConfig, Optimizer, OptimizerConfig};
use crate::nn::params;

const LIKELIHOODS: [PixelLikelihood; 2] = [PixelLikelihood::Categorical, PixelLikelihood::Logistic];

fn config(image_shape: [usize; 3], levels: usize) -> PixelCNNConfig {
    PixelCNNConfig {
        image_shape,
        levels,
        hidden_channels: 6,
        num_layers: 2,
        num_residual_blocks: 1,
        dropout_rate: 0.0,
        ..PixelCNNConfig::example()
    }
}

fn of(likelihood: PixelLikelihood, config: PixelCNNConfig) -> PixelCNNConfig {
    let num_mixtures = (likelihood == PixelLikelihood::Logistic).then_some(2);
    PixelCNNConfig { likelihood, num_mixtures, ..config }
}

fn build(config: &PixelCNNConfig) -> PixelCNN {
    config.build(&mut BuildContext::new(Device::flex().autodiff(), 7)).unwrap()
}

/// A model whose weights are large enough that it is sure of something.
fn decided(config: &PixelCNNConfig) -> PixelCNN {
    let model = build(config);
    let mut tensors = params::export(&model).unwrap();
    for tensor in tensors.iter_mut().filter(|tensor| tensor.shape.len() > 1) {
        tensor.data.iter_mut().for_each(|x| *x *= 2.0);
    }
    params::import(model, tensors).unwrap()
}

fn host<const D: usize>(x: Tensor<D>) -> Vec<f32> {
    x.into_data().try_to_vec::<f32>().unwrap()
}

/// Images of levels, with the classes 0, 1, 0, and so on.
fn batch(levels: &[usize], shape: [usize; 3], top: usize) -> ImageBatch {
    let count = levels.len() / shape.iter().product::<usize>();
    let values: Vec<f32> = levels.iter().map(|level| *level as f32 / top as f32).collect();
    let classes: Vec<i64> = (0..count as i64).map(|at| at % 2).collect();
    ImageBatch {
        images: Tensor::from_data(TensorData::new(values, [count, shape[0], shape[1], shape[2]]), &Device::flex()),
        labels: Some(Tensor::from_data(TensorData::new(classes, [count]), &Device::flex())),
    }
}

/// Different levels for each value of an image.
fn levels(count: usize, levels: usize, seed: u64) -> Vec<usize> {
    let mut stream = crate::rng::Stream::from_seed(seed);
    (0..count).map(|_| stream.below(levels as u64) as usize).collect()
}

/// The model after so many updates on one batch.
fn train(model: PixelCNN, batch: &ImageBatch, steps: u64, rate: f64) -> (PixelCNN, Vec<f64>) {
    let mut optimizer = Optimizer::new(OptimizerConfig::Adam(AdamConfig { learning_rate: rate, ..Default::default() }));
    let (mut model, mut rngs, mut losses) = (model, Rngs::new(2), Vec::new());
    for step in 0..steps {
        let (optimizer, rngs) = (&mut optimizer, &mut rngs);
        let mut cx = TrainContext { optimizer, rngs, progress: Progress::at(step), learning_rate: rate };
        let (next, loss) = model.train_step(batch, &mut cx);
        model = next;
        losses.push(loss.values().unwrap()[0].1);
    }
    (model, losses)
}

/// Which values of an image say something of which: every value is changed by itself. In the order rows, columns, channels a
/// value must depend on all before it, on none after, and not on itself.
#[test]
fn every_value_depends_on_those_before_it_and_on_no_other() {
    for (likelihood, shape, kernel_size) in [
        (PixelLikelihood::Categorical, [4, 5, 3], 3),
        (PixelLikelihood::Logistic, [5, 4, 2], 5),
        // Only the first layer sees further than a pixel.
        (PixelLikelihood::Categorical, [2, 3, 1], 1),
    ] {
        let config =
            PixelCNNConfig { kernel_size, num_layers: 3, hidden_channels: 24, ..of(likelihood, config(shape, 9)) };
        let (model, count) = (decided(&config).valid(), shape.iter().product::<usize>());
        let base = levels(count, 9, 3);
        let mut all = base.clone();
        for changed in 0..count {
            let mut image = base.clone();
            image[changed] = (image[changed] + 4) % 9;
            all.extend(image);
        }
        let said = model.forward(&batch(&all, shape, 8), &mut Rngs::new(0)).said;
        let outputs = said.dims()[2];
        let said = host(said);
        let of = |image: usize, value: usize| &said[(image * count + value) * outputs..][..outputs];
        for changed in 0..count {
            for value in 0..count {
                let moved = of(0, value) != of(changed + 1, value);
                assert_eq!(moved, changed < value, "{shape:?}: {changed} to {value}");
            }
        }
    }
}

#[test]
fn drawing_pixel_by_pixel_is_a_pass_over_the_image() {
    for (likelihood, shape, classes, kernel_size) in [
        (PixelLikelihood::Categorical, [5, 6, 1], None, 3),
        (PixelLikelihood::Logistic, [4, 3, 3], Some(2), 5),
        (PixelLikelihood::Categorical, [3, 4, 2], Some(2), 1),
    ] {
        let config = PixelCNNConfig { num_classes: classes, kernel_size, ..of(likelihood, config(shape, 9)) };
        let model = decided(&config).valid();
        let ([height, width, channels], count) = (shape, 2);
        let batch = batch(&levels(count * height * width * channels, 9, 5), shape, 8);
        let whole = host(model.forward(&batch, &mut Rngs::new(0)).said);
        let values = model.values(&batch.images);
        let mut drawing = Drawing::new(&model, count, model.told(&batch).as_ref());
        let mut worst = 0_f32;
        for (row, column) in (0..height).flat_map(|row| (0..width).map(move |column| (row, column))) {
            let pixel = values.clone().narrow(1, row, 1).narrow(2, column, 1).reshape([count, channels]);
            let features = drawing.features(&mut Rngs::new(0));
            for channel in 0..channels {
                let said = model.output.channel(channel, features.clone(), Some(pixel.clone()));
                let outputs = said.dims()[1];
                for (image, said) in host(said).chunks(outputs).enumerate() {
                    let at = ((image * height + row) * width + column) * channels + channel;
                    let same = &whole[at * outputs..][..outputs];
                    worst = said.iter().zip(same).map(|(a, b)| (a - b).abs()).fold(worst, f32::max);
                }
            }
            drawing.push(&pixel);
        }
        assert!(worst < 1e-4, "{shape:?}: {worst}");
    }
}

#[test]
fn the_probabilities_of_all_images_add_up_to_one_and_draws_follow_them() {
    for likelihood in LIKELIHOODS {
        for (shape, levels) in [([2, 2, 1], 3), ([1, 2, 2], 3)] {
            let config = PixelCNNConfig { num_classes: Some(2), ..of(likelihood, config(shape, levels)) };
            let (model, images) = (decided(&config).valid(), levels.pow(4));
            let all: Vec<usize> = (0..images).flat_map(|k| (0..4).map(move |at| k / levels.pow(at) % levels)).collect();
            let batch = batch(&all, shape, levels - 1);
            let classes = Tensor::<1, Int>::ones([images], &Device::flex());
            let batch = ImageBatch { labels: Some(classes), ..batch };
            let log_prob = model.log_prob(&batch, &mut Rngs::new(0)).unwrap();
            assert_eq!(log_prob.kind, LogProbKind::Exact);
            let p: Vec<f64> = host(log_prob.values).into_iter().map(|log| f64::from(log).exp()).collect();
            let sum: f64 = p.iter().sum();
            assert!((sum - 1.0).abs() < 1e-5, "{likelihood:?} {shape:?}: {sum}");
            // Of class 1, too.
            let n = 4000;
            let options = SampleOptions::default().with_class(1);
            let Samples::Images(drawn) = model.generate(n, &options, &mut Rngs::new(1)).unwrap() else { panic!() };
            let mut counts = vec![0_usize; images];
            for image in host(drawn).chunks(4) {
                let level = |at: usize| (image[at] * (levels - 1) as f32).round() as usize * levels.pow(at as u32);
                counts[(0..4).map(level).sum::<usize>()] += 1;
            }
            for (count, p) in counts.iter().zip(p) {
                let (expected, deviation) = (n as f64 * p, (n as f64 * p * (1.0 - p)).sqrt());
                // Four and a half standard deviations of 81 counts.
                assert!((*count as f64 - expected).abs() < 4.5 * deviation + 1.0, "{count} is not {expected}");
            }
        }
    }
}

/// Each class has an image of its own; the mean loss goes towards the entropy, which is 0, and the model draws what it was told.
#[test]
fn it_learns_the_image_of_each_class() {
    for likelihood in LIKELIHOODS {
        let config =
            PixelCNNConfig { num_classes: Some(2), hidden_channels: 16, ..of(likelihood, config([3, 3, 1], 4)) };
        let images = [[3, 0, 1, 2, 2, 0, 1, 3, 3], [0, 0, 2, 3, 1, 1, 0, 2, 1]];
        let batch = batch(&images.concat(), [3, 3, 1], 3);
        let (model, losses) = train(build(&config), &batch, 400, 0.01);
        let last = losses[losses.len() - 1];
        // Scores grow faster than the scale of a logistic distribution narrows.
        let enough = if likelihood == PixelLikelihood::Categorical { 0.5 } else { 3.0 };
        assert!(losses[0] > 9.0 && last < enough, "{likelihood:?}: {} to {last}", losses[0]);
        if likelihood == PixelLikelihood::Logistic {
            continue;
        }
        let cold = SampleOptions::default().with_temperature(0.0);
        let Samples::Images(drawn) = model.generate(2, &cold, &mut Rngs::new(0)).unwrap() else { panic!() };
        assert_eq!(host(drawn), host(batch.images));
    }
}

#[test]
fn bits_are_nats_over_values_and_the_baseline_counts_levels() {
    let shape = [2, 2, 1];
    let (model, batch) = (build(&config(shape, 5)), batch(&[0, 4, 1, 2, 0, 4, 3, 2], shape, 4));
    let output = model.forward(&batch, &mut Rngs::new(0));
    let losses = model.loss(&batch, &output, &mut Rngs::new(0)).values().unwrap();
    let bits = losses.iter().find(|(name, _)| *name == "bits_per_dim").unwrap().1;
    assert!((bits - losses[0].1 / (4.0 * std::f64::consts::LN_2)).abs() < 1e-6);
    // Counts and one more of each of five levels: 3 of 7 for the three pixels that agree, 2 of 7 for the other.
    let baseline = model.baseline(&batch, &batch).unwrap();
    let expected = -3.0 * (3.0_f64 / 7.0).ln() - (2.0_f64 / 7.0).ln();
    assert!((baseline.value - expected).abs() < 1e-6 && baseline.name == "independent pixels");
}

#[test]
fn what_it_cannot_do_says_so() {
    let shape = [2, 2, 1];
    let error = |config: PixelCNNConfig, options: SampleOptions, n| {
        build(&config).generate(n, &options, &mut Rngs::new(0)).unwrap_err().to_string()
    };
    let plain = SampleOptions::default();
    assert_eq!(error(config(shape, 3), plain, 0), "0 samples were asked for; ask for at least 1");
    assert!(error(config(shape, 3), plain.with_class(1), 1).contains("was not told classes"));
    assert!(error(config(shape, 3), plain.with_truncation(Some(1.0)), 1).contains("leave the truncation out"));
    let told = PixelCNNConfig { num_classes: Some(2), ..config(shape, 3) };
    assert!(error(told.clone(), plain.with_class(2), 1).contains("has 2 classes"));
    let batch = ImageBatch { labels: None, ..batch(&[0, 1, 2, 0], shape, 2) };
    assert_eq!(build(&told).accepts(&batch), Err(BatchError::NoClasses));
    assert_eq!(build(&config(shape, 3)).accepts(&batch), Ok(()));
    assert!(build(&config([2, 3, 1], 3)).accepts(&batch).is_err());
}

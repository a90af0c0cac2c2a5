mod buffer;
mod cost;
mod fields;
mod gradients;
mod likelihood;
mod sampling;

use super::*;
use crate::models::{Build, BuildContext, ImageBatch, PointBatch, Progress};
use crate::nn::optim::{AdamConfig, Optimizer, OptimizerConfig};

fn device() -> Device {
    Device::flex().autodiff()
}

fn build<C: Build<Model = EBM>>(config: &C) -> EBM {
    config.build(&mut BuildContext::new(device(), 7)).unwrap()
}

fn host<const D: usize>(x: Tensor<D>) -> Vec<f32> {
    x.into_data().try_to_vec::<f32>().unwrap()
}

fn wide(values: Vec<f32>) -> Vec<f64> {
    values.into_iter().map(f64::from).collect()
}

fn points(values: Tensor<2>) -> Batch {
    Batch::Points(PointBatch { points: values, labels: None })
}

fn images(count: usize, [h, w, c]: [usize; 3]) -> Batch {
    let images = Stream::from_seed(11).uniform_tensor([count, h, w, c], &Device::flex());
    Batch::Images(ImageBatch { images, labels: None })
}

/// Points around (-1, 0.5) and (1, -0.5), with a standard deviation of 0.3.
fn two_modes(count: usize, seed: u64) -> Batch {
    let mut stream = Stream::from_seed(seed);
    let sides = (0..count).flat_map(|i| if i % 2 == 0 { [-1.0, 0.5] } else { [1.0, -0.5] });
    let values: Vec<f32> = sides.zip(stream.normal(2 * count)).map(|(centre, noise)| centre + 0.3 * noise).collect();
    points(Tensor::<1>::from_floats(values.as_slice(), &Device::flex()).reshape([count, 2]))
}

/// A small model of points of the plane.
fn of_points() -> EBMConfig {
    crate::config!(EBMConfig {
        input_dim = 2,
        alpha = 0.0,
        reference_std = 1.5,
        energy_network = { hidden_dims = [24, 24] },
        mcmc = { n_steps = 15, step_size = 0.2, noise_scale = 0.0, init_scale = 2.0 },
        sample_buffer = { capacity = 256 },
    })
}

/// The config with another kind of training.
fn trained_by(training: EnergyTraining) -> EBMConfig {
    let mut config = of_points();
    config.energy.training = training;
    config
}

fn train(mut model: EBM, batch: &Batch, steps: u64, rngs: &mut Rngs) -> (EBM, Vec<Losses>) {
    let mut optimizer = Optimizer::new(OptimizerConfig::Adam(AdamConfig::default()));
    let mut losses = Vec::new();
    for step in 0..steps {
        let progress = Progress::at(step);
        let mut cx = TrainContext { optimizer: &mut optimizer, rngs, progress, learning_rate: 5e-3 };
        let (next, terms) = model.train_step(batch, &mut cx);
        model = next;
        losses.push(terms);
    }
    (model, losses)
}

fn terms(losses: &Losses) -> Vec<(&'static str, f64)> {
    losses.values().unwrap()
}

/// The loss of an evaluation.
fn evaluate(model: &EBM, batch: &Batch) -> (&'static str, f64) {
    let (model, mut rngs) = (model.valid(), Rngs::new(3));
    let output = model.forward(batch, &mut rngs);
    let losses = terms(&model.loss(batch, &output, &mut rngs));
    assert_eq!(losses.len(), 1);
    losses[0]
}

/// The model with a network that is 0 everywhere: what is left is the reference distribution.
fn flat(model: EBM) -> EBM {
    let tensors = params::export(&model).unwrap().into_iter().map(|mut tensor| {
        if tensor.name.starts_with("network.") {
            tensor.data.fill(0.0);
        }
        tensor
    });
    params::import(model, tensors.collect()).unwrap()
}

/// Each kind of training finds two modes that a normal distribution cannot have.
#[test]
fn every_training_learns_two_modes() {
    let (batch, held_out) = (two_modes(256, 1), two_modes(400, 2));
    // Of two modes that hardly meet: ln 2 more than that of one.
    let entropy = 2f64.ln() + 1.0 + std::f64::consts::TAU.ln() + 2.0 * 0.3f64.ln();
    for (name, training) in [
        ("cd", EnergyTraining::Cd(CDConfig {})),
        ("pcd", EnergyTraining::Pcd(PCDConfig {})),
        ("dsm", EnergyTraining::Dsm(DSMConfig { sigma: 0.15 })),
    ] {
        let model = build(&trained_by(training));
        let baseline = model.baseline(&batch, &held_out).unwrap();
        assert_eq!(baseline.name, "one Gaussian");
        let (model, losses) = train(model, &batch, 300, &mut Rngs::new(1));
        let (term, nll) = evaluate(&model, &held_out);
        println!("{name}: {nll}, baseline {}, entropy {entropy}", baseline.value);
        assert!(term == "nll" && nll < baseline.value - 0.3, "{name}: {nll}, not below {baseline:?}");
        assert!(nll > entropy - 0.15, "{name}: {nll} is below what is possible, {entropy}");
        let names: Vec<_> = losses[0].iter().map(|(name, _)| name).collect();
        let expected: &[_] = match name {
            "dsm" => &["total", "score_matching", "data_energy"],
            _ => &["total", "contrast", "data_energy", "chain_energy", "acceptance"],
        };
        assert_eq!(names, expected);
        assert!(losses.iter().flat_map(terms).all(|(_, value)| value.is_finite()), "{name}");
    }
}

/// Images are judged by samples.
#[test]
fn images_are_learnt_and_sampled() {
    let batch = images(8, [6, 5, 2]);
    for network_type in [EnergyNetworkType::Cnn, EnergyNetworkType::Mlp] {
        let mut config = crate::config!(DeepEBMConfig {
            input_shape = [6, 5, 2],
            energy_network = { hidden_dims = [4, 6] },
            mcmc = { n_steps = 3, step_size = 0.05 },
            sample_buffer = { capacity = 20 },
        });
        config.energy_network.network.network_type = network_type;
        assert_eq!(config.input_dim(), 60);
        let model = build(&config);
        let before = params::export(&model).unwrap();
        let (model, losses) = train(model, &batch, 3, &mut Rngs::new(1));
        assert!(losses.iter().flat_map(terms).all(|(_, value)| value.is_finite()));
        let after = params::export(&model).unwrap();
        for (before, after) in before.iter().zip(&after) {
            assert!(before.data != after.data, "{} has not moved", before.name);
        }
        let output = model.valid().forward(&batch, &mut Rngs::new(0));
        assert_eq!(output.energy.dims(), [8]);
        let Ok(Samples::Images(images)) = model.valid().generate(1, &SampleOptions::default(), &mut Rngs::new(0))
        else {
            panic!("no images")
        };
        assert_eq!(images.dims(), [1, 6, 5, 2]);
        assert!(host(images).iter().all(|x| (0.0..=1.0).contains(x)));
        let (term, value) = evaluate(&model, &batch);
        assert!(term == "energy_distance" && value.is_finite());
        assert_eq!(model.baseline(&batch, &batch).unwrap().name, "independent pixels");
    }
}

#[test]
fn images_return_in_their_own_order_and_range() {
    let model = build(&crate::config!(DeepEBMConfig {
        input_shape = [3, 4, 2],
        energy_network = { hidden_dims = [3] },
        sample_buffer = { capacity = 1 },
    }));
    let batch = images(2, [3, 4, 2]);
    let Batch::Images(ImageBatch { images, .. }) = &batch else { panic!("no images") };
    let (values, pixels) = (model.values(&batch).unwrap(), host(images.clone()));
    // Row 1, column 2, channel 1 of the second image.
    assert_eq!(host(values.clone())[24 + 12 + 4 + 2], 2.0 * pixels[24 + (4 + 2) * 2 + 1] - 1.0);
    let Samples::Images(back) = model.samples(values) else { panic!("no images") };
    assert_eq!(back.dims(), [2, 3, 4, 2]);
    assert!(host(back).iter().zip(&pixels).all(|(a, b)| (a - b).abs() < 1e-6));
}

/// The energy of an example is its own: it is the same in every batch.
#[test]
fn examples_are_independent() {
    let mut deep = DeepEBMConfig::example();
    deep.energy_network.network.use_residual = true;
    let (points_model, deep) = (build(&of_points()).valid(), build(&deep).valid());
    let energies = |model: &EBM, batch: &Batch| host(model.forward(batch, &mut Rngs::new(0)).energy);
    let Batch::Points(PointBatch { points: all, .. }) = two_modes(5, 1) else { panic!("no points") };
    let Batch::Images(ImageBatch { images: pictures, .. }) = images(5, [8, 8, 1]) else { panic!("no images") };
    let (of_all, of_pictures) = (energies(&points_model, &points(all.clone())), energies(&deep, &images(5, [8, 8, 1])));
    for i in 0..5 {
        let alone = energies(&points_model, &points(all.clone().narrow(0, i, 1)));
        assert!((alone[0] - of_all[i]).abs() < 1e-6);
        let picture = Batch::Images(ImageBatch { images: pictures.clone().narrow(0, i, 1), labels: None });
        assert!((energies(&deep, &picture)[0] - of_pictures[i]).abs() < 1e-5);
    }
}

#[test]
fn data_that_does_not_fit_is_refused_with_what_to_do() {
    let refuse = |model: &EBM, batch: Batch| model.accepts(&batch).unwrap_err().to_string();
    let (vectors, deep) = (build(&of_points()), build(&DeepEBMConfig::example()));
    assert_eq!(
        refuse(&vectors, points(Tensor::zeros([2, 3], &Device::flex()))),
        "the data set's examples have shape [3], but the model was built for [2]; make `input_dim` equal to the shape of the data"
    );
    assert_eq!(
        refuse(&deep, images(2, [8, 7, 1])),
        "the data set's examples have shape [8, 7, 1], but the model was built for [8, 8, 1]; make `input_shape` equal to the shape \
         of the data"
    );
    assert_eq!(
        refuse(&vectors, images(2, [8, 8, 1])),
        "the data set gives images, but the model learns from points; choose another `data.type` or model"
    );
    assert_eq!(
        refuse(&deep, two_modes(2, 1)),
        "the data set gives points, but the model learns from images; choose another `data.type` or model"
    );
    let output = vectors.forward(&images(2, [8, 8, 1]), &mut Rngs::new(0));
    assert!(host(output.energy).iter().all(|x| x.is_nan()));
}

/// With a weight, the mean square of the energies is part of the loss.
#[test]
fn alpha_weighs_the_squares_of_the_energies() {
    for training in [EnergyTraining::Cd(CDConfig {}), EnergyTraining::Dsm(DSMConfig { sigma: 0.2 })] {
        let at = |alpha| {
            let mut config = trained_by(training.clone());
            config.energy.alpha = alpha;
            let (_, losses) = train(build(&config), &two_modes(16, 1), 1, &mut Rngs::new(1));
            terms(&losses[0])
        };
        let (without, with, more) = (at(0.0), at(0.1), at(0.2));
        assert_eq!(without[0].1, without[1].1);
        let added = with[0].1 - without[0].1;
        assert!(added > 1e-3 && (more[0].1 - without[0].1 - 2.0 * added).abs() < 1e-5);
    }
}

/// A network that has diverged stops the run by its loss, and says so when it is sampled.
#[test]
fn energies_that_are_not_finite_are_said() {
    let model = build(&of_points());
    let mut tensors = params::export(&model).unwrap();
    tensors[0].data[0] = f32::NAN;
    let model = params::import(model, tensors).unwrap();
    let error = model.valid().generate(2, &SampleOptions::default(), &mut Rngs::new(0)).unwrap_err().to_string();
    assert!(
        error.starts_with(
            "the Markov chains of the model cannot run: mcmc: chain 0 starts at a point where the log density is NaN"
        ) && error.ends_with("training has diverged: lower the learning rate or set `gradient_clip_norm`"),
        "{error}"
    );
    assert!(evaluate(&model, &two_modes(4, 1)).1.is_nan());
    let (_, losses) = train(model, &two_modes(4, 1), 1, &mut Rngs::new(0));
    assert!(terms(&losses[0])[0].1.is_nan());
}

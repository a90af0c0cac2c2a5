//! The toy distributions have the entropies that the flows' figures are compared with, and flows come near them.
#![cfg(feature = "flex")]
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "counts of points and of places of a small grid"
)]

use artifex::config;
use artifex::data::{DataConfig, Splits};
use artifex::models::flow::NeuralSplineConfig;
use artifex::models::{Batch, Build, BuildContext, DynModel, Dynamic};
use artifex::rng::Rngs;
use artifex::train::{TrainConfig, Trainer};
use std::f64::consts::{PI, TAU};
use std::path::Path;

/// Points that a curve is replaced by in an integral along it.
const CURVE: u32 = 200;

/// A mixture of the same normal distribution around centres.
struct Mixture {
    centres: Vec<[f64; 2]>,
    noise: f64,
}

impl Mixture {
    fn density(&self, [x, y]: [f64; 2]) -> f64 {
        let variance = self.noise * self.noise;
        let term = |[a, b]: &[f64; 2]| (-((x - a).powi(2) + (y - b).powi(2)) / (2.0 * variance)).exp();
        self.centres.iter().map(term).sum::<f64>() / (self.centres.len() as f64 * TAU * variance)
    }

    /// `-∫ p ln p` and `∫ p` over a grid.
    fn entropy(&self) -> (f64, f64) {
        let step = self.noise / 2.5;
        let bound = |axis: usize, sign: f64| {
            self.centres.iter().map(|c| sign * c[axis]).fold(f64::NEG_INFINITY, f64::max) + 6.0 * self.noise
        };
        let places = |axis: usize| {
            let (low, high) = (-bound(axis, -1.0), bound(axis, 1.0));
            let count = ((high - low) / step).ceil() as u32;
            (0..=count).map(move |k| low + f64::from(k) * step)
        };
        let (mut entropy, mut mass) = (0.0, 0.0);
        for x in places(0) {
            for y in places(1) {
                let p = self.density([x, y]);
                if p > 0.0 {
                    entropy -= p * p.ln() * step * step;
                    mass += p * step * step;
                }
            }
        }
        (entropy, mass)
    }
}

fn moons(noise: f64) -> Mixture {
    let upper = (0..CURVE).map(|k| PI * (f64::from(k) + 0.5) / f64::from(CURVE));
    let centres = upper.flat_map(|t| [[t.cos(), t.sin()], [1.0 - t.cos(), 0.5 - t.sin()]]).collect();
    Mixture { centres, noise }
}

fn circles(noise: f64) -> Mixture {
    let around = (0..CURVE).map(|k| TAU * f64::from(k) / f64::from(CURVE));
    let centres = around.flat_map(|t| [1.0, 0.5].map(|r| [r * t.cos(), r * t.sin()])).collect();
    Mixture { centres, noise }
}

fn eight_gaussians(noise: f64) -> Mixture {
    let centres = (0..8).map(|k| TAU * f64::from(k) / 8.0).map(|t| [2.0 * t.cos(), 2.0 * t.sin()]).collect();
    Mixture { centres, noise }
}

fn toy(distribution: &str, noise: f64) -> Splits {
    let text = format!(
        "type = \"toy\"\ndistribution = \"{distribution}\"\nnoise = {noise}\ntrain = 20000\nheld_out = 20000\n"
    );
    let config = config::Loader::new().text("data.toml", &text).load::<DataConfig>().unwrap().value;
    config.load(Path::new("")).unwrap()
}

fn held_out(splits: &Splits) -> Vec<[f64; 2]> {
    let all: Vec<usize> = (0..splits.held_out.len()).collect();
    let Batch::Points(batch) = splits.held_out.batch(&all, &artifex::device::cpu()) else { panic!("no points") };
    let values = batch.points.into_data().try_to_vec::<f32>().unwrap();
    values.as_chunks::<2>().0.iter().map(|point| point.map(f64::from)).collect()
}

/// The entropies of docs/flows.md, by quadrature; and the held-out points of the configs have them, as far as so many can.
#[test]
fn entropies_are_those_of_the_distributions() {
    for (name, noise, mixture, entropy) in [
        ("moons", 0.1, moons(0.1), 1.0076),
        ("circles", 0.05, circles(0.05), 0.6061),
        ("eight_gaussians", 0.2, eight_gaussians(0.2), 1.6981),
    ] {
        let (found, mass) = mixture.entropy();
        assert!((mass - 1.0).abs() < 1e-6, "{name}: {mass}");
        assert!((found - entropy).abs() < 1e-4, "{name}: {found}, not {entropy}");
        let logs: Vec<f64> = held_out(&toy(name, noise)).into_iter().map(|x| -mixture.density(x).ln()).collect();
        let count = logs.len() as f64;
        let mean = logs.iter().sum::<f64>() / count;
        let error = (logs.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / count / count).sqrt();
        assert!((mean - entropy).abs() < 5.0 * error && error < 0.01, "{name}: {mean} ± {error}");
    }
    // Even over eight squares of 2 x 2.
    let inside = held_out(&toy("checkerboard", 0.0)).into_iter().all(|[x, y]| {
        let cell = |x: f64| (x / 2.0 + 2.0).floor().clamp(0.0, 3.0) as i64;
        x.abs() <= 4.0 && y.abs() <= 4.0 && (cell(x) + cell(y)) % 2 == 0
    });
    assert!(inside);
}

/// A small spline flow is within 0.2 nats of the entropy after a minute's training at most; the configs' own runs come nearer.
#[test]
fn a_spline_flow_comes_near_the_entropy() {
    let (splits, device) = (toy("moons", 0.1), artifex::device::cpu());
    let config = NeuralSplineConfig {
        num_layers: 4,
        ..config!(NeuralSplineConfig { input_dim = 2, coupling_network = { hidden_dims = [32] } })
    };
    let mut cx = BuildContext::new(device.clone().autodiff(), 3);
    let mut model = Dynamic::new(config.build(&mut cx).unwrap());
    let training = TrainConfig {
        epochs: None,
        steps: Some(300),
        evaluate_every: Some(300),
        ..config!(TrainConfig { epochs = 1, batch_size = 256, optimizer = { type = "adam", learning_rate = 5e-3 } })
    };
    Trainer::new(&mut model, &splits, &training, &device, cx.rngs).unwrap().run().unwrap();
    let all: Vec<usize> = (0..splits.held_out.len()).collect();
    let terms = model.evaluate(splits.held_out.batch(&all, &device), &mut Rngs::new(0)).unwrap();
    assert_eq!(terms[0].0, "total");
    let excess = terms[0].1 - 1.0076;
    assert!((-0.03..0.2).contains(&excess), "{excess} nats above the entropy");
}

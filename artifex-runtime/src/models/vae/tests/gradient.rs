//! The gradient of the loss against finite differences of the same loss in double precision.

use std::collections::BTreeMap;

use burn::module::{ModuleVisitor, Param};
use burn::tensor::Gradients;

use super::*;
use crate::nn::NamedTensor;
use crate::nn::params::PathTracker;

const SHAPE: [usize; 3] = [2, 3, 1];
const PIXELS: usize = 6;
const LATENT: usize = 2;
const COUNT: usize = 3;

/// Parameters in double precision by name.
type Values = BTreeMap<String, (Vec<usize>, Vec<f64>)>;

fn layer(x: &[f64], params: &Values, name: &str) -> Vec<f64> {
    let ((shape, weight), (_, bias)) = (&params[&format!("{name}.weight")], &params[&format!("{name}.bias")]);
    (0..shape[1])
        .map(|j| bias[j] + x.iter().enumerate().map(|(i, x)| x * weight[i * shape[1] + j]).sum::<f64>())
        .collect()
}

fn tanh(x: Vec<f64>) -> Vec<f64> {
    x.into_iter().map(f64::tanh).collect()
}

/// The loss of the documentation, written out.
fn loss(params: &Values, images: &[f64], noise: &[f64], kl_weight: f64, kind: ReconstructionLoss) -> f64 {
    let mut sum = 0.0;
    for b in 0..COUNT {
        let x = &images[b * PIXELS..(b + 1) * PIXELS];
        let hidden = tanh(layer(x, params, "encoder.body.hidden.0.linear"));
        let (mean, log_var) = (layer(&hidden, params, "encoder.mean"), layer(&hidden, params, "encoder.log_var"));
        let z: Vec<f64> = (0..LATENT).map(|j| mean[j] + (0.5 * log_var[j]).exp() * noise[b * LATENT + j]).collect();
        let hidden = tanh(layer(&z, params, "decoder.body.layers.hidden.0.linear"));
        let decoded = layer(&hidden, params, "decoder.body.output");
        sum += decoded
            .iter()
            .zip(x)
            .enumerate()
            .map(|(i, (l, x))| {
                let p = 1.0 / (1.0 + (-l).exp());
                match kind {
                    ReconstructionLoss::Bce => -x * p.ln() - (1.0 - x) * (1.0 - p).ln(),
                    ReconstructionLoss::Mse => (x - p).powi(2),
                    ReconstructionLoss::Gaussian => {
                        let log_scale = params["head.log_scale"].1[0];
                        0.5 * (2.0 * std::f64::consts::PI).ln() + log_scale + 0.5 * ((x - p) / log_scale.exp()).powi(2)
                    }
                    ReconstructionLoss::Logistic => {
                        let (scale, level) = (params["head.log_scale"].1[i].exp(), (x * 4.0).round());
                        let below = |x: f64| 1.0 / (1.0 + ((p - x) / scale).exp());
                        let high = if level > 3.5 { 1.0 } else { below((level + 0.5) / 4.0) };
                        let low = if level < 0.5 { 0.0 } else { below((level - 0.5) / 4.0) };
                        -(high - low).ln()
                    }
                    ReconstructionLoss::Categorical => panic!("has a test of its own"),
                }
            })
            .sum::<f64>();
        sum +=
            kl_weight * (0..LATENT).map(|j| 0.5 * (log_var[j].exp() + mean[j].powi(2) - 1.0 - log_var[j])).sum::<f64>();
    }
    sum / COUNT as f64
}

struct Collect<'a> {
    path: PathTracker,
    gradients: &'a Gradients,
    found: BTreeMap<String, Vec<f32>>,
}

impl ModuleVisitor for Collect<'_> {
    fn enter_module(&mut self, name: &str, container: &str) {
        self.path.enter(name, container);
    }
    fn exit_module(&mut self, _: &str, _: &str) {
        self.path.exit();
    }
    fn visit_float<const D: usize>(&mut self, param: &Param<Tensor<D>>) {
        self.found.insert(self.path.path(), host(param.val().grad(self.gradients).unwrap()));
    }
}

#[test]
fn gradients_equal_finite_differences() {
    let kinds =
        [ReconstructionLoss::Bce, ReconstructionLoss::Mse, ReconstructionLoss::Gaussian, ReconstructionLoss::Logistic];
    for kind in kinds {
        let mut config = config(SHAPE, &[4], LATENT);
        config.encoder.activation = Activation::Tanh;
        config.decoder.activation = Activation::Tanh;
        config.kl_weight = 0.7;
        config.reconstruction_loss_type = kind;
        config.levels = (kind == ReconstructionLoss::Logistic).then_some(5);
        let (model, batch) = (build(&config), batch(COUNT, SHAPE));
        let wide = |values: Vec<f32>| values.into_iter().map(f64::from).collect::<Vec<f64>>();
        let images = wide(host(batch.images.clone()));
        let noise = wide(Rngs::new(5).stream("noise").normal(COUNT * LATENT));
        let mut values: Values = params::export(&model)
            .unwrap()
            .into_iter()
            .map(|NamedTensor { name, shape, data }| (name, (shape, wide(data))))
            .collect();

        let mut rngs = Rngs::new(5);
        let output = model.forward(&batch, &mut rngs);
        let losses = model.loss(&batch, &output, &mut rngs);
        assert_near(total(&losses), loss(&values, &images, &noise, 0.7, kind), 1e-5);
        let gradients = losses.total().backward();
        let mut collect = Collect { path: PathTracker::default(), gradients: &gradients, found: BTreeMap::new() };
        model.visit(&mut collect);

        let names: Vec<String> = values.keys().cloned().collect();
        for name in names {
            for (i, &found) in collect.found[&name].iter().enumerate() {
                let mut at = |shift: f64| {
                    values.get_mut(&name).unwrap().1[i] += shift;
                    let value = loss(&values, &images, &noise, 0.7, kind);
                    values.get_mut(&name).unwrap().1[i] -= shift;
                    value
                };
                let expected = (at(1e-5) - at(-1e-5)) / 2e-5;
                let tolerance = 2e-6 * (1.0 + expected.abs());
                assert!(
                    (f64::from(found) - expected).abs() < tolerance,
                    "{kind:?} {name}[{i}]: {found}, not {expected}"
                );
            }
        }
    }
}

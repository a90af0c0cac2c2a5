//! Scores, and the gradients of both kinds of training, against differences of the definitions in double precision.

use std::collections::BTreeMap;

use burn::module::{ModuleVisitor, Param};
use burn::tensor::Gradients;

use super::*;
use crate::nn::NamedTensor;
use crate::nn::params::PathTracker;

/// Parameters in double precision by name, with their shapes.
type Values = BTreeMap<String, (Vec<usize>, Vec<f64>)>;

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
        if let Some(gradient) = param.is_require_grad().then(|| param.val().grad(self.gradients)).flatten() {
            self.found.insert(self.path.path(), host(gradient));
        }
    }
}

fn collect(model: &EBM, gradients: &Gradients) -> BTreeMap<String, Vec<f32>> {
    let mut collect = Collect { path: PathTracker::default(), gradients, found: BTreeMap::new() };
    model.visit(&mut collect);
    collect.found
}

fn parameters(model: &EBM) -> Values {
    let tensors = params::export(model).unwrap().into_iter().filter(|tensor| tensor.name.starts_with("network."));
    tensors.map(|NamedTensor { name, shape, data }| (name, (shape, wide(data)))).collect()
}

/// A network in double precision: what the configs below say.
struct Reference {
    layers: usize,
    /// Channels, height and width, and the sides of the kernel, of convolutions with stride 2.
    image: Option<([usize; 3], [usize; 2])>,
    normal: Option<f64>,
}

impl Reference {
    /// A weight divided by `|Wᵀu|` where there is a `u`.
    fn weight(params: &Values, name: &str) -> (Vec<usize>, Vec<f64>) {
        let (shape, weight) = params[&format!("{name}.weight")].clone();
        let columns = shape[1];
        let scale = params.get(&format!("{name}.spectral.spectral_u")).map_or(1.0, |(_, u)| {
            let entry = |j: usize| u.iter().enumerate().map(|(i, u)| u * weight[i * columns + j]).sum::<f64>();
            (0..columns).map(|j| entry(j).powi(2)).sum::<f64>().sqrt()
        });
        (shape, weight.into_iter().map(|x| x / scale).collect())
    }

    fn dense(x: &[f64], params: &Values, name: &str) -> Vec<f64> {
        let (shape, weight) = Self::weight(params, name);
        let bias = params.get(&format!("{name}.bias"));
        let row = |i: usize| x.iter().zip(&weight[i * shape[1]..]).map(|(x, w)| x * w).sum::<f64>();
        (0..shape[0]).map(|i| row(i) + bias.map_or(0.0, |(_, bias)| bias[i])).collect()
    }

    /// A convolution of stride 2 whose border is filled so that half of the positions are left, rounded up.
    fn conv(x: &[f64], grid: [usize; 2], kernel: [usize; 2], params: &Values, name: &str) -> (Vec<f64>, [usize; 2]) {
        let (shape, weight) = Self::weight(params, name);
        let bias = params.get(&format!("{name}.bias"));
        let to = grid.map(|n| n.div_ceil(2));
        let before = [0, 1].map(|axis| ((to[axis] - 1) * 2 + kernel[axis]).saturating_sub(grid[axis]) / 2);
        let channels = shape[1] / (kernel[0] * kernel[1]);
        let mut y = Vec::new();
        for output in 0..shape[0] {
            for (row, column) in (0..to[0]).flat_map(|row| (0..to[1]).map(move |column| (row, column))) {
                let mut sum = bias.map_or(0.0, |(_, bias)| bias[output]);
                for channel in 0..channels {
                    for (i, j) in (0..kernel[0]).flat_map(|i| (0..kernel[1]).map(move |j| (i, j))) {
                        let (r, s) = ((2 * row + i).wrapping_sub(before[0]), (2 * column + j).wrapping_sub(before[1]));
                        if r < grid[0] && s < grid[1] {
                            let at = output * shape[1] + (channel * kernel[0] + i) * kernel[1] + j;
                            sum += x[(channel * grid[0] + r) * grid[1] + s] * weight[at];
                        }
                    }
                }
                y.push(sum);
            }
        }
        (y, to)
    }

    fn energy(&self, x: &[f64], params: &Values) -> f64 {
        let (mut features, mut grid) = (x.to_vec(), self.image.map_or([0; 2], |([_, h, w], _)| [h, w]));
        for i in 0..self.layers {
            let (name, skip) = (format!("network.hidden.{i}.weighted"), format!("network.hidden.{i}.skip.map"));
            let apply = |name: &str, kernel: [usize; 2]| match self.image {
                Some(_) => Self::conv(&features, grid, kernel, params, name),
                None => (Self::dense(&features, params, name), grid),
            };
            let (y, to) = apply(&name, self.image.map_or([0; 2], |(_, kernel)| kernel));
            let around =
                if params.contains_key(&format!("{skip}.weight")) { apply(&skip, [1, 1]).0 } else { features.clone() };
            let swish = |x: f64| x / (1.0 + (-x).exp());
            features = y.into_iter().zip(around).map(|(y, around)| swish(y) + around).collect();
            grid = to;
        }
        let reference = self.normal.map_or(0.0, |std| x.iter().map(|x| x * x).sum::<f64>() / (2.0 * std * std));
        Self::dense(&features, params, "network.output")[0] + reference
    }

    /// Its gradient by differences of fourth order.
    fn gradient(&self, x: &[f64], params: &Values) -> Vec<f64> {
        let h = 1e-3;
        let slope = |i: usize| {
            let at = |step: f64| {
                let mut moved = x.to_vec();
                moved[i] += step;
                self.energy(&moved, params)
            };
            (8.0 * (at(h) - at(-h)) - (at(2.0 * h) - at(-2.0 * h))) / (12.0 * h)
        };
        (0..x.len()).map(slope).collect()
    }
}

const TEMPERATURE: f64 = 0.7;
const SIGMA: f64 = 0.4;
const ALPHA: f64 = 0.03;

/// A model of fully connected layers and one of convolutions, with all that layers can have, beside their references.
fn models() -> Vec<(EBM, Reference)> {
    let vectors = crate::config!(EBMConfig {
        input_dim = 5,
        alpha = 0.03,
        reference_std = 1.3,
        training = { type = "cd" },
        energy_network = { hidden_dims = [6, 6], use_residual = true, spectral_norm = true },
        mcmc = { temperature = 0.7, n_steps = 4, step_size = 0.2 },
    });
    let deep = crate::config!(DeepEBMConfig {
        input_shape = [6, 5, 2],
        alpha = 0.03,
        training = { type = "cd" },
        energy_network = { hidden_dims = [3, 2], kernel_size = [3, 4], use_residual = true },
        mcmc = { temperature = 0.7, n_steps = 4, step_size = 0.2 },
    });
    vec![
        (build(&vectors), Reference { layers: 2, image: None, normal: Some(1.3) }),
        (build(&deep), Reference { layers: 2, image: Some(([2, 6, 5], [3, 4])), normal: None }),
    ]
}

fn draw(seed: u64, count: usize, model: &EBM) -> Tensor<2> {
    Stream::from_seed(seed).normal_tensor::<2>([count, model.rules.form.values()], &Device::flex())
}

fn split(x: Tensor<2>) -> Vec<Vec<f64>> {
    let width = x.dims()[1];
    wide(host(x)).chunks(width).map(<[f64]>::to_vec).collect()
}

/// Compares the gradients of all parameters with central differences of a loss.
fn judge(found: &BTreeMap<String, Vec<f32>>, params: &Values, loss: impl Fn(&Values) -> f64) {
    let (mut params, mut longest) = (params.clone(), 0.0f64);
    let names: Vec<String> = params.keys().filter(|name| !name.ends_with("spectral_u")).cloned().collect();
    for name in names {
        let zeros = vec![0.0; params[&name].1.len()];
        let found = found.get(&name).unwrap_or(&zeros);
        for (i, &found) in found.iter().enumerate() {
            let mut at = |step: f64| {
                params.get_mut(&name).unwrap().1[i] += step;
                let value = loss(&params);
                params.get_mut(&name).unwrap().1[i] -= step;
                value
            };
            let expected = (at(1e-4) - at(-1e-4)) / 2e-4;
            longest = longest.max(expected.abs());
            let tolerance = 2e-5 + 1e-4 * expected.abs();
            assert!((f64::from(found) - expected).abs() < tolerance, "{name}[{i}]: {found}, not {expected}");
        }
    }
    assert!(longest > 0.01, "there is a gradient");
}

/// Energies are those of the layers, and the score is `-∇E/T`.
#[test]
fn scores_are_gradients_of_the_energy() {
    for (model, reference) in models() {
        let (x, params) = (draw(1, 3, &model), parameters(&model));
        let energies = wide(host(model.valid().energy(x.clone(), &mut Rngs::new(0))));
        // In training and in evaluation form alike.
        for model in [model.clone(), model.valid()] {
            let scores = split(model.score(x.clone()));
            for ((x, energy), score) in split(x.clone()).iter().zip(&energies).zip(scores) {
                assert!((reference.energy(x, &params) - energy).abs() < 1e-5);
                for (found, expected) in score.iter().zip(reference.gradient(x, &params)) {
                    let expected = -expected / TEMPERATURE;
                    assert!((found - expected).abs() < 1e-5 + 1e-5 * expected.abs(), "{found}, not {expected}");
                }
            }
        }
    }
}

/// The gradient of denoising score matching is that of its definition: a gradient of a gradient.
#[test]
fn score_matching_has_the_gradient_of_its_definition() {
    for (model, reference) in models() {
        let (x, noisy, params) = (draw(1, 3, &model), draw(2, 3, &model), parameters(&model));
        let rngs = &mut Rngs::new(5);
        let (loss, _) = denoising_score_matching(&model.network, TEMPERATURE, x.clone(), noisy.clone(), SIGMA, rngs);
        let (x, noisy) = (split(x), split(noisy));
        let definition = |params: &Values| {
            let one = |(x, noisy): (&Vec<f64>, &Vec<f64>)| {
                let gradient = reference.gradient(noisy, params);
                let terms = gradient.iter().zip(x.iter().zip(noisy));
                terms.map(|(g, (x, noisy))| (-g / TEMPERATURE - (x - noisy) / (SIGMA * SIGMA)).powi(2)).sum::<f64>()
                    * 0.5
            };
            x.iter().zip(&noisy).map(one).sum::<f64>() / 3.0
        };
        let (value, expected) = (f64::from(host(loss.clone())[0]), definition(&params));
        assert!((value - expected).abs() < 1e-5 * expected, "{value}, not {expected}");
        judge(&collect(&model, &loss.backward()), &params, definition);
    }
}

/// The gradient of contrastive divergence is that of the energies of data and samples, as if the samples were data: none comes
/// through the chains.
#[test]
fn samples_carry_no_gradient() {
    for (model, reference) in models() {
        let (x, params) = (draw(1, 4, &model), parameters(&model));
        // The chains, as the update draws them.
        let mcmc = &model.rules.mcmc;
        let mut stream = Rngs::new(5).stream("noise").clone();
        let density = mcmc.density(&model.network, 1.0);
        let ends = mcmc.run(&density, x.clone(), mcmc.n_steps, &mut stream).unwrap().position;
        assert!(!ends.is_autodiff());
        let moved = split(ends.clone() - x.clone()).concat();
        assert!(moved.iter().map(|x| x * x).sum::<f64>() / moved.len() as f64 > 0.05, "the chains have moved");

        let (model, losses) = model.contrast(x.clone(), &mut Rngs::new(5));
        let (x, ends) = (split(x), split(ends));
        let definition = |params: &Values| {
            let mean = |points: &[Vec<f64>], f: &dyn Fn(f64) -> f64| {
                points.iter().map(|x| f(reference.energy(x, params))).sum::<f64>() / points.len() as f64
            };
            let square = |energy: f64| energy * energy;
            mean(&x, &|energy| energy) - mean(&ends, &|energy| energy)
                + ALPHA * (mean(&x, &square) + mean(&ends, &square))
        };
        let (value, expected) = (terms(&losses)[0].1, definition(&params));
        assert!((value - expected).abs() < 1e-5, "{value}, not {expected}");
        judge(&collect(&model, &losses.total().backward()), &params, definition);
    }
}

/// Dropout switches the same units off in both passes of score matching, so that the loss is that of one function; chains have none.
#[test]
fn dropout_is_that_of_training_alone() {
    let mut config = trained_by(EnergyTraining::Dsm(DSMConfig { sigma: SIGMA }));
    config.energy_network.dropout_rate = 0.5;
    let model = build(&config);
    let x = draw(1, 3, &model);
    let score = |model: &EBM| host(model.score(x.clone()));
    assert_eq!(score(&model), score(&model.valid()));
    let noisy = draw(2, 3, &model);
    let run = |seed| {
        let rngs = &mut Rngs::new(seed);
        let (loss, _) = denoising_score_matching(&model.network, 1.0, x.clone(), noisy.clone(), SIGMA, rngs);
        host(loss)[0]
    };
    assert!(run(1) == run(1) && run(1) != run(2));
    // The derivative along the residual is that of the masked network: r · (r + (x̃ - x)/σ²), with r from the value of the loss.
    let rngs = &mut Rngs::new(1);
    let direction = draw(3, 3, &model).autodiff();
    let dual = model.network.forward(Dual::along(noisy.clone().autodiff(), direction.clone()), &mut rngs.clone());
    let input = noisy.autodiff().require_grad();
    let energy = model.network.forward(Dual::plain(input.clone()), rngs).value;
    let gradient = input.grad(&energy.sum().backward()).unwrap();
    let expected = wide(host((gradient * direction.inner()).sum_dim(1)));
    for (found, expected) in wide(host(dual.tangent.unwrap())).into_iter().zip(expected) {
        assert!((found - expected).abs() < 1e-5, "{found}, not {expected}");
    }
}

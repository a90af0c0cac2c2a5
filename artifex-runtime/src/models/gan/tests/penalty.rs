//! The gradient penalty and its gradient, against differences of the definition in double precision.

use std::collections::BTreeMap;

use burn::module::ModuleVisitor;
use burn::tensor::Gradients;

use super::*;
use crate::models::gan::config::{ConvDiscriminatorConfig, DiscriminatorConfig};
use crate::nn::params::PathTracker;
use crate::nn::{NamedTensor, ParamScope};

/// Parameters in double precision by name, with their shapes.
type Values = BTreeMap<String, (Vec<usize>, Vec<f64>)>;

/// The score of one example.
type Score = fn(&[f64], &Values) -> f64;

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

/// `[out, in]` times a vector plus bias, the weight divided by `|Wᵀu|` where there is a `u`.
fn layer(x: &[f64], params: &Values, name: &str) -> Vec<f64> {
    let ((shape, weight), (_, bias)) = (&params[&format!("{name}.weight")], &params[&format!("{name}.bias")]);
    let columns = shape[1];
    let scale = params.get(&format!("{name}.spectral.spectral_u")).map_or(1.0, |(_, u)| {
        let entry = |j: usize| u.iter().enumerate().map(|(i, u)| u * weight[i * columns + j]).sum::<f64>();
        (0..columns).map(|j| entry(j).powi(2)).sum::<f64>().sqrt()
    });
    let row = |i: usize| x.iter().enumerate().map(|(j, x)| x * weight[i * columns + j] / scale).sum::<f64>();
    (0..shape[0]).map(|i| bias[i] + row(i)).collect()
}

fn dense_score(x: &[f64], params: &Values) -> f64 {
    let hidden: Vec<f64> = layer(x, params, "hidden.0.weighted").into_iter().map(f64::tanh).collect();
    let hidden: Vec<f64> = layer(&hidden, params, "hidden.1.weighted").into_iter().map(f64::tanh).collect();
    layer(&hidden, params, "output")[0]
}

/// A convolution 3x3 of stride 2 with padding `SAME` on 4x4 images, which has one row of zeros at the end.
fn conv(x: &[f64], [channels, side]: [usize; 2], params: &Values, name: &str) -> Vec<f64> {
    let ((shape, weight), (_, bias)) = (&params[&format!("{name}.weight")], &params[&format!("{name}.bias")]);
    let half = side / 2;
    let mut y = Vec::new();
    for output in 0..shape[0] {
        for (row, column) in (0..half).flat_map(|row| (0..half).map(move |column| (row, column))) {
            let mut sum = bias[output];
            for channel in 0..channels {
                for (i, j) in (0..3).flat_map(|i| (0..3).map(move |j| (i, j))) {
                    let (r, s) = (2 * row + i, 2 * column + j);
                    if r < side && s < side {
                        sum += x[(channel * side + r) * side + s] * weight[output * shape[1] + channel * 9 + i * 3 + j];
                    }
                }
            }
            y.push(sum);
        }
    }
    y
}

/// 4x4 to 2 channels of 2x2, softplus after; then 3x3 of stride 1 over the same grid, instance norm, softplus; a linear score.
fn conv_score(x: &[f64], params: &Values) -> f64 {
    let softplus = |x: Vec<f64>| -> Vec<f64> { x.into_iter().map(|x| x.exp().ln_1p()).collect() };
    let hidden = softplus(conv(x, [1, 8], params, "hidden.0.weighted"));
    let hidden = conv(&hidden, [2, 4], params, "hidden.1.weighted");
    let ((_, scale), (_, shift)) = (&params["hidden.1.norm.weight"], &params["hidden.1.norm.bias"]);
    let hidden = hidden.chunks(4).enumerate().flat_map(|(channel, positions)| {
        let mean = positions.iter().sum::<f64>() / 4.0;
        let variance = positions.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / 4.0;
        let (scale, shift) = (scale[channel], shift[channel]);
        positions.iter().map(move |x| (x - mean) / (variance + 1e-5).sqrt() * scale + shift).collect::<Vec<_>>()
    });
    layer(&softplus(hidden.collect()), params, "output")[0]
}

/// The definition: the gradient of the score by differences of fourth order.
fn penalty(score: Score, examples: &[Vec<f64>], params: &Values) -> f64 {
    let h = 1e-3;
    let slope = |x: &[f64], i: usize| {
        let at = |step: f64| {
            let mut moved = x.to_vec();
            moved[i] += step;
            score(&moved, params)
        };
        (8.0 * (at(h) - at(-h)) - (at(2.0 * h) - at(-2.0 * h))) / (12.0 * h)
    };
    let norm = |x: &Vec<f64>| (0..x.len()).map(|i| slope(x, i).powi(2)).sum::<f64>().sqrt();
    examples.iter().map(|x| (norm(x) - 1.0).powi(2)).sum::<f64>() / examples.len() as f64
}

fn judge(critic: &Discriminator, values: usize, score: Score) {
    const COUNT: usize = 3;
    let [real, fake] = [1, 2].map(|seed| Stream::from_seed(seed).normal_tensor::<2>([COUNT, values], &Device::flex()));
    let wide = |values: Vec<f32>| values.into_iter().map(f64::from).collect::<Vec<f64>>();
    let mut parameters: Values = params::export(critic)
        .unwrap()
        .into_iter()
        .map(|NamedTensor { name, shape, data }| (name, (shape, wide(data))))
        .collect();
    // The places between real and generated examples.
    let places = wide(Rngs::new(5).stream("noise").uniform(COUNT));
    let (from, to) = (wide(host(real.clone())), wide(host(fake.clone())));
    let examples: Vec<Vec<f64>> = (0..COUNT)
        .map(|b| (b * values..(b + 1) * values).map(|at| from[at] + (to[at] - from[at]) * places[b]).collect())
        .collect();

    let found = gradient_penalty(critic, real.autodiff(), fake.autodiff(), None, &mut Rngs::new(5));
    let expected = penalty(score, &examples, &parameters);
    let value: f64 = host(found.clone())[0].into();
    assert!(expected > 0.01 && (value - expected).abs() < 1e-5, "{value}, not {expected}");

    let gradients = found.backward();
    let mut collect = Collect { path: PathTracker::default(), gradients: &gradients, found: BTreeMap::new() };
    critic.visit(&mut collect);
    let names: Vec<String> = parameters.keys().filter(|name| !name.ends_with("spectral_u")).cloned().collect();
    let mut longest: f64 = 0.0;
    for name in names {
        // The last bias moves no slope.
        let zeros = vec![0.0; parameters[&name].1.len()];
        let found = collect.found.get(&name).cloned().unwrap_or(zeros);
        for (i, &found) in found.iter().enumerate() {
            let mut at = |step: f64| {
                parameters.get_mut(&name).unwrap().1[i] += step;
                let value = penalty(score, &examples, &parameters);
                parameters.get_mut(&name).unwrap().1[i] -= step;
                value
            };
            let expected = (at(1e-4) - at(-1e-4)) / 2e-4;
            longest = longest.max(expected.abs());
            let tolerance = 1e-5 + 2e-5 * expected.abs();
            assert!((f64::from(found) - expected).abs() < tolerance, "{name}[{i}]: {found}, not {expected}");
        }
    }
    assert!(longest > 0.01, "there is a gradient");
}

fn scope() -> ParamScope {
    ParamScope::root(&mut Rngs::new(7), &device())
}

#[test]
fn fully_connected_critics_are_penalised_exactly() {
    for spectral_norm in [false, true] {
        let mut config = crate::config!(DiscriminatorConfig {
            input_shape = [5],
            hidden_dims = [6, 4],
            activation = "tanh",
        });
        config.spectral_norm = spectral_norm;
        judge(&Discriminator::dense(&config, &scope()), 5, dense_score);
    }
}

#[test]
fn convolutional_critics_are_penalised_exactly() {
    let config = crate::config!(ConvDiscriminatorConfig {
        input_shape = [1, 8, 8],
        hidden_dims = [2, 3],
        kernel_size = [3, 3],
        activation = "softplus",
        batch_norm = false,
        use_instance_norm = true,
    });
    judge(&Discriminator::conv(&config, None, &scope()).unwrap(), 64, conv_score);
}

#[test]
fn a_flat_critic_has_the_penalty_one() {
    let config = crate::config!(DiscriminatorConfig { input_shape = [2], hidden_dims = [3] });
    let critic = Discriminator::dense(&config, &scope());
    let zeros = params::export(&critic)
        .unwrap()
        .into_iter()
        .map(|tensor| NamedTensor { data: vec![0.0; tensor.data.len()], ..tensor })
        .collect();
    let critic = params::import(critic, zeros).unwrap();
    let x = Tensor::<2>::ones([4, 2], &device());
    let penalty = gradient_penalty(&critic, x.clone(), x, None, &mut Rngs::new(0));
    assert_eq!(host(penalty.clone()), [1.0]);
    let gradients = penalty.backward();
    let mut collect = Collect { path: PathTracker::default(), gradients: &gradients, found: BTreeMap::new() };
    critic.visit(&mut collect);
    assert!(collect.found.values().flatten().all(|x| *x == 0.0));
}

/// Dropout switches the same units off in both passes, so that the penalty is that of one function.
#[test]
fn dropout_is_the_same_in_both_passes() {
    let config = crate::config!(DiscriminatorConfig {
        input_shape = [3], hidden_dims = [20], activation = "identity", dropout_rate = 0.5,
    });
    let critic = Discriminator::dense(&config, &scope());
    let x = Tensor::<2>::ones([4, 3], &device());
    let mut rngs = Rngs::new(2);
    let penalty = gradient_penalty(&critic, x.clone(), x.clone(), None, &mut rngs);
    // A linear critic without its dropped units, in double precision: the mask is drawn as in the first pass.
    let mut again = Rngs::new(2);
    let scale: Vec<f32> = host(again.stream("dropout").bernoulli_tensor::<3>(0.5, 2.0, [4, 20, 1], &Device::flex()));
    let values: BTreeMap<_, _> =
        params::export(&critic).unwrap().into_iter().map(|tensor| (tensor.name, tensor.data)).collect();
    let (weight, output) = (&values["hidden.0.weighted.weight"], &values["output.weight"]);
    let norm = |b: usize| {
        let slope = |j: usize| {
            (0..20)
                .map(|i| f64::from(output[i]) * f64::from(scale[b * 20 + i]) * f64::from(weight[i * 3 + j]))
                .sum::<f64>()
        };
        (0..3).map(|j| slope(j).powi(2)).sum::<f64>().sqrt()
    };
    let expected = (0..4).map(|b| (norm(b) - 1.0).powi(2)).sum::<f64>() / 4.0;
    assert!((f64::from(host(penalty.clone())[0]) - expected).abs() < 1e-5);
    // The gradient with respect to the last layer, by differences.
    let gradients = penalty.backward();
    let mut collect = Collect { path: PathTracker::default(), gradients: &gradients, found: BTreeMap::new() };
    critic.visit(&mut collect);
    let found = collect.found["output.weight"][3];
    let at = |step: f64| {
        let norm = |b: usize| {
            let slope = |j: usize| {
                (0..20)
                    .map(|i| {
                        let output = f64::from(output[i]) + if i == 3 { step } else { 0.0 };
                        output * f64::from(scale[b * 20 + i]) * f64::from(weight[i * 3 + j])
                    })
                    .sum::<f64>()
            };
            (0..3).map(|j| slope(j).powi(2)).sum::<f64>().sqrt()
        };
        (0..4).map(|b| (norm(b) - 1.0).powi(2)).sum::<f64>() / 4.0
    };
    let expected = (at(1e-5) - at(-1e-5)) / 2e-5;
    assert!((f64::from(found) - expected).abs() < 1e-5, "{found}, not {expected}");
}

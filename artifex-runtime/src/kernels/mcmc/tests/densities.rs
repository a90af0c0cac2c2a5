use super::super::ops::portable;
use super::*;
use burn::tensor::TensorData;

type Reference = Box<dyn Fn(&[f64]) -> f64>;

const LN_TAU: f64 = 1.837_877_066_409_345_5;

/// A logarithm of a normal density in one dimension.
fn normal(x: f64, mean: f64, deviation: f64) -> f64 {
    -0.5 * ((x - mean) / deviation).powi(2) - deviation.ln() - 0.5 * LN_TAU
}

/// Every family, beside its definition.
pub(super) fn all() -> Vec<(&'static str, usize, AnalyticDensity, Reference)> {
    let (means, deviations) = ([1.0, -2.0, 0.5], [0.5, 2.0, 1.5]);
    let diagonal = AnalyticDensity::normal(&means, &deviations).unwrap();
    let precision = [2.0, 0.6, -0.3, 0.6, 1.5, 0.4, -0.3, 0.4, 1.0];
    let full = AnalyticDensity::normal_with_precision(&means, &precision).unwrap();
    // Its determinant, by the rule of Sarrus.
    let det: f64 = 2.0 * (1.5 - 0.16) - 0.6 * (0.6 + 0.12) - 0.3 * (0.24 + 0.45);
    let (weights, centers, widths) = ([1.0, 3.0, 2.0], [[0.0, 0.0], [2.0, 1.0], [-1.0, 2.0]], [0.7, 1.0, 0.5]);
    let center_lists: Vec<Vec<f64>> = centers.iter().map(|c| c.to_vec()).collect();
    let mixture = AnalyticDensity::mixture(&weights, &center_lists, &widths).unwrap();
    vec![
        ("diagonal", 3, diagonal, Box::new(move |x| (0..3).map(|d| normal(x[d], means[d], deviations[d])).sum())),
        (
            "full",
            3,
            full,
            Box::new(move |x| {
                let off: Vec<f64> = (0..3).map(|d| x[d] - means[d]).collect();
                let form: f64 = (0..9).map(|at| precision[at] * off[at / 3] * off[at % 3]).sum();
                0.5 * det.ln() - 1.5 * LN_TAU - 0.5 * form
            }),
        ),
        (
            "mixture",
            2,
            mixture,
            Box::new(move |x| {
                let density = |k: usize| {
                    let log: f64 = (0..2).map(|d| normal(x[d], centers[k][d], widths[k])).sum();
                    weights[k] / 6.0 * log.exp()
                };
                (density(0) + density(1) + density(2)).ln()
            }),
        ),
        (
            "banana",
            4,
            AnalyticDensity::banana(4, 2.0, 0.1).unwrap(),
            Box::new(|x| {
                normal(x[0], 0.0, 2.0)
                    + normal(x[1], 0.1 * (x[0] * x[0] - 4.0), 1.0)
                    + normal(x[2], 0.0, 1.0)
                    + normal(x[3], 0.0, 1.0)
            }),
        ),
        (
            "funnel",
            4,
            AnalyticDensity::funnel(4, 1.5).unwrap(),
            Box::new(|x| normal(x[0], 0.0, 1.5) + (1..4).map(|d| normal(x[d], 0.0, (x[0] / 2.0).exp())).sum::<f64>()),
        ),
    ]
}

fn slope(reference: &Reference, x: &[f64], d: usize) -> f64 {
    let at = |step: f64| {
        let mut x = x.to_vec();
        x[d] += step;
        reference(&x)
    };
    (at(1e-4) - at(-1e-4)) / 2e-4
}

on_devices! {
    fn values_and_gradients_equal_double_precision(device) {
        for (name, dims, density, reference) in all() {
            for chains in [1, 65] {
                let x = state(1, [chains, dims], device);
                let points = double(&x);
                let values: Vec<f64> = points.chunks(dims).map(&reference).collect();
                let slopes: Vec<f64> =
                    points.chunks(dims).flat_map(|x| (0..dims).map(|d| slope(&reference, x, d)).collect::<Vec<_>>()).collect();
                // The kernel, burn's operations with autodiff, a closure, and the portable body.
                let closure = density_of(|x| density.log_density(x));
                for (way, (value, gradient)) in [
                    ("kernel", density.log_density_and_gradient(x.clone())),
                    ("closure", closure.log_density_and_gradient(x.clone())),
                ] {
                    println!("{name} by {way}, {chains} chains");
                    assert_close(&host(value), &values, 5e-6);
                    assert_close(&host(gradient), &slopes, 1e-5);
                }
                let parameters = TensorData::from(density.parameters());
                let parameters = plain(&Tensor::<1>::from_data(parameters, &any_device()));
                let (value, gradient) = portable::analytic_density::<Plain>(plain(&x), parameters, density.analytic_of());
                assert_close(&from_plain::<1>(value), &values, 5e-6);
                assert_close(&from_plain::<2>(gradient), &slopes, 1e-5);
            }
        }
    }

    fn a_density_without_gradient_has_a_zero_one(device) {
        let flat = density_of(|x: Tensor<2>| Tensor::zeros([x.dims()[0]], &x.device().without_autodiff()));
        let (_, gradient) = flat.log_density_and_gradient(state(1, [3, 2], device));
        assert_eq!(host(gradient), [0.0; 6]);
    }

    fn a_mixture_far_from_its_components_stays_finite(device) {
        let mixture = AnalyticDensity::mixture(&[1.0, 1.0], &[vec![0.0], vec![1e3]], &[1.0, 1.0]).unwrap();
        let (value, gradient) = mixture.log_density_and_gradient(Tensor::from_floats([[-1e3], [400.0], [2e3]], device));
        let constant = -0.5 * LN_TAU - 2f64.ln();
        assert_close(&host(value), &[-5e5 + constant, -8e4 + constant, -5e5 + constant], 1e-6);
        assert_close(&host(gradient), &[1e3, -400.0, -1e3], 1e-6);
    }
}

#[test]
fn densities_refuse_numbers_that_make_none() {
    let message = |result: Result<AnalyticDensity, McmcError>| result.unwrap_err().to_string();
    assert_eq!(message(AnalyticDensity::standard_normal(0)), "mcmc: dimensions is 0, it must be at least 1");
    assert_eq!(
        message(AnalyticDensity::normal(&[0.0], &[-1.0])),
        "mcmc: deviation is -1, it must be a positive number"
    );
    assert_eq!(
        message(AnalyticDensity::normal_with_precision(&[0.0; 2], &[1.0, 2.0, 2.0, 1.0])),
        "mcmc: precision matrix is -3, it must be positive definite"
    );
    assert_eq!(
        message(AnalyticDensity::normal_with_precision(&[0.0; 2], &[1.0, 0.5, 0.0, 1.0])),
        "mcmc: precision matrix is 0.5, it must be symmetric and finite"
    );
    assert_eq!(message(AnalyticDensity::funnel(1, 3.0)), "mcmc: dimensions is 1, it must be at least 2");
    assert_eq!(
        message(AnalyticDensity::mixture(&[1.0], &[vec![0.0], vec![1.0]], &[1.0])),
        "mcmc: means is 2, it must be as many as weights"
    );
}

//! The normaliser of points of the plane.

use std::f64::consts::TAU;

use super::*;
use crate::models::energy::normaliser::log_normaliser;

/// A model without a network is its reference distribution, N(0, s² T).
#[test]
fn a_flat_network_leaves_the_reference_distribution() {
    let batch = two_modes(50, 1);
    for temperature in [1.0, 0.25, 3.0] {
        let mut config = of_points();
        config.energy.mcmc.temperature = temperature;
        let model = flat(build(&config)).valid();
        let found = model.log_prob(&batch, &mut Rngs::new(0)).unwrap();
        assert_eq!(found.kind, LogProbKind::Exact);
        let variance = 1.5 * 1.5 * temperature;
        let values = wide(host(model.values(&batch).unwrap()));
        for (found, point) in wide(host(found.values)).into_iter().zip(values.chunks(2)) {
            let expected = -(TAU * variance).ln() - 0.5 * (point[0].powi(2) + point[1].powi(2)) / variance;
            assert!((found - expected).abs() < 1e-4, "{found}, not {expected}");
        }
    }
}

/// The density of a network that says something integrates to 1 on a grid that is not the normaliser's.
#[test]
fn the_density_integrates_to_one() {
    let (model, _) = train(build(&of_points()), &two_modes(128, 1), 60, &mut Rngs::new(1));
    let step = 0.0437;
    let axis: Vec<f32> = (-170..=170).map(|i| i as f32 * step + 0.013).collect();
    let grid: Vec<f32> = axis.iter().flat_map(|x| axis.iter().flat_map(|y| [*x, *y])).collect();
    let count = axis.len() * axis.len();
    let grid = points(Tensor::<1>::from_floats(grid.as_slice(), &Device::flex()).reshape([count, 2]));
    let values = model.valid().log_prob(&grid, &mut Rngs::new(0)).unwrap().values;
    let mass: f64 = wide(host(values)).into_iter().map(f64::exp).sum::<f64>() * f64::from(step).powi(2);
    assert!((mass - 1.0).abs() < 1e-3, "{mass}");
}

/// A narrow normal distribution far away, scaled, has the normaliser of the closed form.
#[test]
fn the_normaliser_finds_the_mass() {
    let normal = |centre: [f32; 2], std: f64| {
        move |x: Tensor<2>| {
            let centre = Tensor::<2>::from_floats([centre], &x.device());
            (x - centre).square().sum_dim(1).squeeze_dim::<1>(1) * (-0.5 / (std * std)) + 3.0
        }
    };
    for (centre, std, half_width) in [([0.0, 0.0], 1.0, 8.0), ([20.0, -3.0], 0.4, 8.0), ([1.0, 1.0], 0.05, 4.0)] {
        let found = log_normaliser(&normal(centre, std), half_width, &Device::flex());
        let expected = 3.0 + TAU.ln() + 2.0 * f64::ln(std);
        assert!((found - expected).abs() < 1e-3, "{centre:?} {std}: {found}, not {expected}");
    }
    // No mass is missed between the points of the first grid as long as it is not narrower than half their distance; a density that
    // never ends has none.
    let flat = log_normaliser(&|x: Tensor<2>| x.sum_dim(1).squeeze_dim::<1>(1) * 0.0, 1.0, &Device::flex());
    assert!(flat.is_nan());
    let broken = log_normaliser(&|x: Tensor<2>| x.sum_dim(1).squeeze_dim::<1>(1).log(), 1.0, &Device::flex());
    assert!(broken.is_nan());
}

/// The baseline is the likelihood of the fitted normal distribution: its own entropy on the data it is fitted to.
#[test]
fn the_baseline_is_the_fitted_normal_distribution() {
    let model = build(&of_points());
    let batch = two_modes(4000, 1);
    let found = model.baseline(&batch, &batch).unwrap().value;
    // Covariance: 0.09 + 1, 0.09 + 1/4, and -1/2 between the two.
    let determinant: f64 = 1.09 * 0.34 - 0.25;
    let expected = TAU.ln() + 0.5 * determinant.ln() + 1.0;
    assert!((found - expected).abs() < 0.03, "{found}, not {expected}");
    // Twice the points, the same fit.
    let Batch::Points(PointBatch { points: once, .. }) = &batch else { panic!("no points") };
    let twice = points(Tensor::cat(vec![once.clone(), once.clone()], 0));
    assert!((model.baseline(&twice, &batch).unwrap().value - found).abs() < 1e-9);
}

/// Without a reference distribution, or in more dimensions, there is no likelihood: samples are compared.
#[test]
fn what_has_no_normaliser_is_judged_by_samples() {
    let mut config = of_points();
    config.energy.reference_std = None;
    let model = build(&config);
    assert!(model.log_prob(&two_modes(4, 1), &mut Rngs::new(0)).is_none());
    assert_eq!(evaluate(&model, &two_modes(40, 1)).0, "energy_distance");
    assert_eq!(model.baseline(&two_modes(40, 1), &two_modes(40, 2)).unwrap().name, "independent coordinates");
}

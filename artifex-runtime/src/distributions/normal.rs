//! Normal distributions with independent coordinates.

use burn::tensor::Tensor;

use super::sum_rows;

/// `ln 2π`.
const LN_TAU: f64 = 1.837_877_066_409_345_3;

/// `ln N(x; mean, exp(log_var))` of each example: `-½ Σ (ln 2π + log_var + (x - mean)² / exp(log_var))`.
///
/// `x`, `mean`, `log_var`: `[B, N]`, or `[1, N]` and the like for what is shared; result: `[B]`.
#[must_use]
pub fn normal_log_prob(x: Tensor<2>, mean: Tensor<2>, log_var: Tensor<2>) -> Tensor<1> {
    let deviation = (x - mean).square();
    sum_rows((deviation * log_var.clone().neg().exp() + log_var + LN_TAU) * -0.5)
}

/// `ln N(x; 0, I)` of each example: `[B, N]` to `[B]`.
#[must_use]
pub fn standard_normal_log_prob(x: Tensor<2>) -> Tensor<1> {
    sum_rows((x.square() + LN_TAU) * -0.5)
}

/// `½ Σ_j (exp(log_var_j) + mean_j² - 1 - log_var_j)`: the divergence of a normal distribution with independent coordinates from
/// the standard one (Kingma and Welling 2014, appendix B).
///
/// `mean`, `log_var`: `[B, N]`; result: `[B]`.
#[must_use]
pub fn normal_kl(mean: Tensor<2>, log_var: Tensor<2>) -> Tensor<1> {
    sum_rows(log_var.clone().exp() + mean.square() - log_var - 1.0) * 0.5
}

#[cfg(all(test, feature = "flex"))]
mod tests {
    use super::super::testing::{assert_near, host};
    use super::*;
    use burn::tensor::Device;

    #[test]
    fn densities_are_those_of_known_points() {
        let device = Device::flex();
        // scipy.stats.norm(.5, 2).logpdf([-1, 0, 3]).
        let x = Tensor::<2>::from_floats([[-1.0], [0.0], [3.0]], &device);
        let all = |value: f32| Tensor::<2>::full([3, 1], value, &device);
        let found = host(normal_log_prob(x, all(0.5), all(4f32.ln())));
        for (found, expected) in found.iter().zip([-1.893_335_713_8, -1.643_335_713_8, -2.393_335_713_8]) {
            assert_near(*found, expected, 1e-6);
        }
        // Independent coordinates add.
        let x = Tensor::<2>::from_floats([[-1.0, 0.0, 3.0]], &device);
        let one = |value: f32| Tensor::<2>::full([1, 1], value, &device);
        assert_near(host(normal_log_prob(x.clone(), one(0.5), one(4f32.ln())))[0], found.iter().sum(), 1e-5);
        let standard = -0.5 * (1.0 + 9.0) - 1.5 * (2.0 * std::f64::consts::PI).ln();
        assert_near(host(standard_normal_log_prob(x.clone()))[0], standard, 1e-5);
        assert_near(host(normal_log_prob(x, one(0.0), one(0.0)))[0], standard, 1e-5);
    }

    #[test]
    fn a_density_integrates_to_one() {
        let device = Device::flex();
        for (mean, log_var) in [(0.3f32, -2.0f32), (-1.0, 0.7)] {
            let (points, from, step) = (4001, -12.0, 0.006);
            let grid: Vec<f32> = (0..points).map(|i| (from + f64::from(i) * step) as f32).collect();
            let x = Tensor::<1>::from_floats(grid.as_slice(), &device).reshape([points, 1]);
            let parameter = |value| Tensor::<2>::full([1, 1], value, &device);
            let density = host(normal_log_prob(x, parameter(mean), parameter(log_var)));
            assert_near(density.iter().map(|log| log.exp() * step).sum(), 1.0, 1e-4);
        }
    }

    #[test]
    fn the_divergence_is_the_mean_difference_of_the_densities() {
        let device = Device::flex();
        let (mean, log_var) = (0.8f32, -0.6f32);
        let one = |value: f32| Tensor::<2>::full([1, 1], value, &device);
        let kl = host(normal_kl(one(mean), one(log_var)))[0];
        let step = 0.004;
        let grid: Vec<f32> = (0..5001).map(|i| (-10.0 + f64::from(i) * step) as f32).collect();
        let x = Tensor::<1>::from_floats(grid.as_slice(), &device).reshape([5001, 1]);
        let (q, p) = (host(normal_log_prob(x.clone(), one(mean), one(log_var))), host(standard_normal_log_prob(x)));
        let integral: f64 = q.iter().zip(&p).map(|(q, p)| q.exp() * (q - p) * step).sum();
        assert_near(kl, integral, 1e-4);
        assert_near(host(normal_kl(one(0.0), one(0.0)))[0], 0.0, 0.0);
    }
}

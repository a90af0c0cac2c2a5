//! Spectral normalisation: a weight divided by its largest singular value.

use burn::module::{Module, Param};
use burn::tensor::Tensor;

use super::init::{Initializer, ParamScope};

/// The running estimate of a weight's first left singular vector (Miyato et al. 2018, algorithm 1).
///
/// The weight is a matrix here: `[rows, columns]`, a convolution's `[out, in · kernel]`. The estimate is part of the module's
/// state, saved with it, and is not trained: [`power_iteration`](Self::power_iteration) brings it on by one step, once an update.
#[derive(Module, Debug)]
pub struct SpectralNorm {
    /// `[rows]`, of length 1.
    spectral_u: Param<Tensor<1>>,
}

/// Keeps a vector of zeros from becoming NaN.
const EPS: f64 = 1e-12;

impl SpectralNorm {
    /// An estimate that starts at random.
    #[must_use]
    pub fn new(rows: usize, scope: &ParamScope) -> Self {
        let random = scope.weight("spectral_u", [rows], [1, 1], Initializer::LecunNormal);
        Self { spectral_u: random.map(|u| unit(u.detach())).set_require_grad(false) }
    }

    /// One step of the power method: `v = Wᵀu / |Wᵀu|`, then `u = Wv / |Wv|`.
    #[must_use]
    pub fn power_iteration(self, weight: Tensor<2>) -> Self {
        let weight = weight.detach();
        Self {
            spectral_u: self.spectral_u.map(|u| {
                let v = unit(times(u.detach(), weight.clone()));
                unit(times(v, weight.transpose()))
            }),
        }
    }

    /// The estimate of the largest singular value, `uᵀWv` with `v = Wᵀu / |Wᵀu|`: `[1]`. Its gradient is `u vᵀ`, as if the two
    /// were constant. Never above the singular value itself.
    #[must_use]
    pub fn singular_value(&self, weight: Tensor<2>) -> Tensor<1> {
        let u = self.spectral_u.val().detach();
        let v = unit(times(u.clone(), weight.clone().detach()));
        (times(u, weight) * v).sum()
    }

    /// The weight divided by its estimated largest singular value.
    #[must_use]
    pub fn normalise(&self, weight: Tensor<2>) -> Tensor<2> {
        let value = self.singular_value(weight.clone());
        weight / value.clamp_min(EPS).unsqueeze()
    }
}

/// `xᵀW`: `[rows]` and `[rows, columns]` to `[columns]`.
fn times(x: Tensor<1>, weight: Tensor<2>) -> Tensor<1> {
    x.unsqueeze::<2>().matmul(weight).squeeze_dim(0)
}

fn unit(x: Tensor<1>) -> Tensor<1> {
    let length = x.clone().square().sum().sqrt().clamp_min(EPS);
    x / length
}

#[cfg(all(test, feature = "flex"))]
mod tests {
    use super::*;
    use crate::nn::params;
    use crate::rng::{Rngs, Stream};
    use burn::tensor::{Device, TensorData};

    const ROWS: usize = 6;
    const COLUMNS: usize = 4;
    const VALUES: [f64; COLUMNS] = [3.5, 2.0, 0.7, 0.1];

    /// An orthogonal matrix: a Householder reflection, row by row.
    fn reflection(n: usize, seed: u64) -> Vec<f64> {
        let v: Vec<f64> = Stream::from_seed(seed).normal(n).into_iter().map(f64::from).collect();
        let square: f64 = v.iter().map(|x| x * x).sum();
        (0..n * n).map(|at| f64::from(u8::from(at / n == at % n)) - 2.0 * v[at / n] * v[at % n] / square).collect()
    }

    /// `U diag(values) Vᵀ`, whose singular values are known, with its first pair of singular vectors.
    fn weight() -> (Vec<f64>, Vec<f64>, Vec<f64>) {
        let (u, v) = (reflection(ROWS, 1), reflection(COLUMNS, 2));
        let entry = |i: usize, j: usize| (0..COLUMNS).map(|k| u[i * ROWS + k] * VALUES[k] * v[j * COLUMNS + k]).sum();
        let matrix = (0..ROWS * COLUMNS).map(|at| entry(at / COLUMNS, at % COLUMNS)).collect();
        (matrix, (0..ROWS).map(|i| u[i * ROWS]).collect(), (0..COLUMNS).map(|j| v[j * COLUMNS]).collect())
    }

    fn host<const D: usize>(x: Tensor<D>) -> Vec<f64> {
        x.into_data().try_to_vec::<f32>().unwrap().into_iter().map(f64::from).collect()
    }

    #[test]
    fn the_largest_singular_value_is_found_and_divided_away() {
        let device = Device::flex().autodiff();
        let (matrix, left, right) = weight();
        let values: Vec<f32> = matrix.iter().map(|x| *x as f32).collect();
        let weight = Tensor::<2>::from_data(TensorData::new(values, [ROWS, COLUMNS]), &device).require_grad();
        let mut norm = SpectralNorm::new(ROWS, &ParamScope::root(&mut Rngs::new(3), &device));
        let mut before = 0.0;
        for step in 0..40 {
            let value = host(norm.singular_value(weight.clone()))[0];
            // The estimate rises to the value from below.
            assert!(value >= before - 1e-5 && value <= VALUES[0] + 1e-5, "step {step}: {value} after {before}");
            before = value;
            norm = norm.power_iteration(weight.clone());
        }
        assert!((before - VALUES[0]).abs() < 1e-5, "{before}");
        let normalised = host(norm.normalise(weight.clone()));
        for (found, expected) in normalised.iter().zip(&matrix) {
            assert!((found - expected / VALUES[0]).abs() < 1e-5);
        }
        // The derivative of the largest singular value is u vᵀ.
        let gradients = norm.singular_value(weight.clone()).backward();
        let gradient = host(weight.grad(&gradients).unwrap());
        for (at, found) in gradient.into_iter().enumerate() {
            let expected = left[at / COLUMNS] * right[at % COLUMNS];
            assert!((found - expected).abs() < 1e-4, "{at}: {found}, not {expected}");
        }
    }

    #[test]
    fn the_estimate_is_state_and_not_learnt() {
        let device = Device::flex().autodiff();
        let make = |seed| SpectralNorm::new(5, &ParamScope::root(&mut Rngs::new(seed), &device));
        let (from, to) = (make(1), make(2));
        assert_eq!(params::shapes(&from), [("spectral_u".to_owned(), vec![5])]);
        assert_eq!(params::learnt(&from), 0);
        let saved = params::export(&from).unwrap();
        assert_ne!(saved, params::export(&to).unwrap());
        assert_eq!(params::export(&params::import(to, saved.clone()).unwrap()).unwrap(), saved);
        let length: f64 = host(from.spectral_u.val()).iter().map(|x| x * x).sum();
        assert!((length - 1.0).abs() < 1e-6);
        // A weight of zeros stays one.
        let zeros = Tensor::<2>::zeros([5, 3], &device);
        let norm = from.power_iteration(zeros.clone());
        assert!(host(norm.normalise(zeros)).iter().all(|x| *x == 0.0));
    }
}

//! Monotone splines of quotients of quadratics (Durkan et al. 2019, section 3.1).

use burn::tensor::{Int, Tensor};

use super::config::SplineConfig;
use crate::kernels::activation::softplus;
use crate::kernels::softmax::softmax;

/// The least width and height of a bin, as shares of the whole, and the least slope at a knot.
const LEAST: f64 = 1e-3;

/// The form of the splines: from [-bound, bound] to itself in `bins` pieces, with slope 1 at both ends; the identity outside.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Spline {
    bins: usize,
    bound: f64,
}

/// A spline for each of `N` values, at the bin that the value is in: tensors `[N, 1]`.
struct Bin {
    /// Left end and width.
    x: Tensor<2>,
    width: Tensor<2>,
    /// Lower end and height.
    y: Tensor<2>,
    height: Tensor<2>,
    /// Slopes at both ends.
    left: Tensor<2>,
    right: Tensor<2>,
}

/// Widths, heights and slopes of all bins.
struct Knots {
    /// `[N, bins + 1]`.
    x: Tensor<2>,
    y: Tensor<2>,
    slopes: Tensor<2>,
}

impl Spline {
    pub(in super::super) const fn new(config: &SplineConfig) -> Self {
        Self { bins: config.num_bins, bound: config.tail_bound }
    }

    /// Numbers that describe one spline: widths, heights, and slopes at the inner knots.
    pub(in super::super) const fn params(self) -> usize {
        3 * self.bins - 1
    }

    /// Each value through its spline, with the logarithm of the slope: `x` is `[N, 1]`, `raw` `[N, params]`. All zeros describe the
    /// identity.
    pub(super) fn forward(self, x: Tensor<2>, raw: Tensor<2>) -> (Tensor<2>, Tensor<2>) {
        let (inside, clamped) = self.inside(&x);
        let knots = self.knots(raw);
        let bin = knots.bin(&index(&knots.x, &clamped));
        let at = (clamped - bin.x.clone()) / bin.width.clone();
        let slope = bin.height.clone() / bin.width.clone();
        let within = at.clone() * (at.clone().neg() + 1.0);
        // Equation 4, and the square of its lower part for the slope, equation 5.
        let lower = bin.bend(&slope) * within.clone() + slope.clone();
        let upper = slope.clone() * at.clone().square() + bin.left.clone() * within;
        let y = bin.y.clone() + bin.height.clone() * upper / lower.clone();
        // Rounding must not put a value outside of what a uniform distribution has.
        let y = y.clamp(-self.bound, self.bound);
        let log_slope = bin.log_slope(at, slope, lower);
        (y.mask_where(inside.clone().bool_not(), x), log_slope.mask_fill(inside.bool_not(), 0.0))
    }

    /// Back: the root of a quadratic, in the form that does not cancel (equation 29).
    pub(super) fn inverse(self, y: Tensor<2>, raw: Tensor<2>) -> (Tensor<2>, Tensor<2>) {
        let (inside, clamped) = self.inside(&y);
        let knots = self.knots(raw);
        let bin = knots.bin(&index(&knots.y, &clamped));
        let slope = bin.height.clone() / bin.width.clone();
        let (bend, rise) = (bin.bend(&slope), clamped - bin.y.clone());
        let bent = rise.clone() * bend.clone();
        let a = bin.height.clone() * (slope.clone() - bin.left.clone()) + bent.clone();
        let b = bin.height.clone() * bin.left.clone() - bent;
        let c = (slope.clone() * rise).neg();
        // Rounding can put it a little below 0, where the derivative of the root has no value.
        let discriminant = (b.clone().square() - a * c.clone() * 4.0).clamp_min(1e-30);
        let at = (c * 2.0 / (b.neg() - discriminant.sqrt())).clamp(0.0, 1.0);
        let x = at.clone() * bin.width.clone() + bin.x.clone();
        let lower = bend * (at.clone() * (at.clone().neg() + 1.0)) + slope.clone();
        let log_slope = bin.log_slope(at, slope, lower).neg();
        (x.mask_where(inside.clone().bool_not(), y), log_slope.mask_fill(inside.bool_not(), 0.0))
    }

    /// Which values the splines bend, and all of them moved to where they do, so that no gradient is lost to what is left out.
    fn inside(self, x: &Tensor<2>) -> (Tensor<2, burn::tensor::Bool>, Tensor<2>) {
        (x.clone().detach().abs().lower_equal_elem(self.bound), x.clone().clamp(-self.bound, self.bound))
    }

    fn knots(self, raw: Tensor<2>) -> Knots {
        let count = raw.dims()[0];
        let device = raw.device().without_autodiff();
        // Ones above the diagonal add up the widths to the left of each knot.
        let sums = Tensor::<2>::ones([self.bins, self.bins + 1], &device).triu(1) * (2.0 * self.bound);
        #[expect(clippy::cast_precision_loss, reason = "at most 500 bins")]
        let shrink = 1.0 - LEAST * self.bins as f64;
        let places = |at: usize| {
            let shares = softmax(raw.clone().narrow(1, at, self.bins), 1) * shrink + LEAST;
            shares.matmul(sums.clone()) - self.bound
        };
        let (x, y) = (places(0), places(self.bins));
        let end = Tensor::<2>::ones([count, 1], &device);
        // Shifted so that 0 is slope 1.
        let inner = raw.narrow(1, 2 * self.bins, self.bins - 1) + (1.0 - LEAST).exp_m1().ln();
        let slopes = Tensor::cat(vec![end.clone(), softplus(inner) + LEAST, end], 1);
        Knots { x, y, slopes }
    }
}

/// Which bin each value is in, from the knots `[N, bins + 1]`: `[N, 1]`.
fn index(knots: &Tensor<2>, x: &Tensor<2>) -> Tensor<2, Int> {
    let bins = knots.dims()[1] - 1;
    let (knots, x) = (knots.clone().without_autodiff(), x.clone().without_autodiff());
    // The number of inner knots that the value has reached.
    let inner = knots.narrow(1, 1, bins - 1);
    let shape = inner.dims();
    x.expand(shape).greater_equal(inner).int().sum_dim(1)
}

impl Knots {
    fn bin(&self, index: &Tensor<2, Int>) -> Bin {
        let next = index.clone() + 1;
        let at = |knots: &Tensor<2>, index: &Tensor<2, Int>| knots.clone().gather(1, index.clone());
        let (x, y) = (at(&self.x, index), at(&self.y, index));
        Bin {
            width: at(&self.x, &next) - x.clone(),
            height: at(&self.y, &next) - y.clone(),
            x,
            y,
            left: at(&self.slopes, index),
            right: at(&self.slopes, &next),
        }
    }
}

impl Bin {
    /// By how much the slopes at the ends are more than twice the mean slope.
    fn bend(&self, slope: &Tensor<2>) -> Tensor<2> {
        self.left.clone() + self.right.clone() - slope.clone() * 2.0
    }

    /// The logarithm of equation 5 at a share of the bin.
    fn log_slope(&self, at: Tensor<2>, slope: Tensor<2>, lower: Tensor<2>) -> Tensor<2> {
        let rest = at.clone().neg() + 1.0;
        let within = at.clone() * rest.clone();
        let upper = self.right.clone() * at.square() + slope.clone() * within * 2.0 + self.left.clone() * rest.square();
        slope.log() * 2.0 + upper.log() - lower.log() * 2.0
    }
}

#[cfg(all(test, feature = "flex"))]
mod tests {
    use super::*;
    use crate::rng::Stream;
    use burn::tensor::Device;

    fn host(x: Tensor<2>) -> Vec<f64> {
        x.into_data().try_to_vec::<f32>().unwrap().into_iter().map(f64::from).collect()
    }

    /// The definition in double precision: equations 4 and 5.
    fn reference(x: f64, raw: &[f64], bins: usize, bound: f64) -> (f64, f64) {
        if x.abs() > bound {
            return (x, 0.0);
        }
        let knots = |raw: &[f64]| {
            let sum: f64 = raw.iter().map(|x| x.exp()).sum();
            let mut knots = vec![-bound];
            for share in raw.iter().map(|x| LEAST + (1.0 - LEAST * bins as f64) * x.exp() / sum) {
                knots.push(knots[knots.len() - 1] + 2.0 * bound * share);
            }
            knots
        };
        let (xs, ys) = (knots(&raw[..bins]), knots(&raw[bins..2 * bins]));
        let slope_at = |k: usize| {
            if k == 0 || k == bins {
                return 1.0;
            }
            let shifted = raw[2 * bins + k - 1] + ((1.0 - LEAST).exp() - 1.0).ln();
            LEAST + (1.0 + shifted.exp()).ln()
        };
        let k = (1..bins).filter(|k| x >= xs[*k]).count();
        let (w, h) = (xs[k + 1] - xs[k], ys[k + 1] - ys[k]);
        let (s, t, a, b) = (h / w, (x - xs[k]) / w, slope_at(k), slope_at(k + 1));
        let lower = s + (a + b - 2.0 * s) * t * (1.0 - t);
        let y = ys[k] + h * (s * t * t + a * t * (1.0 - t)) / lower;
        let slope = s * s * (b * t * t + 2.0 * s * t * (1.0 - t) + a * (1.0 - t).powi(2)) / lower.powi(2);
        (y, slope.ln())
    }

    #[test]
    fn values_and_slopes_are_those_of_the_definition_and_the_inverse_undoes_them() {
        let device = Device::flex();
        for (bins, bound, spread) in [(8, 3.0, 1.0), (5, 1.0, 4.0), (2, 2.0, 1.0), (32, 4.0, 0.3)] {
            let spline = Spline { bins, bound };
            let count = 400;
            let mut stream = Stream::from_seed(5);
            let raw: Vec<f32> = stream.normal(count * spline.params()).into_iter().map(|x| x * spread).collect();
            let x: Vec<f32> = stream.uniform(count).into_iter().map(|u| (2.4 * u - 1.2) * bound as f32).collect();
            let tensor = |values: &[f32], width: usize| {
                Tensor::<1>::from_floats(values, &device).reshape([values.len() / width, width])
            };
            let (tensor_x, tensor_raw) = (tensor(&x, 1), tensor(&raw, spline.params()));
            let (y, log_slope) = spline.forward(tensor_x, tensor_raw.clone());
            let (back, minus) = spline.inverse(y.clone(), tensor_raw);
            let (y, log_slope, back, minus) = (host(y), host(log_slope), host(back), host(minus));
            for (k, x) in x.iter().enumerate() {
                let raw: Vec<f64> =
                    raw[k * spline.params()..(k + 1) * spline.params()].iter().map(|x| f64::from(*x)).collect();
                let (expected, slope) = reference(f64::from(*x), &raw, bins, bound);
                assert!((y[k] - expected).abs() < 2e-5, "{x}: {} is not {expected}", y[k]);
                // A steep piece magnifies what rounding does to a place.
                let tolerance = 2e-3 * (1.0 + slope.abs());
                assert!((log_slope[k] - slope).abs() < tolerance, "{x}: {} is not {slope}", log_slope[k]);
                // Where the slope is small the inverse is steep.
                let tolerance = 2e-6 * (1.0 + (-slope).exp());
                assert!((back[k] - f64::from(*x)).abs() < 10.0 * tolerance, "{x}: back {} slope {slope}", back[k]);
                // In the narrow bins of a wide spread the slope is another one a rounding away.
                if spread <= 1.0 {
                    assert!((minus[k] + log_slope[k]).abs() < 0.01, "{x}: {} {slope}", minus[k]);
                }
            }
        }
    }

    #[test]
    fn zeros_are_the_identity() {
        let device = Device::flex();
        let spline = Spline { bins: 8, bound: 3.0 };
        let x = Tensor::<1>::from_floats([-5.0, -3.0, -2.9, -0.1, 0.0, 1.7, 3.0, 3.1], &device).reshape([8, 1]);
        let (y, log_slope) = spline.forward(x.clone(), Tensor::zeros([8, spline.params()], &device));
        assert!(host(y).iter().zip(host(x)).all(|(y, x)| (y - x).abs() < 1e-5));
        assert!(host(log_slope).iter().all(|slope| slope.abs() < 1e-5));
    }
}

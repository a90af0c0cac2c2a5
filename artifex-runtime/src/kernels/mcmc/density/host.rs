//! The densities at single points, in plain Rust. `cube` says the same for cubecl's devices.

#![allow(clippy::inline_always, reason = "compiled into each version of the kernels")]

use super::{Analytic, Family};
use crate::kernels::mcmc::ops::host::sum;

/// The log density at a point.
#[inline(always)]
pub(in crate::kernels::mcmc) fn log_density(x: &[f32], s: &[f32], density: Analytic) -> f32 {
    let dims = x.len();
    match density.family {
        Family::Diagonal => {
            let (mean, precision) = (&s[..dims], &s[dims..2 * dims]);
            s[2 * dims] - 0.5 * sum(dims, |d| (x[d] - mean[d]) * (x[d] - mean[d]) * precision[d])
        }
        Family::Full => {
            let mean = &s[..dims];
            let form = sum(dims, |d| (x[d] - mean[d]) * precision_times(x, s, d));
            s[dims + dims * dims] - 0.5 * form
        }
        Family::Mixture => {
            // The logarithm of a sum of exponentials, kept relative to the largest so far.
            let mut terms =
                s.chunks_exact(dims + 2).take(density.components).map(|component| component_log(x, component));
            let (mut largest, mut total) = (terms.next().unwrap_or(f32::NAN), 1.0);
            for term in terms {
                let new = largest.max(term);
                total = total * (largest - new).exp() + (term - new).exp();
                largest = new;
            }
            largest + total.ln()
        }
        Family::Banana => {
            let second = x[1] - s[1] * (x[0] * x[0] - s[2]);
            let rest = &x[2..];
            s[3] - 0.5 * (s[0] * x[0] * x[0] + second * second + sum(rest.len(), |d| rest[d] * rest[d]))
        }
        Family::Funnel => {
            let (v, rest) = (x[0], &x[1..]);
            let squares = sum(rest.len(), |d| rest[d] * rest[d]);
            s[1] - 0.5 * (s[0] * v * v + count(rest.len()) * v + squares * (-v).exp())
        }
    }
}

/// Adds `scale · ∇log π(x)` to `out`.
#[inline(always)]
pub(in crate::kernels::mcmc) fn add_gradient(x: &[f32], s: &[f32], density: Analytic, scale: f32, out: &mut [f32]) {
    let dims = x.len();
    match density.family {
        Family::Diagonal => {
            let (mean, precision) = (&s[..dims], &s[dims..2 * dims]);
            for (((out, x), mean), precision) in out.iter_mut().zip(x).zip(mean).zip(precision) {
                *out -= scale * (x - mean) * precision;
            }
        }
        Family::Full => {
            for (d, out) in out.iter_mut().enumerate() {
                *out -= scale * precision_times(x, s, d);
            }
        }
        Family::Mixture => {
            let value = log_density(x, s, density);
            for component in s.chunks_exact(dims + 2).take(density.components) {
                let weight = scale * (component_log(x, component) - value).exp() * component[1];
                for ((out, x), mean) in out.iter_mut().zip(x).zip(&component[2..]) {
                    *out += weight * (mean - x);
                }
            }
        }
        Family::Banana => {
            let second = x[1] - s[1] * (x[0] * x[0] - s[2]);
            out[0] += scale * (2.0 * s[1] * x[0] * second - s[0] * x[0]);
            out[1] -= scale * second;
            for (out, x) in out[2..].iter_mut().zip(&x[2..]) {
                *out -= scale * x;
            }
        }
        Family::Funnel => {
            let (v, rest) = (x[0], &x[1..]);
            let precision = (-v).exp();
            let squares = sum(rest.len(), |d| rest[d] * rest[d]);
            out[0] += scale * (0.5 * squares * precision - 0.5 * count(rest.len()) - s[0] * v);
            for (out, x) in out[1..].iter_mut().zip(rest) {
                *out -= scale * x * precision;
            }
        }
    }
}

/// Entry `row` of the precision matrix times the distance from the mean.
#[inline(always)]
fn precision_times(x: &[f32], s: &[f32], row: usize) -> f32 {
    let dims = x.len();
    let (mean, line) = (&s[..dims], &s[dims + row * dims..dims + (row + 1) * dims]);
    sum(dims, |d| line[d] * (x[d] - mean[d]))
}

/// The logarithm of a component's weight and density.
#[inline(always)]
fn component_log(x: &[f32], component: &[f32]) -> f32 {
    let mean = &component[2..];
    component[0] - 0.5 * component[1] * sum(x.len(), |d| (x[d] - mean[d]) * (x[d] - mean[d]))
}

#[inline(always)]
#[expect(clippy::cast_precision_loss, reason = "a number of dimensions")]
fn count(n: usize) -> f32 {
    n as f32
}

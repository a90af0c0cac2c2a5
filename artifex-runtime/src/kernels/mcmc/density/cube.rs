//! The densities at single points, on cubecl's devices. `host` says the same for the CPU.
//!
//! Points are only read. They are `&mut` because a kernel's own states are, which cubecl does not lend as `&`.

#![allow(
    clippy::bool_to_int_with_if,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::float_cmp,
    clippy::manual_div_ceil,
    clippy::manual_is_multiple_of,
    clippy::manual_memcpy,
    clippy::needless_range_loop,
    clippy::too_many_lines,
    clippy::used_underscore_binding,
    reason = "kernels are written in the part of Rust that the macro `cube` understands"
)]

use cubecl::prelude::*;

use super::Family;

/// The log density at the row of `x` that begins at `first`. The parameters begin at the start of `s`.
#[cube]
pub(in crate::kernels::mcmc) fn log_density(
    x: &mut [f32],
    first: usize,
    dims: usize,
    s: &[f32],
    components: usize,
    #[comptime] family: Family,
) -> f32 {
    match family {
        Family::Diagonal => {
            let mut sum = 0.0f32;
            for d in 0..dims {
                let off = x[first + d] - s[d];
                sum += off * off * s[dims + d];
            }
            s[2 * dims] - 0.5f32 * sum
        }
        Family::Full => {
            let mut sum = 0.0f32;
            for d in 0..dims {
                sum += (x[first + d] - s[d]) * precision_times(x, first, dims, s, d);
            }
            s[dims + dims * dims] - 0.5f32 * sum
        }
        Family::Mixture => {
            // The logarithm of a sum of exponentials, kept relative to the largest so far.
            let mut largest = component_log(x, first, dims, s, 0);
            let mut total = 1.0f32;
            for component in 1..components {
                let term = component_log(x, first, dims, s, component * (dims + 2));
                let new = largest.max(term);
                total = total * (largest - new).exp() + (term - new).exp();
                largest = new;
            }
            largest + total.ln()
        }
        Family::Banana => {
            let head = x[first];
            let second = x[first + 1] - s[1] * (head * head - s[2]);
            let mut sum = s[0] * head * head + second * second;
            for d in 2..dims {
                sum += x[first + d] * x[first + d];
            }
            s[3] - 0.5f32 * sum
        }
        Family::Funnel => {
            let v = x[first];
            let mut squares = 0.0f32;
            for d in 1..dims {
                squares += x[first + d] * x[first + d];
            }
            s[1] - 0.5f32 * (s[0] * v * v + f32::cast_from(dims - 1) * v + squares * (-v).exp())
        }
    }
}

/// Adds `scale · ∇log π(x)` to the row of `out` that begins at `first`, as does the row of `x`.
#[cube]
pub(in crate::kernels::mcmc) fn add_gradient(
    x: &mut [f32],
    first: usize,
    dims: usize,
    s: &[f32],
    components: usize,
    scale: f32,
    out: &mut [f32],
    #[comptime] family: Family,
) {
    match family {
        Family::Diagonal => {
            for d in 0..dims {
                out[first + d] -= scale * (x[first + d] - s[d]) * s[dims + d];
            }
        }
        Family::Full => {
            for d in 0..dims {
                out[first + d] -= scale * precision_times(x, first, dims, s, d);
            }
        }
        Family::Mixture => {
            let value = log_density(x, first, dims, s, components, family);
            for component in 0..components {
                let at = component * (dims + 2);
                let weight = scale * (component_log(x, first, dims, s, at) - value).exp() * s[at + 1];
                for d in 0..dims {
                    out[first + d] += weight * (s[at + 2 + d] - x[first + d]);
                }
            }
        }
        Family::Banana => {
            let head = x[first];
            let second = x[first + 1] - s[1] * (head * head - s[2]);
            out[first] += scale * (2.0f32 * s[1] * head * second - s[0] * head);
            out[first + 1] -= scale * second;
            for d in 2..dims {
                out[first + d] -= scale * x[first + d];
            }
        }
        Family::Funnel => {
            let v = x[first];
            let precision = (-v).exp();
            let mut squares = 0.0f32;
            for d in 1..dims {
                squares += x[first + d] * x[first + d];
                out[first + d] -= scale * x[first + d] * precision;
            }
            let pull = 0.5f32 * squares * precision - 0.5f32 * f32::cast_from(dims - 1);
            out[first] += scale * (pull - s[0] * v);
        }
    }
}

/// Entry `row` of the precision matrix times the distance from the mean.
#[cube]
fn precision_times(x: &mut [f32], first: usize, dims: usize, s: &[f32], row: usize) -> f32 {
    let line = dims + row * dims;
    let mut sum = 0.0f32;
    for d in 0..dims {
        sum += s[line + d] * (x[first + d] - s[d]);
    }
    sum
}

/// The logarithm of the weight and density of the component whose parameters begin at `at`.
#[cube]
fn component_log(x: &mut [f32], first: usize, dims: usize, s: &[f32], at: usize) -> f32 {
    let mut squares = 0.0f32;
    for d in 0..dims {
        let off = x[first + d] - s[at + 2 + d];
        squares += off * off;
    }
    s[at] - 0.5f32 * s[at + 1] * squares
}

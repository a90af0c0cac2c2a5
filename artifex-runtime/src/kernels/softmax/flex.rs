//! The functions on the CPU, a few rows at a time while they are in the cache.

use burn::backend::{Flex, TensorMetadata};
use rayon::prelude::*;

use super::{SoftmaxOps, portable};
use crate::kernels::flex::{CHUNK, FlexTensor, changed, dense, tensor, values};
use crate::kernels::simd::exp_or_zero;
use crate::rng::ln;

impl SoftmaxOps for Flex {
    fn softmax_rows(x: FlexTensor) -> FlexTensor {
        let x = dense(x);
        if values(&x).is_none() {
            return portable::softmax::<Self>(x);
        }
        let width = width(&x);
        changed(x, width, |_, x| softmax_loop(x, width, &[]))
    }

    fn softmax_rows_backward(y: FlexTensor, grad: FlexTensor) -> FlexTensor {
        let (y, grad) = (dense(y), dense(grad));
        let (Some(y_values), Some(_)) = (values(&y), values(&grad)) else {
            return portable::softmax_backward::<Self>(y, grad);
        };
        let width = width(&y);
        changed(grad, width, |first, grad| softmax_backward_loop(&y_values[first..first + grad.len()], grad, width))
    }

    fn log_softmax_rows(x: FlexTensor) -> FlexTensor {
        let x = dense(x);
        if values(&x).is_none() {
            return portable::log_softmax::<Self>(x);
        }
        let width = width(&x);
        changed(x, width, |_, x| log_softmax_loop(x, width))
    }

    fn log_softmax_rows_backward(y: FlexTensor, grad: FlexTensor) -> FlexTensor {
        let (y, grad) = (dense(y), dense(grad));
        let (Some(y_values), Some(_)) = (values(&y), values(&grad)) else {
            return portable::log_softmax_backward::<Self>(y, grad);
        };
        let width = width(&y);
        changed(grad, width, |first, grad| {
            log_softmax_backward_loop(&y_values[first..first + grad.len()], grad, width);
        })
    }

    fn logsumexp_rows(x: FlexTensor) -> FlexTensor {
        let x = dense(x);
        let Some(x_values) = values(&x) else {
            return portable::logsumexp::<Self>(x);
        };
        let width = width(&x);
        let mut shape: Vec<usize> = x.shape().iter().copied().collect();
        if let Some(last) = shape.last_mut() {
            *last = 1;
        }
        let mut out = vec![0.0; x_values.len() / width];
        let group = CHUNK.div_ceil(width);
        if out.len() <= group {
            logsumexp_loop(x_values, width, &mut out);
        } else {
            out.par_chunks_mut(group)
                .zip(x_values.par_chunks(group * width))
                .for_each(|(out, x)| logsumexp_loop(x, width, out));
        }
        tensor(out, shape)
    }

    fn logsumexp_rows_backward(x: FlexTensor, grad: FlexTensor) -> FlexTensor {
        let (x, grad) = (dense(x), dense(grad));
        let (Some(_), Some(grad_values)) = (values(&x), values(&grad)) else {
            return portable::logsumexp_backward::<Self>(x, grad);
        };
        let width = width(&x);
        changed(x, width, |first, x| {
            softmax_loop(x, width, &grad_values[first / width..(first + x.len()) / width]);
        })
    }
}

/// Values in a row; 1 where a row has none, as there is nothing to do then.
fn width(x: &FlexTensor) -> usize {
    x.shape().iter().last().copied().unwrap_or(1).max(1)
}

/// Values side by side in a loop that becomes vector code: a fixed order of additions, whatever the machine.
const LANES: usize = 16;
/// Rows whose sums of exponentials are made together.
const ROWS: usize = 32;
/// Rows narrower than this are put side by side: each alone would leave vectors half empty.
const NARROW: usize = 32;

multiversion! {
    /// The softmax of each row, times the row's factor where there are factors.
    fn softmax_loop(x: &mut [f32], width: usize, factors: &[f32]) {
        for row in x.chunks_exact_mut(width) {
            let largest = finite_largest(row);
            for x in row {
                *x -= largest;
            }
        }
        for x in x.iter_mut() {
            *x = exp_or_zero(*x);
        }
        for (index, row) in x.chunks_exact_mut(width).enumerate() {
            let total = sum(row);
            // Where no exponential is above 0, so is no weight.
            let weight = if total == 0.0 { 0.0 } else { factors.get(index).copied().unwrap_or(1.0) / total };
            for x in row {
                *x *= weight;
            }
        }
    }
}

multiversion! {
    fn softmax_backward_loop(y: &[f32], grad: &mut [f32], width: usize) {
        for (y, grad) in y.chunks_exact(width).zip(grad.chunks_exact_mut(width)) {
            let dot = dot(y, grad);
            for (y, grad) in y.iter().zip(grad) {
                *grad = y * (*grad - dot);
            }
        }
    }
}

multiversion! {
    fn log_softmax_loop(x: &mut [f32], width: usize) {
        for x in x.chunks_mut(ROWS * width) {
            let (mut largest, mut sums) = ([0.0; ROWS], [0.0; ROWS]);
            exponential_sums(x, width, &mut largest, &mut sums);
            for (x, (&largest, &sum)) in x.chunks_exact_mut(width).zip(largest.iter().zip(&sums)) {
                // Where no exponential is above 0, every score is -∞, and stays so.
                let logarithm = if sum == 0.0 { 0.0 } else { ln_or_nan(sum) };
                for x in x {
                    *x = (*x - largest) - logarithm;
                }
            }
        }
    }
}

multiversion! {
    fn log_softmax_backward_loop(y: &[f32], grad: &mut [f32], width: usize) {
        for (y, grad) in y.chunks_exact(width).zip(grad.chunks_exact_mut(width)) {
            let total = sum(grad);
            for (y, grad) in y.iter().zip(grad) {
                *grad -= exp_or_zero(*y) * total;
            }
        }
    }
}

multiversion! {
    fn logsumexp_loop(x: &[f32], width: usize, out: &mut [f32]) {
        for (x, out) in x.chunks(ROWS * width).zip(out.chunks_mut(ROWS)) {
            let (mut largest, mut sums) = ([0.0; ROWS], [0.0; ROWS]);
            exponential_sums(x, width, &mut largest, &mut sums);
            for ((out, x), (&largest, &sum)) in out.iter_mut().zip(x.chunks_exact(width)).zip(largest.iter().zip(&sums)) {
                *out = if sum == 0.0 {
                    f32::NEG_INFINITY
                } else if largest == f32::INFINITY && !x.iter().any(|x| x.is_nan()) {
                    f32::INFINITY
                } else {
                    largest + ln_or_nan(sum)
                };
            }
        }
    }
}

/// For each of at most [`ROWS`] rows its largest value (see [`finite_largest`]) and the sum of the exponentials of what the
/// values are below it.
#[inline(always)]
#[expect(clippy::inline_always, reason = "part of vector loops")]
fn exponential_sums(x: &[f32], width: usize, largest: &mut [f32; ROWS], sums: &mut [f32; ROWS]) {
    let rows = x.chunks_exact(width).zip(largest);
    if width < NARROW {
        let mut room = [0f32; ROWS * NARROW];
        let room = &mut room[..x.len()];
        for (room, (x, largest)) in room.chunks_exact_mut(width).zip(rows) {
            *largest = finite_largest(x);
            for (room, x) in room.iter_mut().zip(x) {
                *room = x - *largest;
            }
        }
        for x in room.iter_mut() {
            *x = exp_or_zero(*x);
        }
        for (room, total) in room.chunks_exact(width).zip(sums) {
            *total = sum(room);
        }
        return;
    }
    for ((x, largest), total) in rows.zip(sums) {
        *largest = finite_largest(x);
        let mut lanes = [0f32; LANES];
        let (groups, rest) = x.as_chunks::<LANES>();
        // What lacks in the last group counts nothing.
        let mut last = [f32::NEG_INFINITY; LANES];
        last[..rest.len()].copy_from_slice(rest);
        for group in groups.iter().chain(std::iter::once(&last)) {
            for (lane, x) in lanes.iter_mut().zip(group) {
                *lane += exp_or_zero(x - *largest);
            }
        }
        *total = lanes.iter().sum();
    }
}

/// The largest value that is not NaN, or 0 where that is -∞: what a row is shifted by so that no exponential overflows and
/// none is of `∞ - ∞` because of a mask.
#[inline(always)]
#[expect(clippy::inline_always, reason = "part of vector loops")]
fn finite_largest(x: &[f32]) -> f32 {
    let larger = |a: f32, b: f32| if b > a { b } else { a };
    let mut lanes = [f32::NEG_INFINITY; LANES];
    let (groups, rest) = x.as_chunks::<LANES>();
    for group in groups {
        for (lane, &x) in lanes.iter_mut().zip(group) {
            *lane = larger(*lane, x);
        }
    }
    let largest = rest.iter().copied().fold(f32::NEG_INFINITY, larger);
    let largest = if groups.is_empty() { largest } else { lanes.into_iter().fold(largest, larger) };
    if largest == f32::NEG_INFINITY { 0.0 } else { largest }
}

#[inline(always)]
#[expect(clippy::inline_always, reason = "part of vector loops")]
fn sum(x: &[f32]) -> f32 {
    let (groups, rest) = x.as_chunks::<LANES>();
    let rest: f32 = rest.iter().sum();
    if groups.is_empty() {
        return rest;
    }
    let mut lanes = [0f32; LANES];
    for group in groups {
        for (lane, x) in lanes.iter_mut().zip(group) {
            *lane += x;
        }
    }
    lanes.iter().sum::<f32>() + rest
}

#[inline(always)]
#[expect(clippy::inline_always, reason = "part of vector loops")]
fn dot(a: &[f32], b: &[f32]) -> f32 {
    let ((a, a_rest), (b, b_rest)) = (a.as_chunks::<LANES>(), b.as_chunks::<LANES>());
    let rest: f32 = a_rest.iter().zip(b_rest).map(|(a, b)| a * b).sum();
    if a.is_empty() {
        return rest;
    }
    let mut lanes = [0f32; LANES];
    for (a, b) in a.iter().zip(b) {
        for (lane, (a, b)) in lanes.iter_mut().zip(a.iter().zip(b)) {
            *lane += a * b;
        }
    }
    lanes.iter().sum::<f32>() + rest
}

/// The logarithm of a sum that is at least 1, or NaN of NaN.
#[inline(always)]
#[expect(clippy::inline_always, reason = "part of vector loops")]
fn ln_or_nan(x: f32) -> f32 {
    if x.is_nan() { x } else { ln(x) }
}

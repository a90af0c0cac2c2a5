//! The functions on the CPU: one pass each.

use burn::backend::Flex;

use super::portable::{self, GELU_CUBE, GELU_FACTOR};
use super::{Function, FunctionOps};
use crate::kernels::flex::{FlexTensor, changed, dense, values};
use crate::kernels::simd::{exp_m1_nonpositive, exp_or_zero, ln_1p_unit, normal_density_and_tail, sigmoid_parts, tanh};

impl FunctionOps for Flex {
    fn apply_function(x: FlexTensor, function: Function) -> FlexTensor {
        let x = dense(x);
        if values(&x).is_none() {
            return portable::apply_function::<Self>(x, function);
        }
        changed(x, 1, |_, x| forward_loop(x, function))
    }

    fn function_backward(kept: FlexTensor, grad: FlexTensor, function: Function) -> FlexTensor {
        let (kept, grad) = (dense(kept), dense(grad));
        let (Some(kept_values), Some(grad_values)) = (values(&kept), values(&grad)) else {
            return portable::function_backward::<Self>(kept, grad, function);
        };
        assert_eq!(
            kept_values.len(),
            grad_values.len(),
            "the gradient of {function:?} has another size than its value"
        );
        changed(grad, 1, |first, grad| backward_loop(&kept_values[first..first + grad.len()], grad, function))
    }
}

/// Replaces each value by what the expression makes of it: one vector loop per function.
macro_rules! each {
    ($x:ident => $value:expr) => {
        for x in $x.iter_mut() {
            let $x = *x;
            *x = $value;
        }
    };
    ($kept:ident, $grad:ident => $slope:expr) => {
        for ($kept, grad) in $kept.iter().zip($grad.iter_mut()) {
            let $kept = *$kept;
            *grad *= $slope;
        }
    };
}

multiversion! {
    fn forward_loop(x: &mut [f32], function: Function) {
        match function {
            // A product and not a choice of values: of that the compiler would make a store behind a branch.
            Function::LeakyRelu { slope } => each!(x => x * if x < 0.0 { slope } else { 1.0 }),
            Function::Clamp { low, high } => each!(x => clamp(x, low, high)),
            Function::Silu => each!(x => silu(x)),
            Function::Gelu => each!(x => gelu(x)),
            Function::GeluTanh => each!(x => gelu_tanh(x)),
            Function::Tanh => each!(x => tanh(x)),
            Function::Sigmoid => each!(x => sigmoid_parts(x).0),
            Function::Softplus => each!(x => softplus(x)),
            Function::Elu { alpha, scale } => each!(x => elu(x, alpha * scale, scale)),
            Function::Softsign => each!(x => softsign(x)),
        }
    }
}

multiversion! {
    fn backward_loop(kept: &[f32], grad: &mut [f32], function: Function) {
        match function {
            Function::Clamp { low, high } => {
                // A gradient that is infinite or NaN goes nowhere where the function is flat.
                for (x, grad) in kept.iter().zip(grad.iter_mut()) {
                    *grad = if *x < low || *x > high { 0.0 } else { *grad };
                }
            }
            Function::LeakyRelu { slope } => each!(kept, grad => if kept < 0.0 { slope } else { 1.0 }),
            Function::Silu => each!(kept, grad => silu_slope(kept)),
            Function::Gelu => each!(kept, grad => gelu_slope(kept)),
            Function::GeluTanh => each!(kept, grad => gelu_tanh_slope(kept)),
            Function::Tanh => each!(kept, grad => 1.0 - kept * kept),
            Function::Sigmoid => each!(kept, grad => kept * (1.0 - kept)),
            Function::Softplus => each!(kept, grad => sigmoid_parts(kept).0),
            Function::Elu { alpha, scale } => {
                let limit = alpha * scale;
                each!(kept, grad => if kept > 0.0 { scale } else { kept + limit });
            }
            Function::Softsign => each!(kept, grad => softsign_slope(kept)),
        }
    }
}

/// `x` limited to an interval; NaN stays NaN.
#[inline(always)]
#[allow(clippy::inline_always, clippy::manual_clamp, reason = "part of vector loops; branches that become selections")]
fn clamp(x: f32, low: f32, high: f32) -> f32 {
    let x = if x < low { low } else { x };
    if x > high { high } else { x }
}

#[inline(always)]
#[expect(clippy::inline_always, reason = "part of vector loops")]
fn silu(x: f32) -> f32 {
    // From -88 on the sigmoid is 0: the limit stays, where -∞ · 0 would be NaN.
    let x = if x < -88.0 { -88.0 } else { x };
    let e = exp_or_zero(-x.abs());
    let part = if x < 0.0 { x * e } else { x };
    part / (1.0 + e)
}

#[inline(always)]
#[expect(clippy::inline_always, reason = "part of vector loops")]
fn silu_slope(x: f32) -> f32 {
    let x = clamp(x, -88.0, 88.0);
    let (s, rest) = sigmoid_parts(x);
    s + x * (s * rest)
}

/// Beyond this the normal tail is 0 in f32.
const NORMAL_END: f32 = 14.0;

#[inline(always)]
#[expect(clippy::inline_always, reason = "part of vector loops")]
fn gelu(x: f32) -> f32 {
    let x = if x < -NORMAL_END { -NORMAL_END } else { x };
    let (_, tail) = normal_density_and_tail(x.abs());
    x * if x < 0.0 { tail } else { 1.0 - tail }
}

#[inline(always)]
#[expect(clippy::inline_always, reason = "part of vector loops")]
fn gelu_slope(x: f32) -> f32 {
    let x = clamp(x, -NORMAL_END, NORMAL_END);
    let (density, tail) = normal_density_and_tail(x.abs());
    x * density + if x < 0.0 { tail } else { 1.0 - tail }
}

#[inline(always)]
#[expect(clippy::inline_always, reason = "part of vector loops")]
fn gelu_tanh(x: f32) -> f32 {
    let x = if x < -NORMAL_END { -NORMAL_END } else { x };
    let e = exp_or_zero(-(x * (GELU_FACTOR * GELU_CUBE * (x * x) + GELU_FACTOR)).abs());
    let part = if x < 0.0 { x * e } else { x };
    part / (1.0 + e)
}

#[inline(always)]
#[expect(clippy::inline_always, reason = "part of vector loops")]
fn gelu_tanh_slope(x: f32) -> f32 {
    let x = clamp(x, -NORMAL_END, NORMAL_END);
    let square = x * x;
    let (s, rest) = sigmoid_parts(x * (GELU_FACTOR * GELU_CUBE * square + GELU_FACTOR));
    s + x * (s * rest) * (3.0 * GELU_FACTOR * GELU_CUBE * square + GELU_FACTOR)
}

#[inline(always)]
#[expect(clippy::inline_always, reason = "part of vector loops")]
fn softplus(x: f32) -> f32 {
    // The logarithm of a NaN's exponential is NaN, so the sum shows it.
    let positive = if x > 0.0 { x } else { 0.0 };
    positive + ln_1p_unit(exp_or_zero(-x.abs()))
}

#[inline(always)]
#[expect(clippy::inline_always, reason = "part of vector loops")]
fn elu(x: f32, below: f32, above: f32) -> f32 {
    let negative = below * exp_m1_nonpositive(if x > 0.0 { 0.0 } else { x });
    if x > 0.0 { above * x } else { negative }
}

#[inline(always)]
#[expect(clippy::inline_always, reason = "part of vector loops")]
fn softsign(x: f32) -> f32 {
    // Beyond 1e30 the quotient is 1 in f32, where ∞ / ∞ would be NaN.
    let x = clamp(x, -1e30, 1e30);
    x / (1.0 + x.abs())
}

#[inline(always)]
#[expect(clippy::inline_always, reason = "part of vector loops")]
fn softsign_slope(x: f32) -> f32 {
    let root = 1.0 / (1.0 + x.abs());
    root * root
}

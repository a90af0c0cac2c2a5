//! The likelihood on the CPU: value and derivative in one pass.

use burn::backend::{Flex, TensorMetadata};
use rayon::prelude::*;

use super::{BernoulliOps, portable};
use crate::kernels::flex::{CHUNK, FlexTensor, dense, tensor, values, values_mut};
use crate::kernels::simd::{exp_nonpositive, ln_1p_unit};

impl BernoulliOps for Flex {
    fn bernoulli_nll(logits: FlexTensor, targets: FlexTensor) -> FlexTensor {
        let (logits, targets) = (dense(logits), dense(targets));
        let (Some(l), Some(t)) = (values(&logits), values(&targets)) else {
            return portable::bernoulli_nll::<Self>(logits, targets);
        };
        let shape = logits.shape();
        let (rows, width) = (shape[0], shape[1]);
        let mut nll = vec![0.0; rows];
        let group = rows_per_task(width);
        nll.par_chunks_mut(group)
            .zip(l.par_chunks((group * width).max(1)).zip(t.par_chunks((group * width).max(1))))
            .for_each(|(nll, (l, t))| value_loop(l, t, width, nll));
        tensor(nll, [rows])
    }

    fn bernoulli_nll_and_residual(logits: FlexTensor, targets: FlexTensor) -> (FlexTensor, FlexTensor) {
        let (logits, targets) = (dense(logits), dense(targets));
        let (Some(l), Some(t)) = (values(&logits), values(&targets)) else {
            let residual = portable::residual::<Self>(logits.clone(), targets.clone());
            return (portable::bernoulli_nll::<Self>(logits, targets), residual);
        };
        let shape = logits.shape();
        let (rows, width) = (shape[0], shape[1]);
        let (mut nll, mut residual) = (vec![0.0; rows], vec![0.0; rows * width]);
        let group = rows_per_task(width);
        nll.par_chunks_mut(group)
            .zip(residual.par_chunks_mut((group * width).max(1)))
            .zip(l.par_chunks((group * width).max(1)).zip(t.par_chunks((group * width).max(1))))
            .for_each(|((nll, residual), (l, t))| value_and_residual_loop(l, t, width, nll, residual));
        (tensor(nll, [rows]), tensor(residual, [rows, width]))
    }

    fn scale_rows(x: FlexTensor, s: FlexTensor) -> FlexTensor {
        let (mut x, s) = (dense(x), dense(s));
        let width = x.shape()[1];
        let (Some(x_values), Some(s_values)) = (values_mut(&mut x), values(&s)) else {
            return portable::scale_rows::<Self>(x, s);
        };
        let group = rows_per_task(width);
        x_values
            .par_chunks_mut((group * width).max(1))
            .zip(s_values.par_chunks(group))
            .for_each(|(x, s)| scale_loop(x, s, width));
        x
    }
}

/// Rows of one task.
fn rows_per_task(width: usize) -> usize {
    CHUNK.div_ceil(width.max(1))
}

multiversion! {
    fn value_loop(logits: &[f32], targets: &[f32], width: usize, nll: &mut [f32]) {
        for ((l, t), nll) in logits.chunks_exact(width).zip(targets.chunks_exact(width)).zip(nll) {
            let mut sums = [0f32; 16];
            let ((l, l_rest), (t, t_rest)) = (l.as_chunks::<16>(), t.as_chunks::<16>());
            for (l, t) in l.iter().zip(t) {
                for i in 0..16 {
                    sums[i] += terms(l[i], t[i]).0;
                }
            }
            let rest: f32 = l_rest.iter().zip(t_rest).map(|(&l, &t)| terms(l, t).0).sum();
            *nll = sums.iter().sum::<f32>() + rest;
        }
    }
}

multiversion! {
    fn value_and_residual_loop(logits: &[f32], targets: &[f32], width: usize, nll: &mut [f32], residual: &mut [f32]) {
        let rows = logits.chunks_exact(width).zip(targets.chunks_exact(width));
        for (((l, t), nll), r) in rows.zip(nll).zip(residual.chunks_exact_mut(width)) {
            // Sixteen sums side by side, so that the loop is vector code with a fixed order of additions.
            let mut sums = [0f32; 16];
            let ((l, l_rest), (t, t_rest)) = (l.as_chunks::<16>(), t.as_chunks::<16>());
            let (r, r_rest) = r.as_chunks_mut::<16>();
            for ((l, t), r) in l.iter().zip(t).zip(r) {
                for i in 0..16 {
                    let (value, slope) = terms(l[i], t[i]);
                    sums[i] += value;
                    r[i] = slope;
                }
            }
            let mut rest = 0.0;
            for ((&l, &t), r) in l_rest.iter().zip(t_rest).zip(r_rest) {
                let (value, slope) = terms(l, t);
                rest += value;
                *r = slope;
            }
            *nll = sums.iter().sum::<f32>() + rest;
        }
    }
}

multiversion! {
    fn scale_loop(x: &mut [f32], s: &[f32], width: usize) {
        if width == 0 {
            return;
        }
        for (row, &s) in x.chunks_exact_mut(width).zip(s) {
            for x in row {
                *x *= s;
            }
        }
    }
}

/// The negative log-likelihood of one value and its derivative by the logit.
#[inline(always)]
#[expect(clippy::inline_always, reason = "part of vector loops")]
fn terms(logit: f32, target: f32) -> (f32, f32) {
    let e = exp_nonpositive(-logit.abs());
    let smaller = e / (1.0 + e);
    // sigmoid(l) is 1 - e/(1+e) for l >= 0 and e/(1+e) below.
    let probability = if logit >= 0.0 { 1.0 - smaller } else { smaller };
    let value = logit.max(0.0) - logit * target + ln_1p_unit(e);
    // max drops a NaN; a broken net must show.
    (if logit.is_nan() { logit } else { value }, probability - target)
}

//! The updates on the CPU: one pass, several threads, in place.

use burn::backend::Flex;
use rayon::prelude::*;

use super::{AdamStep, OptimOps, SgdStep, portable};
use crate::kernels::flex::{CHUNK, FlexTensor, changed, dense, tensor, values, values_mut};

impl OptimOps for Flex {
    fn adam(
        mut param: FlexTensor,
        gradient: FlexTensor,
        mut m: FlexTensor,
        mut v: FlexTensor,
        step: AdamStep,
    ) -> (FlexTensor, FlexTensor, FlexTensor) {
        let gradient = dense(gradient);
        let (Some(p), Some(g), Some(m_values), Some(v_values)) =
            (values_mut(&mut param), values(&gradient), values_mut(&mut m), values_mut(&mut v))
        else {
            return portable::adam::<Self>(param, gradient, m, v, step);
        };
        assert!(p.len() == g.len() && p.len() == m_values.len() && p.len() == v_values.len(), "adam: sizes differ");
        if p.len() <= CHUNK {
            adam_loop(p, g, m_values, v_values, step);
        } else {
            p.par_chunks_mut(CHUNK)
                .zip(g.par_chunks(CHUNK))
                .zip(m_values.par_chunks_mut(CHUNK).zip(v_values.par_chunks_mut(CHUNK)))
                .for_each(|((p, g), (m, v))| adam_loop(p, g, m, v, step));
        }
        (param, m, v)
    }

    fn sgd(
        mut param: FlexTensor,
        gradient: FlexTensor,
        mut velocity: FlexTensor,
        step: SgdStep,
    ) -> (FlexTensor, FlexTensor) {
        let gradient = dense(gradient);
        let (Some(p), Some(g), Some(v)) = (values_mut(&mut param), values(&gradient), values_mut(&mut velocity)) else {
            return portable::sgd::<Self>(param, gradient, velocity, step);
        };
        assert!(p.len() == g.len() && p.len() == v.len(), "sgd: sizes differ");
        if p.len() <= CHUNK {
            sgd_loop(p, g, v, step);
        } else {
            p.par_chunks_mut(CHUNK)
                .zip(g.par_chunks(CHUNK))
                .zip(v.par_chunks_mut(CHUNK))
                .for_each(|((p, g), v)| sgd_loop(p, g, v, step));
        }
        (param, velocity)
    }

    fn ema(average: FlexTensor, value: FlexTensor, decay: f32) -> FlexTensor {
        let (average, value) = (dense(average), dense(value));
        let (Some(a), Some(v)) = (values(&average), values(&value)) else {
            return portable::ema::<Self>(average, value, decay);
        };
        assert!(a.len() == v.len(), "ema: sizes differ");
        changed(average, 1, |first, a| ema_loop(a, &v[first..first + a.len()], decay))
    }

    fn sum_squares(x: FlexTensor) -> FlexTensor {
        let x = dense(x);
        let Some(x_values) = values(&x) else {
            return portable::sum_squares::<Self>(x);
        };
        // Chunk sums are added in order: the result does not depend on how many threads there are.
        let sums: Vec<f64> = x_values.par_chunks(CHUNK).map(sum_squares_loop).collect();
        #[expect(clippy::cast_possible_truncation, reason = "the tensor is f32")]
        let total = sums.iter().sum::<f64>() as f32;
        tensor(vec![total], [1])
    }
}

multiversion! {
    fn adam_loop(p: &mut [f32], g: &[f32], m: &mut [f32], v: &mut [f32], step: AdamStep) {
        let (one_less_beta1, one_less_beta2) = (1.0 - step.beta1, 1.0 - step.beta2);
        for (((p, g), m), v) in p.iter_mut().zip(g).zip(m.iter_mut()).zip(v.iter_mut()) {
            let g = *g * step.gradient_scale;
            *m = *m * step.beta1 + g * one_less_beta1;
            *v = *v * step.beta2 + g * g * one_less_beta2;
            let update = *m / (v.sqrt() * step.root_correction + step.eps) * step.step_size;
            *p = *p - *p * step.decay - update;
        }
    }
}

multiversion! {
    fn sgd_loop(p: &mut [f32], g: &[f32], v: &mut [f32], step: SgdStep) {
        if step.nesterov {
            for ((p, g), v) in p.iter_mut().zip(g).zip(v.iter_mut()) {
                let g = *g * step.gradient_scale;
                *v = *v * step.momentum + g;
                *p -= (g + *v * step.momentum) * step.learning_rate;
            }
        } else {
            for ((p, g), v) in p.iter_mut().zip(g).zip(v.iter_mut()) {
                *v = *v * step.momentum + *g * step.gradient_scale;
                *p -= *v * step.learning_rate;
            }
        }
    }
}

multiversion! {
    fn ema_loop(average: &mut [f32], value: &[f32], decay: f32) {
        let rest = 1.0 - decay;
        for (a, v) in average.iter_mut().zip(value) {
            *a = *a * decay + v * rest;
        }
    }
}

multiversion! {
    fn sum_squares_loop(x: &[f32]) -> f64 {
        // Sixteen sums side by side, so that the loop is vector code with a fixed order of additions.
        let mut sums = [0f64; 16];
        let (groups, rest) = x.as_chunks::<16>();
        for group in groups {
            for (sum, &x) in sums.iter_mut().zip(group) {
                *sum += f64::from(x) * f64::from(x);
            }
        }
        sums.iter().sum::<f64>() + rest.iter().map(|&x| f64::from(x) * f64::from(x)).sum::<f64>()
    }
}

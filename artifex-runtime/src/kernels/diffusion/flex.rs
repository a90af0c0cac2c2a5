//! Diffusion on the CPU: one pass over memory, in place where nothing else holds `x`, by several threads.
//!
//! A task goes through its part in blocks that fit the first-level cache, and makes estimates and noise of one block at a time
//! on its stack.

use std::mem::MaybeUninit;

use burn::backend::{Flex, TensorMetadata};
use rayon::prelude::*;

use super::spec::{Factors, StepSpec};
use super::{DiffusionOps, portable};
use crate::kernels::flex::{ALONE, CHUNK, FlexTensor, dense, tensor, values, values_mut};
use crate::kernels::simd::exp_nonpositive;
use crate::rng::Stream;

/// Values of a block; whole blocks of random words.
const BLOCK: usize = 1024;

impl DiffusionOps for Flex {
    fn mix(x: FlexTensor, y: FlexTensor, p: FlexTensor, q: FlexTensor) -> FlexTensor {
        let (mut x, y, p, q) = (dense(x), dense(y), dense(p), dense(q));
        let inner = sample_size(&x);
        let (Some(xs), Some(ys), Some(ps), Some(qs)) = (values_mut(&mut x), values(&y), values(&p), values(&q)) else {
            return portable::mix::<Self>(x, y, p, q);
        };
        let run = |(chunk, (x, y)): (usize, (&mut [f32], &[f32]))| {
            samples(chunk * CHUNK, x.len(), inner, |sample, part| {
                combine(&mut x[part.clone()], ps[sample], &y[part], qs[sample]);
            });
        };
        if xs.len() <= ALONE {
            run((0, (xs, ys)));
        } else {
            xs.par_chunks_mut(CHUNK).zip(ys.par_chunks(CHUNK)).enumerate().for_each(run);
        }
        x
    }

    fn mix_with_noise(x: FlexTensor, p: FlexTensor, q: FlexTensor, from: Stream) -> (FlexTensor, FlexTensor) {
        let (mut x, p, q) = (dense(x), dense(p), dense(q));
        let (shape, inner) = (x.shape(), sample_size(&x));
        let (Some(xs), Some(ps), Some(qs)) = (values_mut(&mut x), values(&p), values(&q)) else {
            return portable::mix_with_noise::<Self>(x, p, q, from);
        };
        let mut noise = Vec::with_capacity(xs.len());
        let room = &mut noise.spare_capacity_mut()[..xs.len()];
        let run = |(chunk, (x, room)): (usize, (&mut [f32], &mut [MaybeUninit<f32>]))| {
            let mut here = stream_at(&from, chunk * CHUNK);
            let mut drawn = [0.0; BLOCK];
            for (block, (x, room)) in x.chunks_mut(BLOCK).zip(room.chunks_mut(BLOCK)).enumerate() {
                let noise = &mut drawn[..x.len()];
                here.fill_normal(noise);
                room.write_copy_of_slice(noise);
                samples(chunk * CHUNK + block * BLOCK, x.len(), inner, |sample, part| {
                    combine(&mut x[part.clone()], ps[sample], &noise[part], qs[sample]);
                });
            }
        };
        let count = xs.len();
        if count <= ALONE {
            run((0, (xs, room)));
        } else {
            xs.par_chunks_mut(CHUNK).zip(room.par_chunks_mut(CHUNK)).enumerate().for_each(run);
        }
        // SAFETY: `run` has written every block of the room, which lies inside the capacity.
        unsafe { noise.set_len(count) };
        (x, tensor(noise, shape.to_vec()))
    }

    fn linear_step(
        x: FlexTensor,
        model: FlexTensor,
        unconditional: FlexTensor,
        previous: FlexTensor,
        variance: FlexTensor,
        spec: StepSpec,
    ) -> FlexTensor {
        step(x, model, unconditional, previous, variance, spec, false).0
    }

    fn linear_step_with_denoised(
        x: FlexTensor,
        model: FlexTensor,
        unconditional: FlexTensor,
        previous: FlexTensor,
        variance: FlexTensor,
        spec: StepSpec,
    ) -> (FlexTensor, FlexTensor) {
        step(x, model, unconditional, previous, variance, spec, true)
    }
}

/// Elements of one sample; 1 where there are none.
fn sample_size(x: &FlexTensor) -> usize {
    x.shape()[1..].iter().product::<usize>().max(1)
}

/// The stream from element `index` on, a multiple of 4.
fn stream_at(from: &Stream, index: usize) -> Stream {
    let mut here = from.clone();
    here.take((index / 4) as u64);
    here
}

/// The parts of `start .. start + len` that lie in one sample each, counted from `start`.
fn samples(start: usize, len: usize, inner: usize, mut part: impl FnMut(usize, std::ops::Range<usize>)) {
    let mut at = 0;
    while at < len {
        let sample = (start + at) / inner;
        let end = ((sample + 1) * inner - start).min(len);
        part(sample, at..end);
        at = end;
    }
}

/// The values of a step's tensors.
struct Inputs<'a> {
    model: &'a [f32],
    unconditional: &'a [f32],
    previous: &'a [f32],
    variance: &'a [f32],
    rows: Vec<[f32; Factors::COUNT]>,
    inner: usize,
    spec: &'a StepSpec,
}

fn step(
    x: FlexTensor,
    model: FlexTensor,
    unconditional: FlexTensor,
    previous: FlexTensor,
    variance: FlexTensor,
    spec: StepSpec,
    keep: bool,
) -> (FlexTensor, FlexTensor) {
    let (mut x, model, unconditional, previous, variance) =
        (dense(x), dense(model), dense(unconditional), dense(previous), dense(variance));
    let (shape, inner) = (x.shape(), sample_size(&x));
    let (Some(xs), Some(of_model), Some(of_unconditional), Some(of_previous), Some(of_variance)) =
        (values_mut(&mut x), values(&model), values(&unconditional), values(&previous), values(&variance))
    else {
        return portable::step::<Flex>(x, model, unconditional, previous, variance, spec, keep);
    };
    let rows = spec.factors.iter().map(Factors::row).collect();
    let inputs = Inputs {
        model: of_model,
        unconditional: of_unconditional,
        previous: of_previous,
        variance: of_variance,
        rows,
        inner,
        spec: &spec,
    };
    let mut denoised = vec![0.0; if keep { xs.len() } else { 0 }];
    if keep {
        xs.par_chunks_mut(CHUNK)
            .zip(denoised.par_chunks_mut(CHUNK))
            .enumerate()
            .for_each(|(chunk, (x, denoised))| inputs.run(chunk * CHUNK, x, denoised));
    } else if xs.len() <= ALONE {
        inputs.run(0, xs, &mut []);
    } else {
        xs.par_chunks_mut(CHUNK).enumerate().for_each(|(chunk, x)| inputs.run(chunk * CHUNK, x, &mut []));
    }
    let denoised = if keep { tensor(denoised, shape.to_vec()) } else { tensor(vec![0.0], [1]) };
    (x, denoised)
}

impl Inputs<'_> {
    /// The step for the elements from `start` on. `denoised` is empty where it is not kept.
    fn run(&self, start: usize, x: &mut [f32], denoised: &mut [f32]) {
        let mut stream = self.spec.from.as_ref().map(|from| stream_at(from, start));
        let (mut noise, mut scratch) = ([0.0; BLOCK], [[0.0; BLOCK]; 2]);
        let mut blocks = denoised.chunks_mut(BLOCK);
        for (block, x) in x.chunks_mut(BLOCK).enumerate() {
            let first = start + block * BLOCK;
            let noise = &mut noise[..x.len()];
            if let Some(stream) = &mut stream {
                stream.fill_normal(noise);
            }
            let kept = blocks.next().unwrap_or_default();
            if let [factors] = self.rows.as_slice() {
                self.part(first, x, noise, kept, factors, &mut scratch);
            } else {
                samples(first, x.len(), self.inner, |sample, part| {
                    let kept = if kept.is_empty() { &mut [] } else { &mut kept[part.clone()] };
                    let (first, x, noise) = (first + part.start, &mut x[part.clone()], &mut noise[part]);
                    self.part(first, x, noise, kept, &self.rows[sample], &mut scratch);
                });
            }
        }
    }

    /// The step for at most a block of elements with the same factors.
    fn part(
        &self,
        first: usize,
        x: &mut [f32],
        noise: &mut [f32],
        kept: &mut [f32],
        factors: &[f32; Factors::COUNT],
        [mixed, estimate]: &mut [[f32; BLOCK]; 2],
    ) {
        let [start_of_x, start_of_model, clip, guidance, of_x, of_model, of_denoised, of_previous, of_noise, ..] =
            *factors;
        let [.., log_std, slope] = *factors;
        let here = first..first + x.len();
        let mut model = &self.model[here.clone()];
        if self.spec.guided {
            let mixed = &mut mixed[..x.len()];
            guide(mixed, &self.unconditional[here.clone()], model, guidance);
            model = mixed;
        }
        let estimate = &mut estimate[..x.len()];
        if self.spec.clipped {
            denoise_clipped(estimate, x, start_of_x, model, start_of_model, clip);
        } else if !kept.is_empty() {
            denoise(estimate, x, start_of_x, model, start_of_model);
        }
        combine(x, of_x, model, of_model);
        if self.spec.clipped {
            add(x, estimate, of_denoised);
        }
        if self.spec.previous {
            add(x, &self.previous[here.clone()], of_previous);
        }
        if self.spec.from.is_some() {
            if self.spec.learned {
                scale_by_exp(noise, &self.variance[here], log_std, slope);
            }
            add(x, noise, of_noise);
        }
        if !kept.is_empty() {
            kept.copy_from_slice(estimate);
        }
    }
}

multiversion! {
    fn combine(x: &mut [f32], p: f32, y: &[f32], q: f32) {
        for (x, y) in x.iter_mut().zip(y) {
            *x = *x * p + *y * q;
        }
    }
}

multiversion! {
    fn add(x: &mut [f32], y: &[f32], q: f32) {
        for (x, y) in x.iter_mut().zip(y) {
            *x += *y * q;
        }
    }
}

multiversion! {
    fn guide(out: &mut [f32], unconditional: &[f32], model: &[f32], weight: f32) {
        for ((out, u), m) in out.iter_mut().zip(unconditional).zip(model) {
            *out = *u + (*m - *u) * weight;
        }
    }
}

multiversion! {
    fn denoise(out: &mut [f32], x: &[f32], of_x: f32, model: &[f32], of_model: f32) {
        for ((out, x), m) in out.iter_mut().zip(x).zip(model) {
            *out = *x * of_x + *m * of_model;
        }
    }
}

multiversion! {
    fn denoise_clipped(out: &mut [f32], x: &[f32], of_x: f32, model: &[f32], of_model: f32, clip: f32) {
        for ((out, x), m) in out.iter_mut().zip(x).zip(model) {
            let estimate = *x * of_x + *m * of_model;
            // NaN is neither above nor below: a broken net must show.
            let estimate = if estimate > clip { clip } else { estimate };
            *out = if estimate < -clip { -clip } else { estimate };
        }
    }
}

multiversion! {
    fn scale_by_exp(noise: &mut [f32], variance: &[f32], log_std: f32, slope: f32) {
        for (noise, v) in noise.iter_mut().zip(variance) {
            let power = *v * slope + log_std;
            let e = exp_nonpositive(-power.abs());
            *noise *= if power > 0.0 { 1.0 / e } else { e };
        }
    }
}

//! Samples that start from data instead of noise alone, or keep a part of them.

use burn::tensor::{Bool, Tensor};

use super::{Level, Sampler};
use crate::kernels::diffusion::{DiffusionError, ModelOutput};
use crate::rng::Stream;

/// Data that samples start from.
#[derive(Clone, Debug)]
pub struct Edited<const D: usize> {
    /// `[n, ..]`, one for each sample.
    pub init: Tensor<D>,
    /// The share of the steps that are taken, from the data with as much noise as these take out (`SDEdit`, Meng et al. 2022): 0 for the
    /// data as they are, 1 for all steps from noise.
    pub strength: f64,
    /// What is filled in; without it everything is made anew.
    pub fill: Option<Filled<D>>,
}

/// Values to be filled in; the others are put in place after each step, with noise of its level (`RePaint`, Lugmayr et al. 2022,
/// algorithm 1).
#[derive(Clone, Debug)]
pub struct Filled<const D: usize> {
    /// `[n, ..]`: 1 for values to be filled in, 0 for those that are kept.
    pub free: Tensor<D>,
    /// How often each group of steps is taken; after each time but the last one noise is added again, up to the group's first level.
    pub resample: usize,
    /// Steps in a group.
    pub jump: usize,
}

impl<const D: usize> Edited<D> {
    /// That of some of the samples.
    pub(in crate::models::diffusion) fn narrow(&self, from: usize, count: usize) -> Self {
        let some = |x: &Tensor<D>| x.clone().narrow(0, from, count);
        let fill = self.fill.as_ref().map(|fill| Filled { free: some(&fill.free), ..fill.clone() });
        Self { init: some(&self.init), strength: self.strength, fill }
    }

    /// The data with noise of a level.
    fn noised(&self, level: Level, noise: Tensor<D>) -> Tensor<D> {
        self.init.clone() * level.marginal.signal() + noise * level.marginal.noise()
    }

    /// `x` with what is kept in its place, with fresh noise of a level.
    fn put(&self, keep: &Tensor<D, Bool>, x: Tensor<D>, level: Level, noise: &mut Stream) -> Tensor<D> {
        let fresh = noise.normal_tensor(x.dims(), &x.device()).cast(x.dtype());
        x.mask_where(keep.clone(), self.noised(level, fresh))
    }
}

impl Sampler {
    /// Takes the last steps from the data with noise, or all of them from noise. `start` is standard normal noise of the shape of the
    /// data; other noise comes from the stream. See [`run`](Self::run).
    ///
    /// # Errors
    /// As [`run`](Self::run).
    ///
    /// # Panics
    /// As [`run`](Self::run), and if the shapes differ.
    pub fn edit<const D: usize>(
        &self,
        start: Tensor<D>,
        edited: &Edited<D>,
        mut denoise: impl FnMut(&Tensor<D>, Level) -> ModelOutput<D>,
        noise: &mut Stream,
    ) -> Result<Tensor<D>, DiffusionError> {
        let first = self.first_step(edited.strength);
        if first == self.len() {
            return Ok(edited.init.clone());
        }
        // At full strength nothing of the data is in what is made anew.
        let mut x = if first == 0 { start * self.prior_std() } else { edited.noised(self.level(first), start) };
        let Some(Filled { free, resample, jump }) = &edited.fill else {
            return self.run_steps(first..self.len(), x, denoise, |x, _, _| x, noise);
        };
        let keep = free.clone().lower_elem(0.5);
        x = edited.put(&keep, x, self.level(first), noise);
        // In one group where none is taken again: multistep samplers begin anew with each.
        let size = if *resample > 1 { *jump } else { self.len() };
        for from in (first..self.len()).step_by(size) {
            let to = (from + size).min(self.len());
            for time in 1..=*resample {
                let put = |x, level, noise: &mut Stream| edited.put(&keep, x, level, noise);
                x = self.run_steps(from..to, x, &mut denoise, put, noise)?;
                if time < *resample {
                    let fresh = noise.normal_tensor(x.dims(), &x.device()).cast(x.dtype());
                    x = noised_again(x, self.level(to), self.level(from), fresh);
                }
            }
        }
        Ok(x)
    }

    /// The step with which sampling begins at a strength; the number of steps for none.
    pub(super) fn first_step(&self, strength: f64) -> usize {
        #[expect(clippy::cast_precision_loss, reason = "far fewer steps than 2^52")]
        let taken = (strength * self.len() as f64).round();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number of steps")]
        let taken = taken.max(0.0) as usize;
        self.len() - taken.min(self.len())
    }
}

/// `x` at one level with the noise that the forward process adds up to another.
fn noised_again<const D: usize>(x: Tensor<D>, at: Level, to: Level, noise: Tensor<D>) -> Tensor<D> {
    let (at, to) = (at.marginal, to.marginal);
    let shrink = to.signal() / at.signal();
    let added = (to.noise().powi(2) - (shrink * at.noise()).powi(2)).max(0.0).sqrt();
    x * shrink + noise * added
}

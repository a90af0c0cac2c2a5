//! Any sampler's step on tensors.

use burn::backend::{Dispatch, DispatchTensor};
use burn::tensor::Tensor;

use super::error::DiffusionError;
use super::prediction::Prediction;
use super::rule::StepRule;
use super::spec::{Reading, StepSpec};
use super::{DiffusionOps, portable};
use crate::rng::Stream;

/// A model's output, and how a step reads it. All tensors have the shape of `x_t`.
#[derive(Clone, Debug)]
#[must_use]
pub struct ModelOutput<const D: usize> {
    output: Tensor<D>,
    unconditional: Option<Tensor<D>>,
    variance: Option<Tensor<D>>,
    reading: Reading,
}

impl<const D: usize> ModelOutput<D> {
    /// An output that predicts that.
    pub const fn new(output: Tensor<D>, prediction: Prediction) -> Self {
        let reading = Reading { prediction, guidance: None, clip: None, recompute: false };
        Self { output, unconditional: None, variance: None, reading }
    }

    /// What the model says of the variance, `v` of [`StepRule`]; rules that do not read it leave it.
    pub fn with_variance(mut self, variance: Tensor<D>) -> Self {
        self.variance = Some(variance);
        self
    }

    /// Classifier-free guidance (Ho and Salimans 2021), fused into the step: the prediction is `unconditional + weight · (output -
    /// unconditional)`, which is the output itself for a weight of 1.
    pub fn guided(mut self, unconditional: Tensor<D>, weight: f64) -> Self {
        self.unconditional = Some(unconditional);
        self.reading.guidance = Some(weight);
        self
    }

    /// Clips the estimate of the data to `-clip ..= clip`. The estimate of the noise stays as predicted.
    pub const fn clipped(mut self, clip: f64) -> Self {
        self.reading.clip = Some(clip);
        self
    }

    /// Clips the estimate of the data, and computes the noise again from the clipped estimate (diffusers' `use_clipped_model_output`;
    /// what samplers over sigmas do, which only know the data's estimate).
    pub const fn clipped_with_noise(mut self, clip: f64) -> Self {
        self.reading.clip = Some(clip);
        self.reading.recompute = true;
        self
    }
}

/// A step in one launch (one pass on the CPU), noise and guidance included: `x'` of the rule.
///
/// `x`: `[B, ..]`; `previous` is `p` of [`StepRule`], of the same shape; one rule, or one for each of the `B` samples. Noise, where a
/// rule has any, is drawn as [`Stream::normal`] draws it: element `i` of the tensor takes number `i`; without any the stream stays where
/// it is.
///
/// Differentiable in all tensors. Where none is tracked by autodiff, as in sampling, the fused kernel runs.
///
/// # Errors
/// If a number of the output's reading is out of its range, or the prediction does not determine what a rule needs.
///
/// # Panics
/// If shapes or types differ, or there are neither one nor `B` rules.
pub fn linear_step<const D: usize>(
    x: Tensor<D>,
    model: ModelOutput<D>,
    previous: Option<Tensor<D>>,
    rules: &[StepRule],
    noise: &mut Stream,
) -> Result<Tensor<D>, DiffusionError> {
    let Arguments { model, unconditional, previous, variance, spec } =
        Arguments::new("linear_step", &x, model, previous, rules, noise, false)?;
    let next = <Dispatch as DiffusionOps>::linear_step(
        x.into_dispatch(),
        model.into_dispatch(),
        unconditional,
        previous,
        variance,
        spec,
    );
    Ok(Tensor::from_dispatch(next))
}

/// [`linear_step`], and `x̂_0`, the (clipped) estimate of the data, from the same launch.
///
/// # Errors
/// As [`linear_step`].
///
/// # Panics
/// As [`linear_step`].
pub fn linear_step_with_denoised<const D: usize>(
    x: Tensor<D>,
    model: ModelOutput<D>,
    previous: Option<Tensor<D>>,
    rules: &[StepRule],
    noise: &mut Stream,
) -> Result<(Tensor<D>, Tensor<D>), DiffusionError> {
    let Arguments { model, unconditional, previous, variance, spec } =
        Arguments::new("linear_step_with_denoised", &x, model, previous, rules, noise, true)?;
    let (next, denoised) = <Dispatch as DiffusionOps>::linear_step_with_denoised(
        x.into_dispatch(),
        model.into_dispatch(),
        unconditional,
        previous,
        variance,
        spec,
    );
    Ok((Tensor::from_dispatch(next), Tensor::from_dispatch(denoised)))
}

/// [`linear_step`] from burn's own operations: what the kernels are compared with.
///
/// # Errors
/// As [`linear_step`].
///
/// # Panics
/// As [`linear_step`].
pub fn linear_step_portable<const D: usize>(
    x: Tensor<D>,
    model: ModelOutput<D>,
    previous: Option<Tensor<D>>,
    rules: &[StepRule],
    noise: &mut Stream,
) -> Result<Tensor<D>, DiffusionError> {
    let Arguments { model, unconditional, previous, variance, spec } =
        Arguments::new("linear_step_portable", &x, model, previous, rules, noise, false)?;
    let (x, model) = (x.into_dispatch(), model.into_dispatch());
    Ok(Tensor::from_dispatch(portable::step::<Dispatch>(x, model, unconditional, previous, variance, spec, false).0))
}

/// The backend operation's arguments, checked. A tensor that there is not has one element.
struct Arguments<const D: usize> {
    model: Tensor<D>,
    unconditional: DispatchTensor,
    previous: DispatchTensor,
    variance: DispatchTensor,
    spec: StepSpec,
}

impl<const D: usize> Arguments<D> {
    fn new(
        op: &str,
        x: &Tensor<D>,
        model: ModelOutput<D>,
        previous: Option<Tensor<D>>,
        rules: &[StepRule],
        noise: &mut Stream,
        keep: bool,
    ) -> Result<Self, DiffusionError> {
        let ModelOutput { output, unconditional, variance, reading } = model;
        let learned = rules.iter().any(|rule| rule.log_std != 0.0 || rule.log_std_slope != 0.0);
        let variance = variance.filter(|_| learned);
        let named = [("unconditional", &unconditional), ("previous", &previous), ("variance", &variance)];
        same(op, x, "model", &output);
        for (name, tensor) in named {
            if let Some(tensor) = tensor {
                same(op, x, name, tensor);
            }
        }
        let batch = x.dims()[0];
        assert!(
            rules.len() == 1 || rules.len() == batch,
            "{op}: {} rules do not fit x {:?}: expected 1, or {batch}, one for each sample",
            rules.len(),
            x.dims()
        );
        assert!(
            previous.is_some() || rules.iter().all(|rule| rule.previous == 0.0),
            "{op}: the rule has a factor for `previous`, and no such tensor is given"
        );
        assert!(
            variance.is_some() || !learned,
            "{op}: the rule reads the variance from the model, and no such tensor is given"
        );
        let factors = rules.iter().map(|rule| reading.factors(rule, keep)).collect::<Result<_, _>>()?;
        let count = x.dims().iter().product::<usize>();
        let from = rules.iter().any(|rule| rule.noise != 0.0).then(|| noise.take(count.div_ceil(4) as u64));
        let spec = StepSpec {
            factors,
            guided: unconditional.is_some(),
            clipped: reading.clip.is_some(),
            previous: previous.is_some(),
            learned: variance.is_some(),
            from,
        };
        let device = x.device();
        let or_absent = |tensor: Option<Tensor<D>>| match tensor {
            Some(tensor) => tensor.into_dispatch(),
            None => Tensor::<1>::empty([1], (&device, x.dtype())).into_dispatch(),
        };
        Ok(Self {
            model: output,
            unconditional: or_absent(unconditional),
            previous: or_absent(previous),
            variance: or_absent(variance),
            spec,
        })
    }
}

/// One shape, one type.
pub(super) fn same<const D: usize>(op: &str, x: &Tensor<D>, name: &str, other: &Tensor<D>) {
    let (expected, found) = (x.dims(), other.dims());
    assert!(expected == found, "{op}: {name} {found:?} does not fit x {expected:?}: expected one shape");
    let (expected, found) = (x.dtype(), other.dtype());
    assert!(expected == found, "{op}: {name} is {found:?} and x is {expected:?}: expected one type");
}

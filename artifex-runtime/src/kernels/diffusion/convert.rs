//! The forward process, and one prediction from another: for training.

use burn::backend::Dispatch;
use burn::tensor::Tensor;

use super::DiffusionOps;
use super::error::DiffusionError;
use super::linear::same;
use super::prediction::{Pair, Prediction};
use crate::rng::Stream;

/// One factor for each sample, of the type of `x`.
fn one_each<const D: usize>(op: &str, x: &Tensor<D>, name: &str, factor: &Tensor<1>) {
    let (shape, found) = (x.dims(), factor.dims());
    assert!(found[0] == shape[0], "{op}: {name} {found:?} does not fit x {shape:?}: expected [{}]", shape[0]);
    let (expected, found) = (x.dtype(), factor.dtype());
    assert!(expected == found, "{op}: {name} is {found:?} and x is {expected:?}: expected one type");
}

/// `p[b] · x + q[b] · y` for each sample, checked.
fn mix<const D: usize>(op: &str, x: Tensor<D>, y: Tensor<D>, p: Tensor<1>, q: Tensor<1>) -> Tensor<D> {
    same(op, &x, "the other tensor", &y);
    one_each(op, &x, "a factor", &p);
    one_each(op, &x, "a factor", &q);
    Tensor::from_dispatch(<Dispatch as DiffusionOps>::mix(
        x.into_dispatch(),
        y.into_dispatch(),
        p.into_dispatch(),
        q.into_dispatch(),
    ))
}

/// `x_t = a[b] · x_0 + s[b] · ε`, a draw from the forward process (Ho et al. 2020, equation 4).
///
/// `x0`, `eps`: `[B, ..]`; `a`, `s`: `[B]`, signal and noise of each sample's level, without gradient, as
/// [`DeviceSchedule::at`](super::DeviceSchedule::at) gives them. Differentiable in `x0` and `eps`.
///
/// # Panics
/// If shapes or types do not fit.
#[must_use]
pub fn q_sample<const D: usize>(x0: Tensor<D>, eps: Tensor<D>, a: Tensor<1>, s: Tensor<1>) -> Tensor<D> {
    mix("q_sample", x0, eps, a, s)
}

/// [`q_sample`] with `ε` drawn in the same launch: `(x_t, ε)`. Element `i` of `ε` is number `i` of [`Stream::normal`].
/// Differentiable in `x0`.
///
/// # Panics
/// If shapes or types do not fit.
#[must_use]
pub fn q_sample_with_noise<const D: usize>(
    x0: Tensor<D>,
    a: Tensor<1>,
    s: Tensor<1>,
    noise: &mut Stream,
) -> (Tensor<D>, Tensor<D>) {
    one_each("q_sample_with_noise", &x0, "a", &a);
    one_each("q_sample_with_noise", &x0, "s", &s);
    let count = x0.dims().iter().product::<usize>();
    let (x, eps) = <Dispatch as DiffusionOps>::mix_with_noise(
        x0.into_dispatch(),
        a.into_dispatch(),
        s.into_dispatch(),
        noise.take(count.div_ceil(4) as u64),
    );
    (Tensor::from_dispatch(x), Tensor::from_dispatch(eps))
}

/// What a model of that kind should predict for `x_t = a x_0 + s ε`: the target of its loss.
///
/// `x0`, `eps`: `[B, ..]`; `a`, `s`: `[B]`, without gradient. Differentiable in `x0` and `eps`.
///
/// # Errors
/// If the prediction's parameter is out of its range.
///
/// # Panics
/// If shapes or types do not fit.
pub fn prediction_target<const D: usize>(
    prediction: Prediction,
    x0: Tensor<D>,
    eps: Tensor<D>,
    a: &Tensor<1>,
    s: &Tensor<1>,
) -> Result<Tensor<D>, DiffusionError> {
    let Pair(of_start, of_epsilon) = prediction.checked()?.compose(a, s);
    Ok(mix("prediction_target", x0, eps, of_start, of_epsilon))
}

/// One prediction from another: the output `from` a model at `x_t` as what a model of the kind `to` would have given. With
/// [`Prediction::Sample`] it is `predict_start`.
///
/// `x`, `output`: `[B, ..]`; `a`, `s`: `[B]`, without gradient. Differentiable in `x` and `output`. Where a level determines nothing (no
/// signal for `x_0` from epsilon, no noise for epsilon from `x_0`) the values are not finite.
///
/// # Errors
/// If a prediction's parameter is out of its range.
///
/// # Panics
/// If shapes or types do not fit.
pub fn convert_prediction<const D: usize>(
    x: Tensor<D>,
    output: Tensor<D>,
    from: Prediction,
    to: Prediction,
    a: &Tensor<1>,
    s: &Tensor<1>,
) -> Result<Tensor<D>, DiffusionError> {
    let Pair(of_x, of_output) = from.checked()?.conversion(to.checked()?, a, s);
    Ok(mix("convert_prediction", x, output, of_x, of_output))
}

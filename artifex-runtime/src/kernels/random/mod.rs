//! Random tensors, drawn where they are needed: the device half of [`rng`](crate::rng).
//!
//! Element `i` of a draw comes from word `i % 4` of block `i / 4` of the stream, whatever the device and the shape of its
//! launch. Uniform numbers and coins are the same bits on every device; normal numbers differ by less than 1e-6.

mod backward;
#[cfg(feature = "cubecl")]
pub(crate) mod cube;
#[cfg(feature = "flex")]
mod flex;
mod portable;

use burn::backend::{Backend, Dispatch, backend_extension, tensor::FloatTensor, tensor::IntTensor};
use burn::tensor::{Device, Int, Tensor, TensorData};

use crate::rng::{Stream, threshold};

/// What is drawn for each element.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Distribution {
    /// Uniform in [0, 1): multiples of 2^-24.
    Uniform,
    /// Standard normal.
    Normal,
    /// `value` where the random word is below `threshold`, else 0.
    Bernoulli {
        /// 2^32 times the probability.
        threshold: u64,
        /// What a coin that is true gives.
        value: f32,
    },
}

/// Random numbers as backend operations.
#[backend_extension(
    Flex: cfg(feature = "flex"),
    Cube: cfg(feature = "cubecl"),
    Fusion: cfg(feature = "fusion"),
    Autodiff
)]
pub trait RandomOps: Backend {
    /// Numbers from the stream, as many as `out` has elements, in row order. `out` only says shape, type and device, and may be
    /// one element seen many times.
    #[fusion(dtype = out, shape = out)]
    fn random(out: FloatTensor<Self>, from: Stream, distribution: Distribution) -> FloatTensor<Self> {
        portable::random::<Self>(out, from, distribution)
    }

    /// For each row of `weights: [R, K]` an index, drawn with a probability proportional to its weight, in `out: [R]`.
    #[fusion(dtype = out, shape = out)]
    fn categorical(weights: FloatTensor<Self>, out: IntTensor<Self>, from: Stream) -> IntTensor<Self> {
        portable::categorical::<Self>(weights, out, from)
    }
}

/// Draws on devices. Results carry no gradient.
impl Stream {
    /// A tensor of standard normal numbers: those of [`normal`](Self::normal), within 1e-6.
    pub fn normal_tensor<const D: usize>(&mut self, shape: [usize; D], device: &Device) -> Tensor<D> {
        self.tensor(shape, device, Distribution::Normal)
    }

    /// A tensor of numbers uniform in [0, 1): those of [`uniform`](Self::uniform).
    pub fn uniform_tensor<const D: usize>(&mut self, shape: [usize; D], device: &Device) -> Tensor<D> {
        self.tensor(shape, device, Distribution::Uniform)
    }

    /// A tensor of `value` with probability `p` and 0 otherwise (see [`bernoulli`](Self::bernoulli)).
    pub fn bernoulli_tensor<const D: usize>(
        &mut self,
        p: f64,
        value: f32,
        shape: [usize; D],
        device: &Device,
    ) -> Tensor<D> {
        self.tensor(shape, device, Distribution::Bernoulli { threshold: threshold(p), value })
    }

    /// For each row of `weights: [R, K]` an index below `K`, drawn with a probability proportional to its weight: the first
    /// index up to which the weights add up to more than a uniform part of their sum. Row `r` takes the first word of block
    /// `r`.
    ///
    /// Weights are not negative and need not add up to 1. In a row without a positive, finite sum the index is 0.
    ///
    /// # Panics
    /// If `K` is 0 while there are rows.
    pub fn categorical_tensor(&mut self, weights: Tensor<2>) -> Tensor<1, Int> {
        let [rows, classes] = weights.dims();
        assert!(rows == 0 || classes > 0, "categorical: the shape [{rows}, 0] has no classes to draw from");
        let out = Tensor::<1, Int>::zeros([rows], &weights.device());
        let drawn =
            <Dispatch as RandomOps>::categorical(weights.into_dispatch(), out.into_dispatch(), self.take(rows as u64));
        Tensor::from_dispatch(drawn)
    }

    /// The numbers `0..n` in the order of [`permutation`](Self::permutation). It is drawn on the host: each swap depends on
    /// those before it.
    pub fn permutation_tensor(&mut self, n: usize, device: &Device) -> Tensor<1, Int> {
        #[expect(clippy::cast_possible_wrap, reason = "no tensor has 2^63 elements")]
        let order: Vec<i64> = self.permutation(n).into_iter().map(|index| index as i64).collect();
        Tensor::from_data(TensorData::new(order, [n]), device)
    }

    fn tensor<const D: usize>(&mut self, shape: [usize; D], device: &Device, distribution: Distribution) -> Tensor<D> {
        let count = shape.iter().product::<usize>();
        let from = self.take(count.div_ceil(4) as u64);
        let out = Tensor::<D>::empty(if count == 0 { shape } else { [1; D] }, device);
        let out = if count == 0 { out } else { out.expand(shape) };
        Tensor::from_dispatch(<Dispatch as RandomOps>::random(out.into_dispatch(), from, distribution))
    }
}

#[cfg(test)]
mod tests;

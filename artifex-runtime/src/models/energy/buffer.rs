//! The chains that are kept between updates.

use burn::module::{Module, Param};
use burn::tensor::{Int, Tensor, TensorData};

use super::config::{MCMCConfig, SampleBufferConfig};
use crate::nn::{Initializer, ParamScope};
use crate::rng::Stream;

/// Chains of the model in training (Tieleman 2008; Du and Mordatch 2019, section 3.2). They are part of the model's state and are not
/// trained.
#[derive(Module, Debug)]
pub(super) struct SampleBuffer {
    /// `[capacity, values]`. Their order says nothing.
    running_samples: Param<Tensor<2>>,
    reinit_prob: f64,
}

/// Chains that were taken out of the buffer.
#[derive(Debug)]
pub(super) struct Drawn {
    /// Where they go on from: `[n, values]`.
    pub(super) start: Tensor<2>,
    /// The numbers of the others.
    rest: Vec<i64>,
}

impl SampleBuffer {
    /// Chains that have just begun.
    pub(super) fn new(config: &SampleBufferConfig, values: usize, mcmc: &MCMCConfig, scope: &ParamScope) -> Self {
        let shape = [config.capacity, values];
        // With three inputs and three outputs, evenly from -1 to 1.
        let samples = scope.weight("running_samples", shape, [3, 3], Initializer::XavierUniform);
        let samples = samples.map(|samples| samples.detach() * mcmc.init_scale);
        Self { running_samples: samples.set_require_grad(false), reinit_prob: config.reinit_prob }
    }

    /// Takes `count` different chains at random (all, if there are not as many), each of which begins anew with a probability.
    pub(super) fn draw(&self, count: usize, mcmc: &MCMCConfig, stream: &mut Stream) -> Drawn {
        let samples = self.running_samples.val().without_autodiff();
        let ([capacity, values], device) = (samples.dims(), samples.device());
        let order = stream.permutation(capacity);
        let mut order = order.into_iter().map(|number| i64::try_from(number).unwrap_or(i64::MAX));
        let chosen: Vec<i64> = order.by_ref().take(count).collect();
        let count = chosen.len();
        let kept = select(&samples, chosen);
        let fresh = mcmc.beginnings([count, values], stream, &device);
        let anew = stream.bernoulli_tensor::<2>(self.reinit_prob, 1.0, [count, 1], &device);
        let start = kept.mask_where(anew.greater_scalar(0.5).expand([count, values]), fresh);
        Drawn { start, rest: order.collect() }
    }

    /// Puts chains back where they have ended.
    pub(super) fn put_back(self, drawn: Drawn, ends: Tensor<2>) -> Self {
        let running_samples = self.running_samples.map(|old| {
            let samples = old.clone().without_autodiff();
            let all =
                if drawn.rest.is_empty() { ends } else { Tensor::cat(vec![ends, select(&samples, drawn.rest)], 0) };
            if old.is_autodiff() { all.autodiff() } else { all }
        });
        Self { running_samples, ..self }
    }

    /// `count` chains at random: different ones, and from the beginning again if there are not as many.
    pub(super) fn pick(&self, count: usize, stream: &mut Stream) -> Tensor<2> {
        let samples = self.running_samples.val().without_autodiff();
        let order = stream.permutation(samples.dims()[0]);
        let numbers = order.into_iter().cycle().take(count).map(|number| i64::try_from(number).unwrap_or(i64::MAX));
        select(&samples, numbers.collect())
    }
}

fn select(samples: &Tensor<2>, numbers: Vec<i64>) -> Tensor<2> {
    let count = numbers.len();
    let numbers = Tensor::<1, Int>::from_data(TensorData::new(numbers, [count]), &samples.device());
    samples.clone().select(0, numbers)
}

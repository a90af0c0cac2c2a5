//! The `WaveNet`.

mod config;
mod cost;
mod layer;

use std::ops::ControlFlow;

use burn::module::{Module, Param};
use burn::tensor::{Int, Tensor, TensorData};

pub use self::config::WaveNetConfig;
use self::layer::{Causal, Layer, Newest};
use super::baseline;
use super::continuation::ContinuationOptions;
use super::next_token::{self, NextTokenOutput};
use super::sequences::{Sequences, go_on};
use crate::models::{
    Baseline, BatchError, Build, BuildContext, BuildError, Component, Family, GenerativeModel, LogProb, Losses,
    SampleError, SampleOptions, Samples, TokenBatch, Trainable,
};
use crate::nn::params::{learnt, to_host};
use crate::nn::{Activation, Initializer, Linear, ParamScope};
use crate::rng::Rngs;

/// A `WaveNet`; see [`WaveNetConfig`].
#[derive(Module, Debug)]
pub struct WaveNet {
    /// `[vocabulary, residual]`.
    tokens: Param<Tensor<2>>,
    input: Causal,
    layers: Vec<Layer>,
    hidden: Linear,
    scores: Linear,
    sequence_length: usize,
    use_cache: bool,
}

impl WaveNet {
    fn new(config: &WaveNetConfig, cx: &mut BuildContext) -> Self {
        let scope = ParamScope::root(&mut cx.rngs, &cx.device);
        let WaveNetConfig { vocab_size, residual_channels: residual, skip_channels: skip, kernel_size, .. } = *config;
        let dilations = config.dilations();
        let layer = |(at, dilation): (usize, &usize)| {
            Layer::new(config, *dilation, at + 1 == dilations.len(), &scope.child("layers").child(at))
        };
        let linear = |name: &str, outputs, function: Activation| {
            Linear::new(skip, outputs, function.initializer(), &scope.child(name))
        };
        Self {
            tokens: scope.weight("tokens", [vocab_size, residual], [1, residual], Initializer::Normal { std: 1.0 }),
            input: Causal::new([residual, residual], kernel_size, 1, &scope.child("input")),
            layers: dilations.iter().enumerate().map(layer).collect(),
            hidden: linear("hidden", skip, Activation::Relu),
            scores: linear("scores", vocab_size, Activation::Identity),
            sequence_length: config.sequence_length,
            use_cache: config.use_cache,
        }
    }

    fn vocabulary(&self) -> usize {
        self.tokens.dims()[0]
    }

    /// The token that sequences start after.
    fn silence(&self) -> usize {
        self.vocabulary() / 2
    }

    /// The scores after each of the tokens `[B, N]`: `[B, N, vocabulary]`.
    fn scores_after(&self, tokens: Tensor<2, Int>, rngs: &mut Rngs) -> Tensor<3> {
        let [batch, count] = tokens.dims();
        let embedded = self.tokens.val().select(0, tokens.reshape([batch * count]));
        let width = embedded.dims()[1];
        let mut x = self.input.forward(&embedded.reshape([batch, count, width]));
        let mut sum: Option<Tensor<3>> = None;
        for layer in &self.layers {
            let [next, skip] = layer.forward(x, rngs);
            x = next;
            sum = Some(match sum {
                Some(sum) => sum + skip,
                None => skip,
            });
        }
        // There is at least one layer.
        let sum = sum.unwrap_or(x);
        let width = sum.dims()[2];
        let scores = self.output(sum.reshape([batch * count, width]));
        scores.reshape([batch, count, self.vocabulary()])
    }

    /// The scores after a token that comes next, of each of its sequence: `[B]` to `[B, vocabulary]`.
    fn step(&self, tokens: Tensor<1, Int>, cache: &mut [Newest]) -> Tensor<2> {
        let mut x = self.input.step(self.tokens.val().select(0, tokens), &mut cache[0]);
        let mut sum: Option<Tensor<2>> = None;
        for (layer, newest) in self.layers.iter().zip(&mut cache[1..]) {
            let [next, skip] = layer.step(x, newest);
            x = next;
            sum = Some(match sum {
                Some(sum) => sum + skip,
                None => skip,
            });
        }
        self.output(sum.unwrap_or(x))
    }

    /// The two last layers (van den Oord et al. 2016, figure 4).
    fn output(&self, sum: Tensor<2>) -> Tensor<2> {
        let relu = |x| Activation::Relu.forward(x);
        self.scores.forward(relu(self.hidden.forward(relu(sum))))
    }
}

/// Sequences that grow together.
#[derive(Debug)]
struct Growing {
    model: WaveNet,
    rows: Vec<Vec<u32>>,
    /// What each convolution remembers.
    cache: Vec<Newest>,
    /// Tokens that it has taken, of those with the one that sequences start after.
    taken: usize,
}

impl Growing {
    fn new(model: &WaveNet, prompts: &[Vec<u32>]) -> Self {
        let cache = vec![Newest::new(); model.layers.len() + 1];
        Self { model: model.valid(), rows: prompts.to_vec(), cache, taken: 0 }
    }

    /// The tokens at a place of every row, counted from the one that they start after.
    fn tokens(&self, from: usize, to: usize) -> Tensor<2, Int> {
        let silence = self.model.silence();
        #[expect(clippy::cast_possible_wrap, clippy::cast_possible_truncation, reason = "far fewer tokens than 2^31")]
        let token = |row: &[u32], at: usize| at.checked_sub(1).map_or(silence as i32, |at| row[at].cast_signed());
        let values: Vec<i32> = self.rows.iter().flat_map(|row| (from..to).map(|at| token(row, at))).collect();
        Tensor::from_data(TensorData::new(values, [self.rows.len(), to - from]), &self.model.tokens.device())
    }
}

impl Sequences for Growing {
    fn rows(&self) -> &[Vec<u32>] {
        &self.rows
    }

    fn next_scores(&mut self, rngs: &mut Rngs) -> Result<Vec<Vec<f32>>, SampleError> {
        let length = self.rows[0].len() + 1;
        let scores = if self.model.use_cache {
            let mut scores = None;
            for at in self.taken..length {
                let tokens = self.tokens(at, at + 1).reshape([self.rows.len()]);
                scores = Some(self.model.step(tokens, &mut self.cache));
            }
            self.taken = length;
            scores
        } else {
            let scores = self.model.scores_after(self.tokens(0, length), rngs);
            Some(scores.narrow(1, length - 1, 1).squeeze_dim::<2>(1))
        };
        // At least one token is new at every call.
        let scores = scores.ok_or(SampleError::Empty)?;
        let (_, scores) = to_host(scores).map_err(SampleError::Device)?;
        Ok(scores.chunks_exact(self.model.vocabulary()).map(<[f32]>::to_vec).collect())
    }

    fn push(&mut self, tokens: &[u32]) {
        self.rows.iter_mut().zip(tokens).for_each(|(row, token)| row.push(*token));
    }
}

impl Build for WaveNetConfig {
    type Model = WaveNet;
    const FAMILY: Family = Family::Autoregressive;

    fn build(&self, cx: &mut BuildContext) -> Result<WaveNet, BuildError> {
        Ok(WaveNet::new(self, cx))
    }

    /// For 256 levels, small enough for two cores.
    fn example() -> Self {
        Self {
            name: None,
            vocab_size: 256,
            sequence_length: 512,
            dropout_rate: 0.0,
            residual_channels: 32,
            skip_channels: 64,
            num_blocks: 2,
            layers_per_block: 8,
            kernel_size: 2,
            dilation_base: 2,
            use_gated_activation: true,
            use_cache: true,
        }
    }
}

impl GenerativeModel for WaveNet {
    type Batch = TokenBatch;
    type Output = NextTokenOutput;

    fn accepts(&self, batch: &TokenBatch) -> Result<(), BatchError> {
        batch.expect(self.vocabulary(), self.sequence_length)
    }

    fn forward(&self, batch: &TokenBatch, rngs: &mut Rngs) -> NextTokenOutput {
        NextTokenOutput::new(batch, self.silence(), |seen, predicted| {
            let scores = self.scores_after(seen, rngs);
            let first = scores.dims()[1] - predicted;
            scores.narrow(1, first, predicted)
        })
    }

    /// The mean negative log-likelihood of a predicted token, in nats, and in bits for each byte of text.
    fn loss(&self, batch: &TokenBatch, output: &NextTokenOutput, _rngs: &mut Rngs) -> Losses {
        output.losses(batch)
    }

    /// The perplexity.
    fn figures(&self, terms: &[(&'static str, f64)]) -> Vec<(&'static str, f64)> {
        next_token::perplexity(terms)
    }

    /// Draws sequences of `sequence_length` tokens, after silence.
    fn generate(&self, n: usize, options: &SampleOptions, rngs: &mut Rngs) -> Result<Samples, SampleError> {
        let (size, draws, device) = ([n, self.sequence_length], "a WaveNet draws tokens", self.tokens.device());
        next_token::samples(size, draws, options, rngs, &device, |prompts| Growing::new(self, prompts))
    }

    fn continuation(
        &self,
        prompt: &[u32],
        options: &ContinuationOptions,
        rngs: &mut Rngs,
        each: &mut dyn FnMut(u32) -> ControlFlow<()>,
    ) -> Option<Result<Vec<u32>, SampleError>> {
        if options.beams.is_some() {
            return Some(Err(SampleError::Unsupported(
                "a WaveNet keeps no more than one continuation; leave the beams out, or set the temperature to 0"
                    .to_owned(),
            )));
        }
        Some(go_on(&mut Growing::new(self, &[prompt.to_vec()]), self.vocabulary(), options, rngs, each))
    }

    fn sequence_length(&self) -> Option<usize> {
        Some(self.sequence_length)
    }

    fn log_prob(&self, batch: &TokenBatch, rngs: &mut Rngs) -> Option<LogProb> {
        Some(self.forward(batch, rngs).log_prob())
    }

    fn baseline(&self, train: &TokenBatch, held_out: &TokenBatch) -> Option<Baseline> {
        baseline::frequencies(train, held_out, self.vocabulary())
    }

    fn components(&self) -> Vec<Component> {
        let part = |label: &str, params| Component { label: label.to_owned(), params };
        vec![
            part("input", self.tokens.dims().iter().product::<usize>() + learnt(&self.input)),
            part("layers", learnt(&self.layers)),
            part("output", learnt(&self.hidden) + learnt(&self.scores)),
        ]
    }
}

impl Trainable for WaveNet {}

#[cfg(all(test, feature = "flex"))]
mod tests;

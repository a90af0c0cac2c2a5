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
use super::sequences::{Sequences, draw_rows, go_on};
use crate::distributions::categorical_log_prob;
use crate::models::{
    Baseline, BatchError, Build, BuildContext, BuildError, Component, Family, GenerativeModel, LogProb, LogProbKind,
    Losses, SampleError, SampleOptions, Samples, TokenBatch, Trainable,
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

/// What a pass through a `WaveNet` computes.
#[derive(Clone, Debug)]
pub struct WaveNetOutput {
    /// The scores of every token at each predicted place: `[B, predicted, vocabulary]`.
    pub scores: Tensor<3>,
    /// The tokens that stand there: `[B, predicted]`.
    pub targets: Tensor<2, Int>,
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
    type Output = WaveNetOutput;

    fn accepts(&self, batch: &TokenBatch) -> Result<(), BatchError> {
        batch.expect(self.vocabulary(), self.sequence_length)
    }

    fn forward(&self, batch: &TokenBatch, rngs: &mut Rngs) -> WaveNetOutput {
        let ([examples, count], predicted) = (batch.tokens.dims(), batch.predicted());
        let before_last = || batch.tokens.clone().narrow(1, 0, count - 1);
        #[expect(clippy::cast_possible_wrap, reason = "far fewer tokens than 2^63")]
        let start = || Tensor::full([examples, 1], self.silence() as i64, &batch.tokens.device());
        let seen = match (batch.given, count) {
            (0, 1) => start(),
            (0, _) => Tensor::cat(vec![start(), before_last()], 1),
            _ => before_last(),
        };
        let scores = self.scores_after(seen, rngs);
        let first = scores.dims()[1] - predicted;
        WaveNetOutput {
            scores: scores.narrow(1, first, predicted),
            targets: batch.tokens.clone().narrow(1, batch.given, predicted),
        }
    }

    /// The mean negative log-likelihood of a predicted token, in nats.
    fn loss(&self, batch: &TokenBatch, output: &WaveNetOutput, _rngs: &mut Rngs) -> Losses {
        #[expect(clippy::cast_precision_loss, reason = "far fewer tokens than 2^52")]
        let predicted = batch.predicted() as f64;
        let total = categorical_log_prob(output.targets.clone(), output.scores.clone()).mean().neg() / predicted;
        Losses::new(total)
    }

    /// The perplexity: the exponential of the mean loss.
    fn figures(&self, terms: &[(&'static str, f64)]) -> Vec<(&'static str, f64)> {
        terms.first().map(|(_, total)| ("perplexity", total.exp())).into_iter().collect()
    }

    /// Draws sequences of `sequence_length` tokens, after silence.
    fn generate(&self, n: usize, options: &SampleOptions, rngs: &mut Rngs) -> Result<Samples, SampleError> {
        options.check()?;
        if n == 0 {
            return Err(SampleError::Empty);
        }
        if options.truncation.is_some() {
            return Err(SampleError::Unsupported(
                "a WaveNet draws tokens, and has no normal distribution to truncate; leave the truncation out"
                    .to_owned(),
            ));
        }
        let mut growing = Growing::new(self, &vec![Vec::new(); n]);
        draw_rows(&mut growing, self.sequence_length, options.temperature, rngs)?;
        let drawn: Vec<i32> = growing.rows.iter().flatten().map(|token| token.cast_signed()).collect();
        Ok(Samples::Tokens(Tensor::from_data(TensorData::new(drawn, [n, self.sequence_length]), &self.tokens.device())))
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
        let output = self.forward(batch, rngs);
        let values = categorical_log_prob(output.targets, output.scores);
        Some(LogProb { values, kind: LogProbKind::Exact, variables: None })
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

#[cfg(test)]
mod tests;

//! The transformer over tokens.

mod config;
mod cost;
mod generate;
mod hugging_face;

use std::ops::ControlFlow;

use burn::module::{Module, Param};
use burn::tensor::{Int, Tensor};

pub use self::config::TransformerConfig;
use self::generate::{Growing, most_probable};
pub use self::hugging_face::{HuggingFace, LayoutError};
use super::baseline;
use super::continuation::ContinuationOptions;
use super::next_token::{self, NextTokenOutput};
use super::sequences::{check, go_on};
use crate::models::{
    Baseline, BatchError, Build, BuildContext, BuildError, Component, Family, GenerativeModel, LogProb, Losses,
    SampleError, SampleOptions, Samples, TokenBatch, Trainable,
};
use crate::nn::transformer::{Cache, Projection, STD, Transformer};
use crate::nn::{Initializer, ParamScope, TransformerNetworkConfig, params};
use crate::rng::Rngs;

/// A causal transformer over tokens; see [`TransformerConfig`].
#[derive(Module, Debug)]
pub struct TransformerModel {
    /// `[vocabulary, width]`.
    tokens: Param<Tensor<2>>,
    transformer: Transformer,
    /// From what is said of a position to scores, unless the table of tokens does it.
    head: Option<Projection>,
    sequence_length: usize,
    start_token: usize,
    use_cache: bool,
}

impl TransformerModel {
    fn new(config: &TransformerConfig, cx: &mut BuildContext) -> Self {
        let scope = ParamScope::root(&mut cx.rngs, &cx.device);
        let (vocabulary, length, width) = (config.vocab_size, config.sequence_length, config.network.embed_dim);
        let (network, dropout) = (&config.network, config.dropout_rate);
        let head = || Projection::new(width, vocabulary, false, STD, &scope.child("head"));
        Self {
            tokens: scope.weight("tokens", [vocabulary, width], [1, width], Initializer::Normal { std: STD }),
            transformer: Transformer::new(network, config.num_layers, length, dropout, &scope.child("transformer")),
            head: (!config.tie_weights).then(head),
            sequence_length: length,
            start_token: config.start_token,
            use_cache: config.use_cache,
        }
    }

    /// What the blocks say of each position of `tokens: [B, N]`: `[B, N, width]`. With a cache, these come after those that it
    /// remembers.
    fn hidden(&self, tokens: Tensor<2, Int>, cache: Option<&mut Cache>, rngs: &mut Rngs) -> Tensor<3> {
        let [batch, count] = tokens.dims();
        let embedded = self.tokens.val().select(0, tokens.reshape([batch * count]));
        let width = embedded.dims()[1];
        self.transformer.forward(embedded.reshape([batch, count, width]), cache, rngs)
    }

    /// The scores of every token after each position: `[B, N, width]` to `[B, N, vocabulary]`.
    fn scores(&self, hidden: Tensor<3>) -> Tensor<3> {
        if let Some(head) = &self.head {
            return head.forward(hidden);
        }
        let [batch, count, width] = hidden.dims();
        let scores = hidden.reshape([batch * count, width]).matmul(self.tokens.val().transpose());
        let vocabulary = scores.dims()[1];
        scores.reshape([batch, count, vocabulary])
    }

    /// How many tokens there are.
    fn vocabulary(&self) -> usize {
        self.tokens.dims()[0]
    }
}

impl Build for TransformerConfig {
    type Model = TransformerModel;
    const FAMILY: Family = Family::Autoregressive;

    fn build(&self, cx: &mut BuildContext) -> Result<TransformerModel, BuildError> {
        Ok(TransformerModel::new(self, cx))
    }

    /// A model of bytes, small enough for two cores.
    fn example() -> Self {
        let network = crate::config!(TransformerNetworkConfig {
            embed_dim = 128,
            num_heads = 4,
            positional_encoding = "rotary",
        });
        Self {
            name: None,
            vocab_size: 256,
            sequence_length: 64,
            dropout_rate: 0.0,
            network,
            num_layers: 4,
            tie_weights: true,
            use_cache: true,
            start_token: 10,
        }
    }
}

impl GenerativeModel for TransformerModel {
    type Batch = TokenBatch;
    type Output = NextTokenOutput;

    fn accepts(&self, batch: &TokenBatch) -> Result<(), BatchError> {
        batch.expect(self.vocabulary(), self.sequence_length)
    }

    fn forward(&self, batch: &TokenBatch, rngs: &mut Rngs) -> NextTokenOutput {
        NextTokenOutput::new(batch, self.start_token, |seen, predicted| {
            let hidden = self.hidden(seen, None, rngs);
            let first = hidden.dims()[1] - predicted;
            self.scores(hidden.narrow(1, first, predicted))
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

    /// Draws sequences as long as the model sees, from the start token.
    fn generate(&self, n: usize, options: &SampleOptions, rngs: &mut Rngs) -> Result<Samples, SampleError> {
        let (size, draws, device) = ([n, self.sequence_length], "a transformer draws tokens", self.tokens.device());
        next_token::samples(size, draws, options, rngs, &device, |prompts| Growing::new(self, prompts))
    }

    fn continuation(
        &self,
        prompt: &[u32],
        options: &ContinuationOptions,
        rngs: &mut Rngs,
        each: &mut dyn FnMut(u32) -> ControlFlow<()>,
    ) -> Option<Result<Vec<u32>, SampleError>> {
        Some(self.go_on(prompt, options, rngs, each))
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
            part("embeddings", self.tokens.dims().iter().product()),
            part("transformer", params::learnt(&self.transformer)),
            part("head", self.head.as_ref().map_or(0, params::learnt)),
        ]
    }
}

impl TransformerModel {
    fn go_on(
        &self,
        prompt: &[u32],
        options: &ContinuationOptions,
        rngs: &mut Rngs,
        each: &mut dyn FnMut(u32) -> ControlFlow<()>,
    ) -> Result<Vec<u32>, SampleError> {
        let Some(beams) = options.beams else {
            return go_on(&mut Growing::new(self, &[prompt.to_vec()]), self.vocabulary(), options, rngs, each);
        };
        check(prompt, self.vocabulary(), options)?;
        let found = most_probable(self, prompt, beams, options.tokens, rngs)?;
        let count = found.iter().position(|token| each(*token).is_break()).map_or(found.len(), |at| at + 1);
        Ok(found[..count].to_vec())
    }
}

impl Trainable for TransformerModel {}

#[cfg(all(test, feature = "flex"))]
mod tests;

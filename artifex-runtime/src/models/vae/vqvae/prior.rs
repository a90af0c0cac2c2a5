//! The autoregressive model of the codes.

use burn::module::{Module, Param};
use burn::nn::{LayerNorm, LayerNormConfig};
use burn::tensor::{Device, Int, Tensor, TensorData};

use super::CodePriorConfig;
use crate::distributions::categorical_log_prob;
use crate::models::SampleError;
use crate::nn::attention::{Attention, AttentionConfig};
use crate::nn::params::to_host;
use crate::nn::{Activation, Initializer, Linear, ParamScope};
use crate::rng::Rngs;

/// A causal transformer (pre-norm blocks, learnt positions) that gives the scores of each code from those before it.
#[derive(Module, Debug)]
pub(super) struct CodePrior {
    /// A row for each code, and one that stands before the first: `[codes + 1, width]`.
    tokens: Param<Tensor<2>>,
    /// `[positions, width]`.
    places: Param<Tensor<2>>,
    blocks: Vec<Block>,
    norm: LayerNorm,
    scores: Linear,
}

#[derive(Module, Debug)]
struct Block {
    before_attention: LayerNorm,
    attention: Attention,
    before_dense: LayerNorm,
    wide: Linear,
    narrow: Linear,
}

impl Block {
    fn new(config: &CodePriorConfig, scope: &ParamScope) -> Result<Self, String> {
        let (width, wide) = (config.width, 4 * config.width);
        let norm = || LayerNormConfig::new(width).init(scope.device());
        let options = AttentionConfig { heads: config.heads, causal: true, ..crate::config!(AttentionConfig {}) };
        let linear = |name: &str, inputs, outputs, activation: Activation| {
            Linear::new(inputs, outputs, activation.initializer(), &scope.child(name))
        };
        Ok(Self {
            before_attention: norm(),
            attention: Attention::new(width, &options, &scope.child("attention"))?,
            before_dense: norm(),
            wide: linear("wide", width, wide, Activation::Gelu),
            narrow: linear("narrow", wide, width, Activation::Identity),
        })
    }

    /// `[B, N, width]` to the same.
    fn forward(&self, x: Tensor<3>, rngs: &mut Rngs) -> Tensor<3> {
        let [batch, positions, width] = x.dims();
        let x = x.clone() + self.attention.forward(self.before_attention.forward(x), None, None, rngs);
        let rows = self.before_dense.forward(x.clone()).reshape([batch * positions, width]);
        let hidden = Activation::Gelu.forward(self.wide.forward(rows));
        x + self.narrow.forward(hidden).reshape([batch, positions, width])
    }
}

impl CodePrior {
    pub(super) fn new(
        config: &CodePriorConfig,
        positions: usize,
        codes: usize,
        scope: &ParamScope,
    ) -> Result<Self, String> {
        let width = config.width;
        let table = |name, rows| scope.weight(name, [rows, width], [width, width], Initializer::LecunNormal);
        Ok(Self {
            tokens: table("tokens", codes + 1),
            places: table("places", positions),
            blocks: (0..config.layers)
                .map(|at| Block::new(config, &scope.child("blocks").child(at)))
                .collect::<Result<_, _>>()?,
            norm: LayerNormConfig::new(width).init(scope.device()),
            scores: Linear::new(width, codes, Activation::Identity.initializer(), &scope.child("scores")),
        })
    }

    /// The scores of every code at each of the first positions, from the codes before it: those of `numbers: [B, N]`, of which
    /// the last is not looked at. Result: `[B, N, codes]`.
    fn scores(&self, numbers: Tensor<2, Int>, rngs: &mut Rngs) -> Tensor<3> {
        let ([batch, positions], [rows, width]) = (numbers.dims(), self.tokens.val().dims());
        #[expect(clippy::cast_possible_wrap, reason = "far fewer codes than 2^63")]
        let start = Tensor::<2, Int>::full([batch, 1], (rows - 1) as i64, &numbers.device());
        let seen = match positions {
            1 => start,
            _ => Tensor::cat(vec![start, numbers.narrow(1, 0, positions - 1)], 1),
        };
        let tokens = self.tokens.val().select(0, seen.reshape([batch * positions]));
        let places = self.places.val().narrow(0, 0, positions).unsqueeze::<3>();
        let x = tokens.reshape([batch, positions, width]) + places;
        let x = self.blocks.iter().fold(x, |x, block| block.forward(x, rngs));
        let rows = self.norm.forward(x).reshape([batch * positions, width]);
        let scores = self.scores.forward(rows);
        let codes = scores.dims()[1];
        scores.reshape([batch, positions, codes])
    }

    /// The log-likelihood of the codes `[B, N]` of each image: `[B]`.
    pub(super) fn log_prob(&self, numbers: Tensor<2, Int>, rngs: &mut Rngs) -> Tensor<1> {
        categorical_log_prob(numbers.clone(), self.scores(numbers, rngs))
    }

    /// Draws the codes of `n` images from the stream `sample`: `[n, N]`. The scores are divided by the temperature; at 0 the
    /// code with the highest score is taken.
    pub(super) fn sample(
        &self,
        n: usize,
        temperature: f64,
        device: &Device,
        rngs: &mut Rngs,
    ) -> Result<Tensor<2, Int>, SampleError> {
        let (positions, codes) = (self.places.val().dims()[0], self.tokens.val().dims()[0] - 1);
        let mut drawn: Vec<Vec<i64>> = vec![Vec::with_capacity(positions); n];
        for at in 0..positions {
            // The code that is to be drawn is not looked at: any number stands for it.
            let seen: Vec<i64> = drawn.iter().flat_map(|row| row.iter().copied().chain([0])).collect();
            let seen = Tensor::<2, Int>::from_data(TensorData::new(seen, [n, at + 1]), device);
            let scores = self.scores(seen, rngs).narrow(1, at, 1).reshape([n, codes]);
            let (_, scores) = to_host(scores).map_err(SampleError::Device)?;
            let uniform = rngs.stream("sample").uniform(n);
            for ((row, scores), uniform) in drawn.iter_mut().zip(scores.chunks_exact(codes)).zip(uniform) {
                #[expect(clippy::cast_possible_wrap, reason = "far fewer codes than 2^63")]
                row.push(draw(scores, temperature, uniform) as i64);
            }
        }
        Ok(Tensor::from_data(TensorData::new(drawn.concat(), [n, positions]), device))
    }
}

/// The code that a uniform number in [0, 1) falls on when they lie side by side, each as wide as its probability.
fn draw(scores: &[f32], temperature: f64, uniform: f32) -> usize {
    let best = scores.iter().enumerate().max_by(|(_, a), (_, b)| a.total_cmp(b)).map_or(0, |(code, _)| code);
    let highest = scores[best];
    if temperature == 0.0 {
        return best;
    }
    let weights: Vec<f64> = scores.iter().map(|score| (f64::from(score - highest) / temperature).exp()).collect();
    let mut rest = f64::from(uniform) * weights.iter().sum::<f64>();
    for (code, weight) in weights.iter().enumerate() {
        rest -= weight;
        if rest < 0.0 {
            return code;
        }
    }
    // Rounding left a little at the end.
    best
}

#[cfg(all(test, feature = "flex"))]
mod tests {
    use super::*;

    fn prior(positions: usize, codes: usize) -> CodePrior {
        let config = crate::config!(CodePriorConfig { width = 8, layers = 2, heads = 2 });
        CodePrior::new(&config, positions, codes, &ParamScope::root(&mut Rngs::new(3), &Device::flex())).unwrap()
    }

    fn numbers(rows: &[Vec<i64>]) -> Tensor<2, Int> {
        Tensor::from_data(TensorData::new(rows.concat(), [rows.len(), rows[0].len()]), &Device::flex())
    }

    /// All rows of three codes below 4.
    fn all() -> Vec<Vec<i64>> {
        (0..64).map(|k| vec![k / 16, k / 4 % 4, k % 4]).collect()
    }

    fn probabilities(prior: &CodePrior) -> Vec<f64> {
        let logs = prior.log_prob(numbers(&all()), &mut Rngs::new(0)).into_data().try_to_vec::<f32>().unwrap();
        logs.into_iter().map(|log| f64::from(log).exp()).collect()
    }

    #[test]
    fn the_probabilities_of_all_rows_of_codes_add_up_to_one() {
        let sum: f64 = probabilities(&prior(3, 4)).iter().sum();
        assert!((sum - 1.0).abs() < 1e-5, "{sum}");
    }

    #[test]
    fn scores_depend_on_the_codes_before_alone() {
        let prior = prior(3, 4);
        let scores = |row: [i64; 3]| {
            prior.scores(numbers(&[row.to_vec()]), &mut Rngs::new(0)).into_data().try_to_vec::<f32>().unwrap()
        };
        let (one, other, last) = (scores([1, 2, 3]), scores([1, 0, 3]), scores([1, 2, 0]));
        assert!(one[..8] == other[..8] && one[8..] != other[8..]);
        assert_eq!(one, last);
    }

    #[test]
    fn draws_are_as_frequent_as_they_are_probable() {
        let (prior, n) = (prior(3, 4), 6000);
        let count = |temperature| {
            let drawn = prior.sample(n, temperature, &Device::flex(), &mut Rngs::new(1)).unwrap();
            let drawn = drawn.into_data().try_to_vec_as::<i64>().unwrap();
            let mut counts = vec![0_usize; 64];
            drawn.chunks(3).for_each(|row| counts[(row[0] * 16 + row[1] * 4 + row[2]) as usize] += 1);
            counts
        };
        for (count, p) in count(1.0).iter().zip(probabilities(&prior)) {
            let (expected, deviation) = (n as f64 * p, (n as f64 * p * (1.0 - p)).sqrt());
            // Four standard deviations of 64 counts.
            assert!((*count as f64 - expected).abs() < 4.0 * deviation + 1.0, "{count} is not {expected}");
        }
        assert_eq!(count(0.0).iter().filter(|count| **count > 0).count(), 1, "temperature 0 draws one row");
        let spread = |counts: Vec<usize>| counts.into_iter().max().unwrap();
        assert!(spread(count(0.3)) > spread(count(1.0)), "lower temperatures draw the probable more often");
    }
}

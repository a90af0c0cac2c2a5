//! A causal transformer: what autoregressive models of sequences are made of.
//!
//! Weights start as GPT-2's: normal with a standard deviation of 0.02, and the layers whose results are added to the stream with
//! that divided by the root of their number (Radford et al. 2019, section 2.3).

mod attention;
mod block;
mod config;
mod norm;
mod position;
mod projection;

use burn::module::Module;
use burn::tensor::{Int, Tensor};

use self::attention::KeyValues;
use self::block::Block;
use self::norm::Norm;
use self::position::Positions;
use super::{Dropout, ParamScope};
use crate::rng::Rngs;

pub(crate) use config::hidden_width;
pub use config::{NormKind, NormPosition, PositionalEncoding, TransformerNetworkConfig};
pub use projection::Projection;

/// Spread of the weights at the start.
pub(crate) const STD: f64 = 0.02;

/// Blocks over embeddings, each position seeing itself and those before it.
#[derive(Module, Debug)]
pub struct Transformer {
    positions: Positions,
    dropout: Dropout,
    blocks: Vec<Block>,
    /// After the last block, where the blocks normalise before and not after.
    norm: Option<Norm>,
}

/// What a transformer remembers of the positions that it has seen, so that later ones need not compute it again.
#[derive(Clone, Debug, Default)]
pub struct Cache {
    layers: Vec<Option<KeyValues>>,
    positions: usize,
}

impl Cache {
    /// How many positions it remembers.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.positions
    }

    /// Whether it remembers none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.positions == 0
    }

    /// The cache of some rows of the batch, in that order; a row may come several times.
    #[must_use]
    pub fn select(&self, rows: &Tensor<1, Int>) -> Self {
        let pick = |layer: &Option<KeyValues>| layer.as_ref().map(|layer| layer.select(rows));
        Self { layers: self.layers.iter().map(pick).collect(), positions: self.positions }
    }
}

impl Transformer {
    /// So many blocks, for sequences of at most `longest` positions. In training a share of the embeddings is dropped.
    #[must_use]
    pub fn new(
        config: &TransformerNetworkConfig,
        layers: usize,
        longest: usize,
        embedding_dropout: f64,
        scope: &ParamScope,
    ) -> Self {
        // Two sums a block.
        #[expect(clippy::cast_precision_loss, reason = "few layers")]
        let output_std = STD / (2.0 * layers as f64).sqrt();
        let blocks = scope.child("blocks");
        Self {
            positions: Positions::new(config, longest, &scope.child("positions")),
            dropout: Dropout::new(embedding_dropout),
            blocks: (0..layers).map(|at| Block::new(config, output_std, &blocks.child(at))).collect(),
            norm: (config.norm_position == NormPosition::Pre).then(|| Norm::new(config, scope.device())),
        }
    }

    /// Embeddings `[B, N, width]` to what the model says of each position, `[B, N, width]`.
    ///
    /// With a cache, the positions come after those that it remembers, and are added to it. Without one they are the first.
    ///
    /// # Panics
    /// If positions are learnt and there are more than `longest`.
    #[must_use]
    pub fn forward(&self, x: Tensor<3>, cache: Option<&mut Cache>, rngs: &mut Rngs) -> Tensor<3> {
        let (start, count) = (cache.as_ref().map_or(0, |cache| cache.positions), x.dims()[1]);
        let places = self.positions.places(start, count, &x.device());
        let mut x = self.dropout.forward(self.positions.add(x, start), rngs);
        match cache {
            None => x = self.blocks.iter().fold(x, |x, block| block.forward(x, &places, None, rngs)),
            Some(cache) => {
                cache.layers.resize(self.blocks.len(), None);
                cache.positions += count;
                for (block, layer) in self.blocks.iter().zip(&mut cache.layers) {
                    x = block.forward(x, &places, Some(layer), rngs);
                }
            }
        }
        match &self.norm {
            Some(norm) => norm.forward(x),
            None => x,
        }
    }
}

#[cfg(all(test, feature = "flex"))]
mod tests;

//! Causal self-attention that can go on from remembered keys and values.

use burn::module::{Flag, Module, Param};
use burn::tensor::{Int, Tensor};

use super::position::Places;
use super::projection::Projection;
use super::{STD, TransformerNetworkConfig};
use crate::kernels::attention::{AttentionDropout, AttentionOptions, attention};
use crate::nn::ParamScope;
use crate::rng::Rngs;

/// Every position attends to itself and those before it.
#[derive(Module, Debug)]
pub(super) struct SelfAttention {
    query: Projection,
    key: Projection,
    value: Projection,
    output: Projection,
    training: Param<Flag>,
    heads: usize,
    key_heads: usize,
    dropout_rate: f64,
}

/// Keys and values of the positions so far: `[B, key heads, N, head width]`.
#[derive(Clone, Debug)]
pub(super) struct KeyValues {
    keys: Tensor<4>,
    values: Tensor<4>,
}

impl KeyValues {
    /// Those of some rows of the batch, in that order.
    pub(super) fn select(&self, rows: &Tensor<1, Int>) -> Self {
        let pick = |x: &Tensor<4>| x.clone().select(0, rows.clone());
        Self { keys: pick(&self.keys), values: pick(&self.values) }
    }
}

impl SelfAttention {
    /// `output_std`: spread of the last layer's weights at the start.
    pub(super) fn new(config: &TransformerNetworkConfig, output_std: f64, scope: &ParamScope) -> Self {
        let (width, heads) = (config.embed_dim, config.num_heads);
        let key_heads = config.num_key_heads.unwrap_or(heads);
        let keys = width / heads * key_heads;
        let layer =
            |name: &str, outputs, std| Projection::new(width, outputs, config.use_bias, std, &scope.child(name));
        Self {
            query: layer("query", width, STD),
            key: layer("key", keys, STD),
            value: layer("value", keys, STD),
            output: layer("output", width, output_std),
            training: Param::from_bool(true),
            heads,
            key_heads,
            dropout_rate: config.attention_dropout_rate,
        }
    }

    /// `[B, N, width]` to the same. The positions come after those of the cache, and are added to it.
    pub(super) fn forward(
        &self,
        x: &Tensor<3>,
        places: &Places,
        cache: Option<&mut Option<KeyValues>>,
        rngs: &mut Rngs,
    ) -> Tensor<3> {
        let [batch, positions, _] = x.dims();
        let split = |layer: &Projection, heads: usize| {
            let y = layer.forward(x.clone());
            let head_dim = y.dims()[2] / heads;
            y.reshape([batch, positions, heads, head_dim]).swap_dims(1, 2)
        };
        let q = places.turn(split(&self.query, self.heads));
        let new = KeyValues {
            keys: places.turn(split(&self.key, self.key_heads)),
            values: split(&self.value, self.key_heads),
        };
        let KeyValues { keys, values } = match cache {
            None => new,
            Some(cache) => {
                let all = match cache.take() {
                    None => new,
                    Some(old) => KeyValues {
                        keys: Tensor::cat(vec![old.keys, new.keys], 2),
                        values: Tensor::cat(vec![old.values, new.values], 2),
                    },
                };
                cache.insert(all).clone()
            }
        };
        let drops = self.dropout_rate > 0.0 && self.training.is_enabled() && x.is_autodiff();
        let dropout = drops.then(|| {
            let blocks = AttentionDropout::blocks(batch * self.heads * positions, keys.dims()[2]);
            AttentionDropout { rate: self.dropout_rate, from: rngs.stream("dropout").take(blocks) }
        });
        let options = AttentionOptions {
            causal: true,
            relative: places.relative.clone(),
            dropout,
            ..AttentionOptions::default()
        };
        let attended = attention(q, keys, values, &options);
        let width = attended.dims()[1] * attended.dims()[3];
        self.output.forward(attended.swap_dims(1, 2).reshape([batch, positions, width]))
    }
}

//! Multi-head attention.

use burn::module::{Flag, Module, Param};
use burn::tensor::{Bool, Tensor};

use super::dense::Linear;
use super::init::{Initializer, ParamScope};
use crate::config::ModelConfig;
use crate::kernels::attention::{AttentionDropout, AttentionOptions, attention, attention_portable};
use crate::rng::Rngs;

/// What computes attention.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ModelConfig)]
pub enum AttentionKernel {
    /// Tiles with a running softmax: memory grows with the number of positions.
    #[default]
    Fused,
    /// burn's own operations: memory grows with its square. For comparison.
    Portable,
}

/// Multi-head attention (Vaswani et al. 2017, section 3.2).
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(rule(
    when(is_set(key_heads), heads % key_heads == 0),
    "every key head serves the same number of query heads"
))]
pub struct AttentionConfig {
    /// Heads that the queries are split into.
    #[config(default = 8, min = 1)]
    pub heads: usize,
    /// Heads of keys and values, shared by groups of query heads (grouped-query attention, Ainslie et al. 2023). One for each
    /// query head if left out.
    #[config(min = 1)]
    pub key_heads: Option<usize>,
    /// Width of one head. The width of the layer divided by `heads` if left out.
    #[config(min = 1, max = 256)]
    pub head_dim: Option<usize>,
    /// Whether a position sees only itself and those before it.
    #[config(default = false)]
    pub causal: bool,
    /// A position sees only positions less than this away.
    #[config(min = 1)]
    pub window: Option<usize>,
    /// Share of attention probabilities dropped in training.
    #[config(default = 0.0, min = 0, exclusive_max = 1)]
    pub dropout_rate: f64,
    /// What computes it.
    #[config(default = AttentionKernel::Fused)]
    pub kernel: AttentionKernel,
}

/// Projections to queries, keys and values, attention of every head, and a projection back.
#[derive(Module, Debug)]
pub struct Attention {
    query: Linear,
    key: Linear,
    value: Linear,
    output: Linear,
    training: Param<Flag>,
    heads: usize,
    key_heads: usize,
    #[module(skip)]
    config: AttentionConfig,
}

impl Attention {
    /// A layer on positions of that width.
    ///
    /// # Errors
    /// If the width cannot be split into heads.
    pub fn new(width: usize, config: &AttentionConfig, scope: &ParamScope) -> Result<Self, String> {
        let heads = config.heads;
        let head_dim = match config.head_dim {
            Some(head_dim) => head_dim,
            None if width.is_multiple_of(heads) && (1..=256).contains(&(width / heads)) => width / heads,
            None => {
                return Err(format!(
                    "attention: a width of {width} cannot be split into {heads} heads of the same width, at most 256; set \
                     `heads` to a divisor of {width}, or `head_dim`"
                ));
            }
        };
        let key_heads = config.key_heads.unwrap_or(heads);
        let linear =
            |name: &str, inputs, outputs| Linear::new(inputs, outputs, Initializer::XavierUniform, &scope.child(name));
        Ok(Self {
            query: linear("query", width, heads * head_dim),
            key: linear("key", width, key_heads * head_dim),
            value: linear("value", width, key_heads * head_dim),
            output: linear("output", heads * head_dim, width),
            training: Param::from_bool(true),
            heads,
            key_heads,
            config: config.clone(),
        })
    }

    /// Every position of `x: [B, N, width]` attends to those of `context: [B, M, width]`, or of `x` itself. Where `key_mask:
    /// [B, M]` is false, a position of the context is padding. Result: `[B, N, width]`.
    ///
    /// Dropout acts in training only, on tensors with autodiff, and draws from the stream `dropout`.
    #[must_use]
    pub fn forward(
        &self,
        x: Tensor<3>,
        context: Option<Tensor<3>>,
        key_mask: Option<Tensor<2, Bool>>,
        rngs: &mut Rngs,
    ) -> Tensor<3> {
        let context = context.unwrap_or_else(|| x.clone());
        let split = |x: Tensor<3>, layer: &Linear, heads: usize| {
            let [batch, positions, width] = x.dims();
            let y = layer.forward(x.reshape([batch * positions, width]));
            let head_dim = y.dims()[1] / heads;
            y.reshape([batch, positions, heads, head_dim]).swap_dims(1, 2)
        };
        let [batch, positions, width] = x.dims();
        let keys = context.dims()[1];
        let drops = self.config.dropout_rate > 0.0 && self.training.is_enabled() && x.is_autodiff();
        let dropout = drops.then(|| {
            let blocks = AttentionDropout::blocks(batch * self.heads * positions, keys);
            AttentionDropout { rate: self.config.dropout_rate, from: rngs.stream("dropout").take(blocks) }
        });
        let options = AttentionOptions {
            causal: self.config.causal,
            window: self.config.window,
            key_mask,
            dropout,
            ..AttentionOptions::default()
        };
        let q = split(x, &self.query, self.heads);
        let k = split(context.clone(), &self.key, self.key_heads);
        let v = split(context, &self.value, self.key_heads);
        let attended = match self.config.kernel {
            AttentionKernel::Fused => attention(q, k, v, &options),
            AttentionKernel::Portable => attention_portable(q, k, v, &options),
        };
        let head_width = attended.dims()[1] * attended.dims()[3];
        let joined = attended.swap_dims(1, 2).reshape([batch * positions, head_width]);
        self.output.forward(joined).reshape([batch, positions, width])
    }
}

#[cfg(all(test, feature = "flex"))]
mod tests {
    use super::*;
    use crate::rng::Stream;
    use burn::tensor::{Device, TensorData};

    fn config() -> AttentionConfig {
        AttentionConfig::new().with_heads(4)
    }

    fn layer(config: &AttentionConfig, device: &Device) -> Attention {
        Attention::new(24, config, &ParamScope::root(&mut Rngs::new(5), device)).unwrap()
    }

    fn input(device: &Device) -> Tensor<3> {
        Stream::from_seed(2).normal_tensor([2, 9, 24], device)
    }

    fn host(x: Tensor<3>) -> Vec<f32> {
        x.into_data().try_to_vec::<f32>().unwrap()
    }

    fn run(config: &AttentionConfig, x: Tensor<3>) -> Vec<f32> {
        host(layer(config, &x.device()).forward(x, None, None, &mut Rngs::new(1)))
    }

    fn assert_near(a: &[f32], b: &[f32]) {
        assert_eq!(a.len(), b.len());
        assert!(a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-5), "{a:?} against {b:?}");
    }

    #[test]
    fn the_portable_body_gives_the_same() {
        let device = Device::flex().autodiff();
        for change in [
            |config: AttentionConfig| config,
            |config: AttentionConfig| config.with_causal(true).with_window(Some(3)),
            |config: AttentionConfig| config.with_key_heads(Some(2)).with_head_dim(Some(5)),
            |config: AttentionConfig| config.with_dropout_rate(0.3),
        ] {
            let fused = change(config());
            let portable = fused.clone().with_kernel(AttentionKernel::Portable);
            assert_near(&run(&fused, input(&device)), &run(&portable, input(&device)));
        }
    }

    #[test]
    fn every_field_acts() {
        let device = Device::flex().autodiff();
        let plain = run(&config(), input(&device));
        for changed in [
            config().with_heads(3),
            config().with_key_heads(Some(1)),
            config().with_head_dim(Some(8)),
            config().with_causal(true),
            config().with_window(Some(2)),
            config().with_dropout_rate(0.5),
        ] {
            assert_ne!(run(&changed, input(&device)), plain, "{changed:?}");
        }
        // Dropout is for training.
        let valid = layer(&config().with_dropout_rate(0.5), &device).valid();
        let x = input(&Device::flex());
        assert_near(&host(valid.forward(x, None, None, &mut Rngs::new(1))), &plain);
    }

    #[test]
    fn positions_that_trade_places_trade_results() {
        let device = Device::flex();
        let x = input(&device);
        let swapped = Tensor::cat(vec![x.clone().narrow(1, 8, 1), x.clone().narrow(1, 0, 8)], 1);
        let y = layer(&config(), &device).forward(x, None, None, &mut Rngs::new(1));
        let expected = Tensor::cat(vec![y.clone().narrow(1, 8, 1), y.narrow(1, 0, 8)], 1);
        assert_near(&run(&config(), swapped), &host(expected));
    }

    #[test]
    fn what_comes_later_or_is_padding_is_not_seen() {
        let device = Device::flex();
        let x = input(&device);
        let changed = Tensor::cat(vec![x.clone().narrow(1, 0, 6), x.clone().narrow(1, 6, 3) * 3.0], 1);
        let layer = layer(&config().with_causal(true), &device);
        let first = |x: Tensor<3>| host(layer.forward(x, None, None, &mut Rngs::new(1)).narrow(1, 0, 6));
        assert_eq!(first(x.clone()), first(changed.clone()));
        let mask: Vec<bool> = (0..18).map(|at| at % 9 < 6).collect();
        let mask = Tensor::<2, Bool>::from_data(TensorData::new(mask, [2, 9]), &device);
        let layer = self::layer(&config(), &device);
        let query = x.clone().narrow(1, 0, 2);
        let cross = |context| host(layer.forward(query.clone(), Some(context), Some(mask.clone()), &mut Rngs::new(1)));
        assert_eq!(cross(x), cross(changed));
    }

    #[test]
    fn a_width_that_cannot_be_split_says_so() {
        let scope = ParamScope::root(&mut Rngs::new(5), &Device::flex());
        assert_eq!(
            Attention::new(10, &config(), &scope).unwrap_err(),
            "attention: a width of 10 cannot be split into 4 heads of the same width, at most 256; set `heads` to a \
             divisor of 10, or `head_dim`"
        );
        let error = crate::config::Loader::new().text("a.toml", "heads = 4\nkey_heads = 3").load::<AttentionConfig>();
        assert!(error.unwrap_err().to_string().contains("every key head serves the same number of query heads"));
    }
}

//! Where tokens stand.

use burn::module::{Module, Param};
use burn::tensor::{Device, Tensor, TensorData};

use super::{PositionalEncoding, STD, TransformerNetworkConfig};
use crate::kernels::attention::alibi;
use crate::nn::{Initializer, ParamScope};

/// The positions of a transformer.
#[derive(Module, Debug)]
pub(super) struct Positions {
    /// Learnt vectors: `[longest, width]`.
    table: Option<Param<Tensor<2>>>,
    #[module(skip)]
    kind: PositionalEncoding,
    heads: usize,
    head_dim: usize,
    base: f64,
}

/// What attention is told about the positions of a call.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    /// Cosine and sine of every position and pair, `[1, 1, N, D / 2]`.
    rotary: Option<[Tensor<4>; 2]>,
    /// Added to the scores by distance; see [`AttentionOptions::relative`](crate::kernels::attention::AttentionOptions).
    pub(super) relative: Option<Tensor<2>>,
}

impl Positions {
    pub(super) fn new(config: &TransformerNetworkConfig, longest: usize, scope: &ParamScope) -> Self {
        let (kind, width) = (config.positional_encoding, config.embed_dim);
        let draw = || scope.weight("table", [longest, width], [1, width], Initializer::Normal { std: STD });
        Self {
            table: (kind == PositionalEncoding::Learned).then(draw),
            kind,
            heads: config.num_heads,
            head_dim: width / config.num_heads,
            base: config.rotary_base.unwrap_or(10_000.0),
        }
    }

    /// Embeddings `[B, N, width]`, of which the first stands at position `start`, with what is added to them.
    pub(super) fn add(&self, x: Tensor<3>, start: usize) -> Tensor<3> {
        let [_, count, width] = x.dims();
        if let Some(table) = &self.table {
            return x + table.val().narrow(0, start, count).unsqueeze::<3>();
        }
        if self.kind != PositionalEncoding::Sinusoidal {
            return x;
        }
        let waves = sinusoids(start, count, width, &x.device().without_autodiff());
        #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
        let scale = (width as f64).sqrt();
        x * scale + waves.unsqueeze::<3>()
    }

    /// What attention is told about `count` positions from `start`.
    pub(super) fn places(&self, start: usize, count: usize, device: &Device) -> Places {
        let device = device.clone().without_autodiff();
        match self.kind {
            PositionalEncoding::Rotary => {
                let table = rotations(start, count, self.head_dim, self.base, &device);
                Places { rotary: Some(table), relative: None }
            }
            PositionalEncoding::Alibi => {
                Places { rotary: None, relative: Some(alibi(self.heads, start + count, &device)) }
            }
            PositionalEncoding::Sinusoidal | PositionalEncoding::Learned | PositionalEncoding::None => {
                Places::default()
            }
        }
    }
}

impl Places {
    /// Queries or keys `[B, H, N, D]`, turned if positions are rotary: the pair of the numbers `i` and `i + D / 2` by the angle
    /// `position · base^(-2i / D)`, in the layout of Llama.
    pub(super) fn turn(&self, x: Tensor<4>) -> Tensor<4> {
        let Some([cos, sin]) = &self.rotary else { return x };
        let half = x.dims()[3] / 2;
        let (a, b) = (x.clone().narrow(3, 0, half), x.narrow(3, half, half));
        let first = a.clone() * cos.clone() - b.clone() * sin.clone();
        let second = b * cos.clone() + a * sin.clone();
        Tensor::cat(vec![first, second], 3)
    }
}

/// `sin(p / 10000^(2i / width))` at the even numbers `2i` of position `p`, the cosine at the odd ones `2i + 1`:
/// `[count, width]`.
fn sinusoids(start: usize, count: usize, width: usize, device: &Device) -> Tensor<2> {
    #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "values are f32")]
    let wave = |position: usize, at: usize| {
        let angle = position as f64 / 10_000_f64.powf((at / 2 * 2) as f64 / width as f64);
        (if at.is_multiple_of(2) { angle.sin() } else { angle.cos() }) as f32
    };
    let values: Vec<f32> =
        (start..start + count).flat_map(|position| (0..width).map(move |at| wave(position, at))).collect();
    Tensor::from_data(TensorData::new(values, [count, width]), device)
}

/// Cosine and sine of the angles: `[1, 1, count, width / 2]`.
fn rotations(start: usize, count: usize, width: usize, base: f64, device: &Device) -> [Tensor<4>; 2] {
    #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
    let angle = |position: usize, pair: usize| position as f64 * base.powf(-2.0 * pair as f64 / width as f64);
    [f64::cos as fn(f64) -> f64, f64::sin].map(|function| {
        #[expect(clippy::cast_possible_truncation, reason = "values are f32")]
        let value = |position, pair| function(angle(position, pair)) as f32;
        let values: Vec<f32> =
            (start..start + count).flat_map(|position| (0..width / 2).map(move |pair| value(position, pair))).collect();
        Tensor::from_data(TensorData::new(values, [1, 1, count, width / 2]), device)
    })
}

#[cfg(all(test, feature = "flex"))]
mod tests {
    use super::*;
    use crate::rng::Stream;

    fn host<const D: usize>(x: Tensor<D>) -> Vec<f32> {
        x.into_data().try_to_vec::<f32>().unwrap()
    }

    #[test]
    fn waves_are_those_of_the_paper() {
        let found = host(sinusoids(3, 2, 6, &Device::flex()));
        let expected = [3.0_f64, 4.0].into_iter().flat_map(|position| {
            let angle = move |i: f64| position / 10_000_f64.powf(2.0 * i / 6.0);
            (0..3).flat_map(move |i| [angle(f64::from(i)).sin(), angle(f64::from(i)).cos()])
        });
        assert!(found.iter().zip(expected).all(|(found, expected)| (f64::from(*found) - expected).abs() < 1e-6));
    }

    /// Su et al. 2021, equation 11: the product of a turned query and a turned key depends on their distance alone.
    #[test]
    fn turned_products_depend_on_the_distance() {
        let device = Device::flex();
        let turned = |seed, start| {
            let places = Places { rotary: Some(rotations(start, 1, 8, 100.0, &device)), relative: None };
            let x: Tensor<4> = Stream::from_seed(seed).normal_tensor([1, 1, 1, 8], &device);
            (host(x.clone()), host(places.turn(x)))
        };
        let product = |a: &[f32], b: &[f32]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f32>();
        let (query, same) = turned(1, 0);
        assert_eq!(query, same, "nothing turns at position 0");
        let at = |query, key| product(&turned(1, query).1, &turned(2, key).1);
        assert!((at(5, 2) - at(13, 10)).abs() < 1e-5 && (at(5, 2) - at(5, 3)).abs() > 1e-3);
        let (before, after) = turned(1, 7);
        assert!((product(&before, &before) - product(&after, &after)).abs() < 1e-4, "lengths stay");
        // The first pair turns by one radian a position.
        let (x, y) = turned(1, 1);
        let expected = [x[0] * 1f32.cos() - x[4] * 1f32.sin(), x[4] * 1f32.cos() + x[0] * 1f32.sin()];
        assert!((y[0] - expected[0]).abs() < 1e-6 && (y[4] - expected[1]).abs() < 1e-6);
    }
}

//! The stacks of layers.

use burn::module::Module;
use burn::tensor::{Int, Tensor};

use super::config::{FIRST_REACH, PixelCNNConfig};
use super::layer::{GatedLayer, Reach, Told, gate};
use crate::nn::ParamScope;
use crate::rng::Rngs;

/// The gated layers of a `PixelCNN`.
#[derive(Module, Debug)]
pub(super) struct Network {
    /// The first sees the image.
    pub(super) layers: Vec<GatedLayer>,
    /// Two for each block.
    pub(super) blocks: Vec<GatedLayer>,
}

impl Network {
    pub(super) fn new(config: &PixelCNNConfig, scope: &ParamScope) -> Self {
        let (hidden, side) = (config.hidden_channels, config.kernel_size / 2);
        let layer = |inputs, reach, scope: &ParamScope| {
            GatedLayer::new(inputs, hidden, reach, config.num_classes, config.dropout_rate, scope)
        };
        let (layers, blocks) = (scope.child("layers"), scope.child("blocks"));
        let next = |scope: &ParamScope| layer(hidden, Reach { side, here: true }, scope);
        let first = Reach { side: FIRST_REACH, here: false };
        let first = layer(config.image_shape[2] + 1, first, &layers.child(0));
        Self {
            layers: std::iter::once(first).chain((1..config.num_layers).map(|at| next(&layers.child(at)))).collect(),
            blocks: (0..2 * config.num_residual_blocks).map(|at| next(&blocks.child(at))).collect(),
        }
    }

    /// All layers in order.
    pub(super) fn all(&self) -> impl Iterator<Item = &GatedLayer> {
        self.layers.iter().chain(&self.blocks)
    }

    /// What the layers are told of the classes `[B]`.
    pub(super) fn told(&self, classes: Option<&Tensor<1, Int>>) -> Vec<Told> {
        self.all().map(|layer| layer.told(classes)).collect()
    }

    /// The stack that looks up: from the image, `[B, channels + 1, H, W]`, or from a row that comes next. `before_gate` gives what
    /// a layer has before its gate, from its number, itself and what it takes. Result: what each layer tells the other stack.
    pub(super) fn look_up(
        &self,
        image: Tensor<4>,
        mut before_gate: impl FnMut(usize, &GatedLayer, Tensor<4>) -> Tensor<4>,
    ) -> Vec<Tensor<4>> {
        let (mut x, mut entered, mut across) = (image, None, Vec::new());
        for (at, layer) in self.all().enumerate() {
            // The place in a block, which has two layers.
            let place = at.checked_sub(self.layers.len()).map(|at| at % 2);
            if place == Some(0) {
                entered = Some(x.clone());
            }
            let values = before_gate(at, layer, x);
            across.push(layer.across(values.clone()));
            x = gate(values);
            if place == Some(1)
                && let Some(entered) = entered.take()
            {
                x = x + entered;
            }
        }
        across
    }

    /// The features of each pixel from those before it: `image: [B, channels + 1, H, W]` to `[B, p, H, W]`.
    pub(super) fn forward(&self, image: Tensor<4>, classes: Option<&Tensor<1, Int>>, rngs: &mut Rngs) -> Tensor<4> {
        let told = self.told(classes);
        let above = self.look_up(image.clone(), |at, layer, x| layer.look_up(x, &told[at], false));
        let mut x = image;
        for ((layer, above), told) in self.all().zip(above).zip(&told) {
            x = layer.look_left(x, above, told, false, rngs);
        }
        x
    }
}

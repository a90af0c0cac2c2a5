//! The network from a latent to a sample.

use burn::module::{Module, Param};
use burn::tensor::{Int, Tensor};

use super::classes::Classes;
use super::config::{ConditionalParams, ConvGeneratorConfig, GeneratorConfig};
use super::discriminator::form;
use crate::models::BuildError;
use crate::nn::conv2d::conv_transpose2d;
use crate::nn::dense::HiddenOptions;
use crate::nn::{Activation, After, ConvForm, Initializer, Linear, Mlp, ParamScope};
use crate::rng::Rngs;

/// Latents to samples, each a row of values: an image's in the order channels, height, width.
#[derive(Module, Debug)]
pub struct Generator {
    body: Body,
    #[module(skip)]
    output_activation: Activation,
    latent_dim: usize,
}

#[derive(Module, Debug)]
#[expect(clippy::large_enum_variant, reason = "a model has one")]
enum Body {
    Dense(Dense),
    Conv(Conv),
}

#[derive(Module, Debug)]
struct Dense {
    layers: Mlp,
    output: Linear,
}

#[derive(Module, Debug)]
struct Conv {
    classes: Option<Classes>,
    input: Linear,
    input_after: After,
    hidden: Vec<UpLayer>,
    output: Up,
    /// Channels, height and width of the smallest grid.
    grid: [usize; 3],
}

/// A hidden transposed convolution.
#[derive(Module, Debug)]
struct UpLayer {
    up: Up,
    after: After,
}

#[derive(Module, Debug)]
struct Up {
    /// `[channels in, channels out, kernel]`.
    weight: Param<Tensor<4>>,
    bias: Param<Tensor<1>>,
    #[module(skip)]
    form: ConvForm,
    /// Height and width of what it gives.
    size: [usize; 2],
}

/// What follows a hidden layer with so many channels.
fn after(channels: usize, config: &ConvGeneratorConfig, scope: &ParamScope) -> After {
    let network = &config.network;
    let options = HiddenOptions {
        activation: network.activation,
        dropout_rate: network.dropout_rate,
        batch_norm: network.batch_norm,
    };
    After::with_momentum(channels, options, config.batch_norm_momentum, scope)
}

impl Up {
    fn new(
        [inputs, outputs]: [usize; 2],
        form: ConvForm,
        size: [usize; 2],
        initializer: Initializer,
        scope: &ParamScope,
    ) -> Self {
        let [height, width] = form.kernel;
        let fans = form.transposed_fans(inputs, outputs);
        Self {
            weight: scope.weight("weight", [inputs, outputs, height, width], fans, initializer),
            bias: scope.bias(outputs),
            form,
            size,
        }
    }

    fn forward(&self, x: Tensor<4>) -> Tensor<4> {
        let channels = self.bias.dims()[0];
        conv_transpose2d(x, self.weight.val(), self.form, self.size) + self.bias.val().reshape([1, channels, 1, 1])
    }
}

impl Generator {
    /// A generator of fully connected layers.
    pub(super) fn dense(config: &GeneratorConfig, scope: &ParamScope) -> Self {
        let options = HiddenOptions {
            activation: config.activation,
            dropout_rate: config.dropout_rate,
            batch_norm: config.batch_norm,
        };
        let last = config.hidden_dims.last().copied().unwrap_or(config.latent_dim);
        let initializer = config.output_activation.initializer();
        let body = Body::Dense(Dense {
            layers: Mlp::new(config.latent_dim, &config.hidden_dims, options, &scope.child("layers")),
            output: Linear::new(last, config.output_shape.iter().product(), initializer, &scope.child("output")),
        });
        Self { body, output_activation: config.output_activation, latent_dim: config.latent_dim }
    }

    /// A generator of transposed convolutions, that is told the class if `classes` are given.
    ///
    /// # Errors
    /// [`BuildError::Model`] if the image is too small for the convolutions.
    pub(super) fn conv(
        config: &ConvGeneratorConfig,
        classes: Option<&ConditionalParams>,
        scope: &ParamScope,
    ) -> Result<Self, BuildError> {
        let network = &config.network;
        let widths = &network.hidden_dims;
        let (form, channels, grids) = form(&config.convolutions, &network.output_shape, widths.len(), "generator")?;
        let smallest = grids[widths.len()];
        let first = widths.first().copied().unwrap_or(channels);
        let classes = classes.map(|classes| Classes::new(classes, &scope.child("classes")));
        let inputs = network.latent_dim + classes.as_ref().map_or(0, Classes::dim);
        let inside = network.activation.initializer();
        let hidden = widths
            .windows(2)
            .enumerate()
            .map(|(i, pair)| {
                let scope = scope.child("hidden").child(i);
                let size = grids[widths.len() - 1 - i];
                UpLayer {
                    up: Up::new([pair[0], pair[1]], form, size, inside, &scope.child("up")),
                    after: after(pair[1], config, &scope),
                }
            })
            .collect();
        let last = widths.last().copied().unwrap_or(channels);
        let outside = network.output_activation.initializer();
        let body = Body::Conv(Conv {
            classes,
            input: Linear::new(inputs, first * smallest[0] * smallest[1], inside, &scope.child("input")),
            input_after: after(first, config, scope),
            hidden,
            output: Up::new([last, channels], form, grids[0], outside, &scope.child("output")),
            grid: [first, smallest[0], smallest[1]],
        });
        Ok(Self { body, output_activation: network.output_activation, latent_dim: network.latent_dim })
    }

    /// Number of latent variables.
    #[must_use]
    pub const fn latent_dim(&self) -> usize {
        self.latent_dim
    }

    /// Latents `[B, latent_dim]`, and classes `[B]` if it is told them, to samples `[B, values]` in the range of the output
    /// activation.
    #[must_use]
    pub fn forward(&self, z: Tensor<2>, classes: Option<Tensor<1, Int>>, rngs: &mut Rngs) -> Tensor<2> {
        let values = match &self.body {
            Body::Dense(dense) => dense.output.forward(dense.layers.forward(z, rngs)),
            Body::Conv(conv) => {
                let (count, [channels, height, width]) = (z.dims()[0], conv.grid);
                let z = match (&conv.classes, classes) {
                    (Some(table), Some(classes)) => Tensor::cat(vec![z, table.vectors(classes)], 1),
                    _ => z,
                };
                let grid = conv.input.forward(z).reshape([count, channels, height, width]);
                let grid = conv.input_after.forward(grid, rngs);
                let grid = conv.hidden.iter().fold(grid, |x, layer| layer.after.forward(layer.up.forward(x), rngs));
                let image = conv.output.forward(grid);
                let values = image.dims()[1..].iter().product::<usize>();
                image.reshape([count, values])
            }
        };
        self.output_activation.forward(values)
    }
}

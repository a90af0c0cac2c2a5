//! The network from a sample to a score.

use burn::module::{Module, Param};
use burn::nn::{BatchNorm, BatchNormConfig};
use burn::tensor::{Int, Tensor};

use super::classes::Classes;
use super::config::{ConditionalParams, ConvDiscriminatorConfig, ConvolutionsConfig, DiscriminatorConfig};
use crate::models::BuildError;
use crate::nn::conv2d::conv2d;
use crate::nn::{Activation, ConvForm, Dropout, Dual, Initializer, Linear, ParamScope, SpectralNorm};
use crate::rng::Rngs;

/// Added to the variance of the positions of a channel.
const EPS: f64 = 1e-5;

/// Samples, each a row of values, to scores.
///
/// It takes [`Dual`]s: with a tangent it gives the derivative of the scores along it, too.
#[derive(Module, Debug)]
pub struct Discriminator {
    classes: Option<ClassChannel>,
    hidden: Vec<Layer>,
    output: Weighted,
    #[module(skip)]
    activation: Activation,
    slope: f64,
    /// Channels, height and width of the images that convolutions take; zeros for fully connected layers.
    image: [usize; 3],
}

/// A class as one more channel of an image.
#[derive(Module, Debug)]
struct ClassChannel {
    table: Classes,
    map: Linear,
}

#[derive(Module, Debug)]
struct Layer {
    weighted: Weighted,
    norm: Option<Norm>,
    dropout: Dropout,
}

/// The linear part of a layer.
#[derive(Module, Debug)]
struct Weighted {
    /// `[out, in]`, or `[out, in · kernel]` of a convolution.
    weight: Param<Tensor<2>>,
    bias: Param<Tensor<1>>,
    spectral: Option<SpectralNorm>,
    #[module(skip)]
    form: Option<ConvForm>,
}

#[derive(Module, Debug)]
enum Norm {
    Batch(BatchNorm),
    Instance(InstanceNorm),
}

/// A scale and a shift for each channel, after each example's channels are normalised over their positions.
#[derive(Module, Debug)]
struct InstanceNorm {
    weight: Param<Tensor<1>>,
    bias: Param<Tensor<1>>,
}

impl Weighted {
    fn new(
        [outputs, inputs]: [usize; 2],
        form: Option<ConvForm>,
        initializer: Initializer,
        spectral_norm: bool,
        scope: &ParamScope,
    ) -> Self {
        let fans = form.map_or([inputs, outputs], |form| form.fans(inputs, outputs));
        let columns = fans[0];
        Self {
            weight: scope.weight("weight", [outputs, columns], fans, initializer),
            bias: scope.bias(outputs),
            spectral: spectral_norm.then(|| SpectralNorm::new(outputs, scope)),
            form,
        }
    }

    fn weight(&self) -> Tensor<2> {
        match &self.spectral {
            Some(spectral) => spectral.normalise(self.weight.val()),
            None => self.weight.val(),
        }
    }

    fn power_iteration(self) -> Self {
        let weight = self.weight.val();
        Self { spectral: self.spectral.map(|spectral| spectral.power_iteration(weight)), ..self }
    }

    /// `[B, in]` to `[B, out]`.
    fn dense(&self, x: Dual<2>) -> Dual<2> {
        let weight = self.weight().transpose();
        x.linear(|x| x.matmul(weight.clone())).plus(self.bias.val().unsqueeze())
    }

    /// `[B, in, H, W]` to `[B, out, h, w]`.
    fn conv(&self, x: Dual<4>, form: ConvForm) -> Dual<4> {
        let ([outputs, columns], [height, width]) = (self.weight.dims(), form.kernel);
        let weight = self.weight().reshape([outputs, columns / (height * width), height, width]);
        x.linear(|x| conv2d(x, weight.clone(), form)).plus(self.bias.val().reshape([1, outputs, 1, 1]))
    }
}

impl Norm {
    /// `[B, C, positions]`.
    fn forward(&self, x: Dual<3>) -> Dual<3> {
        match self {
            Self::Batch(norm) => {
                // Invariant: the configs' rules keep batch norm away from the penalty, which alone asks for a tangent.
                assert!(x.tangent.is_none(), "batch norm has no derivative of one example alone");
                Dual::plain(norm.forward(x.value))
            }
            Self::Instance(norm) => {
                let channels = norm.bias.dims()[0];
                let (scale, shift) =
                    (norm.weight.val().reshape([1, channels, 1]), norm.bias.val().reshape([1, channels, 1]));
                x.normalise_positions(EPS).linear(|x| x * scale.clone()).plus(shift)
            }
        }
    }
}

impl Discriminator {
    /// A discriminator of fully connected layers.
    pub(super) fn dense(config: &DiscriminatorConfig, scope: &ParamScope) -> Self {
        let inputs: usize = config.input_shape.iter().product();
        let widths = std::iter::once(inputs).chain(config.hidden_dims.iter().copied());
        let hidden = widths
            .zip(&config.hidden_dims)
            .enumerate()
            .map(|(i, (inputs, &outputs))| {
                let scope = scope.child("hidden").child(i);
                let norm = BatchNormConfig::new(outputs);
                Layer {
                    weighted: Weighted::new([outputs, inputs], None, initializer(config), config.spectral_norm, &scope),
                    norm: (config.batch_norm && i > 0).then(|| Norm::Batch(norm.init(scope.device()))),
                    dropout: Dropout::new(config.dropout_rate),
                }
            })
            .collect();
        Self::with_output(config, None, hidden, config.hidden_dims.last().copied().unwrap_or(inputs), [0; 3], scope)
    }

    /// A discriminator of convolutions, that is told the class if `classes` are given.
    ///
    /// # Errors
    /// [`BuildError::Model`] if the image is too small for the convolutions.
    pub(super) fn conv(
        config: &ConvDiscriminatorConfig,
        classes: Option<&ConditionalParams>,
        scope: &ParamScope,
    ) -> Result<Self, BuildError> {
        let network = &config.network;
        let widths = &network.hidden_dims;
        let (form, channels, grids) = form(&config.convolutions, &network.input_shape, widths.len(), "discriminator")?;
        let [height, width] = grids[0];
        let classes = classes.map(|classes| {
            let scope = scope.child("classes");
            let table = Classes::new(classes, &scope.child("table"));
            let map = Linear::new(table.dim(), height * width, Initializer::XavierUniform, &scope.child("map"));
            ClassChannel { table, map }
        });
        let first = channels + usize::from(classes.is_some());
        let hidden = std::iter::once(first)
            .chain(widths.iter().copied())
            .zip(widths)
            .enumerate()
            .map(|(i, (inputs, &outputs))| {
                let scope = scope.child("hidden").child(i);
                let [h, w] = grids[i + 1];
                let norm = if config.use_instance_norm && i > 0 && h * w > 1 {
                    let ones = Param::from_tensor(Tensor::ones([outputs], scope.device()));
                    Some(Norm::Instance(InstanceNorm { weight: ones, bias: scope.bias(outputs) }))
                } else if network.batch_norm && i > 0 {
                    Some(Norm::Batch(BatchNormConfig::new(outputs).init(scope.device())))
                } else {
                    None
                };
                let (shape, initializer) = ([outputs, inputs], initializer(network));
                Layer {
                    weighted: Weighted::new(shape, Some(form), initializer, network.spectral_norm, &scope),
                    norm,
                    dropout: Dropout::new(network.dropout_rate),
                }
            })
            .collect();
        let [h, w] = grids[widths.len()];
        let features = widths.last().copied().unwrap_or(first) * h * w;
        Ok(Self::with_output(network, classes, hidden, features, [channels, height, width], scope))
    }

    fn with_output(
        config: &DiscriminatorConfig,
        classes: Option<ClassChannel>,
        hidden: Vec<Layer>,
        features: usize,
        image: [usize; 3],
        scope: &ParamScope,
    ) -> Self {
        let (linear, scope) = (Initializer::XavierUniform, scope.child("output"));
        Self {
            classes,
            hidden,
            output: Weighted::new([1, features], None, linear, config.spectral_norm, &scope),
            activation: config.activation,
            slope: config.leaky_relu_slope,
            image,
        }
    }

    /// Samples `[B, values]`, and their classes `[B]` if it is told them, to scores `[B, 1]`.
    #[must_use]
    pub fn forward(&self, x: Dual<2>, classes: Option<Tensor<1, Int>>, rngs: &mut Rngs) -> Dual<2> {
        let features = if self.image == [0; 3] {
            self.hidden.iter().fold(x, |x, layer| {
                let x = layer.weighted.dense(x);
                let [count, channels] = x.value.dims();
                let x = x.linear(|x| x.reshape([count, channels, 1]));
                self.after(layer, x, rngs).linear(|x| x.reshape([count, channels]))
            })
        } else {
            let (count, [channels, height, width]) = (x.value.dims()[0], self.image);
            let x = x.linear(|x| x.reshape([count, channels, height, width]));
            let x = match (&self.classes, classes) {
                (Some(told), Some(classes)) => {
                    let map = told.map.forward(told.table.vectors(classes)).reshape([count, 1, height, width]);
                    let still = map.zeros_like();
                    Dual {
                        value: Tensor::cat(vec![x.value, map], 1),
                        tangent: x.tangent.map(|tangent| Tensor::cat(vec![tangent, still], 1)),
                    }
                }
                _ => x,
            };
            let x = self.hidden.iter().fold(x, |x, layer| {
                // Invariant: every hidden layer here was made with a form.
                let Some(form) = layer.weighted.form else { return x };
                let x = layer.weighted.conv(x, form);
                let [count, channels, h, w] = x.value.dims();
                let x = x.linear(|x| x.reshape([count, channels, h * w]));
                self.after(layer, x, rngs).linear(|x| x.reshape([count, channels, h, w]))
            });
            let features = x.value.dims()[1..].iter().product::<usize>();
            x.linear(|x| x.reshape([count, features]))
        };
        self.output.dense(features)
    }

    /// Norm, activation and dropout after a layer: `[B, C, positions]`.
    fn after(&self, layer: &Layer, x: Dual<3>, rngs: &mut Rngs) -> Dual<3> {
        let x = match &layer.norm {
            Some(norm) => norm.forward(x),
            None => x,
        };
        let Dual { value, tangent } = x.activate(self.activation, self.slope);
        match tangent {
            // One mask for both.
            Some(tangent) => {
                let mask = layer.dropout.forward(value.ones_like(), rngs);
                Dual::along(value * mask.clone(), tangent * mask)
            }
            None => Dual::plain(layer.dropout.forward(value, rngs)),
        }
    }

    /// The same with every estimate of a singular value brought on by one step; without spectral norm, unchanged.
    #[must_use]
    pub fn power_iteration(self) -> Self {
        let step = |layer: Layer| Layer { weighted: layer.weighted.power_iteration(), ..layer };
        Self { hidden: self.hidden.into_iter().map(step).collect(), output: self.output.power_iteration(), ..self }
    }
}

/// Initial values that keep the variance through the activation.
fn initializer(config: &DiscriminatorConfig) -> Initializer {
    match config.activation {
        Activation::LeakyRelu => {
            let slope = config.leaky_relu_slope;
            Initializer::KaimingUniform { gain: (2.0 / (1.0 + slope * slope)).sqrt() }
        }
        other => other.initializer(),
    }
}

/// The convolutions of a network, the channels of its images, and the grids that they go through.
///
/// # Errors
/// [`BuildError::Model`] naming the network if the image is too small.
pub(super) fn form(
    config: &ConvolutionsConfig,
    shape: &[usize],
    levels: usize,
    network: &str,
) -> Result<(ConvForm, usize, Vec<[usize; 2]>), BuildError> {
    let form = ConvForm { kernel: config.kernel_size, stride: config.stride, padding: config.padding };
    // The rules of the configs say that there are three.
    let [channels, height, width] = [0, 1, 2].map(|axis| shape.get(axis).copied().unwrap_or(1));
    let grids = form.grids([height, width], levels).ok_or_else(|| {
        BuildError::Model(format!(
            "`{network}`: images of {height}x{width} are too small for {levels} convolutions with a {}x{} kernel, stride \
             {}x{} and padding \"VALID\"; use fewer `hidden_dims`, a smaller kernel, or padding \"SAME\"",
            form.kernel[0], form.kernel[1], form.stride[0], form.stride[1]
        ))
    })?;
    Ok((form, channels, grids))
}

//! The network from an example to its energy.

use burn::module::{Module, Param};
use burn::tensor::Tensor;

use super::config::EnergyNetworkConfig;
use crate::nn::conv2d::conv2d;
use crate::nn::{Activation, ConvForm, Dropout, Dual, Initializer, Padding, ParamScope, SpectralNorm};
use crate::rng::Rngs;

/// Slope of `leaky_relu` below 0.
const SLOPE: f64 = 0.01;

/// Examples, each a row of values, to energies.
///
/// It takes [`Dual`]s: with a tangent it gives the derivative of the energies along it, too.
#[derive(Module, Debug)]
pub struct EnergyNetwork {
    hidden: Vec<Layer>,
    output: Weighted,
    #[module(skip)]
    activation: Activation,
    /// Channels, height and width of the images that convolutions take; zeros for fully connected layers.
    image: [usize; 3],
    /// Half the inverse variance of the normal distribution that the network tilts; 0 for none.
    reference: f64,
}

#[derive(Module, Debug)]
struct Layer {
    weighted: Weighted,
    skip: Option<Skip>,
    dropout: Dropout,
}

/// The way around a layer.
#[derive(Module, Debug)]
struct Skip {
    /// Linear, where the shapes before and after the layer differ.
    map: Option<Weighted>,
}

/// The linear part of a layer.
#[derive(Module, Debug)]
struct Weighted {
    /// `[out, in]`, or `[out, in · kernel]` of a convolution.
    weight: Param<Tensor<2>>,
    bias: Option<Param<Tensor<1>>>,
    spectral: Option<SpectralNorm>,
    #[module(skip)]
    form: Option<ConvForm>,
}

/// What an example is to the network.
#[derive(Clone, Copy, Debug)]
pub(super) enum Input {
    /// Rows of that many values.
    Vector(usize),
    /// Images of channels, height and width, with the kernel and the stride of the convolutions.
    Image([usize; 3], [[usize; 2]; 2]),
}

impl Weighted {
    fn new(
        [outputs, inputs]: [usize; 2],
        form: Option<ConvForm>,
        initializer: Initializer,
        config: &EnergyNetworkConfig,
        scope: &ParamScope,
    ) -> Self {
        let fans = form.map_or([inputs, outputs], |form| form.fans(inputs, outputs));
        Self {
            weight: scope.weight("weight", [outputs, fans[0]], fans, initializer),
            bias: config.use_bias.then(|| scope.bias(outputs)),
            spectral: config.spectral_norm.then(|| SpectralNorm::new(outputs, scope)),
            form,
        }
    }

    /// The linear map of a way around a layer.
    fn skip(shape: [usize; 2], form: Option<ConvForm>, config: &EnergyNetworkConfig, scope: &ParamScope) -> Self {
        Self { bias: None, ..Self::new(shape, form, Initializer::XavierUniform, config, scope) }
    }

    fn power_iteration(self) -> Self {
        let weight = self.weight.val();
        Self { spectral: self.spectral.map(|spectral| spectral.power_iteration(weight)), ..self }
    }

    /// `[B, in]` to `[B, out]`; of a convolution `[B, in, H, W]`, flattened, to `[B, out, h, w]`, flattened, and its grid.
    fn forward(&self, x: Dual<2>, grid: [usize; 2]) -> (Dual<2>, [usize; 2]) {
        let weight = match &self.spectral {
            Some(spectral) => spectral.normalise(self.weight.val()),
            None => self.weight.val(),
        };
        let [outputs, columns] = weight.dims();
        let Some(form) = self.form else {
            let weight = weight.transpose();
            let y = x.linear(|x| x.matmul(weight.clone()));
            let y = match &self.bias {
                Some(bias) => y.plus(bias.val().unsqueeze()),
                None => y,
            };
            return (y, grid);
        };
        let ([height, width], [rows, across], count) = (form.kernel, grid, x.value.dims()[0]);
        let inputs = columns / (height * width);
        let weight = weight.reshape([outputs, inputs, height, width]);
        let y = x.linear(|x| conv2d(x.reshape([count, inputs, rows, across]), weight.clone(), form));
        let y = match &self.bias {
            Some(bias) => y.plus(bias.val().reshape([1, outputs, 1, 1])),
            None => y,
        };
        let [_, _, h, w] = y.value.dims();
        (y.linear(|y| y.reshape([count, outputs * h * w])), [h, w])
    }
}

impl EnergyNetwork {
    /// A new network with initial values from the scope; `reference_std` is that of the normal distribution that it tilts.
    pub(super) fn new(
        config: &EnergyNetworkConfig,
        input: Input,
        reference_std: Option<f64>,
        scope: &ParamScope,
    ) -> Self {
        let (first, image, form) = match input {
            Input::Vector(values) => (values, [0; 3], None),
            Input::Image(image, [kernel, stride]) => {
                (image[0], image, Some(ConvForm { kernel, stride, padding: Padding::Same }))
            }
        };
        let mut grid = [image[1], image[2]];
        let mut hidden = Vec::new();
        let inputs = std::iter::once(first).chain(config.hidden_dims.iter().copied());
        for (i, (inputs, &outputs)) in inputs.zip(&config.hidden_dims).enumerate() {
            let scope = scope.child("hidden").child(i);
            let (shape, before) = ([outputs, inputs], grid);
            // A kernel with padding fits every grid.
            grid = form.and_then(|form| form.output(grid)).unwrap_or(grid);
            let skip = config.use_residual.then(|| {
                let form = form.map(|form| ConvForm { kernel: [1, 1], ..form });
                let same = inputs == outputs && grid == before;
                Skip { map: (!same).then(|| Weighted::skip(shape, form, config, &scope.child("skip").child("map"))) }
            });
            let initializer = config.activation.initializer();
            let weighted = Weighted::new(shape, form, initializer, config, &scope.child("weighted"));
            hidden.push(Layer { weighted, skip, dropout: Dropout::new(config.dropout_rate) });
        }
        let last = config.hidden_dims.last().copied().unwrap_or(first);
        let features = if form.is_some() { last * grid[0] * grid[1] } else { last };
        let linear = Initializer::XavierUniform;
        Self {
            hidden,
            output: Weighted::new([1, features], None, linear, config, &scope.child("output")),
            activation: config.activation,
            image,
            reference: reference_std.map_or(0.0, |std| 0.5 / (std * std)),
        }
    }

    /// Examples `[B, values]` to energies `[B, 1]`.
    #[must_use]
    pub fn forward(&self, x: Dual<2>, rngs: &mut Rngs) -> Dual<2> {
        let grid = [self.image[1], self.image[2]];
        let (features, _) = self.hidden.iter().fold((x.clone(), grid), |(x, grid), layer| {
            let (y, to) = layer.weighted.forward(x.clone(), grid);
            let y = y.activate(self.activation, SLOPE);
            let y = match &layer.skip {
                Some(Skip { map: Some(map) }) => sum(y, map.forward(x, grid).0),
                Some(Skip { map: None }) => sum(y, x),
                None => y,
            };
            (drop(&layer.dropout, y, rngs), to)
        });
        let (energy, _) = self.output.forward(features, grid);
        if self.reference == 0.0 {
            return energy;
        }
        let Dual { value, tangent } = x;
        let moved = tangent.map(|tangent| (value.clone() * tangent).sum_dim(1) * (2.0 * self.reference));
        sum(energy, Dual { value: value.square().sum_dim(1) * self.reference, tangent: moved })
    }

    /// The same with every estimate of a singular value brought on by one step; without spectral norm, unchanged.
    #[must_use]
    pub(super) fn power_iteration(self) -> Self {
        let step = |Layer { weighted, skip, dropout }| Layer {
            weighted: Weighted::power_iteration(weighted),
            skip: skip.map(|Skip { map }| Skip { map: map.map(Weighted::power_iteration) }),
            dropout,
        };
        Self { hidden: self.hidden.into_iter().map(step).collect(), output: self.output.power_iteration(), ..self }
    }
}

/// The sum of two that move along the same direction.
fn sum(x: Dual<2>, y: Dual<2>) -> Dual<2> {
    Dual { value: x.value + y.value, tangent: x.tangent.zip(y.tangent).map(|(x, y)| x + y) }
}

/// Dropout with one mask for value and tangent.
fn drop(dropout: &Dropout, x: Dual<2>, rngs: &mut Rngs) -> Dual<2> {
    match x.tangent {
        Some(tangent) => {
            let mask = dropout.forward(x.value.ones_like(), rngs);
            Dual::along(x.value * mask.clone(), tangent * mask)
        }
        None => Dual::plain(dropout.forward(x.value, rngs)),
    }
}

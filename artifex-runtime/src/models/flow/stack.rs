//! From configs to the layers of their models.

use super::NormalizingFlow;
use super::base::Base;
use super::classes::Classes;
use super::config::{
    ConditionalFlowConfig, CouplingNetworkConfig, CouplingNetworkType, FlowConfig, FlowDataConfig, GlowConfig,
    IAFConfig, MAFConfig, NeuralSplineConfig, RealNVPConfig,
};
use super::form::Form;
use super::layers::config::{FlowLayerConfig, MaskType, SplineConfig};
use super::layers::{
    ActNorm, Autoregressive, Bijection, Coupling, Grid, Halves, Invertible, Layer, Order, Permutation, Spline,
    Transform,
};
use crate::models::{Build, BuildContext, BuildError, Family};
use crate::nn::ParamScope;

/// A stack of layers as it grows, from the data to the latents.
struct Stack<'a> {
    layers: Vec<Layer>,
    /// What the next layer acts on.
    grid: Grid,
    form: Form,
    base: Base,
    network: &'a CouplingNetworkConfig,
    context: usize,
    scope: ParamScope,
}

impl<'a> Stack<'a> {
    fn new(data: &FlowDataConfig, network: &'a CouplingNetworkConfig, cx: &mut BuildContext) -> Self {
        let form = Form::new(data);
        Self {
            layers: Vec::new(),
            grid: form.grid(),
            form,
            base: Base::new(data),
            network,
            context: 0,
            scope: ParamScope::root(&mut cx.rngs, &cx.device),
        }
    }

    /// The place of the next layer's parameters.
    fn next(&self) -> ParamScope {
        self.scope.child("layers").child(self.layers.len())
    }

    fn active(&self) -> usize {
        self.grid.iter().product()
    }

    fn push(&mut self, bijection: Bijection) {
        self.layers.push(Layer::new(bijection, self.active()));
    }

    fn act_norm(&mut self) {
        self.push(Bijection::ActNorm(ActNorm::new(self.grid, &self.next())));
    }

    fn invertible(&mut self) {
        self.push(Bijection::Invertible(Invertible::new(self.grid, &self.next())));
    }

    fn affine(&self) -> Transform {
        Transform::Affine(self.network.scale_activation)
    }

    fn coupling(&mut self, mask: MaskType, swap: bool, transform: Transform) -> Result<(), BuildError> {
        let Some(halves) = Halves::new(mask, swap, self.grid) else {
            let [channels, height, width] = self.grid;
            let (what, advice) = match mask {
                MaskType::ChannelWise if height * width > 1 => (
                    format!("{channels} channel, and a channel-wise mask splits channels"),
                    "put a `squeeze` before it, or choose the mask `checkerboard`",
                ),
                _ => ("1 variable, and a coupling needs another to depend on".to_owned(), "choose `maf` or `iaf`"),
            };
            return Err(BuildError::Model(format!("layer {} has {what}; {advice}", self.layers.len() + 1)));
        };
        let scope = self.next();
        let coupling = Coupling::new(self.network, &halves, self.grid, transform, self.context, &scope);
        self.push(Bijection::Coupling(coupling));
        Ok(())
    }

    fn autoregressive(&mut self, order: Order, transform: Transform) -> Result<(), BuildError> {
        let network = self.network;
        let wrong = if network.network_type == CouplingNetworkType::Cnn {
            "is autoregressive, and masked networks are fully connected; choose `network_type = \"mlp\"` or `\"resnet\"`"
        } else if order.inverse && (network.dropout_rate > 0.0 || network.batch_norm) {
            "is autoregressive and `inverse`, and dropout or batch norm would make the pass for each variable one through \
             another network; remove them from `coupling_network`"
        } else {
            let scope = self.next();
            let layer = Autoregressive::new(network, self.active(), order, transform, self.context, &scope);
            self.push(Bijection::Autoregressive(layer));
            return Ok(());
        };
        Err(BuildError::Model(format!("layer {} {wrong}", self.layers.len() + 1)))
    }

    fn squeeze(&mut self) -> Result<(), BuildError> {
        let [channels, height, width] = self.grid;
        if self.form.pixels.is_none() {
            return Err(BuildError::Model(format!(
                "layer {} squeezes an image, but the data are points; set `image_shape`, or remove it",
                self.layers.len() + 1
            )));
        }
        if !height.is_multiple_of(2) || !width.is_multiple_of(2) {
            return Err(BuildError::Model(format!(
                "layer {} squeezes blocks of 2 x 2 positions, but its image has {height} x {width}; squeeze less often (fewer \
                 scales), or give the images sides that can be halved as often",
                self.layers.len() + 1
            )));
        }
        self.push(Bijection::Permutation(Permutation::squeeze(self.grid)));
        self.grid = [4 * channels, height / 2, width / 2];
        Ok(())
    }

    fn split(&mut self) -> Result<(), BuildError> {
        self.coupling(MaskType::ChannelWise, false, self.affine())?;
        self.grid[0] /= 2;
        Ok(())
    }

    fn layer(&mut self, config: &FlowLayerConfig) -> Result<(), BuildError> {
        match config {
            FlowLayerConfig::ActNorm(_) => self.act_norm(),
            FlowLayerConfig::Invertible(_) => self.invertible(),
            FlowLayerConfig::Permutation(config) => {
                let permutation = match config.seed {
                    Some(seed) => Permutation::random(self.active(), seed),
                    None => Permutation::reverse(self.active()),
                };
                self.push(Bijection::Permutation(permutation));
            }
            FlowLayerConfig::AffineCoupling(config) => self.coupling(config.mask_type, config.swap, self.affine())?,
            FlowLayerConfig::SplineCoupling(config) => {
                self.coupling(config.halves.mask_type, config.halves.swap, spline(&config.spline))?;
            }
            FlowLayerConfig::AffineAutoregressive(config) => {
                self.autoregressive(Order { reverse: config.reverse, inverse: config.inverse }, self.affine())?;
            }
            FlowLayerConfig::SplineAutoregressive(config) => {
                let order = Order { reverse: config.order.reverse, inverse: config.order.inverse };
                self.autoregressive(order, spline(&config.spline))?;
            }
            FlowLayerConfig::Squeeze(_) => self.squeeze()?,
            FlowLayerConfig::Split(_) => self.split()?,
        }
        Ok(())
    }

    /// Couplings that take turns at the halves.
    fn couplings(&mut self, count: usize, mask: MaskType, transform: Transform) -> Result<(), BuildError> {
        if mask == MaskType::ChannelWise && self.form.pixels.is_some() {
            self.squeeze()?;
        }
        (0..count).try_for_each(|k| self.coupling(mask, k % 2 == 1, transform))
    }

    fn finish(self, classes: Option<Classes>) -> NormalizingFlow {
        let label = self.network.name.clone().unwrap_or_else(|| "layers".to_owned());
        NormalizingFlow { layers: self.layers, classes, label, form: self.form, base: self.base }
    }
}

const fn spline(config: &SplineConfig) -> Transform {
    Transform::Spline(Spline::new(config))
}

impl Build for FlowConfig {
    type Model = NormalizingFlow;
    const FAMILY: Family = Family::Flow;

    fn build(&self, cx: &mut BuildContext) -> Result<NormalizingFlow, BuildError> {
        let mut stack = Stack::new(&self.data, &self.coupling_network, cx);
        for _ in 0..self.repeats {
            self.layers.iter().try_for_each(|layer| stack.layer(layer))?;
        }
        Ok(stack.finish(None))
    }

    fn example() -> Self {
        crate::config!(FlowConfig {
            input_dim = 2,
            coupling_network = { hidden_dims = [64, 64] },
            layers = [
                { type = "act_norm" },
                { type = "affine_coupling" },
                { type = "affine_coupling", swap = true },
            ],
            repeats = 4,
        })
    }
}

impl Build for RealNVPConfig {
    type Model = NormalizingFlow;
    const FAMILY: Family = Family::Flow;

    fn build(&self, cx: &mut BuildContext) -> Result<NormalizingFlow, BuildError> {
        self.stack(0, cx).map(|stack| stack.finish(None))
    }

    fn example() -> Self {
        crate::config!(RealNVPConfig { input_dim = 2, coupling_network = { hidden_dims = [64, 64] } })
    }
}

impl RealNVPConfig {
    /// The layers, told a context of this length.
    fn stack<'a>(&'a self, context: usize, cx: &mut BuildContext) -> Result<Stack<'a>, BuildError> {
        let mut stack = Stack::new(&self.data, &self.coupling_network, cx);
        stack.context = context;
        stack.act_norm();
        stack.couplings(self.num_coupling_layers, self.mask_type, stack.affine())?;
        Ok(stack)
    }
}

impl Build for ConditionalFlowConfig {
    type Model = NormalizingFlow;
    const FAMILY: Family = Family::Flow;

    fn build(&self, cx: &mut BuildContext) -> Result<NormalizingFlow, BuildError> {
        let stack = self.flow.stack(self.condition_dim, cx)?;
        let classes = Classes::new(self.num_classes, self.condition_dim, &stack.scope.child("classes"));
        Ok(stack.finish(Some(classes)))
    }

    fn example() -> Self {
        crate::config!(ConditionalFlowConfig {
            input_dim = 2,
            coupling_network = { hidden_dims = [64, 64] },
            num_classes = 10,
            condition_dim = 8,
        })
    }
}

impl Build for GlowConfig {
    type Model = NormalizingFlow;
    const FAMILY: Family = Family::Flow;

    fn build(&self, cx: &mut BuildContext) -> Result<NormalizingFlow, BuildError> {
        let mut stack = Stack::new(&self.data, &self.coupling_network, cx);
        for scale in 1..=self.num_scales {
            stack.squeeze()?;
            for _ in 0..self.blocks_per_scale {
                stack.act_norm();
                stack.invertible();
                stack.coupling(MaskType::ChannelWise, false, stack.affine())?;
            }
            if scale < self.num_scales {
                stack.split()?;
            }
        }
        Ok(stack.finish(None))
    }

    fn example() -> Self {
        crate::config!(GlowConfig {
            input_dim = 64,
            image_shape = [8, 8, 1],
            levels = 17,
            coupling_network = { hidden_dims = [32, 32], network_type = "cnn" },
        })
    }
}

/// Layers of an autoregressive flow, every other one in the reverse order if asked for.
fn autoregressive(
    (data, network): (&FlowDataConfig, &CouplingNetworkConfig),
    (count, reverse): (usize, bool),
    inverse: bool,
    transform: Transform,
    cx: &mut BuildContext,
) -> Result<NormalizingFlow, BuildError> {
    let mut stack = Stack::new(data, network, cx);
    stack.act_norm();
    for k in 0..count {
        stack.autoregressive(Order { reverse: reverse && k % 2 == 1, inverse }, transform)?;
    }
    Ok(stack.finish(None))
}

impl Build for MAFConfig {
    type Model = NormalizingFlow;
    const FAMILY: Family = Family::Flow;

    fn build(&self, cx: &mut BuildContext) -> Result<NormalizingFlow, BuildError> {
        let transform = Transform::Affine(self.coupling_network.scale_activation);
        let order = (self.num_layers, self.reverse_ordering);
        autoregressive((&self.data, &self.coupling_network), order, false, transform, cx)
    }

    fn example() -> Self {
        crate::config!(MAFConfig { input_dim = 2, coupling_network = { hidden_dims = [64, 64] } })
    }
}

impl Build for IAFConfig {
    type Model = NormalizingFlow;
    const FAMILY: Family = Family::Flow;

    fn build(&self, cx: &mut BuildContext) -> Result<NormalizingFlow, BuildError> {
        let MAFConfig { data, coupling_network, num_layers, reverse_ordering } = &self.maf;
        let transform = Transform::Affine(coupling_network.scale_activation);
        autoregressive((data, coupling_network), (*num_layers, *reverse_ordering), true, transform, cx)
    }

    fn example() -> Self {
        crate::config!(IAFConfig { input_dim = 2, coupling_network = { hidden_dims = [64, 64] } })
    }
}

impl Build for NeuralSplineConfig {
    type Model = NormalizingFlow;
    const FAMILY: Family = Family::Flow;

    fn build(&self, cx: &mut BuildContext) -> Result<NormalizingFlow, BuildError> {
        let transform = spline(&SplineConfig { num_bins: self.num_bins, tail_bound: self.tail_bound });
        if self.autoregressive {
            let parts = (&self.data, &self.coupling_network);
            return autoregressive(parts, (self.num_layers, true), false, transform, cx);
        }
        let mut stack = Stack::new(&self.data, &self.coupling_network, cx);
        stack.act_norm();
        stack.couplings(self.num_layers, MaskType::Checkerboard, transform)?;
        Ok(stack.finish(None))
    }

    fn example() -> Self {
        crate::config!(NeuralSplineConfig { input_dim = 2, coupling_network = { hidden_dims = [64, 64] } })
    }
}

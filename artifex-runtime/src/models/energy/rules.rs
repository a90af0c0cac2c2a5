//! What a config says besides its network, and the model of each config.

use super::EBM;
use super::buffer::SampleBuffer;
use super::config::{
    DeepEBMConfig, EBMConfig, EnergyConfig, EnergyNetworkConfig, EnergyNetworkType, EnergyTraining, MCMCConfig,
};
use super::form::Form;
use super::network::{EnergyNetwork, Input};
use crate::models::{Build, BuildContext, BuildError, Family};
use crate::nn::ParamScope;

/// How the model is trained and sampled, and on what.
#[derive(Clone, Debug)]
pub(super) struct Rules {
    pub(super) form: Form,
    pub(super) mcmc: MCMCConfig,
    pub(super) training: EnergyTraining,
    pub(super) alpha: f64,
    /// Standard deviation of the normal distribution that the network tilts.
    pub(super) reference_std: Option<f64>,
    pub(super) label: String,
}

fn model(config: &EnergyConfig, network: &EnergyNetworkConfig, input: Input, form: Form, cx: &mut BuildContext) -> EBM {
    let scope = ParamScope::root(&mut cx.rngs, &cx.device);
    let persistent = matches!(config.training, EnergyTraining::Pcd(_));
    EBM {
        network: EnergyNetwork::new(network, input, config.reference_std, &scope.child("network")),
        buffer: persistent
            .then(|| SampleBuffer::new(&config.sample_buffer, form.values(), &config.mcmc, &scope.child("buffer"))),
        rules: Rules {
            form,
            mcmc: config.mcmc.clone(),
            training: config.training.clone(),
            alpha: config.alpha,
            reference_std: config.reference_std,
            label: network.name.clone().unwrap_or_else(|| "energy".to_owned()),
        },
    }
}

impl Build for EBMConfig {
    type Model = EBM;
    const FAMILY: Family = Family::Energy;

    fn build(&self, cx: &mut BuildContext) -> Result<EBM, BuildError> {
        let (input, form) = (Input::Vector(self.input_dim), Form::Points(self.input_dim));
        Ok(model(&self.energy, &self.energy_network, input, form, cx))
    }

    fn example() -> Self {
        crate::config!(EBMConfig {
            input_dim = 2,
            energy_network = { hidden_dims = [64, 64] },
            mcmc = { n_steps = 20, step_size = 0.1, init_scale = 3.0 },
            sample_buffer = { capacity = 2048 },
            reference_std = 2.0,
        })
    }
}

impl Build for DeepEBMConfig {
    type Model = EBM;
    const FAMILY: Family = Family::Energy;

    fn build(&self, cx: &mut BuildContext) -> Result<EBM, BuildError> {
        let network = &self.energy_network;
        let [height, width, channels] = self.input_shape;
        let input = match network.network.network_type {
            EnergyNetworkType::Mlp => Input::Vector(self.input_dim()),
            EnergyNetworkType::Cnn => Input::Image([channels, height, width], [network.kernel_size, network.stride]),
        };
        Ok(model(&self.energy, &network.network, input, Form::Images(self.input_shape), cx))
    }

    fn example() -> Self {
        crate::config!(DeepEBMConfig {
            input_shape = [8, 8, 1],
            energy_network = { hidden_dims = [32, 64] },
            mcmc = { n_steps = 20, step_size = 0.05, noise_scale = 0.03 },
            sample_buffer = { capacity = 1024 },
        })
    }
}

//! The state of the chains, and what sampling gives.

use burn::tensor::{DType, Device, Tensor, TensorData};
use serde::{Deserialize, Serialize};

use super::density::Density;
use super::error::McmcError;
use super::noise::take_step;
use crate::rng::Stream;

/// Chains of one density: where they are, and the stream that they draw from.
#[derive(Clone, Debug)]
pub struct Chains {
    pub(super) position: Tensor<2>,
    pub(super) log_density: Tensor<1>,
    /// At the position; none after a fused transition, which does not need it.
    pub(super) gradient: Option<Tensor<2>>,
    pub(super) stream: Stream,
    pub(super) gradients: u64,
    pub(super) steps: u64,
}

/// What [`Chains`] hold, in a form that can be saved: a run that goes on from it draws the same numbers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChainsState {
    /// Chains and dimensions.
    pub shape: [usize; 2],
    /// Positions, chain by chain.
    pub position: Vec<f32>,
    /// Log density of each chain.
    pub log_density: Vec<f32>,
    /// Gradients, chain by chain; none if the last step was a fused one.
    pub gradient: Option<Vec<f32>>,
    /// The stream where it stands.
    pub stream: Stream,
    /// Gradient evaluations per chain so far.
    pub gradients: u64,
    /// Steps so far.
    pub steps: u64,
}

impl Chains {
    /// Chains at the rows of `position: [C, D]`, which is cast to f32 and loses its autodiff.
    ///
    /// # Errors
    /// If there are no chains or coordinates, the density has another number of dimensions or gives other shapes, or a chain
    /// starts where its position, log density or gradient is not finite.
    pub fn start(density: &dyn Density, position: Tensor<2>, stream: Stream) -> Result<Self, McmcError> {
        let shape = position.dims();
        if shape.contains(&0) {
            return Err(McmcError::NothingToSample { shape });
        }
        if let Some(dims) = density.dims().filter(|dims| *dims != shape[1]) {
            return Err(McmcError::Dimensions { density: dims, start: shape });
        }
        let position = position.inner().cast(DType::F32);
        finite("its position", &position)?;
        let (log_density, gradient) = density.log_density_and_gradient(position.clone());
        if log_density.dims() != [shape[0]] {
            let found = log_density.dims().to_vec();
            return Err(McmcError::DensityShape { what: "log densities", expected: shape, found });
        }
        if gradient.dims() != shape {
            let found = gradient.dims().to_vec();
            return Err(McmcError::DensityShape { what: "a gradient", expected: shape, found });
        }
        finite("the log density", &log_density.clone().unsqueeze_dim(1))?;
        finite("the gradient", &gradient)?;
        Ok(Self { position, log_density, gradient: Some(gradient), stream, gradients: 1, steps: 0 })
    }

    /// Everything that is needed to go on later.
    ///
    /// # Errors
    /// If the device fails.
    pub fn save(&self) -> Result<ChainsState, McmcError> {
        Ok(ChainsState {
            shape: self.position.dims(),
            position: read(&self.position)?,
            log_density: read(&self.log_density)?,
            gradient: self.gradient.as_ref().map(read).transpose()?,
            stream: self.stream.clone(),
            gradients: self.gradients,
            steps: self.steps,
        })
    }

    /// Goes on from a saved state.
    ///
    /// # Errors
    /// If its parts do not fit together.
    pub fn resume(state: &ChainsState, device: &Device) -> Result<Self, McmcError> {
        let shape = state.shape;
        if shape.contains(&0) {
            return Err(McmcError::NothingToSample { shape });
        }
        let check = |what, found: usize, expected: usize| {
            if found == expected { Ok(()) } else { Err(McmcError::SavedState { what, shape, found }) }
        };
        let device = device.clone().without_autodiff();
        let values = shape[0] * shape[1];
        check("position", state.position.len(), values)?;
        check("log density", state.log_density.len(), shape[0])?;
        if let Some(gradient) = &state.gradient {
            check("gradient", gradient.len(), values)?;
        }
        let states = |values: &Vec<f32>| Tensor::from_data(TensorData::new(values.clone(), shape), &device);
        Ok(Self {
            position: states(&state.position),
            log_density: Tensor::from_data(TensorData::new(state.log_density.clone(), [shape[0]]), &device),
            gradient: state.gradient.as_ref().map(states),
            stream: state.stream.clone(),
            gradients: state.gradients,
            steps: state.steps,
        })
    }

    /// Where the chains are: `[C, D]`.
    #[must_use]
    pub fn position(&self) -> Tensor<2> {
        self.position.clone()
    }

    /// The log density there: `[C]`.
    #[must_use]
    pub fn log_density(&self) -> Tensor<1> {
        self.log_density.clone()
    }

    /// Chains and dimensions.
    #[must_use]
    pub fn dims(&self) -> [usize; 2] {
        self.position.dims()
    }

    /// How many times each chain's gradient was evaluated, warm-up and search for a step size included.
    #[must_use]
    pub const fn gradient_evaluations(&self) -> u64 {
        self.gradients
    }

    /// How many steps the chains made.
    #[must_use]
    pub const fn steps(&self) -> u64 {
        self.steps
    }

    /// The stream, where it stands.
    #[must_use]
    pub const fn stream(&self) -> &Stream {
        &self.stream
    }

    /// The random words of one step.
    pub(super) fn draw(&mut self) -> Stream {
        let [chains, dims] = self.dims();
        take_step(&mut self.stream, chains, dims)
    }

    /// The gradient at the position; it is evaluated if the last step has not left it.
    pub(super) fn gradient(&mut self, density: &dyn Density) -> Tensor<2> {
        if let Some(gradient) = &self.gradient {
            return gradient.clone();
        }
        let (_, gradient) = density.log_density_and_gradient(self.position.clone());
        self.gradients += 1;
        self.gradient = Some(gradient.clone());
        gradient
    }
}

/// What one step of all chains did.
#[derive(Clone, Debug)]
pub struct Transition {
    /// The probability with which each chain accepted: `[C]`. 1 for samplers that do not reject, 0 where a number was not
    /// finite.
    pub probability: Tensor<1>,
    /// 1 for chains that accepted, else 0: `[C]`.
    pub accepted: Tensor<1>,
    /// The error of the energy along the path: `[C]`. 0 for samplers without a path.
    pub energy_error: Tensor<1>,
    /// Where the path led, accepted or not: `[C, D]`.
    pub proposal: Tensor<2>,
    /// The momentum there: `[C, D]`, for samplers that have one.
    pub momentum: Option<Tensor<2>>,
}

/// An energy error above this is a divergence (Stan's limit).
const DIVERGENCE: f32 = 1000.0;

/// Whether a step with that energy error diverged: it is above 1000, or not a number.
#[must_use]
pub fn diverged(energy_error: f32) -> bool {
    energy_error.is_nan() || energy_error > DIVERGENCE
}

/// What sampling gave.
#[derive(Clone, Debug)]
pub struct Draws {
    /// The states after each kept step: `[S, C, D]`.
    pub positions: Tensor<3>,
    /// Their log densities, up to the density's constant: `[S, C]`. With a minus sign, the potential energies.
    pub log_density: Tensor<2>,
    /// The probability of acceptance in every step: `[S · thinning, C]`.
    pub acceptance: Tensor<2>,
    /// The energy error of every step: `[S · thinning, C]`.
    pub energy_error: Tensor<2>,
    /// Gradient evaluations per chain while these were drawn.
    pub gradient_evaluations: u64,
}

impl Draws {
    /// The mean probability of acceptance over all chains and steps.
    ///
    /// # Errors
    /// If the device fails.
    pub fn acceptance_rate(&self) -> Result<f64, McmcError> {
        Ok(mean(&read(&self.acceptance)?))
    }

    /// How many steps of all chains diverged: the energy error is above 1000, or not a number.
    ///
    /// # Errors
    /// If the device fails.
    pub fn divergences(&self) -> Result<usize, McmcError> {
        Ok(read(&self.energy_error)?.iter().filter(|error| diverged(**error)).count())
    }

    /// The states on the host, step by step and chain by chain.
    ///
    /// # Errors
    /// If the device fails.
    pub fn host(&self) -> Result<Vec<f32>, McmcError> {
        read(&self.positions)
    }
}

/// The values of a tensor.
pub(super) fn read<const N: usize>(x: &Tensor<N>) -> Result<Vec<f32>, McmcError> {
    let failed = |message: String| McmcError::Device { message };
    let data = x.clone().try_into_data().map_err(|error| failed(error.to_string()))?;
    data.convert::<f32>().try_to_vec().map_err(|error| failed(format!("{error:?}")))
}

/// The mean of these numbers.
#[expect(clippy::cast_precision_loss, reason = "a number of chains and steps")]
pub(super) fn mean(values: &[f32]) -> f64 {
    values.iter().map(|value| f64::from(*value)).sum::<f64>() / values.len().max(1) as f64
}

fn finite(what: &'static str, rows: &Tensor<2>) -> Result<(), McmcError> {
    let [_, dims] = rows.dims();
    let values = read(rows)?;
    match values.iter().position(|value| !value.is_finite()) {
        Some(at) => Err(McmcError::NonFiniteStart { chain: at / dims, what, value: values[at] }),
        None => Ok(()),
    }
}

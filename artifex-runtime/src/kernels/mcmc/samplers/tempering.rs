//! Replicas at several temperatures that exchange their states.

use burn::tensor::Tensor;
use serde::{Deserialize, Serialize};

use super::Sampler;
use super::trajectory::Trajectory;
use crate::kernels::mcmc::adaptation::{Adaptive, Goal, Tuning, warm_up};
use crate::kernels::mcmc::chains::{Chains, Draws, Transition, read};
use crate::kernels::mcmc::density::Density;
use crate::kernels::mcmc::error::McmcError;
use crate::kernels::mcmc::ops::{self, Path};

/// Parallel tempering (Swendsen and Wang 1986; Geyer 1991) over Hamiltonian Monte Carlo: replica `t` samples `π^{β_t}`, and after
/// every step neighbours exchange their states, alternately those at even and at odd `t`.
///
/// The chains are sets of `T` replicas, one set after the other: row `r·T + t` is at temperature `1/β_t`. β begins with 1, the
/// density itself, and falls. Warm-up learns one step size per temperature.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ParallelTempering {
    /// Leapfrog steps of a path.
    pub leapfrogs: usize,
    /// The mean acceptance of paths, at every temperature, that warm-up aims at.
    pub target_acceptance: f64,
    betas: Vec<f64>,
    tuning: Tuning,
    /// Exchanges so far, of even and of odd pairs.
    exchanges: [u64; 2],
    /// For each temperature the sum of the mean probabilities of its pair with the next one, over exchanges.
    probabilities: Vec<f64>,
}

impl ParallelTempering {
    /// With these inverse temperatures, that step size at the first of them (`1/√β` times as much at the others) and that many
    /// leapfrog steps.
    ///
    /// # Errors
    /// If β does not begin with 1 and fall, staying above 0.
    pub fn new(betas: &[f64], step: f64, leapfrogs: usize) -> Result<Self, McmcError> {
        let falls = betas.windows(2).all(|pair| pair[1] < pair[0] && pair[1] > 0.0);
        if betas.first() != Some(&1.0) || !falls {
            return Err(McmcError::Setting {
                name: "inverse temperatures",
                value: format!("{betas:?}"),
                must: "1 followed by smaller and smaller positive numbers",
            });
        }
        let mut tuning = Tuning::new(step);
        tuning.steps = betas.iter().map(|beta| step / beta.sqrt()).collect();
        Ok(Self {
            leapfrogs,
            target_acceptance: 0.8,
            betas: betas.to_vec(),
            tuning,
            exchanges: [0; 2],
            probabilities: vec![0.0; betas.len()],
        })
    }

    /// `count` inverse temperatures from 1 to `last`, each the same part of the one before.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "there are few temperatures")]
    pub fn geometric(last: f64, count: usize) -> Vec<f64> {
        (0..count).map(|t| last.powf(t as f64 / count.saturating_sub(1).max(1) as f64)).collect()
    }

    /// The inverse temperatures.
    #[must_use]
    pub fn betas(&self) -> &[f64] {
        &self.betas
    }

    /// The step size of each temperature, as it was given or learned.
    #[must_use]
    pub fn step_sizes(&self) -> &[f64] {
        &self.tuning.steps
    }

    /// The mean probability of exchange of each temperature with the next one, since the last warm-up.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "a number of steps")]
    pub fn exchange_rates(&self) -> Vec<f64> {
        let pairs = self.probabilities.iter().take(self.betas.len() - 1).enumerate();
        pairs.map(|(t, sum)| sum / self.exchanges[t % 2].max(1) as f64).collect()
    }

    /// The draws at temperature 1: `[S, R, D]` for the `R` sets of replicas.
    #[must_use]
    pub fn cold(&self, draws: &Draws) -> Tensor<3> {
        let ([samples, chains, dims], temperatures) = (draws.positions.dims(), self.betas.len());
        let sets = draws.positions.clone().reshape([samples, chains / temperatures, temperatures, dims]);
        sets.narrow(2, 0, 1).squeeze_dim(2)
    }

    #[expect(clippy::cast_possible_truncation, reason = "kernels compute in f32")]
    fn path(&self, leapfrogs: usize, density: &dyn Density, chains: &mut Chains) -> Result<Transition, McmcError> {
        let inverse_mass = self.tuning.inverse_mass(chains.dims()[1])?;
        let betas: Vec<f32> = self.betas.iter().map(|beta| *beta as f32).collect();
        let (steps, path) = (self.tuning.steps(), Path { leapfrogs, adjusted: true });
        Trajectory { steps: &steps, betas: &betas, inverse_mass: &inverse_mass, path }.run(density, chains)
    }

    /// Exchanges states between neighbouring temperatures.
    #[expect(clippy::cast_possible_truncation, reason = "kernels compute in f32")]
    fn exchange(&mut self, chains: &mut Chains) -> Result<(), McmcError> {
        let odd = self.exchanges[0] > self.exchanges[1];
        self.exchanges[usize::from(odd)] += 1;
        let [count, _] = chains.dims();
        let from = chains.stream.take(count as u64);
        let betas: Vec<f32> = self.betas.iter().map(|beta| *beta as f32).collect();
        let betas = Tensor::<1>::from_floats(betas.as_slice(), &chains.position.device());
        let swap = |x: Tensor<2>| ops::swap(x, chains.log_density.clone(), betas.clone(), odd, from.clone());
        // The same numbers decide the same: gradients go with their states.
        let gradient = chains.gradient.clone().map(|gradient| swap(gradient).0);
        let (position, log_density, probability) = swap(chains.position.clone());
        (chains.position, chains.log_density, chains.gradient) = (position, log_density, gradient);
        let probability = read(&probability)?;
        let temperatures = self.betas.len();
        for t in (usize::from(odd)..temperatures.saturating_sub(1)).step_by(2) {
            let pair: Vec<f32> = probability.iter().skip(t).step_by(temperatures).copied().collect();
            self.probabilities[t] += crate::kernels::mcmc::chains::mean(&pair);
        }
        Ok(())
    }
}

impl Sampler for ParallelTempering {
    fn step(&mut self, density: &dyn Density, chains: &mut Chains) -> Result<Transition, McmcError> {
        self.advance(density, chains)
    }

    fn warm_up(&mut self, density: &dyn Density, chains: &mut Chains, steps: usize) -> Result<(), McmcError> {
        warm_up(self, density, chains, steps)
    }
}

impl Adaptive for ParallelTempering {
    fn tuning(&mut self) -> &mut Tuning {
        &mut self.tuning
    }

    fn goal(&self) -> Goal {
        Goal { acceptance: self.target_acceptance, harmonic: false, mass: false }
    }

    fn advance(&mut self, density: &dyn Density, chains: &mut Chains) -> Result<Transition, McmcError> {
        let transition = self.path(self.leapfrogs, density, chains)?;
        self.exchange(chains)?;
        Ok(transition)
    }

    fn probe(&self, density: &dyn Density, chains: &mut Chains) -> Result<Transition, McmcError> {
        self.path(1, density, chains)
    }

    fn settle(&mut self) {
        self.exchanges = [0; 2];
        self.probabilities.fill(0.0);
    }
}

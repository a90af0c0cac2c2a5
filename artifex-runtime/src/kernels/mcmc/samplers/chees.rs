//! Hamiltonian Monte Carlo whose paths get the length that the chains together find best.

use burn::tensor::Tensor;
use serde::{Deserialize, Serialize};

use super::trajectory::Trajectory;
use super::{Sampler, next_energy};
use crate::kernels::mcmc::adaptation::{Adaptive, Goal, Tuning, warm_up};
use crate::kernels::mcmc::chains::{Chains, Transition, read};
use crate::kernels::mcmc::density::Density;
use crate::kernels::mcmc::error::{McmcError, at_least_one};
use crate::kernels::mcmc::ops::Path;

/// `ChEES-HMC` (Hoffman, Radul and Sountsov 2021): the time `t = u·T` of a path is jittered by `u`, the next number of the Halton
/// sequence of base 2, and is the same for all chains, so that no chain waits for another.
///
/// Warm-up climbs the `ChEES` criterion, `¼ E[(‖q' - E q'‖² - ‖q - E q‖²)²]` (eq. 6), in `log T` with Adam (learning rate 0.025,
/// β₁ = 0, β₂ = 0.95; section 3.2), learns the step size by dual averaging of the harmonic mean of the chains' acceptance, and
/// the diagonal of the inverse mass matrix, the variances, in windows. Distances are measured in the metric of the mass matrix.
/// It needs several chains to learn from, better dozens.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chees {
    /// The harmonic mean of the chains' acceptance that warm-up aims at.
    pub target_acceptance: f64,
    /// Whether warm-up learns the mass matrix.
    pub adapt_mass: bool,
    /// The most leapfrog steps of a path.
    pub max_leapfrogs: usize,
    tuning: Tuning,
    length: Length,
    /// Steps so far: the index of the next jitter.
    paths: u64,
}

/// How far paths go, in units of time, and what Adam knows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Length {
    /// The time T; none before the first step of a warm-up, which has the length of its step size.
    time: Option<f64>,
    /// The mean of `log T` that is kept when warm-up ends.
    log_average: f64,
    count: f64,
    /// Adam's mean of squared gradients.
    squares: f64,
}

impl Length {
    const LEARNING_RATE: f64 = 0.025;
    const BETA2: f64 = 0.95;
    /// The most that one update moves `log T`.
    const LARGEST_MOVE: f64 = 0.35;

    /// Climbs by a gradient of the criterion by `log T`.
    fn climb(&mut self, time: f64, gradient: f64, longest: f64) {
        self.count += 1.0;
        self.squares = Self::BETA2 * self.squares + (1.0 - Self::BETA2) * gradient * gradient;
        let root = (self.squares / (1.0 - Self::BETA2.powf(self.count))).sqrt();
        let change = if root > 0.0 { Self::LEARNING_RATE * gradient / root } else { 0.0 };
        let log_time = time.ln() + change.clamp(-Self::LARGEST_MOVE, Self::LARGEST_MOVE);
        let log_time = log_time.min(longest.ln());
        self.time = Some(log_time.exp());
        // Early lengths are forgotten.
        let weight = self.count.powf(-0.5);
        self.log_average = weight * log_time + (1.0 - weight) * self.log_average;
    }
}

impl Default for Chees {
    fn default() -> Self {
        Self::new()
    }
}

impl Chees {
    /// With nothing learned yet: a step size of 1, and paths of one step. Warm-up finds both.
    #[must_use]
    pub fn new() -> Self {
        Self {
            target_acceptance: 0.8,
            adapt_mass: true,
            max_leapfrogs: 1000,
            tuning: Tuning::new(1.0),
            length: Length::default(),
            paths: 0,
        }
    }

    /// The same with another step size for warm-up to begin at.
    #[must_use]
    pub fn starting_at(step: f64) -> Self {
        Self { tuning: Tuning::new(step), ..Self::new() }
    }

    /// The step size that was learned.
    #[must_use]
    pub fn step_size(&self) -> f64 {
        self.tuning.steps[0]
    }

    /// The time T of the longest paths, which was learned. Paths have half of it on average.
    #[must_use]
    pub fn trajectory_length(&self) -> f64 {
        self.length.time.unwrap_or_else(|| self.step_size())
    }

    /// The diagonal of the inverse mass matrix; empty for ones.
    #[must_use]
    pub fn inverse_mass(&self) -> &[f32] {
        &self.tuning.inverse_mass
    }

    fn path(&self, leapfrogs: usize, density: &dyn Density, chains: &mut Chains) -> Result<Transition, McmcError> {
        let inverse_mass = self.tuning.inverse_mass(chains.dims()[1])?;
        let (steps, path) = (self.tuning.steps(), Path { leapfrogs, adjusted: true });
        Trajectory { steps: &steps, betas: &[1.0], inverse_mass: &inverse_mass, path }.run(density, chains)
    }
}

impl Sampler for Chees {
    fn step(&mut self, density: &dyn Density, chains: &mut Chains) -> Result<Transition, McmcError> {
        self.advance(density, chains)
    }

    fn warm_up(&mut self, density: &dyn Density, chains: &mut Chains, steps: usize) -> Result<(), McmcError> {
        self.length = Length::default();
        warm_up(self, density, chains, steps)
    }

    fn energy(&self, chains: &Chains) -> Result<Option<Tensor<1>>, McmcError> {
        Ok(Some(next_energy(chains, &self.tuning.inverse_mass(chains.dims()[1])?)))
    }
}

impl Adaptive for Chees {
    fn tuning(&mut self) -> &mut Tuning {
        &mut self.tuning
    }

    fn goal(&self) -> Goal {
        Goal { acceptance: self.target_acceptance, harmonic: true, mass: self.adapt_mass }
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "cut to what is allowed")]
    fn advance(&mut self, density: &dyn Density, chains: &mut Chains) -> Result<Transition, McmcError> {
        at_least_one("the most leapfrog steps", self.max_leapfrogs)?;
        self.paths += 1;
        let steps = (halton(self.paths) * self.trajectory_length() / self.step_size()).ceil() as usize;
        self.path(steps.clamp(1, self.max_leapfrogs), density, chains)
    }

    fn probe(&self, density: &dyn Density, chains: &mut Chains) -> Result<Transition, McmcError> {
        self.path(1, density, chains)
    }

    #[expect(clippy::cast_precision_loss, reason = "a number of steps")]
    fn observe(&mut self, before: &Tensor<2>, transition: &Transition) -> Result<(), McmcError> {
        let Some(momentum) = &transition.momentum else {
            return Ok(());
        };
        let time = self.trajectory_length();
        let inverse_mass = self.tuning.inverse_mass(before.dims()[1])?;
        let slopes = criterion_slopes(before, transition, momentum, &inverse_mass);
        let (slopes, probabilities) = (read(&slopes)?, read(&transition.probability)?);
        let (mut sum, mut weights) = (0.0, 0.0);
        for (slope, probability) in slopes.iter().zip(probabilities) {
            if probability > 0.0 && slope.is_finite() {
                sum += f64::from(probability) * f64::from(*slope);
                weights += f64::from(probability);
            }
        }
        // d/d log T = t · d/dt, with t = u·T.
        let gradient = if weights > 0.0 { halton(self.paths) * time * sum / weights } else { 0.0 };
        let longest = self.step_size() * self.max_leapfrogs as f64;
        self.length.climb(time, gradient, longest);
        Ok(())
    }

    fn remeasure(&mut self, width: f64) {
        // A path goes as far along the widest direction as it did before, but not less than a step.
        let shortest = self.step_size();
        if let Some(time) = &mut self.length.time {
            *time = (*time / width).max(shortest);
            self.length.log_average = time.ln();
        }
    }

    fn settle(&mut self) {
        self.length.time = Some(self.length.log_average.exp());
    }
}

/// For each chain `(‖q' - mean q'‖² - ‖q - mean q‖²) · (q' - mean q')ᵀ dq'/dt` in the metric of the mass matrix: `[C]`, twice the
/// derivative of a quarter of the square by time (Hoffman, Radul and Sountsov 2021, eq. 7, up to its factor). Proposals that
/// cannot be accepted count as chains that stay.
fn criterion_slopes(
    before: &Tensor<2>,
    transition: &Transition,
    momentum: &Tensor<2>,
    inverse_mass: &[f32],
) -> Tensor<1> {
    let shape = before.dims();
    let impossible = transition.probability.clone().equal_scalar(0.0).unsqueeze_dim::<2>(1).expand(shape);
    let proposal = transition.proposal.clone().mask_where(impossible.clone(), before.clone());
    let momentum = momentum.clone().mask_fill(impossible, 0.0);
    let masses: Vec<f32> = inverse_mass.iter().map(|inverse| 1.0 / inverse).collect();
    let masses = Tensor::<1>::from_floats(masses.as_slice(), &before.device()).unsqueeze_dim::<2>(0);
    let centered = |x: Tensor<2>| x.clone() - x.mean_dim(0);
    let (before, proposal) = (centered(before.clone()), centered(proposal));
    let norm = |x: &Tensor<2>| (x.clone().powi_scalar(2) * masses.clone()).sum_dim(1);
    let growth = norm(&proposal) - norm(&before);
    // dq/dt = M⁻¹p, so M takes the velocity back to the momentum.
    (growth * (proposal * momentum).sum_dim(1)).squeeze_dim(1)
}

/// Number `i` of the Halton sequence of base 2 (van der Corput's): the bits of `i` mirrored at the point. In (0, 1) for i ≥ 1.
#[expect(clippy::cast_precision_loss, reason = "52 bits of the sequence are enough")]
fn halton(i: u64) -> f64 {
    i.reverse_bits() as f64 / 18_446_744_073_709_551_616.0
}

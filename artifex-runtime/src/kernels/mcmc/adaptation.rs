//! What warm-up learns: step sizes, and the diagonal of the mass matrix.

use burn::tensor::Tensor;
use serde::{Deserialize, Serialize};

use super::chains::{Chains, Transition, mean, read};
use super::density::Density;
use super::error::McmcError;

/// Dual averaging of a step size's logarithm (Nesterov 2009; Hoffman and Gelman 2014, eq. 6), with γ = 0.05, t₀ = 10 and
/// κ = 0.75.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DualAveraging {
    target: f64,
    center: f64,
    count: f64,
    error: f64,
    log_step: f64,
    log_average: f64,
}

impl DualAveraging {
    const GAMMA: f64 = 0.05;
    const DELAY: f64 = 10.0;
    const KAPPA: f64 = 0.75;

    /// Begins at a step size, and is drawn to ten times of it (the paper's μ = log 10ε), where acceptance is below `target`.
    #[must_use]
    pub fn new(step: f64, target: f64) -> Self {
        let log_step = step.ln();
        Self { target, center: log_step + 10f64.ln(), count: 0.0, error: 0.0, log_step, log_average: 0.0 }
    }

    /// Learns the acceptance of the last step. NaN counts as 0.
    pub fn update(&mut self, acceptance: f64) {
        let acceptance = if acceptance.is_nan() { 0.0 } else { acceptance.clamp(0.0, 1.0) };
        self.count += 1.0;
        let weight = 1.0 / (self.count + Self::DELAY);
        self.error = (1.0 - weight) * self.error + weight * (self.target - acceptance);
        self.log_step = self.center - self.count.sqrt() / Self::GAMMA * self.error;
        let weight = self.count.powf(-Self::KAPPA);
        self.log_average = weight * self.log_step + (1.0 - weight) * self.log_average;
    }

    /// The step size to try next.
    #[must_use]
    pub fn step(&self) -> f64 {
        self.log_step.exp()
    }

    /// The average step size, to be kept when warm-up ends; the first one if nothing was learned.
    ///
    /// With many chains acceptance has little noise, and the first steps swing around the target. After 50 of them the average
    /// is still somewhat small, above all for low targets; after 100 it is not.
    #[must_use]
    pub fn average(&self) -> f64 {
        if self.count > 0.0 { self.log_average.exp() } else { self.step() }
    }
}

/// Where the windows of a warm-up begin and end in which the mass matrix is learned, as Stan has them (Stan reference manual,
/// "HMC algorithm parameters"): 75 steps before them, 50 after them, windows of 25, 50, 100, .. steps, the last one stretched to
/// the end; for fewer than 150 steps 15 %, 75 % in one window, and 10 %. Fewer than 20 steps have none.
#[must_use]
pub fn warm_up_windows(steps: usize) -> Vec<std::ops::Range<usize>> {
    if steps < 20 {
        return Vec::new();
    }
    if steps < 150 {
        let (before, after) = (steps * 15 / 100, steps * 10 / 100);
        return std::iter::once(before..steps - after).collect();
    }
    let (mut start, mut size, end) = (75, 25, steps - 50);
    let mut windows = Vec::new();
    while start < end {
        // The window after this one is twice as long; if it does not fit, this one takes what is left. Not so the first one.
        let stop = if !windows.is_empty() && start + size + 2 * size > end { end } else { start + size };
        windows.push(start..stop);
        (start, size) = (stop, 2 * size);
    }
    windows
}

/// Variances of coordinates over chains and steps (Chan, Golub and `LeVeque` 1979, the update of Welford's sums by a batch).
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Moments {
    count: f64,
    mean: Vec<f64>,
    squares: Vec<f64>,
}

impl Moments {
    /// Adds the rows of `x: [C, D]`; sums over chains are made on its device.
    pub(super) fn add(&mut self, x: &Tensor<2>) -> Result<(), McmcError> {
        let [chains, dims] = x.dims();
        let center = x.clone().mean_dim(0);
        let squares = (x.clone() - center.clone()).powi_scalar(2).sum_dim(0);
        let both = read(&Tensor::cat(vec![center, squares], 0))?;
        #[expect(clippy::cast_precision_loss, reason = "a number of chains")]
        let batch = chains as f64;
        self.mean.resize(dims, 0.0);
        self.squares.resize(dims, 0.0);
        let total = self.count + batch;
        for d in 0..dims {
            let off = f64::from(both[d]) - self.mean[d];
            self.mean[d] += off * batch / total;
            self.squares[d] += f64::from(both[dims + d]) + off * off * self.count * batch / total;
        }
        self.count = total;
        Ok(())
    }

    /// The variances, drawn a little towards 0.001 as Stan does: few draws give a cautious mass matrix.
    #[expect(clippy::cast_possible_truncation, reason = "kernels compute in f32")]
    pub(super) fn variances(&self) -> Vec<f32> {
        let n = self.count;
        let shrunk = self.squares.iter().map(|squares| (n / (n + 5.0)) * squares / (n - 1.0) + 1e-3 * 5.0 / (n + 5.0));
        shrunk.map(|variance| variance as f32).collect()
    }

    pub(super) fn has_variance(&self) -> bool {
        self.count > 1.0
    }
}

/// What a sampler learned: step sizes (one, or one for each temperature) and the inverse mass matrix.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Tuning {
    /// Step sizes of the leapfrog integrator; chain `c` has the one at `c mod G`.
    pub steps: Vec<f64>,
    /// The diagonal of the inverse mass matrix; empty for ones.
    pub inverse_mass: Vec<f32>,
}

impl Tuning {
    pub(super) fn new(step: f64) -> Self {
        Self { steps: vec![step], inverse_mass: Vec::new() }
    }

    /// The inverse mass in that many dimensions.
    pub(super) fn inverse_mass(&self, dims: usize) -> Result<Vec<f32>, McmcError> {
        match self.inverse_mass.len() {
            0 => Ok(vec![1.0; dims]),
            n if n == dims => Ok(self.inverse_mass.clone()),
            n => Err(McmcError::Setting {
                name: "inverse mass",
                value: format!("{n} numbers"),
                must: "one for each dimension",
            }),
        }
    }

    #[expect(clippy::cast_possible_truncation, reason = "kernels compute in f32")]
    pub(super) fn steps(&self) -> Vec<f32> {
        self.steps.iter().map(|step| *step as f32).collect()
    }
}

/// What the warm-up of a sampler asks of it.
pub(super) trait Adaptive {
    fn tuning(&mut self) -> &mut Tuning;

    /// The acceptance to reach, and whether the mass matrix is learned.
    fn goal(&self) -> Goal;

    /// One step with the current tuning.
    fn advance(&mut self, density: &dyn Density, chains: &mut Chains) -> Result<Transition, McmcError>;

    /// One leapfrog step with the current tuning, for the search of a step size. The chains do not move.
    fn probe(&self, density: &dyn Density, chains: &mut Chains) -> Result<Transition, McmcError>;

    /// What else the sampler learns from a step that began at `before`.
    fn observe(&mut self, before: &Tensor<2>, transition: &Transition) -> Result<(), McmcError> {
        let _ = (before, transition);
        Ok(())
    }

    /// The mass matrix has changed, and with it the unit of time: the widest direction, in the metric of the mass matrix, was
    /// `width` times as wide before as it is now.
    fn remeasure(&mut self, width: f64) {
        let _ = width;
    }

    /// Warm-up is over.
    fn settle(&mut self) {}
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Goal {
    pub acceptance: f64,
    /// Whether chains' acceptance is averaged harmonically, which the slowest chain governs (Hoffman, Radul and Sountsov
    /// 2021, section 3.2).
    pub harmonic: bool,
    pub mass: bool,
}

/// The warm-up of a sampler with a step size: search of a first step size, dual averaging, mass matrix by windows.
pub(super) fn warm_up(
    sampler: &mut dyn Adaptive,
    density: &dyn Density,
    chains: &mut Chains,
    steps: usize,
) -> Result<(), McmcError> {
    if steps == 0 {
        return Ok(());
    }
    let goal = sampler.goal();
    let windows = if goal.mass { warm_up_windows(steps) } else { Vec::new() };
    let mut moments = Moments::default();
    find_steps(sampler, density, chains)?;
    let mut averages = begin(sampler.tuning(), goal);
    for at in 0..steps {
        let before = chains.position.clone();
        let transition = sampler.advance(density, chains)?;
        let acceptance = grouped(&read(&transition.probability)?, averages.len(), goal.harmonic);
        for (average, acceptance) in averages.iter_mut().zip(acceptance) {
            average.update(acceptance);
        }
        sampler.observe(&before, &transition)?;
        sampler.tuning().steps = averages.iter().map(DualAveraging::step).collect();
        if let Some(window) = windows.iter().find(|window| window.contains(&at)) {
            moments.add(&chains.position)?;
            if at + 1 == window.end && moments.has_variance() {
                let (new, old) = (moments.variances(), sampler.tuning().inverse_mass(chains.dims()[1])?);
                let widest = new.iter().zip(old).map(|(new, old)| f64::from(*new) / f64::from(old)).fold(0.0, f64::max);
                sampler.tuning().inverse_mass = new;
                moments = Moments::default();
                find_steps(sampler, density, chains)?;
                sampler.remeasure(widest.sqrt());
                averages = begin(sampler.tuning(), goal);
            }
        }
    }
    sampler.tuning().steps = averages.iter().map(DualAveraging::average).collect();
    sampler.settle();
    Ok(())
}

/// Dual averaging from the steps as they are.
fn begin(tuning: &Tuning, goal: Goal) -> Vec<DualAveraging> {
    tuning.steps.iter().map(|step| DualAveraging::new(*step, goal.acceptance)).collect()
}

/// The mean acceptance of the chains of each group.
pub(super) fn grouped(probabilities: &[f32], groups: usize, harmonic: bool) -> Vec<f64> {
    let of = |group: usize| probabilities.iter().skip(group).step_by(groups).copied();
    let one = |group| {
        if harmonic {
            let inverse: Vec<f32> = of(group).map(|p| 1.0 / p.max(1e-30)).collect();
            1.0 / mean(&inverse)
        } else {
            mean(&of(group).collect::<Vec<_>>())
        }
    };
    (0..groups).map(one).collect()
}

const SMALLEST: f64 = 1e-9;
const LARGEST: f64 = 1e7;

/// Step sizes at which one leapfrog step is accepted with a mean probability near 0.8: doubled or halved from where they are
/// until that is crossed (Hoffman and Gelman 2014, algorithm 4, with Stan's threshold).
fn find_steps(sampler: &mut dyn Adaptive, density: &dyn Density, chains: &mut Chains) -> Result<(), McmcError> {
    const THRESHOLD: f64 = 0.8;
    let groups = sampler.tuning().steps.len();
    // Whether each group's step grows.
    let mut grows: Vec<bool> = Vec::new();
    let mut searching = vec![true; groups];
    while searching.contains(&true) {
        let mut there = chains.clone();
        let transition = sampler.probe(density, &mut there)?;
        (chains.stream, chains.gradients) = (there.stream, there.gradients);
        let acceptance = grouped(&read(&transition.probability)?, groups, false);
        if grows.is_empty() {
            grows = acceptance.iter().map(|acceptance| *acceptance > THRESHOLD).collect();
        }
        let steps = &mut sampler.tuning().steps;
        for group in 0..groups {
            let grow = grows[group];
            if !searching[group] {
                continue;
            }
            if (acceptance[group] > THRESHOLD) == grow {
                steps[group] *= if grow { 2.0 } else { 0.5 };
                if !(SMALLEST..=LARGEST).contains(&steps[group]) {
                    return Err(McmcError::NoStepSize { smallest: SMALLEST, largest: LARGEST });
                }
            } else {
                searching[group] = false;
            }
        }
    }
    Ok(())
}

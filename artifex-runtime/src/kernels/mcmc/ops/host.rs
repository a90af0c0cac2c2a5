//! Steps of single chains in plain Rust: what the CPU's kernels and the portable bodies share.

use super::{Analytic, Path};
use crate::kernels::mcmc::density::host::{add_gradient, log_density};
use crate::kernels::mcmc::noise::{self, Normals};
use crate::rng::Stream;

/// The probability to accept: 0 where the ratio or the proposed log density is not finite.
#[inline(always)]
#[expect(clippy::inline_always, reason = "compiled into each version of the kernels")]
pub(in crate::kernels::mcmc) fn acceptance(log_ratio: f32, proposed: f32) -> f32 {
    if log_ratio.is_finite() && proposed.is_finite() { log_ratio.min(0.0).exp() } else { 0.0 }
}

/// What a row becomes in an exchange of replicas.
#[derive(Clone, Copy, Debug)]
pub(super) struct Exchange {
    /// The row whose state it gets.
    pub source: usize,
    /// The probability that its pair swaps.
    pub probability: f32,
}

/// The exchange of one row.
pub(super) fn exchange(log_density: &[f32], betas: &[f32], chain: usize, odd: bool, from: &Stream) -> Exchange {
    let temperatures = betas.len();
    let t = chain % temperatures;
    let is_lower = t % 2 == usize::from(odd);
    let lower = if is_lower { chain } else { chain.wrapping_sub(1) };
    let has_partner = if is_lower { t + 1 < temperatures } else { t > 0 };
    if !has_partner {
        return Exchange { source: chain, probability: 0.0 };
    }
    let t = lower % temperatures;
    let log_ratio = (betas[t] - betas[t + 1]) * (log_density[lower + 1] - log_density[lower]);
    let probability = acceptance(log_ratio, log_density[lower + 1]);
    let partner = if is_lower { chain + 1 } else { lower };
    let swaps = noise::first_uniform(from, lower) < probability;
    Exchange { source: if swaps { partner } else { chain }, probability }
}

/// Log density and gradient at each row of `x`.
#[inline(always)]
#[expect(clippy::inline_always, reason = "compiled into each version of the kernels")]
pub(super) fn densities(
    x: &[f32],
    parameters: &[f32],
    density: Analytic,
    dims: usize,
    values: &mut [f32],
    gradient: &mut [f32],
) {
    if dims == 0 {
        return;
    }
    for ((x, value), gradient) in x.chunks_exact(dims).zip(values).zip(gradient.chunks_exact_mut(dims)) {
        *value = log_density(x, parameters, density);
        add_gradient(x, parameters, density, 1.0, gradient);
    }
}

/// What all chains of a transition share.
#[derive(Debug)]
pub(super) struct Job<'a> {
    parameters: &'a [f32],
    inverse_mass: &'a [f32],
    steps: &'a [f32],
    betas: &'a [f32],
    density: Analytic,
    path: Path,
    from: &'a Stream,
}

impl<'a> Job<'a> {
    /// Takes the settings of a transition apart.
    pub(super) fn new(
        settings: &'a [f32],
        density: Analytic,
        path: Path,
        groups: usize,
        dims: usize,
        from: &'a Stream,
    ) -> Self {
        let (parameters, rest) = settings.split_at(density.parameters);
        let (inverse_mass, rest) = rest.split_at(dims);
        let (steps, betas) = rest.split_at(groups);
        Self { parameters, inverse_mass, steps, betas, density, path, from }
    }
}

/// One transition of the chains from `first` on: `x` becomes the new states, `proposal` the ends of the paths, `momentum` the
/// momenta there, and `stats` log density, probability, energy error and whether the chain accepts.
#[inline(always)]
#[expect(clippy::inline_always, reason = "compiled into each version of the kernels")]
pub(super) fn transitions(
    job: &Job<'_>,
    first: usize,
    x: &mut [f32],
    proposal: &mut [f32],
    momentum: &mut [f32],
    stats: &mut [[f32; 4]],
) {
    let dims = job.inverse_mass.len();
    if dims == 0 || stats.is_empty() {
        return;
    }
    let together = DRAWN.div_ceil(dims).min(stats.len());
    let mut normals = Normals::new(together, dims);
    let states = x.chunks_mut(together * dims).zip(proposal.chunks_mut(together * dims));
    let tasks = states.zip(momentum.chunks_mut(together * dims)).zip(stats.chunks_mut(together));
    for (task, (((x, proposal), momentum), stats)) in tasks.enumerate() {
        let first = first + task * together;
        let noise = normals.draw(job.from, first, stats.len());
        let rows = x.chunks_exact_mut(dims).zip(proposal.chunks_exact_mut(dims)).zip(momentum.chunks_exact_mut(dims));
        for (chain, (((x, q), p), (stats, noise))) in (first..).zip(rows.zip(stats.iter_mut().zip(noise.rows()))) {
            *stats = one_transition(job, chain, noise, x, q, p);
        }
    }
}

/// Normal numbers that are drawn together: enough to fill vectors, few enough for the nearest cache.
const DRAWN: usize = 1024;

#[inline(always)]
#[expect(clippy::inline_always, reason = "compiled into each version of the kernels")]
fn one_transition(job: &Job<'_>, chain: usize, noise: &[f32], x: &mut [f32], q: &mut [f32], p: &mut [f32]) -> [f32; 4] {
    let Job { parameters, inverse_mass, density, path, .. } = *job;
    let group = chain % job.steps.len();
    let (step, beta) = (job.steps[group], job.betas[group]);
    let kinetic_before = 0.5 * sum(noise.len(), |d| noise[d] * noise[d]);
    for ((p, noise), m) in p.iter_mut().zip(noise).zip(inverse_mass) {
        *p = noise / m.sqrt();
    }
    q.copy_from_slice(x);
    let before = log_density(q, parameters, density);
    add_gradient(q, parameters, density, 0.5 * step * beta, p);
    for leapfrog in 1..=path.leapfrogs {
        for ((q, p), m) in q.iter_mut().zip(p.iter()).zip(inverse_mass) {
            *q += step * m * p;
        }
        let fraction = if leapfrog == path.leapfrogs { 0.5 } else { 1.0 };
        add_gradient(q, parameters, density, fraction * step * beta, p);
    }
    let after = log_density(q, parameters, density);
    let kinetic_after = 0.5 * sum(p.len(), |d| p[d] * p[d] * inverse_mass[d]);
    let energy_error = (kinetic_after - kinetic_before) - beta * (after - before);
    let probability = acceptance(if path.adjusted { -energy_error } else { 0.0 }, after);
    let accepted = noise::uniform(job.from, chain, x.len()) < probability;
    if accepted {
        x.copy_from_slice(q);
    }
    [if accepted { after } else { before }, probability, energy_error, if accepted { 1.0 } else { 0.0 }]
}

/// The stats of chains as rows `[4, C]`.
pub(super) fn by_row(stats: &[[f32; 4]]) -> Vec<f32> {
    (0..4).flat_map(|row| stats.iter().map(move |stats| stats[row])).collect()
}

/// A sum by sixteen sums side by side, so that the loop can be vector code with a fixed order of additions.
#[inline(always)]
#[expect(clippy::inline_always, reason = "compiled into each version of the kernels")]
pub(in crate::kernels::mcmc) fn sum(n: usize, term: impl Fn(usize) -> f32) -> f32 {
    let mut sums = [0f32; 16];
    let whole = n - n % 16;
    for first in (0..whole).step_by(16) {
        for (i, sum) in sums.iter_mut().enumerate() {
            *sum += term(first + i);
        }
    }
    sums.iter().sum::<f32>() + (whole..n).map(term).sum::<f32>()
}

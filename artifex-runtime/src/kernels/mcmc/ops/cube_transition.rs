//! Whole transitions, and densities with their gradients, on cubecl's devices: one unit per chain.

#![allow(
    clippy::bool_to_int_with_if,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::float_cmp,
    clippy::manual_div_ceil,
    clippy::manual_is_multiple_of,
    clippy::manual_memcpy,
    clippy::needless_range_loop,
    clippy::too_many_lines,
    clippy::used_underscore_binding,
    reason = "kernels are written in the part of Rust that the macro `cube` understands"
)]

use burn::tensor::DType;
use burn_cubecl::tensor::CubeTensor;
use cubecl::prelude::*;

use super::cube::{acceptance, draw_momentum, sizes, word};
use super::{Analytic, Path};
use crate::kernels::cube::{dense, empty, one_unit_each};
use crate::kernels::mcmc::density::Family;
use crate::kernels::mcmc::density::cube::{add_gradient, log_density};
use crate::kernels::random::cube::{Place, block_at, place, unit};
use crate::rng::Stream;

#[cube(launch)]
fn density_kernel(
    x: &mut [f32],
    parameters: &[f32],
    values: &mut [f32],
    gradient: &mut [f32],
    dims: u32,
    components: u32,
    #[comptime] family: Family,
) {
    let chain = ABSOLUTE_POS;
    if chain >= values.len() {
        terminate!();
    }
    let dims = dims as usize;
    let components = components as usize;
    let first = chain * dims;
    for d in 0..dims {
        gradient[first + d] = 0.0f32;
    }
    values[chain] = log_density(x, first, dims, parameters, components, family);
    add_gradient(x, first, dims, parameters, components, 1.0f32, gradient, family);
}

/// `numbers`: the density's parameters, the inverse mass, step sizes and inverse temperatures.
#[cube(launch)]
fn transition_kernel(
    x: &[f32],
    numbers: &[f32],
    out: &mut [f32],
    proposal: &mut [f32],
    momentum: &mut [f32],
    stats: &mut [f32],
    from: Place,
    dims: u32,
    parameters: u32,
    components: u32,
    groups: u32,
    leapfrogs: u32,
    #[comptime] family: Family,
    #[comptime] adjusted: bool,
) {
    let chain = ABSOLUTE_POS;
    let chains = stats.len() / 4;
    if chain >= chains {
        terminate!();
    }
    let dims = dims as usize;
    let components = components as usize;
    let mass_at = parameters as usize;
    let step_at = mass_at + dims;
    let groups = groups as usize;
    let group = chain % groups;
    let step = numbers[step_at + group];
    let beta = numbers[step_at + groups + group];
    let first = chain * dims;

    let kinetic_before = draw_momentum(momentum, numbers, mass_at, chain, dims, &from);
    for d in 0..dims {
        proposal[first + d] = x[first + d];
    }
    let before = log_density(proposal, first, dims, numbers, components, family);
    let half_kick = 0.5f32 * step * beta;
    add_gradient(proposal, first, dims, numbers, components, half_kick, momentum, family);
    for leapfrog in 0..leapfrogs {
        for d in 0..dims {
            proposal[first + d] += step * numbers[mass_at + d] * momentum[first + d];
        }
        let kick = select(leapfrog + 1 == leapfrogs, 0.5f32, 1.0f32) * step * beta;
        add_gradient(proposal, first, dims, numbers, components, kick, momentum, family);
    }
    let after = log_density(proposal, first, dims, numbers, components, family);
    let mut squares = 0.0f32;
    for d in 0..dims {
        squares += momentum[first + d] * momentum[first + d] * numbers[mass_at + d];
    }
    let energy_error = (0.5f32 * squares - kinetic_before) - beta * (after - before);
    let mut log_ratio = 0.0f32;
    if adjusted {
        log_ratio = -energy_error;
    }
    let probability = acceptance(log_ratio, after);
    let blocks = (dims + 3) / 4 + 1;
    let word = block_at(&from, u32::cast_from(chain * blocks + blocks - 1)).x;
    let accepted = unit(word) < probability;
    for d in 0..dims {
        out[first + d] = select(accepted, proposal[first + d], x[first + d]);
    }
    stats[chain] = select(accepted, after, before);
    stats[chains + chain] = probability;
    stats[2 * chains + chain] = energy_error;
    stats[3 * chains + chain] = select(accepted, 1.0f32, 0.0f32);
}

/// Log density and gradient of dense, non-empty states.
pub(super) fn density(x: CubeTensor, parameters: CubeTensor, of: Analytic) -> (CubeTensor, CubeTensor) {
    let [chains, dims] = sizes(&x);
    let (values, gradient) = (empty(&x, [chains], DType::F32), empty(&x, [chains, dims], DType::F32));
    let (count, dim) = one_unit_each(&values.client, chains);
    density_kernel::launch(
        &values.client.clone(),
        count,
        dim,
        dense(x),
        dense(parameters),
        dense(values.clone()),
        dense(gradient.clone()),
        word(dims),
        word(of.components),
        of.family,
    );
    (values, gradient)
}

/// A transition of dense, non-empty states.
pub(super) fn transition(
    x: CubeTensor,
    settings: CubeTensor,
    of: Analytic,
    path: Path,
    groups: usize,
    from: &Stream,
) -> (CubeTensor, CubeTensor, CubeTensor, CubeTensor) {
    let [chains, dims] = sizes(&x);
    let state = || empty(&x, [chains, dims], DType::F32);
    let (out, proposal, momentum, stats) = (state(), state(), state(), empty(&x, [4, chains], DType::F32));
    let (count, dim) = one_unit_each(&out.client, chains);
    transition_kernel::launch(
        &out.client.clone(),
        count,
        dim,
        dense(x),
        dense(settings),
        dense(out.clone()),
        dense(proposal.clone()),
        dense(momentum.clone()),
        dense(stats.clone()),
        place(from),
        word(dims),
        word(of.parameters),
        word(of.components),
        word(groups),
        word(path.leapfrogs),
        of.family,
        path.adjusted,
    );
    (out, proposal, momentum, stats)
}

#[cfg(all(test, feature = "kernel-texts"))]
mod texts;

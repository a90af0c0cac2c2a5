//! The operations on cubecl's devices: one launch each.

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

use burn::backend::ops::FloatTensorOps;
use burn::tensor::{DType, FloatDType};
use burn_cubecl::{CubeBackend, kernel::into_contiguous, tensor::CubeTensor};
use cubecl::prelude::*;

use super::cube_transition::{density, transition};
use super::{Analytic, McmcOps, Path, portable};
use crate::kernels::cube::{dense, empty, one_unit_each};
use crate::kernels::random::cube::{Place, block_at, normals, place, unit};
use crate::rng::Stream;

/// Whether a number is neither infinite nor NaN, by its bits: compilers of shaders may take for granted that all are.
#[cube]
pub(super) fn finite(x: f32) -> bool {
    (x.to_bits() & 0x7f80_0000u32) != 0x7f80_0000u32
}

/// The probability to accept.
#[cube]
pub(super) fn acceptance(log_ratio: f32, proposed: f32) -> f32 {
    let exponent = select(finite(log_ratio) && finite(proposed), log_ratio.min(0.0f32), -200.0f32);
    select(exponent > -104.0f32, exponent.exp(), 0.0f32)
}

#[cube]
fn langevin_at(
    x: &[f32],
    gradient: &[f32],
    preconditioner: &[f32],
    at: usize,
    d: usize,
    step: f32,
    temperature: f32,
    noise: f32,
) -> f32 {
    let step = step * preconditioner[d];
    x[at] + step * 0.5f32 * gradient[at] + (step * temperature).sqrt() * noise
}

/// One unit for four coordinates, which is what a block of random words gives.
#[cube(launch)]
fn langevin_kernel(
    x: &[f32],
    gradient: &[f32],
    preconditioner: &[f32],
    steps: &[f32],
    out: &mut [f32],
    from: Place,
    temperature: f32,
    dims: u32,
) {
    let dims = dims as usize;
    let groups = (dims + 3) / 4;
    let chain = ABSOLUTE_POS / groups;
    let group = ABSOLUTE_POS % groups;
    if chain * dims >= out.len() {
        terminate!();
    }
    let step = steps[chain % steps.len()];
    let noise = normals(block_at(&from, u32::cast_from(chain * (groups + 1) + group)));
    let d = group * 4;
    let at = chain * dims + d;
    out[at] = langevin_at(x, gradient, preconditioner, at, d, step, temperature, noise.x);
    if d + 1 < dims {
        out[at + 1] = langevin_at(x, gradient, preconditioner, at + 1, d + 1, step, temperature, noise.y);
    }
    if d + 2 < dims {
        out[at + 2] = langevin_at(x, gradient, preconditioner, at + 2, d + 2, step, temperature, noise.z);
    }
    if d + 3 < dims {
        out[at + 3] = langevin_at(x, gradient, preconditioner, at + 3, d + 3, step, temperature, noise.w);
    }
}

#[cube(launch)]
fn proposal_log_ratio_kernel(
    x: &[f32],
    g: &[f32],
    y: &[f32],
    h: &[f32],
    preconditioner: &[f32],
    steps: &[f32],
    out: &mut [f32],
) {
    let chain = ABSOLUTE_POS;
    if chain >= out.len() {
        terminate!();
    }
    let dims = preconditioner.len();
    let step = steps[chain % steps.len()];
    let mut sum = 0.0f32;
    for d in 0..dims {
        let at = chain * dims + d;
        let turn = step * preconditioner[d] * 0.25f32 * (g[at] - h[at]);
        sum += (g[at] + h[at]) * ((y[at] - x[at]) - turn);
    }
    out[chain] = -0.5f32 * sum;
}

/// Draws the momentum of one chain into its row; gives its kinetic energy.
#[cube]
pub(super) fn draw_momentum(
    momentum: &mut [f32],
    inverse_mass: &[f32],
    mass_at: usize,
    chain: usize,
    dims: usize,
    from: &Place,
) -> f32 {
    let groups = (dims + 3) / 4;
    let first = chain * dims;
    let mut squares = 0.0f32;
    for group in 0..groups {
        let noise = normals(block_at(from, u32::cast_from(chain * (groups + 1) + group)));
        let d = group * 4;
        momentum[first + d] = noise.x / inverse_mass[mass_at + d].sqrt();
        squares += noise.x * noise.x;
        if d + 1 < dims {
            momentum[first + d + 1] = noise.y / inverse_mass[mass_at + d + 1].sqrt();
            squares += noise.y * noise.y;
        }
        if d + 2 < dims {
            momentum[first + d + 2] = noise.z / inverse_mass[mass_at + d + 2].sqrt();
            squares += noise.z * noise.z;
        }
        if d + 3 < dims {
            momentum[first + d + 3] = noise.w / inverse_mass[mass_at + d + 3].sqrt();
            squares += noise.w * noise.w;
        }
    }
    0.5f32 * squares
}

#[cube(launch)]
fn momentum_kernel(inverse_mass: &[f32], momentum: &mut [f32], kinetic: &mut [f32], from: Place) {
    let chain = ABSOLUTE_POS;
    if chain >= kinetic.len() {
        terminate!();
    }
    kinetic[chain] = draw_momentum(momentum, inverse_mass, 0, chain, inverse_mass.len(), &from);
}

#[cube(launch)]
fn kick_drift_kernel(
    x: &[f32],
    momentum: &[f32],
    gradient: &[f32],
    inverse_mass: &[f32],
    steps: &[f32],
    x_out: &mut [f32],
    momentum_out: &mut [f32],
    fraction: f32,
) {
    let at = ABSOLUTE_POS;
    if at >= x_out.len() {
        terminate!();
    }
    let dims = inverse_mass.len();
    let step = steps[(at / dims) % steps.len()];
    let p = momentum[at] + step * fraction * gradient[at];
    momentum_out[at] = p;
    x_out[at] = x[at] + step * inverse_mass[at % dims] * p;
}

#[cube(launch)]
fn kick_kernel(
    momentum: &[f32],
    gradient: &[f32],
    inverse_mass: &[f32],
    steps: &[f32],
    momentum_out: &mut [f32],
    kinetic: &mut [f32],
    fraction: f32,
) {
    let chain = ABSOLUTE_POS;
    if chain >= kinetic.len() {
        terminate!();
    }
    let dims = inverse_mass.len();
    let kick = steps[chain % steps.len()] * fraction;
    let mut sum = 0.0f32;
    for d in 0..dims {
        let at = chain * dims + d;
        let p = momentum[at] + kick * gradient[at];
        momentum_out[at] = p;
        sum += p * p * inverse_mass[d];
    }
    kinetic[chain] = 0.5f32 * sum;
}

#[cube(launch)]
fn decide_kernel(log_ratio: &[f32], current: &[f32], proposed: &[f32], out: &mut [f32], from: Place, blocks: u32) {
    let chain = ABSOLUTE_POS;
    let chains = log_ratio.len();
    if chain >= chains {
        terminate!();
    }
    let probability = acceptance(log_ratio[chain], proposed[chain]);
    let last = u32::cast_from(chain) * blocks + (blocks - 1u32);
    let accepted = unit(block_at(&from, last).x) < probability;
    out[chain] = select(accepted, proposed[chain], current[chain]);
    out[chains + chain] = probability;
    out[2 * chains + chain] = select(accepted, 1.0f32, 0.0f32);
}

#[cube(launch)]
fn select_kernel(
    x: &[f32],
    proposal: &[f32],
    gradient: &[f32],
    proposal_gradient: &[f32],
    accepted: &[f32],
    x_out: &mut [f32],
    gradient_out: &mut [f32],
    dims: u32,
) {
    let at = ABSOLUTE_POS;
    if at >= x_out.len() {
        terminate!();
    }
    let accepted = accepted[at / dims as usize] != 0.0f32;
    x_out[at] = select(accepted, proposal[at], x[at]);
    gradient_out[at] = select(accepted, proposal_gradient[at], gradient[at]);
}

/// One unit per coordinate. Each decides for its pair again: that is less than a launch of its own.
#[cube(launch)]
fn swap_kernel(
    x: &[f32],
    log_density: &[f32],
    betas: &[f32],
    x_out: &mut [f32],
    rows: &mut [f32],
    from: Place,
    odd: u32,
    dims: u32,
) {
    let at = ABSOLUTE_POS;
    if at >= x_out.len() {
        terminate!();
    }
    let dims = dims as usize;
    let chain = at / dims;
    let chains = log_density.len();
    let temperatures = betas.len();
    let t = chain % temperatures;
    let is_lower = u32::cast_from(t % 2) == odd;
    // Without a partner, both are the chain itself.
    let mut lower = chain;
    let mut upper = chain;
    if is_lower {
        if t + 1 < temperatures {
            upper = chain + 1;
        }
    } else if t > 0 {
        lower = chain - 1;
    }
    let mut probability = 0.0f32;
    let mut source = chain;
    if lower != upper {
        let t = lower % temperatures;
        let log_ratio = (betas[t] - betas[t + 1]) * (log_density[upper] - log_density[lower]);
        probability = acceptance(log_ratio, log_density[upper]);
        if unit(block_at(&from, u32::cast_from(lower)).x) < probability {
            source = lower + upper - chain;
        }
    }
    x_out[at] = x[source * dims + at % dims];
    if at % dims == 0 {
        rows[chain] = log_density[source];
        rows[chains + chain] = probability;
    }
}

/// Whether the kernels can compute with these tensors.
fn all_f32(tensors: &[&CubeTensor]) -> bool {
    tensors.iter().all(|tensor| tensor.dtype == DType::F32)
}

/// What is left of a sum over no coordinates.
fn zeros(like: &CubeTensor, chains: usize) -> CubeTensor {
    <CubeBackend as FloatTensorOps<CubeBackend>>::float_zeros([chains].into(), &like.device, FloatDType::F32)
}

/// Chains and coordinates of a state.
pub(super) fn sizes(x: &CubeTensor) -> [usize; 2] {
    let shape = x.meta.shape();
    [shape[0], shape[1]]
}

/// A size for a kernel.
#[expect(clippy::cast_possible_truncation, reason = "rows have fewer than 2^32 values")]
pub(super) const fn word(size: usize) -> u32 {
    size as u32
}

impl McmcOps for CubeBackend {
    fn langevin(
        x: CubeTensor,
        gradient: CubeTensor,
        preconditioner: CubeTensor,
        step: CubeTensor,
        temperature: f32,
        from: Stream,
    ) -> CubeTensor {
        if !all_f32(&[&x, &gradient, &preconditioner, &step]) {
            return portable::langevin::<Self>(x, gradient, preconditioner, step, temperature, &from);
        }
        let (x, gradient) = (into_contiguous(x), into_contiguous(gradient));
        let (preconditioner, step) = (into_contiguous(preconditioner), into_contiguous(step));
        let [chains, dims] = sizes(&x);
        let out = empty(&x, [chains, dims], DType::F32);
        if chains * dims > 0 {
            let (count, dim) = one_unit_each(&out.client, chains * dims.div_ceil(4));
            langevin_kernel::launch(
                &out.client.clone(),
                count,
                dim,
                dense(x),
                dense(gradient),
                dense(preconditioner),
                dense(step),
                dense(out.clone()),
                place(&from),
                temperature,
                word(dims),
            );
        }
        out
    }

    fn proposal_log_ratio(
        x: CubeTensor,
        gradient: CubeTensor,
        proposal: CubeTensor,
        proposal_gradient: CubeTensor,
        preconditioner: CubeTensor,
        step: CubeTensor,
    ) -> CubeTensor {
        if !all_f32(&[&x, &gradient, &proposal, &proposal_gradient, &preconditioner, &step]) {
            return portable::proposal_log_ratio::<Self>(
                x,
                gradient,
                proposal,
                proposal_gradient,
                preconditioner,
                step,
            );
        }
        let (x, gradient) = (into_contiguous(x), into_contiguous(gradient));
        let (proposal, proposal_gradient) = (into_contiguous(proposal), into_contiguous(proposal_gradient));
        let (preconditioner, step) = (into_contiguous(preconditioner), into_contiguous(step));
        let [chains, dims] = sizes(&x);
        if chains * dims == 0 {
            return zeros(&x, chains);
        }
        let out = empty(&x, [chains], DType::F32);
        let (count, dim) = one_unit_each(&out.client, chains);
        proposal_log_ratio_kernel::launch(
            &out.client.clone(),
            count,
            dim,
            dense(x),
            dense(gradient),
            dense(proposal),
            dense(proposal_gradient),
            dense(preconditioner),
            dense(step),
            dense(out.clone()),
        );
        out
    }

    fn momentum(like: CubeTensor, inverse_mass: CubeTensor, from: Stream) -> (CubeTensor, CubeTensor) {
        if !all_f32(&[&like, &inverse_mass]) {
            return portable::momentum::<Self>(&like, inverse_mass, &from);
        }
        let [chains, dims] = sizes(&like);
        if chains * dims == 0 {
            let kinetic = zeros(&like, chains);
            return (like, kinetic);
        }
        let inverse_mass = into_contiguous(inverse_mass);
        let out = empty(&like, [chains, dims], DType::F32);
        let kinetic = empty(&like, [chains], DType::F32);
        let (count, dim) = one_unit_each(&out.client, chains);
        momentum_kernel::launch(
            &out.client.clone(),
            count,
            dim,
            dense(inverse_mass),
            dense(out.clone()),
            dense(kinetic.clone()),
            place(&from),
        );
        (out, kinetic)
    }

    fn kick_drift(
        x: CubeTensor,
        momentum: CubeTensor,
        gradient: CubeTensor,
        inverse_mass: CubeTensor,
        step: CubeTensor,
        fraction: f32,
    ) -> (CubeTensor, CubeTensor) {
        if !all_f32(&[&x, &momentum, &gradient, &inverse_mass, &step]) {
            return portable::kick_drift::<Self>(x, momentum, gradient, inverse_mass, step, fraction);
        }
        let (x, momentum, gradient) = (into_contiguous(x), into_contiguous(momentum), into_contiguous(gradient));
        let (inverse_mass, step) = (into_contiguous(inverse_mass), into_contiguous(step));
        let [chains, dims] = sizes(&x);
        let (x_out, momentum_out) = (empty(&x, [chains, dims], DType::F32), empty(&x, [chains, dims], DType::F32));
        if chains * dims > 0 {
            let (count, dim) = one_unit_each(&x_out.client, chains * dims);
            kick_drift_kernel::launch(
                &x_out.client.clone(),
                count,
                dim,
                dense(x),
                dense(momentum),
                dense(gradient),
                dense(inverse_mass),
                dense(step),
                dense(x_out.clone()),
                dense(momentum_out.clone()),
                fraction,
            );
        }
        (x_out, momentum_out)
    }

    fn kick(
        momentum: CubeTensor,
        gradient: CubeTensor,
        inverse_mass: CubeTensor,
        step: CubeTensor,
        fraction: f32,
    ) -> (CubeTensor, CubeTensor) {
        if !all_f32(&[&momentum, &gradient, &inverse_mass, &step]) {
            return portable::kick::<Self>(momentum, gradient, inverse_mass, step, fraction);
        }
        let [chains, dims] = sizes(&momentum);
        if chains * dims == 0 {
            let kinetic = zeros(&momentum, chains);
            return (momentum, kinetic);
        }
        let (momentum, gradient) = (into_contiguous(momentum), into_contiguous(gradient));
        let (inverse_mass, step) = (into_contiguous(inverse_mass), into_contiguous(step));
        let out = empty(&momentum, [chains, dims], DType::F32);
        let kinetic = empty(&momentum, [chains], DType::F32);
        let (count, dim) = one_unit_each(&out.client, chains);
        kick_kernel::launch(
            &out.client.clone(),
            count,
            dim,
            dense(momentum),
            dense(gradient),
            dense(inverse_mass),
            dense(step),
            dense(out.clone()),
            dense(kinetic.clone()),
            fraction,
        );
        (out, kinetic)
    }

    fn decide(
        log_ratio: CubeTensor,
        current: CubeTensor,
        proposed: CubeTensor,
        dims: usize,
        from: Stream,
    ) -> CubeTensor {
        let chains = log_ratio.meta.num_elements();
        if !all_f32(&[&log_ratio, &current, &proposed]) || chains == 0 {
            return portable::decide::<Self>(log_ratio, current, proposed, dims, &from);
        }
        let (log_ratio, current) = (into_contiguous(log_ratio), into_contiguous(current));
        let proposed = into_contiguous(proposed);
        let out = empty(&log_ratio, [3, chains], DType::F32);
        let (count, dim) = one_unit_each(&out.client, chains);
        decide_kernel::launch(
            &out.client.clone(),
            count,
            dim,
            dense(log_ratio),
            dense(current),
            dense(proposed),
            dense(out.clone()),
            place(&from),
            word(dims.div_ceil(4) + 1),
        );
        out
    }

    fn select_rows(
        x: CubeTensor,
        proposal: CubeTensor,
        gradient: CubeTensor,
        proposal_gradient: CubeTensor,
        accepted: CubeTensor,
    ) -> (CubeTensor, CubeTensor) {
        if !all_f32(&[&x, &proposal, &gradient, &proposal_gradient, &accepted]) {
            return portable::select_rows::<Self>(x, proposal, gradient, proposal_gradient, accepted);
        }
        let (x, proposal) = (into_contiguous(x), into_contiguous(proposal));
        let (gradient, proposal_gradient) = (into_contiguous(gradient), into_contiguous(proposal_gradient));
        let accepted = into_contiguous(accepted);
        let [chains, dims] = sizes(&x);
        let (x_out, gradient_out) = (empty(&x, [chains, dims], DType::F32), empty(&x, [chains, dims], DType::F32));
        if chains * dims > 0 {
            let (count, dim) = one_unit_each(&x_out.client, chains * dims);
            select_kernel::launch(
                &x_out.client.clone(),
                count,
                dim,
                dense(x),
                dense(proposal),
                dense(gradient),
                dense(proposal_gradient),
                dense(accepted),
                dense(x_out.clone()),
                dense(gradient_out.clone()),
                word(dims),
            );
        }
        (x_out, gradient_out)
    }

    fn swap_replicas(
        x: CubeTensor,
        log_density: CubeTensor,
        betas: CubeTensor,
        odd: bool,
        from: Stream,
    ) -> (CubeTensor, CubeTensor) {
        let [chains, dims] = sizes(&x);
        if !all_f32(&[&x, &log_density, &betas]) || chains * dims == 0 {
            return portable::swap_replicas::<Self>(x, log_density, betas, odd, &from);
        }
        let (x, log_density, betas) = (into_contiguous(x), into_contiguous(log_density), into_contiguous(betas));
        let (out, rows) = (empty(&x, [chains, dims], DType::F32), empty(&x, [2, chains], DType::F32));
        let (count, dim) = one_unit_each(&out.client, chains * dims);
        swap_kernel::launch(
            &out.client.clone(),
            count,
            dim,
            dense(x),
            dense(log_density),
            dense(betas),
            dense(out.clone()),
            dense(rows.clone()),
            place(&from),
            u32::from(odd),
            word(dims),
        );
        (out, rows)
    }

    fn analytic_density(x: CubeTensor, parameters: CubeTensor, of: Analytic) -> (CubeTensor, CubeTensor) {
        let [chains, dims] = sizes(&x);
        if !all_f32(&[&x, &parameters]) || chains * dims == 0 {
            return portable::analytic_density::<Self>(x, parameters, of);
        }
        density(into_contiguous(x), into_contiguous(parameters), of)
    }

    fn analytic_transition(
        x: CubeTensor,
        settings: CubeTensor,
        of: Analytic,
        path: Path,
        groups: usize,
        from: Stream,
    ) -> (CubeTensor, CubeTensor, CubeTensor, CubeTensor) {
        let [chains, dims] = sizes(&x);
        if !all_f32(&[&x, &settings]) || chains * dims == 0 {
            return portable::analytic_transition::<Self>(x, settings, of, path, groups, &from);
        }
        transition(into_contiguous(x), into_contiguous(settings), of, path, groups, &from)
    }
}

#[cfg(all(test, feature = "kernel-texts"))]
mod texts;

//! The operations on the CPU: one pass over the rows by several threads.

use burn::backend::{Flex, TensorMetadata};
use rayon::prelude::*;

use super::host::{self, Job};
use super::{Analytic, McmcOps, Path, portable};
use crate::kernels::flex::{ALONE, CHUNK, FlexTensor, dense, tensor, values, values_mut};
use crate::kernels::mcmc::noise::{Drawn, Normals};
use crate::rng::Stream;

impl McmcOps for Flex {
    fn langevin(
        x: FlexTensor,
        gradient: FlexTensor,
        preconditioner: FlexTensor,
        step: FlexTensor,
        temperature: f32,
        from: Stream,
    ) -> FlexTensor {
        let (mut x, gradient, preconditioner, step) = (dense(x), dense(gradient), dense(preconditioner), dense(step));
        let rows = Rows::of(&x);
        let (Some(x_values), Some(g), Some(preconditioner_values), Some(steps)) =
            (values_mut(&mut x), values(&gradient), values(&preconditioner), values(&step))
        else {
            return portable::langevin::<Self>(x, gradient, preconditioner, step, temperature, &from);
        };
        if !rows.is_empty() {
            let tasks = x_values.par_chunks_mut(rows.task()).zip(g.par_chunks(rows.task())).enumerate();
            tasks.for_each_init(
                || Normals::new(rows.per_task, rows.dims),
                |normals, (task, (x, g))| {
                    let first = task * rows.per_task;
                    let noise = normals.draw(&from, first, x.len() / rows.dims);
                    langevin_loop(x, g, preconditioner_values, noise, steps, first, temperature);
                },
            );
        }
        x
    }

    fn proposal_log_ratio(
        x: FlexTensor,
        gradient: FlexTensor,
        proposal: FlexTensor,
        proposal_gradient: FlexTensor,
        preconditioner: FlexTensor,
        step: FlexTensor,
    ) -> FlexTensor {
        let (x, g, y, h) = (dense(x), dense(gradient), dense(proposal), dense(proposal_gradient));
        let (preconditioner, step) = (dense(preconditioner), dense(step));
        let rows = Rows::of(&x);
        let all = (values(&x), values(&g), values(&y), values(&h), values(&preconditioner), values(&step));
        let (Some(x_values), Some(gs), Some(ys), Some(hs), Some(preconditioners), Some(steps)) = all else {
            return portable::proposal_log_ratio::<Self>(x, g, y, h, preconditioner, step);
        };
        let mut out = vec![0.0; rows.chains];
        if !rows.is_empty() {
            out.par_iter_mut().with_min_len(rows.per_task).enumerate().for_each(|(chain, out)| {
                let line = chain * rows.dims..(chain + 1) * rows.dims;
                let (x, g, y, h) = (&x_values[line.clone()], &gs[line.clone()], &ys[line.clone()], &hs[line]);
                *out = log_ratio_loop(x, g, y, h, preconditioners, steps[chain % steps.len()]);
            });
        }
        tensor(out, [rows.chains])
    }

    fn momentum(like: FlexTensor, inverse_mass: FlexTensor, from: Stream) -> (FlexTensor, FlexTensor) {
        let inverse_mass = dense(inverse_mass);
        let rows = Rows::of(&like);
        // The type of the state decides: its values are not read.
        let (Some(mass), burn::tensor::DType::F32) = (values(&inverse_mass), like.dtype()) else {
            return portable::momentum::<Self>(&like, inverse_mass, &from);
        };
        let (mut p, mut kinetic) = (vec![0.0; rows.chains * rows.dims], vec![0.0; rows.chains]);
        if !rows.is_empty() {
            let tasks = p.par_chunks_mut(rows.task()).zip(kinetic.par_chunks_mut(rows.per_task)).enumerate();
            tasks.for_each_init(
                || Normals::new(rows.per_task, rows.dims),
                |normals, (task, (p, kinetic))| {
                    let noise = normals.draw(&from, task * rows.per_task, kinetic.len());
                    momentum_loop(p, kinetic, noise, mass);
                },
            );
        }
        (tensor(p, [rows.chains, rows.dims]), tensor(kinetic, [rows.chains]))
    }

    fn kick_drift(
        x: FlexTensor,
        momentum: FlexTensor,
        gradient: FlexTensor,
        inverse_mass: FlexTensor,
        step: FlexTensor,
        fraction: f32,
    ) -> (FlexTensor, FlexTensor) {
        let (mut x, mut p, g) = (dense(x), dense(momentum), dense(gradient));
        let (inverse_mass, step) = (dense(inverse_mass), dense(step));
        let rows = Rows::of(&x);
        let (Some(xs), Some(ps), Some(gs), Some(mass), Some(steps)) =
            (values_mut(&mut x), values_mut(&mut p), values(&g), values(&inverse_mass), values(&step))
        else {
            return portable::kick_drift::<Self>(x, p, g, inverse_mass, step, fraction);
        };
        if !rows.is_empty() {
            let tasks =
                xs.par_chunks_mut(rows.task()).zip(ps.par_chunks_mut(rows.task())).zip(gs.par_chunks(rows.task()));
            tasks.enumerate().for_each(|(task, ((x, p), g))| {
                let lines =
                    x.chunks_exact_mut(rows.dims).zip(p.chunks_exact_mut(rows.dims)).zip(g.chunks_exact(rows.dims));
                for (chain, ((x, p), g)) in (task * rows.per_task..).zip(lines) {
                    kick_drift_loop(x, p, g, mass, steps[chain % steps.len()], fraction);
                }
            });
        }
        (x, p)
    }

    fn kick(
        momentum: FlexTensor,
        gradient: FlexTensor,
        inverse_mass: FlexTensor,
        step: FlexTensor,
        fraction: f32,
    ) -> (FlexTensor, FlexTensor) {
        let (mut p, g, inverse_mass, step) = (dense(momentum), dense(gradient), dense(inverse_mass), dense(step));
        let rows = Rows::of(&p);
        let (Some(ps), Some(gs), Some(mass), Some(steps)) =
            (values_mut(&mut p), values(&g), values(&inverse_mass), values(&step))
        else {
            return portable::kick::<Self>(p, g, inverse_mass, step, fraction);
        };
        let mut kinetic = vec![0.0; rows.chains];
        if !rows.is_empty() {
            let tasks = ps.par_chunks_mut(rows.task()).zip(gs.par_chunks(rows.task()));
            tasks.zip(kinetic.par_chunks_mut(rows.per_task)).enumerate().for_each(|(task, ((p, g), kinetic))| {
                let lines = p.chunks_exact_mut(rows.dims).zip(g.chunks_exact(rows.dims)).zip(kinetic);
                for (chain, ((p, g), kinetic)) in (task * rows.per_task..).zip(lines) {
                    *kinetic = kick_loop(p, g, mass, steps[chain % steps.len()] * fraction);
                }
            });
        }
        (p, tensor(kinetic, [rows.chains]))
    }

    fn select_rows(
        x: FlexTensor,
        proposal: FlexTensor,
        gradient: FlexTensor,
        proposal_gradient: FlexTensor,
        accepted: FlexTensor,
    ) -> (FlexTensor, FlexTensor) {
        let (mut x, y, mut g, h) = (dense(x), dense(proposal), dense(gradient), dense(proposal_gradient));
        let accepted = dense(accepted);
        let rows = Rows::of(&x);
        let (Some(xs), Some(ys), Some(gs), Some(hs), Some(accepts)) =
            (values_mut(&mut x), values(&y), values_mut(&mut g), values(&h), values(&accepted))
        else {
            return portable::select_rows::<Self>(x, y, g, h, accepted);
        };
        if !rows.is_empty() {
            let states = xs.par_chunks_mut(rows.task()).zip(ys.par_chunks(rows.task()));
            let gradients = gs.par_chunks_mut(rows.task()).zip(hs.par_chunks(rows.task()));
            let tasks = states.zip(gradients).zip(accepts.par_chunks(rows.per_task));
            tasks.for_each(|(((x, y), (g, h)), accepts)| {
                for (line, accepted) in accepts.iter().enumerate() {
                    if *accepted != 0.0 {
                        let line = line * rows.dims..(line + 1) * rows.dims;
                        x[line.clone()].copy_from_slice(&y[line.clone()]);
                        g[line.clone()].copy_from_slice(&h[line]);
                    }
                }
            });
        }
        (x, g)
    }

    fn swap_replicas(
        x: FlexTensor,
        log_density: FlexTensor,
        betas: FlexTensor,
        odd: bool,
        from: Stream,
    ) -> (FlexTensor, FlexTensor) {
        let (x, log_density, betas) = (dense(x), dense(log_density), dense(betas));
        let rows = Rows::of(&x);
        let (Some(xs), Some(values_of), Some(beta_values)) = (values(&x), values(&log_density), values(&betas)) else {
            return portable::swap_replicas::<Self>(x, log_density, betas, odd, &from);
        };
        let (mut out, mut stats) = (vec![0.0; xs.len()], vec![0.0; 2 * rows.chains]);
        if !rows.is_empty() {
            let (densities, probabilities) = stats.split_at_mut(rows.chains);
            let stats = densities.par_chunks_mut(rows.per_task).zip(probabilities.par_chunks_mut(rows.per_task));
            out.par_chunks_mut(rows.task()).zip(stats).enumerate().for_each(
                |(task, (out, (densities, probabilities)))| {
                    let lines = out.chunks_exact_mut(rows.dims).zip(densities.iter_mut().zip(probabilities));
                    for (chain, (out, (density, probability))) in (task * rows.per_task..).zip(lines) {
                        let exchange = host::exchange(values_of, beta_values, chain, odd, &from);
                        out.copy_from_slice(&xs[exchange.source * rows.dims..(exchange.source + 1) * rows.dims]);
                        (*density, *probability) = (values_of[exchange.source], exchange.probability);
                    }
                },
            );
        }
        (tensor(out, [rows.chains, rows.dims]), tensor(stats, [2, rows.chains]))
    }

    fn analytic_density(x: FlexTensor, parameters: FlexTensor, density: Analytic) -> (FlexTensor, FlexTensor) {
        let (x, parameters) = (dense(x), dense(parameters));
        let rows = Rows::of(&x);
        let (Some(xs), Some(parameter_values)) = (values(&x), values(&parameters)) else {
            return portable::analytic_density::<Self>(x, parameters, density);
        };
        let (mut out, mut gradient) = (vec![0.0; rows.chains], vec![0.0; xs.len()]);
        if !rows.is_empty() {
            let tasks = xs.par_chunks(rows.task()).zip(gradient.par_chunks_mut(rows.task()));
            tasks.zip(out.par_chunks_mut(rows.per_task)).for_each(|((x, gradient), out)| {
                densities_loop(x, parameter_values, density, rows.dims, out, gradient);
            });
        }
        (tensor(out, [rows.chains]), tensor(gradient, [rows.chains, rows.dims]))
    }

    fn analytic_transition(
        x: FlexTensor,
        settings: FlexTensor,
        density: Analytic,
        path: Path,
        groups: usize,
        from: Stream,
    ) -> (FlexTensor, FlexTensor, FlexTensor, FlexTensor) {
        let (mut x, settings) = (dense(x), dense(settings));
        let rows = Rows::of(&x);
        let (Some(xs), Some(setting_values)) = (values_mut(&mut x), values(&settings)) else {
            return portable::analytic_transition::<Self>(x, settings, density, path, groups, &from);
        };
        let shape = [rows.chains, rows.dims];
        let (mut proposal, mut momentum) = (vec![0.0; xs.len()], vec![0.0; xs.len()]);
        let mut stats = vec![[0.0; 4]; rows.chains];
        if !rows.is_empty() {
            let job = Job::new(setting_values, density, path, groups, rows.dims, &from);
            // A path is many passes over a row: fewer rows make a task.
            let per_task = (CHUNK / rows.dims / (path.leapfrogs + 4)).max(1);
            let task = per_task * rows.dims;
            let states = xs.par_chunks_mut(task).zip(proposal.par_chunks_mut(task));
            let tasks = states.zip(momentum.par_chunks_mut(task)).zip(stats.par_chunks_mut(per_task));
            tasks.enumerate().for_each(|(task, (((x, proposal), momentum), stats))| {
                transitions_loop(&job, task * per_task, x, proposal, momentum, stats);
            });
        }
        (x, tensor(proposal, shape), tensor(momentum, shape), tensor(host::by_row(&stats), [4, rows.chains]))
    }
}

/// How the rows of a state are shared out.
#[derive(Clone, Copy)]
struct Rows {
    chains: usize,
    dims: usize,
    /// Rows of one task.
    per_task: usize,
}

impl Rows {
    fn of(x: &FlexTensor) -> Self {
        let shape = x.shape();
        let (chains, dims) = (shape[0], shape[1]);
        let per_task = if chains * dims <= ALONE { chains.max(1) } else { CHUNK.div_ceil(dims.max(1)) };
        Self { chains, dims, per_task }
    }

    fn is_empty(self) -> bool {
        self.chains == 0 || self.dims == 0
    }

    /// Values of one task.
    fn task(self) -> usize {
        self.per_task * self.dims
    }
}

multiversion! {
    fn langevin_loop(
        x: &mut [f32],
        g: &[f32],
        preconditioner: &[f32],
        noise: Drawn<'_>,
        steps: &[f32],
        first: usize,
        temperature: f32,
    ) {
        let dims = preconditioner.len();
        let lines = x.chunks_exact_mut(dims).zip(g.chunks_exact(dims)).zip(noise.rows());
        for (chain, ((x, g), noise)) in (first..).zip(lines) {
            let step = steps[chain % steps.len()];
            for (((x, g), p), noise) in x.iter_mut().zip(g).zip(preconditioner).zip(noise) {
                let step = step * p;
                *x = *x + step * 0.5 * g + (step * temperature).sqrt() * noise;
            }
        }
    }
}

multiversion! {
    fn log_ratio_loop(x: &[f32], g: &[f32], y: &[f32], h: &[f32], preconditioner: &[f32], step: f32) -> f32 {
        let n = x.len();
        let (g, y, h, preconditioner) = (&g[..n], &y[..n], &h[..n], &preconditioner[..n]);
        -0.5 * host::sum(n, |d| {
            (g[d] + h[d]) * ((y[d] - x[d]) - step * preconditioner[d] * 0.25 * (g[d] - h[d]))
        })
    }
}

multiversion! {
    fn momentum_loop(p: &mut [f32], kinetic: &mut [f32], noise: Drawn<'_>, inverse_mass: &[f32]) {
        let dims = inverse_mass.len();
        for ((p, kinetic), noise) in p.chunks_exact_mut(dims).zip(kinetic).zip(noise.rows()) {
            *kinetic = 0.5 * host::sum(dims, |d| noise[d] * noise[d]);
            for ((p, noise), m) in p.iter_mut().zip(noise).zip(inverse_mass) {
                *p = noise / m.sqrt();
            }
        }
    }
}

multiversion! {
    fn kick_drift_loop(x: &mut [f32], p: &mut [f32], g: &[f32], inverse_mass: &[f32], step: f32, fraction: f32) {
        let kick = step * fraction;
        for (((x, p), g), m) in x.iter_mut().zip(p.iter_mut()).zip(g).zip(inverse_mass) {
            *p += kick * g;
            *x += step * m * *p;
        }
    }
}

multiversion! {
    fn kick_loop(p: &mut [f32], g: &[f32], inverse_mass: &[f32], kick: f32) -> f32 {
        for (p, g) in p.iter_mut().zip(g) {
            *p += kick * g;
        }
        let (n, p) = (p.len(), &*p);
        let inverse_mass = &inverse_mass[..n];
        0.5 * host::sum(n, |d| p[d] * p[d] * inverse_mass[d])
    }
}

multiversion! {
    fn densities_loop(
        x: &[f32],
        parameters: &[f32],
        density: Analytic,
        dims: usize,
        values: &mut [f32],
        gradient: &mut [f32],
    ) {
        host::densities(x, parameters, density, dims, values, gradient);
    }
}

multiversion! {
    fn transitions_loop(
        job: &Job<'_>,
        first: usize,
        x: &mut [f32],
        proposal: &mut [f32],
        momentum: &mut [f32],
        stats: &mut [[f32; 4]],
    ) {
        host::transitions(job, first, x, proposal, momentum, stats);
    }
}

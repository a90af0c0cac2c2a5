//! The operations from burn's own, with random numbers from the host.

use burn::backend::{Backend, TensorMetadata, tensor::FloatTensor};
use burn::tensor::{DType, TensorData};

use super::host::{self, Job};
use super::{Analytic, Path};
use crate::kernels::mcmc::noise;
use crate::rng::Stream;

pub(in crate::kernels::mcmc) fn langevin<B: Backend>(
    x: FloatTensor<B>,
    gradient: FloatTensor<B>,
    preconditioner: FloatTensor<B>,
    step: FloatTensor<B>,
    temperature: f32,
    from: &Stream,
) -> FloatTensor<B> {
    let noise = normals::<B>(&x, from);
    let step = B::float_mul(per_chain::<B>(&x, step), row::<B>(preconditioner));
    let drift = B::float_mul(B::float_mul_scalar(step.clone(), 0.5.into()), gradient);
    let spread = B::float_sqrt(B::float_mul_scalar(step, temperature.into()));
    B::float_add(B::float_add(x, drift), B::float_mul(spread, noise))
}

pub(in crate::kernels::mcmc) fn proposal_log_ratio<B: Backend>(
    x: FloatTensor<B>,
    gradient: FloatTensor<B>,
    proposal: FloatTensor<B>,
    proposal_gradient: FloatTensor<B>,
    preconditioner: FloatTensor<B>,
    step: FloatTensor<B>,
) -> FloatTensor<B> {
    let quarter = B::float_mul_scalar(B::float_mul(per_chain::<B>(&x, step), row::<B>(preconditioner)), 0.25.into());
    let turn = B::float_mul(quarter, B::float_sub(gradient.clone(), proposal_gradient.clone()));
    let way = B::float_sub(B::float_sub(proposal, x), turn);
    sum_rows::<B>(B::float_mul_scalar(B::float_mul(B::float_add(gradient, proposal_gradient), way), (-0.5).into()))
}

pub(in crate::kernels::mcmc) fn momentum<B: Backend>(
    like: &FloatTensor<B>,
    inverse_mass: FloatTensor<B>,
    from: &Stream,
) -> (FloatTensor<B>, FloatTensor<B>) {
    let noise = normals::<B>(like, from);
    let kinetic = B::float_mul_scalar(sum_rows::<B>(B::float_mul(noise.clone(), noise.clone())), 0.5.into());
    (B::float_div(noise, B::float_sqrt(row::<B>(inverse_mass))), kinetic)
}

pub(in crate::kernels::mcmc) fn kick_drift<B: Backend>(
    x: FloatTensor<B>,
    momentum: FloatTensor<B>,
    gradient: FloatTensor<B>,
    inverse_mass: FloatTensor<B>,
    step: FloatTensor<B>,
    fraction: f32,
) -> (FloatTensor<B>, FloatTensor<B>) {
    let step = per_chain::<B>(&x, step);
    let kick = B::float_mul(B::float_mul_scalar(step.clone(), fraction.into()), gradient);
    let momentum = B::float_add(momentum, kick);
    let drift = B::float_mul(B::float_mul(step, row::<B>(inverse_mass)), momentum.clone());
    (B::float_add(x, drift), momentum)
}

pub(in crate::kernels::mcmc) fn kick<B: Backend>(
    momentum: FloatTensor<B>,
    gradient: FloatTensor<B>,
    inverse_mass: FloatTensor<B>,
    step: FloatTensor<B>,
    fraction: f32,
) -> (FloatTensor<B>, FloatTensor<B>) {
    let step = per_chain::<B>(&momentum, step);
    let kick = B::float_mul(B::float_mul_scalar(step, fraction.into()), gradient);
    let momentum = B::float_add(momentum, kick);
    let squares = B::float_mul(B::float_mul(momentum.clone(), momentum.clone()), row::<B>(inverse_mass));
    (momentum, B::float_mul_scalar(sum_rows::<B>(squares), 0.5.into()))
}

pub(in crate::kernels::mcmc) fn decide<B: Backend>(
    log_ratio: FloatTensor<B>,
    current: FloatTensor<B>,
    proposed: FloatTensor<B>,
    dims: usize,
    from: &Stream,
) -> FloatTensor<B> {
    let (dtype, device) = (log_ratio.dtype(), log_ratio.device());
    let (log_ratio, current, proposed) = (read::<B>(log_ratio), read::<B>(current), read::<B>(proposed));
    let chains = log_ratio.len();
    let mut rows = vec![0.0; 3 * chains];
    for chain in 0..chains {
        let uniform = noise::uniform(from, chain, dims);
        let probability = host::acceptance(log_ratio[chain], proposed[chain]);
        let accepted = uniform < probability;
        rows[chain] = if accepted { proposed[chain] } else { current[chain] };
        rows[chains + chain] = probability;
        rows[2 * chains + chain] = if accepted { 1.0 } else { 0.0 };
    }
    write::<B, _>(rows, [3, chains], dtype, &device)
}

pub(in crate::kernels::mcmc) fn select_rows<B: Backend>(
    x: FloatTensor<B>,
    proposal: FloatTensor<B>,
    gradient: FloatTensor<B>,
    proposal_gradient: FloatTensor<B>,
    accepted: FloatTensor<B>,
) -> (FloatTensor<B>, FloatTensor<B>) {
    let accepted = read::<B>(accepted);
    let chains = accepted.len();
    // Old states first, proposals after them: a chain picks one of its two rows.
    let rows: Vec<usize> = (0..chains).map(|c| if accepted[c] == 0.0 { c } else { chains + c }).collect();
    let pick = |old, new| pick_rows::<B>(B::float_cat(vec![old, new], 0), &rows);
    if chains == 0 { (x, gradient) } else { (pick(x, proposal), pick(gradient, proposal_gradient)) }
}

pub(in crate::kernels::mcmc) fn swap_replicas<B: Backend>(
    x: FloatTensor<B>,
    log_density: FloatTensor<B>,
    betas: FloatTensor<B>,
    odd: bool,
    from: &Stream,
) -> (FloatTensor<B>, FloatTensor<B>) {
    let (dtype, device, chains) = (log_density.dtype(), log_density.device(), x.shape()[0]);
    let (log_density, betas) = (read::<B>(log_density), read::<B>(betas));
    let exchange: Vec<_> = (0..chains).map(|chain| host::exchange(&log_density, &betas, chain, odd, from)).collect();
    let rows = exchange.iter().map(|e| log_density[e.source]).chain(exchange.iter().map(|e| e.probability)).collect();
    let sources: Vec<usize> = exchange.iter().map(|e| e.source).collect();
    let x = if chains == 0 { x } else { pick_rows::<B>(x, &sources) };
    (x, write::<B, _>(rows, [2, chains], dtype, &device))
}

pub(in crate::kernels::mcmc) fn analytic_density<B: Backend>(
    x: FloatTensor<B>,
    parameters: FloatTensor<B>,
    density: Analytic,
) -> (FloatTensor<B>, FloatTensor<B>) {
    let (shape, dtype, device) = (x.shape(), x.dtype(), x.device());
    let (chains, dims) = (shape[0], shape[1]);
    let (x, parameters) = (read::<B>(x), read::<B>(parameters));
    let (mut values, mut gradient) = (vec![0.0; chains], vec![0.0; chains * dims]);
    host::densities(&x, &parameters, density, dims, &mut values, &mut gradient);
    (write::<B, _>(values, [chains], dtype, &device), write::<B, _>(gradient, [chains, dims], dtype, &device))
}

pub(in crate::kernels::mcmc) fn analytic_transition<B: Backend>(
    x: FloatTensor<B>,
    settings: FloatTensor<B>,
    density: Analytic,
    path: Path,
    groups: usize,
    from: &Stream,
) -> (FloatTensor<B>, FloatTensor<B>, FloatTensor<B>, FloatTensor<B>) {
    let (shape, dtype, device) = (x.shape(), x.dtype(), x.device());
    let (chains, dims) = (shape[0], shape[1]);
    let (mut x, settings) = (read::<B>(x), read::<B>(settings));
    let job = Job::new(&settings, density, path, groups, dims, from);
    let (mut proposal, mut momentum) = (x.clone(), vec![0.0; x.len()]);
    let mut stats = vec![[0.0; 4]; chains];
    host::transitions(&job, 0, &mut x, &mut proposal, &mut momentum, &mut stats);
    let shape = [chains, dims];
    (
        write::<B, _>(x, shape, dtype, &device),
        write::<B, _>(proposal, shape, dtype, &device),
        write::<B, _>(momentum, shape, dtype, &device),
        write::<B, _>(host::by_row(&stats), [4, chains], dtype, &device),
    )
}

/// Standard normals of the shape, type and device of the state.
fn normals<B: Backend>(like: &FloatTensor<B>, from: &Stream) -> FloatTensor<B> {
    let shape = like.shape();
    let dims = shape[1];
    let mut values = vec![0.0; shape.num_elements()];
    if dims > 0 {
        for (chain, values) in values.chunks_exact_mut(dims).enumerate() {
            noise::normals(from, chain, dims, values);
        }
    }
    write::<B, _>(values, [shape[0], dims], like.dtype(), &like.device())
}

/// Values `[G]` as a column `[C, 1]`: chain `c` has the one at `c mod G`.
fn per_chain<B: Backend>(x: &FloatTensor<B>, values: FloatTensor<B>) -> FloatTensor<B> {
    let (chains, groups) = (x.shape()[0], values.shape()[0]);
    let column = B::float_reshape(B::float_expand(values, [chains / groups, groups].into()), [chains, 1].into());
    B::float_expand(column, x.shape())
}

/// Values `[D]` as a row `[1, D]`.
fn row<B: Backend>(values: FloatTensor<B>) -> FloatTensor<B> {
    let dims = values.shape()[0];
    B::float_reshape(values, [1, dims].into())
}

fn pick_rows<B: Backend>(x: FloatTensor<B>, rows: &[usize]) -> FloatTensor<B> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_possible_wrap, reason = "there are fewer than 2^31 chains")]
    let indices: Vec<i32> = rows.iter().map(|&row| row as i32).collect();
    let indices = B::int_from_data(TensorData::new(indices, [rows.len()]), &x.device());
    B::float_select(x, 0, indices)
}

fn sum_rows<B: Backend>(x: FloatTensor<B>) -> FloatTensor<B> {
    let chains = x.shape()[0];
    B::float_reshape(B::float_sum_dim(x, 1), [chains].into())
}

fn read<B: Backend>(x: FloatTensor<B>) -> Vec<f32> {
    let data = burn::tensor::read_sync(B::float_into_data(x)).expect("the device gives the values back");
    data.convert::<f32>().try_to_vec().expect("the values are f32 now")
}

fn write<B: Backend, const N: usize>(
    values: Vec<f32>,
    shape: [usize; N],
    dtype: DType,
    device: &burn::backend::tensor::Device<B>,
) -> FloatTensor<B> {
    B::float_from_data(TensorData::new(values, shape).convert_dtype(dtype), device)
}

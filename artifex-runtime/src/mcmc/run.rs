//! The run: starts, warm-up, draws.

use std::time::Instant;

use burn::tensor::{Device, Tensor, TensorData};

use super::fit::{Draws, Effort, Fit};
use super::{SampleError, SamplerConfig, SamplingConfig, Target};
use crate::config::validate_value;
use crate::kernels::mcmc::{Chains, McmcError, diverged};
use crate::rng::Stream;

/// Samples the target with many chains on a device. The same seed gives the same draws.
///
/// # Errors
/// If a setting is out of its range, no start is finite, the density gives tensors of wrong shapes, no step size is accepted, or
/// the device fails.
pub fn sample(target: &dyn Target, options: &SamplingConfig, seed: u64, device: &Device) -> Result<Fit, SampleError> {
    validate_value(options)?;
    let names = names(target)?;
    if matches!(options.sampler, SamplerConfig::Chees(_)) && options.chains == 1 {
        return Err(SampleError::OneChain);
    }
    let device = device.clone().without_autodiff();
    let root = Stream::from_seed(seed).fold_in("mcmc");
    let replicas = options.sampler.replicas();
    let count = options.chains * replicas;
    let start = start(target, count, options.start_radius, root.fold_in("start"), &device)?;
    let mut sampler = options.sampler.build()?;
    let mut chains = Chains::start(target, start, root.fold_in("chains"))?;

    let began = Instant::now();
    sampler.warm_up(target, &mut chains, options.warm_up)?;
    // Devices compute while the host goes on: reading waits for them.
    read(chains.log_density())?;
    let warm_up =
        Effort { seconds: began.elapsed().as_secs_f64(), gradients: chains.gradient_evaluations() * count as u64 };

    let began = Instant::now();
    let mut draws = Draws::new(names, options.chains);
    let mut block = Block::new(replicas);
    for at in 1..=options.draws * options.thin {
        block.energies.extend(sampler.energy(&chains)?);
        let transition = sampler.step(target, &mut chains)?;
        block.errors.push(transition.energy_error);
        block.probabilities.push(transition.probability);
        if at % options.thin == 0 {
            block.positions.push(chains.position());
            block.log_densities.push(chains.log_density());
        }
        if block.positions.len() == BLOCK || at == options.draws * options.thin {
            block.flush(target, options.thin, &mut draws)?;
        }
    }
    let gradients = chains.gradient_evaluations() * count as u64 - warm_up.gradients;
    let sampling = Effort { seconds: began.elapsed().as_secs_f64(), gradients };
    Ok(Fit::new(draws, options.sampler.clone(), options.thin, warm_up, sampling))
}

/// Draws that are read from the device at once.
const BLOCK: usize = 64;

/// Draws that are still on the device.
struct Block {
    /// How many chains there are for each that is kept.
    replicas: usize,
    positions: Vec<Tensor<2>>,
    log_densities: Vec<Tensor<1>>,
    energies: Vec<Tensor<1>>,
    errors: Vec<Tensor<1>>,
    probabilities: Vec<Tensor<1>>,
}

impl Block {
    const fn new(replicas: usize) -> Self {
        Self {
            replicas,
            positions: Vec::new(),
            log_densities: Vec::new(),
            energies: Vec::new(),
            errors: Vec::new(),
            probabilities: Vec::new(),
        }
    }

    /// Moves the block to the host.
    fn flush(&mut self, target: &dyn Target, thin: usize, draws: &mut Draws) -> Result<(), SampleError> {
        let kept = self.positions.len();
        let positions = Tensor::cat(std::mem::take(&mut self.positions), 0);
        let [rows, dims] = positions.dims();
        let points = rows / self.replicas;
        let cold = positions.reshape([points, self.replicas, dims]).narrow(1, 0, 1).reshape([points, dims]);
        let quantities = target.quantities(cold);
        if quantities.dims() != [points, draws.names.len()] {
            let found = quantities.dims().to_vec();
            return Err(SampleError::Quantities { names: draws.names.len(), points, found });
        }
        let chains = points / kept;
        let values = read(quantities)?;
        let width = draws.names.len();
        for (row, values) in values.chunks_exact(width).enumerate() {
            for (quantity, value) in draws.values.iter_mut().zip(values) {
                quantity[row % chains].push(f64::from(*value));
            }
        }
        let replicas = self.replicas;
        let per_chain = |tensors: &mut Vec<Tensor<1>>, visit: &mut dyn FnMut(usize, usize, f32)| {
            if tensors.is_empty() {
                return Ok(());
            }
            let values = read(Tensor::cat(std::mem::take(tensors), 0))?;
            for (k, value) in values.iter().step_by(replicas).enumerate() {
                visit(k / chains, k % chains, *value);
            }
            Ok::<(), McmcError>(())
        };
        per_chain(&mut self.log_densities, &mut |_, chain, value| draws.log_density[chain].push(f64::from(value)))?;
        per_chain(&mut self.energies, &mut |_, chain, value| {
            draws.energy.resize(chains, Vec::new());
            draws.energy[chain].push(f64::from(value));
        })?;
        per_chain(&mut self.probabilities, &mut |_, chain, value| draws.acceptance[chain] += f64::from(value))?;
        let first = draws.divergent[0].len();
        for chain in &mut draws.divergent {
            chain.resize(first + kept, false);
        }
        per_chain(&mut self.errors, &mut |step, chain, value| {
            if diverged(value) {
                draws.divergences += 1;
                draws.divergent[chain][first + step / thin] = true;
            }
        })?;
        Ok(())
    }
}

/// The names of the quantities, which must differ.
fn names(target: &dyn Target) -> Result<Vec<String>, SampleError> {
    let names = target.names();
    let fail = |text: String| Err(SampleError::Names(text));
    if target.coordinates() == 0 || names.is_empty() {
        return fail("the target has no parameters; there is nothing to sample".to_owned());
    }
    for (k, name) in names.iter().enumerate() {
        if names[..k].contains(name) {
            return fail(format!("two quantities are called `{name}`; give each a name of its own"));
        }
    }
    Ok(names)
}

/// How often a point is drawn anew before a chain gives up.
const TRIES: usize = 100;

/// A start for every chain where log density and gradient are finite: `[C, D]`.
fn start(
    target: &dyn Target,
    chains: usize,
    radius: f64,
    mut stream: Stream,
    device: &Device,
) -> Result<Tensor<2>, SampleError> {
    let dims = target.coordinates();
    #[expect(clippy::cast_possible_truncation, reason = "kernels compute in f32")]
    let mut draw = |out: &mut [f32]| {
        stream.fill_uniform(out);
        for u in out {
            *u = (2.0 * f64::from(*u) - 1.0) as f32 * radius as f32;
        }
    };
    let mut points = vec![0.0; chains * dims];
    draw(&mut points);
    for tried in 1.. {
        let position = Tensor::<2>::from_data(TensorData::new(points.clone(), [chains, dims]), device);
        let (log_density, gradient) = target.log_density_and_gradient(position.clone());
        if log_density.dims() != [chains] || gradient.dims() != [chains, dims] {
            // Wrong shapes are reported where the chains start.
            return Ok(position);
        }
        let (values, gradient) = (read(log_density)?, read(gradient)?);
        let finite = |chain: usize| {
            values[chain].is_finite() && gradient[chain * dims..(chain + 1) * dims].iter().all(|g| g.is_finite())
        };
        let bad: Vec<usize> = (0..chains).filter(|chain| !finite(*chain)).collect();
        let Some(&chain) = bad.first() else { return Ok(position) };
        if tried == TRIES {
            return Err(SampleError::NoStart { chain, tries: TRIES, radius, value: values[chain] });
        }
        for chain in bad {
            draw(&mut points[chain * dims..(chain + 1) * dims]);
        }
    }
    unreachable!("the loop ends by itself")
}

/// The values of a tensor.
fn read<const N: usize>(x: Tensor<N>) -> Result<Vec<f32>, McmcError> {
    let failed = |message: String| McmcError::Device { message };
    let data = x.try_into_data().map_err(|error| failed(error.to_string()))?;
    data.convert::<f32>().try_to_vec().map_err(|error| failed(format!("{error:?}")))
}

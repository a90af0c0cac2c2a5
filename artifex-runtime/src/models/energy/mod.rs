//! Energy-based models.
//!
//! A network gives every example an energy E(x), and with it a density `exp(-E(x)/T) / Z` whose normaliser Z is not known (Le Cun et al.
//! 2006). Samples are drawn by Markov chains, which only need the gradient of E. Both configs build an [`EBM`]: they differ in the data.
//!
//! Points of the plane have an exact likelihood where the network tilts a normal distribution (`reference_std`): Z is found by
//! quadrature on a grid. All other data is judged by samples, as that of the adversarial networks: the loss that evaluations report is
//! then the [`energy_distance`] between the held-out data and as many samples.

mod baseline;
mod buffer;
mod chains;
mod config;
mod cost;
mod density;
mod form;
mod network;
mod normaliser;
mod rules;
mod score_matching;

pub use config::{
    CDConfig, DSMConfig, DeepEBMConfig, EBMConfig, EnergyConfig, EnergyNetworkConfig, EnergyNetworkType,
    EnergyTraining, ImageEnergyNetworkConfig, MCMCConfig, MCMCSampler, PCDConfig, SampleBufferConfig,
};
pub use network::EnergyNetwork;

use burn::module::Module;
use burn::tensor::{Device, Tensor};

use self::buffer::SampleBuffer;
use self::normaliser::log_normaliser;
use self::rules::Rules;
use self::score_matching::denoising_score_matching;
use super::distance::energy_distance;
use super::independent::{flat_batch, flat_samples, independent_values};
use super::{
    Baseline, Batch, BatchError, Component, GenerativeModel, LogProb, LogProbKind, Losses, SampleError, SampleOptions,
    Samples, TrainContext, Trainable,
};
use crate::kernels::mcmc::{Density as _, McmcError};
use crate::nn::{Dual, params};
use crate::rng::{Rngs, Stream};

/// Chains that are run at once when many samples are drawn.
const CHUNK: usize = 1024;

/// An energy-based model; see [`EBMConfig`] and [`DeepEBMConfig`].
#[derive(Module, Debug)]
pub struct EBM {
    network: EnergyNetwork,
    buffer: Option<SampleBuffer>,
    #[module(skip)]
    rules: Rules,
}

/// What a pass through an energy-based model computes for a batch of `B` examples.
#[derive(Clone, Debug)]
pub struct EnergyOutput {
    /// E(x), the reference distribution's part included: `[B]`. A model's unnormalised log-density is `-E(x)/T`.
    pub energy: Tensor<1>,
}

impl EBM {
    /// The network from examples to energies.
    #[must_use]
    pub const fn network(&self) -> &EnergyNetwork {
        &self.network
    }

    /// The examples of a batch as the network sees them, `[B, values]`: points as they are, images in the range from -1 to 1 with the
    /// channels first.
    ///
    /// # Errors
    /// [`BatchError`] if the batch is of another modality or shape.
    pub fn values(&self, batch: &Batch) -> Result<Tensor<2>, BatchError> {
        self.rules.form.of_batch(batch)
    }

    /// What the network sees, `[n, values]`, as samples.
    #[must_use]
    pub fn samples(&self, values: Tensor<2>) -> Samples {
        self.rules.form.to_samples(values)
    }

    /// The score of the model, `-∇E(x)/T`: `[B, values]` for values `[B, values]`, without autodiff.
    #[must_use]
    pub fn score(&self, values: Tensor<2>) -> Tensor<2> {
        let temperature = self.rules.mcmc.temperature;
        density::EnergyDensity::new(&self.network, temperature, None).log_density_and_gradient(values).1
    }

    fn energy(&self, values: Tensor<2>, rngs: &mut Rngs) -> Tensor<1> {
        self.network.forward(Dual::plain(values), rngs).value.squeeze_dim::<1>(1)
    }

    fn device(&self) -> Device {
        self.devices().into_iter().next().expect("a network has parameters").without_autodiff()
    }

    /// Draws `n` rows of values, at a multiple of the model's temperature.
    fn draw(&self, n: usize, heat: f64, stream: &mut Stream) -> Result<Tensor<2>, McmcError> {
        let Rules { mcmc, form, .. } = &self.rules;
        let (density, device) = (mcmc.density(&self.network, heat), self.device());
        let steps = mcmc.sample_steps.unwrap_or(mcmc.n_steps);
        let starts = match &self.buffer {
            Some(buffer) => buffer.pick(n, stream),
            None => mcmc.beginnings([n, form.values()], stream, &device),
        };
        let chunks = (0..n).step_by(CHUNK).map(|start| {
            let starts = starts.clone().narrow(0, start, CHUNK.min(n - start));
            let position = mcmc.run(&density, starts, steps, stream)?.position;
            Ok(if mcmc.denoise { self.denoised(position) } else { position })
        });
        Ok(Tensor::cat(chunks.collect::<Result<Vec<_>, McmcError>>()?, 0))
    }

    /// The mean of the data that noisy values come from, `x + σ² ∇ ln p(x)` (Saremi and Hyvärinen 2019, equation 11): `[n, values]`.
    fn denoised(&self, values: Tensor<2>) -> Tensor<2> {
        let matched = match self.rules.training {
            EnergyTraining::Dsm(DSMConfig { sigma }) => sigma,
            EnergyTraining::Cd(_) | EnergyTraining::Pcd(_) => 0.0,
        };
        let variance = self.rules.mcmc.noise_scale.powi(2) + matched.powi(2);
        values.clone() + self.score(values) * variance
    }

    /// Whether the density is one of the plane that can be normalised, and the width of its reference distribution.
    fn plane(&self) -> Option<f64> {
        self.rules.reference_std.filter(|_| self.rules.form == form::Form::Points(2))
    }

    /// `ln p(x)` of points of the plane: `[B]`.
    fn log_density(&self, values: Tensor<2>, reference_std: f64, rngs: &mut Rngs) -> Tensor<1> {
        let temperature = self.rules.mcmc.temperature;
        let network = self.network.valid();
        let unnormalised =
            |x: Tensor<2>| network.forward(Dual::plain(x), &mut Rngs::new(0)).value.squeeze_dim::<1>(1) / -temperature;
        // Wide enough for a network that moves the mass by some standard deviations.
        let half_width = 8.0 * reference_std * temperature.sqrt().max(1.0);
        let normaliser = log_normaliser(&unnormalised, half_width, &self.device());
        self.energy(values, rngs) / -temperature - normaliser
    }

    /// Contrastive divergence of a batch: the loss with its terms, and the model with its chains moved on.
    fn contrast(self, data: Tensor<2>, rngs: &mut Rngs) -> (Self, Losses) {
        let Self { network, mut buffer, rules } = self;
        let (count, device) = (data.dims()[0], data.device());
        let mcmc = &rules.mcmc;
        let density = mcmc.density(&network, 1.0);
        let stream = rngs.stream("noise");
        let drawn = buffer.as_ref().map(|buffer| buffer.draw(count, mcmc, stream));
        let start = drawn.as_ref().map_or_else(|| data.clone(), |drawn| drawn.start.clone());
        let Ok(ends) = mcmc.run(&density, start, mcmc.n_steps, stream) else {
            // Chains that cannot start: the energy is not finite any more. The loss says so and stops the run.
            let loss = Tensor::full([1], f32::NAN, &device);
            return (Self { network, buffer, rules }, Losses::new(loss));
        };
        let negatives = ends.position;
        if let (Some(kept), Some(drawn)) = (buffer.take(), drawn) {
            buffer = Some(kept.put_back(drawn, negatives.clone()));
        }
        // The samples are constants: the gradient is that of the energies alone.
        let others = negatives.dims()[0];
        let both = Tensor::cat(vec![data, negatives], 0).autodiff();
        let energies = network.forward(Dual::plain(both), rngs).value;
        let (real, fake) = (energies.clone().narrow(0, 0, count), energies.narrow(0, count, others));
        let contrast = real.clone().mean() - fake.clone().mean();
        let size = real.clone().square().mean() + fake.clone().square().mean();
        let loss = contrast.clone() + size * rules.alpha;
        let losses = Losses::new(loss)
            .with("contrast", contrast)
            .with("data_energy", real.mean())
            .with("chain_energy", fake.mean())
            .with("acceptance", ends.acceptance);
        (Self { network, buffer, rules }, losses)
    }

    /// Denoising score matching of a batch: the loss with its terms.
    fn match_scores(&self, data: Tensor<2>, sigma: f64, rngs: &mut Rngs) -> Losses {
        let noise = rngs.stream("noise").normal_tensor::<2>(data.dims(), &data.device());
        let noisy = data.clone() + noise * sigma;
        let temperature = self.rules.mcmc.temperature;
        let (matching, energy) = denoising_score_matching(&self.network, temperature, data, noisy, sigma, rngs);
        let loss = matching.clone() + energy.clone().square().mean() * self.rules.alpha;
        Losses::new(loss).with("score_matching", matching).with("data_energy", energy.mean())
    }
}

impl GenerativeModel for EBM {
    type Batch = Batch;
    type Output = EnergyOutput;

    fn accepts(&self, batch: &Batch) -> Result<(), BatchError> {
        self.rules.form.accepts(batch)
    }

    /// The energies of the examples; NaN for data that [`accepts`](Self::accepts) refuses.
    fn forward(&self, batch: &Batch, rngs: &mut Rngs) -> EnergyOutput {
        let values = self.values(batch);
        let energy = values.map_or_else(
            |_| Tensor::full([batch.len()], f32::NAN, &self.device()),
            |values| {
                let trained = self.devices().iter().any(Device::is_autodiff);
                self.energy(if trained { values.autodiff() } else { values }, rngs)
            },
        );
        EnergyOutput { energy }
    }

    /// What the model is judged by: of points of the plane whose density can be normalised the mean negative log-likelihood, `nll`, of
    /// others the distance to as many samples, `energy_distance`, which come from the stream `noise`.
    fn loss(&self, batch: &Batch, output: &EnergyOutput, rngs: &mut Rngs) -> Losses {
        if let Some(log_prob) = self.log_prob(batch, rngs) {
            return Losses::named("nll", log_prob.values.mean().neg());
        }
        let samples = self.draw(batch.len(), 1.0, rngs.stream("noise"));
        let distance = samples.map_or_else(
            |_| output.energy.clone().mean() * f32::NAN,
            |values| energy_distance(flat_samples(&self.samples(values)), flat_batch(batch)),
        );
        Losses::named("energy_distance", distance)
    }

    fn compares_sets(&self) -> bool {
        true
    }

    /// Draws samples by Markov chains: persistent ones go on from where training has left them, others begin anew. A temperature is a
    /// multiple of the model's own.
    fn generate(&self, n: usize, options: &SampleOptions, rngs: &mut Rngs) -> Result<Samples, SampleError> {
        options.check()?;
        if n == 0 {
            return Err(SampleError::Empty);
        }
        if options.temperature == 0.0 {
            return Err(SampleError::Unsupported(
                "an energy-based model has no samples at temperature 0, where its density is a single point; choose a small \
                 temperature, 0.1 for instance"
                    .into(),
            ));
        }
        if options.truncation.is_some() {
            return Err(SampleError::Unsupported(
                "an energy-based model has no latent variables to truncate; leave the truncation out, or lower the temperature"
                    .into(),
            ));
        }
        let values = self.draw(n, options.temperature, rngs.stream("sample")).map_err(|error| {
            SampleError::Unsupported(format!(
                "the Markov chains of the model cannot run: {error}; if its energies are not finite, training has diverged: lower the \
                 learning rate or set `gradient_clip_norm`"
            ))
        })?;
        Ok(self.samples(values))
    }

    /// Of points of the plane whose density can be normalised (`reference_std` is set), by quadrature.
    fn log_prob(&self, batch: &Batch, rngs: &mut Rngs) -> Option<LogProb> {
        let (reference_std, values) = (self.plane()?, self.values(batch).ok()?);
        let values = self.log_density(values, reference_std, rngs);
        Some(LogProb { values, kind: LogProbKind::Exact, variables: None })
    }

    /// In the units of the loss: the negative log-likelihood of a normal distribution, or the distance of samples whose values are
    /// drawn each for itself from those of the training examples.
    fn baseline(&self, train: &Batch, held_out: &Batch) -> Option<Baseline> {
        if self.plane().is_some() {
            return baseline::gaussian(self.values(train).ok()?, self.values(held_out).ok()?);
        }
        independent_values(train, held_out, None)
    }

    fn components(&self) -> Vec<Component> {
        vec![Component { label: self.rules.label.clone(), params: params::learnt(&self.network) }]
    }
}

impl Trainable for EBM {
    /// One update. Noise and chains draw from the stream `noise`.
    ///
    /// The terms of contrastive divergence are `contrast`, the difference of the mean energies of data and chains, which are
    /// `data_energy` and `chain_energy`, and `acceptance`, that of the chains' last step; those of score matching `score_matching` and
    /// `data_energy`.
    fn train_step(self, batch: &Batch, cx: &mut TrainContext<'_>) -> (Self, Losses) {
        // `accepts` has been asked before: the batch has the shape.
        let Ok(data) = self.values(batch) else {
            let nothing = Tensor::full([1], f32::NAN, &self.device());
            return (self, Losses::new(nothing));
        };
        let noise = cx.rngs.stream("noise").normal_tensor::<2>(data.dims(), &data.device());
        let data = data + noise * self.rules.mcmc.noise_scale;
        let Self { network, buffer, rules } = self;
        let model = Self { network: network.power_iteration(), buffer, rules };
        let (model, losses) = match model.rules.training {
            EnergyTraining::Cd(_) | EnergyTraining::Pcd(_) => model.contrast(data, cx.rngs),
            EnergyTraining::Dsm(DSMConfig { sigma }) => {
                let losses = model.match_scores(data, sigma, cx.rngs);
                (model, losses)
            }
        };
        let loss = losses.total();
        if !loss.is_tracked() {
            return (model, losses);
        }
        let gradients = loss.backward();
        // Freed before the update: tensors that the graph still holds cannot be updated in place.
        drop(loss);
        let losses = losses.without_graph();
        (cx.optimizer.step(model, gradients, cx.learning_rate), losses)
    }
}

#[cfg(all(test, feature = "flex"))]
mod tests;

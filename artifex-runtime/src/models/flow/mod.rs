//! Normalising flows.
//!
//! A flow is an invertible function `f` from data to latents with a simple distribution, so the density of data is known exactly:
//! `ln p(x) = ln p_z(f(x)) + ln |det ∂f/∂x|` (Rezende and Mohamed 2015, equation 5), and samples are `f⁻¹` of drawn latents. The loss is
//! the negative log-likelihood in nats for each example. All configs build a [`NormalizingFlow`]: they differ in the layers alone.
//!
//! Pixels are whole numbers, for which a density is no likelihood. They are spread evenly over one step, and then the loss bounds the
//! negative log-likelihood of the pixel values (Theis et al. 2016, equation 4); it is given in bits for each pixel, too.

mod base;
mod baseline;
mod classes;
mod config;
mod cost;
mod form;
mod layers;
mod stack;

pub use config::{
    BaseDistribution, BaseDistributionParams, ConditionalFlowConfig, CouplingNetworkConfig, CouplingNetworkType,
    FlowConfig, FlowDataConfig, GlowConfig, IAFConfig, MAFConfig, NeuralSplineConfig, RealNVPConfig, ScaleActivation,
};
pub use layers::config::{
    ActNormConfig, AffineAutoregressiveConfig, AffineCouplingConfig, FlowLayerConfig, InvertibleConfig, MaskType,
    PermutationConfig, SplineAutoregressiveConfig, SplineConfig, SplineCouplingConfig, SplitConfig, SqueezeConfig,
};

use burn::module::Module;
use burn::tensor::{Device, Int, Tensor, TensorData};

use self::base::Base;
use self::classes::Classes;
use self::form::Form;
use self::layers::Layer;
use super::{
    Baseline, Batch, BatchError, Component, GenerativeModel, LogProb, LogProbKind, Losses, SampleError, SampleOptions,
    Samples, TrainContext, Trainable,
};
use crate::nn::params;
use crate::rng::Rngs;

/// Samples that are made at once when many are needed.
const CHUNK: usize = 512;

/// Layers from the data to the latents, and what the latents are distributed as; see [`FlowConfig`] and the other configs.
#[derive(Module, Debug)]
pub struct NormalizingFlow {
    layers: Vec<Layer>,
    classes: Option<Classes>,
    #[module(skip)]
    label: String,
    #[module(skip)]
    form: Form,
    #[module(skip)]
    base: Base,
}

/// What a pass through a flow computes for a batch of `B` examples.
#[derive(Clone, Debug)]
pub struct FlowOutput {
    /// The latents: `[B, D]`.
    pub z: Tensor<2>,
    /// `ln |det ∂z/∂x|` of each example, `[B]`, with everything that was done to the data.
    pub log_det: Tensor<1>,
    /// `ln p(x)` of each example, `[B]`, in nats; of images that of the pixel values, a bound in expectation.
    pub log_prob: Tensor<1>,
}

impl NormalizingFlow {
    /// Examples as the layers take them, `[B, D]`, to latents `[B, D]` and `ln |det|` of each, `[B]`. `classes` are `[B]`, if the flow
    /// is told them.
    #[must_use]
    pub fn encode(&self, x: Tensor<2>, classes: Option<Tensor<1, Int>>, rngs: &mut Rngs) -> (Tensor<2>, Tensor<1>) {
        let context = self.context(classes);
        let log_det = Tensor::zeros([x.dims()[0]], &x.device().without_autodiff());
        self.layers.iter().fold((x, log_det), |(x, sum), layer| {
            let (z, log_det) = layer.forward(x, context.as_ref(), rngs);
            (z, sum + log_det)
        })
    }

    /// Latents `[B, D]` back to examples as the layers take them: the inverse of [`encode`](Self::encode).
    ///
    /// # Errors
    /// [`SampleError::Device`] if a matrix that must be inverted cannot be read from the device.
    pub fn decode(
        &self,
        z: Tensor<2>,
        classes: Option<Tensor<1, Int>>,
        rngs: &mut Rngs,
    ) -> Result<Tensor<2>, SampleError> {
        let context = self.context(classes);
        self.layers.iter().rev().try_fold(z, |z, layer| layer.inverse(z, context.as_ref(), rngs))
    }

    fn context(&self, classes: Option<Tensor<1, Int>>) -> Option<Tensor<2>> {
        self.classes.as_ref().zip(classes).map(|(table, classes)| table.vectors(classes))
    }

    fn device(&self) -> Device {
        let device = self.devices().into_iter().next();
        // A flow of permutations alone has no parameters.
        device.unwrap_or_default().without_autodiff()
    }

    /// The flow with what its layers take from the first batch, each from what the layers before it make of the batch.
    fn initialised(self, batch: &Batch, rngs: &mut Rngs) -> Self {
        let context = self.context(batch.labels());
        let (mut x, _) = self.form.variables(self.form.values(batch, rngs));
        let mut layers = Vec::with_capacity(self.layers.len());
        for layer in self.layers {
            let layer = layer.initialised(x.clone());
            x = layer.forward(x, context.as_ref(), rngs).0.detach();
            layers.push(layer);
        }
        Self { layers, ..self }
    }
}

impl GenerativeModel for NormalizingFlow {
    type Batch = Batch;
    type Output = FlowOutput;

    fn accepts(&self, batch: &Batch) -> Result<(), BatchError> {
        self.form.accepts(batch)?;
        if self.classes.is_some() && batch.labels().is_none() { Err(BatchError::NoClasses) } else { Ok(()) }
    }

    /// The noise of images comes from the stream `noise`.
    fn forward(&self, batch: &Batch, rngs: &mut Rngs) -> FlowOutput {
        let (x, of_data) = self.form.variables(self.form.values(batch, rngs));
        let (z, log_det) = self.encode(x, batch.labels(), rngs);
        let log_det = log_det + of_data;
        let log_prob = self.base.log_prob(z.clone()) + log_det.clone();
        FlowOutput { z, log_det, log_prob }
    }

    /// The mean negative log-likelihood, in nats for each example; of images `bits_per_dim`, too.
    fn loss(&self, _: &Batch, output: &FlowOutput, _: &mut Rngs) -> Losses {
        let total = output.log_prob.clone().mean().neg();
        let bits = self.form.bits_per_dim(total.clone());
        let losses = Losses::new(total);
        match bits {
            Some(bits) => losses.with("bits_per_dim", bits),
            None => losses,
        }
    }

    fn generate(&self, n: usize, options: &SampleOptions, rngs: &mut Rngs) -> Result<Samples, SampleError> {
        let device = self.device();
        let classes = match &self.classes {
            None => {
                options.check()?;
                None
            }
            Some(table) => {
                let classes = options.classes(n, table.count())?;
                let classes = classes.into_iter().map(|class| i64::try_from(class).unwrap_or(i64::MAX)).collect();
                Some(Tensor::<1, Int>::from_data(TensorData::new::<i64, _>(classes, [n]), &device))
            }
        };
        if n == 0 {
            return Err(SampleError::Empty);
        }
        let z = self.base.draw(rngs.stream("sample"), [n, self.form.variables], options, &device)?;
        let chunks = (0..n).step_by(CHUNK).map(|start| {
            let len = CHUNK.min(n - start);
            let classes = classes.clone().map(|classes| classes.narrow(0, start, len));
            self.decode(z.clone().narrow(0, start, len), classes, rngs)
        });
        let x = chunks.collect::<Result<Vec<_>, _>>()?;
        Ok(self.form.samples(Tensor::cat(x, 0)))
    }

    fn classes(&self) -> Option<usize> {
        self.classes.as_ref().map(Classes::count)
    }

    /// Exact for points; for images a bound, from one draw of the noise. Given the class, if the flow is told it.
    fn log_prob(&self, batch: &Batch, rngs: &mut Rngs) -> Option<LogProb> {
        let kind = if self.form.pixels.is_some() { LogProbKind::LowerBound } else { LogProbKind::Exact };
        Some(LogProb { values: self.forward(batch, rngs).log_prob, kind, variables: None })
    }

    /// One normal distribution with any covariance, fitted to the training data; one for each class, if the flow is told classes.
    fn baseline(&self, train: &Batch, held_out: &Batch) -> Option<Baseline> {
        baseline::gaussian(&self.form, self.classes(), train, held_out)
    }

    fn components(&self) -> Vec<Component> {
        let mut parts = vec![Component { label: self.label.clone(), params: params::learnt(&self.layers) }];
        if let Some(classes) = &self.classes {
            parts.push(Component { label: "classes".to_owned(), params: params::learnt(classes) });
        }
        parts
    }
}

impl Trainable for NormalizingFlow {
    /// The first step of a training lets actnorm layers take their values from its batch.
    fn train_step(self, batch: &Batch, cx: &mut TrainContext<'_>) -> (Self, Losses) {
        let model = if cx.progress.step == 0 { self.initialised(batch, cx.rngs) } else { self };
        let losses = model.objective(batch, cx.progress, cx.rngs);
        let gradients = losses.total().backward();
        // Freed before the update: tensors that the graph still holds cannot be updated in place.
        let losses = losses.without_graph();
        (cx.optimizer.step(model, gradients, cx.learning_rate), losses)
    }
}

#[cfg(all(test, feature = "flex"))]
mod tests;

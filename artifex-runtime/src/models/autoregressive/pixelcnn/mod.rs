//! The gated `PixelCNN`.

mod config;
mod cost;
mod generate;
mod layer;
mod network;
mod output;

use burn::module::Module;
use burn::tensor::{Device, Int, Tensor, TensorData};

pub use self::config::{PixelCNNConfig, PixelLikelihood};
use self::generate::{Drawing, with_ones};
use self::network::Network;
use self::output::Output;
use super::continuation::{ContinuationOptions, draw, probabilities};
use crate::distributions::level_indices;
use crate::models::independent::independent_levels;
use crate::models::{
    Baseline, BatchError, Build, BuildContext, BuildError, Component, Family, GenerativeModel, ImageBatch, LogProb,
    LogProbKind, Losses, SampleError, SampleOptions, Samples, Trainable,
};
use crate::nn::ParamScope;
use crate::nn::conv::{to_channels_first, to_channels_last};
use crate::nn::params::{learnt, to_host};
use crate::rng::Rngs;

/// A gated `PixelCNN`; see [`PixelCNNConfig`].
#[derive(Module, Debug)]
pub struct PixelCNN {
    network: Network,
    output: Output,
    #[module(skip)]
    form: Form,
}

/// What is not learnt.
#[derive(Clone, Copy, Debug)]
struct Form {
    /// Height, width and channels.
    shape: [usize; 3],
    levels: usize,
    hidden: usize,
    classes: Option<usize>,
}

/// What a pass through a `PixelCNN` computes.
#[derive(Clone, Debug)]
pub struct PixelCNNOutput {
    /// What is said of every value of an image, in the order rows, columns, channels, from those before it: `[B, H · W · C,
    /// outputs]`. The outputs are the scores of the levels; or, for logistic distributions, weights before the softmax, means less
    /// one half, and the logarithms of the scales over `exp(-1.5)`, of each of the mixed ones.
    pub said: Tensor<3>,
}

impl PixelCNN {
    fn new(config: &PixelCNNConfig, cx: &mut BuildContext) -> Self {
        let scope = ParamScope::root(&mut cx.rngs, &cx.device);
        let PixelCNNConfig { image_shape, levels, hidden_channels, num_classes, .. } = *config;
        Self {
            network: Network::new(config, &scope.child("network")),
            output: Output::new(config, &scope.child("output")),
            form: Form { shape: image_shape, levels, hidden: hidden_channels, classes: num_classes },
        }
    }

    fn device(&self) -> Device {
        self.network.layers[0].device()
    }

    /// Images as the network takes them: `[B, H, W, C]` in [0, 1] to the nearest levels, from -1 to 1.
    fn values(&self, images: &Tensor<4>) -> Tensor<4> {
        let values = level_indices(images.clone(), self.form.levels).float() * (2.0 / self.form.top()) - 1.0;
        if images.is_autodiff() { values.autodiff() } else { values }
    }

    /// The classes that the model is told of a batch.
    fn told(&self, batch: &ImageBatch) -> Option<Tensor<1, Int>> {
        self.form.classes.and_then(|_| batch.labels.clone())
    }

    fn log_likelihood(&self, batch: &ImageBatch, output: &PixelCNNOutput) -> Tensor<1> {
        let [count, height, width, channels] = batch.images.dims();
        let values = batch.images.clone().reshape([count, height * width * channels]);
        self.output.log_prob(values, output.said.clone())
    }

    /// Bits for each value of an image, from nats for the whole.
    #[expect(clippy::cast_precision_loss, reason = "far fewer pixels than 2^52")]
    fn bits_per_dim(&self, nats: Tensor<1>) -> Tensor<1> {
        nats / (std::f64::consts::LN_2 * self.form.shape.iter().product::<usize>() as f64)
    }

    /// Draws one channel of the next pixel of each image: its level from scores `[n, levels]`.
    fn levels(scores: Tensor<2>, options: &ContinuationOptions, rngs: &mut Rngs) -> Result<Vec<usize>, SampleError> {
        let [count, levels] = scores.dims();
        let (_, scores) = to_host(scores).map_err(SampleError::Device)?;
        let uniform = rngs.stream("sample").uniform(count);
        let choose = |(scores, uniform): (&[f32], f32)| draw(&probabilities(scores, &[], options), uniform);
        Ok(scores.chunks_exact(levels).zip(uniform).map(choose).collect())
    }
}

impl Form {
    /// The number of the highest level.
    #[expect(clippy::cast_precision_loss, reason = "at most 65,536 levels")]
    fn top(self) -> f64 {
        (self.levels - 1) as f64
    }
}

impl Build for PixelCNNConfig {
    type Model = PixelCNN;
    const FAMILY: Family = Family::Autoregressive;

    fn build(&self, cx: &mut BuildContext) -> Result<PixelCNN, BuildError> {
        Ok(PixelCNN::new(self, cx))
    }

    /// For the built-in digits, small enough for two cores.
    fn example() -> Self {
        Self {
            name: None,
            image_shape: [8, 8, 1],
            levels: 17,
            hidden_channels: 32,
            num_layers: 4,
            num_residual_blocks: 2,
            kernel_size: 3,
            dropout_rate: 0.2,
            likelihood: PixelLikelihood::Categorical,
            num_mixtures: None,
            num_classes: None,
        }
    }
}

impl GenerativeModel for PixelCNN {
    type Batch = ImageBatch;
    type Output = PixelCNNOutput;

    fn accepts(&self, batch: &ImageBatch) -> Result<(), BatchError> {
        batch.expect_shape(self.form.shape, "image_shape")?;
        if self.form.classes.is_some() && batch.labels.is_none() { Err(BatchError::NoClasses) } else { Ok(()) }
    }

    fn forward(&self, batch: &ImageBatch, rngs: &mut Rngs) -> PixelCNNOutput {
        let values = self.values(&batch.images);
        let [count, height, width, channels] = values.dims();
        let image = with_ones(to_channels_first(values.clone()));
        let features = to_channels_last(self.network.forward(image, self.told(batch).as_ref(), rngs));
        let (pixels, hidden) = (count * height * width, features.dims()[3]);
        let said = self.output.forward(&features.reshape([pixels, hidden]), &values.reshape([pixels, channels]));
        let outputs = said.dims()[2];
        PixelCNNOutput { said: said.reshape([count, height * width * channels, outputs]) }
    }

    /// The mean negative log-likelihood, in nats for each image, and in bits for each of its values.
    fn loss(&self, batch: &ImageBatch, output: &PixelCNNOutput, _rngs: &mut Rngs) -> Losses {
        let total = self.log_likelihood(batch, output).mean().neg();
        Losses::new(total.clone()).with("bits_per_dim", self.bits_per_dim(total))
    }

    /// Draws images pixel by pixel. The temperature divides the logarithms of the probabilities.
    fn generate(&self, n: usize, options: &SampleOptions, rngs: &mut Rngs) -> Result<Samples, SampleError> {
        let classes = match self.form.classes {
            Some(classes) => Some(options.classes(n, classes)?),
            None => options.check().map(|()| None)?,
        };
        if n == 0 {
            return Err(SampleError::Empty);
        }
        options.check_untruncated("a PixelCNN draws pixels")?;
        let (model, [height, width, channels]) = (self.valid(), self.form.shape);
        let device = model.device();
        let classes = classes.map(|classes| {
            #[expect(clippy::cast_possible_wrap, reason = "far fewer classes than 2^63")]
            let classes: Vec<i64> = classes.into_iter().map(|class| class as i64).collect();
            Tensor::<1, Int>::from_data(TensorData::new(classes, [n]), &device)
        });
        let options = ContinuationOptions { temperature: options.temperature, ..ContinuationOptions::default() };
        let mut drawing = Drawing::new(&model, n, classes.as_ref());
        let mut images = vec![0_f32; n * height * width * channels];
        for pixel in 0..height * width {
            let features = drawing.features(rngs);
            let mut values = vec![0_f32; n * channels];
            for channel in 0..channels {
                let before = (channel > 0)
                    .then(|| Tensor::<2>::from_data(TensorData::new(values.clone(), [n, channels]), &device));
                let scores = model.output.level_scores(model.output.channel(channel, features.clone(), before));
                for (image, level) in Self::levels(scores, &options, rngs)?.into_iter().enumerate() {
                    #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "few levels")]
                    let value = (level as f64 / self.form.top()) as f32;
                    images[(image * height * width + pixel) * channels + channel] = value;
                    values[image * channels + channel] = value * 2.0 - 1.0;
                }
            }
            drawing.push(&Tensor::from_data(TensorData::new(values, [n, channels]), &device));
        }
        Ok(Samples::Images(Tensor::from_data(TensorData::new(images, [n, height, width, channels]), &device)))
    }

    fn classes(&self) -> Option<usize> {
        self.form.classes
    }

    fn log_prob(&self, batch: &ImageBatch, rngs: &mut Rngs) -> Option<LogProb> {
        let output = self.forward(batch, rngs);
        Some(LogProb { values: self.log_likelihood(batch, &output), kind: LogProbKind::Exact, variables: None })
    }

    /// Every value drawn for itself, as often as it is in `train`.
    fn baseline(&self, train: &ImageBatch, held_out: &ImageBatch) -> Option<Baseline> {
        let flat = |batch: &ImageBatch| {
            let [count, height, width, channels] = batch.images.dims();
            batch.images.clone().without_autodiff().reshape([count, height * width * channels])
        };
        let value = independent_levels(flat(train), flat(held_out), self.form.levels)?;
        Some(Baseline { name: "independent pixels", value })
    }

    fn components(&self) -> Vec<Component> {
        let part = |label: &str, params| Component { label: label.to_owned(), params };
        vec![
            part("layers", learnt(&self.network.layers)),
            part("blocks", learnt(&self.network.blocks)),
            part("output", learnt(&self.output)),
        ]
    }
}

impl Trainable for PixelCNN {}

#[cfg(all(test, feature = "flex"))]
mod tests;

//! The VQ-VAE.

mod codebook;
mod config;
mod cost;
mod networks;
mod prior;

pub use config::{CodePriorConfig, VQVAEConfig};

use burn::module::Module;
use burn::tensor::{Int, Tensor};

use self::codebook::{Codebook, perplexity};
use self::networks::{CodeDecoder, CodeEncoder};
use self::prior::CodePrior;
use super::likelihood::{Meaning, OutputHead};
use super::networks::smallest_grid;
use super::{EncoderType, VAEConfig};
use crate::models::{
    Baseline, BatchError, Build, BuildContext, BuildError, Component, Family, GenerativeModel, ImageBatch, LogProb,
    LogProbKind, Losses, SampleError, SampleOptions, Samples, TrainContext, Trainable,
};
use crate::nn::{ParamScope, params};
use crate::rng::{Rngs, Stream};

/// A variational autoencoder with discrete latents; see [`VQVAEConfig`].
#[derive(Module, Debug)]
pub struct VQVAE {
    encoder: CodeEncoder,
    decoder: CodeDecoder,
    codebook: Codebook,
    prior: CodePrior,
    head: OutputHead,
    commitment_cost: f64,
    positions: usize,
    #[module(skip)]
    labels: [String; 2],
}

/// What a pass through a VQ-VAE computes for a batch of `B` images.
#[derive(Clone, Debug)]
pub struct VQVAEOutput {
    /// The decoder's values before its output activation: `[B, H · W · C]`, with `levels` values for each pixel if the likelihood
    /// is `categorical`.
    pub pre_activation: Tensor<2>,
    /// The encoder's vectors: `[B · latent_dim, embedding_dim]`.
    pub vectors: Tensor<2>,
    /// The number of the code nearest to each: `[B, latent_dim]`.
    pub codes: Tensor<2, Int>,
    meaning: Meaning,
}

impl VQVAEOutput {
    /// The reconstructed images: `[B, H, W, C]`.
    #[must_use]
    pub fn reconstruction(&self) -> Tensor<4> {
        self.meaning.images(self.pre_activation.clone())
    }
}

impl VQVAE {
    /// A new model with initial values from the stream `params`. The config has been checked.
    fn new(config: &VQVAEConfig, cx: &mut BuildContext) -> Result<Self, BuildError> {
        let scope = ParamScope::root(&mut cx.rngs, &cx.device);
        let head = OutputHead::new(&config.to_vae(), &cx.device);
        let (shape, positions) = (head.shape(), config.encoder.latent_dim);
        if config.encoder_type != EncoderType::Dense {
            for (name, levels) in
                [("encoder", config.encoder.hidden_dims.len()), ("decoder", config.decoder.hidden_dims.len())]
            {
                let [h, w] = smallest_grid(shape, levels);
                if h * w != positions {
                    return Err(BuildError::Model(format!(
                        "`{name}.hidden_dims` has {levels} layers, which halve images of {} x {} to a grid of {h} x {w} codes, but \
                         `latent_dim` is {positions}; make `encoder.latent_dim` and `decoder.latent_dim` {}, or change the \
                         number of layers",
                        shape[0],
                        shape[1],
                        h * w
                    )));
                }
            }
        }
        let ema = [config.ema_decay, config.dead_code_threshold];
        let label = |name: &Option<String>, default: &str| name.clone().unwrap_or_else(|| default.to_owned());
        let (codes, width) = (config.num_embeddings, config.embedding_dim);
        Ok(Self {
            encoder: CodeEncoder::new(config, shape, &scope.child("encoder")),
            decoder: CodeDecoder::new(config, head.decoded_shape(), &scope.child("decoder")),
            codebook: Codebook::new(codes, width, ema, &scope.child("codebook")),
            prior: CodePrior::new(&config.prior, positions, codes, &scope.child("prior"))
                .map_err(|error| BuildError::Model(format!("`prior`: {error}")))?,
            head,
            commitment_cost: config.commitment_cost,
            positions,
            labels: [label(&config.encoder.name, "encoder"), label(&config.decoder.name, "decoder")],
        })
    }

    /// The images of codes `[B, latent_dim]`: `[B, H, W, C]`.
    #[must_use]
    pub fn decode(&self, codes: Tensor<2, Int>, rngs: &mut Rngs) -> Tensor<4> {
        let [batch, positions] = codes.dims();
        let vectors = self.codebook.look_up(codes.reshape([batch * positions]));
        self.head.meaning().images(self.decoder.forward(vectors, rngs))
    }

    /// Height, width and channels of the images.
    #[must_use]
    pub const fn image_shape(&self) -> [usize; 3] {
        self.head.shape()
    }

    /// The shape of an image's vectors: height, width and `embedding_dim` of the grid, or the number of all values if the networks are
    /// not convolutional.
    #[must_use]
    pub fn vectors_shape(&self) -> Vec<usize> {
        let width = self.codebook.width();
        match self.decoder.grid() {
            Some([height, columns]) => vec![height, columns, width],
            None => vec![self.positions * width],
        }
    }

    /// The encoder's vectors of images `[B, H, W, C]`, before codes take their place: `[B, values]`, of a grid with its channels first.
    #[must_use]
    pub fn vectors(&self, images: Tensor<4>, rngs: &mut Rngs) -> Tensor<2> {
        let vectors = self.encoder.forward(images, rngs);
        let [rows, width] = vectors.dims();
        let (batch, positions) = (rows / self.positions, self.positions);
        let vectors = vectors.reshape([batch, positions, width]);
        let vectors = if self.decoder.grid().is_some() { vectors.swap_dims(1, 2) } else { vectors };
        vectors.reshape([batch, positions * width])
    }

    /// The images of such vectors, each of which the nearest code takes the place of: `[B, H, W, C]`.
    #[must_use]
    pub fn decode_vectors(&self, vectors: &Tensor<2>, rngs: &mut Rngs) -> Tensor<4> {
        let (batch, width, positions) = (vectors.dims()[0], self.codebook.width(), self.positions);
        let vectors = match self.decoder.grid() {
            Some(_) => vectors.clone().reshape([batch, width, positions]).swap_dims(1, 2),
            None => vectors.clone().reshape([batch, positions, width]),
        };
        let codes = self.codebook.nearest(vectors.reshape([batch * positions, width]));
        self.decode(codes.reshape([batch, positions]), rngs)
    }

    /// The model after its codes have followed the vectors of a batch.
    fn follow(self, vectors: Tensor<2>, codes: Tensor<2, Int>, stream: &mut Stream) -> Self {
        let numbers = codes.flatten::<1>(0, 1);
        Self { codebook: self.codebook.update(vectors, numbers, stream), ..self }
    }
}

impl Build for VQVAEConfig {
    type Model = VQVAE;
    const FAMILY: Family = Family::Vae;

    fn build(&self, cx: &mut BuildContext) -> Result<VQVAE, BuildError> {
        VQVAE::new(self, cx)
    }

    fn example() -> Self {
        let VAEConfig { mut encoder, mut decoder, reconstruction_loss_type, .. } = VAEConfig::example();
        // One halving leaves a grid of 4 x 4.
        (encoder.latent_dim, decoder.latent_dim) = (16, 16);
        (encoder.hidden_dims, decoder.hidden_dims) = (vec![64], vec![64]);
        Self {
            name: None,
            encoder,
            decoder,
            encoder_type: EncoderType::Resnet,
            reconstruction_loss_type,
            levels: None,
            num_embeddings: 64,
            embedding_dim: 16,
            commitment_cost: 0.25,
            ema_decay: 0.99,
            dead_code_threshold: 1.0,
            prior: crate::config!(CodePriorConfig {}),
        }
    }
}

impl GenerativeModel for VQVAE {
    type Batch = ImageBatch;
    type Output = VQVAEOutput;

    fn accepts(&self, batch: &ImageBatch) -> Result<(), BatchError> {
        batch.expect_shape(self.head.shape(), "encoder.input_shape")
    }

    fn forward(&self, batch: &ImageBatch, rngs: &mut Rngs) -> VQVAEOutput {
        let vectors = self.encoder.forward(batch.images.clone(), rngs);
        let numbers = self.codebook.nearest(vectors.clone());
        let codes = self.codebook.look_up(numbers.clone());
        // The gradient goes past the choice of the code (van den Oord et al. 2017, section 3.2).
        let passed = vectors.clone() + (codes - vectors.clone()).detach();
        let batch = vectors.dims()[0] / self.positions;
        VQVAEOutput {
            pre_activation: self.decoder.forward(passed, rngs),
            vectors,
            codes: numbers.reshape([batch, self.positions]),
            meaning: self.head.meaning(),
        }
    }

    /// Reconstruction error and negative log-likelihood of the codes, which together bound that of the image from above, and the
    /// commitment. `perplexity` is that of the batch's codes; over more images it is higher.
    fn loss(&self, batch: &ImageBatch, output: &VQVAEOutput, rngs: &mut Rngs) -> Losses {
        let images = output.codes.dims()[0];
        let numbers = output.codes.clone().reshape([images * self.positions]);
        let reconstruction = self.head.reconstruction_loss(output.pre_activation.clone(), batch.images.clone()).mean();
        let prior = self.prior.log_prob(output.codes.clone(), rngs).neg().mean();
        let distance = (output.vectors.clone() - self.codebook.look_up(numbers.clone()).detach()).square().sum();
        #[expect(clippy::cast_precision_loss, reason = "far fewer images than 2^52")]
        let commitment = distance / images as f64;
        let total = reconstruction.clone() + prior.clone() + commitment.clone() * self.commitment_cost;
        Losses::new(total)
            .with("reconstruction", reconstruction)
            .with("prior", prior)
            .with("commitment", commitment)
            .with("perplexity", perplexity(numbers, self.codebook.len()))
    }

    fn generate(&self, n: usize, options: &SampleOptions, rngs: &mut Rngs) -> Result<Samples, SampleError> {
        options.check()?;
        if n == 0 {
            return Err(SampleError::Empty);
        }
        options.check_untruncated("a VQ-VAE draws codes")?;
        let device = self.devices().into_iter().next().expect("a VQ-VAE has parameters").without_autodiff();
        let codes = self.prior.sample(n, options.temperature, &device, rngs)?;
        Ok(Samples::Images(self.decode(codes, rngs).clamp(0.0, 1.0)))
    }

    /// The log-likelihood of each image together with its codes: what all other codes add to that of the image is left out.
    fn log_prob(&self, batch: &ImageBatch, rngs: &mut Rngs) -> Option<LogProb> {
        let output = self.forward(batch, rngs);
        let likelihood = self.head.log_likelihood(output.pre_activation, batch.images.clone());
        let values = likelihood + self.prior.log_prob(output.codes, rngs);
        Some(LogProb { values, kind: LogProbKind::LowerBound, variables: None })
    }

    fn reconstruct(&self, batch: &ImageBatch, rngs: &mut Rngs) -> Option<Samples> {
        Some(Samples::Images(self.forward(batch, rngs).reconstruction().clamp(0.0, 1.0)))
    }

    fn baseline(&self, train: &ImageBatch, held_out: &ImageBatch) -> Option<Baseline> {
        let value = self.head.baseline(train.images.clone(), held_out.images.clone())?;
        Some(Baseline { name: "independent pixels", value })
    }

    fn components(&self) -> Vec<Component> {
        let [encoder, decoder] = self.labels.clone();
        let part = |label: String, params| Component { label, params };
        vec![
            part(encoder, params::learnt(&self.encoder)),
            part(decoder, params::learnt(&self.decoder) + params::learnt(&self.head)),
            part("codebook".to_owned(), params::learnt(&self.codebook)),
            part("prior".to_owned(), params::learnt(&self.prior)),
        ]
    }
}

impl Trainable for VQVAE {
    /// The networks learn by gradients, then the codes follow the batch's vectors; the stream `codebook` says where dead codes
    /// start again.
    fn train_step(self, batch: &ImageBatch, cx: &mut TrainContext<'_>) -> (Self, Losses) {
        let output = self.forward(batch, cx.rngs);
        let losses = self.loss(batch, &output, cx.rngs);
        let gradients = losses.total().backward();
        let losses = losses.without_graph();
        let (vectors, codes) = (output.vectors.without_autodiff(), output.codes);
        drop(output.pre_activation);
        let model = cx.optimizer.step(self, gradients, cx.learning_rate);
        (model.follow(vectors, codes, cx.rngs.stream("codebook")), losses)
    }
}

#[cfg(all(test, feature = "flex"))]
mod tests;

//! A crate of one's own on Artifex: a config, its model, and the whole command line over it and the built-in models.
//!
//! `cargo run --release -p pixel-gaussian -- train examples/pixel-gaussian/configs/digits.toml`

use artifex::prelude::*;

mod zoo {
    artifex::models! { PixelGaussianConfig }
    pub use super::PixelGaussianConfig;
}

artifex::factory! {
    /// The built-in models and ours.
    pub enum Zoo: artifex::models, crate::zoo
}

// Checked by the compiler: a typo in the file is a compile error with the file's line.
artifex::check_file!(artifex::train::RunConfig<artifex::factory::ModelSpec<Zoo>>, "../configs/digits.toml");

/// Independent normal pixels, fitted by maximum likelihood.
#[derive(Clone, Debug, PartialEq, ModelConfig)]
#[config(tag = "pixel_gaussian")]
pub struct PixelGaussianConfig {
    /// Height, width and channels of the images.
    #[config(each(min = 1))]
    pub image_shape: [usize; 3],
    /// Added to every standard deviation, so that constant pixels have a finite density.
    #[config(default = 0.05, exclusive_min = 0, renamed_from = "epsilon")]
    pub min_std: f64,
}

/// `x ~ N(mean, (min_std + exp(log_std))²)`, each pixel for itself.
#[derive(Module, Debug)]
pub struct PixelGaussian {
    mean: Param<Tensor<3>>,
    log_std: Param<Tensor<3>>,
    min_std: f64,
}

impl PixelGaussian {
    fn std(&self) -> Tensor<4> {
        (self.log_std.val().exp() + self.min_std).unsqueeze()
    }

    /// Log-density of each image: `[B]`.
    fn density(&self, images: Tensor<4>) -> Tensor<1> {
        let scaled = (images - self.mean.val().unsqueeze()) / self.std();
        let terms = (scaled.square() + (2.0 * std::f64::consts::PI).ln()) * -0.5 - self.std().log();
        terms.flatten::<2>(1, 3).sum_dim(1).squeeze_dim(1)
    }
}

impl Build for PixelGaussianConfig {
    type Model = PixelGaussian;
    const FAMILY: Family = Family::Flow;

    fn build(&self, cx: &mut BuildContext) -> Result<PixelGaussian, BuildError> {
        let zeros = || Param::from_tensor(Tensor::zeros(self.image_shape, &cx.device));
        Ok(PixelGaussian { mean: zeros(), log_std: zeros(), min_std: self.min_std })
    }

    fn example() -> Self {
        artifex::config!(PixelGaussianConfig { image_shape = [8, 8, 1] })
    }
}

impl GenerativeModel for PixelGaussian {
    type Batch = ImageBatch;
    type Output = LogProb;

    fn accepts(&self, batch: &ImageBatch) -> Result<(), BatchError> {
        batch.expect_shape(self.mean.shape().dims(), "image_shape")
    }

    fn forward(&self, batch: &ImageBatch, _: &mut Rngs) -> LogProb {
        LogProb { values: self.density(batch.images.clone()), kind: LogProbKind::Exact, variables: None }
    }

    fn loss(&self, _: &ImageBatch, output: &LogProb, _: &mut Rngs) -> Losses {
        Losses::new(-output.values.clone().mean())
    }

    fn log_prob(&self, batch: &ImageBatch, rngs: &mut Rngs) -> Option<LogProb> {
        Some(self.forward(batch, rngs))
    }

    fn generate(&self, n: usize, options: &SampleOptions, rngs: &mut Rngs) -> Result<Samples, SampleError> {
        options.check()?;
        let [height, width, channels] = self.mean.shape().dims();
        let noise = options.latent(rngs.stream("sample"), [n, height, width, channels], &self.mean.device());
        Ok(Samples::Images((self.mean.val().unsqueeze() + noise * self.std()).clamp(0.0, 1.0)))
    }
}

impl Trainable for PixelGaussian {}

fn main() -> artifex::cli::ExitCode {
    artifex::cli::main::<Zoo>()
}

//! Pictures of the latent space.

use burn::tensor::Tensor;

use super::VAE;
use crate::models::Picture;
use crate::rng::Rngs;

/// Images in a row.
const STEPS: usize = 11;
/// Rows of a picture at most.
const ROWS: usize = 10;
/// How far a latent variable goes to both sides: three standard deviations of the prior.
const REACH: f64 = 3.0;

impl VAE {
    /// Images along the straight line between the mean latents of two images (`[H, W, C]` each), both ends included:
    /// `[steps, H, W, C]`.
    #[must_use]
    pub fn interpolate(&self, from: Tensor<3>, to: Tensor<3>, steps: usize, rngs: &mut Rngs) -> Tensor<4> {
        let (means, _) = self.encode(Tensor::stack(vec![from, to], 0), rngs);
        let (from, to) = (means.clone().narrow(0, 0, 1), means.narrow(0, 1, 1));
        let t = spaced(0.0, 1.0, steps, &from);
        self.decode(from.clone() + (to - from) * t, rngs)
    }

    /// Images of the mean latent of an image (`[H, W, C]`) with one of its variables at `steps` evenly spaced values from -3 to 3:
    /// `[steps, H, W, C]`.
    ///
    /// # Panics
    /// If there is no such variable.
    #[must_use]
    pub fn traverse(&self, image: Tensor<3>, variable: usize, steps: usize, rngs: &mut Rngs) -> Tensor<4> {
        let (mean, _) = self.encode(image.unsqueeze::<4>(), rngs);
        let width = mean.dims()[1];
        assert!(variable < width, "there is no latent variable {variable} among {width}");
        let values = spaced(-REACH, REACH, steps, &mean);
        let latents = mean.expand([steps, width]).slice_assign([0..steps, variable..variable + 1], values);
        self.decode(latents, rngs)
    }

    /// Both for held-out images `[B, H, W, C]`.
    pub(super) fn latent_pictures(&self, images: &Tensor<4>, rngs: &mut Rngs) -> Vec<Picture> {
        let count = images.dims()[0];
        let image = |at: usize| images.clone().narrow(0, at, 1).squeeze_dim::<3>(0);
        let mut pictures = Vec::new();
        if count >= 2 {
            let rows = (0..(count / 2).min(ROWS))
                .map(|row| self.interpolate(image(2 * row), image(2 * row + 1), STEPS, rngs))
                .collect();
            pictures.push(Picture { name: "interpolation", images: Tensor::cat(rows, 0), columns: STEPS });
        }
        if count >= 1 {
            let rows =
                (0..self.latent_dim.min(ROWS)).map(|variable| self.traverse(image(0), variable, STEPS, rngs)).collect();
            pictures.push(Picture { name: "traversal", images: Tensor::cat(rows, 0), columns: STEPS });
        }
        pictures
    }
}

/// Evenly spaced values, both ends included, as a column: `[steps, 1]`.
#[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "few steps")]
fn spaced(from: f64, to: f64, steps: usize, like: &Tensor<2>) -> Tensor<2> {
    let between = |i: usize| from + (to - from) * i as f64 / steps.saturating_sub(1).max(1) as f64;
    let values: Vec<f32> = (0..steps).map(|i| between(i) as f32).collect();
    Tensor::<1>::from_floats(values.as_slice(), &like.device().without_autodiff()).reshape([steps, 1])
}

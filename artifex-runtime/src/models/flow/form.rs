//! From data to the variables of a flow, and back.

use burn::tensor::Tensor;

use super::config::FlowDataConfig;
use super::layers::Grid;
use crate::kernels::activation::sigmoid;
use crate::models::{Batch, BatchError, Samples};
use crate::nn::conv::{to_channels_first, to_channels_last};
use crate::rng::Rngs;

/// α of the logit, if the config has none.
const LOGIT_ALPHA: f64 = 0.05;

/// What an example is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Form {
    /// Number of variables.
    pub(super) variables: usize,
    pub(super) pixels: Option<Pixels>,
}

/// How images become variables.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Pixels {
    /// Height, width and channels.
    shape: [usize; 3],
    /// Values that a pixel can have.
    levels: f64,
    /// 0: no logit.
    alpha: f64,
}

impl Form {
    #[expect(clippy::cast_precision_loss, reason = "at most 65,536 levels")]
    pub(super) fn new(config: &FlowDataConfig) -> Self {
        let pixels = config.image_shape.as_deref().map(|image| {
            let mut shape = [1; 3];
            shape.iter_mut().zip(image).for_each(|(to, from)| *to = *from);
            let alpha = config.logit_alpha.unwrap_or(LOGIT_ALPHA);
            Pixels { shape, levels: config.levels.unwrap_or(2) as f64, alpha }
        });
        Self { variables: config.input_dim, pixels }
    }

    /// The variables as a grid.
    pub(super) const fn grid(&self) -> Grid {
        match self.pixels {
            Some(Pixels { shape: [height, width, channels], .. }) => [channels, height, width],
            None => [self.variables, 1, 1],
        }
    }

    /// Checks modality and shape.
    pub(super) fn accepts(&self, batch: &Batch) -> Result<(), BatchError> {
        match self.pixels {
            Some(pixels) => batch.images()?.expect_shape(pixels.shape, "image_shape"),
            None => batch.points()?.expect_width(self.variables, "input_dim"),
        }
    }

    /// The examples as rows of numbers: of points the coordinates, of images the pixels in [0, 1), with noise that is even over one
    /// step from the stream `noise`, in the order channels, height, width.
    ///
    /// # Panics
    /// If the batch is one that [`accepts`](Self::accepts) refuses.
    pub(super) fn values(&self, batch: &Batch, rngs: &mut Rngs) -> Tensor<2> {
        let asked = "`accepts` has been asked";
        match self.pixels {
            None => batch.points().expect(asked).points.clone(),
            Some(Pixels { levels, .. }) => {
                let batch = batch.images().expect(asked);
                let images = to_channels_first(batch.images.clone().without_autodiff());
                let count = images.dims()[0];
                let images = images.reshape([count, self.variables]);
                let noise = rngs.stream("noise").uniform_tensor([count, self.variables], &images.device());
                let values = (images.clamp(0.0, 1.0) * (levels - 1.0)).round() + noise;
                let values = values / levels;
                if batch.images.is_autodiff() { values.autodiff() } else { values }
            }
        }
    }

    /// Those rows as the flow's variables, `[B, D]`, with what this adds to the logarithm of the density of each example, `[B]`, in
    /// nats of the data: of points their density, of images the probability of the values that pixels can have.
    pub(super) fn variables(&self, values: Tensor<2>) -> (Tensor<2>, Tensor<1>) {
        let [count, width] = values.dims();
        let Some(Pixels { levels, alpha, .. }) = self.pixels else {
            return (values.clone(), Tensor::zeros([count], &values.device().without_autodiff()));
        };
        #[expect(clippy::cast_precision_loss, reason = "far fewer pixels than 2^52")]
        let steps = -levels.ln() * width as f64;
        if alpha <= 0.0 {
            return (values.clone(), Tensor::full([count], steps, &values.device().without_autodiff()));
        }
        let p = values * (1.0 - 2.0 * alpha) + alpha;
        let (log_p, log_q) = (p.clone().log(), (p.neg() + 1.0).log());
        let slopes = (log_p.clone() + log_q.clone()).neg() + (1.0 - 2.0 * alpha).ln();
        (log_p - log_q, slopes.sum_dim(1).squeeze_dim::<1>(1) + steps)
    }

    /// Variables back to data: images are cut down to the values that pixels can have.
    pub(super) fn samples(&self, x: Tensor<2>) -> Samples {
        let Some(Pixels { shape: [height, width, channels], levels, alpha }) = self.pixels else {
            return Samples::Points(x);
        };
        let count = x.dims()[0];
        let values = if alpha > 0.0 { (sigmoid(x) - alpha) / (1.0 - 2.0 * alpha) } else { x };
        let steps = (values * levels).floor().clamp(0.0, levels - 1.0) / (levels - 1.0);
        Samples::Images(to_channels_last(steps.reshape([count, channels, height, width])))
    }

    /// Bits for each variable of an image, from nats for the whole: `[1]` to `[1]`.
    pub(super) fn bits_per_dim(&self, nats: Tensor<1>) -> Option<Tensor<1>> {
        #[expect(clippy::cast_precision_loss, reason = "far fewer pixels than 2^52")]
        let bits = 1.0 / (std::f64::consts::LN_2 * self.variables as f64);
        self.pixels.map(|_| nats * bits)
    }

    /// `-ln` of the step of the values in [0, 1) for the whole example: what nats of a density have more than nats of the data.
    #[expect(clippy::cast_precision_loss, reason = "far fewer pixels than 2^52")]
    pub(super) fn nats_of_steps(&self) -> f64 {
        self.pixels.map_or(0.0, |pixels| pixels.levels.ln() * self.variables as f64)
    }
}

//! Samples that start from images instead of noise alone, or keep a part of them.

use burn::tensor::Tensor;

/// Images that samples start from.
#[derive(Clone, Debug)]
pub struct Edit {
    /// `[n, H, W, C]`, one for each sample, or `[1, H, W, C]`, one for all; values in [0, 1].
    pub init: Tensor<4>,
    /// How far from the images samples may go, from 0 (they are the images) to 1 (they start from noise): the share of the sampler's
    /// steps that are taken, from the images with as much noise as these take out (`SDEdit`, Meng et al. 2022).
    pub strength: f64,
    /// What is filled in; without it the whole image is made anew.
    pub fill: Option<Fill>,
}

/// A part of images to be filled in; the other pixels are kept (`RePaint`, Lugmayr et al. 2022).
#[derive(Clone, Debug)]
pub struct Fill {
    /// `[1, H, W, 1]` or `[n, H, W, 1]`: 1 for pixels to be filled in, 0 for those that are kept.
    pub mask: Tensor<4>,
    /// How often each group of steps is taken, so that what is filled in comes to fit what is kept: 1 for once. After each time but
    /// the last, noise is added again (the paper's `r`).
    pub resample: usize,
    /// Steps in a group (the paper's jump length).
    pub jump: usize,
}

impl Edit {
    /// Checks the numbers, and that the images fit `n` samples of that height, width and number of channels.
    ///
    /// # Errors
    /// [`EditError`], naming what was found and what is right.
    pub fn check(&self, n: usize, [height, width, channels]: [usize; 3]) -> Result<(), EditError> {
        if !(0.0..=1.0).contains(&self.strength) {
            return Err(EditError::Strength(self.strength));
        }
        let fits = |what, found: [usize; 4], expected: [usize; 3]| {
            let [count, h, w, c] = found;
            if [h, w, c] != expected {
                return Err(EditError::Shape { what, found: [h, w, c], expected });
            }
            if count == 1 || count == n { Ok(()) } else { Err(EditError::Count { what, found: count, samples: n }) }
        };
        fits("image", self.init.dims(), [height, width, channels])?;
        let Some(Fill { mask, resample, jump }) = &self.fill else { return Ok(()) };
        fits("mask", mask.dims(), [height, width, 1])?;
        for (what, value) in [("times that steps are taken", *resample), ("steps in a group", *jump)] {
            if value == 0 {
                return Err(EditError::Zero(what));
            }
        }
        Ok(())
    }
}

impl Edit {
    /// Samples `[n, H, W, C]` with what is kept of the images exactly as it was.
    #[must_use]
    pub fn kept(&self, samples: Tensor<4>) -> Tensor<4> {
        if self.strength == 0.0 {
            return self.init.clone().expand(samples.dims());
        }
        match &self.fill {
            None => samples,
            Some(Fill { mask, .. }) => {
                let keep = mask.clone().lower_elem(0.5).expand(samples.dims());
                samples.clone().mask_where(keep, self.init.clone().expand(samples.dims()))
            }
        }
    }
}

/// Why images cannot be changed so.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum EditError {
    /// The model makes no images, or not from others.
    #[error("the model cannot start from an image; use a diffusion model of images")]
    Model,
    /// The model makes latents of images.
    #[error(
        "the model makes latents, which have no pixels to keep; leave the mask out, or use a diffusion model of pixels"
    )]
    Latents,
    /// The strength is out of its range.
    #[error("the strength is {0}; give a number from 0 (the image itself) to 1 (noise)")]
    Strength(f64),
    /// An image has another size than the model's.
    #[error(
        "the {what} has a height, width and number of channels of {found:?}, but the model makes images of {expected:?}; give one \
         of that size"
    )]
    Shape {
        /// Which of the two.
        what: &'static str,
        /// What it has.
        found: [usize; 3],
        /// What it should have.
        expected: [usize; 3],
    },
    /// There are neither one nor as many as samples.
    #[error("there are {found} of the {what} for {samples} samples; give one, or one for each")]
    Count {
        /// Which of the two.
        what: &'static str,
        /// How many there are.
        found: usize,
        /// How many samples were asked for.
        samples: usize,
    },
    /// A count of 0.
    #[error("the number of {0} is 0; give at least 1")]
    Zero(&'static str),
}

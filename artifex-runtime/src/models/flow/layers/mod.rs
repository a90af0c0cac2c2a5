//! The layers of a flow: invertible functions with the logarithm of the determinant of their Jacobian.
//!
//! Between the layers an example is a row of `D` variables; an image's are in the order channels, height, width. What leaves for the
//! latent early stands at the end of the row, so a layer acts on the variables at its start, and leaves the rest alone.

mod act_norm;
mod autoregressive;
pub(super) mod config;
mod coupling;
mod invertible;
mod made;
mod networks;
mod permutation;
mod spline;
mod transform;

pub(super) use act_norm::ActNorm;
pub(super) use autoregressive::{Autoregressive, Order};
pub(super) use coupling::{Coupling, Halves};
pub(super) use invertible::Invertible;
pub(super) use made::Made;
pub(super) use networks::Conditioner;
pub(super) use permutation::Permutation;
pub(super) use spline::Spline;
pub(super) use transform::Transform;

use burn::module::Module;
use burn::tensor::Tensor;

use crate::models::SampleError;
use crate::rng::Rngs;

/// Channels, height and width of what a layer acts on; of points: coordinates, 1 and 1.
pub(super) type Grid = [usize; 3];

/// What a layer gives: variables `[B, D]`, and `ln |det|` of the Jacobian for each example, `[B]`.
pub(super) type Mapped = (Tensor<2>, Tensor<1>);

/// A layer.
#[derive(Module, Debug)]
#[expect(clippy::large_enum_variant, reason = "most layers of a flow are of the largest kind")]
pub(super) enum Bijection {
    ActNorm(ActNorm),
    Invertible(Invertible),
    Permutation(Permutation),
    Coupling(Coupling),
    Autoregressive(Autoregressive),
}

impl Bijection {
    fn forward(&self, x: Tensor<2>, context: Option<&Tensor<2>>, rngs: &mut Rngs) -> Mapped {
        match self {
            Self::ActNorm(layer) => layer.forward(x),
            Self::Invertible(layer) => layer.forward(x),
            Self::Permutation(layer) => layer.forward(x),
            Self::Coupling(layer) => layer.forward(x, context, rngs),
            Self::Autoregressive(layer) => layer.forward(x, context, rngs),
        }
    }

    fn inverse(&self, z: Tensor<2>, context: Option<&Tensor<2>>, rngs: &mut Rngs) -> Result<Tensor<2>, SampleError> {
        Ok(match self {
            Self::ActNorm(layer) => layer.inverse(z),
            Self::Invertible(layer) => layer.inverse(z)?,
            Self::Permutation(layer) => layer.inverse(z),
            Self::Coupling(layer) => layer.inverse(z, context, rngs),
            Self::Autoregressive(layer) => layer.inverse(z, context, rngs),
        })
    }
}

/// A layer and how many variables at the start of a row it acts on.
#[derive(Module, Debug)]
pub(super) struct Layer {
    bijection: Bijection,
    active: usize,
}

impl Layer {
    pub(super) const fn new(bijection: Bijection, active: usize) -> Self {
        Self { bijection, active }
    }

    /// From the data's side to the latents': `[B, D]`, and the context `[B, K]` if there is one.
    pub(super) fn forward(&self, x: Tensor<2>, context: Option<&Tensor<2>>, rngs: &mut Rngs) -> Mapped {
        let (x, rest) = self.parts(x);
        let (z, log_det) = self.bijection.forward(x, context, rngs);
        (join(z, rest), log_det)
    }

    /// From the latents' side back.
    pub(super) fn inverse(
        &self,
        z: Tensor<2>,
        context: Option<&Tensor<2>>,
        rngs: &mut Rngs,
    ) -> Result<Tensor<2>, SampleError> {
        let (z, rest) = self.parts(z);
        Ok(join(self.bijection.inverse(z, context, rngs)?, rest))
    }

    /// The layer with what it takes from the first batch.
    pub(super) fn initialised(self, x: Tensor<2>) -> Self {
        let Self { bijection, active } = self;
        let bijection = match bijection {
            Bijection::ActNorm(layer) => Bijection::ActNorm(layer.initialised(x.narrow(1, 0, active))),
            other => other,
        };
        Self { bijection, active }
    }

    fn parts(&self, x: Tensor<2>) -> (Tensor<2>, Option<Tensor<2>>) {
        let all = x.dims()[1];
        if all == self.active {
            return (x, None);
        }
        (x.clone().narrow(1, 0, self.active), Some(x.narrow(1, self.active, all - self.active)))
    }
}

fn join(x: Tensor<2>, rest: Option<Tensor<2>>) -> Tensor<2> {
    match rest {
        Some(rest) => Tensor::cat(vec![x, rest], 1),
        None => x,
    }
}

/// A sum that is the same for every example, `[1]`, for each of them.
fn for_each(log_det: Tensor<1>, count: usize) -> Tensor<1> {
    log_det.expand([count])
}

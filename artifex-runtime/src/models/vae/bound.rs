//! Lower bounds of the log-likelihood.

use burn::tensor::Tensor;

use super::VAE;
use crate::distributions::{normal_log_prob, standard_normal_log_prob};
use crate::kernels::softmax::logsumexp;
use crate::models::{LogProb, LogProbKind};
use crate::rng::Rngs;

impl VAE {
    /// The evidence lower bound of each image from one draw of its latent, with the divergence in closed form.
    pub(super) fn bound(&self, images: &Tensor<4>, told: Option<&Tensor<2>>, rngs: &mut Rngs) -> LogProb {
        let output = self.forward_told(images.clone(), told, rngs);
        let likelihood = self.head.log_likelihood(output.pre_activation.clone(), images.clone());
        LogProb { values: likelihood - output.kl(), kind: LogProbKind::LowerBound, variables: None }
    }

    /// The importance-weighted bound of each image (Burda et al. 2016, equation 8) from `draws` draws `z_k` of its latent:
    /// `ln 1/K Σ_k p(x|z_k) p(z_k) / q(z_k|x)`. In expectation it grows with `draws`, from the evidence lower bound at 1 towards
    /// the log-likelihood.
    pub(super) fn importance_bound_told(
        &self,
        images: &Tensor<4>,
        told: Option<&Tensor<2>>,
        draws: usize,
        rngs: &mut Rngs,
    ) -> LogProb {
        let draws = draws.max(1);
        let (mean, log_var) = self.encoder.forward(images.clone(), told, rngs);
        let deviation = (log_var.clone() * 0.5).exp();
        let weights = (0..draws).map(|_| {
            let noise = rngs.stream("noise").normal_tensor(mean.dims(), &mean.device().without_autodiff());
            let z = mean.clone() + deviation.clone() * noise;
            let likelihood = self.head.log_likelihood(self.decoder.forward(z.clone(), told, rngs), images.clone());
            let posterior = normal_log_prob(z.clone(), mean.clone(), log_var.clone());
            (likelihood + standard_normal_log_prob(z) - posterior).unsqueeze_dim::<2>(1)
        });
        #[expect(clippy::cast_precision_loss, reason = "far fewer draws than 2^52")]
        let count = draws as f64;
        let values = logsumexp(Tensor::cat(weights.collect(), 1), 1).squeeze_dim::<1>(1) - count.ln();
        LogProb { values, kind: LogProbKind::LowerBound, variables: None }
    }
}

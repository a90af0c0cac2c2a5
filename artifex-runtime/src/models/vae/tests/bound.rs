//! Bounds against the log-likelihood itself, which one latent variable allows to integrate.

use super::*;
use crate::distributions::standard_normal_log_prob;

/// `ln p(x)` of each image by the trapezoid rule over the latent variable.
fn log_likelihood(model: &VAE, images: &Tensor<4>) -> Vec<f64> {
    let (points, step) = (1601_usize, 0.01);
    let grid: Vec<f32> = (0..points).map(|i| (-8.0 + i as f64 * step) as f32).collect();
    let z = Tensor::<1>::from_floats(grid.as_slice(), &Device::flex()).reshape([points, 1]);
    let decoded = model.decoder.forward(z.clone(), None, &mut Rngs::new(0));
    let prior = standard_normal_log_prob(z);
    (0..images.dims()[0])
        .map(|i| {
            let image = images.clone().narrow(0, i, 1).repeat_dim(0, points);
            let joint = host(model.head.log_likelihood(decoded.clone(), image) + prior.clone());
            (joint.iter().map(|log| f64::from(*log).exp()).sum::<f64>() * step).ln()
        })
        .collect()
}

/// The model with a posterior nearer to the prior: a narrow one in the wrong place needs far more draws.
fn broad(model: VAE) -> VAE {
    let mut tensors = params::export(&model).unwrap();
    for tensor in &mut tensors {
        if ["encoder.mean.weight", "encoder.log_var.weight"].contains(&tensor.name.as_str()) {
            tensor.data.iter_mut().for_each(|value| *value *= 0.4);
        }
    }
    params::import(model, tensors).unwrap()
}

fn mean(values: &[f32]) -> f64 {
    values.iter().map(|value| f64::from(*value)).sum::<f64>() / values.len() as f64
}

#[test]
fn bounds_close_in_on_the_log_likelihood_from_below() {
    for (loss, levels) in [
        (ReconstructionLoss::Bce, None),
        (ReconstructionLoss::Mse, None),
        (ReconstructionLoss::Gaussian, None),
        (ReconstructionLoss::Logistic, Some(9)),
    ] {
        let mut config = config([2, 3, 1], &[6], 1);
        (config.reconstruction_loss_type, config.levels) = (loss, levels);
        let model = broad(build(&config)).valid();
        let images = batch(3, [2, 3, 1]).images;
        let exact = log_likelihood(&model, &images);
        let exact = exact.iter().sum::<f64>() / exact.len() as f64;
        // Many draws for each image, so that the means of the bounds are sure to some thousandths.
        let many = ImageBatch { images: images.repeat_dim(0, 4000), labels: None };
        let elbo = mean(&host(model.log_prob(&many, &mut Rngs::new(1)).unwrap().values));
        let few = ImageBatch { images: many.images.clone().narrow(0, 0, 150), labels: None };
        let of = |batch: &ImageBatch, draws| {
            let bound = model.importance_bound(batch, draws, &mut Rngs::new(2)).unwrap();
            assert_eq!(bound.kind, LogProbKind::LowerBound);
            mean(&host(bound.values))
        };
        let bounds = [elbo, of(&many, 4), of(&many, 32)];
        assert_near(of(&many, 1), elbo, 0.04);
        assert!(bounds.is_sorted() && bounds[1] > elbo + 0.01, "{loss:?}: {bounds:?}, exact {exact}");
        assert!(bounds[2] < exact + 0.01, "{loss:?}: {bounds:?}, exact {exact}");
        assert_near(of(&few, 3000), exact, 0.05);
    }
}

//! What the autoencoders learn of the built-in digits, in short runs: judged by the classifier of digits and by closed forms.
#![cfg(feature = "flex")]

use artifex::config;
use artifex::data::{DataConfig, Splits};
use artifex::metrics::{DigitClassifier, frechet_distance};
use artifex::models::vae::{BetaVAEConfig, BetaVAEWithCapacityConfig, ConditionalVAEConfig, VAEConfig, VQVAEConfig};
use artifex::models::{Batch, Build, BuildContext, DynModel, Dynamic, SampleOptions, Samples};
use artifex::rng::Rngs;
use artifex::train::{TrainConfig, Trainer};
use burn::tensor::Tensor;
use std::path::Path;

fn splits() -> Splits {
    DataConfig::example().load(Path::new("")).unwrap()
}

/// A model after so many updates, and the terms of its loss on the held-out digits, all of them in one batch.
fn train<C: Build>(config: &C, steps: u64) -> (Dynamic<C::Model>, Vec<(&'static str, f64)>) {
    let (splits, device) = (splits(), artifex::device::cpu());
    let mut cx = BuildContext::new(device.clone().autodiff(), 3);
    let mut model = Dynamic::new(config.build(&mut cx).unwrap());
    let training = TrainConfig {
        epochs: None,
        steps: Some(steps),
        evaluate_every: Some(steps),
        ..config!(TrainConfig { epochs = 1, batch_size = 64, optimizer = { type = "adam", learning_rate = 2e-3 } })
    };
    if steps > 0 {
        Trainer::new(&mut model, &splits, &training, &device, cx.rngs).unwrap().run().unwrap();
    }
    let all: Vec<usize> = (0..splits.held_out.len()).collect();
    let terms = model.evaluate(splits.held_out.batch(&all, &device), &mut Rngs::new(0)).unwrap();
    (model, terms)
}

fn term(terms: &[(&'static str, f64)], name: &str) -> f64 {
    terms.iter().find(|(term, _)| *term == name).unwrap().1
}

fn samples(model: &dyn DynModel, n: usize) -> Tensor<4> {
    let Samples::Images(images) = model.generate(n, &SampleOptions::default(), &mut Rngs::new(1)).unwrap() else {
        panic!("no images")
    };
    images
}

/// The networks of the others.
fn vae() -> VAEConfig {
    config!(VAEConfig {
        reconstruction_loss_type = "bce",
        encoder = { input_shape = [8, 8, 1], latent_dim = 8, hidden_dims = [96] },
        decoder = { output_shape = [8, 8, 1], latent_dim = 8, hidden_dims = [96] },
    })
}

#[test]
fn samples_of_a_class_are_of_the_class() {
    let config = ConditionalVAEConfig { vae: vae(), ..ConditionalVAEConfig::example() };
    let (model, _) = train(&config, 400);
    let classifier = DigitClassifier::shipped(&artifex::device::cpu()).unwrap();
    let asked = SampleOptions::default().classes(300, 10).unwrap();
    let accuracy = classifier.accuracy(&samples(&model, 300), &asked).unwrap();
    assert!(accuracy > 0.9, "{accuracy}");
    // An untrained model's samples are of a class by chance.
    let (fresh, _) = train(&config, 0);
    let chance = classifier.accuracy(&samples(&fresh, 300), &asked).unwrap();
    assert!(chance < 0.25, "{chance}");
}

#[test]
fn a_larger_beta_makes_the_divergence_smaller_and_a_capacity_holds_it() {
    let beta = |beta_default| BetaVAEConfig { vae: vae(), beta_default, beta_warmup_steps: 0 };
    let kl = |config: &BetaVAEConfig| term(&train(config, 250).1, "kl");
    let [light, plain, heavy] = [0.25, 1.0, 4.0].map(|value| kl(&beta(value)));
    assert!(light > 1.5 * plain && plain > 1.5 * heavy, "{light} {plain} {heavy}");
    for capacity_max in [2.0, 6.0] {
        let config = BetaVAEWithCapacityConfig {
            beta_vae: beta(1.0),
            use_capacity_control: true,
            capacity_max,
            capacity_num_iter: 150,
            gamma: 50.0,
        };
        let kl = term(&train(&config, 350).1, "kl");
        assert!((kl - capacity_max).abs() < 0.5, "{kl} is not {capacity_max}");
    }
}

#[test]
fn a_vq_vae_uses_its_codes_and_its_prior_draws_digits() {
    let config = VQVAEConfig {
        num_embeddings: 32,
        encoder: artifex::models::vae::EncoderConfig { hidden_dims: vec![16], ..VQVAEConfig::example().encoder },
        decoder: artifex::models::vae::DecoderConfig { hidden_dims: vec![16], ..VQVAEConfig::example().decoder },
        encoder_type: artifex::models::vae::EncoderType::Cnn,
        ..VQVAEConfig::example()
    };
    let (model, terms) = train(&config, 300);
    let perplexity = term(&terms, "perplexity");
    assert!(perplexity > 16.0, "{perplexity} of 32 codes are in use");
    // The codes are far from uniform, and the prior knows it: 16 of them would cost 16 ln 32 nats.
    let prior = term(&terms, "prior");
    assert!(prior < 0.75 * 16.0 * 32f64.ln(), "{prior}");
    let classifier = DigitClassifier::shipped(&artifex::device::cpu()).unwrap();
    let Batch::Images(real) = splits().held_out.batch(&(0..300).collect::<Vec<_>>(), &artifex::device::cpu()) else {
        panic!("no images")
    };
    let features = |images: &Tensor<4>| classifier.features(images).unwrap();
    let distance =
        |model: &dyn DynModel| frechet_distance(&features(&real.images), &features(&samples(model, 300))).unwrap();
    let (trained, fresh) = (distance(&model), distance(&train(&config, 0).0));
    assert!(trained < 0.3 * fresh, "{trained}, untrained {fresh}");
}

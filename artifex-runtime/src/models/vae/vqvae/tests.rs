use super::*;
use crate::config::cost::cost_of;
use crate::config::validate_value;
use crate::models::Progress;
use crate::models::vae::tests::{batch, config, device, fields::observe, host, images};
use crate::models::vae::{DecoderConfig, EncoderConfig, ReconstructionLoss};
use crate::nn::Activation;
use crate::nn::optim::{AdamConfig, Optimizer, OptimizerConfig};
use burn::tensor::Device;

/// Images of 4 x 4 pixels as four codes.
fn small(encoder_type: EncoderType) -> VQVAEConfig {
    let VAEConfig { encoder, decoder, .. } = config([4, 4, 1], &[6], 4);
    let prior = crate::config!(CodePriorConfig { width = 8, layers = 1, heads = 2 });
    VQVAEConfig { encoder, decoder, encoder_type, num_embeddings: 5, embedding_dim: 3, prior, ..VQVAEConfig::example() }
}

fn build(config: &VQVAEConfig) -> VQVAE {
    config.build(&mut BuildContext::new(device(), 7)).unwrap()
}

fn scope() -> ParamScope {
    ParamScope::root(&mut Rngs::new(1), &Device::flex())
}

fn wide<const D: usize>(x: Tensor<D>) -> Vec<f64> {
    host(x).into_iter().map(f64::from).collect()
}

fn whole<const D: usize>(x: Tensor<D, Int>) -> Vec<i64> {
    x.into_data().try_to_vec_as::<i64>().unwrap()
}

/// The tensors of a module by the ends of their names.
fn tensor<M: Module>(module: &M, name: &str) -> Vec<f32> {
    params::export(module).unwrap().into_iter().find(|tensor| tensor.name.ends_with(name)).unwrap().data
}

/// A field, and what changes it.
type Change = (&'static str, fn(&mut VQVAEConfig));

const ALL: [EncoderType; 3] = [EncoderType::Dense, EncoderType::Cnn, EncoderType::Resnet];

#[test]
fn the_nearest_code_is_found() {
    let book = Codebook::new(7, 3, [0.9, 0.0], &scope());
    let vectors: Tensor<2> = Stream::from_seed(2).normal_tensor([50, 3], &Device::flex());
    let numbers = book.nearest(vectors.clone());
    let (codes, rows) = (wide(book.look_up(Tensor::arange(0..7, &Device::flex()))), wide(vectors));
    for (row, number) in rows.chunks(3).zip(whole(numbers)) {
        let distance = |code: &[f64]| row.iter().zip(code).map(|(a, b)| (a - b).powi(2)).sum::<f64>();
        let best =
            (0..7).min_by(|a, b| distance(&codes[a * 3..a * 3 + 3]).total_cmp(&distance(&codes[b * 3..b * 3 + 3])));
        assert_eq!(best, usize::try_from(number).ok());
    }
}

#[test]
fn codes_are_moving_averages_of_their_vectors() {
    // Two codes; the first stands for two vectors, the second for none, and neither starts again.
    let book = Codebook::new(2, 2, [0.9, 0.0], &scope());
    let before = wide(book.look_up(Tensor::arange(0..2, &Device::flex())));
    let vectors = Tensor::<2>::from_floats([[1.0, 2.0], [3.0, -1.0]], &Device::flex());
    let numbers = Tensor::<1, Int>::zeros([2], &Device::flex());
    let book = book.update(vectors, numbers, &mut Stream::from_seed(0));
    // Counts .9 + .1 · 2 and .9; sums .9 e + .1 Σ.
    let after = wide(book.look_up(Tensor::arange(0..2, &Device::flex())));
    for (at, sum) in [4.0, 1.0].iter().enumerate() {
        let expected = (0.9 * before[at] + 0.1 * sum) / 1.1;
        assert!((after[at] - expected).abs() < 1e-5, "{} is not {expected}", after[at]);
        // What stands for nothing stays where it is.
        assert!((after[2 + at] - before[2 + at]).abs() < 1e-5);
    }
    assert!(tensor(&book, "running_count").iter().zip([1.1, 0.9]).all(|(a, b)| (a - b).abs() < 1e-6));
}

#[test]
fn dead_codes_start_again_at_vectors_of_the_batch() {
    let mut book = Codebook::new(4, 2, [0.5, 1.0], &scope());
    let rows = [[5.0, 6.0], [7.0, 8.0], [9.0, 10.0]];
    let vectors = Tensor::<2>::from_floats(rows, &Device::flex());
    let mut stream = Stream::from_seed(0);
    // All three vectors go to the first code; the others have an average of ½ then.
    book = book.update(vectors.clone(), Tensor::zeros([3], &Device::flex()), &mut stream);
    let codes = wide(book.look_up(Tensor::arange(0..4, &Device::flex())));
    for code in codes[2..].chunks(2) {
        assert!(rows.iter().any(|row| row.iter().zip(code).all(|(a, b)| (a - b).abs() < 1e-6)), "{codes:?}");
    }
    assert_eq!(tensor(&book, "running_count"), [2.0, 1.0, 1.0, 1.0]);
    // The next batch finds them: more codes are in use.
    let numbers = book.nearest(vectors);
    assert!(host(perplexity(numbers, 4))[0] > 1.5);
}

#[test]
fn perplexity_is_the_exponential_of_the_entropy() {
    let of = |numbers: &[i32]| host(perplexity(Tensor::from_ints(numbers, &Device::flex()), 4))[0];
    assert!((of(&[2, 2, 2]) - 1.0).abs() < 1e-6 && (of(&[0, 1, 2, 3]) - 4.0).abs() < 1e-5);
    let entropy = -(0.75f32 * 0.75f32.ln() + 0.25 * 0.25f32.ln());
    assert!((of(&[1, 1, 3, 1]) - entropy.exp()).abs() < 1e-5);
}

#[test]
fn the_gradient_goes_past_the_codes() {
    let (model, batch) = (build(&small(EncoderType::Dense)), batch(4, [4, 4, 1]));
    let output = model.forward(&batch, &mut Rngs::new(0));
    // The decoder sees the codes, not the vectors.
    let decoded = model.decode(output.codes.clone(), &mut Rngs::new(0));
    assert!(host(decoded).iter().zip(host(output.reconstruction())).all(|(a, b)| (a - b).abs() < 1e-6));
    let losses = model.loss(&batch, &output, &mut Rngs::new(0));
    let names: Vec<_> = losses.iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["total", "reconstruction", "prior", "commitment", "perplexity"]);
    let values: Vec<f64> = losses.values().unwrap().into_iter().map(|(_, value)| value).collect();
    assert!((values[0] - values[1] - values[2] - 0.25 * values[3]).abs() < 1e-4, "{values:?}");
    let gradients = losses.get("reconstruction").unwrap().backward();
    let mut optimizer = Optimizer::new(OptimizerConfig::Adam(AdamConfig::default()));
    let _ = optimizer.step(model, gradients, 1e-3);
    let moved: Vec<String> = optimizer.export().unwrap().into_iter().map(|tensor| tensor.name).collect();
    assert!(moved.iter().any(|name| name.starts_with("encoder.vectors.weight")), "{moved:?}");
    assert!(!moved.iter().any(|name| name.starts_with("codebook") || name.starts_with("prior")), "{moved:?}");
}

#[test]
fn a_step_moves_networks_prior_and_codes_and_all_of_it_is_saved() {
    for kind in ALL {
        let batch = batch(16, [4, 4, 1]);
        let (mut model, mut rngs) = (build(&small(kind)), Rngs::new(1));
        let before = params::export(&model).unwrap();
        let mut optimizer =
            Optimizer::new(OptimizerConfig::Adam(AdamConfig { learning_rate: 0.01, ..Default::default() }));
        let mut totals = Vec::new();
        for step in 0..60 {
            let (optimizer, rngs) = (&mut optimizer, &mut rngs);
            let mut cx = TrainContext { optimizer, rngs, progress: Progress::at(step), learning_rate: 0.01 };
            let (next, losses) = model.train_step(&batch, &mut cx);
            model = next;
            totals.push(losses.values().unwrap()[0].1);
            if step == 0 {
                for (old, new) in before.iter().zip(params::export(&model).unwrap()) {
                    assert_ne!(old, &new, "{kind:?}: one step leaves `{}`", old.name);
                }
            }
        }
        assert!(totals[59] < totals[0] - 0.5, "{kind:?}: {totals:?}");
        let saved = params::export(&model).unwrap();
        let again = params::import(build(&small(kind)), saved.clone()).unwrap();
        assert_eq!(params::export(&again).unwrap(), saved);
        let reconstruct = |model: &VQVAE| match model.valid().reconstruct(&batch, &mut Rngs::new(0)) {
            Some(Samples::Images(images)) => host(images),
            _ => panic!(),
        };
        assert_eq!(reconstruct(&again), reconstruct(&model));
    }
}

#[test]
fn the_bound_is_that_of_image_and_codes() {
    let (model, batch) = (build(&small(EncoderType::Cnn)).valid(), batch(6, [4, 4, 1]));
    let bound = model.log_prob(&batch, &mut Rngs::new(0)).unwrap();
    assert_eq!(bound.kind, LogProbKind::LowerBound);
    let output = model.forward(&batch, &mut Rngs::new(0));
    let losses = model.loss(&batch, &output, &mut Rngs::new(0)).values().unwrap();
    let mean = wide(bound.values).iter().sum::<f64>() / 6.0;
    assert!((mean + losses[1].1 + losses[2].1).abs() < 1e-4, "{mean} and {losses:?}");
    assert!(model.importance_bound(&batch, 3, &mut Rngs::new(0)).is_none());
}

#[test]
fn samples_follow_their_seed_and_temperature() {
    let model = build(&small(EncoderType::Resnet)).valid();
    let draw = |seed, temperature| {
        let options = SampleOptions::default().with_temperature(temperature);
        model.generate(8, &options, &mut Rngs::new(seed)).map(images)
    };
    assert_eq!(draw(1, 1.0), draw(1, 1.0));
    assert_ne!(draw(1, 1.0), draw(2, 1.0));
    let cold = draw(1, 0.0).unwrap();
    assert_eq!(cold[..16], cold[16..32], "at temperature 0 all samples are the same");
    assert!(draw(1, -1.0).is_err());
    let options = SampleOptions::default();
    assert_eq!(model.generate(0, &options, &mut Rngs::new(0)).unwrap_err(), SampleError::Empty);
    assert!(model.generate(1, &options.with_class(0), &mut Rngs::new(0)).is_err());
    assert_eq!(
        model.generate(1, &options.with_truncation(Some(1.0)), &mut Rngs::new(0)).unwrap_err().to_string(),
        "a VQ-VAE draws codes, and has no normal distribution to truncate; leave the truncation out"
    );
}

#[test]
fn grids_must_hold_as_many_codes_as_there_are_latents() {
    let mut config = small(EncoderType::Cnn);
    (config.encoder.latent_dim, config.decoder.latent_dim) = (5, 5);
    let error = config.build(&mut BuildContext::new(device(), 0)).unwrap_err().to_string();
    assert_eq!(
        error,
        "`encoder.hidden_dims` has 1 layers, which halve images of 4 x 4 to a grid of 2 x 2 codes, but `latent_dim` is 5; make \
         `encoder.latent_dim` and `decoder.latent_dim` 4, or change the number of layers"
    );
    config.encoder_type = EncoderType::Dense;
    assert!(config.build(&mut BuildContext::new(device(), 0)).is_ok());
}

#[test]
fn every_field_acts_and_rules_hold() {
    let base = small(EncoderType::Dense);
    let mut seen = vec![observe(&build(&base))];
    let changes: [Change; 15] = [
        ("encoder_type", |c| c.encoder_type = EncoderType::Cnn),
        ("encoder_type", |c| c.encoder_type = EncoderType::Resnet),
        ("latent_dim", |c| (c.encoder.latent_dim, c.decoder.latent_dim) = (3, 3)),
        ("encoder.name", |c| c.encoder = EncoderConfig { name: Some("eyes".into()), ..c.encoder.clone() }),
        ("encoder.activation", |c| c.encoder.activation = Activation::Elu),
        ("decoder.dropout_rate", |c| c.decoder = DecoderConfig { dropout_rate: 0.5, ..c.decoder.clone() }),
        ("reconstruction_loss_type", |c| c.reconstruction_loss_type = ReconstructionLoss::Mse),
        ("levels", |c| (c.reconstruction_loss_type, c.levels) = (ReconstructionLoss::Logistic, Some(17))),
        ("num_embeddings", |c| c.num_embeddings = 6),
        ("embedding_dim", |c| c.embedding_dim = 4),
        ("commitment_cost", |c| c.commitment_cost = 1.0),
        ("ema_decay", |c| c.ema_decay = 0.5),
        ("dead_code_threshold", |c| c.dead_code_threshold = 50.0),
        ("prior.width", |c| c.prior.width = 12),
        ("prior.layers", |c| c.prior.layers = 2),
    ];
    for (field, change) in changes {
        let mut config = base.clone();
        change(&mut config);
        let model = build(&config);
        assert_eq!(cost_of(&config).unwrap().parameters, params::learnt(&model) as u64, "`{field}`");
        let observed = observe(&model);
        assert!(!seen.contains(&observed), "`{field}` changes nothing");
        seen.push(observed);
    }
    // Heads do not change the parameters' shapes, but what comes out.
    let heads = VQVAEConfig { prior: CodePriorConfig { heads: 4, ..base.prior.clone() }, ..base.clone() };
    assert!(!seen.contains(&observe(&build(&heads))));
    let broken: [Change; 5] = [
        ("width", |c| c.prior.heads = 3),
        ("num_embeddings", |c| c.num_embeddings = 0),
        ("ema_decay", |c| c.ema_decay = 1.0),
        ("levels", |c| c.levels = Some(4)),
        ("decoder.latent_dim", |c| c.decoder.latent_dim = 9),
    ];
    for (field, breaks) in broken {
        let mut config = base.clone();
        breaks(&mut config);
        let error = validate_value(&config).unwrap_err().to_string();
        assert!(error.contains(field), "{field}: {error}");
    }
}

#[test]
fn what_it_costs_is_what_it_has() {
    for kind in ALL {
        for batch_norm in [false, true] {
            let mut config = small(kind);
            (config.encoder.use_batch_norm, config.decoder.use_batch_norm) = (batch_norm, batch_norm);
            let (cost, model) = (cost_of(&config).unwrap(), build(&config));
            let parts: Vec<_> = cost.parts().iter().map(|part| part.parameters).collect();
            let built: Vec<_> = model.components().iter().map(|part| part.params as u64).collect();
            assert_eq!(parts, built, "{kind:?}");
        }
    }
    assert_eq!(
        cost_of(&VQVAEConfig::example()).unwrap().parameters,
        params::learnt(&build(&VQVAEConfig::example())) as u64
    );
}

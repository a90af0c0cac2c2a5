//! Every field of the configurations changes something that can be observed, and every rule is enforced.

use super::*;
use crate::config::validate_value;

/// What a user can see of a model: its parts, its parameters' shapes, a training loss, an evaluated loss, a sample.
pub(in crate::models::vae) fn observe<M: Trainable<Batch = ImageBatch>>(model: &M) -> String {
    let batch = ImageBatch { labels: Some(labels([0, 1, 2, 1])), ..batch(4, [4, 4, 1]) };
    let mut optimizer = Optimizer::new(OptimizerConfig::Adam(AdamConfig::default()));
    let mut rngs = Rngs::new(2);
    let progress = Progress::at(0);
    let mut cx = TrainContext { optimizer: &mut optimizer, rngs: &mut rngs, progress, learning_rate: 0.01 };
    let (trained, losses) = model.clone().train_step(&batch, &mut cx);
    let Samples::Images(images) = trained.valid().sample(1, &SampleOptions::default(), &mut rngs).unwrap() else {
        panic!("no images")
    };
    let losses = losses.values().unwrap();
    format!("{:?} {:?} {losses:?} {:?}", model.components(), params::shapes(model), host(images))
}

#[test]
fn every_field_acts() {
    let base = config([4, 4, 1], &[8, 6], 3);
    let reference = observe(&build(&base));
    let changes: [(&str, fn(&mut VAEConfig)); 20] = [
        ("encoder.name", |c| c.encoder.name = Some("eyes".into())),
        ("encoder.hidden_dims", |c| c.encoder.hidden_dims = vec![8, 7]),
        ("encoder.activation", |c| c.encoder.activation = Activation::Elu),
        ("encoder.dropout_rate", |c| c.encoder.dropout_rate = 0.5),
        ("encoder.use_batch_norm", |c| c.encoder.use_batch_norm = true),
        ("decoder.name", |c| c.decoder.name = Some("hands".into())),
        ("decoder.hidden_dims", |c| c.decoder.hidden_dims = vec![7, 8]),
        ("decoder.activation", |c| c.decoder.activation = Activation::Elu),
        ("decoder.output_activation", |c| {
            c.reconstruction_loss_type = ReconstructionLoss::Mse;
            c.decoder.output_activation = Activation::HardTanh;
        }),
        ("decoder.dropout_rate", |c| c.decoder.dropout_rate = 0.5),
        ("decoder.use_batch_norm", |c| c.decoder.use_batch_norm = true),
        ("latent_dim", |c| (c.encoder.latent_dim, c.decoder.latent_dim) = (4, 4)),
        ("encoder_type", |c| c.encoder_type = EncoderType::Cnn),
        ("encoder_type", |c| c.encoder_type = EncoderType::Resnet),
        ("kl_weight", |c| c.kl_weight = 0.5),
        ("reconstruction_loss_type", |c| c.reconstruction_loss_type = ReconstructionLoss::Mse),
        ("reconstruction_loss_type", |c| c.reconstruction_loss_type = ReconstructionLoss::Gaussian),
        ("reconstruction_loss_type", |c| {
            (c.reconstruction_loss_type, c.levels) = (ReconstructionLoss::Logistic, Some(17));
        }),
        ("levels", |c| (c.reconstruction_loss_type, c.levels) = (ReconstructionLoss::Logistic, Some(9))),
        ("reconstruction_loss_type", |c| {
            (c.reconstruction_loss_type, c.levels) = (ReconstructionLoss::Categorical, Some(9));
            c.decoder.output_activation = Activation::Identity;
        }),
    ];
    let mut seen = vec![reference];
    for (field, change) in changes {
        let mut config = base.clone();
        change(&mut config);
        let observed = observe(&build(&config));
        assert!(!seen.contains(&observed), "`{field}` changes nothing");
        seen.push(observed);
    }
    let mut wide = base.clone();
    (wide.encoder.input_shape, wide.decoder.output_shape) = (vec![4, 5, 1], vec![4, 5, 1]);
    assert!(build(&wide).accepts(&batch(1, [4, 4, 1])).is_err());
    assert_eq!(base.decoder.hidden_dims, [6, 8]);
    let shapes = params::shapes(&build(&base));
    let first = shapes.iter().find(|(name, _)| name == "decoder.body.layers.hidden.0.linear.weight").unwrap();
    assert_eq!(first.1, [3, 6], "the decoder's widths must be taken as written");
}

fn beta_config(beta: f64, warmup: u64) -> BetaVAEConfig {
    BetaVAEConfig { vae: config([4, 4, 1], &[8], 3), beta_default: beta, beta_warmup_steps: warmup }
}

#[test]
fn beta_weighs_the_divergence_and_warms_up() {
    let model = |beta, warmup| BetaVAE::new(&beta_config(beta, warmup), &device(), &mut Rngs::new(7));
    let batch = batch(4, [4, 4, 1]);
    let objective =
        |model: &BetaVAE, step| model.objective(&batch, Progress::at(step), &mut Rngs::new(1)).values().unwrap();
    let plain = objective(&model(1.0, 0), 0);
    let (reconstruction, kl) = (plain[1].1, plain[2].1);
    assert_near(plain[0].1, reconstruction + kl, 1e-4);
    assert_near(objective(&model(4.0, 0), 0)[0].1, reconstruction + 4.0 * kl, 1e-4);
    let warming = model(4.0, 1000);
    for (step, share) in [(0, 0.0), (500, 0.5), (1000, 1.0), (5000, 1.0)] {
        assert_near(warming.beta_at(step), 4.0 * share, 1e-12);
        assert_near(objective(&warming, step)[0].1, reconstruction + 4.0 * share * kl, 1e-4);
    }
    // The reported loss is the final one at every step.
    let output = warming.forward(&batch, &mut Rngs::new(1));
    assert_near(total(&warming.loss(&batch, &output, &mut Rngs::new(1))), reconstruction + 4.0 * kl, 1e-4);
    let mut lighter = beta_config(4.0, 0);
    lighter.vae.kl_weight = 0.5;
    let lighter = BetaVAE::new(&lighter, &device(), &mut Rngs::new(7));
    assert_near(objective(&lighter, 0)[0].1, reconstruction + 2.0 * kl, 1e-4);
}

#[test]
fn broken_rules_are_named() {
    let base = config([4, 4, 1], &[8], 3);
    let broken: [(&str, fn(&mut VAEConfig)); 11] = [
        ("decoder.latent_dim", |c| c.decoder.latent_dim = 4),
        ("decoder.output_shape", |c| c.decoder.output_shape = vec![5, 4, 1]),
        ("encoder.input_shape", |c| c.encoder.input_shape = vec![16]),
        ("encoder.hidden_dims", |c| c.encoder.hidden_dims = vec![]),
        ("decoder.hidden_dims", |c| c.decoder.hidden_dims = vec![0]),
        ("encoder.dropout_rate", |c| c.encoder.dropout_rate = 1.0),
        ("kl_weight", |c| c.kl_weight = f64::NAN),
        ("decoder.output_activation", |c| c.decoder.output_activation = Activation::Tanh),
        ("levels", |c| c.levels = Some(17)),
        ("levels", |c| c.reconstruction_loss_type = ReconstructionLoss::Logistic),
        ("decoder.output_activation", |c| {
            (c.reconstruction_loss_type, c.levels) = (ReconstructionLoss::Categorical, Some(17));
        }),
    ];
    for (field, breaks) in broken {
        let mut config = base.clone();
        breaks(&mut config);
        let error = validate_value(&config).unwrap_err().to_string();
        // The last part of the path: a message names the field and shows its place.
        let name = field.rsplit('.').next().unwrap();
        assert!(error.contains(name), "{field}: {error}");
    }
    for beta in [0.0, -1.0, f64::INFINITY] {
        let error = validate_value(&beta_config(beta, 0)).unwrap_err().to_string();
        assert!(error.contains("beta_default"), "{error}");
    }
}

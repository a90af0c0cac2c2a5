//! Every field of the configurations changes something that can be observed, and every rule is enforced.

use super::*;
use crate::config::{ModelConfig, validate_value};
use crate::models::gan::config::{AdversarialConfig, ConvDiscriminatorConfig, ConvGeneratorConfig};
use crate::nn::{Activation, Padding};

/// The name of a field, and a change of it.
type Change<C> = (&'static str, fn(&mut C));

/// What a user can see of a model: its parts, its parameters' shapes, its optimisers, the losses of training, a sample.
fn observe<C: Build<Model = GAN>>(config: &C) -> String {
    let model = build(config);
    let (components, shapes, own) = (model.components(), params::shapes(&model), model.optimizers());
    let (model, losses) = train(model, &images(4, [8, 8, 1]), 2, &mut Rngs::new(2));
    let Samples::Images(images) = model.valid().sample(1, &SampleOptions::default(), &mut Rngs::new(0)).unwrap() else {
        panic!("no images")
    };
    let losses: Vec<_> = losses.iter().map(terms).collect();
    format!("{components:?} {shapes:?} {own:?} {losses:?} {:?}", host(images))
}

#[track_caller]
fn assert_acts<C: Build<Model = GAN> + Clone>(base: &C, changes: &[Change<C>]) {
    let mut seen = vec![observe(base)];
    for (field, change) in changes {
        let mut config = C::clone(base);
        change(&mut config);
        let observed = observe(&config);
        assert!(!seen.contains(&observed), "`{field}` changes nothing");
        seen.push(observed);
    }
}

fn adversarial() -> Vec<Change<AdversarialConfig>> {
    vec![
        ("generator_lr", |c| c.generator_lr = 1e-3),
        ("discriminator_lr", |c| c.discriminator_lr = 1e-3),
        ("beta1", |c| c.beta1 = 0.9),
        ("beta2", |c| c.beta2 = 0.9),
        ("loss_type", |c| c.loss_type = AdversarialLoss::Hinge),
        ("gradient_penalty_weight", |c| c.gradient_penalty_weight = 1.0),
        ("critic_iterations", |c| c.critic_iterations = 2),
    ]
}

#[test]
fn every_field_of_a_gan_acts() {
    let mut base = GANConfig::example();
    (base.generator.hidden_dims, base.discriminator.hidden_dims) = (vec![9, 8], vec![8, 9]);
    assert_acts(
        &base,
        &[
            ("generator.name", |c| c.generator.name = Some("forger".into())),
            ("generator.latent_dim", |c| c.generator.latent_dim = 3),
            ("generator.hidden_dims", |c| c.generator.hidden_dims = vec![9]),
            ("generator.activation", |c| c.generator.activation = Activation::Elu),
            ("generator.output_activation", |c| c.generator.output_activation = Activation::Sigmoid),
            ("generator.batch_norm", |c| c.generator.batch_norm = true),
            ("generator.dropout_rate", |c| c.generator.dropout_rate = 0.5),
            ("discriminator.name", |c| c.discriminator.name = Some("expert".into())),
            ("discriminator.hidden_dims", |c| c.discriminator.hidden_dims = vec![8]),
            ("discriminator.activation", |c| c.discriminator.activation = Activation::Elu),
            ("discriminator.leaky_relu_slope", |c| c.discriminator.leaky_relu_slope = 0.1),
            ("discriminator.batch_norm", |c| c.discriminator.batch_norm = true),
            ("discriminator.dropout_rate", |c| c.discriminator.dropout_rate = 0.5),
            ("discriminator.spectral_norm", |c| c.discriminator.spectral_norm = true),
        ],
    );
    let mut seen = vec![observe(&base)];
    for (field, change) in adversarial() {
        let mut config = base.clone();
        change(&mut config.adversarial);
        let observed = observe(&config);
        assert!(!seen.contains(&observed), "`{field}` changes nothing");
        seen.push(observed);
    }
    // The shape is what data must have.
    let mut wide = base;
    (wide.generator.output_shape, wide.discriminator.input_shape) = (vec![8, 9, 1], vec![8, 9, 1]);
    assert!(build(&wide).accepts(&images(1, [8, 8, 1])).is_err());
}

fn generator() -> Vec<Change<ConvGeneratorConfig>> {
    vec![
        ("kernel_size", |c| c.convolutions.kernel_size = [3, 4]),
        ("stride", |c| c.convolutions.stride = [2, 1]),
        ("padding", |c| {
            c.network.hidden_dims = vec![6];
            c.convolutions.padding = Padding::Valid;
        }),
        ("batch_norm", |c| c.network.batch_norm = false),
        ("batch_norm_momentum", |c| c.batch_norm_momentum = 0.5),
        ("hidden_dims", |c| c.network.hidden_dims = vec![6]),
    ]
}

fn discriminator() -> Vec<Change<ConvDiscriminatorConfig>> {
    vec![
        ("kernel_size", |c| c.convolutions.kernel_size = [3, 4]),
        ("stride", |c| c.convolutions.stride = [2, 1]),
        ("padding", |c| {
            c.network.hidden_dims = vec![6];
            c.convolutions.padding = Padding::Valid;
        }),
        ("batch_norm", |c| c.network.batch_norm = false),
        ("use_instance_norm", |c| (c.network.batch_norm, c.use_instance_norm) = (false, true)),
        ("hidden_dims", |c| c.network.hidden_dims = vec![6]),
        ("spectral_norm", |c| c.network.spectral_norm = true),
    ]
}

#[test]
fn every_field_of_the_convolutions_acts() {
    let mut base = DCGANConfig::example();
    (base.generator.network.hidden_dims, base.discriminator.network.hidden_dims) = (vec![6, 4], vec![4, 6]);
    let mut seen = vec![observe(&base)];
    let mut judge = |config: DCGANConfig, field: &str| {
        let observed = observe(&config);
        assert!(!seen.contains(&observed), "`{field}` changes nothing");
        seen.push(observed);
    };
    for (field, change) in generator() {
        let mut config = base.clone();
        change(&mut config.generator);
        judge(config, field);
    }
    for (field, change) in discriminator() {
        let mut config = base.clone();
        change(&mut config.discriminator);
        judge(config, field);
    }
}

#[test]
fn every_field_of_the_variants_acts() {
    let mut wgan = WGANConfig::example();
    wgan.adversarial.critic_iterations = 1;
    (wgan.generator.network.hidden_dims, wgan.discriminator.discriminator.network.hidden_dims) = (vec![4], vec![4]);
    assert_acts(
        &wgan,
        &[
            ("use_gradient_penalty", |c| c.use_gradient_penalty = false),
            ("weight_clip", |c| (c.use_gradient_penalty, c.weight_clip) = (false, 0.1)),
            ("gradient_penalty_weight", |c| c.adversarial.gradient_penalty_weight = 1.0),
        ],
    );
    let mut lsgan = LSGANConfig::example();
    (lsgan.generator.network.hidden_dims, lsgan.discriminator.network.hidden_dims) = (vec![4], vec![4]);
    assert_acts(&lsgan, &[("a", |c| c.a = -1.0), ("b", |c| c.b = 2.0), ("c", |c| c.c = 0.0)]);
    let mut told = ConditionalGANConfig::example();
    told.generator.generator.network.hidden_dims = vec![4];
    told.discriminator.discriminator.network.hidden_dims = vec![4];
    assert_acts(
        &told,
        &[
            ("generator.conditional.embedding_dim", |c| c.generator.conditional.embedding_dim = 3),
            ("discriminator.conditional.embedding_dim", |c| c.discriminator.conditional.embedding_dim = 3),
            ("num_classes", |c| {
                (c.generator.conditional.num_classes, c.discriminator.conditional.num_classes) = (3, 3);
            }),
        ],
    );
}

/// The defaults are those of the original's documentation and of the papers.
#[test]
fn defaults_are_those_of_the_papers() {
    let wgan = WGANConfig::example();
    let AdversarialConfig { generator_lr, discriminator_lr, beta1, beta2, loss_type, .. } = wgan.adversarial;
    assert_eq!((generator_lr, discriminator_lr, beta1, beta2), (1e-4, 1e-4, 0.0, 0.9));
    assert_eq!((loss_type, wgan.adversarial.critic_iterations), (AdversarialLoss::Wasserstein, 5));
    assert_eq!(wgan.adversarial.gradient_penalty_weight, 10.0);
    assert!(wgan.use_gradient_penalty && wgan.discriminator.discriminator.use_instance_norm);
    let dcgan = DCGANConfig::example();
    let AdversarialConfig { generator_lr, discriminator_lr, beta1, beta2, loss_type, .. } = dcgan.adversarial;
    assert_eq!((generator_lr, discriminator_lr, beta1, beta2), (2e-4, 2e-4, 0.5, 0.999));
    assert_eq!((loss_type, dcgan.adversarial.gradient_penalty_weight), (AdversarialLoss::Vanilla, 0.0));
    assert!(dcgan.generator.network.batch_norm && dcgan.discriminator.network.batch_norm);
    let lsgan = LSGANConfig::example();
    assert_eq!(
        (lsgan.adversarial.loss_type, lsgan.a, lsgan.b, lsgan.c),
        (AdversarialLoss::LeastSquares, 0.0, 1.0, 1.0)
    );
    let told = ConditionalGANConfig::example();
    assert_eq!(told.generator.conditional.num_classes, 10);
}

#[track_caller]
fn assert_refused<C: ModelConfig>(config: &C, expected: &str) {
    let error = validate_value(config).unwrap_err().to_string();
    assert!(error.contains(expected), "{error}");
}

#[test]
fn broken_rules_are_named() {
    let mut config = GANConfig::example();
    config.discriminator.input_shape = vec![8, 9, 1];
    assert_refused(&config, "the discriminator must take what the generator gives");
    let mut config = GANConfig::example();
    (config.generator.output_shape, config.discriminator.input_shape) = (vec![8, 8], vec![8, 8]);
    assert_refused(&config, "samples are points, `[coordinates]`, or images, `[height, width, channels]`");
    let alone = "the gradient penalty is that of each example alone, which `batch_norm` mixes with the others";
    let mut config = GANConfig::example();
    (config.adversarial.gradient_penalty_weight, config.discriminator.batch_norm) = (1.0, true);
    assert_refused(&config, alone);
    let mut config = DCGANConfig::example();
    config.adversarial.gradient_penalty_weight = 1.0;
    assert_refused(&config, alone);
    let mut config = DCGANConfig::example();
    config.discriminator.use_instance_norm = true;
    assert_refused(&config, "hidden values are normalised over the batch or over the image, not both");
    let mut config = DCGANConfig::example();
    (config.generator.network.output_shape, config.discriminator.network.input_shape) = (vec![64], vec![64]);
    assert_refused(&config, "a convolution gives images: channels, height and width");
    assert_refused(&config, "a convolution takes images: channels, height and width");
    let mut config = WGANConfig::example();
    config.adversarial.loss_type = AdversarialLoss::Hinge;
    assert_refused(&config, "that is what a WGAN plays; a `dcgan` or `gan` takes any game");
    let mut config = WGANConfig::example();
    config.discriminator.discriminator.use_instance_norm = false;
    config.discriminator.discriminator.network.batch_norm = true;
    assert_refused(&config, alone);
    let mut config = LSGANConfig::example();
    config.adversarial.loss_type = AdversarialLoss::Vanilla;
    assert_refused(&config, "that is what an LSGAN plays; a `dcgan` or `gan` takes any game");
    let mut config = ConditionalGANConfig::example();
    config.generator.conditional.num_classes = 9;
    assert_refused(&config, "both networks are told the same classes");
}

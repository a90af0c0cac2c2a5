//! What a config says besides its networks: the game, the optimisers, and the form of the data; and the model of each config.

use burn::tensor::{Device, Tensor};

use super::config::{
    AdversarialConfig, ConditionalGANConfig, ConvDiscriminatorConfig, ConvGeneratorConfig, DCGANConfig, GANConfig,
    LSGANConfig, WGANConfig,
};
use super::discriminator::Discriminator;
use super::generator::Generator;
use super::losses::{AdversarialLoss, Targets};
use super::{DISCRIMINATOR, GAN, GENERATOR};
use crate::models::{Batch, BatchError, Build, BuildContext, BuildError, Family, Samples};
use crate::nn::optim::AdamConfig;
use crate::nn::{Activation, ParamScope};
use crate::rng::Rngs;

/// How the players are trained, and on what.
#[derive(Clone, Debug)]
pub(super) struct Rules {
    pub(super) form: Form,
    pub(super) loss: AdversarialLoss,
    pub(super) targets: Targets,
    pub(super) penalty_weight: f64,
    pub(super) weight_clip: Option<f64>,
    pub(super) critic_iterations: u64,
    /// Number of classes that the networks are told.
    pub(super) classes: Option<usize>,
    /// The generator's and the discriminator's.
    pub(super) optimizers: [AdamConfig; 2],
    /// The discriminator's learning rate as a multiple of the generator's.
    pub(super) rate_ratio: f64,
    pub(super) labels: [String; 2],
}

impl Rules {
    fn new(config: &AdversarialConfig, form: Form, names: [&Option<String>; 2]) -> Self {
        let adam = |learning_rate| AdamConfig {
            learning_rate,
            beta1: config.beta1,
            beta2: config.beta2,
            ..AdamConfig::default()
        };
        let label = |name: &Option<String>, default: &str| name.clone().unwrap_or_else(|| default.to_owned());
        Self {
            form,
            loss: config.loss_type,
            targets: Targets::default(),
            penalty_weight: config.gradient_penalty_weight,
            weight_clip: None,
            critic_iterations: config.critic_iterations,
            classes: None,
            optimizers: [adam(config.generator_lr), adam(config.discriminator_lr)],
            rate_ratio: config.discriminator_lr / config.generator_lr,
            labels: [label(names[0], GENERATOR), label(names[1], DISCRIMINATOR)],
        }
    }
}

/// What an example is, and how the networks see it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Form {
    /// Height, width and channels; `None` for points.
    image: Option<[usize; 3]>,
    /// Coordinates of a point, values of an image.
    values: usize,
    /// Whether the networks, and the config's shapes, have the channels first.
    channels_first: bool,
    /// Whether images are mapped to [-1, 1], the range of tanh.
    signed: bool,
}

impl Form {
    /// The form of a shape of the config.
    fn new(shape: &[usize], channels_first: bool, output: Activation) -> Self {
        let image = match *shape {
            [a, b, c] if channels_first => Some([b, c, a]),
            [a, b, c] => Some([a, b, c]),
            _ => None,
        };
        let signed = image.is_some() && output == Activation::Tanh;
        Self { image, values: shape.iter().product(), channels_first, signed }
    }

    /// Checks modality and shape.
    pub(super) fn accepts(&self, batch: &Batch) -> Result<(), BatchError> {
        let field = "generator.output_shape";
        let Some(shape) = self.image else { return batch.points()?.expect_width(self.values, field) };
        batch.images()?.expect_shape(shape, field).map_err(|error| match error {
            // In the order of the config.
            BatchError::Shape { mut expected, mut found, field } if self.channels_first => {
                expected.rotate_right(1);
                found.rotate_right(1);
                BatchError::Shape { expected, found, field }
            }
            error => error,
        })
    }

    /// Examples as the networks see them: `[B, values]`.
    pub(super) fn values(&self, batch: &Batch) -> Result<Tensor<2>, BatchError> {
        self.accepts(batch)?;
        let count = batch.len();
        if self.image.is_none() {
            return Ok(batch.points()?.points.clone());
        }
        let images = batch.images()?.images.clone();
        let images = if self.channels_first { images.permute([0, 3, 1, 2]) } else { images };
        let values = images.reshape([count, self.values]);
        Ok(if self.signed { values * 2.0 - 1.0 } else { values })
    }

    /// What the generator gave, as data.
    pub(super) fn samples(&self, values: Tensor<2>) -> Samples {
        let count = values.dims()[0];
        let Some([height, width, channels]) = self.image else { return Samples::Points(values) };
        let values = if self.signed { (values + 1.0) * 0.5 } else { values };
        let images = if self.channels_first {
            values.reshape([count, channels, height, width]).permute([0, 2, 3, 1])
        } else {
            values.reshape([count, height, width, channels])
        };
        Samples::Images(images.clamp(0.0, 1.0))
    }
}

/// The model of convolutional networks.
fn conv(
    config: &AdversarialConfig,
    networks: (&ConvGeneratorConfig, &ConvDiscriminatorConfig),
    cx: &mut BuildContext,
) -> Result<GAN, BuildError> {
    let (up, down) = networks;
    let (rngs, device): (&mut Rngs, &Device) = (&mut cx.rngs, &cx.device);
    let scope = ParamScope::root(rngs, device);
    Ok(GAN {
        generator: Generator::conv(up, None, &scope.child(GENERATOR))?,
        discriminator: Discriminator::conv(down, None, &scope.child(DISCRIMINATOR))?,
        rules: conv_rules(config, networks),
    })
}

fn conv_rules(config: &AdversarialConfig, (up, down): (&ConvGeneratorConfig, &ConvDiscriminatorConfig)) -> Rules {
    let form = Form::new(&up.network.output_shape, true, up.network.output_activation);
    Rules::new(config, form, [&up.network.name, &down.network.name])
}

impl Build for GANConfig {
    type Model = GAN;
    const FAMILY: Family = Family::Gan;

    fn build(&self, cx: &mut BuildContext) -> Result<GAN, BuildError> {
        let scope = ParamScope::root(&mut cx.rngs, &cx.device);
        let form = Form::new(&self.generator.output_shape, false, self.generator.output_activation);
        Ok(GAN {
            generator: Generator::dense(&self.generator, &scope.child(GENERATOR)),
            discriminator: Discriminator::dense(&self.discriminator, &scope.child(DISCRIMINATOR)),
            rules: Rules::new(&self.adversarial, form, [&self.generator.name, &self.discriminator.name]),
        })
    }

    fn example() -> Self {
        crate::config!(GANConfig {
            generator = { latent_dim = 32, hidden_dims = [128, 128], output_shape = [8, 8, 1] },
            discriminator = { input_shape = [8, 8, 1], hidden_dims = [128, 128] },
        })
    }
}

impl Build for DCGANConfig {
    type Model = GAN;
    const FAMILY: Family = Family::Gan;

    fn build(&self, cx: &mut BuildContext) -> Result<GAN, BuildError> {
        conv(&self.adversarial, (&self.generator, &self.discriminator), cx)
    }

    fn example() -> Self {
        crate::config!(DCGANConfig {
            generator = { latent_dim = 32, hidden_dims = [64, 32], output_shape = [1, 8, 8] },
            discriminator = { input_shape = [1, 8, 8], hidden_dims = [32, 64] },
        })
    }
}

impl Build for WGANConfig {
    type Model = GAN;
    const FAMILY: Family = Family::Gan;

    fn build(&self, cx: &mut BuildContext) -> Result<GAN, BuildError> {
        let mut model = conv(&self.adversarial, (&self.generator, &self.discriminator.discriminator), cx)?;
        if !self.use_gradient_penalty {
            model.rules.penalty_weight = 0.0;
            model.rules.weight_clip = Some(self.weight_clip);
        }
        Ok(model)
    }

    fn example() -> Self {
        crate::config!(WGANConfig {
            generator = { latent_dim = 32, hidden_dims = [64, 32], output_shape = [1, 8, 8] },
            discriminator = { input_shape = [1, 8, 8], hidden_dims = [32, 64] },
        })
    }
}

impl Build for LSGANConfig {
    type Model = GAN;
    const FAMILY: Family = Family::Gan;

    fn build(&self, cx: &mut BuildContext) -> Result<GAN, BuildError> {
        let mut model = conv(&self.adversarial, (&self.generator, &self.discriminator), cx)?;
        model.rules.targets = Targets { a: self.a, b: self.b, c: self.c };
        Ok(model)
    }

    fn example() -> Self {
        crate::config!(LSGANConfig {
            generator = { latent_dim = 32, hidden_dims = [64, 32], output_shape = [1, 8, 8] },
            discriminator = { input_shape = [1, 8, 8], hidden_dims = [32, 64] },
        })
    }
}

impl Build for ConditionalGANConfig {
    type Model = GAN;
    const FAMILY: Family = Family::Gan;

    fn build(&self, cx: &mut BuildContext) -> Result<GAN, BuildError> {
        let (up, down) = (&self.generator, &self.discriminator);
        let scope = ParamScope::root(&mut cx.rngs, &cx.device);
        let mut rules = conv_rules(&self.adversarial, (&up.generator, &down.discriminator));
        rules.classes = Some(up.conditional.num_classes);
        Ok(GAN {
            generator: Generator::conv(&up.generator, Some(&up.conditional), &scope.child(GENERATOR))?,
            discriminator: Discriminator::conv(
                &down.discriminator,
                Some(&down.conditional),
                &scope.child(DISCRIMINATOR),
            )?,
            rules,
        })
    }

    fn example() -> Self {
        crate::config!(ConditionalGANConfig {
            generator = {
                latent_dim = 32, hidden_dims = [64, 32], output_shape = [1, 8, 8], conditional = { embedding_dim = 16 },
            },
            discriminator = {
                input_shape = [1, 8, 8], hidden_dims = [32, 64], conditional = { embedding_dim = 16 },
            },
        })
    }
}

//! Every field of the configuration changes something that can be observed, every rule is enforced, and a config costs what its
//! model has.

use super::*;
use crate::config::cost::cost_of;
use crate::config::validate_value;

/// A field, and what changes it.
type Change = (&'static str, fn(&mut PixelCNNConfig));

/// What a user can see of a model: its parts, its parameters' shapes, losses of training, and a sample after it.
fn observe(config: &PixelCNNConfig) -> String {
    let (model, shape) = (build(config), config.image_shape);
    let batch = batch(&levels(2 * shape.iter().product::<usize>(), config.levels, 1), shape, config.levels - 1);
    let shapes = params::shapes(&model);
    let (trained, losses) = train(model, &batch, 3, 0.02);
    let options = SampleOptions::default();
    let Samples::Images(drawn) = trained.generate(1, &options, &mut Rngs::new(0)).unwrap() else { panic!() };
    format!("{:?} {shapes:?} {losses:?} {:?} {:?}", trained.components(), drawn.dims(), host(drawn))
}

#[test]
fn every_field_acts() {
    let base = config([3, 4, 1], 5);
    let changes: [Change; 12] = [
        ("image_shape", |c| c.image_shape = [4, 3, 1]),
        ("image_shape", |c| c.image_shape = [3, 4, 3]),
        ("levels", |c| c.levels = 6),
        ("hidden_channels", |c| c.hidden_channels = 7),
        ("num_layers", |c| c.num_layers = 3),
        ("num_residual_blocks", |c| c.num_residual_blocks = 2),
        ("num_residual_blocks", |c| c.num_residual_blocks = 0),
        ("kernel_size", |c| c.kernel_size = 5),
        ("dropout_rate", |c| c.dropout_rate = 0.5),
        ("likelihood", |c| c.likelihood = PixelLikelihood::Logistic),
        ("num_mixtures", |c| (c.likelihood, c.num_mixtures) = (PixelLikelihood::Logistic, Some(3))),
        ("num_classes", |c| c.num_classes = Some(2)),
    ];
    let mut seen = vec![observe(&base)];
    for (field, change) in changes {
        let mut config = base.clone();
        change(&mut config);
        let (cost, model) = (cost_of(&config).unwrap(), build(&config));
        let parts: Vec<_> = cost.parts().iter().map(|part| part.parameters).collect();
        let built: Vec<_> = model.components().iter().map(|part| part.params as u64).collect();
        assert_eq!(parts, built, "`{field}`");
        assert_eq!(cost.parameters, learnt(&model) as u64, "`{field}`");
        let observed = observe(&config);
        assert!(!seen.contains(&observed), "`{field}` changes nothing");
        seen.push(observed);
    }
    let ten = |num_mixtures| PixelCNNConfig { likelihood: PixelLikelihood::Logistic, num_mixtures, ..base.clone() };
    assert_eq!(observe(&ten(None)), observe(&ten(Some(10))));
}

#[test]
fn a_step_moves_every_parameter_and_all_of_it_is_saved() {
    for likelihood in LIKELIHOODS {
        let config = PixelCNNConfig { num_classes: Some(2), ..of(likelihood, config([3, 4, 2], 5)) };
        let (model, batch) = (build(&config), batch(&levels(48, 5, 1), [3, 4, 2], 4));
        let before = params::export(&model).unwrap();
        let (trained, _) = train(model, &batch, 2, 0.01);
        let saved = params::export(&trained).unwrap();
        for (old, new) in before.iter().zip(&saved) {
            assert!(old != new, "two steps leave `{}`", old.name);
        }
        let again = params::import(build(&config), saved).unwrap();
        let said = |model: &PixelCNN| host(model.valid().forward(&batch, &mut Rngs::new(0)).said);
        assert_eq!(said(&again), said(&trained));
    }
}

#[test]
fn broken_rules_are_named() {
    let broken: [Change; 9] = [
        ("image_shape", |c| c.image_shape = [0, 1, 1]),
        ("levels", |c| c.levels = 1),
        ("hidden_channels", |c| c.hidden_channels = 0),
        ("num_layers", |c| c.num_layers = 0),
        ("kernel_size", |c| c.kernel_size = 4),
        ("dropout_rate", |c| c.dropout_rate = 1.0),
        ("num_mixtures", |c| c.num_mixtures = Some(3)),
        ("num_mixtures", |c| (c.likelihood, c.num_mixtures) = (PixelLikelihood::Logistic, Some(0))),
        ("num_classes", |c| c.num_classes = Some(0)),
    ];
    for (words, breaks) in broken {
        let mut config = config([3, 3, 1], 5);
        breaks(&mut config);
        let error = validate_value(&config).unwrap_err().to_string();
        assert!(error.contains(words), "{words}: {error}");
    }
    assert!(validate_value(&PixelCNNConfig::example()).is_ok());
}

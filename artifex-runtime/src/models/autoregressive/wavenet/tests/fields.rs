//! Every field of the configuration changes something that can be observed, every rule is enforced, and a config costs what its
//! model has.

use super::*;
use crate::config::cost::cost_of;
use crate::config::validate_value;

/// A field, and what changes it.
type Change = (&'static str, fn(&mut WaveNetConfig));

/// What a user can see of a model: its parts, its parameters' shapes, losses of training, scores and a sample after it.
fn observe(config: &WaveNetConfig) -> String {
    let batch = batch(&[vec![1, 4, 2, 0, 3, 2], vec![2, 2, 1, 0, 4, 3]], 0, 5);
    let model = build(config);
    let shapes = params::shapes(&model);
    let (trained, losses) = train(model, &batch, 3, 0.02);
    let trained = trained.valid();
    let scores = host(trained.forward(&batch, &mut Rngs::new(0)).scores);
    let Samples::Tokens(drawn) = trained.generate(1, &SampleOptions::default(), &mut Rngs::new(0)).unwrap() else {
        panic!("no tokens")
    };
    let drawn = drawn.into_data().try_to_vec_as::<i64>().unwrap();
    format!("{:?} {shapes:?} {losses:?} {scores:?} {drawn:?}", trained.components())
}

#[test]
fn every_field_acts() {
    let base = config(5, 6);
    let changes: [Change; 10] = [
        ("vocab_size", |c| c.vocab_size = 6),
        ("sequence_length", |c| c.sequence_length = 7),
        ("dropout_rate", |c| c.dropout_rate = 0.5),
        ("residual_channels", |c| c.residual_channels = 7),
        ("skip_channels", |c| c.skip_channels = 9),
        ("num_blocks", |c| c.num_blocks = 1),
        ("layers_per_block", |c| c.layers_per_block = 3),
        ("kernel_size", |c| c.kernel_size = 3),
        ("dilation_base", |c| c.dilation_base = 3),
        ("use_gated_activation", |c| c.use_gated_activation = false),
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
    // What is remembered changes no result, but what is computed: see the test of the cache.
}

#[test]
fn a_step_moves_every_parameter_and_all_of_it_is_saved() {
    let config = config(5, 6);
    let (model, batch) = (build(&config), batch(&[vec![1, 4, 2, 0, 3, 2], vec![2, 2, 1, 0, 4, 3]], 0, 5));
    let before = params::export(&model).unwrap();
    let (trained, _) = train(model, &batch, 2, 0.01);
    let saved = params::export(&trained).unwrap();
    for (old, new) in before.iter().zip(&saved) {
        assert!(old != new, "two steps leave `{}`", old.name);
    }
    let again = params::import(build(&config), saved).unwrap();
    let scores = |model: &WaveNet| host(model.valid().forward(&batch, &mut Rngs::new(0)).scores);
    assert_eq!(scores(&again), scores(&trained));
}

#[test]
fn broken_rules_are_named() {
    let broken: [Change; 9] = [
        ("vocab_size", |c| c.vocab_size = 1),
        ("sequence_length", |c| c.sequence_length = 0),
        ("dropout_rate", |c| c.dropout_rate = 1.0),
        ("residual_channels", |c| c.residual_channels = 0),
        ("skip_channels", |c| c.skip_channels = 0),
        ("num_blocks", |c| c.num_blocks = 0),
        ("layers_per_block", |c| c.layers_per_block = 33),
        ("dilation_base", |c| c.dilation_base = 1),
        ("4,096 taps", |c| c.kernel_size = 2000),
    ];
    for (words, breaks) in broken {
        let mut config = config(5, 6);
        breaks(&mut config);
        let error = validate_value(&config).unwrap_err().to_string();
        assert!(error.contains(words), "{words}: {error}");
    }
    assert!(validate_value(&WaveNetConfig::example()).is_ok());
}

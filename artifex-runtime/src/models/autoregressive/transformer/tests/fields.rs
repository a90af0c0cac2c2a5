//! Every field of the configuration changes something that can be observed, every rule is enforced, and a config costs what its
//! model has.

use super::*;
use crate::config::cost::cost_of;
use crate::config::validate_value;
use crate::nn::Activation;
use crate::nn::transformer::{NormKind, NormPosition};

/// A field, and what changes it.
type Change = (&'static str, fn(&mut TransformerConfig));

/// What a user can see of a model: its parts, its parameters' shapes, losses of training, scores and a sample after it.
fn observe(config: &TransformerConfig) -> String {
    let (model, batch) = (build(config), batch(&[vec![1, 4, 2, 0, 3, 2], vec![2, 2, 1, 0, 4, 3]], 0, 5));
    let shapes = params::shapes(&model);
    let (trained, losses) = train(model, &batch, 3, 0.05);
    let trained = trained.valid();
    let scores = host(trained.forward(&batch, &mut Rngs::new(0)).scores);
    let Samples::Tokens(drawn) = trained.sample(1, &SampleOptions::default(), &mut Rngs::new(0)).unwrap() else {
        panic!("no tokens")
    };
    let drawn = drawn.into_data().try_to_vec_as::<i64>().unwrap();
    format!("{:?} {shapes:?} {losses:?} {scores:?} {drawn:?}", trained.components())
}

#[test]
fn every_field_acts() {
    let base = config(5, 6);
    let changes: [Change; 21] = [
        ("vocab_size", |c| c.vocab_size = 6),
        ("sequence_length", |c| c.sequence_length = 7),
        ("dropout_rate", |c| c.dropout_rate = 0.5),
        ("num_layers", |c| c.num_layers = 1),
        ("tie_weights", |c| c.tie_weights = false),
        ("start_token", |c| c.start_token = 3),
        ("network.embed_dim", |c| c.network.embed_dim = 20),
        ("network.num_heads", |c| c.network.num_heads = 4),
        ("network.num_key_heads", |c| c.network.num_key_heads = Some(1)),
        ("network.mlp_ratio", |c| c.network.mlp_ratio = 1.5),
        ("network.activation", |c| c.network.activation = Activation::Elu),
        ("network.gated_mlp", |c| c.network.gated_mlp = true),
        ("network.rotary_base", |c| c.network.rotary_base = Some(20.0)),
        ("network.norm", |c| c.network.norm = NormKind::Rms),
        ("network.norm_position", |c| c.network.norm_position = NormPosition::Post),
        ("network.layer_norm_eps", |c| c.network.layer_norm_eps = 0.1),
        ("network.use_bias", |c| c.network.use_bias = false),
        ("network.dropout_rate", |c| c.network.dropout_rate = 0.5),
        ("network.attention_dropout_rate", |c| c.network.attention_dropout_rate = 0.5),
        ("network.norm", |c| (c.network.norm, c.network.use_bias) = (NormKind::Rms, false)),
        ("network.gated_mlp", |c| (c.network.gated_mlp, c.tie_weights) = (true, false)),
    ];
    let mut seen = vec![observe(&base)];
    let mut check = |field: &str, config: &TransformerConfig| {
        let (cost, model) = (cost_of(config).unwrap(), build(config));
        let parts: Vec<_> = cost.parts().iter().map(|part| part.parameters).collect();
        let built: Vec<_> = model.components().iter().map(|part| part.params as u64).collect();
        assert_eq!(parts, built, "`{field}`");
        assert_eq!(cost.parameters, params::learnt(&model) as u64, "`{field}`");
        let observed = observe(config);
        assert!(!seen.contains(&observed), "`{field}` changes nothing");
        seen.push(observed);
    };
    for (field, change) in changes {
        let mut config = base.clone();
        change(&mut config);
        check(field, &config);
    }
    for kind in KINDS.into_iter().filter(|kind| *kind != PositionalEncoding::Rotary) {
        check("network.positional_encoding", &with_positions(kind, base.clone()));
    }
    let default = TransformerNetworkConfig { rotary_base: Some(10_000.0), ..base.network.clone() };
    assert_eq!(observe(&TransformerConfig { network: default, ..base.clone() }), observe(&base));
    // What is remembered changes no result, but what is computed: see the tests of generation.
}

#[test]
fn a_step_moves_every_parameter_and_all_of_it_is_saved() {
    for config in [
        with_positions(PositionalEncoding::Learned, config(5, 6)),
        TransformerConfig { tie_weights: false, ..config(5, 6) },
    ] {
        let batch = batch(&[vec![1, 4, 2, 0, 3, 2], vec![2, 2, 1, 0, 4, 3]], 0, 5);
        let model = build(&config);
        let before = params::export(&model).unwrap();
        let (trained, _) = train(model, &batch, 2, 0.01);
        let saved = params::export(&trained).unwrap();
        for (old, new) in before.iter().zip(&saved) {
            // What every key has in common changes no softmax.
            assert!(old != new || old.name.ends_with("key.bias"), "two steps leave `{}`", old.name);
        }
        let again = params::import(build(&config), saved).unwrap();
        let scores = |model: &TransformerModel| host(model.valid().forward(&batch, &mut Rngs::new(0)).scores);
        assert_eq!(scores(&again), scores(&trained));
    }
}

#[test]
fn broken_rules_are_named() {
    let broken: [Change; 12] = [
        ("vocab_size", |c| c.vocab_size = 0),
        ("sequence_length", |c| c.sequence_length = 0),
        ("dropout_rate", |c| c.dropout_rate = 1.0),
        ("start_token", |c| c.start_token = 5),
        ("num_heads", |c| c.network.num_heads = 3),
        ("embed_dim", |c| (c.network.embed_dim, c.network.num_heads) = (514, 2)),
        ("num_key_heads", |c| (c.network.num_heads, c.network.num_key_heads) = (4, Some(3))),
        ("even width", |c| (c.network.embed_dim, c.network.num_heads) = (15, 3)),
        ("rotary_base", |c| {
            (c.network.positional_encoding, c.network.rotary_base) = (PositionalEncoding::Alibi, Some(20.0));
        }),
        ("layer_norm_eps", |c| c.network.layer_norm_eps = 0.0),
        ("mlp_ratio", |c| c.network.mlp_ratio = -1.0),
        ("num_layers", |c| c.num_layers = 0),
    ];
    for (words, breaks) in broken {
        let mut config = config(5, 6);
        breaks(&mut config);
        let error = validate_value(&config).unwrap_err().to_string();
        assert!(error.contains(words), "{words}: {error}");
    }
    assert!(validate_value(&TransformerConfig::example()).is_ok());
}

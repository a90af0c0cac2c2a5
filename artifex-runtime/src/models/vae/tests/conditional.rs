//! Classes reach both networks.

use super::condition::Condition;
use super::*;
use crate::config::validate_value;

fn config_of(kind: EncoderType, condition_dim: usize, condition_type: ConditionType) -> ConditionalVAEConfig {
    let mut vae = config([4, 4, 1], &[6, 5], 2);
    vae.encoder_type = kind;
    ConditionalVAEConfig { vae, num_classes: 3, condition_dim, condition_type }
}

fn build_of(config: &ConditionalVAEConfig) -> ConditionalVAE {
    config.build(&mut BuildContext::new(device(), 7)).unwrap()
}

fn labelled(classes: [i32; 4]) -> ImageBatch {
    ImageBatch { labels: Some(labels(classes)), ..batch(4, [4, 4, 1]) }
}

#[test]
fn a_class_changes_both_networks_whatever_they_are() {
    for kind in [EncoderType::Dense, EncoderType::Cnn, EncoderType::Resnet] {
        for condition_type in [ConditionType::Concat, ConditionType::Add] {
            for condition_dim in [0, 5] {
                let model = build_of(&config_of(kind, condition_dim, condition_type));
                let mut rngs = Rngs::new(0);
                let pass = |classes| model.forward(&labelled(classes), &mut Rngs::new(3));
                let (some, others) = (pass([0, 1, 2, 0]), pass([0, 1, 2, 1]));
                let (a, b) = (host(some.mean.clone()), host(others.mean));
                assert_eq!(a[..6], b[..6], "{kind:?}: an example depends on another one's class");
                assert_ne!(a[6..], b[6..], "{kind:?} {condition_type:?}: the encoder does not see the class");
                let z = Tensor::zeros([2, 2], &Device::flex());
                let images = host(model.decode(z, &[0, 1], &mut rngs));
                assert_ne!(images[..16], images[16..], "{kind:?} {condition_type:?}: the decoder does not");
                // Every parameter learns.
                let gradients = model.loss(&labelled([0, 1, 2, 0]), &some, &mut rngs).total().backward();
                let mut optimizer = Optimizer::new(OptimizerConfig::Adam(AdamConfig::default()));
                let model = optimizer.step(model, gradients, 1e-3);
                assert_eq!(optimizer.export().unwrap().len(), 3 * params::shapes(&model).len());
            }
        }
    }
}

#[test]
fn a_class_is_one_number_or_a_learnt_vector() {
    let scope = ParamScope::root(&mut Rngs::new(0), &Device::flex());
    let (one, told) = Condition::new(3, 0, ConditionType::Concat, &scope);
    assert_eq!(told.width, 3);
    assert_eq!(host(one.forward(labels([2, 0]))), [0.0, 0.0, 1.0, 1.0, 0.0, 0.0]);
    let (learnt, told) = Condition::new(3, 2, ConditionType::Concat, &scope);
    assert_eq!((told.width, params::learnt(&learnt)), (2, 6));
    let rows = host(learnt.forward(labels([1, 1, 0])));
    assert!(rows[..2] == rows[2..4] && rows[..2] != rows[4..]);
}

#[test]
fn samples_are_of_the_class_that_is_asked_for() {
    let model = build_of(&config_of(EncoderType::Dense, 0, ConditionType::Concat)).valid();
    let draw = |class: Option<usize>, n| {
        let options = SampleOptions::default().with_class(class);
        model.generate(n, &options, &mut Rngs::new(5)).map(images)
    };
    // The same latents with other classes: in turn where none is asked for.
    let (turn, ones) = (draw(None, 6).unwrap(), draw(Some(1), 6).unwrap());
    for sample in 0..6 {
        let range = sample * 16..(sample + 1) * 16;
        assert_eq!(turn[range.clone()] == ones[range], sample % 3 == 1);
    }
    assert_eq!(draw(Some(3), 1).unwrap_err(), SampleError::Class { class: 3, classes: 3 });
    assert_eq!(draw(None, 0).unwrap_err(), SampleError::Empty);
    let picture = &model.pictures(&labelled([0, 1, 2, 0]), &mut Rngs::new(0))[0];
    assert_eq!((picture.columns, picture.images.dims()), (3, [12, 4, 4, 1]));
}

#[test]
fn bounds_and_reconstructions_are_of_the_class() {
    let model = build_of(&config_of(EncoderType::Dense, 0, ConditionType::Concat)).valid();
    let of = |classes| {
        let bound = model.log_prob(&labelled(classes), &mut Rngs::new(1)).unwrap();
        let tighter = model.importance_bound(&labelled(classes), 8, &mut Rngs::new(1)).unwrap();
        let Some(Samples::Images(images)) = model.reconstruct(&labelled(classes), &mut Rngs::new(1)) else { panic!() };
        [host(bound.values), host(tighter.values), host(images)]
    };
    for (one, other) in of([0, 1, 2, 0]).iter().zip(of([0, 1, 2, 2])) {
        let kept = one.len() / 4 * 3;
        assert!(one[..kept] == other[..kept] && one[kept..] != other[kept..]);
    }
}

#[test]
fn data_without_labels_is_refused() {
    let model = build_of(&config_of(EncoderType::Dense, 0, ConditionType::Concat));
    assert_eq!(model.accepts(&batch(2, [4, 4, 1])), Err(BatchError::NoClasses));
    assert_eq!(model.accepts(&labelled([0; 4])), Ok(()));
    assert_eq!(model.classes(), Some(3));
}

#[test]
fn every_field_acts_and_rules_hold() {
    let base = config_of(EncoderType::Dense, 0, ConditionType::Concat);
    let mut seen = vec![fields::observe(&build_of(&base))];
    let changes: [(&str, fn(&mut ConditionalVAEConfig)); 4] = [
        ("num_classes", |c| c.num_classes = 4),
        ("condition_dim", |c| c.condition_dim = 3),
        ("condition_type", |c| c.condition_type = ConditionType::Add),
        ("vae", |c| c.vae.kl_weight = 2.0),
    ];
    for (field, change) in changes {
        let mut config = base.clone();
        change(&mut config);
        let observed = fields::observe(&build_of(&config));
        assert!(!seen.contains(&observed), "`{field}` changes nothing");
        seen.push(observed);
    }
    let none = ConditionalVAEConfig { num_classes: 0, ..base.clone() };
    assert!(validate_value(&none).unwrap_err().to_string().contains("`num_classes` is 0"));
    let mut apart = base;
    apart.vae.decoder.latent_dim = 9;
    assert!(validate_value(&apart).is_err(), "the rules of the plain VAE hold too");
}

//! Models in continuous time.

use super::fields::{assert_acts, assert_refused, load};
use super::*;
use crate::config::Value;

const POINTS: &str = "
input_shape = [2]
backbone = { type = 'mlp', hidden_dims = [9, 8], time_embedding_dim = 8 }
";

fn with(more: &str) -> String {
    format!("{POINTS}{more}")
}

#[test]
fn every_field_of_score_models_acts() {
    let euler = "sampler = { type = 'euler', steps = 5 }\n";
    assert_acts::<ScoreDiffusionConfig>(
        &with(euler),
        &[
            "sigma_min=0.1",
            "sigma_max=5",
            "sde=vp",
            "sde=sub_vp",
            "sde=vp; beta_min=0.5",
            "sde=vp; beta_max=10",
            "sde=sub_vp; beta_max=10",
            "score_scaling=2.0",
            "least_time=0.01",
            "sampler={ type = 'euler_maruyama', steps = 5 }",
            "sampler={ type = 'euler_maruyama', steps = 6 }",
            "sampler={ type = 'euler_maruyama', steps = 5, spacing = 'quadratic' }",
            "sampler={ type = 'euler_maruyama', steps = 5, spacing = 'quadratic', final_sigma = 'sigma_min' }",
            "sampler={ type = 'euler', steps = 5, karras_ends = 'trailing' }",
            "sampler={ type = 'predictor_corrector', steps = 5 }",
            "sampler={ type = 'predictor_corrector', steps = 5, final_sigma = 'sigma_min' }",
        ],
    );
}

#[test]
fn every_field_of_flow_matching_acts() {
    assert_acts::<FlowMatchingConfig>(
        &with("sampler = { type = 'euler', steps = 5, spacing = 'trailing' }"),
        &[
            "time_sampling=logit_normal",
            "time_sampling=logit_normal; logit_mean=1.0",
            "time_sampling=logit_normal; logit_std=0.5",
            "shift=3.0",
            "sampler.spacing=linspace",
            "sampler.spacing=linspace; least_time=0.1",
            "loss_weighting.type=min_snr",
            "likelihood={ steps = 2 }",
            "likelihood={ steps = 2 }; least_time=0.1",
            "sampler.type=heun",
        ],
    );
    let config: FlowMatchingConfig = load(POINTS, &[]);
    assert_eq!(build(&config).sampler().evaluations(), 50);
}

#[test]
fn every_field_of_edm_acts() {
    assert_acts::<EDMConfig>(
        &with("sampler = { type = 'heun', steps = 3 }"),
        &["sigma_data=1.0", "sigma_min=0.1", "sigma_max=10", "p_mean=0.0", "p_std=0.5", "sampler.steps=4"],
    );
    let config: EDMConfig = load(POINTS, &[]);
    assert_eq!(build(&config).sampler().evaluations(), 35, "18 steps of Heun's method");
}

#[test]
fn broken_rules_are_named() {
    let score = |edits: &[&str], expected: &str| assert_refused::<ScoreDiffusionConfig>(POINTS, edits, expected);
    score(&["sde=vp", "sigma_min=0.1"], "`vp` and `sub_vp` have `beta_min` and `beta_max`");
    score(&["beta_min=0.1"], "`ve` has `sigma_min` and `sigma_max`");
    score(&["sigma_min=2", "sigma_max=1"], "the noise grows");
    score(&["sigma_min=50"], "`sigma_max` is 50 if it is left out");
    score(&["sigma_max=0.01"], "`sigma_min` is 0.01 if it is left out");
    score(&["sde=vp", "beta_min=2", "beta_max=1"], "the noise grows");
    score(&["sde=vp", "beta_min=21"], "`beta_max` is 20 if it is left out");
    score(&["sde=vp", "beta_max=0.05"], "`beta_min` is 0.1 if it is left out");
    score(&["sampler={ type = 'ddim', spacing = 'leading' }"], "`leading` leaves out the noisiest level");
    score(&["sampler={ type = 'euler', karras_ends = 'leading' }"], "`leading` leaves out the noisiest level");
    let flow = |edits: &[&str], expected: &str| assert_refused::<FlowMatchingConfig>(POINTS, edits, expected);
    flow(&["logit_mean=0.1"], "`uniform` times have no mean and deviation");
    flow(&["sampler={ type = 'ddim', spacing = 'leading' }"], "`leading` leaves out the noisiest level");
    flow(&["sampler={ type = 'heun' }"], "set `sampler.spacing` to `trailing`");
    flow(&["sampler={ type = 'euler_maruyama' }"], "a flow is no stochastic differential equation");
    flow(&["sampler={ type = 'predictor_corrector' }"], "a corrector needs some");
    flow(&["sampler={ type = 'ddpm', variance = 'learned_range' }"], "the network predicts no variance");
    let learns = "backbone={ type = 'dit', patch_size = 2, hidden_size = 8, learn_sigma = true }";
    flow(&["input_shape=[4, 4, 1]", learns], "variances are those of the steps of a schedule");
    let edm = |edits: &[&str], expected: &str| assert_refused::<EDMConfig>(POINTS, edits, expected);
    edm(&["sigma_min=2", "sigma_max=1"], "the noise grows");
    edm(&["sampler={ type = 'ddim', spacing = 'leading' }"], "`leading` leaves out the noisiest level");
    edm(&["sampler={ type = 'euler_maruyama' }"], "it takes the times of `score_diffusion`");
}

/// The largest numbers that are allowed make losses that are numbers.
#[test]
fn the_ends_of_the_ranges_are_finite() {
    fn finite<C: Build<Model = Diffusion> + Value>(edits: &[&str]) {
        let model = build(&load::<C>(POINTS, edits));
        for seed in 0..20 {
            let (_, losses) = train(model.clone(), &points(64, 1), 1, &mut Rngs::new(seed));
            assert!(losses.iter().all(|loss| loss.is_finite()), "{edits:?}: {losses:?}");
        }
    }
    for mean in ["p_mean=20", "p_mean=-20"] {
        finite::<EDMConfig>(&[mean, "p_std=5"]);
    }
    for mean in ["logit_mean=20", "logit_mean=-20"] {
        for weighting in ["simple", "min_snr", "edm"] {
            let weighting = format!("loss_weighting.type={weighting}");
            finite::<FlowMatchingConfig>(&["time_sampling=logit_normal", mean, "logit_std=5", &weighting]);
        }
    }
    finite::<ScoreDiffusionConfig>(&["sigma_min=1e-6", "sigma_max=1e6"]);
    finite::<ScoreDiffusionConfig>(&["sde=vp", "beta_max=100"]);
    finite::<ScoreDiffusionConfig>(&["sde=sub_vp", "beta_max=100"]);
    assert_refused::<EDMConfig>(POINTS, &["p_mean=1000"], "p_mean");
}

/// Trained for some steps, every process beats the best prediction for normal data, draws points where the data are, and gives
/// held-out points a density that is higher than that of one Gaussian.
#[test]
fn every_process_learns_the_points() {
    fn learns<C: Build<Model = Diffusion> + Value>(more: &str) {
        let text = format!(
            "input_shape = [2]\nbackbone = {{ type = 'mlp', hidden_dims = [32, 32], time_embedding_dim = 16 }}\n\
             likelihood = {{ steps = 12 }}\n{more}"
        );
        let (train_set, held_out) = (points(300, 1), points(300, 2));
        let model = build(&load::<C>(&text, &[]));
        let baseline = model.baseline(&train_set, &held_out).unwrap();
        let (model, _) = train(model, &train_set, 400, &mut Rngs::new(1));
        let after = evaluate(&model, &held_out);
        assert!(after < baseline.value, "{more}: {after}, and the baseline is {}", baseline.value);
        let x = host(sample(&model, 300, &SampleOptions::default(), 0));
        let near = |[x, y]: &[f32; 2]| [-1.5, 0.0, 1.5].iter().any(|centre| (x - centre).hypot(*y) < 0.7);
        let found = x.as_chunks::<2>().0.iter().filter(|point| near(point)).count();
        assert!(found > 230, "{more}: {found}");
        let found = model.valid().log_prob(&held_out, &mut Rngs::new(0)).unwrap();
        assert_eq!((found.kind, found.variables), (LogProbKind::Exact, None));
        let mean = found.total().unwrap() / 300.0;
        // The points' own density gives -0.72 nats, one Gaussian -1.44: variances 1.54 and 0.04.
        assert!(mean > -1.6 && mean < -0.5, "{more}: {mean}");
    }
    learns::<ScoreDiffusionConfig>(
        "sde = 've'\nsigma_max = 10\nsampler = { type = 'predictor_corrector', steps = 60 }",
    );
    learns::<ScoreDiffusionConfig>("sde = 'vp'\nsampler = { type = 'euler_maruyama', steps = 100 }");
    learns::<ScoreDiffusionConfig>("sde = 'sub_vp'\nsampler = { type = 'dpm_solver_pp', steps = 20 }");
    learns::<FlowMatchingConfig>("sampler = { type = 'heun', steps = 20, spacing = 'trailing' }");
    learns::<EDMConfig>("sigma_data = 0.9\nsigma_max = 20");
    learns::<DDPMConfig>(
        "noise_schedule = { num_timesteps = 100, beta_end = 0.15 }\nsampler = { type = 'ddim', steps = 20 }",
    );
}

/// Bounds of pixels' probabilities: with the class told, and in the range that pixels of so many levels allow.
#[test]
fn images_have_a_bound_of_their_likelihood() {
    let text = "
        input_shape = [4, 4, 1]
        backbone = { type = 'mlp', hidden_dims = [32], time_embedding_dim = 8 }
        levels = 4
        likelihood = { steps = 8, probes = 4 }
        conditional = { num_classes = 3 }
    ";
    let model = build(&load::<FlowMatchingConfig>(text, &[]));
    let batch = images(6, [4, 4, 1]);
    let (model, _) = train(model, &batch, 30, &mut Rngs::new(1));
    let bound = |seed| model.valid().log_prob(&batch, &mut Rngs::new(seed)).unwrap();
    let found = bound(1);
    assert_eq!((found.kind, found.variables), (LogProbKind::LowerBound, Some(16)));
    // 16 pixels of 4 levels each that are all as likely have -22.2 nats; training has begun to know better or not much worse.
    let values = host(found.values);
    assert!(values.iter().all(|value| (-60.0..0.0).contains(value)), "{values:?}");
    assert_eq!(values, host(bound(1).values));
    assert_ne!(values, host(bound(2).values), "noise of pixels and directions");
    // Another class is another density.
    let Batch::Images(ImageBatch { images, .. }) = &batch else { panic!() };
    let other = Batch::Images(ImageBatch { images: images.clone(), labels: Some(labels(6).flip([0])) });
    let others = host(model.valid().log_prob(&other, &mut Rngs::new(1)).unwrap().values);
    assert_ne!(values, others);
    assert!(build(&of_points()).valid().log_prob(&points(3, 1), &mut Rngs::new(0)).is_none(), "none is asked for");
}

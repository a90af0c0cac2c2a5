//! Every field of the configurations changes something that can be observed, and every rule is enforced.

use super::*;
use crate::config::{Loader, Value};

pub(super) const POINTS: &str = "
input_shape = [2]
backbone = { type = 'mlp', hidden_dims = [9, 8], time_embedding_dim = 8 }
noise_schedule = { num_timesteps = 50 }
sampler = { type = 'ddim', steps = 5 }
";

pub(super) const IMAGES: &str = "
input_shape = [6, 8, 1]
backbone = { type = 'unet', hidden_dims = [4, 8], num_res_blocks = 1, attention_resolutions = [6], time_embedding_dim = 8 }
noise_schedule = { num_timesteps = 50 }
sampler = { type = 'ddim', steps = 3 }
";

pub(super) fn load<C: Value>(text: &str, edits: &[&str]) -> C {
    let loader = edits.iter().fold(Loader::new().text("x.toml", text), |loader, edit| loader.set(edit));
    loader.load::<C>().unwrap_or_else(|error| panic!("{edits:?}: {error}")).value
}

/// What a user can see of a model: its parts, its parameters' shapes, the losses of training, held-out loss, and samples.
pub(super) fn observe<C: Build<Model = Diffusion> + Value>(text: &str, edits: &[&str]) -> String {
    let config: C = load(text, edits);
    let model = build(&config);
    let (components, shapes) = (model.components(), params::shapes(&model));
    let batch = match (model.rules.form.image(), model.rules.form.signal()) {
        (Some(_), _) => images(4, [6, 8, 1]),
        (_, Some([length, channels])) => waves(4, length * channels),
        _ => points(4, 1),
    };
    let (model, losses) = train(model, &batch, 4, &mut Rngs::new(2));
    let held_out = evaluate(&model, &batch);
    let likelihood = model.valid().log_prob(&batch, &mut Rngs::new(4)).map(|found| host(found.values));
    let samples = host(sample(&model, 3, &SampleOptions::default(), 0));
    format!("{components:?} {shapes:?} {losses:?} {held_out} {likelihood:?} {samples:?}")
}

#[track_caller]
pub(super) fn assert_acts<C: Build<Model = Diffusion> + Value>(text: &str, edits: &[&str]) {
    let mut seen = vec![observe::<C>(text, &[])];
    for edit in edits {
        // Several edits at once are separated by semicolons.
        let observed = observe::<C>(text, &edit.split("; ").collect::<Vec<_>>());
        assert!(!seen.contains(&observed), "`{edit}` changes nothing");
        seen.push(observed);
    }
}

#[test]
fn every_field_that_diffusion_models_share_acts() {
    assert_acts::<DDPMConfig>(
        POINTS,
        &[
            "noise_schedule.num_timesteps=60",
            "noise_schedule.beta_start=0.001",
            "noise_schedule.beta_end=0.1",
            "noise_schedule.schedule_type=scaled_linear",
            "noise_schedule.schedule_type=cosine",
            "noise_schedule.schedule_type=cosine; noise_schedule.max_beta=0.1",
            "noise_schedule.schedule_type=sigmoid",
            "noise_schedule.schedule_type=sqrt",
            "prediction_type=v_prediction; noise_schedule.zero_terminal_snr=true",
            "prediction_type=v_prediction",
            "prediction_type=sample",
            "loss_type=l1",
            "loss_type=huber",
            "loss_weighting.type=min_snr",
            "loss_weighting.type=min_snr; loss_weighting.gamma=1.0",
            "loss_weighting.type=edm",
            "loss_weighting.type=edm; loss_weighting.sigma_data=1.0",
            "conditional={ num_classes = 3 }",
            "conditional={ num_classes = 4 }",
            "conditional={ num_classes = 3, dropout_rate = 0.5 }",
            "conditional={ num_classes = 3, guidance_scale = 3.0 }",
            "ema_decay=0.0",
            "ema_decay=0.15",
        ],
    );
    let quadratic = observe::<DDPMConfig>(POINTS, &["noise_schedule.schedule_type=quadratic"]);
    assert_eq!(quadratic, observe::<DDPMConfig>(POINTS, &["noise_schedule.schedule_type=scaled_linear"]));
    // Estimates of images are limited to their range, unless a config says otherwise.
    assert_acts::<DDPMConfig>(
        IMAGES,
        &[
            "clip_denoised=false",
            "levels=5",
            "levels=6",
            "levels=5; likelihood={ steps = 2 }",
            "levels=5; likelihood={ steps = 3 }",
            "levels=5; likelihood={ steps = 2, probes = 2 }",
        ],
    );
    assert_acts::<DDPMConfig>(POINTS, &["likelihood={ steps = 2 }", "likelihood={ steps = 3 }"]);
    assert_eq!(observe::<DDPMConfig>(IMAGES, &["clip_denoised=true"]), observe::<DDPMConfig>(IMAGES, &[]));
    let named: DDPMConfig = load(POINTS, &["name=mine"]);
    assert_eq!(named.diffusion.denoiser.name.as_deref(), Some("mine"));
}

/// The config of points with another sampler.
fn with_sampler(sampler: &str) -> String {
    POINTS.replace("type = 'ddim', steps = 5", sampler)
}

#[test]
fn every_field_of_the_samplers_acts() {
    let mut seen = Vec::new();
    for sampler in [
        "type = 'ddpm'",
        "type = 'ddpm', variance = 'fixed_large'",
        "type = 'ddpm', steps = 5",
        "type = 'ddpm', steps = 5, spacing = 'leading'",
        "type = 'ddim', steps = 5",
        "type = 'ddim', steps = 6",
        "type = 'ddim', steps = 5, spacing = 'leading'",
        "type = 'ddim', steps = 5, spacing = 'linspace'",
        "type = 'ddim', steps = 5, spacing = 'quadratic'",
        "type = 'ddim', steps = 5, spacing = 'karras'",
        "type = 'ddim', steps = 5, eta = 0.5",
        "type = 'euler', steps = 6",
        "type = 'euler', steps = 6, spacing = 'linspace'",
        "type = 'euler_ancestral', steps = 5",
        "type = 'euler_ancestral', steps = 5, eta = 0.5",
        "type = 'euler_ancestral', steps = 6",
        "type = 'heun', steps = 5",
        "type = 'heun', steps = 6",
        "type = 'dpm_solver_pp', steps = 5",
        "type = 'dpm_solver_pp', steps = 6",
        "type = 'dpm_solver_pp', steps = 5, order = 1, spacing = 'linspace'",
        "type = 'dpm_solver_pp', steps = 5, stochastic = true",
        "type = 'dpm_solver_pp', steps = 5, stochastic = true, order = 1, spacing = 'quadratic'",
        "type = 'dpm_solver_pp', steps = 5, final_sigma = 'sigma_min'",
        "type = 'dpm_solver_pp', steps = 5, final_sigma = 'sigma_min', lower_order_final = true",
        "type = 'ddpm', steps = 5, spacing = 'leading', steps_offset = 1",
        "type = 'ddim', steps = 5, spacing = 'leading', steps_offset = 1",
        "type = 'ddim', steps = 5, final_sigma = 'sigma_min'",
        "type = 'euler', steps = 6, karras_ends = 'leading'",
        "type = 'euler', steps = 6, karras_ends = 'trailing'",
        "type = 'unipc', steps = 5",
        "type = 'unipc', steps = 6",
        "type = 'unipc', steps = 5, order = 1",
        "type = 'unipc', steps = 5, order = 3",
        "type = 'unipc', steps = 5, order = 3, lower_order_final = false",
        "type = 'unipc', steps = 5, variant = 'bh1'",
        "type = 'unipc', steps = 5, corrector = false, spacing = 'linspace'",
        "type = 'unipc', steps = 5, disable_corrector = [1]",
        "type = 'predictor_corrector', steps = 5",
        "type = 'predictor_corrector', steps = 5, corrector_steps = 0",
        "type = 'predictor_corrector', steps = 5, corrector_steps = 2",
        "type = 'predictor_corrector', steps = 5, snr = 0.3",
        "type = 'predictor_corrector', steps = 6",
    ] {
        let observed = observe::<DDPMConfig>(&with_sampler(sampler), &[]);
        assert!(!seen.contains(&observed), "`{sampler}` gives what another gave");
        seen.push(observed);
    }
    // Images are limited, so that it acts whether the noise follows.
    assert_acts::<DDPMConfig>(IMAGES, &["sampler.recompute_noise=false"]);
    // DPM-Solver++ of order 1 is DDIM, as is Euler's method; with noise it is DDPM, as is DDIM with an eta of 1.
    let samples = |sampler: &str| {
        let model = build(&load::<DDPMConfig>(&with_sampler(sampler), &[]));
        host(sample(&model, 3, &SampleOptions::default(), 0))
    };
    for [one, other] in [
        ["type = 'ddim', steps = 5", "type = 'dpm_solver_pp', order = 1, steps = 5"],
        ["type = 'ddim', steps = 5", "type = 'euler', spacing = 'trailing', steps = 5"],
        ["type = 'ddpm', steps = 5", "type = 'dpm_solver_pp', order = 1, stochastic = true, steps = 5"],
        ["type = 'ddpm', steps = 5", "type = 'ddim', eta = 1.0, steps = 5"],
    ] {
        assert!(samples(one).iter().zip(samples(other)).all(|(a, b)| (a - b).abs() < 1e-4), "{one}; {other}");
    }
}

/// The same fields as those of `ddpm`, with another sampler if none is chosen.
#[test]
fn the_general_model_is_sampled_by_ddim() {
    assert_eq!(observe::<DiffusionConfig>(POINTS, &[]), observe::<DDPMConfig>(POINTS, &[]));
    let without = POINTS.replace("sampler = { type = 'ddim', steps = 5 }", "");
    assert_eq!(build(&load::<DiffusionConfig>(&without, &[])).sampler().evaluations(), 50);
    assert_eq!(build(&load::<DDPMConfig>(&without, &[])).sampler().evaluations(), 50);
    assert_ne!(observe::<DiffusionConfig>(&without, &[]), observe::<DDPMConfig>(&without, &[]));
}

#[test]
fn every_field_of_ddim_acts() {
    let text = POINTS.replace("sampler = { type = 'ddim', steps = 5 }", "num_inference_steps = 5");
    assert_acts::<DDIMConfig>(&text, &["eta=1.0", "num_inference_steps=6", "skip_type=quadratic"]);
    let config: DDIMConfig = load(&text, &["num_inference_steps=4", "noise_schedule.num_timesteps=1000"]);
    assert_eq!(build(&config).sampler().evaluations(), 4);
    assert_eq!(build(&config).sampler().start().time, 999.0);
}

/// The defaults are those of the original and of the papers.
#[test]
fn defaults_are_those_of_the_papers() {
    let config: DDPMConfig = load("backbone = { type = 'unet', base_channels = 64 }", &[]);
    let DiscreteDiffusionConfig { noise_schedule, denoiser, .. } = &config.diffusion;
    let BackboneConfig::UNet(unet) = &denoiser.backbone else { panic!() };
    let schedule = noise_schedule.schedule().unwrap();
    assert_eq!((schedule.steps(), schedule.betas()[0], schedule.betas()[999]), (1000, 1e-4, 0.02));
    assert_eq!((unet.widths(), unet.blocks.num_res_blocks), (vec![64, 128, 256], 2));
    assert_eq!((unet.blocks.time_embedding_dim, unet.attention_resolutions.as_slice()), (128, &[16, 8][..]));
    assert_eq!(config.diffusion.denoiser.input_shape, [32, 32, 3]);
    assert_eq!(Sampler::new(&config.sampler, &schedule).unwrap().evaluations(), 1000);
    let ddim: DDIMConfig = load("backbone = { type = 'unet', base_channels = 64 }", &[]);
    assert_eq!((ddim.eta, ddim.num_inference_steps, ddim.skip_type), (0.0, 50, SkipType::Uniform));
}

#[track_caller]
pub(super) fn assert_refused<C: Value + std::fmt::Debug>(text: &str, edits: &[&str], expected: &str) {
    let loader = edits.iter().fold(Loader::new().text("x.toml", text), |loader, edit| loader.set(edit));
    let error = loader.load::<C>().unwrap_err().to_string();
    assert!(error.contains(expected), "{error}");
}

#[test]
fn broken_rules_are_named() {
    let points = |edits: &[&str], expected: &str| assert_refused::<DDPMConfig>(POINTS, edits, expected);
    let images = |edits: &[&str], expected: &str| assert_refused::<DDPMConfig>(IMAGES, edits, expected);
    points(
        &["input_shape=[2, 2, 2, 2]"],
        "data are points, `[coordinates]`, signals, of length and channels, or images",
    );
    points(&["input_shape=[2, 2]"], "`unet_1d` takes signals, of length and channels, and the others do not");
    points(&["layout=channels_first"], "points have no layout");
    points(&["clip_denoised=true"], "only images are known to lie between two values");
    points(&["noise_schedule.zero_terminal_snr=true"], "from noise alone its prediction does not tell the data");
    points(&["sampler.steps=51"], "the schedule has no more steps than that");
    let rescaled = ["noise_schedule.zero_terminal_snr=true", "prediction_type=sample"];
    points(&["sampler.steps_offset=1"], "the other spacings begin at the noisiest step");
    points(&["sampler={ type = 'ddpm', steps_offset = 1 }"], "the other spacings begin at the noisiest step");
    points(&["sampler.karras_ends=leading"], "the other spacings have ends of their own");
    let uncorrected = "sampler={ type = 'unipc', corrector = false, disable_corrector = [0] }";
    points(&[uncorrected], "there is no corrector to leave out");
    points(&["sampler={ type = 'euler_maruyama' }"], "a schedule is no stochastic differential equation");
    let learnt = ["sampler={ type = 'ddpm', variance = 'learned_range' }"];
    points(&learnt, "the network predicts no variance; set `backbone.learn_sigma` of a `dit`");
    points(&["levels=4"], "points have no pixels");
    points(&["likelihood.probes=1"], "the divergence of points is computed exactly");
    images(&["likelihood={}"], "the likelihood of images is that of the values that pixels can have");
    points(
        &["likelihood={}", "noise_schedule.zero_terminal_snr=true", "prediction_type=sample"],
        "the path to noise alone has no end",
    );
    points(
        &["likelihood={}", "noise_schedule.num_timesteps=1", "sampler.steps=1"],
        "the density of data is found along the steps to noise",
    );
    points(&["noise_schedule.schedule_type=cosine", "noise_schedule.beta_end=0.1"], "and have no ends");
    points(&["noise_schedule.max_beta=0.1"], "the other schedules never exceed `beta_end`");
    points(&["noise_schedule.beta_start=0.2", "noise_schedule.beta_end=0.1"], "the noise grows");
    points(&["noise_schedule.beta_start=0.02"], "`beta_end` is 0.02 if it is left out");
    points(&["noise_schedule.beta_end=0.0001"], "`beta_start` is 0.0001 if it is left out");
    points(
        &["noise_schedule.num_timesteps=1", "sampler.steps=1", rescaled[0], rescaled[1]],
        "the last step is rescaled relative to the first one",
    );
    let unguided = "conditional={ num_classes = 3, dropout_rate = 0.0, guidance_scale = 2.0 }";
    points(&[unguided], "guidance needs a network that has also learnt without classes");

    images(&["input_shape=[2]"], "a U-Net takes images");
    images(&["backbone.in_channels=3"], "the channels are a side of `input_shape`");
    images(&["backbone.out_channels=3"], "the channels are a side of `input_shape`");
    images(&["layout=channels_last", "backbone.in_channels=6"], "the channels are the last side of `input_shape`");
    images(&["layout=channels_last", "backbone.out_channels=6"], "the channels are the last side of `input_shape`");
    images(&["layout=channels_first", "backbone.in_channels=1"], "the channels are the first side of `input_shape`");
    images(&["layout=channels_first", "backbone.out_channels=1"], "the channels are the first side of `input_shape`");
    images(&["backbone.in_channels=1", "backbone.out_channels=6"], "the network predicts as many channels as it sees");
    images(&["backbone.base_channels=4"], "give the channels of the levels as `hidden_dims`, or as `base_channels`");
    images(&["backbone.channel_mult=[1]"], "`hidden_dims` has a number for each level, as has `channel_mult`");
    images(&["backbone.channel_mult=[1, 3]"], "`hidden_dims` are multiples of one number by `channel_mult`");
    images(&["backbone.num_heads=3"], "the heads of the attention share the channels equally");

    let ddim = POINTS.replace("sampler = { type = 'ddim', steps = 5 }", "");
    assert_refused::<DDIMConfig>(&ddim, &["num_inference_steps=51"], "the schedule has no more steps than that");
}

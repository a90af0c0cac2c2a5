//! Files as diffusers writes them, against values that are computed here from its definitions.

use super::*;
use crate::config::Loader;
use crate::kernels::diffusion::Prediction;
use crate::models::diffusion::sampler::tests::diffusers_with;
use crate::models::diffusion::sampler::{Level, Sampler};
use crate::models::diffusion::{DDPMConfig, FlowMatchingConfig};

/// Stable Diffusion 1.5's own, with the fields of the class that it was made for first.
const STABLE_DIFFUSION: &str = r#"{
  "_class_name": "DDIMScheduler", "_diffusers_version": "0.24.0", "skip_prk_steps": true,
  "num_train_timesteps": 1000, "beta_start": 0.00085, "beta_end": 0.012, "beta_schedule": "scaled_linear",
  "trained_betas": null, "clip_sample": false, "clip_sample_range": 1.0, "set_alpha_to_one": false, "steps_offset": 1,
  "prediction_type": "epsilon", "thresholding": false, "dynamic_thresholding_ratio": 0.995, "sample_max_value": 1.0,
  "timestep_spacing": "leading", "rescale_betas_zero_snr": false
}"#;

/// All fields of a class with their defaults.
const DPM_SOLVER: &str = r#"{
  "_class_name": "DPMSolverMultistepScheduler", "_diffusers_version": "0.35.1", "algorithm_type": "dpmsolver++",
  "beta_end": 0.02, "beta_schedule": "linear", "beta_start": 0.0001, "dynamic_thresholding_ratio": 0.995,
  "euler_at_final": false, "final_sigmas_type": "zero", "flow_shift": 1.0, "lambda_min_clipped": -Infinity,
  "lower_order_final": true, "num_train_timesteps": 1000, "prediction_type": "epsilon", "rescale_betas_zero_snr": false,
  "sample_max_value": 1.0, "solver_order": 2, "solver_type": "midpoint", "steps_offset": 0, "thresholding": false,
  "time_shift_type": "exponential", "timestep_spacing": "linspace", "trained_betas": null, "use_beta_sigmas": false,
  "use_dynamic_shifting": false, "use_exponential_sigmas": false, "use_flow_sigmas": false, "use_karras_sigmas": false,
  "use_lu_lambdas": false, "variance_type": null
}"#;

fn file(class: &str, fields: &str) -> String {
    format!("{{\"_class_name\": \"{class}\", \"_diffusers_version\": \"0.35.1\"{fields}}}")
}

fn discrete(text: &str, steps: usize) -> DiscreteScheduler {
    match SchedulerFile::parse(text, Some(steps)).unwrap_or_else(|error| panic!("{text}: {error}")) {
        SchedulerFile::Discrete(scheduler) => scheduler,
        SchedulerFile::Flow(_) => panic!("a flow"),
    }
}

fn sampler(text: &str, steps: usize) -> Sampler {
    let scheduler = discrete(text, steps);
    Sampler::new(&scheduler.sampler, &scheduler.noise_schedule.schedule().unwrap()).unwrap()
}

fn levels(sampler: &Sampler) -> Vec<Level> {
    (0..=sampler.len()).map(|at| sampler.level(at)).collect()
}

fn times(text: &str, steps: usize) -> Vec<f64> {
    let sampler = sampler(text, steps);
    levels(&sampler)[..sampler.len()].iter().map(|level| level.time).collect()
}

/// Sigmas with the last one, as diffusers has them.
fn sigmas(text: &str, steps: usize) -> Vec<f64> {
    levels(&sampler(text, steps)).iter().map(|level| level.marginal.ratio()).collect()
}

/// The sigmas of variances in equal steps, of their roots if `scaled`.
fn schedule(start: f64, end: f64, scaled: bool) -> Vec<f64> {
    let mut alpha = 1.0;
    let beta = |i: usize| {
        let part = i as f64 / 999.0;
        if scaled { (start.sqrt() + part * (end.sqrt() - start.sqrt())).powi(2) } else { start + part * (end - start) }
    };
    (0..1000)
        .map(|i| {
            alpha *= 1.0 - beta(i);
            ((1.0 - alpha) / alpha).sqrt()
        })
        .collect()
}

#[track_caller]
fn assert_near(found: &[f64], expected: &[f64]) {
    assert_eq!(found.len(), expected.len(), "{found:?}, not {expected:?}");
    for (found, expected) in found.iter().zip(expected) {
        assert!((found - expected).abs() <= 1e-9 * (1.0 + expected.abs()), "{found}, not {expected}");
    }
}

/// `n` sigmas between two, in equal steps of their seventh roots.
fn karras(n: usize, most: f64, least: f64) -> Vec<f64> {
    let root = |sigma: f64| sigma.powf(1.0 / 7.0);
    (0..n).map(|i| (root(most) + i as f64 / (n - 1) as f64 * (root(least) - root(most))).powi(7)).collect()
}

#[test]
fn stable_diffusion_is_read_as_it_is() {
    let scheduler = discrete(STABLE_DIFFUSION, 50);
    assert!(!scheduler.clip_denoised && scheduler.prediction_type == PredictionType::Epsilon);
    let expected: Vec<f64> = (0..50).rev().map(|i| f64::from(i * 20 + 1)).collect();
    assert_eq!(times(STABLE_DIFFUSION, 50), expected);
    let all = schedule(0.000_85, 0.012, true);
    let visited = expected.iter().map(|time| all[*time as usize]).chain([all[0]]);
    assert_near(&sigmas(STABLE_DIFFUSION, 50), &visited.collect::<Vec<_>>());
    // Without a number of steps there are as many as in the pipeline.
    assert_eq!(
        SchedulerFile::parse(STABLE_DIFFUSION, None).unwrap(),
        SchedulerFile::parse(STABLE_DIFFUSION, Some(50)).unwrap()
    );
}

#[test]
fn time_steps_are_those_of_each_class() {
    let of = |class: &str, fields: &str, steps| times(&file(class, fields), steps);
    let trailing = ", \"timestep_spacing\": \"trailing\"";
    let leading = ", \"timestep_spacing\": \"leading\", \"steps_offset\": 1";
    let linspace = ", \"timestep_spacing\": \"linspace\"";
    assert_eq!(of("DDPMScheduler", "", 4), [750.0, 500.0, 250.0, 0.0]);
    assert_eq!(of("DDPMScheduler", linspace, 4), [999.0, 666.0, 333.0, 0.0]);
    assert_eq!(of("DDPMScheduler", trailing, 4), [999.0, 749.0, 499.0, 249.0]);
    assert_eq!(of("DDIMScheduler", trailing, 4), [999.0, 749.0, 499.0, 249.0]);
    // round(1000 - k · 1000/3) - 1.
    assert_eq!(of("EulerDiscreteScheduler", trailing, 3), [999.0, 666.0, 332.0]);
    assert_eq!(of("EulerDiscreteScheduler", "", 5), [999.0, 749.25, 499.5, 249.75, 0.0]);
    assert_eq!(of("EulerDiscreteScheduler", leading, 4), [751.0, 501.0, 251.0, 1.0]);
    assert_eq!(of("EulerAncestralDiscreteScheduler", leading, 4), [751.0, 501.0, 251.0, 1.0]);
    assert_eq!(of("HeunDiscreteScheduler", "", 5), [999.0, 749.25, 499.5, 249.75, 0.0]);
    let multistep = [999.0, 899.0, 799.0, 699.0, 599.0, 500.0, 400.0, 300.0, 200.0, 100.0];
    assert_eq!(times(DPM_SOLVER, 10), multistep);
    assert_eq!(of("UniPCMultistepScheduler", "", 10), multistep);
    // Multiples of ⌊1000 / 5⌋ but for 0, and the offset.
    assert_eq!(of("UniPCMultistepScheduler", leading, 4), [801.0, 601.0, 401.0, 201.0]);
    assert_eq!(of("DPMSolverMultistepScheduler", trailing, 4), [999.0, 749.0, 499.0, 249.0]);
    let SchedulerFile::Discrete(all) = SchedulerFile::parse(&file("DDPMScheduler", ""), None).unwrap() else {
        panic!()
    };
    let all = Sampler::new(&all.sampler, &all.noise_schedule.schedule().unwrap()).unwrap();
    assert_eq!(all.len(), 1000);
}

#[test]
fn sigmas_are_those_of_each_class() {
    let of = |class: &str, fields: &str, steps| sigmas(&file(class, fields), steps);
    let linear = schedule(1e-4, 0.02, false);
    let between = |time: f64| {
        let low = time.floor() as usize;
        linear[low] + time.fract() * (linear[(low + 1).min(999)] - linear[low])
    };
    let equal: Vec<f64> = [999.0, 749.25, 499.5, 249.75, 0.0].into_iter().map(between).collect();
    let then = |sigmas: &[f64], last: f64| [sigmas, &[last]].concat();
    assert_near(&of("EulerDiscreteScheduler", "", 5), &then(&equal, 0.0));
    let to_least = ", \"final_sigmas_type\": \"sigma_min\"";
    assert_near(&of("EulerDiscreteScheduler", to_least, 5), &then(&equal, linear[0]));
    let heun = schedule(0.000_85, 0.012, false);
    assert!((of("HeunDiscreteScheduler", "", 5)[0] / heun[999] - 1.0).abs() < 1e-9);
    // Of Karras et al.: between the steps that Euler would visit, and between the ends of the schedule.
    let on = ", \"use_karras_sigmas\": true";
    assert_near(&of("EulerDiscreteScheduler", on, 6), &then(&karras(6, linear[999], linear[0]), 0.0));
    let leading = format!("{on}, \"timestep_spacing\": \"leading\", \"steps_offset\": 1");
    assert_near(&of("EulerDiscreteScheduler", &leading, 5), &then(&karras(5, linear[801], linear[1]), 0.0));
    assert_near(&of("UniPCMultistepScheduler", &leading, 5), &then(&karras(5, linear[999], linear[0]), 0.0));
    let trailing = format!("{on}, \"timestep_spacing\": \"trailing\", \"beta_start\": 0.0001, \"beta_end\": 0.02");
    assert_near(&of("HeunDiscreteScheduler", &trailing, 5), &then(&karras(5, linear[999], linear[199]), 0.0));
    // Multistep samplers tell the network whole times.
    let whole = times(&file("DPMSolverMultistepScheduler", on), 6);
    let time = |sigma: f64| linear.iter().filter(|step| **step <= sigma * (1.0 + 1e-12)).count() as f64 - 1.0;
    for (found, sigma) in whole.iter().zip(karras(6, linear[999], linear[0])) {
        assert!(found.fract() == 0.0 && (found - time(sigma)).abs() <= 1.0, "{whole:?}");
    }
    // No signal at the end: exact for DDIM, as 2^-24 for the others.
    let rescaled =
        ", \"rescale_betas_zero_snr\": true, \"timestep_spacing\": \"trailing\", \"prediction_type\": \"v_prediction\"";
    assert_eq!(of("DDIMScheduler", rescaled, 10)[0], f64::INFINITY);
    let most = (2f64.powi(24) - 1.0).sqrt();
    for class in [
        "EulerDiscreteScheduler",
        "EulerAncestralDiscreteScheduler",
        "DPMSolverMultistepScheduler",
        "UniPCMultistepScheduler",
    ] {
        assert!((of(class, rescaled, 10)[0] / most - 1.0).abs() < 1e-12, "{class}");
    }
    let roots: Vec<f64> = linear.iter().map(|sigma| 1.0 / (1.0 + sigma * sigma).sqrt()).collect();
    let root = (roots[899] - roots[999]) * roots[0] / (roots[0] - roots[999]);
    let expected = (1.0 / (root * root) - 1.0).sqrt();
    assert!((of("DDIMScheduler", rescaled, 10)[1] / expected - 1.0).abs() < 1e-9);
}

/// Sums of magnitudes of diffusers' own tests (tests/schedulers), from the same fields as there.
#[test]
fn files_give_the_loops_of_diffusers() {
    use Prediction::{Epsilon, Velocity};
    let unipc = ", \"final_sigmas_type\": \"sigma_min\"";
    let karras = format!("{unipc}, \"use_karras_sigmas\": true");
    let dpm = ", \"lower_order_final\": false, \"final_sigmas_type\": \"sigma_min\"";
    for (class, fields, prediction, sum, tolerance) in [
        // test_scheduler_ddim.py, whose estimate is limited and whose noise is kept.
        ("DDIMScheduler", ", \"clip_sample\": true", Epsilon, 172.0067, 1e-3),
        ("DDIMScheduler", ", \"clip_sample\": true", Velocity, 52.5302, 1e-3),
        // test_scheduler_dpm_multi.py, recomputed in double precision.
        ("DPMSolverMultistepScheduler", dpm, Epsilon, 253.552_879, 5e-3),
        // test_scheduler_unipc.py: means, given to four digits.
        ("UniPCMultistepScheduler", unipc, Epsilon, 0.2464 * 768.0, 0.1),
        ("UniPCMultistepScheduler", &karras, Epsilon, 0.2925 * 768.0, 0.1),
        ("UniPCMultistepScheduler", unipc, Velocity, 0.1014 * 768.0, 0.1),
    ] {
        let text = file(class, fields);
        let clip = discrete(&text, 10).clip_denoised.then_some(1.0);
        let found = diffusers_with(&sampler(&text, 10), clip, false, prediction);
        assert!((found - sum).abs() < tolerance, "{text}, {prediction:?}: {found}, not {sum}");
    }
    let euler = file("EulerDiscreteScheduler", ", \"num_train_timesteps\": 1100");
    let found = diffusers_with(&sampler(&euler, 10), None, true, Epsilon);
    assert!((found - 168.051_361).abs() < 5e-3, "{found}");
}

#[test]
fn other_fields_of_the_steps_are_read() {
    let of = |class: &str, fields: &str, steps| discrete(&file(class, fields), steps).sampler;
    let SamplerConfig::DDPM(ddpm) = of("DDPMScheduler", ", \"variance_type\": \"fixed_large\"", 10) else { panic!() };
    assert_eq!(ddpm.variance, Some(super::super::sampler::StepVariance::FixedLarge));
    let SamplerConfig::DDPM(ddpm) = of("DDPMScheduler", ", \"variance_type\": \"learned_range\"", 10) else { panic!() };
    assert_eq!(ddpm.variance, Some(super::super::sampler::StepVariance::LearnedRange));
    let dpm = |fields: &str, steps| match of("DPMSolverMultistepScheduler", fields, steps) {
        SamplerConfig::DPMSolverPP(config) => (config.order, config.stochastic, config.lower_order_final),
        other => panic!("{other:?}"),
    };
    assert_eq!((dpm("", 14), dpm("", 15)), ((2, false, true), (2, false, false)));
    assert_eq!(dpm(", \"euler_at_final\": true, \"solver_order\": 1", 20), (1, false, true));
    assert_eq!(dpm(", \"algorithm_type\": \"sde-dpmsolver++\", \"lower_order_final\": false", 5), (2, true, false));
    let unipc = |fields: &str| match of("UniPCMultistepScheduler", fields, 10) {
        SamplerConfig::UniPC(config) => config,
        other => panic!("{other:?}"),
    };
    let config = unipc(", \"solver_order\": 3, \"solver_type\": \"bh1\", \"disable_corrector\": [0, 2]");
    assert_eq!((config.order, config.variant), (3, super::super::sampler::UniPCVariant::BH1));
    assert_eq!((config.disable_corrector, config.lower_order_final), (vec![0, 2], true));
    assert!(discrete(&file("DDPMScheduler", ""), 10).clip_denoised && !discrete(DPM_SOLVER, 10).clip_denoised);
    assert!(discrete(&file("HeunDiscreteScheduler", ", \"clip_sample\": true"), 10).clip_denoised);
    // What the class does not know changes nothing there.
    assert_eq!(
        of("EulerDiscreteScheduler", ", \"thresholding\": true, \"solver_order\": 9", 10),
        of("EulerDiscreteScheduler", "", 10)
    );
    assert_eq!(dpm(", \"lambda_min_clipped\": -5.1", 20), dpm("", 20), "no step has less signal");
}

/// Equal times from 1 to 1/1000, shifted as in Esser et al. 2024, equation 23; twice for the least one, as diffusers does.
#[test]
fn flows_have_the_times_of_their_class() {
    let shift = |s: f64, k: f64| k * s / (1.0 + (k - 1.0) * s);
    for k in [1.0, 3.0] {
        let text =
            file("FlowMatchEulerDiscreteScheduler", &format!(", \"shift\": {k}, \"use_dynamic_shifting\": false"));
        let SchedulerFile::Flow(flow) = SchedulerFile::parse(&text, Some(4)).unwrap() else { panic!("no flow") };
        let least = shift(0.001, k);
        let mut expected: Vec<f64> = (0..4).map(|i| shift(1.0 - f64::from(i) / 3.0 * (1.0 - least), k)).collect();
        expected.push(0.0);
        assert_near(&flow.times().unwrap(), &expected);
        // A trained flow visits them.
        let load = |settings: &[String]| {
            let loader = Loader::new().text("x.toml", "input_shape = [2]\nbackbone = { type = 'mlp' }\n");
            let loader = settings.iter().fold(loader, |loader, setting| loader.set(setting));
            loader.load::<FlowMatchingConfig>().unwrap().value
        };
        let model = load(&[]).encode().with("type", Tree::string("flow_matching"));
        let config = load(&SchedulerFile::Flow(flow.clone()).settings(&model).unwrap());
        let sampler = Sampler::of(&config.sampler, &config.process()).unwrap();
        let noise: Vec<f64> = levels(&sampler).iter().map(|level| level.marginal.noise()).collect();
        assert_near(&noise, &expected);
        let ddpm = Tree::table().with("type", Tree::string("ddpm"));
        let error = SchedulerFile::Flow(flow).settings(&ddpm).unwrap_err();
        assert!(error.to_string().starts_with("the model is of type `ddpm`"), "{error}");
    }
}

#[test]
fn what_is_not_supported_says_what_to_do() {
    let error = |class: &str, fields: &str, steps| {
        SchedulerFile::parse(&file(class, fields), Some(steps)).expect_err(fields).to_string()
    };
    assert_eq!(
        error("LCMScheduler", "", 4),
        "`_class_name` is \"LCMScheduler\", which is not supported; give one of DDPMScheduler, DDIMScheduler, \
         EulerDiscreteScheduler, EulerAncestralDiscreteScheduler, HeunDiscreteScheduler, DPMSolverMultistepScheduler, \
         UniPCMultistepScheduler, FlowMatchEulerDiscreteScheduler"
    );
    assert_eq!(
        error("DDIMScheduler", ", \"thresholding\": true", 4),
        "`thresholding` is true, which is not supported for DDIMScheduler; set false, or `clip_sample` where the class has it"
    );
    assert_eq!(
        error("DDIMScheduler", ", \"colour\": 3", 4),
        "`colour` is no field of a scheduler that is known here; delete it if it changes nothing"
    );
    assert_eq!(
        error("DDIMScheduler", ", \"steps_offset\": -1", 4),
        "`steps_offset` is -1; give a whole number that is not negative"
    );
    for (class, fields, steps, words) in [
        ("DDIMScheduler", "\"trained_betas\": [0.1]", 4, "give the schedule by its name and ends"),
        ("DDIMScheduler", "\"beta_schedule\": \"laplace\"", 4, "the schedule must be one that artifex has"),
        ("DDIMScheduler", "\"beta_schedule\": \"sigmoid\"", 4, "or \"sigmoid\" for DDPMScheduler"),
        ("DDIMScheduler", "\"clip_sample_range\": 2.0", 4, "data lie between -1 and 1 here"),
        ("DDIMScheduler", "\"timestep_spacing\": \"linspace\"", 4, "give \"leading\" or \"trailing\""),
        ("DDIMScheduler", "\"timestep_spacing\": \"trailing\"", 3, "only if their number divides"),
        ("DDIMScheduler", "\"beta_start\": 0.5, \"beta_end\": 0.1", 4, "the noise grows"),
        ("DDIMScheduler", "\"prediction_type\": \"flow_prediction\"", 4, "networks here predict"),
        ("DDIMScheduler", "\"num_train_timesteps\": 3", 4, "give 1 to 3, the scheduler's `num_train_timesteps`"),
        (
            "DDPMScheduler",
            "\"variance_type\": \"learned\"",
            4,
            "give \"fixed_small\", \"fixed_large\" or \"learned_range\"",
        ),
        (
            "DDPMScheduler",
            "\"variance_type\": \"fixed_large\", \"steps_offset\": 1",
            4,
            "there it draws noise in the last step too",
        ),
        ("EulerDiscreteScheduler", "\"use_beta_sigmas\": true", 4, "or `use_karras_sigmas` instead"),
        ("EulerDiscreteScheduler", "\"interpolation_type\": \"log_linear\"", 4, "give \"linear\""),
        ("EulerDiscreteScheduler", "\"timestep_type\": \"continuous\"", 4, "give \"discrete\""),
        (
            "EulerDiscreteScheduler",
            "\"use_karras_sigmas\": true, \"sigma_max\": 9.0",
            4,
            "the ends are those of the schedule's steps",
        ),
        ("EulerDiscreteScheduler", "\"final_sigmas_type\": \"one\"", 4, "give \"zero\" or \"sigma_min\""),
        ("DPMSolverMultistepScheduler", "\"solver_order\": 3", 4, "or UniPCMultistepScheduler for 3"),
        ("DPMSolverMultistepScheduler", "\"solver_type\": \"heun\"", 4, "give \"midpoint\""),
        ("DPMSolverMultistepScheduler", "\"algorithm_type\": \"dpmsolver\"", 4, "give \"dpmsolver++\" or"),
        ("DPMSolverMultistepScheduler", "\"use_lu_lambdas\": true", 4, "set false"),
        ("DPMSolverMultistepScheduler", "\"variance_type\": \"learned\"", 4, "the networks here predict no variance"),
        ("DPMSolverMultistepScheduler", "\"lambda_min_clipped\": -2.0", 4, "it leaves out the noisiest steps"),
        ("DPMSolverMultistepScheduler", "\"use_flow_sigmas\": true", 4, "there is no flow over a noise schedule"),
        (
            "DPMSolverMultistepScheduler",
            "\"use_karras_sigmas\": true, \"beta_schedule\": \"squaredcos_cap_v2\"",
            4,
            "its times are cut off to whole steps",
        ),
        ("UniPCMultistepScheduler", "\"predict_x0\": false", 4, "set true"),
        ("UniPCMultistepScheduler", "\"solver_order\": 4", 4, "give 1, 2 or 3"),
        ("UniPCMultistepScheduler", "\"lower_order_final\": false", 4, "the last step to no noise has no higher order"),
        ("FlowMatchEulerDiscreteScheduler", "\"use_dynamic_shifting\": true", 4, "whatever the size of images"),
        ("FlowMatchEulerDiscreteScheduler", "\"shift_terminal\": 0.1", 4, "set null"),
        ("FlowMatchEulerDiscreteScheduler", "\"invert_sigmas\": true", 4, "noise is at time 1"),
        ("FlowMatchEulerDiscreteScheduler", "\"shift\": 0.0", 4, "a number above 0"),
    ] {
        let found = error(class, &format!(", {fields}"), steps);
        assert!(found.contains(words), "{found}");
    }
    assert!(SchedulerFile::parse("[]", None).unwrap_err().to_string().starts_with("this is no scheduler_config.json"));
    assert!(
        SchedulerFile::read(Path::new("none.json"), None)
            .unwrap_err()
            .to_string()
            .starts_with("none.json: cannot be read")
    );
}

const RUN: &str = "
input_shape = [2]
backbone = { type = 'mlp' }
noise_schedule = { num_timesteps = 200, schedule_type = 'quadratic' }
";

/// A model's config takes the settings of a file, if it was trained on the same.
#[test]
fn a_trained_model_takes_its_scheduler() {
    let load = |settings: &[String]| {
        let loader = settings.iter().fold(Loader::new().text("x.toml", RUN), |loader, setting| loader.set(setting));
        loader.load::<DDPMConfig>().unwrap_or_else(|error| panic!("{settings:?}: {error}")).value
    };
    let tree = load(&[]).encode();
    let same = ", \"num_train_timesteps\": 200, \"beta_schedule\": \"scaled_linear\"";
    for class in classes::NAMES.iter().take(7) {
        let fields = format!("{same}, \"clip_sample\": false, \"timestep_spacing\": \"trailing\"");
        let scheduler = discrete(&file(class, &fields), 10);
        if *class == "HeunDiscreteScheduler" {
            // It has other ends of its own.
            assert!(scheduler.fits(tree.get("noise_schedule").unwrap(), "epsilon").is_err());
            continue;
        }
        let config = load(&SchedulerFile::Discrete(scheduler.clone()).settings(&tree).unwrap());
        assert_eq!(
            (&config.sampler, config.diffusion.denoiser.clip_denoised),
            (&scheduler.sampler, Some(false)),
            "{class}"
        );
    }
    let error = |fields: &str| {
        SchedulerFile::parse(&file("DDIMScheduler", fields), Some(10)).unwrap().settings(&tree).unwrap_err().to_string()
    };
    let words = "a network is sampled on what it was trained on: change";
    assert_eq!(
        error(""),
        format!(
            "the run was trained with a number of steps of 200, and the scheduler is for 1000; {words} `num_train_timesteps` in the \
             scheduler's file"
        )
    );
    assert!(error(", \"num_train_timesteps\": 200").contains("the noise schedule { schedule_type = \"quadratic\""));
    assert!(
        error(", \"prediction_type\": \"sample\"").contains("the prediction epsilon, and the scheduler is for sample")
    );
    let none = Tree::table().with("type", Tree::string("vae"));
    let file = SchedulerFile::parse(DPM_SOLVER, None).unwrap();
    assert_eq!(
        file.settings(&none).unwrap_err().to_string(),
        "the model is of type `vae`, which a scheduler of this kind cannot sample"
    );
}

//! How many kernels a step launches.

use super::*;
use crate::rng::Stream;
use burn::tensor::{Device, Tensor};
use cubecl::launched::LaunchedKernels;

/// Set in the process that counts.
const COUNTING: &str = "ARTIFEX_COUNT_LAUNCHES";

/// Kernels are counted over the whole process, so the count is made in one where no other test runs.
#[test]
fn a_step_is_one_launch() {
    if std::env::var_os(COUNTING).is_some() {
        count(&crate::kernels::testing::wgpu());
        return;
    }
    let name = concat!(module_path!(), "::a_step_is_one_launch");
    let (_, name) = name.split_once("::").unwrap();
    let output = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", name, "--test-threads=1", "--nocapture"])
        .env(COUNTING, "1")
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(text.contains("counted all steps"), "{text}\n{}", String::from_utf8_lossy(&output.stderr));
}

/// How many different kernels run in a piece of work.
fn launched<T>(device: &Device, work: impl FnOnce() -> T) -> usize {
    device.sync().unwrap();
    let kernels = LaunchedKernels::new();
    let result = work();
    device.sync().unwrap();
    let launched = kernels.finish().len();
    drop(result);
    launched
}

fn count(device: &Device) {
    let mut stream = Stream::from_seed(1);
    let mut draw = || stream.normal_tensor([4, 65], device);
    let (x, m, u, v) = (draw(), draw(), draw(), draw());
    let schedule = NoiseSchedule::new(BetaSchedule::Linear { start: 1e-4, end: 0.02 }, 1000).unwrap();
    let level = |t| schedule.marginal(t).unwrap();
    let (from, to, before) = (level(500), level(480), level(520));
    let mut noise = Stream::from_seed(2);
    let output = || ModelOutput::new(m.clone(), Prediction::Velocity).guided(u.clone(), 3.0).clipped(1.0);
    let x = || x.clone();
    let small = AncestralVariance::FixedSmall;
    let kept = || Some(Kept { denoised: v.clone(), at: before });
    let sde = Sde::VariancePreserving { beta_min: 0.1, beta_max: 20.0 };
    let one = |name: &str, launched: usize| assert_eq!(launched, 1, "{name}");
    one("ddpm", launched(device, || ddpm_step(x(), output(), from, to, small, &mut noise)));
    one("learned", launched(device, || ddpm_learned_step(x(), output(), v.clone(), from, to, &mut noise)));
    one("ddim", launched(device, || ddim_step(x(), output(), from, to, 0.5, &mut noise)));
    one("euler", launched(device, || euler_step(x(), output(), 3.0, 2.0)));
    one("euler ancestral", launched(device, || euler_ancestral_step(x(), output(), 3.0, 2.0, 1.0, &mut noise)));
    one("heun", launched(device, || heun_step(x(), v.clone(), output(), 3.0, 2.0)));
    one("solver", launched(device, || dpm_solver_step(x(), output(), from, to, kept())));
    one("solver of the sde", launched(device, || dpm_solver_sde_step(x(), output(), from, to, kept(), &mut noise)));
    one("sde", launched(device, || sde_step(x(), output(), sde, 0.5, 0.49, &mut noise)));
    one("ode", launched(device, || ode_step(x(), output(), sde, 0.5, 0.49)));
    one("flow", launched(device, || flow_step(x(), output(), 0.5, 0.4)));
    one("langevin", launched(device, || langevin_step(x(), output(), from, 0.01, &mut noise)));
    let rules = [500, 400, 300, 200].map(|t| StepRule::ancestral(level(t), level(t - 1), small).unwrap());
    one("a rule each", launched(device, || linear_step(x(), output(), None, &rules, &mut noise)));
    let factors = || Tensor::<1>::from_floats([0.1, 0.2, 0.3, 0.4], device);
    one("q_sample", launched(device, || q_sample(x(), m.clone(), factors(), factors())));
    one("q_sample_with_noise", launched(device, || q_sample_with_noise(x(), factors(), factors(), &mut noise)));
    // Other numbers are no other kernel.
    let walk = |noise: &mut Stream| {
        (1..1000)
            .rev()
            .step_by(100)
            .fold(x(), |x, t| ddpm_step(x, output(), level(t), level(t - 1), small, noise).unwrap())
    };
    one("a walk", launched(device, || walk(&mut noise)));
    // The count sees what it should: burn's own operations are many kernels.
    let rule = StepRule::ancestral(from, to, small).unwrap();
    let portable = launched(device, || linear_step_portable(x(), output(), None, &[rule], &mut noise).unwrap());
    assert!(portable >= 5, "{portable}");
    println!("counted all steps");
}

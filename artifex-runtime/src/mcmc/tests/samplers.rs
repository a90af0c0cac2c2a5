//! Every sampler, by its config: the stationary mean and variance on a normal distribution, and modes.

use super::*;

const NORMAL: &str = "posterior = { type = \"normal\", means = [1.0, -2.0, 0.0], deviations = [0.5, 2.0, 1.0] }";

#[test]
fn every_sampler_has_the_moments_of_a_normal_distribution() {
    for sampler in [
        "{ type = \"chees\" }",
        "{ type = \"chees\", adapt_mass = false, max_leapfrogs = 20, target_acceptance = 0.7 }",
        "{ type = \"hmc\", leapfrogs = 5 }",
        "{ type = \"mala\" }",
        "{ type = \"parallel_tempering\", temperatures = 3, lowest_power = 0.3, leapfrogs = 5 }",
    ] {
        let fit = fit(NORMAL, &format!("sampler = {sampler}\nchains = 64\nwarm_up = 300\ndraws = 300\nthin = 2"));
        for (name, mean, sd) in [("x[1]", 1.0, 0.5), ("x[2]", -2.0, 2.0), ("x[3]", 0.0, 1.0)] {
            assert_mean(&fit, name, mean, 0.05 * sd, |x| x);
            assert_mean(&fit, name, sd * sd, 0.06 * sd * sd, |x| (x - mean).powi(2));
        }
        let rate = diagnostics::mean(&[fit.acceptance().to_vec()]);
        let goal = if sampler.contains("mala") { 0.574 } else { 0.8 };
        assert!(sampler.contains("max") || (rate - goal).abs() < 0.15, "{sampler} accepts {rate}");
    }
}

#[test]
fn langevin_has_the_bias_of_its_step_and_says_so() {
    // On N(0, σ²) the variance is σ² / (1 - ε / 4σ²).
    let normal = "posterior = { type = \"normal\", means = [0.0], deviations = [1.0] }";
    let fit = fit(normal, "sampler = { type = \"langevin\", step = 1.0 }\nchains = 128\nwarm_up = 30\ndraws = 200");
    assert_mean(&fit, "x[1]", 0.0, 0.02, |x| x);
    assert_mean(&fit, "x[1]", 4.0 / 3.0, 0.03, |x| x * x);
    let warnings = fit.warnings(&fit.summary());
    assert!(warnings.iter().any(|text| text.starts_with("unadjusted Langevin dynamics have a bias")), "{warnings:?}");
    assert!(fit.energy().is_none() && fit.e_bfmi().is_none());
}

#[test]
fn tempering_weighs_modes_that_keep_other_chains_apart() {
    let mixture = "posterior = { type = \"mixture\", weights = [3.0, 7.0], means = [[-5.0, 0.0], [5.0, 0.0]], \
                   deviations = [1.0, 1.0] }";
    let right = |x: f64| f64::from(u8::from(x > 0.0));
    let tempering = "sampler = { type = \"parallel_tempering\", temperatures = 4, leapfrogs = 5 }";
    let tempered = fit(mixture, &format!("{tempering}\nchains = 64\nwarm_up = 200\ndraws = 400"));
    assert_eq!((tempered.chains(), tempered.draws()), (64, 400));
    assert_mean(&tempered, "x[1]", 0.7, 0.03, right);
    let alone = fit(mixture, "sampler = { type = \"hmc\", leapfrogs = 5 }\nchains = 64\nwarm_up = 100\ndraws = 100");
    let warnings = alone.warnings(&alone.summary());
    assert!(warnings[0].starts_with("the chains disagree about "), "{warnings:?}");
    assert!(
        warnings[0].contains("R-hat of `x[1]` is ") && warnings[0].contains("`parallel_tempering`"),
        "{warnings:?}"
    );
}

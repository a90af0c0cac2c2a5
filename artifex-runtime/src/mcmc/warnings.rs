//! What speaks against draws, and what to do about it.

use super::{Fit, SamplerConfig, Summary};

/// The largest R-hat of chains that agree (Vehtari et al. 2021, section 4.4).
const R_HAT: f64 = 1.01;
/// The effective draws that the diagnostics need to be reliable (the same, section 4).
const ESS: f64 = 400.0;
/// The smallest E-BFMI of chains whose momentum reaches all energies (Betancourt 2016; Stan warns below it).
const E_BFMI: f64 = 0.3;

pub(super) fn warnings(fit: &Fit, summary: &Summary) -> Vec<String> {
    let mut found = Vec::new();
    let steps = fit.chains() * fit.draws() * fit.thin();
    if fit.divergences() > 0 {
        found.push(format!(
            "{} of {steps} steps diverged: the chains do not reach where the density is narrow. Raise the sampler's \
             `target_acceptance` for smaller steps, or write the density without the funnel",
            fit.divergences()
        ));
    }
    let broken = |value: f64| value.is_nan() || value > R_HAT;
    let worst = summary.rows.iter().filter(|row| broken(row.r_hat)).collect::<Vec<_>>();
    // NaN is the worst.
    if let Some(row) = worst.iter().max_by(|a, b| a.r_hat.total_cmp(&b.r_hat)) {
        found.push(format!(
            "the chains disagree about {} of {} quantities: R-hat of `{}` is {:.3}, above {R_HAT}. Give them more warm-up and more \
             draws; if modes keep them apart, use `parallel_tempering`",
            worst.len(),
            summary.rows.len(),
            row.name,
            row.r_hat
        ));
    }
    let sizes = summary.rows.iter().map(|row| (row.ess_bulk.min(row.ess_tail), row.name.as_str()));
    if let Some((size, name)) = sizes.filter(|(size, _)| *size < ESS).min_by(|a, b| a.0.total_cmp(&b.0)) {
        found.push(format!(
            "too few effective draws: {size:.0} of `{name}`, and {ESS:.0} are needed for errors that can be trusted. Draw more, or \
             run more chains"
        ));
    }
    if let Some(all) = fit.e_bfmi() {
        let low = all.iter().filter(|value| **value < E_BFMI).count();
        if low > 0 {
            let least = all.iter().copied().fold(f64::INFINITY, f64::min);
            found.push(format!(
                "the energy of {low} of {} chains moves slowly: E-BFMI is {least:.2} at least, below {E_BFMI}. Tails are reached \
                 seldom: write the density with lighter ones or without the funnel, or run longer",
                all.len()
            ));
        }
    }
    if matches!(fit.sampler(), SamplerConfig::Langevin(_)) {
        found.push(
            "unadjusted Langevin dynamics have a bias that no diagnostic here sees: compare with half the step, or use `mala`"
                .to_owned(),
        );
    }
    found
}

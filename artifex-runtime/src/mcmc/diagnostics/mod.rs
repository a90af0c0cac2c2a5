//! Whether chains can be trusted, and how precise what they say is: all in f64, from the values of one quantity chain by chain.
//!
//! Definitions are those of Vehtari, Gelman, Simpson, Carpenter and Bürkner 2021 (doi 10.1214/20-BA1221), with the estimators of
//! Stan and of the R package posterior. Chains have the same length. A quantity with a value that is not finite has NaN for
//! everything, and so has one with fewer than 4 draws a chain. A quantity that never changes has an R-hat of 1 and as many
//! effective draws as draws.

mod autocovariance;
mod normal;
mod ranks;

use autocovariance::mean_autocovariance;
pub(super) use ranks::ranks;
use ranks::{normal_scores, rows};

/// Fewer draws of a chain say nothing about it.
const FEWEST: usize = 4;

/// What all diagnostics begin with: the answer for chains that need no estimate, or cannot have one.
enum Special {
    Constant,
    Unknown,
}

fn special(chains: &[Vec<f64>]) -> Option<Special> {
    let draws = chains.first().map_or(0, Vec::len);
    assert!(chains.iter().all(|chain| chain.len() == draws), "diagnostics: the chains have different lengths");
    if draws < FEWEST || chains.iter().flatten().any(|value| !value.is_finite()) {
        return Some(Special::Unknown);
    }
    let first = chains[0][0];
    #[expect(clippy::float_cmp, reason = "a quantity that never changes")]
    let constant = chains.iter().flatten().all(|value| *value == first);
    constant.then_some(Special::Constant)
}

/// Potential scale reduction: the larger one of the rank-normalised split R-hat (eq. 3 on the scores of eq. 14) and that of
/// the distances from the median, which sees chains that differ in scale (section 4.2). Below 1.01 where chains agree.
///
/// # Panics
/// If the chains have different lengths.
#[must_use]
pub fn r_hat(chains: &[Vec<f64>]) -> f64 {
    match special(chains) {
        Some(Special::Constant) => return 1.0,
        Some(Special::Unknown) => return f64::NAN,
        None => {}
    }
    let split = split(chains);
    let median = quantile(chains, 0.5);
    let folded: Vec<Vec<f64>> = split.iter().map(|chain| chain.iter().map(|x| (x - median).abs()).collect()).collect();
    basic_r_hat(&normal_scores(&split)).max(basic_r_hat(&normal_scores(&folded)))
}

/// Effective draws for the middle of the distribution: those of the rank-normalised split chains (section 4.3). What R-hat
/// needs to be reliable: 400 in all.
///
/// # Panics
/// If the chains have different lengths.
#[must_use]
pub fn ess_bulk(chains: &[Vec<f64>]) -> f64 {
    effective(chains, || effective_size(&rows(&normal_scores(&split(chains)))))
}

/// Effective draws for the tails: the smaller number for the quantiles at 5 % and 95 % (section 4.3).
///
/// # Panics
/// If the chains have different lengths.
#[must_use]
pub fn ess_tail(chains: &[Vec<f64>]) -> f64 {
    ess_quantile(chains, 0.05).min(ess_quantile(chains, 0.95))
}

/// Effective draws for a quantile: those of the indicator of what lies below it (section 4.3).
///
/// # Panics
/// If the chains have different lengths, or the probability is outside of [0, 1].
#[must_use]
pub fn ess_quantile(chains: &[Vec<f64>], probability: f64) -> f64 {
    effective(chains, || {
        let limit = quantile(chains, probability);
        effective_of(chains, |x| f64::from(u8::from(x <= limit)))
    })
}

/// Effective draws for the mean (eq. 10 and 11 on the split chains).
///
/// # Panics
/// If the chains have different lengths.
#[must_use]
pub fn ess_mean(chains: &[Vec<f64>]) -> f64 {
    effective(chains, || effective_of(chains, |x| x))
}

/// The standard error of the mean that Monte Carlo leaves: sd / √ESS (eq. 12).
///
/// # Panics
/// If the chains have different lengths.
#[must_use]
pub fn mcse_mean(chains: &[Vec<f64>]) -> f64 {
    deviation(chains) / ess_mean(chains).sqrt()
}

/// The standard error of the standard deviation that Monte Carlo leaves: by the delta method from the error of the mean of
/// (x - mean)², as `ArviZ` 0.22 has it.
///
/// # Panics
/// If the chains have different lengths.
#[must_use]
pub fn mcse_sd(chains: &[Vec<f64>]) -> f64 {
    match special(chains) {
        Some(Special::Constant) => return 0.0,
        Some(Special::Unknown) => return f64::NAN,
        None => {}
    }
    let mean = mean(chains);
    let squares = |x: f64| (x - mean).powi(2);
    let size = effective_of(chains, squares);
    let count = count(chains.iter().map(Vec::len).sum());
    let variance = chains.iter().flatten().map(|x| squares(*x)).sum::<f64>() / count;
    let fourth = chains.iter().flatten().map(|x| squares(*x).powi(2)).sum::<f64>() / count;
    ((fourth - variance * variance) / size / variance / 4.0).sqrt()
}

/// The energy diagnostic of each chain (E-BFMI): the mean squared change of the energy from one path to the next, over the
/// variance of the energy (Betancourt 2016, arXiv 1604.00695, section 4). Below 0.3 the momentum reaches too few energies, and
/// the tails are visited slowly. NaN for fewer than 4 draws.
#[must_use]
pub fn e_bfmi(energy: &[Vec<f64>]) -> Vec<f64> {
    energy
        .iter()
        .map(|energy| {
            if energy.len() < FEWEST {
                return f64::NAN;
            }
            let changes: f64 = energy.windows(2).map(|pair| (pair[1] - pair[0]).powi(2)).sum();
            changes / count(energy.len() - 1) / variance(energy)
        })
        .collect()
}

/// The mean of all draws.
#[must_use]
pub fn mean(chains: &[Vec<f64>]) -> f64 {
    chains.iter().flatten().sum::<f64>() / count(chains.iter().map(Vec::len).sum())
}

/// The standard deviation of all draws, with n - 1.
#[must_use]
pub fn deviation(chains: &[Vec<f64>]) -> f64 {
    let mean = mean(chains);
    let squares: f64 = chains.iter().flatten().map(|x| (x - mean).powi(2)).sum();
    (squares / count(chains.iter().map(Vec::len).sum::<usize>() - 1)).sqrt()
}

/// The quantile of all draws, linear between neighbours (type 7 of Hyndman and Fan 1996). NaN if one of them is.
///
/// # Panics
/// If there are no draws, or the probability is outside of [0, 1].
#[must_use]
pub fn quantile(chains: &[Vec<f64>], probability: f64) -> f64 {
    let mut values: Vec<f64> = chains.iter().flatten().copied().collect();
    if values.iter().any(|value| value.is_nan()) {
        return f64::NAN;
    }
    values.sort_unstable_by(f64::total_cmp);
    quantile_of_sorted(&values, probability)
}

/// The same of values in rising order.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "an index")]
pub(super) fn quantile_of_sorted(values: &[f64], probability: f64) -> f64 {
    assert!((0.0..=1.0).contains(&probability), "quantile: {probability} is no probability");
    let place = probability * count(values.len() - 1);
    let (low, share) = (place.floor() as usize, place.fract());
    if share > 0.0 { values[low] + share * (values[low + 1] - values[low]) } else { values[low] }
}

/// Halves of chains, one after the other; the draw in the middle of an odd number is left out.
fn split(chains: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let halves = chains.iter().flat_map(|chain| {
        let half = chain.len() / 2;
        [chain[..half].to_vec(), chain[chain.len() - half..].to_vec()]
    });
    halves.collect()
}

/// R-hat without splitting or ranks (eq. 1 to 4).
fn basic_r_hat(chains: &[Vec<f64>]) -> f64 {
    let n = count(chains[0].len());
    let means: Vec<f64> = chains.iter().map(|chain| mean_of(chain)).collect();
    let within = mean_of(&chains.iter().map(|chain| variance(chain)).collect::<Vec<_>>());
    let between = n * variance(&means);
    ((between / within + n - 1.0) / n).sqrt()
}

/// The estimate, unless the chains need none or cannot have one.
fn effective(chains: &[Vec<f64>], estimate: impl FnOnce() -> f64) -> f64 {
    match special(chains) {
        Some(Special::Constant) => count(chains.iter().map(Vec::len).sum()),
        Some(Special::Unknown) => f64::NAN,
        None => estimate(),
    }
}

/// Effective draws for the mean of a function.
fn effective_of(chains: &[Vec<f64>], f: impl Fn(f64) -> f64) -> f64 {
    let values: Vec<Vec<f64>> = split(chains).iter().map(|chain| chain.iter().map(|x| f(*x)).collect()).collect();
    match special(&values) {
        Some(Special::Unknown) => f64::NAN,
        Some(Special::Constant) => count(values.iter().map(Vec::len).sum()),
        None => effective_size(&rows(&values)),
    }
}

/// Effective draws of chains as they are (eq. 10 and 11): autocorrelations from the mean autocovariance of the chains, summed
/// over Geyer's initial monotone sequence of pairs (Geyer 1992, section 3.3), the last even one included where it is positive. No
/// more than `N · log₁₀ N` of N draws.
fn effective_size(chains: &[&[f64]]) -> f64 {
    let draws = chains[0].len();
    let autocovariance = mean_autocovariance(chains);
    let n = count(draws);
    let within = autocovariance[0] * n / (n - 1.0);
    let means: Vec<f64> = chains.iter().map(|chain| mean_of(chain)).collect();
    let between = if chains.len() > 1 { variance(&means) } else { 0.0 };
    let total = within * (n - 1.0) / n + between;
    let rho = |lag: usize| 1.0 - (within - autocovariance[lag]) / total;

    // Pairs of an even lag and the odd one after it, while their sum is positive.
    let mut pairs: Vec<[f64; 2]> = vec![[1.0, rho(1)]];
    let mut last_even = 0.0;
    while pairs.last().is_some_and(|[even, odd]| even + odd > 0.0) {
        let lag = 2 * pairs.len();
        if lag + 2 >= draws {
            last_even = pairs.pop().map_or(0.0, |[even, _]| even);
            break;
        }
        pairs.push([rho(lag), rho(lag + 1)]);
    }
    if let Some([even, _]) = pairs.pop_if(|[even, odd]| even.is_nan() || odd.is_nan() || *even + *odd <= 0.0) {
        last_even = even.max(0.0);
    }
    for k in 1..pairs.len() {
        let before = pairs[k - 1].iter().sum::<f64>();
        if pairs[k].iter().sum::<f64>() > before {
            pairs[k] = [before / 2.0; 2];
        }
    }
    let all = n * count(chains.len());
    let tau = -1.0 + 2.0 * pairs.iter().flatten().sum::<f64>() + last_even;
    all / tau.max(1.0 / all.log10())
}

fn mean_of(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / count(values.len())
}

/// With n - 1.
fn variance(values: &[f64]) -> f64 {
    let mean = mean_of(values);
    values.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / count(values.len() - 1)
}

#[expect(clippy::cast_precision_loss, reason = "a number of draws")]
pub(super) const fn count(n: usize) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests;

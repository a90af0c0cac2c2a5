mod oracles;
mod product;
mod samplers;

use burn::tensor::{Device, Tensor};

use super::diagnostics::mcse_mean;
use super::*;
use crate::config::{Loader, ModelConfig};

fn device() -> Device {
    crate::device::choose("cpu").unwrap().device
}

fn options(text: &str) -> SamplingConfig {
    read(text)
}

fn read<T: ModelConfig>(text: &str) -> T {
    Loader::new().text("test.toml", text).load().unwrap_or_else(|error| panic!("{error}")).value
}

/// The posterior of a config, and its draws.
fn fit(posterior: &str, sampling: &str) -> Fit {
    #[derive(ModelConfig)]
    struct Test {
        posterior: PosteriorConfig,
    }
    let config: Test = read(posterior);
    let target = config.posterior.build(std::path::Path::new("")).unwrap_or_else(|error| panic!("{error}"));
    sample(&*target, &options(sampling), 3, &device()).unwrap_or_else(|error| panic!("{error}"))
}

/// The mean of a function of a quantity, and its Monte Carlo error.
fn estimate(fit: &Fit, name: &str, f: impl Fn(f64) -> f64) -> (f64, f64) {
    let chains = fit.get(name).unwrap_or_else(|| panic!("no {name} among {:?}", fit.names()));
    let values: Vec<Vec<f64>> = chains.iter().map(|chain| chain.iter().map(|x| f(*x)).collect()).collect();
    (diagnostics::mean(&values), mcse_mean(&values))
}

/// The mean is the expected one within four errors, of which the largest that the test allows is `sharp`.
#[track_caller]
fn assert_mean(fit: &Fit, name: &str, expected: f64, sharp: f64, f: impl Fn(f64) -> f64) {
    let (mean, error) = estimate(fit, name, f);
    assert!((mean - expected).abs() <= 4.0 * error, "{name}: {mean} +- {error}, expected {expected}\n{fit}");
    assert!(error <= sharp, "{name}: an error of {error} hides what the test is for\n{fit}");
}

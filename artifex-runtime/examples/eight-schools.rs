//! The eight schools of Rubin 1981, written as a closure and sampled with every sampler; the first one's moments beside the reference
//! draws of posteriordb. `docs/mcmc.md` has what it prints:
//!
//! ```text
//! cargo run --release --example eight-schools
//! ```

use artifex::mcmc::{Fit, Model, Parameter, SampleError, SamplingConfig, Target, diagnostics, sample};
use burn::tensor::Tensor;

const Y: [f32; 8] = [28.0, 8.0, -3.0, 7.0, -1.0, 1.0, 18.0, 12.0];
const SIGMA: [f32; 8] = [15.0, 10.0, 16.0, 11.0, 9.0, 11.0, 10.0, 18.0];

/// posteriordb's `eight_schools-eight_schools_noncentered`: mean, its Monte Carlo error, mean of squares and its error, from 10,000
/// draws.
const REFERENCE: [(&str, [f64; 4]); 10] = [
    ("mu", [4.41052, 0.03304, 30.40302, 0.33514]),
    ("tau", [3.60206, 0.03186, 23.20407, 0.48489]),
    ("theta[1]", [6.15050, 0.05574, 69.36345, 1.16921]),
    ("theta[2]", [4.93958, 0.04623, 45.97870, 0.63465]),
    ("theta[3]", [3.90591, 0.05423, 43.13923, 0.65394]),
    ("theta[4]", [4.79602, 0.04749, 45.76135, 0.61937]),
    ("theta[5]", [3.61444, 0.04615, 34.35767, 0.45505]),
    ("theta[6]", [4.05115, 0.04852, 39.41350, 0.53902]),
    ("theta[7]", [6.31717, 0.04988, 64.93269, 0.92161]),
    ("theta[8]", [4.88400, 0.05425, 52.12845, 0.90247]),
];

/// `y ~ N(theta, sigma²)`, `theta = mu + tau z`, `z ~ N(0, 1)`, `mu ~ N(0, 5²)`, `tau ~ Cauchy⁺(0, 5)`.
fn eight_schools() -> impl Target {
    let theta = |[mu, tau, z]: [Tensor<2>; 3]| z * tau + mu;
    let parameters = [Parameter::real("mu"), Parameter::positive("tau"), Parameter::real("z").list(8)];
    Model::new(parameters, move |[mu, tau, z]| {
        let data = |values: [f32; 8]| Tensor::<2>::from_floats([values], &mu.device());
        let errors = (theta([mu.clone(), tau.clone(), z.clone()]) - data(Y)) / data(SIGMA);
        let squares = (errors.powi_scalar(2) + z.powi_scalar(2)).sum_dim(1) + (mu / 5.0).powi_scalar(2);
        (squares * -0.5 - ((tau / 5.0).powi_scalar(2) + 1.0).log()).squeeze_dim(1)
    })
    .derive_list("theta", 8, theta)
}

/// The mean of a power of a quantity, and its Monte Carlo error.
fn moment(fit: &Fit, name: &str, power: i32) -> (f64, f64) {
    let chains = fit.get(name).expect("the model has the quantity");
    let powers: Vec<Vec<f64>> = chains.iter().map(|chain| chain.iter().map(|x| x.powi(power)).collect()).collect();
    (diagnostics::mean(&powers), diagnostics::mcse_mean(&powers))
}

fn main() -> Result<(), SampleError> {
    let device = artifex::device::cpu();
    let model = eight_schools();
    let options = |sampler: &str| {
        let settings = format!("chains = 64\nwarm_up = 500\ndraws = 500\nsampler = {{ {sampler} }}");
        artifex::config::Loader::new().text("sampler", &settings).load::<SamplingConfig>().map(|loaded| loaded.value)
    };

    let fit = sample(&model, &options("type = \"chees\"")?, 0, &device)?;
    println!("{fit}");
    println!(
        "               mean ± mcse        reference ± mcse    errors  squares ± mcse     reference ± mcse    errors"
    );
    for (name, [mean, mean_error, squares, squares_error]) in REFERENCE {
        print!("{name:<8}");
        for (power, reference, error) in [(1, mean, mean_error), (2, squares, squares_error)] {
            let (found, own) = moment(&fit, name, power);
            let distance = (found - reference) / own.hypot(error);
            print!("  {found:>8.4} ± {own:<7.4}  {reference:>8.4} ± {error:<7.4}  {distance:>6.2}");
        }
        println!();
    }

    println!("\nsampler   accepted  divergences  least ESS  ESS/s  ESS/gradient  R-hat  warm-up s  draws s");
    for (name, sampler) in
        [("chees", "type = \"chees\""), ("hmc", "type = \"hmc\", leapfrogs = 8"), ("mala", "type = \"mala\"")]
    {
        let fit = sample(&model, &options(sampler)?, 0, &device)?;
        let (summary, effort) = (fit.summary(), fit.sampling());
        let least = summary.smallest_ess();
        let accepted = diagnostics::mean(&[fit.acceptance().to_vec()]);
        let r_hat = summary.rows.iter().map(|row| row.r_hat).fold(0.0, f64::max);
        #[expect(clippy::cast_precision_loss, reason = "for a ratio")]
        let per_gradient = least / effort.gradients as f64;
        println!(
            "{name:<8}  {accepted:>8.3}  {:>11}  {least:>9.0}  {:>5.0}  {per_gradient:>12.5}  {r_hat:>5.3}  {:>9.2}  {:>7.2}",
            fit.divergences(),
            least / effort.seconds,
            fit.warm_up().seconds,
            effort.seconds
        );
    }
    Ok(())
}

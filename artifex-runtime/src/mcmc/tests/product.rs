//! What a user writes, gets, and does wrong.

use super::*;

/// A row's sum: `[C]`.
fn summed(x: Tensor<2>) -> Tensor<1> {
    x.sum_dim(1).squeeze_dim(1)
}

#[test]
fn bounded_parameters_have_the_densities_that_were_written() {
    // Flat between -1 and 3; exponential with mean 2; log-normal, whose logarithm is N(0.5, 0.25²): without the derivatives of
    // the maps all three would be something else.
    let parameters = [Parameter::between("u", -1.0, 3.0).list(2), Parameter::positive("e"), Parameter::positive("l")];
    let model = Model::new(parameters, |[u, e, l]| {
        let log = l.log();
        summed(u * 0.0) + summed(e / -2.0) + summed(((log.clone() - 0.5) / 0.25).powi_scalar(2) * -0.5 - log)
    })
    .derive("sum", |[u, e, _]| u.sum_dim(1) + e)
    .derive_list("logs", 2, |[_, e, l]| Tensor::cat(vec![e.log(), l.log()], 1));
    let fit = sample(&model, &options("chains = 64\nwarm_up = 200\ndraws = 150"), 1, &device()).unwrap();
    assert_eq!(fit.names(), ["u[1]", "u[2]", "e", "l", "sum", "logs[1]", "logs[2]"]);
    for name in ["u[1]", "u[2]"] {
        assert_mean(&fit, name, 1.0, 0.03, |x| x);
        assert_mean(&fit, name, 16.0 / 12.0, 0.03, |x| (x - 1.0).powi(2));
        assert_mean(&fit, name, 0.25, 0.02, |x| f64::from(u8::from(x < 0.0)));
    }
    assert_mean(&fit, "e", 2.0, 0.05, |x| x);
    assert_mean(&fit, "e", 8.0, 0.5, |x| x * x);
    assert_mean(&fit, "l", (0.5f64 + 0.25 * 0.25 / 2.0).exp(), 0.02, |x| x);
    assert_mean(&fit, "logs[2]", 0.5, 0.01, |x| x);
    assert_mean(&fit, "sum", 4.0, 0.1, |x| x);
    assert!(fit.get("u[1]").unwrap().iter().flatten().all(|x| (-1.0..=3.0).contains(x)));
    let (u, e, sum) = (fit.get("u[1]").unwrap(), fit.get("e").unwrap(), fit.get("sum").unwrap());
    let u2 = fit.get("u[2]").unwrap();
    assert!((u[3][5] + u2[3][5] + e[3][5] - sum[3][5]).abs() < 1e-5, "derived values belong to their draw");
}

#[test]
fn the_same_seed_gives_the_same_draws_and_another_one_others() {
    let density = Coordinates::new(crate::kernels::mcmc::density_of(|x: Tensor<2>| summed(x.powi_scalar(2)) * -0.5), 3);
    let run = |seed| sample(&density, &options("chains = 4\nwarm_up = 30\ndraws = 70"), seed, &device()).unwrap();
    let (one, again, other) = (run(1), run(1), run(2));
    assert_eq!(one.get("x[2]"), again.get("x[2]"));
    assert_ne!(one.get("x[2]"), other.get("x[2]"));
    assert_eq!((one.chains(), one.draws(), one.thin()), (4, 70, 1));
    // The draws are the log density's: -½ |x|².
    for (chain, log_density) in one.log_density().iter().enumerate() {
        for (draw, log_density) in log_density.iter().enumerate() {
            let squares: f64 = one.quantities().map(|(_, x)| x[chain][draw].powi(2)).sum();
            assert!((log_density + 0.5 * squares).abs() < 1e-5);
        }
    }
    let energy = one.energy().unwrap();
    assert_eq!((energy.len(), energy[0].len()), (4, 70));
    // A step begins with the potential energy of the draw before, and a kinetic energy above 0.
    for (energy, log_density) in energy.iter().zip(one.log_density()) {
        assert!(energy[1..].iter().zip(log_density).all(|(energy, log_density)| *energy > -log_density));
    }
    let kinetic: f64 =
        energy.iter().zip(one.log_density()).map(|(e, l)| e[1..].iter().zip(l).map(|(e, l)| e + l).sum::<f64>()).sum();
    let mean = kinetic / (4.0 * 69.0);
    assert!((mean - 1.5).abs() < 0.35, "half a unit for each coordinate: {mean}");
}

#[test]
fn thinning_keeps_every_nth_of_the_same_draws() {
    let normal = Coordinates::new(crate::kernels::mcmc::AnalyticDensity::standard_normal(2).unwrap(), 2);
    let run = |text: &str| sample(&normal, &options(text), 1, &device()).unwrap();
    let all = run("chains = 4\nwarm_up = 20\ndraws = 300");
    let third = run("chains = 4\nwarm_up = 20\ndraws = 100\nthin = 3");
    for (all, third) in all.get("x[1]").unwrap().iter().zip(third.get("x[1]").unwrap()) {
        assert_eq!(&all.iter().skip(2).step_by(3).copied().collect::<Vec<_>>(), third);
    }
    assert_eq!(all.energy(), third.energy());
}

#[test]
fn starts_are_drawn_again_where_the_density_is_not_finite() {
    // Only where the coordinate is above 1, a quarter of the points from -2 to 2.
    let cut = crate::kernels::mcmc::density_of(|x: Tensor<2>| summed((x - 1.0).log()) - 1.0);
    let cut = Coordinates::named(cut, vec!["x".into()]);
    let sampling = options("sampler = { type = \"langevin\", step = 1e-12 }\nchains = 50\nwarm_up = 0\ndraws = 4");
    let fit = sample(&cut, &sampling, 1, &device()).unwrap();
    assert!(fit.get("x").unwrap().iter().flatten().all(|x| *x > 1.0 && *x < 2.0));
}

#[test]
fn a_table_is_shown_as_arviz_shows_one() {
    let fit =
        fit("posterior = { type = \"funnel\", centered = false, dims = 2 }", "chains = 8\nwarm_up = 50\ndraws = 50");
    let (text, summary) = (fit.to_string(), fit.summary());
    let lines: Vec<&str> = text.lines().collect();
    let words = |line: &str| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let head = ["mean", "sd", "5%", "50%", "95%", "mcse_mean", "mcse_sd", "ess_bulk", "ess_tail", "r_hat"];
    assert_eq!(words(lines[0]), head);
    assert_eq!(lines.len(), 4);
    assert!(lines.iter().all(|line| line.chars().count() == lines[0].chars().count()), "{text}");
    let v = words(lines[1]);
    let row = summary.get("v").unwrap();
    assert_eq!(
        (v[0].as_str(), v[1].clone(), v[8].clone()),
        ("v", format!("{:.3}", row.mean), format!("{:.0}", row.ess_bulk))
    );
    assert!(row.q5 < row.q50 && row.q50 < row.q95);
    let json = serde_json::to_value(&summary).unwrap();
    assert_eq!(json[0]["name"], "v");
    assert_eq!(json[0]["q50"], row.q50);
}

#[test]
fn mistakes_are_named_with_what_to_do() {
    let flat = |parameters| Model::new(parameters, |[x, _]: [Tensor<2>; 2]| summed(x));
    let message =
        |target: &dyn Target, text: &str| sample(target, &options(text), 1, &device()).unwrap_err().to_string();
    let twice = flat([Parameter::real("x"), Parameter::real("x")]);
    assert_eq!(message(&twice, ""), "mcmc: two quantities are called `x`; give each a name of its own");
    let good = flat([Parameter::real("x"), Parameter::real("y")]);
    assert_eq!(
        message(&good, "chains = 1"),
        "mcmc: `chees` learns the length of its paths from several chains together, and `chains` is 1; run dozens, or use the \
         sampler `hmc`"
    );
    let nowhere = Coordinates::new(crate::kernels::mcmc::density_of(|x: Tensor<2>| summed((x - 9.0).log())), 1);
    assert_eq!(
        message(&nowhere, ""),
        "mcmc: no finite start for chain 0 among 100 points within ± 2 in every coordinate; there the log density of the last \
         one is NaN. Start nearer to 0 (`start_radius`), or write the density so that it is finite there"
    );
    let wide = Coordinates::new(crate::kernels::mcmc::density_of(|x: Tensor<2>| x.powi_scalar(2).reshape([-1])), 2);
    assert_eq!(message(&wide, "chains = 4"), "mcmc: the density of [4, 2] gives log densities of shape [8]");
    let derived = flat([Parameter::real("x"), Parameter::real("y")]).derive("z", |[x, y]| Tensor::cat(vec![x, y], 1));
    let derived =
        message(&derived, "sampler = { type = \"langevin\", step = 0.1 }\nchains = 4\ndraws = 4\nwarm_up = 0");
    assert_eq!(
        derived,
        "mcmc: the target names 3 quantities, and gives them for 16 points as a tensor of shape [16, 4]"
    );
    let settings = SamplingConfig::new().with_draws(0);
    let error = sample(&good, &settings, 1, &device()).unwrap_err().to_string();
    assert!(error.starts_with("`draws` is 0, below the minimum 4"), "{error}");
}

#[test]
fn a_logistic_regression_refuses_what_is_neither_0_nor_1() {
    let config: posterior::LogisticRegressionConfig =
        read("data = { type = \"inline\", x = [[1.0], [2.0]], y = [1.0, 2.0] }");
    let error = PosteriorConfig::LogisticRegression(config).build(std::path::Path::new("")).err().unwrap();
    assert_eq!(error.to_string(), "row 1 of the data has y = 2; a logistic regression explains 0 and 1");
}

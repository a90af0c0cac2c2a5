//! Posteriors whose moments are known from elsewhere.

use super::*;

/// posteriordb's `eight_schools-eight_schools_noncentered`: mean, its Monte Carlo error, mean of squares and its error, from 10,000
/// reference draws.
const EIGHT_SCHOOLS: [(&str, [f64; 4]); 10] = [
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

const SCHOOLS: &str = "posterior = { type = \"hierarchical_normal\", y = [28, 8, -3, 7, -1, 1, 18, 12], \
                       sigma = [15, 10, 16, 11, 9, 11, 10, 18] }";

#[test]
fn eight_schools_are_those_of_posteriordb() {
    let fit = fit(SCHOOLS, "chains = 64\nwarm_up = 300\ndraws = 200");
    let summary = fit.summary();
    for (name, [mean, mean_error, squares, squares_error]) in EIGHT_SCHOOLS {
        for (expected, error, power) in [(mean, mean_error, 1), (squares, squares_error, 2)] {
            let (found, own) = estimate(&fit, name, |x| x.powi(power));
            let distance = (found - expected).abs() / own.hypot(error);
            assert!(
                distance < 4.0,
                "{name}^{power}: {found} +- {own}, {expected} +- {error}: {distance} errors\n{fit}"
            );
            assert!(own < 2.0 * error, "{name}^{power}: the run is long enough: {own} beside {error}\n{fit}");
        }
    }
    assert!(summary.rows.iter().all(|row| row.r_hat < 1.01), "{fit}");
    assert!(fit.divergences() <= 5, "{} divergences", fit.divergences());
}

#[test]
fn centered_eight_schools_diverge_and_say_so() {
    let centered = SCHOOLS.replace("sigma", "centered = true, sigma");
    let fit = fit(&centered, "sampler = { type = \"hmc\", leapfrogs = 8 }\nchains = 16\nwarm_up = 200\ndraws = 300");
    let warnings = fit.warnings(&fit.summary());
    assert!(fit.divergences() > 0, "{fit}");
    let first =
        format!("{} of 4800 steps diverged: the chains do not reach where the density is narrow.", fit.divergences());
    assert!(warnings[0].starts_with(&first), "{warnings:?}");
    assert_eq!(fit.divergent().iter().flatten().filter(|diverged| **diverged).count(), fit.divergences());
    assert_eq!(fit.names()[2], "theta[1]");
}

#[test]
fn the_banana_has_its_moments() {
    // x₁ ~ N(0, 10²), x₂ ~ N(.03 (x₁² - 100), 1): the mean of x₂² is 1 + .03² · 2 · 100² = 19.
    let fit = fit("posterior = { type = \"banana\" }", "chains = 128\nwarm_up = 300\ndraws = 200");
    assert_mean(&fit, "x[1]", 0.0, 0.5, |x| x);
    assert_mean(&fit, "x[1]", 100.0, 5.0, |x| x * x);
    assert_mean(&fit, "x[2]", 0.0, 0.2, |x| x);
    assert_mean(&fit, "x[2]", 19.0, 2.0, |x| x * x);
}

#[test]
fn the_funnel_without_its_neck_has_its_moments() {
    let funnel = "posterior = { type = \"funnel\", centered = false }";
    let fit = fit(funnel, "chains = 64\nwarm_up = 200\ndraws = 150");
    assert_mean(&fit, "v", 0.0, 0.1, |x| x);
    assert_mean(&fit, "v", 9.0, 0.4, |x| x * x);
    // x = z · exp(v/2): log x² = v + log z², of which the mean is -γ - ln 2, for log z² is that of a χ² of one degree of freedom.
    assert_mean(&fit, "x[3]", -0.577_215_664_901_532_9 - std::f64::consts::LN_2, 0.15, |x| (x * x).ln());
    assert!(fit.warnings(&fit.summary()).is_empty(), "{:?}", fit.warnings(&fit.summary()));
}

/// Mean and mean of squares of functions under an unnormalised density of one number, by Simpson's rule.
fn quadrature<const K: usize>(low: f64, high: f64, log: impl Fn(f64) -> f64, of: impl Fn(f64) -> [f64; K]) -> [f64; K] {
    const STEPS: usize = 4000;
    let at = |k: usize| low + (high - low) * k as f64 / STEPS as f64;
    let top = (0..=STEPS).map(|k| log(at(k))).fold(f64::NEG_INFINITY, f64::max);
    let (mut sums, mut total) = ([0.0; K], 0.0);
    for k in 0..=STEPS {
        let simpson = if k == 0 || k == STEPS { 1.0 } else { 2.0 + 2.0 * (k % 2) as f64 };
        let weight = simpson * (log(at(k)) - top).exp();
        total += weight;
        sums.iter_mut().zip(of(at(k))).for_each(|(sum, value)| *sum += weight * value);
    }
    sums.map(|sum| sum / total)
}

#[test]
fn linear_regression_is_its_conjugate_posterior_integrated_over_the_noise() {
    // y = 1 + 3 x + N(0, 1), 1000 points. Given the noise s, intercept and coefficient are normal with the precision
    // Λ = XᵀX / s² + I / 10² and the mean Λ⁻¹ Xᵀy / s², and y has the density |Λ|^-½ s^-n exp(-½ (yᵀy / s² - mᵀΛm)).
    let mut stream = crate::rng::Stream::from_seed(1);
    let (x, noise) = (stream.normal(1000), stream.normal(1000));
    let y: Vec<f64> = x.iter().zip(&noise).map(|(x, e)| 1.0 + 3.0 * f64::from(*x) + f64::from(*e)).collect();
    let x: Vec<f64> = x.iter().map(|x| f64::from(*x)).collect();
    let rows: Vec<String> = x.iter().map(|x| format!("[{x:?}]")).collect();
    let config = format!(
        "posterior = {{ type = \"linear_regression\", data = {{ type = \"inline\", x = [{}], y = {y:?} }} }}",
        rows.join(", ")
    );
    let n = y.len() as f64;
    let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    let ones = vec![1.0; y.len()];
    let (sx, sy, sxx, sxy, syy) = (dot(&ones, &x), dot(&ones, &y), dot(&x, &x), dot(&x, &y), dot(&y, &y));
    // Mean and variances given the noise, and the log density of the noise.
    let given = |s: f64| {
        let w = s.powi(-2);
        let (a, b, c) = (n * w + 0.01, sx * w, sxx * w + 0.01);
        let det = a * c - b * b;
        let (m0, m1) = ((c * sy * w - b * sxy * w) / det, (a * sxy * w - b * sy * w) / det);
        let fit = m0 * sy * w + m1 * sxy * w;
        let log = -0.5 * det.ln() - n * s.ln() - 0.5 * (syy * w - fit) - (s / 5.0).powi(2).ln_1p();
        (m0, m1, c / det, a / det, log)
    };
    let [intercept, intercept2, slope, slope2, s, s2] = quadrature(
        0.8,
        1.25,
        |s| given(s).4,
        |s| {
            let (m0, m1, v0, v1, _) = given(s);
            [m0, m0 * m0 + v0, m1, m1 * m1 + v1, s, s * s]
        },
    );
    let fit = fit(&config, "chains = 32\nwarm_up = 200\ndraws = 150");
    assert_mean(&fit, "intercept", intercept, 0.002, |x| x);
    assert_mean(&fit, "intercept", intercept2 - intercept.powi(2), 1e-4, |x| (x - intercept).powi(2));
    assert_mean(&fit, "coefficient[1]", slope, 0.002, |x| x);
    assert_mean(&fit, "coefficient[1]", slope2 - slope.powi(2), 1e-4, |x| (x - slope).powi(2));
    assert_mean(&fit, "noise", s, 0.002, |x| x);
    assert_mean(&fit, "noise", s2 - s.powi(2), 1e-4, |x| (x - s).powi(2));
    assert!((slope - 3.0).abs() < 0.1 && (s - 1.0).abs() < 0.1);
}

#[test]
fn logistic_regression_is_its_posterior_on_a_grid() {
    let (x, y) = ([-2.0, -1.5, -0.5, 0.0, 0.25, 0.5, 1.0, 2.0], [0.0, 0.0, 1.0, 0.0, 1.0, 0.0, 1.0, 1.0]);
    let rows: Vec<String> = x.iter().map(|x| format!("[{x:?}]")).collect();
    let config = format!(
        "posterior = {{ type = \"logistic_regression\", intercept_scale = 1.5, coefficient_scale = 2.5, \
         data = {{ type = \"inline\", x = [{}], y = {y:?} }} }}",
        rows.join(", ")
    );
    let log = |a: f64, b: f64| {
        let likelihood: f64 = x
            .iter()
            .zip(&y)
            .map(|(x, y)| {
                let logit = a + b * x;
                y * logit - logit.exp().ln_1p()
            })
            .sum();
        likelihood - 0.5 * ((a / 1.5).powi(2) + (b / 2.5).powi(2))
    };
    let (mut total, mut sums) = (0.0, [0.0; 4]);
    for i in 0..=400 {
        for j in 0..=400 {
            let (a, b) = (-8.0 + f64::from(i) * 0.04, -8.0 + f64::from(j) * 0.06);
            let weight = log(a, b).exp();
            total += weight;
            sums.iter_mut().zip([a, a * a, b, b * b]).for_each(|(sum, value)| *sum += weight * value);
        }
    }
    let [a, a2, b, b2] = sums.map(|sum| sum / total);
    let fit = fit(&config, "chains = 64\nwarm_up = 200\ndraws = 200");
    assert_mean(&fit, "intercept", a, 0.02, |x| x);
    assert_mean(&fit, "intercept", a2, 0.03, |x| x * x);
    assert_mean(&fit, "coefficient[1]", b, 0.02, |x| x);
    assert_mean(&fit, "coefficient[1]", b2, 0.2, |x| x * x);
}

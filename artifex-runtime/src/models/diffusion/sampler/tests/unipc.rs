//! `UniPC` against its paper, its special cases, and diffusers.

use super::*;

/// `φ_k(z) = Σ_j z^j / (j + k)!` (Zhao et al. 2023, appendix on data prediction, with `z = -h`).
fn phi(k: u32, z: f64) -> f64 {
    let factorial = (1..=k).map(f64::from).product::<f64>();
    let mut term = 1.0 / factorial;
    let mut sum = 0.0;
    for j in 1..200_u32 {
        sum += term;
        term *= z / f64::from(j + k);
    }
    sum
}

/// Solves `R a = b` for at most three unknowns by Cramer's rule.
fn solve(r: &[Vec<f64>], b: &[f64]) -> Vec<f64> {
    fn determinant(m: &[Vec<f64>]) -> f64 {
        if m.is_empty() {
            return 1.0;
        }
        (0..m.len())
            .map(|k| {
                let minor: Vec<Vec<f64>> = m[1..].iter().map(|row| [&row[..k], &row[k + 1..]].concat()).collect();
                (if k % 2 == 0 { 1.0 } else { -1.0 }) * m[0][k] * determinant(&minor)
            })
            .sum()
    }
    let whole = determinant(r);
    let with = |k: usize| {
        let replaced: Vec<Vec<f64>> =
            r.iter().zip(b).map(|(row, b)| [&row[..k], &[*b], &row[k + 1..]].concat()).collect();
        determinant(&replaced) / whole
    };
    (0..b.len()).map(with).collect()
}

/// `α B(h) Σ a_m D_m / r_m` of the paper, with the `a` of its condition: places `r` and differences `D` to the estimate at the step's
/// beginning.
fn differences(places: &[f64], differences: &[f64], h: f64, variant: &str, alpha: f64) -> f64 {
    let scale = if variant == "bh1" { -h } else { (-h).exp_m1() };
    let p = places.len();
    let a = match p {
        0 => return 0.0,
        1 => vec![0.5],
        _ => {
            let r: Vec<Vec<f64>> = (0..p).map(|i| places.iter().map(|r| r.powi(i as i32)).collect()).collect();
            let factorial = |i: usize| (1..=i).map(|k| k as f64).product::<f64>();
            let b: Vec<f64> = (1..=p).map(|i| -h * phi(i as u32 + 1, -h) * factorial(i) / scale).collect();
            solve(&r, &b)
        }
    };
    -alpha * scale * a.iter().zip(places).zip(differences).map(|((a, r), d)| a * d / r).sum::<f64>()
}

/// The paper's multistep algorithm for one number: where it goes from `x` over levels, each given as signal and noise.
fn reference(mut x: f64, levels: &[(f64, f64)], order: usize, variant: &str, corrector: bool) -> f64 {
    let denoise = |x: f64, (a, s): (f64, f64)| (a * STD * STD * x + MEAN * s * s) / (a * a * STD * STD + s * s);
    let lambda = |(a, s): (f64, f64)| (a / s).ln();
    // Estimates and their λ, the latest last.
    let mut kept: Vec<(f64, f64)> = Vec::new();
    for (i, pair) in levels.windows(2).enumerate() {
        let (from, to) = (pair[0], pair[1]);
        let m0 = denoise(x, from);
        if corrector && i > 0 {
            x = CORRECTED.with(|base| base.borrow_mut().take().expect("a step was taken")(m0));
        }
        kept.push((lambda(from), m0));
        let order = order.min(kept.len());
        let h = lambda(to) - lambda(from);
        let base = to.1 / from.1 * x - to.0 * (-h).exp_m1() * m0;
        let before: Vec<(f64, f64)> = kept.iter().rev().skip(1).take(order - 1).copied().collect();
        let places: Vec<f64> = before.iter().map(|(before, _)| (before - lambda(from)) / h).collect();
        let differ: Vec<f64> = before.iter().map(|(_, m)| m - m0).collect();
        x = base + differences(&places, &differ, h, variant, to.0);
        let variant = variant.to_owned();
        let correct = move |new: f64| {
            let places = [&places[..], &[1.0]].concat();
            let differ = [&differ[..], &[new - m0]].concat();
            base + differences(&places, &differ, h, &variant, to.0)
        };
        CORRECTED.with(|base| *base.borrow_mut() = Some(Box::new(correct)));
    }
    x
}

/// What corrects the last step, given the estimate at its end.
type Correct = Box<dyn FnOnce(f64) -> f64>;

thread_local! {
    static CORRECTED: std::cell::RefCell<Option<Correct>> = const { std::cell::RefCell::new(None) };
}

#[test]
fn steps_are_those_of_the_paper() {
    for corrector in [false, true] {
        for order in 1..=3 {
            for variant in ["bh1", "bh2"] {
                let text = format!(
                    "type = 'unipc', steps = 9, final_sigma = 'sigma_min', lower_order_final = false, order = {order}, \
                     variant = '{variant}', corrector = {corrector}"
                );
                let sampler = build(&text);
                let marginal = |at| sampler.level(at).marginal;
                let levels: Vec<(f64, f64)> = (0..=9).map(|at| (marginal(at).signal(), marginal(at).noise())).collect();
                let start = [-1.5, 0.3, 2.0];
                let x = Tensor::<1>::from_data(TensorData::from(start), (&Device::flex(), DType::F64));
                let x = sampler.run(x, exact, &mut Stream::from_seed(0)).unwrap();
                for (start, found) in start.into_iter().zip(x.into_data().try_to_vec::<f64>().unwrap()) {
                    let expected = reference(start, &levels, order, variant, corrector);
                    assert!((found - expected).abs() < 1e-9, "{text}: {found}, not {expected}");
                }
            }
        }
    }
}

/// Of order 1 without corrector it is DDIM; of order 2 so, DPM-Solver++ 2M, whose coefficient is the same limit.
#[test]
fn special_cases_are_other_samplers() {
    let run = |text: &str| {
        let x = Tensor::<1>::from_data(TensorData::from([-1.5, 0.3, 2.0]), (&Device::flex(), DType::F64));
        build(text).run(x, exact, &mut Stream::from_seed(0)).unwrap().into_data().try_to_vec::<f64>().unwrap()
    };
    for (unipc, other) in [
        ("order = 1, corrector = false", "type = 'ddim', steps = 12"),
        ("order = 2, corrector = false", "type = 'dpm_solver_pp', steps = 12"),
        ("order = 1, disable_corrector = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]", "type = 'ddim', steps = 12"),
    ] {
        let found = run(&format!("type = 'unipc', steps = 12, {unipc}"));
        for (found, expected) in found.into_iter().zip(run(other)) {
            assert!((found - expected).abs() < 1e-12, "{unipc}: {found}, not {expected}");
        }
    }
    assert_ne!(run("type = 'unipc'"), run("type = 'unipc', disable_corrector = [0]"));
    // The order of the last step but one.
    let second = |last: bool| run(&format!("type = 'unipc', order = 3, steps = 6, lower_order_final = {last}"));
    assert_ne!(second(true), second(false));
}

/// diffusers 0.3x, `tests/schedulers/test_scheduler_unipc.py`: sums of magnitudes of full loops of 10 steps, recomputed in double precision;
/// the means there, 0.2464, 0.2925, 0.1014 and 0.1966, are held to within 0.001.
#[test]
fn configs_give_the_loops_of_diffusers() {
    for (more, prediction, sum, mean) in [
        ("spacing = 'linspace'", Prediction::Epsilon, 189.231_653, 0.2464),
        ("spacing = 'karras'", Prediction::Epsilon, 224.627_050, 0.2925),
        ("spacing = 'linspace'", Prediction::Velocity, 77.872_420, 0.1014),
        ("spacing = 'karras'", Prediction::Velocity, 150.688_814, 0.1966),
    ] {
        let sampler = build(&format!("type = 'unipc', steps = 10, final_sigma = 'sigma_min', {more}"));
        let found = diffusers_with(&sampler, None, false, prediction);
        assert!((found - sum).abs() < 2e-3, "{more}, {prediction:?}: {found}, not {sum}");
        assert!((found / 768.0 - mean).abs() < 1e-3);
    }
}

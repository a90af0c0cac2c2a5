use super::points::POINTS;
use super::*;
use crate::kernels::testing::{host, on_devices};
use burn::tensor::{Device, Int, Tensor};

/// The families of the table of points. The last three are the original's.
#[derive(Clone, Copy, Debug)]
pub(super) enum Family {
    Linear,
    /// Squared cosine with variances from 1e-4 to 0.9999.
    Cosine,
    /// Scaled linear between the ends of linear.
    Quadratic,
    /// `β_0 + (β_1 - β_0) √(i / (T - 1))`.
    Root,
}

const LINEAR: BetaSchedule = BetaSchedule::Linear { start: 1e-4, end: 0.02 };

pub(super) fn schedule(kind: BetaSchedule, steps: usize) -> NoiseSchedule {
    NoiseSchedule::new(kind, steps).unwrap()
}

pub(super) fn linear() -> NoiseSchedule {
    schedule(LINEAR, 1000)
}

fn family(family: Family, steps: usize) -> NoiseSchedule {
    match family {
        Family::Linear => schedule(LINEAR, steps),
        Family::Quadratic => schedule(BetaSchedule::ScaledLinear { start: 1e-4, end: 0.02 }, steps),
        Family::Cosine => {
            let betas = schedule(BetaSchedule::SquaredCosine { max_beta: 0.9999 }, steps).betas().to_vec();
            NoiseSchedule::from_betas(betas.into_iter().map(|beta| beta.max(1e-4)).collect()).unwrap()
        }
        Family::Root => {
            let part = |i: usize| (i as f64 / (steps - 1) as f64).sqrt();
            NoiseSchedule::from_betas((0..steps).map(|i| 1e-4 + (0.02 - 1e-4) * part(i)).collect()).unwrap()
        }
    }
}

#[track_caller]
fn assert_near(found: f64, expected: f64) {
    assert!((found - expected).abs() <= 1e-9 * expected.abs(), "{found:e}, expected {expected:e}");
}

/// The number as it is printed, within half of its last digit.
#[track_caller]
fn assert_printed(found: f64, printed: &str) {
    let (mantissa, exponent) = printed.split_once('e').unwrap_or((printed, "0"));
    let decimals = mantissa.split_once('.').map_or(0, |(_, decimals)| decimals.len()) as i32;
    let half = 0.500_001 * 10f64.powi(exponent.parse::<i32>().unwrap() - decimals);
    let expected: f64 = printed.parse().unwrap();
    assert!((found - expected).abs() <= half, "{found:.16e}, expected {printed}");
}

#[test]
fn derived_arrays_are_those_of_double_precision() {
    assert_eq!(POINTS.len(), 80);
    for &(kind, steps, t, expected) in POINTS {
        let schedule = family(kind, steps);
        let (of_start, of_x) = schedule.posterior_mean_coefficients();
        let variance = schedule.posterior_variance();
        let found = [schedule.betas()[t], schedule.alphas_cumprod()[t], variance[t], of_start[t], of_x[t]];
        for (found, expected) in found.into_iter().zip(expected) {
            assert_near(found, expected);
        }
        let log = schedule.posterior_log_variance_clipped();
        assert_near(log[t], variance[t.max(1)].ln());
    }
}

#[test]
fn schedules_are_those_of_the_table() {
    let scaled = |start, end| BetaSchedule::ScaledLinear { start, end };
    let sigmoid = BetaSchedule::Sigmoid { start: 1e-4, end: 0.02 };
    let zero_snr = linear().with_zero_terminal_snr().unwrap();
    let table = [
        (linear(), ["10.0500000000", "0.999900000000", "0.078587242882", "4.035829765e-5", "157.407281"]),
        (
            schedule(scaled(0.00085, 0.012), 1000),
            ["5.348992792", "0.999150000000", "0.277669650456", "4.660098513e-3", "14.614641"],
        ),
        (
            schedule(BetaSchedule::SquaredCosine { max_beta: 0.999 }, 1000),
            ["12.441496417", "0.999958715775", "0.493843590441", "2.428766907e-9", "20291.1696"],
        ),
        (
            schedule(sigmoid, 1000),
            ["10.0500000000", "0.999850794799", "0.301931056602", "3.968181991e-5", "158.743369"],
        ),
        (zero_snr, ["18.672217711", "0.999900000000", "0.076028750547", "0", "inf"]),
        (
            schedule(scaled(1e-4, 0.02), 1000),
            ["7.174285998", "0.999900000000", "0.333187767356", "7.334124596e-4", "36.911912"],
        ),
        (
            family(Family::Root, 1000),
            ["13.363219943", "0.999900000000", "0.008556686911", "1.420305898e-6", "839.090388"],
        ),
        (
            // 64178.64555, which the table cuts off.
            family(Family::Cosine, 1000),
            ["12.442780761", "0.999900000000", "0.493653806150", "2.427833531e-10", "64178.6456"],
        ),
    ];
    for (schedule, expected) in table {
        let alphas = schedule.alphas_cumprod();
        let sigma = schedule.sigmas()[999];
        assert_printed(schedule.betas().iter().sum(), expected[0]);
        assert_printed(alphas[0], expected[1]);
        assert_printed(alphas[499], expected[2]);
        assert_printed(alphas[999], expected[3]);
        if expected[4] == "inf" {
            assert_eq!(
                (sigma, schedule.log_snr()[999], schedule.betas()[999]),
                (f64::INFINITY, f64::NEG_INFINITY, 1.0)
            );
        } else {
            assert_printed(sigma, expected[4]);
            assert_near(schedule.log_snr()[999], -2.0 * sigma.ln());
        }
    }
    let snr = linear().snr();
    let printed =
        [(0, "9999"), (10, "454.9074797672"), (100, "8.5366695772"), (250, "1.0895280466"), (500, "0.0843595494")];
    for (t, printed) in printed {
        assert_printed(snr[t], printed);
    }
}

#[test]
fn the_root_schedule_of_diffusion_lm_is_one_less_a_root() {
    let schedule = schedule(BetaSchedule::Sqrt { max_beta: 0.999 }, 500);
    for (t, alpha) in schedule.alphas_cumprod()[..499].iter().enumerate() {
        // The first variance is relative to the formula at 0, which is .99.
        assert_near(*alpha, (1.0 - ((t + 1) as f64 / 500.0 + 1e-4).sqrt()) / 0.99);
    }
    assert_eq!(schedule.betas()[499], 0.999);
}

#[test]
fn a_schedule_of_one_step_is_finite() {
    let one = schedule(LINEAR, 1);
    assert_eq!((one.betas(), one.posterior_variance()[0]), ([1e-4].as_slice(), 0.0));
    assert_eq!(one.posterior_log_variance_clipped(), [1e-4f64.ln()]);
    assert_eq!(one.marginal(0).unwrap().signal(), 0.9999f64.sqrt());
}

#[test]
fn sigmas_of_karras_are_those_of_the_table() {
    let printed = [
        "80", "57.586", "40.786", "28.375", "19.352", "12.91", "8.4009", "5.3152", "3.2568", "1.9233", "1.0882",
        "0.58535", "0.29644", "0.13952", "0.059947", "0.022935", "0.007528", "0.002",
    ];
    let sigmas = karras_sigmas(18, 0.002, 80.0, 7.0).unwrap();
    for (i, (found, printed)) in sigmas.iter().zip(printed).enumerate() {
        assert_printed(*found, printed);
        let part = i as f64 / 17.0;
        let (high, low) = (80f64.powf(1.0 / 7.0), 0.002f64.powf(1.0 / 7.0));
        assert_near(*found, (high + part * (low - high)).powf(7.0));
    }
    assert_eq!(sigmas.len(), 18);
    let geometric = geometric_sigmas(5, 0.01, 50.0).unwrap();
    for (found, printed) in
        geometric.iter().zip(["50.0000000000", "5.9460355750", "0.7071067812", "0.0840896415", "0.0100000000"])
    {
        assert_printed(*found, printed);
    }
}

#[test]
fn scalings_of_edm_are_those_of_the_paper() {
    for sigma in [0.002, 0.1, 0.5, 3.0, 80.0] {
        let edm = EdmPreconditioning::new(sigma, 0.5).unwrap();
        let total = sigma * sigma + 0.25;
        assert_near(edm.c_skip, 0.25 / total);
        assert_near(edm.c_in.powi(2) * total, 1.0);
        assert_near(edm.c_out.powi(2) * edm.loss_weight, 1.0);
        assert_near(edm.c_noise, sigma.ln() / 4.0);
        // The error of D that is left to F has variance c_out² for data of variance σ_d² (appendix B.6).
        assert_near((1.0 - edm.c_skip).powi(2) * 0.25 + edm.c_skip.powi(2) * sigma * sigma, edm.c_out.powi(2));
    }
}

const PROCESSES: [Sde; 3] = [
    Sde::VariancePreserving { beta_min: 0.1, beta_max: 20.0 },
    Sde::SubVariancePreserving { beta_min: 0.1, beta_max: 20.0 },
    Sde::VarianceExploding { sigma_min: 0.01, sigma_max: 50.0 },
];

#[test]
fn marginals_solve_their_equations() {
    let [vp, sub_vp, ve] = PROCESSES;
    for (t, printed) in [
        (0.0, "0.0100000000"),
        (0.25, "0.0840896415"),
        (0.5, "0.7071067812"),
        (0.75, "5.9460355750"),
        (1.0, "50.0000000000"),
    ] {
        assert_printed(ve.marginal(t).unwrap().noise(), printed);
        let log_signal = -t * t * 19.9 / 4.0 - t * 0.1 / 2.0;
        let (vp, sub_vp) = (vp.marginal(t).unwrap(), sub_vp.marginal(t).unwrap());
        assert_near(vp.signal(), log_signal.exp());
        assert_near(sub_vp.signal(), log_signal.exp());
        assert!((vp.noise().powi(2) + vp.signal().powi(2) - 1.0).abs() < 1e-14);
        assert!((sub_vp.noise() + sub_vp.signal().powi(2) - 1.0).abs() < 1e-14);
    }
    for sde in PROCESSES {
        for t in [0.05, 0.3, 0.7, 0.95] {
            // d ln a/dt = -β/2 and d s²/dt = g² - β s².
            let h = 1e-5;
            let (low, here, high) =
                (sde.marginal(t - h).unwrap(), sde.marginal(t).unwrap(), sde.marginal(t + h).unwrap());
            let beta = sde.shrinkage(t).unwrap();
            let slope = (high.signal().ln() - low.signal().ln()) / (2.0 * h);
            assert!((slope + 0.5 * beta).abs() <= 1e-7 * (1.0 + beta), "{sde:?} at {t}");
            let growth = (high.noise().powi(2) - low.noise().powi(2)) / (2.0 * h);
            let expected = sde.diffusion_squared(t).unwrap() - beta * here.noise().powi(2);
            assert!((growth - expected).abs() <= 1e-6 * (1.0 + expected.abs()), "{sde:?} at {t}: {growth}, {expected}");
        }
    }
}

#[test]
fn flow_times_are_shifted_as_in_sd3() {
    let times = flow_times(4, 3.0).unwrap();
    for (found, expected) in times.iter().zip([1.0, 0.9, 0.75, 0.5, 0.0]) {
        assert!((found - expected).abs() < 1e-15, "{times:?}");
    }
    assert_eq!(flow_times(2, 1.0).unwrap(), [1.0, 0.5, 0.0]);
    let flow = Marginal::flow(0.25).unwrap();
    assert_eq!((flow.signal(), flow.noise(), flow.ratio()), (0.75, 0.25, 1.0 / 3.0));
    assert_near(flow.log_snr(), 2.0 * 3f64.ln());
}

#[test]
fn samplers_visit_the_steps_of_the_table() {
    let steps = |n, spacing| linear().time_steps(n, spacing).unwrap();
    assert_eq!(steps(10, Spacing::Leading), [900, 800, 700, 600, 500, 400, 300, 200, 100, 0]);
    assert_eq!(steps(10, Spacing::Trailing), [999, 899, 799, 699, 599, 499, 399, 299, 199, 99]);
    assert_eq!(steps(10, Spacing::Linspace), [999, 888, 777, 666, 555, 444, 333, 222, 111, 0]);
    assert_eq!(steps(11, Spacing::Linspace)[..10], [999, 899, 799, 699, 599, 500, 400, 300, 200, 100]);
    assert_eq!(steps(10, Spacing::Quadratic), [800, 632, 483, 355, 246, 158, 88, 39, 9, 0]);
    // The table has 0 twice at the end.
    let fifty = [
        800, 767, 736, 705, 674, 645, 616, 587, 560, 533, 506, 481, 456, 431, 408, 385, 362, 341, 320, 299, 280, 261,
        242, 225, 208, 191, 176, 161, 146, 133, 120, 107, 96, 85, 74, 65, 56, 47, 40, 33, 26, 21, 16, 11, 8, 5, 2, 1,
        0,
    ];
    assert_eq!(steps(50, Spacing::Quadratic), fifty);
    assert_eq!(steps(1000, Spacing::Trailing), (0..1000).rev().collect::<Vec<_>>());
}

#[test]
fn sigmas_lie_on_lines_between_the_steps() {
    let (schedule, sigmas) = (linear(), linear().sigmas());
    assert_eq!(schedule.sigma_at(999.0).unwrap(), sigmas[999]);
    assert_near(schedule.sigma_at(122.25).unwrap(), sigmas[122] * 0.75 + sigmas[123] * 0.25);
}

#[test]
fn wrong_numbers_are_refused_with_what_would_be_right() {
    let error = |kind, steps| NoiseSchedule::new(kind, steps).unwrap_err().to_string();
    assert_eq!(error(LINEAR, 0), "the number of steps is 0; give at least 1");
    let ends = |start, end| BetaSchedule::Linear { start, end };
    assert_eq!(error(ends(1e-4, 5.0), 10), "beta end is 5; give a number from beta start on and below 1");
    assert_eq!(error(ends(f64::NAN, 0.1), 10), "beta start is NaN; give a number above 0 and below 1");
    assert_eq!(error(BetaSchedule::Sqrt { max_beta: 1.0 }, 10), "max_beta is 1; give a number above 0 and below 1");
    let betas = NoiseSchedule::from_betas(vec![0.1, 1.0, 0.2]).unwrap_err().to_string();
    assert_eq!(betas, "beta 1 is 1; give numbers above 0 and below 1, where only the last one may be 1");
    assert!(NoiseSchedule::from_betas(vec![0.1, 1.0]).is_ok());
    assert_eq!(NoiseSchedule::from_betas(vec![]).unwrap_err().to_string(), "the number of betas is 0; give at least 1");
    let message = linear().time_steps(1001, Spacing::Leading).unwrap_err().to_string();
    assert_eq!(message, "the number of sampling steps is 1001; give 1 to 1000, the steps of the schedule");
    let message = linear().marginal(1000).unwrap_err().to_string();
    assert_eq!(message, "there is no time step 1000; this schedule has the steps 0 to 999");
    assert!(linear().sigma_at(999.5).is_err() && linear().sigma_at(f64::NAN).is_err());
    let message = schedule(LINEAR, 1).with_zero_terminal_snr().unwrap_err().to_string();
    assert_eq!(message, "the number of steps is 1; give at least 2 to rescale to no signal at the end");
    let message = karras_sigmas(3, 1.0, 0.5, 7.0).unwrap_err().to_string();
    assert_eq!(message, "sigma_max is 0.5; give a number not below sigma_min");
    assert!(karras_sigmas(3, 0.5, f64::INFINITY, 7.0).is_err() && geometric_sigmas(0, 0.1, 1.0).is_err());
    assert_eq!(PROCESSES[0].marginal(1.5).unwrap_err().to_string(), "the time is 1.5; give a number from 0 to 1");
    let message = shifted_flow_time(0.5, 0.0).unwrap_err().to_string();
    assert_eq!(message, "shift is 0; give a number above 0");
    assert!(Marginal::new(0.0, 0.0).is_err() && Marginal::new(-1.0, 1.0).is_err() && Marginal::flow(1.1).is_err());
}

on_devices! {
    fn levels_are_gathered_by_time_step(device) {
        let t = Tensor::<1, Int>::from_data([999, 0, 499, 0], device);
        let (signal, noise) = linear().on(device).at(t.clone());
        let alphas = [4.035_829_765e-5_f64, 0.9999, 0.078_587_242_882, 0.9999];
        for ((signal, noise), alpha) in host(signal).into_iter().zip(host(noise)).zip(alphas) {
            assert!((f64::from(signal) - alpha.sqrt()).abs() < 1e-7 && (f64::from(noise) - (1.0 - alpha).sqrt()).abs() < 1e-7);
        }
        let values = schedule_tensor(&linear().sigmas(), device);
        assert!((host(extract(&values, t))[0] - 157.407_28).abs() < 2e-5);
    }
}

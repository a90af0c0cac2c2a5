//! Against closed forms, and against `ArviZ`.

use super::*;
use crate::rng::Stream;

/// Autoregressive chains from a linear congruential generator: the same numbers in any language.
fn series(chains: usize, draws: usize, phi: f64, shape: &str) -> Vec<Vec<f64>> {
    let mut word = 12_345u32;
    let mut out: Vec<Vec<f64>> = Vec::new();
    for _ in 0..chains {
        let mut x = 0.0;
        let next = |_| {
            word = word.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            x = phi * x + (f64::from(word) / 4_294_967_296.0 - 0.5);
            x
        };
        out.push((0..draws).map(next).collect());
    }
    for x in out.iter_mut().flatten() {
        match shape {
            "ties" => *x = (*x * 4.0).floor(),
            "tails" => *x = x.powi(3) + *x / (1.0001 - x.abs() / 4.0),
            _ => {}
        }
    }
    match shape {
        "shifted" => out[0].iter_mut().for_each(|x| *x += 0.5),
        "scaled" => out[chains - 1].iter_mut().for_each(|x| *x *= 3.0),
        _ => {}
    }
    out
}

/// R-hat, bulk and tail ESS, ESS of the mean, errors of mean and standard deviation, ESS of the median, and the E-BFMI of the
/// first chain, of these series: `ArviZ` 0.22.0 (`arviz.stats.diagnostics`), `SciPy` 1.17.1.
type Case = ((usize, usize, f64, &'static str), [f64; 8]);
const ARVIZ: [Case; 9] = [
    (
        (4, 100, 0.6, "plain"),
        [
            1.090_684_606_28,
            46.809_188_513_5,
            188.131_464_398,
            46.076_073_394_2,
            0.048_162_017_057_2,
            0.012_968_727_522_1,
            110.430_230_081,
            0.989_310_763_299,
        ],
    ),
    (
        (3, 51, 0.9, "plain"),
        [
            1.154_784_771_69,
            14.469_746_543_5,
            34.670_034_733_2,
            14.082_961_836_2,
            0.125_496_951_778,
            0.059_753_767_36,
            27.295_093_557_1,
            0.343_378_360_215,
        ],
    ),
    (
        (1, 200, 0.5, "plain"),
        [
            1.043_798_672_75,
            27.192_982_251_1,
            127.468_713_434,
            26.916_060_479_3,
            0.060_276_298_081_2,
            0.014_948_955_962_3,
            44.684_713_156_8,
            1.133_811_320_58,
        ],
    ),
    (
        (4, 64, -0.5, "plain"),
        [
            1.005_071_103_53,
            616.509_431_12,
            234.058_077_392,
            616.509_431_12,
            0.013_160_040_352_3,
            0.016_860_978_821_4,
            616.509_431_12,
            2.953_115_258_25,
        ],
    ),
    (
        (4, 100, 0.3, "ties"),
        [
            1.027_624_939_14,
            246.204_139_981,
            321.021_076_816,
            245.658_782_239,
            0.074_689_179_153_8,
            0.030_120_828_477,
            348.832_402_158,
            1.651_708_273_63,
        ],
    ),
    (
        (2, 250, 0.7, "tails"),
        [
            1.010_975_063_55,
            79.271_818_682_4,
            164.454_183_543,
            78.278_702_193_4,
            0.061_901_243_292_5,
            0.034_289_580_105_5,
            164.917_968_774,
            0.682_327_335_197,
        ],
    ),
    (
        (4, 100, 0.2, "shifted"),
        [
            1.334_548_688_51,
            10.567_033_706_4,
            39.333_516_064_8,
            9.775_775_035_77,
            0.117_605_598_847,
            0.036_327_249_061_4,
            19.747_386_899_4,
            1.838_280_068_79,
        ],
    ),
    (
        (4, 100, 0.2, "scaled"),
        [
            1.147_476_528_12,
            353.657_241_598,
            31.331_539_896,
            370.757_654_385,
            0.025_292_805_910_2,
            0.131_367_332_535,
            411.037_913_84,
            1.838_280_068_79,
        ],
    ),
    (
        (8, 20, 0.99, "plain"),
        [
            2.209_633_711_77,
            16.333_470_371_5,
            52.968_660_968_7,
            15.686_184_529_9,
            0.182_503_656_554,
            0.080_741_321_576_9,
            20.685_265_550_7,
            0.744_616_722_082,
        ],
    ),
];

#[test]
fn they_are_those_of_arviz() {
    for ((chains, draws, phi, shape), expected) in ARVIZ {
        let x = series(chains, draws, phi, shape);
        let found = [
            r_hat(&x),
            ess_bulk(&x),
            ess_tail(&x),
            ess_mean(&x),
            mcse_mean(&x),
            mcse_sd(&x),
            ess_quantile(&x, 0.5),
            e_bfmi(&x)[0],
        ];
        for (k, (found, expected)) in found.into_iter().zip(expected).enumerate() {
            let error = (found - expected).abs() / expected.abs();
            assert!(error < 1e-9, "{shape} {chains} x {draws}, {phi}: number {k} is {found}, ArviZ has {expected}");
        }
    }
}

/// Chains of `x' = φ x + √(1 - φ²) ξ`: standard normal, with autocorrelations φ^t.
fn autoregressive(chains: usize, draws: usize, phi: f64) -> Vec<Vec<f64>> {
    let mut stream = Stream::from_seed(5).fold_in("autoregressive");
    let chain = |_| {
        let noise = stream.normal(draws + 1);
        let mut x = f64::from(noise[0]);
        let next = |xi: &f32| {
            x = phi * x + (1.0 - phi * phi).sqrt() * f64::from(*xi);
            x
        };
        noise[1..].iter().map(next).collect()
    };
    (0..chains).map(chain).collect()
}

#[test]
fn effective_draws_of_autoregressive_chains_are_those_of_their_closed_form() {
    // The mean of N correlated draws is as good as that of N (1 - φ) / (1 + φ) independent ones. The squares have
    // autocorrelations φ^2t.
    let (chains, draws) = (16, 4000);
    let all = f64::from(16 * 4000);
    for phi in [0.0, 0.3, 0.8, 0.95] {
        let x = autoregressive(chains, draws, phi);
        let expected = all * (1.0 - phi) / (1.0 + phi);
        for found in [ess_mean(&x), ess_bulk(&x)] {
            assert!((found / expected - 1.0).abs() < 0.12, "{phi}: {found} of {expected}");
        }
        let squares = phi * phi;
        // The error of the standard deviation: sd(x²) / √ESS / 2.
        let error = (2.0 / (all * (1.0 - squares) / (1.0 + squares))).sqrt() / 2.0;
        assert!((mcse_sd(&x) / error - 1.0).abs() < 0.08, "{phi}: {} of {error}", mcse_sd(&x));
        assert!((mcse_mean(&x) * expected.sqrt() - 1.0).abs() < 0.08);
        assert!(r_hat(&x) < 1.01, "{phi}: {}", r_hat(&x));
        assert!(ess_tail(&x) >= expected * 0.8, "indicators are correlated less than the draws");
    }
    // Antithetic chains are better than independent ones.
    assert!(ess_mean(&autoregressive(chains, draws, -0.5)) > 2.5 * all);
}

#[test]
fn chains_that_differ_in_place_or_scale_are_seen() {
    let good = autoregressive(4, 500, 0.2);
    assert!(r_hat(&good) < 1.01);
    let mut moved = good.clone();
    moved[0].iter_mut().for_each(|x| *x += 1.0);
    let mut wide = good.clone();
    wide[0].iter_mut().for_each(|x| *x *= 3.0);
    // A chain that drifts differs from itself.
    let mut drifts = good;
    drifts[0].iter_mut().enumerate().for_each(|(t, x)| *x += t as f64 / 150.0);
    for (what, x) in [("moved", moved), ("wide", wide), ("drifts", drifts)] {
        assert!(r_hat(&x) > 1.03, "{what}: {}", r_hat(&x));
    }
}

#[test]
fn constants_and_what_is_not_finite_have_their_answers() {
    let constant = vec![vec![2.0; 10]; 3];
    assert_eq!((r_hat(&constant), ess_bulk(&constant), ess_tail(&constant)), (1.0, 30.0, 30.0));
    assert_eq!((mcse_mean(&constant), mcse_sd(&constant)), (0.0, 0.0));
    let mut broken = autoregressive(2, 10, 0.0);
    broken[1][3] = f64::NAN;
    for short in [broken, autoregressive(2, 3, 0.0)] {
        for found in [r_hat(&short), ess_bulk(&short), ess_tail(&short), mcse_mean(&short), mcse_sd(&short)] {
            assert!(found.is_nan());
        }
    }
    assert!(e_bfmi(&[vec![1.0, 2.0]])[0].is_nan());
}

#[test]
fn quantiles_are_linear_between_draws() {
    let x = [vec![4.0, 1.0], vec![3.0, 2.0]];
    assert_eq!([0.0, 0.25, 0.5, 1.0].map(|p| quantile(&x, p)), [1.0, 1.75, 2.5, 4.0]);
    assert!(quantile(&[vec![1.0, f64::NAN]], 0.5).is_nan());
}

#[test]
fn equal_values_share_their_ranks() {
    assert_eq!(ranks(&[vec![3.0, 1.0], vec![3.0, 7.0]]), [[2.5, 1.0], [2.5, 4.0]]);
}

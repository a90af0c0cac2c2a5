#[cfg(feature = "wgpu")]
mod memory;
pub(super) mod reference;

use super::options::Sizes;
use super::*;
use crate::kernels::testing::{host, on_devices};
use crate::rng::Stream;
#[cfg(feature = "flex")]
use burn::tensor::DType;
use burn::tensor::{Bool, Device, TensorData};
use reference::{Input, Output, reference};

/// One call: sizes `[B, H, G, Nq, Nk, D, Dv]` and options.
#[derive(Clone, Debug, Default)]
struct Case {
    sizes: [usize; 7],
    causal: bool,
    window: Option<usize>,
    key_mask: bool,
    bias: Option<[usize; 3]>,
    relative: Option<usize>,
    scale: Option<f32>,
    dropout: f64,
    /// Factor on the queries, for extreme scores.
    stretch: f32,
    /// Whether the tensors are views with other strides.
    views: bool,
}

fn case(sizes: [usize; 7]) -> Case {
    Case { sizes, stretch: 1.0, ..Case::default() }
}

/// What a call gave.
struct Found {
    out: Tensor<4>,
    lse: Tensor<3>,
    gradients: Vec<(&'static str, Vec<f32>, Vec<f64>)>,
    expected: Output,
}

fn f64s(values: &[f32]) -> Vec<f64> {
    values.iter().map(|value| f64::from(*value)).collect()
}

/// Runs a case, fused or portable, on the device and in double precision.
fn run(case: &Case, device: &Device, fused: bool) -> Found {
    let device = device.clone().autodiff();
    let [b, h, g, nq, nk, d, dv] = case.sizes;
    let mut stream = Stream::from_seed(3);
    let mut normal = |shape: [usize; 4]| {
        let values = stream.normal(shape.iter().product());
        if case.views {
            // Heads inside positions, as after a projection: the tensor is a view of the same numbers.
            let [b, h, n, d] = shape;
            let base = Tensor::<4>::from_data(TensorData::new(values, [b, n, h, d]), &device).require_grad();
            return (base.clone().swap_dims(1, 2), base, true);
        }
        let base = Tensor::<4>::from_data(TensorData::new(values, shape), &device).require_grad();
        (base.clone(), base, false)
    };
    let (q, q_leaf, view) = normal([b, h, nq, d]);
    let ((k, k_leaf, _), (v, v_leaf, _)) = (normal([b, g, nk, d]), normal([b, g, nk, dv]));
    let q = q * case.stretch;
    let bias = case
        .bias
        .map(|[b, h, n]| normal([b, h, n, nk]).1.swap_dims(1, if case.views { 2 } else { 1 }).detach().require_grad());
    let relative = case
        .relative
        .map(|reach| normal([1, 1, h, 2 * reach + 1]).1.reshape([h, 2 * reach + 1]).detach().require_grad());
    let gradient = normal([b, h, nq, dv]).0.detach();
    // Sample 0 sees a part of the keys, and where there is a second sample it sees none.
    let mask: Vec<bool> = (0..b * nk).map(|at| at < nk && (at * 7) % 5 != 0).collect();
    let dropout = (case.dropout > 0.0).then(|| AttentionDropout { rate: case.dropout, from: Stream::from_seed(77) });
    let options = AttentionOptions {
        scale: case.scale,
        causal: case.causal,
        window: case.window,
        key_mask: case.key_mask.then(|| Tensor::<2, Bool>::from_data(TensorData::new(mask.clone(), [b, nk]), &device)),
        bias: bias.clone(),
        relative: relative.clone(),
        dropout: dropout.clone(),
    };
    let spec = check(&q, &k, &v, &options);
    let keep = dropout.map(|dropout| {
        let (padded, rows) = (nk.div_ceil(4) * 4, b * h * nq);
        let coins = dropout.from.clone().bernoulli(1.0 - case.dropout, rows * padded);
        let scale = f64::from((1.0 / (1.0 - case.dropout)) as f32);
        coins.chunks(padded.max(1)).flat_map(|row| &row[..nk]).map(|kept| if *kept { scale } else { 0.0 }).collect()
    });
    let numbers = |tensor: &Tensor<4>| f64s(&host(tensor.clone()));
    let expected = reference(&Input {
        sizes: Sizes { batch: b, heads: h, key_heads: g, queries: nq, keys: nk, width: d, value_width: dv },
        spec,
        q: numbers(&q),
        k: numbers(&k),
        v: numbers(&v),
        key_mask: case.key_mask.then_some(mask),
        bias: bias.as_ref().zip(case.bias).map(|(bias, shape)| (shape, numbers(bias))),
        relative: relative.as_ref().map(|relative| (relative.dims()[1], f64s(&host(relative.clone())))),
        keep,
        gradient: numbers(&gradient),
    });
    let (out, lse) = if fused {
        attention_with_lse(q, k, v, &options)
    } else {
        (attention_portable(q, k, v, &options), Tensor::<3>::zeros([b, h, nq], &device))
    };
    let leaves = (out.clone() * gradient).sum().backward();
    let leaf = |leaf: &Tensor<4>| {
        let gradient = leaf.grad(&leaves).expect("a gradient");
        host(if view { gradient.swap_dims(1, 2) } else { gradient })
    };
    let stretched: Vec<f64> = expected.q.iter().map(|slope| slope * f64::from(case.stretch)).collect();
    let mut gradients = vec![
        ("q", leaf(&q_leaf), stretched),
        ("k", leaf(&k_leaf), expected.k.clone()),
        ("v", leaf(&v_leaf), expected.v.clone()),
    ];
    if let Some(bias) = bias {
        gradients.push(("bias", host(bias.grad(&leaves).expect("a gradient")), expected.bias.clone()));
    }
    if let Some(relative) = relative {
        gradients.push(("relative", host(relative.grad(&leaves).expect("a gradient")), expected.relative.clone()));
    }
    Found { out, lse, gradients, expected }
}

/// Everything that a case gives is near double precision.
///
/// A product of `D` terms and a softmax over `Nk` err by a few roundings of their largest term each; a gradient adds up to
/// `max(Nq, Nk)` such terms, whose errors grow with the root of their number.
#[track_caller]
fn assert_right(case: &Case, device: &Device, fused: bool) {
    let Found { out, lse, gradients, expected } = run(case, device, fused);
    let [.., nq, nk, d, _] = case.sizes;
    // The scores' own rounding: relative to their size, which extreme scores make large.
    let size = f64::from(case.stretch) * f64::from(case.scale.unwrap_or(1.0)).max(1.0);
    let tolerance = 4e-6 * size * (d.max(16) as f64 / 16.0).sqrt();
    let near = |name: &str, found: &[f32], expected: &[f64], tolerance: f64| {
        assert_eq!(found.len(), expected.len(), "{name} of {case:?}");
        for (at, (found, expected)) in found.iter().zip(expected).enumerate() {
            let found = f64::from(*found);
            let close = (found - expected).abs() <= tolerance * (1.0 + expected.abs()) || found == *expected;
            assert!(close, "{name}[{at}] of {case:?} is {found}, expected {expected}");
        }
    };
    near("out", &host(out), &expected.out, tolerance);
    if fused {
        near("lse", &host(lse), &expected.lse, tolerance);
    }
    let longer = (nq.max(nk).max(16) as f64 / 16.0).sqrt();
    for (name, found, expected) in gradients {
        near(name, &found, &expected, tolerance * longer * f64::from(case.stretch).max(1.0));
    }
}

/// Sizes around those of tiles and vectors.
fn sizes() -> Vec<Case> {
    let mut cases: Vec<Case> =
        [1, 3, 31, 32, 33, 63, 64, 65, 129].into_iter().map(|n| case([1, 2, 2, n, n, 16, 16])).collect();
    cases.extend([1, 3, 15, 17, 40, 64, 100, 256].into_iter().map(|d| case([1, 1, 1, 33, 35, d, d])));
    cases.push(case([2, 3, 3, 5, 300, 24, 8]));
    cases.push(case([1, 1, 1, 300, 5, 8, 72]));
    cases.push(case([1, 1, 1, 1000, 1000, 4, 4]));
    cases
}

/// Every option alone, and together.
fn options() -> Vec<Case> {
    let plain = case([2, 4, 2, 37, 70, 20, 12]);
    let with = |change: fn(&mut Case)| {
        let mut case = plain.clone();
        change(&mut case);
        case
    };
    vec![
        plain.clone(),
        with(|case| case.causal = true),
        with(|case| {
            // More queries than keys: the first of them see nothing.
            case.causal = true;
            case.sizes = [1, 2, 1, 80, 40, 8, 8];
        }),
        with(|case| case.window = Some(9)),
        with(|case| {
            case.window = Some(9);
            case.causal = true;
        }),
        with(|case| case.window = Some(1)),
        with(|case| case.key_mask = true),
        with(|case| case.bias = Some([2, 4, 37])),
        with(|case| case.bias = Some([1, 4, 1])),
        with(|case| case.bias = Some([2, 1, 37])),
        with(|case| case.relative = Some(100)),
        with(|case| case.relative = Some(5)),
        with(|case| case.relative = Some(0)),
        with(|case| case.scale = Some(0.7)),
        with(|case| case.dropout = 0.4),
        with(|case| case.sizes = [2, 6, 1, 33, 34, 16, 16]),
        with(|case| case.views = true),
        with(|case| case.stretch = 2000.0),
        with(|case| {
            *case = Case {
                sizes: case.sizes,
                causal: true,
                window: Some(30),
                key_mask: true,
                bias: Some([1, 4, 37]),
                relative: Some(12),
                scale: Some(0.3),
                dropout: 0.2,
                stretch: 1.0,
                views: true,
            };
        }),
    ]
}

on_devices! {
    fn values_and_gradients_equal_double_precision_at_any_size(device) {
        for case in sizes() {
            assert_right(&case, device, true);
        }
    }

    fn values_and_gradients_equal_double_precision_with_every_option(device) {
        for case in options() {
            assert_right(&case, device, true);
        }
    }

    fn the_portable_body_is_right_too(device) {
        for case in options().into_iter().chain([case([1, 2, 2, 33, 65, 16, 8])]) {
            assert_right(&case, device, false);
        }
    }

    fn nothing_to_attend_to_gives_zeros(device) {
        for sizes in [[0, 2, 2, 3, 4, 8, 8], [1, 2, 2, 0, 4, 8, 8], [1, 2, 2, 3, 0, 8, 5]] {
            let [b, h, g, nq, nk, d, dv] = sizes;
            let device = device.clone().autodiff();
            let q = Tensor::<4>::ones([b, h, nq, d], &device).require_grad();
            let k = Tensor::<4>::ones([b, g, nk, d], &device).require_grad();
            let v = Tensor::<4>::ones([b, g, nk, dv], &device);
            let (out, lse) = attention_with_lse(q.clone(), k.clone(), v, &AttentionOptions::default());
            assert_eq!((out.dims(), lse.dims()), ([b, h, nq, dv], [b, h, nq]));
            assert!(host(out.clone()).iter().all(|x| *x == 0.0) && host(lse).iter().all(|x| *x == f32::NEG_INFINITY));
            let gradients = out.sum().backward();
            assert!(host(q.grad(&gradients).unwrap()).iter().all(|x| *x == 0.0), "{sizes:?}");
            assert!(host(k.grad(&gradients).unwrap()).iter().all(|x| *x == 0.0), "{sizes:?}");
        }
    }

    /// One query against all keys is the last row of the whole: decoding with a cache.
    fn a_few_queries_are_the_last_of_all(device) {
        let (n, d) = (300, 33);
        let mut stream = Stream::from_seed(8);
        let mut normal = |h| stream.normal_tensor([2, h, n, d], device);
        let (q, k, v) = (normal(4), normal(2), normal(2));
        for options in [
            AttentionOptions { causal: true, ..AttentionOptions::default() },
            AttentionOptions { causal: true, window: Some(90), relative: Some(alibi(4, n, device)), ..AttentionOptions::default() },
        ] {
            let (all, all_lse) = attention_with_lse(q.clone(), k.clone(), v.clone(), &options);
            for few in [1, 3, 7] {
                let part = q.clone().narrow(2, n - few, few);
                let (out, lse) = attention_with_lse(part, k.clone(), v.clone(), &options);
                for (all, few) in host(all.clone().narrow(2, n - few, few)).iter().zip(host(out)) {
                    assert!((all - few).abs() < 2e-6, "{all} against {few}");
                }
                for (all, few) in host(all_lse.clone().narrow(2, n - few, few)).iter().zip(host(lse)) {
                    assert!((all - few).abs() < 2e-5, "{all} against {few}");
                }
            }
        }
    }

    /// What a masked key holds makes no difference.
    fn padding_is_not_seen(device) {
        let mut stream = Stream::from_seed(8);
        let mut normal = || stream.normal_tensor::<4>([1, 2, 40, 8], device);
        let (q, k, v, other) = (normal(), normal(), normal(), normal() * 100.0);
        let mask: Vec<bool> = (0..40).map(|key| key < 29).collect();
        let mask = Tensor::<2, Bool>::from_data(TensorData::new(mask, [1, 40]), device);
        let options = AttentionOptions { key_mask: Some(mask), ..AttentionOptions::default() };
        let padded = |x: &Tensor<4>| Tensor::cat(vec![x.clone().narrow(2, 0, 29), other.clone().narrow(2, 29, 11)], 2);
        let first = attention(q.clone(), k.clone(), v.clone(), &options);
        assert_eq!(host(first), host(attention(q, padded(&k), padded(&v), &options)));
    }

    fn a_broken_network_shows(device) {
        let ones = Tensor::<4>::ones([1, 1, 70, 8], device);
        let nan = ones.clone().slice_fill([0..1, 0..1, 69..70, 0..1], f32::NAN);
        let out = attention(ones.clone(), nan, ones, &AttentionOptions::default());
        assert!(host(out).iter().all(|x| x.is_nan()));
    }
}

/// Half precision where the device has it: within its own rounding of the same numbers in double precision.
#[cfg(feature = "flex")]
#[test]
fn half_precision_is_computed_in_single() {
    let device = Device::flex();
    let mut stream = Stream::from_seed(8);
    let mut normal = || stream.normal_tensor::<4>([1, 2, 40, 8], &device).cast(DType::F16);
    let (q, k, v) = (normal(), normal(), normal());
    let out = attention(q.clone(), k.clone(), v.clone(), &AttentionOptions::default());
    assert_eq!(out.dtype(), DType::F16);
    let wide = |x: Tensor<4>| x.cast(DType::F32);
    let expected = attention(wide(q), wide(k), wide(v), &AttentionOptions::default());
    for (found, expected) in host(out).iter().zip(host(expected)) {
        assert!((found - expected).abs() <= 6e-4 * (1.0 + expected.abs()), "{found} against {expected}");
    }
}

#[cfg(feature = "flex")]
#[test]
fn alibi_has_the_slopes_of_the_paper() {
    let table = |heads, n| host(alibi(heads, n, &Device::flex()));
    // Eight heads: 1/2, 1/4 .. 1/256.
    let eight = table(8, 3);
    for head in 0..8 {
        let slope = 0.5f32.powi(head as i32 + 1);
        assert_eq!(eight[head * 5..][..5], [-2.0 * slope, -slope, 0.0, -slope, -2.0 * slope].map(|x| x + 0.0));
    }
    // Three heads: those of two (1/16, 1/256), then the first of four (1/4).
    let three = table(3, 2);
    assert_eq!([three[0], three[3], three[6]], [-1.0 / 16.0, -1.0 / 256.0, -0.25]);
}

#[cfg(feature = "flex")]
mod mistakes {
    use super::*;

    fn message(shapes: [[usize; 4]; 3], change: impl FnOnce(&mut AttentionOptions, &Device)) -> String {
        let device = Device::flex();
        let mut options = AttentionOptions::default();
        change(&mut options, &device);
        let [q, k, v] = shapes.map(|shape| Tensor::<4>::zeros(shape, &device));
        let call = std::panic::AssertUnwindSafe(|| attention(q, k, v, &options));
        let panic = std::panic::catch_unwind(call).expect_err("a panic");
        let text = panic.downcast_ref::<String>().cloned();
        text.unwrap_or_else(|| (*panic.downcast_ref::<&str>().expect("a message")).to_owned())
    }

    const Q: [usize; 4] = [2, 4, 5, 8];
    const K: [usize; 4] = [2, 2, 6, 8];
    const V: [usize; 4] = [2, 2, 6, 3];

    #[test]
    fn shapes_that_do_not_fit_are_named() {
        let none = |_: &mut AttentionOptions, _: &Device| {};
        assert_eq!(
            message([Q, [2, 3, 6, 8], V], none),
            "attention: q [2, 4, 5, 8] does not fit k [2, 3, 6, 8]: expected [B, H, Nq, D] and [B, G, Nk, D] where G divides H"
        );
        assert_eq!(
            message([Q, K, [2, 2, 7, 3]], none),
            "attention: v [2, 2, 7, 3] does not fit k [2, 2, 6, 8]: expected [B, G, Nk, Dv] and [B, G, Nk, D]"
        );
        assert_eq!(
            message([[1, 1, 2, 300], [1, 1, 2, 300], [1, 1, 2, 8]], none),
            "attention: heads of q [1, 1, 2, 300] and v [1, 1, 2, 8] are 300 and 8 wide, expected 1 to 256"
        );
    }

    #[test]
    fn options_that_do_not_fit_are_named() {
        assert_eq!(
            message([Q, K, V], |options, device| options.key_mask =
                Some(Tensor::<2>::ones([2, 5], device).greater_elem(0.0))),
            "attention: key_mask [2, 5] does not fit k [2, 2, 6, 8]: expected [B, Nk] = [2, 6]"
        );
        assert_eq!(
            message([Q, K, V], |options, device| options.bias = Some(Tensor::zeros([2, 4, 5, 5], device))),
            "attention: bias [2, 4, 5, 5] does not fit q [2, 4, 5, 8] and k [2, 2, 6, 8]: expected [B or 1, H or 1, Nq or 1, Nk]"
        );
        assert_eq!(
            message([Q, K, V], |options, device| options.relative = Some(Tensor::zeros([4, 6], device))),
            "attention: relative [4, 6] does not fit q [2, 4, 5, 8]: expected [H, 2R + 1]"
        );
        assert_eq!(
            message([Q, K, V], |options, _| options.window = Some(0)),
            "attention: window is 0, expected at least 1: a query would not see itself"
        );
        assert_eq!(
            message([Q, K, V], |options, _| {
                options.dropout = Some(AttentionDropout { rate: 1.0, from: Stream::from_seed(0) });
            }),
            "attention: dropout rate is 1, expected 0 up to but not including 1"
        );
        assert_eq!(
            message([Q, K, V], |options, device| options.bias =
                Some(Tensor::zeros([1, 1, 1, 6], (device, DType::F64)))),
            "attention: q is F32 and bias is F64, expected one type"
        );
    }
}

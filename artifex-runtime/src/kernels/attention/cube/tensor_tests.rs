//! Products by tensor cores, without a GPU: the kernels' CUDA C++ on the host against double precision.

use burn::backend::cubecl::dtype_to_storage_type;
use burn::tensor::{DType, bf16, f16};
use cubecl::prelude::CubeKernel;

use super::backward::{keys_kernel::KeysKernel, queries_kernel::QueriesKernel};
use super::forward::forward_kernel::ForwardKernel;
use super::texts::{TENSOR, geometry};
use super::tile::Plan;
use crate::kernels::attention::options::{AttentionSpec, Sizes};
use crate::kernels::attention::tests::reference::{Input, reference};
use crate::kernels::emulator::{Buffer, Launch, run};
use crate::kernels::random::cube::coin_words;
use crate::kernels::random::cube::texts::place;
use crate::kernels::texts::{absent, buffer, cuda, given, start};
use crate::rng::{Stream, threshold};

/// One call by tensor cores.
struct Case {
    dtype: DType,
    sizes: Sizes,
    tile: usize,
    down: usize,
    /// Units of a plane.
    plane: usize,
    /// Causality, a window, a mask of keys, both biases and dropout, or nothing of them.
    everything: bool,
    /// What the relative error of a result may be: some roundings of the type.
    tolerance: f64,
}

/// Chance to drop.
const RATE: f64 = 0.3;

impl Case {
    fn plan(&self) -> Plan {
        let plan = Plan {
            tile: self.tile,
            down: self.down,
            width: self.sizes.width,
            value_width: self.sizes.value_width,
            causal: self.everything,
            window: self.everything,
            dropout: self.everything,
            ..TENSOR
        };
        let plan = Plan { planes: plan.units() / self.plane, ..plan };
        assert!(plan.shares());
        plan
    }

    /// Numbers rounded to the type, and as the kernels get them.
    fn tensor(&self, values: &[f64]) -> (Vec<f64>, Buffer) {
        let buffer = match self.dtype {
            DType::F16 => Buffer::F16(values.iter().map(|x| f16::from_f64(*x)).collect()),
            DType::BF16 => Buffer::BF16(values.iter().map(|x| bf16::from_f64(*x)).collect()),
            _ => unreachable!("tensor cores take half precision"),
        };
        (buffer.values(), buffer)
    }

    fn check(&self) {
        let Sizes { batch, heads, key_heads, queries, keys, width, value_width } = self.sizes;
        let (rows, key_rows) = (batch * heads * queries, batch * key_heads * keys);
        let reach = 9;
        let mut stream = Stream::from_seed(5);
        let mut normal = |n: usize| {
            let values: Vec<f64> = stream.normal(n).into_iter().map(f64::from).collect();
            self.tensor(&values)
        };
        let ((q, q_buffer), (k, k_buffer)) = (normal(rows * width), normal(key_rows * width));
        let ((v, v_buffer), (gradient, gradient_buffer)) = (normal(key_rows * value_width), normal(rows * value_width));
        let (bias, bias_buffer) = normal(heads * queries * keys);
        let (relative, relative_buffer) = normal(heads * (2 * reach + 1));
        let mask: Vec<bool> = (0..batch * keys).map(|at| at < keys && at % 7 != 0).collect();
        let mask_buffer = Buffer::F32(mask.iter().map(|seen| f32::from(u8::from(*seen))).collect());
        let window = keys / 2;
        let from = Stream::from_seed(6);
        let (padded, kept) = (keys.div_ceil(4) * 4, (1.0 / (1.0 - RATE)) as f32);
        let coins = from.clone().bernoulli(1.0 - RATE, rows * padded);
        let keep = coins.chunks(padded).flat_map(|row| &row[..keys]).map(|yes| if *yes { kept.into() } else { 0.0 });
        let all = self.everything;
        let spec = AttentionSpec {
            scale: 1.0 / (width as f32).sqrt(),
            causal: all,
            window: if all { window } else { 0 },
            has_key_mask: all,
            has_bias: all,
            has_relative: all,
            dropout: None,
        };
        let expected = reference(&Input {
            sizes: self.sizes,
            spec: spec.clone(),
            q,
            k,
            v,
            key_mask: all.then_some(mask),
            bias: all.then_some(([1, heads, queries], bias)),
            relative: all.then_some((2 * reach + 1, relative)),
            keep: all.then(|| keep.collect()),
            gradient: gradient.clone(),
        });

        let optional =
            || if all { vec![mask_buffer.clone(), bias_buffer.clone(), relative_buffer.clone()] } else { vec![] };
        let (coin, certain) = coin_words(if all { threshold(1.0 - RATE) } else { 0 });
        let of_bias = if all { [1, heads, queries, 2 * reach + 1] } else { [1; 4] };
        let numbers = [heads, heads / key_heads, queries, keys, spec.window].into_iter().chain(of_bias);
        let numbers = numbers.map(|n| n as u32).chain([coin, certain]).chain(from.words());
        let launch = |tiles: usize, heads: usize, buffers: Vec<Buffer>| Launch {
            cubes: [tiles.div_ceil(self.tile) as u32, heads as u32, batch as u32],
            units: self.plan().units() as u32,
            buffers,
            u32s: numbers.clone().collect(),
            f32s: vec![spec.scale, if all { kept } else { 1.0 }],
        };
        let zeros = |n: usize| self.tensor(&vec![0.0; n]).1;

        let mut buffers = vec![q_buffer.clone(), k_buffer.clone(), v_buffer.clone()];
        buffers.extend(optional());
        buffers.extend([zeros(rows * value_width), Buffer::F32(vec![0.0; rows])]);
        let results = run(&self.forward(), &launch(queries, heads, buffers));
        let [.., out, lse] = &results[..] else { unreachable!("there are buffers") };
        self.near("out", out, &expected.out);
        for (found, expected) in lse.values().iter().zip(&expected.lse) {
            assert!(
                found == expected || (found - expected).abs() < 1e-4 * (1.0 + expected.abs()),
                "{found} {expected}"
            );
        }

        let statistics = statistics(&lse.values(), &out.values(), &gradient, value_width);
        let mut buffers = vec![q_buffer, k_buffer, v_buffer, gradient_buffer, statistics];
        buffers.extend(optional());
        let with = |outputs: &[usize]| buffers.iter().cloned().chain(outputs.iter().map(|n| zeros(*n))).collect();
        let results = run(&self.queries(), &launch(queries, heads, with(&[rows * width])));
        self.near("the gradient of q", results.last().expect("a buffer"), &expected.q);
        let outputs = [key_rows * width, key_rows * value_width];
        let results = run(&self.keys(), &launch(keys, key_heads, with(&outputs)));
        let [.., d_k, d_v] = &results[..] else { unreachable!("there are buffers") };
        self.near("the gradient of k", d_k, &expected.k);
        self.near("the gradient of v", d_v, &expected.v);
    }

    /// Compares by the length of the difference, and element by element against the largest one.
    fn near(&self, name: &str, found: &Buffer, expected: &[f64]) {
        let found = found.values();
        assert_eq!(found.len(), expected.len(), "{name}");
        let length = |x: &mut dyn Iterator<Item = f64>| x.map(|x| x * x).sum::<f64>().sqrt();
        let error = length(&mut found.iter().zip(expected).map(|(found, expected)| found - expected));
        let relative = error / length(&mut expected.iter().copied());
        assert!(relative < self.tolerance, "{name}: the relative error is {relative}");
        let largest = expected.iter().fold(0.0, |most: f64, x| most.max(x.abs()));
        for (at, (found, expected)) in found.iter().zip(expected).enumerate() {
            let close = (found - expected).abs() < 4.0 * self.tolerance * largest;
            assert!(close, "{name}[{at}] is {found}, expected {expected}");
        }
    }

    fn forward(&self) -> String {
        let (s, b, p, g, plan) = (start(self.plan().units() as u32), buffer, place(), geometry(), self.plan());
        let half = dtype_to_storage_type(self.dtype);
        let (mask, bias, relative) =
            if self.everything { (given(), given(), given()) } else { (absent(), absent(), absent()) };
        text(&ForwardKernel::new(
            s.settings,
            s.device,
            s.target,
            b(),
            b(),
            b(),
            mask,
            bias,
            relative,
            b(),
            b(),
            g,
            p,
            plan,
            half,
            half,
        ))
    }

    fn queries(&self) -> String {
        let (s, b, p, g, plan) = (start(self.plan().units() as u32), buffer, place(), geometry(), self.plan());
        let half = dtype_to_storage_type(self.dtype);
        let (mask, bias, relative) =
            if self.everything { (given(), given(), given()) } else { (absent(), absent(), absent()) };
        text(&QueriesKernel::new(
            s.settings,
            s.device,
            s.target,
            b(),
            b(),
            b(),
            b(),
            b(),
            mask,
            bias,
            relative,
            b(),
            g,
            p,
            plan,
            half,
            half,
        ))
    }

    fn keys(&self) -> String {
        let (s, b, p, g, plan) = (start(self.plan().units() as u32), buffer, place(), geometry(), self.plan());
        let half = dtype_to_storage_type(self.dtype);
        let (mask, bias, relative) =
            if self.everything { (given(), given(), given()) } else { (absent(), absent(), absent()) };
        text(&KeysKernel::new(
            s.settings,
            s.device,
            s.target,
            b(),
            b(),
            b(),
            b(),
            b(),
            mask,
            bias,
            relative,
            b(),
            b(),
            g,
            p,
            plan,
            half,
            half,
        ))
    }
}

/// A text that multiplies by tensor cores.
fn text(kernel: &impl CubeKernel) -> String {
    let text = cuda(kernel);
    assert!(text.contains("mma_sync"), "{text}");
    text
}

/// For each row its log-sum-exp and `Σ_d out·gradient`, as the kernels read them.
fn statistics(lse: &[f64], out: &[f64], gradient: &[f64], width: usize) -> Buffer {
    let products = out.chunks(width).zip(gradient.chunks(width));
    let deltas = products.map(|(out, gradient)| out.iter().zip(gradient).map(|(out, g)| out * g).sum());
    Buffer::F32(lse.iter().copied().chain(deltas).map(|x| x as f32).collect())
}

#[test]
fn f16_with_every_option() {
    let sizes = Sizes { batch: 2, heads: 4, key_heads: 2, queries: 70, keys: 101, width: 40, value_width: 72 };
    Case { dtype: DType::F16, sizes, tile: 64, down: 16, plane: 32, everything: true, tolerance: 1e-3 }.check();
}

#[test]
fn bf16_in_small_tiles_and_wide_planes() {
    let sizes = Sizes { batch: 1, heads: 2, key_heads: 2, queries: 65, keys: 64, width: 64, value_width: 20 };
    Case { dtype: DType::BF16, sizes, tile: 32, down: 8, plane: 64, everything: false, tolerance: 1e-2 }.check();
}

//! Attention and its gradients in double precision, by the definition.

use crate::kernels::attention::options::{AttentionSpec, Sizes};

/// The arguments of a call as numbers.
pub(in crate::kernels::attention) struct Input {
    pub sizes: Sizes,
    pub spec: AttentionSpec,
    pub q: Vec<f64>,
    pub k: Vec<f64>,
    pub v: Vec<f64>,
    pub key_mask: Option<Vec<bool>>,
    pub bias: Option<([usize; 3], Vec<f64>)>,
    pub relative: Option<(usize, Vec<f64>)>,
    /// What dropout multiplies the probabilities with, `[B, H, Nq, Nk]`.
    pub keep: Option<Vec<f64>>,
    /// The gradient of the output.
    pub gradient: Vec<f64>,
}

/// Results in the order of the tensors that they belong to.
#[derive(Default)]
pub(in crate::kernels::attention) struct Output {
    pub out: Vec<f64>,
    pub lse: Vec<f64>,
    pub q: Vec<f64>,
    pub k: Vec<f64>,
    pub v: Vec<f64>,
    pub bias: Vec<f64>,
    pub relative: Vec<f64>,
}

pub(in crate::kernels::attention) fn reference(input: &Input) -> Output {
    let Sizes { batch, heads, key_heads, queries, keys, width, value_width } = input.sizes;
    let rows = batch * heads * queries;
    let mut output = Output {
        out: vec![0.0; rows * value_width],
        lse: vec![f64::NEG_INFINITY; rows],
        q: vec![0.0; input.q.len()],
        k: vec![0.0; input.k.len()],
        v: vec![0.0; input.v.len()],
        bias: vec![0.0; input.bias.as_ref().map_or(0, |(_, bias)| bias.len())],
        relative: vec![0.0; input.relative.as_ref().map_or(0, |(_, relative)| relative.len())],
    };
    for row in 0..rows {
        let (sample, head, query) = (row / (heads * queries), row / queries % heads, row % queries);
        let key_row = (sample * key_heads + head / (heads / key_heads)) * keys;
        let position = query as isize + keys as isize - queries as isize;
        let q = &input.q[row * width..][..width];
        let gradient = &input.gradient[row * value_width..][..value_width];
        let bias_at = |key: usize| {
            input.bias.as_ref().map(|([samples, heads, rows], _)| {
                let plane = (sample % samples) * heads + head % heads;
                (plane * rows + query % rows) * keys + key
            })
        };
        let relative_at = |key: usize| {
            input.relative.as_ref().map(|(width, _)| {
                let reach = (width / 2) as isize;
                head * width + ((key as isize - position).clamp(-reach, reach) + reach) as usize
            })
        };
        let seen: Vec<usize> = (0..keys)
            .filter(|key| {
                let distance = *key as isize - position;
                (!input.spec.causal || distance <= 0)
                    && (input.spec.window == 0 || distance.unsigned_abs() < input.spec.window)
                    && input.key_mask.as_ref().is_none_or(|mask| mask[sample * keys + key])
            })
            .collect();
        if seen.is_empty() {
            continue;
        }
        let score = |key: usize| {
            let k = &input.k[(key_row + key) * width..][..width];
            let product: f64 = q.iter().zip(k).map(|(q, k)| q * k).sum();
            f64::from(input.spec.scale) * product
                + bias_at(key).map_or(0.0, |at| input.bias.as_ref().unwrap().1[at])
                + relative_at(key).map_or(0.0, |at| input.relative.as_ref().unwrap().1[at])
        };
        let scores: Vec<f64> = seen.iter().map(|key| score(*key)).collect();
        let most = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let sum: f64 = scores.iter().map(|score| (score - most).exp()).sum();
        output.lse[row] = most + sum.ln();
        let p: Vec<f64> = scores.iter().map(|score| (score - most).exp() / sum).collect();
        let kept = |key: usize| input.keep.as_ref().map_or(1.0, |keep| keep[row * keys + key]);
        let value = |key: usize| &input.v[(key_row + key) * value_width..][..value_width];
        for (key, p) in seen.iter().zip(&p) {
            for (out, v) in output.out[row * value_width..][..value_width].iter_mut().zip(value(*key)) {
                *out += p * kept(*key) * v;
            }
        }
        let dp: Vec<f64> = seen
            .iter()
            .map(|key| kept(*key) * value(*key).iter().zip(gradient).map(|(v, g)| v * g).sum::<f64>())
            .collect();
        let mean: f64 = p.iter().zip(&dp).map(|(p, dp)| p * dp).sum();
        for ((key, p), dp) in seen.iter().zip(&p).zip(&dp) {
            let ds = p * (dp - mean);
            let scaled = ds * f64::from(input.spec.scale);
            for column in 0..width {
                output.q[row * width + column] += scaled * input.k[(key_row + key) * width + column];
                output.k[(key_row + key) * width + column] += scaled * q[column];
            }
            for column in 0..value_width {
                output.v[(key_row + key) * value_width + column] += p * kept(*key) * gradient[column];
            }
            if let Some(at) = bias_at(*key) {
                output.bias[at] += ds;
            }
            if let Some(at) = relative_at(*key) {
                output.relative[at] += ds;
            }
        }
    }
    output
}

//! What a `WaveNet` must do, whatever it has learnt, and what it can learn.

mod fields;

use burn::tensor::Device;

use super::*;
use crate::models::LogProbKind;
use crate::models::{Progress, TrainContext};
use crate::nn::optim::{AdamConfig, Optimizer, OptimizerConfig};
use crate::nn::params;

/// It sees 1 + (2 - 1) · (1 + 2 · (1 + 2)) = 8 tokens back.
fn config(vocab_size: usize, sequence_length: usize) -> WaveNetConfig {
    WaveNetConfig {
        vocab_size,
        sequence_length,
        residual_channels: 6,
        skip_channels: 8,
        num_blocks: 2,
        layers_per_block: 2,
        ..WaveNetConfig::example()
    }
}

fn build(config: &WaveNetConfig) -> WaveNet {
    config.build(&mut BuildContext::new(Device::flex().autodiff(), 7)).unwrap()
}

/// A model whose weights are large enough that it is sure of something.
fn decided(config: &WaveNetConfig) -> WaveNet {
    let model = build(config);
    let mut tensors = params::export(&model).unwrap();
    for tensor in tensors.iter_mut().filter(|tensor| tensor.shape.len() == 2) {
        tensor.data.iter_mut().for_each(|x| *x *= 2.0);
    }
    params::import(model, tensors).unwrap()
}

fn batch(rows: &[Vec<i32>], given: usize, vocabulary: usize) -> TokenBatch {
    let tokens = Tensor::from_data(TensorData::new(rows.concat(), [rows.len(), rows[0].len()]), &Device::flex());
    TokenBatch { tokens, given, vocabulary, bytes_per_token: None }
}

fn host<const D: usize>(x: Tensor<D>) -> Vec<f32> {
    x.into_data().try_to_vec::<f32>().unwrap()
}

/// The model after so many updates on one batch.
fn train(model: WaveNet, batch: &TokenBatch, steps: u64, rate: f64) -> (WaveNet, Vec<f64>) {
    let mut optimizer = Optimizer::new(OptimizerConfig::Adam(AdamConfig { learning_rate: rate, ..Default::default() }));
    let (mut model, mut rngs, mut losses) = (model, Rngs::new(2), Vec::new());
    for step in 0..steps {
        let (optimizer, rngs) = (&mut optimizer, &mut rngs);
        let mut cx = TrainContext { optimizer, rngs, progress: Progress::at(step), learning_rate: rate };
        let (next, loss) = model.train_step(batch, &mut cx);
        model = next;
        losses.push(loss.values().unwrap()[0].1);
    }
    (model, losses)
}

/// Every token is changed by itself: the scores of a place must depend on the tokens before it that it sees, and on no other.
#[test]
fn scores_depend_on_the_tokens_that_are_seen() {
    for (kernel_size, dilation_base, field) in [(2, 2, 8), (3, 2, 15), (2, 3, 10), (1, 2, 1)] {
        let config = WaveNetConfig { kernel_size, dilation_base, skip_channels: 32, ..config(5, 20) };
        assert_eq!(config.receptive_field(), field);
        let (model, count) = (decided(&config).valid(), 20);
        let base: Vec<i32> = (0..count).map(|at| (3 * at + at / 4) % 5).collect();
        let mut rows = vec![base.clone()];
        for changed in 0..count as usize {
            let mut row = base.clone();
            row[changed] = (row[changed] + 2) % 5;
            rows.push(row);
        }
        let scores = host(model.forward(&batch(&rows, 0, 5), &mut Rngs::new(0)).scores);
        let of = |row: usize, at: usize| &scores[(row * 20 + at) * 5..][..5];
        for (changed, at) in (0..20).flat_map(|changed| (0..20).map(move |at| (changed, at))) {
            let moved = of(0, at) != of(changed + 1, at);
            assert_eq!(moved, changed < at && at - changed <= field, "{kernel_size} {dilation_base}: {changed}, {at}");
        }
    }
}

#[test]
fn what_is_remembered_is_what_would_be_computed_again() {
    for (kernel_size, use_gated_activation) in [(2, true), (3, false), (1, true)] {
        let along = |use_cache| {
            let config = WaveNetConfig { kernel_size, use_gated_activation, use_cache, ..config(5, 6) };
            let mut growing = Growing::new(&decided(&config), &[vec![1, 4], vec![0, 2]]);
            let mut found = Vec::new();
            for step in 0..20 {
                found.extend(growing.next_scores(&mut Rngs::new(0)).unwrap().concat());
                growing.push(&[step % 5, (3 * step + 1) % 5]);
            }
            let held: usize = growing.cache.iter().map(Newest::len).sum();
            // A convolution keeps what it still takes: (taps - 1) · dilation + 1.
            let most = if use_cache { 5 + (kernel_size - 1) * (1 + 2 * (1 + 2)) } else { 0 };
            assert_eq!(held, most);
            found
        };
        let (cached, whole) = (along(true), along(false));
        let worst = cached.iter().zip(&whole).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max);
        assert!(worst < 1e-4, "{kernel_size}: {worst}");
    }
}

#[test]
fn the_probabilities_of_all_sequences_add_up_to_one_and_draws_follow_them() {
    let (model, n) = (decided(&config(3, 3)).valid(), 4000);
    let rows: Vec<Vec<i32>> = (0..27).map(|k| vec![k / 9, k / 3 % 3, k % 3]).collect();
    let log_prob = model.log_prob(&batch(&rows, 0, 3), &mut Rngs::new(0)).unwrap();
    assert_eq!(log_prob.kind, LogProbKind::Exact);
    let p: Vec<f64> = host(log_prob.values).into_iter().map(|log| f64::from(log).exp()).collect();
    let sum: f64 = p.iter().sum();
    assert!((sum - 1.0).abs() < 1e-5, "{sum}");
    let Samples::Tokens(drawn) = model.generate(n, &SampleOptions::default(), &mut Rngs::new(1)).unwrap() else {
        panic!("no tokens")
    };
    let mut counts = vec![0_usize; 27];
    let drawn = drawn.into_data().try_to_vec_as::<i64>().unwrap();
    drawn.chunks(3).for_each(|row| counts[(row[0] * 9 + row[1] * 3 + row[2]) as usize] += 1);
    for (count, p) in counts.iter().zip(p) {
        let (expected, deviation) = (n as f64 * p, (n as f64 * p * (1.0 - p)).sqrt());
        // Four standard deviations of 27 counts.
        assert!((*count as f64 - expected).abs() < 4.0 * deviation + 1.0, "{count} is not {expected}");
    }
}

/// A wave of period 5, which its receptive field covers, from any phase.
#[test]
fn it_learns_to_go_on_with_a_wave() {
    let wave = |start: usize, count: usize| (start..start + count).map(|at| [4, 6, 5, 2, 0][at % 5]);
    let rows: Vec<Vec<i32>> = (0..5).map(|start| wave(start, 12).collect()).collect();
    let (model, losses) = train(build(&config(8, 12)), &batch(&rows, 1, 8), 120, 0.02);
    assert!(losses[0] > 1.5 && losses[119] < 0.05, "{} to {}", losses[0], losses[119]);
    let options = ContinuationOptions { tokens: 20, temperature: 0.0, ..ContinuationOptions::default() };
    let prompt: Vec<u32> = wave(3, 4).map(|level| level as u32).collect();
    let found = model.continuation(&prompt, &options, &mut Rngs::new(0), &mut |_| ControlFlow::Continue(()));
    assert_eq!(found.unwrap().unwrap(), wave(7, 20).map(|level| level as u32).collect::<Vec<_>>());
}

#[test]
fn what_it_cannot_do_says_so() {
    let model = build(&config(5, 6));
    let error = |n, options| model.generate(n, &options, &mut Rngs::new(0)).unwrap_err().to_string();
    assert_eq!(error(0, SampleOptions::default()), "0 samples were asked for; ask for at least 1");
    let cut = SampleOptions::default().with_truncation(Some(1.0));
    assert!(error(1, cut).contains("leave the truncation out"));
    let go_on = |prompt: &[u32], options| {
        let each = &mut |_| ControlFlow::Continue(());
        model.continuation(prompt, &options, &mut Rngs::new(0), each).unwrap().unwrap_err().to_string()
    };
    let plain = ContinuationOptions::default();
    assert!(go_on(&[9], plain.clone()).contains("the prompt has the token 9"));
    assert!(go_on(&[1], ContinuationOptions { beams: Some(2), ..plain }).contains("leave the beams out"));
    assert!(model.accepts(&batch(&[vec![0; 8]], 1, 5)).is_err());
    assert_eq!(model.accepts(&batch(&[vec![0; 7]], 1, 5)), Ok(()));
}

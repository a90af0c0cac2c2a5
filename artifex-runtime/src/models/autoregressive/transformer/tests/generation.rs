//! Sequences that a transformer draws and continues.

use super::*;
use crate::models::autoregressive::sequences::Sequences as _;

fn plain() -> ContinuationOptions {
    ContinuationOptions { tokens: 12, ..ContinuationOptions::default() }
}

fn go_on(model: &TransformerModel, prompt: &[u32], options: &ContinuationOptions) -> Result<Vec<u32>, String> {
    let found = model.continuation(prompt, options, &mut Rngs::new(3), &mut |_| ControlFlow::Continue(())).unwrap();
    found.map_err(|error| error.to_string())
}

/// Scores along a sequence that goes far past what the model sees at once.
fn scores_along(config: &TransformerConfig, use_cache: bool) -> Vec<f32> {
    let model = decided(&TransformerConfig { use_cache, ..config.clone() });
    let mut sequences = Growing::new(&model, &[vec![1, 4], vec![0, 2]]);
    let mut found = Vec::new();
    for step in 0..15 {
        found.extend(sequences.next_scores(&mut Rngs::new(0)).unwrap().concat());
        assert_eq!(sequences.cache.is_empty(), !use_cache);
        sequences.push(&[step % 5, (3 * step + 1) % 5]);
    }
    found
}

#[test]
fn what_is_remembered_is_what_would_be_computed_again() {
    for kind in KINDS {
        let config = with_positions(kind, config(5, 6));
        let (cached, whole) = (scores_along(&config, true), scores_along(&config, false));
        let worst = cached.iter().zip(&whole).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max);
        assert!(worst < 1e-4, "{kind:?}: {worst}");
    }
}

#[test]
fn next_scores_are_those_of_a_pass_over_the_sequence() {
    let model = decided(&config(5, 6)).valid();
    let found = Growing::new(&model, &[vec![1, 4, 2]]).next_scores(&mut Rngs::new(0)).unwrap();
    // The scores of the fourth token, whatever it is.
    let whole = host(model.forward(&batch(&[vec![1, 4, 2, 0]], 0, 5), &mut Rngs::new(0)).scores);
    assert!(found[0].iter().zip(&whole[15..]).all(|(a, b)| (a - b).abs() < 1e-5));
}

#[test]
fn draws_are_as_frequent_as_they_are_probable() {
    let (model, n) = (decided(&config(3, 3)).valid(), 6000);
    let Samples::Tokens(drawn) = model.generate(n, &SampleOptions::default(), &mut Rngs::new(1)).unwrap() else {
        panic!("no tokens")
    };
    assert_eq!(drawn.dims(), [n, 3]);
    let drawn = drawn.into_data().try_to_vec_as::<i64>().unwrap();
    let mut counts = vec![0_usize; 27];
    drawn.chunks(3).for_each(|row| counts[(row[0] * 9 + row[1] * 3 + row[2]) as usize] += 1);
    let rows: Vec<Vec<i32>> = (0..27).map(|k| vec![k / 9, k / 3 % 3, k % 3]).collect();
    let logs = host(model.log_prob(&batch(&rows, 0, 3), &mut Rngs::new(0)).unwrap().values);
    for (count, log) in counts.iter().zip(logs) {
        let p = f64::from(log).exp();
        let (expected, deviation) = (n as f64 * p, (n as f64 * p * (1.0 - p)).sqrt());
        // Four standard deviations of 27 counts.
        assert!((*count as f64 - expected).abs() < 4.0 * deviation + 1.0, "{count} is not {expected}");
    }
}

#[test]
fn continuations_follow_their_seed_and_options() {
    let model = decided(&config(5, 6));
    let drawn = |seed| {
        let mut seen = Vec::new();
        let mut each = |token| {
            seen.push(token);
            ControlFlow::Continue(())
        };
        let found = model.continuation(&[1], &plain(), &mut Rngs::new(seed), &mut each).unwrap().unwrap();
        assert_eq!(found, seen, "each token is shown");
        found
    };
    assert_eq!((drawn(1), drawn(1).len()), (drawn(1), 12));
    assert_ne!(drawn(1), drawn(2));
    let greedy = go_on(&model, &[1], &ContinuationOptions { temperature: 0.0, ..plain() }).unwrap();
    for same in [
        ContinuationOptions { top_k: Some(1), ..plain() },
        ContinuationOptions { top_p: Some(1e-6), ..plain() },
        ContinuationOptions { min_p: Some(1.0), ..plain() },
        ContinuationOptions { beams: Some(1), ..plain() },
    ] {
        assert_eq!(go_on(&model, &[1], &same).unwrap(), greedy, "{same:?}");
    }
    // Tied weights favour the token that was just seen; here others have positive scores, too.
    let untied = decided(&TransformerConfig { tie_weights: false, ..config(5, 6) });
    let greedy = ContinuationOptions { temperature: 0.0, ..plain() };
    let varied = ContinuationOptions { repetition_penalty: 50.0, ..greedy.clone() };
    assert!((0..5).any(|token| go_on(&untied, &[token], &varied) != go_on(&untied, &[token], &greedy)));
    let mut left = 3;
    let mut each = |_| {
        left -= 1;
        if left == 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let stopped = model.continuation(&[1], &plain(), &mut Rngs::new(1), &mut each).unwrap().unwrap();
    assert_eq!(stopped, drawn(1)[..3]);
}

#[test]
fn enough_beams_find_the_most_probable_sequence() {
    for seed in 0..4 {
        let config = TransformerConfig { start_token: seed % 3, ..config(3, 3) };
        let model = decided(&config).valid();
        let rows: Vec<Vec<i32>> = (0..27).map(|k| vec![k / 9, k / 3 % 3, k % 3]).collect();
        let logs = host(model.log_prob(&batch(&rows, 0, 3), &mut Rngs::new(0)).unwrap().values);
        let best = (0..27).max_by(|a, b| logs[*a].total_cmp(&logs[*b])).unwrap();
        let options = ContinuationOptions { tokens: 3, beams: Some(9), ..plain() };
        let found: Vec<i32> = go_on(&model, &[], &options).unwrap().into_iter().map(|token| token as i32).collect();
        assert_eq!(found, rows[best]);
    }
}

#[test]
fn what_cannot_be_drawn_says_why() {
    let model = decided(&config(5, 6));
    assert_eq!(
        go_on(&model, &[1, 5], &plain()).unwrap_err(),
        "the prompt has the token 5, but the model knows 5, counted from 0"
    );
    assert!(go_on(&model, &[1], &ContinuationOptions { top_p: Some(0.0), ..plain() }).is_err());
    let draw = |n, options: SampleOptions| model.generate(n, &options, &mut Rngs::new(0)).unwrap_err();
    let options = SampleOptions::default();
    assert_eq!(draw(0, options), SampleError::Empty);
    assert_eq!(draw(1, options.with_class(2)), SampleError::NoClasses(2));
    assert_eq!(
        draw(1, options.with_truncation(Some(1.0))).to_string(),
        "a transformer draws tokens, and has no normal distribution to truncate; leave the truncation out"
    );
}

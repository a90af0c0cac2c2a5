//! What a transformer learns from: its gradients, against central differences of GPT-2 and Llama in double precision.

use serde_json::json;

use super::hugging_face::{Weights, by_name, gpt2, gpt2_model, llama, llama_model, softmax};
use super::*;
use crate::nn::NamedTensor;
use crate::nn::optim::SgdConfig;

/// Sequences to learn from. Of each, the first token is given.
const ROWS: [[usize; 6]; 2] = [[3, 0, 6, 2, 2, 5], [1, 1, 4, 0, 3, 6]];

/// The mean negative log-likelihood of a predicted token, by the scores after the start of a row.
fn loss(scores: impl Fn(&[usize]) -> Vec<f64>) -> f64 {
    let row = |row: &[usize; 6]| (1..6).map(|at| -softmax(&scores(&row[..at]))[row[at]].ln()).sum::<f64>() / 5.0;
    ROWS.iter().map(row).sum::<f64>() / 2.0
}

/// The gradient of every tensor: what a step of gradient descent takes away from it.
fn gradients(model: &TransformerModel) -> Vec<NamedTensor> {
    let batch = batch(&ROWS.map(|row| row.map(|token| token as i32).to_vec()), 1, 7);
    let output = model.forward(&batch, &mut Rngs::new(0));
    let loss = model.loss(&batch, &output, &mut Rngs::new(0)).total();
    let moved = Optimizer::new(OptimizerConfig::Sgd(SgdConfig::default())).step(model.clone(), loss.backward(), 1.0);
    let mut tensors = params::export(model).unwrap();
    for (tensor, moved) in tensors.iter_mut().zip(params::export(&moved).unwrap()) {
        tensor.data.iter_mut().zip(moved.data).for_each(|(before, after)| *before -= after);
    }
    tensors
}

/// Checks some numbers of every tensor.
fn assert_gradients(mut theirs: HuggingFace, scores: impl Fn(&Weights, &[usize]) -> Vec<f64>) {
    for field in ["embd_pdrop", "resid_pdrop", "attn_pdrop"] {
        theirs.config[field] = json!(0.0);
    }
    let mut weights = by_name(&theirs.tensors);
    let (config, tensors) = TransformerConfig::from_hugging_face(theirs).unwrap();
    let model = params::import(build(&config), tensors).map_err(|(_, error)| error).unwrap();
    for NamedTensor { name, data, .. } in config.to_hugging_face(&gradients(&model)).unwrap().tensors {
        for at in (0..data.len()).step_by(data.len() / 5 + 1) {
            let before = weights[&name].data[at];
            let mut with = |value: f32| {
                weights.get_mut(&name).unwrap().data[at] = value;
                (f64::from(value), loss(|tokens| scores(&weights, tokens)))
            };
            let [(low, below), (high, above)] = [before - 1e-3, before + 1e-3].map(&mut with);
            with(before);
            let (found, expected) = (f64::from(data[at]), (above - below) / (high - low));
            assert!((found - expected).abs() < 1e-5 + 1e-3 * expected.abs(), "{name}[{at}]: {found}, not {expected}");
        }
    }
}

#[test]
fn the_gradients_of_gpt2_are_those_of_its_loss() {
    assert_gradients(gpt2_model(), |weights, tokens| gpt2(weights, 2, 3, 1e-3, tokens));
}

#[test]
fn the_gradients_of_llama_are_those_of_its_loss() {
    assert_gradients(llama_model(), |weights, tokens| llama(weights, 2, [4, 2], 500.0, tokens));
}

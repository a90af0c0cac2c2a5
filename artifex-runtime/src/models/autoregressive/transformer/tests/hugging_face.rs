//! Models in the layouts of others: what they compute, against GPT-2 and Llama in double precision, written from their papers
//! (Radford et al. 2019; Touvron et al. 2023) over the tensors by their names in `transformers`.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::*;
use crate::nn::NamedTensor;
use crate::rng::Stream;

/// Weights of a model elsewhere, by name.
pub(super) type Weights = HashMap<String, NamedTensor>;

fn random(shapes: &[(String, Vec<usize>)]) -> Vec<NamedTensor> {
    let tensor = |(at, (name, shape)): (usize, &(String, Vec<usize>))| {
        let values = Stream::from_seed(at as u64).normal(shape.iter().product());
        // Scales of norms are about 1.
        let centre = if name.contains("norm") || name.contains("ln_") { 1.0 } else { 0.0 };
        let data = values.into_iter().map(|x| x * 0.3 + centre).collect();
        NamedTensor { name: name.clone(), shape: shape.clone(), data }
    };
    shapes.iter().enumerate().map(tensor).collect()
}

pub(super) fn by_name(tensors: &[NamedTensor]) -> Weights {
    tensors.iter().map(|tensor| (tensor.name.clone(), tensor.clone())).collect()
}

fn row(weights: &Weights, name: &str, at: usize) -> Vec<f64> {
    let tensor = &weights[name];
    let width = tensor.shape[tensor.shape.len() - 1];
    tensor.data[at * width..][..width].iter().copied().map(f64::from).collect()
}

/// `x W + b` with `W: [inputs, outputs]`, or with `torch` `W: [outputs, inputs]`; `b` is 0 where there is none.
fn linear(weights: &Weights, name: &str, x: &[f64], torch: bool) -> Vec<f64> {
    let weight = &weights[&format!("{name}.weight")];
    let outputs = if torch { weight.shape[0] } else { weight.shape[1] };
    let at = |i: usize, o: usize| if torch { weight.data[o * x.len() + i] } else { weight.data[i * outputs + o] };
    let bias = weights.get(&format!("{name}.bias"));
    (0..outputs)
        .map(|o| {
            let bias = bias.map_or(0.0, |bias| f64::from(bias.data[o]));
            bias + x.iter().enumerate().map(|(i, x)| x * f64::from(at(i, o))).sum::<f64>()
        })
        .collect()
}

pub(super) fn softmax(scores: &[f64]) -> Vec<f64> {
    let highest = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let sum: f64 = scores.iter().map(|score| (score - highest).exp()).sum();
    scores.iter().map(|score| (score - highest).exp() / sum).collect()
}

/// Causal attention of one position: heads of `query` over the keys and values so far, `group` query heads to one of those.
fn attend(query: &[f64], keys: &[Vec<f64>], values: &[Vec<f64>], width: usize, group: usize) -> Vec<f64> {
    let head = |(at, q): (usize, &[f64])| {
        let from = at / group * width;
        let score = |k: &Vec<f64>| q.iter().zip(&k[from..]).map(|(a, b)| a * b).sum::<f64>() / (width as f64).sqrt();
        let p = softmax(&keys.iter().map(score).collect::<Vec<_>>());
        (0..width).map(|i| p.iter().zip(values).map(|(p, v)| p * v[from + i]).sum::<f64>()).collect::<Vec<_>>()
    };
    query.chunks(width).enumerate().flat_map(head).collect()
}

fn add(x: &mut [f64], y: &[f64]) {
    x.iter_mut().zip(y).for_each(|(x, y)| *x += y);
}

/// The logits after the last of the tokens.
pub(super) fn gpt2(weights: &Weights, layers: usize, heads: usize, eps: f64, tokens: &[usize]) -> Vec<f64> {
    let norm = |name: &str, x: &[f64]| -> Vec<f64> {
        let mean = x.iter().sum::<f64>() / x.len() as f64;
        let variance = x.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / x.len() as f64;
        let (scale, shift) = (row(weights, &format!("{name}.weight"), 0), row(weights, &format!("{name}.bias"), 0));
        let of = |(x, (scale, shift)): (&f64, (f64, f64))| (x - mean) / (variance + eps).sqrt() * scale + shift;
        x.iter().zip(scale.into_iter().zip(shift)).map(of).collect()
    };
    let gelu = |x: f64| 0.5 * x * (1.0 + ((2.0 / std::f64::consts::PI).sqrt() * (x + 0.044_715 * x.powi(3))).tanh());
    let mut stream: Vec<Vec<f64>> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let mut x = row(weights, "wte.weight", *token);
        add(&mut x, &row(weights, "wpe.weight", at));
        stream.push(x);
    }
    let width = stream[0].len();
    for layer in 0..layers {
        let name = |part: &str| format!("h.{layer}.{part}");
        let (mut keys, mut values) = (Vec::new(), Vec::new());
        for x in &mut stream {
            let all = linear(weights, &name("attn.c_attn"), &norm(&name("ln_1"), x), false);
            keys.push(all[width..2 * width].to_vec());
            values.push(all[2 * width..].to_vec());
            let attended = attend(&all[..width], &keys, &values, width / heads, 1);
            add(x, &linear(weights, &name("attn.c_proj"), &attended, false));
            let hidden = linear(weights, &name("mlp.c_fc"), &norm(&name("ln_2"), x), false);
            let hidden: Vec<f64> = hidden.into_iter().map(gelu).collect();
            add(x, &linear(weights, &name("mlp.c_proj"), &hidden, false));
        }
    }
    linear(weights, "wte", &norm("ln_f", &stream[tokens.len() - 1]), true)
}

/// The logits after the last of the tokens.
pub(super) fn llama(
    weights: &Weights,
    layers: usize,
    [heads, key_heads]: [usize; 2],
    base: f64,
    tokens: &[usize],
) -> Vec<f64> {
    let norm = |name: &str, x: &[f64]| -> Vec<f64> {
        let square = x.iter().map(|x| x * x).sum::<f64>() / x.len() as f64;
        let scale = row(weights, &format!("{name}.weight"), 0);
        x.iter().zip(scale).map(|(x, scale)| x / (square + 1e-5).sqrt() * scale).collect()
    };
    // Each pair of a head, of which the second stands half a head further, as a complex number.
    let turn = |x: &[f64], position: usize, width: usize| -> Vec<f64> {
        let mut turned = x.to_vec();
        for head in turned.chunks_mut(width) {
            for i in 0..width / 2 {
                let angle = position as f64 * base.powf(-2.0 * i as f64 / width as f64);
                let (a, b) = (head[i], head[i + width / 2]);
                head[i] = a * angle.cos() - b * angle.sin();
                head[i + width / 2] = a * angle.sin() + b * angle.cos();
            }
        }
        turned
    };
    let mut stream: Vec<Vec<f64>> =
        tokens.iter().map(|token| row(weights, "model.embed_tokens.weight", *token)).collect();
    let head_width = stream[0].len() / heads;
    for layer in 0..layers {
        let of = |part: &str, x: &[f64]| linear(weights, &format!("model.layers.{layer}.{part}"), x, true);
        let name = |part: &str| format!("model.layers.{layer}.{part}");
        let (mut keys, mut values) = (Vec::new(), Vec::new());
        for (position, x) in stream.iter_mut().enumerate() {
            let normed = norm(&name("input_layernorm"), x);
            let query = turn(&of("self_attn.q_proj", &normed), position, head_width);
            keys.push(turn(&of("self_attn.k_proj", &normed), position, head_width));
            values.push(of("self_attn.v_proj", &normed));
            let attended = attend(&query, &keys, &values, head_width, heads / key_heads);
            add(x, &of("self_attn.o_proj", &attended));
            let normed = norm(&name("post_attention_layernorm"), x);
            let gate = of("mlp.gate_proj", &normed);
            let gate = gate.into_iter().map(|x| x / (1.0 + (-x).exp()));
            let hidden: Vec<f64> = gate.zip(of("mlp.up_proj", &normed)).map(|(a, b)| a * b).collect();
            add(x, &of("mlp.down_proj", &hidden));
        }
    }
    linear(weights, "lm_head", &norm("model.norm", &stream[tokens.len() - 1]), true)
}

const TOKENS: [usize; 7] = [3, 0, 6, 2, 2, 5, 1];

/// The logits of the next token after each start of [`TOKENS`].
fn logits(model: &TransformerModel) -> Vec<f32> {
    let rows = vec![TOKENS.iter().map(|token| *token as i32).chain([0]).collect::<Vec<_>>()];
    host(model.forward(&batch(&rows, 1, 7), &mut Rngs::new(0)).scores)
}

fn assert_same(found: &[f32], expected: impl Fn(&[usize]) -> Vec<f64>) {
    for (at, found) in found.chunks(7).enumerate() {
        for (found, expected) in found.iter().zip(expected(&TOKENS[..=at])) {
            assert!((f64::from(*found) - expected).abs() < 2e-4 * (1.0 + expected.abs()), "{found} is not {expected}");
        }
    }
}

pub(super) fn gpt2_model() -> HuggingFace {
    let (width, hidden) = (12, 30);
    let mut shapes: Vec<(String, Vec<usize>)> = vec![
        ("wte.weight".into(), vec![7, width]),
        ("wpe.weight".into(), vec![9, width]),
        ("ln_f.weight".into(), vec![width]),
        ("ln_f.bias".into(), vec![width]),
    ];
    for layer in 0..2 {
        for (name, inputs, outputs) in [
            ("attn.c_attn", width, 3 * width),
            ("attn.c_proj", width, width),
            ("mlp.c_fc", width, hidden),
            ("mlp.c_proj", hidden, width),
        ] {
            shapes.push((format!("h.{layer}.{name}.weight"), vec![inputs, outputs]));
            shapes.push((format!("h.{layer}.{name}.bias"), vec![outputs]));
        }
        for norm in ["ln_1", "ln_2"] {
            shapes.push((format!("h.{layer}.{norm}.weight"), vec![width]));
            shapes.push((format!("h.{layer}.{norm}.bias"), vec![width]));
        }
    }
    let config = json!({
        "model_type": "gpt2", "vocab_size": 7, "n_positions": 9, "n_embd": width, "n_layer": 2, "n_head": 3,
        "n_inner": hidden, "activation_function": "gelu_new", "layer_norm_epsilon": 1e-3, "bos_token_id": 4,
    });
    HuggingFace { config, tensors: random(&shapes) }
}

pub(super) fn llama_model() -> HuggingFace {
    let (width, keys, hidden) = (16, 8, 23);
    let mut shapes: Vec<(String, Vec<usize>)> = vec![
        ("model.embed_tokens.weight".into(), vec![7, width]),
        ("model.norm.weight".into(), vec![width]),
        ("lm_head.weight".into(), vec![7, width]),
    ];
    for layer in 0..2 {
        for (name, outputs, inputs) in [
            ("self_attn.q_proj", width, width),
            ("self_attn.k_proj", keys, width),
            ("self_attn.v_proj", keys, width),
            ("self_attn.o_proj", width, width),
            ("mlp.gate_proj", hidden, width),
            ("mlp.up_proj", hidden, width),
            ("mlp.down_proj", width, hidden),
        ] {
            shapes.push((format!("model.layers.{layer}.{name}.weight"), vec![outputs, inputs]));
        }
        for norm in ["input_layernorm", "post_attention_layernorm"] {
            shapes.push((format!("model.layers.{layer}.{norm}.weight"), vec![width]));
        }
    }
    let config = json!({
        "model_type": "llama", "vocab_size": 7, "max_position_embeddings": 9, "hidden_size": width,
        "num_hidden_layers": 2, "num_attention_heads": 4, "num_key_value_heads": 2, "intermediate_size": hidden,
        "rms_norm_eps": 1e-5, "rope_theta": 500.0,
    });
    HuggingFace { config, tensors: random(&shapes) }
}

/// The model from elsewhere, and the same after it was written and read again.
fn read(theirs: &HuggingFace) -> [TransformerModel; 2] {
    let import = |theirs: HuggingFace| {
        let (config, tensors) = TransformerConfig::from_hugging_face(theirs).unwrap();
        let model = params::import(build(&config), tensors).map_err(|(_, error)| error).unwrap();
        (config, model.valid())
    };
    let (config, model) = import(theirs.clone());
    let written = config.to_hugging_face(&params::export(&model).unwrap()).unwrap();
    for (name, tensor) in by_name(&theirs.tensors) {
        assert_eq!(by_name(&written.tensors)[&name], tensor);
    }
    assert_eq!(written.tensors.len(), theirs.tensors.len());
    let Value::Object(fields) = &theirs.config else { panic!() };
    for (field, value) in fields {
        assert_eq!(written.config[field], *value, "{field}");
    }
    let (again, second) = import(written);
    assert_eq!(again, config);
    [model, second]
}

#[test]
fn gpt2_computes_what_its_paper_says() {
    let theirs = gpt2_model();
    let weights = by_name(&theirs.tensors);
    for model in read(&theirs) {
        assert_same(&logits(&model), |tokens| gpt2(&weights, 2, 3, 1e-3, tokens));
    }
    // The names of files that hold the model below another one.
    let below = |tensor: NamedTensor| NamedTensor { name: format!("transformer.{}", tensor.name), ..tensor };
    let nested = HuggingFace { tensors: theirs.tensors.into_iter().map(below).collect(), ..theirs };
    assert!(TransformerConfig::from_hugging_face(nested).is_ok());
}

#[test]
fn llama_computes_what_its_paper_says() {
    let mut theirs = llama_model();
    let weights = by_name(&theirs.tensors);
    for model in read(&theirs) {
        assert_same(&logits(&model), |tokens| llama(&weights, 2, [4, 2], 500.0, tokens));
    }
    // As newer files say the base.
    theirs.config["rope_theta"] = Value::Null;
    theirs.config["rope_parameters"] = json!({"rope_type": "default", "rope_theta": 20.0});
    assert_eq!(TransformerConfig::from_hugging_face(theirs).unwrap().0.network.rotary_base, Some(20.0));
}

#[test]
fn a_model_without_biases_is_a_gpt2_with_biases_of_zero() {
    let mut config = with_positions(PositionalEncoding::Learned, config(7, 9));
    (config.network.use_bias, config.network.activation) = (false, crate::nn::Activation::Gelu);
    let model = decided(&config).valid();
    let theirs = config.to_hugging_face(&params::export(&model).unwrap()).unwrap();
    let weights = by_name(&theirs.tensors);
    assert!(weights["h.1.attn.c_attn.bias"].data.iter().all(|x| *x == 0.0));
    let eps = config.network.layer_norm_eps;
    assert_same(&logits(&model), |tokens| gpt2(&weights, 2, 2, eps, tokens));
}

#[test]
fn what_neither_layout_has_is_named() {
    let tensors = params::export(&build(&config(7, 9))).unwrap();
    let error = config(7, 9).to_hugging_face(&tensors).unwrap_err().to_string();
    assert_eq!(
        error,
        "neither layout has this model: GPT-2 is `learned`, `layer` and not gated, Llama is `rotary`, `rms` and gated, both are \
         `pre`; this one is \"rotary\", \"layer\" and not gated; train one that is"
    );
    let read = |change: fn(&mut HuggingFace), mut model: HuggingFace| {
        change(&mut model);
        TransformerConfig::from_hugging_face(model).unwrap_err().to_string()
    };
    assert_eq!(
        read(|m| m.config["model_type"] = json!("bert"), gpt2_model()),
        "config.json: `model_type` is \"bert\", but what can be read is \"gpt2\" and \"llama\""
    );
    for field in ["rope_scaling", "rope_parameters"] {
        let mut model = llama_model();
        model.config[field] = json!({"rope_type": "llama3"});
        assert_eq!(
            read(|_| {}, model),
            format!("config.json: `{field}` is {{\"rope_type\":\"llama3\"}}, but positions are not scaled here")
        );
    }
    assert_eq!(
        read(|m| m.config["head_dim"] = json!(8), llama_model()),
        "config.json: `head_dim` is 8, but heads share the width evenly here"
    );
    assert_eq!(
        read(|m| m.config["mlp_bias"] = json!(true), llama_model()),
        "config.json: `mlp_bias` is true, but all layers have a bias here or none, so it must be that of `attention_bias`"
    );
    assert_eq!(
        read(|m| m.config["activation_function"] = json!("mish"), gpt2_model()),
        "config.json: `activation_function` is \"mish\", but that function is not known here"
    );
    assert_eq!(
        read(|m| m.config["scale_attn_weights"] = json!(false), gpt2_model()),
        "config.json: `scale_attn_weights` is false, but attention is scaled by the width of a head alone here"
    );
    assert_eq!(
        read(|m| m.config["n_head"] = json!(0), gpt2_model()),
        "config.json: `n_head` is 0, but it must be a whole number above 0"
    );
    assert_eq!(
        read(|m| m.tensors.retain(|tensor| tensor.name != "h.1.ln_2.bias"), gpt2_model()),
        "the tensor `h.1.ln_2.bias` is missing; use the file that belongs to the config"
    );
    assert_eq!(
        read(|m| m.config["intermediate_size"] = json!(22), llama_model()),
        "the tensor `model.layers.0.mlp.gate_proj.weight` has shape [23, 16], but the config makes it [22, 16]"
    );
}

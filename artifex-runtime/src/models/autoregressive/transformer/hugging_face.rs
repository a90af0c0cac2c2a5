//! Weights in the layouts that Hugging Face's `transformers` has for GPT-2 and Llama.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::TransformerConfig;
use crate::config;
use crate::nn::transformer::{NormKind, NormPosition, PositionalEncoding};
use crate::nn::{Activation, NamedTensor, TransformerNetworkConfig};

/// A model as a folder of Hugging Face's holds it: `config.json` and the tensors of `model.safetensors`.
#[derive(Clone, Debug)]
pub struct HuggingFace {
    /// `config.json`.
    pub config: Value,
    /// The tensors, in no order.
    pub tensors: Vec<NamedTensor>,
}

/// Why a model cannot be turned into one of the other form.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LayoutError {
    /// Neither layout has such a model.
    #[error(
        "neither layout has this model: GPT-2 is `learned`, `layer` and not gated, Llama is `rotary`, `rms` and gated, both are \
         `pre`; {0}; train one that is"
    )]
    NoLayout(String),
    /// The config is of another kind of model, or of one that is not known here.
    #[error("config.json: `{field}` is {found}, but {expected}")]
    Config {
        /// The field.
        field: &'static str,
        /// Its value.
        found: String,
        /// What can be read.
        expected: &'static str,
    },
    /// A tensor is missing.
    #[error("the tensor `{0}` is missing; use the file that belongs to the config")]
    Missing(String),
    /// A tensor has not the shape that the config makes it.
    #[error("the tensor `{name}` has shape {found:?}, but the config makes it {expected:?}")]
    Shape {
        /// Its name in the file.
        name: String,
        /// Its shape.
        found: Vec<usize>,
        /// The shape that it must have.
        expected: Vec<usize>,
    },
}

/// How one of our tensors stands in a layout.
struct Place {
    ours: String,
    theirs: String,
    /// Whether rows are columns there.
    transposed: bool,
    /// The first column and how many, of a tensor that holds several of ours side by side.
    part: Option<[usize; 2]>,
    shape: Vec<usize>,
}

/// Our name of a layer, theirs, its inputs and outputs, and its columns of a tensor with others.
type Names = (&'static str, &'static str, [usize; 2], Option<[usize; 2]>);

/// The names of activation functions there and here. What burn calls GELU by tanh, they call the new one.
const ACTIVATIONS: [(&str, Activation); 8] = [
    ("gelu_new", Activation::Gelu),
    ("gelu_pytorch_tanh", Activation::Gelu),
    ("gelu_fast", Activation::Gelu),
    ("relu", Activation::Relu),
    ("silu", Activation::Silu),
    ("swish", Activation::Swish),
    ("tanh", Activation::Tanh),
    ("sigmoid", Activation::Sigmoid),
];

/// One of the two layouts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Layout {
    Gpt2,
    Llama,
}

impl TransformerConfig {
    /// The model in the layout of GPT-2 or of Llama, whichever has it: its config and the tensors of
    /// [`params::export`](crate::nn::params::export). A model without biases gets biases of zero where GPT-2 has some.
    ///
    /// # Errors
    /// [`LayoutError`] if neither has it.
    pub fn to_hugging_face(&self, tensors: &[NamedTensor]) -> Result<HuggingFace, LayoutError> {
        let layout = self.layout()?;
        let own: HashMap<&str, &NamedTensor> = tensors.iter().map(|tensor| (tensor.name.as_str(), tensor)).collect();
        let mut found: HashMap<String, NamedTensor> = HashMap::new();
        for place in self.places(layout) {
            let tensor = match own.get(place.ours.as_str()) {
                Some(tensor) if place.transposed => transposed(tensor),
                Some(tensor) => (*tensor).clone(),
                // GPT-2 has every bias.
                None if !self.network.use_bias && place.shape.len() == 1 => {
                    let data = vec![0.0; place.shape[0]];
                    NamedTensor { name: place.ours, shape: place.shape, data }
                }
                None => return Err(LayoutError::Missing(place.ours)),
            };
            let target = found.entry(place.theirs.clone()).or_insert_with(|| NamedTensor {
                name: place.theirs.clone(),
                shape: Vec::new(),
                data: Vec::new(),
            });
            match place.part {
                None => *target = NamedTensor { name: place.theirs, ..tensor },
                Some(_) => append_columns(target, &tensor),
            }
        }
        Ok(HuggingFace { config: self.hugging_face_config(layout), tensors: found.into_values().collect() })
    }

    /// The config and the tensors, as [`params::import`](crate::nn::params::import) takes them, of a model in one of the layouts.
    ///
    /// # Errors
    /// [`LayoutError`] naming what is missing, or what the model has that is not known here.
    pub fn from_hugging_face(model: HuggingFace) -> Result<(Self, Vec<NamedTensor>), LayoutError> {
        let (config, layout) = read_config(&model.config)?;
        // Some files have the names below the name of the model.
        let strip = |name: String| match layout {
            Layout::Gpt2 => name.strip_prefix("transformer.").map(str::to_owned).unwrap_or(name),
            Layout::Llama => name,
        };
        let theirs: HashMap<String, NamedTensor> =
            model.tensors.into_iter().map(|tensor| (strip(tensor.name.clone()), tensor)).collect();
        let take = |place: Place| {
            let tensor = theirs.get(&place.theirs).ok_or_else(|| LayoutError::Missing(place.theirs.clone()))?;
            let tensor = match place.part {
                Some([first, count]) => columns(tensor, first, count),
                None => Some(tensor.clone()),
            };
            let tensor = tensor.map(|tensor| if place.transposed { transposed(&tensor) } else { tensor });
            match tensor {
                Some(tensor) if tensor.shape == place.shape => Ok(NamedTensor { name: place.ours, ..tensor }),
                _ => {
                    let expected =
                        if place.transposed { place.shape.iter().rev().copied().collect() } else { place.shape };
                    Err(LayoutError::Shape { found: theirs[&place.theirs].shape.clone(), name: place.theirs, expected })
                }
            }
        };
        let tensors = config.places(layout).into_iter().map(take).collect::<Result<_, _>>()?;
        Ok((config, tensors))
    }

    /// The layout that has this model.
    fn layout(&self) -> Result<Layout, LayoutError> {
        let network = &self.network;
        let no = |what: String| Err(LayoutError::NoLayout(what));
        if network.norm_position != NormPosition::Pre {
            return no("this one is `post`".to_owned());
        }
        if !ACTIVATIONS.iter().any(|(_, known)| *known == network.activation) {
            return no(format!("and neither has the activation {}", word(&network.activation)));
        }
        let groups = network.num_key_heads.is_none_or(|heads| heads == network.num_heads);
        match (network.positional_encoding, network.norm, network.gated_mlp) {
            (PositionalEncoding::Learned, NormKind::Layer, false) if groups => Ok(Layout::Gpt2),
            (PositionalEncoding::Learned, NormKind::Layer, false) => {
                no("and GPT-2 has as many key heads as heads".to_owned())
            }
            (PositionalEncoding::Rotary, NormKind::Rms, true) => Ok(Layout::Llama),
            (positions, norm, gated) => {
                let gated = if gated { "gated" } else { "not gated" };
                no(format!("this one is {}, {} and {gated}", word(&positions), word(&norm)))
            }
        }
    }

    /// Where every tensor of the model stands.
    fn places(&self, layout: Layout) -> Vec<Place> {
        let network = &self.network;
        let (vocabulary, width, hidden) = (self.vocab_size, network.embed_dim, network.hidden_width());
        let keys = width / network.num_heads * network.num_key_heads.unwrap_or(network.num_heads);
        let mut places = Vec::new();
        let mut add = |ours: String, theirs: String, shape: &[usize], part: Option<[usize; 2]>| {
            let transposed = layout == Layout::Llama && shape.len() == 2 && ours != "tokens";
            places.push(Place { ours, theirs, transposed, part, shape: shape.to_vec() });
        };
        let [tokens, norm] = match layout {
            Layout::Gpt2 => ["wte", "ln_f"],
            Layout::Llama => ["model.embed_tokens", "model.norm"],
        };
        add("tokens".into(), format!("{tokens}.weight"), &[vocabulary, width], None);
        add("transformer.norm.gamma".into(), format!("{norm}.weight"), &[width], None);
        if layout == Layout::Gpt2 {
            let longest = self.sequence_length;
            add("transformer.positions.table".into(), "wpe.weight".into(), &[longest, width], None);
            add("transformer.norm.beta".into(), "ln_f.bias".into(), &[width], None);
        }
        for layer in 0..self.num_layers {
            let ours = |name: &str| format!("transformer.blocks.{layer}.{name}");
            let theirs = |name: &str| match layout {
                Layout::Gpt2 => format!("h.{layer}.{name}"),
                Layout::Llama => format!("model.layers.{layer}.{name}"),
            };
            let (norms, layers): (_, Vec<Names>) = match layout {
                Layout::Gpt2 => (
                    ["ln_1", "ln_2"],
                    vec![
                        ("attention.query", "attn.c_attn", [width, width], Some([0, width])),
                        ("attention.key", "attn.c_attn", [width, width], Some([width, width])),
                        ("attention.value", "attn.c_attn", [width, width], Some([2 * width, width])),
                        ("attention.output", "attn.c_proj", [width, width], None),
                        ("mlp.up", "mlp.c_fc", [width, hidden], None),
                        ("mlp.down", "mlp.c_proj", [hidden, width], None),
                    ],
                ),
                Layout::Llama => (
                    ["input_layernorm", "post_attention_layernorm"],
                    vec![
                        ("attention.query", "self_attn.q_proj", [width, width], None),
                        ("attention.key", "self_attn.k_proj", [width, keys], None),
                        ("attention.value", "self_attn.v_proj", [width, keys], None),
                        ("attention.output", "self_attn.o_proj", [width, width], None),
                        ("mlp.gate", "mlp.gate_proj", [width, hidden], None),
                        ("mlp.up", "mlp.up_proj", [width, hidden], None),
                        ("mlp.down", "mlp.down_proj", [hidden, width], None),
                    ],
                ),
            };
            for (name, norm) in ["attention_norm", "mlp_norm"].into_iter().zip(norms) {
                add(ours(&format!("{name}.gamma")), theirs(&format!("{norm}.weight")), &[width], None);
                if layout == Layout::Gpt2 {
                    add(ours(&format!("{name}.beta")), theirs(&format!("{norm}.bias")), &[width], None);
                }
            }
            for (name, other, shape, part) in layers {
                add(ours(&format!("{name}.weight")), theirs(&format!("{other}.weight")), &shape, part);
                if layout == Layout::Gpt2 || network.use_bias {
                    add(ours(&format!("{name}.bias")), theirs(&format!("{other}.bias")), &shape[1..], part);
                }
            }
        }
        if !self.tie_weights {
            // Theirs are `[vocabulary, width]` in both layouts.
            let place = Place {
                ours: "head.weight".into(),
                theirs: "lm_head.weight".into(),
                transposed: true,
                part: None,
                shape: vec![width, vocabulary],
            };
            places.push(place);
        }
        places
    }

    fn hugging_face_config(&self, layout: Layout) -> Value {
        let network = &self.network;
        let activation =
            ACTIVATIONS.iter().find(|(_, known)| *known == network.activation).map_or("", |(name, _)| name);
        match layout {
            Layout::Gpt2 => json!({
                "architectures": ["GPT2LMHeadModel"],
                "model_type": "gpt2",
                "vocab_size": self.vocab_size,
                "n_positions": self.sequence_length,
                "n_embd": network.embed_dim,
                "n_layer": self.num_layers,
                "n_head": network.num_heads,
                "n_inner": network.hidden_width(),
                "activation_function": activation,
                "layer_norm_epsilon": network.layer_norm_eps,
                "embd_pdrop": self.dropout_rate,
                "resid_pdrop": network.dropout_rate,
                "attn_pdrop": network.attention_dropout_rate,
                "bos_token_id": self.start_token,
                "tie_word_embeddings": self.tie_weights,
            }),
            Layout::Llama => json!({
                "architectures": ["LlamaForCausalLM"],
                "model_type": "llama",
                "vocab_size": self.vocab_size,
                "max_position_embeddings": self.sequence_length,
                "hidden_size": network.embed_dim,
                "num_hidden_layers": self.num_layers,
                "num_attention_heads": network.num_heads,
                "num_key_value_heads": network.num_key_heads.unwrap_or(network.num_heads),
                "intermediate_size": network.hidden_width(),
                "hidden_act": activation,
                "rms_norm_eps": network.layer_norm_eps,
                "rope_theta": network.rotary_base.unwrap_or(10_000.0),
                "attention_bias": network.use_bias,
                "mlp_bias": network.use_bias,
                "attention_dropout": network.attention_dropout_rate,
                "bos_token_id": self.start_token,
                "tie_word_embeddings": self.tie_weights,
            }),
        }
    }
}

/// Reads `config.json`.
fn read_config(config: &Value) -> Result<(TransformerConfig, Layout), LayoutError> {
    let wrong = |field, expected| LayoutError::Config { field, found: config[field].to_string(), expected };
    let size = |field: &'static str| {
        let size = config[field].as_u64().and_then(|size| usize::try_from(size).ok()).filter(|size| *size > 0);
        size.ok_or_else(|| wrong(field, "it must be a whole number above 0"))
    };
    // What is left out has the value that `transformers` gives it.
    let float = |field: &str, default: f64| config[field].as_f64().unwrap_or(default);
    let flag = |field: &str, default: bool| config[field].as_bool().unwrap_or(default);
    let (layout, activation) = match config["model_type"].as_str() {
        Some("gpt2") => (Layout::Gpt2, ("activation_function", "gelu_new")),
        Some("llama") => (Layout::Llama, ("hidden_act", "silu")),
        _ => return Err(wrong("model_type", "what can be read is \"gpt2\" and \"llama\"")),
    };
    let name = config[activation.0].as_str().unwrap_or(activation.1);
    let (_, function) = ACTIVATIONS
        .iter()
        .find(|(known, _)| *known == name)
        .ok_or_else(|| wrong(activation.0, "that function is not known here"))?;
    let start_token = config["bos_token_id"].as_u64().and_then(|token| usize::try_from(token).ok()).unwrap_or(0);
    #[expect(clippy::cast_precision_loss, reason = "widths are far below 2^52")]
    let ratio = |hidden: usize, width: usize| {
        // Rounded down, this many times the width is the hidden width, whatever the rounding of the product.
        let part = if hidden.is_multiple_of(width) { 0.0 } else { 0.5 };
        (hidden as f64 + part) / width as f64
    };
    let common = crate::config!(TransformerNetworkConfig {});
    let (network, sizes) = match layout {
        Layout::Gpt2 => {
            for (field, known) in [("scale_attn_by_inverse_layer_idx", false), ("scale_attn_weights", true)] {
                if flag(field, known) != known {
                    return Err(wrong(field, "attention is scaled by the width of a head alone here"));
                }
            }
            let width = size("n_embd")?;
            let hidden = if config["n_inner"].is_null() { 4 * width } else { size("n_inner")? };
            let network = TransformerNetworkConfig {
                embed_dim: width,
                num_heads: size("n_head")?,
                mlp_ratio: ratio(hidden, width),
                activation: *function,
                positional_encoding: PositionalEncoding::Learned,
                norm: NormKind::Layer,
                layer_norm_eps: float("layer_norm_epsilon", 1e-5),
                use_bias: true,
                dropout_rate: float("resid_pdrop", 0.1),
                attention_dropout_rate: float("attn_pdrop", 0.1),
                ..common
            };
            (network, [size("n_positions")?, size("n_layer")?])
        }
        Layout::Llama => {
            let (width, heads) = (size("hidden_size")?, size("num_attention_heads")?);
            // Newer files have the base there, too.
            for field in ["rope_scaling", "rope_parameters"] {
                if !config[field].is_null() && config[field]["rope_type"] != "default" {
                    return Err(wrong(field, "positions are not scaled here"));
                }
            }
            let base = config["rope_parameters"]["rope_theta"].as_f64();
            if !config["head_dim"].is_null() && config["head_dim"] != json!(width / heads) {
                return Err(wrong("head_dim", "heads share the width evenly here"));
            }
            let use_bias = flag("attention_bias", false);
            if use_bias != flag("mlp_bias", false) {
                return Err(wrong(
                    "mlp_bias",
                    "all layers have a bias here or none, so it must be that of `attention_bias`",
                ));
            }
            let key_heads = if config["num_key_value_heads"].is_null() { heads } else { size("num_key_value_heads")? };
            let network = TransformerNetworkConfig {
                embed_dim: width,
                num_heads: heads,
                num_key_heads: (key_heads != heads).then_some(key_heads),
                mlp_ratio: ratio(size("intermediate_size")?, width),
                activation: *function,
                gated_mlp: true,
                positional_encoding: PositionalEncoding::Rotary,
                rotary_base: Some(base.unwrap_or_else(|| float("rope_theta", 10_000.0))),
                norm: NormKind::Rms,
                layer_norm_eps: float("rms_norm_eps", 1e-6),
                use_bias,
                dropout_rate: 0.0,
                attention_dropout_rate: float("attention_dropout", 0.0),
                ..common
            };
            (network, [size("max_position_embeddings")?, size("num_hidden_layers")?])
        }
    };
    let [sequence_length, num_layers] = sizes;
    let config = TransformerConfig {
        name: None,
        vocab_size: size("vocab_size")?,
        sequence_length,
        dropout_rate: if layout == Layout::Gpt2 { float("embd_pdrop", 0.1) } else { 0.0 },
        network,
        num_layers,
        tie_weights: flag("tie_word_embeddings", layout == Layout::Gpt2),
        use_cache: true,
        start_token,
    };
    Ok((config, layout))
}

/// A choice of the config as files say it.
fn word(choice: &impl config::Value) -> String {
    config::toml_text::inline(&choice.encode())
}

/// `[rows, columns]` to `[columns, rows]`; what has one dimension stays.
fn transposed(tensor: &NamedTensor) -> NamedTensor {
    let [rows, columns] = tensor.shape[..] else { return tensor.clone() };
    let data = (0..rows * columns).map(|at| tensor.data[at % rows * columns + at / rows]).collect();
    NamedTensor { name: tensor.name.clone(), shape: vec![columns, rows], data }
}

/// Some of the last dimension.
fn columns(tensor: &NamedTensor, first: usize, count: usize) -> Option<NamedTensor> {
    let (&all, rows) = tensor.shape.split_last()?;
    let data =
        tensor.data.chunks_exact(all.max(1)).map(|row| row.get(first..first + count)).collect::<Option<Vec<_>>>()?;
    let shape = rows.iter().copied().chain([count]).collect();
    Some(NamedTensor { name: tensor.name.clone(), shape, data: data.concat() })
}

/// Puts a tensor to the right of another one, which may be empty.
fn append_columns(target: &mut NamedTensor, tensor: &NamedTensor) {
    let Some((&count, rows)) = tensor.shape.split_last() else { return };
    let old = target.shape.last().copied().unwrap_or(0);
    let mut data = Vec::with_capacity(target.data.len() + tensor.data.len());
    for (row, new) in tensor.data.chunks_exact(count.max(1)).enumerate() {
        data.extend_from_slice(&target.data[row * old..(row + 1) * old]);
        data.extend_from_slice(new);
    }
    target.shape = rows.iter().copied().chain([old + count]).collect();
    target.data = data;
}

//! What a transformer costs: one pass over a sequence of full length.

use crate::config::cost::{Cost, Fields, dense, elementwise, norm};
use crate::nn::transformer::hidden_width;

/// The cost of [`TransformerConfig`](super::TransformerConfig).
pub(super) const fn transformer(fields: &Fields<'_>) -> Cost {
    let network = fields.table("network");
    let (vocabulary, length, width) =
        (fields.size("vocab_size"), fields.size("sequence_length"), network.size("embed_dim"));
    let table = (vocabulary as u64).saturating_mul(width as u64);
    let head = dense(width, vocabulary, false).applied(length);
    let head = if fields.flag("tie_weights") { Cost::new(0, head.flops, head.activations) } else { head };
    Cost::new(table, 0, 0)
        .named("embeddings")
        .then(blocks(&network, length, fields.size("num_layers")).named("transformer"))
        .then(head.named("head"))
}

const fn blocks(network: &Fields<'_>, length: usize, layers: usize) -> Cost {
    let width = network.size("embed_dim");
    let values = length.saturating_mul(width);
    let learnt = if network.is("positional_encoding", "learned") { values as u64 } else { 0 };
    let added = network.is("positional_encoding", "learned") || network.is("positional_encoding", "sinusoidal");
    let positions = Cost::new(learnt, if added { values as u64 } else { 0 }, values as u64);
    let block = normalise(network, length)
        .then(attention(network, length))
        .then(normalise(network, length))
        .then(feed_forward(network, length))
        .then(elementwise(values).times(2));
    let last = if network.is("norm_position", "pre") { normalise(network, length) } else { Cost::ZERO };
    positions.then(block.times(layers)).then(last)
}

const fn normalise(network: &Fields<'_>, length: usize) -> Cost {
    let width = network.size("embed_dim");
    let shift = network.is("norm", "layer") && network.flag("use_bias");
    let cost = norm(width, length);
    Cost::new(if shift { cost.parameters } else { width as u64 }, cost.flops, cost.activations)
}

const fn attention(network: &Fields<'_>, length: usize) -> Cost {
    let (width, heads, bias) = (network.size("embed_dim"), network.size("num_heads"), network.flag("use_bias"));
    let key_heads = match network.get("num_key_heads") {
        Some(key_heads) => key_heads.size(),
        None => heads,
    };
    let keys = match width.checked_div(heads) {
        Some(head) => head.saturating_mul(key_heads),
        None => 0,
    };
    let projections = dense(width, width, bias).times(2).then(dense(width, keys, bias).times(2)).applied(length);
    let (length, width) = (length as u64, width as u64);
    let pairs = length.saturating_mul(length);
    // Scores, and the mean of the values weighted by them.
    let flops = pairs.saturating_mul(width).saturating_mul(4);
    let activations = pairs.saturating_mul(heads as u64).saturating_add(length.saturating_mul(width));
    projections.then(Cost::new(0, flops, activations))
}

const fn feed_forward(network: &Fields<'_>, length: usize) -> Cost {
    let (width, bias) = (network.size("embed_dim"), network.flag("use_bias"));
    let hidden = hidden_width(width, network.float("mlp_ratio"));
    let up = dense(width, hidden, bias);
    let up = if network.flag("gated_mlp") { up.times(2).then(elementwise(hidden)) } else { up };
    let function = if network.is("activation", "identity") { Cost::ZERO } else { elementwise(hidden) };
    up.then(function).then(dense(hidden, width, bias)).applied(length)
}

//! What a VQ-VAE costs: the networks, the distances to all codes, and a pass of the model of the codes.

use super::super::cost::{after, down, head, hidden_layers, last, up};
use crate::config::cost::{Cost, Fields, attention, dense, elementwise, norm};

/// The cost of [`VQVAEConfig`](super::VQVAEConfig).
pub(super) const fn vqvae(fields: &Fields<'_>) -> Cost {
    let (encoder, decoder) = (fields.table("encoder"), fields.table("decoder"));
    let (positions, codes, width) =
        (encoder.size("latent_dim"), fields.size("num_embeddings"), fields.size("embedding_dim"));
    let (learnt, values) = head(fields);
    let (widths, back) = (encoder.list("hidden_dims"), decoder.list("hidden_dims"));
    let numbers = positions.saturating_mul(width);
    let (encodes, decodes) = if fields.is("encoder_type", "dense") {
        let pixels = encoder.list("input_shape").product();
        let outputs = decoder.list("output_shape").product().saturating_mul(values);
        (
            hidden_layers(&encoder, pixels, &widths).then(dense(last(&widths, pixels), numbers, true)),
            hidden_layers(&decoder, numbers, &back).then(dense(last(&back, numbers), outputs, true)),
        )
    } else {
        let blocks = fields.is("encoder_type", "resnet");
        let (shape, to) = (encoder.list("input_shape"), decoder.list("output_shape"));
        let first = if back.is_empty() { to.size(2).saturating_mul(values) } else { back.size(0) };
        let input = dense(width, first, true).then(after(&decoder, first, 1)).applied(positions);
        (
            down(&encoder, 0, blocks).then(dense(last(&widths, shape.size(2)), width, true).applied(positions)),
            input.then(up(&decoder, values, blocks)),
        )
    };
    let book = dense(width, codes, false).applied(positions);
    encodes
        .named("encoder")
        .then(decodes.then(Cost::new(learnt, 0, 0)).named("decoder"))
        .then(book.named("codebook"))
        .then(prior(&fields.table("prior"), positions, codes).named("prior"))
}

const fn prior(fields: &Fields<'_>, positions: usize, codes: usize) -> Cost {
    let (width, layers) = (fields.size("width"), fields.size("layers"));
    let wide = width.saturating_mul(4);
    let mlp = dense(width, wide, true).then(elementwise(wide)).then(dense(wide, width, true)).applied(positions);
    let block = norm(width, positions)
        .then(attention(width, positions, fields.size("heads"), true))
        .then(norm(width, positions))
        .then(mlp)
        .then(elementwise(positions.saturating_mul(width)).times(2));
    let rows = codes.saturating_add(1).saturating_add(positions);
    let tables = Cost::new((rows as u64).saturating_mul(width as u64), 0, 0);
    tables.then(block.times(layers)).then(norm(width, positions)).then(dense(width, codes, true).applied(positions))
}

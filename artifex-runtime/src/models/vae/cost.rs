//! What a variational autoencoder costs.
//!
//! Counted are the networks: layers, normalisation and hidden activation functions of one pass through encoder and decoder.
//! Dropout, the draw of the latent, the last activation and the loss are not.

use crate::config::cost::{Cost, Fields, List, Size, conv_transpose2d, conv2d, conv2d_size, dense, elementwise, norm};

/// Every kernel of the convolutional networks.
const KERNEL: Size = [3, 3];

/// The cost of [`VAEConfig`](super::VAEConfig) and of those that extend it.
pub(super) const fn vae(fields: &Fields<'_>) -> Cost {
    let (encoder, decoder) = (fields.table("encoder"), fields.table("decoder"));
    if fields.is("encoder_type", "cnn") {
        cnn_encoder(&encoder).named("encoder").then(cnn_decoder(&decoder).named("decoder"))
    } else {
        dense_encoder(&encoder).named("encoder").then(dense_decoder(&decoder).named("decoder"))
    }
}

const fn dense_encoder(fields: &Fields<'_>) -> Cost {
    let (pixels, widths) = (fields.list("input_shape").product(), fields.list("hidden_dims"));
    hidden_layers(fields, pixels, &widths).then(heads(fields, last(&widths, pixels)))
}

/// The layers that give mean and log-variance.
const fn heads(fields: &Fields<'_>, features: usize) -> Cost {
    dense(features, fields.size("latent_dim"), true).times(2)
}

const fn dense_decoder(fields: &Fields<'_>) -> Cost {
    let (latents, widths) = (fields.size("latent_dim"), fields.list("hidden_dims"));
    let pixels = fields.list("output_shape").product();
    hidden_layers(fields, latents, &widths).then(dense(last(&widths, latents), pixels, true))
}

const fn hidden_layers(fields: &Fields<'_>, inputs: usize, widths: &List<'_>) -> Cost {
    let (mut total, mut inputs, mut k) = (Cost::ZERO, inputs, 0);
    while k < widths.len() {
        let outputs = widths.size(k);
        total = total.then(dense(inputs, outputs, true)).then(after(fields, outputs, 1));
        inputs = outputs;
        k += 1;
    }
    total
}

/// What follows a hidden layer of either kind.
const fn after(fields: &Fields<'_>, channels: usize, positions: usize) -> Cost {
    let normalised = if fields.flag("use_batch_norm") { norm(channels, positions) } else { Cost::ZERO };
    if fields.is("activation", "identity") {
        normalised
    } else {
        normalised.then(elementwise(channels.saturating_mul(positions)))
    }
}

const fn cnn_encoder(fields: &Fields<'_>) -> Cost {
    let (shape, widths) = (fields.list("input_shape"), fields.list("hidden_dims"));
    let (mut total, mut channels, mut k) = (Cost::ZERO, shape.size(2), 0);
    while k < widths.len() {
        let (outputs, grid) = (widths.size(k), halved(&shape, k + 1));
        total = total.then(conv2d(channels, outputs, KERNEL, grid, true)).then(after(fields, outputs, area(grid)));
        channels = outputs;
        k += 1;
    }
    let smallest = area(halved(&shape, widths.len()));
    total.then(heads(fields, channels.saturating_mul(smallest)))
}

const fn cnn_decoder(fields: &Fields<'_>) -> Cost {
    let (shape, widths) = (fields.list("output_shape"), fields.list("hidden_dims"));
    let (levels, image_channels) = (widths.len(), shape.size(2));
    let mut channels = if widths.is_empty() { image_channels } else { widths.size(0) };
    let inputs = channels.saturating_mul(area(halved(&shape, levels)));
    let mut total = dense(fields.size("latent_dim"), inputs, true).then(after(fields, inputs, 1));
    let mut k = 1;
    while k < levels {
        let (outputs, from, to) = (widths.size(k), halved(&shape, levels + 1 - k), halved(&shape, levels - k));
        total = total.then(conv_transpose2d(channels, outputs, KERNEL, from, to, true)).then(after(
            fields,
            outputs,
            area(to),
        ));
        channels = outputs;
        k += 1;
    }
    let (from, to) = (halved(&shape, if levels > 0 { 1 } else { 0 }), halved(&shape, 0));
    total.then(conv_transpose2d(channels, image_channels, KERNEL, from, to, true))
}

const fn last(widths: &List<'_>, otherwise: usize) -> usize {
    if widths.is_empty() { otherwise } else { widths.size(widths.len() - 1) }
}

/// The grid of an image after so many convolutions of stride 2.
const fn halved(shape: &List<'_>, times: usize) -> Size {
    let (mut grid, mut k) = ([shape.size(0), shape.size(1)], 0);
    while k < times {
        grid = conv2d_size(grid, KERNEL, [2, 2], [1, 1]);
        k += 1;
    }
    grid
}

const fn area(grid: Size) -> usize {
    grid[0].saturating_mul(grid[1])
}

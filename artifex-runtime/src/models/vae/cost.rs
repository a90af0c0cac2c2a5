//! What a variational autoencoder costs.
//!
//! Counted are the networks: layers, normalisation and hidden activation functions of one pass through encoder and decoder.
//! Dropout, the draw of the latent, the last activation and the loss are not. Of the loss what it learns is.

use crate::config::cost::{Cost, Fields, List, Size, conv_transpose2d, conv2d, conv2d_size, dense, elementwise, norm};

/// Every kernel of the convolutional networks.
const KERNEL: Size = [3, 3];

/// The cost of [`VAEConfig`](super::VAEConfig) and of those that extend it.
pub(super) const fn vae(fields: &Fields<'_>) -> Cost {
    networks(fields, NOTHING)
}

/// The cost of [`ConditionalVAEConfig`](super::ConditionalVAEConfig).
pub(super) const fn conditional(fields: &Fields<'_>) -> Cost {
    let (classes, width) = (fields.size("num_classes"), fields.size("condition_dim"));
    let table = if width == 0 { 0 } else { (classes as u64).saturating_mul(width as u64) };
    let width = if width == 0 { classes } else { width };
    let told = if fields.is("condition_type", "add") {
        Told { appended: 0, added: width }
    } else {
        Told { appended: width, added: 0 }
    };
    networks(fields, told).then(Cost::new(table, 0, 0).named("classes"))
}

/// How many numbers the networks are told, and what becomes of them.
#[derive(Clone, Copy)]
struct Told {
    appended: usize,
    added: usize,
}

const NOTHING: Told = Told { appended: 0, added: 0 };

impl Told {
    /// The layer whose `outputs` are added to as many values.
    const fn layer(self, outputs: usize) -> Cost {
        if self.added == 0 { Cost::ZERO } else { dense(self.added, outputs, true).then(elementwise(outputs)) }
    }
}

const fn networks(fields: &Fields<'_>, told: Told) -> Cost {
    let (encoder, decoder) = (fields.table("encoder"), fields.table("decoder"));
    let (learnt, values) = head(fields);
    let head = Cost::new(learnt, 0, 0);
    if fields.is("encoder_type", "dense") {
        let up = dense_decoder(&decoder, told, values).then(head);
        dense_encoder(&encoder, told).named("encoder").then(up.named("decoder"))
    } else {
        let blocks = fields.is("encoder_type", "resnet");
        let up = cnn_decoder(&decoder, told, values, blocks).then(head);
        cnn_encoder(&encoder, told, blocks).named("encoder").then(up.named("decoder"))
    }
}

/// What the head of the decoder learns, and how many values it wants for each pixel.
pub(super) const fn head(fields: &Fields<'_>) -> (u64, usize) {
    if fields.is("reconstruction_loss_type", "gaussian") {
        (1, 1)
    } else if fields.is("reconstruction_loss_type", "logistic") {
        (fields.table("decoder").list("output_shape").product() as u64, 1)
    } else if fields.is("reconstruction_loss_type", "categorical") {
        match fields.get("levels") {
            Some(levels) => (0, levels.size()),
            // A rule asks for it.
            None => (0, 1),
        }
    } else {
        (0, 1)
    }
}

const fn dense_encoder(fields: &Fields<'_>, told: Told) -> Cost {
    let (pixels, widths) = (fields.list("input_shape").product(), fields.list("hidden_dims"));
    let features = last(&widths, pixels);
    let hidden = hidden_layers(fields, pixels.saturating_add(told.appended), &widths);
    hidden.then(told.layer(features)).then(heads(fields, features))
}

/// The layers that give mean and log-variance.
const fn heads(fields: &Fields<'_>, features: usize) -> Cost {
    dense(features, fields.size("latent_dim"), true).times(2)
}

const fn dense_decoder(fields: &Fields<'_>, told: Told, values: usize) -> Cost {
    let (latents, widths) = (fields.size("latent_dim"), fields.list("hidden_dims"));
    let outputs = fields.list("output_shape").product().saturating_mul(values);
    let inputs = latents.saturating_add(told.appended);
    told.layer(latents).then(hidden_layers(fields, inputs, &widths)).then(dense(last(&widths, inputs), outputs, true))
}

pub(super) const fn hidden_layers(fields: &Fields<'_>, inputs: usize, widths: &List<'_>) -> Cost {
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
pub(super) const fn after(fields: &Fields<'_>, channels: usize, positions: usize) -> Cost {
    let normalised = if fields.flag("use_batch_norm") { norm(channels, positions) } else { Cost::ZERO };
    if fields.is("activation", "identity") {
        normalised
    } else {
        normalised.then(elementwise(channels.saturating_mul(positions)))
    }
}

/// The residual block of so many channels on a grid: norm, activation and convolution, twice, and a sum.
const fn block(fields: &Fields<'_>, channels: usize, grid: Size, blocks: bool) -> Cost {
    if !blocks {
        return Cost::ZERO;
    }
    let half = after(fields, channels, area(grid)).then(conv2d(channels, channels, KERNEL, grid, true));
    half.times(2).then(elementwise(channels.saturating_mul(area(grid))))
}

const fn cnn_encoder(fields: &Fields<'_>, told: Told, blocks: bool) -> Cost {
    let (shape, widths) = (fields.list("input_shape"), fields.list("hidden_dims"));
    let features = last(&widths, shape.size(2)).saturating_mul(area(halved(&shape, widths.len())));
    down(fields, told.appended, blocks).then(told.layer(features)).then(heads(fields, features))
}

/// The convolutions from an image, with further channels, to the smallest grid.
pub(super) const fn down(fields: &Fields<'_>, appended: usize, blocks: bool) -> Cost {
    let (shape, widths) = (fields.list("input_shape"), fields.list("hidden_dims"));
    let (mut total, mut channels, mut k) = (Cost::ZERO, shape.size(2).saturating_add(appended), 0);
    while k < widths.len() {
        let (outputs, grid) = (widths.size(k), halved(&shape, k + 1));
        total = total
            .then(conv2d(channels, outputs, KERNEL, grid, true))
            .then(after(fields, outputs, area(grid)))
            .then(block(fields, outputs, grid, blocks));
        channels = outputs;
        k += 1;
    }
    total
}

const fn cnn_decoder(fields: &Fields<'_>, told: Told, values: usize, blocks: bool) -> Cost {
    let (shape, widths, latents) = (fields.list("output_shape"), fields.list("hidden_dims"), fields.size("latent_dim"));
    let channels = if widths.is_empty() { shape.size(2).saturating_mul(values) } else { widths.size(0) };
    let inputs = channels.saturating_mul(area(halved(&shape, widths.len())));
    let input = dense(latents.saturating_add(told.appended), inputs, true).then(after(fields, inputs, 1));
    told.layer(latents).then(input).then(up(fields, values, blocks))
}

/// The transposed convolutions from the smallest grid to an image.
pub(super) const fn up(fields: &Fields<'_>, values: usize, blocks: bool) -> Cost {
    let (shape, widths) = (fields.list("output_shape"), fields.list("hidden_dims"));
    let (levels, image_channels) = (widths.len(), shape.size(2).saturating_mul(values));
    let mut channels = if widths.is_empty() { image_channels } else { widths.size(0) };
    let (mut total, mut k) = (Cost::ZERO, 1);
    while k < levels {
        let (outputs, from, to) = (widths.size(k), halved(&shape, levels + 1 - k), halved(&shape, levels - k));
        total = total
            .then(block(fields, channels, from, blocks))
            .then(conv_transpose2d(channels, outputs, KERNEL, from, to, true))
            .then(after(fields, outputs, area(to)));
        channels = outputs;
        k += 1;
    }
    let (from, to) = (halved(&shape, if levels > 0 { 1 } else { 0 }), halved(&shape, 0));
    let last = block(fields, channels, from, blocks);
    total.then(last).then(conv_transpose2d(channels, image_channels, KERNEL, from, to, true))
}

pub(super) const fn last(widths: &List<'_>, otherwise: usize) -> usize {
    if widths.is_empty() { otherwise } else { widths.size(widths.len() - 1) }
}

/// The grid of an image after so many convolutions of stride 2.
pub(super) const fn halved(shape: &List<'_>, times: usize) -> Size {
    let (mut grid, mut k) = ([shape.size(0), shape.size(1)], 0);
    while k < times {
        grid = conv2d_size(grid, KERNEL, [2, 2], [1, 1]);
        k += 1;
    }
    grid
}

pub(super) const fn area(grid: Size) -> usize {
    grid[0].saturating_mul(grid[1])
}

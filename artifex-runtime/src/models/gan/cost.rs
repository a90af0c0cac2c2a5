//! What the adversarial networks cost.
//!
//! Counted are the layers, normalisation and hidden activation functions of one sample and its score. Dropout, the draw of the
//! latent, the last activation, spectral norm and the loss are not.

use crate::config::cost::{Cost, Fields, List, Size, conv_transpose2d, conv2d, dense, elementwise, norm};

/// The cost of [`GANConfig`](super::GANConfig).
pub(super) const fn dense_gan(fields: &Fields<'_>) -> Cost {
    let (generator, discriminator) = (fields.table("generator"), fields.table("discriminator"));
    let (latents, values) = (generator.size("latent_dim"), generator.list("output_shape").product());
    let widths = generator.list("hidden_dims");
    let body = dense_layers(&generator, latents, &widths, 0).then(dense(last(&widths, latents), values, true));
    let inputs = discriminator.list("input_shape").product();
    let widths = discriminator.list("hidden_dims");
    let scores = dense_layers(&discriminator, inputs, &widths, 1).then(dense(last(&widths, inputs), 1, true));
    body.named("generator").then(scores.named("discriminator"))
}

/// The cost of [`DCGANConfig`](super::DCGANConfig) and of those with the same networks.
pub(super) const fn conv_gan(fields: &Fields<'_>) -> Cost {
    let (generator, discriminator) = (fields.table("generator"), fields.table("discriminator"));
    let down = conv_discriminator(&discriminator, 0);
    conv_generator(&generator, 0).named("generator").then(down.named("discriminator"))
}

/// The cost of [`ConditionalGANConfig`](super::ConditionalGANConfig).
pub(super) const fn conditional_gan(fields: &Fields<'_>) -> Cost {
    let (generator, discriminator) = (fields.table("generator"), fields.table("discriminator"));
    let (told, also) = (generator.table("conditional"), discriminator.table("conditional"));
    let (classes, length) = (told.size("num_classes"), told.size("embedding_dim"));
    let up = table(classes, length).then(conv_generator(&generator, length));
    let shape = discriminator.list("input_shape");
    let pixels = side(&shape, 1).saturating_mul(side(&shape, 2));
    let (classes, length) = (also.size("num_classes"), also.size("embedding_dim"));
    let channel = table(classes, length).then(dense(length, pixels, true));
    let down = channel.then(conv_discriminator(&discriminator, 1));
    up.named("generator").then(down.named("discriminator"))
}

/// Vectors of classes: looked up, not computed.
const fn table(classes: usize, length: usize) -> Cost {
    Cost::new((classes as u64).saturating_mul(length as u64), 0, length as u64)
}

/// Hidden layers, normalised from number `normed` on.
const fn dense_layers(fields: &Fields<'_>, inputs: usize, widths: &List<'_>, normed: usize) -> Cost {
    let (mut total, mut inputs, mut k) = (Cost::ZERO, inputs, 0);
    while k < widths.len() {
        let outputs = widths.size(k);
        total = total.then(dense(inputs, outputs, true)).then(after(fields, outputs, 1, k >= normed && batch(fields)));
        inputs = outputs;
        k += 1;
    }
    total
}

const fn conv_generator(fields: &Fields<'_>, more_inputs: usize) -> Cost {
    let (shape, widths) = (fields.list("output_shape"), fields.list("hidden_dims"));
    let (levels, channels) = (widths.len(), side(&shape, 0));
    let smallest = grid(fields, &shape, levels);
    let mut inputs = if levels == 0 { channels } else { widths.size(0) };
    let latents = fields.size("latent_dim").saturating_add(more_inputs);
    let mut total = dense(latents, inputs.saturating_mul(area(smallest)), true).then(after(
        fields,
        inputs,
        area(smallest),
        batch(fields),
    ));
    let mut k = 1;
    while k < levels {
        let (outputs, from, to) =
            (widths.size(k), grid(fields, &shape, levels + 1 - k), grid(fields, &shape, levels - k));
        total = total.then(conv_transpose2d(inputs, outputs, kernel(fields), from, to, true)).then(after(
            fields,
            outputs,
            area(to),
            batch(fields),
        ));
        inputs = outputs;
        k += 1;
    }
    let (from, to) = (grid(fields, &shape, if levels > 0 { 1 } else { 0 }), grid(fields, &shape, 0));
    total.then(conv_transpose2d(inputs, channels, kernel(fields), from, to, true))
}

const fn conv_discriminator(fields: &Fields<'_>, more_channels: usize) -> Cost {
    let (shape, widths) = (fields.list("input_shape"), fields.list("hidden_dims"));
    let (mut total, mut k) = (Cost::ZERO, 0);
    let mut inputs = side(&shape, 0).saturating_add(more_channels);
    while k < widths.len() {
        let (outputs, to) = (widths.size(k), grid(fields, &shape, k + 1));
        let instance = fields.flag("use_instance_norm") && area(to) > 1;
        let normalised = k > 0 && (instance || batch(fields));
        total = total.then(conv2d(inputs, outputs, kernel(fields), to, true)).then(after(
            fields,
            outputs,
            area(to),
            normalised,
        ));
        inputs = outputs;
        k += 1;
    }
    total.then(dense(inputs.saturating_mul(area(grid(fields, &shape, widths.len()))), 1, true))
}

/// What follows a hidden layer.
const fn after(fields: &Fields<'_>, channels: usize, positions: usize, normalised: bool) -> Cost {
    let normalised = if normalised { norm(channels, positions) } else { Cost::ZERO };
    if fields.is("activation", "identity") {
        normalised
    } else {
        normalised.then(elementwise(channels.saturating_mul(positions)))
    }
}

const fn batch(fields: &Fields<'_>) -> bool {
    fields.flag("batch_norm")
}

const fn kernel(fields: &Fields<'_>) -> Size {
    let kernel = fields.list("kernel_size");
    [kernel.size(0), kernel.size(1)]
}

/// The grid of an image (channels, height, width) after so many convolutions.
const fn grid(fields: &Fields<'_>, shape: &List<'_>, times: usize) -> Size {
    let (kernel, stride) = (fields.list("kernel_size"), fields.list("stride"));
    let (mut grid, mut k) = ([side(shape, 1), side(shape, 2)], 0);
    while k < times {
        grid = [
            along(fields, grid[0], kernel.size(0), stride.size(0)),
            along(fields, grid[1], kernel.size(1), stride.size(1)),
        ];
        k += 1;
    }
    grid
}

const fn along(fields: &Fields<'_>, n: usize, kernel: usize, stride: usize) -> usize {
    if stride == 0 {
        0
    } else if fields.is("padding", "SAME") {
        n.div_ceil(stride)
    } else if n < kernel {
        0
    } else {
        (n - kernel) / stride + 1
    }
}

/// A side of a shape, which a rule of the configs says has three.
const fn side(shape: &List<'_>, axis: usize) -> usize {
    if axis < shape.len() { shape.size(axis) } else { 1 }
}

const fn last(widths: &List<'_>, otherwise: usize) -> usize {
    if widths.is_empty() { otherwise } else { widths.size(widths.len() - 1) }
}

const fn area(grid: Size) -> usize {
    grid[0].saturating_mul(grid[1])
}

//! What a `PixelCNN` costs: one pass over an image, which gives the distributions of all pixels. Dropout is not counted, nor what
//! becomes of the distributions.

use super::config::{FIRST_REACH, MIXTURES};
use crate::config::cost::{Cost, Fields, Size, conv2d, dense, elementwise};

/// The cost of [`PixelCNNConfig`](super::PixelCNNConfig).
pub(super) const fn pixelcnn(fields: &Fields<'_>) -> Cost {
    let image = fields.list("image_shape");
    let [height, width, channels] = [size(&image, 0), size(&image, 1), size(&image, 2)];
    let (grid, hidden, reach) = ([height, width], fields.size("hidden_channels"), fields.size("kernel_size") / 2);
    let classes = match fields.get("num_classes") {
        Some(classes) => classes.size(),
        None => 0,
    };
    // The image's channels, and one that is 1 inside of the image.
    let first = layer(channels.saturating_add(1), hidden, [FIRST_REACH, 2 * FIRST_REACH + 1], FIRST_REACH, grid);
    let next = layer(hidden, hidden, [reach + 1, reach.saturating_mul(2).saturating_add(1)], reach + 1, grid);
    let table = Cost::new((classes as u64).saturating_mul(hidden as u64).saturating_mul(4), 0, 0);
    let (first, next) = (first.then(table), next.then(table));
    first
        .then(next.times(fields.size("num_layers").saturating_sub(1)))
        .named("layers")
        .then(next.times(2).times(fields.size("num_residual_blocks")).named("blocks"))
        .then(output(fields, channels, hidden).applied(height.saturating_mul(width)).named("output"))
}

const fn size(list: &crate::config::cost::List<'_>, at: usize) -> usize {
    match list.get(at) {
        Some(item) => item.size(),
        None => 0,
    }
}

/// A gated layer whose stacks see `above` and so many pixels to the left.
const fn layer(inputs: usize, hidden: usize, above: Size, left: usize, grid: Size) -> Cost {
    let (doubled, pixels) = (hidden.saturating_mul(2), grid[0].saturating_mul(grid[1]));
    let gate = elementwise(doubled).then(elementwise(hidden)).applied(pixels);
    conv2d(inputs, doubled, above, grid, true)
        .then(gate)
        .then(conv2d(doubled, doubled, [1, 1], grid, false))
        .then(conv2d(inputs, doubled, [1, left], grid, true))
        .then(gate)
        .then(conv2d(hidden, hidden, [1, 1], grid, true))
}

/// The networks of the channels, of one pixel.
const fn output(fields: &Fields<'_>, channels: usize, hidden: usize) -> Cost {
    let outputs = if fields.is("likelihood", "categorical") {
        fields.size("levels")
    } else {
        let mixtures = match fields.get("num_mixtures") {
            Some(mixtures) => mixtures.size(),
            None => MIXTURES,
        };
        mixtures.saturating_mul(3)
    };
    let (mut total, mut channel) = (elementwise(hidden), 0);
    while channel < channels {
        let network = dense(hidden.saturating_add(channel), hidden, true)
            .then(elementwise(hidden))
            .then(dense(hidden, outputs, true));
        total = total.then(network);
        channel += 1;
    }
    total
}

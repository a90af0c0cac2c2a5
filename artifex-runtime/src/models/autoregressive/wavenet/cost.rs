//! What a `WaveNet` costs: one pass over a sequence. Dropout is not counted.

use crate::config::cost::{Cost, Fields, dense, elementwise};

/// The cost of [`WaveNetConfig`](super::WaveNetConfig).
pub(super) const fn wavenet(fields: &Fields<'_>) -> Cost {
    let (vocabulary, length) = (fields.size("vocab_size"), fields.size("sequence_length"));
    let (residual, skip) = (fields.size("residual_channels"), fields.size("skip_channels"));
    let taps = residual.saturating_mul(fields.size("kernel_size"));
    let table = (vocabulary as u64).saturating_mul(residual as u64);
    let (filters, gate) = if fields.flag("use_gated_activation") {
        (residual.saturating_mul(2), elementwise(residual.saturating_mul(3)))
    } else {
        (residual, elementwise(residual))
    };
    // The last layer hands nothing on.
    let last = dense(taps, filters, true).then(gate).then(dense(residual, skip, true)).then(elementwise(skip));
    let layer = last.then(dense(residual, residual, true)).then(elementwise(residual));
    let count = fields.size("num_blocks").saturating_mul(fields.size("layers_per_block"));
    let layers = layer.times(count.saturating_sub(1)).then(last);
    let output =
        elementwise(skip).then(dense(skip, skip, true)).then(elementwise(skip)).then(dense(skip, vocabulary, true));
    Cost::new(table, 0, 0)
        .then(dense(taps, residual, true).applied(length))
        .named("input")
        .then(layers.applied(length).named("layers"))
        .then(output.applied(length).named("output"))
}

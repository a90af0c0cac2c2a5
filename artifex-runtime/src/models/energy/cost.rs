//! What the energy-based models cost.
//!
//! Counted are the layers and hidden activation functions of the energy of one example. Dropout, spectral norm, the reference
//! distribution, the chains and the loss are not.

use crate::config::cost::{Cost, Fields, Size, conv2d, dense, elementwise};

/// The cost of [`EBMConfig`](super::EBMConfig).
pub(super) const fn vectors(fields: &Fields<'_>) -> Cost {
    layers(&fields.table("energy_network"), fields.size("input_dim")).named("energy")
}

/// The cost of [`DeepEBMConfig`](super::DeepEBMConfig).
pub(super) const fn images(fields: &Fields<'_>) -> Cost {
    let (network, shape) = (fields.table("energy_network"), fields.list("input_shape"));
    if network.is("network_type", "mlp") {
        return layers(&network, shape.product()).named("energy");
    }
    let (widths, kernel, stride) = (network.list("hidden_dims"), network.list("kernel_size"), network.list("stride"));
    let mut grid: Size = [shape.size(0), shape.size(1)];
    let (mut total, mut inputs, mut k) = (Cost::ZERO, shape.size(2), 0);
    while k < widths.len() {
        let outputs = widths.size(k);
        let to = [shrunk(grid[0], stride.size(0)), shrunk(grid[1], stride.size(1))];
        let layer = conv2d(inputs, outputs, [kernel.size(0), kernel.size(1)], to, network.flag("use_bias"));
        total = total.then(layer).then(activation(&network, outputs.saturating_mul(area(to))));
        if network.flag("use_residual") {
            let same = inputs == outputs && grid[0] == to[0] && grid[1] == to[1];
            let skip = if same { Cost::ZERO } else { conv2d(inputs, outputs, [1, 1], to, false) };
            total = total.then(skip).then(elementwise(outputs.saturating_mul(area(to))));
        }
        (inputs, grid) = (outputs, to);
        k += 1;
    }
    total.then(dense(inputs.saturating_mul(area(grid)), 1, network.flag("use_bias"))).named("energy")
}

const fn layers(network: &Fields<'_>, inputs: usize) -> Cost {
    let (widths, bias) = (network.list("hidden_dims"), network.flag("use_bias"));
    let (mut total, mut inputs, mut k) = (Cost::ZERO, inputs, 0);
    while k < widths.len() {
        let outputs = widths.size(k);
        total = total.then(dense(inputs, outputs, bias)).then(activation(network, outputs));
        if network.flag("use_residual") {
            let skip = if inputs == outputs { Cost::ZERO } else { dense(inputs, outputs, false) };
            total = total.then(skip).then(elementwise(outputs));
        }
        inputs = outputs;
        k += 1;
    }
    total.then(dense(inputs, 1, bias))
}

const fn activation(network: &Fields<'_>, numbers: usize) -> Cost {
    if network.is("activation", "identity") { Cost::ZERO } else { elementwise(numbers) }
}

const fn shrunk(n: usize, stride: usize) -> usize {
    if stride == 0 { 0 } else { n.div_ceil(stride) }
}

const fn area(grid: Size) -> usize {
    grid[0].saturating_mul(grid[1])
}

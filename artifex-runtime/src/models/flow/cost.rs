//! What a flow costs.
//!
//! Counted is one pass from data to latents: the networks with their normalisation and activation functions, one operation for each
//! variable that a network's numbers change, and the layers without a network. Dropout, the inside of splines, the logit and the base
//! distribution are not. An inverse autoregressive layer's pass for each variable is counted.

use crate::config::cost::{Cost, Fields, Size, conv2d, dense, elementwise, norm};

/// Channels, height and width of what a layer acts on.
type Grid = [usize; 3];

/// What the layers are made for.
#[derive(Clone, Copy)]
struct Net<'a> {
    fields: Fields<'a>,
    context: usize,
    /// Whether the data are images.
    images: bool,
}

/// The cost of [`FlowConfig`](super::FlowConfig).
pub(super) const fn flow(fields: &Fields<'_>) -> Cost {
    let (net, layers, repeats) = (network(fields, 0), fields.list("layers"), fields.size("repeats"));
    let (mut grid, mut k, mut resizes) = (grid(fields), 0, false);
    while k < layers.len() {
        if let Some(layer) = layers.get(k) {
            let layer = layer.table();
            resizes |= layer.is_type("squeeze") || layer.is_type("split");
        }
        k += 1;
    }
    // Layers that change the grid can be repeated only as often as a size can be halved.
    let (rounds, times) = if resizes { (if repeats < 64 { repeats } else { 64 }, 1) } else { (1, repeats) };
    let (mut total, mut round) = (Cost::ZERO, 0);
    while round < rounds {
        let mut k = 0;
        while k < layers.len() {
            if let Some(layer) = layers.get(k) {
                let (cost, after) = one_layer(&layer.table(), net, grid);
                total = total.then(cost);
                grid = after;
            }
            k += 1;
        }
        round += 1;
    }
    total.times(times).named("layers")
}

/// The cost of [`RealNVPConfig`](super::RealNVPConfig).
pub(super) const fn realnvp(fields: &Fields<'_>) -> Cost {
    couplings(fields, network(fields, 0)).named("layers")
}

/// The cost of [`ConditionalFlowConfig`](super::ConditionalFlowConfig).
pub(super) const fn conditional(fields: &Fields<'_>) -> Cost {
    let (classes, width) = (fields.size("num_classes"), fields.size("condition_dim"));
    let table = Cost::new((classes as u64).saturating_mul(width as u64), 0, 0);
    couplings(fields, network(fields, width)).named("layers").then(table.named("classes"))
}

const fn couplings(fields: &Fields<'_>, net: Net<'_>) -> Cost {
    let (mut grid, checkerboard) = (grid(fields), fields.is("mask_type", "checkerboard"));
    let start = act_norm(grid);
    if !checkerboard && net.images {
        grid = squeezed(grid);
    }
    start.then(turns(net, grid, checkerboard, 2, fields.size("num_coupling_layers")))
}

/// The cost of [`GlowConfig`](super::GlowConfig).
pub(super) const fn glow(fields: &Fields<'_>) -> Cost {
    let (net, blocks, scales) = (network(fields, 0), fields.size("blocks_per_scale"), fields.size("num_scales"));
    let (mut grid, mut total, mut scale) = (grid(fields), Cost::ZERO, 1);
    while scale <= scales {
        grid = squeezed(grid);
        let block = act_norm(grid).then(invertible(grid)).then(coupling(net, grid, false, false, 2));
        total = total.then(block.times(blocks));
        if scale < scales {
            total = total.then(coupling(net, grid, false, false, 2));
            grid = [grid[0] / 2, grid[1], grid[2]];
        }
        scale += 1;
    }
    total.named("layers")
}

/// The cost of [`MAFConfig`](super::MAFConfig) and [`IAFConfig`](super::IAFConfig).
pub(super) const fn autoregressive(fields: &Fields<'_>) -> Cost {
    let (net, variables) = (network(fields, 0), fields.size("input_dim"));
    let layer = masked(net, variables, 2);
    let layer = if fields.is_type("iaf") { passes(layer, variables) } else { layer };
    act_norm(grid(fields)).then(layer.times(fields.size("num_layers"))).named("layers")
}

/// The cost of [`NeuralSplineConfig`](super::NeuralSplineConfig).
pub(super) const fn nsf(fields: &Fields<'_>) -> Cost {
    let (net, grid, layers) = (network(fields, 0), grid(fields), fields.size("num_layers"));
    let params = spline_params(fields);
    let rest = if fields.flag("autoregressive") {
        masked(net, fields.size("input_dim"), params).times(layers)
    } else {
        turns(net, grid, true, params, layers)
    };
    act_norm(grid).then(rest).named("layers")
}

const fn network<'a>(fields: &Fields<'a>, context: usize) -> Net<'a> {
    Net { fields: fields.table("coupling_network"), context, images: fields.is_set("image_shape") }
}

const fn grid(fields: &Fields<'_>) -> Grid {
    match fields.get("image_shape") {
        Some(shape) => {
            let shape = shape.list();
            if shape.len() == 3 { [shape.size(2), shape.size(0), shape.size(1)] } else { [1, 1, 1] }
        }
        None => [fields.size("input_dim"), 1, 1],
    }
}

const fn spline_params(fields: &Fields<'_>) -> usize {
    fields.size("num_bins").saturating_mul(3).saturating_sub(1)
}

const fn squeezed(grid: Grid) -> Grid {
    [grid[0].saturating_mul(4), grid[1] / 2, grid[2] / 2]
}

const fn size(grid: Grid) -> usize {
    grid[0].saturating_mul(grid[1]).saturating_mul(grid[2])
}

/// A layer of a list, and the grid after it.
const fn one_layer(layer: &Fields<'_>, net: Net<'_>, grid: Grid) -> (Cost, Grid) {
    if layer.is_type("act_norm") {
        (act_norm(grid), grid)
    } else if layer.is_type("invertible") {
        (invertible(grid), grid)
    } else if layer.is_type("affine_coupling") {
        (coupling(net, grid, layer.is("mask_type", "checkerboard"), layer.flag("swap"), 2), grid)
    } else if layer.is_type("spline_coupling") {
        let checkerboard = layer.is("mask_type", "checkerboard");
        (coupling(net, grid, checkerboard, layer.flag("swap"), spline_params(layer)), grid)
    } else if layer.is_type("affine_autoregressive") || layer.is_type("spline_autoregressive") {
        let params = if layer.is_type("spline_autoregressive") { spline_params(layer) } else { 2 };
        let cost = masked(net, size(grid), params);
        (if layer.flag("inverse") { passes(cost, size(grid)) } else { cost }, grid)
    } else if layer.is_type("squeeze") {
        (Cost::ZERO, squeezed(grid))
    } else if layer.is_type("split") {
        (coupling(net, grid, false, false, 2), [grid[0] / 2, grid[1], grid[2]])
    } else {
        (Cost::ZERO, grid)
    }
}

const fn act_norm(grid: Grid) -> Cost {
    let (channels, numbers) = (grid[0] as u64, size(grid) as u64);
    Cost::new(channels.saturating_mul(2), numbers.saturating_mul(2), numbers)
}

const fn invertible(grid: Grid) -> Cost {
    dense(grid[0], grid[0], false).applied(grid[1].saturating_mul(grid[2]))
}

/// A layer in as many passes: what it has is the same, what it does is not.
const fn passes(cost: Cost, times: usize) -> Cost {
    cost.applied(times)
}

/// So many couplings that take turns at the halves.
const fn turns(net: Net<'_>, grid: Grid, checkerboard: bool, params: usize, layers: usize) -> Cost {
    let (first, second) =
        (coupling(net, grid, checkerboard, false, params), coupling(net, grid, checkerboard, true, params));
    first.times(layers.div_ceil(2)).then(second.times(layers / 2))
}

const fn coupling(net: Net<'_>, grid: Grid, checkerboard: bool, swap: bool, params: usize) -> Cost {
    let [channels, height, width] = grid;
    let (all, area) = (size(grid), height.saturating_mul(width));
    // The first half: of a checkerboard the even places, of channels the smaller half.
    let first = if !checkerboard {
        channels / 2 * area
    } else if area == 1 {
        channels.div_ceil(2)
    } else {
        channels.saturating_mul(area.div_ceil(2))
    };
    let (kept, changed) = if swap { (all.saturating_sub(first), first) } else { (first, all.saturating_sub(first)) };
    let network = if net.fields.is("network_type", "cnn") {
        let (seen, made) =
            if checkerboard { (channels, channels) } else { (kept / at_least_1(area), changed / at_least_1(area)) };
        convolutions(net, seen, made.saturating_mul(params), [height, width])
    } else {
        layers(net, kept, changed.saturating_mul(params))
    };
    network.then(elementwise(changed))
}

const fn at_least_1(n: usize) -> usize {
    if n == 0 { 1 } else { n }
}

const fn masked(net: Net<'_>, variables: usize, params: usize) -> Cost {
    layers(net, variables, variables.saturating_mul(params)).then(elementwise(variables))
}

/// A fully connected network.
const fn layers(net: Net<'_>, inputs: usize, outputs: usize) -> Cost {
    let widths = net.fields.list("hidden_dims");
    let (mut total, mut inputs, mut k) = (Cost::ZERO, inputs.saturating_add(net.context), 0);
    while k < widths.len() {
        let width = widths.size(k);
        let block = after(net, width, 1).then(dense(width, width, true)).times(2).then(elementwise(width));
        let blocks = if net.fields.is("network_type", "resnet") { net.fields.size("num_residual_blocks") } else { 0 };
        total = total.then(dense(inputs, width, true)).then(after(net, width, 1)).then(block.times(blocks));
        inputs = width;
        k += 1;
    }
    total.then(dense(inputs, outputs, true))
}

/// A network of convolutions.
const fn convolutions(net: Net<'_>, inputs: usize, outputs: usize, grid: Size) -> Cost {
    let (widths, area) = (net.fields.list("hidden_dims"), grid[0].saturating_mul(grid[1]));
    let (mut total, mut inputs, mut k) = (Cost::ZERO, inputs.saturating_add(net.context), 0);
    while k < widths.len() {
        let (width, kernel) = (widths.size(k), if k == 0 { [3, 3] } else { [1, 1] });
        let layer = conv2d(inputs, width, kernel, grid, true).then(after(net, width, area));
        let half = after(net, width, area).then(conv2d(width, width, [3, 3], grid, true));
        let block = half.times(2).then(elementwise(width.saturating_mul(area)));
        total = total.then(layer).then(block.times(net.fields.size("num_residual_blocks")));
        inputs = width;
        k += 1;
    }
    total.then(conv2d(inputs, outputs, [3, 3], grid, true))
}

/// Norm and activation.
const fn after(net: Net<'_>, channels: usize, positions: usize) -> Cost {
    let normalised = if net.fields.flag("batch_norm") { norm(channels, positions) } else { Cost::ZERO };
    if net.fields.is("activation", "identity") {
        normalised
    } else {
        normalised.then(elementwise(channels.saturating_mul(positions)))
    }
}

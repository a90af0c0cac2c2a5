//! What the networks of diffusion models cost.
//!
//! Counted are the layers, norms, attention and activation functions of one pass, and the sums of residual blocks. Dropout, the noise
//! and the loss are not; nor is the first stage of latents; nor that samples take a pass for each step, and two with guidance.

use super::backbone::config::mlp_width;
use crate::config::cost::{Cost, Fields, List, Size, attention, conv2d, dense, elementwise, norm};

/// The cost of [`DDPMConfig`](super::DDPMConfig) and of those with the same networks.
pub(super) const fn diffusion(fields: &Fields<'_>) -> Cost {
    let (backbone, shape) = (fields.table("backbone"), fields.list("input_shape"));
    let classes = match fields.get("conditional") {
        Some(conditional) => conditional.table().size("num_classes").saturating_add(1),
        None => 0,
    };
    if backbone.is_type("dit") {
        let transformer = transformer(&backbone, image(fields, &backbone, &shape));
        return told(backbone.size("hidden_size"), true, classes).then(transformer).named("backbone");
    }
    let body = if backbone.is_type("mlp") {
        mlp(&backbone, shape.product())
    } else if backbone.is_type("unet_1d") {
        // A rule says that a signal has two.
        let [length, channels] = if shape.len() == 2 { [shape.size(0), shape.size(1)] } else { [1, 1] };
        let kernel = [backbone.size("kernel_size"), 1];
        unet(&UNet { fields: &backbone, image: [channels, length, 1], kernel })
    } else {
        unet(&UNet { fields: &backbone, image: image(fields, &backbone, &shape), kernel: [3, 3] })
    };
    let acts = !backbone.is("activation", "identity");
    told(backbone.size("time_embedding_dim"), acts, classes).then(body).named("backbone")
}

/// The cost of [`DiTConfig`](super::DiTConfig).
pub(super) const fn dit(fields: &Fields<'_>) -> Cost {
    let classes = match fields.get("num_classes") {
        Some(classes) => classes.size().saturating_add(1),
        None => 0,
    };
    let shape = fields.list("input_shape");
    // A rule says that there are three.
    let image = if shape.len() == 3 { [shape.size(0), shape.size(1), shape.size(2)] } else { [1, 1, 1] };
    told(fields.size("hidden_size"), true, classes).then(transformer(fields, image)).named("backbone")
}

/// A transformer on patches of an image of channels, height and width.
const fn transformer(fields: &Fields<'_>, [channels, height, width]: [usize; 3]) -> Cost {
    let (patch, hidden) = (fields.size("patch_size"), fields.size("hidden_size"));
    // A rule says that it is not 0.
    let patch = if patch == 0 { 1 } else { patch };
    let tokens = (height / patch).saturating_mul(width / patch);
    let values = channels.saturating_mul(patch).saturating_mul(patch);
    let predicted = if fields.flag("learn_sigma") { values.saturating_mul(2) } else { values };
    let numbers = tokens.saturating_mul(hidden);
    let inner = mlp_width(hidden, fields.float("mlp_ratio"));
    let embed = dense(values, hidden, true).applied(tokens).then(elementwise(numbers));
    // A norm that learns nothing itself, scale and shift.
    let modulated = Cost::new(0, 8 * (numbers as u64), numbers as u64).then(elementwise(numbers).times(2));
    let attended = modulated.then(attention(hidden, tokens, fields.size("num_heads"), true));
    let layers = dense(hidden, inner, true).applied(tokens).then(elementwise(inner.saturating_mul(tokens)));
    let layers = modulated.then(layers).then(dense(inner, hidden, true).applied(tokens));
    // The gates and the sums.
    let block =
        attended.then(layers).then(elementwise(numbers).times(4)).then(dense(hidden, hidden.saturating_mul(6), true));
    let last = dense(hidden, hidden.saturating_mul(2), true)
        .then(modulated)
        .then(dense(hidden, predicted, true).applied(tokens));
    embed.then(block.times(fields.size("depth"))).then(last)
}

/// The time as waves and two layers, and a row of a table for each class and none.
const fn told(width: usize, acts: bool, rows: usize) -> Cost {
    let table = Cost::new((rows as u64).saturating_mul(width as u64), 0, 0);
    let sum = if rows == 0 { Cost::ZERO } else { elementwise(width) };
    let act = if acts { elementwise(width) } else { Cost::ZERO };
    let layers = dense(width, width, true).times(2).then(act).then(act);
    elementwise(width).then(layers).then(table).then(sum)
}

const fn mlp(fields: &Fields<'_>, values: usize) -> Cost {
    let (widths, time) = (fields.list("hidden_dims"), fields.size("time_embedding_dim"));
    let (mut total, mut inputs, mut k) = (Cost::ZERO, values, 0);
    while k < widths.len() {
        let outputs = widths.size(k);
        let layer = dense(inputs, outputs, true).then(dense(time, outputs, true)).then(elementwise(outputs));
        total = total.then(layer).then(activation(fields, outputs));
        inputs = outputs;
        k += 1;
    }
    total.then(dense(inputs, values, true))
}

const fn activation(fields: &Fields<'_>, numbers: usize) -> Cost {
    if fields.is("activation", "identity") { Cost::ZERO } else { elementwise(numbers) }
}

/// Channels, height and width; see [`Form`](super::form::Form).
const fn image(fields: &Fields<'_>, backbone: &Fields<'_>, shape: &List<'_>) -> [usize; 3] {
    // A rule says that a U-Net has three.
    if shape.len() != 3 {
        return [1, 1, 1];
    }
    let [a, b, c] = [shape.size(0), shape.size(1), shape.size(2)];
    let outputs = if backbone.is_type("dit") { None } else { backbone.get("out_channels") };
    let channels = match (backbone.get("in_channels"), outputs) {
        (Some(channels), _) | (None, Some(channels)) => channels.size(),
        (None, None) => c,
    };
    let first = match fields.get("layout") {
        Some(layout) => layout.is("channels_first"),
        None => channels == a && channels != c,
    };
    if first { [a, b, c] } else { [c, a, b] }
}

/// A U-Net on images of channels, height and width.
struct UNet<'a> {
    fields: &'a Fields<'a>,
    image: [usize; 3],
    kernel: Size,
}

impl UNet<'_> {
    const fn levels(&self) -> usize {
        if self.fields.is_type("unet_1d") {
            return self.fields.list("hidden_dims").len();
        }
        match (self.fields.get("hidden_dims"), self.fields.get("channel_mult")) {
            (Some(list), _) | (None, Some(list)) => list.list().len(),
            (None, None) => 3,
        }
    }

    const fn width(&self, level: usize) -> usize {
        if self.fields.is_type("unet_1d") {
            return self.fields.list("hidden_dims").size(level);
        }
        if let Some(widths) = self.fields.get("hidden_dims") {
            return widths.list().size(level);
        }
        let base = match self.fields.get("base_channels") {
            Some(base) => base.size(),
            None => 1,
        };
        let factor = match self.fields.get("channel_mult") {
            Some(factors) => factors.list().size(level),
            None => [1, 2, 4][level],
        };
        base.saturating_mul(factor)
    }

    const fn grid(&self, level: usize) -> Size {
        let [_, mut height, mut width] = self.image;
        let mut k = 0;
        while k < level {
            (height, width) = (height.div_ceil(2), width.div_ceil(2));
            k += 1;
        }
        [height, width]
    }

    const fn attends(&self, level: usize) -> bool {
        let (heights, mut k) = (self.fields.list("attention_resolutions"), 0);
        while k < heights.len() {
            if heights.size(k) == self.grid(level)[0] {
                return self.fields.flag("use_attention");
            }
            k += 1;
        }
        false
    }

    const fn norm_act(&self, channels: usize, grid: Size) -> Cost {
        norm(channels, area(grid)).then(activation(self.fields, channels.saturating_mul(area(grid))))
    }

    /// A block, and attention if asked for.
    const fn stage(&self, inputs: usize, outputs: usize, grid: Size, attends: bool) -> Cost {
        let numbers = outputs.saturating_mul(area(grid));
        let first = self.norm_act(inputs, grid).then(conv2d(inputs, outputs, self.kernel, grid, true));
        let time = dense(self.fields.size("time_embedding_dim"), outputs, true).then(elementwise(numbers));
        let second = self.norm_act(outputs, grid).then(conv2d(outputs, outputs, self.kernel, grid, true));
        let shortcut = if inputs == outputs { Cost::ZERO } else { conv2d(inputs, outputs, [1, 1], grid, true) };
        let block = first.then(time).then(second).then(shortcut).then(elementwise(numbers));
        if !attends {
            return block;
        }
        let heads = self.fields.size("num_heads");
        let attended = norm(outputs, area(grid)).then(attention(outputs, area(grid), heads, true));
        block.then(attended).then(elementwise(numbers))
    }

    /// From one grid to another: by a convolution, or without anything that is learnt.
    const fn resample(&self, channels: usize, to: Size) -> Cost {
        if self.fields.flag("resamp_with_conv") {
            conv2d(channels, channels, self.kernel, to, true)
        } else {
            elementwise(channels.saturating_mul(area(to)))
        }
    }
}

const fn unet(net: &UNet<'_>) -> Cost {
    let (levels, blocks, channels) = (net.levels(), net.fields.size("num_res_blocks"), net.image[0]);
    if levels == 0 {
        return Cost::ZERO;
    }
    let mut total = conv2d(channels, net.width(0), net.kernel, net.grid(0), true);
    let (mut last, mut level) = (net.width(0), 0);
    while level < levels {
        let mut block = 0;
        while block < blocks {
            total = total.then(net.stage(last, net.width(level), net.grid(level), net.attends(level)));
            last = net.width(level);
            block += 1;
        }
        if level + 1 < levels {
            total = total.then(net.resample(last, net.grid(level + 1)));
        }
        level += 1;
    }
    let grid = net.grid(levels - 1);
    total = total.then(net.stage(last, last, grid, net.fields.flag("use_attention")));
    total = total.then(net.stage(last, last, grid, false));
    while level > 0 {
        level -= 1;
        let mut block = 0;
        while block <= blocks {
            // What the stage across gave; behind the first of them, what came from the level above.
            let across = if block < blocks || level == 0 { net.width(level) } else { net.width(level - 1) };
            let inputs = last.saturating_add(across);
            total = total.then(net.stage(inputs, net.width(level), net.grid(level), net.attends(level)));
            last = net.width(level);
            block += 1;
        }
        if level > 0 {
            total = total.then(net.resample(last, net.grid(level - 1)));
        }
    }
    total.then(net.norm_act(last, net.grid(0))).then(conv2d(last, channels, net.kernel, net.grid(0), true))
}

const fn area(grid: Size) -> usize {
    grid[0].saturating_mul(grid[1])
}

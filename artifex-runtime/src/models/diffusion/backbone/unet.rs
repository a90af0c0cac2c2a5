//! The U-Net.

use burn::module::Module;
use burn::tensor::Tensor;

use super::blocks::{Conv, Double, Halve, NormAct, Stage};
use super::config::UNetOptions;
use crate::nn::ParamScope;
use crate::nn::conv::grid_sizes;
use crate::rng::Rngs;

/// Blocks on smaller and smaller images, and back; see [`UNetBackboneConfig`](super::UNetBackboneConfig).
#[derive(Module, Debug)]
pub(super) struct UNet {
    input: Conv,
    down: Vec<DownLevel>,
    middle: Vec<Stage>,
    up: Vec<UpLevel>,
    norm: NormAct,
    output: Conv,
    /// Channels, height and width.
    shape: [usize; 3],
}

#[derive(Module, Debug)]
struct DownLevel {
    stages: Vec<Stage>,
    halve: Option<Halve>,
}

#[derive(Module, Debug)]
struct UpLevel {
    stages: Vec<Stage>,
    double: Option<Double>,
}

impl UNet {
    /// A network on images of channels, height and width; signals have a width of 1.
    pub(super) fn new(config: &UNetOptions, shape: [usize; 3], scope: &ParamScope) -> Result<Self, String> {
        let [channels, height, width] = shape;
        let (widths, blocks) = (&config.widths, config.blocks.num_res_blocks);
        let levels = widths.len();
        let sizes = grid_sizes([height, width], levels - 1);
        let attention = config.blocks.use_attention;
        let attends = |level: usize| attention && config.attention_resolutions.contains(&sizes[level][0]);
        let smallest = widths[levels - 1];

        // The channels of what each part of the way down gives, which the way up takes in the reverse order.
        let (mut kept, mut last) = (vec![widths[0]], widths[0]);
        let mut down = Vec::with_capacity(levels);
        for (level, &outputs) in widths.iter().enumerate() {
            let scope = scope.child("down").child(level);
            let mut stages = Vec::with_capacity(blocks);
            for block in 0..blocks {
                let inside = scope.child("stages").child(block);
                stages.push(Stage::new([last, outputs], attends(level), config, &inside)?);
                last = outputs;
                kept.push(last);
            }
            let halve = (level + 1 < levels).then(|| Halve::new(last, config, &scope.child("halve")));
            kept.extend(halve.as_ref().map(|_| last));
            down.push(DownLevel { stages, halve });
        }
        let middle = [attention, false]
            .into_iter()
            .enumerate()
            .map(|(i, attends)| Stage::new([smallest; 2], attends, config, &scope.child("middle").child(i)));
        let middle = middle.collect::<Result<_, _>>()?;
        let mut up = Vec::with_capacity(levels);
        for (level, &outputs) in widths.iter().enumerate().rev() {
            let scope = scope.child("up").child(up.len());
            let mut stages = Vec::with_capacity(blocks + 1);
            for block in 0..=blocks {
                let inside = scope.child("stages").child(block);
                let inputs = last + kept.pop().unwrap_or(0);
                stages.push(Stage::new([inputs, outputs], attends(level), config, &inside)?);
                last = outputs;
            }
            let double = level.checked_sub(1).map(|to| Double::new(last, sizes[to], config, &scope.child("double")));
            up.push(UpLevel { stages, double });
        }
        Ok(Self {
            input: Conv::new([channels, widths[0]], config.kernel, 1, &scope.child("input")),
            down,
            middle,
            up,
            norm: NormAct::new(last, config, scope),
            output: Conv::zeros([last, channels], config.kernel, &scope.child("output")),
            shape,
        })
    }

    /// `[B, values]`, and what is told: `[B, width]` or `[1, width]`; to `[B, values]`.
    pub(super) fn forward(&self, x: Tensor<2>, told: &Tensor<2>, rngs: &mut Rngs) -> Tensor<2> {
        let ([batch, values], [channels, height, width]) = (x.dims(), self.shape);
        let mut x = self.input.forward(x.reshape([batch, channels, height, width]));
        let mut kept = vec![x.clone()];
        for level in &self.down {
            for stage in &level.stages {
                x = stage.forward(x, told, rngs);
                kept.push(x.clone());
            }
            if let Some(halve) = &level.halve {
                x = halve.forward(x);
                kept.push(x.clone());
            }
        }
        x = self.middle.iter().fold(x, |x, stage| stage.forward(x, told, rngs));
        for level in &self.up {
            for stage in &level.stages {
                // As many were kept as there are stages here.
                let across = kept.pop().into_iter();
                x = stage.forward(Tensor::cat(std::iter::once(x).chain(across).collect(), 1), told, rngs);
            }
            if let Some(double) = &level.double {
                x = double.forward(x);
            }
        }
        self.output.forward(self.norm.forward(x)).reshape([batch, values])
    }
}

//! Convolutions on the CPU: the patches of some places at a time, and their products with the weight by `gemm`.
//!
//! How the work is cut into tasks depends on the shapes alone, so the results do not depend on the number of threads.

mod patches;

use std::ops::Range;

use burn::backend::{Flex, TensorMetadata};
use rayon::prelude::*;

use super::{ConvOps, Geometry, portable};
use crate::kernels::flex::{FlexTensor, dense, product, tensor, values};
use patches::Patches;

/// Places of one task, at least, where there are as many.
const PLACES: usize = 256;
/// Values of the patches of one product: few enough for the cache.
const PATCH_VALUES: usize = 64 * 1024;
/// Parts into which the work on few examples is cut.
const PARTS: usize = 4;

impl ConvOps for Flex {
    fn convolve(image: FlexTensor, weight: FlexTensor, geometry: Geometry) -> FlexTensor {
        let (image, weight) = (dense(image), dense(weight));
        let (Some(x), Some(w)) = (values(&image), values(&weight)) else {
            return portable::convolve::<Self>(image, weight, geometry);
        };
        let sizes = Sizes { batch: image.shape()[0], inputs: weight.shape()[1], outputs: weight.shape()[0], geometry };
        let [rows, columns] = geometry.grid;
        tensor(sizes.convolve(x, w), [sizes.batch, sizes.outputs, rows, columns])
    }

    fn spread(grid: FlexTensor, weight: FlexTensor, geometry: Geometry) -> FlexTensor {
        let (grid, weight) = (dense(grid), dense(weight));
        let (Some(y), Some(w)) = (values(&grid), values(&weight)) else {
            return portable::spread::<Self>(grid, weight, geometry);
        };
        let sizes = Sizes { batch: grid.shape()[0], inputs: weight.shape()[1], outputs: weight.shape()[0], geometry };
        let [height, width] = geometry.image;
        tensor(sizes.spread(y, w), [sizes.batch, sizes.inputs, height, width])
    }

    fn correlate(image: FlexTensor, grid: FlexTensor, geometry: Geometry) -> FlexTensor {
        let (image, grid) = (dense(image), dense(grid));
        let (Some(x), Some(y)) = (values(&image), values(&grid)) else {
            return portable::correlate::<Self>(image, grid, geometry);
        };
        let (image, grid) = (image.shape(), grid.shape());
        let sizes = Sizes { batch: image[0], inputs: image[1], outputs: grid[1], geometry };
        let [rows, columns] = geometry.kernel;
        tensor(sizes.correlate(x, y), [sizes.outputs, sizes.inputs, rows, columns])
    }
}

/// Sizes of one problem.
#[derive(Clone, Copy)]
struct Sizes {
    batch: usize,
    /// Channels of the image.
    inputs: usize,
    /// Channels of the grid.
    outputs: usize,
    geometry: Geometry,
}

/// Some channels of some examples.
struct Task {
    examples: Range<usize>,
    channels: Range<usize>,
}

impl Sizes {
    /// Places of the kernel in one example.
    const fn area(&self) -> usize {
        self.geometry.grid[0] * self.geometry.grid[1]
    }

    /// Weights from one channel to one other.
    const fn taps(&self) -> usize {
        self.geometry.kernel[0] * self.geometry.kernel[1]
    }

    /// Values of one channel of the image.
    const fn pixels(&self) -> usize {
        self.geometry.image[0] * self.geometry.image[1]
    }

    /// Examples of one task.
    fn group(&self) -> usize {
        PLACES.div_ceil(self.area().max(1)).min(self.batch.div_ceil(PARTS)).max(1)
    }

    /// Makes `[B, channels, size]` by tasks: some examples whole, or where there are few, some channels of one.
    fn by_tasks(&self, channels: usize, size: usize, run: impl Fn(Task, &mut [f32]) + Sync) -> Vec<f32> {
        let mut all = vec![0.0; self.batch * channels * size];
        if all.is_empty() {
            return all;
        }
        let group = self.group();
        let share = if self.batch < PARTS { channels.div_ceil(PARTS.div_ceil(self.batch)) } else { group * channels };
        all.par_chunks_mut(group * channels * size).enumerate().for_each(|(index, all)| {
            let first = index * group;
            let examples = first..first + all.len() / (channels * size);
            all.par_chunks_mut(share * size).enumerate().for_each(|(index, part)| {
                let first = index * share;
                let channels = first..channels.min(first + share);
                run(Task { examples: examples.clone(), channels }, part);
            });
        });
        all
    }

    fn convolve(&self, image: &[f32], weight: &[f32]) -> Vec<f32> {
        let depth = self.inputs * self.taps();
        self.by_tasks(self.outputs, self.area(), |Task { examples, channels }, out| {
            let patches = Patches::of(self, image, examples.clone(), 0..self.inputs);
            let mut buffers = Buffers::new(depth, channels.len());
            for places in buffers.pieces(examples.len() * self.area()) {
                let (columns, grid) = buffers.views(places.len());
                patches.gather(places.clone(), columns);
                product(
                    [channels.len(), places.len(), depth],
                    (&mut *grid, [places.len(), 1]),
                    (&weight[channels.start * depth..], [depth, 1]),
                    (columns, [places.len(), 1]),
                    0.0,
                    1.0,
                );
                for run in Run::all(places.clone(), self.area()) {
                    for (channel, row) in grid.chunks_exact(places.len()).enumerate() {
                        let out = &mut out[(run.example * channels.len() + channel) * self.area()..];
                        out[run.place..][..run.len].copy_from_slice(&row[run.at..][..run.len]);
                    }
                }
            }
        })
    }

    fn spread(&self, grid: &[f32], weight: &[f32]) -> Vec<f32> {
        self.by_tasks(self.inputs, self.pixels(), |Task { examples, channels }, out| {
            let mut patches = Patches::zeros(self, examples.len(), channels.len());
            let weights = channels.len() * self.taps();
            let mut buffers = Buffers::new(weights, self.outputs);
            for places in buffers.pieces(examples.len() * self.area()) {
                let (columns, values) = buffers.views(places.len());
                self.read(grid, examples.start, 0..self.outputs, &places, values);
                product(
                    [weights, places.len(), self.outputs],
                    (&mut *columns, [places.len(), 1]),
                    (&weight[channels.start * self.taps()..], [1, self.inputs * self.taps()]),
                    (values, [places.len(), 1]),
                    0.0,
                    1.0,
                );
                patches.scatter(places, columns);
            }
            patches.crop(out);
        })
    }

    fn correlate(&self, image: &[f32], grid: &[f32]) -> Vec<f32> {
        // Parts of the image's channels, or where there are few, of the grid's.
        let (by_input, all) = if self.inputs < PARTS { (false, self.outputs) } else { (true, self.inputs) };
        let share = all.div_ceil(PARTS).max(1);
        let parts: Vec<usize> = (0..all).step_by(share).collect();
        let parts = parts.into_par_iter().map(|first| {
            let part = first..all.min(first + share);
            let (inputs, outputs) = if by_input { (part, 0..self.outputs) } else { (0..self.inputs, part) };
            (inputs.clone(), outputs.clone(), self.correlate_part(image, grid, &inputs, &outputs))
        });
        let parts: Vec<_> = parts.collect();
        let mut weight = vec![0.0; self.outputs * self.inputs * self.taps()];
        for (inputs, outputs, part) in parts {
            let len = inputs.len() * self.taps();
            for (output, row) in outputs.zip(part.chunks_exact(len.max(1))) {
                weight[(output * self.inputs + inputs.start) * self.taps()..][..len].copy_from_slice(row);
            }
        }
        weight
    }

    /// The weight's derivative for some channels, `[outputs, inputs, kernel]`.
    fn correlate_part(&self, image: &[f32], grid: &[f32], inputs: &Range<usize>, outputs: &Range<usize>) -> Vec<f32> {
        let weights = inputs.len() * self.taps();
        let mut sum = vec![0.0; outputs.len() * weights];
        let mut buffers = Buffers::new(weights, outputs.len());
        for first in (0..self.batch).step_by(self.group()) {
            let examples = first..self.batch.min(first + self.group());
            let patches = Patches::of(self, image, examples.clone(), inputs.clone());
            for places in buffers.pieces(examples.len() * self.area()) {
                let (columns, values) = buffers.views(places.len());
                patches.gather(places.clone(), columns);
                self.read(grid, first, outputs.clone(), &places, values);
                product(
                    [outputs.len(), weights, places.len()],
                    (&mut sum, [weights, 1]),
                    (values, [places.len(), 1]),
                    (columns, [1, places.len()]),
                    1.0,
                    1.0,
                );
            }
        }
        sum
    }

    /// Some channels of a grid at some places, counted from an example on: `[channels, places]`.
    fn read(&self, grid: &[f32], example: usize, channels: Range<usize>, places: &Range<usize>, out: &mut [f32]) {
        for run in Run::all(places.clone(), self.area()) {
            let grid = &grid[((example + run.example) * self.outputs + channels.start) * self.area()..];
            let rows = grid.chunks_exact(self.area().max(1));
            for (row, out) in rows.zip(out.chunks_exact_mut(places.len())) {
                out[run.at..][..run.len].copy_from_slice(&row[run.place..][..run.len]);
            }
        }
    }
}

/// Places of one example among places that are counted over several.
struct Run {
    example: usize,
    /// The first one, counted in its example.
    place: usize,
    /// The same, counted from the first of all places.
    at: usize,
    len: usize,
}

impl Run {
    fn all(places: Range<usize>, area: usize) -> impl Iterator<Item = Self> {
        let mut next = places.start;
        std::iter::from_fn(move || {
            (next < places.end).then(|| {
                let (example, place) = (next / area, next % area);
                let len = (area - place).min(places.end - next);
                let run = Self { example, place, at: next - places.start, len };
                next += len;
                run
            })
        })
    }
}

/// Room for one product: the patches, and the grid's values at their places.
struct Buffers {
    piece: usize,
    patches: Vec<f32>,
    values: Vec<f32>,
    rows: [usize; 2],
}

impl Buffers {
    fn new(weights: usize, channels: usize) -> Self {
        let piece = (PATCH_VALUES / weights.max(1)).clamp(64, 2 * PLACES) / 16 * 16;
        Self {
            piece,
            patches: vec![0.0; weights * piece],
            values: vec![0.0; channels * piece],
            rows: [weights, channels],
        }
    }

    /// The places of one product after the other.
    fn pieces(&self, places: usize) -> impl Iterator<Item = Range<usize>> + use<> {
        let piece = self.piece;
        (0..places).step_by(piece).map(move |first| first..places.min(first + piece))
    }

    /// `[weights, places]` and `[channels, places]`.
    fn views(&mut self, places: usize) -> (&mut [f32], &mut [f32]) {
        let [weights, channels] = self.rows;
        (&mut self.patches[..weights * places], &mut self.values[..channels * places])
    }
}

//! The images of some examples with their border of zeros, read and written by the places of a kernel.

use std::ops::Range;

use super::Sizes;
use crate::kernels::conv::Geometry;

/// Some channels of some examples, each with as many rows and columns as the kernel reaches.
pub(super) struct Patches {
    geometry: Geometry,
    /// `[examples, channels, rows, columns]`.
    planes: Vec<f32>,
    /// Where the kernel's first weight lies for each place, in the first channel.
    places: Vec<usize>,
    channels: usize,
    rows: usize,
    columns: usize,
}

impl Patches {
    /// All zeros.
    pub fn zeros(sizes: &Sizes, examples: usize, channels: usize) -> Self {
        let geometry = sizes.geometry;
        let [rows, columns] = geometry.reach();
        let example = channels * rows * columns;
        let [h, w] = geometry.grid;
        let [down, right] = geometry.stride;
        let places = (0..examples).flat_map(|e| (0..h).map(move |r| e * example + r * down * columns));
        let places = places.flat_map(|start| (0..w).map(move |c| start + c * right)).collect();
        Self { geometry, planes: vec![0.0; examples * example], places, channels, rows, columns }
    }

    /// Those of an image `[B, inputs, H, W]`.
    pub fn of(sizes: &Sizes, image: &[f32], examples: Range<usize>, channels: Range<usize>) -> Self {
        let mut patches = Self::zeros(sizes, examples.len(), channels.len());
        let pixels = sizes.pixels();
        for (index, example) in examples.enumerate() {
            let image = &image[(example * sizes.inputs + channels.start) * pixels..][..channels.len() * pixels];
            for (row, source) in patches.image_rows(index).zip(image.chunks_exact(sizes.geometry.image[1])) {
                if let Some(row) = row {
                    let len = row.len();
                    patches.planes[row].copy_from_slice(&source[..len]);
                }
            }
        }
        patches
    }

    /// Where each row of an example's image lies, channel by channel; `None` if no place reaches it.
    fn image_rows(&self, example: usize) -> impl Iterator<Item = Option<Range<usize>>> + use<> {
        let Geometry { image: [height, width], before: [top, left], .. } = self.geometry;
        let (rows, columns, first) = (self.rows, self.columns, example * self.channels);
        let len = width.min(columns.saturating_sub(left));
        (0..self.channels).flat_map(move |channel| {
            (0..height).map(move |row| {
                let start = ((first + channel) * rows + top + row) * columns + left;
                (top + row < rows).then_some(start..start + len)
            })
        })
    }

    /// How far from a place's first weight each of its weights is, in the order of the weights of one output.
    fn taps(&self) -> impl Iterator<Item = usize> + use<> {
        let ([height, width], rows, columns) = (self.geometry.kernel, self.rows, self.columns);
        (0..self.channels)
            .flat_map(move |channel| (0..height).map(move |i| (channel * rows + i) * columns))
            .flat_map(move |start| (0..width).map(move |j| start + j))
    }

    /// Checks that every weight at these places lies in the planes. Places ascend, and so do weights.
    fn check(&self, places: &Range<usize>) {
        let (Some(place), Some(tap)) = (self.places[places.clone()].last(), self.taps().last()) else { return };
        assert!(place + tap < self.planes.len(), "the kernel stays inside the planes");
    }

    /// The values under each weight, `[weights, places]`.
    pub fn gather(&self, places: Range<usize>, patches: &mut [f32]) {
        self.check(&places);
        let places = &self.places[places];
        for (tap, out) in self.taps().zip(patches.chunks_exact_mut(places.len())) {
            let planes = &self.planes[tap..];
            for (out, &place) in out.iter_mut().zip(places) {
                // SAFETY: `check` has found `place + tap` inside the planes for the last of both.
                *out = unsafe { *planes.get_unchecked(place) };
            }
        }
    }

    /// Adds to the values under each weight, `[weights, places]`.
    pub fn scatter(&mut self, places: Range<usize>, patches: &[f32]) {
        self.check(&places);
        let (taps, places) = (self.taps(), &self.places[places]);
        for (tap, values) in taps.zip(patches.chunks_exact(places.len())) {
            let planes = &mut self.planes[tap..];
            for (value, &place) in values.iter().zip(places) {
                // SAFETY: as in `gather`.
                unsafe { *planes.get_unchecked_mut(place) += value };
            }
        }
    }

    /// The images `[examples, channels, H, W]` without their border; rows that no place reaches are left as they are.
    pub fn crop(&self, image: &mut [f32]) {
        let width = self.geometry.image[1];
        let pixels = self.channels * self.geometry.image[0] * width;
        for (example, image) in image.chunks_exact_mut(pixels).enumerate() {
            for (row, out) in self.image_rows(example).zip(image.chunks_exact_mut(width)) {
                if let Some(row) = row {
                    out[..row.len()].copy_from_slice(&self.planes[row]);
                }
            }
        }
    }
}

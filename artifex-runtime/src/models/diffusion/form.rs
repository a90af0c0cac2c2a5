//! What an example is, and how the network sees it.

use burn::tensor::Tensor;

use super::sampler::{Edited, Filled};
use crate::config::ModelConfig;
use crate::models::{Batch, BatchError, Edit, Samples};
use crate::rng::Stream;

/// Where the channels stand in the shape of an image.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ModelConfig)]
pub enum Layout {
    /// Channels, height, width.
    ChannelsFirst,
    /// Height, width, channels.
    ChannelsLast,
}

/// The form of the examples. Networks have the channels of an image first, and its values between -1 and 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Form {
    /// Channels, height and width; `None` for points and signals.
    image: Option<[usize; 3]>,
    /// Length and channels, of signals.
    signal: Option<[usize; 2]>,
    values: usize,
    /// The layout of the config, for messages.
    layout: Layout,
    /// Values that a pixel can have, if noise is added to them.
    levels: Option<usize>,
}

impl Form {
    /// The form of a shape of the config. Where no layout is given, the channels are the side that has as many as the network is
    /// said to have, and the last one if that does not tell.
    pub(super) fn new(shape: &[usize], layout: Option<Layout>, channels: Option<usize>, levels: Option<usize>) -> Self {
        let layout = layout.unwrap_or(match *shape {
            [first, _, last] if channels == Some(first) && channels != Some(last) => Layout::ChannelsFirst,
            _ => Layout::ChannelsLast,
        });
        let image = match <[usize; 3]>::try_from(shape) {
            Ok([a, b, c]) if layout == Layout::ChannelsFirst => Some([a, b, c]),
            Ok([a, b, c]) => Some([c, a, b]),
            Err(_) => None,
        };
        let signal = <[usize; 2]>::try_from(shape).ok();
        Self { image, signal, values: shape.iter().product(), layout, levels }
    }

    /// Length and channels of a signal.
    pub(super) const fn signal(self) -> Option<[usize; 2]> {
        self.signal
    }

    /// Channels, height and width of an image.
    pub(super) const fn image(self) -> Option<[usize; 3]> {
        self.image
    }

    /// Coordinates of a point, values of a signal or an image.
    pub(super) const fn values(self) -> usize {
        self.values
    }

    /// Checks modality and shape.
    pub(super) fn accepts(self, batch: &Batch) -> Result<(), BatchError> {
        let field = "input_shape";
        let Some([channels, height, width]) = self.image else {
            return batch.points()?.expect_width(self.values, field);
        };
        batch.images()?.expect_shape([height, width, channels], field).map_err(|error| match error {
            // In the order of the config.
            BatchError::Shape { mut expected, mut found, field } if self.layout == Layout::ChannelsFirst => {
                expected.rotate_right(1);
                found.rotate_right(1);
                BatchError::Shape { expected, found, field }
            }
            error => error,
        })
    }

    /// What the values of an example of pixels with levels have in common, if there are such: the logarithm of the step from one to the
    /// next, in what the network sees.
    pub(super) fn log_step(self) -> Option<f64> {
        #[expect(clippy::cast_precision_loss, reason = "at most 65,536 levels")]
        self.levels.map(|levels| (2.0 / levels as f64).ln())
    }

    /// Examples as the network sees them, `[B, values]`. Pixels with levels get noise from the stream.
    ///
    /// # Panics
    /// If the batch is one that [`accepts`](Self::accepts) refuses.
    pub(super) fn inward(self, batch: &Batch, stream: &mut Stream) -> Tensor<2> {
        let asked = "`accepts` has been asked";
        if self.image.is_none() {
            let points = batch.points().expect(asked).points.clone();
            return self.signal.map_or_else(|| points.clone(), |signal| rows(points.clone(), signal));
        }
        let images = batch.images().expect(asked).images.clone().permute([0, 3, 1, 2]);
        let count = images.dims()[0];
        let pixels = images.reshape([count, self.values]);
        let pixels = match self.levels {
            #[expect(clippy::cast_precision_loss, reason = "at most 65,536 levels")]
            Some(levels) => {
                let noise = stream.uniform_tensor([count, self.values], &pixels.device());
                ((pixels.clamp(0.0, 1.0) * (levels - 1) as f64).round() + noise) / levels as f64
            }
            None => pixels,
        };
        pixels * 2.0 - 1.0
    }

    /// Images for `n` samples to start from, as a sampler sees them. They fit: [`Edit::check`] has been asked.
    pub(super) fn edited(self, edit: &Edit, n: usize) -> Edited<2> {
        let rows = |images: Tensor<4>| {
            let [_, height, width, channels] = images.dims();
            images.expand([n, height, width, channels]).permute([0, 3, 1, 2]).reshape([n, self.values])
        };
        let [_, height, width, channels] = edit.init.dims();
        let fill = edit.fill.as_ref().map(|fill| {
            let [count, ..] = fill.mask.dims();
            let free = fill.mask.clone().greater_equal_elem(0.5).float().expand([count, height, width, channels]);
            Filled { free: rows(free), resample: fill.resample, jump: fill.jump }
        });
        Edited { init: rows(edit.init.clone()) * 2.0 - 1.0, strength: edit.strength, fill }
    }

    /// What a sampler gave, `[n, values]`, as data.
    pub(super) fn outward(self, values: Tensor<2>) -> Samples {
        if let Some([length, channels]) = self.signal {
            return Samples::Points(rows(values, [channels, length]));
        }
        let Some([channels, height, width]) = self.image else { return Samples::Points(values) };
        let count = values.dims()[0];
        let images = values.reshape([count, channels, height, width]).permute([0, 2, 3, 1]);
        let pixels = (images + 1.0) * 0.5;
        Samples::Images(match self.levels {
            #[expect(clippy::cast_precision_loss, reason = "at most 65,536 levels")]
            Some(levels) => {
                let most = (levels - 1) as f64;
                (pixels * levels as f64).floor().clamp(0.0, most) / most
            }
            None => pixels.clamp(0.0, 1.0),
        })
    }
}

/// Tables of so many rows and columns, `[B, rows · columns]`, with the columns as rows.
fn rows(values: Tensor<2>, [rows, columns]: [usize; 2]) -> Tensor<2> {
    let count = values.dims()[0];
    values.reshape([count, rows, columns]).swap_dims(1, 2).reshape([count, rows * columns])
}

#[cfg(all(test, feature = "flex"))]
mod tests {
    use super::*;
    use crate::models::{ImageBatch, PointBatch};
    use crate::rng::Stream;
    use burn::tensor::Device;

    fn images(shape: [usize; 4]) -> Batch {
        let images = Stream::from_seed(1).uniform_tensor(shape, &Device::flex());
        Batch::Images(ImageBatch { images, labels: None })
    }

    #[test]
    fn the_layout_is_given_or_told_by_the_channels() {
        let image = |shape: &[usize], layout, channels| Form::new(shape, layout, channels, None).image();
        let (first, last) = (Some(Layout::ChannelsFirst), Some(Layout::ChannelsLast));
        assert_eq!(image(&[3, 32, 16], None, Some(3)), Some([3, 32, 16]));
        assert_eq!(image(&[28, 14, 1], None, Some(1)), Some([1, 28, 14]));
        assert_eq!(image(&[28, 14, 1], None, None), Some([1, 28, 14]));
        assert_eq!(image(&[3, 5, 3], None, Some(3)), Some([3, 3, 5]), "both sides would do");
        assert_eq!(image(&[3, 5, 3], first, Some(3)), Some([3, 5, 3]));
        assert_eq!(image(&[3, 32, 16], last, None), Some([16, 3, 32]));
        assert_eq!(image(&[2], None, None), None);
    }

    #[test]
    fn images_return_in_their_own_order_and_range() {
        // Channels, height and width are 2, 3 and 4 in both.
        for (shape, layout) in [([2, 3, 4], Layout::ChannelsFirst), ([3, 4, 2], Layout::ChannelsLast)] {
            let form = Form::new(&shape, Some(layout), None, None);
            let batch = images([2, 3, 4, 2]);
            form.accepts(&batch).unwrap();
            let values = form.inward(&batch, &mut Stream::from_seed(0));
            let Batch::Images(ImageBatch { images, .. }) = &batch else { panic!() };
            let pixels = images.clone().into_data().try_to_vec::<f32>().unwrap();
            let inward = values.clone().into_data().try_to_vec::<f32>().unwrap();
            // Row 1, column 2, channel 1 of the second image.
            assert_eq!(inward[24 + 12 + 4 + 2], 2.0 * pixels[24 + (4 + 2) * 2 + 1] - 1.0);
            let Samples::Images(back) = form.outward(values) else { panic!("no images") };
            assert_eq!(back.dims(), [2, 3, 4, 2]);
            let back = back.into_data().try_to_vec::<f32>().unwrap();
            assert!(back.iter().zip(&pixels).all(|(a, b)| (a - b).abs() < 1e-6));
        }
    }

    /// Instant by instant in data, channel by channel in the network.
    #[test]
    fn signals_return_in_their_own_order() {
        let form = Form::new(&[3, 2], None, None, None);
        let points = Tensor::<2>::from_floats([[0.0, 10.0, 1.0, 11.0, 2.0, 12.0]], &Device::flex());
        let batch = Batch::Points(PointBatch { points: points.clone(), labels: None });
        form.accepts(&batch).unwrap();
        let host = |x: Tensor<2>| x.into_data().try_to_vec::<f32>().unwrap();
        let inward = form.inward(&batch, &mut Stream::from_seed(0));
        assert_eq!(host(inward.clone()), [0.0, 1.0, 2.0, 10.0, 11.0, 12.0]);
        let Samples::Points(back) = form.outward(inward) else { panic!("no signals") };
        assert_eq!(host(back), host(points));
    }

    /// Noise is even over the step of a level, and cut off again.
    #[test]
    fn pixels_with_levels_keep_them() {
        let form = Form::new(&[4, 4, 1], None, None, Some(5));
        let levels: Vec<f32> = (0..32).map(|i| (i % 5) as f32 / 4.0).collect();
        let images = Tensor::<1>::from_floats(levels.as_slice(), &Device::flex()).reshape([2, 4, 4, 1]);
        let batch = Batch::Images(ImageBatch { images, labels: None });
        let inward = |seed| form.inward(&batch, &mut Stream::from_seed(seed));
        let values = |x: Tensor<2>| x.into_data().try_to_vec::<f32>().unwrap();
        assert_ne!(values(inward(1)), values(inward(2)));
        for (value, level) in values(inward(1)).iter().zip(&levels) {
            let noise = 5.0 * (value + 1.0) / 2.0 - 4.0 * level;
            assert!((-1e-4..=1.0).contains(&noise), "{value} of {level}");
        }
        let Samples::Images(back) = form.outward(inward(1)) else { panic!("no images") };
        assert_eq!(back.into_data().try_to_vec::<f32>().unwrap(), levels);
        assert_eq!(form.log_step(), Some(0.4_f64.ln()));
    }

    #[test]
    fn data_that_does_not_fit_is_refused_in_the_order_of_the_config() {
        let error = |form: Form, batch: &Batch| form.accepts(batch).unwrap_err().to_string();
        let first = Form::new(&[3, 8, 4], Some(Layout::ChannelsFirst), None, None);
        let words = "make `input_shape` equal to the shape of the data";
        assert_eq!(
            error(first, &images([1, 8, 8, 3])),
            format!("the data set's examples have shape [3, 8, 8], but the model was built for [3, 8, 4]; {words}")
        );
        let points = Batch::Points(PointBatch { points: Tensor::zeros([1, 3], &Device::flex()), labels: None });
        assert!(error(first, &points).starts_with("the data set gives points, but the model learns from images"));
        let two = Form::new(&[2], None, None, None);
        assert_eq!(
            error(two, &points),
            format!("the data set's examples have shape [3], but the model was built for [2]; {words}")
        );
        assert!(error(two, &images([1, 8, 8, 3])).starts_with("the data set gives images"));
        assert_eq!(
            error(first, &images([0, 8, 4, 3])),
            "the batch is empty; the data set must hold at least one example"
        );
    }
}

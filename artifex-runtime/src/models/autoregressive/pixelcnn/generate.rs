//! Images pixel by pixel.
//!
//! The stack that looks up is computed a row at a time, the other one a pixel at a time. Each layer remembers what its kernel
//! still takes of the rows, or columns, before, so that an image costs about as much as one pass over it.

use burn::tensor::{Int, Tensor, TensorData};

use super::PixelCNN;
use super::layer::Told;
use super::network::Network;
use crate::rng::Rngs;

/// Images that grow.
#[derive(Debug)]
pub(super) struct Drawing<'a> {
    model: &'a PixelCNN,
    count: usize,
    told: Vec<Told>,
    /// What each layer takes of the rows so far, `[B, inputs, extent, W]`.
    rows: Vec<Window>,
    /// The pixels of the row so far, each `[B, C + 1, 1, 1]`.
    row: Vec<Tensor<4>>,
    /// What each layer tells the other stack of this row, `[B, 2 p, 1, W]`.
    above: Vec<Tensor<4>>,
    /// What each layer takes of this row so far, `[B, inputs, 1, extent]`.
    columns: Vec<Window>,
}

/// The newest so many rows or columns, zeros before the first.
#[derive(Clone, Debug)]
struct Window {
    values: Tensor<4>,
    dim: usize,
}

impl Window {
    fn push(&mut self, new: Tensor<4>) -> Tensor<4> {
        let size = self.values.dims()[self.dim];
        self.values = match size {
            1 => new,
            _ => Tensor::cat(vec![self.values.clone().narrow(self.dim, 1, size - 1), new], self.dim),
        };
        self.values.clone()
    }
}

impl<'a> Drawing<'a> {
    /// Empty images, of these classes if the model is told them.
    pub(super) fn new(model: &'a PixelCNN, count: usize, classes: Option<&Tensor<1, Int>>) -> Self {
        let rows = windows(&model.network, [count, 2, model.form.shape[1]], model);
        Self {
            model,
            count,
            told: model.network.told(classes),
            rows,
            row: Vec::new(),
            above: Vec::new(),
            columns: Vec::new(),
        }
    }

    /// The features of the next pixel: `[B, p]`.
    pub(super) fn features(&mut self, rngs: &mut Rngs) -> Tensor<2> {
        if self.row.is_empty() {
            let (told, rows) = (&self.told, &mut self.rows);
            // The first layer takes the rows that are drawn already.
            let drawn = rows[0].values.clone();
            self.above = self.model.network.look_up(drawn, |at, layer, x| {
                let seen = if at == 0 { x } else { rows[at].push(x) };
                layer.look_up(seen, &told[at], true)
            });
            self.columns = windows(&self.model.network, [self.count, 3, 1], self.model);
        }
        let at = self.row.len();
        let mut x = self.columns[0].values.clone();
        for (index, layer) in self.model.network.all().enumerate() {
            let seen = if index == 0 { x } else { self.columns[index].push(x) };
            let above = self.above[index].clone().narrow(3, at, 1);
            x = layer.look_left(seen, above, &self.told[index], true, rngs);
        }
        let [batch, hidden, _, _] = x.dims();
        x.reshape([batch, hidden])
    }

    /// Adds a pixel to each image: values `[B, C]` in [-1, 1].
    pub(super) fn push(&mut self, pixel: &Tensor<2>) {
        let pixel = with_ones(pixel.clone().unsqueeze_dims::<4>(&[2, 3]));
        self.columns[0].push(pixel.clone());
        self.row.push(pixel);
        if self.row.len() == self.model.form.shape[1] {
            let row = Tensor::cat(std::mem::take(&mut self.row), 3);
            self.rows[0].push(row);
        }
    }
}

/// Windows of zeros for each layer: `dim` is 2 for rows and 3 for columns; the other one has that `size`.
fn windows(network: &Network, [count, dim, size]: [usize; 3], model: &PixelCNN) -> Vec<Window> {
    let device = model.device();
    let window = |(at, layer): (usize, &super::layer::GatedLayer)| {
        let channels = if at == 0 { model.form.shape[2] + 1 } else { model.form.hidden };
        let extent = layer.reach().extent();
        let shape = if dim == 2 { [count, channels, extent, size] } else { [count, channels, size, extent] };
        let values = Tensor::from_data(TensorData::new(vec![0_f32; shape.iter().product()], shape), &device);
        Window { values, dim }
    };
    network.all().enumerate().map(window).collect()
}

/// `[B, C, H, W]` with a channel of ones: zeros stand outside of the image alone.
pub(super) fn with_ones(image: Tensor<4>) -> Tensor<4> {
    let [batch, _, height, width] = image.dims();
    let ones = Tensor::ones([batch, 1, height, width], &image.device());
    Tensor::cat(vec![image, ones], 1)
}

//! Convolutions and transposed ones as the models use them, against burn's.

use burn::tensor::ops::{ConvOptions, ConvTransposeOptions};
use burn::tensor::{Device, Tensor, module};

use super::{Case, Later, Work, flat, plain};
use crate::nn::conv2d::{ConvForm, Padding, conv_transpose2d, conv2d};
use crate::rng::Stream;

/// Examples of a batch.
const BATCH: usize = 64;

/// The convolutions of a discriminator of 28 x 28 images (channels in and out, side of the image), and of one of 8 x 8. A
/// generator's are the same backwards.
const LAYERS: [(usize, usize, usize); 5] = [(1, 64, 28), (64, 128, 14), (128, 256, 7), (1, 32, 8), (32, 64, 4)];

const FORM: ConvForm = ConvForm { kernel: [4, 4], stride: [2, 2], padding: Padding::Same };

/// One of the two functions: an input, a weight, and the size of the larger image.
type Function = fn(Tensor<4>, Tensor<4>, [usize; 2]) -> Tensor<4>;

pub(super) fn cases(device: &Device) -> Vec<Later> {
    let mut cases: Vec<Later> = Vec::new();
    for layer in LAYERS {
        let down: (Function, Function) = (|x, weight, _| conv2d(x, weight, FORM), burn_conv);
        let up: (Function, Function) = (|x, weight, size| conv_transpose2d(x, weight, FORM, size), burn_conv_transpose);
        for (kernel, functions, transposed) in [("convolution", down, false), ("transposed", up, true)] {
            for training in [false, true] {
                let device = plain(device);
                cases.push(Box::new(move || case(kernel, layer, functions, [transposed, training], &device)));
            }
        }
    }
    cases
}

fn case(
    kernel: &'static str,
    (inputs, outputs, side): (usize, usize, usize),
    (fused, portable): (Function, Function),
    [transposed, training]: [bool; 2],
    device: &Device,
) -> Case {
    let size = [side, side];
    let [h, w] = FORM.output(size).expect("the kernel fits");
    let device = if training { device.clone().autodiff() } else { device.clone() };
    let shape = if transposed { [BATCH, outputs, h, w] } else { [BATCH, inputs, side, side] };
    let x: Tensor<4> = Stream::from_seed(1).normal_tensor(shape, &device);
    let weight: Tensor<4> = Stream::from_seed(2).normal_tensor([outputs, inputs, 4, 4], &device);
    let run = |function: Function| -> Box<dyn FnMut() -> Vec<Tensor<1>>> {
        let (x, weight) = (x.clone(), weight.clone());
        Box::new(move || {
            if !training {
                return vec![flat(function(x.clone(), weight.clone(), size))];
            }
            let (x, weight) = (x.clone().detach().require_grad(), weight.clone().detach().require_grad());
            let gradients = function(x.clone(), weight.clone(), size).square().sum().backward();
            let gradient = |of: &Tensor<4>| flat(of.grad(&gradients).expect("both have a gradient"));
            vec![gradient(&x), gradient(&weight)]
        })
    };
    // Forward; and in training the same again for each of the two gradients.
    let products = 2 * BATCH * outputs * h * w * inputs * 16 * if training { 3 } else { 1 };
    let (from, to) = if transposed { (outputs, inputs) } else { (inputs, outputs) };
    let with = if training { " with gradient" } else { "" };
    Case {
        kernel,
        size: format!("{BATCH} x {from} to {to} channels, {side}x{side}{with}"),
        work: Work::Flops(products as u64),
        fused: run(fused),
        portable: run(portable),
    }
}

/// Rows and columns of zeros before and after an image of that side.
fn padding(side: usize) -> (usize, usize) {
    let all = (2 * (side.div_ceil(2) - 1) + 4).saturating_sub(side);
    (all / 2, all - all / 2)
}

/// burn's convolution.
fn burn_conv(x: Tensor<4>, weight: Tensor<4>, size: [usize; 2]) -> Tensor<4> {
    let options = ConvOptions { stride: FORM.stride, padding: size.map(padding), dilation: [1, 1], groups: 1 };
    module::conv2d(x, weight, None, options)
}

/// burn's transposed convolution. It knows no uneven padding: what that would have swallowed is cut off.
fn burn_conv_transpose(x: Tensor<4>, weight: Tensor<4>, size: [usize; 2]) -> Tensor<4> {
    let options = ConvTransposeOptions::new(FORM.stride, size.map(|side| padding(side).0), [0, 0], [1, 1], 1);
    module::conv_transpose2d(x, weight, None, options).narrow(2, 0, size[0]).narrow(3, 0, size[1])
}

#[cfg(all(test, feature = "flex"))]
mod tests {
    use super::*;

    #[test]
    fn both_ways_give_the_same() {
        let device = Device::flex();
        for side in [7, 8] {
            let x: Tensor<4> = Stream::from_seed(1).normal_tensor([2, 3, side, side], &device);
            let weight: Tensor<4> = Stream::from_seed(2).normal_tensor([5, 3, 4, 4], &device);
            let close = |a: Tensor<4>, b: Tensor<4>| (a - b).abs().max().into_scalar::<f32>() < 1e-4;
            let size = [side, side];
            let y = conv2d(x.clone(), weight.clone(), FORM);
            assert!(close(y.clone(), burn_conv(x, weight.clone(), size)), "{side}");
            let back = conv_transpose2d(y.clone(), weight.clone(), FORM, size);
            assert!(close(back, burn_conv_transpose(y, weight, size)), "{side}");
        }
    }
}

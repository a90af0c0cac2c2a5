//! The building blocks of networks.

use super::{Cost, multiply};

/// A dense layer.
#[must_use]
pub const fn dense(inputs: usize, outputs: usize, bias: bool) -> Cost {
    let (inputs, outputs) = (inputs as u64, outputs as u64);
    let weights = multiply(&[inputs, outputs]);
    let biases = if bias { outputs } else { 0 };
    Cost::new(weights.saturating_add(biases), multiply(&[2, weights]).saturating_add(biases), outputs)
}

/// Dense layers one after the other: `widths` from the inputs to the outputs.
#[must_use]
pub const fn mlp(widths: &[usize], bias: bool) -> Cost {
    let (mut total, mut k) = (Cost::ZERO, 1);
    while k < widths.len() {
        total = total.then(dense(widths[k - 1], widths[k], bias));
        k += 1;
    }
    total
}

/// Height and width of an image.
pub type Size = [usize; 2];

/// The size of what a convolution puts out, rounded down as usual; 0 where the kernel does not fit.
#[must_use]
pub const fn conv2d_size(input: Size, kernel: Size, stride: Size, padding: Size) -> Size {
    [along(input[0], kernel[0], stride[0], padding[0]), along(input[1], kernel[1], stride[1], padding[1])]
}

const fn along(input: usize, kernel: usize, stride: usize, padding: usize) -> usize {
    let padded = input.saturating_add(padding.saturating_mul(2));
    if kernel == 0 || stride == 0 || padded < kernel { 0 } else { (padded - kernel) / stride + 1 }
}

/// A convolution, given the size of what it puts out: see [`conv2d_size`].
#[must_use]
pub const fn conv2d(inputs: usize, outputs: usize, kernel: Size, output: Size, bias: bool) -> Cost {
    let weights = multiply(&[inputs as u64, outputs as u64, kernel[0] as u64, kernel[1] as u64]);
    let biases = if bias { outputs as u64 } else { 0 };
    let pixels = multiply(&[output[0] as u64, output[1] as u64]);
    Cost::new(
        weights.saturating_add(biases),
        multiply(&[pixels, multiply(&[2, weights]).saturating_add(biases)]),
        multiply(&[pixels, outputs as u64]),
    )
}

/// A transposed convolution, given the size of what it takes in and of what it puts out.
#[must_use]
pub const fn conv_transpose2d(
    inputs: usize,
    outputs: usize,
    kernel: Size,
    input: Size,
    output: Size,
    bias: bool,
) -> Cost {
    let weights = multiply(&[inputs as u64, outputs as u64, kernel[0] as u64, kernel[1] as u64]);
    let biases = if bias { outputs as u64 } else { 0 };
    let pixels = multiply(&[output[0] as u64, output[1] as u64]);
    Cost::new(
        weights.saturating_add(biases),
        // Each pixel that goes in is multiplied with the whole kernel.
        multiply(&[input[0] as u64, input[1] as u64, 2, weights]).saturating_add(multiply(&[pixels, biases])),
        multiply(&[pixels, outputs as u64]),
    )
}

/// A normalisation with a learnt scale and shift for each of `channels`, over `positions`: mean and variance are two operations a
/// number each, and each number is centred, divided, scaled and shifted.
#[must_use]
pub const fn norm(channels: usize, positions: usize) -> Cost {
    let numbers = multiply(&[channels as u64, positions as u64]);
    Cost::new(multiply(&[2, channels as u64]), multiply(&[8, numbers]), numbers)
}

/// A function of each of so many numbers, an activation function for instance: one operation a number, whatever the function.
#[must_use]
pub const fn elementwise(numbers: usize) -> Cost {
    Cost::new(0, numbers as u64, numbers as u64)
}

/// Self-attention over `length` positions of `width` numbers, with projections of queries, keys, values and outputs. How many
/// heads share the width makes no difference but for the scores that are kept. The exponentials of softmax are not counted.
#[must_use]
pub const fn attention(width: usize, length: usize, heads: usize, bias: bool) -> Cost {
    let projections = dense(width, width, bias).times(4);
    let pairs = multiply(&[length as u64, length as u64]);
    let scores = Cost::new(
        0,
        // Scores, and the mean of the values weighted by them.
        multiply(&[4, pairs, width as u64]),
        multiply(&[pairs, heads as u64]).saturating_add(multiply(&[length as u64, width as u64])),
    );
    projections.applied(length).then(scores)
}

#[cfg(test)]
mod tests {
    use super::super::DType;
    use super::{Cost, attention, conv_transpose2d, conv2d, conv2d_size, dense, elementwise, mlp, norm};

    /// A config's cost is a `const fn` over its fields.
    struct Net {
        hidden: usize,
        depth: usize,
    }

    impl Net {
        const fn cost(&self) -> Cost {
            dense(10, self.hidden, true).then(dense(self.hidden, self.hidden, true).times(self.depth)).then(dense(
                self.hidden,
                2,
                false,
            ))
        }
    }

    const NET: Cost = Net { hidden: 16, depth: 3 }.cost();
    const _: () = assert!(NET.parameters < 1_100 && NET.parameters > 1_000);

    /// Counts what a dense layer does by doing it.
    fn run_dense(inputs: usize, outputs: usize, bias: bool) -> Cost {
        let mut cost = Cost::ZERO;
        for _ in 0..outputs {
            for _ in 0..inputs {
                cost.parameters += 1;
                cost.flops += 2;
            }
            if bias {
                cost.parameters += 1;
                cost.flops += 1;
            }
            cost.activations += 1;
        }
        cost
    }

    #[test]
    fn dense_layers() {
        for (inputs, outputs) in [(3, 5), (1, 1), (7, 0)] {
            for bias in [false, true] {
                assert_eq!(dense(inputs, outputs, bias), run_dense(inputs, outputs, bias));
            }
        }
        // LeNet-300-100 has 266,610 parameters.
        assert_eq!(mlp(&[784, 300, 100, 10], true).parameters, 266_610);
        assert_eq!(mlp(&[784, 300, 100, 10], true).flops, 2 * (784 * 300 + 300 * 100 + 100 * 10) + 410);
        assert_eq!(NET, mlp(&[10, 16, 16, 16, 16], true).then(run_dense(16, 2, false)));
        assert_eq!(mlp(&[5], true), Cost::ZERO);
        assert_eq!(elementwise(7), Cost::new(0, 7, 7));
    }

    #[test]
    fn convolutions() {
        // Size by trying every place of the kernel.
        for (input, kernel, stride, padding) in [(28, 3, 2, 1), (5, 5, 1, 0), (7, 2, 3, 0), (3, 5, 1, 0), (8, 4, 2, 1)]
        {
            let places = (0..input + 2 * padding).step_by(stride).filter(|start| start + kernel <= input + 2 * padding);
            assert_eq!(conv2d_size([input; 2], [kernel; 2], [stride; 2], [padding; 2]), [places.count(); 2]);
        }
        assert_eq!(conv2d_size([8; 2], [3; 2], [0; 2], [0; 2]), [0, 0]);
        // The first layer of AlexNet: 34,944 parameters, 55 x 55 x 96 numbers, 105,415,200 multiplications.
        let size = conv2d_size([227; 2], [11; 2], [4; 2], [0; 2]);
        let first = conv2d(3, 96, [11; 2], size, true);
        assert_eq!(size, [55, 55]);
        assert_eq!((first.parameters, first.activations), (34_944, 290_400));
        assert_eq!(first.flops, 2 * 105_415_200 + 290_400);
        // A transposed convolution does the work of the convolution that it is the reverse of.
        let down = conv2d(8, 4, [4; 2], [7; 2], false);
        let up = conv_transpose2d(4, 8, [4; 2], [7; 2], [14; 2], false);
        assert_eq!((up.parameters, up.flops), (down.parameters, down.flops));
        assert_eq!(conv_transpose2d(4, 8, [4; 2], [7; 2], [14; 2], true).flops, down.flops + 8 * 14 * 14);
        assert_eq!(up.activations, 8 * 14 * 14);
    }

    #[test]
    fn a_transformer_block() {
        // One block of GPT-2 small has 7,087,872 parameters.
        let (width, length) = (768, 1024);
        let block = norm(width, length)
            .then(attention(width, length, 12, true))
            .then(norm(width, length))
            .then(mlp(&[width, 4 * width, width], true).applied(length));
        assert_eq!(block.parameters, 7_087_872);
        // 24 d^2 for each position and 4 d for each pair of them, and then biases and norms.
        let (d, n) = (width as u64, length as u64);
        assert_eq!(block.flops, 24 * d * d * n + 4 * d * n * n + 9 * d * n + 16 * d * n);
        assert_eq!(attention(8, 3, 2, false).activations, 4 * 8 * 3 + 2 * 9 + 3 * 8);
    }

    #[test]
    fn memory() {
        let cost = dense(10, 4, false);
        assert_eq!(cost.bytes(DType::F16), 80);
        assert_eq!(cost.bytes(DType::F64), 320);
        // Parameters, gradients and two moments; 4 activations for each of 8 examples.
        assert_eq!(cost.training_bytes(DType::F32, 8, 2), (40 * 4 + 4 * 8) * 4);
    }

    #[test]
    fn what_is_too_large_to_count_stays_too_large() {
        let huge = dense(usize::MAX, usize::MAX, true);
        assert_eq!(huge, Cost::new(u64::MAX, u64::MAX, usize::MAX as u64));
        assert_eq!(huge.then(huge).times(3).bytes(DType::F32), u64::MAX);
        assert_eq!(huge.times(0), Cost::ZERO);
    }
}

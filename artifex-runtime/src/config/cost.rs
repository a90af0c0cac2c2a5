//! What a network costs, computed while the crate compiles: parameters, arithmetic, memory.
//!
//! A config states its cost as a `const fn` over its own fields, made of the building blocks here. A budget is then an assertion
//! that the compiler checks:
//!
//! ```
//! use artifex::config::cost::{Cost, DType, dense};
//!
//! const ENCODER: Cost = dense(784, 256, true).then(dense(256, 64, true));
//! const _: () = assert!(ENCODER.parameters < 1_000_000);
//! const _: () = assert!(ENCODER.training_bytes(DType::F32, 128, 2) < 8 << 20);
//!
//! assert_eq!(ENCODER.parameters, 784 * 256 + 256 + 256 * 64 + 64);
//! ```
//!
//! Numbers saturate: a cost too large to count is too large for any budget.

/// What a network, or a part of one, costs for one example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Cost {
    /// Numbers that are learnt.
    pub parameters: u64,
    /// Floating-point operations of a forward pass; a multiplication and the addition behind it are two.
    pub flops: u64,
    /// Numbers that the layers put out, all of which training keeps for the backward pass.
    pub activations: u64,
}

impl Cost {
    /// Nothing.
    pub const ZERO: Self = Self { parameters: 0, flops: 0, activations: 0 };

    /// Both: this part and then another, or beside it.
    #[must_use]
    pub const fn then(self, other: Self) -> Self {
        Self {
            parameters: self.parameters.saturating_add(other.parameters),
            flops: self.flops.saturating_add(other.flops),
            activations: self.activations.saturating_add(other.activations),
        }
    }

    /// As many copies of this part, each with parameters of its own.
    #[must_use]
    pub const fn times(self, copies: usize) -> Self {
        Self { parameters: multiply(&[self.parameters, copies as u64]), ..self.applied(copies) }
    }

    /// This part applied several times, with the same parameters.
    #[must_use]
    pub const fn applied(self, times: usize) -> Self {
        Self {
            parameters: self.parameters,
            flops: multiply(&[self.flops, times as u64]),
            activations: multiply(&[self.activations, times as u64]),
        }
    }

    /// Bytes of the parameters.
    #[must_use]
    pub const fn bytes(self, dtype: DType) -> u64 {
        multiply(&[self.parameters, dtype.bytes()])
    }

    /// Bytes that training holds: parameters, gradients, `moments` numbers of the optimiser per parameter (2 for Adam), and the
    /// activations of a batch. What the backend adds for its own use is not counted.
    #[must_use]
    pub const fn training_bytes(self, dtype: DType, batch_size: usize, moments: usize) -> u64 {
        let per_parameter = (moments as u64).saturating_add(2);
        let numbers = multiply(&[self.parameters, per_parameter]);
        let kept = multiply(&[self.activations, batch_size as u64]);
        multiply(&[numbers.saturating_add(kept), dtype.bytes()])
    }
}

/// How a number is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DType {
    /// 16 bits: half precision or bfloat16.
    F16,
    /// 32 bits.
    F32,
    /// 64 bits.
    F64,
}

impl DType {
    /// Bytes of one number.
    #[must_use]
    pub const fn bytes(self) -> u64 {
        match self {
            Self::F16 => 2,
            Self::F32 => 4,
            Self::F64 => 8,
        }
    }
}

const fn multiply(factors: &[u64]) -> u64 {
    // A zero makes zero, however large the others are.
    let (mut product, mut k) = (1_u64, 0);
    while k < factors.len() {
        if factors[k] == 0 {
            return 0;
        }
        product = product.saturating_mul(factors[k]);
        k += 1;
    }
    product
}

/// A dense layer.
#[must_use]
pub const fn dense(inputs: usize, outputs: usize, bias: bool) -> Cost {
    let (inputs, outputs) = (inputs as u64, outputs as u64);
    let weights = multiply(&[inputs, outputs]);
    let biases = if bias { outputs } else { 0 };
    Cost {
        parameters: weights.saturating_add(biases),
        flops: multiply(&[2, weights]).saturating_add(biases),
        activations: outputs,
    }
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
    Cost {
        parameters: weights.saturating_add(biases),
        flops: multiply(&[pixels, multiply(&[2, weights]).saturating_add(biases)]),
        activations: multiply(&[pixels, outputs as u64]),
    }
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
    Cost {
        parameters: weights.saturating_add(biases),
        // Each pixel that goes in is multiplied with the whole kernel.
        flops: multiply(&[input[0] as u64, input[1] as u64, 2, weights]).saturating_add(multiply(&[pixels, biases])),
        activations: multiply(&[pixels, outputs as u64]),
    }
}

/// A normalisation with a learnt scale and shift for each of `channels`, over `positions`: mean and variance are two operations a
/// number each, and each number is centred, divided, scaled and shifted.
#[must_use]
pub const fn norm(channels: usize, positions: usize) -> Cost {
    let numbers = multiply(&[channels as u64, positions as u64]);
    Cost { parameters: multiply(&[2, channels as u64]), flops: multiply(&[8, numbers]), activations: numbers }
}

/// Self-attention over `length` positions of `width` numbers, with projections of queries, keys, values and outputs. How many
/// heads share the width makes no difference but for the scores that are kept. The exponentials of softmax are not counted.
#[must_use]
pub const fn attention(width: usize, length: usize, heads: usize, bias: bool) -> Cost {
    let projections = dense(width, width, bias).times(4);
    let pairs = multiply(&[length as u64, length as u64]);
    let scores = Cost {
        parameters: 0,
        // Scores, and the mean of the values weighted by them.
        flops: multiply(&[4, pairs, width as u64]),
        activations: multiply(&[pairs, heads as u64]).saturating_add(multiply(&[length as u64, width as u64])),
    };
    projections.applied(length).then(scores)
}

#[cfg(test)]
mod tests {
    use super::{Cost, DType, attention, conv_transpose2d, conv2d, conv2d_size, dense, mlp, norm};

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
        assert_eq!(huge, Cost { parameters: u64::MAX, flops: u64::MAX, activations: usize::MAX as u64 });
        assert_eq!(huge.then(huge).times(3).bytes(DType::F32), u64::MAX);
        assert_eq!(huge.times(0), Cost::ZERO);
    }
}

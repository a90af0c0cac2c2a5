//! Attention on the CPU: tiles that stay in the cache, their products by `gemm`, softmax in vector code, one task per tile of
//! queries (forward) or run of keys (backward).

mod backward;
mod forward;
mod head;

use burn::backend::{Flex, TensorMetadata};
use burn::tensor::DType;

use super::options::{Arguments, AttentionSpec, Sizes};
use super::{AttentionOps, portable};
use crate::kernels::flex::{FlexTensor, dense, tensor, values};
use head::Problem;

/// Queries of one tile.
const QUERY_TILE: usize = 64;
/// Keys of one tile, a multiple of 4 so that a tile starts at a block of random numbers.
const KEY_TILE: usize = 256;

impl AttentionOps for Flex {
    fn attention_forward(
        q: FlexTensor,
        k: FlexTensor,
        v: FlexTensor,
        key_mask: FlexTensor,
        bias: FlexTensor,
        relative: FlexTensor,
        spec: AttentionSpec,
    ) -> (FlexTensor, FlexTensor) {
        let arguments = Arguments::<Self> { q, k, v, key_mask, bias, relative };
        if arguments.q.dtype() != DType::F32 {
            return portable::forward::<Self>(arguments, &spec);
        }
        let arguments = arguments.dense();
        let problem = Problem::new(&arguments, &spec);
        let Sizes { batch, heads, queries, value_width, .. } = problem.sizes;
        let (out, lse) = forward::forward(&problem);
        (tensor(out, [batch, heads, queries, value_width]), tensor(lse, [batch, heads, queries]))
    }

    fn attention_backward(
        q: FlexTensor,
        k: FlexTensor,
        v: FlexTensor,
        key_mask: FlexTensor,
        bias: FlexTensor,
        relative: FlexTensor,
        out: FlexTensor,
        lse: FlexTensor,
        gradient: FlexTensor,
        spec: AttentionSpec,
    ) -> (FlexTensor, FlexTensor, FlexTensor) {
        let arguments = Arguments::<Self> { q, k, v, key_mask, bias, relative };
        if arguments.q.dtype() != DType::F32 {
            return portable::backward::<Self>(arguments, out, lse, gradient, &spec);
        }
        let (arguments, results) = (arguments.dense(), Results::new(out, lse, gradient));
        let problem = Problem::new(&arguments, &spec);
        let Sizes { batch, heads, key_heads, queries, keys, width, value_width } = problem.sizes;
        let [d_q, d_k, d_v] = backward::backward(&problem, &results.views());
        (
            tensor(d_q, [batch, heads, queries, width]),
            tensor(d_k, [batch, key_heads, keys, width]),
            tensor(d_v, [batch, key_heads, keys, value_width]),
        )
    }

    fn attention_bias_gradient(
        q: FlexTensor,
        k: FlexTensor,
        v: FlexTensor,
        key_mask: FlexTensor,
        bias: FlexTensor,
        relative: FlexTensor,
        out: FlexTensor,
        lse: FlexTensor,
        gradient: FlexTensor,
        spec: AttentionSpec,
    ) -> FlexTensor {
        let arguments = Arguments::<Self> { q, k, v, key_mask, bias, relative };
        if arguments.q.dtype() != DType::F32 {
            return portable::bias_gradient::<Self>(arguments, out, lse, gradient, &spec);
        }
        let (arguments, results) = (arguments.dense(), Results::new(out, lse, gradient));
        let problem = Problem::new(&arguments, &spec);
        let shape: Vec<usize> = arguments.bias.shape().to_vec();
        tensor(backward::bias_gradient(&problem, &results.views(), [shape[0], shape[1], shape[2]]), shape)
    }

    fn attention_relative_gradient(
        q: FlexTensor,
        k: FlexTensor,
        v: FlexTensor,
        key_mask: FlexTensor,
        bias: FlexTensor,
        relative: FlexTensor,
        out: FlexTensor,
        lse: FlexTensor,
        gradient: FlexTensor,
        spec: AttentionSpec,
    ) -> FlexTensor {
        let arguments = Arguments::<Self> { q, k, v, key_mask, bias, relative };
        if arguments.q.dtype() != DType::F32 {
            return portable::relative_gradient::<Self>(arguments, out, lse, gradient, &spec);
        }
        let (arguments, results) = (arguments.dense(), Results::new(out, lse, gradient));
        let problem = Problem::new(&arguments, &spec);
        let shape: Vec<usize> = arguments.relative.shape().to_vec();
        tensor(backward::relative_gradient(&problem, &results.views(), shape[1]), shape)
    }
}

impl Arguments<Flex> {
    /// The same tensors without gaps.
    fn dense(self) -> Self {
        Self {
            q: dense(self.q),
            k: dense(self.k),
            v: dense(self.v),
            key_mask: dense(self.key_mask),
            bias: dense(self.bias),
            relative: dense(self.relative),
        }
    }
}

/// What the forward pass gave, and the gradient of its output.
struct Results {
    out: FlexTensor,
    lse: FlexTensor,
    gradient: FlexTensor,
}

impl Results {
    fn new(out: FlexTensor, lse: FlexTensor, gradient: FlexTensor) -> Self {
        Self { out: dense(out), lse: dense(lse), gradient: dense(gradient) }
    }

    fn views(&self) -> backward::Results<'_> {
        backward::Results::new(all(&self.out), all(&self.lse), all(&self.gradient))
    }
}

/// The values of a dense f32 tensor.
fn all(tensor: &FlexTensor) -> &[f32] {
    values(tensor).expect("attention works on one type, which is f32 here")
}

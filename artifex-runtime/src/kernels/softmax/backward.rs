//! The derivatives.

use burn::backend::autodiff::{
    Autodiff,
    checkpoint::{base::Checkpointer, strategy::CheckpointStrategy},
    grads::Gradients,
    ops::{Backward, Ops, OpsKind},
};
use burn::backend::{Backend, tensor::FloatTensor};

use super::SoftmaxOps;

/// A differentiable operation of one tensor that keeps its input or its output.
macro_rules! differentiable {
    ($name:ident, $node:ident, $backward:ident, keeps $kept:ident) => {
        fn $name(x: FloatTensor<Self>) -> FloatTensor<Self> {
            #[derive(Debug)]
            struct $node;
            impl<B: Backend + SoftmaxOps> Backward<B, 1> for $node {
                type State = FloatTensor<B>;
                fn backward(self, ops: Ops<Self::State, 1>, grads: &mut Gradients, _: &mut Checkpointer) {
                    let [x] = ops.parents;
                    let grad = grads.consume::<B>(&ops.node);
                    if let Some(node) = x {
                        grads.register::<B>(node.id, B::$backward(ops.state, grad));
                    }
                }
            }
            match $node.prepare::<C>([x.node()]).compute_bound().stateful() {
                OpsKind::Tracked(prep) => {
                    let input = x.into_primitive();
                    let output = B::$name(input.clone());
                    prep.finish(differentiable!(@ $kept, input, output), output)
                }
                OpsKind::UnTracked(prep) => prep.finish(B::$name(x.into_primitive())),
            }
        }
    };
    (@ input, $input:ident, $output:ident) => {
        $input
    };
    (@ output, $input:ident, $output:ident) => {
        $output.clone()
    };
}

impl<B: Backend + SoftmaxOps, C: CheckpointStrategy> SoftmaxOps for Autodiff<B, C> {
    differentiable!(softmax_rows, Softmax, softmax_rows_backward, keeps output);
    differentiable!(log_softmax_rows, LogSoftmax, log_softmax_rows_backward, keeps output);
    differentiable!(logsumexp_rows, Logsumexp, logsumexp_rows_backward, keeps input);
}

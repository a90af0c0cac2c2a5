//! The derivatives.

use burn::backend::autodiff::{
    Autodiff,
    checkpoint::{base::Checkpointer, strategy::CheckpointStrategy},
    grads::Gradients,
    ops::{Backward, Ops, OpsKind},
};
use burn::backend::{Backend, tensor::FloatTensor};

use super::{Function, FunctionOps};

impl<B: Backend + FunctionOps, C: CheckpointStrategy> FunctionOps for Autodiff<B, C> {
    fn apply_function(x: FloatTensor<Self>, function: Function) -> FloatTensor<Self> {
        #[derive(Debug)]
        struct Apply;
        impl<B: Backend + FunctionOps> Backward<B, 1> for Apply {
            type State = (FloatTensor<B>, Function);
            fn backward(self, ops: Ops<Self::State, 1>, grads: &mut Gradients, _: &mut Checkpointer) {
                let [x] = ops.parents;
                let (kept, function) = ops.state;
                let grad = grads.consume::<B>(&ops.node);
                if let Some(node) = x {
                    grads.register::<B>(node.id, B::function_backward(kept, grad, function));
                }
            }
        }
        match Apply.prepare::<C>([x.node()]).compute_bound().stateful() {
            OpsKind::Tracked(prep) => {
                let x = x.into_primitive();
                let y = B::apply_function(x.clone(), function);
                let kept = if function.keeps_output() { y.clone() } else { x };
                prep.finish((kept, function), y)
            }
            OpsKind::UnTracked(prep) => prep.finish(B::apply_function(x.into_primitive(), function)),
        }
    }
}
